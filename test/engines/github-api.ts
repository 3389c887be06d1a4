/** What of GitHub's API the workflow asks: `node github-api.ts ADDRESS LOG`, where LOG is what act says. */
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';

const [address = '', log = ''] = process.argv.slice(2);

const server = createServer((request, response) => {
  const path = new URL(request.url ?? '/', address).pathname;
  const answer = answerTo(path);
  response.statusCode = answer === undefined ? 404 : 200;
  response.setHeader('content-type', typeof answer === 'string' ? 'text/plain' : 'application/json');
  response.end(typeof answer === 'string' ? answer : JSON.stringify(answer ?? { message: 'Not Found' }));
});
server.listen(Number(new URL(address).port), '127.0.0.1');

function answerTo(path: string): unknown {
  const [, , owner, name, ...rest] = path.split('/');
  if (rest.length === 0)
    return {
      name,
      full_name: `${owner}/${name}`,
      default_branch: 'main',
      private: false,
      license: null,
      description: '',
    };
  const [kind, , id] = rest;
  if (kind === 'commits') return { commit: { committer: { date: '2026-01-02T03:04:05Z' } } };
  if (path.endsWith('/jobs')) return { total_count: failedJobs().length, jobs: failedJobs().map(toJob) };
  if (path.endsWith('/logs')) return linesOf(failedJobs()[Number(id) - 1] ?? '').join('\n');
  return undefined;
}

function toJob(name: string, index: number) {
  const steps = [{ name: 'build', number: 1, conclusion: 'failure' }];
  return {
    id: index + 1,
    name,
    conclusion: 'failure',
    status: 'completed',
    labels: ['ubuntu-24.04'],
    runner_name: 'act',
    steps,
  };
}

function lines(): readonly string[] {
  return existsSync(log) ? readFileSync(log, 'utf8').split('\n') : [];
}

/** Names of the jobs in which act has seen a step fail: it calls all legs of a matrix failed that end after that. */
function failedJobs(): readonly string[] {
  const failed = lines().flatMap((line) => /^\[(.*?)\s*\] {3}❌ {2}Failure - /u.exec(line)?.[1] ?? []);
  return [...new Set(failed)];
}

/** A job's log in GitHub's form, out of what act printed of it. */
function linesOf(job: string): readonly string[] {
  return lines().flatMap((line) => {
    const [, name, text] = /^\[(.*?)\s*\] {3}\| ?(.*)$/u.exec(line) ?? [];
    return name === job ? [`2026-01-02T03:04:05.0000000Z ${text}`] : [];
  });
}
