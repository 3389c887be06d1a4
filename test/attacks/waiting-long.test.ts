/** Root does not wait, in rows that take as long as the limits that they wait for: side by side, each on its own machine. */
import { chmodSync, cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commandOf, fromLib } from '../support/program.ts';
import { debianQemu } from '../support/qemu.ts';
import { type RealTable, takeRealTable } from '../support/real-table.ts';
import { type Arena, type Attack, NEIGHBOUR, noArena, openArena, sha256, TABLE } from './support/arena.ts';

const able = noArena() === undefined;
const qemu = able ? await debianQemu() : '';
const checked = able ? sha256(readFileSync(join(qemu, 'qemu-aarch64-static'))) : '';

/** Does something in an arena of its own. */
async function inArena<T>(
  options: Parameters<typeof openArena>[1],
  work: (arena: Arena) => Promise<T>,
): Promise<T> {
  const arena = await openArena(qemu, options);
  try {
    return await work(arena);
  } finally {
    await arena.close();
  }
}

/** The limits that these rows wait for are of 30 and 60 seconds; a slow machine is no fault. */
const LIMIT = { limitMs: 200_000 };

describe.skipIf(!able).concurrent('a lock that a neighbour holds', () => {
  /** Sets up, has the neighbour hold the lock of a folder, and goes on. */
  async function held<T>(path: string, work: (arena: Arena) => Promise<T>): Promise<T> {
    return inArena({}, async (arena) => {
      let attack: Attack | undefined;
      try {
        const first = await arena.cli(['setup', 'arm64'], LIMIT);
        if (first.code !== 0) throw new Error(first.stderr);
        attack = await arena.attack('hold', path);
        return await work(arena);
      } finally {
        await attack?.stop();
      }
    });
  }

  it.each<[string, string]>([
    ['the table', TABLE],
    ['the folder of records', '/run/setup-binfmt'],
  ])('that of %s, in a set-up: it is not waited for longer than a minute', async (_, path) => {
    await held(path, async (arena) => {
      for (const name of arena.entries().keys())
        writeFileSync(join(arena.there(TABLE), name), '-1', { flag: 'r+' });
      const ended = await arena.cli(['setup', 'arm64'], LIMIT);
      const kernels = await arena.held('arm64');
      expect([ended.hung, kernels ?? checked], ended.stderr).toEqual([false, checked]);
      expect(ended.code === 0, ended.stderr + ended.stdout).toBe(kernels !== undefined);
      if (ended.code !== 0) expect(ended.stdout + ended.stderr).toMatch(/cannot be locked/);
    });
  });

  it('that of the folder of records, at the end of a job: either it is undone, or it is said that it is not', async () => {
    await held('/run/setup-binfmt', async (arena) => {
      const ended = await arena.cli(['remove', '--run', 'last'], LIMIT);
      expect(ended.hung, ended.stderr).toBe(false);
      expect(ended.code === 0, ended.stderr + ended.stdout).toBe(arena.entries().size === 0);
    });
  });
});

/**
 * An automount point at the table's place whose daemon never answers (autofs, protocol 5): the first access waits for
 * it. It lies in a mount namespace of the arena alone.
 */
const SILENT_DAEMON = `
pipe=$(mktemp -u) && mkfifo "$pipe" && exec 9<>"$pipe" && rm "$pipe" &&
mount -t autofs -o fd=9,pgrp=$$,minproto=5,maxproto=5,direct automount ${TABLE} || exit 98`;

/** Another process waits already: whoever comes to the point then waits with it, also to mount something over it. */
const SOMEBODY_WAITS = `${SILENT_DAEMON}
setsid cat ${TABLE}/status >/dev/null 2>&1 &
until grep -q autofs /proc/$!/wchan; do [ -e /proc/$! ] || exit 99; sleep 0.1; done
echo $! >`;

const MOUNT_PLAN = {
  schema: 1,
  prepare: ['mount'],
  remove: [],
  install: [],
  prove: ['arm64'],
  store: '/nowhere',
};

/** Where a namespace has no table of its own, programs are looked up in the machine's: nobody else may fill it meanwhile. */
let machine: RealTable | undefined;
beforeAll(async () => {
  if (able) machine = await takeRealTable();
});
afterAll(() => machine?.giveBack());

