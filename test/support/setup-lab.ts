import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { formatRule } from '../../src/binfmt/rule.ts';
import { nodeHost } from '../../src/host/host.ts';
import { type Target, targetOf } from '../../src/platform/platforms.ts';
import { buildProbe, PROBE_ARGUMENTS } from '../../src/probe/programs.ts';
import { machineSuite } from './packages.ts';
import { noPrivateTable, openPrivateTable, type PrivateTable } from './private-table.ts';
import { commandOf, type Ended, runProgram } from './program.ts';

/** Why setup cannot be tested here for real, printed; `undefined` when it can. */
export function noLab(): string | undefined {
  const reason = noPrivateTable();
  if (reason !== undefined) return reason;
  if (machineSuite() !== undefined) return undefined;
  const none = 'QEMU comes from Debian, and this machine is none';
  console.log(`skipped: ${none}`);
  return none;
}

/** A private table, a store of its own, and QEMU in a folder on PATH. */
export interface Lab {
  readonly table: PrivateTable;
  /** A folder for whatever a test needs, gone with the lab. */
  readonly work: string;
  readonly env: Readonly<Record<string, string>>;
  /** Runs a command inside. */
  readonly run: (command: readonly string[], env?: Readonly<Record<string, string>>) => Promise<Ended>;
  /** Runs the program of the terminal, with `--qemu-from host` where QEMU may be needed. */
  readonly cli: (...args: readonly string[]) => Promise<Ended>;
  /** The texts of all entries by name, in the kernel's order. */
  readonly entries: () => ReadonlyMap<string, string>;
  /** The files of the store. */
  readonly store: () => readonly string[];
  /** Registers an entry of an architecture. */
  readonly claim: (arch: string, claim: Claim) => void;
  /** Starts a probe of the architecture over and over inside, and tells how often it ran and failed. */
  readonly watch: (arch: string, place: 'chroot' | 'plain') => Watch;
  readonly close: () => Promise<void>;
}

export interface Claim {
  readonly name: string;
  readonly interpreter: string;
  readonly flags: string;
}

interface Watch {
  readonly stop: () => Promise<{ readonly runs: number; readonly failures: number }>;
}

/** Opens a lab; `qemu` is a folder with `qemu-*-static`. */
export async function openLab(qemu: string): Promise<Lab> {
  const table = await openPrivateTable();
  const work = realpathSync(mkdtempSync(join(tmpdir(), 'setup-binfmt-lab-')));
  chmodSync(work, 0o755);
  mkdirSync(join(work, 'tmp'));
  const env = {
    PATH: `${qemu}:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin`,
    HOME: work,
    TMPDIR: join(work, 'tmp'),
    RUNNER_TOOL_CACHE: join(work, 'tools'),
    DOCKER_HOST: 'unix:///nowhere/docker.sock',
  };
  const run: Lab['run'] = (command, more = {}) =>
    runProgram([...table.enter, ...command], { env: { ...env, ...more } });
  const lab: Lab = {
    table,
    work,
    env,
    run,
    cli: (...args) =>
      run([
        ...commandOf('cli.js'),
        ...args,
        ...(/^(?:remove|doctor|--uninstall)$/.test(args[0] ?? '') ? [] : ['--qemu-from', 'host']),
      ]),
    entries: () => readEntries(table.folder),
    store: () => {
      const root = join(work, 'tools');
      const names = existsSync(root) ? readdirSync(root, { recursive: true, encoding: 'utf8' }) : [];
      return names.map((name) => join(root, name));
    },
    claim: (arch, claim) => {
      const { magic, mask } = target(arch);
      table.register(formatRule({ match: { kind: 'magic', offset: 0, magic, mask }, ...claim }));
    },
    watch: (arch, place) => watch(lab, arch, place),
    close: async () => {
      await table.close();
      rmSync(work, { recursive: true, force: true });
    },
  };
  return lab;
}

/** The texts of all entries of a table, in the kernel's order. */
export function readEntries(folder: string): ReadonlyMap<string, string> {
  const names = nodeHost()
    .list(folder)
    .filter((name) => name !== 'register' && name !== 'status');
  return new Map(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}

/** The row of the table for an architecture; throws when there is none. */
export function target(arch: string): Target {
  const found = targetOf(arch);
  if (found === undefined) throw new Error(`no target ${arch}`);
  return found;
}

/** A folder that holds nothing but the probe, and the command that runs it there. */
export function probeCommand(work: string, arch: string, place: 'chroot' | 'plain'): readonly string[] {
  const jail = join(work, `jail-${arch}`);
  mkdirSync(jail, { recursive: true });
  const probe = join(jail, 'probe');
  if (!existsSync(probe)) writeFileSync(probe, buildProbe(target(arch)), { mode: 0o755 });
  const args = Array.from({ length: PROBE_ARGUMENTS - 1 }, () => 'a');
  return place === 'chroot' ? ['chroot', jail, '/probe', ...args] : [probe, ...args];
}

function watch(lab: Lab, arch: string, place: 'chroot' | 'plain'): Watch {
  const flag = join(lab.work, `watch-${arch}-${place}`);
  writeFileSync(flag, '');
  const script = `runs=0; failures=0
while [ -e "$0" ]; do
  "$@" >/dev/null 2>&1
  [ $? = ${PROBE_ARGUMENTS} ] || failures=$((failures + 1))
  runs=$((runs + 1))
done
echo $runs $failures`;
  const ended = lab.run(['sh', '-c', script, flag, ...probeCommand(lab.work, arch, place)]);
  return {
    stop: async () => {
      rmSync(flag);
      const [runs = '', failures = ''] = (await ended).stdout.trim().split(' ');
      return { runs: Number(runs), failures: Number(failures) };
    },
  };
}

/** Copies a program to a path of its own, so that an entry may pin it. */
export function copyProgram(from: string, to: string): string {
  // An entry that pins it would refuse a second copy.
  if (existsSync(to)) return to;
  mkdirSync(join(to, '..'), { recursive: true });
  copyFileSync(from, to);
  chmodSync(to, 0o755);
  return to;
}
