import fc from 'fast-check';
import { formatRule, isRuleOf, ruleOfEntry, rulesOverlap } from '../../src/binfmt/rule.ts';
import type { Context } from '../../src/commands/context.ts';
import { runRemove } from '../../src/commands/remove.ts';
import { runSetup } from '../../src/commands/setup.ts';
import { runUndo } from '../../src/commands/undo.ts';
import { parseInputs } from '../../src/inputs/inputs.ts';
import { nativeArchitecture } from '../../src/platform/platforms.ts';
import type { Handler } from '../../src/qemu/handler.ts';
import { NOTHING_FETCHED } from '../../src/qemu/sources.ts';
import type { Machine } from './model-machine.ts';
import { target } from './setup-lab.ts';

/** What the world does to a machine, one after the other. */
export type Deed =
  | {
      readonly do: 'setup';
      readonly archs: readonly string[];
      readonly policy: string;
      readonly dies?: number | undefined;
    }
  | { readonly do: 'end'; readonly which: number; readonly dies?: number | undefined }
  | { readonly do: 'remove'; readonly arch: string; readonly dies?: number | undefined }
  /** Sets up a rule of the user's own: its name, what it takes, and its interpreter. */
  | {
      readonly do: 'rule';
      readonly name: string;
      readonly takes: string;
      readonly runs: string;
      readonly dies?: number | undefined;
    }
  | { readonly do: 'remove-entry'; readonly name: string; readonly dies?: number | undefined }
  | {
      readonly do: 'claim';
      readonly name: string;
      readonly arch: string;
      readonly works: boolean;
      readonly fixed: boolean;
    }
  | { readonly do: 'switch'; readonly which: number; readonly word: '0' | '1' | '-1' }
  | { readonly do: 'flush' };

const ARCHS = ['arm64', 's390x', 'riscv64'];
const RULE_NAMES = ['foo', 'bar'];
/** Type, offset and pattern. */
const TAKEN = ['E::foo', 'E::bar', 'M::\\xca\\xfe\\xba\\xbe', 'M:1:asm'];
const INTERPRETERS = ['/bin/false', '/bin/true'];
const dies = fc.option(fc.nat({ max: 30 }), { nil: undefined, freq: 2 });

/** How often random deeds are tried on a real machine; a model is tried twenty times as often. */
export const ROUNDS = Number(process.env.TEST_ROUNDS ?? 15);

/** The same deeds in every run; TEST_SEED brings others. */
export const SEED = Number(process.env.TEST_SEED ?? 1);

/** Any sequence of deeds. */
export const deeds: fc.Arbitrary<readonly Deed[]> = fc.array(
  fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({
        do: fc.constant('setup' as const),
        archs: fc.subarray(ARCHS, { minLength: 1 }),
        policy: fc.constantFrom('repair', 'replace'),
        dies,
      }),
    },
    { weight: 3, arbitrary: fc.record({ do: fc.constant('end' as const), which: fc.nat({ max: 9 }), dies }) },
    {
      weight: 1,
      arbitrary: fc.record({ do: fc.constant('remove' as const), arch: fc.constantFrom(...ARCHS), dies }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        do: fc.constant('rule' as const),
        name: fc.constantFrom(...RULE_NAMES),
        takes: fc.constantFrom(...TAKEN),
        runs: fc.constantFrom(...INTERPRETERS),
        dies,
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        do: fc.constant('remove-entry' as const),
        name: fc.constantFrom(...RULE_NAMES, ...ARCHS.map((arch) => `qemu-${target(arch).qemu}`)),
        dies,
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        do: fc.constant('claim' as const),
        name: fc.constantFrom('one', 'two', 'three'),
        arch: fc.constantFrom(...ARCHS),
        works: fc.boolean(),
        fixed: fc.boolean(),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        do: fc.constant('switch' as const),
        which: fc.nat({ max: 9 }),
        word: fc.constantFrom('0' as const, '1' as const, '-1' as const),
      }),
    },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('flush' as const) }) },
  ),
  { maxLength: 12 },
);

/** What the world is made of: where its emulators lie. */
export interface World {
  readonly store: string;
  readonly handler: (arch: string) => Pick<Handler, 'path' | 'sha256'>;
  readonly theirs: (arch: string) => string;
}

