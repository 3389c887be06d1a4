/** The workflow examples: GitHub's own expression evaluator on the real `matrix` output, and a real shell. */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { formatMatrix, type Leg, type Matrix, planMatrix } from '../../src/platform/matrix.ts';
import type { Platform } from '../../src/platform/platforms.ts';
import { parseRunners } from '../../src/platform/runners.ts';
import { examplesIn, platformsIn, readExample, SAYS_ITS_NEEDS, shellComplaint } from '../support/examples.ts';
import { type Contexts, fill, runs } from '../support/expressions.ts';

interface Step {
  readonly id?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly if?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}
interface Job {
  readonly name?: string;
  readonly if?: string;
  readonly needs?: string;
  readonly 'runs-on': unknown;
  readonly outputs?: Readonly<Record<string, string>>;
  readonly strategy?: { readonly matrix: string };
  readonly permissions: unknown;
  readonly steps: readonly Step[];
}
interface Workflow {
  readonly env?: Readonly<Record<string, string>>;
  readonly permissions: unknown;
  readonly jobs: Readonly<Record<string, Job>>;
}

const readWorkflow = (file: string): Workflow => parse(readExample(file));
/** Its jobs; one that calls a workflow has no steps of its own. */
const jobsOf = (workflow: Workflow): readonly Job[] =>
  Object.values(workflow.jobs).map((job) => ({ ...job, steps: job.steps ?? [] }));
const isOurs = (step: Step) => step.uses?.includes('/setup-binfmt@') === true;

/** What a job finds besides `needs`, `matrix` and the workflow's own `env`. */
const COMMON: Contexts = {
  github: { actor: 'octocat', token: 'ghs_x', repository: 'octo-org/app' },
  runner: { temp: '/home/runner/work/_temp' },
};

/** What steps of other actions put out. */
const OTHER_OUTPUTS: ReadonlyMap<string | undefined, Contexts> = new Map([
  ['docker/build-push-action', { digest: `sha256:${'ab'.repeat(32)}` }],
  ['docker/metadata-action', { tags: 'ghcr.io/octo-org/app:main', labels: 'a=b' }],
]);

/** The contexts of a job when its steps are done, those of this action with these outputs. */
function contextsOf(workflow: Workflow, job: Job, ours: Contexts, more: Contexts = {}): Contexts {
  const outputs = (step: Step) => (isOurs(step) ? ours : OTHER_OUTPUTS.get(step.uses?.split('@')[0]));
  const steps = job.steps.flatMap((step) => (step.id ? [[step.id, { outputs: outputs(step) }]] : []));
  return { ...COMMON, env: workflow.env ?? {}, steps: Object.fromEntries(steps), ...more };
}

/** The two jobs of a workflow with a planned matrix. */
function plannedJobs(workflow: Workflow): readonly [plan: Job, build: Job] {
  const { plan, build, test } = workflow.jobs;
  const second = build ?? test;
  if (plan === undefined || second === undefined) throw new Error('not a planned workflow');
  return [plan, second];
}

/** The matrix that the plan step makes of its own inputs, or of other platforms. */
function matrixOf(plan: Job, platforms: readonly Platform[] | undefined): Matrix {
  const inputs = plan.steps.find(isOurs)?.with;
  const { runners, problems } = parseRunners(String(inputs?.runners));
  expect(problems).toEqual([]);
  return planMatrix(platforms ?? platformsIn(String(inputs?.platforms)), runners);
}

const many = (count: number) =>
  Array.from({ length: count }, (_, index): Platform => ({ arch: 'arm', variant: `v${index + 1}` }));

/** The index of Debian's image, without its attestations. */
const DEBIAN = platformsIn('amd64 arm/v5 arm/v7 arm64 386 ppc64le riscv64 s390x');

