/** How it is mended that no registry gives an image. Pure. */
import type { HttpFailure } from '../host/http.ts';
import { codeOf, isCertificate, isUnknownSigner, wantsClient } from '../host/network/failures.ts';
import { printable } from '../text/text.ts';

/** What is known of one failure. */
export type PullFailure = Omit<HttpFailure, 'passing'>;

const MIRROR = 'or name a mirror in the input registry-mirrors';

type Rule = readonly [
  applies: (failure: PullFailure, code: string) => boolean,
  remedy: (failure: PullFailure) => string,
];

/** The more special a failure, the earlier its rule. */
const RULES: readonly Rule[] = [
  [
    ({ proxy, status }) => proxy !== undefined && status === 407,
    ({ proxy, loggedIn }) =>
      `${loggedIn ? 'Correct name and password in' : 'Write name and password into'} the address of ${named(proxy)}`,
  ],
  [
    ({ proxy, status = 0 }) => proxy !== undefined && status >= 500,
    ({ proxy, host }) =>
      `See what keeps ${named(proxy)} from ${named(host)}, or name the host in NO_PROXY if it is reached without`,
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
    ({ waitMs, loggedIn }) => {
      const time = waitMs === undefined ? 'a while' : `${Math.ceil(waitMs / 1000)} s`;
      return `${loggedIn ? 'Wait' : 'Log in to the registry before this step, wait'} ${time}, ${MIRROR}`;
    },
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
    ({ ofProxy }, code) => ofProxy === true && isUnknownSigner(code),
    ({ proxy }) =>
      `Name the certificate of the authority of ${named(proxy)} in SSL_CERT_FILE or NODE_EXTRA_CA_CERTS`,
  ],
  [
    (_, code) => isUnknownSigner(code),
    ({ host }) =>
      `Put the certificate of its authority into ${folderOf(host)}/ca.crt, or name it in SSL_CERT_FILE or NODE_EXTRA_CA_CERTS, ${MIRROR}`,
  ],
  [
    (_, code) => wantsClient(code),
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
    const found = failures.find((failure) => applies(failure, codeOf(failure.cause)));
    if (found !== undefined) return remedy(found);
  }
  return `Check the network and the proxy settings of this machine, ${MIRROR}`;
}

function named(what = 'it'): string {
  return printable(what, 200);
}

/** Docker's folder for the certificates of a registry, which is named as images name it. */
function folderOf(host = ''): string {
  const registry = host === 'registry-1.docker.io' ? 'docker.io' : printable(host, 100);
  return `/etc/docker/certs.d/${registry || 'HOST'}`;
}
