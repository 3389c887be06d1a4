import { randomBytes } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { unpackDeb } from '../../src/archive/deb.ts';
import { SetupProblem } from '../../src/text/problem.ts';
import { greedyXz, makeAr, makeDeb, makeTar, type TarMember } from '../support/deb.ts';

const LIMITS = { file: 1_000_000, bytes: 20_000_000, parts: 1000, timeMs: 30_000, memory: 256 * 1024 ** 2 };
const WANTED = 'usr/bin/qemu-s390x-static';
const body = Buffer.from('the right bytes');
const right: TarMember = { name: `./${WANTED}`, body };

let root = '';
let out = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'hostile-deb-'));
  out = join(root, 'out');
  mkdirSync(out);
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

async function unpack(deb: Buffer, limits = LIMITS): Promise<readonly string[]> {
  const file = join(root, 'x.deb');
  writeFileSync(file, deb);
  return [...(await unpackDeb(file, new Map([[WANTED, join(out, 'qemu')]]), limits))];
}

/** What made the unpacking fail; it must be one clear problem. */
async function problemOf(deb: Buffer, limits = LIMITS): Promise<string> {
  const thrown: unknown = await unpack(deb, limits).catch((problem: unknown) => problem);
  if (!(thrown instanceof SetupProblem)) throw new Error(`no problem but ${String(thrown)}`);
  expect(thrown.message).toMatch(/^Cannot unpack the QEMU package: [^\n]*\. [^\n]*\.$/);
  return thrown.reason;
}

/** A tar header as it is on the disk, with any size: the data need not follow. */
function header(name: string, size: bigint, type = '0'): Buffer {
  const block = Buffer.alloc(512);
  block.write(name, 0);
  block.write('0000755\0', 100);
  block.write('0000000\0', 108);
  block.write('0000000\0', 116);
  if (size < 0o77777777777n) block.write(`${size.toString(8).padStart(11, '0')}\0`, 124);
  else {
    block[124] = 0x80;
    block.writeBigUInt64BE(size, 128);
  }
  block.write('00000000000\0', 136);
  block.write(' '.repeat(8), 148);
  block.write(type, 156);
  block.write('ustar\u000000', 257);
  const sum = block.reduce((total, byte) => total + byte, 0);
  block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return block;
}

