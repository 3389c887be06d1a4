import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  type CheckContext,
  type CheckResult,
  type Finding,
  findingsOf,
  runChecks,
} from '../../../src/doctor/checks/index.ts';
import type { PlaceFacts } from '../../../src/doctor/facts.ts';
import { answerTo, joinAnswers } from '../../../src/doctor/log/diagnose.ts';
import { logFacts } from '../../../src/doctor/log/facts.ts';
import type { Preview } from '../../../src/plan/preview.ts';
import { planMatrix } from '../../../src/platform/matrix.ts';
import { knownPlatforms } from '../../../src/platform/platforms.ts';
import { parseRunners } from '../../../src/platform/runners.ts';
import { ANNOTATION_LIMIT, annotationsOf } from '../../../src/report/github.ts';
import { type Paint, PLAIN } from '../../../src/report/lines.ts';
import { reportKnown } from '../../../src/report/listing.ts';
import { renderSummary } from '../../../src/report/markdown.ts';
import { makeReport, type Report, renderJson, reportPreview } from '../../../src/report/report.ts';
import { newResult } from '../../../src/report/result.ts';
import { headlineOf, renderLog, renderText, stateOf } from '../../../src/report/text.ts';
import { SetupProblem } from '../../../src/text/problem.ts';
import { contextOf, verdictOf } from '../../support/doctor.ts';
import { entryFor } from '../../support/entries.ts';
import { hostFacts } from '../../support/facts.ts';
import { readLog } from '../../support/logs.ts';
import { schemaProblems } from '../../support/report-schema.ts';
import { platformResults, request } from '../../support/results.ts';

/** Logs of one build or of several, and what is known of the host. */
function diagnosisOf(logs: readonly string[], context: CheckContext, results: readonly CheckResult[]) {
  const read = logs.map((text, index) => ({
    evidence: { name: `build ${index + 1}`, from: 'job' as const },
    log: readLog(text),
  }));
  const facts = logFacts(context, results);
  return joinAnswers(read.map((one) => answerTo(one, facts)));
}

function reportOf(
  context: CheckContext,
  log?: string | readonly string[],
  results: readonly CheckResult[] = runChecks(context),
): Report {
  const { facts, verdicts = new Map(), asked = [] } = context;
  return makeReport({
    ...newResult('doctor', facts),
    verdicts,
    platforms: platformResults(
      asked.map((arch) => request(arch, { reason: '' })),
      verdicts,
    ),
    checks: results,
    findings: findingsOf(results),
    diagnosis: diagnosisOf(log === undefined ? [] : [log].flat(), context, results),
  });
}

const LOG = '#9 [linux/arm64 2/2] RUN true\n#9 0.1 exec /bin/sh: exec format error\n';
const entries = [entryFor('arm64')];
const healthy = contextOf({
  facts: { table: { entries } },
  verdicts: [verdictOf('arm64', 'emulated', { result: 'works' })],
  asked: ['arm64'],
});
const old = contextOf({
  facts: { table: { entries } },
  verdicts: [verdictOf('arm64', 'emulated', { result: 'works', qemuVersion: '7.2.22', lacks: ['openat2'] })],
  asked: ['arm64'],
});
const sick = contextOf({
  facts: { table: { entries: [entryFor('arm64', { flags: 'OC' })] }, nodeVersion: 'v18.1.0' },
  verdicts: [
    verdictOf('arm64', 'outside-only', { result: 'no-interpreter', reason: 'it is lost in the chroot' }),
  ],
  asked: ['arm64'],
});

