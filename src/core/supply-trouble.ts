/** What was not as it should be where QEMU was to come from, though QEMU came. One wording for logs and findings. */
import { printable, sentence } from '../text/text.ts';

export type SupplyTrouble =
  /** The image is named by a tag alone; `pinned` says what that was this time, where it is known. */
  | { readonly kind: 'unpinned'; readonly image: string; readonly pinned?: string }
  /** What the store holds is not what was put there. */
  | { readonly kind: 'damaged'; readonly arch: string; readonly reason: string }
  /** It could not be found out whether there is something newer than what is used. */
  | { readonly kind: 'unrefreshed'; readonly used: string; readonly reason: string };

/** How each kind is mended, where nothing more is known. */
export const TROUBLE_REMEDIES: Readonly<Record<SupplyTrouble['kind'], string>> = {
  unpinned: 'Write its digest behind it',
  damaged: 'Find out who else writes to the tool cache of this machine',
  unrefreshed: 'See that the package sources of this machine can be reached',
};

/** What was seen, and how to mend it. */
export function wordTrouble(trouble: SupplyTrouble): { readonly evidence: string; readonly remedy: string } {
  const remedy = TROUBLE_REMEDIES[trouble.kind];
  switch (trouble.kind) {
    case 'unpinned': {
      const { image, pinned } = trouble;
      const now = pinned === undefined ? '' : `. Now it is ${pinned}`;
      return {
        evidence: `${image} names no digest, so it can change from run to run${now}`,
        remedy: pinned === undefined ? remedy : `Write image: ${pinned} to keep it`,
      };
    }
    case 'damaged':
      return {
        evidence: `The stored QEMU for ${trouble.arch} is damaged: ${printable(trouble.reason)}. It is not used but fetched again`,
        remedy,
      };
    case 'unrefreshed':
      return {
        evidence: `apt cannot say whether there is a newer QEMU (${printable(trouble.reason)}); ${printable(trouble.used)} is used`,
        remedy,
      };
  }
}

/** The same as one line of a log. */
export function tellTrouble(trouble: SupplyTrouble): string {
  const { evidence, remedy } = wordTrouble(trouble);
  return `${sentence(evidence)} ${sentence(remedy)}`;
}
