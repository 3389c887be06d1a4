import { describe, expect, it } from 'vitest';
import { diagnoseLog } from '../../../../../src/doctor/log/diagnose.ts';
import { readLog } from '../../../../support/logs.ts';

const answer = (log: string) => {
  const { verdict, diagnoses } = diagnoseLog(readLog(`${log}\n`), {}, { here: false });
  return `${verdict} ${diagnoses[0]?.id ?? '-'} ${diagnoses[0]?.platform ?? '-'}`;
};

describe('a 32-bit program', () => {
  it.each([
    [
      'Python’s folder',
      'copying a.pyi -> build/lib.linux-armv7l-cpython-311/a\nerror: b: Value too large for defined data type',
      'emulation large-inode-numbers linux/arm/v7',
    ],
    [
      'a directory',
      "could not read directory '/registry/index/.git/refs': Value too large for defined data type; class=Os (2)",
      'emulation large-inode-numbers -',
    ],
    [
      'a file',
      "cp: error reading 'image.iso': Value too large for defined data type",
      'unknown large-inode-numbers -',
    ],
  ])('finds numbers too large: %s', (_, log, expected) => {
    expect(answer(log)).toBe(expected);
  });

  it('asks for the time in vain', () => {
    const log =
      "Step 1/9 : FROM arm32v7/node:17\nStep 2/9 : RUN npm install\nNode.js[7]: ../src/util.cc:188: Assertion `(0) == (uv_gettimeofday(&tv))' failed.\nAborted (core dumped)";
    expect(answer(log)).toBe('not-emulation time-of-64-bits linux/arm/v7');
  });

  it('cannot check signatures on an old machine of its own', () => {
    const log = 'At least one invalid signature was encountered.';
    expect(answer(`Linux pi 5.4.83-v7l+ #1379 SMP armv7l GNU/Linux\n${log}`)).toBe(
      'not-emulation apt-signature -',
    );
    expect(answer(log)).toBe('unknown apt-signature -');
  });
});
