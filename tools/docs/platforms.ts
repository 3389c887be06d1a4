/** docs/platforms.md, made from the table of targets so that the two cannot drift apart. */

import {
  CONTAINER_ARCHITECTURES,
  mayRunNatively,
  TARGETS,
  type Target,
} from '../../src/platform/platforms.ts';

/** Builds of QEMU that were looked into: Debian 11, 12, 13 and sid; and the targets that each has not. */
const BUILDS: readonly (readonly [version: string, without: readonly string[]])[] = [
  ['5.2', ['loong64', 'hexagon']],
  ['7.2', []],
  ['10.0', ['cris', 'nios2']],
  ['11.1', ['cris', 'nios2']],
];

/** The targets whose static busybox, which is Debian's and linked with glibc, runs in the suites (test/support/foreign.ts). */
const BUSYBOX = ['arm64', 'arm', 'riscv64', 's390x', 'ppc64le', 'mips64le', 'loong64'];

/** The text of the page. */
export function renderPlatforms(): string {
  return `# Platforms

<!-- Written by npm run docs from src/platform/platforms.ts. Do not edit. -->

All ${TARGETS.length} targets of QEMU's user mode that this program knows. Any of the names will do, in any case, with or without
\`linux/\` before it, and with a variant behind it where there is one: \`linux/amd64/v2\` to \`v4\`, \`linux/arm/v5\` to \`v8\`,
\`linux/arm64/v8\` to \`v9.7\`. \`all\` means the first ${CONTAINER_ARCHITECTURES.length}, which are what BuildKit asks for: setup leaves out those that the host runs by itself, and
names them; the matrix of plan has all of them. What runs here, as \`list\` and the output \`platforms\` have it, holds native platforms and
variants (\`linux/arm/v6\` beside \`linux/arm/v7\`) too.

A platform is *proven* when a program for it ran in an empty chroot; the probe of each target is in \`probes/\`. "Real program" is
what runs besides in the suites of this project, Debian's static busybox. QEMU: the builds of Debian that have the target.

| platform | other names | QEMU's name | runs by itself on | QEMU | real program |
| --- | --- | --- | --- | --- | --- |
${TARGETS.map(rowOf).join('\n')}

## What is not among them

- \`windows/…\`: QEMU's user mode runs Linux programs alone, and a Windows container needs the kernel of Windows.
- \`darwin/…\`, \`freebsd/…\` and others: for the same reason. Programs for them can be cross-compiled, and not run here.
- \`wasm\`, \`wasi/wasm\`: they are no machine's programs. A runtime such as wasmtime can be registered as a rule (input \`rules\`).
`;
}

function rowOf(target: Target): string {
  const { arch, aliases, qemu } = target;
  const names = aliases.filter((name) => name !== qemu).map(code);
  const hosts = TARGETS.filter((host) => mayRunNatively(host.arch, arch)).map((host) => code(host.arch));
  const builds = BUILDS.filter(([, without]) => !without.includes(arch)).map(([version]) => version);
  return `| ${[code(`linux/${arch}`), names.join(', '), code(qemu), hosts.join(', '), builds.join(', '), BUSYBOX.includes(arch) ? 'busybox' : ''].join(' | ')} |`;
}

function code(text: string): string {
  return `\`${text}\``;
}
