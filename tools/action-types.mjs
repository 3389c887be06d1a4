/**
 * Compares action-types.yml with action.yml and with what the program takes: each input and output has a type, in the
 * form of https://github.com/typesafegithub/github-actions-typing, and each choice lists all its words.
 * Reads only; ends with 1 on any complaint.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { CONFLICT_POLICIES, MODES, OPTIONS, SCOPES, SWITCH } from '../src/inputs/options.ts';
import { SOURCE_NAMES } from '../src/qemu/handler.ts';

const CHOICES = { mode: MODES, scope: SCOPES, 'on-conflict': CONFLICT_POLICIES, 'qemu-from': SOURCE_NAMES };
const PLAIN = ['string', 'boolean', 'integer', 'float'];
const KEYS = { enum: ['type', 'allowed-values', 'name'], list: ['type', 'separator', 'list-item'] };

const manifest = read('action.yml');
const types = read('action-types.yml');
const complaints = Object.keys(types)
  .filter((key) => key !== 'inputs' && key !== 'outputs')
  .map((key) => `"${key}" has no place there`);
for (const kind of ['inputs', 'outputs']) {
  const [wanted, given] = [manifest, types].map((file) => Object.keys(file[kind]));
  complaints.push(
    ...wanted.filter((name) => !given.includes(name)).map((name) => `${kind}: ${name} has no type`),
  );
  complaints.push(
    ...given.filter((name) => !wanted.includes(name)).map((name) => `${kind}: there is no ${name}`),
  );
  for (const [name, type] of Object.entries(types[kind]))
    complaints.push(...formProblems(type, true).map((problem) => `${kind}: ${name} ${problem}`));
}
for (const [name, type] of Object.entries(types.inputs)) {
  const words = type['allowed-values'] ?? type['list-item']?.['allowed-values'] ?? [];
  if (`${words}` !== `${CHOICES[name] ?? []}`)
    complaints.push(`inputs: ${name} is one of ${CHOICES[name] ?? 'no list'}`);
  const isSwitch = name === 'cache-image' || OPTIONS.find((option) => option.name === name)?.kind === SWITCH;
  if (isSwitch !== (type.type === 'boolean'))
    complaints.push(`inputs: ${name} ${isSwitch ? 'is' : 'is no'} boolean`);
}
for (const complaint of complaints) console.error(`action-types.yml: ${complaint}`);
process.exitCode = complaints.length === 0 ? 0 : 1;

/** What is wrong with the form of one type; an item of a list is no list. */
function formProblems(type, mayBeList) {
  const kind = type?.type;
  const allowed = KEYS[kind] ?? ['type'];
  if (!PLAIN.includes(kind) && (kind === 'list' ? !mayBeList : kind !== 'enum'))
    return [`has no type "${kind}"`];
  const strange = Object.keys(type).filter((key) => !allowed.includes(key));
  const problems = strange.map((key) => `has "${key}", which a type ${kind} has not`);
  const words = type['allowed-values'];
  if (kind === 'enum' && !(Array.isArray(words) && words.length > 0 && words.every(isText)))
    problems.push('lists no words');
  if (kind !== 'list') return problems;
  return [
    ...problems,
    ...(isText(type.separator) ? [] : ['has no separator']),
    ...formProblems(type['list-item'], false),
  ];
}

function isText(value) {
  return typeof value === 'string' && value !== '';
}

function read(file) {
  return parse(readFileSync(fileURLToPath(new URL(`../${file}`, import.meta.url)), 'utf8'));
}
