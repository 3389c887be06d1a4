import { describe, expect, it } from 'vitest';
import {
  type ContextChange,
  contextOf,
  interpreterFacts,
  outcomeOf,
  verdictOf,
} from '../../../support/doctor.ts';
import { type EntryChange, entryFor } from '../../../support/entries.ts';

const entry = (arch: string, change?: EntryChange) => entryFor(arch, change);
const tableOf = (...entries: ReturnType<typeof entry>[]): ContextChange => ({
  facts: { table: { entries } },
});
const emulated = verdictOf('arm64', 'emulated', { result: 'works' });
const REMOVE = (name: string) => [`echo -1 | sudo tee /proc/sys/fs/binfmt_misc/${name}`];

describe('what is skipped', () => {
  it('for a table that cannot be read, and where nothing was probed', () => {
    for (const id of ['SB011', 'SB020', 'SB027', 'SB028', 'SB031', 'SB039']) {
      expect(outcomeOf(id, contextOf({ facts: { table: { state: 'not-mounted' } } }))).toBe(
        'skipped: the table cannot be read',
      );
      const { verdicts: _, ...unprobed } = contextOf();
      expect(outcomeOf(id, unprobed)).toBe('skipped: nothing was probed');
    }
  });
});

describe('the native architecture', () => {
  it('registered stops everything, and is removed by a shell alone', () => {
    const context = contextOf(tableOf(entry('amd64')));
    expect(outcomeOf('SB030', context)).toMatchObject([
      {
        severity: 'error',
        evidence: 'qemu-x86_64 takes amd64 programs, which this host runs itself',
        commands: ['echo -1 > /proc/sys/fs/binfmt_misc/qemu-x86_64'],
      },
    ]);
    expect(outcomeOf('SB030', contextOf(tableOf(entry('amd64', { enabled: false }))))).toBe('clean');
    expect(outcomeOf('SB030', contextOf())).toBe('clean');
    expect(outcomeOf('SB030', contextOf({ facts: { table: { state: 'masked' } } }))).toBe(
      'skipped: the table cannot be read',
    );
    const { verdicts: _, ...unprobed } = context;
    expect(outcomeOf('SB030', unprobed)).toBe('clean');
  });
});

describe('what is not set up', () => {
  const absent = [verdictOf('arm64', 'absent'), verdictOf('s390x', 'absent')];
  it('is an error for what was asked for by name', () => {
    expect(outcomeOf('SB011', contextOf({ verdicts: absent, asked: ['arm64'] }))).toMatchObject([
      {
        severity: 'error',
        evidence: 'no entry takes programs of arm64',
        commands: ['node dist/cli.js setup linux/arm64'],
      },
    ]);
  });
  it('is a warning where there is nothing at all, and else no more than worth knowing', () => {
    expect(outcomeOf('SB011', contextOf({ verdicts: absent }))).toMatchObject([
      { severity: 'warning', evidence: 'no entry takes programs of any other architecture' },
    ]);
    const some = [verdictOf('s390x', 'absent'), emulated];
    expect(outcomeOf('SB011', contextOf({ verdicts: some, ...tableOf(entry('arm64')) }))).toMatchObject([
      { severity: 'info', evidence: 'no entry takes programs of s390x; they were not asked for by name' },
    ]);
  });
  it('is nothing where everything runs', () => {
    expect(outcomeOf('SB011', contextOf({ verdicts: [emulated], ...tableOf(entry('arm64')) }))).toBe('clean');
  });
});

describe('an entry that is switched off', () => {
  const off = tableOf(entry('arm64', { enabled: false }));
  const verdicts = [verdictOf('arm64', 'absent')];
  it('is to be switched on', () => {
    expect(outcomeOf('SB027', contextOf({ ...off, verdicts }))).toMatchObject([
      {
        severity: 'warning',
        evidence: 'qemu-aarch64: disabled, and no other entry takes programs of arm64',
        commands: ['echo 1 | sudo tee /proc/sys/fs/binfmt_misc/qemu-aarch64'],
      },
    ]);
    expect(outcomeOf('SB027', contextOf({ ...off, verdicts, asked: ['arm64'] }))).toMatchObject([
      { severity: 'error' },
    ]);
  });
  it('does not matter where another one answers, or the host runs it itself', () => {
    const both = tableOf(entry('arm64', { enabled: false }), entry('arm64', { name: 'other' }));
    expect(outcomeOf('SB027', contextOf({ ...both, verdicts: [emulated] }))).toBe('clean');
    const native = tableOf(entry('386', { enabled: false }));
    expect(outcomeOf('SB027', contextOf({ ...native, verdicts: [verdictOf('386', 'native')] }))).toBe(
      'clean',
    );
  });
});

