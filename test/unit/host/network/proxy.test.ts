import { describe, expect, it } from 'vitest';
import { chooseProxy, liesIn, parseProxy, proxiesOfVariables } from '../../../../src/host/network/proxy.ts';
import { hideUsed } from '../../../../src/text/used.ts';

const chosen = (url: string, env: Readonly<Record<string, string>>) =>
  chooseProxy(new URL(url), [proxiesOfVariables(env)]);

describe('proxiesOfVariables and chooseProxy', () => {
  const [HTTPS, HTTP] = ['https://r.example/v2/', 'http://r.example/'];
  it.each<[string, Record<string, string>, string | undefined]>([
    [HTTPS, {}, undefined],
    [HTTPS, { HTTPS_PROXY: 'a:1' }, 'HTTPS_PROXY'],
    [HTTP, { HTTPS_PROXY: 'a:1' }, undefined],
    [HTTP, { http_proxy: 'a:1' }, 'http_proxy'],
    [HTTP, { HTTP_PROXY: 'a:1' }, 'HTTP_PROXY'],
    [HTTPS, { HTTPS_PROXY: 'a:1', https_proxy: 'b:1' }, 'https_proxy'],
    [HTTPS, { HTTPS_PROXY: 'a:1', https_proxy: ' ' }, 'HTTPS_PROXY'],
    [HTTPS, { ALL_PROXY: 'a:1' }, 'ALL_PROXY'],
    [HTTP, { all_proxy: 'a:1' }, 'all_proxy'],
    [HTTPS, { ALL_PROXY: 'a:1', HTTPS_PROXY: 'b:1' }, 'HTTPS_PROXY'],
    ['https://localhost:5000/', { ALL_PROXY: 'a:1' }, undefined],
    ['https://127.8.9.1:5000/', { ALL_PROXY: 'a:1' }, undefined],
    ['https://[::1]/', { ALL_PROXY: 'a:1' }, undefined],
  ])('%s with %j: %s', (url, env, from) => {
    expect(chosen(url, env)?.from).toBe(from);
  });

  it.each<[string, string, boolean]>([
    ['https://r.example', '*', true],
    ['https://r.example', 'r.example', true],
    ['https://r.example', 'R.Example', true],
    ['https://r.example', 'example', true],
    ['https://r.example', '.example', true],
    ['https://r.example', '*.example', true],
    ['https://r.example', 'xr.example,ample', false],
    ['https://r.example', 'a.r.example', false],
    ['https://r.example', 'r.example.', true],
    ['https://r.example./', 'r.example', true],
    ['https://r.example', 'r.example:443', true],
    ['https://r.example', 'r.example:80', false],
    ['http://r.example', 'r.example:80', true],
    ['https://r.example:5000', 'other r.example:5000', true],
    ['https://10.1.2.3', '10.0.0.0/8', true],
    ['https://10.1.2.3', '10.1.2.3', true],
    ['https://10.1.2.3:5000', '10.1.2.3:5000', true],
    ['https://11.1.2.3', '10.0.0.0/8', false],
    ['https://10.1.2.3', '10.0.0.0/33', false],
    ['https://10.1.2.3', '10.0.0.0/x', false],
    ['https://10.1.2.3', '0.0.0.0/0', true],
    ['https://r.example', '10.0.0.0/8', false],
    ['https://[fd00::1]', 'fd00::/8', true],
    ['https://[fd00::1]', 'fd00::1', true],
    ['https://[fd00::1]:5000', '[fd00::1]:5000', true],
    ['https://[fd00::1]:5000', '[fd00::1]:5001', false],
    ['https://[fd00::1]', '10.0.0.0/8', false],
    ['https://r.example', ']', false],
    ['https://r.example', '.', false],
  ])('%s is asked directly with NO_PROXY=%s: %s', (url, no, directly) => {
    const env = { ALL_PROXY: 'p:1', NO_PROXY: no };
    expect(chosen(url, env) === undefined).toBe(directly);
  });

  it('takes the first place that names one, and an exception of any', () => {
    const places = [
      proxiesOfVariables({ NO_PROXY: 'r.example' }),
      proxiesOfVariables({ http_proxy: 'one:1' }, ' in one'),
      proxiesOfVariables({ http_proxy: 'two:1', https_proxy: 'two:1' }, ' in two'),
    ];
    const of = (url: string) => chooseProxy(new URL(url), places)?.from;
    expect([of('http://x.example'), of('https://x.example'), of('https://r.example')]).toEqual([
      'http_proxy in one',
      'https_proxy in two',
      undefined,
    ]);
  });
});

describe('liesIn', () => {
  it('looks no name up', () => {
    expect([liesIn('localhost', '127.0.0.0/8'), liesIn('10.0.0.1', 'localhost')]).toEqual([false, false]);
  });
});

describe('parseProxy', () => {
  const parsed = (address: string) => parseProxy({ address, from: 'HTTPS_PROXY' });

  it.each([
    ['proxy:3128', 'http://proxy:3128'],
    ['http://proxy', 'http://proxy'],
    ['https://anna:secret-word@proxy:8443/', 'https://proxy:8443'],
    ['socks5h://anna:secret-word@[fd00:1:2:3:4:5:6:7]:1080', 'socks5h://[fd00:1:2:3:4:5:6:7]:1080'],
    ['SOCKS5://10.0.0.1', 'socks5://10.0.0.1'],
    ['socks4a://x:1', 'socks4a://x:1'],
  ])('reads %s', (address, name) => {
    expect(parsed(address)).toMatchObject({
      name,
      from: 'HTTPS_PROXY',
      shown: `the proxy ${name} (HTTPS_PROXY)`,
    });
  });

  it.each([
    [
      'ftp://proxy',
      /^HTTPS_PROXY names a proxy that cannot be spoken to: its scheme is ftp, and known are http, https, socks/,
    ],
    ['http://', /^HTTPS_PROXY names no address of a proxy$/],
    ['http://a b', /^HTTPS_PROXY names no address of a proxy$/],
    ['file:///x', /its scheme is file/],
    ['socks5://', /^HTTPS_PROXY names no address of a proxy$/],
  ])('says what is wrong with %s', (address, problem) => {
    const [from, shown] = ['HTTPS_PROXY', 'the address in HTTPS_PROXY'];
    expect(parsed(address)).toEqual({ problem: expect.stringMatching(problem), from, shown });
  });

  it('takes passwords that are not escaped, and hides them ever after', () => {
    const proxy = parsed('http://anna:50%off%zz%ff@proxy:1');
    if ('problem' in proxy) throw new Error(proxy.problem);
    expect(decodeURIComponent(proxy.url.password)).toBe('50%off%zz%ff');
    expect(hideUsed('pw 50%off%zz%ff')).toBe('pw …');
    const escaped = parsed('http://anna:p%40ss%3Aword@proxy:1');
    if ('problem' in escaped) throw new Error(escaped.problem);
    expect(decodeURIComponent(escaped.url.password)).toBe('p@ss:word');
    expect(hideUsed('p@ss:word')).toBe('…');
  });
});
