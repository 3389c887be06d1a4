import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { TABLE_PATH } from '../../src/binfmt/entry.ts';
import { type RealTable, takeRealTable } from '../support/real-table.ts';

/** Takes the machine's own table and empties it of qemu entries; it is given back as it was found. */
export async function borrowTable(): Promise<RealTable> {
  const table = await takeRealTable();
  for (const name of table.entries().keys()) if (name.startsWith('qemu-')) dropEntry(name);
  return table;
}

/** Takes one entry out of the machine's own table. */
export function dropEntry(name: string): void {
  writeFileSync(join(TABLE_PATH, name), '-1', { flag: 'r+' });
}

/** Mounts the machine's own table. */
export function mountTable(): void {
  execFileSync('mount', ['-t', 'binfmt_misc', 'binfmt_misc', TABLE_PATH]);
}