describe('flags', () => {
  const outside = verdictOf('arm64', 'outside-only', { result: 'no-interpreter' });
  it('without F containers see no emulator', () => {
    const bare = tableOf(entry('arm64', { flags: 'OC' }));
    expect(outcomeOf('SB020', contextOf({ ...bare, verdicts: [outside] }))).toMatchObject([
      {
        severity: 'error',
        evidence: 'qemu-aarch64 (flags "OC"): containers do not see the emulator',
        commands: ['node dist/cli.js setup linux/arm64'],
      },
    ]);
    expect(outcomeOf('SB020', contextOf({ ...tableOf(entry('arm64')), verdicts: [outside] }))).toBe('clean');
    expect(outcomeOf('SB020', contextOf({ ...bare, verdicts: [emulated] }))).toBe('clean');
  });

  it('under which arguments are shifted', () => {
    const shifted = verdictOf('arm64', 'broken', { result: 'arguments' });
    expect(outcomeOf('SB033', contextOf({ ...tableOf(entry('arm64')), verdicts: [shifted] }))).toMatchObject([
      {
        severity: 'error',
        evidence: expect.stringContaining('qemu-aarch64 (flags "POCF"): the probe received'),
      },
    ]);
    expect(outcomeOf('SB033', contextOf({ ...tableOf(entry('arm64')), verdicts: [emulated] }))).toBe('clean');
  });

  it.each([
    ['SB032', 'PF', 'C', 'sudo and other setuid programs'],
    ['SB035', 'OCF', 'P', 'see their path in place of the name'],
  ])('%s: %s works, and lacks %s', (id, flags, _flag, evidence) => {
    expect(
      outcomeOf(id, contextOf({ ...tableOf(entry('arm64', { flags })), verdicts: [emulated] })),
    ).toMatchObject([
      {
        severity: 'info',
        evidence: expect.stringContaining(evidence),
        commands: ['node dist/cli.js setup linux/arm64 --on-conflict replace'],
      },
    ]);
    expect(outcomeOf(id, contextOf({ ...tableOf(entry('arm64')), verdicts: [emulated] }))).toBe('clean');
    expect(outcomeOf(id, contextOf({ ...tableOf(entry('arm64', { flags })), verdicts: [outside] }))).toBe(
      'clean',
    );
  });

  it('C is a danger where others can log in, as far as it is QEMU’s', () => {
    const danger = (facts: ContextChange['facts'], flags = 'POCF', interpreter = '/usr/bin/qemu-aarch64') => {
      const entries = [entry('arm64', { flags, interpreter })];
      const { qemuVersion: _, ...mute } = emulated;
      return outcomeOf('SB036', contextOf({ facts: { table: { entries }, ...facts }, verdicts: [mute] }));
    };
    expect(danger({ otherLogins: 2 })).toMatchObject([
      {
        severity: 'warning',
        evidence: expect.stringMatching(
          /^other users can log in here \(at least 2\), and .* of qemu-aarch64 /,
        ),
        remedy: expect.stringContaining('credentials: false'),
        commands: ['node dist/cli.js setup linux/arm64 --on-conflict replace --no-credentials'],
      },
    ]);
    expect(danger({ otherLogins: 2 }, 'POF')).toBe('clean');
    expect(danger({ otherLogins: 2 }, 'POCF', '/usr/bin/other')).toBe('clean');
    expect(danger({ otherLogins: 0 })).toMatch(/^skipped: nobody else can log in here/);
    expect(danger({ otherLogins: 2, userNamespace: true })).toMatch(/^skipped: this is not the first user/);
    expect(danger({ otherLogins: 2, table: { state: 'masked' } })).toBe('skipped: the table cannot be read');
  });

  it('P is not missed on a kernel that does not tell the emulator', () => {
    const facts = { release: '5.4.0', table: { entries: [entry('arm64', { flags: 'OCF' })] } };
    expect(outcomeOf('SB035', contextOf({ facts, verdicts: [emulated] }))).toBe('clean');
  });
});

