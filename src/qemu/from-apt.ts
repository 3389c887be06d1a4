/** Source `apt`: QEMU out of the distribution's own package, downloaded and unpacked, never installed. */

import { dirname, join } from 'node:path';
import { unpackDeb } from '../archive/deb.ts';
import { PACKAGE_LIMITS } from '../archive/limits.ts';
import { removeForgotten } from '../host/ending.ts';
import type { OpenFile } from '../host/files.ts';
import { proxiesFor } from '../host/network/machine.ts';
import { isNoRoom } from '../host/room.ts';
import { safeFolder, systemProgram } from '../host/trust.ts';
import { qemuName } from '../platform/platforms.ts';
import { orUndefined, SetupProblem } from '../text/problem.ts';
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
  prepareApt,
  updateLists,
} from './apt-get.ts';
import type { FetchFrom, Handler, Missing, SourceContext, SourceResult, TargetName } from './handler.ts';
import { type Download, keep, openKept, readNote, writeNote } from './kept.ts';
import {
  attempt,
  FORGOTTEN_MS,
  findStored,
  INCOMING,
  install,
  makeIncoming,
  noteLacking,
  openStore,
  openTool,
  type Store,
  storeProblem,
} from './store.ts';
import { storeVersion } from './store-layout.ts';

/** What apt says where it could not have the lists of a source. */
const UNFETCHED = /Failed to fetch|index files failed to download|does not have a Release file|is not signed/;

/** How long apt's last answer is believed. */
const WEEK_MS = 7 * 24 * 60 * 60 * 1000;

/**
 * Gives handlers from `qemu-user-static`, or from `qemu-user` where that is the static one (Debian 13, Ubuntu
 * 25.04 and newer). Needs apt-get and dpkg-deb, no root, no package lists, and neither apt nor a network while the
 * store has the package and apt's last answer is less than a week old. Throws a SetupProblem when it can give nothing.
 */
export const fetchFromApt: FetchFrom = async (wanted, context) => {
  const { known, fresh: isFresh } = readMarker(context);
  const stored = () => (known === undefined ? undefined : fromKept(known, wanted, context));
  const fresh = isFresh ? await stored() : undefined;
  if (fresh !== undefined && fresh.absent.length === 0) return requireSome(fresh);
  try {
    return requireSome(await withApt(context, (apt) => fetchHandlers(apt, wanted, context)));
  } catch (thrown) {
    // An old answer is better than none: what it named was verified when it came.
    const old = thrown instanceof SetupProblem ? (fresh ?? (await stored())) : undefined;
    if (!(thrown instanceof SetupProblem) || old === undefined || old.handlers.length === 0) throw thrown;
    const { reason } = thrown;
    const missing = [...old.missing, ...old.absent.map(({ arch }) => ({ arch, reason }))];
    const trouble = { kind: 'unrefreshed', used: old.origin, reason } as const;
    return { ...old, missing, troubles: [...old.troubles, trouble], failure: thrown };
  }
};

async function withApt<T>(context: SourceContext, use: (apt: Apt) => Promise<T>): Promise<T> {
  const { host, log, registryConfig } = context;
  const program = systemProgram(host, 'apt-get');
  if (program === undefined || systemProgram(host, 'dpkg-deb') === undefined) {
    throw refuse('this machine has no apt-get and dpkg-deb', 'Name another source in the input qemu-from');
  }
  const deadline = performance.now() + context.timeLimitMs;
  // Apt goes by paths, so among what is on its way into the store only where nobody can exchange it.
  const store = openStore(context, '');
  const folder = attempt(store, () => {
    openTool(store, { make: true }).close();
    const { RUNNER_TEMP, TMPDIR } = host.env;
    const parent = safeFolder(host, [store.tool, RUNNER_TEMP, TMPDIR, '/var/tmp', '/tmp']);
    if (parent === undefined) throw new Error('others may write there, and to every temporary folder');
    removeForgotten(parent, `${INCOMING}apt-`, FORGOTTEN_MS, Date.now());
    return host.makeTemporary(`${INCOMING}apt-`, parent);
  });
  try {
    const proxies = proxiesFor(host, registryConfig, log);
    for (const shown of proxies.shown) log(`apt: told to go through ${shown}`);
    return await use({ host, log, download: context.download, program, proxies, folder, deadline });
  } catch (thrown) {
    // What apt-get cannot write it says in words of its own.
    if (thrown instanceof SetupProblem && !/No space left on device/.test(thrown.reason)) throw thrown;
    const errno = thrown instanceof SetupProblem ? Object.assign(new Error(), { code: 'ENOSPC' }) : thrown;
    throw storeProblem({ tool: dirname(folder) }, errno);
  } finally {
    host.remove(folder);
  }
}

