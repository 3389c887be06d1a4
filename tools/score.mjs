/**
 * Scores the doctor on a corpus of logs: how often its first cause is the true one. `--aside` takes the logs that were
 * put aside, `--cases FILE` another list, `--all` prints every case that is not right.
 */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { diagnoseLog } from '../src/doctor/log/diagnose.ts';
import { readText } from '../src/doctor/log/reader.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The rows of a list of cases, by the names of its columns. */
export function casesOf(path) {
  const [head = '', ...rows] = readFileSync(path, 'utf8').split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  const names = head.split('\t');
  return rows.map((row) => {
    const cells = row.split('\t');
    return { folder: dirname(path), ...Object.fromEntries(names.map((name, at) => [name, cells[at] ?? ''])) };
  });
}

const arch = (name, verdict, entry = {}) => ({ arch: name, verdict, ...entry });
const entry = (name, version, more = {}) => ({
  entry: name, enabled: true, fixed: true, credentials: true, preserved: false, interpreter: 'static', qemuVersion: version, linked: 'dyn', ...more,
});
const ABSENT = ['riscv64', 'ppc64le', 's390x', 'mips64le', 'mips64', 'loong64'].map((name) => arch(name, 'missing'));
const HOST = { kernel: '6.18.44', hostArch: 'amd64', supported: true, mounted: true, docker: true, contained: false, remoteEngine: false, rootless: false };
const NATIVE = [arch('amd64', 'native'), arch('386', 'native')];

/** The hosts that a list of cases can name, as the doctor would see them. */
const HOSTS = {
  empty: { ...HOST, archs: [...NATIVE, arch('arm64', 'missing'), arch('arm', 'missing'), ...ABSENT] },
  v7: {
    ...HOST,
    archs: [...NATIVE, ...[['arm64', 'qemu-aarch64'], ['arm', 'qemu-arm'], ['riscv64', 'qemu-riscv64']].map(([one, name]) => arch(one, 'emulated', entry(name, '7.2.22'))), ...ABSENT.slice(1)],
  },
  'disabled-arm64': { ...HOST, archs: [...NATIVE, arch('arm64', 'missing', entry('qemu-aarch64', undefined, { enabled: false })), arch('arm', 'missing'), ...ABSENT] },
  'no-F-arm64': { ...HOST, archs: [...NATIVE, arch('arm64', 'emulated', entry('qemu-aarch64', '7.2.22', { fixed: false })), arch('arm', 'emulated', entry('qemu-arm', '7.2.22', { fixed: false })), ...ABSENT] },
};

/** What the doctor says of a case, and whether that is right. `facts` is the host on which it is asked. */
export function judge(one) {
  const asked = one.asked === undefined || one.asked === '-' ? [] : [one.asked];
  const facts = { ...(HOSTS[one.host ?? ''] ?? {}), asked };
  const log = readText(readFileSync(join(one.folder, one.file), 'utf8'));
  const here = one.here === 'no' ? false : one.here === 'yes' ? true : undefined;
  const answer = diagnoseLog(log, facts, { here });
  const verdicts = one.verdict.split('|');
  const fits = (pattern, text) => pattern === '' || new RegExp(pattern, 'i').test(text);
  const isRight = ({ causes }) => {
    const [first] = causes;
    const remedies = [first.remedy, ...first.commands].join('\n');
    return fits(one.words, `${first.text}\n`) && fits(one.remedy, remedies);
  };
  const texts = answer.diagnoses.flatMap(({ causes }) =>
    causes.flatMap(({ text, remedy, commands }) => [text, remedy, ...commands]),
  );
  const lead = answer.diagnoses[0];
  const commands = (lead?.causes ?? []).flatMap((cause) => cause.commands).join('\n');
  const named = [...commands.matchAll(/(?:setup|--platform[= ])\s*(linux\/[\w/]+)/g)].map(([, platform]) => platform);
  const wrongPlatform =
    one.platform !== '-' && verdicts[0] === 'emulation' && named.some((platform) => platform.split('/')[1] !== one.platform.split('/')[1]);
  const forbidden = one['must not say'] !== '' && texts.some((text) => fits(one['must not say'], text));
  const silent = one.words === '';
  const verdictRight = verdicts.includes(answer.verdict);
  const leads = answer.verdict !== 'unknown' || (lead !== undefined && lead.standing !== 'not-emulation');
  const right = verdictRight && !forbidden && !wrongPlatform && (silent || (lead !== undefined && isRight(lead)));
  const anywhere = right || (!silent && answer.diagnoses.some((one) => one.causes.some((cause) => fits(isRight({ causes: [cause] }) ? '' : '$^', ''))));
  const falseAlarm = !verdicts.includes('emulation') && answer.verdict === 'emulation';
  const missed = !right && lead === undefined;
  return { answer, lead, right, anywhere, falseAlarm, missed, wrong: !right && !missed && leads, forbidden, wrongPlatform, verdictRight };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main();

function main() {
  const args = process.argv.slice(2);
  const given = args.indexOf('--cases');
  const lists =
    given >= 0 ? [args[given + 1]]
    : args.includes('--aside') ? [join(root, 'test/corpus/aside/cases.tsv')]
    : [join(root, 'test/corpus/cases.tsv'), join(root, 'test/corpus/handed/cases.tsv')];
  const cases = lists.flatMap(casesOf);
  const sums = new Map();
  for (const one of cases) {
    const result = judge(one);
    const sum = sums.get(one.kind) ?? { cases: 0, right: 0, anywhere: 0, wrong: 0, missed: 0, falseAlarm: 0 };
    sums.set(one.kind, sum);
    sum.cases += 1;
    for (const key of ['right', 'anywhere', 'wrong', 'missed', 'falseAlarm']) sum[key] += Number(result[key]);
    if (args.includes('--all') && !result.right) {
      console.log(`${one.file} [${one.kind}] expects ${one.verdict} ${one.platform}`);
      console.log(`   ${result.answer.verdict}: ${result.answer.headline}`);
      for (const d of result.answer.diagnoses.slice(0, 3)) console.log(`   - ${d.id} (${d.standing}) ${d.causes[0].text} >> ${d.causes[0].remedy} >> ${d.causes[0].commands.join(' ; ')}`);
      console.log(`   verdict ${result.verdictRight} forbidden ${result.forbidden} platform ${!result.wrongPlatform}`);
    }
  }
  const total = { cases: 0, right: 0, anywhere: 0, wrong: 0, missed: 0, falseAlarm: 0 };
  for (const sum of sums.values()) for (const key of Object.keys(total)) total[key] += sum[key];
  console.log(JSON.stringify(total));
}
