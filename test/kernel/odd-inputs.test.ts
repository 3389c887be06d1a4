/**
 * Odd inputs, as people write them: each gets one message, by the one error, exit code 2 and nothing on standard output,
 * and none of them changes anything. On a real table, which holds an entry of others.
 */
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: what an expression looks like that was not worked out
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { terminalWords } from '../../src/report/wording.ts';
import { commandOf } from '../support/program.ts';
import { type Lab, noLab, openLab, readEntries } from '../support/setup-lab.ts';

/** What is typed, a space between two arguments, and what is said of it. */
const TYPED: readonly (readonly [line: string, message: string])[] = [
  [
    'setpu',
    'mode is "setpu", and must be one of setup, plan, doctor, remove, exec, list, platforms, undo, help, version (the nearest is setup)',
  ],
  [
    'setup-binfmt',
    'mode is "setup-binfmt", and must be one of setup, plan, doctor, remove, exec, list, platforms, undo, help, version',
  ],
  [
    'install',
    'mode is "install", and must be one of setup, plan, doctor, remove, exec, list, platforms, undo, help, version (the nearest is setup)',
  ],
  ['arm64', '"arm64" is a platform, and the mode comes before it: setup arm64'],
  ['arm64 riscv64', '"arm64" is a platform, and the mode comes before it: setup arm64 riscv64'],
  ['linux/arm64', '"linux/arm64" is a platform, and the mode comes before it: setup linux/arm64'],
  [
    'setup arm46',
    'platforms: "arm46" is not known (the nearest is linux/arm64); docs/platforms.md lists all names',
  ],
  [
    'setup armm64 riscv46',
    '2 problems: platforms: "armm64" is not known (the nearest is linux/arm64); platforms: "riscv46" is not known (the nearest is linux/riscv64); docs/platforms.md lists all names',
  ],
  [
    'setup linux/arm65',
    'platforms: "linux/arm65" is not known (the nearest is linux/arm64); docs/platforms.md lists all names',
  ],
  [
    'setup windows/amd64',
    'platforms: "windows/amd64" is for Windows: QEMU\'s user mode runs Linux programs alone, and no setting of this one changes that; docs/platforms.md lists all names',
  ],
  [
    'setup darwin/arm64',
    'platforms: "darwin/arm64" is for macOS: QEMU\'s user mode runs Linux programs alone, and no setting of this one changes that; docs/platforms.md lists all names',
  ],
  [
    'setup linux/arm/v9',
    'platforms: "linux/arm/v9" is not known (the nearest is linux/arm/v7); docs/platforms.md lists all names',
  ],
  [
    'setup arm/v4',
    'platforms: "arm/v4" is not known (the nearest is linux/arm/v7); docs/platforms.md lists all names',
  ],
  [
    'setup amd64/v9',
    'platforms: "amd64/v9" is not known (the nearest is linux/amd64); docs/platforms.md lists all names',
  ],
  [
    'setup arm64/v1',
    'platforms: "arm64/v1" is not known (the nearest is linux/arm64); docs/platforms.md lists all names',
  ],
  ['setup linux', 'platforms: "linux" is not known; docs/platforms.md lists all names'],
  ['setup linux/', 'platforms: "linux/" is not known; docs/platforms.md lists all names'],
  ['setup /', 'platforms: "/" is not known; docs/platforms.md lists all names'],
  ['setup //', 'platforms: "//" is not known; docs/platforms.md lists all names'],
  ['setup arm64;riscv64', 'platforms: "arm64;riscv64" is not known; docs/platforms.md lists all names'],
  ['setup arm64|riscv64', 'platforms: "arm64|riscv64" is not known; docs/platforms.md lists all names'],
  [
    'setup [arm64]',
    'platforms: "[arm64]" is not known (the nearest is linux/arm64); docs/platforms.md lists all names',
  ],
  [
    'setup ["arm64","riscv64"]',
    '2 problems: platforms: "["arm64"" is not known; platforms: ""riscv64"]" is not known (the nearest is linux/riscv64); docs/platforms.md lists all names',
  ],
  ['setup $PLATFORMS', 'platforms: "$PLATFORMS" is not known; docs/platforms.md lists all names'],
  [
    'setup ${{matrix.platform}}',
    'platforms: "${{matrix.platform}}" is not known; docs/platforms.md lists all names',
  ],
  ['setup *', 'platforms: "*" is not known; docs/platforms.md lists all names'],
  ['setup none arm64', 'platforms: "none" stands alone'],
  ['setup all none', 'platforms: "none" stands alone'],
  ['setup ,', 'platforms holds no name'],
  ['setup ,,', 'platforms holds no name'],
  ['setup true', 'platforms: "true" is not known; docs/platforms.md lists all names'],
  ['setup false', 'platforms: "false" is not known; docs/platforms.md lists all names'],
  ['setup -', 'platforms: "-" is not known; docs/platforms.md lists all names'],
  ['setup =', 'platforms: "=" is not known; docs/platforms.md lists all names'],
  ['setup platforms=arm64', 'platforms: "platforms=arm64" is not known; docs/platforms.md lists all names'],
  [
    'setup arm64=yes',
    'platforms: "arm64=yes" is not known (the nearest is linux/arm64be); docs/platforms.md lists all names',
  ],
  ['setup i386 all bogus', 'platforms: "bogus" is not known; docs/platforms.md lists all names'],
  ['setup sparc128', 'platforms: "sparc128" is not known; docs/platforms.md lists all names'],
  [
    'setup qemu-aarch64',
    'platforms: "qemu-aarch64" is not known (the nearest is linux/arm64); docs/platforms.md lists all names',
  ],
  [
    'setup qemu-aarch64-static',
    'platforms: "qemu-aarch64-static" is not known (the nearest is linux/arm64); docs/platforms.md lists all names',
  ],
  [
    'setup 64',
    'platforms: "64" is not known (the nearest is linux/amd64); docs/platforms.md lists all names',
  ],
  [
    'setup aarch64_64',
    'platforms: "aarch64_64" is not known (the nearest is linux/arm64be); docs/platforms.md lists all names',
  ],
  ['setup --platform', 'there is no option "--platform" (the nearest is --platforms)'],
  ['setup --platforms', '--platforms needs a value'],
  ['setup --platforms=', '--platforms needs a value'],
  ['setup --platfrom arm64', 'there is no option "--platfrom" (the nearest is --platforms)'],
  ['setup --plattforms=arm64', 'there is no option "--plattforms" (the nearest is --platforms)'],
  ['setup --arch', '--arch needs a value'],
  ['setup --scope', '--scope needs a value'],
  ['setup --scope hst arm64', 'scope is "hst", and must be one of host, engine (the nearest is host)'],
  ['setup --scope=HOST,engine arm64', 'scope is "HOST,engine", and must be one of host, engine'],
  [
    'setup --scope private arm64',
    'a private table ends with the program that made it: use exec [platform ...] -- command',
  ],
  ['setup --on-conflict', '--on-conflict needs a value'],
  [
    'setup --on-conflict replce arm64',
    'on-conflict is "replce", and must be one of repair, replace, keep, fail (the nearest is replace)',
  ],
  [
    'setup --on-conflict=never arm64',
    'on-conflict is "never", and must be one of repair, replace, keep, fail',
  ],
  ['setup --conflict keep arm64', 'there is no option "--conflict" (the nearest is --on-conflict)'],
  [
    'setup --qemu-from imgae arm64',
    'qemu-from is "imgae", and must be one of image, apt, host (the nearest is image)',
  ],
  ['setup --qemu-from docker arm64', 'qemu-from is "docker", and must be one of image, apt, host'],
  ['setup --qemu-from= arm64', '--qemu-from needs a value'],
  ['setup --qemu-from=, arm64', 'qemu-from holds no name'],
  ['setup --image', '--image needs a value'],
  ['setup --image= arm64', '--image needs a value'],
  [
    'setup --image :latest arm64',
    'image: ":latest" has a repository name that is not lower-case letters, digits and single . _ - between them',
  ],
  [
    'setup --image UPPER/case arm64',
    'image: "UPPER/case" has a repository name that is not lower-case letters, digits and single . _ - between them',
  ],
  ['setup --image http://example.com/x arm64', 'image: "http://example.com/x" names no valid registry host'],
  [
    'setup --image a/b@sha256:123 arm64',
    'image: "a/b@sha256:123" has a digest that is not sha256: and 64 hex digits',
  ],
  [
    'setup --image user:secret@example.com/x arm64',
    'image: "…@example.com/x" has a digest that is not sha256: and 64 hex digits',
  ],
  ['setup --registry-mirrors :// arm64', 'registry-mirrors: "://" names no valid registry host'],
  ['setup --registry-mirrors ftp://x arm64', 'registry-mirrors: "ftp://x" names no valid registry host'],
  ['setup --mirror x arm64', 'there is no option "--mirror" (the nearest is --registry-mirrors)'],
  ['setup --rules nonsense', 'rules, line 1: it does not begin with a delimiter such as ":"'],
  [
    'setup --rules :x',
    'rules, line 1: it has 1 fields, and 7 is what it takes (:name:type:offset:magic:mask:interpreter:flags)',
  ],
  [
    'setup --rules :a/b:M::MZ::/bin/true:',
    'rules, line 1: the name "a/b" cannot be used: only letters, digits and . _ + - are allowed',
  ],
  ['setup --rules :x:Z::MZ::/bin/true:', 'rules, line 1: its type "Z" is neither M nor E'],
  ['setup --rules :x:M::MZ::relative:', 'rules, line 1: its interpreter is not an absolute path'],
  [
    'setup --rules ::M::MZ::/bin/true:',
    'rules, line 1: the name "" cannot be used: only letters, digits and . _ + - are allowed',
  ],
  [
    'setup --rules :x:E::py/:/bin/true:',
    'rules, line 1: it has 6 fields, and 7 is what it takes (:name:type:offset:magic:mask:interpreter:flags)',
  ],
  ['setup --strict=maybe arm64', 'strict is "maybe", and must be true or false'],
  ['setup --strict=ture arm64', 'strict is "ture", and must be true or false (the nearest is true)'],
  ['setup --no-strict=false arm64', '--no-strict takes no value'],
  ['setup --no-platforms', '--no-platforms takes no "no-"'],
  ['setup --no-scope', '--no-scope takes no "no-"'],
  ['setup --no-json', '--no-json takes no "no-"'],
  ['setup --json=maybe', '--json is either given or not'],
  [
    'setup --persist --scope engine arm64',
    'persist keeps entries of the host: leave it out with scope engine',
  ],
  ['setup --persist=2 arm64', 'persist is "2", and must be true or false'],
  [
    'setup --cleanup arm64',
    '--cleanup is for the action alone, which has a post step: undo takes changes back here',
  ],
  ['setup --summary arm64', '--summary is for the action alone, which has a job summary'],
  ['setup --no-summary arm64', '--summary is for the action alone, which has a job summary'],
  ['setup --reset=si arm64', 'reset is "si", and must be true or false'],
  ['setup --log x arm64', '--log is for doctor, and means nothing to setup'],
  ['setup --network arm64', '--network is for doctor, and means nothing to setup'],
  ['setup --run last', '--run is for remove, and means nothing to setup'],
  ['setup --map-root', '--map-root is for exec, and means nothing to setup'],
  ['setup --mode', '--mode needs a value'],
  ['setup --mode plan', 'mode is given twice'],
  [
    'setup --mode=exec',
    '2 problems: mode is given twice; exec is no value of --mode but a word: setup-binfmt exec [platform ...] -- command',
  ],
  ['--mode list', 'list is no value of --mode but a word: setup-binfmt list'],
  [
    '--mode bogus',
    'mode is "bogus", and must be one of setup, plan, doctor, remove, exec, list, platforms, undo, help, version',
  ],
  ['--mode setup plan', 'mode is given twice'],
  ['setup -x', 'there is no option "-x"'],
  ['setup -xyz arm64', 'there is no option "-xyz"'],
  ['setup -arm64', 'there is no option "-arm64" (without dashes: arm64)'],
  ['setup --', 'only exec takes a command after "--"'],
  ['setup -- arm64', 'only exec takes a command after "--"'],
  ['setup arm64 -- ls', 'only exec takes a command after "--"'],
  ['setup --arm64', 'there is no option "--arm64" (without dashes: arm64)'],
  ['setup --all', 'there is no option "--all" (without dashes: all)'],
  [
    'setup --verbose arm64',
    'there is no option "--verbose" (there is one manner of telling; --json gives the whole report)',
  ],
  [
    'setup -v arm64',
    'there is no option "-v" (there is one manner of telling; --json gives the whole report)',
  ],
  [
    'setup --debug',
    'there is no option "--debug" (there is one manner of telling; --json gives the whole report)',
  ],
  ['setup --force arm64', 'there is no option "--force" (the nearest is --on-conflict replace)'],
  ['setup --dry-run arm64', 'there is no option "--dry-run" (the mode plan says what setup would do)'],
  ['setup --yes', 'there is no option "--yes" (nothing is asked here)'],
  ['setup --quiet', 'there is no option "--quiet" (what is said on the way goes to standard error)'],
  ['setup --runners bogus=x arm64', 'runners: "bogus=x": "bogus" names no platform'],
  [
    'setup --runners arm46=a arm64',
    'runners: "arm46=a": "arm46" names no platform (the nearest is linux/arm64)',
  ],
  ['setup --matrix-from', '--matrix-from needs a value'],
  ['setup --matrix-from :: arm64', 'matrix-from: ": :" has a tag that no registry accepts'],
  [
    'plan --matrix-from=,',
    'matrix-from: "," has a repository name that is not lower-case letters, digits and single . _ - between them',
  ],
  [
    'plan --persist --cleanup',
    '2 problems: --cleanup is for the action alone, which has a post step: undo takes changes back here; persist keeps what cleanup takes away again: leave one of the two out',
  ],
  ['plan --log x', '--log is for doctor, and means nothing to plan'],
  [
    'plan armm64',
    'platforms: "armm64" is not known (the nearest is linux/arm64); docs/platforms.md lists all names',
  ],
  [
    'pln arm64',
    'mode is "pln", and must be one of setup, plan, doctor, remove, exec, list, platforms, undo, help, version (the nearest is plan)',
  ],
  ['plan arm64 --format json', 'there is no option "--format" (the nearest is --json)'],
  ['plan -o json', 'there is no option "-o" (the nearest is --json)'],
  ['doctor --log=', '--log needs a value'],
  ['doctor --log none,engine', 'log: "none" stands alone'],
  ['doctor --reset', '--reset is for setup, plan, exec, and means nothing to doctor'],
  ['doctor --matrix-from a.b/c', '--matrix-from is for setup, plan, exec, and means nothing to doctor'],
  [
    'doctor bogus',
    'platforms: "bogus" is not known; docs/platforms.md lists all names, and to have a log read, set log: bogus',
  ],
  [
    'doctr',
    'mode is "doctr", and must be one of setup, plan, doctor, remove, exec, list, platforms, undo, help, version (the nearest is doctor)',
  ],
  ['doctor --logs x', 'there is no option "--logs" (the nearest is --log)'],
  ['remove', 'remove takes the names of platforms or of entries, or the word all, and none is given'],
  ['remove --all', 'there is no option "--all" (without dashes: all)'],
  ['remove linux/bogus', 'platforms: "linux/bogus" is not known; docs/platforms.md lists all names'],
  ['remove none arm64', 'platforms: "none" stands alone'],
  ['remove --reset arm64', '--reset is for setup, plan, exec, and means nothing to remove'],
  ['remove --run', '--run needs a value'],
  [
    'remove --run first',
    '--run is no whole id of a run, and not "last" (list names the runs that can be taken back)',
  ],
  ['remove --run last arm64', '--run is for remove alone, without platforms'],
  ['remove register/x', 'platforms: "register/x" is not known; docs/platforms.md lists all names'],
  ['remove ../status', 'platforms: "../status" is not known; docs/platforms.md lists all names'],
  [
    'delete qemu-aarch64',
    'mode is "delete", and must be one of setup, plan, doctor, remove, exec, list, platforms, undo, help, version (the nearest is remove)',
  ],
  [
    'uninstall',
    'mode is "uninstall", and must be one of setup, plan, doctor, remove, exec, list, platforms, undo, help, version (the nearest is remove)',
  ],
  ['--uninstall', '--uninstall needs a value'],
  [
    '--uninstall qemu-arm --install arm64',
    '--uninstall and --install are two commands here: first "remove qemu-arm", then "setup arm64"',
  ],
  ['--install', '--install needs a value'],
  ['--install --json', '--install needs a value'],
  ['--install bogus', 'platforms: "bogus" is not known; docs/platforms.md lists all names'],
  ['--mount /mnt', '--mount is "/mnt", and /proc/sys/fs/binfmt_misc is where programs look'],
  ['--mount --no-autoload', '--mount alone takes no --autoload'],
  [
    '--mount bogus',
    'mode is "bogus", and must be one of setup, plan, doctor, remove, exec, list, platforms, undo, help, version',
  ],
  ['exec', 'exec needs a command after two dashes: exec [platform ...] -- command'],
  ['exec arm64', 'exec needs a command after two dashes: exec [platform ...] -- command'],
  ['exec arm64 ls', 'exec needs a command after two dashes: exec [platform ...] -- command'],
  ['exec ls -l', 'exec needs a command after two dashes: exec [platform ...] -- command'],
  ['exec --', 'exec needs a command after two dashes: exec [platform ...] -- command'],
  ['exec --json -- ls', 'exec prints no report, and takes no --json'],
  ['exec --scope host -- ls', 'exec takes no --scope'],
  ['exec bogus -- ls', 'platforms: "bogus" is not known; docs/platforms.md lists all names'],
  ['exec --mode plan -- ls', 'exec takes no --mode'],
  ['exec --persist -- ls', '--persist is for setup, plan, and means nothing to exec'],
  [
    'run -- ls',
    'mode is "run", and must be one of setup, plan, doctor, remove, exec, list, platforms, undo, help, version (the nearest is exec)',
  ],
  ['list arm64', 'list takes no names: it says what runs here of all platforms'],
  ['list --all', 'there is no option "--all" (without dashes: all)'],
  ['list --scope private', 'a private table begins empty: list it from inside (exec -- setup-binfmt list)'],
  ['list --scope nowhere', 'scope is "nowhere", and must be one of host, engine'],
  ['list -- x', 'only exec takes a command after "--"'],
  [
    'lst',
    'mode is "lst", and must be one of setup, plan, doctor, remove, exec, list, platforms, undo, help, version (the nearest is list)',
  ],
  [
    'ls',
    'mode is "ls", and must be one of setup, plan, doctor, remove, exec, list, platforms, undo, help, version (the nearest is list)',
  ],
  [
    'doctor build.log',
    'platforms: "build.log" is not known; docs/platforms.md lists all names, and to have a log read, set log: build.log',
  ],
  ['platforms arm64', 'platforms takes no names: it lists all that are known'],
  [
    'platfroms',
    'mode is "platfroms", and must be one of setup, plan, doctor, remove, exec, list, platforms, undo, help, version (the nearest is platforms)',
  ],
  [
    'undo first',
    '"first" is no whole id of a run, and not "last" (list names the runs that can be taken back)',
  ],
  ['undo 1', '"1" is no whole id of a run, and not "last" (list names the runs that can be taken back)'],
  ['undo last last', 'undo takes back one run'],
  ['undo --run last', '--run is for remove, and means nothing to undo'],
  ['undo --json=perhaps', '--json is either given or not'],
  [
    'rollback',
    'mode is "rollback", and must be one of setup, plan, doctor, remove, exec, list, platforms, undo, help, version (the nearest is undo)',
  ],
  [
    'help bogus',
    'mode is "bogus", and must be one of setup, plan, doctor, remove, exec, list, platforms, undo, help, version',
  ],
  [
    'help pln',
    'mode is "pln", and must be one of setup, plan, doctor, remove, exec, list, platforms, undo, help, version (the nearest is plan)',
  ],
  [
    'hlep',
    'mode is "hlep", and must be one of setup, plan, doctor, remove, exec, list, platforms, undo, help, version (the nearest is help)',
  ],
  [
    'versoin',
    'mode is "versoin", and must be one of setup, plan, doctor, remove, exec, list, platforms, undo, help, version (the nearest is version)',
  ],
  ['--vers', 'there is no option "--vers" (the nearest is --version)'],
  ['--hlp', 'there is no option "--hlp" (the nearest is --help)'],
  ['setup --vers', 'there is no option "--vers" (the nearest is --version)'],
  ['setup --dry', 'there is no option "--dry"'],
  [
    'plan --form json',
    '2 problems: there is no option "--form"; platforms: "json" is not known; docs/platforms.md lists all names',
  ],
  ['plan --output json', 'there is no option "--output" (the nearest is --json)'],
  ['doctor -v', 'there is no option "-v" (there is one manner of telling; --json gives the whole report)'],
  ['setup linux/arm64 --forse', 'there is no option "--forse"'],
  ['remove --yes qemu-aarch64', 'there is no option "--yes" (nothing is asked here)'],
  ['setup qemu-user', 'platforms: "qemu-user" is not known; docs/platforms.md lists all names'],
];

