import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  INPUT_DEFAULTS,
  listInputProblems,
  listMisplaced,
  parseInputs,
  type RawInputs,
} from '../../../src/inputs/inputs.ts';
import { CONFLICT_POLICIES, MODES } from '../../../src/inputs/options.ts';
import { formatImageReference } from '../../../src/oci/reference.ts';
import { CONTAINER_ARCHITECTURES, formatPlatform } from '../../../src/platform/platforms.ts';
import { DEFAULT_IMAGE } from '../../../src/qemu/default-image.ts';
import { SOURCE_NAMES } from '../../../src/qemu/handler.ts';
import { SetupProblem } from '../../../src/text/problem.ts';
import { codePoint } from '../../support/any-text.ts';

const problemsOf = (raw: RawInputs): string => {
  try {
    parseInputs(raw);
    return '';
  } catch (thrown) {
    if (!(thrown instanceof SetupProblem)) throw thrown;
    expect(thrown).toMatchObject({ id: 'SB-INPUT', kind: 'input', exitCode: 2 });
    return thrown.message;
  }
};
const platforms = (text: string) => parseInputs({ platforms: text }).platforms.map(formatPlatform).join(' ');

describe('parseInputs', () => {
  it('has a default for everything', () => {
    const inputs = parseInputs({});
    expect(inputs).toMatchObject({
      mode: 'setup',
      all: true,
      scope: 'host',
      onConflict: 'repair',
      credentials: true,
      autoload: true,
      strict: true,
      summary: true,
    });
    expect(inputs.platforms.map(({ arch }) => arch)).toEqual(CONTAINER_ARCHITECTURES);
    expect(inputs.qemuFrom.length).toBeGreaterThan(0);
  });

  it.each(['none', ' NONE\n'])('asks for no platform with %j', (text) => {
    for (const mode of ['setup', 'plan', 'doctor', 'remove'])
      expect(parseInputs({ mode, platforms: text })).toMatchObject({ platforms: [], all: false, names: [] });
  });

  it.each(['none,arm64', 'all none', 'none none'])('refuses %j', (text) => {
    expect(problemsOf({ platforms: text })).toContain('platforms: "none" stands alone');
  });

  it('takes an empty input, and one that was not given, for the default', () => {
    const empty = Object.fromEntries(Object.keys(INPUT_DEFAULTS).map((name) => [name, '']));
    expect(parseInputs(empty)).toEqual(parseInputs({}));
    expect(parseInputs({ platforms: undefined })).toEqual(parseInputs({}));
  });

  it('takes its own defaults, written out', () => {
    expect(parseInputs(INPUT_DEFAULTS)).toEqual(parseInputs({}));
  });

  it.each([
    ['arm64', 'linux/arm64'],
    ['linux/arm64,linux/arm/v7', 'linux/arm64 linux/arm/v7'],
    [' arm64\n riscv64\n', 'linux/arm64 linux/riscv64'],
    ['aarch64 ppc64el mips64el', 'linux/arm64 linux/ppc64le linux/mips64le'],
    ['arm64 aarch64 linux/arm64/v8', 'linux/arm64'],
    ['s390x,,arm64,', 'linux/s390x linux/arm64'],
  ])('reads the platforms %j', (text, read) => expect(platforms(text)).toBe(read));

  it('puts the architectures of containers where `all` stands, in any case', () => {
    const inputs = parseInputs({ platforms: 'hexagon ALL arm64' });
    expect(inputs.all).toBe(true);
    expect(inputs.platforms.map(({ arch }) => arch)).toEqual(
      expect.arrayContaining(['hexagon', ...CONTAINER_ARCHITECTURES]),
    );
    expect(inputs.platforms.filter(({ arch }) => arch === 'arm64')).toHaveLength(1);
    expect(parseInputs({ platforms: 'arm64' }).all).toBe(false);
  });

  it.each(MODES)('knows the mode %s', (mode) =>
    expect(parseInputs({ mode, platforms: 'all' }).mode).toBe(mode),
  );
  it.each(CONFLICT_POLICIES)('knows the policy %s, in any case', (policy) =>
    expect(parseInputs({ 'on-conflict': policy.toUpperCase() }).onConflict).toBe(policy),
  );
  it('keeps the order of the providers, each once', () => {
    expect(parseInputs({ 'qemu-from': 'host apt,HOST' }).qemuFrom).toEqual(['host', 'apt']);
    expect(parseInputs({ 'qemu-from': SOURCE_NAMES.join() }).qemuFrom).toEqual(SOURCE_NAMES);
  });
  it.each<[RawInputs, readonly string[]]>([
    [{}, SOURCE_NAMES],
    [{ image: 'a.b/c:1' }, ['image']],
    [{ image: DEFAULT_IMAGE }, ['image']],
    [{ image: 'a.b/c:1', 'qemu-from': 'image,host' }, ['image', 'host']],
    [{ image: 'a.b/c:1', 'qemu-from': 'host' }, ['host']],
    [{ 'qemu-from': 'host' }, ['host']],
  ])('%j: no source that was not asked for', (raw, sources) => {
    const { qemuFrom, image } = parseInputs(raw);
    expect(qemuFrom).toEqual(sources);
    expect(formatImageReference(image)).toBe(raw.image ?? DEFAULT_IMAGE);
  });
  it.each(['true', 'TRUE', 'True'])('takes %s for true', (word) =>
    expect(parseInputs({ strict: word }).strict).toBe(true),
  );
  it('takes false for false', () => expect(parseInputs({ strict: 'false' }).strict).toBe(false));
});

