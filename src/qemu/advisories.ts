/**
 * Known trouble with QEMU's user mode emulation: what the probe showed, and where nothing can be probed, what was reported
 * of a version, the host, and what is emulated.
 */

import { linksOf } from '../text/text.ts';
import { atLeast, isOlder, parseVersion } from '../text/version.ts';

/**
 * The oldest QEMU of which no fault is known that breaks common builds, whoever built it: older ones lack openat2, or built
 * with musl mistranslate its flags (`tar` fails), crash in ldconfig, or clash with the kernel's brk randomisation.
 */
export const OLDEST_TRUSTED = '10.1.3';

/** What advisories are asked for; what is not known is left out. */
export interface AdvisoryQuestion {
  /** QEMU's version in any form: `10.2.3`, `qemu-v10.2.3-68`, `qemu-arm version 7.2.22 (Debian …)`. */
  readonly version: string;
  /** OCI architecture of the host. */
  readonly hostArch: string;
  /** OCI architectures that are to be emulated; without any, only advisories for every target apply. */
  readonly targets: readonly string[];
  /** `uname -r`. */
  readonly kernelVersion?: string;
  /** ELF type of the emulator: `exec` is linked at a fixed address, `dyn` is static-pie. */
  readonly interpreterType?: 'exec' | 'dyn';
  /** What the probe could not do under it, by the names of `Behaviour`. */
  readonly lacks?: readonly string[];
  /** The x86-64 level that programs get, where amd64 was probed. */
  readonly level?: number;
}

export interface Advisory {
  /** Stable. */
  readonly id: string;
  readonly severity: 'warning' | 'info';
  /** One sentence; names the version where it matters. */
  readonly text: string;
  /** In the imperative. */
  readonly remedy: string;
  /** Public threads, or the place where it was settled. */
  readonly sources: readonly string[];
  /** Those of the targets that were asked about which it concerns. */
  readonly targets: readonly string[];
  /** The probe showed it; what is not probed was reported by others, and need not occur here. */
  readonly probed: boolean;
}

/** An advisory as it is written here; `{version}` in its text becomes the version that was asked about. */
interface Rule extends Pick<Advisory, 'id' | 'severity' | 'text' | 'remedy'> {
  /** As `linksOf` takes them. */
  readonly sources: string;
  /** All, where none are named. */
  readonly targets?: readonly string[];
}

/** An advisory and when it applies. */
interface VersionRule extends Rule {
  /** First version with the trouble. */
  readonly from?: string;
  /** First version without it. */
  readonly below?: string;
  readonly hosts?: readonly string[];
  /** First kernel with the trouble; an unknown kernel counts as newer. */
  readonly kernelFrom?: string;
  readonly interpreterType?: AdvisoryQuestion['interpreterType'];
}

const THIRTY_TWO_BIT_HOSTS = ['386', 'arm', 'mips', 'mipsle', 'ppc', 'riscv32'];
const UPDATE = 'Use QEMU 10.2.3 or newer';

/** An advisory that follows from what the probe could not do. */
interface ProbedRule extends Rule {
  readonly lacks: string;
}

const PROBED: readonly ProbedRule[] = [
  {
    id: 'openat2',
    lacks: 'openat2',
    severity: 'warning',
    text: 'QEMU {version} does not carry out openat2 as tar calls it: “tar: Cannot open: Function not implemented” or “Invalid argument” in images whose tar has the fix for CVE-2025-45582',
    remedy: UPDATE,
    sources: 'tonistiigi/binfmt#285 abiosoft/colima#1613 armbian/build#10713 moby/buildkit#6475',
  },
  {
    id: 'heap',
    lacks: 'heap',
    severity: 'warning',
    text: 'Under QEMU {version} the heap of a program cannot grow (brk): programs crash or are out of memory',
    remedy: UPDATE,
    sources: 'tonistiigi/binfmt#215 upx/upx#683',
  },
  {
    id: 'signal',
    lacks: 'signal',
    severity: 'warning',
    text: 'Under QEMU {version} a program does not go on after a signal',
    remedy: UPDATE,
    sources: 'tonistiigi/binfmt#215',
  },
  {
    id: 'thread',
    lacks: 'thread',
    severity: 'warning',
    text: 'Under QEMU {version} no thread starts and ends as it should',
    remedy: UPDATE,
    sources: 'tonistiigi/binfmt#72',
  },
  {
    id: 'time64',
    lacks: 'time64',
    severity: 'warning',
    text: 'QEMU {version} does not know the system calls for times after 2038: programs of Debian 13 and newer, and of musl 1.2, fail',
    remedy: UPDATE,
    sources: 'docker/buildx#395',
  },
  {
    id: 'rva23',
    lacks: 'rva23',
    severity: 'info',
    text: 'The riscv64 CPU of QEMU {version} lacks instructions of RVA23, which Ubuntu 26.04 is built for: its programs end with “Illegal instruction”',
    remedy: UPDATE,
    sources: 'uraimo/run-on-arch-action#174',
  },
];

