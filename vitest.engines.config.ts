import { defineConfig } from 'vitest/config';
import { reporters } from './vitest.reporters.ts';

/** Real engines on the machine's real table: one at a time, as root. */
export default defineConfig({
  test: {
    include: ['test/engines/**/*.test.ts'],
    testTimeout: 300_000,
    hookTimeout: 1_000_000,
    fileParallelism: false,
    ...reporters(),
    sequence: { concurrent: false },
  },
});
