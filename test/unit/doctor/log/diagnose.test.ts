import { describe, expect, it } from 'vitest';
import type { ArchFacts, LogFacts } from '../../../../src/doctor/kinds/kind.ts';
import {
  answerTo,
  blamedPlatforms,
  diagnoseLog,
  joinAnswers,
  type LogOrigin,
} from '../../../../src/doctor/log/diagnose.ts';
import { readLog } from '../../../support/logs.ts';

const of = (log: string, facts: LogFacts = {}, origin: LogOrigin = {}) =>
  diagnoseLog(readLog(log), facts, origin);
const lead = (...asked: Parameters<typeof of>) => of(...asked).diagnoses[0]?.causes[0];
const commands = (...asked: Parameters<typeof of>) =>
  of(...asked)
    .diagnoses.flatMap(({ causes }) => causes.flatMap((cause) => cause.commands))
    .join('\n');

const EXEC = '#7 [linux/arm64 2/4] RUN true\n#7 0.25 exec /bin/sh: exec format error\n';
const CRASH =
  '#7 [linux/arm64 2/4] RUN make\n#7 1.0 qemu: uncaught target signal 11 (Segmentation fault) - core dumped\n';
const NO_FILE =
  'docker build --platform linux/arm64 .\nexec user process caused "no such file or directory"\n';
const SUDO =
  "docker run --platform linux/arm64 x\nsudo: effective uid is not 0, is /usr/bin/sudo on a file system with the 'nosuid' option set\n";

/** A host with one handler, and with the changes to it. */
function hostWith(change: Partial<ArchFacts> = {}, more: LogFacts = {}): LogFacts {
  const arm64: ArchFacts = {
    ...{ arch: 'arm64', verdict: 'emulated', entry: 'qemu-aarch64', enabled: true, fixed: true },
    ...{ credentials: true, preserved: true, interpreter: 'static', qemuVersion: '10.2.3', linked: 'dyn' },
    ...change,
  };
  const host = { kernel: '6.18.44', hostArch: 'amd64', supported: true, mounted: true, docker: true };
  return { ...host, archs: [{ arch: 'amd64', verdict: 'native' }, arm64], ...more };
}
const HEALTHY = hostWith();
const BARE: LogFacts = {
  ...hostWith(),
  archs: [
    { arch: 'amd64', verdict: 'native' },
    { arch: 'arm64', verdict: 'missing' },
  ],
};

/** A log of a machine whose own platform is the one in question. */
const NATIVE = '$ uname -m\nx86_64\n#1 [linux/amd64 1/2] RUN a\n#1 1.0 ';

describe('a line that more than one thing can explain', () => {
  it.each<[string, string, string]>([
    [
      'a nil pointer',
      '#1 [linux/arm64 1/2] RUN ./a\n#1 1.0 panic: nil pointer dereference\n#1 1.0 [signal SIGSEGV: segmentation violation',
      'unknown',
    ],
    [
      'a key that is not there',
      "#1 [linux/arm64 1/2] RUN apt-get update\n#1 1.0 NO_PUBKEY 1\n#1 1.0 E: The repository 'a' is not signed.",
      'not-emulation',
    ],
    [
      'a feature of Nix',
      "a 'x86_64-linux' with features {kvm} is required to build 'a', but I am a 'x86_64-linux' with features {}",
      'not-emulation',
    ],
    ['a crash without a platform', 'Run npm ci\nIllegal instruction (core dumped)', 'unknown'],
    ['file watchers', 'Error: ENOSPC: System limit for number of file watchers reached', 'not-emulation'],
    ['a whole machine', 'qemu: fatal: Trying to execute code outside RAM or ROM at 0x0', 'not-emulation'],
  ])('%s', (_, log, verdict) => {
    expect(of(log).verdict).toBe(verdict);
  });
});

