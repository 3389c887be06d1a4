/** Kind 5, the network: nobody waits for ever for a registry, a token service or a cache, and slow lines are no fault. */
import { createHash, randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeDeb } from '../support/deb.ts';
import { inTurn } from '../support/in-turn.ts';
import { layerOf, type MadeImage, makeImage, rawHeader, rawLayer } from '../support/oci-image.ts';
import { drip, type Fault, type RegistryServer, startRegistry } from '../support/registry-server.ts';
import {
  aptMachine,
  makeKey,
  openRepository,
  type Repository,
  type SigningKey,
} from '../support/repository.ts';
import { machineArchitecture } from '../support/static-program.ts';
import { imageOf, REPOSITORY, realEntries } from './support/image.ts';
import { type Env, type Job, openJob, type Step } from './support/job.ts';
import { expectSilent } from './support/silence.ts';

const undo: (() => unknown)[] = [];
afterEach(() => inTurn(...undo.splice(0).toReversed()));

const FACTOR = 20;
/** Most that is waited without progress, in seconds of the program's own clock. */
const LIMIT = 120;
/** What a step costs here and now that has nothing to wait for, in real seconds: a slow machine is no fault. */
let cost: number;
async function measureCost(): Promise<void> {
  const begun = performance.now();
  await pull('127.0.0.1:9', DIGEST, await open(fast));
  cost = (performance.now() - begun) / 1000;
}
/** That a step which began at `begun` (`performance.now()`) has not waited for longer than so many seconds of its clock. */
function expectWaited(begun: number, most = LIMIT): void {
  const seconds = (performance.now() - begun) / 1000;
  expect(seconds).toBeLessThan(most / FACTOR + 1 + 5 * cost);
}
const fast: Env = {
  FAST_CLOCK: String(FACTOR),
  NODE_OPTIONS: `--import=${fileURLToPath(new URL('support/fast-clock.mjs', import.meta.url))}`,
};

/** So little memory that what is kept of an answer without an end takes it all within seconds. */
const small: Env = { NODE_OPTIONS: '--max-old-space-size=60' };

async function open(env: Env = {}): Promise<Job> {
  const job = await openJob({ env });
  undo.push(job.close);
  return job;
}

async function serving(image: MadeImage, fault: Fault): Promise<RegistryServer> {
  const registry = await startRegistry(REPOSITORY, image);
  undo.push(registry.close);
  registry.fail(fault);
  return registry;
}

async function pull(host: string, digest: string, job: Job): Promise<Step> {
  return job.main({ platforms: 'arm64', image: `${host}/${REPOSITORY}@${digest}`, 'qemu-from': 'image' });
}

/** The layer that is asked for; `undefined` for all else. */
function layerAsked(path: string, { contents, layers }: MadeImage): Buffer | undefined {
  const digest = layers.find((each) => path.endsWith(each));
  return digest === undefined ? undefined : contents.get(digest)?.bytes;
}

function expectRefused(step: Step, reason: RegExp): void {
  expect(step.code).toBe(1);
  expect(step.log).toMatch(reason);
  expect(step.log).toMatch(/^::error title=/m);
  expectSilent(step.told);
}

