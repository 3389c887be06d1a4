/** What survives a reboot, as it is now. */

import type { Host } from '../host/host.ts';
import type { Scope } from '../inputs/inputs.ts';
import { FRAGMENT_PATH, parseFragment } from './persist.ts';
import type { Rule } from './rule.ts';

/** The rules that survive a reboot now; everybody may read them. They are the host's: no other table has any. */
export function readPersisted(host: Host, scope: Scope): readonly Rule[] {
  if (scope !== 'host') return [];
  try {
    return parseFragment(host.readText(FRAGMENT_PATH));
  } catch {
    return [];
  }
}
