/** Results of runs, written down by what was decided for each platform. */
import type { Action } from '../../src/plan/decide.ts';
import { type Platform, parsePlatform, targetOf } from '../../src/platform/platforms.ts';
import type { PlatformResult, RunResult } from '../../src/report/result.ts';

/** One platform, and what was decided for it. */
export interface Request {
  readonly platform: Platform;
  readonly action: Action;
  readonly reason: string;
  readonly failure?: string;
}

/** A platform by its name, and what was decided: kept, as its handler is proven, and with the changes. */
export function request(text: string, change: Partial<Request> = {}): Request {
  const platform = parsePlatform(text);
  if ('unknown' in platform) throw new Error(`no platform ${text}`);
  return { platform, action: 'keep', reason: 'its handler is proven', ...change };
}

/** The platforms, with the verdicts on their architectures. */
export function platformResults(
  requests: readonly Request[],
  verdicts: RunResult['verdicts'] = new Map(),
): readonly PlatformResult[] {
  return requests.map(({ platform, action, reason, failure }) => {
    const target = targetOf(platform.arch);
    if (target === undefined) throw new Error(`no target ${platform.arch}`);
    const verdict = verdicts.get(platform.arch);
    return { platform, verdict, decision: { target, action, reason, replaces: [] }, failure };
  });
}

/** A result whose platforms are given as requests. */
export type Sketch = Omit<RunResult, 'platforms'> & { readonly requested: readonly Request[] };

/** The result that a sketch stands for. */
export function resultOf({ requested, ...rest }: Sketch): RunResult {
  return { ...rest, platforms: platformResults(requested, rest.verdicts) };
}
