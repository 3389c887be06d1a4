/** docs/troubleshooting.md, made from the kinds of failure so that the two cannot drift apart. */

import { allKinds } from '../../src/doctor/kinds/index.ts';
import type { Cause, Kind } from '../../src/doctor/kinds/kind.ts';
import { linksOf, sentence } from '../../src/text/text.ts';
import { EXAMPLES } from './examples.ts';

const INTRODUCTION = `# Troubleshooting, by symptom

Find the text of the failure below, or let the program do it:

\`\`\`sh
node dist/cli.js doctor --log build.log
\`\`\`

It reads the log (\`-\` for standard input), finds out what failed, on which platform and on whose machine, ranks the
causes by the log and by what this host shows, and names the next thing to do. Its answer is one of four: the failure
comes from *emulation*; it does *not*, and something shows that; it is *unknown*, and here is where to look; or
*nothing failed*. It says "Cause" where a line of the log or a state of this host proves it, and "Possible" otherwise.
How often it is right is in [doctor-score.md](doctor-score.md).

The causes here stand in the order in which they are likely when nothing is known about the host. In the commands,
\`linux/arm64\` stands for the platform that failed, and \`node dist/cli.js setup\` for the action: the options of the one
are the inputs of the other. This page is generated; \`src/doctor/kinds/\` holds its text.`;

const GROUPS = [
  { bearings: ['emulation'], title: 'Handlers and emulators' },
  { bearings: ['foreign'], title: 'What fails under an emulator, and elsewhere for other reasons' },
  { bearings: ['note'], title: 'What fails nothing by itself' },
  { bearings: ['elsewhere'], title: 'What is no matter of emulation' },
];

/** The whole page, as it is committed. */
export function renderTroubleshooting(): string {
  const groups = GROUPS.map(({ bearings, title }) => ({
    title,
    kinds: allKinds().filter(({ bearing = 'emulation' }) => bearings.includes(bearing)),
  }));
  const contents = groups.flatMap(({ title, kinds }) => [
    `**${title}**`,
    kinds.map(({ id, title }) => `- [${escaped(title)}](#${id})`).join('\n'),
  ]);
  const sections = groups.flatMap(({ title, kinds }) => [`## ${title}`, ...kinds.map(section)]);
  return `${[INTRODUCTION, ...contents, ...sections].join('\n\n')}\n`;
}

function section(kind: Kind): string {
  const { id, title, causes } = kind;
  const shows = EXAMPLES[id] ?? [];
  const sources = linksOf(kind.sources ?? '');
  const parts = [
    `<a id="${id}"></a>\n### ${escaped(title)}`,
    `\`\`\`text\n${shows.join('\n')}\n\`\`\``,
    causes.map(item).join('\n').trimEnd(),
  ];
  if (sources.length > 0) parts.push(`Reported in ${sources.map(reference).join(', ')}.`);
  return parts.join('\n\n');
}

function item({ text, remedy, commands, elsewhere }: Cause, index: number): string {
  const aside = elsewhere ? ' (not emulation)' : '';
  const lines = [
    `${index + 1}. ${filled(escaped(sentence(text + aside)))} **${filled(escaped(sentence(remedy)))}**`,
  ];
  if (commands !== undefined && commands.length > 0) {
    const shown = commands.map((command) => `   ${filled(command)}`);
    lines.push('', '   ```sh', ...shown, '   ```', '');
  }
  return lines.join('\n');
}

/** What is filled in when a log is judged, as an example. */
function filled(text: string): string {
  const words = {
    platform: 'linux/arm64',
    machine: 'amd64',
    program: './program',
    entry: 'qemu-aarch64',
    runner: 'ubuntu-24.04-arm',
    user: 'runner',
  };
  return text.replace(/\{(\w+)\}/g, (_, name: keyof typeof words) => words[name]);
}

/** `docker/buildx#1170`, linked. */
function reference(url: string): string {
  const [, , , owner, name, , number] = url.split('/');
  return `[${owner}/${name}#${number}](${url})`;
}

/** Text that Markdown must not take for markup. */
function escaped(text: string): string {
  return text.replace(/[<>*_`]/g, (mark) => `\\${mark}`);
}
