import { describe, expect, it } from 'vitest';
import type { Entry } from '../../../src/binfmt/entry.ts';
import { isPersistent, originOf, persistentPath } from '../../../src/binfmt/persist.ts';
import type { Privilege } from '../../../src/facts/facts.ts';
import type { ConflictPolicy } from '../../../src/inputs/options.ts';
import type { ImageReference } from '../../../src/oci/reference.ts';
import type { Decision } from '../../../src/plan/decide.ts';
import { decide, findKept, noteKept, noteNarrow, reconsider } from '../../../src/plan/decide.ts';
import { type Target, targetOf } from '../../../src/platform/platforms.ts';
import type { Verdict } from '../../../src/probe/verdict.ts';
import type { SourceName } from '../../../src/qemu/handler.ts';
import { storeVersion } from '../../../src/qemu/store-layout.ts';
import { entryFor } from '../../support/entries.ts';
import { hostFacts } from '../../support/facts.ts';

const STORE = '/tools';
const arm64 = targetOf('arm64') as Target;
const kept: Decision = { target: arm64, action: 'keep', reason: 'it is proven', replaces: [] };
const digest = (byte: string) => `sha256:${byte.repeat(32)}`;
const imageOf = (byte: string): ImageReference => ({
  registry: 'docker.io',
  repository: 'a/qemu',
  digest: digest(byte),
});
const fromImage = (byte: string, flags = 'POCF') =>
  entryFor('arm64', {
    interpreter: `${STORE}/setup-binfmt/${storeVersion('image', digest(byte))}/x64/qemu-aarch64`,
    flags,
  });
const own = fromImage('ab');
const persistent = entryFor('arm64', { interpreter: persistentPath('cd'.repeat(32), 'aarch64') });
const theirs = entryFor('arm64', { name: 'theirs' });

interface Case {
  readonly persist?: boolean;
  readonly onConflict?: ConflictPolicy;
  readonly credentials?: boolean;
  readonly privilege?: Privilege;
  readonly image?: ImageReference;
  readonly qemuFrom?: readonly SourceName[];
  readonly version?: string;
  readonly imageNamed?: boolean;
  /** What was noted of the copy that stays. */
  readonly noted?: readonly string[];
}

const factsOf = (table: readonly Entry[], { privilege = 'root' }: Case) =>
  hostFacts({ privilege, table: { entries: table } });
const askedOf = (one: Case) => ({
  persist: one.persist ?? false,
  onConflict: one.onConflict ?? 'repair',
  credentials: one.credentials ?? true,
  imageNamed: one.imageNamed ?? false,
  image: one.image ?? imageOf('ab'),
  qemuFrom: one.qemuFrom ?? ['image'],
});

