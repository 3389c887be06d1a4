import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inTurn } from '../support/in-turn.ts';
import type { RealTable } from '../support/real-table.ts';
import { builderPlatforms, type DockerEngine, startDocker } from './docker-engine.ts';
import { factsOf, foreignPlatforms, writeContext } from './foreign-image.ts';
import { borrowTable } from './machine-table.ts';
import { obstacle, type TerminalRun, terminal } from './product.ts';

const reason = obstacle();
if (reason !== undefined) console.log(`skipped: Docker engine: ${reason}`);

describe.skipIf(reason !== undefined)('Docker engine and buildx', () => {
  const folder = mkdtempSync(join(tmpdir(), 'setup-binfmt-docker-'));
  let table: RealTable | undefined;
  let engine: DockerEngine;
  let before: readonly string[];
  let setup: TerminalRun;

  beforeAll(async () => {
    table = await borrowTable();
    engine = await startDocker(folder);
    before = builderPlatforms(engine);
    setup = terminal(['setup', 'all', '--qemu-from', 'apt']);
    // A builder that was there before keeps its old list for a while: start a fresh one.
    await engine.stop();
    engine = await startDocker(folder);
    writeContext(join(folder, 'context'), '--platform=$BUILDPLATFORM ');
  });

  afterAll(() =>
    inTurn(
      () => engine?.stop(),
      () => table?.giveBack(),
      () => rmSync(folder, { recursive: true, force: true }),
    ),
  );

  it('setup proves every platform', () => {
    expect(setup.exit, setup.told).toBe(0);
  });

  it('a builder lists only native platforms before, and exactly our output `platforms` after', () => {
    const ours = setup.outputs.platforms?.split(',').sort();
    expect(before.filter((platform) => /arm|riscv|s390x|ppc|mips|loong/.test(platform))).toEqual([]);
    expect(builderPlatforms(engine)).toEqual(ours);
  });

  describe.each(foreignPlatforms)('$platform', ({ platform, arch, machine }) => {
    let facts: Readonly<Record<string, string>> = {};

    beforeAll(() => {
      const tag = `foreign-${arch}`;
      const build = engine.docker(
        ...[
          'buildx',
          'build',
          '--platform',
          platform,
          '--provenance=false',
          '--network',
          'none',
          '--progress',
          'plain',
        ],
        ...['--tag', tag, join(folder, 'context')],
      );
      expect(build.status, build.stdout + build.stderr).toBe(0);
      const run = engine.docker('run', '--rm', '--network', 'none', '--platform', platform, tag);
      expect(run.status, run.stderr).toBe(0);
      facts = factsOf(run.stdout);
    });

    it('runs as that machine', () => expect(facts.machine).toBe(machine));
    it('keeps the first stage of a multi-stage build native', () => {
      expect(facts.native).toBe(process.arch === 'arm64' ? 'aarch64' : 'x86_64');
    });
    it('forks and pipes', () => expect(facts.fork).toBe([machine, 'Linux'].sort().join(' ')));
    it('runs a script by its shebang line with its arguments', () =>
      expect(facts.shebang).toBe(`2 ${machine}`));
    it('gives argv[0] to a multi-call program (P)', () => expect(facts.argv0).toBe(machine));
    it('honours setuid for an ordinary user (C)', () => {
      expect(facts.user).toBe('1000');
      expect(facts.setuid).toBe('0');
    });
  });
});
