export const id = 701;
export const ids = [701];
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

/***/ 3011:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IJ: () => (/* binding */ linkOf),
/* harmony export */   KE: () => (/* binding */ listed),
/* harmony export */   Kd: () => (/* binding */ doctorCheck),
/* harmony export */   RX: () => (/* binding */ PROGRAM),
/* harmony export */   cI: () => (/* binding */ seen),
/* harmony export */   k_: () => (/* binding */ runCheck),
/* harmony export */   l0: () => (/* binding */ hindrance),
/* harmony export */   r7: () => (/* binding */ shellWord)
/* harmony export */ });
/* unused harmony exports ONLY_THE_DOCTOR, urgency */
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4458);
/* harmony import */ var _verdict_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6992);


const ONLY_THE_DOCTOR = 'only the doctor looks at this';
function doctorCheck(check) {
    return {
        ...check,
        preflight: false,
        skip: (context) => context.doctor === undefined ? ONLY_THE_DOCTOR : check.skip?.(context.doctor, context),
        look: (context) => (context.doctor === undefined ? [] : check.look(context.doctor, context)),
    };
}
function runCheck(check, context) {
    const { id, title } = check;
    try {
        const reason = check.skip?.(context);
        if (reason !== undefined)
            return { id, title, state: 'skipped', reason };
        const findings = check.look(context).map((sighting) => findingOf(check, sighting));
        return findings.length > 0 ? { id, title, state: 'found', findings } : { id, title, state: 'clean' };
    }
    catch (thrown) {
        return { id, title, state: 'failed', reason: `the check itself failed: ${(0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(String(thrown))}` };
    }
}
function findingOf({ id, severity, title, remedy, commands }, sighting) {
    return { id, severity, title, remedy, commands, ...sighting, link: linkOf(id) };
}
function linkOf(id) {
    return `docs/doctor.md#${id.toLowerCase()}`;
}
function seen(evidence) {
    return evidence === undefined ? [] : [{ evidence }];
}
function urgency({ verdicts, asked = [] }) {
    if (verdicts === undefined)
        return 'error';
    if (asked.length > 0)
        return asked.every((arch) => (0,_verdict_js__WEBPACK_IMPORTED_MODULE_1__/* .isProven */ .nn)(verdicts.get(arch))) ? 'info' : 'error';
    return [...verdicts.values()].some(({ status }) => status === 'emulated') ? 'info' : 'warning';
}
function hindrance(context, evidence) {
    return evidence === undefined ? [] : [{ evidence, severity: urgency(context) }];
}
function listed(names, most = 8, length = 60) {
    const shown = names.slice(0, most).map((name) => (0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(name, length));
    const rest = names.length - shown.length;
    return rest > 0 ? `${shown.join(', ')} and ${rest} more` : shown.join(', ');
}
function shellWord(text) {
    return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
const PROGRAM = 'node dist/cli.js';


/***/ }),

/***/ 3909:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ih: () => (/* binding */ annotationsOf),
/* harmony export */   Yi: () => (/* binding */ renderDoctorSummary),
/* harmony export */   ZW: () => (/* binding */ renderDoctorText),
/* harmony export */   oG: () => (/* binding */ reportChecks)
/* harmony export */ });
/* unused harmony exports ANNOTATION_LIMIT, headlineOf */
/* harmony import */ var _entry_report_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3360);
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4458);
/* harmony import */ var _signatures_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8723);



