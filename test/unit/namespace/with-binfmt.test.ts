import { describe, expect, it } from 'vitest';
import {
  needsSubordinateIds,
  parseEntrances,
  renderWithBinfmt,
  shellLine,
} from '../../../src/namespace/with-binfmt.ts';

const own = { pid: 12, mountNamespace: 'mnt:[4026532180]' };
const inner = { pid: 11, mountNamespace: 'mnt:[4026532177]' };

const way = { own, inner, namespaces: ['user', 'mount'], nsenter: '/usr/bin/nsenter' } as const;

describe('renderWithBinfmt', () => {
  it('enters where ids are kept, and as root where that is asked for', () => {
    const script = renderWithBinfmt({ ...way, rootEnvironment: { NAME: '1' } });
    expect(script).toMatch(/^#!\/bin\/sh\n/);
    expect(script.indexOf('pid=12')).toBeLessThan(script.indexOf('pid=11'));
    expect(script).toContain('  export NAME=1\nfi\n');
    expect(script).toContain('buildah | */buildah | podman | */podman) root=yes ;;');
    expect(script).toContain('\'/usr/bin/nsenter\' --user --mount --preserve-credentials --target="$pid"');
  });

  it('enters no user namespace where it made none', () => {
    const script = renderWithBinfmt({ ...way, own: inner, namespaces: ['mount'], rootEnvironment: {} });
    expect(script).toContain("'/usr/bin/nsenter' --mount --target");
  });
});

describe('shellLine', () => {
  it.each([
    [true, undefined, 'bash --noprofile --norc -eo pipefail {0}'],
    [false, undefined, 'sh -e {0}'],
    [true, '/t/with-binfmt', '/t/with-binfmt bash --noprofile --norc -eo pipefail {0}'],
    [false, '/a b/with-binfmt', 'with-binfmt sh -e {0}'],
  ])('bash there: %j, program %j', (hasBash, program, line) =>
    expect(shellLine(hasBash, program)).toBe(line),
  );
});

describe('parseEntrances', () => {
  it('reads what was kept as JSON', () =>
    expect(parseEntrances(JSON.stringify([own, inner]))).toEqual([own, inner]));

  it.each([
    '',
    '{',
    'null',
    '{"pid":12}',
    '[null, 1, {}, {"pid":1,"mountNamespace":"mnt:[1]"}]',
    '[{"pid":-5,"mountNamespace":"mnt:[1]"}, {"pid":"7","mountNamespace":"mnt:[1]"}]',
    '[{"pid":12,"mountNamespace":"user:[1]"}, {"pid":12}]',
  ])('ends nothing for %j', (text) => expect(parseEntrances(text)).toEqual([]));
});

describe('needsSubordinateIds', () => {
  it.each([
    ['buildah', true],
    ['/usr/bin/podman', true],
    ['bash', false],
    ['buildah-like', false],
    ['/buildah/true', false],
  ])('%s: %j', (program, needs) => expect(needsSubordinateIds(program)).toBe(needs));
});
