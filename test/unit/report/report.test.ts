import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseEntry } from '../../../src/binfmt/entry.ts';
import { planMatrix } from '../../../src/platform/matrix.ts';
import { type Platform, parsePlatform } from '../../../src/platform/platforms.ts';
import { parseRunners } from '../../../src/platform/runners.ts';
import { isProven, type Status, type Verdict } from '../../../src/probe/verdict.ts';
import { PLAIN } from '../../../src/report/lines.ts';
import { renderSummary } from '../../../src/report/markdown.ts';
import {
  failureOf,
  makeReport,
  nameEntries,
  REPORT_SCHEMA,
  renderJson,
  reportEntries,
  reportPlatforms,
} from '../../../src/report/report.ts';
import { newResult } from '../../../src/report/result.ts';
import { renderText } from '../../../src/report/text.ts';
import { SetupProblem } from '../../../src/text/problem.ts';
import { entryFor } from '../../support/entries.ts';
import { hostFacts } from '../../support/facts.ts';
import { request, resultOf, type Sketch } from '../../support/results.ts';
import { JAR, printed, WASM } from '../../support/rules.ts';

const platform = (text: string) => parsePlatform(text) as Platform;
function verdict(arch: string, status: Status, change: Partial<Verdict> = {}): Verdict {
  const emulated = status === 'emulated' ? { entry: entryFor(arch), qemuVersion: '10.2.3' } : {};
  const reason = status === 'native' || status === 'emulated' ? '' : `it is ${status}`;
  return { arch, status, reason, ms: 5.26, ...emulated, ...change };
}
const verdicts = (...all: readonly Verdict[]) => new Map(all.map((one) => [one.arch, one]));

const reportOf = (sketch: Sketch) => makeReport(resultOf(sketch));
const base: Sketch = {
  ...newResult('setup', hostFacts()),
  verdicts: verdicts(
    verdict('amd64', 'native', { level: 3 }),
    verdict('386', 'native'),
    verdict('arm64', 'emulated'),
    verdict('s390x', 'absent'),
    verdict('arm', 'emulated'),
  ),
  requested: [request('arm64'), request('arm')],
};
const problem = new SetupProblem({
  id: 'SB011',
  kind: 'unproven',
  what: 'prove linux/s390x',
  cause: 'it is | broken',
  remedy: 'Run the doctor',
});
const missing: Sketch = { ...base, requested: [request('s390x', { action: 'install' })], problem };

