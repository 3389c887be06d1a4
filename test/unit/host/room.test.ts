import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isNoRoom, whyNoRoom } from '../../../src/host/room.ts';

const withErrno = (code: string): Error => Object.assign(new Error(`${code}: said so`), { code });
const module = join(import.meta.dirname, '../../../src/host/room.ts');

describe('whyNoRoom', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'setup-binfmt-room-'));
    writeFileSync(join(folder, 'file'), '');
    mkdirSync(join(folder, 'here'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each<[string, string, RegExp, string]>([
    ['ENOSPC', 'here/below', /^no space is left on the file system of \/.*\/here\/below$/, 'Make room there'],
    ['EDQUOT', 'here', /^the quota of this user is used up in \/.*\/here$/, 'Make room there'],
    ['EROFS', 'here', /^the file system of \/.*\/here is read-only$/, 'Mount it for writing'],
    ['EACCES', 'here', /^this user may not write in \/.*\/here$/, 'Let this user write there'],
    ['EPERM', 'here', /^this user may not write in /, 'Let this user write there'],
    ['ENOTDIR', 'file/below', /^\/.*\/file is no folder$/, 'Take it away'],
    ['EEXIST', 'file', /^\/.*\/file is no folder$/, 'Take it away'],
    ['EMFILE', 'here', /^\/.*\/here: EMFILE: said so$/, 'Let this program open more files (ulimit -n)'],
    ['EIO', 'here', /^\/.*\/here: EIO: said so$/, 'Let this user write there'],
  ])('%s in %s', (code, path, cause, remedy) => {
    const why = whyNoRoom(join(folder, path), withErrno(code));
    expect(why).toEqual({ cause: expect.stringMatching(cause), remedy });
  });

  /** What a program says that makes folders `a/b` below `folder`, with a file system of these options there. */
  const onFileSystem = (options: string): string =>
    execFileSync(
      'unshare',
      [
        ...['--user', '--map-root-user', '--mount', 'sh', '-c'],
        `mount -t tmpfs -o ${options} none "$0" && exec "$@"`,
        ...[join(folder, 'here'), process.execPath, '--experimental-strip-types', '--no-warnings', '-e'],
        `import(${JSON.stringify(module)}).then(({ whyNoRoom }) => {
          const path = ${JSON.stringify(join(folder, 'here/a/b'))};
          try { fs.mkdirSync(path, { recursive: true }); fs.writeFileSync(path + '/x', Buffer.alloc(100000)); }
          catch (thrown) { console.log(whyNoRoom(path, thrown).cause); }
        })`,
      ],
      { encoding: 'utf8' },
    );
  const able = spawnSync('unshare', ['--user', '--map-root-user', '--mount', 'true']).status === 0;
  if (!able) console.log('skipped: no user namespace, so no file system of a test can be full');

  it.skipIf(!able).each([
    ['ro', 'is read-only'],
    ['size=16k', 'no space is left'],
    ['nr_inodes=2', 'no inode is left'],
  ])('knows a real file system of %s', (options, said) => {
    expect(onFileSystem(options)).toContain(said);
  });

  it('keeps control characters of a path from the log', () => {
    expect(whyNoRoom('/nowhere\n::error::x', withErrno('ENOSPC')).cause).not.toMatch(/\n|::/);
  });
});

it.each([
  ['ENOSPC', true],
  ['EDQUOT', true],
  ['EROFS', true],
  ['EACCES', false],
])('isNoRoom: %s', (code, expected) => expect(isNoRoom(withErrno(code))).toBe(expected));
it('isNoRoom: anything else', () => expect(isNoRoom('ENOSPC')).toBe(false));