describe('reconsider', () => {
  function again(table: readonly Entry[], one: Case, decision = kept): Decision | undefined {
    return reconsider([decision], factsOf(table, one), askedOf(one), STORE)[0];
  }

  it.each<[string, readonly Entry[], Case, readonly string[] | undefined]>([
    ['a handler in the store, to persist', [own], { persist: true }, ['qemu-aarch64']],
    ['one that stays already, to persist', [persistent], { persist: true }, ['qemu-aarch64']],
    ['one to persist, without a right', [own], { persist: true, privilege: 'none' }, ['qemu-aarch64']],
    ['one in the store', [own], {}, undefined],
    ['one in the store, to be replaced', [own], { onConflict: 'replace' }, ['qemu-aarch64']],
    ['one that stays, to be replaced', [persistent], { onConflict: 'replace' }, ['qemu-aarch64']],
    ['one to be replaced, by sudo', [own], { onConflict: 'replace', privilege: 'sudo' }, ['qemu-aarch64']],
    ['one to be replaced, without a right', [own], { onConflict: 'replace', privilege: 'none' }, undefined],
    ['one to be replaced, by Docker', [own], { onConflict: 'replace', privilege: 'docker' }, undefined],
    [
      'one to be replaced, with one of somebody else behind it',
      [own, theirs],
      { onConflict: 'replace' },
      ['qemu-aarch64', 'theirs'],
    ],
    ['one with credentials, asked for without', [own], { credentials: false }, ['qemu-aarch64']],
    ['one without credentials, asked for with', [fromImage('ab', 'POF')], {}, ['qemu-aarch64']],
    ['one without, asked for without', [fromImage('ab', 'POF')], { credentials: false }, undefined],
    ['other credentials, under fail', [own], { credentials: false, onConflict: 'fail' }, ['qemu-aarch64']],
    ['other credentials, under keep', [own], { credentials: false, onConflict: 'keep' }, undefined],
    ['other credentials, without a right', [own], { credentials: false, privilege: 'none' }, undefined],
    [
      'other credentials, with one of somebody else behind it',
      [own, theirs],
      { credentials: false },
      ['qemu-aarch64'],
    ],
    [
      'other credentials, with one of somebody else that bears the name',
      [entryFor('arm64', { ...own, name: 'qemu-aarch64.new' }), entryFor('arm64')],
      { credentials: false },
      ['qemu-aarch64.new'],
    ],
    ['one of somebody else', [entryFor('arm64')], { onConflict: 'replace', persist: true }, undefined],
    ['one of somebody else that is asked first', [theirs, own], { persist: true }, undefined],
    [
      'one of our own behind one that is switched off',
      [entryFor('arm64', { name: 'off', enabled: false }), own],
      { persist: true },
      ['qemu-aarch64'],
    ],
    ['nothing at all', [], { persist: true }, undefined],
  ])('%s', (_, table, one, replaced) => {
    const made = again(table, one);
    if (replaced === undefined) expect(made).toEqual(kept);
    else {
      expect(made?.action).toBe('install');
      expect(made?.reason).not.toBe(kept.reason);
      expect(made?.replaces.map(({ name }) => name)).toEqual(replaced);
    }
  });

  it('says which credentials its entry has', () => {
    expect(again([own], { credentials: false })?.reason).toBe('its entry has the C flag (credentials)');
    expect(again([fromImage('ab', 'POF')], {})?.reason).toBe('its entry lacks the C flag (credentials)');
  });

  it('leaves what is decided otherwise', () => {
    const native: Decision = { ...kept, action: 'native' };
    expect(again([own], { persist: true }, native)).toEqual(native);
  });
});

/** What `look` says of the decision to keep. */
function told<Told>(
  look: (...asked: Parameters<typeof noteKept>) => Told,
  table: readonly Entry[],
  one: Case,
) {
  const verdict: Verdict = {
    ...{ arch: 'arm64', status: 'emulated', reason: '', ms: 1 },
    ...(one.version === undefined ? {} : { qemuVersion: one.version }),
  };
  const origins = (path: string) => (isPersistent(path) ? (one.noted ?? []) : [originOf(path)]);
  const verdicts = new Map([['arm64', verdict]]);
  return look([kept], verdicts, factsOf(table, one), askedOf(one), STORE, origins);
}
const noted = (...bytes: string[]) =>
  bytes.map((byte) => `setup-binfmt/${storeVersion('image', digest(byte))}`);

describe('findKept', () => {
  const UNKNOWN = 'QEMU of a version that is not known';
  it.each<[string, readonly Entry[], Case, string | undefined]>([
    ['the image that was asked for', [own], {}, undefined],
    [
      'another image',
      [own],
      { image: imageOf('cd'), version: '10.0.2' },
      'arm64: QEMU 10.0.2, our own, from image abababababab',
    ],
    [
      'a tag alone',
      [own],
      { image: { registry: 'r', repository: 'q' } },
      `arm64: ${UNKNOWN}, our own, from image abababababab`,
    ],
    [
      'an entry of somebody else',
      [theirs],
      { version: '9.0.0' },
      'arm64: QEMU 9.0.0, registered by somebody else',
    ],
    ['what is in no entry', [], {}, `arm64: ${UNKNOWN}, registered by somebody else`],
    [
      'a copy of which nothing is noted',
      [persistent],
      {},
      `arm64: ${UNKNOWN}, our own, and its source is not known`,
    ],
    ['a copy from the image', [persistent], { noted: noted('cd', 'ab') }, undefined],
    [
      'a copy from another image',
      [persistent],
      { noted: noted('cd') },
      `arm64: ${UNKNOWN}, our own, from image cdcdcdcdcdcd`,
    ],
    ['another provider asked first', [theirs], { qemuFrom: ['host', 'image'] }, undefined],
    ['no image named', [theirs], { imageNamed: false }, undefined],
  ])('%s', (_, table, one, expected) => {
    const found = told(findKept, table, { imageNamed: true, ...one });
    expect(found?.kind === 'kept' ? found.kept : undefined).toBe(expected);
  });
});

