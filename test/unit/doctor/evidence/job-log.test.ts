/** Against a loopback server that answers as GitHub's documentation says: redirects, pages, limits, logs that come late. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { readLogs } from '../../../../src/doctor/evidence/evidence.ts';
import { gatherJobs } from '../../../../src/doctor/evidence/job-log.ts';
import { fakeHost } from '../../../support/fake-host.ts';

const TOKEN = 'a-token-of-the-job';
const ATTEMPT = '/repos/octo-org/app/actions/runs/30433642/attempts/2';

/** One job as the API lists it, with the fields that matter. */
function job(id: number, name: string, conclusion: string | null, more: Record<string, unknown> = {}) {
  return {
    id,
    run_id: 30433642,
    run_attempt: 2,
    name,
    status: conclusion === null ? 'in_progress' : 'completed',
    conclusion,
    labels: ['ubuntu-24.04'],
    runner_name: 'GitHub Actions 5',
    steps: [
      { name: 'Set up job', status: 'completed', conclusion: 'success', number: 1 },
      { name: 'Build', status: 'completed', conclusion, number: 2 },
    ],
    ...more,
  };
}

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

interface Api {
  readonly origin: string;
  readonly asked: { readonly path: string; readonly headers: IncomingMessage['headers'] }[];
}
const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

