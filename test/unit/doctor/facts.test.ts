import { describe, expect, it } from 'vitest';
import {
  parseBuilders,
  parseDockerInfo,
  parseJobUses,
  parseKernelConfig,
  parseModprobe,
  parseRuleNames,
} from '../../../src/doctor/facts.ts';

describe('parseKernelConfig', () => {
  it('reads what is on, what is a module, and what is off', () => {
    const text =
      '#\n# Executable file formats\n#\nCONFIG_BINFMT_ELF=y\nCONFIG_BINFMT_MISC=m\n# CONFIG_IA32_EMULATION is not set\nCONFIG_X="a=b"\n';
    expect([...parseKernelConfig(text)]).toEqual([
      ['CONFIG_BINFMT_ELF', 'y'],
      ['CONFIG_BINFMT_MISC', 'm'],
      ['CONFIG_IA32_EMULATION', 'n'],
      ['CONFIG_X', '"a=b"'],
    ]);
  });
  it('finds nothing in other text', () => expect(parseKernelConfig('').size).toBe(0));
});

describe('parseModprobe', () => {
  it.each([
    ['install binfmt_misc /bin/false', ['install binfmt_misc /bin/false']],
    ['  install  binfmt-misc   /bin/true # CIS', []],
    ['install binfmt-misc /usr/bin/true', ['install binfmt-misc /usr/bin/true']],
    ['install binfmt_misc true', ['install binfmt_misc true']],
    ['install binfmt_misc exit 1', ['install binfmt_misc exit 1']],
    ['install binfmt_misc /sbin/modprobe --ignore-install binfmt_misc', []],
    ['blacklist binfmt_misc', ['blacklist binfmt_misc']],
    ['options binfmt_misc x=1', []],
    ['install usb_storage /bin/false', []],
    ['# install binfmt_misc /bin/false', []],
    ['', []],
  ])('%s', (text, rules) => expect(parseModprobe(`${text}\n`, 'binfmt_misc')).toEqual(rules));
});

describe('parseRuleNames', () => {
  it('reads names with the delimiter of each line, and passes over comments', () => {
    const text =
      '# qemu\n; more\n\n:qemu-arm:M::\\x7f:\\xff:/usr/bin/qemu-arm:F\n,wine,M,,MZ,,/usr/bin/wine,\n  :spaced:E::x::/x:\nbroken\n::M::::\n';
    expect(parseRuleNames(text)).toEqual(['qemu-arm', 'wine', 'spaced', 'roken']);
  });
});

describe('parseDockerInfo', () => {
  it('reads the server that answers', () => {
    const info = {
      ServerVersion: '28.5.2+dfsg4',
      KernelVersion: '6.18.44',
      OperatingSystem: 'Debian GNU/Linux 12 (bookworm) (containerized)',
      SecurityOptions: ['name=seccomp,profile=builtin', 'name=rootless'],
      DriverStatus: [['driver-type', 'io.containerd.snapshotter.v1']],
    };
    expect(parseDockerInfo(JSON.stringify(info))).toEqual({
      version: '28.5.2+dfsg4',
      kernel: '6.18.44',
      rootless: true,
      containerdStore: true,
      system: 'Debian GNU/Linux 12 (bookworm) (containerized)',
    });
  });
  it('takes nothing for a text that is none, however deep it nests', () => {
    const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;
    const info = `{"ServerVersion":"28","SecurityOptions":[${deep}],"DriverStatus":${deep}}`;
    expect(parseDockerInfo(info)).toMatchObject({ version: '28', rootless: false });
  });
  it('makes do with little', () => {
    expect(parseDockerInfo('{"ServerVersion":"20.10","SecurityOptions":null}')).toEqual({
      version: '20.10',
      kernel: '',
      rootless: false,
      system: '',
    });
  });
  it.each([
    '',
    'no JSON',
    '[]',
    'null',
    '{"ServerErrors":["Cannot connect"]}',
    '{"ServerVersion":""}',
    '{"ServerVersion":7}',
  ])('is nothing for %s', (text) => expect(parseDockerInfo(text)).toBeUndefined());
});

