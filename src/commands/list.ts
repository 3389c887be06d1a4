/** `list`: what runs here, and by whom. Changes nothing. */

import { observe } from '../facts/observe.ts';
import type { Host } from '../host/host.ts';
import type { Inputs } from '../inputs/inputs.ts';
import { decide } from '../plan/decide.ts';
import { platformsOf, targetsOf } from '../platform/platforms.ts';
import { LIST, makeReport, type Report } from '../report/report.ts';
import { joinPlatforms, newResult } from '../report/result.ts';
import type { Context } from './context.ts';
import { probeClaimed } from './survey.ts';

/** Looks at the table, and probes what it claims and what this host may run by itself. */
export async function runList(
  host: Host,
  { onConflict }: Pick<Inputs, 'onConflict'>,
  { table, store }: Pick<Context, 'table' | 'store'>,
): Promise<Report> {
  const facts = await observe(host, table);
  const verdicts = await probeClaimed(host, facts, { platforms: [] });
  const there = [...verdicts.values()].filter(({ status }) => status !== 'absent').map(({ arch }) => arch);
  const decisions = decide(targetsOf(there), verdicts, facts.table.entries, onConflict, store);
  const platforms = there.flatMap((arch) => platformsOf(arch));
  return makeReport({
    ...newResult(LIST, facts),
    verdicts,
    platforms: joinPlatforms({ platforms, all: false }, decisions, verdicts),
  });
}
