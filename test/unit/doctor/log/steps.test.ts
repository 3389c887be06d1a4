import { describe, expect, it } from 'vitest';
import { openSteps, STEP_LIMIT } from '../../../../src/doctor/log/steps.ts';

/** The platform, command and end of the step that printed the last line. */
function lastOf(...lines: readonly string[]) {
  const steps = openSteps();
  const step = lines.map(steps.stepOf).at(-1);
  return { step, failed: steps.failed(), buildkit: steps.buildkit() };
}

const LABEL = '#12 [linux/arm64 build 3/5] RUN npm ci';

describe('openSteps', () => {
  it('knows BuildKit’s steps by their number', () => {
    const { step, buildkit } = lastOf(LABEL, '#13 [linux/amd64 build 3/5] RUN a', '#12 4.5 x');
    expect(step).toMatchObject({ platform: 'linux/arm64', command: 'RUN npm ci', state: 'running' });
    expect(buildkit).toBe(true);
    expect(lastOf(LABEL, '#14 4.5 x').step).toBeUndefined();
    expect(lastOf(LABEL, 'x').step).toBeUndefined();
  });

  it('knows how they end', () => {
    expect(lastOf(LABEL, '#12 DONE 3.0s').step?.state).toBe('done');
    expect(lastOf(LABEL, '#12 CACHED').step?.state).toBe('done');
    const { step, failed } = lastOf(LABEL, '#12 ERROR: process did not complete');
    expect(failed).toBe(step);
    expect(step).toMatchObject({ platform: 'linux/arm64', state: 'failed' });
  });

  it('takes the first of two platforms for what runs', () => {
    expect(lastOf('#5 [linux/amd64->arm64 build 7/14] RUN make', '#5 1.0 x').step?.platform).toBe(
      'linux/amd64',
    );
  });

  it('reads the lines that are repeated of a failed step', () => {
    const label = ' > [linux/arm64 11/36] RUN yes:';
    const { step, failed } = lastOf(label, '796.8 x');
    expect(step).toMatchObject({ platform: 'linux/arm64', state: 'failed' });
    expect(failed).toBe(step);
    expect(lastOf(label, '796.8 x', '------', 'x').step).toBeUndefined();
    expect(lastOf(label, ...Array.from({ length: 80 }, () => 'x')).step).toBeUndefined();
  });

  it('reads the picture of a terminal', () => {
    expect(lastOf(' => ERROR [app 2/11] RUN apt-get update   0.2s').failed?.state).toBe('failed');
    expect(lastOf(' => CACHED [app 2/11] RUN apt-get update').step?.state).toBe('done');
  });

  it('knows the platform of a build for a single one', () => {
    const build = 'docker buildx build --platform linux/arm/v7 .';
    expect(lastOf(build, '#6 [2/2] RUN a', '#6 1.0 x').step?.platform).toBe('linux/arm/v7');
    const several = 'docker buildx build --platform linux/arm64,linux/amd64 .';
    expect(lastOf(build, several, '#6 [2/2] RUN a', '#6 1.0 x').step?.platform).toBeUndefined();
  });

  it('knows the steps of older engines and of Buildah', () => {
    for (const label of ['Step 3/5 : RUN make', 'STEP 3/5: RUN make', 'Step 3 : RUN make']) {
      const { step } = lastOf(label, ' ---> Running in 1601e023cfc3', 'x');
      expect(step).toMatchObject({ command: 'RUN make', state: 'running' });
    }
    const { step, failed } = lastOf(
      'Step 1/5 : RUN a',
      'Step 2/5 : RUN b',
      "The command '/bin/sh -c b' returned a non-zero code: 1",
    );
    expect(failed).toBe(step);
    expect(failed).toMatchObject({ command: 'RUN b', state: 'failed' });
  });

  it('knows the steps of a job', () => {
    const steps = openSteps();
    const first = steps.stepOf('Run docker/setup-qemu-action@v3');
    const second = steps.stepOf('Run make');
    steps.stepOf('Error: Process completed with exit code 2.');
    expect([first?.state, second?.state]).toEqual(['done', 'failed']);
    expect(steps.stepOf("Run 'docker --help' for more information")).toBe(second);
  });

  it('keeps the failed step whose platform is known, and the one that never ended', () => {
    const steps = openSteps();
    for (const line of [
      LABEL,
      '#13 [2/2] RUN a',
      '#12 ERROR: a',
      '#13 ERROR: b',
      '#14 [linux/arm64 2/2] RUN b',
    ])
      steps.stepOf(line);
    expect(steps.failed()?.command).toBe('RUN npm ci');
    expect(steps.running()?.command).toBe('RUN b');
  });

  it('knows what the stage of the failed line says of its platform', () => {
    const stageOf = (...lines: readonly string[]) => {
      const steps = openSteps();
      for (const line of lines) steps.stepOf(line);
      return steps.stage();
    };
    const quoted = ['   1 |     FROM --platform=$BUILDPLATFORM golang AS build', '   2 |     WORKDIR /src'];
    expect(stageOf(...quoted, '   3 | >>> RUN go build', '   4 |     FROM alpine')).toBe('$BUILDPLATFORM');
    expect(stageOf(...quoted, '   4 |     FROM alpine', '   5 | >>> RUN true', '   6 | >>>   && true')).toBe(
      '',
    );
    expect(stageOf(...quoted)).toBeUndefined();
    expect(stageOf('   3 | >>> RUN go build')).toBeUndefined();
  });

  it('remembers only so many', () => {
    const labels = Array.from({ length: STEP_LIMIT + 1 }, (_, n) => `#${n} [linux/arm64 1/2] RUN a`);
    expect(lastOf(...labels, `#${STEP_LIMIT} 1.0 x`).step).toBeUndefined();
    expect(lastOf(...labels, `#${STEP_LIMIT - 1} 1.0 x`).step?.platform).toBe('linux/arm64');
  });
});
