/**
 * Tells which step of a build or a job printed a line, on which platform it ran, and how it ended.
 *
 * BuildKit numbers its steps (`#12`), labels each when it begins (`#12 [linux/arm64 build 3/5] RUN …`; of
 * `linux/amd64->arm64` the first is what runs), and repeats the last lines of a failed one below
 * `> [linux/arm64 build 3/5] RUN …:`. A build for a single platform has no platform in its labels, but in its command
 * line. Older engines and Buildah write `Step 3/5 : RUN …` and `STEP 3/5: RUN …`, a runner of GitHub's `Run …`.
 */

import type { Step } from './model.ts';

/** Steps that are remembered. */
export const STEP_LIMIT = 1000;

/** Lines that a repeated label reaches. */
const REPEATED_LINES = 64;

const LABEL =
  /^(?:#(\d{1,6}) |\s{0,4}(>) |\s{0,4}=> (?:(ERROR|CACHED|CANCELED) )?)?\[(?:(linux\/\w{1,12}(?:\/v\d{1,2})?)(?:->[\w/]{1,30})? )?(?:[\w.-]{1,100} )? {0,4}\d{1,4}\/\d{1,4}\] (.{0,1000})/;
const NUMBER = /^#(\d{1,6}) (?:(DONE|CACHED|ERROR|CANCELED)\b)?/;
const RULE = /^-{6,}$/;
const CLASSIC = /^(?:Step|STEP) \d{1,4}(?:\/\d{1,4})? ?: (.{0,1000})/;
const JOB = /^Run (?!')(\S.{0,300})/;
const COMMAND = /--platform[= ]["']?(linux\/\w{1,12}(?:\/v\d{1,2})?)(?![\w/])(,?)/;
const FAILURE =
  /^(?:The command '|Error: (?:Process completed|building at STEP|The process)|error building|Process completed with exit code [1-9])|did not complete successfully|executor failed running|returned a non-zero code/;

/** A line of the Dockerfile as BuildKit quotes it, with a mark at what failed. */
const QUOTED = /^ {0,6}\d{1,5} \| (>>>| {3}) (?:FROM (?:--platform=(\S{1,60}))?)?/i;

/** Lines that may begin or end a step, or say for which platform a build is. */
const NOTEWORTHY =
  /^(?:[#[>=-]| {1,4}[[>=]| {0,6}\d{1,5} \| |S(?:tep|TEP) |Run |Error|error building|Process completed|The command )|--platform|did not complete|executor failed|returned a non-zero/;

/** The steps of a log that is being read. */
export interface StepReading {
  /** The step that the line belongs to. Lines come in their order, without what collectors add. */
  stepOf(line: string): Step | undefined;
  /** The step that failed, as far as the log told so far. */
  failed(): Step | undefined;
  /** The step that began last of those whose end was not told. */
  running(): Step | undefined;
  /** What the stage of the failed line of the Dockerfile says after `FROM --platform=`; empty where it says nothing. */
  stage(): string | undefined;
  /** BuildKit wrote the log. */
  buildkit(): boolean;
}

/** Begins to follow the steps of a log. */
export function openSteps(): StepReading {
  const numbered = new Map<string, Step>();
  /** The step whose lines carry no number, and how many more lines it reaches. */
  let open: Step | undefined;
  let left = 0;
  /** The platform of a build for only one. */
  let only: string | undefined;
  let failed: Step | undefined;
  let stage: string | undefined;
  let marked: string | undefined;
  let buildkit = false;

  const fail = (step: Step | undefined): void => {
    if (step === undefined) return;
    step.state = 'failed';
    if (failed?.platform === undefined || step.platform !== undefined) failed = step;
  };
  const begin = (step: Step, reach: number): Step => {
    if (open?.state === 'running') open.state = 'done';
    open = step;
    left = reach;
    return step;
  };
  const beginLabelled = (label: RegExpExecArray): Step => {
    const [, number, repeated, word, platform = only, command = ''] = label;
    buildkit = true;
    const step: Step = { platform, command, state: word === 'CACHED' ? 'done' : 'running' };
    if (number !== undefined) {
      if (numbered.size < STEP_LIMIT || numbered.has(number)) numbered.set(number, step);
    } else begin(step, REPEATED_LINES);
    if (repeated !== undefined || word === 'ERROR') fail(step);
    return step;
  };
  const end = (step: Step | undefined, word: string | undefined): void => {
    if (word === 'ERROR') fail(step);
    else if (step !== undefined && word !== undefined && step.state === 'running') step.state = 'done';
  };

  const stepOf = (line: string): Step | undefined => {
    if (!NOTEWORTHY.test(line)) {
      left = Math.max(0, left - 1);
      return left > 0 ? open : undefined;
    }
    const quoted = QUOTED.exec(line);
    if (quoted !== null) {
      if (/ FROM /i.test(quoted[0])) stage = quoted[2] ?? '';
      if (quoted[1] === '>>>') marked ??= stage;
      return undefined;
    }
    const label = line.includes('] ') ? LABEL.exec(line) : null;
    if (label !== null) return beginLabelled(label);
    const numbering = NUMBER.exec(line);
    if (numbering !== null) {
      buildkit = true;
      const step = numbered.get(numbering[1] as string);
      end(step, numbering[2]);
      return step;
    }
    const command = CLASSIC.exec(line)?.[1];
    if (command !== undefined) return begin({ platform: only, command, state: 'running' }, Infinity);
    const job = JOB.exec(line)?.[1];
    const option = COMMAND.exec(line);
    if (option !== null) only = option[2] === '' ? option[1] : undefined;
    if (job !== undefined) return begin({ platform: only, command: job, state: 'running' }, Infinity);
    left = RULE.test(line) ? 0 : Math.max(0, left - 1);
    if (left === 0) return undefined;
    if (FAILURE.test(line)) fail(open);
    return open;
  };
  const running = (): Step | undefined =>
    [...numbered.values()].filter(({ state }) => state === 'running').at(-1);
  return { stepOf, running, failed: () => failed, stage: () => marked, buildkit: () => buildkit };
}
