import { describe, expect, it } from 'vitest';
import { CHECKS } from '../../../../src/doctor/checks/index.ts';
import { contextOf, outcomeOf, verdictOf } from '../../../support/doctor.ts';

describe('the surroundings', () => {
  it('in which no probe runs', () => {
    expect(outcomeOf('SB061', contextOf({ doctor: { probing: 'EACCES: no folder' } }))).toMatchObject([
      { severity: 'error', evidence: 'EACCES: no folder' },
    ]);
    const control = (...verdict: Parameters<typeof verdictOf>) =>
      outcomeOf('SB061', contextOf({ verdicts: [verdictOf(...verdict)] }));
    expect(control('amd64', 'broken', { reason: 'the kernel does not execute it' })).toMatchObject([
      { evidence: expect.stringMatching(/does not run natively: the kernel does not execute it$/) },
    ]);
    expect(control('amd64', 'emulated')).toMatchObject([
      { evidence: expect.stringMatching(/: it is emulated$/) },
    ]);
    expect(outcomeOf('SB061', contextOf())).toBe('clean');
    const { architecture: _, ...facts } = contextOf().facts;
    expect(outcomeOf('SB061', { ...contextOf(), facts: { ...facts, architecture: undefined } })).toBe(
      'clean',
    );
    const { verdicts: _v, ...unprobed } = contextOf();
    expect(outcomeOf('SB061', unprobed)).toBe('clean');
  });

  it('with folders that are shut, or full', () => {
    const places = [
      { what: 'temporary folder', path: '/tmp', noexec: true, freeBytes: 5e9 },
      { what: 'store of emulators', path: '/opt', noexec: false, freeBytes: 5 * 1024 * 1024 + 7 },
      { what: 'Docker’s folder', path: '/var/lib/docker', noexec: false },
    ];
    expect(outcomeOf('SB060', contextOf({ doctor: { places } }))).toMatchObject([
      { severity: 'info', evidence: 'temporary folder /tmp' },
    ]);
    expect(outcomeOf('SB063', contextOf({ doctor: { places } }))).toMatchObject([
      { severity: 'warning', evidence: 'store of emulators /opt has 5 MB left' },
    ]);
    for (const id of ['SB060', 'SB063']) expect(outcomeOf(id, contextOf())).toBe('clean');
  });

  it('with an old Node.js', () => {
    expect(outcomeOf('SB062', contextOf({ facts: { nodeVersion: 'v18.20.4' } }))).toMatchObject([
      { severity: 'warning', evidence: 'this is Node.js v18.20.4' },
    ]);
    for (const nodeVersion of ['v20.0.0', 'v24.1.0', 'unknown'])
      expect(outcomeOf('SB062', contextOf({ facts: { nodeVersion } }))).toBe('clean');
  });

  it('without the log that was given', () => {
    const of = (...reasons: readonly string[]) => {
      const unreadableLogs = reasons.map((reason, at) => ({ name: `${at}.log`, reason }));
      return outcomeOf('SB066', contextOf({ doctor: { unreadableLogs } }));
    };
    expect(of('ENOENT')).toMatchObject([
      {
        severity: 'error',
        evidence: '0.log: there is no such file (ENOENT), and the build may never have started',
      },
    ]);
    expect(of('EISDIR', 'EACCES', 'it is too long')).toMatchObject([
      {
        evidence:
          '0.log: it is a folder (EISDIR), 1.log: this user may not read it (EACCES), 2.log: it is too long',
      },
    ]);
    expect(of()).toBe('clean');
    expect(outcomeOf('SB066', contextOf())).toBe('clean');
  });

  it('of a job that sets QEMU up twice', () => {
    const file = '.github/workflows/ci.yml';
    const both = ['actions/checkout', 'org/setup-binfmt', 'docker/setup-qemu-action'];
    expect(outcomeOf('SB097', contextOf({ doctor: { job: { file, uses: both } } }))).toMatchObject([
      {
        severity: 'warning',
        evidence: `this job of ${file} uses org/setup-binfmt and docker/setup-qemu-action`,
      },
    ]);
    for (const uses of [both.slice(0, 2), both.slice(2), []])
      expect(outcomeOf('SB097', contextOf({ doctor: { job: { file, uses } } }))).toBe('clean');
    expect(outcomeOf('SB097', contextOf({ doctor: {} }))).toBe('clean');
  });

  it('on the network, when it was asked for', () => {
    const proxy = {
      kind: 'proxy',
      name: 'http://p:3128',
      from: 'HTTPS_PROXY',
      answer: 'connects',
      reached: true,
      ms: 1,
    } as const;
    const lost = {
      kind: 'registry',
      name: 'docker.io',
      answer: 'ENOTFOUND',
      reached: false,
      ms: 2,
      remedy: 'Mend it',
    } as const;
    const bare = { ...lost, name: 'ghcr.io', remedy: undefined };
    const network = { places: [proxy, lost, bare], troubles: ['/etc/docker/daemon.json is no JSON'] };
    expect(outcomeOf('SB064', contextOf({ doctor: { network } }))).toMatchObject([
      { evidence: 'http://p:3128 (HTTPS_PROXY) is set' },
    ]);
    const bad = { ...lost, kind: 'proxy', name: 'ALL_PROXY', from: 'ALL_PROXY' } as const;
    expect(
      outcomeOf('SB064', contextOf({ doctor: { network: { places: [bad], troubles: [] } } })),
    ).toMatchObject([{ evidence: 'ALL_PROXY is set' }]);
    const two = { places: [proxy, { ...proxy, name: 'socks5://s:1', from: 'ALL_PROXY' }], troubles: [] };
    expect(outcomeOf('SB064', contextOf({ doctor: { network: two } }))).toMatchObject([
      { evidence: 'http://p:3128 (HTTPS_PROXY), socks5://s:1 (ALL_PROXY) are set' },
    ]);
    expect(outcomeOf('SB065', contextOf({ doctor: { network } }))).toMatchObject([
      { severity: 'warning', evidence: 'the registry docker.io: ENOTFOUND', remedy: 'Mend it' },
      {
        severity: 'warning',
        evidence: 'the registry ghcr.io: ENOTFOUND',
        remedy: expect.stringMatching(/qemu-from/),
      },
    ]);
    expect(outcomeOf('SB067', contextOf({ doctor: { network } }))).toMatchObject([
      { evidence: '/etc/docker/daemon.json is no JSON' },
    ]);
    const none = contextOf({ doctor: { network: { places: [], troubles: [] } } });
    for (const id of ['SB064', 'SB065', 'SB067']) expect(outcomeOf(id, none)).toBe('clean');
    expect(outcomeOf('SB065', contextOf({ doctor: { network: two } }))).toBe('clean');
    for (const id of ['SB064', 'SB065', 'SB067']) {
      expect(CHECKS.find((check) => check.id === id)?.look(contextOf())).toSatisfy(
        (seen) => !seen || seen.length === 0,
      );
      expect(outcomeOf(id, contextOf())).toBe('skipped: nobody asked for the network (set network: true)');
    }
  });
});
