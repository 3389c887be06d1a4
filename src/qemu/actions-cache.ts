/**
 * The Actions cache between the store and the network. It keeps an image's chain as it came from the registry,
 * so that whatever is restored is checked down from a digest that the cache does not know. `@actions/cache` saves; as it
 * extracts wherever an entry says, restoring passes it by (docs/adr/0011-unpack-cache-entries-ourselves.md). Its only
 * importer, which loads it when it is used.
 */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { openBudget } from '../archive/budget.ts';
import { CACHE_ENTRY_LIMITS } from '../archive/limits.ts';
import { readTar } from '../archive/tar.ts';
import { createFile, createFileOf } from '../host/files.ts';
import type { Host } from '../host/host.ts';
import {
  type Http,
  type HttpAnswer,
  openHttp,
  type Query,
  readBody,
  readWhole,
  redirectTarget,
  statusFailure,
} from '../host/http.ts';
import { proxiesFor } from '../host/network/machine.ts';
import { unheard } from '../host/output.ts';
import { systemPath } from '../host/trust.ts';
import { isObject, parseList, parseObject } from '../text/parse.ts';
import { reasonOf } from '../text/problem.ts';
import { formatBytes, printable } from '../text/text.ts';
import { rememberSecret } from '../text/used.ts';
import type { CacheRecord, SourceContext, TargetName } from './handler.ts';

const PREFIX = 'setup-binfmt-v1';

/** How long the Actions cache may take before the registry is asked instead, in milliseconds. */
const RESTORE_LIMIT_MS = 8000;
const SAVE_LIMIT_MS = 20_000;

const ANSWER_LIMIT = 64 * 1024;

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
 * Adds to `folder`, which is the record's own, what the cache has of it; `archive` is a new file that it may write on the
 * way. Whatever goes wrong is one line in the log.
 */
export async function restoreFromActionsCache(
  record: CacheRecord,
  folder: string,
  archive: string,
  { host, log }: Pick<SourceContext, 'host' | 'log'>,
): Promise<void> {
  const http = openHttp({ host, machine: false, log });
  try {
    const deadline = performance.now() + RESTORE_LIMIT_MS;
    const entry = await findEntry(http, record, host, deadline);
    if (entry === undefined) return log('The Actions cache does not have this image.');
    const bytes = await download(http, entry.url, archive, deadline);
    await unpackEntry(archive, basename(record.folder), folder, deadline);
    log(`Restored ${printable(entry.key)} from the Actions cache (${formatBytes(bytes)}).`);
  } catch (thrown) {
    log(`Could not restore QEMU from the Actions cache: ${reasonOf(thrown)}`);
  } finally {
    http.close();
  }
}

interface CacheEntry {
  readonly key: string;
  readonly url: URL;
}

/**
 * Asks for an entry as `@actions/cache` 6.3 does: the service of GitHub by its second protocol (twirp), others by the
 * first one; an entry's version says folder and packing. Throws what keeps it from being found.
 */
async function findEntry(
  http: Http,
  { key, folder }: CacheRecord,
  host: Host,
  deadline: number,
): Promise<CacheEntry | undefined> {
  const { ACTIONS_RUNTIME_TOKEN: token = '', ACTIONS_RESULTS_URL: results, ACTIONS_CACHE_URL } = host.env;
  const { GITHUB_SERVER_URL: server = 'https://github.com', ACTIONS_CACHE_SERVICE_V2: second } = host.env;
  rememberSecret(token);
  const packing =
    host.which('zstd', systemPath(host).split(':')) === undefined ? 'gzip' : 'zstd-without-long';
  const version = createHash('sha256').update([folder, packing, '1.0'].join('|')).digest('hex');
  // Without the selection: another one's layers may do.
  const anySelection = key.slice(0, key.lastIndexOf('-') + 1);
  const isTwirp =
    second && /^https?:\/\/(?:github\.com|[^/]+\.(?:ghe\.com|localhost))(?:[:/]|$)/i.test(server);
  const query: Query = isTwirp
    ? {
        url: new URL('/twirp/github.actions.results.api.v1.CacheService/GetCacheEntryDownloadURL', results),
        headers: { 'content-type': 'application/json' },
        form: JSON.stringify({ key, restore_keys: [anySelection], version }),
      }
    : {
        url: new URL(
          `_apis/artifactcache/cache?keys=${encodeURIComponent(`${key},${anySelection}`)}&version=${version}`,
          ACTIONS_CACHE_URL || results,
        ),
        headers: { accept: 'application/json;api-version=6.0-preview.1' },
      };
  const headers = { ...query.headers, authorization: `Bearer ${token}` };
  const answer = await http.send({ ...query, headers }, deadline);
  if (!('failure' in answer) && answer.status === 204) return undefined;
  const bytes = await readWhole(expectOk(answer), ANSWER_LIMIT, deadline);
  if ('failure' in bytes) throw new Error(bytes.failure);
  const said = parseObject(bytes.toString('utf8')) ?? {};
  if (isTwirp && said.ok !== true) return undefined;
  const [url, matched] = isTwirp
    ? [said.signed_download_url, said.matched_key]
    : [said.archiveLocation, said.cacheKey];
  const address = typeof url === 'string' ? redirectTarget(query.url, url) : undefined;
  if (address === undefined) throw new Error('its service names no address of the entry that may be asked');
  return { key: typeof matched === 'string' ? matched : key, url: address };
}

