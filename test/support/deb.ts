import { crc32, gzipSync } from 'node:zlib';
import { type Header, pack } from 'tar-stream';

/** One member of a tar: what is not said is a plain file of user 0. */
export type TarMember = Partial<Header> & { readonly name: string; readonly body?: Buffer };

/** A tar with these members, in their order. */
export async function makeTar(members: readonly TarMember[]): Promise<Buffer> {
  const archive = pack();
  for (const { body, ...header } of members) {
    archive.entry({ type: 'file', mode: 0o755, ...header }, body ?? Buffer.alloc(0));
  }
  archive.finalize();
  const chunks: Buffer[] = [];
  for await (const chunk of archive as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** A package as deb(5) describes it. `data` is the name of the member that holds the tree, and its bytes. */
export async function makeDeb(
  members: readonly TarMember[],
  data?: { readonly name: string; readonly bytes: Buffer },
): Promise<Buffer> {
  const control = Buffer.from(
    'Package: qemu-user-static\nVersion: 1\nArchitecture: all\nDescription: test\n',
  );
  const tree = data ?? { name: 'data.tar.gz', bytes: gzipSync(await makeTar(members), { level: 1 }) };
  return makeAr([
    { name: 'debian-binary', bytes: Buffer.from('2.0\n') },
    { name: 'control.tar', bytes: await makeTar([{ name: './control', mode: 0o644, body: control }]) },
    tree,
  ]);
}

/** An archive as ar(5) describes it. */
export function makeAr(members: readonly { readonly name: string; readonly bytes: Buffer }[]): Buffer {
  const parts = members.flatMap(({ name, bytes }) => [
    Buffer.from(
      `${name.padEnd(16)}${'0'.padEnd(12)}${'0'.padEnd(6)}${'0'.padEnd(6)}${'100644'.padEnd(8)}${String(bytes.length).padEnd(10)}\`\n`,
    ),
    bytes,
    Buffer.from(bytes.length % 2 === 0 ? '' : '\n'),
  ]);
  return Buffer.concat([Buffer.from('!<arch>\n'), ...parts]);
}

/**
 * A stream of xz with the bytes as they are, that asks for a dictionary of so many GiB, a power of two, to unpack them (the
 * formats of .xz 1.2 and of LZMA2 in it).
 */
export function greedyXz(bytes: Buffer, dictionary: 1 | 2 | 4): Buffer {
  const flags = Buffer.of(0, 0);
  const header = Buffer.of(2, 0, 0x21, 1, 36 + 2 * Math.log2(dictionary), 0, 0, 0);
  const chunks: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += CHUNK) {
    const chunk = bytes.subarray(at, at + CHUNK);
    const head = Buffer.of(at === 0 ? 1 : 2, 0, 0);
    head.writeUInt16BE(chunk.length - 1, 1);
    chunks.push(head, chunk);
  }
  const data = Buffer.concat([...chunks, Buffer.of(0)]);
  const block = Buffer.concat([withSum(header), data]);
  const index = withSum(
    inFours(Buffer.concat([Buffer.of(0, 1), varint(block.length), varint(bytes.length)])),
  );
  const size = Buffer.alloc(4);
  size.writeUInt32LE(index.length / 4 - 1);
  const footer = Buffer.concat([size, flags]);
  return Buffer.concat([
    Buffer.from('fd377a585a00', 'hex'),
    withSum(flags),
    inFours(block),
    index,
    sumOf(footer),
    footer,
    Buffer.from('YZ'),
  ]);
}

/** The largest piece of LZMA2. */
const CHUNK = 65_536;

function sumOf(bytes: Buffer): Buffer {
  const sum = Buffer.alloc(4);
  sum.writeUInt32LE(crc32(bytes));
  return sum;
}

function withSum(bytes: Buffer): Buffer {
  return Buffer.concat([bytes, sumOf(bytes)]);
}

function inFours(bytes: Buffer): Buffer {
  return Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)]);
}

function varint(value: number): Buffer {
  const digits: number[] = [];
  for (let rest = value; ; rest = Math.floor(rest / 128)) {
    digits.push(rest < 128 ? rest : (rest % 128) + 128);
    if (rest < 128) return Buffer.from(digits);
  }
}
