import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { runChecks } from '../../../../src/doctor/checks/index.ts';
import {
  blamedPlatforms,
  diagnoseLog,
  type LogVerdict,
  logFacts,
  SIGNATURES,
} from '../../../../src/doctor/log/diagnose.ts';
import type { LogFacts, LogReport } from '../../../../src/doctor/log/signature.ts';
import { linksOf } from '../../../../src/text/text.ts';
import { EXAMPLES } from '../../../../tools/docs/examples.ts';
import {
  type ContextChange,
  contextOf,
  elfHeader,
  engineFacts,
  interpreterFacts,
  verdictOf,
} from '../../../support/doctor.ts';
import { entryFor } from '../../../support/entries.ts';
import { readLog } from '../../../support/logs.ts';

const ids = SIGNATURES.map(({ id }) => id);

describe('SIGNATURES', () => {
  it('have ids of their own', () => {
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
  });

  it.each(SIGNATURES)('$id is whole', (signature) => {
    const { id: own, relevance, patterns, explains, causes } = signature;
    expect(patterns.length).toBeGreaterThan(0);
    for (const { has, after } of patterns) {
      expect(has).toBe(has.toLowerCase());
      expect(has.length).toBeGreaterThan(3);
      for (const id of after ?? []) expect(ids).toContain(id);
    }
    for (const id of explains ?? []) expect(ids).toContain(id);
    expect(causes.length > 0).toBe(relevance !== 'clue');
    expect((EXAMPLES[own] ?? []).length > 0).toBe(relevance !== 'clue');
    for (const { text, remedy } of causes) {
      expect(text).toMatch(/^[^.]/);
      expect(text).not.toMatch(/[.!]$/);
      expect(remedy).toMatch(/^[A-Z].*[^.]$/);
    }
    for (const source of linksOf(signature.sources ?? ''))
      expect(source).toMatch(/^https:\/\/github\.com\/[\w.-]+\/[\w.-]+\/(?:issues|pull)\/\d+$/);
  });

  it.each(SIGNATURES.filter(({ relevance }) => relevance !== 'clue'))(
    '$id is recognised in its examples',
    ({ id }) => {
      const before = 'qemu: uncaught target signal 4 (Illegal instruction)';
      for (const shown of EXAMPLES[id] ?? []) {
        const log = readLog(`docker run tonistiigi/binfmt\n${before}\n${shown.replaceAll(' / ', '\n')}\n`);
        expect(log.matches.map((match) => match.id)).toContain(id);
      }
    },
  );

  it.each(SIGNATURES.filter(({ relevance }) => relevance !== 'clue'))(
    '$id always has something to do next',
    ({ id }) => {
      const log: LogReport = {
        lines: 1,
        platforms: [],
        matches: [{ id, count: 1, nearEmulator: true, evidence: [{ line: 1, text: 'x' }] }],
      };
      for (const facts of [{}, HEALTHY, BARE]) {
        const { diagnoses, next } = diagnoseLog(log, facts);
        expect(diagnoses).toHaveLength(1);
        expect(next).toBe(diagnoses[0]?.causes[0].remedy);
      }
    },
  );
});

/** A host on which everything was set up well. */
const HEALTHY: LogFacts = {
  kernel: '6.18.44',
  hostArch: 'amd64',
  supported: true,
  mounted: true,
  entries: [
    {
      name: 'qemu-aarch64',
      enabled: true,
      fixed: true,
      credentials: true,
      preserved: true,
      interpreter: 'static',
    },
  ],
  verdicts: { amd64: 'native', arm64: 'emulated' },
  qemuVersion: '10.2.3',
  interpreterType: 'dyn',
  docker: true,
  remoteEngine: false,
  rootless: false,
  contained: false,
  staleBuilder: false,
};

/** A host on which nothing is there. */
const BARE: LogFacts = {
  kernel: '3.10.0-1160.el7.x86_64',
  hostArch: 'amd64',
  supported: false,
  mounted: false,
  entries: [],
  verdicts: { amd64: 'native', arm64: 'missing' },
  docker: false,
};

const cause = (log: string, facts: LogFacts) => diagnoseLog(readLog(log), facts).diagnoses[0]?.causes[0].text;
const EXEC = '#7 [linux/arm64 2/4] RUN true\n#7 0.25 exec /bin/sh: exec format error\n';
const CRASH = 'qemu: uncaught target signal 11 (Segmentation fault) - core dumped\n';
const SUDO = "sudo: effective uid is not 0, is /usr/bin/sudo on a file system with the 'nosuid' option set\n";
const ENTRY = { name: 'qemu-aarch64' };

