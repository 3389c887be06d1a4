export const id = 718;
export const ids = [718];
export const modules = {

/***/ 7290:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ advisoriesFor),
/* harmony export */   O: () => (/* binding */ parseQemuVersion)
/* harmony export */ });
/* harmony import */ var _facts_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6426);
/* harmony import */ var _qemu_version_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7628);


const THIRTY_TWO_BIT_HOSTS = ['386', 'arm', 'mips', 'mipsle', 'ppc', 'riscv32'];
const UPDATE = 'Use QEMU 10.2.3 or newer';
const RULES = [
    {
        id: 'qemu-too-old',
        severity: 'warning',
        below: _qemu_version_js__WEBPACK_IMPORTED_MODULE_0__/* .OLDEST_TRUSTED */ .CH,
        text: 'QEMU {version} is older than {oldest}: tar of current images fails under it (openat2), and several crashes were mended since',
        remedy: UPDATE,
        sources: [
            'https://github.com/tonistiigi/binfmt/issues/285',
            'https://github.com/moby/buildkit/issues/6475',
            'https://github.com/armbian/build/issues/10713',
        ],
    },
    {
        id: 'openat2-missing',
        severity: 'warning',
        below: '9.2.0',
        text: 'QEMU {version} does not know the system call openat2: “tar: Cannot open: Function not implemented” in images whose tar has the fix for CVE-2025-45582',
        remedy: UPDATE,
        sources: [
            'https://github.com/abiosoft/colima/issues/1613',
            'https://github.com/armbian/build/issues/10713',
        ],
    },
    {
        id: 'openat2-flags',
        severity: 'warning',
        from: '9.2.0',
        below: _qemu_version_js__WEBPACK_IMPORTED_MODULE_0__/* .OLDEST_TRUSTED */ .CH,
        targets: ['arm64'],
        text: 'QEMU {version}, where it is built with musl, passes a flag of openat2 on wrongly: “tar: Cannot open: Invalid argument” in arm64 images',
        remedy: UPDATE,
        sources: [
            'https://github.com/tonistiigi/binfmt/issues/285',
            'https://github.com/elastic/elasticsearch/pull/155888',
        ],
    },
    {
        id: 'fixed-address-brk',
        severity: 'warning',
        below: _qemu_version_js__WEBPACK_IMPORTED_MODULE_0__/* .OLDEST_TRUSTED */ .CH,
        interpreterType: 'exec',
        hosts: ['amd64'],
        kernelFrom: [5, 15, 0],
        text: 'This QEMU {version} is linked at a fixed address, and crashes at random where the kernel randomises the heap (brk) further, as distributions’ kernels do since 2025',
        remedy: 'Use a QEMU that is linked static-pie, as current builds are',
        sources: [
            'https://github.com/tonistiigi/binfmt/issues/215',
            'https://bugs.debian.org/1087822',
            'https://github.com/actions/runner-images/issues/11471',
        ],
    },
    {
        id: 'fixed-address',
        severity: 'info',
        from: _qemu_version_js__WEBPACK_IMPORTED_MODULE_0__/* .OLDEST_TRUSTED */ .CH,
        interpreterType: 'exec',
        hosts: ['amd64'],
        kernelFrom: [5, 15, 0],
        text: 'This QEMU {version} is linked at a fixed address, as those were that crashed at random on kernels that randomise the heap (brk) further',
        remedy: 'If programs crash at random, use a QEMU that is linked static-pie',
        sources: ['https://github.com/tonistiigi/binfmt/issues/215', 'https://bugs.debian.org/1087822'],
    },
    {
        id: 'ldconfig-bullseye',
        severity: 'warning',
        below: '5.0.0',
        targets: ['arm64'],
        text: 'Under QEMU {version} ldconfig of Debian 11 crashes in arm64 images',
        remedy: UPDATE,
        sources: ['https://github.com/moby/moby/issues/43039'],
    },
    {
        id: 'guest-memory-5.2',
        severity: 'warning',
        from: '5.1.0',
        below: '6.0.0',
        text: 'QEMU {version} crashes at random when it places the program in memory, so that platforms come and go',
        remedy: UPDATE,
        sources: ['https://github.com/docker/buildx/issues/542', 'https://github.com/go-debos/debos/pull/261'],
    },
    {
        id: 'threads-6.1',
        severity: 'warning',
        from: '6.1.0',
        below: '6.2.0',
        text: 'Under QEMU {version} programs that start threads can fail with “Function not implemented” (seen with OpenJ9)',
        remedy: UPDATE,
        sources: ['https://github.com/tonistiigi/binfmt/issues/72'],
    },
    {
        id: 'arm64-crashes-7',
        severity: 'warning',
        from: '6.2.0',
        below: '8.0.0',
        hosts: ['amd64'],
        targets: ['arm64'],
        text: 'Under QEMU {version} arm64 programs (ldconfig, Node.js, compilers) crash at random on kernels since 2025',
        remedy: UPDATE,
        sources: [
            'https://github.com/docker/setup-qemu-action/issues/188',
            'https://github.com/tonistiigi/binfmt/issues/215',
            'https://github.com/docker/buildx/issues/1170',
        ],
    },
    {
        id: 'cpu-level-2',
        severity: 'warning',
        below: '7.2.0',
        targets: ['amd64'],
        text: 'QEMU {version} shows an x86-64 CPU of the first level: “CPU does not support x86-64-v2” in images of RHEL 9 and its kin',
        remedy: `${UPDATE}, or set QEMU_CPU=max`,
        sources: [
            'https://github.com/podman-container-tools/podman/issues/15456',
            'https://github.com/runfinch/finch/issues/20',
        ],
    },
    {
        id: 'brk-8',
        severity: 'warning',
        from: '8.0.0',
        below: '8.2.0',
        text: 'Under QEMU {version} programs packed by UPX and ldconfig of Ubuntu 22.04 crash',
        remedy: UPDATE,
        sources: ['https://github.com/upx/upx/issues/683', 'https://github.com/docker/for-win/issues/15004'],
    },
    {
        id: 'amd64-on-arm64-8.1',
        severity: 'warning',
        from: '8.1.0',
        below: '8.2.0',
        hosts: ['arm64'],
        targets: ['amd64'],
        text: 'Under QEMU {version} Java and others crash when amd64 is emulated on arm64',
        remedy: UPDATE,
        sources: ['https://github.com/docker/for-mac/issues/7172'],
    },
    {
        id: 'ubuntu-24.04-package',
        severity: 'warning',
        from: '8.2.0',
        below: '8.3.0',
        hosts: ['amd64'],
        targets: ['arm64'],
        text: 'QEMU {version}, the version of Ubuntu 24.04’s package, was reported to fail on arm64 programs',
        remedy: UPDATE,
        sources: [
            'https://github.com/armbian/build/issues/10713',
            'https://github.com/tonistiigi/binfmt/pull/185',
        ],
    },
    {
        id: 'ldconfig-9.2.0',
        severity: 'warning',
        from: '9.2.0',
        below: '9.2.2',
        text: 'Under QEMU {version} ldconfig of Ubuntu 22.04 crashes (“libc-bin … exit status 139”)',
        remedy: UPDATE,
        sources: [
            'https://github.com/docker/setup-qemu-action/issues/198',
            'https://github.com/tonistiigi/binfmt/issues/240',
            'https://github.com/coreos/fedora-coreos-config/pull/3290',
        ],
    },
    {
        id: 'ldconfig-9.2.2',
        severity: 'info',
        from: '9.2.2',
        below: '10.0.0',
        text: 'Random crashes of ldconfig were still reported with QEMU {version}',
        remedy: UPDATE,
        sources: ['https://github.com/tonistiigi/binfmt/issues/245'],
    },
    {
        id: 'ldconfig-10.1.3',
        severity: 'info',
        from: '10.1.3',
        below: '10.1.4',
        targets: ['arm64'],
        text: 'A crash of ldconfig in an image based on Ubuntu 22.04 was reported with QEMU {version}',
        remedy: UPDATE,
        sources: ['https://github.com/tonistiigi/binfmt/issues/298'],
    },
    {
        id: 'slow-trixie',
        severity: 'info',
        below: '10.0.0',
        text: 'Under QEMU {version} images of Debian 13 run much slower than under 10.0 and newer',
        remedy: UPDATE,
        sources: ['https://github.com/tonistiigi/binfmt/issues/258'],
    },
    {
        id: 'systemd-260',
        severity: 'info',
        from: _qemu_version_js__WEBPACK_IMPORTED_MODULE_0__/* .OLDEST_TRUSTED */ .CH,
        targets: ['arm64'],
        text: 'The scripts of systemd 260 in arm64 images were reported to crash the emulator (“QEMU internal SIGSEGV”)',
        remedy: 'Keep systemd out of such images, or build them on an arm64 machine',
        sources: [
            'https://github.com/tonistiigi/binfmt/issues/316',
            'https://github.com/systemd/systemd/issues/41279',
        ],
    },
    {
        id: 'no-32-bit-hosts',
        severity: 'warning',
        from: '11.0.0',
        hosts: THIRTY_TWO_BIT_HOSTS,
        text: 'QEMU {version} is no longer made for 32-bit hosts',
        remedy: 'Use QEMU 10.2 on this host',
        sources: ['https://github.com/tonistiigi/binfmt/pull/349'],
    },
    {
        id: 'go-on-arm64',
        severity: 'info',
        hosts: ['arm64'],
        targets: ['amd64'],
        text: 'Go programs for amd64 can end with “lfstack.push invalid packing” under emulation on arm64',
        remedy: 'Cross-compile with GOARCH=amd64 instead of running the Go tools emulated',
        sources: ['https://github.com/tonistiigi/binfmt/issues/269', 'https://github.com/golang/go/issues/69255'],
    },
    {
        id: 'large-inode-numbers',
        severity: 'info',
        hosts: ['amd64', 'arm64', 'ppc64le', 's390x', 'riscv64', 'loong64'],
        targets: ['arm', '386', 'mips', 'mipsle', 'ppc'],
        text: 'Programs of 32-bit targets can end with “Value too large for defined data type” where they list folders of a 64-bit host',
        remedy: 'Put such folders (~/.cargo, vcpkg’s) on a tmpfs, or cross-compile',
        sources: [
            'https://github.com/rust-lang/cargo/issues/8719',
            'https://github.com/docker/buildx/issues/395',
        ],
    },
];
function parseQemuVersion(text) {
    return ((0,_qemu_version_js__WEBPACK_IMPORTED_MODULE_0__/* .parseVersionLine */ .ss)(text) ??
        /(?:^|qemu-)v?(\d{1,3}(?:\.\d{1,4}){1,3})(?![\d.])/.exec(text.slice(0, 400))?.[1]);
}
function advisoriesFor(question) {
    const version = parseQemuVersion(question.version);
    if (version === undefined)
        return [];
    const kernel = (0,_facts_js__WEBPACK_IMPORTED_MODULE_1__/* .parseVersion */ .ot)(question.kernelVersion ?? '');
    return RULES.filter((rule) => (rule.from === undefined || !(0,_qemu_version_js__WEBPACK_IMPORTED_MODULE_0__/* .isOlder */ .tW)(version, rule.from)) &&
        (rule.below === undefined || (0,_qemu_version_js__WEBPACK_IMPORTED_MODULE_0__/* .isOlder */ .tW)(version, rule.below)) &&
        (rule.hosts === undefined || rule.hosts.includes(question.hostArch)) &&
        (rule.targets === undefined || rule.targets.some((target) => question.targets.includes(target))) &&
        (rule.kernelFrom === undefined || kernel === undefined || (0,_facts_js__WEBPACK_IMPORTED_MODULE_1__/* .atLeast */ .jZ)(kernel, rule.kernelFrom)) &&
        (rule.interpreterType === undefined || rule.interpreterType === question.interpreterType))
        .sort((a, b) => Number(a.severity === 'info') - Number(b.severity === 'info'))
        .map(({ id, severity, text, remedy, sources }) => ({
        id,
        severity,
        text: text.replace('{version}', version).replace('{oldest}', _qemu_version_js__WEBPACK_IMPORTED_MODULE_0__/* .OLDEST_TRUSTED */ .CH),
        remedy,
        sources,
    }));
}


/***/ }),

/***/ 1199:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  x7: () => (/* binding */ aftermath),
  gr: () => (/* binding */ asProblem),
  Ub: () => (/* binding */ changeObstacle),
  WX: () => (/* binding */ findingsOf),
  Mz: () => (/* binding */ preflight),
  JT: () => (/* binding */ runChecks)
});

// UNUSED EXPORTS: CHECKS, findingOf

// EXTERNAL MODULE: ./lib/core/checks/check.js
var checks_check = __webpack_require__(3011);
// EXTERNAL MODULE: ./lib/core/checks/claims.js
var checks_claims = __webpack_require__(8122);
// EXTERNAL MODULE: ./lib/core/platforms.js + 2 modules
var platforms = __webpack_require__(9636);
// EXTERNAL MODULE: ./lib/core/problem.js
var core_problem = __webpack_require__(4458);
;// CONCATENATED MODULE: ./lib/core/checks/engines.js



