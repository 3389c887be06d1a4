/** Checks of what forbids a table of one's own. They are skipped where no run tried to make one. */

import { type HostFacts, kernelAbilities, type NamespaceFacts } from '../../facts/facts.ts';
import { printable } from '../../text/text.ts';
import { type Check, type CheckContext, check } from './check.ts';

/** Ids that images of a Linux distribution use. */
const ENOUGH_IDS = 65_536;

/** What unshare says of ENOSPC and EUSERS (user_namespaces(7)). */
const LIMIT_REACHED = /No space left on device|Too many users/;

type Failed = NamespaceFacts & { readonly attempt: { readonly ok: false } };

interface ObstacleCheck extends Pick<Check, 'remedy' | 'commands'> {
  /** What forbade it, if this is why. */
  readonly see: (failed: Failed, context: CheckContext) => string | false | undefined;
}

/** A check that looks at an attempt which failed; it stops a setup that wanted it to succeed. */
function obstacleCheck(id: string, title: string, { see, ...rest }: ObstacleCheck): Check {
  return check('error', id, title, {
    ...rest,
    preflight: true,
    skip: skipUntried,
    look: (context) => {
      const { namespaces } = context.facts;
      if (namespaces === undefined || !isFailed(namespaces)) return [];
      const evidence = see(namespaces, context);
      return evidence && { evidence, severity: namespaces.wanted ? 'error' : 'info' };
    },
  });
}

function skipUntried({ facts }: CheckContext): string | undefined {
  return facts.namespaces === undefined ? 'nobody tried to make a table of their own' : undefined;
}

function isFailed(namespaces: NamespaceFacts): namespaces is Failed {
  return !namespaces.attempt.ok;
}

/** True when a setting that is known to forbid it explains the failure. */
function isExplained(failed: Failed, { facts }: CheckContext): boolean {
  return (
    !kernelAbilities(facts.kernel).tablePerNamespace ||
    !failed.built ||
    failed.limit === 0 ||
    LIMIT_REACHED.test(failed.attempt.said) ||
    (facts.uid !== 0 && (failed.unprivilegedClone === false || failed.appArmorRestricts === true))
  );
}

function said(failed: Failed): string {
  return printable(failed.attempt.said, 160) || 'no reason was given';
}

/** CAP_SETFCAP (include/uapi/linux/capability.h; kernel/user_namespace.c, `verify_root_map`). */
const CAP_SETFCAP = 31n;
const NO_SETFCAP =
  'root without the capability SETFCAP may not map itself into a user namespace, and an ordinary user may: run this step as one, or keep the capability';

function mayMapRoot({ capabilities }: HostFacts): boolean {
  return ((capabilities >> CAP_SETFCAP) & 1n) === 1n;
}

