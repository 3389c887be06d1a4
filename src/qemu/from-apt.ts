/** Provider `apt`: QEMU out of the distribution's own package, downloaded and unpacked, never installed. */

import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { writeWhole } from '../host/files.ts';
import type { Host } from '../host/host.ts';
import { parseObject } from '../text/parse.ts';
import { SetupProblem } from '../text/problem.ts';
import { formatBytes, printable } from '../text/text.ts';
import {
  type Apt,
  type AptAnswer,
  type DebCandidate,
  downloadPackage,
  findPackage,
  formatCandidate,
  type Lists,
  PACKAGES,
  parseCandidate,
  placeOf,
  prepareApt,
  updateLists,
} from './apt-get.ts';
import {
  type FetchFrom,
  type Handler,
  type Missing,
  type SourceContext,
  type SourceResult,
  type TargetName,
  warningOf,
} from './handler.ts';
import {
  draftsOf,
  FOLDER_MODE,
  findStored,
  INCOMING,
  INSPECTED_BYTES,
  install,
  makeIncoming,
  notesOnDamage,
  openStore,
  refusalOf,
  type Store,
  storeProblem,
} from './store.ts';
import { storeVersion } from './store-layout.ts';
import { unpackDeb } from './unpack-deb.ts';

/** QEMU's largest static binaries have 18 MB, its package's tree 480 MB. */
const FILE_LIMIT = 256 * 1024 * 1024;
const TREE_LIMIT = 4 * 1024 * 1024 * 1024;

/**
 * Gives handlers from `qemu-user-static`, or from `qemu-user` where that is the static one (Debian 13, Ubuntu
 * 25.04 and newer). Needs apt-get and dpkg-deb, no root, no package lists, and no network once the store has
 * what is wanted. Throws a SetupProblem when it can give nothing.
 */
export const fetchFromApt: FetchFrom = async (wanted, context) => {
  const known = recall(context);
  if (known?.fresh === true) {
    const stored = fromStore(known, wanted, context);
    if (isComplete(stored, known)) return requireSome(stored);
  }
  try {
    return requireSome(await withApt(context, (apt) => fetchHandlers(apt, wanted, known, context)));
  } catch (thrown) {
    // An old answer is better than none: its binaries were verified when they came.
    const stored = known === undefined ? undefined : fromStore(known, wanted, context);
    if (!(thrown instanceof SetupProblem) || stored === undefined || stored.handlers.length === 0)
      throw thrown;
    const note = warningOf({ kind: 'unrefreshed', used: stored.origin, reason: thrown.reason });
    return { ...stored, notes: [...stored.notes, note] };
  }
};

async function withApt<T>(context: SourceContext, use: (apt: Apt) => Promise<T>): Promise<T> {
  const { host, log } = context;
  const program = host.which('apt-get');
  if (program === undefined || host.which('dpkg-deb') === undefined) {
    throw refuse('this machine has no apt-get and dpkg-deb', 'Name another source in the input qemu-from');
  }
  const deadline = performance.now() + context.timeLimitMs;
  const folder = makeAptFolder(context);
  try {
    return await use({ host, log, program, folder, deadline });
  } finally {
    host.remove(folder);
  }
}

/** Among what is on its way into the store: there it is removed some day if this process is killed. */
function makeAptFolder(context: SourceContext): string {
  const store = openStore(context, '');
  try {
    context.host.makeFolder(store.tool, FOLDER_MODE);
    return context.host.makeTemporary(`${INCOMING}apt-`, store.tool);
  } catch (thrown) {
    throw storeProblem(store, thrown);
  }
}

/** Asks the machine's lists first; lists of our own are fetched when those are missing or out of date. */
async function fetchHandlers(
  apt: Apt,
  wanted: readonly TargetName[],
  known: AptMemory | undefined,
  context: SourceContext,
): Promise<SourceResult> {
  prepareApt(apt);
  const asIs = await findPackage(apt, 'machine');
  let complaint = asIs.complaint;
  if (asIs.value !== undefined) {
    const answer = await fromPackage(apt, 'machine', asIs.value, wanted, known, context);
    if (answer.value !== undefined) return answer.value;
    complaint = answer.complaint;
  }
  context.log(
    asIs.value === undefined
      ? `apt: the machine's package lists do not have ${PACKAGES.join(' or ')}; fetching lists of its sources`
      : `apt: ${asIs.value.package} cannot be downloaded (${complaint}); fetching newer package lists`,
  );
  const lists = await updateLists(apt);
  const renewed = await findPackage(apt, 'own');
  if (renewed.value === undefined) {
    const cause = lists.complaint || renewed.complaint || complaint;
    throw refuse(
      `the package sources of this machine do not offer ${PACKAGES.join(' or ')}${cause && `: ${cause}`}`,
      'Check the network and the sources (on Ubuntu the component universe), or name another source in qemu-from',
    );
  }
  const answer = await fromPackage(apt, 'own', renewed.value, wanted, known, context);
  if (answer.value !== undefined) {
    const downloadedBytes = answer.value.downloadedBytes + lists.bytes;
    return { ...answer.value, downloadedBytes, cacheHit: false };
  }
  throw refuse(
    `${renewed.value.package} cannot be downloaded: ${answer.complaint}`,
    'Check the network, or name another source in the input qemu-from',
  );
}

