import { defineConfig } from 'vitest/config';
import { reporters } from './vitest.reporters.ts';

/** Attacks that run for real, as root: with users, links and exchanges of files in namespaces of their own. */
export default defineConfig({
  test: {
    include: ['test/attacks/**/*.test.ts'],
    testTimeout: 300_000,
    hookTimeout: 600_000,
    maxWorkers: 2,
    ...reporters(),
  },
});
