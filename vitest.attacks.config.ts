import { defineConfig } from 'vitest/config';
import { reporters } from './vitest.reporters.ts';

/** Attacks that run for real, as root: with users, links and exchanges of files in namespaces of their own. */
export default defineConfig({
  test: {
    include: ['test/attacks/**/*.test.ts'],
    testTimeout: 300_000,
    hookTimeout: 600_000,
    // They wait more than they compute: for limits, for other tries, and for programs that start.
    maxWorkers: 4,
    maxConcurrency: 8,
    ...reporters(),
  },
});
