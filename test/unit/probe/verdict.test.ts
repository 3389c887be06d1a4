import { describe, expect, it } from 'vitest';
import { claimants, type Entry, parseEntry } from '../../../src/binfmt/entry.ts';
import { mayRunNatively, TARGETS, type Target, targetOf } from '../../../src/platform/platforms.ts';
import { PROBE_MARKER } from '../../../src/probe/behaviours.ts';
import { PROBE_ARGUMENTS } from '../../../src/probe/programs.ts';
import {
  buildKitLevel,
  explainResult,
  formatQemuAnswer,
  judge,
  judgeRun,
  type ProbeEvidence,
  type ProbeResult,
  type ProbeRun,
  timeLimit,
  type Verdict,
} from '../../../src/probe/verdict.ts';
import { parseQemuAnswer } from '../../../src/text/version.ts';
import { entryFor } from '../../support/entries.ts';

const target = (arch: string) => targetOf(arch) as Target;
const arm64 = target('arm64');

const worked: ProbeRun = {
  arch: 'arm64',
  place: 'chroot',
  code: PROBE_ARGUMENTS,
  signal: null,
  stdout: PROBE_MARKER,
  stderr: '',
  timedOut: false,
  attempts: 1,
  ms: 5,
  version: 'qemu-aarch64 version 10.2.3 (Debian 1:10.2.3)\nCopyright',
};
const runs: Readonly<Record<Exclude<ProbeResult, 'works'>, Partial<ProbeRun>>> = {
  arguments: { code: PROBE_ARGUMENTS - 1 },
  'no-start': { stdout: `${PROBE_MARKER}bsor\n` },
  'no-handler': { code: 126, stdout: '' },
  'no-interpreter': { code: 127, stdout: '' },
  crashed: { code: null, signal: 'SIGSEGV', stdout: '' },
  hung: { code: null, signal: 'SIGKILL', timedOut: true, stdout: '' },
  slow: { code: null, signal: 'SIGKILL', timedOut: true, stdout: '', ownMs: 151 },
  'wrong-emulator': { code: 255, stdout: '', stderr: 'qemu: Invalid ELF image for this architecture' },
  'no-marker': { stdout: 'garbage' },
  'wrong-exit': { code: 0, stdout: '' },
  'not-started': { code: null, stdout: '', error: 'EACCES' },
};
const failed = (result: keyof typeof runs): ProbeRun => {
  const { version: _, ...rest } = worked;
  return { ...rest, ...runs[result] };
};

describe('judgeRun', () => {
  it('believes the exit code together with the exact marker', () => {
    expect(judgeRun(worked)).toBe('works');
  });

  it.each(Object.keys(runs) as (keyof typeof runs)[])('tells %s', (result) => {
    expect(judgeRun(failed(result))).toBe(result);
  });

  it.each<[string, Partial<ProbeRun>, ProbeResult]>([
    ['/bin/true', { code: 0, stdout: '' }, 'wrong-exit'],
    ['the marker and exit 0', { code: 0 }, 'wrong-exit'],
    ['the exit code alone', { stdout: '' }, 'no-marker'],
    ['the marker with more behind it', { stdout: `${PROBE_MARKER}more` }, 'no-marker'],
    ['the marker and answers', { stdout: `${PROBE_MARKER}cb\n` }, 'works'],
    ['answers of a target that is not known', { arch: 'pdp11', stdout: `${PROBE_MARKER}b\n` }, 'works'],
    ['the marker without its line break', { stdout: PROBE_MARKER.trim() }, 'no-marker'],
    ['one argument more', { code: PROBE_ARGUMENTS + 1 }, 'arguments'],
    ['one argument less, unmarked', { code: PROBE_ARGUMENTS - 1, stdout: '' }, 'wrong-exit'],
    ['two arguments more', { code: PROBE_ARGUMENTS + 2 }, 'wrong-exit'],
    ['a program that says everything right, and was killed', { code: null, signal: 'SIGTERM' }, 'crashed'],
    ['a time limit, whatever came before', { timedOut: true }, 'hung'],
    ['a launcher that is missing', { error: 'ENOENT' }, 'not-started'],
    ['neither code nor signal', { code: null, stdout: '' }, 'wrong-exit'],
  ])('judges %s', (_, change, result) => expect(judgeRun({ ...worked, ...change })).toBe(result));
});

