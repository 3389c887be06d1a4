import { describe, expect, it } from 'vitest';
import type { BuilderFacts, DoctorFacts, EngineFacts } from '../../../../src/doctor/facts.ts';
import { type Platform, parsePlatform } from '../../../../src/platform/platforms.ts';
import { contextOf, engineFacts, outcomeOf, verdictOf } from '../../../support/doctor.ts';
import { entryFor } from '../../../support/entries.ts';
import type { FactsChange } from '../../../support/facts.ts';

const emulated = [verdictOf('arm64', 'emulated'), verdictOf('arm', 'emulated')];
const withEngine = (engine: EngineFacts, more: Parameters<typeof contextOf>[0] = {}) =>
  contextOf({ verdicts: emulated, doctor: { engine }, ...more });
const builder = (change: Partial<BuilderFacts> = {}): BuilderFacts => ({
  name: 'default',
  driver: 'docker',
  running: true,
  platforms: ['linux/amd64', 'linux/386'],
  ...change,
});
const NONE: EngineFacts = { client: false, builders: [] };
const silent = (silence?: string): EngineFacts => ({
  client: true,
  builders: [],
  ...(silence === undefined ? {} : { silence }),
});

describe('the engine', () => {
  it('need not be there', () => {
    expect(outcomeOf('SB050', withEngine(NONE))).toMatchObject([{ severity: 'info' }]);
    expect(outcomeOf('SB050', withEngine(engineFacts()))).toBe('clean');
    for (const id of ['SB056', 'SB051'])
      expect(outcomeOf(id, withEngine(NONE))).toBe('skipped: there is no program named docker');
  });

  it('may not answer', () => {
    expect(outcomeOf('SB056', withEngine(silent('nothing listens')))).toMatchObject([
      { severity: 'info', evidence: 'nothing listens' },
    ]);
    expect(outcomeOf('SB056', withEngine(silent()))).toMatchObject([
      { evidence: 'no Docker engine answers' },
    ]);
    expect(outcomeOf('SB056', withEngine(engineFacts()))).toBe('clean');
    for (const id of ['SB052', 'SB055']) {
      expect(outcomeOf(id, withEngine(silent()))).toBe('skipped: no Docker engine answers');
      expect(outcomeOf(id, withEngine(silent('it is down')))).toBe('skipped: it is down');
    }
  });

  it('has a builder that takes one platform at a time', () => {
    const container = builder({ name: 'b', driver: 'docker-container', current: true });
    const seen = (
      builders: readonly BuilderFacts[],
      more: Partial<EngineFacts> = {},
      asked = ['arm64', 'arm'],
    ) => outcomeOf('SB057', withEngine(engineFacts({ builders, ...more }), { asked }));
    expect(seen([builder()])).toMatchObject([
      {
        severity: 'warning',
        evidence: 'the driver docker of the builder in use cannot build for 2 platforms at once (arm64, arm)',
      },
    ]);
    const { server } = engineFacts();
    expect(seen([builder()], { server: server && { ...server, containerdStore: true } })).toBe('clean');
    expect(seen([builder(), container])).toBe('clean');
    expect(seen([builder({ current: true }), { ...container, current: false }])).not.toBe('clean');
    expect(seen([builder()], {}, ['arm64'])).toBe('skipped: only one platform was asked for, or none');
    expect(outcomeOf('SB057', withEngine(engineFacts({ builders: [builder()] })))).toMatch(/^skipped/);
    expect(seen([])).toBe('skipped: no builder is known');
  });

  it('may be elsewhere', () => {
    expect(outcomeOf('SB052', withEngine({ ...silent(), remote: 'ssh' }))).toMatchObject([
      { severity: 'warning', evidence: 'the engine is reached by ssh, on another machine' },
    ]);
    // Docker Desktop on Linux: a machine of its own behind a local socket.
    const server = {
      version: '28.3.2',
      kernel: '6.10.14-linuxkit',
      rootless: false,
      system: 'Docker Desktop',
    };
    expect(outcomeOf('SB052', withEngine(engineFacts({ server })))).toMatchObject([
      { evidence: 'the engine runs on kernel 6.10.14-linuxkit (Docker Desktop), and this is 6.12.8-amd64' },
    ]);
    expect(outcomeOf('SB052', withEngine(engineFacts({ server: { ...server, kernel: '' } })))).toBe('clean');
    expect(outcomeOf('SB052', withEngine(engineFacts()))).toBe('clean');
  });

  it('may be rootless', () => {
    const server = { version: '28', kernel: '6.12.8-amd64', rootless: true, system: 'x' };
    expect(outcomeOf('SB055', withEngine(engineFacts({ server })))).toMatchObject([{ severity: 'info' }]);
    expect(outcomeOf('SB055', withEngine(engineFacts()))).toBe('clean');
  });

  it('may have no buildx', () => {
    const { buildx: _, ...without } = engineFacts();
    expect(outcomeOf('SB051', withEngine(without))).toMatchObject([{ severity: 'info' }]);
    expect(outcomeOf('SB051', withEngine(engineFacts()))).toBe('clean');
  });
});