/** QEMU_CPU=max shows a CPU of a higher level there, in each program that is started with it. */
const FIRST_LEVEL = {
  id: 'cpu-level-2',
  severity: 'warning',
  text: 'QEMU {version} shows an x86-64 CPU of the first level: “CPU does not support x86-64-v2” in images of RHEL 9 and its kin',
  remedy: `${UPDATE}, or set QEMU_CPU=max`,
  sources: 'podman-container-tools/podman#15456 runfinch/finch#20',
} as const;

const RULES: readonly VersionRule[] = [
  {
    id: 'fixed-address-brk',
    severity: 'warning',
    below: OLDEST_TRUSTED,
    interpreterType: 'exec',
    hosts: ['amd64'],
    kernelFrom: '5.15',
    text: 'This QEMU {version} is linked at a fixed address, and crashes at random where the kernel randomises the heap (brk) further, as distributions’ kernels do since 2025',
    remedy: 'Use a QEMU that is linked static-pie, as current builds are',
    sources: 'tonistiigi/binfmt#215 https://bugs.debian.org/1087822 actions/runner-images#11471',
  },
  {
    id: 'fixed-address',
    severity: 'info',
    from: OLDEST_TRUSTED,
    interpreterType: 'exec',
    hosts: ['amd64'],
    kernelFrom: '5.15',
    text: 'This QEMU {version} is linked at a fixed address, as those were that crashed at random on kernels that randomise the heap (brk) further',
    remedy: 'If programs crash at random, use a QEMU that is linked static-pie',
    sources: 'tonistiigi/binfmt#215 https://bugs.debian.org/1087822',
  },
  {
    id: 'ldconfig-bullseye',
    severity: 'warning',
    below: '5.0.0',
    targets: ['arm64'],
    text: 'Under QEMU {version} ldconfig of Debian 11 crashes in arm64 images',
    remedy: UPDATE,
    sources: 'moby/moby#43039',
  },
  {
    id: 'guest-memory-5.2',
    severity: 'warning',
    from: '5.1.0',
    below: '6.0.0',
    targets: ['arm64'],
    text: 'QEMU {version} was reported to crash at random when it places the program in memory, so that platforms come and go',
    remedy: UPDATE,
    sources: 'docker/buildx#542 go-debos/debos!261',
  },
  {
    id: 'threads-6.1',
    severity: 'info',
    from: '6.1.0',
    below: '6.2.0',
    text: 'Under the first builds of QEMU 6.1 programs that start threads can fail with “Function not implemented” (seen with OpenJ9); a later build of 6.1 has the fix, and this is {version}',
    remedy: UPDATE,
    sources: 'tonistiigi/binfmt#72',
  },
  {
    id: 'arm64-crashes-7',
    severity: 'warning',
    from: '6.2.0',
    below: '8.0.0',
    hosts: ['amd64'],
    targets: ['arm64'],
    text: 'Under QEMU {version} arm64 programs (ldconfig, Node.js, compilers) were reported to crash at random, on newer kernels above all',
    remedy: UPDATE,
    sources: 'docker/setup-qemu-action#188 tonistiigi/binfmt#215 docker/buildx#1170',
  },
  {
    id: 'brk-8',
    severity: 'warning',
    from: '8.0.0',
    below: '8.2.0',
    text: 'Under QEMU {version} programs packed by UPX and ldconfig of Ubuntu 22.04 crash',
    remedy: UPDATE,
    sources: 'upx/upx#683 docker/for-win#15004',
  },
  {
    id: 'ldconfig-8.2',
    severity: 'warning',
    from: '8.2.0',
    below: '8.3.0',
    hosts: ['amd64'],
    targets: ['arm64'],
    text: 'Under QEMU {version}, the version of Ubuntu 24.04’s package, ldconfig of Debian 11 was reported to crash in arm64 images',
    remedy: UPDATE,
    sources: 'RPi-Distro/pi-gen#832',
  },
  {
    id: 'internal-sigsegv-8.2',
    severity: 'info',
    from: '8.2.0',
    below: '8.3.0',
    hosts: ['arm64'],
    targets: ['amd64'],
    text: 'QEMU {version} itself was reported to crash under amd64 programs such as gawk (“QEMU internal SIGSEGV {code=MAPERR, addr=0x20}”)',
    remedy: UPDATE,
    sources: 'podman-container-tools/podman#23219',
  },
  {
    id: 'ldconfig-9.2.0',
    severity: 'warning',
    from: '9.2.0',
    below: '9.2.2',
    text: 'Under QEMU {version} ldconfig of Ubuntu 22.04 crashes (“libc-bin … exit status 139”)',
    remedy: UPDATE,
    sources: 'docker/setup-qemu-action#198 tonistiigi/binfmt#240 coreos/fedora-coreos-config!3290',
  },
  {
    id: 'ldconfig-9.2.2',
    severity: 'info',
    from: '9.2.2',
    below: '10.0.0',
    text: 'Random crashes of ldconfig were still reported with QEMU {version}',
    remedy: UPDATE,
    sources: 'tonistiigi/binfmt#245',
  },
  {
    id: 'ldconfig-10.1.3',
    severity: 'info',
    from: '10.1.3',
    below: '10.2.0',
    targets: ['arm64'],
    text: 'A crash of ldconfig in an image based on Ubuntu 22.04 was reported with QEMU 10.1.3, and is not settled; this is {version}',
    remedy: 'If it occurs, run the step natively',
    sources: 'tonistiigi/binfmt#298',
  },
  {
    id: 'slow-trixie',
    severity: 'info',
    below: '10.0.0',
    text: 'Images of Debian 13 were reported to run slower under QEMU {version} than under 10.0 and newer',
    remedy: UPDATE,
    sources: 'tonistiigi/binfmt#258',
  },
  {
    id: 'systemd-260',
    severity: 'info',
    from: OLDEST_TRUSTED,
    targets: ['arm64'],
    text: 'The scripts of systemd 260 in arm64 images were reported to crash QEMU where it is built with musl, as in tonistiigi/binfmt (“QEMU internal SIGSEGV”); builds with glibc run 262',
    remedy: 'Keep systemd out of such images, or build them on an arm64 machine',
    sources: 'tonistiigi/binfmt#316 systemd/systemd#41279',
  },
  {
    id: 'no-32-bit-hosts',
    severity: 'warning',
    from: '11.0.0',
    hosts: THIRTY_TWO_BIT_HOSTS,
    text: 'QEMU {version} is no longer made for 32-bit hosts',
    remedy: 'Use QEMU 10.2 on this host',
    sources: 'tonistiigi/binfmt!349',
  },
  {
    id: 'go-on-arm64',
    severity: 'info',
    hosts: ['arm64'],
    targets: ['amd64'],
    text: 'Go programs for amd64 that were built before Go 1.25.4 can end with “lfstack.push invalid packing” under emulation on arm64',
    remedy:
      'Use Go 1.25.4 or newer, or cross-compile with GOARCH=amd64 instead of running the Go tools emulated',
    sources: 'tonistiigi/binfmt#269 golang/go#69255',
  },
  {
    id: 'mimalloc-on-arm64',
    severity: 'info',
    hosts: ['arm64'],
    targets: ['amd64'],
    text: 'Programs for amd64 that use the allocator mimalloc, such as Nix 2.35, were reported to crash under QEMU 10.2.3 on arm64, and {version} is not known to be better',
    remedy: 'Set QEMU_GUEST_BASE=0x800000000000 in the steps that run them',
    sources: 'NixOS/nix#16184',
  },
  {
    id: 'large-inode-numbers',
    severity: 'info',
    hosts: ['amd64', 'arm64', 'ppc64le', 's390x', 'riscv64', 'loong64'],
    targets: ['arm', '386', 'mips', 'mipsle', 'ppc'],
    text: 'Programs of 32-bit targets can end with “Value too large for defined data type” where they list folders of a 64-bit host',
    remedy: 'Put such folders (~/.cargo, vcpkg’s) on a tmpfs, or cross-compile',
    sources: 'rust-lang/cargo#8719 docker/buildx#395',
  },
];

