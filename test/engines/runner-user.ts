import { execFileSync, type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { makeUser } from '../support/users.ts';

/** An ordinary user, as whom a runner starts its steps. */
export interface RunnerUser {
  readonly uid: number;
  /** Runs a program as this user with exactly the environment given. */
  readonly run: (
    command: readonly string[],
    where: { readonly cwd: string; readonly env: Readonly<Record<string, string>> },
  ) => SpawnSyncReturns<string>;
  readonly remove: () => void;
}

/** Makes a user as hosted runners have one: with passwordless sudo, or with none at all. */
export function makeRunnerUser(name: string, sudo: boolean): RunnerUser {
  const { uid, remove } = makeUser(name, { sudo });
  const gid = execFileSync('id', ['-g', name], { encoding: 'utf8' }).trim();
  return {
    uid,
    remove,
    run: (command, { cwd, env }) =>
      spawnSync('setpriv', ['--reuid', String(uid), '--regid', gid, '--init-groups', ...command], {
        cwd,
        env,
        encoding: 'utf8',
        maxBuffer: 64 << 20,
      }),
  };
}
