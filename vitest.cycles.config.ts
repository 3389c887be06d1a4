import { defineConfig } from 'vitest/config';
import { reporters } from './vitest.reporters.ts';

/** What takes long: faults on real tables (some minutes), and whether anything grows on a machine that serves for long. */
export default defineConfig({
  test: { include: ['test/cycles/**/*.test.ts'], hookTimeout: 600_000, ...reporters() },
});