async function fromPackage(
  apt: Apt,
  lists: Lists,
  candidate: DebCandidate,
  wanted: readonly TargetName[],
  known: AptMemory | undefined,
  context: SourceContext,
): Promise<AptAnswer<SourceResult>> {
  const same = known?.candidate.hash === candidate.hash ? known.lacks : new Map<string, string>();
  const before = { candidate, lacks: same };
  const stored = fromStore(before, wanted, context);
  if (isComplete(stored, before)) {
    remember(context, before);
    return { value: stored, complaint: '' };
  }
  const store = storeOf(candidate, context);
  const incoming = makeIncoming(store);
  try {
    const place = printable(placeOf(candidate.uri));
    context.log(
      `apt: ${candidate.package} ${candidate.version}, ${formatBytes(candidate.size)} from ${place}`,
    );
    const deb = await downloadPackage(apt, lists, candidate);
    if (deb.value === undefined) return { value: undefined, complaint: deb.complaint };
    const absent = new Set(stored.missing.map(({ arch }) => arch));
    const open = wanted.filter(({ arch }) => absent.has(arch));
    const unpacked = await unpackInto(store, incoming, deb.value, open, apt);
    context.log(`apt: unpacked ${unpacked.handlers.map(({ arch }) => arch).join(', ') || 'nothing'}`);
    return { value: mergeResults(stored, unpacked, before, context), complaint: '' };
  } finally {
    context.host.remove(incoming);
  }
}

/** What the store had and what the package added; the answer of apt is remembered. */
function mergeResults(
  stored: SourceResult,
  { handlers, missing }: Unpacked,
  { candidate, lacks }: AptMemory,
  context: SourceContext,
): SourceResult {
  const reasons = missing.map(({ arch, reason }) => [arch, reason] as const);
  remember(context, { candidate, lacks: new Map([...lacks, ...reasons]) });
  return {
    ...stored,
    handlers: [...stored.handlers, ...handlers],
    missing,
    downloadedBytes: candidate.size,
    cacheHit: false,
    notes: stored.notes,
  };
}

/** Whether the package cannot give more than the store did. */
function isComplete(stored: SourceResult, known: AptMemory): boolean {
  return stored.missing.every(({ arch }) => known.lacks.has(arch));
}

/** A provider that gives nothing says why. */
function requireSome(provided: SourceResult): SourceResult {
  const [first] = provided.missing;
  if (provided.handlers.length > 0 || first === undefined) return provided;
  throw refuse(
    `the ${provided.origin} does not help: ${first.arch}: ${first.reason}`,
    'Name another source in the input qemu-from',
  );
}

/** What came out of a package into the store, and why the rest did not. */
interface Unpacked {
  readonly handlers: readonly Handler[];
  readonly missing: readonly Missing[];
}

async function unpackInto(
  store: Store,
  incoming: string,
  file: string,
  wanted: readonly TargetName[],
  apt: Apt,
): Promise<Unpacked> {
  const target = (each: TargetName) => join(incoming, `qemu-${each.qemu}`);
  const members = wanted.flatMap((each) =>
    ['-static', ''].map((end) => [`usr/bin/qemu-${each.qemu}${end}`, target(each)] as const),
  );
  const timeMs = Math.max(1, apt.deadline - performance.now());
  const limits = { file: FILE_LIMIT, total: TREE_LIMIT, timeMs };
  const written = await unpackDeb(file, new Map(members), limits);
  const missing = wanted.flatMap((each) => {
    const path = target(each);
    const reason = written.has(path)
      ? refusalOf(apt.host.readBytes(path, INSPECTED_BYTES), store.hostArch)
      : `the package has no qemu-${each.qemu}`;
    return reason === undefined ? [] : [{ arch: each.arch, reason }];
  });
  const arrivals = wanted
    .filter(({ arch }) => missing.every((refused) => refused.arch !== arch))
    // Debian's builds read the flag `P` from the kernel (AT_FLAGS).
    .map((each) => ({ ...each, path: target(each), source: 'apt', assumesPreserve: false }) as const);
  return { handlers: install(store, arrivals), missing };
}

function fromStore(known: AptMemory, wanted: readonly TargetName[], context: SourceContext): SourceResult {
  const { candidate, lacks } = known;
  const { handlers, absent, damaged } = findStored(storeOf(candidate, context), wanted, context);
  return {
    handlers,
    missing: absent.map(({ arch }) => ({ arch, reason: lacks.get(arch) ?? 'it is not in the store' })),
    origin: `package ${candidate.package} ${candidate.version}`,
    downloadedBytes: 0,
    cacheHit: true,
    notes: notesOnDamage(damaged),
  };
}

/** The store of one build of the package: two builds of one version do not mix. */
function storeOf(candidate: DebCandidate, context: SourceContext): Store {
  const digest = candidate.hash.slice(candidate.hash.indexOf(':') + 1).slice(0, 16);
  return openStore(context, storeVersion('apt', `${digest}-${candidate.version}`));
}

function refuse(cause: string, remedy: string): SetupProblem {
  return new SetupProblem({ id: 'SB-APT', kind: 'host', what: 'get QEMU with apt', cause, remedy });
}

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
  context: SourceContext,
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
export function remember(context: SourceContext, memory: AptMemory, now: number = Date.now()): void {
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

function fileOf(context: SourceContext): string {
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
