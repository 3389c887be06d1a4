import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  closeSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  changeMode,
  clearPlace,
  copyFile,
  createFile,
  createFileOf,
  namesOf,
  type OpenFile,
  openEmptyFolder,
  openFolder,
  openOwnFolder,
  openPlain,
  openToRead,
  readStart,
  removeOpen,
  removeTree,
  streamOf,
  using,
  writeOwn,
} from '../../../src/host/files.ts';

let work: string;
beforeEach(() => {
  work = mkdtempSync(join(tmpdir(), 'setup-binfmt-files-'));
});
afterEach(() => rmSync(work, { recursive: true, force: true }));
const at = (name: string): string => join(work, name);

describe('namesOf', () => {
  it('gives as many as are wanted, and leaves nothing open', () => {
    for (const name of ['a', 'b', 'c']) writeFileSync(at(name), '');
    const open = (): number => readdirSync('/proc/self/fd').length;
    const before = open();
    for (const _ of namesOf(work)) break;
    expect([[...namesOf(work)].sort(), [...namesOf(work, 2)].length, open()]).toEqual([
      ['a', 'b', 'c'],
      2,
      before,
    ]);
  });
});

describe('openPlain', () => {
  it.each<[string, (path: string) => void, RegExp]>([
    ['nothing', () => undefined, /ENOENT/],
    ['a link', (path) => symlinkSync('/etc/hostname', path), /not a plain file/],
    ['a FIFO', (path) => execFileSync('mkfifo', [path]), /not a plain file/],
    ['a folder', (path) => mkdirSync(path), /not a plain file/],
    [
      'a file that is too large',
      (path) => {
        writeFileSync(path, '');
        truncateSync(path, 11);
      },
      /more than 10 bytes/,
    ],
  ])('refuses %s, and waits for nothing', (_, make, problem) => {
    make(at('x'));
    expect(() => openPlain(at('x'), 10)).toThrow(problem);
  });

  it('reads what it opened, whatever has its name by then', () => {
    writeFileSync(at('x'), 'first');
    using(openPlain(at('x'), 10), (file) => {
      renameSync(at('x'), at('y'));
      writeFileSync(at('x'), 'second');
      let text = '';
      file.read((piece) => {
        text += String(piece);
      });
      expect([text, readFileSync(file.path, 'utf8')]).toEqual(['first', 'first']);
    });
  });
});

describe('openToRead', () => {
  it('follows a link to a plain file, and waits for nothing else', () => {
    writeFileSync(at('x'), 'text');
    symlinkSync(at('x'), at('link'));
    expect(using(openToRead(at('link')), ({ head }) => String(head(100)))).toBe('text');
    expect(() => openToRead(at('link'), 3)).toThrow(/more than 3 bytes/);
    execFileSync('mkfifo', [at('fifo')]);
    symlinkSync(at('fifo'), at('to-fifo'));
    for (const path of [at('to-fifo'), '/dev/null', work])
      expect(() => openToRead(path)).toThrow(/not a plain file/);
  });

  it.each<[string, (path: string) => OpenFile]>([
    ['openPlain', (path) => openPlain(path, 10)],
    ['openToRead', openToRead],
  ])('does not open a device, which can do something then: %s', (_, open) => {
    // A terminal that is opened here would be a new one each time.
    const before = readdirSync('/dev/pts');
    expect(() => open('/dev/ptmx')).toThrow(/not a plain file/);
    expect(readdirSync('/dev/pts')).toEqual(before);
  });
});

describe('a file of the kernel', () => {
  it.each(['/proc/self/status', '/proc/kmsg', '/sys/kernel/mm/transparent_hugepage/enabled'])(
    'is not read as what people name: %s',
    (path) => {
      if (!existsSync(path)) return;
      expect(() => openToRead(path)).toThrow(/^(?:it is a file of the kernel|E(?:PERM|ACCES).*)$/);
      symlinkSync(path, at('link'));
      expect(() => copyFile(at('link'), at('copy'))).toThrow();
    },
  );

  it('can be looked at', () => {
    expect(String(readStart('/proc/self/stat', 4096))).toMatch(/^\d+ /);
  });
});

describe('head', () => {
  it.each([0, 1, 4096, 70_000, 200_000])('gives the first %i bytes, or as many as there are', (length) => {
    const bytes = Buffer.from(Array.from({ length: 100_000 }, (_, index) => index % 251));
    writeFileSync(at('x'), bytes);
    using(openPlain(at('x'), bytes.length), ({ head, read }) => {
      let size = 0;
      read((piece) => {
        size += piece.length;
      });
      expect([head(length).equals(bytes.subarray(0, length)), size]).toEqual([true, bytes.length]);
    });
  });
});

