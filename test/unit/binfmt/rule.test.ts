import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Entry, type Match, parseEntry, REGISTER_LIMIT } from '../../../src/binfmt/entry.ts';
import {
  canBeWritten,
  escapeHex,
  flagsToTry,
  formatRule,
  handlerNames,
  handlerRule,
  isRuleOf,
  isStaleHelper,
  otherName,
  parseOwnRule,
  parseRule,
  parseRules,
  type Rule,
  type RuleFacts,
  ruleLineProblems,
  ruleOfEntry,
  ruleProblems,
  rulesOverlap,
  stagingRule,
  standInRule,
} from '../../../src/binfmt/rule.ts';
import { TARGETS, type Target, targetOf } from '../../../src/platform/platforms.ts';
import { buildProbe } from '../../../src/probe/programs.ts';
import { entryFor } from '../../support/entries.ts';
import { anyRule, JAR, printed, WASM } from '../../support/rules.ts';

it('handlerNames are two, each the other of the other', () => {
  for (const target of TARGETS) {
    const [usual, other] = handlerNames(target);
    expect([usual, otherName(usual), otherName(other)]).toEqual([`qemu-${target.qemu}`, other, usual]);
  }
});

/** A path with everything in it that may divide fields. */
const ALL = '/a:|,%!@$&*=~^?<>()[]{}"\'`';

describe('formatRule', () => {
  it.each<[string, Rule, string]>([
    ['an extension', JAR, ':jar:E::jar::/usr/bin/jexec:'],
    [
      'a magic, every byte escaped',
      WASM,
      ':wasm:M:0:\\x00\\x61\\x73\\x6d:\\xff\\xff\\xff\\xff:/usr/bin/wasmtime:OC',
    ],
    [
      'a magic without a mask',
      { ...WASM, match: { kind: 'magic', offset: 4, magic: '2e' } },
      ':wasm:M:4:\\x2e::/usr/bin/wasmtime:OC',
    ],
    ['a colon in the path', { ...JAR, interpreter: '/opt/a:b' }, '|jar|E||jar||/opt/a:b|'],
    ['more of them', { ...JAR, interpreter: '/a:|,' }, '%jar%E%%jar%%/a:|,%'],
    ['what makes no comment', { ...JAR, interpreter: '/a:|,%!@$' }, '&jar&E&&jar&&/a:|,%!@$&'],
    ['all of them', { ...JAR, interpreter: ALL }, `\tjar\tE\t\tjar\t\t${ALL}\t`],
  ])('writes %s', (_, rule, line) => {
    expect(formatRule(rule)).toBe(line);
  });

  it('is read back as the same rule', () => {
    fc.assert(
      fc.property(anyRule, (rule) => {
        const line = formatRule(rule);
        expect(parseRule(line)).toEqual(rule);
        expect(canBeWritten(rule)).toBe(true);
        expect(ruleLineProblems(rule)).toEqual([]);
      }),
    );
  });
});

it('escapes each byte', () => {
  expect(escapeHex('')).toBe('');
  expect(escapeHex('7f454c')).toBe('\\x7f\\x45\\x4c');
});

