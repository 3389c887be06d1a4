import { describe, expect, it } from 'vitest';
import { openPlaces, PLATFORM_LIMIT } from '../../../../src/doctor/log/places.ts';

function placesOf(...lines: readonly string[]) {
  const places = openPlaces();
  lines.forEach(places.look);
  return places.report();
}

/** The surest platform of a line, and how it is known. */
const first = (line: string) => {
  const [place] = placesOf(line).platforms;
  return place && `${place.by} ${place.platform}`;
};

describe('openPlaces', () => {
  it.each([
    ['qemu-arm-static: /bin/bash: Invalid ELF image for this architecture', 'label linux/arm/v7'],
    ["aarch64-binfmt-P: Could not open '/lib/ld-linux-aarch64.so.1'", 'label linux/arm64'],
    ['/usr/bin/qemu-riscv64: it failed', 'label linux/riscv64'],
    ['rosetta error: futex', 'label linux/amd64'],
    ["The requested image's platform (linux/arm64/v8) does not match", 'engine linux/arm64'],
    ['wanted linux/amd64, actual: linux/arm64/v8', 'engine linux/amd64'],
    ['no matching manifest for linux/arm/v7 in the manifest list entries', 'engine linux/arm/v7'],
    ['FATAL:   image targets amd64, cannot run on arm64', 'engine linux/amd64'],
    ["image's architecture (arm64) could not run on the host's (amd64)", 'engine linux/arm64'],
    ['"Architecture": "s390x",', 'engine linux/s390x'],
    ['docker build --platform=linux/arm/v6 .', 'option linux/arm/v6'],
    ['/kaniko/executor --customPlatform=linux/arm64 --context /x', 'option linux/arm64'],
    ['DOCKER_DEFAULT_PLATFORM=linux/amd64', 'option linux/amd64'],
    ['mock -r fedora --forcearch=aarch64 shell', 'option linux/arm64'],
    ['nix build --system aarch64-linux', 'option linux/arm64'],
    ['  architecture: armv7', 'option linux/arm/v7'],
    ['Cross arch build [ target arm64 on host amd64 ]', 'option linux/arm64'],
    ["error: a 'riscv64-linux' with features {} is required", 'option linux/riscv64'],
    ["error: a 'aarch64-linux' is required to build '/nix/store/a.drv'", 'option linux/arm64'],
    ['guix build: error: a `powerpc64le-linux’ is required to build', 'option linux/ppc64le'],
    ['failed to load LLB: runtime execution on platform linux/arm64 not supported', 'engine linux/arm64'],
    ['no support for running processes with linux/s390x', 'engine linux/s390x'],
    ['work/rootfs/bin/mount: ELF 64-bit LSB executable, ARM aarch64, version 1 (SYSV)', 'image linux/arm64'],
    ['docker run --rm --platform arm64 julia:1.9', 'option linux/arm64'],
    ['docker run -v /usr/bin/qemu-aarch64-static:/usr/bin/qemu-aarch64-static x sh', 'image linux/arm64'],
    ['Step 2/9 : COPY qemu-arm-static /usr/bin/', 'image linux/arm/v7'],
    ['$ cat /proc/sys/fs/binfmt_misc/qemu-s390x', 'option linux/s390x'],
    ['ubuntu-preinstalled-server-arm64+raspi3.img.xz', 'image linux/arm64'],
    ['FROM arm32v7/debian:stretch-slim', 'image linux/arm/v7'],
    ['Starting image example/manylinux2014_aarch64:2024', 'image linux/arm64'],
    ['Building cp311-manylinux_s390x wheel', 'image linux/s390x'],
    ['docker run example/ci:aarch64 sh', 'image linux/arm64'],
    ['chroot /mnt/gentoo-arm64/ /bin/bash', 'image linux/arm64'],
    ['checking for aarch64-linux-gnu-gcc', 'name linux/arm64'],
    ['Unpacking libc6_2.31_armhf.deb', 'name linux/arm/v7'],
    ['an image for linux/ppc64le', 'mention linux/ppc64le'],
  ])('%s: %s', (line, place) => {
    expect(first(line)).toBe(place);
  });

  it.each([
    'nothing',
    'qemu-system-aarch64: failed',
    'update-binfmts: unable to open /usr/share/binfmts/x86: No such file',
    'https://example.org/linux/kernel',
    'linux/armadillo',
    'the charm of it',
  ])('%j names none', (line) => {
    expect(placesOf(line).platforms).toEqual([]);
  });

  it('takes what a machine inside of another says for that one, until it is left', () => {
    const inside = placesOf('$ docker run -it --rm x bash', 'uname -m', 'aarch64');
    expect(inside.machine).toBeUndefined();
    const left = placesOf('$ docker run -it --rm x bash', 'exit', 'uname -m', 'aarch64');
    expect(left.machine).toBe('arm64');
    const prompts = ['me@box:~$ docker run -it x bash', 'me@box:~$ uname -m', 'x86_64'];
    expect(placesOf(...prompts).machine).toBe('amd64');
  });

  it('takes the answer to a command in a container for that one', () => {
    for (const command of [
      'docker run --rm app uname -a',
      "kubectl exec pod -- sh -c 'uname -a'",
      '+ chroot work/rootfs uname -a',
      'me@box:~$ docker run -it app sh',
    ]) {
      const { machine, platforms } = placesOf(command, 'Linux a 5.15.0 #1 SMP s390x Linux');
      expect([machine, platforms[0]]).toEqual([undefined, { platform: 'linux/s390x', by: 'name' }]);
    }
  });

  it('knows a container’s shell by its prompt', () => {
    for (const prompt of [
      '/ # ',
      '/app # ',
      'root@5f54f1622a90:/# ',
      '[root@5f54f1622a90 work]# ',
      'bash-5.1# ',
    ]) {
      const { machine, platforms } = placesOf(`${prompt}uname -m`, 's390x');
      expect(machine).toBeUndefined();
      expect(platforms).toEqual([{ platform: 'linux/s390x', by: 'name' }]);
    }
    const both = placesOf('➜  ~ uname -m', 'aarch64', '/ # uname -m', 'x86_64');
    expect(both).toMatchObject({ machine: 'arm64', platforms: [{ platform: 'linux/amd64', by: 'option' }] });
  });

  it('puts the surest first', () => {
    expect(placesOf('linux/s390x', 'docker run --platform linux/arm64 x', 'qemu-arm: x').platforms).toEqual([
      { platform: 'linux/arm/v7', by: 'label' },
      { platform: 'linux/s390x', by: 'engine' },
      { platform: 'linux/arm64', by: 'option' },
    ]);
  });

  it('takes what a program says of itself for its platform where the machine is known', () => {
    for (const line of [
      '# Java VM: OpenJDK 64-Bit Server VM (21.0.5, mixed mode, linux-aarch64)',
      'ghc: panic! (GHC version 9.4.7 for aarch64-unknown-linux):',
      'ruby 3.2.2 (2023-03-30 revision e51014f9c0) [aarch64-linux]',
      'note: rustc 1.79.0 (129f3b996 2024-06-10) running on aarch64-unknown-linux-gnu',
      'go version go1.22.4 linux/arm64',
      'Platform: aarch64-unknown-linux-gnu (64-bit)',
    ]) {
      expect(placesOf('Image: ubuntu-24.04', line).platforms[0]).toEqual({
        platform: 'linux/arm64',
        by: 'option',
      });
      expect(placesOf(line).platforms[0]?.by).toBe('name');
    }
  });

  it('takes the answer of an image for what it is marked for', () => {
    for (const answer of ['arm64', 'linux/arm64', 'arm64/linux', '"arm64" [PATH=/bin]']) {
      const { machine, platforms } = placesOf(
        "$ docker buildx imagetools inspect app --format '{{.Image.Architecture}}'",
        answer,
      );
      expect([machine, platforms[0]]).toEqual([undefined, { platform: 'linux/arm64', by: 'image' }]);
    }
  });

  it('does not take what emulates a machine for what emulates a program', () => {
    expect(placesOf('$ qemu-system-arm -M virt', 'qemu: fatal: Lockup').emulated).toBe(false);
    expect(placesOf('qemu: fatal: Lockup').emulated).toBe(true);
  });

  it('reads lists', () => {
    const names = placesOf('platforms: linux/amd64,linux/arm64').platforms.map(({ platform }) => platform);
    expect(names.sort()).toEqual(['linux/amd64', 'linux/arm64']);
  });

  it.each([
    [['$ uname -m', 'aarch64'], 'arm64'],
    [['$ dpkg --print-architecture', 'armhf'], 'arm'],
    [['does not match the detected host platform (linux/amd64/v3) and'], 'amd64'],
    [['Linux laptop 4.19.104 #1 SMP Wed Feb 19 2020 aarch64 aarch64 aarch64 GNU/Linux'], 'arm64'],
    [['Runner Image: ubuntu-24.04-arm'], 'arm64'],
    [['Runner Image', 'Image: ubuntu-24.04-arm'], 'arm64'],
    [['Image: ubuntu-24.04'], 'amd64'],
    [['Image: macos-14-arm64'], 'arm64'],
    [['Image: alpine:3.20'], undefined],
    [['Runner Image: ubuntu-24.04-riscv64'], 'riscv64'],
    [['FATAL: image targets amd64, cannot run on arm64'], 'arm64'],
    [["FATAL: image targets 'amd64', cannot run on 'arm64'"], 'arm64'],
    [['Running command uname -m', 'aarch64'], 'arm64'],
    [['rosetta error: x'], 'arm64'],
    [['INFO[0001] arch: aarch64'], 'arm64'],
    [['ii  libc6   2.31-13   arm64   GNU C Library'], undefined],
    [["but I am a 'x86_64-linux' with features {}"], 'amd64'],
    [['ii  qemu-user-static   1:2.11+dfsg-1ubuntu7.14   amd64   QEMU user mode'], 'amd64'],
    [['but I am a `x86_64-linux’'], 'amd64'],
    [['Docker Desktop 3.3.0 (M1)'], 'arm64'],
    [['OS: MacBook Pro, Apple silicon'], 'arm64'],
    [['macOS 15.4.1, Docker Desktop, Rosetta on Apple Silicon: on'], 'arm64'],
    [['building for macOS M1'], undefined],
    [['model name\t: Intel(R) Xeon(R) CPU E5-2673 v4'], 'amd64'],
    [['Vendor ID:               AuthenticAMD'], 'amd64'],
    [['Model name:              Neoverse-N1'], 'arm64'],
    [['model name\t: Raspberry Pi'], undefined],
    [['docker run --platform linux/arm64 alpine uname -m', 'aarch64'], undefined],
    [
      ['docker run --platform linux/arm64 alpine uname -a', 'Linux c0 5.15.0-79-generic #86 aarch64 Linux'],
      undefined,
    ],
    [['podman run x uname -a', 'Linux c0 7.1.3-200.fc44.x86_64 #1 SMP aarch64 Linux'], 'amd64'],
    [['chroot rootfs uname -m', 'armv7l'], undefined],
    [['sudo docker exec box arch', 's390x', '$ uname -m', 'x86_64'], 'amd64'],
    [['aarch64'], undefined],
  ])('%j tells the machine: %s', (lines, machine) => {
    expect(placesOf(...lines).machine).toBe(machine);
  });

  it.each([
    ['x: ELF 64-bit LSB executable, x86-64, version 1 (SYSV)', 'amd64'],
    ['x: ELF 64-bit LSB pie executable, ARM aarch64, version 1', 'arm64'],
    ['x: ELF 32-bit LSB executable, ARM, EABI5', 'arm'],
    ['x: ASCII text', undefined],
  ])('%s is a program for %s', (line, object) => {
    expect(placesOf(line).object).toBe(object);
  });

  it('knows an emulator that speaks', () => {
    for (const line of [
      'qemu: uncaught target signal 11',
      'Unsupported ioctl: cmd=0x400454ca',
      'Unknown host QEMU_IFLA type: 50',
      'qemu-aarch64: QEMU internal SIGSEGV',
      '$ qemu-arm ./a',
    ])
      expect(placesOf(line).emulated).toBe(true);
    for (const line of ['qemu-system-arm: x', 'apt install qemu-user-static', 'qemu-img: x'])
      expect(placesOf(line).emulated).toBe(false);
  });

  it('names none that is unknown, and knows no machine of such a name', () => {
    expect(placesOf('docker build --platform linux/frobnic .').platforms).toEqual([]);
    expect(placesOf('does not match the detected host platform (linux/frobnic)').machine).toBeUndefined();
  });

  it('looks for names in the beginning of a long log alone, and for surer words everywhere', () => {
    const places = openPlaces();
    for (let line = 0; line < 21_000; line += 1) places.look('arm is a word');
    places.look('linux/s390x, and a_riscv64.deb');
    places.look('docker build --platform linux/arm64 .');
    expect(places.report().platforms).toEqual([{ platform: 'linux/arm64', by: 'option' }]);
  });

  it('keeps only so many', () => {
    const words =
      'amd64 386 arm64 arm/v7 arm/v6 arm/v5 riscv64 ppc64le s390x mips64le mips64 loong64 mips mipsle ppc64 ppc amd64/v2 amd64/v3';
    const { platforms } = placesOf(...words.split(' ').map((word) => `linux/${word}`));
    expect(platforms.length).toBe(PLATFORM_LIMIT);
  });
});
