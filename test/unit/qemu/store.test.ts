import { createHash } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { find, findAllVersions } from '@actions/tool-cache';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { nodeHost } from '../../../src/host/host.ts';
import { refusalOf } from '../../../src/qemu/handler.ts';
import { recordedVersion, storeRoot } from '../../../src/qemu/sources.ts';
import {
  attempt,
  findStored,
  install,
  makeIncoming,
  noteLacking,
  openInspection,
  openStore,
  type Store,
} from '../../../src/qemu/store.ts';
import { storeVersion } from '../../../src/qemu/store-layout.ts';
import { makePlace, type Place, wantedOf } from '../../support/image-run.ts';
import { elfProgram } from '../../support/oci-image.ts';
import { machineArchitecture } from '../../support/static-program.ts';

const arch = machineArchitecture;
const [arm64, arm] = wantedOf('arm64', 'arm');
if (arm64 === undefined || arm === undefined) throw new Error('no targets');

let place: Place;
let store: Store;

beforeEach(() => {
  place = makePlace();
  store = openStore(place.context, storeVersion('image', `sha256:${'ab'.repeat(32)}`));
});
afterEach(() => place.remove());

/** Puts a program into the store as a source does; gives its path, or why it was refused. */
function put(
  wanted = arm64,
  content = elfProgram(arch, `qemu-${wanted?.qemu} version 10.2.3 (x)`),
  into = store,
) {
  if (wanted === undefined) throw new Error('nothing wanted');
  const incoming = makeIncoming(into);
  const path = join(incoming.path, 'program');
  writeFileSync(path, content);
  const { arch: wantedArch, qemu } = wanted;
  const arrival = { arch: wantedArch, qemu, path, source: 'image', assumesPreserve: true } as const;
  const { handlers, refused } = install(into, [arrival]);
  incoming.close();
  return handlers[0]?.path ?? refused[0]?.reason ?? '';
}

describe('storeRoot', () => {
  const rootFor = (env: Readonly<Record<string, string>>) => storeRoot({ ...nodeHost(), env });
  it.each([
    [{ RUNNER_TOOL_CACHE: '/a', AGENT_TOOLSDIRECTORY: '/b', XDG_CACHE_HOME: '/c', HOME: '/d' }, '/a'],
    [{ AGENT_TOOLSDIRECTORY: '/b', XDG_CACHE_HOME: '/c', HOME: '/d' }, '/b'],
    [{ XDG_CACHE_HOME: '/c', HOME: '/d' }, '/c'],
    [{ RUNNER_TOOL_CACHE: '', XDG_CACHE_HOME: 'relative', HOME: '/d' }, '/d/.cache'],
    [{}, '/root/.cache'],
  ])('%j -> %s', (env, root) => {
    expect(rootFor(env)).toBe(root);
  });
});

