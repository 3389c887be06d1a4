/**
 * The only program that runs as root: reads a plan on standard input, carries it out, and writes what happened
 * to standard output as JSON. It takes no arguments, and reads no environment but PATH's programs.
 */
import { readFileSync, writeSync } from 'node:fs';
import { carryOutHere } from '../apply/run-plan.ts';
import { TABLE_PATH } from '../binfmt/entry.ts';
import { nodeHost } from '../host/host.ts';
import { parseMounts } from '../host/proc.ts';
import { parsePlan } from '../plan/parse-plan.ts';
import { type Doing, runToEnd } from './program.ts';

/** An entry takes some 2 KB at most: its text, with magic and mask of 256 bytes each. */
const PLAN_LIMIT = 64 * 1024 * 1024;

process.exitCode = await runToEnd(({ id, message, exitCode }) => {
  complain(`${id} ${message}`);
  return exitCode;
}, main);

async function main(doing: Doing): Promise<number> {
  doing('read the plan');
  const text = readFileSync(0, 'utf8');
  const plan = text.length > PLAN_LIMIT ? { problems: ['it is too long'] } : parsePlan(text);
  if ('problems' in plan) {
    complain(`the plan cannot be carried out, and nothing was changed: ${plan.problems.join('; ')}`);
    return 2;
  }
  doing('carry out the plan');
  const host = nodeHost();
  const mounts = parseMounts(host.readText('/proc/self/mountinfo'));
  const applied = await carryOutHere(host, plan, { table: TABLE_PATH, mounts });
  writeSync(1, `${JSON.stringify(applied)}\n`);
  return 0;
}

function complain(problem: string): void {
  writeSync(2, `${problem}\n`);
}
