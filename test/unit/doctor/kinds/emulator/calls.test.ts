import { describe, expect, it } from 'vitest';
import { diagnoseLog } from '../../../../../src/doctor/log/diagnose.ts';
import { readLog } from '../../../../support/logs.ts';

/** A step of a build for a platform that said this and failed. */
const step = (platform: string, said: string) =>
  `#6 [${platform} 3/3] RUN make\n#6 0.3 ${said}\n#6 ERROR: process "/bin/sh -c make" did not complete successfully: exit code: 1`;

type Case = readonly [log: string, verdict: string, id: string, cause: RegExp, supported: boolean];

const answer = (log: string) => {
  const { verdict, diagnoses } = diagnoseLog(readLog(`${log}\n`), {}, { here: false });
  const [{ id, causes } = { id: undefined, causes: [] }] = diagnoses;
  return { verdict, id, text: causes[0]?.text, supported: causes[0]?.supported };
};
const leads = (cases: readonly Case[]) => it.each<Case>(cases);
const check = (log: string, verdict: string, id: string, cause: RegExp, supported: boolean) =>
  expect(answer(log)).toEqual({ verdict, id, text: expect.stringMatching(cause), supported });

describe('a 32-bit program that cannot read a directory', () => {
  const [verdict, id] = ['emulation', 'large-inode-numbers'];
  leads([
    [
      step('linux/arm/v7', 'find: ‘/usr’: Value too large for defined data type'),
      verdict,
      id,
      /^A 32-bit/,
      true,
    ],
    [step('linux/arm/v7', 'ERROR: /lib: Value too large for data type'), verdict, id, /^A 32-bit/, true],
    [step('linux/386', "OSError: [Errno 75] Value too large: '/src'"), verdict, id, /^A 32-bit/, true],
    [step('linux/arm/v7', 'failed to read directory (os error 75)'), verdict, id, /^A 32-bit/, true],
    // That it seems empty may come from it, and proves nothing.
    [step('linux/arm/v7', 'CMake Error: Could not find CMAKE_ROOT !!!'), verdict, id, /^A 32-bit/, false],
  ])('says so: %s', check);

  it('is no cause on another platform', () => {
    for (const platform of ['linux/amd64', 'linux/arm64'])
      expect(answer(step(platform, 'Error: Could not find or load main class a.B')).id).not.toBe(id);
  });
});

describe('a namespace that is refused', () => {
  const id = 'namespace-refused';
  leads([
    [
      step('linux/arm64', 'bwrap: Creating new namespace failed: Invalid argument'),
      'emulation',
      id,
      /^QEMU/,
      true,
    ],
    [
      step('linux/arm64', 'error: cloning builder process: Operation not permitted'),
      'emulation',
      id,
      /^QEMU/,
      true,
    ],
    ['bwrap: setting up uid map: Permission denied', 'not-emulation', id, /AppArmor/, true],
    ['unshare: unshare failed: Operation not permitted', 'not-emulation', id, /AppArmor/, true],
  ])('is told apart by where it ran: %s', check);
});

describe('a sanitizer', () => {
  const said = 'FATAL: ThreadSanitizer: unexpected memory mapping 0x8000-0x9000';
  leads([
    [step('linux/arm64', said), 'emulation', 'sanitizer', /Rosetta/, true],
    [said, 'not-emulation', 'sanitizer', /mmap_rnd_bits/, true],
    // A platform that is merely named proves neither.
    [`made for linux/arm64, too\n${said}`, 'unknown', 'sanitizer', /Rosetta/, false],
    [
      `  CPU: arm64, 12 cores\n$ docker run --platform linux/amd64 image\n${said}`,
      ...(['emulation', 'sanitizer', /Rosetta/, true] as const),
    ],
    // A machine under Rosetta says amd64 of itself.
    [
      `$ uname -a\nLinux dev 6.5.7-orbstack #1 SMP x86_64 GNU/Linux\n  CPU: arm64, 12 cores\n${said}`,
      ...(['emulation', 'sanitizer', /Rosetta/, true] as const),
    ],
  ])('is told apart by where it ran: %s', check);
});