/** The advisories that apply, warnings first. A version that cannot be read gives none. */
export function advisoriesFor(question: AdvisoryQuestion): readonly Advisory[] {
  const version = parseVersion(question.version);
  if (version === undefined) return [];
  const kernel = parseVersion(question.kernelVersion ?? '');
  const shown = [
    ...PROBED.filter(({ lacks }) => question.lacks?.includes(lacks)),
    ...(question.level === 1 ? [FIRST_LEVEL] : []),
  ];
  const reported = RULES.filter(
    (rule) =>
      (rule.from === undefined || !isOlder(version, rule.from)) &&
      (rule.below === undefined || isOlder(version, rule.below)) &&
      (rule.hosts === undefined || rule.hosts.includes(question.hostArch)) &&
      (rule.targets === undefined || rule.targets.some((target) => question.targets.includes(target))) &&
      (rule.kernelFrom === undefined || kernel === undefined || atLeast(kernel, rule.kernelFrom)) &&
      (rule.interpreterType === undefined || rule.interpreterType === question.interpreterType),
  );
  const said =
    (probed: boolean) =>
    (rule: Rule): Advisory => ({
      ...{
        id: rule.id,
        severity: rule.severity,
        remedy: rule.remedy,
        sources: linksOf(rule.sources),
        probed,
      },
      targets: question.targets.filter((target) => rule.targets?.includes(target) ?? true),
      text: rule.text.replace('{version}', () => version),
    });
  return [...shown.map(said(true)), ...reported.map(said(false))].sort(
    (a, b) => Number(a.severity === 'info') - Number(b.severity === 'info'),
  );
}
