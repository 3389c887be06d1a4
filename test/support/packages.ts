import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Debian packages of any suite and architecture, unpacked beside the machine and never installed on it.
 * Each suite and architecture has an apt root of its own, made from the machine's own sources.
 */

export interface PackageOrigin {
  /** Debian codename or `sid`; the machine's own suite when left out. */
  readonly suite?: string;
  /** Debian architecture; the machine's own when left out. */
  readonly arch?: string;
}

/** Where downloads and unpacked packages are kept between runs. */
export const packageCache = join(tmpdir(), `setup-binfmt-packages-${process.getuid?.() ?? 0}`);

/** The machine's Debian codename, or undefined where the machine is not Debian with apt. */
export function machineSuite(): string | undefined {
  if (!existsSync('/usr/bin/apt-get') || !existsSync('/etc/os-release')) return undefined;
  const release = readFileSync('/etc/os-release', 'utf8');
  if (!/^ID=debian$/m.test(release)) return undefined;
  return /^VERSION_CODENAME=(\w+)$/m.exec(release)?.[1];
}

/** The machine's architecture as Debian names it. */
export function machineArch(): string {
  return run('dpkg', ['--print-architecture']).trim();
}

/**
 * Downloads a package (once) and unpacks it (once); gives the folder that holds its files.
 * Safe when several processes ask at the same time. Throws with apt's own words when it cannot.
 */
