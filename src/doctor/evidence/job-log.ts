/**
 * The logs of this run's failed jobs, by GitHub's REST API: "List jobs for a workflow run attempt" and "Download job
 * logs for a workflow run" (docs.github.com/rest/actions/workflow-jobs).
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Host } from '../../host/host.ts';
import {
  type Http,
  type HttpAnswer,
  type HttpFailure,
  isAllowed,
  openHttp,
  piecesOf,
  readWhole,
  statusFailure,
} from '../../host/http.ts';
import { platformNamed } from '../../platform/platforms.ts';
import { isObject, parseObject, textsOf, withoutEnd } from '../../text/parse.ts';
import { printable } from '../../text/text.ts';
import { rememberSecret } from '../../text/used.ts';
import type { Evidence, Gathered } from '../log/evidence.ts';

/** Most time for one question with its pauses, in milliseconds; a limit of requests that lasts longer is not waited for. */
const ANSWER_LIMIT_MS = 90_000;
const LONGEST_PAUSE_MS = 60_000;
const PAUSE_MS = 2_000;
const TRIES = 4;

/** Most time for the list of jobs, and for all logs together, in milliseconds; a server that sends nothing is given up earlier. */
const LIST_LIMIT_MS = 300_000;
const LOGS_LIMIT_MS = 300_000;

/** The API gives at most 100 jobs a page; a page of them is about 400 KB. */
const PAGE_SIZE = 100;
const PAGE_LIMIT = 20;
const PAGE_BYTES = 8 * 1024 * 1024;

/** Characters of a name that are looked at; the platform of a leg stands in it. */
const NAME_LIMIT = 1000;

/** What may need an answer: where, and the token, which goes nowhere else. */
interface Api {
  readonly http: Http;
  readonly base: string;
  readonly token: string;
  /** When all logs are to be there; set when the first is asked for. */
  deadline?: number;
}

/** A job as far as it matters here. */
interface Job {
  readonly id: number;
  readonly name: string;
  readonly conclusion: string;
  readonly failedStep?: string;
  /** The runner's name, and what was asked of it (`ubuntu-24.04-arm`). */
  readonly runner?: string;
  readonly labels: readonly string[];
}

const NEEDS = 'it needs `permissions: actions: read` and the input github-token';

/**
 * The logs of the jobs that failed in this run and attempt; of those that were cancelled, where none failed (a job
 * that reaches its time limit is). Throws nothing; what hinders it is said.
 */
export async function gatherJobs(host: Host, token: string, registryConfig: boolean): Promise<Gathered> {
  const {
    GITHUB_API_URL: base,
    GITHUB_REPOSITORY: repository,
    GITHUB_RUN_ID: run,
    GITHUB_RUN_ATTEMPT: attempt,
  } = host.env;
  const none = (why: string): Gathered => ({ evidence: [], notes: [`no logs of jobs were read: ${why}`] });
  if (!base || !repository || !run || !attempt) return none('this is no job of GitHub Actions');
  if (!URL.canParse(base) || !isAllowed(new URL(base)))
    return none('the address of the API is not one by https');
  if (token === '') return none(NEEDS);
  rememberSecret(token);
  const api: Api = {
    http: openHttp({ host, machine: registryConfig }),
    base: `${withoutEnd(base, '/')}/repos/${repository}/actions`,
    token,
  };
  const jobs = await listJobs(api, `runs/${run}/attempts/${attempt}`);
  if ('failure' in jobs) {
    const refused = [401, 403, 404].includes(jobs.status ?? 0) ? `; ${NEEDS}` : '';
    return none(`${printable(jobs.failure, 200)}${refused}`);
  }
  const failed = jobs.filter(({ conclusion }) => ['failure', 'timed_out'].includes(conclusion));
  const blamed = failed.length > 0 ? failed : jobs.filter(({ conclusion }) => conclusion === 'cancelled');
  const evidence = blamed.map((job) => evidenceOf(api, job, host.env.RUNNER_NAME ?? ''));
  return { evidence, notes: blamed.length === 0 ? ['no job of this run has failed'] : [] };
}

function evidenceOf(api: Api, job: Job, runner: string): Evidence {
  return {
    name: printable(job.name, 120),
    from: 'job',
    // A runner that several jobs share may have changed since.
    here: job.runner === runner ? undefined : false,
    machine: machineOf(job.labels),
    platform: platformIn(job.name),
    step: { name: job.failedStep },
    text: readLog(api, job),
  };
}

/** The platform in the name of a leg, such as `build (linux/arm64, ubuntu-24.04)`, where it is the only one. */
function platformIn(name: string): string | undefined {
  const words = name.match(/(?<![\w/.-])linux\/\w+(?:\/v\d+)?(?![\w/])/g) ?? [];
  const platforms = words.flatMap((word) => platformNamed(word) ?? []);
  return new Set(platforms).size === 1 ? platforms[0] : undefined;
}