describe('makeReport', () => {
  it('says that all is well when it is', () => {
    expect(reportOf(base)).toMatchObject({
      schema: REPORT_SCHEMA,
      mode: 'setup',
      exitCode: 0,
      healthy: true,
      changed: false,
      host: { kernel: '6.12.8-amd64', architecture: 'amd64', privilege: 'root', table: 'ready' },
      platforms: [
        {
          platform: 'linux/arm64',
          arch: 'arm64',
          status: 'emulated',
          proven: true,
          action: 'keep',
          reason: 'its handler is proven',
          entry: 'qemu-aarch64',
          interpreter: '/usr/bin/qemu-aarch64-static',
          flags: 'POCF',
          qemuVersion: '10.2.3',
          ms: 5.3,
        },
        { platform: 'linux/arm/v7' },
      ],
    });
    expect(reportOf(base)).not.toHaveProperty('problem', expect.anything());
  });

  it('says what has another entry in its place, and leaves out what was only renewed', () => {
    const changes = { registered: ['a', 'b.ours'], removed: ['a', 'b', 'c'], replaced: ['a', 'b'] };
    expect(makeReport({ ...resultOf(base), ...changes })).toMatchObject({ replaced: ['b'] });
  });

  it('lists platforms as BuildKit does, native ones first', () => {
    expect(reportOf(base).outputs).toMatchObject({
      platforms: 'linux/amd64,linux/amd64/v2,linux/amd64/v3,linux/386,linux/arm64,linux/arm/v7,linux/arm/v6',
      native: 'linux/amd64,linux/amd64/v2,linux/amd64/v3,linux/386',
      emulated: 'linux/arm64,linux/arm/v7,linux/arm/v6',
      registered: '',
      'qemu-version': '10.2.3',
      kernel: '6.12.8-amd64',
      'cache-hit': 'false',
      changed: 'false',
      healthy: 'true',
    });
  });

  it('lists each version of QEMU once', () => {
    const mixed = [
      verdict('arm64', 'emulated'),
      verdict('arm', 'emulated'),
      verdict('s390x', 'emulated', { qemuVersion: '7.2.22' }),
    ];
    expect(reportOf({ ...base, verdicts: verdicts(...mixed) }).outputs['qemu-version']).toBe('10.2.3,7.2.22');
  });

  it('calls nothing healthy that has a problem, or a platform that is not proven', () => {
    expect(reportOf(missing)).toMatchObject({
      exitCode: 1,
      healthy: false,
      problem: { id: 'SB011', message: problem.message },
    });
    const { problem: _, ...lenient } = missing;
    expect(reportOf(lenient)).toMatchObject({ exitCode: 0, healthy: false });
    expect(reportOf({ ...base, problem }).healthy).toBe(false);
    expect(reportOf({ ...base, waived: true })).toMatchObject({ exitCode: 0, healthy: false });
  });

  it.each<Status>(['outside-only', 'broken', 'absent'])('does not call %s proven', (status) => {
    const report = reportOf({
      ...base,
      verdicts: verdicts(verdict('arm64', status)),
      requested: [request('arm64')],
    });
    expect(report.platforms[0]).toMatchObject({ status, proven: false, reason: `it is ${status}` });
    expect(report.outputs.platforms).toBe('');
  });

  it('prefers the reason why it was not done, then the verdict’s, then the decision’s', () => {
    const reason = (change: Partial<Sketch>) =>
      reportPlatforms(resultOf({ ...missing, ...change }))[0]?.reason;
    expect(reason({ requested: [request('s390x', { failure: 'no handler' })] })).toBe('no handler');
    expect(reason({})).toBe('it is absent');
    expect(reason({ verdicts: new Map() })).toBe('its handler is proven');
  });

  it('leaves out what only `all` asked for and the host runs by itself', () => {
    const result = resultOf(base);
    const platforms = result.platforms.map((one) => ({ ...one, implied: true }));
    expect(reportPlatforms({ ...result, platforms })).toEqual([]);
  });

  it('carries what the run did, with the names of others made safe', () => {
    const report = reportOf({
      ...base,
      changed: true,
      registered: ['qemu-arm'],
      removed: ['a\n::error::b'],
      notes: ['old'],
      qemu: { origins: ['Debian'], cacheHit: true, downloadedBytes: 12 },
      facts: hostFacts({ container: 'docker' }),
    });
    expect(report).toMatchObject({
      changed: true,
      registered: ['qemu-arm'],
      removed: ['a : :error: :b'],
      notes: ['old'],
      qemu: { cacheHit: true },
      host: { container: 'docker' },
    });
    expect(report.outputs).toMatchObject({ registered: 'qemu-arm', changed: 'true', 'cache-hit': 'true' });
  });

  it('knows no architecture by name that the table does not hold', () => {
    const { architecture: _, ...facts } = hostFacts();
    const report = reportOf({ ...base, facts: { ...facts, architecture: undefined } });
    expect(report.host.architecture).toBe('unknown');
  });

  it('keeps the text of an entry from being obeyed', () => {
    const entry = entryFor('arm64', { name: 'x\n::y', interpreter: '/a\u001b[31m', flags: 'F' });
    const report = reportOf({ ...base, verdicts: verdicts(verdict('arm64', 'emulated', { entry })) });
    expect(report.platforms[0]).toMatchObject({ entry: 'x : :y', interpreter: '/a' });
  });

  it('names no interpreter for a handler that is no file', () => {
    const { interpreter: _, ...entry } = entryFor('arm64');
    const report = reportOf({ ...base, verdicts: verdicts(verdict('arm64', 'emulated', { entry })) });
    expect(report.platforms[0]).not.toHaveProperty('interpreter', expect.anything());
  });

  describe('levels of amd64', () => {
    const asked = (text: string, how: Verdict) =>
      reportOf({ ...base, verdicts: verdicts(how), requested: [request(text)] });
    it.each([
      ['amd64/v3', 3, true],
      ['amd64/v4', 3, false],
      ['amd64', 1, true],
      ['amd64/v2', 1, false],
      ['amd64', undefined, true],
      ['amd64/v2', undefined, false],
    ] as const)('%s on a CPU of level %s: %s', (text, level, proven) => {
      for (const status of ['native', 'emulated'] as const) {
        const { platforms, healthy } = asked(text, verdict('amd64', status, { level }));
        expect([platforms[0]?.proven, healthy]).toEqual([proven, proven]);
        if (!proven)
          expect(platforms[0]?.reason).toMatch(/x86-64-v\d is asked for, and v\d is what runs here/);
      }
    });
    it.each([
      ['native', 1, 'linux/amd64'],
      ['native', 2, 'linux/amd64,linux/amd64/v2'],
      ['native', 4, 'linux/amd64,linux/amd64/v2,linux/amd64/v3,linux/amd64/v4'],
      ['emulated', undefined, 'linux/amd64'],
      ['emulated', 1, 'linux/amd64'],
      ['emulated', 2, 'linux/amd64,linux/amd64/v2'],
      ['emulated', 3, 'linux/amd64,linux/amd64/v2'],
      ['emulated', 4, 'linux/amd64,linux/amd64/v2'],
    ] as const)('are listed as BuildKit does: %s, level %s', (status, level, platforms) => {
      expect(asked('amd64', verdict('amd64', status, { level })).outputs.platforms).toBe(platforms);
    });
    it('of arm are those of the CPU that was asked', () => {
      const armv6 = verdict('arm', 'native', { level: 6 });
      expect(asked('arm/v7', armv6).platforms[0]?.reason).toBe(
        'ARMv7 is asked for, and v6 is what runs here',
      );
      expect(asked('arm/v6', armv6).platforms[0]?.proven).toBe(true);
      expect(asked('arm/v8', verdict('arm', 'native', { level: 7 })).platforms[0]?.proven).toBe(true);
      expect(asked('arm/v7', verdict('arm', 'native')).platforms[0]?.proven).toBe(true);
    });
    it('of arm are those of the host alone, where it is one', () => {
      const own = { ...base, facts: hostFacts({ architecture: 'arm' }) };
      const armv6 = verdict('arm', 'native', { level: 6 });
      expect(reportOf({ ...own, verdicts: verdicts(armv6) }).outputs.platforms).toBe('linux/arm/v6');
    });
    it('are no matter where the architecture does not run at all', () => {
      expect(asked('amd64/v3', verdict('amd64', 'absent')).platforms[0]?.reason).toBe('it is absent');
    });
  });

  it('holds the matrix and its count, where there is one', () => {
    const matrix = planMatrix([platform('arm64')], parseRunners('').runners);
    const { outputs } = reportOf({ ...base, matrix });
    expect(outputs.count).toBe('1');
    expect(JSON.parse(outputs.matrix ?? '')).toMatchObject({ include: [{ platform: 'linux/arm64' }] });
    expect(reportOf(base).outputs).not.toHaveProperty('matrix', expect.anything());
  });
});

