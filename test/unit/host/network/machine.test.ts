import { describe, expect, it } from 'vitest';
import { listProxies, proxiesFor } from '../../../../src/host/network/machine.ts';
import { fakeHost } from '../../../support/fake-host.ts';

const daemon = {
  '/etc/docker/daemon.json': JSON.stringify({ proxies: { 'http-proxy': 'http://d:1', 'no-proxy': 'x.lan' } }),
};

describe('proxiesFor', () => {
  it.each<[Record<string, string>, Record<string, string>]>([
    [{}, {}],
    [{ HTTPS_PROXY: 'p:1' }, { https_proxy: 'http://p:1' }],
    [
      { ALL_PROXY: 'socks5://u:secret-word@p:1', NO_PROXY: 'a, b' },
      {
        http_proxy: 'socks5h://u:secret-word@p:1',
        https_proxy: 'socks5h://u:secret-word@p:1',
        no_proxy: 'a,b',
      },
    ],
    [{ https_proxy: 'ftp://p' }, {}],
  ])('%j gives a program %j', (env, expected) => {
    expect(proxiesFor(fakeHost({ values: { env } }), true, () => undefined).variables).toEqual(expected);
  });

  it('takes those of files where no variable names one, and may leave the files alone', () => {
    const host = fakeHost({ files: daemon, values: { env: { NO_PROXY: 'y.lan' } } });
    expect(proxiesFor(host, true, () => undefined)).toEqual({
      variables: { http_proxy: 'http://d:1', no_proxy: 'y.lan,x.lan' },
      shown: ['the proxy http://d:1 (http-proxy in /etc/docker/daemon.json)'],
    });
    expect(proxiesFor(host, false, () => undefined)).toEqual({
      variables: { no_proxy: 'y.lan' },
      shown: [],
    });
  });

  it('names a proxy for both schemes once', () => {
    const host = fakeHost({ values: { env: { ALL_PROXY: 'u:secret-word@p:1' } } });
    expect(proxiesFor(host, false, () => undefined).shown).toEqual(['the proxy http://p:1 (ALL_PROXY)']);
  });

  it('says what is wrong with an address', () => {
    const told: string[] = [];
    proxiesFor(fakeHost({ values: { env: { https_proxy: 'ftp://p' } } }), false, (line) => told.push(line));
    expect(told).toEqual([expect.stringMatching(/^https_proxy names a proxy that cannot be spoken to/)]);
  });
});

describe('listProxies', () => {
  it('has each address once', () => {
    const host = fakeHost({
      files: daemon,
      values: { env: { HTTP_PROXY: 'http://d:1', HTTPS_PROXY: 'http://p:1' } },
    });
    const names = listProxies(host, true, () => undefined).map((each) =>
      'problem' in each ? each.problem : each.name,
    );
    expect(names).toEqual(['http://d:1', 'http://p:1']);
  });
});
