/** Kind 8: QEMU is the one that was asked for; what is used in its place is said, once, or nothing is used. */

import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { inTurn } from '../support/in-turn.ts';
import { type Entry, layerOf, type MadeImage, makeImage } from '../support/oci-image.ts';
import { reportOf } from '../support/program.ts';
import { debianQemu } from '../support/qemu.ts';
import {
  changed,
  type Fault,
  type RegistryServer,
  serve,
  startRegistry,
  status,
} from '../support/registry-server.ts';
import { heldBy, NEIGHBOUR, openArena, sha256 } from './support/arena.ts';
import { imageOf, layoutOf, marked, REPOSITORY, realEntries } from './support/image.ts';
import { type Inputs, type Job, type JobOptions, openJob, type Step } from './support/job.ts';

const undo: (() => unknown)[] = [];
afterEach(() => inTurn(...undo.splice(0).toReversed()));

/** Debian's QEMU lies on PATH of every job here: it is what a fallback would find. */
let installed: string;
let image: MadeImage;
/** The same QEMU with more after its end: it works, and is another one. */
let other: MadeImage;
/** The sha256 of the QEMU in each. */
const holds = new Map<MadeImage, string>();
beforeAll(async () => {
  installed = await debianQemu();
  const entries = await realEntries('aarch64');
  const others = marked(entries);
  image = await imageOf(entries);
  other = await imageOf(others);
  holds.set(image, sha256Of(entries)).set(other, sha256Of(others));
});

function sha256Of([entry]: readonly Entry[]): string {
  return sha256(Buffer.from(entry?.content ?? ''));
}

async function jobWithQemu(options: JobOptions = {}): Promise<Job> {
  const job = await openJob(options);
  undo.push(job.close);
  return {
    ...job,
    main: (inputs, env) => job.main(inputs, { PATH: `${job.programs}:${installed}:${job.env.PATH}`, ...env }),
  };
}

async function registryOf(made: MadeImage, fault?: Fault): Promise<RegistryServer> {
  const registry = await startRegistry(REPOSITORY, made);
  undo.push(registry.close);
  if (fault !== undefined) registry.fail(fault);
  return registry;
}

/** A fault for blobs alone. */
const blobs =
  (fault: Fault): Fault =>
  (asked, response, made) =>
    asked.path.includes('/blobs/') && fault(asked, response, made);
const manifests =
  (fault: Fault): Fault =>
  (asked, response, made) =>
    asked.path.includes('/manifests/') && fault(asked, response, made);
/** Serves another image, whatever is asked for. */
const another: Fault = ({ path }, response) => {
  const [, kind] = /\/(manifests|blobs)\//.exec(path) ?? [];
  const layer = other.layers[0] ?? '';
  serve(REPOSITORY, other, `/v2/${REPOSITORY}/${kind}/${kind === 'blobs' ? layer : 'latest'}`, response);
  return true;
};

/** The warnings that speak of an image. */
function warnings({ log }: Step, asked: string): readonly string[] {
  const [named = ''] = asked.split('@');
  return log.split('\n').filter((line) => line.startsWith('::warning') && line.includes(named));
}

/** Ends with an error, and nothing was registered, kept or said to be there. */
function expectNothingUsed(job: Job, step: Step): void {
  expect(step.code).not.toBe(0);
  expect(step.log).toMatch(/^::error title=/m);
  expect(job.entries().size).toBe(0);
  expect(step.outputs.get('platforms') ?? '').not.toContain('arm64');
  expect(step.outputs.get('qemu-version') ?? '').toBe('');
}

/** The bytes that the kernel holds for arm64 are those of this image. */
async function expectUsed(job: Job, made: MadeImage): Promise<void> {
  const [answering = ''] = job.entries().values();
  expect(answering).toMatch(/^enabled\ninterpreter .*\/qemu-aarch64$/m);
  expect(await heldBy(job.table.enter, job.home, 'arm64')).toBe(holds.get(made));
}

interface Row {
  readonly name: string;
  /** What its registry does; `gone` is one at which nobody listens. */
  readonly fault?: Fault | 'gone';
  readonly made?: () => MadeImage | Promise<MadeImage>;
  /** A digest to ask for in place of the image's own. */
  readonly digest?: string;
}

