import { describe, expect, it } from 'vitest';
import {
  CONTAINER_ARCHITECTURES,
  formatPlatform,
  nativeArchitecture,
  parsePlatform,
  platformsOf,
  slugOf,
  TARGETS,
  targetOf,
  targetsOf,
} from '../../../src/platform/platforms.ts';

/** Registered and read back on Linux 6.18, each with a program of its own: arch, QEMU's name, magic, mask. */
const REGISTRATIONS = [
  ['amd64', 'x86_64', '7f454c4602010100000000000000000002003e00', 'ffffffffffffff000000000000000000feffffff'],
  ['386', 'i386', '7f454c4601010100000000000000000002000300', 'ffffffffffffff000000000000000000feffffff'],
  [
    'arm64',
    'aarch64',
    '7f454c460201010000000000000000000200b700',
    'ffffffffffffff000000000000000000feffffff',
  ],
  [
    'arm64be',
    'aarch64_be',
    '7f454c46020201000000000000000000000200b7',
    'ffffffffffffff000000000000000000fffeffff',
  ],
  ['arm', 'arm', '7f454c4601010100000000000000000002002800', 'ffffffffffffff000000000000000000feffffff'],
  ['armbe', 'armeb', '7f454c4601020100000000000000000000020028', 'ffffffffffffff000000000000000000fffeffff'],
  [
    'riscv64',
    'riscv64',
    '7f454c460201010000000000000000000200f300',
    'ffffffffffffff000000000000000000feffffff',
  ],
  [
    'riscv32',
    'riscv32',
    '7f454c460101010000000000000000000200f300',
    'ffffffffffffff000000000000000000feffffff',
  ],
  [
    'ppc64le',
    'ppc64le',
    '7f454c4602010100000000000000000002001500',
    'ffffffffffffff000000000000000000feffffff',
  ],
  ['ppc64', 'ppc64', '7f454c4602020100000000000000000000020015', 'ffffffffffffff000000000000000000fffeffff'],
  ['ppc', 'ppc', '7f454c4601020100000000000000000000020014', 'ffffffffffffff000000000000000000fffeffff'],
  ['s390x', 's390x', '7f454c4602020100000000000000000000020016', 'ffffffffffffff000000000000000000fffeffff'],
  [
    'mips',
    'mips',
    '7f454c46010201000000000000000000000200080000000100000000000000000000000000000000',
    'ffffffffffffff000000000000000000fffeffffffffffff00000000000000000000000000000020',
  ],
  [
    'mipsle',
    'mipsel',
    '7f454c46010101000000000000000000020008000100000000000000000000000000000000000000',
    'ffffffffffffff000000000000000000feffffffffffffff00000000000000000000000020000000',
  ],
  [
    'mips64',
    'mips64',
    '7f454c4602020100000000000000000000020008',
    'ffffffffffffff000000000000000000fffeffff',
  ],
  [
    'mips64le',
    'mips64el',
    '7f454c4602010100000000000000000002000800',
    'ffffffffffffff000000000000000000feffffff',
  ],
  [
    'mips64p32',
    'mipsn32',
    '7f454c46010201000000000000000000000200080000000100000000000000000000000000000020',
    'ffffffffffffff000000000000000000fffeffffffffffff00000000000000000000000000000020',
  ],
  [
    'mips64p32le',
    'mipsn32el',
    '7f454c46010101000000000000000000020008000100000000000000000000000000000020000000',
    'ffffffffffffff000000000000000000feffffffffffffff00000000000000000000000020000000',
  ],
  [
    'loong64',
    'loongarch64',
    '7f454c4602010100000000000000000002000201',
    'ffffffffffffff000000000000000000feffffff',
  ],
  [
    'sparc64',
    'sparc64',
    '7f454c460202010000000000000000000002002b',
    'ffffffffffffff000000000000000000fffeffff',
  ],
  ['sparc', 'sparc', '7f454c4601020100000000000000000000020002', 'ffffffffffffff000000000000000000fffeffff'],
  [
    'sparc32plus',
    'sparc32plus',
    '7f454c4601020100000000000000000000020012',
    'ffffffffffffff000000000000000000fffeffff',
  ],
  ['m68k', 'm68k', '7f454c4601020100000000000000000000020004', 'ffffffffffffff000000000000000000fffeffff'],
  ['sh4', 'sh4', '7f454c4601010100000000000000000002002a00', 'ffffffffffffff000000000000000000feffffff'],
  ['sh4eb', 'sh4eb', '7f454c460102010000000000000000000002002a', 'ffffffffffffff000000000000000000fffeffff'],
  ['alpha', 'alpha', '7f454c4602010100000000000000000002002690', 'ffffffffffffff000000000000000000feffffff'],
  ['hppa', 'hppa', '7f454c460102010000000000000000000002000f', 'ffffffffffffff000000000000000000fffeffff'],
  [
    'hexagon',
    'hexagon',
    '7f454c460101010000000000000000000200a400',
    'ffffffffffffff000000000000000000feffffff',
  ],
  [
    'xtensa',
    'xtensa',
    '7f454c4601010100000000000000000002005e00',
    'ffffffffffffff000000000000000000feffffff',
  ],
  [
    'xtensaeb',
    'xtensaeb',
    '7f454c460102010000000000000000000002005e',
    'ffffffffffffff000000000000000000fffeffff',
  ],
  ['cris', 'cris', '7f454c4601010100000000000000000002004c00', 'ffffffffffffff000000000000000000feffffff'],
  [
    'microblaze',
    'microblaze',
    '7f454c460102010000000000000000000002baab',
    'ffffffffffffff000000000000000000fffeffff',
  ],
  [
    'microblazeel',
    'microblazeel',
    '7f454c460101010000000000000000000200abba',
    'ffffffffffffff000000000000000000feffffff',
  ],
  ['nios2', 'nios2', '7f454c4601010100000000000000000002007100', 'ffffffffffffff000000000000000000feffffff'],
  ['or1k', 'or1k', '7f454c460102010000000000000000000002005c', 'ffffffffffffff000000000000000000fffeffff'],
] as const;

