/**
 * `npm run bench:scale`: how cost grows: jobs that begin at once against one registry, foreign entries in the kernel's
 * table, and platforms of one set-up.
 *
 *   --only PART[,PART…]  only these: jobs, entries, platforms
 *   --most N             most jobs at once (200; they take 80 MB of memory each)
 *   --rounds N           runs of what is not started at once (6), of which the less disturbed half counts
 *   --write              writes its part of docs/benchmarks.md
 *
 * Everything runs in namespaces with tables of their own, and all traffic goes to a registry on a loopback port.
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { TARGETS } from '../src/platform/platforms.ts';
import {
  layoutDigest,
  noDockerRegistry,
  push,
  qemuLayout,
  REPOSITORY,
  startDockerRegistry,
} from '../test/support/docker-registry.ts';
import { noPrivateTable } from '../test/support/private-table.ts';
import { TIME } from './measure.ts';
import type { ScaleOrder, ScaleResults } from './scale-inside.ts';
import { runApart } from './support/namespace.ts';
import { lineChart, machine, markdownTable, writePart } from './support/page.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Where jobs ran. */
const PLACES = {
  own: 'machines of their own',
  limited: 'machines of their own, a registry of 20 requests a second',
  shared: 'one machine, one tool cache',
};

process.exitCode = await main();

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      only: { type: 'string', default: 'jobs,entries,platforms' },
      most: { type: 'string', default: '200' },
      rounds: { type: 'string', default: '6' },
      write: { type: 'boolean', default: false },
    },
  });
  const lacking =
    (existsSync(TIME) ? undefined : `${TIME} is not installed`) ?? noPrivateTable() ?? noDockerRegistry();
  if (lacking !== undefined) {
    console.log(`skipped: ${lacking}`);
    return 0;
  }
  const folder = mkdtempSync(join(tmpdir(), 'setup-binfmt-scale-'));
  const registry = await startDockerRegistry({ storage: join(folder, 'registry') });
  try {
    const layout = await qemuLayout(
      process.arch === 'arm64' ? 'arm64' : 'amd64',
      TARGETS.map(({ qemu }) => qemu),
    );
    push(layout, registry);
    const order: ScaleOrder = {
      folder,
      node: process.execPath,
      dist: join(root, 'dist'),
      port: registry.port,
      name: `${REPOSITORY}@${layoutDigest(layout)}`,
      parts: values.only.split(','),
      most: Number(values.most),
      rounds: Number(values.rounds),
    };
    const inside = fileURLToPath(new URL('scale-inside.ts', import.meta.url));
    const printed = await runApart([process.execPath, inside], {
      users: false,
      input: JSON.stringify(order),
    });
    const text = render(JSON.parse(printed));
    console.log(text);
    if (values.write) writePart('scale', text);
    return 0;
  } finally {
    await registry.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function ms(value: number): string {
  return `${value.toFixed(0)} ms`;
}

function seconds(value: number): string {
  return `${(value / 1000).toFixed(1)} s`;
}

function render({ jobs, entries, platforms }: ScaleResults): string {
  return [`Measured on ${machine()}.`, renderJobs(jobs), renderEntries(entries), renderPlatforms(platforms)]
    .filter((part) => part !== '')
    .join('\n\n');
}

function renderJobs(jobs: ScaleResults['jobs']): string {
  if (jobs.length === 0) return '';
  const own = jobs.filter(({ where }) => where === 'own');
  return [
    '### Jobs that begin at once',
    '',
    markdownTable([
      [
        'jobs',
        'where',
        'requests',
        'refused and asked again',
        'MB',
        'until all are done',
        'median job',
        'failed',
      ],
      ...jobs.map((row) => [
        String(row.jobs),
        PLACES[row.where],
        String(row.requests),
        String(row.refused),
        (row.bytes / 1e6).toFixed(0),
        seconds(row.all),
        seconds(row.median),
        String(row.failed),
      ]),
    ]),
    '',
    lineChart({
      title: 'Jobs with a tool cache of their own: seconds until all are done',
      x: 'jobs',
      y: 'seconds',
      points: own.map((row) => [row.jobs, row.all / 1000]),
    }),
  ].join('\n');
}

function renderEntries(entries: ScaleResults['entries']): string {
  if (entries.length === 0) return '';
  return [
    '### Foreign entries in the table',
    '',
    markdownTable([
      ['entries', '`true`', '`node -e 0`', '`setup arm64`', 'with it in place', '`doctor`'],
      ...entries.map(({ count, times }) => [String(count), ...times.map((time) => `${time.toFixed(1)} ms`)]),
    ]),
    '',
    lineChart({
      title: 'setup arm64 beside foreign entries',
      x: 'foreign entries',
      y: 'ms',
      points: entries.map(({ count, times }) => [count, times[2] ?? Number.NaN]),
    }),
  ].join('\n');
}

function renderPlatforms(platforms: ScaleResults['platforms']): string {
  if (platforms.length === 0) return '';
  return [
    '### Platforms of one set-up',
    '',
    markdownTable([
      ['platforms', 'for the first time', 'in each later job', 'with all in place', 'memory'],
      ...platforms.map(({ count, first, later, repeat, memory }) => [
        String(count),
        ...[first, later, repeat].map(ms),
        `${(memory / 1024).toFixed(0)} MiB`,
      ]),
    ]),
    '',
    lineChart({
      title: 'Platforms of one set-up, in a later job',
      x: 'platforms',
      y: 'ms',
      points: platforms.map(({ count, later }) => [count, later]),
    }),
  ].join('\n');
}
