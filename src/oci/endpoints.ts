/** Where an image is asked for, in order: what the input names, what this machine has for it, its own registry. Pure. */
import { LIST_LIMITS } from '../archive/limits.ts';
import type { HostTrust } from '../host/network/certificates.ts';
import { isLoopback, withoutEnd } from '../text/parse.ts';
import { printable, printableInput } from '../text/text.ts';
import {
  type ImageReference,
  isDigest,
  type Mirror,
  mirrored,
  type NotAReference,
  parseMirror,
  registryOrigin,
  relocated,
} from './reference.ts';
import {
  type AskedBy,
  type HostPlace,
  placeAt,
  type RegistryRule,
  type RuleMirror,
  ruleFor,
} from './registries-conf.ts';

/** Who names a mirror where the input does. */
export const INPUT_NAME = 'registry-mirrors';

/** One place that may be asked for an image. */
export interface Endpoint {
  /** The image there. */
  readonly reference: ImageReference;
  readonly askedBy: AskedBy;
  /** Who names it: an input, or files; absent for the image's own registry as it is. */
  readonly from?: string;
  /** The registry that it stands for, which it is told (`ns`), as containerd does. */
  readonly namespace?: string;
  readonly trust?: Pick<HostPlace, 'authorities' | 'client'> & { readonly unchecked?: true };
}

/** What the files of a machine say of registries. */
export interface MachineRegistries {
  /** Addresses of mirrors of Docker Hub. */
  readonly hubMirrors: readonly { readonly address: string; readonly from: string }[];
  readonly rules: readonly RegistryRule[];
  /** What `hosts.toml` says of the image's own registry. */
  readonly hosts: readonly {
    readonly mirrors: readonly HostPlace[];
    readonly server?: HostPlace;
    readonly from: string;
  }[];
  /** The file that calls a registry insecure. */
  readonly insecure: (registry: string) => string | undefined;
  /** Whether there are certificates for a registry. */
  readonly certified: (registry: string) => boolean;
}

export const NO_MACHINE: MachineRegistries = {
  hubMirrors: [],
  rules: [],
  hosts: [],
  insecure: () => undefined,
  certified: () => false,
};

/** Where to ask; what of the files cannot be used is told. `blocked` is the file that forbids the image. */
export interface Endpoints {
  readonly endpoints: readonly Endpoint[];
  readonly blocked?: string;
}

/** What was read of a file, or nothing where it is no place, which is told. */
type Usable = <T extends object>(parsed: T | NotAReference, place: string, from: string) => readonly T[];

/** All places of an image, each once. Mirrors that the input names are asked even where a file blocks the image. */
export function endpointsOf(
  image: ImageReference,
  mirrors: readonly Mirror[],
  machine: MachineRegistries,
  tell: (trouble: string) => void,
): Endpoints {
  const usable: Usable = (parsed, place, from) => {
    if (!('problem' in parsed)) return [parsed];
    tell(`${printable(from, 200)}: "${printableInput(place, 100)}" ${parsed.problem}, and was left out`);
    return [];
  };
  const named = mirrors.map(
    (mirror): Endpoint => ({ reference: mirrored(image, mirror), askedBy: 'all', from: INPUT_NAME }),
  );
  const name = `${image.registry}/${image.repository}`;
  const rule = ruleFor(machine.rules, name);
  const finish = (found: readonly Endpoint[]): readonly Endpoint[] =>
    once(few(found, tell).map((endpoint) => asThisMachineHasIt(endpoint, machine)));
  if (rule?.blocked) return { endpoints: finish(named), blocked: rule.from };

  const ofHub = image.registry === 'docker.io' ? machine.hubMirrors : [];
  const ofDaemon = ofHub.flatMap(({ address, from }) =>
    usable(parseMirror(address), address, from).map(
      (mirror): Endpoint => ({ reference: mirrored(image, mirror), askedBy: 'all', from }),
    ),
  );
  const byRule = rule === undefined ? { mirrors: [], own: [] } : ruleEndpoints(image, name, rule, usable);
  const ofHosts = machine.hosts.flatMap(({ mirrors: places, from }) =>
    places.flatMap((place) => usable(hostEndpoint(image, place, from), place.address, from)),
  );
  const servers = machine.hosts.flatMap(({ server, from }) =>
    server === undefined ? [] : usable(serverEndpoint(image, server, from), server.address, from),
  );
  const [itself = { reference: image, askedBy: 'all' as const }] = [...byRule.own, ...servers];
  return { endpoints: finish([...named, ...ofDaemon, ...byRule.mirrors, ...ofHosts, itself]) };
}

/** Each place gets a share of the time: of too many the first ones, and the last, which is the registry itself. */
function few(found: readonly Endpoint[], tell: (trouble: string) => void): readonly Endpoint[] {
  const { places } = LIST_LIMITS;
  if (found.length <= places) return found;
  tell(`${found.length} places are named for the image, and ${found.length - places} of them were left out`);
  return [...found.slice(0, places - 1), ...found.slice(-1)];
}

