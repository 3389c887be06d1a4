/** What a run was about and what became of it: the headline of a summary, the last line on a terminal, and what a plan foretells. */

import type { Preparation } from '../plan/plan.ts';
import type { Preview } from '../plan/preview.ts';
import { listed, printable } from '../text/text.ts';
import { sumOf } from './lines.ts';
import type { Report } from './report.ts';

type Told = Pick<
  Report,
  'mode' | 'scope' | 'platforms' | 'registered' | 'removed' | 'changed' | 'healthy' | 'rules' | 'matrix'
> &
  Partial<Pick<Report, 'planned' | 'problem' | 'replaced'>>;

/** The headline of a summary, behind the name of the program. */
export function headlineOfRun(report: Told): string {
  const { mode, problem, planned, matrix } = report;
  switch (mode) {
    case 'plan':
      if (problem !== undefined) return 'plan: failed';
      if (planned?.stop !== undefined) return 'plan: setup would stop here';
      return matrix === undefined ? 'plan' : `plan: ${sumOf(matrix)}`;
    case 'setup':
      return setupHeadline(report);
    case 'remove':
    case 'undo':
      return `${mode}: ${problem === undefined ? '' : 'not all as asked, '}${changesOf(report) || nothingDone(report)}`;
    default:
      return problem === undefined ? mode : `${mode}: failed`;
  }
}

function setupHeadline({ platforms, rules = [], scope, problem, healthy }: Told): string {
  const proven = platforms.filter((row) => row.proven).length;
  const there = rules.filter(({ registered }) => registered).length;
  const where =
    scope === 'private' ? ' in a private table' : scope === 'engine' ? " in the engine's table" : '';
  const counts = [
    platforms.length === 0 ? '' : `${countOf(proven, platforms.length, 'platform')} ${runs(proven)}${where}`,
    rules.length === 0
      ? ''
      : `${countOf(there, rules.length, 'rule')} registered${platforms.length === 0 ? where : ''}`,
  ].filter((part) => part !== '');
  if (counts.length > 0) return counts.join(', ');
  return problem === undefined && healthy ? 'nothing was asked for' : 'failed';
}

/** `3 platforms`, `1 of 3 platforms`, `0 of 1 platforms`. */
function countOf(some: number, all: number, word: string): string {
  if (some === 1 && all === 1) return `1 ${word}`;
  return `${some === all ? all : `${some} of ${all}`} ${word}s`;
}

function runs(count: number): string {
  return count === 1 ? 'runs' : 'run';
}

/** The last line: how many platforms run here, and what was changed. */
export function closingOf(report: Told): string {
  const { mode, platforms, changed, healthy } = report;
  const proven = platforms.filter((row) => row.proven).length;
  const counts = platforms.length > 0 && !['remove', 'undo', 'mount', 'plan'].includes(mode);
  const parts = counts ? [`${proven} of ${platforms.length} platforms run here`] : [];
  const changes = changesOf(report);
  if (changes !== '') parts.push(changes);
  else if (changed && mode === 'mount') return 'binfmt_misc was mounted; nothing was registered.';
  else if (changed && mode === 'undo') parts.push('what that run had changed was taken back');
  else if (changed) parts.push('what the host does after a reboot was changed');
  else parts.push(healthy && mode !== 'plan' ? nothingDone(report) : 'nothing was changed');
  return `${parts.join('; ')}.`;
}

function nothingDone({ mode }: Told): string {
  return mode === 'undo' ? 'nothing was left to take back' : 'nothing had to be changed';
}

/** What came and what went, each entry once. */
function changesOf({ mode, registered, removed, replaced = [] }: Told): string {
  const renewed = registered.filter((name) => removed.includes(name));
  const came = registered.filter((name) => !renewed.includes(name));
  const gone = removed.filter((name) => !renewed.includes(name) && !replaced.includes(name));
  const back = mode === 'undo' || mode === 'remove';
  return [
    phrase(back ? 'put back' : 'registered', came),
    phrase('renewed', renewed),
    phrase('replaced', replaced),
    phrase('removed', gone),
  ]
    .filter((part) => part !== '')
    .join('; ');
}

function phrase(verb: string, names: readonly string[]): string {
  return names.length === 0
    ? ''
    : `${verb} ${listed(
        names.map((name) => printable(name, 60)),
        20,
      )}`;
}

const PREPARES: Readonly<Record<Preparation, string>> = {
  'load-module': 'load the module binfmt_misc',
  mount: 'mount binfmt_misc',
};

/** What setup would do besides making platforms run, a sentence each; where it would stop, that alone. */
export function previewLines(preview: Preview): readonly string[] {
  const { prepared = [], replaced, removed, rules, persisted, stop } = preview;
  if (stop !== undefined) return [`Setup would stop here: ${stop.id} ${stop.message}`];
  return [
    prepared.length > 0 ? `Setup would ${prepared.map((step) => PREPARES[step]).join(' and ')}.` : '',
    replaced.length > 0 ? `Setup would replace ${listed(replaced)}.` : '',
    removed.length > 0 ? `Setup would remove ${listed(removed)}.` : '',
    rules.length > 0 ? `Setup would register the rules ${listed(rules)}.` : '',
    persisted.length > 0 ? `Setup would keep ${listed(persisted)} over a reboot.` : '',
  ].filter((line) => line !== '');
}

/** What would become of a platform that is to be set up; one that is in place already stays (`isInPlace` in plan.ts). */
export function renderPreviewRow(
  row: { readonly proven: boolean; readonly reason: string },
  stop: Preview['stop'],
): string {
  if (stop !== undefined)
    return `${row.proven ? 'runs; would not be set up again' : 'would not be set up'}: ${stop.id} says why`;
  return `${row.proven ? 'runs; would be set up again if it differs' : 'would be set up'}: ${row.reason}`;
}
