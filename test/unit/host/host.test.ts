import { execFileSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nodeHost } from '../../../src/host/host.ts';
import { errnoOf } from '../../../src/text/problem.ts';

const host = nodeHost();
let work: string;
beforeAll(() => {
  work = host.makeTemporary('setup-binfmt-host-', tmpdir());
});
afterAll(() => host.remove(work));

const errno = (act: () => unknown): string | undefined => {
  try {
    act();
    return undefined;
  } catch (thrown) {
    return errnoOf(thrown);
  }
};
const shell = (script: string, more: object = {}) =>
  host.run({ file: '/bin/sh', args: ['-c', script], timeoutMs: 20_000, ...more });

describe('run', () => {
  it('gives what a program said and how it ended', async () => {
    expect(await shell('echo out; echo err >&2; exit 7')).toMatchObject({
      code: 7,
      signal: null,
      stdout: 'out\n',
      stderr: 'err\n',
      timedOut: false,
    });
    expect(await shell('kill -SEGV $$')).toMatchObject({ code: null, signal: 'SIGSEGV' });
  });

  it('hands arguments over as they are', async () => {
    const args = ['-c', 'printf "%s|" "$@"', 'sh', '$(id)', 'a b', '"', '*', '\n'];
    expect((await host.run({ file: '/bin/sh', args, timeoutMs: 20_000 })).stdout).toBe('$(id)|a b|"|*|\n|');
  });

  it('gives the environment that is named, and no other', async () => {
    expect(
      (await host.run({ file: '/usr/bin/env', args: [], env: { A: '1' }, timeoutMs: 20_000 })).stdout,
    ).toBe('A=1\n');
  });

  it('writes to standard input, and does not mind who does not read it', async () => {
    expect((await shell('cat', { stdin: 'text' })).stdout).toBe('text');
    expect((await shell('exit 3', { stdin: 'x'.repeat(1 << 20) })).code).toBe(3);
    expect((await shell('cat')).stdout).toBe('');
  });

  it('waits for a text that is not known yet, and limits the time from then on', async () => {
    const later = (text: string) => new Promise<string>((resolve) => setTimeout(resolve, 600, text));
    expect(await shell('cat', { stdin: later('text'), timeoutMs: 500 })).toMatchObject({
      code: 0,
      stdout: 'text',
    });
    expect(await shell('cat; sleep 60', { stdin: later(''), timeoutMs: 300 })).toMatchObject({
      timedOut: true,
    });
    expect(await shell('exit 4', { stdin: later('text'), timeoutMs: 300 })).toMatchObject({
      code: 4,
      timedOut: false,
    });
  });

  it('keeps so many bytes and no more', async () => {
    const ended = await shell('head -c 100000 /dev/zero | tr "\\0" x', { maxBytes: 1000 });
    expect([ended.code, ended.stdout.length]).toEqual([0, 1000]);
  });

  it('ends a program that takes too long, with all that it started', async () => {
    const marker = join(work, 'survived');
    const ended = await shell(`(sleep 2; touch ${marker}) & sleep 60`, { timeoutMs: 300 });
    expect(ended).toMatchObject({ code: null, signal: 'SIGKILL', timedOut: true });
    await shell('sleep 2.3');
    expect(host.stat(marker)).toBeUndefined();
  });

  it('does not wait for one that left the group and holds the pipes', async () => {
    const ended = await shell('setsid sleep 5 & sleep 60', { timeoutMs: 300 });
    expect(ended.timedOut).toBe(true);
  });

  it('tells a program that cannot be started', async () => {
    expect(await host.run({ file: '/nowhere', args: [], timeoutMs: 1000 })).toMatchObject({
      code: null,
      error: 'ENOENT',
    });
    expect(await host.run({ file: work, args: [], timeoutMs: 1000 })).toMatchObject({ error: 'EACCES' });
  });

  it('gives a folder on the fourth place to the program', async () => {
    writeFileSync(join(work, 'given'), '');
    const folder = host.open(work);
    const args = ['-c', 'ls /proc/self/fd/3/'];
    const outcome = await host.run({ file: '/bin/sh', args, timeoutMs: 20_000 }, [folder]);
    folder.close();
    expect(outcome.stdout.split('\n')).toContain('given');
  });
});

