/** Source `host`: static QEMU programs that are on this machine already. They are copied to the store. */
import { copyFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Digests, openDigests } from '../host/digests.ts';
import { using } from '../host/files.ts';
import type { Host } from '../host/host.ts';
import { namesIn, seesEveryUser } from '../host/read.ts';
import { qemuName } from '../platform/platforms.ts';
import { orUndefined, problemIn, reasonOf, SetupProblem } from '../text/problem.ts';
import { printable } from '../text/text.ts';
import { parseQemuAnswer } from '../text/version.ts';
import type { FetchFrom, Handler, SourceContext, SourceTrouble, TargetName } from './handler.ts';
import { refusalOf } from './handler.ts';
import { attempt, findStored, install, makeIncoming, openStore, readOwn, writeNote } from './store.ts';
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
const SIZE_LIMIT = 256 * 1024 * 1024;
const ANSWER_MS = 10_000;

/** The file beside the stored builds that says which sha256 the programs of this host have. */
const MEMORY = 'host.digests';

/** How programs are looked for. */
interface Looking extends SourceContext {
  readonly folders: readonly string[];
  /** Owners of files say who may change them. */
  readonly owners: boolean;
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
interface Taken {
  readonly handler: Handler;
  /** It was there before. */
  readonly cached: boolean;
  readonly troubles: readonly SourceTrouble[];
  /** The folder that the program is in. */
  readonly from: string;
}

/**
 * Gives handlers from static `qemu-<target>-static` or `qemu-<target>` programs of this host's architecture.
 * Programs of these names that cannot be handlers are named with the reason. Nothing but `--version` is run.
 * Throws a SetupProblem when there is none at all.
 */
export const fetchFromHost: FetchFrom = async (wanted, context) => {
  const looking: Looking = {
    ...context,
    folders: foldersOf(context.host),
    // In a user namespace, where files of root may seem to be those of another user, an owner says nothing.
    owners: seesEveryUser(context.host),
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
      if (real === undefined || seen.has(real)) continue;
      seen.add(real);
      try {
        const refusal = refusalOfFile(real, looking);
        const taken = refusal === undefined ? await take(real, wanted, looking) : { refusal };
        if (!('refusal' in taken)) {
          return { wanted, taken: { ...taken, from: printable(folder) }, refused, failure };
        }
        refused.push(`${printable(path)}: ${taken.refusal}`);
      } catch (thrown) {
        failure ??= problemIn(thrown);
        refused.push(`${printable(path)}: ${problemIn(thrown)?.reason ?? reasonOf(thrown)}`);
      }
    }
  }
  return { wanted, refused, failure };
}

/** Why a file is not taken, before anything of it is run. */
function refusalOfFile(path: string, { host, hostArch, owners }: Looking): string | undefined {
  const stat = host.stat(path);
  if (stat?.kind !== 'file') return 'it is not a file';
  if ((stat.mode & 0o111) === 0) return 'it is not executable';
  if (stat.size > SIZE_LIMIT) return 'it is too large for a QEMU';
  // A user who can change a handler can become each user who starts an emulated program.
  if ((stat.mode & 0o022) !== 0) return 'others may write to it';
  if (owners && stat.uid !== 0 && stat.uid !== host.uid) return `it belongs to user ${stat.uid}`;
  const bytes = host.readBytes(path, HEADER_BYTES);
  if (bytes[0] === 0x23 && bytes[1] === 0x21) return 'it is a script';
  return refusalOf(bytes, hostArch);
}

/** Puts a program into the store under its sha256, unless it is there; asks a new one for its version. */
async function take(
  path: string,
  wanted: TargetName,
  context: Looking,
): Promise<Omit<Taken, 'from'> | { readonly refusal: string }> {
  const sha256 = using(context.host.openPlain(path, SIZE_LIMIT), (file) => context.digests.of(path, file));
  const store = openStore(context, storeVersion('host', sha256), new Map([[wanted.arch, sha256]]));
  const {
    handlers: [stored],
    troubles,
  } = findStored(store, [wanted], context);
  if (stored !== undefined) return { handler: stored, cached: true, troubles };

  const version = await askVersion(path, context.host);
  if (version === undefined) return { refusal: 'it does not answer --version as QEMU does' };
  const incoming = makeIncoming(store);
  try {
    const copy = join(incoming.path, qemuName(wanted));
    attempt(store, () => copyFileSync(path, copy));
    const arrival = { ...wanted, path: copy, source: 'host', assumesPreserve: false, version } as const;
    const {
      handlers: [handler],
      refused: [refused],
    } = install(store, [arrival]);
    return handler === undefined
      ? { refusal: refused?.reason ?? 'it could not be stored' }
      : { handler, cached: false, troubles };
  } finally {
    incoming.close();
  }
}

/** What an earlier run kept is believed where nobody else could write it: a hash of all programs is half of a run. */
function readMemory(context: SourceContext): string | undefined {
  return orUndefined(() => readOwn(join(openStore(context, '').tool, MEMORY), context.host.uid));
}

/** What cannot be kept is hashed again. */
function keepMemory({ digests, ...context }: Looking): void {
  const news = digests.news();
  if (news !== undefined) orUndefined(() => writeNote(openStore(context, ''), MEMORY, news));
}

async function askVersion(path: string, host: Host): Promise<string | undefined> {
  const limits = { timeoutMs: ANSWER_MS, maxBytes: 4096 };
  const run = await host.run({ file: path, args: ['--version'], env: {}, cwd: '/', ...limits });
  return run.code === 0 ? parseQemuAnswer(run.stdout) : undefined;
}

function foldersOf(host: Host): readonly string[] {
  const path = (host.env.PATH ?? '').split(delimiter).filter((folder) => folder.startsWith('/'));
  const optional = namesIn(host, OPTIONAL_SOFTWARE)
    .toSorted()
    .flatMap((name) => ['', 'bin'].map((inner) => join(OPTIONAL_SOFTWARE, name, inner)));
  return [...new Set([...path, ...USUAL_FOLDERS, OPTIONAL_SOFTWARE, ...optional])].slice(0, FOLDER_LIMIT);
}
