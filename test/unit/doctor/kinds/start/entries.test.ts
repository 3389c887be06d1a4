import { describe, expect, it } from 'vitest';
import type { ArchFacts, LogFacts } from '../../../../../src/doctor/kinds/kind.ts';
import { diagnoseLog } from '../../../../../src/doctor/log/diagnose.ts';
import { readLog } from '../../../../support/logs.ts';

/** A step for arm64 that failed here, on a host of which this is known. */
function answer(command: string, said: string, arch: Partial<ArchFacts>, facts: LogFacts = {}) {
  const label = `#6 [3/3] RUN ${command}`;
  const error = `#6 ERROR: process "/bin/sh -c ${command}" did not complete successfully: exit code: 1`;
  const log = readLog(`${label}\n#6 0.31 ${said}\n${error}\n`);
  const archs: readonly ArchFacts[] = [
    { arch: 'arm64', verdict: 'emulated', entry: 'qemu-aarch64', ...arch },
  ];
  const { verdict, diagnoses } = diagnoseLog(
    log,
    { hostArch: 'amd64', archs, ...facts },
    { here: true, platform: 'linux/arm64' },
  );
  return { verdict, id: diagnoses[0]?.id, text: diagnoses[0]?.causes[0].text };
}

describe('arguments that do not arrive', () => {
  it('are told by a shell that takes what it was to print for a command', () => {
    const lost = answer('echo hello | cat', '/bin/sh: line 1: hello: not found', { preserved: false });
    expect(lost).toMatchObject({
      verdict: 'emulation',
      id: 'arguments-shifted',
      text: expect.stringContaining('lacks the flag P'),
    });
  });

  it('are no command that is missing', () => {
    const missing = answer('make all', '/bin/sh: line 1: make: not found', { preserved: false });
    expect(missing).toMatchObject({ verdict: 'not-emulation', id: 'command-not-found' });
  });

  it('are proven by the probe', () => {
    const shifted = answer('uname -m', '/bin/sh: line 0: syntax error: unterminated quoted string', {
      ...{ verdict: 'broken', preserved: true, shifted: true },
    });
    expect(shifted).toMatchObject({
      id: 'arguments-shifted',
      text: expect.stringContaining('the probe on this machine'),
    });
  });
});

describe('what the host shows of an entry', () => {
  const refused = 'exec /bin/sh: exec format error';
  it.each<[string, string, Partial<ArchFacts>, LogFacts, RegExp]>([
    [
      'a table that is off',
      refused,
      { verdict: 'missing' },
      { tableOff: true },
      /whole table of handlers is switched off/,
    ],
    [
      'a foreign interpreter',
      refused,
      { verdict: 'broken', interpreter: 'foreign' },
      {},
      /is itself a program of another/,
    ],
    [
      'a wrong magic',
      refused,
      { verdict: 'missing', entry: undefined, misnamed: true },
      {},
      /magic and mask do not take these programs/,
    ],
    [
      'the wrong QEMU',
      'qemu-riscv64-static: /bin/sh: Invalid ELF image for this architecture',
      { verdict: 'broken' },
      {},
      /starts the QEMU of another architecture/,
    ],
  ])('leads: %s', (_, said, arch, facts, text) => {
    expect(answer('uname -m', said, arch, facts)).toMatchObject({
      verdict: 'emulation',
      text: expect.stringMatching(text),
    });
  });

  it('blames the image where the emulator is the right one', () => {
    const wrong = answer('uname -m', 'qemu-aarch64: /bin/sh: Invalid ELF image for this architecture', {});
    expect(wrong.text).toMatch(/^The program is of another architecture than this emulator/);
  });
});
