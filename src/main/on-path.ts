/** QEMU on PATH of later steps, where nobody can put another program in its place. */

import { symlinkSync } from 'node:fs';
import { basename } from 'node:path';
import { HANDLER_LIMIT, hashOpen, using } from '../host/files.ts';
import type { Host } from '../host/host.ts';
import { distrust, usersBehind } from '../host/trust.ts';
import type { Handler } from '../qemu/handler.ts';
import { isMistake, reasonOf } from '../text/problem.ts';

/**
 * Puts a handler at `program`, in a folder of our own, and beside it under its other usual name: a link to the store, or a
 * copy of it where others could exchange what lies there. Gives why it is not there.
 */
export function putProgram(host: Host, { path, sha256 }: Handler, program: string): string | undefined {
  try {
    if (distrust(host, path, usersBehind(host)) === undefined) symlinkSync(path, program);
    else copyChecked(host, path, sha256, program);
    symlinkSync(basename(program), `${program}-static`);
    return undefined;
  } catch (thrown) {
    if (isMistake(thrown)) throw thrown;
    return reasonOf(thrown);
  }
}

function copyChecked(host: Host, path: string, sha256: string, to: string): void {
  using(host.openPlain(path, HANDLER_LIMIT), (file) =>
    host.writeFile(
      to,
      (write) => {
        if (hashOpen(file, 'sha256', write) !== sha256)
          throw new Error('what is stored is not what was recorded of it');
      },
      0o755,
    ),
  );
}
