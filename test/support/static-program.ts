import { buildProgram } from '../../src/platform/elf.ts';
import { nativeArchitecture, targetOf } from '../../src/platform/platforms.ts';

/** OCI architecture of the machine that runs the tests. */
export const machineArchitecture = nativeArchitecture(process.arch, 'little') ?? process.arch;

/** Linux machine code: write(1, text, length); exit(0). The text follows it. */
const SAY: Readonly<Record<string, (length: number) => string>> = {
  amd64: (length) => `b801000000bf01000000488d3510000000ba${word(length)}0f05b83c00000031ff0f05`,
  arm64: (length) =>
    ['200080d2', 'e1000010', word((0xd2800002 | (length << 5)) >>> 0), '080880d2', '010000d4'].join('') +
    ['000080d2', 'a80b80d2', '010000d4'].join(''),
};

/** A static program of this machine that prints a text and exits with 0, whatever it is asked. */
export function staticProgram(text: string): Buffer {
  const target = targetOf(machineArchitecture);
  const say = SAY[machineArchitecture];
  if (target === undefined || say === undefined)
    throw new Error(`no machine code for ${machineArchitecture}`);
  const bytes = Buffer.from(text);
  const code = say(bytes.length) + bytes.toString('hex');
  return Buffer.from(buildProgram(target.elf, code));
}

/** A static program that answers `--version` as QEMU's user mode does. */
export function fakeQemu(qemu: string, version = '10.2.3'): Buffer {
  return staticProgram(`qemu-${qemu} version ${version} (made for a test)\nCopyright (c) 2003-2026\n`);
}

function word(value: number): string {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes.toString('hex');
}
