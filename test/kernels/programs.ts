import { execFileSync } from 'node:child_process';
import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Behaviour } from '../../src/probe/behaviours.ts';
import { foreignRoot } from '../support/foreign-root.ts';
import { debClosure, debPackage, libraryPath } from '../support/packages.ts';

/** Real programs of other architectures, which do what a probe does, or what QEMU was reported to fail at. */

export interface RealProgram {
  /** OCI architecture. */
  readonly arch: string;
  readonly what: string;
  /** What the probe does of it; it says whether the program runs. */
  readonly needs?: Behaviour | 'level 3';
  /** Advisories that were reported of it, by id. */
  readonly reported?: RegExp;
  /** In the root of its architecture. */
  readonly command: readonly string[];
  /** What it writes in the end. */
  readonly says: string;
  /** How often it is run: what comes by chance takes more than one. */
  readonly times: number;
}

/** openat2 by its number, with a file below the folder alone and no link, as tar calls it. */
const OPENAT2 = `use Fcntl;
open my $made, ">", "/tmp/file" or die "$!\\n"; close $made;
my $how = pack "QQQ", O_RDONLY | O_NOFOLLOW, 0, 8;
opendir my $folder, "/tmp" or die "$!\\n";
my $name = "file";
my $got = syscall 437, fileno $folder, $name, $how, 24;
print $got < 0 ? "$!\\n" : "done\\n"; exit($got < 0);`;

/** What a Python program of some size does: threads, processes, signals, times, files, much memory. */
const PYTHON = `import os, signal, subprocess, sys, threading, time
heard = []
signal.signal(signal.SIGALRM, lambda *_: heard.append(1))
signal.setitimer(signal.ITIMER_REAL, 0.01)
work = [threading.Thread(target=lambda: sum(range(20000))) for _ in range(4)]
[one.start() for one in work]; [one.join() for one in work]
grown = bytearray(32 << 20)
assert time.time() > 1e9 and time.monotonic() > 0
while not heard: time.sleep(0.005)
assert subprocess.check_output([sys.executable, "-S", "-c", "print(6 * 7)"]) == b"42\\n"
assert len(os.listdir("/usr/lib")) > 1
print("done")`;

/** A worker, and hashing in the pool of threads. */
const NODE = `const { Worker } = require('node:worker_threads');
const { pbkdf2 } = require('node:crypto');
new Worker("require('node:worker_threads').parentPort.postMessage(6 * 7)", { eval: true }).once('message', (n) =>
  pbkdf2('a', 'b', 500, 32, 'sha256', () => console.log(n === 42 ? 'done' : n)));`;

const SUM = '2812736';

/** What is run of each architecture. */
const common = (arch: string): readonly RealProgram[] => [
  {
    ...{ arch, what: 'perl: openat2, as tar calls it', needs: 'openat2' },
    ...{ command: ['perl', '-e', OPENAT2], says: 'done', times: 1 },
  },
  {
    ...{ arch, what: 'ldconfig over all libraries', reported: /ldconfig|crash|guest-memory/ },
    ...{ command: ['sh', '-c', 'ldconfig -C /tmp/cache && echo done'], says: 'done', times: 5 },
  },
  {
    ...{ arch, what: 'Python: threads, processes, signals, times', reported: /crash|guest-memory|thread/ },
    ...{ command: ['python3', '-S', '-c', PYTHON], says: 'done', times: 2 },
  },
];

/** Its collector runs all the time. */
const golang = (arch: string, version: string): RealProgram => ({
  ...{ arch, what: `gofmt, built by Go ${version}`, reported: /go-on|crash|guest-memory/ },
  command: ['sh', '-c', `GOGC=5 /opt/gofmt-${version} -l /opt/text.go && echo done`],
  ...{ says: 'done', times: 2 },
});

const GO_TEXT = [
  'package text\n',
  ...Array.from({ length: 3000 }, (_, at) => `func f${at}(a int) int { return a*${at} + 1 }`),
].join('\n');

const vectors = (arch: string, needs: RealProgram['needs'], what: string): RealProgram => ({
  ...{ arch, what, needs, command: ['/opt/vector'], says: SUM, times: 1 },
});

