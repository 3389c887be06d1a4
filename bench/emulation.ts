/**
 * `npm run bench:emulation`: what QEMU costs: a compiler, an interpreter, a compressor and a hash of Debian, each run
 * by this CPU and, built for other architectures, by Debian's versions of QEMU; and what QEMU's own settings change.
 *
 *   --rounds N           runs of each, of which the half counts that others disturbed least (5)
 *   --only PLATFORM[,…]  only these platforms, or the word settings
 *   --write              writes its part of docs/benchmarks.md
 *
 * Downloads about 40 MB an architecture, once. Needs no privilege and no table: QEMU is started by its name.
 */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { parsePlatform, targetOf } from '../src/platform/platforms.ts';
import { machineSuite } from '../test/support/packages.ts';
import { debianQemu } from '../test/support/qemu.ts';
import { type Command, measureInTurn, median, runOnce, TIME } from './measure.ts';
import { machine, markdownTable, writePart } from './support/page.ts';
import {
  addEmulator,
  makeSysroot,
  openSysroots,
  runIn,
  type Sysroot,
  WORKLOADS,
  type Workload,
} from './support/sysroots.ts';

/** What Debian builds programs for, and a suite that has them. */
const PLATFORMS: readonly (Origin & { readonly name: string })[] = [
  { name: 'linux/amd64', arch: 'amd64', suite: 'trixie' },
  { name: 'linux/arm64', arch: 'arm64', suite: 'trixie' },
  { name: 'linux/arm/v7', arch: 'armhf', suite: 'trixie' },
  { name: 'linux/arm/v5', arch: 'armel', suite: 'bookworm' },
  { name: 'linux/riscv64', arch: 'riscv64', suite: 'trixie' },
  { name: 'linux/ppc64le', arch: 'ppc64el', suite: 'bookworm' },
  { name: 'linux/s390x', arch: 's390x', suite: 'bookworm' },
  { name: 'linux/mips64le', arch: 'mips64el', suite: 'bookworm' },
  { name: 'linux/loong64', arch: 'loong64', suite: 'sid' },
];
/** Where programs are from. */
interface Origin {
  readonly arch: string;
  readonly suite: string;
}

const HEADINGS: Readonly<Record<Workload, string>> = {
  compile: '`cc1 -O2`',
  interpret: '`perl`',
  compress: '`xz -1`',
  hash: '`openssl dgst -sha256`',
};
const LOADS = Object.keys(WORKLOADS) as readonly Workload[];

/** Settings of QEMU that programs may be faster with, as its environment takes them: an entry can carry none. */
const SETTINGS: readonly Readonly<Record<string, string>>[] = [
  { QEMU_CPU: 'max,pauth-impdef=on' },
  { QEMU_CPU: 'max,pauth=off' },
  { QEMU_CPU: 'cortex-a57' },
  { QEMU_CPU: 'neoverse-n1' },
  { QEMU_TB_SIZE: '512' },
  { QEMU_ONE_INSN_PER_TB: '1', QEMU_SINGLESTEP: '1' },
];
/** Of which architecture: the one whose CPU models differ most in what they cost. */
const SET = 'linux/arm64';

/** Where GNU time writes to. */
const USAGE = 'usage';

process.exitCode = await main();

interface Lab {
  readonly folder: string;
  readonly rounds: number;
  readonly emulators: readonly { readonly version: string; readonly programs: string }[];
  readonly rootOf: (origin: Origin) => Sysroot;
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      rounds: { type: 'string', default: '5' },
      only: { type: 'string', default: '' },
      write: { type: 'boolean', default: false },
    },
  });
  const lacking = existsSync(TIME) ? undefined : `${TIME} is not installed`;
  if (lacking !== undefined || machineSuite() === undefined) {
    console.log(`skipped: ${lacking ?? 'this is not Debian'}`);
    return 0;
  }
  const wanted = values.only.split(',').filter((name) => name !== '');
  const isWanted = (name: string): boolean => wanted.length === 0 || wanted.includes(name);
  const { folder, remove } = openSysroots();
  try {
    const roots = new Map<string, Sysroot>();
    const lab: Lab = {
      folder,
      rounds: Number(values.rounds),
      emulators: await findEmulators(),
      rootOf: ({ arch, suite }) => {
        const key = `${suite}-${arch}`;
        const root = roots.get(key) ?? makeSysroot(folder, { suite, arch });
        roots.set(key, root);
        return root;
      },
    };
    const rows = PLATFORMS.filter(({ name, arch }) => isWanted(name) && arch !== hostArch());
    const costs: string[][] = [];
    for (const row of rows) {
      const lacking = lackingPrograms(lab, row);
      if (lacking === undefined) costs.push(...(await measureCost(lab, row)));
      else console.log(`skipped: ${row.name}: ${lacking}`);
    }
    const changes = isWanted('settings') ? await measureSettings(lab) : [];
    const text = render(costs, changes, lab.rounds);
    console.log(text);
    if (values.write) writePart('emulation', text);
    return 0;
  } finally {
    remove();
  }
}

/** Why the programs of a platform cannot be had; an archive drops an architecture now and then. */
function lackingPrograms({ rootOf }: Lab, origin: Origin): string | undefined {
  try {
    rootOf(origin);
    return undefined;
  } catch (thrown) {
    return String(thrown).split('\n', 2).join(' ');
  }
}