/** Inputs of the action: names as in action.yml, and what is said of them. */
const WRITTEN: readonly (readonly [inputs: Readonly<Record<string, string>>, message: string])[] = [
  [
    { mode: 'exec' },
    'mode is "exec", a command of the terminal, and must be one of setup, plan, doctor, remove',
  ],
  [
    { mode: 'list' },
    'mode is "list", a command of the terminal, and must be one of setup, plan, doctor, remove',
  ],
  [
    { mode: 'setpu' },
    'mode is "setpu", and must be one of setup, plan, doctor, remove (the nearest is setup)',
  ],
  [{ mode: ' ' }, 'mode is "", and must be one of setup, plan, doctor, remove'],
  [
    { platforms: '${{ matrix.platform }}' },
    '3 problems: platforms: "${{" is not known; platforms: "matrix.platform" is not known; platforms: "}}" is not known; docs/platforms.md lists all names',
  ],
  [
    { platforms: '["linux/arm64"]' },
    'platforms: "["linux/arm64"]" is not known (the nearest is linux/arm64); docs/platforms.md lists all names',
  ],
  [
    { platforms: 'linux/arm64;linux/riscv64' },
    'platforms: "linux/arm64;linux/riscv64" is not known; docs/platforms.md lists all names',
  ],
  [{ platforms: ',' }, 'platforms holds no name'],
  [{ platforms: 'none,arm64' }, 'platforms: "none" stands alone'],
  [
    { mode: 'remove' },
    'remove takes the names of platforms or of entries, or the word all, and none is given',
  ],
  [
    { mode: 'remove', platforms: ' ' },
    'remove takes the names of platforms or of entries, or the word all, and none is given',
  ],
  [{ strict: 'flase' }, 'strict is "flase", and must be true or false (the nearest is false)'],
  [
    { 'on-conflict': 'replcae' },
    'on-conflict is "replcae", and must be one of repair, replace, keep, fail (the nearest is replace)',
  ],
  [{ scope: 'docker' }, 'scope is "docker", and must be one of host, private, engine'],
  [{ 'qemu-from': 'docker' }, 'qemu-from is "docker", and must be one of image, apt, host'],
  [
    { image: 'tonistiigi/binfmt:latest@sha256:abc' },
    'image: "tonistiigi/binfmt:latest@sha256:abc" has a digest that is not sha256: and 64 hex digits',
  ],
  [
    { persist: 'true', cleanup: 'true' },
    'persist keeps what cleanup takes away again: leave one of the two out',
  ],
  [
    { rules: ':qemu-aarch64' },
    'rules, line 1: it has 1 fields, and 7 is what it takes (:name:type:offset:magic:mask:interpreter:flags)',
  ],
  [
    { runners: 'arm46=ubuntu-24.04-arm' },
    'runners: "arm46=ubuntu-24.04-arm": "arm46" names no platform (the nearest is linux/arm64)',
  ],
  [{ mode: 'doctor', log: 'none\nengine' }, 'log: "none" stands alone'],
];

