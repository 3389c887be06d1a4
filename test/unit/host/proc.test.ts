import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  hasSeccompFilter,
  isReadOnly,
  type Mount,
  mountAt,
  mountOf,
  parseAppArmorProfile,
  parseMounts,
  parseSoftFileLimit,
  parseSysctl,
} from '../../../src/host/proc.ts';

const mounts = (name: string) =>
  parseMounts(readFileSync(new URL(`../../fixtures/kernel/mountinfo-${name}.txt`, import.meta.url), 'utf8'));
const TABLE = '/proc/sys/fs/binfmt_misc';

describe('parseMounts', () => {
  it('reads a private table', () => {
    expect(mounts('private-table')).toHaveLength(5);
    expect(mountAt(mounts('private-table'), TABLE)).toEqual({
      id: 63,
      point: TABLE,
      type: 'binfmt_misc',
      source: 'none',
      options: ['rw', 'relatime'],
      superOptions: ['rw'],
    });
  });

  it('reads escapes and optional fields, and leaves out what is no mount', () => {
    expect(mounts('odd').map(({ id, point, type, source }) => [id, point, type, source])).toEqual([
      [100, '/media/usb stick', 'vfat', '/dev/disk\\by'],
      [101, '/media/tab\tline\nend\\#', 'ext4', '/dev/sdb'],
      [102, '/mnt/net', 'nfs4', 'server:/x'],
    ]);
  });

  it('gives a mount without options of its file system none', () => {
    expect(mounts('odd')[1]?.superOptions).toEqual(['']);
  });

  it('never throws', () => {
    const word = fc.oneof(fc.constantFrom('1', '-', '/', 'rw', '\\040', 'shared:1', ''), fc.string());
    const line = fc.array(word, { maxLength: 14 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        expect(parseMounts(lines.join('\n')).length).toBeLessThanOrEqual(lines.join('\n').split('\n').length);
      }),
    );
  });
});

describe('mountAt', () => {
  it.each([
    ['private-table', 'binfmt_misc'],
    ['autofs', 'autofs'],
    ['autofs-triggered', 'binfmt_misc'],
    ['container', undefined],
  ])('%s: what lies on top is %s', (name, type) => expect(mountAt(mounts(name), TABLE)?.type).toBe(type));
});

describe('mountOf', () => {
  const at = (point: string, type: string): Mount => ({
    id: 1,
    point,
    type,
    source: '',
    options: [],
    superOptions: [],
  });
  const tree = [at('/', 'ext4'), at('/tmp', 'tmpfs'), at('/tmp/a', 'xfs'), at('/tmp', 'over')];

  it.each([
    ['/', 'ext4'],
    ['/home/x', 'ext4'],
    ['/tmp', 'over'],
    ['/tmpfoo', 'ext4'],
    ['/tmp/b', 'over'],
    ['/tmp/a/b', 'xfs'],
  ])('%s lies on %s', (path, type) => expect(mountOf(tree, path)?.type).toBe(type));

  it('knows nothing of a place without mounts', () => {
    expect(mountOf([], '/tmp')).toBeUndefined();
    expect(mountOf([at('/tmp', 'tmpfs')], '/home')).toBeUndefined();
  });
});

describe('isReadOnly', () => {
  const table = mountAt(mounts('private-table'), TABLE) as Mount;
  it('sees it on the mount and on the file system', () => {
    expect(isReadOnly(table)).toBe(false);
    expect(isReadOnly(mountAt(mounts('read-only'), TABLE) as Mount)).toBe(true);
    expect(isReadOnly({ ...table, superOptions: ['ro'] })).toBe(true);
  });
});

describe('parseSysctl', () => {
  it.each([
    ['96365\n', 96_365],
    ['0\n', 0],
    ['-1\n', -1],
    ['', undefined],
    ['yes\n', undefined],
  ])('%j is %j', (text, value) => expect(parseSysctl(text)).toBe(value));
});

describe('hasSeccompFilter', () => {
  it.each([
    ['NoNewPrivs:\t0\nSeccomp:\t2\nSeccomp_filters:\t1\n', true],
    ['Seccomp:\t0\n', false],
    ['Seccomp:\t1\n', false],
    ['', false],
  ])('%j: %j', (status, has) => expect(hasSeccompFilter(status)).toBe(has));
});

describe('parseAppArmorProfile', () => {
  it.each([
    ['docker-default (enforce)\n', 'docker-default'],
    ['/usr/bin/x y (complain)', '/usr/bin/x y'],
    ['unconfined\n', undefined],
    ['system_u:system_r:container_t:s0:c1,c2', undefined],
    ['', undefined],
  ])('%j is %j', (text, profile) => expect(parseAppArmorProfile(text)).toBe(profile));
});

// From Linux 6.18.
it('parseSoftFileLimit reads what `ulimit -n` would say', () => {
  const head = 'Limit                     Soft Limit           Hard Limit           Units     \n';
  const line = (soft: string) =>
    `Max open files            ${soft.padEnd(20)} 1048576              files     \n`;
  expect(parseSoftFileLimit(head + line('1024'))).toBe('1024');
  expect(parseSoftFileLimit(head + line('unlimited'))).toBe('unlimited');
  expect(parseSoftFileLimit(head)).toBeUndefined();
});