/** A server that says the same bytes to everybody, over and over where `again` is given (milliseconds between). */
async function raw(first: string, again?: string, ms = 0): Promise<string> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.once('data', () => {
      socket.write(first);
      if (again === undefined) return;
      const timer = setInterval(() => socket.write(again), ms);
      socket.on('close', () => clearInterval(timer));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  undo.push(() => {
    for (const socket of sockets) socket.destroy();
    return new Promise((resolve) => server.close(resolve));
  });
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const DIGEST = `sha256:${'1'.repeat(64)}`;

describe('a registry that has no end', () => {
  it('of headers: refused by their size', async () => {
    const host = await raw('HTTP/1.1 200 OK\r\n', `x-${'a'.repeat(900)}: ${'b'.repeat(900)}\r\n`, 1);
    expectRefused(await pull(host, DIGEST, await open()), /header/i);
  });

  it.each(['/v2/again', '?again', 'x'])('of redirects (%s): refused by their number', async (location) => {
    let count = 0;
    const image = makeImage([]);
    const registry = await serving(image, (_asked, response) => {
      count++;
      response.writeHead(302, { location: `${location}${count}` });
      response.end();
      return true;
    });
    expectRefused(await pull(registry.host, DIGEST, await open()), /redirects more than \d+ times/);
    expect(count).toBeLessThan(50);
  });

  it('of two that redirect to each other: refused by their number', async () => {
    const image = makeImage([]);
    const to =
      (other: () => RegistryServer): Fault =>
      ({ path }, response) => {
        response.writeHead(307, { location: `http://${other().host}${path}` });
        response.end();
        return true;
      };
    const one: RegistryServer = await serving(
      image,
      to(() => two),
    );
    const two: RegistryServer = await serving(
      image,
      to(() => one),
    );
    expectRefused(await pull(one.host, DIGEST, await open()), /redirects more than \d+ times/);
  });

  it.each<[string, string]>([
    ['manifest', 'manifests'],
    ['configuration or layer', 'blobs'],
  ])('of a %s: refused by its size', async (_name, kind) => {
    const image = await imageOf([{ name: 'usr/bin/qemu-aarch64', content: Buffer.from('x') }]);
    const registry = await serving(image, ({ path }, response) => {
      if (!path.includes(`/${kind}/`)) return false;
      response.writeHead(200);
      const more = (): void => {
        while (!response.destroyed && response.write(Buffer.alloc(256 * 1024)));
      };
      response.on('drain', more);
      more();
      return true;
    });
    expectRefused(await pull(registry.host, image.digest, await open()), /longer than \d+ bytes/);
  });

  it('of an error: refused with its status', async () => {
    const image = makeImage([]);
    const registry = await serving(image, (_asked, response) => {
      response.writeHead(403);
      const more = (): void => {
        while (!response.destroyed && response.write(Buffer.alloc(64 * 1024, '{"errors":[')));
      };
      response.on('drain', more);
      more();
      return true;
    });
    expectRefused(await pull(registry.host, DIGEST, await open()), /answered 403/);
  });

  it('of a token: refused', async () => {
    const image = makeImage([]);
    const registry = await serving(image, ({ path }, response) => {
      if (!path.startsWith('/token')) {
        response.writeHead(401, { 'www-authenticate': `Bearer realm="http://${registry.host}/token"` });
        response.end();
        return true;
      }
      response.writeHead(200);
      const more = (): void => {
        while (!response.destroyed && response.write(Buffer.alloc(64 * 1024, 'a')));
      };
      response.write('{"token":"');
      response.on('drain', more);
      more();
      return true;
    });
    expectRefused(await pull(registry.host, DIGEST, await open()), /gave no token/);
  });

  it('of zeros in a small layer: refused by what it unpacks to', async () => {
    const zeros = gzipSync(Buffer.alloc(64 * 1024 * 1024));
    const head = rawLayer(rawHeader('zeros', '0', 8 * 1024 ** 3 - 1));
    const bomb = { ...head, bytes: Buffer.concat([head.bytes, ...Array.from({ length: 34 }, () => zeros)]) };
    const image = makeImage([{ layers: [bomb], arch: machineArchitecture }]);
    const registry = await serving(image, () => false);
    expectRefused(await pull(registry.host, image.digest, await open()), /unpacks to more than \d+ bytes/);
  });

  it('of a layer that is said to have 1 EB: refused by what it says', async () => {
    const layer = await layerOf([]);
    const image = makeImage([{ layers: [layer], arch: machineArchitecture }]);
    const manifest = image.contents.get(image.manifests[0] ?? '')?.bytes.toString() ?? '';
    const said = manifest.replace(/("layers":\[\{[^}]*"size":)\d+/, `$1${1e18}`);
    expect(said).not.toBe(manifest);
    const lie = Buffer.from(said);
    const digest = `sha256:${createHash('sha256').update(lie).digest('hex')}`;
    const registry = await serving(image, ({ path }, response) => {
      if (!path.endsWith(digest)) return false;
      response.writeHead(200, { 'content-type': 'application/vnd.oci.image.manifest.v1+json' });
      response.end(lie);
      return true;
    });
    expectRefused(await pull(registry.host, digest, await open()), /too large|size/);
  });

  it('of waiting asked for: it is not waited for', async () => {
    const image = makeImage([]);
    const registry = await serving(image, (_asked, response) => {
      response.writeHead(429, { 'retry-after': '999999999' });
      response.end();
      return true;
    });
    expectRefused(await pull(registry.host, DIGEST, await open()), /answered 429/);
    expect(registry.asked.length).toBeLessThan(5);
  });
});

describe('a proxy', () => {
  const CONNECTED = 'HTTP/1.1 200 OK\r\n';
  /** A megabyte of headers. */
  const HEADERS = `x: ${'y'.repeat(997)}\r\n`.repeat(1000);
  const NAMED = (scheme: string): string =>
    `the proxy ${scheme}://127\\.0\\.0\\.1:\\d+ \\((?:HTTPS|ALL)_PROXY\\)`;

  it.each<[string, string, string, RegExp]>([
    [
      'answers with headers',
      CONNECTED,
      HEADERS,
      /: the head of its answer does not end \(HPE_HEADER_OVERFLOW\)/,
    ],
    [
      'answers with one header',
      `${CONNECTED}x: `,
      'y'.repeat(1e6),
      /: the head of its answer does not end \(HPE_HEADER_OVERFLOW\)/,
    ],
    [
      'answers with a reason',
      'HTTP/1.1 200 ',
      'y'.repeat(1e6),
      /: the head of its answer does not end \(HPE_HEADER_OVERFLOW\)/,
    ],
    [
      'refuses with headers',
      'HTTP/1.1 403 No\r\n',
      HEADERS,
      /: the head of its answer does not end \(HPE_HEADER_OVERFLOW\)/,
    ],
    ['answers with what is no HTTP', 'hello', 'hello'.repeat(1e5), /: its answer is no HTTP \(HPE_\w+\)/],
    [
      'says to go on',
      'HTTP/1.1 100 Continue\r\n\r\n',
      'HTTP/1.1 100 Continue\r\n\r\n'.repeat(1000),
      / does not connect to \S+ \(100\)/,
    ],
  ])('that %s without an end costs no memory, and is named', async (_name, first, again, says) => {
    const host = await raw(first, again, 1);
    const job = await open({ HTTPS_PROXY: `http://127.0.0.1:${host.split(':')[1]}`, ...small });
    const begun = performance.now();
    expectRefused(await pull('registry.test', DIGEST, job), new RegExp(NAMED('http') + says.source));
    expect(performance.now() - begun).toBeLessThan(20_000);
  });

  it.each([
    ['answers without a word', ''],
    ['drips its head', CONNECTED],
  ])('that %s is waited for half a minute, and is named', async (_name, first) => {
    const host = await raw(first, first === '' ? undefined : 'x', 100);
    await measureCost();
    const job = await open({ ...fast, HTTPS_PROXY: `http://${host}` });
    const begun = performance.now();
    expectRefused(
      await pull('registry.test', DIGEST, job),
      new RegExp(`did not answer within \\d+ seconds through ${NAMED('http')}`),
    );
    expectWaited(begun);
  });

  it.each<[string, string]>([
    ['of another kind', 'hello'],
    ['of its own kind', '\u0005\u0000'],
    ['to a connection', '\u0005\u0000\u0005\u0000\u0000\u0003\u00ff'],
  ])('of SOCKS that answers %s without an end costs no memory, and is named', async (_name, first) => {
    const host = await raw(first, '\u0005'.repeat(1e6), 1);
    const job = await open({ ALL_PROXY: `socks5h://${host}`, ...small });
    const begun = performance.now();
    expectRefused(await pull('registry.test', DIGEST, job), new RegExp(NAMED('socks5h')));
    expect(performance.now() - begun).toBeLessThan(20_000);
  });
});

describe('a registry that keeps people waiting', () => {
  beforeEach(measureCost);
  const silent: Fault = () => true;
  const half: Fault = (asked, response, made) => {
    const bytes = layerAsked(asked.path, made);
    if (bytes === undefined) return false;
    response.writeHead(200, { 'content-length': bytes.length });
    response.write(bytes.subarray(0, bytes.length >> 1));
    return true;
  };
  const dripping: Fault = (asked, response, made) =>
    layerAsked(asked.path, made) !== undefined && drip(asked, response, made);
  const quietToken: Fault = ({ path }, response) => {
    if (path.startsWith('/token')) return true;
    response.writeHead(401, {
      'www-authenticate': `Bearer realm="http://${response.req.headers.host}/token"`,
    });
    response.end();
    return true;
  };

  it.each<[string, Fault]>([
    ['says nothing', silent],
    ['says the half of a layer and nothing more', half],
    ['drips a layer', dripping],
    ['has a token service that says nothing', quietToken],
  ])('and %s is given up, and the log says why', async (_name, fault) => {
    const image = await imageOf(await realEntries('aarch64'));
    const registry = await serving(image, fault);
    const begun = performance.now();
    const step = await pull(registry.host, image.digest, await open(fast));
    expectRefused(step, /time limit|without progress|sent nothing|too slow|did not answer/);
    expect(registry.asked.length).toBeGreaterThan(0);
    expectWaited(begun);
  });

  it.each([
    ['drips its headers', 'HTTP/1.1 200 OK\r\n', 'x: y\r\n'],
    ['says for ever that it goes on', '', 'HTTP/1.1 102 Processing\r\n\r\n'],
    [
      'drips spaces before its manifest',
      'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n',
      '1\r\n \r\n',
    ],
  ])('and %s is given up', async (_name, start, again) => {
    // A hundred bytes a second of the program's clock, at most.
    const host = await raw(start, again, 25);
    const begun = performance.now();
    const step = await pull(host, DIGEST, await open(fast));
    expect(step.code).toBe(1);
    expect(step.log).toMatch(/time limit|without progress|sent nothing|too slow|did not answer|header/i);
    expectWaited(begun);
  });

  it('because its line is slow, but goes on, is no fault: seven minutes for 42 MB', async () => {
    const [qemu] = await realEntries('aarch64');
    if (qemu === undefined) throw new Error('no QEMU');
    const ballast = { name: 'usr/share/ballast', content: randomBytes(40_000_000) };
    const image = await imageOf([ballast, qemu]);
    const registry = await serving(image, ({ path }, response, made) => {
      const bytes = layerAsked(path, made);
      if (bytes === undefined) return false;
      response.writeHead(200, { 'content-length': bytes.length });
      let at = 0;
      // 100 kB in each second of the program's clock.
      const timer = setInterval(() => {
        const part = bytes.subarray(at, at + 100_000);
        at += part.length;
        if (part.length > 0) response.write(part);
        else response.end();
      }, 1000 / FACTOR);
      response.on('close', () => clearInterval(timer));
      return true;
    });
    const step = await pull(registry.host, image.digest, await open(fast));
    expect(step.log).toContain('✓ linux/arm64');
    expect(step.code).toBe(0);
  });
});

describe('a mirror of apt', () => {
  let root: string;
  let key: SigningKey;
  let mirror: Repository;
  const file = { name: './usr/share/doc/ballast', body: randomBytes(3_000_000) };

  beforeEach(async () => {
    await measureCost();
    root = realpathSync(mkdtempSync(join(tmpdir(), 'setup-binfmt-mirror-')));
    chmodSync(root, 0o755);
    key = makeKey(mkdtempSync(join(root, 'key-')));
    mirror = await openRepository((release) => key.sign(release));
    undo.push(
      () => rmSync(root, { recursive: true, force: true }),
      () => key.close(),
      () => mirror.close(),
    );
    const [qemu] = await realEntries('aarch64');
    const body = Buffer.from(qemu?.content ?? '');
    const members = [{ name: './usr/bin/qemu-aarch64-static', body }, file];
    mirror.publish('qemu-user-static', '1:7.2', await makeDeb(members));
  });

  /** A set-up from the mirror by the real apt. */
  async function fromMirror(): Promise<Step> {
    const config = aptMachine(join(root, 'machine'), mirror.port, key.publicKey);
    const job = await open({ ...fast, APT_CONFIG: config });
    await job.realApt();
    return job.main({ platforms: 'arm64', 'qemu-from': 'apt' });
  }

  it.each(['InRelease', 'Packages', '.deb'])(
    'that drips its %s is given up, with what apt has begun, and the log says why',
    async (end) => {
      mirror.drip(end, 20);
      const begun = performance.now();
      const step = await fromMirror();
      expectRefused(step, /apt-get is too slow: \d+ B a second/);
      // A minute can have begun before the mirror was asked; apt is started several times.
      expectWaited(begun, LIMIT + 60);
      // Nobody reads from it any more.
      await expect.poll(mirror.connections, { timeout: 10_000 }).toBe(0);
    },
  );

  it('that is slow, but goes on, is no fault: minutes for a package', async () => {
    // 50 kB in each second of the program's clock.
    mirror.drip('.deb', 50_000 * FACTOR);
    const step = await fromMirror();
    expect(step.log).toContain('✓ linux/arm64');
  });
});
