import { describe, expect, it } from 'vitest';
import { diagnoseLog } from '../../../../src/doctor/log/diagnose.ts';
import { readLog } from '../../../support/logs.ts';

const commandsFor = (log: string): readonly string[] =>
  diagnoseLog(readLog(`${log}\n`), {}, { here: false }).diagnoses.flatMap(({ causes }) =>
    causes.flatMap(({ commands }) => commands),
  );
const imageOf = (log: string): string | undefined =>
  readLog(`${log}\n`).matches.find(({ id }) => !id.startsWith('engine-'))?.image;

const NO_IMAGE = 'no image found in image index for architecture "arm64", variant "v8", OS "linux"';
const DENIED = 'unauthorized: access to the requested resource is not authorized';

describe('commands', () => {
  it.each([
    [
      'podman',
      `$ podman build --platform linux/arm64 .\nSTEP 1/3: FROM quay.test/a/b:1\nError: creating build container: choosing an image from manifest list docker://quay.test/a/b:1: ${NO_IMAGE}`,
      ['skopeo inspect --raw docker://quay.test/a/b:1'],
    ],
    [
      'kaniko',
      'INFO[0000] Retrieving image manifest gcr.test/a/b:1\nerror building image: no child with platform linux/arm64 in index gcr.test/a/b:1',
      ['skopeo inspect --raw docker://gcr.test/a/b:1'],
    ],
    [
      'podman that logs in',
      `$ podman pull quay.test/a/b:1\nError: initializing source docker://quay.test/a/b:1: reading manifest 1 in quay.test/a/b: ${DENIED}`,
      ['podman logout', 'podman login', 'skopeo inspect --raw docker://quay.test/a/b:1'],
    ],
    [
      'Buildah that logs in',
      `$ buildah pull quay.test/a/b:1\nError: initializing source docker://quay.test/a/b:1: ${DENIED}`,
      ['buildah logout', 'buildah login', 'skopeo inspect --raw docker://quay.test/a/b:1'],
    ],
    [
      'Docker',
      `$ docker pull quay.test/a/b:1\nError response from daemon: no matching manifest for linux/arm64/v8 in the manifest list entries`,
      ['docker buildx imagetools inspect quay.test/a/b:1'],
    ],
    [
      'BuildKit',
      'ERROR: failed to solve: quay.test/a/b:1: no match for platform in manifest: not found',
      ['docker buildx imagetools inspect quay.test/a/b:1'],
    ],
    [
      'Docker in a log that calls podman, too',
      `$ docker version\n$ docker pull a/b:1\n$ podman version\n${NO_IMAGE}`,
      ['docker buildx imagetools inspect a/b:1'],
    ],
  ])('are those of %s', (_, log, commands) => {
    expect(commandsFor(log)).toEqual(commands);
  });

  it.each([
    'podman build --platform linux/arm64 .',
    'buildah bud --arch arm64 .',
    '/kaniko/executor --context .',
  ])('are none of Docker’s after %s', (command) => {
    for (const failure of [
      NO_IMAGE,
      DENIED,
      'no space left on device',
      'Get "https://hub.test/v2/": x509: certificate signed by unknown authority',
      'toomanyrequests: you have reached your pull rate limit',
      'linux/arm64\nqemu: uncaught target signal 11 (Segmentation fault) - core dumped',
      'linux/arm64\nexec /bin/sh: exec format error',
      'image was found but does not match the specified platform',
      'layer does not exist',
      'image not known',
      'error creating overlay mount to /var/lib/containers: invalid argument',
    ]) {
      const commands = commandsFor(`$ ${command}\n${failure}`);
      expect(commands.join('\n')).not.toMatch(/\bdocker (?!\/)|docker\.|docker-/);
    }
  });
});

describe('an image', () => {
  it.each([
    ['a stage', 'STEP 1/2: FROM a.test/b:1\nSTEP 2/2: RUN make\nSegmentation fault', 'a.test/b:1'],
    [
      'the last stage',
      'STEP 1/2: FROM a.test/b:1\nSTEP 1/2: FROM a.test/c:1 AS x\nSegmentation fault',
      'a.test/c:1',
    ],
    [
      'a command',
      '$ podman run --rm --platform linux/arm64 a.test/b:1 make\nSegmentation fault',
      'a.test/b:1',
    ],
    [
      'no set-up',
      '$ docker run --rm --privileged tonistiigi/binfmt:latest --install all\nSegmentation fault',
      undefined,
    ],
    [
      'no command long before',
      `$ podman pull a.test/b:1\n${'make\n'.repeat(20)}Segmentation fault`,
      undefined,
    ],
    ['no stage by its own name', 'STEP 1/2: FROM builder AS x\nSegmentation fault', undefined],
    [
      'no stage of several side by side',
      '#5 [linux/arm64 a 1/2] FROM a.test/b:1\n#6 [linux/arm64 c 1/2] FROM a.test/d:1\n#7 [linux/arm64 a 2/2] RUN make\n#7 1.0 Segmentation fault',
      undefined,
    ],
    ['no more than a name', 'STEP 1/2: FROM a.test/b:1$(reboot)\nSegmentation fault', undefined],
    ['no login', '$ podman pull docker://user:hunter22@a.test/b:1\nSegmentation fault', undefined],
  ])('is that of %s', (_, log, image) => {
    expect(imageOf(log)).toBe(image);
  });

  it('is named in no command that starts what is in it', () => {
    const log =
      'STEP 1/2: FROM a.test/b:1\nlinux/arm64\nimage was found but does not match the specified platform';
    expect(commandsFor(log).join('\n')).toMatch(/^podman pull --platform linux\/arm64 a\.test\/b:1$/m);
    const started = commandsFor(
      '$ podman run a.test/b:1\nlinux/arm64\nqemu: uncaught target signal 4 (Illegal instruction)',
    );
    expect(started.filter((line) => /\b(?:run|build)\b|^FROM/.test(line)).join('\n')).not.toContain('a.test');
  });
});