describe('the causes of one log', () => {
  it.each<[string, string, LogFacts, RegExp]>([
    ['nothing registered', EXEC, BARE, /^No handler for linux\/arm64/],
    [
      'table not mounted',
      EXEC,
      { ...BARE, mounted: false },
      /^binfmt_misc is not mounted here, and nothing here runs/,
    ],
    ['remote engine', EXEC, { ...HEALTHY, remoteEngine: true }, /^The engine runs on another machine/],
    ['rootless engine', EXEC, { ...HEALTHY, rootless: true }, /^The rootless engine/],
    [
      'switched off',
      EXEC,
      hostWith({ verdict: 'missing', enabled: false }),
      /^The entry qemu-aarch64,.*switched off/,
    ],
    ['broken', EXEC, hostWith({ verdict: 'broken' }), /^A handler for linux\/arm64 is registered, but/],
    ['emulator gone', EXEC, hostWith({ interpreter: 'missing' }), /^The entry’s interpreter is no longer/],
    ['all is well here', EXEC, HEALTHY, /^The program inside the image is of yet another architecture/],
    ['nothing known', EXEC, {}, /^No handler for linux\/arm64/],
    ['a script', 'exec /entrypoint.sh: exec format error', HEALTHY, /^The file is a script/],
    ['old QEMU', CRASH, hostWith({ qemuVersion: '7.2.22' }), /^QEMU is older than 10.1.3/],
    ['unreadable version', CRASH, hostWith({ qemuVersion: 'unknown' }), /^QEMU is older than 10.1.3/],
    ['stale builder', CRASH, { ...HEALTHY, staleBuilder: true }, /^BuildKit ran the step/],
    ['fixed address', CRASH, hostWith({ linked: 'exec' }), /^This QEMU is linked at a fixed address/],
    ['no F', NO_FILE, hostWith({ fixed: false }), /lacks the flag F/],
    ['dynamic', NO_FILE, hostWith({ interpreter: 'dynamic' }), /dynamically linked/],
    ['F and static', NO_FILE, HEALTHY, /own loader/],
    ['no C', SUDO, hostWith({ credentials: false }), /lacks the flag C/],
    ['C', SUDO, HEALTHY, /no-new-privileges/],
    ['no P', 'a: applet not found', hostWith({ preserved: false }), /flag P/],
    ['P, old kernel', 'a: applet not found', { ...HEALTHY, kernel: '5.4.0' }, /older than 5.12/],
    ['P, new kernel', 'a: applet not found', { ...HEALTHY, kernel: '6.1.0' }, /busybox in the image/],
    [
      'tar, 8.2',
      'tar: f: Cannot open: Function not implemented',
      hostWith({ qemuVersion: '8.2.2' }),
      /older than 9.2/,
    ],
    ['tar, current', 'tar: f: Cannot open: Function not implemented', HEALTHY, /seccomp/],
    [
      'tar, 10.0, EINVAL',
      'tar: f: Cannot open: Invalid argument',
      hostWith({ qemuVersion: '10.0.4' }),
      /^QEMU 9.2 to 10.1.2/,
    ],
    ['tar, current, EINVAL', 'tar: f: Cannot open: Invalid argument', HEALTHY, /^The file system/],
    ['old kernel', 'write /proc/sys/fs/binfmt_misc/register: invalid argument', {}, /older than 4.8/],
    ['built in', 'Module binfmt_misc not loaded in host', HEALTHY, /built into the kernel/],
    [
      'not in the kernel',
      'Module binfmt_misc not loaded in host',
      { supported: false },
      /without CONFIG_BINFMT_MISC/,
    ],
    [
      'contained',
      "sh: can't create /proc/sys/fs/binfmt_misc/x: Permission denied",
      { contained: true },
      /read-only or masked/,
    ],
    [
      'not root',
      "sh: can't create /proc/sys/fs/binfmt_misc/x: Permission denied",
      { contained: false },
      /^Only root/,
    ],
    [
      'mount, rootless',
      'cannot mount binfmt_misc filesystem',
      { rootless: true },
      /^The installer’s container/,
    ],
    ['mount, no support', 'cannot mount binfmt_misc filesystem', { supported: false }, /^The kernel has no/],
    ['Go on arm64', 'fatal error: lfstack.push', { hostArch: 'arm64' }, /^This amd64 Go program/],
    [
      'x86 level on an old QEMU',
      'CPU does not support x86-64-v2',
      { ...hostWith({ arch: 'amd64', qemuVersion: '6.2.0' }), hostArch: 'arm64' },
      /older than 7.2/,
    ],
    [
      'Landlock, natively',
      `${NATIVE}error: Landlock is not supported by the kernel!`,
      {},
      /too old for Landlock/,
    ],
    ['sudo, natively', `${NATIVE}sudo: effective uid is not 0`, {}, /no-new-privileges/],
    [
      'apt, 64 bits',
      '#1 [linux/arm64 1/2] RUN apt\n#1 1 At least one invalid signature was encountered',
      HEALTHY,
      /^The emulator is old/,
    ],
    ['apt, natively', `${NATIVE}At least one invalid signature was encountered`, {}, /^apt could not check/],
    ['inodes, 64 bits', 'Value too large for defined data type', {}, /^A 32-bit program/],
    [
      'level, emulated',
      'docker run --platform linux/amd64 x\n$ uname -m\naarch64\nCPU does not support x86-64-v3',
      {},
      /QEMU is older than 7.2/,
    ],
    [
      'level, natively',
      `${NATIVE}CPU does not support x86-64-v3`,
      {},
      /^The program ran on the machine itself/,
    ],
    [
      'time, no platform',
      'tar: a: Cannot utime: Operation not permitted',
      {},
      /^The engine’s host is too old/,
    ],
    ['exists', 'qemu-user-static\nsh: write error: File exists', HEALTHY, /^An entry of that name/],
    ['exists, no entry', 'qemu-user-static\nsh: write error: File exists', BARE, /^An entry of that name/],
    ['set up since', `$ uname -m\nx86_64\n${EXEC}`, HEALTHY, /^The program inside the image/],
    [
      'shown by file',
      '$ uname -m\nx86_64\ndocker run --platform linux/arm64 x\nexec /opt/a: exec format error\n$ file /opt/a\na: ELF 32-bit LSB executable, ARM, EABI5',
      {},
      /built for another architecture/,
    ],
    [
      'foreign, shown by file',
      '$ uname -m\nx86_64\ndocker run --platform linux/arm64 x\nexec /opt/a: exec format error\n$ file /opt/a\na: ELF 64-bit LSB executable, ARM aarch64, v',
      {},
      /^No handler/,
    ],
    [
      'natively, by a shell',
      `${NATIVE}bash: /opt/a: cannot execute binary file: Exec format error`,
      {},
      /built for another architecture/,
    ],
    ['no Docker', 'Unable to locate executable file: docker.', { docker: false }, /needs Docker only/],
    [
      'Docker outside',
      'Unable to locate executable file: docker.',
      { docker: true, contained: true },
      /job runs in a container/,
    ],
  ])('%s', (_what, log, facts, text) => {
    expect(lead(log, facts, { here: true })?.text).toMatch(text);
  });

  it('are proven by a line or by the host, and else merely possible', () => {
    expect(lead(EXEC, BARE)?.supported).toBe(true);
    expect(lead(EXEC)?.supported).toBe(false);
    expect(lead('docker exporter does not currently support exporting manifest lists')?.supported).toBe(true);
  });

  it('are not ruled out by a host that may not have printed the log', () => {
    const texts = (origin: LogOrigin) =>
      of(CRASH, HEALTHY, origin)
        .diagnoses[0]?.causes.map(({ text }) => text)
        .join('\n');
    expect(texts({})).toMatch(/QEMU is older/);
    expect(texts({ here: true })).not.toMatch(/QEMU is older/);
  });

  it('go first where they are proven here, before what another line may come from', () => {
    const log = `$ docker run --privileged multiarch/qemu-user-static\nsh: write error: Invalid argument\n${EXEC}`;
    const ids = (facts: LogFacts) => of(log, facts).diagnoses.map(({ id }) => id);
    expect(ids(BARE)).toEqual(['exec-format-error', 'register-invalid']);
    expect(ids({})).toEqual(['register-invalid', 'exec-format-error']);
  });

  it('are another time or place where the platform runs here now', () => {
    expect(lead(EXEC, HEALTHY)).toMatchObject({
      supported: false,
      text: expect.stringMatching(/^linux\/arm64 runs here now: /),
      commands: ['docker buildx rm BUILDER', 'docker buildx create --use'],
    });
    const rest = (...asked: Parameters<typeof of>) =>
      of(...asked)
        .diagnoses[0]?.causes.map(({ text }) => text)
        .join('\n');
    expect(rest(EXEC, HEALTHY)).toContain('No handler for linux/arm64');
    for (const [facts, origin] of [
      [BARE],
      [{}],
      [HEALTHY, { here: true }],
      [HEALTHY, { machine: 'riscv64' }],
    ] as const)
      expect(rest(EXEC, facts, origin)).not.toContain('runs here now');
    expect(rest('exec /bin/sh: exec format error\n', HEALTHY)).not.toContain('runs here now');
  });

  it('point to the finding that says the same of the host', () => {
    expect(lead(EXEC, BARE)?.finding).toBe('SB011');
    expect(lead(EXEC)?.finding).toBeUndefined();
  });

  it('are all that is not ruled out, each with its remedy', () => {
    const [first] = of(CRASH, HEALTHY, { here: true }).diagnoses;
    expect(first?.causes.map(({ text }) => text).join('\n')).not.toMatch(/older than|fixed address/);
    for (const { remedy } of first?.causes ?? []) expect(remedy).toMatch(/^[A-Z]/);
  });

  it('blame no QEMU where the kernel has none', () => {
    const texts = (facts: LogFacts) =>
      of(CRASH, facts, { here: true })
        .diagnoses[0]?.causes.map(({ text }) => text)
        .join('\n');
    for (const elsewhere of [{}, { ...BARE, remoteEngine: true }, { ...BARE, rootless: true }])
      expect(texts(elsewhere)).toMatch(/QEMU is older/);
    expect(texts(BARE)).not.toMatch(/QEMU is older|fixed address/);
  });
});

