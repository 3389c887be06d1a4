import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatFragment,
  isOwnHandler,
  isPersistent,
  mergeFragment,
  originOf,
  originsPath,
  PERSIST_ROOT,
  parseFragment,
  passingCopy,
  passingPath,
  persistentPath,
  revertFragment,
  updateBinfmtsInstall,
  updateBinfmtsRemove,
  versionPath,
} from '../../../src/binfmt/persist.ts';
import { formatRule, type Rule, ruleOfEntry } from '../../../src/binfmt/rule.ts';
import { entryFor } from '../../support/entries.ts';
import { JAR } from '../../support/rules.ts';

const SHA256 = '0123456789abcdef'.repeat(4);

function handler(arch: string): Rule {
  const rule = ruleOfEntry(entryFor(arch));
  if (rule === undefined) throw new Error(`not understood: ${arch}`);
  return rule;
}
const arm64 = handler('arm64');
const s390x = handler('s390x');

it('persistentPath has a folder of its own for each content', () => {
  const path = persistentPath(SHA256, 'aarch64');
  expect(path).toBe('/usr/local/lib/setup-binfmt/0123456789abcdef/qemu-aarch64');
  expect(persistentPath(SHA256.replace('0', '1'), 'aarch64')).not.toBe(path);
  expect(isPersistent(path)).toBe(true);
});

it('notes stand beside a handler that stays, and its origin is the folder of its tool and version', () => {
  const path = persistentPath(SHA256, 'aarch64');
  expect([versionPath(path), originsPath(path)]).toEqual([`${path}.version`, `${path}.origins`]);
  expect(originOf('/tools/setup-binfmt/1.0.0-image-abc/x64/qemu-aarch64')).toBe(
    'setup-binfmt/1.0.0-image-abc',
  );
});

describe('a copy that goes again', () => {
  const source = '/tools/setup-binfmt/1.0.0-image-abc/x64/qemu-aarch64';
  const path = passingPath('/tmp/probe', SHA256, source, 'aarch64');
  it('tells by its path what it holds, and where that came from', () => {
    expect(path).toMatch(/^\/tmp\/probe\/.*\/qemu-aarch64$/);
    expect(passingCopy(path)).toEqual({ sha256: SHA256, origin: originOf(source) });
  });
  it.each([undefined, '/usr/bin/qemu-arm', path.replace(SHA256, 'ab'), `${path}/more`, source])(
    'is none: %s',
    (other) => expect(passingCopy(other)).toBeUndefined(),
  );
});

describe('isOwnHandler and isPersistent', () => {
  it.each<[string | undefined, boolean, boolean]>([
    [`${PERSIST_ROOT}/ab/qemu-arm`, true, true],
    ['/store/ab/qemu-arm', true, false],
    [passingPath('/tmp', SHA256, '/store/tool/version/x64/qemu-arm', 'arm'), true, false],
    ['/storehouse/qemu-arm', false, false],
    [`${PERSIST_ROOT}-other/qemu-arm`, false, false],
    [`/mnt${PERSIST_ROOT}/qemu-arm`, false, false],
    ['/usr/bin/qemu-arm-static', false, false],
    [undefined, false, false],
  ])('%s', (interpreter, own, persistent) => {
    expect(isOwnHandler(interpreter, '/store')).toBe(own);
    expect(isPersistent(interpreter)).toBe(persistent);
  });
});

describe('the fragment', () => {
  it('is no file at all for no rules', () => {
    expect(formatFragment([])).toBeNull();
    expect(parseFragment(null)).toEqual([]);
    expect(formatFragment([{ ...JAR, interpreter: '/a\r:y:E::exe::/b:' }])).toBeNull();
  });

  it('holds comments and one rule a line, and is read back in the same order', () => {
    const text = formatFragment([s390x, JAR, arm64]) ?? '';
    const lines = text.trimEnd().split('\n');
    expect(lines.filter((line) => !line.startsWith('#'))).toHaveLength(3);
    expect(lines).toContain(':jar:E::jar::/usr/bin/jexec:');
    expect(text.endsWith('\n')).toBe(true);
    expect(parseFragment(text)).toEqual([s390x, JAR, arm64]);
  });

  it('is read without the lines that are no rules', () => {
    expect(parseFragment(`nonsense\n${formatFragment([JAR])}:a:b:c\n`)).toEqual([JAR]);
  });

  it('is read from any text without throwing, and what is read can be written again', () => {
    const piece = fc.oneof(fc.constantFrom(':jar:E::jar::/a:', ':', '\n', '#', '\0'), fc.string());
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const rules = parseFragment(pieces.join('\n'));
        expect(parseFragment(formatFragment(rules))).toEqual(rules);
      }),
    );
  });
});