const cannot: readonly Row[] = [
  { name: 'is not in its registry', fault: status(404) },
  { name: 'is in no registry that answers', fault: 'gone' },
  { name: 'may not be had without a login', fault: status(401, { 'www-authenticate': 'Basic realm="x"' }) },
  { name: 'may not be had at all', fault: status(403) },
  { name: 'has a digest that nothing has', digest: `sha256:${'0'.repeat(64)}` },
  { name: 'is answered with another image', fault: another },
  { name: 'is answered with another index', fault: manifests(another) },
  { name: 'has the layer of another image', fault: blobs(another) },
  { name: 'has a changed byte in its layer', fault: blobs(changed) },
  { name: 'has a changed byte in its index', fault: manifests(changed) },
  { name: 'has no QEMU for the platform', made: async () => imageOf(await realEntries('s390x')) },
  {
    name: 'is for other hosts alone',
    made: async () =>
      makeImage([{ layers: [await layerOf(await realEntries('aarch64'))], arch: 'mips64le' }]),
  },
  {
    name: 'holds no program under the name',
    made: () =>
      imageOf([{ name: 'usr/bin/qemu-aarch64', mode: 0o755, content: Buffer.from('#!/bin/sh\nexit 42\n') }]),
  },
];

async function inputsFor({ fault, made, digest }: Row): Promise<Inputs> {
  const wanted = made === undefined ? image : await made();
  const registry = await registryOf(wanted, fault === 'gone' ? undefined : fault);
  if (fault === 'gone') await registry.close();
  return { platforms: 'arm64', image: `${registry.host}/${REPOSITORY}@${digest ?? wanted.digest}` };
}

describe('an image named by digest, and no source beside it', () => {
  it.each(cannot)('that $name: nothing else is used', async (row) => {
    const job = await jobWithQemu();
    expectNothingUsed(job, await job.main(await inputsFor(row)));
  });

  it('that cannot be had: a terminal says so and ends with an error', async () => {
    const job = await openJob();
    undo.push(job.close);
    const { image: named = '' } = await inputsFor({ name: '', fault: status(404) });
    const ended = await job.cli(['setup', 'arm64', '--image', named, '--json'], {
      PATH: `${job.programs}:${installed}:${job.env.PATH}`,
    });
    expect(ended.code).not.toBe(0);
    expect(reportOf(ended).registered).toEqual([]);
    expect(job.entries().size).toBe(0);
  });

  it('that cannot be had, with strict: false: nothing else is used, and a warning says so', async () => {
    const job = await jobWithQemu();
    const step = await job.main({ ...(await inputsFor({ name: '', fault: status(404) })), strict: 'false' });
    expect(job.entries().size).toBe(0);
    expect(step.outputs.get('platforms') ?? '').not.toContain('arm64');
    expect(step.log).toMatch(/^::(?:warning|error) title=/m);
  });

  it('that cannot be had, with what an earlier step took from the host in the store: that is not used', async () => {
    const job = await jobWithQemu();
    expect((await job.main({ platforms: 'arm64', 'qemu-from': 'host' })).code).toBe(0);
    expect((await job.main({ platforms: 'arm64', mode: 'remove' })).code).toBe(0);
    expectNothingUsed(job, await job.main(await inputsFor({ name: '', fault: status(404) })));
  });

  it('that can be had is used, though another QEMU is installed', async () => {
    const job = await jobWithQemu();
    const registry = await registryOf(other);
    const step = await job.main({
      platforms: 'arm64',
      image: `${registry.host}/${REPOSITORY}@${other.digest}`,
    });
    expect(step.code).toBe(0);
    await expectUsed(job, other);
    expect(warnings(step, registry.host)).toEqual([]);
  });
});

