import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CHECKS } from '../../../src/doctor/checks/index.ts';
import { allKinds } from '../../../src/doctor/kinds/index.ts';
import { OPTIONS } from '../../../src/inputs/options.ts';
import { TROUBLE_REMEDIES } from '../../../src/qemu/handler.ts';
import { emptyReport, failureOf, type HostlessReport } from '../../../src/report/report.ts';
import { reword, terminalWords, WORKFLOW_WORDS } from '../../../src/report/wording.ts';
import { SetupProblem } from '../../../src/text/problem.ts';

const INPUTS = OPTIONS.flatMap(({ name, fallback }) => (fallback === undefined ? [] : name));
const { sentence, cause, command } = terminalWords('setup-binfmt');

/** What nobody can type on a terminal: the word input, a step, and a line of YAML for an input. */
const OF_WORKFLOWS = new RegExp(`the inputs?\\b|this step|(?<!-)\\b(?:${INPUTS.join('|')}): (?=\\S)`);

describe('the words of a terminal', () => {
  it.each([
    ['Name another source in the input qemu-from.', 'Name another source in --qemu-from.'],
    ['Leave out the input cache-image, or not', 'Leave out --cache-image, or not'],
    ['To keep it, set persist: true', 'To keep it, give --persist'],
    ['Set credentials: false and on-conflict: replace.', 'Give --no-credentials and --on-conflict replace.'],
    ['Mount it, or set autoload: true.', 'Mount it, or leave out --no-autoload.'],
    ['or set strict: false, to go on', 'or give --no-strict, to go on'],
    ['Write image: a.io/b:1@sha256:00 to keep it.', 'Give --image a.io/b:1@sha256:00 to keep it.'],
    ['Set on-conflict: repair or replace, or', 'Give --on-conflict repair or replace, or'],
    ['Run this step as root', 'Run this command as root'],
    ['Cannot use the inputs: x', 'Cannot use the arguments: x'],
    ['See it (node dist/cli.js list).', 'See it (setup-binfmt list).'],
    ['docs/platforms.md lists all names', 'setup-binfmt platforms lists all names'],
    ['image: the registry said no', 'image: the registry said no'],
    ['the input that is none', 'the input that is none'],
    ['a setting of its own', 'a setting of its own'],
  ])('%s', (text, said) => expect(sentence(text)).toBe(said));

  it('leave the steps of a build what they are', () => {
    expect(cause('Register before this step, and set persist: true')).toBe(
      'Register before this step, and give --persist',
    );
  });

  const texts: readonly (readonly [string, string])[] = [
    ...CHECKS.map(({ id, remedy }) => [id, sentence(remedy)] as const),
    ...Object.entries(TROUBLE_REMEDIES).map(([kind, remedy]) => [kind, sentence(remedy)] as const),
    ...CHECKS.map(({ id, commands = [] }) => [id, commands.map(command).join('\n')] as const),
  ];
  it.each(texts)('are those of the remedy of %s', (_, text) => {
    expect(text).not.toMatch(OF_WORKFLOWS);
    expect(text).not.toContain('dist/cli.js');
  });

  it('are those of all causes of failures', () => {
    const causes = allKinds().flatMap((kind) => kind.causes);
    const said = causes.map(({ text, remedy }) => `${cause(text)}\n${cause(remedy)}`);
    expect(said.length).toBeGreaterThan(100);
    expect(said.filter((text) => /the inputs?\b|dist\/cli\.js/.test(text))).toEqual([]);
  });
});

describe('inputs', () => {
  const source = new URL('../../../src/', import.meta.url);
  // What a name of several words is can be seen; `log` and `image` are words of everyday.
  const named = INPUTS.filter((name) => name.includes('-'));
  // Where the names themselves are: options, and keys of daemon.json.
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.ts') && !/^(?:inputs|host\/network)\//.test(name),
  );

  it('are named in texts in the two ways that each place has its own words for', () => {
    const NAME = new RegExp(`\\b(?:${named.join('|')})\\b`, 'g');
    const SAID = new RegExp(
      `(?:the input |(?:[Ss]et|[Ww]rite|and) (?=[\\w-]+: )|--|^['"])(?:${named.join('|')})\\b`,
      'g',
    );
    const odd = files.flatMap((name) => {
      const lines = readFileSync(new URL(name, source), 'utf8').split('\n');
      const texts = lines.filter((line) => !/^\s*(?:\/\/|\/?\*)/.test(line));
      return texts.flatMap((line) =>
        (line.match(/'[^']*'|"[^"]*"|`[^`]*`/g) ?? [])
          .filter((text) => (text.match(NAME)?.length ?? 0) > (text.match(SAID)?.length ?? 0))
          .map((text) => `${name}: ${text}`),
      );
    });
    expect(files.length).toBeGreaterThan(100);
    expect(odd).toEqual([]);
  });

  it('are named before the words are chosen: what shows a report composes no such text', () => {
    const shown = files.filter((name) => /^report\/(?!problems|wording)/.test(name));
    const naming = shown.filter((name) => /the inputs? /.test(readFileSync(new URL(name, source), 'utf8')));
    expect([shown.length > 5, naming]).toEqual([true, []]);
  });
});

