import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { nodeHost } from '../../../src/host/host.ts';
import { credentialsIn, findCredentials, parseAuthConfig } from '../../../src/oci/auth.ts';

const encoded = (text: string) => Buffer.from(text).toString('base64');
const anna = { username: 'anna', password: 'pass:word' };

describe('credentialsIn', () => {
  const found = (auths: Readonly<Record<string, unknown>>, registry = 'ghcr.io', repository = 'a/b') =>
    credentialsIn({ auths, credHelpers: {} }, registry, repository);

  it.each(['ghcr.io', 'https://ghcr.io', 'https://ghcr.io/', 'http://ghcr.io/v1/', 'https://ghcr.io/v2/'])(
    'knows a registry by the key %s',
    (key) => {
      expect(found({ [key]: { auth: encoded('anna:pass:word') } })).toEqual(anna);
    },
  );

  it('knows Docker Hub by its old address', () => {
    const auths = { 'https://index.docker.io/v1/': { auth: encoded('anna:pass:word') } };
    expect(found(auths, 'docker.io')).toEqual(anna);
    expect(found({ 'docker.io': { auth: encoded('anna:pass:word') } }, 'docker.io')).toEqual(anna);
    expect(found(auths, 'ghcr.io')).toBeUndefined();
  });

  it('takes the most specific key, as podman writes them', () => {
    const auths = {
      'ghcr.io': { auth: encoded('all:1') },
      'ghcr.io/a': { auth: encoded('a:2') },
      'ghcr.io/a/b': { auth: encoded('ab:3') },
    };
    expect(found(auths, 'ghcr.io', 'a/b')).toMatchObject({ username: 'ab' });
    expect(found(auths, 'ghcr.io', 'a/c')).toMatchObject({ username: 'a' });
    expect(found(auths, 'ghcr.io', 'x')).toMatchObject({ username: 'all' });
  });

  it.each<[string, unknown, unknown]>([
    ['an identity token', { auth: encoded('anna:x'), identitytoken: 'token' }, { identityToken: 'token' }],
    ['name and password in the open', { username: 'anna', password: 'pass:word' }, anna],
    ['a name ended by NUL, as old clients wrote', { auth: encoded('anna:pass:word\0') }, anna],
    ['an empty entry', {}, undefined],
    ['no entry', 7, undefined],
    ['a text without a colon', { auth: encoded('anna') }, undefined],
    ['no base64', { auth: '%%%' }, undefined],
  ])('reads %s', (_name, entry, expected) => {
    expect(found({ 'ghcr.io': entry })).toEqual(expected);
  });
});

describe('parseAuthConfig', () => {
  it('takes what is there and leaves the rest empty', () => {
    expect(parseAuthConfig('{"auths":[],"credHelpers":null,"credsStore":""}')).toEqual({
      auths: {},
      credHelpers: {},
    });
    expect(parseAuthConfig('{"credsStore":"pass"}')).toEqual({
      auths: {},
      credHelpers: {},
      credsStore: 'pass',
    });
    expect(parseAuthConfig('[]')).toBeUndefined();
    expect(parseAuthConfig('{')).toBeUndefined();
  });
});

