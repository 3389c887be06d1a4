/** The table and its probes against a real kernel and real emulators, without the rest of the program. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, linkSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { endianness } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { buildProgram, readElf, TRIAL_TAG, trialMagic } from '../../src/platform/elf.ts';
import { nativeArchitecture, TARGETS, type Target, targetOf } from '../../src/platform/platforms.ts';
import { lackedBy, PROBE_MARKER, parseAnswers } from '../../src/probe/behaviours.ts';
import { buildLauncher, buildProbe, PROBE_ARGUMENTS } from '../../src/probe/programs.ts';
import { machineSuite } from '../support/packages.ts';
import { noPrivateTable, openPrivateTable, type PrivateTable } from '../support/private-table.ts';
import { debianQemu } from '../support/qemu.ts';

/** Another Debian suite brings another QEMU: bookworm 7.2, trixie 10.0, sid the newest. */
const SUITE = process.env.TEST_QEMU_SUITE;

const able = noPrivateTable() === undefined && machineSuite() !== undefined;
if (machineSuite() === undefined) console.log('skipped: QEMU comes from Debian, and this machine is none');
const qemuFolder = able ? await debianQemu(SUITE) : '';
const native = nativeArchitecture(process.arch, endianness() === 'LE' ? 'little' : 'big');
const host = targetOf(native ?? '');

const handlerOf = (target: Target) => join(qemuFolder, `qemu-${target.qemu}-static`);
const emulated = TARGETS.filter((target) => able && existsSync(handlerOf(target)));
const foreign = emulated.filter((target) => target !== host);
for (const { arch } of TARGETS.filter((target) => able && !emulated.includes(target))) {
  console.log(`skipped: ${arch}, which QEMU of ${SUITE ?? 'this machine'} does not emulate`);
}

/** What a CPU may run by itself besides its own architecture. */
const SIBLING: Readonly<Record<string, string>> = { amd64: '386', arm64: 'arm' };

/** Two foreign architectures, for what need not be tried with all of them. */
const [sample, another] = ['s390x', 'riscv64'].map((arch) => foreign.find((target) => target.arch === arch));

/** What a probe may write behind the marker is looked at by tests of its own. */
const MARKED = expect.stringMatching(new RegExp(`^${PROBE_MARKER}(?:[a-z]+[1-9]?\n)?$`));
const PROVEN = { code: PROBE_ARGUMENTS, stdout: MARKED };

interface Rule {
  readonly magic: string;
  readonly mask: string;
}

interface Run {
  readonly code: number | null;
  readonly stdout: string;
}

function lineOf(name: string, rule: Rule, handler: string, flags: string): string {
  const escaped = (hex: string) => hex.replace(/../g, '\\x$&');
  return `:${name}:M:0:${escaped(rule.magic)}:${escaped(rule.mask)}:${handler}:${flags}`;
}

function present<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('needs s390x and riscv64 emulators, and a host of the table');
  return value;
}

