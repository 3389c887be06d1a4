import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeDeb } from '../support/deb.ts';
import { inTurn } from '../support/in-turn.ts';
import { keepCompiled } from '../support/program.ts';
import type { AptRun } from '../support/provide-apt.ts';
import {
  aptMachine,
  makeKey,
  openRepository,
  type Repository,
  type SigningKey,
  updateMachine,
} from '../support/repository.ts';
import { fakeQemu } from '../support/static-program.ts';

const DRIVER = join(import.meta.dirname, '../support/provide-apt.ts');
const NOBODY = 65534;
const ballast = { name: './usr/share/doc/ballast', body: randomBytes(1_100_000) };

/** How the provider is started: as whoever runs the tests, and without any privilege. */
const users: Readonly<Record<string, readonly string[]>> = {
  'the user of the tests': [],
  'an ordinary user': ['setpriv', `--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups'],
  'root of a user namespace': [
    ...['setpriv', `--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups'],
    ...['unshare', '--user', '--map-root-user'],
  ],
};

const lacks = ['apt-get', 'dpkg-deb', 'gpg', 'gpgconf'].filter(
  (program) => spawnSync('sh', ['-c', `command -v ${program}`]).status !== 0,
);
if (lacks.length > 0) console.log(`skipped: real apt cannot be tested without ${lacks.join(', ')}`);

/** Whether the provider can be started as this user here; the reason is printed when not. */
function startable(name: string): boolean {
  const [file = process.execPath, ...args] = [
    ...(users[name] ?? []),
    process.execPath,
    '-e',
    `fs.readFileSync(${JSON.stringify(DRIVER)})`,
  ];
  const run = spawnSync(file, args, { encoding: 'utf8' });
  if (run.status === 0) return true;
  console.log(`skipped: cannot start the provider as ${name}: ${run.error?.message ?? run.stderr.trim()}`);
  return false;
}

let root = '';
let key: SigningKey;
let repository: Repository;
let config = '';

beforeAll(() => {
  if (lacks.length === 0) key = makeKey(mkdtempSync(join(tmpdir(), 'key-')));
});
afterAll(() => key?.close());
beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'providers-'));
  chmodSync(root, 0o755);
  for (const name of ['store', 'tmp', 'machine']) mkdirSync(join(root, name));
  if (process.getuid?.() === 0)
    for (const name of ['store', 'tmp']) chownSync(join(root, name), NOBODY, NOBODY);
  repository = await openRepository((release) => key.sign(release));
  repository.publish('qemu-user-static', '1:10.2.3+ds-1', await packageOf('10.2.3'));
  chmodSync(join(key.publicKey, '..'), 0o755);
  config = aptMachine(join(root, 'machine'), repository.port, key.publicKey);
});
afterEach(() =>
  inTurn(
    () => repository.close(),
    // Nothing is left of apt's lists, cache and download.
    () => expect(readdirSync(join(root, 'tmp'))).toEqual([]),
    () => expect(incoming()).toEqual([]),
    () => rmSync(root, { recursive: true, force: true }),
  ),
);

/** What is on its way into the store. */
function incoming(): readonly string[] {
  const tool = join(root, 'store/setup-binfmt');
  return existsSync(tool) ? readdirSync(tool).filter((name) => name.startsWith('.')) : [];
}

async function packageOf(version: string): Promise<Buffer> {
  return makeDeb([
    { name: './usr/bin/qemu-s390x-static', body: fakeQemu('s390x', version) },
    { name: './usr/bin/qemu-riscv64-static', body: fakeQemu('riscv64', version) },
    { name: './usr/bin/qemu-arm-static', body: fakeQemu('arm', version) },
    ballast,
  ]);
}

