import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { Report } from '../../src/report/report.ts';
import type { GuestResult } from './machine.ts';

/** The table in docs/kernels.md: what every guest told, one row a case, with the command that told it. */

export interface KernelResults {
  readonly kernels: { readonly suite: string; readonly result: GuestResult }[];
  readonly hosts: { readonly title: string; readonly suite: string; readonly result: GuestResult }[];
}

/** A row: what is shown, by which command in the guest, and the words for one guest's answer. */
interface Row {
  readonly what: string;
  readonly command: string;
  readonly cell: (guest: GuestResult) => string;
}

const setup = 'setup arm64 riscv64 s390x --qemu-from host';

const text = (guest: GuestResult, name: string): string => guest.runs.get(name)?.stdout.trim() ?? '';
const lines = (guest: GuestResult, name: string): readonly string[] =>
  text(guest, name)
    .split('\n')
    .filter((line) => line !== '');

function report(guest: GuestResult, name: string): Report | undefined {
  try {
    return JSON.parse(text(guest, name)) as Report;
  } catch {
    return undefined;
  }
}

/** `exit 0, 3 of 3 proven, changed`, with the id of the problem if there is one. */
function outcome(guest: GuestResult, name: string): string {
  const run = guest.runs.get(name);
  const told = report(guest, name);
  if (run === undefined) return 'not run';
  if (told === undefined) return `exit ${run.exit}`;
  const proven = told.platforms.filter((platform) => platform.proven).length;
  const parts = [`exit ${run.exit}`, `${proven} of ${told.platforms.length} proven`];
  parts.push(told.changed ? 'changed' : 'unchanged');
  if (told.problem !== undefined) parts.push(told.problem.id);
  return parts.join(', ');
}

/** `exit 1: SB012 error, SB030 warning`. */
function diagnosis(guest: GuestResult, name: string): string {
  const told = report(guest, name);
  const exit = guest.runs.get(name)?.exit;
  if (told === undefined) return exit === undefined ? 'not run' : `exit ${exit}`;
  const found = told.findings.map(({ id, severity }) => `${id} ${severity}`);
  return `exit ${exit}: ${found.length === 0 ? 'no finding' : found.join(', ')}`;
}

/** `arm64 aarch64, riscv64 -`: what foreign programs say in a root that holds no emulator. */
function machines(guest: GuestResult, name: string): string {
  return lines(guest, name)
    .map((line) => line.replace('=', ' ').replace(/ $/, ' –'))
    .join(', ');
}

function flags(guest: GuestResult, name: string): string {
  const all = lines(guest, name).map((line) => `\`${/(\w+)\s*$/.exec(line)?.[1] ?? ''}\``);
  return [...new Set(all)].join(', ');
}

