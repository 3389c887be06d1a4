/** Who may change what lies at a path: whoever may write to it, or to a folder above it, and put another in its place. */

import * as fs from 'node:fs';
import { dirname, join } from 'node:path';
import { listed, printable } from '../text/text.ts';
import { type Opened, openPlace, othersMayExchange } from './files.ts';
import { type FileStat, foldersOnPath, type Host, ROOT_FOLDERS, ROOT_PATH, SYSTEM_FOLDERS } from './host.ts';
import { namesIn, seesEveryUser } from './read.ts';

/** The id by which the kernel shows users that a namespace does not know (/proc/sys/kernel/overflowuid). */
export const NOBODY = 65_534;

/** Folders that are root's on every system, though a user namespace may not show it: those above what is ours. */
const SYSTEM: readonly string[] = [
  ...['/', '/home', '/mnt', '/opt', '/run', '/run/user', '/srv', '/tmp'],
  ...['/usr', '/usr/local', '/usr/local/lib', '/var', '/var/lib', '/var/tmp'],
];

/**
 * Debian's group for /usr/local (base-passwd, "Users and groups"): its members can become root without our help, since
 * root runs what lies in /usr/local/sbin.
 */
const STAFF = { gid: 50, folders: ['/usr/local', '/usr/local/bin', '/usr/local/lib'] };

/**
 * Why others than root, the user of this process and `also` can put something else at a path; `undefined` when nobody
 * can. Nobody can take away or rename what is not theirs in a folder with the sticky bit. A link on the way is an
 * objection by itself. Where this process cannot see whose a folder is, those of the system are taken to be root's.
 */
export function distrust(host: Host, path: string, also: readonly number[] = []): string | undefined {
  const trusted = [0, host.uid, ...also];
  const isUnseen = seesEveryUser(host) ? () => false : (at: string) => SYSTEM.includes(at);
  for (let at = path; ; at = dirname(at)) {
    const found = host.stat(at, false);
    if (found === undefined) return `${at} is not there`;
    if (found.kind === 'link') return `${at} is a link`;
    const objection = objectionTo(at, found, trusted, isUnseen);
    if (objection !== undefined || at === '/') return objection;
  }
}

function objectionTo(
  at: string,
  found: FileStat,
  trusted: readonly number[],
  isUnseen: (at: string) => boolean,
): string | undefined {
  const isRoots = found.uid === NOBODY && isUnseen(at);
  if (!trusted.includes(found.uid) && !isRoots) return `${at} belongs to user ${found.uid}`;
  // The sticky bit keeps what is in a folder, and says nothing of a file.
  const isOpen = found.kind === 'folder' ? othersMayExchange(found) : (found.mode & 0o022) !== 0;
  return isOpen && !isForStaff(at, found) ? `others may write to ${at}` : undefined;
}

/** As many as the kernel follows (include/linux/namei.h, MAXSYMLINKS). */
const LINK_LIMIT = 40;

/**
 * The same for what the kernel finds when it opens a path, through links: each counts for what lies at its own place, and
 * where it leads to is judged likewise. Nothing is said of what is not there, where nobody else can put anything, which they can
 * where the sticky bit keeps them from exchanging things alone. Where this process cannot see whose it is, all below /usr is taken to be root's.
 */
export function distrustOpening(host: Host, path: string, links = LINK_LIMIT): string | undefined {
  const { trusted, isUnseen } = openersOf(host);
  const names = path.split('/').filter((name) => name !== '');
  let above: FileStat | undefined;
  for (let count = 0; count <= names.length; count++) {
    const at = `/${names.slice(0, count).join('/')}`;
    const found = host.stat(at, false);
    if (found === undefined) {
      // What another has mounted over a folder of theirs shows nothing, and can be taken away again.
      if (!host.isAbsent(at)) return `${at} cannot be looked at`;
      const isOpen = above !== undefined && (above.mode & 0o022) !== 0 && !isForStaff(dirname(at), above);
      return isOpen ? `${at} is not there, and others may put something there` : undefined;
    }
    above = found;
    const isLink = found.kind === 'link';
    const objection = objectionTo(at, isLink ? { ...found, mode: 0 } : found, trusted, isUnseen);
    if (objection !== undefined) return objection;
    if (!isLink) continue;
    const to = host.readLink(at);
    if (to === undefined || links === 0) return `${at} leads nowhere`;
    // Not normalised: what is above a link is not what is above where it leads to.
    const next = [...(to.startsWith('/') ? [''] : [dirname(at)]), to, ...names.slice(count)].join('/');
    return distrustOpening(host, next, links - 1);
  }
  return undefined;
}