describe('explainResult', () => {
  it.each([
    ['', 'does not know how to execute it (ENOEXEC)'],
    ['e 008\n', 'does not know how to execute it (ENOEXEC)'],
    ['e 013\n', 'refuses to execute it there (EACCES)'],
    ['e 040\n', 'refuses to execute it (errno 40)'],
  ])('says why the kernel started nothing: %j', (stderr, words) => {
    expect(explainResult('no-handler', { ...worked, code: 126, stderr })).toBe(`the kernel ${words}`);
  });
  it('says how slow a machine is', () => {
    const run = { ...failed('slow'), ownMs: 300.4 };
    expect(explainResult('slow', run, '/q')).toMatch(
      /^too slow to tell: this machine took 300 ms .* and \/q did/,
    );
    const { ownMs: _, ...unknown } = run;
    expect(explainResult('slow', unknown)).toContain('took 0 ms');
  });
});

describe('timeLimit', () => {
  it.each([
    [undefined, 5_000],
    [2, 5_000],
    [100, 20_000],
    [500, 30_000],
  ])('for a host that takes %s ms: %i', (ownMs, limit) => expect(timeLimit(ownMs)).toBe(limit));
});

describe('buildKitLevel', () => {
  it.each<[string, Verdict['status'], number | undefined, number]>([
    ['amd64', 'emulated', 3, 2],
    ['amd64', 'emulated', 1, 1],
    ['amd64', 'native', 4, 4],
    ['amd64', 'emulated', undefined, 1],
    ['arm', 'emulated', 7, 7],
  ])('%s, %s, level %s: %i', (arch, status, level, seen) => {
    expect(buildKitLevel({ arch, status, level, reason: '', ms: 1 })).toBe(seen);
  });
});

describe('mayRunNatively', () => {
  it.each([
    ['amd64', 'amd64', true],
    ['amd64', '386', true],
    ['386', 'amd64', false],
    ['arm64', 'arm', true],
    ['s390x', 's390x', true],
    ['s390x', 'arm', false],
    [undefined, 'amd64', false],
  ])('%s may run %s: %s', (host, arch, may) => expect(mayRunNatively(host, arch)).toBe(may));
});

describe('claimants', () => {
  const entries: readonly Entry[] = [
    entryFor('arm64', { name: 'newest', enabled: false }),
    entryFor('s390x', {}),
    parseEntry('all-elf', 'enabled\ninterpreter /x\nflags: \noffset 0\nmagic 7f454c46\n'),
    parseEntry('extension', 'enabled\ninterpreter /x\nflags: \nextension .x\n'),
    entryFor('arm64', { name: 'oldest' }),
  ];
  it('are all that take programs of the architecture, in the kernel’s order, switched off or not', () => {
    expect(claimants(entries, arm64).map(({ name }) => name)).toEqual(['newest', 'all-elf', 'oldest']);
    expect(claimants(entries, target('riscv64')).map(({ name }) => name)).toEqual(['all-elf']);
  });
  it('are one for each target of the table', () => {
    const all = TARGETS.map(({ arch }) => entryFor(arch, {}));
    for (const each of TARGETS)
      expect(claimants(all, each).map(({ name }) => name)).toEqual([`qemu-${each.qemu}`]);
  });
});

describe('formatQemuAnswer', () => {
  it.each(TARGETS)('is an answer that is read again, for $arch', (each) => {
    expect(parseQemuAnswer(formatQemuAnswer(each, '10.2.3'))).toBe('10.2.3');
  });
});

