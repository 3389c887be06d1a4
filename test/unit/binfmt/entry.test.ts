import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Entry,
  entryNameProblem,
  explainErrno,
  flagSet,
  isPinned,
  keptOutBy,
  type Magic,
  matchesHeader,
  overlaps,
  parseEntry,
  parseStatus,
  pin,
  sameMagic,
} from '../../../src/binfmt/entry.ts';
import { TARGETS, targetOf } from '../../../src/platform/platforms.ts';
import { buildProbe } from '../../../src/probe/programs.ts';
import { codePoint } from '../../support/any-text.ts';
import { entryFor } from '../../support/entries.ts';

const fixture = (name: string) =>
  readFileSync(new URL(`../../fixtures/kernel/${name}.txt`, import.meta.url), 'utf8');
const entry = (name: string) => parseEntry(name, fixture(`entry-${name}`));

const ARM64 = {
  magic: '7f454c460201010000000000000000000200b700',
  mask: 'ffffffffffffff00fffffffffffffffffeffffff',
};

describe('parseEntry on text of the kernel', () => {
  it.each([
    [
      'qemu-aarch64',
      {
        enabled: true,
        interpreter: '/usr/bin/qemu-aarch64-static',
        flags: 'OC',
        match: { kind: 'magic', offset: 0, ...ARM64 },
        unknown: [],
      },
    ],
    ['qemu-aarch64-fixed', { flags: 'POCF', match: { kind: 'magic', ...ARM64 }, unknown: [] }],
    [
      'rosetta-disabled',
      { enabled: false, interpreter: '/mnt/lima-rosetta/rosetta', match: { kind: 'magic' }, unknown: [] },
    ],
    ['WSLInterop', { interpreter: '/init', flags: 'PF', match: { kind: 'magic', offset: 0, magic: '4d5a' } }],
    ['python3.11', { flags: '', match: { kind: 'magic', offset: 0, magic: 'a70d0d0a' }, unknown: [] }],
    ['jar', { match: { kind: 'magic', offset: 0, magic: '504b0304' }, unknown: [] }],
    ['offset', { match: { kind: 'magic', offset: 4, magic: '616263', mask: 'ff0fff' }, unknown: [] }],
    ['DOSWin', { flags: '', match: { kind: 'extension', extension: 'exe' }, unknown: [] }],
    ['newer-flags', { flags: 'POCFTL', match: { kind: 'magic', ...ARM64 }, unknown: [] }],
    ['newer-bpf', { match: { kind: 'bpf', handler: 'my_handler' }, unknown: [] }],
    [
      'hostile',
      {
        enabled: true,
        interpreter: '/bin/sh',
        match: { kind: 'unknown' },
        unknown: ['::warning::pwned', 'flags: O'],
      },
    ],
  ])('%s', (name, expected) => {
    expect(entry(name)).toMatchObject({ name, ...expected });
    expect(entry(name).text).toBe(fixture(`entry-${name}`));
  });

  it('gives no interpreter to a handler that is no file', () => {
    expect(entry('newer-bpf').interpreter).toBeUndefined();
  });

  it('has no mask where the kernel prints none', () => {
    expect(entry('jar').match).not.toHaveProperty('mask', expect.anything());
  });
});

