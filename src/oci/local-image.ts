/**
 * An image that lies on this machine, for those who reach no registry: a layout or archive as `skopeo copy` writes it (OCI
 * image-spec, image-layout.md), an archive of `docker save`, or what an engine holds, which is asked for such an archive. All
 * of it is checked down from a digest, as what registries give.
 */
import * as fs from 'node:fs';
import { basename, join, posix } from 'node:path';
import { type Budget, openBudget } from '../archive/budget.ts';
import { DOCUMENT_LIMIT, IMAGE_ARCHIVE_LIMITS, IMAGE_LIMITS, LIST_LIMITS } from '../archive/limits.ts';
import { hashUnpacked, readTar } from '../archive/tar.ts';
import { createFileOf, hashOpen, type OpenFile, openToRead, using, writeWhole } from '../host/files.ts';
import { makeSafeTemporary } from '../host/trust.ts';
import { isObject, parseJson, parseObject, textsOf } from '../text/parse.ts';
import { reasonOf, SetupProblem } from '../text/problem.ts';
import { listed, printable } from '../text/text.ts';
import { digestOf, exportImage, type LocalReference, type Refuse, refusalFor } from './engine-image.ts';
import { type Descriptor, type ImageManifest, MANIFEST_TYPES, parseManifest } from './manifest.ts';
import { formatImageReference, isDigest, isOfEngine, parseImageReference } from './reference.ts';
import type { Document, Registry, RegistryContext } from './registry.ts';

const REF_NAMES = ['org.opencontainers.image.ref.name', 'io.containerd.image.name'];

/** A manifest or index that a layout or archive begins with, and the names that it has there. */
interface Root {
  readonly digest: string;
  readonly names: readonly string[];
}

interface Contents {
  readonly roots: readonly Root[];
  /** The file that bears a digest; `undefined` when there is none. */
  readonly fileOf: (digest: string) => string | undefined;
  /** The image as the engine that it came from knows it, which has said that it has the digest that was asked for. */
  readonly id?: string;
}

/** Opens it. Nothing is read yet; its functions throw a SetupProblem as those of a registry do. */
export function openLocalImage(reference: LocalReference, { host, log }: RegistryContext): Registry {
  const refuse = refusalFor(reference);
  const { transport, place } = reference.local;
  let folder: string | undefined;
  const own = (): string => {
    folder ??= makeSafeTemporary(host, 'setup-binfmt-image-');
    return folder;
  };
  const open = async (): Promise<Contents> => {
    if (transport === 'oci') return layoutAt(place, refuse);
    const folder = own();
    const isFile = !isOfEngine(reference.local);
    const archive = isFile ? place : join(folder, 'archive');
    const id = isFile ? undefined : await exportImage(host, reference, archive, log);
    const contents = join(folder, 'contents');
    fs.mkdirSync(contents);
    return { ...(await archiveAt(archive, contents, refuse)), id };
  };
  let opened: Promise<Contents> | undefined;
  const contents = (): Promise<Contents> => {
    opened ??= open().catch((thrown: unknown) => {
      throw thrown instanceof SetupProblem ? thrown : refuse(printable(reasonOf(thrown)));
    });
    return opened;
  };
  return {
    named: async () => {
      const found = await contents();
      return document(found, chooseRoot(found, reference, refuse), refuse);
    },
    manifest: async (digest) => {
      const found = await contents();
      if (digest !== reference.digest) return document(found, digest, refuse);
      const root = rootOf(found, digest, refuse);
      if (root.byId !== undefined) await requireLayers(found, root.byId, join(own(), 'layer'), refuse);
      return document(found, root.digest, refuse);
    },
    blob: async ({ digest, size }, path) => {
      const file = (await contents()).fileOf(digest);
      if (file === undefined) throw refuse(`it holds no ${digest}`);
      copyChecked(file, path, { digest, size }, refuse);
    },
    downloadedBytes: () => 0,
    close: () => {
      if (folder !== undefined) host.remove(folder);
    },
  };
}

