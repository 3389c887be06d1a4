import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../src/doctor/checks/index.ts';
import { planMatrix } from '../../../src/platform/matrix.ts';
import { BUILT_IN_RUNNERS } from '../../../src/platform/runners.ts';
import { renderFailure, renderSummary } from '../../../src/report/markdown.ts';
import { emptyReport, type PlatformReport, type Report } from '../../../src/report/report.ts';
import { closingOf, headlineOfRun, previewLines, renderPreviewRow } from '../../../src/report/story.ts';
import { renderLog, renderText } from '../../../src/report/text.ts';

const row = (proven: boolean): PlatformReport => ({
  platform: 'linux/arm64',
  arch: 'arm64',
  status: proven ? 'emulated' : 'broken',
  proven,
  action: 'keep',
  reason: 'a reason',
  ms: 4,
});
const report = (mode: string, more: Partial<Report> = {}): Report => ({
  ...emptyReport(mode),
  host: { kernel: '6.8.0', architecture: 'amd64', privilege: 'root', table: 'ready' },
  ...more,
});
const problem = { id: 'SB080', message: 'Cannot pull it: 404. Check the name.' };
const rule = (registered: boolean) => ({ name: 'wasm', interpreter: '/usr/bin/wasmtime', registered });
const matrix = planMatrix([{ arch: 'amd64' }, { arch: 'arm64' }, { arch: 's390x' }], BUILT_IN_RUNNERS);
const NO_CHANGE = { changes: false, replaced: [], removed: [], rules: [], persisted: [] };
const preview = { ...NO_CHANGE, changes: true };

describe('the headline', () => {
  it.each<[string, Report]>([
    ['1 platform runs', report('setup', { platforms: [row(true)] })],
    ['2 platforms run', report('setup', { platforms: [row(true), row(true)] })],
    ['1 of 2 platforms runs', report('setup', { platforms: [row(true), row(false)], problem })],
    ['1 platform runs in a private table', report('setup', { scope: 'private', platforms: [row(true)] })],
    ["1 platform runs in the engine's table", report('setup', { scope: 'engine', platforms: [row(true)] })],
    ['1 rule registered', report('setup', { rules: [rule(true)] })],
    ['1 of 2 rules registered', report('setup', { rules: [rule(true), rule(false)], problem })],
    ['1 platform runs, 1 rule registered', report('setup', { platforms: [row(true)], rules: [rule(true)] })],
    ['nothing was asked for', report('setup')],
    ['failed', report('setup', { problem, healthy: false })],
    ['plan: 3 legs: 2 native, 1 emulated', report('plan', { matrix, planned: preview })],
    ['plan: 3 legs: 2 native, 1 emulated', report('plan', { matrix })],
    ['plan: setup would stop here', report('plan', { matrix, planned: { ...preview, stop: problem } })],
    ['plan: failed', report('plan', { problem })],
    ['plan', report('plan')],
    ['remove: removed qemu-arm', report('remove', { changed: true, removed: ['qemu-arm'] })],
    ['remove: nothing had to be changed', report('remove')],
    ['remove: not all as asked, removed a', report('remove', { problem, removed: ['a'] })],
    ['undo: put back b; removed a', report('undo', { removed: ['a'], registered: ['b'] })],
    ['undo: nothing was left to take back', report('undo')],
    ['mount', report('mount')],
    ['mount: failed', report('mount', { problem })],
  ])('%s', (words, told) => expect(headlineOfRun(told)).toBe(words));
});

describe('warnings after a run', () => {
  const warning = (id: string): Finding => ({
    id,
    severity: 'warning',
    title: `title of ${id}`,
    evidence: `seen by ${id}`,
    remedy: 'Mend it',
    commands: [],
    link: '',
  });
  const lines = (...ids: readonly string[]) => renderText(report('setup', { findings: ids.map(warning) }));
  const told = (id: string) => `${id} seen by ${id}. Mend it.`;

  it.each([
    [['SB048'], [told('SB048')]],
    [
      ['SB048', 'SB040'],
      [told('SB048'), told('SB040')],
    ],
    [
      ['SB048', 'SB040', 'SB043'],
      [told('SB048'), 'also (doctor and --json say more): SB040 title of SB040; SB043 title of SB043'],
    ],
  ])('of %j: the first whole, and of many the others by name', (ids, shown) => {
    expect(lines(...ids).slice(0, -1)).toEqual(shown);
  });

  it('of what was not done says what that is', () => {
    const refused = { ...warning('SB080'), title: 'cannot prove linux/arm64' };
    expect(renderText(report('setup', { findings: [refused] }))[0]).toBe(
      'SB080 cannot prove linux/arm64: seen by SB080. Mend it.',
    );
  });
});

