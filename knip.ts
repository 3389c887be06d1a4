import type { KnipConfig } from 'knip';

/** What users run, and nothing else, counts as use: `--production` finds code of src/ that only tests call. */
const production = process.argv.includes('--production');

/** Who uses the sources: the four programs, what people and npm scripts start, and the suites. */
const config: KnipConfig = {
  entry: [
    'src/main/{action,post,cli,privileged}.ts!',
    'tools/*.mjs',
    '.ci/*.mjs',
    'bench/{bench,peer,emulation,scale}.ts',
    'test/engines/github-api.ts',
  ],
  project: ['src/**/*.ts!', '{test,bench,tools}/**/*.{ts,mjs}', '.ci/*.mjs', '*.ts'],
  vitest: { config: ['vitest*.config.ts'], entry: ['test/**/*.test.ts'] },
  // A part of a file that its own test calls by name may be exported for it.
  ignoreExportsUsedInFile: production,
  // Started by its path, in tools/dist.mjs.
  ignoreDependencies: ['@vercel/ncc'],
  // Programs of the system: no package of npm brings them.
  exclude: ['binaries'],
};

export default config;
