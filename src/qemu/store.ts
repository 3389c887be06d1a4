/** The verified local store of QEMU binaries, which is a tool in the tool cache. */

import { createHash, randomUUID } from 'node:crypto';
import * as fs from 'node:fs';
import { join } from 'node:path';
import { makeTemporary, removeForgotten } from '../host/ending.ts';
import {
  clearPlace,
  HANDLER_LIMIT,
  hashOpen,
  type Opened,
  openEmptyFolder,
  openFolder,
  openPlain,
  othersMayWrite,
  removeOpen,
  using,
  writeWhole,
} from '../host/files.ts';
import type { Host } from '../host/host.ts';
import { whyNoRoom } from '../host/room.ts';
import { openNamed } from '../host/trust.ts';
import type { Inspection } from '../oci/layers.ts';
import { qemuName } from '../platform/platforms.ts';
import { errnoOf, isMistake, orUndefined, reasonOf, SetupProblem } from '../text/problem.ts';
import { printable } from '../text/text.ts';
import type { Handler, SourceContext, SourceName, SourceTrouble, TargetName } from './handler.ts';
import { refusalOf, versionAfter } from './handler.ts';
import {
  lackingPath,
  parseStoreRecord,
  placeIn,
  recordPath,
  STORE_TOOL,
  type StoreRecord,
} from './store-layout.ts';

/** How folders begin whose contents are on their way into the store. Old ones are removed by `makeIncoming`. */
export const INCOMING = '.incoming-';

/** Whatever the umask: no other user is to change a handler. */
export const FOLDER_MODE = 0o755;
export const FORGOTTEN_MS = 6 * 60 * 60 * 1000;

/** So much of a binary tells whether it can be a handler. */
const INSPECTED_BYTES = 64 * 1024;

/** One version of QEMU for one host architecture. */
export interface Store {
  readonly host: Host;
  readonly hostArch: string;
  /** The tool cache. */
  readonly root: string;
  readonly version: string;
  /** `<root>/setup-binfmt` */
  readonly tool: string;
  /** Where the binaries are. */
  readonly folder: string;
  /** sha256 by OCI architecture, known from elsewhere than the store; overrides the store's own records. */
  readonly pinned: ReadonlyMap<string, string>;
}

/** A binary on its way into the store. */
export interface NewBinary extends TargetName {
  /** Where it is now: inside a folder made by `makeIncoming`, from where it is moved. */
  readonly path: string;
  readonly source: SourceName;
  readonly assumesPreserve: boolean;
  /** QEMU's version; read from the binary itself when absent. */
  readonly version?: string;
  /** What was found as it was written; read from the file when absent. */
  readonly inspected?: Inspected;
}

/** What the store had of those wanted. */
export interface Stored {
  readonly handlers: readonly Handler[];
  readonly absent: readonly TargetName[];
  /** Not in the store, and known not to be in this version at all. */
  readonly lacking: readonly TargetName[];
  /** Stored, but not usable; these are in `absent` as well. */
  readonly troubles: readonly SourceTrouble[];
}

/**
 * Names the store of one version, by the conventions of @actions/tool-cache: `<root>/setup-binfmt/<version>/<arch>/`
 * with the architecture's name as Node has it, and the file `<arch>.complete` beside it. The package itself is passed
 * by (docs/adr/0007-keep-the-tool-cache-whole.md): each binary has a record of its own next to it, and both get there
 * by rename, the record last. So a binary is complete or absent at any moment, and processes that fill the store at
 * once cannot undo each other. Nothing is forced to the disk: what a crash of the machine spoils differs from its
 * record, and is fetched again. Nothing is touched here.
 */
export function openStore(
  context: Pick<SourceContext, 'host' | 'hostArch' | 'storeRoot'>,
  version: string,
  pinned: ReadonlyMap<string, string> = new Map(),
): Store {
  const { host, hostArch } = context;
  const root = context.storeRoot;
  const tool = join(root, STORE_TOOL);
  const folder = join(tool, version, host.nodeArch);
  return { host, hostArch, root, version, tool, folder, pinned };
}

