import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Host, nodeHost } from '../../../src/host/host.ts';
import { NOBODY } from '../../../src/host/trust.ts';
import { TARGETS } from '../../../src/platform/platforms.ts';
import { buildProbe } from '../../../src/probe/programs.ts';
import { fetchFromHost } from '../../../src/qemu/from-host.ts';
import type { SourceContext } from '../../../src/qemu/handler.ts';
import { fakeQemu, machineArchitecture, staticProgram } from '../../support/static-program.ts';

const foreign = TARGETS.filter(({ arch }) => arch !== machineArchitecture);
const arm64 = foreign.find(({ arch }) => arch === 'arm64' || arch === 'amd64') ?? foreign[0];
const [wanted, other] = [arm64, foreign.find(({ arch }) => arch === 's390x')].map((target) => ({
  arch: target?.arch ?? '',
  qemu: target?.qemu ?? '',
})) as [{ arch: string; qemu: string }, { arch: string; qemu: string }];

let root = '';
let bin = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'host-qemu-'));
  bin = join(root, 'bin');
  mkdirSync(bin);
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** This machine, seen through a PATH of one folder and without its usual folders. */
function machine(overrides: Partial<Host> = {}): Host {
  const host = nodeHost();
  return {
    ...host,
    env: { PATH: `:relative:${bin}` },
    realPath: (path) => (path.startsWith(root) ? host.realPath(path) : undefined),
    list: (path) => (path === '/opt' ? [] : host.list(path)),
    ...overrides,
  };
}

function context(host: Host = machine()): SourceContext {
  return {
    host,
    hostArch: machineArchitecture,
    storeRoot: join(root, 'store'),
    log: () => undefined,
    rehash: true,
    registryConfig: false,
    insecureTags: false,
    timeLimitMs: 60_000,
  };
}

function put(name: string, bytes: Uint8Array, mode = 0o755): string {
  const path = join(bin, name);
  writeFileSync(path, bytes);
  chmodSync(path, mode);
  return path;
}

/** Gives a file or folder a mode. */
function changed(path: string, mode: number): string {
  chmodSync(path, mode);
  return path;
}

/** The reason why nothing was given. */
async function refusal(host?: Host): Promise<string> {
  return fetchFromHost([wanted], context(host)).then(
    () => 'it was given',
    (problem: { reason: string }) => problem.reason,
  );
}

