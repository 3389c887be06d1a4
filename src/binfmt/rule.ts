/**
 * Rules: registrations of any kind, as the kernel's `register` file and binfmt.d(5) write them, one a line:
 * `:name:M:offset:magic:mask:interpreter:flags` or `:name:E::extension::interpreter:flags`.
 *
 * Source: fs/binfmt_misc.c (`create_entry`) and Documentation/admin-guide/binfmt-misc.rst.
 */

import { mayRunNatively, qemuName, TARGETS, type Target } from '../platform/platforms.ts';
import { isObject } from '../text/parse.ts';
import { printable, printableInput } from '../text/text.ts';
import {
  type Entry,
  entryNameProblem,
  flagSet,
  HEADER_BYTES,
  isName,
  type Magic,
  type Match,
  matchesHeader,
  overlaps,
  parseEntry,
  REGISTER_LIMIT,
  sameMagic,
} from './entry.ts';

/** What the kernel is told to register. */
export interface Rule {
  readonly name: string;
  readonly match: Match;
  readonly interpreter: string;
  /** Letters of `P`, `O`, `C`, `F`, and since 7.3 of `T`, `L`, `D`. */
  readonly flags: string;
}

/**
 * What may stand between the fields of a line: no part of names, escapes, flags and numbers, and nothing that makes the line
 * a comment for one who reads binfmt.d(5). All documentation uses the first.
 */
const DELIMITERS: readonly string[] = [...':|,%!@$&*=~^?<>()[]{}"\'`'];

/** The rule of a handler, with the tested magic and mask of its target. */
export function handlerRule(target: Target, interpreter: string, flags: string): Rule {
  const { offset, magic, mask } = target;
  return { name: qemuName(target), match: { kind: 'magic', offset, magic, mask }, interpreter, flags };
}

/** The names that our entry for a target can have, best first: the second is for where others have the first. */
export function handlerNames(target: Pick<Target, 'qemu'>): readonly [string, string] {
  const name = qemuName(target);
  return [name, otherName(name)];
}

/** The other of the two names that a handler can have. */
export function otherName(name: string): string {
  return name.endsWith(OWN_END) ? name.slice(0, -OWN_END.length) : name + OWN_END;
}

/** How the name of our own entry ends beside one of others. */
export const OWN_END = '.setup-binfmt';

/** The rule that an entry was registered by; `undefined` for one that is not fully understood. */
export function ruleOfEntry(entry: Entry): Rule | undefined {
  const { name, match, interpreter, flags, unknown } = entry;
  if (match.kind === 'unknown' || match.kind === 'bpf' || interpreter === undefined || unknown.length > 0)
    return undefined;
  return /^[POCFTL]*$/.test(flags) ? { name, match, interpreter, flags } : undefined;
}

/** True for an entry that is switched on, or for a rule that asks for one that begins switched off (flag `D`). */
export function beginsAs(rule: Rule, { enabled }: Entry): boolean {
  return enabled !== rule.flags.includes('D');
}

/** True when the entry does what the rule asks for, whether it is switched on or not. */
export function isRuleOf(rule: Rule, entry: Entry): boolean {
  const present = ruleOfEntry(entry);
  return (
    present !== undefined &&
    present.name === rule.name &&
    present.interpreter === rule.interpreter &&
    flagSet(present.flags) === flagSet(rule.flags) &&
    sameMatch(present.match, rule.match)
  );
}

function sameMatch(a: Match, b: Match): boolean {
  if (a.kind === 'extension' || b.kind === 'extension') {
    return a.kind === 'extension' && b.kind === 'extension' && a.extension === b.extension;
  }
  return sameMagic(a, b);
}

/** The name of a rule beside the entry that it is to replace. */
export function stagingName(name: string): string {
  return `${name}.new`;
}

/** The rule under that name. */
export function stagingRule(rule: Rule): Rule {
  return { ...rule, name: stagingName(rule.name) };
}

function standInName(name: string): string {
  return `${name}.keep`;
}

/** The rule under the name that keeps it working while another program registers it again. */
export function standInRule(rule: Rule): Rule {
  return { ...rule, name: standInName(rule.name) };
}

/** Both names of helpers of an entry. */
export function helperNames(name: string): readonly string[] {
  return [stagingName(name), standInName(name)];
}

/** How they end. */
export const HELPER_END = /\.(?:new|keep)$/;