describe('an emulator that a tool calls', () => {
  const [verdict, id] = ['emulation', 'emulator-not-found'];
  leads([
    ['./wrapper: 6: ./wrapper: qemu-aarch64: not found', verdict, id, /not installed/, true],
    ['make[1]: qemu-arm: No such file or directory', verdict, id, /not installed/, true],
    ["ERROR: [Errno 2] No such file or directory: 'qemu-riscv64'", verdict, id, /not installed/, true],
    ['exec: "qemu-arm-static": executable file not found in $PATH', verdict, id, /not installed/, true],
    ['could not execute process `qemu-aarch64 -L / a` (never executed)', verdict, id, /not installed/, true],
    // QEMU's other programs emulate no others.
    ['line 3: qemu-img: command not found', 'not-emulation', 'command-not-found', /not installed/, true],
    ['sh: 1: qemu-system-arm: not found', 'not-emulation', 'command-not-found', /not installed/, true],
  ])('and that is not there: %s', check);
});

describe('a shell that was given a shell', () => {
  const said = '/usr/bin/bash: /usr/bin/bash: cannot execute binary file';
  leads([
    [`$ docker run image bash\n${said}`, 'not-emulation', 'arguments-shifted', /^A shell was given/, true],
    [`[BOX64] Box64 arm64 v0.4.3\n${said}`, 'emulation', 'arguments-shifted', /flag P/, false],
    [`Box86 v0.3.4\n${said}`, 'emulation', 'arguments-shifted', /flag P/, false],
  ])('is told apart by where it ran: %s', check);
});

describe('others', () => {
  const rcu = 'Assertion failed: p->depth != 0 (/qemu/include/qemu/rcu.h: rcu_read_unlock: 101)';
  leads([
    [
      step('linux/arm64', "error: executing '/nix/store/a-bash/bin/bash': No such file or directory"),
      ...(['emulation', 'interpreter-not-in-container', /flag F/, false] as const),
    ],
    ['pthread_create failed: Operation not permitted', 'not-emulation', 'threads-refused', /clone3/, true],
    [rcu, 'emulation', 'emulator-crash', /emulator itself crashed/, true],
    ['E: Unable to execute target architecture', 'emulation', 'arch-test-failed', /^No handler/, true],
    [
      'W: Failure trying to run: chroot "/r" /bin/true',
      'emulation',
      'arch-test-failed',
      /^No handler/,
      false,
    ],
    ['Error: unsupported: "platform linux/arm64"', 'not-emulation', 'platform-not-published', /arm64/, true],
    [
      step('linux/arm64', 'runtime: marked free object in span 0x2aaa\n#6 0.5 fatal error: found pointer'),
      ...(['emulation', 'go-crash', /^Go/, false] as const),
    ],
    [
      "$ docker version --format '{{.Server.Arch}}'\narm64\n$ docker run --platform linux/amd64 db\nORA-12547: TNS:lost contact",
      ...(['emulation', 'foreign-step-crash', /^QEMU/, false] as const),
    ],
    [
      '$ colima start --arch aarch64\n$ docker run --platform linux/amd64 alpine\nexec /bin/sh: exec format error',
      ...(['emulation', 'exec-format-error', /linux\/amd64/, true] as const),
    ],
    [
      '# ps 1\n1 pts/0 Ssl 0:00 /usr/bin/qemu-x86_64 /bin/sh\nerror: qemu-img: disk.qcow: qemu-img killed by signal 5 (Trace/breakpoint trap).',
      ...(['emulation', 'foreign-step-crash', /^QEMU/, false] as const),
    ],
    [step('linux/s390x', 'it went wrong'), 'unknown', 'foreign-step-failed', /linux\/s390x is old/, false],
  ])('lead with the true cause: %s', check);
});
