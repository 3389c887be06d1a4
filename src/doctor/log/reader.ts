/**
 * Reads a build's log, of any size and however it was decorated, and notes which signatures it shows. Keeps
 * counts and the first lines of evidence only, so that memory does not grow with the log.
 */

import { hideSecrets } from '../../text/redact.ts';
import { printable } from '../../text/text.ts';
import { SIGNATURES } from './diagnose.ts';
import type { LogLine, LogMatch, LogReport, Pattern } from './signature.ts';

/** Characters of a line that are looked at; the rest of a longer line is passed over. */
export const LINE_LIMIT = 4096;

/** Lines of evidence that are kept for one signature. */
export const EVIDENCE_LIMIT = 3;

/** Platforms that are kept. */
export const PLATFORM_LIMIT = 16;

/** How many lines a mention of the emulator reaches. */
const NEARNESS = 12;

/** A log that is being read. */
export interface LogReading {
  /** Takes the next piece, cut anywhere: text, or bytes of UTF-8. */
  feed(piece: string | Uint8Array): void;
  /** Ends the log and says what it showed. */
  report(): LogReport;
}

/** Begins to read a log. */
export function openLog(): LogReading {
  const decoder = new TextDecoder();
  const tally = openTally();
  let rest = '';
  let line = 1;
  let afterReturn = false;

  const take = (piece: string): void => {
    const text = afterReturn && piece.startsWith('\n') ? piece.slice(1) : piece;
    if (text.length < piece.length) line += 1;
    if (piece !== '') afterReturn = piece.endsWith('\r');
    let begin = 0;
    for (const { 0: end, index } of text.matchAll(LINE_END)) {
      tally.add(rest + text.slice(begin, Math.min(index, begin + LINE_LIMIT - rest.length)), line);
      rest = '';
      begin = index + end.length;
      // A lone carriage return rewrites the line; at the end of a piece a line feed may follow, but need not.
      if (end !== '\r') line += 1;
    }
    rest += text.slice(begin, begin + LINE_LIMIT - rest.length);
  };

  return {
    feed: (piece) => take(typeof piece === 'string' ? piece : decoder.decode(piece, { stream: true })),
    report: () => {
      take(decoder.decode());
      if (rest !== '') tally.add(rest, line);
      rest = '';
      return tally.report();
    },
  };
}

/** The end of a line, or the carriage return by which a progress bar rewrites its line. */
const LINE_END = /\r\n|[\r\n]/g;

interface Tally {
  add(line: string, number: number): void;
  report(): LogReport;
}

interface Seen {
  count: number;
  nearEmulator: boolean;
  readonly steps: Set<string>;
  readonly evidence: LogLine[];
}

const EMULATOR = /qemu|binfmt/i;
const PLATFORM =
  /(?<![\w/.-])linux\/(?:amd64|386|arm(?:64)?|riscv\d\d|ppc\w{0,4}|s390x|mips\w{0,4}|loong64)(?:\/v\d{1,2})?(?![\w/-])/g;

function openTally(): Tally {
  const seen = new Map<string, Seen>();
  const platforms = new Set<string>();
  const steps = openSteps();
  let lines = 0;
  /** How many more lines count as near the emulator. */
  let nearness = 0;

  const fits = (pattern: Pattern, lower: string, line: string, near: boolean, step?: string): boolean =>
    lower.includes(pattern.has) &&
    (pattern.near === undefined || near) &&
    (pattern.step === undefined || step !== undefined) &&
    (pattern.after === undefined || pattern.after.some((id) => seen.has(id))) &&
    (pattern.and === undefined || pattern.and.test(line));

  return {
    add: (raw, number) => {
      lines = number;
      if (raw === '') return;
      const whole = stripped(raw.replace(ANSI, ''), COLLECTORS).trimEnd();
      const step = steps.platformOf(whole);
      const line = stripped(whole, BUILDKIT);
      const lower = line.toLowerCase();
      nearness = EMULATOR.test(line) ? NEARNESS : Math.max(0, nearness - 1);
      const near = nearness > 0;
      for (const [platform] of line.matchAll(PLATFORM)) {
        if (platforms.size < PLATFORM_LIMIT) platforms.add(platform);
      }
      for (const { id, patterns } of SIGNATURES) {
        if (!patterns.some((pattern) => fits(pattern, lower, line, near, step))) continue;
        const entry = seen.get(id) ?? { count: 0, nearEmulator: false, steps: new Set(), evidence: [] };
        seen.set(id, entry);
        entry.count += 1;
        entry.nearEmulator ||= near;
        if (step !== undefined && entry.steps.size < PLATFORM_LIMIT) entry.steps.add(step);
        if (entry.evidence.length < EVIDENCE_LIMIT) {
          entry.evidence.push({ line: number, text: printable(hideSecrets(line), 240) });
        }
      }
    },
    report: () => ({
      lines,
      platforms: [...platforms],
      matches: [...seen].map(
        ([id, { count, nearEmulator, steps: ran, evidence }]): LogMatch => ({
          id,
          count,
          nearEmulator,
          evidence: [...evidence],
          steps: ran.size === 0 ? undefined : [...ran],
        }),
      ),
    }),
  };
}

