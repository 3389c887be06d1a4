/** Checks of the entries that take programs of other architectures, and of how they lie over each other. */
import { type Entry, flagSet, keptOutBy, sameMagic } from '../../binfmt/entry.ts';
import { kernelAbilities } from '../../facts/facts.ts';
import { mayRunNatively } from '../../platform/platforms.ts';
import { listed } from '../../text/text.ts';
import { type Check, type CheckContext, check, doctorCheck, type Look } from './check.ts';
import {
  type AnsweredClaim,
  absentOf,
  answeredClaimsOf,
  type ClaimingHandler,
  claimsOf,
  describeHandlers,
  EXAMPLE_REPLACE,
  EXAMPLE_SETUP,
  entryCommands,
  handlersOf,
  observeHandlers,
  setupCommand,
} from './claims.ts';

const NOT_READY = 'the table cannot be read';
const NOTHING_PROBED = 'nothing was probed';

function skipUnread({ facts, verdicts }: CheckContext): string | undefined {
  if (facts.table.state !== 'ready') return NOT_READY;
  return verdicts === undefined ? NOTHING_PROBED : undefined;
}

/** The claims in which an entry stands behind another one that answers, of the same magic or of another. */
function observeShadowed(context: CheckContext, same: boolean): Look {
  const found = answeredClaimsOf(context).filter((claim) =>
    behind(claim).some((entry) => isSame(entry, claim.answering) === same),
  );
  const broken = found.filter(({ verdict }) => verdict.status === 'broken');
  const worth = broken.length > 0 ? broken : found;
  if (worth.length === 0) return [];
  const evidence = worth.map((claim) => {
    const hidden = behind(claim).map(({ name }) => name);
    return `${claim.target.arch}: ${listed([claim.answering.name])} answers, and ${listed(hidden)} ${hidden.length === 1 ? 'is' : 'are'} never asked`;
  });
  return {
    evidence: evidence.join('; '),
    severity: broken.length > 0 ? 'warning' : 'info',
    commands: entryCommands('-1', [...new Set(worth.map(({ answering }) => answering))]),
  };
}

/** The entries that would answer, were it not for the one that does. */
function behind({ claiming, answering }: AnsweredClaim): readonly Entry[] {
  return claiming.filter((entry) => entry.enabled && entry !== answering);
}

function isSame(a: Entry, b: Entry): boolean {
  return a.match.kind === 'magic' && b.match.kind === 'magic' && sameMagic(a.match, b.match);
}

/** The handlers for people, each with its flags as they are. */
function listFlags(handlers: readonly ClaimingHandler[]): string {
  return listed(handlers.map(({ entry }) => `${entry.name} (flags "${entry.flags}")`));
}

/** The handlers that work and lack a flag, and what that brings about. */
function observeWithout(flag: string, context: CheckContext, effect: string): Look {
  const bare = handlersOf(context).filter(
    ({ entry, verdicts }) =>
      !entry.flags.includes(flag) && verdicts.some(({ status }) => status === 'emulated'),
  );
  const names = listed(bare.map(({ entry }) => `${entry.name} (${flagSet(entry.flags)})`));
  return observeHandlers(bare, `${names}: ${effect}`, { replace: true });
}

/** By its name, or by what it answers. */
function isQemu({ path, verdicts }: ClaimingHandler): boolean {
  return /(?:^|\/)qemu-/.test(path) || verdicts.some(({ qemuVersion }) => qemuVersion !== undefined);
}

/** For the documentation; a finding names the entries and platforms in question. */
const EXAMPLE_REMOVE = ['echo -1 | sudo tee /proc/sys/fs/binfmt_misc/qemu-aarch64'];

/** The id of the finding that nothing runs what is asked for, or, as a warning, anything else than the host's own. */
export const NOT_SET_UP = 'SB011';

