import {
  chmodSync,
  existsSync,
  fstatSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FileStat, type Host, nodeHost } from '../../../src/host/host.ts';
import {
  distrust,
  distrustOpening,
  environmentOf,
  ForeignLink,
  makeSafeTemporary,
  NOBODY,
  openNamed,
  programOf,
  safeFolder,
  systemPath,
  systemProgram,
  tellWithheld,
  trustedEnvironment,
  usersBehind,
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

  it('trusts nothing that it may not look at: another may have mounted something over it for a while', () => {
    const host = machine({});
    const veiled = { ...host, stat: (path: string) => (path === '/opt/tools' ? undefined : host.stat(path)) };
    expect(distrustOpening({ ...veiled, isAbsent: () => false }, PATH)).toBe(
      '/opt/tools cannot be looked at',
    );
    expect(distrustOpening({ ...veiled, isAbsent: () => true }, PATH)).toBeUndefined();
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

describe('usersBehind', () => {
  it.each<[number, Readonly<Record<string, string>>, readonly number[]]>([
    [0, { SUDO_UID: '1000' }, [1000]],
    [0, { SUDO_UID: 'root' }, []],
    [0, { SUDO_UID: '-1' }, []],
    [0, {}, []],
    // In a container of a job, whose folders are the runner's.
    [0, { GITHUB_ACTIONS: 'true', RUNNER_TEMP: '/__w/_temp' }, [1001]],
    [0, { GITHUB_ACTIONS: 'true', RUNNER_TEMP: '/unseen', SUDO_UID: '1000' }, [1000]],
    [0, { RUNNER_TEMP: '/__w/_temp' }, []],
    [0, { GITHUB_ACTIONS: 'true' }, []],
    // Who is not root has not become it.
    [1000, { SUDO_UID: '1001' }, []],
  ])('as user %i with %j: %j', (uid, env, expected) => {
    const marks = { '/__w/_temp': { uid: 1001 }, '/unseen': { uid: NOBODY } };
    expect(usersBehind(machine(marks, { uid, env }))).toEqual(expected);
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

describe('programs that work for this one', () => {
  /** A machine with these programs, whose PATH names /a and /b. */
  const having = (paths: readonly string[], marks = {}, uid = 0): Host => {
    const host = machine(marks, { uid, env: { PATH: 'relative:/a:/b' } });
    const usual = ['/a', '/b', '/usr/local/bin', '/usr/bin'];
    return {
      ...host,
      which: (name, folders = usual) =>
        folders.map((folder) => `${folder}/${name}`).find((path) => paths.includes(path)),
    };
  };
  const THEIRS = { '/a': { uid: 7 } };

  it.each<[string, readonly string[], object, number, string?, string?]>([
    ['nothing is there', [], {}, 0],
    ['PATH alone has it', ['/a/x', '/b/x'], {}, 0, '/a/x', '/a/x'],
    ['the distribution has it, too', ['/a/x', '/usr/bin/x'], {}, 0, '/a/x', '/usr/bin/x'],
    ['others can exchange the first', ['/a/x', '/b/x'], THEIRS, 0, '/b/x', '/b/x'],
    [
      'others can exchange the first, and root’s own is behind',
      ['/a/x', '/usr/local/bin/x'],
      THEIRS,
      0,
      '/usr/local/bin/x',
      '/usr/local/bin/x',
    ],
    ['others can exchange the only one', ['/a/x'], THEIRS, 0],
    ['this is not root', ['/a/x', '/usr/bin/x'], THEIRS, 1000, '/a/x', '/a/x'],
  ])('where %s', (_, paths, marks, uid, ours, systems) => {
    const host = having(paths, marks, uid);
    expect([programOf(host, 'x'), systemProgram(host, 'x')]).toEqual([ours, systems]);
  });

  it('have the PATH of the distribution where root starts them', () => {
    const own = { PATH: '/a:/b' };
    expect([
      systemPath({ uid: 0, env: own }),
      systemPath({ uid: 1, env: own }),
      systemPath({ uid: 1, env: {} }),
    ]).toEqual(['/usr/sbin:/usr/bin:/sbin:/bin', '/a:/b', '/usr/sbin:/usr/bin:/sbin:/bin']);
  });
});

describe('openNamed', () => {
  let work: string;
  const at = (...names: readonly string[]): string => join(work, ...names);
  beforeEach(() => {
    work = realpathSync(mkdtempSync(join(tmpdir(), 'setup-binfmt-trust-')));
    for (const name of ['shut', 'open', 'real']) mkdirSync(at(name));
    chmodSync(at('open'), 0o777);
  });
  afterEach(() => rmSync(work, { recursive: true }));

  /** Opens as another user, where `user` is one, to whom all of it is another's. */
  const open = (path: string, mode?: number, user = nodeHost().uid): number => {
    const opened = openNamed({ ...nodeHost(), uid: user }, path, mode);
    try {
      return fstatSync(opened.fd).ino;
    } finally {
      opened.close();
    }
  };
  const inode = (path: string): number => statSync(path).ino;

  it('makes what is not there where it is asked to', () => {
    expect(() => open(at('a/b'))).toThrow('ENOENT');
    expect(existsSync(at('a'))).toBe(false);
    expect(open(at('a/b'), 0o755)).toBe(inode(at('a/b')));
    expect(open(`${work}//a/./b/`)).toBe(inode(at('a/b')));
    expect(open('/')).toBe(inode('/'));
  });

  it('follows links of this user’s, by whatever way they lead', () => {
    symlinkSync(at('real'), at('shut/link'));
    symlinkSync('../shut/link/../real', at('shut/other'));
    for (const name of ['link', 'other']) {
      expect(open(at('shut', name))).toBe(inode(at('real')));
      expect(open(at('shut', name, 'made'), 0o755)).toBe(inode(at('real/made')));
    }
  });

  it('needs no folder on the way to be readable', () => {
    mkdirSync(at('shut/inner'));
    chmodSync(at('shut'), 0o311);
    expect(open(at('shut/inner'))).toBe(inode(at('shut/inner')));
    chmodSync(at('shut'), 0o755);
  });

  it.each<[string, () => string, string]>([
    ['where everybody may write', () => 'open/link', 'is a link where everybody may write'],
    ['that leads to itself', () => 'shut/round', 'leads nowhere'],
  ])('refuses one %s', (_, make, why) => {
    symlinkSync(at('real'), at('open/link'));
    symlinkSync('round', at('shut/round'));
    const path = at(make());
    expect(() => open(path)).toThrow(new ForeignLink(`${path} ${why}`));
  });

  it('refuses one of another user where nobody can take it away', () => {
    symlinkSync(at('real'), at('open/link'));
    chmodSync(at('open'), 0o1777);
    expect(open(at('open/link'))).toBe(inode(at('real')));
    const own = nodeHost();
    // Its maker is not the user who asks, nor root, but for those who are root.
    if (own.uid !== 0) expect(() => open(at('open/link'), undefined, own.uid + 1)).toThrow(ForeignLink);
  });

  it('refuses what is no folder, and a link to nothing, and makes nothing by it', () => {
    symlinkSync(at('nothing'), at('shut/link'));
    expect(() => open(at('shut/link'))).toThrow('ENOENT');
    expect(() => open('/etc/hostname/x', 0o755)).toThrow(/ENOTDIR/);
  });
});

describe('environmentOf', () => {
  it('leaves out folders in which others can put programs, for root alone', () => {
    const env = { PATH: '/a:/b:/c:/d:/usr/bin', HOME: '/root', EMPTY: undefined };
    const marks = { '/a': { mode: 0o777 }, '/b': { uid: 7 }, '/c': { mode: 0o1777 } };
    expect(environmentOf(machine(marks, { env }))).toEqual({
      HOME: '/root',
      PATH: '/d:/usr/bin:/usr/sbin:/sbin:/bin',
    });
    expect(environmentOf(machine(marks, { uid: 1000, env }))).toBeUndefined();
  });

  it.each<[string, Partial<FileStat>, boolean]>([
    ['everyone may write to', { mode: 0o777 }, false],
    ['everyone may add to', { mode: 0o1777 }, false],
    ['a group may write to', { mode: 0o775 }, false],
    ['a group may add to', { mode: 0o1775 }, false],
    ['a group may add to, as staff elsewhere', { mode: 0o3775, gid: 50 }, false],
    ['everyone but its group may add to', { mode: 0o1757 }, false],
    ['only root may write to', { mode: 0o755 }, true],
    ['only root may write to, with marks', { mode: 0o3755 }, true],
  ])('of a folder that %s', (_, mark, isKept) => {
    const { PATH = '' } = environmentOf(machine({ '/x': mark }, { env: { PATH: '/x' } })) ?? {};
    expect(PATH.split(':').includes('/x')).toBe(isKept);
  });

  type Marks = Readonly<Record<string, Partial<FileStat>>>;
  const HOMES = { '/home/x/.docker': { uid: 7 }, '/root/.docker': { uid: 7 } };
  it.each<[string, Readonly<Record<string, string>>, Marks, Readonly<Record<string, string | undefined>>]>([
    ['a home of root’s', { HOME: '/home/x' }, {}, { HOME: '/home/x' }],
    ['a neighbour’s home', { HOME: '/home/x' }, { '/home/x': { uid: 7 } }, { HOME: '/root' }],
    ['a home where all may add', { HOME: '/tmp' }, { '/tmp': { mode: 0o1777 } }, { HOME: '/root' }],
    ['a home that is no full path', { HOME: 'x' }, {}, { HOME: '/root' }],
    ['no home', {}, {}, { HOME: '/root' }],
    [
      'settings of theirs in a home',
      { HOME: '/home/x' },
      { '/home/x/.docker': { uid: 7 } },
      { HOME: '/root' },
    ],
    ['settings of theirs in every home', { HOME: '/home/x' }, HOMES, { HOME: '/' }],
    ['settings of theirs in root’s own home', {}, HOMES, { HOME: '/' }],
    [
      'a plugin of theirs',
      { DOCKER_CONFIG: '/dc' },
      { '/dc/cli-plugins/docker-x': { uid: 7 } },
      { DOCKER_CONFIG: undefined },
    ],
    ['settings of root’s', { DOCKER_CONFIG: '/dc' }, {}, { DOCKER_CONFIG: '/dc' }],
    [
      'settings of whoever became root',
      { DOCKER_CONFIG: '/dc', SUDO_UID: '7' },
      { '/dc': { uid: 7 } },
      { DOCKER_CONFIG: '/dc' },
    ],
    [
      'another file of theirs',
      { CONTAINERS_STORAGE_CONF: '/c' },
      { '/c': { uid: 7 } },
      { CONTAINERS_STORAGE_CONF: undefined },
    ],
    ['a list', { LD_LIBRARY_PATH: '/a:/b::/c' }, { '/b': { uid: 7 } }, { LD_LIBRARY_PATH: '/a:/c' }],
    [
      'a folder for scratch files',
      { TMPDIR: '/tmp', X: '/tmp' },
      { '/tmp': { mode: 0o1777 } },
      { TMPDIR: '/tmp', X: undefined },
    ],
    [
      'what names no path',
      { A: 'x', B: '', C: 'unix:///tmp/s', E: 'https://a/tmp,ssh://b@c/tmp', AWS_PROFILE: 'x', F: 'a/tmp' },
      { '/tmp': { uid: 7 }, [process.cwd()]: { uid: 7 } },
      { A: 'x', B: '', C: 'unix:///tmp/s', E: 'https://a/tmp,ssh://b@c/tmp', AWS_PROFILE: 'x', F: 'a/tmp' },
    ],
    ...[
      ...['x:/tmp', '-r/tmp/x', '-I/opt -I/tmp/x', '--require=/tmp/x', '/usr/lib/a.so /tmp/evil.so'],
      ...['-javaagent:/opt/a.jar=x,/tmp/b', '--require "/tmp/x y.js"', 'file:///tmp/x', '@/tmp/x', ' /tmp/x'],
    ].map((value): [string, { A: string }, Marks, { A: undefined }] => [
      `a path of theirs within ${value}`,
      { A: value },
      { '/tmp': { uid: 7 } },
      { A: undefined },
    ]),
    ...['CONTAINERS_CONF', 'REGISTRY_AUTH_FILE', 'DOCKER_CERT_PATH', 'APT_CONFIG', 'BUILDX_CONFIG'].map(
      (name): [string, Record<string, string>, Marks, Record<string, undefined>] => [
        `a working folder of theirs, in which ${name} lies`,
        { [name]: 'x.conf' },
        { [process.cwd()]: { mode: 0o777 } },
        { [name]: undefined },
      ],
    ),
    [
      'a working folder of theirs that a list or a value leads to',
      { LD_LIBRARY_PATH: '/a::/c', LD_PRELOAD: 'a.so b.so', X_FILE: 'https://a/b' },
      { [process.cwd()]: { mode: 0o777 } },
      { LD_LIBRARY_PATH: '/a:/c', LD_PRELOAD: undefined, X_FILE: 'https://a/b' },
    ],
    ['a working folder of root’s', { CONTAINERS_CONF: 'x.conf' }, {}, { CONTAINERS_CONF: 'x.conf' }],
    ['an empty setting', { DOCKER_CONFIG: '', HOME: '' }, {}, { DOCKER_CONFIG: '', HOME: '/root' }],
    ['a name that objects have', { constructor: '/a' }, { '/a': { uid: 7 } }, { constructor: undefined }],
  ])('of %s', (_, env, marks, expected) => {
    const host = {
      ...machine(marks, { env }),
      list: (path: string) => (path.endsWith('plugins') ? ['docker-x'] : []),
    };
    const given = new Map(Object.entries(environmentOf(host) ?? {}));
    expect(Object.fromEntries(Object.keys(expected).map((name) => [name, given.get(name)]))).toEqual(
      expected,
    );
    // Who is not root is given all of it.
    expect(trustedEnvironment({ ...host, uid: 1000 }).variables).toEqual(env);
  });

  it('is told once without what it was, and why', () => {
    const lines: string[] = [];
    const host = machine({ '/dc': { uid: 7 } }, { env: { DOCKER_CONFIG: '/dc', OTHER: '/dc' } });
    for (const _ of [1, 2]) tellWithheld(host, 'docker', (line) => lines.push(line));
    tellWithheld({ ...host, uid: 1000 }, 'podman', (line) => lines.push(line));
    expect(lines).toEqual([
      'docker is not told of DOCKER_CONFIG (/dc belongs to user 7), where others could change what it does',
    ]);
  });

  it.each([0o2775, 0o3775])('keeps the folder of staff: %o', (mode) => {
    const marks = { '/usr/local': { mode, gid: 50 }, '/usr/local/bin': { mode, gid: 50 } };
    const { PATH = '' } = environmentOf(machine(marks, { env: { PATH: '/usr/local/bin' } })) ?? {};
    expect(PATH).toMatch(/^\/usr\/local\/bin:/);
  });
});