describe('the first line', () => {
  it.each([
    [healthy, 'Healthy: linux/arm64 runs here', true, 0],
    [{ ...healthy, asked: [] }, 'Healthy', true, 0],
    [{ ...healthy, asked: ['arm64', 'amd64'] }, 'Healthy: linux/arm64, linux/amd64 run here', true, 0],
    [old, 'Healthy, with 2 warnings: linux/arm64 runs here', true, 0],
    [
      contextOf({ verdicts: [verdictOf('arm64', 'absent')] }),
      'Nothing is set up yet: programs of no other architecture run here (1 warning)',
      true,
      0,
    ],
    [
      contextOf({ facts: { table: { state: 'not-mounted' } }, verdicts: [verdictOf('arm64', 'absent')] }),
      'Nothing is set up yet: programs of no other architecture run here (1 warning)',
      true,
      0,
    ],
    [
      contextOf({ facts: { table: { state: 'masked' } }, verdicts: [verdictOf('arm64', 'absent')] }),
      'Programs of no other architecture run here (1 warning)',
      true,
      0,
    ],
    [sick, 'Not healthy: 1 error, 1 warning', false, 1],
    [contextOf({ facts: { system: 'darwin' } }), 'Not healthy: 1 error', false, 1],
  ])('case %#', (context, line, isHealthy, exitCode) => {
    const report = reportOf(context);
    expect(headlineOf(report)).toBe(line);
    expect(renderText(report)[0]).toBe(line);
    const [first = ''] = renderSummary(report).split('\n');
    expect(first.replaceAll('`', '')).toBe(`### setup-binfmt doctor: ${line}`);
    expect(report).toMatchObject({ healthy: isHealthy, exitCode });
    expect(report.outputs.healthy).toBe(String(isHealthy));
  });
});

describe('a table that cannot be seen', () => {
  it('says nothing of programs that run all the same', () => {
    const hidden = contextOf({
      facts: { table: { state: 'masked' } },
      verdicts: [verdictOf('arm64', 'outside-only', { result: 'works' })],
    });
    const rows = platformResults([request('arm64', { reason: '' })], hidden.verdicts ?? new Map());
    const { findings, diagnosis } = reportOf(hidden);
    const { platforms } = makeReport({ ...newResult('doctor', hidden.facts), platforms: rows });
    expect(headlineOf({ findings, platforms, diagnosis })).toBe('Healthy, with 1 warning');
  });
});

describe('the first line, where there is a log', () => {
  const bare = contextOf({ verdicts: [verdictOf('arm64', 'absent')] });
  const failure = 'This failure comes from emulation (linux/arm64): exec format error.';

  it.each([
    ['nothing else is wrong', bare, 'On this host the checks found 1 warning (SB011 not set up).'],
    [
      'there are errors and warnings',
      sick,
      'On this host the checks found 1 error (SB020 entry without the F flag) and 1 warning (SB062 Node.js is too old).',
    ],
  ])('answers to it, and says below what the host is: %s', (_what, context, state) => {
    const report = reportOf(context, LOG);
    expect(headlineOf(report)).toBe(failure);
    expect(renderText(report)[0]).toBe(failure);
    expect(renderText(report)).toContain(state);
    const summary = renderSummary(report);
    const [first = ''] = summary.split('\n');
    expect(first.replaceAll('`', '')).toBe(`### setup-binfmt doctor: ${failure}`);
    expect(summary.replaceAll('`', '')).toContain(`\n${state}\n`);
    expect(report).toMatchObject({ healthy: false, exitCode: 1, outputs: { healthy: 'false' } });
  });

  it('never calls a host healthy above a failure', () => {
    for (const log of ['tar: x: Cannot open: Function not implemented\n', 'npm ERR! code E404\n', LOG]) {
      const report = reportOf(healthy, log);
      expect(`${renderText(report).join('\n')}${renderSummary(report)}`).not.toMatch(/Healthy/);
      expect(renderText(report)).toContain('On this host the checks found nothing wrong.');
    }
  });

  it('is unhealthy only where emulation is proven to be at fault', () => {
    for (const log of ['tar: x: Cannot open: Function not implemented\n', 'npm ERR! code E404\n'])
      expect(reportOf(healthy, log)).toMatchObject({ healthy: true, exitCode: 0 });
  });
});