describe('the platform', () => {
  it('is that of the step, of the record, of the log, of the question', () => {
    const exec = 'exec /bin/sh: exec format error\n';
    expect(commands(EXEC.replace('arm64', 'arm/v7'))).toContain('setup linux/arm/v7');
    expect(commands(exec, {}, { platform: 'linux/s390x' })).toContain('setup linux/s390x');
    expect(commands(`FROM arm32v7/debian\n${exec}`)).toContain('setup linux/arm/v7');
    expect(commands(exec, { asked: ['linux/riscv64'] })).toContain('setup linux/riscv64');
    expect(commands(`linux/ppc64le\n${exec}`, HEALTHY)).toContain('setup linux/ppc64le');
  });

  it('is that of the stage, where the failed line of the Dockerfile shows one', () => {
    const crash = (from: string, recorded?: string) =>
      of(
        `RUN ./a\nSegmentation fault (core dumped)\n   1 |     FROM ${from}alpine\n   2 | >>> RUN ./a\n`,
        { hostArch: 'amd64' },
        { here: true, ...(recorded && { platform: recorded }) },
      ).verdict;
    expect(crash('', 'linux/arm64')).toBe('emulation');
    expect(crash('--platform=$TARGETPLATFORM ', 'linux/arm64')).toBe('emulation');
    expect(crash('--platform=$STAGE ', 'linux/arm64')).toBe('emulation');
    expect(crash('--platform=$\u007bBUILDPLATFORM} ', 'linux/arm64')).toBe('not-emulation');
    expect(crash('--platform=linux/amd64 ', 'linux/arm64')).toBe('not-emulation');
    expect(crash('--platform=linux/arm/v7 ')).toBe('emulation');
    const unknown =
      '   1 |     FROM --platform=$BUILDPLATFORM alpine\n   2 | >>> RUN ./a\nSegmentation fault';
    expect(of(unknown, {}, { platform: 'linux/arm64' }).verdict).toBe('unknown');
  });

  it('is another one than the machine’s, as the source of the log knows that', () => {
    expect(of(EXEC, {}, { machine: 'amd64' }).headline).toMatch(/^This failure comes from emulation/);
    expect(
      of('#7 [linux/arm64 1/2] RUN a\n#7 1 Segmentation fault\n', {}, { machine: 'arm64' }).verdict,
    ).toBe('not-emulation');
  });

  it('has a runner of its own, or none is named', () => {
    expect(commands(EXEC)).toContain('runs-on: ubuntu-24.04-arm');
    for (const log of [EXEC.replace('arm64', 's390x'), 'exec /bin/sh: exec format error\n'])
      expect(commands(log)).not.toContain('runs-on');
  });

  it('is never a default one', () => {
    for (const facts of [{}, HEALTHY, BARE])
      expect(commands('exec /bin/sh: exec format error\n', facts)).not.toMatch(/linux\/\w/);
    const two = 'platforms: linux/ppc64le,linux/s390x\nexec /bin/sh: exec format error\n';
    expect(commands(two)).not.toMatch(/linux\/\w/);
  });

  it('is not the machine’s own where the log names another as surely', () => {
    const log = '#1 [linux/amd64 1/2] RUN a\n#2 [linux/arm64 1/2] RUN a\n#1 DONE 1s\n#2 DONE 1s\n';
    expect(commands(`${log}exec /bin/sh: exec format error`, BARE)).toContain('setup linux/arm64');
  });

  it('decides whether a crash is emulation’s', () => {
    const crash = '#7 [linux/arm64 2/4] RUN ./a\n#7 1.0 Segmentation fault (core dumped)\n';
    expect(of(crash, HEALTHY).verdict).toBe('emulation');
    expect(of(crash, { hostArch: 'arm64' }).verdict).toBe('not-emulation');
    expect(of(`Runner Image: ubuntu-24.04-arm\n${crash}`, HEALTHY).verdict).toBe('not-emulation');
    expect(of('Segmentation fault (core dumped)', HEALTHY).verdict).toBe('unknown');
    const own = crash.replace('arm64', '386');
    expect(of(own, HEALTHY).verdict).toBe('not-emulation');
    const arm = crash.replace('arm64', 'arm/v7');
    expect(of(arm, { hostArch: 'arm64' }).verdict).toBe('unknown');
    expect(of(arm, { hostArch: 'arm64', archs: [{ arch: 'arm', verdict: 'native' }] }).verdict).toBe(
      'not-emulation',
    );
    expect(of(arm, { hostArch: 'arm64', archs: [{ arch: 'arm', verdict: 'emulated' }] }).verdict).toBe(
      'emulation',
    );
  });
});

