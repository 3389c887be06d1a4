/** The workflow that others call: its expressions by GitHub's own evaluator, its scripts by a real shell. */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { planMatrix } from '../../src/platform/matrix.ts';
import { parseRunners } from '../../src/platform/runners.ts';
import { examplesIn, platformsIn, readExample, shellComplaint } from '../support/examples.ts';
import { fill } from '../support/expressions.ts';

const WORKFLOW = 'org/setup-binfmt/.github/workflows/build-image.yml@v1';
const text = readFileSync(new URL('../../.github/workflows/build-image.yml', import.meta.url), 'utf8');
const { on, jobs } = parse(text);
const { inputs } = on.workflow_call;
const script = (job: string, step: string): string =>
  jobs[job].steps.find(({ id, name }: Record<string, string>) => id === step || name === step).run;

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'build-image-'));
  mkdirSync(join(folder, 'bin'));
  writeFileSync(
    join(folder, 'bin/docker'),
    '#!/bin/sh\ncase "$3" in inspect) echo \'{"digest":"sha256:joined"}\' ;; *) echo "$@" >> "$RUNNER_TEMP/called" ;; esac\n',
  );
  chmodSync(join(folder, 'bin/docker'), 0o755);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a script as a step; gives its outputs, and what it said. */
function step(run: string, env: Readonly<Record<string, string>>) {
  const output = join(folder, 'output');
  writeFileSync(output, '');
  const PATH = `${join(folder, 'bin')}:${process.env.PATH}`;
  const done = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', run], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH, RUNNER_TEMP: folder, GITHUB_OUTPUT: output, ...env },
  });
  const lines = readFileSync(output, 'utf8').trim().split('\n');
  const outputs = Object.fromEntries(lines.map((line) => line.split(/=(.*)/s).slice(0, 2)));
  return { outputs, status: done.status, told: done.stdout + done.stderr };
}

describe('the names of the plan', () => {
  const plan = (image: string, more: Readonly<Record<string, string>> = {}) =>
    step(script('plan', 'names'), { IMAGE: image, MAY_FAIL: '', PUSH: 'true', PASSWORD: '', ...more });
  const names = (...args: Parameters<typeof plan>) => plan(...args).outputs;

  it.each([
    ['ghcr.io/o/a', 'ghcr.io', 'true'],
    ['o/a', 'docker.io', 'false'],
    ['localhost/o/a', 'localhost', 'false'],
    ['127.0.0.1:5000/o/a', '127.0.0.1:5000', 'false'],
    ['quay.io/o/a', 'quay.io', 'false'],
  ])('%s is of %s', (image, registry, login) => expect(names(image)).toMatchObject({ registry, login }));

  it('logs in where there is a password, and nowhere to push nothing', () => {
    expect(names('quay.io/o/a', { PASSWORD: 'x' }).login).toBe('true');
    expect(names('ghcr.io/o/a', { PUSH: 'false' }).login).toBe('false');
  });

  it.each<[string, string, string]>([
    ['ghcr.io\nlogin=true\nx/o/a', '', 'image'],
    ['ghcr.io/o/a\n', '', 'image'],
    ['r.io/o/a,push=false', '', 'image'],
    ['r.io/o/a b', '', 'image'],
    ['$(id)/o/a', '', 'image'],
    ['', '', 'image'],
    ['r.io/o/a', 'linux/arm64\nregistry=evil', 'may-fail'],
    ['r.io/o/a', '$(id)', 'may-fail'],
  ])('write nothing for %j and %j', (image, list, input) => {
    const { status, told, outputs } = plan(image, { MAY_FAIL: list });
    expect([status, outputs]).toEqual([1, { '': undefined }]);
    expect(told).toMatch(new RegExp(`^::error::The input ${input} `));
  });

  it('are the only place where the image is taken from the input', () => {
    expect(text.match(/.*\binputs\.image\b.*/g)).toHaveLength(1);
  });

  it.each([
    ['', ',,'],
    ['linux/riscv64', ',linux/riscv64,'],
    ['linux/riscv64, linux/arm/v7\r\nlinux/s390x', ',linux/riscv64,linux/arm/v7,linux/s390x,'],
  ])('may fail: %j', (list, expected) => {
    const told = names('ghcr.io/o/a', { MAY_FAIL: list })['may-fail'];
    expect(told).toBe(expected);
    const soft = (platform: string) =>
      fill(jobs.build['continue-on-error'], {
        needs: { plan: { outputs: { 'may-fail': told } } },
        matrix: { platform },
      });
    expect(soft('linux/riscv64')).toBe(list !== '');
    expect(soft('linux/arm')).toBe(false);
  });
});