describe('a log that was named and is not read', () => {
  const unread = { unreadableLogs: [{ name: 'TYPO', reason: 'ENOENT' }] };
  const lost = { ...healthy, doctor: contextOf({ doctor: unread }).doctor };
  const TOLD = '  TYPO: there is no such file (ENOENT), and the build may never have started.';

  it('is said first, and makes nothing healthy', () => {
    const report = reportOf(lost);
    expect(headlineOf(report)).toBe(
      'A log that was named was not read: what failed is not known. On this host the checks found nothing wrong.',
    );
    expect(renderText(report).slice(2, 4)).toEqual([
      'SB066 a log that was named cannot be read (error)',
      TOLD,
    ]);
    expect(report).toMatchObject({ healthy: false, exitCode: 1 });
  });

  it('is no fault of the host, whose own are counted', () => {
    expect(headlineOf(reportOf({ ...sick, doctor: lost.doctor }))).toMatch(
      / the checks found 1 error, 1 warning\.$/,
    );
  });

  it('is told beside the answer to others, also of other machines', () => {
    const report = reportOf(lost, LOG);
    expect(renderText(report)).toContain(TOLD);
    expect(renderText(report)).toContain('On this host the checks found nothing wrong.');
    const logs = report.diagnosis?.logs.map((one) => ({ ...one, here: false })) ?? [];
    const elsewhere = { ...report, diagnosis: report.diagnosis && { ...report.diagnosis, logs } };
    expect(renderText(elsewhere)).toContain(TOLD);
  });
});

describe('the sentence that counts', () => {
  it('names three of a kind, and says that there are more', () => {
    const finding = (id: string): Finding => ({
      id,
      severity: 'error',
      title: `t${id}`,
      evidence: '',
      remedy: '',
      commands: [],
      link: '',
    });
    const report = { ...reportOf(healthy, LOG), findings: ['A', 'B', 'C', 'D'].map(finding) };
    expect(stateOf(report)).toBe('On this host the checks found 4 errors (A tA; B tB; C tC; and 1 more).');
  });

  it('says that a platform which the log had no handler for runs here now', () => {
    const report = reportOf(healthy, LOG);
    const { diagnosis } = report;
    const lead = diagnosis?.diagnoses[0];
    if (diagnosis === undefined || lead === undefined) throw new Error('no answer');
    const told = (finding: string, ...proven: readonly string[]) => {
      const diagnoses = [{ ...lead, causes: [{ ...lead.causes[0], finding }] as const }];
      const platforms = proven.flatMap((platform) =>
        report.platforms.map((row) => ({ ...row, platform, proven: true })),
      );
      return stateOf({ ...report, diagnosis: { ...diagnosis, diagnoses }, platforms });
    };
    expect(told('SB011', 'linux/arm64', 'linux/s390x')).toContain('linux/arm64, linux/s390x run here now: ');
    expect(told('SB011', 'linux/arm64')).toContain('linux/arm64 runs here now: ');
    expect(told('SB020', 'linux/arm64')).not.toContain('here now');
    expect(told('SB011')).not.toContain('here now');
  });
});

describe('the text', () => {
  it('tells what matters before the rule, and the rest after it', () => {
    const lines = renderText(reportOf(sick));
    const rule = lines.findIndex((line) => /^─+$/.test(line));
    const above = lines.slice(0, rule).join('\n');
    expect(above).toBe(`Not healthy: 1 error, 1 warning

SB020 entry without the F flag (error)
  qemu-aarch64 (flags "OC"): containers do not see the emulator.
  Register again with the F flag.
    node dist/cli.js setup linux/arm64
  docs/doctor.md#sb020

SB062 Node.js is too old (warning)
  this is Node.js v18.1.0.
  Use Node.js 20 or newer; on a runner, upgrade the runner.
    node --version
  docs/doctor.md#sb062
`);
    const below = lines.slice(rule + 1);
    expect(below[0]).toBe('✗ linux/arm64  it is lost in the chroot');
    expect(below[1]).toBe('in the table, the newest first: qemu-aarch64');
    expect(below).toContain('SB050 Docker is not here: there is no program named docker.');
    expect(below.filter((line) => /skipped|SB042/.test(line))).toEqual([
      expect.stringMatching(
        /^\d+ checks found nothing, \d+ found something, \d+ were skipped \(the JSON report says why\)$/,
      ),
    ]);
    expect(below.at(-1)).toContain('were skipped');
  });

  it('is painted where a person looks', () => {
    const paint: Paint = {
      good: (text) => `+${text}`,
      bad: (text) => `-${text}`,
      warn: String,
      faint: String,
    };
    expect(renderText(reportOf(healthy), paint)[0]).toMatch(/^\+Healthy/);
    const lines = renderText(reportOf(sick), paint);
    expect(lines[0]).toMatch(/^-Not healthy/);
    expect(lines).toContain('-SB020 entry without the F flag (error)');
    expect(lines).toContain('SB062 Node.js is too old (warning)');
  });
});