const rows: readonly Row[] = [
  { what: 'Kernel', command: 'uname -r', cell: (guest) => text(guest, 'release') },
  {
    what: 'Table at the start',
    command: 'plan arm64 riscv64 s390x',
    cell: (guest) => report(guest, 'unloaded.plan')?.host.table ?? '',
  },
  {
    what: 'Module not loaded, autoload off',
    command: `${setup} --no-autoload`,
    cell: (guest) => outcome(guest, 'unloaded.no-autoload'),
  },
  {
    what: 'Doctor: module not loaded',
    command: 'doctor arm64 riscv64 s390x',
    cell: (guest) => diagnosis(guest, 'unloaded.doctor'),
  },
  {
    what: 'Module loaded, autoload off',
    command: `${setup} --no-autoload`,
    cell: (guest) => outcome(guest, 'loaded.no-autoload'),
  },
  {
    what: 'Doctor: loaded, not mounted',
    command: 'doctor arm64 riscv64 s390x',
    cell: (guest) => diagnosis(guest, 'loaded.doctor'),
  },
  { what: 'Setup: module loaded', command: setup, cell: (guest) => outcome(guest, 'loaded.setup') },
  { what: 'Setup: from nothing', command: setup, cell: (guest) => outcome(guest, 'nothing.setup') },
  {
    what: 'Flags of the entries',
    command: 'grep flags /proc/sys/fs/binfmt_misc/qemu-*',
    cell: (guest) => flags(guest, 'nothing.entries'),
  },
  {
    what: 'Foreign programs in a chroot',
    command: 'chroot /foreign/ARCH /busybox uname -m',
    cell: (guest) => machines(guest, 'nothing.machines'),
  },
  { what: 'Setup again', command: setup, cell: (guest) => outcome(guest, 'nothing.again') },
  {
    what: 'Doctor: after setup',
    command: 'doctor arm64 riscv64 s390x',
    cell: (guest) => diagnosis(guest, 'nothing.doctor'),
  },
  {
    what: 'argv[0] kept (`P`)',
    command: 'exec -a uname /multi -m',
    cell: (guest) => (text(guest, 'flags.argv0') === 'aarch64' ? 'yes' : 'no'),
  },
  {
    what: 'Arguments in their places',
    command: "busybox echo one 'two three'",
    cell: (guest) => (text(guest, 'flags.arguments') === 'one two three' ? 'yes' : 'no'),
  },
  {
    what: 'setuid honoured (`C`)',
    command: "busybox su root -c 'id -u', as user 1000",
    cell: (guest) => (text(guest, 'flags.setuid') === '0' ? 'yes' : 'no'),
  },
  {
    what: 'Entries left after umount and mount',
    command: 'umount; mount; ls',
    cell: (guest) => `${lines(guest, 'lost.entries').length} of 3`,
  },
  {
    what: 'Doctor: then',
    command: 'doctor arm64 riscv64 s390x',
    cell: (guest) => diagnosis(guest, 'lost.doctor'),
  },
  { what: 'Setup: then', command: setup, cell: (guest) => outcome(guest, 'lost.setup') },
  {
    what: 'Entry of others without `F`: doctor',
    command: 'doctor arm64',
    cell: (guest) => diagnosis(guest, 'outside.doctor'),
  },
  {
    what: 'Entry of others without `F`: fail',
    command: 'setup arm64 --on-conflict fail',
    cell: (guest) => outcome(guest, 'outside.fail'),
  },
  {
    what: 'Entry of others without `F`: keep',
    command: 'setup arm64 --on-conflict keep',
    cell: (guest) => outcome(guest, 'outside.keep'),
  },
  {
    what: 'Entry of others without `F`: repair',
    command: 'setup arm64',
    cell: (guest) => outcome(guest, 'outside.repair'),
  },
  {
    what: 'Handler that is no emulator: doctor',
    command: 'doctor arm64',
    cell: (guest) => diagnosis(guest, 'broken.doctor'),
  },
  {
    what: 'Handler that is no emulator: repair',
    command: 'setup arm64',
    cell: (guest) => outcome(guest, 'broken.repair'),
  },
  {
    what: 'Remove one',
    command: 'remove arm64',
    cell: (guest) => `exit ${guest.runs.get('remove.one')?.exit}`,
  },
  {
    what: 'Remove all: entries left',
    command: 'remove all',
    cell: (guest) =>
      lines(guest, 'remove.all-entries')
        .map((line) => line.split(':')[0])
        .join(', '),
  },
  {
    what: 'Private table',
    command: 'exec arm64 -- busybox uname -m',
    cell: (guest) => {
      const run = guest.runs.get('exec.uname');
      return run === undefined ? 'not run' : `exit ${run.exit} ${run.stdout.trim()}`.trim();
    },
  },
];

const hostRows: readonly Row[] = [
  { what: 'Kernel', command: 'uname -r', cell: (guest) => text(guest, 'release') },
  {
    what: '/proc/sys/fs/binfmt_misc',
    command: 'ls -d /proc/sys/fs/binfmt_misc',
    cell: (guest) => (guest.runs.get('folder')?.exit === 0 ? 'there' : 'absent'),
  },
  {
    what: 'Setup',
    command: 'setup arm64 --qemu-from host',
    cell: (guest) => outcome(guest, 'setup'),
  },
  {
    what: 'Reason given',
    command: 'setup arm64 --qemu-from host',
    cell: (guest) => report(guest, 'setup')?.problem?.message ?? '',
  },
  { what: 'Doctor', command: 'doctor arm64', cell: (guest) => diagnosis(guest, 'doctor') },
];

/** What stands in docs/kernels.md of hosts of other architectures: another suite writes it. */
const FOREIGN_HOSTS = /\n## Hosts of other architectures\n[\s\S]*$/;