const ANNOTATION_LIMIT = 10;
function reportChecks(results) {
    return results.map(({ id, title, ...rest }) => ({
        id,
        title,
        state: rest.state,
        ...('reason' in rest ? { reason: rest.reason } : {}),
    }));
}
function headlineOf(report) {
    const count = (severity, word) => {
        const number = report.findings.filter((finding) => finding.severity === severity).length;
        if (number === 0)
            return '';
        return `${number} ${word}${number === 1 ? '' : 's'}`;
    };
    const [errors, warnings] = [count('error', 'error'), count('warning', 'warning')];
    const runs = report.platforms.filter(({ proven }) => proven).map(({ platform }) => platform);
    const here = runs.length > 0 ? `${runs.join(', ')} ${runs.length === 1 ? 'runs' : 'run'} here` : '';
    const failure = blameOf(report.diagnosis);
    if (errors !== '' || failure !== '')
        return `Not healthy: ${[failure, errors, warnings].filter((part) => part !== '').join(', ')}`;
    const state = warnings === '' ? 'Healthy' : `Healthy, with ${warnings}`;
    return here === '' ? state : `${state}: ${here}`;
}
function blameOf(diagnosis) {
    const first = diagnosis?.diagnoses[0];
    if (diagnosis === undefined || first === undefined || !(0,_signatures_js__WEBPACK_IMPORTED_MODULE_2__/* .blamesEmulation */ .D)(diagnosis))
        return '';
    return `the build failed on emulation (${first.title})`;
}
function matters(findings) {
    return findings.filter(({ severity }) => severity !== 'info');
}
function asides(findings) {
    return findings.filter(({ severity }) => severity === 'info');
}
function tally(checks) {
    const number = (state) => checks.filter((check) => check.state === state).length;
    return `${number('clean')} checks found nothing, ${number('found')} found something, ${number('skipped')} were skipped, ${number('failed')} failed`;
}
function unseen(checks) {
    return checks.filter(({ reason }) => reason !== undefined);
}
function groupUnseen(checks) {
    const groups = new Map();
    for (const { id, state, reason } of unseen(checks)) {
        const why = `${state}, because ${reason}`;
        groups.set(why, [...(groups.get(why) ?? []), id]);
    }
    return [...groups].map(([why, ids]) => `${why}: ${ids.join(', ')}`);
}
function renderDoctorText(report, paint) {
    const { checks = [], diagnosis, entries = [], findings } = report;
    const headline = headlineOf(report);
    const lines = [
        report.healthy ? paint.good(headline) : paint.bad(headline),
        ...(diagnosis === undefined ? [] : textOfLog(diagnosis)),
        ...matters(findings).flatMap((finding) => ['', ...textOf(finding, paint)]),
        '',
        '─'.repeat(40),
        ...report.notes,
        ...report.platforms
            .filter(({ proven }) => !proven)
            .map(({ platform, reason }) => `${platform}: ${reason}`),
        ...(0,_entry_report_js__WEBPACK_IMPORTED_MODULE_0__/* .nameEntries */ .S)(entries),
        ...asides(findings).map(({ id, title, evidence }) => `${id} ${title}: ${(0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .sentence */ .em)(evidence)}`),
        ...groupUnseen(checks).map(paint.faint),
        tally(checks),
    ];
    return lines;
}
function textOf({ id, severity, title, evidence, remedy, commands, link }, paint) {
    const head = `${id} ${title} (${severity})`;
    return [
        severity === 'error' ? paint.bad(head) : head,
        `  ${(0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .sentence */ .em)(evidence)}`,
        `  ${(0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .sentence */ .em)(remedy)}`,
        ...commands.map((command) => `    ${command}`),
        `  ${paint.faint(link)}`,
    ];
}
function textOfLog({ headline, diagnoses }) {
    return ['', headline, ...diagnoses.flatMap(textOfDiagnosis)];
}
function textOfDiagnosis({ title, evidence, causes, link }) {
    const [first, ...others] = causes;
    return [
        '',
        `${title}`,
        ...evidence.map(({ line, text }) => `  line ${line}: ${text}`),
        `  ${first.supported ? 'Cause' : 'Most likely'}: ${(0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .sentence */ .em)(first.text)}`,
        `  ${(0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .sentence */ .em)(first.remedy)}`,
        ...first.commands.map((command) => `    ${command}`),
        ...others.map(({ text }) => `  Or: ${(0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .sentence */ .em)(text)}`),
        `  ${link}`,
    ];
}
function renderDoctorSummary(report) {
    const { checks = [], diagnosis, entries = [], findings } = report;
    return [
        `### setup-binfmt doctor: ${(0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .asMarkdown */ .g5)(headlineOf(report))}`,
        ...(diagnosis === undefined ? [] : [`**${(0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .asMarkdown */ .g5)(diagnosis.headline)}**`]),
        ...(diagnosis?.diagnoses ?? []).map(markdownOfDiagnosis),
        ...matters(findings).map(markdownOf),
        [
            '<details><summary>Details</summary>',
            '',
            `Linux ${(0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .asMarkdown */ .g5)(report.host.kernel)} on ${report.host.architecture}; binfmt\\_misc: ${report.host.table}. ${tally(checks)}.`,
            '',
            ...[
                ...[...(0,_entry_report_js__WEBPACK_IMPORTED_MODULE_0__/* .nameEntries */ .S)(entries), ...report.notes].map(_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .asMarkdown */ .g5),
                ...report.platforms.map(({ platform, proven, reason }) => `${platform}: ${proven ? 'proven' : (0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .asMarkdown */ .g5)(reason)}`),
                ...asides(findings).map(({ id, title, evidence, link }) => `[${id}](${link}) ${(0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .asMarkdown */ .g5)(`${title}: ${(0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .sentence */ .em)(evidence)}`)}`),
                ...unseen(checks).map(({ id, title, state, reason }) => (0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .asMarkdown */ .g5)(`${id} ${title}: ${state}: ${reason}`)),
            ].map((item) => `- ${item}`),
            '',
            '</details>',
        ].join('\n'),
        '',
    ].join('\n\n');
}
function markdownOf({ id, severity, title, evidence, remedy, commands, link }) {
    return [
        `**[${id}](${link}) ${(0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .asMarkdown */ .g5)(title)}** (${severity})`,
        (0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .asMarkdown */ .g5)((0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .sentence */ .em)(evidence)),
        (0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .asMarkdown */ .g5)((0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .sentence */ .em)(remedy)),
        ...fenced(commands),
    ].join('\n\n');
}
function markdownOfDiagnosis({ title, evidence, causes, link }) {
    const [first, ...others] = causes;
    return [
        `**[${(0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .asMarkdown */ .g5)(title)}](${link})**`,
        evidence.map(({ line, text }) => `- line ${line}: ${(0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .asMarkdown */ .g5)(text)}`).join('\n'),
        `${first.supported ? 'Cause' : 'Most likely'}: ${(0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .asMarkdown */ .g5)((0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .sentence */ .em)(first.text))}`,
        (0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .asMarkdown */ .g5)((0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .sentence */ .em)(first.remedy)),
        ...fenced(first.commands),
        ...(others.length === 0
            ? []
            : [others.map(({ text }) => `- or: ${(0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .asMarkdown */ .g5)((0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .sentence */ .em)(text))}`).join('\n')]),
    ].join('\n\n');
}
function fenced(commands) {
    return commands.length === 0 ? [] : [['```sh', ...commands, '```'].join('\n')];
}
function annotationsOf(report) {
    const shown = report.mode === 'doctor' ? ['error', 'warning'] : ['warning'];
    const found = report.findings.flatMap(({ id, severity, title, evidence, remedy }) => severity !== 'info' && shown.includes(severity)
        ? [{ level: severity, title: `${id} ${title}`, text: `${(0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .sentence */ .em)(evidence)} ${(0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .sentence */ .em)(remedy)}` }]
        : []);
    const [first] = report.diagnosis?.diagnoses ?? [];
    const log = first === undefined || first.standing === 'not-emulation'
        ? []
        : [
            {
                level: 'error',
                title: first.title,
                text: `${(0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .sentence */ .em)(first.causes[0].text)} ${(0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .sentence */ .em)(first.causes[0].remedy)}`,
            },
        ];
    return [...log, ...found].slice(0, ANNOTATION_LIMIT);
}


