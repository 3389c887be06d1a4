/** Runs apt-get for an ordinary user, and reads what it says. */
import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import type { Host } from '../host/host.ts';
import { SLOWEST, tooSlow } from '../host/http.ts';
import type { ToldProxies } from '../host/network/machine.ts';
import { namesIn, seesEveryUser } from '../host/read.ts';
import { type Followed, type FollowOptions, runFollowed } from '../host/run.ts';
import { systemPath, tellWithheld, trustedEnvironment } from '../host/trust.ts';
import type { Progress } from '../text/progress.ts';
import { formatBytes, printable } from '../text/text.ts';

/** The packages that hold QEMU's user mode: the static build has the first name, or, where that is gone, the second. */
export const PACKAGES = ['qemu-user-static', 'qemu-user'] as const;

/** A package below this size holds no QEMU: it only leads to the other one (77 kB on Debian 13). */
const SMALLEST_PACKAGE = 1024 * 1024;

/** Hooks of the machine that would run after an update of its own lists. The rest keeps an update small. */
const CONFIGURATION = `
#clear APT::Update::Pre-Invoke;
#clear APT::Update::Post-Invoke;
#clear APT::Update::Post-Invoke-Success;
#clear APT::Update::Post-Invoke-Stats;
#clear Acquire::Languages;
Acquire::Languages "none";
`;

/** What of the environment apt may see: nothing of a job's secrets, nor, as root, what others can have put there. */
const ENVIRONMENT = /^(HOME|TMPDIR|APT_CONFIG|(https?|ftp|all|no)_proxy|SSL_CERT_(FILE|DIR))$/i;

/** How often the size of the file that apt writes is looked at, in milliseconds. */
const LOOK_MS = 200;

/** apt itself ends a silence of 20 seconds, and goes on for ever where something comes now and then. */
const PACE_MS = 60_000;

/** Minutes in a row in which too little has come: one can go into tries at a source that does not answer. */
const SLOW_MINUTES = 2;

export interface Apt {
  readonly host: Host;
  /** The program apt-get. */
  readonly program: string;
  /** What it is told of proxies; its own configuration counts before. */
  readonly proxies: ToldProxies;
  /** A private folder that this apt writes to. */
  readonly folder: string;
  /** When all of it has to be done, as `performance.now()` counts. */
  readonly deadline: number;
  readonly log: (line: string) => void;
  readonly download?: Progress['download'];
}

/** Whose package lists are read: those that the machine has, or our own (see `updateLists`). */
export type Lists = 'machine' | 'own';

/** What apt answered; `complaint` is what it said against it, safe to print, possibly empty. */
export interface AptAnswer<T> {
  readonly value: T | undefined;
  readonly complaint: string;
  /** The line is too slow: there is no use in another try. */
  readonly isSlow?: boolean;
}

/**
 * Prepares a private folder for apt-get's lists, cache and downloads. Sources, keys, pinning, proxies and credentials
 * stay the machine's: apt verifies the lists' signatures and, against them, what it downloads.
 */
export function prepareApt(apt: Apt): void {
  // As root, apt fetches lists as its own user, who has to get there.
  chmodSync(apt.folder, 0o711);
  for (const name of ['lists/partial', 'cache/archives/partial', 'download'])
    apt.host.makeFolder(join(apt.folder, name));
  apt.host.writeFile(join(apt.folder, 'apt.conf'), CONFIGURATION);
  tellWithheld(apt.host, 'apt-get', apt.log, ENVIRONMENT);
}

/** The package that holds QEMU according to the lists; nothing is fetched. */
export async function findPackage(apt: Apt, lists: Lists): Promise<AptAnswer<DebCandidate>> {
  const complaints: string[] = [];
  for (const name of PACKAGES) {
    const run = await aptGet(apt, lists, ['--print-uris', 'download', name]);
    const candidate = run.code === 0 ? parseCandidate(run.tail, name) : undefined;
    if (candidate !== undefined && candidate.size >= SMALLEST_PACKAGE)
      return { value: candidate, complaint: '' };
    complaints.push(whyNot(run));
  }
  return { value: undefined, complaint: complaints.find((text) => text !== '') ?? '' };
}

/**
 * Fetches the lists of the machine's sources into our own folder; gives the bytes fetched. A source that
 * fails does not count as long as another one has the package, so the answer always has a value.
 */
export async function updateLists(apt: Apt): Promise<{ readonly bytes: number; readonly complaint: string }> {
  const started = performance.now();
  const run = await aptGet(apt, 'own', ['update'], followed(apt));
  const bytes = parseFetched(run.tail);
  const seconds = (performance.now() - started) / 1000;
  apt.log(`apt: ${formatBytes(bytes)} of package lists in ${seconds.toFixed(1)} s`);
  return { bytes, complaint: whyNot(run) };
}

