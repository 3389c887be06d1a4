/** Looks at what the doctor alone wants to know. Nothing is changed; what cannot be seen is left out. */
import { dirname } from 'node:path/posix';
import { gunzipSync } from 'node:zlib';
import type { HostFacts } from '../facts/facts.ts';
import type { Host } from '../host/host.ts';
import { mountAt, mountOf, parseMounts } from '../host/proc.ts';
import { settingsIn, textOr } from '../host/read.ts';
import { distrustOpening, environmentOf, programOf, systemProgram } from '../host/trust.ts';
import { readElf } from '../platform/elf.ts';
import {
  type DoctorFacts,
  type EngineFacts,
  type InterpreterFile,
  type PersistentRule,
  parseJobUses,
  parseKernelConfig,
  parseModprobe,
  parseRuleNames,
  type StoreFacts,
  SYSCTLS,
  type Sysctl,
} from './facts.ts';
import { examineNetwork, type NetworkQuestion } from './network.ts';

/** Most time for one emulator to say its version, in milliseconds. */
const VERSION_LIMIT_MS = 3_000;
const ELF_BYTES = 4096;

export interface ExamineOptions {
  /** Folder of the store of handlers. */
  readonly store: string;
  /** What the Docker client says. */
  readonly engine: Promise<EngineFacts>;
  /** What of the network is asked; nothing without it. */
  readonly network?: NetworkQuestion;
}

/** Collects everything, the slow parts side by side. Throws nothing. */
export async function examine(host: Host, facts: HostFacts, options: ExamineOptions): Promise<DoctorFacts> {
  const [interpreters, engine, buildah, network] = await Promise.all([
    examineInterpreters(host, facts),
    options.engine,
    examineBuildah(host),
    options.network === undefined ? undefined : examineNetwork(host, options.network),
  ]);
  return {
    job: examineJob(host),
    kernelConfig: examineKernelConfig(host, facts.kernel.release),
    moduleBlocks: facts.table.state === 'not-loaded' ? examineModprobe(host) : [],
    sysctls: examineSysctls(host),
    mountedForInit: examineInit(host, facts),
    interpreters,
    systemdBinfmt: hasSystemdBinfmt(host),
    dpkgTrigger: textOr(host, '/var/lib/dpkg/triggers/File', '').includes('/usr/lib/binfmt.d systemd'),
    binfmtSupport: systemProgram(host, 'update-binfmts') !== undefined,
    rules: examineRules(host),
    buildahInContainer: buildah,
    engine,
    qemuVariables: Object.keys(host.env).filter((name) => /^QEMU_[A-Z0-9_]{1,60}$/.test(name)),
    places: examinePlaces(host, facts, options.store),
    network,
  };
}

/** What buildah says of its version; it is asked only where it would take this for a container (its pkg/binfmt). */
async function examineBuildah(host: Host): Promise<string | undefined> {
  const file = (host.env.container ?? '') === '' ? undefined : programOf(host, 'buildah');
  if (file === undefined) return undefined;
  const limits = { timeoutMs: VERSION_LIMIT_MS, maxBytes: 400 };
  const { stdout } = await host.run({ file, args: ['--version'], env: environmentOf(host), ...limits });
  return /^buildah version (\d[\d.]{0,20})/.exec(stdout)?.[1];
}

/** The actions of this job, by the workflow's file in the checkout, where there is one (GitHub's default variables). */
function examineJob(host: Host): DoctorFacts['job'] {
  const { GITHUB_WORKFLOW_REF: ref = '', GITHUB_WORKSPACE: checkout, GITHUB_JOB: job = '' } = host.env;
  const file = /^[\w.-]+\/[\w.-]+\/(\.github\/workflows\/[\w.-]+\.ya?ml)@/.exec(ref)?.[1];
  if (file === undefined || checkout === undefined || !/^[\w-]+$/.test(job)) return undefined;
  const text = textOr(host, `${checkout}/${file}`, '');
  return text === '' ? undefined : { file, uses: parseJobUses(text, job) };
}

function examineKernelConfig(host: Host, release: string): DoctorFacts['kernelConfig'] {
  for (const path of [`/boot/config-${release}`, `/lib/modules/${release}/config`]) {
    const options = parseKernelConfig(textOr(host, path, ''));
    if (options.size > 0) return { path, options };
  }
  const path = '/proc/config.gz';
  try {
    const packed = host.readBytes(path, 1024 * 1024);
    const text = gunzipSync(packed, { maxOutputLength: 4 * 1024 * 1024 }).toString('latin1');
    return { path, options: parseKernelConfig(text) };
  } catch {
    return undefined;
  }
}

const MODPROBE_FOLDERS = [
  '/etc/modprobe.d',
  '/run/modprobe.d',
  '/usr/local/lib/modprobe.d',
  '/usr/lib/modprobe.d',
  '/lib/modprobe.d',
];

function examineModprobe(host: Host): DoctorFacts['moduleBlocks'] {
  const files = MODPROBE_FOLDERS.flatMap((folder) => settingsIn(host, folder, '.conf'));
  const written = files.flatMap((where) =>
    parseModprobe(textOr(host, where, ''), 'binfmt_misc').map((rule) => ({ where, rule })),
  );
  const parameter = /(?:^|\s)module_blacklist=\S*\bbinfmt_misc\b\S*/.exec(textOr(host, '/proc/cmdline', ''));
  if (parameter === null) return written;
  return [...written, { where: 'the kernel’s command line', rule: parameter[0].trim() }];
}