describe('findings of one entry', () => {
  it('name one command, which mends them all', () => {
    const context = contextOf({
      ...tableOf(entry('arm64', { flags: 'P', interpreter: '/gone/qemu-aarch64' })),
      verdicts: [verdictOf('arm64', 'broken', { result: 'no-interpreter' })],
      doctor: { interpreters: new Map([['/gone/qemu-aarch64', { state: 'missing' }]]) },
    });
    for (const id of ['SB020', 'SB021'])
      expect(outcomeOf(id, context)).toMatchObject([{ commands: ['node dist/cli.js setup linux/arm64'] }]);
  });
});

describe('an emulator that fails', () => {
  const failing = (change: ContextChange, ...verdict: Parameters<typeof verdictOf>) =>
    outcomeOf('SB034', contextOf({ ...change, verdicts: [verdictOf(...verdict)] }));
  const there = tableOf(entry('arm64'));
  const file = (change: Parameters<typeof interpreterFacts>[0]): ContextChange => ({
    ...there,
    doctor: { interpreters: new Map([['/usr/bin/qemu-aarch64-static', interpreterFacts(change)]]) },
  });

  it('is to be replaced', () => {
    expect(
      failing(there, 'arm64', 'broken', { result: 'crashed', reason: 'it crashed (SIGSEGV)' }),
    ).toMatchObject([
      {
        severity: 'error',
        evidence: 'arm64: it crashed (SIGSEGV)',
        commands: ['node dist/cli.js setup linux/arm64'],
      },
    ]);
    expect(failing(there, 'arm64', 'broken', { result: 'no-interpreter' })).toHaveLength(1);
    expect(failing(file({}), 'arm64', 'broken', { result: 'no-interpreter' })).toHaveLength(1);
    expect(failing(there, 'arm64', 'outside-only', { result: 'crashed' })).toHaveLength(1);
  });

  it('for a reason that other checks give is left to them', () => {
    expect(failing(there, 'arm64', 'broken', { result: 'arguments' })).toBe('clean');
    expect(failing(there, 'arm64', 'outside-only', { result: 'works' })).toBe('clean');
    expect(failing(there, 'arm64', 'emulated', { result: 'works' })).toBe('clean');
    expect(failing(there, 'arm64', 'absent')).toBe('clean');
    for (const change of [
      { state: 'missing' },
      { kind: 'script' },
      { elf: { interpreter: true } },
    ] as const) {
      expect(
        failing(file(change as Parameters<typeof interpreterFacts>[0]), 'arm64', 'broken', {
          result: 'no-interpreter',
        }),
      ).toBe('clean');
    }
    const bare = tableOf(entry('arm64', { flags: 'OC' }));
    expect(failing(bare, 'arm64', 'outside-only', { result: 'no-interpreter' })).toBe('clean');
  });
});

describe('what the machine may run itself', () => {
  const on = (arch: string, architecture: string, doctor: ContextChange['doctor'] = {}) =>
    outcomeOf(
      'SB031',
      contextOf({
        facts: { architecture, table: { entries: [entry(arch)] } },
        verdicts: [verdictOf(architecture, 'native'), verdictOf(arch, 'emulated')],
        doctor,
      }),
    );
  it('386 on amd64 is taken from the processor', () => {
    expect(on('386', 'amd64')).toMatchObject([
      {
        severity: 'warning',
        evidence: 'qemu-i386 takes 386 programs on this amd64 machine',
        commands: REMOVE('qemu-i386'),
      },
    ]);
  });
  it('but not where the kernel has no 32-bit mode', () => {
    const config = (value: string) => ({
      kernelConfig: { path: '/boot/config', options: new Map([['CONFIG_IA32_EMULATION', value]]) },
    });
    expect(on('386', 'amd64', config('n'))).toBe('clean');
    expect(on('386', 'amd64', config('y'))).toHaveLength(1);
  });
  it('arm on arm64 may be right', () => {
    expect(on('arm', 'arm64')).toMatchObject([{ severity: 'info' }]);
    expect(on('arm64', 'amd64')).toBe('clean');
  });
});

