import { describe, expect, it } from 'vitest';
import { nodeHost } from '../../../src/host/host.ts';
import type {
  Handler,
  SourceContext,
  SourceName,
  SourceResult,
  TargetName,
} from '../../../src/qemu/handler.ts';
import { fetchHandlers, type Source } from '../../../src/qemu/sources.ts';
import { SetupProblem } from '../../../src/text/problem.ts';

const wanted: readonly TargetName[] = [
  { arch: 'arm64', qemu: 'aarch64' },
  { arch: 'riscv64', qemu: 'riscv64' },
  { arch: 's390x', qemu: 's390x' },
];

/** A source that has some architectures; it writes down what it was asked for. */
function has(name: SourceName, archs: readonly string[], more: Partial<SourceResult> = {}) {
  const asked: string[][] = [];
  const source: Source = {
    name,
    label: `${name} of people`,
    fetch: async (open) => {
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
        troubles: [],
        ...more,
      };
    },
  };
  return { source, asked };
}

function fails(name: SourceName, thrown: unknown): Source {
  return { name, label: name, fetch: () => Promise.reject(thrown) };
}

function handler(arch: string, source: SourceName): Handler {
  return {
    arch,
    path: `/store/${source}/${arch}`,
    sha256: '0'.repeat(64),
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
    registryConfig: false,
    insecureTags: false,
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

describe('fetchHandlers', () => {
  it('asks the first source for everything, and no other when it has everything', async () => {
    const image = has('image', ['arm64', 'riscv64', 's390x']);
    const apt = has('apt', ['arm64']);
    const run = context();
    const fetched = await fetchHandlers(wanted, [image.source, apt.source], run);
    expect(fetched.handlers.map(({ arch, source }) => `${arch} ${source}`)).toEqual([
      'arm64 image',
      'riscv64 image',
      's390x image',
    ]);
    expect(fetched).toMatchObject({ missing: [], origins: ['image of the test'], downloadedBytes: 10 });
    expect(apt.asked).toEqual([]);
    expect(run.lines).toEqual([
      'QEMU from image: arm64, riscv64, s390x from image of the test (10 B downloaded)',
    ]);
  });

  it('keeps the order in which the sources are given', async () => {
    const all = ['arm64', 'riscv64', 's390x'];
    const [apt, image] = [has('apt', all), has('image', all)];
    const fetched = await fetchHandlers(wanted, [apt.source, image.source], context());
    expect(new Set(fetched.handlers.map(({ source }) => source))).toEqual(new Set(['apt']));
    expect(image.asked).toEqual([]);
  });

  it('asks the next source only for what is still missing', async () => {
    const image = has('image', ['riscv64']);
    const apt = has('apt', ['arm64', 'riscv64']);
    const host = has('host', ['s390x']);
    const run = context();
    const fetched = await fetchHandlers(wanted, [image.source, apt.source, host.source], run);
    expect([image.asked, apt.asked, host.asked]).toEqual([
      [['arm64', 'riscv64', 's390x']],
      [['arm64', 's390x']],
      [['s390x']],
    ]);
    expect(fetched.missing).toEqual([]);
    expect(fetched.origins).toEqual(['image of the test', 'apt of the test', 'host of the test']);
    expect(fetched.downloadedBytes).toBe(30);
    expect(run.lines[0]).toBe(
      'QEMU from image: riscv64 from image of the test (10 B downloaded); not arm64, s390x',
    );
    const asked = 'image of people';
    const used = 'arm64 from apt (apt of the test); s390x from host (host of the test)';
    const reason = 'image: image has no arm64; image: image has no s390x; apt: apt has no s390x';
    expect(fetched.troubles).toEqual([{ kind: 'replaced', asked, used, reason }]);
    // The warning says why, and nothing else does.
    expect(run.lines.join()).not.toContain('has no');
  });

  it('says of the only source that there is no other', async () => {
    const fetched = await fetchHandlers(wanted, [fails('image', noNetwork)], context());
    expect(fetched.missing[0]?.reason).toBe(
      'image: the registry cannot be reached (no other source is asked unless the input qemu-from names it)',
    );
    expect(fetched.troubles).toEqual([]);
  });

  it('goes on after a source that fails, and has its reason and its remedy in one warning', async () => {
    const run = context();
    const apt = has('apt', ['arm64', 'riscv64', 's390x']);
    const fetched = await fetchHandlers(wanted, [fails('image', noNetwork), apt.source], run);
    expect(fetched.handlers).toHaveLength(3);
    expect(run.lines).toEqual([
      'QEMU from image: nothing',
      'QEMU from apt: arm64, riscv64, s390x from apt of the test (10 B downloaded)',
    ]);
    expect(fetched.troubles).toMatchObject([
      {
        kind: 'replaced',
        used: 'arm64, riscv64, s390x from apt (apt of the test)',
        reason: 'image: the registry cannot be reached',
        remedy: noNetwork.remedy,
      },
    ]);
    expect(fetched.notes).toEqual([]);
    expect(fetched.failures).toEqual([noNetwork]);
  });

  it('names the reasons of every source for what nobody has', async () => {
    const apt = has('apt', ['arm64']);
    const fetched = await fetchHandlers(wanted, [fails('image', noNetwork), apt.source], context());
    expect(fetched.handlers.map(({ arch }) => arch)).toEqual(['arm64']);
    expect(fetched.missing).toEqual([
      { arch: 'riscv64', reason: 'image: the registry cannot be reached; apt: apt has no riscv64' },
      { arch: 's390x', reason: 'image: the registry cannot be reached; apt: apt has no s390x' },
    ]);
  });

  it('gives nothing and all reasons when everything fails, and does not throw', async () => {
    const run = context();
    const bug = new TypeError('x is not a function\n::error::pwned');
    const fetched = await fetchHandlers(wanted, [fails('image', noNetwork), fails('apt', bug)], run);
    expect(fetched.handlers).toEqual([]);
    expect(fetched).toMatchObject({ origins: [], downloadedBytes: 0, cacheHit: false });
    expect(fetched.missing.map(({ arch }) => arch)).toEqual(['arm64', 'riscv64', 's390x']);
    for (const { reason } of fetched.missing) {
      expect(reason).toContain('image: the registry cannot be reached; apt: x is not a function');
      expect(reason).not.toMatch(/\n|::/);
    }
    expect(fetched.failures.map(({ id }) => id)).toEqual(['SB-TEST', 'SB-INTERNAL']);
    expect(run.lines).toHaveLength(2);
  });

  it.each([
    ['/a:b', 'a colon'],
    ['/a\nb', 'a line break'],
    ['/a\\b', 'a backslash'],
    ['/', 'no folder'],
  ])('asks none where the path of the tool cache cannot be registered: %j', async (storeRoot, what) => {
    const image = has('image', ['arm64']);
    const fetched = await fetchHandlers(wanted, [image.source], { ...context(), storeRoot });
    expect([image.asked, fetched.handlers, fetched.failures.length]).toEqual([[], [], 1]);
    const [failure] = fetched.failures;
    expect(failure).toMatchObject({ id: 'SB084', kind: 'host' });
    expect(failure?.message).toBe(
      `Cannot keep QEMU in the tool cache ${storeRoot.replace('\n', ' ')}: the path ${JSON.stringify(storeRoot)} of the tool cache holds ${what}, and handlers in it cannot be registered. Give it another path, or name another folder in RUNNER_TOOL_CACHE.`,
    );
    expect(fetched.missing.map(({ reason }) => reason)).toEqual(wanted.map(() => failure?.reason));
  });

  it('says that no source was asked where none is named', async () => {
    const fetched = await fetchHandlers(wanted.slice(0, 1), [], context());
    expect(fetched.missing).toEqual([{ arch: 'arm64', reason: 'no source was asked' }]);
  });

  it('asks no source when nothing is wanted', async () => {
    const image = has('image', []);
    expect((await fetchHandlers([], [image.source], context())).handlers).toEqual([]);
    expect(image.asked).toEqual([]);
  });

  it('finds a reason for an architecture that a source forgot', async () => {
    const forgetful = has('image', [], { missing: [] });
    const fetched = await fetchHandlers(wanted.slice(0, 1), [forgetful.source], context());
    expect(fetched.missing).toEqual([{ arch: 'arm64', reason: expect.stringMatching(/^image: not there /) }]);
  });

  it('reports a cache hit only when all that was given came from the cache', async () => {
    const cached = has('image', ['arm64'], { cacheHit: true, downloadedBytes: 0 });
    const other = has('apt', ['riscv64']);
    const alone = await fetchHandlers(wanted.slice(0, 1), [cached.source], context());
    expect(alone.cacheHit).toBe(true);
    const both = await fetchHandlers(wanted, [cached.source, other.source], context());
    expect(both.cacheHit).toBe(false);
  });

  it('passes on notes, troubles and what is to be cached', async () => {
    const toCache = { key: 'k', folder: '/store' };
    const trouble = { kind: 'unpinned', image: 'a.b/c:1' } as const;
    const image = has('image', ['arm64'], { toCache, notes: ['a note'], troubles: [trouble] });
    const fetched = await fetchHandlers(wanted.slice(0, 1), [image.source], context());
    expect(fetched).toMatchObject({ toCache: [toCache], notes: ['a note'], troubles: [trouble] });
  });
});
