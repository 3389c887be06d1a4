import { describe, expect, it } from 'vitest';
import { diagnoseLog } from '../../../../../src/doctor/log/diagnose.ts';
import { readLog } from '../../../../support/logs.ts';

const first = (log: string) => {
  const { verdict, diagnoses } = diagnoseLog(readLog(`${log}\n`), {}, { here: false });
  const [lead] = diagnoses;
  return { answer: `${verdict} ${lead?.id ?? '-'}`, cause: lead?.causes[0]?.text };
};

describe('a program that the kernel refuses', () => {
  it.each([
    '$ docker run --rm --platform linux/arm64 app\nexec /bin/sh: exec format error',
    "$ docker image inspect app --format '{{.Architecture}} {{.Os}}'\narm64 linux\n$ docker run app\nexec /bin/sh: exec format error",
  ])('asks no handler where the image is for the machine: %s', (log) => {
    const { answer, cause } = first(`$ uname -m\naarch64\n${log}`);
    expect(answer).toBe('not-emulation exec-format-error');
    expect(cause).toMatch(/^The image is marked for linux\/arm64, as the machine is/);
  });

  it('is none of Rosetta’s where that is switched off', () => {
    const log = (state: string) =>
      `Use Rosetta for x86_64/amd64 emulation on Apple Silicon: ${state}\n$ docker run --platform linux/amd64 app\nexec /bin/sh: exec format error`;
    expect(first(log('on')).cause).toMatch(/^Rosetta/);
    expect(first(log('off')).cause).toMatch(/^No handler/);
  });

  it('may be the emulator itself', () => {
    const { answer, cause } = first(
      'bash: ./qemu-aarch64-static: cannot execute binary file: Exec format error',
    );
    expect(answer).toBe('emulation installer-of-another-architecture');
    expect(cause).toMatch(/^QEMU’s program was itself built/);
  });
});
