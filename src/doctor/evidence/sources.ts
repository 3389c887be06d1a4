/** Where the logs of what failed are: files, standard input, the engine's record of builds, the jobs of this run. */
import { sep } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { HostFacts } from '../../facts/facts.ts';
import type { Host } from '../../host/host.ts';
import { namesIn, startOf, uptime } from '../../host/read.ts';
import { listed } from '../../text/text.ts';
import { hasWildcards, matchesWildcards } from '../../text/wildcard.ts';
import type { EngineFacts } from '../facts.ts';
import type { Gathered } from '../log/evidence.ts';
import { gatherBuilds } from './build-record.ts';
import { liesBelow, logFile, shownPath } from './evidence.ts';
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

/** So many logs are read in all: more than a person can mean, or read the answers of. */
const LOG_LIMIT = 64;

/** So many folders and names are looked at for all patterns together: more than a checkout with its packages has. */
const FOLDER_LIMIT = 50_000;
const NAME_LIMIT = 500_000;
const SEARCH_LIMIT_MS = 10_000;
const SEARCHED = `${FOLDER_LIMIT} folders, ${NAME_LIMIT} names or ${SEARCH_LIMIT_MS / 1000} s`;

/** No name is longer (linux/limits.h, NAME_MAX), and no part of a pattern may be: what is compared is as much as both together. */
const PART_LIMIT = 255;

/** After so long, in milliseconds, others have their turn: a signal that is to end this program, too. */
const TURN_MS = 20;

/**
 * Gathers what the sources have, in their order, and each file once, by whatever names it is found. Throws nothing: reading
 * the text of a piece of evidence may.
 */
