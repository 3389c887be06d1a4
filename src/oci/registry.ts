/** Client of OCI registries (OCI distribution spec 1.1; Docker registry token authentication). */
import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import { writeAll } from '../host/files.ts';
import type { Host } from '../host/host.ts';
import {
  CERTIFICATE_ERRORS,
  type Http,
  type HttpAnswer,
  type HttpFailure,
  openHttp,
  readBody,
  readWhole,
  statusFailure,
} from '../host/http.ts';
import { errnoOf, SetupProblem } from '../text/problem.ts';
import type { Progress } from '../text/progress.ts';
import { printable } from '../text/text.ts';
import { authorize, errorText } from './auth.ts';
import { type Descriptor, INDEX_TYPES, MANIFEST_TYPES } from './manifest.ts';
import {
  formatImageReference,
  type ImageReference,
  isDigest,
  type Mirror,
  mirrored,
  registryOrigin,
} from './reference.ts';

/** More than any real manifest or configuration; they are held in memory. */
export const DOCUMENT_LIMIT = 4 * 1024 * 1024;
const TRIES = 4;
/** Smaller blobs are not worth a line. */
const WORTH_TELLING = 256 * 1024;
/** Each try takes half a minute with a registry that says nothing. */
const SILENT_TRIES = 2;
const FIRST_WAIT_MS = 500;
/** A registry that wants to be left alone for longer is not waited for: another source may be there. */
const LONGEST_WAIT_MS = 60_000;

export interface RegistryContext {
  readonly host: Host;
  readonly log: (line: string) => void;
  /** Is told how far a large blob is. */
  readonly download?: Progress['download'];
  /** Most time for everything that is asked of this client, in milliseconds. */
  readonly timeLimitMs: number;
  /** The first pause before another try, in milliseconds; each further one is twice as long. */
  readonly firstWaitMs?: number;
}

export interface Document {
  readonly bytes: Buffer;
  readonly digest: string;
  readonly contentType: string | undefined;
}

/**
 * One image in one or more registries, which are asked in turn: what they give matches the digest that was asked for,
 * so any of them is safe. Its functions throw a SetupProblem when no registry gives the thing.
 */
export interface Registry {
  /** A manifest or index by tag or digest. */
  readonly manifest: (tagOrDigest: string) => Promise<Document>;
  /** A blob, written to a new file at `path`. Throws the errno exception when it cannot be written. */
  readonly blob: (descriptor: Descriptor, path: string) => Promise<void>;
  /** Bytes of manifests and blobs that have come in. */
  readonly downloadedBytes: () => number;
  readonly close: () => void;
}

/** One registry that may be asked, and what is known of it so far. */
interface Source {
  readonly reference: ImageReference;
  /** The header `Authorization`, once it has asked for one. */
  login: Readonly<Record<string, string>>;
  /** When its share of the time ends; set when it is first asked. */
  deadline?: number;
}

interface Session {
  readonly context: RegistryContext;
  readonly http: Http;
  readonly sources: readonly Source[];
  readonly end: number;
  /** The source in use; one that has failed is not asked again. */
  at: number;
  bytes: number;
  readonly failures: HttpFailure[];
}

/** Opens an image at its mirrors, in order, and then at its own registry. Nothing is asked yet. */
export function openRegistry(
  reference: ImageReference,
  mirrors: readonly Mirror[],
  context: RegistryContext,
): Registry {
  const references = [...mirrors.map((mirror) => mirrored(reference, mirror)), reference];
  const session: Session = {
    context,
    http: openHttp(),
    sources: references.map((each) => ({ reference: each, login: {} })),
    end: performance.now() + context.timeLimitMs,
    at: 0,
    bytes: 0,
    failures: [],
  };
  return {
    manifest: (name) =>
      fromSources(session, isDigest(name) ? 'its manifest' : `its tag ${name}`, (source, deadline) =>
        fetchManifest(session, source, name, deadline),
      ),
    blob: async (descriptor, path) => {
      await fromSources(session, `the blob ${shortDigest(descriptor.digest)}`, (source, deadline) =>
        fetchBlob(session, source, descriptor, path, deadline),
      );
    },
    downloadedBytes: () => session.bytes,
    close: () => session.http.close(),
  };
}

