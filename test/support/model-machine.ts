import { type Entry, matchesHeader, parseEntry } from '../../src/binfmt/entry.ts';
import { parseRule, type Rule } from '../../src/binfmt/rule.ts';
import type { Command, FileStat, Host, Outcome } from '../../src/host/host.ts';
import { TARGETS } from '../../src/platform/platforms.ts';
import { PROBE_MARKER } from '../../src/probe/behaviours.ts';
import { PROBE_ARGUMENTS } from '../../src/probe/programs.ts';

const TABLE = '/proc/sys/fs/binfmt_misc';

/** A machine with a table, on which a run can be killed after any of its changes. */
export interface Machine {
  readonly host: Host;
  /** Registers a line as somebody else; throws the errno exception. */
  readonly register: (line: string) => void;
  /** Writes to an entry as somebody else: `0`, `1` or `-1`. */
  readonly write: (name: string, word: string) => void;
  /** All entries, newest first. */
  readonly entries: () => readonly Entry[];
  /** From now on only so many changes are made; whoever tries more finds nothing done. */
  readonly dieAfter: (changes: number) => void;
  /** The change after so many others fails (EIO), and no other does. */
  readonly breakAt: (change: number) => void;
  /** Lives again; true when it had died. */
  readonly revive: () => boolean;
  readonly works: (arch: string) => Promise<boolean>;
}

/** Handlers that there are in the model: `/store/qemu-<name>` and `/theirs/qemu-<name>` emulate, others fail. */
const EMULATOR = /^\/(?:store|theirs)\/qemu-(\w+)$/;

/**
 * A machine of values: a table after fs/binfmt_misc.c (newest first, names once, a probe is answered by the
 * first entry that is switched on and takes it), and files.
 */
