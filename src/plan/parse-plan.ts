/**
 * Reads the plan that the privileged program gets on its standard input. Whoever can start that program could
 * become root anyway; still nothing is believed that the plan has no need to say.
 */

import type { PinnedEntry } from '../binfmt/entry.ts';
import { entryNameProblem, REGISTER_LIMIT } from '../binfmt/entry.ts';
import { persistentPath } from '../binfmt/persist.ts';
import { ruleFromJson, ruleLineProblems } from '../binfmt/rule.ts';
import { qemuName, targetOf } from '../platform/platforms.ts';
import { isObject, isRunId } from '../text/parse.ts';
import { isVersion } from '../text/version.ts';
import type { Install, LeaseRequest, PersistRequest, Plan, Preparation, RuleInstall } from './plan.ts';

const HASH = /^[0-9a-f]{64}$/;
const FLAGS = /^P?O?C?F$/;
const NEEDED = ['schema', 'prepare', 'remove', 'install', 'prove', 'store'];
const LIST_LIMIT = 300;
const PREPARATIONS: readonly string[] = ['load-module', 'mount'] satisfies Preparation[];

/** The plan, or every reason why the text is none. */
export function parsePlan(text: string): Plan | { readonly problems: readonly string[] } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { problems: ['it is not JSON'] };
  }
  const problems: string[] = [];
  if (!isObject(value)) return { problems: ['it is not an object'] };
  checkKeys(value, [...NEEDED, 'run', 'lease', 'end', 'rules', 'persist'], 'the plan', problems);
  if (value.schema !== 1) problems.push('its schema is not 1');
  const store = isPlainPath(value.store) ? value.store : '';
  if (store === '') problems.push('store is not an absolute path');
  const plan: Plan = {
    schema: 1,
    prepare: list(value.prepare, 'prepare', problems).flatMap((step) => {
      if (isPreparation(step)) return [step];
      problems.push('prepare holds an unknown step');
      return [];
    }),
    remove: list(value.remove, 'remove', problems).flatMap((item) => readPinned(item, 'remove', problems)),
    install: list(value.install, 'install', problems).flatMap((item) => readInstall(item, store, problems)),
    prove: list(value.prove, 'prove', problems).flatMap((arch) => readArchitecture(arch, 'prove', problems)),
    store,
    ...readRun(value, problems),
    ...(value.rules === undefined
      ? {}
      : { rules: list(value.rules, 'rules', problems).flatMap((item) => readRule(item, problems)) }),
    ...(value.persist === undefined ? {} : { persist: readPersist(value.persist, problems) }),
  };
  return problems.length > 0 ? { problems } : plan;
}

/** The parts of a plan that belong to a run: its id, its lease, its end. */
function readRun(value: Record<string, unknown>, problems: string[]): Pick<Plan, 'run' | 'lease' | 'end'> {
  const { run, lease, end } = value;
  if (run === undefined) {
    if (lease !== undefined || end !== undefined) problems.push('it has a lease or an end, but no run');
    return {};
  }
  if (!isRunId(run)) problems.push('run is no id of a run');
  const id = isRunId(run) ? { run } : {};
  if (end !== undefined) {
    if (isObject(end) && typeof end.changes === 'boolean') return { ...id, end: { changes: end.changes } };
    problems.push('end does not say whether changes are undone');
  }
  return lease === undefined ? id : { ...id, lease: readLease(lease, problems) };
}

function readPersist(value: unknown, problems: string[]): PersistRequest {
  const { handlers, rules, forget } = isObject(value) ? value : {};
  return {
    handlers: readNames(handlers, 'persist', problems),
    rules: readNames(rules, 'persist', problems),
    forget: readNames(forget, 'persist', problems),
  };
}

function readNames(value: unknown, where: string, problems: string[]): readonly string[] {
  return list(value, where, problems).flatMap((name) =>
    readPinned({ name, text: '' }, where, problems).map((entry) => entry.name),
  );
}

function readLease(value: unknown, problems: string[]): LeaseRequest {
  const { entries, holder } = isObject(value) ? value : {};
  const names = readNames(entries, 'lease', problems);
  if (holder === undefined) return { entries: names };
  if (typeof holder === 'number' && Number.isSafeInteger(holder) && holder > 0)
    return { entries: names, holder };
  problems.push('the holder of the lease is no process id');
  return { entries: names };
}

/** A rule is held to what a person may write in a line. */
function readRule(value: unknown, problems: string[]): readonly RuleInstall[] {
  const { rule: wanted, replaces } = isObject(value) ? value : {};
  const rule = ruleFromJson(wanted);
  if (rule === undefined || ruleLineProblems(rule).length > 0) {
    problems.push('rules holds something that is no rule');
    return [];
  }
  if (replaces === undefined) return [{ rule }];
  const [pinned] = readPinned(replaces, 'rules', problems);
  if (pinned !== undefined && pinned.name !== rule.name)
    problems.push('a rule replaces an entry of another name');
  return pinned === undefined ? [] : [{ rule, replaces: pinned }];
}

