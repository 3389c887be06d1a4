import { defineConfig } from 'vitest/config';
import { PURE } from './tools/layout.mjs';
import { reporters } from './vitest.reporters.ts';

/** The suites that need no engine; test/engines and test/kernels have configurations of their own. */
export default defineConfig({
  test: {
    testTimeout: 60_000,
    // Hooks wait for the machine's own table, which one file at a time may hold.
    hookTimeout: 600_000,
    // Thrice the cores of a small machine: tests of real programs spend more than half of their time waiting for them.
    maxWorkers: 6,
    projects: [
      {
        extends: true,
        test: { name: 'machine', include: ['test/{flow,hostile,kernel}/**/*.test.ts'] },
      },
      {
        extends: true,
        // One process for many files, which start in a third of the time. Their tests leave nothing behind in it.
        test: { name: 'unit', include: ['test/unit/**/*.test.ts'], isolate: false },
      },
    ],
    ...reporters(),
    coverage: {
      provider: 'v8',
      include: PURE.flatMap((place) => [`src/${place}.ts`, `src/${place}/**`]),
      reporter: ['text-summary', ['text', { skipFull: true }]],
      thresholds: { lines: 100, functions: 100, branches: 100, statements: 100 },
    },
  },
});