export function modelMachine(): Machine {
  const files = new Map<string, string>([
    ['/proc/self/status', 'CapEff:\t000001ffffffffff\n'],
    ['/proc/self/uid_map', '         0          0 4294967295\n'],
    ['/proc/self/mountinfo', `30 20 0:30 / ${TABLE} rw - binfmt_misc binfmt_misc rw\n`],
    ['/proc/filesystems', 'nodev\tbinfmt_misc\n'],
    [`/proc/${process.pid}/stat`, `${process.pid} (node) S ${'0 '.repeat(18)}4242 0\n`],
    ['/bin/false', ''],
    ['/bin/true', ''],
    ...TARGETS.map(({ qemu }) => [`/theirs/qemu-${qemu}`, ''] as const),
    ...TARGETS.map(({ qemu }) => [`/store/qemu-${qemu}`, ''] as const),
  ]);
  const binaries = new Map<string, Uint8Array>();
  const folders = new Set(['/', '/run', '/tmp', '/proc/sys/fs', TABLE]);
  let table: readonly { readonly rule: Rule; readonly enabled: boolean }[] = [];
  let changesLeft = Number.POSITIVE_INFINITY;
  let broken = -1;
  let count = 0;

  const fail = (errno: string): never => {
    throw Object.assign(new Error(errno), { code: errno });
  };
  const textOf = ({ rule, enabled }: { rule: Rule; enabled: boolean }): string => {
    const { match } = rule;
    const letters = new Set(rule.flags.includes('C') ? `${rule.flags}O` : rule.flags);
    const flags = [...'POCF'].filter((letter) => letters.has(letter)).join('');
    const head = `${enabled ? 'enabled' : 'disabled'}\ninterpreter ${rule.interpreter}\nflags: ${flags}\n`;
    if (match.kind === 'extension') return `${head}extension .${match.extension}\n`;
    return `${head}offset ${match.offset}\nmagic ${match.magic}\n${match.mask === undefined ? '' : `mask ${match.mask}\n`}`;
  };
  const entryOf = (name: string) => table.find(({ rule }) => rule.name === name);
  const register = (line: string): void => {
    const rule = parseRule(line);
    if (Array.isArray(rule)) throw fail('EINVAL');
    if (rule.flags.includes('F') && !files.has(rule.interpreter)) throw fail('ENOENT');
    if (entryOf(rule.name) !== undefined) throw fail('EEXIST');
    table = [{ rule, enabled: true }, ...table];
  };
  const write = (name: string, word: string): void => {
    if (entryOf(name) === undefined) throw fail('ENOENT');
    if (word === '-1') table = table.filter(({ rule }) => rule.name !== name);
    else table = table.map((each) => (each.rule.name === name ? { ...each, enabled: word === '1' } : each));
  };
  /** The architecture that a program is run as: its own, by the handler that answers. */
  const runsAs = (program: Uint8Array): string | undefined => {
    const answering = table.find(
      ({ rule, enabled }) => enabled && rule.match.kind === 'magic' && matchesHeader(rule.match, program),
    );
    const qemu = EMULATOR.exec(answering?.rule.interpreter ?? '')?.[1];
    const target = TARGETS.find((each) => each.qemu === qemu);
    return target?.elf.machine ===
      new DataView(program.buffer, program.byteOffset).getUint16(18, target?.elf.endian === 'little')
      ? qemu
      : undefined;
  };
  const native = (program: Uint8Array): boolean => program[4] === 2 && program[18] === 62;
  const runJail = (jail: string, version: boolean): Partial<Outcome> => {
    const program = binaries.get(`${jail}/probe`) ?? new Uint8Array(64);
    const qemu = runsAs(program);
    if (qemu === undefined && !native(program)) return { code: 126, stdout: '' };
    if (!version) return { code: PROBE_ARGUMENTS, stdout: PROBE_MARKER };
    return { code: 0, stdout: qemu === undefined ? PROBE_MARKER : `qemu-${qemu} version 10.2.3\n` };
  };
  const change =
    <T extends readonly unknown[]>(make: (...args: T) => void) =>
    (...args: T): void => {
      if (count >= changesLeft || count++ === broken) throw fail('EIO');
      make(...args);
    };
  const below = (path: string) =>
    [...files.keys(), ...binaries.keys(), ...folders].filter((each) => each.startsWith(`${path}/`));
  const exists = (path: string): boolean => files.has(path) || binaries.has(path);
  const stat = (path: string): FileStat | undefined => {
    const isFolder = folders.has(path) || below(path).length > 0;
    if (!exists(path) && !isFolder) return undefined;
    return {
      kind: isFolder ? 'folder' : 'file',
      size: 0,
      mode: 0o755,
      uid: 0,
      gid: 0,
      device: 1,
      inode: 1,
      modified: 0,
      changed: 0,
    };
  };
  const readText = (path: string): string => {
    if (path === `${TABLE}/status`) return 'enabled\n';
    const entry = path.startsWith(`${TABLE}/`) ? entryOf(path.slice(TABLE.length + 1)) : undefined;
    return entry === undefined ? (files.get(path) ?? fail('ENOENT')) : textOf(entry);
  };
  const run = (command: Command): Outcome => {
    const outcome = { code: 1, signal: null, stdout: '', stderr: '', timedOut: false, ms: 1 };
    if (command.file.endsWith('/flock')) return { ...outcome, code: 0 };
    if (!command.file.endsWith('/launch')) return outcome;
    const [how, jail = '', probe = ''] = command.args;
    const folder = how === 'plain' ? probe.replace(/\/probe$/, '') : jail;
    return { ...outcome, ...runJail(folder, command.env?.QEMU_VERSION !== undefined) };
  };
  const host: Host = {
    env: { DOCKER_HOST: 'tcp://nowhere' },
    uid: 0,
    gid: 0,
    system: 'linux',
    nodeArch: 'x64',
    endian: 'little',
    kernelRelease: '6.12.8-amd64',
    nodeVersion: 'v24.0.0',
    node: '/usr/bin/node',
    cpus: 2,
    readText,
    readBytes: (path, length) =>
      binaries.get(path)?.subarray(0, length) ?? new TextEncoder().encode(readText(path)).subarray(0, length),
    openPlain: (path) => {
      const bytes = Buffer.from(host.readBytes(path, Number.MAX_SAFE_INTEGER));
      const found = stat(path) ?? fail('ENOENT');
      const head = (length: number) => bytes.subarray(0, length);
      return { path, stat: found, head, read: (look) => look(bytes), close: () => undefined };
    },
    list: (path) => {
      if (path === TABLE) return [...table.map(({ rule }) => rule.name), 'register', 'status'];
      if (stat(path)?.kind !== 'folder') return fail('ENOENT');
      return [...new Set(below(path).map((each) => each.slice(path.length + 1).split('/')[0] as string))];
    },
    stat,
    isAbsent: (path) => stat(path) === undefined,
    fileSystemType: () => undefined,
    freeBytes: () => undefined,
    realPath: (path) => path,
    readLink: () => undefined,
    readable: async (path) => path === `${TABLE}/status` || files.has(path),
    isWritable: () => true,
    which: (program) => (['flock', 'chroot'].includes(program) ? `/usr/bin/${program}` : undefined),
    run: (command) => Promise.resolve(run(command)),
    open: () => ({ fd: 0, close: () => undefined }),
    // Probes lie in a temporary folder: what becomes of it is no change of the machine.
    makeTemporary: (prefix) => {
      const path = `/tmp/${prefix}${folders.size}`;
      folders.add(path);
      return path;
    },
    makeMode: () => undefined,
    makeFolder: (path) => {
      folders.add(path);
    },
    writeKernel: change((path: string, text: string) => {
      if (path === `${TABLE}/register`) register(text);
      else write(path.slice(TABLE.length + 1), text);
    }),
    writeFile: (path, bytes) => {
      if (typeof bytes === 'function') throw new Error('a handler of the model is never copied');
      if (typeof bytes !== 'string') binaries.set(path, bytes);
      else change((text: string) => void files.set(path, text))(bytes);
    },
    appendDurably: change((path: string, text: string) => {
      files.set(path, (files.get(path) ?? '') + text);
    }),
    remove: (path) => {
      const forget = () => {
        for (const each of [path, ...below(path)]) {
          files.delete(each);
          binaries.delete(each);
          folders.delete(each);
        }
      };
      if (path.startsWith('/tmp/')) forget();
      else change(forget)();
    },
  };
  return {
    host,
    register,
    write,
    entries: () => table.map((each) => parseEntry(each.rule.name, textOf(each))),
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
    works: (arch) => {
      const target = TARGETS.find((each) => each.arch === arch);
      const program = new Uint8Array(64);
      program.set(
        Uint8Array.from((target?.magic ?? '').match(/../g) ?? [], (pair) => Number.parseInt(pair, 16)),
      );
      return Promise.resolve(runsAs(program) !== undefined);
    },
  };
}
