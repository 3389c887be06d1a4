/**
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