describe('a builder', () => {
  it('that was there before lists too little', () => {
    const old = builder({ name: 'my builder', driver: 'docker-container' });
    expect(outcomeOf('SB053', withEngine(engineFacts({ builders: [old] })))).toMatchObject([
      {
        severity: 'warning',
        evidence:
          'builder my builder (docker-container) does not list linux/arm64, linux/arm/v7, linux/arm/v6, which run here',
        commands: ["docker buildx stop 'my builder'", "docker buildx inspect --bootstrap 'my builder'"],
      },
    ]);
  });
  it('of the engine looks again by itself', () => {
    const almost = builder({ platforms: ['linux/arm/v7', 'linux/arm/v6'] });
    expect(outcomeOf('SB053', withEngine(engineFacts({ builders: [almost] })))).toMatchObject([
      {
        evidence: 'builder default (docker) does not list linux/arm64, which runs here',
        remedy: expect.stringMatching(/^Wait 20 seconds/),
        commands: ['sleep 21', 'docker buildx inspect'],
      },
    ]);
  });
  it('that knows all is fine', () => {
    const good = builder({ platforms: ['linux/arm64', 'linux/arm/v7', 'linux/arm/v6'] });
    expect(outcomeOf('SB053', withEngine(engineFacts({ builders: [good] })))).toBe('clean');
  });
  it('is not judged where it cannot be compared', () => {
    const builders = [
      builder({ running: false }),
      builder({ driver: 'remote' }),
      builder({ driver: 'kubernetes' }),
    ];
    expect(outcomeOf('SB053', withEngine(engineFacts({ builders })))).toBe('skipped: no builder is running');
    expect(outcomeOf('SB053', withEngine(engineFacts({ builders, remote: 'tcp' })))).toBe(
      'skipped: the engine is on another machine',
    );
    const nothing = { verdicts: [verdictOf('arm64', 'absent')] };
    expect(outcomeOf('SB053', withEngine(engineFacts({ builders: [builder()] }), nothing))).toBe(
      'skipped: no emulated platform is proven here',
    );
    const { verdicts: _, ...unprobed } = withEngine(engineFacts());
    expect(outcomeOf('SB053', unprobed)).toBe('skipped: no emulated platform is proven here');
  });

  it('of BuildKit refuses a level that it does not know, and none that it knows', () => {
    const levels = (
      level: number | undefined,
      how: 'native' | 'emulated',
      ...platforms: readonly string[]
    ) => {
      const wanted = platforms.map((text) => parsePlatform(text) as Platform);
      const verdicts = new Map([['amd64', verdictOf('amd64', how, { level })]]);
      return outcomeOf('SB094', { ...contextOf(), verdicts, wanted });
    };
    expect(levels(3, 'emulated', 'amd64/v3', 'amd64/v2', 'arm64')).toMatchObject([
      { severity: 'warning', evidence: expect.stringMatching(/^programs of linux\/amd64\/v3 run here/) },
    ]);
    expect(levels(3, 'emulated', 'amd64/v2', 'amd64')).toBe('clean');
    // It does not run here: the run itself says so.
    for (const level of [1, undefined]) expect(levels(level, 'emulated', 'amd64/v3')).toBe('clean');
    expect(levels(4, 'native', 'amd64/v3')).toBe('clean');
    const { verdicts: _, ...unprobed } = contextOf();
    expect(outcomeOf('SB094', unprobed)).toBe('clean');
  });

  it('in a container would use the emulator that it carries', () => {
    const builders = [builder({ name: 'b', driver: 'docker-container' }), builder()];
    const asked = { verdicts: [verdictOf('arm64', 'absent')], asked: ['arm64', 'amd64'] };
    const context = withEngine(engineFacts({ builders }), asked);
    expect(outcomeOf('SB054', context)).toMatchObject([
      { severity: 'info', evidence: 'builder b would run arm64 by the emulator in its image' },
    ]);
    expect(outcomeOf('SB054', withEngine(engineFacts({ builders })))).toBe('clean');
    const { asked: _a, verdicts: _v, ...nothing } = context;
    expect(outcomeOf('SB054', nothing)).toBe('clean');
    expect(outcomeOf('SB054', { ...nothing, asked: ['arm64'] })).toBe('clean');
    expect(outcomeOf('SB054', withEngine(engineFacts({ builders: [builder()] }), asked))).toBe(
      'skipped: no builder of the driver docker-container is running',
    );
  });
});

