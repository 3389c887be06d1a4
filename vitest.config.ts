import { defineConfig } from 'vitest/config';
import { PURE } from './tools/layout.mjs';
import { reporters } from './vitest.reporters.ts';

/** The suites that need no engine; test/engines and test/kernels have configurations of their own. */
export default defineConfig({
  test: {
    include: ['test/{unit,flow,hostile,kernel}/**/*.test.ts'],
    testTimeout: 60_000,
    // Hooks wait for the machine's own table, which one file at a time may hold.
    hookTimeout: 600_000,
    maxWorkers: 2,
    ...reporters(),
    coverage: {
      provider: 'v8',
      include: PURE.flatMap((place) => [`src/${place}.ts`, `src/${place}/**`]),
      reporter: ['text-summary', ['text', { skipFull: true }]],
      thresholds: { lines: 100, functions: 100, branches: 100, statements: 100 },
    },
  },
});
