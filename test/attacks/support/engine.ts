import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Job } from './job.ts';

/** Gives a job an engine with four builds that failed, what it says of each, and its log, or what it says in place of one. */
export function failedBuilds(job: Job, inspection: string, log: string, code = 1): void {
  const file = (name: string, text: string): string => {
    writeFileSync(join(job.folder, name), text);
    return join(job.folder, name);
  };
  const records = [1, 2, 3, 4].map((id) =>
    JSON.stringify({
      ref: `b/b/id${id}`,
      name: `n${id}`,
      status: 'Error',
      completed_at: new Date().toISOString(),
    }),
  );
  const builder = { Name: 'b', Driver: 'docker', Nodes: [{ Status: 'running', Platforms: [] }] };
  const cases = [
    `context*) echo unix:///x ;;`,
    `info*) cat ${file('info', JSON.stringify({ ServerVersion: '27', KernelVersion: 'k', SecurityOptions: [] }))} ;;`,
    `'buildx version'*) echo github.com/docker/buildx v0.21.0 x ;;`,
    `'buildx ls'*) cat ${file('builders', `${JSON.stringify(builder)}\n`)} ;;`,
    `*'history ls'*) cat ${file('records', `${records.join('\n')}\n`)} ;;`,
    `*'history inspect'*) cat ${file('inspection', inspection)} ;;`,
    `*'history logs'*) cat ${file('log', log)} >&2; exit ${code} ;;`,
  ];
  job.program('docker', `case "$*" in ${cases.join('\n')}\nesac`);
}

/** What it says of a build. */
export function inspected(error: object, more: object = {}): string {
  return JSON.stringify({
    Platform: [],
    Target: '',
    Status: 'error',
    Error: { Message: 'x', ...error },
    ...more,
  });
}
