import { describe, expect, it } from 'vitest';
import {
  describeEntrance,
  namedTool,
  needsSubordinateIds,
  parseEntrances,
  renderWithBinfmt,
  shellLine,
} from '../../../src/namespace/with-binfmt.ts';

const own = { pid: 12, mountNamespace: 'mnt:[4026532180]' };
const inner = { pid: 11, mountNamespace: 'mnt:[4026532177]' };

const way = { own, inner, nsenter: '/usr/bin/nsenter' } as const;

describe('renderWithBinfmt', () => {
  it('enters where ids are kept, and as root where that is asked for', () => {
    const script = renderWithBinfmt({ ...way, rootEnvironment: { NAME: '1' } });
    expect(script).toMatch(/^#!\/bin\/sh\n/);
    expect(script.indexOf('pid=12')).toBeLessThan(script.indexOf('pid=11'));
    expect(script).toContain('  export NAME=1\nfi\n');
    expect(script).toContain('buildah | */buildah | podman | */podman) root=yes ;;');
    expect(script).toContain('\'/usr/bin/nsenter\' --user --mount --preserve-credentials --target="$pid"');
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

describe('describeEntrance', () => {
  it.each([
    [true, 'with shell: with-binfmt bash -e {0}, or by with-binfmt before a command'],
    [false, 'with shell: with-binfmt sh -e {0}, or'],
  ])('says what a workflow takes; bash there: %j', (hasBash, said) => {
    expect(describeEntrance(hasBash)).toContain(said);
    expect(describeEntrance(hasBash)).not.toContain('${{');
  });
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
    [['buildah', 'build'], true],
    [['/usr/bin/podman'], true],
    [['env', 'X=1', 'buildah', 'build'], true],
    [['/usr/bin/env', 'podman'], true],
    [['bash', 'buildah'], false],
    [['buildah-like'], false],
    [['/buildah/true'], false],
    [['env', 'X=buildah', 'make'], false],
    [['env'], false],
  ])('%j: %j', (command, needs) => expect(needsSubordinateIds(command)).toBe(needs));
});

describe('namedTool', () => {
  it.each([
    [['sh', '-c', 'cd x && buildah build .'], 'buildah'],
    [['bash', '-ec', 'podman run x'], 'podman'],
    [['make', 'rebuildah'], undefined],
    [['true'], undefined],
  ])('%j: %j', (command, tool) => expect(namedTool(command)).toBe(tool));
});
