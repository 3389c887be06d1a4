export const id = 430;
export const ids = [430];
export const modules = {

/***/ 6925:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runDoctor: () => (/* binding */ runDoctor)
});

// EXTERNAL MODULE: ./lib/binfmt/entry.js
var entry = __webpack_require__(3678);
// EXTERNAL MODULE: ./lib/doctor/checks/index.js + 9 modules
var doctor_checks = __webpack_require__(799);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./lib/text/problem.js
var problem = __webpack_require__(894);
// EXTERNAL MODULE: ./lib/text/redact.js
var redact = __webpack_require__(6680);
// EXTERNAL MODULE: ./lib/text/text.js
var text_text = __webpack_require__(8614);
// EXTERNAL MODULE: ./lib/platform/elf.js
var platform_elf = __webpack_require__(3176);
// EXTERNAL MODULE: ./lib/platform/platforms.js
var platform_platforms = __webpack_require__(2061);
// EXTERNAL MODULE: ./lib/text/version.js
var text_version = __webpack_require__(9341);
// EXTERNAL MODULE: ./lib/doctor/checks/claims.js
var claims = __webpack_require__(4938);
// EXTERNAL MODULE: ./lib/qemu/advisories.js
var advisories = __webpack_require__(8359);
;// CONCATENATED MODULE: ./lib/doctor/log/signature.js

