/** An error that no code expected, for people: they can send it, and some causes can be mended all the same. */

import { release } from 'node:os';
import { errnoOf, reasonOf, SetupProblem } from '../text/problem.ts';
import { hideHomes } from '../text/redact.ts';
import { PROGRAM_VERSION } from '../text/text.ts';

/** Its id. */
export const INTERNAL = 'SB-INTERNAL';

/** What helps against the errors that a machine without room gives anywhere, by errno name. */
const REMEDIES = [
  { errnos: ['ENOSPC', 'EDQUOT'], remedy: 'Make room on that file system' },
  { errnos: ['EROFS', 'EACCES', 'EPERM'], remedy: 'Let this user write there' },
  { errnos: ['EMFILE'], remedy: 'Let this program open more files (ulimit -n)' },
  { errnos: ['ENFILE'], remedy: 'Let this machine open more files (fs.file-max)' },
  { errnos: ['ENOMEM'], remedy: 'Give this program more memory' },
];

/** What helps against an errno, wherever it is met; `undefined` for most. */
export function remedyAgainst(errno: string | undefined): string | undefined {
  return REMEDIES.find(({ errnos }) => errnos.includes(errno ?? ''))?.remedy;
}

/** The error that stands for one which no code expected; the thrown value is its cause. */
export function unforeseen(thrown: unknown, what: string): SetupProblem {
  const remedy = remedyAgainst(errnoOf(thrown));
  const system = `setup-binfmt ${PROGRAM_VERSION}, Node.js ${process.version}, ${process.platform} ${release()} ${process.arch}`;
  const send = `send this line and the log of a run with RUNNER_DEBUG=1 to the maintainers (${system})`;
  const text = {
    id: INTERNAL,
    kind: 'unproven',
    what,
    cause: `${hideHomes(reasonOf(thrown))} (this was not foreseen)`,
    remedy: remedy === undefined ? `Please ${send}` : `${remedy}; where that does not help, ${send}`,
  } as const;
  return new SetupProblem(text, { cause: thrown });
}
