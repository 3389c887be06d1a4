/**
 * The JSON documents of an image: index, manifest, configuration. Formats: OCI image-spec (image-index.md,
 * manifest.md, config.md) and Docker's image manifest version 2, schema 2. All of it is foreign text.
 */

import { LIST_LIMITS } from '../archive/limits.ts';
import { isObject, type JsonObject, parseObject } from '../text/parse.ts';
import { isDigest } from './reference.ts';

export interface Descriptor {
  readonly mediaType: string;
  readonly digest: string;
  /** Bytes. */
  readonly size: number;
}

export interface ImagePlatform {
  readonly os: string;
  readonly architecture: string;
  readonly variant?: string;
}

export interface IndexEntry extends Descriptor {
  readonly platform?: ImagePlatform;
  /** A signature or provenance document in the place of an image. */
  readonly attestation: boolean;
}

export interface ImageIndex {
  readonly kind: 'index';
  readonly entries: readonly IndexEntry[];
}

export interface ImageManifest {
  readonly kind: 'manifest';
  readonly config: Descriptor;
  /** From the lowest to the uppermost. */
  readonly layers: readonly Descriptor[];
}

export interface ImageConfig {
  readonly platform: ImagePlatform;
  /** `Env`, as name and value. */
  readonly env: ReadonlyMap<string, string>;
}

/** Why a document cannot be used; completes "The manifest …". */
export interface BadDocument {
  readonly problem: string;
}

export const INDEX_TYPES: readonly string[] = [
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
];

export const MANIFEST_TYPES: readonly string[] = [
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.docker.distribution.manifest.v2+json',
];

/** Reads what a registry gives for a tag or digest. `contentType` decides where the text itself does not. */
export function parseManifest(text: string, contentType?: string): ImageIndex | ImageManifest | BadDocument {
  const document = parseObject(text);
  if (document === undefined) return { problem: 'is not a JSON object' };
  if ('manifests' in document && 'layers' in document) {
    return { problem: 'claims to be an index and an image at once' };
  }
  const given = contentType?.split(';')[0]?.trim().toLowerCase();
  const mediaType = textOf(document.mediaType) ?? given ?? '';
  if (INDEX_TYPES.includes(mediaType)) return parseIndex(document);
  if (MANIFEST_TYPES.includes(mediaType)) return parseImage(document);
  if (mediaType !== '' && !/^(application\/json|application\/octet-stream|text\/plain)$/.test(mediaType)) {
    return { problem: `has the unknown media type ${mediaType}` };
  }
  if ('manifests' in document) return parseIndex(document);
  if ('layers' in document) return parseImage(document);
  return { problem: 'is neither an index nor an image manifest' };
}

/** Reads an image's configuration. */
export function parseImageConfig(text: string): ImageConfig | BadDocument {
  const document = parseObject(text);
  const platform = document === undefined ? undefined : parseImagePlatform(document);
  if (document === undefined || platform === undefined) return { problem: 'names no os and architecture' };
  const config = document.config;
  const lines = isObject(config) && Array.isArray(config.Env) ? config.Env : [];
  const env = new Map<string, string>();
  for (const line of lines) {
    const split = typeof line === 'string' ? line.indexOf('=') : -1;
    if (split > 0) env.set(line.slice(0, split), line.slice(split + 1));
  }
  return { platform, env };
}

/** The images in an index that run on Linux of one architecture, in the index's order. */
export function entriesFor(index: ImageIndex, architecture: string): readonly IndexEntry[] {
  return index.entries.filter(
    (entry) =>
      !entry.attestation && entry.platform?.os === 'linux' && entry.platform.architecture === architecture,
  );
}

/** `linux/arm/v7`. */
export function formatImagePlatform(platform: ImagePlatform): string {
  const variant = platform.variant === undefined ? '' : `/${platform.variant}`;
  return `${platform.os}/${platform.architecture}${variant}`;
}

function parseIndex(document: JsonObject): ImageIndex | BadDocument {
  const list = document.manifests;
  if (!Array.isArray(list)) return { problem: 'is an index without a list of images' };
  if (list.length > LIST_LIMITS.images) return { problem: `lists more than ${LIST_LIMITS.images} images` };
  const entries: IndexEntry[] = [];
  for (const item of list) {
    const descriptor = parseDescriptor(item);
    if (descriptor === undefined || !isObject(item)) {
      return { problem: 'holds an entry without a valid digest and size' };
    }
    const platform = isObject(item.platform) ? parseImagePlatform(item.platform) : undefined;
    const attestation = isAttestation(item.annotations, platform);
    entries.push({ ...descriptor, attestation, platform });
  }
  return { kind: 'index', entries };
}

/** BuildKit marks its attestations by an annotation and by the platform `unknown/unknown`. */
function isAttestation(annotations: unknown, platform: ImagePlatform | undefined): boolean {
  const marked = isObject(annotations) && textOf(annotations['vnd.docker.reference.type']) !== undefined;
  return marked || (platform?.os === 'unknown' && platform.architecture === 'unknown');
}

function parseImage(document: JsonObject): ImageManifest | BadDocument {
  const config = parseDescriptor(document.config);
  const list = document.layers;
  if (config === undefined || !Array.isArray(list))
    return { problem: 'is an image without config or layers' };
  if (list.length > LIST_LIMITS.layers) return { problem: `lists more than ${LIST_LIMITS.layers} layers` };
  const layers = list.map(parseDescriptor).filter((layer) => layer !== undefined);
  if (layers.length !== list.length) return { problem: 'holds a layer without a valid digest and size' };
  return { kind: 'manifest', config, layers };
}

function parseDescriptor(value: unknown): Descriptor | undefined {
  if (!isObject(value)) return undefined;
  const mediaType = textOf(value.mediaType) ?? '';
  const digest = textOf(value.digest) ?? '';
  const size = value.size;
  if (!isDigest(digest) || typeof size !== 'number' || !Number.isSafeInteger(size) || size < 0) {
    return undefined;
  }
  return { mediaType, digest, size };
}

/** Words of platforms are short; a longer one is none. */
const LONGEST_WORD = 64;

function parseImagePlatform(value: JsonObject): ImagePlatform | undefined {
  const os = textOf(value.os);
  const architecture = textOf(value.architecture);
  const variant = textOf(value.variant);
  if (os === undefined || architecture === undefined) return undefined;
  if ([os, architecture, variant].some((word = '') => word.length > LONGEST_WORD)) return undefined;
  return { os, architecture, variant };
}

/** A text that is not empty. */
function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
