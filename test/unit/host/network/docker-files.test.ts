import { describe, expect, it } from 'vitest';
import {
  parseClientProxies,
  parseDaemonFile,
  parseEnvironmentFile,
  parseInfo,
  parseUnit,
} from '../../../../src/host/network/docker-files.ts';

describe('parseDaemonFile', () => {
  it('takes proxies, mirrors and plain registries', () => {
    const file = {
      proxies: { 'http-proxy': ' http://p:1 ', 'https-proxy': 'http://p:2', 'no-proxy': 'a,b' },
      'registry-mirrors': ['https://m.example', 7],
      'insecure-registries': ['r.lan:5000', null, '10.0.0.0/8'],
    };
    expect(parseDaemonFile(JSON.stringify(file))).toEqual({
      proxies: { http_proxy: 'http://p:1', https_proxy: 'http://p:2', no_proxy: 'a,b' },
      mirrors: ['https://m.example'],
      insecure: ['r.lan:5000', '10.0.0.0/8'],
    });
  });

  it.each(['', '[]', '{', 'x'])('takes nothing from %j', (text) => {
    expect(parseDaemonFile(text)).toBeUndefined();
  });

  it.each([
    '{}',
    '{"proxies":[],"registry-mirrors":"x","insecure-registries":{}}',
    '{"proxies":{"http-proxy":7}}',
  ])('leaves out what is of another kind: %s', (text) => {
    expect(parseDaemonFile(text)).toEqual({ proxies: {}, mirrors: [], insecure: [] });
  });
});

describe('parseClientProxies', () => {
  const text = JSON.stringify({
    proxies: {
      default: { httpProxy: 'http://d:1', httpsProxy: 'http://d:2', allProxy: 'socks5://d:3', noProxy: 'x' },
      'unix:///run/other.sock': { httpsProxy: 'http://o:1' },
    },
  });

  it('takes those of the engine, or the default ones', () => {
    const proxies = {
      http_proxy: 'http://d:1',
      https_proxy: 'http://d:2',
      all_proxy: 'socks5://d:3',
      no_proxy: 'x',
    };
    expect(parseClientProxies(text)).toEqual(proxies);
    expect(parseClientProxies(text, 'unix:///run/other.sock')).toEqual({ https_proxy: 'http://o:1' });
    expect(parseClientProxies(text, 'tcp://x')).toEqual(proxies);
  });

  it('has none where there are none', () => {
    expect([parseClientProxies('{}'), parseClientProxies('{"proxies":7}')]).toEqual([{}, {}]);
    expect(parseClientProxies('[')).toBeUndefined();
  });
});

describe('parseInfo', () => {
  it('reads what the engine says', () => {
    const info = { HttpProxy: 'http://p:1', HttpsProxy: '', NoProxy: 'a' };
    const proxies = { http_proxy: 'http://p:1', no_proxy: 'a' };
    expect(parseInfo(JSON.stringify(info))).toEqual({ proxies, mirrors: [] });
    const registries = { RegistryConfig: { Mirrors: ['http://127.0.0.1:5000/', 7] } };
    expect(parseInfo(JSON.stringify(registries))).toEqual({
      proxies: {},
      mirrors: ['http://127.0.0.1:5000/'],
    });
    expect(parseInfo('Cannot connect')).toEqual({ proxies: {}, mirrors: [] });
  });
});

describe('parseUnit', () => {
  it.each<[string, Record<string, string>]>([
    ['[Service]\nEnvironment=HTTP_PROXY=http://p:1', { HTTP_PROXY: 'http://p:1' }],
    [
      'Environment="HTTP_PROXY=http://p:1" \'NO_PROXY=a, b\' X=1',
      { HTTP_PROXY: 'http://p:1', NO_PROXY: 'a, b', X: '1' },
    ],
    ['Environment="A=1" \\\n  "B=2"', { A: '1', B: '2' }],
    ['Environment=A="x y" B=a\\ b', { A: 'x y', B: 'a b' }],
    ['Environment="A=say \\"x\\""', { A: 'say "x"' }],
    ['Environment=A=50%%off', { A: '50%off' }],
    ['Environment=A=1\nEnvironment=\nEnvironment=B=2', { B: '2' }],
    ['#Environment=A=1\nEnvironmentX=A=2\nEnvironment=nonsense', {}],
    ['', {}],
  ])('reads the variables of %j', (text, variables) => {
    expect(parseUnit(text).variables).toEqual(variables);
  });

  it('names files, the optional ones too', () => {
    expect(parseUnit('EnvironmentFile=/a\nEnvironmentFile=-/b').files).toEqual(['/a', '/b']);
    expect(parseUnit('EnvironmentFile=/a\nEnvironmentFile=\n').files).toEqual([]);
  });
});

describe('parseEnvironmentFile', () => {
  it('reads one variable a line', () => {
    const text = '# A=0\n; B=0\nexport http_proxy="http://p:1/"\nNO_PROXY=\'a,b\'\n x=1 \nnonsense\n';
    expect(parseEnvironmentFile(text)).toEqual({ http_proxy: 'http://p:1/', NO_PROXY: 'a,b', x: '1' });
  });
});
