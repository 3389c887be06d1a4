/**
 * The kernel's binfmt_misc text formats.
 *
 * Source: fs/binfmt_misc.c (`entry_status`, `create_entry`) and Documentation/admin-guide/binfmt-misc.rst.
 * The format grows (since 7.3 flags T and L, and `bpf NAME` in place of an interpreter), so what is not known is kept.
 */

import { headersOf } from '../platform/elf.ts';
import type { Target } from '../platform/platforms.ts';
import { isObject } from '../text/parse.ts';

export const TABLE_PATH = '/proc/sys/fs/binfmt_misc';

/** statfs(2) `f_type` of a mounted binfmt_misc (include/uapi/linux/magic.h). */
export const BINFMTFS_MAGIC = 0x42494e4d;

/** The kernel reads this much of a file to find its format (BINPRM_BUF_SIZE). */
export const HEADER_BYTES = 256;

/** Longest string that `register` takes (MAX_REGISTER_LENGTH). */
export const REGISTER_LIMIT = 1920;

/** Bytes at `offset` that equal `magic` wherever `mask` has a bit; both in lower-case hexadecimal. */
export interface Magic {
  readonly offset: number;
  readonly magic: string;
  readonly mask?: string;
}

/** What is looked at in a file: its bytes, or how its name ends. */
export type Match =
  | ({ readonly kind: 'magic' } & Magic)
  | { readonly kind: 'extension'; readonly extension: string };

/** A program in the kernel decides what is looked at, and what runs it (type B, since 7.3). */
interface BpfMatch {
  readonly kind: 'bpf';
  readonly handler: string;
}

/** What the kernel has: one file of the table, read. */
export interface Entry {
  readonly name: string;
  readonly enabled: boolean;
  /** `undefined` for a handler that is no file (bpf). */
  readonly interpreter?: string;
  /** The letters as the kernel prints them. */
  readonly flags: string;
  readonly match: Match | BpfMatch | { readonly kind: 'unknown' };
  /** Lines that this program does not know. */
  readonly unknown: readonly string[];
  /** The file as it was read. */
  readonly text: string;
}

/** The state of the whole table from its `status` file; `undefined` for text that is neither. */
export function parseStatus(text: string): 'enabled' | 'disabled' | undefined {
  const word = text.trim();
  return word === 'enabled' || word === 'disabled' ? word : undefined;
}

/**
 * Reads one entry file. Never throws: lines that are not understood end up in `unknown`. An interpreter or an
 * extension may hold line breaks, and what follows them can look like any other line: what comes at another
 * place than the kernel writes it is not understood, and flags that come twice leave open what is matched.
 */
export function parseEntry(name: string, text: string): Entry {
  let enabled: boolean | undefined;
  let interpreter: string | undefined;
  let flags: string | undefined;
  let ambiguous = false;
  let offset = 0;
  let magic: string | undefined;
  let mask: string | undefined;
  let extension: string | undefined;
  let bpf: string | undefined;
  const unknown: string[] = [];
  for (const line of text.split('\n')) {
    const [, word = '', rest = ''] = /^(\S+) ?(.*)$/s.exec(line) ?? [];
    if (enabled === undefined && (line === 'enabled' || line === 'disabled')) enabled = line === 'enabled';
    else if (word === 'interpreter' && rest !== '' && interpreter === undefined) interpreter = rest;
    else if (word === 'bpf' && rest !== '' && interpreter === undefined && bpf === undefined) bpf = rest;
    else if (word === 'flags:') {
      if (flags !== undefined) unknown.push(line);
      ambiguous = flags !== undefined;
      flags ??= rest.trim();
    } else if (flags === undefined) unknown.push(line);
    else if (word === 'offset' && /^\d{1,9}$/.test(rest)) offset = Number(rest);
    else if (word === 'magic' && isHex(rest)) magic = rest;
    else if (word === 'mask' && isHex(rest)) mask = rest;
    else if (word === 'extension' && extension === undefined && rest.startsWith('.'))
      extension = rest.slice(1);
    else unknown.push(line);
  }
  return {
    name,
    enabled: enabled ?? false,
    interpreter,
    flags: flags ?? '',
    match: ambiguous
      ? { kind: 'unknown' }
      : bpf !== undefined && interpreter === undefined
        ? { kind: 'bpf', handler: bpf }
        : matchOf(magic, mask, offset, extension),
    unknown: unknown.filter((line) => line !== ''),
    text,
  };
}

