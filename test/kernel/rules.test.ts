/** Rules of the user's own, on a real private table: each really executes a program. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reportOf } from '../support/program.ts';
import { type Lab, noLab, openLab } from '../support/setup-lab.ts';

const able = noLab() === undefined;
const has = (program: string): boolean => {
  const found = spawnSync('sh', ['-c', 'command -v "$0"', program]).status === 0;
  if (!found) console.log(`skipped: this machine has no ${program}`);
  return found;
};

/**
 * A WebAssembly module that exports `run`, a function that gives 42 (WebAssembly core specification, "Binary
 * Format"): one type, one function, one export, one body.
 */
const MODULE = Uint8Array.from([
  ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
  ...[0x01, 0x05, 0x01, 0x60, 0x00, 0x01, 0x7f],
  ...[0x03, 0x02, 0x01, 0x00],
  ...[0x07, 0x07, 0x01, 0x03, 0x72, 0x75, 0x6e, 0x00, 0x00],
  ...[0x0a, 0x06, 0x01, 0x04, 0x00, 0x41, 0x2a, 0x0b],
]);

describe.skipIf(!able)('own rules', () => {
  let lab: Lab;
  beforeAll(async () => {
    lab = await openLab('/nowhere');
  });
  afterAll(() => lab.close());

  /** Writes an executable file of the lab, and gives its path. */
  const program = (name: string, content: string | Uint8Array): string => {
    const path = join(lab.work, name);
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(path, content, { mode: 0o755 });
    return path;
  };
  const native = process.arch === 'arm64' ? 'arm64' : 'amd64';
  const setUp = (rules: string, ...args: readonly string[]) =>
    lab.cli('setup', native, '--rules', rules, '--json', ...args);

  it.skipIf(!has('python3'))('run a Python program by the end of its name', async () => {
    const python = spawnSync('python3', ['-c', 'import sys; print(sys.executable)'], { encoding: 'utf8' });
    const path = program('hello.pyprog', 'import sys\nprint("python", *sys.argv[1:])\n');
    expect((await lab.run([path])).stdout).toBe('');
    const ended = await setUp(`# by extension\n:py:E::pyprog::${python.stdout.trim()}:`);
    expect(reportOf(ended)).toMatchObject({
      exitCode: 0,
      changed: true,
      registered: ['py'],
      rules: [{ name: 'py', registered: true }],
    });
    expect(await lab.run([path, 'a', 'b'])).toEqual({ code: 0, stdout: 'python a b\n', stderr: '' });
    expect(reportOf(await setUp(`:py:E::pyprog::${python.stdout.trim()}:`)).changed).toBe(false);
  });

  it.skipIf(!has('javac'))('run a Java class by its magic', async () => {
    const source = program(
      'Hello.java',
      'public class Hello { public static void main(String[] a) { System.out.println("java " + a[0]); } }\n',
    );
    expect((await lab.run(['javac', source])).code).toBe(0);
    const wrapper = program(
      'run-class',
      '#!/bin/sh\nfile=$1\nshift\nexec java -cp "$(dirname "$file")" "$(basename "$file" .class)" "$@"\n',
    );
    const file = join(lab.work, 'Hello.class');
    await lab.run(['chmod', '+x', file]);
    expect(reportOf(await setUp(`:Java:M::\\xca\\xfe\\xba\\xbe::${wrapper}:`)).exitCode).toBe(0);
    expect(await lab.run([file, 'works'])).toEqual({ code: 0, stdout: 'java works\n', stderr: '' });
  });

  it('run a WebAssembly module by its magic', async () => {
    const runtime = program(
      'wasm-runtime',
      `#!${process.execPath}
const bytes = require('node:fs').readFileSync(process.argv[2]);
WebAssembly.instantiate(bytes).then(({ instance }) => {
  console.log('wasm', instance.exports.run(), ...process.argv.slice(3));
});
`,
    );
    const module = program('answer.wasm', MODULE);
    expect(reportOf(await setUp(`:wasm:M::\\x00asm::${runtime}:`)).exitCode).toBe(0);
    expect(await lab.run([module, 'x'])).toEqual({ code: 0, stdout: 'wasm 42 x\n', stderr: '' });
  });

  it('need no platform, and then no QEMU', async () => {
    const file = program('file.alone', 'x\n');
    const interpreter = program('alone', '#!/bin/sh\necho alone\n');
    // There is no QEMU at /nowhere, where this lab looks for it.
    const ended = await lab.cli('setup', 'none', '--rules', `:alone:E::alone::${interpreter}:`, '--json');
    expect([ended.code, reportOf(ended)]).toMatchObject([
      0,
      {
        exitCode: 0,
        healthy: true,
        platforms: [],
        registered: ['alone'],
        notes: ['no platform is asked for: no QEMU is fetched'],
        matrix: { include: [] },
        outputs: { matrix: '{"include":[]}', count: '0', 'qemu-version': '' },
      },
    ]);
    expect((await lab.run([file])).stdout).toBe('alone\n');
    const doctor = await lab.cli('doctor', 'none', '--json');
    expect(reportOf(doctor).entries).toContainEqual({
      name: 'alone',
      enabled: true,
      kind: 'extension',
      // The lab is a home folder.
      interpreter: '~/alone',
      flags: '',
    });
    expect((await lab.cli('setup', 'none')).stdout).toMatch(
      /no QEMU is fetched\nnothing had to be changed\.\n$/,
    );
    expect((await lab.cli('remove', 'none')).code).toBe(0);
    expect(lab.entries().has('alone')).toBe(true);
  });

  it('are upgraded when their own line changes, and taken back to what they were', async () => {
    const [old, fresh] = ['old', 'fresh'].map((name) => program(name, `#!/bin/sh\necho ${name}\n`));
    const file = program('file.upg', 'x\n');
    expect(reportOf(await setUp(`:upg:E::upg::${old}:`)).exitCode).toBe(0);
    expect(reportOf(await setUp(`:upg:E::upg::${fresh}:`)).exitCode).toBe(0);
    expect((await lab.run([file])).stdout).toBe('fresh\n');
    expect((await lab.cli('remove', '--run', 'last')).code).toBe(0);
    expect((await lab.run([file])).stdout).toBe('old\n');
  });

  it('do not take the name of an entry of somebody else, unless they are told to', async () => {
    lab.table.register(':theirs:E::theirs::/bin/true:');
    const rule = ':theirs:E::mine::/usr/bin/env:';
    const refused = reportOf(await setUp(rule));
    expect(refused).toMatchObject({ exitCode: 2, changed: false, problem: { id: 'SB085' } });
    expect(lab.entries().get('theirs')).toContain('extension .theirs\n');
    expect(reportOf(await setUp(rule, '--on-conflict', 'replace')).exitCode).toBe(0);
    expect(lab.entries().get('theirs')).toContain('extension .mine\n');
    await lab.cli('remove', '--run', 'last');
    expect(lab.entries().get('theirs')).toContain('extension .theirs\n');
  });

  it('are refused, every problem at once, before anything is changed', async () => {
    const before = [...lab.entries()];
    const wrong = [
      ':bad name:E::x::/bin/true:',
      ':status:M::AB::/bin/true:',
      ':long:M:255:ABCD::/bin/true:',
      ':mask:M::AB:\\xff:/bin/true:',
      ':escape:M::\\xg0::/bin/true:',
      ':flags:M::AB::/bin/true:Q',
      ':type:X::AB::/bin/true:',
      ':relative:M::AB::true:',
    ];
    const ended = await setUp(wrong.join('\n'));
    expect(ended.code).toBe(2);
    for (const line of wrong.keys()) expect(ended.stderr).toContain(`rules, line ${line + 1}: `);

    const here = await setUp(
      [
        ':elf:M::\\x7fELF::/usr/bin/env:',
        ':gone:E::gone::/nowhere/at/all:',
        `:plain:E::plain::${join(lab.work, 'Hello.java')}.txt:`,
        ':own:M::#!::/nowhere:',
      ].join('\n'),
    );
    expect(existsSync('/nowhere')).toBe(false);
    expect(reportOf(here)).toMatchObject({ exitCode: 2, problem: { id: 'SB085' } });
    expect(here.stdout).toMatch(/rule elf: its magic takes ELF programs of several architectures/);
    expect(here.stdout).toMatch(/rule own: its interpreter .*; rule own: its magic takes scripts/);
    expect(here.stdout).toMatch(/rule gone: its interpreter .* does not exist/);
    expect([...lab.entries()]).toEqual(before);
  });

  it('never take the programs of this host', async () => {
    const before = [...lab.entries()];
    // The first program header of what is dynamically linked: PT_PHDR, readable (ELF-64, little-endian).
    const header = readFileSync('/proc/self/exe').subarray(64, 72);
    const bytes = [...header].map((byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join('');
    const script = program('nothing', '#!/bin/sh\n');
    const rules = [
      `:phdr:M:64:${bytes}::${script}:`,
      ':hash:M::#!::/usr/bin/env:',
      ':name:E::minix::/usr/bin/env:',
    ];
    const ended = reportOf(await setUp(rules.join('\n')));
    expect(ended).toMatchObject({ exitCode: 2, changed: false, problem: { id: 'SB085' } });
    expect(JSON.stringify(ended)).toMatch(/rule phdr: its magic takes ELF programs of several architectures/);
    expect(JSON.stringify(ended)).toMatch(
      /rule name: its extension takes \/.*\.minix, a program of this host/,
    );
    expect(JSON.stringify(ended)).toMatch(/rule hash: its magic takes scripts/);
    expect([...lab.entries()]).toEqual(before);
  });

  it('do not bear the names of this program', async () => {
    const names = ['qemu-aarch64', 'setup-binfmt-mine', 'mine.new', 'mine.keep'];
    const ended = await setUp(names.map((name) => `:${name}:E::mine::/usr/bin/env:`).join('\n'));
    expect(ended.code).toBe(2);
    for (const [index, name] of names.entries())
      expect(ended.stderr).toContain(`rules, line ${index + 1}: the name "${name}" cannot be used`);
  });
});
