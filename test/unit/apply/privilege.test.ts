import { describe, expect, it } from 'vitest';
import { applyWith, standBy } from '../../../src/apply/privilege.ts';
import type { Outcome } from '../../../src/host/host.ts';
import { NOTHING_APPLIED, type Plan } from '../../../src/plan/plan.ts';
import { hostFacts } from '../../support/facts.ts';
import { fakeHost } from '../../support/fake-host.ts';

const PROGRAM = '/action/dist/privileged.js';
const plan: Plan = {
  schema: 1,
  prepare: ['mount'],
  remove: [],
  install: [],
  prove: ['arm64'],
  store: '/store',
};
const facts = hostFacts({ privilege: 'sudo', uid: 1000 });
const programs = { sudo: '/usr/bin/sudo' };

describe('applyWith', () => {
  it('starts the privileged program once, with the whole plan on its standard input', async () => {
    const stdout = `${JSON.stringify({ ...NOTHING_APPLIED, prepared: ['mount'] })}\n`;
    const host = fakeHost({ programs, run: () => ({ code: 0, stdout }) });
    expect(await applyWith(host, facts, plan, PROGRAM)).toMatchObject({ prepared: ['mount'], problems: [] });
    expect(host.commands).toHaveLength(1);
    const [command] = host.commands;
    expect(command).toMatchObject({
      file: '/usr/bin/sudo',
      args: ['-n', '--', '/usr/bin/env', '-i', `SUDO_UID=${host.uid}`, host.node, PROGRAM],
    });
    expect(await command?.stdin).toBe(JSON.stringify(plan));
  });

  it('hands the plan to the program that was started already, and starts no other', async () => {
    const host = fakeHost({ programs, run: () => ({ code: 0, stdout: JSON.stringify(NOTHING_APPLIED) }) });
    const standby = standBy(host, facts, PROGRAM);
    expect(host.commands).toHaveLength(1);
    expect(await applyWith(host, facts, plan, PROGRAM, standby)).toEqual(NOTHING_APPLIED);
    standby?.dismiss();
    expect(host.commands).toHaveLength(1);
    expect(await host.commands[0]?.stdin).toBe(JSON.stringify(plan));
  });

  it.each<[string, Partial<Outcome>, string]>([
    ['says why', { code: 1, stderr: 'sudo: a password is required\n' }, 'sudo: a password is required'],
    [
      'refuses',
      { code: 2, stderr: 'the plan cannot be carried out: x' },
      'the plan cannot be carried out: x',
    ],
    ['says nothing', { code: 9 }, 'it ended with 9'],
    ['hangs', { code: null, timedOut: true }, 'did not end within 180 s'],
    ['is killed', { code: null, signal: 'SIGKILL' }, 'it ended with SIGKILL'],
    ['does not start', { code: null, error: 'EACCES' }, 'it ended with EACCES'],
    ['answers with no JSON', { code: 0, stdout: 'hello' }, 'it ended with 0'],
    ['answers with other JSON', { code: 0, stdout: '{"x":1}' }, 'it ended with 0'],
    ['answers with null', { code: 0, stdout: 'null' }, 'it ended with 0'],
    ['gives orders', { code: 1, stderr: '\n::error::x' }, ': :error: :x'],
  ])('reports a program that %s', async (_, outcome, said) => {
    const applied = await applyWith(fakeHost({ programs, run: () => outcome }), facts, plan, PROGRAM);
    expect(applied).toEqual({
      ...NOTHING_APPLIED,
      problems: [`the privileged program ${said.startsWith('did') ? '' : 'failed: '}${said}`],
    });
  });

  it.each([
    ['nobody may', hostFacts({ privilege: 'none', uid: 1000 }), programs],
    ['sudo is gone', facts, {}],
  ])('starts nothing where %s', async (_, seen, found) => {
    const host = fakeHost({ programs: found });
    expect(await applyWith(host, seen, plan, PROGRAM)).toMatchObject({
      problems: ['no privilege to change the table'],
    });
    expect(host.commands).toEqual([]);
  });
});

describe('standBy', () => {
  it('ends the input of a program that gets no plan', async () => {
    const host = fakeHost({ programs, run: () => ({ code: 2 }) });
    standBy(host, facts, PROGRAM)?.dismiss();
    expect(await host.commands[0]?.stdin).toBe('');
  });

  it.each([
    ['this process is root', hostFacts({ privilege: 'root', uid: 0 }), programs],
    ['nobody may', hostFacts({ privilege: 'none', uid: 1000 }), programs],
    ['sudo is gone', facts, {}],
  ])('starts nothing where %s', (_, seen, found) => {
    const host = fakeHost({ programs: found });
    expect(standBy(host, seen, PROGRAM)).toBeUndefined();
    expect(host.commands).toEqual([]);
  });
});
