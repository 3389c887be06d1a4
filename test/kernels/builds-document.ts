import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { Report } from '../../src/report/report.ts';
import { BUILDKIT, BUILDS, type Lists, type ProgramEnd, type ProgramRun } from './builds.ts';

/** The page docs/qemu-builds.md: what was seen of four builds of QEMU, a section a host. */

export interface HostResult {
  readonly title: string;
  readonly detail: string;
  /** By version. */
  readonly builds: Map<string, BuildResult>;
}

interface BuildResult {
  readonly lists: Lists;
  readonly programs: readonly ProgramRun[];
  /** What `setup amd64/v3` told, and the end of a program of that level; of a host of arm64. */
  readonly level?: { readonly setup: Report; readonly program: ProgramEnd };
}

const VERSIONS = BUILDS.map(({ version }) => version);
const QEMUS = VERSIONS.map((version) => `QEMU ${version}`);

const INTRODUCTION = `# Builds of QEMU

<!-- Written by KERNELS=all npm run test:kernels from what was seen. Do not edit. -->

What four builds of QEMU do: those of Debian 11, 12, 13 and sid, all with glibc. The host of amd64 is the machine that this was
written on; hosts of arm64 are Debian 13's kernel under software emulation. Builds with musl, as in tonistiigi/binfmt, can
differ: the probe asks the build that is there, and no version.

- **What is listed**: on one table, after \`setup\` with all that BuildKit asks about, the output \`platforms\`, and what BuildKit's own
  detection lists (\`util/archutil\` of ${BUILDKIT}, built from its module, normalised as its workers do). \`both\` list a platform, or
  \`neither\` does; anything else would be a difference, and makes the test fail. The levels of amd64 on a host of amd64 are those
  of the machine's own CPU.
- **Programs of x86-64-v3**: \`setup linux/amd64/v3\`, and then a program that clang compiled with \`-march=x86-64-v3 -O3\`, run in a
  chroot. BuildKit knows two levels of an emulated CPU, and refuses steps of the third; SB094 warns of it.
- **The probe and real programs**: what the doctor says of a build (SB040, what its probe could not do), beside what a program of
  Debian 13 does in a chroot. Where the probe asks for what a program needs, both have to agree, or the test fails. What no probe
  can show was reported by others (SB043, with the id of the report): it need not occur, and here is how often it did.
`;

/** Writes the section of one host, and leaves those of the others. */
export function writeHostSection(file: string, host: HostResult): void {
  const before = existsSync(file)
    ? readFileSync(file, 'utf8')
        .split(/^(?=## )/m)
        .slice(1)
    : [];
  const own = sectionOf(host);
  const headOf = (section: string) => section.split('\n', 1)[0] ?? '';
  const others = before.filter((section) => headOf(section) !== headOf(own));
  const sections = [...others.map((section) => `${section.trimEnd()}\n`), own].sort();
  writeFileSync(file, [INTRODUCTION, ...sections].join('\n'));
}

function sectionOf(host: HostResult): string {
  const builds = [...host.builds.values()];
  const parts = [`## A host of ${host.title}\n\n${host.detail}.`, `### What is listed\n\n${listTable(host)}`];
  if (builds.some(({ level }) => level !== undefined))
    parts.push(`### Programs of x86-64-v3\n\n${levelTable(host)}`);
  if (builds.some(({ programs }) => programs.length > 0))
    parts.push(`### The probe and real programs\n\n${programTable(host)}`);
  return `${parts.join('\n\n')}\n`;
}

function row(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');
}

function listTable(host: HostResult): string {
  const all = [...host.builds.values()].flatMap(({ lists }) => [...lists.ours, ...lists.buildkit]);
  const cells = (platform: string) =>
    VERSIONS.map((version) => {
      const { ours = [], buildkit = [] } = host.builds.get(version)?.lists ?? {};
      const [here, there] = [ours.includes(platform), buildkit.includes(platform)];
      if (here !== there) return here ? '**the set-up alone**' : '**BuildKit alone**';
      return here ? 'both' : 'neither';
    });
  const rows = [...new Set(all)].sort().map((platform) => [`\`${platform}\``, ...cells(platform)]);
  return table(['platform', ...QEMUS], rows);
}

function levelTable(host: HostResult): string {
  const cells = (of: (level: NonNullable<BuildResult['level']>) => string) =>
    VERSIONS.map((version) => {
      const level = host.builds.get(version)?.level;
      return level === undefined ? '' : of(level);
    });
  const rows = [
    [
      '`setup linux/amd64/v3`',
      ...cells(({ setup }) => (setup.platforms[0]?.proven ? 'proven' : `not proven, exit ${setup.exitCode}`)),
    ],
    [
      'SB094: BuildKit refuses steps of it',
      ...cells(({ setup }) => (setup.findings.some(({ id }) => id === 'SB094') ? 'warned' : 'not said')),
    ],
    [
      'a program with AVX2 and FMA',
      ...cells(({ program }) => (program.code === 0 ? 'runs' : ended(program.code))),
    ],
    [
      'listed by BuildKit',
      ...VERSIONS.map((version) =>
        host.builds.get(version)?.lists.buildkit.includes('linux/amd64/v3') ? 'yes' : 'no',
      ),
    ],
  ];
  return table(['', ...QEMUS], rows);
}

function ended(code: number): string {
  return code > 128 ? `dies of signal ${code - 128}` : `exit ${code}`;
}

function programTable(host: HostResult): string {
  const [first] = host.builds.values();
  const rows = (first?.programs ?? []).map(({ program }) => [
    `\`linux/${program.arch}\``,
    program.what,
    ...VERSIONS.map((version) => {
      const run = host.builds.get(version)?.programs.find((one) => one.program === program);
      return run === undefined ? 'not run' : describeRun(run);
    }),
  ]);
  return table(['programs of', 'what is run', ...QEMUS], rows);
}

/** `warned, and it fails: “Function not implemented”`, `reported (id), works 5 of 5`. */
function describeRun({ program, times, worked, failed, warned, reported }: ProgramRun): string {
  const works = times === 1 ? 'works' : `works ${worked} of ${times}`;
  const does = worked === times ? works : `${worked === 0 ? 'fails' : works}: “${failed}”`;
  if (program.needs !== undefined) return warned ? `warned, and it ${does}` : `no finding, and it ${does}`;
  return reported.length === 0 ? does : `${does} (reported: ${reported.join(', ')})`;
}
