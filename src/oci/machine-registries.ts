/** Reads what this machine's files say of registries: Docker's daemon.json, containers' registries.conf, containerd's certs.d. */
import { join } from 'node:path/posix';
import type { Host } from '../host/host.ts';
import { readHostTrust } from '../host/network/certificates.ts';
import { askEngine, configHome, readDaemonFiles, readSetting, type Tell } from '../host/network/machine.ts';
import { liesIn } from '../host/network/proxy.ts';
import { settingsIn } from '../host/read.ts';
import { isObject, type JsonObject } from '../text/parse.ts';
import { reasonOf } from '../text/problem.ts';
import { printable } from '../text/text.ts';
import {
  type Endpoint,
  type Endpoints,
  endpointsOf,
  type MachineRegistries,
  NO_MACHINE,
} from './endpoints.ts';
import { type ImageReference, type Mirror, registryOrigin } from './reference.ts';
import { hostsOf, type RegistryRule, rulesOf } from './registries-conf.ts';

/**
 * Where an image may be asked for on this machine, in order: mirrors that the input names, and with `registryConfig` those of
 * the machine's files, then its own registry. What is wrong with a file is told once.
 */
export async function findEndpoints(
  host: Host,
  image: ImageReference,
  mirrors: readonly Mirror[],
  registryConfig: boolean,
  log: (line: string) => void,
): Promise<Endpoints> {
  const told = new Set<string>();
  const tell: Tell = (trouble) => {
    if (!told.has(trouble)) log(trouble);
    told.add(trouble);
  };
  const machine = registryConfig ? await readMachineRegistries(host, image.registry, tell) : NO_MACHINE;
  return endpointsOf(image, mirrors, machine, tell);
}

/** Mirrors of Docker Hub that only the engine of this machine knows of: an option of the daemon, or another file, names them. */
export async function findEngineMirrors(
  host: Host,
  image: ImageReference,
  known: readonly Endpoint[],
  tell: Tell,
): Promise<readonly Endpoint[]> {
  const { mirrors } = image.registry === 'docker.io' ? await askEngine(host) : { mirrors: [] };
  if (mirrors.length === 0) return [];
  const from = 'the Docker engine';
  const machine = await readMachineRegistries(host, image.registry, () => undefined);
  const hubMirrors = mirrors.map((address) => ({ address, from }));
  const { endpoints } = endpointsOf(image, [], { ...machine, hubMirrors }, tell);
  const origins = known.map(({ reference }) => registryOrigin(reference));
  return endpoints.filter((each) => each.from === from && !origins.includes(registryOrigin(each.reference)));
}

/** What there is for the images of one registry. Files that are malformed are told of, and left out. */
async function readMachineRegistries(host: Host, registry: string, tell: Tell): Promise<MachineRegistries> {
  const daemons = readDaemonFiles(host, tell);
  return {
    hubMirrors: daemons.flatMap(({ path, daemon }) =>
      daemon.mirrors.map((address) => ({ address, from: path })),
    ),
    rules: await readRules(host, tell),
    hosts: await readHosts(host, registry, tell),
    insecure: (name) =>
      daemons.find(({ daemon }) => daemon.insecure.some((word) => covers(word, name)))?.path,
    certified: (name) => readHostTrust(host, [name], tell).authorities.length > 0,
  };
}

/**
 * The rules of registries.conf: the file of this user in the place of the machine's, and then what is added to either in
 * folders, by name. A later rule takes the place of an earlier one with its prefix.
 */
async function readRules(host: Host, tell: Tell): Promise<readonly RegistryRule[]> {
  const own = join(configHome(host), 'containers/registries.conf');
  const { CONTAINERS_REGISTRIES_CONF: named } = host.env;
  const main = [named, own, '/etc/containers/registries.conf'].find(
    (path) => path !== undefined && host.stat(path) !== undefined,
  );
  const added = ['/etc/containers/registries.conf.d', `${own}.d`].flatMap((folder) =>
    settingsIn(host, folder, '.conf'),
  );
  const rules: RegistryRule[] = [];
  for (const path of [...(main === undefined ? [] : [main]), ...added]) {
    const file = await readToml(host, path, tell);
    if (file === undefined) continue;
    const found = rulesOf(file, path);
    if (found === undefined) tell(`${printable(path, 200)} is of version 1 and was left out`);
    else rules.push(...found);
  }
  return rules;
}

/** containerd reads the folder of a registry, with or without colons in its name, else the one for all others. */
async function readHosts(host: Host, registry: string, tell: Tell): Promise<MachineRegistries['hosts']> {
  const folders = [join(configHome(host), 'containerd/certs.d'), '/etc/containerd/certs.d'];
  const names = [registry, registry.replace(/:(\d+)$/, '_$1_'), '_default'];
  const paths = folders.flatMap((folder) => names.map((name) => `${folder}/${name}/hosts.toml`));
  const path = paths.find((each) => host.stat(each)?.kind === 'file');
  const file = path === undefined ? undefined : await readToml(host, path, tell);
  if (path === undefined || file === undefined) return [];
  return [{ ...hostsOf(file), from: path }];
}

/** The reader of TOML is loaded where there is something to read. */
async function readToml(host: Host, path: string, tell: Tell): Promise<JsonObject | undefined> {
  const text = readSetting(host, path, tell);
  // Most files of this kind hold comments alone.
  if (text === undefined || text.split('\n').every((line) => /^\s*(?:#|$)/.test(line))) return undefined;
  const { parse } = await import('smol-toml');
  try {
    const file: unknown = parse(text);
    return isObject(file) ? file : undefined;
  } catch (thrown) {
    const [line = ''] = reasonOf(thrown).split('\n');
    tell(`${printable(path, 200)} is no TOML and was left out (${printable(line, 100)})`);
    return undefined;
  }
}

/** A word of `insecure-registries`: a host with its port, or a network that an address lies in. */
function covers(word: string, registry: string): boolean {
  const bare = word.replace(/^https?:\/\//, '').replace(/\/$/, '');
  if (!bare.includes('/')) return bare === registry;
  return liesIn(registry.replace(/:\d+$/, '').replace(/^\[|\]$/g, ''), bare);
}
