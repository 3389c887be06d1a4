/** User and group ids across user namespaces: what is mapped, what may be mapped, and what shall be. */

/** `count` ids from `inside` on, as they are known outside from `outside` on. */
export interface IdExtent {
  readonly inside: number;
  readonly outside: number;
  readonly count: number;
}

/** The map of one new namespace, for users and groups. */
export interface IdMaps {
  readonly users: readonly IdExtent[];
  readonly groups: readonly IdExtent[];
}

/**
 * How maps are written:
 * - `all`: by root of this namespace, who may pass on every id that is known here
 * - `ranges`: by newuidmap and newgidmap, which give the ids that /etc/subuid and /etc/subgid grant
 * - `own`: by the user, who may map themselves alone
 */
type MapKind = 'all' | 'ranges' | 'own';

export interface MapChoice extends IdMaps {
  readonly kind: MapKind;
}

/** Reads uid_map or gid_map of /proc (user_namespaces(7)); lines that are none are left out. */
export function parseIdMap(text: string): readonly IdExtent[] {
  return text.split('\n').flatMap((line) => {
    const [, inside, outside, count] = /^\s*(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s*$/.exec(line) ?? [];
    if (inside === undefined) return [];
    return [{ inside: Number(inside), outside: Number(outside), count: Number(count) }];
  });
}

/** The text that uid_map and gid_map take. */
export function formatIdMap(extents: readonly IdExtent[]): string {
  return extents.map(({ inside, outside, count }) => `${inside} ${outside} ${count}\n`).join('');
}

/** Ids from `first` on, granted to a user. */
export interface IdRange {
  readonly first: number;
  readonly count: number;
}

/** The ranges of one user in /etc/subuid or /etc/subgid (subuid(5)), who is named there by name or by id. */
export function parseSubordinateIds(text: string, names: readonly string[]): readonly IdRange[] {
  return text.split('\n').flatMap((line) => {
    const [name = '', first = '', count = ''] = line.trim().split(':');
    if (!names.includes(name) || !/^\d{1,10}$/.test(first) || !/^[1-9]\d{0,9}$/.test(count)) return [];
    return [{ first: Number(first), count: Number(count) }];
  });
}

/** The name of a user in /etc/passwd (passwd(5)). */
export function userName(passwd: string, uid: number): string | undefined {
  return passwd
    .split('\n')
    .map((line) => line.split(':'))
    .find((fields) => fields[2] === String(uid))?.[0];
}

/** Number of ids in all extents or ranges. */
export function countIds(ranges: readonly { readonly count: number }[]): number {
  return ranges.reduce((sum, { count }) => sum + count, 0);
}

export interface IdFacts {
  readonly uid: number;
  readonly gid: number;
  /** The maps of the namespace that this process lives in. */
  readonly here: IdMaps;
  /** This process is root of its namespace, with the rights to pass on every id. */
  readonly mayMapAll: boolean;
  readonly subUids: readonly IdRange[];
  readonly subGids: readonly IdRange[];
  /** newuidmap and newgidmap are there. */
  readonly helpers: boolean;
}

/** The maps of a new namespace whose root is this user, in the order they are worth trying. */
export function chooseIdMaps(facts: IdFacts): readonly MapChoice[] {
  const { uid, gid, here, mayMapAll, subUids, subGids, helpers } = facts;
  const own: MapChoice = { kind: 'own', users: [rootIs(uid)], groups: [rootIs(gid)] };
  if (mayMapAll) return [{ kind: 'all', users: identity(here.users), groups: identity(here.groups) }, own];
  if (!helpers || subUids.length === 0 || subGids.length === 0) return [own];
  const ranges: MapChoice = {
    kind: 'ranges',
    users: [rootIs(uid), ...stack(subUids)],
    groups: [rootIs(gid), ...stack(subGids)],
  };
  return [ranges, own];
}

/** The maps of a namespace below one that `maps` describes, in which every id is what it is outside both. */
export function restoreIds(maps: IdMaps): IdMaps {
  const swap = ({ inside, outside, count }: IdExtent): IdExtent => ({
    inside: outside,
    outside: inside,
    count,
  });
  return { users: maps.users.map(swap), groups: maps.groups.map(swap) };
}

function rootIs(id: number): IdExtent {
  return { inside: 0, outside: id, count: 1 };
}

function identity(extents: readonly IdExtent[]): readonly IdExtent[] {
  return extents.map(({ inside, count }) => ({ inside, outside: inside, count }));
}

/** Ranges one after another, from id 1 on. */
function stack(ranges: readonly IdRange[]): readonly IdExtent[] {
  let next = 1;
  return ranges.map(({ first, count }) => {
    const extent = { inside: next, outside: first, count };
    next += count;
    return extent;
  });
}