describe('isProven', () => {
  it('does not take what is unknown for proven', () => expect(isProven(undefined)).toBe(false));
});

describe('renderJson', () => {
  it('is the report', () => {
    const report = reportOf(base);
    expect(JSON.parse(renderJson(report))).toEqual(report);
    expect(renderJson(report).endsWith('}\n')).toBe(true);
    const speaking = { ...report, notes: ['##[error]\u202e\u001b[31m\u2028'] };
    const text = renderJson(speaking);
    expect(text).toContain('##\\u005berror]\\u202e\\u001b[31m\\u2028');
    expect(JSON.parse(text)).toEqual(speaking);
  });
});

describe('renderText', () => {
  const lines = (sketch: Sketch) => renderText(reportOf(sketch));
  it('has a line for each platform, and closes with the count', () => {
    expect(lines({ ...base, requested: [...base.requested, request('386')] })).toEqual([
      '✓ linux/arm64   emulated by QEMU 10.2.3, flags POCF, proven within 6 ms',
      '✓ linux/arm/v7  emulated by QEMU 10.2.3, flags POCF, proven within 6 ms',
      '✓ linux/386     native',
      '3 of 3 platforms run here; nothing had to be changed.',
    ]);
  });
  it('says what is missing, and why', () => {
    expect(lines(missing)).toEqual([
      '✗ linux/s390x  it is absent',
      '0 of 1 platforms run here; nothing was changed.',
    ]);
  });
  it('does not call needless what could not be done', () => {
    expect(lines({ ...base, waived: true }).at(-1)).toBe('2 of 2 platforms run here; nothing was changed.');
  });
  it('says what was changed', () => {
    const change = { changed: true, registered: ['qemu-arm', 'qemu-s390x'], removed: ['old'] };
    expect(lines({ ...base, ...change }).at(-1)).toBe(
      '2 of 2 platforms run here; registered qemu-arm, qemu-s390x; removed old.',
    );
    expect(lines({ ...base, changed: true, registered: ['qemu-arm'] }).at(-1)).toMatch(
      /registered qemu-arm\.$/,
    );
  });
  it('does not count platforms where entries are taken away', () => {
    const gone = { ...base, mode: 'remove', requested: [], changed: true, removed: ['a', 'b'] };
    expect(lines(gone)).toEqual(['removed a, b.']);
    expect(lines({ ...gone, changed: false, removed: [] })).toEqual(['nothing had to be changed.']);
  });
  it('says what became of a table that was to be mounted alone', () => {
    const mount = { ...base, mode: 'mount', requested: [] };
    expect(lines({ ...mount, changed: true })).toEqual(['binfmt_misc was mounted; nothing was registered.']);
    expect(lines(mount)).toEqual(['nothing had to be changed.']);
  });
  it('says when only what is kept was changed', () => {
    expect(lines({ ...base, changed: true }).at(-1)).toBe(
      '2 of 2 platforms run here; what the host does after a reboot was changed.',
    );
  });
  it('says what would be done', () => {
    const plan = {
      ...missing,
      mode: 'plan',
      requested: [...missing.requested, request('riscv64', { action: 'refuse' })],
    };
    const made = lines(plan);
    expect(made[0]).toBe('+ linux/s390x    would be set up: it is absent');
    expect(made[1]).toMatch(/^✗ linux\/riscv64/);
    expect(made.at(-1)).toBe('nothing was changed.');
  });
  it('does not call done what a plan would do again, and says where it would stop', () => {
    const stop = { id: 'SB008', message: 'Cannot register handlers: no.' };
    const planned = {
      changes: true,
      replaced: ['qemu-aarch64'],
      removed: [],
      rules: [],
      persisted: [],
      stop,
    };
    const requested = [request('arm64', { action: 'install', reason: 'every qemu-* entry is reset' })];
    const plan: Sketch = { ...base, mode: 'plan', requested, planned };
    expect(reportOf(plan).planned).toEqual(planned);
    expect(lines({ ...plan, planned: { ...planned, stop: undefined } })).toEqual([
      '+ linux/arm64  runs; would be set up again if it differs: every qemu-* entry is reset',
      'Setup would replace qemu-aarch64.',
      'nothing was changed.',
    ]);
    // Where it would stop, nothing is set up or replaced.
    expect(lines(plan)).toEqual([
      '+ linux/arm64  runs; would not be set up again: SB008 says why',
      'Setup would stop here: SB008 Cannot register handlers: no.',
      'nothing was changed.',
    ]);
    const summary = renderSummary(reportOf(plan));
    expect(summary).toContain('| runs; would not be set up again: SB008 says why |');
    expect(summary).toContain('- Setup would stop here: SB008');
    expect(reportOf({ ...base, mode: 'plan' })).not.toHaveProperty('planned', expect.anything());
  });
  it('draws the matrix of a plan', () => {
    const matrix = planMatrix([platform('s390x')], parseRunners('').runners);
    expect(lines({ ...missing, mode: 'plan', matrix }).join('\n')).toContain('ubuntu-');
    expect(lines({ ...missing, matrix }).join('\n')).not.toContain('ubuntu-');
  });
  it('tells what became of rules, and warns', () => {
    const rules = [
      { name: 'my-rule', interpreter: '/usr/bin/x', registered: true },
      { name: 'other', interpreter: '/usr/bin/y', registered: false },
    ];
    const warning = {
      id: 'SB040',
      severity: 'warning',
      title: 'old',
      evidence: 'QEMU is old',
      remedy: 'Take a newer one',
      link: 'docs/doctor.md#sb040',
      commands: [],
    } as const;
    const made = lines({ ...base, rules, findings: [warning, { ...warning, severity: 'info' }] });
    expect(made.slice(2)).toEqual([
      '✓ rule my-rule  registered for /usr/bin/x',
      '✗ rule other  not registered',
      'SB040 QEMU is old. Take a newer one.',
      '2 of 2 platforms run here; nothing had to be changed.',
    ]);
  });
  it('does without what is not known', () => {
    const { qemuVersion: _, entry: __, ...bare } = verdict('arm64', 'emulated');
    expect(lines({ ...base, verdicts: verdicts(bare), requested: [request('arm64')] })[0]).toBe(
      '✓ linux/arm64  emulated, flags unknown, proven within 6 ms',
    );
    expect(lines({ ...base, requested: [] })).toEqual(['nothing had to be changed.']);
  });
  it('paints by what a line says', () => {
    const paint = {
      good: (text: string) => `<g>${text}`,
      bad: (text: string) => `<b>${text}`,
      warn: (text: string) => `<w>${text}`,
      faint: (text: string) => `<f>${text}`,
    };
    const report = reportOf({ ...base, requested: [request('arm64'), request('s390x')], notes: ['note'] });
    expect(renderText(report, paint).map((line) => line.slice(0, 5))).toEqual([
      '<g>✓ ',
      '<b>✗ ',
      '<f>no',
      '1 of ',
    ]);
    expect(renderText(report, PLAIN)).toEqual(renderText(report));
  });
});

