/** docs/doctor-score.md, made from a corpus of logs whose true causes are known. */

import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ONLY_FAILED } from '../../src/doctor/kinds/emulator/silence.ts';
import type { ArchFacts, LogFacts } from '../../src/doctor/kinds/kind.ts';
import { type Diagnosis, diagnoseLog, type LogAnswer } from '../../src/doctor/log/diagnose.ts';
import { openLog } from '../../src/doctor/log/reader.ts';
import { between } from './between.ts';

/** The lists whose cases anybody may look at. */
export const OPEN = ['test/corpus/cases.tsv', 'test/corpus/handed/cases.tsv', 'test/corpus/fixtures.tsv'];

/** One row of a list: its columns are explained in test/corpus/kinds.md. */
export interface Case {
  readonly folder: string;
  readonly file: string;
  /** Verdicts that are honest, the best first, with `|` between. */
  readonly verdict: string;
  readonly kind: string;
  readonly platform: string;
  readonly here: string;
  /** Regular expressions: of the first cause, of its remedies, and of what nothing may say. */
  readonly words: string;
  readonly remedy: string;
  readonly forbidden: string;
  /** The host on which the doctor is asked, by name, and the platform that is asked for. */
  readonly host: string;
  readonly asked: string;
}

/** The cases of a list. */
export function casesOf(path: string): readonly Case[] {
  const [head = '', ...rows] = readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  const names = head.split('\t');
  return rows.map((row) => {
    const cells = row.split('\t');
    const cell = (name: string): string => cells[names.indexOf(name)] ?? '';
    return {
      folder: dirname(path),
      ...{ file: cell('file'), verdict: cell('verdict'), kind: cell('kind'), platform: cell('platform') },
      ...{
        here: cell('here'),
        words: cell('words'),
        remedy: cell('remedy'),
        forbidden: cell('must not say'),
      },
      ...{ host: cell('host'), asked: cell('asked') },
    };
  });
}

const entry = (name: string, more: Partial<ArchFacts> = {}): Partial<ArchFacts> => ({
  ...{ entry: name, enabled: true, fixed: true, credentials: true, preserved: false },
  ...{ interpreter: 'static', qemuVersion: '7.2.22', linked: 'dyn', ...more },
});
const hostOf = (archs: Readonly<Record<string, Partial<ArchFacts>>>): LogFacts => ({
  ...{ kernel: '6.18.44', hostArch: 'amd64', supported: true, mounted: true },
  ...{ docker: true, contained: false, remoteEngine: false, rootless: false },
  archs: ['amd64', '386', 'arm64', 'arm', 'riscv64', 'ppc64le', 's390x', 'mips64le', 'mips64', 'loong64'].map(
    (arch) => ({
      arch,
      verdict: arch === 'amd64' || arch === '386' ? 'native' : archs[arch] ? 'emulated' : 'missing',
      ...archs[arch],
    }),
  ),
});

/** The hosts that a list can name, as the doctor sees them. */
const HOSTS: Readonly<Record<string, LogFacts>> = {
  empty: hostOf({}),
  v7: hostOf({ arm64: entry('qemu-aarch64'), arm: entry('qemu-arm'), riscv64: entry('qemu-riscv64') }),
  'disabled-arm64': hostOf({ arm64: entry('qemu-aarch64', { enabled: false, verdict: 'missing' }) }),
  'no-F-arm64': hostOf({
    arm64: entry('qemu-aarch64', { fixed: false }),
    arm: entry('qemu-arm', { fixed: false }),
  }),
};

/** What the doctor says of a case, and whether that is right. */
export interface Judged {
  readonly answer: LogAnswer;
  /** The first cause and its remedies are the true ones, for the true platform, and nothing forbidden is said. */
  readonly right: boolean;
  /** The true cause is among those that are named. */
  readonly anywhere: boolean;
  /** It leads with another cause, or with a forbidden sentence. */
  readonly wrong: boolean;
  /** It names no cause, or only those that are usual where a step ran under an emulator. */
  readonly missed: boolean;
  /** It blames emulation for what has nothing to do with it. */
  readonly falseAlarm: boolean;
  /** Why it is not right. */
  readonly why: readonly string[];
}

const FORBIDDEN = 'a forbidden sentence';

