/** docs/doctor.md, made from the checks so that the two cannot drift apart. */

import type { Check } from '../../src/doctor/checks/check.ts';
import { ENGINE_CHECKS } from '../../src/doctor/checks/engines.ts';
import { ENTRY_CHECKS } from '../../src/doctor/checks/entries.ts';
import { ENVIRONMENT_CHECKS } from '../../src/doctor/checks/environment.ts';
import { CHECKS } from '../../src/doctor/checks/index.ts';
import { KERNEL_CHECKS } from '../../src/doctor/checks/kernel.ts';
import { NAMESPACE_CHECKS } from '../../src/doctor/checks/namespaces.ts';
import { PRIVILEGE_CHECKS } from '../../src/doctor/checks/privilege.ts';
import { QEMU_CHECKS } from '../../src/doctor/checks/qemu.ts';
import { SOURCE_CHECKS } from '../../src/doctor/checks/sources.ts';
import { TABLE_CHECKS } from '../../src/doctor/checks/table.ts';
import { sentence } from '../../src/text/text.ts';
import { EXPLANATIONS } from './explanations.ts';

const INTRODUCTION = `# What the doctor looks at

\`\`\`sh
node dist/cli.js doctor linux/arm64
\`\`\`

In a workflow, \`mode: doctor\` with \`if: failure()\`. It changes nothing, needs no privilege (and says what it could not
see without), and never fails a job. On a terminal it ends with 1 when it found an error. With \`log\` (\`--log FILE\`, or
\`-\` for standard input on a terminal) it reads the log of a failed build, too: [troubleshooting.md](troubleshooting.md) lists what
it knows by its text. With \`network\` it also asks the registries.

Each check has an id that does not change. A check that finds nothing is *clean*; one that had nothing to look at, or
could not see it, is *skipped*, with the reason; one that failed itself is a mistake of this program and says so. Those
marked *preflight* stop a setup before it changes anything; warnings that concern what was asked for are in the report
of every setup. What hinders registering is an error only where something that was asked for does not run.

In the commands, \`linux/arm64\` and \`qemu-aarch64\` stand for the platform and the entry in question, and
\`node dist/cli.js setup\` for the action: the options of the one are the inputs of the other. This page is generated;
\`src/doctor/checks/\` holds its text.`;

const GROUPS: readonly (readonly [title: string, checks: readonly Check[]])[] = [
  ['The kernel', KERNEL_CHECKS],
  ['The table', TABLE_CHECKS],
  ['Privilege', PRIVILEGE_CHECKS],
  ['Namespaces', NAMESPACE_CHECKS],
  ['Entries', ENTRY_CHECKS],
  ['Emulators', QEMU_CHECKS],
  ['Where QEMU comes from', SOURCE_CHECKS],
  ['Engines and builders', ENGINE_CHECKS],
  ['Surroundings', ENVIRONMENT_CHECKS],
];

