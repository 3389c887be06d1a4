/**
 * `registries.conf`, version 2 (containers-registries.conf(5)), and containerd's `hosts.toml` (docs/hosts.md), as values
 * that a reader of TOML gave. Pure. Fields of another kind than they should be count as missing.
 */
import { isObject, type JsonObject, withoutEnd } from '../text/parse.ts';

/** For what a place may be asked. */
export type AskedBy = 'all' | 'digest' | 'tag';

/** One `[[registry]]`. */
export interface RegistryRule {
  /** The file that says so. */
  readonly from: string;
  /** A host with or without a path, or `*.` and a domain. */
  readonly prefix: string;
  /** What stands in the place of the prefix; empty: the same. */
  readonly location: string;
  readonly insecure: boolean;
  readonly blocked: boolean;
  readonly mirrors: readonly RuleMirror[];
}

export interface RuleMirror {
  readonly location: string;
  readonly insecure: boolean;
  readonly askedBy: AskedBy;
}

/** One place of a `hosts.toml`. */
export interface HostPlace {
  readonly address: string;
  readonly askedBy: AskedBy;
  /** The path in the address is the whole path of the API. */
  readonly overridesPath: boolean;
  readonly unchecked: boolean;
  readonly authorities: readonly string[];
  readonly client?: { readonly certificate: string; readonly key: string };
}

/** The rules in a file; `undefined` for one of version 1, which has other tables. */
export function rulesOf(file: JsonObject, from: string): readonly RegistryRule[] | undefined {
  if (isObject(file.registries)) return undefined;
  return tables(file.registry).flatMap((table) => {
    const location = place(table.location);
    const prefix = place(table.prefix) || location;
    if (prefix === '') return [];
    const byDigest = table['mirror-by-digest-only'] === true;
    const mirrors = tables(table.mirror).flatMap((mirror) => {
      const at = place(mirror.location);
      const askedBy = byDigest ? 'digest' : pullsFrom(mirror['pull-from-mirror']);
      return at === '' ? [] : { location: at, insecure: mirror.insecure === true, askedBy };
    });
    const [insecure, blocked] = [table.insecure === true, table.blocked === true];
    return { from, prefix, location, insecure, blocked, mirrors };
  });
}

/**
 * The rule for an image, which is named without tag and digest: the one with the longest prefix counts, and of those with
 * the same prefix the last one, since drop-ins are read after the file that they add to.
 */
export function ruleFor(rules: readonly RegistryRule[], name: string): RegistryRule | undefined {
  let best: RegistryRule | undefined;
  for (const rule of rules) {
    const fits = matchedLength(rule.prefix, name) > 0;
    if (fits && rule.prefix.length >= (best?.prefix.length ?? 0)) best = rule;
  }
  return best;
}

/** The name of an image at a location that stands in the place of the rule's prefix. */
export function placeAt({ prefix }: RegistryRule, location: string, name: string): string {
  return location === '' ? name : `${location}${name.slice(matchedLength(prefix, name))}`;
}

/** How much of a name a prefix covers; 0 when it is about another one. */
function matchedLength(prefix: string, name: string): number {
  if (prefix.startsWith('*.')) {
    const [host = ''] = name.split('/');
    return host.replace(/:\d+$/, '').endsWith(prefix.slice(1)) ? host.length : 0;
  }
  return name === prefix || name.startsWith(`${prefix}/`) ? prefix.length : 0;
}

/** The places of a `hosts.toml` in their order, and the registry itself where the file speaks of it. */
export function hostsOf(file: JsonObject): {
  readonly mirrors: readonly HostPlace[];
  readonly server?: HostPlace;
} {
  const hosts = isObject(file.host) ? Object.entries(file.host) : [];
  const mirrors = hosts.flatMap(([address, table]) => {
    const found = isObject(table) ? hostPlace(address, table) : undefined;
    return found === undefined ? [] : found;
  });
  const server = typeof file.server === 'string' ? file.server : '';
  return { mirrors, server: hostPlace(server, file) };
}

/** `undefined` where nothing may be pulled. */
function hostPlace(address: string, table: JsonObject): HostPlace | undefined {
  const given = Array.isArray(table.capabilities) ? table.capabilities : ['pull', 'resolve'];
  if (!given.includes('pull')) return undefined;
  return {
    address,
    askedBy: given.includes('resolve') ? 'all' : 'digest',
    overridesPath: table.override_path === true,
    unchecked: table.skip_verify === true,
    authorities: [table.ca].flat().filter((path) => typeof path === 'string'),
    client: pairOf(table.client),
  };
}

/** One file with both, or pairs of files; the first pair is used. */
function pairOf(client: unknown): HostPlace['client'] {
  const [first] = [client].flat();
  const pair = Array.isArray(client) && Array.isArray(client[0]) ? client[0] : [first, first];
  const [certificate, key] = pair;
  return typeof certificate === 'string' && typeof key === 'string' ? { certificate, key } : undefined;
}

function pullsFrom(value: unknown): AskedBy {
  if (value === 'digest-only') return 'digest';
  return value === 'tag-only' ? 'tag' : 'all';
}

function tables(value: unknown): readonly JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

/** A place without scheme, and without slashes at its end. */
function place(value: unknown): string {
  return typeof value === 'string' ? withoutEnd(value.trim().replace(/^https?:\/\//, ''), '/') : '';
}