/** Downloads a package; gives the path of its file, which apt has checked against the signed lists. */
export async function downloadPackage(
  apt: Apt,
  lists: Lists,
  candidate: DebCandidate,
): Promise<AptAnswer<string>> {
  const path = join(apt.folder, 'download', candidate.file);
  const place = printable(placeOf(candidate.uri));
  const named = `${candidate.package} ${candidate.version}`;
  if (apt.download === undefined) apt.log(`apt: ${named}, ${formatBytes(candidate.size)} from ${place}`);
  const meter = apt.download?.({ what: named, from: place, bytes: candidate.size });
  let seen = 0;
  const look = (): void => {
    const size = apt.host.stat(path)?.size ?? 0;
    meter?.add(size - seen);
    seen = size;
  };
  const ticker = setInterval(look, LOOK_MS);
  let whole = false;
  try {
    const what = `${candidate.package}=${candidate.version}`;
    const run = await aptGet(apt, lists, ['download', what], followed(apt));
    const found = apt.host.stat(path, false);
    whole = run.code === 0 && found?.kind === 'file' && found.size === candidate.size;
    if (whole) return { value: path, complaint: '' };
    const complaint = whyNot(run) || 'apt-get left no complete file';
    return { value: undefined, complaint, isSlow: run.ended !== undefined };
  } finally {
    clearInterval(ticker);
    look();
    meter?.end(whole);
  }
}

/**
 * What apt-get says of failures, and goes on with in lines of their own: `whyNot` tells it once. How much has come in which
 * time is told by us, the wait for the first byte included.
 */
const TOLD_ELSEWHERE = /^(?:[EWN]: |Err:|Ign:|\s|Fetched )/;

/** Tells what apt-get says, as people follow it, and ends it where too little comes. */
function followed(apt: Apt): Pick<FollowOptions, 'line' | 'watch'> {
  let before = 0;
  let slow = 0;
  const look = (): string | undefined => {
    const bytes = fetchedBytes(apt);
    const speed = Math.round((bytes - before) / (PACE_MS / 1000));
    // Less than before: what has come is being unpacked.
    slow = bytes >= before && speed < SLOWEST ? slow + 1 : 0;
    before = bytes;
    return slow < SLOW_MINUTES ? undefined : `the line of apt-get ${tooSlow(speed)}`;
  };
  return {
    line: (line) => {
      if (!TOLD_ELSEWHERE.test(line)) apt.log(`apt: ${withoutCredentials(line)}`);
    },
    watch: { everyMs: PACE_MS, look },
  };
}

/** What lies in the folders that apt-get downloads to. */
function fetchedBytes({ host, folder }: Apt): number {
  const files = ['lists', 'lists/partial', 'download'].flatMap((name) =>
    namesIn(host, join(folder, name)).map((file) => host.stat(join(folder, name, file), false)),
  );
  return files.reduce((sum, file) => sum + (file?.kind === 'file' ? file.size : 0), 0);
}

function aptGet(
  apt: Apt,
  lists: Lists,
  args: readonly string[],
  following: Pick<FollowOptions, 'line' | 'watch'> = { line: () => undefined },
): Promise<Followed> {
  const { host, folder, program } = apt;
  const options = [
    `Dir::Cache=${join(folder, 'cache')}`,
    'APT::Get::AllowUnauthenticated=false',
    'Acquire::AllowInsecureRepositories=false',
    'Acquire::AllowWeakRepositories=false',
    'Acquire::AllowDowngradeToInsecureRepositories=false',
    'Acquire::IndexTargets::deb::DEP-11::DefaultEnabled=false',
    'Acquire::IndexTargets::deb::CNF::DefaultEnabled=false',
    'Acquire::GzipIndexes=true',
    'Acquire::Retries=3',
    'Acquire::http::Timeout=20',
    'Acquire::https::Timeout=20',
    ...(lists === 'own' ? [`Dir::State::lists=${join(folder, 'lists')}`] : []),
    // In a user namespace apt's own user often does not exist.
    ...(seesEveryUser(host) ? [] : ['APT::Sandbox::User=root']),
  ];
  const kept = Object.entries(trustedEnvironment(host).variables).filter(([name]) => ENVIRONMENT.test(name));
  const all = ['-q', '-c', join(folder, 'apt.conf'), ...options.flatMap((option) => ['-o', option]), ...args];
  return runFollowed(program, all, {
    env: {
      ...Object.fromEntries(kept),
      PATH: systemPath(host),
      ...apt.proxies.variables,
      LC_ALL: 'C',
      DEBIAN_FRONTEND: 'noninteractive',
    },
    cwd: join(folder, 'download'),
    timeoutMs: Math.max(1, apt.deadline - performance.now()),
    ...following,
  });
}

