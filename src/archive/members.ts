/**
 * The members of a tar, as Go's archive/tar reads them, by which engines unpack images: ustar, long names of GNU, records
 * of pax(1). Every header is counted before what it announces is read, and no more than one is held.
 */
import type { Budget } from './budget.ts';
import { HEADER_LIMIT } from './limits.ts';

export interface Member {
  readonly name: string;
  /** `undefined` for what is none of these. */
  readonly type: (typeof TYPES)[keyof typeof TYPES] | undefined;
  readonly size: number;
  /** Where a link leads. */
  readonly linkname: string;
  /** What it holds is not the file but the parts of it that are not empty. */
  readonly sparse: boolean;
}

const TYPES = {
  '0': 'file',
  '1': 'link',
  '2': 'symlink',
  '3': 'character-device',
  '4': 'block-device',
  '5': 'directory',
  '6': 'fifo',
  // Contiguous, where that means something.
  '7': 'file',
} as const;

const BLOCK = 512;

/** Characters of a path: the kernel (PATH_MAX) takes no more bytes. */
const PATH_LIMIT = 4096;

/** What comes before a member and says more of it than its own header can; an empty text says nothing. */
interface Announced {
  path?: string;
  linkpath?: string;
  size?: string;
  /** The name of a sparse file, in the place of one that only old programs see; empty where its records give none. */
  sparse?: string;
}

/**
 * Reads an archive member by member, until `take` gives something, which is given back; `undefined` at its end. What `take`
 * leaves of a member is passed over. Throws for an archive that is damaged or takes more than its budget, and what
 * `take` throws. Whoever opened `pieces` closes it.
 */
export async function readMembers<T>(
  pieces: AsyncIterator<Buffer>,
  budget: Budget,
  take: (member: Member, content: AsyncIterable<Buffer>) => Promise<T | undefined>,
): Promise<T | undefined> {
  const source = openSource(pieces);
  let records: Announced = {};
  let long: Announced = {};
  for (;;) {
    const header = await nextHeader(source);
    if (header === undefined) return undefined;
    budget.takePart();
    const { flag } = header;
    if (/[xgLK]/.test(flag)) {
      if (header.size > HEADER_LIMIT) throw new Error(`it has a header of more than ${HEADER_LIMIT} bytes`);
      budget.takeBytes(BLOCK + padded(header.size));
      const bytes = (await source.exactly(padded(header.size))).subarray(0, header.size);
      // What is said of all members that follow (g) is heard by no engine, so by nobody here.
      if (flag === 'x') records = readRecords(bytes);
      else if (flag === 'L') long = { ...long, path: textOf(bytes) };
      else if (flag === 'K') long = { ...long, linkpath: textOf(bytes) };
      continue;
    }
    budget.takeBytes(BLOCK);
    const member = memberOf(header, records, long);
    records = {};
    long = {};
    let left = padded(member.size);
    const padding = left - member.size;
    let isTaken = false;
    /** What is judged by its header alone costs nothing. */
    const takeAll = (): void => {
      if (!isTaken) budget.takeBytes(left);
      isTaken = true;
    };
    const content = async function* (): AsyncGenerator<Buffer> {
      takeAll();
      while (left > padding) {
        const piece = await source.some(left - padding);
        left -= piece.length;
        yield piece;
      }
    };
    const taken = await take(member, { [Symbol.asyncIterator]: content });
    if (taken !== undefined) return taken;
    takeAll();
    while (left > 0) left -= (await source.some(left)).length;
  }
}

interface Header extends Omit<Member, 'type' | 'sparse'> {
  /** The letter or digit that says what it is. */
  readonly flag: string;
}

/** The header that comes next; `undefined` at the end, which is that of the bytes or two blocks of zeros. */
async function nextHeader(source: Source): Promise<Header | undefined> {
  if (await source.isAtEnd()) return undefined;
  const block = await source.exactly(BLOCK);
  const header = readHeader(block);
  if (header !== undefined || (await source.isAtEnd())) return header;
  if (readHeader(await source.exactly(BLOCK)) !== undefined) throw damaged('goes on after its end');
  return undefined;
}

/** `undefined` for a block of zeros. */
function readHeader(block: Buffer): Header | undefined {
  const stated = block.subarray(148, 156);
  // The checksum is that of a header that has blanks in its place.
  const sum = sumOf(block) - sumOf(stated) + 8 * 0x20;
  if (sum === 8 * 0x20 && sumOf(stated) === 0) return undefined;
  if (sum !== numberIn(stated)) throw damaged('has a header with a wrong checksum');
  const isUstar = block.toString('latin1', 257, 263) === 'ustar\0';
  const prefix = isUstar ? textOf(block.subarray(345, 500)) : '';
  const name = textOf(block.subarray(0, 100));
  return {
    flag: block.toString('latin1', 156, 157),
    name: prefix === '' ? name : `${prefix}/${name}`,
    size: numberIn(block.subarray(124, 136)),
    linkname: textOf(block.subarray(157, 257)),
  };
}

