/**
 * Assembles the programs of probes/ and writes their machine code to src/probe/machine-code.ts:
 *
 *   node tools/probes.mjs [--check | --list] [--root FOLDER]
 *
 * With --check, compares and changes nothing. With --list, says for each target its source, its assembler, and
 * the Debian package of that. What cannot be assembled here, since its assembler is not installed, is said, and
 * stays as it is. Needs Node 22.18 or newer, but for --list.
 *
 * A program's code ends at the label `marker`: there src/probe/programs.ts puts the text that the program writes. It is
 * loaded anywhere, so it reckons the marker's address from its own, and nothing is left for a linker to fill in:
 * code with a relocation is refused here. All programs do the same; docs/adr/0001 says what it proves.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';

const OUTPUT = 'src/probe/machine-code.ts';
const SOURCES = 'probes';
const LINE_WIDTH = 110;

const gnu = (triple) => ({
  program: `${triple}-as`,
  package: `binutils-${triple.replace('_', '-')}`,
});

const X86 = gnu('x86_64-linux-gnu');
const ARM64 = gnu('aarch64-linux-gnu');
const ARM = gnu('arm-linux-gnueabi');
const RISCV = gnu('riscv64-linux-gnu');
const PPC = gnu('powerpc64-linux-gnu');
const S390 = gnu('s390x-linux-gnu');
const MIPS = gnu('mips-linux-gnu');
/** Debian has it since 13. */
const LOONG = gnu('loongarch64-linux-gnu');
const SPARC = gnu('sparc64-linux-gnu');
const M68K = gnu('m68k-linux-gnu');
const SH4 = gnu('sh4-linux-gnu');
const ALPHA = gnu('alpha-linux-gnu');
const HPPA = gnu('hppa-linux-gnu');
const OR1K = gnu('or1k-elf');
const XTENSA = { program: 'xtensa-lx106-elf-as', package: 'binutils-xtensa-lx106' };
const LLVM = { program: 'llvm-mc', package: 'llvm' };

/** Names in the sources that are given a value here. */
const bits = (count) => ['--defsym', `BITS=${count}`];
const ABI = { o32: ['--defsym', 'ABI=1'], n32: ['--defsym', 'ABI=2'], n64: ['--defsym', 'ABI=3'] };
const HEXAGON = ['-triple=hexagon', '-filetype=obj'];

/**
 * Each target's program: `source` is a file of probes/. A source in assembly has an `assembler` and its `options`. A
 * source of machine words, for want of an assembler in Debian, has the byte `order` in which they are stored.
 */
