/** Kinds of registries that do not answer, or have no more to give. */

import { SETUP } from '../common.ts';
import { type Kind, plain, texts } from '../kind.ts';

/** The registry answered: it does not want to. */
const TURNED_AWAY = /\b4\d\d\b|denied|unauthori[sz]ed/i;

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
        and: /closed pipe|EOF|reset|timeout|\b5\d\d\b|unexpected status/i,
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
