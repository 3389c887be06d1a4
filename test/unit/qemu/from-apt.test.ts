import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { nodeHost } from '../../../src/host/host.ts';
import { fetchFromApt } from '../../../src/qemu/from-apt.ts';
import type { SourceContext } from '../../../src/qemu/handler.ts';
import type { SetupProblem } from '../../../src/text/problem.ts';
import { makeDeb, type TarMember } from '../../support/deb.ts';
import { type FakeApt, fakeApt } from '../../support/fake-apt.ts';
import { fakeQemu } from '../../support/static-program.ts';

const S390X = { arch: 's390x', qemu: 's390x' };
const RISCV64 = { arch: 'riscv64', qemu: 'riscv64' };
const NEW = '1:10.2.3+ds-1';

let root = '';
let apt: FakeApt;
const tool = () => join(root, 'store/setup-binfmt');

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'debian-'));
  apt = fakeApt(root);
});
afterEach(() => {
  // Nothing of apt's is left, whatever happened.
  const names = statSync(tool(), { throwIfNoEntry: false })?.isDirectory() ? readdirSync(tool()) : [];
  expect(names.filter((name) => name.startsWith('.'))).toEqual([]);
  rmSync(root, { recursive: true, force: true });
});

/** Makes a package as large as a real one's smallest: it does not compress. */
const ballast: TarMember = { name: './usr/share/doc/ballast', body: randomBytes(1_100_000) };

function binaries(names: readonly string[], version = '10.2.3'): readonly TarMember[] {
  const target = (name: string) => name.replace(/-static$/, '');
  return names.map((name) => ({ name: `./usr/bin/qemu-${name}`, body: fakeQemu(target(name), version) }));
}

async function packageOf(names: readonly string[], version?: string): Promise<Buffer> {
  return makeDeb([...binaries(names, version), ballast]);
}

function marker(): string {
  return join(tool(), 'apt.package');
}

/** Makes apt's last answer so many days old. */
function aged(days: number): void {
  const then = new Date(Date.now() - days * 24 * 60 * 60 * 1000);
  utimesSync(marker(), then, then);
}

async function problemOf(context: SourceContext, wanted = [S390X]): Promise<SetupProblem> {
  return fetchFromApt(wanted, context).then(
    () => {
      throw new Error('it was given');
    },
    (problem: SetupProblem) => problem,
  );
}

