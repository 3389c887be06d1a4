import { existsSync, mkdtempSync, readdirSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openBudget } from '../../../src/archive/budget.ts';
import { readTar } from '../../../src/archive/tar.ts';
import { inBlocks, rawHeader, tarOf } from '../../support/oci-image.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'setup-binfmt-tar-'));
});
afterEach(() => {
  // Nothing of it is open any more.
  const open = readdirSync('/proc/self/fd').map((fd) => {
    const path = `/proc/self/fd/${fd}`;
    return existsSync(path) ? readlinkSync(path) : '';
  });
  expect(open.filter((path) => path.startsWith(folder))).toEqual([]);
  rmSync(folder, { recursive: true });
});

const LIMITS = { bytes: 1e9, parts: 1000, timeMs: 60_000 };

async function read(bytes: Buffer, limits = LIMITS): Promise<Readonly<Record<string, number>>> {
  const path = join(folder, 'archive');
  writeFileSync(path, bytes);
  const found: Record<string, number> = {};
  await readTar(path, openBudget(limits), async ({ name }, content) => {
    found[name] = 0;
    for await (const piece of content) found[name] += piece.length;
    return undefined;
  });
  return found;
}

/** Does not shrink when it is packed, and is the same each time. */
const noise = Buffer.from(Array.from({ length: 300_000 }, (_, at) => Math.imul(at, 0x9e3779b1) >>> 24));
const tar = await tarOf([
  { name: 'a', content: noise },
  { name: 'b', content: Buffer.alloc(3_000_000) },
  { name: 'c', content: noise },
]);
const HELD = { a: 300_000, b: 3_000_000, c: 300_000 };

const half = (bytes: Buffer): Buffer => bytes.subarray(0, bytes.length >> 1);

/** An archive that was packed in pieces, of any lengths. */
function joined(pack: (part: Buffer) => Buffer, length: number): Buffer {
  const count = Math.ceil(tar.length / length);
  return Buffer.concat(
    Array.from({ length: count }, (_, at) => pack(tar.subarray(at * length, (at + 1) * length))),
  );
}

describe('an archive', () => {
  it.each<[string, Buffer]>([
    ['as it is', tar],
    ['packed with gzip', gzipSync(tar)],
    ['packed with gzip in pieces', joined((part) => gzipSync(part), 50_000)],
    ['packed with zstd', zstdCompressSync(tar)],
    ['packed with zstd in pieces', joined((part) => zstdCompressSync(part), 100_000)],
    ['packed with zstd in pieces that end with members', joined((part) => zstdCompressSync(part), 5120)],
  ])('%s is read to its end', async (_, bytes) => {
    expect(await read(bytes, { ...LIMITS, parts: 20_000 })).toEqual(HELD);
  });

  it('that is empty holds nothing', async () => {
    expect(await read(Buffer.of())).toEqual({});
  });

  it('is left where somebody has found what he looks for', async () => {
    const path = join(folder, 'archive');
    for (const pack of [(bytes: Buffer) => bytes, gzipSync, zstdCompressSync]) {
      writeFileSync(path, Buffer.concat([pack(tar), Buffer.from('and noise')]));
      const found = await readTar(path, openBudget(LIMITS), async ({ name }) => name);
      expect(found).toBe('a');
    }
  });

  it('is left where somebody throws', async () => {
    const path = join(folder, 'archive');
    writeFileSync(path, gzipSync(tar));
    const reading = readTar(path, openBudget(LIMITS), async () => {
      throw new Error('a full disk');
    });
    await expect(reading).rejects.toThrow(/^a full disk$/);
  });

  it.each<[string, Buffer, RegExp]>([
    ['cut off, as it is', tar.subarray(0, 200_000), /ends before its last member/],
    ['cut off, packed with gzip', half(gzipSync(tar)), /unexpected end of file/],
    ['cut off, packed with zstd', half(zstdCompressSync(tar)), /cut off/],
    ['without a part', joined(zstdCompressSync, 100_000).subarray(0, -3000), /cut off/],
    ['of noise that begins as gzip', Buffer.concat([gzipSync(tar).subarray(0, 5000), noise]), /./],
  ])('is refused %s', async (_, bytes, expected) => {
    await expect(read(bytes)).rejects.toThrow(expected);
  });

  it('is not read where whoever asks for it knows by its packing what becomes of it', async () => {
    const path = join(folder, 'archive');
    const never = async (): Promise<never> => {
      throw new Error('it is read');
    };
    for (const [bytes, packed] of [
      [tar, false],
      [gzipSync(tar), true],
      [zstdCompressSync(tar), true],
    ] as const) {
      writeFileSync(path, bytes);
      expect(await readTar<string>(path, openBudget(LIMITS), never, String)).toBe(String(packed));
    }
  });

  it('that is not there is an error', async () => {
    const path = join(folder, 'none');
    await expect(readTar(path, openBudget(LIMITS), async () => undefined)).rejects.toThrow(/ENOENT/);
  });
});

describe('the budget of what is packed', () => {
  const zeros = 64 * 1024 * 1024;
  it.each<[string, (part: Buffer) => Buffer]>([
    ['gzip', (part) => gzipSync(part, { level: 1 })],
    ['zstd', (part) => zstdCompressSync(part)],
  ])('counts what comes out of all parts of %s', async (_, pack) => {
    const part = pack(Buffer.alloc(zeros));
    const head = (size: number) => pack(rawHeader('zeros', '0', size));
    const bytes = Buffer.concat([
      head(4 * zeros),
      part,
      part,
      part,
      part,
      pack(inBlocks(Buffer.alloc(1024))),
    ]);
    expect(await read(bytes)).toEqual({ zeros: 4 * zeros });
    await expect(read(bytes, { ...LIMITS, bytes: 4 * zeros })).rejects.toThrow(
      /unpacks to more than 268435456/,
    );
  });

  it.each<[string, Buffer]>([
    ['gzip', gzipSync('')],
    ['zstd', zstdCompressSync('')],
  ])('ends the reading of parts of %s that hold nothing, in which no member comes', async (_, part) => {
    const bytes = Buffer.concat(Array.from({ length: 200_000 }, () => part));
    await expect(read(bytes, { ...LIMITS, timeMs: 0 })).rejects.toThrow(/^it was not read within 0 s$/);
  });

  it('counts parts of zstd that hold nothing', async () => {
    const bytes = Buffer.concat(Array.from({ length: 2000 }, () => zstdCompressSync('')));
    const limits = { ...LIMITS, parts: 100 };
    await expect(read(bytes, limits)).rejects.toThrow(/^it has more than 100 members and headers$/);
  });

  it('does not unpack zstd that wants more memory than its strongest settings', async () => {
    // A window of 2 GiB, of which the first block would be put into memory.
    const frame = Buffer.of(0x28, 0xb5, 0x2f, 0xfd, 0x00, 21 << 3, 1, 0, 0);
    await expect(read(frame)).rejects.toThrow(/memory|window|support/i);
  });
});