describe('streamOf', () => {
  it('gives a part of what was opened, whatever becomes of its name, and leaves that open', async () => {
    writeFileSync(at('x'), 'abcdef');
    const file = openPlain(at('x'), 10);
    rmSync(at('x'));
    const part = async (bounds?: { start?: number; end?: number }): Promise<string> => {
      let text = '';
      for await (const piece of streamOf(file, 4, bounds)) text += String(piece);
      return text;
    };
    expect([await part(), await part({ start: 2, end: 3 })]).toEqual(['abcdef', 'cd']);
    expect(String(file.head(2))).toBe('ab');
    file.close();
  });
});

describe('streamOf, of a file that says nothing', () => {
  it('does not wait', async () => {
    execFileSync('mkfifo', [at('fifo')]);
    // Both ends are open, and nothing is in it: what would wait, waits.
    const fd = openSync(at('fifo'), constants.O_RDWR | constants.O_NONBLOCK);
    try {
      const silent = { fd, path: `/proc/self/fd/${fd}` } as OpenFile;
      const stream = streamOf(silent, 4, {});
      await expect(
        (async () => {
          for await (const piece of stream) expect(piece).toBeUndefined();
        })(),
      ).rejects.toThrow(/EAGAIN|ESPIPE/);
    } finally {
      closeSync(fd);
    }
  });
});

describe('createFile', () => {
  it.each<[string, (path: string) => void]>([
    ['a file', (path) => writeFileSync(path, 'victim')],
    ['a link', (path) => symlinkSync(at('victim'), path)],
    ['a FIFO', (path) => execFileSync('mkfifo', [path])],
  ])('makes nothing where %s lies', async (_, make) => {
    make(at('x'));
    const before = readdirSync(work);
    expect(() => createFile(at('x'))).toThrow('EEXIST');
    await expect(createFileOf(at('x'), pieces('text'))).rejects.toThrow('EEXIST');
    writeFileSync(at('y'), '');
    expect(() => copyFile(at('y'), at('x'))).toThrow('EEXIST');
    rmSync(at('y'));
    expect(readdirSync(work)).toEqual(before);
  });

  it('is for this user alone, where nothing else is said', async () => {
    await createFileOf(at('x'), pieces('some', 'thing'));
    await createFileOf(at('y'), pieces('some', 'thing'), 0o755);
    expect(
      ['x', 'y'].map((name) => [readFileSync(at(name), 'utf8'), statSync(at(name)).mode & 0o777]),
    ).toEqual([
      ['something', 0o600],
      ['something', 0o755 & ~process.umask()],
    ]);
  });

  it('copies what a link leads to, and of no other kind of file', () => {
    writeFileSync(at('x'), 'text');
    symlinkSync(at('x'), at('link'));
    copyFile(at('link'), at('copy'));
    expect(readFileSync(at('copy'), 'utf8')).toBe('text');
    execFileSync('mkfifo', [at('fifo')]);
    expect(() => copyFile(at('fifo'), at('none'))).toThrow(/not a plain file/);
    expect(existsSync(at('none'))).toBe(false);
  });
});