const PROBES = {
  386: { source: '386.s', assembler: X86, options: ['--32'] },
  amd64: { source: 'amd64.s', assembler: X86, options: ['--64'] },
  arm64: { source: 'arm64.s', assembler: ARM64, options: ['-EL'] },
  arm64be: { source: 'arm64.s', assembler: ARM64, options: ['-EB'] },
  arm: { source: 'arm.s', assembler: ARM, options: ['-EL'] },
  armbe: { source: 'arm.s', assembler: ARM, options: ['-EL'] },
  riscv64: { source: 'riscv.s', assembler: RISCV, options: ['-march=rv64i', ...bits(64)] },
  riscv32: { source: 'riscv.s', assembler: RISCV, options: ['-march=rv32i', ...bits(32)] },
  ppc64le: { source: 'ppc.s', assembler: PPC, options: ['-a64', '-mlittle', ...bits(64)] },
  ppc64: { source: 'ppc.s', assembler: PPC, options: ['-a64', '-mbig', ...bits(64)] },
  ppc: { source: 'ppc.s', assembler: PPC, options: ['-a32', '-mbig', ...bits(32)] },
  s390x: { source: 's390x.s', assembler: S390, options: ['-m64'] },
  mips: { source: 'mips.s', assembler: MIPS, options: ['-EB', '-32', ...ABI.o32] },
  mipsle: { source: 'mips.s', assembler: MIPS, options: ['-EL', '-32', ...ABI.o32] },
  mips64: { source: 'mips.s', assembler: MIPS, options: ['-EB', '-64', ...ABI.n64] },
  mips64le: { source: 'mips.s', assembler: MIPS, options: ['-EL', '-64', ...ABI.n64] },
  mips64p32: { source: 'mips.s', assembler: MIPS, options: ['-EB', '-n32', ...ABI.n32] },
  mips64p32le: { source: 'mips.s', assembler: MIPS, options: ['-EL', '-n32', ...ABI.n32] },
  loong64: { source: 'loong64.s', assembler: LOONG, options: [] },
  sparc64: { source: 'sparc.s', assembler: SPARC, options: ['-64', ...bits(64)] },
  sparc: { source: 'sparc.s', assembler: SPARC, options: ['-32', ...bits(32)] },
  sparc32plus: { source: 'sparc.s', assembler: SPARC, options: ['-32', ...bits(32)] },
  m68k: { source: 'm68k.s', assembler: M68K, options: [] },
  sh4: { source: 'sh4.s', assembler: SH4, options: ['-little'] },
  sh4eb: { source: 'sh4.s', assembler: SH4, options: ['-big'] },
  alpha: { source: 'alpha.s', assembler: ALPHA, options: [] },
  hppa: { source: 'hppa.s', assembler: HPPA, options: [] },
  hexagon: { source: 'hexagon.s', assembler: LLVM, options: HEXAGON },
  xtensa: { source: 'xtensa.s', assembler: XTENSA, options: [] },
  xtensaeb: { source: 'xtensaeb.words', order: 'big' },
  cris: { source: 'cris.words', order: 'little' },
  microblaze: { source: 'microblaze.words', order: 'big' },
  microblazeel: { source: 'microblaze.words', order: 'little' },
  nios2: { source: 'nios2.words', order: 'little' },
  or1k: { source: 'or1k.s', assembler: OR1K, options: [] },
};

const { values } = parseArgs({
  options: {
    check: { type: 'boolean', default: false },
    list: { type: 'boolean', default: false },
    root: { type: 'string', default: fileURLToPath(new URL('..', import.meta.url)) },
  },
});

if (values.list) list();
else await make(join(values.root, SOURCES), join(values.root, OUTPUT));

function list() {
  for (const [target, { source, assembler }] of Object.entries(PROBES)) {
    const by = assembler === undefined ? '' : ` ${assembler.program} ${assembler.package}`;
    console.log(`${target} ${source}${by}`);
  }
}

/** Writes the table, or with --check compares it; a target that cannot be assembled here keeps its code. */
async function make(sources, output) {
  const before = existsSync(output) ? readFileSync(output, 'utf8') : '';
  const committed = before === '' ? {} : (await import(pathToFileURL(output))).MACHINE_CODE;
  const table = {};
  let made = 0;
  for (const [target, probe] of Object.entries(PROBES)) {
    const fresh = probe.order === undefined ? assemble(sources, probe) : readWords(sources, probe);
    const code = fresh ?? committed[target];
    if (code === undefined) throw new Error(`${target} has no code yet, and ${missing(probe)}`);
    if (fresh === undefined) console.log(`skipped: ${target}, since ${missing(probe)}`);
    else made++;
    if (code !== committed[target])
      console.log(
        `${target}: ${probe.source} gives ${code}, and ${committed[target] ?? 'nothing'} was there`,
      );
    table[target] = code;
  }

  const after = render(table);
  if (!values.check) writeFileSync(output, after);
  else if (before !== after) process.exitCode = 1;
  const compared = before === after ? 'is what the sources give' : 'is not what npm run probes writes';
  const outcome = values.check ? compared : 'is written';
  console.log(`${OUTPUT} ${outcome}: ${made} of ${Object.keys(PROBES).length} programs made anew`);
}

