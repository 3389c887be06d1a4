/** What the main step leaves to the post step: one key for each thing, with the reader of its text. */

import { getState } from '@actions/core';
import { isPinned } from '../binfmt/entry.ts';
import type { Installation } from '../commands/undo.ts';
import { saveState as save } from '../host/output.ts';
import { parseEntrances } from '../namespace/with-binfmt.ts';
import { parseCacheRecords } from '../qemu/actions-cache.ts';
import { runnerProblem } from '../report/github.ts';
import { isRunId, parseList, parseObject } from '../text/parse.ts';

const READERS = {
  /** The run to be ended. */
  run: (text: string) => (isRunId(text) ? text : undefined),
  /** Whether what the run did is to be taken back. */
  cleanup: (text: string) => text === 'true',
  /** Downloads to be saved in the Actions cache. */
  cache: parseCacheRecords,
  /** Processes that hold a private table. */
  holders: parseEntrances,
  /** Entries to be taken out of the table of a rootless engine. */
  engine: (text: string) => parseList(text, isPinned),
  /** What the installer of an image has registered, to be taken away by it again. */
  docker: (text: string): Installation | undefined => {
    const { image, entries } = parseObject(text) ?? {};
    return typeof image === 'string' && Array.isArray(entries)
      ? { image, entries: entries.filter(isPinned) }
      : undefined;
  },
};

type Key = keyof typeof READERS;
type Value<K extends Key> = Exclude<ReturnType<(typeof READERS)[K]>, undefined>;

/**
 * Keeps a value for the post step. It is in the runner's file when this returns: the runner may cancel the step next.
 * @throws SetupProblem when the file cannot be written.
 */
export function saveState<K extends Key>(key: K, value: Value<K>): void {
  try {
    save(key, value);
  } catch (thrown) {
    throw runnerProblem('leave a note for the post step', thrown);
  }
}

/** What the main step has kept under this key; `undefined` where it kept nothing that can be read. */
export function readState<K extends Key>(key: K): Value<K> | undefined {
  const text = getState(key);
  return text === '' ? undefined : (READERS[key](text) as Value<K> | undefined);
}
