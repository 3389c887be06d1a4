/** The results as a table for a terminal and as a page for GitHub. */
import { FLOOR, PLATFORM_COUNTS } from './cases.ts';
import type { Measured, Results } from './inside.ts';
import { slope } from './measure.ts';
import { markdownTable } from './support/page.ts';

/** One line of the table: what was measured, and what it has to keep. */
export interface Row {
  readonly id: string;
  readonly title: string;
  readonly state: string;
  readonly shown: string;
  readonly value: string;
  readonly ratio: string;
  readonly cpu: string;
  readonly budget: string;
  /** `undefined` where there is no budget. */
  readonly kept?: boolean;
}

const MEMORY_BUDGET = 2;
const PLATFORM_BUDGET_MS = 20;
const FETCH_BUDGET = 1.3;

/** All rows, in the order in which people read them. */
export function makeRows({ timed, platforms, network, fetching }: Results): readonly Row[] {
  const floor = timed.find(({ id }) => id === FLOOR)?.time;
  const rows = timed.map((one) => timedRow(one, floor));
  if (platforms.length > 0) {
    const points = platforms.map(({ time }, index) => [PLATFORM_COUNTS[index] ?? Number.NaN, time] as const);
    const each = slope(points);
    const shown = points.map(([count, ms]) => `${count}: ${ms.toFixed(0)} ms`).join(', ');
    rows.push({
      ...row('platforms', 'Each further platform', 'QEMU in the tool cache, nothing registered'),
      shown: 'node dist/cli.js setup arm64 riscv64 …',
      value: `${each.toFixed(1)} ms (${shown})`,
      budget: `${PLATFORM_BUDGET_MS} ms`,
      kept: each <= PLATFORM_BUDGET_MS,
    });
  }
  const heaviest = timed
    .filter(({ id }) => !id.startsWith('against'))
    .toSorted((a, b) => b.memory - a.memory)[0];
  if (heaviest !== undefined) rows.push(memoryRow(heaviest));
  if (network !== undefined) {
    rows.push({
      ...row('network', 'Bytes to and from the registry, the first time', 'empty tool cache'),
      shown: 'node dist/cli.js setup',
      value: String(network.first),
    });
    rows.push({
      ...row('network-again', 'Bytes to and from the registry, after that', 'QEMU in the tool cache'),
      shown: 'node dist/cli.js setup',
      value: String(network.second),
      budget: '0',
      kept: network.second === 0,
    });
  }
  if (fetching !== undefined) {
    const ratio = fetching.ours / fetching.pipeline;
    rows.push({
      ...row('fetch', 'Download, check and unpack QEMU alone', 'a registry on the same machine'),
      shown: 'curl | gunzip | tar',
      value: `${fetching.ours.toFixed(0)} ms, the command ${fetching.pipeline.toFixed(0)} ms`,
      budget: `${FETCH_BUDGET} × the command`,
      ratio: `${ratio.toFixed(2)} × the command`,
      kept: ratio <= FETCH_BUDGET,
    });
  }
  return rows;
}

function row(id: string, title: string, state: string): Row {
  return { id, title, state, shown: '', value: '', ratio: '', cpu: '', budget: '' };
}

function timedRow(one: Measured, floor: number | undefined): Row {
  const ratio = one.time / one.yardstick;
  const kept = [
    ...(one.budget === undefined ? [] : [{ budget: `${one.budget} ×`, kept: ratio <= one.budget }]),
    ...(one.floorBudget === undefined || floor === undefined
      ? []
      : [{ budget: `${one.floorBudget} × the floor`, kept: one.time / floor <= one.floorBudget }]),
  ];
  const toFloor =
    one.floorBudget === undefined || floor === undefined
      ? ''
      : `, ${(one.time / floor).toFixed(2)} × the floor`;
  return {
    ...row(one.id, one.title, one.state),
    shown: one.shown,
    value: `${one.time.toFixed(0)} ms`,
    ratio: `${ratio.toFixed(2)} ×${toFloor}`,
    cpu: `${one.cpu.toFixed(0)} ms (${(one.cpu / one.yardstickCpu).toFixed(1)} ×)`,
    ...(kept.length === 0
      ? {}
      : {
          budget: kept.map(({ budget }) => budget).join(' and '),
          kept: kept.every((each) => each.kept),
        }),
  };
}