describe('an image named by digest, where something works already', () => {
  async function namedStep(job: Job, made: MadeImage, more: Inputs = {}): Promise<[Step, string]> {
    const registry = await registryOf(made);
    const wanted = `${registry.host}/${REPOSITORY}@${made.digest}`;
    return [await job.main({ platforms: 'arm64', image: wanted, ...more }), wanted];
  }
  /** Ends well, and one warning says what is kept, and how the image comes to be used. */
  function expectKept([step, wanted]: [Step, string], whose: RegExp): void {
    expect(step.code).toBe(0);
    const said = warnings(step, wanted);
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(/arm64: QEMU \d+\.\d+\.\d+.*on-conflict: replace/);
    expect(said[0]).toMatch(whose);
    expect(step.summary.replaceAll('`', '')).toMatch(whose);
  }
  /** Anyone may write to the tool cache: root registers copies of its own. */
  async function sharedJob(options?: JobOptions): Promise<Job> {
    const job = await jobWithQemu(options);
    chmodSync(`${job.home}/tools`, 0o777);
    return job;
  }
  /** Root sees every user there, as on a host: its copies stay. */
  const sharedHost = async (): Promise<Job> => sharedJob({ table: (await openArena(installed)).table });
  const places: readonly (readonly [string, () => Promise<Job>])[] = [
    ['a tool cache of our own', jobWithQemu],
    ['a tool cache that all may write to', sharedHost],
    ['a tool cache that all may write to, in a user namespace', sharedJob],
  ];

  it('of somebody else: it is kept, with one warning', async () => {
    const job = await jobWithQemu();
    const before = await job.main({ platforms: 'arm64', 'qemu-from': 'host' });
    expect(before.code).toBe(0);
    // Another tool cache: what is below the first is not our own there.
    const more = { RUNNER_TOOL_CACHE: `${job.home}/work` };
    const there: Job = { ...job, main: (inputs) => job.main(inputs, more) };
    expectKept(await namedStep(there, other), /somebody else/);
  });

  it.each(places)('our own of another image, in %s: it is kept, with one warning', async (_name, open) => {
    const job = await open();
    const [first] = await namedStep(job, image);
    expect(first.code).toBe(0);
    expectKept(await namedStep(job, other), new RegExp(`from image ${image.digest.slice(7, 19)}`));
    await expectUsed(job, image);
    const [replaced, wanted] = await namedStep(job, other, { 'on-conflict': 'replace' });
    expect(warnings(replaced, wanted)).toEqual([]);
    await expectUsed(job, other);
  });

  it.each(places)('our own of the same image, in %s: no warning', async (_name, open) => {
    const job = await open();
    const [first] = await namedStep(job, image);
    const [step, wanted] = await namedStep(job, image);
    expect([first.code, step.code]).toEqual([0, 0]);
    expect(warnings(step, wanted)).toEqual([]);
    await expectUsed(job, image);
  });

  it.each(places)('our own, in %s: it is no entry of others', async (_name, open) => {
    const job = await open();
    const [first] = await namedStep(job, image);
    const [again] = await namedStep(job, image, { 'on-conflict': 'fail' });
    const before = [...job.entries()];
    const [replaced] = await namedStep(job, image, { 'on-conflict': 'replace' });
    expect([first.code, again.code, replaced.code]).toEqual([0, 0, 0]);
    // What is in place is not registered again.
    expect([...job.entries()]).toEqual(before);
    expect(replaced.outputs.get('changed')).toBe('false');
    expect((await job.main({ platforms: 'arm64', mode: 'remove' })).code).toBe(0);
    expect(job.entries().size).toBe(0);
  });

  it.each(places)('our own, in %s: what a step has put in its place goes with its job', async (_n, open) => {
    const job = await open();
    await namedStep(job, image);
    const before = [...job.entries()];
    const [step] = await namedStep(job, other, { 'on-conflict': 'replace', cleanup: 'true' });
    await expectUsed(job, other);
    const ended = await job.post(step);
    expect([step.code, ended.code]).toEqual([0, 0]);
    expect([...job.entries()]).toEqual(before);
    await expectUsed(job, image);
  });
});

describe('what the store keeps of two images, in a folder that a neighbour owns', () => {
  const step = async (job: Job, made: MadeImage, more: Inputs = {}): Promise<Step> => {
    const registry = await registryOf(made);
    const named = `${registry.host}/${REPOSITORY}@${made.digest}`;
    return job.main({ platforms: 'arm64', image: named, ...more });
  };
  const folderOf = (made: MadeImage): string => `1.0.0-image-${made.digest.slice(7, 47)}`;

  /** Fills the store from both, and gives the two folders each other's name, as only their parent's owner may. */
  async function exchangedNames(): Promise<Job> {
    const arena = await openArena(installed);
    const job = await jobWithQemu({ table: arena.table });
    const tool = `${job.home}/tools/setup-binfmt`;
    mkdirSync(tool);
    chownSync(tool, NEIGHBOUR, NEIGHBOUR);
    for (const made of [image, other]) {
      expect((await step(job, made)).code).toBe(0);
      expect((await job.main({ platforms: 'arm64', mode: 'remove' })).code).toBe(0);
    }
    const [one, two] = [image, other].map((made) => `${tool}/${folderOf(made)}`) as [string, string];
    expect([statSync(one).uid, statSync(two).uid]).toEqual([0, 0]);
    for (const [from, to] of [
      [one, `${tool}/x`],
      [two, one],
      [`${tool}/x`, two],
    ] as const)
      expect(await arena.run(['mv', '-T', from, to], { user: NEIGHBOUR })).toMatchObject({ code: 0 });
    return job;
  }

  it.each<[string, () => MadeImage, () => MadeImage]>([
    ['the first', () => image, () => other],
    ['the second', () => other, () => image],
  ])('%s image is asked for, whose folder is that of the other now: it is used', async (_, asked, next) => {
    const job = await exchangedNames();
    const used = await step(job, asked());
    expect(used.code).toBe(0);
    await expectUsed(job, asked());
    // What is told of it is told of that image, also by what is noted beside root's copy.
    const kept = await step(job, next());
    expect(warnings(kept, REPOSITORY)[0]).toContain(`from image ${asked().digest.slice(7, 19)}`);
    await expectUsed(job, asked());
  });

  it('an image lacks what the other lacks: that is not believed', async () => {
    const job = await exchangedNames();
    const tool = `${job.home}/tools/setup-binfmt`;
    const arch = `${tool}/${folderOf(other)}/${process.arch}`;
    // Root's own note on the first image, by the name of the second.
    for (const end of ['', '.json']) rmSync(`${arch}/qemu-aarch64${end}`);
    writeFileSync(`${arch}/qemu-aarch64.none`, `${folderOf(image)}\n`);
    expect((await step(job, other)).code).toBe(0);
    await expectUsed(job, other);
  });
});