export function debPackage(name: string, origin: PackageOrigin = {}): string {
  const suite = origin.suite ?? requireMachineSuite();
  const arch = origin.arch ?? machineArch();
  const folder = join(packageCache, 'unpacked', `${suite}-${arch}`, name);
  if (existsSync(folder)) return folder;
  const root = aptRoot(suite, arch);
  const work = join(packageCache, 'work', `${suite}-${arch}-${name}-${process.pid}`);
  rmSync(work, { recursive: true, force: true });
  mkdirSync(join(work, 'files'), { recursive: true });
  try {
    locked(`apt-${suite}-${arch}`, ['apt-get', '-q', 'download', `${name}:${arch}`], { root, cwd: work });
    const deb = readdirSync(work).find((file) => file.endsWith('.deb'));
    if (deb === undefined) throw new Error(`apt-get downloaded no file for ${name} (${suite}, ${arch})`);
    run('dpkg-deb', ['-x', join(work, deb), join(work, 'files')]);
    mkdirSync(join(folder, '..'), { recursive: true });
    if (!existsSync(folder)) renameInto(join(work, 'files'), folder);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return folder;
}

/**
 * Unpacks packages of the machine's suite into one folder, together with every package they need, whatever the machine
 * has, but for its C library: that belongs to its loader. Programs in it run with `libraryPath(folder)` in
 * LD_LIBRARY_PATH.
 */
export function debClosure(...names: readonly string[]): string {
  return debClosureOf({}, ...names);
}

/** The same of any suite and architecture. */
export function debClosureOf(origin: PackageOrigin, ...names: readonly string[]): string {
  const suite = origin.suite ?? requireMachineSuite();
  const arch = origin.arch ?? machineArch();
  const folder = join(packageCache, 'unpacked', `${suite}-${arch}`, `with-${names.join('+')}`);
  if (existsSync(folder)) return folder;
  const root = aptRoot(suite, arch);
  const work = join(packageCache, 'work', `closure-${names.join('+')}-${process.pid}`);
  rmSync(work, { recursive: true, force: true });
  mkdirSync(join(work, 'archives', 'partial'), { recursive: true });
  mkdirSync(join(work, 'files'), { recursive: true });
  try {
    locked(
      `apt-${suite}-${arch}`,
      [
        ...['apt-get', '-q', '-y', '--no-install-recommends', '--download-only', '--reinstall'],
        ...['-o', `Dir::Cache::archives=${work}/archives`],
        ...['-o', 'Debug::NoLocking=1', 'install', ...names],
      ],
      { root, cwd: work },
    );
    const archives = readdirSync(join(work, 'archives')).filter((f) => /^(?!libc6_).*\.deb$/.test(f));
    for (const file of archives) {
      run('dpkg-deb', ['-x', join(work, 'archives', file), join(work, 'files')]);
    }
    mkdirSync(join(folder, '..'), { recursive: true });
    if (!existsSync(folder)) renameInto(join(work, 'files'), folder);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return folder;
}

/** A file of a package of npm, whatever machine that is for: the newest of the same line of versions. */
export function npmPackage(name: string, file: string, version: string): string {
  const folder = join(packageCache, 'npm', `${name}-${version}`);
  if (!existsSync(folder)) {
    const work = join(packageCache, 'work', `npm-${name}-${process.pid}`);
    rmSync(work, { recursive: true, force: true });
    mkdirSync(work, { recursive: true });
    try {
      run('npm', ['pack', '--silent', `${name}@${version}`], undefined, work);
      const [archive = ''] = readdirSync(work);
      run('tar', ['xzf', archive], undefined, work);
      mkdirSync(join(folder, '..'), { recursive: true });
      renameInto(join(work, 'package'), folder);
    } finally {
      rmSync(work, { recursive: true, force: true });
    }
  }
  return join(folder, file);
}

/** Debian's static busybox of an architecture: the plainest foreign program. */
export function staticBusybox(arch: string = machineArch()): string {
  return join(debPackage('busybox-static', { suite: 'trixie', arch }), 'usr/bin/busybox');
}

/** LD_LIBRARY_PATH for programs in an unpacked folder. */
export function libraryPath(folder: string): string {
  const parts = ['usr/lib', 'lib'].flatMap((lib) => [
    join(folder, lib, `${process.arch === 'arm64' ? 'aarch64' : 'x86_64'}-linux-gnu`),
    join(folder, lib),
  ]);
  return parts.join(':');
}

/** Names of the packages of a suite that match a regular expression of apt-cache, sorted. */
export function findPackages(pattern: string, origin: PackageOrigin = {}): readonly string[] {
  const root = aptRoot(origin.suite ?? requireMachineSuite(), origin.arch ?? machineArch());
  return run('apt-cache', ['pkgnames'], aptEnvironment(root))
    .split('\n')
    .filter((name) => new RegExp(`^(?:${pattern})$`).test(name))
    .sort();
}

/** The address of the machine's own Debian archive, for programs that want one (debootstrap). */
export function archiveAddress(): string {
  const address = /^(?:URIs:|deb(?:\s+\[[^\]]*\])?)\s+(\S+)/m.exec(ownSource(requireMachineSuite()))?.[1];
  if (address === undefined) throw new Error('no archive address in the apt sources of this machine');
  return address;
}

function requireMachineSuite(): string {
  const suite = machineSuite();
  if (suite === undefined) throw new Error('this machine is not Debian with apt');
  return suite;
}

/** An apt root for one suite and architecture: lists fetched at most once in six hours. */
function aptRoot(suite: string, arch: string): string {
  const root = join(packageCache, 'apt', `${suite}-${arch}`);
  const fresh = join(root, 'fetched');
  if (existsSync(fresh) && Date.now() - Number(readFileSync(fresh, 'utf8')) < 6 * 3600_000) return root;
  for (const part of ['lists/partial', 'cache/archives/partial', 'parts', 'preferences']) {
    mkdirSync(join(root, part), { recursive: true });
  }
  writeFileSync(join(root, 'status'), '');
  const source = ownSource(suite);
  writeFileSync(join(root, 'parts', `own.${source.startsWith('deb') ? 'list' : 'sources'}`), source);
  writeFileSync(
    join(root, 'apt.conf'),
    [
      `Dir::State "${root}";`,
      `Dir::State::status "${root}/status";`,
      `Dir::State::lists "${root}/lists";`,
      `Dir::Cache "${root}/cache";`,
      'Dir::Etc::sourcelist "/dev/null";',
      `Dir::Etc::sourceparts "${root}/parts";`,
      'Dir::Etc::preferences "/dev/null";',
      `Dir::Etc::preferencesparts "${root}/preferences";`,
      `APT::Architecture "${arch}";`,
      `APT::Architectures { "${arch}"; };`,
      'APT::Sandbox::User "";',
      'Acquire::Languages "none";',
      'Acquire::IndexTargets::deb::DEP-11::DefaultEnabled "false";',
      'Acquire::Retries "3";',
      '',
    ].join('\n'),
  );
  locked(`apt-${suite}-${arch}`, ['apt-get', '-q', '-o', 'APT::Update::Error-Mode=any', 'update'], { root });
  writeFileSync(fresh, String(Date.now()));
  return root;
}

/** The machine's own source of its Debian suite, rewritten for another one. */
function ownSource(suite: string): string {
  const own = requireMachineSuite();
  const folder = '/etc/apt/sources.list.d';
  const files = [
    '/etc/apt/sources.list',
    ...(existsSync(folder) ? readdirSync(folder) : []).map((f) => join(folder, f)),
  ];
  for (const file of files.filter((f) => existsSync(f))) {
    const text = readFileSync(file, 'utf8');
    if (file.endsWith('.sources')) {
      const stanza = text
        .split(/\n\s*\n/)
        .find(
          (part) =>
            new RegExp(`^Suites:(?:.*\\s)?${own}(?:\\s|$)`, 'm').test(part) &&
            /^Components:.*\bmain\b/m.test(part),
        );
      if (stanza !== undefined) return `${stanza.replace(/^Suites:.*$/m, `Suites: ${suite}`)}\n`;
    } else if (file.endsWith('.list')) {
      const line = text.split('\n').find((l) => new RegExp(`^deb\\s.*\\s${own}\\s+main\\b`).test(l));
      if (line !== undefined)
        return `${line.replace(new RegExp(`\\s${own}\\s+main\\b`), ` ${suite} main`)}\n`;
    }
  }
  throw new Error(`no apt source for ${own} main on this machine`);
}

function aptEnvironment(root: string): NodeJS.ProcessEnv {
  return {
    ...process.env,
    APT_CONFIG: join(root, 'apt.conf'),
    LC_ALL: 'C',
    DEBIAN_FRONTEND: 'noninteractive',
  };
}

/** Runs a command under a kernel-held lock of this cache, so that two suites can ask at once. */
function locked(name: string, command: readonly string[], where: { root: string; cwd?: string }): void {
  mkdirSync(packageCache, { recursive: true });
  run('flock', [join(packageCache, `${name}.lock`), ...command], aptEnvironment(where.root), where.cwd);
}

/** Another process may have been quicker: then its copy stands. */
function renameInto(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if (!existsSync(to)) throw error;
  }
}

function run(command: string, args: readonly string[], env?: NodeJS.ProcessEnv, cwd?: string): string {
  return execFileSync(command, args, {
    encoding: 'utf8',
    maxBuffer: 64 << 20,
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(env === undefined ? {} : { env }),
    ...(cwd === undefined ? {} : { cwd }),
  });
}
