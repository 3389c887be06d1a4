import { describe, expect, it } from 'vitest';
import { answerOf } from '../../../../support/logs.ts';

const MADV = '<jemalloc>: MADV_DONTNEED does not work (memset will be used instead)';
const M4 =
  '#  SIGILL (0x4) at pc=0x0000ffff7fd3fc5c, pid=1\n# Java VM: OpenJDK 64-Bit Server VM (21.0.5, linux-aarch64)\n# j  java.lang.System.registerNatives()V+0 java.base';

describe('what a processor lacks', () => {
  it.each([
    ['jemalloc’s warning alone', MADV, 'emulation memory-not-given-back'],
    ['what failed after jemalloc’s warning', `${MADV}\nERROR 404: Not Found.`, 'not-emulation download-gone'],
    ['Java on an Apple M4', M4, 'not-emulation java-on-newest-apple'],
    ['Java on a machine that emulates', `$ uname -m\nx86_64\n${M4}`, 'emulation hotspot-crash'],
    [
      'a model of a whole machine',
      "qemu-system-aarch64: unable to find CPU model 'host'",
      'not-emulation virtual-machine',
    ],
    ['a model', "unable to find CPU model 'foo'", 'emulation processor-unknown'],
  ])('is told by %s', (_, log, expected) => {
    expect(answerOf(log)).toBe(expected);
  });
});
