# A host of arm64, and each build of QEMU in turn: what the set-up and BuildKit list, and what programs of amd64 do.
# Before it stand: builds, asked, programs (a function, or `:`).
table=/proc/sys/fs/binfmt_misc
usual=$PATH
cli() { node /dist/cli.js "$@" --json; }

run release uname -rm
mount -t proc proc /amd64/proc
mount -t devtmpfs dev /amd64/dev
mount -t tmpfs tmpfs /amd64/tmp
run arm /probe-arm t

for suite in $builds; do
  export PATH=/qemu/$suite:$usual RUNNER_TOOL_CACHE=/tools/$suite
  run $suite.setup cli setup $asked --qemu-from host --no-strict
  run $suite.buildkit /archutil
  run $suite.level cli setup amd64/v3 --qemu-from host
  run $suite.vector chroot /amd64 /opt/vector
  run $suite.doctor cli doctor amd64/v3
  programs
  run $suite.remove cli remove all
done