/***/ }),

/***/ 3360:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ reportEntries),
/* harmony export */   S: () => (/* binding */ nameEntries)
/* harmony export */ });
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4458);

function reportEntries(entries) {
    return entries.map(({ name, enabled, match, interpreter, flags }) => ({
        name: (0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(name, 100),
        enabled,
        kind: match.kind,
        ...(interpreter === undefined ? {} : { interpreter: (0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(interpreter, 300) }),
        flags: (0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(flags, 20),
    }));
}
function nameEntries(entries) {
    if (entries.length === 0)
        return [];
    const names = entries.map(({ name, enabled }) => (enabled ? name : `${name} (off)`));
    return [`in the table, the newest first: ${names.join(', ')}`];
}


/***/ }),

/***/ 8171:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ isObject),
/* harmony export */   l: () => (/* binding */ parseObject)
/* harmony export */ });
function parseObject(text) {
    try {
        const value = JSON.parse(text);
        return isObject(value) ? value : undefined;
    }
    catch {
        return undefined;
    }
}
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}


/***/ }),

/***/ 356:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CW: () => (/* binding */ renderMatrix),
/* harmony export */   T4: () => (/* binding */ planMatrix),
/* harmony export */   b$: () => (/* binding */ keepRunnable),
/* harmony export */   b6: () => (/* binding */ formatMatrix),
/* harmony export */   kD: () => (/* binding */ choosePlatforms),
/* harmony export */   qu: () => (/* binding */ matrixProblems)
/* harmony export */ });
/* unused harmony exports intersectPlatforms, MAX_LEGS */
/* harmony import */ var _checks_check_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3011);
/* harmony import */ var _platforms_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9636);
/* harmony import */ var _runners_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(974);