function matchOf(
  magic: string | undefined,
  mask: string | undefined,
  offset: number,
  extension: string | undefined,
): Entry['match'] {
  if (extension !== undefined) return { kind: 'extension', extension };
  if (magic === undefined || (mask !== undefined && mask.length !== magic.length)) return { kind: 'unknown' };
  return { kind: 'magic', offset, magic, mask };
}

function isHex(text: string): boolean {
  return (
    text.length > 0 && text.length % 2 === 0 && text.length <= 2 * HEADER_BYTES && /^[0-9a-f]+$/.test(text)
  );
}

/**
 * What is wrong with a name for an entry, in words; `undefined` when it can be used. Stricter than the kernel,
 * which takes spaces and newlines: such names cannot be told from a second line of text.
 */
export function entryNameProblem(name: string): string | undefined {
  if (name === 'status' || name === 'register') return 'the kernel uses this name itself';
  if (name === '.' || name === '..') return 'it is a folder';
  if (!/^[A-Za-z0-9._+-]{1,255}$/.test(name)) return 'only letters, digits and . _ + - are allowed';
  return undefined;
}

/** Flags as a set: sorted, each once, and `O` wherever `C` or `T` implies it. `D` says how an entry begins, and is no flag. */
export function flagSet(flags: string): string {
  const letters = new Set(flags);
  letters.delete('D');
  if (letters.has('C') || letters.has('T')) letters.add('O');
  return [...letters].sort().join('');
}

/** True when both describe the same bytes of a file. */
export function sameMagic(a: Magic, b: Magic): boolean {
  return a.offset === b.offset && a.magic === b.magic && fullMask(a) === fullMask(b);
}

function fullMask(magic: Magic): string {
  return magic.mask ?? 'f'.repeat(magic.magic.length);
}

/** True when a file that begins with `header` (256 bytes at most are looked at) is taken by this magic. */
export function matchesHeader(magic: Magic, header: Uint8Array): boolean {
  const { offset, magic: value, mask } = magic;
  const length = value.length / 2;
  if (offset + length > HEADER_BYTES) return false;
  for (let index = 0; index < length; index++) {
    // The kernel compares against a buffer that is zero beyond the file's end.
    const differs = (header[offset + index] ?? 0) ^ byteAt(value, index);
    if ((differs & (mask === undefined ? 0xff : byteAt(mask, index))) !== 0) return false;
  }
  return true;
}

/** One byte of lower-case hexadecimal text, without taking the text apart: this is asked thousands of times. */
function byteAt(hex: string, index: number): number {
  return (digitAt(hex, 2 * index) << 4) | digitAt(hex, 2 * index + 1);
}

function digitAt(hex: string, index: number): number {
  const code = hex.charCodeAt(index);
  return (code & 0xf) + (code > 0x39 ? 9 : 0);
}

/** True when some file exists that both magics take: nowhere do both fix a bit to different values. */
export function overlaps(a: Magic, b: Magic): boolean {
  const [left, right] = [spread(a), spread(b)];
  return left.value.every((byte, index) => {
    const both = (left.mask[index] as number) & (right.mask[index] as number);
    return ((byte ^ (right.value[index] as number)) & both) === 0;
  });
}

function spread(magic: Magic): { value: Uint8Array; mask: Uint8Array } {
  const value = new Uint8Array(HEADER_BYTES);
  const mask = new Uint8Array(HEADER_BYTES);
  if (magic.offset < HEADER_BYTES) {
    value.set(bytesOf(magic.magic).subarray(0, HEADER_BYTES - magic.offset), magic.offset);
    mask.set(bytesOf(fullMask(magic)).subarray(0, HEADER_BYTES - magic.offset), magic.offset);
  }
  return { value, mask };
}

function bytesOf(hex: string): Uint8Array {
  return Buffer.from(hex, 'hex');
}

/**
 * errno of a step on the table, as a sentence. The meaning of an errno differs between writing a line to `register` and
 * switching an entry (fs/binfmt_misc.c, `bm_register_write`, `bm_entry_write`).
 */
