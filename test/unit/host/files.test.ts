import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
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
  openFolder,
  openOwnFolder,
  openPlain,
  removeTree,
  using,
  writeOwn,
} from '../../../src/host/files.ts';

let work: string;
beforeEach(() => {
  work = mkdtempSync(join(tmpdir(), 'setup-binfmt-files-'));
});
afterEach(() => rmSync(work, { recursive: true, force: true }));
const at = (name: string): string => join(work, name);

describe('openPlain', () => {
  it.each<[string, (path: string) => void, RegExp]>([
    ['nothing', () => undefined, /ENOENT/],
    ['a link', (path) => symlinkSync('/etc/hostname', path), /ELOOP/],
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
});
