/**
 * Breaks a copy of this program in one place at a time, and expects tests to notice: a suite that stays green
 * when the digest check is off proves nothing. Prints a table; ends with 1 when a change survives, when its place
 * is no longer found, or when the tests are not green without it.
 *
 *   node tools/mutants.mjs [word of a title ...]
 */
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: pieces of source texts
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const COPIED = [
  ...['src', 'test', 'tools', 'package.json', 'action.yml', 'docs', 'tsconfig.json', 'tsconfig.build.json'],
  ...['vitest.config.ts', 'vitest.reporters.ts'],
];
/** Most time for the tests of one change, in milliseconds; a change may well make something hang. */
const LIMIT_MS = 90_000;

/** Each: what is broken, where, the text in the source and what takes its place, and the tests that must see it. */
const MUTANTS = [
  {
    title: 'flag F dropped',
    file: 'src/binfmt/rule.ts',
    from: "credentials ? 'OCF' : 'OF'",
    to: "credentials ? 'OC' : 'O'",
    tests: ['test/kernel/setup.test.ts'],
    only: 'makes seven architectures run',
  },
  {
    title: 'flag C dropped',
    file: 'src/binfmt/rule.ts',
    from: "credentials ? 'OCF' : 'OF'",
    to: "credentials ? 'OF' : 'OF'",
    tests: ['test/unit/binfmt/rule.test.ts'],
  },
  {
    title: 'mask wrong: only files without an OSABI are taken',
    file: 'src/platform/platforms.ts',
    from: "'ff'.repeat(7) + '00'.repeat(9)",
    to: "'ff'.repeat(8) + '00'.repeat(8)",
    tests: ['test/unit/platform/platforms.test.ts'],
  },
  {
    title: 'probe accepts exit 0',
    file: 'src/probe/verdict.ts',
    from: 'if (run.code === PROBE_ARGUMENTS) {',
    to: "if (run.code === 0) return 'works';\n  if (run.code === PROBE_ARGUMENTS) {",
    tests: ['test/unit/probe/verdict.test.ts'],
  },
  {
    title: 'probe needs no marker',
    file: 'src/probe/verdict.ts',
    from: 'const marked = parseAnswers(run.stdout) !== undefined;',
    to: 'const marked = true;',
    tests: ['test/unit/probe/verdict.test.ts'],
  },
  {
    title: 'probe outside of its chroot',
    file: 'src/probe/probe.ts',
    from: "place === 'chroot' && prober.enter !== undefined ? prober.enter(cwd) : prober.plainly(cwd)",
    to: 'prober.plainly(cwd)',
    tests: ['test/unit/probe/probe.test.ts'],
  },
  {
    title: 'a remembered digest believed of a file that was changed since',
    file: 'src/host/digests.ts',
    from: 'remembered?.identity === identity',
    to: 'remembered !== undefined',
    tests: ['test/unit/host/digests.test.ts'],
  },
  {
    title: 'the time of the last change left out of what tells files apart',
    file: 'src/host/digests.ts',
    from: '[device, inode, size, modified, changed]',
    to: '[device, inode, size, modified, Math.sign(changed)]',
    tests: ['test/unit/host/digests.test.ts'],
  },
  {
    title: 'digest check of downloads off',
    file: 'src/oci/registry.ts',
    from: 'return given === digest ? answer : mismatch(',
    to: 'return given !== undefined ? answer : mismatch(',
    tests: ['test/hostile/registry.test.ts'],
  },
  {
    title: 'digest check of manifests off',
    file: 'src/oci/registry.ts',
    from: 'if (digest !== expected) return mismatch(',
    to: 'if (digest === undefined) return mismatch(',
    tests: ['test/hostile/registry.test.ts'],
  },
  {
    title: 'digest check of the store off',
    file: 'src/qemu/store.ts',
    from: 'if (sha256 !== expected) return',
    to: 'if (sha256 === undefined) return',
    tests: ['test/unit/qemu/store.test.ts'],
  },
  {
    title: 'privileged program takes a handler unseen',
    file: 'src/apply/handlers.ts',
    from: 'if (orUndefined(() => digests.of(interpreter, file)) !== sha256) return changed;',
    to: '',
    tests: ['test/kernel/privileged.test.ts'],
    only: 'refuses a handler',
  },
  {
    title: 'a plan may say what nobody knows, as that a handler is checked',
    file: 'src/plan/parse-plan.ts',
    from: "  checkKeys(value, INSTALL_KEYS, 'an installation', problems);",
    to: '',
    tests: ['test/kernel/privileged.test.ts'],
    only: 'believes nobody',
  },
  {
    title: 'handlers need not be static',
    file: 'src/qemu/handler.ts',
    from: "if (elf.interpreter) return 'it is not statically linked';",
    to: '',
    tests: ['test/unit/qemu/store.test.ts'],
  },
  {
    title: 'lock off',
    file: 'src/apply/steps.ts',
    from: '  // The flock of busybox',
    to: '  return folder;\n  // The flock of busybox',
    tests: ['test/kernel/setup.test.ts'],
    only: 'waits for who holds the table',
  },
  {
    title: 'old entries removed before the new one is proven',
    file: 'src/apply/install.ts',
    from: '  removeStale(context, trial);',
    to: '  for (const pinned of replaces) removePinned(context, pinned);\n  removeStale(context, trial);',
    tests: ['test/kernel/conflicts.test.ts'],
    only: 'keeps a working entry when the new handler',
  },
  {
    title: 'entries changed by others are taken away',
    file: 'src/apply/steps.ts',
    from: 'if (present.text !== pinned.text) return changedMeanwhile(name);',
    to: '',
    tests: ['test/kernel/conflicts.test.ts', 'test/kernel/undo.test.ts'],
    only: 'was changed since|somebody else has changed since',
  },
  {
    title: 'cleanup order reversed',
    file: 'src/plan/undo.ts',
    from: 'const before = tableBefore(record);',
    to: 'const before = tableBefore(record).toReversed();',
    tests: ['test/unit/plan/undo.test.ts'],
  },
  {
    title: 'what is registered is not recorded',
    file: 'src/apply/steps.ts',
    from: "return recordFirst(context, { kind: 'register', rule }) ?? writeRule(context, rule);",
    to: 'return writeRule(context, rule);',
    tests: ['test/kernel/undo.test.ts'],
    only: 'post step of the action',
  },
  {
    title: 'what is taken away is not recorded',
    file: 'src/apply/steps.ts',
    from: "return recordFirst(context, { kind: 'remove', name }) ?? remove(context, name);",
    to: 'return remove(context, name);',
    tests: ['test/kernel/undo.test.ts'],
    only: 'removes it for a while with cleanup',
  },
  {
    title: 'what is switched off is not recorded',
    file: 'src/apply/steps.ts',
    from: "return recordFirst(context, { kind: 'off', name }) ?? disable(context, name);",
    to: 'return disable(context, name);',
    tests: ['test/flow/guest.test.ts'],
    only: 'leaves others as they were',
  },
  {
    title: 'an undo that was cut off tells later runs of their own entries',
    file: 'src/plan/undo.ts',
    from: 'wasTaken(ended, name) && found.some((entry) => entry.name === name)',
    to: 'wasTaken(ended, name)',
    tests: ['test/unit/plan/undo.test.ts', 'test/flow/guest.test.ts'],
    only: 'registered once more|a later run brought',
  },
  {
    title: 'sanitising off',
    file: 'src/text/text.ts',
    from: ".replace(COMMANDS, ' $&')",
    to: '',
    tests: ['test/unit/text/text.test.ts'],
  },
  {
    title: 'escape sequences pass',
    file: 'src/text/text.ts',
    from: ".replace(SEQUENCES, ' ')\n    .replace(HIDDEN, ' ')",
    to: '',
    tests: ['test/unit/text/text.test.ts'],
  },
  {
    title: 'a plan may name a handler outside of the store',
    file: 'src/plan/parse-plan.ts',
    from: 'isPlainPath(path) && path.startsWith(`${store}/`)',
    to: 'isPlainPath(path)',
    tests: ['test/unit/plan/parse-plan.test.ts'],
  },
  {
    title: 'credentials follow a redirect',
    file: 'src/host/http.ts',
    from: 'query = next.origin === url.origin ?',
    to: 'query = next.origin !== url.origin ?',
    tests: ['test/hostile/registry.test.ts'],
    only: 'credentials',
  },
  {
    title: 'layers may lead out of the image',
    file: 'src/oci/layers.ts',
    from: "if (member.name.split('/').includes('..')) return",
    to: 'if (member.name === undefined) return',
    tests: ['test/hostile/registry.test.ts'],
    only: 'path that leads out|is refused',
  },
];

