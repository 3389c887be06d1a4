import { describe, expect, it } from 'vitest';
import type { Command, Host, Outcome } from '../../../src/host/host.ts';
import type { Mount } from '../../../src/host/proc.ts';
import { PROBE_MARKER } from '../../../src/probe/behaviours.ts';
import { openProber, runProbe, sideBySide } from '../../../src/probe/probe.ts';
import { PROBE_ARGUMENTS } from '../../../src/probe/programs.ts';
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
    readonly owners?: Readonly<Record<string, number>>;
    readonly nodeArch?: string;
  } = {},
): Host & { readonly commands: readonly Command[]; readonly made: (string | undefined)[] } {
  const { folders = ['/tmp'], env = {}, programs = {}, uid = 1000, nodeArch = 'x64' } = options;
  const made: (string | undefined)[] = [];
  let times = 0;
  const base = fakeHost({
    files: Object.fromEntries(folders.map((folder) => [`${folder}/x`, ''])),
    values: { env, uid, nodeArch },
    programs,
    lists: { '/': [] },
    owners: options.owners,
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
    realPath: (path) => path,
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
    ['one that is noexec where all are', [mount('/', 'noexec')], {}, ['/tmp'], '/tmp'],
    ['the default where nothing can be written', [], {}, [], '/tmp'],
  ])('takes %s', (_, mounts, env, folders, expected) => {
    const host = machine({ env, folders });
    openProber(host, mounts);
    expect(host.made).toEqual([expected]);
  });

  it.each<[string, number, Readonly<Record<string, number>>, string]>([
    ['root', 0, { '/tmp': 7, '/scratch': 7 }, '/scratch belongs to user 7, /tmp belongs to user 7'],
    [
      'a user',
      1000,
      { '/tmp': 7, '/scratch': 1001 },
      '/scratch belongs to user 1001, /tmp belongs to user 7',
    ],
  ])('takes none in which others could exchange what %s runs', (_, uid, owners, why) => {
    const host = machine({ env: { TMPDIR: '/scratch' }, folders: ['/tmp', '/scratch'], uid, owners });
    expect(() => openProber(host, [])).toThrow(
      `Cannot make a folder for probes: others could exchange what is run there (${why}). Name a folder in TMPDIR`,
    );
    expect(host.made).toEqual([]);
  });

  it('takes what a link leads to, and not the link', () => {
    const host = machine({ env: { TMPDIR: '/link' }, folders: ['/link', '/real'] });
    const linked: Host = {
      ...host,
      stat: (path, follow) => {
        const found = host.stat(path, follow);
        return path === '/link' && follow === false && found ? { ...found, kind: 'link' } : found;
      },
      realPath: (path) => (path === '/link' ? '/real' : path),
    };
    openProber(linked, []);
    expect(host.made).toEqual(['/real']);
  });

  const LAUNCHER = '/tmp/setup-binfmt-probe-1/launch';
  it.each<[number, Readonly<Record<string, string>>, string | undefined, readonly string[]]>([
    [0, { unshare: '/usr/bin/unshare' }, 'x64', [LAUNCHER, 'root', '/jail', '/probe']],
    [1000, {}, 'x64', [LAUNCHER, 'user', '/jail', '/probe']],
    [1000, { unshare: '/bin/busybox' }, 'x64', [LAUNCHER, 'user', '/jail', '/probe']],
    [
      1000,
      { unshare: '/usr/bin/unshare' },
      'x64',
      ['/usr/bin/unshare', '--user', '--map-root-user', '--root=/jail', '/probe'],
    ],
  ])('user %i with %j, on %s, enters a chroot by %j', (uid, programs, nodeArch, start) => {
    const prober = openProber(machine({ uid, programs, nodeArch }), []);
    expect(prober.enter?.('/jail')).toEqual(start);
    expect(prober.plainly('/jail')).toEqual([LAUNCHER, 'plain', '/', '/jail/probe']);
  });

  it('enters none on a host that there is no launcher for', () => {
    const prober = openProber(machine({ uid: 0, nodeArch: 'pdp11' }), []);
    expect(prober.enter).toBeUndefined();
    expect(prober.plainly('/jail')).toEqual(['/jail/probe']);
  });
});

