/**
 * Reads the plan that the privileged program gets on its standard input. Who can start that program could become root
 * anyway; still nothing is believed that the plan has no need to say.
 */

import { isPinned, type PinnedEntry, pin, REGISTER_LIMIT } from '../binfmt/entry.ts';
import { persistentPath } from '../binfmt/persist.ts';
import { handlerNames, ruleFromJson, ruleLineProblems } from '../binfmt/rule.ts';
import { targetOf } from '../platform/platforms.ts';
import { isObject, isPlainPath, isRunId, type JsonObject, parseJson } from '../text/parse.ts';
import { isVersion } from '../text/version.ts';
import type { Install, LeaseRequest, PersistRequest, Plan, Preparation, RuleInstall } from './plan.ts';

const HASH = /^[0-9a-f]{64}$/;
const FLAGS = /^P?O?C?F$/;
const KEYS = [
  ...['schema', 'prepare', 'remove', 'install', 'prove', 'store'],
  ...['run', 'lease', 'end', 'rules', 'persist', 'aside'],
];
const INSTALL_KEYS = [
  ...['arch', 'name', 'interpreter', 'flagChoices', 'sha256', 'version', 'replaces', 'source'],
];
const LIST_LIMIT = 300;
/** A table may have thousands of entries, and all of them may be taken away. */
const ENTRIES_LIMIT = 100_000;

/** Where everything is noted that is wrong with a plan. */
type Problems = string[];

/** The plan that a JSON text holds, or every reason why it is none. Throws nothing. */
export function parsePlan(text: string): Plan | { readonly problems: readonly string[] } {
  const value = parseJson(text);
  if (value === undefined) return { problems: ['it is not JSON'] };
  if (!isObject(value)) return { problems: ['it is not an object'] };
  const problems: Problems = [];
  checkKeys(value, KEYS, 'the plan', problems);
  if (value.schema !== 1) problems.push('its schema is not 1');
  const store = isPlainPath(value.store) ? value.store : '';
  if (store === '') problems.push('store is not an absolute path');
  const plan: Plan = {
    schema: 1,
    prepare: readList(value.prepare, 'prepare', readPreparation, problems),
    remove: readPins(value.remove, 'remove', problems),
    install: readList(value.install, 'install', (item) => readInstall(item, store, problems), problems),
    prove: readList(value.prove, 'prove', (arch) => readArchitecture(arch, 'prove', problems), problems),
    aside: value.aside === undefined ? undefined : readNames(value.aside, 'aside', problems),
    store,
    ...readRun(value, problems),
    rules: value.rules === undefined ? undefined : readList(value.rules, 'rules', readRule, problems),
    persist: value.persist === undefined ? undefined : readPersist(value.persist, problems),
  };
  return problems.length > 0 ? { problems } : plan;
}

/** The parts of a plan that belong to a run: its id, its lease, its end. */
function readRun({ run, lease, end }: JsonObject, problems: Problems): Pick<Plan, 'run' | 'lease' | 'end'> {
  if (run === undefined) {
    if (lease !== undefined || end !== undefined) problems.push('it has a lease or an end, but no run');
    return {};
  }
  const id = isRunId(run) ? run : undefined;
  if (id === undefined) problems.push('run is no id of a run');
  const changes = isObject(end) && typeof end.changes === 'boolean' ? end.changes : undefined;
  if (end !== undefined && changes === undefined)
    problems.push('end does not say whether changes are undone');
  return {
    run: id,
    end: changes === undefined ? undefined : { changes },
    lease: lease === undefined ? undefined : readLease(lease, problems),
  };
}

function readPersist(value: unknown, problems: Problems): PersistRequest {
  const { handlers, rules, forget } = isObject(value) ? value : {};
  return {
    handlers: readNames(handlers, 'persist', problems),
    rules: readNames(rules, 'persist', problems),
    forget: readNames(forget, 'persist', problems),
  };
}

function readLease(value: unknown, problems: Problems): LeaseRequest {
  const { entries, holder } = isObject(value) ? value : {};
  const isProcess = typeof holder === 'number' && Number.isSafeInteger(holder) && holder > 0;
  if (holder !== undefined && !isProcess) problems.push('the holder of the lease is no process id');
  return {
    entries: readNames(entries, 'lease', problems),
    holder: isProcess ? holder : undefined,
  };
}

