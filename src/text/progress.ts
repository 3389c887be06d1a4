export interface Progress {
  readonly group: (title: string) => void;
  readonly line: (text: string) => void;
}

/** So long, in milliseconds, a person waits without wondering. */
const PATIENCE_MS = 1500;

/**
 * Keeps to itself what it is told, but on a terminal says it when a person has waited for some time; `tell` says
 * it after all, and `close` keeps it for good.
 */
export function bufferProgress(
  voice: Progress,
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
    group: (title) => say(() => voice.group(title)),
    line: (text) => say(() => voice.line(text)),
    tell,
    close: () => clearTimeout(timer),
  };
}
