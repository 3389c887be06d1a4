/**
 * The only program that runs as root: reads a plan on standard input, carries it out, and writes what happened
 * to standard output as JSON. It takes no arguments, and of its environment nothing but the user of sudo.
 */
import { readSync, writeSync } from 'node:fs';
import { carryOutHere } from '../apply/run-plan.ts';
import { TABLE_PATH } from '../binfmt/entry.ts';
import { nodeHost, ROOT_PATH } from '../host/host.ts';
import { readMounts } from '../host/read.ts';
import { parsePlan } from '../plan/parse-plan.ts';
import { safeLine } from '../text/text.ts';
import { type Doing, runToEnd } from './program.ts';

/** Most bytes of a plan: an entry takes some 2 KB at most, its text, with magic and mask of 256 bytes each. */
const PLAN_LIMIT = 16 * 1024 * 1024;

/** Problems of a plan that are told. */
const TOLD = 20;

process.exitCode = await runToEnd(({ id, message, exitCode }) => {
  complain(`${id} ${message}`);
  return exitCode;
}, main);

async function main(doing: Doing): Promise<number> {
  doing('read the plan');
  const text = readPlan();
  const plan = text === undefined ? { problems: [`it has more than ${PLAN_LIMIT} bytes`] } : parsePlan(text);
  if ('problems' in plan) {
    const { length } = plan.problems;
    const told = [
      ...plan.problems.slice(0, TOLD),
      ...(length > TOLD ? [`${length - TOLD} more like these`] : []),
    ];
    complain(`the plan cannot be carried out, and nothing was changed: ${told.join('; ')}`);
    return 2;
  }
  doing('carry out the plan');
  keepEnvironment();
  const host = nodeHost();
  const applied = await carryOutHere(host, plan, { table: TABLE_PATH, mounts: readMounts(host) });
  writeSync(1, `${JSON.stringify(applied)}\n`);
  return 0;
}

/** The text on standard input; `undefined` for one that is too long, whose rest is not read. */
function readPlan(): string | undefined {
  const pieces: Buffer[] = [];
  let length = 0;
  for (let count = -1; count !== 0; length += count) {
    if (length > PLAN_LIMIT) return undefined;
    const piece = Buffer.allocUnsafe(65_536);
    count = readSync(0, piece);
    pieces.push(piece.subarray(0, count));
  }
  return Buffer.concat(pieces).toString('utf8');
}

/** Root starts programs of the system, whatever its caller's PATH says, and what these obey is not the caller's either. */
function keepEnvironment(): void {
  for (const name of Object.keys(process.env)) if (name !== 'SUDO_UID') delete process.env[name];
  Object.assign(process.env, { PATH: ROOT_PATH, HOME: '/root' });
}

function complain(problem: string): void {
  writeSync(2, `${safeLine(problem)}\n`);
}
