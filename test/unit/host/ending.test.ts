/** Temporary folders of the dead, and ends that wait. */
import { spawnSync } from 'node:child_process';
import fs, {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { makeTemporary, removeForgotten } from '../../../src/host/ending.ts';
import { clearPlace } from '../../../src/host/files.ts';
import { parseStartTime } from '../../../src/host/proc.ts';

let parent = '';
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'setup-binfmt-ending-'));
});
afterEach(() => rmSync(parent, { recursive: true }));

const space = statSync('/proc/self/ns/pid').ino;
const started = parseStartTime(readFileSync('/proc/self/stat', 'latin1'));
/** The number of a process that has ended. */
const dead = spawnSync('true').pid;

describe('a temporary folder', () => {
  it('is removed by the next one, when its process is surely dead, and no other is', () => {
    const [mine, other] = [makeTemporary('a-', parent), makeTemporary('b-', parent)];
    expect(basename(mine)).toMatch(new RegExp(`^a-${space}-${process.pid}-${started}-\\w{6}$`));
    const names = {
      ended: `a-${space}-${dead}-1-xxxxxx`,
      'another process of that number': `a-${space}-${process.pid}-1-xxxxxx`,
      'of a namespace that is not seen': `a-${space + 1}-${dead}-1-xxxxxx`,
      'of another name': `b-${space}-${dead}-1-xxxxxx`,
      'of another form': `a-${dead}-xxxxxx`,
    };
    for (const name of Object.values(names)) mkdirSync(join(parent, name, 'inside'), { recursive: true });
    symlinkSync(other, join(parent, `a-${space}-${dead}-2-xxxxxx`));
    const next = makeTemporary('a-', parent);
    const left = Object.entries(names).filter(([, name]) => existsSync(join(parent, name)));
    expect(left.map(([what]) => what)).toEqual([
      'of a namespace that is not seen',
      'of another name',
      'of another form',
    ]);
    expect([mine, other, next].map((path) => existsSync(path))).toEqual([true, true, true]);
  });

  it.skipIf(process.getuid?.() !== 0)('of another user is left to that user', () => {
    const theirs = join(parent, `a-${space}-${dead}-1-xxxxxx`);
    mkdirSync(theirs);
    spawnSync('chown', ['65534', theirs]);
    makeTemporary('a-', parent);
    expect(existsSync(theirs)).toBe(true);
    // Nor is anything removed where others may put something else in its place.
    spawnSync('chown', ['0', theirs]);
    spawnSync('chmod', ['777', parent]);
    makeTemporary('a-', parent);
    expect(existsSync(theirs)).toBe(true);
    spawnSync('chmod', ['1777', parent]);
    makeTemporary('a-', parent);
    expect(existsSync(theirs)).toBe(false);
  });

  it.skipIf(process.getuid?.() !== 0)('is asked for its owner before it is asked for anything else', () => {
    const theirs = join(parent, `a-${space}-${dead}-1-xxxxxx`);
    mkdirSync(theirs);
    spawnSync('chown', ['65534', theirs]);
    spawnSync('chmod', ['1777', parent]);
    const read = vi.spyOn(fs, 'readFileSync');
    syncBuiltinESMExports();
    try {
      makeTemporary('a-', parent);
      expect(read.mock.calls.map(([path]) => path)).toEqual(['/proc/self/stat']);
    } finally {
      read.mockRestore();
      syncBuiltinESMExports();
    }
  });
});

describe('removeForgotten', () => {
  const at = (name: string): string => join(parent, name);
  const DAY = 86_400_000;
  const forget = (): readonly string[] => {
    removeForgotten(parent, 'old-', DAY, Date.now() + 2 * DAY);
    return readdirSync(parent);
  };

  it('removes what is old and its own, and links', () => {
    mkdirSync(at('old-1/a'), { recursive: true });
    symlinkSync('/nowhere', at('old-2'));
    writeFileSync(at('new'), '');
    expect(forget()).toEqual(['new']);
  });

  it('leaves alone what is young', () => {
    mkdirSync(at('old-1'));
    removeForgotten(parent, 'old-', DAY, Date.now());
    expect(readdirSync(parent)).toEqual(['old-1']);
  });

  it.each([0o777, 0o770])('removes nothing where others may give names: %o', (mode) => {
    mkdirSync(at('old-1'));
    chmodSync(parent, mode);
    expect(forget()).toEqual(['old-1']);
    // What took the place of a file there goes aside.
    clearPlace(at('old-1'));
    expect(readdirSync(parent)).toEqual([expect.stringMatching(/^old-1-/)]);
    chmodSync(parent, 0o1777);
    expect(forget()).toEqual([]);
  });

  it.runIf(process.getuid?.() === 0)('leaves to others what is theirs', () => {
    chmodSync(parent, 0o1777);
    writeFileSync(at('old-1'), '');
    chownSync(at('old-1'), 7, 7);
    expect(forget()).toEqual(['old-1']);
  });

  it('removes so many that it has an end, and goes on the next time', () => {
    for (let count = 0; count < 1003; count++) writeFileSync(at(`old-${count}`), '');
    expect([forget().length, forget().length]).toEqual([3, 0]);
  });

  it('leaves folders to others that they may fill', () => {
    mkdirSync(at('old-1'));
    chmodSync(at('old-1'), 0o777);
    expect(forget()).toEqual(['old-1']);
  });
});

describe('an end', () => {
  /** A process of its own, as far as that goes: one that ends waits for no program any more. */
  const ofItsOwn = (): Promise<typeof import('../../../src/host/ending.ts')> => {
    vi.resetModules();
    return import('../../../src/host/ending.ts');
  };
  afterEach(() => vi.resetModules());

  it('comes at once, and takes temporary folders with it', async () => {
    const { endSoon, makeTemporary } = await ofItsOwn();
    const folder = makeTemporary('a-', parent);
    const ends: boolean[] = [];
    endSoon(() => ends.push(existsSync(folder)));
    expect(ends).toEqual([false]);
  });

  it('waits for all that must not be left half done', async () => {
    const { endSoon, undisturbed } = await ofItsOwn();
    const ends: string[] = [];
    const work = async (name: string, ms: number): Promise<void> => {
      await new Promise((resolve) => setTimeout(resolve, ms));
      ends.push(name);
    };
    const both = [undisturbed(() => work('first', 5)), undisturbed(() => work('second', 20))];
    endSoon(() => ends.push('end'));
    expect(ends).toEqual([]);
    await Promise.all(both);
    expect(ends).toEqual(['first', 'second', 'end']);
  });
});