/** By index: an archive can have millions of headers, and an iterator takes ten times as long. */
function sumOf(bytes: Buffer): number {
  let sum = 0;
  for (let at = 0; at < bytes.length; at++) sum += bytes[at] as number;
  return sum;
}

function memberOf({ flag, ...header }: Header, records: Announced, long: Announced): Member {
  const name = records.sparse || long.path || records.path || header.name;
  const digit = flag === '\0' ? '0' : flag;
  const known = digit in TYPES ? TYPES[digit as keyof typeof TYPES] : undefined;
  const linkname = long.linkpath || records.linkpath || header.linkname;
  if (Math.max(name.length, linkname.length) > PATH_LIMIT)
    throw damaged('has a name that is too long for a file');
  const stated = records.size ? decimal(records.size) : header.size;
  return {
    name,
    // Old programs say by a slash that it is a folder.
    type: known === 'file' && name.endsWith('/') ? 'directory' : known,
    // All other known ones have no content, whatever their header says.
    size: known === 'file' || known === undefined ? stated : 0,
    linkname,
    sparse: flag === 'S' || records.sparse !== undefined,
  };
}

/** The records of a pax header, `LENGTH KEY=VALUE\n` each, as far as they are needed here. */
function readRecords(bytes: Buffer): Announced {
  const found: Announced = {};
  for (let at = 0; at < bytes.length; ) {
    const [digits = ''] = /^[1-9]\d{0,6}(?= )/.exec(bytes.toString('latin1', at, at + 8)) ?? [];
    const end = at + Number(digits);
    const start = at + digits.length + 1;
    const record = bytes.subarray(start, end - 1);
    const equals = record.indexOf(0x3d);
    if (digits === '' || end > bytes.length || bytes[end - 1] !== 0x0a || equals < 1)
      throw damaged('has a malformed record in a header');
    const key = record.toString('latin1', 0, equals);
    const value = (): string => textIn(record.subarray(equals + 1));
    if (key === 'path' || key === 'linkpath' || key === 'size') found[key] = value();
    else if (key === 'GNU.sparse.name') found.sparse = value();
    else if (key.startsWith('GNU.sparse.')) found.sparse ??= '';
    at = end;
  }
  return found;
}

/** A text that ends at a zero byte, or with its field. */
function textOf(field: Buffer): string {
  const end = field.indexOf(0);
  return field.toString('utf8', 0, end < 0 ? field.length : end);
}

/** A text that may hold no zero byte. */
function textIn(value: Buffer): string {
  if (value.includes(0)) throw damaged('has a malformed record in a header');
  return value.toString('utf8');
}

/** A number in octal digits, or in GNU's form for larger ones, which begins with the byte 80. */
function numberIn(field: Buffer): number {
  if (field[0] === 0x80) return safe(Number(BigInt(`0x${field.toString('hex', 1)}`)));
  const [, digits] = /^[ \0]*([0-7]*)(?:[ \0]|$)/.exec(field.toString('latin1')) ?? [];
  if (digits === undefined) throw damaged('has a header with a malformed number');
  return digits === '' ? 0 : Number.parseInt(digits, 8);
}

function decimal(text: string): number {
  if (!/^\d+$/.test(text)) throw damaged('has a header with a malformed number');
  return safe(Number(text));
}

function safe(value: number): number {
  if (!Number.isSafeInteger(value)) throw damaged('has a header with a number that no file has');
  return value;
}

function padded(size: number): number {
  return Math.ceil(size / BLOCK) * BLOCK;
}

function damaged(how: string): Error {
  return new Error(`the archive is damaged: it ${how}`);
}

/** Bytes that come in pieces of any length. */
interface Source {
  readonly isAtEnd: () => Promise<boolean>;
  /** At least one byte, and at most as many. Throws where there are none. */
  readonly some: (most: number) => Promise<Buffer>;
  /** As many. Throws where there are fewer. */
  readonly exactly: (count: number) => Promise<Buffer>;
}

function openSource(pieces: AsyncIterator<Buffer>): Source {
  let piece: Buffer = Buffer.alloc(0);
  const isAtEnd = async (): Promise<boolean> => {
    while (piece.length === 0) {
      const next = await pieces.next();
      if (next.done === true) return true;
      piece = next.value;
    }
    return false;
  };
  const some = async (most: number): Promise<Buffer> => {
    if (await isAtEnd()) throw damaged('ends before its last member does');
    const part = piece.subarray(0, most);
    piece = piece.subarray(part.length);
    return part;
  };
  const exactly = async (count: number): Promise<Buffer> => {
    if (count > 0 && piece.length >= count) return some(count);
    const parts: Buffer[] = [];
    for (let missing = count; missing > 0; ) {
      const part = await some(missing);
      parts.push(part);
      missing -= part.length;
    }
    return Buffer.concat(parts, count);
  };
  return { isAtEnd, some, exactly };
}
