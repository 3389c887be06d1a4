/** The doctor before a real engine: whose kernel it uses, and a builder that was there before the registration. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Finding } from '../../src/doctor/checks/index.ts';
import type { Report } from '../../src/report/report.ts';
import { inTurn } from '../support/in-turn.ts';
import { machineSuite } from '../support/packages.ts';
import { built, type Ended, reportOf, runProgram } from '../support/program.ts';
import { debianQemu } from '../support/qemu.ts';
import type { RealTable } from '../support/real-table.ts';
import { type DockerEngine, startDocker } from './docker-engine.ts';
import { borrowTable } from './machine-table.ts';

const able =
  process.getuid?.() === 0 && machineSuite() !== undefined && existsSync('/proc/sys/fs/binfmt_misc');
const reason = able ? undefined : 'needs root, Debian’s packages and a kernel with binfmt_misc';
if (reason !== undefined) console.log(`skipped: the doctor and Docker: ${reason}`);

describe.skipIf(reason !== undefined)('the doctor and a Docker engine', () => {
  let folder: string;
  let table: RealTable | undefined;
  let engine: DockerEngine;
  let qemu: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'setup-binfmt-doctor-'));
    table = await borrowTable();
    qemu = await debianQemu('sid');
    engine = await startDocker(folder);
    // The builder looks at what the kernel can run, and keeps the answer.
    expect(engine.docker('buildx', 'inspect').status).toBe(0);
  });

  afterAll(() =>
    inTurn(
      () => engine?.stop(),
      () => table?.giveBack(),
      () => rmSync(folder, { recursive: true, force: true }),
    ),
  );

  function cli(args: readonly string[], more: Readonly<Record<string, string>> = {}): Promise<Ended> {
    const { PATH = '', DOCKER_HOST = '', DOCKER_CONFIG = '', BUILDX_CONFIG = '' } = engine.environment;
    const env = { PATH: `${qemu}:${PATH}`, DOCKER_HOST, DOCKER_CONFIG, BUILDX_CONFIG, HOME: folder, ...more };
    return runProgram([process.execPath, built('cli.js'), ...args], {
      env: { ...env, RUNNER_TOOL_CACHE: join(folder, 'tools') },
    });
  }
  const doctor = async (more?: Readonly<Record<string, string>>): Promise<Report> =>
    reportOf(await cli(['doctor', 'linux/arm64', '--json'], more));
  const finding = (report: Report, id: string): Finding | undefined =>
    report.findings.find((one) => one.id === id);
  const stateOf = (report: Report, id: string): string | undefined =>
    report.checks?.find((one) => one.id === id)?.state;

  it('sees an engine on this kernel, with buildx', async () => {
    const report = await doctor();
    for (const id of ['SB050', 'SB056', 'SB052', 'SB055', 'SB051'])
      expect(stateOf(report, id), id).toBe('clean');
    expect(stateOf(report, 'SB053')).toBe('skipped');
    expect(finding(report, 'SB011')?.severity ?? finding(report, 'SB009')?.severity).toBe('error');
  });

  it('finds the builder that does not know what was registered since, and its remedy helps', async () => {
    const setup = await cli(['setup', 'arm64', '--qemu-from', 'host']);
    expect(setup.code, setup.stderr).toBe(0);
    const stale = finding(await doctor(), 'SB053');
    expect(stale).toMatchObject({ severity: 'warning', evidence: expect.stringContaining('linux/arm64') });
    const { PATH = '' } = engine.environment;
    const env = { ...engine.environment, PATH } as Record<string, string>;
    const mended = await runProgram(['sh', '-ec', (stale?.commands ?? ['false']).join('\n')], { env });
    expect(mended.code, mended.stderr).toBe(0);
    const after = await doctor();
    expect(finding(after, 'SB053')).toBeUndefined();
    // SB036 tells of users of the machine that the tests run on.
    const wrong = after.findings.filter(({ id, severity }) => severity !== 'info' && id !== 'SB036');
    expect(wrong).toEqual([]);
    expect(after.healthy).toBe(true);
  });

  it('says when the engine is another machine’s, and shows no address', async () => {
    const report = await doctor({ DOCKER_HOST: 'tcp://127.0.0.1:9' });
    expect(finding(report, 'SB052')).toMatchObject({
      severity: 'warning',
      evidence: expect.stringContaining('tcp'),
    });
    expect(JSON.stringify(report)).not.toContain('127.0.0.1:9');
  });

  it('takes an engine that does not answer for what it is', async () => {
    const report = await doctor({ DOCKER_HOST: `unix://${folder}/nobody.sock` });
    expect(finding(report, 'SB056')).toMatchObject({ severity: 'info' });
  });
});
