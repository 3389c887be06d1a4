/**
 * The Actions cache between the store and the network. It keeps an image's chain as it came from the registry,
 * so that whatever is restored is checked down from a digest that the cache does not know. The only importer
 * of `@actions/cache`, which is loaded when it is used.
 */
import { join } from 'node:path';
import { unheard } from '../host/output.ts';
import { isObject, parseList } from '../text/parse.ts';
import { reasonOf } from '../text/problem.ts';
import { printable } from '../text/text.ts';
import type { CacheRecord, SourceContext, TargetName } from './handler.ts';

const PREFIX = 'setup-binfmt-v1';
const SAVE_LIMIT_MS = 20_000;

/**
 * What is restored and saved for an image: `undefined` where there is no Actions cache. The key says format,
 * image, host architecture and selection; the folder is the same in every job of a runner, as the cache
 * demands.
 */
export function cacheRecord(
  digest: string,
  wanted: readonly TargetName[],
  { host, hostArch }: Pick<SourceContext, 'host' | 'hostArch'>,
): CacheRecord | undefined {
  const { ACTIONS_RUNTIME_TOKEN, ACTIONS_RESULTS_URL, ACTIONS_CACHE_URL, RUNNER_TEMP } = host.env;
  if (!ACTIONS_RUNTIME_TOKEN || !(ACTIONS_RESULTS_URL || ACTIONS_CACHE_URL)) return undefined;
  if (!RUNNER_TEMP?.startsWith('/')) return undefined;
  const hex = digest.replace(/^sha256:/, '');
  const selection = wanted
    .map(({ arch }) => arch)
    .toSorted()
    .join('.');
  return {
    key: `${PREFIX}-${hex}-${hostArch}-${selection}`,
    folder: join(RUNNER_TEMP, `setup-binfmt-image-${hex.slice(0, 16)}`),
  };
}

/**
 * Fills the record's folder if the cache has it. Whatever goes wrong is one line in the log. Gives `late` when the
 * time limit was reached: then the library may still write to the folder, and nothing may be believed in it.
 */
export async function restoreFromActionsCache(
  record: CacheRecord,
  limitMs: number,
  log: (line: string) => void,
): Promise<'ended' | 'late'> {
  const { late, value: key } = await quietly(
    'restore QEMU from the Actions cache',
    limitMs,
    log,
    async () => {
      const { restoreCache } = await import('@actions/cache');
      // Without the selection: another one's layers may do.
      const anySelection = record.key.slice(0, record.key.lastIndexOf('-') + 1);
      return restoreCache([record.folder], record.key, [anySelection]);
    },
  );
  if (late) return 'late';
  log(
    key === undefined
      ? 'The Actions cache does not have this image.'
      : `Restored ${printable(key)} from the Actions cache.`,
  );
  return 'ended';
}

/**
 * Saves the record's folder, in the post step. Never fails and never warns: an entry that exists, a token that
 * may only read and a service that is down are one line in the log. The library may go on trying after the
 * time limit; the process ends it by ending.
 */
export async function saveToActionsCache(record: CacheRecord, log: (line: string) => void): Promise<void> {
  const { value: id } = await quietly('save QEMU in the Actions cache', SAVE_LIMIT_MS, log, async () => {
    const { saveCache } = await import('@actions/cache');
    return saveCache([record.folder], record.key);
  });
  log(
    id === undefined || id < 0
      ? 'Nothing was saved in the Actions cache.'
      : `Saved ${record.key} in the Actions cache.`,
  );
}

/** The records that the main step has kept as JSON; none for a text that is no list of such. */
export function parseCacheRecords(text: string | undefined): readonly CacheRecord[] {
  return parseList(text, isCacheRecord);
}

function isCacheRecord(value: unknown): value is CacheRecord {
  const { key, folder } = isObject(value) ? value : {};
  return typeof key === 'string' && key.startsWith(`${PREFIX}-`) && typeof folder === 'string';
}

/** Gives no value for whatever fails or takes too long. */
async function quietly<T>(
  what: string,
  limitMs: number,
  log: (line: string) => void,
  work: () => Promise<T>,
): Promise<{ readonly late: boolean; readonly value?: T | undefined }> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<{ late: true }>((resolve) => {
    timer = setTimeout(() => {
      log(`Gave up to ${what} after ${limitMs / 1000} s.`);
      resolve({ late: true });
    }, limitMs);
  });
  try {
    return await Promise.race([unheard(log, work).then((value) => ({ late: false, value })), limit]);
  } catch (thrown) {
    log(`Could not ${what}: ${reasonOf(thrown)}`);
    return { late: false };
  } finally {
    clearTimeout(timer);
  }
}
