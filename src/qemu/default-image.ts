/** The image that QEMU comes from unless people name another. Written by tools/update-image.mjs. */

export const DEFAULT_IMAGE =
  'docker.io/tonistiigi/binfmt:qemu-v10.2.3-68@sha256:400a4873b838d1b89194d982c45e5fb3cda4593fbfd7e08a02e76b03b21166f0';
