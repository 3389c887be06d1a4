/** The chain of an image: index, manifest of this host, configuration, layers. */
import * as fs from 'node:fs';
import { join } from 'node:path';
import { DOCUMENT_LIMIT, IMAGE_LIMITS } from '../archive/limits.ts';
import { hashFile, type OpenFile, readStart, removeTree, writeWhole } from '../host/files.ts';
import { makeSafeTemporary } from '../host/trust.ts';
import { SetupProblem } from '../text/problem.ts';
import { printable } from '../text/text.ts';
import { openLocalImage } from './local-image.ts';
import {
  type Descriptor,
  entriesFor,
  formatImagePlatform,
  type ImageConfig,
  type ImageIndex,
  type ImageManifest,
  type ImagePlatform,
  parseImageConfig,
  parseManifest,
} from './manifest.ts';
import { formatImageReference, type ImageReference, type Mirror } from './reference.ts';
import { type Document, openRegistry, type Registry, type RegistryContext } from './registry.ts';

export interface Chain {
  readonly config: ImageConfig;
  /** From the lowest to the uppermost. */
  readonly layers: readonly Descriptor[];
}

/**
 * Where a chain is kept and where the missing parts come from. Each document and blob lies in the folder under its
 * digest, and is used only when it still has that digest: a registry, the Actions cache or an earlier try may have put
 * it there.
 */
export interface ChainSource {
  readonly reference: ImageReference;
  readonly folder: string;
  readonly registry: Registry;
  /**
   * Opens what an earlier run has left elsewhere and has this digest, if it has no more than `limit` bytes. It stays open
   * until whoever made this closes it.
   */
  readonly openKept: (digest: string, limit: number) => OpenFile | undefined;
}

/** The images that a reference offers. */
export interface ImagePlatforms {
  readonly digest: string;
  readonly platforms: readonly ImagePlatform[];
}

/**
 * Reads index, manifest and configuration, from the folder or the registry, down from `digest`. Throws a
 * SetupProblem when there is no image for Linux on `hostArch`, or a document cannot be used.
 */
export async function readChain(source: ChainSource, digest: string, hostArch: string): Promise<Chain> {
  let manifest = parsed(source.reference, await document(source, await rootOf(source, digest)));
  if (manifest.kind === 'index') {
    const [entry] = entriesFor(manifest, hostArch);
    if (entry === undefined) throw noImageFor(source.reference, manifest, hostArch);
    const found = await document(source, entry.digest);
    if (found.bytes.length !== entry.size) {
      throw unusable(source.reference, 'its index says a wrong size for the image of this host');
    }
    manifest = parsed(source.reference, found, entry.mediaType);
  }
  if (manifest.kind !== 'manifest') {
    throw unusable(source.reference, 'it holds an index inside an index');
  }
  const config = await readImageConfig(source, manifest);
  if (config.platform.os !== 'linux' || config.platform.architecture !== hostArch) {
    const runs = printable(formatImagePlatform(config.platform), 60);
    throw unusable(source.reference, `it is for ${runs} and this host is linux/${hostArch}`);
  }
  return { config, layers: manifest.layers };
}

/** An image on this machine can be named by what is no digest of a manifest, and what is kept by that name is then none. */
async function rootOf({ reference, registry }: ChainSource, digest: string): Promise<string> {
  return reference.local === undefined ? digest : (await registry.manifest(digest)).digest;
}

/** A layer, and the path of its blob. */
export interface Layer extends Descriptor {
  readonly path: string;
}

/**
 * The layers of an image from the uppermost down, each fetched when it is asked for: checked in the folder, or downloaded
 * and checked. One that is there several times comes once, for the uppermost is the one that counts. Throws a
 * SetupProblem for one that is too large, or that makes too much with those before.
 */
export async function* layersOf(
  source: ChainSource,
  { layers }: Pick<Chain, 'layers'>,
): AsyncGenerator<Layer> {
  const seen = new Set<string>();
  let packed = 0;
  for (const layer of layers.toReversed()) {
    if (seen.has(layer.digest)) continue;
    seen.add(layer.digest);
    packed += layer.size;
    if (layer.size > IMAGE_LIMITS.layer)
      throw unusable(source.reference, `a layer of ${layer.size} bytes is too large`);
    if (packed > IMAGE_LIMITS.packed)
      throw unusable(source.reference, `its layers have more than ${IMAGE_LIMITS.packed} bytes`);
    yield { ...layer, path: await blobFile(source, layer) };
  }
}

/** Opens an image where it is: on this machine, or at its mirrors and its own registry. Nothing is asked or read yet. */
export function openImage(
  reference: ImageReference,
  mirrors: readonly Mirror[],
  context: RegistryContext,
): Registry {
  const { local } = reference;
  return local === undefined
    ? openRegistry(reference, mirrors, context)
    : openLocalImage({ ...reference, local }, context);
}