describe('a log of another machine', () => {
  it('is not explained by this host', () => {
    const log = `$ uname -m\nx86_64\n${EXEC}`;
    expect(lead(log, BARE)?.supported).toBe(true);
    expect(lead(EXEC, BARE, { here: false })?.supported).toBe(false);
    expect(lead(log, { ...BARE, hostArch: 's390x', remoteEngine: true })?.text).not.toMatch(
      /another machine/,
    );
  });

  it('lets this host’s kernel explain what it ran itself', () => {
    const log = 'write /proc/sys/fs/binfmt_misc/register: invalid argument';
    const first = (origin: LogOrigin) => lead(log, { kernel: '6.18.1' }, origin)?.text;
    expect(first({})).toMatch(/older than 4.8/);
    expect(first({ here: true })).toMatch(/flag or a field/);
    expect(lead(log, { kernel: '3.10.0' }, { here: true })?.supported).toBe(true);
  });
});

describe('the verdict', () => {
  it('is emulation', () => {
    expect(of(EXEC, BARE)).toMatchObject({
      verdict: 'emulation',
      headline: 'This failure comes from emulation (linux/arm64): exec format error.',
      next: expect.stringMatching(/^Register a handler/),
    });
    expect(of(EXEC).headline).toMatch(/^This failure most likely comes from emulation/);
  });

  it('is not emulation where a line shows another kind', () => {
    expect(of('npm ERR! code ERESOLVE')).toMatchObject({
      verdict: 'not-emulation',
      headline: 'This failure does not come from emulation: a package or version cannot be had.',
    });
  });

  it('is not emulation where the failed step ran natively', () => {
    const log =
      '#7 [linux/amd64 2/4] RUN x\n#7 1.0 something odd\n#7 ERROR: process "x" did not complete successfully: exit code: 1\n';
    expect(of(log, HEALTHY)).toMatchObject({ verdict: 'not-emulation', diagnoses: [] });
    expect(of(log, HEALTHY).headline).toMatch(/ran on the machine’s own platform \(linux\/amd64\)/);
  });

  it('is unknown where a platform plays a part and no sign is known', () => {
    const log =
      '#7 [linux/arm/v7 2/4] RUN x\n#7 1.0 it failed somehow\n#7 ERROR: process "x" did not complete successfully: exit code: 1\n';
    const answer = of(log, HEALTHY);
    expect(answer).toMatchObject({
      verdict: 'unknown',
      diagnoses: [{ id: 'foreign-step-failed', standing: 'unknown', evidence: [] }],
    });
    // What may be, and nothing of it proven.
    const causes = answer.diagnoses.flatMap((one) => one.causes);
    expect(causes.map(({ supported }) => supported)).toEqual([false, false, false]);
    expect(causes[1]?.text).toMatch(/^A 32-bit program for linux\/arm\/v7/);
    expect(answer.headline).toMatch(/not known: linux\/arm\/v7 plays a part here/);
    expect(answer.next).toMatch(/linux\/arm\/v7/);
    expect(answer.lookAt.map(({ line }) => line)).toEqual([2, 3]);
  });

  it('is unknown where nothing is known', () => {
    const { verdict, headline, next } = of('the frobnicator failed oddly\n', HEALTHY);
    expect([verdict, next]).toEqual(['unknown', expect.stringMatching(/^Look at the first error/)]);
    expect(headline).toMatch(/not known: the log names no other platform/);
    const said = (log: string) => of(log, HEALTHY).headline;
    expect(said('an image for linux/arm64\nor for linux/s390x\nit failed oddly\n')).toMatch(
      /not known: the log names linux\/\w+, linux\/\w+, and/,
    );
    expect(said('qemu: unsupported\nit failed oddly\n')).toMatch(/not known: an emulator speaks in the log/);
  });

  it('is unknown where the log ends within a step', () => {
    const answer = of('#7 [linux/arm64 2/4] RUN npm ci\n#7 1.0 added 3\n', HEALTHY);
    expect(answer).toMatchObject({ verdict: 'unknown', lookAt: [], next: expect.stringMatching(/cut off/) });
    expect(answer.headline).toMatch(/the log ends while a step for linux\/arm64 ran/);
    expect(of('#7 [2/4] RUN npm ci\n', HEALTHY).headline).toMatch(/the log ends while a step ran/);
  });

  it('is unknown where it cannot be told whether the platform was emulated', () => {
    expect(of(SUDO.replace(/^.*\n/, '')).headline).toMatch(
      /^Whether this failure comes from emulation is not known/,
    );
  });

  it('is that nothing failed', () => {
    expect(of('#7 [linux/arm64 2/4] RUN x\n#7 DONE 1.0s\n')).toMatchObject({
      verdict: 'nothing-failed',
      headline: 'Nothing in this log failed.',
      diagnoses: [],
    });
    expect(of('')).toMatchObject({ verdict: 'nothing-failed', headline: 'The log is empty.' });
  });

  it('does not come from words near “qemu”, nor from an earlier set-up', () => {
    for (const log of [
      'Setting up qemu-utils (1:7.2) ...\nnpm error Unexpected end of JSON input while parsing near a\n',
      'Run docker/setup-qemu-action@v3\n  linux/amd64,linux/arm64\nRun docker/login-action@v3\nError response from daemon: Get "https://r/v2/": unauthorized: x\n',
      '=== RUN   TestA\n    a_test.go:4: got "x", want "exec format error: install qemu-user-static"\n--- FAIL: TestA (0.00s)\n',
      'qemu-img: Could not open a.qcow2: failed\n',
      'toomanyrequests: limit\ndocker pull tonistiigi/binfmt failed\n',
    ])
      expect(of(log, BARE).verdict).toBe('not-emulation');
  });
});