function missing({ assembler }) {
  return `${assembler.program} is not installed (Debian's ${assembler.package})`;
}

/** The code of a source in assembly, in hex; undefined where its assembler is not installed. */
function assemble(sources, { source, assembler, options }) {
  const folder = mkdtempSync(join(tmpdir(), 'probes-'));
  try {
    const object = join(folder, 'object');
    const args = [...options, '-o', object, join(sources, source)];
    const { error, status, stderr } = spawnSync(assembler.program, args, { encoding: 'utf8' });
    if (error?.code === 'ENOENT') return undefined;
    if (error !== undefined) throw error;
    if (status !== 0) throw new Error(`${assembler.program} ${args.join(' ')}\n${stderr}`);
    return codeOf(readFileSync(object), source);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What lies before the label `marker` in an ELF object file, in hex. Format: System V gABI, chapter 4. */
function codeOf(object, source) {
  const wide = object[4] === 2;
  const order = object[5] === 1 ? 'LE' : 'BE';
  const half = (at) => object[`readUInt16${order}`](at);
  const word = (at) => object[`readUInt32${order}`](at);
  const address = (at) => (wide ? Number(object[`readBigUInt64${order}`](at)) : word(at));
  const text = (at) => object.toString('latin1', at, object.indexOf(0, at));

  const [start, width, count] = wide ? [address(40), half(58), half(60)] : [address(32), half(46), half(48)];
  const sections = Array.from({ length: count }, (_, index) => {
    const at = start + index * width;
    const [offset, size, link] = wide ? [at + 24, at + 32, at + 40] : [at + 16, at + 20, at + 24];
    return {
      ...{ name: word(at), type: word(at + 4), offset: address(offset), size: address(size) },
      ...{ link: word(link), info: word(link + 4) },
    };
  });
  const names = sections[half(wide ? 62 : 50)];
  const code = sections.findIndex(({ name }) => text(names.offset + name) === '.text');

  const [RELA, REL, SYMBOLS] = [4, 9, 2];
  if (sections.some(({ type, info, size }) => (type === RELA || type === REL) && info === code && size > 0))
    throw new Error(`${source} leaves an address to a linker, and there is none`);

  const symbols = sections.find(({ type }) => type === SYMBOLS);
  for (let at = symbols.offset; at < symbols.offset + symbols.size; at += wide ? 24 : 16) {
    if (text(sections[symbols.link].offset + word(at)) !== 'marker') continue;
    const begin = sections[code].offset;
    return object.toString('hex', begin, begin + address(at + (wide ? 8 : 4)));
  }
  throw new Error(`${source} has no label marker`);
}

/** The code of a source of machine words, in hex: one word a line, and behind a # what it means. */
function readWords(sources, { source, order }) {
  const lines = readFileSync(join(sources, source), 'utf8').split('\n');
  const words = lines.map((line) => line.replace(/#.*/, '').trim()).filter((word) => word !== '');
  const bytes = words.map((word) => {
    if (!/^([0-9a-f]{2})+$/.test(word)) throw new Error(`${source}: "${word}" is no machine word`);
    return order === 'big' ? word : word.match(/../g).reverse().join('');
  });
  return bytes.join('');
}

/** The file that src/ takes the table from, as the formatter leaves it. */
function render(table) {
  const rows = Object.entries(table).map(([target, code]) => {
    const key = /^\d/.test(target) ? `'${target}'` : target;
    const line = `  ${key}: '${code}',\n`;
    return line.length - 1 <= LINE_WIDTH ? line : `  ${key}:\n    '${code}',\n`;
  });
  return `/** The machine code of the probes, in hex. Written by tools/probes.mjs from ${SOURCES}/: npm run probes. */

/** Each program does \`write(1, marker, 10)\` and \`exit(argc)\`; it finds the marker behind its own last byte. */
export const MACHINE_CODE = {
${rows.join('')}} as const satisfies Readonly<Record<string, string>>;
`;
}
