import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { nodeHost } from '../../../src/host/host.ts';
import {
  isAllowed,
  openHttp,
  readBody,
  redirectTarget,
  retryAfterMs,
  statusFailure,
} from '../../../src/host/http.ts';

describe('retryAfterMs', () => {
  const now = Date.parse('2026-11-22T05:00:00Z');
  it.each([
    ['5', 5000],
    [' 0 ', 0],
    ['Sun, 22 Nov 2026 05:00:30 GMT', 30_000],
    ['Sun, 22 Nov 2026 04:00:00 GMT', 0],
    ['soon', undefined],
    ['-1x', undefined],
    [undefined, undefined],
  ])('%j -> %j', (header, ms) => {
    expect(retryAfterMs(header, now)).toBe(ms);
  });
});

describe('isAllowed', () => {
  it.each([
    ['https://example.com/x', true],
    ['http://127.0.0.1:5000/x', true],
    ['http://localhost/x', true],
    ['http://[::1]:1/x', true],
    ['http://example.com/x', false],
    ['http://localhost.example.com/x', false],
    ['file:///etc/passwd', false],
    ['ftp://127.0.0.1/x', false],
    // They may be this machine, or may not.
    ['http://localhost./x', false],
    ['http://a.localhost/x', false],
    ['http://0.0.0.0/x', false],
    ['http://[::ffff:127.0.0.1]/x', false],
  ])('%s: %s', (url, allowed) => {
    expect(isAllowed(new URL(url))).toBe(allowed);
  });
});

describe('redirectTarget', () => {
  /** What answers machines of a cloud or a network, and nobody else. */
  const INSIDE = [
    ...['169.254.169.254', '[fd00:ec2::254]', 'metadata.google.internal', '100.100.100.200'],
    ...['168.63.129.16', '192.0.0.192', '10.0.0.1', '192.168.1.1', '[fe80::1]', '[fd12::1]', '2852039166'],
    ...['127.0.0.1:2375', 'localhost', 'kubernetes.default.svc'],
  ];
  const FROM = ['http://plain.example/v2/', 'http://203.0.113.9:5000/v2/', 'https://tls.example/v2/'];
  it.each(FROM.flatMap((from) => INSIDE.map((host) => [from, `http://${host}/latest`] as const)))(
    'of %s is not %s',
    (from, to) => expect(redirectTarget(new URL(from), to)).toBeUndefined(),
  );

  it.each([
    ['http://plain.example/v2/', '/other'],
    ['http://plain.example/v2/', 'http://plain.example:9000/blob'],
    ['http://Plain.example:5000/v2/', 'http://plain.example/blob'],
    ['http://plain.example/v2/', 'https://store.example/blob'],
    ['http://10.0.0.1:5000/v2/', 'http://10.0.0.1:9000/blob'],
    ['https://tls.example/v2/', 'https://store.example/blob'],
    ['http://127.0.0.1:5000/v2/', 'http://localhost:9000/blob'],
  ])('of %s is %s', (from, to) => {
    expect(redirectTarget(new URL(from), to)?.href).toBe(new URL(to, from).href);
  });

  it.each([
    ['https://tls.example/v2/', 'http://tls.example/blob'],
    ['https://tls.example/v2/', 'https://127.0.0.1/blob'],
    ['http://127.0.0.1:5000/v2/', 'http://plain.example/blob'],
    ['http://plain.example/v2/', 'ftp://plain.example/blob'],
  ])('of %s is not %s either', (from, to) => {
    expect(redirectTarget(new URL(from), to)).toBeUndefined();
  });
});

describe('statusFailure', () => {
  it.each([
    [408, true],
    [429, true],
    [500, true],
    [502, true],
    [503, true],
    [504, true],
    [400, false],
    [401, false],
    [403, false],
    [404, false],
    [501, false],
  ])('%d: worth another try: %s', (status, passing) => {
    const failure = statusFailure({ status, headers: {} }, 'r.io', 'DENIED: no');
    expect(failure).toEqual({ failure: `r.io answered ${status} (DENIED: no)`, passing, status });
  });

  it('says how long to wait', () => {
    const answer = { status: 429, headers: { 'retry-after': '7' } };
    const failure = 'r.io answered 429 (too many requests)';
    expect(statusFailure(answer, 'r.io')).toMatchObject({ failure, waitMs: 7000 });
  });

  it.each([
    [402, 'r.io answered 402 (to be paid for)'],
    [502, 'r.io answered 502 (nothing behind it answers)'],
    [418, 'r.io answered 418'],
  ])('says what %d means where the server does not', (status, failure) => {
    expect(statusFailure({ status, headers: {} }, 'r.io').failure).toBe(failure);
  });
});

describe('readBody', () => {
  it('throws what its receiver throws, which no other try would mend', async () => {
    const server = createServer((_request, response) => response.end('hello'));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const http = openHttp({ host: nodeHost(), machine: false });
    const deadline = performance.now() + 5000;
    const url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    const answer = await http.send({ url, headers: {} }, deadline);
    if ('failure' in answer) throw new Error(answer.failure);
    const full = () => {
      throw new Error('no room');
    };
    await expect(readBody(answer, 100, deadline, full)).rejects.toThrow('no room');
    http.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
});