function planMatrix(platforms, runners) {
    const include = distinct(platforms).map((platform) => {
        const runner = (0,_runners_js__WEBPACK_IMPORTED_MODULE_2__/* .runnerFor */ .OZ)(platform, runners);
        return {
            platform: (0,_platforms_js__WEBPACK_IMPORTED_MODULE_1__/* .formatPlatform */ .Bq)(platform),
            slug: (0,_platforms_js__WEBPACK_IMPORTED_MODULE_1__/* .slugOf */ .tF)(platform),
            arch: platform.arch,
            variant: platform.variant ?? '',
            runner,
            emulated: (0,_runners_js__WEBPACK_IMPORTED_MODULE_2__/* .needsEmulation */ .qP)(platform, runner),
        };
    });
    return { include };
}
function distinct(platforms) {
    return [...new Map(platforms.map((platform) => [(0,_platforms_js__WEBPACK_IMPORTED_MODULE_1__/* .formatPlatform */ .Bq)(platform), platform])).values()];
}
function formatMatrix(matrix) {
    return JSON.stringify(matrix);
}
function intersectPlatforms(asked, inIndex) {
    const names = new Set(inIndex.map(_platforms_js__WEBPACK_IMPORTED_MODULE_1__/* .formatPlatform */ .Bq));
    const holds = (platform) => names.has((0,_platforms_js__WEBPACK_IMPORTED_MODULE_1__/* .formatPlatform */ .Bq)(platform));
    return { platforms: asked.filter(holds), absent: asked.filter((platform) => !holds(platform)) };
}
function choosePlatforms(asked, offer) {
    const foreign = [];
    const offered = offer.platforms.flatMap(({ os, architecture, variant }) => {
        const name = [os, architecture, variant].filter((part) => part !== undefined && part !== '').join('/');
        const platform = (0,_platforms_js__WEBPACK_IMPORTED_MODULE_1__/* .parsePlatform */ .FL)(name);
        if (!('unknown' in platform))
            return [platform];
        foreign.push(name);
        return [];
    });
    const { platforms, absent } = asked.all
        ? { platforms: distinct(offered), absent: [] }
        : intersectPlatforms(asked.platforms, offered);
    const others = (0,_checks_check_js__WEBPACK_IMPORTED_MODULE_0__/* .listed */ .KE)([...new Set(foreign)]);
    const notes = [
        foreign.length > 0 ? `The image also has ${others}, which cannot be made to run here.` : '',
        absent.length > 0 ? `The image does not have ${(0,_checks_check_js__WEBPACK_IMPORTED_MODULE_0__/* .listed */ .KE)(absent.map(_platforms_js__WEBPACK_IMPORTED_MODULE_1__/* .formatPlatform */ .Bq))}.` : '',
    ];
    return { platforms, absent, notes: notes.filter((note) => note !== '') };
}
function keepRunnable(matrix, proven) {
    const runs = (leg) => !leg.emulated || proven.has(leg.platform);
    return {
        matrix: { include: matrix.include.filter(runs) },
        missing: matrix.include.filter((leg) => !runs(leg)).map((leg) => leg.platform),
    };
}
const MAX_LEGS = 256;
const MAX_OUTPUT_BYTES = 1024 * 1024 - 128 * 1024;
function matrixProblems(matrix) {
    const legs = matrix.include.length;
    const bytes = formatMatrix(matrix).length * 2;
    const problems = [];
    if (legs > MAX_LEGS)
        problems.push(`the matrix has ${legs} legs, and GitHub allows ${MAX_LEGS} jobs a matrix`);
    if (bytes > MAX_OUTPUT_BYTES) {
        problems.push(`the matrix takes ${bytes} bytes, and GitHub keeps 1 MiB of outputs a job`);
    }
    return problems;
}
function renderMatrix(matrix) {
    const { include } = matrix;
    if (include.length === 0) {
        const empty = 'No platform is left to build: the matrix is empty.';
        return { text: empty, markdown: empty };
    }
    const columns = columnsOf(include);
    const emulated = include.filter((leg) => leg.emulated).length;
    const legs = include.length === 1 ? '1 leg' : `${include.length} legs`;
    const sum = `${legs}: ${include.length - emulated} native, ${emulated} emulated`;
    return { text: `${alignColumns(columns)}\n\n${sum}`, markdown: `${tabulate(columns)}\n\n${sum}` };
}
const NATIVE = '● native';
const EMULATED = '○ emulated';
const PLATFORM = 'platform';
const HOW = 'how';
const RUNNER = 'runner';
const OWN_WORDS = new Set([NATIVE, EMULATED, PLATFORM, HOW, RUNNER, '']);
const GRID_WIDTH = 80;
function columnsOf(legs) {
    const how = (leg) => (leg.emulated ? EMULATED : NATIVE);
    const names = legs.map(({ runner }) => (typeof runner === 'string' ? runner : runner.join(' + ')));
    const runners = Array.from(new Set(names));
    const platforms = [PLATFORM, ...legs.map((leg) => leg.platform)];
    if (runners.join('   ').length > GRID_WIDTH)
        return [platforms, [HOW, ...legs.map(how)], [RUNNER, ...names]];
    return [
        platforms,
        ...runners.map((runner) => [runner, ...legs.map((leg, row) => (names[row] === runner ? how(leg) : ''))]),
    ];
}
function joinColumns(columns, between) {
    return columns.reduce((left, right) => left.map((cell, row) => `${cell}${between}${right[row]}`));
}
function alignColumns(columns) {
    const padded = columns.map((column) => {
        const width = Math.max(...column.map((cell) => cell.length));
        return column.map((cell) => cell.padEnd(width));
    });
    return joinColumns(padded, '   ')
        .map((line) => line.trimEnd())
        .join('\n');
}
function tabulate(columns) {
    const cells = columns.map((column) => {
        const [head, ...rest] = column.map((cell) => (OWN_WORDS.has(cell) ? cell : `\`${cell}\``));
        return [`${head}`, '---', ...rest];
    });
    return joinColumns(cells, ' | ')
        .map((line) => `| ${line} |`)
        .join('\n');
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

/***/ 6459:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  tZ: () => (/* binding */ PLAIN),
  DC: () => (/* binding */ REPORT_SCHEMA),
  dO: () => (/* binding */ makeReport),
  L: () => (/* binding */ provenPlatforms),
  hF: () => (/* binding */ renderJson),
  Br: () => (/* binding */ renderSummary),
  S5: () => (/* binding */ renderText),
  x0: () => (/* binding */ reportPlatforms)
});

