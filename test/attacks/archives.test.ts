/** Kind 2: archives of others are unpacked by nobody's rules but ours: cache entries, image layers, packages. */
import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type CacheFault, type CacheServer, startCacheServer } from '../support/cache-server.ts';
import { makeAr, makeDeb, type TarMember } from '../support/deb.ts';
import { inTurn } from '../support/in-turn.ts';
import {
  type Blob,
  type Entry,
  extendedHeader,
  LAYER,
  layerOf,
  type MadeImage,
  makeImage,
  rawHeader,
  rawLayer,
} from '../support/oci-image.ts';
import { built } from '../support/program.ts';
import { type RegistryServer, startRegistry } from '../support/registry-server.ts';
import {
  aptMachine,
  makeKey,
  openRepository,
  type Repository,
  type SigningKey,
} from '../support/repository.ts';
import { machineArchitecture } from '../support/static-program.ts';
import { alterArchive, headersForAll, members, sparseMember } from './support/archive.ts';
import { imageOf, REPOSITORY, realEntries } from './support/image.ts';
import { type Job, openJob } from './support/job.ts';
import { expectSilent, PAYLOADS } from './support/silence.ts';

const arch = machineArchitecture;
const BOMB = 18 * 64 * 1024 ** 2;
const undo: (() => unknown)[] = [];
afterEach(() => inTurn(...undo.splice(0).toReversed()));

/** What lies below a folder: kind, mode, link count and size of everything, by path. */
function picture(folder: string): ReadonlyMap<string, string> {
  if (!existsSync(folder)) return new Map();
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return new Map(
    ['.', ...names].map((name) => {
      const { mode, nlink, size } = lstatSync(join(folder, name));
      return [name, `${mode.toString(8)} ${nlink} ${size}`];
    }),
  );
}

function annotations(log: string): readonly string[] {
  return log.split('\n').filter((line) => /^::(?:error|warning)/.test(line));
}

