/**
 * Faults on a real engine: each is built for real, and the doctor, run in the same job without any log, must say the true
 * cause first. With SETUP_BINFMT_FAULTS=docs/doctor-faults.md it writes down what it said.
 */
import { spawn } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '../../src/report/report.ts';
import { noDockerRegistry } from '../support/docker-registry.ts';
import { inTurn } from '../support/in-turn.ts';
import { debPackage, machineSuite, staticBusybox } from '../support/packages.ts';
import { noPrivateTable } from '../support/private-table.ts';
import { built } from '../support/program.ts';
import { debianQemu } from '../support/qemu.ts';
import { type EngineRoom, openEngineRoom } from './engine-room.ts';
import { FAULTS, type Fault, GOOD, NEWER, type Parts } from './faults.ts';

const root = process.getuid?.() === 0 && machineSuite() !== undefined;
const reason = root ? (noPrivateTable() ?? noDockerRegistry()) : 'needs root and Debian’s packages';
if (!root) console.log(`skipped: faults on a real engine: ${reason}`);

const REGISTRY = '127.0.0.1:5000';
const written = process.env.SETUP_BINFMT_FAULTS;

describe.skipIf(reason !== undefined)('the doctor before faults on a real engine', () => {
  let room: EngineRoom;
  let registry: ReturnType<typeof spawn>;
  let context: string;
  let parts: Parts;
  const rows: string[] = [];

  beforeAll(async () => {
    room = await openEngineRoom();
    context = join(room.folder, 'app');
    mkdirSync(context);
    fillContext(context);
    parts = {
      qemu: await debianQemu('sid'),
      old: await debianQemu('bullseye'),
      dynamic: join(debPackage('qemu-user'), 'usr/bin/qemu-aarch64'),
      foreign: join(context, 'busybox-arm64'),
      script: join(context, 'script'),
      registry: REGISTRY,
    };
    registry = serveRegistry(room);
    await fillRegistry(room, context);
  });
  afterAll(() =>
    inTurn(
      () => registry?.kill('SIGKILL'),
      () => room?.close(),
      () => written && writeFileSync(written, `${HEAD}${rows.join('\n')}\n`),
    ),
  );

  /** One job: a build, and then the doctor, as GitHub's runner starts it. */
  async function job(
    build: readonly string[],
    more: {
      seconds?: number;
      platforms?: string;
      in?: EngineRoom;
      env?: Readonly<Record<string, string>>;
    } = {},
  ): Promise<Report> {
    const output = join(room.folder, 'output');
    writeFileSync(output, '');
    // The shell is what has the job, and the process whose age tells when it began.
    const told = join(room.folder, 'build.log');
    const line = `timeout -s INT ${more.seconds ?? 120} ${build.join(' ')} > ${told} 2>&1; ${process.execPath} ${built('action.js')}; true`;
    const { code, stdout } = await (more.in ?? room).run(['sh', '-c', line], {
      GITHUB_ACTIONS: 'true',
      GITHUB_OUTPUT: output,
      RUNNER_TEMP: room.folder,
      INPUT_MODE: 'doctor',
      INPUT_PLATFORMS: more.platforms ?? '',
      ...more.env,
    });
    expect(code, stdout).toBe(0);
    const path = /report(?:<<.*\n|=)(.*)/.exec(readFileSync(output, 'utf8'))?.[1] ?? '';
    return JSON.parse(readFileSync(path, 'utf8')) as Report;
  }

  function register(fault: Fault): void {
    for (const name of room.entries().keys()) room.write(name, '-1');
    room.write('status', '1');
    for (const line of (fault.rules ?? GOOD)(parts)) room.write('register', line);
    for (const [file, text] of fault.writes ?? []) room.write(file, text);
  }

  it.each(FAULTS)('$what', async (fault) => {
    register(fault);
    writeFileSync(join(context, 'Dockerfile'), fault.dockerfile(parts));
    const platform = fault.platform ?? 'linux/arm64';
    const build = [
      'docker',
      'buildx',
      'build',
      '--no-cache',
      '--progress',
      'plain',
      '--platform',
      platform,
      context,
    ];
    const report = await job(build, { ...(fault.seconds === undefined ? {} : { seconds: fault.seconds }) });
    note(fault.what, platform, report);
    const { verdict, heading, cause } = saidFirst(report);
    expect([verdict, `${heading} ${cause}`]).toEqual([fault.verdict, expect.stringMatching(fault.truth)]);
  });

  it('a builder of the driver docker, asked for two platforms', async () => {
    const plain = await openEngineRoom({ containerdStore: false, storageDriver: 'overlay2' });
    try {
      for (const line of GOOD(parts)) plain.write('register', line);
      const platforms = 'linux/amd64,linux/arm64';
      const report = await job(['docker', 'buildx', 'build', '--platform', platforms, context], {
        in: plain,
        platforms,
      });
      note('a builder of the driver docker, asked for two platforms', platforms, report);
      expect(saidFirst(report).cause).toMatch(/driver docker .* cannot build for 2 platforms at once/);
    } finally {
      await plain.close();
    }
  });

  it('a builder that looked before the handler was there', async () => {
    const carries = mkdtempSync(join(tmpdir(), 'setup-binfmt-carried-'));
    copyFileSync(join(parts.old, 'qemu-aarch64-static'), join(carries, 'buildkit-qemu-aarch64'));
    const early = await openEngineRoom({ carries });
    try {
      // It looks, and finds nothing; what is registered now it learns of later.
      expect((await early.run(['docker', 'buildx', 'inspect'])).stdout).not.toContain('linux/arm64');
      for (const line of GOOD(parts)) early.write('register', line);
      writeFileSync(join(context, 'Dockerfile'), NEWER());
      const platform = 'linux/arm64';
      const build = [
        'docker',
        'buildx',
        'build',
        '--no-cache',
        '--progress',
        'plain',
        '--platform',
        platform,
      ];
      const report = await job([...build, context], { in: early });
      note('a builder that looked before the handler was there', platform, report);
      expect(saidFirst(report)).toMatchObject({
        verdict: 'emulation',
        cause: expect.stringContaining('the emulator it carries itself'),
      });
    } finally {
      await early.close();
      rmSync(carries, { recursive: true });
    }
  });

  it('no buildx', async () => {
    register({ ...(FAULTS[0] as Fault), rules: GOOD });
    const report = await job(['docker', 'buildx', 'build', context], {
      env: { DOCKER_CONFIG: join(room.folder, 'none') },
    });
    expect(report.findings.map(({ id }) => id)).toContain('SB051');
    expect(report.notes).toContain("the engine's record of builds was not read: docker has no buildx here");
  });

  function note(what: string, platform: string, report: Report): void {
    const { verdict, cause, remedy } = saidFirst(report);
    const log = readFileSync(join(room.folder, 'build.log'), 'utf8').replaceAll(room.folder, '…');
    const [, said] =
      /^#\d+ [\d.]+ (.*)\n#\d+ (?:ERROR|CANCELED)/m.exec(log) ?? /^(.*)$/m.exec(lastError(log)) ?? [];
    const cells = [what, platform, `\`${(said ?? '').slice(0, 160)}\``, verdict, cause, remedy];
    rows.push(`| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`);
  }
});