/** The folders of a store, open: what is done in them is done there, whoever exchanges their names. */
export interface Reached {
  readonly tool: Opened;
  /** That of the version, which the marker lies in. */
  readonly version: Opened;
  readonly folder: Opened;
  readonly close: () => void;
}

/** Opens the folder of all versions, in a tool cache that none but its owner has linked elsewhere. Throws as `openNamed`. */
export function openTool(
  { host, root }: Pick<Store, 'host' | 'root'>,
  { make }: { readonly make: boolean },
): Opened {
  return using(openNamed(host, root, make ? FOLDER_MODE : undefined), ({ path }) =>
    enter(path, STORE_TOOL, make),
  );
}

function enter(parent: string, name: string, make: boolean): Opened {
  const path = `${parent}/${name}`;
  if (make) fs.mkdirSync(path, { recursive: true, mode: FOLDER_MODE });
  return openFolder(path);
}

/** Opens the folders of a store one after the other, no link among them. Throws the errno exception. */
export function reach(store: Store, { make }: { readonly make: boolean }): Reached {
  const opened: Opened[] = [];
  const close = (): void => {
    for (const each of opened) each.close();
  };
  const keep = (folder: Opened): Opened => {
    opened.push(folder);
    return folder;
  };
  try {
    const tool = keep(openTool(store, { make }));
    const version = keep(enter(tool.path, store.version, make));
    return { tool, version, folder: keep(enter(version.path, store.host.nodeArch, make)), close };
  } catch (thrown) {
    close();
    throw thrown;
  }
}

/**
 * Looks for binaries. One that differs from its record, or that others may write, is a trouble and never given;
 * whether the bytes are those that were recorded is looked at when `rehash`, and otherwise left to what registers it.
 */
export function findStored(
  store: Store,
  wanted: readonly TargetName[],
  { rehash }: { readonly rehash: boolean },
): Stored {
  const handlers: Handler[] = [];
  const absent: TargetName[] = [];
  const lacking: TargetName[] = [];
  const troubles: SourceTrouble[] = [];
  const reached = orUndefined(() => reach(store, { make: false }));
  // Where it cannot be reached, whoever fills it says why.
  if (reached === undefined) return { handlers, absent: wanted, lacking, troubles };
  return using(reached, ({ version, folder }) => {
    const { host } = store;
    const complete = host.stat(`${version.path}/${markerName(store)}`, false) !== undefined;
    for (const each of wanted) {
      const looked = complete ? lookAt(store, folder.path, each, rehash) : undefined;
      if (looked !== undefined && !('damage' in looked)) handlers.push(looked);
      else if (looked === undefined && isLacking(store, folder.path, each)) lacking.push(each);
      else absent.push(each);
      if (looked !== undefined && 'damage' in looked) {
        troubles.push({ kind: 'damaged', arch: each.arch, reason: looked.damage });
      }
    }
    return { handlers, absent, lacking, troubles };
  });
}

/** A folder for what is on its way: reached by `path` in this process alone, and gone with all it holds by `close`. */
export type Incoming = Pick<Opened, 'path' | 'close'>;

/** A fresh folder on the store's own file system for what is on its way; nobody else may write to it. */
export function makeIncoming(store: Store, now: number = Date.now()): Incoming {
  return attempt(store, () => {
    const reached = reach(store, { make: true });
    try {
      const tool = reached.tool.path;
      removeForgotten(tool, INCOMING, FORGOTTEN_MS, now);
      const named = makeTemporary(INCOMING, tool);
      const incoming = openEmptyFolder(named);
      const close = (): void => {
        orUndefined(() => removeOpen(incoming, named));
        incoming.close();
        reached.close();
      };
      return { path: incoming.path, close };
    } catch (thrown) {
      reached.close();
      throw thrown;
    }
  });
}

/** A binary that cannot be a handler, and why. */
export interface Refused extends TargetName {
  readonly name: string;
  readonly reason: string;
}

