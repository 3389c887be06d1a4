import { execFileSync, type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { existsSync, rmSync, writeFileSync } from 'node:fs';

/** An ordinary user of this machine, made for one test and removed after it. */
export interface RunnerUser {
  readonly name: string;
  readonly uid: number;
  /** Runs a program as this user with exactly the environment given. */
  readonly run: (
    command: readonly string[],
    where: { readonly cwd: string; readonly env: Readonly<Record<string, string>> },
  ) => SpawnSyncReturns<string>;
  readonly remove: () => void;
}

/** Makes a user as hosted runners have one: with passwordless sudo, or with none at all. */
export function makeRunnerUser(name: string, home: string, withSudo: boolean): RunnerUser {
  const rule = `/etc/sudoers.d/${name}`;
  const remove = (): void => {
    rmSync(rule, { force: true });
    if (spawnSync('id', [name]).status === 0) execFileSync('userdel', [name], { stdio: 'ignore' });
    process.removeListener('exit', remove);
  };
  remove();
  process.once('exit', remove);
  installSudo();
  execFileSync('useradd', ['--no-create-home', '--home-dir', home, '--shell', '/bin/sh', name]);
  if (withSudo) writeFileSync(rule, `${name} ALL=(ALL) NOPASSWD:ALL\n`, { mode: 0o440 });
  const uid = Number(execFileSync('id', ['-u', name], { encoding: 'utf8' }));
  const gid = execFileSync('id', ['-g', name], { encoding: 'utf8' }).trim();
  return {
    name,
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

function installSudo(): void {
  if (existsSync('/usr/bin/sudo')) return;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const options = ['-q', '-y', '-o', 'DPkg::Lock::Timeout=120'];
  execFileSync('apt-get', [...options, 'update'], { env, stdio: 'ignore' });
  execFileSync('apt-get', [...options, '--no-install-recommends', 'install', 'sudo'], {
    env,
    stdio: 'ignore',
  });
}
