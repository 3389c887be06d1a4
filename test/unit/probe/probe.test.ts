import { describe, expect, it } from 'vitest';
import type { Command, Host, Outcome } from '../../../src/host/host.ts';
import type { Mount } from '../../../src/host/proc.ts';
import { openProber, runProbe, sideBySide } from '../../../src/probe/probe.ts';
import { PROBE_ARGUMENTS, PROBE_MARKER } from '../../../src/probe/programs.ts';
import { judgeRun } from '../../../src/probe/verdict.ts';
import { fakeHost } from '../../support/fake-host.ts';
import { target } from '../../support/setup-lab.ts';

/** A machine where folders can be made, and every program ends as the test says. */
function machine(
  options: {
    readonly run?: (command: Command, times: number) => Partial<Outcome>;
    readonly folders?: readonly string[];
    readonly env?: Readonly<Record<string, string>>;
    readonly programs?: Readonly<Record<string, string>>;
    readonly uid?: number;
  } = {},
): Host & { readonly commands: readonly Command[]; readonly made: (string | undefined)[] } {
  const { folders = ['/tmp'], env = {}, programs = {}, uid = 1000 } = options;
  const made: (string | undefined)[] = [];
  let times = 0;
  const base = fakeHost({
    files: Object.fromEntries(folders.map((folder) => [`${folder}/x`, ''])),
    values: { env, uid },
    programs,
    run: (command) => options.run?.(command, ++times) ?? {},
  });
  return {
    ...base,
    made,
    isWritable: (path) => folders.includes(path),
    makeTemporary: (prefix, parent) => {
      made.push(parent);
      return `${parent ?? '/tmp'}/${prefix}1`;
    },
    makeMode: () => undefined,
    makeFolder: () => undefined,
    writeFile: () => undefined,
    remove: () => undefined,
  };
}
const mount = (point: string, ...options: readonly string[]): Mount => ({
  id: 1,
  point,
  type: 'tmpfs',
  source: 'tmpfs',
  options,
  superOptions: [],
});

describe('openProber', () => {
  it.each<
    [string, readonly Mount[], Readonly<Record<string, string>>, readonly string[], string | undefined]
  >([
    ['the temporary folder', [mount('/', 'rw')], {}, ['/tmp'], '/tmp'],
    ['TMPDIR first', [], { TMPDIR: '/scratch' }, ['/tmp', '/scratch'], '/scratch'],
    [
      'another one where /tmp is noexec',
      [mount('/tmp', 'rw', 'noexec')],
      { RUNNER_TEMP: '/runner/temp' },
      ['/tmp', '/runner/temp'],
      '/runner/temp',
    ],
    [
      '/var/tmp where all else is noexec',
      [mount('/tmp', 'noexec'), mount('/runner', 'noexec')],
      { RUNNER_TEMP: '/runner/temp' },
      ['/tmp', '/runner/temp', '/var/tmp'],
      '/var/tmp',
    ],
    ['no relative path', [], { TMPDIR: 'tmp' }, ['/tmp', 'tmp'], '/tmp'],
    ['no folder that is not there', [], { TMPDIR: '/gone' }, ['/tmp'], '/tmp'],
    ['the default where nothing fits', [mount('/', 'noexec')], {}, ['/tmp'], undefined],
  ])('takes %s', (_, mounts, env, folders, expected) => {
    const host = machine({ env, folders });
    openProber(host, mounts);
    expect(host.made).toEqual([expected]);
  });

  it.each<[number, Readonly<Record<string, string>>, string | undefined]>([
    [0, { chroot: '/usr/sbin/chroot', unshare: '/usr/bin/unshare' }, '/usr/sbin/chroot'],
    [0, { unshare: '/usr/bin/unshare' }, '/usr/bin/unshare'],
    [1000, { chroot: '/usr/sbin/chroot', unshare: '/usr/bin/unshare' }, '/usr/bin/unshare'],
    [1000, { chroot: '/usr/sbin/chroot' }, undefined],
  ])('user %i with %j enters a chroot by %s', (uid, programs, file) => {
    expect(openProber(machine({ uid, programs }), []).enter?.('/jail')[0]).toBe(file);
  });
});

describe('runProbe', () => {
  const arm64 = target('arm64');
  const works = { code: PROBE_ARGUMENTS, stdout: PROBE_MARKER };
  const ran = async (outcome: (times: number) => Partial<Outcome>) => {
    const host = machine({ run: (_, times) => outcome(times) });
    const run = await runProbe(openProber(host, []), arm64, 'plain');
    return { result: judgeRun(run), attempts: run.attempts };
  };

  it.each<[string, (times: number) => Partial<Outcome>, string, number]>([
    ['success', () => works, 'works', 1],
    ['a crash, then success', (n) => (n === 1 ? { code: null, signal: 'SIGSEGV' } : works), 'works', 2],
    ['crashes', () => ({ code: null, signal: 'SIGSEGV' }), 'crashed', 3],
    ['a hang, then success', (n) => (n === 1 ? { code: null, timedOut: true } : works), 'works', 2],
    ['hangs', () => ({ code: null, timedOut: true }), 'hung', 2],
    ['a wrong exit', () => ({ code: 1 }), 'wrong-exit', 1],
    ['no handler', () => ({ code: 126 }), 'no-handler', 1],
    ['no shell', () => ({ code: null, error: 'ENOENT' }), 'not-started', 1],
  ])('after %s', async (_, outcome, result, attempts) => {
    expect(await ran(outcome)).toEqual({ result, attempts });
  });

  it('gives the probe an empty environment, and a time limit', async () => {
    const host = machine({ run: () => works, programs: { unshare: '/usr/bin/unshare' } });
    await runProbe(openProber(host, []), arm64, 'chroot', { version: true });
    expect(host.commands.map(({ env }) => env)).toEqual([{ QEMU_VERSION: '1' }, {}]);
    for (const { file, args, timeoutMs } of host.commands) {
      expect(file).toBe('/usr/bin/unshare');
      expect(args.slice(0, 4)).toEqual([
        '--user',
        '--map-root-user',
        '--root=/tmp/setup-binfmt-probe-1/arm64',
        '/probe',
      ]);
      expect(args.slice(3)).toHaveLength(PROBE_ARGUMENTS);
      expect(timeoutMs).toBeGreaterThan(0);
    }
  });

  it('keeps a bounded part of what a handler says', async () => {
    const noisy = { code: 1, stdout: 'x'.repeat(5000), stderr: 'y'.repeat(5000) };
    const host = machine({ run: () => noisy });
    const run = await runProbe(openProber(host, []), arm64, 'plain', { version: true });
    expect([run.stdout.length, run.stderr.length, run.version?.length]).toEqual([200, 1000, 200]);
  });
});

describe('sideBySide', () => {
  it('keeps the order, and does no more at once than it may', async () => {
    let [running, most] = [0, 0];
    const work = async (value: number) => {
      most = Math.max(most, ++running);
      await new Promise((resolve) => setTimeout(resolve, value));
      running--;
      return value * 10;
    };
    const results = await sideBySide([5, 1, 4, 2, 3], work, 2);
    expect([results, most]).toEqual([[50, 10, 40, 20, 30], 2]);
    expect(await sideBySide([], () => Promise.reject(new Error('never')))).toEqual([]);
  });
});
