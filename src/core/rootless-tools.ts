/** What container tools of an ordinary user need to know and have when they run as root of a user namespace. */

/** Tools that make images of many users: they take subordinate ids, and so root of the namespace that maps them. */
export const CONTAINER_TOOLS: readonly string[] = ['buildah', 'podman'];

/** True for a command that runs as root in there without being asked to. */
export function needsSubordinateIds(program: string): boolean {
  return CONTAINER_TOOLS.includes(program.slice(program.lastIndexOf('/') + 1));
}

/**
 * Tells buildah, podman and skopeo that this root is an ordinary user, whose images lie in that user's home
 * (containers/storage, pkg/unshare, `IsRootless`; `buildah unshare` sets the same).
 */
export function rootlessEnvironment(uid: number, gid: number): Readonly<Record<string, string>> {
  return {
    _CONTAINERS_USERNS_CONFIGURED: 'done',
    _CONTAINERS_ROOTLESS_UID: String(uid),
    _CONTAINERS_ROOTLESS_GID: String(gid),
  };
}
