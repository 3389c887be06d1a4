/** Kinds of what 32-bit programs meet on kernels and file systems of 64 bits. */

import { NATIVE_STAGE, NEWER_QEMU } from '../common.ts';
import { emulatedOrForeign, evidenceIs, logShows, thirtyTwoBit } from '../conditions.ts';
import { clue, type Kind, kind, texts, type View } from '../kind.ts';

/** The platform in question has 32 bits, or, where none is named, the machine has. */
const thirtyTwoBitHere = (view: View): boolean =>
  thirtyTwoBit({ ...view, platform: view.platform ?? (view.machine && `linux/${view.machine}`) }) === true;

/** What programs say that find a directory empty since they take the error of its first entry for its end. */
const SEEMS_EMPTY = texts(`
  could not find cmake_root | does not appear to contain cmakelists.txt | cannot locate jar for module
  | could not find or load main class | classnotfoundexception: org. | no input .v files
  | is not valid, try 'pecl help'
`);

const overflows = (view: View): boolean => evidenceIs(/too large|EOVERFLOW|\b75\b/i)(view) === true;

/** No kernel says so of a directory to a program of its own. */
const OF_A_DIRECTORY =
  /\b(?:read|open|scan|list|stat|walk)\w{0,6} (?:the )?(?:current )?director|readdir|scandir|getdents|opendir|\.git\/refs/i;

