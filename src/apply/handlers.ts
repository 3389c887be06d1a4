/**
 * Which file a handler is registered from: the one in the store, where nobody but root and its own user can put another
 * in its place; otherwise a copy that is theirs alone. Either is hashed through the descriptor by which it was opened.
 */

import { dirname } from 'node:path';
import { originOf, originsPath, PERSIST_ROOT, versionPath } from '../binfmt/persist.ts';
import { originsOf, readEntries, readPersisted } from '../binfmt/table.ts';
import { type Digests, formatIdentity } from '../host/digests.ts';
import { HANDLER_LIMIT, hashOpen, using } from '../host/files.ts';
import type { FileIdentity, Host, HostFile } from '../host/host.ts';
import { distrust, usersBehind } from '../host/trust.ts';
import type { Install, Installed } from '../plan/plan.ts';
import type { Target } from '../platform/platforms.ts';
import { errnoOf, orUndefined, reasonOf } from '../text/problem.ts';
import { printable } from '../text/text.ts';
import type { Table } from './steps.ts';

/** A handler whose bytes are those that were recorded. */
export interface Placed {
  /** What the kernel is to open. */
  readonly interpreter: string;
  /** Whether it is still the file that was looked at: asked when the kernel has opened it. */
  readonly isHeld: () => boolean;
}

type Refused = Pick<Installed, 'problem' | 'outdated'>;
export type CopyPlace = (install: Pick<Install, 'interpreter' | 'sha256'>, qemu: string) => string;

interface Context extends Table {
  readonly digests: Digests;
  /** Where the copy of a handler goes: by QEMU's name of its target. */
  readonly copyOf: CopyPlace;
}

/** Finds or makes the file that is to be registered. Throws nothing. */
export function placeHandler(
  context: Context,
  { qemu }: Target,
  install: Install,
): Placed | (Refused & { readonly problem: string }) {
  const { host, digests } = context;
  const { interpreter, source = interpreter, sha256 } = install;
  const changed = {
    problem: `its handler ${printable(source, 200)} is not what was recorded of it`,
    outdated: true,
  };
  const file = orUndefined(() => host.openPlain(source, HANDLER_LIMIT));
  if (file === undefined) return changed;
  return using(file, () => {
    if (needsCopy(host, install)) {
      const path = context.copyOf(install, qemu);
      try {
        if (!keepCopy(context, file, path, install)) return changed;
      } catch (thrown) {
        const why = errnoOf(thrown) ?? reasonOf(thrown);
        const also = install.source === undefined ? `, and ${distrust(host, source, usersBehind(host))}` : '';
        return { problem: `${printable(path, 200)} cannot be written: ${why}${also}` };
      }
      return held(host, path, host.stat(path, false));
    }
    if (orUndefined(() => digests.of(interpreter, file)) !== sha256) return changed;
    return held(host, interpreter, file.stat);
  });
}

/** A path that nobody else can exchange. In a mount namespace it may lead elsewhere than where the kernel opens it. */
function held(host: Host, interpreter: string, identity: FileIdentity | undefined): Placed {
  const isSame = (found: FileIdentity | undefined): boolean =>
    found !== undefined && identity !== undefined && formatIdentity(found) === formatIdentity(identity);
  const opened = (): FileIdentity | undefined =>
    orUndefined(() => using(host.openPlain(interpreter, HANDLER_LIMIT), ({ stat }) => stat));
  return { interpreter, isHeld: () => isSame(host.stat(interpreter, false)) && isSame(opened()) };
}

/** Hashes a handler before it is asked for, where it is to be registered from where it lies. */
export function hashAhead(host: Host, digests: Digests, install: Install): void {
  if (needsCopy(host, install)) return;
  orUndefined(() =>
    using(host.openPlain(install.interpreter, HANDLER_LIMIT), (file) =>
      digests.of(install.interpreter, file),
    ),
  );
}

/** True for a handler that is to stay, and for one that others could exchange between its check and its registration. */
function needsCopy(host: Host, { interpreter, source }: Install): boolean {
  return source !== undefined || distrust(host, interpreter, usersBehind(host)) !== undefined;
}

/** Copies a handler to where only we can change it, unless it is there; false when its bytes are others. Throws. */
function keepCopy(
  { host, record, digests }: Context,
  file: HostFile,
  path: string,
  { interpreter, source = interpreter, sha256, version }: Install,
): boolean {
  if (isThere(host, digests, path, sha256)) {
    // A copy serves without the note, too.
    orUndefined(() => noteOrigin(host, path, source));
    return true;
  }
  makeOwn(host, dirname(path));
  record({ kind: 'copy', path });
  const { uid, mode } = file.stat;
  const isOurs = [0, host.uid, ...usersBehind(host)].includes(uid) && (mode & 0o022) === 0;
  const other = new Error();
  try {
    host.writeFile(
      path,
      (write) => {
        let written = false;
        const copy = (): string => {
          written = true;
          return hashOpen(file, 'sha256', write);
        };
        // Who owns a file can have mapped it, and change it without a trace: that of somebody else is always hashed.
        if ((isOurs ? digests.of(source, file, copy) : copy()) !== sha256) throw other;
        if (!written) file.read(write);
      },
      0o755,
    );
  } catch (thrown) {
    if (thrown !== other) throw thrown;
    return false;
  }
  if (version !== undefined) host.writeFile(versionPath(path), `${version}\n`);
  noteOrigin(host, path, source);
  return true;
}

const ORIGINS_LIMIT = 16;

/** Sources can give the same bytes: each is noted. Throws. */
function noteOrigin(host: Host, path: string, source: string): void {
  const [known, origin] = [originsOf(host, path), originOf(source)];
  if (known.includes(origin)) return;
  const lines = [origin, ...known].slice(0, ORIGINS_LIMIT);
  host.writeFile(originsPath(path), lines.map((line) => `${line}\n`).join(''));
}

/** Makes a folder that we alone write to, and those above it. Throws where others could put another in its place. */
function makeOwn(host: Host, folder: string): void {
  if (host.stat(folder, false) === undefined) {
    makeOwn(host, dirname(folder));
    host.makeFolder(folder, 0o755);
  }
  const objection = distrust(host, folder);
  if (objection !== undefined) throw new Error(objection);
}

function isThere(host: Host, digests: Digests, path: string, sha256: string): boolean {
  if (distrust(host, path) !== undefined) return false;
  const found = orUndefined(() =>
    using(host.openPlain(path, HANDLER_LIMIT), (copy) => digests.of(path, copy)),
  );
  return found === sha256;
}

/**
 * Removes the copies that neither an entry of the table names, nor what survives a reboot, nor a run that is still to be
 * undone (`isRelied`). Nothing is removed where others may write.
 */
export function sweepCopies(context: Table, isRelied: (folder: string) => boolean): void {
  const { host } = context;
  if (host.stat(PERSIST_ROOT, false) === undefined || distrust(host, PERSIST_ROOT) !== undefined) return;
  const entries = context.table === '' ? [] : readEntries(context);
  const used = [...readPersisted(host), ...entries].flatMap(({ interpreter }) => interpreter ?? []);
  const folders = host.list(PERSIST_ROOT).map((name) => `${PERSIST_ROOT}/${name}`);
  const kept = folders.filter(
    (folder) => used.some((path) => path.startsWith(`${folder}/`)) || isRelied(folder),
  );
  if (kept.length === 0) host.remove(PERSIST_ROOT);
  else for (const folder of folders) if (!kept.includes(folder)) host.remove(folder);
}