const NO_ENGINE = 'no Docker engine answers';
function skipSilent({ engine }) {
    return engine.server === undefined ? (engine.silence ?? NO_ENGINE) : undefined;
}
function proven({ verdicts }) {
    return [...(verdicts?.values() ?? [])]
        .filter(({ status }) => status === 'emulated')
        .flatMap(({ arch }) => (0,platforms/* platformsOf */.Wt)(arch))
        .map(platforms/* formatPlatform */.Bq);
}
function lacking(builder, platforms) {
    return platforms.filter((platform) => !builder.platforms.includes(platform));
}
function localBuilders({ engine }) {
    return engine.builders.filter(({ driver, running }) => running && (driver === 'docker' || driver === 'docker-container'));
}
const ENGINE_CHECKS = [
    (0,checks_check/* doctorCheck */.Kd)({
        id: 'SB050',
        severity: 'info',
        title: 'Docker is not here',
        remedy: 'None is needed for the set-up; install it where builds use it',
        commands: ['command -v docker'],
        explanation: 'The set-up registers with the kernel and needs no engine. Builds by podman, buildah or in a chroot use the same entries.',
        look: ({ engine }) => (0,checks_check/* seen */.cI)(engine.client ? undefined : 'there is no program named docker'),
    }),
    (0,checks_check/* doctorCheck */.Kd)({
        id: 'SB056',
        severity: 'info',
        title: 'the Docker engine does not answer',
        remedy: 'Start it, or let this user use it',
        commands: ['docker version'],
        explanation: 'The client is there and its engine is not running, not reachable, or not for this user.',
        skip: ({ engine }) => (engine.client ? undefined : 'there is no program named docker'),
        look: ({ engine }) => (0,checks_check/* seen */.cI)(engine.server === undefined ? (0,core_problem/* printable */.g$)(engine.silence ?? NO_ENGINE, 200) : undefined),
    }),
    (0,checks_check/* doctorCheck */.Kd)({
        id: 'SB052',
        severity: 'warning',
        title: 'the Docker engine runs on another kernel',
        remedy: 'Set up where the engine runs: its kernel decides what its containers can run',
        commands: ['docker info --format "{{.OperatingSystem}}, kernel {{.KernelVersion}}"'],
        explanation: 'With `DOCKER_HOST`, a context or Docker Desktop the containers run on another machine, be it a virtual one on the same computer. What is registered here is not registered there.',
        skip: ({ engine }) => engine.remote === undefined && engine.server === undefined ? (engine.silence ?? NO_ENGINE) : undefined,
        look: ({ engine }, { facts }) => {
            if (engine.remote !== undefined)
                return (0,checks_check/* seen */.cI)(`the engine is reached by ${(0,core_problem/* printable */.g$)(engine.remote, 20)}, on another machine`);
            const { server } = engine;
            if (server === undefined || server.kernel === '' || server.kernel === facts.kernel.release)
                return [];
            return (0,checks_check/* seen */.cI)(`the engine runs on kernel ${(0,core_problem/* printable */.g$)(server.kernel, 60)} (${(0,core_problem/* printable */.g$)(server.system, 80)}), and this is ${(0,core_problem/* printable */.g$)(facts.kernel.release, 60)}`);
        },
    }),
    (0,checks_check/* doctorCheck */.Kd)({
        id: 'SB055',
        severity: 'info',
        title: 'the Docker engine is rootless',
        remedy: 'Register on the host as root, or in the table of the engine as its user',
        commands: [`${checks_check/* PROGRAM */.RX} setup linux/arm64 --scope engine`],
        explanation: 'A rootless engine lives in a user namespace. It uses the entries of the host, as long as nobody mounted binfmt_misc inside; an installer that is run in one of its containers (with Linux 6.7 or newer) makes a table of its own there, which is gone with the container. With `scope: engine` this program fills the table of the engine itself, for which no privilege is needed.',
        skip: skipSilent,
        look: ({ engine }) => (0,checks_check/* seen */.cI)(engine.server?.rootless === true
            ? 'docker info says so; an installer run in a container cannot serve it'
            : undefined),
    }),
    (0,checks_check/* doctorCheck */.Kd)({
        id: 'SB051',
        severity: 'info',
        title: 'buildx is not here',
        remedy: 'Install docker-buildx-plugin, or use docker/setup-buildx-action',
        commands: ['docker buildx version'],
        explanation: '`docker build --platform` for several platforms at once takes buildx.',
        skip: ({ engine }) => (engine.client ? undefined : 'there is no program named docker'),
        look: ({ engine }) => (0,checks_check/* seen */.cI)(engine.buildx === undefined ? 'docker buildx does not answer' : undefined),
    }),
    (0,checks_check/* doctorCheck */.Kd)({
        id: 'SB053',
        severity: 'warning',
        title: 'a builder does not know what runs here',
        remedy: 'Start the builder again, and set up before it is made from now on',
        commands: ['docker buildx stop builder', 'docker buildx inspect --bootstrap builder'],
        explanation: 'BuildKit looks at what the kernel can run when it starts, and keeps the answer: a builder that was there before the registration lists the old platforms, and falls back on emulators of its own for the others. The step that sets up belongs before docker/setup-buildx-action. The builder of the Docker engine itself looks again after 20 seconds.',
        skip: (doctor, context) => {
            if (doctor.engine.remote !== undefined)
                return 'the engine is on another machine';
            if (proven(context).length === 0)
                return 'no emulated platform is proven here';
            return localBuilders(doctor).length === 0 ? 'no builder is running' : undefined;
        },
        look: (doctor, context) => localBuilders(doctor).flatMap((builder) => {
            const absent = lacking(builder, proven(context));
            if (absent.length === 0)
                return [];
            const name = (0,checks_check/* shellWord */.r7)(builder.name);
            const own = builder.driver === 'docker';
            return [
                {
                    evidence: `builder ${(0,core_problem/* printable */.g$)(builder.name, 60)} (${(0,core_problem/* printable */.g$)(builder.driver, 30)}) does not list ${(0,checks_check/* listed */.KE)(absent)}, which ${absent.length === 1 ? 'runs' : 'run'} here`,
                    ...(own
                        ? {
                            remedy: 'Wait 20 seconds and ask it again; if it still does not list them, start the Docker engine again',
                            commands: ['sleep 21', 'docker buildx inspect'],
                        }
                        : { commands: [`docker buildx stop ${name}`, `docker buildx inspect --bootstrap ${name}`] }),
                },
            ];
        }),
    }),
    (0,checks_check/* doctorCheck */.Kd)({
        id: 'SB054',
        severity: 'info',
        title: 'BuildKit would use the emulator that it carries',
        remedy: 'Set these platforms up on the host',
        commands: ['node dist/cli.js setup linux/arm64'],
        explanation: 'The image moby/buildkit holds emulators of its own, and mounts one into each `RUN` of a platform that the kernel does not run (`/dev/.buildkit_qemu_emulator` in the log). They are of another version, programs started by programs pass through them differently, and they are a fallback only.',
        skip: (doctor) => localBuilders(doctor).some(({ driver }) => driver === 'docker-container')
            ? undefined
            : 'no builder of the driver docker-container is running',
        look: (doctor, { asked = [], verdicts }) => {
            const absent = asked.filter((arch) => verdicts?.get(arch)?.status === 'absent');
            const names = localBuilders(doctor).flatMap(({ driver, name }) => driver === 'docker-container' ? [name] : []);
            return (0,checks_check/* seen */.cI)(absent.length > 0
                ? `builder ${(0,checks_check/* listed */.KE)(names)} would run ${absent.join(', ')} by the emulator in its image`
                : undefined);
        },
    }),
];

// EXTERNAL MODULE: ./lib/core/binfmt-misc.js
var binfmt_misc = __webpack_require__(5162);
// EXTERNAL MODULE: ./lib/core/facts.js
var core_facts = __webpack_require__(6426);
// EXTERNAL MODULE: ./lib/core/verdict.js
var verdict = __webpack_require__(6992);
;// CONCATENATED MODULE: ./lib/core/checks/entries.js





