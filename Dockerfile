# The program in a container, with QEMU for use without a network (target `full`, the default) or without it (`slim`):
#
#   docker build --tag setup-binfmt .
#   docker build --tag setup-binfmt:slim --target slim .
#
# BASE needs Node 20 or newer as `node`, sh, and mount, unshare and chroot of util-linux and coreutils.
# QEMU is an image that holds static /usr/bin/qemu-*; the default image of the program.
ARG BASE=docker.io/library/node:24-trixie-slim
ARG QEMU=docker.io/tonistiigi/binfmt:qemu-v10.2.3-68@sha256:400a4873b838d1b89194d982c45e5fb3cda4593fbfd7e08a02e76b03b21166f0

FROM ${QEMU} AS qemu

FROM ${BASE} AS slim
LABEL org.opencontainers.image.title="setup-binfmt" \
      org.opencontainers.image.description="Make a Linux host run programs of other architectures, and prove that it does" \
      org.opencontainers.image.source="https://github.com/org/setup-binfmt" \
      org.opencontainers.image.licenses="Apache-2.0"
COPY LICENSE /usr/share/doc/setup-binfmt/
COPY dist /opt/setup-binfmt/dist
COPY --chmod=755 image/setup-binfmt /usr/local/bin/
ENTRYPOINT ["/usr/local/bin/setup-binfmt"]

FROM slim AS full
COPY --from=qemu /usr/bin/qemu-* /usr/libexec/qemu-binfmt/
