/** Source `host`: static QEMU programs that are on this machine already. They are copied to the store. */
import { join } from 'node:path';
import { type Digests, openDigests } from '../host/digests.ts';
import { HANDLER_LIMIT, writeWhole } from '../host/files.ts';
import { foldersOnPath, type Host, type HostFile } from '../host/host.ts';
import { namesIn } from '../host/read.ts';
import { distrustOpening } from '../host/trust.ts';
import { qemuName } from '../platform/platforms.ts';
import { isMistake, orUndefined, problemIn, reasonOf, SetupProblem } from '../text/problem.ts';
import { printable } from '../text/text.ts';
import { readQemuAnswer } from '../text/version.ts';
import type { FetchFrom, Handler, SourceContext, SourceTrouble, TargetName } from './handler.ts';
import { refusalOf } from './handler.ts';
import { readNote, writeNote } from './kept.ts';
import {
  attempt,
  findStored,
  install,
  makeIncoming,
  openInspection,
  openStore,
  type Store,
} from './store.ts';
import { storeVersion } from './store-layout.ts';

/** Where distributions and people put QEMU's user mode; searched after PATH. */
const USUAL_FOLDERS = [
  '/usr/local/bin',
  '/usr/bin',
  '/usr/local/qemu/bin',
  '/usr/libexec/qemu-binfmt',
  '/usr/lib/qemu',
];

/** Below it, each folder and its `bin`. */
const OPTIONAL_SOFTWARE = '/opt';
const FOLDER_LIMIT = 200;
const HEADER_BYTES = 64 * 1024;
const ANSWER_MS = 10_000;

/** The file beside the stored builds that says which sha256 the programs of this host have. */
const MEMORY = 'host.digests';

/** How programs are looked for. */
interface Looking extends SourceContext {
  readonly folders: readonly string[];
  readonly digests: Digests;
}

/** What the programs of one name gave. */
interface Search {
  readonly wanted: TargetName;
  readonly taken?: Taken;
  /** Why those before it were not taken: `path: reason` each. */
  readonly refused: readonly string[];
  /** What kept a program that would do out of the store. */
  readonly failure?: SetupProblem;
}

/** A handler that is in the store now. */
interface InStore {
  readonly handler: Handler;
  /** It was there before. */
  readonly cached: boolean;
  readonly troubles: readonly SourceTrouble[];
}

interface Taken extends InStore {
  /** The folder that the program is in. */
  readonly from: string;
}

/** Why a program is not taken. */
interface Refusal {
  readonly refusal: string;
}

/**
 * Gives handlers from static `qemu-<target>-static` or `qemu-<target>` programs of this host's architecture.
 * Programs of these names that cannot be handlers, or that others could exchange, are named with the reason. Nothing
 * but `--version` is run, and of our own copy alone.
 * Throws a SetupProblem when there is none at all.
 */
export const fetchFromHost: FetchFrom = async (wanted, context) => {
  const looking: Looking = {
    ...context,
    folders: foldersOf(context.host),
    digests: openDigests(context.host, context.rehash ? '' : readMemory(context)),
  };
  const searches: Search[] = [];
  for (const each of wanted) searches.push(await search(each, looking));
  keepMemory(looking);

  const found = searches.flatMap(({ taken }) => taken ?? []);
  const missing = searches.flatMap(({ wanted: each, taken, refused }) => {
    if (taken !== undefined) return [];
    const none = `no ${qemuName(each)}-static or ${qemuName(each)} on this host`;
    return [{ arch: each.arch, reason: refused.length > 0 ? refused.join('; ') : none }];
  });
  const failure = searches.find((each) => each.failure !== undefined)?.failure;
  const [first] = missing;
  if (found.length === 0 && first !== undefined) {
    throw (
      failure ??
      new SetupProblem({
        id: 'SB083',
        kind: 'host',
        what: 'use a QEMU of this host',
        cause: `${first.arch}: ${first.reason}`,
        remedy: 'Install static QEMU user-mode programs, or name another source in the input qemu-from',
      })
    );
  }
  return {
    handlers: found.map(({ handler }) => handler),
    missing,
    origin: [...new Set(found.map(({ from }) => from))].join(', '),
    downloadedBytes: 0,
    cacheHit: found.every(({ cached }) => cached),
    notes: searches
      .filter(({ taken }) => taken !== undefined)
      .flatMap(({ refused }) => refused.map((text) => `Not used: ${text}`)),
    troubles: found.flatMap(({ troubles }) => troubles),
    failure,
  };
};

