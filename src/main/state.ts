import type { Host } from '../host/host.ts';
import { appendTo } from '../report/github.ts';

/** Keeps a value for the post step. It is on the disk when this returns: the runner may be cancelled next. */

export function saveState(host: Host, name: string, value: string): void {
  appendTo(host, 'GITHUB_STATE', () => `${name}=${value}\n`);
}

/** What the main step has kept under this name. */
export function readState(host: Host, name: string): string | undefined {
  return host.env[`STATE_${name}`];
}