describe('judge', () => {
  const entry = entryFor('arm64', {});
  const verdict = (evidence: Partial<ProbeEvidence>) =>
    judge({ target: arm64, host: 'amd64', entries: [entry], ...evidence });

  it('calls emulated what worked in the chroot through a handler', () => {
    expect(verdict({ chroot: worked })).toEqual({
      arch: 'arm64',
      status: 'emulated',
      reason: '',
      result: 'works',
      entry,
      qemuVersion: '10.2.3',
      handlerVersion: 'qemu-aarch64 version 10.2.3 (Debian 1:10.2.3)',
      ms: 5,
    });
  });

  it('tells what the probe could not do, the level that it saw, and excuses what the host cannot do', () => {
    const run = { ...worked, stdout: `${PROBE_MARKER}cbs3\n` };
    expect(verdict({ chroot: run })).toMatchObject({ lacks: ['openat2', 'close-range'], level: 3 });
    expect(verdict({ chroot: run, excused: ['openat2'] })).toMatchObject({ lacks: ['close-range'] });
    const all = verdict({ chroot: run, excused: ['openat2', 'close-range'] });
    expect(all.lacks).toBeUndefined();
  });

  it('does not call proven what a C library cannot start under', () => {
    const run = { ...worked, stdout: `${PROBE_MARKER}bsor\n` };
    const made = verdict({ chroot: run });
    expect(made).toMatchObject({ status: 'broken', result: 'no-start' });
    expect(made.reason).toMatch(/but not what a C library does before main/);
  });

  it.each(['chroot', 'plain'] as const)('calls native what the host runs without an entry (%s)', (place) => {
    const { version: _, ...run } = worked;
    const made = verdict({ target: target('386'), entries: [], [place]: { ...run, arch: '386', place } });
    expect(made).toMatchObject({ arch: '386', status: 'native', reason: '' });
    const bare = { ...run, arch: '386', place, stdout: `${PROBE_MARKER}b\n` };
    expect(verdict({ target: target('386'), entries: [], [place]: bare }).status).toBe('native');
  });

  it('does not call native what a handler answered, or what the host cannot run', () => {
    const i386 = entryFor('386', {});
    const run = { ...worked, arch: '386' };
    expect(verdict({ target: target('386'), entries: [i386], chroot: run }).status).toBe('emulated');
    expect(verdict({ target: target('386'), entries: [], chroot: run }).status).toBe('emulated');
    const { version: _, ...silent } = worked;
    expect(verdict({ entries: [], chroot: silent }).status).toBe('emulated');
  });

  it('does not take an entry that is switched off for the one that answers', () => {
    const off = entryFor('arm64', { name: 'off', enabled: false });
    expect(verdict({ entries: [off, entry], chroot: worked }).entry?.name).toBe(entry.name);
  });

  it('tells a missing F: outside it works, in the chroot not', () => {
    expect(verdict({ chroot: failed('no-interpreter'), plain: worked })).toMatchObject({
      status: 'outside-only',
      reason: expect.stringContaining('lacks the F flag'),
      result: 'no-interpreter',
    });
  });

  it('does not call proven what no chroot could prove', () => {
    expect(verdict({ plain: worked })).toMatchObject({
      status: 'outside-only',
      reason: expect.stringContaining('no chroot could be entered'),
      result: 'works',
    });
  });

  it('calls broken what an entry claims and nobody proves, and prefers the plain run’s reason', () => {
    expect(verdict({ chroot: failed('no-interpreter'), plain: failed('wrong-emulator') })).toMatchObject({
      status: 'broken',
      result: 'wrong-emulator',
      reason: expect.stringContaining('emulates another architecture'),
    });
    expect(verdict({ chroot: failed('wrong-exit') })).toMatchObject({
      status: 'broken',
      result: 'wrong-exit',
    });
  });

  it.each(['no-handler', 'no-interpreter'] as const)('calls absent what nothing claims: %s', (result) => {
    const made = verdict({ entries: [], chroot: failed('no-interpreter'), plain: failed(result) });
    expect(made).toMatchObject({ status: 'absent', reason: 'no entry takes arm64 programs' });
    expect(made).not.toHaveProperty('result', expect.anything());
  });

  it('calls broken what crashes, even when no entry is seen', () => {
    expect(verdict({ entries: [], chroot: failed('crashed') }).status).toBe('broken');
  });

  it('calls absent what was not worth a run, and names an entry that is switched off', () => {
    expect(verdict({ entries: [] })).toEqual({
      arch: 'arm64',
      status: 'absent',
      reason: 'no entry takes arm64 programs',
      ms: 0,
    });
    const off = entryFor('arm64', { name: 'off\n::x', enabled: false });
    expect(verdict({ entries: [off] }).reason).toBe('its entry off : :x is switched off');
  });
});

describe('explainResult', () => {
  it.each<[ProbeResult, string]>([
    ['works', 'the probe ran'],
    ['arguments', '/store/qemu and the kernel disagree about the P flag: every argument is shifted'],
    ['no-handler', 'the kernel does not know how to execute it (ENOEXEC)'],
    ['no-interpreter', '/store/qemu does not exist, or needs files that are not there (ENOENT)'],
    ['crashed', '/store/qemu crashed (SIGSEGV)'],
    ['hung', '/store/qemu did not end within the time limit'],
    ['wrong-emulator', '/store/qemu emulates another architecture'],
    [
      'no-marker',
      '/store/qemu ended as a probe does, but did not print the marker: it did not run the program',
    ],
    ['wrong-exit', '/store/qemu ended with exit 0 and did not run the program'],
    ['not-started', 'the probe could not be started (EACCES)'],
  ])('%s', (result, words) => {
    expect(explainResult(result, result === 'works' ? worked : failed(result), '/store/qemu')).toBe(words);
  });

  it('quotes what the handler said, and makes it safe', () => {
    const run = { ...failed('wrong-exit'), stderr: 'oops\n::error::x' };
    expect(explainResult('wrong-exit', run)).toBe(
      'the handler ended with exit 0 and did not run the program, saying "oops : :error: :x"',
    );
    expect(explainResult('crashed', { ...failed('crashed'), stderr: 'bad' })).toContain('saying "bad"');
  });

  it('does not fail on a run that lacks what it should have', () => {
    const { error: _, ...run } = failed('not-started');
    expect(explainResult('not-started', run)).toContain('unknown reason');
  });
});