process.exitCode = main(process.argv.slice(2));

function main(words) {
  const chosen = MUTANTS.filter(
    ({ title }) => words.length === 0 || words.some((word) => title.includes(word)),
  );
  const lost = chosen.flatMap(placesLost);
  const tree = mkdtempSync(join(tmpdir(), 'setup-binfmt-mutants-'));
  try {
    for (const item of COPIED) {
      if (existsSync(join(root, item))) cpSync(join(root, item), join(tree, item), { recursive: true });
    }
    symlinkSync(join(root, 'node_modules'), join(tree, 'node_modules'));
    const unsound = testUnbroken(tree, chosen);
    if (unsound !== undefined) {
      console.log(`The tests are not green without any change: ${unsound}`);
      return 1;
    }
    const outcomes = chosen
      .filter(({ title }) => !lost.includes(title))
      .map((mutant) => tryOne(tree, mutant));
    for (const title of lost)
      outcomes.push({ title, verdict: 'LOST', by: 'its place in the source is gone' });
    const width = Math.max(...outcomes.map(({ title }) => title.length));
    for (const { title, verdict, by } of outcomes) {
      console.log(`${title.padEnd(width)}  ${verdict.padEnd(8)}  ${by}`);
    }
    const count = (verdict) => outcomes.filter((outcome) => outcome.verdict === verdict).length;
    console.log(
      `${count('caught')} caught, ${count('SURVIVED')} survived, ${count('LOST')} lost, ${count('skipped')} skipped`,
    );
    return count('SURVIVED') + count('LOST') === 0 ? 0 : 1;
  } finally {
    rmSync(tree, { recursive: true, force: true });
  }
}

