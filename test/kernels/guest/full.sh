# Every case on a kernel whose binfmt_misc is a module that can be loaded.
table=/proc/sys/fs/binfmt_misc
all='arm64 riscv64 s390x'

cli() { node /dist/cli.js "$@" --json; }
setup() { cli setup $all --qemu-from host "$@"; }

# One line an architecture: what a foreign program says its machine is, in a root that holds no emulator.
machines() {
  for arch in $all; do echo "$arch=$(chroot /foreign/$arch /busybox uname -m 2>/dev/null)"; done
}
entries() {
  for entry in $table/*; do
    case $entry in */register | */status | */\*) ;; *) echo "$(basename $entry): $(sed -n '1p;s/^interpreter //p;s/^flags: //p' $entry | tr '\n' ' ')" ;; esac
  done
}
forget() { for entry in $table/*; do case $entry in */register | */status) ;; *) echo -1 >$entry ;; esac; done; }
loaded() { grep -o '^binfmt_misc' /proc/modules; }
mounted() { grep -q " $table binfmt_misc " /proc/mounts && echo mounted; }
# Registers an entry for the ELF identity of arm64 by hand: NAME INTERPRETER FLAGS
arm64_by_hand() {
  printf '%s' ":$1:M::\\x7fELF\\x02\\x01\\x01\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x02\\x00\\xb7\\x00:\\xff\\xff\\xff\\xff\\xff\\xff\\xff\\x00\\xff\\xff\\xff\\xff\\xff\\xff\\xff\\xff\\xfe\\xff\\xff\\xff:$2:$3" >$table/register
}

run release uname -r

run unloaded.loaded loaded
run unloaded.mounted mounted
run unloaded.doctor cli doctor $all
run unloaded.after-doctor loaded
run unloaded.plan cli plan $all --qemu-from host
run unloaded.no-autoload setup --no-autoload
run unloaded.still loaded

modprobe binfmt_misc
run loaded.loaded loaded
run loaded.mounted mounted
run loaded.doctor cli doctor $all
run loaded.no-autoload setup --no-autoload
run loaded.setup setup
run loaded.machines machines
# Entries keep the module in use, up to 5.10 even after the last umount.
forget
umount $table
rmmod binfmt_misc

run nothing.loaded loaded
run nothing.setup setup
run nothing.loaded-after loaded
run nothing.mounted-after mounted
run nothing.entries entries
run nothing.machines machines
run nothing.again setup
run nothing.doctor cli doctor $all

# Flags, by what foreign programs see: argv[0] and arguments (P), su by an ordinary user (C).
jail=/foreign/arm64
mkdir -p $jail/etc $jail/bin $jail/setuid
printf 'root::0:0::/:/bin/sh\nuser::1000:1000::/:/bin/sh\n' >$jail/etc/passwd
printf 'root:x:0:\nuser:x:1000:\n' >$jail/etc/group
cp $jail/busybox $jail/multi
cp $jail/busybox $jail/setuid/busybox
chmod 4755 $jail/setuid/busybox
ln -s /busybox $jail/bin/sh
run flags.argv0 chroot $jail /busybox sh -c 'exec -a uname /multi -m'
run flags.arguments chroot $jail /busybox echo one 'two three'
run flags.setuid /usr/sbin/chroot --userspec=1000:1000 $jail /setuid/busybox su root -c '/busybox id -u'

umount $table
mount -t binfmt_misc binfmt_misc $table
run lost.entries entries
run lost.doctor cli doctor $all
run lost.setup setup
run lost.machines machines

forget
arm64_by_hand other-arm64 /usr/bin/qemu-aarch64 ''
run outside.entries entries
run outside.machines machines
run outside.doctor cli doctor arm64
run outside.fail cli setup arm64 --qemu-from host --on-conflict fail
run outside.keep cli setup arm64 --qemu-from host --on-conflict keep
run outside.untouched entries
run outside.repair cli setup arm64 --qemu-from host
run outside.repaired entries
run outside.machine chroot /foreign/arm64 /busybox uname -m

forget
arm64_by_hand qemu-aarch64 /bin/busybox F
run broken.entries entries
run broken.doctor cli doctor arm64
run broken.repair cli setup arm64 --qemu-from host
run broken.repaired entries
run broken.machine chroot /foreign/arm64 /busybox uname -m

forget
setup >/dev/null 2>&1
arm64_by_hand foreign-thing /usr/bin/qemu-aarch64 F
echo 0 >$table/foreign-thing
run remove.one cli remove arm64
run remove.one-entries entries
run remove.all cli remove all
run remove.all-entries entries
run remove.machines machines

run exec.uname node /dist/cli.js exec arm64 --qemu-from host -- /foreign/arm64/busybox uname -m
run exec.entries entries