function signature(id, title, rest) {
    return { id, title, ...rest };
}
const THIRTY_TWO_BIT = new Set(['386', 'arm', 'mips', 'mipsle', 'ppc', 'riscv32', 'm68k', 'sh4']);
const someHandler = ({ entries, remoteEngine, rootless }) => entries?.length === 0 && remoteEngine !== true && rootless !== true ? false : undefined;
function qemuOlder(than) {
    return (facts, log) => {
        const version = (0,text_version/* parseVersion */.ot)(facts.qemuVersion ?? '');
        return version === undefined ? someHandler(facts, log) : (0,text_version/* isOlder */.tW)(version, than);
    };
}
function qemuWithin(from, below) {
    return (facts, log) => {
        const tooOld = qemuOlder(from)(facts, log);
        return tooOld ? false : qemuOlder(below)(facts, log);
    };
}
function kernelOlder(than) {
    return (facts) => {
        const version = (0,text_version/* parseVersion */.ot)(facts.kernel ?? '');
        return version === undefined ? undefined : (0,text_version/* isOlder */.tW)(version, than);
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

;// CONCATENATED MODULE: ./lib/doctor/log/running.js

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
    signature('exec-format-error', 'exec format error', {
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
        sources: 'tonistiigi/binfmt#360 awslabs/amazon-eks-ami#2789 tonistiigi/binfmt#261 podman-desktop/extension-bootc!2142',
    }),
    signature('arch-test-failed', 'not supported on this machine/kernel', {
        patterns: [{ has: 'not supported on this machine/kernel' }],
        causes: [NOTHING_REGISTERED, NOT_STATIC, NOT_PINNED],
        sources: 'usimd/pi-gen-action#179',
    }),
    signature('interpreter-not-in-container', 'exec …: no such file or directory, although the file is there', {
        relevance: 'possible',
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
        sources: 'docker/buildx#464 amazonlinux/container-images#18 usimd/pi-gen-action!181',
    }),
    signature('loader-not-found', 'Could not open /lib…/ld-…: No such file or directory', {
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
        sources: 'Wide-Moat/open-computer-use#27 sameersbn/docker-gitlab#2689 docker/for-mac#7644',
    }),
    signature('loads-wrong-path', 'Error while loading /usr/sbin/dpkg-split: No such file or directory', {
        patterns: [{ has: 'error while loading /', and: /while loading \/[^\s:]{1,200}: no such file/i }],
        explains: ['bundled-emulator'],
        causes: [BUNDLED_EMULATOR, NOT_PINNED, NOTHING_REGISTERED],
        sources: 'docker/buildx#495 docker-library/python#760 moby/buildkit#1929',
    }),
    signature('platform-mismatch', 'The requested image’s platform does not match the detected host platform', {
        relevance: 'note',
        patterns: [{ has: 'does not match the detected host platform' }],
        causes: [
            {
                text: 'The image has no variant for this host, and was started without saying which platform is meant',
                remedy: 'Name the platform, and register a handler for it if it is meant to be emulated',
                commands: ['docker run --platform {platform} IMAGE', SETUP],
            },
        ],
        sources: 'multiarch/qemu-user-static#199',
    }),
    signature('platform-not-published', 'no match for platform in manifest', {
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
        sources: 'link-assistant/hive-mind#962 docker/for-mac#6356',
    }),
    signature('interpreter-loop', 'Too many levels of symbolic links when any program is started', {
        patterns: [{ has: 'too many levels of symbolic links', near: true }],
        causes: [
            {
                text: 'A handler was registered for the machine’s own architecture, so that starting the handler needs the handler',
                remedy: 'Take that entry out from a shell that is still open (its echo needs no other program), or reboot',
                commands: ['echo -1 > /proc/sys/fs/binfmt_misc/ENTRY'],
            },
        ],
        sources: 'hypriot/qemu-register#4',
    }),
    signature('arguments-shifted', 'applet not found', {
        relevance: 'possible',
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
                when: kernelOlder('5.12'),
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
        sources: 'lima-vm/alpine-lima#81 podman-container-tools/podman-machine-os!157',
    }),
    signature('set-uid-ignored', 'sudo: effective uid is not 0', {
        relevance: 'possible',
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
        sources: 'multiarch/qemu-user-static#17 uraimo/run-on-arch-action!75 moby/moby#36730',
    }),
    signature('cpu-level', 'CPU does not support x86-64-v2', {
        relevance: 'possible',
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
        sources: 'podman-container-tools/podman#14314 podman-container-tools/podman#15456 pulp/pulp-oci-images#772',
    }),
    signature('bundled-emulator', '/dev/.buildkit_qemu_emulator in the log', {
        relevance: 'note',
        patterns: [{ has: '.buildkit_qemu_emulator' }],
        causes: [BUNDLED_EMULATOR],
        sources: 'docker/buildx#493 sivert-io/matchzy-auto-tournament#202',
    }),
    signature('windows-interop-lost', 'Windows programs no longer start from WSL', {
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
        sources: 'microsoft/WSL#8952 microsoft/WSL#8843',
    }),
];

;// CONCATENATED MODULE: ./lib/doctor/log/crashing.js



const REPLACE = 'node dist/cli.js setup {platform} --on-conflict replace';
const VERSION = 'docker run --rm -e QEMU_VERSION=1 --platform {platform} alpine true';
const OLD_QEMU = {
    text: `QEMU is older than ${advisories/* OLDEST_TRUSTED */.C}; many crashes of earlier versions on newer kernels and images are mended`,
    when: qemuOlder(advisories/* OLDEST_TRUSTED */.C),
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
const GUEST_CRASHES = ['guest-illegal-instruction', 'guest-segfault', 'guest-abort'];
const CRASHING = [
    signature('ldconfig-crash', 'libc-bin: post-installation script returned error exit status 139', {
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
        sources: 'docker/buildx#1170 docker/setup-qemu-action#198 tonistiigi/binfmt#240 tonistiigi/binfmt#298',
    }),
    signature('guest-segfault', 'qemu: uncaught target signal 11 (Segmentation fault)', {
        patterns: [{ has: 'uncaught target signal 11' }],
        explains: ALSO_SHOWN,
        causes: [OLD_QEMU, BUNDLED_EMULATOR, FIXED_ADDRESS, GUEST_OR_EMULATOR, ADDRESS_RANDOMISATION],
        sources: 'tonistiigi/binfmt#215 actions/runner-images#11471 home-assistant/builder!229',
    }),
    signature('guest-illegal-instruction', 'qemu: uncaught target signal 4 (Illegal instruction)', {
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
        sources: 'Kuadrant/mcp-gateway#687 interledger/rafiki!3731 mattogodoy/nametag!212',
    }),
    signature('guest-abort', 'qemu: uncaught target signal 5, 6, 7, 8 or 31', {
        patterns: [{ has: 'uncaught target signal ', and: /target signal (?:5|6|7|8|31)\b/ }],
        explains: ALSO_SHOWN,
        causes: [OLD_QEMU, BUNDLED_EMULATOR, GUEST_OR_EMULATOR],
        sources: 'docker/for-mac#6264 evilmartians/fullstaq-ruby-docker#17 multiarch/qemu-user-static#39',
    }),
    signature('emulator-crash', 'QEMU internal SIGSEGV', {
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
        sources: 'tonistiigi/binfmt#316 systemd/systemd#41279',
    }),
    signature('foreign-step-crash', 'a step for another platform crashed (exit code 132, 133, 134, 135 or 139)', {
        relevance: 'possible',
        patterns: [
            { has: 'exit code: 13', step: true, and: /exit code: 13[24359]\b/ },
            { has: 'segmentation fault', step: true },
            { has: 'illegal instruction', step: true },
            { has: '(core dumped)', step: true, and: /\b(?:aborted|bus error|trap) +\(core dumped\)/i },
        ],
        applies: foreignStep('foreign-step-crash'),
        explains: ['bundled-emulator'],
        causes: [OLD_QEMU, BUNDLED_EMULATOR, FIXED_ADDRESS, GUEST_OR_EMULATOR],
        sources: 'wofferl/proxmox-backup-arm64#57 docker/buildx#2785',
    }),
    signature('build-hangs', 'The build stops saying anything after a crash, until the job is cancelled', {
        patterns: [
            { has: 'the operation was canceled', after: GUEST_CRASHES },
            { has: 'exceeded the maximum execution time', after: GUEST_CRASHES },
        ],
        causes: [
            {
                text: 'A crashed emulated process can leave the step waiting for ever, so that only the job’s time limit ends it',
                remedy: 'Set timeout-minutes on the job, and mend the crash itself',
                commands: ['timeout-minutes: 30'],
            },
        ],
        sources: 'ekino/docker-buildbox!2021 zereight/gitlab-mcp!729',
    }),
    signature('go-address-space', 'runtime: lfstack.push invalid packing', {
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
        sources: 'tonistiigi/binfmt#269 golang/go#69255',
    }),
    signature('openat2-missing', 'tar: Cannot open: Function not implemented', {
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
        sources: 'armbian/build#10713 abiosoft/colima#1613',
    }),
    signature('openat2-flags', 'tar: Cannot open: Invalid argument', {
        relevance: 'possible',
        patterns: [{ has: 'tar: ', and: /cannot (?:open|mkdir): invalid argument/i }],
        explains: ['bundled-emulator'],
        causes: [
            {
                text: 'QEMU 9.2 to 10.1.2 built with musl passes a flag of openat2 on wrongly for arm64',
                when: qemuWithin('9.2.0', advisories/* OLDEST_TRUSTED */.C),
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
        sources: 'tonistiigi/binfmt#285 moby/buildkit#6475 crate/docker-crate#255',
    }),
    signature('syscall-unknown', 'qemu: Unsupported syscall', {
        patterns: [{ has: 'qemu: unsupported syscall' }],
        explains: ['guest-segfault', ...ALSO_SHOWN],
        causes: [
            {
                ...OLD_QEMU,
                text: `QEMU is older than ${advisories/* OLDEST_TRUSTED */.C} and lacks a system call that the program uses`,
            },
            {
                text: 'The program is not made for emulation; .NET says that it does not support QEMU',
                remedy: 'Run the step on $BUILDPLATFORM and cross-compile (dotnet publish --arch), or use a native runner',
                commands: ['FROM --platform=$BUILDPLATFORM IMAGE AS build'],
            },
        ],
        sources: 'dotnet/dotnet-docker#993 dotnet/runtime#8614 dotnet/dotnet-docker#5355',
    }),
    signature('large-inode-numbers', 'Value too large for defined data type', {
        relevance: 'possible',
        patterns: [{ has: 'value too large for defined data type' }],
        causes: [
            {
                text: 'A 32-bit program reads a directory of a 64-bit host, whose positions (ext4) do not fit into 32 bits',
                when: thirtyTwoBit,
                remedy: 'Put the directory on a tmpfs, or cross-compile on a 64-bit platform',
                commands: ['RUN --mount=type=tmpfs,target=/usr/local/cargo/registry cargo build --release'],
            },
        ],
        sources: 'rust-lang/cargo#8719 docker/buildx#395 microsoft/vcpkg#21189',
    }),
    signature('emulator-memory', 'qemu: allocate … bytes for jit buffer', {
        patterns: [{ has: 'bytes for jit buffer' }],
        explains: ['foreign-step-crash'],
        causes: [
            {
                text: 'The address space limit (ulimit -v) leaves the emulator less than it reserves at its start (128 MiB in QEMU 7.2)',
                remedy: 'Raise or lift the limit',
                commands: ['ulimit -v unlimited'],
            },
        ],
    }),
    signature('level-not-emulated', 'no support for running processes with linux/amd64/v3', {
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
        sources: 'moby/buildkit#2588',
    }),
];

;// CONCATENATED MODULE: ./lib/doctor/log/fetching.js

const fetching_SETUP = 'node dist/cli.js setup {platform}';
const FETCHING = [
    signature('registry-rate-limit', 'toomanyrequests', {
        relevance: 'registry',
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
                    `${fetching_SETUP} --registry-mirrors mirror.gcr.io`,
                    `${fetching_SETUP} --qemu-from apt,host`,
                ],
            },
        ],
        sources: 'island-is/island.is#6832 docker/setup-qemu-action#178 docker/hub-feedback#2429',
    }),
    signature('registry-unauthorized', 'unauthorized', {
        relevance: 'registry',
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
        sources: 'docker-practice/actions-setup-docker#20 firstbatchxyz/dkn-compute-launcher#1 docker/hub-feedback#753',
    }),
    signature('registry-certificate', 'x509: certificate signed by unknown authority', {
        relevance: 'registry',
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
        sources: 'docker/setup-buildx-action#112 irbis-sh/zen-desktop#482',
    }),
    signature('registry-unreachable', 'The registry does not answer', {
        relevance: 'registry',
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
                commands: [`${fetching_SETUP} --registry-mirrors mirror.gcr.io`, `${fetching_SETUP} --qemu-from apt,host`],
            },
        ],
        sources: 'docker/setup-qemu-action#110 docker/setup-qemu-action#167 docker/setup-qemu-action#166',
    }),
];

;// CONCATENATED MODULE: ./lib/doctor/log/registering.js

