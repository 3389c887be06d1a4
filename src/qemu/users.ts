/** User namespaces, as far as they matter to whoever looks at owners of files. */
import type { Host } from '../host/host.ts';

/**
 * Whether this process sees every user under its own number: true outside of user namespaces. In one, files of
 * root may seem to be nobody's, and other users may not exist. Source: user_namespaces(7), /proc/self/uid_map.
 */
export function seesEveryUser(host: Host): boolean {
  try {
    return /^\s*0\s+0\s+4294967295\s*$/.test(host.readText('/proc/self/uid_map'));
  } catch {
    return true;
  }
}
