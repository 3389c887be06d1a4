/** Checks of where QEMU came from in this run. */
import { isPrivileged } from '../../facts/facts.ts';
import { type SourceTrouble, TROUBLE_REMEDIES, wordTrouble } from '../../qemu/handler.ts';
import { PROGRAM } from '../../text/text.ts';
import { type Check, check, type Observation } from './check.ts';

const NOT_FETCHED = 'only a setup that needs QEMU looks at this';

/** Makes a check of all troubles of a kind that a run met with; skipped where no QEMU was asked for. */
function supplyCheck(
  kind: SourceTrouble['kind'],
  id: string,
  title: string,
  words: Pick<Check, 'commands'>,
): Check {
  return check('warning', id, title, {
    ...words,
    remedy: TROUBLE_REMEDIES[kind],
    skip: ({ troubles }) => (troubles === undefined ? NOT_FETCHED : undefined),
    look: ({ troubles = [], facts }) =>
      troubles
        .filter((trouble) => trouble.kind === kind)
        .map((trouble) => observe(trouble, isPrivileged(facts))),
  });
}

function observe(trouble: SourceTrouble, hasRight: boolean): Observation {
  const words = wordTrouble(trouble, hasRight);
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

/** The id of the warning that QEMU is from another source. */
export const FALLBACK = 'SB048';

/** What other trouble follows from first. */
export const SOURCE_CHECKS: readonly Check[] = [
  supplyCheck('replaced', FALLBACK, 'QEMU is from another source than the one that was asked first', {
    commands: [`${PROGRAM} setup --qemu-from image`, `${PROGRAM} setup --qemu-from apt,host`],
  }),
  supplyCheck('kept', 'SB049', 'entries are kept that are not from the image that was asked for', {
    commands: [`${PROGRAM} setup --image IMAGE --on-conflict replace`],
  }),
  supplyCheck('damaged', 'SB046', 'a stored QEMU is damaged', {
    commands: ['ls -lR "$RUNNER_TOOL_CACHE/setup-binfmt"'],
  }),
  supplyCheck('unrefreshed', 'SB047', 'apt could not be asked for a newer QEMU', {
    commands: ['apt-get update'],
  }),
  supplyCheck('unpinned', 'SB045', 'the image is named without a digest', {
    commands: [setupFrom('docker.io/tonistiigi/binfmt:latest@sha256:…')],
  }),
];
