/** The table of everything that can be emulated, and the normalising of platform names. */

import { nearestWord } from '../text/text.ts';

export interface ElfIdentity {
  readonly bits: 32 | 64;
  readonly endian: 'little' | 'big';
  /** `e_machine`. */
  readonly machine: number;
  /** `e_flags`: some emulators refuse a program without its ABI there. */
  readonly flags: number;
}

/** One architecture that QEMU's user mode emulates: one magic, one handler, one probe. */
export interface Target {
  /** OCI architecture (`arm64`), or QEMU's name where OCI has none; the key of the table. */
  readonly arch: string;
  /** QEMU's target name (`aarch64`): handler `qemu-aarch64`, entry `qemu-aarch64`. */
  readonly qemu: string;
  readonly elf: ElfIdentity;
  /** Its other names, lower case: QEMU, uname, Debian and common use. */
  readonly aliases: readonly string[];
  readonly offset: 0;
  /** What its programs begin with, in lower-case hex. */
  readonly magic: string;
  /** Which bits of `magic` count, in lower-case hex of the same length. */
  readonly mask: string;
}

/** A platform; its operating system is always Linux. */
export interface Platform {
  /** OCI architecture, a key of the table. */
  readonly arch: string;
  /** Without it, the plain architecture. Plain `arm` does not occur: it is `v7`. */
  readonly variant?: string;
}

/** A text that names no platform, and the platform it may have meant. */
export interface UnknownPlatform {
  readonly unknown: string;
  readonly nearest?: string;
}

/** The one operating system that there is here. */
const SYSTEM = 'linux';

const EM_MIPS = 8;

/** `EF_MIPS_ABI2`: tells n32 from o32, which are alike in all else. */
const MIPS_N32 = 0x20;

/** Names of 32-bit Arm that say which generation is meant. Docker's own reading of `armel` is `v6`. */
const ARM_VARIANTS: ReadonlyMap<string, string> = new Map([
  ['armhf', 'v7'],
  ['armel', 'v6'],
  ['armv5', 'v5'],
  ['armv5l', 'v5'],
  ['armv5tel', 'v5'],
  ['armv5tejl', 'v5'],
  ['armv6', 'v6'],
  ['armv6l', 'v6'],
  ['armv7', 'v7'],
  ['armv7a', 'v7'],
  ['armv7l', 'v7'],
  ['armv7hl', 'v7'],
  // What a 64-bit machine calls its 32-bit mode; images for it are arm/v7.
  ['armv8l', 'v7'],
  ['arm32', 'v7'],
  ['arm32v5', 'v5'],
  ['arm32v6', 'v6'],
  ['arm32v7', 'v7'],
]);

