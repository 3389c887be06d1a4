/**
 * Whatever the kernel, other programs' files, people's words or a caller's plan may hold: a value or one clear
 * error comes back, nothing hangs, and nothing of it reaches a log as a command or a control character.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchesHeader, overlaps, parseEntry, parseStatus } from '../../src/binfmt/entry.ts';
import { parseRule, parseRules } from '../../src/binfmt/rule.ts';
import {
  isNestedNamespace,
  isReadOnly,
  mountAt,
  mountOf,
  parseCapabilities,
  parseMounts,
} from '../../src/host/proc.ts';
import { parseArguments } from '../../src/inputs/arguments.ts';
import { INPUT_DEFAULTS, parseInputs } from '../../src/inputs/inputs.ts';
import { formatChange, parseLease, parseRecord } from '../../src/journal/record.ts';
import { decide, isReplaceable } from '../../src/plan/decide.ts';
import { parsePlan } from '../../src/plan/parse-plan.ts';
import { readElf } from '../../src/platform/elf.ts';
import { parsePlatform, TARGETS } from '../../src/platform/platforms.ts';
import { parseRunners } from '../../src/platform/runners.ts';
import { buildProbe } from '../../src/probe/programs.ts';
import { judge } from '../../src/probe/verdict.ts';
import { renderSummary } from '../../src/report/markdown.ts';
import { narrateDecisions, narrateHost } from '../../src/report/narrate.ts';
import { makeReport, renderJson } from '../../src/report/report.ts';
import { joinPlatforms, newResult } from '../../src/report/result.ts';
import { renderText } from '../../src/report/text.ts';
import { SetupProblem } from '../../src/text/problem.ts';
import { parseQemuAnswer, parseVersion } from '../../src/text/version.ts';
import { codePoint } from '../support/any-text.ts';
import { hostFacts } from '../support/facts.ts';

const RUNS = { numRuns: 1500 };
/** Bytes of any kind, and words that the formats use, in any order. */
const texts = fc.oneof(
  fc.string(),
  fc.string({ unit: codePoint }),
  fc
    .array(
      fc.constantFrom(
        ...[
          'enabled',
          'disabled',
          'interpreter ',
          'flags: ',
          'offset ',
          'magic ',
          'mask ',
          'extension .',
          'bpf ',
        ],
        ...[
          '7f454c46',
          'ff',
          '\n',
          '\r\n',
          ' ',
          ':',
          '::',
          '::set-output name=x::',
          '\u001b[31m',
          '\\040',
          '/',
        ],
        ...[
          '..',
          '9'.repeat(40),
          'POCF',
          '-1',
          '\0',
          '"',
          '{',
          '}',
          '[',
          ']',
          ',',
          'M',
          'E',
          '\\x7f',
          '- binfmt_misc x rw',
        ],
      ),
      { maxLength: 40 },
    )
    .map((words) => words.join('')),
);
const safe = (text: string): void => {
  expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
  for (const line of text.split('\n')) expect(line.trimStart()).not.toMatch(/^::|##\[/);
};

describe('any text', () => {
  it('reads as kernel text without a throw', () => {
    fc.assert(
      fc.property(texts, texts, (name, text) => {
        const entry = parseEntry(name, text);
        expect(entry.text).toBe(text);
        parseStatus(text);
        for (const mount of parseMounts(text)) isReadOnly(mount);
        mountAt(parseMounts(text), name);
        mountOf(parseMounts(text), name);
        parseVersion(text);
        parseCapabilities(text);
        isNestedNamespace(text);
        parseQemuAnswer(text);
        if (entry.match.kind !== 'magic') return;
        matchesHeader(entry.match, new TextEncoder().encode(name));
        expect(overlaps(entry.match, entry.match)).toBe(true);
      }),
      RUNS,
    );
  });

  it('is a platform, a rule, a runner map, a record, a lease, a plan, or none of it', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const platform = parsePlatform(text);
        if (!('unknown' in platform)) expect(TARGETS.some(({ arch }) => arch === platform.arch)).toBe(true);
        parseRule(text);
        parseRules(text, []);
        parseRunners(text);
        parseLease(text);
        for (const change of parseRecord(text)) expect(parseRecord(formatChange(change))).toEqual([change]);
        const plan = parsePlan(text);
        if ('problems' in plan) expect(plan.problems.length).toBeGreaterThan(0);
      }),
      RUNS,
    );
  });

  it('as any input or argument gives values, or one error for people', () => {
    const names = fc.constantFrom(...Object.keys(INPUT_DEFAULTS), '__proto__', 'constructor', 'nothing');
    fc.assert(
      fc.property(
        fc.dictionary(names, texts),
        fc.array(
          fc.oneof(
            texts,
            names.map((name) => `--${name}`),
          ),
        ),
        (raw, args) => {
          for (const read of [() => parseInputs(raw), () => parseArguments(args)]) {
            try {
              read();
            } catch (thrown) {
              if (!(thrown instanceof SetupProblem)) throw thrown;
              expect(thrown.exitCode).toBe(2);
              safe(thrown.message);
            }
          }
        },
      ),
      RUNS,
    );
  });
});

describe('a damaged program', () => {
  it('is read or not, without a throw, whatever its headers say', () => {
    const changes = fc.array(fc.tuple(fc.nat(200), fc.nat(255)), { maxLength: 30 });
    fc.assert(
      fc.property(fc.constantFrom(...TARGETS), changes, fc.nat(220), (target, edits, length) => {
        const bytes = buildProbe(target).slice(0, length);
        for (const [at, value] of edits) bytes[at % Math.max(1, bytes.length)] = value;
        const header = readElf(bytes);
        if (header !== undefined) expect([32, 64]).toContain(header.bits);
      }),
      RUNS,
    );
  });
});

describe('hostile entries', () => {
  const arm64 = TARGETS.filter(({ arch }) => arch === 'arm64');

  it('reach no log, summary or output as a command or with control characters', () => {
    fc.assert(
      fc.property(texts, texts, texts, texts, (name, interpreter, flags, said) => {
        const [target] = arm64;
        if (target === undefined) throw new Error('no arm64');
        const magic = `magic ${target.magic}\nmask ${target.mask}\n`;
        const entry = parseEntry(
          name,
          `enabled\ninterpreter ${interpreter}\nflags: ${flags}\noffset 0\n${magic}`,
        );
        isReplaceable(entry, target);
        const facts = hostFacts({ release: said || 'x', table: { entries: [entry] } });
        const run = {
          arch: 'arm64',
          code: 1,
          signal: null,
          stdout: said,
          stderr: said,
          timedOut: false,
          attempts: 1,
          ms: 1,
        };
        const verdict = judge({
          target,
          host: 'amd64',
          entries: [entry],
          chroot: { ...run, place: 'chroot', version: said },
          plain: { ...run, place: 'plain' },
        });
        const verdicts = new Map([['arm64', verdict]]);
        const decisions = decide(arm64, verdicts, [entry], 'repair', '/store');
        const report = makeReport({
          ...newResult('setup', facts),
          verdicts,
          platforms: joinPlatforms({ platforms: [{ arch: 'arm64' }], all: false }, decisions, verdicts),
          removed: [entry.name],
          changed: true,
        });
        const lines = [...narrateHost(facts), ...narrateDecisions(decisions), ...renderText(report)];
        for (const line of lines) {
          safe(line);
          expect(line).not.toContain('\n');
        }
        safe(renderSummary(report));
        JSON.parse(renderJson(report));
        for (const value of Object.values(report.outputs)) safe(value);
      }),
      RUNS,
    );
  });
});
