import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { nodeHost } from '../../../src/host/host.ts';
import { recall, remember } from '../../../src/qemu/from-apt.ts';
import type { SourceContext } from '../../../src/qemu/handler.ts';

const DAY = 24 * 60 * 60 * 1000;
const NOW = Date.UTC(2026, 0, 1);
const memory = {
  candidate: {
    package: 'qemu-user',
    version: '1:10.2.3+ds-1',
    arch: 'amd64',
    file: 'qemu-user_1%3a10.2.3+ds-1_amd64.deb',
    size: 71_089_852,
    hash: `SHA256:${'a'.repeat(64)}`,
    uri: 'https://user:secret@mirror.example/pool/x.deb',
  },
  lacks: new Map([['hexagon', 'the package has no qemu-hexagon']]),
};

let root = '';
let sources = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'apt-memory-'));
  mkdirSync(join(root, 'setup-binfmt'));
  sources = join(root, 'apt.conf');
  writeFileSync(sources, 'one');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function context(storeRoot = root): SourceContext {
  const host = { ...nodeHost(), env: { APT_CONFIG: sources } };
  return { host, hostArch: 'amd64', storeRoot, log: () => undefined, rehash: true, timeLimitMs: 1000 };
}

describe('recall', () => {
  it('gives what was remembered, without the credentials of the address', () => {
    remember(context(), memory, NOW);
    const candidate = { ...memory.candidate, uri: 'https://mirror.example' };
    expect(recall(context(), NOW + 1)).toEqual({ candidate, lacks: memory.lacks, fresh: true });
    expect(readFileSync(join(root, 'setup-binfmt/apt.json'), 'utf8')).not.toContain('secret');
  });

  it.each([
    [0, true],
    [6 * DAY, true],
    [8 * DAY, false],
    [-DAY, false],
  ])('after %d ms: fresh is %s', (later, fresh) => {
    remember(context(), memory, NOW);
    expect(recall(context(), NOW + later)?.fresh).toBe(fresh);
  });

  it('is not fresh when sources or configuration of apt have changed', () => {
    remember(context(), memory, NOW);
    writeFileSync(sources, 'two');
    expect(recall(context(), NOW)).toMatchObject({ fresh: false });
    rmSync(sources);
    expect(recall(context(), NOW)).toMatchObject({ fresh: false });
    writeFileSync(sources, 'one');
    expect(recall(context(), NOW)).toMatchObject({ fresh: true });
  });

  it('knows nothing where nothing was remembered or could be', () => {
    expect(recall(context(), NOW)).toBeUndefined();
    const nowhere = context('/proc/nowhere');
    remember(nowhere, memory, NOW);
    expect(recall(nowhere, NOW)).toBeUndefined();
  });
});