export const narrowKinds = (): readonly Kind[] => [
  kind('large-inode-numbers', 'Value too large for defined data type', {
    bearing: 'foreign',
    rank: 'cause',
    signs: [
      // As glibc and musl say it, and its number.
      ...texts('value too large for defined data type | value too large for data type | eoverflow'),
      { has: 'rror 75', and: /\bos error 75\b/ },
      { has: 'errno', and: /\berrno\b\D{0,8}75\b/i },
      ...SEEMS_EMPTY,
    ],
    applies: (view) => overflows(view) || (thirtyTwoBit(view) === true && emulatedOrForeign(view) === true),
    explains: ['compile-error', 'file-missing', 'dependency'],
    causes: [
      {
        text: 'A 32-bit program reads a directory of a 64-bit host, whose inode numbers and positions (ext4) are too large for 32 bits',
        when: (view) =>
          (overflows(view) && (thirtyTwoBit(view) ?? evidenceIs(OF_A_DIRECTORY)(view))) || undefined,
        remedy:
          'Put the directory on a tmpfs, use cargo’s sparse index, or cross-compile on a 64-bit platform',
        commands: [
          'RUN --mount=type=tmpfs,target=/usr/local/cargo/registry cargo build --release',
          'ENV CARGO_REGISTRIES_CRATES_IO_PROTOCOL=sparse',
        ],
      },
    ],
    sources: 'rust-lang/cargo#8719 docker/buildx#395 microsoft/vcpkg#21189 uraimo/run-on-arch-action#9',
  }),
  kind('apt-signature', 'apt: At least one invalid signature was encountered', {
    bearing: 'foreign',
    rank: 'cause',
    signs: [
      { has: 'at least one invalid signature was encountered' },
      { has: 'not signed', and: /repository '.{1,300}' is not signed/i },
      { has: 'apt-key', and: /gpgv, gpgv2 or gpgv1 required/i },
    ],
    causes: [
      {
        text: '32-bit Arm under emulation: gpgv fails under an old QEMU, or an old libseccomp of the engine’s host refuses its time calls, and apt takes that for an invalid signature',
        when: (view) => thirtyTwoBit(view) === true && emulatedOrForeign(view) !== false,
        remedy:
          'Use a current QEMU and a current engine with its libseccomp (2.4.2 or newer), or a native runner',
        commands: [NEWER_QEMU, 'docker version'],
      },
      {
        text: 'A new 32-bit image on an older engine’s host: its libseccomp or runc refuses the 64-bit time calls (time64), and gpgv and apt take that for an invalid signature',
        when: (view) => {
          if ((view.machine ?? 'arm') !== 'arm' || !thirtyTwoBitHere(view)) return false;
          return view.log.machine === 'arm' && emulatedOrForeign(view) !== true ? true : undefined;
        },
        elsewhere: true,
        remedy:
          'Update libseccomp2 (2.4.2 or newer), runc and the engine on the host, or use an older release of the image',
        commands: ['sudo apt-get install --only-upgrade libseccomp2 docker-ce', 'docker version'],
      },
      {
        text: 'The emulator is old, or apt’s lists are damaged: a full disk, a proxy, a stale cache',
        when: (view) => (emulatedOrForeign(view) === true && thirtyTwoBit(view) !== true ? undefined : false),
        remedy: 'Use a current QEMU; look at the free space, and clean apt’s lists',
        commands: [NEWER_QEMU, 'df -h', 'docker system df'],
      },
      {
        text: 'apt could not check the lists’ signatures: the disk is full, a proxy or a stale cache gave damaged lists, or /tmp cannot be written; or, in a 32-bit image, an old libseccomp on the engine’s host refuses gpgv’s time calls',
        when: (view) => (emulatedOrForeign(view) === true ? false : undefined),
        elsewhere: true,
        remedy:
          'Look at the free space, empty apt’s lists and the build’s cache, and run it again; update libseccomp2 on a 32-bit host',
        commands: ['df -h', 'docker system prune'],
      },
    ],
  }),
  kind('time-of-64-bits', 'calls of 64-bit time are refused in a 32-bit image', {
    bearing: 'foreign',
    rank: 'cause',
    signs: [
      { has: 'cannot utime: operation not permitted' },
      { has: "can't initialize time" },
      { has: 'error getting time' },
      { has: 'gettimeofday', and: /assert|fail|error|not permitted/i },
      { has: 'errno 1] operation not permitted', about: /time\.(?:time|sleep|monotonic)|_startTime|\bclock/ },
      { has: 'operation not permitted', about: /sys\/\S{1,40}\/time\.rs|clock_gettime|gettimeofday|mktime/ },
      { has: 'clock_gettime', and: /fail|error|not permitted|abort|assert/i },
      { has: 'cannot read realtime clock' },
      { has: ' 1900', and: /^[A-Z][a-z]{2} [A-Z][a-z]{2} {1,2}\d{1,2} [\d:]{8,16} {1,2}(?:[A-Z]{3} )?1900$/ },
      { has: 'is not valid yet', and: /invalid for another (?:\d{4,6}d|\d{2} years)/ },
      {
        has: 'operation not permitted',
        and: /^(?:.{0,60} )?(?:uname|wait|date|sleep|stat|touch|cp|make): (?:.{0,80}: )?(?:Operation not permitted|EPERM)/i,
      },
    ],
    applies: (view) => (view.platform === undefined ? undefined : thirtyTwoBit(view) === true),
    explains: [
      ...['python-crash', 'node-crash', 'foreign-step-crash', 'native-crash', 'own-check-failed'],
      ...['package-failed', 'dependency'],
    ],
    causes: [
      {
        text: 'The engine’s host is too old for this image: its libseccomp or runc refuses the 64-bit time system calls (time64) that new 32-bit images use',
        remedy:
          'Update libseccomp2 (2.4.2 or newer), runc and the engine on the host, or use an older release of the image',
        commands: [
          'sudo apt-get install --only-upgrade libseccomp2 docker-ce',
          'docker run --security-opt seccomp=unconfined IMAGE',
        ],
        elsewhere: true,
      },
    ],
    sources: 'moby/moby#40734',
  }),
  kind('memory-of-32-bits', 'a 32-bit program ran out of memory', {
    bearing: 'foreign',
    rank: 'cause',
    signs: [
      ...texts(`
        out of memory allocating | cannot allocate memory | virtual memory exhausted
        | could not reserve enough space for
      `),
      { has: 'memory allocation of', and: /memory allocation of \d+ bytes failed/ },
      { has: 'out of memory', and: /llvm error|cc1|ld: |dnf|microdnf|error: out of memory/i },
    ],
    applies: (view) => thirtyTwoBit(view) === true,
    explains: ['foreign-step-crash', 'guest-crash', 'out-of-memory', 'compiler-crash', 'hotspot-crash'],
    causes: [
      {
        text: 'The address space of a 32-bit program is used up: under the emulator it has less than 4 GiB, whatever memory the machine has',
        remedy:
          'Use microdnf in place of dnf, an older or smaller release, or cross-compile on a 64-bit platform; else a native runner',
        commands: [...NATIVE_STAGE],
      },
    ],
    sources: 'uraimo/run-on-arch-action#86',
  }),
  clue('toolchain-of-64-bits', { has: '-aarch64-unknown-linux' }),
  kind('userland-of-32-bits', 'a 32-bit image on a 64-bit kernel', {
    bearing: 'elsewhere',
    rank: 'cause',
    applies: (view) => logShows('toolchain-of-64-bits')(view) !== true || thirtyTwoBit(view) === true,
    signs: [
      {
        has: '-aarch64-unknown-linux',
        and: /(?:syncing channel|default host|toolchain|latest update).{0,80}aarch64-unknown-linux/,
      },
      { has: 'unsupported tag', and: /linux_(?:aarch64|x86_64)|'linux_/ },
      {
        has: 'architecture',
        and: /package architecture \((?:amd64|arm64)\) does not match system \((?:i386|armhf|armel)\)/,
      },
    ],
    causes: [
      {
        text: 'The image is of 32 bits and the kernel of 64, and a tool (pip, rustup) takes the kernel’s architecture (uname -m: aarch64) for the image’s, and fetches what is made for another platform',
        elsewhere: true,
        remedy: 'Use the 64-bit image, or start the tool under linux32 (setarch)',
        commands: ['setarch linux32 uname -m'],
      },
    ],
    sources: 'pypa/pip#8871',
  }),
];
