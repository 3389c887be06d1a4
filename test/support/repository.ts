import { execFile, execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { machineArch } from './packages.ts';

/** A signed package repository on a loopback port, as apt expects one (wiki.debian.org/DebianRepository/Format). */
export interface Repository {
  readonly port: number;
  /** Replaces all of its packages by this one and signs it. */
  readonly publish: (name: string, version: string, deb: Buffer) => void;
  /** Replaces a file, whose path ends like this, by other bytes; `undefined` lets it be 404. */
  readonly tamper: (end: string, change: (bytes: Buffer) => Buffer | undefined) => void;
  /** Sends only the beginning of files whose path ends like this, and waits; `undefined` ends that. */
  readonly stall: (end: string | undefined) => void;
  /** Sends files whose path ends like this at so many bytes a second, in pieces. */
  readonly drip: (end: string, speed: number) => void;
  /** Only who says this gets anything (`user:password`). */
  readonly protect: (credentials: string) => void;
  /** How many connections are open. */
  readonly connections: () => Promise<number>;
  /** Paths that were asked for since the last time. */
  readonly requests: () => readonly string[];
  readonly close: () => Promise<void>;
}

/** A key that signs repositories. `publicKey` is the path of the file for `Signed-By`. */
export interface SigningKey {
  readonly publicKey: string;
  readonly sign: (text: string) => string;
  readonly close: () => void;
}

/** Makes a key in a folder of its own, which is removed with it. */
export function makeKey(parent: string): SigningKey {
  const home = mkdtempSync(join(parent, 'k'));
  const gpg = (args: readonly string[], input = '') =>
    execFileSync('gpg', ['--homedir', home, '--batch', '--quiet', ...args], {
      input,
      stdio: ['pipe', 'pipe', 'ignore'],
    });
  gpg(['--passphrase', '', '--quick-generate-key', 'test@example.org', 'rsa2048', 'sign', '1d']);
  const publicKey = `${home}.asc`;
  writeFileSync(publicKey, gpg(['--armor', '--export']), { mode: 0o644 });
  return {
    publicKey,
    sign: (text) => gpg(['--clearsign', '--digest-algo', 'SHA256'], text).toString(),
    close: () => {
      execFileSync('gpgconf', ['--homedir', home, '--kill', 'gpg-agent'], { stdio: 'ignore' });
      rmSync(parent, { recursive: true, force: true });
    },
  };
}

export async function openRepository(sign: (release: string) => string | undefined): Promise<Repository> {
  const files = new Map<string, Buffer>();
  let asked: string[] = [];
  let expected: string | undefined;
  let stalled: string | undefined;
  let dripped: { readonly end: string; readonly speed: number } | undefined;
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    const path = decodeURIComponent(request.url ?? '');
    asked.push(path);
    if (expected !== undefined && request.headers.authorization !== expected) {
      response.writeHead(401, { 'www-authenticate': 'Basic realm="x"' }).end();
      return;
    }
    const bytes = files.get(path);
    response.writeHead(bytes === undefined ? 404 : 200, { 'content-length': bytes?.length ?? 0 });
    if (stalled !== undefined && path.endsWith(stalled)) response.write(bytes?.subarray(0, 1000));
    else if (dripped !== undefined && path.endsWith(dripped.end)) drip(response, bytes, dripped.speed);
    else response.end(request.method === 'HEAD' ? undefined : bytes);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const arch = machineArch();
  return {
    port: address.port,
    publish: (name, version, deb) => {
      files.clear();
      const file = `pool/${name}_${version.replace(/^\d+:/, '')}_${arch}.deb`;
      const packages = Buffer.from(
        [
          `Package: ${name}`,
          `Version: ${version}`,
          `Architecture: ${arch}`,
          'Maintainer: Test <test@example.org>',
          `Filename: ${file}`,
          `Size: ${deb.length}`,
          `SHA256: ${sha256(deb)}`,
          'Description: test',
          '',
          '',
        ].join('\n'),
      );
      const index = `main/binary-${arch}/Packages`;
      const release = [
        'Origin: Test',
        'Suite: stable',
        'Codename: stable',
        `Date: ${new Date().toUTCString().replace('GMT', 'UTC')}`,
        `Architectures: ${arch}`,
        'Components: main',
        'SHA256:',
        ` ${sha256(packages)} ${packages.length} ${index}`,
        '',
      ].join('\n');
      files.set(`/${file}`, deb);
      files.set(`/dists/stable/${index}`, packages);
      const signed = sign(release);
      if (signed === undefined) files.set('/dists/stable/Release', Buffer.from(release));
      else files.set('/dists/stable/InRelease', Buffer.from(signed));
    },
    tamper: (end, change) => {
      for (const [path, bytes] of files) {
        if (!path.endsWith(end)) continue;
        const changed = change(bytes);
        if (changed === undefined) files.delete(path);
        else files.set(path, changed);
      }
    },
    stall: (end) => {
      stalled = end;
    },
    drip: (end, speed) => {
      dripped = { end, speed };
    },
    protect: (credentials) => {
      expected = `Basic ${Buffer.from(credentials).toString('base64')}`;
    },
    connections: () =>
      new Promise((resolve, reject) => {
        server.getConnections((error, count) => (error === null ? resolve(count) : reject(error)));
      }),
    requests: () => {
      const before = asked;
      asked = [];
      return before;
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** What is due by the clock is sent, however late a timer is. */
function drip(response: ServerResponse, bytes: Buffer | undefined, speed: number): void {
  const begun = performance.now();
  let at = 0;
  const timer = setInterval(() => {
    const due = Math.floor(((performance.now() - begun) / 1000) * speed);
    const part = bytes?.subarray(at, due) ?? Buffer.of();
    at += part.length;
    response.write(part);
    if (at >= (bytes?.length ?? 0)) response.end();
  }, 50);
  response.on('close', () => clearInterval(timer));
}

/** A machine whose only source is the repository; gives the path for APT_CONFIG. Its package lists are empty. */
export function aptMachine(root: string, port: number, key: string, credentials = ''): string {
  for (const name of ['sources', 'lists/partial']) mkdirSync(join(root, name), { recursive: true });
  writeFileSync(join(root, 'status'), '');
  writeFileSync(
    join(root, 'sources/test.sources'),
    `Types: deb\nURIs: http://${credentials}127.0.0.1:${port}/\nSuites: stable\nComponents: main\nSigned-By: ${key}\n`,
  );
  const config = join(root, 'apt.conf');
  writeFileSync(
    config,
    [
      `Dir::State::lists "${join(root, 'lists')}";`,
      `Dir::State::status "${join(root, 'status')}";`,
      `Dir::Etc::sourceparts "${join(root, 'sources')}";`,
      'Dir::Etc::sourcelist "/dev/null";',
      'Acquire::http::Proxy::127.0.0.1 "DIRECT";',
      '',
    ].join('\n'),
  );
  return config;
}

/** Lets the machine of `aptMachine` fetch its lists, as its owner would. */
export async function updateMachine(config: string): Promise<void> {
  // Not synchronous: the repository is served by this process.
  await promisify(execFile)('apt-get', ['-q', 'update'], {
    env: { PATH: process.env.PATH ?? '', APT_CONFIG: config },
    timeout: 60_000,
  });
}

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