describe('the order', () => {
  it('looks at the failed step, and at nothing of one that passed', () => {
    const passed =
      '#5 [linux/arm64 1/4] RUN a\n#5 1.0 qemu: uncaught target signal 11 (Segmentation fault)\n#5 DONE 2.0s\n';
    const failed =
      '#6 [linux/amd64 1/4] RUN b\n#6 1.0 npm ERR! code E404\n#6 ERROR: process "b" did not complete successfully: exit code: 1\n';
    const { verdict, diagnoses } = of(`${passed}${failed}`, HEALTHY);
    expect(verdict).toBe('not-emulation');
    expect(diagnoses.map(({ id }) => id)).toEqual(['dependency']);
    expect(of(`${passed}${failed.replace('npm ERR! code E404', 'odd')}`, HEALTHY).verdict).toBe(
      'not-emulation',
    );
  });

  it('puts what comes first in the log first, where all else is alike', () => {
    const log = 'curl: (6) Could not resolve host: a\nmkdir: cannot create directory: Permission denied\n';
    expect(of(log).diagnoses.map(({ id }) => id)).toEqual(['network', 'permission']);
    const one = 'could not resolve host a: permission denied\n';
    expect(of(one).diagnoses.length).toBe(2);
  });

  it('puts what a log ends with before what it went on after, where no step is known', () => {
    const noise = 'tar: a: Cannot open: Function not implemented\n';
    const end = 'write /x: no space left on device\n';
    const ids = (lines: number) =>
      of(`${noise}${'fine\n'.repeat(lines)}${end}`, HEALTHY).diagnoses.map(({ id }) => id);
    expect(ids(150)[0]).toBe('disk-full');
    expect(ids(5)[0]).toBe('openat2-missing');
  });

  it('puts what names the cause before a symptom, and a note last', () => {
    const mismatch =
      "WARNING: The requested image's platform (linux/arm64) does not match the detected host platform (linux/amd64)\n";
    const crash = `${CRASH}tar: a: Cannot open: Function not implemented\n`;
    expect(of(`${mismatch}${crash}`, HEALTHY).diagnoses.map(({ id }) => id)).toEqual([
      'openat2-missing',
      'guest-crash',
      'platform-mismatch',
    ]);
    // Beside what has nothing to do with emulation a note is of no use.
    const full = `${mismatch}${CRASH}#7 2.0 write /x: no space left on device\n`;
    expect(of(full, HEALTHY).diagnoses.map(({ id }) => id)).toEqual(['disk-full', 'guest-crash']);
  });

  it('leaves out what another kind explains, and names it', () => {
    const [first] = of(`${CRASH}#7 1.1 Segmentation fault (core dumped)\n`, HEALTHY).diagnoses;
    expect(first).toMatchObject({ id: 'guest-crash', alsoSeen: ['foreign-step-crash', 'native-crash'] });
  });
});

