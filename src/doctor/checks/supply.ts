/** Checks of where QEMU came from in this run. */
import { type SourceTrouble, TROUBLE_REMEDIES, wordTrouble } from '../../qemu/handler.ts';
import { PROGRAM } from '../../text/text.ts';
import { type Check, check, type Observation } from './check.ts';

const NOT_FETCHED = 'only a setup that needs QEMU looks at this';

/** Makes a check of all troubles of a kind that a run met with; skipped where no QEMU was asked for. */
function supplyCheck(
  kind: SourceTrouble['kind'],
  id: string,
  title: string,
  words: Pick<Check, 'commands' | 'explanation'>,
): Check {
  return check('warning', id, title, {
    ...words,
    remedy: TROUBLE_REMEDIES[kind],
    skip: ({ supply }) => (supply === undefined ? NOT_FETCHED : undefined),
    look: ({ supply = [] }) => supply.filter((trouble) => trouble.kind === kind).map(observe),
  });
}

function observe(trouble: SourceTrouble): Observation {
  const words = wordTrouble(trouble);
  if (trouble.kind !== 'unpinned') return words;
  const { image, pinned } = trouble;
  return { ...words, commands: [pinned === undefined ? askForDigest(image) : setupFrom(pinned)] };
}

function setupFrom(image: string): string {
  return `${PROGRAM} setup --image ${image}`;
}

function askForDigest(image: string): string {
  return `docker image inspect --format '{{index .RepoDigests 0}}' ${image}`;
}

export const SUPPLY_CHECKS: readonly Check[] = [
  supplyCheck('unpinned', 'SB045', 'the image is named without a digest', {
    commands: [setupFrom('docker.io/tonistiigi/binfmt:latest@sha256:…')],
    explanation:
      'A tag can be moved: the next run may get another QEMU, good or bad, and whatever a mirror gives has to be believed. With the digest every run gets the same bytes, wherever they come from, and one that has them in its store or cache needs no network. The finding says what the tag means now, to be written into the input `image`.',
  }),
  supplyCheck('damaged', 'SB046', 'a stored QEMU is damaged', {
    commands: ['ls -lR "$RUNNER_TOOL_CACHE/setup-binfmt"'],
    explanation:
      'Every binary in the store is compared with what was recorded of it before it is registered. This one differs, or others may write to it; it is not used but fetched again, so nothing is wrong with this run. Somebody or something changes files there: another job on a shared runner, a disk, a clean-up that stopped half-way.',
  }),
  supplyCheck('unrefreshed', 'SB047', 'apt could not be asked for a newer QEMU', {
    commands: ['apt-get update'],
    explanation:
      'With `apt` in `qemu-from`, the package lists are asked for the current version from time to time. They did not answer, and what was verified and stored earlier is used.',
  }),
];
