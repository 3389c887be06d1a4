/**
 * Kinds 1 and 8, what is kept of a download for a further architecture: it is believed by its digest alone, and read from
 * what was compared. The tool cache is one that everyone may write to, as on hosted runners.
 */
import {
  appendFileSync,
  chmodSync,
  chownSync,
  globSync,
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { inTurn } from '../support/in-turn.ts';
import type { MadeImage } from '../support/oci-image.ts';
import { debianQemu } from '../support/qemu.ts';
import { type RegistryServer, startRegistry, status } from '../support/registry-server.ts';
import { heldBy, makeFifo, NEIGHBOUR, noArena, openArena, sha256 } from './support/arena.ts';
import { imageOf, marked, REPOSITORY, realEntries } from './support/image.ts';
import { type Job, openJob, type Step } from './support/job.ts';

const able = noArena() === undefined;
const undo: (() => unknown)[] = [];
afterEach(() => inTurn(...undo.splice(0).toReversed()));

let image: MadeImage;
/** The layer of an image that holds another QEMU for riscv64. */
let evil: Buffer;
let riscv64: string;
beforeAll(async () => {
  const entries = await realEntries('aarch64', 'riscv64');
  image = await imageOf(entries);
  riscv64 = sha256(Buffer.from(entries[1]?.content ?? ''));
  const other = await imageOf(marked(entries));
  evil = other.contents.get(other.layers[0] ?? '')?.bytes ?? Buffer.of();
});

/** A file of root's that nothing may change. */
interface Victim {
  readonly path: string;
  readonly look: () => string;
}

interface Kept {
  readonly job: Job;
  readonly registry: RegistryServer;
  readonly victim: Victim;
  /** The download that is kept. */
  readonly path: string;
  readonly setup: (platform: string) => Promise<Step>;
  /** How often it was asked for. */
  readonly fetched: () => number;
}

/** A job that has set up arm64 from the image, and keeps what it downloaded for it, this among it. */
async function afterOne(digest = image.layers[0] ?? ''): Promise<Kept> {
  const registry = await startRegistry(REPOSITORY, image);
  undo.push(registry.close);
  const arena = await openArena(await debianQemu());
  const job = await openJob({ table: arena.table });
  undo.push(job.close);
  chmodSync(join(job.home, 'tools'), 0o777);
  const victim = join(job.folder, 'victim');
  writeFileSync(victim, evil, { mode: 0o600 });
  const named = `${registry.host}/${REPOSITORY}@${image.digest}`;
  const setup = (platform: string): Promise<Step> =>
    job.main({ platforms: platform, image: named, 'qemu-from': 'image' });
  const first = await setup('arm64');
  expect(first.code, first.log).toBe(0);
  const hex = digest.slice('sha256:'.length);
  const [path, ...more] = globSync(join(job.home, 'tools/setup-binfmt/*/*.kept', hex));
  if (path === undefined || more.length > 0) throw new Error(`${more.length} further files have this digest`);
  return {
    job,
    registry,
    victim: { path: victim, look: () => `${statSync(victim).mode} ${sha256(readFileSync(victim))}` },
    path,
    setup,
    fetched: () => registry.asked.filter(({ path }) => path.endsWith(digest)).length,
  };
}

/** What a neighbour, or a job before, may have left in place of the download. */
const LEFT: readonly (readonly [string, (kept: Kept) => unknown])[] = [
  ['holds another QEMU', ({ path }) => writeFileSync(path, evil)],
  ['is short', ({ path }) => truncateSync(path, 1000)],
  ['is empty', ({ path }) => truncateSync(path, 0)],
  ['has more after its end', ({ path }) => appendFileSync(path, 'more')],
  ['is longer than any download', ({ path }) => truncateSync(path, 2 ** 40)],
  ['may be written by its group', ({ path }) => chmodSync(path, 0o664)],
  ['may be written by all', ({ path }) => chmodSync(path, 0o646)],
  ['is that of a neighbour', ({ path }) => chownSync(path, NEIGHBOUR, NEIGHBOUR)],
  ['is a link to another one', ({ path, victim }) => put(path, () => symlinkSync(victim.path, path))],
  ['is another name of a file of root', ({ path, victim }) => put(path, () => linkSync(victim.path, path))],
  ['is a link to a device', ({ path }) => put(path, () => symlinkSync('/dev/zero', path))],
  ['is a folder', ({ path }) => put(path, () => mkdirSync(path))],
  ['is a FIFO', ({ path }) => put(path, () => makeFifo(path))],
  ['is gone', ({ path }) => rmSync(path)],
];

function put(path: string, make: () => void): void {
  rmSync(path);
  make();
}

describe.skipIf(!able)('a download that is kept', () => {
  it('is used for a further architecture, without the network', async () => {
    const kept = await afterOne();
    await kept.registry.close();
    const step = await kept.setup('riscv64');
    expect(step.code, step.log).toBe(0);
    expect(kept.fetched()).toBe(1);
    expect(await heldBy(kept.job.table.enter, kept.job.home, 'riscv64')).toBe(riscv64);
  });

  describe.each<[string, () => string | undefined]>([
    ['a layer', () => image.layers[0]],
    ['the index of an image', () => image.digest],
  ])('and is %s', (_kind, digest) => {
    it.each(LEFT)('that %s is downloaded again, and nothing else is touched', async (_name, leave) => {
      const kept = await afterOne(digest());
      const before = kept.victim.look();
      await leave(kept);
      const step = await kept.setup('riscv64');
      expect(step.code, step.log).toBe(0);
      expect(kept.fetched()).toBe(2);
      expect(await heldBy(kept.job.table.enter, kept.job.home, 'riscv64')).toBe(riscv64);
      expect(kept.victim.look()).toBe(before);
    });
  });

  it.each(LEFT)('that %s, while the registry has nothing: an error, and no handler', async (_name, leave) => {
    const kept = await afterOne();
    const before = kept.victim.look();
    await leave(kept);
    kept.registry.fail(status(404));
    const step = await kept.setup('riscv64');
    expect(step.code).not.toBe(0);
    expect([...kept.job.entries().keys()]).toEqual(['qemu-aarch64']);
    expect(kept.victim.look()).toBe(before);
  });

  it.each<[string, (folder: string, away: string) => void]>([
    ['a link to elsewhere', (folder, away) => symlinkSync(away, folder)],
    ['a file', (folder) => writeFileSync(folder, 'x')],
  ])('lies in a folder that is %s now: nothing is written there', async (_name, leave) => {
    const kept = await afterOne();
    const folder = dirname(kept.path);
    const away = join(kept.job.folder, 'away');
    renameSync(folder, away);
    const before = globSync(join(away, '*')).map((path) => `${path} ${statSync(path).ctimeMs}`);
    leave(folder, away);
    const step = await kept.setup('riscv64');
    expect(step.code, step.log).toBe(0);
    expect(await heldBy(kept.job.table.enter, kept.job.home, 'riscv64')).toBe(riscv64);
    expect(globSync(join(away, '*')).map((path) => `${path} ${statSync(path).ctimeMs}`)).toEqual(before);
  });
});
