/** Kinds of registries that do not answer, or refuse. */

import { SETUP } from '../common.ts';
import { type Kind, kind, plain, texts } from '../kind.ts';

/** The registry answered: it does not want to. */
const TURNED_AWAY = /\b4\d\d\b|denied/;

export const registryKinds = (): readonly Kind[] => [
  plain(
    'registry-rate-limit',
    'the registry’s or mirror’s quota is spent',
    [
      ...texts(`
        toomanyrequests | pull rate limit | 402 payment required | http 402
      `),
      { has: 'too many requests', and: /daemon|docker|registry|http 429|manifest|pull/i },
    ],
    [
      'The registry or mirror refuses, for its quota is spent: it limits anonymous pulls, and runners that share an address share the limit',
      'Log in before the step that pulls, or name another mirror or the registry itself; QEMU from the cache needs no registry',
      'docker login',
      `${SETUP} --registry-mirrors mirror.gcr.io`,
      `${SETUP} --qemu-from apt,host`,
    ],
    {
      rank: 'cause',
      explains: [
        'registry-unauthorized',
        'registry-unreachable',
        'installer-said-nothing',
        'exec-format-error',
      ],
      sources: 'island-is/island.is#6832 docker/setup-qemu-action#178 docker/hub-feedback#2429',
    },
  ),
  kind('registry-unauthorized', 'the registry refused the login', {
    bearing: 'elsewhere',
    rank: 'cause',
    signs: [
      { has: 'unauthorized: ', and: /daemon|docker|registry|pulling|ghcr|manifest|v2\//i },
      {
        has: 'denied: ',
        and: /denied: (?:tag |requested access|permission|installation|insufficient|user|access|the token|unauthenticated|denied)/i,
      },
      { has: 'pull access denied for' },
      { has: 'no basic auth credentials' },
      { has: 'insufficient_scope' },
      { has: '401 unauthorized', and: /registry|v2\/|docker|manifest|token|push|pull/i },
      { has: '403 forbidden', and: /registry|v2\/|docker|manifest|token|push|pull|ghcr/i },
    ],
    causes: [
      {
        text: 'Credentials that are stored for the registry are wrong, lack a right or have expired; even a public image is then refused',
        shown: true,
        elsewhere: true,
        remedy: 'Log out, or log in again with a valid token that has the right',
        commands: ['docker logout', 'docker login'],
      },
      {
        text: 'The image does not exist under this name, or is private',
        elsewhere: true,
        remedy: 'Check the name, or log in with an account that may read it',
        commands: ['docker buildx imagetools inspect IMAGE'],
      },
    ],
    sources:
      'docker-practice/actions-setup-docker#20 firstbatchxyz/dkn-compute-launcher#1 docker/hub-feedback#753',
  }),
  plain(
    'registry-certificate',
    'x509: certificate signed by unknown authority',
    texts(`
      x509: | self-signed certificate in certificate chain | ssl certificate problem | certificate verify failed
      | unable to get local issuer certificate
    `),
    [
      'A registry, a server or a proxy answers with a certificate that this machine does not trust, or that has expired (or the clock is wrong)',
      'Install the authority’s certificate for the engine, for the builder and for Node.js',
      'sudo mkdir -p /etc/docker/certs.d/REGISTRY && sudo cp ca.crt /etc/docker/certs.d/REGISTRY/',
      'export NODE_EXTRA_CA_CERTS=/path/to/ca.crt',
    ],
    { rank: 'cause', sources: 'docker/setup-buildx-action#112 irbis-sh/zen-desktop#482' },
  ),
  plain(
    'registry-unreachable',
    'the registry does not answer',
    [
      ...texts(`
        received unexpected http status: 5 | client.timeout exceeded | failed to fetch anonymous token
        
      `),
      { has: 'unexpected status', and: /unexpected status(?: code)?[^\d]{0,200}5\d\d/i },
      { has: 'failed to fetch oauth token', not: TURNED_AWAY },
      { has: 'failed to copy: ', not: TURNED_AWAY, and: /closed pipe|EOF|reset|timeout|httpReadSeeker/i },
      {
        has: 'failed to push ',
        not: TURNED_AWAY,
        and: /closed pipe|EOF|reset|timeout|5\d\d|unexpected status/i,
      },
      {
        has: '/v2/',
        and: /: EOF\b|i\/o timeout|no such host|server misbehaving|connection (?:refused|reset)|TLS handshake timeout|network is unreachable|deadline exceeded|request canceled/i,
      },
    ],
    [
      'The registry did not answer in time, or not at all: its name (DNS), its address or the network failed',
      'Check DNS (an entry in /etc/hosts where it is slow), the network and the proxy, and run the job again; a cache or a mirror keeps the next outage away',
      `${SETUP} --registry-mirrors mirror.gcr.io`,
      `${SETUP} --qemu-from apt,host`,
    ],
    {
      rank: 'cause',
      explains: ['network'],
      sources: 'docker/setup-qemu-action#110 docker/setup-qemu-action#167 docker/setup-qemu-action#166',
    },
  ),
];