/** The root that the reference names, or the only one. */
function chooseRoot({ roots }: Contents, { tag }: LocalReference, refuse: Refuse): string {
  const fitting =
    tag === undefined ? roots : roots.filter(({ names }) => names.some((name) => isSame(name, tag)));
  const [only, ...more] = new Set(fitting.map(({ digest }) => digest));
  if (only !== undefined && more.length === 0) return only;
  const held = listRoots(roots);
  if (tag !== undefined) throw refuse(`it holds no image called ${printable(tag, 100)}, but ${held}`);
  throw refuse(
    roots.length === 0 ? 'it holds no image' : `it holds several images: ${held}`,
    'Write the tag of one behind it',
  );
}

/**
 * The manifest or index of a digest that was given: its own, what an engine says is the same, or one by the configuration
 * (whose digest engines call the image's id). That says nothing of how its layers are packed, and anybody can write such a manifest:
 * `byId` is one whose layers are still to be held to it.
 */
function rootOf(
  contents: Contents,
  digest: string,
  refuse: Refuse,
): { readonly digest: string; readonly byId?: ImageManifest } {
  const known = contents.id === undefined ? [digest] : [digest, contents.id];
  const root = contents.roots.find((each) => known.includes(each.digest));
  if (root !== undefined) return root;
  const read = documentMeter(refuse);
  for (const each of contents.roots) {
    const manifest = parseManifest(read(document(contents, each.digest, refuse).bytes).toString('utf8'));
    const isImage = 'kind' in manifest && manifest.kind === 'manifest';
    if (isImage && known.includes(manifest.config.digest)) return { digest: each.digest, byId: manifest };
  }
  if (contents.fileOf(digest) !== undefined) return { digest };
  throw refuse(
    `it holds ${listRoots(contents.roots)}, and not ${digest}`,
    'Name the digest that it has, or copy the image with all that its index names (skopeo copy --all)',
  );
}

/**
 * Throws unless the layers of an image are, unpacked, all those that its configuration names, in their order (OCI image-spec,
 * config.md, `rootfs.diff_ids`). `draft` is a name for copies: what is unpacked is what had the layer's digest.
 */
async function requireLayers(
  contents: Contents,
  { config, layers }: ImageManifest,
  draft: string,
  refuse: Refuse,
): Promise<void> {
  const named = diffIdsIn(document(contents, config.digest, refuse).bytes);
  if (named.length !== layers.length)
    throw refuse(`its configuration names ${named.length} layers, and it has ${layers.length}`);
  const budget = openBudget(IMAGE_LIMITS, 'the image');
  const seen = new Map<string, string>();
  let packed = 0;
  for (const [at, { digest, size }] of layers.entries()) {
    if (digest === named[at]) continue;
    let given = seen.get(digest);
    if (given === undefined) {
      packed += size;
      if (packed > IMAGE_LIMITS.packed)
        throw refuse(`its layers have more than ${IMAGE_LIMITS.packed} bytes`);
      const path = contents.fileOf(digest);
      if (path === undefined) throw refuse(`it holds no ${digest}`);
      copyChecked(path, draft, { digest, size }, refuse);
      given = `sha256:${await unpackedHash(draft, budget, refuse)}`;
      fs.rmSync(draft);
      seen.set(digest, given);
    }
    if (given !== named[at])
      throw refuse(
        `its layer ${digest} is not one that its configuration ${config.digest} names`,
        'Get the image anew from where it was made',
      );
  }
}

async function unpackedHash(path: string, budget: Budget, refuse: Refuse): Promise<string> {
  try {
    return await hashUnpacked(path, budget);
  } catch (thrown) {
    throw refuse(`a layer cannot be read: ${printable(reasonOf(thrown))}`);
  }
}

/** The digests of the layers of an image, as they are unpacked; what is none of them stays in its place. */
function diffIdsIn(config: Buffer): readonly unknown[] {
  const { rootfs } = parseObject(config.toString('utf8')) ?? {};
  return isObject(rootfs) && Array.isArray(rootfs.diff_ids) ? rootfs.diff_ids : [];
}

/** Counts documents that are read to find one among them; gives each back. */
function documentMeter(refuse: Refuse): (bytes: Buffer) => Buffer {
  let total = 0;
  return (bytes) => {
    total += bytes.length;
    if (total > LIST_LIMITS.documents)
      throw refuse(`it holds documents of more than ${LIST_LIMITS.documents} bytes`);
    return bytes;
  };
}

