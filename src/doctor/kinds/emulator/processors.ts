/** Kinds of what a processor, real or emulated, lacks: instructions, levels, page sizes. */

import { ALSO_SHOWN, INSPECT, NEWER_QEMU } from '../common.ts';
import {
  emulatedOrForeign,
  evidenceIs,
  logShows,
  machineIs,
  not,
  only,
  platformIs,
  qemuOlder,
} from '../conditions.ts';
import { type Kind, kind, plain } from '../kind.ts';

const notNative = (view: Parameters<typeof emulatedOrForeign>[0]): boolean =>
  emulatedOrForeign(view) !== false;

/** A program that asks for pages of another size. */
const PAGE_SIZE =
  /only .{0,60}\b\d{1,2} ?k(?:i?b)? page sizes?|requires? .{0,60}page sizes?|page ?sizes? .{0,60}(?:not supported|unsupported|too (?:large|small)|mismatch|must be|expected|configuration is wrong)|(?:unsupported|wrong|different|incompatible|invalid) .{0,20}page size/i;

/** A file whose parts do not begin where a page does. */
const PAGE_ALIGNED =
  /(?:\b(?:load\w*|segments?|mmap\w*|ELF|offset|address(?:es)?)\b|\bmust be ).{0,80}\bpage[- ]aligned|\bpage[- ]aligned\b.{0,60}\b(?:load|segment|mmap|ELF|offset|address)/i;

/** An emulator (Box64) that was itself built for other pages says so. */
const OF_THE_EMULATOR = /PageSize configuration is wrong/i;

