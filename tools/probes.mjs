/**
 * Assembles and compiles the programs of probes/ and writes their machine code to src/probe/machine-code.ts:
 *
 *   node tools/probes.mjs [--check | --list] [--root FOLDER]
 *
 * With --check, compares and changes nothing. With --list, says for each target its source, its assembler or compiler, and
 * the Debian package of that. What cannot be made here, since that is not installed, is said, and stays as it is. Needs
 * Node 22.18 or newer, but for --list.
 *
 * The code of a program in assembly ends at the label `marker`: there src/probe/programs.ts puts the text that the program
 * writes. It is loaded anywhere, so it reckons the marker's address from its own, and nothing is left for a linker to fill
 * in: code with a relocation is refused here, and so is a program in C that has data. docs/adr/0001 says what it proves.
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

const ARM = gnu('arm-linux-gnueabi');
const MIPS = gnu('mips-linux-gnu');
const SPARC = gnu('sparc64-linux-gnu');
const M68K = gnu('m68k-linux-gnu');
const SH4 = gnu('sh4-linux-gnu');
const ALPHA = gnu('alpha-linux-gnu');
const HPPA = gnu('hppa-linux-gnu');
const OR1K = gnu('or1k-elf');
const XTENSA = { program: 'xtensa-lx106-elf-as', package: 'binutils-xtensa-lx106' };
const LLVM = { program: 'llvm-mc', package: 'llvm' };
/** One version: another gives other code. */
const CLANG = { program: 'clang-19', package: 'clang-19' };

/** Names in the sources that are given a value here. */
const bits = (count) => ['--defsym', `BITS=${count}`];
const HEXAGON = ['-triple=hexagon', '-filetype=obj'];

/** For code that stands alone: no data, no tables, no unwinding, no registers of vectors. */
const BARE = [
  ...[
    '-c',
    '-Oz',
    '-std=gnu17',
    '-Wall',
    '-Wextra',
    '-Werror',
    '-ffreestanding',
    '-fno-builtin',
    '-fomit-frame-pointer',
  ],
  ...['-fno-stack-protector', '-fno-asynchronous-unwind-tables', '-fno-jump-tables', '-fno-ident'],
];
const MIPS_C = ['-fpic', '-mabicalls', '-msoft-float'];

/** How a program in C is compiled for an architecture. */
const COMPILED = {
  386: ['--target=i386-linux-gnu', '-march=i586', '-mno-sse'],
  amd64: ['--target=x86_64-linux-gnu', '-fpie', '-mno-sse'],
  arm64: ['--target=aarch64-linux-gnu', '-mgeneral-regs-only'],
  arm64be: ['--target=aarch64_be-linux-gnu', '-mgeneral-regs-only'],
  arm: ['--target=arm-linux-gnueabi', '-march=armv5te', '-marm', '-mfloat-abi=soft'],
  riscv64: ['--target=riscv64-linux-gnu', '-march=rv64i', '-mabi=lp64', '-mno-relax'],
  riscv32: ['--target=riscv32-linux-gnu', '-march=rv32i', '-mabi=ilp32', '-mno-relax'],
  ppc64le: ['--target=powerpc64le-linux-gnu', '-mcpu=pwr8', '-mno-altivec', '-mno-vsx', '-msoft-float'],
  ppc64: [
    '--target=powerpc64-linux-gnu',
    '-mabi=elfv2',
    '-mcpu=ppc64',
    '-mno-altivec',
    '-mno-vsx',
    '-msoft-float',
  ],
  ppc: ['--target=powerpc-linux-gnu', '-mcpu=ppc'],
  s390x: ['--target=s390x-linux-gnu', '-march=z10'],
  mips: ['--target=mips-linux-gnu', '-march=mips32r2', ...MIPS_C],
  mipsle: ['--target=mipsel-linux-gnu', '-march=mips32r2', ...MIPS_C],
  mips64: ['--target=mips64-linux-gnuabi64', '-march=mips64r2', ...MIPS_C],
  mips64le: ['--target=mips64el-linux-gnuabi64', '-march=mips64r2', ...MIPS_C],
  loong64: ['--target=loongarch64-linux-gnusf', '-mno-lsx', '-msoft-float'],
};

/** Each program in C, for each of these architectures. */
const compiled = (source, targets) =>
  Object.fromEntries(
    targets.map((target) => [target, { source, compiler: CLANG, options: [...COMPILED[target], ...BARE] }]),
  );

/**
 * Each target's program: `source` is a file of probes/. A source in assembly has an `assembler` and its `options`, one in C
 * a `compiler`. A source of machine words, for want of an assembler in Debian, has the byte `order` in which they are stored.
 */