describe('a plan', () => {
  it('says what a leg is before it counts them', () => {
    const lines = renderText(report('plan', { matrix }));
    const heading = lines.findIndex((line) => /each leg of it is a job for one platform/.test(line));
    expect(heading).toBeGreaterThan(-1);
    expect(lines.findIndex((line) => /\bleg/.test(line))).toBe(heading);
  });
});

describe('the last line', () => {
  it.each<[string, Report]>([
    ['nothing was left to take back.', report('undo')],
    ['what that run had changed was taken back.', report('undo', { changed: true })],
    [
      '1 of 1 platforms run here; registered b; renewed a.',
      report('setup', { platforms: [row(true)], changed: true, registered: ['a', 'b'], removed: ['a'] }),
    ],
    [
      '1 of 1 platforms run here; registered a.ours; replaced a; removed c.',
      report('setup', {
        platforms: [row(true)],
        changed: true,
        registered: ['a.ours'],
        removed: ['c', 'a'],
        replaced: ['a'],
      }),
    ],
  ])('%s', (words, told) => expect(closingOf(told)).toBe(words));
});

describe('the summary', () => {
  it('of a removal lists what went, what came, and what runs now', () => {
    const text = renderSummary(
      report('remove', {
        removed: ['qemu-arm'],
        registered: ['theirs'],
        outputs: { platforms: 'linux/amd64,linux/386' },
      }),
    );
    expect(text).toContain('- removed qemu-arm\n- put back theirs');
    expect(text).toContain('Runs here now: `linux/amd64`, `linux/386`');
    expect(text).not.toContain('| Platform');
  });
  it('of rules alone has no table', () => {
    const text = renderSummary(report('setup', { rules: [rule(true), rule(false)] }));
    expect(text).toContain(
      '- ✅ rule wasm is registered for `/usr/bin/wasmtime`\n- ❌ rule wasm is not registered',
    );
    expect(text).not.toContain('| Platform');
  });
  it('of a plan marks nothing that is as it should be', () => {
    const platforms = [
      { ...row(true), status: 'native' as const, action: 'native' as const },
      { ...row(true) },
      { ...row(false), status: 'absent' as const, action: 'install' as const },
    ];
    const text = renderSummary(report('plan', { matrix, platforms, planned: preview }));
    expect(text).toContain('| `linux/arm64` | runs natively |');
    expect(text).toContain('| `linux/arm64` | runs already, emulated |');
    expect(text).toContain('| `linux/arm64` | would be set up: a reason |');
    expect(text).not.toMatch(/❌|✅/);
    const refused = [{ ...row(false), action: 'refuse' as const }];
    expect(renderSummary(report('plan', { matrix, platforms: refused, planned: preview }))).toContain(
      '| `linux/arm64` | ❌ a reason |',
    );
  });
  it('of a plan says which legs are emulated, what would not, and links what that costs', () => {
    const legs = [
      { platforms: ['linux/arm64'], runner: 'ubuntu-24.04-arm' },
      { platforms: ['linux/riscv64', 'linux/s390x'], runner: ['self-hosted', 'z'] },
      { platforms: ['linux/arm/v7'] },
    ];
    const told = report('plan', { matrix, planned: preview, emulation: { legs, link: 'https://x/y#z' } });
    expect(renderSummary(told)).toContain(
      [
        '- `linux/arm64` is emulated: `ubuntu-24.04-arm` would run it natively.',
        '- `linux/riscv64`, `linux/s390x` are emulated: self-hosted `+` z would run them natively.',
        '- `linux/arm/v7` is emulated: no runner that is named, or that GitHub offers, runs it natively.',
        '- [What emulation costs](https://x/y#z)',
      ].join('\n'),
    );
    expect(renderText(told)).toContain('What emulation costs: https://x/y#z');
    expect(renderSummary(report('plan', { matrix, planned: preview }))).not.toContain('emulation costs');
  });
  it('of a plan that failed says why, and of nothing else', () => {
    const text = renderSummary(report('plan', { problem, healthy: false }));
    expect(text.split('\n\n').slice(0, 2)).toEqual([
      '### setup-binfmt plan: failed',
      '**SB080** Cannot pull it: 404. Check the name.',
    ]);
    expect(text).not.toContain('|');
  });
  it('has warnings before everything else', () => {
    const finding = { title: 't', evidence: 'seen', remedy: 'mend it', commands: [], link: 'x' };
    const findings = [{ ...finding, id: 'SB020', severity: 'warning' as const }];
    const text = renderSummary(report('setup', { platforms: [row(true)], findings }));
    expect(text).toMatch(/runs\n\n- ⚠️ SB020 seen\. mend it\.\n\n\| Platform/);
  });
  it('of a plan that would stop says of no platform that it would be set up', () => {
    const platforms = [
      { ...row(false), status: 'absent' as const, action: 'install' as const },
      { ...row(true), action: 'install' as const },
    ];
    const told = report('plan', { matrix, platforms, planned: { ...preview, stop: problem } });
    expect(renderSummary(told)).toContain('| `linux/arm64` | ❌ would not be set up: SB080 says why |');
    expect(renderText(told).slice(0, 2)).toEqual([
      '✗ linux/arm64  would not be set up: SB080 says why',
      '+ linux/arm64  runs; would not be set up again: SB080 says why',
    ]);
  });
  it('of a plan that would stop has the sum that its headline has not', () => {
    const planned = { ...preview, stop: problem };
    expect(renderSummary(report('plan', { matrix, planned }))).toContain(
      '\n\n3 legs: 2 native, 1 emulated\n\n',
    );
  });
  it('of a step that had no report is the problem', () =>
    expect(renderFailure(problem)).toBe(
      '### setup-binfmt failed\n\n**SB080** Cannot pull it: 404. Check the name.\n\n',
    ));
});