const NOT_READY = 'the table cannot be read';
const NOTHING_PROBED = 'nothing was probed';
function skipUnread({ facts, verdicts }) {
    if (facts.table.state !== 'ready')
        return NOT_READY;
    return verdicts === undefined ? NOTHING_PROBED : undefined;
}
function shadowed(context, same) {
    const found = (0,checks_claims/* answeredClaimsOf */.M6)(context).filter((claim) => behind(claim).some((entry) => isSame(entry, claim.answering) === same));
    const broken = found.filter(({ verdict }) => verdict.status === 'broken');
    const worth = broken.length > 0 ? broken : found;
    if (worth.length === 0)
        return [];
    const evidence = worth.map((claim) => {
        const hidden = behind(claim).map(({ name }) => name);
        return `${claim.target.arch}: ${(0,checks_check/* listed */.KE)([claim.answering.name])} answers, and ${(0,checks_check/* listed */.KE)(hidden)} ${hidden.length === 1 ? 'is' : 'are'} never asked`;
    });
    return [
        {
            evidence: evidence.join('; '),
            severity: broken.length > 0 ? 'warning' : 'info',
            commands: (0,checks_claims/* entryCommands */.zJ)('-1', [...new Set(worth.map(({ answering }) => answering))]),
        },
    ];
}
function behind({ claiming, answering }) {
    return claiming.filter((entry) => entry.enabled && entry !== answering);
}
function isSame(a, b) {
    return a.match.kind === 'magic' && b.match.kind === 'magic' && (0,binfmt_misc/* sameMagic */.Yu)(a.match, b.match);
}
const EXAMPLE_SETUP = [(0,checks_claims/* setupCommand */.R3)(['arm64'])];
const EXAMPLE_REPLACE = [(0,checks_claims/* setupCommand */.R3)(['arm64'], true)];
const EXAMPLE_REMOVE = ['echo -1 | sudo tee /proc/sys/fs/binfmt_misc/qemu-aarch64'];
const ENTRY_CHECKS = [
    {
        id: 'SB030',
        severity: 'error',
        title: 'the native architecture is registered',
        preflight: false,
        remedy: 'Remove this entry, in a root shell that is open already: no other program can be started while it is there',
        commands: ['echo -1 > /proc/sys/fs/binfmt_misc/qemu-x86_64'],
        explanation: 'An entry that takes programs of the host’s own architecture takes its own emulator, too: the kernel asks again and again and gives up with “Too many levels of symbolic links” (ELOOP). No program can be started until it is gone, not even `sudo` or `tee`; `echo` of a shell is no program of its own.',
        skip: ({ facts }) => (facts.table.state === 'ready' ? undefined : NOT_READY),
        look: (context) => {
            const native = (0,checks_claims/* claimsOf */.ds)(context).find(({ target }) => target.arch === context.facts.architecture);
            const entries = native?.claiming.filter(({ enabled }) => enabled) ?? [];
            if (native === undefined || entries.length === 0)
                return [];
            const names = (0,checks_check/* listed */.KE)(entries.map(({ name }) => name));
            return [
                {
                    evidence: `${names} takes ${native.target.arch} programs, which this host runs itself`,
                    commands: (0,checks_claims/* entryCommands */.zJ)('-1', entries).map((command) => command.replace('| sudo tee', '>')),
                },
            ];
        },
    },
    {
        id: 'SB011',
        severity: 'error',
        title: 'not set up',
        preflight: false,
        remedy: 'Run setup for these platforms, before the builder is made',
        commands: EXAMPLE_SETUP,
        explanation: 'Nothing on this host takes programs of the platform: they end with `exec format error`. The set-up belongs to the running kernel; it is gone after the next start, and does not come along to another machine. As an error of `setup` this id says that a platform could not be proven, and why.',
        skip: skipUnread,
        look: (context) => {
            const claims = (0,checks_claims/* claimsOf */.ds)(context);
            const absent = claims.filter(({ verdict, claiming }) => verdict.status === 'absent' && claiming.length === 0);
            const archs = absent.map(({ target }) => target.arch);
            const asked = archs.filter((arch) => context.asked?.includes(arch));
            if (asked.length > 0)
                return [
                    { evidence: `no entry takes programs of ${asked.join(', ')}`, commands: [(0,checks_claims/* setupCommand */.R3)(asked)] },
                ];
            const nothing = claims.every(({ verdict: { status } }) => status === 'absent' || status === 'native');
            if (archs.length === 0)
                return [];
            return [
                {
                    evidence: nothing
                        ? 'no entry takes programs of any other architecture'
                        : `no entry takes programs of ${archs.join(', ')}; they were not asked for by name`,
                    severity: nothing ? 'warning' : 'info',
                    commands: [(0,checks_claims/* setupCommand */.R3)(archs)],
                },
            ];
        },
    },
    {
        id: 'SB027',
        severity: 'warning',
        title: 'entry switched off',
        preflight: false,
        remedy: 'Switch it on',
        commands: ['echo 1 | sudo tee /proc/sys/fs/binfmt_misc/qemu-aarch64'],
        explanation: 'Somebody wrote `0` to the entry. It stays in the table and is passed over.',
        skip: skipUnread,
        look: (context) => {
            const off = (0,checks_claims/* claimsOf */.ds)(context).filter(({ claiming, answering, verdict }) => claiming.length > 0 && answering === undefined && verdict.status !== 'native');
            if (off.length === 0)
                return [];
            const entries = [...new Set(off.flatMap(({ claiming }) => claiming.slice(0, 1)))];
            const wanted = off.some(({ target }) => context.asked?.includes(target.arch));
            return [
                {
                    evidence: `${(0,checks_check/* listed */.KE)(entries.map(({ name }) => name))}: disabled, and no other entry takes programs of ${off.map(({ target }) => target.arch).join(', ')}`,
                    severity: wanted ? 'error' : 'warning',
                    commands: (0,checks_claims/* entryCommands */.zJ)('1', entries),
                },
            ];
        },
    },
    {
        id: 'SB020',
        severity: 'error',
        title: 'entry without the F flag',
        preflight: false,
        remedy: 'Register again with the F flag',
        commands: EXAMPLE_SETUP,
        explanation: 'Without `F` the kernel looks for the emulator when a program is started, in the file system that the program sees. In a container there is none: `exec format error`, or `no such file or directory` for a file that is there. On the host itself everything seems to work.',
        skip: skipUnread,
        look: (context) => {
            const bare = (0,checks_claims/* handlersOf */.Jq)(context).filter(({ entry, verdicts }) => !entry.flags.includes('F') && verdicts.some(({ status }) => status !== 'emulated'));
            if (bare.length === 0)
                return [];
            return [
                {
                    evidence: `${(0,checks_check/* listed */.KE)(bare.map(({ entry }) => `${entry.name} (flags "${entry.flags}")`))}: containers do not see the emulator`,
                    commands: [(0,checks_claims/* setupCommand */.R3)(bare.flatMap(({ archs }) => archs))],
                },
            ];
        },
    },
    {
        id: 'SB033',
        severity: 'error',
        title: 'arguments are shifted',
        preflight: false,
        remedy: 'Register again: setup tries the flags out and takes those under which arguments arrive whole',
        commands: EXAMPLE_SETUP,
        explanation: 'With the flag `P` the kernel passes one argument more (argv[0] as it was given), and the emulator must know. QEMU asks the kernel, which tells since 5.12; builds of tonistiigi/binfmt assume it always. Where the two disagree every program gets one argument too many or too few: `applet not found`, options taken for file names.',
        skip: skipUnread,
        look: (context) => {
            const shifted = (0,checks_claims/* handlersOf */.Jq)(context).filter(({ verdicts }) => verdicts.some(({ result }) => result === 'arguments'));
            if (shifted.length === 0)
                return [];
            return [
                {
                    evidence: `${(0,checks_check/* listed */.KE)(shifted.map(({ entry }) => `${entry.name} (flags "${entry.flags}")`))}: the probe received another number of arguments than it was given`,
                    commands: [(0,checks_claims/* setupCommand */.R3)(shifted.flatMap(({ archs }) => archs))],
                },
            ];
        },
    },
    {
        id: 'SB034',
        severity: 'error',
        title: 'the emulator fails',
        preflight: false,
        remedy: 'Put another QEMU in its place',
        commands: EXAMPLE_REPLACE,
        explanation: 'There is an entry, and the program that stands behind it does not run a program of a hundred bytes. It crashed, did not end, emulates something else, or does nothing.',
        skip: skipUnread,
        look: (context) => {
            const failing = (0,checks_claims/* handlersOf */.Jq)(context).flatMap(({ entry, file, verdicts }) => verdicts
                .filter(({ status, result }) => {
                if (result === 'arguments' || result === undefined || result === 'works')
                    return false;
                if (result === 'no-handler' && context.facts.userNamespace)
                    return false;
                if (status === 'broken')
                    return !(result === 'no-interpreter' && explainsAbsence(file));
                return status === 'outside-only' && entry.flags.includes('F') && !explainsAbsence(file);
            })
                .map((verdict) => ({ entry, verdict })));
            if (failing.length === 0)
                return [];
            return [
                {
                    evidence: failing.map(({ verdict }) => `${verdict.arch}: ${verdict.reason}`).join('; '),
                    commands: [
                        (0,checks_claims/* setupCommand */.R3)(failing.map(({ verdict }) => verdict.arch), true),
                    ],
                },
            ];
        },
    },
    {
        id: 'SB031',
        severity: 'warning',
        title: 'emulated although this machine may run it itself',
        preflight: false,
        remedy: 'Remove the entry, and look whether the programs run without it',
        commands: ['echo -1 | sudo tee /proc/sys/fs/binfmt_misc/qemu-i386'],
        explanation: 'The kernel asks binfmt_misc before its own loader. An entry for 386 on an amd64 machine takes 32-bit programs away from the processor, and makes them slow; the same may be so for arm on arm64, where the processor has the 32-bit mode (many servers have not).',
        skip: skipUnread,
        look: (context) => {
            const { architecture } = context.facts;
            const taken = (0,checks_claims/* answeredClaimsOf */.M6)(context).filter(({ target }) => target.arch !== architecture &&
                (0,verdict/* mayRunNatively */.JL)(architecture, target.arch) &&
                !(target.arch === '386' &&
                    context.doctor?.kernelConfig?.options.get('CONFIG_IA32_EMULATION') === 'n'));
            return taken.map(({ target, answering }) => ({
                evidence: `${(0,checks_check/* listed */.KE)([answering.name])} takes ${target.arch} programs on this ${architecture} machine`,
                severity: target.arch === '386' ? 'warning' : 'info',
                commands: (0,checks_claims/* entryCommands */.zJ)('-1', [answering]),
            }));
        },
    },
    {
        id: 'SB028',
        severity: 'info',
        title: 'entry shadowed by a newer one',
        preflight: false,
        remedy: 'If the wrong one answers, remove the one that was registered later',
        commands: EXAMPLE_REMOVE,
        explanation: 'The kernel asks the newest entry first, however little of the file it looks at, and nothing in the table shows which one answers. Rosetta, FEX and QEMU on one machine lie over each other so.',
        skip: skipUnread,
        look: (context) => shadowed(context, false),
    },
    {
        id: 'SB029',
        severity: 'info',
        title: 'the same magic twice',
        preflight: false,
        remedy: 'Remove the one that is not wanted',
        commands: EXAMPLE_REMOVE,
        explanation: 'Two entries of different names take exactly the same files. The newer one answers; when it is removed or switched off the older one answers again.',
        skip: skipUnread,
        look: (context) => shadowed(context, true),
    },
    {
        id: 'SB032',
        severity: 'info',
        title: 'entry without the C flag',
        preflight: false,
        remedy: 'If sudo is needed in emulated containers, register again with the C flag',
        commands: EXAMPLE_REPLACE,
        explanation: 'Without `C` a setuid program runs without its rights: “sudo: effective uid is not 0”. Debian’s packages leave it out since August 2025, for a setuid program of another architecture then runs under an emulator with the rights of root.',
        skip: skipUnread,
        look: (context) => {
            const bare = (0,checks_claims/* handlersOf */.Jq)(context).filter(({ entry, verdicts }) => !entry.flags.includes('C') && verdicts.some(({ status }) => status === 'emulated'));
            if (bare.length === 0)
                return [];
            return [
                {
                    evidence: `${(0,checks_check/* listed */.KE)(bare.map(({ entry }) => `${entry.name} (${(0,binfmt_misc/* flagSet */.lQ)(entry.flags)})`))}: sudo and other setuid programs have no rights in emulated containers`,
                    commands: [
                        (0,checks_claims/* setupCommand */.R3)(bare.flatMap(({ archs }) => archs), true),
                    ],
                },
            ];
        },
    },
    {
        id: 'SB035',
        severity: 'info',
        title: 'entry without the P flag',
        preflight: false,
        remedy: 'If programs complain of their own name, register again with the P flag',
        commands: EXAMPLE_REPLACE,
        explanation: 'Without `P` a program does not learn by which name it was called (argv[0]); it sees its path. Programs that are several in one look for that name: busybox called by another name says `applet not found`, and login shells do not know that they are.',
        skip: skipUnread,
        look: (context) => {
            if (!(0,core_facts/* kernelAbilities */.Kv)(context.facts.kernel).tellsPreserve)
                return [];
            const bare = (0,checks_claims/* handlersOf */.Jq)(context).filter(({ entry, verdicts }) => !entry.flags.includes('P') && verdicts.some(({ status }) => status === 'emulated'));
            if (bare.length === 0)
                return [];
            return [
                {
                    evidence: `${(0,checks_check/* listed */.KE)(bare.map(({ entry }) => `${entry.name} (${(0,binfmt_misc/* flagSet */.lQ)(entry.flags)})`))}: emulated programs see their path in place of the name that they were called by`,
                    commands: [
                        (0,checks_claims/* setupCommand */.R3)(bare.flatMap(({ archs }) => archs), true),
                    ],
                },
            ];
        },
    },
    (0,checks_check/* doctorCheck */.Kd)({
        id: 'SB037',
        severity: 'info',
        title: 'systemd-binfmt would remove entries',
        remedy: 'To keep them, write them to /etc/binfmt.d: set the input persist to true',
        commands: [`${EXAMPLE_SETUP.join()} --persist`],
        explanation: 'When the service systemd-binfmt starts again it removes every entry and registers those of the binfmt.d folders. Installing a package with such a file restarts it (a trigger of dpkg: python3, LLVM, Wine, qemu-user …). Entries that no file holds are gone then. On a runner that lives for one job it matters only when such a package is installed after the set-up.',
        skip: ({ systemdBinfmt }, context) => systemdBinfmt ? skipUnread(context) : 'systemd-binfmt does not run on this machine',
        look: ({ rules, dpkgTrigger }, context) => {
            const kept = new Set(rules.map(({ name }) => name));
            const lost = (0,checks_claims/* handlersOf */.Jq)(context).filter(({ entry }) => !kept.has(entry.name));
            if (lost.length === 0)
                return [];
            const when = dpkgTrigger
                ? 'a restart of systemd-binfmt, and many a package'
                : 'a restart of systemd-binfmt';
            return [
                {
                    evidence: `${(0,checks_check/* listed */.KE)(lost.map(({ entry }) => entry.name))}: in no binfmt.d file, so that ${when} removes them`,
                    commands: [`${(0,checks_claims/* setupCommand */.R3)(lost.flatMap(({ archs }) => archs))} --persist`],
                },
            ];
        },
    }),
    (0,checks_check/* doctorCheck */.Kd)({
        id: 'SB038',
        severity: 'info',
        title: 'binfmt-support manages entries',
        remedy: 'Change its entries by update-binfmts, or they come back with its next start',
        commands: ['update-binfmts --display'],
        explanation: 'Debian’s binfmt-support keeps a list of its own and registers it at start and when packages are installed. It takes an entry that is there already for its own.',
        skip: ({ binfmtSupport }) => (binfmtSupport ? undefined : 'binfmt-support is not installed'),
        look: () => (0,checks_check/* seen */.cI)('update-binfmts is installed, and registers its own list at every start'),
    }),
    {
        id: 'SB039',
        severity: 'info',
        title: 'another translator answers',
        preflight: false,
        remedy: 'If it is not wanted, remove its entry; this program leaves it alone',
        commands: [],
        explanation: 'Rosetta, FEX and box64 run amd64 programs on arm64, faster than QEMU and with faults of their own. Docker Desktop, Lima, OrbStack and others register them, or a QEMU of their own, in their machine.',
        skip: skipUnread,
        look: (context) => {
            const others = (0,checks_claims/* handlersOf */.Jq)(context).filter(({ path, verdicts }) => !/(?:^|\/)qemu-/.test(path) && verdicts.every(({ qemuVersion }) => qemuVersion === undefined));
            return (0,checks_check/* seen */.cI)(others.length > 0 ? `${(0,checks_claims/* describeHandlers */.dQ)(others)} is no QEMU` : undefined);
        },
    },
];
function explainsAbsence(file) {
    if (file === undefined)
        return false;
    return file.state === 'missing' || file.kind === 'script' || file.elf?.interpreter === true;
}

;// CONCATENATED MODULE: ./lib/core/checks/environment.js



