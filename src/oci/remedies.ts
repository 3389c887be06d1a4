/** How it is mended that no registry gives an image. Pure. */
import { errnoOf } from '../text/problem.ts';
import { printable } from '../text/text.ts';

/** What is known of one failure; `HttpFailure` has it. */
export interface PullFailure {
  readonly failure: string;
  readonly status?: number;
  readonly waitMs?: number;
  readonly silent?: true;
  readonly wrongDigest?: true;
  /** The host that was asked, and the proxy that it was asked through. */
  readonly host?: string;
  readonly proxy?: string;
  readonly cause?: unknown;
}

const MIRROR = 'or name a mirror in registry-mirrors';

/** The codes of certificates that nobody known has signed (Node's crypto, from OpenSSL's X509_V_ERR_*). */
const UNKNOWN_SIGNER =
  /^(?:DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_VERIFY_LEAF_SIGNATURE|UNABLE_TO_GET_ISSUER_CERT(?:_LOCALLY)?)$/;

/** What a server wants that asks for a certificate of ours: the alert of TLS 1.3, and what older versions say. */
const CLIENT_WANTED = /ALERT_CERTIFICATE_REQUIRED|ALERT_BAD_CERTIFICATE|HANDSHAKE_FAILURE/;

type Rule = readonly [
  applies: (failure: PullFailure, code: string) => boolean,
  remedy: (failure: PullFailure) => string,
];

/** The more special a failure, the earlier its rule. */
const RULES: readonly Rule[] = [
  [
    ({ proxy, status }) => proxy !== undefined && status === 407,
    ({ proxy }) => `Write name and password into the address of ${named(proxy)}`,
  ],
  [
    ({ proxy, status }) => proxy !== undefined && status !== undefined,
    ({ proxy, host }) =>
      `Allow ${named(host)} in ${named(proxy)}, or name the host in NO_PROXY if it is reached without`,
  ],
  [
    ({ proxy }, code) => proxy !== undefined && !isCertificate(code),
    ({ proxy }) => `Check ${named(proxy)}, or name the host in NO_PROXY if it is reached without`,
  ],
  [
    ({ status }) => status === 401,
    () => 'Log in to the registry before this step (docker login), or use another one',
  ],
  [
    ({ status }) => status === 402,
    ({ host }) => `The quota of ${named(host)} is spent: have it raised, ${MIRROR}`,
  ],
  [
    ({ status }) => status === 403,
    ({ host }) =>
      `Log in to the registry before this step (docker login), see that ${named(host)} lets this login pull and is allowed in the firewall, or use another one`,
  ],
  [({ status }) => status === 404, () => 'Check the name and the digest of the image'],
  [
    ({ status }) => status === 429,
    ({ waitMs }) =>
      `Log in to the registry before this step${waitMs === undefined ? '' : `, wait ${Math.ceil(waitMs / 1000)} s`}, ${MIRROR}`,
  ],
  [
    ({ wrongDigest }) => wrongDigest === true,
    () => `Find out what changes it on the way (a proxy, another mirror), ${MIRROR}`,
  ],
  [
    (_, code) => code === 'CERT_HAS_EXPIRED',
    ({ host }) =>
      `Have the certificate of ${named(host)} renewed, see that the clock of this machine is right, ${MIRROR}`,
  ],
  [
    (_, code) => code === 'ERR_TLS_CERT_ALTNAME_INVALID',
    ({ host }) =>
      `Ask for ${named(host)} by a name that is in its certificate, or have one made with this name`,
  ],
  [
    (_, code) => UNKNOWN_SIGNER.test(code),
    ({ host }) =>
      `Put the certificate of its authority into ${folderOf(host)}/ca.crt, or name it in SSL_CERT_FILE or NODE_EXTRA_CA_CERTS, ${MIRROR}`,
  ],
  [
    (_, code) => CLIENT_WANTED.test(code),
    ({ host }) =>
      `Put client.cert and client.key into ${folderOf(host)}, where this user can read them, ${MIRROR}`,
  ],
  [
    (_, code) => /^(?:ERR_SSL_|EPROTO$)/.test(code),
    ({ host }) =>
      `See that ${named(host)} speaks TLS there; one without belongs into insecure-registries of /etc/docker/daemon.json`,
  ],
  [
    (_, code) => code === 'ENOTFOUND' || code === 'EAI_AGAIN',
    () => `Check the name of the registry and the name servers of this machine, ${MIRROR}`,
  ],
  [({ status = 0 }) => status >= 500, () => `Run this again when the registry answers, ${MIRROR}`],
  [
    (_, code) => code === 'ECONNREFUSED',
    ({ host }) => `See that a registry listens at ${named(host)}, ${MIRROR}`,
  ],
  [
    ({ silent }, code) => silent === true || code === 'ETIMEDOUT',
    ({ host }) => `Allow ${named(host)} in the firewall, or set HTTPS_PROXY if there is a proxy, ${MIRROR}`,
  ],
  [
    (_, code) => code === 'ECONNRESET',
    ({ host }) =>
      `Run this again; if it stays, see what cuts connections to ${named(host)} (a firewall, a proxy), ${MIRROR}`,
  ],
];

/** One sentence in the imperative: what mends the most special of the failures. */
export function remedyFor(failures: readonly PullFailure[]): string {
  for (const [applies, remedy] of RULES) {
    const found = failures.find((failure) => applies(failure, errnoOf(failure.cause) ?? ''));
    if (found !== undefined) return remedy(found);
  }
  return `Check the network and the proxy settings of this machine, ${MIRROR}`;
}

/** Whether a code is about a certificate: then a proxy in between only passed it on. */
function isCertificate(code: string): boolean {
  return UNKNOWN_SIGNER.test(code) || CLIENT_WANTED.test(code) || /^(?:CERT_|ERR_TLS_CERT)/.test(code);
}

function named(what = 'it'): string {
  return printable(what, 200);
}

/** Docker's folder for the certificates of a registry, which is named as images name it. */
function folderOf(host = ''): string {
  const registry = host === 'registry-1.docker.io' ? 'docker.io' : printable(host, 100);
  return `/etc/docker/certs.d/${registry || 'HOST'}`;
}
