import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The machine's own binfmt_misc table, borrowed by this suite and given back as it was found. */

const mountPoint = '/proc/sys/fs/binfmt_misc';

/** One entry's text by its name, in no order that the kernel tells. */
export type TableText = ReadonlyMap<string, string>;

export function tableIsMounted(): boolean {
  return existsSync(join(mountPoint, 'register'));
}

/** What the table holds now; empty when it is not mounted. */
export function readTable(): TableText {
  if (!tableIsMounted()) return new Map();
  const names = readdirSync(mountPoint).filter((name) => name !== 'register' && name !== 'status');
  return new Map(names.sort().map((name) => [name, readFileSync(join(mountPoint, name), 'utf8')]));
}

/** Takes the table as it is and empties it of qemu entries; gives the function that puts everything back. */
export function borrowTable(): () => void {
  const wasMounted = tableIsMounted();
  const before = readTable();
  for (const name of before.keys()) if (name.startsWith('qemu-')) drop(name);
  let returned = false;
  const giveBack = (): void => {
    if (returned) return;
    returned = true;
    process.removeListener('exit', giveBack);
    if (!tableIsMounted() && before.size > 0) mount();
    for (const [name, text] of readTable()) if (before.get(name) !== text) drop(name);
    for (const [name, text] of before) if (!readTable().has(name)) register(name, text);
    if (!wasMounted && tableIsMounted()) execFileSync('umount', [mountPoint]);
  };
  process.once('exit', giveBack);
  return giveBack;
}

/** Mounts the table where it is not. */
export function mountTable(): void {
  if (!tableIsMounted()) mount();
}

function mount(): void {
  execFileSync('mount', ['-t', 'binfmt_misc', 'binfmt_misc', mountPoint]);
}

function drop(name: string): void {
  writeFileSync(join(mountPoint, name), '-1', { flag: 'r+' });
}

/** Writes an entry back from what its file said (Documentation/admin-guide/binfmt-misc.rst). */
function register(name: string, text: string): void {
  const field = (key: string): string => new RegExp(`^${key}:? ?(.*)$`, 'm').exec(text)?.[1] ?? '';
  const bytes = (hex: string): string => hex.replace(/../g, '\\x$&');
  const extension = field('extension').replace(/^\./, '');
  const what = extension
    ? ['E', '', extension, '']
    : ['M', field('offset'), bytes(field('magic')), bytes(field('mask'))];
  const line = ['', name, ...what, field('interpreter'), field('flags')].join(':');
  writeFileSync(join(mountPoint, 'register'), line, { flag: 'r+' });
  if (text.startsWith('disabled')) writeFileSync(join(mountPoint, name), '0', { flag: 'r+' });
}