const SCARCE_BYTES = 200 * 1024 * 1024;
const OLDEST_NODE = 20;
function controlFailure({ facts, verdicts }) {
    const control = verdicts?.get(facts.architecture ?? '');
    if (control === undefined || control.status === 'native')
        return undefined;
    return `the probe of ${control.arch}, this host’s own architecture, does not run natively: ${control.reason || 'it is emulated'}`;
}
const ENVIRONMENT_CHECKS = [
    (0,checks_check/* doctorCheck */.Kd)({
        id: 'SB061',
        severity: 'error',
        title: 'probes cannot be run',
        remedy: 'Give this step a temporary folder in which programs can be started (TMPDIR)',
        commands: ['findmnt -o TARGET,OPTIONS -T /tmp'],
        explanation: 'Before it believes anything the doctor runs a small program of the host’s own architecture. If even that one does not run, nothing can be said of the others. The usual reason is a temporary folder that is mounted `noexec`, or cannot be written.',
        look: ({ probing }, context) => (0,checks_check/* seen */.cI)(probing === undefined ? controlFailure(context) : (0,core_problem/* printable */.g$)(probing, 200)),
    }),
    (0,checks_check/* doctorCheck */.Kd)({
        id: 'SB060',
        severity: 'info',
        title: 'a folder is mounted noexec',
        remedy: 'Set TMPDIR and RUNNER_TEMP to folders in which programs can be started',
        commands: ['findmnt -O noexec'],
        explanation: 'Programs cannot be started from such a file system, and an emulator that lies there cannot be registered (EACCES). This program looks for another folder by itself.',
        look: ({ places }) => {
            const shut = places.filter(({ noexec }) => noexec).map(({ what, path }) => `${what} ${path}`);
            return (0,checks_check/* seen */.cI)(shut.length > 0 ? (0,checks_check/* listed */.KE)(shut) : undefined);
        },
    }),
    (0,checks_check/* doctorCheck */.Kd)({
        id: 'SB063',
        severity: 'warning',
        title: 'little disk space',
        remedy: 'Make room',
        commands: ['df -h'],
        explanation: 'Emulators for all platforms take some 60 MB, their package or image as much again, and a build for several platforms many times that.',
        look: ({ places }) => {
            const full = places.filter(({ freeBytes }) => freeBytes !== undefined && freeBytes < SCARCE_BYTES);
            const texts = full.map(({ what, path, freeBytes = 0 }) => `${what} ${path} has ${Math.floor(freeBytes / 1024 / 1024)} MB left`);
            return (0,checks_check/* seen */.cI)(texts.length > 0 ? (0,checks_check/* listed */.KE)(texts) : undefined);
        },
    }),
    {
        id: 'SB062',
        severity: 'warning',
        title: 'Node.js is too old',
        preflight: false,
        remedy: `Use Node.js ${OLDEST_NODE} or newer; on a runner, upgrade the runner`,
        commands: ['node --version'],
        explanation: 'The action runs on the runner’s own Node.js 24, the terminal program on 20 or newer.',
        look: ({ facts }) => {
            const version = (0,core_facts/* parseVersion */.ot)(facts.nodeVersion);
            const old = version !== undefined && version[0] < OLDEST_NODE;
            return (0,checks_check/* seen */.cI)(old ? `this is Node.js ${(0,core_problem/* printable */.g$)(facts.nodeVersion, 40)}` : undefined);
        },
    },
    (0,checks_check/* doctorCheck */.Kd)({
        id: 'SB066',
        severity: 'warning',
        title: 'the log cannot be read',
        remedy: 'Name the file that the build wrote its output to, or - for standard input',
        commands: ['docker build . 2>&1 | tee build.log', 'node dist/cli.js doctor --log build.log'],
        explanation: 'The log that was given (`--log`, input `log`) is not there, is a folder, or may not be read by this user. A step that failed before the build leaves none. Everything else was looked at all the same.',
        look: ({ unreadableLog }) => {
            if (unreadableLog === undefined)
                return [];
            const absent = unreadableLog === 'ENOENT' ? ': the build may never have started' : '';
            return (0,checks_check/* seen */.cI)(`the log cannot be read (${(0,core_problem/* printable */.g$)(unreadableLog, 40)})${absent}`);
        },
    }),
    (0,checks_check/* doctorCheck */.Kd)({
        id: 'SB064',
        severity: 'info',
        title: 'a proxy is set',
        remedy: 'If downloads fail, see that the registries are allowed there',
        commands: [],
        explanation: 'The engine has a proxy configuration of its own; that of the environment is used by this program. Looked at only when the network was asked for (`--network`).',
        skip: ({ network }) => (network === undefined ? 'the network was not asked for (--network)' : undefined),
        look: ({ network }) => {
            const names = network?.proxies ?? [];
            return (0,checks_check/* seen */.cI)(names.length > 0 ? `${(0,checks_check/* listed */.KE)(names)} ${names.length === 1 ? 'is' : 'are'} set` : undefined);
        },
    }),
    (0,checks_check/* doctorCheck */.Kd)({
        id: 'SB065',
        severity: 'warning',
        title: 'a registry cannot be reached',
        remedy: 'Allow it in the firewall or proxy, name a mirror in registry-mirrors, or take QEMU from apt (qemu-from)',
        commands: [],
        explanation: 'The registries of the image were asked for their API. An answer that asks for a password is an answer. Looked at only when the network was asked for (`--network`).',
        skip: ({ network }) => (network === undefined ? 'the network was not asked for (--network)' : undefined),
        look: ({ network }) => {
            const closed = (network?.registries ?? []).flatMap(({ name, problem }) => problem === undefined ? [] : [`${(0,core_problem/* printable */.g$)(name, 80)}: ${(0,core_problem/* printable */.g$)(problem, 120)}`]);
            return (0,checks_check/* seen */.cI)(closed.length > 0 ? closed.join('; ') : undefined);
        },
    }),
];

;// CONCATENATED MODULE: ./lib/core/checks/kernel.js




const OLDEST_KERNEL = core_facts/* FIX_BINARY_SINCE */.p6.slice(0, 2).join('.');
const LOAD_ANYWAY = 'sudo modprobe --ignore-install binfmt_misc';
function mendingOf(blocks, forbidden) {
    const files = [...new Set(blocks.map(({ where }) => where))].filter((where) => where.startsWith('/'));
    const taking = files.map((file) => `sudo sed -i '/binfmt[-_]misc/s/^/# /' ${(0,checks_check/* shellWord */.r7)(file)}`);
    const past = blocks.some(({ where }) => !where.startsWith('/'));
    if (!forbidden && !past)
        return { commands: [LOAD_ANYWAY, ...taking] };
    return {
        remedy: 'Take the rules out, have the module loaded at the start, and start the machine again',
        commands: [...taking, 'echo binfmt_misc | sudo tee /etc/modules-load.d/binfmt_misc.conf', 'sudo reboot'],
    };
}
const KERNEL_CHECKS = [
    {
        id: 'SB001',
        severity: 'error',
        title: 'not Linux',
        preflight: true,
        remedy: 'Run this step on a Linux machine: binfmt_misc is a part of the Linux kernel',
        commands: [],
        explanation: 'Programs of another architecture are started by the Linux kernel, which hands them to an emulator. On macOS and Windows the containers of Docker Desktop run in a Linux machine of their own, which brings its emulators along: no set-up is needed, or possible, from outside.',
        look: ({ facts }) => (0,checks_check/* seen */.cI)(facts.system === 'linux' ? undefined : `this is ${(0,core_problem/* printable */.g$)(facts.system, 40)}`),
    },
    {
        id: 'SB002',
        severity: 'error',
        title: 'kernel without the F flag',
        preflight: true,
        remedy: `Upgrade the kernel to ${OLDEST_KERNEL} or newer`,
        commands: ['uname -r'],
        explanation: `Linux ${OLDEST_KERNEL} brought the flag \`F\`, by which the kernel opens the emulator once, when it is registered. Without it the emulator is looked for inside each container, where it is not. Such kernels answer \`Invalid argument\` to a registration with \`F\` (RHEL 7 and its kin have 3.10).`,
        look: (context) => {
            const { kernel } = context.facts;
            const old = !(0,core_facts/* kernelAbilities */.Kv)(kernel).fixBinary;
            return (0,checks_check/* hindrance */.l0)(context, old
                ? `kernel ${(0,core_problem/* printable */.g$)(kernel.release, 60)} is older than ${OLDEST_KERNEL} and has no F flag, without which a container cannot see the emulator`
                : undefined);
        },
    },
    {
        id: 'SB003',
        severity: 'error',
        title: 'kernel without binfmt_misc',
        preflight: true,
        remedy: 'Boot a kernel that is built with CONFIG_BINFMT_MISC',
        commands: ['zgrep -s BINFMT_MISC /proc/config.gz /boot/config-$(uname -r)'],
        explanation: 'The part of the kernel that starts foreign programs is an option, `CONFIG_BINFMT_MISC`. Hardened systems leave it out (Talos, kernels by the rules of the Kernel Self Protection Project), and so do kernels of some small virtual machines. Nothing but another kernel helps.',
        look: (context) => {
            const { kernel, table } = context.facts;
            const config = context.doctor?.kernelConfig;
            const written = config?.options.get('CONFIG_BINFMT_MISC') === 'n' ? ` (${config.path} says so)` : '';
            return (0,checks_check/* hindrance */.l0)(context, table.state === 'unsupported'
                ? `kernel ${(0,core_problem/* printable */.g$)(kernel.release, 60)} has no ${table.path}: it is built without CONFIG_BINFMT_MISC${written}`
                : undefined);
        },
    },
    {
        id: 'SB004',
        severity: 'error',
        title: 'module binfmt_misc missing',
        preflight: true,
        remedy: 'Install the modules of the running kernel, or boot the kernel whose modules are installed',
        commands: ['sudo apt-get install linux-modules-$(uname -r)'],
        explanation: 'The kernel has binfmt_misc as a module, and that module is not in `/lib/modules/$(uname -r)`. Usually the kernel was upgraded and the machine not started again since, or a minimal image came without its modules; on Ubuntu they are in `linux-modules-…`, on others in the package of the kernel.',
        look: (context) => {
            const { kernel, table } = context.facts;
            return (0,checks_check/* hindrance */.l0)(context, table.state === 'module-missing'
                ? `binfmt_misc is a module of kernel ${(0,core_problem/* printable */.g$)(kernel.release, 60)}, and it is not among the installed modules`
                : undefined);
        },
    },
    (0,checks_check/* doctorCheck */.Kd)({
        id: 'SB041',
        severity: 'error',
        title: 'module binfmt_misc blocked',
        remedy: 'Load the module past the rule, and take the rule out so that it is loaded at the next start, too',
        commands: [LOAD_ANYWAY],
        explanation: 'A line `install binfmt_misc /bin/false` in modprobe.d makes every attempt to load the module fail; `blacklist` only keeps the kernel from loading it by itself; `kernel.modules_disabled=1` forbids all loading until the next start. Hardening guides (CIS) write such lines.',
        skip: (_doctor, { facts }) => facts.table.state === 'not-loaded' ? undefined : 'binfmt_misc is no module that waits to be loaded',
        look: (doctor, context) => {
            const rules = doctor.moduleBlocks.map(({ where, rule }) => `${(0,core_problem/* printable */.g$)(where, 120)} says "${(0,core_problem/* printable */.g$)(rule, 120)}"`);
            const forbidden = doctor.sysctls['kernel.modules_disabled'] === 1;
            const all = [...rules, ...(forbidden ? ['kernel.modules_disabled is 1 until the next start'] : [])];
            const [sighting] = (0,checks_check/* hindrance */.l0)(context, all.length > 0 ? all.join('; ') : undefined);
            if (sighting === undefined)
                return [];
            return [{ ...sighting, ...mendingOf(doctor.moduleBlocks, forbidden) }];
        },
    }),
    {
        id: 'SB013',
        severity: 'info',
        title: 'entries last as long as the mount',
        preflight: false,
        remedy: `Leave ${binfmt_misc/* TABLE_PATH */.Fb} mounted on the host`,
        commands: [`findmnt ${binfmt_misc/* TABLE_PATH */.Fb}`],
        explanation: 'Since Linux 6.7, and the stable kernels of August 2024, all entries are dropped when the last mount of binfmt_misc goes. A container that mounts it, registers and ends leaves nothing behind, and still reports success. This program mounts it on the host, where it stays.',
        skip: ({ facts }) => (facts.table.state === 'ready' ? 'it is mounted here' : undefined),
        look: ({ facts }) => (0,checks_check/* seen */.cI)((0,core_facts/* kernelAbilities */.Kv)(facts.kernel).entriesDieWithMount
            ? `on kernel ${(0,core_problem/* printable */.g$)(facts.kernel.release, 60)} entries vanish with the last mount: what an installer in a container registers is gone when it ends`
            : undefined),
    },
];

;// CONCATENATED MODULE: ./lib/core/checks/namespaces.js



