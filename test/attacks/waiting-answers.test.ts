/** Kind 5, answers: none takes long by what it holds, and none is read that nobody needs. */
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { inTurn } from '../support/in-turn.ts';
import { makeImage } from '../support/oci-image.ts';
import { commandOf, runProgram } from '../support/program.ts';
import { type Fault, type RegistryServer, startRegistry } from '../support/registry-server.ts';
import { failedBuilds, inspected } from './support/engine.ts';
import { REPOSITORY } from './support/image.ts';
import { type Env, type Job, openJob, type Step } from './support/job.ts';
import { expectSilent } from './support/silence.ts';

const undo: (() => unknown)[] = [];
afterEach(() => inTurn(...undo.splice(0).toReversed()));

/** Most that a step takes that has nothing to wait for, in milliseconds. */
const SOON = 20_000;

async function open(env: Env = {}): Promise<Job> {
  const job = await openJob({ env });
  undo.push(job.close);
  return job;
}

async function serving(fault: Fault): Promise<RegistryServer> {
  const registry = await startRegistry(REPOSITORY, makeImage([]));
  undo.push(registry.close);
  registry.fail(fault);
  return registry;
}

async function pull({ host }: RegistryServer, job: Job): Promise<Step> {
  return job.main({ platforms: 'arm64', image: `${host}/${REPOSITORY}:latest`, 'qemu-from': 'image' });
}

/** The run of a workflow whose jobs this service tells of. */
const runOf = (service: string): Env => ({
  GITHUB_API_URL: service,
  GITHUB_REPOSITORY: 'o/r',
  GITHUB_RUN_ID: '1',
  GITHUB_RUN_ATTEMPT: '1',
  GITHUB_TOKEN: 'ghs_abcdefgh',
});

describe('a registry whose token is in all that it says', () => {
  /** Each begins within the one before, and each letter is the first one of the token. As JSON they have some 3 MB. */
  const REPEATED = ['a\u001b[', 'a\u001b]', 'a\u200b', '%61', 'a'].map((unit) =>
    unit.repeat(4_000_000 / JSON.stringify(unit).length),
  );
  const DIGEST = `sha256:${'0'.repeat(64)}`;
  const INDEX = 'application/vnd.oci.image.index.v1+json';
  const described = (more: object) => ({ mediaType: INDEX, digest: DIGEST, size: 1, ...more });

  it.each<[string, (text: string) => readonly [status: number, answer: object]]>([
    [
      'the platforms of an index',
      (text) => [
        200,
        { mediaType: INDEX, manifests: [described({ platform: { os: text, architecture: 'x' } })] },
      ],
    ],
    ['the type of a document', (text) => [200, { mediaType: text, layers: [] }]],
    ['an error', (text) => [403, { errors: [{ code: 'DENIED', message: text.slice(0, 60_000) }] }]],
  ])('takes no longer by %s', async (_name, answer) => {
    for (const text of REPEATED) {
      const registry = await serving(({ path, authorization }, response) => {
        const [status, said] = answer(text);
        if (path.startsWith('/token')) response.end('{"token":"aaaa"}');
        else if (authorization === undefined) {
          response.writeHead(401, { 'www-authenticate': `Bearer realm="http://${registry.host}/token"` });
          response.end();
        } else {
          response.writeHead(status, { 'content-type': INDEX });
          response.end(JSON.stringify(said));
        }
        return true;
      });
      const job = await open();
      const begun = performance.now();
      const step = await pull(registry, job);
      expect(performance.now() - begun, JSON.stringify(text.slice(0, 9))).toBeLessThan(SOON);
      expect(step.code).toBe(1);
      expectSilent(step.told);
    }
  });
});

describe('an answer whose body is not wanted, and has no end', () => {
  it.each<[string, number, Readonly<Record<string, string>>]>([
    ['a redirect', 307, { location: '/elsewhere' }],
    ['a redirect to where nobody may be sent', 302, { location: 'http://registry.invalid/' }],
    ['a question for a login', 401, { 'www-authenticate': 'Basic realm="x"' }],
    ['a question for a token', 401, { 'www-authenticate': 'Bearer realm="/nowhere"' }],
    ['an error', 404, {}],
  ])('is not read: that of %s', async (_name, status, headers) => {
    let sent = 0;
    const registry = await serving(({ path }, response) => {
      if (path === '/elsewhere') {
        // So long it could be read beside what is asked next.
        setTimeout(() => response.writeHead(404).end(), 2_000);
        return true;
      }
      response.writeHead(status, headers);
      const more = (): void => {
        while (!response.destroyed) {
          sent += 256 * 1024;
          if (!response.write(Buffer.alloc(256 * 1024))) return;
        }
      };
      response.on('drain', more);
      more();
      return true;
    });
    const step = await pull(registry, await open());
    expect(step.code).toBe(1);
    expect(step.log).toMatch(/answered 40\d|may not be asked|asks for|names no token service/);
    // Most of it lies in buffers of the kernel.
    expect(sent).toBeLessThan(32 * 1024 ** 2);
  });
});