const registering_SETUP = 'node dist/cli.js setup {platform}';
const MOUNT = 'sudo mount -t binfmt_misc binfmt_misc /proc/sys/fs/binfmt_misc';
const REGISTERING = [
    signature('mount-failed', 'cannot mount binfmt_misc filesystem', {
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
                commands: [`sudo ${registering_SETUP}`],
            },
            {
                text: 'The kernel has no binfmt_misc, or its module is not loaded and cannot be loaded from the container',
                when: (facts, log) => logShows('errno-no-device')(facts, log) ?? not(facts.supported),
                specific: true,
                remedy: 'Load the module on the host',
                commands: ['sudo modprobe binfmt_misc', MOUNT],
            },
        ],
        sources: 'docker/setup-qemu-action#88 docker/setup-qemu-action#67 vegardit/docker-gitea-act-runner#51',
    }),
    signature('register-invalid', '/proc/sys/fs/binfmt_misc/register: invalid argument', {
        patterns: [
            { has: 'binfmt_misc/register', and: /invalid argument/i },
            { has: 'write error: invalid argument', near: true },
        ],
        causes: [
            {
                text: 'The kernel is older than 4.8 and does not know the flag F',
                when: kernelOlder('4.8'),
                remedy: 'Use a kernel 4.8 or newer: without F no handler works inside containers',
                commands: ['uname -r'],
            },
            {
                text: 'The line has a flag or a field that this kernel does not know, or is longer than 1920 bytes',
                remedy: 'Register by this program, which writes only what the running kernel understands',
                commands: [registering_SETUP],
            },
        ],
        sources: 'tonistiigi/binfmt#92 tonistiigi/binfmt#53 docker/buildx#493 RPi-Distro/pi-gen#435',
    }),
    signature('register-exists', 'write error: File exists, or already registered', {
        relevance: 'note',
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
                commands: ['grep -s . /proc/sys/fs/binfmt_misc/qemu-*', `${registering_SETUP} --on-conflict replace`],
            },
        ],
        sources: 'multiarch/qemu-user-static#27 multiarch/qemu-user-static#49 docker/setup-qemu-action#21',
    }),
    signature('register-missing', '/proc/sys/fs/binfmt_misc/register: no such file or directory', {
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
                commands: ['sudo modprobe binfmt_misc', MOUNT, registering_SETUP],
            },
            {
                text: 'The interpreter that the line names does not exist: with the flag F the kernel opens it at once',
                when: evidenceIs('register-missing', /write error|write \/proc\//i),
                remedy: 'Name a static QEMU that exists; an installer that runs on the same architecture carries none for it',
                commands: ['ls -l /usr/bin/qemu-*', registering_SETUP],
            },
        ],
        sources: 'dbhi/qus#14 tonistiigi/binfmt#138 systemd/systemd#21178 postmarketOS/pmbootstrap#1444',
    }),
    signature('register-denied', '/proc/sys/fs/binfmt_misc: permission denied, or read-only', {
        patterns: [
            { has: 'sys/fs/binfmt_misc', and: /permission denied|operation not permitted|read-only file system/i },
        ],
        causes: [
            {
                text: 'The container’s view of /proc/sys is read-only or masked, or belongs to another user namespace',
                when: (facts) => facts.contained ?? facts.rootless,
                remedy: 'Register the handlers on the host itself, once, as root',
                commands: [`sudo ${registering_SETUP}`],
            },
            {
                text: 'Only root may write there',
                remedy: 'Register as root',
                commands: [`sudo ${registering_SETUP}`],
            },
        ],
        sources: 'multiarch/qemu-user-static#118 nektos/act#2342',
    }),
    signature('module-missing', 'Module binfmt_misc not found', {
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
        sources: 'RPi-Distro/pi-gen!372 RPi-Distro/pi-gen#264 revyos/thead-kernel#18',
    }),
    signature('interpreter-busy', 'qemu-…: Text file busy', {
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
                    `${registering_SETUP} --on-conflict replace`,
                ],
            },
        ],
        sources: 'guysoft/CustomPiOS#114',
    }),
    signature('architecture-unknown', 'unsupported architecture', {
        patterns: [{ has: 'unsupported architecture', near: true }],
        causes: [
            {
                text: 'The installer does not know this name, says so, and ends as if nothing had happened',
                remedy: 'Use the OCI name of the platform (mips64le, not mips64el); this program understands both and names the nearest one',
                commands: ['node dist/cli.js plan mips64le'],
            },
        ],
        sources: 'docker/setup-qemu-action#158',
    }),
    signature('installer-said-nothing', 'Unexpected end of JSON input', {
        patterns: [{ has: 'unexpected end of json input', near: true }],
        causes: [
            {
                text: 'docker/setup-qemu-action reads the installer’s answer, and the installer failed before it gave one',
                remedy: 'Look at the lines above: the installer’s own error stands there',
                commands: ['node dist/cli.js doctor'],
            },
        ],
        sources: 'docker/setup-qemu-action#88',
    }),
    signature('docker-missing', 'Unable to locate executable file: docker', {
        relevance: 'possible',
        patterns: [{ has: 'unable to locate executable file: docker' }],
        causes: [
            {
                text: 'docker/setup-qemu-action needs Docker only to run its installer',
                when: (facts) => not(facts.docker),
                remedy: 'Register without Docker',
                commands: [registering_SETUP],
            },
            {
                text: 'Docker is installed on the host, but the job runs in a container without it',
                when: (facts) => facts.contained,
                remedy: 'Register on the host: the job’s container uses the host’s kernel',
                commands: [`sudo ${registering_SETUP}`],
            },
        ],
        sources: 'docker/setup-qemu-action#24 docker/setup-qemu-action#164',
    }),
    clue('installer-ok', { has: 'installing: ', and: /installing: \S{1,20} ok\b/i }),
    clue('errno-not-permitted', { has: 'error: operation not permitted' }),
    clue('errno-no-device', { has: 'error: no such device' }),
];
function clue(id, pattern) {
    return signature(id, id, { relevance: 'clue', patterns: [pattern], causes: [] });
}

