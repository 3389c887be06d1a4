import type { TableFacts } from '../../src/binfmt/table.ts';
import type { HostFacts } from '../../src/facts/facts.ts';
import { parseVersion } from '../../src/text/version.ts';

/** What a test wants otherwise than on an ordinary amd64 machine where everything is ready. */
export interface FactsChange extends Partial<Omit<HostFacts, 'table' | 'kernel'>> {
  readonly release?: string;
  readonly table?: Partial<TableFacts>;
}

/** Facts of an ordinary amd64 machine, seen by root, with an empty table, and with the changes. */
export function hostFacts({ release = '6.12.8-amd64', table, ...change }: FactsChange = {}): HostFacts {
  return {
    system: 'linux',
    kernel: { release, version: parseVersion(release) },
    architecture: 'amd64',
    cpus: 2,
    nodeVersion: 'v24.0.0',
    uid: 0,
    otherLogins: 0,
    capabilities: 0x1ffffffffffn,
    bounding: 0x1ffffffffffn,
    userNamespace: false,
    privilege: 'root',
    docker: { endpoint: 'unix:///var/run/docker.sock', reachable: false },
    mounts: [],
    table: {
      state: 'ready',
      path: '/proc/sys/fs/binfmt_misc',
      entries: [],
      unreadable: [],
      elsewhere: [],
      ...table,
    },
    ...change,
  };
}