/**
 * True for an entry that a killed run has left under the name of a helper: it takes the same files, or is one of
 * those that runs have recorded.
 */
export function isStaleHelper(helper: Rule, entry: Entry, recorded: readonly Rule[]): boolean {
  const left = ruleOfEntry(entry);
  if (left === undefined || left.name !== helper.name) return false;
  return sameMatch(left.match, helper.match) || recorded.some((rule) => isRuleOf(rule, entry));
}

/** True when some file could be taken by both; a name's end and a file's bytes can always come together. */
export function rulesOverlap(a: Match, b: Match): boolean {
  if (a.kind === 'magic' && b.kind === 'magic') return overlaps(a, b);
  return a.kind !== b.kind || sameMatch(a, b);
}

/**
 * The line for `register` and for binfmt.d. Every byte of magic and mask is escaped; the delimiter is one that
 * no field holds. Where there is none, the line is for the kernel alone.
 */
export function formatRule(rule: Rule): string {
  const { name, match, interpreter, flags } = rule;
  const fields =
    match.kind === 'magic'
      ? [name, 'M', String(match.offset), escapeHex(match.magic), escapeHex(match.mask ?? ''), interpreter]
      : [name, 'E', '', match.extension, '', interpreter];
  const delimiter = DELIMITERS.find((letter) => fields.every((field) => !field.includes(letter))) ?? '\t';
  return ['', ...fields, flags].join(delimiter);
}

/** True for a rule that a line of binfmt.d(5) can say, so that all who read it register the same. */
export function canBeWritten(rule: Rule): boolean {
  const read = parseRule(formatRule(rule));
  return !Array.isArray(read) && formatRule(read as Rule) === formatRule(rule);
}

/** Bytes in hexadecimal as `\xHH` each, as the kernel and its neighbours read them. */
export function escapeHex(hex: string): string {
  return hex.replace(/../g, '\\x$&');
}

/**
 * Reads rules of a person's own, one a line; empty lines and those that begin with `#` or `;` are comments.
 * Every problem is added to `problems`, with the number of its line. `parse` reads one line.
 */