// EXTERNAL MODULE: ./lib/core/doctor-report.js
var doctor_report = __webpack_require__(3909);
// EXTERNAL MODULE: ./lib/core/entry-report.js
var entry_report = __webpack_require__(3360);
// EXTERNAL MODULE: ./lib/core/checks/check.js
var check = __webpack_require__(3011);
// EXTERNAL MODULE: ./lib/core/problem.js
var core_problem = __webpack_require__(4458);
;// CONCATENATED MODULE: ./lib/core/intentions.js


function reportPlanned(planned) {
    const safe = (names) => names.map((name) => (0,core_problem/* printable */.g$)(name, 100));
    return { ...planned, replaced: safe(planned.replaced), removed: safe(planned.removed) };
}
function intentionsOf({ replaced, removed, rules, persisted, stop }) {
    return [
        replaced.length > 0 ? `Setup would replace ${(0,check/* listed */.KE)(replaced)}.` : '',
        removed.length > 0 ? `Setup would remove ${(0,check/* listed */.KE)(removed)}.` : '',
        rules.length > 0 ? `Setup would register the rules ${(0,check/* listed */.KE)(rules)}.` : '',
        persisted.length > 0 ? `Setup would keep ${(0,check/* listed */.KE)(persisted)} over a reboot.` : '',
        stop === undefined ? '' : `Setup would stop here: ${stop.id} ${stop.message}`,
    ].filter((line) => line !== '');
}
function renderIntention(row) {
    return `${row.proven ? 'runs; would be set up again if it differs' : 'would be set up'}: ${row.reason}`;
}

