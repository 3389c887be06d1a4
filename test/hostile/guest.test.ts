/** Neighbours that mean harm: the state folder, its files, the lock. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lockFolder } from '../../src/apply/steps.ts';
import { type Host, nodeHost } from '../../src/host/host.ts';
import { openState } from '../../src/journal/journal.ts';
import { parseLease, parseRecord } from '../../src/journal/record.ts';
import { planUndo } from '../../src/plan/undo.ts';
import { isRunId } from '../../src/text/parse.ts';

const RUN = '00000000-0000-4000-8000-000000000000';
let work: string;
let host: Host;

beforeEach(() => {
  work = mkdtempSync(join(tmpdir(), 'setup-binfmt-hostile-'));
  const node = nodeHost();
  const there = (path: string) => path.replace(/^\/run\/setup-binfmt/, join(work, 'state'));
  host = {
    ...node,
    readText: (path) => (path === '/proc/self/uid_map' ? '0 0 4294967295\n' : node.readText(there(path))),
    list: (path) => node.list(there(path)),
    stat: (path, follow) => node.stat(there(path), follow),
    makeFolder: (path, mode) => node.makeFolder(there(path), mode),
    makeMode: (path, mode) => node.makeMode(there(path), mode),
    appendDurably: (path, text) => node.appendDurably(there(path), text),
    remove: (path) => node.remove(there(path)),
  };
});
afterEach(() => rmSync(work, { recursive: true }));

describe('a state folder', () => {
  it('is made for root alone', () => {
    expect(openState(host)).not.toHaveProperty('failure', expect.anything());
    expect(nodeHost().stat(join(work, 'state'))).toMatchObject({ mode: 0o755 });
  });

  it.each<[string, (path: string) => void]>([
    ['a link', (path) => symlinkSync(work, path)],
    ['a file', (path) => writeFileSync(path, '')],
    [
      'a folder that others may write to',
      (path) => {
        mkdirSync(path);
        chmodSync(path, 0o777);
      },
    ],
    [
      'a folder whose leases others may write to',
      (path) => {
        mkdirSync(join(path, 'leases'), { recursive: true });
        chmodSync(join(path, 'leases'), 0o775);
      },
    ],
  ])('that is %s is not used', (_, make) => {
    make(join(work, 'state'));
    expect(openState(host)).toMatchObject({ failure: expect.stringContaining('root alone') });
  });

  it('of somebody else is not used', () => {
    mkdirSync(join(work, 'state'), { mode: 0o755 });
    const theirs = { ...host, uid: host.uid + 1 };
    expect(openState(theirs)).toMatchObject({ failure: expect.stringContaining('root alone') });
  });

  it('with files of other names and contents gives nothing of them', () => {
    const state = openState(host);
    if ('failure' in state) throw new Error(state.failure);
    for (const name of ['x.jsonl', '..jsonl', `${RUN}.jsonl.new`])
      writeFileSync(join(work, 'state', name), '{"kind":"undo"}\n');
    writeFileSync(
      join(work, 'state', `${RUN}.jsonl`),
      '{"kind":"remove","name":"../../etc/passwd"}\n{"kind":"und',
    );
    writeFileSync(join(work, 'state/leases', RUN), '{"run":"x"}');
    expect(state.records()).toEqual([{ run: RUN, record: [], isDead: false }]);
    expect(state.leases()).toEqual([]);
  });
});

describe('any text', () => {
  const words = fc.constantFrom(
    'kind',
    'undo',
    'table',
    'register',
    'remove',
    'put',
    'write',
    'rule',
    'name',
    'status',
    'match',
    'magic',
    '../x',
  );
  const lines = fc.array(
    fc.oneof(
      fc.string(),
      fc.json(),
      fc.dictionary(words, fc.oneof(words, fc.jsonValue())).map((value) => JSON.stringify(value)),
    ),
  );
  it('is a record of valid changes, or none of its lines are', () => {
    fc.assert(
      fc.property(lines, (all) => {
        const record = parseRecord(all.join('\n'));
        const undo = planUndo(record, [], new Set());
        for (const { rule } of undo.put) expect(rule.name).not.toMatch(/\/|^(?:status|register|\.{0,2})$/);
        expect(undo.remove).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('is a lease of a run that can be, or none', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        const lease = parseLease(text);
        expect(lease === undefined || isRunId(lease.run)).toBe(true);
      }),
    );
  });

  it('that leads out of the folder is no id of a run', () => {
    for (const id of [
      '',
      '.',
      '..',
      '../x',
      `${RUN}/..`,
      `${RUN}\n`,
      `x${RUN}`,
      RUN.toUpperCase().replace(/0/g, 'A'),
    ])
      expect(isRunId(id)).toBe(false);
    expect(isRunId(RUN)).toBe(true);
  });
});

describe('a lock that a neighbour holds', () => {
  it('is waited for, and then named, with nothing changed', async () => {
    const holder = spawn('flock', ['-x', work, 'sh', '-c', 'echo held; exec cat'], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    await once(holder.stdout, 'data');
    const refused = await lockFolder(nodeHost(), work, 1000);
    expect(refused).toEqual({
      failure: `${work} cannot be locked: another process has held it for 1 s (run this step again when it has ended)`,
    });
    const gone = once(holder, 'exit');
    holder.kill('SIGKILL');
    holder.stdin.end();
    await gone;
    const taken = await lockFolder(nodeHost(), work, 5000);
    expect(taken).not.toHaveProperty('failure', expect.anything());
    if ('close' in taken) taken.close();
  });
});
