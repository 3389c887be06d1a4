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
        | condahttperror: | request failed after | error when performing the request to | got socket error trying to
        | httpc request failed | gem::remotefetcher | app could not be downloaded | econnrefused | ehostunreach | enetunreach
        | eservfail | connect timeout error | und_err_ | name or service not known | the read operation timed out
        | sockettimeoutexception | httphostconnectexception | empty reply from server | error in the http2 framing
        | was not closed cleanly | could not resolve proxy | closed the connection | net::opentimeout | name could not be resolved
        | connection unexpectedly closed | send disconnect | ssh_dispatch_run_fatal | could not connect to the endpoint
        | failed to start ssh connection
        | gnutls recv error | gnutls_handshake | tls connection was non-properly | was refused - did you specify
        | is not a valid chart repository or cannot | remotedisconnected | can't reach database server | proxyconnect tcp
        | keyserver receive failed | tls error in procedure | operation too slow | internal server error for url
        | unexpected http status code: 5 | clearsigned file isn't valid | cannot connect to host | connecttimeout
        | problem downloading package | could not translate host name | failed to resolve action download info
        | unreachable! => | http: proxy error: | malformed response from registry | nobrokersavailable | 500 internal server error | request canceled while waiting | no such host | dns error
      `).map((sign) => ({ ...sign, not: LOCAL })),
      { has: 'the requested url returned error', and: /error: (?!4(?:0[134]|10)\b)/ },
      { has: 'bad address', and: /^wget: bad address/ },
      { has: 'enotfound', and: /\bENOTFOUND\b/ },
      { has: 'could not download', and: /: Could not download (?:Node\.js|npm|Yarn|pnpm)/i },
      { has: 'downloading from http', and: /Downloading from https?:\S{1,200} failed/ },
      { has: '> could not ', and: /^> Could not (?:GET|HEAD) 'https?:/ },
      { has: 'could not get resource', and: /^> Could not get resource 'https?:/ },
      { has: "our services aren't available" },
      { has: 'stream terminated by rst_stream' },
      { has: 'use of closed network connection' },
      { has: 'failed to solve: deadlineexceeded' },
      { has: 'server error', and: /^(?:\w{1,20}: )?(?:HttpError|Error): Server Error$/ },
      { has: 'request timeout: /' },
      { has: 'broken pipe', and: /(?:^curl: \(55\)|port \d{1,5}: Broken pipe)/ },
      { has: 'connection closed by', and: /^Connection closed by \S{1,100} port \d/ },
      { has: 'internal_error; received from peer' },
      { has: 'status code 5', and: /(?:failed with|returned|unexpected|HTTP) .{0,20}status code 5\d\d/i },
      { has: 'response code 5', and: /^(?:HTTPError|RequestError): Response code 5\d\d/ },
      { has: 'server error', and: /\b50[0234] Server Error\b/i },
      { has: 'fetch failed', and: /^(?:\[?\w{0,20}\]? ?)?(?:Error|TypeError): fetch failed/ },
      { has: 'connect to local mysql' },
      { has: 'error: downloading', and: /error: downloading '[^']{1,300}' failed/ },
      { has: 'vulnerability db', and: /failed to download vulnerability DB/ },
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