export const processorKinds = (): readonly Kind[] => [
  kind('illegal-instruction', 'an instruction that the emulated processor lacks', {
    bearing: 'foreign',
    rank: 'cause',
    signs: [
      { has: 'illegal instruction', about: /riscv|rva23|rv64|march=|vector|-mcpu/i },
      { has: 'sigill', about: /riscv|rva23|rv64|march=/i },
    ],
    applies: notNative,
    explains: ['guest-crash', 'compiler-crash', ...ALSO_SHOWN],
    causes: [
      {
        text: 'The program was built for a level of the processor (RVA23 in Ubuntu 26.04’s riscv64, vector extensions) that this emulator’s CPU lacks: QEMU before 8 does not know it, later ones must be told',
        remedy: 'Use a current QEMU, ask for the fullest CPU (QEMU_CPU=max), or an image for a lower level',
        commands: [NEWER_QEMU, 'docker run -e QEMU_CPU=max --platform {platform} IMAGE'],
      },
    ],
    sources: 'plctlab/plct-qemu#4',
  }),
  kind('page-size', 'Unsupported system page size', {
    bearing: 'foreign',
    signs: [
      { has: 'elf load command address/offset not' },
      { has: 'page', and: PAGE_SIZE },
      { has: 'page', and: PAGE_ALIGNED },
    ],
    rank: 'cause',
    explains: ['file-missing', 'foreign-step-crash'],
    causes: [
      {
        text: 'The allocator (jemalloc) or the program was built for another page size than the kernel’s, or asks an old QEMU for it, which answers wrongly',
        // No machine for amd64 has other pages than of 4 KiB.
        when: only((view) =>
          evidenceIs(OF_THE_EMULATOR)(view) ? false : (emulatedOrForeign(view) ?? platformIs('amd64')(view)),
        ),
        remedy: 'Use a current QEMU, or a build for the kernel’s page size',
        commands: [NEWER_QEMU, 'getconf PAGESIZE'],
      },
      {
        text: 'The allocator (jemalloc) or the program was built for smaller pages than this kernel has (16 or 64 KiB)',
        shown: true,
        elsewhere: true,
        remedy: 'Use a build for this page size, or a kernel with 4 KiB pages',
        commands: ['getconf PAGESIZE'],
      },
    ],
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
      { has: 'built for cpus supporting', and: /\b(?:AVX|SSE|FMA)/ },
      { has: 'requires armv8' },
      { has: 'built with baseline optimizations', and: /your machine doesn't support/ },
      { has: 'processors with v', and: /can only be run on AMD64 processors with v\d/ },
      { has: 'cpu lacks avx' },
      { has: 'requires a processor with ', and: /requires a processor with \S{0,10}(?:AVX|SSE|FMA|BMI)/ },
      { has: 'find compatible target in system image' },
      { has: 'cpu isa level is lower than required' },
      // As glibc says it for POWER and z.
      { has: 'fatal glibc error: cpu lacks ' },
    ],
    causes: [
      {
        text: 'QEMU is older than 7.2, whose default CPU model lacks this level',
        when: (view) => {
          if (emulatedOrForeign(view) === false || platformIs('amd64')(view) === false) return false;
          return qemuOlder('7.2.0')(view) ?? (view.platform === undefined ? false : undefined);
        },
        remedy: 'Use a current QEMU; until then QEMU_CPU=max helps',
        commands: [NEWER_QEMU, 'docker run -e QEMU_CPU=max IMAGE'],
      },
      {
        text: 'The program ran on the machine itself, whose CPU (or the model that a virtual machine shows) is too old for the level or instructions that it was built for',
        when: (view) => not(emulatedOrForeign(view)) ?? machineIs('amd64')(view),
        elsewhere: true,
        remedy:
          'Give the virtual machine the host’s CPU model, or use an image or a version for the first level',
      },
      {
        text: 'The image asks for an instruction level (x86-64-v3, POWER9, z14) that this emulator or Rosetta does not offer',
        when: (view) => (emulatedOrForeign(view) === false ? false : undefined),
        remedy:
          'Ask for the fullest CPU model, use an image for a lower level, or one for the machine itself (arm64)',
        commands: ['docker run -e QEMU_CPU=max IMAGE', INSPECT],
      },
    ],
    explains: ['foreign-step-crash', 'guest-crash', 'native-crash', 'illegal-instruction'],
    sources:
      'podman-container-tools/podman#14314 podman-container-tools/podman#15456 pulp/pulp-oci-images#772',
  }),
  kind('memory-not-given-back', 'jemalloc: MADV_DONTNEED does not work', {
    rank: 'echo',
    signs: [{ has: 'madv_dontneed', and: /does not work|jemalloc|memset/i }],
    causes: [
      {
        text: 'An old QEMU answers a call for memory (MADV_DONTNEED) wrongly, as jemalloc says; the program goes on after that, and may crash for it later',
        remedy: 'Use a current QEMU, or a build without jemalloc',
        commands: [NEWER_QEMU],
      },
    ],
  }),
  kind('signature-check-wrong', 'OpenSSL finds every signature wrong', {
    bearing: 'foreign',
    rank: 'cause',
    signs: [
      { has: 'provider signature failure' },
      { has: 'rsa_padding_check_pkcs1_type_1:invalid padding' },
      { has: 'rsa routines::padding check failed', about: /certificate|SSL|TLS/ },
    ],
    // A signature that is wrong indeed is no emulator's doing.
    applies: (view) => emulatedOrForeign(view) !== false && view.platform !== undefined,
    explains: ['network', 'registry-certificate', 'tool-version', 'dependency'],
    causes: [
      {
        text: 'The emulator or Rosetta carries out wrongly the instructions for newer processors with which OpenSSL computes, so that no certificate and no signature seems right',
        when: emulatedOrForeign,
        remedy:
          'Use a current QEMU, switch Rosetta off, or let OpenSSL compute without those instructions (OPENSSL_ia32cap)',
        commands: [NEWER_QEMU, 'ENV OPENSSL_ia32cap=~0x200000200000000'],
      },
    ],
    sources: 'apple/container#1194 docker/desktop-feedback#230 podman-container-tools/podman#18271',
  }),
  plain(
    'java-on-newest-apple',
    'Java stops at its start on an Apple M4',
    [{ has: 'registernatives()v+0', about: /SIGILL \(0x4\)[\s\S]{0,4000}linux-aarch64/ }],
    [
      'The Java virtual machine asks the processor for SVE, which an Apple M4 shows to a virtual machine and does not carry out so: this image for arm64 runs natively there, and no emulator plays a part',
      'Use a newer release of Java (21.0.6, 17.0.14 or later), or start this one with -XX:UseSVE=0',
      'docker run -e JAVA_TOOL_OPTIONS=-XX:UseSVE=0 IMAGE',
    ],
    {
      rank: 'cause',
      explains: ['hotspot-crash', 'native-crash', 'foreign-step-crash'],
      applies: (view) => view.machine !== 'amd64' && !view.log.emulated,
      sources: 'bazelbuild/bazel#25414',
    },
  ),
  kind('processor-unknown', 'unable to find CPU model', {
    rank: 'cause',
    signs: [
      { has: 'unable to find cpu model', not: /qemu-system/ },
      { has: 'unable to find cpu definition', not: /qemu-system/ },
    ],
    applies: (view) => logShows('machine-boots', 'virtual-machine')(view) !== true,
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
];
