/** What is said while QEMU is on its way, by a registry on loopback that drips. */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { shellWord } from '../../src/text/text.ts';
import { inTurn } from '../support/in-turn.ts';
import { layerOf, makeImage, qemuEntry } from '../support/oci-image.ts';
import { commandOf, type Ended } from '../support/program.ts';
import { type Fault, first, type RegistryServer, reset, startRegistry } from '../support/registry-server.ts';
import { type Lab, noLab, openLab } from '../support/setup-lab.ts';
import { machineArchitecture } from '../support/static-program.ts';

const REPOSITORY = 'lab/qemu';
const PIECES = 20;
const PIECE_MS = 120;

/** Sends a blob in twenty pieces, two and a half seconds from the first to the last. */
const drip: Fault = ({ path }, response, image) => {
  const { bytes } = image.contents.get(path.split('/').at(-1) ?? '') ?? {};
  if (!path.includes('/blobs/') || bytes === undefined || bytes.length < 300_000) return false;
  response.writeHead(200, { 'content-length': bytes.length });
  const size = Math.ceil(bytes.length / PIECES);
  const send = (at: number): void => {
    response.write(bytes.subarray(at, at + size));
    if (at + size >= bytes.length) response.end();
    else setTimeout(() => send(at + size), PIECE_MS);
  };
  send(0);
  return true;
};

describe.skipIf(noLab() !== undefined)('a slow download', () => {
  let lab: Lab;
  let server: RegistryServer;
  let image: string;
  let homes: string;
  beforeAll(async () => {
    const arch = machineArchitecture;
    const filler = { name: 'usr/share/filler', content: randomBytes(1_200_000) };
    const made = makeImage([{ layers: [await layerOf([filler, qemuEntry('s390x', arch)])], arch }]);
    server = await startRegistry(REPOSITORY, made);
    image = `${server.host}/${REPOSITORY}@${made.digest}`;
    lab = await openLab('/nowhere');
    homes = mkdtempSync(join(tmpdir(), 'setup-binfmt-progress-'));
  });
  afterEach(() => server.fail(() => false));
  afterAll(() =>
    inTurn(
      () => lab?.close(),
      () => server?.close(),
      () => rmSync(homes, { recursive: true, force: true }),
    ),
  );

  /** A place for one run, where nothing is in the store. */
  const fresh = () => {
    const home = mkdtempSync(join(homes, 'run-'));
    mkdirSync(join(home, 'tmp'));
    return { TMPDIR: join(home, 'tmp'), RUNNER_TOOL_CACHE: join(home, 'tools') };
  };
  const setUp = (...more: readonly string[]) => [
    ...commandOf('cli.js'),
    ...['setup', 's390x', '--image', image, ...more],
  ];
  /** What is drawn on a terminal: script(1) gives the program one. */
  const onTerminal = (command: readonly string[], env: Readonly<Record<string, string>>): Promise<Ended> =>
    lab.run(['script', '-qec', command.map(shellWord).join(' '), '/dev/null'], { TERM: 'xterm', ...env });

  it('is told in a log when it begins and when it has ended; what is kept is told apart', async () => {
    server.fail(drip);
    const env = fresh();
    const { stderr } = await lab.run(setUp(), env);
    expect(stderr).toMatch(
      /^ {2}downloading the blob sha256:\w{12} of lab\/qemu from 127\.0\.0\.1:\d+, 1\.2 MB$/m,
    );
    expect(stderr).toMatch(/^ {2}downloaded 1\.2 MB in \d+ s \(\d+\.\d kB\/s\)$/m);
    expect(stderr).toMatch(/QEMU from image: s390x from \S+ \(1\.2 MB downloaded\)/);
    expect(stderr).not.toContain('\r');
    const again = await lab.run(setUp(), env);
    expect(again.stderr).toMatch(/QEMU from image: s390x from \S+ \(nothing downloaded\)/);
    expect(again.stderr).not.toContain('downloading');
  });

  it('is told in the log of a workflow', async () => {
    server.fail(drip);
    const inputs = { INPUT_PLATFORMS: 's390x', INPUT_IMAGE: image, 'INPUT_QEMU-FROM': 'image' };
    const { stdout } = await lab.run([...commandOf('action.js')], { ...fresh(), ...inputs });
    expect(stdout).toMatch(/^ {2}downloading the blob .*, 1\.2 MB$/m);
    expect(stdout).toMatch(/^ {2}downloaded 1\.2 MB in/m);
  });

  it('is a bar on a terminal, and none where the terminal is dumb', async () => {
    server.fail(drip);
    const { stdout } = await onTerminal(setUp(), fresh());
    expect(stdout).toMatch(/\r\u001b\[K {2}\[#+\.+\] \d+\.\d kB of 1\.2 MB, \d+\.\d kB\/s, \d+ s left/);
    expect(stdout).toMatch(/\r\u001b\[K {2}downloaded 1\.2 MB/);
    const dumb = await onTerminal(setUp(), { ...fresh(), TERM: 'dumb' });
    expect(dumb.stdout).toContain('downloading');
    expect(dumb.stdout).not.toContain('\u001b');
  });

  it('names a mirror as one, and the next place where one fails', async () => {
    const elsewhere = image.replace(server.host, 'localhost:1');
    const from = (mirror: string) =>
      lab.run(
        [...commandOf('cli.js'), 'setup', 's390x', '--image', elsewhere, '--registry-mirrors', mirror],
        fresh(),
      );
    expect((await from(server.host)).stderr).toContain(`from ${server.host}, a mirror of localhost:1`);
    const failed = await from(`127.0.0.1:1,${server.host}`);
    expect(failed.stderr).toMatch(/127\.0\.0\.1:1 does not give .*: trying 127\.0\.0\.1:\d+/);
  });

  it('tells another try', async () => {
    server.fail(first(1, /\/blobs\//, reset));
    expect((await lab.run(setUp(), fresh())).stderr).toMatch(
      /asking 127\.0\.0\.1:\d+ again in \d\.\d s \(2 of 4\)/,
    );
  });

  it('is told by exec after a second, and nothing else', async () => {
    server.fail(drip);
    const command = ['exec', 's390x', '--image', image, '--', 'true'];
    const { stderr } = await lab.run([...commandOf('cli.js'), ...command], fresh());
    expect(stderr).toMatch(/^ {2}downloading the blob/);
  });

  it('says what is left after Ctrl-C, which is nothing', async () => {
    server.fail(drip);
    const env = fresh();
    const [file, ...args] = [...lab.table.enter, ...setUp()];
    const child = spawn(file ?? '', args, {
      env: { ...lab.env, ...env },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      if (text.includes('downloading')) child.kill('SIGINT');
    });
    const [code] = await once(child, 'close');
    expect(code).toBe(130);
    expect(said).toMatch(
      /^SB-STOPPED Cannot run setup \(QEMU\): this program was stopped by SIGINT\. Nothing was changed, and what it had begun to fetch is removed; run it again\.$/m,
    );
    expect(readdirSync(env.TMPDIR)).toEqual([]);
    const left = readdirSync(env.RUNNER_TOOL_CACHE, { recursive: true, encoding: 'utf8' });
    expect(left.filter((path) => path.includes('.incoming-'))).toEqual([]);
    expect(lab.entries().size).toBe(0);
  });
});
