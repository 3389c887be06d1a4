/** Tells for which platform a match was, and whether that is another one than the machine's. */

import { mayRunNatively, platformNamed } from '../../platform/platforms.ts';
import { archOf } from '../kinds/conditions.ts';
import type { LogFacts } from '../kinds/kind.ts';
import type { KnownBy, LogMatch, LogReport } from './model.ts';

/** A job’s own command that runs on the runner itself, and no container of another platform. */
const ON_THE_RUNNER =
  /^(?!.*(?:docker|podman|buildx|nerdctl|cibuildwheel|qemu|arm|aarch|riscv|ppc|s390|mips))(?:sudo |time )?(?:npm|npx|yarn|pnpm|bun|deno|pytest|python3?|pip3?|tox|uv|go|cargo|mvn|(?:\.\/)?mvnw|gradle|(?:\.\/)?gradlew|dotnet|bundle|rake|mix|ctest|composer|php|swift|sbt|stack|cabal) /;

type Placed = readonly [platform: string | undefined, by: KnownBy];

/** The platform that a match is about: of its step, of the record, of the log's surest words, of the question. */
export function platformOf(
  log: LogReport,
  { steps, near }: LogMatch,
  machine: string | undefined,
  asked: readonly string[],
  recorded: string | undefined,
): Placed {
  const step = steps.find(({ platform, state }) => platform !== undefined && state !== 'done');
  if (step?.platform !== undefined) return [step.platform, 'label'];
  const stage = log.stage ?? '';
  if (/^\$\{?BUILDPLATFORM/.test(stage))
    return machine === undefined ? [undefined, 'mention'] : [`linux/${machine}`, 'label'];
  const fixed = platformNamed(stage);
  if (fixed !== undefined) return [fixed, 'label'];
  // A stage that names an argument may be for any platform.
  if (recorded !== undefined)
    return [recorded, /^(?:$|\$\{?TARGETPLATFORM)/.test(stage) ? 'label' : 'option'];
  const sure = log.platforms.filter(({ by }) => by !== 'name' && by !== 'mention');
  const likely = machine ?? 'amd64';
  const surest = sure.filter(({ by }) => by === sure[0]?.by);
  // Of several commands the last one before is what failed.
  const named =
    surest.find(({ platform, by }) => by === 'option' && platform === near) ??
    surest.find(({ platform }) => archOf(platform) !== likely) ??
    surest[0];
  const question = asked.length === 1 ? asked[0] : undefined;
  const own = steps.at(-1);
  // What other steps of the job said of a platform says little of this one.
  if (named !== undefined)
    return [
      named.platform,
      ON_THE_RUNNER.test(`${own?.command} `) && own?.platform === undefined ? 'mention' : named.by,
    ];
  if (question !== undefined) return [question, 'option'];
  const [weak] = log.platforms.filter(({ platform }) => archOf(platform) !== machine);
  const same = log.platforms.filter(
    ({ platform, by }) =>
      archOf(platform) !== machine && by === weak?.by && archOf(platform) !== archOf(weak.platform),
  );
  return weak === undefined || same.length > 0 ? [undefined, 'mention'] : [weak.platform, weak.by];
}

/** Whether the platform is another one than the machine's; undefined where that is not known. */
export function isForeign(
  platform: string,
  by: KnownBy,
  machine: string | undefined,
  sure: boolean,
  { archs = [] }: LogFacts,
): boolean | undefined {
  const arch = archOf(platform);
  if (arch === machine) return sure || by === 'label' ? false : undefined;
  if (mayRunNatively(machine, arch)) {
    const verdict = archs.find((one) => one.arch === arch)?.verdict;
    if (verdict === 'native' || arch === '386') return false;
    return verdict === undefined ? undefined : true;
  }
  // A cross-compiler names its target, too.
  if (by === 'mention' || by === 'name') return undefined;
  if (machine === undefined && by !== 'option' && arch === 'amd64') return undefined;
  return true;
}