describe('joinAnswers', () => {
  const diagnoseAll = (read: readonly Parameters<typeof answerTo>[0][], facts: LogFacts) =>
    joinAnswers(read.map((one) => answerTo(one, facts)));
  const evidence = (name: string) => ({ name, from: 'job' as const });

  it('lets the log lead that tells most, and keeps all', () => {
    const answer = diagnoseAll(
      [
        { evidence: evidence('a'), log: readLog('fine\n') },
        { evidence: evidence('b'), log: readLog('npm ERR! code ERESOLVE\n') },
        { evidence: evidence('c'), log: readLog(EXEC) },
      ],
      BARE,
    );
    expect(answer?.verdict).toBe('emulation');
    expect(answer?.headline).toMatch(/^1 of 2 failures comes from emulation.*: c\.$/);
    expect(answer?.logs.map(({ name, from, verdict }) => [name, from, verdict])).toEqual([
      ['a', 'job', 'nothing-failed'],
      ['b', 'job', 'not-emulation'],
      ['c', 'job', 'emulation'],
    ]);
  });

  it('counts what is known to come from emulation, and what most likely does', () => {
    const sure =
      '#7 [linux/arm64 2/6] RUN apt-get update\n#7 0.1 exec /bin/sh: exec format error\n#7 ERROR: process "/bin/sh -c apt-get update" did not complete successfully: exit code: 255\n';
    const likely =
      '#9 [linux/riscv64 4/6] RUN npm ci\n#9 1.2 qemu: uncaught target signal 11 (Segmentation fault) - core dumped\n#9 ERROR: process "/bin/sh -c npm ci" did not complete successfully: exit code: 139\n';
    const headline = (...logs: readonly string[]) =>
      diagnoseAll(
        logs.map((text, index) => ({ evidence: evidence(`${index}`), log: readLog(text) })),
        BARE,
      )?.headline;
    expect(headline(sure, likely)).toBe('2 of 2 failures come from emulation, 1 of them surely: 0, 1.');
    expect(headline(likely, likely)).toBe('2 of 2 failures come from emulation, most likely: 0, 1.');
    expect(headline(sure, sure)).toBe('2 of 2 failures come from emulation: 0, 1.');
    // Where nothing failed, nothing is counted.
    expect(headline(sure, '', 'fine\n', likely)).toBe(
      '2 of 2 failures come from emulation, 1 of them surely: 0, 3.',
    );
    expect(headline('', sure, 'fine\n')).toMatch(/^1: This failure comes from emulation/);
  });

  it('names no log where there is one, and says nothing where there is none', () => {
    const read = [{ evidence: evidence('a'), log: readLog(EXEC) }];
    expect(diagnoseAll(read, BARE)?.headline).toMatch(/^This failure/);
    const other = { evidence: evidence('b'), log: readLog('npm ERR! code E404\n') };
    expect(diagnoseAll([other, other], BARE)?.headline).toMatch(/^b: This failure does not/);
    expect(diagnoseAll([], BARE)).toBeUndefined();
  });
});