describe('the store', () => {
  it('has nothing at first, and makes nothing by looking', () => {
    expect(findStored(store, [arm64], { rehash: true })).toEqual({
      handlers: [],
      absent: [arm64],
      lacking: [],
      troubles: [],
    });
    expect(existsSync(place.store)).toBe(false);
  });

  it('has the layout of the tool cache', () => {
    const path = put();
    const version = `1.0.0-image-${'ab'.repeat(20)}`;
    expect(path).toBe(join(place.store, 'setup-binfmt', version, process.arch, 'qemu-aarch64'));
    expect(existsSync(join(place.store, 'setup-binfmt', version, `${process.arch}.complete`))).toBe(true);
    expect(statSync(path).mode & 0o777).toBe(0o755);
  });

  it('is found by the toolkit itself, once something is in it', () => {
    vi.stubEnv('RUNNER_TOOL_CACHE', place.store);
    // It writes what it looks for to standard output.
    const said = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
    try {
      const [version] = store.folder.split('/').slice(-2);
      expect(find('setup-binfmt', version ?? '')).toBe('');
      put();
      expect(find('setup-binfmt', version ?? '')).toBe(store.folder);
      expect(findAllVersions('setup-binfmt')).toEqual([version]);
    } finally {
      said.mockRestore();
      vi.unstubAllEnvs();
    }
  });

  it('gives what was put there, with the version that the binary says of itself', () => {
    const path = put();
    const { handlers, absent, troubles } = findStored(store, [arm64, arm], { rehash: true });
    expect(handlers).toEqual([
      {
        arch: 'arm64',
        path,
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
        version: '10.2.3',
        source: 'image',
        assumesPreserve: true,
      },
    ]);
    const [unread] = findStored(store, [arm64], { rehash: false }).handlers;
    expect(unread).toEqual(handlers[0]);
    expect([absent, troubles]).toEqual([[arm], []]);
  });

  it('finds a version that lies across two pieces of a large file', () => {
    const label = Buffer.from('qemu-aarch64 version 9.1.2');
    for (const before of [262_144 - 5, 262_144 - 20, 262_144, 524_288 - 1]) {
      const head = elfProgram(arch, 'x', 1000);
      put(arm64, Buffer.concat([head, Buffer.alloc(before - head.length), label]));
      expect(findStored(store, [arm64], { rehash: true }).handlers[0]?.version).toBe('9.1.2');
    }
  });

  it('takes further architectures later and leaves the first as it is', () => {
    const first = statSync(put(arm64)).ino;
    put(arm);
    const { handlers } = findStored(store, [arm64, arm], { rehash: true });
    expect(handlers.map((handler) => handler.arch)).toEqual(['arm64', 'arm']);
    expect(statSync(handlers[0]?.path ?? '').ino).toBe(first);
  });

  it('remembers what a version lacks', () => {
    put(arm64);
    // Others may have put anything in its place.
    mkdirSync(join(store.folder, 'qemu-arm.none', ...Array<string>(40).fill('d')), { recursive: true });
    noteLacking(store, [arm]);
    expect(findStored(store, [arm64, arm], { rehash: true })).toMatchObject({
      absent: [],
      lacking: [arm],
      troubles: [],
    });
  });

  it('never writes into a file that the kernel may hold open', () => {
    const path = put();
    const inode = statSync(path).ino;
    const held = readFileSync(path);
    put(arm64, elfProgram(arch, 'other'));
    expect(statSync(path).ino).not.toBe(inode);
    expect(readFileSync(path)).not.toEqual(held);
  });

  it('is absent without its marker, and without a record', () => {
    const path = put();
    renameSync(`${path}.json`, `${path}.aside`);
    expect(findStored(store, [arm64], { rehash: true })).toMatchObject({ absent: [arm64], troubles: [] });
    renameSync(`${path}.aside`, `${path}.json`);
    rmSync(`${store.folder}.complete`);
    expect(findStored(store, [arm64], { rehash: true })).toMatchObject({ absent: [arm64], troubles: [] });
  });

  it('clears away what killed runs have left, and nothing that is in use', () => {
    const old = realpathSync(makeIncoming(store).path);
    const fresh = makeIncoming(store);
    utimesSync(old, new Date(0), new Date(0));
    const next = makeIncoming(store);
    const [freshPath, nextPath] = [fresh, next].map(({ path }) => realpathSync(path));
    next.close();
    expect([old, freshPath, nextPath].map((path) => existsSync(path ?? ''))).toEqual([false, true, false]);
    fresh.close();
  });
});

