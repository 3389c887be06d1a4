/** Where QEMU cannot be fetched: id, cause and remedy of the first failure reach everything that people read. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '../../src/report/report.ts';
import { inTurn } from '../support/in-turn.ts';
import { layerOf, makeImage, qemuEntry } from '../support/oci-image.ts';
import { noPrivateTable } from '../support/private-table.ts';
import { commandOf, type Ended, reportOf } from '../support/program.ts';
import { debianQemu } from '../support/qemu.ts';
import {
  changed,
  type Fault,
  type RegistryServer,
  startRegistry,
  status,
} from '../support/registry-server.ts';
import { type Lab, openLab } from '../support/setup-lab.ts';
import { machineArchitecture } from '../support/static-program.ts';

const REPOSITORY = 'test/binfmt';
const REGISTRY_NEEDED = ['--qemu-from', 'image'];

interface Failing {
  readonly name: string;
  readonly fault: Fault;
  readonly cause: RegExp;
  readonly remedy: RegExp;
}

/** What a registry answers for good, and how that is mended. */
const FAILURES: readonly Failing[] = [
  {
    name: '429 that asks to wait for longer than there is time',
    fault: status(429, { 'retry-after': '3600' }),
    cause: /answered 429 \(TEST: said 429\)/,
    remedy:
      /Log in to the registry before this (?:step|command), wait 3600 s, or name a mirror in (?:the input |--)registry-mirrors\.$/,
  },
  {
    name: '401 that asks for a password',
    fault: status(401, { 'www-authenticate': 'Basic realm="x"' }),
    cause: /asks for a name and a password \(401\)/,
    remedy: /Log in to the registry before this (?:step|command) \(docker login\), or use another one\.$/,
  },
  {
    name: '403',
    fault: status(403),
    cause: /answered 403/,
    remedy:
      /Log in to the registry before this (?:step|command) \(docker login\), see that .* lets this login pull/,
  },
  {
    name: '404',
    fault: status(404),
    cause: /answered 404/,
    remedy: /Check the name and the digest of the image\.$/,
  },
  {
    name: '503 each time',
    fault: status(503, { 'retry-after': '0' }),
    cause: /answered 503/,
    remedy:
      /Run this again when the registry answers, or name a mirror in (?:the input |--)registry-mirrors\.$/,
  },
  {
    name: 'other bytes each time',
    fault: changed,
    cause: /a manifest with a wrong digest/,
    remedy:
      /Find out what changes it on the way \(a proxy, another mirror\), or name a mirror in (?:the input |--)registry-mirrors\.$/,
  },
];

/** All that one run of the action leaves. */
interface Step extends Ended {
  readonly summary: string;
  readonly report: Report;
}