describe('the log', () => {
  const TAR = 'tar: x: Cannot open: Function not implemented\n';

  it('comes before the checks, its cause with the next thing to do', () => {
    const lines = renderText(reportOf(sick, LOG));
    expect(lines).toContain('exec format error');
    expect(lines).toContain('  line 2: exec /bin/sh: exec format error');
    expect(lines.find((line) => line.startsWith('  Cause (SB020): '))).toBeDefined();
    const rule = lines.findIndex((line) => /^─+$/.test(line));
    expect(lines.indexOf('exec format error')).toBeLessThan(rule);
    expect(lines.indexOf('SB062 Node.js is too old (warning): this is Node.js v18.1.0.')).toBeGreaterThan(
      rule,
    );
  });

  it('with causes that nothing proves says so, each with its remedy', () => {
    const text = renderText(reportOf(healthy, TAR)).join('\n');
    expect(text).toContain('  Possible: ');
    expect(text).toContain('  Update the engine; ');
    expect(renderSummary(reportOf(healthy, TAR))).toContain('Possible: ');
  });

  it('does not say twice what the host’s own finding says', () => {
    const bare = contextOf({ verdicts: [verdictOf('arm64', 'absent')], asked: ['arm64'] });
    for (const text of [renderText(reportOf(bare, LOG)).join('\n'), renderSummary(reportOf(bare, LOG))]) {
      expect(text.replaceAll('`', '')).toMatch(
        /Cause \(\[?SB011.*: No handler for linux\/arm64 is registered/,
      );
      // The sentence that counts names it, and no more.
      expect(text.match(/not set up/g)).toHaveLength(1);
    }
    expect(reportOf(bare, LOG).findings.map(({ id }) => id)).toContain('SB011');
  });

  it('of something unknown shows where to look', () => {
    const report = reportOf(healthy, 'linux/arm/v7\nthe frobnicator failed\n');
    const lines = renderText(report);
    expect(lines[0]).toMatch(/not known: linux\/arm\/v7 plays a part here/);
    expect(lines[1]).toMatch(/^Look at the last errors of the log/);
    expect(lines).toContain('  line 2: the frobnicator failed');
    expect(renderSummary(report)).toContain('- log line 2: the frobnicator failed');
    expect(annotationsOf(report)).toEqual([]);
  });

  it('of several is told one after the other, each with its step, its cause and its remedy', () => {
    const step = '#7 [linux/amd64 4/6] RUN npm ci\n#7 1.0 npm ERR! code E404\n#7 ERROR: exit code: 1\n';
    const report = reportOf(healthy, [LOG, step]);
    const [text, summary] = [renderText(report).join('\n'), renderSummary(report)];
    const second = 'This failure does not come from emulation: a package or version cannot be had.';
    expect(text).toContain(`build 2: ${second}\n  The step that failed: RUN npm ci\n`);
    expect(summary).toContain(`#### build 2\n\n${second}\n\nThe step that failed: RUN npm ci\n`);
    for (const told of [text, summary]) {
      expect(told).toMatch(/^(?:### setup-binfmt doctor: )?1 of 2 failures comes from emulation/);
      expect(told).toContain('clean the package manager’s cache');
    }
    expect(summary).toContain('A handler is the entry');
    expect(renderSummary(reportOf(healthy, step))).not.toContain('A handler is the entry');
    expect(annotationsOf(report).map(({ title }) => title)).toEqual([
      'build 1: exec format error',
      'build 2: a package or version cannot be had',
    ]);
  });

  it('of another machine is not explained by this one', () => {
    const { diagnosis, ...report } = reportOf(sick, LOG);
    if (diagnosis === undefined) throw new Error('no diagnosis');
    const logs = diagnosis.logs.map((one) => ({ ...one, here: false }));
    const elsewhere = { ...report, diagnosis: { ...diagnosis, logs } };
    const [above = ''] = renderSummary(elsewhere).split('<details>');
    expect(above).toContain('What failed ran on other machines');
    expect(above).not.toMatch(/\*\*\[SB\d/);
    expect(renderText(elsewhere).join('\n')).not.toMatch(/^SB\d{3} .*\(error\)$/m);
  });

  it('of many that say the same is told once, and of many that do not the first ten whole', () => {
    const exec = (platform: string) => `#7 [${platform} 2/6] RUN x\n#7 0.1 exec /bin/sh: exec format error\n`;
    const logs = [
      ...Array.from({ length: 30 }, () => exec('linux/arm64')),
      ...Array.from({ length: 30 }, (_, at) => `error: no such thing as ${at}\n`),
      ...['error: no such thing as 1\n', exec('linux/s390x'), 'error: no such thing as 29\n'],
    ];
    const report = reportOf(contextOf(), logs);
    for (const text of [renderText(report).join('\n'), renderSummary(report)]) {
      const plain = text.replaceAll('\\', '');
      expect(plain.match(/line 2: exec .?\/bin\/sh.?: exec format error/g)).toHaveLength(2);
      expect(plain.match(/line 1: error: no such thing/g)).toHaveLength(8);
      expect(plain).toMatch(/29 further logs say the same: .?build 2, build 3, .*build 30\./);
      expect(plain).toMatch(/1 further log says the same: .?build 61\./);
      expect(plain).toMatch(
        /23 further logs say something else again.*build 39, build 40, .*build 60, build 63\./,
      );
    }
    expect(report.diagnosis?.logs).toHaveLength(63);
  });

  it('with several kinds shows of all but the first the likeliest cause alone', () => {
    const log = `${LOG}#9 0.2 tar: x: Cannot open: Function not implemented\n`;
    for (const text of [
      renderText(reportOf(healthy, log)).join('\n'),
      renderSummary(reportOf(healthy, log)),
    ]) {
      expect(text).toMatch(/bsdtar[\s\S]*exec format error/);
      expect(text).not.toMatch(/of yet another architecture/);
    }
  });

  it('shows commands as what they are', () => {
    const { diagnosis, ...report } = reportOf(sick, LOG);
    const [first] = diagnosis?.diagnoses ?? [];
    if (diagnosis === undefined || first === undefined) throw new Error('no diagnosis');
    const causes = [{ ...first.causes[0], commands: ['- run: true'] }] as const;
    const diagnoses = [{ ...first, causes }];
    const changed = { ...diagnosis, logs: diagnosis.logs.map((one) => ({ ...one, diagnoses })) };
    expect(renderSummary({ ...report, diagnosis: changed })).toContain('```yaml\n- run: true\n```');
  });
});

describe('the summary', () => {
  it('folds everything but what matters', () => {
    const text = renderSummary(reportOf(sick, LOG));
    const [above = '', below = ''] = text.split('<details>');
    expect(above).toContain(
      'Cause ([SB020](docs/doctor.md#sb020)): The entry for `linux/arm64` lacks the flag F',
    );
    expect(above).toContain('```sh\nnode dist/cli.js setup linux/arm64 --on-conflict replace\n```');
    expect(above).toContain('**[exec format error](docs/troubleshooting.md#exec-format-error)**');
    expect(above).not.toContain('SB050');
    expect(below).toContain('- [SB050](docs/doctor.md#sb050) Docker is not here');
    expect(below).toContain('- [SB062](docs/doctor.md#sb062) `Node.js` is too old (warning)');
    const host = renderSummary(reportOf(sick)).split('<details>')[0];
    expect(host).toContain('**[SB062](docs/doctor.md#sb062) `Node.js` is too old** (warning)');
    expect(below).toContain('- linux/arm64: it is lost in the chroot');
    expect(below).toContain('</details>');
  });

  it('says of each platform whether it is proven', () => {
    expect(renderSummary(reportOf(healthy))).toContain('- linux/arm64: proven');
  });

  it('lets no foreign text become markup', () => {
    const nasty = entryFor('arm64', { name: '<img src=x>`|', flags: 'OC' });
    const context = { ...sick, facts: { ...sick.facts, table: { ...sick.facts.table, entries: [nasty] } } };
    expect(renderSummary(reportOf(context))).toContain('`<img` `` src=x>` ``\\|');
  });
});

describe('the annotations', () => {
  it('are the errors and warnings, the log’s cause first', () => {
    expect(annotationsOf(reportOf(sick, LOG)).map(({ level, title }) => [level, title])).toEqual([
      ['error', 'exec format error'],
    ]);
    expect(annotationsOf(reportOf(sick)).map(({ level, title }) => [level, title])).toEqual([
      ['error', 'SB020 entry without the F flag'],
      ['warning', 'SB062 Node.js is too old'],
    ]);
    expect(annotationsOf(reportOf(sick, 'npm ERR! code E404\n'))).toMatchObject([
      { level: 'warning', title: 'a package or version cannot be had' },
      { level: 'error', title: 'SB020 entry without the F flag' },
    ]);
  });

  it('are ten at most', () => {
    const report = reportOf(sick);
    const many = Array.from({ length: 20 }, () => report.findings).flat();
    expect(annotationsOf({ ...report, findings: many })).toHaveLength(ANNOTATION_LIMIT);
  });

  it('of a setup are its warnings: an error has ended it, and is told of there', () => {
    const report = { ...reportOf(sick), mode: 'setup' };
    expect(annotationsOf(report).map(({ title }) => title)).toEqual(['SB062 Node.js is too old']);
  });
});

const proxy: PlaceFacts = {
  ...{ kind: 'proxy', name: 'http://proxy:3128', from: 'HTTPS_PROXY' },
  ...{ answer: 'connects', reached: true, ms: 3 },
};

describe('what was asked of the network', () => {
  const lost: PlaceFacts = { kind: 'registry', name: 'r|io', answer: 'ENOTFOUND', reached: false, ms: 12 };
  const report = makeReport({ ...newResult('doctor', healthy.facts), checks: [], network: [proxy, lost] });

  it('is a table in columns', () => {
    const lines = renderText(report, PLAIN);
    const at = lines.findIndex((line) => line.startsWith('asked'));
    expect(lines.slice(at, at + 4)).toEqual([
      'asked      where               named by      answer      ms',
      'proxy      http://proxy:3128   HTTPS_PROXY   connects    3',
      'registry   r|io                the image     ENOTFOUND   12',
      '',
    ]);
  });

  it('is a table of Markdown, in which foreign text ends no cell', () => {
    expect(renderSummary(report)).toContain(
      [
        '| asked | where | named by | answer | ms |',
        '| --- | --- | --- | --- | --- |',
        '| proxy | `http://proxy:3128` | `HTTPS_PROXY` | connects | 3 |',
        '| registry | `r`\\|`io` | the image | ENOTFOUND | 12 |',
      ].join('\n'),
    );
  });
});

describe('the document', () => {
  it('lists every check with its state, and why one was skipped or failed', () => {
    const failed: CheckResult = { id: 'SB999', title: 'x', state: 'failed', reason: 'oops' };
    const report = reportOf(healthy, undefined, [...runChecks(healthy), failed]);
    expect(report.checks?.at(-1)).toEqual({ id: 'SB999', title: 'x', state: 'failed', reason: 'oops' });
    expect(report.checks?.[0]).toEqual({ id: 'SB001', title: 'not Linux', state: 'clean' });
    expect(renderText(report, PLAIN)).toContain('SB999 oops');
    expect(renderSummary(report)).toContain('- SB999 x: failed: oops');
    expect(renderSummary(report)).not.toContain('skipped:');
  });

  it('stays as it is', async () => {
    await expect(renderJson(reportOf(sick, LOG))).toMatchFileSnapshot('../../fixtures/reports/doctor.json');
  });

  it('has no field that docs/report.md does not describe', () => {
    const page = readFileSync(new URL('../../../docs/report.md', import.meta.url), 'utf8');
    const described = new Set([...page.matchAll(/^\| `([^`]+)`/gm)].map(([, path]) => path));
    const verdicts = new Map([['arm64', verdictOf('arm64', 'emulated', { entry: entryFor('arm64') })]]);
    const whole = makeReport({
      ...newResult('setup', hostFacts({ container: 'docker' })),
      scope: 'host',
      platforms: platformResults([request('arm64')], verdicts),
      rules: [{ name: 'x', interpreter: '/x', registered: true }],
      planned: {
        ...{ changes: true, replaced: [], removed: [], rules: [], persisted: [], prepared: ['mount'] },
        stop: { id: 'SB008', message: 'no' },
      },
      emulation: { link: 'x', legs: [{ platforms: ['linux/arm64'], runner: 'ubuntu-24.04-arm' }] },
      qemu: { origins: [], cacheHit: false, downloadedBytes: 0 },
      matrix: planMatrix([{ arch: 'arm', variant: 'v7' }], parseRunners('').runners),
      problem: new SetupProblem({ id: 'SB011', kind: 'unproven', what: 'x', cause: 'y', remedy: 'z' }),
      network: [{ ...proxy, remedy: 'z' }],
      replaced: ['old'],
      runs: [{ id: 'x', begun: 1, did: 'registered qemu-arm' }],
    });
    const bare = contextOf({ verdicts: [verdictOf('arm64', 'absent')] });
    const doctors = [reportOf(sick, LOG), reportOf(bare, LOG), reportOf(sick, 'it failed\n')];
    const reports = [...doctors, whole, reportKnown(knownPlatforms())];
    for (const report of reports) expect(schemaProblems(JSON.parse(renderJson(report)))).toEqual([]);
    const fields = new Set(reports.flatMap((report) => fieldsOf(report)));
    expect([...fields].filter((path) => !described.has(path))).toEqual([]);
    expect([...described].filter((path) => path !== undefined && !fields.has(path))).toEqual([]);
  });
});

/** The paths of all fields of a document, outputs left out: their names are the action's. */
function fieldsOf(value: unknown, path = ''): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((item) => fieldsOf(item, `${path}[]`));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, field]) => {
    const name = path === '' ? key : `${path}.${key}`;
    return [name, ...(name === 'outputs' ? [] : fieldsOf(field, name))];
  });
}

const NOTHING: Preview = { changes: false, replaced: [], removed: [], rules: [], persisted: [] };

describe('reportPreview', () => {
  it('makes the names of others safe', () => {
    const hostile = { ...NOTHING, replaced: ['a\n::error::b'], removed: ['c\u001b[2Jd'] };
    const { replaced, removed } = reportPreview(hostile);
    expect(replaced).toEqual(['a : :error: :b']);
    expect(removed).toEqual(['c d']);
  });
});

describe('why a platform does not run', () => {
  const { checks: _none, ...run } = reportOf(sick);
  const reason = 'image: the registry answered 503';
  const [row] = run.platforms;
  const report: Report = { ...run, mode: 'setup', platforms: row === undefined ? [] : [{ ...row, reason }] };
  const [finding] = run.findings;
  if (finding === undefined) throw new Error('no finding');
  const warning = (evidence: string) => ({
    ...finding,
    ...{ id: 'SB080', severity: 'warning' as const, evidence },
  });
  const shown = (more: Partial<Report>) => renderText({ ...report, findings: [], ...more })[0];

  it('is said in its row where nothing else says it', () => {
    expect(shown({ findings: [warning('other')] })).toBe(`✗ linux/arm64  ${reason}`);
  });

  it.each<[string, Partial<Report>]>([
    ['the error that ends the run', { problem: { id: 'SB080', message: `Cannot prove it: ${reason}.` } }],
    ['a warning', { findings: [warning(`linux/arm64: ${reason}`)] }],
  ])('is said once, by %s', (_what, more) => {
    expect(shown(more)).toBe('✗ linux/arm64  not proven: SB080 says why');
  });

  it('is left to annotations in a log that has them', () => {
    const warned = { ...report, findings: [warning(reason)] };
    expect(renderText(warned).filter((line) => line.includes(reason))).toHaveLength(1);
    expect(renderLog(warned).filter((line) => line.includes(reason))).toEqual([]);
    expect(renderLog(reportOf(sick))).toEqual(renderText(reportOf(sick)));
  });
});
