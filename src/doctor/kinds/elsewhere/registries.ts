/** Kinds of registries that do not answer, or have no more to give. */

import { SETUP } from '../common.ts';
import { evidenceIs, logShows, only } from '../conditions.ts';
import { type Cause, clue, type Kind, kind, plain, texts, type View } from '../kind.ts';

/** The registry answered: it does not want to. */
const TURNED_AWAY = /\b4\d\d\b|denied|unauthori[sz]ed/i;

const OF_HANDLERS = /\b(?:tonistiigi|linuxkit)\/binfmt\b|qemu-user-static|\b(?:aptman|dbhi)\/qus\b/i;

/** The causes of an image that cannot be pulled: QEMU’s own can be had from elsewhere. */
function pulling(text: string, remedy: string, ...commands: readonly string[]): readonly [Cause, Cause] {
  const all = { text, shown: true, elsewhere: true, remedy, commands } as const;
  const others = [`${SETUP} --registry-mirrors mirror.gcr.io`, `${SETUP} --qemu-from apt,host`];
  const handlers: Cause = {
    ...all,
    when: only(evidenceIs(OF_HANDLERS)),
    specific: true,
    remedy: `${remedy}; QEMU can be had from a mirror or from apt, and from the cache it needs no registry`,
    commands: [...commands, ...others],
  };
  return [handlers, all];
}

/** The certificate is no more, or not yet, what it was. */
const OUTDATED = /\b(?:has|is) expired\b|CERT_HAS_EXPIRED|not (?:yet|activated|valid) ?(?:yet|valid)\b/i;

const SYSTEM = ['sudo cp ca.crt /usr/local/share/ca-certificates/ && sudo update-ca-certificates'] as const;

const JAVA_TRUST = 'java-trusts-nobody';