describe('a buildah that takes this for a container', () => {
  const python = { file: '/usr/lib/binfmt.d/python3.13.conf', name: 'python3.13' };
  const arm64 = verdictOf('arm64', 'emulated', { entry: entryFor('arm64') });
  const see = (change: Partial<DoctorFacts>, facts: FactsChange = { uid: 1000 }) =>
    outcomeOf('SB098', contextOf({ facts, verdicts: [arm64], doctor: { rules: [python], ...change } }));

  it('would lose what its rules do not name', () => {
    expect(see({ buildahInContainer: '1.43.2' })).toMatchObject([
      {
        severity: 'warning',
        evidence: expect.stringContaining('python3.13.conf: buildah 1.43.2 then builds'),
      },
    ]);
    const kept = { file: '/etc/binfmt.d/setup-binfmt.conf', name: 'qemu-aarch64' };
    expect(see({ buildahInContainer: '1.43.2', rules: [python, kept] })).toBe('clean');
  });
  it('hides the table of a namespace above from root, too', () => {
    const below: FactsChange = { uid: 0, userNamespace: true, table: { state: 'not-mounted' } };
    const verdicts = ['arm64', 'riscv64', 'a-new-one'].map((arch) => verdictOf(arch, 'emulated'));
    const rules = [{ file: '/etc/binfmt.d/setup-binfmt.conf', name: 'qemu-aarch64' }];
    const doctor = { buildahInContainer: '1.43.2', rules };
    expect(outcomeOf('SB098', contextOf({ facts: below, verdicts, doctor }))).toMatchObject([
      { evidence: expect.stringContaining('linux/riscv64, linux/a-new-one do not run in its RUN steps') },
    ]);
  });
  it('mounts nothing where there is no rule that it reads', () => {
    expect(see({ buildahInContainer: '1.43.2', rules: [] })).toBe('clean');
    const elsewhere = { ...python, file: '/usr/local/lib/binfmt.d/python3.13.conf' };
    expect(see({ buildahInContainer: '1.43.2', rules: [elsewhere] })).toBe('clean');
  });
  it('loses nothing where nothing was tried', () => {
    const doctor = { rules: [python], buildahInContainer: '1.43.2' };
    expect(outcomeOf('SB098', contextOf({ facts: { uid: 1000 }, doctor }))).toBe('clean');
    const { verdicts: _, ...untried } = contextOf({ facts: { uid: 1000 }, doctor });
    expect(outcomeOf('SB098', untried)).toBe('clean');
  });
  it('is none, is older, or has one table only', () => {
    expect(see({})).toMatch(/^skipped: buildah is not here/);
    expect(see({ buildahInContainer: '1.28.2' })).toBe('skipped: buildah 1.28.2 mounts none');
    expect(see({ buildahInContainer: '1.43.2' }, { uid: 0 })).toMatch(/^skipped: buildah of this root/);
    expect(see({ buildahInContainer: '1.43.2' }, { uid: 0, userNamespace: true })).toMatch(
      /^skipped: buildah of/,
    );
    expect(see({ buildahInContainer: '1.43.2' }, { uid: 1000, release: '6.6.1' })).toMatch(
      /one table for all/,
    );
  });
});