describe('parseEntry on other text', () => {
  const magicOf = (lines: string) => parseEntry('x', `enabled\ninterpreter /q\nflags: F\n${lines}\n`).match;

  it.each([
    ['offset 0\nmagic 7F45', 'capitals'],
    ['offset 0\nmagic 7f4', 'half a byte'],
    ['offset 0\nmagic ', 'no bytes'],
    [`offset 0\nmagic ${'00'.repeat(257)}`, 'more bytes than the kernel reads'],
    ['offset 0\nmagic 7f45\nmask ff', 'a mask of another length'],
    ['', 'nothing'],
  ])('%j is an unknown match: %s', (lines) => expect(magicOf(lines)).toEqual({ kind: 'unknown' }));

  it('keeps an offset that is no number out', () => {
    const read = parseEntry('x', 'enabled\ninterpreter /q\nflags: \noffset 1e3\nmagic 00\n');
    expect(read).toMatchObject({ match: { offset: 0 }, unknown: ['offset 1e3'] });
  });

  it('takes an extension for one only with its dot', () => {
    expect(magicOf('extension exe')).toEqual({ kind: 'unknown' });
    expect(magicOf('extension .')).toEqual({ kind: 'extension', extension: '' });
  });

  it.each([
    ['', false],
    ['disabled\n', false],
    ['enabled', true],
    ['Enabled\n', false],
    ['enabled\ndisabled\n', true],
  ])('%j is enabled: %s', (text, enabled) => expect(parseEntry('x', text).enabled).toBe(enabled));

  it('does not take what follows a line break of the interpreter for the kernel’s own', () => {
    const text = 'enabled\ninterpreter /a\nmask 0000\nextension .x\nflags: OC\noffset 0\nmagic 4d5a\n';
    expect(parseEntry('x', text)).toMatchObject({
      interpreter: '/a',
      flags: 'OC',
      match: { kind: 'magic', magic: '4d5a' },
      unknown: ['mask 0000', 'extension .x'],
    });
    expect(parseEntry('x', text).match).not.toHaveProperty('mask', expect.anything());
    const twice = text.replace('mask 0000', 'flags: F');
    expect(parseEntry('x', twice)).toMatchObject({ match: { kind: 'unknown' }, unknown: ['flags: OC'] });
    const extension = 'enabled\ninterpreter /a\nflags: \nextension .x\nextension .y\nmagic 00\n';
    expect(parseEntry('x', extension)).toMatchObject({
      match: { kind: 'extension', extension: 'x' },
      unknown: ['extension .y'],
    });
  });

  const line = fc.oneof(
    fc.constantFrom('enabled', 'disabled', 'flags: POCF', 'flags: ', 'offset 0', 'magic 7f45', 'mask ffff'),
    fc.constantFrom('interpreter /q', 'interpreter ', 'extension .exe', '', ' ', 'bpf x', 'magic', '\r'),
    fc.string({ unit: codePoint, maxLength: 20 }),
  );
  it('never throws, and loses no line', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const text = lines.join('\n');
        const read = parseEntry('x', text);
        expect(read.text).toBe(text);
        for (const unknown of read.unknown) expect(text.split('\n')).toContain(unknown);
        if (read.match.kind === 'magic' && read.match.mask !== undefined)
          expect(read.match.mask).toHaveLength(read.match.magic.length);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('parseStatus', () => {
  it.each([
    [fixture('status-enabled'), 'enabled'],
    [fixture('status-disabled'), 'disabled'],
    ['', undefined],
    ['enabled\ndisabled\n', undefined],
    ['ENABLED', undefined],
  ])('%j', (text, state) => expect(parseStatus(text)).toBe(state));
});

describe('entryNameProblem', () => {
  it.each(['qemu-aarch64', 'a', '..a', 'python3.11', 'x+y_z', 'a'.repeat(255)])('%j can be used', (name) =>
    expect(entryNameProblem(name)).toBeUndefined(),
  );
  it.each([
    ['status', /kernel/],
    ['register', /kernel/],
    ['.', /folder/],
    ['..', /folder/],
    ['', /letters/],
    ['a b', /letters/],
    ['a\n', /letters/],
    ['../x', /letters/],
    ['ä', /letters/],
    ['a'.repeat(256), /letters/],
  ])('%j cannot', (name, reason) => expect(entryNameProblem(name)).toMatch(reason));
});

describe('flagSet', () => {
  it.each([
    ['', ''],
    ['FCOP', 'CFOP'],
    ['POCF', 'CFOP'],
    ['CF', 'CFO'],
    ['FF', 'F'],
    ['PF', 'FP'],
    ['POCFTL', 'CFLOPT'],
    ['TFD', 'FOT'],
  ])('%j is %j', (flags, set) => expect(flagSet(flags)).toBe(set));
});

describe('isPinned', () => {
  it('is what was pinned', () => expect(isPinned(pin(entry('qemu-aarch64')))).toBe(true));
  it.each([
    1,
    null,
    [],
    { name: 'a' },
    { text: '' },
    { name: '../x', text: '' },
    { name: 'status', text: '' },
    { name: 'a', text: 1 },
  ])('is not %j', (value) => expect(isPinned(value)).toBe(false));
});

describe('sameMagic', () => {
  it('takes no mask and a full one for the same', () => {
    const bytes = { offset: 0, magic: '4d5a' };
    expect(sameMagic(bytes, { ...bytes, mask: 'ffff' })).toBe(true);
    expect(sameMagic(bytes, { ...bytes, mask: 'fffe' })).toBe(false);
  });
});

/** Byte by byte, as fs/binfmt_misc.c compares. */
function naiveMatch(magic: Magic, header: Uint8Array): boolean {
  const buffer = Buffer.alloc(256);
  Buffer.from(header).copy(buffer, 0, 0, 256);
  const bytes = Buffer.from(magic.magic, 'hex');
  const mask = magic.mask === undefined ? Buffer.alloc(bytes.length, 0xff) : Buffer.from(magic.mask, 'hex');
  if (magic.offset + bytes.length > 256) return false;
  for (let index = 0; index < bytes.length; index++) {
    const difference = buffer.readUInt8(magic.offset + index) ^ bytes.readUInt8(index);
    if ((difference & mask.readUInt8(index)) !== 0) return false;
  }
  return true;
}

/** Few values, so that random magics often agree. */
const sparseMagic: fc.Arbitrary<Magic> = fc
  .record({
    offset: fc.integer({ min: 0, max: 3 }),
    pairs: fc.array(fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 3 })), {
      minLength: 1,
      maxLength: 3,
    }),
  })
  .map(({ offset, pairs }) => ({
    offset,
    magic: Buffer.from(pairs.map(([value]) => value)).toString('hex'),
    mask: Buffer.from(pairs.map(([, mask]) => mask)).toString('hex'),
  }));