;// CONCATENATED MODULE: ./lib/doctor/log/diagnose.js









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
    const [first] = diagnoses;
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
    const lead = {
        emulation: 'Another architecture plays a part in this failure',
        possible: 'Another architecture may play a part in this failure',
        'not-emulation': 'Nothing in this log points to emulation; it shows',
    };
    return `${lead[first.standing]}: ${first.title}.`;
}
function diagnose(signature, match, log, facts) {
    const [likeliest, ...others] = rankCauses(signature, log, facts);
    if (likeliest === undefined)
        return [];
    const causes = [likeliest, ...others];
    return {
        id: signature.id,
        title: signature.title,
        standing: standingOf(signature, match, causes),
        count: match.count,
        evidence: match.evidence,
        causes,
        alsoSeen: (signature.explains ?? []).filter((id) => log.matches.some((other) => other.id === id)),
        link: `docs/troubleshooting.md#${signature.id}`,
        sources: (0,text_text/* linksOf */.hP)(signature.sources ?? ''),
    };
}
function standingOf(signature, match, causes) {
    const { relevance = 'emulation' } = signature;
    if (relevance === 'note')
        return 'possible';
    if (causes.every(({ elsewhere }) => elsewhere))
        return 'not-emulation';
    if (causes[0].supported)
        return causes[0].elsewhere ? 'not-emulation' : 'emulation';
    if (relevance === 'emulation' || match.nearEmulator)
        return 'emulation';
    return relevance === 'possible' ? 'possible' : 'not-emulation';
}
function rankCauses(signature, log, facts) {
    const platform = platformOf(log, facts);
    const judged = signature.causes.map((cause) => ({ cause, support: cause.when?.(facts, log) }));
    const possible = judged.filter(({ support }) => support !== false);
    return (possible.length > 0 ? possible : judged)
        .map(({ cause, support }) => ({ cause, rank: support === true ? (cause.specific ? 0 : 1) : 2 }))
        .sort((a, b) => a.rank - b.rank)
        .map(({ cause: { text, remedy, elsewhere = false, commands = [] }, rank }) => ({
        text,
        supported: rank < 2,
        elsewhere,
        remedy,
        commands: commands.map((command) => command.replaceAll('{platform}', platform)),
    }));
}
function platformOf(log, facts) {
    const foreign = log.platforms.find((platform) => platform.split('/')[1] !== facts.hostArch);
    return foreign ?? (facts.hostArch === 'arm64' ? 'linux/amd64' : 'linux/arm64');
}
const NOT_MOUNTED = ['not-loaded', 'autofs', 'not-mounted'];
const NOT_SUPPORTED = ['unsupported', 'module-missing'];
function logFacts(context, results) {
    const { facts, doctor, verdicts, asked } = context;
    const { state } = facts.table;
    const handlers = (0,claims/* handlersOf */.Jq)(context);
    const versions = handlers.flatMap((handler) => handler.verdicts.flatMap(({ qemuVersion }) => qemuVersion ?? []));
    const types = handlers.flatMap(({ file }) => file?.elf?.type ?? []);
    const stale = results.find(({ id }) => id === 'SB053')?.state ?? 'skipped';
    const hidden = state === 'masked';
    return {
        kernel: facts.kernel.release,
        hostArch: facts.architecture,
        supported: hidden ? undefined : !NOT_SUPPORTED.includes(state),
        mounted: hidden ? undefined : ![...NOT_MOUNTED, ...NOT_SUPPORTED].includes(state),
        entries: state === 'ready' ? handlers.map(entryFacts) : undefined,
        asked,
        verdicts: Object.fromEntries([...(verdicts?.values() ?? [])].map((verdict) => [verdict.arch, wordOf(verdict)])),
        qemuVersion: versions.sort((a, b) => ((0,text_version/* isOlder */.tW)(a, b) ? -1 : 1))[0],
        interpreterType: types.length === 0 ? undefined : types.includes(platform_elf/* ET_EXEC */.aW) ? 'exec' : 'dyn',
        docker: doctor?.engine.client,
        remoteEngine: doctor && doctor.engine.remote !== undefined,
        rootless: doctor?.engine.server?.rootless,
        contained: facts.container !== undefined || facts.userNamespace,
        staleBuilder: stale === 'skipped' ? undefined : stale === 'found',
    };
}
function blamedPlatforms(log, hostArch) {
    if (diagnoseLog(log).verdict !== 'emulation')
        return [];
    const named = log.platforms.flatMap((text) => {
        const platform = (0,platform_platforms/* parsePlatform */.FL)(text);
        return 'unknown' in platform || platform.arch === hostArch ? [] : [platform];
    });
    return [...new Map(named.map((platform) => [(0,platform_platforms/* formatPlatform */.Bq)(platform), platform])).values()];
}
function entryFacts({ entry: { name, enabled, flags }, file }) {
    return {
        name,
        enabled,
        fixed: flags.includes('F'),
        credentials: flags.includes('C'),
        preserved: flags.includes('P'),
        interpreter: interpreterOf(file),
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

;// CONCATENATED MODULE: ./lib/doctor/log/reader.js



const LINE_LIMIT = 4096;
const EVIDENCE_LIMIT = 3;
const PLATFORM_LIMIT = 16;
const NEARNESS = 12;
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
                    entry.evidence.push({ line: number, text: (0,text_text/* printable */.g$)((0,redact/* hideSecrets */.s0)(line), 240) });
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
                steps: ran.size === 0 ? undefined : [...ran],
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

;// CONCATENATED MODULE: ./lib/doctor/evidence/evidence.js



async function readLogFile(path) {
    if (path === undefined)
        return {};
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

// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
// EXTERNAL MODULE: ./lib/host/proc.js
var proc = __webpack_require__(6626);
// EXTERNAL MODULE: ./lib/host/read.js
var read = __webpack_require__(3766);
// EXTERNAL MODULE: ./lib/text/parse.js
var parse = __webpack_require__(7114);
;// CONCATENATED MODULE: ./lib/doctor/facts.js

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
    const info = (0,parse/* parseObject */.lj)(text);
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
        const builder = (0,parse/* parseObject */.lj)(line);
        if (builder === undefined || typeof builder.Name !== 'string')
            return [];
        const nodes = Array.isArray(builder.Nodes) ? builder.Nodes.filter(parse/* isObject */.Gv) : [];
        return {
            name: builder.Name,
            driver: textOf(builder.Driver),
            running: nodes.some((node) => node.Status === 'running'),
            platforms: [...new Set(nodes.flatMap((node) => platformsOfNode(node.Platforms)))],
        };
    });
}
function platformsOfNode(platforms) {
    if (!Array.isArray(platforms))
        return [];
    return platforms.flatMap((platform) => {
        if (typeof platform === 'string')
            return [platform.replace(/\*$/, '')];
        if (!(0,parse/* isObject */.Gv)(platform))
            return [];
        const parts = [platform.os, platform.architecture, platform.variant];
        return [parts.filter((part) => typeof part === 'string' && part !== '').join('/')];
    });
}
function textOf(value) {
    return typeof value === 'string' ? value : '';
}

;// CONCATENATED MODULE: ./lib/doctor/engine.js



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
    const asks = version !== undefined && server !== undefined;
    const builders = asks ? parseBuilders((await ask('buildx', 'ls', '--format', 'json')).stdout) : [];
    return {
        client: true,
        remote,
        server,
        silence: server === undefined ? silenceOf(info, facts) : undefined,
        buildx: version,
        builders,
    };
}
function mayAnswer(host, facts) {
    const elsewhere = [host.env.DOCKER_HOST, host.env.DOCKER_CONTEXT].some((value) => (value ?? '') !== '');
    const configured = host.env.DOCKER_CONFIG ?? `${host.env.HOME ?? ''}/.docker`;
    const contexts = /"currentContext"\s*:\s*"(?!default")/.test((0,read/* textOr */.ph)(host, `${configured}/config.json`, ''));
    return facts.docker.reachable || elsewhere || contexts;
}
function remoteScheme(address) {
    const scheme = /^([a-z]{2,10}):\/\//.exec(address)?.[1];
    return ['unix', 'npipe', 'fd'].includes(scheme ?? '') ? undefined : scheme;
}
function silenceOf(info, facts) {
    if (info === undefined) {
        const standard = facts.docker.endpoint === 'unix:///var/run/docker.sock';
        return `nothing listens at ${standard ? 'its socket /var/run/docker.sock' : 'its address'}`;
    }
    if (info.timedOut)
        return `the engine did not answer within ${ANSWER_LIMIT_MS / 1000} s`;
    const [line = ''] = /"ServerErrors":\["([^"]*)/.exec(info.stdout)?.slice(1) ?? info.stderr.split('\n');
    const said = (0,text_text/* printable */.g$)(line.replace(/\b(?:unix|tcp|ssh|https?):\/\/\S+/g, '…'), 160);
    return said === '' ? 'the engine does not answer' : said;
}

