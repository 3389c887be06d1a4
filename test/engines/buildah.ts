import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { debClosure, libraryPath } from '../support/packages.ts';

/** Runs buildah with its storage in `folder`, in a mount namespace of its own so that nothing stays mounted. */
export function buildah(folder: string, ...args: readonly string[]): SpawnSyncReturns<string> {
  const closure = debClosure('buildah');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'policy.json'), '{"default":[{"type":"insecureAcceptAnything"}]}');
  writeFileSync(join(folder, 'registries.conf'), '');
  const [command = '', ...rest] = args;
  const policy = command === 'build' ? ['--signature-policy', join(folder, 'policy.json')] : [];
  return spawnSync(
    'unshare',
    [
      ...['--mount', '--pid', '--fork', '--kill-child', join(closure, 'usr/bin/buildah')],
      ...['--root', join(folder, 'root'), '--runroot', join(folder, 'run'), '--storage-driver', 'vfs'],
      ...['--registries-conf', join(folder, 'registries.conf'), command, ...policy, ...rest],
    ],
    {
      encoding: 'utf8',
      env: { ...process.env, LD_LIBRARY_PATH: libraryPath(closure) },
      maxBuffer: 64 << 20,
    },
  );
}
