import { cpus } from 'node:os';
import { defineConfig } from 'vitest/config';
import { reporters } from './vitest.reporters.ts';

/** Boots Debian's kernels under software emulation, as many at a time as there are files and cores. */
export default defineConfig({
  test: {
    include: ['test/kernels/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 1_000_000,
    maxWorkers: cpus().length,
    ...reporters(),
  },
});