describe('blamedPlatforms', () => {
  it('are the foreign one that the failure is about', () => {
    expect(blamedPlatforms(readLog(EXEC.replace('arm64', 'arm/v7')), 'amd64')).toEqual([
      { arch: 'arm', variant: 'v7' },
    ]);
    expect(blamedPlatforms(readLog(EXEC), 'arm64')).toEqual([]);
    expect(blamedPlatforms(readLog('npm ERR! code ERESOLVE\nlinux/arm64\n'), 'amd64')).toEqual([]);
    expect(blamedPlatforms(readLog('exec /bin/sh: exec format error\n'), 'amd64')).toEqual([]);
  });
});

describe('commands', () => {
  it.each(['$(touch$IFS/tmp/x);`id`;#', '/bin/a;id', '/bin/a|sh', "/bin/a'b", '-c', '/bin/a>b'])(
    'hold nothing of a log that a shell would take for more than a word: %s',
    (program) => {
      const text = commands(`sh: 1: ${program}: Exec format error\n`);
      expect(text).not.toContain(program);
    },
  );

  it('name a program that is a plain word', () => {
    expect(commands('sh: 1: /opt/tool-1.2/bin/x: Exec format error\n')).toContain('file /opt/tool-1.2/bin/x');
  });
});

const leading = (log: string): string => {
  const { verdict, diagnoses } = diagnoseLog(readLog(`${log}\n`), {}, { here: false });
  return `${verdict} ${diagnoses[0]?.id ?? '-'}`;
};