describe('a damaged or poisoned store', () => {
  const flip = (path: string) => {
    const bytes = readFileSync(path);
    bytes[100] = (bytes[100] ?? 0) ^ 1;
    writeFileSync(path, bytes);
  };

  it.each<[string, (path: string) => void, RegExp]>([
    ['one bit is different', flip, /its sha256 is [0-9a-f]{64}, and/],
    ['it was cut', (path) => truncateSync(path, 10), /it has 10 bytes instead of 20000/],
    ['it is gone', (path) => rmSync(path), /it is not there/],
    [
      'it is a link',
      (path) => {
        renameSync(path, `${path}.x`);
        symlinkSync(`${path}.x`, path);
      },
      /not a plain file/,
    ],
    [
      'it is a folder',
      (path) => {
        rmSync(path);
        mkdirSync(path);
      },
      /not a plain file/,
    ],
    [
      'it is a folder that is too deep to be removed',
      (path) => {
        rmSync(path);
        mkdirSync(join(path, ...Array<string>(40).fill('d')), { recursive: true });
      },
      /not a plain file/,
    ],
    [
      'its record is a folder',
      (path) => {
        rmSync(`${path}.json`);
        mkdirSync(`${path}.json`);
      },
      /not a plain file/,
    ],
    ['everyone may write to it', (path) => chmodSync(path, 0o777), /others may write/],
    ['everyone may write to its record', (path) => chmodSync(`${path}.json`, 0o666), /others may write/],
    ['its record is no JSON', (path) => writeFileSync(`${path}.json`, '{'), /record cannot be read/],
    ['its record is null', (path) => writeFileSync(`${path}.json`, 'null'), /record cannot be read/],
    [
      'its record is of another kind',
      (path) => writeFileSync(`${path}.json`, '{"sha256":"x"}'),
      /record cannot be read/,
    ],
    [
      'its record is of another version',
      (path) => writeFileSync(`${path}.json`, record({ store: '1.0.0-image-other' })),
      /^it is that of 1\.0\.0-image-other$/,
    ],
    [
      'its record is of no version',
      (path) => writeFileSync(`${path}.json`, record({ store: undefined })),
      /record cannot be read/,
    ],
    [
      'its record is huge',
      (path) => writeFileSync(`${path}.json`, ' '.repeat(70_000)),
      /more than 65536 bytes/,
    ],
    [
      'its record names another source',
      (path) => writeFileSync(`${path}.json`, record({ source: 'evil' })),
      /record cannot be read/,
    ],
    [
      'its record lacks a field',
      (path) => writeFileSync(`${path}.json`, record({ assumesPreserve: 1 })),
      /record cannot be read/,
    ],
  ])('%s: never given, and replaced by the next install', (_name, damage, expected) => {
    const path = put();
    damage(path);
    const { handlers, absent, troubles } = findStored(store, [arm64], { rehash: true });
    expect([handlers, absent]).toEqual([[], [arm64]]);
    expect(troubles).toEqual([{ kind: 'damaged', arch: 'arm64', reason: expect.stringMatching(expected) }]);
    put();
    expect(findStored(store, [arm64], { rehash: true })).toMatchObject({
      handlers: [{ arch: 'arm64' }],
      troubles: [],
    });
  });

  it('is not believed when binary and record were changed together, where the sha256 is known from elsewhere', () => {
    const path = put();
    const [good] = findStored(store, [arm64], { rehash: true }).handlers;
    const pinned = openStore(
      place.context,
      storeVersion('image', `sha256:${'ab'.repeat(32)}`),
      new Map([['arm64', good?.sha256 ?? '']]),
    );
    expect(findStored(pinned, [arm64], { rehash: true }).handlers).toHaveLength(1);
    put(arm64, elfProgram(arch, 'evil'));
    expect(findStored(store, [arm64], { rehash: true }).handlers).toHaveLength(1);
    expect(findStored(pinned, [arm64], { rehash: true })).toMatchObject({
      handlers: [],
      troubles: [{ arch: 'arm64' }],
    });
    expect(put(arm64, elfProgram(arch, 'evil'), pinned)).toMatch(/^its sha256 is .* is expected$/);
    expect(existsSync(path)).toBe(true);
  });

  it.skipIf(process.getuid?.() !== 0)(
    'is not believed when it belongs to another user (needs root to test)',
    () => {
      const path = put();
      chownSync(path, 12_345, 12_345);
      const asUser = openStore(
        { ...place.context, host: { ...place.context.host, uid: 1000 } },
        storeVersion('image', `sha256:${'ab'.repeat(32)}`),
      );
      expect(findStored(asUser, [arm64], { rehash: true }).troubles).toMatchObject([
        { arch: 'arm64', reason: 'it belongs to user 12345' },
      ]);
    },
  );

  function record(change: Readonly<Record<string, unknown>>): string {
    return JSON.stringify({
      store: store.version,
      sha256: 'a'.repeat(64),
      size: 1,
      source: 'image',
      assumesPreserve: true,
      ...change,
    });
  }
});

describe('install', () => {
  it('refuses what is no static program of this host, and stores nothing', () => {
    const other = arch === 'arm64' ? 'amd64' : 'arm64';
    for (const content of [Buffer.from('#!/bin/sh\n'), Buffer.of(), elfProgram(other, 'x')]) {
      expect(put(arm64, content)).toMatch(/^it is not /);
    }
    expect(readdirSync(store.folder)).toEqual([]);
  });

  it('says what it cannot write to', () => {
    mkdirSync(place.store, { recursive: true });
    writeFileSync(join(place.store, 'setup-binfmt'), '');
    expect(() => makeIncoming(store)).toThrow(
      /^Cannot keep QEMU in the tool cache .*setup-binfmt: .* is no folder\. Take it away, or name another folder/,
    );
  });

  it.each<[string, unknown]>([
    ['a TypeError', new TypeError('x is not a function')],
    ['a RangeError', new RangeError('Maximum call stack size exceeded')],
    ['no error at all', undefined],
  ])('hides no mistake of this program behind the tool cache: %s', (_, mistake) => {
    const broken = (): never => {
      throw mistake;
    };
    expect(() => attempt(store, broken)).toThrow(mistake as Error);
    const host = { ...store.host, readBytes: broken };
    expect(() => put(arm64, undefined, { ...store, host })).toThrow(mistake as Error);
  });

  it.each<[string, unknown]>([
    ['an errno', Object.assign(new Error('EACCES: said so'), { code: 'EACCES' })],
    ['what this program says no with', new Error('others may write there')],
  ])('names the tool cache for %s', (_, thrown) => {
    const refused = (): never => {
      throw thrown;
    };
    expect(() => attempt(store, refused)).toThrow(expect.objectContaining({ id: 'SB084', cause: thrown }));
  });

  it('makes a folder again that is gone', () => {
    const incoming = makeIncoming(store);
    writeFileSync(join(incoming.path, 'x'), elfProgram(arch, 'x'));
    rmSync(dirname(store.folder), { recursive: true });
    const arrival = {
      ...arm,
      path: join(incoming.path, 'x'),
      source: 'host',
      assumesPreserve: false,
    } as const;
    expect(install(store, [arrival]).handlers).toHaveLength(1);
    incoming.close();
    expect(findStored(store, [arm], { rehash: true }).handlers).toHaveLength(1);
  });
});

