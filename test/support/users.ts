import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';

/** An ordinary user of this machine, made for a test. */
export interface TestUser {
  readonly name: string;
  readonly home: string;
  readonly uid: number;
  /** Removes the user, its home and its rights. */
  readonly remove: () => void;
}

/** Why no users can be made here, printed; `undefined` when they can. Installs sudo where it is missing. */
export function noTestUsers(): string | undefined {
  const reason = obstacle();
  if (reason !== undefined) console.log(`skipped: no users can be made here: ${reason}`);
  return reason;
}

function obstacle(): string | undefined {
  if (userInfo().uid !== 0) return 'this is not root';
  const map = readFileSync('/proc/self/uid_map', 'utf8');
  if (!/^\s*0\s+0\s+4294967295\s*$/.test(map)) return 'this is a user namespace';
  for (const program of ['/usr/sbin/useradd', '/usr/sbin/runuser'])
    if (!existsSync(program)) return `${program} is missing`;
  if (!existsSync('/usr/bin/sudo')) {
    const install = spawnSync('apt-get', ['install', '-y', '-q', 'sudo'], { encoding: 'utf8' });
    if (install.status !== 0) return `sudo cannot be installed: ${install.stderr}`;
  }
  return undefined;
}

/** Makes a user; with `sudo`, one that may do everything without a password. */
export function makeUser(name: string, options: { readonly sudo: boolean }): TestUser {
  const rights = `/etc/sudoers.d/${name}`;
  const remove = () => {
    rmSync(rights, { force: true });
    spawnSync('userdel', ['--remove', '--force', name]);
  };
  remove();
  execFileSync('useradd', ['--create-home', '--shell', '/bin/sh', name]);
  if (options.sudo) writeFileSync(rights, `${name} ALL=(ALL) NOPASSWD: ALL\n`, { mode: 0o440 });
  const uid = Number(execFileSync('id', ['-u', name], { encoding: 'utf8' }));
  return { name, home: `/home/${name}`, uid, remove };
}
