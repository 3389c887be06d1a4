# On a kernel that cannot have the table: nothing may be changed, and the reason must be said.
cli() { node /dist/cli.js "$@" --json; }

run release uname -r
run folder ls -d /proc/sys/fs/binfmt_misc
run setup cli setup arm64 --qemu-from host
run plan cli plan arm64 --qemu-from host
run doctor cli doctor arm64
run mounts cat /proc/mounts
