/**
 * A machine that serves for long: a thousand times set up and taken back, by root and two users with sudo, and two hundred
 * jobs side by side of which many are killed. Nothing grows. `CYCLES` and `JOBS` are how many; the figures are printed.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  watch,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formatRule, handlerRule } from '../../src/binfmt/rule.ts';
import { type Arena, noArena, openArena } from '../attacks/support/arena.ts';
import { stateVariables } from '../support/command-file.ts';
import { inTurn } from '../support/in-turn.ts';
import { built } from '../support/program.ts';
import { debianQemu } from '../support/qemu.ts';
import { copyProgram, target } from '../support/setup-lab.ts';
import { makeUser, noTestUsers, type TestUser } from '../support/users.ts';

const able = noArena() === undefined && noTestUsers() === undefined;
const qemu = able ? await debianQemu('trixie') : '';
const CYCLES = Number(process.env.CYCLES ?? 1000);
const JOBS = Number(process.env.JOBS ?? 200);
const SIDE_BY_SIDE = 6;
const HOUR_MS = 3_600_000;

/** A temporary folder of the program: it is named after its process, which others of the machine may have running. */
const TEMPORARY = /^(?:setup-binfmt-|\.incoming-).*?\d+-(\d+)-\d+-/;
const userNamespace = (pid: string | undefined) =>
  statSync(`/proc/${pid}/ns/user`, { throwIfNoEntry: false })?.ino;

