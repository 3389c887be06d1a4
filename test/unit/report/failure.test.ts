import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { failureOf } from '../../../src/report/report.ts';
import { SetupProblem } from '../../../src/text/problem.ts';

describe('failureOf', () => {
  const problem = new SetupProblem({ id: 'SB-INPUT', kind: 'input', what: 'x', cause: 'y', remedy: 'z' });

  it('is a report with a problem, and nothing that was not looked at', () => {
    expect(failureOf('plan', problem)).toEqual({
      schema: 1,
      mode: 'plan',
      exitCode: 2,
      healthy: false,
      changed: false,
      platforms: [],
      registered: [],
      removed: [],
      findings: [],
      notes: [],
      problem: { id: 'SB-INPUT', message: 'Cannot x: y. z.' },
      outputs: {},
    });
  });

  it('has every field that docs/report.md says is always there, but for the host', () => {
    const page = readFileSync(new URL('../../../docs/report.md', import.meta.url), 'utf8');
    const always = [...page.matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name);
    expect(Object.keys(failureOf('plan', problem)).sort()).toEqual([...always, 'problem'].sort());
  });
});
