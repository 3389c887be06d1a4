/** What the doctor sees of the host besides the facts that every run collects, and how its sources are read. */
import type { ElfHeader } from '../platform/elf.ts';
import { isObject, parseObject, textsOf } from '../text/parse.ts';

/** The file behind an entry, as it is now. */
export interface InterpreterFile {
  /** `hidden`: it cannot be looked at from here. */
  readonly state: 'file' | 'missing' | 'hidden' | 'no-file';
  /** `other`: an executable of no known format. */
  readonly kind?: 'elf' | 'script' | 'other';
  readonly elf?: ElfHeader;
  /** First line of what it prints for `--version`. */
  readonly version?: string;
}

/** Kernel settings that bear on emulation; those that this kernel does not have are left out. */
export const SYSCTLS = [
  'user.max_user_namespaces',
  'kernel.unprivileged_userns_clone',
  'kernel.apparmor_restrict_unprivileged_userns',
  'kernel.modules_disabled',
  'kernel.randomize_va_space',
] as const;
export type Sysctl = (typeof SYSCTLS)[number];

/** A rule of a file in a binfmt.d folder. */
export interface PersistentRule {
  readonly file: string;
  readonly name: string;
}

export interface BuilderFacts {
  readonly name: string;
  /** `docker`, `docker-container`, `remote` … */
  readonly driver: string;
  readonly running: boolean;
  /** It is the one that is used where none is named. */
  readonly current?: boolean;
  readonly platforms: readonly string[];
  /** It does not run in the engine that the client uses, but in a cluster, or at an address of its own. */
  readonly elsewhere?: boolean;
}

export interface EngineFacts {
  /** The `docker` program is there. */
  readonly client: boolean;
  /** How the engine is reached when it is not through a local socket: `tcp`, `ssh` … */
  readonly remote?: string;
  readonly server?: {
    readonly version: string;
    /** `uname -r` where the engine runs. */
    readonly kernel: string;
    readonly rootless: boolean;
    /** Images are kept by containerd, so that one may be for several platforms. */
    readonly containerdStore?: boolean;
    /** The system that it runs on, as it says. */
    readonly system: string;
  };
  /** Why nothing is known of the server. */
  readonly silence?: string;
  /** buildx's version. */
  readonly buildx?: string;
  readonly builders: readonly BuilderFacts[];
}

/** A folder that this program or a build writes to. */
export interface StoreFacts {
  readonly what: string;
  readonly path: string;
  readonly freeBytes?: number;
  readonly noexec: boolean;
}

/** One place of the network that was asked. */
export interface PlaceFacts {
  readonly kind: 'proxy' | 'mirror' | 'registry';
  /** A host with its port; of a proxy its address without name and password. */
  readonly name: string;
  /** Who names it: a variable, an input or a file; nothing for the image's own registry. */
  readonly from?: string;
  /** What it answered, or why it did not. */
  readonly answer: string;
  readonly reached: boolean;
  /** How long it took, in milliseconds. */
  readonly ms: number;
  /** How it is mended that it was not reached. */
  readonly remedy?: string;
}

export interface NetworkFacts {
  /** In the order in which they were asked. */
  readonly places: readonly PlaceFacts[];
  /** What is wrong with the files that name them. */
  readonly troubles: readonly string[];
}

export interface DoctorFacts {
  /** Actions that the job uses whose step this is, by its checked-out workflow; absent where that cannot be seen. */
  readonly job?: { readonly file: string; readonly uses: readonly string[] };
  /** How the kernel was built; absent when its configuration cannot be read. */
  readonly kernelConfig?: { readonly path: string; readonly options: ReadonlyMap<string, string> };
  /** What keeps the module from being loaded, and where that is written. */
  readonly moduleBlocks: readonly { readonly where: string; readonly rule: string }[];
  readonly sysctls: Readonly<Partial<Record<Sysctl, number>>>;
  /**
   * Process 1 lives in the user namespace of this process: then both see the same table, and this tells
   * whether it is mounted there. Absent when that is not so, or cannot be seen.
   */
  readonly mountedForInit?: boolean;
  /** By path. */
  readonly interpreters: ReadonlyMap<string, InterpreterFile>;
  /** systemd runs this machine, and its unit `systemd-binfmt` is there and not masked. */
  readonly systemdBinfmt: boolean;
  /** Installing a package with a file in /usr/lib/binfmt.d restarts that unit (dpkg trigger). */
  readonly dpkgTrigger: boolean;
  /** Debian's binfmt-support is installed. */
  readonly binfmtSupport: boolean;
  readonly rules: readonly PersistentRule[];
  /** The version of a buildah that takes this for a container, by the variable `container`. */
  readonly buildahInContainer?: string;
  readonly engine: EngineFacts;
  /** Names of the `QEMU_*` variables that are exported; never their values. */
  readonly qemuVariables: readonly string[];
  readonly places: readonly StoreFacts[];
  /** Why no probe could be run. */
  readonly probing?: string;
  /** Logs that were named and cannot be read, each with the reason: an errno name, or a sentence. */
  readonly unreadableLogs?: readonly { readonly name: string; readonly reason: string }[];
  /** Only when the network was asked for. */
  readonly network?: NetworkFacts;
}