describe('fetchFromApt', () => {
  it('downloads the package, unpacks only what is wanted, and says what it does', async () => {
    apt.offer('qemu-user-static', NEW, await packageOf(['s390x-static', 'riscv64-static', 'arm-static']));
    const given = await fetchFromApt([S390X, RISCV64], apt.context());
    expect(given.handlers).toMatchObject([
      { arch: 's390x', version: '10.2.3', source: 'apt', assumesPreserve: false },
      { arch: 'riscv64', version: '10.2.3', source: 'apt', assumesPreserve: false },
    ]);
    expect(readFileSync(given.handlers[0]?.path ?? '')).toEqual(fakeQemu('s390x'));
    const stored = readdirSync(join(given.handlers[0]?.path ?? '', '..'));
    expect(stored.filter((name) => !name.endsWith('.json')).sort()).toEqual(['qemu-riscv64', 'qemu-s390x']);
    expect(given).toMatchObject({
      missing: [],
      origin: `package qemu-user-static ${NEW}`,
      cacheHit: false,
      notes: [],
    });
    expect(given.downloadedBytes).toBeGreaterThan(1_000_000);
    expect(apt.calls()).toEqual([
      '--print-uris download qemu-user-static',
      `download qemu-user-static=${NEW}`,
    ]);
    expect(apt.lines).toEqual([
      `apt: qemu-user-static ${NEW}, ${(given.downloadedBytes / 1e6).toFixed(1)} MB from mirror.example`,
      'apt: unpacked s390x, riscv64',
    ]);
  });

  it('takes qemu-user where qemu-user-static only leads there', async () => {
    apt.offer('qemu-user-static', NEW, await makeDeb([{ name: './usr/share/doc/x' }]));
    apt.offer('qemu-user', NEW, await packageOf(['s390x']));
    const given = await fetchFromApt([S390X], apt.context());
    expect(given.origin).toBe(`package qemu-user ${NEW}`);
    expect(given.handlers).toHaveLength(1);
    expect(apt.calls().at(-1)).toBe(`download qemu-user=${NEW}`);
  });

  it('takes qemu-user where there is no qemu-user-static', async () => {
    apt.offer('qemu-user', NEW, await packageOf(['s390x']));
    expect((await fetchFromApt([S390X], apt.context())).handlers).toHaveLength(1);
  });

  it('needs neither apt nor the network the second time', async () => {
    apt.offer('qemu-user-static', NEW, await packageOf(['s390x-static']));
    const first = await fetchFromApt([S390X], apt.context());
    apt.calls();
    const second = await fetchFromApt([S390X], apt.context());
    expect(second.handlers).toEqual(first.handlers);
    expect(second).toMatchObject({ cacheHit: true, downloadedBytes: 0, origin: first.origin });
    expect(apt.calls()).toEqual([]);
  });

  it('believes no answer in a folder that others may write to', async () => {
    apt.offer('qemu-user-static', NEW, await packageOf(['s390x-static']));
    await fetchFromApt([S390X], apt.context());
    apt.calls();
    chmodSync(tool(), 0o777);
    await fetchFromApt([S390X], apt.context());
    expect(apt.calls()).toEqual(['--print-uris download qemu-user-static']);
  });

  it('asks apt again after a week, and downloads nothing that it has', async () => {
    apt.offer('qemu-user-static', NEW, await packageOf(['s390x-static']));
    await fetchFromApt([S390X], apt.context());
    apt.calls();
    for (const day of [6, 8, -1]) {
      aged(day);
      const again = await fetchFromApt([S390X], apt.context());
      expect([again.cacheHit, again.downloadedBytes]).toEqual([true, 0]);
      expect(apt.calls()).toEqual(day === 6 ? [] : ['--print-uris download qemu-user-static']);
    }
    expect((await fetchFromApt([S390X], apt.context())).cacheHit).toBe(true);
    expect(apt.calls()).toEqual([]);
    expect(readFileSync(marker(), 'utf8')).not.toContain('secret');
  });

  it('follows apt to a newer version', async () => {
    apt.offer('qemu-user-static', NEW, await packageOf(['s390x-static']));
    await fetchFromApt([S390X], apt.context());
    apt.offer('qemu-user-static', '1:11.0.0+ds-1', await packageOf(['s390x-static'], '11.0.0'));
    aged(8);
    const given = await fetchFromApt([S390X], apt.context());
    expect(given.handlers[0]?.version).toBe('11.0.0');
  });

  it('adds further architectures to the same version', async () => {
    apt.offer('qemu-user-static', NEW, await packageOf(['s390x-static', 'riscv64-static']));
    const [first] = (await fetchFromApt([S390X], apt.context())).handlers;
    apt.calls();
    const both = await fetchFromApt([S390X, RISCV64], apt.context());
    expect(both.handlers.map(({ arch }) => arch)).toEqual(['s390x', 'riscv64']);
    expect(both.handlers[0]).toEqual(first);
    expect([both.cacheHit, both.downloadedBytes, apt.calls()]).toEqual([true, 0, []]);
  });

  it('takes them from the package that it has when apt was asked again, and when it cannot be', async () => {
    const archs = ['s390x-static', 'riscv64-static', 'arm-static'];
    apt.offer('qemu-user-static', NEW, await packageOf(archs));
    await fetchFromApt([S390X], apt.context());
    aged(8);
    apt.calls();
    const asked = await fetchFromApt([RISCV64], apt.context());
    expect([asked.handlers.length, asked.cacheHit]).toEqual([1, true]);
    expect(apt.calls()).toEqual(['--print-uris download qemu-user-static']);
    aged(8);
    apt.set('fails', 'ask\nnew-ask\nnew-update\n');
    const old = await fetchFromApt([{ arch: 'arm', qemu: 'arm' }], apt.context());
    expect(old.handlers.map(({ arch }) => arch)).toEqual(['arm']);
    expect(old.troubles).toMatchObject([{ kind: 'unrefreshed' }]);
  });

  it('does not believe a package in the store of other bytes, and downloads it again', async () => {
    apt.offer('qemu-user-static', NEW, await packageOf(['s390x-static', 'riscv64-static']));
    await fetchFromApt([S390X], apt.context());
    const [kept = ''] = readdirSync(tool(), { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.kept\/[0-9a-f]+$/.test(path))
      .map((path) => join(tool(), path));
    const whole = readFileSync(kept);
    writeFileSync(kept, Buffer.from(whole).fill(1, 500, 510));
    apt.calls();
    const given = await fetchFromApt([RISCV64], apt.context());
    expect([given.handlers.length, given.cacheHit]).toEqual([1, false]);
    expect(apt.calls().at(-1)).toBe(`download qemu-user-static=${NEW}`);
    expect(readFileSync(kept)).toEqual(whole);
  });

  it('fetches lists of its own when the machine has none', async () => {
    apt.offer('qemu-user-static', NEW, await packageOf(['s390x-static']), 'new');
    const given = await fetchFromApt([S390X], apt.context());
    expect(given.handlers).toHaveLength(1);
    expect(given.downloadedBytes).toBeGreaterThan(9_415_000 + 1_000_000);
    expect(apt.calls()).toEqual([
      '--print-uris download qemu-user-static',
      '--print-uris download qemu-user',
      'update',
      '--print-uris download qemu-user-static',
      `download qemu-user-static=${NEW}`,
    ]);
    expect(apt.lines.join('\n')).not.toContain('Fetched');
    expect(apt.lines.slice(0, 2)).toEqual([
      "apt: the machine's package lists do not have qemu-user-static or qemu-user; fetching lists of its sources",
      expect.stringMatching(/^apt: 9\.4 MB of package lists in \d/),
    ]);
  });

  it('fetches lists of its own when those of the machine are out of date', async () => {
    apt.offer('qemu-user-static', '1:10.2.2+ds-1', await packageOf(['s390x-static'], '10.2.2'));
    apt.offer('qemu-user-static', NEW, await packageOf(['s390x-static']), 'new');
    apt.set('fails', 'download\n');
    apt.set('says', 'E: Failed to fetch http://user:secret@mirror.example/x.deb  404  Not Found\n');
    const given = await fetchFromApt([S390X], apt.context());
    expect(given.handlers[0]?.version).toBe('10.2.3');
    // Why the first did not do is told once.
    expect(apt.lines.filter((line) => line.includes('404'))).toEqual([
      'apt: newer lists were needed: Failed to fetch http://mirror.example/x.deb 404 Not Found',
    ]);
  });

  it('gives what the package has, names the rest, and does not download it again for that', async () => {
    apt.offer('qemu-user-static', NEW, await packageOf(['s390x-static']));
    const first = await fetchFromApt([S390X, RISCV64], apt.context());
    expect(first.handlers).toHaveLength(1);
    expect(first.missing).toEqual([{ arch: 'riscv64', reason: 'the package has no qemu-riscv64' }]);
    apt.calls();
    const second = await fetchFromApt([S390X, RISCV64], apt.context());
    expect([second.handlers, second.missing]).toEqual([
      first.handlers,
      [{ arch: 'riscv64', reason: 'the package has no qemu-riscv64 that can be used here' }],
    ]);
    expect((await problemOf(apt.context(), [RISCV64])).reason).toContain('the package has no qemu-riscv64');
    expect(apt.calls()).toEqual([]);
  });

  it('refuses a dynamic program in the package, by name', async () => {
    const dynamic = { name: './usr/bin/qemu-riscv64', body: readFileSync('/bin/ls') };
    apt.offer('qemu-user', NEW, await makeDeb([dynamic, ...binaries(['s390x']), ballast]));
    const given = await fetchFromApt([S390X, RISCV64], apt.context());
    expect(given.handlers.map(({ arch }) => arch)).toEqual(['s390x']);
    expect(given.missing).toMatchObject([{ arch: 'riscv64', reason: 'it is not statically linked' }]);
  });

  it('is one clear problem when all of the package is dynamic', async () => {
    const dynamic = { name: './usr/bin/qemu-s390x', body: readFileSync('/bin/ls') };
    apt.offer('qemu-user', '1:8.2.2+ds-0ubuntu1', await makeDeb([dynamic, ballast]));
    const problem = await problemOf(apt.context());
    expect(problem.id).toBe('SB082');
    expect(problem.reason).toBe(
      'the package qemu-user 1:8.2.2+ds-0ubuntu1 does not help: s390x: it is not statically linked',
    );
  });

  it('gives the version that the binary states, not that of the package', async () => {
    apt.offer('qemu-user-static', '1:7.2+dfsg-7+deb12u18', await packageOf(['s390x-static'], '7.2.22'));
    for (const _run of ['downloaded', 'stored']) {
      const { handlers, troubles } = await fetchFromApt([S390X], apt.context());
      expect(handlers[0]?.version).toBe('7.2.22');
      expect(troubles).toEqual([]);
    }
  });

  it('reads the version of a large binary whole, wherever it stands', async () => {
    // The store reads 256 KiB at a time: here between the digits of 10.2.13.
    const body = Buffer.alloc(600 * 1024);
    fakeQemu('arm').copy(body, 0, 0, 150);
    body.write('qemu-s390x version 10.2.13 (x)', 256 * 1024 - 'qemu-s390x version 10.2.1'.length);
    apt.offer('qemu-user', NEW, await makeDeb([{ name: './usr/bin/qemu-s390x', body }, ballast]));
    expect((await fetchFromApt([S390X], apt.context())).handlers[0]?.version).toBe('10.2.13');
  });

  it('fetches a damaged binary again and says so', async () => {
    apt.offer('qemu-user-static', NEW, await packageOf(['s390x-static']));
    const [handler] = (await fetchFromApt([S390X], apt.context())).handlers;
    const whole = readFileSync(handler?.path ?? '');
    writeFileSync(handler?.path ?? '', Buffer.from(whole).fill(0, 100, 110));
    const given = await fetchFromApt([S390X], apt.context());
    expect(readFileSync(given.handlers[0]?.path ?? '')).toEqual(whole);
    expect(given.troubles).toMatchObject([{ kind: 'damaged', arch: 's390x' }]);
  });

  it('says that there is no apt, and no dpkg-deb', async () => {
    const host = nodeHost();
    for (const absent of ['apt-get', 'dpkg-deb']) {
      const which = (name: string) => (name === absent ? undefined : (host.which(name) ?? '/bin/true'));
      const problem = await problemOf(apt.context({ which }));
      expect(problem.message).toBe(
        'Cannot get QEMU with apt: this machine has no apt-get and dpkg-deb. ' +
          'Name another source in the input qemu-from.',
      );
    }
  });

  it('says why no source has the package', async () => {
    apt.set('fails', 'update\nnew-update\n');
    apt.set(
      'says',
      "W: Failed to fetch http://u:secret@mirror.example/x  Could not resolve 'mirror.example'\n",
    );
    const problem = await problemOf(apt.context());
    expect(problem.reason).toBe(
      "the lists of this machine's package sources cannot be fetched: " +
        "Failed to fetch http://mirror.example/x Could not resolve 'mirror.example'",
    );
  });

  it('says which proxy apt is told of, and that it may be at fault', async () => {
    apt.set('fails', 'update\nnew-update\n');
    apt.set('says', 'W: Failed to fetch http://mirror.example/x  403  Forbidden\n');
    const env = { ...nodeHost().env, ALL_PROXY: 'http://u:secret-word@p:1' };
    const lines: string[] = [];
    const problem = await problemOf({ ...apt.context({ env }), log: (line) => lines.push(line) });
    expect(lines[0]).toBe('apt: told to go through the proxy http://p:1 (ALL_PROXY)');
    expect(problem.remedy).toMatch(
      /^Check the network, the proxy http:\/\/p:1 \(ALL_PROXY\) and the sources/,
    );
    apt.set('says', 'E: Unable to locate package qemu-user\n');
    expect((await problemOf(apt.context())).reason).toBe(
      'the package sources of this machine do not offer qemu-user-static or qemu-user: Unable to locate package qemu-user',
    );
  });

  it('says why the package cannot be downloaded', async () => {
    apt.offer('qemu-user-static', NEW, await packageOf(['s390x-static']), 'new');
    apt.set('fails', 'new-download\n');
    apt.set('says', 'E: You do not have enough free space in /var/cache/apt/archives/.\n');
    const problem = await problemOf(apt.context());
    expect(problem.reason).toContain(
      'qemu-user-static cannot be downloaded: You do not have enough free space',
    );
  });

  it('does not believe an apt-get that leaves no file, or a short one', async () => {
    const deb = await packageOf(['s390x-static']);
    apt.offer('qemu-user-static', NEW, deb);
    apt.offer('qemu-user-static', NEW, deb, 'new');
    for (const name of ['qemu-user-static', 'new-qemu-user-static']) {
      writeFileSync(join(apt.folder, name), deb.subarray(0, 1000));
    }
    expect((await problemOf(apt.context())).reason).toContain('apt-get left no complete file');
  });

  it('makes folders that nobody else may write to, even without a umask', async () => {
    apt.offer('qemu-user-static', NEW, await packageOf(['s390x-static']));
    const before = process.umask(0);
    try {
      const { handlers } = await fetchFromApt([S390X], apt.context());
      const folder = join(handlers[0]?.path ?? '', '..');
      for (const path of [tool(), join(folder, '..'), folder, handlers[0]?.path ?? '']) {
        expect(statSync(path).mode & 0o022).toBe(0);
      }
    } finally {
      process.umask(before);
    }
  });

  it('asks apt for nothing when the store cannot be written', async () => {
    apt.offer('qemu-user-static', NEW, await packageOf(['s390x-static']));
    mkdirSync(join(root, 'store'));
    writeFileSync(tool(), 'a file where a folder should be');
    const problem = await problemOf(apt.context());
    expect(problem.id).toBe('SB084');
    expect(apt.calls()).toEqual([]);
  });

  it('uses what it has when apt cannot be asked any more', async () => {
    apt.offer('qemu-user-static', NEW, await packageOf(['s390x-static']));
    const first = await fetchFromApt([S390X], apt.context());
    aged(8);
    apt.set('fails', 'ask\nnew-ask\nnew-update\n');
    apt.set('says', 'E: Temporary failure resolving\n');
    const second = await fetchFromApt([S390X], apt.context());
    expect(second.handlers).toEqual(first.handlers);
    expect(second.troubles).toEqual([
      {
        kind: 'unrefreshed',
        used: first.origin,
        reason: expect.stringContaining('Temporary failure resolving'),
      },
    ]);
    expect(second.failure?.id).toBe('SB082');
  });

  it('ends an apt-get that does not end', async () => {
    apt.offer('qemu-user-static', NEW, await packageOf(['s390x-static']));
    apt.set('hangs', 'download\nnew-ask\nnew-update\n');
    expect((await problemOf(apt.context({}, 1500))).reason).toContain('apt-get did not end in time');
  });

  it('keeps secrets of the job from apt, and what apt says from the log', async () => {
    const env = {
      PATH: process.env.PATH,
      http_proxy: 'http://proxy.example',
      GITHUB_TOKEN: 'ghs_x',
      INPUT_X: 'y',
    };
    apt.set('fails', 'ask\nnew-ask\nnew-update\n');
    apt.set('says', 'E: \u001b[31mred\u001b[0m ::add-mask::x https://u:secret@h/ \u202e\n');
    const problem = await problemOf(apt.context({ env }));
    expect(apt.environment()).toMatch(/^http_proxy=http:\/\/proxy\.example$/m);
    expect(apt.environment()).not.toMatch(/ghs_x|INPUT_X/);
    for (const text of [problem.message, ...apt.lines]) {
      expect(text).not.toMatch(/[\u0000-\u001f\u202e]|::|secret/);
    }
  });

  it.each([
    ['empty', ''],
    ['of another kind', '[]'],
    ['a path', `'x:' ../x_1_a.deb 1 SHA256:${'0'.repeat(64)}`],
    ['that of another package', `'x://y' bash_1_amd64.deb 9999999 SHA256:${'0'.repeat(64)}`],
  ])('asks again when the marker is %s', async (_what, text) => {
    apt.offer('qemu-user-static', NEW, await packageOf(['s390x-static']));
    await fetchFromApt([S390X], apt.context());
    writeFileSync(marker(), text);
    apt.calls();
    expect((await fetchFromApt([S390X], apt.context())).cacheHit).toBe(true);
    expect(apt.calls()).toEqual(['--print-uris download qemu-user-static']);
  });
});
