import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openBudget } from '../../../src/archive/budget.ts';
import { HEADER_LIMIT } from '../../../src/archive/limits.ts';
import { type Member, readMembers } from '../../../src/archive/members.ts';
import {
  type Entry,
  extendedHeader,
  inBlocks,
  paxRecord,
  rawHeader,
  tarOf,
} from '../../support/oci-image.ts';

const LIMITS = { bytes: 1e9, parts: 1000, timeMs: 60_000 };

async function* pieces(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

/** What an archive holds, by name; files with their text. */
async function read(bytes: Buffer, { limits = LIMITS, size = 1000 } = {}) {
  const found: (Member & { readonly text: string })[] = [];
  const budget = openBudget(limits);
  const all = pieces(bytes, size);
  await budget.timed(
    () =>
      readMembers(all, budget, async (member, content) => {
        const parts: Buffer[] = [];
        for await (const piece of content) parts.push(piece);
        found.push({ ...member, text: Buffer.concat(parts).toString() });
        return undefined;
      }),
    (late) => void all.throw(late),
  );
  return found;
}

const END = Buffer.alloc(1024);
const file = (name: string, text = name): Entry => ({ name, content: Buffer.from(text) });
const raw = (...parts: readonly Buffer[]): Buffer => Buffer.concat([...parts, END]);
const plain = (name: string, text = name): Buffer =>
  Buffer.concat([rawHeader(name, '0', text.length), inBlocks(Buffer.from(text))]);

/** The header again, with other bytes at a place, and the checksum that fits. */
function altered(header: Buffer, at: number, bytes: string): Buffer {
  const block = Buffer.from(header);
  block.write(bytes, at, 'latin1');
  block.fill(0x20, 148, 156);
  const sum = block.subarray(0, 512).reduce((total, byte) => total + byte, 0);
  block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return block;
}

describe('the members of an archive', () => {
  const entries: readonly Entry[] = [
    { name: 'a/', type: 'directory' },
    file('a/empty', ''),
    file('a/text'),
    file(`${'long/'.repeat(60)}é`, 'x'.repeat(3000)),
    { name: 'link', type: 'symlink', linkname: 'über/'.repeat(40) },
    { name: 'hard', type: 'link', linkname: 'a/text' },
    { name: 'pipe', type: 'fifo' },
    { name: 'device', type: 'character-device', devmajor: 1, devminor: 3 },
    { name: 'disk', type: 'block-device', devmajor: 8, devminor: 0 },
    { name: 'next', type: 'contiguous-file', content: Buffer.from('c') },
  ];

  it.each([1, 511, 512, 513, 100_000])(
    'are read as they were written, from pieces of %d bytes',
    async (size) => {
      const found = await read(await tarOf(entries), { size });
      const shown = found.map(({ name, type, text, linkname }) => [name, type, text.length, linkname]);
      expect(shown).toEqual([
        ['a/', 'directory', 0, ''],
        ['a/empty', 'file', 0, ''],
        ['a/text', 'file', 6, ''],
        [`${'long/'.repeat(60)}é`, 'file', 3000, ''],
        ['link', 'symlink', 0, 'über/'.repeat(40)],
        ['hard', 'link', 0, 'a/text'],
        ['pipe', 'fifo', 0, ''],
        ['device', 'character-device', 0, ''],
        ['disk', 'block-device', 0, ''],
        ['next', 'file', 1, ''],
      ]);
      expect(found.some(({ sparse }) => sparse)).toBe(false);
    },
  );

  it.each(['gnu', 'posix', 'ustar', 'oldgnu', 'v7'])('are those that GNU tar wrote as %s', async (format) => {
    const folder = mkdtempSync(join(tmpdir(), 'setup-binfmt-tar-'));
    try {
      const deep = format === 'v7' ? 'deep' : Array.from({ length: 12 }, () => 'folder').join('/');
      mkdirSync(join(folder, deep), { recursive: true });
      writeFileSync(join(folder, deep, 'file'), 'content');
      symlinkSync('file', join(folder, deep, 'link'));
      const made = spawnSync('tar', [`--format=${format}`, '-cf', '-', deep], { cwd: folder });
      expect(made.status, String(made.stderr)).toBe(0);
      const found = (await read(made.stdout)).filter(({ type }) => type !== 'directory');
      expect(found.map(({ name, type, text, linkname }) => [name, type, text, linkname]).toSorted()).toEqual([
        [`${deep}/file`, 'file', 'content', ''],
        [`${deep}/link`, 'symlink', '', 'file'],
      ]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('are any that tar-stream writes', async () => {
    const name = fc.stringMatching(/^[a-zé][a-zé0-9.-]{0,70}(?:\/[a-z]{1,70}){0,4}$/);
    const entry = fc.record({ name, content: fc.uint8Array({ maxLength: 2000 }).map((b) => Buffer.from(b)) });
    await fc.assert(
      fc.asyncProperty(
        fc.array(entry, { maxLength: 6 }),
        fc.integer({ min: 1, max: 3000 }),
        async (list, size) => {
          const found = await read(await tarOf(list), { size });
          expect(found.map((each) => each.name)).toEqual(list.map((each) => each.name));
          expect(found.map((each) => each.text)).toEqual(list.map((each) => each.content.toString()));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('end where somebody has found what he looks for, and what is left of each is passed over', async () => {
    const seen: string[] = [];
    const budget = openBudget(LIMITS);
    const bytes = Buffer.concat([
      await tarOf([file('a', 'x'.repeat(900)), file('b'), file('c')]),
      Buffer.of(1),
    ]);
    const all = pieces(bytes, 700);
    const found = await readMembers(all, budget, async ({ name }, content) => {
      seen.push(name);
      for await (const _ of content) break;
      return name === 'b' ? 'it' : undefined;
    });
    expect([found, seen]).toEqual(['it', ['a', 'b']]);
    // Who opened it closes it.
    expect((await all.next()).done).toBe(false);
  });

  it('end with the bytes, or with zeros, after which nothing counts', async () => {
    expect(await read(Buffer.of())).toEqual([]);
    expect(await read(plain('a'))).toMatchObject([{ name: 'a' }]);
    expect(await read(Buffer.concat([plain('a'), Buffer.alloc(512)]))).toMatchObject([{ name: 'a' }]);
    expect(await read(raw(plain('a'), END, plain('b')))).toMatchObject([{ name: 'a' }]);
  });
});

describe('what is said of a member before it', () => {
  const pax = (...records: readonly (readonly [string, string])[]): Buffer =>
    extendedHeader('x', records.map(([key, value]) => paxRecord(key, value)).join(''));

  it('counts for the next one alone: names, links and sizes of pax', async () => {
    const bytes = raw(
      pax(['mtime', '1.5'], ['path', 'ä'], ['linkpath', 'to'], ['size', '3']),
      rawHeader('short', '0', 0),
      inBlocks(Buffer.from('abc')),
      plain('after'),
    );
    expect(await read(bytes)).toMatchObject([
      { name: 'ä', linkname: 'to', text: 'abc', size: 3 },
      { name: 'after', linkname: '', text: 'after' },
    ]);
  });

  it('counts less where GNU says it, too, and nothing where it is empty', async () => {
    const gnu = [extendedHeader('L', 'gnu\0\0'), extendedHeader('K', 'far\0')];
    const bytes = raw(
      ...gnu,
      pax(['path', 'pax'], ['linkpath', 'x']),
      plain('a', 'a'),
      pax(['path', ''], ['size', '']),
      plain('b', 'b'),
    );
    expect(await read(bytes)).toMatchObject([
      { name: 'gnu', linkname: 'far', text: 'a' },
      { name: 'b', linkname: '', text: 'b' },
    ]);
  });

  it('is heard of no header for all that follow, as engines hear none', async () => {
    const global = extendedHeader('g', paxRecord('path', 'usr/bin/qemu-arm') + paxRecord('comment', 'x'));
    expect(await read(raw(global, plain('a'), plain('b')))).toMatchObject([{ name: 'a' }, { name: 'b' }]);
  });

  it('can be that it is sparse, and how it is called then', async () => {
    const bytes = raw(
      pax(['GNU.sparse.major', '1'], ['GNU.sparse.name', 'real'], ['GNU.sparse.minor', '0'], ['path', 'old']),
      plain('GNUSparseFile.0/real', 'x'),
      pax(['GNU.sparse.size', '9']),
      plain('other', 'x'),
      rawHeader('oldest', 'S', 0),
      plain('whole', 'x'),
    );
    expect((await read(bytes)).map(({ name, sparse, type }) => [name, sparse, type])).toEqual([
      ['real', true, 'file'],
      ['other', true, 'file'],
      ['oldest', true, undefined],
      ['whole', false, 'file'],
    ]);
  });
});

describe('a header', () => {
  it('may hold the folders of its name apart', async () => {
    const apart = altered(rawHeader('name', '0', 0), 345, 'the/folders');
    expect(await read(raw(apart))).toMatchObject([{ name: 'the/folders/name' }]);
  });

  it('may be of a time without types and magic', async () => {
    const old = altered(altered(rawHeader('a', '\0', 1), 257, '\0'.repeat(8)), 345, 'no prefix');
    const folder = altered(rawHeader('b/', '\0', 0), 257, '\0'.repeat(8));
    expect(await read(raw(old, inBlocks(Buffer.from('x')), folder))).toMatchObject([
      { name: 'a', type: 'file', text: 'x' },
      { name: 'b/', type: 'directory' },
    ]);
  });

  it('may have numbers with blanks, and none', async () => {
    const blank = altered(rawHeader('a', '0', 0), 124, '         1 \0');
    const none = altered(rawHeader('b', '0', 0), 124, '\0'.repeat(12));
    expect(await read(raw(blank, inBlocks(Buffer.from('x')), none))).toMatchObject([
      { size: 1 },
      { size: 0 },
    ]);
  });

  it('of a kind that has no content has none, and one of an unknown kind has', async () => {
    const link = rawHeader('link', '2', 5000);
    const unknown = Buffer.concat([rawHeader('x', 'V', 600), Buffer.alloc(1024, 'x')]);
    expect(
      (await read(raw(link, unknown, plain('a')))).map(({ name, type, size }) => [name, type, size]),
    ).toEqual([
      ['link', 'symlink', 0],
      ['x', undefined, 600],
      ['a', 'file', 1],
    ]);
  });

  const long = 'x'.repeat(5000);
  it.each<[string, Buffer, RegExp]>([
    ['that is cut off', plain('a').subarray(0, 300), /ends before its last member does/],
    ['without its content', rawHeader('a', '0', 10), /ends before its last member does/],
    ['behind a block of zeros', raw(Buffer.alloc(512), plain('a')), /goes on after its end/],
    [
      'with a wrong checksum',
      raw(Buffer.concat([Buffer.from('b'), plain('a').subarray(1)])),
      /wrong checksum/,
    ],
    ['of noise', Buffer.alloc(4096, 'x'), /malformed number|wrong checksum/],
    ['with a size of words', raw(altered(rawHeader('a', '0', 0), 124, 'many')), /malformed number/],
    [
      'with a negative size',
      raw(altered(rawHeader('a', '0', 0), 124, '\xff'.repeat(12))),
      /malformed number/,
    ],
    [
      'with an enormous size',
      raw(altered(rawHeader('a', '0', 0), 125, '\xff'.repeat(11))),
      /that no file has/,
    ],
    ['with a long name', raw(extendedHeader('L', long), plain('a')), /name that is too long/],
    ['with a long link', raw(extendedHeader('K', long), plain('a')), /name that is too long/],
    ['with a record that has no length', raw(extendedHeader('x', 'path=x\n')), /malformed record/],
    ['with a record that has no key', raw(extendedHeader('x', '5 =x\n')), /malformed record/],
    ['with a record that has no value', raw(extendedHeader('x', '5 ab\n')), /malformed record/],
    ['with a record that has no end', raw(extendedHeader('x', '7 a=bcd')), /malformed record/],
    ['with a record that is cut off', raw(extendedHeader('x', '9 a=b\n')), /malformed record/],
    ['with a record of length 0', raw(extendedHeader('x', '0 a=b\n')), /malformed record/],
    ['with a record of negative length', raw(extendedHeader('x', '-6 a=b\n')), /malformed record/],
    [
      'with a length after blanks',
      raw(extendedHeader('x', `${'\t'.repeat(25)}-6 a=b\n`)),
      /malformed record/,
    ],
    ['with a zero in a path', raw(extendedHeader('x', paxRecord('path', 'a\0b'))), /malformed record/],
    [
      'with a size of words in a record',
      raw(extendedHeader('x', paxRecord('size', '0x1')), plain('a')),
      /malformed number/,
    ],
    [
      'with an enormous size in a record',
      raw(extendedHeader('x', paxRecord('size', '9'.repeat(20))), plain('a')),
      /that no file has/,
    ],
    [
      'with more records than any',
      raw(rawHeader('x', 'x', HEADER_LIMIT + 1)),
      /it has a header of more than 1048576 bytes/,
    ],
  ])('%s is an error', async (_, bytes, expected) => {
    await expect(read(bytes)).rejects.toThrow(expected);
  });
});

describe('the budget of an archive', () => {
  const empty = rawHeader('a', '0', 0);
  it.each<[string, Buffer]>([
    ['files', empty],
    ['folders', rawHeader('a/', '5', 0)],
    ['links', rawHeader('a', '2', 0)],
    ['devices', rawHeader('a', '3', 0)],
    ['unknown things', rawHeader('a', 'V', 0)],
    ['headers of pax', extendedHeader('x', paxRecord('a', 'b'))],
    ['headers of pax for all that follow', extendedHeader('g', paxRecord('a', 'b'))],
    ['empty headers of pax', rawHeader('x', 'x', 0)],
    ['long names', extendedHeader('L', 'a')],
    ['long links', extendedHeader('K', 'a')],
  ])('counts %s', async (_, part) => {
    const limits = { ...LIMITS, parts: 10 };
    await read(raw(...Array.from({ length: 10 }, () => part)), { limits });
    const more = raw(...Array.from({ length: 11 }, () => part));
    await expect(read(more, { limits })).rejects.toThrow(/^it has more than 10 members and headers$/);
  });

  it.each<[string, Buffer]>([
    ['of headers', empty],
    ['of files', plain('a')],
    ['of records', extendedHeader('x', paxRecord('a', 'b'))],
  ])('counts bytes %s', async (_, part) => {
    const bytes = raw(...Array.from({ length: 10 }, () => part));
    const limits = { ...LIMITS, bytes: 10 * part.length };
    await read(bytes, { limits });
    await expect(read(bytes, { limits: { ...limits, bytes: limits.bytes - 1 } })).rejects.toThrow(
      /unpacks to more/,
    );
  });

  it('is asked for all of a file before the first of it', async () => {
    const large = raw(rawHeader('a', '0', 1e12));
    await expect(read(large)).rejects.toThrow(/^it unpacks to more than 1000000000 bytes$/);
  });

  it('has an end of its time', async () => {
    await expect(read(raw(plain('a')), { limits: { ...LIMITS, timeMs: 0 } })).rejects.toThrow(
      /not read within 0 s/,
    );
  });

  it('costs the same for many records as for few: a hundred thousand, and a thousand headers after them', async () => {
    const records = Array.from({ length: 90_000 }, (_, at) => paxRecord(at.toString(36), '')).join('');
    const many = extendedHeader('g', records);
    const one = extendedHeader('x', paxRecord('a', 'b'));
    const found = await read(raw(many, ...Array.from({ length: 900 }, () => one), plain('a')), {
      size: 100_000,
    });
    expect(found).toMatchObject([{ name: 'a' }]);
  });
});
