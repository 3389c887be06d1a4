import type { Command, FileStat, Host, Outcome } from '../../src/host/host.ts';

/** What a machine looks like, for those that cannot be had for a test. */
export interface FakeMachine {
  /** Texts by path. A path that ends with `/` is an empty folder; folders above a path are there too. */
  readonly files?: Readonly<Record<string, string>>;
  /** Names in folders whose order matters; others list what the files tell. */
  readonly lists?: Readonly<Record<string, readonly string[]>>;
  /** Users that files belong to; root without it. */
  readonly owners?: Readonly<Record<string, number>>;
  /** errno of whoever reads this path. */
  readonly errors?: Readonly<Record<string, string>>;
  /** Full paths of programs by name. */
  readonly programs?: Readonly<Record<string, string>>;
  /** What a program run gives; exit 1 without it. */
  readonly run?: (command: Command) => Partial<Outcome>;
  readonly values?: Partial<
    Pick<Host, 'env' | 'uid' | 'system' | 'nodeArch' | 'endian' | 'kernelRelease' | 'cpus'>
  >;
}

/** A machine made of texts, on which nothing can be changed: whoever tries fails the test. */
export function fakeHost(machine: FakeMachine = {}): Host & { readonly commands: readonly Command[] } {
  const { files = {}, lists = {}, errors = {}, programs = {} } = machine;
  const commands: Command[] = [];
  const isFolder = (path: string): boolean =>
    Object.keys(files).some((file) => file.startsWith(`${path}/`)) || path in lists;
  const read = (path: string): string => {
    const errno = errors[path] ?? (path in files ? undefined : isFolder(path) ? 'EISDIR' : 'ENOENT');
    if (errno !== undefined) throw Object.assign(new Error(`${errno}: ${path}`), { code: errno });
    return files[path] as string;
  };
  const stat = (path: string): FileStat | undefined => {
    if (!(path in files) && !isFolder(path)) return undefined;
    const kind = path in files ? 'file' : 'folder';
    return {
      kind,
      size: 0,
      mode: 0o644,
      uid: machine.owners?.[path] ?? 0,
      gid: 0,
      device: 1,
      inode: 1,
      modified: 0,
      changed: 0,
    };
  };
  const forbidden = (what: string) => (): never => {
    throw new Error(`nothing may be changed here: ${what}`);
  };
  return {
    commands,
    env: {},
    uid: 1000,
    gid: 1000,
    system: 'linux',
    nodeArch: 'x64',
    endian: 'little',
    kernelRelease: '6.12.8-amd64',
    nodeVersion: 'v24.0.0',
    node: '/usr/bin/node',
    cpus: 2,
    ...machine.values,
    readText: read,
    readBytes: (path, length) => new TextEncoder().encode(read(path)).subarray(0, length),
    openPlain: (path) => {
      const bytes = Buffer.from(read(path));
      const found = stat(path);
      if (found === undefined) throw new Error('nothing is there');
      return {
        path,
        stat: found,
        head: (length) => bytes.subarray(0, length),
        read: (look) => look(bytes),
        close: () => undefined,
      };
    },
    list: (path) => {
      if (errors[path] !== undefined) read(path);
      if (lists[path] !== undefined) return lists[path];
      if (!isFolder(path)) read(path);
      const below = Object.keys(files).filter((file) => file.startsWith(`${path}/`));
      return [...new Set(below.map((file) => file.slice(path.length + 1).split('/')[0] as string))].filter(
        (name) => name !== '',
      );
    },
    stat,
    isAbsent: (path) => stat(path) === undefined,
    fileSystemType: () => undefined,
    freeBytes: () => undefined,
    realPath: (path) => (stat(path) === undefined ? undefined : path),
    readLink: () => undefined,
    readable: async (path) => path in files && errors[path] === undefined,
    isWritable: () => false,
    which: (program) => programs[program],
    run: (command) => {
      commands.push(command);
      const outcome = { code: 1, signal: null, stdout: '', stderr: '', timedOut: false, ms: 1 };
      return Promise.resolve({ ...outcome, ...machine.run?.(command) });
    },
    writeKernel: forbidden('writeKernel'),
    makeTemporary: forbidden('makeTemporary'),
    makeFolder: forbidden('makeFolder'),
    makeMode: forbidden('makeMode'),
    writeFile: forbidden('writeFile'),
    appendDurably: forbidden('appendDurably'),
    remove: forbidden('remove'),
    open: forbidden('open'),
  };
}
