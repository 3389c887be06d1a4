/** What `list` and `platforms` print. */

import type { RecordedRun } from '../journal/record.ts';
import type { KnownPlatform } from '../platform/platforms.ts';
import { alignColumns, type Paint } from './lines.ts';
import {
  type EntryReport,
  emptyReport,
  type HostlessReport,
  type PlatformReport,
  type Report,
} from './report.ts';

/** What runs here and by whom, and what else the table holds. */
export function renderListing(report: Report, paint: Paint): readonly string[] {
  const { platforms, entries = [], host, notes, runs = [] } = report;
  const proven = platforms.filter((row) => row.proven).length;
  const native = platforms.filter(({ status }) => status === 'native').length;
  const answering = new Set(platforms.flatMap(({ entry }) => entry ?? []));
  const others = entries.filter(({ name }) => !answering.has(name));
  const rows = alignColumns(
    platforms.map(({ platform, ...row }) => [platform, howOf(row), row.entry ?? '', row.interpreter ?? '']),
  );
  return [
    ...rows.map((row, at) => `${platforms[at]?.proven ? paint.good('✓') : paint.bad('✗')} ${row}`),
    ...platforms.filter((row) => !row.proven).map(({ platform, reason }) => `  ${platform}: ${reason}`),
    ...(others.length === 0 ? [] : ['also in the table:']),
    ...alignColumns(others.map(describeEntry)).map((line) => `  ${line}`),
    ...notes.map(paint.faint),
    host.table === 'ready'
      ? `${proven} of ${platforms.length} platforms run here: ${native} natively, ${proven - native} emulated.`
      : `binfmt_misc: ${host.table}; ${proven === 1 ? '1 platform runs' : `${proven} platforms run`} here.`,
    ...(runs.length === 0 ? [] : ['Runs that can be taken back (undo ID), the latest first:']),
    ...runs.map((run) => `  ${describeRun(run)}`),
  ];
}

/** A run in one line: its id, when it began as this machine's clock has it, and what it did. */
export function describeRun({ id, begun, did }: RecordedRun): string {
  return `${id} of ${formatMoment(begun)}: ${did}`;
}

/** `2026-11-29 17:52`, in the time zone of this machine. */
function formatMoment(begun: number): string {
  const at = new Date(begun);
  const [year, ...rest] = [at.getFullYear(), at.getMonth() + 1, at.getDate(), at.getHours(), at.getMinutes()];
  const [month, day, hours, minutes] = rest.map((number) => String(number).padStart(2, '0'));
  return `${year}-${month}-${day} ${hours}:${minutes}`;
}

function howOf({ status, proven, qemuVersion, flags = '' }: Omit<PlatformReport, 'platform'>): string {
  if (status === 'native') return 'native';
  const how = qemuVersion === undefined ? 'emulated' : `QEMU ${qemuVersion}`;
  return [proven ? how : status, flags].filter((part) => part !== '').join(', ');
}

function describeEntry({ name, enabled, kind, interpreter = '' }: EntryReport): readonly string[] {
  return [name, enabled ? `by ${kind}` : 'switched off', interpreter];
}

/** The known platforms, one a line. */
export function renderKnown(known: readonly KnownPlatform[]): readonly string[] {
  const rows = known.map(({ platform, names, all }) => [all ? '*' : ' ', platform, names.join(', ')]);
  return [
    ...alignColumns([[' ', 'platform', 'names'], ...rows]),
    '',
    `* is one of the ${known.filter(({ all }) => all).length} that all means; those that a host runs by itself are not set up there.`,
    'Variants: amd64/v2 to v4, arm/v5 to v8, arm64/v8.1 and so on.',
  ];
}

/** The same as a document. */
export function reportKnown(known: readonly KnownPlatform[]): HostlessReport {
  return { ...emptyReport('platforms'), known };
}
