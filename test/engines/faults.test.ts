/**
 * Faults on a real engine: each is built for real, and the doctor, run in the same job without any log, must say the true
 * cause first. With SETUP_BINFMT_FAULTS=docs/doctor-faults.md it writes down what it said.
 */
import { spawn } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
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
import { FAULTS, type Fault, GOOD, type Parts } from './faults.ts';

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
  async function job(build: readonly string[], seconds = 120, platforms?: string): Promise<Report> {
    const output = join(room.folder, 'output');
    writeFileSync(output, '');
    const inside = `timeout -s INT ${seconds} ${build.join(' ')} > build.log 2>&1; node action.js`
      .replace('build.log', join(room.folder, 'build.log'))
      .replace('node action.js', `${process.execPath} ${built('action.js')}; true`);
    const { code, stdout } = await room.run(['sh', '-c', inside], {
      GITHUB_ACTIONS: 'true',
      GITHUB_OUTPUT: output,
      RUNNER_TEMP: room.folder,
      INPUT_MODE: 'doctor',
      INPUT_PLATFORMS: platforms ?? '',
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
    const report = await job(build, fault.seconds);
    note(fault.what, platform, report);
    const { verdict, heading, cause } = saidFirst(report);
    expect([verdict, `${heading} ${cause}`]).toEqual([fault.verdict, expect.stringMatching(fault.truth)]);
  });

  function note(what: string, platform: string, report: Report): void {
    const { verdict, heading, cause, remedy } = saidFirst(report);
    const log = readFileSync(join(room.folder, 'build.log'), 'utf8');
    const error =
      /^(?:#\d+ [\d.]+ (?!.*runc run failed)(.*)\n)?#\d+ ERROR/m.exec(log)?.[1] ??
      /^ERROR: (.*)/m.exec(log)?.[1] ??
      '';
    const cells = [what, platform, `\`${error.slice(0, 160)}\``, verdict, heading, cause, remedy];
    rows.push(`| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`);
    if (process.env.TEST_VERBOSE)
      console.log(
        JSON.stringify(
          {
            what,
            error,
            verdict,
            heading,
            cause,
            remedy,
            findings: report.findings.map(({ id, severity }) => `${id} ${severity}`),
            notes: report.notes,
          },
          null,
          1,
        ),
      );
  }
});

const HEAD = '';

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