// EXTERNAL MODULE: ./lib/host/http.js
var host_http = __webpack_require__(582);
// EXTERNAL MODULE: ./lib/oci/reference.js
var reference = __webpack_require__(3410);
;// CONCATENATED MODULE: ./lib/doctor/network.js



const network_ANSWER_LIMIT_MS = 10_000;
const PROXY_VARIABLES = ['HTTP_PROXY', 'HTTPS_PROXY', 'ALL_PROXY', 'NO_PROXY'];
async function examineNetwork(host, registries) {
    const proxies = Object.keys(host.env).filter((name) => PROXY_VARIABLES.includes(name.toUpperCase()));
    const http = (0,host_http/* openHttp */.fb)();
    const deadline = performance.now() + network_ANSWER_LIMIT_MS;
    const answers = registries.map(async (address) => {
        const name = address.registry;
        const url = new URL(`${(0,reference/* registryOrigin */._g)(address)}/v2/`);
        const answer = await http.send({ url, headers: {} }, deadline);
        if ('failure' in answer)
            return { name, problem: (0,problem/* errnoOf */.UQ)(answer.cause) ?? answer.failure };
        answer.body.destroy();
        return answer.status < 500 ? { name } : { name, problem: `it answered ${answer.status}` };
    });
    const found = await Promise.all(answers);
    http.close();
    return { proxies, registries: found };
}

;// CONCATENATED MODULE: ./lib/doctor/examine.js







const VERSION_LIMIT_MS = 3_000;
const ELF_BYTES = 4096;
async function examine(host, facts, options) {
    const [interpreters, engine, network] = await Promise.all([
        examineInterpreters(host, facts),
        examineEngine(host, facts),
        options.registries === undefined ? undefined : examineNetwork(host, options.registries),
    ]);
    return {
        kernelConfig: examineKernelConfig(host, facts.kernel.release),
        moduleBlocks: facts.table.state === 'not-loaded' ? examineModprobe(host) : [],
        sysctls: examineSysctls(host),
        mountedForInit: examineInit(host, facts),
        interpreters,
        systemdBinfmt: hasSystemdBinfmt(host),
        dpkgTrigger: (0,read/* textOr */.ph)(host, '/var/lib/dpkg/triggers/File', '').includes('/usr/lib/binfmt.d systemd'),
        binfmtSupport: host.which('update-binfmts') !== undefined,
        rules: examineRules(host),
        engine,
        qemuVariables: Object.keys(host.env).filter((name) => /^QEMU_[A-Z0-9_]{1,60}$/.test(name)),
        places: examinePlaces(host, facts, options.store),
        network,
    };
}
function examineKernelConfig(host, release) {
    for (const path of [`/boot/config-${release}`, `/lib/modules/${release}/config`]) {
        const options = parseKernelConfig((0,read/* textOr */.ph)(host, path, ''));
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
    const written = files.flatMap((where) => parseModprobe((0,read/* textOr */.ph)(host, where, ''), 'binfmt_misc').map((rule) => ({ where, rule })));
    const parameter = /(?:^|\s)module_blacklist=\S*\bbinfmt_misc\b\S*/.exec((0,read/* textOr */.ph)(host, '/proc/cmdline', ''));
    if (parameter === null)
        return written;
    return [...written, { where: 'the kernel’s command line', rule: parameter[0].trim() }];
}
function examineSysctls(host) {
    const found = {};
    for (const name of SYSCTLS) {
        const text = (0,read/* textOr */.ph)(host, `/proc/sys/${name.replaceAll('.', '/')}`, '').trim();
        if (/^\d+$/.test(text))
            found[name] = Number(text);
    }
    return found;
}
function examineInit(host, facts) {
    const [own, first] = ['self', '1'].map((pid) => host.stat(`/proc/${pid}/ns/user`)?.inode);
    if (own === undefined || own !== first)
        return undefined;
    const text = (0,read/* textOr */.ph)(host, '/proc/1/mountinfo', '');
    return text === '' ? undefined : (0,proc/* mountAt */.LS)((0,proc/* parseMounts */.qV)(text), facts.table.path)?.type === 'binfmt_misc';
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
    const elf = (0,platform_elf/* readElf */.oU)(bytes);
    if (elf !== undefined) {
        return { state: 'file', kind: 'elf', elf, version: await askVersion(host, path) };
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
    const limits = { timeoutMs: VERSION_LIMIT_MS, maxBytes: 400 };
    const { stdout } = await host.run({ file: path, args: ['--version'], env: {}, ...limits });
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
    return filesIn(host, RULE_FOLDERS, '.conf').flatMap((file) => parseRuleNames((0,read/* textOr */.ph)(host, file, '')).map((name) => ({ file, name })));
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
        const mount = (0,proc/* mountOf */.vI)(facts.mounts, host.realPath(existing) ?? existing);
        const noexec = mount?.options.includes('noexec') ?? false;
        return { what, path, freeBytes: host.freeBytes(existing), noexec };
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
    return folders.flatMap((folder) => (0,read/* namesIn */.wX)(host, folder)
        .filter((name) => name.endsWith(ending))
        .sort()
        .map((name) => `${folder}/${name}`));
}

// EXTERNAL MODULE: ./lib/namespace/private-table.js + 3 modules
var private_table = __webpack_require__(7757);
// EXTERNAL MODULE: ./lib/plan/decide.js
var decide = __webpack_require__(2397);
// EXTERNAL MODULE: ./lib/probe/probe.js
var probe = __webpack_require__(8530);
// EXTERNAL MODULE: ./lib/report/report.js
var report_report = __webpack_require__(7556);
// EXTERNAL MODULE: ./lib/report/result.js
var result = __webpack_require__(6015);
// EXTERNAL MODULE: ./lib/commands/survey.js + 1 modules
var survey = __webpack_require__(3775);
;// CONCATENATED MODULE: ./lib/commands/doctor.js















async function runDoctor(host, asked, context) {
    const { log, unreadable } = await readLogFile(asked.log);
    const seen = await (0,survey/* observeAloud */.M6)(host, context, { table: context.table });
    const inputs = log === undefined ? asked : withBlamed(asked, blamedPlatforms(log, seen.architecture));
    const registries = inputs.network ? registriesOf(inputs) : undefined;
    const [namespaces, { verdicts, problem }, doctor] = await Promise.all([
        context.namespaces ?? tryNamespaces(host, seen),
        doctor_probe(host, seen, inputs),
        examine(host, seen, { store: context.store, registries }),
    ]);
    const facts = { ...seen, namespaces };
    const known = {
        facts,
        verdicts,
        asked: inputs.all ? [] : inputs.platforms.map(({ arch }) => arch),
        doctor: { ...doctor, probing: problem, unreadableLog: unreadable },
    };
    const checks = (0,doctor_checks/* runChecks */.JT)(known);
    const diagnosis = log && diagnoseLog(log, logFacts(known, checks));
    const addressed = (value) => ({
        ...value,
        link: `${context.documentation}${value.link}`,
    });
    const report = (0,report_report/* makeReport */.dO)({
        ...(0,result/* newResult */.YT)(inputs.mode, facts),
        verdicts,
        platforms: judgePlatforms(inputs, facts, verdicts, context.store),
        checks,
        findings: (0,doctor_checks/* findingsOf */.WX)(checks).map(addressed),
        diagnosis: diagnosis && { ...diagnosis, diagnoses: diagnosis.diagnoses.map(addressed) },
    });
    return (0,redact/* hideHomesIn */.Km)(report, host.env.HOME);
}
function withBlamed(inputs, blamed) {
    return inputs.all && blamed.length > 0 ? { ...inputs, all: false, platforms: blamed } : inputs;
}
async function tryNamespaces(host, facts) {
    const mayTry = facts.system === 'linux' && facts.table.state !== 'not-loaded';
    return mayTry ? (0,private_table/* observeNamespaces */.Zr)(host, { wanted: false }) : undefined;
}
async function doctor_probe(host, facts, inputs) {
    if (facts.system !== 'linux')
        return { verdicts: new Map() };
    const claimed = platform_platforms/* TARGETS */.dW.filter((target) => (0,entry/* claimants */.tO)(facts.table.entries, target).length > 0);
    const targets = (0,platform_platforms/* targetsOf */.QR)([
        facts.architecture ?? '',
        ...platform_platforms/* CONTAINER_ARCHITECTURES */.dz,
        ...[...inputs.platforms, ...claimed].map(({ arch }) => arch),
    ]);
    try {
        return { verdicts: (0,probe/* judgeAll */.Ty)(await (0,probe/* probeAll */.mQ)(host, facts, targets), facts) };
    }
    catch (thrown) {
        return { verdicts: new Map(), problem: (0,problem/* reasonOf */.A3)(thrown) };
    }
}
function judgePlatforms(inputs, { table }, verdicts, store) {
    const targets = (0,platform_platforms/* targetsOf */.QR)(inputs.platforms.map(({ arch }) => arch));
    const decisions = (0,decide/* decide */.LD)(targets, verdicts, table.entries, inputs.onConflict, store);
    const platforms = (0,result/* joinPlatforms */.V5)(inputs, decisions, verdicts);
    return platforms.filter(({ verdict }) => !inputs.all || verdict?.status !== 'absent');
}
function registriesOf({ image, mirrors }) {
    return [...new Map([...mirrors, image].map((address) => [(0,reference/* registryOrigin */._g)(address), address])).values()];
}


/***/ }),

