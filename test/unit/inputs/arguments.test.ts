import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documentMode, parseArguments } from '../../../src/inputs/arguments.ts';
import { INPUT_DEFAULTS, parseInputs } from '../../../src/inputs/inputs.ts';
import { SetupProblem } from '../../../src/text/problem.ts';

const problemsOf = (args: readonly string[]): string => {
  try {
    const asked = parseArguments(args);
    if (asked.kind === 'run') parseInputs(asked.raw);
    return '';
  } catch (thrown) {
    if (!(thrown instanceof SetupProblem)) throw thrown;
    expect(thrown).toMatchObject({ id: 'SB-INPUT', exitCode: 2 });
    return thrown.message;
  }
};
const raw = (...args: readonly string[]) => {
  const parsed = parseArguments(args);
  return parsed.kind === 'run' ? parsed.raw : parsed.kind;
};

describe('parseArguments', () => {
  it.each<[string, Record<string, string>]>([
    ['', {}],
    ['setup', { mode: 'setup' }],
    ['setup arm64 riscv64', { mode: 'setup', platforms: 'arm64 riscv64' }],
    ['plan arm64,arm', { mode: 'plan', platforms: 'arm64,arm' }],
    ['--platforms arm64', { platforms: 'arm64' }],
    ['--platforms=arm64', { platforms: 'arm64' }],
    ['--arch arm64', { platforms: 'arm64' }],
    ['setup arm64 --qemu-from host,apt', { mode: 'setup', platforms: 'arm64', 'qemu-from': 'host,apt' }],
    ['--no-autoload', { autoload: 'false' }],
    ['--autoload', { autoload: 'true' }],
    ['--autoload false', { autoload: 'false' }],
    ['--autoload true setup', { autoload: 'true', mode: 'setup' }],
    ['--autoload=false', { autoload: 'false' }],
    ['--strict setup arm64', { strict: 'true', mode: 'setup', platforms: 'arm64' }],
    ['--mode plan', { mode: 'plan' }],
    ['setup arm64 --arch arm64', { mode: 'setup', platforms: 'arm64' }],
  ])('reads %j', (line, expected) => {
    expect(raw(...line.split(' ').filter((word) => word !== ''))).toEqual(expected);
  });

  it('tells whether the report alone is wanted', () => {
    expect(parseArguments(['setup', '--json'])).toEqual({ kind: 'run', raw: { mode: 'setup' }, json: true });
    expect(parseArguments([])).toEqual({ kind: 'run', raw: {}, json: false });
  });

  it('reads a command after two dashes, as it is', () => {
    expect(parseArguments(['exec', 'arm64', '--qemu-from', 'apt', '--', 'sh', '-c', '--json', '--'])).toEqual(
      {
        kind: 'exec',
        raw: { platforms: 'arm64', 'qemu-from': 'apt' },
        mapRoot: false,
        command: ['sh', '-c', '--json', '--'],
      },
    );
    expect(parseArguments(['exec', '--map-root', '--', 'id'])).toEqual({
      kind: 'exec',
      raw: {},
      mapRoot: true,
      command: ['id'],
    });
  });

  it.each<[string, RegExp]>([
    ['exec', /exec needs a command/],
    ['exec arm64', /exec needs a command/],
    ['exec --', /exec needs a command/],
    ['exec --json -- id', /takes no --json/],
    ['exec --scope engine -- id', /takes no --scope/],
    ['exec --mode plan -- id', /takes no --mode/],
    ['setup -- id', /only exec takes a command/],
    ['--map-root', /--map-root is for exec, and means nothing to setup/],
  ])('refuses %j', (line, problem) => {
    expect(problemsOf(line.split(' '))).toMatch(problem);
  });

  it.each([
    ['--help', 'help'],
    ['-h', 'help'],
    ['--version', 'version'],
    ['-V', 'version'],
  ])('%s wins over everything else', (option, kind) => {
    expect(parseArguments(['setup', '--nonsense', option])).toMatchObject({ kind });
  });

  it.each<[readonly string[], RegExp]>([
    [['--nonsense'], /there is no option "--nonsense"/],
    [['--no-nonsense'], /there is no option "--no-nonsense"/],
    [['-x'], /there is no option "-x"/],
    [['--'], /only exec takes a command/],
    [['--constructor', 'x'], /there is no option "--constructor"/],
    [['--__proto__', 'x'], /there is no option "--__proto__"/],
    [['--platforms'], /--platforms needs a value/],
    [['--platforms='], /--platforms needs a value/],
    [['--platforms', ''], /--platforms needs a value/],
    [['--platforms', ' '], /--platforms needs a value/],
    [['--platforms', '--json'], /--platforms needs a value/],
    [['--autoload='], /--autoload needs a value/],
    [['--no-platforms'], /--no-platforms takes no "no-"/],
    [['--no-autoload=true'], /--no-autoload takes no value/],
    [['--autoload', '--no-autoload'], /autoload is given twice/],
    [['setup', '--mode', 'plan'], /mode is given twice/],
    [['setup', 'arm64', '--arch', 'arm'], /platforms is given twice/],
    [['--arch', 'arm', '--platforms', 'arm64'], /platforms is given twice/],
    [['setup', ''], /a platform is blank/],
    [['setup', 'arm64', ' '], /a platform is blank/],
    [['--\u001b[31m::x'], /there is no option "--: :x"/],
  ])('refuses %j', (args, words) => expect(problemsOf(args)).toMatch(words));

  it('takes several logs one by one', () => {
    const parsed = parseArguments(['doctor', '--log', 'a b.log', '--log', '-', '--log=engine']);
    expect(parsed).toMatchObject({ raw: { log: 'a b.log\n-\nengine' } });
  });

  it('lists wrong options and wrong values together', () => {
    const message = problemsOf(['setpu', 'armm64', '--nonsense', '--strict=maybe']);
    for (const part of ['--nonsense', 'setpu', 'linux/arm64', 'strict is "maybe"'])
      expect(message).toContain(part);
  });

  it('never throws anything else', () => {
    const names = Object.keys(INPUT_DEFAULTS).flatMap((name) => [`--${name}`, `--no-${name}`, `--${name}=x`]);
    const word = fc.oneof(fc.constantFrom('setup', 'arm64', 'true', '', ...names), fc.string());
    fc.assert(
      fc.property(fc.array(word, { maxLength: 8 }), (args) => {
        expect(problemsOf(args)).not.toMatch(/\p{Cc}|::/u);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('inputs by environment', () => {
  const withEnvironment = (line: string, environment: Readonly<Record<string, string>>) => {
    const parsed = parseArguments(line.split(' ').filter(Boolean), environment);
    return parsed.kind === 'run' || parsed.kind === 'exec' ? parsed.raw : parsed.kind;
  };
  const PLATFORMS = { SETUP_BINFMT_PLATFORMS: 'arm64,arm' };

  it.each<[string, Record<string, string>, unknown]>([
    ['', PLATFORMS, { platforms: 'arm64,arm' }],
    ['setup riscv64', PLATFORMS, { mode: 'setup', platforms: 'riscv64' }],
    ['', { SETUP_BINFMT_MODE: 'doctor', ...PLATFORMS }, { mode: 'doctor', platforms: 'arm64,arm' }],
    ['plan', { SETUP_BINFMT_MODE: 'doctor' }, { mode: 'plan' }],
    [
      '--uninstall arm64',
      { SETUP_BINFMT_MODE: 'setup', ...PLATFORMS },
      { mode: 'remove', platforms: 'arm64' },
    ],
    [
      'setup',
      { SETUP_BINFMT_ON_CONFLICT: 'keep', SETUP_BINFMT_QEMU_FROM: 'host' },
      { mode: 'setup', 'on-conflict': 'keep', 'qemu-from': 'host' },
    ],
    ['setup --qemu-from apt', { SETUP_BINFMT_QEMU_FROM: 'host' }, { mode: 'setup', 'qemu-from': 'apt' }],
    // Those of a container hold for each command in it.
    ['doctor', { SETUP_BINFMT_PERSIST: 'true', SETUP_BINFMT_QEMU_FROM: 'host' }, { mode: 'doctor' }],
    ['--mount', PLATFORMS, 'mount'],
    ['remove --run last', { SETUP_BINFMT_SCOPE: 'private', ...PLATFORMS }, 'undo'],
    [
      'exec -- true',
      { SETUP_BINFMT_MODE: 'plan', SETUP_BINFMT_SCOPE: 'host', ...PLATFORMS },
      { platforms: 'arm64,arm' },
    ],
    ['', { SETUP_BINFMT_PLATFORMS: '', OTHER: 'x', SETUP_BINFMT_DIST: '1' }, {}],
  ])('%j takes what it has a use for from %j', (line, environment, expected) => {
    expect(withEnvironment(line, environment)).toEqual(expected);
  });

  it.each([
    [
      'SETUP_BINFMT_PLATFORM',
      'arm64',
      /no variable SETUP_BINFMT_PLATFORM \(the nearest is SETUP_BINFMT_PLATFORMS\)/,
    ],
    ['SETUP_BINFMT_MODE', 'list-all', /mode is "list-all"/],
  ])('complains of %s=%s', (name, value, problem) => {
    expect(() => withEnvironment('', { [name]: value })).toThrow(problem);
  });

  it('names the mode of the JSON document', () => {
    expect(documentMode(['--json'], { SETUP_BINFMT_MODE: 'doctor' })).toBe('doctor');
    expect(documentMode(['--json', 'plan'], { SETUP_BINFMT_MODE: 'doctor' })).toBe('plan');
  });
});

describe('options in a mode that has no use for them', () => {
  it.each<[string, readonly string[]]>([
    ['plan arm64 --log /nonexistent', ['--log is for doctor, and means nothing to plan']],
    ['plan --network', ['--network is for doctor, and means nothing to plan']],
    ['--network', ['--network is for doctor, and means nothing to setup']],
    [
      'doctor --matrix-from a.b/c:1 --reset',
      ['--matrix-from is for setup, plan, exec, and means', '--reset is for setup, plan, exec, and means'],
    ],
    ['plan --persist --cleanup', ['--cleanup is for the action alone', 'leave one of the two out']],
    ['exec arm64 --cleanup -- true', ['--cleanup is for the action alone']],
    ['exec arm64 --runners default=x -- true', ['--runners is for setup, plan, and means nothing to exec']],
    ['setup --no-summary', ['--summary is for the action alone, which has a job summary']],
    ['plan --no-cache', ['--cache is for the action alone, which has the Actions cache']],
    ['exec arm64 --cache-image true -- true', ['--cache-image is for the action alone']],
    ['setup --add-to-path', ['--add-to-path is for the action alone, which has later steps']],
    ['remove arm64 --qemu-from host', ['--qemu-from is for setup, plan, exec, and means nothing to remove']],
    ['remove --run last --no-strict', ['--strict is for setup, plan, exec']],
    ['--uninstall qemu-arm --no-credentials', ['--credentials is for']],
  ])('%j', (line, words) => {
    const message = problemsOf(line.split(' '));
    for (const part of words) expect(message).toContain(part);
    expect(message).toContain(words.length === 1 ? 'inputs: --' : `${words.length} problems`);
  });

  it.each([
    'setup arm64 --matrix-from a.b/c:1 --runners default=x',
    'plan arm64 --no-strict --image a.b/c:1 --reset --persist',
    'doctor arm64 --log - --network --image a.b/c:1 --registry-mirrors m.io --on-conflict keep',
    'doctor --strict --no-persist --no-cleanup',
    'exec arm64 --qemu-from apt --rules :x:M::MZ::/init: --no-credentials -- true',
    '--arch arm,arm64 --persistent --no-autoload',
    '--install all --no-credentials',
    '--mount',
  ])('is none in %j', (line) => expect(problemsOf(line.split(' '))).toBe(''));

  it('names every mode there is where one is wrong, and no other problem twice', () => {
    const modes = 'must be one of setup, plan, doctor, remove, exec, list, platforms, undo, help, version';
    expect(problemsOf(['bogus', '--log', 'x'])).toMatch(
      new RegExp(`inputs: mode is "bogus", and ${modes}\\.`),
    );
    expect(problemsOf(['--mode', 'bogus'])).toContain(modes);
    expect(problemsOf(['--mode', 'exec'])).toMatch(/inputs: exec is no value of --mode but a word/);
    expect(raw('PLAN')).toEqual({ mode: 'PLAN' });
  });
});

describe('documentMode', () => {
  it.each<[string, string | undefined]>([
    ['plan bogus', undefined],
    ['exec -- plan --json', undefined],
    ['plan bogus --json', 'plan'],
    ['--json', 'setup'],
    ['bogus --json', 'setup'],
    ['--mode doctor --nonsense --json', 'doctor'],
    ['--uninstall x --json', 'remove'],
    ['--uninstall qemu-* --install arm64 --json', 'setup'],
    ['exec --json', 'exec'],
  ])('%j', (line, mode) => expect(documentMode(line.split(' '))).toBe(mode));
});

describe('options of other tools', () => {
  it.each<[string, Record<string, string>]>([
    ['--install arm64,s390x', { mode: 'setup', platforms: 'arm64,s390x' }],
    ['-install all', { mode: 'setup', platforms: 'all' }],
    ['--install=arm64', { mode: 'setup', platforms: 'arm64' }],
    ['--uninstall qemu-aarch64', { mode: 'remove', platforms: 'qemu-aarch64' }],
    ['--uninstall qemu-* --install arm64', { mode: 'setup', platforms: 'arm64', reset: 'true' }],
    ['--install arm64 --uninstall qemu-*', { mode: 'setup', platforms: 'arm64', reset: 'true' }],
    ['--mount --install arm64', { mode: 'setup', platforms: 'arm64' }],
    ['--mount /proc/sys/fs/binfmt_misc --install arm64', { mode: 'setup', platforms: 'arm64' }],
    ['--install arm64 -mount', { mode: 'setup', platforms: 'arm64' }],
    ['-mount -arch arm64', { platforms: 'arm64' }],
    [
      '-arch arm,arm64 -persistent -no-autoload',
      { platforms: 'arm,arm64', persist: 'true', autoload: 'false' },
    ],
    ['-arch=arm64', { platforms: 'arm64' }],
    ['setup --mount', { mode: 'setup' }],
  ])('%s', (line, expected) => expect(raw(...line.split(' '))).toEqual(expected));

  it.each<[readonly string[], RegExp]>([
    [['--install'], /--install needs a value/],
    [['--install', '--json'], /--install needs a value/],
    [
      ['--install', 'arm64', '--uninstall', 'qemu-arm,x\n::y'],
      /are two commands here: first "remove qemu-arm,x : :y", then "setup arm64"/,
    ],
    [['--uninstall', 'qemu-arm', '--install', 'arm64'], /first "remove qemu-arm", then "setup arm64"/],
    [['--install', 'arm64', '--install', 'arm'], /install is given twice/],
    [['plan', '--install', 'arm64'], /mode is given twice/],
    [['--mount', '--no-autoload', '-persistent'], /--mount alone takes no --autoload, --persist/],
    [['-archs', 'arm64'], /there is no option "-archs"/],
    [['--mount', '/elsewhere'], /--mount is "\/elsewhere", and \/proc\/sys\/fs\/binfmt_misc is where/],
  ])('refuses %j', (args, words) => expect(problemsOf(args)).toMatch(words));
});

describe('--mount alone', () => {
  it.each(['--mount', '-mount', '--mount=/proc/sys/fs/binfmt_misc', '--mount /proc/sys/fs/binfmt_misc'])(
    '%s is no setup',
    (line) => {
      expect(parseArguments(line.split(' '))).toEqual({ kind: 'mount', json: false });
      expect(parseArguments([...line.split(' '), '--json'])).toEqual({ kind: 'mount', json: true });
    },
  );
});

describe('a run to take back', () => {
  const id = '0123abcd-0123-4567-89ab-0123456789ab';
  it.each(['last', id])('%s', (run) => {
    expect(parseArguments(['remove', '--run', run, '--json'])).toEqual({ kind: 'undo', run, json: true });
  });
  it.each<[readonly string[], RegExp]>([
    [['setup', '--run', 'last'], /--run is for remove, and means nothing to setup/],
    [['remove', 'arm64', '--run', 'last'], /--run is for remove alone/],
    [['--run', 'last'], /--run is for remove, and means nothing to setup/],
    [['remove', '--run', '../../etc'], /--run is no whole id of a run/],
    [['remove', '--run', ''], /--run needs a value/],
    [['remove', '--run'], /--run needs a value/],
  ])('refuses %j', (args, words) => expect(problemsOf(args)).toMatch(words));
});

describe('a command to run', () => {
  it('is what comes after the two dashes, untouched', () => {
    const args = ['exec', 'arm64', '--map-root', '--', 'sh', '-c', '--json', '--'];
    expect(parseArguments(args)).toEqual({
      kind: 'exec',
      raw: { platforms: 'arm64' },
      mapRoot: true,
      command: ['sh', '-c', '--json', '--'],
    });
  });
  it.each<[readonly string[], RegExp]>([
    [['exec'], /exec needs a command/],
    [['exec', '--'], /exec needs a command/],
    [['exec', '--', ''], /exec needs a command/],
    [['exec', '--json', '--', 'true'], /takes no --json/],
    [['exec', '--scope', 'host', '--', 'true'], /exec takes no --scope/],
    [['exec', '--mode', 'plan', '--', 'true'], /exec takes no --mode/],
    [['setup', '--map-root'], /--map-root is for exec, and means nothing to setup/],
    [['setup', '--', 'true'], /only exec takes a command/],
  ])('refuses %j', (args, words) => expect(problemsOf(args)).toMatch(words));
});

describe('help', () => {
  it.each<[string, string | undefined]>([
    ['help', undefined],
    ['--help', undefined],
    ['-h', undefined],
    ['-?', undefined],
    ['help help', undefined],
    ['help version', undefined],
    ['help plan', 'plan'],
    ['HELP Exec', 'exec'],
    ['plan arm64 -h', 'plan'],
    ['-h undo', 'undo'],
    ['exec -h -- true', 'exec'],
    ['nonsense --help', undefined],
    ['setup --image -h', 'setup'],
  ])('%j', (line, about) =>
    expect(parseArguments(line.split(' '))).toEqual({ kind: 'help', ...(about && { about }) }),
  );
  it('is refused on what is no mode, after the word itself alone', () =>
    expect(problemsOf(['help', 'pln'])).toMatch(/mode is "pln", .* \(the nearest is plan\)/));
  it('is none for a command after two dashes', () =>
    expect(parseArguments(['exec', '--', 'ls', '-h'])).toMatchObject({ command: ['ls', '-h'] }));
});

describe('commands of the terminal', () => {
  const id = '0123abcd-0123-4567-89ab-0123456789ab';
  it.each<[string, object]>([
    ['list', { kind: 'list', raw: {}, json: false }],
    ['list --json --scope engine', { kind: 'list', raw: { scope: 'engine' }, json: true }],
    ['platforms', { kind: 'platforms', json: false }],
    ['Platforms --json', { kind: 'platforms', json: true }],
    ['undo', { kind: 'undo', run: 'last', json: false }],
    ['undo last --json', { kind: 'undo', run: 'last', json: true }],
    [`undo ${id}`, { kind: 'undo', run: id, json: false }],
    ['version', { kind: 'version' }],
  ])('%j', (line, expected) => expect(parseArguments(line.split(' '))).toEqual(expected));

  it.each<[string, RegExp]>([
    ['list arm64', /list takes no names: it says what runs here/],
    ['list --scope private', /a private table begins empty/],
    ['list --log x', /--log is for doctor, and means nothing to list/],
    ['platforms arm64', /platforms takes no names: it lists all/],
    [
      'undo arm64',
      /"arm64" is no whole id of a run, and not "last" \(list names the runs that can be taken back\)/,
    ],
    ['undo last last', /undo takes back one run/],
    ['undo -- x', /only exec takes a command/],
    ['--mode list', /list is no value of --mode but a word: setup-binfmt list/],
  ])('refuses %j', (line, words) => expect(problemsOf(line.split(' '))).toMatch(words));
});

describe('what was meant', () => {
  it.each<[string, RegExp]>([
    ['setpu', /mode is "setpu", .* \(the nearest is setup\)\./],
    ['install', / \(the nearest is setup\)\./],
    ['ls', / \(the nearest is list\)\./],
    ['rollback', / \(the nearest is undo\)\./],
    ['arm64 riscv64', /"arm64" is a platform, and the mode comes before it: setup arm64 riscv64\./],
    ['--platfrom arm64', /no option "--platfrom" \(the nearest is --platforms\)\./],
    ['plan --scop host', /inputs: there is no option "--scop" \(the nearest is --scope\)\./],
    ['--no-cach', /no option "--no-cach" \(the nearest is --cache\)\./],
    ['--scope hst', / \(the nearest is host\)\./],
    ['--qemu-from imgae', / \(the nearest is image\)\./],
    ['--vers', /no option "--vers" \(the nearest is --version\)\./],
    ['hlep', / \(the nearest is help\)\./],
    ['setup --dry-run arm64', /inputs: .*"--dry-run" \(the mode plan says what setup would do\)\./],
    ['plan arm64 -o json', /inputs: there is no option "-o" \(the nearest is --json\)\./],
    ['setup --arm64', /"--arm64" \(without dashes: arm64\)\./],
    ['setup --all', /"--all" \(without dashes: all\)\./],
    ['setup qemu-aarch64-static', /not known \(the nearest is linux\/arm64\);/],
    ['delete qemu-aarch64', /inputs: mode is "delete", .* \(the nearest is remove\)\./],
    ['run -- ls', /inputs: mode is "run", .* \(the nearest is exec\)\./],
    ['--strict=ture', /must be true or false \(the nearest is true\)\./],
  ])('is named for %j', (line, words) => expect(problemsOf(line.split(' '))).toMatch(words));
});

describe('yes and no', () => {
  it.each(['yes', 'YES', 'true', 'on', '1'])('--json=%s', (word) =>
    expect(parseArguments(['plan', `--json=${word}`])).toMatchObject({ json: true }),
  );
  it.each(['no', 'false', 'off', '0'])('--json=%s', (word) =>
    expect(parseArguments(['plan', `--json=${word}`])).toMatchObject({ json: false }),
  );
  it('is what a switch takes, as the next word, too', () =>
    expect(raw('setup', '--persist', 'yes', 'arm64')).toEqual({
      mode: 'setup',
      persist: 'yes',
      platforms: 'arm64',
    }));
  it('is nothing else', () => expect(problemsOf(['--json=maybe'])).toMatch(/--json is either given or not/));
});