/** Ids of errors that no check gives: they say what a setup was asked for, not what the host is. */
const OTHER_IDS = [
  [
    'SB010',
    'Under `on-conflict: fail` another entry claims an architecture. Choose `repair` or `replace`, or remove it.',
  ],
  ['SB012', 'The matrix has more legs than GitHub takes (256). Ask for fewer platforms.'],
  [
    'SB080',
    'No registry gave the image; the message says what each answered (401, 403, 404, 429, 5xx), or why it could not be asked (name, certificate, time), and how to mend that.',
  ],
  [
    'SB081',
    'The image was there, and cannot be used: it is not for this host, is damaged, or holds no static `usr/bin/qemu-*`. Name another one.',
  ],
  [
    'SB082',
    'apt gave no QEMU: it is not there, has no source with the package, or could not download or unpack it. Check the network and the sources.',
  ],
  [
    'SB083',
    'No QEMU of this host can be a handler; the message says why. Install static ones (`qemu-user-static`).',
  ],
  [
    'SB084',
    'QEMU cannot be kept in the tool cache: no space or inode, a read-only file system, no right, or a path that cannot stand in the kernel’s table (with a colon, a backslash or a line break). The message names the folder and the cause. Mend that, or name another folder in `RUNNER_TOOL_CACHE`.',
  ],
  [
    'SB085',
    'A rule cannot be registered here: its interpreter or its magic will not do, or its name is taken. Correct it.',
  ],
  ['SB086', 'A rule is not in the table as it was asked for. Run this as root or with sudo.'],
  [
    'SB087',
    'An entry did not go, did not come back, or did not give way to a handler of ours, as it was asked for; the message names each. Look at it yourself.',
  ],
  [
    'SB088',
    'Something will not survive a reboot though `persist` is set. Set `on-conflict` to `replace` where it is not ours.',
  ],
  [
    'SB089',
    'A platform that was asked for is not proven; the message says why for each. Where QEMU could not be fetched, the id is that of the first failure.',
  ],
  [
    'SB090',
    'The image that `matrix-from` names does not have a platform that was asked for. Ask for others, or for all.',
  ],
  [
    'SB091',
    'A run that is to be taken back has no record: it has changed nothing, was taken back already, or its record went with a restart of the machine or of the container. A warning, which ends nothing. Look at what is registered.',
  ],
  [
    'SB092',
    'There is no room for the folder in which probes are run, or others could exchange what is run there. The message names where, and why. Make room there, or name another folder in `TMPDIR`, in which nobody else may write.',
  ],
  [
    'SB100',
    'A name that `remove` was given is neither a platform nor that of an entry; the message says what is near to it. A warning, which ends nothing: what else was named is taken away.',
  ],
  ['SB-INPUT', 'An input cannot be used; the message lists every problem at once.'],
  [
    'SB-RUNNER',
    'The runner lets something not be written: the report in `RUNNER_TEMP`, or one of the files that `GITHUB_OUTPUT`, `GITHUB_STATE`, `GITHUB_PATH` and `GITHUB_STEP_SUMMARY` name. What else there is to publish is published. Let them name what the step can write.',
  ],
  [
    'SB-STOPPED',
    'A signal asked the program to end (a job that is cancelled, Ctrl-C, a shutdown). It finishes the change of the table that it is in the middle of, removes its temporary folders, and says what it was doing.',
  ],
  [
    'SB-INTERNAL',
    'An error that this program did not foresee. The message says what it was doing; the outputs `kernel` and `healthy` are set. Send it to the maintainers, with the log of a run with debug logging (`RUNNER_DEBUG=1` on a terminal), which shows the stack.',
  ],
] as const;

/** The whole page, as it is committed. */
export function renderDoctorDocs(): string {
  const contents = GROUPS.map(
    ([title, checks]) =>
      `**${title}**\n\n${checks.map((check) => `- [${check.id}](#${anchorOf(check)}) ${escaped(check.title)}`).join('\n')}`,
  );
  const sections = GROUPS.flatMap(([title, checks]) => [`## ${title}`, ...checks.map(section)]);
  const others = [
    '## Other ids',
    `These are errors that end a run, and no checks.`,
    OTHER_IDS.map(([id, text]) => `- <a id="${id.toLowerCase()}"></a>**${id}** ${text}`).join('\n'),
  ];
  return `${[INTRODUCTION, `There are ${CHECKS.length} checks.`, ...contents, ...sections, ...others].join('\n\n')}\n`;
}

function anchorOf({ id }: Check): string {
  return id.toLowerCase();
}

function section(check: Check): string {
  const { id, severity, title, remedy, commands = [], preflight } = check;
  const code = commands.length === 0 ? [] : [['```sh', ...commands, '```'].join('\n')];
  return [
    `<a id="${anchorOf(check)}"></a>\n### ${id}: ${escaped(title)}`,
    `*${severity}${preflight ? ', preflight' : ''}*`,
    EXPLANATIONS[id] ?? '',
    `**${escaped(sentence(remedy))}**`,
    ...code,
  ].join('\n\n');
}

/** Text that Markdown must not take for markup. */
function escaped(text: string): string {
  return text.replace(/[<>*_`]/g, (mark) => `\\${mark}`);
}