/** All targets: what `all` means first, in the order in which BuildKit asks for them, then the others. */
export const TARGETS: readonly Target[] = [
  target('amd64', 'x86_64', 64, 'little', 62, 0, 'x86-64 x64'),
  target('arm64', 'aarch64', 64, 'little', 183, 0, 'arm64v8 armv8'),
  target('riscv64', 'riscv64', 64, 'little', 243, 0, 'riscv64gc'),
  // ELFv2: the entry point is an address of code, and not of a descriptor.
  target('ppc64le', 'ppc64le', 64, 'little', 21, 0x2, 'ppc64el powerpc64le powerpc64el'),
  target('s390x', 's390x', 64, 'big', 22, 0),
  target('386', 'i386', 32, 'little', 3, 0, 'i486 i586 i686 x86 ia32'),
  // EF_MIPS_ARCH_64.
  target('mips64le', 'mips64el', 64, 'little', 8, 0x60000000),
  target('mips64', 'mips64', 64, 'big', 8, 0x60000000),
  // EF_LOONGARCH_ABI_DOUBLE_FLOAT, EF_LOONGARCH_OBJABI_V1.
  target('loong64', 'loongarch64', 64, 'little', 258, 0x43),
  // EF_ARM_EABI_VER5.
  target('arm', 'arm', 32, 'little', 40, 0x5000000, Array.from(ARM_VARIANTS.keys()).join(' ')),
  target('arm64be', 'aarch64_be', 64, 'big', 183, 0),
  // EF_ARM_EABI_VER5, and EF_ARM_BE8: data are big-endian, and the code stays little-endian.
  target('armbe', 'armeb', 32, 'big', 40, 0x5800000, 'armv7b'),
  target('riscv32', 'riscv32', 32, 'little', 243, 0),
  target('ppc64', 'ppc64', 64, 'big', 21, 0x2, 'powerpc64'),
  target('ppc', 'ppc', 32, 'big', 20, 0, 'powerpc'),
  // EF_MIPS_ABI_O32, EF_MIPS_ARCH_32.
  target('mips', 'mips', 32, 'big', 8, 0x50001000),
  target('mipsle', 'mipsel', 32, 'little', 8, 0x50001000),
  // EF_MIPS_ARCH_64, and EF_MIPS_ABI2, which is n32.
  target('mips64p32', 'mipsn32', 32, 'big', 8, 0x60000020),
  target('mips64p32le', 'mipsn32el', 32, 'little', 8, 0x60000020),
  target('sparc64', 'sparc64', 64, 'big', 43, 0),
  target('sparc', 'sparc', 32, 'big', 2, 0),
  // EF_SPARC_32PLUS: 32-bit programs for a 64-bit CPU.
  target('sparc32plus', 'sparc32plus', 32, 'big', 18, 0x100),
  target('m68k', 'm68k', 32, 'big', 4, 0),
  // EF_SH4.
  target('sh4', 'sh4', 32, 'little', 42, 0x9),
  target('sh4eb', 'sh4eb', 32, 'big', 42, 0x9),
  target('alpha', 'alpha', 64, 'little', 0x9026, 0),
  // EFA_PARISC_1_1.
  target('hppa', 'hppa', 32, 'big', 15, 0x210, 'parisc'),
  // EF_HEXAGON_MACH_V67.
  target('hexagon', 'hexagon', 32, 'little', 164, 0x67),
  // EF_XTENSA_XT_INSN, EF_XTENSA_XT_LIT.
  target('xtensa', 'xtensa', 32, 'little', 94, 0x300),
  target('xtensaeb', 'xtensaeb', 32, 'big', 94, 0x300),
  target('cris', 'cris', 32, 'little', 76, 0),
  target('microblaze', 'microblaze', 32, 'big', 0xbaab, 0),
  target('microblazeel', 'microblazeel', 32, 'little', 0xbaab, 0),
  target('nios2', 'nios2', 32, 'little', 113, 0),
  target('or1k', 'or1k', 32, 'big', 92, 0, 'openrisc'),
];

/** What `all` means, before the architectures are taken off that the host runs by itself. */
export const CONTAINER_ARCHITECTURES: readonly string[] = TARGETS.slice(0, 10).map(({ arch }) => arch);

const BY_ARCHITECTURE: ReadonlyMap<string, Target> = new Map(TARGETS.map((each) => [each.arch, each]));

/** Every known word and its architecture; the table's own keys come first. */
const WORDS: ReadonlyMap<string, string> = new Map([
  ...TARGETS.map(({ arch }) => [arch, arch] as const),
  ...TARGETS.flatMap(({ arch, aliases }) => aliases.map((alias) => [alias, arch] as const)),
]);

function target(
  arch: string,
  qemu: string,
  bits: 32 | 64,
  endian: 'little' | 'big',
  machine: number,
  flags: number,
  otherNames = '',
): Target {
  const names = [qemu, ...otherNames.split(' ')].filter((name) => name !== arch && name !== '');
  const elf = { bits, endian, machine, flags };
  return { arch, qemu, elf, aliases: names, offset: 0, ...identify(elf) };
}

/**
 * The magic and mask that take exactly what a native ELF loader of that architecture would run: class, byte
 * order and ELF version as they are, any OSABI and padding (the loader ignores them; AppImages write there),
 * ET_EXEC and ET_DYN, the machine. 32-bit MIPS has two ABIs, told apart in `e_flags`.
 */
function identify(elf: ElfIdentity): { readonly magic: string; readonly mask: string } {
  const { bits, endian, machine, flags } = elf;
  const number = (value: number, bytes: number) => {
    const digits = value.toString(16).padStart(bytes * 2, '0');
    return endian === 'big' ? digits : (digits.match(/../g) as string[]).reverse().join('');
  };
  const ident = `7f454c46${bits === 64 ? '02' : '01'}${endian === 'little' ? '01' : '02'}01${'00'.repeat(9)}`;
  const magic = ident + number(2, 2) + number(machine, 2);
  const mask = 'ff'.repeat(7) + '00'.repeat(9) + number(0xfffe, 2) + number(0xffff, 2);
  if (machine !== EM_MIPS || bits === 64) return { magic, mask };
  const addresses = '00'.repeat(12);
  return {
    magic: magic + number(1, 4) + addresses + number(flags & MIPS_N32, 4),
    mask: mask + number(0xffffffff, 4) + addresses + number(MIPS_N32, 4),
  };
}

