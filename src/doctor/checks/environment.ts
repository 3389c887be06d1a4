/** Checks of what is around: folders, Node, and the network when it was asked for. */

import { listed, PROGRAM, printable } from '../../text/text.ts';
import { isOlder, parseVersion } from '../../text/version.ts';
import type { DoctorFacts } from '../facts.ts';
import { type Check, type CheckContext, check, doctorCheck } from './check.ts';

/** QEMU for all platforms takes about 60 MB; an image build far more. */
const SCARCE_BYTES = 200 * 1024 * 1024;
const OLDEST_NODE = '20';

/** The check of logs: what it finds says nothing of the host. */
export const UNREAD_LOG = 'SB066';

/** Why a log is not read, by errno name. */
const WHY_UNREAD: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file (ENOENT), and the build may never have started',
  EISDIR: 'it is a folder (EISDIR)',
  EACCES: 'this user may not read it (EACCES)',
};

/** Why the host's own probe, the control, did not run as it must; where it does not, no other result counts. */
function controlFailure({ facts, verdicts }: CheckContext): string | undefined {
  const control = verdicts?.get(facts.architecture ?? '');
  if (control === undefined || control.status === 'native') return undefined;
  return `the probe of ${control.arch}, this host’s own architecture, does not run natively: ${control.reason || 'it is emulated'}`;
}

function skipUnasked({ network }: DoctorFacts): string | undefined {
  return network === undefined ? 'nobody asked for the network (set network: true)' : undefined;
}

export const ENVIRONMENT_CHECKS: readonly Check[] = [
  doctorCheck('error', 'SB061', 'probes cannot be run', {
    remedy: 'Give this step a temporary folder in which programs can be started (TMPDIR)',
    commands: ['findmnt -o TARGET,OPTIONS -T /tmp'],
    look: ({ probing }, context) =>
      probing === undefined ? controlFailure(context) : printable(probing, 200),
  }),
  doctorCheck('info', 'SB060', 'a folder is mounted noexec', {
    remedy: 'Set TMPDIR and RUNNER_TEMP to folders in which programs can be started',
    commands: ['findmnt -O noexec'],
    look: ({ places }) =>
      listed(places.flatMap(({ noexec, what, path }) => (noexec ? `${what} ${path}` : []))),
  }),
  doctorCheck('warning', 'SB063', 'little disk space', {
    remedy: 'Make room',
    commands: ['df -h'],
    look: ({ places }) =>
      listed(
        places.flatMap(({ what, path, freeBytes = Number.POSITIVE_INFINITY }) =>
          freeBytes < SCARCE_BYTES
            ? `${what} ${path} has ${Math.floor(freeBytes / 1024 / 1024)} MB left`
            : [],
        ),
      ),
  }),
  check('warning', 'SB062', 'Node.js is too old', {
    remedy: `Use Node.js ${OLDEST_NODE} or newer; on a runner, upgrade the runner`,
    commands: ['node --version'],
    look: ({ facts }) => {
      const version = parseVersion(facts.nodeVersion);
      const old = version !== undefined && isOlder(version, OLDEST_NODE);
      return old && `this is Node.js ${printable(facts.nodeVersion, 40)}`;
    },
  }),
  doctorCheck('error', UNREAD_LOG, 'a log that was named cannot be read', {
    remedy: 'Name the file that the build wrote its output to, or - for standard input on a terminal',
    commands: ['docker build . 2>&1 | tee build.log', `${PROGRAM} doctor --log build.log`],
    look: ({ unreadableLogs = [] }) =>
      listed(
        unreadableLogs.map(({ name, reason }) => `${printable(name, 200)}: ${WHY_UNREAD[reason] ?? reason}`),
        8,
        400,
      ),
  }),
  doctorCheck('warning', 'SB097', 'the job sets QEMU up twice', {
    remedy:
      'Take the step docker/setup-qemu-action out of the job: it registers what is registered already, and from a container of its own',
    look: ({ job }) => {
      if (job === undefined) return [];
      const peer = job.uses.find((action) => /^docker\/setup-qemu-action$/i.test(action));
      const own = job.uses.find((action) => /\/setup-binfmt$/i.test(action));
      if (peer === undefined || own === undefined) return [];
      const [where, ...both] = [job.file, own, peer].map((word) => printable(word, 120));
      return `this job of ${where} uses ${both.join(' and ')}`;
    },
  }),
  doctorCheck('info', 'SB064', 'a proxy is set', {
    remedy: 'If downloads fail, see that the registries are allowed there',
    skip: skipUnasked,
    look: ({ network }) => {
      const proxies = (network?.places ?? []).filter(({ kind }) => kind === 'proxy');
      const names = [
        ...new Set(proxies.map(({ name, from = '' }) => (name === from ? name : `${name} (${from})`))),
      ];
      return names.length > 0 && `${listed(names, 8, 120)} ${names.length === 1 ? 'is' : 'are'} set`;
    },
  }),
  doctorCheck('warning', 'SB065', 'a registry, mirror or proxy cannot be reached', {
    remedy:
      'Allow it in the firewall or proxy, name a mirror in the input registry-mirrors, or set qemu-from: apt',
    skip: skipUnasked,
    look: ({ network }) =>
      (network?.places ?? [])
        .filter(({ reached }) => !reached)
        .map(({ kind, name, answer, remedy }) => ({
          evidence: `the ${kind} ${printable(name, 80)}: ${printable(answer, 200)}`,
          ...(remedy === undefined ? {} : { remedy: printable(remedy, 300) }),
        })),
  }),
  doctorCheck('warning', 'SB067', 'a file that names mirrors, proxies or certificates is not understood', {
    remedy: 'Correct it, or set registry-config: false to leave the files of this machine alone',
    skip: skipUnasked,
    look: ({ network }) => (network?.troubles ?? []).map((trouble) => printable(trouble, 300)).join('; '),
  }),
];