describe('what keeps openProber from a folder', () => {
  const failing = (thrown: unknown): Host => ({
    ...machine(),
    makeTemporary: () => {
      throw thrown;
    },
  });

  it('is told where the kernel refuses it', () => {
    const thrown = Object.assign(new Error('ENOSPC: said so'), { code: 'ENOSPC' });
    expect(() => openProber(failing(thrown), [])).toThrow(
      expect.objectContaining({ id: 'SB092', cause: thrown }),
    );
  });

  it('stays what it is where it is a mistake of this program', () => {
    const thrown = new TypeError('x is not a function');
    expect(() => openProber(failing(thrown), [])).toThrow(thrown);
  });
});

describe('runProbe', () => {
  const arm64 = target('arm64');
  const works = { code: PROBE_ARGUMENTS, stdout: PROBE_MARKER };
  /** The host's own probe, whose time is taken after a time limit, does not count. */
  const ran = async (outcome: (times: number) => Partial<Outcome>, ownMs = 2) => {
    let times = 0;
    const host = machine({
      run: ({ args }) =>
        args.some((word) => word.includes('/amd64/')) ? { ...works, ms: ownMs } : outcome(++times),
    });
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
    ['no launcher', () => ({ code: null, error: 'ENOENT' }), 'not-started', 1],
  ])('after %s', async (_, outcome, result, attempts) => {
    expect(await ran(outcome)).toEqual({ result, attempts });
  });

  it('does not call it a hang where the host itself is as slow', async () => {
    expect(await ran(() => ({ code: null, timedOut: true }), 200)).toEqual({ result: 'slow', attempts: 2 });
  });

  it('has what came to its time limit run again alone, and for as long as the host is slow', async () => {
    let [running, most] = [0, 0];
    const host = machine();
    const limits: number[] = [];
    const slow = {
      ...host,
      run: async ({ args, timeoutMs }: Command): Promise<Outcome> => {
        const own = args.some((word) => word.includes('/amd64/'));
        const again = !own && limits.length >= 3;
        if (!own) limits.push(timeoutMs);
        if (again) most = Math.max(most, ++running);
        await new Promise((resolve) => setTimeout(resolve, 5));
        if (again) running--;
        const outcome = { signal: null, stdout: '', stderr: '', timedOut: false, ms: 100 };
        if (own) return { ...outcome, ...works };
        return again ? { ...outcome, ...works } : { ...outcome, code: null, timedOut: true };
      },
    };
    const prober = openProber(slow, []);
    const all = ['arm64', 's390x', 'riscv64'].map((arch) => runProbe(prober, target(arch), 'plain'));
    const runs = await Promise.all(all);
    expect(runs.map((run) => [judgeRun(run), run.attempts])).toEqual([
      ['works', 2],
      ['works', 2],
      ['works', 2],
    ]);
    expect([most, limits]).toEqual([1, [5000, 5000, 5000, 20_000, 20_000, 20_000]]);
  });

  it('asks the probe for more where it is to be thorough', async () => {
    const host = machine({ run: () => works });
    await runProbe(openProber(host, []), arm64, 'plain', { thorough: true });
    const words = host.commands[0]?.args.slice(3);
    expect(words).toEqual(Array.from({ length: PROBE_ARGUMENTS - 1 }, () => 't'));
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

  it('asks a handler again for its version, alone, where the host was too slow for the answer', async () => {
    let asked = 0;
    const host = machine({
      run: ({ env, args }) => {
        if (env?.QEMU_VERSION === undefined || args.some((word) => word.includes('/amd64/'))) return works;
        asked += 1;
        return asked === 1
          ? { code: null, timedOut: true }
          : { code: 0, stdout: 'qemu-aarch64 version 7.2.22\n' };
      },
    });
    const run = await runProbe(openProber(host, []), arm64, 'plain', { version: true });
    expect([run.version, asked]).toEqual(['qemu-aarch64 version 7.2.22\n', 2]);
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
