import { describe, expect, it } from 'vitest';
import type { FileStat, Host } from '../../../src/host/host.ts';
import {
  distrust,
  distrustOpening,
  makeSafeTemporary,
  NOBODY,
  safeFolder,
  sudoUser,
} from '../../../src/host/trust.ts';
import { fakeHost } from '../../support/fake-host.ts';

const EVERY_ID = '         0          0 4294967295\n';
const ONE_ID = '         0       1000          1\n';
const blank = { size: 0, gid: 0, device: 1, inode: 1, modified: 0, changed: 0 };

/** A machine on which every path is a folder of root’s that nobody else may write to, but for these. */
function machine(
  marks: Readonly<Record<string, Partial<FileStat>>>,
  values: Partial<Pick<Host, 'uid' | 'env'>> = {},
  uidMap = EVERY_ID,
): Host {
  return {
    ...fakeHost({ files: { '/proc/self/uid_map': uidMap }, values: { uid: 0, ...values } }),
    isWritable: () => true,
    stat: (path) => ({ ...blank, kind: 'folder', mode: 0o755, uid: 0, ...marks[path] }),
  };
}

const PATH = '/opt/tools/store/qemu-arm';

describe('distrust', () => {
  it.each<[string, Readonly<Record<string, Partial<FileStat>>>, string]>([
    ['the file is theirs', { [PATH]: { uid: 7 } }, `${PATH} belongs to user 7`],
    ['others may write to it', { [PATH]: { mode: 0o757 } }, `others may write to ${PATH}`],
    [
      'others may write to the file, which has a sticky bit',
      { [PATH]: { kind: 'file', mode: 0o1757 } },
      `others may write to ${PATH}`,
    ],
    ['a folder above is theirs', { '/opt': { uid: 7 } }, '/opt belongs to user 7'],
    ['everyone may write above', { '/opt/tools': { mode: 0o777 } }, 'others may write to /opt/tools'],
    ['a group may write above', { '/opt/tools': { mode: 0o775 } }, 'others may write to /opt/tools'],
    [
      'a group may write, as staff elsewhere',
      { '/opt': { mode: 0o2775, gid: 50 } },
      'others may write to /opt',
    ],
    ['a link is on the way', { '/opt': { kind: 'link' } }, '/opt is a link'],
    ['the root is theirs', { '/': { uid: 7 } }, '/ belongs to user 7'],
    // What is theirs can be exchanged there all the same.
    [
      'it is theirs where all may make files',
      { '/opt': { mode: 0o1777 }, '/opt/tools': { uid: 7 } },
      '/opt/tools belongs to user 7',
    ],
  ])('%s', (_, marks, objection) => {
    expect(distrust(machine(marks), PATH)).toBe(objection);
  });

  it.each<[string, Readonly<Record<string, Partial<FileStat>>>]>([
    ['nobody else may do anything', {}],
    ['everyone may make files above, and take none away', { '/opt': { mode: 0o1777 } }],
  ])('has nothing to say where %s', (_, marks) => {
    expect(distrust(machine(marks), PATH)).toBeUndefined();
  });

  it('lets Debian’s staff write where root’s own programs lie, and nobody else', () => {
    const staffs = { mode: 0o2775, gid: 50 };
    const local = { '/usr/local': staffs, '/usr/local/lib': staffs, '/usr/local/bin': staffs };
    for (const path of ['/usr/local/lib/setup-binfmt', '/usr/local/bin/qemu-arm'])
      expect(distrust(machine(local), path)).toBeUndefined();
    const open = { ...local, '/usr/local/lib': { mode: 0o2777, gid: 50 } };
    expect(distrust(machine(open), '/usr/local/lib/setup-binfmt')).toBe('others may write to /usr/local/lib');
    const group = { ...local, '/usr/local/lib': { mode: 0o2775, gid: 51 } };
    expect(distrust(machine(group), '/usr/local/lib/setup-binfmt')).toBe(
      'others may write to /usr/local/lib',
    );
  });

  it('knows its own user, and whom it is told of', () => {
    const marks = { '/opt': { uid: 1000 } };
    expect(distrust(machine(marks, { uid: 1000 }), PATH)).toBeUndefined();
    expect(distrust(machine(marks), PATH, [1000])).toBeUndefined();
    expect(distrust(machine(marks), PATH)).toBe('/opt belongs to user 1000');
  });

  it('takes folders of the system that it cannot see the owner of to be root’s, in a user namespace alone', () => {
    const marks = { '/opt': { uid: NOBODY } };
    const below = { '/opt/tools': { uid: NOBODY } };
    expect(distrust(machine(below, {}, ONE_ID), PATH)).toBe(`/opt/tools belongs to user ${NOBODY}`);
    expect(distrust(machine(marks, {}, ONE_ID), PATH)).toBeUndefined();
    expect(distrust(machine(marks), PATH)).toBe(`/opt belongs to user ${NOBODY}`);
  });

  it('trusts nothing that is not there', () => {
    expect(distrust(fakeHost(), PATH)).toBe(`${PATH} is not there`);
  });
});