/** A link that others may have put where a folder of this user's is meant. */
export class ForeignLink extends Error {
  readonly code = 'ELOOP';
}

/**
 * Opens a folder that people name, as a place to go on from; with `mode`, those on the way that are not there are made. A
 * link on the way is followed where nobody but root and this user can have put it there. Throws a ForeignLink for any other,
 * or the errno exception.
 */
export function openNamed(host: Host, path: string, mode?: number): Opened {
  const names = path.split('/');
  let [at, links] = ['/', LINK_LIMIT];
  let here = openPlace(at);
  const go = (to: string, name: string): void => {
    const next = openPlace(name);
    here.close();
    [at, here] = [to, next];
  };
  try {
    for (let name = names.shift(); name !== undefined; name = names.shift()) {
      const next = `${here.path}/${name}`;
      const to = join(at, name);
      const found = name === '' ? undefined : fs.lstatSync(next, { throwIfNoEntry: false });
      if (found?.isSymbolicLink() === true) {
        const why =
          objectionToLink(host, at, fs.fstatSync(here.fd), found) ??
          (links-- === 0 ? 'leads nowhere' : undefined);
        const aim = fs.readlinkSync(next);
        // In a folder of a group, another may have come meanwhile.
        if (why !== undefined || fs.lstatSync(next).ino !== found.ino)
          throw new ForeignLink(`${to} ${why ?? 'is changed by others'}`);
        names.unshift(...aim.split('/'));
        if (aim.startsWith('/')) go('/', '/');
        continue;
      }
      if (name === '') continue;
      if (found === undefined && mode !== undefined) fs.mkdirSync(next, { recursive: true, mode });
      go(to, next);
    }
    return here;
  } catch (thrown) {
    here.close();
    throw thrown;
  }
}

/** Why others may have put a link into a folder, as the words after its path; `undefined` where they cannot. */
function objectionToLink(host: Host, at: string, folder: fs.Stats, link: fs.Stats): string | undefined {
  const { trusted, isUnseen } = openersOf(host);
  const isRoots = folder.uid === NOBODY && isUnseen(at);
  if (!trusted.includes(folder.uid) && !isRoots) return `is a link in a folder of user ${folder.uid}`;
  if ((folder.mode & 0o022) === 0 || isForStaff(at, folder)) return undefined;
  if ((folder.mode & 0o1002) === 0o002) return 'is a link where everybody may write';
  return trusted.includes(link.uid) ? undefined : `is a link of user ${link.uid}`;
}

/** Who may have put there what this user opens, and which folders are root's where a namespace does not show it. */
function openersOf(host: Host): {
  readonly trusted: readonly number[];
  readonly isUnseen: (at: string) => boolean;
} {
  const isOfSystem = (at: string): boolean => SYSTEM.includes(at) || at.startsWith('/usr/');
  return {
    trusted: [0, host.uid, ...usersBehind(host)],
    isUnseen: seesEveryUser(host) ? () => false : isOfSystem,
  };
}

function isForStaff(path: string, { mode, gid }: Pick<FileStat, 'mode' | 'gid'>): boolean {
  return (mode & 0o002) === 0 && gid === STAFF.gid && STAFF.folders.includes(path);
}

/**
 * The full path of a program that people have put on PATH, such as that of an engine, or that lies in the folders of the
 * system. Root starts none that others can exchange, and takes the next of its name.
 */
export function programOf(host: Host, name: string): string | undefined {
  const found = host.which(name);
  if (found === undefined || host.uid !== 0 || distrustOpening(host, found) === undefined) return found;
  return [...foldersOnPath(host.env), ...SYSTEM_FOLDERS]
    .map((folder) => host.which(name, [folder]))
    .find((path) => path !== undefined && distrustOpening(host, path) === undefined);
}

/** The same of a program of the system (mount, flock, apt-get): root's is that of the distribution, wherever PATH leads to. */
export function systemProgram(host: Host, name: string): string | undefined {
  const own = host.uid === 0 ? host.which(name, ROOT_FOLDERS) : undefined;
  return own ?? programOf(host, name);
}

/**
 * Places in which programs that people choose find more programs to start, or what they obey, by the variable that leads there
 * (docker's config.json and plugins, containers.conf(5), containers-storage.conf(5)); a star stands for all names.
 */