describe('a hostile package', () => {
  it('as a check of the checks: an honest one is unpacked', async () => {
    expect(await unpack(await makeDeb([right]))).toEqual([join(out, 'qemu')]);
    expect(readFileSync(join(out, 'qemu'))).toEqual(body);
  });

  it.each([
    '../../../../tmp/hostile-deb-escaped',
    '/tmp/hostile-deb-escaped',
    './usr/bin/../../../tmp/hostile-deb-escaped',
    './usr/bin/../bin/qemu-s390x-static',
    'usr/bin//qemu-s390x-static',
    './usr/bin/qemu-s390x-static/',
    './usr/bin/qemu-s390x-static\n',
    '././usr/bin/qemu-s390x-static',
  ])('writes nothing for the path %j', async (name) => {
    expect(await unpack(await makeDeb([{ name, body }]))).toEqual([]);
    expect(readdirSync(out)).toEqual([]);
    expect(existsSync('/tmp/hostile-deb-escaped')).toBe(false);
  });

  it.each([
    ['symlink', '/etc/passwd'],
    ['symlink', '../../../etc/passwd'],
    ['link', '/etc/passwd'],
    ['link', './usr/bin/other'],
    ['character-device', undefined],
    ['block-device', undefined],
    ['fifo', undefined],
    ['directory', undefined],
  ] as const)('takes no %s to %s for the program', async (type, linkname) => {
    const member = { name: `./${WANTED}`, type, ...(linkname === undefined ? {} : { linkname }) };
    expect(await unpack(await makeDeb([member]))).toEqual([]);
    expect(readdirSync(out)).toEqual([]);
  });

  it('is not led elsewhere by a folder that is a link', async () => {
    const members: TarMember[] = [{ name: './usr/bin', type: 'symlink', linkname: root }, right];
    await unpack(await makeDeb(members));
    expect(readdirSync(root).sort()).toEqual(['out', 'x.deb']);
    expect(readFileSync(join(out, 'qemu'))).toEqual(body);
  });

  it('does not write through what lies at the target', async () => {
    writeFileSync(join(out, 'qemu'), 'before');
    expect(await problemOf(await makeDeb([right]))).toMatch(/EEXIST/);
    expect(readFileSync(join(out, 'qemu'), 'utf8')).toBe('before');
  });

  it('takes the first of two programs of one name', async () => {
    await unpack(await makeDeb([right, { ...right, body: Buffer.from('the second') }]));
    expect(readFileSync(join(out, 'qemu'))).toEqual(body);
  });

  it('refuses a program above the limit before it is written', async () => {
    const large = { ...right, body: Buffer.alloc(LIMITS.file + 1) };
    expect(await problemOf(await makeDeb([large]))).toContain('is larger than 1000000 bytes');
    expect(readdirSync(out)).toEqual([]);
  });

  it('refuses a program of 100 GB that has no data', async () => {
    const tar = Buffer.concat([header(`./${WANTED}`, 100_000_000_000n), Buffer.alloc(1024)]);
    const deb = await makeDeb([], { name: 'data.tar', bytes: tar });
    expect(await problemOf(deb)).toContain('is larger than 1000000 bytes');
    expect(readdirSync(out)).toEqual([]);
  });

  it('refuses a bomb: a small file that unpacks to much', async () => {
    const bytes = gzipSync(await makeTar([{ name: './zeros', body: Buffer.alloc(40_000_000) }, right]));
    expect(bytes.length).toBeLessThan(100_000);
    expect(await problemOf(await makeDeb([], { name: 'data.tar.gz', bytes }))).toBe(
      'it unpacks to more than 20000000 bytes',
    );
  });

  it('refuses many small members that are much together', async () => {
    const members = Array.from({ length: 30 }, (_, i) => ({ name: `./${i}`, body: Buffer.alloc(800_000) }));
    expect(await problemOf(await makeDeb([...members, right]))).toContain('it unpacks to more than');
  });

  it.each<[string, () => Promise<Buffer> | Buffer]>([
    ['files', () => header('./empty', 0n)],
    ['folders', () => header('./folder/', 0n, '5')],
    ['long names', () => Buffer.concat([header('long', 1n, 'L'), Buffer.alloc(512, 'x', 'latin1')])],
    ['headers for all that follow', () => header('pax', 0n, 'g')],
  ])('refuses more %s than a package has', async (_, make) => {
    const part = await make();
    const tree = (count: number) =>
      Buffer.concat([...Array.from({ length: count }, () => part), Buffer.alloc(1024)]);
    const unpackTree = async (count: number) =>
      unpack(await makeDeb([], { name: 'data.tar', bytes: tree(count) }));
    expect(await unpackTree(1000)).toEqual([]);
    await expect(unpackTree(1001)).rejects.toThrow(/it has more than 1000 members and headers/);
  });

  it('refuses one that goes on for long after the end of its tree', async () => {
    const bytes = gzipSync(Buffer.concat([await makeTar([{ name: './a' }]), Buffer.alloc(30_000_000)]));
    expect(await problemOf(await makeDeb([], { name: 'data.tar.gz', bytes }))).toBe(
      'it unpacks to more than 20000000 bytes',
    );
  });

  it('may not take all memory to unpack', async () => {
    const tree = await makeTar([right]);
    const deb = await makeDeb([], { name: 'data.tar.xz', bytes: greedyXz(tree, 1) });
    expect(await problemOf(deb)).toMatch(/dpkg-deb ended early \(.*memory/i);
    // It is right else.
    expect(await unpack(deb, { ...LIMITS, memory: 2 * 1024 ** 3 })).toEqual([join(out, 'qemu')]);
  });

  it('is ended when its time is over', async () => {
    const bytes = await makeTar([{ name: './noise', body: randomBytes(15_000_000) }, right]);
    const deb = await makeDeb([], { name: 'data.tar.gz', bytes: gzipSync(bytes, { level: 1 }) });
    expect(await problemOf(deb, { ...LIMITS, timeMs: 1 })).toBe('it was not read within 0.001 s');
  });

  it.each([
    ['nothing', async () => Buffer.alloc(0)],
    ['noise', async () => randomBytes(5000)],
    [
      'text with workflow commands',
      async () => Buffer.from('::error::x\n\u001b]0;title\u0007##[group]'.repeat(9)),
    ],
    ['an ar without members', async () => makeAr([])],
    ['no tree', async () => makeAr([{ name: 'debian-binary', bytes: Buffer.from('2.0\n') }])],
    ['another format version', async () => makeAr([{ name: 'debian-binary', bytes: Buffer.from('9.0\n') }])],
    ['an unknown compression', async () => makeDeb([], { name: 'data.tar.lol', bytes: Buffer.from('x') })],
    ['a broken compression', async () => makeDeb([], { name: 'data.tar.xz', bytes: randomBytes(3000) })],
    ['a tree of noise', async () => makeDeb([], { name: 'data.tar', bytes: randomBytes(51_200) })],
  ])('that holds %s is one clear problem', async (_what, make) => {
    const reason = await problemOf(await make());
    expect(reason).not.toMatch(/[\u0000-\u001f]|::|##\[/);
    expect(readdirSync(out)).toEqual([]);
  });

  it('cut at any point gives a problem or the whole program, never a part of it', async () => {
    const deb = await makeDeb([{ ...right, body: randomBytes(50_000) }]);
    const whole = await makeDeb([right]);
    expect(whole.length).toBeLessThan(deb.length);
    for (const at of [1, 60, 200, 1000, 2000, 10_000, 40_000, deb.length - 100]) {
      rmSync(out, { recursive: true });
      mkdirSync(out);
      const written = await unpack(deb.subarray(0, at)).catch((problem: unknown) => {
        expect(problem).toBeInstanceOf(SetupProblem);
        return [];
      });
      if (written.length > 0) expect(readFileSync(join(out, 'qemu'))).toHaveLength(50_000);
    }
  });

  it('with a header cut short in the middle of the program is a problem', async () => {
    const tar = Buffer.concat([header(`./${WANTED}`, 100_000n), randomBytes(512)]);
    expect(await problemOf(await makeDeb([], { name: 'data.tar', bytes: tar }))).not.toBe('');
  });

  it('with a header of negative length is a problem and not an endless loop', async () => {
    const record = Buffer.from('-1 path=x\n');
    const block = Buffer.concat([record, Buffer.alloc(512 - record.length)]);
    const tar = Buffer.concat([header('pax', BigInt(record.length), 'x'), block, await makeTar([right])]);
    expect(await problemOf(await makeDeb([], { name: 'data.tar', bytes: tar }))).toContain(
      'malformed record',
    );
  });

  it('that is not there is a problem', async () => {
    const thrown: unknown = await unpackDeb(
      join(root, 'none.deb'),
      new Map([['x', join(out, 'x')]]),
      LIMITS,
    ).catch((problem: unknown) => problem);
    expect(thrown).toBeInstanceOf(SetupProblem);
  });

  it('leaves no dpkg-deb behind', async () => {
    const large = { name: './noise', body: randomBytes(5_000_000) };
    await unpack(await makeDeb([right, large, large, large], undefined));
    const running = readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map((pid) => {
        try {
          return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
        } catch {
          return '';
        }
      });
    expect(running.filter((line) => line.includes(root))).toEqual([]);
  });
});
