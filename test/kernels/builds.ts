/** Four builds of QEMU: what BuildKit lists under each, and what real programs do that the probe asks about or others reported. */

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { CONTAINER_ARCHITECTURES, targetOf } from '../../src/platform/platforms.ts';
import { advisoriesFor } from '../../src/qemu/advisories.ts';
import type { Report } from '../../src/report/report.ts';
import { type CpioItem, folderItems } from '../support/cpio.ts';
import { goPrograms } from '../support/go.ts';
import { debianQemu } from '../support/qemu.ts';
import { AMD64_PROGRAMS, programRoot, type RealProgram } from './programs.ts';

/** Debian's builds, all with glibc. */
export const BUILDS = [
  { suite: 'bullseye', version: '5.2' },
  { suite: 'bookworm', version: '7.2' },
  { suite: 'trixie', version: '10.0' },
  { suite: 'sid', version: '11.1' },
] as const;

export const BUILDKIT = 'v0.34.2';

/** What BuildKit probes: it asks for one more than `all` is. */
export const ASKED: readonly string[] = [...CONTAINER_ARCHITECTURES, 'ppc64'];

/** A program that prints what BuildKit's own detection lists, as its workers report it, for a host of an architecture. */
export function archutil(arch: 'amd64' | 'arm64'): string {
  const main = `package main

import (
	"fmt"

	"github.com/containerd/platforms"
	"github.com/moby/buildkit/util/archutil"
)

func main() {
	for _, platform := range archutil.SupportedPlatforms(true) {
		fmt.Println(platforms.FormatAll(platforms.Normalize(platform)))
	}
}
`;
  const module = `github.com/moby/buildkit@${BUILDKIT}`;
  return join(goPrograms(`archutil-${BUILDKIT}-${arch}`, { module, programs: { main }, arch }), 'main');
}

/** Both lists on one table, in one order. */
export interface Lists {
  readonly ours: readonly string[];
  readonly buildkit: readonly string[];
}

export function listsOf(report: Report, printed: string): Lists {
  const sorted = (names: readonly string[]) => names.filter((name) => name !== '').sort();
  return { ours: sorted((report.outputs.platforms ?? '').split(',')), buildkit: sorted(printed.split('\n')) };
}

/** How a program ended: its exit code, or the signal by its number, and what it wrote. */
export interface ProgramEnd {
  readonly code: number;
  readonly text: string;
}

/** One program under one build. */
export interface ProgramRun {
  readonly program: RealProgram;
  readonly times: number;
  readonly worked: number;
  /** The last words of a run that failed. */
  readonly failed: string;
  /** The probe said that it does not run. */
  readonly warned: boolean;
  /** Advisories that were reported of it for this build. */
  readonly reported: readonly string[];
}

/** What several runs of a program came to, beside what the doctor says of its architecture. */
export function judgeRuns(program: RealProgram, ends: readonly ProgramEnd[], doctor: Report): ProgramRun {
  const works = ({ code, text }: ProgramEnd) => code === 0 && text.trim().endsWith(program.says);
  const failed = ends.find((end) => !works(end));
  const [platform] = doctor.platforms;
  const version = platform?.qemuVersion ?? '';
  const advisories = advisoriesFor({
    version,
    hostArch: doctor.host?.architecture ?? '',
    targets: [program.arch],
    kernelVersion: doctor.host?.kernel,
  });
  const evidence = doctor.findings.filter(({ id }) => id === 'SB040').map((finding) => finding.evidence);
  const needs = program.needs ?? '';
  return {
    program,
    times: ends.length,
    worked: ends.filter(works).length,
    failed: failed === undefined ? '' : lastWords(failed),
    warned:
      needs === 'level 3'
        ? platform?.proven !== true
        : needs !== '' && evidence.join().toLowerCase().includes(needs),
    reported: advisories.map(({ id }) => id).filter((id) => program.reported?.test(id)),
  };
}

const SIGNALS: Readonly<Record<number, string>> = {
  132: 'Illegal instruction',
  134: 'Aborted',
  137: 'did not end',
  139: 'Segmentation fault',
};

function lastWords({ code, text }: ProgramEnd): string {
  const said = text.trim().split('\n').at(-1)?.trim().slice(0, 120) ?? '';
  return said === '' ? (SIGNALS[code] ?? `exit ${code}`) : said;
}

/** What a host of arm64 needs of all builds: emulators, the program of BuildKit, the root of amd64's programs. */
export async function guestItems(): Promise<readonly CpioItem[]> {
  const names = ASKED.map((arch) => `qemu-${targetOf(arch)?.qemu}-static`);
  const emulators = await Promise.all(
    BUILDS.map(async ({ suite }) => {
      const folder = await debianQemu(suite, 'arm64');
      return names.flatMap((name): CpioItem | [] => {
        const from = join(folder, name);
        return existsSync(from) ? { path: `/qemu/${suite}/${name}`, kind: 'file', from, mode: 0o755 } : [];
      });
    }),
  );
  return [
    ...emulators.flat(),
    { path: '/archutil', kind: 'file', from: archutil('arm64'), mode: 0o755 },
    ...folderItems(programRoot('amd64'), '/amd64'),
  ];
}

/** The lines of the guest's script that run the programs of amd64, each so often, as `SUITE.PROGRAM.RUN`. */
export function guestLines(): string {
  return AMD64_PROGRAMS.flatMap(({ command, times }, at) =>
    Array.from({ length: times }, (_, turn) => {
      const words = command.map((word) => `'${word.replaceAll("'", "'\\''")}'`);
      return `run $suite.${at}.${turn} timeout 300 chroot /amd64 ${words.join(' ')}`;
    }),
  ).join('\n');
}