export async function gatherEvidence(host: Host, options: GatherOptions): Promise<Gathered> {
  const { sources, token, engine, facts } = options;
  const left: Budget = {
    folders: FOLDER_LIMIT,
    names: NAME_LIMIT,
    until: performance.now() + SEARCH_LIMIT_MS,
  };
  const known = new Set<string>();
  const none: string[] = [];
  const ended: string[] = [];
  let beyond = 0;
  let led = 0;
  const isNew = (path: string): boolean => {
    const file = path === '-' ? undefined : host.stat(path);
    const identity = file === undefined ? path : `${file.device} ${file.inode}`;
    return known.size < known.add(identity).size;
  };
  // One after the other, since each file counts for the first that finds it.
  let turn: Promise<unknown> = Promise.resolve();
  const search = async (source: string): Promise<Gathered> => {
    const { files, all, below } =
      source === '-' ? { files: [source], all: true } : await findFiles(host, source, left);
    if (files.length === 0) none.push(source);
    if (!all) ended.push(source);
    const meant = files.filter((file) => below === undefined || liesBelow(below, host.realPath(file)));
    led += files.length - meant.length;
    const others = meant.filter(isNew);
    beyond += Math.max(0, others.length - LOG_LIMIT);
    return { evidence: others.slice(0, LOG_LIMIT).map((file) => logFile(file, below)), notes: [] };
  };
  const gathered = await Promise.all(
    [...new Set(sources)].map(async (source): Promise<Gathered> => {
      if (source === 'none') return { evidence: [], notes: [] };
      if (source === 'engine')
        return gatherBuilds(host, await engine, facts, jobBegin(host, options.runner, Date.now()));
      if (source === 'jobs')
        return gatherJobs(host, token || (host.env.GITHUB_TOKEN ?? ''), options.registryConfig);
      const found = turn.then(() => search(source));
      turn = found;
      return found;
    }),
  );
  const found = gathered.flatMap((one) => one.evidence);
  // Where nothing else is there, a pattern that finds nothing is a slip like any other name.
  const evidence = found.length === 0 ? none.map((pattern) => logFile(pattern)) : found;
  beyond += Math.max(0, evidence.length - LOG_LIMIT);
  const notes = [
    none.length > 0 && found.length > 0
      ? `no file matches ${listed(none.map(shownPath), 8, 400)}: no log was read by that name`
      : [],
    ended.length > 0
      ? `the search for ${listed(ended.map(shownPath), 8, 400)} ended after ${SEARCHED}: name a folder that is nearer to the files`
      : [],
    led > 0
      ? `${led} ${led === 1 ? 'file was' : 'files were'} not read, to which links lead out of the folder that a pattern begins with: name what is meant by its own path`
      : [],
    gathered.flatMap((one) => one.notes),
    beyond > 0 ? `${beyond} further logs were not read: no more than ${LOG_LIMIT} are` : [],
  ];
  return { evidence: evidence.slice(0, LOG_LIMIT), notes: notes.flat() };
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

/** How much may still be looked at: folders, each as often as it is come to, names in them, and until when. */
interface Budget {
  folders: number;
  names: number;
  until: number;
}

/** The files that a pattern names, sorted, and whether all of them were looked for. */
interface Found {
  readonly files: readonly string[];
  readonly all: boolean;
  /** Where the pattern begins, without links: whoever fills that folder is not to lead out of it. None for a written name. */
  readonly below?: string;
}

/**
 * Finds the files that a pattern names; one without `*` and `?` stands for itself, there or not. The folders nearest to
 * where it begins come first, and each once for each part of the pattern, until `left` has run out.
 */
export async function findFiles(host: Host, pattern: string, left: Budget): Promise<Found> {
  if (!hasWildcards(pattern)) return { files: [pattern], all: true };
  const [first = '', ...others] = pattern.split(sep);
  const written = first === '' ? others : [first, ...others];
  const parts = written.filter((part, at) => part !== '**' || written[at - 1] !== '**');
  const last = parts.length - 1;
  const begin = written.slice(0, written.findIndex(hasWildcards)).join(sep);
  const root = first === '' ? `${sep}${begin}` : begin || '.';
  const below = host.realPath(root) ?? root;
  const files = new Set<string>();
  const known = new Set<string>();
  const places: (readonly [folder: string, at: number])[] = [];
  const come = (folder: string, at: number): void => {
    const place = `${at} ${folder}`;
    if (!known.has(place)) places.push([folder, at]);
    known.add(place);
  };
  const namesOf = (folder: string): readonly string[] => {
    const names = namesIn(host, folder || '.');
    left.names -= names.length;
    return names;
  };
  let turn = performance.now();
  /** Gives others their turn; false when the time is over. */
  const goOn = async (): Promise<boolean> => {
    if (performance.now() - turn > TURN_MS) {
      await setImmediate();
      turn = performance.now();
    }
    return performance.now() <= left.until;
  };
  const ended = (): Found => ({ files: [...files].sort(), all: false, below });
  come(first === '' ? sep : '', 0);
  for (const [folder, at] of places) {
    left.folders -= 1;
    if (left.folders < 0 || left.names < 0 || !(await goOn())) return ended();
    // What ends with `**` names every file below.
    const part = parts[at] ?? '*';
    if (part === '**') {
      come(folder, at + 1);
      for (const name of namesOf(folder)) {
        if (!(await goOn())) return ended();
        if (host.stat(`${folder}${name}`, false)?.kind === 'folder') come(`${folder}${name}${sep}`, at);
      }
      continue;
    }
    const isPattern = hasWildcards(part);
    for (const name of isPattern ? namesOf(folder) : [part]) {
      if (!(await goOn())) return ended();
      if (isPattern && !fits(part, name)) continue;
      const path = `${folder}${name}`;
      const kind = host.stat(path)?.kind;
      if (kind === 'file' && at >= last) files.add(path);
      if (kind === 'folder' && at < last) come(`${path}${sep}`, at + 1);
    }
  }
  return { ...ended(), all: true };
}

/** As in a shell: no `*` stands for a dot at the beginning. */
function fits(part: string, name: string): boolean {
  const isShown = part.startsWith('.') || !name.startsWith('.');
  return isShown && part.length <= PART_LIMIT && matchesWildcards(part, name);
}
