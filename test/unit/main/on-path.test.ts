import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { nodeHost } from '../../../src/host/host.ts';
import { putProgram } from '../../../src/main/on-path.ts';
import type { Handler } from '../../../src/qemu/handler.ts';

const BYTES = Buffer.from('a program');

let work: string;
let handler: Handler;
let program: string;
beforeEach(() => {
  work = realpathSync(mkdtempSync(join(tmpdir(), 'setup-binfmt-path-')));
  for (const name of ['tools', 'path']) mkdirSync(join(work, name));
  program = join(work, 'path/qemu-arm');
  const path = join(work, 'tools/qemu-arm');
  writeFileSync(path, BYTES, { mode: 0o755 });
  const sha256 = createHash('sha256').update(BYTES).digest('hex');
  handler = { arch: 'arm', path, sha256, source: 'image', assumesPreserve: false };
});
afterEach(() => rmSync(work, { recursive: true, force: true }));

const put = (): string | undefined => putProgram(nodeHost(), handler, program);

describe('a program that is put on PATH', () => {
  it('is a link to the store, where nobody else may write', () => {
    expect(put()).toBeUndefined();
    expect(readlinkSync(program)).toBe(handler.path);
    expect(readFileSync(`${program}-static`)).toEqual(BYTES);
  });

  it.each<[string, (folder: string) => void]>([
    ['everyone may write to its folder', (folder) => chmodSync(folder, 0o777)],
    ['a group may write to its folder', (folder) => chmodSync(folder, 0o775)],
    [
      'a link leads to its folder',
      (folder) => {
        renameSync(folder, `${folder}.x`);
        symlinkSync(`${folder}.x`, folder);
      },
    ],
  ])('is a copy where %s, and stays what it is', (_, open) => {
    open(join(work, 'tools'));
    expect(put()).toBeUndefined();
    expect([lstatSync(program).isFile(), statSync(program).mode & 0o7777]).toEqual([true, 0o755]);
    writeFileSync(handler.path, 'another');
    for (const path of [program, `${program}-static`]) expect(readFileSync(path)).toEqual(BYTES);
  });

  it.each<[string, (path: string) => void, RegExp]>([
    ['is another one by now', (path) => writeFileSync(path, 'another'), /not what was recorded/],
    ['is gone by now', (path) => rmSync(path), /ENOENT/],
  ])('is not there where what is stored %s', (_, exchange, reason) => {
    chmodSync(join(work, 'tools'), 0o777);
    exchange(handler.path);
    expect(put()).toMatch(reason);
    expect([program, `${program}-static`].map((path) => existsSync(path))).toEqual([false, false]);
  });

  it('hides no mistake of this program behind a note', () => {
    const stat = (): never => {
      throw new TypeError('x is not a function');
    };
    expect(() => putProgram({ ...nodeHost(), stat }, handler, program)).toThrow(TypeError);
  });
});
