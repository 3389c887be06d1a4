import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readElf, TRIAL_TAG, trialMagic } from '../../../src/platform/elf.ts';
import { TARGETS, type Target, targetOf } from '../../../src/platform/platforms.ts';
import { PROBE_MARKER } from '../../../src/probe/behaviours.ts';
import { buildProbe } from '../../../src/probe/programs.ts';

function targetNamed(arch: string): Target {
  const target = targetOf(arch);
  if (target === undefined) throw new Error(`no target ${arch}`);
  return target;
}

/** As the kernel compares (fs/binfmt_misc.c). */
function matches(program: Uint8Array, rule: { readonly magic: string; readonly mask: string }): boolean {
  const magic = Buffer.from(rule.magic, 'hex');
  const mask = Buffer.from(rule.mask, 'hex');
  return magic.every((byte, at) => (((program[at] ?? 0) ^ byte) & (mask[at] ?? 0)) === 0);
}

describe.each(TARGETS)('the probe of $arch', (target) => {
  it.each([{}, { pie: true }, { tag: TRIAL_TAG }, { pie: true, tag: TRIAL_TAG }])('with %j', (options) => {
    const probe = buildProbe(target, options);
    expect(readElf(probe)).toEqual({
      ...target.elf,
      type: options.pie === true ? 3 : 2,
      osabi: 0,
      interpreter: false,
      complete: true,
    });
    expect(Buffer.from(probe).toString('latin1').endsWith(PROBE_MARKER)).toBe(true);
    expect(probe.length).toBeLessThan(3000);
    expect(TARGETS.filter((other) => matches(probe, other))).toEqual([target]);
    expect(matches(probe, trialMagic(target))).toBe(options.tag === TRIAL_TAG);
  });
});

describe('buildProbe', () => {
  it('lays out 64 bits little-endian as in the format', () => {
    expect(Buffer.from(buildProbe(targetNamed('alpha'))).toString('hex')).toBe(
      [
        '7f454c46020101000000000000000000', // e_ident
        '02002690010000007800400000000000', // ET_EXEC, EM_ALPHA, version, entry 0x400078
        '40000000000000000000000000000000', // program headers at 0x40, no section headers
        '00000000400038000100000000000000', // flags, sizes 64 and 56, one of them
        '01000000050000000000000000000000', // PT_LOAD, R+X, offset 0
        '00004000000000000000400000000000', // addresses 0x400000
        'a600000000000000a600000000000000', // sizes: the whole file
        '0000010000000000', // alignment 0x10000
        '04001f2001001f22000020c2180031220a005f228300000001001f2000001ea683000000',
        '62696e666d742d6f6b0a',
      ].join(''),
    );
  });

  it('lays out 32 bits big-endian as in the format, position-independent and tagged', () => {
    expect(Buffer.from(buildProbe(targetNamed('m68k'), { pie: true, tag: 0x5a })).toString('hex')).toBe(
      [
        '7f454c4601020100005a000000000000', // e_ident, tagged
        '00030004000000010000005400000034', // ET_DYN, EM_68K, version, entry 0x54, program headers at 0x34
        '00000000000000000034002000010000', // no section headers, flags, sizes 52 and 32, one of them
        '00000000',
        '00000001000000000000000000000000', // PT_LOAD, offset 0, addresses 0
        '00000072000000720000000500010000', // sizes: the whole file; R+X, alignment 0x10000
        '7004720141fa000e2408760a4e40700122174e40',
        '62696e666d742d6f6b0a',
      ].join(''),
    );
  });
});

describe('readElf', () => {
  it('sees that a program asks for a dynamic loader', () => {
    // Any Linux that runs this suite has a dynamically linked Node.
    const header = readElf(readFileSync(process.execPath).subarray(0, 4096));
    expect(header).toMatchObject({ interpreter: true, complete: true });
  });

  it('says when program headers lie beyond the bytes given', () => {
    const probe = buildProbe(targetNamed('arm'));
    expect(readElf(probe.subarray(0, 84))).toMatchObject({ complete: true });
    expect(readElf(probe.subarray(0, 83))).toMatchObject({ complete: false, interpreter: false });
    expect(readElf(probe.subarray(0, 52))).toMatchObject({ complete: false });
    expect(readElf(probe.subarray(0, 51))).toBeUndefined();
  });

  it('does not follow offsets out of the file', () => {
    const probe = buildProbe(targetNamed('arm64'));
    const view = new DataView(probe.buffer);
    view.setBigUint64(32, 0xffff_ffff_ffff_fff0n, true);
    expect(readElf(probe)).toMatchObject({ complete: false });
    view.setBigUint64(32, 64n, true);
    view.setUint16(56, 0xffff, true);
    expect(readElf(probe)).toMatchObject({ complete: false });
  });

  it('does not read program headers of an unknown size', () => {
    const probe = buildProbe(targetNamed('arm64'));
    new DataView(probe.buffer).setUint16(54, 0, true);
    expect(readElf(probe)).toMatchObject({ complete: false });
  });

  it('takes an object file, which has no program headers, as complete', () => {
    const probe = buildProbe(targetNamed('arm64'));
    const view = new DataView(probe.buffer);
    view.setUint16(16, 1, true);
    view.setUint16(54, 0, true);
    view.setUint16(56, 0, true);
    expect(readElf(probe)).toMatchObject({ type: 1, complete: true, interpreter: false });
  });

  it.each([
    ['nothing', ''],
    ['a script', '#!/bin/sh\n'],
    ['a cut magic', '\x7fELF'],
    ['an unknown class', `\x7fELF\x03\x01\x01${'\0'.repeat(100)}`],
    ['an unknown byte order', `\x7fELF\x01\x03\x01${'\0'.repeat(100)}`],
  ])('is no ELF: %s', (_, text) => {
    expect(readElf(Buffer.from(text, 'latin1'))).toBeUndefined();
  });

  it('never throws, whatever the bytes', () => {
    const start = fc.constantFrom(
      ...[1, 2].flatMap((bits) => [1, 2].map((data) => [0x7f, 69, 76, 70, bits, data])),
    );
    fc.assert(
      fc.property(start, fc.uint8Array({ maxLength: 300 }), (ident, rest) => {
        readElf(Uint8Array.from([...ident, ...rest]));
      }),
    );
  });
});
