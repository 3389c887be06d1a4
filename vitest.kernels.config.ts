import { defineConfig } from 'vitest/config';
import { reporters } from './vitest.reporters.ts';

/** Boots Debian's kernels under software emulation, one at a time: they use the whole machine. */
export default defineConfig({
  test: {
    include: ['test/kernels/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 1_000_000,
    fileParallelism: false,
    ...reporters(),
  },
});
