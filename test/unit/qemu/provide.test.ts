import { describe, expect, it } from 'vitest';
import { nodeHost } from '../../../src/host/host.ts';
import {
  type Handler,
  type SourceContext,
  type SourceName,
  type SourceResult,
  type TargetName,
  warningOf,
} from '../../../src/qemu/handler.ts';
import { fetchHandlers, type Source } from '../../../src/qemu/sources.ts';
import { SetupProblem } from '../../../src/text/problem.ts';

const wanted: readonly TargetName[] = [
  { arch: 'arm64', qemu: 'aarch64' },
  { arch: 'riscv64', qemu: 'riscv64' },
  { arch: 's390x', qemu: 's390x' },
];

/** A provider that has some architectures; it writes down what it was asked for. */
function has(name: SourceName, archs: readonly string[], more: Partial<SourceResult> = {}) {
  const asked: string[][] = [];
  const provider: Source = {
    name,
    provide: async (open) => {
      asked.push(open.map(({ arch }) => arch));
      const handlers = open.filter(({ arch }) => archs.includes(arch)).map(({ arch }) => handler(arch, name));
      const missing = open
        .filter(({ arch }) => !archs.includes(arch))
        .map(({ arch }) => ({ arch, reason: `${name} has no ${arch}` }));
      return {
        handlers,
        missing,
        origin: `${name} of the test`,
        downloadedBytes: 10,
        cacheHit: false,
        notes: [],
        ...more,
      };
    },
  };
  return { provider, asked };
}

function fails(name: SourceName, thrown: unknown): Source {
  return { name, provide: () => Promise.reject(thrown) };
}

function handler(arch: string, source: SourceName): Handler {
  return {
    arch,
    path: `/store/${source}/${arch}`,
    sha256: '0'.repeat(64),
    checked: true,
    source,
    assumesPreserve: false,
  };
}

function context(): SourceContext & { readonly lines: string[] } {
  const lines: string[] = [];
  const log = (line: string) => void lines.push(line);
  return {
    host: nodeHost(),
    hostArch: 'amd64',
    storeRoot: '/nowhere',
    log,
    rehash: true,
    timeLimitMs: 1000,
    lines,
  };
}

const noNetwork = new SetupProblem({
  id: 'SB-TEST',
  kind: 'host',
  what: 'fetch the image',
  cause: 'the registry cannot be reached',
  remedy: 'Check the network',
});

