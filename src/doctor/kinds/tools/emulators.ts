/** Kinds of tools that look for QEMU themselves, or are to be told of it. */

import { SETUP } from '../common.ts';
import { evidenceIs, only } from '../conditions.ts';
import { type Kind, kind, plain } from '../kind.ts';

/** A shell, make, env, Go, Rust or Python that did not find a program of QEMU’s user mode; its other programs are no emulators. */
const EMULATOR_NOT_FOUND =
  /(?:^|[\s"'`‘“(])(?:\/(?!\S{0,80}binfmt)\S{0,80}\/)?qemu-(?!system|img|nbd|io\b|ga\b|kvm|bridge|pr-|storage|user|guest|utils)\w{2,12}(?:-static)?["'’”]?(?:: (?:command )?not found|: (?:executable file not found|no such file)| not found)|(?:errno 2|could not execute process|cannot run program|failed to execute)\b.{0,80}qemu-(?!system|img)\w{2,12}/i;

export const emulatorToolKinds = (): readonly Kind[] => [
  plain(
    'package-renamed',
    'the package of QEMU is not there under this name',
    [
      {
        has: 'qemu-user-static',
        and: /has no installation candidate|unable to locate package|unable to find a match|no match for argument|no provider of|not available|is a virtual package|has been obsoleted|unmet dependenc/i,
      },
      {
        has: 'qemu-user-static',
        and: /^(?:\S{0,60} )?qemu-user-static$/,
        about: /dependenc|not installed|required|installing/i,
      },
      {
        has: 'qemu',
        and: /(?:qemu-user|binfmt-qemu|qemu-binfmt)\S{0,30} was not found|target not found: (?:qemu-user|binfmt-qemu)/,
      },
      { has: 'qemu-user-binfmt', and: /conflicts|breaks|no installation candidate/i },
    ],
    [
      'The package of QEMU is not to be had under this name (qemu-user-static): it was renamed to qemu-user, which is static in newer releases (Debian 13, Ubuntu 26.04), with qemu-user-binfmt; or the lists of packages are missing or old, or another repository (EPEL) has it',
      'Run apt-get update first; install qemu-user and qemu-user-binfmt in newer releases; or set up without packages by this program',
      'sudo apt-get install qemu-user qemu-user-binfmt',
      SETUP,
    ],
    { rank: 'cause', sources: 'RPi-Distro/pi-gen#897' },
  ),
  kind('emulator-not-found', 'a tool does not find QEMU’s program', {
    rank: 'cause',
    signs: [
      {
        has: 'qemu',
        and: /(?:cannot|can't|could not|couldn't|unable to|failed to) (?:find|locate|stat) (?!image|package|a match).{0,60}qemu[- ](?:static|user|\w{3,12}-static)/i,
      },
      { has: 'not found', and: EMULATOR_NOT_FOUND },
      { has: 'no such file or directory', and: EMULATOR_NOT_FOUND, not: /chroot: |add binary format/ },
      { has: 'could not execute process', and: EMULATOR_NOT_FOUND },
      {
        has: 'no such file or directory: ',
        and: /directory: ['"]?(?:\/\S{1,80}\/)?qemu-(?!system|img)\w{2,12}(?:-static)?\b/i,
      },
      { has: 'is not installed', and: /qemu-user\S{0,20} is not installed/ },
      {
        has: 'qemu-',
        and: /\b(?:requires?|missing|needs?|please install|depends on|install) (?:the )?(?:package )?["'`]?(?:\/\S{1,60}\/)?(?:qemu-user\S{0,20}|qemu-(?!system|img)\w{2,12}-static)\b(?! (?:is )?already)/i,
        not: /\b(?:apt(?:-get)?|dnf|yum|apk|pacman|zypper)\b|missing.{0,3}: 0|["'`][^"'`]{0,200}(?:exec format|not found)/,
      },
      {
        has: 'qemu-',
        and: /\bqemu-user(?:-static|-binfmt)?\S{0,8} (?:package )?(?:(?:is not|must be|needs to be|has to be) (?:installed|present)|(?:is|are) (?:required|needed))/i,
      },
      { has: 'which qemu-arch-static to use' },
      { has: 'qemu static', and: /cannot find .{1,40} qemu static/i },
      {
        has: 'no such file or directory',
        and: /(?:cannot stat|cp:|stat|install:|copy|which|lstat) .{0,80}qemu-\w{3,12}(?:-static)?['"’]?/i,
      },
      { has: 'qemu-', and: /COPY .{0,40}qemu-\w{1,12}-static.{0,200}not found/i },
      {
        has: 'qemu-',
        and: /(?:COPY failed|ADD failed|cache key|checksum|stat).{0,200}qemu-\w{1,12}-static.{0,60}(?:not found|not exist|no such file)/i,
      },
      { has: 'update-binfmts: command not found' },
    ],
    explains: ['command-not-found', 'file-missing', 'python-crash'],
    causes: [
      {
        text: 'The tool wants to copy or to call QEMU’s own program (such as qemu-aarch64-static), and it is not installed here under that name',
        shown: true,
        remedy:
          'Install it (qemu-user-static; qemu-user in newer releases), or register a pinned handler, with which nothing needs to be copied',
        commands: ['sudo apt-get install qemu-user-static', SETUP],
      },
    ],
    sources: 'bitnami/minideb#143',
  }),
  kind('emulator-denied', 'SELinux or AppArmor keeps a container from QEMU’s program', {
    rank: 'cause',
    signs: [
      { has: 'denied', and: /\bavc: {1,2}denied\b.{0,200}\bqemu-(?!system|img|ga|kvm)\w{2,12}/i },
      { has: 'apparmor="denied"', and: /\/qemu-(?!system|img|ga|kvm)\w{2,12}/i },
    ],
    explains: ['permission', 'native-crash', 'guest-crash', 'foreign-step-crash'],
    causes: [
      {
        text: 'The security module of the kernel (SELinux, AppArmor) does not let the container read or run QEMU’s program, or the files of the image under it',
        shown: true,
        remedy:
          'Build with labels switched off, or give QEMU’s program the label of container files; a pinned entry (F) needs no file of QEMU’s in the image',
        commands: [
          'podman build --security-opt label=disable .',
          'sudo chcon -t container_file_t INTERPRETER',
        ],
      },
    ],
    sources: 'podman-container-tools/podman#25318 multiarch/qemu-user-static#117',
  }),
  kind('nix-platforms', 'Nix may not build for this system', {
    rank: 'cause',
    signs: [
      {
        has: 'is required to build',
        and: /an? ['`‘](\w{3,20})-linux['’](?: with features .{0,80})? is required to build(?!.{0,400} I am an? ['`‘]\1-linux)/i,
      },
      { has: 'platform mismatch: ', and: /platform mismatch: required '(\w{3,20})-linux', got '(?!\1-)/ },
      {
        has: 'current system: ',
        about: /Required system: '(\w{3,20})-linux'[^\n]{0,200}\n\s{0,20}Current system: '(?!\1-)/,
      },
    ],
    causes: [
      {
        text: 'Nix runs on macOS here, which builds nothing for Linux by itself: it needs a builder that runs Linux, a virtual machine or another host',
        when: only(evidenceIs(/I am an? ['`‘]\w{3,20}-darwin/)),
        shown: true,
        specific: true,
        elsewhere: true,
        remedy: 'Set up the Linux builder (nix-darwin’s nix.linux-builder.enable), or name a remote builder',
        commands: ['nix run nixpkgs#darwin.linux-builder'],
      },
      {
        text: 'Nix is not told that it may build for {platform}: the handler alone is not enough, extra-platforms has to name the system',
        shown: true,
        remedy:
          'Add extra-platforms = aarch64-linux to nix.conf (boot.binfmt.emulatedSystems on NixOS does both), register the handler, and start the daemon again',
        commands: [SETUP, 'echo "extra-platforms = aarch64-linux" | sudo tee -a /etc/nix/nix.conf'],
      },
    ],
    sources: 'nix-community/nixos-generators#202',
  }),
  kind('apptainer', 'Apptainer or Singularity refuses an image of another architecture', {
    rank: 'cause',
    signs: [
      { has: 'image targets ', and: /image targets .{1,30}, cannot run on/ },
      { has: "could not run on the host's" },
      { has: 'failed to execv()', and: /exec format error/i },
      { has: 'while checking image architecture' },
      { has: 'not compatible with host', and: /architecture \S{1,12} not compatible with host/ },
    ],
    explains: ['exec-format-error', 'file-of-another-architecture'],
    causes: [
      {
        text: 'The image is for another architecture ({platform}) than the machine, and Apptainer found no handler for it: binfmt_misc is not mounted where it looks, or holds no entry',
        shown: true,
        remedy: 'Use an image that was built for this machine, or mount binfmt_misc and register a handler',
        commands: ['ls /proc/sys/fs/binfmt_misc', SETUP],
      },
    ],
    sources: 'apptainer/singularity#1488 apptainer/singularity#4239',
  }),
];
