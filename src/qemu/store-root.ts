/** Where the store lies; known without loading what reads it. */
import { join } from 'node:path';
import type { Host } from '../host/host.ts';

/** The root of the tool cache: the runner's own, or the user's cache folder on a terminal. */
export function storeRoot(host: Host): string {
  const given = [host.env.RUNNER_TOOL_CACHE, host.env.AGENT_TOOLSDIRECTORY, host.env.XDG_CACHE_HOME];
  const root = given.find((path) => path?.startsWith('/'));
  return root ?? join(host.env.HOME || '/root', '.cache');
}