async function search(wanted: TargetName, looking: Looking): Promise<Search> {
  const refused: string[] = [];
  const seen = new Set<string>();
  let failure: SetupProblem | undefined;
  for (const folder of looking.folders) {
    for (const name of [`${qemuName(wanted)}-static`, qemuName(wanted)]) {
      const path = join(folder, name);
      const real = looking.host.realPath(path);
      if (real === undefined) continue;
      // A link of others to a program of root's must not hide another way to it.
      const objection = distrustOpening(looking.host, path);
      const way = `${real}\0${objection ?? ''}`;
      if (seen.has(way)) continue;
      seen.add(way);
      try {
        const taken =
          objection === undefined
            ? await take(path, wanted, looking)
            : { refusal: printable(objection, 300) };
        if (!('refusal' in taken)) {
          return { wanted, taken: { ...taken, from: printable(folder) }, refused, failure };
        }
        refused.push(`${printable(path)}: ${taken.refusal}`);
      } catch (thrown) {
        if (isMistake(thrown)) throw thrown;
        failure ??= problemIn(thrown);
        refused.push(`${printable(path)}: ${problemIn(thrown)?.reason ?? reasonOf(thrown)}`);
      }
    }
  }
  return { wanted, refused, failure };
}

/** Opens a program once, where nobody else can exchange it, write to it or lead to it, and takes what it is by then. */
async function take(written: string, wanted: TargetName, looking: Looking): Promise<InStore | Refusal> {
  const { host } = looking;
  // Resolved after the way was judged: before, it might have led elsewhere.
  const path = host.realPath(written) ?? written;
  const file = host.openPlain(path, HANDLER_LIMIT);
  try {
    const refusal = refusalOfFile(file, looking);
    return refusal === undefined ? await takeOpen(path, file, wanted, looking) : { refusal };
  } finally {
    file.close();
  }
}

function refusalOfFile({ stat, head }: HostFile, { hostArch }: Looking): string | undefined {
  if ((stat.mode & 0o111) === 0) return 'it is not executable';
  const bytes = head(HEADER_BYTES);
  if (bytes[0] === 0x23 && bytes[1] === 0x21) return 'it is a script';
  return refusalOf(bytes, hostArch);
}

/** Puts what is open into the store under its sha256, unless it is there. */
async function takeOpen(
  path: string,
  file: HostFile,
  wanted: TargetName,
  looking: Looking,
): Promise<InStore | Refusal> {
  const sha256 = looking.digests.of(path, file);
  const store = openStore(looking, storeVersion('host', sha256), new Map([[wanted.arch, sha256]]));
  const { handlers, troubles } = findStored(store, [wanted], looking);
  const [stored] = handlers;
  if (stored !== undefined) return { handler: stored, cached: true, troubles };
  const incoming = makeIncoming(store);
  try {
    return { ...(await copyInto(store, incoming.path, file, wanted)), troubles };
  } finally {
    incoming.close();
  }
}

/** Copies what is open by way of a folder of our own. The copy is asked for its version. */
async function copyInto(
  store: Store,
  incoming: string,
  file: HostFile,
  wanted: TargetName,
): Promise<Omit<InStore, 'troubles'> | Refusal> {
  const path = join(incoming, qemuName(wanted));
  const inspection = openInspection(qemuName(wanted));
  const copy = (write: (piece: Buffer) => void): void =>
    file.read((piece) => {
      inspection.take(piece);
      write(piece);
    });
  attempt(store, () => writeWhole(path, copy, undefined, 0o755));
  const inspected = inspection.end();
  const version = await askVersion(store.host, path, wanted, inspected.version);
  if (typeof version !== 'string') return version;
  const arrival = { ...wanted, path, source: 'host', assumesPreserve: false, version, inspected } as const;
  const { handlers, refused } = install(store, [arrival]);
  const [handler] = handlers;
  return handler === undefined
    ? { refusal: refused[0]?.reason ?? 'it could not be stored' }
    : { handler, cached: false };
}

/** What an earlier run kept is believed where nobody else could write it: a hash of all programs is half of a run. */
function readMemory(context: SourceContext): string | undefined {
  return readNote(openStore(context, ''), MEMORY)?.text;
}

/** What cannot be kept is hashed again. */
function keepMemory({ digests, ...context }: Looking): void {
  const news = digests.news();
  if (news !== undefined) orUndefined(() => writeNote(openStore(context, ''), MEMORY, news));
}

/**
 * The version that a program answers, where it is the emulator that is wanted. Where nothing may be started in the tool cache
 * (noexec), what it has `stated` under that name counts.
 */
async function askVersion(
  host: Host,
  file: string,
  wanted: TargetName,
  stated?: string,
): Promise<string | Refusal> {
  const limits = { timeoutMs: ANSWER_MS, maxBytes: 4096 };
  const run = await host.run({ file, args: ['--version'], env: {}, cwd: '/', ...limits });
  const none = { refusal: 'it does not answer --version as QEMU does' };
  if (run.error === 'EACCES') return stated ?? none;
  const answer = run.code === 0 ? readQemuAnswer(run.stdout) : undefined;
  if (answer === undefined) return none;
  const { name, version } = answer;
  return name === qemuName(wanted) ? version : { refusal: `it says that it is ${name}` };
}

function foldersOf(host: Host): readonly string[] {
  const optional = namesIn(host, OPTIONAL_SOFTWARE)
    .toSorted()
    .flatMap((name) => ['', 'bin'].map((inner) => join(OPTIONAL_SOFTWARE, name, inner)));
  return [...new Set([...foldersOnPath(host.env), ...USUAL_FOLDERS, OPTIONAL_SOFTWARE, ...optional])].slice(
    0,
    FOLDER_LIMIT,
  );
}