describe('findCredentials', () => {
  const path0 = process.env.PATH ?? '';
  let home: string;
  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'setup-binfmt-home-'));
  });
  afterEach(() => {
    process.env.PATH = path0;
    rmSync(home, { recursive: true });
  });

  function write(path: string, value: unknown): string {
    const full = join(home, path);
    mkdirSync(dirname(full), { recursive: true });
    writeFileSync(full, typeof value === 'string' ? value : JSON.stringify(value));
    return full;
  }
  const search = (env: Readonly<Record<string, string>> = {}, registry = 'ghcr.io') =>
    findCredentials({ ...nodeHost(), env: { HOME: home, ...env } }, registry, 'a/b');
  const config = (name: string) => ({ auths: { 'ghcr.io': { auth: encoded(`${name}:x`) } } });

  /** A helper program on PATH that notes what it was asked. */
  function helper(name: string, answer: string, code = 0): void {
    const path = write(
      `bin/docker-credential-${name}`,
      `#!/bin/sh\necho "$@" > "$0.asked"; cat >> "$0.asked"; cat <<'E'\n${answer}\nE\nexit ${code}\n`,
    );
    chmodSync(path, 0o755);
    // The host looks on the PATH of this process.
    process.env.PATH = `${join(home, 'bin')}:${path0}`;
  }

  it('finds nothing where nobody has logged in', async () => {
    expect(await search()).toEqual({ troubles: [] });
  });

  it('looks in $REGISTRY_AUTH_FILE, then where Docker, then where podman keeps it', async () => {
    write('.config/containers/auth.json', config('podman'));
    expect((await search()).found).toMatchObject({ username: 'podman' });
    write('run/containers/auth.json', config('runtime'));
    const XDG_RUNTIME_DIR = join(home, 'run');
    expect((await search({ XDG_RUNTIME_DIR })).found).toMatchObject({ username: 'runtime' });
    write('.docker/config.json', config('docker'));
    expect((await search({ XDG_RUNTIME_DIR })).found).toMatchObject({ username: 'docker' });
    write('other/config.json', config('other'));
    const DOCKER_CONFIG = join(home, 'other');
    expect((await search({ DOCKER_CONFIG })).found).toMatchObject({ username: 'other' });
    const REGISTRY_AUTH_FILE = write('named.json', config('named'));
    expect((await search({ DOCKER_CONFIG, REGISTRY_AUTH_FILE })).found).toMatchObject({ username: 'named' });
  });

  it('goes on after a file that is broken, and says so without its contents', async () => {
    write('.docker/config.json', '{"auths":"hunter2"');
    write('.config/containers/auth.json', config('podman'));
    const { found, troubles } = await search();
    expect(found).toMatchObject({ username: 'podman' });
    expect(troubles).toEqual([`${home}/.docker/config.json could not be read as JSON and was left out`]);
  });

  it('asks the helper of a registry, by argument list and standard input', async () => {
    write('.docker/config.json', { credHelpers: { 'ghcr.io': 'one' }, credsStore: 'two' });
    helper('one', '{"ServerURL":"x","Username":"anna","Secret":"s"}');
    expect((await search()).found).toEqual({ username: 'anna', password: 's' });
    expect(readFileSync(join(home, 'bin/docker-credential-one.asked'), 'utf8')).toBe('get\nghcr.io');
  });

  it('asks the store for all other registries; Docker Hub by its old address', async () => {
    write('.docker/config.json', { credHelpers: { 'ghcr.io': 'one' }, credsStore: 'two' });
    helper('two', '{"Username":"<token>","Secret":"s"}');
    expect((await search({}, 'docker.io')).found).toEqual({ identityToken: 's' });
    expect(readFileSync(join(home, 'bin/docker-credential-two.asked'), 'utf8')).toBe(
      'get\nhttps://index.docker.io/v1/',
    );
  });

  it('takes what is in the file when the helper knows nothing', async () => {
    write('.docker/config.json', { ...config('file'), credsStore: 'two' });
    helper('two', 'credentials not found in native keychain', 1);
    expect(await search()).toMatchObject({ found: { username: 'file' }, troubles: [] });
  });

  it.each<[string, string, number, RegExp]>([
    ['fails', 'secret text', 1, /^docker-credential-two failed$/],
    [
      'answers with no JSON',
      'secret text',
      0,
      /^docker-credential-two gave no credentials that can be read$/,
    ],
    ['answers without a secret', '{"Username":"a","Secret":""}', 0, /gave no credentials/],
  ])('says that a helper %s, without what it said', async (_name, answer, code, expected) => {
    write('.docker/config.json', { credsStore: 'two' });
    helper('two', answer, code);
    expect(await search()).toEqual({ troubles: [expect.stringMatching(expected)] });
  });

  it.each(['../../bin/sh', 'a b', 'no-such-helper', '$(id)'])(
    'never runs a helper called %s',
    async (name) => {
      write('.docker/config.json', { credsStore: name });
      const { found, troubles } = await search();
      expect(found).toBeUndefined();
      expect(troubles).toEqual([`the credential helper docker-credential-${name} was not found`]);
    },
  );
});