describe.skipIf(!able)('the probes on a real table', () => {
  let table: PrivateTable;
  let work: string;
  let jail: string;
  const registered: string[] = [];

  beforeAll(async () => {
    table = await openPrivateTable();
    work = mkdtempSync(join(dirname(qemuFolder), 'probes-'));
    jail = join(work, 'jail');
    mkdirSync(jail);
  });
  afterEach(() => {
    for (const name of registered.splice(0)) table.unregister(name);
  });
  afterAll(async () => {
    await table.close();
    rmSync(work, { recursive: true });
  });

  /** Registers until the end of the test. */
  function register(name: string, rule: Rule, handler: string, flags: string): void {
    table.register(lineOf(name, rule, handler, flags));
    registered.push(name);
  }

  it('the launcher starts a program as it is, and says why the kernel refuses one', async () => {
    const launcher = join(work, 'launch');
    writeFileSync(launcher, buildLauncher(present(host)) ?? '', { mode: 0o755 });
    const script = join(work, 'script');
    writeFileSync(script, 'echo interpreted\n', { mode: 0o755 });
    const launch = (...args: readonly string[]) =>
      spawnSync(table.enter[0], [...table.enter.slice(1), launcher, ...args], { encoding: 'utf8' });
    expect(launch('plain', '/', '/bin/echo', 'a b', 'c')).toMatchObject({ status: 0, stdout: 'a b c\n' });
    expect(launch('plain', '/', script)).toMatchObject({ status: 126, stdout: '', stderr: 'e 008\n' });
    expect(launch('plain', '/', '/gone')).toMatchObject({ status: 127, stderr: 'e 002\n' });
    expect(launch('plain', '/', work)).toMatchObject({ status: 126, stderr: 'e 013\n' });
    expect(launch('root', '/gone', '/probe')).toMatchObject({ status: 125, stderr: 'c 002\n' });
    // Without its file number 3 there is nothing to lock.
    expect(launch('lock')).toMatchObject({ status: 124 });
    const locking = spawnSync('sh', ['-c', 'exec 3<"$1"; "$0" lock && ! flock -n "$1" true', launcher, jail]);
    expect(locking.status).toBe(0);
    writeFileSync(join(jail, 'probe'), buildProbe(present(host)), { mode: 0o755 });
    for (const how of ['root', 'user']) expect(launch(how, jail, '/probe').stdout).toEqual(MARKED);
  });

  /** Runs a program in a chroot that holds nothing else, and stops it after `seconds`. */
  async function run(
    program: Uint8Array,
    env: Readonly<Record<string, string>> = {},
    seconds = 20,
  ): Promise<Run> {
    const file = join(jail, 'probe');
    rmSync(file, { force: true });
    writeFileSync(file, program, { mode: 0o755 });
    const [enter, ...args] = table.enter;
    const words = Array.from({ length: PROBE_ARGUMENTS - 1 }, () => 't');
    const child = spawn(enter, [...args, '/usr/sbin/chroot', jail, '/probe', ...words], {
      env,
      timeout: seconds * 1000,
      killSignal: 'SIGKILL',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    let stdout = '';
    child.stdout.setEncoding('latin1').on('data', (text: string) => {
      stdout += text;
    });
    const [code] = await once(child, 'close');
    return { code, stdout };
  }

  describe('registered all at once with CF:', () => {
    beforeAll(() => {
      for (const target of foreign) {
        table.register(lineOf(`qemu-${target.qemu}`, target, handlerOf(target), 'CF'));
      }
    });
    afterAll(() => {
      for (const { qemu } of foreign) table.unregister(`qemu-${qemu}`);
    });

    it.each(foreign)('$arch is proven, at a fixed address and position-independent', async (target) => {
      expect(await run(buildProbe(target))).toEqual(PROVEN);
      expect(await run(buildProbe(target, { pie: true }))).toEqual(PROVEN);
    });

    it.each(foreign)('$arch does what programs do', async (target) => {
      const { stdout } = await run(buildProbe(target));
      const lacked = lackedBy(target, parseAnswers(stdout) ?? {}, true);
      // What QEMU lacks by its version is looked at elsewhere.
      const old = ['openat2', 'close-range', 'rva23'];
      expect(lacked.filter((behaviour) => !old.includes(behaviour))).toEqual([]);
    });

    it.each(foreign)('$arch is answered by its own emulator', async (target) => {
      const { code, stdout } = await run(buildProbe(target), { QEMU_VERSION: '1' });
      expect(stdout).toMatch(new RegExp(`^qemu-${target.qemu} version \\d`));
      expect(code).toBe(0);
    });

    it.each(foreign)('$arch is matched whatever OSABI and padding say', async (target) => {
      const linux = buildProbe(target);
      linux[7] = 3;
      expect(await run(linux)).toEqual(PROVEN);
      const appImage = buildProbe(target);
      appImage.set([0x41, 0x49, 0x02], 8);
      expect(await run(appImage)).toEqual(PROVEN);
    });

    it.each(foreign)('$arch is not matched as an object file', async (target) => {
      const object = buildProbe(target);
      object[target.elf.endian === 'little' ? 16 : 17] = 1;
      expect((await run(object, { QEMU_VERSION: '1' })).stdout).toBe('');
    });

    it('all are read back as they were written', () => {
      for (const { qemu, magic, mask } of foreign) {
        const text = readFileSync(join(table.folder, `qemu-${qemu}`), 'latin1');
        expect(text).toContain(`flags: OCF\noffset 0\nmagic ${magic}\nmask ${mask}\n`);
      }
    });

    it('the native architecture is left to the kernel', async () => {
      expect(await run(buildProbe(present(host)))).toEqual(PROVEN);
    });
  });

  const needed = foreign.filter(({ arch }) => arch !== SIBLING[native ?? '']);
  it.each(needed)('$arch is not proven without a registration', async (target) => {
    expect((await run(buildProbe(target))).stdout).toBe('');
  });

  it.each(foreign)('$arch is refused by the emulator of another architecture', async (target) => {
    const other = present(target === sample ? another : sample);
    register('wrong', target, handlerOf(other), 'CF');
    const { code, stdout } = await run(buildProbe(target));
    expect(stdout).toBe('');
    expect(code).not.toBe(PROBE_ARGUMENTS);
  });

  it.each(foreign)('$arch keeps its argument count with P', async (target) => {
    register('preserve', target, handlerOf(target), 'POCF');
    expect(await run(buildProbe(target))).toEqual(PROVEN);
  });

  const assuming = sample !== undefined && readFileSync(handlerOf(sample)).includes('-binfmt-P');
  if (able && !assuming) console.log('skipped: a QEMU that assumes P, which Debian 12 and 13 have');
  it.runIf(assuming)('counts one less when the emulator assumes a P that is not set', async () => {
    // Debian's QEMU assumes P when its own path ends like this.
    const target = present(sample);
    const handler = join(work, `${target.qemu}-binfmt-P`);
    linkSync(handlerOf(target), handler);
    register('silent', target, handler, 'CF');
    expect(await run(buildProbe(target))).toEqual({ code: PROBE_ARGUMENTS - 1, stdout: MARKED });
    // The newer registration wins, and this one sets it.
    register('telling', target, handler, 'POCF');
    expect(await run(buildProbe(target))).toEqual(PROVEN);
  });

  it.each(emulated)('the trial magic of $arch matches a tagged probe only', async (target) => {
    register('trial', trialMagic(target), handlerOf(target), 'CF');
    const asked = { QEMU_VERSION: '1' };
    for (const options of [{ tag: TRIAL_TAG }, { tag: TRIAL_TAG, pie: true }]) {
      expect(await run(buildProbe(target, options))).toEqual(PROVEN);
      expect((await run(buildProbe(target, options), asked)).stdout).toMatch(/^qemu-\w+ version/);
    }
    // Untagged it runs natively or not at all, but never under the handler that is on trial.
    expect((await run(buildProbe(target), asked)).stdout).not.toMatch(/^qemu/);
  });

  describe('a handler that is no emulator is not proven when it', () => {
    /** Machine code, by host architecture. */
    const CODE: Readonly<Record<string, Readonly<Record<string, string>>>> = {
      amd64: {
        'exits 0 and says nothing': 'b83c00000031ff0f05',
        'exits 42 and says nothing': 'b83c000000bf2a0000000f05',
        crashes: '0f0b',
        hangs: 'b8220000000f05ebf7',
        'exits 42 and writes what it begins with':
          'b801000000bf01000000be00004000ba0a0000000f05b83c000000bf2a0000000f05',
      },
      arm64: {
        'exits 0 and says nothing': '000080d2a80b80d2010000d4',
        'exits 42 and says nothing': '400580d2a80b80d2010000d4',
        crashes: '00000000',
        hangs: '000080d2010080d2020080d2030080d2280980d2010000d4faffff17',
        'exits 42 and writes what it begins with':
          '200080d20108a0d2420180d2080880d2010000d4400580d2a80b80d2010000d4',
      },
    };
    const programs = Object.entries(CODE[native ?? ''] ?? {});
    if (able && programs.length === 0) console.log(`skipped: false handlers, not written for ${native}`);

    async function runUnder(program: Uint8Array): Promise<Run> {
      const handler = join(work, 'handler');
      rmSync(handler, { force: true });
      writeFileSync(handler, program, { mode: 0o755 });
      register('false', present(sample), handler, 'CF');
      return run(buildProbe(present(sample)), {}, 2);
    }

    it.each(programs)('%s', async (what, code) => {
      const marker = Buffer.from(PROBE_MARKER).toString('hex');
      const outcome = await runUnder(buildProgram(present(host).elf, `${code}${marker}`));
      if (what.startsWith('exits 42')) expect(outcome.code).toBe(PROBE_ARGUMENTS);
      if (what.startsWith('exits 0')) expect(outcome.code).toBe(0);
      expect(outcome.stdout).not.toEqual(MARKED);
    });

    it.runIf(programs.length > 0)('answers as a probe of the host: it counts the path too', async () => {
      expect(await runUnder(buildProbe(present(host)))).toEqual({
        code: PROBE_ARGUMENTS + 1,
        stdout: MARKED,
      });
    });

    it('is dynamic: its loader is not in the chroot', async () => {
      const dynamic = '/usr/bin/true';
      expect(readElf(readFileSync(dynamic).subarray(0, 4096))).toMatchObject({ interpreter: true });
      register('false', present(sample), dynamic, 'CF');
      expect(await run(buildProbe(present(sample)))).not.toMatchObject({ code: 0 });
    });
  });

  it.each(emulated)('the handler of $arch is read as a static program of this host', (target) => {
    expect(readElf(readFileSync(handlerOf(target)).subarray(0, 4096))).toMatchObject({
      ...present(host).elf,
      interpreter: false,
      complete: true,
    });
  });
});
