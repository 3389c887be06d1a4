/** Checks of the kernel's table as a whole: whether it can be seen, and is in use. */

import { kernelAbilities } from '../../facts/facts.ts';
import { listed, printable } from '../../text/text.ts';
import { type Check, check, doctorCheck } from './check.ts';
import { absentOf, answeredClaimsOf, setupCommand } from './claims.ts';

/** The id of the finding that there is no table. */
export const NOT_MOUNTED = 'SB009';

const MOUNT = 'sudo mount -t binfmt_misc binfmt_misc /proc/sys/fs/binfmt_misc';
const SET_UP =
  'Run setup for these platforms, before the builder is made: it mounts binfmt_misc, unless autoload is off; leave it mounted';
const CONTAINER_IMAGE = 'a container that sees /proc/sys';

export const TABLE_CHECKS: readonly Check[] = [
  check('error', 'SB005', '/proc/sys hidden', {
    blocking: true,
    remedy: `Run this step on the host itself, or in ${CONTAINER_IMAGE}`,
    look: ({ facts: { table } }) => table.state === 'masked' && `${table.path} cannot be seen from here`,
  }),
  check('error', 'SB006', 'binfmt_misc switched off', {
    preflight: true,
    blocking: true,
    remedy: 'Switch the table on; this is left to you, because it concerns every entry of the machine',
    commands: ['echo 1 | sudo tee /proc/sys/fs/binfmt_misc/status'],
    look: ({ facts: { table } }) =>
      table.state === 'disabled' && `${table.path}/status reads "disabled": no entry is used`,
  }),
  check('error', 'SB007', 'binfmt_misc mounted read-only', {
    blocking: true,
    remedy: 'Mount it for writing',
    commands: ['sudo mount -o remount,rw /proc/sys/fs/binfmt_misc'],
    look: ({ facts: { table } }) => table.state === 'read-only' && `${table.path} is mounted read-only`,
  }),
  doctorCheck('warning', 'SB095', 'the table of this container is its own, and empty', {
    remedy: 'Run the set-up inside of this container, or have the tool that made it not mount a table there',
    commands: ['grep binfmt_misc /proc/self/mountinfo'],
    skip: (_, { facts }) => (facts.container === undefined ? 'this is no container' : undefined),
    look: (_, { facts: { table, userNamespace, kernel } }) =>
      userNamespace &&
      table.state === 'ready' &&
      table.entries.length === 0 &&
      kernelAbilities(kernel).tablePerNamespace &&
      `${table.path} is mounted in this user namespace and empty, which hides what the host has: no program of another architecture runs here`,
  }),
  check('error', NOT_MOUNTED, 'binfmt_misc not mounted', {
    blocking: true,
    remedy: 'Mount it and leave it mounted; setup does so, unless autoload is off',
    commands: ['sudo modprobe binfmt_misc || true', MOUNT],
    look: (context) => {
      const { path, state } = context.facts.table;
      const evidence = {
        autofs: `${path} is an automount point that nobody has looked into yet`,
        'not-mounted': `nothing is mounted at ${path}`,
        'not-loaded': `the module binfmt_misc is not loaded, and nothing is mounted at ${path}`,
      }[state as string];
      if (evidence === undefined) return [];
      const looking = state === 'autofs' ? [`ls ${path}`] : [];
      const archs = absentOf(context);
      // Mounted alone, the table would be empty.
      if (archs.length > 0) return { evidence, remedy: SET_UP, commands: [...looking, setupCommand(archs)] };
      return looking.length > 0 ? { evidence, commands: looking } : evidence;
    },
  }),
  doctorCheck('warning', 'SB014', 'mounted in another place only', {
    remedy: 'Mount binfmt_misc on the host, at /proc/sys/fs/binfmt_misc, and leave it there',
    commands: [MOUNT],
    look: ({ mountedForInit }, { facts }) => {
      const { state, elsewhere, path } = facts.table;
      const here = ['ready', 'disabled', 'read-only'].includes(state);
      if (!here && elsewhere.length > 0)
        return `binfmt_misc is mounted at ${listed(elsewhere)}, and not at ${path}`;
      if (here && mountedForInit === false)
        return 'binfmt_misc is mounted for this process, and not for process 1: it ends with this namespace';
      return (
        !here &&
        mountedForInit &&
        'binfmt_misc is mounted for process 1, and not in the mount namespace of this process'
      );
    },
  }),
  check('info', 'SB015', 'a table of a user namespace', {
    remedy: 'To serve the whole machine, run setup on the host as root',
    commands: ['cat /proc/self/uid_map'],
    skip: ({ facts }) => (facts.userNamespace ? undefined : 'this is the first user namespace'),
    look: (context) => {
      const { facts } = context;
      if (!kernelAbilities(facts.kernel).tablePerNamespace || facts.table.state !== 'ready') return [];
      const idle = answeredClaimsOf(context).filter(({ verdict }) => verdict.result === 'no-handler');
      if (idle.length === 0)
        return 'this process lives in a user namespace, and the table that it sees may be that of this namespace alone';
      return {
        evidence: `${listed(idle.map(({ answering }) => answering.name))}: the kernel does not use what is seen here; this mount may show the table of another user namespace, while this one has its own`,
        severity: 'error',
        remedy: 'Mount the table of this namespace over it, and set up there',
        commands: [MOUNT],
      };
    },
  }),
  check('warning', 'SB016', 'entries that cannot be read', {
    remedy: 'Look at these entries as root',
    commands: ['sudo sh -c "head /proc/sys/fs/binfmt_misc/*"'],
    skip: ({ facts }) => (facts.table.state === 'ready' ? undefined : 'the table cannot be read'),
    look: ({ facts }) => listed(facts.table.unreadable.map(({ name, errno }) => `${name} (${errno})`)),
  }),
  check('warning', 'SB042', 'WSLInterop missing', {
    remedy: 'Register it again; to keep it, write the same line to /etc/binfmt.d/WSLInterop.conf',
    commands: ["echo ':WSLInterop:M::MZ::/init:PF' | sudo tee /proc/sys/fs/binfmt_misc/register"],
    skip: ({ facts }) => {
      if (facts.wsl === undefined) return 'this is not WSL';
      return facts.table.state === 'ready' ? undefined : 'the table cannot be read';
    },
    look: ({ facts }) => {
      const there = facts.table.entries.some(({ name, enabled }) => /^WSLInterop/.test(name) && enabled);
      const release = printable(facts.kernel.release, 60);
      return !there && `no entry starts Windows programs on this WSL ${facts.wsl} (${release})`;
    },
  }),
];
