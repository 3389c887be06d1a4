import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseVersionLine } from '../../../src/qemu/advisories.ts';
import { isOlder } from '../../../src/text/parse.ts';

describe('parseVersionLine', () => {
  it.each([
    // Printed by Debian 12, 13 and sid, and by a plain build.
    ['qemu-aarch64 version 7.2.22 (Debian 1:7.2+dfsg-7+deb12u18+b3)\nCopyright (c) 2003-2022', '7.2.22'],
    ['qemu-aarch64 version 10.0.13 (Debian 1:10.0.13+ds-0+deb13u1)', '10.0.13'],
    ['qemu-aarch64_be version 11.1.3 (Debian 1:11.1.3+ds-1)', '11.1.3'],
    ['qemu-riscv64 version 10.2.3\n', '10.2.3'],
    ['a warning before it\nqemu-arm version 9.2.0', '9.2.0'],
  ])('reads %j', (text, version) => expect(parseVersionLine(text)).toBe(version));

  it.each([
    '',
    'qemu-arm',
    'qemu-arm version',
    'qemu-arm version ten',
    'qemu-arm version 10',
    'QEMU emulator version 10.0.0',
    ' qemu-arm version 10.0.0',
    '\u001b[1mqemu-arm version 10.0.0',
    'qemu-arm version 1.2.3.4.5',
    'qemu-arm version 99999.0.0',
    `qemu-${'a'.repeat(50)} version 1.0.0`,
  ])('does not believe %j', (text) => expect(parseVersionLine(text)).toBeUndefined());

  it('gives digits and dots only, whatever it reads', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(parseVersionLine(`qemu-arm version ${text}`) ?? '0.0').toMatch(/^[\d.]{3,}$/);
      }),
    );
  });
});

describe('isOlder', () => {
  it.each([
    ['7.2.22', '10.1.3', true],
    ['10.0.13', '10.1.3', true],
    ['10.1.2', '10.1.3', true],
    ['10.1', '10.1.3', true],
    ['10.1.3', '10.1.3', false],
    ['10.1.3', '10.1', false],
    ['10.1.0', '10.1', false],
    ['10.2.0', '10.1.3', false],
    ['11.0', '10.1.3', false],
  ])('%s before %s: %s', (left, right, older) => expect(isOlder(left, right)).toBe(older));

  it('is an order', () => {
    const version = fc.array(fc.nat(30), { minLength: 1, maxLength: 4 }).map((parts) => parts.join('.'));
    fc.assert(fc.property(version, version, (a, b) => !(isOlder(a, b) && isOlder(b, a))));
  });
});