describe('entries over each other', () => {
  const wide = {
    ...entry('arm64', { name: 'newer' }),
    match: { kind: 'magic', offset: 0, magic: '7f454c46' } as const,
  };
  it('the older one is never asked', () => {
    const both = tableOf(wide, entry('arm64'));
    expect(outcomeOf('SB028', contextOf({ ...both, verdicts: [emulated] }))).toMatchObject([
      {
        severity: 'info',
        evidence: 'arm64: newer answers, and qemu-aarch64 is never asked',
        commands: REMOVE('newer'),
      },
    ]);
    expect(outcomeOf('SB029', contextOf({ ...both, verdicts: [emulated] }))).toBe('clean');
  });
  it('with the same magic', () => {
    const three = tableOf(
      entry('arm64', { name: 'c' }),
      entry('arm64', { name: 'b' }),
      entry('arm64', { name: 'a' }),
    );
    const broken = verdictOf('arm64', 'broken', { result: 'crashed' });
    expect(outcomeOf('SB029', contextOf({ ...three, verdicts: [broken] }))).toMatchObject([
      { severity: 'warning', evidence: 'arm64: c answers, and b, a are never asked', commands: REMOVE('c') },
    ]);
    expect(outcomeOf('SB028', contextOf({ ...three, verdicts: [broken] }))).toBe('clean');
  });
  it('of which the other one is switched off do not matter, nor do those alone', () => {
    const off = tableOf(entry('arm64'), entry('arm64', { name: 'a', enabled: false }));
    for (const id of ['SB028', 'SB029']) {
      expect(outcomeOf(id, contextOf({ ...off, verdicts: [emulated] }))).toBe('clean');
      expect(outcomeOf(id, contextOf({ verdicts: [verdictOf('arm64', 'absent')] }))).toBe('clean');
    }
  });
  it('are told as broken where only some of them are', () => {
    const table = tableOf(
      entry('arm64', { name: 'b' }),
      entry('arm64'),
      entry('s390x', { name: 'd' }),
      entry('s390x'),
    );
    const verdicts = [emulated, verdictOf('s390x', 'broken', { result: 'hung' })];
    expect(outcomeOf('SB029', contextOf({ ...table, verdicts }))).toMatchObject([
      { severity: 'warning', evidence: 's390x: d answers, and qemu-s390x is never asked' },
    ]);
  });
});

describe('other owners', () => {
  it('systemd-binfmt would remove what no file holds', () => {
    const with_ = (doctor: NonNullable<ContextChange['doctor']>) =>
      outcomeOf('SB037', contextOf({ ...tableOf(entry('arm64')), verdicts: [emulated], doctor }));
    expect(with_({ systemdBinfmt: true, dpkgTrigger: true })).toMatchObject([
      {
        severity: 'info',
        evidence:
          'qemu-aarch64: in no binfmt.d file, so that a restart of systemd-binfmt, and many a package removes them',
        commands: ['node dist/cli.js setup linux/arm64 --persist'],
      },
    ]);
    expect(with_({ systemdBinfmt: true })).toMatchObject([
      { evidence: expect.stringContaining('a restart of systemd-binfmt removes them') },
    ]);
    const rules = [{ file: '/etc/binfmt.d/x.conf', name: 'qemu-aarch64' }];
    expect(with_({ systemdBinfmt: true, rules })).toBe('clean');
    expect(with_({})).toBe('skipped: systemd-binfmt does not run on this machine');
  });

  it('binfmt-support registers its own list', () => {
    expect(outcomeOf('SB038', contextOf({ doctor: { binfmtSupport: true } }))).toMatchObject([
      { severity: 'info' },
    ]);
    expect(outcomeOf('SB038', contextOf())).toBe('skipped: binfmt-support is not installed');
  });

  it('Rosetta and the like are named', () => {
    // As Lima and podman register it.
    const rosetta = entry('amd64', {
      name: 'rosetta',
      interpreter: '/mnt/lima-rosetta/rosetta',
      flags: 'OCF',
    });
    const context = contextOf({
      facts: { architecture: 'arm64', table: { entries: [rosetta] } },
      verdicts: [verdictOf('arm64', 'native'), { arch: 'amd64', status: 'emulated', reason: '', ms: 1 }],
    });
    expect(outcomeOf('SB039', context)).toMatchObject([
      { severity: 'info', evidence: 'rosetta (/mnt/lima-rosetta/rosetta) is no QEMU' },
    ]);
    expect(outcomeOf('SB039', contextOf({ ...tableOf(entry('arm64')), verdicts: [emulated] }))).toBe('clean');
  });
});

