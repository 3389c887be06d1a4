import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { staticBusybox } from '../support/packages.ts';

/** One platform that the engines build and run for. */
export interface ForeignPlatform {
  readonly platform: string;
  /** Architecture as the builder's TARGETARCH says it. */
  readonly arch: string;
  readonly debian: string;
  /** What `uname -m` says under QEMU's default CPU. */
  readonly machine: string;
}

export const foreignPlatforms: readonly ForeignPlatform[] = [
  { platform: 'linux/arm64', arch: 'arm64', debian: 'arm64', machine: 'aarch64' },
  { platform: 'linux/arm/v7', arch: 'arm', debian: 'armhf', machine: 'armv7l' },
  { platform: 'linux/riscv64', arch: 'riscv64', debian: 'riscv64', machine: 'riscv64' },
  { platform: 'linux/s390x', arch: 's390x', debian: 's390x', machine: 's390x' },
  { platform: 'linux/ppc64le', arch: 'ppc64le', debian: 'ppc64el', machine: 'ppc64le' },
];

/**
 * The image that every engine builds. Each RUN line writes one fact to /facts:
 * a program that forks, a script found by its shebang line, `su` by an ordinary user (setuid, flag C),
 * a multi-call program started under another argv[0] than its path (flag P), and a file of the native first stage.
 */
const dockerfile = (nativeStage: string): string => `FROM ${nativeStage}scratch AS native
COPY busybox-native /bin/busybox
RUN ["/bin/busybox", "sh", "-c", "echo native=$(/bin/busybox uname -m) > /native"]

FROM scratch
ARG TARGETARCH
COPY busybox-\${TARGETARCH} /bin/busybox
RUN ["/bin/busybox", "mkdir", "-p", "/opt", "/tmp"]
RUN ["/bin/busybox", "--install", "-s", "/bin"]
COPY script /bin/script
COPY passwd group /etc/
RUN echo machine=$(uname -m) > /facts && chmod 666 /facts
RUN (/bin/uname -m; /bin/uname -s) | /bin/sort | /bin/tr '\\n' ' ' > /tmp/fork & wait; echo fork=$(cat /tmp/fork) >> /facts
RUN ["/bin/script", "a", "b c"]
RUN cp /bin/busybox /opt/multi && echo argv0=$(exec -a uname /opt/multi -m) >> /facts
RUN cp /bin/busybox /opt/busybox && chmod 4755 /opt/busybox
COPY --from=native /native /native
USER 1000
RUN echo user=$(id -u) >> /facts && echo setuid=$(/opt/busybox su -c 'id -u' root) >> /facts
ENTRYPOINT ["/bin/cat", "/facts", "/native"]
`;

/** Writes a build context for all platforms; `nativeStage` is the FROM option that keeps the first stage native. */
export function writeContext(folder: string, nativeStage: string): void {
  mkdirSync(folder, { recursive: true });
  copyFileSync(staticBusybox(), join(folder, 'busybox-native'));
  for (const { arch, debian } of foreignPlatforms) {
    copyFileSync(staticBusybox(debian), join(folder, `busybox-${arch}`));
  }
  writeFileSync(join(folder, 'script'), '#!/bin/sh\necho "shebang=$# $(uname -m)" >> /facts\n', {
    mode: 0o755,
  });
  writeFileSync(join(folder, 'passwd'), 'root::0:0::/:/bin/sh\nuser:x:1000:1000::/:/bin/sh\n');
  writeFileSync(join(folder, 'group'), 'root:x:0:\nuser:x:1000:\n');
  writeFileSync(join(folder, 'Dockerfile'), dockerfile(nativeStage));
}

/** `name=value` lines as a record. */
export function factsOf(text: string): Readonly<Record<string, string>> {
  return Object.fromEntries([...text.matchAll(/^(\w+)=(.*)$/gm)].map((hit) => [hit[1] ?? '', hit[2] ?? '']));
}
