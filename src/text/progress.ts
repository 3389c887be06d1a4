/** What is said while a run is under way, of downloads too. */

import { formatBytes } from './text.ts';

/** A download that is worth telling of. */
export interface Download {
  /** What it is: completes "downloading …". */
  readonly what: string;
  /** Who gives it. */
  readonly from: string;
  /** How large it is; 0 where nobody says. */
  readonly bytes: number;
  /** When it began, as `performance.now()` has it; now, where it is left out. */
  readonly begun?: number;
}

/** Takes what comes in. */
export interface Meter {
  readonly add: (bytes: number) => void;
  /** `whole` when all of it has come; who ends it otherwise says why. */
  readonly end: (whole: boolean) => void;
}

export interface Progress {
  readonly group: (title: string) => void;
  readonly line: (text: string) => void;
  readonly download?: (download: Download) => Meter;
}

/** How often a log is told how far a download is, in milliseconds. */
const TELL_MS = 10_000;

/** How often the bar on a terminal moves at most. */
const DRAW_MS = 200;

/** How far a download is, and how fast. */
interface Pace {
  readonly add: (bytes: number) => void;
  readonly now: () => { readonly done: number; readonly seconds: number };
}

function measure({ begun = performance.now() }: Download): Pace {
  let done = 0;
  return {
    add: (bytes) => {
      done += bytes;
    },
    now: () => ({ done, seconds: (performance.now() - begun) / 1000 }),
  };
}

/** Tells a download in a log: a line when it begins, every ten seconds, and when it has ended. */
export function lineMeter(line: Progress['line'], download: Download): Meter {
  const { what, from, bytes } = download;
  const pace = measure(download);
  const size = bytes === 0 ? '' : `, ${formatBytes(bytes)}`;
  line(`downloading ${what} from ${from}${size}`);
  const timer = setInterval(() => line(howFar(download, pace.now())), TELL_MS);
  return {
    add: pace.add,
    end: (whole) => {
      clearInterval(timer);
      if (whole) line(summary(pace.now()));
    },
  };
}

/** Shows a download as a bar; `draw` takes the place of what it drew before, and of nothing takes it away. */
export function barMeter(line: Progress['line'], draw: (text: string) => void, download: Download): Meter {
  const { what, from, bytes } = download;
  const pace = measure(download);
  const show = (): void => draw(`  ${bar(pace.now().done, bytes)}${howFar(download, pace.now())}`);
  line(`downloading ${what} from ${from}`);
  show();
  // Also while nothing comes in.
  const timer = setInterval(show, DRAW_MS);
  return {
    add: pace.add,
    end: (whole) => {
      clearInterval(timer);
      draw('');
      if (whole) line(summary(pace.now()));
    },
  };
}

/** The cells of a bar: short enough for a narrow terminal, with what stands behind it. */
const CELLS = 20;

function bar(done: number, bytes: number): string {
  if (bytes === 0) return '';
  const full = Math.min(CELLS, Math.floor((CELLS * done) / bytes));
  return `[${'#'.repeat(full)}${'.'.repeat(CELLS - full)}] `;
}

/** `16.3 MB of 36.2 MB, 0.6 MB/s, 33 s left`; who is waited for, while nothing has come. */
function howFar({ bytes, from }: Download, { done, seconds }: ReturnType<Pace['now']>): string {
  if (done === 0) return `waiting for ${from}, ${formatSeconds(seconds)}`;
  if (bytes === 0) return `${formatBytes(done)}, ${speed(done, seconds)}`;
  const left = formatSeconds(Math.max(0, bytes - done) / (done / seconds));
  return `${formatBytes(done)} of ${formatBytes(bytes)}, ${speed(done, seconds)}, ${left} left`;
}

function summary({ done, seconds }: ReturnType<Pace['now']>): string {
  const size = done === 0 ? '' : ` ${formatBytes(done)}`;
  const pace = done === 0 ? '' : ` (${speed(done, seconds)})`;
  return `downloaded${size} in ${formatSeconds(seconds)}${pace}`;
}

function speed(done: number, seconds: number): string {
  return `${formatBytes(Math.round(done / Math.max(seconds, 0.001)))}/s`;
}

function formatSeconds(seconds: number): string {
  const whole = Math.round(seconds);
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}

/** Delay before what is kept is shown, in milliseconds. */
const PATIENCE_MS = 1000;

/** A group that may take long, and what is said of it where it does. */
export interface LongGroup {
  readonly title: string;
  readonly words: string;
}

/**
 * Keeps what it is told. After a second it passes on to `progress` what there is to wait for: everything on a terminal, and
 * elsewhere downloads, and a second after `long` has begun what it has come to, until the next group. `tell` passes all on at
 * once, and `close` keeps for good what was not told by then.
 */
export function bufferProgress(
  progress: Progress,
  isTerminal: boolean,
  long?: LongGroup,
): Progress & { readonly tell: () => void; readonly close: () => void } {
  const kept: { readonly isDownload: boolean; readonly say: () => void }[] = [];
  let [open, downloadsOpen] = [false, false];
  const tell = (): void => {
    open = true;
    for (const { say } of kept.splice(0)) say();
  };
  const tellDownloads = (): void => {
    downloadsOpen = true;
    for (const one of kept.filter(({ isDownload }) => isDownload)) {
      kept.splice(kept.indexOf(one), 1);
      one.say();
    }
  };
  const timer = setTimeout(isTerminal ? tell : tellDownloads, PATIENCE_MS);
  /** The last line of the group. */
  let last = '';
  let isLate = false;
  let waiting: NodeJS.Timeout | undefined;
  const begin = (title: string): void => {
    clearTimeout(waiting);
    [last, isLate] = ['', false];
    if (long?.title === title) waiting = setTimeout(tellLong, PATIENCE_MS, long.words);
  };
  const tellLong = (words: string): void => {
    if (!open) progress.line(last === '' ? words : `${words}: ${last}`);
    isLate = true;
  };
  const say = (words: () => void, isDownload = false): void => {
    if (open || isLate || (isDownload && downloadsOpen)) words();
    else kept.push({ isDownload, say: words });
  };
  return {
    group: (title) => {
      begin(title);
      say(() => progress.group(title));
    },
    line: (text) => {
      last = text;
      say(() => progress.line(text));
    },
    download: (download) => {
      const begun = performance.now();
      let [before, ended] = [0, false];
      let meter: Meter | undefined;
      say(() => {
        if (ended) return;
        meter = progress.download?.({ ...download, begun });
        meter?.add(before);
      }, true);
      return {
        add: (bytes) => {
          if (meter === undefined) before += bytes;
          else meter.add(bytes);
        },
        end: (whole) => {
          ended = true;
          meter?.end(whole);
        },
      };
    },
    tell,
    close: () => {
      clearTimeout(timer);
      clearTimeout(waiting);
    },
  };
}