/***/ 582:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FP: () => (/* binding */ statusFailure),
/* harmony export */   Jr: () => (/* binding */ isAllowed),
/* harmony export */   YS: () => (/* binding */ CERTIFICATE_ERRORS),
/* harmony export */   ZZ: () => (/* binding */ openReclaimer),
/* harmony export */   fb: () => (/* binding */ openHttp),
/* harmony export */   oD: () => (/* binding */ readWhole),
/* harmony export */   x8: () => (/* binding */ readBody)
/* harmony export */ });
/* unused harmony export retryAfterMs */
/* harmony import */ var node_v8__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8877);
/* harmony import */ var node_vm__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(714);
/* harmony import */ var _actions_http_client_lib_proxy__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5813);
/* harmony import */ var _text_parse_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7114);
/* harmony import */ var _text_problem_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(894);





const SOCKET_TIMEOUT_MS = 30_000;
const REDIRECT_LIMIT = 5;
const REDIRECTS = [301, 302, 303, 307, 308];
const PASSING = [408, 429, 500, 502, 503, 504];
const CERTIFICATE_ERRORS = [
    'CERT_HAS_EXPIRED',
    'DEPTH_ZERO_SELF_SIGNED_CERT',
    'SELF_SIGNED_CERT_IN_CHAIN',
    'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
    'ERR_TLS_CERT_ALTNAME_INVALID',
];
function openHttp() {
    const settings = { keepAlive: true, maxSockets: 4 };
    const agents = new Map();
    const agentFor = async (url) => {
        const proxied = (0,_actions_http_client_lib_proxy__WEBPACK_IMPORTED_MODULE_3__/* .getProxyUrl */ .s)(url) !== undefined;
        const key = `${url.protocol} ${proxied}`;
        const agent = agents.get(key) ??
            (proxied
                ? new (await __webpack_require__.e(/* import() | actions-http-client */ 435).then(__webpack_require__.bind(__webpack_require__, 5533))).HttpClient('setup-binfmt', [], settings).getAgent(url.href)
                : new (await clientFor(url)).Agent(settings));
        agents.set(key, agent);
        return agent;
    };
    return {
        send: (query, deadline) => sendFollowing(agentFor, query, deadline),
        close: () => {
            for (const agent of agents.values())
                agent.destroy?.();
        },
    };
}
async function readBody(answer, limit, deadline, onPiece) {
    const timer = setTimeout(() => answer.body.destroy(new Error('the time limit was reached')), Math.max(0, deadline - performance.now()));
    const reclaim = openReclaimer();
    let size = 0;
    let broken;
    try {
        for await (const piece of answer.body) {
            size += piece.length;
            if (size > limit) {
                answer.body.destroy();
                return { failure: `the answer is longer than ${limit} bytes`, passing: true };
            }
            try {
                onPiece(piece);
                reclaim(piece.length);
            }
            catch (thrown) {
                broken = thrown;
                break;
            }
        }
    }
    catch (thrown) {
        return networkFailure(thrown);
    }
    finally {
        clearTimeout(timer);
    }
    if (broken !== undefined)
        throw broken;
    return size;
}
async function readWhole(answer, limit, deadline) {
    const pieces = [];
    const size = await readBody(answer, limit, deadline, (piece) => pieces.push(piece));
    return typeof size === 'number' ? Buffer.concat(pieces, size) : size;
}
function isAllowed(url) {
    return url.protocol === 'https:' || (url.protocol === 'http:' && (0,_text_parse_js__WEBPACK_IMPORTED_MODULE_4__/* .isLoopback */ .U9)(url.host));
}
function statusFailure(answer, where, said = '') {
    const wait = retryAfterMs(answer.headers['retry-after'], Date.now());
    const more = said === '' ? '' : ` (${said})`;
    return {
        failure: `${where} answered ${answer.status}${more}`,
        passing: PASSING.includes(answer.status),
        status: answer.status,
        waitMs: wait,
    };
}
function retryAfterMs(header, now) {
    if (header === undefined)
        return undefined;
    if (/^\d{1,9}$/.test(header.trim()))
        return Number(header) * 1000;
    const date = Date.parse(header);
    return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
async function sendFollowing(agentFor, query, deadline) {
    let { url, headers } = query;
    for (let step = 0; step <= REDIRECT_LIMIT; step++) {
        const agent = await agentFor(url);
        const answer = await sendOnce(agent, { ...query, url, headers }, deadline);
        if ('failure' in answer || !REDIRECTS.includes(answer.status))
            return answer;
        answer.body.resume();
        const next = redirectTarget(url, answer.headers.location);
        if (next === undefined)
            return { failure: `${url.host} redirects to a place that may not be asked`, passing: false };
        if (next.origin !== url.origin) {
            const safe = Object.entries(headers).filter(([name]) => name.toLowerCase() !== 'authorization');
            headers = Object.fromEntries(safe);
        }
        url = next;
    }
    return { failure: `${query.url.host} redirects more than ${REDIRECT_LIMIT} times`, passing: false };
}
function redirectTarget(from, location) {
    if (location === undefined || !URL.canParse(location, from.href))
        return undefined;
    const next = new URL(location, from);
    if (!isAllowed(next))
        return undefined;
    if ((0,_text_parse_js__WEBPACK_IMPORTED_MODULE_4__/* .isLoopback */ .U9)(next.host) && !(0,_text_parse_js__WEBPACK_IMPORTED_MODULE_4__/* .isLoopback */ .U9)(from.host))
        return undefined;
    return next;
}
async function sendOnce(agent, { url, headers, form }, deadline) {
    const left = deadline - performance.now();
    if (left <= 0)
        return { failure: 'the time limit was reached', passing: true };
    const { request } = await clientFor(url);
    return new Promise((resolve) => {
        const method = form === undefined ? 'GET' : 'POST';
        const outgoing = request(url, { method, agent, headers: { 'user-agent': 'setup-binfmt', ...headers } });
        const giveUp = (why) => () => outgoing.destroy(new Error(why));
        const timer = setTimeout(giveUp('did not answer within the time limit'), left);
        outgoing.setTimeout(SOCKET_TIMEOUT_MS, giveUp(`sent nothing for ${SOCKET_TIMEOUT_MS / 1000} seconds`));
        outgoing.on('response', (body) => {
            clearTimeout(timer);
            resolve({ url, status: body.statusCode ?? 0, headers: body.headers, body });
        });
        outgoing.on('error', (thrown) => {
            clearTimeout(timer);
            resolve(networkFailure(thrown, url.host));
        });
        outgoing.end(form);
    });
}
function clientFor(url) {
    return url.protocol === 'https:' ? Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 4708, 19)) : Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 7067, 19));
}
function networkFailure(cause, host) {
    const code = (0,_text_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .errnoOf */ .UQ)(cause) ?? '';
    const where = host === undefined ? '' : `${host}: `;
    return {
        failure: `${where}${(0,_text_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .reasonOf */ .A3)(cause) || code}`,
        passing: code !== 'ENOTFOUND' && !CERTIFICATE_ERRORS.includes(code),
        cause,
    };
}
const INTERVAL = 2 * 1024 * 1024;
let collect;
function openReclaimer() {
    let passed = 0;
    return (bytes) => {
        passed += bytes;
        if (passed < INTERVAL)
            return;
        passed = 0;
        if (collect === undefined) {
            (0,node_v8__WEBPACK_IMPORTED_MODULE_0__.setFlagsFromString)('--expose-gc');
            collect = (0,node_vm__WEBPACK_IMPORTED_MODULE_1__.runInNewContext)('gc');
        }
        collect?.({ type: 'minor' });
    };
}


