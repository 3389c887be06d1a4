import { type ChildProcessByStdio, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { parseEntry, TABLE_PATH } from '../../src/binfmt/entry.ts';
import { formatRule, ruleOfEntry } from '../../src/binfmt/rule.ts';
import { mountAt, parseMounts } from '../../src/host/proc.ts';
import { readEntries } from './setup-lab.ts';

/** Tests that use the machine's own table hold this lock, for as long as they use it. */
const LOCK = join(tmpdir(), 'setup-binfmt-real-table.lock');

/** The machine's own table, as it was found, and nobody else's until it is given back. */
export interface RealTable {
  readonly mounted: () => boolean;
  /** The texts of its entries by name; none while it is not mounted. */
  readonly entries: () => ReadonlyMap<string, string>;
  /** Puts the table back as it was found, and lets others have it. Throws when that fails. */
  readonly giveBack: () => Promise<void>;
}

/** Waits until nobody else uses the machine's own table, and remembers what it is like. */
export async function takeRealTable(): Promise<RealTable> {
  const holder = await lock();
  const mounted = () =>
    mountAt(parseMounts(readFileSync('/proc/self/mountinfo', 'utf8')), TABLE_PATH)?.type === 'binfmt_misc';
  const entries = () => (mounted() ? readEntries(TABLE_PATH) : new Map<string, string>());
  const [wasMounted, before] = [mounted(), entries()];
  return {
    mounted,
    entries,
    giveBack: async () => {
      try {
        restore(before, entries());
        if (!wasMounted && mounted()) execFileSync('umount', [TABLE_PATH]);
        if (mounted() !== wasMounted || !sameTexts(before, entries()))
          throw new Error('the machine’s own table is not as it was found');
      } finally {
        const gone = once(holder, 'exit');
        holder.stdin.end();
        await gone;
      }
    },
  };
}

async function lock(): Promise<ChildProcessByStdio<Writable, Readable, null>> {
  const holder = spawn('flock', [LOCK, 'sh', '-c', 'echo locked; exec cat'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const [answer] = await Promise.race([once(holder.stdout, 'data'), once(holder, 'exit')]);
  if (String(answer) !== 'locked\n') throw new Error(`no lock: ${String(answer)}`);
  return holder;
}

function restore(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): void {
  for (const [name, text] of after)
    if (before.get(name) !== text) writeFileSync(join(TABLE_PATH, name), '-1', { flag: 'r+' });
  // The oldest first, so that the order is the same again among those that were lost.
  for (const [name, text] of [...before].reverse()) {
    if (after.get(name) === text || !existsSync(TABLE_PATH)) continue;
    const rule = ruleOfEntry(parseEntry(name, text));
    if (rule === undefined) throw new Error(`the entry ${name} was lost`);
    writeFileSync(join(TABLE_PATH, 'register'), formatRule(rule));
  }
}

function sameTexts(a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): boolean {
  return a.size === b.size && [...a].every(([name, text]) => b.get(name) === text);
}