describe('noteNarrow', () => {
  const narrow = entryFor('arm64', {
    name: 'theirs',
  });
  const debian = {
    ...narrow,
    match: {
      kind: 'magic',
      offset: 0,
      magic: '7f454c460201010000000000000000000200b700',
      mask: 'ffffffffffffff00fffffffffffffffffeffffff',
    } as const,
  };
  it('tells of an entry of others that is kept and takes less', () => {
    expect(noteNarrow([kept], [debian])).toEqual([
      'arm64: kept theirs, whose mask keeps out AppImages, programs of ABI version 1: set on-conflict: replace to have it taken over',
    ]);
    expect(noteNarrow([kept], [narrow])).toEqual([]);
    expect(noteNarrow([kept], [])).toEqual([]);
    expect(noteNarrow([{ ...kept, action: 'install' }], [debian])).toEqual([]);
  });
});

describe('a handler of which a slow machine cannot tell whether it works', () => {
  const slow = (arch: string): Verdict => ({ arch, status: 'broken', reason: 'slow', result: 'slow', ms: 1 });
  const made = (policy: ConflictPolicy, table: readonly Entry[]) =>
    decide([kept.target], new Map([['arm64', slow('arm64')]]), table, policy, STORE)[0]?.action;
  it('is left in its place by repair', () => {
    expect(made('repair', [theirs])).toBe('keep');
    expect(made('repair', [own])).toBe('keep');
    expect(made('repair', [entryFor('arm64', { enabled: false })])).toBe('install');
    expect(made('replace', [theirs])).toBe('install');
  });
});

describe('noteKept', () => {
  const OTHER = `the default image is docker.io/a/qemu@${digest('cd')}`;

  it.each<[string, readonly Entry[], Case, readonly string[]]>([
    ['the image that was asked for', [own], {}, []],
    [
      'another image',
      [own],
      { image: imageOf('cd'), version: '10.0.2' },
      [`arm64: kept qemu-aarch64 (QEMU 10.0.2); ${OTHER}: set on-conflict: replace to have it taken over`],
    ],
    [
      'another image, without a right',
      [own],
      { image: imageOf('cd'), privilege: 'none' },
      [
        `arm64: kept qemu-aarch64; ${OTHER}: set on-conflict: replace to have it taken over, as root or with sudo`,
      ],
    ],
    [
      'another image and other credentials, under keep',
      [own],
      { image: imageOf('cd'), credentials: false, onConflict: 'keep' },
      [
        `arm64: kept qemu-aarch64; its entry has the C flag (credentials): set on-conflict: replace to have it taken over`,
      ],
    ],
    ['an image whose digest is not known', [own], { image: { registry: 'r', repository: 'q' } }, []],
    ['another provider asked first', [own], { image: imageOf('cd'), qemuFrom: ['host', 'image'] }, []],
    ['a copy that stays', [persistent], { image: imageOf('cd') }, []],
    [
      'a copy from another image',
      [persistent],
      { image: imageOf('cd'), noted: noted('ab') },
      [`arm64: kept qemu-aarch64; ${OTHER}: set on-conflict: replace to have it taken over`],
    ],
    ['an image that was named: a warning says it', [own], { image: imageOf('cd'), imageNamed: true }, []],
    ['an entry of somebody else', [theirs], { image: imageOf('cd') }, []],
    [
      'one that is to be replaced and may not',
      [own],
      { onConflict: 'replace', privilege: 'none' },
      ['arm64: kept qemu-aarch64: to replace it takes root or sudo'],
    ],
  ])('%s', (_, table, one, expected) => {
    expect(told(noteKept, table, one)).toEqual(expected);
  });

  it('is one line for all that differ alike', () => {
    const targets = [arm64, targetOf('s390x') as Target];
    const decided = targets.map((each) => ({ ...kept, target: each }));
    const table = targets.map(({ arch, qemu }) =>
      entryFor(arch, { interpreter: String(own.interpreter).replace('aarch64', qemu) }),
    );
    const one: Case = { image: imageOf('cd') };
    const origins = (path: string) => [originOf(path)];
    expect(noteKept(decided, new Map(), factsOf(table, one), askedOf(one), STORE, origins)).toEqual([
      `arm64, s390x: kept qemu-aarch64, qemu-s390x; ${OTHER}: set on-conflict: replace to have it taken over`,
    ]);
  });
});