describe('provideHandlers', () => {
  it('asks the first provider for everything, and no other when it has everything', async () => {
    const image = has('image', ['arm64', 'riscv64', 's390x']);
    const apt = has('apt', ['arm64']);
    const run = context();
    const supply = await fetchHandlers(wanted, [image.provider, apt.provider], run);
    expect(supply.handlers.map(({ arch, source }) => `${arch} ${source}`)).toEqual([
      'arm64 image',
      'riscv64 image',
      's390x image',
    ]);
    expect(supply).toMatchObject({ missing: [], origins: ['image of the test'], downloadedBytes: 10 });
    expect(apt.asked).toEqual([]);
    expect(run.lines).toEqual(['QEMU from image: arm64, riscv64, s390x from image of the test']);
  });

  it('keeps the order in which the providers are given', async () => {
    const all = ['arm64', 'riscv64', 's390x'];
    const [apt, image] = [has('apt', all), has('image', all)];
    const supply = await fetchHandlers(wanted, [apt.provider, image.provider], context());
    expect(new Set(supply.handlers.map(({ source }) => source))).toEqual(new Set(['apt']));
    expect(image.asked).toEqual([]);
  });

  it('asks the next provider only for what is still missing', async () => {
    const image = has('image', ['riscv64']);
    const apt = has('apt', ['arm64', 'riscv64']);
    const host = has('host', ['s390x']);
    const run = context();
    const supply = await fetchHandlers(wanted, [image.provider, apt.provider, host.provider], run);
    expect([image.asked, apt.asked, host.asked]).toEqual([
      [['arm64', 'riscv64', 's390x']],
      [['arm64', 's390x']],
      [['s390x']],
    ]);
    expect(supply.missing).toEqual([]);
    expect(supply.origins).toEqual(['image of the test', 'apt of the test', 'host of the test']);
    expect(supply.downloadedBytes).toBe(30);
    expect(run.lines[0]).toBe(
      'QEMU from image: riscv64 from image of the test; not arm64: image has no arm64; s390x: image has no s390x',
    );
  });

  it('goes on after a provider that fails, with its reason in one line and its remedy in a note', async () => {
    const run = context();
    const apt = has('apt', ['arm64', 'riscv64', 's390x']);
    const supply = await fetchHandlers(wanted, [fails('image', noNetwork), apt.provider], run);
    expect(supply.handlers).toHaveLength(3);
    expect(run.lines).toEqual([
      'QEMU from image: nothing (the registry cannot be reached)',
      'QEMU from apt: arm64, riscv64, s390x from apt of the test',
    ]);
    expect(supply.notes).toEqual([
      {
        level: 'info',
        text: 'Cannot fetch the image: the registry cannot be reached. Check the network.',
      },
    ]);
  });

  it('names the reasons of every provider for what nobody has', async () => {
    const apt = has('apt', ['arm64']);
    const supply = await fetchHandlers(wanted, [fails('image', noNetwork), apt.provider], context());
    expect(supply.handlers.map(({ arch }) => arch)).toEqual(['arm64']);
    expect(supply.missing).toEqual([
      { arch: 'riscv64', reason: 'image: the registry cannot be reached; apt: apt has no riscv64' },
      { arch: 's390x', reason: 'image: the registry cannot be reached; apt: apt has no s390x' },
    ]);
  });

  it('gives nothing and all reasons when everything fails, and does not throw', async () => {
    const run = context();
    const bug = new TypeError('x is not a function\n::error::pwned');
    const supply = await fetchHandlers(wanted, [fails('image', noNetwork), fails('apt', bug)], run);
    expect(supply.handlers).toEqual([]);
    expect(supply).toMatchObject({ origins: [], downloadedBytes: 0, cacheHit: false });
    expect(supply.missing.map(({ arch }) => arch)).toEqual(['arm64', 'riscv64', 's390x']);
    for (const { reason } of supply.missing) {
      expect(reason).toContain('image: the registry cannot be reached; apt: x is not a function');
      expect(reason).not.toMatch(/\n|::/);
    }
    expect(run.lines).toHaveLength(2);
  });

  it('says that nobody was asked when there is no provider', async () => {
    const supply = await fetchHandlers(wanted.slice(0, 1), [], context());
    expect(supply.missing).toEqual([{ arch: 'arm64', reason: 'no provider was asked' }]);
  });

  it('asks nobody when nothing is wanted', async () => {
    const image = has('image', []);
    expect((await fetchHandlers([], [image.provider], context())).handlers).toEqual([]);
    expect(image.asked).toEqual([]);
  });

  it('finds a reason for an architecture that a provider forgot', async () => {
    const forgetful = has('image', [], { missing: [] });
    const supply = await fetchHandlers(wanted.slice(0, 1), [forgetful.provider], context());
    expect(supply.missing).toEqual([{ arch: 'arm64', reason: 'image: not there' }]);
  });

  it('reports a cache hit only when all that was given came from the cache', async () => {
    const cached = has('image', ['arm64'], { cacheHit: true, downloadedBytes: 0 });
    const fetched = has('apt', ['riscv64']);
    const alone = await fetchHandlers(wanted.slice(0, 1), [cached.provider], context());
    expect(alone.cacheHit).toBe(true);
    const both = await fetchHandlers(wanted, [cached.provider, fetched.provider], context());
    expect(both.cacheHit).toBe(false);
  });

  it('passes on notes and what is to be cached', async () => {
    const toCache = { key: 'k', folder: '/store' };
    const note = warningOf({ kind: 'unpinned', image: 'a.b/c:1' });
    const image = has('image', ['arm64'], { toCache, notes: [note] });
    const supply = await fetchHandlers(wanted.slice(0, 1), [image.provider], context());
    expect(supply).toMatchObject({ toCache: [toCache], notes: [note] });
  });
});
