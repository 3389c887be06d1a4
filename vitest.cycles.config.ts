import { defineConfig } from 'vitest/config';
import { reporters } from './vitest.reporters.ts';

/** Whether anything grows on a machine that serves for long; takes half an hour, as root. */
export default defineConfig({
  test: { include: ['test/cycles/**/*.test.ts'], hookTimeout: 600_000, ...reporters() },
});
