import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { runFollowed } from '../../../src/host/run.ts';

function follow(script: string, options: { env?: Record<string, string>; timeoutMs?: number } = {}) {
  const lines: string[] = [];
  const line = (text: string): void => void lines.push(text);
  const ended = runFollowed('/bin/sh', ['-c', script], { timeoutMs: 20_000, ...options, line });
  return ended.then((followed) => ({ ...followed, lines }));
}

/** A process that has ended and was not waited for has an empty command line (proc_pid_cmdline(5)). */
function isRunning(pid: string): boolean {
  const file = `/proc/${pid}/cmdline`;
  return existsSync(file) && readFileSync(file, 'latin1') !== '';
}

test('the lines of both outputs are told, and the command is not', async () => {
  const { code, timedOut, tail, lines } = await follow("echo one; echo two >&2; printf 'no newline'; exit 3");
  expect(code).toBe(3);
  expect(timedOut).toBe(false);
  expect([...lines].sort()).toEqual(['no newline', 'one', 'two']);
  expect(tail.split('\n').sort()).toEqual(['no newline', 'one', 'two']);
});

test('foreign lines carry no command to the runner and no control characters to a terminal', async () => {
  const script =
    "printf '::error::a\\n  ::add-mask::b\\nc ##[error]d\\n\\033[31mred\\033[0m\\007\\n12%%\\r34%%\\n'";
  const { lines } = await follow(script);
  expect(lines).toEqual([': :error: :a', '  : :add-mask: :b', 'c ## [error]d', ' red', '12%', '34%']);
});

test('a character that comes in two pieces is one character, and a line without end is cut', async () => {
  const { lines } = await follow(
    "printf '\\303'; sleep 0.1; printf '\\244\\n'; head -c 100000 /dev/zero | tr '\\0' x",
  );
  expect(lines[0]).toBe('ä');
  expect(lines[1]).toMatch(/^x{8192}$/);
  expect(lines).toHaveLength(2);
});

test('standard input is empty, the environment is the given one, arguments are no shell words', async () => {
  const { lines } = await follow('cat; env; echo end', { env: { PATH: '/usr/bin:/bin', ONLY: 'a b' } });
  expect(lines).toContain('ONLY=a b');
  expect(lines.some((line) => line.startsWith('HOME='))).toBe(false);
  const told: string[] = [];
  await runFollowed('/bin/echo', ['a  b', '$HOME', '"q"'], {
    timeoutMs: 20_000,
    line: (text) => void told.push(text),
  });
  expect(told).toEqual(['a  b $HOME "q"']);
});

test('a program that takes too long ends with all that it started', async () => {
  const { code, timedOut, lines } = await follow('sleep 300 & echo $!; wait', { timeoutMs: 1000 });
  expect(timedOut).toBe(true);
  expect(code).not.toBe(0);
  expect(isRunning(lines[0] ?? '')).toBe(false);
});

test('a program is ended, with all that it started, for the reason that a watch gives', async () => {
  const lines: string[] = [];
  let looks = 0;
  const { code, timedOut, ended } = await runFollowed('/bin/sh', ['-c', 'sleep 300 & echo $!; wait'], {
    timeoutMs: 60_000,
    line: (text) => void lines.push(text),
    watch: { everyMs: 50, look: () => (++looks < 3 || lines.length === 0 ? undefined : 'enough') },
  });
  expect([code === 0, timedOut, ended]).toEqual([false, false, 'enough']);
  expect(isRunning(lines[0] ?? '')).toBe(false);
  const left = await runFollowed('/bin/true', [], {
    timeoutMs: 20_000,
    line: () => undefined,
    watch: { everyMs: 5, look: () => undefined },
  });
  expect(left).toMatchObject({ code: 0, ended: undefined });
});

test('a program that is not there is an answer and no exception', async () => {
  const line = (): void => undefined;
  const missing = await runFollowed('/nonexistent/program', [], { timeoutMs: 1000, line });
  expect(missing).toMatchObject({ code: 127, timedOut: false });
  expect(missing.tail).toContain('/nonexistent/program');
  const folder = await runFollowed('/bin/true', [], { timeoutMs: 1000, line, cwd: '/nonexistent' });
  expect(folder).toMatchObject({ code: undefined, timedOut: false });
  expect(folder.tail).toContain('/nonexistent');
});

test('gives a program an empty standard input, and outlives those that end before they could read it', async () => {
  const options = { timeoutMs: 20_000, line: () => undefined };
  expect(await runFollowed('cat', [], options)).toMatchObject({ code: 0, tail: '' });
  const runs = Array.from({ length: 40 }, () => runFollowed('true', [], options));
  for (const ended of await Promise.all(runs)) expect(ended.code).toBe(0);
});