describe('a report', () => {
  const text = 'Set persist: true (node dist/cli.js list)';
  const told = 'Give --persist (sb list)';
  const finding = { id: 'SB001', severity: 'error', title: 'x', link: 'l' } as const;
  const ranked = {
    text: 'c',
    supported: true,
    elsewhere: false,
    remedy: text,
    commands: ['node dist/cli.js'],
  };
  const answer = {
    ...({ verdict: 'emulation', headline: 'h', next: text, lookAt: [{ line: 1, text }] } as const),
    diagnoses: [
      {
        ...({
          id: 'a',
          title: 't',
          standing: 'emulation',
          count: 1,
          alsoSeen: [],
          link: 'l',
          sources: [],
        } as const),
        evidence: [{ line: 1, text }],
        causes: [ranked] as const,
      },
    ],
  };
  const row = {
    platform: 'linux/arm',
    arch: 'arm',
    status: 'absent',
    proven: false,
    action: 'install',
    ms: 0,
  } as const;
  const report: HostlessReport = {
    ...emptyReport('doctor'),
    findings: [{ ...finding, evidence: text, remedy: text, commands: ['node dist/cli.js setup', 'df -h'] }],
    platforms: [{ ...row, reason: text }],
    planned: {
      ...{ changes: true, replaced: [], removed: [], rules: [], persisted: [] },
      stop: { id: 'SB008', message: text },
    },
    checks: [
      { id: 'SB001', title: 'x', state: 'skipped', reason: text },
      { id: 'SB002', title: 'x', state: 'clean' },
    ],
    network: [
      { kind: 'proxy', name: text, answer: text, reached: false, ms: 1, remedy: text },
      { kind: 'mirror', name: 'm', answer: '200', reached: true, ms: 1 },
    ],
    diagnosis: { ...answer, logs: [{ ...answer, name: text, from: 'file' }] },
    notes: [text],
    problem: { id: 'SB001', message: text },
  };

  it('has all that we say in the words of its place, and what was seen as it was seen', () => {
    const said = reword(report, terminalWords('sb'));
    const answered = {
      ...answer,
      next: told,
      diagnoses: [{ ...answer.diagnoses[0], causes: [{ ...ranked, remedy: told, commands: ['sb'] }] }],
    };
    expect(said).toEqual({
      ...report,
      findings: [{ ...finding, evidence: told, remedy: told, commands: ['sb setup', 'df -h'] }],
      platforms: [{ ...row, reason: told }],
      planned: { ...report.planned, stop: { id: 'SB008', message: told } },
      checks: [{ id: 'SB001', title: 'x', state: 'skipped', reason: told }, report.checks?.[1]],
      network: [{ ...report.network?.[0], remedy: told }, report.network?.[1]],
      diagnosis: { ...answered, logs: [{ ...answered, name: text, from: 'file' }] },
      notes: [told],
      problem: { id: 'SB001', message: told },
    });
  });

  it('keeps the words of a workflow there, whose commands are lines of it already', () => {
    const said = reword(report, WORKFLOW_WORDS);
    expect(said.notes).toEqual(['Set persist: true (mode: doctor)']);
    expect(said.findings[0]?.commands).toEqual(report.findings[0]?.commands);
  });

  it('has no more than it had', () => {
    const problem = new SetupProblem({ id: 'X', kind: 'input', what: 'a', cause: 'b', remedy: 'c' });
    const early = failureOf('setup', problem);
    const planned = { changes: false, replaced: [], removed: [], rules: [], persisted: [] };
    for (const each of [emptyReport('list'), early, { ...early, planned }])
      expect(reword(each, terminalWords('sb'))).toEqual(each);
  });
});
