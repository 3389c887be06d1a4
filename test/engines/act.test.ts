import { execFileSync } from 'node:child_process';
import { chmodSync, copyFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inTurn } from '../support/in-turn.ts';
import { staticBusybox } from '../support/packages.ts';
import type { RealTable } from '../support/real-table.ts';
import { noTestUsers } from '../support/users.ts';
import { actProgram, noAct } from './act.ts';
import { borrowTable } from './machine-table.ts';
import { obstacle } from './product.ts';
import { downloadedAction, sharedNode } from './runner.ts';
import { makeRunnerUser, type RunnerUser } from './runner-user.ts';

const reason = obstacle() ?? noTestUsers() ?? noAct();
if (reason !== undefined) console.log(`skipped: the action in act: ${reason}`);

const workflow = `on: push
jobs:
  build:
    runs-on: ubuntu-24.04
    steps:
      - id: binfmt
        uses: example/setup-binfmt@v1
        with:
          platforms: arm64
          qemu-from: apt
      - run: echo "emulated=\${{ steps.binfmt.outputs.emulated }}; changed=\${{ steps.binfmt.outputs.changed }}"
      - run: echo "machine=$(sudo chroot "$FOREIGN_ROOT" /busybox uname -m)"
      - id: again
        uses: example/setup-binfmt@v1
        with:
          platforms: arm64
      - run: echo "again=\${{ steps.again.outputs.changed }}"
      - uses: example/setup-binfmt@v1
        with:
          platforms: no-such-machine
`;

describe.skipIf(reason !== undefined)('the action in a workflow that act runs', () => {
  const folder = mkdtempSync(join(tmpdir(), 'setup-binfmt-act-'));
  let table: RealTable | undefined;
  let user: RunnerUser;
  let told = '';
  let status: number | null = null;

  beforeAll(async () => {
    table = await borrowTable();
    user = makeRunnerUser('binfmt-act', true);
    chmodSync(folder, 0o755);
    copyFileSync(actProgram(), join(folder, 'act'));
    mkdirSync(join(folder, 'root'));
    copyFileSync(staticBusybox('arm64'), join(folder, 'root/busybox'));
    const action = downloadedAction(folder);
    const repo = join(folder, 'repo');
    mkdirSync(join(repo, '.github/workflows'), { recursive: true });
    mkdirSync(join(folder, 'home'));
    writeFileSync(join(repo, '.github/workflows/build.yml'), workflow);
    cpSync(action, join(folder, 'action'), { recursive: true });
    execFileSync('chown', ['-R', String(user.uid), repo, join(folder, 'home'), join(folder, 'action')]);
    const node = sharedNode(folder);
    const env = {
      PATH: `${node}:/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin`,
      HOME: join(folder, 'home'),
      XDG_CACHE_HOME: join(folder, 'home/.cache'),
      FOREIGN_ROOT: join(folder, 'root'),
    };
    const where = { cwd: repo, env };
    const git = [
      'git init -q -b main .',
      'git add -A',
      'git -c user.name=x -c user.email=x@example.com commit -qm x',
    ].join(' && ');
    expect(user.run(['sh', '-c', git], where).status).toBe(0);
    const done = user.run(
      [
        ...[join(folder, 'act'), 'push', '--platform', 'ubuntu-24.04=-self-hosted', '--no-cache-server'],
        ...[
          '--action-offline-mode',
          '--local-repository',
          `example/setup-binfmt@v1=${join(folder, 'action')}`,
        ],
        ...['--env', `FOREIGN_ROOT=${join(folder, 'root')}`],
      ],
      where,
    );
    status = done.status;
    told = `${done.stdout}\n${done.stderr}`;
  });

  afterAll(() =>
    inTurn(
      () => user?.remove(),
      () => table?.giveBack(),
      () => rmSync(folder, { recursive: true, force: true }),
    ),
  );

  it('runs it as a step and reads its outputs', () => {
    expect(told).toMatch(/\| emulated=linux\/arm64; changed=true/);
  });
  it('a later step runs a foreign program', () => expect(told).toMatch(/\| machine=aarch64/));
  it('a second use changes nothing', () => expect(told).toMatch(/\| again=false/));
  it('a wrong input fails the job with its reason', () => {
    expect(status, told).not.toBe(0);
    expect(told).toMatch(/no-such-machine/);
  });
});