const ENOUGH_IDS = 65_536;
const LIMIT_REACHED = /No space left on device|Too many users/;
const NOT_TRIED = 'nobody tried to make a table of their own';
function obstacle(check, see) {
    return {
        ...check,
        severity: 'error',
        preflight: true,
        skip: ({ facts }) => (facts.namespaces === undefined ? NOT_TRIED : undefined),
        look: (context) => {
            const { namespaces } = context.facts;
            if (namespaces === undefined || !isFailed(namespaces))
                return [];
            const severity = namespaces.wanted ? 'error' : 'info';
            return (0,checks_check/* seen */.cI)(see(namespaces, context)).map((sighting) => ({ ...sighting, severity }));
        },
    };
}
function isFailed(namespaces) {
    return !namespaces.attempt.ok;
}
function isExplained(failed, { facts }) {
    return (!(0,core_facts/* kernelAbilities */.Kv)(facts.kernel).tablePerNamespace ||
        !failed.built ||
        failed.limit === 0 ||
        LIMIT_REACHED.test(failed.attempt.said) ||
        (facts.uid !== 0 && (failed.unprivilegedClone === false || failed.appArmorRestricts === true)));
}
function said(failed) {
    return (0,core_problem/* printable */.g$)(failed.attempt.said, 160) || 'no reason was given';
}
const CAP_SETFCAP = 31n;
const NO_SETFCAP = 'root without the capability SETFCAP may not map itself into a user namespace, and an ordinary user may: run this step as one, or keep the capability';
function mayMapRoot({ capabilities }) {
    return ((capabilities >> CAP_SETFCAP) & 1n) === 1n;
}
const NAMESPACE_CHECKS = [
    obstacle({
        id: 'SB070',
        title: 'kernel without private tables',
        remedy: 'Upgrade the kernel to 6.7 or newer, or have root register on the host once',
        commands: ['uname -r'],
        explanation: 'Since Linux 6.7 each user namespace can have a binfmt_misc of its own, and its root, who may be an ordinary user of the machine, fills it. Before that there is one table for all, and it takes root of the machine.',
    }, (failed, { facts }) => (0,core_facts/* kernelAbilities */.Kv)(facts.kernel).tablePerNamespace || failed.attempt.stage === 'engine'
        ? undefined
        : `kernel ${(0,core_problem/* printable */.g$)(facts.kernel.release, 60)} is older than 6.7: it has one table for the whole machine, and only root may fill it`),
    obstacle({
        id: 'SB071',
        title: 'no more user namespaces allowed',
        remedy: 'Raise user.max_user_namespaces on the host',
        commands: ['sudo sysctl -w user.max_user_namespaces=15000'],
        explanation: 'Every namespace counts against `user.max_user_namespaces`, in the namespace that it is made in and in all those around it. Hardening guides set it to 0; a container may have a limit of its own. A kernel can also be built without user namespaces.',
    }, ({ built, limit, attempt }) => {
        if (!built)
            return 'the kernel is built without user namespaces (CONFIG_USER_NS)';
        if (limit === 0)
            return 'user.max_user_namespaces is 0';
        return LIMIT_REACHED.test(attempt.said)
            ? `user.max_user_namespaces allows no more${limit === undefined ? '' : ` (it is ${limit} here, and may be less outside)`}`
            : undefined;
    }),
    obstacle({
        id: 'SB072',
        title: 'user namespaces are for root only',
        remedy: 'Set kernel.unprivileged_userns_clone to 1 on the host',
        commands: ['sudo sysctl -w kernel.unprivileged_userns_clone=1'],
        explanation: 'Debian’s kernels before 5.10, and some that were hardened since, have a switch that leaves user namespaces to root.',
    }, ({ unprivilegedClone }, { facts }) => unprivilegedClone === false && facts.uid !== 0
        ? 'kernel.unprivileged_userns_clone is 0 (a setting of Debian’s kernels)'
        : undefined),
    obstacle({
        id: 'SB073',
        title: 'AppArmor takes the rights out of user namespaces',
        remedy: 'Set kernel.apparmor_restrict_unprivileged_userns to 0 on the host, or have root register there',
        commands: ['sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0'],
        explanation: 'Ubuntu 23.10 and newer lets ordinary programs make a user namespace, and takes all capabilities away in it, unless an AppArmor profile says otherwise. Without them nothing can be mounted. Hosted runners of GitHub have sudo, and need no private table.',
    }, ({ appArmorRestricts, attempt }, { facts }) => appArmorRestricts === true && facts.uid !== 0 && attempt.stage !== 'tools' && attempt.stage !== 'engine'
        ? `kernel.apparmor_restrict_unprivileged_userns is 1 (Ubuntu 23.10 and newer), and the ${attempt.stage === 'mount' ? 'mount' : 'namespace'} was refused`
        : undefined),
    obstacle({
        id: 'SB074',
        title: 'a seccomp filter forbids user namespaces',
        remedy: 'Run the container with a seccomp profile that allows unshare and mount (Docker: --security-opt seccomp=unconfined; Kubernetes: seccompProfile.type Unconfined), or register on the host',
        commands: [],
        explanation: 'The seccomp profile of Docker, and the `RuntimeDefault` of Kubernetes, forbid `unshare` and `mount` to containers without CAP_SYS_ADMIN. The kernel would allow them.',
    }, (failed, context) => failed.attempt.stage === 'unshare' && failed.seccomp && !isExplained(failed, context)
        ? `a new user namespace was refused (${said(failed)}), and a seccomp filter is at work on this process`
        : undefined),
    obstacle({
        id: 'SB075',
        title: 'mounting is forbidden in the namespace',
        remedy: 'Run the container without a profile that forbids mount (Docker: --security-opt apparmor=unconfined; Kubernetes: appArmorProfile.type Unconfined), or register on the host',
        commands: ['cat /proc/self/attr/current'],
        explanation: 'The namespace was made, and mounting in it was refused: usually by the AppArmor profile of the container engine (`docker-default`, `cri-containerd.apparmor.d`), which denies every mount.',
    }, (failed, context) => {
        if (failed.attempt.stage !== 'mount' || isExplained(failed, context))
            return undefined;
        const profile = failed.appArmorProfile === undefined
            ? ''
            : `; the AppArmor profile ${(0,core_problem/* printable */.g$)(failed.appArmorProfile, 60)} confines this process`;
        return `the table could not be mounted in a namespace of our own: ${said(failed)}${profile}`;
    }),
    obstacle({
        id: 'SB076',
        title: 'no tools for namespaces',
        remedy: 'Install util-linux and mount',
        commands: ['sudo apt-get install util-linux mount'],
        explanation: 'The namespaces are made and entered by programs of util-linux, and the table is mounted by mount.',
    }, (failed) => (failed.attempt.stage === 'tools' ? said(failed) : undefined)),
    obstacle({
        id: 'SB077',
        title: 'no user namespace',
        remedy: 'Allow this user a user namespace, or have root register on the host once',
        commands: ['unshare --user --map-root-user --mount true'],
        explanation: 'The namespace could not be made, or its ids could not be mapped, and no setting that is known explains it. In a chroot the kernel refuses user namespaces altogether. Root needs the capability SETFCAP to be root of a namespace (Linux 5.12); ordinary users need nothing.',
    }, (failed, context) => {
        const { stage } = failed.attempt;
        if (stage === 'map' && context.facts.uid === 0 && !mayMapRoot(context.facts))
            return NO_SETFCAP;
        const other = stage === 'map' || (stage === 'unshare' && !failed.seccomp);
        return other && !isExplained(failed, context)
            ? `a user namespace could not be made: ${said(failed)}`
            : undefined;
    }),
    obstacle({
        id: 'SB078',
        title: 'no rootless engine',
        remedy: 'Start the rootless Docker or podman of this user before this step, as this user',
        commands: ['systemctl --user start docker', 'podman unshare true'],
        explanation: 'With `scope: engine` the table of a rootless engine is filled. Such an engine lives in namespaces that its user may enter, and is found by the process ids that it leaves in `$XDG_RUNTIME_DIR`.',
    }, (failed) => (failed.attempt.stage === 'engine' ? said(failed) : undefined)),
    {
        id: 'SB079',
        severity: 'warning',
        title: 'few ids in namespaces',
        preflight: false,
        remedy: 'Install uidmap, and grant this user subordinate ids',
        commands: [
            'sudo apt-get install uidmap',
            'sudo usermod --add-subuids 100000-165535 --add-subgids 100000-165535 "$USER"',
        ],
        explanation: 'An ordinary user may map one id into a namespace: their own. More of them, which building images with several users takes, are granted in `/etc/subuid` and `/etc/subgid`, and mapped by newuidmap and newgidmap, which are setuid root. Running programs needs none of this.',
        skip: ({ facts }) => (facts.namespaces === undefined ? NOT_TRIED : undefined),
        look: ({ facts }) => {
            const severity = facts.namespaces?.wanted === true ? 'warning' : 'info';
            return (0,checks_check/* seen */.cI)(explainFewIds(facts.uid, facts.namespaces)).map((sighting) => ({ ...sighting, severity }));
        },
    },
];
function explainFewIds(uid, namespaces) {
    if (namespaces === undefined || !namespaces.attempt.ok || uid === 0)
        return undefined;
    const { missingHelpers, subUids, subGids, attempt } = namespaces;
    if (attempt.ids > ENOUGH_IDS)
        return undefined;
    const reason = missingHelpers.length > 0
        ? `${missingHelpers.join(' and ')} ${missingHelpers.length === 1 ? 'is' : 'are'} not installed`
        : subUids < ENOUGH_IDS || subGids < ENOUGH_IDS
            ? `/etc/subuid grants user ${uid} ${subUids} ids, and /etc/subgid ${subGids}`
            : 'newuidmap could not map them (it has to be setuid root)';
    return `a namespace has ${attempt.ids} of the ${ENOUGH_IDS + 1} user ids that building images takes: ${reason}`;
}

;// CONCATENATED MODULE: ./lib/core/checks/privilege.js


const ON_THE_HOST = 'have root register on the host once: containers and later jobs see it';
const PRIVATE_WORKS = {
    remedy: `Write scope: private, which works here without any privilege, and shell: with-binfmt bash -e {0} in later steps (on a terminal: exec, in place of setup); or run this step as root, or allow this user passwordless sudo; or ${ON_THE_HOST}`,
    commands: ['scope: private', 'shell: with-binfmt bash -e {0}', `${checks_check/* PROGRAM */.RX} exec linux/arm64 -- command`],
};
const PRIVILEGE_CHECKS = [
    {
        id: 'SB008',
        severity: 'error',
        title: 'no privilege to change the table',
        preflight: false,
        remedy: `Run this step as root, or allow this user passwordless sudo; or ${ON_THE_HOST}`,
        commands: ['sudo -n true'],
        explanation: 'Writing to the table takes root, and mounting it the capability `CAP_SYS_ADMIN`. Hosted runners have sudo without a password; self-hosted runners and job containers often do not. Where everything that was asked for runs already, no privilege is needed.',
        look: (context) => (0,checks_check/* hindrance */.l0)(context, explainPrivilege(context.facts)).map((sighting) => context.facts.namespaces?.attempt.ok === true ? { ...sighting, ...PRIVATE_WORKS } : sighting),
    },
    {
        id: 'SB017',
        severity: 'error',
        title: 'container without privilege',
        preflight: false,
        remedy: `Run this step on the runner itself instead of in a container (a virtual machine such as ubuntu-latest, not ubuntu-slim); or ${ON_THE_HOST}`,
        commands: [],
        explanation: 'A container that is not privileged sees an empty, read-only `/proc/sys/fs/binfmt_misc` and may not mount it. That is so for job containers, for runners that are containers themselves (ubuntu-slim, act, Gitea, runners on Kubernetes) and for Docker in Docker. The kernel is the host’s: what the host has registered with the flag `F` works in all its containers.',
        skip: ({ facts }) => (facts.container === undefined ? 'this is no container that is known' : undefined),
        look: (context) => {
            const { container, table } = context.facts;
            const shut = table.state !== 'ready' && !(0,core_facts/* maySysAdmin */.cM)(context.facts);
            return (0,checks_check/* hindrance */.l0)(context, shut
                ? `this is a container (${container}) without CAP_SYS_ADMIN, and its binfmt_misc is ${table.state}`
                : undefined);
        },
    },
    {
        id: 'SB018',
        severity: 'error',
        title: 'user namespace without a table',
        preflight: false,
        remedy: 'Register on the host as root: this namespace uses the table of the host',
        commands: [`sudo ${checks_check/* PROGRAM */.RX} setup`],
        explanation: 'Before Linux 6.7 there is one table for the whole machine, and only root of the first user namespace may mount it. Rootless Docker, rootless podman and sysbox run in another one: “operation not permitted”.',
        skip: ({ facts }) => (facts.userNamespace ? undefined : 'this is the first user namespace'),
        look: (context) => {
            const { facts } = context;
            const shut = facts.table.state !== 'ready' && !(0,core_facts/* kernelAbilities */.Kv)(facts.kernel).tablePerNamespace;
            return (0,checks_check/* hindrance */.l0)(context, shut
                ? 'this process lives in a user namespace, and before Linux 6.7 those have no table of their own'
                : undefined);
        },
    },
    (0,checks_check/* doctorCheck */.Kd)({
        id: 'SB019',
        severity: 'info',
        title: 'no chroot to prove the F flag in',
        remedy: 'Run the doctor as root, or allow user namespaces, to have it proven',
        commands: [
            'sysctl user.max_user_namespaces kernel.unprivileged_userns_clone kernel.apparmor_restrict_unprivileged_userns',
        ],
        explanation: 'That an emulator works in containers is proven in a chroot that holds nothing but a small program. Entering one takes root or a user namespace of one’s own. Where neither is to be had, all that can be said is that the platform runs on this host.',
        look: ({ sysctls }, { facts, verdicts }) => {
            const doubtful = [...(verdicts?.values() ?? [])].filter(({ status, result }) => status === 'outside-only' && result === 'works');
            if (doubtful.length === 0)
                return [];
            const closed = [
                sysctls['user.max_user_namespaces'] === 0 ? 'user.max_user_namespaces is 0' : '',
                sysctls['kernel.unprivileged_userns_clone'] === 0 ? 'kernel.unprivileged_userns_clone is 0' : '',
                sysctls['kernel.apparmor_restrict_unprivileged_userns'] === 1
                    ? 'kernel.apparmor_restrict_unprivileged_userns is 1'
                    : '',
            ].filter((reason) => reason !== '');
            const why = closed.length > 0 ? closed.join(', ') : 'no chroot could be entered';
            const names = doubtful.map(({ arch }) => arch).join(', ');
            return (0,checks_check/* seen */.cI)(`${names}: runs here as user ${facts.uid}, but not proven in a chroot: ${why}`);
        },
    }),
];
function explainPrivilege(facts) {
    const where = facts.container === undefined ? '' : ` inside a container (${facts.container})`;
    if (facts.privilege === 'none')
        return `user ${facts.uid} is not root${where}, and sudo does not work without a password`;
    const mounted = facts.table.state === 'ready';
    if (facts.privilege === 'root' && !mounted && !(0,core_facts/* maySysAdmin */.cM)(facts)) {
        return `binfmt_misc is not mounted, and root${where} lacks CAP_SYS_ADMIN to mount it`;
    }
    const { owner } = facts.table;
    if (facts.privilege === 'root' && owner !== undefined && owner !== facts.uid) {
        return `the table belongs to another user namespace, in which root${where} of this one has no rights`;
    }
    return undefined;
}

// EXTERNAL MODULE: ./lib/core/advisories.js
var advisories = __webpack_require__(7290);
;// CONCATENATED MODULE: ./lib/core/checks/qemu.js





