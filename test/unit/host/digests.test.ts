import { createHash } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type Digests,
  formatDigests,
  formatIdentity,
  isSettled,
  openDigests,
  parseDigests,
} from '../../../src/host/digests.ts';
import { HANDLER_LIMIT, using } from '../../../src/host/files.ts';
import { type FileIdentity, type Host, nodeHost } from '../../../src/host/host.ts';

const file: FileIdentity = {
  device: 2049,
  inode: 77,
  size: 9_000_000,
  modified: 1_000.25,
  changed: 2_000.75,
};
const EXT4 = 0xef53;
const FUSE = 0x65735546;

describe('the identity of a file', () => {
  it.each(['device', 'inode', 'size', 'modified', 'changed'] as const)('differs with its %s', (key) => {
    expect(formatIdentity({ ...file, [key]: file[key] + 0.25 })).not.toBe(formatIdentity(file));
  });

  it('is the same for the same', () => {
    expect(formatIdentity({ ...file })).toBe(formatIdentity(file));
  });
});

describe('what may be remembered', () => {
  it('is a file that has not been changed for a second', () => {
    expect(isSettled(file, EXT4, file.changed + 1_000)).toBe(true);
    expect(isSettled(file, EXT4, file.changed + 999)).toBe(false);
  });

  it('is none from the future', () => {
    expect(isSettled(file, EXT4, file.changed - 5_000)).toBe(false);
  });

  it.each([FUSE, 0x6969, undefined])('is none on a file system of type %s', (type) => {
    expect(isSettled(file, type, file.changed + 60_000)).toBe(false);
  });
});

describe('what is kept', () => {
  const path = '/store/qemu-arm';
  const memory = new Map([[path, { path, identity: '1:2', sha256: 'a'.repeat(64) }]]);

  it('is read as it was written, in the same boot', () => {
    expect(parseDigests(formatDigests('boot', memory), 'boot')).toEqual(memory);
  });

  it('is nothing in another boot', () => {
    expect(parseDigests(formatDigests('boot', memory), 'other').size).toBe(0);
  });

  it.each([
    '',
    '{',
    '[]',
    '{"boot": "boot"}',
    '{"boot": "boot", "files": {}}',
    '{"boot": "boot", "files": [null, 1, {}, {"path": "/a"}, {"path": "/a", "identity": 1, "sha256": "b"}]}',
  ])('is nothing in %j', (text) => {
    expect(parseDigests(text, 'boot').size).toBe(0);
  });

  it('is read from any text without harm', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(parseDigests(text, 'boot').size).toBe(0);
      }),
    );
  });
});

const real = nodeHost();
const hash = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex');

describe('digests', () => {
  let folder: string;
  let path: string;
  /** What was read whole, so hashed. */
  let read: string[];
  let host: Host;
  beforeEach(() => {
    folder = real.makeTemporary('setup-binfmt-digest-', tmpdir());
    path = join(folder, 'handler');
    writeFileSync(path, 'the bytes of a handler');
    read = [];
    host = {
      ...real,
      // Wherever the temporary folder lies.
      fileSystemType: () => EXT4,
      openPlain: (file, limit) => {
        const opened = real.openPlain(file, limit);
        return {
          ...opened,
          read: (look) => {
            read.push(file);
            opened.read(look);
          },
        };
      },
    };
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const later = () => Date.now() + 10_000;
  const of = (digests: Digests, file = path): string =>
    using(host.openPlain(file, HANDLER_LIMIT), (opened) => digests.of(file, opened));
  /** What a process keeps that has hashed the file when it had long been there. */
  function kept(): string {
    const digests = openDigests(host, '', later);
    of(digests);
    read = [];
    return digests.news() ?? '';
  }
  /** Other bytes, as many, with the time of the old ones. */
  function forge(change: (bytes: Buffer) => void): void {
    const { atime, mtime } = statSync(path);
    const bytes = readFileSync(path);
    bytes[3] = 0x58;
    change(bytes);
    utimesSync(path, atime, mtime);
  }

  it('are those of the bytes, each read once', () => {
    const digests = openDigests(host);
    expect([of(digests), of(digests)]).toEqual([hash(path), hash(path)]);
    expect(read).toEqual([path]);
  });

  it('are gone by in a later process, which reads nothing', () => {
    const digests = openDigests(host, kept());
    expect(of(digests)).toBe(hash(path));
    expect(read).toEqual([]);
    expect(digests.news()).toBeUndefined();
  });

  it.each<[string, (bytes: Buffer) => void]>([
    ['written over', (bytes) => writeFileSync(path, bytes)],
    [
      'replaced',
      (bytes) => {
        writeFileSync(`${path}.new`, bytes);
        renameSync(`${path}.new`, path);
      },
    ],
  ])('are taken anew of a file that was %s, though size and time are the old ones', (_, change) => {
    const text = kept();
    const before = hash(path);
    forge(change);
    const digests = openDigests(host, text, later);
    expect(of(digests)).toBe(hash(path));
    expect(hash(path)).not.toBe(before);
    expect(read).toEqual([path]);
  });

  it('are taken anew within one process, too', () => {
    const digests = openDigests(host);
    const before = of(digests);
    forge((bytes) => writeFileSync(path, bytes));
    expect(of(digests)).not.toBe(before);
  });

  it('are taken anew of a file of which only something else was changed', () => {
    const text = kept();
    linkSync(path, join(folder, 'second name'));
    expect(of(openDigests(host, text))).toBe(hash(path));
    expect(read).toEqual([path]);
  });

  it('are not kept of a file that was changed just now', () => {
    const digests = openDigests(host);
    of(digests);
    expect(digests.news()).toBeUndefined();
  });

  it('are not kept where the kernel does not keep the time', () => {
    const digests = openDigests({ ...host, fileSystemType: () => 0x65735546 }, '', later);
    of(digests);
    expect(digests.news()).toBeUndefined();
  });

  it('are not believed after a reboot, and not kept where no boot can be told from another', () => {
    const text = kept();
    const boots = (id: string | undefined): Host => ({
      ...host,
      readText: (file) => {
        if (!file.endsWith('/boot_id')) return real.readText(file);
        if (id === undefined) throw new Error('no such file');
        return `${id}\n`;
      },
    });
    of(openDigests(boots('another'), text), path);
    const nameless = openDigests(boots(undefined), text, later);
    of(nameless);
    expect(read).toEqual([path, path]);
    expect(nameless.news()).toBeUndefined();
  });

  it('are kept with those from before, but for files that are gone or others now', () => {
    const names = ['first', 'second', 'third'].map((name) => join(folder, name));
    for (const name of names) writeFileSync(name, name);
    const first = openDigests(host, '', later);
    for (const name of names) of(first, name);
    const [one = '', two = '', three = ''] = names;
    rmSync(one);
    writeFileSync(two, 'other');
    const second = openDigests(host, first.news(), later);
    of(second);
    const files: unknown = JSON.parse(second.news() ?? '').files.map((file: { path: string }) => file.path);
    expect(files).toEqual([three, path]);
  });

  it('of a file that is not there cannot be had', () => {
    expect(() => of(openDigests(host), join(folder, 'nothing'))).toThrow('ENOENT');
  });
});
