import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * The Actions cache service, protocol v2 and what actions/toolkit asks of v1, in memory. Behaviour taken from falcondev-oss/github-actions-cache-server
 * (routes/twirp/github.actions.results.api.v1.CacheService/*, routes/upload, routes/download) and from what the
 * client of actions/toolkit (packages/cache) accepts: twirp JSON with snake_case names and a bearer token, one PUT
 * or blocks of an Azure block blob for the upload, one GET for the download. An entry never changes; the exact
 * key wins, then the newest entry of the same version whose key begins with the first restore key that has one.
 */

interface CacheEntry {
  readonly key: string;
  readonly version: string;
  bytes: Buffer;
  complete: boolean;
}

/** How the service refuses everything, if it does. */
type Trouble = 'down' | 'read-only' | undefined;

/** What a fault is told of a request: the service's method, or `download`, and the key that was asked for. */
interface CacheAsked {
  readonly method: string;
  readonly key: string;
  readonly origin: string;
}

/** Answers in the place of the service; gives true when it has. */
export type CacheFault = (asked: CacheAsked, response: ServerResponse) => boolean;

export interface CacheServer {
  readonly port: number;
  readonly entries: readonly CacheEntry[];
  /** The methods and downloads asked for, in order. */
  readonly asked: readonly string[];
  readonly trouble: (next: Trouble) => void;
  /** Replaces what the service lies about. */
  readonly fail: (fault: CacheFault) => void;
  /** What a runner gives an action, so that it finds this service. */
  readonly env: Readonly<Record<string, string>>;
  readonly close: () => Promise<void>;
}

const SERVICE = '/twirp/github.actions.results.api.v1.CacheService/';
const FIRST_SERVICE = '/_apis/artifactcache/';
const TOKEN = 'runtime-token';

/** `known` is where clients find it; by default, this machine. */
export async function startCacheServer(known?: string): Promise<CacheServer> {
  const entries: CacheEntry[] = [];
  const uploads = new Map<string, { entry: CacheEntry; blocks: Map<string, Buffer> }>();
  const asked: string[] = [];
  let trouble: Trouble;
  let fault: CacheFault = () => false;
  let origin = '';

  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', origin);
    if (trouble === 'down') return answer(response, 503, { code: 'unavailable', msg: 'down' });
    if (url.pathname.startsWith(SERVICE)) {
      const method = url.pathname.slice(SERVICE.length);
      asked.push(method);
      if (request.headers.authorization !== `Bearer ${TOKEN}`) {
        return answer(response, 401, { code: 'unauthenticated', msg: 'no token' });
      }
      const body = JSON.parse((await bodyOf(request)).toString('utf8'));
      if (fault({ method, key: String(body.key), origin }, response)) return;
      return answer(response, 200, call(method, body));
    }
    if (url.pathname.startsWith(FIRST_SERVICE)) return callFirst(request, response, url);
    const [, kind, id = ''] = url.pathname.split('/');
    if (kind === 'upload' && request.method === 'PUT') return upload(request, response, id, url.searchParams);
    if (kind === 'download' && fault({ method: kind, key: id, origin }, response)) return;
    const found = entries.find((entry) => kind === 'download' && idOf(entry) === id);
    if (found === undefined) return answer(response, 404, { code: 'not_found', msg: 'no such archive' });
    asked.push('download');
    response.writeHead(200, { 'content-length': found.bytes.length });
    response.end(found.bytes);
  });

  function call(method: string, body: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
    const { key, version, restore_keys: restoreKeys } = body;
    if (typeof key !== 'string' || typeof version !== 'string') return { ok: false };
    const same = entries.filter((entry) => entry.version === version);
    if (method === 'CreateCacheEntry') {
      if (trouble === 'read-only')
        return { ok: false, message: 'cache write denied: the token may only read' };
      if (same.some((entry) => entry.key === key)) return { ok: false };
      const entry = { key, version, bytes: Buffer.of(), complete: false };
      const id = randomUUID();
      entries.push(entry);
      uploads.set(id, { entry, blocks: new Map() });
      return { ok: true, signed_upload_url: `${origin}/upload/${id}` };
    }
    if (method === 'FinalizeCacheEntryUpload') {
      const entry = same.find((each) => each.key === key);
      if (entry === undefined) return { ok: false };
      entry.complete = true;
      return { ok: true, entry_id: String(entries.indexOf(entry) + 1) };
    }
    const complete = same.filter((entry) => entry.complete);
    const prefixes = Array.isArray(restoreKeys) ? restoreKeys.map(String) : [];
    const newest = (prefix: string) => complete.findLast((entry) => entry.key.startsWith(prefix));
    const found = complete.find((entry) => entry.key === key) ?? prefixes.map(newest).find(Boolean);
    if (found === undefined) return { ok: false };
    return { ok: true, signed_download_url: `${origin}/download/${idOf(found)}`, matched_key: found.key };
  }

  /** The first protocol: an entry is found by GET, reserved by POST, filled by PATCH and ended by POST. */
  async function callFirst(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    const [resource = '', id = ''] = url.pathname.slice(FIRST_SERVICE.length).split('/');
    asked.push(`${request.method} ${resource}`);
    if (request.headers.authorization !== `Bearer ${TOKEN}`) return answer(response, 401, {});
    const bytes = await bodyOf(request);
    const entry = entries[Number(id) - 1];
    if (request.method === 'PATCH' && entry !== undefined) {
      entry.bytes = Buffer.concat([entry.bytes, bytes]);
      return answer(response, 204, {});
    }
    if (request.method === 'POST' && id !== '' && entry !== undefined) {
      entry.complete = true;
      return answer(response, 204, {});
    }
    const version = url.searchParams.get('version');
    if (request.method === 'POST') {
      const { key, version: saved } = JSON.parse(bytes.toString('utf8'));
      entries.push({ key, version: saved, bytes: Buffer.of(), complete: false });
      return answer(response, 201, { cacheId: entries.length });
    }
    const [key, ...restore] = (url.searchParams.get('keys') ?? '').split(',');
    const found = call('GetCacheEntryDownloadURL', { key, version, restore_keys: restore });
    if (found.ok !== true) return answer(response, 204, {});
    answer(response, 200, { archiveLocation: found.signed_download_url, cacheKey: found.matched_key });
  }

  async function upload(
    request: IncomingMessage,
    response: ServerResponse,
    id: string,
    query: URLSearchParams,
  ): Promise<void> {
    const target = uploads.get(id);
    const bytes = await bodyOf(request);
    if (target === undefined) return answer(response, 404, { code: 'not_found', msg: 'no such upload' });
    const block = query.get('blockid');
    if (block !== null) target.blocks.set(block, bytes);
    else if (query.get('comp') === 'blocklist')
      target.entry.bytes = Buffer.concat([...target.blocks.values()]);
    else target.entry.bytes = bytes;
    response.writeHead(201, { 'x-ms-request-id': randomUUID() });
    response.end();
  }

  function idOf(entry: CacheEntry): string {
    return String(entries.indexOf(entry));
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  origin = known ?? `http://127.0.0.1:${port}`;
  return {
    port,
    entries,
    asked,
    trouble: (next) => {
      trouble = next;
    },
    fail: (next) => {
      fault = next;
    },
    env: {
      ACTIONS_RUNTIME_TOKEN: TOKEN,
      ACTIONS_RESULTS_URL: `${origin}/`,
      ACTIONS_CACHE_SERVICE_V2: 'True',
      GITHUB_SERVER_URL: 'https://github.com',
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

function answer(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(value));
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece);
  return Buffer.concat(pieces);
}