/***/ }),

/***/ 2397:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LD: () => (/* binding */ decide),
/* harmony export */   c1: () => (/* binding */ decideAfterReset),
/* harmony export */   lu: () => (/* binding */ noteKept),
/* harmony export */   rE: () => (/* binding */ reconsider)
/* harmony export */ });
/* unused harmony export isReplaceable */
/* harmony import */ var _binfmt_entry_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3678);
/* harmony import */ var _binfmt_persist_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7434);
/* harmony import */ var _binfmt_rule_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6582);
/* harmony import */ var _facts_facts_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7302);
/* harmony import */ var _oci_reference_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(3410);
/* harmony import */ var _platform_elf_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3176);
/* harmony import */ var _platform_platforms_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2061);
/* harmony import */ var _qemu_store_layout_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2826);
/* harmony import */ var _text_text_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8614);









function decide(targets, verdicts, entries, policy, store) {
    const owned = (entry) => (0,_binfmt_persist_js__WEBPACK_IMPORTED_MODULE_1__/* .isOwnHandler */ .XV)(entry.interpreter, store);
    return targets.map((target) => decideOne(target, verdicts.get(target.arch), entries, policy, owned));
}
function decideOne(target, verdict, entries, policy, owned) {
    const decided = (action, reason) => ({ target, action, reason, replaces: [] });
    if (verdict?.status === 'native')
        return decided('native', 'this host runs it itself');
    const claiming = (0,_binfmt_entry_js__WEBPACK_IMPORTED_MODULE_0__/* .claimants */ .tO)(entries, target);
    const works = verdict?.status === 'emulated';
    const foreign = claiming.filter((entry) => !owned(entry));
    const answers = claiming.find(({ enabled }) => enabled);
    if (works && (answers === undefined || owned(answers)))
        return decided('keep', 'its handler is proven');
    if (policy === 'fail' && foreign.length > 0) {
        const names = foreign.map(({ name }) => (0,_text_text_js__WEBPACK_IMPORTED_MODULE_7__/* .printable */ .g$)(name, 60)).join(', ');
        return decided('refuse', `another entry claims it (${names})`);
    }
    if (policy === 'keep' && foreign.length > 0) {
        return decided('keep', 'another entry claims it, and such are to be kept');
    }
    if (policy === 'repair' && works)
        return decided('keep', 'an entry of someone else is proven');
    const reason = works
        ? 'entries of others are to be replaced'
        : (verdict?.reason ?? 'nothing is known of it');
    return { ...decided('install', reason), replaces: replaceable(entries, target) };
}
function replaceable(entries, target) {
    const claiming = (0,_binfmt_entry_js__WEBPACK_IMPORTED_MODULE_0__/* .claimants */ .tO)(entries, target).filter(({ enabled }) => enabled);
    const inTheWay = entries.filter((entry) => claiming.includes(entry) || entry.name === (0,_platform_platforms_js__WEBPACK_IMPORTED_MODULE_5__/* .qemuName */ .gc)(target));
    return inTheWay.filter((entry) => isReplaceable(entry, target));
}
const FOREIGN_NAMES = /^(?:WSLInterop|rosetta|fex|box64|box86|python|jar|java|wine|cli|llvm)/i;
const FOREIGN_INTERPRETERS = /(?:^|\/)(?:rosetta|FEX\w*|box(?:64|86))$/;
function isReplaceable(entry, target) {
    const rule = (0,_binfmt_rule_js__WEBPACK_IMPORTED_MODULE_2__/* .ruleOfEntry */ .Ek)(entry);
    if (rule === undefined || FOREIGN_NAMES.test(rule.name) || FOREIGN_INTERPRETERS.test(rule.interpreter))
        return false;
    const { match } = rule;
    if (match.kind !== 'magic')
        return false;
    const others = _platform_platforms_js__WEBPACK_IMPORTED_MODULE_5__/* .TARGETS */ .dW.filter(({ elf }) => elf.machine !== target.elf.machine);
    return !others.some(({ elf }) => (0,_binfmt_entry_js__WEBPACK_IMPORTED_MODULE_0__/* .matchesHeader */ .Vv)(match, (0,_platform_elf_js__WEBPACK_IMPORTED_MODULE_4__/* .headersOf */ .Yl)(elf)));
}
const decideAfterReset = (targets, verdicts, entries, policy, store) => {
    const rest = entries.filter((entry) => !(0,_binfmt_entry_js__WEBPACK_IMPORTED_MODULE_0__/* .isQemuEntry */ .bK)(entry));
    const voided = new Map([...verdicts].map(([arch, verdict]) => {
        const gone = verdict.entry !== undefined && (0,_binfmt_entry_js__WEBPACK_IMPORTED_MODULE_0__/* .isQemuEntry */ .bK)(verdict.entry);
        const reason = 'every qemu-* entry is reset';
        return [arch, gone ? { ...verdict, status: 'absent', reason } : verdict];
    }));
    return decide(targets, voided, rest, policy, store).map((decision) => {
        if (decision.action !== 'install')
            return decision;
        const old = replaceable(entries, decision.target).filter(_binfmt_entry_js__WEBPACK_IMPORTED_MODULE_0__/* .isQemuEntry */ .bK);
        return { ...decision, replaces: [...decision.replaces, ...old] };
    });
};
function reconsider(decisions, facts, asked, store) {
    const { entries } = facts.table;
    return decisions.map((decision) => {
        const own = ownAnswering(decision, entries, store);
        const reason = own === undefined ? undefined : whyAnew(own, asked, (0,_facts_facts_js__WEBPACK_IMPORTED_MODULE_3__/* .isPrivileged */ .a8)(facts));
        if (reason === undefined)
            return decision;
        const goes = (entry) => asked.persist ||
            asked.onConflict === 'replace' ||
            (0,_binfmt_persist_js__WEBPACK_IMPORTED_MODULE_1__/* .isOwnHandler */ .XV)(entry.interpreter, store) ||
            entry.name === (0,_platform_platforms_js__WEBPACK_IMPORTED_MODULE_5__/* .qemuName */ .gc)(decision.target);
        const replaces = replaceable(entries, decision.target).filter(goes);
        return { ...decision, action: 'install', reason, replaces };
    });
}
function ownAnswering({ action, target }, entries, store) {
    const entry = (0,_binfmt_entry_js__WEBPACK_IMPORTED_MODULE_0__/* .answering */ .Vk)(entries, target);
    return action === 'keep' && (0,_binfmt_persist_js__WEBPACK_IMPORTED_MODULE_1__/* .isOwnHandler */ .XV)(entry?.interpreter, store) ? entry : undefined;
}
function whyAnew(entry, asked, mayReplace) {
    if (asked.persist)
        return 'it is to persist, and is compared with what is offered';
    if (!mayReplace || asked.onConflict === 'keep')
        return undefined;
    if (asked.onConflict === 'replace')
        return 'it is to be replaced, and is compared with what is offered';
    return otherCredentials(entry, asked);
}
function otherCredentials({ flags }, { credentials }) {
    if (flags.includes('C') === credentials)
        return undefined;
    return credentials ? 'its entry lacks the C flag (credentials)' : 'its entry has the C flag (credentials)';
}
function noteKept(decisions, verdicts, facts, asked, store) {
    return decisions.flatMap((decision) => {
        const entry = ownAnswering(decision, facts.table.entries, store);
        if (entry === undefined)
            return [];
        const { arch } = decision.target;
        const name = (0,_text_text_js__WEBPACK_IMPORTED_MODULE_7__/* .printable */ .g$)(entry.name, 60);
        if (asked.onConflict === 'replace')
            return [`${arch}: kept ${name}: to replace it takes root or sudo`];
        const version = verdicts.get(arch)?.qemuVersion;
        const differs = [
            otherCredentials(entry, asked) ?? [],
            isFromElsewhere(entry, asked, store)
                ? `the image asked for is ${(0,_oci_reference_js__WEBPACK_IMPORTED_MODULE_8__/* .formatImageReference */ .my)(asked.image)}`
                : [],
        ].flat();
        if (differs.length === 0)
            return [];
        const what = version === undefined ? name : `QEMU ${version} (${name})`;
        const remedy = (0,_facts_facts_js__WEBPACK_IMPORTED_MODULE_3__/* .isPrivileged */ .a8)(facts)
            ? 'on-conflict replace takes it over'
            : 'on-conflict replace takes it over, as root or with sudo';
        return [`${arch}: kept ${what}; ${differs.join(', and ')}: ${remedy}`];
    });
}
function isFromElsewhere({ interpreter }, { image, qemuFrom }, store) {
    if (qemuFrom[0] !== 'image' || image.digest === undefined || (0,_binfmt_persist_js__WEBPACK_IMPORTED_MODULE_1__/* .isPersistent */ .sv)(interpreter))
        return false;
    const folder = `${store}/${_qemu_store_layout_js__WEBPACK_IMPORTED_MODULE_6__/* .STORE_TOOL */ .zv}/${(0,_qemu_store_layout_js__WEBPACK_IMPORTED_MODULE_6__/* .storeVersion */ .wy)('image', image.digest)}/`;
    return !String(interpreter).startsWith(folder);
}