describe('diagnoseLog', () => {
  it.each<[string, string, LogFacts, RegExp]>([
    ['nothing registered', EXEC, { mounted: true, verdicts: { arm64: 'missing' } }, /^No handler/],
    [
      'table not mounted',
      EXEC,
      { ...BARE, kernel: '6.12.100' },
      /^The handlers were registered from a container/,
    ],
    ['remote engine', EXEC, { ...HEALTHY, remoteEngine: true }, /^The engine runs on another machine/],
    ['rootless engine', EXEC, { ...HEALTHY, rootless: true }, /^The rootless engine/],
    [
      'entry switched off',
      EXEC,
      { ...HEALTHY, verdicts: { arm64: 'missing' }, entries: [{ ...ENTRY, enabled: false }] },
      /^No handler/,
    ],
    [
      'entry switched off, no probe',
      EXEC,
      { mounted: true, entries: [{ ...ENTRY, enabled: false }] },
      /^The handler is switched off/,
    ],
    ['handler broken', EXEC, { ...HEALTHY, verdicts: { arm64: 'broken' } }, /^A handler is registered, but/],
    ['all is well here', EXEC, HEALTHY, /^This host runs the architecture/],
    ['a script', 'exec /entrypoint.sh: exec format error', HEALTHY, /^The file is a script/],
    ['no verdicts', EXEC, { verdicts: {}, mounted: true }, /^No handler/],
    ['old QEMU', CRASH, { qemuVersion: 'qemu-v7.0.0-28', staleBuilder: false }, /^QEMU is older than 10.1.3/],
    ['stale builder', CRASH, { ...HEALTHY, staleBuilder: true }, /^BuildKit ran the step/],
    [
      'fixed address',
      CRASH,
      { ...HEALTHY, interpreterType: 'exec' },
      /^This QEMU is linked at a fixed address/,
    ],
    ['current QEMU', CRASH, HEALTHY, /^The program itself crashed/],
    [
      '10.1.3',
      'installed libc-bin package post-installation script subprocess returned error exit status 139',
      { ...HEALTHY, qemuVersion: '10.1.3' },
      /^QEMU 10.1.3/,
    ],
    [
      'tar, 8.2',
      'tar: src/f: Cannot open: Function not implemented',
      { qemuVersion: '8.2.2' },
      /^QEMU is older than 9.2/,
    ],
    ['tar, current', 'tar: src/f: Cannot open: Function not implemented', HEALTHY, /seccomp/],
    [
      'tar, 10.0',
      'tar: src/f: Cannot open: Invalid argument',
      { qemuVersion: '10.0.4' },
      /^QEMU 9.2 to 10.1.2/,
    ],
    ['tar, 8.2, EINVAL', 'tar: src/f: Cannot open: Invalid argument', { qemuVersion: '8.2.2' }, /^BuildKit/],
    [
      'tar, current, EINVAL',
      'tar: src/f: Cannot open: Invalid argument',
      HEALTHY,
      /^The file system cannot hold/,
    ],
    ['unreadable version', CRASH, { qemuVersion: 'unknown' }, /^QEMU is older than 10.1.3/],
    ['sudo, no C', SUDO, { entries: [{ ...ENTRY, credentials: false }] }, /^The entry lacks the flag C/],
    ['sudo, C', SUDO, HEALTHY, /no-new-privileges/],
    ['sudo, C not known', SUDO, { entries: [ENTRY] }, /^The entry lacks the flag C/],
    ['no P', 'a: applet not found', { entries: [{ ...ENTRY, preserved: false }] }, /flag P/],
    ['P, old kernel', 'a: applet not found', { ...HEALTHY, kernel: '5.4.0' }, /older than 5.12/],
    ['P, new kernel', 'a: applet not found', HEALTHY, /busybox in the image/],
    [
      'no F',
      'exec user process caused "no such file or directory"',
      { entries: [{ ...ENTRY, fixed: false }] },
      /flag F/,
    ],
    [
      'dynamic',
      'exec user process caused "no such file or directory"',
      { entries: [{ ...ENTRY, fixed: true, interpreter: 'dynamic' }] },
      /dynamically linked/,
    ],
    ['F and static', 'exec user process caused "no such file or directory"', HEALTHY, /own loader/],
    ['old kernel', 'write /proc/sys/fs/binfmt_misc/register: invalid argument', BARE, /older than 4.8/],
    ['new kernel', 'write /proc/sys/fs/binfmt_misc/register: invalid argument', HEALTHY, /flag or a field/],
    [
      'odd kernel',
      'write /proc/sys/fs/binfmt_misc/register: invalid argument',
      { kernel: '?' },
      /older than 4.8/,
    ],
    ['built in', 'Module binfmt_misc not loaded in host', HEALTHY, /built into the kernel/],
    ['not in the kernel', 'Module binfmt_misc not loaded in host', BARE, /without CONFIG_BINFMT_MISC/],
    [
      'contained',
      "sh: can't create /proc/sys/fs/binfmt_misc/x: Permission denied",
      { contained: true },
      /read-only or masked/,
    ],
    [
      'rootless',
      "sh: can't create /proc/sys/fs/binfmt_misc/x: Permission denied",
      { rootless: true },
      /read-only or masked/,
    ],
    ['not root', "sh: can't create /proc/sys/fs/binfmt_misc/x: Permission denied", HEALTHY, /^Only root/],
    [
      'not mounted',
      'docker run binfmt\nsh: write error: No such file or directory',
      { mounted: false },
      /^binfmt_misc is not mounted/,
    ],
    [
      'mount, contained',
      'cannot mount binfmt_misc filesystem',
      { contained: true },
      /^The installer’s container/,
    ],
    [
      'mount, rootless',
      'cannot mount binfmt_misc filesystem',
      { rootless: true },
      /^The installer’s container/,
    ],
    [
      'mount, no kernel support',
      'cannot mount binfmt_misc filesystem',
      { supported: false, contained: true },
      /^The kernel has no/,
    ],
    ['exists', 'sh: write error: File exists # binfmt', { entries: [ENTRY] }, /^An entry of that name/],
    ['Go on arm64', 'fatal error: lfstack.push', { hostArch: 'arm64' }, /^This amd64 Go program/],
    ['Go on amd64', 'fatal error: lfstack.push', { hostArch: 'amd64' }, /^The program itself crashed/],
    [
      'x86 level on arm64',
      'CPU does not support x86-64-v2',
      { hostArch: 'arm64', qemuVersion: '10.2.3' },
      /asks for a level/,
    ],
    [
      'x86 level on an old QEMU',
      'CPU does not support x86-64-v2',
      { hostArch: 'arm64', qemuVersion: '6.2.0' },
      /older than 7.2/,
    ],
    ['x86 level on amd64', 'CPU does not support x86-64-v2', { hostArch: 'amd64' }, /x86-64 itself/],
    ['v3', 'no support for running processes with linux/amd64/v3', { hostArch: 'arm64' }, /amd64\/v3 and v4/],
    ['no Docker', 'Unable to locate executable file: docker.', BARE, /needs Docker only/],
    [
      'Docker outside',
      'Unable to locate executable file: docker.',
      { docker: true, contained: true },
      /job runs in a container/,
    ],
  ])('%s', (_what, log, facts, text) => {
    expect(cause(log, facts)).toMatch(text);
  });

  it('leaves out what the facts rule out, and marks what they support', () => {
    const { diagnoses } = diagnoseLog(readLog(SUDO), HEALTHY);
    expect(diagnoses[0]?.causes.map(({ supported, elsewhere }) => [supported, elsewhere])).toEqual([
      [false, true],
    ]);
    const missing = diagnoseLog(readLog(SUDO), { entries: [{ ...ENTRY, credentials: false }] });
    expect(missing.diagnoses[0]?.causes.map(({ supported }) => supported)).toEqual([true, false]);
  });

  it('lets facts decide what only may be emulation', () => {
    expect(diagnoseLog(readLog(SUDO)).verdict).toBe('possible');
    expect(diagnoseLog(readLog(SUDO), { entries: [{ ...ENTRY, credentials: false }] }).verdict).toBe(
      'emulation',
    );
    expect(diagnoseLog(readLog(`docker run --privileged qemu-user-static\n${SUDO}`)).verdict).toBe(
      'emulation',
    );
    expect(diagnoseLog(readLog('CPU does not support x86-64-v2'), { hostArch: 'amd64' }).verdict).toBe(
      'not-emulation',
    );
    expect(diagnoseLog(readLog('exec /run.sh: exec format error')).verdict).toBe('not-emulation');
    expect(diagnoseLog(readLog(`docker run --privileged qemu-user-static\n${SUDO}`), HEALTHY).verdict).toBe(
      'not-emulation',
    );
  });

  it('takes a registry’s refusal for ours only when it was about the emulator', () => {
    const refusal = 'Error response from daemon: toomanyrequests: You have reached your pull rate limit.\n';
    expect(diagnoseLog(readLog(refusal)).verdict).toBe('not-emulation');
    expect(diagnoseLog(readLog(`docker pull tonistiigi/binfmt\n${refusal}`)).verdict).toBe('emulation');
    const certificate = 'Get "https://registry.example/v2/": x509: certificate signed by unknown authority\n';
    expect(
      diagnoseLog(readLog(`docker pull registry.example/tonistiigi/binfmt\n${certificate}`)).verdict,
    ).toBe('emulation');
  });

  it('does not blame emulation for what merely used it', () => {
    for (const note of [
      "WARNING: The requested image's platform (linux/amd64) does not match the detected host platform (linux/arm64/v8)",
      'ERROR: process "/dev/.buildkit_qemu_emulator /bin/sh -c npm test" did not complete successfully: exit code: 1',
      'installing: arm64 qemu-aarch64 already registered',
    ]) {
      expect(diagnoseLog(readLog(`${note}\nnpm ERR! Test failed.\n`), { staleBuilder: true }).verdict).toBe(
        'possible',
      );
    }
  });

  it('puts what points to emulation first', () => {
    const { diagnoses } = diagnoseLog(readLog(`toomanyrequests\n${SUDO}${'\n'.repeat(3)}${EXEC}`));
    expect(diagnoses.map(({ id }) => id)).toEqual([
      'exec-format-error',
      'set-uid-ignored',
      'registry-rate-limit',
    ]);
  });

  it('puts what the facts support before what is merely possible, and then what the log shows first', () => {
    const order = (log: string, facts: LogFacts = {}) =>
      diagnoseLog(readLog(log), facts).diagnoses.map(({ id }) => id);
    const bare: LogFacts = { hostArch: 'amd64', mounted: true, entries: [], verdicts: { arm64: 'missing' } };
    for (const log of [`${EXEC}${CRASH}`, `${CRASH}${EXEC}`])
      expect(order(log, bare)).toEqual(['exec-format-error', 'guest-segfault']);
    expect(order(`${CRASH}${EXEC}`, { qemuVersion: '7.2.22', verdicts: {} })[0]).toBe('guest-segfault');
    expect(order(`${CRASH}${EXEC}`)).toEqual(['guest-segfault', 'exec-format-error']);
    expect(order(`${EXEC}${CRASH}`)).toEqual(['exec-format-error', 'guest-segfault']);
  });

  it('blames no QEMU where the kernel has none', () => {
    const texts = (facts: LogFacts) =>
      diagnoseLog(readLog(CRASH), facts)
        .diagnoses[0]?.causes.map(({ text }) => text)
        .join('\n');
    for (const elsewhere of [{}, { entries: [], remoteEngine: true }, { entries: [], rootless: true }]) {
      expect(texts(elsewhere)).toMatch(/QEMU is older/);
      expect(texts(elsewhere)).toMatch(/fixed address/);
    }
    expect(texts({ entries: [] })).not.toMatch(/QEMU is older|fixed address/);
  });

  it('asks the probes about what was asked for where the log names no platform', () => {
    const exec = 'exec /bin/sh: exec format error\n';
    const verdicts = { amd64: 'native', arm64: 'broken', s390x: 'missing' } as const;
    expect(cause(exec, { mounted: true, verdicts })).toMatch(/^No handler/);
    expect(cause(exec, { mounted: true, verdicts, asked: ['arm64'] })).toMatch(
      /^A handler is registered, but/,
    );
  });

  it('says what another signature already explains', () => {
    const { diagnoses } = diagnoseLog(
      readLog(
        `${CRASH} installed libc-bin package post-installation script subprocess returned error exit status 139\n`,
      ),
    );
    expect(diagnoses.map(({ id, alsoSeen }) => [id, alsoSeen])).toEqual([
      ['ldconfig-crash', ['guest-segfault']],
    ]);
  });

  it('fills in the platform that failed', () => {
    const commands = (log: string, facts: LogFacts) =>
      diagnoseLog(readLog(log), facts)
        .diagnoses[0]?.causes.flatMap((each) => each.commands)
        .join('\n');
    expect(commands(EXEC.replace('arm64', 'arm/v7'), { hostArch: 'amd64' })).toContain('setup linux/arm/v7');
    expect(commands(CRASH, { hostArch: 'arm64' })).toContain('setup linux/amd64');
    expect(commands(CRASH, {})).toContain('setup linux/arm64');
    expect(commands(CRASH, {})).not.toContain('{platform}');
  });

  it('asks the probes about the foreign platforms that the log names', () => {
    const facts: LogFacts = {
      hostArch: 'amd64',
      mounted: true,
      verdicts: { amd64: 'native', arm64: 'emulated', s390x: 'missing' },
    };
    expect(cause(EXEC, facts)).toMatch(/^This host runs the architecture/);
    expect(cause(EXEC.replace('arm64', 's390x'), facts)).toMatch(/^No handler/);
    expect(cause(EXEC.replace('arm64', 'riscv64'), facts)).toMatch(/^No handler/);
  });

  it('answers in one sentence', () => {
    expect(diagnoseLog(readLog('npm ERR! code ERESOLVE'))).toMatchObject({
      verdict: 'not-emulation',
      headline: 'Nothing in this log points to emulation.',
      next: expect.stringMatching(/^Look for the first error/),
      diagnoses: [],
    });
    expect(diagnoseLog(readLog(EXEC)).headline).toMatch(
      /^Another architecture plays a part .*: exec format error\.$/,
    );
    expect(diagnoseLog(readLog(SUDO)).headline).toMatch(/^Another architecture may play a part .*: sudo: /);
    expect(diagnoseLog(readLog('toomanyrequests')).headline).toMatch(
      /points to emulation; it shows: toomanyrequests\.$/,
    );
  });

  it('says of an empty log that it is empty', () => {
    expect(diagnoseLog(readLog(''))).toMatchObject({
      verdict: 'not-emulation',
      headline: 'The log is empty.',
      next: expect.stringMatching(/^See whether the build ran/),
      diagnoses: [],
    });
  });

  describe('a crash without a line of QEMU’s', () => {
    const SEGFAULT = '#12 [linux/arm64 3/5] RUN npm ci\n#12 4.512 Segmentation fault (core dumped)\n';
    const of = (log: string, facts: LogFacts = {}) => diagnoseLog(readLog(log), facts);

    it.each([
      SEGFAULT,
      SEGFAULT.replace('Segmentation fault', 'Illegal instruction'),
      SEGFAULT.replace('Segmentation fault', 'Aborted'),
      '#12 [linux/arm64 3/5] RUN npm ci\n#12 ERROR: process "/bin/sh -c npm ci" did not complete successfully: exit code: 134\n',
      ' > [linux/arm64 3/5] RUN npm ci:\n4.512 Segmentation fault (core dumped)\n------\n',
      '/usr/bin/docker buildx build --platform linux/arm64 .\n#12 [3/5] RUN npm ci\n#12 4.5 Illegal instruction\n',
    ])('in a step of a foreign platform may be emulation: %j', (log) => {
      for (const facts of [{}, HEALTHY])
        expect(of(log, facts)).toMatchObject({
          verdict: 'possible',
          diagnoses: [{ id: 'foreign-step-crash' }],
        });
      const old = of(log, { ...HEALTHY, qemuVersion: '7.2.22' });
      expect(old.diagnoses[0]?.causes[0]).toMatchObject({
        supported: true,
        text: expect.stringMatching(/^QEMU is older/),
      });
      expect(of(log, { ...HEALTHY, hostArch: 'arm64' }).diagnoses).toEqual([]);
    });

    it.each([
      // https://github.com/kubernetes-sigs/dra-driver-nvidia-gpu/issues/502
      ' > [linux/amd64->arm64 build  7/14] RUN cd /bashbuild/bash-static/releases && ./bash*-static --version:\n0.168 Segmentation fault (core dumped)\n',
      SEGFAULT.replace('arm64', 'amd64'),
      SEGFAULT.replace('linux/arm64 ', ''),
      SEGFAULT.replace('#12 4', '#13 4'),
      `${SEGFAULT.replace('Segmentation fault (core dumped)', 'done')}Segmentation fault (core dumped)\n`,
      '#12 [linux/arm64 3/5] RUN npm ci\n#12 ERROR: process "/bin/sh -c npm ci" did not complete successfully: exit code: 1\n',
    ])('of a program of this host’s is not: %j', (log) => {
      expect(of(log, HEALTHY)).toMatchObject({ verdict: 'not-emulation', diagnoses: [] });
    });

    it('is not emulation where the processor runs the platform by itself', () => {
      const facts: LogFacts = { hostArch: 'amd64', verdicts: { amd64: 'native', '386': 'native' } };
      expect(of(SEGFAULT.replace('arm64', '386'), facts).diagnoses).toEqual([]);
    });

    it('says less than QEMU’s own line', () => {
      expect(of(`${SEGFAULT}#12 4.6 ${CRASH}`).diagnoses.map(({ id }) => id)).toEqual(['guest-segfault']);
    });
  });

  it('knows Node’s word for a program of another architecture', () => {
    const of = (log: string) => diagnoseLog(readLog(log)).diagnoses.map(({ id }) => id);
    expect(of('Error: spawn ENOEXEC')).toEqual(['exec-format-error']);
    expect(of('Error: spawnSync /app/node_modules/esbuild/bin/esbuild ENOEXEC')).toEqual([
      'exec-format-error',
    ]);
    expect(of('the errno ENOEXEC is 8')).toEqual([]);
  });

  it('links to the page', () => {
    expect(diagnoseLog(readLog(EXEC)).diagnoses[0]?.link).toBe('docs/troubleshooting.md#exec-format-error');
  });
});