/** What is wrong with the tests of all changes while nothing is broken, or `undefined`. */
function testUnbroken(tree, mutants) {
  const filesOf = (some) => [...new Set(some.flatMap(({ tests }) => tests))];
  const named = mutants.filter(({ only }) => only !== undefined);
  const whole = mutants.filter(({ only }) => only === undefined);
  const runs = [
    ...(named.length > 0 ? [test(tree, filesOf(named), named.map(({ only }) => only).join('|'), false)] : []),
    ...(whole.length > 0 ? [test(tree, filesOf(whole), '', false)] : []),
  ];
  const wrong = runs.flatMap(({ failed, trouble }) => [
    ...failed,
    ...(trouble === undefined ? [] : [trouble]),
  ]);
  return wrong.length > 0 ? wrong.join('; ') : undefined;
}

function placesLost(mutant) {
  const text = readFileSync(join(root, mutant.file), 'utf8');
  return text.split(mutant.from).length === 2 ? [] : [mutant.title];
}

function tryOne(tree, mutant) {
  const path = join(tree, mutant.file);
  const text = readFileSync(path, 'utf8');
  writeFileSync(
    path,
    text.replace(mutant.from, () => mutant.to),
  );
  try {
    const { failed, passed, trouble } = test(tree, mutant.tests, mutant.only ?? '', true);
    const { title } = mutant;
    if (failed.length > 0) return { title, verdict: 'caught', by: failed[0] };
    if (trouble !== undefined) return { title, verdict: 'caught', by: trouble };
    if (passed === 0) return { title, verdict: 'skipped', by: 'its tests cannot run on this machine' };
    return { title, verdict: 'SURVIVED', by: `${passed} tests stayed green` };
  } finally {
    writeFileSync(path, text);
  }
}

/** Builds the copy, since some tests start the built program, and runs tests in it. */
function test(tree, files, only, bail) {
  const report = join(tree, 'report.json');
  rmSync(report, { force: true });
  const run = (program, ...args) =>
    spawnSync(process.execPath, [join(root, 'node_modules', program), ...args], {
      cwd: tree,
      encoding: 'utf8',
      timeout: LIMIT_MS + (bail ? 0 : LIMIT_MS),
      env: { ...process.env, VITEST_REPORT: report, TEST_ROUNDS: '1' },
    });
  const built = run('typescript/bin/tsc', '-p', 'tsconfig.build.json', '--noCheck');
  if (built.status !== 0) throw new Error(`the copy cannot be built: ${built.stdout}`);
  const tests = run(
    'vitest/vitest.mjs',
    ...['run', ...files, ...(bail ? ['--bail', '1'] : []), ...(only === '' ? [] : ['-t', only])],
  );
  if (!existsSync(report)) {
    return {
      failed: [],
      passed: 0,
      trouble: `no report: ${tests.error?.message ?? tests.stderr.slice(-300)}`,
    };
  }
  const { testResults } = JSON.parse(readFileSync(report, 'utf8'));
  const all = testResults.flatMap(({ assertionResults }) => assertionResults);
  const suites = testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && assertionResults.every((one) => one.status !== 'failed'),
  );
  return {
    failed: all.filter(({ status }) => status === 'failed').map(({ fullName }) => fullName),
    passed: all.filter(({ status }) => status === 'passed').length,
    trouble: suites[0] === undefined ? undefined : `${suites[0].name} cannot be run: ${suites[0].message}`,
  };
}