const PROBES = {
  ...compiled('behaviours.c', Object.keys(COMPILED)),
  armbe: { source: 'arm.s', assembler: ARM, options: ['-EL'] },
  mips64p32: { source: 'mips.s', assembler: MIPS, options: ['-EB', '-n32'] },
  mips64p32le: { source: 'mips.s', assembler: MIPS, options: ['-EL', '-n32'] },
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

/** What starts a probe, on each architecture that Node runs on. */
const LAUNCHERS = compiled('launch.c', [
  ...['386', 'amd64', 'arm64', 'arm', 'riscv64', 'ppc64le', 'ppc64', 's390x', 'mips64le', 'loong64'],
]);

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
  for (const [target, { source, assembler, compiler = assembler }] of [PROBES, LAUNCHERS].flatMap(
    Object.entries,
  )) {
    const by = compiler === undefined ? '' : ` ${compiler.program} ${compiler.package}`;
    console.log(`${target} ${source}${by}`);
  }
}

/** Writes the tables, or with --check compares them; a program that cannot be made here keeps its code. */
async function make(sources, output) {
  const before = existsSync(output) ? readFileSync(output, 'utf8') : '';
  const committed = before === '' ? {} : await import(pathToFileURL(output));
  const [probes, launchers] = [
    makeTable(sources, PROBES, committed.MACHINE_CODE ?? {}),
    makeTable(sources, LAUNCHERS, committed.LAUNCHER_CODE ?? {}),
  ];
  const after = render(probes.table, launchers.table);
  if (!values.check) writeFileSync(output, after);
  else if (before !== after) process.exitCode = 1;
  const compared = before === after ? 'is what the sources give' : 'is not what npm run probes writes';
  const outcome = values.check ? compared : 'is written';
  const count = Object.keys(PROBES).length + Object.keys(LAUNCHERS).length;
  console.log(`${OUTPUT} ${outcome}: ${probes.made + launchers.made} of ${count} programs made anew`);
}

function makeTable(sources, programs, committed) {
  const table = {};
  let made = 0;
  for (const [target, program] of Object.entries(programs)) {
    const fresh = program.order === undefined ? build(sources, program) : readWords(sources, program);
    const code = fresh ?? committed[target];
    if (code === undefined) throw new Error(`${target} has no code yet, and ${missing(program)}`);
    if (fresh === undefined) console.log(`skipped: ${target}, since ${missing(program)}`);
    else made++;
    if (code !== committed[target])
      console.log(
        `${target}: ${program.source} gives ${code}, and ${committed[target] ?? 'nothing'} was there`,
      );
    table[target] = code;
  }
  return { table, made };
}

function missing({ assembler, compiler = assembler }) {
  return `${compiler.program} is not installed (Debian's ${compiler.package})`;
}

/** The code of a source in assembly or in C, in hex; undefined where what makes it is not installed. */
function build(sources, { source, assembler, compiler = assembler, options }) {
  const folder = mkdtempSync(join(tmpdir(), 'probes-'));
  try {
    const object = join(folder, 'object');
    const args = [...options, '-o', object, join(sources, source)];
    const { error, status, stderr } = spawnSync(compiler.program, args, { encoding: 'utf8' });
    if (error?.code === 'ENOENT') return undefined;
    if (error !== undefined) throw error;
    if (status !== 0) throw new Error(`${compiler.program} ${args.join(' ')}\n${stderr}`);
    return codeOf(readFileSync(object), source, assembler === undefined);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * What lies before the label `marker` in an ELF object file, in hex, or all of its code if it is `whole`. Format: System V
 * gABI, chapter 4.
 */
function codeOf(object, source, whole) {
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

  if (whole) {
    const data = sections.find(
      ({ name, size }) => /^\.(?:ro)?data/.test(text(names.offset + name)) && size > 0,
    );
    if (data !== undefined) throw new Error(`${source} has data, and a program here is code alone`);
    const { offset, size } = sections[code];
    return object.toString('hex', offset, offset + size);
  }
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

/** The file that src/ takes the tables from, as the formatter leaves it. */
function render(probes, launchers) {
  return `/** The machine code of the probes, in hex. Written by tools/probes.mjs from ${SOURCES}/: npm run probes. */

/**
 * Each program writes the marker, which the shorter ones find behind their own last byte, and exits with argc; the longer
 * ones (behaviours.c) write more behind it.
 */
export const MACHINE_CODE = {
${rows(probes)}} as const satisfies Readonly<Record<string, string>>;

/** The program that starts a probe (launch.c), by the architecture of the host. */
export const LAUNCHER_CODE = {
${rows(launchers)}} as const satisfies Readonly<Record<string, string>>;
`;
}

function rows(table) {
  const lines = Object.entries(table).map(([target, code]) => {
    const key = /^\d/.test(target) ? `'${target}'` : target;
    const line = `  ${key}: '${code}',\n`;
    // The formatter leaves short keys beside their values.
    return line.length - 1 <= LINE_WIDTH || key.length < 5 ? line : `  ${key}:\n    '${code}',\n`;
  });
  return lines.join('');
}