function parsed(text: string): string {
  const platform = parsePlatform(text);
  return 'unknown' in platform
    ? `unknown, ${platform.nearest ?? 'nothing'} is near`
    : formatPlatform(platform);
}

describe('the table', () => {
  it('has every target once', () => {
    const known: readonly string[] = REGISTRATIONS.map(([arch]) => arch);
    expect(TARGETS.map(({ arch }) => arch).toSorted()).toEqual(known.toSorted());
  });

  it.each(REGISTRATIONS)(
    '%s is registered as %s with the tested magic and mask',
    (arch, qemu, magic, mask) => {
      expect(targetOf(arch)).toMatchObject({ arch, qemu, offset: 0, magic, mask });
    },
  );

  it('never uses a word for two architectures', () => {
    const words = TARGETS.flatMap(({ arch, aliases }) => [arch, ...aliases]);
    expect(words).toEqual(Array.from(new Set(words)));
    expect(words).toEqual(words.map((word) => word.toLowerCase()));
  });

  it('has no two targets that match the same program', () => {
    const bytes = (hex: string) => Array.from(Buffer.from(hex, 'hex'));
    for (const a of TARGETS) {
      for (const b of TARGETS) {
        const common = Math.min(a.magic.length, b.magic.length) / 2;
        const [magicA, maskA, magicB, maskB] = [a.magic, a.mask, b.magic, b.mask].map(bytes);
        const overlap = Array.from({ length: common }, (_, at) => at).every((at) => {
          const both = (maskA?.[at] ?? 0) & (maskB?.[at] ?? 0);
          return ((magicA?.[at] ?? 0) & both) === ((magicB?.[at] ?? 0) & both);
        });
        expect([a.arch, b.arch, overlap]).toEqual([a.arch, b.arch, a === b]);
      }
    }
  });

  it('finds rows by their key only', () => {
    expect(targetOf('aarch64')).toBeUndefined();
    expect(targetOf('__proto__')).toBeUndefined();
  });

  it('names the architectures that images are built for', () => {
    expect(CONTAINER_ARCHITECTURES.toSorted()).toEqual(
      [
        'amd64',
        'arm64',
        'riscv64',
        'ppc64le',
        's390x',
        '386',
        'mips64le',
        'mips64',
        'loong64',
        'arm',
      ].toSorted(),
    );
  });
});