/** What the client says at the end of a build that failed before any of its steps. */
function lastError(log: string): string {
  const line = log.split('\n').findLast((each) => each.startsWith('ERROR: ')) ?? log;
  return line.replace(/^ERROR: (?:failed to build: )?(?:failed to solve: )?/, '');
}

const HEAD = `# Faults that were built for real

Each row is one job on a Docker engine 28 with buildx 0.29 and a binfmt_misc table of its own: something is broken, something
is built, and the doctor runs as the next step, with no input but its mode. It finds the build in the engine's own record.
Written by \`SETUP_BINFMT_FAULTS=docs/doctor-faults.md npx vitest run -c vitest.engines.config.ts test/engines/faults.test.ts\`,
which fails where the true cause does not come first.

| what was broken | built for | the last words of the step | verdict | said first | to be done |
| --- | --- | --- | --- | --- | --- |
`;

/** What a person reads before all else: the first cause of the diagnosis, or the first finding where there is none. */
function saidFirst({ diagnosis, findings }: Report) {
  const [first] = diagnosis?.diagnoses ?? [];
  const [cause] = first?.causes ?? [];
  const [finding] = findings;
  return {
    verdict: diagnosis?.verdict ?? 'none',
    heading: diagnosis?.headline ?? '',
    cause:
      cause?.text ??
      (diagnosis === undefined ? `${finding?.title}: ${finding?.evidence}` : diagnosis.headline),
    remedy: cause?.remedy ?? diagnosis?.next ?? finding?.remedy ?? '',
  };
}

function fillContext(context: string): void {
  const programs = {
    'busybox-amd64': staticBusybox(),
    'busybox-arm64': staticBusybox('arm64'),
    'busybox-arm': staticBusybox('armhf'),
    'busybox-s390x': staticBusybox('s390x'),
  };
  for (const [name, path] of Object.entries(programs)) copyFileSync(path, join(context, name));
  const newer = debPackage('busybox-static', { suite: 'sid', arch: 'arm64' });
  copyFileSync(join(newer, 'usr/bin/busybox'), join(context, 'new-busybox-arm64'));
  copyFileSync(
    join(debPackage('hello', { suite: 'trixie', arch: 'arm64' }), 'usr/bin/hello'),
    join(context, 'hello'),
  );
  writeFileSync(join(context, 'script'), '#!/bin/bash\necho hello\n');
  chmodSync(join(context, 'script'), 0o755);
  writeFileSync(join(context, 'page.html'), '<!DOCTYPE html>\n<title>Not Found</title>\n');
  writeFileSync(join(context, 'group'), 'root:x:0:\nuser:x:1000:\n');
  writeFileSync(join(context, 'passwd'), 'root::0:0::/:/bin/sh\nuser:x:1000:1000::/:/bin/sh\n');
}

function serveRegistry(room: EngineRoom): ReturnType<typeof spawn> {
  const config = join(room.folder, 'registry.yml');
  const storage = { filesystem: { rootdirectory: join(room.folder, 'registry') } };
  writeFileSync(config, JSON.stringify({ version: 0.1, storage, http: { addr: REGISTRY } }));
  const [program, ...inside] = room.enter;
  return spawn(program, [...inside, 'docker-registry', 'serve', config], {
    stdio: 'ignore',
    env: { PATH: process.env.PATH, OTEL_TRACES_EXPORTER: 'none' },
  });
}

/** An image for this machine alone, and one whose programs are of another architecture than it says. */
async function fillRegistry(room: EngineRoom, context: string): Promise<void> {
  await sleep(1000);
  const push = async (tag: string, platform: string, arch: string, index: boolean): Promise<void> => {
    writeFileSync(join(context, 'Dockerfile'), `FROM scratch\nCOPY busybox-${arch} /bin/sh\n`);
    const { code, stderr } = await room.run([
      ...['docker', 'buildx', 'build', '--platform', platform, `--provenance=${index}`, '--push'],
      ...['--tag', `${REGISTRY}/${tag}`, context],
    ]);
    expect(code, stderr).toBe(0);
  };
  // Its provenance makes it an index, which says what it is for.
  await push('base:1', 'linux/amd64', 'amd64', true);
  await push('wrong:1', 'linux/arm64', 's390x', false);
}