const ET_EXEC = 2;
const MOST_ADVISORIES = 3;
const NO_HANDLER = 'no entry takes programs of another architecture';
function skipNone(_doctor, context) {
    return (0,checks_claims/* handlersOf */.Jq)(context).length === 0 ? NO_HANDLER : undefined;
}
function fault(context, isFaulty, says) {
    const faulty = (0,checks_claims/* handlersOf */.Jq)(context).filter(isFaulty);
    if (faulty.length === 0)
        return [];
    const works = faulty.every(({ verdicts }) => verdicts.every(({ status }) => status === 'emulated'));
    return [
        {
            evidence: `${(0,checks_claims/* describeHandlers */.dQ)(faulty)} ${says}`,
            ...(works ? { severity: 'info' } : {}),
            commands: [
                (0,checks_claims/* setupCommand */.R3)(faulty.flatMap(({ archs }) => archs), true),
            ],
        },
    ];
}
function isHostProgram(elf, architecture) {
    const host = architecture === undefined ? undefined : (0,platforms/* targetOf */.$r)(architecture);
    if (host === undefined)
        return true;
    return elf.machine === host.elf.machine && elf.bits === host.elf.bits && elf.endian === host.elf.endian;
}
function versionsOf(context) {
    const found = new Map();
    for (const { verdicts, file } of (0,checks_claims/* handlersOf */.Jq)(context)) {
        const type = file?.elf === undefined ? undefined : file.elf.type === ET_EXEC ? 'exec' : 'dyn';
        for (const { arch, qemuVersion: version } of verdicts) {
            if (version === undefined)
                continue;
            const key = `${version} ${type}`;
            const one = found.get(key) ?? { version, archs: [], type };
            one.archs.push(arch);
            found.set(key, one);
        }
    }
    return [...found.values()];
}
function qemu_advisories(context, kind) {
    const { architecture, kernel } = context.facts;
    return versionsOf(context).flatMap(({ version, archs, type }) => {
        const all = (0,advisories/* advisoriesFor */.J)({
            version,
            hostArch: architecture ?? '',
            targets: archs,
            kernelVersion: kernel.release,
            ...(type === undefined ? {} : { interpreterType: type }),
        }).filter(kind);
        const [first] = all;
        if (first === undefined)
            return [];
        const texts = all.slice(0, MOST_ADVISORIES).map(({ text }) => text);
        const more = all.length - texts.length;
        return [
            {
                evidence: `${archs.join(', ')}: ${texts.join('; ')}${more > 0 ? `; and ${more} more` : ''}`,
                severity: first.severity,
                remedy: first.remedy,
                commands: first.severity === 'warning' ? [(0,checks_claims/* setupCommand */.R3)(archs, true)] : [],
            },
        ];
    });
}
const TOO_OLD = 'qemu-too-old';
const FIXED_ADDRESS = /^fixed-address/;
const EXAMPLE = [(0,checks_claims/* setupCommand */.R3)(['arm64'], true)];
const QEMU_CHECKS = [
    (0,checks_check/* doctorCheck */.Kd)({
        id: 'SB021',
        severity: 'error',
        title: 'interpreter missing',
        remedy: 'Register again, with an emulator that is there',
        commands: EXAMPLE,
        explanation: 'The file that the entry names is gone: a package was removed, a cache was cleaned, a container that brought it has ended. With `F` the kernel keeps the old file open and all goes on, until the entry is registered anew.',
        skip: skipNone,
        look: (_doctor, context) => fault(context, ({ file }) => file?.state === 'missing', 'is no longer there'),
    }),
    (0,checks_check/* doctorCheck */.Kd)({
        id: 'SB022',
        severity: 'error',
        title: 'interpreter is not static',
        remedy: 'Use a static emulator',
        commands: EXAMPLE,
        explanation: 'A program that is linked dynamically needs a loader and libraries, which are not in the container: it works on the host, and nowhere else, whatever the flags. The packages `qemu-user` and `qemu-user-binfmt` of Ubuntu are so; `qemu-user-static`, Debian’s `qemu-user` since version 10 and the images of tonistiigi/binfmt are static.',
        skip: skipNone,
        look: (_doctor, context) => fault(context, ({ file }) => file?.elf?.interpreter === true, 'is linked dynamically: containers lack its libraries'),
    }),
    (0,checks_check/* doctorCheck */.Kd)({
        id: 'SB023',
        severity: 'error',
        title: 'interpreter of another architecture',
        remedy: 'Use an emulator that was built for this host',
        commands: EXAMPLE,
        explanation: 'The emulator is itself a program of another architecture than the host’s. multiarch/qemu-user-static exists for amd64 only, and does this on arm64 machines.',
        skip: skipNone,
        look: (_doctor, context) => fault(context, ({ file }) => file?.elf !== undefined && !isHostProgram(file.elf, context.facts.architecture), `is no ${context.facts.architecture} program`),
    }),
    (0,checks_check/* doctorCheck */.Kd)({
        id: 'SB024',
        severity: 'error',
        title: 'interpreter is a script or no program',
        remedy: 'Register the emulator itself',
        commands: EXAMPLE,
        explanation: 'The kernel accepts any file. A script needs its shell, which a container may not have or have for another architecture; a file of no known format cannot be run at all.',
        skip: skipNone,
        look: (_doctor, context) => [
            ...fault(context, ({ file }) => file?.kind === 'script', 'is a script: containers lack its shell'),
            ...fault(context, ({ file }) => file?.kind === 'other' || file?.state === 'no-file', 'is no program'),
        ],
    }),
    (0,checks_check/* doctorCheck */.Kd)({
        id: 'SB025',
        severity: 'warning',
        title: 'interpreter replaced since it was registered',
        remedy: 'Register again, to use the file that is there now',
        commands: EXAMPLE,
        explanation: 'With `F` the kernel opened the emulator when the entry was written, and goes on with that file after it was replaced: an upgrade of the package changes nothing until the entry is removed and written again. The doctor compares what the kernel’s emulator answers with what the file says of itself.',
        skip: skipNone,
        look: (_doctor, context) => {
            const replaced = (0,checks_claims/* handlersOf */.Jq)(context).flatMap((handler) => {
                const now = handler.file?.version;
                const answers = handler.verdicts.flatMap(({ handlerVersion }) => handlerVersion ?? []);
                const old = answers.find((answer) => answer !== now);
                return now === undefined || old === undefined ? [] : [{ handler, now, old }];
            });
            if (replaced.length === 0)
                return [];
            const texts = replaced.map(({ handler, now, old }) => `${(0,core_problem/* printable */.g$)(handler.entry.name, 60)} answers "${(0,core_problem/* printable */.g$)(old, 80)}", and the file says "${(0,core_problem/* printable */.g$)(now, 80)}"`);
            return [
                {
                    evidence: texts.join('; '),
                    commands: [
                        (0,checks_claims/* setupCommand */.R3)(replaced.flatMap(({ handler }) => handler.archs), true),
                    ],
                },
            ];
        },
    }),
    {
        id: 'SB040',
        severity: 'warning',
        title: 'QEMU is too old',
        preflight: false,
        remedy: 'Use a newer QEMU',
        commands: EXAMPLE,
        explanation: 'Before 10.1.3 QEMU lacks the system call openat2 or translates it wrongly, which breaks `tar` of current images, and several crashes were mended since.',
        skip: (context) => (versionsOf(context).length === 0 ? 'no QEMU answers' : undefined),
        look: (context) => qemu_advisories(context, ({ id }) => id === TOO_OLD),
    },
    {
        id: 'SB043',
        severity: 'warning',
        title: 'known trouble with this QEMU',
        preflight: false,
        remedy: 'Use a newer QEMU',
        commands: EXAMPLE,
        explanation: 'Faults that were reported for the version that answers, for this host and the architectures in question. They do not have to occur.',
        skip: (context) => (versionsOf(context).length === 0 ? 'no QEMU answers' : undefined),
        look: (context) => qemu_advisories(context, ({ id }) => id !== TOO_OLD && !FIXED_ADDRESS.test(id)),
    },
    (0,checks_check/* doctorCheck */.Kd)({
        id: 'SB026',
        severity: 'warning',
        title: 'QEMU is linked at a fixed address',
        remedy: 'Use a QEMU that is linked static-pie',
        commands: EXAMPLE,
        explanation: 'Kernels randomise where the heap begins (brk). A QEMU that is linked at a fixed address (ELF type ET_EXEC) then may find its own heap where the program should be, and crashes at random. Builds that are position-independent do not.',
        skip: (doctor, context) => {
            if (doctor.sysctls['kernel.randomize_va_space'] === 0)
                return 'this kernel does not randomise addresses';
            return skipNone(doctor, context);
        },
        look: (_doctor, context) => qemu_advisories(context, ({ id }) => FIXED_ADDRESS.test(id)),
    }),
    (0,checks_check/* doctorCheck */.Kd)({
        id: 'SB044',
        severity: 'info',
        title: 'QEMU_* variables are exported',
        remedy: 'Take them out of the environment of the steps that run foreign programs',
        commands: ['unset QEMU_VERSION'],
        explanation: 'Every emulated program reads them. With `QEMU_VERSION`, a popular name for a build’s own setting, each one prints QEMU’s version and ends; `QEMU_LD_PREFIX`, `QEMU_CPU` and others change how programs run. Docker does not hand them into containers.',
        look: ({ qemuVariables }) => {
            if (qemuVariables.length === 0)
                return [];
            const grave = qemuVariables.filter((name) => GRAVE_VARIABLES.includes(name));
            return [
                {
                    evidence: `${(0,checks_check/* listed */.KE)(qemuVariables)} ${qemuVariables.length === 1 ? 'is' : 'are'} exported here${grave.length > 0 ? `: with ${(0,checks_check/* listed */.KE)(grave)} no emulated program outside of containers runs as it should` : ''}`,
                    severity: grave.length > 0 ? 'warning' : 'info',
                    commands: [`unset ${qemuVariables.map((name) => (0,core_problem/* printable */.g$)(name, 60)).join(' ')}`],
                },
            ];
        },
    }),
];
const GRAVE_VARIABLES = ['QEMU_VERSION', 'QEMU_HELP', 'QEMU_GDB', 'QEMU_SINGLESTEP'];

// EXTERNAL MODULE: ./lib/core/supply-trouble.js
var supply_trouble = __webpack_require__(3584);
;// CONCATENATED MODULE: ./lib/core/checks/supply.js


const NOT_FETCHED = 'only a setup that needs QEMU looks at this';
function supplyCheck(kind, check) {
    return {
        ...check,
        severity: 'warning',
        remedy: supply_trouble/* TROUBLE_REMEDIES */.lK[kind],
        preflight: false,
        skip: ({ supply }) => (supply === undefined ? NOT_FETCHED : undefined),
        look: ({ supply = [] }) => supply.filter((trouble) => trouble.kind === kind).map(sightingOf),
    };
}
function sightingOf(trouble) {
    const words = (0,supply_trouble/* wordTrouble */.yK)(trouble);
    if (trouble.kind !== 'unpinned')
        return words;
    const { image, pinned } = trouble;
    return { ...words, commands: [pinned === undefined ? askForDigest(image) : setupFrom(pinned)] };
}
function setupFrom(image) {
    return `${checks_check/* PROGRAM */.RX} setup --image ${image}`;
}
function askForDigest(image) {
    return `docker image inspect --format '{{index .RepoDigests 0}}' ${image}`;
}
const SUPPLY_CHECKS = [
    supplyCheck('unpinned', {
        id: 'SB045',
        title: 'the image is named without a digest',
        commands: [setupFrom('docker.io/tonistiigi/binfmt:latest@sha256:…')],
        explanation: 'A tag can be moved: the next run may get another QEMU, good or bad, and whatever a mirror gives has to be believed. With the digest every run gets the same bytes, wherever they come from, and one that has them in its store or cache needs no network. The finding says what the tag means now, to be written into the input `image`.',
    }),
    supplyCheck('damaged', {
        id: 'SB046',
        title: 'a stored QEMU is damaged',
        commands: ['ls -lR "$RUNNER_TOOL_CACHE/setup-binfmt"'],
        explanation: 'Every binary in the store is compared with what was recorded of it before it is registered. This one differs, or others may write to it; it is not used but fetched again, so nothing is wrong with this run. Somebody or something changes files there: another job on a shared runner, a disk, a clean-up that stopped half-way.',
    }),
    supplyCheck('unrefreshed', {
        id: 'SB047',
        title: 'apt could not be asked for a newer QEMU',
        commands: ['apt-get update'],
        explanation: 'With `apt` in `qemu-from`, the package lists are asked for the current version from time to time. They did not answer, and what was verified and stored earlier is used.',
    }),
];

;// CONCATENATED MODULE: ./lib/core/checks/table.js




