/** docs/troubleshooting.md, made from the signatures so that the two cannot drift apart. */

import { SIGNATURES } from '../../src/doctor/log/diagnose.ts';
import type { Cause, Signature } from '../../src/doctor/log/signature.ts';
import { linksOf, sentence } from '../../src/text/text.ts';
import { EXAMPLES } from './examples.ts';

const INTRODUCTION = `# Troubleshooting, by symptom

Find the text of the failure below, or let the program do it:

\`\`\`sh
node dist/cli.js doctor --log build.log
\`\`\`

It reads the log (\`-\` for standard input), ranks the causes by what this host shows, and names the next thing to do.
The causes here stand in the order in which they are likely when nothing is known about the host. In the commands,
\`linux/arm64\` stands for the platform that failed, and \`node dist/cli.js setup\` for the action: the options of the one
are the inputs of the other. This page is generated; \`src/doctor/log/\` holds its text.`;

const GROUPS = [
  { relevances: ['emulation'], title: 'Another architecture plays a part' },
  { relevances: ['possible', 'note'], title: 'Another architecture may play a part' },
  { relevances: ['registry'], title: 'Registries that do not hand out an image' },
];

/** The whole page, as it is committed. */
export function renderTroubleshooting(): string {
  const groups = GROUPS.map(({ relevances, title }) => ({
    title,
    signatures: SIGNATURES.filter(({ relevance = 'emulation' }) => relevances.includes(relevance)),
  }));
  const contents = groups.flatMap(({ title, signatures }) => [
    `**${title}**`,
    signatures.map(({ id, title }) => `- [${escaped(title)}](#${id})`).join('\n'),
  ]);
  const sections = groups.flatMap(({ title, signatures }) => [`## ${title}`, ...signatures.map(section)]);
  return `${[INTRODUCTION, ...contents, ...sections].join('\n\n')}\n`;
}

function section(signature: Signature): string {
  const { id, title, causes } = signature;
  const shows = EXAMPLES[id] ?? [];
  const sources = linksOf(signature.sources ?? '');
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
  const lines = [`${index + 1}. ${escaped(sentence(text + aside))} **${escaped(sentence(remedy))}**`];
  if (commands !== undefined) {
    const shown = commands.map((command) => `   ${command.replaceAll('{platform}', 'linux/arm64')}`);
    lines.push('', '   ```sh', ...shown, '   ```', '');
  }
  return lines.join('\n');
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
