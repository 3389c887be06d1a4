import { describe, expect, it } from 'vitest';
import { diagnoseLog } from '../../../../../src/doctor/log/diagnose.ts';
import { readLog } from '../../../../support/logs.ts';

const answer = (log: string) => {
  const { verdict, diagnoses } = diagnoseLog(
    readLog(`${log}\n`),
    { asked: ['linux/arm64'] },
    { here: false },
  );
  return { verdict, ids: diagnoses.map(({ id }) => id), causes: diagnoses[0]?.causes };
};

const MAPPED =
  'ERRO[0000] running `/usr/bin/newuidmap 12 0 1000 1 1 100000 65536`: newuidmap: write to uid_map failed: Operation not permitted';
const UNPACKED =
  'Error: writing blob: processing tar file(potentially insufficient UIDs or GIDs available in user namespace (requested 0:42 for /etc/gshadow): Check /etc/subuid and /etc/subgid if configured locally and run "podman system migrate": lchown /etc/gshadow: invalid argument): exit status 1';
const NONE = (user: string) =>
  `cannot find UID/GID for user ${user}: no subuid ranges found for user "${user}" in /etc/subuid`;
const grant = (user: string) =>
  `sudo usermod --add-subuids 100000-165535 --add-subgids 100000-165535 ${user}`;

describe('a rootless engine', () => {
  it('whose newuidmap has lost its right', () => {
    const { verdict, ids, causes } = answer(
      `${MAPPED}\nError: cannot set up namespace using "/usr/bin/newuidmap": should have setuid or have filecaps setuid: exit status 1`,
    );
    expect([verdict, ...ids]).toEqual(['not-emulation', 'rootless-ids']);
    expect(causes).toHaveLength(1);
    expect(causes?.[0].commands).toContain('sudo chmod u+s /usr/bin/newuidmap /usr/bin/newgidmap');
  });

  it('that may make no namespace at all is another one', () => {
    expect(answer(MAPPED).ids).toEqual(['namespace-refused']);
  });

  it('without newuidmap', () => {
    const { ids, causes } = answer('Error: exec: "newuidmap": executable file not found in $PATH');
    expect(ids).toEqual(['rootless-ids']);
    expect(causes?.[0].commands).toContain('sudo apt-get install uidmap');
  });

  it.each([
    [`${NONE('runner')}\n${UNPACKED}`, 'rootless-ids', 'runner'],
    [NONE('runner'), 'no-subordinate-ids', 'runner'],
    [UNPACKED, 'rootless-ids', '"$USER"'],
    [`${NONE('runner;reboot')}\n${UNPACKED}`, 'rootless-ids', '"$USER"'],
    [`${NONE('--root=/x')}\n${UNPACKED}`, 'rootless-ids', '"$USER"'],
  ])('without ids: %s', (log, id, user) => {
    const { verdict, ids, causes } = answer(log);
    expect([verdict, ...ids]).toEqual(['not-emulation', id]);
    expect(causes?.[0].commands).toEqual([grant(user), 'podman system migrate']);
  });

  it('that warns of its ids, and goes on', () => {
    expect(answer(`${NONE('runner')}\nexec /bin/sh: exec format error`).ids[0]).toBe('exec-format-error');
    expect(answer(`${NONE('runner')}\n/bin/sh: 1: foo: not found`).ids).toContain('command-not-found');
  });
});

describe('an engine that is a service of the job', () => {
  const service =
    'mount: permission denied (are you root?)\nCould not mount /sys/kernel/security.\nAppArmor detection and --privileged mode might break.';
  const silent =
    'ERROR: Cannot connect to the Docker daemon at tcp://docker:2375. Is the docker daemon running?';

  it('needs privileges', () => {
    const { ids, causes } = answer(`${service}\n${silent}\nERROR: Job failed: exit code 1`);
    expect(ids[0]).toBe('engine-not-running');
    expect(causes?.[0].commands).toContain('  privileged = true');
  });

  it('may be silent for another cause', () => {
    expect(answer(silent).causes?.[0].commands).toEqual(['docker context ls']);
  });
});
