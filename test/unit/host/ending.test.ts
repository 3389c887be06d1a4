/** Temporary folders of the dead, and ends that wait. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { endSoon, makeTemporary, undisturbed } from '../../../src/host/ending.ts';
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
});

describe('an end', () => {
  it('comes at once, and takes temporary folders with it', () => {
    const folder = makeTemporary('a-', parent);
    const ends: boolean[] = [];
    endSoon(() => ends.push(existsSync(folder)));
    expect(ends).toEqual([false]);
  });

  it('waits for all that must not be left half done', async () => {
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
