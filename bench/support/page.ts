/** docs/benchmarks.md: the parts of it that a benchmark writes, between two marks each. */
import { readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, release } from 'node:os';
import { fileURLToPath } from 'node:url';
import { between } from '../../tools/docs/between.ts';

export const PAGE = fileURLToPath(new URL('../../docs/benchmarks.md', import.meta.url));

/** Writes what stands between `<!-- mark -->` and `<!-- /mark -->`. */
export function writePart(mark: string, content: string): void {
  writeFileSync(PAGE, between(readFileSync(PAGE, 'utf8'), mark, `\n${content.trim()}\n\n`));
}

/** A table in Markdown; the first row is its heading. */
export function markdownTable(rows: readonly (readonly string[])[]): string {
  const [heading = [], ...rest] = rows;
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(heading), `|${heading.map(() => '---|').join('')}`, ...rest.map(line)].join('\n');
}

export interface Series {
  readonly title: string;
  readonly x: string;
  readonly y: string;
  readonly points: readonly (readonly [string | number, number])[];
}

/** A chart of one line, as GitHub draws it. */
export function lineChart({ title, x, y, points }: Series): string {
  return [
    '```mermaid',
    'xychart-beta',
    `  title "${title}"`,
    `  x-axis "${x}" [${points.map(([at]) => `"${at}"`).join(', ')}]`,
    `  y-axis "${y}"`,
    `  line [${points.map(([, value]) => value.toFixed(value < 10 ? 2 : 0)).join(', ')}]`,
    '```',
  ].join('\n');
}

/** What it was measured on, as a part of a sentence. */
export function machine(): string {
  // The version alone: what follows it names whose kernel it is.
  const kernel = /^\d+\.\d+/.exec(release())?.[0] ?? 'of an unknown version';
  return `a machine with ${availableParallelism()} cores and Linux ${kernel}, with Node ${process.versions.node}`;
}
