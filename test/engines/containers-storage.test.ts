/**
 * An image that podman, buildah or skopeo has put into containers-storage, as root and as a user without any privilege: QEMU
 * comes from there, and a program of another architecture runs by it.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { layoutDigest, noDockerRegistry, qemuLayout } from '../support/docker-registry.ts';
import { inTurn } from '../support/in-turn.ts';
import { debClosure, libraryPath, staticBusybox } from '../support/packages.ts';
import { makePlainUser, noPlainUser, type PlainUser } from '../support/private-exec.ts';
import { built, type Ended } from '../support/program.ts';
import { machineArchitecture } from '../support/static-program.ts';

const able = noPlainUser() === undefined && noDockerRegistry() === undefined;
const NAME = 'docker.io/example/binfmt:lab';
const BUILT = 'localhost/binfmt:here';
const other = machineArchitecture === 'arm64' ? 'amd64' : 'arm64';
const MACHINE = machineArchitecture === 'arm64' ? 'x86_64' : 'aarch64';

/** How each loads an image, gives it another name, and shows its id and the digest of its manifest. */
const TOOLS: Readonly<
  Record<
    string,
    {
      readonly load: (archive: string) => readonly string[];
      readonly tag: readonly string[];
      readonly show: readonly string[];
    }
  >
> = {
  podman: {
    load: (archive) => ['load', '--input', archive],
    tag: ['tag', NAME, BUILT],
    show: ['images', '--no-trunc', '--format', '{{.ID}} {{.Digest}}', NAME],
  },
  buildah: {
    load: (archive) => ['pull', `docker-archive:${archive}`],
    tag: ['tag', NAME, BUILT],
    show: ['images', '--no-trunc', '--format', '{{.ID}} {{.Digest}}', NAME],
  },
  skopeo: {
    load: (archive) => ['copy', '-q', `docker-archive:${archive}`, `containers-storage:${NAME}`],
    tag: ['copy', '-q', `containers-storage:${NAME}`, `containers-storage:${BUILT}`],
    show: ['inspect', '--raw', `containers-storage:${NAME}`],
  },
};

/** Of a manifest, its configuration's digest and its own. */
function digestsIn(shown: string): readonly string[] {
  const found = [...new Set(shown.match(/sha256:[0-9a-f]{64}/g))];
  if (!shown.startsWith('{')) return found;
  return [...found.slice(0, 1), `sha256:${createHash('sha256').update(shown).digest('hex')}`];
}

describe.skipIf(!able)('containers-storage', () => {
  let user: PlainUser;
  /** Root follows no settings out of a folder of the user's. */
  let homeOfRoot: string;
  let archive: string;
  let layout: string;
  let busybox: string;

  beforeAll(async () => {
    user = makePlainUser('binfmt-storage', '/nowhere');
    homeOfRoot = mkdtempSync(join(tmpdir(), 'binfmt-storage-'));
    layout = await qemuLayout(machineArchitecture, ['aarch64', 'x86_64']);
    archive = join(user.home, 'image.tar');
    const to = `docker-archive:${archive}:${NAME}`;
    execFileSync('skopeo', ['copy', '-q', `oci:${layout}:${machineArchitecture}`, to]);
    busybox = join(user.home, 'busybox');
    copyFileSync(staticBusybox(other), busybox);
    for (const who of ['root', 'user']) {
      for (const tool of Object.keys(TOOLS)) makeHome(who, tool);
    }
    execFileSync('chown', ['-R', user.name, join(user.home, 'user'), archive]);
  });
  afterAll(() =>
    inTurn(
      () => execFileSync('sh', ['-c', `pkill -KILL -u ${user.name}; true`]),
      () => user?.remove(),
      () => rmSync(homeOfRoot, { recursive: true, force: true }),
    ),
  );

  const homeOf = (who: string, tool: string): string =>
    join(who === 'root' ? homeOfRoot : user.home, who, tool);

  /** A home with a storage of its own. Root has no other way to name one. */
  function makeHome(who: string, tool: string): void {
    const home = homeOf(who, tool);
    const config = join(home, '.config/containers');
    mkdirSync(config, { recursive: true });
    mkdirSync(join(home, 'run'), { mode: 0o700 });
    const place = who === 'root' ? `graphroot = "${home}/graph"\nrunroot = "${home}/run/storage"\n` : '';
    writeFileSync(join(config, 'storage.conf'), `[storage]\ndriver = "vfs"\n${place}`);
    writeFileSync(join(config, 'policy.json'), '{"default":[{"type":"insecureAcceptAnything"}]}');
    writeFileSync(join(config, 'registries.conf'), '');
  }

  function run(who: string, tool: string, command: readonly string[]): Promise<Ended> {
    const home = homeOf(who, tool);
    const closure = debClosure(tool);
    const env = {
      PATH: `${closure}/usr/bin:/usr/bin:/bin`,
      LD_LIBRARY_PATH: libraryPath(closure),
      HOME: home,
      XDG_RUNTIME_DIR: join(home, 'run'),
      RUNNER_TOOL_CACHE: join(home, 'tools'),
      ...(who === 'root' ? { CONTAINERS_STORAGE_CONF: join(home, '.config/containers/storage.conf') } : {}),
    };
    return user.run(who === 'root' ? command : user.as(...command), { env, cwd: home });
  }

  const foreign = async (who: string, tool: string, image: string): Promise<Ended> => {
    await run(who, tool, ['rm', '-rf', join(homeOf(who, tool), 'tools')]);
    const from = ['--qemu-from', 'image', '--image', `containers-storage:${image}`];
    const program = [process.execPath, built('cli.js'), 'exec', other, ...from];
    return run(who, tool, [...program, '--', busybox, 'uname', '-m']);
  };

  describe.each(Object.entries(TOOLS))('of %s', (tool, { load, tag, show }) => {
    describe.each(['root', 'user'])('of %s', (who) => {
      let digests: readonly string[];

      beforeAll(async () => {
        const done: Ended[] = [];
        for (const words of [load(archive), tag, show]) done.push(await run(who, tool, [tool, ...words]));
        expect(done.map(({ code }) => code)).toEqual([0, 0, 0]);
        digests = digestsIn(done.at(-1)?.stdout ?? '');
        expect(digests).toHaveLength(2);
      });

      const ran = expect.objectContaining({ code: 0, stdout: `${MACHINE}\n` });

      it('gives QEMU by name, in the short form too', async () => {
        for (const name of [NAME, NAME.replace('docker.io/', ''), BUILT])
          expect(await foreign(who, tool, name)).toEqual(ran);
      });

      it('gives QEMU by its id, and by the digest of its manifest', async () => {
        for (const digest of digests) expect(await foreign(who, tool, `${NAME}@${digest}`)).toEqual(ran);
        const id = digests[0]?.slice(7) ?? '';
        expect(await foreign(who, tool, id)).toEqual(ran);
      });

      it('is refused by another digest, with those that it has', async () => {
        const { code, stderr } = await foreign(who, tool, `${NAME}@${layoutDigest(layout)}`);
        expect(code).not.toBe(0);
        const known = digests.map((digest) => `(?=.*${digest})`).join('');
        expect(stderr).toMatch(
          new RegExp(
            `${known}.*${tool} knows it by .*, and not by ${layoutDigest(layout)}.* Name one of these`,
          ),
        );
      });

      it('says what is missing, and what loads it', async () => {
        const { code, stderr } = await foreign(who, tool, 'example/none:1');
        expect(code).not.toBe(0);
        expect(stderr).toMatch(new RegExp(`${tool} does not have it .* Load it first \\(${tool} `));
      });
    });
  });
});
