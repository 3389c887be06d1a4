/** Client of OCI registries (OCI distribution spec 1.1; Docker registry token authentication). */
import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import { DOCUMENT_LIMIT } from '../archive/limits.ts';
import { createFile } from '../host/files.ts';
import type { Host } from '../host/host.ts';
import {
  type Http,
  type HttpAnswer,
  type HttpFailure,
  openHttp,
  readBody,
  readWhole,
  statusFailure,
} from '../host/http.ts';
import { SetupProblem } from '../text/problem.ts';
import type { Progress } from '../text/progress.ts';
import { printable } from '../text/text.ts';
import { authorize, errorText } from './auth.ts';
import { type Endpoint, INPUT_NAME, refusalOf, trustOf } from './endpoints.ts';
import { digestOf } from './engine-image.ts';
import { findEndpoints, findEngineMirrors } from './machine-registries.ts';
import { type Descriptor, INDEX_TYPES, MANIFEST_TYPES } from './manifest.ts';
import {
  formatImageReference,
  type ImageReference,
  isDigest,
  type Mirror,
  registryOrigin,
} from './reference.ts';
import { remedyFor } from './remedies.ts';

const TRIES = 4;
/** A registry that says when to come again is alive, and lets jobs that began at once in one after the other. */
const INVITED_TRIES = 8;
/** Smaller blobs are not worth a line. */
const WORTH_TELLING = 256 * 1024;
/** Each try takes half a minute with a registry that says nothing. */
const SILENT_TRIES = 2;
const FIRST_WAIT_MS = 500;
/** A registry that wants to be left alone for longer is not waited for: another source may be there. */
const LONGEST_WAIT_MS = 60_000;

/** Of what this machine's files say, and what is believed. */
export interface RegistryRights {
  /** Use the machine's mirrors, plain registries, certificates and proxies. */
  readonly registryConfig: boolean;
  /** Believe a tag of a registry that nothing proves to be the right one. */
  readonly insecureTags: boolean;
}

export interface RegistryContext extends RegistryRights {
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
  /** What the tag of the reference stands for; without one, `latest`. */
  readonly named: () => Promise<Document>;
  /** A manifest or index by its digest. */
  readonly manifest: (digest: string) => Promise<Document>;
  /** A blob, written to a new file at `path`. Throws the errno exception when it cannot be written. */
  readonly blob: (descriptor: Descriptor, path: string) => Promise<void>;
  /** Bytes of manifests and blobs that have come in. */
  readonly downloadedBytes: () => number;
  readonly close: () => void;
}

/** One registry that may be asked, and what is known of it so far. */
interface Source extends Omit<Endpoint, 'reference'> {
  reference: ImageReference;
  /** The header `Authorization`, once it has asked for one. */
  login: Readonly<Record<string, string>>;
  /** The file, variable or program that gave it. */
  loginFrom?: string;
  /** When its share of the time ends; set when it is first asked. */
  deadline?: number;
  /** It has failed, and is not asked again. */
  failed?: true;
}

interface Session {
  readonly context: RegistryContext;
  readonly image: ImageReference;
  readonly http: Http;
  /** What may be asked, in order; found out when something is asked first. */
  readonly sources: () => Promise<readonly Source[]>;
  /** Adds to them what only the engine knows of, once. */
  readonly more: () => Promise<void>;
  readonly end: number;
  bytes: number;
  readonly failures: HttpFailure[];
}