describe('matchesHeader', () => {
  it('agrees with a comparison byte by byte', () => {
    const header = fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 7 }).map((b) => Uint8Array.from(b));
    fc.assert(
      fc.property(sparseMagic, header, (magic, bytes) => {
        expect(matchesHeader(magic, bytes)).toBe(naiveMatch(magic, bytes));
      }),
      { numRuns: 2000 },
    );
  });

  it('finds no magic beyond what the kernel reads', () => {
    expect(matchesHeader({ offset: 255, magic: '00' }, new Uint8Array(300))).toBe(true);
    expect(matchesHeader({ offset: 256, magic: '00' }, new Uint8Array(300))).toBe(false);
    expect(matchesHeader({ offset: 255, magic: '0000' }, new Uint8Array(300))).toBe(false);
  });

  it('takes the probe of its own target only, as far as one machine goes', () => {
    for (const target of TARGETS) {
      const taken = TARGETS.filter((other) => matchesHeader(target, buildProbe(other))).map((t) => t.arch);
      expect(taken).toEqual([target.arch]);
    }
  });
});

describe('overlaps', () => {
  const header = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 6, maxLength: 6 });

  it('is true where some file is taken by both', () => {
    fc.assert(
      fc.property(sparseMagic, sparseMagic, header, (a, b, bytes) => {
        const file = Uint8Array.from(bytes);
        if (naiveMatch(a, file) && naiveMatch(b, file)) expect(overlaps(a, b)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('is false where none is: a file that both take can be made whenever it is true', () => {
    fc.assert(
      fc.property(sparseMagic, sparseMagic, (a, b) => {
        const file = Buffer.alloc(8);
        for (const { offset, magic, mask = '' } of [a, b]) {
          Buffer.from(mask, 'hex').forEach((bits, index) => {
            file[offset + index] =
              (file[offset + index] ?? 0) | (bits & Buffer.from(magic, 'hex').readUInt8(index));
          });
        }
        expect(overlaps(a, b)).toBe(naiveMatch(a, file) && naiveMatch(b, file));
        expect(overlaps(b, a)).toBe(overlaps(a, b));
      }),
      { numRuns: 2000 },
    );
  });

  it('never comes from beyond the kernel’s buffer', () => {
    expect(overlaps({ offset: 300, magic: '00' }, { offset: 300, magic: 'ff' })).toBe(true);
    expect(overlaps({ offset: 255, magic: '00ff' }, { offset: 255, magic: '0000' })).toBe(true);
  });

  it('holds between rosetta and the amd64 of the table', () => {
    const { match } = entry('rosetta-disabled');
    const [amd64, arm64] = [targetOf('amd64'), targetOf('arm64')];
    if (match.kind !== 'magic' || amd64 === undefined || arm64 === undefined) throw new Error('no magic');
    expect([overlaps(match, amd64), overlaps(match, arm64)]).toEqual([true, false]);
  });
});

describe('explainErrno', () => {
  it.each([
    ['register', 'EEXIST', 'an entry of this name exists already (EEXIST)'],
    ['register', 'ETXTBSY', 'the interpreter is open for writing (ETXTBSY)'],
    ['switch', 'ENOENT', 'the entry is gone (ENOENT)'],
    ['register', 'EIO', 'the kernel answered EIO'],
  ] as const)('%s %s', (step, errno, words) => expect(explainErrno(step, errno)).toBe(words));
});

describe('keptOutBy', () => {
  const arm64 = targetOf('arm64');
  const kept = (change: Partial<Entry>) => {
    if (arm64 === undefined) throw new Error('no arm64');
    return keptOutBy({ ...entryFor('arm64'), ...change }, arm64);
  };
  const magic = `7f454c460201010000000000000000000200b700`;
  const withMask = (mask: string) => kept({ match: { kind: 'magic', offset: 0, magic, mask } });

  it('is nothing of our own mask', () => expect(kept({})).toEqual([]));
  it('names what the mask of Debian keeps out', () => {
    expect(withMask('ffffffffffffff00fffffffffffffffffeffffff')).toEqual([
      'AppImages',
      'programs of ABI version 1',
    ]);
  });
  it('names what a mask of all bytes keeps out', () => {
    expect(withMask('fffffffffffffffffffffffffffffffffeffffff')).toHaveLength(3);
  });
  it('is nothing of an entry that takes other programs, or no bytes', () => {
    expect(kept({ match: entryFor('s390x').match })).toEqual([]);
    expect(kept({ match: { kind: 'extension', extension: 'x' } })).toEqual([]);
  });
});