describe('an engine whose record of builds is long', () => {
  async function withEngine(inspection: string, log: string, env: Env): Promise<Job> {
    const job = await open(env);
    failedBuilds(job, inspection, log);
    return job;
  }

  it.each(['g\u001b[', 'g\u001b]', 'g'])('takes no longer by one line of its refusal (%j)', async (unit) => {
    const job = await withEngine(inspected({}), unit.repeat(4_000_000 / unit.length), {
      DOCKER_HOST: 'tcp://x',
      ...runOf('http://127.0.0.1:9'),
    });
    const begun = performance.now();
    const { stdout, stderr } = await job.cli(['doctor', '--log', 'jobs,engine']);
    expect(performance.now() - begun).toBeLessThan(SOON);
    expect(stdout + stderr).toMatch(/the log of build of n1 cannot be read/);
    expectSilent(stdout + stderr);
  });

  it.each(['Message', 'Name', 'Sources'])('costs no memory by a %s without an end', async (member) => {
    const long = inspected({ [member]: 'error: exec format error\n'.repeat(550_000) });
    const job = await withEngine(long, 'no\n', {
      DOCKER_HOST: 'tcp://x',
      NODE_OPTIONS: '--max-old-space-size=60',
    });
    const { stdout, stderr } = await job.cli(['doctor', '--log', 'engine']);
    expect(stdout + stderr).toMatch(/the log of build of n1 cannot be read/);
  });
});

describe('a service of jobs that falls silent', () => {
  const FACTOR = 20;
  const fast: Env = {
    FAST_CLOCK: String(FACTOR),
    NODE_OPTIONS: `--import=${fileURLToPath(new URL('support/fast-clock.mjs', import.meta.url))}`,
  };

  /** How long the doctor waits, in seconds of its clock. */
  async function waited(jobs: number, log: (response: ServerResponse) => void): Promise<[number, string]> {
    const server = createServer(({ url = '' }, response) => {
      if (!url.includes('/jobs?')) return log(response);
      const one = { conclusion: 'failure', steps: [], labels: [] };
      const list = Array.from({ length: jobs }, (_, id) => ({ ...one, id: id + 1, name: `j${id}` }));
      response.end(JSON.stringify({ jobs: list }));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    undo.push(() => {
      server.closeAllConnections();
      server.close();
    });
    const { port } = server.address() as AddressInfo;
    const job = await open({
      ...fast,
      ...runOf(`http://127.0.0.1:${port}`),
    });
    const begun = performance.now();
    const { stdout, stderr } = await job.cli(['doctor', '--log', 'jobs']);
    return [((performance.now() - begun) / 1000) * FACTOR, stdout + stderr];
  }

  it('within a log is waited for half a minute', async () => {
    const [seconds, said] = await waited(1, (response) => response.writeHead(200).write('x\n'));
    expect(said).toMatch(/the log of j0 cannot be read: \S+ sent nothing for 30 seconds/);
    expect(seconds).toBeLessThan(90);
  });

  it('or drips is waited for a minute', async () => {
    const [seconds, said] = await waited(1, (response) => {
      response.writeHead(200);
      const timer = setInterval(() => response.write('x'), 100);
      response.on('close', () => clearInterval(timer));
    });
    expect(said).toMatch(/the log of j0 cannot be read: \S+ is too slow/);
    expect(seconds).toBeLessThan(120);
  });

  it('in each of 64 logs is waited for five minutes in all', async () => {
    const [seconds, said] = await waited(64, (response) => response.writeHead(200).write('x\n'));
    expect(said).toMatch(/the log of j63 cannot be read: \S+/);
    expect(seconds).toBeLessThan(400);
  });
});

describe('a standard input that nobody closes', () => {
  it.each(['-', 'engine,-', ' -\nnone-such.log'])('is not read by a step (log: %j)', async (log) => {
    const job = await open();
    // The shell keeps the other end open for longer than anybody waits.
    const [node, action] = commandOf('action.js');
    const script = 'mkfifo "$3" && exec 9<>"$3" && exec timeout 60 "$1" "$2" <&9';
    const words = ['sh', '-c', script, 'sh', node, action, join(job.folder, 'pipe')];
    const ended = await runProgram([...job.table.enter, ...words], {
      env: { ...job.env, GITHUB_ACTIONS: 'true', INPUT_MODE: 'doctor', INPUT_LOG: log },
    });
    // The doctor fails no job.
    expect(ended.code).toBe(0);
    expect(ended.stdout).toMatch(/log: "-" is the standard input of a terminal/);
  });
});