describe('wrong inputs', () => {
  it.each<[RawInputs, RegExp]>([
    [
      { mode: 'Exec' },
      /mode is "exec", a command of the terminal, and must be one of setup, plan, doctor, remove\./,
    ],
    [{ platforms: 'armm64' }, /"armm64" is not known \(the nearest is linux\/arm64\)/],
    [{ platforms: 'window' }, /"window" is not known; docs\/platforms\.md lists all names/],
    [{ platforms: 'windows' }, /"windows" is for Windows: QEMU's user mode runs Linux programs alone/],
    [
      { platforms: 'wasi/wasm' },
      /"wasi\/wasm" is for WebAssembly, which QEMU does not run; a runtime for it can be registered by rules/,
    ],
    [{ platforms: 'SB040' }, /"SB040" is not known \(docs\/doctor\.md#sb040 tells of it\)/],
    [{ platforms: 'windows/amd64' }, /"windows\/amd64" is for Windows: /],
    [{ platforms: 'Darwin/arm64' }, /"Darwin\/arm64" is for macOS: /],
    [{ platforms: 'linux/arm/v9' }, /"linux\/arm\/v9" is not known \(the nearest is linux\/arm\/v7\)/],
    [
      { mode: 'doctor', platforms: 'build.log' },
      /"build\.log" is not known; docs\/platforms\.md lists all names, and to have a log read, set log: build\.log\./,
    ],
    [{ mode: 'doctor', platforms: 'all,arm46' }, /arm64\); docs\/platforms\.md lists all names\. /],
    [{ mode: 'doctor', platforms: 'windows' }, /changes that; docs\/platforms\.md lists all names\. /],
    [{ platforms: 'build.log' }, /"build\.log" is not known; docs\/platforms\.md lists all names\. /],
    [{ platforms: ',' }, /platforms holds no name/],
    [{ platforms: ' \n' }, /platforms holds no name/],
    [{ platforms: 'arm64\u0000' }, /platforms holds control characters/],
    [{ platforms: 'arm64\u001b[31m' }, /platforms holds control characters/],
    [{ platforms: 'a'.repeat(10_000) }, /platforms is 10000 characters long, and 4096 is the most/],
    [{ platforms: `arm64,${'x'.repeat(4000)}` }, /"x+…" is not known/],
    [{ mode: 'setpu' }, /mode is "setpu", and must be one of setup, plan/],
    [{ mode: ' ' }, /mode is "", and must be one of/],
    [{ 'on-conflict': 'ask' }, /on-conflict is "ask", and must be one of repair, replace, keep, fail/],
    [{ 'qemu-from': 'dockerhub' }, /qemu-from is "dockerhub", and must be one of/],
    [{ 'qemu-from': ' , ' }, /qemu-from holds no name/],
    [{ image: ' ' }, /image: "" has a repository name/],
    [{ image: 'a.b/c@sha256:00' }, /image: "a\.b\/c@sha256:00" has a digest/],
    [{ image: 'bob:p@ss@a.b/c' }, /image: "…@a\.b\/c" holds more than one @/],
    [{ 'registry-mirrors': 'https://bob:pw@a.b' }, /registry-mirrors: "…@a\.b" names no valid registry host/],
    [{ persist: 'true', cleanup: 'true' }, /persist keeps what cleanup takes away again/],
    [{ mode: 'plan', persist: 'true', cleanup: 'true' }, /leave one of the two out/],
    [{ strict: 'maybe' }, /strict is "maybe", and must be true or false/],
    [{ nonsense: 'x' }, /there is no input "nonsense"/],
    [{ constructor: 'x' } as unknown as RawInputs, /there is no input "constructor"/],
    [{ toString: 'x' } as unknown as RawInputs, /there is no input "toString"/],
    [{ '::warning::x': 'x' }, /there is no input ": :warning: :x"/],
  ])('%j', (raw, words) => expect(problemsOf(raw)).toMatch(words));

  it.each([
    ...['platforms', 'mode', 'qemu-from', 'scope', 'on-conflict', 'runners', 'cache', 'credentials'],
    ...['registry-mirrors', 'image', 'matrix-from', 'cache-image'],
  ])('show no login, where %s has one', (name) => {
    for (const login of ['bob:hunter2pw', 'bob:hunt er2pw', 'bob:hunt,er2pw', `bob:${'x'.repeat(90)}er2pw`]) {
      const shown = problemsOf({ [name]: `https://${login}@host/x` });
      expect(shown).toContain(name === 'cache-image' ? 'cache' : name);
      expect(shown).not.toMatch(/hunt|er2pw|xxx/);
    }
  });
  it('show no login without a scheme that a space has cut', () => {
    expect(problemsOf({ 'registry-mirrors': 'bob:hunt er2pw@host' })).not.toMatch(/hunt|er2pw/);
    expect(problemsOf({ 'registry-mirrors': 'a_b!:5000/x' })).toContain('"a_b!:5000/x"');
  });

  it('are listed all at once', () => {
    const message = problemsOf({ platforms: 'armm64,nope', mode: 'x', strict: 'maybe', extra: '1' });
    for (const part of ['5 problems', 'armm64', 'nope', 'mode is "x"', 'strict is', 'no input "extra"'])
      expect(message).toContain(part);
    expect(message).toMatch(/nothing was changed\.$/);
  });

  it('are none that a caller cannot ask for without an error', () => {
    expect(listInputProblems({ platforms: 'armm64', strict: 'maybe' })).toHaveLength(2);
    expect(listInputProblems({})).toEqual([]);
  });
});

describe('what remove is given', () => {
  const given = (text: string, mode = 'remove') => parseInputs({ mode, platforms: text });
  it('names platforms, and entries by their own names', () => {
    const { platforms: named, names, all } = given('arm64 qemu-riscv64 qemu-* my.entry');
    expect([named.map(formatPlatform), names, all]).toEqual([
      ['linux/arm64'],
      ['qemu-riscv64', 'qemu-*', 'my.entry'],
      false,
    ]);
    expect(given('all')).toMatchObject({ all: true, names: [] });
  });
  it.each([undefined, '', '  '])('is refused without a name: %j', (platforms) => {
    const problem = 'remove takes the names of platforms or of entries, or the word all, and none is given';
    expect(problemsOf({ mode: 'remove', platforms })).toContain(problem);
  });
  it.each(['setup', 'plan', 'doctor'])('may be left out for %s, which then means all', (mode) => {
    expect(parseInputs({ mode, platforms: '' })).toEqual(parseInputs({ mode, platforms: 'all' }));
    expect(problemsOf({ mode, platforms: ' ' })).toContain('platforms holds no name');
  });
  it.each(['status', '../x', 'a/b', '*/..', 'register'])('takes no entry of the name %s', (name) => {
    expect(problemsOf({ mode: 'remove', platforms: name })).toContain('is not known');
  });
  it('is no name for other modes', () => {
    expect(problemsOf({ platforms: 'qemu-riscv64x' })).toContain('is not known');
  });
});

describe('parseInputs on any text', () => {
  const word = fc.oneof(
    fc.constantFrom('arm64', 'all', 'linux/arm/v7', 'true', 'setup', 'host', '', ' ', '\u0000', '__proto__'),
    fc.string({ unit: codePoint, maxLength: 30 }),
    fc.string({ minLength: 4090, maxLength: 4100 }),
  );
  const raw = fc.dictionary(
    fc.oneof(fc.constantFrom(...Object.keys(INPUT_DEFAULTS)), fc.string({ maxLength: 12 })),
    word,
  );
  it('gives inputs or one problem that can be printed, and never another error', () => {
    fc.assert(
      fc.property(raw, (given) => {
        const message = problemsOf(given);
        expect(message).not.toMatch(/\p{Cc}/u);
        expect(message).not.toContain('::');
        expect(message === '').toBe(listInputProblems(given).length === 0);
      }),
      { numRuns: 300 },
    );
  });
});

describe('scope', () => {
  it.each(['host', 'private', 'engine'])('is %s', (scope) =>
    expect(parseInputs({ scope }).scope).toBe(scope),
  );

  it('keeps nothing over a reboot but the host’s', () => {
    expect(problemsOf({ scope: 'private', persist: 'true' })).toContain('leave it out with scope private');
    expect(parseInputs({ persist: 'true' }).persist).toBe(true);
  });
});

describe('log', () => {
  it.each<[string | undefined, readonly string[]]>([
    [undefined, ['engine']],
    ['none', ['none']],
    ['-', ['-']],
    ['my build.log', ['my build.log']],
    ['a.log, out/*.log\n\n  engine,a.log', ['a.log', 'out/*.log', 'engine']],
  ])('takes %j for a list of sources', (log, sources) => expect(parseInputs({ log }).log).toEqual(sources));

  it('refuses none beside others', () => {
    expect(listInputProblems({ log: 'none, engine' })).toEqual(['log: "none" stands alone']);
    expect(parseInputs({ log: '-' }).log).toEqual(['-']);
    expect(() => parseInputs({ log: 'x, -' }, true)).toThrow(/log: "-" is the standard input of a terminal/);
  });
});

describe('listMisplaced', () => {
  it.each(MODES)('has nothing to say of the defaults in mode %s, nor of what is empty', (mode) => {
    expect(listMisplaced(INPUT_DEFAULTS, mode)).toEqual([]);
    const empty = Object.fromEntries(Object.keys(INPUT_DEFAULTS).map((name) => [name, ' ']));
    expect(listMisplaced(empty, mode)).toEqual([]);
    expect(listMisplaced({ strict: 'TRUE', 'cache-image': 'true' }, mode)).toEqual([]);
  });

  it('lists all that means nothing in the mode', () => {
    const given = { log: 'x', network: 'true', 'cache-image': 'false', strict: 'false' };
    expect(listMisplaced(given, 'setup').map(({ name }) => name)).toEqual(['log', 'network']);
    expect(listMisplaced(given, 'doctor')).toEqual([
      { name: 'cache-image', modes: ['setup', 'plan', 'exec'] },
      { name: 'strict', modes: ['setup', 'plan', 'exec'] },
    ]);
    expect(listMisplaced({ cleanup: 'true' }, 'remove')).toEqual([]);
  });
});
