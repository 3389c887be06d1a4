/** Where QEMU cannot be fetched: id, cause and remedy of the first failure reach everything that people read. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '../../src/report/report.ts';
import { inTurn } from '../support/in-turn.ts';
import { layerOf, makeImage, qemuEntry } from '../support/oci-image.ts';
import { noPrivateTable } from '../support/private-table.ts';
import { commandOf, type Ended, reportOf } from '../support/program.ts';
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
    remedy: /Log in to the registry before this step, or name a mirror in registry-mirrors\.$/,
  },
  {
    name: '401 that asks for a password',
    fault: status(401, { 'www-authenticate': 'Basic realm="x"' }),
    cause: /asks for a name and a password \(401\)/,
    remedy: /Log in to the registry before this step \(docker login\), or use another one\.$/,
  },
  {
    name: '403',
    fault: status(403),
    cause: /answered 403/,
    remedy: /Log in to the registry before this step \(docker login\), or use another one\.$/,
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
    remedy: /Run this again when the registry answers, or name a mirror in registry-mirrors\.$/,
  },
  {
    name: 'other bytes each time',
    fault: changed,
    cause: /a manifest with a wrong digest/,
    remedy:
      /Find out what changes it on the way \(a proxy, another mirror\), or name a mirror in registry-mirrors\.$/,
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
      expect(text).toMatch(/Cannot prove linux\/s390x: linux\/s390x: image: /);
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
        /Log in to the registry before this step, or name a mirror in registry-mirrors\.$/,
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
      expect(text).toMatch(/Log in to the registry before this step, or name a mirror in registry-mirrors\./);
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

  it('says that the disk is full', async () => {
    const store = join(folder, 'full');
    mkdirSync(store);
    const full = 'mount -t tmpfs -o size=16k none "$0" && exec "$@"';
    const ended = await lab.run(
      [
        'sh',
        '-c',
        full,
        store,
        ...commandOf('cli.js'),
        'setup',
        's390x',
        '--image',
        image,
        ...REGISTRY_NEEDED,
      ],
      { RUNNER_TOOL_CACHE: store },
    );
    expect(ended.stderr).toMatch(/^SB084 .*ENOSPC.* Make room there and let this user write to it/m);
  });
});