/** QEMU's program for a target, which is the name of the entry, too: `qemu-aarch64`. */
export function qemuName({ qemu }: Pick<Target, 'qemu'>): string {
  return `qemu-${qemu}`;
}

/** The table's row of an OCI architecture; aliases are not looked up. */
export function targetOf(arch: string): Target | undefined {
  return BY_ARCHITECTURE.get(arch);
}

/** The table's rows that a list of architectures stands for, each once; those unknown are left out. */
export function targetsOf(architectures: Iterable<string>): readonly Target[] {
  return [...new Set(architectures)].flatMap((arch) => targetOf(arch) ?? []);
}

/**
 * Reads one platform: `linux/arm64`, `arm64`, `arm/v7`, `aarch64`, `armhf` and the like, in any case.
 * Normalised as containerd/platforms does (`arm` is `arm/v7`, `arm64/v8` is `arm64`, `amd64/v1` is `amd64`,
 * 386 has no variant), with the names of uname, Debian and QEMU besides. Throws nothing.
 */
export function parsePlatform(text: string): Platform | UnknownPlatform {
  const parts = text.toLowerCase().split('/');
  const [first = ''] = parts;
  const hasSystem = parts.length > 1 && (first === SYSTEM || knownWord(first) === undefined);
  const [word = '', variant, ...rest] = hasSystem ? parts.slice(1) : parts;
  const system = hasSystem ? first : SYSTEM;
  const known = knownWord(word);
  if (known === undefined || rest.length > 0 || nearestWord(system, [SYSTEM]) === undefined) {
    return { unknown: text };
  }

  const [name, arch] = known;
  const implied = ARM_VARIANTS.get(name);
  const platform = name === word && system === SYSTEM ? normalise(arch, implied ?? variant) : undefined;
  return platform ?? { unknown: text, nearest: formatPlatform({ arch, variant: variantFor(arch, implied) }) };
}

/** The architecture that a word of lower case names (`aarch64`, `armhf`), without a guess. */
export function architectureNamed(word: string): string | undefined {
  return WORDS.get(word);
}

/** The word itself or the nearest one that is known, and its architecture. */
function knownWord(word: string): readonly [word: string, arch: string] | undefined {
  const name = WORDS.has(word) ? word : nearestWord(word, WORDS.keys());
  const arch = name === undefined ? undefined : WORDS.get(name);
  return name === undefined || arch === undefined ? undefined : [name, arch];
}

/** `undefined` when the architecture has no such variant. */
function normalise(arch: string, variant: string | undefined): Platform | undefined {
  if (variant === undefined || arch === '386') return { arch, variant: variantFor(arch, undefined) };
  const number = /^v?([1-9](?:\.[0-9])?)$/.exec(variant)?.[1]?.replace('.0', '');
  if (number === undefined || VARIANTS.get(arch)?.test(number) !== true) return undefined;
  return { arch, variant: variantFor(arch, `v${number}`) };
}

/** The variants that containerd/platforms knows, without their `v`. */
const VARIANTS: ReadonlyMap<string, RegExp> = new Map([
  ['amd64', /^[1-4]$/],
  ['arm', /^[5-8]$/],
  ['arm64', /^(?:8(?:\.[1-9])?|9(?:\.[1-7])?)$/],
]);

/** The variant as it is written: an architecture's base is left out, and 32-bit Arm always has one. */
function variantFor(arch: string, variant: string | undefined): string | undefined {
  const written = arch === 'arm' ? (variant ?? 'v7') : variant;
  const isBase = (arch === 'amd64' && written === 'v1') || (arch === 'arm64' && written === 'v8');
  return isBase ? undefined : written;
}

/** `linux/arm64`, `linux/arm/v7`: what parsePlatform reads, in the form that BuildKit prints. */
export function formatPlatform({ arch, variant }: Platform): string {
  return variant === undefined ? `${SYSTEM}/${arch}` : `${SYSTEM}/${arch}/${variant}`;
}

