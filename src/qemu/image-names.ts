/** What the parts of the image provider share: its options, and what files are called in an image. */
import type { ImageReference, Mirror } from '../oci/reference.ts';
import type { Missing, Wanted } from './handler.ts';

export interface ImageOptions {
  readonly image: ImageReference;
  readonly mirrors: readonly Mirror[];
  /** Use the Actions cache, where there is one. */
  readonly cache: boolean;
  /** The first pause before another try, in milliseconds (tests make it short). */
  readonly firstWaitMs?: number;
}

/** Why an architecture is missing that an image does not have. */
export function notThere(image: ImageReference, lacking: readonly Wanted[]): readonly Missing[] {
  return lacking.map((each) => ({
    arch: each.arch,
    reason: `the image ${image.repository} holds no usr/bin/${nameInImage(each)}`,
  }));
}

/** The name of a program in `usr/bin`. */
export function nameInImage(wanted: Wanted): string {
  return `qemu-${wanted.qemu}`;
}
