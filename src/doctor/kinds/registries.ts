/** Kinds of registries and mirrors that do not hand out an image. */

import { INSPECT, SETUP } from './common.ts';
import { type Kind, kind } from './kind.ts';

export const REGISTRIES: readonly Kind[] = [
  kind('registry-rate-limit', 'the registry’s or mirror’s quota is spent', {
    bearing: 'elsewhere',
    rank: 'cause',
    signs: [
      { has: 'toomanyrequests' },
      { has: 'pull rate limit' },
      { has: 'too many requests', and: /daemon|docker|registry|http 429|manifest|pull/i },
      { has: '402 payment required' },
      { has: 'http 402' },
    ],
    explains: [
      'registry-unauthorized',
      'registry-unreachable',
      'installer-said-nothing',
      'exec-format-error',
    ],
    causes: [
      {
        text: 'The registry or mirror refuses, for its quota is spent: it limits anonymous pulls, and runners that share an address share the limit',
        shown: true,
        elsewhere: true,
        remedy:
          'Log in before the step that pulls, or name another mirror or the registry itself; QEMU from the cache needs no registry',
        commands: [
          'docker login',
          `${SETUP} --registry-mirrors mirror.gcr.io`,
          `${SETUP} --qemu-from apt,host`,
        ],
      },
    ],
    sources: 'island-is/island.is#6832 docker/setup-qemu-action#178 docker/hub-feedback#2429',
  }),
  kind('registry-unauthorized', 'the registry refused the login', {
    bearing: 'elsewhere',
    rank: 'cause',
    signs: [
      { has: 'unauthorized: ', and: /daemon|docker|registry|pulling|ghcr|manifest|v2\//i },
      {
        has: 'denied: ',
        and: /denied: (?:requested access|permission|installation|insufficient|user|access|the token|unauthenticated|denied)/i,
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
  kind('image-not-found', 'the image is not in the registry', {
    bearing: 'elsewhere',
    rank: 'cause',
    signs: [
      { has: 'failed to resolve source metadata', and: /: not found$/, not: /no match for platform/ },
      { has: 'manifest unknown' },
      { has: 'name unknown' },
    ],
    causes: [
      {
        text: 'The registry does not have this image, or not this tag of it',
        shown: true,
        elsewhere: true,
        remedy: 'Look at the name and the tag, and at whether the step that pushes it ran before',
        commands: [INSPECT],
      },
    ],
  }),
  kind('registry-certificate', 'x509: certificate signed by unknown authority', {
    bearing: 'elsewhere',
    rank: 'cause',
    signs: [{ has: 'x509: ' }, { has: 'self-signed certificate in certificate chain' }],
    causes: [
      {
        text: 'A proxy or a private registry answers with a certificate that this machine does not trust',
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
  kind('registry-unreachable', 'the registry does not answer', {
    bearing: 'elsewhere',
    rank: 'cause',
    signs: [
      { has: 'received unexpected http status: 5' },
      { has: 'client.timeout exceeded' },
      { has: 'unexpected status', and: /unexpected status(?: code)?[^\d]{0,200}5\d\d/i },
      { has: 'failed to copy: ', and: /closed pipe|EOF|reset|timeout|httpReadSeeker/i },
      { has: 'failed to push ', and: /closed pipe|EOF|reset|timeout|5\d\d|unexpected status/i },
      {
        has: '/v2/',
        and: /: EOF\b|i\/o timeout|no such host|connection (?:refused|reset)|TLS handshake timeout|network is unreachable|deadline exceeded|request canceled/i,
      },
    ],
    explains: ['network'],
    causes: [
      {
        text: 'The registry did not answer in time, or not at all: its name (DNS), its address or the network failed',
        shown: true,
        elsewhere: true,
        remedy:
          'Check DNS (an entry in /etc/hosts where it is slow), the network and the proxy, and run the job again; a cache or a mirror keeps the next outage away',
        commands: [`${SETUP} --registry-mirrors mirror.gcr.io`, `${SETUP} --qemu-from apt,host`],
      },
    ],
    sources: 'docker/setup-qemu-action#110 docker/setup-qemu-action#167 docker/setup-qemu-action#166',
  }),
];
