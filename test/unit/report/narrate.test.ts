import { describe, expect, it } from 'vitest';
import { parseEntry } from '../../../src/binfmt/entry.ts';
import type { HostFacts } from '../../../src/facts/facts.ts';
import type { Decision } from '../../../src/plan/decide.ts';
import { type Applied, NOTHING_APPLIED } from '../../../src/plan/plan.ts';
import { TARGETS } from '../../../src/platform/platforms.ts';
import {
  narrateChanges,
  narrateDecisions,
  narrateHost,
  narrateInstalled,
} from '../../../src/report/narrate.ts';

const [amd64, arm64] = TARGETS;
if (amd64 === undefined || arm64 === undefined) throw new Error('the table is empty');

const FACTS: HostFacts = {
  system: 'linux',
  kernel: { release: '6.8.0-31-generic', version: '6.8.0' },
  architecture: 'amd64',
  cpus: 4,
  nodeVersion: 'v24.0.0',
  uid: 0,
  otherLogins: 0,
  capabilities: 0n,
  bounding: 0n,
  userNamespace: false,
  privilege: 'root',
  docker: { endpoint: 'unix:///var/run/docker.sock', reachable: false },
  table: {
    state: 'not-mounted',
    path: '/proc/sys/fs/binfmt_misc',
    entries: [],
    unreadable: [],
    elsewhere: [],
  },
  mounts: [],
};

describe('narrateHost', () => {
  it('names kernel, architecture, table and who makes changes', () => {
    expect(narrateHost(FACTS)).toEqual([
      'Linux 6.8.0-31-generic on amd64, 4 CPUs',
      'binfmt_misc: not-mounted; entries last as long as it stays mounted',
      'changes are made as root',
    ]);
  });

  it('says of no table that it is the one that is asked for, and of no change that it is made', () => {
    const namespaces: HostFacts['namespaces'] = {
      wanted: true,
      attempt: { ok: false, stage: 'engine', said: '' },
      ...{ built: true, seccomp: false, missingHelpers: [], subUids: 0, subGids: 0 },
    };
    const facts: HostFacts = { ...FACTS, namespaces, table: { ...FACTS.table, state: 'masked' } };
    expect(narrateHost(facts, 'planned').slice(1)).toEqual([
      'binfmt_misc: the table that is asked for cannot be had',
      'changes would be made as root',
    ]);
    expect(narrateHost(FACTS, 'none')).toHaveLength(2);
  });

  it('counts entries, says where it runs, and keeps quiet about what an old kernel does not do', () => {
    const entry = parseEntry('one', 'enabled\n');
    const facts: HostFacts = {
      ...FACTS,
      kernel: { release: '5.15.0', version: '5.15.0' },
      architecture: undefined,
      container: 'docker',
      privilege: 'none',
      table: { ...FACTS.table, state: 'ready', entries: [entry] },
    };
    expect(narrateHost(facts)).toEqual([
      'Linux 5.15.0 on an unknown architecture in a container (docker), 4 CPUs',
      'binfmt_misc: ready, 1 entry',
      'changes are made by nobody: there is no privilege',
    ]);
    const two = { ...facts, table: { ...facts.table, entries: [entry, entry] } };
    expect(narrateHost(two)[1]).toBe('binfmt_misc: ready, 2 entries');
  });
});

describe('narrateDecisions', () => {
  it('says what goes in place of what, with foreign names made safe', () => {
    const decisions: Decision[] = [
      { target: amd64, action: 'native', reason: 'this host runs it itself', replaces: [] },
      { target: arm64, action: 'install', reason: 'it is broken', replaces: [parseEntry('a\n::b', '')] },
    ];
    expect(narrateDecisions(decisions)).toEqual([
      'amd64: native (this host runs it itself)',
      'arm64: install (it is broken, in place of a : :b)',
    ]);
  });
});

describe('narrateChanges', () => {
  it('tells every change in the order of the work', () => {
    const applied: Applied = {
      prepared: ['load-module', 'mount'],
      removed: ['gone', 'off'],
      rules: [
        { name: 'jar', changed: true },
        { name: 'there', changed: false },
      ],
      restored: ['back'],
      persisted: 'wrote',
      unprepared: ['mount', 'load-module'],
      installed: [
        {
          ...{ arch: 'arm64', name: 'qemu-aarch64', interpreter: '/store/qemu-aarch64' },
          ...{ changed: true, replaced: ['old'] },
        },
        { arch: 'arm', name: 'qemu-arm', changed: true, replaced: [] },
        { arch: 's390x', name: 'qemu-s390x', changed: false, replaced: [], problem: 'it crashed' },
        { arch: 'riscv64', name: 'qemu-riscv64', changed: false, replaced: [] },
      ],
      proofs: [],
      problems: ['Cannot do more.'],
    };
    expect(narrateChanges(applied, ['off'])).toEqual([
      'loaded the module binfmt_misc',
      'mounted binfmt_misc',
      'removed gone',
      'switched off off',
      'put back back',
      'registered rule jar',
      'registered qemu-aarch64 for /store/qemu-aarch64',
      'removed the old entry old',
      'registered qemu-arm',
      's390x: it crashed',
      'Cannot do more.',
      'wrote /etc/binfmt.d/setup-binfmt.conf, so that it stays so after a reboot',
      'unmounted binfmt_misc',
      'unloaded the module binfmt_misc',
    ]);
  });

  it('tells what was put back, which rules came, and what was written for the next boot', () => {
    const applied: Applied = {
      ...NOTHING_APPLIED,
      restored: ['old\n::error::'],
      rules: [
        { name: 'jar', changed: true },
        { name: 'wasm', changed: false, problem: 'it is there' },
      ],
      persisted: 'wrote',
    };
    expect(narrateChanges(applied)).toEqual([
      'put old : :error: : back',
      'registered rule jar',
      'wrote /etc/binfmt.d/setup-binfmt.conf, so that it stays so after a reboot',
    ]);
  });

  it('has nothing to say when nothing was done', () => {
    expect(narrateChanges(NOTHING_APPLIED)).toEqual([]);
    expect(narrateInstalled(NOTHING_APPLIED)).toEqual([]);
  });
});
