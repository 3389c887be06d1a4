/** Kinds of what the machine itself lacks: room, memory, virtual machines, a runner that stays. */

import { CRASHES, ENDED_FROM_OUTSIDE, INSPECT } from '../common.ts';
import { emulatedOrForeign, evidenceIs, logShows, not, only } from '../conditions.ts';
import { clue, type Kind, kind, plain, texts } from '../kind.ts';

/** A whole machine, and not a container, is started: by its emulator or by what its kernel says. */
const BOOTS =
  /(?:^|[\s'"`$#>+/])qemu-system-\w+(?:\.exe)? (?:-\w|\()|\bkvm\b.{0,20} -\w|Booting Linux on|^\[ {0,6}\d{1,6}\.\d{6}\] (?:Linux version|systemd\[1\])/m;

export const machineKinds = (): readonly Kind[] => [
  plain(
    'disk-full',
    'no space left on device',
    [
      { has: 'disk space monitor action is' },
      { has: 'database or disk is full' },
      { has: 'insufficient disk space' },
      { has: 'not enough space on the disk' },
      { has: 'no space left on device' },
      { has: 'enospc', not: /watch/i },
      { has: 'disk quota exceeded' },
      { has: 'not enough free space' },
      { has: 'running out of disk space' },
      { has: 'have enough free space in' },
      { has: 'on the / filesystem', and: /needs \d{1,9}[KMG]B/ },
    ],
    [
      'The disk is full',
      'Make room: prune the build’s cache, or take a runner with a larger disk',
      'df -h',
      'docker system prune -af',
    ],
    { rank: 'cause', explains: ['network', 'apt-signature', 'package-failed'] },
  ),
  plain(
    'virtual-machine',
    'a virtual machine failed',
    [
      ...texts(`
        guest agent binary could not be found | error starting vm | qemu has exited | hv_unsupported
        | qemu has already exited | qemu failed to start | qemu test failed | is not supported by the qemu2 emulator | kvm is required
        | uefi interactive shell | pxe-e | vm-test-run | timeout waiting for ssh
        | trying to execute code outside | qemu exited | qemu unexpectedly closed the monitor | libvirt::error | error launching vm
        | supported by the qemu2 emulator | the linux kernel requires more recent processor hardware
        | not supported by hypervisor | does not support any virtualization | vboxmanage: error | vbox_e_
        | emulation currently requires hardware acceleration | waiting for emulator to boot
        | no bootable device | no bootable option or device | grub rescue | dracut-initqueue timeout
        | unable to mount root fs | vfs: cannot open root device | gave up waiting for root
        | waiting for the machine to boot | krunkit was terminated | status={running:false | krunkit exited | vfkit exited | error starting host
        | did not receive an event with the | libguestfs: error: | failed to launch qemu | testing boot image failed
        | host agent process has exited | exiting due to provider_ | exiting due to guest_ | exiting due to drv_ | no devices/emulators found
      `),
      {
        has: 'qemu-system-',
        and: /qemu-system-\w+(?:\.exe)?: (?!(?:command )?not found|warning: |falling back to|failed to initialize kvm)|deprecated, please use qemu-system|qemu-system-[^\s:]{1,60} .{0,200}(?:exited|failed|terminat)/i,
      },
      { has: 'kernel panic - not syncing' },
      { has: 'qemu: fatal: ', about: /qemu-system-/ },
      { has: 'freezing execution', and: /systemd\[1\]/, about: BOOTS },
      { has: 'emergency mode', about: BOOTS },
      {
        has: 'login prompt',
        and: /\b(?:no|never|without|wait\w*|timed? ?out|missing)\b.{0,60}login prompt/i,
      },
      { has: 'qcow2', and: /lock|corrupt|permission denied|failed/i },
      { has: 'domain not found', and: /libvirt/i },
      { has: 'virdomain', and: /\bvirDomain\w{1,40} failed/ },
      { has: 'hostagent]', and: /failed to|driver stopped|fatal|has exited/i },
      {
        has: 'is required to build',
        and: /with features \{[^}]{0,80}\b(?:kvm|nixos-test)\b[^}]{0,40}\} is required/,
      },
      { has: 'hardware acceleration', and: /emulator|kvm|hvf|haxm/i },
      {
        has: 'qemu-img',
        and: /qemu-img: (?!command not found|not found)|qemu-img['"]? .{0,80}(?:failed|error)/i,
      },
    ],
    [
      'A whole virtual machine (qemu-system, a disk image, KVM) failed: that is another program than QEMU’s user mode, which runs single programs',
      'Look at the machine’s own log, at its disk image and at /dev/kvm',
    ],
    {
      rank: 'cause',
      explains: [
        ...['registry-unreachable', 'network', 'permission', 'native-crash', 'kvm-not-usable'],
        ...['package-of-another-architecture', 'file-missing', 'command-not-found'],
      ],
      // A tool for disk images that crashes under an emulator is a program like any other.
      applies: ({ log, match }) =>
        !log.emulated || !match.evidence.every(({ text }) => /\bkilled by signal|dumped/.test(text)),
    },
  ),
  // Many tools look for it, and go on without it: whatever else failed goes first.
  plain(
    'kvm-not-usable',
    '/dev/kvm is not there, or may not be used',
    [
      { has: '/dev/kvm', and: /permission denied|no such file|not found|could not access/i },
      ...texts('could not access kvm | failed to initialize kvm'),
    ],
    [
      'A virtual machine was to be started by KVM, and /dev/kvm is not there or may not be used by this user: QEMU’s user mode, which runs single programs, does not need it',
      'Let the user into the group of /dev/kvm, or run the machine without it (accel=tcg); a virtual machine needs nested virtualisation for it',
      'ls -l /dev/kvm',
    ],
    { explains: ['permission', 'file-missing'] },
  ),
  clue(
    'machine-boots',
    { has: 'qemu-system-', and: BOOTS },
    { has: 'booting linux on' },
    { has: 'linux version ', and: BOOTS },
    { has: 'systemd[1]', and: BOOTS },
  ),
  plain(
    'heap-full',
    'the program’s heap is full',
    [
      { has: 'outofmemoryerror', not: /cuda|unable to create native thread/i },
      ...texts(`
      heap out of memory | gc overhead limit exceeded | <--- last few gcs
      | allowed memory size of | jvm heap space is exhausted | > java heap space
    `),
    ],
    [
      'The program’s own heap is full: its limit is lower than what the build needs',
      'Give it more (NODE_OPTIONS=--max-old-space-size=4096, -Xmx), or build less at once',
    ],
    {
      rank: 'cause',
      explains: ['node-crash', 'hotspot-crash', 'foreign-step-crash', 'native-crash', 'out-of-memory'],
    },
  ),
  kind('out-of-memory', 'the machine ran out of memory', {
    bearing: 'elsewhere',
    rank: 'cause',
    signs: [
      { has: 'cuda out of memory' },
      ...texts(`
        final link failed: memory exhausted | _arraymemoryerror: | received 'killed' signal | exceeded memory limit
        | native image build process ran out of memory | step exceeded processing limit
      `),
      { has: 'memoryerror', and: /^MemoryError$/ },
      { has: 'os::commit_memory', and: /failed; error='(?:Not enough space|Cannot allocate memory)'/ },
      ...texts(`
        internal compiler error: killed | killed (program | signal: 9, sigkill | oom-kill
        | killed signal terminated program | insufficient memory for the java runtime | exit code: 137
        | exit code 137 | oomkilled
      `),
      { has: 'cannot allocate memory', not: /in static tls block/i },
      { has: 'exit status 137', and: /^Error: Image build request failed with exit status 137/ },
      { has: ': signal: killed' },
      { has: 'out of memory', and: /\b(?:ran )?out of memory\b/i },
      { has: 'killed', and: /^(?:\S{1,200}: line \d{1,6}:\s+\d{1,9} )?Killed$/ },
      { has: 'signal 9', and: /terminated (?:with|by) signal 9\b/ },
      { has: 'executionerror(', and: /ExecutionError\('.{1,400}', 137,/ },
    ],
    causes: [
      {
        text: 'rustc took more memory than the machine has, and the kernel ended it: Cargo starts as many side by side as there are processors',
        when: only(logShows('cargo-compiles')),
        specific: true,
        elsewhere: true,
        remedy: 'Let Cargo run one job at a time, or take a machine with more memory',
        commands: ['export CARGO_BUILD_JOBS=1'],
      },
      {
        text: 'The machine ran out of memory, and the kernel ended the step',
        when: (view) => (logShows('cargo-compiles')(view) === true ? false : undefined),
        shown: true,
        elsewhere: true,
        remedy: 'Use fewer jobs side by side, or a machine with more memory',
      },
    ],
  }),
  clue('processor-of-armv6', { has: 'armv6l' }, { has: 'armv6-compatible processor' }),
  kind('native-crash', 'a program crashed', {
    bearing: 'foreign',
    signs: [
      ...CRASHES,
      { has: 'a fatal error has been detected by the java runtime' },
      { has: 'interrupted by sigsegv' },
      { has: 'build daemon disappeared unexpectedly' },
      { has: 'forked vm terminated without' },
      { has: 'internal compiler error', and: /segmentation fault|illegal instruction|aborted|signal/i },
      { has: 'unexpected signal during runtime' },
      { has: '(illegal)' },
      { has: ' at pc=', and: /SIG(?:ILL|SEGV|BUS) \(0x\w{1,2}\) at pc=/ },
    ],
    applies: (view) =>
      view.foreign === undefined && view.platform !== undefined ? false : emulatedOrForeign(view) !== true,
    causes: [
      {
        text: 'The processor is an old one (Armv6, of the first Raspberry Pi and Pi Zero), and the program is built for a newer level (Armv7)',
        when: (view) =>
          logShows('processor-of-armv6')(view) === true && view.platform === undefined
            ? evidenceIs(/illegal|sigill|\b132\b/i)(view) === true
            : false,
        specific: true,
        elsewhere: true,
        remedy: 'Take a version of the program that is built for Armv6, or a board with a newer processor',
        commands: ['uname -m'],
      },
      {
        text: 'The processor, or the one that a virtual machine shows, lacks an instruction that the program was built for (AVX, x86-64-v2, Armv8.1)',
        when: (view) =>
          evidenceIs(/illegal|sigill|\b132\b/i)(view) === true ? not(emulatedOrForeign(view)) : false,
        specific: true,
        elsewhere: true,
        remedy: 'Give the virtual machine the host’s CPU model, or use a build for an older processor',
      },
      {
        text: 'The program ran on the machine’s own architecture, as far as the log tells: this crash is its own',
        when: (view) => not(emulatedOrForeign(view)) ?? false,
        elsewhere: true,
        remedy: 'Look at the program, its version, and the processor’s level',
      },
      {
        text: 'The log does not tell whether an emulator ran the program: where none did, the crash is the program’s (or the compiler’s) own; where one did, the emulator may be old or faulty',
        remedy:
          'See whether the image or the step is for another platform than the machine, and run it once natively',
        commands: ['uname -m', INSPECT],
      },
    ],
  }),
  plain(
    'threads-refused',
    'pthread_create: Operation not permitted',
    [{ has: 'operation not permitted', and: /pthread_create\S{0,8}:? .{0,20}Operation not permitted/i }],
    [
      'The engine’s host is too old for this image: its seccomp profile refuses the system call clone3, which newer libraries use',
      'Update the engine (Docker 20.10.10 or newer), its runc and libseccomp, or use an older release of the image',
      'docker run --security-opt seccomp=unconfined IMAGE',
    ],
    { rank: 'cause', explains: ['native-crash'], applies: (view) => emulatedOrForeign(view) !== true },
  ),
  plain(
    'runner-lost',
    'the machine that ran the job went away',
    texts(`
      the runner has received a shutdown signal | lost communication with the server
      | we stopped hearing from agent | agent was stopped | agent lost | the node was low on resource
      | error reading from server: eof | failed to receive status: rpc error: code = unavailable | closing transport due to
      | agent went offline during | process apparently never started in | cannot contact agent | pod was evicted | spot instance | was marked offline | channel is closing down or has closed down
    `),
    [
      'The machine or container that ran the job, or the builder in it, was taken away, killed, or had no memory, disk or processor left to answer',
      'Look at the memory and the disk of the runner and at whether it can be taken away; run it again, with fewer jobs side by side',
    ],
    { rank: 'cause', explains: ['build-hangs', 'job-time-limit'] },
  ),
  plain(
    'job-time-limit',
    'the job was cancelled, or ran into its time limit',
    ENDED_FROM_OUTSIDE,
    [
      'The job was cancelled, or ran into a time limit',
      'Look at the last line before it, and at how long that step takes elsewhere',
    ],
    { rank: 'echo' },
  ),
  plain(
    'disk-image-not-attached',
    'a disk image cannot be attached or mounted',
    [
      ...texts(`
        failed to set up loop device | failed to setup loop device | is not a valid block device
        | while trying to determine filesystem size | cannot find an unused loop device
        | couldn't find valid filesystem superblock
      `),
      { has: 'losetup: ', and: /^losetup: .{1,300}: (?:detach|failed|cannot|No such|Permission)/ },
      { has: 'special device ', and: /mount: .{0,200}special device \S{1,200} does not exist/ },
      { has: 'wrong fs type, bad option', and: /mount: / },
      { has: 'failed to stat() /dev/', and: /^kpartx: / },
      {
        has: '/dev/',
        and: /^(?:fdisk|sfdisk|parted|mkfs\.\w{2,6}|e2fsck|resize2fs|dosfsck): .{0,80}(?:cannot open|could not stat device|no such (?:file|device)).{0,20}(?:\/dev\/(?:loop|mapper|nbd)\S{1,60}|$)/i,
      },
      {
        has: 'not found in directory /lib/modules',
        and: /FATAL: Module (?:loop|nbd|dm_\w{1,20}|squashfs|vfat) not found/,
      },
    ],
    [
      'An image of a disk, or a partition of it, cannot be attached to a loop device or mounted: a container without privileges or without /dev, a partition that the kernel has not read anew, a device that is in use, or a kernel without the module',
      'Start the container with --privileged and -v /dev:/dev, let losetup read the partitions (losetup -fP), and detach what earlier runs have left (losetup -a)',
      'losetup -a',
    ],
    { rank: 'cause', explains: ['permission', 'file-missing'] },
  ),
  plain(
    'limit-reached',
    'a limit of the machine or the container is reached',
    [
      { has: 'resource temporarily unavailable', and: /\bfork\b.{0,20}: |blas_thread_init|unable to fork/ },
      { has: 'failed to create new os thread', and: /errno=11\b/ },
      { has: 'vm.max_map_count', and: /is too low/ },
      { has: 'number of inotify instances' },
      { has: 'unable to create native thread' },
      {
        has: 'too many open files',
        and: /^(?:\S.{0,200}: )?too many open files|EMFILE|ENFILE|Errno 24|os error 24/i,
      },
      { has: 'number of file watchers reached' },
      { has: 'cannot modify limit' },
      { has: 'inotify_add_watch', and: /No space left on device/i },
    ],
    [
      'A limit of the machine or the container is reached: open files, watched files, processes',
      'Raise the limit (ulimit -n, --ulimit, fs.inotify.max_user_watches, pids-limit), or do less at once',
    ],
    { explains: ['disk-full', 'heap-full', 'out-of-memory'] },
  ),
];
