/** Lines of logs in which each kind of failure shows itself, as docs/troubleshooting.md quotes them. */
export const EXAMPLES: Readonly<Record<string, readonly string[]>> = {
  'own-check-failed': [
    "unit: tests/pack.c:44: test_pack: Assertion `n == 4' failed.",
    'SUMMARY: AddressSanitizer: heap-buffer-overflow /src/a.c:12 in parse',
    "terminate called after throwing an instance of 'std::runtime_error'",
  ],
  'rootless-ids': [
    'Error: cannot set up namespace using "/usr/bin/newuidmap": should have setuid or have filecaps setuid: exit status 1',
    'potentially insufficient UIDs or GIDs available in user namespace (requested 0:42 for /etc/gshadow)',
  ],
  'no-subordinate-ids': ['no subuid ranges found for user "runner" in /etc/subuid'],
  'git-credentials': ["fatal: could not read Username for 'https://github.com': terminal prompts disabled"],
  'service-not-up': [
    'dependency failed to start: container app-db-1 is unhealthy',
    'Timeout after 1m0s waiting on dependencies to become available: [tcp://db:5432]',
  ],
  'compiler-not-usable': [
    'configure: error: C compiler cannot create executables',
    "meson.build:1:0: ERROR: Unknown compiler(s): [['cc'], ['gcc'], ['clang']]",
  ],
  'container-not-set-up': [
    'runc run failed: unable to start container process: error during container init: error mounting "cgroup" to rootfs at "/sys/fs/cgroup": invalid argument',
    'OCI runtime error: crun: cgroup controller `memory` not available',
  ],
  'signature-check-wrong': ['error:030000EA:digital envelope routines::provider signature failure'],
  'disk-image-not-attached': [
    'losetup: disk.img: failed to set up loop device: No such file or directory',
    'mount: /mnt: special device /dev/loop0p2 does not exist.',
  ],
  'check-needs-target': [
    'configure: error: cannot run test program while cross compiling',
    'CMake Error: TRY_RUN() invoked in cross-compiling mode, please set the following cache variables appropriately:',
  ],
  'static-tls-full': ['ImportError: libgomp.so.1: cannot allocate memory in static TLS block'],
  'memory-not-given-back': ['<jemalloc>: MADV_DONTNEED does not work (memset will be used instead)'],
  'java-on-newest-apple': [
    '#  SIGILL (0x4) at pc=0x0000ffff7fd3fc5c, pid=1, tid=12 / # Java VM: OpenJDK 64-Bit Server VM (21.0.5, linux-aarch64) / # j  java.lang.System.registerNatives()V+0 java.base@21.0.5',
  ],
  'image-refused': [
    'WARNING: docker image app/tools:1 targets wrong architecture (found arm64 but need [amd64 i386 386])',
  ],
  'kvm-not-usable': [
    'Could not access KVM kernel module: Permission denied',
    'Error: cannot create VM: open /dev/kvm: permission denied',
  ],
  'packages-in-conflict': ["trying to overwrite '/usr/bin/tool', which is also in package other 1.0"],
  'library-missing': [
    'Could not find directory of OpenSSL installation, and this `-sys` crate cannot proceed without this knowledge.',
    'Error: pg_config executable not found.',
  ],
  'program-error': [
    "AttributeError: module 'tool' has no attribute 'run'",
    'TypeError: app.listen is not a function',
  ],
  'file-in-the-way': ['mkdir: cannot create directory ‘/out’: File exists'],
  'limit-reached': ['OSError: [Errno 24] Too many open files'],
  'registry-refuses-content': [
    'Error uploading manifest 1 to …: manifest invalid: manifest invalid',
    "error parsing HTTP 413 response body: invalid character '<' looking for beginning of value",
  ],
  'not-a-list-of-images': [
    'Error: …: image is not a manifest list',
    'docker.io/example/app:1 is a manifest list',
  ],
  'published-before': ['npm error You cannot publish over the previously published versions: 1.0.0.'],
  'builder-store-damaged': ['ERROR: failed to solve: lease "…": not found'],
  'settings-wrong': [
    'yaml: line 3: did not find expected key',
    'error: failed to parse manifest at `/src/Cargo.toml`',
  ],
  'deployment-failed': [
    'Error: INSTALLATION FAILED: cannot re-use a name that is still in use',
    'Error: Error acquiring the state lock',
  ],
  'server-refuses': ['ERROR 403: Forbidden.', 'curl: (22) The requested URL returned error: 403'],
  'rights-not-raised': [
    'sudo: The "no new privileges" flag is set, which prevents sudo from running as root.',
    'sudo: a password is required',
  ],
  'lock-file-outdated': [
    'npm error `npm ci` can only install packages when your package.json and package-lock.json or npm-shrinkwrap.json are in sync.',
    'YN0028: │ The lockfile would have been modified by this install, which is explicitly forbidden.',
  ],
  'tool-version': ['go: go.mod requires go >= 1.23.0 (running go 1.21.13; GOTOOLCHAIN=local)'],
  'compiler-not-understood': ['Project ERROR: failed to parse default include paths from compiler output'],
  'made-program-not-run': ['configure: error: cannot run C compiled programs.'],
  'emulator-denied': [
    'avc:  denied  { read } for  pid=77 comm="apt-get" name="qemu-aarch64-static" dev="overlay"',
  ],
  'root-not-started': ['chroot: failed to run command ‘/bin/bash’: No such file or directory'],
  'network-interfaces': [
    'docker run --platform linux/arm64 alpine / iptables: Failed to initialize nft: Protocol not supported',
  ],
  'network-call-unknown': [
    'Unsupported setsockopt level=270 optname=11',
    'Unsupported ioctl: cmd=0x400454ca',
  ],
  'profile-refused': [
    'Error response from daemon: AppArmor enabled on system but the docker-default profile could not be loaded',
  ],
  'threads-refused': ['runtime/cgo: pthread_create failed: Operation not permitted'],
  'namespace-refused': [
    'bwrap: Creating new namespace failed: Invalid argument',
    'unshare: unshare failed: Operation not permitted',
    'error: cloning builder process: Operation not permitted',
  ],
  sanitizer: ['FATAL: ThreadSanitizer: unexpected memory mapping 0x800000000000-0x800000023000'],
  'foreign-step-failed': [
    '#7 [linux/arm64 2/4] RUN make / #7 1.0 it went wrong / #7 ERROR: process "/bin/sh -c make" did not complete successfully: exit code: 1',
  ],
  'go-threads': ['runtime: failed to create new OS thread (have 2 already; errno=22)'],
  'loader-of-file-missing': [
    '-bash: /usr/local/bin/tool: No such file or directory / tool: ELF 64-bit LSB pie executable, ARM aarch64, version 1 (SYSV)',
  ],
  'built-from-source': ["error: can't find Rust compiler / ERROR: Failed building wheel for cryptography"],
  'login-missing': ['Error: Username and password required', 'Error: Resource not accessible by integration'],
  'source-control': [
    'fatal: could not read from remote repository.',
    'CONFLICT (content): Merge conflict in Dockerfile',
  ],
  'patch-failed': ['error: patch failed: src/main.c:12'],
  'check-failed': ['✖ 1 problem (1 error, 0 warnings)', 'golangci-lint exit with code 1'],
  'file-damaged': [
    'sha256sum: WARNING: 1 computed checksum did NOT match',
    'gzip: stdin: not in gzip format',
  ],
  'cache-unavailable': [
    'failed to configure gha cache importer: This legacy service is shutting down, effective April 15, 2025.',
  ],
  'runner-lost': [
    'The runner has received a shutdown signal.',
    'The hosted runner lost communication with the server.',
  ],
  'ldconfig-crash': [
    'installed libc-bin package post-installation script subprocess returned error exit status 139',
  ],
  'guest-crash': [
    'qemu: uncaught target signal 11 (Segmentation fault) - core dumped',
    'qemu: uncaught target signal 4 (Illegal instruction) - core dumped',
    'qemu: uncaught target signal 6 (Aborted) - core dumped',
  ],
  'emulator-in-place-of-program': ['qemu: no user program specified'],
  'processor-unknown': ["qemu-aarch64: unable to find CPU model 'cortex-a99'"],
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
  'large-inode-numbers': [
    'could not read directory …: Value too large for defined data type; class=Os (2)',
    'CMake Error: Could not find CMAKE_ROOT !!!',
  ],
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
  'register-exists': ['sh: write error: File exists'],
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
  'loads-wrong-path': [
    'Error while loading /usr/sbin/dpkg-split: No such file or directory',
    "/usr/local/bin/python: can't open file '//pip': [Errno 2] No such file or directory",
  ],
  'platform-mismatch': [
    "The requested image's platform (linux/amd64) does not match the detected host platform (linux/arm64/v8)",
  ],
  'platform-not-published': [
    'no match for platform in manifest: not found',
    'no matching manifest for linux/arm64/v8 in the manifest list entries',
  ],
  'interpreter-loop': ['/register.sh: line 39: ls: Too many levels of symbolic links'],
  'arguments-shifted': ['a: applet not found', '/bin/sh: line 0: syntax error: unterminated quoted string'],
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
  'image-not-found': [
    'ERROR: failed to solve: example/base:none: failed to resolve source metadata for docker.io/example/base:none: docker.io/example/base:none: not found',
    'manifest unknown: manifest unknown',
  ],
  'registry-certificate': [
    'tls: failed to verify certificate: x509: certificate signed by unknown authority',
  ],
  'registry-unreachable': [
    'Head "https://registry-1.docker.io/v2/…/manifests/latest": EOF',
    'received unexpected HTTP status: 503 Service Unavailable',
    'Head "https://registry-1.docker.io/v2/…/manifests/latest": dial tcp: lookup registry-1.docker.io …: i/o timeout',
  ],
  'illegal-instruction': ['$ qemu-riscv64 ./program / Illegal instruction (core dumped)'],
  tracing: ['strace: ptrace(PTRACE_TRACEME, ...): Function not implemented'],
  'sandbox-refused': [
    'error: restricting filesystem access failed because Landlock is not supported by the kernel!',
  ],
  'own-file': ["FATAL: Failed to open '/proc/self/exe' as a zip file: (error: 9): Bad file descriptor"],
  'guest-address-space': [
    'qemu-arm-static: Unable to reserve 0xffff0000 bytes of virtual address space at 0x1000 …',
    'qemu-aarch64: Unable to find a guest_base to satisfy all guest address mapping requirements',
    'allocate 134217728 bytes for jit buffer: Cannot allocate memory',
  ],
  'page-size': ['<jemalloc>: Unsupported system page size'],
  'apt-signature': ['At least one invalid signature was encountered.'],
  'time-of-64-bits': [
    'docker run arm32v7/debian / tar: ./control: Cannot utime: Operation not permitted',
    "docker run arm32v7/python / Fatal Python error: pyinit_main: can't initialize time",
  ],
  'memory-of-32-bits': ['docker run arm32v7/fedora / Out of memory allocating 486539264 bytes!'],
  'killed-under-emulation': [
    '#19 [linux/arm64 7/7] RUN cargo install a / #19 ERROR: process "…" did not complete successfully: exit code: 137',
  ],
  rosetta: ['rosetta error: futex(FUTEX_LOCK_PI_PRIVATE) failure: 35'],
  'init-in-container': [
    'docker run --platform linux/arm64 IMAGE / systemd 234 running in system mode. / Detected architecture arm64.',
  ],
  'go-crash': ['fatal error: unexpected signal during runtime execution'],
  'rust-crash': ['error: rustc interrupted by SIGSEGV, printing backtrace'],
  'dotnet-crash': [
    'A fatal error occurred, the folder [/usr/share/dotnet/host/fxr] does not contain any version-numbered child folders',
    'error MSB4018: The "MSBuild" task failed unexpectedly.',
  ],
  'erlang-crash': [
    '#18 [linux/arm64 3/10] RUN mix local.hex --force / #18 1.302 Segmentation fault (core dumped)',
    'erlexec: Invalid emulator type or flavor.',
  ],
  'openj9-crash': ['JVMJ9VM011W Unable to load …: Port Library failed to initialize'],
  'hotspot-crash': ['# A fatal error has been detected by the Java Runtime Environment:'],
  'node-crash': ['#31 [linux/arm64 4/6] RUN npm ci / #31 21.17 Illegal instruction (core dumped)'],
  'compiler-crash': [
    'gcc: internal compiler error: Segmentation fault signal terminated program cc1',
    'gmake[1]: *** [all] Segmentation fault (core dumped)',
  ],
  'python-crash': ['#8 [linux/arm/v7 3/4] RUN pip install a / #8 9.1 Segmentation fault (core dumped)'],
  'ruby-crash': ['[BUG] Segmentation fault at 0x000000414a1bdc90'],
  'registered-before': ['installing: arm64 qemu-aarch64 already registered'],
  'not-a-program': [
    'exec /usr/local/bin/entrypoint.sh: exec format error',
    'exec /usr/local/bin/helper: exec format error / Not Found',
  ],
  'installer-of-another-architecture': [
    'docker run multiarch/qemu-user-static --reset -p yes / exec /register: exec format error',
  ],
  'file-of-another-architecture': [
    '/home/…/script.sh: line 1: /home/…/.cargo/bin/tool: cannot execute binary file: Exec format error',
    '/usr/bin/docker: 1: ELF: not found',
    'error while loading shared libraries: liba.so: wrong ELF class: ELFCLASS64',
  ],
  'own-programs-refused': [
    "An error occurred trying to start process '/usr/bin/bash' with working directory '…'. Exec format error",
  ],
  'handler-disabled': ['qemu-aarch64 (disabled):'],
  'package-scripts-not-started': [
    '* execve: No such file or directory / ERROR: lib/apk/exec/busybox-1.37.0-r29.trigger: exited with error 127',
  ],
  'emulator-without-libraries': [
    'qemu-x86_64: error while loading shared libraries: libglib-2.0.so.0: cannot open shared object file',
  ],
  'file-for-another-emulator': ['qemu-arm-static: /bin/bash: Invalid ELF image for this architecture'],
  'local-image-of-another-platform': [
    'image with reference … was found but does not match the specified platform: wanted linux/amd64, actual: linux/arm64/v8',
  ],
  'userland-of-32-bits': [
    "AssertionError: would build wheel with unsupported tag ('cp38', 'cp38', 'linux_aarch64')",
  ],
  'docker-driver': [
    'ERROR: Multi-platform build is not supported for the docker driver.',
    'error: multiple platforms feature is currently not supported for docker driver.',
  ],
  'load-several-platforms': ['docker exporter does not currently support exporting manifest lists'],
  'buildx-missing': ["docker: 'buildx' is not a docker command.", "unknown shorthand flag: 'o' in -o"],
  'engine-too-old': ['"--platform" is only supported on a Docker daemon with experimental features enabled'],
  'platform-unknown': ['"linux/arm64v8x": unknown operating system or architecture: invalid argument'],
  'platform-words-empty': [
    'failed to parse platform : "" is an invalid component of "": platform specifier component must match',
  ],
  'download-gone': ['curl: (22) The requested URL returned error: 404'],
  'package-renamed': ["E: Package 'qemu-user-static' has no installation candidate"],
  'emulator-not-found': ['Cannot find aarch64 qemu static. Aborting...'],
  'nix-platforms': ["error: a 'aarch64-linux' with features {} is required to build '/nix/store/….drv'"],
  apptainer: ['FATAL:   image targets amd64, cannot run on arm64'],
  'cache-reserved': ['Failed to save: Unable to reserve cache with key …'],
  'disk-full': ['write /var/lib/docker/overlay2/…: no space left on device'],
  'virtual-machine': ['qemu-system-x86_64: -drive file=root.img: Could not open root.img: Permission denied'],
  'heap-full': ['FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory'],
  'out-of-memory': ['g++: internal compiler error: Killed (program cc1plus)'],
  'native-crash': ['/home/…/script.sh: line 1:  3452 Segmentation fault (core dumped) ./tests'],
  'no-shell': [
    'runc run failed: unable to start container process: exec: "/bin/sh": stat /bin/sh: no such file or directory',
  ],
  'file-missing': [
    'ERROR: failed to solve: failed to read dockerfile: open Dockerfile: no such file or directory',
  ],
  permission: ['mkdir: cannot create directory ‘/out’: Permission denied'],
  dependency: ['npm ERR! code ERESOLVE', 'ERROR: No matching distribution found for simplification'],
  'cross-toolchain': ['error: linker `aarch64-linux-gnu-gcc` not found'],
  'test-failure': ['--- FAIL: TestSomething (0.00s)'],
  'compile-error': ['src/main.c:12:3: error: expected expression'],
  'command-not-found': ['build.sh: line 3: jq: command not found'],
  network: ['curl: (6) Could not resolve host: example.org'],
  'workflow-error': ['unknown flag: --arch'],
  'answer-ended-early': ['SyntaxError: Unexpected end of JSON input'],
  'job-time-limit': ['##[error]The operation was canceled.'],
  'format-unknown': ['update-binfmts: warning: qemu-aarch64 not in database of installed binary formats.'],
  'other-libc': [
    'Error loading shared library ld-linux-x86-64.so.2: No such file or directory (needed by /app/a.node)',
    "./a: /lib/x86_64-linux-gnu/libc.so.6: version `GLIBC_2.34' not found (required by ./a)",
  ],
  'package-of-another-architecture': ['package architecture (amd64) does not match system (arm64)'],
  'carriage-return-in-script': ["/usr/bin/env: 'bash\\r': No such file or directory"],
  'engine-not-running': ['Cannot connect to the Docker daemon at unix:///var/run/docker.sock.'],
  'apt-key-missing': [
    'signatures couldn’t be verified because the public key is not available: NO_PUBKEY 04EE7237B7D453EC',
  ],
  'call-not-implemented': ['#9 [linux/arm64 3/4] RUN ./a / #9 1.0 io_setup: Function not implemented'],
  'bundled-emulator-started-nothing': [
    'executor failed running [/dev/.buildkit_qemu_emulator /bin/sh -c which ls]: exit code: 127',
  ],
  'downloads-time-out': [
    '#9 [linux/arm64 3/4] RUN yarn / #9 90.1 info There appears to be trouble with your network connection. Retrying...',
  ],
  'package-of-another-platform': [
    "Error: You installed esbuild for another platform than the one you're currently using.",
    "Error: 'linux-x64' binaries cannot be used on the 'linuxmusl-arm64v8' platform.",
  ],
  'package-failed': ['dpkg: error processing package libc-bin (--configure):'],
};
