/** The lines that tell what is seen, decided and done, while it happens. */

import { FRAGMENT_PATH } from '../binfmt/persist.ts';
import { type HostFacts, isTableLost, kernelAbilities, type Privilege } from '../facts/facts.ts';
import type { Decision } from '../plan/decide.ts';
import type { Applied, Plan, Preparation } from '../plan/plan.ts';
import { printable } from '../text/text.ts';

const BY_WHOM: Readonly<Record<Privilege, string>> = {
  root: 'as root',
  sudo: 'through sudo',
  docker: 'through Docker',
  none: 'by nobody: there is no privilege',
};

/** What the host is, and who makes changes, where any are made (`made`) or would be (`planned`). */
export function narrateHost(
  facts: HostFacts,
  changes: 'made' | 'planned' | 'none' = 'made',
): readonly string[] {
  const { kernel, container, table } = facts;
  const where = container === undefined ? '' : ` in a container (${container})`;
  const count = table.entries.length;
  const entries = table.state === 'ready' ? `, ${count} ${count === 1 ? 'entry' : 'entries'}` : '';
  const dies = kernelAbilities(kernel).entriesDieWithMount
    ? '; entries last as long as it stays mounted'
    : '';
  return [
    `Linux ${printable(kernel.release, 60)} on ${facts.architecture ?? 'an unknown architecture'}${where}, ${facts.cpus} CPUs`,
    isTableLost(facts)
      ? 'binfmt_misc: the table that is asked for cannot be had'
      : `binfmt_misc: ${table.state}${entries}${dies}`,
    ...(changes === 'none'
      ? []
      : [`changes ${changes === 'made' ? 'are' : 'would be'} made ${BY_WHOM[facts.privilege]}`]),
  ];
}

/** What is to happen with each architecture, and why. */
export function narrateDecisions(decisions: readonly Decision[]): readonly string[] {
  return decisions.map(({ target, action, reason, replaces }) => {
    const names = replaces.map(({ name }) => printable(name, 60)).join(', ');
    return `${target.arch}: ${action} (${reason}${names === '' ? '' : `, in place of ${names}`})`;
  });
}

const PREPARED: Readonly<Record<Preparation, string>> = {
  'load-module': 'loaded the module binfmt_misc',
  mount: 'mounted binfmt_misc',
};

const UNPREPARED: Readonly<Record<Preparation, string>> = {
  mount: 'unmounted binfmt_misc',
  'load-module': 'unloaded the module binfmt_misc',
};

const PERSISTED: Readonly<Record<NonNullable<Applied['persisted']>, string>> = {
  wrote: `wrote ${FRAGMENT_PATH}, so that it stays so after a reboot`,
  removed: `removed ${FRAGMENT_PATH}: nothing is registered after a reboot any more`,
};

/** What was done. */
export function narrateChanges(applied: Applied, aside?: Plan['aside']): readonly string[] {
  return [
    ...applied.prepared.map((step) => PREPARED[step]),
    ...applied.removed.map((name) => `${tookAway(aside, name)} ${printable(name, 60)}`),
    ...(applied.restored ?? []).map((name) => `put ${printable(name, 60)} back`),
    ...(applied.rules ?? []).flatMap(({ name, changed }) => (changed ? [`registered rule ${name}`] : [])),
    ...narrateInstalled(applied, aside),
    ...(applied.persisted === undefined ? [] : [PERSISTED[applied.persisted]]),
    ...(applied.unprepared ?? []).map((step) => UNPREPARED[step]),
  ];
}

/** What became of each handler. */
export function narrateInstalled(applied: Applied, aside?: Plan['aside']): readonly string[] {
  const lines = applied.installed.flatMap(({ arch, name, interpreter, changed, replaced, problem }) => [
    problem === undefined ? '' : `${arch}: ${problem}`,
    problem === undefined && changed ? `registered ${name}${phrase(interpreter)}` : '',
    ...replaced.map((old) => `${tookAway(aside, old)} the old entry ${printable(old, 60)}`),
  ]);
  return [...lines.filter((line) => line !== ''), ...applied.problems];
}

function tookAway(aside: Plan['aside'], name: string): string {
  return aside?.includes(name) ? 'switched off' : 'removed';
}

function phrase(handler: string | undefined): string {
  return handler === undefined ? '' : ` for ${handler}`;
}
