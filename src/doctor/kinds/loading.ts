/** Kinds of images and files that are there, and not what was asked for: loaders, platforms, tags. */

import {
  FILE,
  INSPECT,
  INTERPRETER_GONE,
  lacksF,
  NOT_PINNED,
  NOT_STATIC,
  REPLACE,
  SETUP,
  SWITCHED_OFF,
} from './common.ts';
import {
  broken,
  type Cause,
  clue,
  evidenceIs,
  foreign,
  type Kind,
  kind,
  logShows,
  machineIs,
  native,
  not,
  only,
  plain,
  qemuOlder,
  texts,
  thirtyTwoBit,
} from './kind.ts';

const FIRST_LINE_OR_LOADER: Cause = {
  text: 'The program itself, its own loader, or the interpreter that its first line names, is not in the image (or that line ends with a carriage return)',
  when: logShows('carriage-returns'),
  elsewhere: true,
  remedy: 'Look at the first line of the script, or at the loader that the program names',
  commands: ['head -c 64 {program} | od -c', FILE],
};

/** A shell says that a file which is there is not. */
const BY_A_SHELL =
  /^(?:\S{0,60}sh: )?(?:line )?(?:\d{1,4}: )?\.{0,2}\/\S{1,200}: (?:not found|cannot execute: required file not found)$/;

/** A shell that says so runs, and what started it would start the program, too. */
function beforeShells(cause: Cause): Cause {
  return { ...cause, when: (view) => (evidenceIs(BY_A_SHELL)(view) ? false : cause.when?.(view)) };
}

