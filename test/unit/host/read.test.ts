import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { nodeHost } from '../../../src/host/host.ts';
import { readMounts, seesEveryUser, settingsIn } from '../../../src/host/read.ts';

describe('settingsIn', () => {
  it('gives the paths of a folder by name, and has an end where others fill it', () => {
    const list = (): readonly string[] => [
      'b.conf',
      'a.conf',
      'c',
      ...Array.from({ length: 1_000 }, (_, at) => `x${at}`),
    ];
    const host = { ...nodeHost(), list };
    expect(settingsIn(host, '/d', '.conf')).toEqual(['/d/a.conf', '/d/b.conf']);
    expect(settingsIn(host, '/d')).toHaveLength(500);
  });
});

const sees = (text: string) => seesEveryUser({ ...nodeHost(), readText: () => text });

describe('readMounts', () => {
  const line = (at: number): string => `${at} 1 0:1 / /home/${'\\040'.repeat(1_000)}${at} rw - fuse.x x rw\n`;
  const told = (text: string) => ({
    readBytes: (_path: string, length: number) => new TextEncoder().encode(text).subarray(0, length),
  });

  it('reads them all, however many and long others have made them', () => {
    const many = Array.from({ length: 1_000 }, (_, at) => line(at)).join('');
    const table = '9 1 0:2 / /proc/sys/fs/binfmt_misc rw - binfmt_misc binfmt_misc rw\n';
    expect(readMounts(told(many + table)).at(-1)).toMatchObject({ type: 'binfmt_misc' });
  });

  it('says so where there are too many, and never that one is not there', () => {
    expect(() => readMounts(told(' '.repeat(64 * 1024 ** 2)))).toThrow('there are too many mounts');
  });
});

describe('seesEveryUser', () => {
  it('is true with the map of the first namespace', () => {
    expect(sees('         0          0 4294967295\n')).toBe(true);
  });
  it.each([
    '         0       1000          1\n',
    '         0          0          1\n',
    '         0     100000      65536\n',
    '         0          0 4294967295\n         5          5          1\n',
    '',
  ])('is false with %j', (text) => expect(sees(text)).toBe(false));

  it('is true where the kernel has no user namespaces', () => {
    const readText = () => {
      throw new Error('ENOENT');
    };
    expect(seesEveryUser({ ...nodeHost(), readText })).toBe(true);
  });

  const real = spawnSync('unshare', ['--user', '--map-root-user', 'cat', '/proc/self/uid_map'], {
    encoding: 'utf8',
  });
  if (real.status !== 0) console.log(`skipped: no user namespaces here: ${real.stderr}`);
  it.skipIf(real.status !== 0)('is false with the map of a real namespace', () =>
    expect(sees(real.stdout)).toBe(false),
  );
});
