/** Kind 5, answers: none takes long by what it holds, and none is read that nobody needs. */
import { afterEach, describe, expect, it } from 'vitest';
import { inTurn } from '../support/in-turn.ts';
import { makeImage } from '../support/oci-image.ts';
import { type Fault, type RegistryServer, startRegistry } from '../support/registry-server.ts';
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
