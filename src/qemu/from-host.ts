/** Provider `host`: static QEMU programs that are on this machine already. They are copied to the store. */
import { copyFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { hashFile } from '../host/files.ts';
import type { Host } from '../host/host.ts';
import { seesEveryUser } from '../host/read.ts';
import { reasonOf, SetupProblem } from '../text/problem.ts';
import { printable } from '../text/text.ts';
import { parseQemuAnswer } from '../text/version.ts';
import type { FetchFrom, Handler, Note, SourceContext, TargetName } from './handler.ts';
import {
  findStored,
  install,
  makeIncoming,
  notesOnDamage,
  openStore,
  refusalOf,
  type Stored,
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
const SIZE_LIMIT = 256 * 1024 * 1024;
const ANSWER_MS = 10_000;

/** What was looked at for one architecture: the handler, if any, and why the others were refused. */
interface Search {
  readonly wanted: TargetName;
  readonly handler?: Handler;
  /** The folder that it was in. */
  readonly from?: string;
  readonly cached: boolean;
  /** `path: reason` each. */
  readonly refused: readonly string[];
  /** What the store held and could not be used. */
  readonly damaged?: Stored['damaged'];
}

/** A handler that is in the store now. */
interface Taken {
  readonly handler: Handler;
  readonly cached: boolean;
  readonly damaged: Stored['damaged'];
}

/**
 * Gives handlers from static `qemu-<target>-static` or `qemu-<target>` programs of this host's architecture.
 * Whatever bears such a name and cannot be one is named with its reason. Nothing but `--version` is run.
 * Throws a SetupProblem when there is none at all.
 */
export const fetchFromHost: FetchFrom = async (wanted, context) => {
  const folders = foldersOf(context.host);
  // In a user namespace, where files of root may seem to be nobody's, an owner says nothing.
  const owners = seesEveryUser(context.host);
  const searches: Search[] = [];
  for (const each of wanted) searches.push(await search(each, folders, owners, context));

  const handlers = searches.flatMap(({ handler }) => (handler === undefined ? [] : [handler]));
  const missing = searches.flatMap(({ wanted: { arch, qemu }, handler, refused }) => {
    if (handler !== undefined) return [];
    const reason =
      refused.length > 0 ? refused.join('; ') : `no qemu-${qemu}-static or qemu-${qemu} on this host`;
    return [{ arch, reason }];
  });
  const [first] = missing;
  if (handlers.length === 0 && first !== undefined) {
    throw new SetupProblem({
      id: 'SB-HOST-QEMU',
      kind: 'host',
      what: 'use a QEMU of this host',
      cause: `${first.arch}: ${first.reason}`,
      remedy: 'Install static QEMU user-mode programs, or name another source in the input qemu-from',
    });
  }
  return {
    handlers,
    missing,
    origin: foldersWith(searches).join(', '),
    downloadedBytes: 0,
    cacheHit: searches.every(({ handler, cached }) => handler === undefined || cached),
    notes: notesOn(searches),
  };
};

async function search(
  wanted: TargetName,
  folders: readonly string[],
  owners: boolean,
  context: SourceContext,
): Promise<Search> {
  const refused: string[] = [];
  const seen = new Set<string>();
  for (const folder of folders) {
    for (const name of [`qemu-${wanted.qemu}-static`, `qemu-${wanted.qemu}`]) {
      const path = join(folder, name);
      const real = context.host.realPath(path);
      if (real === undefined || seen.has(real)) continue;
      seen.add(real);
      try {
        const refusal = refusalOfFile(real, owners, context);
        const taken = refusal === undefined ? await take(real, wanted, context) : { refusal };
        if (!('refusal' in taken)) return { wanted, ...taken, from: printable(folder), refused };
        refused.push(`${printable(path)}: ${taken.refusal}`);
      } catch (thrown) {
        refused.push(
          `${printable(path)}: ${thrown instanceof SetupProblem ? thrown.reason : reasonOf(thrown)}`,
        );
      }
    }
  }
  return { wanted, cached: false, refused };
}

/** Why a file is not taken, before anything of it is run. */
function refusalOfFile(path: string, owners: boolean, context: SourceContext): string | undefined {
  const { host, hostArch } = context;
  const stat = host.stat(path);
  if (stat?.kind !== 'file') return 'it is not a file';
  if ((stat.mode & 0o111) === 0) return 'it is not executable';
  if (stat.size > SIZE_LIMIT) return 'it is too large for a QEMU';
  // Whoever can change a handler can become whoever starts an emulated program.
  if ((stat.mode & 0o002) !== 0) return 'everyone may write to it';
  if (owners && stat.uid !== 0 && stat.uid !== host.uid) return `it belongs to user ${stat.uid}`;
  const bytes = host.readBytes(path, HEADER_BYTES);
  if (bytes[0] === 0x23 && bytes[1] === 0x21) return 'it is a script';
  return refusalOf(bytes, hostArch);
}

/** Puts a program into the store under its sha256, unless it is there; asks a new one for its version. */
async function take(
  path: string,
  wanted: TargetName,
  context: SourceContext,
): Promise<Taken | { readonly refusal: string }> {
  const sha256 = hashFile(path);
  const store = openStore(context, storeVersion('host', sha256), new Map([[wanted.arch, sha256]]));
  const { handlers, damaged } = findStored(store, [wanted], context);
  const [stored] = handlers;
  if (stored !== undefined) return { handler: stored, cached: true, damaged };

  const version = await askVersion(path, context.host);
  if (version === undefined) return { refusal: 'it does not answer --version as QEMU does' };
  const incoming = makeIncoming(store);
  try {
    const copy = join(incoming, `qemu-${wanted.qemu}`);
    copyFileSync(path, copy);
    const arrival = { ...wanted, path: copy, source: 'host', assumesPreserve: false, version } as const;
    const [handler] = install(store, [arrival]);
    return handler === undefined
      ? { refusal: 'it could not be stored' }
      : { handler, cached: false, damaged };
  } finally {
    context.host.remove(incoming);
  }
}

async function askVersion(path: string, host: Host): Promise<string | undefined> {
  const run = await host.run({
    file: path,
    args: ['--version'],
    env: {},
    cwd: '/',
    timeoutMs: ANSWER_MS,
    maxBytes: 4096,
  });
  return run.code === 0 ? parseQemuAnswer(run.stdout) : undefined;
}

/** What was passed over. */
function notesOn(searches: readonly Search[]): readonly Note[] {
  const found = searches.filter(({ handler }) => handler !== undefined);
  const passed = found.flatMap(({ refused }) => refused.map((text) => `Not used: ${text}`));
  const damage = notesOnDamage(searches.flatMap(({ damaged = [] }) => damaged));
  return [...damage, ...passed.map((text) => ({ level: 'info', text }) as const)];
}

function foldersWith(searches: readonly Search[]): readonly string[] {
  return [...new Set(searches.flatMap(({ from }) => from ?? []))];
}

function foldersOf(host: Host): readonly string[] {
  const path = (host.env.PATH ?? '').split(delimiter).filter((folder) => folder.startsWith('/'));
  const optional = list(host, OPTIONAL_SOFTWARE).flatMap((name) => {
    const folder = join(OPTIONAL_SOFTWARE, name);
    return [folder, join(folder, 'bin')];
  });
  return [...new Set([...path, ...USUAL_FOLDERS, OPTIONAL_SOFTWARE, ...optional])].slice(0, FOLDER_LIMIT);
}

function list(host: Host, folder: string): readonly string[] {
  try {
    return [...host.list(folder)].sort();
  } catch {
    return [];
  }
}
