# A host of another architecture: what CI does on each, and what an ordinary user may.
table=/proc/sys/fs/binfmt_misc
cli() { node /dist/cli.js "$@" --json; }
entries() { ls $table | grep -v -e '^register$' -e '^status$'; }
loaded() { grep -o '^binfmt_misc' /proc/modules; }

run release uname -rm
run unloaded.doctor cli doctor $all
run unloaded.plan cli plan $all --qemu-from host
run unloaded.after loaded
run setup cli setup $all --qemu-from host
run setup.entries entries
run again cli setup $all --qemu-from host
run doctor cli doctor $all
run exec node /dist/cli.js exec --qemu-from host $all -- cat $table/status
run user.exec su user -c "node /dist/cli.js exec --qemu-from host $all -- cat $table/status"
run level cli setup amd64/v3 --qemu-from host
run remove cli remove all
run remove.entries entries
run undo.setup cli setup $all --qemu-from host
run undo cli remove --run last
run undo.entries entries
run user.setup su user -c "node /dist/cli.js setup $all --qemu-from host --json"
run user.doctor su user -c "node /dist/cli.js doctor $all --json"
run user.entries entries
