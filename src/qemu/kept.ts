/**
 * What lies in the store besides handlers: notes beside the versions, and what was downloaded for a version of QEMU. That
 * stays so that a further architecture needs no network. Like any other place that bytes come from it is not believed:
 * each use compares them with the digest that is expected, and reads what was compared.
 */

import * as fs from 'node:fs';
import {
  clearPlace,
  hashOpen,
  type OpenFile,
  openFolder,
  openPlain,
  othersMayWrite,
  using,
  writeWhole,
} from '../host/files.ts';
import { errnoOf, orUndefined, reasonOf } from '../text/problem.ts';
import { draftIn, FOLDER_MODE, openTool, reach, readOwn, type Store } from './store.ts';

/** A download, by its digest in lower-case hex; it is kept under that name. */
export interface Download {
  readonly algorithm: 'sha256' | 'sha512';
  readonly digest: string;
  /** Most bytes that it may have. */
  readonly limit: number;
}

/** Opens a download that is kept, where nobody else may write to it and it has its digest. Whoever asks closes it. */
export function openKept(store: Store, { algorithm, digest, limit }: Download): OpenFile | undefined {
  return orUndefined(() =>
    using(reach(store, { make: false }), ({ version }) =>
      using(openFolder(keptFolder(store, version.path)), (folder) => {
        const file = openPlain(`${folder.path}/${digest}`, limit);
        let isRight = false;
        try {
          isRight = isOwn(store, file.stat) && hashOpen(file, algorithm) === digest;
        } finally {
          if (!isRight) file.close();
        }
        return isRight ? file : undefined;
      }),
    ),
  );
}

/**
 * Keeps downloads: `paths` by digest, each in a folder in which nobody else can exchange it; they are moved away from
 * there where they can be. Gives why one is not kept, which costs a download later and is no failure.
 */
export function keep(store: Store, paths: ReadonlyMap<string, string>): string | undefined {
  try {
    using(reach(store, { make: true }), ({ tool, version }) => {
      const path = keptFolder(store, version.path);
      fs.mkdirSync(path, { recursive: true, mode: FOLDER_MODE });
      using(openFolder(path), (folder) => {
        for (const [digest, from] of paths) move(store, from, `${folder.path}/${digest}`, draftIn(tool.path));
      });
    });
    return undefined;
  } catch (thrown) {
    return reasonOf(thrown);
  }
}

/** Writes a note beside the versions. Throws the errno exception. */
export function writeNote(store: Store, name: string, text: string): void {
  using(openTool(store, { make: false }), ({ path }) => writeWhole(`${path}/${name}`, text, draftIn(path)));
}

/**
 * Reads a note, in a folder in which nobody else can have put another one: an old one, or a file of this user's from
 * elsewhere, would be believed as well. `undefined` where there is none.
 */
export function readNote(store: Store, name: string): ReturnType<typeof readOwn> | undefined {
  const own = store.host.uid;
  return orUndefined(() =>
    using(openTool(store, { make: false }), ({ fd, path }) =>
      othersMayWrite(fs.fstatSync(fd), own) === undefined ? readOwn(`${path}/${name}`, own) : undefined,
    ),
  );
}

/** Beside the folder of the handlers, which people put on PATH. */
function keptFolder({ host }: Store, version: string): string {
  return `${version}/${host.nodeArch}.kept`;
}

function move(store: Store, from: string, to: string, draft: string): void {
  clearPlace(to);
  if (isOwn(store, fs.lstatSync(from))) {
    fs.chmodSync(from, 0o644);
    try {
      fs.renameSync(from, to);
      return;
    } catch (thrown) {
      if (errnoOf(thrown) !== 'EXDEV') throw thrown;
    }
  }
  // What lies on another file system, or is that of a user under whom root has others work.
  using(openPlain(from, Number.MAX_SAFE_INTEGER), ({ read }) => writeWhole(to, read, draft));
}

function isOwn({ host }: Store, stat: Pick<fs.Stats, 'uid' | 'mode'>): boolean {
  return othersMayWrite(stat, host.uid) === undefined;
}