export function explainErrno(step: Step, errno: string): string {
  return ERRNO_SENTENCES[step][errno] ?? `the kernel answered ${errno}`;
}

type Step = 'register' | 'switch';

const ERRNO_SENTENCES: Readonly<Record<Step, Readonly<Record<string, string>>>> = {
  register: {
    EINVAL: 'the kernel refused the line: too long, or a flag that this kernel does not know (EINVAL)',
    EEXIST: 'an entry of this name exists already (EEXIST)',
    ENOENT: 'the interpreter does not exist where the kernel looks for it (ENOENT)',
    EACCES: 'the interpreter is not executable, or lies on a file system mounted noexec (EACCES)',
    ETXTBSY: 'the interpreter is open for writing (ETXTBSY)',
    ENAMETOOLONG: 'the name or the path of the interpreter is too long (ENAMETOOLONG)',
    EROFS: 'the table is mounted read-only (EROFS)',
    EPERM: 'this process may not register here (EPERM)',
    ENOMEM: 'the kernel is out of memory (ENOMEM)',
    ELOOP: 'the path of the interpreter has too many links (ELOOP)',
  },
  switch: {
    ENOENT: 'the entry is gone (ENOENT)',
    EACCES: 'only the owner of the table may change an entry, and this process is not root (EACCES)',
    EPERM: 'this process may not change entries here (EPERM)',
    EROFS: 'the table is mounted read-only (EROFS)',
    EINVAL: 'the kernel does not know this command (EINVAL)',
  },
};

/** Others may have given names that we would not; those that lead out of the table are none. */
export function isName(value: unknown): value is string {
  return (
    typeof value === 'string' && value.length <= 255 && !/^(?:|\.|\.\.|status|register)$|[/\0]/.test(value)
  );
}

/** An entry as it is pinned in records and plans. */
export function pin({ name, text }: Pick<Entry, 'name' | 'text'>): PinnedEntry {
  return { name, text };
}

/** The entries that take programs of this architecture, newest first, those switched off included. */
export function claimants(entries: readonly Entry[], target: Target): readonly Entry[] {
  const header = headersOf(target.elf);
  return entries.filter((entry) => entry.match.kind === 'magic' && matchesHeader(entry.match, header));
}

/** The entry that the kernel asks for programs of this architecture: the newest that is switched on. */
export function answering(entries: readonly Entry[], target: Target): Entry | undefined {
  return claimants(entries, target).find(({ enabled }) => enabled);
}

/** Bytes of a header that a native loader ignores, and what has them: where they begin, and what they are. */
const IGNORED: readonly (readonly [what: string, at: number, bytes: readonly number[]])[] = [
  ['AppImages', 8, [0x41, 0x49, 0x02]],
  ['programs that are marked for GNU/Linux (OSABI 3)', 7, [3]],
  ['programs of ABI version 1', 8, [1]],
];

/**
 * The programs of an architecture that an entry does not take, though it takes plain ones and the kernel of such a machine
 * runs them alike: what a mask keeps out that asks for bytes 7 to 15 (as Debian's does). None for any other entry.
 */
export function keptOutBy({ match }: Entry, target: Target): readonly string[] {
  const plain = headersOf(target.elf);
  if (match.kind !== 'magic' || !matchesHeader(match, plain)) return [];
  return IGNORED.flatMap(([what, at, bytes]) => {
    const header = Uint8Array.from(plain);
    header.set(bytes, at);
    return matchesHeader(match, header) ? [] : what;
  });
}

/** An entry exactly as it was observed: it is only touched while it still reads so. */
export interface PinnedEntry {
  readonly name: string;
  readonly text: string;
}

/** True for a pinned entry, as records and plans hold them. */
export function isPinned(value: unknown): value is PinnedEntry {
  return isObject(value) && isName(value.name) && typeof value.text === 'string';
}

/** Entries of QEMU by their name, and helper entries that a killed run has left. */
export function isQemuEntry({ name }: Pick<Entry, 'name'>): boolean {
  return name.startsWith('qemu-') || isHelper({ name });
}

/** Helper entries that a killed run has left. */
export function isHelper({ name }: Pick<Entry, 'name'>): boolean {
  return /^setup-binfmt-(?:trial|undo)-/.test(name);
}