/** Archives of Docker hold whole names, in the short or the long form. */
function isSame(name: string, tag: string): boolean {
  const whole = (text: string): string => {
    const parsed = /[/:]/.test(text) ? parseImageReference(text) : { problem: '' };
    return 'problem' in parsed ? text : formatImageReference(parsed);
  };
  return whole(name) === whole(tag);
}

function listRoots(roots: readonly Root[]): string {
  const words = roots.map(({ digest, names: [name] }) =>
    name === undefined ? digest : `${printable(name, 100)} (${digest})`,
  );
  return listed(words, 8, 200);
}

/** The bytes of a document, which have its digest. */
function document({ fileOf }: Contents, digest: string, refuse: Refuse): Document {
  const path = fileOf(digest);
  if (path === undefined) throw refuse(`it holds no ${digest}`);
  const bytes = readShort(path, refuse);
  const given = digestOf(bytes);
  if (given !== digest) throw refuse(`what it holds as ${digest} is ${given}`);
  return { bytes, digest, contentType: undefined };
}

function readShort(path: string, refuse: Refuse): Buffer {
  return using(openPart(path, refuse), ({ head, stat: { size } }) => {
    if (size > DOCUMENT_LIMIT) throw refuse(`a document in it has ${size} bytes, more than any manifest`);
    return head(DOCUMENT_LIMIT);
  });
}

/** Opens a plain file that an image is made of, or a link to one. */
function openPart(path: string, refuse: Refuse): OpenFile {
  try {
    return openToRead(path, IMAGE_ARCHIVE_LIMITS.bytes);
  } catch (thrown) {
    throw refuse(`${printable(basename(path), 100)}: ${printable(reasonOf(thrown))}`);
  }
}

/** Copies a file to a new one, and throws where it has not the size and digest that it must have. */
function copyChecked(
  from: string,
  to: string,
  { digest, size }: Pick<Descriptor, 'digest' | 'size'>,
  refuse: Refuse,
): void {
  let count = 0;
  using(openPart(from, refuse), (file) =>
    writeWhole(to, (write) => {
      const sha256 = hashOpen(file, 'sha256', (piece) => {
        count += piece.length;
        if (count > size) throw refuse(`what it holds as ${digest} has more than ${size} bytes`);
        write(piece);
      });
      const given = `sha256:${sha256}`;
      if (given !== digest || count !== size)
        throw refuse(`what it holds as ${digest} is ${given} of ${count} bytes`);
    }),
  );
}

/** A folder of the OCI image layout. */
function layoutAt(folder: string, refuse: Refuse): Contents {
  const index = join(folder, 'index.json');
  if (!fs.existsSync(index)) throw refuse(`${printable(folder, 200)} has no index.json: it is no OCI layout`);
  return {
    roots: rootsOf(readShort(index, refuse).toString('utf8'), refuse),
    fileOf: (digest) => {
      const path = join(folder, 'blobs/sha256', digest.replace(/^sha256:/, ''));
      return isDigest(digest) && fs.existsSync(path) ? path : undefined;
    },
  };
}

function rootsOf(index: string, refuse: Refuse): readonly Root[] {
  const { manifests } = parseObject(index) ?? {};
  if (!Array.isArray(manifests)) throw refuse('its index.json lists no images');
  requireFew(manifests, 'images', refuse);
  return manifests.flatMap((entry) => {
    const { digest, annotations } = isObject(entry) ? entry : {};
    if (typeof digest !== 'string' || !isDigest(digest)) return [];
    const named = isObject(annotations) ? REF_NAMES.map((name) => annotations[name]) : [];
    return { digest, names: named.filter((name) => typeof name === 'string') };
  });
}

/** A list may have no more than images that are real. */
function requireFew(list: readonly unknown[], what: 'images' | 'layers' | 'names', refuse: Refuse): void {
  if (list.length > LIST_LIMITS[what]) throw refuse(`it lists more than ${LIST_LIMITS[what]} ${what}`);
}