const SETTINGS: ReadonlyMap<string, readonly string[]> = new Map([
  ['HOME', ['.docker/config.json', '.docker/cli-plugins/*', '.config/containers', '.local/share/containers']],
  ['DOCKER_CONFIG', ['config.json', 'cli-plugins/*']],
  ['XDG_CONFIG_HOME', ['containers']],
  ['XDG_DATA_HOME', ['containers']],
  ['XDG_RUNTIME_DIR', ['containers']],
]);

/** What is told of what was withheld. The rest leads nowhere where such a program looks. */
const TOLD = new RegExp(`^(?:${[...SETTINGS.keys()].join('|')}|(?:BUILDX|CONTAINERS|DOCKER|REGISTRY)_\\w+)$`);

/** Where nothing is looked for that is there already. */
const SCRATCH = ['TMPDIR', 'TMP', 'TEMP'];

/** Variables whose values are paths, also where those begin at the working folder (`CONTAINERS_CONF`, `APT_CONFIG`, `DOCKER_CERT_PATH`). */
const OF_PATHS = /(?<!PRO)(?:CONF|CONFIG|FILE|PATH|DIR|DIRS|PRELOAD)(?:_|$)/;

/** Addresses, which lead to no file of settings; those of files do. */
const ADDRESSES = /(?<![\w+.-])(?!file:)[a-z][\w+.-]{0,20}:\/\/[^\s"',]*/gi;

interface TrustedEnvironment {
  readonly variables: Readonly<Record<string, string>>;
  /** Why others can change what the variables lead to that are not among them. */
  readonly withheld: ReadonlyMap<string, string>;
}

/**
 * The job's environment, as far as root follows it: without the variables and parts of lists that name a path where others can
 * put something. A home of which that is true is that of root's, or none, since programs look that up themselves.
 */
export function trustedEnvironment(host: Host): TrustedEnvironment {
  const all = Object.entries(host.env).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  const withheld = new Map<string, string>();
  // Root of a user namespace has no more than its user's rights.
  if (host.uid !== 0 || !seesEveryUser(host)) return { variables: Object.fromEntries(all), withheld };
  const kept = new Map<string, string>();
  for (const [name, value] of new Map([...all, ['HOME', host.env.HOME || '/root']])) {
    const split = SETTINGS.has(name) ? [value] : value.split(':');
    const isList = split.every((part) => part === '' || part.startsWith('/'));
    const parts = isList ? split : [value];
    // What is empty in a list stands for the working folder.
    const objections = parts.map((part) =>
      objectionToAll(host, name, part === '' && parts.length > 1 ? '.' : part),
    );
    const objection = objections.find((each) => each !== undefined);
    const good = parts.filter((part, at) => part !== '' && objections[at] === undefined);
    if (objection !== undefined) withheld.set(name, objection);
    if (objection === undefined) kept.set(name, value);
    else if (good.length > 0) kept.set(name, good.join(':'));
  }
  if (!kept.has('HOME'))
    kept.set('HOME', objectionToValue(host, 'HOME', '/root') === undefined ? '/root' : '/');
  return { variables: Object.fromEntries(kept), withheld };
}

/** Why others can change what lies at one of the paths in a value, in whatever form it holds them: `-r/x`, `--require=/x`, `/x /y`. */
function objectionToAll(host: Host, name: string, value: string): string | undefined {
  if (value === '') return undefined;
  if (SETTINGS.has(name)) return objectionToValue(host, name, value);
  const text = value.replace(ADDRESSES, ' ').trim();
  const words = text.split(/[\s=,:;"'|()@]+/).map((word) => word.replace(/^-+\w+(?=\/)/, ''));
  const isPath = (word: string) => word.startsWith('/') || (OF_PATHS.test(name) && /^[^-]/.test(word));
  for (const word of new Set([text, ...words].filter(isPath))) {
    // Not normalised either.
    const path = word.startsWith('/') ? word : `${process.cwd()}/${word}`;
    const objection = objectionToValue(host, name, path);
    if (objection !== undefined) return objection;
  }
  return undefined;
}

/** Why others can change what a program finds by a path that a variable names. */
function objectionToValue(host: Host, name: string, path: string): string | undefined {
  if (!path.startsWith('/')) return `${path} is no full path`;
  const own =
    distrustOpening(host, path) ?? (SCRATCH.includes(name) ? undefined : objectionToMore(host, path));
  if (own !== undefined) return own;
  for (const place of SETTINGS.get(name) ?? []) {
    const at = `${path}/${place}`;
    const folder = at.endsWith('/*') ? dirname(at) : undefined;
    const objection =
      distrustOpening(host, folder ?? at) ??
      (folder === undefined ? undefined : objectionToAny(host, folder));
    if (objection !== undefined) return objection;
  }
  return undefined;
}

/** Why others can change, or add to, what lies in a folder that is not theirs. */
function objectionToAny(host: Host, folder: string): string | undefined {
  const ofFolder = objectionToMore(host, folder);
  if (ofFolder !== undefined) return ofFolder;
  const ofNames = namesIn(host, folder).map((each) => distrustOpening(host, `${folder}/${each}`));
  return ofNames.find((each) => each !== undefined);
}

/** Why others can put more into a folder: the sticky bit keeps what is there, and keeps nobody from that. */
function objectionToMore(host: Host, path: string): string | undefined {
  const found = host.stat(path);
  const isOpen = found !== undefined && (found.mode & 0o022) !== 0 && !isForStaff(path, found);
  return isOpen ? `others may write to ${path}` : undefined;
}

/** What has been said of variables, once in a run. */
const said = new Set<string>();

/** Says which of the variables that bear such a name are withheld from a program. */
export function tellWithheld(
  host: Host,
  program: string,
  log: (line: string) => void,
  told: RegExp = TOLD,
): void {
  const names = [...trustedEnvironment(host).withheld].filter(([name]) => told.test(name));
  if (names.length === 0) return;
  const which = names.map(([name, objection]) => `${name} (${objection})`);
  const line = `${printable(program, 80)} is not told of ${listed(which, 8, 300)}, where others could change what it does`;
  if (!said.has(line)) log(line);
  said.add(line);
}

/**
 * The environment of a program that people have chosen, which starts others by PATH: where it is root's, without what leads to
 * what others can have put there. `undefined` for that of the caller.
 */
export function environmentOf(host: Host): Readonly<Record<string, string>> | undefined {
  if (host.uid !== 0) return undefined;
  const own = foldersOnPath(host.env).filter((path) => objectionToValue(host, 'PATH', path) === undefined);
  return {
    ...trustedEnvironment(host).variables,
    PATH: [...new Set([...own, ...ROOT_FOLDERS])].join(':'),
  };
}

/** The PATH of programs of the system that work for this one: root's have not the job's. */
export function systemPath({ uid, env }: Pick<Host, 'uid' | 'env'>): string {
  return uid === 0 ? ROOT_PATH : (env.PATH ?? ROOT_PATH);
}

/** The whole environment of such a program: nothing of the job's, which may hold secrets, or words that change what it does. */
export function systemEnvironment(host: Pick<Host, 'uid' | 'env'>): Readonly<Record<string, string>> {
  return { PATH: systemPath(host) };
}

/** The first of these folders that this process can write to, and in which nobody else can exchange what it makes. */
export function safeFolder(host: Host, paths: readonly (string | undefined)[]): string | undefined {
  return paths.find(
    (path) =>
      path?.startsWith('/') && distrust(host, path, usersBehind(host)) === undefined && host.isWritable(path),
  );
}

/** A fresh folder in which nobody else can exchange what this process makes. Throws where there is no place for one. */
export function makeSafeTemporary(host: Host, prefix: string): string {
  const { TMPDIR, RUNNER_TEMP } = host.env;
  const places = [TMPDIR, RUNNER_TEMP, '/tmp', '/var/tmp'];
  const parent = safeFolder(host, places);
  if (parent !== undefined) return host.makeTemporary(prefix, parent);
  throw new Error(
    `others may write to each folder for temporary files (${places.filter(Boolean).join(', ')})`,
  );
}

/** Where later steps find what this one leaves them: what is in there is as trustworthy as their scripts, which lie there too. */
export function runnerFolder({ env }: Pick<Host, 'env'>): string {
  return env.RUNNER_TEMP || '/tmp';
}

/**
 * Those who can do what this root does without it: who has become root by sudo(8), and in a job the runner's user, whose
 * scripts root runs in a container (its folders, HOME among them, are mounted there as they are).
 */
export function usersBehind({ uid, env, stat }: Pick<Host, 'uid' | 'env' | 'stat'>): readonly number[] {
  if (uid !== 0) return [];
  const sudo = /^\d{1,10}$/.test(env.SUDO_UID ?? '') ? [Number(env.SUDO_UID)] : [];
  const runner = env.GITHUB_ACTIONS === 'true' && env.RUNNER_TEMP ? stat(env.RUNNER_TEMP)?.uid : undefined;
  return runner === undefined || runner === NOBODY ? sudo : [...sudo, runner];
}
