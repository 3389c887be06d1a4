/** Checks of the kernel: whether it can have handlers at all. */

import { TABLE_PATH } from '../../binfmt/entry.ts';
import { FIX_BINARY_SINCE, type HostFacts, kernelAbilities } from '../../facts/facts.ts';
import { printable, shellWord } from '../../text/text.ts';
import type { DoctorFacts } from '../facts.ts';
import { type Check, check, type Observation, ONLY_THE_DOCTOR } from './check.ts';

/** Passes `install` rules by; `blacklist` rules do not count when the module is named. */
const LOAD_ANYWAY = 'sudo modprobe --ignore-install binfmt_misc';

/** How to load the module in spite of these rules; where the kernel itself forbids it, the machine must restart. */
function remedyFor(blocks: DoctorFacts['moduleBlocks'], forbidden: boolean): Partial<Observation> {
  const files = [...new Set(blocks.map(({ where }) => where))].filter((where) => where.startsWith('/'));
  const taking = files.map((file) => `sudo sed -i '/binfmt[-_]misc/s/^/# /' ${shellWord(file)}`);
  const past = blocks.some(({ where }) => !where.startsWith('/'));
  if (!forbidden && !past) return { commands: [LOAD_ANYWAY, ...taking] };
  return {
    remedy: 'Take the rules out, have the module loaded at the start, and start the machine again',
    commands: [...taking, 'echo binfmt_misc | sudo tee /etc/modules-load.d/binfmt_misc.conf', 'sudo reboot'],
  };
}

export const KERNEL_CHECKS: readonly Check[] = [
  check('error', 'SB001', 'not Linux', {
    preflight: true,
    remedy: 'Run this step on a Linux machine: binfmt_misc is a part of the Linux kernel',
    look: ({ facts }) => facts.system !== 'linux' && `this is ${printable(facts.system, 40)}`,
  }),
  check('error', 'SB002', 'kernel without the F flag', {
    preflight: true,
    blocking: true,
    remedy: `Upgrade the kernel to ${FIX_BINARY_SINCE} or newer`,
    commands: ['uname -r'],
    look: ({ facts: { kernel } }) =>
      !kernelAbilities(kernel).fixBinary &&
      `kernel ${printable(kernel.release, 60)} is older than ${FIX_BINARY_SINCE} and has no F flag, without which a container cannot see the emulator`,
  }),
  check('error', 'SB003', 'kernel without binfmt_misc', {
    preflight: true,
    blocking: true,
    remedy: 'Boot a kernel that is built with CONFIG_BINFMT_MISC',
    commands: ['zgrep -s BINFMT_MISC /proc/config.gz /boot/config-$(uname -r)'],
    look: ({ facts: { kernel, table }, doctor }) => {
      const config = doctor?.kernelConfig;
      const written = config?.options.get('CONFIG_BINFMT_MISC') === 'n' ? ` (${config.path} says so)` : '';
      return (
        table.state === 'unsupported' &&
        `kernel ${printable(kernel.release, 60)} has no ${table.path}: it is built without CONFIG_BINFMT_MISC${written}`
      );
    },
  }),
  check('error', 'SB004', 'module binfmt_misc missing', {
    preflight: true,
    blocking: true,
    remedy: 'Install the modules of the running kernel, or boot the kernel whose modules are installed',
    commands: ['sudo apt-get install linux-modules-$(uname -r)'],
    look: ({ facts: { kernel, table } }) =>
      table.state === 'module-missing' &&
      `binfmt_misc is a module of kernel ${printable(kernel.release, 60)}, and it is not among the installed modules`,
  }),
  check('error', 'SB041', 'module binfmt_misc blocked', {
    preflight: true,
    blocking: true,
    remedy:
      'Load the module past the rule, and take the rule out so that it is loaded at the next start, too',
    commands: [LOAD_ANYWAY],
    skip: ({ facts, doctor }) => {
      if (facts.table.state !== 'not-loaded') return 'binfmt_misc is no module that waits to be loaded';
      return doctor === undefined && whyNoDevice(facts) === undefined ? ONLY_THE_DOCTOR : undefined;
    },
    look: ({ facts, doctor }) => {
      if (doctor === undefined)
        return `binfmt_misc is a module that is not loaded, and the kernel did not load it to mount a table (${whyNoDevice(facts)})`;
      const { moduleBlocks, sysctls } = doctor;
      const forbidden = sysctls['kernel.modules_disabled'] === 1;
      const rules = moduleBlocks.map(
        ({ where, rule }) => `${printable(where, 120)} says "${printable(rule, 120)}"`,
      );
      if (forbidden) rules.push('kernel.modules_disabled is 1 until the next start');
      return rules.length > 0 && { evidence: rules.join('; '), ...remedyFor(moduleBlocks, forbidden) };
    },
  }),
  check('info', 'SB013', 'entries last as long as the mount', {
    remedy: `Leave ${TABLE_PATH} mounted on the host`,
    commands: [`findmnt ${TABLE_PATH}`],
    skip: ({ facts }) => (facts.table.state === 'ready' ? 'it is mounted here' : undefined),
    look: ({ facts: { kernel } }) =>
      kernelAbilities(kernel).entriesDieWithMount &&
      `on kernel ${printable(kernel.release, 60)} entries vanish with the last mount: what an installer in a container registers is gone when it ends`,
  }),
];

/** What mount(8) says of a file system that the kernel has not and could not load (ENODEV). */
const NO_DEVICE = /unknown filesystem type|No such device/;

/** What was said where a table of one's own could not be mounted for want of the module. */
function whyNoDevice({ namespaces }: HostFacts): string | undefined {
  const { attempt } = namespaces ?? {};
  if (attempt === undefined || attempt.ok || attempt.stage !== 'mount' || !NO_DEVICE.test(attempt.said))
    return undefined;
  return printable(attempt.said, 160);
}