describe('parseRule', () => {
  it.each<[string, Match]>([
    [':x:E::py::/usr/bin/python3:', { kind: 'extension', extension: 'py' }],
    [':x:M::#!ab::/usr/bin/python3:', { kind: 'magic', offset: 0, magic: '23216162' }],
    ['|x|M|3|\\xAB:|\\xFF\\x00|/usr/bin/python3|', { kind: 'magic', offset: 3, magic: 'ab3a', mask: 'ff00' }],
    [',x,M,254,é,,/usr/bin/python3,', { kind: 'magic', offset: 254, magic: 'c3a9' }],
  ])('reads %s', (line, match) => {
    expect(parseRule(line)).toEqual({ name: 'x', match, interpreter: '/usr/bin/python3', flags: '' });
  });

  it.each<[string, RegExp]>([
    ['', /does not begin with a delimiter/],
    ['xnameyEy', /does not begin with a delimiter/],
    ['\tx\tE\t\tpy\t\t/a\t', /does not begin with a delimiter/],
    ['\\x\\E', /does not begin with a delimiter/],
    [':x:E::py::/a', /it has 6 fields, and 7/],
    [':x:E::py::/a:b:', /it has 8 fields, and 7/],
    ['::E::py::/a:', /the name "" cannot be used/],
    [':status:E::py::/a:', /the name "status" cannot be used: the kernel uses/],
    [':..:E::py::/a:', /it is a folder/],
    [':a b:E::py::/a:', /only letters, digits/],
    [':a/b:E::py::/a:', /only letters, digits/],
    [':x:E::py::python:', /interpreter is not an absolute path/],
    [':x:E::py:::', /interpreter is not an absolute path/],
    [':x:E::py::/:', /interpreter is not an absolute path/],
    [':x:E::py::/usr/:', /interpreter is not an absolute path/],
    [':x:E::py::/a\0b:', /interpreter holds control characters/],
    ['|x|E||py||/a\r:y:E::exe::/b:|', /interpreter holds control characters/],
    [':x:E::py::/a\u0085:', /interpreter holds control characters/],
    [':x:E::p\u0001y::/a:', /extension must be/],
    ['#x#E##py##/a#', /does not begin with a delimiter/],
    [';x;E;;py;;/a;', /does not begin with a delimiter/],
    ['\u0001x\u0001E\u0001\u0001py\u0001\u0001/a\u0001', /does not begin with a delimiter/],
    [':x:E::py::/a:POCFX', /flags "POCFX" are not among P, O, C and F, and since Linux 7\.3 T, L and D/],
    [':x:E::py::/a:PT', /flags T and P exclude each other/],
    [':x:E::::/a:', /extension must be/],
    [':x:E::.py::/a:', /extension must be/],
    [':x:E::p/y::/a:', /extension must be/],
    [':x:E::p\0y::/a:', /extension must be/],
    [`:x:E::${'p'.repeat(65)}::/a:`, /extension must be/],
    [':x:Z::ab::/a:', /type "Z" is neither M nor E/],
    [':x:M:-1:ab::/a:', /offset is not a decimal number/],
    [':x:M:0x1:ab::/a:', /offset is not a decimal number/],
    [':x:M:1000:ab::/a:', /offset is not a decimal number/],
    [':x:M:255:é::/a:', /beyond the 256 bytes/],
    [':x:M:256:a::/a:', /beyond the 256 bytes/],
    [':x:M:0:::/a:', /magic is empty/],
    [':x:M:0:\\x0::/a:', /broken \\x escape/],
    [':x:M:0:\\xzz::/a:', /broken \\x escape/],
    [':x:M:0:ab:\\xff:/a:', /mask is not as long/],
    [':x:M:0:ab:\\xf:/a:', /mask is not as long/],
  ])('refuses %j', (line, problem) => {
    const parsed = parseRule(line);
    expect(parsed).toBeInstanceOf(Array);
    expect(String(parsed)).toMatch(problem);
  });

  it('takes the longest line that the kernel takes, counted in bytes', () => {
    const frame = formatRule({ ...JAR, interpreter: '/' }).length;
    const line = (letter: string, bytes: number) => {
      const count = (bytes - frame) / Buffer.byteLength(letter);
      return formatRule({ ...JAR, interpreter: `/${letter.repeat(count)}` });
    };
    expect(parseRule(line('a', REGISTER_LIMIT))).toMatchObject({ name: 'jar' });
    const tooLong = [`it is longer than the ${REGISTER_LIMIT} bytes that the kernel takes`];
    expect(parseRule(line('a', REGISTER_LIMIT + 1))).toEqual(tooLong);
    const even = REGISTER_LIMIT + 1 + ((REGISTER_LIMIT + 1 - frame) % 2);
    expect(parseRule(line('é', even))).toEqual(tooLong);
  });

  it('lists everything that is wrong at once', () => {
    expect(parseRule(':a b:Q:x:::rel:Z')).toHaveLength(6);
  });
});

describe('parseRules', () => {
  it('reads one rule a line, and passes over comments and empty lines', () => {
    const problems: string[] = [];
    const text = `# a comment\n; another\n\n  ${formatRule(JAR)}  \r\n${formatRule(WASM)}`;
    expect(parseRules(text, problems)).toEqual([JAR, WASM]);
    expect(problems).toEqual([]);
  });

  it('tells the line of each problem, and keeps what is right', () => {
    const problems: string[] = ['one from before'];
    const text = ['nonsense', formatRule(JAR), formatRule({ ...WASM, name: 'jar' })].join('\n');
    expect(parseRules(text, problems)).toEqual([JAR]);
    expect(problems).toEqual([
      'one from before',
      'rules, line 1: it does not begin with a delimiter such as ":"',
      'rules, line 3: its name occurs twice',
    ]);
  });

  it('never throws, and gives no rule that it would refuse', () => {
    const piece = fc.constantFrom(
      ':',
      ':E:',
      ':M:',
      '\\x7f',
      '\n',
      '/a',
      'POCF',
      '#',
      '|',
      '\0',
      '\ud800',
      'é',
    );
    const text = fc.array(fc.oneof(piece, fc.string())).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, (lines) => {
        for (const rule of parseRules(lines, [])) expect(ruleLineProblems(rule)).toEqual([]);
      }),
    );
  });
});

