export const id = 179;
export const ids = [179,665];
export const modules = {

/***/ 7573:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ hideHomesIn)
/* harmony export */ });
/* unused harmony export hideHomes */
const HOMES = /(^|[^\w.])\/(?:home|Users)\/[^/\s"'():;,]{1,64}/g;
function hideHomes(text, home = '') {
    const folder = home.replace(/\/+$/, '');
    const own = folder.startsWith('/') ? new RegExp(`${escaped(folder)}(?![\\w-]|\\.\\w)`, 'g') : /(?!)/g;
    return text.replace(own, '~').replace(HOMES, '$1~');
}
function hideHomesIn(value, home) {
    const hide = (part) => {
        if (typeof part === 'string')
            return hideHomes(part, home);
        if (Array.isArray(part))
            return part.map(hide);
        if (typeof part !== 'object' || part === null)
            return part;
        return Object.fromEntries(Object.entries(part).map(([key, one]) => [key, hide(one)]));
    };
    return hide(value);
}
function escaped(text) {
    return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}


/***/ }),

/***/ 6090:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A$: () => (/* binding */ CONTAINER_TOOLS),
/* harmony export */   T9: () => (/* binding */ rootlessEnvironment),
/* harmony export */   w8: () => (/* binding */ needsSubordinateIds)
/* harmony export */ });
const CONTAINER_TOOLS = ['buildah', 'podman'];
function needsSubordinateIds(program) {
    return CONTAINER_TOOLS.includes(program.slice(program.lastIndexOf('/') + 1));
}
function rootlessEnvironment(uid, gid) {
    return {
        _CONTAINERS_USERNS_CONFIGURED: 'done',
        _CONTAINERS_ROOTLESS_UID: String(uid),
        _CONTAINERS_ROOTLESS_GID: String(gid),
    };
}


/***/ }),

/***/ 179:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runDoctor: () => (/* binding */ runDoctor)
});

// EXTERNAL MODULE: ./lib/core/checks.js + 9 modules
var core_checks = __webpack_require__(1199);
// EXTERNAL MODULE: ./lib/core/image-reference.js
var image_reference = __webpack_require__(7632);
// EXTERNAL MODULE: ./lib/core/checks/claims.js
var claims = __webpack_require__(8122);
// EXTERNAL MODULE: ./lib/core/platforms.js + 2 modules
var platforms = __webpack_require__(9636);
// EXTERNAL MODULE: ./lib/core/qemu-version.js
var qemu_version = __webpack_require__(7628);
// EXTERNAL MODULE: ./lib/core/advisories.js
var advisories = __webpack_require__(7290);
// EXTERNAL MODULE: ./lib/core/facts.js
var core_facts = __webpack_require__(6426);
;// CONCATENATED MODULE: ./lib/core/signature-support.js



const THIRTY_TWO_BIT = new Set(['386', 'arm', 'mips', 'mipsle', 'ppc', 'riscv32', 'm68k', 'sh4']);
const someHandler = ({ entries, remoteEngine, rootless }) => entries?.length === 0 && remoteEngine !== true && rootless !== true ? false : undefined;
function qemuOlder(than) {
    return (facts, log) => {
        const version = (0,advisories/* parseQemuVersion */.O)(facts.qemuVersion ?? '');
        return version === undefined ? someHandler(facts, log) : (0,qemu_version/* isOlder */.tW)(version, than);
    };
}
function qemuWithin(from, below) {
    return (facts, log) => {
        const tooOld = qemuOlder(from)(facts, log);
        return tooOld ? false : qemuOlder(below)(facts, log);
    };
}
function kernelOlder(...than) {
    return (facts) => {
        const version = (0,core_facts/* parseVersion */.ot)(facts.kernel ?? '');
        return version === undefined ? undefined : !(0,core_facts/* atLeast */.jZ)(version, than);
    };
}
function someEntry(fault) {
    return (facts) => {
        if (facts.entries === undefined || facts.entries.length === 0)
            return undefined;
        const answers = facts.entries.map(fault);
        if (answers.includes(true))
            return true;
        return answers.includes(undefined) ? undefined : false;
    };
}
function not(fact) {
    return fact === undefined ? undefined : !fact;
}
function archesOf(log) {
    return [...new Set(log.platforms.map(archOf))];
}
function archOf(platform) {
    return platform.replace(/^linux\/|\/v.*$/g, '');
}
function foreignStep(id) {
    return ({ hostArch, verdicts = {} }, log) => {
        const steps = log.matches.find((match) => match.id === id)?.steps;
        if (steps === undefined || hostArch === undefined)
            return undefined;
        return steps.map(archOf).some((arch) => arch !== hostArch && verdicts[arch] !== 'native');
    };
}
function verdictsOn(facts, log) {
    const named = archesOf(log).filter((arch) => arch !== facts.hostArch);
    const foreign = named.length > 0 ? named : (facts.asked ?? []);
    const verdicts = Object.entries(facts.verdicts ?? {})
        .filter(([arch]) => foreign.length === 0 || foreign.includes(arch))
        .map(([, verdict]) => verdict);
    return verdicts.length > 0 ? verdicts : undefined;
}
const missing = (facts, log) => verdictsOn(facts, log)?.includes('missing');
const broken = (facts, log) => verdictsOn(facts, log)?.includes('broken');
const runsHere = (facts, log) => verdictsOn(facts, log)?.every((verdict) => verdict === 'native' || verdict === 'emulated');
const thirtyTwoBit = (_facts, log) => archesOf(log).some((arch) => THIRTY_TWO_BIT.has(arch)) || undefined;
function hostIs(arch) {
    return (facts) => (facts.hostArch === undefined ? undefined : facts.hostArch === arch);
}
function logShows(id) {
    return (_facts, log) => log.matches.some((match) => match.id === id) || undefined;
}
function evidenceIs(id, pattern) {
    return (_facts, log) => {
        const match = log.matches.find((seen) => seen.id === id);
        return match?.evidence.some((evidence) => pattern.test(evidence.text)) || undefined;
    };
}

;// CONCATENATED MODULE: ./lib/core/signatures-running.js

