import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PROGRAM_VERSION } from '../../../src/text/text.ts';
import {
  atLeast,
  isOlder,
  isVersion,
  parseQemuAnswer,
  parseVersion,
  readQemuAnswer,
} from '../../../src/text/version.ts';

it('is the version of the package', () => {
  const text = readFileSync(new URL('../../../package.json', import.meta.url), 'utf8');
  expect(JSON.parse(text)).toMatchObject({ version: PROGRAM_VERSION });
});

describe('parseQemuAnswer', () => {
  it.each([
    // Printed by Debian 12, 13 and sid, and by a plain build.
    ['qemu-aarch64 version 7.2.22 (Debian 1:7.2+dfsg-7+deb12u18+b3)\nCopyright (c) 2003-2022', '7.2.22'],
    ['qemu-aarch64 version 10.0.13 (Debian 1:10.0.13+ds-0+deb13u1)', '10.0.13'],
    ['qemu-aarch64_be version 11.1.3 (Debian 1:11.1.3+ds-1)', '11.1.3'],
    ['qemu-riscv64 version 10.2.3\n', '10.2.3'],
    ['qemu-arm version 11.0', '11.0'],
    ['a warning before it\nqemu-arm version 9.2.0', '9.2.0'],
  ])('reads %j', (text, version) => {
    expect(parseQemuAnswer(text)).toBe(version);
    expect(parseVersion(text)).toBe(version);
  });

  it.each([
    '',
    'binfmt-ok\n',
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
    '10.2.3',
  ])('does not believe %j', (text) => expect(parseQemuAnswer(text)).toBeUndefined());

  it('is of the emulator that the answer names', () => {
    expect(readQemuAnswer('qemu-aarch64_be version 11.1.3 (x)')).toEqual({
      name: 'qemu-aarch64_be',
      version: '11.1.3',
    });
  });

  it('gives digits and dots only, whatever it reads', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(parseQemuAnswer(`qemu-arm version ${text}`) ?? '0.0').toMatch(/^[\d.]{3,}$/);
      }),
    );
  });
});

describe('parseVersion', () => {
  it.each([
    ['6.8.0-1017-azure', '6.8.0'],
    ['5.10.0-28-amd64', '5.10.0'],
    ['3.10.0-1160.el7.x86_64', '3.10.0'],
    ['5.15.153.1-microsoft-standard-WSL2', '5.15.153.1'],
    ['4.4.0-19041-Microsoft', '4.4.0'],
    ['6.12.0.20241231-custom', '6.12.0.20241231'],
    ['7.0', '7.0'],
    ['7.0-rc1', '7.0'],
    ['v20.19.2', '20.19.2'],
    ['qemu-v10.2.3-68', '10.2.3'],
    ['docker.io/tonistiigi/binfmt:qemu-v7.0.0-28', '7.0.0'],
    ['registry.example:5000/tonistiigi/binfmt:qemu-v9.2.2', '9.2.2'],
  ])('reads %j', (text, version) => expect(parseVersion(text)).toBe(version));

  it.each(['', '6', 'six.one', 'linux-6.1', '123456.1', 'latest', 'qemu: no such thing', '1.2.3.4.5'])(
    'finds none in %j',
    (text) => expect(parseVersion(text)).toBeUndefined(),
  );

  it('tells what is a version and nothing else', () => {
    expect(['10.2', '10.2.3', '1.2.3.4'].every(isVersion)).toBe(true);
    expect([undefined, 10.2, '10', 'v10.2', '10.2-68', '10.2\n', '1.2.3.4.5'].some(isVersion)).toBe(false);
  });
});

describe('isOlder and atLeast', () => {
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
    ['5.9.9', '5.10', true],
    ['19.9.9', '20', true],
    ['1.2.3.4', '1.2.3.5', true],
  ])('%s before %s: %s', (left, right, older) => {
    expect(isOlder(left, right)).toBe(older);
    expect(atLeast(left, right)).toBe(!older);
  });

  it('is an order', () => {
    const version = fc.array(fc.nat(30), { minLength: 1, maxLength: 4 }).map((parts) => parts.join('.'));
    fc.assert(
      fc.property(version, version, version, (a, b, c) => {
        expect(isOlder(a, b) && isOlder(b, a)).toBe(false);
        if (!isOlder(b, a) && !isOlder(c, b)) expect(isOlder(c, a)).toBe(false);
      }),
    );
  });

  it('does not call an unknown version new enough', () => expect(atLeast(undefined, '0')).toBe(false));
});