/** Asks the machine's lists first; lists of our own are fetched when those are missing or out of date. */
async function fetchHandlers(
  apt: Apt,
  wanted: readonly TargetName[],
  context: SourceContext,
): Promise<SourceResult> {
  prepareApt(apt);
  const asIs = await findPackage(apt, 'machine');
  let complaint = asIs.complaint;
  if (asIs.value !== undefined) {
    const answer = await fromPackage(apt, 'machine', asIs.value, wanted, context);
    if (answer.value !== undefined) return answer.value;
    complaint = answer.complaint;
    if (answer.isSlow) throw undownloaded(apt, asIs.value, complaint);
  }
  context.log(
    asIs.value === undefined
      ? `apt: the machine's package lists do not have ${PACKAGES.join(' or ')}; fetching lists of its sources`
      : `apt: ${asIs.value.package} cannot be downloaded as the machine's lists say; fetching newer ones`,
  );
  const lists = await updateLists(apt);
  const renewed = await findPackage(apt, 'own');
  if (renewed.value === undefined) {
    const why = lists.complaint || renewed.complaint || complaint;
    const what = UNFETCHED.test(why)
      ? "the lists of this machine's package sources cannot be fetched"
      : `the package sources of this machine do not offer ${PACKAGES.join(' or ')}`;
    throw refuse(
      `${what}${why && `: ${why}`}`,
      `Check ${networkOf(apt)} and the sources (on Ubuntu the component universe), or name another source in the input qemu-from`,
    );
  }
  const answer = await fromPackage(apt, 'own', renewed.value, wanted, context);
  if (answer.value !== undefined) {
    // Where it ends in an error, that says why.
    if (asIs.value !== undefined) context.log(`apt: newer lists were needed: ${complaint}`);
    const downloadedBytes = answer.value.downloadedBytes + lists.bytes;
    return { ...answer.value, downloadedBytes, cacheHit: false };
  }
  throw undownloaded(apt, renewed.value, answer.complaint);
}

function undownloaded(apt: Apt, candidate: DebCandidate, complaint: string): SetupProblem {
  return refuse(
    `${candidate.package} cannot be downloaded: ${complaint}`,
    `Check ${networkOf(apt)}, or name another source in the input qemu-from`,
  );
}

/** What is between apt and its sources. */
function networkOf({ proxies }: Apt): string {
  return ['the network', ...proxies.shown].join(', ');
}

async function fromPackage(
  apt: Apt,
  lists: Lists,
  candidate: DebCandidate,
  wanted: readonly TargetName[],
  context: SourceContext,
): Promise<AptAnswer<SourceResult>> {
  const { absent, ...stored } = await fromKept(candidate, wanted, context);
  if (absent.length === 0) {
    writeMarker(context, candidate);
    return { value: stored, complaint: '' };
  }
  const store = storeOf(candidate, context);
  const incoming = makeIncoming(store);
  try {
    const deb = await downloadPackage(apt, lists, candidate);
    if (deb.value === undefined) return { ...deb, value: undefined };
    const unpacked = await unpackInto(store, incoming.path, deb.value, absent, context);
    const unkept = keep(store, new Map([[downloadOf(candidate).digest, deb.value]]));
    if (unkept !== undefined)
      context.log(`apt: the package is not kept in ${store.tool}, and comes again for others: ${unkept}`);
    writeMarker(context, candidate);
    const value = {
      ...stored,
      handlers: [...stored.handlers, ...unpacked.handlers],
      missing: [...stored.missing, ...unpacked.missing],
      downloadedBytes: candidate.size,
      cacheHit: false,
    };
    return { value, complaint: '' };
  } finally {
    incoming.close();
  }
}

/** Throws a SetupProblem for a result without any handler, with the reason. */
function requireSome(result: SourceResult): SourceResult {
  const [first] = result.missing;
  if (result.handlers.length > 0 || first === undefined) return result;
  throw refuse(
    `the ${result.origin} does not help: ${first.arch}: ${first.reason}`,
    'Name another source in the input qemu-from',
  );
}

