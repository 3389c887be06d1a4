/**
 * Image references as people write them for Docker (`alpine`, `ghcr.io/a/b:1@sha256:…`), and where their
 * registry is. Grammar: distribution/reference (regexp.go, normalize.go) and the OCI distribution spec.
 */

import { isLoopback, withoutEnd } from '../text/parse.ts';

/** A registry, and how it is asked. */
export interface RegistryAddress {
  /** Host and optional port, lower case; `docker.io` for the short names. */
  readonly registry: string;
  /** It is on this machine and asked by https all the same; registries elsewhere always are. */
  readonly secure?: true;
  /** It is asked by http alone (`plain`), or by https with whatever certificate it shows, and then by http (`any`). */
  readonly insecure?: 'plain' | 'any';
}

export interface ImageReference extends RegistryAddress {
  readonly repository: string;
  /** It is no registry's: where it lies on this machine; registry and repository say the same in words. */
  readonly local?: LocalPlace;
  readonly tag?: string;
  /** `sha256:` and 64 hex digits. */
  readonly digest?: string;
}

/** Where an image lies on this machine, in the words of containers-transports(5). */
export interface LocalPlace {
  readonly transport: (typeof TRANSPORTS)[number];
  /** A folder, a file, or the name that an engine has for it. */
  readonly place: string;
}

/** True where an engine has it, and says what it is. */
export function isOfEngine({ transport }: Pick<LocalPlace, 'transport'>): boolean {
  return transport === 'docker-daemon' || transport === 'containers-storage';
}

const TRANSPORTS = ['oci', 'oci-archive', 'docker-archive', 'docker-daemon', 'containers-storage'] as const;

/** A registry that is asked in place of the image's own, with a path in front of the repository. */
export interface Mirror extends RegistryAddress {
  /** Empty, or a path without slashes at its ends. */
  readonly prefix: string;
}

/** Why a text is no reference; completes "`text` …". */
export interface NotAReference {
  readonly problem: string;
}