/** The same of a word that others wrote; `undefined` for one that is no platform. */
export function platformNamed(word: string): string | undefined {
  const platform = parsePlatform(word);
  return 'unknown' in platform ? undefined : formatPlatform(platform);
}

/** A platform and every name that stands for it, as `parsePlatform` reads them. */
export interface KnownPlatform {
  readonly platform: string;
  /** QEMU's name of its architecture. */
  readonly qemu: string;
  readonly names: readonly string[];
  /** It is one of those that `all` means. */
  readonly all: boolean;
}

/** All platforms that a plain word names, in the order of the table. */
export function knownPlatforms(): readonly KnownPlatform[] {
  return TARGETS.flatMap((target) => {
    const { arch, qemu } = target;
    const plain = { arch, variant: variantFor(arch, undefined) };
    const byPlatform = new Map([[formatPlatform(plain), [arch]]]);
    for (const name of target.aliases) {
      const platform = formatPlatform({ arch, variant: ARM_VARIANTS.get(name) ?? plain.variant });
      byPlatform.set(platform, [...(byPlatform.get(platform) ?? []), name]);
    }
    const isMeant = CONTAINER_ARCHITECTURES.includes(arch);
    return [...byPlatform].map(([platform, names]) => {
      const all = isMeant && platform === formatPlatform(plain);
      return { platform, qemu, names, all };
    });
  });
}

/** `linux-arm-v7`: fit for a file name, an artifact or a cache key. */
export function slugOf(platform: Platform): string {
  return formatPlatform(platform).replaceAll('/', '-');
}

/**
 * The platforms that BuildKit lists (util/archutil) when an architecture runs: two for `arm`, but of a host that is `own` its
 * own alone; one for each level up to `level` (x86-64-v1 ... v4) for `amd64`; one for any other.
 */
export function platformsOf(arch: string, level = 1, own = false): readonly Platform[] {
  if (arch === 'arm' && own) return [{ arch, variant: `v${level}` }];
  if (arch === 'arm') return ['v7', 'v6'].map((variant) => ({ arch, variant }));
  if (arch !== 'amd64') return [{ arch }];
  return [{ arch }, ...['v2', 'v3', 'v4'].slice(0, level - 1).map((variant) => ({ arch, variant }))];
}

/** `process.arch` and its OCI architecture, where they differ. Node says `ppc64` in both byte orders. */
const NODE_NAMES: ReadonlyMap<string, { readonly little: string; readonly big: string }> = new Map([
  ['x64', { little: 'amd64', big: 'amd64' }],
  ['ia32', { little: '386', big: '386' }],
  ['arm', { little: 'arm', big: 'armbe' }],
  ['arm64', { little: 'arm64', big: 'arm64be' }],
  ['ppc64', { little: 'ppc64le', big: 'ppc64' }],
  ['mipsel', { little: 'mipsle', big: 'mipsle' }],
  ['mips64el', { little: 'mips64le', big: 'mips64le' }],
]);

/**
 * The OCI architecture of a Node program, from `process.arch` and the byte order (`os.endianness()`);
 * `undefined` for a name that is not in the table. A 32-bit Node on a 64-bit kernel says 32-bit.
 */
export function nativeArchitecture(nodeArch: string, endian: 'little' | 'big'): string | undefined {
  const known = NODE_NAMES.get(nodeArch)?.[endian];
  return known ?? BY_ARCHITECTURE.get(nodeArch)?.arch;
}

/** Architectures that a kernel of the first may run without help, where the CPU has the mode. */
const COMPATIBLE: Readonly<Record<string, readonly string[]>> = {
  amd64: ['386'],
  arm64: ['arm'],
  riscv64: ['riscv32'],
  ppc64: ['ppc'],
  mips64: ['mips', 'mips64p32'],
  mips64le: ['mipsle', 'mips64p32le'],
  sparc64: ['sparc', 'sparc32plus'],
};

/** True when a host of architecture `host` could run `arch` by itself; a probe tells whether it does. */
export function mayRunNatively(host: string | undefined, arch: string): boolean {
  return host !== undefined && (host === arch || (COMPATIBLE[host]?.includes(arch) ?? false));
}