/** The mirrors that a rule names, and the registry itself where it says something of it. */
function ruleEndpoints(
  image: ImageReference,
  name: string,
  rule: RegistryRule,
  usable: Usable,
): { readonly mirrors: readonly Endpoint[]; readonly own: readonly Endpoint[] } {
  const { from, location, insecure, mirrors } = rule;
  const at = (each: RuleMirror): readonly Endpoint[] => {
    const place = placeAt(rule, each.location, name);
    return usable(relocated(image, place), place, from).map((reference) => ({
      reference: each.insecure ? { ...reference, insecure: 'any' } : reference,
      askedBy: each.askedBy,
      from,
    }));
  };
  const isMoved = location !== '' || insecure;
  return { mirrors: mirrors.flatMap(at), own: isMoved ? at({ location, insecure, askedBy: 'all' }) : [] };
}

/** A registry that a file calls insecure, and one on this machine for which there are certificates. */
function asThisMachineHasIt(endpoint: Endpoint, machine: MachineRegistries): Endpoint {
  const { reference } = endpoint;
  const { registry } = reference;
  if (isLoopback(registry) && machine.certified(registry))
    return { ...endpoint, reference: { ...reference, secure: true, insecure: undefined } };
  const file = machine.insecure(registry);
  if (file === undefined || isLoopback(registry) || reference.insecure === 'plain') return endpoint;
  const from = endpoint.from ?? file;
  return { ...endpoint, from, reference: { ...reference, insecure: 'any' } };
}

/** What all places at one host say of its certificates. */
export function trustOf(endpoints: readonly Endpoint[]): HostTrust {
  return {
    authorities: endpoints.flatMap(({ trust }) => trust?.authorities ?? []),
    client: endpoints.find(({ trust }) => trust?.client !== undefined)?.trust?.client,
    unchecked: endpoints.some(({ reference }) => reference.insecure === 'any') || undefined,
  };
}

/** Why a place is not asked for a tag or digest. */
export function refusalOf(
  { reference, askedBy }: Endpoint,
  name: string,
  insecureTags: boolean,
): string | undefined {
  const by = isDigest(name) ? 'digest' : 'tag';
  if (askedBy !== 'all' && askedBy !== by) return 'silently';
  if (by === 'digest' || reference.insecure === undefined || insecureTags) return undefined;
  return `${reference.registry} does not prove who it is, and its tag ${name} is not believed`;
}

/** Only Docker Hub's API has another host than its name. */
function once(endpoints: readonly Endpoint[]): readonly Endpoint[] {
  const places = new Map<string, Endpoint>();
  for (const endpoint of endpoints) {
    const { reference, askedBy } = endpoint;
    const key = `${registryOrigin(reference)} ${reference.repository} ${askedBy}`;
    if (!places.has(key)) places.set(key, endpoint);
  }
  return [...places.values()];
}

/**
 * An address of `hosts.toml`: a registry, or with `override_path` the path of its API, of which `/v2` and what is in front of
 * the repositories are understood.
 */
function hostEndpoint(image: ImageReference, place: HostPlace, from: string): Endpoint | NotAReference {
  const path = withoutEnd(place.address.replace(/^(?:https?:\/\/)?[^/]*/i, ''), '/');
  const isApi = place.overridesPath && /^\/v2(?:\/|$)/.test(path);
  if (!isApi && path !== '' && !(path === '/v2' && !place.overridesPath))
    return { problem: 'has a path that is none of a registry' };
  if (place.overridesPath && path === '') return { problem: 'has no path, and override_path is set' };
  const bare = path === '' ? place.address : place.address.slice(0, place.address.lastIndexOf(path));
  const mirror = parseMirror(`${bare}${path.replace(/^\/v2/, '')}`);
  if ('problem' in mirror) return mirror;
  const reference = mirrored(image, mirror);
  const { authorities, client, unchecked, askedBy } = place;
  return {
    reference: unchecked && reference.insecure === undefined ? { ...reference, insecure: 'any' } : reference,
    askedBy,
    from,
    namespace: image.registry,
    trust: { authorities, client, unchecked: unchecked || undefined },
  };
}

/** The registry itself, where `hosts.toml` says something of it: another address, or certificates. */
function serverEndpoint(image: ImageReference, server: HostPlace, from: string): Endpoint | NotAReference {
  const { address, authorities, client, unchecked } = server;
  if (address === '' && authorities.length === 0 && client === undefined && !unchecked)
    return { reference: image, askedBy: 'all' };
  const known = address === '' ? image.registry : address;
  const found = hostEndpoint(image, { ...server, address: known }, from);
  if ('problem' in found) return found;
  const isItself = registryOrigin(found.reference) === registryOrigin(image);
  return { ...found, namespace: isItself ? undefined : found.namespace };
}
