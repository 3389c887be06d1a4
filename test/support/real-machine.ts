import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Entry, parseEntry } from '../../src/binfmt/entry.ts';
import { type Host, nodeHost } from '../../src/host/host.ts';
import type { Machine } from './model-machine.ts';
import { type Lab, probeCommand, readEntries } from './setup-lab.ts';

const TABLE = '/proc/sys/fs/binfmt_misc';

/**
 * A lab as a machine of which this process is root: its table, its programs, and a state folder of its own, or the one
 * that its programs have.
 */
export function realMachine(lab: Lab, ownState?: string): Machine {
  const node = nodeHost();
  const state =
    ownState === undefined
      ? join(lab.work, 'state')
      : lab.table.folder.replace('/proc/sys/fs/binfmt_misc', ownState);
  let changesLeft = Number.POSITIVE_INFINITY;
  let broken = -1;
  let count = 0;
  const there = (path: string): string => {
    if (path.startsWith(TABLE)) return lab.table.folder + path.slice(TABLE.length);
    return path.startsWith('/run/setup-binfmt') ? state + path.slice('/run/setup-binfmt'.length) : path;
  };
  const change =
    <T extends readonly unknown[]>(make: (...args: T) => void) =>
    (...args: T): void => {
      if (count >= changesLeft || count === broken) {
        count++;
        throw Object.assign(new Error('EIO'), { code: 'EIO' });
      }
      count++;
      make(...args);
    };
  const isState = (path: string): boolean => path.startsWith('/run/setup-binfmt');
  const owned = <T extends { readonly uid: number }>(stat: T | undefined): T | undefined =>
    stat === undefined ? undefined : { ...stat, uid: stat.uid === process.getuid?.() ? 0 : stat.uid };
  const mounts = `30 20 0:30 / ${TABLE} rw - binfmt_misc binfmt_misc rw\n`;
  const host: Host = {
    ...node,
    env: { ...lab.env },
    uid: 0,
    readText: (path) => node.readText(there(path)),
    readBytes: (path, length) =>
      path === '/proc/self/mountinfo' ? Buffer.from(mounts) : node.readBytes(there(path), length),
    isAbsent: (path) => node.isAbsent(there(path)),
    list: (path) => node.list(there(path)),
    stat: (path, follow) => owned(node.stat(there(path), follow)),
    fileSystemType: (path) => node.fileSystemType(there(path)),
    readable: (path) => node.readable(there(path)),
    makeFolder: (path, mode) => node.makeFolder(there(path), mode),
    makeMode: (path, mode) => node.makeMode(there(path), mode),
    open: (path) => node.open(there(path)),
    run: (command, inherit) => {
      const [enter, ...args] = lab.table.enter;
      // Locks are held by this process, whose file it is.
      if (inherit !== undefined) return node.run(command, inherit);
      return node.run({ ...command, file: enter, args: [...args, command.file, ...command.args] });
    },
    // The kernel refuses registrations; it has no way to refuse what switches an entry.
    writeKernel: (path, text) => {
      if (broken >= 0 && !path.endsWith('/register')) node.writeKernel(there(path), text);
      else change(() => node.writeKernel(there(path), text))();
    },
    appendDurably: change((path: string, text: string) => node.appendDurably(there(path), text)),
    writeFile: (path, bytes, mode) => {
      if (isState(path)) change(() => node.writeFile(there(path), bytes, mode))();
      else node.writeFile(path, bytes, mode);
    },
    remove: (path) => {
      if (isState(path)) change(() => node.remove(there(path)))();
      else node.remove(path);
    },
  };
  return {
    host,
    register: lab.table.register,
    write: (name, word) => writeFileSync(join(lab.table.folder, name), word, { flag: 'r+' }),
    entries: (): readonly Entry[] =>
      [...readEntries(lab.table.folder)].map(([name, text]) => parseEntry(name, text)),
    dieAfter: (changes) => {
      changesLeft = count + changes;
    },
    breakAt: (change) => {
      broken = count + change;
    },
    revive: () => {
      const died = count >= changesLeft || (broken >= 0 && count > broken);
      broken = -1;
      changesLeft = Number.POSITIVE_INFINITY;
      return died;
    },
    works: async (arch) => (await lab.run(probeCommand(lab.work, arch, 'chroot'))).code === 42,
  };
}