/** `sha256:` and twelve digits: enough for people. */
function shortDigest(digest: string): string {
  return digest.slice(0, 19);
}

async function fromSources<T extends object>(
  session: Session,
  what: string,
  attempt: (source: Source, deadline: number) => Promise<T | HttpFailure>,
): Promise<T> {
  const { sources, context, failures } = session;
  for (; session.at < sources.length; session.at++) {
    const source = sources[session.at];
    if (source === undefined) break;
    // The time is shared among the registries that are left, so that a slow one leaves some for the next.
    const now = performance.now();
    source.deadline ??= now + (session.end - now) / (sources.length - session.at);
    const outcome = await withRetries(session, source, source.deadline, attempt);
    if (!('failure' in outcome)) {
      // Where none has it, the error says why of each; what has helped itself is told here.
      for (const { failure } of failures.splice(0))
        context.log(
          `${source.reference.registry} is used, and not what was asked before it: ${printable(failure)}`,
        );
      return outcome;
    }
    failures.push(outcome);
    const next = sources[session.at + 1]?.reference.registry;
    if (next !== undefined) context.log(`${source.reference.registry} does not give ${what}: trying ${next}`);
  }
  const image = sources.at(-1)?.reference;
  throw new SetupProblem(
    {
      id: 'SB080',
      kind: 'host',
      what: `pull ${image === undefined ? 'the image' : formatImageReference(image)}`,
      cause: failures.map(({ failure }) => printable(failure)).join('; '),
      remedy: remedyFor(failures),
    },
    { cause: failures.find(({ cause }) => cause !== undefined)?.cause },
  );
}

async function withRetries<T extends object>(
  session: Session,
  source: Source,
  deadline: number,
  attempt: (source: Source, deadline: number) => Promise<T | HttpFailure>,
): Promise<T | HttpFailure> {
  let wait = session.context.firstWaitMs ?? FIRST_WAIT_MS;
  for (let count = 1; ; count++) {
    const outcome = await attempt(source, deadline);
    if (!('failure' in outcome)) return outcome;
    // A server that asks for no pause, or for one that has passed, gets ours.
    const pause = Math.max(outcome.waitMs ?? 0, wait * (1 + Math.random() / 4));
    const most = outcome.silent ? SILENT_TRIES : TRIES;
    const isTooLong = pause > LONGEST_WAIT_MS || performance.now() + pause >= deadline;
    if (!outcome.passing || count >= most || isTooLong) return outcome;
    const { registry } = source.reference;
    session.context.log(
      `asking ${registry} again in ${(pause / 1000).toFixed(1)} s (${count + 1} of ${most})`,
    );
    await new Promise((resolve) => setTimeout(resolve, pause));
    wait *= 2;
  }
}

