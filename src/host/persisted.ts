/** What survives a reboot, as it is now. */
import { FRAGMENT_PATH, parseFragment } from '../core/persist.ts';
import type { Rule } from '../core/rules.ts';
import type { Host } from './host.ts';

/** The rules that survive a reboot now; everybody may read them. */
export function readPersisted(host: Host): readonly Rule[] {
  try {
    return parseFragment(host.readText(FRAGMENT_PATH));
  } catch {
    return [];
  }
}