function memoryRow(one: Measured): Row {
  const ratio = one.memory / one.yardstickMemory;
  return {
    ...row('memory', 'Peak memory, the most of all of these', one.state),
    shown: one.shown,
    value: `${(one.memory / 1024).toFixed(0)} MiB`,
    ratio: `${ratio.toFixed(2)} ×`,
    budget: `${MEMORY_BUDGET} ×`,
    kept: ratio <= MEMORY_BUDGET,
  };
}

/** How much of the machine others used while the counted runs were made, in percent. */
export function disturbance({ timed }: Results): string {
  const shares = timed.map(({ disturbed }) => disturbed);
  return ((shares.reduce((sum, share) => sum + share, 0) / shares.length) * 100).toFixed(0);
}

/** What this build and the one before take, in lines for a terminal. */
export function renderComparison({ timed, platforms }: Results): string {
  const lines = [...timed, ...platforms].flatMap(({ id, time, before }) =>
    before === undefined
      ? []
      : [[id, `${before.toFixed(0)} ms`, `${time.toFixed(0)} ms`, `${(time / before).toFixed(2)} ×`]],
  );
  return aligned([['', 'before', 'now', 'now to before'], ...lines]);
}

/** Lines for a terminal. */
export function renderTable(rows: readonly Row[]): string {
  const cells = rows.map(({ id, value, ratio, cpu, budget, kept }) => [
    id,
    value,
    ratio,
    cpu === '' ? '' : `CPU ${cpu}`,
    kept === undefined ? '' : kept ? `within ${budget}` : `OVER ${budget}`,
  ]);
  return aligned(cells);
}

function aligned(cells: readonly (readonly string[])[]): string {
  const widths = cells[0]?.map((_, column) => Math.max(...cells.map((line) => line[column]?.length ?? 0)));
  return cells
    .map((line) => line.map((cell, column) => cell.padEnd(widths?.[column] ?? 0)).join('  '))
    .map((line) => line.trimEnd())
    .join('\n');
}

/** The page docs/benchmarks.md. `notes` is kept from the page as it was: what was compared by other means. */
export function renderPage(results: Results, rows: readonly Row[], machine: string, notes: string): string {
  const bare = results.timed[0]?.yardstick ?? Number.NaN;
  const lines = [
    ['what', 'from which state', 'command', 'median', 'to `node -e 0`', 'CPU, user and system', 'budget'],
    ...rows.map(({ title, state, shown, value, ratio, cpu, budget, kept }) => {
      const verdict = kept === undefined ? '' : kept ? `${budget}, kept` : `${budget}, **not kept**`;
      return [title, state, `\`${shown}\``, value, ratio, cpu, verdict];
    }),
  ];
  return `# Benchmarks

Written by \`npm run bench -- --write\` on ${machine}. Times are
medians of ${results.timed[0]?.runs ?? 0} runs, made in turn. Before each of them, \`node -e 0\` was run, and the ratios are to the median of all of
those: ${bare.toFixed(0)} ms. Twice as many runs were made; the half counts that other programs disturbed least. They used ${disturbance(results)} % of
the machine.
Everything ran in a user namespace with a kernel table of its own, with the ten QEMU programs of
Debian's qemu-user-static as the image. \`all\` is ten architectures, of which this host runs its own without QEMU.

${markdownTable(lines)}

Budgets are ratios, because a busy machine slows both sides. CPU time is the sum over all processes of a run.

${renderChart(results)}
${notes}`;
}

/** A bar for each timed case: how many times \`node -e 0\` it takes. */
function renderChart({ timed }: Results): string {
  const bars = timed.map((one) => (one.time / one.yardstick).toFixed(2));
  const names = timed.map(({ id }) => `"${id}"`);
  return [
    '```mermaid',
    'xychart-beta',
    '  title "Time as a multiple of node -e 0"',
    `  x-axis [${names.join(', ')}]`,
    '  y-axis "times node -e 0"',
    `  bar [${bars.join(', ')}]`,
    '```',
    '',
  ].join('\n');
}