function hostArch(): string {
  return process.arch === 'arm64' ? 'arm64' : 'amd64';
}

/** Debian's versions of QEMU, the oldest first: the machine's own suite, and newer ones. */
async function findEmulators(): Promise<Lab['emulators']> {
  const found = [];
  for (const suite of new Set(['bookworm', 'trixie', 'sid'])) {
    const programs = await debianQemu(suite);
    const told = execFileSync(join(programs, 'qemu-riscv64-static'), ['--version'], { encoding: 'utf8' });
    found.push({ version: /version (\d+\.\d+)/.exec(told)?.[1] ?? suite, programs });
  }
  return found;
}

/** How many times as long as on this CPU each workload takes on a platform, a line a QEMU. */
async function measureCost(lab: Lab, origin: (typeof PLATFORMS)[number]): Promise<string[][]> {
  const { name } = origin;
  const root = lab.rootOf(origin);
  const emulators = lab.emulators.map((emulator) => emulatorIn(root, emulator, name));
  const columns: (readonly number[])[] = [];
  for (const load of LOADS) {
    progress(`${name}, ${load}`);
    columns.push(
      await ratios(
        lab,
        origin,
        load,
        emulators.map((path) => runIn(root, load, path)),
      ),
    );
  }
  return lab.emulators.map(({ version }, index) => [
    `\`${name}\``,
    version,
    ...columns.map((column) => shown(column[index], 1)),
  ]);
}

function emulatorIn(root: Sysroot, { programs, version }: Lab['emulators'][number], name: string): string {
  const platform = parsePlatform(name);
  const target = 'unknown' in platform ? undefined : targetOf(platform.arch);
  return addEmulator(root, join(programs, `qemu-${target?.qemu}-static`), `qemu-${version}`);
}

/** What a setting changes: the time with it as a share of that without. */
async function measureSettings(lab: Lab): Promise<string[][]> {
  const origin = PLATFORMS.find(({ name }) => name === SET);
  if (origin === undefined || origin.arch === hostArch()) return [];
  const root = lab.rootOf(origin);
  const lines: string[][] = [];
  for (const emulator of lab.emulators) {
    const path = emulatorIn(root, emulator, SET);
    const columns: (readonly number[])[] = [];
    for (const load of LOADS) {
      progress(`settings of QEMU ${emulator.version}, ${load}`);
      const commands = [{}, ...SETTINGS].map((setting) => runIn(root, load, path, setting));
      const [usual = Number.NaN, ...others] = await ratios(lab, origin, load, commands);
      columns.push(others.map((ratio) => ratio / usual));
    }
    SETTINGS.forEach((setting, index) => {
      const [variable] = Object.entries(setting).map((pair) => pair.join('='));
      lines.push([`\`${variable}\``, emulator.version, ...columns.map((each) => shown(each[index], 2))]);
    });
  }
  return lines;
}

/**
 * Medians of commands as multiples of what the same version of the same program takes on this CPU, all made in turn; NaN
 * for one that fails or says something else.
 */
async function ratios(
  { folder, rounds, rootOf }: Lab,
  { suite }: Origin,
  load: Workload,
  commands: readonly Command[],
): Promise<readonly number[]> {
  const native = runIn(rootOf({ arch: hostArch(), suite }), load);
  const usage = join(folder, USAGE);
  const expected = await runOnce(native, usage);
  if (expected.code !== 0) throw new Error(`${native.args.join(' ')}: ${expected.output.slice(-1000)}`);
  const working: Command[] = [];
  for (const command of commands) {
    const { code, output } = await runOnce(command, usage);
    const isSame = load === 'compile' || output === expected.output;
    if (code === 0 && isSame) working.push(command);
    else progress(`${command.args.join(' ')} ended with ${code}: ${output.slice(-200)}`);
  }
  const pairs = await measureInTurn(working, native, rounds, usage);
  const bare = median(pairs.flatMap(({ yardstick }) => yardstick.map(({ wall }) => wall)));
  return commands.map((command) => {
    const runs = pairs[working.indexOf(command)]?.runs ?? [];
    return median(runs.map(({ wall }) => wall)) / bare;
  });
}

function shown(ratio = Number.NaN, digits = 1): string {
  return Number.isNaN(ratio) ? '–' : ratio.toFixed(ratio < 10 ? digits : 0);
}

function render(
  costs: readonly (readonly string[])[],
  changes: readonly (readonly string[])[],
  rounds: number,
): string {
  const headings = LOADS.map((load) => HEADINGS[load]);
  return [
    `Medians of ${Math.ceil(rounds / 2)} runs of each, made in turn on ${machine()}; the start of the program is in them. A dash: it does not run.`,
    '',
    ...(costs.length > 0
      ? [
          'How many times as long as on this CPU:',
          '',
          markdownTable([['platform', 'QEMU', ...headings], ...costs]),
        ]
      : []),
    '',
    ...(changes.length > 0
      ? [
          `Settings of QEMU for \`${SET}\`, as a variable of the environment: the time with it as a share of that without.`,
          '',
          markdownTable([['setting', 'QEMU', ...headings], ...changes]),
        ]
      : []),
  ].join('\n');
}

function progress(text: string): void {
  process.stderr.write(`measuring: ${text}\n`);
}