/** Opens an image at its mirrors, in order, and then at its own registry. Nothing is asked or read yet. */
export function openRegistry(
  image: ImageReference,
  mirrors: readonly Mirror[],
  context: RegistryContext,
): Registry {
  const known: Source[] = [];
  let found: Promise<readonly Source[]> | undefined;
  let more: Promise<void> | undefined;
  const session: Session = {
    context,
    image,
    http: openHttp({
      ...{ host: context.host, machine: context.registryConfig, log: context.log },
      trust: ({ host }) =>
        trustOf(known.filter(({ reference }) => host === new URL(registryOrigin(reference)).host)),
    }),
    sources: () => {
      found ??= findSources(image, mirrors, context).then((sources) => {
        known.push(...sources);
        return known;
      });
      return found;
    },
    more: () => {
      more ??= addEngineMirrors(known, image, context);
      return more;
    },
    end: performance.now() + context.timeLimitMs,
    bytes: 0,
    failures: [],
  };
  const manifest = (name: string): Promise<Document> =>
    fromSources(session, name, isDigest(name) ? 'its manifest' : `its tag ${name}`, (source, deadline) =>
      fetchManifest(session, source, name, deadline),
    );
  return {
    named: () => manifest(image.tag ?? 'latest'),
    manifest,
    blob: async (descriptor, path) => {
      const { digest } = descriptor;
      await fromSources(session, digest, `the blob ${shortDigest(digest)}`, (source, deadline) =>
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

/** The places that may be asked, and a line for each that a file names. Throws a SetupProblem where a file forbids it. */
async function findSources(
  image: ImageReference,
  mirrors: readonly Mirror[],
  { host, registryConfig, log }: RegistryContext,
): Promise<readonly Source[]> {
  const { endpoints, blocked } = await findEndpoints(host, image, mirrors, registryConfig, log);
  tellPlaces(image, endpoints, log);
  if (blocked !== undefined && endpoints.length === 0) {
    const remedy =
      'Name a mirror in the input registry-mirrors, or set registry-config: false to leave that file alone';
    throw pullProblem(image, `${printable(blocked, 200)} blocks it`, remedy);
  }
  return endpoints.map((endpoint) => ({ ...endpoint, login: {} }));
}

/** Where nothing answers, an engine of this machine may know a mirror that no file names. */
async function addEngineMirrors(
  known: Source[],
  image: ImageReference,
  { host, registryConfig, log }: RegistryContext,
): Promise<void> {
  const mirrors = registryConfig ? await findEngineMirrors(host, image, known, log) : [];
  tellPlaces(image, mirrors, log);
  known.push(...mirrors.map((endpoint) => ({ ...endpoint, login: {} })));
}

function tellPlaces({ registry }: ImageReference, places: readonly Endpoint[], log: (line: string) => void) {
  for (const { reference, from } of places) {
    if (from === undefined || from === INPUT_NAME) continue;
    const how = reference.insecure === undefined ? 'asked' : 'asked without proof of who it is';
    log(`${registry}: ${printable(reference.registry, 100)} is ${how}, as ${printable(from, 200)} says`);
  }
}

async function fromSources<T extends object>(
  session: Session,
  name: string,
  what: string,
  attempt: (source: Source, deadline: number) => Promise<T | HttpFailure>,
): Promise<T> {
  const { context, failures, image } = session;
  const sources = await session.sources();
  const refusals: HttpFailure[] = [];
  for (const [index, source] of sources.entries()) {
    if (source.failed) continue;
    const refusal = refusalOf(source, name, context.insecureTags);
    if (refusal === 'silently') continue;
    if (refusal !== undefined) {
      refusals.push({ failure: refusal, passing: false });
      continue;
    }
    // The time is shared among the registries that are left, so that a slow one leaves some for the next.
    const now = performance.now();
    source.deadline ??= now + (session.end - now) / (sources.length - index);
    const outcome = await withRetries(session, source, source.deadline, attempt);
    if (!('failure' in outcome)) {
      // Where none has it, the error says why of each; what has helped itself is told here.
      for (const { failure } of failures.splice(0))
        context.log(
          `${source.reference.registry} is used, and not what was asked before it: ${printable(failure)}`,
        );
      return outcome;
    }
    source.failed = true;
    failures.push(outcome);
    if (index === sources.length - 1 && outcome.status === undefined) await session.more();
    const next = sources[index + 1]?.reference.registry;
    if (next !== undefined) context.log(`${source.reference.registry} does not give ${what}: trying ${next}`);
  }
  const all = [...failures, ...refusals];
  throw pullProblem(
    image,
    all.map(({ failure }) => printable(failure)).join('; '),
    refusals.length > 0 ? TAG_REMEDY : remedyFor(failures),
    failures.find(({ cause }) => cause !== undefined)?.cause,
  );
}

function pullProblem(image: ImageReference, cause: string, remedy: string, thrown?: unknown): SetupProblem {
  const what = `pull ${formatImageReference(image)}`;
  return new SetupProblem({ id: 'SB080', kind: 'host', what, cause, remedy }, { cause: thrown });
}

const TAG_REMEDY =
  'Write the digest of the image behind its name, which makes any registry safe, or set insecure-tags: true';

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
    const asked = outcome.waitMs ?? 0;
    // A server that asks for no pause, or for one that has passed, gets ours. Others were told the same moment.
    const pause = asked > 0 ? asked + wait * Math.random() : wait * (1 + Math.random() / 4);
    const most = outcome.silent ? SILENT_TRIES : asked > 0 ? INVITED_TRIES : TRIES;
    const isTooLong = pause > LONGEST_WAIT_MS || performance.now() + pause >= deadline;
    if (!outcome.passing || count >= most || isTooLong) return outcome;
    session.context.log(
      `asking ${source.reference.registry} again in ${(pause / 1000).toFixed(1)} s (${count + 1} of ${most})`,
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
  const digest = digestOf(bytes);
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
  const file = createFile(path);
  const meter = size < WORTH_TELLING ? undefined : tellDownload(session, source, digest, size);
  let whole = false;
  try {
    const count = await readBody(answer, size, deadline, (piece) => {
      session.bytes += piece.length;
      meter?.add(piece.length);
      hash.update(piece);
      file.write(piece);
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
    file.close();
  }
  const given = `sha256:${hash.digest('hex')}`;
  return given === digest ? answer : mismatch(source, 'a blob', given, digest);
}

/** Says of whom a blob is had: a mirror is told apart from the image's own registry. */
function tellDownload({ context, image }: Session, source: Source, digest: string, bytes: number) {
  const { registry, repository } = source.reference;
  const from = registry === image.registry ? registry : `${registry}, a mirror of ${image.registry}`;
  return context.download?.({ what: `the blob ${shortDigest(digest)} of ${repository}`, from, bytes });
}

/** Asks a registry; one that need not prove who it is by http where it does not answer by https. */
async function ask(
  session: Session,
  source: Source,
  path: string,
  accept: string,
  deadline: number,
): Promise<HttpAnswer | HttpFailure> {
  const first = await askOnce(session, source, path, accept, deadline);
  if (!('failure' in first) || first.status !== undefined || source.reference.insecure !== 'any')
    return first;
  const secure = source.reference;
  source.reference = { ...secure, insecure: 'plain' };
  const second = await askOnce(session, source, path, accept, deadline);
  if (!('failure' in second)) return second;
  source.reference = secure;
  return { ...second, failure: `by https ${first.failure}, by http ${second.failure}` };
}

/** Sends one query; on a 401 of the registry itself, authenticates and sends it once more. */
async function askOnce(
  session: Session,
  source: Source,
  path: string,
  accept: string,
  deadline: number,
): Promise<HttpAnswer | HttpFailure> {
  const url = new URL(`${registryOrigin(source.reference)}/v2/${source.reference.repository}/${path}`);
  if (source.namespace !== undefined) url.searchParams.set('ns', source.namespace);
  for (let authenticated = false; ; authenticated = true) {
    const answer = await session.http.send({ url, headers: { accept, ...source.login } }, deadline);
    if ('failure' in answer || answer.status === 200) return answer;
    const said = await errorText(answer, deadline);
    // A challenge that a redirect led to is not the registry's: no credentials go there.
    if (answer.status !== 401 || authenticated || answer.url.origin !== url.origin) {
      const failure = statusFailure(answer, answer.url.host, said);
      const { loginFrom: from } = source;
      const login = from === undefined || answer.status >= 404 ? '' : `, with the login of ${from}`;
      const loggedIn = from === undefined ? undefined : true;
      return { ...failure, failure: `${failure.failure}${login}`, host: answer.url.host, loggedIn };
    }
    const context = { ...session.context, http: session.http };
    const challenge = answer.headers['www-authenticate'];
    const login = await authorize(context, source.reference, challenge, deadline);
    if ('failure' in login) return { host: url.host, ...login };
    source.login = { authorization: login.authorization };
    source.loginFrom = login.from;
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