/** Who speaks of a certificate that nobody vouches for, how, and where it looks for authorities. */
const TRUSTING: readonly (readonly [tool: string, says: RegExp, remedy: string, ...commands: string[]])[] = [
  [
    'Java',
    /PKIX path/,
    'Import the authority’s certificate into the store of the Java that runs the build, or name a store that has it (for Maven in MAVEN_OPTS, for Gradle in systemProp of gradle.properties)',
    'keytool -importcert -cacerts -storepass changeit -noprompt -alias ca -file ca.crt',
    'export MAVEN_OPTS="-Djavax.net.ssl.trustStore=/path/to/truststore.jks"',
  ],
  [
    'Python',
    /CERTIFICATE_VERIFY_FAILED|\bSSLError\b|\(_ssl\.c:|confirming the ssl certificate/,
    'Name a file with the authority’s certificate: REQUESTS_CA_BUNDLE (requests, pip), SSL_CERT_FILE, or pip’s own option',
    'pip install --cert /path/to/ca.crt PACKAGE',
    'export REQUESTS_CA_BUNDLE=/path/to/ca.crt SSL_CERT_FILE=/path/to/ca.crt',
  ],
  [
    'Node.js',
    /\b(?:SELF_SIGNED_CERT_IN_CHAIN|DEPTH_ZERO_SELF_SIGNED_CERT|UNABLE_TO_(?:VERIFY|GET_ISSUER)_\w{1,30}|CERT_UNTRUSTED)\b|unable to verify the first certificate|^npm (?:ERR!|error) /,
    'Name a file with the authority’s certificate, which Node.js, npm, Yarn and pnpm take besides those that they know',
    'export NODE_EXTRA_CA_CERTS=/path/to/ca.crt',
  ],
  [
    'Git',
    /^fatal: unable to access |\.git\/?': |server certificate verification failed\. CAfile/,
    'Name a file with the authority’s certificate in Git’s settings, or install it for the system',
    'git config --global http.sslCAInfo /path/to/ca.crt',
    ...SYSTEM,
  ],
  [
    'Go',
    /^go: |\bproxy\.golang\.org\b|\/@v\//,
    'Install the authority’s certificate for the system, whose store Go reads, or name it in SSL_CERT_FILE',
    ...SYSTEM,
    'export SSL_CERT_FILE=/path/to/ca.crt',
  ],
  [
    'apk',
    /^(?:WARNING|ERROR): .{1,400}: TLS: /,
    'Add the authority’s certificate to the file that apk reads, before the first package is installed',
    'COPY ca.crt /tmp/ca.crt',
    'RUN cat /tmp/ca.crt >> /etc/ssl/certs/ca-certificates.crt',
  ],
  [
    'Cargo',
    /\[60\] SSL peer certificate|spurious network error|\bcrates\.io\b/,
    'Name a file with the authority’s certificate for Cargo, or install it for the system',
    'export CARGO_HTTP_CAINFO=/path/to/ca.crt',
    ...SYSTEM,
  ],
  [
    'curl',
    /^curl: \(60\)/,
    'Install the authority’s certificate for the system, or name it for curl',
    ...SYSTEM,
    'export CURL_CA_BUNDLE=/path/to/ca.crt',
  ],
];

/** What an engine or a builder asks a registry; its store is another than that of the tools. */
const OF_AN_ENGINE = /\/v2\/|daemon|failed to (?:resolve|solve|do request)|docker:\/\//;

/** The tool that does not trust a certificate. */
function speaker(view: View): string | undefined {
  const { evidence } = view.match;
  // Its line is long, and holds that at its end.
  if (logShows(JAVA_TRUST)(view)) return 'Java';
  if (evidence.some(({ text }) => OUTDATED.test(text) || OF_AN_ENGINE.test(text))) return undefined;
  return TRUSTING.find(([, says]) => evidence.some(({ text }) => says.test(text)))?.[0];
}

export const registryKinds = (): readonly Kind[] => [
  kind('registry-rate-limit', 'the registry’s or mirror’s quota is spent', {
    bearing: 'elsewhere',
    signs: [
      ...texts(`
        toomanyrequests | pull rate limit | http 402 | api rate limit exceeded
        | exceeded a secondary rate limit | error: 429 | throttlingexception
      `),
      { has: '402 payment required', not: /^npm / },
      {
        has: 'too many requests',
        and: /daemon|docker|registry|http 429|manifest|pull|error: 429|429 client error/i,
      },
    ],
    causes: pulling(
      'The registry or mirror refuses, for its quota is spent: it limits anonymous pulls, and runners that share an address share the limit',
      'Log in before the step that pulls, or name a mirror in the engine’s daemon.json, or in the builder’s buildkitd.toml',
      'docker login',
    ),

    rank: 'cause',
    explains: [
      'registry-unauthorized',
      'registry-unreachable',
      'installer-said-nothing',
      'exec-format-error',
    ],
    sources: 'island-is/island.is#6832 docker/setup-qemu-action#178 docker/hub-feedback#2429',
  }),
  kind('registry-certificate', 'x509: certificate signed by unknown authority', {
    bearing: 'elsewhere',
    rank: 'cause',
    signs: [
      ...texts(`
      x509: | self-signed certificate in certificate chain | ssl certificate problem | certificate verify failed
      | unable to get local issuer certificate | certificate verification failed | pkix path building failed
      | sslhandshakeexception | trustanchors parameter must be non-empty | error setting certificate verify locations
      | unable to verify the first certificate | error: certificate has expired | self signed certificate
      | invalid peer certificate | cert_has_expired | unable_to_verify_leaf_signature | self_signed_cert_in_chain | server certificate verification failed | the remote certificate is invalid
      | ssl operation failed with code | look like a tls handshake | wrong version number | certificate verification: not trusted
      | error setting certificate file | unsafe legacy renegotiation | peer certificate cannot be authenticated | cert_untrusted
      | expired or is not yet valid | received fatal alert: | confirming the ssl certificate | err_ssl_ | only secure connections are allowed
      | tls: handshake failure | handshake failure | unable to load pem certificates | sslerror:
    `),
      // apk
      { has: ': tls: ', and: /^(?:WARNING|ERROR): .{1,400}: TLS: / },
      {
        has: 'certificate',
        and: /^ERROR: (?:cannot verify \S{1,100} certificate|The certificate of \S{1,100} is not trusted)/,
      },
    ],
    explains: ['network'],
    causes: [
      {
        text: 'The certificate of a registry, a server or a proxy has expired or is not valid yet, or the clock of this machine is wrong',
        when: only(evidenceIs(OUTDATED)),
        elsewhere: true,
        specific: true,
        remedy: 'Look at the clock; where it is right, whoever runs the server has to renew its certificate',
        commands: ['date -u'],
      },
      ...TRUSTING.map(
        ([tool, , remedy, ...commands]): Cause => ({
          text: `${tool} does not trust the certificate with which a server or a proxy answers: its authority is not among those that ${tool} knows`,
          when: (view) => speaker(view) === tool,
          elsewhere: true,
          specific: true,
          remedy,
          commands,
        }),
      ),
      {
        text: 'A registry, a server or a proxy answers with a certificate that this machine does not trust, or that has expired (or the clock is wrong)',
        when: (view) =>
          speaker(view) === undefined && evidenceIs(OUTDATED)(view) !== true ? undefined : false,
        shown: true,
        elsewhere: true,
        remedy: 'Install the authority’s certificate for the engine, for the builder and for Node.js',
        commands: [
          'sudo mkdir -p /etc/docker/certs.d/REGISTRY && sudo cp ca.crt /etc/docker/certs.d/REGISTRY/',
          'export NODE_EXTRA_CA_CERTS=/path/to/ca.crt',
        ],
      },
    ],
    sources: 'docker/setup-buildx-action#112 irbis-sh/zen-desktop#482',
  }),
  clue(
    JAVA_TRUST,
    ...texts('pkix path | unable to find valid certification path | trustanchors parameter must be'),
  ),
  kind('registry-unreachable', 'the registry does not answer', {
    bearing: 'elsewhere',
    signs: [
      ...texts(`
        received unexpected http status: 5 | client.timeout exceeded | failed to fetch anonymous token
        
      `),
      { has: 'unexpected status', and: /unexpected status(?: code)?[^\d]{0,200}5\d\d/i },
      { has: 'failed commit on ref ', and: /: no response$/ },
      { has: 'failed to fetch oauth token', not: TURNED_AWAY },
      { has: 'failed to copy: ', not: TURNED_AWAY, and: /closed pipe|EOF|reset|timeout|httpReadSeeker/i },
      {
        has: 'failed to push ',
        not: TURNED_AWAY,
        and: /closed pipe|EOF|reset|timeout|\b5\d\d\b|unexpected status/i,
      },
      {
        has: '/v2/',
        and: /: EOF\b|i\/o timeout|no such host|server misbehaving|connection (?:refused|reset)|TLS handshake timeout|network is unreachable|deadline exceeded|request canceled/i,
      },
    ],
    causes: pulling(
      'The registry did not answer in time, or not at all: its name (DNS), its address or the network failed',
      'Check DNS (an entry in /etc/hosts where it is slow), the network and the proxy, and run the job again; a mirror (the engine’s daemon.json, the builder’s buildkitd.toml) keeps the next outage away',
      'docker buildx imagetools inspect IMAGE',
    ),

    rank: 'cause',
    explains: ['network'],
    sources: 'docker/setup-qemu-action#110 docker/setup-qemu-action#167 docker/setup-qemu-action#166',
  }),
  plain(
    'registry-refuses-content',
    'the registry does not accept what is pushed',
    [
      ...texts(`
        manifest invalid | manifest_invalid | manifest_blob_unknown | name_unknown: | name_invalid | blob_upload_unknown
        | blob upload unknown | blob_unknown | tag_invalid | tag invalid: | configured as immutable | request entity too large
        | storage resource, which when updated | denied: quota exceeded | unsupported media type
        | server does not support basic auth | gave http response to https client | unknown: artifact not found
        | recognizable error message not found | does not exist in the registry with id
      `),
      { has: '400 bad request', and: /unexpected status|failed commit on ref|(?:PUT|PATCH|POST) request/ },
      {
        has: 'unexpected status code 4',
        and: /(?:PUT|PATCH|POST) https?:\S{1,300}: unexpected status code 4(?:0[05]|1\d)/,
      },
      { has: 'statuscode: 413' },
      { has: 'error parsing http 4', and: /HTTP 4(?:00|05|1[13]) response body/ },
    ],
    [
      'The registry answered, and does not accept what is pushed: the format of the manifest or of a layer, its size, the name of the repository, a tag that may not change, a quota that is used up, or it is asked by the wrong protocol',
      'Look at what the registry names: make the repository first, take a new tag, push in the format that it knows (oci-mediatypes=false, --format v2s2, provenance: false), raise the limit of the proxy before it, or name it as insecure where it speaks plain HTTP',
    ],
    { rank: 'cause', explains: ['registry-unreachable', 'network', 'image-not-found'] },
  ),
  plain(
    'not-a-list-of-images',
    'an image is named where a list of images is wanted, or the name is not here',
    [
      ...texts(`
        image is not a manifest list | that name is already in use | is already associated with image
        | refusing to amend an existing manifest list | image not known | no such image | did not resolve to an alias
        | an image does not exist locally with the tag | cannot use an image digest | not present locally
        | short-name resolution enforced
      `),
      { has: 'is a manifest list', and: /(?:^|: )\S{1,200}:\S{1,130} is a manifest list$/ },
      { has: 'reference does not exist', and: /daemon/ },
    ],
    [
      'The command takes another kind of image than the one that is named: a list of images (manifest list) where it is a single one, or the other way round, a name that is taken, or one that is not stored here',
      'List what is stored here, and give the manifest list a name of its own (manifest rm, then create; tag makes an image of it)',
      'docker image ls',
    ],
  ),
  plain(
    'published-before',
    'this version or name is published already',
    [
      { has: 'release.tag_name already exists' },
      { has: 'already exists on crates.io' },
      { has: 'file already exists (', and: /^File already exists \('/ },
      ...texts(`
        cannot publish over the previously published | previously published versions | is already uploaded
        | file already exists. see | with the same tag name already exists | the feed already contains
        | an artifact with this name already exists | error: tag already exists | reservecache failed: cache already exists
      `),
      { has: 'file already exists', and: /upload|pypi|legacy|twine/i },
      { has: 'already_exists', and: /(?:asset|validation failed|"code").{0,200}already_exists/i },
    ],
    [
      'This version, tag, release or artifact was published before, and may not be published a second time',
      'Raise the version, or leave the step out where it is published already (--skip-existing)',
    ],
    { rank: 'cause', explains: ['login-missing', 'server-refuses'] },
  ),
  plain(
    'builder-store-damaged',
    'the builder’s store lost a layer',
    [
      { has: 'mount callback failed on' },
      { has: 'failed to commit: rename: input/output' },
      ...texts(`
        layer does not exist | rw layer snapshot not found | failed to stat active key during commit | unexpected commit digest
        | failed size validation | filesystem layer verification failed | image verification failed for digest
        | failed to read expected number of bytes | frontend grpc server closed | failed to register layer: error processing
        | failed to get state for index
      `),
      { has: 'lease "', and: /lease "[^"]{1,80}": not found/ },
      { has: 'parent snapshot', and: /parent snapshot (?:\S{1,100} )?does not exist/ },
      { has: 'failed to load ref', and: /failed to load ref: \S{1,200}: not found/ },
      { has: 'failed to solve: blob sha256:', and: / not found/ },
      { has: 'content digest', and: /content digest \S{1,100}: not found/ },
      { has: 'failed to unmount', and: /failed to extract layer / },
    ],
    [
      'The store of the builder or engine lost a layer or a lease, or holds a damaged one: it was pruned beside the build, was full, or was copied',
      'Prune the builder’s cache or create the builder anew, and do not prune while a build runs',
      'docker buildx prune -af',
      'docker buildx rm BUILDER',
    ],
    { rank: 'cause' },
  ),
];