describe('parsePlatform', () => {
  // What containerd/platforms makes of them (Parse, Normalize, FormatAll), save for arm64/v8 and arm/v7 without
  // the system's name, which it takes for a system called arm64.
  it.each([
    ['amd64', 'linux/amd64'],
    ['x86_64', 'linux/amd64'],
    ['x86-64', 'linux/amd64'],
    ['linux/amd64/v1', 'linux/amd64'],
    ['linux/amd64/v2', 'linux/amd64/v2'],
    ['linux/amd64/v3', 'linux/amd64/v3'],
    ['linux/amd64/v4', 'linux/amd64/v4'],
    ['386', 'linux/386'],
    ['i386', 'linux/386'],
    ['linux/386/sse2', 'linux/386'],
    ['arm64', 'linux/arm64'],
    ['aarch64', 'linux/arm64'],
    ['linux/arm64/v8', 'linux/arm64'],
    ['linux/arm64/8', 'linux/arm64'],
    ['linux/arm64/v8.0', 'linux/arm64'],
    ['linux/arm64/v8.5', 'linux/arm64/v8.5'],
    ['linux/arm64/9', 'linux/arm64/v9'],
    ['linux/arm64/9.0', 'linux/arm64/v9'],
    ['linux/arm64/v9.0', 'linux/arm64/v9'],
    ['linux/arm64/v9.7', 'linux/arm64/v9.7'],
    ['arm64/v8', 'linux/arm64'],
    ['arm', 'linux/arm/v7'],
    ['linux/arm', 'linux/arm/v7'],
    ['arm/v7', 'linux/arm/v7'],
    ['linux/arm/7', 'linux/arm/v7'],
    ['armhf', 'linux/arm/v7'],
    ['linux/armhf', 'linux/arm/v7'],
    ['armel', 'linux/arm/v6'],
    ['linux/arm/6', 'linux/arm/v6'],
    ['linux/arm/v6', 'linux/arm/v6'],
    ['linux/arm/v5', 'linux/arm/v5'],
    ['linux/arm/v8', 'linux/arm/v8'],
    ['Linux/ARM64', 'linux/arm64'],
    ['ppc64', 'linux/ppc64'],
    ['loong64', 'linux/loong64'],
    ['linux/mips64p32le', 'linux/mips64p32le'],
    ['sparc64', 'linux/sparc64'],
  ])('reads %s as containerd does: %s', (text, platform) => {
    expect(parsed(text)).toBe(platform);
  });

  it.each([
    ['x64', 'linux/amd64'],
    ['amd64/2', 'linux/amd64/v2'],
    ['i486', 'linux/386'],
    ['i686', 'linux/386'],
    ['x86', 'linux/386'],
    ['armv5tel', 'linux/arm/v5'],
    ['armv6l', 'linux/arm/v6'],
    ['ARMv7l', 'linux/arm/v7'],
    ['arm32v7', 'linux/arm/v7'],
    ['armv8l', 'linux/arm/v7'],
    ['arm64v8', 'linux/arm64'],
    ['armv8', 'linux/arm64'],
    ['ppc64el', 'linux/ppc64le'],
    ['linux/powerpc64le', 'linux/ppc64le'],
    ['mips64el', 'linux/mips64le'],
    ['mipsel', 'linux/mipsle'],
    ['mipsn32', 'linux/mips64p32'],
    ['loongarch64', 'linux/loong64'],
    ['aarch64_be', 'linux/arm64be'],
    ['parisc', 'linux/hppa'],
    ['m68k', 'linux/m68k'],
  ])('knows %s of uname, Debian or QEMU: %s', (text, platform) => {
    expect(parsed(text)).toBe(platform);
  });

  it.each([
    ['amr64', 'linux/arm64'],
    ['linux/amr64', 'linux/arm64'],
    ['aarhc64', 'linux/arm64'],
    ['armv7hf', 'linux/arm/v7'],
    ['armehl', 'linux/arm/v6'],
    ['armm/v7', 'linux/arm/v7'],
    ['linus/riscv64', 'linux/riscv64'],
    ['risc64', 'linux/riscv64'],
    ['s390', 'linux/s390x'],
    ['amd65', 'linux/amd64'],
    ['linux/amd64/v9', 'linux/amd64'],
    ['linux/arm64/v8.10', 'linux/arm64'],
    ['linux/arm/v9', 'linux/arm/v7'],
    ['arm/', 'linux/arm/v7'],
    ['linux/riscv64/rva20u64', 'linux/riscv64'],
  ])('does not know %s but suggests %s', (text, nearest) => {
    expect(parsePlatform(text)).toEqual({ unknown: text, nearest });
  });

  it.each([
    '',
    '/',
    'linux',
    'linux/',
    'linux//arm64',
    'linux/arm64/v8/x',
    'darwin/arm64',
    'windows/amd64',
    'all',
    '*',
    'wasm',
    '__proto__',
    'constructor',
    'arm64 '.repeat(2000),
    '/'.repeat(5000),
  ])('does not know %j and suggests nothing', (text) => {
    expect(parsePlatform(text)).toEqual({ unknown: text });
  });

  it('reads every word of the table, and what it prints', () => {
    for (const { arch, aliases } of TARGETS) {
      for (const word of [arch, ...aliases]) {
        expect(parsePlatform(word)).toMatchObject({ arch });
        expect(parsed(parsed(word))).toBe(parsed(word));
      }
    }
  });
});

