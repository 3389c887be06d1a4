/** Kinds of servers that do not answer. */

import { type Kind, plain, texts } from '../kind.ts';

/** A socket of the machine’s own, behind which no server is. */
const LOCAL = /\b(?:to|the) (?:socket|bus)\b|remote store 'daemon'|\bunix[: ]|\.sock(?:et)?\b/i;

export const networkKinds = (): readonly Kind[] => [
  plain(
    'network',
    'a server did not answer',
    [
      ...texts(`
        could not resolve host | temporary failure in name resolution | temporary failure resolving
        | connection timed out | connection refused | connection reset by peer | network is unreachable
        | temporary error (try again later) | network error (check internet connection | econnreset
        | etimedout | esockettimedout | trouble with your network connection | i/o timeout
        | no route to host | getaddrinfo | could not connect to | failed to connect to | read/write on closed pipe | tls handshake timeout
        | unable to resolve host address | early eof | npm error network | npm err! network | readtimeouterror | read timed out
        | server misbehaving | unknownhostexception | received status code 5 | ssl connection could not be established
        | ssl_error_syscall | unexpected eof while reading | remote end closed connection | incompleteread | connection broken
        | unexpected disconnect while reading | remote end hung up | transfer closed with | timeout was reached
        | max retries exceeded with url | socket could not be established | cannot initiate the connection | unable to connect to
        | connection reset | bad gateway | proxyerror | connection aborted | no urls in mirrorlist | connection was forcibly closed
        | gateway time-out | error: rpc failed | service unavailable | socket hang up
      `).map((sign) => ({ ...sign, not: LOCAL })),
      { has: 'the requested url returned error', and: /error: (?!4(?:0[134]|10)\b)/ },
      { has: 'bad address', and: /^wget: bad address/ },
      { has: 'enotfound', and: /\bENOTFOUND\b/ },
      {
        has: 'failed to download',
        and: /timed? ?out|curl|connection|resolve|^error: failed to download from `/i,
      },
      { has: 'context deadline exceeded', and: /\b(?:push|pull|fetch|registry|download|resolve|https?:)/i },
    ],
    [
      'A server did not answer, or answered wrongly',
      'Run it again; if it stays so, look at the network, the proxy and the server',
    ],
  ),
  plain(
    'answer-ended-early',
    'Unexpected end of JSON input',
    [{ has: 'unexpected end of json input', not: /npm|while parsing near/i }],
    [
      'An answer that was to be JSON ended early',
      'Look at the lines above: the tool’s own error stands there',
    ],
    { rank: 'echo' },
  ),
];