const REFUSED = "chroot: failed to run command '/bin/bash': Exec format error";

describe('what a job went on after', () => {
  it.each([
    'curl: (22) The requested URL returned error: 404',
    "error: pathspec 'v1' did not match any file(s) known to git",
    '/bin/sh: shellcheck: command not found',
    "rm: cannot remove '/tmp/x': Permission denied",
  ])('explains nothing of a later failure of an emulator: %s', (line) => {
    expect(leading(`${line}\n${REFUSED}`)).toBe('emulation exec-format-error');
  });

  it('is told from what made that failure', () => {
    const quota = 'Error response from daemon: toomanyrequests: You have reached your pull rate limit.';
    expect(leading(`${quota}\n${REFUSED}`)).toBe('not-emulation registry-rate-limit');
  });

  it.each([
    'tag does not exist: registry.example.com/app:ci',
    'docker: Error response from daemon: pull access denied for app, repository does not exist',
    "cp: cannot stat 'dist/app': No such file or directory",
  ])('explains nothing where it comes of that failure: %s', (line) => {
    expect(leading(`${REFUSED}\n${line}`)).toBe('emulation exec-format-error');
  });

  it('is what failed after a step that ended well, or in the step that failed', () => {
    const done = '#9 [linux/arm64 3/4] RUN make\n#9 3.1 Illegal instruction, going on\n#9 DONE 4.0s\n';
    const denied = '#20 ERROR: failed to push ghcr.io/o/a:1: denied: permission_denied: write_package';
    expect(leading(`${done}${denied}`)).toBe('not-emulation registry-unauthorized');
    const gone = `${REFUSED}\n#9 [2/4] RUN curl -f x\n#9 3.1 curl: (22) The requested URL returned error: 404\n`;
    const failed = '#9 ERROR: process "/bin/sh -c curl -f x" did not complete successfully: exit code: 22';
    expect(leading(`${gone}${failed}`)).toBe('not-emulation download-gone');
  });

  it('was a warning', () => {
    const warned = 'npm warn deprecated: no module named six\nlevel=warning msg="no module named six"';
    expect(leading(`${warned}\nerror: dependency x: No module named yaml`)).toBe('not-emulation dependency');
    expect(leading(`${warned}\nerror TS2307: cannot find it\nfatal: not a git repository`)).toBe(
      'not-emulation compile-error',
    );
    expect(leading('npm warn EBADENGINE Unsupported engine {\nnpm error code 1')).toMatch(/^unknown/);
  });
});

describe('a job’s own command after a build for another platform', () => {
  const built = 'Run docker/build-push-action@v6\n#1 [linux/arm64 2/2] RUN make\n#1 DONE 9.1s\n';
  it.each([
    ['a test on the runner', 'Run pytest -x', 'unknown'],
    ['a test with a wrapper', 'Run ./gradlew test', 'unknown'],
    ['one in a container', 'Run python ci/docker.py', 'emulation'],
    ['a script', 'Run ci/test.sh', 'emulation'],
  ])('is %s', (_, command, expected) => {
    expect(leading(`${built}${command}\nSegmentation fault (core dumped)`).split(' ')[0]).toBe(expected);
  });
});