describe('an entry of the Actions cache', () => {
  let root: string;
  let registry: RegistryServer;
  let image: MadeImage;
  let inputs: Readonly<Record<string, string>>;
  /** What a job of this program has saved for the image. */
  let genuine: Buffer;
  /** The annotations of a job that nobody attacks. */
  let usual: ReadonlySet<string>;

  beforeAll(async () => {
    root = mkdtempSync(join(tmpdir(), 'setup-binfmt-attack-'));
    image = await imageOf(await realEntries('aarch64'));
    registry = await startRegistry(REPOSITORY, image);
    inputs = {
      platforms: 'arm64',
      image: `${registry.host}/${REPOSITORY}@${image.digest}`,
      'qemu-from': 'image',
      cleanup: 'true',
    };
    const { job, cache } = await scene();
    const main = await job.main(inputs);
    expect(main.log).toContain('✓ linux/arm64');
    usual = new Set(annotations(main.log));
    expect((await job.post(main)).code).toBe(0);
    genuine = cache.entries.find(({ complete }) => complete)?.bytes ?? Buffer.of();
    expect(genuine.length).toBeGreaterThan(1000);
    await inTurn(...undo.splice(0).toReversed());
  });
  afterAll(() =>
    inTurn(
      () => registry?.close(),
      () => rmSync(root, { recursive: true, force: true }),
    ),
  );

  interface Scene {
    readonly job: Job;
    readonly cache: CacheServer;
    /** A folder beside the job's, which nothing of it may touch, and a file in it. */
    readonly outside: string;
    readonly victim: string;
    /** The folder of the programs that the job runs. */
    readonly doors: string;
  }

  /** A fresh machine at the same paths, as the cache demands, with a copy of the programs. */
  async function scene(): Promise<Scene> {
    const cache = await startCacheServer();
    const outside = join(root, 'outside');
    const victim = join(outside, 'victim');
    rmSync(outside, { recursive: true, force: true });
    mkdirSync(outside, { mode: 0o755 });
    writeFileSync(victim, 'untouched', { mode: 0o600 });
    const doors = copyOfBuild(join(root, 'action'));
    const job = await openJob({ folder: join(root, 'job'), doors, env: cache.env });
    undo.push(cache.close, job.close);
    return { job, cache, outside, victim, doors };
  }

  /** Serves an archive under the key that is asked for. */
  function serving(bytes: Buffer): CacheFault {
    return ({ method, key, origin }, response) => {
      if (method === 'GetCacheEntryDownloadURL') {
        response.writeHead(200, { 'content-type': 'application/json' });
        response.end(
          JSON.stringify({ ok: true, signed_download_url: `${origin}/download/0`, matched_key: key }),
        );
        return true;
      }
      if (method !== 'download') return false;
      response.writeHead(200, { 'content-length': bytes.length });
      response.end(bytes);
      return true;
    };
  }

  interface Row {
    readonly name: string;
    /** The hostile members; `at` are paths of the machine. */
    readonly make: (at: Places) => Promise<Buffer> | Buffer;
    /** So many zeros follow them. */
    readonly ballast?: number;
    /** What the log says of the entry; that it is not used, without this. */
    readonly says?: RegExp;
  }

  interface Places {
    readonly victim: string;
    readonly outside: string;
    readonly doors: string;
    readonly home: string;
    /** The folder that this program restores to, relative to the workspace. */
    readonly folder: string;
  }

  const text = Buffer.from('console.log("pwned")');
  const link = (name: string, linkname: string): Entry => ({ name, type: 'symlink', linkname });
  const rows: readonly Row[] = [
    {
      name: 'that writes over the program of root by an absolute path',
      make: ({ doors }) => members({ name: join(doors, 'privileged.js'), content: text }),
    },
    {
      name: 'that writes over the post step by an absolute path',
      make: ({ doors }) => members({ name: join(doors, 'post.js'), content: text }),
    },
    {
      name: 'that makes a new file by an absolute path',
      make: ({ outside }) => members({ name: join(outside, 'new'), content: text }),
    },
    {
      name: 'that leads out by ..',
      make: () => members({ name: '../../../outside/victim', content: text }),
    },
    {
      name: 'that leads out by .. in the middle',
      make: ({ folder }) =>
        members(
          { name: `${folder}/`, type: 'directory' },
          { name: `${folder}/../../../../outside/victim`, content: text },
        ),
    },
    {
      name: 'that goes through a link of its own',
      make: ({ folder, outside }) =>
        members(link(`${folder}/way`, outside), { name: `${folder}/way/victim`, content: text }),
    },
    {
      name: 'that goes through two links of its own',
      make: ({ folder }) =>
        members(link(`${folder}/up`, '../../..'), link(`${folder}/way`, 'up/../outside'), {
          name: `${folder}/way/victim`,
          content: text,
        }),
    },
    {
      name: 'that holds a hard link to a file outside',
      make: ({ folder, victim }) => members({ name: `${folder}/hard`, type: 'link', linkname: victim }),
    },
    {
      name: 'that writes through a hard link to a file outside',
      make: ({ folder, victim }) =>
        members(
          { name: `${folder}/hard`, type: 'link', linkname: victim },
          { name: `${folder}/hard`, content: text },
        ),
    },
    {
      name: 'that changes the mode of a folder outside',
      make: ({ outside }) => members({ name: `${outside}/`, type: 'directory', mode: 0o777 }),
    },
    {
      name: 'that writes into the workspace',
      make: () => members({ name: '.git/hooks/post-checkout', mode: 0o755, content: text }),
    },
    {
      name: 'that writes into the tool cache',
      make: ({ home }) =>
        members({ name: join(home, 'tools/setup-binfmt/0.0.0-x/qemu-aarch64'), mode: 0o755, content: text }),
    },
    {
      name: 'that brings a login for registries',
      make: ({ home }) => members({ name: join(home, '.docker/config.json'), content: Buffer.from('{}') }),
    },
    {
      name: 'that holds a program with set-uid',
      make: ({ folder }) => members({ name: `${folder}/suid`, mode: 0o4755, content: text }),
    },
    {
      name: 'that holds a FIFO',
      make: ({ folder }) => members({ name: `${folder}/pipe`, type: 'fifo' }),
    },
    {
      name: 'that holds a device',
      make: ({ folder }) =>
        members({ name: `${folder}/device`, type: 'character-device', devmajor: 1, devminor: 5 }),
    },
    ...Object.entries(PAYLOADS).map(([name, payload]) => ({
      name: `with a name that is ${name}`,
      make: ({ folder }: Places) => members({ name: `${folder}/${payload.slice(0, 60)}`, content: text }),
    })),
    {
      name: 'that claims a file of 100 GB',
      make: ({ folder }) => rawHeader(`${folder}/large`, '0', 100e9),
    },
    {
      name: 'that holds a sparse file of 1 TB',
      make: ({ folder }) => sparseMember(`${folder}/sparse`, 1024 ** 4),
    },
    {
      name: 'that holds 10000 files',
      make: ({ folder }) =>
        members(...Array.from({ length: 10_000 }, (_, count) => ({ name: `${folder}/many/${count}` }))),
    },
    {
      name: 'that holds a hundred thousand folders of the right name',
      make: ({ folder }) => {
        const header = rawHeader(`${folder}/`, '5', 0);
        return Buffer.concat(Array.from({ length: 100_000 }, () => header));
      },
      says: /^ *Could not restore QEMU .*: it has more than 1024 members and headers$/m,
    },
    {
      name: 'that has a name of 3 MiB',
      make: ({ folder }) =>
        Buffer.concat([extendedHeader('L', 'x'.repeat(3 * 1024 ** 2)), rawHeader(`${folder}/`, '5', 0)]),
      says: /^ *Could not restore QEMU .*: it has a header of more than 1048576 bytes$/m,
    },
    {
      name: 'that has headers for all that follow, and many follow',
      make: headersForAll,
      says: /^ *Restored setup-binfmt-/m,
    },
    {
      name: 'that unpacks to more than 1 GB',
      make: ({ folder }) =>
        Buffer.concat([extendedHeader('L', `${folder}/${'0'.repeat(64)}`), rawHeader('x', '0', BOMB)]),
      ballast: BOMB,
      says: /^ *Could not restore QEMU .*: it unpacks to more than 1073741824 bytes$/m,
    },
  ];

  /** What may be new below the job's folder after a step: the store, the report, and small files of ours. */
  function expectNothingForeign(folder: string): void {
    const left = [...picture(folder)].filter(
      ([, told]) => Number.parseInt(told, 8) & 0o6000 || !/^(?:40|100)\d{3} /.test(told),
    );
    expect(left).toEqual([]);
  }

  /** A cache that cannot be used is nothing to be warned of. */
  function expectNoComplaint(log: string): void {
    expect(annotations(log).filter((line) => !usual.has(line))).toEqual([]);
  }

  it.each(rows)(
    '$name changes nothing outside, and the right QEMU is used',
    async ({ make, ballast = 0, says = /^ *Could not restore QEMU/m }) => {
      const { job, cache, outside, victim, doors } = await scene();
      writeFileSync(join(outside, 'second'), 'also untouched');
      const places = {
        victim,
        outside,
        doors,
        home: job.home,
        folder: `../temp/setup-binfmt-image-${image.digest.slice(7, 23)}`,
      };
      cache.fail(serving(alterArchive(genuine, await make(places), ballast)));
      const watched = [outside, doors, join(job.home, 'work'), join(job.home, '.docker')];
      const pictures = watched.map(picture);

      const main = await job.main(inputs);
      const post = await job.post(main);
      expect([main.code, post.code]).toEqual([0, 0]);
      expect(main.log).toContain('✓ linux/arm64');
      expect(main.log).toMatch(says);
      expect(watched.map(picture)).toEqual(pictures);
      expect(readFileSync(victim, 'utf8')).toBe('untouched');
      for (const name of readdirSync(dirname(built('post.js'))))
        expect(readFileSync(join(doors, name))).toEqual(readFileSync(join(dirname(built('post.js')), name)));
      expect([...picture(join(job.home, 'tools')).keys()].filter((path) => path.includes('0.0.0-x'))).toEqual(
        [],
      );
      expectNothingForeign(job.home);
      const temporary = [...picture(join(job.home, 'temp')).values()];
      expect(temporary.length).toBeLessThan(1000);
      expect(temporary.filter((told) => Number(told.split(' ')[2]) > 1e9)).toEqual([]);
      for (const step of [main, post]) expectSilent(step.all);
      expectNoComplaint(main.log + post.log);
      expect(job.entries().size).toBe(0);
    },
  );

  it('whose folder is a link is not followed, and what it leads to is not saved', async () => {
    const { job, cache, outside, victim } = await scene();
    const folder = `../temp/setup-binfmt-image-${image.digest.slice(7, 23)}`;
    cache.fail(serving(alterArchive(gzipSync(Buffer.alloc(1024)), await members(link(folder, outside)))));
    const pictures = picture(outside);
    const main = await job.main(inputs);
    expect(main.code).toBe(0);
    expect(picture(outside)).toEqual(pictures);
    expect(readFileSync(victim, 'utf8')).toBe('untouched');
  });

  const json =
    (value: unknown): CacheFault =>
    ({ method }, response) => {
      if (method !== 'GetCacheEntryDownloadURL') return false;
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify(value));
      return true;
    };
  const lies: readonly (readonly [string, () => CacheFault])[] = [
    [
      'an address of a file',
      () => json({ ok: true, signed_download_url: 'file:///etc/passwd', matched_key: 'setup-binfmt-v1-x' }),
    ],
    ['no address', () => json({ ok: true, matched_key: 'x' })],
    ['a number for an address', () => json({ ok: true, signed_download_url: 7, matched_key: {} })],
    ['an array', () => json([1, 2, 3])],
    ['the half of an archive', () => serving(genuine.subarray(0, genuine.length >> 1))],
    ['nothing in the archive', () => serving(Buffer.of())],
    [
      'a page in place of an archive',
      () => serving(Buffer.from('<html>::error::pwned</html>\n::error::pwned\n')),
    ],
    [
      'noise that begins as an archive',
      () => serving(Buffer.concat([genuine.subarray(0, 100), Buffer.alloc(5000, 7)])),
    ],
    ['an archive of another image under the key', () => serving(gzipSync(Buffer.alloc(10_240)))],
  ];
  it.each(lies)('that is %s costs nothing but the download', async (_name, lie) => {
    const { job, cache, victim } = await scene();
    cache.fail(lie());
    const main = await job.main(inputs);
    expect(main.code).toBe(0);
    expect(main.outputs.get('cache-hit')).toBe('false');
    expect(main.log).toContain('✓ linux/arm64');
    expectSilent(main.all);
    expectNoComplaint(main.log);
    expect(main.all).not.toContain('root:x:0:0');
    expect(readFileSync(victim, 'utf8')).toBe('untouched');
  });
});

