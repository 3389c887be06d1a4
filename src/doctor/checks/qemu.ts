/** Checks of the emulators themselves: the files behind the entries, and the versions that answer. */

import { type ElfHeader, ET_EXEC, isSameMachine } from '../../platform/elf.ts';
import { targetOf } from '../../platform/platforms.ts';
import type { Verdict } from '../../probe/verdict.ts';
import { type Advisory, advisoriesFor } from '../../qemu/advisories.ts';
import { listed, printable } from '../../text/text.ts';
import { type Check, type CheckContext, check, doctorCheck, type Look, type Observation } from './check.ts';
import {
  type ClaimingHandler,
  describeHandlers,
  EXAMPLE_REPLACE,
  EXAMPLE_SETUP,
  handlersOf,
  observeHandlers,
  setupCommand,
} from './claims.ts';

/** The newest advisories are joined in one finding; more would not be read. */
const MOST_ADVISORIES = 3;

const NO_HANDLER = 'no entry takes programs of another architecture';

function skipNone(_doctor: unknown, context: CheckContext): string | undefined {
  return handlersOf(context).length === 0 ? NO_HANDLER : undefined;
}

/** All handlers of which `isFaulty` is true, in one observation; it matters less where all of them work. */
function observeFaulty(
  context: CheckContext,
  isFaulty: (handler: ClaimingHandler) => boolean,
  says: string,
): Observation | undefined {
  const faulty = handlersOf(context).filter(isFaulty);
  const works = faulty.every(({ verdicts }) => verdicts.every(({ status }) => status === 'emulated'));
  const seen = observeHandlers(faulty, `${describeHandlers(faulty)} ${says}`, { replace: true });
  return seen && works ? { ...seen, severity: 'info' } : seen;
}

function isNoProgram({ file }: ClaimingHandler): boolean {
  return file?.kind === 'other' || file?.state === 'no-file';
}

/** The program is of the architecture of this host; one that is not known is taken for it. */
export function isHostProgram(elf: ElfHeader, architecture: string | undefined): boolean {
  const host = architecture === undefined ? undefined : targetOf(architecture);
  return host === undefined || isSameMachine(elf, host.elf);
}

interface AnsweringVersion {
  readonly version: string;
  readonly archs: string[];
  readonly type: 'exec' | 'dyn' | undefined;
  readonly lacks: Verdict['lacks'];
  /** The x86-64 level, of amd64. */
  readonly level: number | undefined;
}

/** What answers, by version and by what its probe could not do: each with the architectures that it answers for. */
function versionsOf(context: CheckContext): readonly AnsweringVersion[] {
  const found = new Map<string, AnsweringVersion>();
  for (const { verdicts, file } of handlersOf(context)) {
    const type = file?.elf === undefined ? undefined : file.elf.type === ET_EXEC ? 'exec' : 'dyn';
    for (const { arch, qemuVersion: version, lacks, level: seen } of verdicts) {
      if (version === undefined) continue;
      const level = arch === 'amd64' ? seen : undefined;
      const key = `${version} ${type} ${lacks} ${level}`;
      const one = found.get(key) ?? { version, archs: [], type, lacks, level };
      one.archs.push(arch);
      found.set(key, one);
    }
  }
  return [...found.values()];
}

/** Advisories that one remedy mends, by their texts, each with the architectures that it is about. */
interface Trouble extends Pick<Advisory, 'severity' | 'remedy'> {
  readonly texts: Map<string, string[]>;
}

/** One observation for all that is mended in the same way, whatever the architectures. */
function observeAdvisories(context: CheckContext, kind: (advisory: Advisory) => boolean): Look {
  const { architecture, kernel } = context.facts;
  const troubles = new Map<string, Trouble>();
  for (const { version, archs, type, lacks, level } of versionsOf(context)) {
    const all = advisoriesFor({
      version,
      hostArch: architecture ?? '',
      targets: archs,
      kernelVersion: kernel.release,
      interpreterType: type,
      lacks,
      level,
    }).filter(kind);
    const [first] = all;
    if (first === undefined) continue;
    const { severity, remedy } = first;
    const trouble = troubles.get(severity + remedy) ?? { severity, remedy, texts: new Map() };
    troubles.set(severity + remedy, trouble);
    for (const { text, targets } of all)
      trouble.texts.set(text, [...(trouble.texts.get(text) ?? []), ...targets]);
  }
  return [...troubles.values()].map(observeTrouble);
}

function observeTrouble({ severity, remedy, texts }: Trouble): Observation {
  const lines = [...texts].map(([text, archs]) => ({ text, archs: archs.join(', ') }));
  const told = lines
    .slice(0, MOST_ADVISORIES)
    .map(({ text, archs }, at) => (archs === lines[at - 1]?.archs ? text : `${archs}: ${text}`));
  const more = lines.length - told.length;
  return {
    evidence: `${told.join('; ')}${more > 0 ? `; and ${more} more` : ''}`,
    severity,
    remedy,
    commands: severity === 'warning' ? [newerQemu([...new Set([...texts.values()].flat())])] : [],
  };
}

/** The source that has a newer QEMU is named: where it cannot be had, no other one is taken, and setup says why. */
function newerQemu(archs: readonly string[]): string {
  return `${setupCommand(archs, true)} --qemu-from image`;
}

const FIXED_ADDRESS = /^fixed-address/;