describe('parseBuilders', () => {
  // Of `docker buildx ls --format json`: Docker 28.5.2 and buildx 0.29 of Debian, a second builder made and not started.
  const real = [
    '{"Current":true,"Driver":"docker","Dynamic":false,"LastActivity":"0001-01-01T00:00:00Z","Name":"default","Nodes":[{"Endpoint":"default","IDs":["2fd1f1e8"],"Name":"default","Platforms":["linux/amd64","linux/amd64/v2","linux/386"],"Status":"running","Version":"v0.0.0+unknown"}]}',
    '{"Current":false,"Driver":"docker-container","Dynamic":false,"LastActivity":"2026-11-22T05:30:07Z","Name":"elsewhere","Nodes":[{"Endpoint":"unix:///tmp/docker.sock","Flags":["--allow-insecure-entitlement=network.host"],"Name":"elsewhere0","Status":"inactive"}]}',
    '',
  ].join('\n');

  it('reads what buildx prints', () => {
    expect(parseBuilders(real)).toEqual([
      {
        name: 'default',
        current: true,
        driver: 'docker',
        running: true,
        platforms: ['linux/amd64', 'linux/amd64/v2', 'linux/386'],
      },
      { name: 'elsewhere', driver: 'docker-container', running: false, platforms: [] },
    ]);
  });
  it('takes platforms as objects and with stars, each once', () => {
    const platforms = ['linux/amd64*', { os: 'linux', architecture: 'arm', variant: 'v7' }, 'linux/amd64', 7];
    const line = JSON.stringify({ Name: 'b', Nodes: [{ Platforms: platforms }, 'x'] });
    expect(parseBuilders(line)).toEqual([
      { name: 'b', driver: '', running: false, platforms: ['linux/amd64', 'linux/arm/v7'] },
    ]);
  });
  it.each(['{"Driver":"docker"}', '{"Name":"x"', '7'])('passes over %s', (line) => {
    expect(parseBuilders(line)).toEqual([]);
  });
  it('sees which builder is used where none is named', () => {
    const lines = ['{"Name":"a","Current":false}', '{"Name":"b","Current":true}', '{"Name":"c"}'];
    expect(parseBuilders(lines.join('\n')).map(({ current }) => current)).toEqual([
      undefined,
      true,
      undefined,
    ]);
  });
  it.each([
    ['docker', 'default', undefined],
    ['docker-container', 'unix:///var/run/docker.sock', undefined],
    ['docker-container', 'ssh://build.example', true],
    ['remote', 'tcp://build.example:1234', true],
    ['kubernetes', 'kubernetes:///cluster', true],
  ])('sees whether a builder of driver %s at %s is another machine’s', (driver, endpoint, elsewhere) => {
    const line = JSON.stringify({ Name: 'b', Driver: driver, Nodes: [{ Endpoint: endpoint }] });
    expect(parseBuilders(line)[0]?.elsewhere).toBe(elsewhere);
  });
  it('takes a builder without nodes', () => {
    expect(parseBuilders('{"Name":"x"}')).toEqual([{ name: 'x', driver: '', running: false, platforms: [] }]);
  });
});

describe('parseJobUses', () => {
  const text = `on: push
jobs:
  other:
    steps:
      - uses: docker/setup-qemu-action@v4
  build: # the one
    steps:
      # - uses: a/comment@v1
      - name: QEMU
        uses: "docker/setup-qemu-action@v4"
      - uses: org/setup-binfmt/sub@v1

      - uses: ./local
      - run: echo "uses: a/b@v1"
  last:
    uses: a/workflow@v1
`;
  it.each<[string, readonly string[]]>([
    ['build', ['docker/setup-qemu-action', 'org/setup-binfmt/sub']],
    ['other', ['docker/setup-qemu-action']],
    ['last', ['a/workflow']],
    ['none', []],
  ])('finds what %s uses', (job, uses) => expect(parseJobUses(text, job)).toEqual(uses));
});
