/** Looks for scripts of workflows by which who writes an input can write outputs and variables of the job. */
import { LineCounter, parseDocument } from 'yaml';

interface Script {
  readonly run?: string;
  readonly env?: Readonly<Record<string, unknown>>;
}

interface Workflow extends Pick<Script, 'env'> {
  readonly jobs: Readonly<Record<string, Pick<Script, 'env'> & { readonly steps?: readonly Script[] }>>;
}

/** Files of which each line is one value. */
const VALUES = /\$\{?GITHUB_(?:OUTPUT|ENV|PATH|STATE)\b/;

/** What people outside of the workflow write, of any form. */
const FREE = /\$\{\{[\s\S]*\b(?:inputs\.|github\.event\.|github\.head_ref\b)/;

/**
 * The variables that hold such text, reach these files, and are not compared before (`case $X in`, `[ "$X" = … ]`): a line
 * break in one would be another value. Only what a script does in so many words is seen.
 */
export function unlookedAt(text: string): readonly { readonly line: number; readonly message: string }[] {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter });
  const { env, jobs }: Workflow = document.toJS();
  return Object.entries(jobs).flatMap(([id, job]) =>
    (job.steps ?? []).flatMap(({ run = '', env: own }, index) => {
      const written = linesOfValues(run);
      const free = Object.entries({ ...env, ...job.env, ...own }).filter(([, value]) =>
        FREE.test(String(value)),
      );
      const names = free.map(([name]) => name).filter((name) => !isCompared(run, name));
      return names
        .filter((name) => carriers(run, name).some((each) => mentions(written, each)))
        .map((name) => ({
          line: lineCounter.linePos(placeOf(document.getIn(['jobs', id, 'steps', index, 'run'], true))).line,
          message: `this script writes values, and does not compare ${name}, which may hold line breaks`,
        }));
    }),
  );
}

function placeOf(node: unknown): number {
  return (node as { readonly range: readonly [number, number, number] }).range[0];
}

/** What a script writes to these files: lines, and groups of lines. */
function linesOfValues(run: string): string {
  const lines = run.split('\n');
  const written = lines.flatMap((line, at) => {
    if (!VALUES.test(line)) return [];
    const begin = /^\s*\}/.test(line) ? lines.slice(0, at).findLastIndex((each) => /^\s*\{$/.test(each)) : at;
    return lines.slice(begin, at + 1);
  });
  return written.join('\n');
}

/** The variable, and those that are made of it. */
function carriers(run: string, name: string): readonly string[] {
  const names = [name];
  for (const [, made = '', from = ''] of run.matchAll(/(?:^|[\s;])(\w+)=(.*)/gm))
    if (names.some((each) => mentions(from, each))) names.push(made);
  return names;
}

function mentions(script: string, name: string): boolean {
  return new RegExp(`\\$\\{?${name}\\b`).test(script);
}

function isCompared(run: string, name: string): boolean {
  return run.includes(`case $${name} in`) || run.includes(`[ "$${name}" = `);
}