const SETUP = 'node dist/cli.js setup {platform}';
const LIST = 'grep -rs . /proc/sys/fs/binfmt_misc/';
const BUNDLED_EMULATOR = {
    text: 'BuildKit ran the step with the emulator it carries itself, because the host had no usable handler when the builder looked',
    when: (facts, log) => logShows('bundled-emulator')(facts, log) ?? facts.staleBuilder,
    specific: true,
    remedy: 'Register the handlers before the builder is created, and create the builder anew',
    commands: [SETUP, 'docker buildx ls', 'docker buildx rm BUILDER', 'docker buildx create --use'],
};
const NOT_PINNED = {
    text: 'The handler is registered without the flag F, so that its interpreter is looked for inside the container',
    when: someEntry((entry) => not(entry.fixed)),
    remedy: 'Register the handlers again, pinned',
    commands: [`${SETUP} --on-conflict replace`],
};
const NOT_STATIC = {
    text: 'The interpreter is dynamically linked: its loader and libraries are not in the container (packages qemu-user and qemu-user-binfmt)',
    when: someEntry((entry) => entry.interpreter && entry.interpreter !== 'static'),
    remedy: 'Register a statically linked QEMU',
    commands: [`${SETUP} --on-conflict replace --qemu-from image`],
};
const NOTHING_REGISTERED = {
    text: 'No handler for this architecture is registered with the kernel that runs the program',
    when: missing,
    remedy: 'Register a handler before the step that failed',
    commands: [SETUP],
};
const REMOTE_ENGINE = {
    text: 'The engine runs on another machine, and only that machine’s kernel decides',
    when: (facts) => facts.remoteEngine,
    specific: true,
    remedy: 'Register the handlers on the machine where the engine runs',
    commands: ['docker context ls', SETUP],
};
const OWN_TABLE = {
    text: 'The rootless engine has a table of its own since Linux 6.7, and the handlers were written into another one',
    when: (facts) => facts.rootless,
    specific: true,
    remedy: 'Register the handlers in the engine’s own user namespace',
    commands: [`${SETUP} --scope engine`],
};
const RUNNING = [
    {
        id: 'exec-format-error',
        title: 'exec format error',
        bearing: 'emulation',
        shows: [
            'exec /bin/sh: exec format error',
            'exec user process caused "exec format error"',
            'exec container process `/bin/sh`: Exec format error',
            'cannot execute binary file: Exec format error',
            'Error: spawn /usr/local/bin/node ENOEXEC',
        ],
        patterns: [
            { has: 'exec format error' },
            { has: 'enoexec', and: /\bspawn(?:Sync)?\b.{0,300}\bENOEXEC\b/ },
        ],
        explains: ['platform-mismatch', 'bundled-emulator'],
        causes: [
            NOTHING_REGISTERED,
            {
                text: 'The handlers were registered from a container, and went away with the last mount of binfmt_misc when it ended',
                when: (facts, log) => not(facts.mounted) ?? logShows('installer-ok')(facts, log),
                specific: true,
                remedy: 'Mount binfmt_misc on the host, leave it mounted, and register the handlers again',
                commands: ['sudo mount -t binfmt_misc binfmt_misc /proc/sys/fs/binfmt_misc', SETUP],
            },
            REMOTE_ENGINE,
            OWN_TABLE,
            {
                text: 'The image is for another architecture than this host, and nothing here emulates it',
                when: logShows('platform-mismatch'),
                specific: true,
                remedy: 'Use an image for this host’s architecture, or register a handler for that of the image',
                commands: [SETUP],
            },
            {
                text: 'The handler is switched off',
                when: someEntry((entry) => not(entry.enabled)),
                remedy: 'Register the handlers again',
                commands: [LIST, `${SETUP} --on-conflict replace`],
            },
            {
                text: 'A handler is registered, but it does not work',
                when: broken,
                remedy: 'Replace it by one that is proven',
                commands: [`${SETUP} --on-conflict replace`],
            },
            {
                text: 'This host runs the architecture: the program inside the image is of yet another one',
                when: runsHere,
                remedy: 'Look at the file that could not be run, and build or copy the one for the image’s platform',
                commands: ['file ./the-program', 'docker buildx imagetools inspect IMAGE'],
            },
            {
                text: 'The file is a script whose first line names no interpreter',
                when: evidenceIs('exec-format-error', /\.(?:sh|bash|py|rb|pl)\b['"`]?:? .{0,40}exec format error/i),
                specific: true,
                elsewhere: true,
                remedy: 'Begin the script with a line such as #!/bin/sh',
            },
        ],
        sources: [
            'https://github.com/tonistiigi/binfmt/issues/360',
            'https://github.com/awslabs/amazon-eks-ami/issues/2789',
            'https://github.com/tonistiigi/binfmt/issues/261',
            'https://github.com/podman-desktop/extension-bootc/pull/2142',
        ],
    },
    {
        id: 'arch-test-failed',
        title: 'not supported on this machine/kernel',
        bearing: 'emulation',
        shows: ['arm64: not supported on this machine/kernel'],
        patterns: [{ has: 'not supported on this machine/kernel' }],
        causes: [NOTHING_REGISTERED, NOT_STATIC, NOT_PINNED],
        sources: ['https://github.com/usimd/pi-gen-action/issues/179'],
    },
    {
        id: 'interpreter-not-in-container',
        title: 'exec …: no such file or directory, although the file is there',
        bearing: 'possible',
        shows: [
            'exec user process caused "no such file or directory"',
            'exec /bin/sh: no such file or directory',
        ],
        patterns: [
            { has: 'exec user process caused', and: /no such file or directory/i },
            { has: 'no such file or directory', and: /\bexec (?:container process )?[`"']?\/[^\s:]{1,200}:? /i },
        ],
        causes: [
            NOT_PINNED,
            NOT_STATIC,
            {
                text: 'The program’s own loader, or the interpreter that its first line names, is not in the image (or that line ends with a carriage return)',
                elsewhere: true,
                remedy: 'Look at the first line of the script, or at the loader that the program names',
                commands: ['head -c 64 ./entrypoint | od -c', 'file ./the-program'],
            },
        ],
        sources: [
            'https://github.com/docker/buildx/issues/464',
            'https://github.com/amazonlinux/container-images/issues/18',
            'https://github.com/usimd/pi-gen-action/pull/181',
        ],
    },
    {
        id: 'loader-not-found',
        title: 'Could not open /lib…/ld-…: No such file or directory',
        bearing: 'emulation',
        shows: [
            "qemu-x86_64: Could not open '/lib64/ld-linux-x86-64.so.2': No such file or directory",
            'rosetta error: failed to open elf at /lib64/ld-linux-x86-64.so.2',
        ],
        patterns: [
            { has: "could not open '/lib", and: /qemu-[\w.-]{1,40}: could not open/i },
            { has: 'rosetta error: failed to open elf' },
        ],
        causes: [
            {
                text: 'Emulation works, but a program of one architecture was put into an image of another, which lacks its loader and libraries',
                remedy: 'Build the whole image for one platform, or fetch the program for the platform of the image',
                commands: ['docker build --platform linux/amd64 .', 'file ./the-program'],
            },
        ],
        sources: [
            'https://github.com/Wide-Moat/open-computer-use/issues/27',
            'https://github.com/sameersbn/docker-gitlab/issues/2689',
            'https://github.com/docker/for-mac/issues/7644',
        ],
    },
    {
        id: 'loads-wrong-path',
        title: 'Error while loading /usr/sbin/dpkg-split: No such file or directory',
        bearing: 'emulation',
        shows: ['Error while loading /usr/sbin/dpkg-split: No such file or directory'],
        patterns: [{ has: 'error while loading /', and: /while loading \/[^\s:]{1,200}: no such file/i }],
        explains: ['bundled-emulator'],
        causes: [BUNDLED_EMULATOR, NOT_PINNED, NOTHING_REGISTERED],
        sources: [
            'https://github.com/docker/buildx/issues/495',
            'https://github.com/docker-library/python/issues/760',
            'https://github.com/moby/buildkit/issues/1929',
        ],
    },
    {
        id: 'platform-mismatch',
        title: 'The requested image’s platform does not match the detected host platform',
        bearing: 'note',
        shows: [
            "The requested image's platform (linux/amd64) does not match the detected host platform (linux/arm64/v8)",
        ],
        patterns: [{ has: 'does not match the detected host platform' }],
        causes: [
            {
                text: 'The image has no variant for this host, and was started without saying which platform is meant',
                remedy: 'Name the platform, and register a handler for it if it is meant to be emulated',
                commands: ['docker run --platform {platform} IMAGE', SETUP],
            },
        ],
        sources: ['https://github.com/multiarch/qemu-user-static/issues/199'],
    },
    {
        id: 'platform-not-published',
        title: 'no match for platform in manifest',
        bearing: 'emulation',
        shows: [
            'no match for platform in manifest: not found',
            'no matching manifest for linux/arm64/v8 in the manifest list entries',
        ],
        patterns: [{ has: 'no match for platform in manifest' }, { has: 'no matching manifest for linux/' }],
        causes: [
            {
                text: 'The image is not published for this platform; a handler cannot supply it',
                remedy: 'See which platforms the image has, and ask for one of them; a foreign one then needs a handler',
                commands: [
                    'docker buildx imagetools inspect IMAGE',
                    'node dist/cli.js setup linux/amd64',
                    'docker pull --platform linux/amd64 IMAGE',
                ],
            },
        ],
        sources: [
            'https://github.com/link-assistant/hive-mind/issues/962',
            'https://github.com/docker/for-mac/issues/6356',
        ],
    },
    {
        id: 'interpreter-loop',
        title: 'Too many levels of symbolic links when any program is started',
        bearing: 'emulation',
        shows: ['/register.sh: line 39: ls: Too many levels of symbolic links'],
        patterns: [{ has: 'too many levels of symbolic links', near: true }],
        causes: [
            {
                text: 'A handler was registered for the machine’s own architecture, so that starting the handler needs the handler',
                remedy: 'Take that entry out from a shell that is still open (its echo needs no other program), or reboot',
                commands: ['echo -1 > /proc/sys/fs/binfmt_misc/ENTRY'],
            },
        ],
        sources: ['https://github.com/hypriot/qemu-register/issues/4'],
    },
    {
        id: 'arguments-shifted',
        title: 'applet not found',
        bearing: 'possible',
        shows: ['a: applet not found'],
        patterns: [{ has: ': applet not found' }],
        causes: [
            {
                text: 'The entry lacks the flag P: argv[0] is replaced, or every argument is shifted where QEMU expects the flag',
                when: someEntry((entry) => not(entry.preserved)),
                remedy: 'Register the handlers again, with the flags that this QEMU expects',
                commands: [`${SETUP} --on-conflict replace`],
            },
            {
                text: 'The kernel is older than 5.12 and cannot tell QEMU that the flag P is set',
                when: kernelOlder(5, 12, 0),
                remedy: 'Use a QEMU that is built to expect the flag, as the default image is, or a newer kernel',
                commands: [`${SETUP} --on-conflict replace --qemu-from image`],
            },
            {
                text: 'The busybox in the image was built without this applet',
                elsewhere: true,
                remedy: 'List the applets, and install the tool if it is not among them',
                commands: ['busybox --list'],
            },
        ],
        sources: [
            'https://github.com/lima-vm/alpine-lima/issues/81',
            'https://github.com/podman-container-tools/podman-machine-os/pull/157',
        ],
    },
    {
        id: 'set-uid-ignored',
        title: 'sudo: effective uid is not 0',
        bearing: 'possible',
        shows: ["sudo: effective uid is not 0, is /usr/bin/sudo on a file system with the 'nosuid' option set …"],
        patterns: [{ has: 'effective uid is not 0' }],
        causes: [
            {
                text: 'The entry lacks the flag C, so that set-uid programs of this architecture run without their rights',
                when: someEntry((entry) => not(entry.credentials)),
                remedy: 'Register the handlers again with credentials',
                commands: [`${SETUP} --credentials true --on-conflict replace`],
            },
            {
                text: 'The container was started with no-new-privileges, or the file system is mounted nosuid',
                elsewhere: true,
                remedy: 'Run the step as root instead of with sudo, or lift the restriction',
                commands: ['grep NoNewPrivs /proc/self/status', 'findmnt -no OPTIONS -T /usr/bin/sudo'],
            },
        ],
        sources: [
            'https://github.com/multiarch/qemu-user-static/issues/17',
            'https://github.com/uraimo/run-on-arch-action/pull/75',
            'https://github.com/moby/moby/issues/36730',
        ],
    },
    {
        id: 'cpu-level',
        title: 'CPU does not support x86-64-v2',
        bearing: 'possible',
        shows: ['Fatal glibc error: CPU does not support x86-64-v2'],
        patterns: [{ has: 'cpu does not support x86-64-v' }],
        causes: [
            {
                text: 'QEMU is older than 7.2, whose default CPU model lacks this level',
                when: qemuOlder('7.2.0'),
                remedy: 'Use a current QEMU; until then QEMU_CPU=max helps',
                commands: [`${SETUP} --on-conflict replace`, 'docker run -e QEMU_CPU=max IMAGE'],
            },
            {
                text: 'The image asks for a level that this emulator does not offer',
                remedy: 'Ask for the fullest model, or use an image for a lower level',
                commands: ['docker run -e QEMU_CPU=max IMAGE'],
            },
            {
                text: 'This machine is x86-64 itself, and its CPU (or the model that a virtual machine shows) is too old for the image',
                when: hostIs('amd64'),
                elsewhere: true,
                remedy: 'Give the virtual machine the host’s CPU model, or use an image for the first level',
            },
        ],
        sources: [
            'https://github.com/podman-container-tools/podman/issues/14314',
            'https://github.com/podman-container-tools/podman/issues/15456',
            'https://github.com/pulp/pulp-oci-images/issues/772',
        ],
    },
    {
        id: 'bundled-emulator',
        title: '/dev/.buildkit_qemu_emulator in the log',
        bearing: 'note',
        shows: ['process "/dev/.buildkit_qemu_emulator /bin/sh -c …" did not complete successfully'],
        patterns: [{ has: '.buildkit_qemu_emulator' }],
        causes: [BUNDLED_EMULATOR],
        sources: [
            'https://github.com/docker/buildx/issues/493',
            'https://github.com/sivert-io/matchzy-auto-tournament/issues/202',
        ],
    },
    {
        id: 'windows-interop-lost',
        title: 'Windows programs no longer start from WSL',
        bearing: 'emulation',
        shows: ['run-detectors: unable to find an interpreter for /mnt/c/Windows/explorer.exe'],
        patterns: [{ has: 'run-detectors: unable to find an interpreter for' }],
        causes: [
            {
                text: 'The entry WSLInterop was removed or shadowed by systemd-binfmt or binfmt-support',
                remedy: 'Put the entry back, and keep it in /etc/binfmt.d',
                commands: [
                    "echo ':WSLInterop:M::MZ::/init:PF' | sudo tee /etc/binfmt.d/WSLInterop.conf",
                    'sudo /usr/lib/systemd/systemd-binfmt /etc/binfmt.d/WSLInterop.conf',
                ],
            },
        ],
        sources: ['https://github.com/microsoft/WSL/issues/8952', 'https://github.com/microsoft/WSL/issues/8843'],
    },
];

;// CONCATENATED MODULE: ./lib/core/signatures-crashing.js



const REPLACE = 'node dist/cli.js setup {platform} --on-conflict replace';
const VERSION = 'docker run --rm -e QEMU_VERSION=1 --platform {platform} alpine true';
const OLD_QEMU = {
    text: `QEMU is older than ${qemu_version/* OLDEST_TRUSTED */.CH}; many crashes of earlier versions on newer kernels and images are mended`,
    when: qemuOlder(qemu_version/* OLDEST_TRUSTED */.CH),
    remedy: 'Use a current QEMU',
    commands: [VERSION, REPLACE],
};
const FIXED_ADDRESS = {
    text: 'This QEMU is linked at a fixed address, which newer kernels’ randomised heap (brk) can run into',
    when: (facts, log) => facts.interpreterType === undefined ? someHandler(facts, log) : facts.interpreterType === 'exec',
    specific: true,
    remedy: 'Use a QEMU that is linked static-pie, as current builds are',
    commands: [`${REPLACE} --qemu-from image`],
};
const GUEST_OR_EMULATOR = {
    text: 'The program itself crashed, or the emulator has a fault that a current version still has',
    remedy: 'Run the step natively: on a runner of that architecture, or in a stage FROM --platform=$BUILDPLATFORM that cross-compiles',
    commands: [VERSION],
};
const ADDRESS_RANDOMISATION = {
    text: 'The emulator and the kernel’s address space randomisation disagree about where memory may lie',
    remedy: 'Try once without randomisation, for this build only',
    commands: [
        'sudo sysctl -w kernel.randomize_va_space=0',
        'sudo sysctl -w kernel.randomize_va_space=2  # after the build',
    ],
};
const ALSO_SHOWN = ['bundled-emulator', 'foreign-step-crash'];
const CRASHING = [
    {
        id: 'ldconfig-crash',
        title: 'libc-bin: post-installation script returned error exit status 139',
        bearing: 'emulation',
        shows: ['installed libc-bin package post-installation script subprocess returned error exit status 139'],
        patterns: [
            { has: 'libc-bin package post-installation script', and: /exit status (?:139|132|134)\b/ },
            { has: 'ldconfig', and: /qemu: uncaught target signal/, near: true },
        ],
        explains: ['guest-segfault', ...ALSO_SHOWN],
        causes: [
            OLD_QEMU,
            BUNDLED_EMULATOR,
            {
                text: 'QEMU 10.1.3 was reported to crash in ldconfig of Ubuntu 22.04 again',
                when: qemuWithin('10.1.3', '10.1.4'),
                specific: true,
                remedy: 'Use 10.2.3 or newer',
                commands: [REPLACE],
            },
            FIXED_ADDRESS,
            ADDRESS_RANDOMISATION,
            {
                text: 'The ldconfig of the base image does not run under this emulator',
                remedy: 'Use another release of the base image, or a runner of that architecture',
                commands: ['docker run --rm --platform {platform} BASE_IMAGE ldconfig'],
            },
        ],
        sources: [
            'https://github.com/docker/buildx/issues/1170',
            'https://github.com/docker/setup-qemu-action/issues/198',
            'https://github.com/tonistiigi/binfmt/issues/240',
            'https://github.com/tonistiigi/binfmt/issues/298',
        ],
    },
    {
        id: 'guest-segfault',
        title: 'qemu: uncaught target signal 11 (Segmentation fault)',
        bearing: 'emulation',
        shows: ['qemu: uncaught target signal 11 (Segmentation fault) - core dumped'],
        patterns: [{ has: 'uncaught target signal 11' }],
        explains: ALSO_SHOWN,
        causes: [OLD_QEMU, BUNDLED_EMULATOR, FIXED_ADDRESS, GUEST_OR_EMULATOR, ADDRESS_RANDOMISATION],
        sources: [
            'https://github.com/tonistiigi/binfmt/issues/215',
            'https://github.com/actions/runner-images/issues/11471',
            'https://github.com/home-assistant/builder/pull/229',
        ],
    },
    {
        id: 'guest-illegal-instruction',
        title: 'qemu: uncaught target signal 4 (Illegal instruction)',
        bearing: 'emulation',
        shows: ['qemu: uncaught target signal 4 (Illegal instruction) - core dumped'],
        patterns: [{ has: 'uncaught target signal 4 ' }],
        explains: ALSO_SHOWN,
        causes: [
            BUNDLED_EMULATOR,
            OLD_QEMU,
            {
                text: 'The program (often Node.js’s just-in-time compiler) uses instructions that the emulator does not know',
                remedy: 'Run the step natively in a stage FROM --platform=$BUILDPLATFORM or on a runner of that architecture; a glibc base image instead of Alpine helped some',
                commands: [VERSION],
            },
        ],
        sources: [
            'https://github.com/Kuadrant/mcp-gateway/issues/687',
            'https://github.com/interledger/rafiki/pull/3731',
            'https://github.com/mattogodoy/nametag/pull/212',
        ],
    },
    {
        id: 'guest-abort',
        title: 'qemu: uncaught target signal 5, 6, 7, 8 or 31',
        bearing: 'emulation',
        shows: [
            'qemu: uncaught target signal 6 (Aborted) - core dumped',
            'qemu: uncaught target signal 5 (Trace/breakpoint trap) - core dumped',
        ],
        patterns: [{ has: 'uncaught target signal ', and: /target signal (?:5|6|7|8|31)\b/ }],
        explains: ALSO_SHOWN,
        causes: [OLD_QEMU, BUNDLED_EMULATOR, GUEST_OR_EMULATOR],
        sources: [
            'https://github.com/docker/for-mac/issues/6264',
            'https://github.com/evilmartians/fullstaq-ruby-docker/issues/17',
            'https://github.com/multiarch/qemu-user-static/issues/39',
        ],
    },
    {
        id: 'emulator-crash',
        title: 'QEMU internal SIGSEGV',
        bearing: 'emulation',
        shows: ['qemu-aarch64: QEMU internal SIGSEGV {code=128, addr=0}'],
        patterns: [{ has: 'qemu internal sig' }],
        explains: ALSO_SHOWN,
        causes: [
            {
                text: 'The emulator itself crashed; seen with systemd 260 and newer in arm64 images, and not mended in the versions named there',
                remedy: 'Use the newest QEMU, or keep systemd’s scripts out of the image, or use a runner of that architecture',
                commands: [VERSION, REPLACE],
            },
            FIXED_ADDRESS,
            BUNDLED_EMULATOR,
        ],
        sources: [
            'https://github.com/tonistiigi/binfmt/issues/316',
            'https://github.com/systemd/systemd/issues/41279',
        ],
    },
    {
        id: 'foreign-step-crash',
        title: 'a step for another platform crashed (exit code 132, 133, 134, 135 or 139)',
        bearing: 'possible',
        shows: [
            '#12 [linux/arm64 3/5] RUN npm ci / #12 4.512 Segmentation fault (core dumped)',
            '#12 [linux/arm64 3/5] RUN npm ci / #12 4.512 Illegal instruction (core dumped)',
            '#12 [linux/arm64 3/5] RUN npm ci / #12 ERROR: process "/bin/sh -c npm ci" did not complete successfully: exit code: 139',
        ],
        patterns: [
            { has: 'exit code: 13', step: true, and: /exit code: 13[24359]\b/ },
            { has: 'segmentation fault', step: true },
            { has: 'illegal instruction', step: true },
            { has: '(core dumped)', step: true, and: /\b(?:aborted|bus error|trap) +\(core dumped\)/i },
        ],
        applies: foreignStep('foreign-step-crash'),
        explains: ['bundled-emulator'],
        causes: [OLD_QEMU, BUNDLED_EMULATOR, FIXED_ADDRESS, GUEST_OR_EMULATOR],
        sources: [
            'https://github.com/wofferl/proxmox-backup-arm64/issues/57',
            'https://github.com/docker/buildx/issues/2785',
        ],
    },
    {
        id: 'build-hangs',
        title: 'The build stops saying anything after a crash, until the job is cancelled',
        bearing: 'emulation',
        shows: ['qemu: uncaught target signal 4 …, then hours later: The operation was canceled.'],
        patterns: [
            {
                has: 'the operation was canceled',
                after: ['guest-illegal-instruction', 'guest-segfault', 'guest-abort'],
            },
            {
                has: 'exceeded the maximum execution time',
                after: ['guest-illegal-instruction', 'guest-segfault', 'guest-abort'],
            },
        ],
        causes: [
            {
                text: 'A crashed emulated process can leave the step waiting for ever, so that only the job’s time limit ends it',
                remedy: 'Set timeout-minutes on the job, and mend the crash itself',
                commands: ['timeout-minutes: 30'],
            },
        ],
        sources: [
            'https://github.com/ekino/docker-buildbox/pull/2021',
            'https://github.com/zereight/gitlab-mcp/pull/729',
        ],
    },
    {
        id: 'go-address-space',
        title: 'runtime: lfstack.push invalid packing',
        bearing: 'emulation',
        shows: [
            'runtime: lfstack.push invalid packing: node=0x… cnt=0x1 packed=0x… -> node=0x…',
            'fatal error: lfstack.push',
        ],
        patterns: [{ has: 'lfstack.push' }],
        explains: ['foreign-step-crash'],
        causes: [
            {
                text: 'This amd64 Go program packs pointers into 48 bits, and QEMU on an arm64 host maps memory higher',
                when: (facts, log) => not(hostIs('amd64')(facts, log)),
                remedy: 'Cross-compile with GOARCH instead of running the compiler emulated, or use an arm64 build of the tool',
                commands: ['GOOS=linux GOARCH=amd64 go build ./...'],
            },
            GUEST_OR_EMULATOR,
        ],
        sources: ['https://github.com/tonistiigi/binfmt/issues/269', 'https://github.com/golang/go/issues/69255'],
    },
    {
        id: 'openat2-missing',
        title: 'tar: Cannot open: Function not implemented',
        bearing: 'emulation',
        shows: [
            'tar: src/f: Cannot open: Function not implemented',
            'tar: d: Cannot mkdir: Function not implemented',
        ],
        patterns: [{ has: 'tar: ', and: /cannot (?:open|mkdir): function not implemented/i }],
        explains: ['bundled-emulator'],
        causes: [
            {
                text: 'QEMU is older than 9.2 and does not know the system call openat2, which newer tar uses',
                when: qemuOlder('9.2.0'),
                remedy: 'Use a current QEMU (at least 10.1.3)',
                commands: [VERSION, REPLACE],
            },
            BUNDLED_EMULATOR,
            {
                text: 'An old container engine’s seccomp profile refuses openat2',
                remedy: 'Update the engine; bsdtar extracts without openat2 until then',
            },
        ],
        sources: [
            'https://github.com/armbian/build/issues/10713',
            'https://github.com/abiosoft/colima/issues/1613',
        ],
    },
    {
        id: 'openat2-flags',
        title: 'tar: Cannot open: Invalid argument',
        bearing: 'possible',
        shows: [
            'tar: jdk/release: Cannot open: Invalid argument',
            'tar: jdk/lib: Cannot mkdir: Invalid argument',
        ],
        patterns: [{ has: 'tar: ', and: /cannot (?:open|mkdir): invalid argument/i }],
        explains: ['bundled-emulator'],
        causes: [
            {
                text: 'QEMU 9.2 to 10.1.2 built with musl passes a flag of openat2 on wrongly for arm64',
                when: qemuWithin('9.2.0', qemu_version/* OLDEST_TRUSTED */.CH),
                remedy: 'Use QEMU 10.1.3 or newer',
                commands: [VERSION, REPLACE],
            },
            BUNDLED_EMULATOR,
            {
                text: 'The file system cannot hold such a name (FAT, exFAT, a share)',
                elsewhere: true,
                remedy: 'Extract into a Linux file system',
            },
        ],
        sources: [
            'https://github.com/tonistiigi/binfmt/issues/285',
            'https://github.com/moby/buildkit/issues/6475',
            'https://github.com/crate/docker-crate/issues/255',
        ],
    },
    {
        id: 'syscall-unknown',
        title: 'qemu: Unsupported syscall',
        bearing: 'emulation',
        shows: ['qemu: Unsupported syscall: 389'],
        patterns: [{ has: 'qemu: unsupported syscall' }],
        explains: ['guest-segfault', ...ALSO_SHOWN],
        causes: [
            {
                ...OLD_QEMU,
                text: `QEMU is older than ${qemu_version/* OLDEST_TRUSTED */.CH} and lacks a system call that the program uses`,
            },
            {
                text: 'The program is not made for emulation; .NET says that it does not support QEMU',
                remedy: 'Run the step on $BUILDPLATFORM and cross-compile (dotnet publish --arch), or use a native runner',
                commands: ['FROM --platform=$BUILDPLATFORM IMAGE AS build'],
            },
        ],
        sources: [
            'https://github.com/dotnet/dotnet-docker/issues/993',
            'https://github.com/dotnet/runtime/issues/8614',
            'https://github.com/dotnet/dotnet-docker/issues/5355',
        ],
    },
    {
        id: 'large-inode-numbers',
        title: 'Value too large for defined data type',
        bearing: 'possible',
        shows: ['could not read directory …: Value too large for defined data type; class=Os (2)'],
        patterns: [{ has: 'value too large for defined data type' }],
        causes: [
            {
                text: 'A 32-bit program reads a directory of a 64-bit host, whose positions (ext4) do not fit into 32 bits',
                when: thirtyTwoBit,
                remedy: 'Put the directory on a tmpfs, or cross-compile on a 64-bit platform',
                commands: ['RUN --mount=type=tmpfs,target=/usr/local/cargo/registry cargo build --release'],
            },
        ],
        sources: [
            'https://github.com/rust-lang/cargo/issues/8719',
            'https://github.com/docker/buildx/issues/395',
            'https://github.com/microsoft/vcpkg/issues/21189',
        ],
    },
    {
        id: 'emulator-memory',
        title: 'qemu: allocate … bytes for jit buffer',
        bearing: 'emulation',
        shows: ['allocate 134217728 bytes for jit buffer: Cannot allocate memory'],
        patterns: [{ has: 'bytes for jit buffer' }],
        explains: ['foreign-step-crash'],
        causes: [
            {
                text: 'The address space limit (ulimit -v) leaves the emulator less than it reserves at its start (128 MiB in QEMU 7.2)',
                remedy: 'Raise or lift the limit',
                commands: ['ulimit -v unlimited'],
            },
        ],
        sources: [],
    },
    {
        id: 'level-not-emulated',
        title: 'no support for running processes with linux/amd64/v3',
        bearing: 'emulation',
        shows: ['no support for running processes with linux/amd64/v3'],
        patterns: [{ has: 'no support for running processes with' }],
        explains: ['platform-mismatch'],
        causes: [
            {
                text: 'BuildKit runs no steps for amd64/v3 and v4 by emulation',
                when: (facts, log) => not(hostIs('amd64')(facts, log)) ?? logShows('bundled-emulator')(facts, log),
                remedy: 'Build for linux/amd64 or v2, cross-compile, or use a runner whose CPU has that level',
                commands: ['docker buildx build --platform linux/amd64 .'],
            },
        ],
        sources: ['https://github.com/moby/buildkit/issues/2588'],
    },
];

;// CONCATENATED MODULE: ./lib/core/signatures-fetching.js
const signatures_fetching_SETUP = 'node dist/cli.js setup {platform}';
const FETCHING = [
    {
        id: 'registry-rate-limit',
        title: 'toomanyrequests',
        bearing: 'registry',
        shows: ['Error response from daemon: toomanyrequests: You have reached your pull rate limit.'],
        patterns: [
            { has: 'toomanyrequests' },
            { has: 'pull rate limit' },
            { has: 'too many requests', and: /daemon|docker|registry|http 429/i },
        ],
        causes: [
            {
                text: 'The registry limits anonymous pulls, and runners that share an address share the limit',
                remedy: 'Log in before the step that pulls, or name a mirror; QEMU from the cache needs no registry',
                commands: [
                    'docker login',
                    `${signatures_fetching_SETUP} --registry-mirrors mirror.gcr.io`,
                    `${signatures_fetching_SETUP} --qemu-from apt,host`,
                ],
            },
        ],
        sources: [
            'https://github.com/island-is/island.is/issues/6832',
            'https://github.com/docker/setup-qemu-action/issues/178',
            'https://github.com/docker/hub-feedback/issues/2429',
        ],
    },
    {
        id: 'registry-unauthorized',
        title: 'unauthorized',
        bearing: 'registry',
        shows: [
            'Head "https://registry-1.docker.io/v2/…/manifests/latest": unauthorized: incorrect username or password',
            'error pulling image configuration: …: unauthorized: unauthenticated: User cannot be authenticated …',
        ],
        patterns: [
            { has: 'unauthorized: ', and: /daemon|docker|registry|pulling|ghcr|manifest/i },
            { has: 'denied: requested access to the resource is denied' },
            { has: 'pull access denied for' },
        ],
        causes: [
            {
                text: 'Credentials that are stored for the registry are wrong or have expired; even a public image is then refused',
                remedy: 'Log out, or log in again with a valid token',
                commands: ['docker logout', 'docker login'],
            },
            {
                text: 'The image does not exist under this name, or is private',
                remedy: 'Check the name, or log in with an account that may read it',
                commands: ['docker buildx imagetools inspect IMAGE'],
            },
        ],
        sources: [
            'https://github.com/docker-practice/actions-setup-docker/issues/20',
            'https://github.com/firstbatchxyz/dkn-compute-launcher/issues/1',
            'https://github.com/docker/hub-feedback/issues/753',
        ],
    },
    {
        id: 'registry-certificate',
        title: 'x509: certificate signed by unknown authority',
        bearing: 'registry',
        shows: ['tls: failed to verify certificate: x509: certificate signed by unknown authority'],
        patterns: [{ has: 'x509: ' }, { has: 'self-signed certificate in certificate chain' }],
        causes: [
            {
                text: 'A proxy or a private registry answers with a certificate that this machine does not trust',
                remedy: 'Install the authority’s certificate for the engine, for the builder and for Node.js',
                commands: [
                    'sudo mkdir -p /etc/docker/certs.d/REGISTRY && sudo cp ca.crt /etc/docker/certs.d/REGISTRY/',
                    'export NODE_EXTRA_CA_CERTS=/path/to/ca.crt',
                ],
            },
        ],
        sources: [
            'https://github.com/docker/setup-buildx-action/issues/112',
            'https://github.com/irbis-sh/zen-desktop/issues/482',
        ],
    },
    {
        id: 'registry-unreachable',
        title: 'The registry does not answer',
        bearing: 'registry',
        shows: [
            'Head "https://registry-1.docker.io/v2/…/manifests/latest": EOF',
            'received unexpected HTTP status: 503 Service Unavailable',
            'Head "https://registry-1.docker.io/v2/…/manifests/latest": dial tcp: lookup registry-1.docker.io …: i/o timeout',
        ],
        patterns: [
            { has: 'received unexpected http status: 5' },
            {
                has: '/v2/',
                and: /: EOF\b|i\/o timeout|no such host|connection (?:refused|reset)|TLS handshake timeout|network is unreachable|deadline exceeded/i,
            },
        ],
        causes: [
            {
                text: 'The registry, the name service or the network failed for a moment',
                remedy: 'Run the job again; a cache or a mirror keeps the next outage away',
                commands: [`${signatures_fetching_SETUP} --registry-mirrors mirror.gcr.io`, `${signatures_fetching_SETUP} --qemu-from apt,host`],
            },
        ],
        sources: [
            'https://github.com/docker/setup-qemu-action/issues/110',
            'https://github.com/docker/setup-qemu-action/issues/167',
            'https://github.com/docker/setup-qemu-action/issues/166',
        ],
    },
];

;// CONCATENATED MODULE: ./lib/core/signatures-registering.js

const signatures_registering_SETUP = 'node dist/cli.js setup {platform}';
const MOUNT = 'sudo mount -t binfmt_misc binfmt_misc /proc/sys/fs/binfmt_misc';
const REGISTERING = [
    {
        id: 'mount-failed',
        title: 'cannot mount binfmt_misc filesystem',
        bearing: 'emulation',
        shows: [
            'error: operation not permitted / cannot mount binfmt_misc filesystem at /proc/sys/fs/binfmt_misc',
            'error: no such device / cannot mount binfmt_misc filesystem at /proc/sys/fs/binfmt_misc',
        ],
        patterns: [
            { has: 'cannot mount binfmt_misc' },
            { has: 'binfmt_misc', and: /^mount: .{0,200}(?:permission denied|not permitted|unknown filesystem)/i },
        ],
        explains: ['installer-said-nothing'],
        causes: [
            {
                text: 'The installer’s container has no privilege over the host: rootless or nested Docker, or a runner that is a container',
                when: (facts, log) => logShows('errno-not-permitted')(facts, log) ?? facts.rootless ?? (facts.contained || undefined),
                remedy: 'Register the handlers on the host itself, once, as root',
                commands: [`sudo ${signatures_registering_SETUP}`],
            },
            {
                text: 'The kernel has no binfmt_misc, or its module is not loaded and cannot be loaded from the container',
                when: (facts, log) => logShows('errno-no-device')(facts, log) ?? not(facts.supported),
                specific: true,
                remedy: 'Load the module on the host',
                commands: ['sudo modprobe binfmt_misc', MOUNT],
            },
        ],
        sources: [
            'https://github.com/docker/setup-qemu-action/issues/88',
            'https://github.com/docker/setup-qemu-action/issues/67',
            'https://github.com/vegardit/docker-gitea-act-runner/issues/51',
        ],
    },
    {
        id: 'register-invalid',
        title: '/proc/sys/fs/binfmt_misc/register: invalid argument',
        bearing: 'emulation',
        shows: [
            'cannot register "/usr/bin/qemu-aarch64" to /proc/sys/fs/binfmt_misc/register: write …: invalid argument',
            'sh: write error: Invalid argument',
            'update-binfmts: warning: unable to close /proc/sys/fs/binfmt_misc/register: Invalid argument',
        ],
        patterns: [
            { has: 'binfmt_misc/register', and: /invalid argument/i },
            { has: 'write error: invalid argument', near: true },
        ],
        causes: [
            {
                text: 'The kernel is older than 4.8 and does not know the flag F',
                when: kernelOlder(4, 8, 0),
                remedy: 'Use a kernel 4.8 or newer: without F no handler works inside containers',
                commands: ['uname -r'],
            },
            {
                text: 'The line has a flag or a field that this kernel does not know, or is longer than 1920 bytes',
                remedy: 'Register by this program, which writes only what the running kernel understands',
                commands: [signatures_registering_SETUP],
            },
        ],
        sources: [
            'https://github.com/tonistiigi/binfmt/issues/92',
            'https://github.com/tonistiigi/binfmt/issues/53',
            'https://github.com/docker/buildx/issues/493',
            'https://github.com/RPi-Distro/pi-gen/issues/435',
        ],
    },
    {
        id: 'register-exists',
        title: 'write error: File exists, or already registered',
        bearing: 'note',
        shows: ['sh: write error: File exists', 'installing: arm64 qemu-aarch64 already registered'],
        patterns: [
            { has: 'write error: file exists', near: true },
            { has: 'binfmt_misc/register', and: /file exists/i },
            { has: 'already registered', and: /qemu-[\w-]{1,40} already registered/i },
        ],
        causes: [
            {
                text: 'An entry of that name is there already, and keeps its old emulator and its old flags',
                when: someEntry((entry) => entry.name.startsWith('qemu-')),
                remedy: 'See whether the old entry works; replace it if not, or if another version is wanted',
                commands: ['grep -s . /proc/sys/fs/binfmt_misc/qemu-*', `${signatures_registering_SETUP} --on-conflict replace`],
            },
        ],
        sources: [
            'https://github.com/multiarch/qemu-user-static/issues/27',
            'https://github.com/multiarch/qemu-user-static/issues/49',
            'https://github.com/docker/setup-qemu-action/issues/21',
        ],
    },
    {
        id: 'register-missing',
        title: '/proc/sys/fs/binfmt_misc/register: no such file or directory',
        bearing: 'emulation',
        shows: [
            'cannot register "/usr/bin/qemu-aarch64" to /proc/sys/fs/binfmt_misc/register: write …: no such file or directory',
            'sh: write error: No such file or directory',
            'cannot create /proc/sys/fs/binfmt_misc/register: Directory nonexistent',
        ],
        patterns: [
            { has: 'binfmt_misc/register', and: /no such file or directory|directory nonexistent/i },
            { has: 'write error: no such file or directory', near: true },
        ],
        causes: [
            {
                text: 'binfmt_misc is not mounted where the line was to be written',
                when: (facts, log) => evidenceIs('register-missing', /nonexistent|open \/proc\/\S{1,80}register/i)(facts, log) ??
                    not(facts.mounted),
                specific: true,
                remedy: 'Mount it on the host, and leave it mounted',
                commands: ['sudo modprobe binfmt_misc', MOUNT, signatures_registering_SETUP],
            },
            {
                text: 'The interpreter that the line names does not exist: with the flag F the kernel opens it at once',
                when: evidenceIs('register-missing', /write error|write \/proc\//i),
                remedy: 'Name a static QEMU that exists; an installer that runs on the same architecture carries none for it',
                commands: ['ls -l /usr/bin/qemu-*', signatures_registering_SETUP],
            },
        ],
        sources: [
            'https://github.com/dbhi/qus/issues/14',
            'https://github.com/tonistiigi/binfmt/issues/138',
            'https://github.com/systemd/systemd/issues/21178',
            'https://github.com/postmarketOS/pmbootstrap/issues/1444',
        ],
    },
    {
        id: 'register-denied',
        title: '/proc/sys/fs/binfmt_misc: permission denied, or read-only',
        bearing: 'emulation',
        shows: ["sh: can't create /proc/sys/fs/binfmt_misc/qemu-or1k: Permission denied"],
        patterns: [
            { has: 'sys/fs/binfmt_misc', and: /permission denied|operation not permitted|read-only file system/i },
        ],
        causes: [
            {
                text: 'The container’s view of /proc/sys is read-only or masked, or belongs to another user namespace',
                when: (facts) => facts.contained ?? facts.rootless,
                remedy: 'Register the handlers on the host itself, once, as root',
                commands: [`sudo ${signatures_registering_SETUP}`],
            },
            {
                text: 'Only root may write there',
                remedy: 'Register as root',
                commands: [`sudo ${signatures_registering_SETUP}`],
            },
        ],
        sources: [
            'https://github.com/multiarch/qemu-user-static/issues/118',
            'https://github.com/nektos/act/issues/2342',
        ],
    },
    {
        id: 'module-missing',
        title: 'Module binfmt_misc not found',
        bearing: 'emulation',
        shows: [
            'modprobe: FATAL: Module binfmt_misc not found in directory /lib/modules/…',
            'Module binfmt_misc not loaded in host',
            'No binfmt support in the kernel.',
            "update-binfmts: warning: Couldn't load the binfmt_misc module",
        ],
        patterns: [
            { has: 'module binfmt_misc not ' },
            { has: 'no binfmt support in the kernel' },
            { has: "couldn't load the binfmt_misc module" },
            { has: 'binfmt_misc module seemed to be loaded, but no' },
        ],
        causes: [
            {
                text: 'The modules of the running kernel are not there: the kernel was updated without a reboot, or this is a container without /lib/modules',
                when: evidenceIs('module-missing', /not found in directory/i),
                remedy: 'Reboot into the installed kernel, or load the module on the host',
                commands: ['uname -r', 'ls /lib/modules', 'sudo modprobe binfmt_misc'],
            },
            {
                text: 'binfmt_misc is built into the kernel, and the script looked only for a loaded module',
                when: (facts) => facts.supported,
                remedy: 'Nothing needs to be loaded: mount the file system if it is not mounted',
                commands: ['grep binfmt_misc /proc/filesystems', MOUNT],
            },
            {
                text: 'The kernel was built without CONFIG_BINFMT_MISC',
                when: (facts) => not(facts.supported),
                remedy: 'Use a kernel that has it, or a runner of the architecture itself',
                commands: ['grep BINFMT_MISC /boot/config-$(uname -r)'],
            },
        ],
        sources: [
            'https://github.com/RPi-Distro/pi-gen/pull/372',
            'https://github.com/RPi-Distro/pi-gen/issues/264',
            'https://github.com/revyos/thead-kernel/issues/18',
        ],
    },
    {
        id: 'interpreter-busy',
        title: 'qemu-…: Text file busy',
        bearing: 'emulation',
        shows: ["cp: cannot create regular file 'usr/bin/qemu-arm-static': Text file busy"],
        patterns: [
            { has: 'text file busy', and: /qemu/i },
            { has: 'etxtbsy', and: /qemu/i },
        ],
        causes: [
            {
                text: 'The kernel holds the interpreter open: an entry pins it, or emulated programs still run',
                remedy: 'Write the new file beside the old one and rename it; the entry keeps the old one until it is registered again',
                commands: [
                    'sudo cp qemu-aarch64 /usr/bin/qemu-aarch64.new && sudo mv -f /usr/bin/qemu-aarch64.new /usr/bin/qemu-aarch64',
                    `${signatures_registering_SETUP} --on-conflict replace`,
                ],
            },
        ],
        sources: ['https://github.com/guysoft/CustomPiOS/issues/114'],
    },
    {
        id: 'architecture-unknown',
        title: 'unsupported architecture',
        bearing: 'emulation',
        shows: ['installing: mips64el unsupported architecture: mips64el'],
        patterns: [{ has: 'unsupported architecture', near: true }],
        causes: [
            {
                text: 'The installer does not know this name, says so, and ends as if nothing had happened',
                remedy: 'Use the OCI name of the platform (mips64le, not mips64el); this program understands both and names the nearest one',
                commands: ['node dist/cli.js plan mips64le'],
            },
        ],
        sources: ['https://github.com/docker/setup-qemu-action/issues/158'],
    },
    {
        id: 'installer-said-nothing',
        title: 'Unexpected end of JSON input',
        bearing: 'emulation',
        shows: ['Extracting available platforms / Error: Unexpected end of JSON input'],
        patterns: [{ has: 'unexpected end of json input', near: true }],
        causes: [
            {
                text: 'docker/setup-qemu-action reads the installer’s answer, and the installer failed before it gave one',
                remedy: 'Look at the lines above: the installer’s own error stands there',
                commands: ['node dist/cli.js doctor'],
            },
        ],
        sources: ['https://github.com/docker/setup-qemu-action/issues/88'],
    },
    {
        id: 'docker-missing',
        title: 'Unable to locate executable file: docker',
        bearing: 'possible',
        shows: ['Unable to locate executable file: docker. Please verify either the file path exists …'],
        patterns: [{ has: 'unable to locate executable file: docker' }],
        causes: [
            {
                text: 'docker/setup-qemu-action needs Docker only to run its installer',
                when: (facts) => not(facts.docker),
                remedy: 'Register without Docker',
                commands: [signatures_registering_SETUP],
            },
            {
                text: 'Docker is installed on the host, but the job runs in a container without it',
                when: (facts) => facts.contained,
                remedy: 'Register on the host: the job’s container uses the host’s kernel',
                commands: [`sudo ${signatures_registering_SETUP}`],
            },
        ],
        sources: [
            'https://github.com/docker/setup-qemu-action/issues/24',
            'https://github.com/docker/setup-qemu-action/issues/164',
        ],
    },
    clue('installer-ok', { has: 'installing: ', and: /installing: \S{1,20} ok\b/i }),
    clue('errno-not-permitted', { has: 'error: operation not permitted' }),
    clue('errno-no-device', { has: 'error: no such device' }),
];
function clue(id, pattern) {
    return { id, title: id, bearing: 'clue', shows: [], patterns: [pattern], causes: [], sources: [] };
}

;// CONCATENATED MODULE: ./lib/core/signatures.js




const SIGNATURES = [...CRASHING, ...REGISTERING, ...RUNNING, ...FETCHING];
function diagnoseLog(log, facts = {}) {
    const seen = SIGNATURES.flatMap((signature) => {
        const match = log.matches.find((candidate) => candidate.id === signature.id);
        return match === undefined || signature.applies?.(facts, log) === false ? [] : [{ signature, match }];
    });
    const explained = new Set(seen.flatMap(({ signature }) => signature.explains ?? []));
    const diagnoses = seen
        .filter(({ signature }) => !explained.has(signature.id))
        .flatMap(({ signature, match }) => diagnose(signature, match, log, facts))
        .sort(byWeight);
    const first = diagnoses[0];
    return {
        verdict: first?.standing ?? 'not-emulation',
        headline: log.lines === 0 ? 'The log is empty.' : headlineOf(first),
        next: first?.causes[0].remedy ?? (log.lines === 0 ? EMPTY : NEXT),
        diagnoses,
    };
}
const EMPTY = 'See whether the build ran at all, and whether its output was written to this log';
const NEXT = 'Look for the first error in the log: what follows is often only its echo';
const STANDINGS = ['emulation', 'possible', 'not-emulation'];
function byWeight(a, b) {
    return (STANDINGS.indexOf(a.standing) - STANDINGS.indexOf(b.standing) ||
        Number(b.causes[0].supported) - Number(a.causes[0].supported) ||
        firstLine(a) - firstLine(b));
}
function firstLine({ evidence }) {
    return Math.min(...evidence.map(({ line }) => line));
}
function headlineOf(first) {
    if (first === undefined)
        return 'Nothing in this log points to emulation.';
    if (first.standing === 'emulation')
        return `Another architecture plays a part in this failure: ${first.title}.`;
    if (first.standing === 'possible')
        return `Another architecture may play a part in this failure: ${first.title}.`;
    return `Nothing in this log points to emulation; it shows: ${first.title}.`;
}
function diagnose(signature, match, log, facts) {
    const [likeliest, ...others] = rankCauses(signature, log, facts);
    if (likeliest === undefined)
        return [];
    const causes = [likeliest, ...others];
    return [
        {
            id: signature.id,
            title: signature.title,
            standing: standingOf(signature, match, causes),
            count: match.count,
            evidence: match.evidence,
            causes,
            alsoSeen: (signature.explains ?? []).filter((id) => log.matches.some((other) => other.id === id)),
            link: `docs/troubleshooting.md#${signature.id}`,
            sources: signature.sources,
        },
    ];
}
function standingOf(signature, match, causes) {
    if (signature.bearing === 'note')
        return 'possible';
    if (causes.every(({ elsewhere }) => elsewhere))
        return 'not-emulation';
    if (causes[0].supported)
        return causes[0].elsewhere ? 'not-emulation' : 'emulation';
    if (signature.bearing === 'emulation' || match.nearEmulator)
        return 'emulation';
    return signature.bearing === 'possible' ? 'possible' : 'not-emulation';
}
function rankCauses(signature, log, facts) {
    const judged = signature.causes.map((cause) => ({ cause, support: cause.when?.(facts, log) }));
    const standing = judged.filter(({ support }) => support !== false);
    return (standing.length > 0 ? standing : judged)
        .map(({ cause, support }) => ({ cause, rank: support === true ? (cause.specific ? 0 : 1) : 2 }))
        .sort((a, b) => a.rank - b.rank)
        .map(({ cause, rank }) => ranking(cause, rank < 2, platformOf(log, facts)));
}
function ranking(cause, supported, platform) {
    return {
        text: cause.text,
        supported,
        elsewhere: cause.elsewhere === true,
        remedy: cause.remedy,
        commands: (cause.commands ?? []).map((command) => command.replaceAll('{platform}', platform)),
    };
}
function platformOf(log, facts) {
    const foreign = log.platforms.find((platform) => platform.split('/')[1] !== facts.hostArch);
    return foreign ?? (facts.hostArch === 'arm64' ? 'linux/amd64' : 'linux/arm64');
}

;// CONCATENATED MODULE: ./lib/core/log-facts.js




const NOT_MOUNTED = ['not-loaded', 'autofs', 'not-mounted'];
const NOT_SUPPORTED = ['unsupported', 'module-missing'];
const ET_EXEC = 2;
function logFacts(context, results) {
    const { facts, doctor, verdicts, asked = [] } = context;
    const { state } = facts.table;
    const handlers = (0,claims/* handlersOf */.Jq)(context);
    const versions = handlers.flatMap(({ verdicts }) => verdicts.flatMap(({ qemuVersion }) => qemuVersion ?? []));
    const oldest = versions.reduce((a, b) => (a === undefined || (0,qemu_version/* isOlder */.tW)(b, a) ? b : a), undefined);
    const types = handlers.flatMap(({ file }) => file?.elf?.type ?? []);
    const stale = results.find(({ id }) => id === 'SB053');
    return {
        kernel: facts.kernel.release,
        ...(facts.architecture === undefined ? {} : { hostArch: facts.architecture }),
        ...(state === 'masked' ? {} : { supported: !NOT_SUPPORTED.includes(state) }),
        ...(state === 'masked' ? {} : { mounted: ![...NOT_MOUNTED, ...NOT_SUPPORTED].includes(state) }),
        ...(state === 'ready' ? { entries: handlers.map(({ entry, file }) => entryFacts(entry, file)) } : {}),
        ...(asked.length === 0 ? {} : { asked }),
        verdicts: Object.fromEntries([...(verdicts?.values() ?? [])].map((verdict) => [verdict.arch, wordOf(verdict)])),
        ...(oldest === undefined ? {} : { qemuVersion: oldest }),
        ...(types.length === 0 ? {} : { interpreterType: types.includes(ET_EXEC) ? 'exec' : 'dyn' }),
        ...(doctor === undefined
            ? {}
            : { docker: doctor.engine.client, remoteEngine: doctor.engine.remote !== undefined }),
        ...(doctor?.engine.server === undefined ? {} : { rootless: doctor.engine.server.rootless }),
        contained: facts.container !== undefined || facts.userNamespace,
        ...(stale === undefined || stale.state === 'skipped' ? {} : { staleBuilder: stale.state === 'found' }),
    };
}
function blamedPlatforms(log, hostArch) {
    if (diagnoseLog(log).verdict !== 'emulation')
        return [];
    const named = log.platforms.flatMap((text) => {
        const platform = (0,platforms/* parsePlatform */.FL)(text);
        return 'unknown' in platform || platform.arch === hostArch ? [] : [platform];
    });
    return [...new Map(named.map((platform) => [(0,platforms/* formatPlatform */.Bq)(platform), platform])).values()];
}
function entryFacts(entry, file) {
    const interpreter = interpreterOf(file);
    return {
        name: entry.name,
        enabled: entry.enabled,
        fixed: entry.flags.includes('F'),
        credentials: entry.flags.includes('C'),
        preserved: entry.flags.includes('P'),
        ...(interpreter === undefined ? {} : { interpreter }),
    };
}
function interpreterOf(file) {
    if (file?.state === 'missing')
        return 'missing';
    if (file?.kind === 'script')
        return 'script';
    if (file?.elf === undefined || !file.elf.complete)
        return undefined;
    return file.elf.interpreter ? 'dynamic' : 'static';
}
function wordOf({ status, result }) {
    if (status === 'absent')
        return 'missing';
    if (status === 'outside-only')
        return result === 'works' ? 'emulated' : 'broken';
    return status;
}

// EXTERNAL MODULE: ./lib/core/narration.js
var narration = __webpack_require__(1787);
// EXTERNAL MODULE: ./lib/core/plan.js
var plan = __webpack_require__(3658);
// EXTERNAL MODULE: ./lib/core/privacy.js
var privacy = __webpack_require__(7573);
// EXTERNAL MODULE: ./lib/core/problem.js
var problem = __webpack_require__(4458);
// EXTERNAL MODULE: ./lib/core/report.js + 1 modules
var core_report = __webpack_require__(6459);
// EXTERNAL MODULE: ./lib/core/verdict.js
var verdict = __webpack_require__(6992);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
// EXTERNAL MODULE: ./lib/core/json.js
var json = __webpack_require__(8171);
;// CONCATENATED MODULE: ./lib/core/doctor-facts.js

const SYSCTLS = [
    'user.max_user_namespaces',
    'kernel.unprivileged_userns_clone',
    'kernel.apparmor_restrict_unprivileged_userns',
    'kernel.modules_disabled',
    'kernel.randomize_va_space',
];
function parseKernelConfig(text) {
    const options = new Map();
    for (const line of text.split('\n')) {
        const [, on, value, off] = /^(?:(CONFIG_\w+)=(.*)|# (CONFIG_\w+) is not set)$/.exec(line) ?? [];
        if (on !== undefined && value !== undefined)
            options.set(on, value);
        else if (off !== undefined)
            options.set(off, 'n');
    }
    return options;
}
function parseModprobe(text, module) {
    return text.split('\n').flatMap((line) => {
        const [word, name, ...rest] = line.trim().split(/\s+/);
        if (name?.replaceAll('-', '_') !== module)
            return [];
        if (word === 'blacklist')
            return [`blacklist ${name}`];
        const command = rest.join(' ');
        const blocks = word === 'install' && /^(?:\/usr)?\/s?bin\/(?:true|false)$|^(?:exit|true|false|:)\b/.test(command);
        return blocks ? [`install ${name} ${command}`] : [];
    });
}
function parseRuleNames(text) {
    return text.split('\n').flatMap((raw) => {
        const line = raw.trim();
        if (line === '' || line.startsWith('#') || line.startsWith(';'))
            return [];
        const [delimiter = ''] = line;
        const name = line.split(delimiter)[1];
        return name === undefined || name === '' ? [] : [name];
    });
}
function parseDockerInfo(text) {
    const info = (0,json/* parseObject */.l)(text);
    if (info === undefined || typeof info.ServerVersion !== 'string' || info.ServerVersion === '')
        return undefined;
    const security = Array.isArray(info.SecurityOptions) ? info.SecurityOptions.map(String) : [];
    return {
        version: info.ServerVersion,
        kernel: textOf(info.KernelVersion),
        rootless: security.some((option) => option.includes('name=rootless')),
        system: textOf(info.OperatingSystem),
    };
}
function parseBuilders(text) {
    return text.split('\n').flatMap((line) => {
        const builder = (0,json/* parseObject */.l)(line);
        if (builder === undefined || typeof builder.Name !== 'string')
            return [];
        const nodes = Array.isArray(builder.Nodes) ? builder.Nodes.filter(json/* isObject */.G) : [];
        return [
            {
                name: builder.Name,
                driver: textOf(builder.Driver),
                running: nodes.some((node) => node.Status === 'running'),
                platforms: [...new Set(nodes.flatMap((node) => platformsOfNode(node.Platforms)))],
            },
        ];
    });
}
function platformsOfNode(platforms) {
    if (!Array.isArray(platforms))
        return [];
    return platforms.flatMap((platform) => {
        if (typeof platform === 'string')
            return [platform.replace(/\*$/, '')];
        if (!(0,json/* isObject */.G)(platform))
            return [];
        const parts = [platform.os, platform.architecture, platform.variant];
        return [parts.filter((part) => typeof part === 'string' && part !== '').join('/')];
    });
}
function textOf(value) {
    return typeof value === 'string' ? value : '';
}

// EXTERNAL MODULE: ./lib/core/elf.js
var core_elf = __webpack_require__(2956);
// EXTERNAL MODULE: ./lib/core/mounts.js
var mounts = __webpack_require__(6191);
;// CONCATENATED MODULE: ./lib/host/engine.js


const ANSWER_LIMIT_MS = 6_000;
async function examineEngine(host, facts) {
    const docker = host.which('docker');
    if (docker === undefined)
        return { client: false, builders: [] };
    const ask = (...args) => host.run({ file: docker, args, timeoutMs: ANSWER_LIMIT_MS });
    const [context, info, buildx] = await Promise.all([
        ask('context', 'inspect', '--format', '{{.Endpoints.docker.Host}}'),
        mayAnswer(host, facts) ? ask('info', '--format', '{{json .}}') : undefined,
        ask('buildx', 'version'),
    ]);
    const remote = remoteScheme(host.env.DOCKER_HOST || context.stdout.trim());
    const server = info === undefined ? undefined : parseDockerInfo(info.stdout);
    const [, version] = /\bv?(\d+\.\d+\.\d+\S*)/.exec(buildx.code === 0 ? buildx.stdout : '') ?? [];
    const builders = version === undefined || server === undefined ? undefined : await ask('buildx', 'ls', '--format', 'json');
    return {
        client: true,
        ...(remote === undefined ? {} : { remote }),
        ...(server === undefined ? { silence: silenceOf(info, facts) } : { server }),
        ...(version === undefined ? {} : { buildx: version }),
        builders: builders === undefined ? [] : parseBuilders(builders.stdout),
    };
}
function mayAnswer(host, facts) {
    const elsewhere = [host.env.DOCKER_HOST, host.env.DOCKER_CONTEXT].some((value) => (value ?? '') !== '');
    const configured = host.env.DOCKER_CONFIG ?? `${host.env.HOME ?? ''}/.docker`;
    const contexts = /"currentContext"\s*:\s*"(?!default")/.test(configOf(host, configured));
    return facts.docker.reachable || elsewhere || contexts;
}
function configOf(host, folder) {
    try {
        return host.readText(`${folder}/config.json`);
    }
    catch {
        return '';
    }
}
function remoteScheme(address) {
    const scheme = /^([a-z]{2,10}):\/\//.exec(address)?.[1];
    return scheme === undefined || scheme === 'unix' || scheme === 'npipe' || scheme === 'fd'
        ? undefined
        : scheme;
}
function silenceOf(info, facts) {
    if (info === undefined) {
        const standard = facts.docker.endpoint === 'unix:///var/run/docker.sock';
        return `nothing listens at ${standard ? 'its socket /var/run/docker.sock' : 'its address'}`;
    }
    if (info.timedOut)
        return `the engine did not answer within ${ANSWER_LIMIT_MS / 1000} s`;
    const [line = ''] = /"ServerErrors":\["([^"]*)/.exec(info.stdout)?.slice(1) ?? info.stderr.split('\n');
    const said = (0,problem/* printable */.g$)(line.replace(/\b(?:unix|tcp|ssh|https?):\/\/\S+/g, '…'), 160);
    return said === '' ? 'the engine does not answer' : said;
}

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
;// CONCATENATED MODULE: ./lib/host/network.js



const network_ANSWER_LIMIT_MS = 5_000;
const PROXY_VARIABLES = ['HTTP_PROXY', 'HTTPS_PROXY', 'ALL_PROXY', 'NO_PROXY'];
async function examineNetwork(host, registries) {
    const { HttpClient } = await Promise.all(/* import() */[__webpack_require__.e(889), __webpack_require__.e(689)]).then(__webpack_require__.bind(__webpack_require__, 5889));
    const proxies = Object.keys(host.env).filter((name) => PROXY_VARIABLES.includes(name.toUpperCase()));
    const answers = registries.map(async (address) => {
        const name = address.registry;
        const client = new HttpClient('setup-binfmt', [], {
            socketTimeout: network_ANSWER_LIMIT_MS,
            allowRetries: false,
        });
        const limit = new AbortController();
        const late = (0,promises_.setTimeout)(2 * network_ANSWER_LIMIT_MS, undefined, { ref: false, signal: limit.signal });
        try {
            const response = await Promise.race([client.get(`${(0,image_reference/* registryOrigin */._g)(address)}/v2/`), late]);
            const status = response?.message.statusCode;
            response?.message.destroy();
            if (status === undefined)
                return { name, problem: 'it did not answer in time' };
            return status < 500 ? { name } : { name, problem: `it answered ${status}` };
        }
        catch (thrown) {
            return { name, problem: (0,problem/* errnoOf */.UQ)(thrown) ?? (0,problem/* reasonOf */.A3)(thrown) };
        }
        finally {
            late.catch(() => undefined);
            limit.abort();
            client.dispose();
        }
    });
    return { proxies, registries: await Promise.all(answers) };
}

// EXTERNAL MODULE: ./lib/host/readings.js
var readings = __webpack_require__(375);
;// CONCATENATED MODULE: ./lib/host/examine.js







const VERSION_LIMIT_MS = 3_000;
const ELF_BYTES = 4096;
async function examine(host, facts, options) {
    const [interpreters, engine, network] = await Promise.all([
        examineInterpreters(host, facts),
        examineEngine(host, facts),
        options.registries === undefined ? undefined : examineNetwork(host, options.registries),
    ]);
    const kernelConfig = examineKernelConfig(host, facts.kernel.release);
    const mountedForInit = examineInit(host, facts);
    return {
        ...(kernelConfig === undefined ? {} : { kernelConfig }),
        moduleBlocks: facts.table.state === 'not-loaded' ? examineModprobe(host) : [],
        sysctls: examineSysctls(host),
        ...(mountedForInit === undefined ? {} : { mountedForInit }),
        interpreters,
        systemdBinfmt: hasSystemdBinfmt(host),
        dpkgTrigger: (0,readings/* textOr */.ph)(host, '/var/lib/dpkg/triggers/File', '').includes('/usr/lib/binfmt.d systemd'),
        binfmtSupport: host.which('update-binfmts') !== undefined,
        rules: examineRules(host),
        engine,
        qemuVariables: Object.keys(host.env).filter((name) => /^QEMU_[A-Z0-9_]{1,60}$/.test(name)),
        places: examinePlaces(host, facts, options.store),
        ...(network === undefined ? {} : { network }),
    };
}
function examineKernelConfig(host, release) {
    for (const path of [`/boot/config-${release}`, `/lib/modules/${release}/config`]) {
        const options = parseKernelConfig((0,readings/* textOr */.ph)(host, path, ''));
        if (options.size > 0)
            return { path, options };
    }
    const path = '/proc/config.gz';
    try {
        const packed = host.readBytes(path, 1024 * 1024);
        const text = (0,external_node_zlib_.gunzipSync)(packed, { maxOutputLength: 4 * 1024 * 1024 }).toString('latin1');
        return { path, options: parseKernelConfig(text) };
    }
    catch {
        return undefined;
    }
}
const MODPROBE_FOLDERS = [
    '/etc/modprobe.d',
    '/run/modprobe.d',
    '/usr/local/lib/modprobe.d',
    '/usr/lib/modprobe.d',
    '/lib/modprobe.d',
];
function examineModprobe(host) {
    const files = filesIn(host, MODPROBE_FOLDERS, '.conf');
    const written = files.flatMap((where) => parseModprobe((0,readings/* textOr */.ph)(host, where, ''), 'binfmt_misc').map((rule) => ({ where, rule })));
    const [parameter] = /(?:^|\s)module_blacklist=\S*\bbinfmt_misc\b\S*/.exec((0,readings/* textOr */.ph)(host, '/proc/cmdline', '')) ?? [];
    return parameter === undefined
        ? written
        : [...written, { where: 'the kernel’s command line', rule: parameter.trim() }];
}
function examineSysctls(host) {
    const values = SYSCTLS.map((name) => [name, (0,readings/* textOr */.ph)(host, `/proc/sys/${name.replaceAll('.', '/')}`, '').trim()]);
    const numbers = values
        .filter(([, text]) => /^\d+$/.test(text))
        .map(([name, text]) => [name, Number(text)]);
    const found = Object.fromEntries(numbers);
    return found;
}
function examineInit(host, facts) {
    const [own, first] = ['self', '1'].map((pid) => host.stat(`/proc/${pid}/ns/user`)?.inode);
    if (own === undefined || own !== first)
        return undefined;
    const text = (0,readings/* textOr */.ph)(host, '/proc/1/mountinfo', '');
    return text === '' ? undefined : (0,mounts/* mountAt */.LS)((0,mounts/* parseMounts */.qV)(text), facts.table.path)?.type === 'binfmt_misc';
}
async function examineInterpreters(host, facts) {
    const paths = new Set(facts.table.entries.flatMap(({ interpreter }) => interpreter ?? []));
    const all = [...paths].map(async (path) => [path, await examineInterpreter(host, path)]);
    return new Map(await Promise.all(all));
}
async function examineInterpreter(host, path) {
    const stat = host.stat(path);
    if (stat === undefined)
        return { state: isHidden(host, path) ? 'hidden' : 'missing' };
    if (stat.kind !== 'file')
        return { state: 'no-file' };
    let bytes;
    try {
        bytes = host.readBytes(path, ELF_BYTES);
    }
    catch {
        return { state: 'hidden' };
    }
    const elf = (0,core_elf/* readElf */.oU)(bytes);
    if (elf !== undefined) {
        const version = await askVersion(host, path);
        return { state: 'file', kind: 'elf', elf, ...(version === undefined ? {} : { version }) };
    }
    return { state: 'file', kind: bytes[0] === 0x23 && bytes[1] === 0x21 ? 'script' : 'other' };
}
function isHidden(host, path) {
    const folder = nearestFolder(host, parentOf(path));
    return folder !== undefined && host.stat(`${folder}/.`) === undefined;
}
function parentOf(path) {
    const end = path.lastIndexOf('/');
    return end <= 0 ? '/' : path.slice(0, end);
}
async function askVersion(host, path) {
    if (!/(?:^|\/)qemu-[\w-]{1,40}$/.test(path))
        return undefined;
    const { stdout } = await host.run({
        file: path,
        args: ['--version'],
        env: {},
        timeoutMs: VERSION_LIMIT_MS,
        maxBytes: 400,
    });
    const line = stdout.split('\n', 1).join('').slice(0, 200);
    return line.startsWith('qemu-') ? line : undefined;
}
function hasSystemdBinfmt(host) {
    if (host.stat('/run/systemd/system') === undefined)
        return false;
    const unit = ['/etc/systemd/system', '/usr/lib/systemd/system', '/lib/systemd/system']
        .map((folder) => `${folder}/systemd-binfmt.service`)
        .find((path) => host.stat(path, false) !== undefined);
    return unit !== undefined && host.realPath(unit) !== '/dev/null';
}
const RULE_FOLDERS = ['/etc/binfmt.d', '/run/binfmt.d', '/usr/local/lib/binfmt.d', '/usr/lib/binfmt.d'];
function examineRules(host) {
    return filesIn(host, RULE_FOLDERS, '.conf').flatMap((file) => parseRuleNames((0,readings/* textOr */.ph)(host, file, '')).map((name) => ({ file, name })));
}
function examinePlaces(host, facts, store) {
    const folders = [
        ['temporary folder', host.env.TMPDIR ?? '/tmp'],
        ['runner’s temporary folder', host.env.RUNNER_TEMP],
        ['store of emulators', store],
        ['Docker’s folder', '/var/lib/docker'],
    ];
    return folders.flatMap(([what, path]) => {
        const existing = path?.startsWith('/') === true ? nearestFolder(host, path) : undefined;
        if (path === undefined || existing === undefined || (existing !== path && what.startsWith('Docker')))
            return [];
        const freeBytes = host.freeBytes(existing);
        const mount = (0,mounts/* mountOf */.vI)(facts.mounts, host.realPath(existing) ?? existing);
        return [
            {
                what,
                path,
                ...(freeBytes === undefined ? {} : { freeBytes }),
                noexec: mount?.options.includes('noexec') ?? false,
            },
        ];
    });
}
function nearestFolder(host, path) {
    for (let folder = path;; folder = parentOf(folder)) {
        if (host.stat(folder)?.kind === 'folder')
            return folder;
        if (folder === '/')
            return undefined;
    }
}
function filesIn(host, folders, ending) {
    return folders.flatMap((folder) => {
        try {
            return host
                .list(folder)
                .filter((name) => name.endsWith(ending))
                .sort()
                .map((name) => `${folder}/${name}`);
        }
        catch {
            return [];
        }
    });
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
;// CONCATENATED MODULE: ./lib/core/build-steps.js
const STEP_LIMIT = 1000;
const REPEATED_LINES = 64;
const LABEL = /^(?:#(\d{1,6}) |\s{0,4}> )?\[(?:(linux\/\w{1,12}(?:\/v\d{1,2})?)(?:->[\w/]{1,30})? )?(?:[\w.-]{1,100} )? {0,4}\d{1,4}\/\d{1,4}\] /;
const NUMBER = /^#(\d{1,6}) /;
const RULE = /^-{6,}$/;
const COMMAND = /--platform[= ]["']?(linux\/\w{1,12}(?:\/v\d{1,2})?)(?![\w/])(,?)/;
function openSteps() {
    const numbered = new Map();
    let repeated;
    let left = 0;
    let only;
    const begin = (number, platform) => {
        if (number === undefined) {
            repeated = platform;
            left = REPEATED_LINES;
        }
        else if (platform === undefined || numbered.size >= STEP_LIMIT)
            numbered.delete(number);
        else
            numbered.set(number, platform);
    };
    return {
        platformOf: (line) => {
            const label = LABEL.exec(line);
            if (label !== null) {
                const platform = label[2] ?? only;
                begin(label[1], platform);
                return platform;
            }
            const number = NUMBER.exec(line)?.[1];
            if (number !== undefined)
                return numbered.get(number);
            const command = COMMAND.exec(line);
            if (command !== null)
                only = command[2] === '' ? command[1] : undefined;
            left = RULE.test(line) ? 0 : Math.max(0, left - 1);
            return left > 0 ? repeated : undefined;
        },
    };
}

;// CONCATENATED MODULE: ./lib/core/secrets.js
const VALUE = `(?:\\\\?"[^"]*"?|\\\\?'[^']*'?|[^\\s"',]+)`;
const WORD = `(?:"[^"]*"?|'[^']*'?|[^\\s"'](?:[^\\s"']|"(?=[^\\s"])[^"]*"|'(?=[^\\s'])[^']*')*)`;
const SECRET_NAMES = `token|passw(?:or)?d|passphrase|passcode|secret|credential|api[_-]?key|(?:access|account|private|signing|encryption)[_-]?key|signature`;
const TOKENS = [
    'gh[a-z]_\\w{8,}',
    'github_pat_\\w{8,}',
    'gl[a-z]{2,6}-[\\w.-]{8,}',
    'dckr_[a-z]{3}_[\\w-]{8,}',
    'npm_[A-Za-z0-9]{10,}',
    'xox[a-z]-[\\w-]{8,}',
    'xapp-[\\w-]{8,}',
    'A(?:KIA|SIA|IDA|ROA)[A-Z0-9]{12,}',
    'AIza[\\w-]{20,}',
    'ya29\\.[\\w.-]{8,}',
    'sk[-_][\\w-]{16,}',
    'hf_[A-Za-z0-9]{16,}',
    'hv[sb]\\.[\\w-]{8,}',
    'pypi-[\\w-]{16,}',
    'rubygems_\\w{8,}',
    'dop_v1_\\w{8,}',
    'SG\\.[\\w.-]{16,}',
    'eyJ[\\w+/-]{8,}[\\w.+/=-]*',
];
const RULES = [
    [/(-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----).*/g, '$1…'],
    [/:\/\/[^\s/]{1,2000}@/g, '://…@'],
    [/:\/\/[^\s/:@…]{0,200}:(?!\d{1,5}\/)[^\s@"']{1,2000}@/g, '://…@'],
    [/(:\/\/[^\s?"']{1,400}\?)[^\s"']{1,2000}/g, '$1…'],
    [new RegExp(`(?<![A-Za-z0-9])(?:${TOKENS.join('|')})`, 'g'), '…'],
    [
        /(authorization\\?["']?\s{0,4}[:=]\s{0,4}\\?["']?(?:basic|bearer|digest|negotiate|token)\s{1,4})[^\s"',]+/gi,
        '$1…',
    ],
    [
        /(authorization\\?["']?\s{0,4}[:=]\s{0,4}\\?["']?)(?!(?:basic|bearer|digest|negotiate|token)\s)[^\s"',]+(?:\s{1,4}[^\s"',]+)?/gi,
        '$1…',
    ],
    [/(cookie\\?["']?:\s{0,4})[^"']+/gi, '$1…'],
    [new RegExp(`(?<![A-Za-z0-9_])([A-Z_]\\w*=)(?:\\\\["'][^"']*|${WORD})`, 'g'), '$1…'],
    [/\b(ENV\s{1,4}[A-Za-z_]\w*\s{1,4})\S.*/g, '$1…'],
    [/(?<![\w-])((?:--build-arg|--env|-e)[\s=]{1,4}["']?[\w.-]+=)(?<=["'][\w.-]+=)[^"']*/g, '$1…'],
    [new RegExp(`(?<![\\w-])((?:--build-arg|--env|-e)[\\s=]{1,4}[\\w.-]+=)${WORD}`, 'g'), '$1…'],
    [
        new RegExp(`(?<![\\w-])(--(?:[a-z]+-)?(?:user|username|login|pass|pwd|key)|-u)(["']?[\\s,=]{1,4})${VALUE}`, 'gi'),
        '$1$2…',
    ],
    [new RegExp(`(${SECRET_NAMES})([\\w-]{0,64}\\\\?["']?\\s{0,4}[:=]\\s{0,4})${VALUE}`, 'gi'), '$1$2…'],
    [new RegExp(`(?<![A-Za-z])(auth|pass|pwd)(\\\\?["']?\\s{0,4}[:=]\\s{0,4})${VALUE}`, 'gi'), '$1$2…'],
    [new RegExp(`(?<![\\w-])(--[\\w-]*(?:${SECRET_NAMES})[\\w-]*)(["']?[\\s,]{1,4})${VALUE}`, 'gi'), '$1$2…'],
    [new RegExp(`(bearer|${SECRET_NAMES})(\\s{1,4}["']?)[^\\s"',…]{6,}`, 'gi'), '$1$2…'],
    [/(?<![\w.+-])[\w.+-]{1,64}@(?!sha\d|v?\d)(?=[\w-]{1,63}\.)/g, '…@'],
    [/\/(home|Users)\/[^/\s"':]{1,64}/g, '/$1/…'],
    [/([A-Za-z]:\\{1,2}Users\\{1,2})[^\\\s"':]{1,64}/g, '$1…'],
];
const SIGNS_IN = /\blogin\b|sshpass|mysql|htpasswd/i;
const PASSWORD_OPTION = new RegExp(`(?<![\\w-])(-p)(["']?[\\s,=]{0,4})${VALUE}`, 'g');
function hideSecrets(line) {
    const shown = SIGNS_IN.test(line) ? line.replace(PASSWORD_OPTION, '$1$2…') : line;
    return RULES.reduce((text, [pattern, replacement]) => text.replace(pattern, replacement), shown);
}

;// CONCATENATED MODULE: ./lib/core/build-log.js




const LINE_LIMIT = 4096;
const EVIDENCE_LIMIT = 3;
const PLATFORM_LIMIT = 16;
const NEARNESS = 12;
function readLog(text) {
    const reading = openLog();
    reading.feed(text);
    return reading.report();
}
function openLog() {
    const decoder = new TextDecoder();
    const tally = openTally();
    let rest = '';
    let line = 1;
    let afterReturn = false;
    const take = (piece) => {
        const text = afterReturn && piece.startsWith('\n') ? piece.slice(1) : piece;
        if (text.length < piece.length)
            line += 1;
        if (piece !== '')
            afterReturn = piece.endsWith('\r');
        let begin = 0;
        for (const { 0: end, index } of text.matchAll(LINE_END)) {
            tally.add(rest + text.slice(begin, Math.min(index, begin + LINE_LIMIT - rest.length)), line);
            rest = '';
            begin = index + end.length;
            if (end !== '\r')
                line += 1;
        }
        rest += text.slice(begin, begin + LINE_LIMIT - rest.length);
    };
    return {
        feed: (piece) => take(typeof piece === 'string' ? piece : decoder.decode(piece, { stream: true })),
        report: () => {
            take(decoder.decode());
            if (rest !== '')
                tally.add(rest, line);
            rest = '';
            return tally.report();
        },
    };
}
const LINE_END = /\r\n|[\r\n]/g;
const EMULATOR = /qemu|binfmt/i;
const PLATFORM = /(?<![\w/.-])linux\/(?:amd64|386|arm(?:64)?|riscv\d\d|ppc\w{0,4}|s390x|mips\w{0,4}|loong64)(?:\/v\d{1,2})?(?![\w/-])/g;
function openTally() {
    const seen = new Map();
    const platforms = new Set();
    const steps = openSteps();
    let lines = 0;
    let nearness = 0;
    const fits = (pattern, lower, line, near, step) => lower.includes(pattern.has) &&
        (pattern.near === undefined || near) &&
        (pattern.step === undefined || step !== undefined) &&
        (pattern.after === undefined || pattern.after.some((id) => seen.has(id))) &&
        (pattern.and === undefined || pattern.and.test(line));
    return {
        add: (raw, number) => {
            lines = number;
            if (raw === '')
                return;
            const whole = stripped(raw.replace(ANSI, ''), COLLECTORS).trimEnd();
            const step = steps.platformOf(whole);
            const line = stripped(whole, BUILDKIT);
            const lower = line.toLowerCase();
            nearness = EMULATOR.test(line) ? NEARNESS : Math.max(0, nearness - 1);
            const near = nearness > 0;
            for (const [platform] of line.matchAll(PLATFORM)) {
                if (platforms.size < PLATFORM_LIMIT)
                    platforms.add(platform);
            }
            for (const { id, patterns } of SIGNATURES) {
                if (!patterns.some((pattern) => fits(pattern, lower, line, near, step)))
                    continue;
                const entry = seen.get(id) ?? { count: 0, nearEmulator: false, steps: new Set(), evidence: [] };
                seen.set(id, entry);
                entry.count += 1;
                entry.nearEmulator ||= near;
                if (step !== undefined && entry.steps.size < PLATFORM_LIMIT)
                    entry.steps.add(step);
                if (entry.evidence.length < EVIDENCE_LIMIT) {
                    entry.evidence.push({ line: number, text: (0,problem/* printable */.g$)(hideSecrets(line), 240) });
                }
            }
        },
        report: () => ({
            lines,
            platforms: [...platforms],
            matches: [...seen].map(([id, { count, nearEmulator, steps: ran, evidence }]) => ({
                id,
                count,
                nearEmulator,
                evidence: [...evidence],
                ...(ran.size === 0 ? {} : { steps: [...ran] }),
            })),
        }),
    };
}
const ANSI = /\u001b\[[0-?]{0,40}[ -/]{0,4}[@-~]/g;
const COLLECTORS = [
    /^[^\t]{1,200}\t[^\t]{1,200}\t(?=\ufeff?\d{4}-)/,
    /^\ufeff/,
    /^\[?\d{4}-\d\d-\d\d[T ][\d:.]{8,20}Z?\]? /,
    /^(?:\[[\w.-]{1,40}\] ){1,4}/,
];
const BUILDKIT = [/^#\d{1,6} /, /^\d{1,7}\.\d{1,3} /];
function stripped(raw, decorations) {
    return decorations.reduce((line, decoration) => line.replace(decoration, ''), raw);
}

;// CONCATENATED MODULE: ./lib/host/log-file.js



async function readLogFile(path) {
    const reading = openLog();
    try {
        const stream = path === '-' ? process.stdin : (0,external_node_fs_.createReadStream)(path);
        for await (const piece of stream)
            reading.feed(piece);
    }
    catch (thrown) {
        return { unreadable: (0,problem/* errnoOf */.UQ)(thrown) ?? 'unknown reason' };
    }
    return { log: reading.report() };
}

// EXTERNAL MODULE: ./lib/host/observe.js
var observe = __webpack_require__(2692);
// EXTERNAL MODULE: ./lib/host/private-table.js + 2 modules
var private_table = __webpack_require__(8665);
// EXTERNAL MODULE: ./lib/host/prove.js
var prove = __webpack_require__(910);
;// CONCATENATED MODULE: ./lib/doctor.js
















async function runDoctor(host, asked, door) {
    const read = asked.log === undefined ? undefined : await readLogFile(asked.log);
    const log = read !== undefined && 'log' in read ? read.log : undefined;
    const seen = await (0,observe/* observe */.lB)(host, door.table);
    const inputs = log === undefined ? asked : withBlamed(asked, blamedPlatforms(log, seen.architecture));
    door.group('Host');
    (0,narration/* narrateHost */.yh)(seen).forEach(door.line);
    const mayTry = seen.system === 'linux' && seen.table.state !== 'not-loaded';
    const [namespaces, probed, doctor] = await Promise.all([
        door.namespaces ?? (mayTry ? (0,private_table.observeNamespaces)(host, { wanted: false }) : undefined),
        probe(host, seen, inputs),
        examine(host, seen, {
            store: door.store,
            ...(inputs.network ? { registries: registriesOf(inputs) } : {}),
        }),
    ]);
    const facts = namespaces === undefined ? seen : { ...seen, namespaces };
    const { verdicts } = probed;
    const context = {
        facts,
        verdicts,
        asked: inputs.all ? [] : inputs.platforms.map(({ arch }) => arch),
        doctor: {
            ...doctor,
            ...(probed.problem === undefined ? {} : { probing: probed.problem }),
            ...(read !== undefined && 'unreadable' in read ? { unreadableLog: read.unreadable } : {}),
        },
    };
    const checks = (0,core_checks/* runChecks */.JT)(context);
    const diagnosis = log === undefined ? undefined : diagnoseLog(log, logFacts(context, checks));
    const report = (0,core_report/* makeReport */.dO)({
        mode: inputs.mode,
        facts,
        verdicts,
        requested: requestsOf(inputs, facts, verdicts, door.store),
        registered: [],
        removed: [],
        changed: false,
        checks,
        findings: (0,core_checks/* findingsOf */.WX)(checks).map((finding) => withAddress(finding, door.documentation)),
        ...(diagnosis === undefined ? {} : { diagnosis: withAddresses(diagnosis, door.documentation) }),
        notes: [],
    });
    return (0,privacy/* hideHomesIn */.K)(report, host.env.HOME);
}
function withBlamed(inputs, blamed) {
    return inputs.all && blamed.length > 0 ? { ...inputs, all: false, platforms: blamed } : inputs;
}
async function probe(host, facts, inputs) {
    if (facts.system !== 'linux')
        return { verdicts: new Map() };
    try {
        return { verdicts: (0,prove/* judgeAll */.Ty)(await (0,prove/* probeAll */.mQ)(host, facts, targetsToProbe(facts, inputs)), facts) };
    }
    catch (thrown) {
        return { verdicts: new Map(), problem: (0,problem/* reasonOf */.A3)(thrown) };
    }
}
function targetsToProbe(facts, inputs) {
    const claimed = platforms/* TARGETS */.dW.filter((target) => (0,verdict/* claimants */.tO)(facts.table.entries, target).length > 0);
    return (0,platforms/* targetsOf */.QR)([
        facts.architecture ?? '',
        ...platforms/* CONTAINER_ARCHITECTURES */.dz,
        ...inputs.platforms.map(({ arch }) => arch),
        ...claimed.map(({ arch }) => arch),
    ]);
}
function requestsOf(inputs, facts, verdicts, store) {
    const targets = (0,platforms/* targetsOf */.QR)(inputs.platforms.map(({ arch }) => arch));
    const decisions = (0,plan/* decide */.LD)(targets, verdicts, facts.table.entries, inputs.onConflict, store);
    return inputs.platforms.flatMap((platform) => {
        const decision = decisions.find(({ target }) => target.arch === platform.arch);
        const status = verdicts.get(platform.arch)?.status;
        if (decision === undefined || (inputs.all && (status === 'native' || status === 'absent')))
            return [];
        return [{ platform, action: decision.action, reason: decision.reason }];
    });
}
function registriesOf({ image, mirrors }) {
    return [...new Map([...mirrors, image].map((address) => [(0,image_reference/* registryOrigin */._g)(address), address])).values()];
}
function withAddress(value, base) {
    return { ...value, link: `${base}${value.link}` };
}
function withAddresses(diagnosis, base) {
    return { ...diagnosis, diagnoses: diagnosis.diagnoses.map((one) => withAddress(one, base)) };
}


/***/ }),

/***/ 2300:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ endGroup),
/* harmony export */   f: () => (/* binding */ startHolder)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1421);
/* harmony import */ var _core_problem_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4458);


const LIMIT = 4096;
function start(file, args) {
    try {
        return (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(file, args, { stdio: ['pipe', 'pipe', 'pipe'], detached: true });
    }
    catch (thrown) {
        return `${file}: ${(0,_core_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .errnoOf */ .UQ)(thrown) ?? 'EUNKNOWN'}`;
    }
}
async function startHolder(file, args) {
    const child = start(file, args);
    if (typeof child === 'string')
        return child;
    let text = '';
    let complaint = '';
    let ended = false;
    let wake = () => undefined;
    child.stdout.on('data', (chunk) => {
        text = (text + Buffer.from(chunk).toString('latin1')).slice(-LIMIT);
        wake();
    });
    child.stderr.on('data', (chunk) => {
        complaint = (complaint + Buffer.from(chunk).toString('utf8')).slice(0, LIMIT);
    });
    child.stdin.on('error', () => undefined);
    const gone = new Promise((resolve) => {
        child.on('close', () => {
            ended = true;
            wake();
            resolve();
        });
    });
    const failure = await new Promise((resolve) => {
        child.on('spawn', () => resolve(undefined));
        child.on('error', (problem) => resolve((0,_core_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .errnoOf */ .UQ)(problem) ?? 'EUNKNOWN'));
    });
    const { pid } = child;
    if (failure !== undefined || pid === undefined)
        return `${file}: ${failure ?? 'EUNKNOWN'}`;
    async function line() {
        for (;;) {
            const end = text.indexOf('\n');
            if (end >= 0) {
                const found = text.slice(0, end);
                text = text.slice(end + 1);
                return found;
            }
            if (ended)
                return undefined;
            await new Promise((resolve) => {
                wake = resolve;
            });
        }
    }
    return {
        pid,
        line,
        say: (words) => child.stdin.write(`${words}\n`),
        complaint: () => complaint,
        end: async () => {
            endGroup(pid);
            await gone;
        },
        release: () => {
            for (const stream of [child.stdin, child.stdout, child.stderr])
                stream.destroy();
            child.unref();
        },
    };
}
function endGroup(pid) {
    try {
        process.kill(-pid, 'SIGTERM');
    }
    catch {
    }
}


/***/ }),

/***/ 3382:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ enterCommand),
/* harmony export */   k: () => (/* binding */ insideOf)
/* harmony export */ });
function enterCommand(host, space, command) {
    const { file, args, cwd } = command;
    const program = cwd === undefined ? [file, ...args] : ['/bin/sh', '-c', CHANGE_FOLDER, cwd, file, ...args];
    return {
        file: host.which('nsenter') ?? 'nsenter',
        args: [
            ...space.namespaces.map((name) => `--${name}`),
            ...(space.namespaces.includes('user') ? ['--preserve-credentials'] : []),
            `--target=${space.pid}`,
            '--',
            ...program,
        ],
    };
}
const CHANGE_FOLDER = 'cd "$0" && exec "$@"';
const NOBODY = 65_534;
function insideOf(host, space) {
    const root = `/proc/${space.pid}/root`;
    const seen = (path) => path.startsWith('/proc/self/') ? `/proc/${space.pid}/${path.slice('/proc/self/'.length)}` : root + path;
    return {
        ...host,
        uid: 0,
        gid: 0,
        readText: (path) => host.readText(seen(path)),
        readBytes: (path, length) => host.readBytes(seen(path), length),
        list: (path) => host.list(seen(path)),
        stat: (path, follow) => {
            const found = host.stat(seen(path), follow);
            return found === undefined ? undefined : { ...found, uid: found.uid === host.uid ? 0 : NOBODY };
        },
        fileSystemType: (path) => host.fileSystemType(seen(path)),
        writeKernel: (path, text) => host.writeKernel(seen(path), text),
        makeTemporary: (prefix, parent = '/tmp') => host.makeTemporary(prefix, seen(parent)).slice(root.length),
        makeFolder: (path, mode) => host.makeFolder(seen(path), mode),
        makeMode: (path, mode) => host.makeMode(seen(path), mode),
        isWritable: (path) => host.isWritable(seen(path)),
        readable: (path) => host.readable(seen(path)),
        writeFile: (path, bytes, mode) => host.writeFile(seen(path), bytes, mode),
        appendDurably: (path, text) => host.appendDurably(seen(path), text),
        rename: (from, to) => host.rename(seen(from), seen(to)),
        remove: (path) => host.remove(seen(path)),
        open: (path) => host.open(seen(path)),
        run: ({ cwd, ...command }, inherit) => host.run({
            ...command,
            ...enterCommand(host, space, { ...command, ...(cwd === undefined ? {} : { cwd }) }),
        }, inherit),
    };
}


/***/ }),

/***/ 8665:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  y: () => (/* binding */ MOUNT_ONCE),
  observeNamespaces: () => (/* binding */ observeNamespaces),
  E: () => (/* binding */ openPrivateTable)
});

// EXTERNAL MODULE: ./lib/core/binfmt-misc.js
var binfmt_misc = __webpack_require__(5162);
// EXTERNAL MODULE: ./lib/core/facts.js
var facts = __webpack_require__(6426);
;// CONCATENATED MODULE: ./lib/core/id-maps.js
function parseIdMap(text) {
    return text.split('\n').flatMap((line) => {
        const [, inside, outside, count] = /^\s*(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s*$/.exec(line) ?? [];
        if (inside === undefined)
            return [];
        return [{ inside: Number(inside), outside: Number(outside), count: Number(count) }];
    });
}
function formatIdMap(extents) {
    return extents.map(({ inside, outside, count }) => `${inside} ${outside} ${count}\n`).join('');
}
function parseSubordinateIds(text, names) {
    return text.split('\n').flatMap((line) => {
        const [name = '', first = '', count = ''] = line.trim().split(':');
        if (!names.includes(name) || !/^\d{1,10}$/.test(first) || !/^[1-9]\d{0,9}$/.test(count))
            return [];
        return [{ first: Number(first), count: Number(count) }];
    });
}
function userName(passwd, uid) {
    return passwd
        .split('\n')
        .map((line) => line.split(':'))
        .find((fields) => fields[2] === String(uid))?.[0];
}
function countIds(ranges) {
    return ranges.reduce((sum, { count }) => sum + count, 0);
}
function chooseIdMaps(facts) {
    const { uid, gid, here, ruler, subUids, subGids, helpers } = facts;
    const own = { kind: 'own', users: [rootIs(uid)], groups: [rootIs(gid)] };
    if (ruler)
        return [{ kind: 'all', users: identity(here.users), groups: identity(here.groups) }, own];
    if (!helpers || subUids.length === 0 || subGids.length === 0)
        return [own];
    const ranges = {
        kind: 'ranges',
        users: [rootIs(uid), ...stack(subUids)],
        groups: [rootIs(gid), ...stack(subGids)],
    };
    return [ranges, own];
}
function restoreIds(maps) {
    const swap = ({ inside, outside, count }) => ({
        inside: outside,
        outside: inside,
        count,
    });
    return { users: maps.users.map(swap), groups: maps.groups.map(swap) };
}
function rootIs(id) {
    return { inside: 0, outside: id, count: 1 };
}
function identity(extents) {
    return extents.map(({ inside, count }) => ({ inside, outside: inside, count }));
}
function stack(ranges) {
    let next = 1;
    return ranges.map(({ first, count }) => {
        const extent = { inside: next, outside: first, count };
        next += count;
        return extent;
    });
}

;// CONCATENATED MODULE: ./lib/core/namespaces.js
function parseSysctl(text) {
    return /^-?\d{1,19}$/.test(text.trim()) ? Number(text.trim()) : undefined;
}
function hasSeccompFilter(status) {
    return /^Seccomp:\s*2$/m.test(status);
}
function parseAppArmorProfile(text) {
    const [, name] = /^(.+) \((?:enforce|complain|kill)\)$/.exec(text.trim()) ?? [];
    return name;
}

// EXTERNAL MODULE: ./lib/core/problem.js
var problem = __webpack_require__(4458);
// EXTERNAL MODULE: ./lib/core/rootless-tools.js
var rootless_tools = __webpack_require__(6090);
// EXTERNAL MODULE: ./lib/host/holder.js
var host_holder = __webpack_require__(2300);
// EXTERNAL MODULE: ./lib/host/inside.js
var inside = __webpack_require__(3382);
// EXTERNAL MODULE: ./lib/host/readings.js
var readings = __webpack_require__(375);
;// CONCATENATED MODULE: ./lib/host/private-table.js









const AWAIT = 'read -r go && exec /bin/sh -c "$@"';
const MOUNT = 'mount -t binfmt_misc binfmt_misc "$1"';
const MOUNT_ONCE = [
    `own=$(unshare --mount /bin/sh -c 'mount -t binfmt_misc binfmt_misc "$1" && stat -c %d "$1"' sh "\${1%/*}")`,
    '{ [ "$own" = "$(stat -c %d "$1")" ] || mount -t binfmt_misc binfmt_misc "$1"; }',
].join(' && ');
const UNTIL_CLOSED = 'exec cat >/dev/null';
const UNTIL_GONE = 'exec </dev/null >/dev/null 2>&1 && while [ -e "/proc/$2" ]; do sleep 5; done';
const FOR_EVER = 'exec sleep 2147483647 </dev/null >/dev/null 2>&1';
async function openPrivateTable(host, hold = { until: 'closed' }) {
    const unshare = host.which('unshare');
    if (unshare === undefined || host.which('nsenter') === undefined || host.which('mount') === undefined)
        return { stage: 'tools', said: 'unshare, nsenter or mount is missing' };
    const existing = host.uid === 0 && (0,facts/* isNestedNamespace */.dG)((0,readings/* textOr */.ph)(host, '/proc/self/uid_map', '')) && mayMount(host);
    const choices = existing ? [undefined] : chooseIdMaps(idFacts(host));
    let refusal = { stage: 'unshare', said: 'nothing was tried' };
    for (const choice of choices) {
        const opened = await openOnce(host, unshare, choice, hold);
        if (!('stage' in opened))
            return opened;
        refusal = opened;
        if (refusal.stage !== 'map' && refusal.stage !== 'mount')
            break;
    }
    return refusal;
}
async function openOnce(host, unshare, maps, hold) {
    const folder = host.stat(binfmt_misc/* TABLE_PATH */.Fb) === undefined ? host.makeTemporary('setup-binfmt-table-') : undefined;
    const table = folder ?? binfmt_misc/* TABLE_PATH */.Fb;
    const opened = [];
    const close = async () => {
        for (const holder of opened.toReversed())
            await holder.end();
        if (folder !== undefined)
            host.remove(folder);
    };
    const fail = async (stage, said) => {
        await close();
        return { stage, said };
    };
    const namespaces = maps === undefined ? ['mount'] : ['user', 'mount'];
    const holder = await (0,host_holder/* startHolder */.f)(unshare, [
        ...namespaces.map((name) => `--${name}`),
        ...(maps?.kind === 'own' ? ['--map-root-user'] : []),
        ...['/bin/sh', '-c', `echo ready && ${AWAIT}`, 'sh'],
        ...[`${maps === undefined ? MOUNT_ONCE : MOUNT} && echo ready && ${holdWords(host, hold)}`, 'sh', table],
        ...[hold.until === 'gone' ? String(hold.pid) : ''],
    ]);
    if (typeof holder === 'string')
        return fail('unshare', holder);
    opened.push(holder);
    if ((await holder.line()) !== 'ready')
        return fail(...refused(holder));
    const unmapped = maps === undefined || maps.kind === 'own' ? undefined : await writeMaps(host, holder.pid, maps);
    if (unmapped !== undefined)
        return fail('map', unmapped);
    holder.say('go');
    if ((await holder.line()) !== 'ready')
        return fail('mount', holder.complaint());
    const inner = { pid: holder.pid, namespaces };
    let own = inner;
    if (maps !== undefined && maps.kind !== 'all') {
        const second = await startSecond(host, unshare, inner, restoreIds(maps), hold);
        if ('stage' in second)
            return fail(second.stage, second.said);
        opened.push(second);
        own = { pid: second.pid, namespaces };
    }
    const ids = maps?.users ?? parseIdMap((0,readings/* textOr */.ph)(host, '/proc/self/uid_map', ''));
    const release = () => {
        for (const one of opened)
            one.release();
    };
    const rootEnvironment = own === inner ? {} : (0,rootless_tools/* rootlessEnvironment */.T9)(host.uid, host.gid);
    return { inner, own, table, ids: countIds(ids), rootEnvironment, release, close };
}
async function startSecond(host, unshare, inner, maps, hold) {
    const { file, args } = (0,inside/* enterCommand */.S)(host, inner, {
        file: unshare,
        args: [
            ...['--user', '--mount', '/bin/sh', '-c', `echo ready && ${AWAIT}`, 'sh'],
            ...[`echo ready && ${holdWords(host, hold)}`, 'sh', '', hold.until === 'gone' ? String(hold.pid) : ''],
        ],
    });
    const holder = await (0,host_holder/* startHolder */.f)(file, args);
    if (typeof holder === 'string')
        return { stage: 'unshare', said: holder };
    if ((await holder.line()) !== 'ready') {
        const [stage, said] = refused(holder);
        return { stage, said };
    }
    const written = await host.run({
        ...(0,inside/* enterCommand */.S)(host, inner, {
            file: '/bin/sh',
            args: [
                '-c',
                'printf %s "$1" >"/proc/$0/uid_map" && printf %s "$2" >"/proc/$0/gid_map"',
                String(holder.pid),
                formatIdMap(maps.users),
                formatIdMap(maps.groups),
            ],
        }),
        timeoutMs: LIMIT_MS,
    });
    holder.say('go');
    const answer = written.code === 0 ? await holder.line() : undefined;
    if (answer === 'ready')
        return holder;
    await holder.end();
    return { stage: 'map', said: `${written.stderr}${holder.complaint()}` };
}
function refused(holder) {
    const said = holder.complaint();
    if (/propagation/.test(said))
        return ['mount', said];
    return [/[ug]id_map|setgroups/.test(said) ? 'map' : 'unshare', said];
}
const LIMIT_MS = 30_000;
function holdWords(host, hold) {
    if (hold.until === 'closed')
        return UNTIL_CLOSED;
    return hold.pid > 1 && host.stat(`/proc/${hold.pid}`) !== undefined ? UNTIL_GONE : FOR_EVER;
}
async function writeMaps(host, pid, maps) {
    if (maps.kind === 'ranges') {
        return ((await runHelper(host, 'newuidmap', pid, maps.users)) ??
            (await runHelper(host, 'newgidmap', pid, maps.groups)));
    }
    try {
        host.writeKernel(`/proc/${pid}/uid_map`, formatIdMap(maps.users));
        host.writeKernel(`/proc/${pid}/gid_map`, formatIdMap(maps.groups));
        return undefined;
    }
    catch (thrown) {
        return (0,problem/* errnoOf */.UQ)(thrown) ?? (0,problem/* reasonOf */.A3)(thrown);
    }
}
async function runHelper(host, name, pid, extents) {
    const numbers = extents.flatMap(({ inside, outside, count }) => [inside, outside, count].map(String));
    const outcome = await host.run({
        file: host.which(name) ?? name,
        args: [String(pid), ...numbers],
        timeoutMs: LIMIT_MS,
    });
    if (outcome.code === 0)
        return undefined;
    return outcome.stderr.trim() || `${name} ended with ${outcome.signal ?? outcome.code ?? outcome.error}`;
}
function idFacts(host) {
    const { uid, gid } = host;
    const names = [userName((0,readings/* textOr */.ph)(host, '/etc/passwd', ''), uid) ?? host.env.USER ?? '', String(uid)];
    const capabilities = (0,facts/* parseCapabilities */.md)((0,readings/* textOr */.ph)(host, '/proc/self/status', ''));
    return {
        uid,
        gid,
        here: {
            users: parseIdMap((0,readings/* textOr */.ph)(host, '/proc/self/uid_map', '')),
            groups: parseIdMap((0,readings/* textOr */.ph)(host, '/proc/self/gid_map', '')),
        },
        ruler: uid === 0 && (capabilities & MAPPING_RIGHTS) === MAPPING_RIGHTS,
        subUids: parseSubordinateIds((0,readings/* textOr */.ph)(host, '/etc/subuid', ''), names),
        subGids: parseSubordinateIds((0,readings/* textOr */.ph)(host, '/etc/subgid', ''), names),
        helpers: missingHelpers(host).length === 0,
    };
}
const MAPPING_RIGHTS = (1n << 6n) | (1n << 7n);
function mayMount(host) {
    return (0,facts/* maySysAdmin */.cM)({ capabilities: (0,facts/* parseCapabilities */.md)((0,readings/* textOr */.ph)(host, '/proc/self/status', '')) });
}
function missingHelpers(host) {
    return ['newuidmap', 'newgidmap'].filter((name) => host.which(name) === undefined);
}
async function observeNamespaces(host, known) {
    const ids = idFacts(host);
    const limit = parseSysctl((0,readings/* textOr */.ph)(host, '/proc/sys/user/max_user_namespaces', ''));
    const clone = parseSysctl((0,readings/* textOr */.ph)(host, '/proc/sys/kernel/unprivileged_userns_clone', ''));
    const restrict = parseSysctl((0,readings/* textOr */.ph)(host, '/proc/sys/kernel/apparmor_restrict_unprivileged_userns', ''));
    const profile = parseAppArmorProfile((0,readings/* textOr */.ph)(host, '/proc/self/attr/current', ''));
    return {
        wanted: known.wanted,
        attempt: known.refusal === undefined ? await attempt(host) : { ok: false, ...known.refusal },
        built: host.stat('/proc/self/ns/user') !== undefined,
        ...(limit === undefined ? {} : { limit }),
        ...(clone === undefined ? {} : { unprivilegedClone: clone !== 0 }),
        ...(restrict === undefined ? {} : { appArmorRestricts: restrict !== 0 }),
        ...(profile === undefined ? {} : { appArmorProfile: profile }),
        seccomp: hasSeccompFilter((0,readings/* textOr */.ph)(host, '/proc/self/status', '')),
        missingHelpers: missingHelpers(host),
        subUids: countIds(ids.subUids),
        subGids: countIds(ids.subGids),
    };
}
async function attempt(host) {
    const opened = await openPrivateTable(host);
    if ('stage' in opened)
        return { ok: false, ...opened };
    await opened.close();
    return { ok: true, ids: opened.ids };
}


/***/ })

};