// EXTERNAL MODULE: ./lib/core/matrix.js
var matrix = __webpack_require__(356);
// EXTERNAL MODULE: ./lib/core/platforms.js + 2 modules
var core_platforms = __webpack_require__(9636);
// EXTERNAL MODULE: ./lib/core/signatures.js + 5 modules
var signatures = __webpack_require__(8723);
// EXTERNAL MODULE: ./lib/core/verdict.js
var core_verdict = __webpack_require__(6992);
;// CONCATENATED MODULE: ./lib/core/report.js








const REPORT_SCHEMA = 1;
function makeReport(material) {
    const { facts, problem, qemu, checks, diagnosis, findings } = material;
    const platforms = reportPlatforms(material);
    const healthy = checks === undefined
        ? problem === undefined && material.waived !== true && platforms.every(({ proven }) => proven)
        : findings.every(({ severity }) => severity !== 'error') &&
            (diagnosis === undefined || !(0,signatures/* blamesEmulation */.D)(diagnosis));
    const body = {
        schema: REPORT_SCHEMA,
        mode: material.mode,
        exitCode: problem?.exitCode ?? (checks === undefined || healthy ? 0 : 1),
        healthy,
        changed: material.changed,
        host: {
            kernel: (0,core_problem/* printable */.g$)(facts.kernel.release, 100),
            architecture: facts.architecture ?? 'unknown',
            privilege: facts.privilege,
            ...(facts.container === undefined ? {} : { container: facts.container }),
            table: facts.table.state,
        },
        platforms,
        registered: material.registered,
        removed: material.removed.map((name) => (0,core_problem/* printable */.g$)(name, 100)),
        ...(material.rules === undefined || material.rules.length === 0 ? {} : { rules: material.rules }),
        ...(material.planned === undefined ? {} : { planned: reportPlanned(material.planned) }),
        ...(qemu === undefined ? {} : { qemu }),
        findings,
        ...(checks === undefined
            ? {}
            : { checks: (0,doctor_report/* reportChecks */.oG)(checks), entries: (0,entry_report/* reportEntries */.L)(facts.table.entries) }),
        ...(diagnosis === undefined ? {} : { diagnosis }),
        notes: material.notes,
        ...(problem === undefined ? {} : { problem: { id: problem.id, message: problem.message } }),
        ...(material.matrix === undefined ? {} : { matrix: material.matrix }),
    };
    return { ...body, outputs: makeOutputs(material, body) };
}
function reportPlatforms(material) {
    return material.requested.map((request) => reportPlatform(request, material));
}
function provenPlatforms(platforms, { verdicts, facts }) {
    const proven = platforms.filter((platform) => {
        const verdict = verdicts.get(platform.arch);
        return (0,core_verdict/* isProven */.nn)(verdict) && variantShortfall(platform, verdict, facts) === undefined;
    });
    return new Set(proven.map(core_platforms/* formatPlatform */.Bq));
}
function reportPlatform({ platform, action, reason, failure }, { verdicts, facts }) {
    const verdict = verdicts.get(platform.arch);
    const status = verdict?.status ?? 'absent';
    const shortfall = variantShortfall(platform, verdict, facts);
    const proven = (0,core_verdict/* isProven */.nn)(verdict) && shortfall === undefined;
    const { entry, qemuVersion } = verdict ?? {};
    return {
        platform: (0,core_platforms/* formatPlatform */.Bq)(platform),
        arch: platform.arch,
        status,
        proven,
        action,
        reason: proven ? reason : (failure ?? shortfall ?? (verdict?.reason || reason)),
        ...(entry === undefined ? {} : { entry: (0,core_problem/* printable */.g$)(entry.name, 100), flags: (0,core_problem/* printable */.g$)(entry.flags, 20) }),
        ...(entry?.interpreter === undefined ? {} : { interpreter: (0,core_problem/* printable */.g$)(entry.interpreter, 300) }),
        ...(qemuVersion === undefined ? {} : { qemuVersion }),
        ms: Math.round((verdict?.ms ?? 0) * 10) / 10,
    };
}
function amd64Level(verdict, facts) {
    if (verdict?.status === 'native')
        return facts.amd64Level ?? 1;
    return verdict?.qemuVersion === undefined ? 1 : 2;
}
function variantShortfall(platform, verdict, facts) {
    if (platform.arch !== 'amd64' || platform.variant === undefined || !(0,core_verdict/* isProven */.nn)(verdict))
        return undefined;
    const level = amd64Level(verdict, facts);
    const wanted = Number(platform.variant.slice(1));
    return wanted > level ? `x86-64-v${wanted} is asked for, and v${level} is what runs here` : undefined;
}
function runnable({ verdicts, facts }, status) {
    return [...verdicts.values()]
        .filter((verdict) => (0,core_verdict/* isProven */.nn)(verdict) && status(verdict))
        .flatMap((verdict) => (0,core_platforms/* platformsOf */.Wt)(verdict.arch, amd64Level(verdict, facts)))
        .map(core_platforms/* formatPlatform */.Bq);
}
function makeOutputs(material, body) {
    const native = runnable(material, ({ status }) => status === 'native');
    const emulated = runnable(material, ({ status }) => status === 'emulated');
    const versions = [...material.verdicts.values()].flatMap(({ qemuVersion }) => qemuVersion ?? []);
    return {
        platforms: [...native, ...emulated].join(','),
        native: native.join(','),
        emulated: emulated.join(','),
        registered: material.registered.join(','),
        'qemu-version': [...new Set(versions)].join(','),
        kernel: body.host.kernel,
        'cache-hit': String(body.qemu?.cacheHit ?? false),
        changed: String(body.changed),
        healthy: String(body.healthy),
        ...(material.matrix === undefined
            ? {}
            : { matrix: (0,matrix/* formatMatrix */.b6)(material.matrix), count: String(material.matrix.include.length) }),
    };
}
function renderJson(report) {
    return `${JSON.stringify(report, null, 2)}\n`;
}
const PLAIN = { good: String, bad: String, faint: String };
function renderText(report, paint = PLAIN) {
    if (report.checks !== undefined)
        return (0,doctor_report/* renderDoctorText */.ZW)(report, paint);
    const width = Math.max(0, ...report.platforms.map(({ platform }) => platform.length));
    const lines = report.platforms.map((row) => renderRow(row, width, report.mode, paint));
    const picture = report.mode === 'plan' && report.matrix !== undefined
        ? ['', ...(0,matrix/* renderMatrix */.CW)(report.matrix).text.split('\n'), '']
        : [];
    const rules = (report.rules ?? []).map((rule) => renderRule(rule, paint));
    const notes = remarksOf(report).map((note) => paint.faint(note));
    return [...lines, ...picture, ...rules, ...notes, renderClosing(report)];
}
function remarksOf(report) {
    const { planned, notes } = report;
    return [...(planned === undefined ? [] : intentionsOf(planned)), ...notes, ...warningsOf(report)];
}
function warningsOf({ findings }) {
    return findings
        .filter(({ severity }) => severity === 'warning')
        .map(({ id, evidence, remedy }) => `${id} ${(0,core_problem/* sentence */.em)(evidence)} ${(0,core_problem/* sentence */.em)(remedy)}`);
}
function renderRule({ name, interpreter, registered }, paint) {
    const mark = registered ? paint.good('✓') : paint.bad('✗');
    return `${mark} rule ${name}  ${registered ? `registered for ${interpreter}` : 'not registered'}`;
}
function renderRow(row, width, mode, paint) {
    const name = row.platform.padEnd(width);
    if (mode === 'plan' && row.action === 'install')
        return `${paint.faint('+')} ${name}  ${renderIntention(row)}`;
    if (row.proven)
        return `${paint.good('✓')} ${name}  ${describe(row)}`;
    return `${paint.bad('✗')} ${name}  ${row.reason}`;
}
function describe(row) {
    if (row.status === 'native')
        return 'native';
    const version = row.qemuVersion === undefined ? '' : ` by QEMU ${row.qemuVersion}`;
    return `emulated${version}, flags ${row.flags ?? 'unknown'}, proven in ${row.ms} ms`;
}
function renderClosing(report) {
    const proven = report.platforms.filter((row) => row.proven).length;
    const count = report.platforms.length === 0 || report.mode === 'remove' || report.mode === 'mount'
        ? []
        : [`${proven} of ${report.platforms.length} platforms run here`];
    const done = [
        ...count,
        report.registered.length > 0 ? `registered ${report.registered.join(', ')}` : '',
        report.removed.length > 0
            ? `removed ${report.removed.map((name) => (0,core_problem/* printable */.g$)(name, 60)).join(', ')}`
            : '',
    ].filter((part) => part !== '');
    if (done.length > count.length)
        return `${done.join('; ')}.`;
    if (report.changed && report.mode === 'mount')
        return 'binfmt_misc was mounted; nothing was registered.';
    if (report.changed)
        return `${[...count, 'what the host does after a reboot was changed'].join('; ')}.`;
    const idle = report.healthy && report.mode !== 'plan' ? 'nothing had to be changed' : 'nothing was changed';
    return `${[...count, idle].join('; ')}.`;
}
const MARKS = {
    native: 'native',
    emulated: 'emulated',
    'outside-only': 'not proven',
    broken: 'broken',
    absent: 'absent',
};
function proofCell(row, mode) {
    const mark = row.proven ? '✅' : '❌';
    if (mode === 'plan' && row.action === 'install')
        return `${mark} ${(0,core_problem/* asMarkdown */.g5)(renderIntention(row))}`;
    return row.proven ? mark : `${mark} ${(0,core_problem/* asMarkdown */.g5)(row.reason)}`;
}
function renderSummary(report) {
    if (report.checks !== undefined)
        return (0,doctor_report/* renderDoctorSummary */.Yi)(report);
    const rows = report.platforms.map((row) => [
        `\`${row.platform}\``,
        MARKS[row.status],
        row.qemuVersion ?? '',
        (0,core_problem/* asMarkdown */.g5)(row.flags ?? ''),
        proofCell(row, report.mode),
        row.status === 'absent' ? '' : String(row.ms),
    ].join(' | '));
    const head = ['Platform', 'How', 'QEMU', 'Flags', 'Proven', 'ms'];
    return [
        `### setup-binfmt: ${report.healthy ? 'everything that was asked for runs' : 'not everything runs'}`,
        '',
        `| ${head.join(' | ')} |`,
        `|${head.map(() => ' --- ').join('|')}|`,
        ...rows.map((row) => `| ${row} |`),
        '',
        ...(report.mode === 'plan' && report.matrix !== undefined
            ? [(0,matrix/* renderMatrix */.CW)(report.matrix).markdown, '']
            : []),
        `Linux ${(0,core_problem/* asMarkdown */.g5)(report.host.kernel)} on ${report.host.architecture}${report.qemu === undefined ? '' : `; ${report.qemu.origins.map(core_problem/* asMarkdown */.g5).join('; ')}`}`,
        '',
        ...remarksOf(report).map((note) => `- ${(0,core_problem/* asMarkdown */.g5)(note)}`),
        ...(report.problem === undefined
            ? []
            : ['', `**${report.problem.id}** ${(0,core_problem/* asMarkdown */.g5)(report.problem.message)}`]),
        '',
    ].join('\n');
}


/***/ }),

/***/ 8723:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  eh: () => (/* binding */ SIGNATURES),
  D: () => (/* binding */ blamesEmulation),
  Vk: () => (/* binding */ diagnoseLog)
});

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
function blamesEmulation({ verdict, diagnoses }) {
    return verdict === 'emulation' && diagnoses[0]?.causes[0].supported === true;
}
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


/***/ })

};