const DIGEST = /^sha256:[0-9a-f]{64}$/;
const TAG = /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$/;
const PATH_PART = /^[a-z0-9]+(?:(?:\.|_{1,2}|-+)[a-z0-9]+)*$/;
const HOST =
  /^(?:\[[0-9a-f:.]+\]|[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*)(?::(\d{1,5}))?$/i;
const NAME_LIMIT = 255;

/** True for the only form of digest that is supported: `sha256:` and 64 lower-case hex digits. */
export function isDigest(text: string): boolean {
  return DIGEST.test(text);
}

/**
 * Reads a reference. Without tag and digest, the tag is `latest`, as for Docker; one that begins with a transport of skopeo's
 * lies on this machine, and has a tag only where that is written.
 */
export function parseImageReference(text: string): ImageReference | NotAReference {
  const [name = '', digest, ...more] = text.split('@');
  if (more.length > 0) return { problem: 'holds more than one @' };
  if (digest !== undefined && !isDigest(digest)) {
    return { problem: 'has a digest that is not sha256: and 64 hex digits' };
  }
  const transport = TRANSPORTS.find((each) => name.startsWith(`${each}:`));
  if (transport !== undefined) return parseLocal(transport, name.slice(transport.length + 1), digest);
  const colon = name.lastIndexOf(':');
  const tagged = colon > name.lastIndexOf('/');
  const tag = tagged ? name.slice(colon + 1) : undefined;
  if (tag !== undefined && !TAG.test(tag)) return { problem: 'has a tag that no registry accepts' };
  const split = splitRegistry(tagged ? name.slice(0, colon) : name);
  if ('problem' in split) return split;
  return { ...split, tag: tag ?? (digest === undefined ? 'latest' : undefined), digest };
}

/** A folder or file ends at the first colon, and its tag may be a whole name; engines have names as registries do. */
function parseLocal(
  transport: LocalPlace['transport'],
  rest: string,
  digest: string | undefined,
): ImageReference | NotAReference {
  const whole = { registry: transport, digest };
  if (isOfEngine({ transport })) {
    const named = parseImageReference(rest);
    if ('problem' in named) return named;
    const place = /^[0-9a-f]{12,64}$/.test(rest) ? rest : formatImageReference(named);
    return { ...whole, repository: place, local: { transport, place } };
  }
  const [place = '', ...more] = rest.split(':');
  if (place === '') return { problem: 'names no folder or file' };
  const tag = more.length === 0 ? undefined : more.join(':');
  if (tag !== undefined && !/^[\w./:-]{1,255}$/.test(tag)) return { problem: 'has a tag that no image has' };
  return { ...whole, repository: place, tag, local: { transport, place } };
}

/**
 * Reads a mirror: a registry or a registry with a path; a scheme and a last slash may be there. One on this machine is
 * asked by https where that is written, and by http otherwise; one elsewhere by http where that is written.
 */
export function parseMirror(text: string): Mirror | NotAReference {
  const scheme = /^(https?):\/\//i.exec(text)?.[1]?.toLowerCase();
  const bare = withoutEnd(text.replace(/^https?:\/\//i, ''), '/');
  const slash = bare.indexOf('/');
  const registry = (slash < 0 ? bare : bare.slice(0, slash)).toLowerCase();
  const prefix = slash < 0 ? '' : bare.slice(slash + 1);
  const problem = registryProblem(registry) ?? (prefix === '' ? undefined : pathProblem(prefix));
  if (problem !== undefined) return { problem };
  const isHere = isLoopback(registry);
  return {
    registry: hubName(registry),
    prefix,
    secure: scheme === 'https' && isHere ? true : undefined,
    insecure: scheme === 'http' && !isHere ? 'plain' : undefined,
  };
}

/** The same image at a mirror. */
export function mirrored(reference: ImageReference, mirror: Mirror): ImageReference {
  const { registry, secure, insecure, prefix } = mirror;
  const repository = prefix === '' ? reference.repository : `${prefix}/${reference.repository}`;
  return { ...reference, registry, repository, secure, insecure };
}

/** The same image at another place, which is a registry and the whole repository in it (`host:5000/a/b`). */
export function relocated(reference: ImageReference, place: string): ImageReference | NotAReference {
  const [host = '', ...path] = place.split('/');
  const [registry, repository] = [hubName(host.toLowerCase()), path.join('/')];
  const problem = registryProblem(registry) ?? pathProblem(repository);
  return problem === undefined ? { ...reference, registry, repository } : { problem };
}

/** The whole reference in its long form. */
export function formatImageReference(reference: ImageReference): string {
  const tag = reference.tag === undefined ? '' : `:${reference.tag}`;
  const digest = reference.digest === undefined ? '' : `@${reference.digest}`;
  if (reference.local !== undefined)
    return `${reference.local.transport}:${reference.local.place}${tag}${digest}`;
  return `${reference.registry}/${reference.repository}${tag}${digest}`;
}

/** Where a registry's API is: Docker Hub has a host of its own for it; only this machine is asked by http unless told. */
export function registryOrigin({ registry, secure, insecure }: RegistryAddress): string {
  if (registry === 'docker.io') return 'https://registry-1.docker.io';
  const isPlain = insecure === 'plain' || (isLoopback(registry) && secure !== true);
  return `${isPlain ? 'http' : 'https'}://${registry}`;
}

/** A first part with a dot, a colon, or the word `localhost` is a registry; all else is Docker Hub's. */
function splitRegistry(
  name: string,
): { readonly registry: string; readonly repository: string } | NotAReference {
  const slash = name.indexOf('/');
  const first = slash < 0 ? '' : name.slice(0, slash);
  const named = first.includes('.') || first.includes(':') || first === 'localhost';
  const registry = named ? hubName(first.toLowerCase()) : 'docker.io';
  const path = named ? name.slice(slash + 1) : name;
  const repository = registry === 'docker.io' && !path.includes('/') ? `library/${path}` : path;
  const problem = registryProblem(registry) ?? pathProblem(repository);
  return problem === undefined ? { registry, repository } : { problem };
}

function hubName(registry: string): string {
  return registry === 'index.docker.io' || registry === 'registry-1.docker.io' ? 'docker.io' : registry;
}

function registryProblem(registry: string): string | undefined {
  const match = HOST.exec(registry);
  if (match === null) return 'names no valid registry host';
  const port = match[1];
  if (port !== undefined && (Number(port) < 1 || Number(port) > 65_535)) return 'has a port beyond 65535';
  if (!URL.canParse(`https://${registry}`)) return 'names no valid registry host';
  return undefined;
}

function pathProblem(path: string): string | undefined {
  if (path.length > NAME_LIMIT) return `has a repository name of more than ${NAME_LIMIT} characters`;
  if (!path.split('/').every((part) => PATH_PART.test(part))) {
    return 'has a repository name that is not lower-case letters, digits and single . _ - between them';
  }
  return undefined;
}