function examineSysctls(host: Host): DoctorFacts['sysctls'] {
  const found: Partial<Record<Sysctl, number>> = {};
  for (const name of SYSCTLS) {
    const text = textOr(host, `/proc/sys/${name.replaceAll('.', '/')}`, '').trim();
    if (/^\d+$/.test(text)) found[name] = Number(text);
  }
  return found;
}

/** Whether process 1 sees the table mounted; told only where it shares this user namespace, and so the table. */
function examineInit(host: Host, facts: HostFacts): boolean | undefined {
  const [own, first] = ['self', '1'].map((pid) => host.stat(`/proc/${pid}/ns/user`)?.inode);
  if (own === undefined || own !== first) return undefined;
  const text = textOr(host, '/proc/1/mountinfo', '');
  return text === '' ? undefined : mountAt(parseMounts(text), facts.table.path)?.type === 'binfmt_misc';
}

async function examineInterpreters(host: Host, facts: HostFacts): Promise<DoctorFacts['interpreters']> {
  const paths = new Set(facts.table.entries.flatMap(({ interpreter }) => interpreter ?? []));
  const all = [...paths].map(async (path) => [path, await examineInterpreter(host, path)] as const);
  return new Map(await Promise.all(all));
}

async function examineInterpreter(host: Host, path: string): Promise<InterpreterFile> {
  const stat = host.stat(path);
  if (stat === undefined) return { state: isHidden(host, path) ? 'hidden' : 'missing' };
  if (stat.kind !== 'file') return { state: 'no-file' };
  let bytes: Uint8Array;
  try {
    bytes = host.readBytes(path, ELF_BYTES);
  } catch {
    return { state: 'hidden' };
  }
  const elf = readElf(bytes);
  if (elf !== undefined) {
    return { state: 'file', kind: 'elf', elf, version: await askVersion(host, path) };
  }
  return { state: 'file', kind: bytes[0] === 0x23 && bytes[1] === 0x21 ? 'script' : 'other' };
}

/** The nearest folder above it that is there may not be entered: then nothing is known of what lies in it. */
function isHidden(host: Host, path: string): boolean {
  const folder = nearestFolder(host, dirname(path));
  return folder !== undefined && host.stat(`${folder}/.`) === undefined;
}

/**
 * Only a QEMU is asked: what another program does with `--version` is not known. Nor is one that others may have put where
 * the table says that a handler was.
 */
async function askVersion(host: Host, path: string): Promise<string | undefined> {
  if (!/(?:^|\/)qemu-[\w-]{1,40}$/.test(path) || distrustOpening(host, path) !== undefined) return undefined;
  const limits = { timeoutMs: VERSION_LIMIT_MS, maxBytes: 400 };
  const { stdout } = await host.run({ file: path, args: ['--version'], env: {}, ...limits });
  const line = stdout.split('\n', 1).join('').slice(0, 200);
  return line.startsWith('qemu-') ? line : undefined;
}

function hasSystemdBinfmt(host: Host): boolean {
  if (host.stat('/run/systemd/system') === undefined) return false;
  const unit = ['/etc/systemd/system', '/usr/lib/systemd/system', '/lib/systemd/system']
    .map((folder) => `${folder}/systemd-binfmt.service`)
    .find((path) => host.stat(path, false) !== undefined);
  // A unit that is masked is a link to /dev/null.
  return unit !== undefined && host.realPath(unit) !== '/dev/null';
}

const RULE_FOLDERS = ['/etc/binfmt.d', '/run/binfmt.d', '/usr/local/lib/binfmt.d', '/usr/lib/binfmt.d'];

function examineRules(host: Host): readonly PersistentRule[] {
  return RULE_FOLDERS.flatMap((folder) => settingsIn(host, folder, '.conf')).flatMap((file) =>
    parseRuleNames(textOr(host, file, '')).map((name) => ({ file, name })),
  );
}

function examinePlaces(host: Host, facts: HostFacts, store: string): readonly StoreFacts[] {
  const folders = [
    ['temporary folder', host.env.TMPDIR ?? '/tmp'],
    ['runner’s temporary folder', host.env.RUNNER_TEMP],
    ['store of emulators', store],
    ['Docker’s folder', '/var/lib/docker'],
  ] as const;
  return folders.flatMap(([what, path]) => {
    const existing = path?.startsWith('/') === true ? nearestFolder(host, path) : undefined;
    if (path === undefined || existing === undefined || (existing !== path && what.startsWith('Docker')))
      return [];
    const mount = mountOf(facts.mounts, host.realPath(existing) ?? existing);
    const noexec = mount?.options.includes('noexec') ?? false;
    return { what, path, freeBytes: host.freeBytes(existing), noexec };
  });
}

/** The folder itself, or the one above it that is there. */
function nearestFolder(host: Host, path: string): string | undefined {
  for (let folder = path; ; folder = dirname(folder)) {
    if (host.stat(folder)?.kind === 'folder') return folder;
    if (folder === dirname(folder)) return undefined;
  }
}