/** Asks the doctor. */
export function judge(one: Case): Judged {
  const reading = openLog();
  reading.feed(readFileSync(join(one.folder, one.file), 'utf8'));
  const asked = one.asked === '' || one.asked === '-' ? [] : [one.asked];
  const here = one.here === 'no' ? false : one.here === 'yes' ? true : undefined;
  const answer = diagnoseLog(reading.report(), { ...HOSTS[one.host], asked }, { here });
  const [lead] = answer.diagnoses;
  const verdicts = one.verdict.split('|');
  const fits = (pattern: string, text: string): boolean =>
    pattern === '' || new RegExp(pattern, 'i').test(text);
  const names = ({ text, remedy, commands }: Diagnosis['causes'][0]): boolean =>
    fits(one.words, text) && fits(one.remedy, [remedy, ...commands].join('\n'));
  const all = answer.diagnoses.flatMap(({ causes }) => causes);
  const said = all.flatMap(({ text, remedy, commands }) => [text, remedy, ...commands]);
  const silent = one.words === '';
  const why = [
    verdicts.includes(answer.verdict) ? '' : `the verdict is ${answer.verdict}`,
    silent ||
    (lead === undefined
      ? answer.verdict === 'unknown' && fits(one.words, answer.headline)
      : names(lead.causes[0]))
      ? ''
      : 'the first cause is another one',
    one.forbidden !== '' && said.some((text) => fits(one.forbidden, text)) ? FORBIDDEN : '',
    verdicts[0] === 'emulation' && namesAnother(lead, one.platform) ? 'a command for another platform' : '',
  ].filter((reason) => reason !== '');
  const right = why.length === 0;
  // That what failed is unknown is no answer, but no wrong one: unless it says what must not be said.
  const missed = !right && !why.includes(FORBIDDEN) && answer.diagnoses.every(({ id }) => id === ONLY_FAILED);
  return {
    ...{ answer, right, missed, why },
    anywhere: right || (!silent && all.some(names)),
    wrong: !right && !missed,
    falseAlarm: !verdicts.includes('emulation') && answer.verdict === 'emulation',
  };
}

/** A command of what leads is for another architecture than the case is about. */
function namesAnother(lead: Diagnosis | undefined, platform: string): boolean {
  if (platform === '-') return false;
  const commands = (lead?.causes ?? []).flatMap((cause) => cause.commands).join('\n');
  const named = [...commands.matchAll(/(?:setup|--platform[= ])\s*linux\/(\w+)/g)].map(([, arch]) => arch);
  return named.some((arch) => arch !== platform.split('/')[1]);
}

interface Sum {
  readonly kind: string;
  cases: number;
  right: number;
  anywhere: number;
  wrong: number;
  missed: number;
  falseAlarm: number;
}

type Scored = readonly { readonly one: Case; readonly result: Judged }[];

/** The sums of each kind, and of all of them last. */
export function sumsOf(judged: Scored): readonly Sum[] {
  const sums = new Map<string, Sum>();
  const total = 'all';
  const kinds = [...new Set(judged.map(({ one }) => one.kind))].sort();
  for (const kind of [...kinds, total]) {
    sums.set(kind, { kind, cases: 0, right: 0, anywhere: 0, wrong: 0, missed: 0, falseAlarm: 0 });
  }
  for (const { one, result } of judged) {
    for (const sum of [sums.get(one.kind), sums.get(total)]) {
      if (sum === undefined) continue;
      sum.cases += 1;
      for (const key of ['right', 'anywhere', 'wrong', 'missed', 'falseAlarm'] as const)
        sum[key] += Number(result[key]);
    }
  }
  return [...sums.values()];
}

/** The sums as a table of Markdown. */
export function tableOf(sums: readonly Sum[]): string {
  const rows = sums.map(
    ({ kind, cases, right, anywhere, wrong, missed, falseAlarm }) =>
      `| ${kind} | ${cases} | ${right} | ${anywhere} | ${wrong} | ${missed} | ${falseAlarm} |`,
  );
  return [
    '| kind | cases | right and first | right anywhere | wrong | missed | false alarms |',
    '| --- | ---: | ---: | ---: | ---: | ---: | ---: |',
    ...rows,
  ].join('\n');
}

/** The page with one of its tables anew. */
export function renderScore(page: string, mark: 'open' | 'aside', judged: Scored): string {
  return between(page, mark, `${tableOf(sumsOf(judged))}\n`);
}
