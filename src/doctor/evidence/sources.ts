/** Where the logs of what failed are: files, standard input, the engine's record of builds, the jobs of this run. */
import { sep } from 'node:path';
import type { HostFacts } from '../../facts/facts.ts';
import type { Host } from '../../host/host.ts';
import { namesIn, startOf, uptime } from '../../host/read.ts';
import type { EngineFacts } from '../facts.ts';
import type { Gathered } from '../log/evidence.ts';
import { gatherBuilds } from './build-record.ts';
import { logFile } from './evidence.ts';
import { gatherJobs } from './job-log.ts';

interface GatherOptions {
  /** Files, which may hold `*`, `?` and `**`; `-` for standard input; the words `engine`, `jobs` and `none`. */
  readonly sources: readonly string[];
  /** For GitHub's API. */
  readonly token: string;
  /** Use the proxies and certificates that the machine's files name. */
  readonly registryConfig: boolean;
  readonly engine: Promise<EngineFacts>;
  readonly facts: HostFacts;
  /** Process that runs this job. */
  readonly runner: number;
}

/** Where nobody knows when the job began: as long as one may last on hosted runners. */
const JOB_LIMIT_MS = 6 * 3_600_000;

/** So many files of one pattern are read. */
const FILE_LIMIT = 64;

/** Gathers what the sources have, in their order. Throws nothing: reading the text of a piece of evidence may. */
export async function gatherEvidence(host: Host, options: GatherOptions): Promise<Gathered> {
  const { sources, token, engine, facts } = options;
  const gathered = await Promise.all(
    sources.map(async (source): Promise<Gathered> => {
      if (source === 'none') return { evidence: [], notes: [] };
      if (source === 'engine')
        return gatherBuilds(host, await engine, facts, jobBegin(host, options.runner, Date.now()));
      if (source === 'jobs')
        return gatherJobs(host, token || (host.env.GITHUB_TOKEN ?? ''), options.registryConfig);
      const paths = source === '-' ? [source] : filesOf(host, source);
      const notes = paths.length === 0 ? [`no file matches ${source}: no log was read by that name`] : [];
      const beyond = paths.length - FILE_LIMIT;
      if (beyond > 0) notes.push(`${beyond} further files of ${source} were not read`);
      return { evidence: paths.slice(0, FILE_LIMIT).map(logFile), notes };
    }),
  );
  return {
    evidence: gathered.flatMap(({ evidence }) => evidence),
    notes: gathered.flatMap(({ notes }) => notes),
  };
}

/**
 * When this job began, in milliseconds since 1970: GitHub's runner starts a process for each, and GitLab tells it.
 * Where neither is known, some hours before `now`.
 */
export function jobBegin(host: Host, runner: number, now: number): number {
  const told = Date.parse(host.env.CI_JOB_STARTED_AT ?? '');
  if (!Number.isNaN(told)) return told;
  const [started, up] = [startOf(host, runner), uptime(host)];
  const known = host.env.GITHUB_ACTIONS === 'true' && started !== undefined && up > 0;
  return now - (known ? up * 1000 - Number(started) * 10 : JOB_LIMIT_MS);
}

/** The files that a pattern names, sorted; a name without `*` and `?` stands for itself, there or not. */
export function filesOf(host: Host, pattern: string): readonly string[] {
  if (!/[*?]/.test(pattern)) return [pattern];
  const [first = '', ...parts] = pattern.split(sep);
  return (first === '' ? below(host, '/', parts) : below(host, '', [first, ...parts])).sort();
}

function below(host: Host, folder: string, [part = '', ...rest]: readonly string[]): string[] {
  const inside = (name: string): string => `${folder}${name}`;
  const last = rest.length === 0;
  if (part === '**') {
    const folders = namesIn(host, folder || '.')
      .map(inside)
      .filter((path) => host.stat(path, false)?.kind === 'folder');
    const deeper = folders.flatMap((path) => below(host, `${path}/`, ['**', ...rest]));
    return [...below(host, folder, last ? ['*'] : rest), ...deeper];
  }
  const found = /[*?]/.test(part)
    ? namesIn(host, folder || '.')
        .filter(matcher(part))
        .map(inside)
    : [inside(part)];
  return last
    ? found.filter((path) => host.stat(path)?.kind === 'file')
    : found
        .filter((path) => host.stat(path)?.kind === 'folder')
        .flatMap((path) => below(host, `${path}/`, rest));
}

/** As in a shell: neither reaches over a slash, nor to a name that begins with a dot. */
function matcher(part: string): (name: string) => boolean {
  const source = part
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  const whole = new RegExp(`^${source}$`, 's');
  return (name) => whole.test(name) && (part.startsWith('.') || !name.startsWith('.'));
}