const of = (change: ContextChange = {}) => {
  const context = contextOf(change);
  return logFacts(context, runChecks(context));
};

describe('what the log’s judgement knows of the host', () => {
  it('is little on a machine where nothing is set up', () => {
    expect(of({ verdicts: [verdictOf('arm64', 'absent')] })).toEqual({
      kernel: '6.12.8-amd64',
      hostArch: 'amd64',
      supported: true,
      mounted: true,
      entries: [],
      asked: [],
      verdicts: { amd64: 'native', arm64: 'missing' },
      docker: false,
      remoteEngine: false,
      contained: false,
    });
  });

  it('is what the entries, files and probes say', () => {
    const files = {
      arm64: interpreterFacts(),
      s390x: interpreterFacts({ elf: elfHeader('amd64', { interpreter: true, type: 2 }) }),
      riscv64: { state: 'missing' },
      arm: { state: 'file', kind: 'script' },
      ppc64le: { state: 'hidden' },
      loong64: interpreterFacts({ elf: elfHeader('amd64', { complete: false }) }),
    } as const;
    const archs = Object.keys(files) as (keyof typeof files)[];
    const entries = archs.map((arch) => entryFor(arch, { flags: arch === 'arm' ? '' : 'POCF' }));
    const interpreters = new Map(
      archs.map((arch, index) => [entries[index]?.interpreter ?? '', files[arch]]),
    );
    const found = of({
      facts: { table: { entries }, container: 'docker' },
      verdicts: [
        verdictOf('arm64', 'emulated', { qemuVersion: '11.1.3' }),
        verdictOf('s390x', 'emulated', { qemuVersion: '7.2.22' }),
        verdictOf('riscv64', 'broken'),
        verdictOf('arm', 'outside-only', { result: 'works' }),
        verdictOf('ppc64le', 'outside-only', { result: 'no-interpreter' }),
        verdictOf('loong64', 'emulated', { qemuVersion: '10.0.13' }),
      ],
      doctor: { interpreters },
    });
    expect(found).toMatchObject({
      verdicts: {
        arm64: 'emulated',
        s390x: 'emulated',
        riscv64: 'broken',
        arm: 'emulated',
        ppc64le: 'broken',
      },
      qemuVersion: '7.2.22',
      interpreterType: 'exec',
      contained: true,
    });
    expect(found.entries?.map(({ name, fixed, interpreter }) => [name, fixed, interpreter])).toEqual([
      ['qemu-aarch64', true, 'static'],
      ['qemu-s390x', true, 'dynamic'],
      ['qemu-riscv64', true, 'missing'],
      ['qemu-arm', false, 'script'],
      ['qemu-ppc64le', true, undefined],
      ['qemu-loongarch64', true, undefined],
    ]);
    expect(found.entries?.[0]).toMatchObject({ enabled: true, credentials: true, preserved: true });
  });

  it('says of a static-pie QEMU that it is one', () => {
    const entries = [entryFor('arm64')];
    const interpreters = new Map([['/usr/bin/qemu-aarch64-static', interpreterFacts()]]);
    const found = of({
      facts: { table: { entries } },
      verdicts: [verdictOf('arm64', 'emulated')],
      doctor: { interpreters },
    });
    expect(found.interpreterType).toBe('dyn');
  });

  it.each([
    ['unsupported', { supported: false, mounted: false }],
    ['module-missing', { supported: false, mounted: false }],
    ['autofs', { supported: true, mounted: false }],
    ['read-only', { supported: true, mounted: true }],
  ] as const)('%s', (state, expected) => {
    const found = of({ facts: { table: { state } } });
    expect(found).toMatchObject(expected);
    expect(found).not.toHaveProperty('entries', expect.anything());
  });

  it('says nothing of a table that cannot be seen', () => {
    const found = of({ facts: { table: { state: 'masked' } } });
    expect(found).not.toHaveProperty('supported', expect.anything());
    expect(found).not.toHaveProperty('mounted', expect.anything());
  });

  it('knows the engine and whether its builder is stale', () => {
    const builders = [{ name: 'b', driver: 'docker-container', running: true, platforms: ['linux/amd64'] }];
    const entries = [entryFor('arm64')];
    const stale = { facts: { table: { entries } }, verdicts: [verdictOf('arm64', 'emulated')] };
    expect(of({ ...stale, doctor: { engine: engineFacts({ builders }) } })).toMatchObject({
      docker: true,
      rootless: false,
      remoteEngine: false,
      staleBuilder: true,
    });
    const knowing = [{ name: 'b', driver: 'docker', running: true, platforms: ['linux/arm64'] }];
    expect(
      of({ ...stale, doctor: { engine: engineFacts({ builders: knowing, remote: 'tcp' }) } }),
    ).toMatchObject({
      remoteEngine: true,
    });
    expect(of({ ...stale, doctor: { engine: engineFacts({ builders: knowing }) } }).staleBuilder).toBe(false);
  });

  it('knows what was asked for', () => {
    expect(of({ asked: ['arm64'] }).asked).toEqual(['arm64']);
  });

  it('makes do with facts alone', () => {
    const { doctor: _d, verdicts: _v, ...context } = contextOf({ facts: { userNamespace: true } });
    const facts = { ...context.facts, architecture: undefined };
    expect(logFacts({ facts }, [])).toEqual({
      kernel: '6.12.8-amd64',
      supported: true,
      mounted: true,
      entries: [],
      verdicts: {},
      contained: true,
    });
  });
});