const NOTHING_LEFT = 'there is no record of a run that could be taken back\nnothing was left to take back.\n';

describe.skipIf(noLab() !== undefined)('odd inputs', () => {
  let lab: Lab;
  let before: ReadonlyMap<string, string>;
  beforeAll(async () => {
    lab = await openLab('/nowhere');
    lab.claim('riscv64', { name: 'of-others', interpreter: '/bin/true', flags: '' });
    before = lab.entries();
  });
  afterAll(() => lab.close());

  it('are more than 120, each once', () => {
    const lines = TYPED.map(([line]) => line);
    expect(new Set(lines).size).toBe(lines.length);
    expect(lines.length + WRITTEN.length).toBeGreaterThan(120);
  });

  it.each(TYPED)('%s', async (line, message) => {
    const words = line.split(' ');
    const ended = await lab.run([...commandOf('cli.js'), ...words]);
    const { sentence } = terminalWords(`node ${commandOf('cli.js')[1]}`);
    expect(ended.stderr).toBe(
      `SB-INPUT Cannot use the arguments: ${sentence(message)}. Correct them; nothing was changed.\n`,
    );
    expect(ended.code).toBe(2);
    if (!words.includes('--json')) expect(ended.stdout).toBe('');
  });

  it('undo 0123abcd…: no run', async () => {
    const [node, program] = commandOf('cli.js');
    const run = '0123abcd-0123-4567-89ab-0123456789ab';
    const ended = await lab.run([node, program, 'undo', run]);
    expect(ended).toEqual({
      code: 2,
      stdout: '',
      stderr: `SB-INPUT Cannot take the run ${run} back: there is no record of it. See what runs here, and which runs can be taken back (node ${program} list).\n`,
    });
  });

  it.each(['undo', 'undo last', 'remove --run last'])('%s: nothing is there to take back', async (line) => {
    const ended = await lab.run([...commandOf('cli.js'), ...line.split(' ')]);
    expect([ended.code, ended.stdout]).toEqual([0, NOTHING_LEFT]);
    expect(ended.stderr).not.toMatch(/SB-|Changes|the run to take back/);
  });

  it.each(WRITTEN)('%j', async (inputs, message) => {
    const env = Object.fromEntries(
      Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]),
    );
    const ended = await lab.run([...commandOf('action.js')], env);
    expect(ended.stdout).toBe(
      `::error title=SB-INPUT::Cannot use the inputs: ${message}. Correct them; nothing was changed.\n`,
    );
    // The doctor fails no job.
    expect(ended.code).toBe(inputs.mode === 'doctor' ? 0 : 2);
  });

  it('leave the table as it was', () => {
    expect(before.size).toBe(1);
    expect(readEntries(lab.table.folder)).toEqual(before);
  });
});