describe('distrustOpening', () => {
  const linked = (
    marks: Readonly<Record<string, Partial<FileStat>>>,
    links: Readonly<Record<string, string>>,
    uidMap = EVERY_ID,
  ): Host => {
    const host = machine(marks, { env: { SUDO_UID: '1000' } }, uidMap);
    return {
      ...host,
      stat: (path, follow) => {
        const found = host.stat(path, follow);
        return found && path in links ? { ...found, kind: 'link', mode: 0o777 } : found;
      },
      readLink: (path) => links[path] || undefined,
    };
  };

  it.each<[string, Readonly<Record<string, Partial<FileStat>>>, Readonly<Record<string, string>>, string?]>([
    ['nothing is in the way', {}, {}],
    ['it is of whoever became root', { '/opt/tools': { uid: 1000 } }, {}],
    ['root’s link leads to what is root’s', {}, { '/opt': 'usr/opt' }],
    ['links of root’s lead to one another', {}, { '/opt': '/a', '/a': 'b', '/b/tools': '../c' }],
    ['a folder above is open', { '/opt': { mode: 0o777 } }, {}, 'others may write to /opt'],
    ['it is theirs', { [PATH]: { uid: 7 } }, {}, `${PATH} belongs to user 7`],
    ['the link is theirs', { '/opt': { uid: 7 } }, { '/opt': '/usr' }, '/opt belongs to user 7'],
    [
      'a link leads to where all may write',
      { '/a': { mode: 0o777 } },
      { '/opt': '/a' },
      'others may write to /a',
    ],
    ['a link leads in a circle', {}, { '/opt': '/opt' }, '/opt leads nowhere'],
    ['a link cannot be read', {}, { '/opt': '' }, '/opt leads nowhere'],
  ])('%s', (_, marks, links, objection) => {
    expect(distrustOpening(linked(marks, links), PATH)).toBe(objection);
  });

  it('has nothing to say of what is not there, but of a folder in which others can make it', () => {
    const absent = (marks: Readonly<Record<string, Partial<FileStat>>>): Host => {
      const host = machine(marks);
      return { ...host, stat: (path) => (path === PATH ? undefined : host.stat(path)) };
    };
    expect(distrustOpening(absent({}), PATH)).toBeUndefined();
    expect(distrustOpening(absent({ '/opt': { mode: 0o777 } }), PATH)).toBe('others may write to /opt');
    // Where all may make files, nobody can take away what is there, and everybody can put what is not.
    expect(distrustOpening(absent({ '/opt/tools/store': { mode: 0o1777 } }), PATH)).toBe(
      `${PATH} is not there, and others may put something there`,
    );
  });

  it('takes what is below /usr to be root’s where it cannot see the owner, in a user namespace alone', () => {
    const hidden = { '/usr': { uid: NOBODY }, '/usr/bin': { uid: NOBODY }, '/opt': { uid: NOBODY } };
    expect(distrustOpening(machine(hidden, {}, ONE_ID), '/usr/bin/qemu-arm')).toBeUndefined();
    expect(distrustOpening(machine(hidden), '/usr/bin/qemu-arm')).toBe(`/usr belongs to user ${NOBODY}`);
    const below = { '/opt/tools': { uid: NOBODY } };
    expect(distrustOpening(machine(below, {}, ONE_ID), PATH)).toBe(`/opt/tools belongs to user ${NOBODY}`);
  });
});

describe('sudoUser', () => {
  it.each<[number, Readonly<Record<string, string>>, readonly number[]]>([
    [0, { SUDO_UID: '1000' }, [1000]],
    [0, { SUDO_UID: 'root' }, []],
    [0, { SUDO_UID: '-1' }, []],
    [0, {}, []],
    // Who is not root has not become it.
    [1000, { SUDO_UID: '1001' }, []],
  ])('as user %i with %j: %j', (uid, env, expected) => {
    expect(sudoUser(machine({}, { uid, env }))).toEqual(expected);
  });
});

describe('safeFolder', () => {
  it('is the first in which nobody else can exchange anything', () => {
    const marks = { '/a': { mode: 0o777 }, '/b': { uid: 7 }, '/tmp': { mode: 0o1777 } };
    expect(safeFolder(machine(marks), [undefined, 'relative', '/a', '/b', '/tmp', '/c'])).toBe('/tmp');
    expect(safeFolder(machine(marks), ['/a', '/b'])).toBeUndefined();
    expect(safeFolder({ ...machine(marks), isWritable: () => false }, ['/tmp'])).toBeUndefined();
  });
});

describe('makeSafeTemporary', () => {
  it('makes a folder where nobody else can exchange it, and none where others could', () => {
    const made: unknown[] = [];
    const on = (marks: Readonly<Record<string, Partial<FileStat>>>): Host => ({
      ...machine(marks, { env: { TMPDIR: '/a' } }),
      makeTemporary: (prefix, parent) => `${parent}/${prefix}`,
    });
    made.push(makeSafeTemporary(on({}), 'x-'), makeSafeTemporary(on({ '/a': { mode: 0o777 } }), 'x-'));
    expect(made).toEqual(['/a/x-', '/tmp/x-']);
    expect(() => makeSafeTemporary(on({ '/': { uid: 7 } }), 'x-')).toThrow(
      'others may write to each folder for temporary files (/a, /tmp, /var/tmp)',
    );
  });
});
