/**
 * What apt answered last time, kept in the store, so that the next run needs neither apt nor the network. The
 * answer holds for as long as the machine's sources, pinning and lists are the same, and for a week at most.
 */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { type DebCandidate, formatCandidate, parseCandidate } from '../core/deb-index.ts';
import { writeWhole } from '../host/files.ts';
import type { Host } from '../host/host.ts';
import { parseObject } from '../text/parse.ts';
import type { ProviderContext } from './handler.ts';
import { draftsOf, openStore } from './store.ts';

export interface AptMemory {
  readonly candidate: DebCandidate;
  /** Architectures that this package cannot give, with the reason. */
  readonly lacks: ReadonlyMap<string, string>;
}

const WEEK_MS = 7 * 24 * 60 * 60 * 1000;
/** How much of a file tells one version of it from another: the head of a Release file holds its date. */
const HEAD_BYTES = 16 * 1024;

/** The last answer, `undefined` when there is none; `fresh` says that apt would answer the same today. */
export function recall(
  context: ProviderContext,
  now: number = Date.now(),
): (AptMemory & { readonly fresh: boolean }) | undefined {
  try {
    const memory = parseObject(context.host.readText(fileOf(context))) ?? {};
    const { package: name, line, lacks, sources, at } = memory;
    if (typeof name !== 'string' || typeof line !== 'string' || typeof at !== 'number') return undefined;
    const candidate = parseCandidate(line, name);
    if (candidate === undefined || !isTexts(lacks)) return undefined;
    const age = now - at;
    const fresh = sources === sourcesOf(context.host) && age >= 0 && age < WEEK_MS;
    return { candidate, lacks: new Map(Object.entries(lacks)), fresh };
  } catch {
    return undefined;
  }
}

/** Keeps an answer. That it cannot be written is no failure: it is asked for again. */
export function remember(context: ProviderContext, memory: AptMemory, now: number = Date.now()): void {
  const { candidate, lacks } = memory;
  const value = {
    package: candidate.package,
    line: formatCandidate(candidate),
    lacks: Object.fromEntries(lacks),
    sources: sourcesOf(context.host),
    at: now,
  };
  try {
    writeWhole(fileOf(context), `${JSON.stringify(value)}\n`, draftsOf(openStore(context, '')));
  } catch {
    // The store itself reports a folder that cannot be written.
  }
}

function fileOf(context: ProviderContext): string {
  return join(openStore(context, '').tool, 'apt.json');
}

function isTexts(value: unknown): value is Readonly<Record<string, string>> {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.values(value).every((text) => typeof text === 'string')
  );
}

/** A digest of what decides apt's answer: sources, pinning, configuration and the dates of the lists. */
function sourcesOf(host: Host): string {
  const hash = createHash('sha256');
  const config = host.env.APT_CONFIG;
  const files = [
    ...(config === undefined ? [] : [config]),
    '/etc/apt/sources.list',
    '/etc/apt/preferences',
    '/etc/apt/apt.conf',
    ...filesIn(host, '/etc/apt/sources.list.d'),
    ...filesIn(host, '/etc/apt/preferences.d'),
    ...filesIn(host, '/etc/apt/apt.conf.d'),
    ...filesIn(host, '/var/lib/apt/lists').filter((path) => path.endsWith('Release')),
  ];
  for (const path of files) {
    try {
      const head = host.readBytes(path, HEAD_BYTES);
      hash.update(`${path}\0${head.length}\0`).update(head);
    } catch {
      // Absent or unreadable: apt does not read it either.
    }
  }
  return hash.digest('hex');
}

function filesIn(host: Host, folder: string): readonly string[] {
  try {
    return [...host.list(folder)].sort().map((name) => join(folder, name));
  } catch {
    return [];
  }
}