/** The options of a kernel configuration (`CONFIG_BINFMT_MISC=m`); one that is off is `n`. */
export function parseKernelConfig(text: string): ReadonlyMap<string, string> {
  const options = new Map<string, string>();
  for (const line of text.split('\n')) {
    const [, on, value, off] = /^(?:(CONFIG_\w+)=(.*)|# (CONFIG_\w+) is not set)$/.exec(line) ?? [];
    if (on !== undefined && value !== undefined) options.set(on, value);
    else if (off !== undefined) options.set(off, 'n');
  }
  return options;
}

/**
 * The rules of a modprobe.d file that keep a module from being loaded: `install NAME /bin/false` and the like,
 * and `blacklist`, which only stops the kernel from loading it by itself (modprobe.d(5)).
 */
export function parseModprobe(text: string, module: string): readonly string[] {
  return text.split('\n').flatMap((line) => {
    const [word, name, ...rest] = line.trim().split(/\s+/);
    if (name?.replaceAll('-', '_') !== module) return [];
    if (word === 'blacklist') return [`blacklist ${name}`];
    const command = rest.join(' ');
    const blocks =
      word === 'install' && /^(?:\/usr)?\/s?bin\/(?:true|false)$|^(?:exit|true|false|:)\b/.test(command);
    return blocks ? [`install ${name} ${command}`] : [];
  });
}

/** The names that a binfmt.d file registers (binfmt.d(5)). */
export function parseRuleNames(text: string): readonly string[] {
  return text.split('\n').flatMap((raw) => {
    const line = raw.trim();
    if (line === '' || line.startsWith('#') || line.startsWith(';')) return [];
    const [delimiter = ''] = line;
    const name = line.split(delimiter)[1];
    return name === undefined || name === '' ? [] : [name];
  });
}

/** What `docker info --format '{{json .}}'` says of the server; `undefined` when it says nothing. */
export function parseDockerInfo(text: string): EngineFacts['server'] {
  const info = parseObject(text);
  if (info === undefined || typeof info.ServerVersion !== 'string' || info.ServerVersion === '')
    return undefined;
  const security = textsOf(info.SecurityOptions);
  const status: readonly unknown[] = Array.isArray(info.DriverStatus) ? info.DriverStatus : [];
  return {
    version: info.ServerVersion,
    kernel: textOf(info.KernelVersion),
    rootless: security.some((option) => option.includes('name=rootless')),
    containerdStore:
      status.flatMap(textsOf).some((text) => text.includes('io.containerd.snapshotter')) || undefined,
    system: textOf(info.OperatingSystem),
  };
}

/** The builders of `docker buildx ls --format json`: one JSON object a line. */
export function parseBuilders(text: string): readonly BuilderFacts[] {
  return text.split('\n').flatMap((line) => {
    const builder = parseObject(line);
    if (builder === undefined || typeof builder.Name !== 'string') return [];
    const nodes = Array.isArray(builder.Nodes) ? builder.Nodes.filter(isObject) : [];
    return {
      name: builder.Name,
      driver: textOf(builder.Driver),
      running: nodes.some((node) => node.Status === 'running'),
      current: builder.Current === true || undefined,
      platforms: [...new Set(nodes.flatMap((node) => platformsOfNode(node.Platforms)))],
      elsewhere:
        /^(?:remote|kubernetes|cloud)$/.test(textOf(builder.Driver)) ||
        nodes.some(({ Endpoint: endpoint }) => /^(?!unix:)[a-z]+:\/\//.test(textOf(endpoint))) ||
        undefined,
    };
  });
}

/** buildx marks those that a person set with a star, and newer ones give objects. */
function platformsOfNode(platforms: unknown): readonly string[] {
  if (!Array.isArray(platforms)) return [];
  return platforms.flatMap((platform: unknown) => {
    if (typeof platform === 'string') return [platform.replace(/\*$/, '')];
    if (!isObject(platform)) return [];
    const parts = [platform.os, platform.architecture, platform.variant];
    return [parts.filter((part) => typeof part === 'string' && part !== '').join('/')];
  });
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/**
 * The actions that a job of a workflow uses, without their versions, in order. The file is read by its indentation, as
 * people write workflows: a job that is written otherwise uses nothing that is seen.
 */
export function parseJobUses(text: string, job: string): readonly string[] {
  const uses: string[] = [];
  let depth: number | undefined;
  for (const line of text.split('\n').filter((each) => /^\s*[^\s#]/.test(each))) {
    const indent = line.search(/\S/);
    if (depth !== undefined && indent <= depth) depth = undefined;
    if (line.replace(/\s#[\s\S]*/, '').trim() === `${job}:`) depth = indent;
    const [, action] = /^\s*(?:-\s+)?uses:\s*["']?([\w.-]+\/[\w./-]+)@/.exec(line) ?? [];
    if (depth !== undefined && action !== undefined) uses.push(action);
  }
  return uses;
}
