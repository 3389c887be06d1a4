import { describe, expect, it } from 'vitest';
import { layoutProblems, MAY_IMPORT, mirrorProblems, tableProblems } from '../../../tools/layout.mjs';

/** The text of a file of ordinary length that begins with these lines. */
function file(...lines: readonly string[]): string {
  return [...lines, ...Array.from({ length: 40 }, () => '// a line'), ''].join('\n');
}

/** What breaks the rules in a src/ of these files; an imported file that is not given is an empty one. */
function problemsOf(files: Readonly<Record<string, string>>): readonly string[] {
  return layoutProblems(new Map(Object.entries(files)));
}

describe('the layout of src/', () => {
  it('is a table that runs one way: a folder imports only what stands below it', () => {
    const folders = Object.keys(MAY_IMPORT);
    for (const [folder, allowed] of Object.entries(MAY_IMPORT)) {
      for (const place of allowed.filter((each) => !/^[*!]/.test(each))) {
        const [target = ''] = place.split('/');
        expect([folder, target, folders.indexOf(target) > folders.indexOf(folder)]).toEqual([
          ...[folder, target, true],
        ]);
      }
    }
  });

  it('allows imports that go down, types of what the table says, and packages in their places', () => {
    const files = {
      'main/cli': file("import { start } from './start.ts';", "import '@actions/core';"),
      'main/start': file("import { setup } from '../commands/setup.ts';"),
      'commands/setup': file("import { plan } from '../plan/plan.ts';"),
      'plan/plan': file("import { record } from '../journal/record.ts';"),
      'journal/record': file(),
      'namespace/scope': file("import type { Inputs } from '../inputs/inputs.ts';"),
      'inputs/inputs': file(),
      'oci/machine-registries': file(
        "import { parse } from 'smol-toml';",
        "import { Readable } from 'node:stream';",
      ),
    };
    expect(problemsOf(files)).toEqual([]);
  });

  it.each<[string, Readonly<Record<string, string>>, readonly string[]]>([
    [
      'an import that goes up',
      { 'text/text': file("import { a } from '../host/host.ts';"), 'host/host': file() },
      [
        'src/text/text.ts may not import src/host/host.ts',
        'src/text/text.ts is pure, and src/host/host.ts is not',
      ],
    ],
    [
      'a type import that goes up',
      { 'host/host': file("import type { A } from '../qemu/store.ts';"), 'qemu/store': file() },
      ['src/host/host.ts may not import src/qemu/store.ts'],
    ],
    [
      'a re-export that goes up',
      { 'host/host': file("export { a } from '../qemu/store.ts';"), 'qemu/store': file() },
      ['src/host/host.ts may not import src/qemu/store.ts'],
    ],
    [
      'an import over several lines that goes up',
      { 'host/host': file('import {', '  a,', "} from '../qemu/store.ts';"), 'qemu/store': file() },
      ['src/host/host.ts may not import src/qemu/store.ts'],
    ],
    [
      'an import of a file beside the one that may be imported',
      { 'plan/setup': file("import { a } from '../journal/recorder.ts';"), 'journal/recorder': file() },
      [
        'src/plan/setup.ts may not import src/journal/recorder.ts',
        'src/plan/setup.ts is pure, and src/journal/recorder.ts is not',
      ],
    ],
    [
      'a command that imports a program',
      { 'commands/setup': file("import { a } from '../main/start.ts';"), 'main/start': file() },
      ['src/commands/setup.ts may not import src/main/start.ts'],
    ],
    [
      'a value where only types may be imported',
      {
        'namespace/scope': file("import { a, type B } from '../inputs/arguments.ts';"),
        'inputs/arguments': file(),
      },
      ['src/namespace/scope.ts may import nothing but types of src/inputs/arguments.ts'],
    ],
    [
      'a pure file that imports Node',
      { 'plan/setup': file("import { join } from 'node:path';") },
      ['src/plan/setup.ts is pure, and imports node:path'],
    ],
    [
      'a pure file that imports a package',
      { 'plan/setup': file("import { parse } from 'smol-toml';") },
      ['src/plan/setup.ts is pure, and imports smol-toml'],
    ],
    [
      'a package in a place that is not its own',
      { 'qemu/store': file("import { HttpProxyAgent } from 'http-proxy-agent/dist/index.js';") },
      ['src/qemu/store.ts imports http-proxy-agent/dist/index.js, which only host/network/connections may'],
    ],
    [
      'a package in a place of the same beginning',
      { 'oci/machine': file("import 'smol-toml';") },
      ['src/oci/machine.ts imports smol-toml, which only oci/machine-registries may'],
    ],
    [
      'a package that no file may use',
      { 'qemu/store': file("const pad = await import('left-pad');") },
      ['src/qemu/store.ts imports left-pad, a package that no file may use'],
    ],
    [
      'a file that is loaded late',
      { 'main/cli': file("const { a } = await import('./start.ts');"), 'main/start': file() },
      ['src/main/cli.ts loads src/main/start.ts by import(): a file of src/ is loaded with the program'],
    ],
    [
      'a path that is opened by a name of node:fs',
      { 'oci/image': file("import { readFileSync, statSync } from 'node:fs';") },
      ['src/oci/image.ts opens a path by readFileSync(), which only host/files.ts may'],
    ],
    [
      'a path that is opened under another name, over several lines',
      { 'oci/image': file('import {', '  statSync,', '  copyFileSync as copy,', "} from 'node:fs';") },
      ['src/oci/image.ts opens a path by copyFileSync(), which only host/files.ts may'],
    ],
    [
      'a path that is opened by node:fs as a whole',
      { 'oci/image': file("import * as fs from 'node:fs';", 'fs.createReadStream(path); fs.rmSync(path);') },
      ['src/oci/image.ts opens a path by createReadStream(), which only host/files.ts may'],
    ],
    [
      'a path that is opened by the default of node:fs',
      { 'oci/image': file("import fs, { type Stats } from 'node:fs';", 'fs.openSync(path);') },
      ['src/oci/image.ts opens a path by openSync(), which only host/files.ts may'],
    ],
    [
      'a path that is opened by promises',
      { 'oci/image': file("import { open } from 'node:fs/promises';") },
      ['src/oci/image.ts opens a path by open(), which only host/files.ts may'],
    ],
    [
      'a path that is opened by promises of node:fs',
      { 'oci/image': file("import { promises } from 'node:fs';", 'await promises.writeFile(path);') },
      ['src/oci/image.ts opens a path by writeFile(), which only host/files.ts may'],
    ],
    [
      'a program that is looked for by PATH',
      { 'oci/image': file("const file = context.host.which('docker');", "host.which('zstd', folders);") },
      ['src/oci/image.ts looks for a program by which(), which only host/trust.ts may'],
    ],
    [
      'a circle, of types too',
      {
        'plan/plan': file("import { a } from './decide.ts';"),
        'plan/decide': file("import { b } from './setup.ts';"),
        'plan/setup': file("import type { C } from './plan.ts';"),
      },
      ['import circle: plan/plan -> plan/decide -> plan/setup -> plan/plan'],
    ],
    [
      'a program of root that reaches too far, by way of others',
      {
        'main/privileged': file("import { a } from '../apply/apply.ts';"),
        'apply/apply': file("import { b } from '../plan/plan.ts';"),
        'plan/plan': file("import { c } from '../inputs/inputs.ts';"),
        'inputs/inputs': file(),
      },
      ['src/main/privileged.ts reaches src/inputs/inputs.ts'],
    ],
    ['a folder that has no row', { 'core/all': file() }, ['src/core is no folder of the layout']],
    [
      'a folder of too many files',
      Object.fromEntries(Array.from({ length: 13 }, (_, index) => [`qemu/q${index}`, file()])),
      ['src/qemu has 13 files, and 12 is the most'],
    ],
    [
      'a file of too many lines',
      { 'qemu/store': '\n'.repeat(401) },
      ['src/qemu/store.ts has 401 lines, and 400 is the most'],
    ],
    [
      'a file of too few lines',
      { 'qemu/store': '\n'.repeat(29) },
      ['src/qemu/store.ts has 29 lines: too few for a file of its own'],
    ],
  ])('does not allow %s', (_what, files, problems) => {
    expect(problemsOf(files)).toEqual(problems);
  });

  it('allows what opens no path, and the folder of those that open', () => {
    const files = {
      'host/files': file("import * as fs from 'node:fs';", 'fs.openSync(path);'),
      'oci/image': file(
        "import { closeSync, readSync, type ReadStream } from 'node:fs';",
        "import { readStart } from '../host/files.ts';",
        'host.writeFile(path); // fs.openSync(path)',
      ),
      'main/start': file("import * as fs from 'node:fs';", '// fs.openSync(path);', 'fs.rmSync(path);'),
    };
    expect(problemsOf(files)).toEqual([]);
  });

  it('does not allow a table that names what is not there', () => {
    expect(tableProblems(['text/text'])).toContain('the layout names src/archive/limits, where no file is');
    expect(tableProblems(['host/tar/a', 'text/text']).filter((each) => each.includes('host/tar'))).toEqual(
      [],
    );
  });

  it('takes neither types nor comments for imports of values', () => {
    const text = file(
      "import { type A, type B } from '../facts/facts.ts';",
      "import type { C } from '../facts/facts.ts';",
      "type D = typeof import('../facts/facts.ts');",
      "// import { e } from '../oci/registry.ts';",
      " * import { f } from '../oci/registry.ts';",
    );
    expect(problemsOf({ 'apply/apply': text, 'facts/facts': file(), 'oci/registry': file() })).toEqual([]);
  });
});

describe('test/unit', () => {
  it('does not allow a test of no file', () => {
    expect(mirrorProblems(['binfmt/entry', 'entry'], ['binfmt/entry'])).toEqual([
      'test/unit/entry.test.ts tests no file of that name',
    ]);
  });
});
