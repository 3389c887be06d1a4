import { describe, expect, it } from 'vitest';
import { type PullFailure, remedyFor } from '../../../src/oci/remedies.ts';

const coded = (code: string): PullFailure => ({
  failure: 'x',
  host: 'r.lan:5000',
  cause: Object.assign(new Error('x'), { code }),
});
const answered = (status: number): PullFailure => ({ failure: 'x', host: 'r.lan', status });
const through = (failure: PullFailure): PullFailure => ({
  ...failure,
  proxy: 'the proxy http://p (HTTPS_PROXY)',
});

describe('remedyFor', () => {
  it.each<[string, PullFailure, RegExp]>([
    ['a login that is missing', answered(401), /^Log in to the registry/],
    ['a quota', answered(402), /^The quota of r\.lan is spent/],
    [
      'what is forbidden',
      answered(403),
      /see that r\.lan lets this login pull and is allowed in the firewall/,
    ],
    ['what is not there', answered(404), /^Check the name and the digest/],
    ['too many', answered(429), /^Log in to the registry before this step, wait a while, or name a mirror/],
    ['too many for a while', { ...answered(429), waitMs: 61_000 }, /, wait 61 s, or name a mirror/],
    [
      'too many with a login',
      { ...answered(429), loggedIn: true, waitMs: 500 },
      /^Wait 1 s, or name a mirror/,
    ],
    ['a registry in trouble', answered(503), /^Run this again when the registry answers/],
    ['another content', { failure: 'x', wrongDigest: true }, /^Find out what changes it/],
    [
      'a proxy that asks',
      through(answered(407)),
      /^Write name and password into the address of the proxy http:\/\/p \(HTTPS_PROXY\)$/,
    ],
    [
      'a proxy that takes no login',
      through({ ...answered(407), loggedIn: true }),
      /^Correct name and password in the address of the proxy http:\/\/p \(HTTPS_PROXY\)$/,
    ],
    ['a proxy that refuses', through(answered(403)), /^Allow r\.lan in the proxy/],
    [
      'a proxy that gets nowhere',
      through(answered(502)),
      /^See what keeps the proxy http:\/\/p \(HTTPS_PROXY\) from r\.lan, or name the host in NO_PROXY/,
    ],
    [
      'a proxy whose signer is unknown',
      { ...through(coded('UNABLE_TO_VERIFY_LEAF_SIGNATURE')), ofProxy: true },
      /^Name the certificate of the authority of the proxy http:\/\/p \(HTTPS_PROXY\) in SSL_CERT_FILE/,
    ],
    ['a proxy with an old certificate', { ...through(coded('CERT_HAS_EXPIRED')), ofProxy: true }, /renewed/],
    [
      'a proxy that is not there',
      through(coded('ECONNREFUSED')),
      /^Check the proxy http:\/\/p \(HTTPS_PROXY\), or name the host in NO_PROXY/,
    ],
    ['a certificate behind a proxy', through(coded('CERT_HAS_EXPIRED')), /renewed/],
    [
      'an old certificate',
      coded('CERT_HAS_EXPIRED'),
      /^Have the certificate of r\.lan:5000 renewed, see that the clock/,
    ],
    [
      'another name',
      coded('ERR_TLS_CERT_ALTNAME_INVALID'),
      /^Ask for r\.lan:5000 by a name that is in its certificate/,
    ],
    [
      'an unknown signer',
      coded('UNABLE_TO_GET_ISSUER_CERT_LOCALLY'),
      /into \/etc\/docker\/certs\.d\/r\.lan:5000\/ca\.crt, or name it in SSL_CERT_FILE/,
    ],
    ['an own signer', coded('DEPTH_ZERO_SELF_SIGNED_CERT'), /ca\.crt/],
    [
      'a certificate of ours',
      coded('ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED'),
      /^Put client\.cert and client\.key into \/etc\/docker\/certs\.d\/r\.lan:5000/,
    ],
    ['no TLS', coded('EPROTO'), /insecure-registries/],
    ['no TLS at all', coded('ERR_SSL_WRONG_VERSION_NUMBER'), /insecure-registries/],
    ['no such name', coded('ENOTFOUND'), /name servers/],
    ['a name server that is slow', coded('EAI_AGAIN'), /name servers/],
    ['nobody there', coded('ECONNREFUSED'), /^See that a registry listens at r\.lan:5000/],
    ['silence', { failure: 'x', silent: true }, /^Allow it in the firewall, or set HTTPS_PROXY/],
    ['no way', coded('ETIMEDOUT'), /^Allow r\.lan:5000 in the firewall/],
    ['a cut', coded('ECONNRESET'), /^Run this again; if it stays/],
    ['anything else', { failure: 'x' }, /^Check the network and the proxy settings/],
  ])('mends %s', (_, failure, expected) => {
    expect(remedyFor([failure])).toMatch(expected);
  });

  it('takes the more special of several, and names Docker Hub as its files do', () => {
    expect(remedyFor([answered(503), answered(401)])).toMatch(/^Log in/);
    const hub = { ...coded('SELF_SIGNED_CERT_IN_CHAIN'), host: 'registry-1.docker.io' };
    expect(remedyFor([hub])).toMatch(/certs\.d\/docker\.io\/ca\.crt/);
    expect(remedyFor([{ ...hub, host: undefined }])).toMatch(/certs\.d\/HOST\/ca\.crt/);
    expect(remedyFor([])).toMatch(/^Check the network/);
  });
});