const MOUNT = 'sudo mount -t binfmt_misc binfmt_misc /proc/sys/fs/binfmt_misc';
const CONTAINER_IMAGE = 'a container that sees /proc/sys';
const TABLE_CHECKS = [
    {
        id: 'SB005',
        severity: 'error',
        title: '/proc/sys hidden',
        preflight: false,
        remedy: `Run this step on the host itself, or in ${CONTAINER_IMAGE}`,
        commands: [],
        explanation: 'Some sandboxes and container engines cover `/proc/sys`. Then nobody inside can see or change the table, whatever their rights; programs of other architectures may run all the same, if the host knows them.',
        look: (context) => {
            const { table } = context.facts;
            return (0,checks_check/* hindrance */.l0)(context, table.state === 'masked' ? `${table.path} cannot be seen from here` : undefined);
        },
    },
    {
        id: 'SB006',
        severity: 'error',
        title: 'binfmt_misc switched off',
        preflight: true,
        remedy: 'Switch the table on; this is left to you, because it concerns every entry of the machine',
        commands: ['echo 1 | sudo tee /proc/sys/fs/binfmt_misc/status'],
        explanation: 'The file `status` switches all entries at once, without changing what each of them says of itself. Somebody wrote `0` to it.',
        look: (context) => {
            const { table } = context.facts;
            const off = table.state === 'disabled';
            return (0,checks_check/* hindrance */.l0)(context, off ? `${table.path}/status reads "disabled": no entry is used` : undefined);
        },
    },
    {
        id: 'SB007',
        severity: 'error',
        title: 'binfmt_misc mounted read-only',
        preflight: false,
        remedy: 'Mount it for writing',
        commands: ['sudo mount -o remount,rw /proc/sys/fs/binfmt_misc'],
        explanation: 'The entries work, but none can be added or changed. Container engines mount `/proc/sys` so for containers without privilege; on a host it is somebody’s decision.',
        look: (context) => {
            const { table } = context.facts;
            return (0,checks_check/* hindrance */.l0)(context, table.state === 'read-only' ? `${table.path} is mounted read-only` : undefined);
        },
    },
    {
        id: 'SB009',
        severity: 'error',
        title: 'binfmt_misc not mounted',
        preflight: false,
        remedy: 'Mount it and leave it mounted; setup does so, unless autoload is off',
        commands: ['sudo modprobe binfmt_misc || true', MOUNT],
        explanation: 'Entries can only be written while binfmt_misc is mounted. systemd prepares an automount point, which waits until somebody looks into the folder; minimal images have neither. Looking is enough on the first, the commands above on the others.',
        look: (context) => {
            const { path, state } = context.facts.table;
            const text = {
                autofs: `${path} is an automount point that nobody has looked into yet`,
                'not-mounted': `nothing is mounted at ${path}`,
                'not-loaded': `the module binfmt_misc is not loaded, and nothing is mounted at ${path}`,
            }[state];
            return (0,checks_check/* hindrance */.l0)(context, text).map((sighting) => state === 'autofs' ? { ...sighting, commands: [`ls ${path}`] } : sighting);
        },
    },
    (0,checks_check/* doctorCheck */.Kd)({
        id: 'SB014',
        severity: 'warning',
        title: 'mounted in another place only',
        remedy: 'Mount binfmt_misc on the host, at /proc/sys/fs/binfmt_misc, and leave it there',
        commands: [MOUNT],
        explanation: 'A mount belongs to a mount namespace: one made inside a container or a service with `PrivateMounts` is not seen by others, and the entries end with it. Programs look for the table at `/proc/sys/fs/binfmt_misc`; a mount elsewhere serves nobody.',
        look: ({ mountedForInit }, { facts }) => {
            const { state, elsewhere, path } = facts.table;
            const here = ['ready', 'disabled', 'read-only'].includes(state);
            if (!here && elsewhere.length > 0)
                return (0,checks_check/* seen */.cI)(`binfmt_misc is mounted at ${(0,checks_check/* listed */.KE)(elsewhere)}, and not at ${path}`);
            if (here && mountedForInit === false)
                return (0,checks_check/* seen */.cI)(`binfmt_misc is mounted for this process, and not for process 1: it ends with this namespace`);
            if (!here && mountedForInit === true)
                return (0,checks_check/* seen */.cI)(`binfmt_misc is mounted for process 1, and not in the mount namespace of this process`);
            return [];
        },
    }),
    {
        id: 'SB015',
        severity: 'info',
        title: 'a table of a user namespace',
        preflight: false,
        remedy: 'To serve the whole machine, run setup on the host as root',
        commands: ['cat /proc/self/uid_map'],
        explanation: 'Since Linux 6.7 each user namespace can have a table of its own. Rootless Docker, rootless podman and unprivileged LXC containers live in such namespaces: what is registered there serves what runs there, and nothing else. A namespace that never mounted its own uses that of the host; one that did uses its own for ever, even where the mount of the host is what it sees.',
        skip: ({ facts }) => (facts.userNamespace ? undefined : 'this is the first user namespace'),
        look: (context) => {
            const { facts } = context;
            if (!(0,core_facts/* kernelAbilities */.Kv)(facts.kernel).tablePerNamespace || facts.table.state !== 'ready')
                return [];
            const idle = (0,checks_claims/* answeredClaimsOf */.M6)(context).filter(({ verdict }) => verdict.result === 'no-handler');
            if (idle.length === 0)
                return (0,checks_check/* seen */.cI)('this process lives in a user namespace, and the table that it sees may be that of this namespace alone');
            return [
                {
                    evidence: `${(0,checks_check/* listed */.KE)(idle.map(({ answering }) => answering.name))}: the kernel does not use what is seen here; this mount may show the table of another user namespace, while this one has its own`,
                    severity: 'error',
                    remedy: 'Mount the table of this namespace over it, and set up there',
                    commands: [MOUNT],
                },
            ];
        },
    },
    {
        id: 'SB016',
        severity: 'warning',
        title: 'entries that cannot be read',
        preflight: false,
        remedy: 'Look at these entries as root',
        commands: ['sudo sh -c "head /proc/sys/fs/binfmt_misc/*"'],
        explanation: 'Everybody may read the entries of the table; where that fails, a security module forbids it.',
        skip: ({ facts }) => (facts.table.state === 'ready' ? undefined : 'the table cannot be read'),
        look: ({ facts }) => {
            const names = facts.table.unreadable.map(({ name, errno }) => `${name} (${errno})`);
            return (0,checks_check/* seen */.cI)(names.length > 0 ? `${(0,checks_check/* listed */.KE)(names)}` : undefined);
        },
    },
    {
        id: 'SB042',
        severity: 'warning',
        title: 'WSLInterop missing',
        preflight: false,
        remedy: 'Register it again; to keep it, write the same line to /etc/binfmt.d/WSLInterop.conf',
        commands: ["echo ':WSLInterop:M::MZ::/init:PF' | sudo tee /proc/sys/fs/binfmt_misc/register"],
        explanation: 'On WSL the entry `WSLInterop` starts Windows programs. systemd-binfmt in any distribution removes it for all of them, since they share one table. This program never touches it.',
        skip: ({ facts }) => {
            if (facts.wsl === undefined)
                return 'this is not WSL';
            return facts.table.state === 'ready' ? undefined : 'the table cannot be read';
        },
        look: ({ facts }) => {
            const there = facts.table.entries.some(({ name, enabled }) => /^WSLInterop/.test(name) && enabled);
            const release = (0,core_problem/* printable */.g$)(facts.kernel.release, 60);
            return (0,checks_check/* seen */.cI)(there ? undefined : `no entry starts Windows programs on this WSL ${facts.wsl} (${release})`);
        },
    },
];

;// CONCATENATED MODULE: ./lib/core/checks.js












const CHECKS = [
    ...KERNEL_CHECKS,
    ...NAMESPACE_CHECKS,
    ...TABLE_CHECKS,
    ...PRIVILEGE_CHECKS,
    ...ENTRY_CHECKS,
    ...QEMU_CHECKS,
    ...SUPPLY_CHECKS,
    ...ENGINE_CHECKS,
    ...ENVIRONMENT_CHECKS,
];
function runChecks(context) {
    const seen = { ...context, claims: (0,checks_claims/* claimsOf */.ds)(context) };
    return CHECKS.map((check) => (0,checks_check/* runCheck */.k_)(check, seen));
}
const ORDER = ['error', 'warning', 'info'];
function findingsOf(results) {
    return results
        .flatMap((result) => (result.state === 'found' ? result.findings : []))
        .sort((a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity));
}
function findingOf(id, context) {
    const check = CHECKS.find((candidate) => candidate.id === id);
    if (check === undefined)
        throw new Error(`no check ${id}`);
    return findingsOf([(0,checks_check/* runCheck */.k_)(check, context)])[0];
}
function asProblem(finding, what) {
    const { id, evidence, remedy } = finding;
    return new core_problem/* SetupProblem */.DN({ id, kind: 'host', what, cause: evidence, remedy });
}
function preflight(facts) {
    const results = CHECKS.filter(({ preflight }) => preflight).map((check) => (0,checks_check/* runCheck */.k_)(check, { facts }));
    return findingsOf(results).find(({ severity }) => severity === 'error');
}
const CHANGE_CHECKS = ['SB005', 'SB007', 'SB008'];
function changeObstacle(facts) {
    return CHANGE_CHECKS.flatMap((id) => findingOf(id, { facts }) ?? [])[0];
}
function aftermath(context) {
    return findingsOf(runChecks(context)).filter(({ severity }) => severity === 'warning');
}


/***/ }),

/***/ 8122:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jq: () => (/* binding */ handlersOf),
/* harmony export */   M6: () => (/* binding */ answeredClaimsOf),
/* harmony export */   R3: () => (/* binding */ setupCommand),
/* harmony export */   dQ: () => (/* binding */ describeHandlers),
/* harmony export */   ds: () => (/* binding */ claimsOf),
/* harmony export */   zJ: () => (/* binding */ entryCommands)
/* harmony export */ });
/* harmony import */ var _binfmt_misc_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5162);
/* harmony import */ var _platforms_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9636);
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4458);
/* harmony import */ var _verdict_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6992);
/* harmony import */ var _check_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3011);





function claimsOf({ facts, verdicts, asked = [], claims }) {
    if (claims !== undefined)
        return claims;
    return [...(verdicts?.values() ?? [])].flatMap((verdict) => {
        const target = (0,_platforms_js__WEBPACK_IMPORTED_MODULE_1__/* .targetOf */ .$r)(verdict.arch);
        const wanted = asked.length === 0 || asked.includes(verdict.arch) || verdict.arch === facts.architecture;
        if (target === undefined || !wanted)
            return [];
        const claiming = (0,_verdict_js__WEBPACK_IMPORTED_MODULE_3__/* .claimants */ .tO)(facts.table.entries, target);
        return [{ target, verdict, claiming, answering: claiming.find(({ enabled }) => enabled) }];
    });
}
function answeredClaimsOf(context) {
    return claimsOf(context).flatMap((claim) => {
        const { answering } = claim;
        return answering === undefined ? [] : [{ ...claim, answering }];
    });
}
function handlersOf(context) {
    const found = new Map();
    for (const { target, verdict, answering } of answeredClaimsOf(context)) {
        const path = answering.interpreter;
        if (path === undefined || target.arch === context.facts.architecture)
            continue;
        const known = found.get(answering.name);
        found.set(answering.name, {
            entry: answering,
            path,
            archs: [...(known?.archs ?? []), target.arch],
            verdicts: [...(known?.verdicts ?? []), verdict],
            file: context.doctor?.interpreters.get(path),
        });
    }
    return [...found.values()];
}
function describeHandlers(handlers) {
    return (0,_check_js__WEBPACK_IMPORTED_MODULE_4__/* .listed */ .KE)(handlers.map(({ entry, path }) => `${(0,_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .printable */ .g$)(entry.name, 60)} (${path})`), 8, 400);
}
function entryCommands(word, entries) {
    return entries.flatMap(({ name }) => (0,_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .printable */ .g$)(name) !== name ? [] : [`echo ${word} | sudo tee ${(0,_check_js__WEBPACK_IMPORTED_MODULE_4__/* .shellWord */ .r7)(`${_binfmt_misc_js__WEBPACK_IMPORTED_MODULE_0__/* .TABLE_PATH */ .Fb}/${name}`)}`]);
}
function setupCommand(archs, replace = false) {
    const names = archs.map((arch) => `linux/${arch}`).join(' ');
    return `${_check_js__WEBPACK_IMPORTED_MODULE_4__/* .PROGRAM */ .RX} setup ${names}${replace ? ' --on-conflict replace' : ''}`;
}


/***/ }),

/***/ 1787:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   dY: () => (/* binding */ narrateChanges),
/* harmony export */   q3: () => (/* binding */ narrateInstalled),
/* harmony export */   yh: () => (/* binding */ narrateHost),
/* harmony export */   z0: () => (/* binding */ narrateDecisions)
/* harmony export */ });
/* harmony import */ var _facts_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6426);
/* harmony import */ var _persist_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5805);
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4458);