/** What a command of the program is given in such a world. */
export const contextOf = (
  id: string,
  world: Pick<World, 'store' | 'handler'>,
): Context & { run: NonNullable<Context['run']> } => ({
  group: () => undefined,
  line: () => undefined,
  privilegedProgram: '/nowhere',
  documentation: '',
  store: world.store,
  imagePlatforms: () => Promise.reject(new Error('no image is asked')),
  recordedVersion: () => undefined,
  fetch: (wanted) =>
    Promise.resolve({
      ...NOTHING_FETCHED,
      handlers: wanted.map(({ arch }) => ({
        arch,
        ...world.handler(arch),
        source: 'host' as const,
        assumesPreserve: false,
      })),
    }),
  run: { id, holder: process.pid, remember: () => undefined },
});

/** Entries that nobody may touch, whatever is asked for. */
const UNTOUCHABLE = [':WSLInterop:M::MZ::/bin/false:P', ':python:E::py::/bin/false:'];

/** What became of a machine. */
export interface Life {
  /** Entries of others that are not as they left them, and our own that are still there or do not work. */
  readonly faults: readonly string[];
  /** Whether a deed was killed before its last change. */
  readonly killed: boolean;
}

/**
 * Lives with a deed that is killed before its first change, before its second and so on, until it makes all of
 * them; `todo` takes after how many changes it is killed. Gives the faults, and how often it was killed.
 */
export async function killAnywhere(
  liveOnce: (todo: readonly Deed[]) => Promise<Life>,
  todo: (dies: number) => readonly Deed[],
): Promise<{ readonly faults: readonly string[]; readonly kills: number }> {
  const faults: string[] = [];
  for (let dies = 0; ; dies++) {
    const life = await liveOnce(todo(dies));
    faults.push(...life.faults.map((fault) => `killed after ${dies} changes: ${fault}`));
    if (!life.killed || faults.length > 0) return { faults, kills: dies };
  }
}

