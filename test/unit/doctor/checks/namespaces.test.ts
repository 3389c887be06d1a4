import { describe, expect, it } from 'vitest';
import { runCheck } from '../../../../src/doctor/checks/check.ts';
import { findingOf, findingsOf, preflight } from '../../../../src/doctor/checks/index.ts';
import { NAMESPACE_CHECKS } from '../../../../src/doctor/checks/namespaces.ts';
import type { HostFacts, NamespaceFacts, Stage } from '../../../../src/facts/facts.ts';
import { hostFacts } from '../../../support/facts.ts';

const failed = (stage: Stage, said = 'Operation not permitted'): Partial<NamespaceFacts> => ({
  attempt: { ok: false, stage, said },
});
const facts = (change: Partial<NamespaceFacts>, host: { uid?: number; release?: string } = {}) => {
  const { uid = 1001, release = '6.18.0' } = host;
  const namespaces: NamespaceFacts = {
    wanted: true,
    attempt: { ok: true, ids: 65_537 },
    built: true,
    limit: 96_365,
    seccomp: false,
    missingHelpers: [],
    subUids: 65_536,
    subGids: 65_536,
    ...change,
  };
  return { ...hostFacts({ uid, release }), namespaces };
};
const foundIn = (seen: HostFacts) =>
  findingsOf(NAMESPACE_CHECKS.map((check) => runCheck(check, { facts: seen })));

