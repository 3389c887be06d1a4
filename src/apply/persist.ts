/** What survives a reboot: the fragment that has handlers and rules registered again. */
import { dirname } from 'node:path';
import {
  FRAGMENT_PATH,
  formatFragment,
  isPersistent,
  mergeFragment,
  parseFragment,
  updateBinfmtsInstall,
  updateBinfmtsRemove,
} from '../binfmt/persist.ts';
import { canBeWritten, formatRule, otherName, type Rule, ruleOfEntry, standInRule } from '../binfmt/rule.ts';
import { isBinfmtSupportInCharge, readEntry } from '../binfmt/table.ts';
import type { Host } from '../host/host.ts';
import { textOr } from '../host/read.ts';
import { distrust, distrustOpening, systemProgram } from '../host/trust.ts';
import type { Applied, PersistRequest } from '../plan/plan.ts';
import { errnoOf, reasonOf } from '../text/problem.ts';
import { printable } from '../text/text.ts';
import { register, remove, removeStale, runTool, type Table } from './steps.ts';

/** What became of the request: whether anything was written, and what went wrong. */
export interface Persisted {
  readonly persisted?: Applied['persisted'];
  readonly problems: readonly string[];
}

/**
 * Writes what is in the table of the names to be kept, as it is there, and leaves out the others. Only what
 * stays by itself is kept: an interpreter in the folder of handlers, or that of a rule.
 */
export async function persist(
  context: Table,
  { handlers, rules, forget }: PersistRequest,
): Promise<Persisted> {
  const found = [...handlers, ...rules].flatMap((name) => {
    const entry = readEntry(context, name);
    const stays = rules.includes(name) || isPersistent(entry?.interpreter);
    return entry !== undefined && stays ? (ruleOfEntry(entry) ?? []) : [];
  });
  // Whatever lies there after a reboot is what root registers then.
  const unsafe = new Map(
    found.flatMap(({ name, interpreter }) => {
      const objection = distrustOpening(context.host, interpreter);
      const path = printable(interpreter, 200);
      return objection === undefined
        ? []
        : [[name, `${path} could be exchanged: ${printable(objection, 200)}`]];
    }),
  );
  const kept = found.filter(({ name }) => !unsafe.has(name));
  const before = textOr(context.host, FRAGMENT_PATH, null);
  // Of the names that a handler can have, one is kept.
  const others = kept.flatMap(({ name }) => (handlers.includes(name) ? otherName(name) : []));
  const after = formatFragment(
    mergeFragment(parseFragment(before), kept, [...forget, ...others, ...unsafe.keys()]),
  );
  const unsaid = kept.filter((rule) => !canBeWritten(rule)).map(({ name }) => printable(name, 60));
  const written = await writeFragment(context, before, after);
  const lost = unsaid.map(
    (name) => `entry ${name} cannot be kept over a reboot: no line of binfmt.d can say it`,
  );
  const refused = [...unsafe].map(
    ([name, why]) => `entry ${printable(name, 60)} cannot be kept over a reboot: ${why}`,
  );
  return { ...written, problems: [...lost, ...refused, ...written.problems] };
}

/** Puts a fragment back as it was, less the lines whose interpreter is no longer there, or may be another by now. */
export function restoreFragment(
  context: Table,
  now: string | null,
  content: string | null,
): Promise<Persisted> {
  const rules = parseFragment(content);
  const { host } = context;
  const there = rules.filter(
    ({ interpreter }) =>
      host.stat(interpreter) !== undefined && distrustOpening(host, interpreter) === undefined,
  );
  return writeFragment(context, now, there.length === rules.length ? content : formatFragment(there));
}

/** Puts the fragment in place, and tells binfmt-support where that is in charge. */
async function writeFragment(
  context: Table,
  before: string | null,
  after: string | null,
): Promise<Persisted> {
  const { host } = context;
  const problems: string[] = [];
  const changed = before !== after;
  if (changed) {
    try {
      context.record({ kind: 'write', path: FRAGMENT_PATH, before, after });
      replaceFile(host, FRAGMENT_PATH, after);
    } catch (thrown) {
      return {
        problems: [`${FRAGMENT_PATH} cannot be written: ${errnoOf(thrown) ?? reasonOf(thrown)}`],
      };
    }
    problems.push(...(await tellBinfmtSupport(context, parseFragment(before), parseFragment(after))));
  }
  return { persisted: changed ? (after === null ? 'removed' : 'wrote') : undefined, problems };
}

function replaceFile(host: Host, path: string, text: string | null): void {
  if (text === null) {
    host.remove(path);
    return;
  }
  const folder = dirname(path);
  host.makeFolder(folder);
  const objection = distrust(host, folder);
  if (objection !== undefined) throw new Error(objection);
  host.writeFile(path, text, 0o644);
}

/** Has binfmt-support register what is to stay, where it is in charge. */
async function tellBinfmtSupport(
  context: Table,
  before: readonly Rule[],
  after: readonly Rule[],
): Promise<readonly string[]> {
  const { host } = context;
  const program = systemProgram(host, 'update-binfmts');
  if (program === undefined || !isBinfmtSupportInCharge(host)) return [];
  const linesOf = (rules: readonly Rule[]): ReadonlySet<string> => new Set(rules.map(formatRule));
  const [earlier, later] = [linesOf(before), linesOf(after)];
  const gone = before.filter((rule) => !later.has(formatRule(rule)));
  const come = after.filter((rule) => !earlier.has(formatRule(rule)));
  // It takes entries out of the kernel and puts them in again; others answer in the meantime.
  const helpers = come.map(standInRule);
  for (const helper of helpers) removeStale(context, helper);
  const problems = helpers.flatMap((rule) => register(context, rule) ?? []);
  for (const args of [...gone.map(updateBinfmtsRemove), ...come.map(updateBinfmtsInstall)]) {
    const said = await runTool(host, program, args);
    if (said !== undefined) problems.push(`update-binfmts: ${said}`);
  }
  for (const { name } of helpers) remove(context, name);
  return problems;
}