/**
 * Checks binaries (static ELF of this host, sha256 as pinned where it is) and moves them into the store; gives what is
 * there now and what was refused. Throws a SetupProblem for the first that cannot be written; those before it are
 * complete.
 */
export function install(
  store: Store,
  arrivals: readonly NewBinary[],
): { readonly handlers: readonly Handler[]; readonly refused: readonly Refused[] } {
  return fill(store, ({ tool, version, folder }) => {
    const ends = arrivals.map((arrival) => installOne(store, folder.path, arrival));
    const marker = `${version.path}/${markerName(store)}`;
    if (store.host.stat(marker, false) === undefined) writeWhole(marker, '', draftIn(tool.path));
    return {
      handlers: ends.flatMap((end) => ('reason' in end ? [] : end)),
      refused: ends.flatMap((end) => ('reason' in end ? end : [])),
    };
  });
}

/** Does what fills the store, in its folders. Throws a SetupProblem. */
function fill<T>(store: Store, work: (reached: Reached) => T): T {
  return attempt(store, () => using(reach(store, { make: true }), work));
}

/**
 * Notes that this version holds no binary for some architectures, so that later runs need not look for it again.
 * Only for a version that cannot change.
 */
export function noteLacking(store: Store, wanted: readonly TargetName[]): void {
  fill(store, ({ tool, folder }) => {
    for (const each of wanted) {
      const path = lackingPath(folder.path, each);
      clearPlace(path);
      writeWhole(path, placeIn(store, each), draftIn(tool.path));
    }
  });
}

function isLacking(store: Store, folder: string, wanted: TargetName): boolean {
  const note = orUndefined(() => readOwn(lackingPath(folder, wanted), store.host.uid));
  return note?.text === placeIn(store, wanted);
}

function installOne(store: Store, folder: string, arrival: NewBinary): Handler | Refused {
  const { arch, qemu, source, assumesPreserve } = arrival;
  const name = qemuName(arrival);
  const refusal = refusalOf(store.host.readBytes(arrival.path, INSPECTED_BYTES), store.hostArch);
  if (refusal !== undefined) return { arch, qemu, name, reason: refusal };
  const { sha256, size, version: stated } = arrival.inspected ?? inspectFile(arrival.path, name);
  const version = arrival.version ?? stated;
  const pinned = store.pinned.get(arch);
  if (pinned !== undefined && pinned !== sha256) {
    return { arch, qemu, name, reason: `its sha256 is ${sha256}, and ${pinned} is expected` };
  }
  fs.chmodSync(arrival.path, 0o755);
  const path = `${folder}/${name}`;
  const place = placeIn(store, arrival);
  const record: StoreRecord = { store: place, sha256, size, source, assumesPreserve, version };
  const draft = recordPath(arrival.path);
  writeWhole(draft, `${JSON.stringify(record)}\n`);
  for (const to of [path, recordPath(path)]) clearPlace(to);
  fs.renameSync(arrival.path, path);
  fs.renameSync(draft, recordPath(path));
  return { arch, path: join(store.folder, name), sha256, source, assumesPreserve, version };
}

/** `undefined` when there is no record: then the binary is absent, whatever lies there. */
function lookAt(
  store: Store,
  folder: string,
  wanted: TargetName,
  rehash: boolean,
): Handler | { readonly damage: string } | undefined {
  const name = qemuName(wanted);
  const path = `${folder}/${name}`;
  const { host } = store;
  if (host.stat(recordPath(path), false) === undefined) return undefined;
  try {
    const record = parseStoreRecord(readOwn(recordPath(path), host.uid).text);
    if (record === undefined) return { damage: 'its record cannot be read' };
    if (record.store !== placeIn(store, wanted))
      return { damage: `it is that of ${printable(record.store, 100)}` };
    return using(openPlain(path, HANDLER_LIMIT), (binary) => {
      const { size } = binary.stat;
      const objection = othersMayWrite(binary.stat, host.uid);
      if (objection !== undefined) return { damage: objection };
      if (size !== record.size) return { damage: `it has ${size} bytes instead of ${record.size}` };
      const expected = store.pinned.get(wanted.arch) ?? record.sha256;
      const sha256 = rehash ? hashOpen(binary) : record.sha256;
      if (sha256 !== expected) return { damage: `its sha256 is ${sha256}, and ${expected} is expected` };
      const { source, assumesPreserve, version } = record;
      return { arch: wanted.arch, path: join(store.folder, name), sha256, source, assumesPreserve, version };
    });
  } catch (thrown) {
    const errno = errnoOf(thrown);
    if (errno === undefined) return { damage: reasonOf(thrown) };
    return { damage: errno === 'ENOENT' ? 'it is not there' : `it cannot be read (${errno})` };
  }
}