describe.each([
  ['matrix-by-digest.yml', 7, undefined],
  ['matrix-by-digest.yml', 1, platformsIn('riscv64')],
  ['matrix-by-digest.yml', 256, many(256)],
  ['native-and-emulated.yml', 8, DEBIAN],
  ['native-and-emulated.yml', 1, platformsIn('amd64')],
  ['native-and-emulated.yml', 256, many(256)],
])('%s with a matrix of %i', (file, count, platforms) => {
  const workflow = readWorkflow(file);
  const [plan, build] = plannedJobs(workflow);
  const matrix = matrixOf(plan, platforms);
  const ours = { matrix: formatMatrix(matrix), count: String(matrix.include.length) };
  const outputs = fill(plan.outputs, contextsOf(workflow, plan, ours));
  const needs = { plan: { result: 'success', outputs } };
  const legContexts = (leg: Leg) => contextsOf(workflow, build, {}, { needs, matrix: leg });

  it('runs one job for each leg of the plan', () => {
    const contexts = { ...COMMON, needs };
    expect([build.needs, runs(build.if, contexts)]).toEqual(['plan', true]);
    expect(fill(build.strategy?.matrix, contexts)).toEqual(JSON.parse(ours.matrix));
    expect(matrix.include).toHaveLength(count);
  });

  it('asks for each leg’s own runner, and sets up exactly what that runner has to emulate', () => {
    for (const leg of matrix.include) {
      const contexts = legContexts(leg);
      expect(fill(build['runs-on'], contexts)).toEqual(leg.runner);
      const setUp = build.steps.filter((step) => isOurs(step) && runs(step.if, contexts));
      const inputs = setUp.map((step) => fill(step.with, contexts));
      expect(inputs).toEqual(leg.emulated ? [{ platforms: leg.platform }] : []);
    }
  });

  it('has a value for every other expression, and a name of its own for each job and artifact', () => {
    const jobs = matrix.include.map((leg) => fill(build, legContexts(leg)) as Job);
    expect(JSON.stringify(jobs)).not.toMatch(/\$\{\{|undefined/);
    expect(new Set(jobs.map((job) => job.name)).size).toBe(count);
    const uploads = jobs.flatMap((job) =>
      job.steps.filter((step) => step.uses?.startsWith('actions/upload-artifact@')),
    );
    const artifacts = uploads.map((step) => String(step.with?.name));
    expect(new Set(artifacts).size).toBe(artifacts.length);
    // What upload-artifact refuses in a name.
    expect(artifacts.filter((name) => /[":<>|*?\r\n\\/]/.test(name))).toEqual([]);
  });
});

it.each(['matrix-by-digest.yml', 'native-and-emulated.yml'])(
  '%s skips its job when no leg is left',
  (file) => {
    const [plan, build] = plannedJobs(readWorkflow(file));
    const matrix = matrixOf(plan, []);
    const outputs = { matrix: formatMatrix(matrix), count: String(matrix.include.length) };
    expect(runs(build.if, { ...COMMON, needs: { plan: { outputs } } })).toBe(false);
  },
);

describe.each(examplesIn(''))('%s', (file) => {
  const workflow = readWorkflow(file);

  it('says what it needs, and grants nothing that a job does not ask for', () => {
    expect(readExample(file)).toMatch(SAYS_ITS_NEEDS);
    expect(workflow.permissions).toEqual({});
    for (const job of jobsOf(workflow)) expect(job.permissions).toBeTypeOf('object');
  });

  it('has a value for every expression of its single jobs', () => {
    const named = { registered: 'qemu-aarch64', 'qemu-dir': '/home/runner/work/_temp/qemu' };
    const ours = { matrix: '{"include":[]}', count: '0', changed: 'true', ...named };
    for (const job of jobsOf(workflow).filter((each) => each.strategy === undefined)) {
      const contexts = contextsOf(workflow, job, ours);
      expect(JSON.stringify(fill(job.steps, contexts))).not.toMatch(/\$\{\{|undefined/);
      for (const step of job.steps) {
        // Nothing failed here, so the doctor is the one that stays away.
        expect(runs(step.if, contexts)).toBe(step.if !== 'failure()');
      }
    }
  });

  it('names platforms that there are', () => {
    const contexts = { env: workflow.env ?? {}, matrix: { platform: 'linux/arm64' } };
    for (const step of jobsOf(workflow).flatMap((job) => job.steps.filter(isOurs))) {
      const list = String(fill(step.with?.platforms ?? 'amd64', contexts));
      expect(platformsIn(list).length).toBeGreaterThan(0);
    }
  });

  it('has shell lines that a shell can read', () => {
    const scripts = jobsOf(workflow).flatMap((job) => job.steps.flatMap((step) => step.run ?? []));
    expect(scripts.map(shellComplaint).join('')).toBe('');
  });
});

describe('the merge job', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'examples-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('hands every tag and the digest of every leg to imagetools', () => {
    const { jobs } = readWorkflow('matrix-by-digest.yml');
    const script = (job: string) => jobs[job]?.steps.find((step) => step.run !== undefined)?.run ?? '';
    const bin = join(folder, 'bin');
    mkdirSync(bin);
    writeFileSync(join(bin, 'docker'), '#!/bin/sh\nprintf "%s\\n" "$@"\n');
    chmodSync(join(bin, 'docker'), 0o755);
    const bash = (text: string, cwd: string, variables: Readonly<Record<string, string>>) => {
      const env = { PATH: `${bin}:${process.env.PATH}`, RUNNER_TEMP: folder, IMAGE: 'ghcr.io/octo-org/app' };
      const { status, stdout } = spawnSync('bash', ['-e', '-c', text], {
        cwd,
        env: { ...env, ...variables },
      });
      return { status, stdout: stdout.toString() };
    };

    const digests = Array.from({ length: 7 }, (_, index) => String(index).repeat(64));
    for (const digest of digests) {
      expect(bash(script('build'), folder, { DIGEST: `sha256:${digest}` }).status).toBe(0);
    }
    const tags = ['ghcr.io/octo-org/app:main', 'ghcr.io/octo-org/app:v1'];
    const { stdout } = bash(script('merge'), join(folder, 'digests'), { TAGS: tags.join('\n') });
    expect(stdout.trimEnd().split('\n')).toEqual([
      'buildx',
      'imagetools',
      'create',
      ...tags.flatMap((tag) => ['--tag', tag]),
      ...digests.map((digest) => `ghcr.io/octo-org/app@sha256:${digest}`),
    ]);
  });
});