describe('an image on this machine, named by its id', () => {
  const packed = (folder: string): string => {
    execFileSync('tar', ['-cf', `${folder}.tar`, '-C', folder, '.']);
    return `${folder}.tar`;
  };

  it.each<[string, (folder: string) => string]>([
    ['a layout', (folder) => `oci:${folder}`],
    ['an archive of a layout', (folder) => `oci-archive:${packed(folder)}`],
    ['an archive of docker save', (folder) => `docker-archive:${packed(folder)}`],
  ])('%s with its configuration and another QEMU: nothing of it is used', async (_, imageIn) => {
    const job = await jobWithQemu();
    const found = await realEntries('aarch64', 's390x');
    const entries = found.map((entry) => ({ ...entry, mtime: new Date(0) }));
    const forged = `${job.folder}/forged`;
    const id = await layoutOf(forged, entries, marked(entries));
    const step = await job.main({ platforms: 'arm64', image: `${imageIn(forged)}@${id}` });
    expectNothingUsed(job, step);
    expect(step.log).toContain('is not one that its configuration');
    // What was refused is not kept for the one that was meant; that is used, more than once.
    const honest = `${job.folder}/honest`;
    expect(await layoutOf(honest, entries, entries)).toBe(id);
    for (const platforms of ['arm64', 's390x']) {
      const used = await job.main({ platforms, image: `${imageIn(honest)}@${id}` });
      expect([used.code, used.outputs.get('platforms')], used.log).toEqual([
        0,
        expect.stringContaining(platforms),
      ]);
      if (platforms === 'arm64') await expectUsed(job, image);
    }
  });
});

describe('an image named by digest, with further sources', () => {
  it.each(cannot)('that $name: the next one is used, and one warning says so', async (row) => {
    const job = await jobWithQemu();
    const inputs = await inputsFor(row);
    const step = await job.main({ ...inputs, 'qemu-from': 'image,host' });
    expect(step.code).toBe(0);
    expect(job.entries().size).toBe(1);
    expectTold(step, inputs.image ?? '');
  });

  it('of which several fail: one warning names what is used in the end', async () => {
    const job = await jobWithQemu();
    const inputs = await inputsFor({ name: '', fault: status(404) });
    const step = await job.main({
      ...inputs,
      platforms: 'arm64,riscv64,s390x',
      'qemu-from': 'image,apt,host',
    });
    expect(step.code).toBe(0);
    expectTold(step, inputs.image ?? '');
  });

  it('of which none gives it: an error, and nothing is used', async () => {
    const job = await openJob();
    undo.push(job.close);
    const inputs = await inputsFor({ name: '', fault: status(404) });
    expectNothingUsed(job, await job.main({ ...inputs, 'qemu-from': 'image,apt' }));
  });

  it('of which the first gives it: no warning', async () => {
    const job = await jobWithQemu();
    const registry = await registryOf(image);
    const step = await job.main({
      platforms: 'arm64',
      image: `${registry.host}/${REPOSITORY}@${image.digest}`,
      'qemu-from': 'image,host',
    });
    expect(step.code).toBe(0);
    expect(warnings(step, registry.host)).toEqual([]);
  });
});

