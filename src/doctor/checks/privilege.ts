/** Checks of what this process may do. */
import { type HostFacts, isPrivileged, kernelAbilities, mayRootMount } from '../../facts/facts.ts';
import { PROGRAM } from '../../text/text.ts';
import type { Sysctl } from '../facts.ts';
import { type Check, check, doctorCheck } from './check.ts';

/** How to get the right to change a table. */
export const GET_RIGHTS = 'Run this step as root, or allow this user passwordless sudo';

/** How to register once on the host, for who has no privilege there. */
const ON_THE_HOST = 'have root register on the host once: containers and later jobs see it';

/** What to do where a table of one's own was just made to see whether it can be: in a workflow, and on a terminal. */
const PRIVATE_WORKS = {
  workflow: {
    remedy: `Write scope: private, which works here without any privilege, and shell: with-binfmt bash -e {0} in later steps; or run this step as root, or allow this user passwordless sudo; or ${ON_THE_HOST}`,
    commands: ['scope: private', 'shell: with-binfmt bash -e {0}'],
  },
  terminal: {
    remedy: `Use exec in place of setup, which works here without any privilege; or run this step as root; or ${ON_THE_HOST}`,
    commands: [`${PROGRAM} exec linux/arm64 -- command`],
  },
};

/** What to do in a container, on a terminal: it knows of no runner. */
const OUTSIDE = `Run this step on the machine itself instead of in a container; or ${ON_THE_HOST}`;

/** Settings under which only root may have a user namespace with rights in it. */
const CLOSING: Readonly<Partial<Record<Sysctl, number>>> = {
  'user.max_user_namespaces': 0,
  'kernel.unprivileged_userns_clone': 0,
  'kernel.apparmor_restrict_unprivileged_userns': 1,
};

export const PRIVILEGE_CHECKS: readonly Check[] = [
  check('error', 'SB008', 'no privilege to change the table', {
    blocking: true,
    remedy: `${GET_RIGHTS}; or ${ON_THE_HOST}`,
    commands: ['sudo -n true'],
    look: ({ facts }) => {
      const evidence = explainPrivilege(facts);
      if (evidence === undefined) return [];
      if (facts.namespaces?.attempt.ok !== true) return evidence;
      return { evidence, ...PRIVATE_WORKS[facts.workflow === true ? 'workflow' : 'terminal'] };
    },
  }),
  check('error', 'SB017', 'container without privilege', {
    blocking: true,
    remedy: `Run this step on the runner itself instead of in a container (a virtual machine such as ubuntu-latest, not ubuntu-slim); or ${ON_THE_HOST}`,
    skip: ({ facts }) => (facts.container === undefined ? 'this is no container that is known' : undefined),
    look: ({ facts }) => {
      const { container, table, workflow } = facts;
      if (table.state === 'ready' || mayRootMount(facts)) return [];
      const evidence = `this is a container (${container}) without CAP_SYS_ADMIN, and its binfmt_misc is ${table.state}`;
      return workflow === true ? evidence : { evidence, remedy: OUTSIDE };
    },
  }),
  check('error', 'SB018', 'user namespace without a table', {
    blocking: true,
    remedy: 'Register on the host as root: this namespace uses the table of the host',
    commands: [`sudo ${PROGRAM} setup`],
    skip: ({ facts }) => (facts.userNamespace ? undefined : 'this is the first user namespace'),
    look: ({ facts: { kernel, table } }) =>
      table.state !== 'ready' &&
      !kernelAbilities(kernel).tablePerNamespace &&
      'this process lives in a user namespace, and before Linux 6.7 those have no table of their own',
  }),
  doctorCheck('info', 'SB019', 'no chroot to prove the F flag in', {
    remedy: 'Run the doctor as root, or allow user namespaces, to have it proven',
    commands: [
      'sysctl user.max_user_namespaces kernel.unprivileged_userns_clone kernel.apparmor_restrict_unprivileged_userns',
    ],
    look: ({ sysctls }, { facts, verdicts }) => {
      const doubtful = [...(verdicts?.values() ?? [])].filter(
        ({ status, result }) => status === 'outside-only' && result === 'works',
      );
      if (doubtful.length === 0) return [];
      const closed = Object.entries(CLOSING).filter(([name, value]) => sysctls[name as Sysctl] === value);
      const why =
        closed.length > 0
          ? closed.map((setting) => setting.join(' is ')).join(', ')
          : 'no chroot could be entered';
      const names = doubtful.map(({ arch }) => arch).join(', ');
      return `${names}: runs here as user ${facts.uid}, but not proven in a chroot: ${why}`;
    },
  }),
];

const ROOT = 0;

function explainPrivilege(facts: HostFacts): string | undefined {
  const where = facts.container === undefined ? '' : ` inside a container (${facts.container})`;
  // Who wants another table than the host's has not asked for a right to change that.
  if (facts.privilege === 'none' && facts.namespaces?.wanted !== true)
    return `user ${facts.uid} is not root${where}, and sudo does not work without a password`;
  const mounted = facts.table.state === 'ready';
  if (isPrivileged(facts) && !mounted && !mayRootMount(facts)) {
    return `binfmt_misc is not mounted, and root${where} lacks CAP_SYS_ADMIN to mount it`;
  }
  const { owner } = facts.table;
  // Root of a user namespace sees the table of the one around it, and owns it no more than any user there.
  if (isPrivileged(facts) && owner !== undefined && owner !== ROOT) {
    return `the table belongs to another user namespace, in which root${where} of this one has no rights`;
  }
  return undefined;
}
