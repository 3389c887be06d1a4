/** ELF: reads the identity of a program, and builds small ones. Format: System V gABI, chapters 4 and 5. */
import type { ElfIdentity, Target } from './platforms.ts';

/** Byte 9 of a probe that a private registration alone shall match. Native loaders ignore that byte. */
export const TRIAL_TAG = 0x5a;

const EI_PAD = 9;
/** `e_type` of a program that is linked at a fixed address. */
export const ET_EXEC = 2;
/** `e_type` of a program that runs at any address. */
export const ET_DYN = 3;
const PT_LOAD = 1;
const PT_INTERP = 3;
const READ_AND_EXECUTE = 5;

/** Free of other mappings on every target, and a multiple of every page size. */
const BASE_ADDRESS = 0x400000;
const LARGEST_PAGE = 0x10000;

export interface ProgramOptions {
  /** Position-independent (ET_DYN), as today's compilers make programs. */
  readonly pie?: boolean;
  /** Byte 9 of the header, see TRIAL_TAG. */
  readonly tag?: number;
}

/** How programs of this identity begin: the headers of a program without code. */
export function headersOf(elf: ElfIdentity, options: ProgramOptions = {}): Uint8Array {
  return buildProgram(elf, '', options);
}

/** A complete static program: ELF header, and one loaded segment with `code` (hex), where it begins. It has no sections. */
export function buildProgram(elf: ElfIdentity, code: string, options: ProgramOptions = {}): Uint8Array {
  const { bits, endian, machine, flags } = elf;
  const layout = LAYOUTS[bits];
  const headers = layout.header + layout.segment;
  const size = headers + code.length / 2;
  const base = options.pie === true ? 0 : BASE_ADDRESS;

  const bytes = new Uint8Array(size);
  const write = fieldWriter(bytes, bits, endian);
  bytes.set([0x7f, 0x45, 0x4c, 0x46, bits === 64 ? 2 : 1, endian === 'little' ? 1 : 2, 1]);
  bytes[EI_PAD] = options.tag ?? 0;
  write.half(16, options.pie === true ? ET_DYN : ET_EXEC);
  write.half(18, machine);
  write.word(20, 1);
  write.address(layout.entry, base + headers);
  write.address(layout.segments, layout.header);
  write.word(layout.flags, flags);
  write.half(layout.headerSize, layout.header);
  write.half(layout.segmentSize, layout.segment);
  write.half(layout.segmentCount, 1);

  const segment = layout.header;
  write.word(segment, PT_LOAD);
  write.word(segment + layout.permissions, READ_AND_EXECUTE);
  write.address(segment + layout.virtual, base);
  write.address(segment + layout.physical, base);
  write.address(segment + layout.fileSize, size);
  write.address(segment + layout.memorySize, size);
  write.address(segment + layout.align, LARGEST_PAGE);

  bytes.set(Buffer.from(code, 'hex'), headers);
  return bytes;
}

/** The target's magic and mask with byte 9 required to be TRIAL_TAG: matches a tagged probe and nothing else. */
export function trialMagic(target: Target): { readonly magic: string; readonly mask: string } {
  const put = (hex: string, value: number) =>
    hex.slice(0, EI_PAD * 2) + value.toString(16) + hex.slice(EI_PAD * 2 + 2);
  return { magic: put(target.magic, TRIAL_TAG), mask: put(target.mask, 0xff) };
}

/** What the beginning of an ELF file says. */
export interface ElfHeader extends ElfIdentity {
  /** `e_type`: 2 = ET_EXEC, 3 = ET_DYN. */
  readonly type: number;
  readonly osabi: number;
  /** Asks for a dynamic loader (PT_INTERP): not static. Seen only as far as `complete` reaches. */
  readonly interpreter: boolean;
  /** False when program headers lie outside of the bytes given, or are of an unknown size. */
  readonly complete: boolean;
}

/** True where both are of one machine, of its width and byte order: one runs what the other does. */
export function isSameMachine(one: ElfIdentity, other: ElfIdentity): boolean {
  return one.machine === other.machine && one.bits === other.bits && one.endian === other.endian;
}

/**
 * Reads an ELF header and its program headers from the first bytes of a file (4096 suffice for any usual
 * program). `undefined` when it is no ELF file, or is cut within its header. Throws nothing.
 */
export function readElf(bytes: Uint8Array): ElfHeader | undefined {
  const [m0, m1, m2, m3, elfClass, data] = bytes;
  if (m0 !== 0x7f || m1 !== 0x45 || m2 !== 0x4c || m3 !== 0x46) return undefined;
  if ((elfClass !== 1 && elfClass !== 2) || (data !== 1 && data !== 2)) return undefined;
  const bits = elfClass === 2 ? 64 : 32;
  const layout = LAYOUTS[bits];
  if (bytes.length < layout.header) return undefined;

  const little = data === 1;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const segments =
    bits === 64
      ? Number(view.getBigUint64(layout.segments, little))
      : view.getUint32(layout.segments, little);
  const count = view.getUint16(layout.segmentCount, little);
  const sizeKnown = count === 0 || view.getUint16(layout.segmentSize, little) === layout.segment;
  const inside = sizeKnown ? Math.max(0, Math.floor((bytes.length - segments) / layout.segment)) : 0;

  let interpreter = false;
  for (let index = 0; index < Math.min(count, inside); index++) {
    if (view.getUint32(segments + index * layout.segment, little) === PT_INTERP) interpreter = true;
  }
  return {
    bits,
    endian: little ? 'little' : 'big',
    machine: view.getUint16(18, little),
    type: view.getUint16(16, little),
    osabi: view.getUint8(7),
    flags: view.getUint32(layout.flags, little),
    interpreter,
    complete: inside >= count,
  };
}

/** Where the fields are: offsets in the ELF header, then offsets in a program header, and both sizes. */
const LAYOUTS = {
  32: {
    header: 52,
    entry: 24,
    segments: 28,
    flags: 36,
    headerSize: 40,
    segmentSize: 42,
    segmentCount: 44,
    segment: 32,
    virtual: 8,
    physical: 12,
    fileSize: 16,
    memorySize: 20,
    permissions: 24,
    align: 28,
  },
  64: {
    header: 64,
    entry: 24,
    segments: 32,
    flags: 48,
    headerSize: 52,
    segmentSize: 54,
    segmentCount: 56,
    segment: 56,
    permissions: 4,
    virtual: 16,
    physical: 24,
    fileSize: 32,
    memorySize: 40,
    align: 48,
  },
} as const;

function fieldWriter(bytes: Uint8Array, bits: 32 | 64, endian: 'little' | 'big') {
  const view = new DataView(bytes.buffer);
  const little = endian === 'little';
  const word = (offset: number, value: number) => view.setUint32(offset, value, little);
  return {
    half: (offset: number, value: number) => view.setUint16(offset, value, little),
    word,
    address: (offset: number, value: number) =>
      bits === 64 ? view.setBigUint64(offset, BigInt(value), little) : word(offset, value),
  };
}
