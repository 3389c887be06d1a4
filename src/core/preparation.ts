/** What makes the table ready; told of the facts alone, before anything is planned. */
import type { HostFacts } from '../facts/facts.ts';
import type { Preparation } from '../plan/plan.ts';

/** What must happen before the table can be read and written; empty when it is ready. */
export function planPreparation(facts: HostFacts): readonly Preparation[] {
  switch (facts.table.state) {
    case 'not-loaded':
      return ['load-module', 'mount'];
    case 'autofs':
    case 'not-mounted':
      return ['mount'];
    default:
      return [];
  }
}