function readInstall(value: unknown, store: string, problems: string[]): readonly Install[] {
  if (!isObject(value) || !isObject(value.registration)) {
    problems.push('install holds something that is no installation');
    return [];
  }
  checkKeys(
    value,
    // What says that it is checked already is allowed, and not believed.
    ['arch', 'registration', 'flagChoices', 'sha256', 'checked', 'version', 'replaces', 'source'],
    'an installation',
    problems,
  );
  checkKeys(
    value.registration,
    ['name', 'offset', 'magic', 'mask', 'interpreter', 'flags'],
    'a registration',
    problems,
  );
  const [arch] = readArchitecture(value.arch, 'install', problems);
  const target = arch === undefined ? undefined : targetOf(arch);
  if (arch === undefined || target === undefined) return [];
  const { registration } = value;
  const { interpreter } = registration;
  const choices = list(value.flagChoices, 'flagChoices', problems);
  const flagChoices = choices.filter(
    (flags): flags is string => typeof flags === 'string' && FLAGS.test(flags),
  );
  const mine: string[] = [];
  if (flagChoices.length !== choices.length || flagChoices.length === 0)
    mine.push('its flags are not allowed');
  if (registration.name !== qemuName(target)) mine.push('its name is not that of the table');
  if (registration.offset !== 0 || registration.magic !== target.magic || registration.mask !== target.mask) {
    mine.push('its magic is not that of the table');
  }
  const [first] = flagChoices;
  if (registration.flags !== first) mine.push('its flags are not the first choice');
  const { source } = value;
  const handler = source === undefined ? interpreter : source;
  if (!isPlainPath(handler) || !handler.startsWith(`${store}/`) || handler.length > REGISTER_LIMIT / 2) {
    mine.push('its interpreter does not lie in the store');
  }
  if (source !== undefined && interpreter !== persistentPath(String(value.sha256), target.qemu)) {
    mine.push('its interpreter does not lie where handlers stay');
  }
  if (typeof value.sha256 !== 'string' || !HASH.test(value.sha256)) mine.push('its sha256 is none');
  const { version } = value;
  if (version !== undefined && !isVersion(version)) mine.push('its version is none');
  problems.push(...mine.map((problem) => `install ${arch}: ${problem}`));
  if (typeof interpreter !== 'string' || typeof value.sha256 !== 'string' || first === undefined) return [];
  if (mine.length > 0) return [];
  return [
    {
      arch,
      registration: {
        name: qemuName(target),
        offset: 0,
        magic: target.magic,
        mask: target.mask,
        interpreter,
        flags: first,
      },
      flagChoices,
      sha256: value.sha256,
      replaces: list(value.replaces, 'replaces', problems).flatMap((item) =>
        readPinned(item, 'replaces', problems),
      ),
      ...(typeof version === 'string' ? { version } : {}),
      ...(typeof source === 'string' ? { source } : {}),
    },
  ];
}

/** Entries that one step kept for a later one, as JSON; none of a text that holds anything else. */
export function parsePinned(text: string): readonly PinnedEntry[] {
  const problems: string[] = [];
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return [];
  }
  const entries = list(value, 'entries', problems).flatMap((item) => readPinned(item, 'entries', problems));
  return problems.length > 0 ? [] : entries;
}

function readPinned(value: unknown, where: string, problems: string[]): readonly PinnedEntry[] {
  if (isObject(value) && typeof value.name === 'string' && typeof value.text === 'string') {
    checkKeys(value, ['name', 'text'], 'an entry', problems);
    const fault = /[/\0]/.test(value.name) ? 'it leaves the table' : nameFault(value.name);
    if (fault === undefined) return [{ name: value.name, text: value.text }];
    problems.push(`${where}: an entry's name is refused: ${fault}`);
    return [];
  }
  problems.push(`${where} holds something that is no entry`);
  return [];
}

/** Others may have given names that we would not; only those that lead out of the table are refused. */
function nameFault(name: string): string | undefined {
  if (name.length > 255) return 'it is too long';
  return /^(?:status|register|\.{0,2})$/.test(name) ? entryNameProblem(name) : undefined;
}

function readArchitecture(value: unknown, where: string, problems: string[]): readonly string[] {
  if (typeof value === 'string' && targetOf(value) !== undefined) return [value];
  problems.push(`${where} holds an architecture that is not in the table`);
  return [];
}

function list(value: unknown, name: string, problems: string[]): readonly unknown[] {
  if (Array.isArray(value) && value.length <= LIST_LIMIT) return value;
  problems.push(`${name} is not a list of at most ${LIST_LIMIT}`);
  return [];
}

function checkKeys(
  value: Record<string, unknown>,
  allowed: readonly string[],
  what: string,
  problems: string[],
): void {
  if (Object.keys(value).some((key) => !allowed.includes(key))) problems.push(`${what} holds an unknown key`);
}

function isPreparation(value: unknown): value is Preparation {
  return typeof value === 'string' && PREPARATIONS.includes(value);
}

/** Absolute, without a step upwards, and with nothing that ends a field of a register line. */
function isPlainPath(value: unknown): value is string {
  return typeof value === 'string' && /^\/[^\0\n:\\]+$/.test(value) && !/(?:^|\/)\.{1,2}(?:\/|$)/.test(value);
}