/** A rule is held to what a person may write in a line. */
function readRule(value: unknown, problems: Problems): RuleInstall | undefined {
  const { rule: wanted, replaces } = isObject(value) ? value : {};
  const rule = ruleFromJson(wanted);
  if (rule === undefined || ruleLineProblems(rule).length > 0) {
    problems.push('rules holds something that is no rule');
    return undefined;
  }
  if (replaces === undefined) return { rule };
  const pinned = readPin(replaces, 'rules', problems);
  if (pinned !== undefined && pinned.name !== rule.name)
    problems.push('a rule replaces an entry of another name');
  return { rule, replaces: pinned };
}

function readInstall(value: unknown, store: string, problems: Problems): Install | undefined {
  if (!isObject(value)) {
    problems.push('install holds something that is no installation');
    return undefined;
  }
  checkKeys(value, INSTALL_KEYS, 'an installation', problems);
  const arch = readArchitecture(value.arch, 'install', problems);
  const target = arch === undefined ? undefined : targetOf(arch);
  if (arch === undefined || target === undefined) return undefined;
  const mine: Problems = [];
  const read = (text: unknown, pattern: RegExp, problem: string): string => {
    if (typeof text === 'string' && pattern.test(text)) return text;
    mine.push(problem);
    return '';
  };
  const inStore = (path: unknown): string => {
    if (isPlainPath(path) && path.startsWith(`${store}/`) && path.length <= REGISTER_LIMIT / 2) return path;
    mine.push('its interpreter does not lie in the store');
    return '';
  };
  const name = handlerNames(target).find((each) => each === value.name) ?? '';
  if (name === '') mine.push('its name is none of a handler');
  const sha256 = read(value.sha256, HASH, 'its sha256 is none');
  const source = value.source === undefined ? undefined : inStore(value.source);
  const interpreter = source === undefined ? inStore(value.interpreter) : persistentPath(sha256, target.qemu);
  if (source !== undefined && value.interpreter !== interpreter)
    mine.push('its interpreter does not lie where handlers stay');
  if (value.version !== undefined && !isVersion(value.version)) mine.push('its version is none');
  const install = {
    arch,
    name,
    interpreter,
    flagChoices: readList(
      value.flagChoices,
      'flagChoices',
      (flags) => read(flags, FLAGS, 'its flags are not allowed'),
      problems,
    ),
    sha256,
    version: isVersion(value.version) ? value.version : undefined,
    replaces: readPins(value.replaces, 'replaces', problems),
    source,
  };
  if (install.flagChoices.length === 0) mine.push('its flags are not allowed');
  problems.push(...mine.map((problem) => `install ${arch}: ${problem}`));
  return install;
}

function readPins(value: unknown, where: string, problems: Problems): readonly PinnedEntry[] {
  return readList(value, where, (item) => readPin(item, where, problems), problems, ENTRIES_LIMIT);
}

/** Other programs may have given names that this one would not; only those that lead out of the table are refused. */
function readPin(value: unknown, where: string, problems: Problems): PinnedEntry | undefined {
  if (!isPinned(value)) {
    problems.push(`${where} holds something that is no entry`);
    return undefined;
  }
  checkKeys({ ...value }, ['name', 'text'], 'an entry', problems);
  return pin(value);
}

function readNames(value: unknown, where: string, problems: Problems): readonly string[] {
  const read = (name: unknown) => readPin({ name, text: '' }, where, problems)?.name;
  return readList(value, where, read, problems, ENTRIES_LIMIT);
}

function readArchitecture(value: unknown, where: string, problems: Problems): string | undefined {
  if (typeof value === 'string' && targetOf(value) !== undefined) return value;
  problems.push(`${where} holds an architecture that is not in the table`);
  return undefined;
}

function readPreparation(value: unknown, problems: Problems): Preparation | undefined {
  if (value === 'load-module' || value === 'mount') return value;
  problems.push('prepare holds an unknown step');
  return undefined;
}

/** The items that `read` makes of a list; those that it makes nothing of are left out. */
function readList<T>(
  value: unknown,
  name: string,
  read: (item: unknown, problems: Problems) => T | undefined,
  problems: Problems,
  limit = LIST_LIMIT,
): readonly T[] {
  if (Array.isArray(value) && value.length <= limit)
    return value.flatMap((item) => read(item, problems) ?? []);
  problems.push(`${name} is not a list of at most ${limit}`);
  return [];
}

function checkKeys(value: JsonObject, allowed: readonly string[], what: string, problems: Problems): void {
  if (Object.keys(value).some((key) => !allowed.includes(key))) problems.push(`${what} holds an unknown key`);
}