export const loadingKinds = (): readonly Kind[] => [
  kind('interpreter-not-in-container', 'no such file or directory, although the file is there', {
    bearing: 'foreign',
    signs: [
      { has: 'exec user process caused', and: /no such file or directory/i },
      // Docker before 1.5 names no program.
      {
        has: 'no such file or directory',
        and: /^(?:\d{4}\/\d\d\/\d\d [\d:]{8} )?no such file or directory$/i,
        about: /\b(?:docker|podman) run\b/,
      },
      {
        has: 'no such file or directory',
        and: /\bexec(?:v[pe]{0,2})?(?: container process|: failed: |\()? ?[`"']?\/[^\s:)]{1,200}(?:, \S{1,60}\))?[`"')]*(?: failed)?: /i,
        not: /lib\/apk\/exec|^\S{0,3} execve:/,
      },
      {
        has: 'failed to run command',
        and: /chroot: failed to run command .{1,200}: No such file or directory/,
      },
      // Nix’s sandbox is a root of its own.
      { has: 'no such file or directory', and: /\bexecuting '\/nix\/store\/[^']{1,200}': /i },
      { has: 'cannot execute: required file not found' },
      { has: 'starting container process caused', and: /no such file or directory/i, not: /: stat \// },
      { has: 'error=2, no such file', and: /cannot run program/i },
      { has: ': not found', and: BY_A_SHELL },
    ],
    explains: ['handler-disabled'],
    causes: [
      {
        ...NOT_STATIC,
        text: 'The emulator that was copied into the root needs a loader and libraries that are not there: it is dynamically linked',
        when: only(evidenceIs(/qemu-\w{2,12}(?:-static)?['’”]?: No such file/)),
        specific: true,
      },
      beforeShells(INTERPRETER_GONE),
      beforeShells({
        ...NOT_PINNED,
        when: (view) => lacksF(view) ?? ((view.foreign ?? view.platform !== undefined) ? undefined : false),
      }),
      beforeShells(NOT_STATIC),
      beforeShells(SWITCHED_OFF),
      FIRST_LINE_OR_LOADER,
      {
        text: 'The program’s own loader, or that of another libc, is not in the image',
        elsewhere: true,
        remedy: 'Look at the loader that the program names (glibc’s is not in Alpine)',
        commands: [FILE],
      },
    ],
    sources: 'docker/buildx#464 amazonlinux/container-images#18 usimd/pi-gen-action!181 NixOS/nixpkgs#160300',
  }),
  plain(
    'loader-of-file-missing',
    'a program that is there is said not to be',
    [
      {
        has: 'no such file or directory',
        and: /^-?(?:\S{0,60}\/)?(?:ba|da|a|z|k)?sh: (?:line )?(?:\d{1,4}: )?[~.]{0,2}\/\S{1,200}: No such file/i,
      },
    ],
    [
      'The program is there, and the loader that it names is not: it was built for another architecture (32 or 64 bits) or another libc than the system on which it was started',
      'Look at what the program is and names as its interpreter, and get the one for this system',
      'file THE_PROGRAM',
      'dpkg --print-architecture',
    ],
    // A shell says the same of a file that is not there.
    { rank: 'cause', applies: ({ log, foreign }) => log.object !== undefined && foreign !== true },
  ),
  plain(
    'carriage-return-in-script',
    'a script’s lines end with a carriage return',
    [
      { has: 'no such file or directory', and: /['"‘]\S{0,40}\\r['"’]: no such file/i },
      { has: "\\r': command not found" },
      { has: '^m: bad interpreter' },
    ],
    [
      'The lines of a script end with a carriage return (CRLF), which becomes part of the interpreter’s name',
      'Save the script with line feeds alone, and let Git keep them (*.sh text eol=lf in .gitattributes)',
      'sed -i "s/\\r$//" THE_SCRIPT',
    ],
    { rank: 'cause', explains: ['file-missing', 'command-not-found'] },
  ),
  clue(
    'rosetta-on',
    {
      has: 'rosetta',
      and: /rosetta["']?[:=] ?["']?true|--(?:vz-)?rosetta\b(?!=false)|\/rosetta(?:\s|$)|use rosetta for/i,
    },
    { has: 'true', and: /^true$/, about: /\{\{ ?\.Rosetta ?\}\}['"]?\n/ },
  ),
  clue('carriage-returns', { has: 'crlf' }, { has: '^m: ' }),
  kind('loader-not-found', 'Could not open /lib…/ld-…: No such file or directory', {
    rank: 'cause',
    signs: [
      {
        has: "could not open '/",
        and: /could not open '\/(?:lib|usr\/lib|system)[^']{0,100}\/?ld[^']{0,60}'/i,
      },
      { has: 'rosetta error: failed to open elf' },
    ],
    explains: ['guest-crash', 'foreign-step-crash', 'rosetta'],
    causes: [
      {
        text: 'Emulation works, and the loader and the libraries that the program needs are not here: a program of another architecture was put among files of this one',
        shown: true,
        remedy:
          'Fetch or build the program for the platform of what surrounds it, build the whole image for one platform, or install the libraries of its architecture',
        commands: ['uname -m', 'docker build --platform {platform} .'],
      },
    ],
    sources: 'Wide-Moat/open-computer-use#27 sameersbn/docker-gitlab#2689 docker/for-mac#7644',
  }),
  plain(
    'other-libc',
    'a program of another libc',
    [
      { has: 'error loading shared library ld-linux', and: /ld-linux\S{0,20}: no such file/i },
      { has: 'error relocating ', and: /error relocating \/.{1,200}: symbol not found/i },
      { has: 'version `glibc_', and: /not found/ },
      { has: 'libc.musl-', and: /cannot open shared object/ },
      { has: 'version `glibcxx_', and: /not found/ },
    ],
    [
      'The program or library was made for another libc than the image’s: for glibc in an image with musl (Alpine), the reverse, or for a newer glibc; its loader or its symbols are missing',
      'Build it in the image on which it runs, or use an image with the libc (and the version) for which it was made',
      'ldd --version',
    ],
    { rank: 'cause', explains: ['file-missing'] },
  ),
  kind('emulator-without-libraries', 'the emulator does not find its own libraries', {
    rank: 'cause',
    signs: [
      { has: 'error while loading shared libraries', and: /qemu-\w{2,12}(?:-static)?: error while loading/ },
    ],
    explains: ['file-missing'],
    causes: [{ ...NOT_STATIC, when: undefined, shown: true }, INTERPRETER_GONE],
  }),
  kind('file-for-another-emulator', 'Invalid ELF image for this architecture', {
    rank: 'cause',
    signs: [{ has: 'invalid elf image for this architecture' }],
    explains: ['exec-format-error', 'register-exists'],
    causes: [
      {
        text: 'The entry {entry} starts the QEMU of another architecture than that of the programs it takes',
        when: only((view) => view.here === true && broken(view) === true),
        specific: true,
        finding: 'SB034',
        remedy: 'Register the right QEMU for {platform}',
        commands: [REPLACE],
      },
      {
        text: 'The program is of another architecture than this emulator: 64-bit files under the emulator for 32 bits, since the image is the wrong one or the wrong handler answers for it',
        shown: true,
        remedy:
          'Use the image for the platform that is meant, or register the handler for that of the files (linux/arm64)',
        commands: [FILE, 'grep -s . /proc/sys/fs/binfmt_misc/qemu-*'],
      },
    ],
    sources: 'guysoft/CustomPiOS#114',
  }),
  kind('local-image-of-another-platform', 'image was found but does not match the specified platform', {
    bearing: 'elsewhere',
    rank: 'cause',
    signs: [
      { has: 'does not match the specified platform' },
      { has: 'but its platform', and: /does not match the expected platform|mismatch/i },
      { has: 'does not provide the specified platform' },
    ],
    explains: ['platform-mismatch', 'exec-format-error'],
    causes: [
      {
        text: 'The image that is stored here under this name is of another platform than the one that was asked for ({platform})',
        shown: true,
        elsewhere: true,
        remedy: 'Pull or build it again with --platform {platform}',
        commands: ['docker pull --platform {platform} IMAGE', 'docker build --platform {platform} .'],
      },
    ],
    sources: 'docker/for-mac#6356',
  }),
  kind('platform-mismatch', 'The requested image’s platform does not match the detected host platform', {
    bearing: 'note',
    signs: [{ has: 'does not match the detected host platform' }],
    causes: [
      {
        text: 'The image has no variant for this host, and was started without saying which platform is meant',
        remedy: 'Name the platform, and register a handler for it if it is meant to be emulated',
        commands: ['docker run --platform {platform} IMAGE', SETUP],
      },
    ],
    sources: 'multiarch/qemu-user-static#199',
  }),
  kind('platform-not-published', 'no match for platform in manifest', {
    bearing: 'elsewhere',
    rank: 'cause',
    signs: [
      ...texts(`
        no match for platform in | descriptor matching platform | must support amd64/linux | no matching manifest for | no image found in image index for
        | no image found in manifest list for | ctr: no match | no child with platform
        | no descriptor found for reference
      `),
      {
        has: 'platform linux/',
        and: /(?:unsupported|not ?found|does not (?:support|provide|contain)|no image)\S{0,2} .{0,40}\bplatform linux\//i,
      },
    ],
    causes: [
      {
        text: 'The engine does not know its own 32-bit Arm platform (it says unknown), or the image has none for it',
        when: only(evidenceIs(/manifest for (?:linux\/)?unknown/i)),
        shown: true,
        elsewhere: true,
        remedy: 'Ask for the platform by name, and see which ones the image has',
        commands: [INSPECT, 'docker pull --platform linux/arm/v7 IMAGE'],
      },
      {
        text: 'The image is not published for {platform}; nothing else can supply it',
        shown: true,
        elsewhere: true,
        remedy:
          'See which platforms the image has and ask for one of them, or build and publish it for {platform}',
        commands: [INSPECT],
      },
    ],
    sources: 'link-assistant/hive-mind#962 docker/for-mac#6356 aws-samples/bottlerocket-images-cache#7',
  }),
  kind('level-not-emulated', 'no support for running processes with linux/amd64/v3', {
    rank: 'cause',
    signs: [{ has: 'no support for running processes with', and: /amd64\/v/ }],
    explains: ['platform-mismatch'],
    causes: [
      {
        text: 'BuildKit runs no steps for amd64/v3 and v4 by emulation',
        when: (view) => not(machineIs('amd64')(view)) ?? logShows('bundled-emulator')(view),
        remedy: 'Build for linux/amd64 or v2, cross-compile, or use a runner whose CPU has that level',
        commands: ['docker buildx build --platform linux/amd64 .'],
      },
    ],
    sources: 'moby/buildkit#2588',
  }),
  kind('cpu-level', 'CPU does not support x86-64-v2', {
    bearing: 'foreign',
    rank: 'cause',
    signs: [
      { has: 'cpu does not support x86-64-v' },
      {
        has: 'cpu does not support',
        and: /(?:ISA level|x86-64|required by|instruction|\b(?:SSE|SSSE|AVX))/i,
      },
      {
        has: 'cpu',
        and: /\brequires? (?:a )?CPU (?:with|supporting) \S{0,10}(?:AVX|SSE)|missing required CPU features/i,
      },
      { has: 'was compiled to use', and: /\b(?:AVX|SSE|FMA)/ },
      { has: 'requires armv8' },
      { has: 'cpu isa level is lower than required' },
    ],
    causes: [
      {
        text: 'QEMU is older than 7.2, whose default CPU model lacks this level',
        when: (view) => {
          if (native(view) === true) return false;
          return qemuOlder('7.2.0')(view) ?? (view.platform === undefined ? false : undefined);
        },
        remedy: 'Use a current QEMU; until then QEMU_CPU=max helps',
        commands: [REPLACE, 'docker run -e QEMU_CPU=max IMAGE'],
      },
      {
        text: 'The program ran on the machine itself, whose CPU (or the model that a virtual machine shows) is too old for the level or instructions that it was built for',
        when: (view) => (foreign(view) === true ? false : (native(view) ?? machineIs('amd64')(view))),
        elsewhere: true,
        remedy:
          'Give the virtual machine the host’s CPU model, or use an image or a version for the first level',
      },
      {
        text: 'The image asks for an instruction level (x86-64-v3) that this emulator or Rosetta does not offer',
        when: (view) => (foreign(view) === false ? false : undefined),
        remedy:
          'Ask for the fullest CPU model, use an image for a lower level, or one for the machine itself (arm64)',
        commands: ['docker run -e QEMU_CPU=max IMAGE', INSPECT],
      },
    ],
    explains: ['foreign-step-crash', 'guest-crash', 'native-crash', 'illegal-instruction'],
    sources:
      'podman-container-tools/podman#14314 podman-container-tools/podman#15456 pulp/pulp-oci-images#772',
  }),
  kind('processor-unknown', 'unable to find CPU model', {
    rank: 'cause',
    signs: [{ has: 'unable to find cpu model' }, { has: 'unable to find cpu definition' }],
    causes: [
      {
        text: 'QEMU_CPU, set by the image, the build or the machine, names a processor that this QEMU does not know',
        shown: true,
        finding: 'SB044',
        remedy: 'Leave QEMU_CPU out, or name one that this QEMU lists (QEMU_CPU=help, or max for all it has)',
        commands: ['docker run --rm -e QEMU_CPU=help --platform {platform} IMAGE true'],
      },
    ],
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
