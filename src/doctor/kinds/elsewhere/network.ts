/** Kinds of servers that do not answer. */

import { type Kind, plain, texts } from '../kind.ts';

/** A socket of the machine’s own, behind which no server is. */
const LOCAL = /\b(?:to|the) (?:socket|bus)\b|remote store 'daemon'|\bunix[: ]|\.sock(?:et)?\b/i;

export const networkKinds = (): readonly Kind[] => [
  plain(
    'network',
    'a server did not answer',
    [
      // Names, sockets and proxies, whoever says so
      ...texts(`
        could not resolve host | temporary failure in name resolution | temporary failure resolving
        | connection timed out | connection refused | connection reset by peer | network is unreachable
        | network error (check internet connection | econnreset | trouble with your network connection | i/o timeout
        | no route to host | could not connect to | failed to connect to | read/write on closed pipe
        | tls handshake timeout | unable to resolve host address | early eof | readtimeouterror | read timed out
        | server misbehaving | ssl connection could not be established | unexpected eof while reading
        | remote end closed connection | connection broken | unexpected disconnect while reading | remote end hung up
        | timeout was reached | cannot initiate the connection | unable to connect to | connection reset | proxyerror
        | connection aborted | connection was forcibly closed | econnrefused | connect timeout error
        | name or service not known | the read operation timed out | sockettimeoutexception
        | httphostconnectexception | could not resolve proxy | closed the connection | net::opentimeout
        | name could not be resolved | connection unexpectedly closed | send disconnect
        | could not connect to the endpoint | failed to start ssh connection | tls connection was non-properly
        | was refused - did you specify | remotedisconnected | proxyconnect tcp | cannot connect to host
        | connecttimeout | could not translate host name | failed to resolve action download info
        | http: proxy error: | no such host | dns error | dns lookup error | dns: transient error
      `).map((sign) => ({ ...sign, not: LOCAL })),
      ...texts(`
        connectionrefused downloading | operation timed out after | cannot complete socks5 | http code 407 from proxy
        | connect tunnel failed | wget: download timed out | failed to resolve the hostname | net::err_connection_ | net::err_name_not
        | err_socket_timeout | eidletimeout | network failure seems to have happened | error sending request for url
        | download of config.json failed | failure when receiving data from | artifact download failed after | couldn't resolve host
        | error in rsync protocol data stream | misconfigured dns resolver | can't connect to mysql server on
        | cannot communicate with server: post | unable to tunnel through proxy | failed to fetch runner | err_pnpm_meta_fetch_fail
      `).map((sign) => ({ ...sign, not: LOCAL })),
      { has: 'timeout awaiting ', and: /Timeout awaiting '\w{1,20}' for \d/ },
      { has: 'could not download file from ', and: /^error: could not download file from '/ },
      { has: 'each download failed!' },
      { has: 'failed to fetch `http', and: /^\s{0,4}(?:error: )?failed to fetch `https?:/ },
      { has: 'communications link failure' },
      { has: 'psqlexception: connection to', and: /refused/ },
      { has: 'connectionerror: connection error caused by' },
      { has: 'waiting for a node assignment' },
      { has: 'unable to upgrade to h2c' },
      { has: 'failed to download from http' },
      { has: 'failed to download chrom', and: /^Error: Failed to download Chrom\w{1,4} / },
      { has: '410 gone', and: /^go: / },
      { has: ': io error', and: /^ERROR: \S{1,120}: IO ERROR$/ },
      { has: 'getaddrinfo', not: /^checking |\(\)|\.[ch]\b|\bsocket[: ]\/|\.sock\b/ },
      // What a server answers
      ...texts(`
        received status code 5 | max retries exceeded with url | bad gateway | gateway time-out | service unavailable
        | empty reply from server | error in the http2 framing | was not closed cleanly
        | internal server error for url | unexpected http status code: 5 | 500 internal server error
      `).map((sign) => ({ ...sign, not: LOCAL })),
      // Node.js and its package managers
      ...texts(`
        etimedout | esockettimedout | npm error network | npm err! network | socket hang up
        | error when performing the request to | app could not be downloaded | ehostunreach | enetunreach | eservfail
        | und_err_
      `).map((sign) => ({ ...sign, not: LOCAL })),
      // Others
      ...texts(`
        temporary error (try again later) | unknownhostexception | ssl_error_syscall | incompleteread
        | transfer closed with | socket could not be established | no urls in mirrorlist | error: rpc failed
        | condahttperror: | request failed after | got socket error trying to | httpc request failed
        | gem::remotefetcher | ssh_dispatch_run_fatal | gnutls recv error | gnutls_handshake
        | is not a valid chart repository or cannot | can't reach database server | keyserver receive failed
        | connection failed [ip: | tls error in procedure | operation too slow | clearsigned file isn't valid | problem downloading package
        | malformed response from registry | nobrokersavailable | request canceled while waiting
        | unable to load the service index for source
      `).map((sign) => ({ ...sign, not: LOCAL })),
      { has: 'the requested url returned error', and: /error: (?!4(?:0[134]|10)\b)/ },
      { has: 'unreachable! =>', not: /Permission denied/ },
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