/** The architecture by the labels of a hosted runner, or by those that a self-hosted one gives itself. */
function machineOf(labels: readonly string[]): string | undefined {
  const is = (pattern: RegExp): boolean => labels.some((label) => pattern.test(label));
  if (is(/^(?:arm64|ubuntu-[\d.]+-arm|windows-11-arm)$/i)) return 'arm64';
  return is(/^(?:x64|ubuntu-(?:latest|[\d.]+)|windows-(?:latest|20\d\d))$/i) ? 'amd64' : undefined;
}

/** Streams one log. It is asked for when it is read: the address that the API redirects to is good for one minute. */
async function* readLog(api: Api, { id }: Job): AsyncGenerator<Uint8Array> {
  // It is not there yet for some seconds after the job has ended.
  api.deadline ??= performance.now() + LOGS_LIMIT_MS;
  const answer = await ask(api, `jobs/${id}/logs`, api.deadline, [404]);
  if ('failure' in answer) throw new Error(answer.failure);
  // How much may be read of it is for its reader to say.
  const ended = yield* piecesOf(answer, Number.POSITIVE_INFINITY, api.deadline);
  if (typeof ended !== 'number') throw new Error(ended.failure);
}

async function listJobs(api: Api, attempt: string): Promise<readonly Job[] | HttpFailure> {
  const deadline = performance.now() + LIST_LIMIT_MS;
  const jobs: Job[] = [];
  for (let page = 1; page <= PAGE_LIMIT; page += 1) {
    const answer = await ask(api, `${attempt}/jobs?per_page=${PAGE_SIZE}&page=${page}`, deadline);
    if ('failure' in answer) return answer;
    const bytes = await readWhole(answer, PAGE_BYTES, deadline);
    if ('failure' in bytes) return bytes;
    const listed = parseObject(bytes.toString())?.jobs;
    if (!Array.isArray(listed)) return { failure: 'the API gave no list of jobs', passing: false };
    jobs.push(...listed.flatMap(readJob));
    if (listed.length < PAGE_SIZE) break;
  }
  return jobs;
}

function readJob(job: unknown): Job | readonly [] {
  if (!isObject(job) || typeof job.id !== 'number' || typeof job.name !== 'string') return [];
  const steps = Array.isArray(job.steps) ? job.steps.filter(isObject) : [];
  const failed = steps.find(({ conclusion }) => conclusion === 'failure') ?? {};
  return {
    id: job.id,
    name: job.name.slice(0, NAME_LIMIT),
    conclusion: typeof job.conclusion === 'string' ? job.conclusion : '',
    failedStep: typeof failed.name === 'string' ? failed.name.slice(0, NAME_LIMIT) : undefined,
    runner: typeof job.runner_name === 'string' ? job.runner_name : undefined,
    labels: textsOf(job.labels),
  };
}

/** Asks until there is an answer, no more hope, or no more time; `later` are further codes that pass by themselves. */
async function ask(
  { http, base, token }: Api,
  path: string,
  end: number,
  later: readonly number[] = [],
): Promise<HttpAnswer | HttpFailure> {
  const deadline = Math.min(performance.now() + ANSWER_LIMIT_MS, end);
  const headers = {
    authorization: `Bearer ${token}`,
    accept: 'application/vnd.github+json',
    'x-github-api-version': '2022-11-28',
  };
  for (let tries = 1; ; tries += 1) {
    const answer = await http.send({ url: new URL(`${base}/${path}`), headers }, deadline);
    if (!('failure' in answer) && answer.status === 200) return answer;
    const failure = 'failure' in answer ? answer : refusal(answer);
    const passing = failure.passing || later.includes(failure.status ?? 0);
    const pause = failure.waitMs ?? PAUSE_MS;
    const beyond = pause > LONGEST_PAUSE_MS || performance.now() + pause > deadline;
    if (!passing || tries === TRIES || beyond) return failure;
    await sleep(pause);
  }
}

/**
 * What an answer that is none says. A limit of requests is 403 or 429, with Retry-After, or with no requests left and
 * the second since 1970 at which there are more (docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api).
 */
function refusal(answer: HttpAnswer): HttpFailure {
  answer.body.destroy();
  const failure = statusFailure(answer, answer.url.host);
  const { 'x-ratelimit-remaining': left, 'x-ratelimit-reset': reset } = answer.headers;
  const spent = left === '0' && typeof reset === 'string';
  const waitMs = failure.waitMs ?? (spent ? Math.max(0, Number(reset) * 1000 - Date.now()) : undefined);
  const limited = [403, 429].includes(answer.status) && waitMs !== undefined;
  if (!limited) return failure;
  const wait = `no more requests are allowed for ${Math.ceil(waitMs / 1000)} s`;
  return { ...failure, failure: `${failure.failure}: ${wait}`, passing: true, waitMs };
}