async function* pieces(...texts: readonly string[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield Buffer.from(text);
}

describe('writeOwn', () => {
  it('writes the mode that it is told, whole or not at all', () => {
    writeOwn(at('x'), 'text', 0o755);
    expect([readFileSync(at('x'), 'utf8'), statSync(at('x')).mode & 0o7777]).toEqual(['text', 0o755]);
    const half = (write: (piece: Uint8Array) => void): never => {
      write(Buffer.from('half'));
      throw new Error('no more');
    };
    expect(() => writeOwn(at('x'), half)).toThrow('no more');
    expect([readFileSync(at('x'), 'utf8'), readdirSync(work)]).toEqual(['text', ['x']]);
  });

  it('writes nothing where others may write, nor through a link to a folder', () => {
    mkdirSync(at('open'));
    mkdirSync(at('own'));
    symlinkSync(at('own'), at('link'));
    for (const mode of [0o777, 0o775]) {
      chmodSync(at('open'), mode);
      expect(() => writeOwn(at('open/x'), '')).toThrow(/others may write/);
    }
    expect(() => writeOwn(at('link/x'), '')).toThrow(/ENOTDIR|ELOOP/);
    expect([readdirSync(at('open')), readdirSync(at('own'))]).toEqual([[], []]);
  });

  it('writes where others may only add', () => {
    chmodSync(work, 0o1777);
    writeOwn(at('x'), 'text');
    expect(readFileSync(at('x'), 'utf8')).toBe('text');
  });

  it('puts itself in the place of a link, and does not follow one in the place of its draft', () => {
    writeFileSync(at('victim'), 'victim');
    for (const name of ['x', 'x.new']) symlinkSync(at('victim'), at(name));
    writeOwn(at('x'), 'text');
    expect(readFileSync(at('victim'), 'utf8')).toBe('victim');
    expect(readFileSync(at('x'), 'utf8')).toBe('text');
    expect(existsSync(at('x.new'))).toBe(false);
  });
});

describe('openOwnFolder', () => {
  it('is reached when its name leads elsewhere', () => {
    mkdirSync(at('one'));
    mkdirSync(at('other'));
    using(openOwnFolder(at('one')), (folder) => {
      renameSync(at('one'), at('away'));
      symlinkSync(at('other'), at('one'));
      writeFileSync(`${folder.path}/x`, '');
    });
    expect([readdirSync(at('away')), readdirSync(at('other'))]).toEqual([['x'], []]);
  });

  it.each([openFolder, openOwnFolder])('is no link: %o', (open) => {
    symlinkSync(work, at('link'));
    expect(() => open(at('link'))).toThrow(/ENOTDIR|ELOOP/);
  });
});

describe('openEmptyFolder', () => {
  it('is one that was just made', () => {
    openEmptyFolder(work).close();
    writeFileSync(at('x'), '');
    expect(() => openEmptyFolder(work)).toThrow(/is exchanged by others/);
  });
});

describe('changeMode', () => {
  it('leaves alone what a link leads to', () => {
    writeFileSync(at('x'), '', { mode: 0o600 });
    symlinkSync(at('x'), at('link'));
    expect(() => changeMode(at('link'), 0o777)).toThrow('ELOOP');
    expect(statSync(at('x')).mode & 0o7777).toBe(0o600);
  });
});

describe('removeTree', () => {
  it('removes all that is in a folder, and nothing that links lead to', () => {
    mkdirSync(at('kept'));
    writeFileSync(at('kept/x'), '');
    mkdirSync(at('gone/a/b'), { recursive: true });
    writeFileSync(at('gone/a/b/x'), '');
    symlinkSync(at('kept'), at('gone/a/link'));
    removeTree(at('gone'));
    removeTree(at('gone'));
    expect([readdirSync(work), readdirSync(at('kept'))]).toEqual([['kept'], ['x']]);
    symlinkSync(at('kept'), at('link'));
    removeTree(at('link'));
    expect(readdirSync(at('kept'))).toEqual(['x']);
  });

  it('removes what is meant, and nothing else that has got its name', () => {
    mkdirSync(at('made'));
    const meant = statSync(at('made'));
    renameSync(at('made'), at('away'));
    mkdirSync(at('made'));
    writeFileSync(at('made/x'), '');
    removeTree(at('made'), meant);
    expect([readdirSync(work), readdirSync(at('made'))]).toEqual([['away', 'made'], ['x']]);
    removeTree(at('away'), meant);
    expect(readdirSync(work)).toEqual(['made']);
  });

  it('empties what is open, and leaves alone what has got its name', () => {
    mkdirSync(at('made/a'), { recursive: true });
    writeFileSync(at('made/a/x'), '');
    using(openFolder(at('made')), (folder) => {
      renameSync(at('made'), at('away'));
      mkdirSync(at('made'));
      removeOpen(folder, at('made'));
      expect([readdirSync(at('away')), existsSync(at('made'))]).toEqual([[], true]);
      removeOpen(folder, at('away'));
    });
    expect(readdirSync(work)).toEqual(['made']);
  });

  const chain = (length: number): string => Array(length).fill('d').join('/');

  it('removes no more folders in each other than it makes', () => {
    mkdirSync(at(chain(32)), { recursive: true });
    removeTree(at('d'));
    expect(readdirSync(work)).toEqual([]);
    mkdirSync(at(chain(33)), { recursive: true });
    expect(() => removeTree(at('d'))).toThrow(/more than 32 folders/);
  });

  it.each<[string, () => void, readonly string[]]>([
    ['nothing', () => undefined, []],
    ['a file', () => writeFileSync(at('x'), ''), ['x']],
    ['a link to a folder', () => symlinkSync(tmpdir(), at('x')), ['x']],
    ['a folder', () => mkdirSync(at('x/a/b'), { recursive: true }), []],
    [
      'a folder that is too deep to be removed',
      () => mkdirSync(at(`x/${chain(40)}`), { recursive: true }),
      ['x-'],
    ],
    [
      'a folder that others may fill',
      () => {
        mkdirSync(at('x'));
        chmodSync(at('x'), 0o777);
      },
      ['x-'],
    ],
  ])('makes place for a file where %s lies', (_, make, left) => {
    make();
    clearPlace(at('x'));
    expect(readdirSync(work).map((name) => name.replace(/-.*/, '-'))).toEqual(left);
  });
});
