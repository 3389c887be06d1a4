/** What is thrown where nothing is connected: its code, what it is about, and words for people. Pure. */
import { errnoOf, reasonOf } from '../../text/problem.ts';

/** The codes of certificates that nobody known has signed (Node's crypto, from OpenSSL's X509_V_ERR_*). */
const UNKNOWN_SIGNER =
  /^(?:DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_VERIFY_LEAF_SIGNATURE|UNABLE_TO_GET_ISSUER_CERT(?:_LOCALLY)?)$/;

/** What a server wants that asks for a certificate of ours: the alert of TLS 1.3, and what older versions say. */
const CLIENT_WANTED = /ALERT_CERTIFICATE_REQUIRED|ALERT_BAD_CERTIFICATE|HANDSHAKE_FAILURE/;

/** What libraries write in front of a code, and the address behind it. */
const SYSTEM_CALL = /^(?:connect|getaddrinfo|read|write) (E[A-Z_]+)(?: (\S+))?/;

/** True where nobody known here has signed the certificate: the system may know who did. */
export function isUnknownSigner(code: string): boolean {
  return UNKNOWN_SIGNER.test(code);
}

/** True where the server wants to see a certificate of ours. */
export function wantsClient(code: string): boolean {
  return CLIENT_WANTED.test(code);
}

/** True for what is about certificates: each try gives the same, and a proxy in between only passes it on. */
export function isCertificate(code: string): boolean {
  return isUnknownSigner(code) || wantsClient(code) || /^(?:CERT_|ERR_TLS_CERT)/.test(code);
}

/** True where the answer is not written as HTTP wants it: the codes of Node's parser. */
export function isNoHttp(code: string): boolean {
  return code.startsWith('HPE_');
}

/** The code of what was thrown; libraries of proxies keep it in the message alone. Empty where there is none. */
export function codeOf(thrown: unknown): string {
  return errnoOf(thrown) ?? SYSTEM_CALL.exec(reasonOf(thrown))?.[1] ?? '';
}

/** By what could not be connected: `it`, where that was said before. */
const WORDS: Readonly<Record<string, (where: string) => string>> = {
  ENOTFOUND: (where) => (where === 'it' ? 'its name is not known' : `the name ${where} is not known`),
  EAI_AGAIN: (where) => `no name server answers for ${where}`,
  ECONNREFUSED: (where) => `${where} refuses the connection`,
  ECONNRESET: () => 'the connection was cut',
  ETIMEDOUT: (where) => `${where} does not answer`,
  ENETUNREACH: (where) => `there is no way to ${where}`,
  HPE_HEADER_OVERFLOW: () => 'the head of its answer does not end',
  EHOSTUNREACH: (where) => `there is no way to ${where}`,
};

/** What was thrown, for people, with its code, to be read behind `host`, which was to be connected. */
export function wordsOf(thrown: unknown, host: string): string {
  const [message, code] = [reasonOf(thrown), codeOf(thrown)];
  const where = SYSTEM_CALL.exec(message)?.[2] ?? host;
  const words = WORDS[code]?.(where === host || host.startsWith(`${where}:`) ? 'it' : where);
  if (words !== undefined) return `${words} (${code})`;
  if (isNoHttp(code)) return `its answer is no HTTP (${code})`;
  // OpenSSL's own form: error:CODE:library:function:reason:file:line.
  const reason = /error:[0-9A-F]{8}:[^:]*:[^:]*:([^:]+):/.exec(message)?.[1];
  if (reason !== undefined) return code === '' ? reason : `${reason} (${code})`;
  // What Node advises is for those who start Node.
  return message.replace(/; if the root CA is installed locally.*$/, '') || code;
}

/** A failure without the name before it, where `name` is told beside it; another host's stays, also one that ends in it. */
export function withoutName(failure: string, name: string): string {
  const own = `${name}: `;
  return failure.startsWith(own) ? failure.slice(own.length) : failure;
}

/** How a SOCKS proxy refused, as a status of HTTP, and its own word; the words are those of the library `socks`. */
export function socksRefusal(
  thrown: unknown,
): { readonly status: number; readonly word: string } | undefined {
  const message = reasonOf(thrown);
  if (/Socks5 Authentication failed|no accepted authentication type|RejectedIdent/.test(message))
    return { status: 407, word: 'SOCKS' };
  const word = /^Socks[45] proxy rejected connection - \(?(\w+)/i.exec(message)?.[1];
  if (word === undefined) return undefined;
  return { status: /^(?:NotAllowed|Rejected)$/.test(word) ? 403 : 502, word };
}