function whyNot({ code, timedOut, ended, tail }: Followed): string {
  if (ended !== undefined) return ended;
  if (timedOut) return 'apt-get did not end in time';
  const last = code === 0 ? '' : withoutCredentials(tail.slice(tail.lastIndexOf('\n') + 1));
  return printable(complaintOf(tail) || last);
}

/** One package that apt offers. Every field is checked for form; `uri` is for showing its place only. */
export interface DebCandidate {
  readonly package: string;
  /** Package version, epoch included (`1:10.0.13+ds-0+deb13u1`). */
  readonly version: string;
  /** Debian architecture (`amd64`). */
  readonly arch: string;
  /** Name of the file that `apt-get download` writes. */
  readonly file: string;
  /** Bytes of the file. */
  readonly size: number;
  /** Algorithm and digest by which apt checks the file (`SHA256:…`, `SHA512:…`). */
  readonly hash: string;
  readonly uri: string;
}

const URI_LINE = /^'([^']+)' (\S+) (\d{1,15}) (SHA256:[0-9a-f]{64}|SHA512:[0-9a-f]{128})$/;
const FILE =
  /^([a-z0-9][a-z0-9+.-]{1,60})_((?:\d{1,9}%3a)?[0-9][A-Za-z0-9.+~-]{0,120})_([a-z0-9-]{1,30})\.deb$/;

/**
 * Parses the output of `apt-get --print-uris download <name>`: one line `'URI' FILE SIZE HASH` a package
 * (apt-get(8)); in FILE the colon of the epoch is `%3a`. Gives the first well-formed line of that package,
 * `undefined` when there is none. Packages without a strong digest do not count.
 */
export function parseCandidate(text: string, name: string): DebCandidate | undefined {
  for (const line of text.split('\n')) {
    const [, uri = '', file = '', size = '', hash = ''] = URI_LINE.exec(line.trim()) ?? [];
    const [, found, version = '', arch = ''] = FILE.exec(file) ?? [];
    if (found !== name) continue;
    return { package: name, version: version.replace('%3a', ':'), arch, file, size: Number(size), hash, uri };
  }
  return undefined;
}

/** The line of `parseCandidate` again, with nothing of the URI but its place. */
export function formatCandidate(candidate: DebCandidate): string {
  const { uri, file, size, hash } = candidate;
  return `'${uri.slice(0, uri.indexOf(':'))}://${placeOf(uri)}' ${file} ${size} ${hash}`;
}

/** Bytes that `apt-get update` says it fetched (`Fetched 9415 kB in 1s`); 0 when it does not say. */
export function parseFetched(stdout: string): number {
  const [, number = '0', unit = ''] = /^Fetched ([\d,.]{1,12}) ([kMG]?)B in /m.exec(stdout) ?? [];
  return Number(number.replaceAll(',', '')) * ({ k: 1e3, M: 1e6, G: 1e9 }[unit] ?? 1);
}

/** The place that a URI of apt names, without user, password and path: a host name, or the scheme. */
export function placeOf(uri: string): string {
  const [, scheme = 'unknown place', host = ''] =
    /^([a-z][a-z0-9+.-]{0,30}):(?:\/\/(?:[^/]*@)?([^/?#]*))?/i.exec(uri) ?? [];
  return host === '' ? scheme : host;
}

/** Takes user names and passwords out of every URI in a text. */
export function withoutCredentials(text: string): string {
  return text.replace(/([a-z][a-z0-9+.-]{0,30}:\/\/)[^/\s'"]*@/gi, '$1');
}

/**
 * The first errors of an apt run (lines `E:` or `Err:`), else its first warning (`W:`), joined to one line
 * without credentials; empty when it complained about nothing.
 */
export function complaintOf(said: string): string {
  const lines = withoutCredentials(said.slice(0, 65536)).split('\n');
  const of = (level: RegExp): readonly string[] => [
    ...new Set(lines.flatMap((line) => (level.test(line) ? [line.replace(level, '').trim()] : []))),
  ];
  const errors = of(/^E: /);
  const all = errors.length > 0 ? errors : of(/^W: /);
  // What keeps it from one place keeps it from others.
  const [first] = all.filter((line) => line.startsWith('Failed to fetch'));
  const others = all.filter((line) => line === first || !line.startsWith('Failed to fetch'));
  return others.slice(0, 2).join('; ');
}