describe.skipIf(!able).concurrent('an automount daemon that never answers', () => {
  const silent = { before: SILENT_DAEMON, table: false };

  it.each<[string, readonly string[], number, RegExp]>([
    ['setup', ['setup', 'arm64'], 0, /the automount point at \S+ brought no table, and has one mounted over/],
    ['plan', ['plan', 'arm64'], 0, /would be mounted|mount/],
    ['doctor', ['doctor', 'arm64'], 1, /an automount point that nobody has looked into yet/],
    ['remove', ['remove', 'arm64'], 0, /binfmt_misc is autofs: there are no entries/],
    ['exec', ['exec', 'arm64', '--', 'true'], 0, /^/],
  ])('is not waited for by %s', async (_, args, code, said) => {
    const ended = await inArena(silent, (arena) => arena.cli(args, LIMIT));
    expect([ended.hung, ended.code], ended.stderr + ended.stdout).toEqual([false, code]);
    expect(ended.stdout + ended.stderr).toMatch(said);
  });

  it('is not waited for by the program that is root’s', async () => {
    const ended = await inArena(silent, (arena) => arena.privileged(MOUNT_PLAN, LIMIT));
    expect([ended.hung, JSON.parse(ended.stdout)], ended.stderr).toMatchObject([
      false,
      { prepared: ['mount'], notes: [expect.stringContaining('brought no table')] },
    ]);
  });
});

describe
  .skipIf(!able)
  .concurrent('an automount daemon that never answers, and for which somebody waits', () => {
    async function whileSomebodyWaits<T>(work: (arena: Arena) => Promise<T>): Promise<T> {
      const folder = mkdtempSync(join(tmpdir(), 'setup-binfmt-waits-'));
      const pid = join(folder, 'pid');
      try {
        return await inArena({ before: `${SOMEBODY_WAITS}${pid}`, table: false }, work);
      } finally {
        process.kill(Number(readFileSync(pid, 'utf8')), 'SIGKILL');
        rmSync(folder, { recursive: true });
      }
    }

    it.each<[string, readonly string[], number, RegExp]>([
      ['setup', ['setup', 'arm64'], 3, /cannot be mounted: mount did not end within 30 s/],
      ['plan', ['plan', 'arm64'], 0, /mount/],
      ['doctor', ['doctor', 'arm64'], 1, /an automount point that nobody has looked into yet/],
      ['exec', ['exec', 'arm64', '--', 'true'], 3, /no answer within 30 s/],
    ])('is not waited for by %s', async (_, args, code, said) => {
      const ended = await whileSomebodyWaits((arena) => arena.cli(args, LIMIT));
      expect([ended.hung, ended.code], ended.stderr + ended.stdout).toEqual([false, code]);
      expect(ended.stdout + ended.stderr).toMatch(said);
    });
  });

describe.skipIf(!able)('a program that cannot be ended', () => {
  it('is left to itself at its time limit', async () => {
    const arena = await openArena(qemu);
    const [root, pid] = [join(arena.work, 'root'), join(arena.work, 'pid')];
    // A user cannot end what is root's altogether, as what sudo has started.
    cpSync('/usr/bin/setpriv', root);
    chmodSync(root, 0o4755);
    const args = ['--reuid=0', '--clear-groups', 'sh', '-c', `echo $$ >${pid}; exec sleep 1000`];
    const script = `import(${JSON.stringify(fromLib('host/host.js'))}).then(({ nodeHost }) => nodeHost()
      .run({ file: ${JSON.stringify(root)}, args: ${JSON.stringify(args)}, timeoutMs: 2_000 }))
      .then((outcome) => console.log(JSON.stringify(outcome)))`;
    const ended = await arena.run([commandOf('cli.js')[0], '-e', script], { user: NEIGHBOUR });
    const sleeping = Number(readFileSync(pid, 'utf8'));
    expect(existsSync(`/proc/${sleeping}`)).toBe(true);
    process.kill(sleeping, 'SIGKILL');
    expect(ended.hung, ended.stderr).toBe(false);
    expect(JSON.parse(ended.stdout)).toMatchObject({ code: null, timedOut: true });
    await arena.close();
  });
});