describe('parseOwnRule', () => {
  it.each<[string, RegExp]>([
    ['qemu-aarch64', /begin with qemu- are those of QEMU's handlers/],
    ['qemu-', /begin with qemu-/],
    ['setup-binfmt-trial-aarch64', /those of helper entries/],
    ['foo.new', /those of helper entries/],
    ['foo.keep', /those of helper entries/],
  ])('leaves the name %s to this program', (name, problem) => {
    const line = formatRule({ ...JAR, name });
    expect(parseRule(line)).toMatchObject({ name });
    expect(String(parseOwnRule(line))).toMatch(problem);
    const problems: string[] = [];
    expect(parseRules(line, problems)).toEqual([]);
    expect(problems).toEqual([expect.stringMatching(/^rules, line 1: the name "/)]);
    expect(parseRules(line, [], parseRule)).toEqual([{ ...JAR, name }]);
    expect(ruleLineProblems({ ...JAR, name })).toHaveLength(1);
  });

  it.each(['qemu', 'my-qemu-aarch64', 'setup-binfmt', 'foo.newer', 'new', 'foo.new.1'])(
    'allows %s',
    (name) => {
      expect(parseOwnRule(formatRule({ ...JAR, name }))).toEqual({ ...JAR, name });
    },
  );

  it('lists what is wrong otherwise', () => {
    expect(parseOwnRule(':x:E::py::python:')).toEqual(['its interpreter is not an absolute path']);
  });
});

describe('ruleLineProblems', () => {
  it('holds a rule that came another way to the same form', () => {
    expect(ruleLineProblems({ ...JAR, name: 'a:b' }).join()).toContain('the name "a:b" cannot be used');
    expect(ruleLineProblems({ ...JAR, interpreter: ALL }).join()).toContain('delimiter');
  });
});

describe('ruleOfEntry', () => {
  it('is the rule that the entry was registered by', () => {
    fc.assert(
      fc.property(anyRule, (rule) => {
        expect(ruleOfEntry(printed(rule))).toEqual(rule);
        expect(isRuleOf(rule, printed(rule))).toBe(true);
        expect(isRuleOf(rule, printed(rule, 'disabled'))).toBe(true);
      }),
    );
  });

  it.each<[string, string]>([
    ['a handler that is no file', 'enabled\nbpf prog\nflags: \noffset 0\nmagic 00\n'],
    ['no interpreter', 'enabled\nflags: \noffset 0\nmagic 00\n'],
    ['no match', 'enabled\ninterpreter /a\nflags: \n'],
    ['a line of a newer kernel', 'enabled\ninterpreter /a\nflags: \noffset 0\nmagic 00\ncolour red\n'],
    ['a flag of a newer kernel', 'enabled\ninterpreter /a\nflags: FX\noffset 0\nmagic 00\n'],
  ])('is nothing for %s', (_, text) => {
    const entry = parseEntry('jar', text);
    expect(ruleOfEntry(entry)).toBeUndefined();
    expect(isRuleOf(JAR, entry)).toBe(false);
  });
});

describe('isRuleOf', () => {
  it.each<[string, Partial<Rule>, boolean]>([
    ['another name', { name: 'other' }, false],
    ['another interpreter', { interpreter: '/usr/bin/other' }, false],
    ['other flags', { flags: 'F' }, false],
    ['flags in another order, and O that C implies', { flags: 'CO' }, true],
    ['C alone', { flags: 'C' }, true],
    ['another magic', { match: { kind: 'magic', offset: 0, magic: '0061736e' } }, false],
    ['another offset', { match: { kind: 'magic', offset: 1, magic: '0061736d' } }, false],
    ['a mask that says nothing', { match: { kind: 'magic', offset: 0, magic: '0061736d' } }, true],
    ['another kind', { match: { kind: 'extension', extension: 'wasm' } }, false],
  ])('with %s', (_, change, same) => {
    expect(isRuleOf({ ...WASM, ...change }, printed(WASM))).toBe(same);
  });

  it('tells extensions apart', () => {
    expect(isRuleOf({ ...JAR, match: { kind: 'extension', extension: 'war' } }, printed(JAR))).toBe(false);
    expect(isRuleOf({ ...JAR, match: WASM.match }, printed(JAR))).toBe(false);
  });
});

describe('isLeftBehind', () => {
  it.each<[string, Entry, readonly Rule[], boolean]>([
    ['takes the same files', printed({ ...JAR, name: 'jar.new', interpreter: '/old' }), [], true],
    [
      'takes others, and is recorded',
      printed({ ...WASM, name: 'jar.new' }),
      [{ ...WASM, name: 'jar.new' }],
      true,
    ],
    ['takes others', printed({ ...WASM, name: 'jar.new' }), [WASM], false],
    ['has another name', printed(JAR), [JAR], false],
    ['is not understood', parseEntry('jar.new', 'enabled\nbpf prog\nflags: \n'), [], false],
  ])('an entry that %s', (_, entry, recorded, expected) => {
    expect(isStaleHelper(stagingRule(JAR), entry, recorded)).toBe(expected);
  });

  it('knows the name that keeps a rule, too', () => {
    expect(isStaleHelper(standInRule(JAR), printed({ ...JAR, name: 'jar.keep' }), [])).toBe(true);
  });
});

describe('handlerRule', () => {
  const arm64 = targetOf('arm64') as Target;
  const { magic, mask } = arm64;

  it('is the row of the table, with the path and the flags of the handler', () => {
    expect(handlerRule(arm64, '/store/qemu-aarch64', 'OCF')).toEqual({
      name: 'qemu-aarch64',
      match: { kind: 'magic', offset: 0, magic, mask },
      interpreter: '/store/qemu-aarch64',
      flags: 'OCF',
    });
  });

  it('fits into one write for every target, with a long path', () => {
    for (const target of TARGETS) {
      const line = formatRule(handlerRule(target, `/${'p'.repeat(900)}`, 'POCF'));
      expect(line.length).toBeLessThanOrEqual(REGISTER_LIMIT);
    }
  });
});

describe('rulesOverlap', () => {
  const ext = (extension: string): Match => ({ kind: 'extension', extension });
  const magic = (bytes: string, offset = 0): Match => ({ kind: 'magic', offset, magic: bytes });
  it.each<[string, Match, Match, boolean]>([
    ['the same extension', ext('py'), ext('py'), true],
    ['another extension', ext('py'), ext('sh'), false],
    ['an extension and bytes, which one file can have both', ext('py'), magic('00'), true],
    ['bytes and an extension', magic('00'), ext('py'), true],
    ['bytes that differ', magic('00'), magic('01'), false],
    ['bytes at other places', magic('00'), magic('01', 1), true],
  ])('%s', (_, a, b, expected) => {
    expect(rulesOverlap(a, b)).toBe(expected);
  });
});

describe('ruleProblems', () => {
  const fine: RuleFacts = {
    exists: true,
    executable: true,
    header: buildProbe(targetOf('amd64') as Target),
  };
  const elf = (mask: string): Rule => ({
    ...WASM,
    match: { kind: 'magic', offset: 0, magic: '7f454c46', mask },
  });
  const handler = (arch: string): Rule => {
    const rule = ruleOfEntry(entryFor(arch));
    if (rule === undefined) throw new Error(`not understood: ${arch}`);
    return rule;
  };

  const taking = (magic: string, offset = 0, mask?: string): Rule => ({
    ...WASM,
    match: { kind: 'magic', offset, magic, ...(mask === undefined ? {} : { mask }) },
  });

  it.each<[string, Rule, RegExp]>([
    ['every script', taking('2321'), /takes scripts \(#!\)/],
    ['every script, by one byte', taking('23'), /takes scripts/],
    ['every script, by the other byte', taking('21', 1), /takes scripts/],
    ['every script, under a mask', taking('3331', 0, 'efef'), /takes scripts/],
    ['scripts for a shell', taking(Buffer.from('/bin/sh').toString('hex'), 2), /takes scripts/],
    ['scripts for one interpreter', taking(Buffer.from('#!/opt/x').toString('hex')), /takes scripts/],
    [
      'scripts, by what may stand behind',
      taking(Buffer.from('/bin/sh -e').toString('hex'), 2),
      /takes scripts/,
    ],
    ['scripts, by a letter of any encoding', taking('c3a9', 100, 'ffff'), /takes/],
    ['scripts, by a control character behind', taking('23212f62696e2f73680a0c0a'), /takes scripts/],
    ['scripts, by a byte that no text has behind', taking('23210102'), /takes scripts/],
    ['scripts that have ended', taking('0000', 3), /takes scripts/],
    ['programs, by what the first segment is', taking('0600000004', 64), /ELF programs of several/],
    ['programs, by where they are entered', taking('00104000', 24), /ELF programs of several/],
    ['programs, by no byte at all', taking('00', 0, '00'), /ELF programs of several/],
    ['programs of the host, by their machine', taking('3e00', 18), /takes amd64 programs/],
  ])('%s', (_, rule, problem) => {
    const found = ruleProblems(rule, 'amd64', fine);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(problem);
  });

  it.each<[string, Rule]>([
    ['AppImages, by what they alone have in their padding', taking('414902', 8)],
    ['AppImages, by more', taking('7f454c4600000000414902', 0, 'ffffffff00000000ffffff')],
    ['what begins as neither', taking('504b0304')],
    ['what goes on as neither', taking('24ffae51699aa2213d84820a84e409ad11', 4)],
  ])('lets a rule take %s', (_, rule) => {
    expect(ruleProblems(rule, 'amd64', fine)).toEqual([]);
  });

  it.each<[string, Rule, string | undefined, Partial<RuleFacts>, readonly RegExp[]]>([
    ['a rule that is right', WASM, 'amd64', {}, []],
    ['an extension', JAR, 'amd64', {}, []],
    [
      'an interpreter of a neighbour’s',
      WASM,
      'amd64',
      { exchangeable: '/opt/run belongs to user 4803' },
      [/^its interpreter \S+ could be exchanged: \/opt\/run belongs to user 4803$/],
    ],
    [
      'what a program of the host is called',
      { ...JAR, match: { kind: 'extension', extension: 'ext4' } },
      'amd64',
      { taken: '/usr/sbin/mkfs.ext4' },
      [/takes \/usr\/sbin\/mkfs.ext4, a program of this host/],
    ],
    [
      'what a 64-bit kernel runs',
      handler('arm64'),
      'arm',
      {},
      [/takes arm64 programs, which this host runs/],
    ],
    ['a handler for another architecture', handler('arm64'), 'amd64', {}, []],
    ['no interpreter', JAR, 'amd64', { exists: false, executable: false }, [/jexec does not exist/]],
    ['one that is no program', WASM, 'amd64', { executable: false }, [/wasmtime is not an executable file/]],
    ['every ELF program', elf('ffffffff'), 'amd64', {}, [/ELF programs of several architectures/]],
    [
      'the programs of the host',
      handler('amd64'),
      'amd64',
      {},
      [/takes amd64 programs, which this host runs/],
    ],
    ['what the host runs as well', handler('386'), 'amd64', {}, [/takes 386 programs, which this host runs/]],
    ['the programs of a host that is not known', handler('arm64'), undefined, {}, []],
    [
      'its own interpreter',
      handler('arm64'),
      'amd64',
      { header: buildProbe(targetOf('arm64') as Target) },
      [/takes its own interpreter .*qemu-aarch64-static, which could then never start/],
    ],
    [
      'an interpreter that is not there has no header to compare',
      WASM,
      'amd64',
      { exists: false, header: new Uint8Array([0, 0x61, 0x73, 0x6d]) },
      [/does not exist/],
    ],
  ])('%s', (_, rule, host, change, expected) => {
    const found = ruleProblems(rule, host, { ...fine, ...change });
    expect(found).toHaveLength(expected.length);
    for (const [index, pattern] of expected.entries()) expect(found[index]).toMatch(pattern);
  });

  it('sees a rule that takes the host by its position-independent or GNU programs alone', () => {
    const amd64 = handler('amd64');
    if (amd64.match.kind !== 'magic') throw new Error('a handler has a magic');
    const only = (byte: number, value: string): Rule => {
      const { magic, mask = '' } = amd64.match as { magic: string; mask?: string };
      const at = 2 * byte;
      const put = (text: string, piece: string) => text.slice(0, at) + piece + text.slice(at + 2);
      return {
        ...amd64,
        match: { kind: 'magic', offset: 0, magic: put(magic, value), mask: put(mask, 'ff') },
      };
    };
    for (const rule of [only(16, '02'), only(16, '03'), only(7, '00'), only(7, '03')]) {
      expect(ruleProblems(rule, 'amd64', fine)).toHaveLength(1);
    }
  });

  it('keeps foreign text from a terminal', () => {
    const rule = { ...JAR, interpreter: '/a\u001b[2Jb' };
    const [problem = ''] = ruleProblems(rule, 'amd64', { ...fine, exists: false });
    expect(problem).not.toContain('\u001b');
  });
});

describe('flagsToTry', () => {
  it.each([
    [true, true, 'POCF OCF'],
    [true, false, 'POF OF'],
    [false, true, 'OCF POCF'],
    [false, false, 'OF POF'],
  ])('P known %s, credentials %s: %s', (preserve, credentials, flags) => {
    expect(flagsToTry(preserve, credentials).join(' ')).toBe(flags);
  });
});