describe('refusalOf', () => {
  const program = elfProgram(arch, 'x', 4096);
  const changed = (offset: number, value: number) => {
    const bytes = Buffer.from(program);
    bytes[offset] = value;
    return bytes;
  };

  it('takes a static program of this host', () => {
    expect(refusalOf(program, arch)).toBeUndefined();
  });

  it.each<[string, Uint8Array, RegExp]>([
    ['no ELF', Buffer.from('hello'), /not an ELF/],
    ['a library', changed(16, 1), /not a program that can be started/],
    ['a program that asks for a loader', changed(64, 3), /not statically linked/],
    ['program headers out of reach', changed(34, 0x7f), /program headers cannot be read/],
  ])('refuses %s', (_name, bytes, expected) => {
    expect(refusalOf(bytes, arch)).toMatch(expected);
  });

  it('refuses everything for an architecture that is not in the table', () => {
    expect(refusalOf(program, 'pdp11')).toMatch(/not a program for pdp11/);
  });
});

describe('the recorded version', () => {
  const ask = (path: string) => recordedVersion(nodeHost(), place.context.storeRoot, path);

  it('is that of a binary in the store', () => {
    expect(ask(put())).toBe('10.2.3');
  });

  it('is none of a binary that has another size, or is gone', () => {
    const path = put();
    truncateSync(path, 10);
    expect(ask(path)).toBeUndefined();
    rmSync(path);
    expect(ask(path)).toBeUndefined();
  });

  it('is none without a record, or with one that cannot be read', () => {
    const path = put();
    writeFileSync(`${path}.json`, '{');
    expect(ask(path)).toBeUndefined();
    rmSync(`${path}.json`);
    expect(ask(path)).toBeUndefined();
  });

  it('is none by way of a link in the place of the folder of versions', () => {
    const path = put();
    renameSync(store.tool, `${store.tool}-away`);
    symlinkSync(`${store.tool}-away`, store.tool);
    expect(ask(path)).toBeUndefined();
  });

  it('is none by the name of another version', () => {
    const path = put();
    const other = path.replace(store.version, '1.0.0-image-other');
    renameSync(dirname(store.folder), dirname(dirname(other)));
    expect(ask(other)).toBeUndefined();
  });

  it('is none outside of the store, whatever lies there', () => {
    const path = put();
    const outside = join(place.context.storeRoot, 'other');
    mkdirSync(outside);
    for (const end of ['', '.json']) renameSync(`${path}${end}`, join(outside, `qemu${end}`));
    expect(ask(join(outside, 'qemu'))).toBeUndefined();
    expect(ask(join(place.context.storeRoot, 'setup-binfmt/../other/qemu'))).toBeUndefined();
  });
});

const NAME = 'qemu-aarch64';
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

describe('openInspection', () => {
  it('tells the same however the bytes are cut', () => {
    const around = fc.uint8Array({ maxLength: 400 });
    const number = fc.tuple(fc.nat(99), fc.nat(99), fc.nat(99)).map((parts) => parts.join('.'));
    const cuts = fc.array(fc.nat(900), { maxLength: 20 });
    fc.assert(
      fc.property(around, number, around, cuts, (before, version, after, places) => {
        const stated = Buffer.from(`${NAME} version ${version} (Debian)\0`);
        const bytes = Buffer.concat([before, stated, after]);
        const inspection = openInspection(NAME);
        const ends = [...new Set([...places.filter((place) => place < bytes.length), bytes.length])];
        let from = 0;
        for (const end of ends.toSorted((a, b) => a - b)) {
          inspection.take(bytes.subarray(from, end));
          from = end;
        }
        expect(inspection.end()).toEqual({ sha256: sha256(bytes), size: bytes.length, version });
      }),
    );
  });

  it('keeps nothing of a piece whose memory is used again', () => {
    const inspection = openInspection(NAME);
    const piece = Buffer.from(`${NAME} version 10.`);
    inspection.take(piece);
    piece.fill('2.3 ');
    inspection.take(piece);
    expect(inspection.end().version).toBe('10.2.3');
  });

  it('says nothing of a version that is not stated', () => {
    const bytes = Buffer.from('qemu-arm version 9.1.2\0');
    const inspection = openInspection(NAME);
    inspection.take(bytes);
    expect(inspection.end()).toEqual({ sha256: sha256(bytes), size: bytes.length });
  });
});