/** Unpacks an archive into `folder`: that of a layout, or what docker save wrote before it wrote layouts. */
async function archiveAt(archive: string, folder: string, refuse: Refuse): Promise<Contents> {
  const members = await unpackMembers(archive, folder);
  const index = members.get('index.json');
  if (index !== undefined) {
    return {
      roots: rootsOf(readShort(index, refuse).toString('utf8'), refuse),
      fileOf: (digest) => members.get(`blobs/sha256/${digest.replace(/^sha256:/, '')}`),
    };
  }
  const manifest = members.get('manifest.json');
  if (manifest === undefined)
    throw refuse('it holds neither index.json nor manifest.json: it is no archive of an image');
  const images = parseJson(readShort(manifest, refuse).toString('utf8'));
  const files = new Map<string, string>();
  const list = Array.isArray(images) ? images : [];
  requireFew(list, 'images', refuse);
  const read = documentMeter(refuse);
  const roots = list.map((image, number) =>
    dockerImage(image, members, files, join(folder, `manifest-${number}`), read, refuse),
  );
  return { roots, fileOf: (digest) => files.get(digest) };
}

/**
 * The files of an archive by their names. They are written under numbers; nothing is written where a name says, and a link
 * (docker save has them for layers that are the same) is another name of a member.
 */
async function unpackMembers(archive: string, folder: string): Promise<ReadonlyMap<string, string>> {
  const members = new Map<string, string>();
  const links = new Map<string, string>();
  const budget = openBudget(IMAGE_ARCHIVE_LIMITS);
  let count = 0;
  await readTar(archive, budget, async ({ type, sparse, linkname, ...member }, content) => {
    const name = posix.normalize(member.name);
    if (type === 'symlink') links.set(name, posix.join(posix.dirname(name), linkname));
    if (type === 'link') links.set(name, posix.normalize(linkname));
    if (type !== 'file' || sparse) return undefined;
    const path = join(folder, String(count++));
    await createFileOf(path, content);
    members.set(name, path);
    return undefined;
  });
  for (const [name, target] of links) {
    const path = members.get(target);
    if (path !== undefined) members.set(name, path);
  }
  return members;
}

/**
 * One image of manifest.json (moby, image/spec/v1.2.md): configuration and layers as files. Its configuration has the digests
 * of the layers as they are unpacked, so a manifest can be made of it, which is checked like any other.
 */
function dockerImage(
  image: unknown,
  members: ReadonlyMap<string, string>,
  files: Map<string, string>,
  manifest: string,
  read: (bytes: Buffer) => Buffer,
  refuse: Refuse,
): Root {
  const { Config, Layers, RepoTags } = isObject(image) ? image : {};
  const config = typeof Config === 'string' ? members.get(posix.normalize(Config)) : undefined;
  if (config === undefined || !Array.isArray(Layers))
    throw refuse('its manifest.json names no configuration and layers');
  requireFew(Layers, 'layers', refuse);
  const text = read(readShort(config, refuse));
  const digests = diffIdsIn(text);
  if (digests.length !== Layers.length)
    throw refuse(`its configuration names ${digests.length} layers, and it has ${Layers.length}`);
  const layers = Layers.map((name, at) => {
    const path = typeof name === 'string' ? members.get(posix.normalize(name)) : undefined;
    const digest: unknown = digests[at];
    if (path === undefined || typeof digest !== 'string' || !isDigest(digest))
      throw refuse('its configuration does not have the digests of its layers');
    files.set(digest, path);
    return {
      mediaType: 'application/vnd.docker.image.rootfs.diff.tar',
      digest,
      size: fs.statSync(path).size,
    };
  });
  const configuration = {
    mediaType: 'application/vnd.docker.container.image.v1+json',
    digest: digestOf(text),
    size: text.length,
  };
  const bytes = Buffer.from(
    JSON.stringify({ schemaVersion: 2, mediaType: MANIFEST_TYPES[1], config: configuration, layers }),
  );
  writeWhole(manifest, bytes);
  const digest = digestOf(bytes);
  files.set(configuration.digest, config);
  files.set(digest, manifest);
  const names = Array.isArray(RepoTags) ? RepoTags : [];
  requireFew(names, 'names', refuse);
  return { digest, names: textsOf(names) };
}