export const ENTRY_CHECKS: readonly Check[] = [
  check('error', 'SB030', 'the native architecture is registered', {
    remedy:
      'Remove this entry, in a root shell that is open already: no other program can be started while it is there',
    commands: ['echo -1 > /proc/sys/fs/binfmt_misc/qemu-x86_64'],
    skip: ({ facts }) => (facts.table.state === 'ready' ? undefined : NOT_READY),
    look: (context) => {
      const native = claimsOf(context).find(({ target }) => target.arch === context.facts.architecture);
      const entries = native?.claiming.filter(({ enabled }) => enabled) ?? [];
      if (native === undefined || entries.length === 0) return [];
      const names = listed(entries.map(({ name }) => name));
      return {
        evidence: `${names} takes ${native.target.arch} programs, which this host runs itself`,
        commands: entryCommands('-1', entries).map((command) => command.replace('| sudo tee', '>')),
      };
    },
  }),
  check('error', NOT_SET_UP, 'not set up', {
    remedy: 'Run setup for these platforms, before the builder is made',
    commands: EXAMPLE_SETUP,
    skip: skipUnread,
    look: (context) => {
      const archs = absentOf(context);
      if (archs.length === 0) return [];
      const evidence = 'no entry takes programs of';
      const commands = [setupCommand(archs)];
      if (archs.some((arch) => context.asked?.includes(arch)))
        return { evidence: `${evidence} ${archs.join(', ')}`, commands };
      const nothing = claimsOf(context).every(
        ({ verdict: { status } }) => status === 'absent' || status === 'native',
      );
      if (nothing) return { evidence: `${evidence} any other architecture`, severity: 'warning', commands };
      const rest = `${archs.join(', ')}; they were not asked for by name`;
      return { evidence: `${evidence} ${rest}`, severity: 'info', commands };
    },
  }),
  check('warning', 'SB027', 'entry switched off', {
    remedy: 'Switch it on',
    commands: ['echo 1 | sudo tee /proc/sys/fs/binfmt_misc/qemu-aarch64'],
    skip: skipUnread,
    look: (context) => {
      const off = claimsOf(context).filter(
        ({ claiming, answering, verdict }) =>
          claiming.length > 0 && answering === undefined && verdict.status !== 'native',
      );
      if (off.length === 0) return [];
      const entries = [...new Set(off.flatMap(({ claiming }) => claiming.slice(0, 1)))];
      const wanted = off.some(({ target }) => context.asked?.includes(target.arch));
      return {
        evidence: `${listed(entries.map(({ name }) => name))}: disabled, and no other entry takes programs of ${off.map(({ target }) => target.arch).join(', ')}`,
        severity: wanted ? 'error' : 'warning',
        commands: entryCommands('1', entries),
      };
    },
  }),
  check('error', 'SB020', 'entry without the F flag', {
    remedy: 'Register again with the F flag',
    commands: EXAMPLE_SETUP,
    skip: skipUnread,
    look: (context) => {
      const bare = handlersOf(context).filter(
        ({ entry, verdicts }) =>
          !entry.flags.includes('F') && verdicts.some(({ status }) => status !== 'emulated'),
      );
      return observeHandlers(bare, `${listFlags(bare)}: containers do not see the emulator`);
    },
  }),
  check('error', 'SB033', 'arguments are shifted', {
    remedy: 'Register again: setup tries the flags out and takes those under which arguments arrive whole',
    commands: EXAMPLE_SETUP,
    skip: skipUnread,
    look: (context) => {
      const shifted = handlersOf(context).filter(({ verdicts }) =>
        verdicts.some(({ result }) => result === 'arguments'),
      );
      return observeHandlers(
        shifted,
        `${listFlags(shifted)}: the probe received another number of arguments than it was given`,
      );
    },
  }),
  check('error', 'SB034', 'the emulator fails', {
    remedy: 'Put another QEMU in its place',
    commands: EXAMPLE_SETUP,
    skip: skipUnread,
    look: (context) => {
      const failing = handlersOf(context).flatMap(({ entry, file, verdicts }) =>
        verdicts.filter(({ status, result }) => {
          if (result === undefined || ['arguments', 'works', 'slow'].includes(result)) return false;
          // In a user namespace the table that is seen need not be the one that is used (SB015).
          if (result === 'no-handler' && context.facts.userNamespace) return false;
          if (status === 'broken') return !(result === 'no-interpreter' && explainsAbsence(file));
          // It runs outside of a chroot only: the flag, or what the file is, says why where it is known.
          return status === 'outside-only' && entry.flags.includes('F') && !explainsAbsence(file);
        }),
      );
      if (failing.length === 0) return [];
      const archs = failing.map(({ arch }) => arch);
      const evidence = failing.map(({ arch, reason }) => `${arch}: ${reason}`).join('; ');
      return { evidence, commands: [setupCommand(archs)] };
    },
  }),
  check('warning', 'SB096', 'too slow to tell', {
    remedy: 'Run this again when the machine has less to do; its handlers are left as they are',
    skip: skipUnread,
    look: (context) => {
      const slow = claimsOf(context).filter(({ verdict: { result } }) => result === 'slow');
      return slow.map(({ target, verdict }) => `${target.arch}: ${verdict.reason}`).join('; ');
    },
  }),
  check('warning', 'SB031', 'emulated although this machine may run it itself', {
    remedy: 'Remove the entry, and look whether the programs run without it',
    commands: ['echo -1 | sudo tee /proc/sys/fs/binfmt_misc/qemu-i386'],
    skip: skipUnread,
    look: (context) => {
      const { architecture } = context.facts;
      const no386 = context.doctor?.kernelConfig?.options.get('CONFIG_IA32_EMULATION') === 'n';
      const taken = answeredClaimsOf(context).filter(
        ({ target: { arch } }) =>
          arch !== architecture && mayRunNatively(architecture, arch) && !(arch === '386' && no386),
      );
      return taken.map(({ target, answering }) => ({
        evidence: `${listed([answering.name])} takes ${target.arch} programs on this ${architecture} machine`,
        // Every amd64 processor runs 386; not every arm64 one runs arm.
        severity: target.arch === '386' ? 'warning' : 'info',
        commands: entryCommands('-1', [answering]),
      }));
    },
  }),
  check('info', 'SB093', 'a mask keeps programs out', {
    remedy:
      'If such programs are to run, register again with a mask that asks for no more than the kernel does',
    commands: EXAMPLE_REPLACE,
    skip: skipUnread,
    look: (context) => {
      const narrow = answeredClaimsOf(context).flatMap(({ target, answering, verdict }) => {
        const keptOut = verdict.status === 'emulated' ? keptOutBy(answering, target) : [];
        return keptOut.length === 0 ? [] : [{ arch: target.arch, name: answering.name, keptOut }];
      });
      const [first] = narrow;
      if (first === undefined) return [];
      const names = listed(narrow.map(({ name }) => name));
      return {
        evidence: `${names}: the mask keeps out ${listed(first.keptOut)}, which the kernel of such a machine runs`,
        commands: [
          setupCommand(
            narrow.map(({ arch }) => arch),
            true,
          ),
        ],
      };
    },
  }),
  check('info', 'SB028', 'entry shadowed by a newer one', {
    remedy: 'If the wrong one answers, remove the one that was registered later',
    commands: EXAMPLE_REMOVE,
    skip: skipUnread,
    look: (context) => observeShadowed(context, false),
  }),
  check('info', 'SB029', 'the same magic twice', {
    remedy: 'Remove the one that is not wanted',
    commands: EXAMPLE_REMOVE,
    skip: skipUnread,
    look: (context) => observeShadowed(context, true),
  }),
  check('info', 'SB032', 'entry without the C flag', {
    remedy: 'If sudo is needed in emulated containers, register again with the C flag',
    commands: EXAMPLE_REPLACE,
    skip: skipUnread,
    look: (context) =>
      observeWithout('C', context, 'sudo and other setuid programs have no rights in emulated containers'),
  }),
  check('warning', 'SB036', 'others get the rights of set-uid programs', {
    remedy:
      'Unless sudo must work in emulated containers, set credentials: false and on-conflict: replace, which takes it from what is registered already',
    commands: [`${EXAMPLE_REPLACE.join()} --no-credentials`],
    skip: (context) =>
      skipUnread(context) ||
      (context.facts.userNamespace && 'this is not the first user namespace') ||
      (context.facts.otherLogins === 0 && 'nobody else can log in here, as far as is known'),
    look: (context) => {
      const obeying = handlersOf(context).filter(
        (handler) => handler.entry.flags.includes('C') && isQemu(handler),
      );
      const count = `other users can log in here (at least ${context.facts.otherLogins})`;
      const names = listed(obeying.map(({ entry }) => entry.name));
      const effect = `each set-uid program of another architecture that they can execute gives them its owner’s rights, because QEMU (seen up to 11.1) obeys the QEMU_* variables of its caller`;
      const seen = observeHandlers(obeying, `${count}, and by the C flag of ${names} ${effect}`, {
        replace: true,
      });
      return seen && { ...seen, commands: seen.commands?.map((command) => `${command} --no-credentials`) };
    },
  }),
  check('info', 'SB035', 'entry without the P flag', {
    remedy: 'If programs complain of their own name, register again with the P flag',
    commands: EXAMPLE_REPLACE,
    skip: skipUnread,
    look: (context) =>
      kernelAbilities(context.facts.kernel).tellsPreserve &&
      observeWithout(
        'P',
        context,
        'emulated programs see their path in place of the name that they were called by',
      ),
  }),
  doctorCheck('info', 'SB037', 'systemd-binfmt would remove entries', {
    remedy: 'To keep them, write them to /etc/binfmt.d: set persist: true',
    commands: [`${EXAMPLE_SETUP.join()} --persist`],
    skip: ({ systemdBinfmt }, context) =>
      systemdBinfmt ? skipUnread(context) : 'systemd-binfmt does not run on this machine',
    look: ({ rules, dpkgTrigger }, context) => {
      const kept = new Set(rules.map(({ name }) => name));
      const lost = handlersOf(context).filter(({ entry }) => !kept.has(entry.name));
      const when = dpkgTrigger
        ? 'a restart of systemd-binfmt, and many a package'
        : 'a restart of systemd-binfmt';
      return observeHandlers(
        lost,
        `${listed(lost.map(({ entry }) => entry.name))}: in no binfmt.d file, so that ${when} removes them`,
        { persist: true },
      );
    },
  }),
  doctorCheck('info', 'SB038', 'binfmt-support manages entries', {
    remedy: 'Change its entries by update-binfmts, or they come back with its next start',
    commands: ['update-binfmts --display'],
    skip: ({ binfmtSupport }) => (binfmtSupport ? undefined : 'binfmt-support is not installed'),
    look: () => 'update-binfmts is installed, and registers its own list at every start',
  }),
  check('info', 'SB039', 'another translator answers', {
    remedy: 'If it is not wanted, remove its entry; this program leaves it alone',
    skip: skipUnread,
    look: (context) => {
      const others = handlersOf(context).filter((handler) => !isQemu(handler));
      return others.length > 0 && `${describeHandlers(others)} is no QEMU`;
    },
  }),
];

/** The file itself says why nothing runs: the checks of files report it. */
function explainsAbsence(file: ClaimingHandler['file']): boolean {
  if (file === undefined) return false;
  return file.state === 'missing' || file.kind === 'script' || file.elf?.interpreter === true;
}