const foreignRows: readonly Row[] = [
  { what: 'Kernel', command: 'uname -rm', cell: (guest) => text(guest, 'release') },
  {
    what: 'Doctor: module not loaded',
    command: 'doctor …',
    cell: (guest) => diagnosis(guest, 'unloaded.doctor'),
  },
  {
    what: 'Setup: from nothing',
    command: 'setup … --qemu-from host',
    cell: (guest) => outcome(guest, 'setup'),
  },
  { what: 'Setup again', command: 'setup … --qemu-from host', cell: (guest) => outcome(guest, 'again') },
  { what: 'Doctor: after setup', command: 'doctor …', cell: (guest) => diagnosis(guest, 'doctor') },
  {
    what: 'Private table',
    command: 'exec … -- cat /proc/sys/fs/binfmt_misc/status',
    cell: (guest) => `exit ${guest.runs.get('exec')?.exit} ${text(guest, 'exec')}`,
  },
  {
    what: 'Private table of an ordinary user',
    command: 'exec … -- cat /proc/sys/fs/binfmt_misc/status',
    cell: (guest) => `exit ${guest.runs.get('user.exec')?.exit} ${text(guest, 'user.exec')}`,
  },
  {
    what: 'x86-64-v3',
    command: 'setup amd64/v3 --qemu-from host',
    cell: (guest) => outcome(guest, 'level'),
  },
  {
    what: 'Remove all: entries left',
    command: 'remove all',
    cell: (guest) => `${lines(guest, 'remove.entries').length}`,
  },
  {
    what: 'Setup and undo: entries left',
    command: 'remove --run last',
    cell: (guest) => `${lines(guest, 'undo.entries').length}`,
  },
  {
    what: 'Setup as an ordinary user without sudo',
    command: 'setup … --qemu-from host',
    cell: (guest) => outcome(guest, 'user.setup'),
  },
];

/** Writes the part of docs/kernels.md about hosts of other architectures, and leaves the rest. */
export function writeHostsDocument(
  file: string,
  told: readonly { readonly arch: string; readonly result: GuestResult }[],
): void {
  const rest = readFileSync(file, 'utf8').replace(FOREIGN_HOSTS, '');
  const hosts = told.map(({ arch, result }) => ({ title: arch, result }));
  writeFileSync(
    file,
    `${rest}
## Hosts of other architectures

Each column is one boot of Debian 13's kernel of that architecture under software emulation, with a user land of busybox
alone (no util-linux, no shell but ash), Node 20 or 24, \`dist/\` and static QEMUs of Debian 13. Three architectures are set up.

${table(foreignRows, hosts)}
`,
  );
}

/** Writes docs/kernels.md from what the guests told. */
export function writeKernelsDocument(file: string, results: KernelResults): void {
  const kernels = results.kernels.map(({ suite, result }) => ({ title: `Debian ${suite}`, result }));
  const hosts = results.hosts.map(({ title, result }) => ({ title, result }));
  const [foreign = ''] = (existsSync(file) ? FOREIGN_HOSTS.exec(readFileSync(file, 'utf8')) : null) ?? [];
  writeFileSync(
    file,
    `# Kernels

<!-- Written by npm run test:kernels from what the guests told. Do not edit. -->

Each column is one boot of a Debian kernel under software emulation (\`qemu-system-x86_64 -cpu Nehalem\`, no KVM), with
Node 24, \`dist/\` and static QEMUs of Debian 13 in its initramfs. The commands are those that ran in the guest; modes
stand for \`node /dist/cli.js MODE … --json\`. Run it yourself with \`npm run test:kernels\`.

${table(rows, kernels)}

On 5.10 upstream QEMU is not told that \`argv[0]\` is kept (AT_FLAGS came with 5.12): the flag \`P\` would shift its
arguments, so entries go without it, and a multi-call program that is started under another name than its path does not
find its applet. Entries of 5.10 outlive the last mount; those of newer kernels do not.

## Hosts without the table

${table(hostRows, hosts)}

The kernel without binfmt_misc is Debian's, told not to make the folder (\`initcall_blacklist=init_fs_stat_sysctls\`) and
given no module; the refused module is refused by \`module_blacklist=binfmt_misc\`.

## Not booted

Kernels older than 4.8, which have no flag \`F\`, are in no Debian suite that can still be installed. That they are refused is
shown by unit tests on captured facts only.
${foreign}`,
  );
}

function table(
  rowsOf: readonly Row[],
  guests: readonly { readonly title: string; readonly result: GuestResult }[],
): string {
  const row = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [
    row(['Case', 'Command', ...guests.map(({ title }) => title)]),
    row(['---', '---', ...guests.map(() => '---')]),
    ...rowsOf.map(({ what, command, cell }) =>
      row([what, `\`${command}\``, ...guests.map(({ result }) => cell(result))]),
    ),
  ].join('\n');
}