/** Escape sequences of colours and cursors. */
const ANSI = /\u001b\[[0-?]{0,40}[ -/]{0,4}[@-~]/g;

/** What collectors of logs put before each line, in the order in which they can be nested. */
const COLLECTORS: readonly RegExp[] = [
  /^[^\t]{1,200}\t[^\t]{1,200}\t(?=\ufeff?\d{4}-)/, // gh run view --log: job, step
  /^\ufeff/,
  /^\[?\d{4}-\d\d-\d\d[T ][\d:.]{8,20}Z?\]? /, // GitHub, Jenkins, docker logs --timestamps
  /^(?:\[[\w.-]{1,40}\] ){1,4}/, // [docker-bake] [WARNING] [stderr]
];

/** What BuildKit puts before each line: its step, and the seconds since that began. */
const BUILDKIT: readonly RegExp[] = [/^#\d{1,6} /, /^\d{1,7}\.\d{1,3} /];

function stripped(raw: string, decorations: readonly RegExp[]): string {
  return decorations.reduce((line, decoration) => line.replace(decoration, ''), raw);
}

/*
 * Tells on which platform the step of a build ran that printed a line. BuildKit numbers its steps (`#12`), labels
 * each when it begins (`#12 [linux/arm64 build 3/5] RUN …`; of `linux/amd64->arm64` the first is what runs), and
 * repeats the last lines of a failed one below `> [linux/arm64 build 3/5] RUN …:`. A build for a single platform
 * has no platform in its labels, but in its command line.
 */
/** Steps that are remembered. */
export const STEP_LIMIT = 1000;

/** Lines that a repeated label reaches. */
const REPEATED_LINES = 64;

/** The steps of a log that is being read. */
export interface StepReading {
  /** The platform of the step that the line belongs to. Lines come in their order, without what collectors add. */
  platformOf(line: string): string | undefined;
}

const LABEL =
  /^(?:#(\d{1,6}) |\s{0,4}> )?\[(?:(linux\/\w{1,12}(?:\/v\d{1,2})?)(?:->[\w/]{1,30})? )?(?:[\w.-]{1,100} )? {0,4}\d{1,4}\/\d{1,4}\] /;
const NUMBER = /^#(\d{1,6}) /;
const RULE = /^-{6,}$/;
const COMMAND = /--platform[= ]["']?(linux\/\w{1,12}(?:\/v\d{1,2})?)(?![\w/])(,?)/;

/** Begins to follow the steps of a log. */
export function openSteps(): StepReading {
  const numbered = new Map<string, string>();
  let repeated: string | undefined;
  let left = 0;
  /** The platform of a build for only one. */
  let only: string | undefined;

  const begin = (number: string | undefined, platform: string | undefined): void => {
    if (number === undefined) {
      repeated = platform;
      left = REPEATED_LINES;
    } else if (platform === undefined || numbered.size >= STEP_LIMIT) numbered.delete(number);
    else numbered.set(number, platform);
  };

  return {
    platformOf: (line) => {
      const label = LABEL.exec(line);
      if (label !== null) {
        const platform = label[2] ?? only;
        begin(label[1], platform);
        return platform;
      }
      const number = NUMBER.exec(line)?.[1];
      if (number !== undefined) return numbered.get(number);
      const command = COMMAND.exec(line);
      if (command !== null) only = command[2] === '' ? command[1] : undefined;
      left = RULE.test(line) ? 0 : Math.max(0, left - 1);
      return left > 0 ? repeated : undefined;
    },
  };
}