/** The built programs elsewhere, with the packages they load. */
function copyOfBuild(folder: string): string {
  rmSync(folder, { recursive: true, force: true });
  const doors = dirname(built('post.js'));
  const build = doors.endsWith('/main') ? dirname(doors) : doors;
  cpSync(build, join(folder, 'build'), { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  const packages = join(build, '../node_modules');
  if (existsSync(packages)) symlinkSync(packages, join(folder, 'node_modules'));
  return doors.endsWith('/main') ? join(folder, 'build/main') : join(folder, 'build');
}

describe('a layer of an image', () => {
  const content = Buffer.from('pwned');
  const wanted = 'usr/bin/qemu-aarch64';
  /** Members that stand before the real QEMU of the same layer; the names lead to `outside`. */
  const rows: readonly (readonly [string, (outside: string) => Promise<Blob> | Blob])[] = [
    ['writes by an absolute path', (outside) => layer({ name: join(outside, 'victim'), content })],
    ['writes by ..', () => layer({ name: 'usr/bin/../../../../../../outside/victim', content })],
    [
      'has a link in the place of QEMU',
      (outside) => layer({ name: wanted, type: 'symlink', linkname: join(outside, 'victim') }),
    ],
    [
      'has a hard link in the place of QEMU',
      (outside) => layer({ name: wanted, type: 'link', linkname: join(outside, 'victim') }),
    ],
    [
      'has a link in the place of the folder and goes through it',
      (outside) =>
        layer(
          { name: 'usr/bin', type: 'symlink', linkname: outside },
          { name: 'usr/bin/victim', content },
          { name: wanted, type: 'fifo' },
        ),
    ],
    [
      'has a device in the place of QEMU',
      () => layer({ name: wanted, type: 'block-device', devmajor: 254, devminor: 0 }),
    ],
    ['has a FIFO in the place of QEMU', () => layer({ name: wanted, type: 'fifo' })],
    ['has QEMU of 100 GB', () => rawLayer(rawHeader(wanted, '0', 100e9))],
    ['has a sparse QEMU of 1 TB', () => rawLayer(sparseMember(wanted, 1024 ** 4))],
    ['whites out its way out', () => layer({ name: 'usr/bin/.wh.../../../outside/victim', content })],
    [
      'has names that speak',
      () =>
        layer(...Object.values(PAYLOADS).map((name) => ({ name: `/usr/bin/${name.slice(0, 80)}`, content }))),
    ],
    [
      'links to a name that speaks',
      () => layer({ name: wanted, type: 'symlink', linkname: Object.values(PAYLOADS)[0] ?? '' }),
    ],
    [
      'is of a type that speaks',
      async () => ({
        ...(await layer({ name: wanted, content })),
        mediaType: `${LAYER}\n::error::pwned ##[error]`,
      }),
    ],
    [
      'is a bomb',
      () => {
        const zeros = gzipSync(Buffer.alloc(64 * 1024 * 1024));
        const head = rawLayer(rawHeader('zeros', '0', 3 * 1024 ** 3));
        return { ...head, bytes: Buffer.concat([head.bytes, ...Array.from({ length: 34 }, () => zeros)]) };
      },
    ],
  ];

  function layer(...entries: readonly Entry[]): Promise<Blob> {
    return layerOf(entries);
  }

  it.each(rows)('that %s is refused, and nothing outside is changed', async (_name, make) => {
    const job = await openJob();
    undo.push(job.close);
    const outside = join(job.folder, 'outside');
    mkdirSync(outside);
    writeFileSync(join(outside, 'victim'), 'untouched', { mode: 0o600 });
    const image = makeImage([{ layers: [await make(outside)], arch }]);
    const registry = await startRegistry(REPOSITORY, image);
    undo.push(registry.close);
    const before = picture(outside);
    const main = await job.main({
      platforms: 'arm64',
      image: `${registry.host}/${REPOSITORY}@${image.digest}`,
      'qemu-from': 'image',
    });
    expect(main.code).toBe(1);
    expect(main.log).toMatch(/^::error title=/m);
    expect(picture(outside)).toEqual(before);
    expect(readFileSync(join(outside, 'victim'), 'utf8')).toBe('untouched');
    expect([...picture(job.home).keys()].filter((path) => /\/qemu-[^/]*$|incoming/.test(path))).toEqual([]);
    expect(job.entries().size).toBe(0);
    expectSilent(main.all);
  });

  it('whose QEMU has set-uid and is writable for all is kept without either', async () => {
    const [entry] = await realEntries('aarch64');
    if (entry === undefined) throw new Error('no QEMU');
    const image = await imageOf([{ ...entry, mode: 0o6777 }]);
    const registry = await startRegistry(REPOSITORY, image);
    const job = await openJob();
    undo.push(registry.close, job.close);
    const main = await job.main({
      platforms: 'arm64',
      image: `${registry.host}/${REPOSITORY}@${image.digest}`,
      'qemu-from': 'image',
    });
    expect(main.code).toBe(0);
    const handlers = [...picture(job.home)].filter(([path]) => path.endsWith('/qemu-aarch64'));
    expect(handlers).toHaveLength(1);
    for (const [path] of handlers) expect(statSync(join(job.home, path)).mode & 0o6022).toBe(0);
  });
});

describe('a package of a signed repository', () => {
  const wanted = './usr/bin/qemu-aarch64-static';
  const body = Buffer.from('pwned');
  let key: SigningKey;
  let repository: Repository;

  beforeAll(() => {
    key = makeKey(mkdtempSync(join(tmpdir(), 'key-')));
  });
  afterAll(() => key?.close());

  const rows: readonly (readonly [string, (outside: string) => Promise<Buffer>])[] = [
    ['writes by an absolute path', (outside) => deb({ name: join(outside, 'victim'), body })],
    ['writes by ..', () => deb({ name: './usr/bin/../../../../../outside/victim', body })],
    [
      'has a link in the place of QEMU',
      (outside) => deb({ name: wanted, type: 'symlink', linkname: join(outside, 'victim') }),
    ],
    [
      'has a hard link in the place of QEMU',
      (outside) => deb({ name: wanted, type: 'link', linkname: join(outside, 'victim') }),
    ],
    [
      'has a link in the place of the folder',
      (outside) =>
        deb({ name: './usr/bin', type: 'symlink', linkname: outside }, { name: './usr/bin/victim', body }),
    ],
    [
      'has a device in the place of QEMU',
      () => deb({ name: wanted, type: 'character-device', devmajor: 1, devminor: 5 }),
    ],
    ['has a FIFO in the place of QEMU', () => deb({ name: wanted, type: 'fifo' })],
    ['has QEMU of 100 GB', () => debOf(Buffer.concat([rawHeader(wanted, '0', 100e9), Buffer.alloc(1024)]))],
    [
      'has a sparse QEMU of 1 TB',
      () => debOf(Buffer.concat([sparseMember(wanted, 1024 ** 4), Buffer.alloc(1024)])),
    ],
    [
      'has names that speak',
      () => deb(...Object.values(PAYLOADS).map((name) => ({ name: `./usr/bin/${name.slice(0, 80)}`, body }))),
    ],
    [
      'has no program in the place of QEMU',
      () => deb({ name: wanted, body: Buffer.from(`#!/bin/sh\n${PAYLOADS['a command of the old form']}`) }),
    ],
    [
      'has no tree',
      async () => makeAr([{ name: 'debian-binary', bytes: Buffer.from('2.0\n::error::pwned\n') }]),
    ],
    [
      'has a member that speaks',
      async () =>
        makeAr([
          { name: 'debian-binary', bytes: Buffer.from('2.0\n') },
          { name: '##[error]pwned', bytes: Buffer.from('x') },
        ]),
    ],
  ];

  function deb(...entries: readonly TarMember[]): Promise<Buffer> {
    return makeDeb(entries);
  }
  function debOf(tar: Buffer): Promise<Buffer> {
    return makeDeb([], { name: 'data.tar', bytes: tar });
  }

  it.each(rows)('that %s gives nothing, and nothing outside is changed', async (_name, make) => {
    const job = await openJob();
    undo.push(job.close);
    await job.realApt();
    const outside = join(job.folder, 'outside');
    mkdirSync(outside);
    writeFileSync(join(outside, 'victim'), 'untouched', { mode: 0o600 });
    repository = await openRepository((release) => key.sign(release));
    undo.push(() => repository.close());
    repository.publish('qemu-user-static', '1:10.2.3+ds-1', await make(outside));
    const config = aptMachine(join(job.folder, 'machine'), repository.port, key.publicKey);
    const before = picture(outside);
    const main = await job.main({ platforms: 'arm64', 'qemu-from': 'apt' }, { APT_CONFIG: config });
    expect(main.code).toBe(1);
    expect(main.log).toMatch(/^::error title=/m);
    expect(picture(outside)).toEqual(before);
    expect(readFileSync(join(outside, 'victim'), 'utf8')).toBe('untouched');
    expect([...picture(job.home).keys()].filter((path) => /\/qemu-[^/]*$|incoming/.test(path))).toEqual([]);
    expect(job.entries().size).toBe(0);
    expectSilent(main.all);
  });
});