describe.skipIf(noPrivateTable() !== undefined)('QEMU that cannot be fetched', () => {
  let folder: string;
  let server: RegistryServer;
  let image: string;
  let lab: Lab;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'setup-binfmt-failures-'));
    const arch = machineArchitecture;
    const made = makeImage([{ layers: [await layerOf([qemuEntry('s390x', arch)])], arch }]);
    server = await startRegistry(REPOSITORY, made);
    image = `${server.host}/${REPOSITORY}@${made.digest}`;
    lab = await openLab('/nonexistent');
  });
  afterEach(() => server.fail(() => false));
  afterAll(() =>
    inTurn(
      () => lab?.close(),
      () => server?.close(),
      () => rmSync(folder, { recursive: true, force: true }),
    ),
  );

  async function step(
    inputs: Readonly<Record<string, string>>,
    enter: readonly string[] = [],
  ): Promise<Step> {
    const home = mkdtempSync(join(folder, 'step-'));
    mkdirSync(join(home, 'temp'));
    const [summary, output] = [join(home, 'summary'), join(home, 'output')];
    for (const file of [summary, output]) writeFileSync(file, '');
    const named = Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]);
    const ended = await lab.run([...enter, ...commandOf('action.js')], {
      RUNNER_TEMP: join(home, 'temp'),
      GITHUB_STEP_SUMMARY: summary,
      GITHUB_OUTPUT: output,
      INPUT_IMAGE: image,
      'INPUT_QEMU-FROM': 'image',
      ...Object.fromEntries(named),
    });
    const path = /^report<<(\S+)\n(.*)\n\1$/m.exec(readFileSync(output, 'utf8'))?.[2] ?? '';
    const report = JSON.parse(readFileSync(path, 'utf8')) as Report;
    // The marks that keep Markdown from reading the text as its own, and those of code.
    return { ...ended, summary: readFileSync(summary, 'utf8').replaceAll(/[\\`]/g, ''), report };
  }

  it.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)(
    'says so when %s stops it, and leaves nothing on its way',
    async (signal) => {
      // The bytes of the image never come.
      server.fail(({ path }, response) => {
        if (path.includes('/blobs/')) response.writeHead(200, { 'content-length': '1000000' }).write('x');
        return path.includes('/blobs/');
      });
      const before = server.asked.length;
      const home = mkdtempSync(join(folder, 'stopped-'));
      mkdirSync(join(home, 'tmp'));
      const [enter, ...args] = lab.table.enter;
      const inputs = { INPUT_IMAGE: image, 'INPUT_QEMU-FROM': 'image', INPUT_PLATFORMS: 's390x' };
      const env = {
        ...lab.env,
        ...inputs,
        TMPDIR: join(home, 'tmp'),
        RUNNER_TOOL_CACHE: join(home, 'tools'),
      };
      const step = spawn(enter, [...args, ...commandOf('action.js')], {
        env,
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      let said = '';
      step.stdout.setEncoding('utf8').on('data', (text: string) => {
        said += text;
      });
      await expect
        .poll(() => server.asked.slice(before).some(({ path }) => path.includes('/blobs/')), {
          timeout: 30_000,
        })
        .toBe(true);
      step.kill(signal);
      const [code] = await once(step, 'close');
      expect(code).toBe(128 + constants.signals[signal]);
      expect(said).toMatch(
        new RegExp(
          `^::error title=SB-STOPPED::Cannot run setup \\(QEMU\\): this program was stopped by ${signal}\\. Run`,
          'm',
        ),
      );
      expect(readdirSync(join(home, 'tmp'))).toEqual([]);
      const left = readdirSync(home, { recursive: true, encoding: 'utf8' });
      expect(left.filter((path) => path.includes('.incoming-'))).toEqual([]);
    },
  );

  it.each<[string, Readonly<Record<string, string>>, readonly string[], RegExp]>([
    [
      'apt-get',
      { 'INPUT_QEMU-FROM': 'apt' },
      // Root takes that of the distribution. A shell would lose variables whose names hold a hyphen.
      [
        'unshare',
        '--mount',
        'perl',
        '-e',
        'system("mount", "--bind", $ENV{APT}, "/usr/bin/apt-get"); exec @ARGV',
      ],
      /is recorded, and undo takes it back/,
    ],
    // A user without sudo.
    ['docker', {}, ['unshare', '--user', '--map-user=1000'], /remove takes them away by their names/],
  ])(
    'ends %s, which works for it, before it ends itself, and says so',
    async (program, inputs, as, remedy) => {
      const home = mkdtempSync(join(folder, 'stopped-'));
      for (const name of ['tmp', 'bin']) mkdirSync(join(home, name));
      // It takes a moment to end, and writes until then.
      const script = `#!/usr/bin/perl
exit 1 if "@ARGV" =~ /print-uris/;
$SIG{TERM} = sub { select undef, undef, undef, 0.5; put('ended', 'x'); exit 1 };
sub put { open my $file, '>', "${home}/$_[0]"; print $file $_[1] }
put('pid', $$);
while (1) { open my $file, '>', 'written'; select undef, undef, undef, 0.1 }
`;
      writeFileSync(join(home, 'bin', program), script, { mode: 0o755 });
      for (const path of [home, join(home, 'tmp')]) chmodSync(path, 0o777);
      const engine = createServer((socket) => socket.destroy()).listen(join(home, 'engine'));
      await once(engine, 'listening');
      chmodSync(join(home, 'engine'), 0o777);
      const [enter, ...args] = lab.table.enter;
      const env = {
        ...{ ...lab.env, ...inputs, INPUT_PLATFORMS: 's390x', INPUT_IMAGE: image },
        PATH: program === 'docker' ? `${home}/bin:${lab.env.PATH}` : lab.env.PATH,
        APT: join(home, 'bin', program),
        DOCKER_HOST: `unix://${home}/engine`,
        TMPDIR: join(home, 'tmp'),
        RUNNER_TOOL_CACHE: join(home, 'tools'),
      };
      const step = spawn(enter, [...args, ...as, ...commandOf('action.js')], {
        env,
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      let said = '';
      step.stdout.setEncoding('utf8').on('data', (text: string) => {
        said += text;
      });
      const pid = () => (existsSync(join(home, 'pid')) ? readFileSync(join(home, 'pid'), 'utf8') : '');
      await expect.poll(pid, { timeout: 30_000 }).not.toBe('');
      step.kill('SIGTERM');
      const [code] = await once(step, 'close');
      engine.close();
      expect([code, existsSync(join(home, 'ended'))], said).toEqual([143, true]);
      // One that nobody has waited for yet has an empty command line (proc_pid_cmdline(5)).
      const commandLine = `/proc/${pid()}/cmdline`;
      expect(existsSync(commandLine) ? readFileSync(commandLine, 'utf8') : '').toBe('');
      expect(said).toContain(
        `this program was stopped by SIGTERM, and has ended ${program} before. Run it again`,
      );
      expect(said).toMatch(remedy);
      expect(readdirSync(join(home, 'tmp'))).toEqual([]);
      const left = readdirSync(home, { recursive: true, encoding: 'utf8' });
      expect(left.filter((path) => path.includes('.incoming-'))).toEqual([]);
    },
  );

  /** The text of the annotation of an id. */
  function annotation({ stdout }: Ended, level: string, id: string): string {
    const found = new RegExp(`^::${level} title=${id}[^:]*::(.*)$`, 'm').exec(stdout)?.[1];
    if (found === undefined) throw new Error(`no ${level} ${id} in ${stdout}`);
    return found.replaceAll('%25', '%');
  }

  it.each(FAILURES)('$name: everywhere', async ({ fault, cause, remedy }) => {
    server.fail(fault);
    const cli = [...commandOf('cli.js'), 'setup', 's390x', '--image', image, ...REGISTRY_NEEDED];
    const [action, plain, json] = await Promise.all([
      step({ platforms: 's390x' }),
      lab.run(cli),
      lab.run([...cli, '--json']),
    ]);
    expect([action.code, plain.code, json.code]).toEqual([1, 1, 1]);
    const problems = [action.report, reportOf(json)].map(({ problem }) => problem);
    expect(problems.map((problem) => problem?.id)).toEqual(['SB080', 'SB080']);
    const lineOf = (text: string, start: string) =>
      text.split('\n').find((line) => line.startsWith(start)) ?? '';
    const texts = [
      ...problems.map((problem) => problem?.message ?? ''),
      annotation(action, 'error', 'SB080'),
      lineOf(action.summary, '**SB080** '),
      lineOf(plain.stderr, 'SB080 '),
    ];
    for (const text of texts) {
      expect(text).toMatch(/Cannot prove linux\/s390x: image: /);
      expect(text).toMatch(cause);
      expect(text).toMatch(remedy);
    }
  });

  it('is told whole for many platforms and several sources', async () => {
    server.fail(status(429, { 'retry-after': '3600' }));
    const ended = await step({ platforms: 'all', 'qemu-from': 'image,host' });
    const annotated = annotation(ended, 'error', 'SB080');
    const told = ended.summary.split('\n').find((line) => line.startsWith('**SB080**')) ?? '';
    expect(ended.summary.match(/Log in to the registry/g)).toHaveLength(1);
    for (const text of [annotated, ended.report.problem?.message ?? '', told]) {
      expect(text).toMatch(/answered 429/);
      expect(text).toMatch(/host: arm64: no qemu-aarch64-static or qemu-aarch64 on this host\./);
      expect(text).toMatch(
        /Log in to the registry before this step, wait 3600 s, or name a mirror in the input registry-mirrors\.$/,
      );
    }
  });

  it('is a warning with the same words where strict is off', async () => {
    server.fail(status(429, { 'retry-after': '3600' }));
    const ended = await step({ platforms: 's390x', strict: 'false' });
    expect(ended.code).toBe(0);
    const [finding] = ended.report.findings;
    expect(finding).toMatchObject({ id: 'SB080', severity: 'warning', link: 'docs/doctor.md#sb080' });
    const texts = [`${finding?.evidence} ${finding?.remedy}.`, annotation(ended, 'warning', 'SB080')];
    for (const text of [...texts, ended.summary.split('\n').find((line) => line.includes('SB080')) ?? '']) {
      expect(text).toMatch(/answered 429/);
      expect(text).toMatch(
        /Log in to the registry before this step, wait 3600 s, or name a mirror in the input registry-mirrors\./,
      );
    }
  });

  it('has a report and a summary where the platforms themselves cannot be asked for', async () => {
    server.fail(status(429, { 'retry-after': '3600' }));
    const ended = await step({ mode: 'plan', 'matrix-from': image });
    expect(ended.code).toBe(3);
    expect(ended.report.problem?.id).toBe('SB080');
    for (const text of [
      annotation(ended, 'error', 'SB080'),
      ended.report.problem?.message ?? '',
      ended.summary,
    ]) {
      expect(text).toMatch(/Cannot pull .*answered 429.* Log in to the registry/);
    }
  });

  it('says that a name does not resolve', async () => {
    const args = ['setup', 's390x', '--image', image.replace(server.host, 'registry.invalid')];
    const ended = await lab.run([...commandOf('cli.js'), ...args, ...REGISTRY_NEEDED]);
    expect(ended.stderr).toMatch(
      /^SB080 .*registry\.invalid: .*(ENOTFOUND|EAI_AGAIN).* Check the name of the registry and the name servers/m,
    );
  });

  it.each([
    ['size=16k', /: no space is left on the file system of STORE\. Make room there, or name another folder/],
    ['nr_inodes=4', /: no inode is left on the file system of STORE\. Remove files there, or name another/],
    ['ro', /: the file system of STORE is read-only\. Mount it for writing, or name another folder in/],
  ])('names the tool cache that cannot be written, why, and the remedy: %s', async (options, said) => {
    const store = mkdtempSync(join(folder, 'full-'));
    const mounted = ['sh', '-c', `mount -t tmpfs -o ${options} none "$0" && exec "$@"`, store];
    const cli = ['setup', 's390x', '--image', image, '--qemu-from', 'image,apt'];
    const ended = await lab.run([...mounted, ...commandOf('cli.js'), ...cli], { RUNNER_TOOL_CACHE: store });
    const [line = ''] = ended.stderr.split('\n').filter((each) => each.startsWith('SB084 '));
    expect(line.replaceAll(`${store}/setup-binfmt`, 'STORE')).toMatch(said);
    expect(line).toContain('in RUNNER_TOOL_CACHE.');
    expect(ended.stdout + ended.stderr).not.toMatch(/Install static|ENOENT|SB-INTERNAL|SB099/);
    expect(lab.entries().size).toBe(0);
  });

  it('names what of the path of the tool cache cannot be registered', async () => {
    for (const [name, what] of [
      ['a:b', 'a colon'],
      ['a\nb', 'a line break'],
    ]) {
      const store = join(folder, name ?? '');
      mkdirSync(store);
      const cli = [...commandOf('cli.js'), 'setup', 's390x', '--image', image];
      const ended = await lab.run(cli, { RUNNER_TOOL_CACHE: store });
      expect(ended.code).toBe(1);
      const path = JSON.stringify(store);
      expect(ended.stderr).toContain(`the path ${path} of the tool cache holds ${what}, and handlers in it`);
      expect(lab.entries().size).toBe(0);
    }
  });

  it('says that there is no room for probes, and that nothing was changed', async () => {
    const full = mkdtempSync(join(folder, 'tmp-'));
    const mounted = ['sh', '-c', 'mount -t tmpfs -o nr_inodes=1 none "$0" && exec "$@"', full];
    const ended = await lab.run([...mounted, ...commandOf('cli.js'), 'setup', 's390x', '--image', image], {
      TMPDIR: full,
    });
    expect([ended.code, lab.entries().size]).toEqual([3, 0]);
    expect(ended.stderr).toContain(
      `SB092 Cannot make a folder for probes: no inode is left on the file system of ${full}; nothing was changed. Remove files there, or name another folder in TMPDIR.`,
    );
  });

  /** How often a text says something, the lines that runners take for themselves left out. */
  const count = (text: string, what: RegExp): number =>
    text.replaceAll(/^::set-output .*$/gm, '').match(new RegExp(what, 'g'))?.length ?? 0;

  const refuse = (code: number) => {
    server.fail(status(code));
    return {};
  };
  it.each<[string, () => { image?: string }, RegExp]>([
    [
      'a registry that is not there',
      () => ({ image: image.replace(server.host, '127.0.0.1:1') }),
      /it refuses the connection \(ECONNREFUSED\)/,
    ],
    [
      'a name that does not resolve',
      () => ({ image: image.replace(server.host, 'registry.invalid') }),
      /ENOTFOUND|EAI_AGAIN/,
    ],
    ['429', () => refuse(429), /answered 429/],
    ['500', () => refuse(500), /answered 500/],
  ])('tells %s once, in the log of the action and on a terminal', async (_name, arrange, cause) => {
    const where = { image, ...arrange() };
    const log = await step({ platforms: 's390x,arm64', 'qemu-from': 'image,host', image: where.image });
    expect(count(log.stdout, cause), log.stdout).toBe(1);
    const cli = ['setup', 's390x', 'arm64', '--image', where.image, '--qemu-from', 'image,host'];
    const { stdout, stderr } = await lab.run([...commandOf('cli.js'), ...cli]);
    expect(count(stdout + stderr, cause), stdout + stderr).toBe(1);
  });

  it('tells once what is fallen back to, and why', async () => {
    server.fail(status(500));
    const able = { PATH: `${await debianQemu('trixie')}:${lab.env.PATH}` };
    const inputs = { INPUT_PLATFORMS: 's390x', INPUT_IMAGE: image, 'INPUT_QEMU-FROM': 'image,host' };
    const log = await lab.run(commandOf('action.js'), { ...able, ...inputs });
    expect([log.code, count(log.stdout, /answered 500/)], log.stdout).toEqual([0, 1]);
    expect(log.stdout).toMatch(
      /^::warning title=SB048[^:]*::.*taken elsewhere: .*answered 500.* Run this again when/m,
    );
    await lab.cli('remove', 'all');
    const cli = ['setup', 's390x', '--image', image, '--qemu-from', 'image,host'];
    const { code, stdout, stderr } = await lab.run([...commandOf('cli.js'), ...cli], able);
    expect([code, count(stdout + stderr, /answered 500/)], stdout + stderr).toEqual([0, 1]);
    await lab.cli('remove', 'all');
  });
});
