import { execFile } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { DEFAULT_IMAGE } from '../../../src/qemu/default-image.ts';
import { layerOf, makeImage, qemuEntry } from '../../support/oci-image.ts';
import { startRegistry } from '../../support/registry-server.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const run = promisify(execFile);

it('the maintenance script lists all binaries of all hosts and writes the image to its places', async () => {
  const label = (qemu: string) => `qemu-${qemu} version 10.9.8 (x)`;
  const forHost = async (arch: string, ...qemu: readonly string[]) => ({
    layers: [await layerOf(qemu.map((each) => qemuEntry(each, arch, label(each))))],
    arch,
  });
  const image = makeImage([await forHost('amd64', 'aarch64', 's390x'), await forHost('arm64', 'x86_64')]);
  const server = await startRegistry('a/b', image);
  const folder = mkdtempSync(join(tmpdir(), 'setup-binfmt-update-'));
  try {
    mkdirSync(join(folder, 'src/qemu'), { recursive: true });
    for (const file of ['src/qemu/default-image.ts', 'action.yml', 'Dockerfile'])
      copyFileSync(join(root, file), join(folder, file));
    const reference = `${server.host}/a/b:latest`;
    const tool = [join(root, 'tools/update-image.mjs'), reference, '--root', folder];

    const dry = await run(process.execPath, [...tool, '--dry-run']);
    expect(dry.stdout.trim().split('\n')).toEqual([
      `${reference}@${image.digest}`,
      expect.stringMatching(/^amd64 qemu-aarch64 10\.9\.8 [0-9a-f]{64}$/),
      expect.stringMatching(/^amd64 qemu-s390x 10\.9\.8 [0-9a-f]{64}$/),
      expect.stringMatching(/^arm64 qemu-x86_64 10\.9\.8 [0-9a-f]{64}$/),
    ]);
    expect(readFileSync(join(folder, 'action.yml'), 'utf8')).toContain(DEFAULT_IMAGE);

    // Twice: what it wrote must be what it can read.
    await run(process.execPath, tool);
    await run(process.execPath, tool);
    const written = await import(join(folder, 'src/qemu/default-image.ts'));
    expect(written.DEFAULT_IMAGE).toBe(`${reference}@${image.digest}`);
    expect(readFileSync(join(folder, 'action.yml'), 'utf8')).toContain(
      `without one, it is ${reference}@${image.digest}`,
    );
  } finally {
    await server.close();
    rmSync(folder, { recursive: true });
  }
});