function start(names: readonly string[], user = 'the user of the tests', env = {}) {
  const enter = [...(users[user] ?? []), process.execPath, DRIVER, join(root, 'store'), ...names];
  const [file = process.execPath, ...args] = enter;
  const own = { HOME: join(root, 'tmp'), TMPDIR: join(root, 'tmp'), APT_CONFIG: config };
  return spawn(file, args, {
    env: { PATH: process.env.PATH, ...keepCompiled, ...own, ...env },
    cwd: '/',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

function provide(names: readonly string[], user?: string, env = {}): Promise<AptRun> {
  const child = start(names, user, env);
  return new Promise((resolve, reject) => {
    let [text, errors] = ['', ''];
    child.stdout.on('data', (chunk) => {
      text += chunk;
    });
    child.stderr.on('data', (chunk) => {
      errors += chunk;
    });
    child.on('error', reject);
    child.on('close', () => {
      try {
        resolve(JSON.parse(text));
      } catch {
        reject(new Error(`the provider answered ${text}${errors}`));
      }
    });
  });
}

describe.skipIf(lacks.length > 0)('provideFromApt with real apt and a signed repository', () => {
  for (const user of Object.keys(users)) {
    it.skipIf(!startable(user))(
      `as ${user}: works on empty package lists and leaves the machine alone`,
      async () => {
        const run = await provide(['s390x', 'riscv64'], user);
        expect(run.problem).toBeUndefined();
        expect(run.provided).toMatchObject({
          handlers: [{ arch: 's390x', version: '10.2.3' }, { arch: 'riscv64' }],
          missing: [],
          origin: 'package qemu-user-static 1:10.2.3+ds-1',
          cacheHit: false,
          troubles: [],
        });
        expect(readFileSync(run.provided?.handlers[0]?.path ?? '')).toEqual(fakeQemu('s390x'));
        expect(run.lines).toEqual(
          expect.arrayContaining([
            expect.stringMatching(/^apt: qemu-user-static 1:10\.2\.3\+ds-1, 1\.\d MB from 127\.0\.0\.1:\d+$/),
            expect.stringMatching(/^apt: Get:1 http:\/\/127\.0\.0\.1:\d+ .*qemu-user-static/),
          ]),
        );
        expect(repository.requests()).toEqual(
          expect.arrayContaining([
            '/dists/stable/InRelease',
            expect.stringMatching(/^\/pool\/qemu-user-static_.*deb$/),
          ]),
        );
        expect(readdirSync(join(root, 'machine/lists'))).toEqual(['partial']);

        const again = await provide(['s390x', 'riscv64'], user);
        expect(again.provided?.handlers).toEqual(run.provided?.handlers);
        expect(again.provided).toMatchObject({ cacheHit: true, downloadedBytes: 0 });
        // Another architecture of the same package, too.
        const more = await provide(['s390x', 'arm'], user);
        expect(more.provided?.handlers.map(({ arch }) => arch)).toEqual(['s390x', 'arm']);
        expect(more.provided).toMatchObject({ cacheHit: true, downloadedBytes: 0 });
        expect(repository.requests()).toEqual([]);
      },
    );
  }

  it("uses the machine's own lists when they have the package", async () => {
    await updateMachine(config);
    repository.requests();
    const run = await provide(['s390x']);
    expect(run.provided?.handlers).toHaveLength(1);
    expect(repository.requests()).toEqual([expect.stringMatching(/^\/pool\/.*\.deb$/)]);
  });

  it('mends lists that are out of date', async () => {
    await updateMachine(config);
    repository.publish('qemu-user-static', '1:11.0.0+ds-1', await packageOf('11.0.0'));
    const run = await provide(['s390x']);
    expect(run.provided?.handlers[0]?.version).toBe('11.0.0');
    expect(run.lines.join('\n').match(/404/g)).toHaveLength(1);
    expect(run.lines).toContainEqual(expect.stringMatching(/^apt: newer lists were needed: .*404/));
  });

  it('takes qemu-user from a suite that has no qemu-user-static', async () => {
    const deb = await makeDeb([{ name: './usr/bin/qemu-s390x', body: fakeQemu('s390x') }, ballast]);
    repository.publish('qemu-user', '1:10.2.3+ds-1', deb);
    expect((await provide(['s390x'])).provided?.origin).toBe('package qemu-user 1:10.2.3+ds-1');
  });

  it('refuses a package that is not the one in the signed lists', async () => {
    repository.tamper('.deb', (deb) => Buffer.from(deb).fill(1, 500, 510));
    const run = await provide(['s390x']);
    expect(run.provided).toBeUndefined();
    expect(run.problem?.reason).toMatch(/cannot be downloaded: .*(Hash Sum mismatch|hash)/i);
    const left = readdirSync(join(root, 'store'), { recursive: true }).map(String);
    expect(left.filter((path) => path.includes('qemu-'))).toEqual([]);
  });

  it('refuses lists that are not the signed ones', async () => {
    repository.tamper('Packages', (text) => Buffer.from(text.toString().replace('Size: 1', 'Size: 2')));
    expect((await provide(['s390x'])).problem?.reason).toMatch(/lists .* cannot be fetched: .*(hash|size)/i);
  });

  it('refuses a repository that somebody else has signed', async () => {
    const stranger = makeKey(mkdtempSync(join(tmpdir(), 'key-')));
    try {
      config = aptMachine(join(root, 'machine'), repository.port, stranger.publicKey);
      chmodSync(join(stranger.publicKey, '..'), 0o755);
      const run = await provide(['s390x']);
      expect(run.problem?.reason).toMatch(/signature|signed|public key/i);
      expect(repository.requests().filter((path) => path.endsWith('.deb'))).toEqual([]);
    } finally {
      stranger.close();
    }
  });

  it('refuses a repository that nobody has signed, whatever the machine allows', async () => {
    await repository.close();
    repository = await openRepository(() => undefined);
    repository.publish('qemu-user-static', '1:10.2.3+ds-1', await packageOf('10.2.3'));
    config = aptMachine(join(root, 'machine'), repository.port, key.publicKey);
    const run = await provide(['s390x']);
    expect(run.problem?.reason).toMatch(/not signed/);
    expect(repository.requests().filter((path) => path.endsWith('.deb'))).toEqual([]);
  });

  it('uses credentials of the sources and shows none', async () => {
    repository.protect('user:hunter2');
    config = aptMachine(join(root, 'machine'), repository.port, key.publicKey, 'user:hunter2@');
    const run = await provide(['s390x']);
    expect(run.provided?.handlers).toHaveLength(1);
    config = aptMachine(join(root, 'machine'), repository.port, key.publicKey, 'user:hunter3@');
    rmSync(join(root, 'store/setup-binfmt'), { recursive: true });
    const refused = await provide(['s390x']);
    expect(refused.problem?.reason).toMatch(/401|Unauthorized/);
    expect(JSON.stringify([run, refused])).not.toContain('hunter');
    expect(readdirSync(join(root, 'store'), { recursive: true }).join()).not.toContain('hunter');
  });

  it('is one clear problem without a network', async () => {
    await repository.close();
    const run = await provide(['s390x']);
    expect(run.problem?.message).toMatch(
      /^Cannot get QEMU with apt: the lists of this machine's package sources cannot be fetched: .*Could not connect.* Check the network/,
    );
  });

  it('killed in the middle of a download, it succeeds at the next run, which clears up', async () => {
    // In a folder of somebody else's, root would have apt work elsewhere.
    if (process.getuid?.() === 0) chownSync(join(root, 'store'), 0, 0);
    repository.stall('.deb');
    const child = start(['s390x']);
    while (!repository.requests().some((path) => path.endsWith('.deb'))) await pause(50);
    child.kill('SIGKILL');
    repository.stall(undefined);
    expect((await provide(['s390x'])).provided?.handlers).toHaveLength(1);
    expect(incoming()).toEqual([]);
    repository.publish('qemu-user-static', '1:11.0.0+ds-1', await packageOf('11.0.0'));
    rmSync(join(root, 'store/setup-binfmt/apt.package'));
    expect((await provide(['s390x'])).provided?.handlers[0]?.version).toBe('11.0.0');
  });

  it('fills one store from four processes at once', async () => {
    await updateMachine(config);
    const runs = await Promise.all(Array.from({ length: 4 }, () => provide(['s390x', 'riscv64'])));
    for (const run of runs) expect(run.provided?.handlers).toEqual(runs[0]?.provided?.handlers);
  });
});

describe("provideFromApt with the machine's own sources", () => {
  const reason = notReachable();
  if (reason !== undefined) console.log(`skipped: no package from the machine's own sources: ${reason}`);

  it.skipIf(reason !== undefined)('gives a QEMU that runs', async () => {
    const { APT_CONFIG: _own, ...env } = process.env;
    config = '';
    const run = await provide(['s390x'], 'the user of the tests', {
      ...env,
      TMPDIR: join(root, 'tmp'),
      APT_CONFIG: '',
    });
    expect(run.problem).toBeUndefined();
    const [handler] = run.provided?.handlers ?? [];
    const answer = spawnSync(handler?.path ?? '', ['--version'], { encoding: 'utf8' });
    expect(answer.stdout).toContain(`qemu-s390x version ${handler?.version}`);
  });
});

/** Why the machine's own sources give nothing, or `undefined`. */
function notReachable(): string | undefined {
  if (lacks.length > 0) return `no ${lacks.join(', ')}`;
  const uris = spawnSync('apt-get', ['--print-uris', 'download', 'qemu-user'], {
    encoding: 'utf8',
    cwd: '/',
  });
  const uri = /^'([^']+)'/.exec(uris.stdout)?.[1];
  if (uri === undefined) return uris.stderr.trim() || 'its lists do not have the package';
  const probe = `fetch(${JSON.stringify(uri)},{method:'HEAD'}).then(r=>process.exit(r.ok?0:1),()=>process.exit(1))`;
  const head = spawnSync(process.execPath, ['-e', probe], { timeout: 10_000 });
  return head.status === 0 ? undefined : 'they do not answer';
}