export const NAMESPACE_CHECKS: readonly Check[] = [
  obstacleCheck('SB070', 'kernel without private tables', {
    remedy: 'Upgrade the kernel to 6.7 or newer, or have root register on the host once',
    commands: ['uname -r'],
    see: (failed, { facts }) =>
      !kernelAbilities(facts.kernel).tablePerNamespace &&
      failed.attempt.stage !== 'engine' &&
      `kernel ${printable(facts.kernel.release, 60)} is older than 6.7: it has one table for the whole machine, and only root may fill it`,
  }),
  obstacleCheck('SB071', 'no more user namespaces allowed', {
    remedy: 'Raise user.max_user_namespaces on the host',
    commands: ['sudo sysctl -w user.max_user_namespaces=15000'],
    see: ({ built, limit, attempt }) => {
      if (!built) return 'the kernel is built without user namespaces (CONFIG_USER_NS)';
      if (limit === 0) return 'user.max_user_namespaces is 0';
      const here = limit === undefined ? '' : ` (it is ${limit} here, and may be less outside)`;
      return LIMIT_REACHED.test(attempt.said) && `user.max_user_namespaces allows no more${here}`;
    },
  }),
  obstacleCheck('SB072', 'user namespaces are for root only', {
    remedy: 'Set kernel.unprivileged_userns_clone to 1 on the host',
    commands: ['sudo sysctl -w kernel.unprivileged_userns_clone=1'],
    see: ({ unprivilegedClone }, { facts }) =>
      unprivilegedClone === false &&
      facts.uid !== 0 &&
      'kernel.unprivileged_userns_clone is 0 (a setting of Debian’s kernels)',
  }),
  obstacleCheck('SB073', 'AppArmor takes the rights out of user namespaces', {
    remedy: 'Set kernel.apparmor_restrict_unprivileged_userns to 0 on the host, or have root register there',
    commands: ['sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0'],
    see: ({ appArmorRestricts, attempt }, { facts }) =>
      appArmorRestricts === true &&
      facts.uid !== 0 &&
      attempt.stage !== 'tools' &&
      attempt.stage !== 'engine' &&
      `kernel.apparmor_restrict_unprivileged_userns is 1 (Ubuntu 23.10 and newer), and the ${attempt.stage === 'mount' ? 'mount' : 'namespace'} was refused`,
  }),
  obstacleCheck('SB074', 'a seccomp filter forbids user namespaces', {
    remedy:
      'Run the container with a seccomp profile that allows unshare and mount (Docker: --security-opt seccomp=unconfined; Kubernetes: seccompProfile.type Unconfined), or register on the host',
    see: (failed, context) =>
      failed.attempt.stage === 'unshare' &&
      failed.seccomp &&
      !isExplained(failed, context) &&
      `a new user namespace was refused (${said(failed)}), and a seccomp filter is at work on this process`,
  }),
  obstacleCheck('SB075', 'mounting is forbidden in the namespace', {
    remedy:
      'Run the container without a profile that forbids mount (Docker: --security-opt apparmor=unconfined; Kubernetes: appArmorProfile.type Unconfined), or register on the host',
    commands: ['cat /proc/self/attr/current'],
    see: (failed, context) => {
      if (failed.attempt.stage !== 'mount' || isExplained(failed, context)) return undefined;
      const profile =
        failed.appArmorProfile === undefined
          ? ''
          : `; the AppArmor profile ${printable(failed.appArmorProfile, 60)} confines this process`;
      return `the table could not be mounted in a namespace of our own: ${said(failed)}${profile}`;
    },
  }),
  obstacleCheck('SB076', 'no tools for namespaces', {
    remedy: 'Install util-linux and mount',
    commands: ['sudo apt-get install util-linux mount'],
    see: (failed) => failed.attempt.stage === 'tools' && said(failed),
  }),
  obstacleCheck('SB077', 'no user namespace', {
    remedy: 'Allow this user a user namespace, or have root register on the host once',
    commands: ['unshare --user --map-root-user --mount true'],
    see: (failed, context) => {
      const { stage } = failed.attempt;
      if (stage === 'map' && context.facts.uid === 0 && !mayMapRoot(context.facts)) return NO_SETFCAP;
      const other = stage === 'map' || (stage === 'unshare' && !failed.seccomp);
      return other && !isExplained(failed, context) && `a user namespace could not be made: ${said(failed)}`;
    },
  }),
  obstacleCheck('SB078', 'no rootless engine', {
    remedy: 'Run this as the user of a rootless Docker or podman, once that is started',
    commands: ['systemctl --user start docker', 'podman unshare true'],
    see: (failed) => failed.attempt.stage === 'engine' && said(failed),
  }),
  check('warning', 'SB079', 'few ids in namespaces', {
    remedy: 'Install uidmap, and grant this user subordinate ids',
    commands: [
      'sudo apt-get install uidmap',
      'sudo usermod --add-subuids 100000-165535 --add-subgids 100000-165535 "$USER"',
    ],
    skip: skipUntried,
    look: ({ facts }) => {
      const evidence = explainFewIds(facts.uid, facts.namespaces);
      return evidence && { evidence, severity: facts.namespaces?.wanted ? 'warning' : 'info' };
    },
  }),
];

function explainFewIds(uid: number, namespaces: NamespaceFacts | undefined): string | undefined {
  if (namespaces === undefined || !namespaces.attempt.ok || uid === 0) return undefined;
  const { missingHelpers, subUids, subGids, attempt } = namespaces;
  if (attempt.ids > ENOUGH_IDS) return undefined;
  const reason =
    missingHelpers.length > 0
      ? `${missingHelpers.join(' and ')} ${missingHelpers.length === 1 ? 'is' : 'are'} not installed`
      : subUids < ENOUGH_IDS || subGids < ENOUGH_IDS
        ? `/etc/subuid grants user ${uid} ${subUids} ids, and /etc/subgid ${subGids}`
        : 'newuidmap could not map them (it has to be setuid root)';
  return `a namespace has ${attempt.ids} of the ${ENOUGH_IDS + 1} user ids that building images takes: ${reason}`;
}