describe('the platforms on which a build failed', () => {
  const steps =
    '#5 [linux/riscv64 2/2] RUN a\n#6 [linux/amd64 2/2] RUN a\n# linux/arm linux/arm/v7 linux/riscv128\n';

  it('are the foreign ones that its log names', () => {
    const blamed = blamedPlatforms(readLog(`${steps}exec /bin/sh: exec format error\n`), 'amd64');
    expect(blamed).toEqual([{ arch: 'riscv64' }, { arch: 'arm', variant: 'v7' }]);
  });

  it('are none where it failed for another reason', () => {
    expect(blamedPlatforms(readLog(`${steps}npm ERR!\n`), 'amd64')).toEqual([]);
  });
});

const FOLDER = new URL('../../../fixtures/logs/', import.meta.url);

/** Excerpt, verdict, the diagnoses in order, and how the likeliest cause begins when nothing is known of the host. */
const EXPECTED: readonly (readonly [string, LogVerdict, readonly string[], string])[] = [
  ['actions-setup-docker-20', 'emulation', ['registry-unauthorized'], 'Credentials that are stored'],
  ['alpine-h700-1', 'emulation', ['exec-format-error'], 'No handler for this architecture'],
  ['alpine-lima-81', 'possible', ['arguments-shifted'], 'The entry lacks the flag P'],
  [
    'amazonlinux-container-images-18',
    'emulation',
    ['interpreter-not-in-container'],
    'The handler is registered without the flag F',
  ],
  ['armbian-build-10713', 'emulation', ['openat2-missing'], 'QEMU is older than 9.2'],
  ['atomic-server-80', 'possible', ['large-inode-numbers'], 'A 32-bit program reads a directory'],
  ['axis-aws-kinesis-vsp-15', 'emulation', ['exec-format-error'], 'No handler for this architecture'],
  ['binfmt-138', 'emulation', ['register-missing'], 'The interpreter that the line names does not exist'],
  ['binfmt-269', 'emulation', ['go-address-space'], 'This amd64 Go program packs pointers'],
  ['binfmt-298', 'emulation', ['ldconfig-crash'], 'QEMU is older than 10.1.3'],
  ['binfmt-316', 'emulation', ['emulator-crash'], 'The emulator itself crashed'],
  ['binfmt-92', 'emulation', ['register-invalid'], 'The kernel is older than 4.8'],
  [
    'bomhort-183',
    'emulation',
    ['guest-illegal-instruction'],
    'BuildKit ran the step with the emulator it carries',
  ],
  ['buildx-1170', 'emulation', ['ldconfig-crash'], 'QEMU is older than 10.1.3'],
  ['buildx-499', 'emulation', ['loads-wrong-path'], 'BuildKit ran the step with the emulator it carries'],
  ['colima-1613', 'emulation', ['openat2-missing'], 'QEMU is older than 9.2'],
  ['custompios-114', 'emulation', ['interpreter-busy'], 'The kernel holds the interpreter open'],
  ['desktop-feedback-326', 'emulation', ['guest-segfault'], 'QEMU is older than 10.1.3'],
  ['docker-abuild-47', 'possible', ['set-uid-ignored'], 'The entry lacks the flag C'],
  [
    'docker-android-build-box-189',
    'emulation',
    ['platform-not-published'],
    'The image is not published for this platform',
  ],
  ['docker-buildbox-2021', 'emulation', ['guest-illegal-instruction'], 'BuildKit ran the step'],
  ['docker-crate-255', 'possible', ['openat2-flags'], 'QEMU 9.2 to 10.1.2 built with musl'],
  ['docker-gitea-act-runner-51', 'emulation', ['mount-failed'], 'The kernel has no binfmt_misc'],
  [
    'docker-gitlab-2689',
    'emulation',
    ['loader-not-found'],
    'Emulation works, but a program of one architecture',
  ],
  ['docker-imap-backup-53', 'emulation', ['registry-rate-limit'], 'The registry limits anonymous pulls'],
  ['docker-library-python-760', 'emulation', ['loads-wrong-path'], 'BuildKit ran the step'],
  [
    'dotnet-docker-993',
    'emulation',
    ['syscall-unknown'],
    'QEMU is older than 10.1.3 and lacks a system call',
  ],
  ['extension-bootc-2142', 'emulation', ['exec-format-error'], 'No handler for this architecture'],
  ['for-mac-6264', 'emulation', ['guest-abort'], 'QEMU is older than 10.1.3'],
  ['fullstaq-ruby-docker-17', 'emulation', ['guest-abort'], 'QEMU is older than 10.1.3'],
  ['gitlab-mcp-729', 'emulation', ['guest-illegal-instruction', 'build-hangs'], 'BuildKit ran the step'],
  ['hive-mind-962', 'emulation', ['platform-not-published'], 'The image is not published for this platform'],
  ['island-is-6832', 'emulation', ['registry-rate-limit'], 'The registry limits anonymous pulls'],
  ['kinto-3495', 'emulation', ['ldconfig-crash'], 'QEMU is older than 10.1.3'],
  ['mcp-gateway-687', 'emulation', ['guest-illegal-instruction'], 'BuildKit ran the step'],
  [
    'open-computer-use-27',
    'emulation',
    ['loader-not-found'],
    'Emulation works, but a program of one architecture',
  ],
  ['pi-gen-372', 'emulation', ['module-missing'], 'The modules of the running kernel are not there'],
  ['pi-gen-435', 'emulation', ['register-invalid'], 'The kernel is older than 4.8'],
  ['pi-gen-action-179', 'emulation', ['arch-test-failed'], 'No handler for this architecture'],
  ['pmbootstrap-1444', 'emulation', ['register-missing'], 'binfmt_misc is not mounted'],
  ['podman-14314', 'possible', ['cpu-level'], 'QEMU is older than 7.2'],
  ['qemu-register-4', 'emulation', ['interpreter-loop'], 'A handler was registered for the machine’s own'],
  ['qemu-user-static-100', 'emulation', ['register-invalid'], 'The kernel is older than 4.8'],
  ['qemu-user-static-118', 'emulation', ['register-denied'], 'The container’s view of /proc/sys'],
  [
    'qemu-user-static-199',
    'emulation',
    ['exec-format-error'],
    'The image is for another architecture than this host',
  ],
  ['qemu-user-static-27', 'possible', ['register-exists'], 'An entry of that name is there already'],
  ['qemu-user-static-39', 'emulation', ['guest-abort'], 'QEMU is older than 10.1.3'],
  ['qus-14', 'emulation', ['register-missing'], 'The interpreter that the line names does not exist'],
  ['rafiki-3731', 'emulation', ['guest-illegal-instruction'], 'BuildKit ran the step'],
  ['ros-deb-builder-action-57', 'emulation', ['guest-segfault'], 'QEMU is older than 10.1.3'],
  ['rpi-alpine-1', 'emulation', ['exec-format-error'], 'No handler for this architecture'],
  [
    'setup-qemu-action-110',
    'emulation',
    ['registry-unreachable'],
    'The registry, the name service or the network',
  ],
  ['setup-qemu-action-158', 'emulation', ['architecture-unknown'], 'The installer does not know this name'],
  [
    'setup-qemu-action-166',
    'emulation',
    ['registry-unreachable'],
    'The registry, the name service or the network',
  ],
  [
    'setup-qemu-action-167',
    'emulation',
    ['registry-unreachable'],
    'The registry, the name service or the network',
  ],
  ['setup-qemu-action-199', 'emulation', ['ldconfig-crash'], 'QEMU is older than 10.1.3'],
  ['setup-qemu-action-88', 'emulation', ['mount-failed'], 'The installer’s container has no privilege'],
  ['slopsmith-3', 'emulation', ['loader-not-found'], 'Emulation works, but a program of one architecture'],
  [
    'timescaledb-docker-ha-704',
    'emulation',
    ['exec-format-error'],
    'The handlers were registered from a container',
  ],
  ['vcpkg-21189', 'emulation', ['large-inode-numbers'], 'A 32-bit program reads a directory'],
  ['unrelated-certificate', 'not-emulation', ['registry-certificate'], 'A proxy or a private registry'],
  ['unrelated-compiler-oom', 'not-emulation', [], ''],
  ['unrelated-disk-full', 'not-emulation', [], ''],
  ['unrelated-docker-login', 'not-emulation', ['registry-unauthorized'], 'Credentials that are stored'],
  ['unrelated-go-test-timeout', 'not-emulation', [], ''],
  ['unrelated-native-segfault', 'not-emulation', [], ''],
  ['unrelated-native-sigill', 'not-emulation', [], ''],
  ['unrelated-npm-eresolve', 'not-emulation', [], ''],
  ['unrelated-npm-idealtree', 'not-emulation', [], ''],
  ['unrelated-npm-json', 'not-emulation', [], ''],
  ['unrelated-pytest', 'not-emulation', [], ''],
  ['unrelated-rate-limit', 'not-emulation', ['registry-rate-limit'], 'The registry limits anonymous pulls'],
  ['unrelated-rust-compile', 'not-emulation', [], ''],
  ['unrelated-typescript', 'not-emulation', [], ''],
];

