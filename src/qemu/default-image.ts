/** The image that QEMU comes from unless people name another. Written by tools/update-image.mjs. */

/** One binary of the default image, by host architecture and QEMU target. */
export interface PinnedBinary {
  readonly host: string;
  readonly qemu: string;
  readonly version: string;
  readonly sha256: string;
}

export const DEFAULT_IMAGE =
  'docker.io/tonistiigi/binfmt:qemu-v10.2.3-68@sha256:400a4873b838d1b89194d982c45e5fb3cda4593fbfd7e08a02e76b03b21166f0';

/** What the image holds, where it has been listed; binaries that are listed here are checked against it. */
export const PINNED_BINARIES: readonly PinnedBinary[] = [];