/** On hosts of amd64. */
export const PROGRAMS: readonly RealProgram[] = [
  ...['arm64', 'arm', 'riscv64'].flatMap(common),
  ...['arm64', 'arm', 'riscv64'].map((arch) => golang(arch, '1.24')),
  ...['arm64', 'arm', 'riscv64'].map(
    (arch): RealProgram => ({
      ...{ arch, what: 'Node.js 20: a worker, and hashing in threads', reported: /crash|guest-memory/ },
      ...{ command: ['node', '-e', NODE], says: 'done', times: 2 },
    }),
  ),
  vectors('riscv64', 'rva23', 'compiled with Zba, Zbb, Zicond and V of RVA23'),
];

/** On hosts of arm64, where amd64 is foreign. */
export const AMD64_PROGRAMS: readonly RealProgram[] = [
  ...common('amd64'),
  golang('amd64', '1.19'),
  golang('amd64', '1.27'),
  vectors('amd64', 'level 3', 'compiled for x86-64-v3 (AVX2, FMA)'),
  {
    ...{ arch: 'amd64', what: 'gawk', reported: /internal-sigsegv/ },
    ...{ command: ['gawk', 'BEGIN { print toupper("done") }'], says: 'DONE', times: 2 },
  },
  {
    ...{ arch: 'amd64', what: 'perl with the allocator mimalloc', reported: /mimalloc/ },
    command: ['sh', '-c', 'LD_PRELOAD=libmimalloc.so.3 perl -e \'my @all = (1) x 1e5; print "done\\n"\''],
    ...{ says: 'done', times: 2 },
  },
];

/** Debian's name of it, the packages of its root, versions of Go with their suites, and what its vectors are made for. */
interface RootOf {
  readonly debian: string;
  readonly more: readonly string[];
  readonly go?: Readonly<Record<string, string>>;
  readonly vector?: readonly [target: string, march: string];
}

const ROOTS: Readonly<Record<string, RootOf>> = {
  amd64: {
    debian: 'amd64',
    more: ['gawk', 'libmimalloc3'],
    go: { '1.19': 'bookworm', '1.27': 'sid' },
    vector: ['x86_64', 'x86-64-v3'],
  },
  arm64: { debian: 'arm64', more: ['nodejs'], go: { '1.24': 'trixie' } },
  arm: { debian: 'armhf', more: ['nodejs'], go: { '1.24': 'trixie' } },
  riscv64: {
    debian: 'riscv64',
    more: ['nodejs'],
    go: { '1.24': 'trixie' },
    vector: ['riscv64', 'rv64gcv_zba_zbb_zbs_zicond'],
  },
};

/** The root that holds the programs of an architecture; kept between runs. */
export function programRoot(arch: string): string {
  const of = ROOTS[arch];
  if (of === undefined) throw new Error(`no programs for ${arch}`);
  const { debian, more, go = {}, vector } = of;
  const names = ['dash', 'libc-bin', 'perl-base', 'python3-minimal', 'libpython3-stdlib', ...more];
  return foreignRoot(`programs-${arch}`, { suite: 'trixie', arch: debian }, names, (root) => {
    writeFileSync(join(root, 'opt/text.go'), `${GO_TEXT}\n`);
    for (const [version, suite] of Object.entries(go)) {
      const origin = { suite, arch: debian };
      const from = join(debPackage(`golang-${version}-go`, origin), `usr/lib/go-${version}/bin/gofmt`);
      cpSync(from, join(root, `opt/gofmt-${version}`));
    }
    if (vector !== undefined) compileVector(vector, join(root, 'opt/vector'));
  });
}

function compileVector([target, march]: readonly [string, string], to: string): void {
  const clang = debClosure('clang-19', 'lld-19');
  const llvm = join(clang, 'usr/lib/llvm-19');
  const alone = ['-O3', '-ffast-math', '-ffreestanding', '-nostdlib', '-static', '-fuse-ld=lld'];
  execFileSync(
    join(llvm, 'bin/clang'),
    [
      ...[`--target=${target}-linux-gnu`, `-march=${march}`, ...alone],
      ...['-o', to, join(import.meta.dirname, 'vector.c')],
    ],
    {
      env: {
        PATH: `${llvm}/bin:/usr/bin:/bin`,
        LD_LIBRARY_PATH: `${libraryPath(clang)}:${llvm}/lib`,
      },
    },
  );
}