/** Does the deeds, and ends every run. */
export async function live(machine: Machine, world: World, todo: readonly Deed[]): Promise<Life> {
  const faults: string[] = [];
  /** What others have in the table, or had until a run of ours took it away for a while; oldest first. */
  const foreign = new Map<string, string>();
  const open: string[] = [];
  // Nobody can tell whether others removed an entry after a run of ours died that was about to, or we did.
  let halfDone = false;
  let killed = false;
  let runs = 0;
  const texts = () => new Map(machine.entries().map(({ name, text }) => [name, text]));
  const add = (line: string, name: string): void => {
    machine.register(line);
    foreign.set(name, texts().get(name) ?? '');
  };
  for (const line of UNTOUCHABLE) add(line, line.split(':')[1] ?? '');
  const untouched = UNTOUCHABLE.map((line) => line.split(':')[1] ?? '').map(
    (name) => [name, foreign.get(name)] as const,
  );

  /** Does one of our own deeds, perhaps to be killed in it; true when it lived. */
  const act = async (deed: () => Promise<unknown>, changes: number | undefined): Promise<boolean> => {
    if (changes !== undefined) machine.dieAfter(changes);
    try {
      await deed();
    } catch (thrown) {
      if (changes === undefined) throw thrown;
    }
    const died = machine.revive();
    killed ||= died;
    return !died;
  };
  const end = (run: string, changes?: number): Promise<boolean> =>
    act(() => runUndo(machine.host, run, true, contextOf(run, world)), changes);

  for (const deed of todo) {
    const id = `${String(++runs).padStart(8, '0')}-0000-4000-8000-000000000000`;
    switch (deed.do) {
      case 'setup': {
        const inputs = parseInputs({
          platforms: deed.archs.join(),
          'on-conflict': deed.policy,
          cleanup: 'true',
        });
        open.push(id);
        const lived = await act(() => runSetup(machine.host, inputs, contextOf(id, world)), deed.dies);
        halfDone ||= !lived;
        for (const arch of lived ? deed.archs : []) {
          if (!(await machine.works(arch))) faults.push(`${arch} does not work after it was set up`);
        }
        break;
      }
      case 'end': {
        const run = open[deed.which % Math.max(1, open.length)];
        if (run === undefined) break;
        if (await end(run, deed.dies)) open.splice(open.indexOf(run), 1);
        else halfDone = true;
        break;
      }
      case 'remove': {
        const inputs = parseInputs({ platforms: deed.arch, mode: 'remove' });
        if (!(await act(() => runRemove(machine.host, inputs, contextOf(id, world)), deed.dies)))
          halfDone = true;
        break;
      }
      case 'rule': {
        const line = `:${deed.name}:${deed.takes}::${deed.runs}:`;
        const platforms = nativeArchitecture(machine.host.nodeArch, machine.host.endian) ?? '';
        const inputs = parseInputs({ platforms, rules: line, cleanup: 'true' });
        open.push(id);
        const lived = await act(() => runSetup(machine.host, inputs, contextOf(id, world)), deed.dies);
        halfDone ||= !lived;
        if (!lived) break;
        const entry = machine.entries().find(({ name }) => name === deed.name);
        const [rule] = inputs.rules;
        if (rule === undefined || entry === undefined || !entry.enabled || !isRuleOf(rule, entry))
          faults.push(`${line} is not in the table after it was set up`);
        if (texts().has(`${deed.name}.new`)) faults.push(`${deed.name}.new is left after ${line}`);
        break;
      }
      case 'remove-entry': {
        const inputs = parseInputs({ platforms: deed.name, mode: 'remove' });
        const lived = await act(() => runRemove(machine.host, inputs, contextOf(id, world)), deed.dies);
        halfDone ||= !lived;
        for (const name of lived ? [deed.name, `${deed.name}.new`] : []) {
          if (texts().has(name)) faults.push(`${name} is left after ${deed.name} was removed`);
        }
        break;
      }
      case 'claim': {
        // Whoever is away for a while has its name kept for it.
        if (foreign.has(deed.name)) break;
        const { magic, mask } = target(deed.arch);
        const interpreter = deed.works ? world.theirs(deed.arch) : '/bin/false';
        const flags = deed.fixed ? 'OCF' : '';
        const match = { kind: 'magic', offset: 0, magic, mask } as const;
        add(formatRule({ name: deed.name, match, interpreter, flags }), deed.name);
        break;
      }
      case 'switch': {
        const present = machine
          .entries()
          // What a run has switched off for a while reads as if its owner had.
          .filter(({ name, text }) => foreign.get(name) === text && !untouched.some(([own]) => own === name));
        const entry = present[deed.which % Math.max(1, present.length)];
        if (entry === undefined || (halfDone && deed.word === '-1')) break;
        machine.write(entry.name, deed.word);
        if (deed.word === '-1') foreign.delete(entry.name);
        else foreign.set(entry.name, texts().get(entry.name) ?? '');
        break;
      }
      case 'flush':
        if (halfDone) break;
        // What a restart of systemd-binfmt does to entries that it does not know.
        for (const { name } of machine.entries()) {
          if (untouched.some(([own]) => own === name)) continue;
          machine.write(name, '-1');
          foreign.delete(name);
        }
        break;
    }
    const now = texts();
    for (const [name, text] of untouched) {
      if (now.get(name) !== text) faults.push(`${name} was touched by ${JSON.stringify(deed)}`);
    }
  }
  for (const run of open) await end(run);

  const left = machine.entries();
  for (const [name, text] of foreign) {
    const now = left.find((entry) => entry.name === name);
    if (now?.text !== text)
      faults.push(`${name} was ${JSON.stringify(text)}, and is ${JSON.stringify(now?.text)}`);
  }
  const ours = left.filter(({ name }) => !foreign.has(name)).map(({ name }) => name);
  if (ours.length > 0) faults.push(`${ours.join(', ')} of ours is still there`);
  faults.push(...misplaced(left, [...foreign.keys()]));
  return { faults, killed };
}

/** Pairs of entries that some file is taken by both of, and that are not asked in the order they came. */
function misplaced(left: ReturnType<Machine['entries']>, oldestFirst: readonly string[]): readonly string[] {
  return left.flatMap((newer, index) =>
    left.slice(index + 1).flatMap((older) => {
      const [a, b] = [ruleOfEntry(newer), ruleOfEntry(older)];
      if (a?.match.kind !== 'magic' || b?.match.kind !== 'magic' || !rulesOverlap(a.match, b.match))
        return [];
      const inOrder = oldestFirst.indexOf(older.name) < oldestFirst.indexOf(newer.name);
      return inOrder ? [] : [`${newer.name} is asked before ${older.name}, which came later`];
    }),
  );
}
