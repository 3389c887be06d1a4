/** What this program is called by who has it, and where its documentation is for them. */

import { basename } from 'node:path';
import type { Host } from '../host/host.ts';
import { textOr } from '../host/read.ts';
import { programOf } from '../host/trust.ts';
import { PROGRAM_VERSION, shellWord } from '../text/text.ts';
import { programBeside } from './program.ts';

/** What a package manager, and the container image, call the program. */
const NAME = 'setup-binfmt';

/** The command that starts this program once more: `npx setup-binfmt`, `setup-binfmt`, or Node with its file. */
export function commandName(host: Host): string {
  const started = process.argv[1] ?? '';
  const isCalled = basename(started) === NAME;
  if (isCalled && host.env.npm_command === 'exec') return `npx ${NAME}`;
  return isCalled || startsThis(host, programOf(host, NAME)) ? NAME : `node ${shellWord(started)}`;
}

/** True for a program on PATH that is this one, or a script of the image that starts it. */
function startsThis(host: Host, found: string | undefined): boolean {
  const own = programBeside('cli.js');
  return (
    found !== undefined && (host.realPath(found) === own || textOr(host, found, '').includes(` ${own} `))
  );
}

/** What documentation's paths are put behind: nothing in a clone, which has them; packages and images hold no documentation. */
export function documentationHere(host: Host): string {
  const isHere = host.stat(programBeside('../docs/doctor.md')) !== undefined;
  return isHere ? '' : `https://github.com/org/setup-binfmt/blob/v${PROGRAM_VERSION}/`;
}
