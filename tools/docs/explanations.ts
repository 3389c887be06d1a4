/** What docs/doctor.md says of each check beyond its title and remedy: what is behind it, and when it matters. */
export const EXPLANATIONS: Readonly<Record<string, string>> = {
  SB001:
    'Programs of another architecture are started by the Linux kernel, which hands them to an emulator. On macOS and Windows the containers of Docker Desktop run in a Linux machine of their own, which brings its emulators along: no set-up is needed, or possible, from outside.',
  SB002:
    'Linux 4.8 brought the flag `F`, by which the kernel opens the emulator once, when it is registered. Without it the emulator is looked for inside each container, where it is not. Such kernels answer `Invalid argument` to a registration with `F` (RHEL 7 and its kin have 3.10).',
  SB003:
    'The part of the kernel that starts foreign programs is an option, `CONFIG_BINFMT_MISC`. Hardened systems leave it out (Talos, kernels by the rules of the Kernel Self Protection Project), and so do kernels of some small virtual machines. Nothing but another kernel helps.',
  SB004:
    'The kernel has binfmt_misc as a module, and that module is not in `/lib/modules/$(uname -r)`. Usually the kernel was upgraded and the machine not started again since, or a minimal image came without its modules; on Ubuntu they are in `linux-modules-…`, on others in the package of the kernel.',
  SB041:
    'A line `install binfmt_misc /bin/false` in modprobe.d makes every attempt to load the module fail; `blacklist` only keeps the kernel from loading it by itself; `kernel.modules_disabled=1` forbids all loading until the next start. Hardening guides (CIS) write such lines.',
  SB013:
    'Since Linux 6.7, and the stable kernels of August 2024, all entries are dropped when the last mount of binfmt_misc goes. A container that mounts it, registers and ends leaves nothing behind, and still reports success. This program mounts it on the host, where it stays.',
  SB070:
    'Since Linux 6.7 each user namespace can have a binfmt_misc of its own, and its root, who may be an ordinary user of the machine, fills it. Before that there is one table for all, and it takes root of the machine.',
  SB071:
    'Every namespace counts against `user.max_user_namespaces`, in the namespace that it is made in and in all those around it. Hardening guides set it to 0; a container may have a limit of its own. A kernel can also be built without user namespaces.',
  SB072:
    'Debian’s kernels before 5.10, and some that were hardened since, have a switch that leaves user namespaces to root.',
  SB073:
    'Ubuntu 23.10 and newer lets ordinary programs make a user namespace, and takes all capabilities away in it, unless an AppArmor profile says otherwise. Without them nothing can be mounted. Hosted runners of GitHub have sudo, and need no private table.',
  SB074:
    'The seccomp profile of Docker, and the `RuntimeDefault` of Kubernetes, forbid `unshare` and `mount` to containers without CAP_SYS_ADMIN. The kernel would allow them.',
  SB075:
    'The namespace was made, and mounting in it was refused: usually by the AppArmor profile of the container engine (`docker-default`, `cri-containerd.apparmor.d`), which denies every mount.',
  SB076: 'The namespaces are made and entered by programs of util-linux, and the table is mounted by mount.',
  SB077:
    'The namespace could not be made, or its ids could not be mapped, and no setting that is known explains it. In a chroot the kernel refuses user namespaces altogether. Root needs the capability SETFCAP to be root of a namespace (Linux 5.12); ordinary users need nothing.',
  SB078:
    'With `scope: engine` the table of a rootless engine is filled. Such an engine lives in namespaces that its user may enter, and is found by the process ids that it leaves in `$XDG_RUNTIME_DIR`.',
  SB079:
    'An ordinary user may map one id into a namespace: their own. More of them, which building images with several users takes, are granted in `/etc/subuid` and `/etc/subgid`, and mapped by newuidmap and newgidmap, which are setuid root. Running programs needs none of this.',
  SB005:
    'Some sandboxes and container engines cover `/proc/sys`. Then nobody inside can see or change the table, whatever their rights; programs of other architectures may run all the same, if the host knows them.',
  SB006:
    'The file `status` switches all entries at once, without changing what each of them says of itself. Somebody wrote `0` to it.',
  SB007:
    'The entries work, but none can be added or changed. Container engines mount `/proc/sys` so for containers without privilege; on a host it is somebody’s decision.',
  SB009:
    'Entries can only be written while binfmt_misc is mounted. systemd prepares an automount point, which waits until somebody looks into the folder; minimal images have neither. Looking is enough on the first, the commands above on the others.',
  SB014:
    'A mount belongs to a mount namespace: one made inside a container or a service with `PrivateMounts` is not seen by others, and the entries end with it. Programs look for the table at `/proc/sys/fs/binfmt_misc`; a mount elsewhere serves nobody.',
  SB015:
    'Since Linux 6.7 each user namespace can have a table of its own. Rootless Docker, rootless podman and unprivileged LXC containers live in such namespaces: what is registered there serves what runs there, and nothing else. A namespace that never mounted its own uses that of the host; one that did uses its own for ever, even where the mount of the host is what it sees.',
  SB016: 'Everybody may read the entries of the table; where that fails, a security module forbids it.',
  SB042:
    'On WSL the entry `WSLInterop` starts Windows programs. systemd-binfmt in any distribution removes it for all of them, since they share one table. This program never touches it.',
  SB008:
    'Writing to the table takes root, and mounting it the capability `CAP_SYS_ADMIN`. Hosted runners have sudo without a password; self-hosted runners and job containers often do not. Where everything that was asked for runs already, no privilege is needed.',
  SB017:
    'A container that is not privileged sees an empty, read-only `/proc/sys/fs/binfmt_misc` and may not mount it. That is so for job containers, for runners that are containers themselves (ubuntu-slim, act, Gitea, runners on Kubernetes) and for Docker in Docker. The kernel is the host’s: what the host has registered with the flag `F` works in all its containers.',
  SB018:
    'Before Linux 6.7 there is one table for the whole machine, and only root of the first user namespace may mount it. Rootless Docker, rootless podman and sysbox run in another one: “operation not permitted”.',
  SB019:
    'That an emulator works in containers is proven in a chroot that holds nothing but a small program. Entering one takes root or a user namespace of one’s own. Where neither is to be had, all that can be said is that the platform runs on this host.',
  SB030:
    'An entry that takes programs of the host’s own architecture takes its own emulator, too: the kernel asks again and again and gives up with “Too many levels of symbolic links” (ELOOP). No program can be started until it is gone, not even `sudo` or `tee`; `echo` of a shell is no program of its own.',
  SB011:
    'Nothing on this host takes programs of the platform: they end with `exec format error`. The set-up belongs to the running kernel; it is gone after the next start, and does not come along to another machine. As an error of `setup` this id says that a platform could not be proven, and why.',
  SB027: 'Somebody wrote `0` to the entry. It stays in the table and is passed over.',
  SB020:
    'Without `F` the kernel looks for the emulator when a program is started, in the file system that the program sees. In a container there is none: `exec format error`, or `no such file or directory` for a file that is there. On the host itself everything seems to work.',
  SB033:
    'With the flag `P` the kernel passes one argument more (argv[0] as it was given), and the emulator must know. QEMU asks the kernel, which tells since 5.12; builds of tonistiigi/binfmt assume it always. Where the two disagree every program gets one argument too many or too few: `applet not found`, options taken for file names.',
  SB095:
    'Since Linux 6.7 a user namespace uses the table that was mounted in it, and where none was, that of the namespace above. A tool that mounts a fresh one in its container thereby takes the host’s entries away from it. The check looks from inside; where a build fails, run the doctor in the container.',
  SB093:
    'A native loader ignores the bytes 7 to 15 of a program’s header: the OSABI, the version of the ABI, and padding into which AppImages write. Debian’s masks, and others, ask for zeros in some of them, so that such programs end with “Exec format error” although the platform runs. The entries of this program leave these bytes free. `repair` keeps what works, and says so; `replace` takes it over.',
  SB096:
    'The probe came to its time limit, ran again alone and with more time, and came to that, too, while this machine took as long for a program of its own that it may only be slow: a load, or an emulator under all of it. Nothing is wrong with the handler as far as is known, so that setup does not put another in its place.',
  SB034:
    'There is an entry, and the program that stands behind it does not run a program of a hundred bytes. It crashed, did not end, emulates something else, or does nothing.',
  SB031:
    'The kernel asks binfmt_misc before its own loader. An entry for 386 on an amd64 machine takes 32-bit programs away from the processor, and makes them slow; the same may be so for arm on arm64, where the processor has the 32-bit mode (many servers have not).',
  SB028:
    'The kernel asks the newest entry first, however little of the file it looks at, and nothing in the table shows which one answers. Rosetta, FEX and QEMU on one machine lie over each other so.',
  SB029:
    'Two entries of different names take exactly the same files. The newer one answers; when it is removed or switched off the older one answers again.',
  SB032:
    'Without `C` a setuid program runs without its rights: “sudo: effective uid is not 0”. Debian’s packages leave it out since August 2025, for a setuid program of another architecture then runs under an emulator with the rights of root.',
  SB036:
    'A set-uid program of another architecture runs under QEMU with the rights of its owner when the entry has `C` (`credentials: true`, the default), and QEMU obeys whoever started it: variables such as `QEMU_LD_PREFIX`, and options in the name of the program. Whoever can execute such a program, on this machine or in a container, can act as its owner. [What was tried](adr/0010-flag-c-and-what-qemu-obeys.md) also tells what stops it besides `credentials: false`: `nosuid` mounts, `no-new-privileges`, user namespaces. Counted are the accounts of `/etc/passwd` from 1000 on with a shell, but for this job’s own; users of a directory service are not seen. Hosted runners serve one job, and are not warned of.',
  SB035:
    'Without `P` a program does not learn by which name it was called (argv[0]); it sees its path. Programs that are several in one look for that name: busybox called by another name says `applet not found`, and login shells do not know that they are.',
  SB037:
    'When the service systemd-binfmt starts again it removes every entry and registers those of the binfmt.d folders. Installing a package with such a file restarts it (a trigger of dpkg: python3, LLVM, Wine, qemu-user …). Entries that no file holds are gone then. On a runner that lives for one job it matters only when such a package is installed after the set-up.',
  SB038:
    'Debian’s binfmt-support keeps a list of its own and registers it at start and when packages are installed. It takes an entry that is there already for its own.',
  SB039:
    'Rosetta, FEX and box64 run amd64 programs on arm64, faster than QEMU and with faults of their own. Docker Desktop, Lima, OrbStack and others register them, or a QEMU of their own, in their machine.',
  SB021:
    'The file that the entry names is gone: a package was removed, a cache was cleaned, a container that brought it has ended. With `F` the kernel keeps the old file open and all goes on, until the entry is registered anew.',
  SB022:
    'A program that is linked dynamically needs a loader and libraries, which are not in the container: it works on the host, and nowhere else, whatever the flags. The packages `qemu-user` of Ubuntu before 26.04 and of Fedora are so; `qemu-user-static`, the `qemu-user` of Debian 13 and of Ubuntu 26.04, and the images of tonistiigi/binfmt are static.',
  SB023:
    'The emulator is itself a program of another architecture than the host’s. multiarch/qemu-user-static exists for amd64 only, and does this on arm64 machines.',
  SB024:
    'The kernel accepts any file. A script needs its shell, which a container may not have or have for another architecture; a file of no known format cannot be run at all.',
  SB025:
    'With `F` the kernel opened the emulator when the entry was written, and goes on with that file after it was replaced: an upgrade of the package changes nothing until the entry is removed and written again. The doctor compares what the kernel’s emulator answers with what the file says of itself.',
  SB040:
    'The probe does what programs do, and could not do all of it under this QEMU, though the host can: openat2 as `tar` calls it, growth of the heap, a signal, in the doctor a thread, times after 2038 on 32-bit platforms, the instructions of RVA23 on riscv64, an x86-64 CPU of the second level. The finding says which, and what is seen of it. Whether something is lacking is never told by a version, since builds differ; versions in advice are those that were seen without the fault (10.2.3, which this program brings) or with which reported crashes were mended (10.1.3, below which a log’s crash is laid to QEMU’s age).',
  SB043:
    'Faults that no probe can show, reported for the version that answers, for this host and the architectures in question. They do not have to occur; where a fault is one of builds with musl or with glibc alone, the finding says so.',
  SB026:
    'Kernels randomise where the heap begins (brk). A QEMU that is linked at a fixed address (ELF type ET_EXEC) then may find its own heap where the program should be, and crashes at random. Builds that are position-independent do not.',
  SB044:
    'Every emulated program reads them. With `QEMU_VERSION`, a popular name for a build’s own setting, each one prints QEMU’s version and ends; `QEMU_LD_PREFIX`, `QEMU_CPU` and others change how programs run. Docker does not hand them into containers.',
  SB045:
    'A tag can be moved: the next run may get another QEMU, good or bad, and whatever a mirror gives has to be believed. With the digest every run gets the same bytes, wherever they come from, and one that has them in its store or cache needs no network. The finding says what the tag means now, to be written into the input `image`.',
  SB046:
    'Every binary in the store is compared with what was recorded of it before it is registered. This one differs, or others may write to it; it is not used but fetched again, so nothing is wrong with this run. Somebody or something changes files there: another job on a shared runner, a disk, a clean-up that stopped half-way.',
  SB047:
    'With `apt` in `qemu-from`, the package lists are asked for the current version from time to time. They did not answer, and what was verified and stored earlier is used.',
  SB048:
    'What is asked first did not give all: its registry did not answer, its digest was not what was named, or it does not have an architecture. The next source that `qemu-from` names was used, and the finding says which and why. An image that is named without `qemu-from` is never replaced by another source: the step fails.',
  SB049:
    'What works is not put at risk: an entry that is proven stays, whoever registered it, unless `on-conflict` is `replace`. With `image` the user has named where QEMU is to come from, and what is kept is not shown to come from there: it is of somebody else, it was taken from another image or source, or nothing is known of it. The finding names the platforms and what runs them. An image that is named by a tag alone is compared with nothing, since what the tag means now is not asked for what works. Entries that come from the digest that was named give no finding.',
  SB098:
    'A buildah that finds the variable `container` in its environment, as podman and systemd-nspawn set it, and a file in `/etc/binfmt.d`, `/run/binfmt.d` or `/usr/lib/binfmt.d` (Debian’s Python brings one), mounts a fresh table in its user namespace and registers what these files say, and nothing else (buildah#6611; 1.39 and 1.43 were seen to do so). What the host has is hidden from its `RUN` steps, though it runs here. Without the variable it mounts none.',
  SB050:
    'The set-up registers with the kernel and needs no engine. Builds by podman, buildah or in a chroot use the same entries.',
  SB056: 'The client is there and its engine is not running, not reachable, or not for this user.',
  SB057:
    'The builder of the driver docker puts its images into the engine, which holds one platform of each unless containerd keeps them. The build ends before its first step, and leaves no record.',
  SB052:
    'With `DOCKER_HOST`, a context or Docker Desktop the containers run on another machine, be it a virtual one on the same computer. What is registered here is not registered there.',
  SB055:
    'A rootless engine lives in a user namespace. It uses the entries of the host, as long as nobody mounted binfmt_misc inside; an installer that is run in one of its containers (with Linux 6.7 or newer) makes a table of its own there, which is gone with the container. With `scope: engine` this program fills the table of the engine itself, for which no privilege is needed.',
  SB051: '`docker build --platform` for several platforms at once takes buildx.',
  SB053:
    'BuildKit looks at what the kernel can run when it starts, and keeps the answer: a builder that was there before the registration lists the old platforms, and falls back on emulators of its own for the others. The step that sets up belongs before docker/setup-buildx-action. The builder of the Docker engine itself looks again after 20 seconds.',
  SB094:
    'The probe asks the CPU that programs see, and QEMU since 7.2 shows one of x86-64-v3. BuildKit has a probe of its own, which tells two levels apart (`util/archutil`), and refuses to run a step for `linux/amd64/v3` or `v4` under emulation. The set-up is proven all the same, and the outputs `platforms` and `emulated` list what BuildKit lists.',
  SB054:
    'The image moby/buildkit holds emulators of its own, and mounts one into each `RUN` of a platform that the kernel does not run (`/dev/.buildkit_qemu_emulator` in the log). They are of another version, programs started by programs pass through them differently, and they are a fallback only.',
  SB061:
    'Before it believes anything the doctor runs a small program of the host’s own architecture. If even that one does not run, nothing can be said of the others. The usual reason is a temporary folder that is mounted `noexec`, or cannot be written.',
  SB060:
    'Programs cannot be started from such a file system, and an emulator that lies there cannot be registered (EACCES). This program looks for another folder by itself.',
  SB063:
    'Emulators for all platforms take some 60 MB, their package or image as much again, and a build for several platforms many times that.',
  SB062: 'The action runs on the runner’s own Node.js 24, the terminal program on 20 or newer.',
  SB066:
    'A log that was given by its name (`--log`, input `log`) is not there, is a folder, or may not be read by this user. A step that failed before the build leaves none. Everything else was looked at all the same, but the question stays without an answer: that is an error, and the exit code on a terminal 1. A pattern (`*.log`) that no file matches is a note.',
  SB097:
    'The workflow’s file in the checkout is read (GITHUB_WORKFLOW_REF, GITHUB_WORKSPACE, GITHUB_JOB): where there is none, nothing is said. Whichever of the two steps runs later decides which QEMU answers; both are not needed.',
  SB064:
    'The engine has a proxy configuration of its own; that of the environment is used by this program. Looked at only when the network was asked for (`--network`, input `network`).',
  SB065:
    'The registries of the image were asked for their API, its mirrors before them, by the proxies that a pull would use; each proxy was connected to. An answer that asks for a password is an answer; 402, 403 and 5xx are none. The report has a table of all that was asked. Looked at only when the network was asked for (`--network`, input `network`).',
  SB067:
    'Mirrors, plain registries, proxies and certificates are taken from files of Docker, podman and containerd on this machine. What is malformed in them is left out, and the rest is used. Looked at only when the network was asked for (`--network`, input `network`); setup says it in its log.',
};