describe('fetchFromHost', () => {
  it('hashes a program again only when it was changed, or nothing is to be believed', async () => {
    const path = put(`qemu-${wanted.qemu}`, fakeQemu(wanted.qemu, '10.2.3'));
    await setTimeout(1_100);
    let hashed = 0;
    const openPlain: Host['openPlain'] = (...file) => {
      const found = nodeHost().openPlain(...file);
      const read: typeof found.read = (take) => {
        hashed += 1;
        found.read(take);
      };
      return { ...found, read };
    };
    const look = async (rehash = false) => {
      const before = hashed;
      const given = await fetchFromHost([wanted], { ...context(machine({ openPlain })), rehash });
      return [given.handlers[0]?.version, hashed > before];
    };
    expect(await look()).toEqual(['10.2.3', true]);
    expect(await look()).toEqual(['10.2.3', false]);
    expect(await look(true)).toEqual(['10.2.3', true]);
    const times = statSync(path);
    writeFileSync(path, fakeQemu(wanted.qemu, '10.2.4'));
    utimesSync(path, times.atime, times.mtime);
    expect(await look()).toEqual(['10.2.4', true]);
  });

  it('believes no memory that others may write', async () => {
    put(`qemu-${wanted.qemu}`, fakeQemu(wanted.qemu, '10.2.3'));
    await setTimeout(1_100);
    const [first] = (await fetchFromHost([wanted], { ...context(), rehash: false })).handlers;
    const memory = join(root, 'store/setup-binfmt/host.digests');
    const lie = readFileSync(memory, 'utf8').replace(first?.sha256 ?? '', '0'.repeat(64));
    writeFileSync(memory, lie);
    chmodSync(memory, 0o666);
    const [again] = (await fetchFromHost([wanted], { ...context(), rehash: false })).handlers;
    expect(again?.sha256).toBe(first?.sha256);
  });

  describe('believes no memory', () => {
    let tool: string;
    let memory: string;
    let lie: string;
    /** The store has an old QEMU, and the lie says that the new one is that. */
    beforeEach(async () => {
      tool = join(root, 'store/setup-binfmt');
      memory = join(tool, 'host.digests');
      const look = async () => {
        const [handler] = (await fetchFromHost([wanted], { ...context(), rehash: false })).handlers;
        return handler?.sha256 ?? '';
      };
      put(`qemu-${wanted.qemu}`, fakeQemu(wanted.qemu, '7.0.0'));
      const old = await look();
      put(`qemu-${wanted.qemu}`, fakeQemu(wanted.qemu, '10.2.3'));
      await setTimeout(1_100);
      const now = await look();
      lie = readFileSync(memory, 'utf8').replace(now, old);
      expect(lie).toContain(old);
    });
    const version = async (host?: Host) =>
      (await fetchFromHost([wanted], { ...context(host), rehash: false })).handlers[0]?.version;

    it('in a folder that others may write to', async () => {
      writeFileSync(memory, lie);
      expect(await version()).toBe('7.0.0');
      chmodSync(tool, 0o777);
      expect(await version()).toBe('10.2.3');
    });

    it('that a link of others leads to, in the place of the folder of versions', async () => {
      const elsewhere = join(root, 'checkout');
      mkdirSync(elsewhere);
      writeFileSync(join(elsewhere, 'host.digests'), lie);
      renameSync(tool, join(root, 'away'));
      symlinkSync(elsewhere, tool);
      const back = (): void => {
        rmSync(tool);
        renameSync(join(root, 'away'), tool);
      };
      let isBack = false;
      const host = machine();
      const realPath: Host['realPath'] = (path) => {
        if (!isBack) back();
        isBack = true;
        return host.realPath(path);
      };
      expect(await version(machine({ realPath }))).toBe('10.2.3');
    });
  });

  it('copies a static program of this machine into the store and asks it for its version', async () => {
    const path = put(`qemu-${wanted.qemu}-static`, fakeQemu(wanted.qemu, '10.2.3'));
    const given = await fetchFromHost([wanted], context());
    const [handler] = given.handlers;
    expect(handler).toMatchObject({
      arch: wanted.arch,
      version: '10.2.3',
      source: 'host',
      assumesPreserve: false,
    });
    expect(handler?.path.startsWith(join(root, 'store'))).toBe(true);
    expect(readFileSync(handler?.path ?? '')).toEqual(readFileSync(path));
    expect(given).toMatchObject({
      missing: [],
      origin: bin,
      downloadedBytes: 0,
      cacheHit: false,
      notes: [],
    });
  });

  it('takes it from the store the second time, without running it', async () => {
    put(`qemu-${wanted.qemu}`, fakeQemu(wanted.qemu));
    const first = await fetchFromHost([wanted], context());
    const ran: string[] = [];
    const host = nodeHost();
    const counted = machine({
      run: (command) => {
        ran.push(command.file);
        return host.run(command);
      },
    });
    const second = await fetchFromHost([wanted], context(counted));
    expect(second.handlers).toEqual(first.handlers);
    expect(second.cacheHit).toBe(true);
    expect(ran).toEqual([]);
  });

  it('keeps two builds apart', async () => {
    put(`qemu-${wanted.qemu}`, fakeQemu(wanted.qemu, '10.2.3'));
    const before = await fetchFromHost([wanted], context());
    put(`qemu-${wanted.qemu}`, fakeQemu(wanted.qemu, '11.0.0'));
    const after = await fetchFromHost([wanted], context());
    expect(after.handlers[0]?.version).toBe('11.0.0');
    expect(after.handlers[0]?.path).not.toBe(before.handlers[0]?.path);
  });

  it('gives what it has and names what it has not', async () => {
    put(`qemu-${wanted.qemu}`, fakeQemu(wanted.qemu));
    const given = await fetchFromHost([wanted, other], context());
    expect(given.handlers.map(({ arch }) => arch)).toEqual([wanted.arch]);
    expect(given.missing).toEqual([
      { arch: other.arch, reason: `no qemu-${other.qemu}-static or qemu-${other.qemu} on this host` },
    ]);
  });

  it('follows a link to a static program', async () => {
    const real = put('emulator', fakeQemu(wanted.qemu));
    symlinkSync(real, join(bin, `qemu-${wanted.qemu}`));
    expect((await fetchFromHost([wanted], context())).handlers).toHaveLength(1);
  });

  it('names a link that others have put, and takes the same program by another way', async () => {
    const real = put(`qemu-${wanted.qemu}-static`, fakeQemu(wanted.qemu));
    const theirs = join(root, 'theirs');
    mkdirSync(theirs);
    const link = join(theirs, `qemu-${wanted.qemu}-static`);
    symlinkSync(real, link);
    const host = nodeHost();
    const stat: Host['stat'] = (path, follow) => {
      const found = host.stat(path, follow);
      return found && path === link && follow === false ? { ...found, uid: 4711 } : found;
    };
    expect(await refusal(machine({ stat, env: { PATH: theirs } }))).toContain(`${link} belongs to user 4711`);
    const both = machine({ stat, env: { PATH: `${theirs}:${bin}` } });
    const given = await fetchFromHost([wanted], context(both));
    expect([given.handlers.length, given.origin, given.notes]).toEqual([
      1,
      bin,
      [`Not used: ${link}: ${link} belongs to user 4711`],
    ]);
  });

  it('passes over one that says to be another emulator, and takes the next', async () => {
    const first = put(`qemu-${wanted.qemu}-static`, fakeQemu(other.qemu));
    expect(await refusal()).toContain(`${first}: it says that it is qemu-${other.qemu}`);
    put(`qemu-${wanted.qemu}`, fakeQemu(wanted.qemu));
    const given = await fetchFromHost([wanted], context());
    expect([given.handlers.length, given.notes]).toEqual([
      1,
      [`Not used: ${first}: it says that it is qemu-${other.qemu}`],
    ]);
  });

  it('passes over a dynamic program when a static one is there, and says so', async () => {
    copyFileSync('/bin/ls', join(bin, `qemu-${wanted.qemu}-static`));
    put(`qemu-${wanted.qemu}`, fakeQemu(wanted.qemu));
    const given = await fetchFromHost([wanted], context());
    expect(given.handlers).toHaveLength(1);
    expect(given.notes).toEqual([
      `Not used: ${join(bin, `qemu-${wanted.qemu}-static`)}: it is not statically linked`,
    ]);
  });

  it('takes the folders in the order of PATH, whatever the name', async () => {
    const later = join(root, 'later');
    mkdirSync(later);
    writeFileSync(join(later, `qemu-${wanted.qemu}-static`), fakeQemu(wanted.qemu, '10.2.0'), {
      mode: 0o755,
    });
    put(`qemu-${wanted.qemu}`, fakeQemu(wanted.qemu, '11.0.0'));
    const host = machine({ env: { PATH: `${bin}:${later}` } });
    expect((await fetchFromHost([wanted], context(host))).handlers[0]?.version).toBe('11.0.0');
  });

  it.each([
    ['a script', Buffer.from('#!/bin/sh\necho qemu-aarch64 version 10.2.3\n'), 0o755, 'it is a script'],
    ['a text', Buffer.from('hello'), 0o755, 'it is not an ELF program'],
    ['an empty file', Buffer.alloc(0), 0o755, 'it is not an ELF program'],
    ['half a header', fakeQemu('aarch64').subarray(0, 40), 0o755, 'it is not an ELF program'],
    ['a file that is not executable', fakeQemu('aarch64'), 0o644, 'it is not executable'],
    ['another program', staticProgram('GNU tar 1.35\n'), 0o755, 'it does not answer --version as QEMU does'],
    ['a silent program', staticProgram(''), 0o755, 'it does not answer --version as QEMU does'],
  ])('refuses %s by name', async (_what, bytes, mode, why) => {
    const path = put(`qemu-${wanted.qemu}`, bytes, mode);
    expect(await refusal()).toBe(`${wanted.arch}: ${path}: ${why}`);
  });

  it.each<[string, (path: string) => string]>([
    ['a program that everyone may change', (path) => changed(path, 0o777)],
    ['a program that a group may change', (path) => changed(path, 0o775)],
    ['a program that everyone may change, and that bears a sticky bit', (path) => changed(path, 0o1777)],
    ['one in a folder that everyone may change', () => changed(bin, 0o777)],
    ['one in a folder that a group may change', () => changed(bin, 0o775)],
    ['one below such a folder', () => changed(root, 0o777)],
  ])('refuses %s, and neither opens nor runs it', async (_what, open) => {
    const path = put(`qemu-${wanted.qemu}`, fakeQemu(wanted.qemu));
    const place = open(path);
    const untouched = (): never => {
      throw new Error('it was touched');
    };
    expect(await refusal(machine({ openPlain: untouched, run: untouched }))).toBe(
      `${wanted.arch}: ${path}: others may write to ${place}`,
    );
  });

  it('takes a program from where others may only add', async () => {
    put(`qemu-${wanted.qemu}`, fakeQemu(wanted.qemu));
    changed(bin, 0o1777);
    expect((await fetchFromHost([wanted], context())).handlers).toHaveLength(1);
  });

  it('opens a program once, and stores what it opened, whatever has its name by then', async () => {
    const path = put(`qemu-${wanted.qemu}`, fakeQemu(wanted.qemu, '10.2.3'));
    const opened: string[] = [];
    const ran: string[] = [];
    const host = nodeHost();
    const exchanging = machine({
      openPlain: (...file) => {
        opened.push(file[0]);
        const found = host.openPlain(...file);
        rmSync(path);
        put(`qemu-${wanted.qemu}`, Buffer.from('#!/bin/sh\n'));
        return found;
      },
      run: (command) => {
        ran.push(command.file);
        return host.run(command);
      },
    });
    const { handlers } = await fetchFromHost([wanted], context(exchanging));
    expect(readFileSync(handlers[0]?.path ?? '')).toEqual(fakeQemu(wanted.qemu, '10.2.3'));
    expect([opened, ran.length, ran.includes(path)]).toEqual([[path], 1, false]);
  });

  it('takes the version that is stated where nothing may be started in the tool cache', async () => {
    put(`qemu-${wanted.qemu}`, fakeQemu(wanted.qemu, '10.2.3'));
    const run: Host['run'] = async () => ({
      ...{ code: null, signal: null, stdout: '', stderr: '', timedOut: false, ms: 0 },
      error: 'EACCES',
    });
    const given = await fetchFromHost([wanted], context(machine({ run })));
    expect(given.handlers[0]?.version).toBe('10.2.3');
    put(`qemu-${wanted.qemu}`, staticProgram('GNU tar 1.35\n'));
    expect(await refusal(machine({ run }))).toContain('it does not answer --version');
  });

  it('hides no mistake of this program behind a refusal', async () => {
    put(`qemu-${wanted.qemu}`, fakeQemu(wanted.qemu));
    const openPlain = (): never => {
      throw new TypeError('x is not a function');
    };
    await expect(fetchFromHost([wanted], context(machine({ openPlain })))).rejects.toThrow(TypeError);
  });

  it('refuses a dynamic program', async () => {
    put(`qemu-${wanted.qemu}`, readFileSync('/bin/ls'));
    expect(await refusal()).toContain('it is not statically linked');
  });

  it('refuses a program of another architecture', async () => {
    const target = TARGETS.find(({ arch }) => arch === 'riscv64');
    if (target === undefined) throw new Error('no riscv64');
    put(`qemu-${wanted.qemu}`, buildProbe(target));
    expect(await refusal()).toContain(`it is not a program for ${machineArchitecture}`);
  });

  it('refuses a folder, a pipe and a link that leads nowhere, without waiting', async () => {
    mkdirSync(join(bin, `qemu-${wanted.qemu}-static`));
    execFileSync('mkfifo', [join(bin, `qemu-${wanted.qemu}`)]);
    expect(await refusal()).toMatch(/-static: it is not a plain file; .*: it is not a plain file$/);
    rmSync(join(bin, `qemu-${wanted.qemu}-static`), { recursive: true });
    symlinkSync('/nowhere', join(bin, `qemu-${wanted.qemu}-static`));
    expect(await refusal()).toMatch(/it is not a plain file$/);
  });

  const EVERY_ID = '         0          0 4294967295\n';
  const ONE_ID = '         0       1000          1\n';

  /** A machine on which what lies in `bin` is that of a user, seen by this user from a namespace with these ids. */
  function ownedBy(user: number, ids = EVERY_ID, overrides: Partial<Host> = {}): Host {
    const host = nodeHost();
    return machine({
      stat: (path, follow) => {
        const found = host.stat(path, follow);
        return found && path.startsWith(bin) ? { ...found, uid: user } : found;
      },
      readText: (path) => (path === '/proc/self/uid_map' ? ids : host.readText(path)),
      ...overrides,
    });
  }

  it('refuses a program of another user, unless root has come from that one by sudo', async () => {
    const path = put(`qemu-${wanted.qemu}`, fakeQemu(wanted.qemu));
    expect(await refusal(ownedBy(4711))).toBe(`${wanted.arch}: ${path}: ${bin} belongs to user 4711`);
    const env = { PATH: bin, SUDO_UID: '4711' };
    const bySudo = ownedBy(4711, EVERY_ID, { env, uid: 0 });
    expect((await fetchFromHost([wanted], context(bySudo))).handlers).toHaveLength(1);
  });

  it('takes what is the system’s for root’s where a namespace hides that, and nothing else', async () => {
    put(`qemu-${wanted.qemu}`, fakeQemu(wanted.qemu));
    const hidden = ownedBy(NOBODY, ONE_ID);
    expect(await refusal(hidden)).toContain(`${bin} belongs to user ${NOBODY}`);
    // The same program, as if it lay in /usr/bin.
    const there = (seen: string): string => seen.replace('/usr/bin', bin);
    const usual: Host = {
      ...hidden,
      env: { PATH: '/usr/bin' },
      realPath: (seen) => (seen === `/usr/bin/qemu-${wanted.qemu}` ? seen : undefined),
      stat: (seen, follow) => hidden.stat(there(seen), follow),
      openPlain: (seen, limit) => nodeHost().openPlain(there(seen), limit),
    };
    expect((await fetchFromHost([wanted], context(usual))).handlers).toHaveLength(1);
  });

  it('ends a program that does not answer, and does not believe a long or coloured answer', async () => {
    put(`qemu-${wanted.qemu}`, staticProgram(`\u001b[31mqemu-${wanted.qemu} version 10.2.3`));
    expect(await refusal()).toContain('it does not answer');
    const host = nodeHost();
    const path = put(`qemu-${wanted.qemu}`, staticProgram('x'));
    const slow = machine({
      run: (command) => host.run({ ...command, file: '/bin/sleep', args: ['30'], timeoutMs: 200 }),
    });
    expect(await refusal(slow)).toContain(`${path}: it does not answer`);
  });

  it('runs it with an empty environment', async () => {
    put(`qemu-${wanted.qemu}`, fakeQemu(wanted.qemu));
    const host = nodeHost();
    const environments: unknown[] = [];
    const spy = machine({
      run: (command) => {
        environments.push(command.env);
        return host.run(command);
      },
    });
    await fetchFromHost([wanted], context(spy));
    expect(environments).toEqual([{}]);
  });

  it('makes an unwritable store the reason', async () => {
    put(`qemu-${wanted.qemu}`, fakeQemu(wanted.qemu));
    writeFileSync(join(root, 'store'), 'a file where a folder should be');
    expect(await refusal()).toMatch(/\/store is no folder/);
    await expect(fetchFromHost([wanted], context())).rejects.toMatchObject({
      id: 'SB084',
      remedy: expect.stringMatching(/^Take it away, or name another folder in RUNNER_TOOL_CACHE/),
    });
  });

  it('escapes names that would write to the log', async () => {
    bin = join(root, 'x\n::error::y');
    mkdirSync(bin);
    put(`qemu-${wanted.qemu}`, Buffer.from('x'));
    const text = await refusal();
    expect(text).not.toContain('\n');
    expect(text).not.toContain('::');
  });

  const qemu = spawnSync('sh', ['-c', 'command -v qemu-aarch64-static || command -v qemu-aarch64'])
    .stdout.toString()
    .trim();
  it.skipIf(qemu === '')(`judges the real ${qemu || 'qemu-aarch64 (none is installed here)'}`, async () => {
    const host = nodeHost();
    const judged = await fetchFromHost([{ arch: 'arm64', qemu: 'aarch64' }], context(host)).then(
      ({ handlers }) => handlers[0]?.version ?? '',
      (problem: { reason: string }) => problem.reason,
    );
    expect(judged).toMatch(/^\d+\.\d+\.\d+$|statically linked/);
  });
});
