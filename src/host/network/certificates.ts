/**
 * Whom a TLS connection trusts, and what it shows of us. Node has authorities of its own; those of the system and of
 * variables are read when these do not know one, so that most connections pay nothing for them.
 */
import { X509Certificate } from 'node:crypto';
import { join } from 'node:path/posix';
import { createSecureContext, rootCertificates, type SecureContext } from 'node:tls';
import { orUndefined, reasonOf } from '../../text/problem.ts';
import { printable } from '../../text/text.ts';
import type { Host } from '../host.ts';
import { settingsIn } from '../read.ts';
import { configHome, readSetting, type Tell } from './machine.ts';

/** What files say of the connections to one host. */
export interface HostTrust {
  /** Files with certificates of authorities. */
  readonly authorities: readonly string[];
  /** Files with a certificate of ours and its key. */
  readonly client?: { readonly certificate: string; readonly key: string };
  /** Whatever certificate it shows is taken. */
  readonly unchecked?: true;
}

/** What a request is given for its connection. */
export interface TlsOptions {
  readonly secureContext?: SecureContext;
  readonly rejectUnauthorized?: false;
}

/** Where distributions keep their authorities, as Go looks for them (crypto/x509, root_linux.go). */
const SYSTEM_BUNDLES = [
  '/etc/ssl/certs/ca-certificates.crt',
  '/etc/pki/tls/certs/ca-bundle.crt',
  '/etc/ssl/ca-bundle.pem',
  '/etc/pki/tls/cacert.pem',
  '/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem',
  '/etc/ssl/cert.pem',
];

const PEM = /-----BEGIN (?:TRUSTED )?CERTIFICATE-----[^-]{1,65536}-----END (?:TRUSTED )?CERTIFICATE-----/g;

/** Folders that hold a folder for each registry, in the order in which they are read. */
function certificateFolders(host: Host): readonly string[] {
  const own = configHome(host);
  return [
    join(own, 'containers/certs.d'),
    '/etc/containers/certs.d',
    join(own, 'docker/certs.d'),
    '/etc/docker/certs.d',
    '/etc/containerd/certs.d',
  ];
}

/**
 * What the folders for a host (and port) say: each `*.crt` holds authorities, `x.cert` with `x.key` is shown of us
 * (docs.docker.com/engine/security/certificates, containers-certs.d(5)).
 */
export function readHostTrust(host: Host, names: readonly string[], tell: Tell): HostTrust {
  const folders = certificateFolders(host).flatMap((folder) => names.map((name) => `${folder}/${name}`));
  const files = folders.flatMap((folder) => settingsIn(host, folder));
  const pairs = files.flatMap((certificate) => {
    if (!certificate.endsWith('.cert')) return [];
    const key = certificate.replace(/cert$/, 'key');
    if (files.includes(key)) return { certificate, key };
    tell(`${printable(certificate, 200)} has no ${printable(key, 200)} beside it and was left out`);
    return [];
  });
  return { authorities: files.filter((file) => file.endsWith('.crt')), client: pairs[0] };
}

/**
 * The options for connections that trust what Node does and what the files for a host say; with `system` also the
 * authorities of the system and of variables. `undefined` where all of that is as Node has it.
 */
export function tlsOptions(host: Host, trust: HostTrust, system: boolean, tell: Tell): TlsOptions {
  const own = trust.authorities.flatMap((path) => certificatesIn(host, path, tell));
  const client = trust.client && readPair(host, trust.client, tell);
  const unchecked = trust.unchecked ? ({ rejectUnauthorized: false } as const) : {};
  if (own.length === 0 && client === undefined && !system) return unchecked;
  const extra = host.env.NODE_EXTRA_CA_CERTS;
  const authorities = [
    ...rootCertificates,
    ...(extra ? certificatesIn(host, extra, tell) : []),
    ...(system ? systemCertificates(host, tell) : []),
    ...own,
  ];
  try {
    return { ...unchecked, secureContext: createSecureContext({ ca: authorities, ...client }) };
  } catch (thrown) {
    // A key of another certificate, or one with a password.
    tell(
      `${printable(trust.client?.key ?? 'a certificate', 200)} cannot be used (${reasonOf(thrown)}) and was left out`,
    );
    return { ...unchecked, secureContext: createSecureContext({ ca: authorities }) };
  }
}

/** SSL_CERT_FILE and SSL_CERT_DIR stand in the place of the system's own, as for OpenSSL and Go. */
function systemCertificates(host: Host, tell: Tell): readonly string[] {
  const { SSL_CERT_FILE: file, SSL_CERT_DIR: folders } = host.env;
  const bundle = file || SYSTEM_BUNDLES.find((path) => host.stat(path)?.kind === 'file');
  const inFolders = (folders ?? '')
    .split(':')
    .flatMap((folder) => (folder === '' ? [] : settingsIn(host, folder)));
  const paths = [...(bundle === undefined ? [] : [bundle]), ...inFolders];
  return [...new Set(paths.flatMap((path) => certificatesIn(host, path, tell)))];
}

function certificatesIn(host: Host, path: string, tell: Tell): readonly string[] {
  const text = readSetting(host, path, tell) ?? '';
  const found = (text.match(PEM) ?? []).map((pem) => pem.replaceAll('TRUSTED CERTIFICATE', 'CERTIFICATE'));
  const good = found.filter((pem) => orUndefined(() => new X509Certificate(pem)) !== undefined);
  // A file in a folder of certificates may be something else.
  if (good.length < found.length)
    tell(`${printable(path, 200)} holds what is no certificate, which was left out`);
  return good;
}

function readPair(
  host: Host,
  { certificate, key }: NonNullable<HostTrust['client']>,
  tell: Tell,
): { readonly cert: string; readonly key: string } | undefined {
  const [cert, secret] = [readSetting(host, certificate, tell), readSetting(host, key, tell)];
  return cert === undefined || secret === undefined ? undefined : { cert, key: secret };
}
