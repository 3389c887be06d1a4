/** What is said while a run is under way. */

export interface Progress {
  readonly group: (title: string) => void;
  readonly line: (text: string) => void;
}

/** Delay before what is kept is shown on a terminal, in milliseconds. */
const PATIENCE_MS = 1500;

/**
 * Keeps what it is told. On a terminal it passes everything on to `progress` after some time; `tell` does so at once, and
 * `close` keeps for good what was not told by then.
 */
export function bufferProgress(
  progress: Progress,
  isTerminal: boolean,
): Progress & { readonly tell: () => void; readonly close: () => void } {
  const kept: (() => void)[] = [];
  let open = false;
  const tell = (): void => {
    open = true;
    for (const words of kept.splice(0)) words();
  };
  const timer = isTerminal ? setTimeout(tell, PATIENCE_MS) : undefined;
  const say = (words: () => void): void => {
    if (open) words();
    else kept.push(words);
  };
  return {
    group: (title) => say(() => progress.group(title)),
    line: (text) => say(() => progress.line(text)),
    tell,
    close: () => clearTimeout(timer),
  };
}
