import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { built, type Ended, runProgram } from './program.ts';
import { noLab } from './setup-lab.ts';
import { makeUser, noTestUsers, type TestUser } from './users.ts';

/** Why an ordinary user cannot be had whose private tables are tested, printed; `undefined` when one can. */
export function noPlainUser(): string | undefined {
  return noTestUsers() ?? noLab() ?? noTools();
}

function noTools(): string | undefined {
  const missing = ['newuidmap', 'setpriv', 'script', 'ps'].filter((name) => !existsSync(`/usr/bin/${name}`));
  if (missing.length === 0) return undefined;
  const reason = `${missing.join(', ')} missing (packages uidmap, util-linux, bsdutils, procps)`;
  console.log(`skipped: ${reason}`);
  return reason;
}

/** A user of this machine without any privilege, and what is run as that user. */
export interface PlainUser extends TestUser {
  readonly env: Readonly<Record<string, string>>;
  /** The command as this user; it is started without anything in between. */
  readonly as: (...command: readonly string[]) => readonly string[];
  /** `exec` by the program of the terminal, with QEMU from the folder of this user's PATH. */
  readonly exec: (platforms: readonly string[], ...command: readonly string[]) => readonly string[];
  /** Runs a command to its end. */
  readonly run: (
    command: readonly string[],
    options?: { env?: Readonly<Record<string, string>>; cwd?: string },
  ) => Promise<Ended>;
  /** Starts a command and leaves its streams to the caller. */
  readonly start: (command: readonly string[]) => ChildProcessByStdio<Writable, Readable, Readable>;
}

/** Makes a user; `qemu` is a folder with `qemu-*-static`. */
export function makePlainUser(name: string, qemu: string): PlainUser {
  const user = makeUser(name, { sudo: false });
  const runtime = join(user.home, 'run');
  const env = {
    PATH: `${qemu}:/usr/local/bin:/usr/bin:/bin`,
    HOME: user.home,
    USER: name,
    LOGNAME: name,
    SHELL: '/bin/sh',
    TERM: 'xterm',
    XDG_RUNTIME_DIR: runtime,
    RUNNER_TOOL_CACHE: join(user.home, 'tools'),
    DOCKER_HOST: 'unix:///nowhere/docker.sock',
  };
  const as: PlainUser['as'] = (...command) => [
    '/usr/bin/setpriv',
    `--reuid=${name}`,
    `--regid=${name}`,
    '--init-groups',
    '--',
    ...command,
  ];
  chmodSync(user.home, 0o755);
  return {
    ...user,
    env,
    as,
    exec: (platforms, ...command) =>
      as(
        ...[process.execPath, built('cli.js'), 'exec', ...platforms, '--qemu-from', 'host'],
        ...(command[0] === '--map-root' ? ['--map-root', '--', ...command.slice(1)] : ['--', ...command]),
      ),
    run: (command, options = {}) =>
      runProgram(command, { env: { ...env, ...options.env }, cwd: options.cwd ?? user.home }),
    // Whoever runs the tests may ignore signals (nohup), and what is ignored stays so in every program below.
    start: (command) =>
      spawn('env', ['--default-signal', ...command], {
        env,
        cwd: user.home,
        stdio: ['pipe', 'pipe', 'pipe'],
      }),
  };
}

/** A command, quoted for a shell. */
export function shellQuote(command: readonly string[]): string {
  return command.map((word) => `'${word.replaceAll("'", "'\\''")}'`).join(' ');
}

/** What a process wrote so far, and a wait for a text in it. */
export interface Transcript {
  readonly text: () => string;
  /** Resolves when the text is there; rejects with the transcript when the stream ends before. */
  readonly until: (pattern: RegExp) => Promise<void>;
}

/** Follows a stream. */
export function follow(stream: Readable): Transcript {
  let text = '';
  let ended = false;
  const waiting = new Set<() => void>();
  const wake = (): void => {
    for (const look of waiting) look();
  };
  stream.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk;
    wake();
  });
  stream.on('close', () => {
    ended = true;
    wake();
  });
  return {
    text: () => text,
    until: (pattern) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          if (!pattern.test(text) && !ended) return;
          waiting.delete(look);
          if (pattern.test(text)) resolve();
          else reject(new Error(`${pattern} did not come: ${text}`));
        };
        waiting.add(look);
        look();
      }),
  };
}

/** Makes a folder that everybody may enter. */
export function makeOpenFolder(path: string): string {
  mkdirSync(path, { recursive: true });
  chmodSync(path, 0o755);
  return path;
}