/**
 * Asks what a tag or digest offers: the platforms in its index, or the one of a plain image. Throws a
 * SetupProblem when no registry answers or the answer cannot be used.
 */
export async function listImagePlatforms(
  reference: ImageReference,
  mirrors: readonly Mirror[],
  context: RegistryContext,
): Promise<ImagePlatforms> {
  const registry = openImage(reference, mirrors, context);
  const folder = makeSafeTemporary(context.host, 'setup-binfmt-');
  try {
    const found = await (reference.digest === undefined
      ? registry.named()
      : registry.manifest(reference.digest));
    const manifest = parsed(reference, found);
    if (manifest.kind === 'index') {
      const images = manifest.entries.filter((entry) => !entry.attestation);
      return { digest: found.digest, platforms: images.flatMap(({ platform }) => platform ?? []) };
    }
    const config = await readImageConfig(
      { reference, folder, registry, openKept: () => undefined },
      manifest,
    );
    return { digest: found.digest, platforms: [config.platform] };
  } finally {
    context.host.remove(folder);
    registry.close();
  }
}

/** A manifest from where one is kept, if it is there with the right digest; else from the registry. */
async function document(source: ChainSource, digest: string): Promise<Document> {
  const kept = source.openKept(digest, DOCUMENT_LIMIT);
  if (kept !== undefined) return { bytes: kept.head(DOCUMENT_LIMIT), digest, contentType: undefined };
  const path = fileOf(source, digest);
  if (isKept(path, digest, (size) => size <= DOCUMENT_LIMIT)) {
    return { bytes: readStart(path, DOCUMENT_LIMIT), digest, contentType: undefined };
  }
  const fetched = await source.registry.manifest(digest);
  writeWhole(path, fetched.bytes, clearAway(path));
  return fetched;
}

async function blobFile(source: ChainSource, descriptor: Descriptor): Promise<string> {
  const kept = source.openKept(descriptor.digest, descriptor.size);
  if (kept !== undefined) return kept.path;
  const path = fileOf(source, descriptor.digest);
  if (isKept(path, descriptor.digest, (size) => size === descriptor.size)) return path;
  const draft = clearAway(path);
  await source.registry.blob(descriptor, draft);
  fs.renameSync(draft, path);
  return path;
}

function isKept(path: string, digest: string, fits: (size: number) => boolean): boolean {
  const kept = fs.lstatSync(path, { throwIfNoEntry: false });
  return kept?.isFile() === true && fits(kept.size) && `sha256:${hashFile(path)}` === digest;
}

/** Removes whatever a cache may have put in the way, links and folders too. Gives the name to write first. */
function clearAway(path: string): string {
  const draft = `${path}.new`;
  for (const each of [path, draft]) removeTree(each);
  return draft;
}

async function readImageConfig(source: ChainSource, manifest: ImageManifest): Promise<ImageConfig> {
  if (manifest.config.size > DOCUMENT_LIMIT)
    throw unusable(source.reference, 'its configuration is too large');
  const config = parseImageConfig(
    readStart(await blobFile(source, manifest.config), DOCUMENT_LIMIT).toString('utf8'),
  );
  if ('problem' in config) throw unusable(source.reference, `its configuration ${config.problem}`);
  return config;
}

function fileOf(source: ChainSource, digest: string): string {
  return join(source.folder, digest.replace(/^sha256:/, ''));
}

function parsed(
  reference: ImageReference,
  { bytes, contentType }: Document,
  announced?: string,
): ImageIndex | ImageManifest {
  const manifest = parseManifest(bytes.toString('utf8'), contentType ?? announced);
  if ('problem' in manifest) throw unusable(reference, `its manifest ${printable(manifest.problem, 120)}`);
  return manifest;
}

function noImageFor(reference: ImageReference, index: ImageIndex, hostArch: string): SetupProblem {
  const offered = index.entries.flatMap(({ platform, attestation }) =>
    platform === undefined || attestation ? [] : formatImagePlatform(platform),
  );
  const list = offered.length === 0 ? 'nothing' : printable(offered.join(', '));
  return unusable(reference, `it has no image for linux/${hostArch}; it offers ${list}`);
}

/** The image is there, and is not what is needed. */
export function unusable(reference: ImageReference, why: string): SetupProblem {
  return new SetupProblem({
    id: 'SB081',
    kind: 'host',
    what: `take QEMU from the image ${formatImageReference(reference)}`,
    cause: why,
    remedy:
      'Name an image that holds static usr/bin/qemu-* programs for this host, or leave out the input image',
  });
}
