/** Lines of logs in which each signature shows itself, as docs/troubleshooting.md quotes them. */
export const EXAMPLES: Readonly<Record<string, readonly string[]>> = {
  'ldconfig-crash': [
    'installed libc-bin package post-installation script subprocess returned error exit status 139',
  ],
  'guest-segfault': ['qemu: uncaught target signal 11 (Segmentation fault) - core dumped'],
  'guest-illegal-instruction': ['qemu: uncaught target signal 4 (Illegal instruction) - core dumped'],
  'guest-abort': [
    'qemu: uncaught target signal 6 (Aborted) - core dumped',
    'qemu: uncaught target signal 5 (Trace/breakpoint trap) - core dumped',
  ],
  'emulator-crash': ['qemu-aarch64: QEMU internal SIGSEGV {code=128, addr=0}'],
  'foreign-step-crash': [
    '#12 [linux/arm64 3/5] RUN npm ci / #12 4.512 Segmentation fault (core dumped)',
    '#12 [linux/arm64 3/5] RUN npm ci / #12 4.512 Illegal instruction (core dumped)',
    '#12 [linux/arm64 3/5] RUN npm ci / #12 ERROR: process "/bin/sh -c npm ci" did not complete successfully: exit code: 139',
  ],
  'build-hangs': ['qemu: uncaught target signal 4 …, then hours later: The operation was canceled.'],
  'go-address-space': [
    'runtime: lfstack.push invalid packing: node=0x… cnt=0x1 packed=0x… -> node=0x…',
    'fatal error: lfstack.push',
  ],
  'openat2-missing': [
    'tar: src/f: Cannot open: Function not implemented',
    'tar: d: Cannot mkdir: Function not implemented',
  ],
  'openat2-flags': [
    'tar: jdk/release: Cannot open: Invalid argument',
    'tar: jdk/lib: Cannot mkdir: Invalid argument',
  ],
  'syscall-unknown': ['qemu: Unsupported syscall: 389'],
  'large-inode-numbers': ['could not read directory …: Value too large for defined data type; class=Os (2)'],
  'emulator-memory': ['allocate 134217728 bytes for jit buffer: Cannot allocate memory'],
  'level-not-emulated': ['no support for running processes with linux/amd64/v3'],
  'mount-failed': [
    'error: operation not permitted / cannot mount binfmt_misc filesystem at /proc/sys/fs/binfmt_misc',
    'error: no such device / cannot mount binfmt_misc filesystem at /proc/sys/fs/binfmt_misc',
  ],
  'register-invalid': [
    'cannot register "/usr/bin/qemu-aarch64" to /proc/sys/fs/binfmt_misc/register: write …: invalid argument',
    'sh: write error: Invalid argument',
    'update-binfmts: warning: unable to close /proc/sys/fs/binfmt_misc/register: Invalid argument',
  ],
  'register-exists': ['sh: write error: File exists', 'installing: arm64 qemu-aarch64 already registered'],
  'register-missing': [
    'cannot register "/usr/bin/qemu-aarch64" to /proc/sys/fs/binfmt_misc/register: write …: no such file or directory',
    'sh: write error: No such file or directory',
    'cannot create /proc/sys/fs/binfmt_misc/register: Directory nonexistent',
  ],
  'register-denied': ["sh: can't create /proc/sys/fs/binfmt_misc/qemu-or1k: Permission denied"],
  'module-missing': [
    'modprobe: FATAL: Module binfmt_misc not found in directory /lib/modules/…',
    'Module binfmt_misc not loaded in host',
    'No binfmt support in the kernel.',
    "update-binfmts: warning: Couldn't load the binfmt_misc module",
  ],
  'interpreter-busy': ["cp: cannot create regular file 'usr/bin/qemu-arm-static': Text file busy"],
  'architecture-unknown': ['installing: mips64el unsupported architecture: mips64el'],
  'installer-said-nothing': ['Extracting available platforms / Error: Unexpected end of JSON input'],
  'docker-missing': ['Unable to locate executable file: docker. Please verify either the file path exists …'],
  'exec-format-error': [
    'exec /bin/sh: exec format error',
    'exec user process caused "exec format error"',
    'exec container process `/bin/sh`: Exec format error',
    'cannot execute binary file: Exec format error',
    'Error: spawn /usr/local/bin/node ENOEXEC',
  ],
  'arch-test-failed': ['arm64: not supported on this machine/kernel'],
  'interpreter-not-in-container': [
    'exec user process caused "no such file or directory"',
    'exec /bin/sh: no such file or directory',
  ],
  'loader-not-found': [
    "qemu-x86_64: Could not open '/lib64/ld-linux-x86-64.so.2': No such file or directory",
    'rosetta error: failed to open elf at /lib64/ld-linux-x86-64.so.2',
  ],
  'loads-wrong-path': ['Error while loading /usr/sbin/dpkg-split: No such file or directory'],
  'platform-mismatch': [
    "The requested image's platform (linux/amd64) does not match the detected host platform (linux/arm64/v8)",
  ],
  'platform-not-published': [
    'no match for platform in manifest: not found',
    'no matching manifest for linux/arm64/v8 in the manifest list entries',
  ],
  'interpreter-loop': ['/register.sh: line 39: ls: Too many levels of symbolic links'],
  'arguments-shifted': ['a: applet not found'],
  'set-uid-ignored': [
    "sudo: effective uid is not 0, is /usr/bin/sudo on a file system with the 'nosuid' option set …",
  ],
  'cpu-level': ['Fatal glibc error: CPU does not support x86-64-v2'],
  'bundled-emulator': ['process "/dev/.buildkit_qemu_emulator /bin/sh -c …" did not complete successfully'],
  'windows-interop-lost': ['run-detectors: unable to find an interpreter for /mnt/c/Windows/explorer.exe'],
  'registry-rate-limit': [
    'Error response from daemon: toomanyrequests: You have reached your pull rate limit.',
  ],
  'registry-unauthorized': [
    'Head "https://registry-1.docker.io/v2/…/manifests/latest": unauthorized: incorrect username or password',
    'error pulling image configuration: …: unauthorized: unauthenticated: User cannot be authenticated …',
  ],
  'registry-certificate': [
    'tls: failed to verify certificate: x509: certificate signed by unknown authority',
  ],
  'registry-unreachable': [
    'Head "https://registry-1.docker.io/v2/…/manifests/latest": EOF',
    'received unexpected HTTP status: 503 Service Unavailable',
    'Head "https://registry-1.docker.io/v2/…/manifests/latest": dial tcp: lookup registry-1.docker.io …: i/o timeout',
  ],
};
