import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Report } from '../../src/report/report.ts';
import { schemaProblems } from './report-schema.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
/**
 * What is tested: with SETUP_BINFMT_DIST=1 the bundles of `dist/`, else those of `lib/`, which start in a third of the time
 * that its modules take, or these.
 */
const programs =
  process.env.SETUP_BINFMT_DIST === '1'
    ? 'dist'
    : (['lib/bundle', 'lib/main'].find((folder) => existsSync(join(root, folder))) ?? 'lib/main');

/** The command that starts one of the programs; TEST_NODE names another Node than that of the tests. */
export function commandOf(file: string): readonly [string, string] {
  return [process.env.TEST_NODE ?? process.execPath, built(file)];
}

/** The path of a file of the build. Throws when nothing was built. */
export function built(file: string): string {
  return fromBuild(programs, file);
}

/** The path of a file of `lib/`, for what bundles do not hold by itself. */
export function fromLib(file: string): string {
  return fromBuild('lib', file);
}

function fromBuild(folder: string, file: string): string {
  const path = join(root, folder, file);
  if (!existsSync(path)) throw new Error(`${folder}/${file} is missing: npm run build makes it`);
  return path;
}

/**
 * For the environment of TypeScript programs of this folder: Node keeps what it has compiled, and starts them in
 * half the time. A run with coverage would forbid it to what it starts.
 */
export const keepCompiled: NodeJS.ProcessEnv = {
  NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/compiled'),
  NODE_DISABLE_COMPILE_CACHE: undefined,
};

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  /** The whole environment. */
  readonly env: Readonly<Record<string, string>>;
  readonly stdin?: string;
  readonly cwd?: string;
}

/** Runs a program to its end. */
export function runProgram(command: readonly string[], options: RunOptions): Promise<Ended> {
  const [file, ...args] = command;
  if (file === undefined) throw new Error('no program');
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, {
      env: options.env,
      ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
      stdio: 'pipe',
    });
    let [stdout, stderr] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
    child.stdin.on('error', () => undefined);
    child.stdin.end(options.stdin ?? '');
  });
}

/** The report on standard output of a run with `--json`; throws for one that is not as docs/report.schema.json has it. */
export function reportOf(ended: Ended): Report {
  const report = parseReport(ended);
  const problems = schemaProblems(report);
  if (problems.length > 0) throw new Error(`the report breaks its schema: ${problems.join('; ')}`);
  return report;
}

function parseReport(ended: Ended): Report {
  try {
    return JSON.parse(ended.stdout) as Report;
  } catch {
    throw new Error(`no report; exit ${ended.code}, ${ended.stderr}`);
  }
}