describe('renderSummary', () => {
  const summary = (sketch: Sketch) => renderSummary(reportOf(sketch));
  it('is a table that GitHub understands', () => {
    const text = summary({ ...base, qemu: { origins: ['Debian <12>'], cacheHit: true, downloadedBytes: 0 } });
    expect(text).toMatch(/^### setup-binfmt: 2 platforms run$/m);
    expect(text).toContain(
      '| Platform | How | QEMU | Flags | Proven | ms |\n| --- | --- | --- | --- | --- | --- |',
    );
    expect(text).toContain('| `linux/arm64` | emulated | 10.2.3 | POCF | ✅ | 5.3 |');
    expect(text).toContain('<sub>Linux `6.12.8-amd64` on amd64; QEMU from Debian `<12>`</sub>');
  });
  it('tells what failed, in one cell', () => {
    const text = summary({
      ...missing,
      requested: [request('s390x', { failure: 'a | b\n<img src=x> `c` [d](e)' })],
      notes: ['a *note*'],
    });
    expect(text).toMatch(/^### setup-binfmt: 0 of 1 platforms run$/m);
    expect(text).toContain('| ❌ a \\| b `<img` `src=x>` `` `c` `` `[d](e`) |  |');
    expect(text).toContain('- a `*note*`');
    expect(text).toContain('**SB011** Cannot prove `linux/s390x`: it is \\| broken. Run the doctor.');
  });
  it.each<[Status, string]>([
    ['outside-only', 'not proven'],
    ['broken', 'broken'],
    ['native', 'native'],
  ])('words %s as %s', (status, words) => {
    const text = summary({
      ...base,
      verdicts: verdicts(verdict('arm64', status)),
      requested: [request('arm64')],
    });
    expect(text).toContain(`| \`linux/arm64\` | ${words} |`);
  });
  it('draws the matrix of a plan', () => {
    const matrix = planMatrix([platform('s390x')], parseRunners('').runners);
    expect(summary({ ...missing, problem: undefined, mode: 'plan', matrix })).toContain('ubuntu-');
  });
});

const bpf = parseEntry('bpf\u001b[2J', 'enabled\nbpf prog\nflags: \n');

describe('reportEntries', () => {
  it('lists every entry, of whatever kind', () => {
    expect(reportEntries([printed(WASM), printed(JAR, 'disabled'), bpf])).toEqual([
      { name: 'wasm', enabled: true, kind: 'magic', interpreter: '/usr/bin/wasmtime', flags: 'OC' },
      { name: 'jar', enabled: false, kind: 'extension', interpreter: '/usr/bin/jexec', flags: '' },
      { name: expect.not.stringContaining('\u001b'), enabled: true, kind: 'bpf', flags: '' },
    ]);
  });
});

describe('nameEntries', () => {
  it('names them in one line, and says which are switched off', () => {
    const entries = reportEntries([printed(WASM), printed(JAR, 'disabled')]);
    expect(nameEntries(entries)).toEqual(['in the table, the newest first: wasm, jar (off)']);
  });

  it('says nothing of an empty table', () => {
    expect(nameEntries([])).toEqual([]);
  });
});

describe('failureOf', () => {
  const problem = new SetupProblem({ id: 'SB-INPUT', kind: 'input', what: 'x', cause: 'y', remedy: 'z' });

  it('is a report with a problem, and nothing that was not looked at', () => {
    expect(failureOf('plan', problem)).toEqual({
      schema: 2,
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