describe('what a running architecture gives', () => {
  it.each([
    ['arm', undefined, ['linux/arm/v7', 'linux/arm/v6']],
    ['amd64', undefined, ['linux/amd64']],
    ['amd64', 2, ['linux/amd64', 'linux/amd64/v2']],
    ['amd64', 4, ['linux/amd64', 'linux/amd64/v2', 'linux/amd64/v3', 'linux/amd64/v4']],
    ['riscv64', 4, ['linux/riscv64']],
  ] as const)('%s at level %s', (arch, level, platforms) => {
    expect(platformsOf(arch, level).map(formatPlatform)).toEqual(platforms);
  });

  it('has a slug for file names', () => {
    expect(slugOf({ arch: 'arm', variant: 'v7' })).toBe('linux-arm-v7');
    expect(slugOf({ arch: '386' })).toBe('linux-386');
  });
});

describe('nativeArchitecture', () => {
  it.each([
    ['x64', 'little', 'amd64'],
    ['ia32', 'little', '386'],
    ['arm64', 'little', 'arm64'],
    ['arm', 'little', 'arm'],
    ['ppc64', 'little', 'ppc64le'],
    ['ppc64', 'big', 'ppc64'],
    ['s390x', 'big', 's390x'],
    ['riscv64', 'little', 'riscv64'],
    ['loong64', 'little', 'loong64'],
    ['mips64el', 'little', 'mips64le'],
    ['mipsel', 'little', 'mipsle'],
    ['vax', 'little', undefined],
  ] as const)('Node on %s, %s-endian, runs on %s', (nodeArch, endian, arch) => {
    expect(nativeArchitecture(nodeArch, endian)).toBe(arch);
  });
});

describe('targetsOf', () => {
  it('gives each row once, and leaves out what the table does not hold', () => {
    expect(targetsOf(['arm64', 'vax', 'arm64', '', 's390x']).map(({ arch }) => arch)).toEqual([
      'arm64',
      's390x',
    ]);
  });
});
