/** Signatures of registries that do not hand out an image: ours only when it was the emulator's. */
import { type Signature, signature } from './signature.ts';

const SETUP = 'node dist/cli.js setup {platform}';

export const FETCHING: readonly Signature[] = [
  signature('registry-rate-limit', 'toomanyrequests', {
    relevance: 'registry',
    patterns: [
      { has: 'toomanyrequests' },
      { has: 'pull rate limit' },
      { has: 'too many requests', and: /daemon|docker|registry|http 429/i },
    ],
    causes: [
      {
        text: 'The registry limits anonymous pulls, and runners that share an address share the limit',
        remedy: 'Log in before the step that pulls, or name a mirror; QEMU from the cache needs no registry',
        commands: [
          'docker login',
          `${SETUP} --registry-mirrors mirror.gcr.io`,
          `${SETUP} --qemu-from apt,host`,
        ],
      },
    ],
    sources: 'island-is/island.is#6832 docker/setup-qemu-action#178 docker/hub-feedback#2429',
  }),
  signature('registry-unauthorized', 'unauthorized', {
    relevance: 'registry',
    patterns: [
      { has: 'unauthorized: ', and: /daemon|docker|registry|pulling|ghcr|manifest/i },
      { has: 'denied: requested access to the resource is denied' },
      { has: 'pull access denied for' },
    ],
    causes: [
      {
        text: 'Credentials that are stored for the registry are wrong or have expired; even a public image is then refused',
        remedy: 'Log out, or log in again with a valid token',
        commands: ['docker logout', 'docker login'],
      },
      {
        text: 'The image does not exist under this name, or is private',
        remedy: 'Check the name, or log in with an account that may read it',
        commands: ['docker buildx imagetools inspect IMAGE'],
      },
    ],
    sources:
      'docker-practice/actions-setup-docker#20 firstbatchxyz/dkn-compute-launcher#1 docker/hub-feedback#753',
  }),
  signature('registry-certificate', 'x509: certificate signed by unknown authority', {
    relevance: 'registry',
    patterns: [{ has: 'x509: ' }, { has: 'self-signed certificate in certificate chain' }],
    causes: [
      {
        text: 'A proxy or a private registry answers with a certificate that this machine does not trust',
        remedy: 'Install the authority’s certificate for the engine, for the builder and for Node.js',
        commands: [
          'sudo mkdir -p /etc/docker/certs.d/REGISTRY && sudo cp ca.crt /etc/docker/certs.d/REGISTRY/',
          'export NODE_EXTRA_CA_CERTS=/path/to/ca.crt',
        ],
      },
    ],
    sources: 'docker/setup-buildx-action#112 irbis-sh/zen-desktop#482',
  }),
  signature('registry-unreachable', 'The registry does not answer', {
    relevance: 'registry',
    patterns: [
      { has: 'received unexpected http status: 5' },
      {
        has: '/v2/',
        and: /: EOF\b|i\/o timeout|no such host|connection (?:refused|reset)|TLS handshake timeout|network is unreachable|deadline exceeded/i,
      },
    ],
    causes: [
      {
        text: 'The registry, the name service or the network failed for a moment',
        remedy: 'Run the job again; a cache or a mirror keeps the next outage away',
        commands: [`${SETUP} --registry-mirrors mirror.gcr.io`, `${SETUP} --qemu-from apt,host`],
      },
    ],
    sources: 'docker/setup-qemu-action#110 docker/setup-qemu-action#167 docker/setup-qemu-action#166',
  }),
];
