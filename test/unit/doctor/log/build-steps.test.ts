import { describe, expect, it } from 'vitest';
import { openSteps, STEP_LIMIT } from '../../../../src/doctor/log/reader.ts';

/** The platform of the last line. */
function last(...lines: readonly string[]): string | undefined {
  const steps = openSteps();
  return lines.map((line) => steps.platformOf(line)).at(-1);
}

describe('the platform of a line', () => {
  it.each([
    ['#1 [linux/arm64 1/2] RUN a', 'linux/arm64'],
    ['#1 [linux/arm/v7 build  3/15] RUN a', 'linux/arm/v7'],
    ['#1 [linux/amd64->arm64 build 1/2] RUN a', 'linux/amd64'],
    [' > [linux/s390x 1/2] RUN a:', 'linux/s390x'],
    ['[linux/arm64 builder 6/6] RUN a', 'linux/arm64'],
    ['#1 [1/2] RUN a', undefined],
    ['#1 [internal] load build definition', undefined],
    ['#1 linux/arm64', undefined],
    ['', undefined],
  ])('%s', (line, platform) => {
    expect(last(line)).toBe(platform);
  });

  it('is that of its step, whatever came between', () => {
    const begin = ['#1 [linux/arm64 1/2] RUN a', '#2 [linux/s390x 1/2] RUN a', '#3 [1/2] RUN b'];
    expect(last(...begin, '#1 0.1 x')).toBe('linux/arm64');
    expect(last(...begin, '#2 0.1 x')).toBe('linux/s390x');
    expect(last(...begin, '#3 0.1 x')).toBeUndefined();
    expect(last(...begin, '#4 0.1 x')).toBeUndefined();
    expect(last(...begin, 'x')).toBeUndefined();
    expect(last(...begin, '#1 [1/2] RUN c', '#1 0.1 x')).toBeUndefined();
  });

  it('reaches from a repeated label to the rule below it, and not far', () => {
    const label = ' > [linux/arm64 1/2] RUN a:';
    expect(last(label, '0.1 x')).toBe('linux/arm64');
    expect(last(label, '0.1 x', '------', 'x')).toBeUndefined();
    expect(last(label, ...Array.from({ length: 100 }, () => 'x'))).toBeUndefined();
  });

  it.each([
    ['docker buildx build --platform linux/arm64 .', 'linux/arm64'],
    ['docker build --platform=linux/arm/v7 -t x .', 'linux/arm/v7'],
    ['docker buildx build --platform linux/arm64,linux/amd64 .', undefined],
    ['docker buildx build .', undefined],
  ])('is that of the whole build: %s', (command, platform) => {
    expect(last(command, '#1 [1/2] RUN a', '#1 0.1 x')).toBe(platform);
    expect(last(command, '#1 [linux/s390x 1/2] RUN a', '#1 0.1 x')).toBe('linux/s390x');
  });

  it('is remembered for a bounded number of steps', () => {
    const many = Array.from({ length: STEP_LIMIT + 1 }, (_, index) => `#${index} [linux/arm64 1/2] RUN a`);
    expect(last(...many, `#${STEP_LIMIT - 1} x`)).toBe('linux/arm64');
    expect(last(...many, `#${STEP_LIMIT} x`)).toBeUndefined();
  });
});