describe('the merge', () => {
  const platforms = platformsIn('amd64 arm64 arm/v7');
  const matrix = planMatrix(platforms, parseRunners('').runners);
  const join_ = (built: readonly string[]) => {
    rmSync(join(folder, 'digests'), { recursive: true, force: true });
    rmSync(join(folder, 'called'), { force: true });
    mkdirSync(join(folder, 'digests'));
    for (const slug of built) {
      const noted = step(script('build', 'Note the digest'), { DIGEST: `sha256:of-${slug}`, SLUG: slug });
      expect(noted.status, noted.told).toBe(0);
    }
    return step(script('merge', 'join'), {
      IMAGE: 'ghcr.io/o/a',
      MATRIX: JSON.stringify(matrix),
      TAGS: 'ghcr.io/o/a:1\nghcr.io/o/a:latest',
    });
  };
  const called = () => readFileSync(join(folder, 'called'), 'utf8').trim();

  it('joins all digests under all tags', () => {
    const { outputs, status, told } = join_(matrix.include.map(({ slug }) => slug));
    expect(status, told).toBe(0);
    expect(outputs).toEqual({ digest: 'sha256:joined', missing: '' });
    expect(called()).toBe(
      'buildx imagetools create --tag ghcr.io/o/a:1 --tag ghcr.io/o/a:latest ' +
        'ghcr.io/o/a@sha256:of-linux-amd64 ghcr.io/o/a@sha256:of-linux-arm64 ghcr.io/o/a@sha256:of-linux-arm-v7',
    );
  });

  it('leaves out what failed, and says so', () => {
    const { outputs, status, told } = join_(['linux-amd64']);
    expect([status, outputs]).toEqual([0, { digest: 'sha256:joined', missing: 'linux/arm64,linux/arm/v7' }]);
    expect(told).toContain('::warning::Left out, because they failed: linux/arm64,linux/arm/v7');
    expect(called()).toMatch(/:latest ghcr\.io\/o\/a@sha256:of-linux-amd64$/);
  });
});

it('has shell lines that a shell can read', () => {
  const scripts = Object.values<{ readonly steps: readonly { readonly run?: string }[] }>(jobs).flatMap(
    ({ steps }) => steps.flatMap(({ run }) => run ?? []),
  );
  expect(scripts.length).toBeGreaterThan(2);
  expect(scripts.map(shellComplaint).join('')).toBe('');
});

it('pushes by digest with provenance, or builds and keeps nothing', () => {
  const build = jobs.build.steps.find(({ id }: { readonly id?: string }) => id === 'build').with;
  const filled = (push: boolean) =>
    fill([build.outputs, build.provenance, build.sbom], {
      inputs: { push, sbom: true },
      needs: { plan: { outputs: { image: 'r/a' } } },
    });
  expect(filled(true)).toEqual([
    'type=image,name=r/a,push-by-digest=true,name-canonical=true,push=true',
    'mode=max',
    true,
  ]);
  expect(filled(false)).toEqual(['type=cacheonly', 'false', false]);
});

it('grants no more to its jobs than the examples grant to it', () => {
  const asked = Object.values<{ readonly permissions: Readonly<Record<string, string>> }>(jobs).flatMap(
    ({ permissions }) => Object.entries(permissions).map(([name, right]) => `${name}: ${right}`),
  );
  const callers = examplesIn('').filter((file) => readExample(file).includes(WORKFLOW));
  expect(callers).toEqual(['partner-runners.yml', 'reusable-workflow.yml']);
  for (const file of callers) {
    const { permissions, with: given } = parse(readExample(file)).jobs.image;
    const granted = Object.entries(permissions).map(([name, right]) => `${name}: ${right}`);
    expect(asked.filter((each) => !granted.includes(each))).toEqual([]);
    expect(Object.keys(given).filter((name) => inputs[name] === undefined)).toEqual([]);
    expect(platformsIn(given.platforms).length).toBeGreaterThan(2);
    const { runners, problems } = parseRunners(given.runners ?? '');
    expect(problems).toEqual([]);
    const emulated = planMatrix(platformsIn(given.platforms), runners).include.filter((leg) => leg.emulated);
    expect(emulated.map(({ platform }) => platform)).toEqual([
      file === 'partner-runners.yml' ? 'linux/loong64' : 'linux/riscv64',
    ]);
  }
});

it('is called in eight lines', () => {
  const lines = readExample('reusable-workflow.yml')
    .split('\n')
    .filter((line) => line.trim() !== '');
  expect(lines.slice(lines.indexOf('jobs:')).length).toBeLessThanOrEqual(8);
});