describe('mergeFragment', () => {
  const moved: Rule = { ...arm64, interpreter: '/elsewhere/qemu-aarch64' };
  it.each<[string, readonly Rule[], readonly Rule[], readonly string[], readonly Rule[]]>([
    ['adds', [], [arm64], [], [arm64]],
    ['keeps what it is not asked about', [JAR], [], [], [JAR]],
    [
      'sorts by name, so that the file does not depend on the order of runs',
      [s390x],
      [JAR, arm64],
      [],
      [JAR, arm64, s390x],
    ],
    ['replaces what has the same name', [arm64, JAR], [moved], [], [JAR, moved]],
    ['forgets', [arm64, JAR], [], ['jar', 'absent'], [arm64]],
    ['keeps what is both to be kept and to be forgotten', [JAR], [JAR], ['jar'], [JAR]],
  ])('%s', (_, rules, keep, forget, expected) => {
    expect(mergeFragment(rules, keep, forget)).toEqual(expected);
  });
});

describe('what update-binfmts is told', () => {
  /** The value that follows an option. */
  const optionOf = (argv: readonly string[], option: string) => argv[argv.indexOf(option) + 1];

  it('names a magic with its escapes, and says yes or no to each flag', () => {
    const argv = updateBinfmtsInstall({
      ...arm64,
      match: { kind: 'magic', offset: 3, magic: '7f45', mask: 'ff00' },
      flags: 'OCF',
    });
    expect(argv).toEqual([
      ...['--package', 'setup-binfmt', '--install', 'qemu-aarch64', arm64.interpreter],
      ...['--magic', '\\x7f\\x45', '--offset', '3', '--mask', '\\xff\\x00'],
      ...['--credentials', 'yes', '--preserve', 'no', '--fix-binary', 'yes'],
    ]);
  });

  it('leaves a mask out that there is none of', () => {
    const argv = updateBinfmtsInstall({
      ...arm64,
      match: { kind: 'magic', offset: 0, magic: '7f' },
      flags: 'P',
    });
    expect(argv).not.toContain('--mask');
    expect(optionOf(argv, '--preserve')).toBe('yes');
    expect(optionOf(argv, '--credentials')).toBe('no');
    expect(optionOf(argv, '--fix-binary')).toBe('no');
  });

  it('names an extension', () => {
    const argv = updateBinfmtsInstall(JAR);
    expect(optionOf(argv, '--extension')).toBe('jar');
    expect(argv).not.toContain('--magic');
  });

  it('names what is gone', () => {
    expect(updateBinfmtsRemove(JAR)).toEqual([
      '--package',
      'setup-binfmt',
      '--remove',
      'jar',
      '/usr/bin/jexec',
    ]);
  });
});

describe('revertFragment', () => {
  const rule = (name: string, of = name): Rule => ({ ...JAR, name, interpreter: `/usr/bin/${of}` });
  const text = (...rules: readonly Rule[]): string | null => formatFragment(rules);
  const [a, b, c] = [rule('a'), rule('b'), rule('c')] as const;

  const head = text(a)?.slice(0, -`${formatRule(a)}\n`.length) ?? '';

  it.each([
    ['nobody has changed it', text(a, b), text(a), text(a, b), text(a)],
    ['it was not there before', text(a), null, text(a), null],
    ['it was taken away', null, text(a), null, text(a)],
    ['a later run took a line away', text(b), null, text(a, b), null],
    ['a later run added a line', text(a, b, c), text(a), text(a, b), text(a, c)],
    ['the file was emptied since', '', text(a), null, text(a)],
    ['a later run has a line of that name', text(rule('a', 'x')), text(a), null, text(rule('a', 'x'))],
    [
      'a line was changed',
      text(rule('a', 'x'), c),
      text(a),
      text(rule('a', 'x')),
      `${text(c)}${formatRule(a)}\n`,
    ],
    [
      'somebody has written a comment and a line of another form',
      `${text(a, c)}# mine\n!odd\n`,
      null,
      text(a, c),
      `${head}# mine\n!odd\n`,
    ],
    ['nothing of the run is left', `# mine\n${text(c)}`, text(c), text(b, c), `# mine\n${text(c)}`],
  ])('takes back what a run has made of it, and nothing else: %s', (_, now, before, after, back) => {
    expect(revertFragment(now, before, after)).toBe(back);
  });
});
