/** Lines for people: colours, columns, and the picture of a matrix. */

import type { EmulatedLegs, Leg, Matrix } from '../platform/matrix.ts';
import type { Runner } from '../platform/runners.ts';
import { listed } from '../text/text.ts';

/** Colours for a terminal, or none. */
export interface Paint {
  readonly good: (text: string) => string;
  readonly bad: (text: string) => string;
  readonly warn: (text: string) => string;
  readonly faint: (text: string) => string;
}

export const PLAIN: Paint = { good: String, bad: String, warn: String, faint: String };

/** Platform × runner, native or emulated, in aligned columns. */
export function renderMatrix(matrix: Matrix): readonly string[] {
  if (matrix.include.length === 0) return [EMPTY_MATRIX];
  return [...alignColumns(joinColumns(columnsOf(matrix))), '', sumOf(matrix)];
}

/** Rows of cells as lines, each column as wide as its widest cell. */
export function alignColumns(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = rows.reduce<readonly number[]>(
    (most, row) => row.map((cell, column) => Math.max(cell.length, most[column] ?? 0)),
    [],
  );
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] as number))
      .join('   ')
      .trimEnd(),
  );
}

export const EMPTY_MATRIX = 'No platform is left to build: the matrix is empty.';

/** How many legs there are, and how many of them run natively. */
export function sumOf({ include }: Matrix): string {
  const emulated = include.filter((leg) => leg.emulated).length;
  const legs = include.length === 1 ? '1 leg' : `${include.length} legs`;
  return `${legs}: ${include.length - emulated} native, ${emulated} emulated`;
}

/** What the page that tells it is called by. */
export const COSTS = 'What emulation costs';

/** Which legs are emulated, and what would run them natively. */
export function emulationLines(legs: readonly EmulatedLegs[]): readonly string[] {
  return legs.map(({ platforms, runner }) => {
    const [are, them] = platforms.length === 1 ? ['is', 'it'] : ['are', 'them'];
    const native =
      runner === undefined
        ? `no runner that is named, or that GitHub offers, runs ${them} natively`
        : `${nameOf(runner)} would run ${them} natively`;
    return `${listed(platforms)} ${are} emulated: ${native}.`;
  });
}

/** The labels of a runner as one name. */
function nameOf(runner: Runner): string {
  return typeof runner === 'string' ? runner : runner.join(' + ');
}

/** The cells of one column, its heading first. */
type Column = readonly string[];

const NATIVE = '● native';
const EMULATED = '○ emulated';
const PLATFORM = 'platform';
const HOW = 'how';
const RUNNER = 'runner';
/** Words of our own in the picture; everything else in it is a platform or a label. */
export const OWN_WORDS: ReadonlySet<string> = new Set([NATIVE, EMULATED, PLATFORM, HOW, RUNNER, '']);

/** Characters that the runners' names may take side by side; beyond that each leg names its own. */
const GRID_WIDTH = 80;

/** A column a runner while they fit side by side, else one column that names the runner of each leg. */
export function columnsOf({ include: legs }: Matrix): readonly Column[] {
  const how = (leg: Leg) => (leg.emulated ? EMULATED : NATIVE);
  const names = legs.map(({ runner }) => nameOf(runner));
  const runners = [...new Set(names)];
  const platforms = [PLATFORM, ...legs.map((leg) => leg.platform)];
  if (runners.join('   ').length > GRID_WIDTH)
    return [platforms, [HOW, ...legs.map(how)], [RUNNER, ...names]];
  return [
    platforms,
    ...runners.map((runner) => [runner, ...legs.map((leg, row) => (names[row] === runner ? how(leg) : ''))]),
  ];
}

/** The rows of a table whose columns are given. */
export function joinColumns(columns: readonly Column[]): readonly (readonly string[])[] {
  const [first = []] = columns;
  return first.map((_, row) => columns.map((column) => column[row] as string));
}
