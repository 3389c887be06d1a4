import { describe, expect, it } from 'vitest';
import {
  codeOf,
  isCertificate,
  socksRefusal,
  withoutName,
  wordsOf,
} from '../../../../src/host/network/failures.ts';

const thrown = (message: string, code?: string): Error =>
  Object.assign(new Error(message), code === undefined ? {} : { code });

describe('wordsOf', () => {
  it.each<[Error, string]>([
    [thrown('getaddrinfo ENOTFOUND r.io', 'ENOTFOUND'), 'the name r.io is not known (ENOTFOUND)'],
    [thrown('getaddrinfo EAI_AGAIN r.io', 'EAI_AGAIN'), 'no name server answers for r.io (EAI_AGAIN)'],
    // A library of proxies gives the message alone.
    [thrown('getaddrinfo ENOTFOUND p.lan'), 'the name p.lan is not known (ENOTFOUND)'],
    [
      thrown('connect ECONNREFUSED 1.2.3.4:443', 'ECONNREFUSED'),
      '1.2.3.4:443 refuses the connection (ECONNREFUSED)',
    ],
    [
      thrown('Parse Error: Header overflow', 'HPE_HEADER_OVERFLOW'),
      'the head of its answer does not end (HPE_HEADER_OVERFLOW)',
    ],
    [
      thrown('Parse Error: Expected HTTP/', 'HPE_INVALID_CONSTANT'),
      'its answer is no HTTP (HPE_INVALID_CONSTANT)',
    ],
    // Of several addresses.
    [thrown('', 'ECONNREFUSED'), 'it refuses the connection (ECONNREFUSED)'],
    [thrown('connect ECONNREFUSED h:1', 'ECONNREFUSED'), 'it refuses the connection (ECONNREFUSED)'],
    [thrown('getaddrinfo ENOTFOUND h', 'ENOTFOUND'), 'its name is not known (ENOTFOUND)'],
    [thrown('getaddrinfo EAI_AGAIN h', 'EAI_AGAIN'), 'no name server answers for it (EAI_AGAIN)'],
    [thrown('socket hang up', 'ECONNRESET'), 'the connection was cut (ECONNRESET)'],
    [thrown('connect ETIMEDOUT 1.2.3.4:443', 'ETIMEDOUT'), '1.2.3.4:443 does not answer (ETIMEDOUT)'],
    [
      thrown('connect ENETUNREACH 1.2.3.4:443', 'ENETUNREACH'),
      'there is no way to 1.2.3.4:443 (ENETUNREACH)',
    ],
    [
      thrown('connect EHOSTUNREACH 1.2.3.4:443', 'EHOSTUNREACH'),
      'there is no way to 1.2.3.4:443 (EHOSTUNREACH)',
    ],
    [
      thrown(
        'write EPROTO 401D2C6C4D7F0000:error:0A00010B:SSL routines:tls_validate_record_header:wrong version number:../deps/x.c:77:\n',
        'EPROTO',
      ),
      'wrong version number (EPROTO)',
    ],
    [thrown('0:error:0A00010B:SSL routines:f:bad thing:x.c:1:'), 'bad thing'],
    [
      thrown(
        'unable to verify the first certificate; if the root CA is installed locally, try running Node.js with --use-system-ca',
        'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
      ),
      'unable to verify the first certificate',
    ],
    [thrown('certificate has expired', 'CERT_HAS_EXPIRED'), 'certificate has expired'],
    [thrown('', 'EOTHER'), 'EOTHER'],
  ])('%s', (error, words) => {
    expect(wordsOf(error, 'h:1')).toBe(words);
  });
});

describe('codeOf', () => {
  it('is empty where there is none', () => {
    expect([codeOf(thrown('x')), codeOf('connect ECONNREFUSED ::1:1'), codeOf(undefined)]).toEqual([
      '',
      'ECONNREFUSED',
      '',
    ]);
  });
});

describe('isCertificate', () => {
  it.each([
    ['CERT_HAS_EXPIRED', true],
    ['ERR_TLS_CERT_ALTNAME_INVALID', true],
    ['UNABLE_TO_GET_ISSUER_CERT', true],
    ['ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED', true],
    ['EPROTO', false],
    ['', false],
  ])('%s: %s', (code, is) => {
    expect(isCertificate(code)).toBe(is);
  });
});

describe('withoutName', () => {
  it.each([
    ['r.io: its name is not known', 'r.io', 'its name is not known'],
    // Docker Hub is asked at another host, which ends in the name.
    [
      'registry-1.docker.io: its name is not known',
      'docker.io',
      'registry-1.docker.io: its name is not known',
    ],
    ['a proxy does not connect to r.io: 403', 'r.io', 'a proxy does not connect to r.io: 403'],
  ])('%s, of %s', (failure, name, said) => expect(withoutName(failure, name)).toBe(said));
});

describe('socksRefusal', () => {
  it.each<[string, ReturnType<typeof socksRefusal>]>([
    ['Socks5 Authentication failed', { status: 407, word: 'SOCKS' }],
    [
      'Received invalid Socks5 initial handshake (no accepted authentication type)',
      { status: 407, word: 'SOCKS' },
    ],
    ['Socks5 proxy rejected connection - NotAllowed', { status: 403, word: 'NotAllowed' }],
    ['Socks5 proxy rejected connection - HostUnreachable', { status: 502, word: 'HostUnreachable' }],
    ['Socks4 Proxy rejected connection - (Rejected)', { status: 403, word: 'Rejected' }],
    ['Socks4 Proxy rejected connection - (RejectedIdent)', { status: 407, word: 'SOCKS' }],
    ['Socket closed', undefined],
  ])('%s', (message, refusal) => {
    expect(socksRefusal(new Error(message))).toEqual(refusal);
  });
});