/** Writes an entry to a new file; gives its size. Throws what keeps it from being had. */
async function download(http: Http, url: URL, path: string, deadline: number): Promise<number> {
  const answer = expectOk(await http.send({ url, headers: {} }, deadline));
  const file = createFile(path);
  try {
    const size = await readBody(answer, CACHE_ENTRY_LIMITS.bytes, deadline, file.write);
    if (typeof size !== 'number') throw new Error(size.failure);
    return size;
  } finally {
    file.close();
  }
}

function expectOk(answer: Awaited<ReturnType<Http['send']>>): HttpAnswer {
  if ('failure' in answer) throw new Error(answer.failure);
  if (answer.status === 200) return answer;
  answer.body.destroy();
  throw new Error(statusFailure(answer, answer.url.host).failure);
}

/**
 * Writes the files of an entry, in which their folder is called `name`, to `folder`, under names that can be nothing but digests. One that is there already stays.
 * Throws for an archive that holds anything else than such files.
 */
async function unpackEntry(archive: string, name: string, folder: string, deadline: number): Promise<void> {
  const timeMs = Math.max(0, deadline - performance.now());
  const budget = openBudget({ ...CACHE_ENTRY_LIMITS, timeMs });
  await readTar(archive, budget, async (header, content) => {
    const [file = '', parent] = header.name.replace(/\/$/, '').split('/').toReversed();
    if (header.type === 'directory' && file === name) return undefined;
    if (header.type !== 'file' || header.sparse || parent !== name || !/^[0-9a-f]{64}$/.test(file))
      throw new Error(`it holds ${printable(header.name, 80)}, which this program has not saved`);
    const path = join(folder, file);
    if (!existsSync(path)) await createFileOf(path, content);
    return undefined;
  });
}

/**
 * Saves the record's folder, in the post step. Never fails and never warns: an entry that exists, a token that
 * may only read and a service that is down are one line in the log. The library may go on trying after the
 * time limit; the process ends it by ending.
 */
export async function saveToActionsCache(
  record: CacheRecord,
  { host, log }: Pick<SourceContext, 'host' | 'log'>,
): Promise<void> {
  rememberSecret(host.env.ACTIONS_RUNTIME_TOKEN ?? '');
  const trouble = nameProxies(host, log);
  if (trouble !== undefined) return log(`QEMU is not saved in the Actions cache: ${trouble}`);
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<string>((resolve) => {
    const late = `Gave up to save QEMU in the Actions cache after ${SAVE_LIMIT_MS / 1000} s.`;
    timer = setTimeout(() => resolve(late), SAVE_LIMIT_MS);
  });
  // The library runs tar and zstd, by this process's own PATH.
  process.env.PATH = systemPath(host);
  const saving = unheard(log, async () => {
    const { saveCache } = await import('@actions/cache');
    const id = await saveCache([record.folder], record.key);
    return id < 0 ? 'Nothing was saved in the Actions cache.' : `Saved ${record.key} in the Actions cache.`;
  });
  const failed = (thrown: unknown) => `Could not save QEMU in the Actions cache: ${reasonOf(thrown)}`;
  log(await Promise.race([saving.catch(failed), limit]));
  clearTimeout(timer);
}

/**
 * Names the proxies of this process's variables as both of the library's clients read them: with a scheme, in either case, and
 * none for all schemes, which one of them does not know. Gives what keeps it from going by them.
 */
function nameProxies(host: Host, log: (line: string) => void): string | undefined {
  const { variables } = proxiesFor(host, false, log);
  const { http_proxy, https_proxy } = variables;
  if ([http_proxy, https_proxy].some((address) => address?.startsWith('socks')))
    return '@actions/cache, which saves, speaks to no SOCKS proxy. Name one of HTTP in HTTPS_PROXY for it, or set cache: false.';
  for (const name of ['http_proxy', 'https_proxy', 'all_proxy', 'no_proxy']) {
    for (const each of [name, name.toUpperCase()]) {
      if (variables[name] === undefined) delete process.env[each];
      else process.env[each] = variables[name];
    }
  }
  return undefined;
}

/** The records that the main step has kept as JSON; none for a text that is no list of such. */
export function parseCacheRecords(text: string | undefined): readonly CacheRecord[] {
  return parseList(text, isCacheRecord);
}

function isCacheRecord(value: unknown): value is CacheRecord {
  const { key, folder } = isObject(value) ? value : {};
  return typeof key === 'string' && key.startsWith(`${PREFIX}-`) && typeof folder === 'string';
}