/** Reads a short file that nobody but root and the user `own` may write to; `written` is in milliseconds since 1970. Throws. */
export function readOwn(path: string, own: number): { readonly text: string; readonly written: number } {
  return using(openPlain(path, INSPECTED_BYTES), ({ head, stat }) => {
    const objection = othersMayWrite(stat, own);
    if (objection !== undefined) throw new Error(objection);
    return { text: head(INSPECTED_BYTES).toString('utf8'), written: stat.mtimeMs };
  });
}

function inspectFile(path: string, name: string): Inspected {
  const inspection = openInspection(name);
  using(openPlain(path, HANDLER_LIMIT), ({ read }) => read(inspection.take));
  return inspection.end();
}

/** A name of its own for what is on its way, or for a folder that holds it; forgotten ones are removed later. */
export function draftIn(tool: string): string {
  return `${tool}/${INCOMING}${randomUUID()}-`;
}

function markerName({ host }: Store): string {
  return `${host.nodeArch}.complete`;
}

/** What to throw where the store cannot be written: what people are told (no room, no right), or a mistake as it is. */
export function storeProblem({ tool }: Pick<Store, 'tool'>, thrown: unknown): unknown {
  if (thrown instanceof SetupProblem || isMistake(thrown)) return thrown;
  const { cause, remedy } = whyNoRoom(tool, thrown);
  return cannotUse(tool, cause, remedy, thrown);
}

/** The error of a tool cache that cannot hold QEMU. */
export function cannotUse(path: string, cause: string, remedy: string, thrown?: unknown): SetupProblem {
  const what = `keep QEMU in the tool cache ${printable(path, 300)}`;
  const elsewhere = `${remedy}, or name another folder in RUNNER_TOOL_CACHE`;
  return new SetupProblem({ id: 'SB084', kind: 'host', what, cause, remedy: elsewhere }, { cause: thrown });
}

/** Does what writes to the store. Throws a SetupProblem. */
export function attempt<T>(store: Store, work: () => T): T {
  try {
    return work();
  } catch (thrown) {
    throw storeProblem(store, thrown);
  }
}

/** What the bytes of a binary tell. */
export interface Inspected {
  /** In lower-case hex. */
  readonly sha256: string;
  /** In bytes. */
  readonly size: number;
  /** The version that a QEMU states of itself (`10.2.3`), where it does. */
  readonly version?: string;
}

/** Longer than a label and its number. */
const SEAM = 128;

/** Begins the inspection of the program of this name (`qemu-aarch64`): what it is told, piece by piece, is read once. */
export function openInspection(name: string): Inspection<Inspected> {
  const label = `${name} version `;
  const hash = createHash('sha256');
  let size = 0;
  let version: string | undefined;
  let tail: Buffer = Buffer.alloc(0);
  return {
    take: (piece) => {
      hash.update(piece);
      size += piece.length;
      // The last one counts: a number that the end of a piece cuts stands whole in the seam after it.
      const seam = Buffer.concat([tail, piece.subarray(0, SEAM)]);
      version = versionAfter(label, piece) ?? versionAfter(label, seam) ?? version;
      tail = Buffer.concat([tail, piece.subarray(-SEAM)]).subarray(-SEAM);
    },
    end: () => ({ sha256: hash.digest('hex'), size, version }),
  };
}