const BY_WHOM = {
    root: 'as root',
    sudo: 'through sudo',
    docker: 'through Docker',
    none: 'by nobody: there is no privilege',
};
function narrateHost(facts) {
    const { kernel, container, table } = facts;
    const where = container === undefined ? '' : ` in a container (${container})`;
    const count = table.entries.length;
    const entries = table.state === 'ready' ? `, ${count} ${count === 1 ? 'entry' : 'entries'}` : '';
    const dies = (0,_facts_js__WEBPACK_IMPORTED_MODULE_2__/* .kernelAbilities */ .Kv)(kernel).entriesDieWithMount
        ? '; entries last as long as it stays mounted'
        : '';
    return [
        `Linux ${(0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .printable */ .g$)(kernel.release, 60)} on ${facts.architecture ?? 'an unknown architecture'}${where}, ${facts.cpus} CPUs`,
        `binfmt_misc: ${table.state}${entries}${dies}`,
        `changes are made ${BY_WHOM[facts.privilege]}`,
    ];
}
function narrateDecisions(decisions) {
    return decisions.map(({ target, action, reason, replaces }) => {
        const names = replaces.map(({ name }) => (0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .printable */ .g$)(name, 60)).join(', ');
        return `${target.arch}: ${action} (${reason}${names === '' ? '' : `, in place of ${names}`})`;
    });
}
const PREPARED = {
    'load-module': 'loaded the module binfmt_misc',
    mount: 'mounted binfmt_misc',
};
function narrateChanges(plan, applied) {
    return [
        ...applied.prepared.map((step) => PREPARED[step]),
        ...applied.removed.map((name) => `removed ${(0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .printable */ .g$)(name, 60)}`),
        ...(applied.restored ?? []).map((name) => `put ${(0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .printable */ .g$)(name, 60)} back`),
        ...(applied.rules ?? []).flatMap(({ name, changed }) => (changed ? [`registered rule ${name}`] : [])),
        ...narrateInstalled(applied, plan),
        ...(applied.persisted === true ? [`wrote ${_persist_js__WEBPACK_IMPORTED_MODULE_0__/* .FRAGMENT_PATH */ .J2}, so that it stays so after a reboot`] : []),
    ];
}
function narrateInstalled(applied, plan) {
    const handlers = new Map(plan?.install.map(({ arch, registration }) => [arch, registration.interpreter]));
    const lines = applied.installed.flatMap(({ arch, name, changed, replaced, problem }) => [
        problem === undefined ? '' : `${arch}: ${problem}`,
        problem === undefined && changed ? `registered ${name}${phrase(handlers.get(arch))}` : '',
        ...replaced.map((old) => `removed the old entry ${(0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .printable */ .g$)(old, 60)}`),
    ]);
    return [...lines.filter((line) => line !== ''), ...applied.problems];
}
function phrase(handler) {
    return handler === undefined ? '' : ` for ${handler}`;
}


/***/ }),

/***/ 5805:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J2: () => (/* binding */ FRAGMENT_PATH),
/* harmony export */   RV: () => (/* binding */ mergeFragment),
/* harmony export */   XV: () => (/* binding */ isOwnHandler),
/* harmony export */   aQ: () => (/* binding */ PERSIST_ROOT),
/* harmony export */   b_: () => (/* binding */ persistentPath),
/* harmony export */   gL: () => (/* binding */ updateBinfmtsInstall),
/* harmony export */   hM: () => (/* binding */ updateBinfmtsRemove),
/* harmony export */   oH: () => (/* binding */ parseFragment),
/* harmony export */   sv: () => (/* binding */ isPersistent),
/* harmony export */   yf: () => (/* binding */ formatFragment)
/* harmony export */ });
/* harmony import */ var _rules_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1214);

const PERSIST_ROOT = '/usr/local/lib/setup-binfmt';
const FRAGMENT_PATH = '/etc/binfmt.d/setup-binfmt.conf';
function persistentPath(sha256, qemu) {
    return `${PERSIST_ROOT}/${sha256.slice(0, 16)}/qemu-${qemu}`;
}
function isOwnHandler(interpreter, store) {
    return isPersistent(interpreter) || (interpreter?.startsWith(`${store}/`) ?? false);
}
function isPersistent(interpreter) {
    return interpreter?.startsWith(`${PERSIST_ROOT}/`) ?? false;
}
const HEAD = `# Written by setup-binfmt, and read by systemd-binfmt when it starts. To take a line away,
# where setup-binfmt is:
#   node dist/cli.js remove NAME
`;
function formatFragment(rules) {
    return rules.length === 0 ? null : HEAD + rules.map((rule) => `${(0,_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .formatRule */ .UT)(rule)}\n`).join('');
}
function parseFragment(text) {
    return text === null ? [] : (0,_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRules */ .NR)(text, [], _rules_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRule */ .iT);
}
function mergeFragment(rules, keep, forget) {
    const gone = new Set([...forget, ...keep.map(({ name }) => name)]);
    return [...rules.filter(({ name }) => !gone.has(name)), ...keep].sort((a, b) => (a.name < b.name ? -1 : 1));
}
const PACKAGE = ['--package', 'setup-binfmt'];
function updateBinfmtsInstall({ name, match, interpreter, flags }) {
    const spec = match.kind === 'extension'
        ? ['--extension', match.extension]
        : [
            '--magic',
            (0,_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeHex */ .tp)(match.magic),
            '--offset',
            String(match.offset),
            ...(match.mask === undefined ? [] : ['--mask', (0,_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeHex */ .tp)(match.mask)]),
        ];
    const yes = (letter) => (flags.includes(letter) ? 'yes' : 'no');
    return [
        ...PACKAGE,
        '--install',
        name,
        interpreter,
        ...spec,
        '--credentials',
        yes('C'),
        '--preserve',
        yes('P'),
        '--fix-binary',
        yes('F'),
    ];
}
function updateBinfmtsRemove({ name, interpreter }) {
    return [...PACKAGE, '--remove', name, interpreter];
}


/***/ }),

/***/ 3658:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bm: () => (/* binding */ planInstall),
/* harmony export */   LD: () => (/* binding */ decide),
/* harmony export */   MB: () => (/* binding */ entryName),
/* harmony export */   Q9: () => (/* binding */ NOTHING_APPLIED),
/* harmony export */   RS: () => (/* binding */ isInPlace),
/* harmony export */   l3: () => (/* binding */ writesTable),
/* harmony export */   ll: () => (/* binding */ replaceable),
/* harmony export */   qA: () => (/* binding */ changesHost)
/* harmony export */ });
/* unused harmony exports isReplaceable, planFlags */
/* harmony import */ var _binfmt_misc_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5162);
/* harmony import */ var _elf_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2956);
/* harmony import */ var _facts_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6426);
/* harmony import */ var _persist_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5805);
/* harmony import */ var _platforms_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9636);
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4458);
/* harmony import */ var _verdict_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6992);







const NOTHING_APPLIED = {
    prepared: [],
    removed: [],
    installed: [],
    proofs: [],
    problems: [],
};
function decide(targets, verdicts, entries, policy, store) {
    const owned = (entry) => (0,_persist_js__WEBPACK_IMPORTED_MODULE_2__/* .isOwnHandler */ .XV)(entry.interpreter, store);
    return targets.map((target) => decideOne(target, verdicts.get(target.arch), entries, policy, owned));
}
function decideOne(target, verdict, entries, policy, owned) {
    if (verdict?.status === 'native')
        return { target, action: 'native', reason: 'this host runs it itself', replaces: [] };
    const claiming = (0,_verdict_js__WEBPACK_IMPORTED_MODULE_5__/* .claimants */ .tO)(entries, target);
    const works = verdict?.status === 'emulated';
    const foreign = claiming.filter((entry) => !owned(entry));
    const answering = claiming.find((entry) => entry.enabled);
    if (works && (answering === undefined || owned(answering))) {
        return { target, action: 'keep', reason: 'its handler is proven', replaces: [] };
    }
    if (policy === 'fail' && foreign.length > 0) {
        const names = foreign.map((entry) => (0,_problem_js__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g$)(entry.name, 60)).join(', ');
        return { target, action: 'refuse', reason: `another entry claims it (${names})`, replaces: [] };
    }
    if (policy === 'keep' && foreign.length > 0) {
        return {
            target,
            action: 'keep',
            reason: 'another entry claims it, and such are to be kept',
            replaces: [],
        };
    }
    if (policy === 'repair' && works) {
        return { target, action: 'keep', reason: 'an entry of someone else is proven', replaces: [] };
    }
    return {
        target,
        action: 'install',
        reason: works ? 'entries of others are to be replaced' : (verdict?.reason ?? 'nothing is known of it'),
        replaces: replaceable(entries, target),
    };
}
function replaceable(entries, target) {
    const claiming = (0,_verdict_js__WEBPACK_IMPORTED_MODULE_5__/* .claimants */ .tO)(entries, target);
    return entries.filter((entry) => inTheWay(entry, target, claiming) && isReplaceable(entry, target));
}
function inTheWay(entry, target, claiming) {
    return (entry.enabled && claiming.includes(entry)) || entry.name === entryName(target);
}
function entryName(target) {
    return `qemu-${target.qemu}`;
}
const FOREIGN_NAMES = /^(?:WSLInterop|rosetta|fex|box64|box86|python|jar|java|wine|cli|llvm)/i;
const FOREIGN_INTERPRETERS = /(?:^|\/)(?:rosetta|FEX\w*|box(?:64|86))$/;
function isReplaceable(entry, target) {
    const { match } = entry;
    if (match.kind !== 'magic' || entry.unknown.length > 0 || entry.interpreter === undefined)
        return false;
    if (FOREIGN_NAMES.test(entry.name) || FOREIGN_INTERPRETERS.test(entry.interpreter))
        return false;
    if (!/^[POCF]*$/.test(entry.flags))
        return false;
    return _platforms_js__WEBPACK_IMPORTED_MODULE_3__/* .TARGETS */ .dW.every((other) => {
        const kin = other.elf.machine === target.elf.machine;
        return kin || !(0,_binfmt_misc_js__WEBPACK_IMPORTED_MODULE_0__/* .matchesHeader */ .Vv)(match, (0,_elf_js__WEBPACK_IMPORTED_MODULE_1__/* .buildProbe */ .h1)(other));
    });
}
function planFlags(facts, assumesPreserve, credentials) {
    const base = credentials ? 'OCF' : 'OF';
    const preserve = assumesPreserve || (0,_facts_js__WEBPACK_IMPORTED_MODULE_6__/* .kernelAbilities */ .Kv)(facts.kernel).tellsPreserve;
    return preserve ? [`P${base}`, base] : [base, `P${base}`];
}
function planInstall(decision, handler, facts, inputs) {
    const { target, replaces } = decision;
    const flagChoices = planFlags(facts, handler.assumesPreserve, inputs.credentials);
    return {
        arch: target.arch,
        registration: {
            name: entryName(target),
            offset: 0,
            magic: target.magic,
            mask: target.mask,
            interpreter: inputs.persist ? (0,_persist_js__WEBPACK_IMPORTED_MODULE_2__/* .persistentPath */ .b_)(handler.sha256, target.qemu) : handler.path,
            flags: flagChoices[0],
        },
        flagChoices,
        sha256: handler.sha256,
        ...(handler.checked ? { checked: true } : {}),
        ...(handler.version === undefined ? {} : { version: handler.version }),
        replaces: replaces.map(({ name, text }) => ({ name, text })),
        ...(inputs.persist ? { source: handler.path } : {}),
    };
}
function changesHost(plan) {
    return plan.prepare.length > 0 || writesTable(plan) || plan.persist !== undefined;
}
function writesTable(plan) {
    return [plan.remove, plan.install, plan.rules ?? []].some((list) => list.length > 0);
}
function isInPlace(install, entries) {
    const target = (0,_platforms_js__WEBPACK_IMPORTED_MODULE_3__/* .targetOf */ .$r)(install.arch);
    const answering = target === undefined ? undefined : (0,_verdict_js__WEBPACK_IMPORTED_MODULE_5__/* .claimants */ .tO)(entries, target).find((entry) => entry.enabled);
    return (answering !== undefined &&
        install.flagChoices.some((flags) => (0,_binfmt_misc_js__WEBPACK_IMPORTED_MODULE_0__/* .sameRegistration */ .YG)(answering, { ...install.registration, flags })));
}


/***/ }),

/***/ 7628:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CH: () => (/* binding */ OLDEST_TRUSTED),
/* harmony export */   ss: () => (/* binding */ parseVersionLine),
/* harmony export */   tW: () => (/* binding */ isOlder)
/* harmony export */ });
const OLDEST_TRUSTED = '10.1.3';
function parseVersionLine(text) {
    return /^qemu-[a-z0-9_]{1,20} version (\d{1,3}(?:\.\d{1,4}){1,3})(?![\d.])/m.exec(text)?.[1];
}
function isOlder(version, than) {
    const [left, right] = [version, than].map((text) => text.split('.').map(Number));
    for (let i = 0; i < Math.max(left.length, right.length); i++) {
        const [a, b] = [left[i] ?? 0, right[i] ?? 0];
        if (a !== b)
            return a < b;
    }
    return false;
}


/***/ }),

/***/ 3584:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   lK: () => (/* binding */ TROUBLE_REMEDIES),
/* harmony export */   xM: () => (/* binding */ tellTrouble),
/* harmony export */   yK: () => (/* binding */ wordTrouble)
/* harmony export */ });
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4458);

const TROUBLE_REMEDIES = {
    unpinned: 'Write its digest behind it',
    damaged: 'Find out who else writes to the tool cache of this machine',
    unrefreshed: 'See that the package sources of this machine can be reached',
};
function wordTrouble(trouble) {
    const remedy = TROUBLE_REMEDIES[trouble.kind];
    switch (trouble.kind) {
        case 'unpinned': {
            const { image, pinned } = trouble;
            const now = pinned === undefined ? '' : `. Now it is ${pinned}`;
            return {
                evidence: `${image} names no digest, so it can change from run to run${now}`,
                remedy: pinned === undefined ? remedy : `Write image: ${pinned} to keep it`,
            };
        }
        case 'damaged':
            return {
                evidence: `The stored QEMU for ${trouble.arch} is damaged: ${(0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(trouble.reason)}. It is not used but fetched again`,
                remedy,
            };
        case 'unrefreshed':
            return {
                evidence: `apt cannot say whether there is a newer QEMU (${(0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(trouble.reason)}); ${(0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(trouble.used)} is used`,
                remedy,
            };
    }
}
function tellTrouble(trouble) {
    const { evidence, remedy } = wordTrouble(trouble);
    return `${(0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .sentence */ .em)(evidence)} ${(0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .sentence */ .em)(remedy)}`;
}


/***/ })

};
