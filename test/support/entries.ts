import { type Entry, parseEntry } from '../../src/binfmt/entry.ts';
import { targetOf } from '../../src/platform/platforms.ts';

export interface EntryChange {
  readonly name?: string;
  readonly enabled?: boolean;
  readonly interpreter?: string;
  readonly flags?: string;
  /** Further lines at the end. */
  readonly more?: string;
}

/** The entry of an architecture as the kernel would print it: that of the table, with the changes. */
export function entryFor(arch: string, change: EntryChange = {}): Entry {
  const target = targetOf(arch);
  if (target === undefined) throw new Error(`no target ${arch}`);
  const { enabled = true, interpreter = `/usr/bin/qemu-${target.qemu}-static`, flags = 'POCF' } = change;
  const lines = [
    enabled ? 'enabled' : 'disabled',
    `interpreter ${interpreter}`,
    `flags: ${flags}`,
    'offset 0',
    `magic ${target.magic}`,
    `mask ${target.mask}`,
    '',
  ];
  return parseEntry(change.name ?? `qemu-${target.qemu}`, lines.join('\n') + (change.more ?? ''));
}