/***/ }),

/***/ 5813:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ getProxyUrl)
/* harmony export */ });
/* unused harmony export checkBypass */
function getProxyUrl(reqUrl) {
    const usingSsl = reqUrl.protocol === 'https:';
    if (checkBypass(reqUrl)) {
        return undefined;
    }
    const proxyVar = (() => {
        if (usingSsl) {
            return process.env['https_proxy'] || process.env['HTTPS_PROXY'];
        }
        else {
            return process.env['http_proxy'] || process.env['HTTP_PROXY'];
        }
    })();
    if (proxyVar) {
        try {
            return new DecodedURL(proxyVar);
        }
        catch (_a) {
            if (!proxyVar.startsWith('http://') && !proxyVar.startsWith('https://'))
                return new DecodedURL(`http://${proxyVar}`);
        }
    }
    else {
        return undefined;
    }
}
function checkBypass(reqUrl) {
    if (!reqUrl.hostname) {
        return false;
    }
    const reqHost = reqUrl.hostname;
    if (isLoopbackAddress(reqHost)) {
        return true;
    }
    const noProxy = process.env['no_proxy'] || process.env['NO_PROXY'] || '';
    if (!noProxy) {
        return false;
    }
    // Determine the request port
    let reqPort;
    if (reqUrl.port) {
        reqPort = Number(reqUrl.port);
    }
    else if (reqUrl.protocol === 'http:') {
        reqPort = 80;
    }
    else if (reqUrl.protocol === 'https:') {
        reqPort = 443;
    }
    // Format the request hostname and hostname with port
    const upperReqHosts = [reqUrl.hostname.toUpperCase()];
    if (typeof reqPort === 'number') {
        upperReqHosts.push(`${upperReqHosts[0]}:${reqPort}`);
    }
    // Compare request host against noproxy
    for (const upperNoProxyItem of noProxy
        .split(',')
        .map(x => x.trim().toUpperCase())
        .filter(x => x)) {
        if (upperNoProxyItem === '*' ||
            upperReqHosts.some(x => x === upperNoProxyItem ||
                x.endsWith(`.${upperNoProxyItem}`) ||
                (upperNoProxyItem.startsWith('.') &&
                    x.endsWith(`${upperNoProxyItem}`)))) {
            return true;
        }
    }
    return false;
}
function isLoopbackAddress(host) {
    const hostLower = host.toLowerCase();
    return (hostLower === 'localhost' ||
        hostLower.startsWith('127.') ||
        hostLower.startsWith('[::1]') ||
        hostLower.startsWith('[0:0:0:0:0:0:0:1]'));
}
class DecodedURL extends URL {
    constructor(url, base) {
        super(url, base);
        this._decodedUsername = decodeURIComponent(super.username);
        this._decodedPassword = decodeURIComponent(super.password);
    }
    get username() {
        return this._decodedUsername;
    }
    get password() {
        return this._decodedPassword;
    }
}
//# sourceMappingURL=proxy.js.map

/***/ })

};
