/** The recipes in examples/ that need an engine or a compiler: their own lines, run where they would run. */
import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readExample } from '../support/examples.ts';
import { debPackage, machineSuite, packageCache, staticBusybox } from '../support/packages.ts';
import { noPrivateTable } from '../support/private-table.ts';
import { debianQemu } from '../support/qemu.ts';
import { noAct } from './act.ts';
import { type EngineRoom, openEngineRoom } from './engine-room.ts';
import { node24, repository } from './product.ts';

const root = process.getuid?.() === 0 && machineSuite() !== undefined;
const reason = (root ? noPrivateTable() : 'needs root and Debian’s packages') ?? noAct();
if (reason !== undefined) console.log(`skipped: recipes: ${reason}`);

/** The lines of an example's last step, and the platforms of its matrix. */
function recipe(file: string): { readonly run: string; readonly platforms: readonly string[] } {
  const [job] = Object.values<{
    readonly strategy: { readonly matrix: { readonly platform: readonly string[] } };
    readonly steps: readonly { readonly run?: string }[];
  }>(parse(readExample(file)).jobs);
  return { run: job?.steps.at(-1)?.run ?? '', platforms: job?.strategy.matrix.platform ?? [] };
}

/** Go's standard library for each platform takes a minute to build. */
const GOCACHE = join(packageCache, 'go-build');

const GO_TEST = `package app

import (
	"os/exec"
	"runtime"
	"testing"
)

func TestMachine(t *testing.T) {
	told, err := exec.Command("/proc/self/exe", "-test.run=NoSuchTest").CombinedOutput()
	t.Logf("ran on %s: %q %v", runtime.GOARCH, told, err)
	if err != nil {
		t.Fail()
	}
}
`;

const DOCKERFILE = `FROM scratch
ARG TARGETARCH
COPY busybox-\${TARGETARCH} /bin/busybox
RUN ["/bin/busybox", "--install", "-s", "/bin"]
RUN uname -m > /machine
`;

const COMPOSE = `services:
  app:
    build: .
    image: recipe-app
    network_mode: none
`;

describe.skipIf(reason !== undefined)('recipes', () => {
  let room: EngineRoom;
  let path: string;

  beforeAll(async () => {
    room = await openEngineRoom({ table: true });
    const plugin = 'cli-plugins/docker-compose';
    const compose = debPackage('docker-compose', { suite: 'sid' });
    symlinkSync(join(compose, 'usr/libexec/docker', plugin), join(room.folder, 'config', plugin));
    path = `${await debianQemu()}:${room.engine.environment.PATH}`;
    const setup = [
      node24,
      join(repository, 'dist/cli.js'),
      'setup',
      'arm64,riscv64,s390x',
      '--qemu-from',
      'host',
    ];
    const { code, stderr } = await room.run(setup, { PATH: path });
    expect(code, stderr).toBe(0);
  });
  afterAll(() => room?.close());

  it('go test builds here and runs there', async () => {
    const { run, platforms } = recipe('go-test.yml');
    expect(platforms).toEqual(['linux/arm64', 'linux/riscv64', 'linux/s390x']);
    const folder = join(room.folder, 'go');
    mkdirSync(folder);
    writeFileSync(join(folder, 'go.mod'), 'module example.com/app\n\ngo 1.21\n');
    writeFileSync(join(folder, 'app_test.go'), GO_TEST);
    for (const platform of platforms) {
      const env = {
        PATH: path,
        PLATFORM: platform,
        GOFLAGS: '-v',
        GOPROXY: 'off',
        GOTOOLCHAIN: 'local',
        GOCACHE,
      };
      const done = await room.run(['sh', '-ec', `cd ${folder}\n${run}`], env);
      expect([done.code, done.stdout], done.stderr).toEqual([
        0,
        expect.stringContaining(`ran on ${platform.replace('linux/', '')}: "`),
      ]);
    }
  }, 900_000);

  it('docker compose builds and runs for another platform', async () => {
    const { run, platforms } = recipe('compose-build.yml');
    const folder = join(room.folder, 'compose');
    mkdirSync(folder);
    writeFileSync(join(folder, 'compose.yaml'), COMPOSE);
    writeFileSync(join(folder, 'Dockerfile'), DOCKERFILE);
    for (const arch of ['arm64', 'riscv64']) cpSync(staticBusybox(arch), join(folder, `busybox-${arch}`));
    const told: string[] = [];
    for (const platform of platforms) {
      const env = { PATH: path, DOCKER_DEFAULT_PLATFORM: platform };
      const done = await room.run(['sh', '-ec', `cd ${folder}\n${run}`], env);
      expect(done.code, done.stdout + done.stderr).toBe(0);
      told.push(done.stdout.trim().split('\n').at(-1) ?? '');
    }
    expect(told).toEqual(['aarch64', 'riscv64']);
  });
});