export function parseRules(text: string, problems: string[], parse = parseOwnRule): readonly Rule[] {
  const rules = new Map<string, Rule>();
  for (const [index, raw] of text.split('\n').entries()) {
    const line = raw.trim();
    if (line === '' || /^[#;]/.test(line)) continue;
    const parsed = parse(line);
    const found = Array.isArray(parsed) ? parsed : [];
    const rule = Array.isArray(parsed) ? undefined : (parsed as Rule);
    if (rule !== undefined && rules.has(rule.name)) found.push('its name occurs twice');
    problems.push(...found.map((problem) => `rules, line ${index + 1}: ${problem}`));
    if (rule !== undefined && found.length === 0) rules.set(rule.name, rule);
  }
  return [...rules.values()];
}

/** One line as a rule, or everything that is wrong with it. */
export function parseRule(line: string): Rule | string[] {
  const delimiter = line.charAt(0);
  if (!DELIMITERS.includes(delimiter)) return ['it does not begin with a delimiter such as ":"'];
  const fields = line.split(delimiter);
  if (fields.length !== 8) {
    return [
      `it has ${fields.length - 1} fields, and 7 is what it takes (:name:type:offset:magic:mask:interpreter:flags)`,
    ];
  }
  const [, name = '', type = '', offset = '', pattern = '', mask = '', interpreter = '', flags = ''] = fields;
  const problems: string[] = [];
  const fault = entryNameProblem(name);
  if (fault !== undefined) problems.push(`the name "${printableInput(name, 60)}" cannot be used: ${fault}`);
  if (!/^\/.*[^/]$/s.test(interpreter)) problems.push('its interpreter is not an absolute path');
  // Others who read the line end it at some of them (systemd, `read_line`).
  if (/\p{Cc}/u.test(interpreter)) problems.push('its interpreter holds control characters');
  if (!/^[POCFTLD]*$/.test(flags))
    problems.push(
      `its flags "${printableInput(flags, 20)}" are not among P, O, C and F, and since Linux 7.3 T, L and D`,
    );
  else if (flags.includes('T') && flags.includes('P'))
    problems.push('its flags T and P exclude each other: T keeps all arguments');
  const match =
    type === 'E' ? readExtension(pattern, problems) : readMagic(type, offset, pattern, mask, problems);
  const rule: Rule = { name, match, interpreter, flags };
  if (problems.length === 0 && new TextEncoder().encode(formatRule(rule)).length > REGISTER_LIMIT) {
    problems.push(`it is longer than the ${REGISTER_LIMIT} bytes that the kernel takes`);
  }
  return problems.length > 0 ? problems : rule;
}

/** One line as a rule of a person's own, or everything that is wrong with it: names of ours are not theirs. */
export function parseOwnRule(line: string): Rule | string[] {
  const parsed = parseRule(line);
  const reserved = Array.isArray(parsed) ? undefined : reservedName((parsed as Rule).name);
  return reserved === undefined ? parsed : [reserved];
}

/** Why a name may not be that of a rule, if so: this program and others would take it for what it is not. */
function reservedName(name: string): string | undefined {
  const said = `the name "${name}" cannot be used:`;
  if (name.startsWith('qemu-'))
    return `${said} names that begin with qemu- are those of QEMU's handlers (to have one, ask for its platform)`;
  if (name.startsWith('setup-binfmt-') || HELPER_END.test(name))
    return `${said} names that begin with setup-binfmt-, or end in .new or .keep, are those of helper entries`;
  return undefined;
}

/** What is wrong with the line of a rule, when it is read as a person's own. */
export function ruleLineProblems(rule: Rule): readonly string[] {
  const parsed = parseOwnRule(formatRule(rule));
  return Array.isArray(parsed) ? parsed : [];
}

function readExtension(extension: string, problems: string[]): Match {
  if (!/^[^\p{Cc}\s/.:]{1,64}$/u.test(extension)) {
    problems.push('its extension must be 1 to 64 characters without a dot, a slash or a space');
  }
  return { kind: 'extension', extension };
}

function readMagic(type: string, offset: string, magic: string, mask: string, problems: string[]): Match {
  if (type !== 'M') problems.push(`its type "${printableInput(type, 20)}" is neither M nor E`);
  const decoded = decode(magic);
  const decodedMask = mask === '' ? undefined : decode(mask);
  const start = offset === '' ? 0 : Number(offset);
  if (!/^\d{0,3}$/.test(offset)) problems.push('its offset is not a decimal number below 256');
  if (decoded === undefined || decoded === '')
    problems.push('its magic is empty, or holds a broken \\x escape');
  if (mask !== '' && decodedMask?.length !== decoded?.length) {
    problems.push('its mask is not as long as its magic');
  }
  if (start + (decoded?.length ?? 0) / 2 > HEADER_BYTES) {
    problems.push(`it looks beyond the ${HEADER_BYTES} bytes that the kernel reads`);
  }
  return {
    kind: 'magic',
    offset: start,
    magic: decoded ?? '',
    mask: decodedMask,
  };
}

/** `\xHH` is a byte, everything else stands for its own UTF-8 bytes; `undefined` for a broken escape. */
function decode(text: string): string | undefined {
  const bytes: string[] = [];
  for (const [part] of text.matchAll(/\\x[0-9a-fA-F]{2}|[\s\S]/gu)) {
    if (part.length === 4 && part.startsWith('\\x')) bytes.push(part.slice(2).toLowerCase());
    else
      bytes.push(...Array.from(new TextEncoder().encode(part), (byte) => byte.toString(16).padStart(2, '0')));
  }
  return /\\x(?![0-9a-fA-F]{2})/.test(text) ? undefined : bytes.join('');
}

/** What is known on this host of a rule's interpreter, and of what the rule takes. */
export interface RuleFacts {
  /** The interpreter. */
  readonly exists: boolean;
  readonly executable: boolean;
  /** Why others than root and this user could put another program in its place. */
  readonly exchangeable?: string;
  /** The beginning of its file. */
  readonly header: Uint8Array;
  /** A program of this host that has the rule's extension. */
  readonly taken?: string;
}

/**
 * What speaks against a rule on a host of this architecture: an interpreter that cannot be started or that
 * others can exchange, or that it can take
 * what the host runs itself, or the interpreter (the kernel then answers ELOOP). A magic is judged by what it asks for, and
 * not by the programs that there are today: it must rule out scripts, and ELF programs of the host.
 */
export function ruleProblems(rule: Rule, host: string | undefined, facts: RuleFacts): readonly string[] {
  const path = printable(rule.interpreter, 200);
  const problems: string[] = [];
  if (!facts.exists) problems.push(`its interpreter ${path} does not exist`);
  else if (!facts.executable) problems.push(`its interpreter ${path} is not an executable file`);
  else if (facts.exchangeable !== undefined)
    problems.push(`its interpreter ${path} could be exchanged: ${printable(facts.exchangeable, 200)}`);
  const { match } = rule;
  if (match.kind === 'extension') {
    if (facts.taken === undefined) return problems;
    return [
      ...problems,
      `its extension takes ${printable(facts.taken, 200)}, a program of this host (choose a longer one, or a magic)`,
    ];
  }
  const taken = TARGETS.filter((target) => overlaps(match, beginningOf(target)));
  // A 32-bit program on a 64-bit kernel knows itself as the host.
  const native = taken.find(({ arch }) => mayRunNatively(host, arch) || mayRunNatively(arch, host ?? ''));
  if (new Set(taken.map(({ elf }) => elf.machine)).size > 1)
    problems.push(`its magic takes ELF programs of several architectures ${ASK_FOR_MORE}`);
  else if (native !== undefined)
    problems.push(`its magic takes ${native.arch} programs, which this host runs itself`);
  else if (facts.exists && matchesHeader(match, facts.header))
    problems.push(`its magic takes its own interpreter ${path}, which could then never start`);
  else if (takesScripts(match))
    problems.push(`its magic takes scripts (#!), which the kernel runs itself ${ASK_FOR_MORE}`);
  return problems;
}

const ASK_FOR_MORE = '(let it ask for the first bytes of its files)';

/**
 * What ELF programs of a target begin with: the table's own mask, and padding that is empty, since a rule may ask for what
 * others write there (AppImages). Byte 8 is the version of the ABI, a small number (ELF specification, "ELF Identification").
 */
function beginningOf({ magic, mask }: Target): Magic {
  return { offset: 0, magic, mask: `${mask.slice(0, 16)}f8${'ff'.repeat(7)}${mask.slice(32)}` };
}

/**
 * True unless something that the magic asks for speaks against `#!`, or, where it does not ask for those bytes, against
 * a text behind them.
 */
function takesScripts(match: Magic): boolean {
  if (!overlaps(match, { offset: 0, magic: '2321' })) return false;
  const mask = Buffer.from(match.mask ?? '', 'hex');
  if (match.offset === 0 && (mask[0] ?? 0xff) !== 0) return true;
  return Buffer.from(match.magic, 'hex').every((byte, index) =>
    TEXT.some((letter) => ((letter ^ byte) & (mask[index] ?? 0xff)) === 0),
  );
}

/**
 * Bytes of texts in any encoding, the control characters that shells skip or terminals take among them. A text that ends
 * early is followed by zeros, as the kernel sees it.
 */
const TEXT = Array.from({ length: 256 }, (_, byte) => byte).filter(
  (byte) => byte >= 0x20 || byte === 0 || byte === 0x1b || (byte >= 0x07 && byte <= 0x0d),
);

/** A rule from JSON, through the reader of entries, so that both are held to the same form. */
export function ruleFromJson(value: unknown): Rule | undefined {
  if (!isObject(value) || !isObject(value.match) || !isName(value.name)) return undefined;
  const { name, interpreter, flags } = value;
  const { kind, offset, magic, mask, extension } = value.match;
  if (typeof interpreter !== 'string' || typeof flags !== 'string') return undefined;
  const isWritten = (part: unknown) => typeof part === 'string' || typeof part === 'number';
  const parts = kind === 'extension' ? { extension } : { offset, magic, ...(mask !== undefined && { mask }) };
  if (!Object.values(parts).every(isWritten)) return undefined;
  const bytes = Object.entries(parts).map(
    ([key, part]) => `${key} ${key === 'extension' ? '.' : ''}${part}\n`,
  );
  return ruleOfEntry(
    parseEntry(name, `enabled\ninterpreter ${interpreter}\nflags: ${flags}\n${bytes.join('')}`),
  );
}
/**
 * Flags in the order in which they are worth trying. `P` comes first where the interpreter knows of it (`preserve`); `C`
 * brings `O`, and lets set-uid programs work.
 */
export function flagsToTry(preserve: boolean, credentials: boolean): readonly [string, ...string[]] {
  const base = credentials ? 'OCF' : 'OF';
  return preserve ? [`P${base}`, base] : [base, `P${base}`];
}
