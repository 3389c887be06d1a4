/**
 * The list of checks. The same ones stop a setup that cannot succeed, and explain a host that does not work.
 */
import { FIX_BINARY_SINCE, type HostFacts, kernelAbilities, maySysAdmin } from './facts.ts';
import { printable, SetupProblem } from './problem.ts';

export type Severity = 'error' | 'warning' | 'info';

/** One thing that a check found: what was seen, and how to mend it. */
export interface Finding {
  readonly id: string;
  readonly severity: Severity;
  readonly title: string;
  /** What was seen, with the values. */
  readonly evidence: string;
  /** How to mend it: one sentence in the imperative. */
  readonly remedy: string;
  /** The remedy as commands to copy. */
  readonly commands: readonly string[];
}

/** What checks look at. */
export interface CheckContext {
  readonly facts: HostFacts;
}

export interface Check {
  /** Stable: it is in links, logs and scripts. */
  readonly id: string;
  readonly severity: Severity;
  readonly title: string;
  /** Stops a setup before it changes anything. */
  readonly preflight: boolean;
  readonly remedy: string;
  readonly commands: readonly string[];
  /** Gives the evidence when the check finds something. */
  readonly look: (context: CheckContext) => string | undefined;
}

export const CHECKS: readonly Check[] = [
  {
    id: 'SB001',
    severity: 'error',
    title: 'not Linux',
    preflight: true,
    remedy: 'Run this step on a Linux machine: binfmt_misc is a part of the Linux kernel',
    commands: [],
    look: ({ facts }) => (facts.system === 'linux' ? undefined : `this is ${printable(facts.system, 40)}`),
  },
  {
    id: 'SB002',
    severity: 'error',
    title: 'kernel without the F flag',
    preflight: true,
    remedy: `Upgrade the kernel to ${FIX_BINARY_SINCE.slice(0, 2).join('.')} or newer`,
    commands: ['uname -r'],
    look: ({ facts }) =>
      kernelAbilities(facts.kernel).fixBinary
        ? undefined
        : `kernel ${printable(facts.kernel.release, 60)} is older than ${FIX_BINARY_SINCE.slice(0, 2).join('.')} and has no F flag, without which a container cannot see the emulator`,
  },
  {
    id: 'SB003',
    severity: 'error',
    title: 'kernel without binfmt_misc',
    preflight: true,
    remedy: 'Boot a kernel that is built with CONFIG_BINFMT_MISC',
    commands: ['zgrep BINFMT_MISC /proc/config.gz /boot/config-$(uname -r)'],
    look: ({ facts }) =>
      facts.table.state === 'unsupported'
        ? `kernel ${printable(facts.kernel.release, 60)} has no ${facts.table.path}: it is built without CONFIG_BINFMT_MISC`
        : undefined,
  },
  {
    id: 'SB004',
    severity: 'error',
    title: 'module binfmt_misc missing',
    preflight: true,
    remedy: 'Install the modules of the running kernel, or boot the kernel whose modules are installed',
    commands: ['sudo apt-get install linux-modules-$(uname -r)'],
    look: ({ facts }) =>
      facts.table.state === 'module-missing'
        ? `binfmt_misc is a module of kernel ${printable(facts.kernel.release, 60)}, and it is not among the installed modules`
        : undefined,
  },
  {
    id: 'SB005',
    severity: 'error',
    title: '/proc/sys hidden',
    preflight: true,
    remedy: 'Run this step on the host itself, or in a container that sees /proc/sys',
    commands: [],
    look: ({ facts }) =>
      facts.table.state === 'masked' ? `${facts.table.path} cannot be seen from here` : undefined,
  },
  {
    id: 'SB006',
    severity: 'error',
    title: 'binfmt_misc switched off',
    preflight: true,
    remedy: 'Switch the table on; this is left to you, because it concerns every entry of the machine',
    commands: ['echo 1 | sudo tee /proc/sys/fs/binfmt_misc/status'],
    look: ({ facts }) =>
      facts.table.state === 'disabled'
        ? `${facts.table.path}/status reads "disabled": no entry is used`
        : undefined,
  },
  {
    id: 'SB007',
    severity: 'error',
    title: 'binfmt_misc mounted read-only',
    preflight: true,
    remedy: 'Mount it for writing',
    commands: ['sudo mount -o remount,rw /proc/sys/fs/binfmt_misc'],
    look: ({ facts }) =>
      facts.table.state === 'read-only' ? `${facts.table.path} is mounted read-only` : undefined,
  },
  {
    id: 'SB008',
    severity: 'error',
    title: 'no privilege to change the table',
    preflight: false,
    remedy:
      'Run this step as root, or allow this user passwordless sudo; or have root register on the host once',
    commands: ['sudo -n true'],
    look: ({ facts }) => explainPrivilege(facts),
  },
];

function explainPrivilege(facts: HostFacts): string | undefined {
  const where = facts.container === undefined ? '' : ` inside a container (${facts.container})`;
  if (facts.privilege === 'none')
    return `user ${facts.uid} is not root${where}, and sudo does not work without a password`;
  const mounted = facts.table.state === 'ready';
  if (facts.privilege === 'root' && !mounted && !maySysAdmin(facts)) {
    return `binfmt_misc is not mounted, and root${where} lacks CAP_SYS_ADMIN to mount it`;
  }
  return undefined;
}

/** Runs one check; one that throws is a finding of its own kind, not a crash. */
export function runCheck(check: Check, context: CheckContext): Finding | undefined {
  const { id, severity, title, remedy, commands } = check;
  try {
    const evidence = check.look(context);
    return evidence === undefined ? undefined : { id, severity, title, evidence, remedy, commands };
  } catch (thrown) {
    const evidence = `the check itself failed: ${printable(String(thrown))}`;
    return {
      id,
      severity: 'info',
      title,
      evidence,
      remedy: 'Report this, with the JSON report',
      commands: [],
    };
  }
}

/** The check of this id. @throws Error for an id that no check has: a mistake in this program. */
export function checkOf(id: string): Check {
  const check = CHECKS.find((candidate) => candidate.id === id);
  if (check === undefined) throw new Error(`no check ${id}`);
  return check;
}

/** A finding as an error that ends the step. */
export function asProblem(finding: Finding, what: string): SetupProblem {
  const { id, evidence, remedy } = finding;
  return new SetupProblem({ id, kind: 'host', what, cause: evidence, remedy });
}

/** The first preflight check that finds something wrong, if one does. */
export function preflight(facts: HostFacts): Finding | undefined {
  for (const check of CHECKS) {
    if (!check.preflight) continue;
    const finding = runCheck(check, { facts });
    if (finding?.severity === 'error') return finding;
  }
  return undefined;
}