async function serve(answer: Answer): Promise<Api> {
  const asked: Api['asked'] = [];
  const server = createServer((request, response) => {
    asked.push({ path: request.url ?? '', headers: request.headers });
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

const json = (response: ServerResponse, value: unknown, status = 200, headers = {}): void => {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
  response.end(JSON.stringify(value));
};

/** The API with these jobs in pages; logs are at another origin, as GitHub keeps them. */
async function github(
  jobs: readonly ReturnType<typeof job>[],
  fault: (path: string, response: ServerResponse) => boolean = () => false,
) {
  const storage = await serve((request, response) => {
    response.writeHead(200, { 'content-type': 'text/plain' });
    response.end(`2026-11-28T20:00:00.0000000Z exec /bin/sh: exec format error in ${request.url}\n`);
  });
  const api = await serve((request, response) => {
    const url = new URL(request.url ?? '', 'http://x');
    if (fault(url.pathname, response)) return;
    const log = /^\/repos\/octo-org\/app\/actions\/jobs\/(\d+)\/logs$/.exec(url.pathname);
    if (log !== null) {
      response.writeHead(302, { location: `${storage.origin}/log-${log[1]}?sig=secret` });
      response.end();
    } else if (url.pathname === `${ATTEMPT}/jobs`) {
      const [size, page] = ['per_page', 'page'].map((name) => Number(url.searchParams.get(name))) as [
        number,
        number,
      ];
      json(response, { total_count: jobs.length, jobs: jobs.slice((page - 1) * size, page * size) });
    } else json(response, { message: 'Not Found' }, 404);
  });
  const host = fakeHost({
    values: {
      env: {
        GITHUB_API_URL: api.origin,
        GITHUB_REPOSITORY: 'octo-org/app',
        GITHUB_RUN_ID: '30433642',
        GITHUB_RUN_ATTEMPT: '2',
        RUNNER_NAME: 'GitHub Actions 7',
      },
    },
  });
  return { api, storage, host };
}

describe('gatherJobs', () => {
  it('hides the token where a job has a name that says it', async () => {
    const { host } = await github([job(1, `build ${TOKEN}`, 'failure')]);
    const { evidence } = await gatherJobs(host, TOKEN, false);
    expect(evidence.map(({ name }) => name)).toEqual(['build …']);
  });

  it('gives the logs of the legs that failed, of all pages, and keeps the token to the API', async () => {
    const many = Array.from({ length: 120 }, (_, index) => job(index, `lint ${index}`, 'success'));
    const { api, storage, host } = await github([
      job(900, 'build (linux/arm/v7, ubuntu-24.04)', 'failure'),
      ...many,
      job(901, 'build (linux/arm64, ubuntu-24.04-arm)', 'failure', { labels: ['ubuntu-24.04-arm'] }),
      job(902, 'build (linux/s390x)', 'timed_out', {
        labels: ['self-hosted', 'X64'],
        runner_name: 'GitHub Actions 7',
      }),
      job(903, 'build (linux/riscv64)', 'cancelled'),
      job(904, 'doctor', null),
    ]);
    const { evidence, notes } = await gatherJobs(host, TOKEN, false);
    expect(notes).toEqual([]);
    expect(
      evidence.map(({ name, platform, here, machine, from }) => [name, platform, here, machine, from]),
    ).toEqual([
      ['build (linux/arm/v7, ubuntu-24.04)', 'linux/arm/v7', false, 'amd64', 'job'],
      ['build (linux/arm64, ubuntu-24.04-arm)', 'linux/arm64', false, 'arm64', 'job'],
      ['build (linux/s390x)', 'linux/s390x', undefined, 'amd64', 'job'],
    ]);
    expect(evidence[0]?.step).toEqual({ name: 'Build' });
    const { read, unreadable } = await readLogs(evidence);
    expect(unreadable).toEqual([]);
    expect(read.map(({ log }) => log.matches[0]?.evidence[0]?.text)).toEqual(
      [900, 901, 902].map((id) => expect.stringContaining(`/log-${id}`)),
    );
    expect(api.asked.map(({ headers }) => headers.authorization)).toEqual(Array(5).fill(`Bearer ${TOKEN}`));
    expect(api.asked[0]?.headers).toMatchObject({
      accept: 'application/vnd.github+json',
      'x-github-api-version': '2022-11-28',
    });
    expect(storage.asked.map(({ path }) => path)).toEqual(
      [900, 901, 902].map((id) => `/log-${id}?sig=secret`),
    );
    expect(JSON.stringify(storage.asked)).not.toContain(TOKEN);
  });

  it('takes nothing for a text that is none, however deep it nests', async () => {
    const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;
    const told = (more: string) => `{"jobs":[{"id":1,"name":"build",${more}}]}`;
    for (const [text, count] of [
      [told(`"conclusion":"failure","labels":${deep}`), 1],
      [told(`"conclusion":${deep}`), 0],
    ] as const) {
      const { host } = await github([], (_, response) => {
        response.end(text);
        return true;
      });
      expect((await gatherJobs(host, TOKEN, false)).evidence).toHaveLength(count);
    }
  });

  it('takes what was cancelled where nothing failed: that is what becomes of a job at its time limit', async () => {
    const { host } = await github([job(1, 'build (linux/arm64)', 'cancelled'), job(2, 'lint', 'success')]);
    expect((await gatherJobs(host, TOKEN, false)).evidence.map(({ name }) => name)).toEqual([
      'build (linux/arm64)',
    ]);
  });

  it('says that no job failed', async () => {
    const { host } = await github([job(1, 'lint', 'success'), job(2, 'doctor', null)]);
    expect(await gatherJobs(host, TOKEN, false)).toEqual({
      evidence: [],
      notes: ['no job of this run has failed'],
    });
  });

  it('waits for a log that is not there yet, and says so when it never comes', async () => {
    let left = 1;
    const late = await github([job(1, 'build', 'failure')], (path, response) => {
      if (!path.endsWith('/logs') || left-- <= 0) return false;
      json(response, { message: 'Not Found' }, 404);
      return true;
    });
    expect((await readLogs((await gatherJobs(late.host, TOKEN, false)).evidence)).read).toHaveLength(1);
    const gone = await github([job(1, 'build', 'failure')], (path, response) => {
      if (path.endsWith('/logs')) json(response, { message: 'Gone' }, 410);
      return path.endsWith('/logs');
    });
    const { read, unreadable } = await readLogs((await gatherJobs(gone.host, TOKEN, false)).evidence);
    expect(read).toEqual([]);
    expect(unreadable).toEqual([
      { name: 'build', from: 'job', reason: expect.stringMatching(/answered 410$/) },
    ]);
  });

  it('says when a log breaks off', async () => {
    const { host } = await github([job(1, 'build', 'failure')], (path, response) => {
      if (!path.endsWith('/logs')) return false;
      response.writeHead(200, { 'content-length': '1000' });
      response.write('half a log');
      setTimeout(() => response.destroy(), 50);
      return true;
    });
    const { read, unreadable } = await readLogs((await gatherJobs(host, TOKEN, false)).evidence);
    expect([read, unreadable.map(({ name }) => name)]).toEqual([[], ['build']]);
  });

  it.each<[string, number, Record<string, string>]>([
    ['Retry-After', 429, { 'retry-after': '0' }],
    ['the second at which there are more', 403, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1' }],
  ])('asks again after a limit of requests that ends soon: %s', async (_, status, headers) => {
    let left = 2;
    const { api, host } = await github([job(1, 'build', 'failure')], (_path, response) => {
      if (left-- <= 0) return false;
      json(response, { message: 'API rate limit exceeded' }, status, headers);
      return true;
    });
    expect((await gatherJobs(host, TOKEN, false)).evidence).toHaveLength(1);
    expect(api.asked).toHaveLength(3);
  });

  it.each<[string, number, Record<string, string>, RegExp]>([
    [
      'a limit that lasts',
      403,
      { 'retry-after': '3000' },
      /answered 403 \(forbidden\): no more requests are allowed for 3000 s/,
    ],
    [
      'no permission',
      403,
      {},
      /answered 403 \(forbidden\); it needs `permissions: actions: read` and the input github-token$/,
    ],
    ['a token that is not taken', 401, {}, /answered 401 \(not logged in\); it needs/],
    ['a run that is not shown', 404, {}, /answered 404 \(not found\); it needs/],
  ])('gives up at once: %s', async (_, status, headers, note) => {
    const { api, host } = await github([], (_path, response) => {
      json(response, { message: 'no' }, status, headers);
      return true;
    });
    const { evidence, notes } = await gatherJobs(host, TOKEN, false);
    expect([evidence, notes]).toEqual([[], [expect.stringMatching(note)]]);
    expect(api.asked).toHaveLength(1);
    expect(notes.join()).not.toContain(TOKEN);
  });

  it.each<[string, unknown]>([
    ['no JSON', 'plain'],
    ['no list', { jobs: 1 }],
  ])('says that an answer makes no sense: %s', async (_, body) => {
    const { host } = await github([], (_path, response) => {
      json(response, body);
      return true;
    });
    expect((await gatherJobs(host, TOKEN, false)).notes).toEqual([
      'no logs of jobs were read: the API gave no list of jobs',
    ]);
  });

  it('passes over what is no job', async () => {
    const odd = [null, { id: 'x', name: 'y' }, { id: 1 }, { id: 2, name: 'bare', conclusion: 'failure' }];
    const { host } = await github(odd as never);
    expect((await gatherJobs(host, TOKEN, false)).evidence).toEqual([
      expect.objectContaining({
        name: 'bare',
        machine: undefined,
        platform: undefined,
        step: { name: undefined },
      }),
    ]);
  });

  it.each<[string, Record<string, string | undefined>, string, RegExp]>([
    ['outside of a job', { GITHUB_RUN_ID: undefined }, TOKEN, /this is no job of GitHub Actions$/],
    ['a foreign address without TLS', { GITHUB_API_URL: 'http://api.example' }, TOKEN, /not one by https$/],
    ['no token', {}, '', /it needs `permissions: actions: read` and the input github-token$/],
  ])('asks nothing: %s', async (_, change, token, note) => {
    const { api, host } = await github([]);
    const { notes } = await gatherJobs({ ...host, env: { ...host.env, ...change } }, token, false);
    expect(notes).toEqual([expect.stringMatching(note)]);
    expect(api.asked).toEqual([]);
  });
});
