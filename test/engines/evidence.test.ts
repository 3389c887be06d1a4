/** The doctor without any log: what a real engine and buildx remember of the builds that failed. */
import { copyFileSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '../../src/report/report.ts';
import { debPackage, machineSuite, staticBusybox } from '../support/packages.ts';
import { noPrivateTable } from '../support/private-table.ts';
import { built, reportOf } from '../support/program.ts';
import { type EngineRoom, openEngineRoom } from './engine-room.ts';

const root = process.getuid?.() === 0 && machineSuite() !== undefined;
const reason = root ? noPrivateTable() : 'needs root and Debian’s packages';
if (!root) console.log(`skipped: the engine’s record of builds: ${reason}`);

describe.skipIf(reason !== undefined)('the engine’s record of builds', () => {
  let room: EngineRoom;
  let context: string;

  beforeAll(async () => {
    room = await openEngineRoom();
    context = join(room.folder, 'app');
    mkdirSync(context);
    copyFileSync(staticBusybox('arm64'), join(context, 'busybox-arm64'));
    copyFileSync(staticBusybox(), join(context, 'busybox-amd64'));
  });
  afterAll(() => room?.close());

  async function build(dockerfile: string, ...args: readonly string[]): Promise<void> {
    writeFileSync(join(context, 'Dockerfile'), dockerfile);
    await room.run(['docker', 'buildx', 'build', ...args, context]);
  }
  async function doctor(
    args: readonly string[] = [],
    env: Readonly<Record<string, string>> = {},
  ): Promise<Report> {
    return reportOf(await room.run([process.execPath, built('cli.js'), 'doctor', '--json', ...args], env));
  }
  const foreign = (command: string): string =>
    `FROM scratch\nARG TARGETARCH\nCOPY busybox-\${TARGETARCH} /bin/sh\nRUN ${command}\n`;

  it('has nothing before the first build, and says so', async () => {
    const { diagnosis, notes } = await doctor();
    expect(diagnosis).toBeUndefined();
    expect(notes).toEqual([
      expect.stringMatching(/^the engine has no record of a failed build since \d{4}-/),
    ]);
  });

  it('counts no failure that a later attempt has mended', async () => {
    await build(foreign('exit 3'), '--platform', 'linux/amd64');
    const { diagnosis, notes } = await doctor();
    expect([diagnosis !== undefined, notes]).toEqual([true, []]);
    await build(foreign('echo mended'), '--platform', 'linux/amd64');
    expect((await doctor()).notes).toEqual([expect.stringContaining('no record of a failed build since')]);
  });

  it('is read by itself: the failed step of a foreign platform', async () => {
    await build(foreign('echo hello'), '--platform', 'linux/arm64');
    const { diagnosis, platforms } = await doctor();
    expect(diagnosis?.verdict).toBe('emulation');
    expect(JSON.stringify(diagnosis)).toContain('exec /bin/sh: exec format error');
    expect(platforms.map(({ platform }) => platform)).toContain('linux/arm64');
  });

  it('is not asked for where a person says none, and is out of date where the job began later', async () => {
    expect(await doctor(['--log', 'none'])).toMatchObject({ notes: [] });
    const later = new Date(Date.now() + 1000).toISOString();
    const { diagnosis, notes } = await doctor([], { CI_JOB_STARTED_AT: later });
    expect(diagnosis).toBeUndefined();
    expect(notes).toEqual([expect.stringContaining('no record of a failed build since')]);
  });

  it('cannot be shown by an older buildx, nor by an engine that is not there: both are said', async () => {
    const old = join(room.folder, 'old');
    mkdirSync(join(old, 'cli-plugins'), { recursive: true });
    const buildx = debPackage('docker-buildx', { suite: 'trixie' });
    symlinkSync(
      join(buildx, 'usr/libexec/docker/cli-plugins/docker-buildx'),
      join(old, 'cli-plugins/docker-buildx'),
    );
    const unread = "the engine's record of builds was not read: ";
    expect((await doctor([], { DOCKER_CONFIG: old })).notes).toEqual([
      expect.stringMatching(`^${unread}buildx 0\\.\\d+\\S* cannot show it`),
    ]);
    rmSync(join(old, 'cli-plugins/docker-buildx'));
    expect((await doctor([], { DOCKER_CONFIG: old })).notes).toEqual([`${unread}docker has no buildx here`]);
    const nobody = { DOCKER_HOST: `unix://${room.folder}/nobody.sock` };
    expect((await doctor([], nobody)).notes).toEqual([expect.stringContaining(unread)]);
  });

  it('fails no job, and is told in its log', async () => {
    const ended = await room.run([process.execPath, built('action.js')], {
      INPUT_MODE: 'doctor',
      INPUT_PLATFORMS: 'linux/arm64',
      GITHUB_ACTIONS: 'true',
    });
    expect(ended.code, ended.stderr).toBe(0);
    expect(ended.stdout).toContain('exec format error');
  });
});
