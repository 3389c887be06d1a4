import { defineConfig } from 'vitest/config';
import { reporters } from './vitest.reporters.ts';

/** Real engines on the machine's real table: one at a time, as root. */
export default defineConfig({
  test: {
    include: ['test/engines/**/*.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 400_000,
    fileParallelism: false,
    ...reporters(),
    sequence: { concurrent: false },
  },
});