describe('the checks of namespaces', () => {
  it('find nothing where nobody tried, and nothing where it worked', () => {
    expect(foundIn(hostFacts())).toEqual([]);
    for (const check of NAMESPACE_CHECKS)
      expect(runCheck(check, { facts: hostFacts() })).toMatchObject({ state: 'skipped' });
    expect(foundIn(facts({}))).toEqual([]);
    expect(foundIn(facts({ limit: 0, unprivilegedClone: false, appArmorRestricts: true }))).toEqual([]);
  });

  it.each<[string, Partial<NamespaceFacts>, { uid?: number; release?: string }, string]>([
    ['SB070', failed('mount'), { release: '6.1.0-28-amd64' }, '6.1.0-28-amd64 is older than 6.7'],
    [
      'SB071',
      { ...failed('unshare', 'No space left on device'), limit: 0 },
      {},
      'user.max_user_namespaces is 0',
    ],
    ['SB071', failed('unshare', 'unshare failed: No space left on device'), {}, 'it is 96365 here'],
    ['SB071', { ...failed('unshare'), built: false }, {}, 'CONFIG_USER_NS'],
    ['SB072', { ...failed('unshare'), unprivilegedClone: false }, {}, 'unprivileged_userns_clone is 0'],
    ['SB073', { ...failed('mount'), appArmorRestricts: true }, {}, 'and the mount was refused'],
    ['SB073', { ...failed('map', 'EPERM'), appArmorRestricts: true }, {}, 'and the namespace was refused'],
    [
      'SB074',
      { ...failed('unshare'), seccomp: true },
      {},
      'refused (Operation not permitted), and a seccomp filter',
    ],
    ['SB075', failed('mount', 'mount: permission denied'), {}, 'of our own: mount: permission denied'],
    [
      'SB075',
      { ...failed('mount', ''), appArmorProfile: 'docker-default' },
      {},
      'no reason was given; the AppArmor profile docker-default',
    ],
    ['SB076', failed('tools', 'unshare, nsenter or mount is missing'), {}, 'is missing'],
    ['SB077', failed('unshare', 'unshare: unshare failed: Invalid argument'), {}, 'Invalid argument'],
    ['SB077', failed('map', 'EPERM'), { uid: 0 }, 'could not be made: EPERM'],
    ['SB078', failed('engine', 'no rootless engine was found'), {}, 'no rootless engine was found'],
    ['SB078', failed('engine', 'none'), { release: '6.1.0' }, 'none'],
  ])('%s alone explains case %#, and stops a setup', (id, change, host, evidence) => {
    const seen = facts(change, host);
    expect(foundIn(seen)).toMatchObject([
      { id, severity: 'error', evidence: expect.stringContaining(evidence) },
    ]);
    expect(preflight(seen)?.id).toBe(id);
  });

  it('is worth knowing, and stops nothing, where it was only tried', () => {
    const seen = facts({ ...failed('mount'), wanted: false });
    expect(foundIn(seen)).toMatchObject([{ id: 'SB075', severity: 'info' }]);
    expect(preflight(seen)).toBeUndefined();
    const few = facts({ attempt: { ok: true, ids: 1 }, wanted: false });
    expect(foundIn(few)).toMatchObject([{ id: 'SB079', severity: 'info' }]);
  });

  it('are the way out for who has no privilege, where it was tried and works', () => {
    const poor = { ...hostFacts({ privilege: 'none', uid: 1001, workflow: true }) };
    const remedies = [undefined, facts({ wanted: false }), facts({ ...failed('mount'), wanted: false })].map(
      (seen) => {
        const found = findingOf('SB008', {
          facts: { ...poor, ...(seen && { namespaces: seen.namespaces }) },
        });
        return { remedy: found?.remedy, commands: found?.commands };
      },
    );
    expect(remedies[1]?.remedy).toMatch(/^Write scope: private, which works here/);
    expect(remedies[1]?.commands).toContain('shell: with-binfmt bash -e {0}');
    expect(remedies[0]?.remedy).toMatch(/^Run this step as root/);
    expect(remedies[2]).toEqual(remedies[0]);
    const { namespaces } = facts({ wanted: false });
    const typed = findingOf('SB008', { facts: { ...poor, workflow: false, namespaces } });
    expect(typed?.remedy).toMatch(/^Use exec in place of setup/);
    expect(typed?.commands).toEqual(['node dist/cli.js exec linux/arm64 -- command']);
  });

  it('say nothing of a right to the host’s table, which is not asked for where a private one is wanted', () => {
    const poor = hostFacts({ privilege: 'none', uid: 1001 });
    const { namespaces } = facts(failed('mount'));
    expect(findingOf('SB008', { facts: { ...poor, namespaces: { ...namespaces, wanted: true } } })).toBe(
      undefined,
    );
  });

  it('says that the limit is elsewhere where it is not known here', () => {
    const { limit: _, ...rest } = facts(failed('unshare', 'Too many users')).namespaces;
    const [finding] = foundIn({ ...facts({}), namespaces: rest });
    expect(finding?.evidence).toBe('user.max_user_namespaces allows no more');
  });

  it('tells root without SETFCAP that an ordinary user would do', () => {
    const seen = { ...facts(failed('map'), { uid: 0 }), capabilities: 0n };
    expect(foundIn(seen)).toMatchObject([
      { id: 'SB077', evidence: expect.stringContaining('root without the capability SETFCAP') },
    ]);
  });

  it('leaves settings for ordinary users out of account for root', () => {
    const change = { ...failed('mount'), unprivilegedClone: false, appArmorRestricts: true };
    expect(foundIn(facts(change, { uid: 0 })).map(({ id }) => id)).toEqual(['SB075']);
  });

  it.each<[Partial<NamespaceFacts>, string]>([
    [{ missingHelpers: ['newuidmap', 'newgidmap'] }, 'newuidmap and newgidmap are not installed'],
    [{ missingHelpers: ['newgidmap'] }, 'newgidmap is not installed'],
    [{ subUids: 0, subGids: 65_536 }, 'grants user 1001 0 ids, and /etc/subgid 65536'],
    [{ subGids: 0 }, 'grants user 1001 65536 ids, and /etc/subgid 0'],
    [{}, 'newuidmap could not map them'],
  ])('SB079 warns of few ids: case %#', (change, evidence) => {
    const seen = facts({ attempt: { ok: true, ids: 1 }, ...change });
    expect(foundIn(seen)).toMatchObject([
      { id: 'SB079', severity: 'warning', evidence: expect.stringContaining(evidence) },
    ]);
    expect(preflight(seen)).toBeUndefined();
    expect(foundIn(facts({ attempt: { ok: true, ids: 1 }, ...change }, { uid: 0 }))).toEqual([]);
  });
});