/** One warning, of the image that was asked for and of the source that was used in its place. */
function expectTold(step: Step, asked: string): void {
  const told = warnings(step, asked);
  expect(told).toHaveLength(1);
  expect(told[0]).toMatch(/\bhost\b/);
}

describe('nothing named at all', () => {
  it('falls back from the default image, and one warning says so', async () => {
    const job = await jobWithQemu();
    const nowhere = { HTTPS_PROXY: 'http://127.0.0.1:9', https_proxy: 'http://127.0.0.1:9' };
    const step = await job.main({ platforms: 'arm64,s390x' }, nowhere);
    expect(step.code).toBe(0);
    expect(job.entries().size).toBe(2);
    expectTold(step, 'docker.io/tonistiigi/binfmt');
  });
});

describe('mirrors and tags', () => {
  it.each<[string, Fault]>([
    ['gives another image', another],
    ['gives the layer of another image', blobs(another)],
    ['changes a byte of the layer', blobs(changed)],
    ['says that there is no such image', status(404)],
    [
      'leads to another image',
      ({ path }, response) => {
        response.writeHead(307, { location: path.replace(/(manifests|blobs)\/.*/, 'manifests/latest') });
        response.end();
        return true;
      },
    ],
  ])('a mirror that %s: the image is taken from its own registry', async (_name, fault) => {
    const job = await jobWithQemu();
    const [mirror, registry] = [await registryOf(image, fault), await registryOf(image)];
    const step = await job.main({
      platforms: 'arm64',
      image: `${registry.host}/${REPOSITORY}@${image.digest}`,
      'registry-mirrors': mirror.host,
    });
    expect(step.code).toBe(0);
    await expectUsed(job, image);
    expect(mirror.asked.length).toBeGreaterThan(0);
  });

  it('a mirror and a registry that both lie: nothing is used', async () => {
    const job = await jobWithQemu();
    const [mirror, registry] = [await registryOf(image, another), await registryOf(image, blobs(another))];
    const step = await job.main({
      platforms: 'arm64',
      image: `${registry.host}/${REPOSITORY}@${image.digest}`,
      'registry-mirrors': mirror.host,
    });
    expectNothingUsed(job, step);
  });

  it('a tag beside the digest means nothing: it has moved to another image, and the digest is used', async () => {
    const job = await jobWithQemu();
    const both: MadeImage = { ...other, contents: new Map([...image.contents, ...other.contents]) };
    const registry = await registryOf(both);
    const step = await job.main({
      platforms: 'arm64',
      image: `${registry.host}/${REPOSITORY}:latest@${image.digest}`,
    });
    expect(step.code).toBe(0);
    await expectUsed(job, image);
  });

  it('a tag that moves while it is pulled gives the image that it meant at first, with a warning', async () => {
    const job = await jobWithQemu();
    let tagged = 0;
    const both: MadeImage = { ...image, contents: new Map([...image.contents, ...other.contents]) };
    const registry = await registryOf(both, ({ path }, response) => {
      if (!path.endsWith('/latest')) return false;
      tagged++;
      serve(REPOSITORY, tagged === 1 ? image : other, path, response);
      return true;
    });
    const step = await job.main({ platforms: 'arm64', image: `${registry.host}/${REPOSITORY}:latest` });
    expect(step.code).toBe(0);
    await expectUsed(job, image);
    expect(step.log).toMatch(/^::warning title=[^:]*::.*digest/m);
  });

  it('a tag whose registry announces another digest than it gives: nothing is used', async () => {
    const job = await jobWithQemu();
    const registry = await registryOf(image, ({ path }, response) => {
      if (!path.endsWith('/latest')) return false;
      const { bytes, mediaType } = image.contents.get(image.digest) ?? { bytes: Buffer.of(), mediaType: '' };
      response.writeHead(200, { 'content-type': mediaType, 'docker-content-digest': other.digest });
      response.end(bytes);
      return true;
    });
    expectNothingUsed(
      job,
      await job.main({ platforms: 'arm64', image: `${registry.host}/${REPOSITORY}:latest` }),
    );
  });

  it('what the store keeps of one digest is not used for another', async () => {
    const job = await jobWithQemu();
    const registry = await registryOf(image);
    const named = (digest: string) => ({
      platforms: 'arm64',
      image: `${registry.host}/${REPOSITORY}@${digest}`,
    });
    expect((await job.main(named(image.digest))).code).toBe(0);
    expect((await job.main({ platforms: 'arm64', mode: 'remove' })).code).toBe(0);
    expectNothingUsed(job, await job.main(named(other.digest)));
  });
});
