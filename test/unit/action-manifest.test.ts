/** action.yml says what the program reads and gives: no more, no less, and the same defaults. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { INPUT_DEFAULTS, parseInputs } from '../../src/inputs/inputs.ts';
import { makeReport } from '../../src/report/report.ts';
import { newResult } from '../../src/report/result.ts';
import { hostFacts } from '../support/facts.ts';

interface Manifest {
  readonly inputs: Readonly<
    Record<string, { readonly description: string; readonly required: boolean; readonly default?: string }>
  >;
  readonly outputs: Readonly<Record<string, { readonly description: string }>>;
  readonly runs: Readonly<Record<string, string>>;
}

const root = new URL('../../', import.meta.url);
const manifest = parse(readFileSync(new URL('action.yml', root), 'utf8')) as Manifest;

/** The runner puts the token of the job in its place, and there is none here. */
const evaluated = (text: string | undefined): string | undefined =>
  text === `\${{ github.token }}` ? undefined : text;

describe('action.yml', () => {
  it('has every input with its default, and none of them is required', () => {
    const defaults = Object.fromEntries(
      Object.entries(manifest.inputs).map(([name, input]) => [name, evaluated(input.default) ?? '']),
    );
    expect(defaults).toEqual(INPUT_DEFAULTS);
    for (const { required, description } of Object.values(manifest.inputs)) {
      expect([required, description.length > 10]).toEqual([false, true]);
    }
  });

  it('has defaults that are taken', () => {
    const given = Object.entries(manifest.inputs).map(([name, input]) => [name, evaluated(input.default)]);
    expect(parseInputs(Object.fromEntries(given))).toEqual(parseInputs({}));
  });

  it('has every output, those that only a step of the action has too', () => {
    const { outputs } = makeReport({ ...newResult('setup', hostFacts()), matrix: { include: [] } });
    const ofSteps = ['report', 'shell', 'qemu-dir'];
    expect(Object.keys(manifest.outputs).sort()).toEqual([...Object.keys(outputs), ...ofSteps].sort());
  });

  it('runs its programs, the post step whatever happened', () => {
    const { using, main, post, 'post-if': condition } = manifest.runs;
    expect([using, condition]).toEqual(['node24', 'always()']);
    for (const program of [main, post]) {
      expect(
        existsSync(new URL(`src/main/${program?.replace('dist/', '').replace('.js', '.ts')}`, root)),
      ).toBe(true);
    }
  });
});
