/** Kinds of programs that are there, and whose loader, libraries or first line are not. */

import { FILE, INTERPRETER_GONE, lacksF, NOT_PINNED, NOT_STATIC, SWITCHED_OFF } from '../common.ts';
import { evidenceIs, logShows, only } from '../conditions.ts';
import { type Cause, clue, type Kind, kind, plain } from '../kind.ts';

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

/** A shell, or the simplest of programs: what a root has before all else. */
const FIRST = '(?:/usr)?/bin/(?:(?:ba|da|a|z|k)?sh|true|busybox|env)';

export const loaderKinds = (): readonly Kind[] => [
  kind('root-not-started', 'a root’s own shell does not start: No such file or directory', {
    rank: 'cause',
    signs: [
      {
        has: 'no such file or directory',
        and: new RegExp(
          `(?:chroot|unshare|nsenter): (?:failed to run command|failed to execute|can't execute|cannot run command|exec(?:uting)?):? ['"\`‘“]?${FIRST}\\b.{0,4}: No such`,
          'i',
        ),
      },
      {
        has: 'no such file or directory',
        and: new RegExp(
          `(?:execv\\(|\\bexecvp |Failed to execute |execve\\()['"\`‘“]?(?:${FIRST}|(?:ba)?sh)\\b.{0,60}: No such`,
        ),
      },
      // Of a file that is not there at all an engine says so otherwise.
      {
        has: 'exec user process caused',
        and: /no such file or directory/i,
        about: /^(?:Step \d{1,4}(?:\/\d{1,4})? : )?RUN (?!\[)/m,
      },
      {
        has: 'no such file or directory',
        and: new RegExp(`^(?:.{0,60} )?exec (?:container process )?['"\`]?${FIRST}['"\`]?: no such`, 'i'),
      },
    ],
    // A root on the machine's own architecture may lack it; where a machine is named and no platform, it may be one.
    applies: (view) =>
      view.foreign !== false &&
      (view.platform !== undefined ||
        (view.machine === undefined && view.here !== true && evidenceIs(/bwrap: /)(view) !== true)),
    explains: ['interpreter-not-in-container', 'handler-disabled'],
    causes: [
      { ...INTERPRETER_GONE },
      {
        ...NOT_PINNED,
        text: 'The root is for another architecture ({platform}), and the interpreter of its entry, which lacks the flag F, is looked for inside the root and is not there (or is no longer)',
        when: (view) => lacksF(view) || undefined,
      },
      NOT_STATIC,
      SWITCHED_OFF,
      {
        text: 'The root is empty, half made or another one than was meant: its shell, or the shell’s loader, is not in it',
        elsewhere: true,
        remedy:
          'Look at whether the program and its loader are in the root, and at the step that should have filled it',
        commands: ['ls -l ROOT/bin/sh ROOT/lib*/ld-*'],
      },
    ],
    sources: 'RobertCNelson/omap-image-builder#63 armbian/build#8347 armbian/build#6020',
  }),
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
        and: /\bexec(?:v[pe]{0,2})?(?: container process|: failed: |\()? ?[`"']?\/[^\s:)`"']{1,200}(?:,? \/\S{1,60}){0,3}[`"')]{0,4}(?: failed)?: /i,
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
  clue('carriage-returns', { has: 'crlf' }, { has: '^m: ' }),
  kind('loader-not-found', 'Could not open /lib…/ld-…: No such file or directory', {
    rank: 'cause',
    signs: [
      {
        has: "could not open '/",
        and: /could not open '\/(?:lib|usr\/lib|system)[^']{0,100}\/?ld[^']{0,60}'/i,
      },
      { has: 'rosetta error: failed to open elf' },
      { has: 'loading needed lib', and: /^(?:\[BOX\d\d\] )?Error:? loading needed libs? /i },
      // What the emulator of an older Docker Desktop says.
      {
        has: '/ld-linux-',
        and: /(?<![:\w] )(?<!\S)\/lib(?:64)?\/ld-linux-[\w.-]{1,40}: No such file or directory$/,
      },
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
      { has: 'glibc_2', and: /version ['"‘]GLIBC_2[\d.]{1,6}['"’] not found/ },
      { has: 'libc.musl-', and: /cannot open shared object/ },
      { has: 'version `glibcxx_', and: /not found/ },
      // Android’s own is one more.
      { has: 'tls segment is underaligned' },
      { has: 'only position independent executables' },
    ],
    [
      'The program or library was made for another libc than the image’s: for glibc in an image with musl (Alpine), the reverse, or for a newer glibc; its loader or its symbols are missing',
      'Build it in the image on which it runs, or use an image with the libc (and the version) for which it was made',
      'ldd --version',
    ],
    { rank: 'cause', explains: ['file-missing'] },
  ),
  plain(
    'static-tls-full',
    'a library has no room for its thread-local variables',
    [{ has: 'in static tls block', and: /cannot allocate memory in static TLS block/i }],
    [
      'A library was loaded too late: the room that the loader keeps for thread-local variables was taken by those before it (seen with libgomp and jemalloc, above all on arm64); it is not memory that lacks',
      'Load the library first: import it before others, or name it in LD_PRELOAD, or use a newer glibc',
      'export LD_PRELOAD=/PATH/OF/THE/LIBRARY',
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
];