describe('real logs', () => {
  it.each(EXPECTED)('%s: %s', (name, verdict, ids, cause) => {
    const diagnosis = diagnoseLog(readLog(readFileSync(new URL(`${name}.txt`, FOLDER), 'utf8')));
    expect(diagnosis.verdict).toBe(verdict);
    expect(diagnosis.diagnoses.map(({ id }) => id)).toEqual(ids);
    const text = diagnosis.diagnoses[0]?.causes[0].text ?? '';
    expect(text.slice(0, cause.length)).toBe(cause);
  });

  it('are all judged, and each names its thread', () => {
    const files = readdirSync(FOLDER).filter((file) => file.endsWith('.txt'));
    expect(files.sort()).toEqual(EXPECTED.map(([name]) => `${name}.txt`).sort());
    const cited = readFileSync(new URL('SOURCES.md', FOLDER), 'utf8');
    for (const file of files) {
      expect(cited).toMatch(
        new RegExp(
          `^\\| ${file.replace('.', '\\.')} \\| <https://github\\.com/.+/(?:issues|pull)/\\d+> \\|`,
          'm',
        ),
      );
    }
  });

  it('keep their number', () => {
    expect(EXPECTED.filter(([name]) => !name.startsWith('unrelated-')).length).toBeGreaterThanOrEqual(30);
    expect(EXPECTED.filter(([, verdict]) => verdict === 'not-emulation').length).toBeGreaterThanOrEqual(10);
  });
});