describe('files', () => {
  it('are read where they report no size, and no further than asked', () => {
    expect(host.readText('/proc/self/status')).toContain('CapEff');
    expect(host.readBytes('/proc/self/pagemap', 70_000)).toHaveLength(70_000);
    expect(host.readBytes('/proc/self/pagemap', 1024 * 1024)).toHaveLength(1024 * 1024);
    expect(errno(() => host.readText(join(work, 'gone')))).toBe('ENOENT');
  });

  it('of the kernel are written to, and never made', () => {
    const path = join(work, 'kernel');
    expect(errno(() => host.writeKernel(path, 'x'))).toBe('ENOENT');
    expect(host.stat(path)).toBeUndefined();
    host.writeKernel(`/proc/${process.pid}/comm`, 'said');
    expect(readFileSync('/proc/self/comm', 'utf8')).toBe('said\n');
  });

  it.each<[string, (path: string) => void]>([
    ['a file of others', () => undefined],
    ['a link to one', (path) => symlinkSync(`${path}-victim`, path)],
    ['a link to one of the kernel', (path) => symlinkSync('/proc/self/comm', path)],
    ['a FIFO', (path) => execFileSync('mkfifo', [path])],
  ])('are not taken for %s, nor waited for', (what, put) => {
    const path = join(work, `kernel-${what}`);
    for (const each of [path, `${path}-victim`]) writeFileSync(each, 'old text');
    if (what !== 'a file of others') rmSync(path);
    put(path);
    expect(() => host.writeKernel(path, 'other')).toThrow('it is no file of the kernel');
    expect(readFileSync(`${path}-victim`, 'utf8')).toBe('old text');
    expect(readFileSync('/proc/self/comm', 'utf8')).not.toBe('other\n');
  });

  it('are known by kind', () => {
    const folder = join(work, 'kinds');
    host.makeFolder(folder, 0o750);
    host.writeFile(join(folder, 'file'), 'x', 0o640);
    expect(host.stat(folder)).toMatchObject({ kind: 'folder', mode: 0o750 });
    expect(host.stat(join(folder, 'file'))).toMatchObject({
      kind: 'file',
      mode: 0o640,
      size: 1,
      uid: host.uid,
    });
    expect(host.stat('/dev/null')?.kind).toBe('other');
    expect(host.stat('/proc/self/exe')?.kind).toBe('file');
    expect(host.stat('/proc/self/exe', false)?.kind).toBe('link');
    expect(host.stat(join(folder, 'gone'))).toBeUndefined();
    expect(host.realPath(`${folder}/../kinds`)).toBe(host.realPath(folder));
    expect(host.realPath(join(folder, 'gone'))).toBeUndefined();
  });

  it('are appended to, made when they are not there, for their owner alone', () => {
    const path = join(work, 'record');
    host.appendDurably(path, 'a\n');
    host.appendDurably(path, 'b\n');
    expect([readFileSync(path, 'utf8'), host.stat(path)?.mode]).toEqual(['a\nb\n', 0o600]);
    host.remove(path);
    host.remove(path);
    expect(host.stat(path)).toBeUndefined();
  });

  it('are written whole: who has opened the old one reads on in that', () => {
    const folder = join(work, 'whole');
    host.makeFolder(folder);
    const path = join(folder, 'file');
    host.writeFile(path, 'old');
    const reader = openSync(path, 'r');
    host.writeFile(path, 'new', 0o640);
    expect([readFileSync(reader, 'utf8'), readFileSync(path, 'utf8')]).toEqual(['old', 'new']);
    expect([host.list(folder), host.stat(path)?.mode]).toEqual([['file'], 0o640]);
    closeSync(reader);
  });

  it('are found out to be readable and writable by trying', async () => {
    expect(await host.readable('/proc/self/status')).toBe(true);
    expect(await host.readable(join(work, 'gone'))).toBe(false);
    expect([host.isWritable(work), host.isWritable(join(work, 'gone'))]).toEqual([true, false]);
  });

  it('are read where they are regular, and nothing else is waited for', () => {
    const fifo = join(work, 'fifo');
    execFileSync('mkfifo', [fifo]);
    for (const path of [fifo, work, '/dev/zero']) {
      expect(() => host.readText(path)).toThrow('it is not a plain file');
      expect(() => host.readBytes(path, 1)).toThrow('it is not a plain file');
    }
  });

  it('lie on file systems with numbers', () => {
    expect(host.fileSystemType('/proc')).toBe(0x9fa0);
    expect(host.fileSystemType('/nowhere')).toBeUndefined();
  });
});

describe('which', () => {
  it('finds programs, in system folders too, and nothing that cannot be run', () => {
    expect(host.which('sh')).toMatch(/^\/.*\/sh$/);
    expect(host.which('no-such-program-here')).toBeUndefined();
    const path = join(work, 'bin', 'tool');
    mkdirSync(join(work, 'bin'));
    writeFileSync(path, '', { mode: 0o644 });
    expect(host.which(path)).toBeUndefined();
    host.makeMode(path, 0o755);
    expect(host.which(path)).toBe(path);
    expect(host.which(join(work, 'bin'))).toBeUndefined();
  });
});
