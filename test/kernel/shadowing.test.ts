/** Which of several entries answers: the kernel lists them in the order in which it asks them. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nodeHost } from '../../src/host/host.ts';
import { noPrivateTable, openPrivateTable, type PrivateTable } from '../support/private-table.ts';

describe.skipIf(noPrivateTable() !== undefined)('entries with the same magic', () => {
  let table: PrivateTable;
  let work: string;

  beforeAll(async () => {
    table = await openPrivateTable();
    work = mkdtempSync(join(tmpdir(), 'setup-binfmt-shadowing-'));
    writeFileSync(join(work, 'program'), 'TRY\n', { mode: 0o755 });
    for (const name of ['c', 'a', 'b']) {
      writeFileSync(join(work, name), `#!/bin/sh\necho ${name}\n`, { mode: 0o755 });
      register(name);
    }
  });
  afterAll(async () => {
    await table.close();
    rmSync(work, { recursive: true });
  });

  const register = (name: string) => table.register(`:${name}:M::TRY::${join(work, name)}:`);
  const write = (name: string, text: string) => writeFileSync(join(table.folder, name), text, { flag: 'r+' });
  const listed = () =>
    nodeHost()
      .list(table.folder)
      .filter((name) => name !== 'register' && name !== 'status')
      .join(' ');
  const answering = () => {
    const [enter, ...args] = table.enter;
    return spawnSync(enter, [...args, join(work, 'program')], { encoding: 'utf8' }).stdout.trim();
  };

  it('are listed newest first, and the first one answers', () => {
    expect([listed(), answering()]).toEqual(['b a c', 'b']);
  });

  it('come first again when they are registered again', () => {
    write('a', '-1');
    expect([listed(), answering()]).toEqual(['b c', 'b']);
    register('a');
    expect([listed(), answering()]).toEqual(['a b c', 'a']);
  });

  it('keep their place while they are disabled', () => {
    write('a', '0');
    expect([listed(), answering()]).toEqual(['a b c', 'b']);
    write('a', '1');
    expect([listed(), answering()]).toEqual(['a b c', 'a']);
    write('status', '0');
    write('status', '1');
    expect([listed(), answering()]).toEqual(['a b c', 'a']);
  });
});