describe('a mask that keeps programs out', () => {
  const debian = {
    ...entry('arm64'),
    match: {
      kind: 'magic' as const,
      offset: 0,
      magic: '7f454c460201010000000000000000000200b700',
      mask: 'ffffffffffffff00fffffffffffffffffeffffff',
    },
  };
  const works = verdictOf('arm64', 'emulated', { result: 'works' });
  it('is told of where the platform runs', () => {
    expect(outcomeOf('SB093', contextOf({ ...tableOf(debian), verdicts: [works] }))).toMatchObject([
      {
        severity: 'info',
        evidence: expect.stringContaining('keeps out AppImages, programs of ABI version 1'),
        commands: ['node dist/cli.js setup linux/arm64 --on-conflict replace'],
      },
    ]);
    const broken = verdictOf('arm64', 'broken', { result: 'crashed' });
    expect(outcomeOf('SB093', contextOf({ ...tableOf(debian), verdicts: [broken] }))).toBe('clean');
    expect(outcomeOf('SB093', contextOf({ ...tableOf(entry('arm64')), verdicts: [works] }))).toBe('clean');
  });
});

describe('a machine that is too slow to tell', () => {
  it('is no faulty emulator', () => {
    const reason = 'too slow to tell: this machine took 300 ms';
    const slow = verdictOf('arm64', 'broken', { result: 'slow', reason });
    const context = contextOf({ ...tableOf(entry('arm64')), verdicts: [slow] });
    expect(outcomeOf('SB096', context)).toMatchObject([
      { severity: 'warning', evidence: `arm64: ${reason}`, commands: [] },
    ]);
    expect(outcomeOf('SB034', context)).toBe('clean');
    expect(outcomeOf('SB096', contextOf(tableOf(entry('arm64'))))).toBe('clean');
  });
});

describe('what was asked for by name', () => {
  it('is all that is looked at, besides the host’s own', () => {
    const table = tableOf(entry('arm64', { flags: 'OC' }), entry('s390x', { flags: 'OC' }));
    const verdicts = ['arm64', 's390x'].map((arch) =>
      verdictOf(arch, 'outside-only', { result: 'no-interpreter' }),
    );
    expect(outcomeOf('SB020', contextOf({ ...table, verdicts, asked: ['s390x'] }))).toMatchObject([
      { commands: ['node dist/cli.js setup linux/s390x'] },
    ]);
  });
});

describe('hostile entries', () => {
  it('reach no shell and no terminal as they are', () => {
    const nasty = entry('arm64', { name: "a'; reboot", enabled: false });
    const lines = entry('s390x', { name: 'b\n::error::x', enabled: false });
    const verdicts = [
      verdictOf('arm64', 'absent'),
      verdictOf('s390x', 'absent'),
      verdictOf('unheard', 'absent'),
    ];
    expect(outcomeOf('SB027', contextOf({ ...tableOf(nasty, lines), verdicts }))).toMatchObject([
      {
        evidence: expect.stringContaining("a'; reboot, b : :error: :x: disabled"),
        commands: ["echo 1 | sudo tee '/proc/sys/fs/binfmt_misc/a'\\''; reboot'"],
      },
    ]);
  });
  it('without an interpreter (bpf) are no handlers', () => {
    const { interpreter: _, ...bpf } = entry('arm64', { flags: '' });
    expect(outcomeOf('SB020', contextOf({ ...tableOf(bpf), verdicts: [verdictOf('arm64', 'broken')] }))).toBe(
      'clean',
    );
  });
});