/** For the documentation; a finding names the platforms in question. */
const EXAMPLE_NEWER = [newerQemu(['arm64'])];

/** What is wrong with an interpreter, and how that is said; `own` is the host's architecture. */
interface InterpreterFault extends Pick<Check, 'remedy'> {
  readonly isFaulty: (handler: ClaimingHandler, own: string | undefined) => boolean;
  readonly says: (own: string | undefined) => string;
}

/** Makes a check of the files that stand behind entries. */
function interpreterCheck(id: string, title: string, { remedy, isFaulty, says }: InterpreterFault): Check {
  return doctorCheck('error', id, title, {
    ...{ remedy, commands: EXAMPLE_SETUP, skip: skipNone },
    look: (_doctor, context) => {
      const own = context.facts.architecture;
      return observeFaulty(context, (handler) => isFaulty(handler, own), says(own));
    },
  });
}

export const QEMU_CHECKS: readonly Check[] = [
  interpreterCheck('SB021', 'interpreter missing', {
    remedy: 'Register again, with an emulator that is there',
    isFaulty: ({ file }) => file?.state === 'missing',
    says: () => 'is no longer there',
  }),
  interpreterCheck('SB022', 'interpreter is not static', {
    remedy: 'Use a static emulator',
    isFaulty: ({ file }) => file?.elf?.interpreter === true,
    says: () => 'is linked dynamically: containers lack its libraries',
  }),
  interpreterCheck('SB023', 'interpreter of another architecture', {
    remedy: 'Use an emulator that was built for this host',
    isFaulty: ({ file }, own) => file?.elf !== undefined && !isHostProgram(file.elf, own),
    says: (own) => `is no ${own} program`,
  }),
  doctorCheck('error', 'SB024', 'interpreter is a script or no program', {
    remedy: 'Register the emulator itself',
    commands: EXAMPLE_SETUP,
    skip: skipNone,
    look: (_doctor, context) => [
      observeFaulty(context, ({ file }) => file?.kind === 'script', 'is a script: containers lack its shell'),
      observeFaulty(context, isNoProgram, 'is no program'),
    ],
  }),
  doctorCheck('warning', 'SB025', 'interpreter replaced since it was registered', {
    remedy: 'Register again, to use the file that is there now',
    commands: EXAMPLE_REPLACE,
    skip: skipNone,
    look: (_doctor, context) => {
      const replaced = handlersOf(context).flatMap((handler) => {
        const now = handler.file?.version;
        const answers = handler.verdicts.flatMap(({ handlerVersion }) => handlerVersion ?? []);
        const old = answers.find((answer) => answer !== now);
        return now === undefined || old === undefined ? [] : [{ handler, now, old }];
      });
      const texts = replaced.map(
        ({ handler, now, old }) =>
          `${printable(handler.entry.name, 60)} answers "${printable(old, 80)}", and the file says "${printable(now, 80)}"`,
      );
      const handlers = replaced.map(({ handler }) => handler);
      return observeHandlers(handlers, texts.join('; '), { replace: true });
    },
  }),
  check('warning', 'SB040', 'QEMU lacks what programs use', {
    remedy: 'Use a newer QEMU',
    commands: EXAMPLE_NEWER,
    skip: (context) => (versionsOf(context).length === 0 ? 'no QEMU answers' : undefined),
    look: (context) => observeAdvisories(context, ({ probed }) => probed),
  }),
  check('warning', 'SB043', 'known trouble with this QEMU', {
    remedy: 'Use a newer QEMU',
    commands: EXAMPLE_NEWER,
    skip: (context) => (versionsOf(context).length === 0 ? 'no QEMU answers' : undefined),
    look: (context) => observeAdvisories(context, ({ id, probed }) => !probed && !FIXED_ADDRESS.test(id)),
  }),
  doctorCheck('warning', 'SB026', 'QEMU is linked at a fixed address', {
    remedy: 'Use a QEMU that is linked static-pie',
    commands: EXAMPLE_NEWER,
    skip: (doctor, context) => {
      if (doctor.sysctls['kernel.randomize_va_space'] === 0)
        return 'this kernel does not randomise addresses';
      return skipNone(doctor, context);
    },
    look: (_doctor, context) => observeAdvisories(context, ({ id }) => FIXED_ADDRESS.test(id)),
  }),
  doctorCheck('info', 'SB044', 'QEMU_* variables are exported', {
    remedy: 'Take them out of the environment of the steps that run foreign programs',
    commands: ['unset QEMU_VERSION'],
    look: ({ qemuVariables }) => {
      if (qemuVariables.length === 0) return [];
      const grave = qemuVariables.filter((name) => GRAVE_VARIABLES.includes(name));
      return {
        evidence: `${listed(qemuVariables)} ${qemuVariables.length === 1 ? 'is' : 'are'} exported here${grave.length > 0 ? `: with ${listed(grave)} no emulated program outside of containers runs as it should` : ''}`,
        severity: grave.length > 0 ? 'warning' : 'info',
        commands: [`unset ${qemuVariables.map((name) => printable(name, 60)).join(' ')}`],
      };
    },
  }),
];

/** Under these a program does not run, or not as it should (linux-user/main.c). */
const GRAVE_VARIABLES: readonly string[] = ['QEMU_VERSION', 'QEMU_HELP', 'QEMU_GDB', 'QEMU_SINGLESTEP'];