async function fetchManifest(
  session: Session,
  source: Source,
  name: string,
  deadline: number,
): Promise<Document | HttpFailure> {
  const accept = [...INDEX_TYPES, ...MANIFEST_TYPES].join(', ');
  const answer = await ask(session, source, `manifests/${name}`, accept, deadline);
  if ('failure' in answer) return answer;
  const bytes = await readWhole(answer, DOCUMENT_LIMIT, deadline);
  if ('failure' in bytes) return bytes;
  session.bytes += bytes.length;
  const digest = `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
  const announced = String(answer.headers['docker-content-digest'] ?? '');
  const expected = [name, announced].find(isDigest) ?? digest;
  if (digest !== expected) return mismatch(source, 'a manifest', digest, expected);
  return { bytes, digest, contentType: answer.headers['content-type'] };
}

async function fetchBlob(
  session: Session,
  source: Source,
  { digest, size }: Descriptor,
  path: string,
  deadline: number,
): Promise<HttpAnswer | HttpFailure> {
  const answer = await ask(session, source, `blobs/${digest}`, '*/*', deadline);
  if ('failure' in answer) return answer;
  const hash = createHash('sha256');
  // A try before this one may have left the beginning of it. Links are not followed.
  fs.rmSync(path, { force: true });
  const fd = fs.openSync(path, 'wx', 0o600);
  const meter = size < WORTH_TELLING ? undefined : tellDownload(session, source, digest, size);
  let whole = false;
  try {
    const count = await readBody(answer, size, deadline, (piece) => {
      session.bytes += piece.length;
      meter?.add(piece.length);
      hash.update(piece);
      writeAll(fd, piece);
    });
    if (typeof count !== 'number') return count;
    if (count !== size) {
      const { registry } = source.reference;
      return { failure: `${registry} gave ${count} of ${size} bytes of a blob`, passing: true };
    }
    whole = true;
  } finally {
    meter?.end(whole);
    answer.body.destroy();
    fs.closeSync(fd);
  }
  const given = `sha256:${hash.digest('hex')}`;
  return given === digest ? answer : mismatch(source, 'a blob', given, digest);
}

/** Says of whom a blob is had: a mirror is told apart from the image's own registry. */
function tellDownload({ context, sources }: Session, source: Source, digest: string, bytes: number) {
  const own = sources.at(-1)?.reference.registry ?? '';
  const { registry, repository } = source.reference;
  const from = source === sources.at(-1) ? registry : `${registry}, a mirror of ${own}`;
  return context.download?.({ what: `the blob ${shortDigest(digest)} of ${repository}`, from, bytes });
}

/** Sends one query; on a 401 of the registry itself, authenticates and sends it once more. */
async function ask(
  session: Session,
  source: Source,
  path: string,
  accept: string,
  deadline: number,
): Promise<HttpAnswer | HttpFailure> {
  const url = new URL(`${registryOrigin(source.reference)}/v2/${source.reference.repository}/${path}`);
  for (let authenticated = false; ; authenticated = true) {
    const answer = await session.http.send({ url, headers: { accept, ...source.login } }, deadline);
    if ('failure' in answer || answer.status === 200) return answer;
    const said = await errorText(answer, deadline);
    // A challenge that a redirect led to is not the registry's: no credentials go there.
    if (answer.status !== 401 || authenticated || answer.url.origin !== url.origin) {
      return statusFailure(answer, answer.url.host, said);
    }
    const context = { ...session.context, http: session.http };
    const challenge = answer.headers['www-authenticate'];
    const authorization = await authorize(context, source.reference, challenge, deadline);
    if (typeof authorization !== 'string') return authorization;
    source.login = { authorization };
  }
}

function mismatch(source: Source, what: string, given: string, expected: string): HttpFailure {
  const digests = `${shortDigest(given)} instead of ${shortDigest(printable(expected, 80))}`;
  return {
    failure: `${source.reference.registry} gave ${what} with a wrong digest, ${digests}`,
    passing: true,
    wrongDigest: true,
  };
}

/** How it is mended that no registry gives an image; the more special failure counts. */
function remedyFor(failures: readonly HttpFailure[]): string {
  const statuses = failures.map(({ status = 0 }) => status);
  const codes = failures.map(({ cause }) => errnoOf(cause) ?? '');
  const mirror = 'or name a mirror in registry-mirrors';
  if (statuses.includes(401) || statuses.includes(403)) {
    return 'Log in to the registry before this step (docker login), or use another one';
  }
  if (statuses.includes(404)) return 'Check the name and the digest of the image';
  if (statuses.includes(429)) return `Log in to the registry before this step, ${mirror}`;
  if (failures.some(({ wrongDigest }) => wrongDigest)) {
    return `Find out what changes it on the way (a proxy, another mirror), ${mirror}`;
  }
  if (codes.some((code) => CERTIFICATE_ERRORS.includes(code))) {
    return `Name the certificate of its authority in NODE_EXTRA_CA_CERTS, ${mirror}`;
  }
  if (codes.includes('ENOTFOUND') || codes.includes('EAI_AGAIN')) {
    return `Check the name of the registry and the name servers of this machine, ${mirror}`;
  }
  if (statuses.some((status) => status >= 500)) return `Run this again when the registry answers, ${mirror}`;
  return `Check the network and the proxy settings of this machine, ${mirror}`;
}