describe.skipIf(!able)('a machine that serves for long', () => {
  let arena: Arena;
  /** Folders in the machine's own /tmp that others make and leave meanwhile. */
  const foreign = new Set<string>();
  const watching = new AbortController();
  const users: TestUser[] = [];

  beforeAll(async () => {
    arena = await openArena(qemu);
    const own = userNamespace(holder());
    watch('/tmp', { signal: watching.signal }, (_event, name) => {
      const of = userNamespace(TEMPORARY.exec(name ?? '')?.[1]);
      if (name !== null && of !== undefined && of !== own) foreign.add(name);
    });
    for (const number of [1, 2]) users.push(makeUser(`setup-binfmt-cycle-${number}`, { sudo: true }));
    chmodSync(join(arena.work, 'tmp'), 0o1777);
    const theirs = join(arena.work, 'container/qemu-aarch64');
    const rule = handlerRule(target('arm64'), copyProgram(join(qemu, 'qemu-aarch64-static'), theirs), 'POCF');
    writeFileSync(arena.there('/proc/sys/fs/binfmt_misc/register'), formatRule(rule));
    rmSync(join(arena.work, 'container'), { recursive: true });
  });
  afterAll(() =>
    inTurn(
      () => watching.abort(),
      () => arena?.close(),
      ...users.map((user) => () => user.remove()),
    ),
  );

  const names = (path: string): readonly string[] => (existsSync(path) ? readdirSync(path) : []);
  const holder = () => /\/proc\/(\d+)\//.exec(arena.there('/'))?.[1] ?? '';
  /** What could grow. */
  const figures = () => {
    const state = arena.there('/run/setup-binfmt');
    const folders = ['/tmp', join(arena.work, 'tmp'), join(arena.tools, 'setup-binfmt')];
    return {
      records: names(state).filter((name) => name.endsWith('.jsonl')).length,
      // Those that only say that a run is over are forgotten after ten minutes.
      leases: names(join(state, 'leases')).filter(
        (name) => !readFileSync(join(state, 'leases', name), 'utf8').includes('"over":true'),
      ).length,
      mounts: readFileSync(`/proc/${holder()}/mountinfo`, 'utf8').split('\n').length,
      descriptors: readdirSync(`/proc/${holder()}/fd`).length,
      // By name, with whose they are, so that one that is left tells where it came from.
      temporary: folders.flatMap((folder) =>
        names(folder).flatMap((name) => {
          const [, pid] = TEMPORARY.exec(name) ?? [];
          if (pid === undefined || existsSync(`/proc/${pid}`) || foreign.has(name)) return [];
          return `${folder}/${name} of user ${statSync(join(folder, name), { throwIfNoEntry: false })?.uid}`;
        }),
      ),
      entries: arena.entries().size,
      copies: names(arena.there('/usr/local/lib/setup-binfmt')).length,
    };
  };
  const print = (what: string): void => console.log(`${what}: ${JSON.stringify(figures())}`);
  const all = () => [...arena.entries()];
  const env = (user: TestUser | undefined) => ({
    ...arena.env,
    ...(user === undefined ? {} : { HOME: user.home, USER: user.name }),
  });
  /** Who does the nth: root, and the two users in turn. */
  const whose = (index: number): TestUser | undefined => [undefined, ...users][index % 3];
  const cli = async (user: TestUser | undefined, ...words: readonly string[]) => {
    const options = { env: env(user), ...(user === undefined ? {} : { user: user.uid }), limitMs: 120_000 };
    const ended = await arena.cli(words, options);
    expect(ended.code, `${words.join(' ')}: ${ended.stdout}${ended.stderr}`).toBe(0);
  };

  it(
    `sets up and takes back, ${CYCLES} times`,
    async () => {
      const before = all();
      // The first fills the store, for all.
      await cli(undefined, 'setup', 'arm64', 'riscv64', 's390x', '--on-conflict', 'replace');
      await cli(undefined, 'remove', '--run', 'last');
      for (const index of [0, 1, 2]) {
        await cli(whose(index), 'setup', 'arm64', 'riscv64', '--on-conflict', 'replace');
        await cli(whose(index), 'remove', '--run', 'last');
      }
      const start = figures();
      print('before');
      const begun = performance.now();
      for (let cycle = 1; cycle <= CYCLES; cycle++) {
        const user = whose(cycle);
        await cli(user, 'setup', 'arm64', 'riscv64', '--on-conflict', 'replace');
        await cli(whose(cycle + 1), 'remove', '--run', 'last');
        if (cycle % 100 === 0)
          print(`after ${cycle} cycles, ${Math.round((performance.now() - begun) / 1000)} s`);
      }
      expect(figures()).toEqual(start);
      expect(all()).toEqual(before);
    },
    HOUR_MS,
  );

  it(
    `does ${JOBS} jobs side by side, of which many are killed`,
    async () => {
      const before = all();
      const start = figures();
      let random = Number(process.env.TEST_SEED ?? 1);
      /** A number below 1, the same in every run (Lehmer). */
      const next = (): number => {
        random = (random * 48_271) % 2_147_483_647;
        return random / 2_147_483_647;
      };
      const counts = { done: 0, failed: 0, killed: 0, stopped: 0, lost: 0 };
      const jobs = Array.from({ length: JOBS }, (_, index) => ({
        index,
        user: whose(index),
        arch: ['arm64', 'riscv64', 's390x'][Math.floor(next() * 3)] ?? '',
        policy: next() < 0.5 ? 'replace' : 'repair',
        end: next() < 0.5 ? undefined : next() < 0.6 ? ('SIGKILL' as const) : ('SIGTERM' as const),
        after: next() * 1500,
        // The runner of some dies with their step: there is no post step.
        isLost: next() < 0.2,
      }));
      const enter = ['--preserve-credentials', '--user', '--mount', '--target', holder()];
      const begin = (
        user: TestUser | undefined,
        program: string,
        more: Readonly<Record<string, string>>,
        isLost = false,
      ) => {
        // What starts the step is its runner, by which a lease lives: this process, or a shell that ends with it.
        const runner = isLost ? ['sh', '-c', '"$@"; exit $?', 'sh'] : [];
        const as =
          user === undefined
            ? []
            : ['setpriv', '--reuid', String(user.uid), '--regid', String(user.uid), '--clear-groups'];
        return spawn('nsenter', [...enter, ...as, ...runner, process.execPath, built(program)], {
          env: { ...env(user), ...more },
          stdio: ['ignore', openSync(more.SAID ?? '/dev/null', 'a'), 'ignore'],
          detached: true,
        });
      };
      const work = async (job: (typeof jobs)[number]): Promise<void> => {
        const state = join(arena.work, `state-${job.index}`);
        writeFileSync(state, '');
        chmodSync(state, 0o666);
        const inputs = {
          ...{ INPUT_PLATFORMS: job.arch, 'INPUT_ON-CONFLICT': job.policy, 'INPUT_QEMU-FROM': 'host' },
          ...{ INPUT_CLEANUP: 'true', INPUT_CACHE: 'false', INPUT_SUMMARY: 'false', GITHUB_STATE: state },
          SAID: join(arena.work, `said-${job.index}`),
        };
        const main = begin(job.user, 'action.js', inputs, job.isLost);
        const gone = once(main, 'exit');
        if (job.end !== undefined) {
          await Promise.race([gone, setTimeout(job.after)]);
          if (main.exitCode === null && main.pid !== undefined) {
            process.kill(job.end === 'SIGKILL' || job.isLost ? -main.pid : main.pid, job.end);
            counts[job.end === 'SIGKILL' ? 'killed' : 'stopped']++;
          }
        }
        const [code] = await gone;
        if (code === 0) counts.done++;
        else if (code !== null && code !== 143) {
          counts.failed++;
          console.log(readFileSync(inputs.SAID, 'utf8'));
        }
        if (job.isLost) {
          counts.lost++;
          return;
        }
        const post = begin(job.user, 'post.js', {
          ...stateVariables(readFileSync(state, 'utf8')),
          SAID: inputs.SAID,
        });
        const [ended] = await once(post, 'exit');
        expect(ended, `post step of job ${job.index}: ${readFileSync(inputs.SAID, 'utf8')}`).toBe(0);
      };
      const waiting = jobs.values();
      const lane = async (): Promise<void> => {
        for (const job of waiting) await work(job);
      };
      await Promise.all(Array.from({ length: SIDE_BY_SIDE }, lane));
      console.log(JSON.stringify(counts));
      print('after the jobs');
      expect(counts.failed).toBe(0);

      // What the lost ones have left is named by their records; whoever comes next takes it back and clears up.
      const runs = () => names(arena.there('/run/setup-binfmt')).filter((name) => name.endsWith('.jsonl'));
      expect(runs().length).toBeLessThanOrEqual(counts.lost);
      for (const name of runs()) {
        if (runs().includes(name)) await cli(undefined, 'remove', '--run', name.replace('.jsonl', ''));
      }
      for (const index of [0, 1, 2]) {
        await cli(whose(index), 'setup', 'arm64', '--on-conflict', 'replace');
        await cli(whose(index), 'remove', '--run', 'last');
      }
      print('in the end');
      expect(figures()).toEqual(start);
      expect(all()).toEqual(before);
    },
    HOUR_MS,
  );
});