describe('the lines of a log', () => {
  const warning = {
    id: 'SB048',
    severity: 'warning' as const,
    title: 't',
    evidence: 'because of a reason',
    remedy: 'mend it',
    commands: [],
    link: 'x',
  };
  it('leave out the warnings, which are annotations', () => {
    const told = report('setup', { platforms: [row(true)], findings: [warning] });
    expect(renderText(told)).toContain('SB048 because of a reason. mend it.');
    expect(renderLog(told).join('\n')).not.toContain('SB048 because');
  });
  it('tell a reason once', () => {
    const platforms = [row(false)];
    const first = (more: Partial<Report>) => renderLog(report('setup', { platforms, ...more }))[0];
    expect(first({})).toBe('✗ linux/arm64  a reason');
    expect(first({ findings: [warning] })).toBe('✗ linux/arm64  not proven: SB048 says why');
    const ended = { id: 'SB089', message: 'Cannot prove linux/arm64: a reason.' };
    expect(first({ problem: ended })).toBe('✗ linux/arm64  not proven: SB089 says why');
  });
  it("are the doctor's where there are checks", () =>
    expect(renderLog(report('doctor', { checks: [] }))[0]).toMatch(/^Healthy/));
});

describe('previewLines', () => {
  it('says nothing where nothing is to be done', () => expect(previewLines(NO_CHANGE)).toEqual([]));

  it('has a sentence for each thing, and where something stops it for that alone', () => {
    const stop = { id: 'SB008', message: 'Cannot register handlers: no. Run it as root.' };
    const all = { replaced: ['a'], removed: ['b', 'c'], rules: ['jar'], persisted: ['d'] };
    const prepared = ['load-module', 'mount'] as const;
    expect(previewLines({ ...NO_CHANGE, ...all, prepared })).toEqual([
      'Setup would load the module binfmt_misc and mount binfmt_misc.',
      'Setup would replace a.',
      'Setup would remove b, c.',
      'Setup would register the rules jar.',
      'Setup would keep d over a reboot.',
    ]);
    expect(previewLines({ ...NO_CHANGE, ...all, prepared, stop })).toEqual([
      'Setup would stop here: SB008 Cannot register handlers: no. Run it as root.',
    ]);
  });
});

describe('renderPreviewRow', () => {
  it('tells what runs from what does not', () => {
    const [no, yes] = [
      { proven: false, reason: 'why' },
      { proven: true, reason: 'why' },
    ] as const;
    expect(renderPreviewRow(no, undefined)).toBe('would be set up: why');
    expect(renderPreviewRow(yes, undefined)).toMatch(/^runs; .* again if it differs: why$/);
    const stop = { id: 'SB008', message: 'no' };
    expect(renderPreviewRow(no, stop)).toBe('would not be set up: SB008 says why');
    expect(renderPreviewRow(yes, stop)).toBe('runs; would not be set up again: SB008 says why');
  });
});
