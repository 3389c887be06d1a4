import { describe, expect, it } from 'vitest';
import { diagnoseLog } from '../../../../../src/doctor/log/diagnose.ts';
import { answerOf, readLog } from '../../../../support/logs.ts';

const step = (said: string) => `#9 [linux/arm64 3/4] RUN apt-get update\n#9 1.1 ${said}`;

describe('a crash of the emulator', () => {
  it.each([
    '/dev/kvm: Permission denied',
    'Could not access KVM kernel module: No such file or directory',
    'qemu-system-x86_64: failed to initialize kvm: Permission denied\nqemu-system-x86_64: falling back to tcg',
    'error starting vm: it exited',
  ])('is not hidden by what a virtual machine said: %s', (line) => {
    expect(answerOf(`${line}\n${step('QEMU internal SIGSEGV {code=MAPERR, addr=0x20}')}`)).toBe(
      'emulation emulator-crash',
    );
  });

  it('is not hidden where a program crashed alone', () => {
    expect(answerOf(`open /dev/kvm: permission denied\n${step('Segmentation fault (core dumped)')}`)).toBe(
      'emulation foreign-step-crash',
    );
  });

  it('is none of a virtual machine’s own', () => {
    expect(answerOf('error starting vm: it exited\nqemu: fatal: it cannot go on')).toBe(
      'not-emulation virtual-machine',
    );
    expect(answerOf('Error: cannot create VM: open /dev/kvm: permission denied')).toBe(
      'not-emulation kvm-not-usable',
    );
  });
});

describe('the signal that the emulator crashed with', () => {
  const titleOf = (said: string) => diagnoseLog(readLog(`${step(said)}\n`), {}, { here: false }).headline;
  it.each([
    ['QEMU internal SIGABRT {code=ABORT, addr=0x20}', 'QEMU internal SIGABRT.'],
    ['qemu-aarch64: QEMU internal SIGSEGV {code=MAPERR, addr=0x20}', 'QEMU internal SIGSEGV.'],
    ['qemu: unhandled CPU exception 0x10001 - aborting', 'the emulator itself crashed.'],
  ])('is named: %s', (said, title) => {
    expect(titleOf(said)).toBe(`This failure comes from emulation (linux/arm64): ${title}`);
  });
});

describe('a program that ended itself', () => {
  const check = "unit: a.c:4: test_pack: Assertion `n == 4' failed.\n#9 1.2 Aborted (core dumped)";

  it('by a check of its own may have done so anywhere', () => {
    expect(answerOf(step(check))).toBe('unknown own-check-failed');
  });

  it('is told by the emulator where that speaks', () => {
    expect(answerOf(step(`${check}\n#9 1.3 qemu: uncaught target signal 6 (Aborted) - core dumped`))).toBe(
      'emulation guest-crash',
    );
  });
});

describe('words of the emulator', () => {
  it.each([
    'log_test.go:88: input: "qemu: uncaught target signal 11 (Segmentation fault) - core dumped"',
    "expect(log).toContain('qemu: uncaught target signal 11 (Segmentation fault)')",
  ])('are none of its own where a test quotes them: %s', (line) => {
    expect(answerOf(line)).not.toMatch(/crash/);
  });
});

describe('libc-bin whose script ends with a crash', () => {
  const said =
    'installed libc-bin package post-installation script subprocess returned error exit status 139';

  it.each([
    ['of a step for another platform', step(said), 'emulation ldconfig-crash'],
    ['of nobody knows which machine', said, 'unknown ldconfig-crash'],
    ['of a machine, and no platform', `$ uname -m\nx86_64\n${said}`, 'not-emulation ldconfig-crash'],
    [
      'of a step for the machine’s own platform',
      `$ uname -m\nx86_64\n#9 [linux/amd64 3/4] RUN apt-get update\n#9 1.1 ${said}`,
      'not-emulation native-crash',
    ],
  ])('%s', (_, log, expected) => {
    expect(answerOf(log)).toBe(expected);
  });
});

describe('a warning about platforms', () => {
  it.each([
    'WARNING: image platform (linux/amd64) does not match the expected platform (linux/arm64)',
    'level=warning msg="Platform \\"linux/arm64\\" seems incompatible with the host platform \\"linux/amd64\\". If you see \\"exec format error\\", see the page"',
  ])('is no failure by itself: %s', (line) => {
    expect(answerOf(line)).toBe('unknown platform-mismatch');
  });

  it('of a service that runs no other architecture is one', () => {
    expect(
      answerOf(
        'WARNING: docker image a:1 targets wrong architecture (found arm64 but need [amd64 i386 386])',
      ),
    ).toBe('not-emulation image-refused');
  });
});
