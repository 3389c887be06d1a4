import { createHash } from 'node:crypto';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { type Header, pack } from 'tar-stream';
import { targetOf } from '../../src/platform/platforms.ts';
import { buildProbe } from '../../src/probe/programs.ts';

/** Images made by hand, for faults that no image builder can produce. */

export interface Blob {
  readonly bytes: Buffer;
  readonly mediaType: string;
}

/** Everything that a registry serves for one image. */
export interface MadeImage {
  readonly digest: string;
  /** Manifests and blobs by digest. */
  readonly contents: ReadonlyMap<string, Blob>;
  readonly layers: readonly string[];
  readonly manifests: readonly string[];
}

export type Entry = Partial<Header> & { readonly name: string; readonly content?: Buffer };

export const LAYER = 'application/vnd.oci.image.layer.v1.tar+gzip';
export const ZSTD_LAYER = 'application/vnd.oci.image.layer.v1.tar+zstd';
const INDEX = 'application/vnd.oci.image.index.v1+json';
const MANIFEST = 'application/vnd.oci.image.manifest.v1+json';
const CONFIG = 'application/vnd.oci.image.config.v1+json';

export function sha256(bytes: Buffer): string {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
}

/** A static program of an architecture, padded to `size` bytes and different for each `label`. */
export function elfProgram(arch: string, label: string, size = 20_000): Buffer {
  const target = targetOf(arch);
  if (target === undefined) throw new Error(`no target ${arch}`);
  const head = Buffer.concat([buildProbe(target), Buffer.from(`\0${label}\0`)]);
  const tail = Buffer.alloc(Math.max(0, size - head.length), sha256(Buffer.from(label)));
  return Buffer.concat([head, tail]);
}

/** A `usr/bin/qemu-<target>` entry that holds a static program of the host architecture. */
export function qemuEntry(qemu: string, hostArch = 'amd64', label = qemu): Entry {
  return { name: `usr/bin/qemu-${qemu}`, mode: 0o755, content: elfProgram(hostArch, label) };
}

/** An uncompressed layer. */
export async function tarOf(entries: readonly Entry[]): Promise<Buffer> {
  const tar = pack();
  for (const { content, ...header } of entries) tar.entry({ type: 'file', ...header }, content ?? '');
  tar.finalize();
  const pieces: Buffer[] = [];
  for await (const piece of tar as AsyncIterable<Buffer>) pieces.push(piece);
  return Buffer.concat(pieces);
}

/** A layer packed with gzip, or as the media type says: with zstd, or not at all. */
export async function layerOf(entries: readonly Entry[], mediaType = LAYER): Promise<Blob> {
  const tar = await tarOf(entries);
  if (mediaType.endsWith('.tar')) return { bytes: tar, mediaType };
  const bytes = mediaType.endsWith('zstd') ? zstdCompressSync(tar) : gzipSync(tar);
  return { bytes, mediaType };
}

export interface ImageParts {
  readonly layers: readonly Blob[];
  readonly arch?: string;
  readonly env?: readonly string[];
}

/** An image of one or more platforms behind an index, with an attestation entry beside them. */
export function makeImage(platforms: readonly ImageParts[]): MadeImage {
  const contents = new Map<string, Blob>();
  const add = (bytes: Buffer, mediaType: string) => {
    const digest = sha256(bytes);
    contents.set(digest, { bytes, mediaType });
    return { mediaType, digest, size: bytes.length };
  };
  const addJson = (value: unknown, mediaType: string) => add(Buffer.from(JSON.stringify(value)), mediaType);
  const layerDigests: string[] = [];
  const manifests = platforms.map(({ layers, arch = 'amd64', env = [] }) => {
    const config = addJson({ os: 'linux', architecture: arch, config: { Env: env } }, CONFIG);
    const described = layers.map(({ bytes, mediaType }) => add(bytes, mediaType));
    layerDigests.push(...described.map(({ digest }) => digest));
    const manifest = addJson({ schemaVersion: 2, mediaType: MANIFEST, config, layers: described }, MANIFEST);
    return { ...manifest, platform: { os: 'linux', architecture: arch } };
  });
  const attestation = {
    ...addJson({ schemaVersion: 2, mediaType: MANIFEST, config: manifests[0], layers: [] }, MANIFEST),
    platform: { os: 'unknown', architecture: 'unknown' },
    annotations: { 'vnd.docker.reference.type': 'attestation-manifest' },
  };
  const index = addJson(
    { schemaVersion: 2, mediaType: INDEX, manifests: [...manifests, attestation] },
    INDEX,
  );
  return {
    digest: index.digest,
    contents,
    layers: layerDigests,
    manifests: manifests.map(({ digest }) => digest),
  };
}

/** One tar header as any program could write it, with whatever type and size (GNU's base-256 form). */
export function rawHeader(name: string, typeflag: string, size: number): Buffer {
  const header = Buffer.alloc(512);
  header.write(name, 0, 100);
  header.write('0000755\x000000000\x000000000\0', 100);
  header.writeUInt8(0x80, 124);
  header.writeBigUInt64BE(BigInt(size), 128);
  header.write('00000000000\0        ', 136);
  header.write(typeflag, 156);
  header.write('ustar\x0000', 257);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return header;
}

/** A header of pax(1) or GNU with what it holds, records or a name, as the bytes are. */
export function extendedHeader(typeflag: string, text: string): Buffer {
  const body = Buffer.from(text);
  return Buffer.concat([rawHeader('extended', typeflag, body.length), inBlocks(body)]);
}

/** One record of pax(1). */
export function paxRecord(key: string, value: string): string {
  const rest = Buffer.byteLength(` ${key}=${value}\n`);
  let length = rest;
  while (length !== rest + String(length).length) length = rest + String(length).length;
  return `${length} ${key}=${value}\n`;
}

/** Filled up with zeros, as a tar has it. */
export function inBlocks(bytes: Buffer): Buffer {
  return Buffer.concat([bytes, Buffer.alloc((512 - (bytes.length % 512)) % 512)]);
}

/** A gzip layer of the bytes as they are. */
export function rawLayer(...bytes: readonly Buffer[]): Blob {
  return { bytes: gzipSync(Buffer.concat(bytes)), mediaType: LAYER };
}