/** Moves what is wanted out of a package into the store, and notes there what the package cannot give. */
async function unpackInto(
  store: Store,
  incoming: string,
  deb: string | OpenFile,
  wanted: readonly TargetName[],
  { log }: SourceContext,
): Promise<{ readonly handlers: readonly Handler[]; readonly missing: readonly Missing[] }> {
  const target = (each: TargetName) => join(incoming, qemuName(each));
  const members = wanted.flatMap((each) =>
    ['-static', ''].map((end) => [`usr/bin/${qemuName(each)}${end}`, target(each)] as const),
  );
  const written = await unpackDeb(deb, new Map(members), PACKAGE_LIMITS).catch((thrown: unknown) => {
    const first = thrown instanceof SetupProblem ? thrown.cause : thrown;
    throw isNoRoom(first) ? storeProblem(store, first) : thrown;
  });
  const present = wanted.filter((each) => written.has(target(each)));
  const { handlers, refused } = install(
    store,
    // Debian's builds read the flag `P` from the kernel (AT_FLAGS).
    present.map((each) => ({ ...each, path: target(each), source: 'apt', assumesPreserve: false })),
  );
  const lacking = wanted.filter((each) => !present.includes(each));
  noteLacking(store, [...lacking, ...refused]);
  const absent = lacking.map((each) => ({
    arch: each.arch,
    reason: `the package has no ${qemuName(each)}`,
  }));
  log(`apt: unpacked ${handlers.map(({ arch }) => arch).join(', ') || 'nothing'}`);
  return { handlers, missing: [...absent, ...refused] };
}

/** What is known without apt; `absent` is what the package may have besides. */
type FromStore = SourceResult & { readonly absent: readonly TargetName[] };

/** What the store has of one build of the package, unpacked or in the package itself. Throws a SetupProblem. */
async function fromKept(
  candidate: DebCandidate,
  wanted: readonly TargetName[],
  context: SourceContext,
): Promise<FromStore> {
  const stored = fromStore(candidate, wanted, context);
  const store = storeOf(candidate, context);
  if (stored.absent.length === 0 || systemProgram(context.host, 'dpkg-deb') === undefined) return stored;
  const deb = openKept(store, downloadOf(candidate));
  if (deb === undefined) return stored;
  try {
    context.log(`apt: ${candidate.package} ${candidate.version}, kept in ${store.tool}`);
    const incoming = makeIncoming(store);
    try {
      const unpacked = await unpackInto(store, incoming.path, deb, stored.absent, context);
      const handlers = [...stored.handlers, ...unpacked.handlers];
      return { ...stored, handlers, absent: [], missing: [...stored.missing, ...unpacked.missing] };
    } finally {
      incoming.close();
    }
  } finally {
    deb.close();
  }
}

/** The package as it is kept: apt says by which digest. */
function downloadOf({ hash, size }: DebCandidate): Download {
  const [algorithm = '', digest = ''] = hash.split(':');
  return { algorithm: algorithm === 'SHA512' ? 'sha512' : 'sha256', digest, limit: size };
}

function fromStore(
  candidate: DebCandidate,
  wanted: readonly TargetName[],
  context: SourceContext,
): FromStore {
  const { handlers, absent, lacking, troubles } = findStored(storeOf(candidate, context), wanted, context);
  const reason = (each: TargetName) => `the package has no ${qemuName(each)} that can be used here`;
  return {
    handlers,
    absent,
    missing: lacking.map((each) => ({ arch: each.arch, reason: reason(each) })),
    origin: `package ${candidate.package} ${candidate.version}`,
    downloadedBytes: 0,
    cacheHit: true,
    notes: [],
    troubles,
  };
}

/** The store of one build of the package: two builds of one version do not mix. */
function storeOf(candidate: DebCandidate, context: SourceContext): Store {
  const digest = candidate.hash.slice(candidate.hash.indexOf(':') + 1).slice(0, 16);
  return openStore(context, storeVersion('apt', `${digest}-${candidate.version}`));
}

function refuse(cause: string, remedy: string): SetupProblem {
  return new SetupProblem({ id: 'SB082', kind: 'host', what: 'get QEMU with apt', cause, remedy });
}

/** The file beside the stored builds that says which one apt named last. Its time is that of the answer. */
const MARKER = 'apt.package';

function readMarker(context: SourceContext): { readonly known?: DebCandidate; readonly fresh: boolean } {
  const { text = '', written = 0 } = readNote(openStore(context, ''), MARKER) ?? {};
  const age = Date.now() - written;
  return {
    known: PACKAGES.map((name) => parseCandidate(text, name)).find((candidate) => candidate !== undefined),
    fresh: age >= 0 && age < WEEK_MS,
  };
}

/** That it cannot be written is no failure: apt is asked again. */
function writeMarker(context: SourceContext, candidate: DebCandidate): void {
  orUndefined(() => writeNote(openStore(context, ''), MARKER, `${formatCandidate(candidate)}\n`));
}
