import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 2613:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("assert");

/***/ }),

/***/ 181:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("buffer");

/***/ }),

/***/ 5317:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("child_process");

/***/ }),

/***/ 6982:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");

/***/ }),

/***/ 4434:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");

/***/ }),

/***/ 9896:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 8611:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("http");

/***/ }),

/***/ 5692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("https");

/***/ }),

/***/ 9278:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("net");

/***/ }),

/***/ 4589:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:assert");

/***/ }),

/***/ 6698:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:async_hooks");

/***/ }),

/***/ 4573:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:buffer");

/***/ }),

/***/ 1421:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");

/***/ }),

/***/ 7540:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:console");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 3053:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:diagnostics_channel");

/***/ }),

/***/ 610:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:dns");

/***/ }),

/***/ 8474:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");

/***/ }),

/***/ 3024:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 1455:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

/***/ }),

/***/ 7067:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 2467:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http2");

/***/ }),

/***/ 4708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:https");

/***/ }),

/***/ 8995:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:module");

/***/ }),

/***/ 7030:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");

/***/ }),

/***/ 8161:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 643:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:perf_hooks");

/***/ }),

/***/ 1708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:process");

/***/ }),

/***/ 1792:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:querystring");

/***/ }),

/***/ 7075:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");

/***/ }),

/***/ 6466:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream/promises");

/***/ }),

/***/ 1692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");

/***/ }),

/***/ 3136:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");

/***/ }),

/***/ 7975:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 3429:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util/types");

/***/ }),

/***/ 8877:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:v8");

/***/ }),

/***/ 714:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:vm");

/***/ }),

/***/ 5919:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:worker_threads");

/***/ }),

/***/ 8522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 857:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");

/***/ }),

/***/ 6928:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");

/***/ }),

/***/ 2203:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("stream");

/***/ }),

/***/ 3193:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("string_decoder");

/***/ }),

/***/ 3557:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("timers");

/***/ }),

/***/ 4756:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tls");

/***/ }),

/***/ 2018:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tty");

/***/ }),

/***/ 7016:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("url");

/***/ }),

/***/ 9023:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util");

/***/ }),

/***/ 7290:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ advisoriesFor),
/* harmony export */   O: () => (/* binding */ parseQemuVersion)
/* harmony export */ });
/* harmony import */ var _facts_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6426);
/* harmony import */ var _qemu_version_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7628);


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

/***/ 5162:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $f: () => (/* binding */ overlaps),
/* harmony export */   Ah: () => (/* binding */ REGISTER_LIMIT),
/* harmony export */   ER: () => (/* binding */ parseEntry),
/* harmony export */   Fb: () => (/* binding */ TABLE_PATH),
/* harmony export */   Qk: () => (/* binding */ BINFMTFS_MAGIC),
/* harmony export */   Vv: () => (/* binding */ matchesHeader),
/* harmony export */   YG: () => (/* binding */ sameRegistration),
/* harmony export */   Yu: () => (/* binding */ sameMagic),
/* harmony export */   i$: () => (/* binding */ parseStatus),
/* harmony export */   j2: () => (/* binding */ entryNameProblem),
/* harmony export */   lQ: () => (/* binding */ flagSet),
/* harmony export */   od: () => (/* binding */ explainErrno)
/* harmony export */ });
/* unused harmony exports AUTOFS_MAGIC, formatRegistration */
const TABLE_PATH = '/proc/sys/fs/binfmt_misc';
const BINFMTFS_MAGIC = 0x42494e4d;
const AUTOFS_MAGIC = 0x0187;
const HEADER_BYTES = 256;
const REGISTER_LIMIT = 1920;
function parseStatus(text) {
    const word = text.trim();
    return word === 'enabled' || word === 'disabled' ? word : undefined;
}
function parseEntry(name, text) {
    let enabled;
    let interpreter;
    let flags;
    let ambiguous = false;
    let offset = 0;
    let magic;
    let mask;
    let extension;
    const unknown = [];
    for (const line of text.split('\n')) {
        const [, word = '', rest = ''] = /^(\S+) ?(.*)$/s.exec(line) ?? [];
        if (enabled === undefined && (line === 'enabled' || line === 'disabled'))
            enabled = line === 'enabled';
        else if (word === 'interpreter' && rest !== '' && interpreter === undefined)
            interpreter = rest;
        else if (word === 'flags:') {
            if (flags !== undefined)
                unknown.push(line);
            ambiguous = flags !== undefined;
            flags ??= rest.trim();
        }
        else if (flags === undefined)
            unknown.push(line);
        else if (word === 'offset' && /^\d{1,9}$/.test(rest))
            offset = Number(rest);
        else if (word === 'magic' && isHex(rest))
            magic = rest;
        else if (word === 'mask' && isHex(rest))
            mask = rest;
        else if (word === 'extension' && extension === undefined && rest.startsWith('.'))
            extension = rest.slice(1);
        else
            unknown.push(line);
    }
    return {
        name,
        enabled: enabled ?? false,
        ...(interpreter === undefined ? {} : { interpreter }),
        flags: flags ?? '',
        match: ambiguous ? { kind: 'unknown' } : matchOf(magic, mask, offset, extension),
        unknown: unknown.filter((line) => line !== ''),
        text,
    };
}
function matchOf(magic, mask, offset, extension) {
    if (extension !== undefined)
        return { kind: 'extension', extension };
    if (magic === undefined || (mask !== undefined && mask.length !== magic.length))
        return { kind: 'unknown' };
    return { kind: 'magic', offset, magic, ...(mask === undefined ? {} : { mask }) };
}
function isHex(text) {
    return (text.length > 0 && text.length % 2 === 0 && text.length <= 2 * HEADER_BYTES && /^[0-9a-f]+$/.test(text));
}
function formatRegistration(wanted) {
    const mask = wanted.mask === undefined ? '' : escapeHex(wanted.mask);
    const fields = [wanted.name, 'M', String(wanted.offset), escapeHex(wanted.magic), mask, wanted.interpreter];
    return `:${fields.join(':')}:${wanted.flags}`;
}
function escapeHex(hex) {
    return hex.replace(/../g, '\\x$&');
}
function entryNameProblem(name) {
    if (name === 'status' || name === 'register')
        return 'the kernel uses this name itself';
    if (name === '.' || name === '..')
        return 'it is a folder';
    if (!/^[A-Za-z0-9._+-]{1,255}$/.test(name))
        return 'only letters, digits and . _ + - are allowed';
    return undefined;
}
function flagSet(flags) {
    const letters = new Set(flags);
    if (letters.has('C'))
        letters.add('O');
    return [...letters].sort().join('');
}
function sameMagic(a, b) {
    return a.offset === b.offset && a.magic === b.magic && fullMask(a) === fullMask(b);
}
function sameRegistration(entry, wanted) {
    return (entry.name === wanted.name &&
        entry.enabled &&
        entry.interpreter === wanted.interpreter &&
        entry.match.kind === 'magic' &&
        sameMagic(entry.match, wanted) &&
        flagSet(entry.flags) === flagSet(wanted.flags));
}
function fullMask(magic) {
    return magic.mask ?? 'f'.repeat(magic.magic.length);
}
function matchesHeader(magic, header) {
    const { offset, magic: value, mask } = magic;
    const length = value.length / 2;
    if (offset + length > HEADER_BYTES)
        return false;
    for (let index = 0; index < length; index++) {
        const differs = (header[offset + index] ?? 0) ^ byteAt(value, index);
        if ((differs & (mask === undefined ? 0xff : byteAt(mask, index))) !== 0)
            return false;
    }
    return true;
}
function byteAt(hex, index) {
    return (digitAt(hex, 2 * index) << 4) | digitAt(hex, 2 * index + 1);
}
function digitAt(hex, index) {
    const code = hex.charCodeAt(index);
    return (code & 0xf) + (code > 0x39 ? 9 : 0);
}
function overlaps(a, b) {
    const [left, right] = [spread(a), spread(b)];
    return left.value.every((byte, index) => {
        const both = left.mask[index] & right.mask[index];
        return ((byte ^ right.value[index]) & both) === 0;
    });
}
function spread(magic) {
    const value = new Uint8Array(HEADER_BYTES);
    const mask = new Uint8Array(HEADER_BYTES);
    if (magic.offset < HEADER_BYTES) {
        value.set(bytesOf(magic.magic).subarray(0, HEADER_BYTES - magic.offset), magic.offset);
        mask.set(bytesOf(fullMask(magic)).subarray(0, HEADER_BYTES - magic.offset), magic.offset);
    }
    return { value, mask };
}
function bytesOf(hex) {
    return Buffer.from(hex, 'hex');
}
function explainErrno(step, errno) {
    return ERRNO_SENTENCES[step][errno] ?? `the kernel answered ${errno}`;
}
const ERRNO_SENTENCES = {
    open: {
        ENOENT: 'binfmt_misc is not mounted here (ENOENT)',
        EACCES: 'only the owner of the table may register, and this process is not root (EACCES)',
        EPERM: 'only the owner of the table may register, and this process is not root (EPERM)',
        EROFS: 'the table is mounted read-only (EROFS)',
    },
    register: {
        EINVAL: 'the kernel refused the line: too long, or a flag that this kernel does not know (EINVAL)',
        EEXIST: 'an entry of this name exists already (EEXIST)',
        ENOENT: 'the interpreter does not exist where the kernel looks for it (ENOENT)',
        EACCES: 'the interpreter is not executable, or lies on a file system mounted noexec (EACCES)',
        ETXTBSY: 'the interpreter is open for writing (ETXTBSY)',
        ENAMETOOLONG: 'the name or the path of the interpreter is too long (ENAMETOOLONG)',
        EROFS: 'the table is mounted read-only (EROFS)',
        EPERM: 'this process may not register here (EPERM)',
        ENOMEM: 'the kernel is out of memory (ENOMEM)',
        ELOOP: 'the path of the interpreter has too many links (ELOOP)',
    },
    switch: {
        ENOENT: 'the entry is gone (ENOENT)',
        EACCES: 'only the owner of the table may change an entry, and this process is not root (EACCES)',
        EPERM: 'this process may not change entries here (EPERM)',
        EROFS: 'the table is mounted read-only (EROFS)',
        EINVAL: 'the kernel does not know this command (EINVAL)',
    },
    mount: {
        EPERM: 'this process may not mount file systems (EPERM)',
        ENODEV: 'this kernel has no binfmt_misc (ENODEV)',
        EBUSY: 'it is mounted there already (EBUSY)',
        ENOENT: 'the folder does not exist: this kernel is built without binfmt_misc (ENOENT)',
    },
};


/***/ }),

/***/ 1199:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  x7: () => (/* binding */ aftermath),
  gr: () => (/* binding */ asProblem),
  Ub: () => (/* binding */ changeObstacle),
  WX: () => (/* binding */ findingsOf),
  Mz: () => (/* binding */ preflight),
  JT: () => (/* binding */ runChecks)
});

// UNUSED EXPORTS: CHECKS, findingOf

// EXTERNAL MODULE: ./lib/core/checks/check.js
var checks_check = __nccwpck_require__(3011);
// EXTERNAL MODULE: ./lib/core/checks/claims.js
var checks_claims = __nccwpck_require__(8122);
// EXTERNAL MODULE: ./lib/core/platforms.js + 2 modules
var platforms = __nccwpck_require__(9636);
// EXTERNAL MODULE: ./lib/core/problem.js
var core_problem = __nccwpck_require__(4458);
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
var binfmt_misc = __nccwpck_require__(5162);
// EXTERNAL MODULE: ./lib/core/facts.js
var core_facts = __nccwpck_require__(6426);
// EXTERNAL MODULE: ./lib/core/verdict.js
var verdict = __nccwpck_require__(6992);
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
var advisories = __nccwpck_require__(7290);
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
var supply_trouble = __nccwpck_require__(3584);
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

/***/ 3011:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
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
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4458);
/* harmony import */ var _verdict_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6992);


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

/***/ 8122:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Jq: () => (/* binding */ handlersOf),
/* harmony export */   M6: () => (/* binding */ answeredClaimsOf),
/* harmony export */   R3: () => (/* binding */ setupCommand),
/* harmony export */   dQ: () => (/* binding */ describeHandlers),
/* harmony export */   ds: () => (/* binding */ claimsOf),
/* harmony export */   zJ: () => (/* binding */ entryCommands)
/* harmony export */ });
/* harmony import */ var _binfmt_misc_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5162);
/* harmony import */ var _platforms_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(9636);
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(4458);
/* harmony import */ var _verdict_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(6992);
/* harmony import */ var _check_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(3011);





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

/***/ 1344:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ PINNED_BINARIES),
/* harmony export */   _: () => (/* binding */ DEFAULT_IMAGE)
/* harmony export */ });
const DEFAULT_IMAGE = 'docker.io/tonistiigi/binfmt:qemu-v10.2.3-68@sha256:400a4873b838d1b89194d982c45e5fb3cda4593fbfd7e08a02e76b03b21166f0';
const PINNED_BINARIES = [];


/***/ }),

/***/ 364:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ blamesEmulation)
/* harmony export */ });
function blamesEmulation({ verdict, diagnoses }) {
    return verdict === 'emulation' && diagnoses[0]?.causes[0].supported === true;
}


/***/ }),

/***/ 3909:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ih: () => (/* binding */ annotationsOf),
/* harmony export */   Yi: () => (/* binding */ renderDoctorSummary),
/* harmony export */   ZW: () => (/* binding */ renderDoctorText),
/* harmony export */   oG: () => (/* binding */ reportChecks)
/* harmony export */ });
/* unused harmony exports ANNOTATION_LIMIT, headlineOf */
/* harmony import */ var _diagnosis_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(364);
/* harmony import */ var _entry_report_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3360);
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4458);



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
    if (diagnosis === undefined || first === undefined || !(0,_diagnosis_js__WEBPACK_IMPORTED_MODULE_2__/* .blamesEmulation */ .D)(diagnosis))
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

/***/ 2956:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ah: () => (/* binding */ TRIAL_TAG),
/* harmony export */   C5: () => (/* binding */ trialMagic),
/* harmony export */   Ee: () => (/* binding */ PROBE_ARGUMENTS),
/* harmony export */   h1: () => (/* binding */ buildProbe),
/* harmony export */   k5: () => (/* binding */ PROBE_MARKER),
/* harmony export */   oU: () => (/* binding */ readElf)
/* harmony export */ });
const PROBE_MARKER = 'binfmt-ok\n';
const PROBE_ARGUMENTS = 42;
const TRIAL_TAG = 0x5a;
const EI_PAD = 9;
const ET_EXEC = 2;
const ET_DYN = 3;
const PT_LOAD = 1;
const PT_INTERP = 3;
const READ_AND_EXECUTE = 5;
const BASE_ADDRESS = 0x400000;
const LARGEST_PAGE = 0x10000;
function buildProbe(target, options = {}) {
    const { bits, endian, machine } = target.elf;
    const layout = LAYOUTS[bits];
    const headers = layout.header + layout.segment;
    const text = target.probe.code + Buffer.from(PROBE_MARKER, 'latin1').toString('hex');
    const size = headers + text.length / 2;
    const base = options.pie === true ? 0 : BASE_ADDRESS;
    const bytes = new Uint8Array(size);
    const write = fieldWriter(bytes, bits, endian);
    bytes.set([0x7f, 0x45, 0x4c, 0x46, bits === 64 ? 2 : 1, endian === 'little' ? 1 : 2, 1]);
    bytes[EI_PAD] = options.tag ?? 0;
    write.half(16, options.pie === true ? ET_DYN : ET_EXEC);
    write.half(18, machine);
    write.word(20, 1);
    write.address(layout.entry, base + headers);
    write.address(layout.segments, layout.header);
    write.word(layout.flags, target.probe.flags);
    write.half(layout.headerSize, layout.header);
    write.half(layout.segmentSize, layout.segment);
    write.half(layout.segmentCount, 1);
    const segment = layout.header;
    write.word(segment, PT_LOAD);
    write.word(segment + layout.permissions, READ_AND_EXECUTE);
    write.address(segment + layout.virtual, base);
    write.address(segment + layout.physical, base);
    write.address(segment + layout.fileSize, size);
    write.address(segment + layout.memorySize, size);
    write.address(segment + layout.align, LARGEST_PAGE);
    bytes.set(Buffer.from(text, 'hex'), headers);
    return bytes;
}
function trialMagic(target) {
    const put = (hex, value) => hex.slice(0, EI_PAD * 2) + value.toString(16) + hex.slice(EI_PAD * 2 + 2);
    return { magic: put(target.magic, TRIAL_TAG), mask: put(target.mask, 0xff) };
}
function readElf(bytes) {
    const [m0, m1, m2, m3, elfClass, data] = bytes;
    if (m0 !== 0x7f || m1 !== 0x45 || m2 !== 0x4c || m3 !== 0x46)
        return undefined;
    if ((elfClass !== 1 && elfClass !== 2) || (data !== 1 && data !== 2))
        return undefined;
    const bits = elfClass === 2 ? 64 : 32;
    const layout = LAYOUTS[bits];
    if (bytes.length < layout.header)
        return undefined;
    const little = data === 1;
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const segments = bits === 64
        ? Number(view.getBigUint64(layout.segments, little))
        : view.getUint32(layout.segments, little);
    const count = view.getUint16(layout.segmentCount, little);
    const sizeKnown = count === 0 || view.getUint16(layout.segmentSize, little) === layout.segment;
    const inside = sizeKnown ? Math.max(0, Math.floor((bytes.length - segments) / layout.segment)) : 0;
    let interpreter = false;
    for (let index = 0; index < Math.min(count, inside); index++) {
        if (view.getUint32(segments + index * layout.segment, little) === PT_INTERP)
            interpreter = true;
    }
    return {
        bits,
        endian: little ? 'little' : 'big',
        machine: view.getUint16(18, little),
        type: view.getUint16(16, little),
        osabi: view.getUint8(7),
        flags: view.getUint32(layout.flags, little),
        interpreter,
        complete: inside >= count,
    };
}
const LAYOUTS = {
    32: {
        header: 52,
        entry: 24,
        segments: 28,
        flags: 36,
        headerSize: 40,
        segmentSize: 42,
        segmentCount: 44,
        segment: 32,
        virtual: 8,
        physical: 12,
        fileSize: 16,
        memorySize: 20,
        permissions: 24,
        align: 28,
    },
    64: {
        header: 64,
        entry: 24,
        segments: 32,
        flags: 48,
        headerSize: 52,
        segmentSize: 54,
        segmentCount: 56,
        segment: 56,
        permissions: 4,
        virtual: 16,
        physical: 24,
        fileSize: 32,
        memorySize: 40,
        align: 48,
    },
};
function fieldWriter(bytes, bits, endian) {
    const view = new DataView(bytes.buffer);
    const little = endian === 'little';
    const word = (offset, value) => view.setUint32(offset, value, little);
    return {
        half: (offset, value) => view.setUint16(offset, value, little),
        word,
        address: (offset, value) => bits === 64 ? view.setBigUint64(offset, BigInt(value), little) : word(offset, value),
    };
}


/***/ }),

/***/ 3360:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ reportEntries),
/* harmony export */   S: () => (/* binding */ nameEntries)
/* harmony export */ });
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4458);

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

/***/ 6426:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Kv: () => (/* binding */ kernelAbilities),
/* harmony export */   _V: () => (/* binding */ parseAmd64Level),
/* harmony export */   a8: () => (/* binding */ isPrivileged),
/* harmony export */   cM: () => (/* binding */ maySysAdmin),
/* harmony export */   dG: () => (/* binding */ isNestedNamespace),
/* harmony export */   jZ: () => (/* binding */ atLeast),
/* harmony export */   md: () => (/* binding */ parseCapabilities),
/* harmony export */   ot: () => (/* binding */ parseVersion),
/* harmony export */   p6: () => (/* binding */ FIX_BINARY_SINCE)
/* harmony export */ });
/* unused harmony export compareVersions */
function parseVersion(text) {
    const [, major, minor, patch] = /^v?(\d{1,5})\.(\d{1,5})(?:\.(\d{1,5}))?/.exec(text) ?? [];
    if (major === undefined || minor === undefined)
        return undefined;
    return [Number(major), Number(minor), Number(patch ?? 0)];
}
function compareVersions(a, b) {
    return a[0] - b[0] || a[1] - b[1] || a[2] - b[2];
}
function atLeast(version, wanted) {
    return version !== undefined && compareVersions(version, wanted) >= 0;
}
const FIX_BINARY_SINCE = [4, 8, 0];
function kernelAbilities({ version }) {
    const stable = (major, minor, patch) => version !== undefined && version[0] === major && version[1] === minor && version[2] >= patch;
    return {
        fixBinary: version === undefined || atLeast(version, FIX_BINARY_SINCE),
        tellsPreserve: atLeast(version, [5, 12, 0]) || stable(5, 10, 225),
        tablePerNamespace: atLeast(version, [6, 7, 0]),
        entriesDieWithMount: atLeast(version, [6, 7, 0]) || stable(5, 4, 283) || stable(5, 10, 225) || stable(6, 1, 107),
    };
}
const CAP_SYS_ADMIN = 21n;
function maySysAdmin(facts) {
    return ((facts.capabilities >> CAP_SYS_ADMIN) & 1n) === 1n;
}
const AMD64_LEVELS = [
    ['cx16', 'lahf_lm', 'popcnt', 'sse4_1', 'sse4_2', 'ssse3'],
    ['abm', 'avx', 'avx2', 'bmi1', 'bmi2', 'f16c', 'fma', 'movbe', 'xsave'],
    ['avx512f', 'avx512bw', 'avx512cd', 'avx512dq', 'avx512vl'],
];
function parseAmd64Level(cpuinfo) {
    const flags = new Set(/^flags\s*:\s*(.*)$/m.exec(cpuinfo)?.[1]?.split(' '));
    const missing = AMD64_LEVELS.findIndex((needed) => !needed.every((flag) => flags.has(flag)));
    return missing === -1 ? 4 : (missing + 1);
}
function parseCapabilities(status) {
    const hex = /^CapEff:\s*([0-9a-f]{1,16})$/m.exec(status)?.[1];
    return hex === undefined ? 0n : BigInt(`0x${hex}`);
}
function isPrivileged({ privilege }) {
    return privilege === 'root' || privilege === 'sudo';
}
function isNestedNamespace(uidMap) {
    return !/^\s*0\s+0\s+4294967295\s*$/.test(uidMap);
}


/***/ }),

/***/ 7632:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Bc: () => (/* binding */ isDigest),
/* harmony export */   U9: () => (/* binding */ isLoopback),
/* harmony export */   VV: () => (/* binding */ mirrored),
/* harmony export */   _g: () => (/* binding */ registryOrigin),
/* harmony export */   my: () => (/* binding */ formatImageReference),
/* harmony export */   o_: () => (/* binding */ parseImageReference),
/* harmony export */   v0: () => (/* binding */ parseMirror)
/* harmony export */ });
const DIGEST = /^sha256:[0-9a-f]{64}$/;
const TAG = /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$/;
const PATH_PART = /^[a-z0-9]+(?:(?:\.|_{1,2}|-+)[a-z0-9]+)*$/;
const HOST = /^(?:\[[0-9a-f:.]+\]|[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*)(?::(\d{1,5}))?$/i;
const NAME_LIMIT = 255;
function isDigest(text) {
    return DIGEST.test(text);
}
function parseImageReference(text) {
    const [name = '', digest, ...more] = text.split('@');
    if (more.length > 0)
        return { problem: 'holds more than one @' };
    if (digest !== undefined && !isDigest(digest)) {
        return { problem: 'has a digest that is not sha256: and 64 hex digits' };
    }
    const colon = name.lastIndexOf(':');
    const tagged = colon > name.lastIndexOf('/');
    const tag = tagged ? name.slice(colon + 1) : undefined;
    if (tag !== undefined && !TAG.test(tag))
        return { problem: 'has a tag that no registry accepts' };
    const split = splitRegistry(tagged ? name.slice(0, colon) : name);
    if ('problem' in split)
        return split;
    return {
        ...split,
        ...(tag === undefined ? {} : { tag }),
        ...(digest === undefined ? {} : { digest }),
        ...(tag === undefined && digest === undefined ? { tag: 'latest' } : {}),
    };
}
function parseMirror(text) {
    const scheme = /^(https?):\/\//i.exec(text)?.[1]?.toLowerCase();
    const bare = text.replace(/^https?:\/\//i, '').replace(/\/+$/, '');
    const slash = bare.indexOf('/');
    const registry = (slash < 0 ? bare : bare.slice(0, slash)).toLowerCase();
    const prefix = slash < 0 ? '' : bare.slice(slash + 1);
    const problem = registryProblem(registry) ?? (prefix === '' ? undefined : pathProblem(prefix));
    if (problem !== undefined)
        return { problem };
    if (scheme === 'http' && !isLoopback(registry)) {
        return { problem: 'is plain http, which is for registries on this machine only' };
    }
    const secure = scheme === 'https' && isLoopback(registry);
    return { registry, prefix, ...(secure ? { secure } : {}) };
}
function mirrored(reference, mirror) {
    const { registry, secure, prefix } = mirror;
    const repository = prefix === '' ? reference.repository : `${prefix}/${reference.repository}`;
    return { ...reference, registry, repository, ...(secure ? { secure } : {}) };
}
function formatImageReference(reference) {
    const tag = reference.tag === undefined ? '' : `:${reference.tag}`;
    const digest = reference.digest === undefined ? '' : `@${reference.digest}`;
    return `${reference.registry}/${reference.repository}${tag}${digest}`;
}
function registryOrigin({ registry, secure }) {
    if (registry === 'docker.io')
        return 'https://registry-1.docker.io';
    return `${isLoopback(registry) && secure !== true ? 'http' : 'https'}://${registry}`;
}
function isLoopback(hostAndPort) {
    const host = hostAndPort.replace(/:\d+$/, '').toLowerCase();
    return host === 'localhost' || host === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(host);
}
function splitRegistry(name) {
    const slash = name.indexOf('/');
    const first = slash < 0 ? '' : name.slice(0, slash);
    const named = first.includes('.') || first.includes(':') || first === 'localhost';
    const registry = named ? hubName(first.toLowerCase()) : 'docker.io';
    const path = named ? name.slice(slash + 1) : name;
    const repository = registry === 'docker.io' && !path.includes('/') ? `library/${path}` : path;
    const problem = registryProblem(registry) ?? pathProblem(repository);
    return problem === undefined ? { registry, repository } : { problem };
}
function hubName(registry) {
    return registry === 'index.docker.io' || registry === 'registry-1.docker.io' ? 'docker.io' : registry;
}
function registryProblem(registry) {
    const match = HOST.exec(registry);
    if (match === null)
        return 'names no valid registry host';
    const port = match[1];
    if (port !== undefined && (Number(port) < 1 || Number(port) > 65_535))
        return 'has a port beyond 65535';
    return undefined;
}
function pathProblem(path) {
    if (path.length > NAME_LIMIT)
        return `has a repository name of more than ${NAME_LIMIT} characters`;
    if (!path.split('/').every((part) => PATH_PART.test(part))) {
        return 'has a repository name that is not lower-case letters, digits and single . _ - between them';
    }
    return undefined;
}


/***/ }),

/***/ 8492:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   CR: () => (/* binding */ CONFLICT_POLICIES),
/* harmony export */   FN: () => (/* binding */ MODES),
/* harmony export */   RN: () => (/* binding */ listInputProblems),
/* harmony export */   TL: () => (/* binding */ parseInputs),
/* harmony export */   WJ: () => (/* binding */ INPUT_DEFAULTS),
/* harmony export */   iW: () => (/* binding */ SCOPES),
/* harmony export */   oi: () => (/* binding */ inputProblem),
/* harmony export */   xq: () => (/* binding */ PROVIDERS)
/* harmony export */ });
/* unused harmony export splitList */
/* harmony import */ var _binfmt_misc_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5162);
/* harmony import */ var _default_image_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(1344);
/* harmony import */ var _image_reference_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(7632);
/* harmony import */ var _platforms_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(9636);
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(4458);
/* harmony import */ var _rules_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(1214);
/* harmony import */ var _runners_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(974);







const MODES = ['setup', 'plan', 'doctor', 'remove'];
const SCOPES = ['host', 'private', 'engine'];
const CONFLICT_POLICIES = ['repair', 'replace', 'keep', 'fail'];
const PROVIDERS = ['image', 'apt', 'host'];
const INPUT_DEFAULTS = {
    platforms: 'all',
    mode: 'setup',
    image: _default_image_js__WEBPACK_IMPORTED_MODULE_5__/* .DEFAULT_IMAGE */ ._,
    'qemu-from': 'image,apt,host',
    'registry-mirrors': '',
    scope: 'host',
    'on-conflict': 'repair',
    reset: 'false',
    credentials: 'true',
    rules: '',
    autoload: 'true',
    persist: 'false',
    cleanup: 'false',
    strict: 'true',
    summary: 'true',
    cache: 'true',
    'cache-image': '',
    runners: '',
    'matrix-from': '',
    log: '',
    network: 'false',
};
const MAX_INPUT_LENGTH = 4096;
const MAX_RULES_LENGTH = 65_536;
function parseInputs(raw) {
    const problems = [];
    const inputs = readInputs(raw, problems);
    if (problems.length > 0)
        throw inputProblem(problems);
    return inputs;
}
function listInputProblems(raw) {
    const problems = [];
    readInputs(raw, problems);
    return problems;
}
function readInputs(raw, problems) {
    for (const name of Object.keys(raw)) {
        if (!Object.hasOwn(INPUT_DEFAULTS, name))
            problems.push(`there is no input "${(0,_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .printable */ .g$)(name, 40)}"`);
    }
    const text = (name) => readText(raw, name, problems);
    const mode = readChoice('mode', text('mode'), MODES, problems);
    const platforms = parsePlatforms(text('platforms'), mode, problems);
    const matrixFrom = text('matrix-from');
    const log = text('log');
    const scope = readChoice('scope', text('scope'), SCOPES, problems);
    const persist = readBoolean('persist', text('persist'), problems);
    if (persist && scope !== 'host')
        problems.push(`persist keeps entries of the host: leave it out with scope ${scope}`);
    const cleanup = readBoolean('cleanup', text('cleanup'), problems);
    if (persist && cleanup && (mode === 'setup' || mode === 'plan'))
        problems.push('persist keeps what cleanup takes away again: leave one of the two out');
    return {
        mode,
        ...platforms,
        qemuFrom: readList('qemu-from', text('qemu-from'), PROVIDERS, problems),
        image: readImage('image', text('image'), problems),
        mirrors: splitList(text('registry-mirrors')).flatMap((word) => readMirror(word, problems)),
        cache: readBoolean('cache', text('cache-image') || text('cache'), problems),
        ...(matrixFrom === '' ? {} : { matrixFrom: readImage('matrix-from', matrixFrom, problems) }),
        scope,
        onConflict: readChoice('on-conflict', text('on-conflict'), CONFLICT_POLICIES, problems),
        credentials: readBoolean('credentials', text('credentials'), problems),
        autoload: readBoolean('autoload', text('autoload'), problems),
        reset: readBoolean('reset', text('reset'), problems),
        rules: (0,_rules_js__WEBPACK_IMPORTED_MODULE_3__/* .parseRules */ .NR)(text('rules'), problems),
        persist,
        cleanup,
        strict: readBoolean('strict', text('strict'), problems),
        summary: readBoolean('summary', text('summary'), problems),
        ...(log === '' ? {} : { log }),
        network: readBoolean('network', text('network'), problems),
        runners: readRunners(text('runners'), problems),
    };
}
function inputProblem(problems) {
    const count = problems.length === 1 ? '' : `${problems.length} problems: `;
    return new _problem_js__WEBPACK_IMPORTED_MODULE_2__/* .SetupProblem */ .DN({
        id: 'SB-INPUT',
        kind: 'input',
        what: 'use the inputs',
        cause: `${count}${problems.join('; ')}`,
        remedy: 'Correct them; nothing was changed.',
    });
}
function readText(raw, name, problems) {
    const fallback = INPUT_DEFAULTS[name];
    const given = raw[name] || fallback;
    const limit = name === 'rules' ? MAX_RULES_LENGTH : MAX_INPUT_LENGTH;
    if (given.length > limit) {
        problems.push(`${name} is ${given.length} characters long, and ${limit} is the most`);
        return fallback;
    }
    if (/[^\P{Cc}\n\r\t]/u.test(given)) {
        problems.push(`${name} holds control characters`);
        return fallback;
    }
    return given.trim();
}
function splitList(text) {
    return text.split(/[\s,]+/).filter((word) => word !== '');
}
function parsePlatforms(text, mode, problems) {
    const words = splitList(text);
    if (words.length === 0)
        problems.push('platforms holds no name');
    const all = words.some((word) => word.toLowerCase() === 'all');
    if (words.some((word) => word.toLowerCase() === 'none')) {
        if (words.length > 1)
            problems.push('platforms: "none" stands alone');
        return { platforms: [], all: false, names: [] };
    }
    const names = mode === 'remove' ? words.filter(isEntryName) : [];
    const found = new Map();
    for (const word of words.filter((each) => !names.includes(each))) {
        for (const platform of expandPlatform(word, problems))
            found.set((0,_platforms_js__WEBPACK_IMPORTED_MODULE_1__/* .formatPlatform */ .Bq)(platform), platform);
    }
    return { platforms: [...found.values()], all, names };
}
function isEntryName(word) {
    if (word.toLowerCase() === 'all' || !('unknown' in (0,_platforms_js__WEBPACK_IMPORTED_MODULE_1__/* .parsePlatform */ .FL)(word)))
        return false;
    return (0,_binfmt_misc_js__WEBPACK_IMPORTED_MODULE_0__/* .entryNameProblem */ .j2)(word.replaceAll('*', '')) === undefined;
}
function expandPlatform(word, problems) {
    if (word.toLowerCase() === 'all')
        return _platforms_js__WEBPACK_IMPORTED_MODULE_1__/* .CONTAINER_ARCHITECTURES */ .dz.flatMap((arch) => expandPlatform(arch, problems));
    const parsed = (0,_platforms_js__WEBPACK_IMPORTED_MODULE_1__/* .parsePlatform */ .FL)(word);
    if (!('unknown' in parsed))
        return [parsed];
    const hint = parsed.nearest === undefined ? '' : `; the nearest is ${parsed.nearest}`;
    problems.push(`platforms: "${(0,_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .printable */ .g$)(word, 60)}" is not known${hint}`);
    return [];
}
function readImage(name, text, problems) {
    const reference = (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_6__/* .parseImageReference */ .o_)(text);
    if (!('problem' in reference))
        return reference;
    problems.push(`${name}: "${(0,_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .printable */ .g$)(text, 100)}" ${reference.problem}`);
    return { registry: '', repository: '' };
}
function readMirror(word, problems) {
    const mirror = (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_6__/* .parseMirror */ .v0)(word);
    if (!('problem' in mirror))
        return [mirror];
    problems.push(`registry-mirrors: "${(0,_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .printable */ .g$)(word, 100)}" ${mirror.problem}`);
    return [];
}
function readRunners(text, problems) {
    const { runners, problems: found } = (0,_runners_js__WEBPACK_IMPORTED_MODULE_4__/* .parseRunners */ .ZV)(text);
    problems.push(...found.map((problem) => `runners: ${problem}`));
    return runners;
}
function readBoolean(name, text, problems) {
    const word = text.toLowerCase();
    if (word !== 'true' && word !== 'false') {
        problems.push(`${name} is "${(0,_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .printable */ .g$)(text, 40)}", and must be true or false`);
    }
    return word === 'true';
}
function readChoice(name, text, choices, problems) {
    const found = choices.find((choice) => choice === text.toLowerCase());
    if (found === undefined) {
        problems.push(`${name} is "${(0,_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .printable */ .g$)(text, 40)}", and must be one of ${choices.join(', ')}`);
    }
    return found ?? choices[0];
}
function readList(name, text, choices, problems) {
    const words = splitList(text);
    if (words.length === 0)
        problems.push(`${name} holds no name`);
    return [...new Set(words.map((word) => readChoice(name, word, choices, problems)))];
}


/***/ }),

/***/ 8171:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
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
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   CW: () => (/* binding */ renderMatrix),
/* harmony export */   T4: () => (/* binding */ planMatrix),
/* harmony export */   b$: () => (/* binding */ keepRunnable),
/* harmony export */   b6: () => (/* binding */ formatMatrix),
/* harmony export */   kD: () => (/* binding */ choosePlatforms),
/* harmony export */   qu: () => (/* binding */ matrixProblems)
/* harmony export */ });
/* unused harmony exports intersectPlatforms, MAX_LEGS */
/* harmony import */ var _checks_check_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3011);
/* harmony import */ var _platforms_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(9636);
/* harmony import */ var _runners_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(974);



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

/***/ 6191:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   LS: () => (/* binding */ mountAt),
/* harmony export */   PI: () => (/* binding */ isReadOnly),
/* harmony export */   qV: () => (/* binding */ parseMounts),
/* harmony export */   vI: () => (/* binding */ mountOf)
/* harmony export */ });
function parseMounts(text) {
    return text.split('\n').flatMap((line) => parseMount(line) ?? []);
}
function parseMount(line) {
    const fields = line.split(' ');
    const [id, , , , point, options] = fields;
    const separator = fields.indexOf('-', 6);
    const [type, source, superOptions] = separator === -1 ? [] : fields.slice(separator + 1);
    if (id === undefined || !/^\d{1,10}$/.test(id))
        return undefined;
    if (point === undefined || options === undefined || type === undefined || source === undefined)
        return undefined;
    return {
        id: Number(id),
        point: unescapeOctal(point),
        type,
        source: unescapeOctal(source),
        options: options.split(','),
        superOptions: (superOptions ?? '').split(','),
    };
}
function unescapeOctal(text) {
    return text.replace(/\\([0-3][0-7]{2})/g, (_, digits) => String.fromCharCode(Number.parseInt(digits, 8)));
}
function mountAt(mounts, path) {
    return mounts.findLast((mount) => mount.point === path);
}
function mountOf(mounts, path) {
    let best;
    for (const mount of mounts) {
        const inside = mount.point === '/' || path === mount.point || path.startsWith(`${mount.point}/`);
        if (inside && mount.point.length >= (best?.point.length ?? 0))
            best = mount;
    }
    return best;
}
function isReadOnly(mount) {
    return mount.options.includes('ro') || mount.superOptions.includes('ro');
}


/***/ }),

/***/ 1787:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   dY: () => (/* binding */ narrateChanges),
/* harmony export */   q3: () => (/* binding */ narrateInstalled),
/* harmony export */   yh: () => (/* binding */ narrateHost),
/* harmony export */   z0: () => (/* binding */ narrateDecisions)
/* harmony export */ });
/* harmony import */ var _facts_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(6426);
/* harmony import */ var _persist_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5805);
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4458);



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

/***/ 9649:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   EK: () => (/* binding */ unregistered),
/* harmony export */   ET: () => (/* binding */ obstacle),
/* harmony export */   Ep: () => (/* binding */ conclude),
/* harmony export */   JM: () => (/* binding */ notOffered),
/* harmony export */   Rv: () => (/* binding */ unpersisted),
/* harmony export */   T9: () => (/* binding */ waive),
/* harmony export */   W8: () => (/* binding */ addEarlier),
/* harmony export */   cu: () => (/* binding */ unremoved),
/* harmony export */   dJ: () => (/* binding */ notTakenOver),
/* harmony export */   fS: () => (/* binding */ summarise),
/* harmony export */   g$: () => (/* binding */ tooLarge),
/* harmony export */   gm: () => (/* binding */ unproven),
/* harmony export */   lG: () => (/* binding */ wrongRules),
/* harmony export */   sJ: () => (/* binding */ listRules),
/* harmony export */   wW: () => (/* binding */ explainRequests),
/* harmony export */   x5: () => (/* binding */ refusal)
/* harmony export */ });
/* harmony import */ var _checks_check_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3011);
/* harmony import */ var _checks_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1199);
/* harmony import */ var _matrix_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(356);
/* harmony import */ var _persist_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(5805);
/* harmony import */ var _platforms_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(9636);
/* harmony import */ var _preparation_js__WEBPACK_IMPORTED_MODULE_9__ = __nccwpck_require__(9124);
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(4458);
/* harmony import */ var _report_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(6459);
/* harmony import */ var _rules_js__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(1214);
/* harmony import */ var _verdict_js__WEBPACK_IMPORTED_MODULE_8__ = __nccwpck_require__(6992);










function obstacle(facts, inputs) {
    const what = 'register handlers';
    const finding = (0,_checks_js__WEBPACK_IMPORTED_MODULE_1__/* .changeObstacle */ .Ub)(facts);
    if (finding !== undefined)
        return (0,_checks_js__WEBPACK_IMPORTED_MODULE_1__/* .asProblem */ .gr)(finding, what);
    if (inputs.autoload || (0,_preparation_js__WEBPACK_IMPORTED_MODULE_9__/* .planPreparation */ .X)(facts).length === 0)
        return undefined;
    return new _problem_js__WEBPACK_IMPORTED_MODULE_5__/* .SetupProblem */ .DN({
        id: 'SB009',
        kind: 'host',
        what,
        cause: `binfmt_misc is not mounted (${facts.table.state}), and autoload is off`,
        remedy: 'Mount it before this step, or set autoload to true',
    });
}
function tooLarge(problems) {
    if (problems.length === 0)
        return undefined;
    return new _problem_js__WEBPACK_IMPORTED_MODULE_5__/* .SetupProblem */ .DN({
        id: 'SB012',
        kind: 'input',
        what: 'make a matrix of these platforms',
        cause: problems.join('; '),
        remedy: 'Ask for fewer platforms',
    });
}
function refusal(decisions) {
    const refused = decisions.filter(({ action }) => action === 'refuse');
    if (refused.length === 0)
        return undefined;
    return new _problem_js__WEBPACK_IMPORTED_MODULE_5__/* .SetupProblem */ .DN({
        id: 'SB010',
        kind: 'unproven',
        what: 'take over what others registered',
        cause: refused.map(({ target, reason }) => `${target.arch}: ${reason}`).join('; '),
        remedy: 'Set on-conflict to repair or replace, or remove these entries',
    });
}
function wrongRules(problems) {
    if (problems.length === 0)
        return undefined;
    return new _problem_js__WEBPACK_IMPORTED_MODULE_5__/* .SetupProblem */ .DN({
        id: 'SB085',
        kind: 'input',
        what: 'register the rules',
        cause: problems.join('; '),
        remedy: 'Correct the rules, or set on-conflict to replace where a name is taken',
    });
}
function unregistered(rules, applied) {
    const absent = rules.filter(({ registered }) => !registered);
    if (absent.length === 0)
        return undefined;
    const reasons = absent.map(({ name }) => applied.rules?.find((rule) => rule.name === name)?.problem ?? `rule ${name} was not tried`);
    return new _problem_js__WEBPACK_IMPORTED_MODULE_5__/* .SetupProblem */ .DN({
        id: 'SB086',
        kind: 'unproven',
        what: `register ${absent.map(({ name }) => name).join(', ')}`,
        cause: reasons.join('; '),
        remedy: 'Correct the rules, or run this step as root or with sudo',
    });
}
function unremoved(problems) {
    if (problems.length === 0)
        return undefined;
    return new _problem_js__WEBPACK_IMPORTED_MODULE_5__/* .SetupProblem */ .DN({
        id: 'SB087',
        kind: 'unproven',
        what: 'leave the table as it was asked for',
        cause: problems.join('; '),
        remedy: 'Look at these entries, and remove or register them yourself if they are to go or to stay',
    });
}
function unpersisted(inputs, verdicts, persisted) {
    if (!inputs.persist)
        return undefined;
    const answering = inputs.platforms.flatMap(({ arch }) => verdicts.get(arch)?.entry ?? []);
    const lost = [...new Set(answering)].filter((entry) => !persisted.some((rule) => (0,_rules_js__WEBPACK_IMPORTED_MODULE_7__/* .isRuleOf */ .Cz)(rule, entry)));
    const rules = inputs.rules.filter((rule) => !persisted.some(({ name }) => name === rule.name));
    const names = [...lost, ...rules].map(({ name }) => (0,_problem_js__WEBPACK_IMPORTED_MODULE_5__/* .printable */ .g$)(name, 60));
    if (names.length === 0)
        return undefined;
    const foreign = lost.filter(({ interpreter }) => !(0,_persist_js__WEBPACK_IMPORTED_MODULE_3__/* .isPersistent */ .sv)(interpreter));
    return new _problem_js__WEBPACK_IMPORTED_MODULE_5__/* .SetupProblem */ .DN({
        id: 'SB088',
        kind: 'unproven',
        what: `keep ${names.join(', ')} over a reboot`,
        cause: foreign.length > 0
            ? `${foreign.map(({ name, interpreter }) => `${(0,_problem_js__WEBPACK_IMPORTED_MODULE_5__/* .printable */ .g$)(name, 60)} runs ${(0,_problem_js__WEBPACK_IMPORTED_MODULE_5__/* .printable */ .g$)(interpreter ?? 'a handler that is no file', 200)}`).join('; ')}, which is not ours to keep`
            : 'it is not in the fragment that was written',
        remedy: 'Set on-conflict to replace, so that handlers of our own take their place',
    });
}
function listRules(rules, entries) {
    return rules.map((rule) => ({
        name: rule.name,
        interpreter: (0,_problem_js__WEBPACK_IMPORTED_MODULE_5__/* .printable */ .g$)(rule.interpreter, 300),
        registered: entries.some((entry) => entry.enabled && (0,_rules_js__WEBPACK_IMPORTED_MODULE_7__/* .isRuleOf */ .Cz)(rule, entry)),
    }));
}
function summarise(applied) {
    const written = [...applied.installed, ...(applied.rules ?? [])].filter(({ changed }) => changed);
    const registered = written.map(({ name }) => name);
    const removed = [...applied.removed, ...applied.installed.flatMap(({ replaced }) => replaced)];
    const restored = applied.restored ?? [];
    return {
        registered: [...registered, ...restored],
        removed,
        changed: applied.persisted === true ||
            applied.prepared.length + registered.length + removed.length + restored.length > 0,
        outdated: applied.outdated ?? false,
    };
}
const DAMAGED = 'SB046';
function addEarlier({ registered = [], removed = [], changed = false, findings = [] }, material) {
    return {
        ...material,
        registered: [...new Set([...registered, ...material.registered])],
        removed: [...new Set([...removed, ...material.removed])],
        changed: changed || material.changed,
        findings: [...material.findings, ...findings.filter(({ id }) => id === DAMAGED)],
    };
}
function explainRequests(requests, missing, applied, verdicts) {
    return requests.map((request) => {
        const { arch } = request.platform;
        if (request.action !== 'install' || (0,_verdict_js__WEBPACK_IMPORTED_MODULE_8__/* .isProven */ .nn)(verdicts.get(arch)))
            return request;
        const failed = applied.installed.find((one) => one.arch === arch)?.problem;
        const absent = missing.find((one) => one.arch === arch)?.reason;
        return { ...request, failure: failed ?? absent ?? applied.problems[0] ?? 'nothing was done' };
    });
}
function notTakenOver(requests, missing, applied, verdicts) {
    const lines = requests.flatMap(({ platform: { arch }, action }) => {
        const verdict = verdicts.get(arch);
        if (action !== 'install' || !(0,_verdict_js__WEBPACK_IMPORTED_MODULE_8__/* .isProven */ .nn)(verdict))
            return [];
        const failed = applied.installed.find((one) => one.arch === arch)?.problem;
        const reason = failed ?? missing.find((one) => one.arch === arch)?.reason;
        const runner = verdict?.entry === undefined ? 'this host' : (0,_problem_js__WEBPACK_IMPORTED_MODULE_5__/* .printable */ .g$)(verdict.entry.name, 60);
        return reason === undefined ? [] : [`${arch} is still run by ${runner}: ${reason}`];
    });
    return [...new Set(lines)];
}
function unproven(rows, problems, { tableReady, strict }) {
    const failed = rows.filter(({ proven }) => !proven);
    if (failed.length === 0)
        return undefined;
    const reasons = failed.map(({ platform, reason }) => `${platform}: ${reason}`);
    return new _problem_js__WEBPACK_IMPORTED_MODULE_5__/* .SetupProblem */ .DN({
        id: 'SB011',
        kind: tableReady ? 'unproven' : 'host',
        what: `prove ${failed.map(({ platform }) => platform).join(', ')}`,
        cause: (problems.length > 0 ? problems : reasons).join('; '),
        remedy: `Run the doctor for more${strict ? ', or set strict to false to go on without' : ''}`,
    });
}
function notOffered(absent) {
    if (absent.length === 0)
        return undefined;
    const names = absent.map(_platforms_js__WEBPACK_IMPORTED_MODULE_4__/* .formatPlatform */ .Bq).join(', ');
    return new _problem_js__WEBPACK_IMPORTED_MODULE_5__/* .SetupProblem */ .DN({
        id: 'SB011',
        kind: 'unproven',
        what: `prove ${names}`,
        cause: 'the image that matrix-from names does not have it',
        remedy: 'Ask for platforms that the image has, or for all',
    });
}
function conclude(material, { platforms, strict }, planned, problem) {
    const { matrix, missing } = (0,_matrix_js__WEBPACK_IMPORTED_MODULE_2__/* .keepRunnable */ .b$)(planned, (0,_report_js__WEBPACK_IMPORTED_MODULE_6__/* .provenPlatforms */ .L)(platforms, material));
    if (problem === undefined)
        return { ...material, matrix };
    if (strict)
        return { ...material, matrix, problem };
    const waived = waive({ ...material, matrix }, problem);
    if (missing.length === 0)
        return waived;
    const note = `The matrix leaves out ${(0,_checks_check_js__WEBPACK_IMPORTED_MODULE_0__/* .listed */ .KE)(missing)}: not proven here, and to be emulated on the runner of the leg.`;
    return { ...waived, notes: [...waived.notes, note] };
}
function waive(material, { id, what, reason, remedy }) {
    const warning = {
        id,
        severity: 'warning',
        title: `cannot ${what}`,
        evidence: `cannot ${what}: ${reason}`,
        remedy,
        commands: [],
        link: (0,_checks_check_js__WEBPACK_IMPORTED_MODULE_0__/* .linkOf */ .IJ)(id),
    };
    return { ...material, waived: true, findings: [warning, ...material.findings] };
}


/***/ }),

/***/ 5805:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
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
/* harmony import */ var _rules_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1214);

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
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
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
/* harmony import */ var _binfmt_misc_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5162);
/* harmony import */ var _elf_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(2956);
/* harmony import */ var _facts_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(6426);
/* harmony import */ var _persist_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(5805);
/* harmony import */ var _platforms_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(9636);
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(4458);
/* harmony import */ var _verdict_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(6992);







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

/***/ 9636:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  dz: () => (/* binding */ CONTAINER_ARCHITECTURES),
  dW: () => (/* binding */ TARGETS),
  jA: () => (/* binding */ architectureNamed),
  Bq: () => (/* binding */ formatPlatform),
  BM: () => (/* binding */ nativeArchitecture),
  FL: () => (/* binding */ parsePlatform),
  Wt: () => (/* binding */ platformsOf),
  tF: () => (/* binding */ slugOf),
  $r: () => (/* binding */ targetOf),
  QR: () => (/* binding */ targetsOf)
});

;// CONCATENATED MODULE: ./lib/core/nearest.js
const LONGEST = 40;
const SWAP = 0.75;
function nearestWord(word, known) {
    if (word.length > LONGEST)
        return undefined;
    let best;
    for (const candidate of known) {
        if (candidate === word)
            return word;
        const allowed = Math.floor(Math.max(word.length, candidate.length) / 3);
        if (Math.abs(word.length - candidate.length) > allowed)
            continue;
        const edits = editsBetween(word, candidate);
        if (edits <= allowed && (best === undefined || edits < best.edits))
            best = { word: candidate, edits };
    }
    return best?.word;
}
function editsBetween(a, b) {
    let beforeLast = [];
    let last = Array.from({ length: b.length + 1 }, (_, column) => column);
    for (let row = 1; row <= a.length; row++) {
        const current = [row];
        for (let column = 1; column <= b.length; column++) {
            const same = a[row - 1] === b[column - 1];
            const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
            current.push(Math.min(at(last, column) + 1, at(current, column - 1) + 1, at(last, column - 1) + (same ? 0 : 1), swapped ? at(beforeLast, column - 2) + SWAP : Number.POSITIVE_INFINITY));
        }
        beforeLast = last;
        last = current;
    }
    return at(last, b.length);
}
function at(row, column) {
    return row[column];
}

;// CONCATENATED MODULE: ./lib/core/probe-code.js
const PROBE_CODE = {
    '386': {
        flags: 0x0,
        code: 'b804000000bb01000000e8000000005981c118000000ba0a000000cd80b8010000008b1c24cd80',
    },
    amd64: { flags: 0x0, code: 'b801000000bf01000000488d3511000000ba0a0000000f05b83c0000008b3c240f05' },
    arm64: { flags: 0x0, code: '200080d2e1000010420180d2080880d2010000d4e00340f9a80b80d2010000d4' },
    arm64be: { flags: 0x0, code: '200080d2e1000010420180d2080880d2010000d4e00340f9a80b80d2010000d4' },
    arm: { flags: 0x5000000, code: '0100a0e314108fe20a20a0e30470a0e3000000ef00009de50170a0e3000000ef' },
    armbe: { flags: 0x5800000, code: '0100a0e314108fe20a20a0e30470a0e3000000ef00009de50170a0e3000000ef' },
    riscv64: { flags: 0x0, code: '1305100097050000938505021306a0009308000473000000033501009308d00573000000' },
    riscv32: { flags: 0x0, code: '1305100097050000938505021306a0009308000473000000032501009308d00573000000' },
    ppc64le: {
        flags: 0x2,
        code: '040000380100603805009f42a602887c1c0084380a00a0380200004401000038000061e802000044',
    },
    ppc64: {
        flags: 0x2,
        code: '3800000438600001429f00057c8802a63884001c38a0000a4400000238000001e861000044000002',
    },
    ppc: {
        flags: 0x0,
        code: '3800000438600001429f00057c8802a63884001c38a0000a44000002380000018061000044000002',
    },
    s390x: { flags: 0x0, code: 'a7290001c0300000000aa749000a0a04e320f00000040a01' },
    mips: {
        flags: 0x50001000,
        code: '24020fa4041100012404000127e500182406000a0000000c24020fa18fa400000000000c',
    },
    mipsle: {
        flags: 0x50001000,
        code: 'a40f022401001104010004241800e5270a0006240c000000a10f02240000a48f0c000000',
    },
    mips64: {
        flags: 0x60000000,
        code: '24021389041100012404000167e500182406000a0000000c240213c2dfa400000000000c',
    },
    mips64le: {
        flags: 0x60000000,
        code: '8913022401001104010004241800e5670a0006240c000000c21302240000a4df0c000000',
    },
    mips64p32: {
        flags: 0x60000020,
        code: '24021771041100012404000127e500182406000a0000000c240217aa8fa400000000000c',
    },
    mips64p32le: {
        flags: 0x60000020,
        code: '7117022401001104010004241800e5270a0006240c000000aa1702240000a48f0c000000',
    },
    loong64: { flags: 0x43, code: '04048002e5000018062880020b00810200002b006400c0280b74810200002b00' },
    sparc64: { flags: 0x0, code: '40000002901020019203e0249410200a8210200491d0206dd05ba87f8210200191d0206d' },
    sparc: { flags: 0x0, code: '40000002901020019203e0249410200a8210200491d02010d003a0408210200191d02010' },
    sparc32plus: {
        flags: 0x100,
        code: '40000002901020019203e0249410200a8210200491d02010d003a0408210200191d02010',
    },
    m68k: { flags: 0x0, code: '7004720141fa000e2408760a4e40700122174e40' },
    sh4: { flags: 0x9, code: '04c704e301e403650ae613c301e3f26411c30900' },
    sh4eb: { flags: 0x9, code: 'c704e304e4016503e60ac313e30164f2c3110009' },
    alpha: { flags: 0x0, code: '04001f2001001f22000020c2180031220a005f228300000001001f2000001ea683000000' },
    hppa: {
        flags: 0x210,
        code: '08190243341a0002eb200000d7201c1e3739003834180014e4008200341400080803025ae400820034140002',
    },
    hexagon: { flags: 0x67, code: '20c0007801ce496a42c1007806c8007804c0005400c09d91a6cb007804c00054' },
    xtensa: { flags: 0x300, code: '0500000032c01962a00142a00a22a00d00500062210022a076005000' },
    xtensaeb: { flags: 0x300, code: '50000000230c19260a01240a0a220a0d000500261200220a76000500' },
    cris: { flags: 0x0, code: '449241a276b94ac23de941926eaa3de9' },
    microblaze: {
        flags: 0x0,
        code: '30a0000194c0800030c6002030e0000a31800004b9cc0008e8a1000031800001b9cc0008',
    },
    microblazeel: {
        flags: 0x0,
        code: '0100a0300080c0942000c6300a00e030040080310800ccb90000a1e8010080310800ccb9',
    },
    nios2: { flags: 0x0, code: '440000013ae00a000407402984028001041080003a683b00170000d9441780003a683b00' },
    or1k: {
        flags: 0x0,
        code: '9c60000104000002150000009c89001c9ca0000a9d60004020000001846100009d60005d20000001',
    },
};

;// CONCATENATED MODULE: ./lib/core/platforms.js


const SYSTEM = 'linux';
const EM_MIPS = 8;
const MIPS_N32 = 0x20;
const ARM_VARIANTS = new Map([
    ['armhf', 'v7'],
    ['armel', 'v6'],
    ['armv5', 'v5'],
    ['armv5l', 'v5'],
    ['armv5tel', 'v5'],
    ['armv5tejl', 'v5'],
    ['armv6', 'v6'],
    ['armv6l', 'v6'],
    ['armv7', 'v7'],
    ['armv7a', 'v7'],
    ['armv7l', 'v7'],
    ['armv7hl', 'v7'],
    ['armv8l', 'v7'],
    ['arm32', 'v7'],
    ['arm32v5', 'v5'],
    ['arm32v6', 'v6'],
    ['arm32v7', 'v7'],
]);
const TARGETS = [
    target('amd64', 'x86_64', 64, 'little', 62, 'x86-64 x64'),
    target('arm64', 'aarch64', 64, 'little', 183, 'arm64v8 armv8'),
    target('riscv64', 'riscv64', 64, 'little', 243, 'riscv64gc'),
    target('ppc64le', 'ppc64le', 64, 'little', 21, 'ppc64el powerpc64le powerpc64el'),
    target('s390x', 's390x', 64, 'big', 22, ''),
    target('386', 'i386', 32, 'little', 3, 'i486 i586 i686 x86 ia32'),
    target('mips64le', 'mips64el', 64, 'little', 8, ''),
    target('mips64', 'mips64', 64, 'big', 8, ''),
    target('loong64', 'loongarch64', 64, 'little', 258, ''),
    target('arm', 'arm', 32, 'little', 40, Array.from(ARM_VARIANTS.keys()).join(' ')),
    target('arm64be', 'aarch64_be', 64, 'big', 183, ''),
    target('armbe', 'armeb', 32, 'big', 40, 'armv7b'),
    target('riscv32', 'riscv32', 32, 'little', 243, ''),
    target('ppc64', 'ppc64', 64, 'big', 21, 'powerpc64'),
    target('ppc', 'ppc', 32, 'big', 20, 'powerpc'),
    target('mips', 'mips', 32, 'big', 8, ''),
    target('mipsle', 'mipsel', 32, 'little', 8, ''),
    target('mips64p32', 'mipsn32', 32, 'big', 8, ''),
    target('mips64p32le', 'mipsn32el', 32, 'little', 8, ''),
    target('sparc64', 'sparc64', 64, 'big', 43, ''),
    target('sparc', 'sparc', 32, 'big', 2, ''),
    target('sparc32plus', 'sparc32plus', 32, 'big', 18, ''),
    target('m68k', 'm68k', 32, 'big', 4, ''),
    target('sh4', 'sh4', 32, 'little', 42, ''),
    target('sh4eb', 'sh4eb', 32, 'big', 42, ''),
    target('alpha', 'alpha', 64, 'little', 0x9026, ''),
    target('hppa', 'hppa', 32, 'big', 15, 'parisc'),
    target('hexagon', 'hexagon', 32, 'little', 164, ''),
    target('xtensa', 'xtensa', 32, 'little', 94, ''),
    target('xtensaeb', 'xtensaeb', 32, 'big', 94, ''),
    target('cris', 'cris', 32, 'little', 76, ''),
    target('microblaze', 'microblaze', 32, 'big', 0xbaab, ''),
    target('microblazeel', 'microblazeel', 32, 'little', 0xbaab, ''),
    target('nios2', 'nios2', 32, 'little', 113, ''),
    target('or1k', 'or1k', 32, 'big', 92, 'openrisc'),
];
const CONTAINER_ARCHITECTURES = TARGETS.slice(0, 10).map(({ arch }) => arch);
const BY_ARCHITECTURE = new Map(TARGETS.map((each) => [each.arch, each]));
const WORDS = new Map([
    ...TARGETS.map(({ arch }) => [arch, arch]),
    ...TARGETS.flatMap(({ arch, aliases }) => aliases.map((alias) => [alias, arch])),
]);
function target(arch, qemu, bits, endian, machine, otherNames) {
    const probe = PROBE_CODE[arch];
    const names = [qemu, ...otherNames.split(' ')].filter((name) => name !== arch && name !== '');
    const elf = { bits, endian, machine };
    return { arch, qemu, elf, aliases: names, offset: 0, ...identify(elf, probe.flags), probe };
}
function identify(elf, flags) {
    const { bits, endian, machine } = elf;
    const number = (value, bytes) => {
        const digits = value.toString(16).padStart(bytes * 2, '0');
        return endian === 'big' ? digits : digits.match(/../g).reverse().join('');
    };
    const ident = `7f454c46${bits === 64 ? '02' : '01'}${endian === 'little' ? '01' : '02'}01${'00'.repeat(9)}`;
    const magic = ident + number(2, 2) + number(machine, 2);
    const mask = 'ff'.repeat(7) + '00'.repeat(9) + number(0xfffe, 2) + number(0xffff, 2);
    if (machine !== EM_MIPS || bits === 64)
        return { magic, mask };
    const addresses = '00'.repeat(12);
    return {
        magic: magic + number(1, 4) + addresses + number(flags & MIPS_N32, 4),
        mask: mask + number(0xffffffff, 4) + addresses + number(MIPS_N32, 4),
    };
}
function targetOf(arch) {
    return BY_ARCHITECTURE.get(arch);
}
function targetsOf(architectures) {
    return [...new Set(architectures)].flatMap((arch) => targetOf(arch) ?? []);
}
function parsePlatform(text) {
    const parts = text.toLowerCase().split('/');
    const [first = ''] = parts;
    const hasSystem = parts.length > 1 && (first === SYSTEM || knownWord(first) === undefined);
    const [word = '', variant, ...rest] = hasSystem ? parts.slice(1) : parts;
    const system = hasSystem ? first : SYSTEM;
    const known = knownWord(word);
    if (known === undefined || rest.length > 0 || nearestWord(system, [SYSTEM]) === undefined) {
        return { unknown: text };
    }
    const [name, arch] = known;
    const implied = ARM_VARIANTS.get(name);
    const platform = name === word && system === SYSTEM ? normalise(arch, implied ?? variant) : undefined;
    return platform ?? { unknown: text, nearest: formatPlatform({ arch, ...variantFor(arch, implied) }) };
}
function architectureNamed(word) {
    return WORDS.get(word);
}
function knownWord(word) {
    const name = WORDS.has(word) ? word : nearestWord(word, WORDS.keys());
    const arch = name === undefined ? undefined : WORDS.get(name);
    return name === undefined || arch === undefined ? undefined : [name, arch];
}
function normalise(arch, variant) {
    if (variant === undefined || arch === '386')
        return { arch, ...variantFor(arch, undefined) };
    const number = /^v?([1-9](?:\.[0-9])?)$/.exec(variant)?.[1]?.replace('.0', '');
    if (number === undefined || VARIANTS.get(arch)?.test(number) !== true)
        return undefined;
    return { arch, ...variantFor(arch, `v${number}`) };
}
const VARIANTS = new Map([
    ['amd64', /^[1-4]$/],
    ['arm', /^[5-8]$/],
    ['arm64', /^(?:8(?:\.[1-9])?|9(?:\.[1-7])?)$/],
]);
function variantFor(arch, variant) {
    const written = arch === 'arm' ? (variant ?? 'v7') : variant;
    const isBase = (arch === 'amd64' && written === 'v1') || (arch === 'arm64' && written === 'v8');
    return written === undefined || isBase ? {} : { variant: written };
}
function formatPlatform(platform) {
    return [SYSTEM, platform.arch, ...(platform.variant === undefined ? [] : [platform.variant])].join('/');
}
function slugOf(platform) {
    return formatPlatform(platform).replaceAll('/', '-');
}
function platformsOf(arch, level = 1) {
    if (arch === 'arm')
        return ['v7', 'v6'].map((variant) => ({ arch, variant }));
    if (arch !== 'amd64')
        return [{ arch }];
    return [{ arch }, ...['v2', 'v3', 'v4'].slice(0, level - 1).map((variant) => ({ arch, variant }))];
}
const NODE_NAMES = new Map([
    ['x64', { little: 'amd64', big: 'amd64' }],
    ['ia32', { little: '386', big: '386' }],
    ['arm', { little: 'arm', big: 'armbe' }],
    ['arm64', { little: 'arm64', big: 'arm64be' }],
    ['ppc64', { little: 'ppc64le', big: 'ppc64' }],
    ['mipsel', { little: 'mipsle', big: 'mipsle' }],
    ['mips64el', { little: 'mips64le', big: 'mips64le' }],
]);
function nativeArchitecture(nodeArch, endian) {
    const known = NODE_NAMES.get(nodeArch)?.[endian];
    return known ?? BY_ARCHITECTURE.get(nodeArch)?.arch;
}


/***/ }),

/***/ 9124:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ planPreparation)
/* harmony export */ });
function planPreparation(facts) {
    switch (facts.table.state) {
        case 'not-loaded':
            return ['load-module', 'mount'];
        case 'autofs':
        case 'not-mounted':
            return ['mount'];
        default:
            return [];
    }
}


/***/ }),

/***/ 4458:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   A3: () => (/* binding */ reasonOf),
/* harmony export */   DN: () => (/* binding */ SetupProblem),
/* harmony export */   TN: () => (/* binding */ oneLine),
/* harmony export */   UQ: () => (/* binding */ errnoOf),
/* harmony export */   em: () => (/* binding */ sentence),
/* harmony export */   g$: () => (/* binding */ printable),
/* harmony export */   g5: () => (/* binding */ asMarkdown)
/* harmony export */ });
const EXIT_CODES = { unproven: 1, input: 2, host: 3 };
class SetupProblem extends Error {
    id;
    kind;
    what;
    reason;
    remedy;
    constructor(text, options) {
        super(`Cannot ${text.what}: ${sentence(text.cause)} ${sentence(text.remedy)}`, options);
        this.name = 'SetupProblem';
        this.id = text.id;
        this.kind = text.kind;
        this.what = text.what;
        this.reason = text.cause;
        this.remedy = text.remedy;
    }
    get exitCode() {
        return EXIT_CODES[this.kind];
    }
}
function sentence(text) {
    const trimmed = text.trimEnd();
    return /[.!?]$/.test(trimmed) ? trimmed : `${trimmed}.`;
}
const ESCAPE_SEQUENCE = /\u001b(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)?|[@-Z\\-_])/g;
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+/g;
function printable(text, limit = 300) {
    const flat = oneLine(text.slice(0, limit * 8))
        .replace(/ {2,}/g, ' ')
        .trim();
    return flat.length > limit ? wellFormed(`${flat.slice(0, limit - 1)}…`) : flat;
}
function oneLine(text) {
    const flat = text
        .replace(ESCAPE_SEQUENCE, ' ')
        .replace(CONTROL, ' ')
        .replace(/:{2,}/g, (run) => Array.from(run).join(' '))
        .replace(/##\[/g, '# # [');
    return wellFormed(flat);
}
function wellFormed(text) {
    return text.replace(/\p{Surrogate}/gu, '\ufffd');
}
function asMarkdown(text) {
    return printable(text, 600).replace(/[|<>`\\*_[\]]/g, (letter) => `\\${letter}`);
}
function reasonOf(thrown) {
    return printable(thrown instanceof Error ? thrown.message : String(thrown));
}
function errnoOf(thrown) {
    if (thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'string')
        return thrown.code;
    return undefined;
}


/***/ }),

/***/ 7628:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
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

/***/ 6212:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   DG: () => (/* binding */ isLive),
/* harmony export */   Hh: () => (/* binding */ parseRecord),
/* harmony export */   Lj: () => (/* binding */ parseStartTime),
/* harmony export */   PI: () => (/* binding */ STATE_ROOT),
/* harmony export */   Pk: () => (/* binding */ isRunId),
/* harmony export */   QM: () => (/* binding */ parseLease),
/* harmony export */   Vb: () => (/* binding */ nameOf),
/* harmony export */   _z: () => (/* binding */ LEASE_WITH_HOLDER_MS),
/* harmony export */   eD: () => (/* binding */ formatChange),
/* harmony export */   gI: () => (/* binding */ LEASE_ALONE_MS),
/* harmony export */   jN: () => (/* binding */ partRecord),
/* harmony export */   pv: () => (/* binding */ beginOf),
/* harmony export */   xR: () => (/* binding */ entriesInUse),
/* harmony export */   y_: () => (/* binding */ pin)
/* harmony export */ });
/* unused harmony export ruleFromJson */
/* harmony import */ var _binfmt_misc_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5162);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(8171);
/* harmony import */ var _rules_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1214);



const STATE_ROOT = '/run/setup-binfmt';
function isRunId(text) {
    return (typeof text === 'string' && /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(text));
}
function formatChange(change) {
    return `\n${JSON.stringify(change)}\n`;
}
function parseRecord(text) {
    return text.split('\n').flatMap((line) => readChange(line) ?? []);
}
function readChange(line) {
    const value = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .parseObject */ .l)(line);
    switch (value?.kind) {
        case 'load-module':
        case 'undo':
            return { kind: value.kind };
        case 'begin':
            return typeof value.at === 'number' ? { kind: 'begin', at: value.at } : undefined;
        case 'mount':
        case 'copy':
            return isPath(value.path) ? { kind: value.kind, path: value.path } : undefined;
        case 'remove':
            return isName(value.name) ? { kind: 'remove', name: value.name } : undefined;
        case 'put': {
            const entry = readPinned(value.entry);
            return entry === undefined ? undefined : { kind: 'put', entry };
        }
        case 'table':
            return Array.isArray(value.entries)
                ? { kind: 'table', entries: value.entries.flatMap((entry) => readPinned(entry) ?? []) }
                : undefined;
        case 'register': {
            const rule = ruleFromJson(value.rule);
            return rule === undefined ? undefined : { kind: 'register', rule };
        }
        case 'write': {
            const { path, before, after } = value;
            return isPath(path) && isText(before) && isText(after)
                ? { kind: 'write', path, before, after }
                : undefined;
        }
        default:
            return undefined;
    }
}
function readPinned(value) {
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .G)(value) || !isName(value.name) || typeof value.text !== 'string')
        return undefined;
    return { name: value.name, text: value.text };
}
function ruleFromJson(value) {
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .G)(value) || !(0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .G)(value.match) || !isName(value.name))
        return undefined;
    const { name, interpreter, flags } = value;
    const { kind, offset, magic, mask, extension } = value.match;
    if (typeof interpreter !== 'string' || typeof flags !== 'string')
        return undefined;
    const bytes = kind === 'extension'
        ? `extension .${String(extension)}\n`
        : `offset ${String(offset)}\nmagic ${String(magic)}\n${mask === undefined ? '' : `mask ${String(mask)}\n`}`;
    return (0,_rules_js__WEBPACK_IMPORTED_MODULE_1__/* .ruleOfEntry */ .Ek)((0,_binfmt_misc_js__WEBPACK_IMPORTED_MODULE_0__/* .parseEntry */ .ER)(name, `enabled\ninterpreter ${interpreter}\nflags: ${flags}\n${bytes}`));
}
function isName(value) {
    return (typeof value === 'string' && value.length <= 255 && !/^(?:|\.|\.\.|status|register)$|[/\0]/.test(value));
}
function isPath(value) {
    return typeof value === 'string' && /^\/[^\0]*$/.test(value);
}
function isText(value) {
    return typeof value === 'string' || value === null;
}
function beginOf(record) {
    const begin = record.find((change) => change.kind === 'begin');
    return begin?.kind === 'begin' ? begin.at : 0;
}
function nameOf(change) {
    if (change.kind === 'register')
        return change.rule.name;
    if (change.kind === 'put')
        return change.entry.name;
    return change.kind === 'remove' ? change.name : undefined;
}
function partRecord(record, waiting) {
    const isLeft = (change) => waiting.includes(nameOf(change) ?? '');
    const isGeneral = (change) => nameOf(change) === undefined && change.kind !== 'write' && change.kind !== 'copy';
    return {
        left: waiting.length === 0 ? [] : record.filter((change) => isLeft(change) || isGeneral(change)),
        undone: record.filter((change) => !isLeft(change)),
    };
}
const LEASE_WITH_HOLDER_MS = 5 * 24 * 3_600_000;
const LEASE_ALONE_MS = 6 * 3_600_000;
function parseLease(text) {
    const value = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .parseObject */ .l)(text);
    if (value === undefined || !isRunId(value.run) || typeof value.expires !== 'number')
        return undefined;
    if (!Array.isArray(value.entries))
        return undefined;
    const { holder } = value;
    const known = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .G)(holder) && typeof holder.pid === 'number' && typeof holder.started === 'string'
        ? { holder: { pid: holder.pid, started: holder.started } }
        : {};
    return { run: value.run, entries: value.entries.filter(isName), expires: value.expires, ...known };
}
function isLive(lease, now, startedNow) {
    return now < lease.expires && (lease.holder === undefined || lease.holder.started === startedNow);
}
function parseStartTime(stat) {
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const started = fields[19];
    return started !== undefined && /^\d+$/.test(started) ? started : undefined;
}
function entriesInUse(leases, except) {
    return new Set(leases.filter(({ run }) => run !== except).flatMap(({ entries }) => entries));
}
function pin({ name, text }) {
    return { name, text };
}


/***/ }),

/***/ 3653:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ao: () => (/* binding */ planRemoval),
/* harmony export */   bK: () => (/* binding */ isQemuEntry),
/* harmony export */   c1: () => (/* binding */ decideAfterReset),
/* harmony export */   lg: () => (/* binding */ planReset)
/* harmony export */ });
/* harmony import */ var _persist_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5805);
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3658);
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(4458);
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(6212);
/* harmony import */ var _rules_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(1214);
/* harmony import */ var _verdict_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(6992);






function isQemuEntry({ name }) {
    return /^(?:qemu-|setup-binfmt-(?:trial|undo)-)/.test(name);
}
function planRemoval(asked, targets, entries, store, ownRules, persisted) {
    const chosen = new Set(asked.all ? entries.filter(isQemuEntry) : []);
    const refused = [];
    const notes = [];
    const known = [...ownRules, ...persisted];
    const isOwn = (entry) => isQemuEntry(entry) ||
        (0,_persist_js__WEBPACK_IMPORTED_MODULE_0__/* .isOwnHandler */ .XV)(entry.interpreter, store) ||
        known.some((rule) => (0,_rules_js__WEBPACK_IMPORTED_MODULE_4__/* .isRuleOf */ .Cz)(rule, entry));
    const choose = (found, what, kept) => {
        if (found.length === 0 && !kept)
            notes.push(`there is no entry for ${what}`);
        for (const entry of found) {
            if (isOwn(entry))
                chosen.add(entry);
            else
                refused.push(`entry ${(0,_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .printable */ .g$)(entry.name, 60)} was not registered by this program, and is not QEMU's`);
        }
    };
    for (const target of asked.all ? [] : targets) {
        const named = entries.filter(({ name }) => name === (0,_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .entryName */ .MB)(target));
        choose([...new Set([...(0,_verdict_js__WEBPACK_IMPORTED_MODULE_5__/* .claimants */ .tO)(entries, target).filter(isOwn), ...named])], target.arch, persisted.some(({ name }) => name === (0,_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .entryName */ .MB)(target)));
    }
    for (const name of asked.names) {
        const pattern = patternOf(name);
        const found = entries.filter((entry) => (pattern.test(entry.name) && (!name.includes('*') || isOwn(entry))) ||
            isHelperOf(name, entry, isOwn, known));
        choose(found, `"${(0,_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .printable */ .g$)(name, 60)}"`, persisted.some((rule) => pattern.test(rule.name)));
    }
    const forget = persisted.filter((rule) => (asked.all && isQemuEntry(rule)) ||
        targets.some((target) => rule.name === (0,_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .entryName */ .MB)(target)) ||
        asked.names.some((name) => patternOf(name).test(rule.name)));
    return { remove: [...chosen].map(_record_js__WEBPACK_IMPORTED_MODULE_3__/* .pin */ .y_), forget: forget.map(({ name }) => name), refused, notes };
}
function isHelperOf(name, entry, isOwn, known) {
    if (entry.name === `${name}.new` || entry.name === `${name}.keep`)
        return isOwn(entry);
    return (entry.name.startsWith('setup-binfmt-undo-') &&
        known.some((rule) => rule.name === name && (0,_rules_js__WEBPACK_IMPORTED_MODULE_4__/* .isRuleOf */ .Cz)({ ...rule, name: entry.name }, entry)));
}
function patternOf(name) {
    const parts = name.split('*').map((part) => part.replace(/[.+]/g, '\\$&'));
    return new RegExp(`^${parts.join('.*')}$`);
}
function decideAfterReset(targets, verdicts, entries, policy, store) {
    const rest = entries.filter((entry) => !isQemuEntry(entry));
    const voided = new Map([...verdicts].map(([arch, verdict]) => {
        const gone = verdict.entry !== undefined && isQemuEntry(verdict.entry);
        const reason = 'every qemu-* entry is reset';
        return [arch, gone ? { ...verdict, status: 'absent', reason } : verdict];
    }));
    return (0,_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .decide */ .LD)(targets, voided, rest, policy, store).map((decision) => {
        if (decision.action !== 'install')
            return decision;
        const old = (0,_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .replaceable */ .ll)(entries, decision.target).filter(isQemuEntry);
        return { ...decision, replaces: [...decision.replaces, ...old] };
    });
}
function planReset(entries, wanted, handlers, install) {
    const replaced = new Set(install.flatMap(({ replaces }) => replaces.map(({ name }) => name)));
    const kept = wanted
        .filter(({ target }) => !install.some(({ arch }) => arch === target.arch))
        .flatMap(({ target }) => {
        const claiming = (0,_verdict_js__WEBPACK_IMPORTED_MODULE_5__/* .claimants */ .tO)(entries, target);
        const hasHandler = handlers.some(({ arch }) => arch === target.arch);
        return hasHandler ? claiming.filter(({ enabled }) => enabled).slice(0, 1) : claiming;
    });
    return entries
        .filter((entry) => isQemuEntry(entry) && !replaced.has(entry.name) && !kept.includes(entry))
        .map(_record_js__WEBPACK_IMPORTED_MODULE_3__/* .pin */ .y_);
}


/***/ }),

/***/ 6459:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  tZ: () => (/* binding */ PLAIN),
  DC: () => (/* binding */ REPORT_SCHEMA),
  dO: () => (/* binding */ makeReport),
  L: () => (/* binding */ provenPlatforms),
  hF: () => (/* binding */ renderJson),
  Br: () => (/* binding */ renderSummary),
  S5: () => (/* binding */ renderText),
  x0: () => (/* binding */ reportPlatforms)
});

// EXTERNAL MODULE: ./lib/core/diagnosis.js
var core_diagnosis = __nccwpck_require__(364);
// EXTERNAL MODULE: ./lib/core/doctor-report.js
var doctor_report = __nccwpck_require__(3909);
// EXTERNAL MODULE: ./lib/core/entry-report.js
var entry_report = __nccwpck_require__(3360);
// EXTERNAL MODULE: ./lib/core/checks/check.js
var check = __nccwpck_require__(3011);
// EXTERNAL MODULE: ./lib/core/problem.js
var core_problem = __nccwpck_require__(4458);
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
var matrix = __nccwpck_require__(356);
// EXTERNAL MODULE: ./lib/core/platforms.js + 2 modules
var core_platforms = __nccwpck_require__(9636);
// EXTERNAL MODULE: ./lib/core/verdict.js
var core_verdict = __nccwpck_require__(6992);
;// CONCATENATED MODULE: ./lib/core/report.js








const REPORT_SCHEMA = 1;
function makeReport(material) {
    const { facts, problem, qemu, checks, diagnosis, findings } = material;
    const platforms = reportPlatforms(material);
    const healthy = checks === undefined
        ? problem === undefined && material.waived !== true && platforms.every(({ proven }) => proven)
        : findings.every(({ severity }) => severity !== 'error') &&
            (diagnosis === undefined || !(0,core_diagnosis/* blamesEmulation */.D)(diagnosis));
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

/***/ 6090:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
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

/***/ 1214:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Bg: () => (/* binding */ besideRule),
/* harmony export */   Cz: () => (/* binding */ isRuleOf),
/* harmony export */   DG: () => (/* binding */ ruleOfRegistration),
/* harmony export */   Ek: () => (/* binding */ ruleOfEntry),
/* harmony export */   JL: () => (/* binding */ rulesOverlap),
/* harmony export */   KW: () => (/* binding */ isLeftBehind),
/* harmony export */   NR: () => (/* binding */ parseRules),
/* harmony export */   UT: () => (/* binding */ formatRule),
/* harmony export */   b0: () => (/* binding */ ruleProblems),
/* harmony export */   iT: () => (/* binding */ parseRule),
/* harmony export */   tp: () => (/* binding */ escapeHex),
/* harmony export */   ub: () => (/* binding */ keepingRule)
/* harmony export */ });
/* unused harmony exports parseOwnRule, ruleLineProblems */
/* harmony import */ var _binfmt_misc_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5162);
/* harmony import */ var _elf_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(2956);
/* harmony import */ var _platforms_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(9636);
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(4458);
/* harmony import */ var _verdict_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(6992);





const HEADER_BYTES = 256;
const ELF_OSABI = 7;
const ELF_OSABI_GNU = 3;
const SCRIPTS = [
    '#!',
    ...['/bin/sh', '/bin/bash', '/usr/bin/perl', '/usr/bin/python3', '/usr/bin/env '].flatMap((path) => [
        `#!${path}\n`,
        `#! ${path}\n`,
    ]),
];
const DELIMITERS = [':', '|', ',', ';', '%'];
function ruleOfRegistration(registration) {
    const { name, interpreter, flags, offset, magic, mask } = registration;
    return {
        name,
        match: { kind: 'magic', offset, magic, ...(mask === undefined ? {} : { mask }) },
        interpreter,
        flags,
    };
}
function ruleOfEntry(entry) {
    const { name, match, interpreter, flags, unknown } = entry;
    if (match.kind === 'unknown' || interpreter === undefined || unknown.length > 0)
        return undefined;
    return /^[POCF]*$/.test(flags) ? { name, match, interpreter, flags } : undefined;
}
function isRuleOf(rule, entry) {
    const present = ruleOfEntry(entry);
    return (present !== undefined &&
        present.name === rule.name &&
        present.interpreter === rule.interpreter &&
        (0,_binfmt_misc_js__WEBPACK_IMPORTED_MODULE_0__/* .flagSet */ .lQ)(present.flags) === (0,_binfmt_misc_js__WEBPACK_IMPORTED_MODULE_0__/* .flagSet */ .lQ)(rule.flags) &&
        sameMatch(present.match, rule.match));
}
function sameMatch(a, b) {
    if (a.kind === 'extension' || b.kind === 'extension') {
        return a.kind === 'extension' && b.kind === 'extension' && a.extension === b.extension;
    }
    return (0,_binfmt_misc_js__WEBPACK_IMPORTED_MODULE_0__/* .sameMagic */ .Yu)(a, b);
}
function besideRule(rule) {
    return { ...rule, name: `${rule.name}.new` };
}
function keepingRule(rule) {
    return { ...rule, name: `${rule.name}.keep` };
}
function isLeftBehind(helper, entry, recorded) {
    const left = ruleOfEntry(entry);
    if (left === undefined || left.name !== helper.name)
        return false;
    return sameMatch(left.match, helper.match) || recorded.some((rule) => isRuleOf(rule, entry));
}
function rulesOverlap(a, b) {
    if (a.kind === 'magic' && b.kind === 'magic')
        return (0,_binfmt_misc_js__WEBPACK_IMPORTED_MODULE_0__/* .overlaps */ .$f)(a, b);
    return a.kind !== b.kind || sameMatch(a, b);
}
function formatRule(rule) {
    const { name, match, interpreter, flags } = rule;
    const fields = match.kind === 'magic'
        ? [name, 'M', String(match.offset), escapeHex(match.magic), escapeHex(match.mask ?? ''), interpreter]
        : [name, 'E', '', match.extension, '', interpreter];
    const delimiter = DELIMITERS.find((letter) => fields.every((field) => !field.includes(letter))) ?? '\t';
    return ['', ...fields, flags].join(delimiter);
}
function escapeHex(hex) {
    return hex.replace(/../g, '\\x$&');
}
function parseRules(text, problems, parse = parseOwnRule) {
    const rules = [];
    for (const [index, raw] of text.split('\n').entries()) {
        const line = raw.trim();
        if (line === '' || /^[#;]/.test(line))
            continue;
        const parsed = parse(line);
        const found = Array.isArray(parsed) ? parsed : [];
        const rule = Array.isArray(parsed) ? undefined : parsed;
        if (rule !== undefined && rules.some(({ name }) => name === rule.name))
            found.push('its name occurs twice');
        problems.push(...found.map((problem) => `rules, line ${index + 1}: ${problem}`));
        if (rule !== undefined && found.length === 0)
            rules.push(rule);
    }
    return rules;
}
function parseRule(line) {
    const delimiter = line.charAt(0);
    if (!/^[^\w\s/\\.+-]$/.test(delimiter))
        return ['it does not begin with a delimiter such as ":"'];
    const fields = line.split(delimiter);
    if (fields.length !== 8) {
        return [
            `it has ${fields.length - 1} fields, and 7 is what it takes (:name:type:offset:magic:mask:interpreter:flags)`,
        ];
    }
    const [, name = '', type = '', offset = '', pattern = '', mask = '', interpreter = '', flags = ''] = fields;
    const problems = [];
    const fault = (0,_binfmt_misc_js__WEBPACK_IMPORTED_MODULE_0__/* .entryNameProblem */ .j2)(name);
    if (fault !== undefined)
        problems.push(`the name "${(0,_problem_js__WEBPACK_IMPORTED_MODULE_3__/* .printable */ .g$)(name, 60)}" cannot be used: ${fault}`);
    if (!/^\/[^\0\n]*[^\0\n/]$/.test(interpreter))
        problems.push('its interpreter is not an absolute path');
    if (!/^[POCF]*$/.test(flags))
        problems.push(`its flags "${(0,_problem_js__WEBPACK_IMPORTED_MODULE_3__/* .printable */ .g$)(flags, 20)}" are not among P, O, C and F`);
    const match = type === 'E' ? readExtension(pattern, problems) : readMagic(type, offset, pattern, mask, problems);
    const rule = { name, match, interpreter, flags };
    if (problems.length === 0 && new TextEncoder().encode(formatRule(rule)).length > _binfmt_misc_js__WEBPACK_IMPORTED_MODULE_0__/* .REGISTER_LIMIT */ .Ah) {
        problems.push(`it is longer than the ${_binfmt_misc_js__WEBPACK_IMPORTED_MODULE_0__/* .REGISTER_LIMIT */ .Ah} bytes that the kernel takes`);
    }
    return problems.length > 0 ? problems : rule;
}
function parseOwnRule(line) {
    const parsed = parseRule(line);
    const reserved = Array.isArray(parsed) ? undefined : reservedName(parsed.name);
    return reserved === undefined ? parsed : [reserved];
}
function reservedName(name) {
    const said = `the name "${name}" cannot be used:`;
    if (name.startsWith('qemu-'))
        return `${said} names that begin with qemu- are those of QEMU's handlers (to have one, ask for its platform)`;
    if (/^setup-binfmt-|\.(?:new|keep)$/.test(name))
        return `${said} names that begin with setup-binfmt-, or end in .new or .keep, are those of helper entries`;
    return undefined;
}
function ruleLineProblems(rule) {
    const parsed = parseOwnRule(formatRule(rule));
    return Array.isArray(parsed) ? parsed : [];
}
function readExtension(extension, problems) {
    if (!/^[^\0\s/.:]{1,64}$/.test(extension)) {
        problems.push('its extension must be 1 to 64 characters without a dot, a slash or a space');
    }
    return { kind: 'extension', extension };
}
function readMagic(type, offset, magic, mask, problems) {
    if (type !== 'M')
        problems.push(`its type "${(0,_problem_js__WEBPACK_IMPORTED_MODULE_3__/* .printable */ .g$)(type, 20)}" is neither M nor E`);
    const decoded = decode(magic);
    const decodedMask = mask === '' ? undefined : decode(mask);
    const start = offset === '' ? 0 : Number(offset);
    if (!/^\d{0,3}$/.test(offset))
        problems.push('its offset is not a decimal number below 256');
    if (decoded === undefined || decoded === '')
        problems.push('its magic is empty, or holds a broken \\x escape');
    if (mask !== '' && decodedMask?.length !== decoded?.length) {
        problems.push('its mask is not as long as its magic');
    }
    if (start + (decoded?.length ?? 0) / 2 > HEADER_BYTES) {
        problems.push(`it looks beyond the ${HEADER_BYTES} bytes that the kernel reads`);
    }
    return {
        kind: 'magic',
        offset: start,
        magic: decoded ?? '',
        ...(decodedMask === undefined ? {} : { mask: decodedMask }),
    };
}
function decode(text) {
    const bytes = [];
    for (const [part] of text.matchAll(/\\x[0-9a-fA-F]{2}|[\s\S]/gu)) {
        if (part.length === 4 && part.startsWith('\\x'))
            bytes.push(part.slice(2).toLowerCase());
        else
            bytes.push(...Array.from(new TextEncoder().encode(part), (byte) => byte.toString(16).padStart(2, '0')));
    }
    return /\\x(?![0-9a-fA-F]{2})/.test(text) ? undefined : bytes.join('');
}
function ruleProblems(rule, host, interpreter, programs) {
    const problems = [];
    const path = (0,_problem_js__WEBPACK_IMPORTED_MODULE_3__/* .printable */ .g$)(rule.interpreter, 200);
    if (!interpreter.exists)
        problems.push(`its interpreter ${path} does not exist`);
    else if (!interpreter.executable)
        problems.push(`its interpreter ${path} is not an executable file`);
    const { match } = rule;
    const program = programs.find((one) => takes(match, one));
    const hits = program === undefined ? [] : [`it takes ${(0,_problem_js__WEBPACK_IMPORTED_MODULE_3__/* .printable */ .g$)(program.path, 200)}, a program of this host`];
    if (match.kind === 'extension')
        return [...problems, ...hits];
    const taken = _platforms_js__WEBPACK_IMPORTED_MODULE_2__/* .TARGETS */ .dW.filter((target) => headersOf(target).some((header) => (0,_binfmt_misc_js__WEBPACK_IMPORTED_MODULE_0__/* .matchesHeader */ .Vv)(match, header)));
    const native = taken.find(({ arch }) => (0,_verdict_js__WEBPACK_IMPORTED_MODULE_4__/* .mayRunNatively */ .JL)(host, arch));
    const machines = new Set(taken.map(({ elf }) => elf.machine));
    if (machines.size > 1)
        problems.push('its magic takes ELF programs of several architectures');
    else if (native !== undefined)
        problems.push(`its magic takes ${native.arch} programs, which this host runs itself`);
    else if (interpreter.exists && (0,_binfmt_misc_js__WEBPACK_IMPORTED_MODULE_0__/* .matchesHeader */ .Vv)(match, interpreter.header)) {
        problems.push(`its magic takes its own interpreter ${path}, which could then never start`);
    }
    else if (takesScripts(match))
        problems.push('its magic takes scripts (#!), which the kernel runs itself');
    else
        problems.push(...hits);
    return problems;
}
function takes(match, { path, header }) {
    if (match.kind === 'extension')
        return path.endsWith(`.${match.extension}`);
    return header.length > 0 && (0,_binfmt_misc_js__WEBPACK_IMPORTED_MODULE_0__/* .matchesHeader */ .Vv)(match, header);
}
function takesScripts(match) {
    const asked = new Uint8Array(HEADER_BYTES);
    asked.set(Buffer.from(match.magic, 'hex'), match.offset);
    const byMagic = new TextDecoder('latin1').decode(asked).startsWith('#!');
    return byMagic || SCRIPTS.some((line) => (0,_binfmt_misc_js__WEBPACK_IMPORTED_MODULE_0__/* .matchesHeader */ .Vv)(match, new TextEncoder().encode(line)));
}
function headersOf(target) {
    return [false, true].flatMap((pie) => {
        const header = (0,_elf_js__WEBPACK_IMPORTED_MODULE_1__/* .buildProbe */ .h1)(target, { pie });
        const gnu = Uint8Array.from(header);
        gnu[ELF_OSABI] = ELF_OSABI_GNU;
        return [header, gnu];
    });
}


/***/ }),

/***/ 974:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   OZ: () => (/* binding */ runnerFor),
/* harmony export */   ZV: () => (/* binding */ parseRunners),
/* harmony export */   qP: () => (/* binding */ needsEmulation)
/* harmony export */ });
/* unused harmony exports BUILT_IN_RUNNERS, runnerArchitecture */
/* harmony import */ var _platforms_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9636);
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4458);


const BUILT_IN_RUNNERS = {
    default: 'ubuntu-24.04',
    prefixes: new Map([
        ['linux/arm64', 'ubuntu-24.04-arm'],
        ['linux/arm', 'ubuntu-24.04-arm'],
    ]),
};
function parseRunners(text) {
    const written = text.split(/[\r\n]+/).flatMap((line) => line.trim() || []);
    const [first] = written;
    if (first === undefined)
        return { runners: BUILT_IN_RUNNERS, problems: [] };
    const alone = written.length === 1 && (first.startsWith('[') || !first.includes('='));
    const lines = alone ? [`${DEFAULT}=${first}`] : written;
    const problems = [];
    const map = new Map();
    for (const line of lines) {
        const refuse = (problem) => void problems.push(`"${(0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .printable */ .g$)(line, 80)}": ${problem}`);
        const rule = parseRule(line, refuse);
        if (rule !== undefined && map.has(rule.prefix))
            refuse(`${rule.prefix} is named twice`);
        else if (rule !== undefined)
            map.set(rule.prefix, rule.runner);
    }
    if (!lines.some((line) => /^default\s*=/.test(line)))
        problems.push('no line "default=<label>"');
    const fallback = map.get(DEFAULT);
    if (fallback === undefined || problems.length > 0)
        return { runners: BUILT_IN_RUNNERS, problems };
    map.delete(DEFAULT);
    return { runners: { default: fallback, prefixes: map }, problems };
}
function runnerFor(platform, runners) {
    const { prefixes } = runners;
    return (prefixes.get((0,_platforms_js__WEBPACK_IMPORTED_MODULE_0__/* .formatPlatform */ .Bq)(platform)) ??
        prefixes.get(`linux/${platform.arch}`) ??
        prefixes.get('linux') ??
        runners.default);
}
const LABEL_WORDS = new Map([
    ['arm', 'arm64'],
    ['riscv', 'riscv64'],
]);
const HOSTED_AMD64 = /^ubuntu-(?:latest|slim|\d\d\.\d\d)$/;
function runnerArchitecture(runner) {
    const labels = (typeof runner === 'string' ? [runner] : runner).map((label) => label.toLowerCase());
    const named = new Set(labels.flatMap(architecturesIn));
    if (named.size === 0 && labels.every((label) => HOSTED_AMD64.test(label)))
        return 'amd64';
    return named.size === 1 ? named.values().next().value : undefined;
}
function architecturesIn(label) {
    if (label === 'arm')
        return ['arm'];
    const words = label.replace(/x86[-_]64/g, 'amd64').split(/[^a-z0-9]+/);
    return words.flatMap((word) => {
        const arch = (0,_platforms_js__WEBPACK_IMPORTED_MODULE_0__/* .architectureNamed */ .jA)(LABEL_WORDS.get(word) ?? word);
        return arch === undefined || !_platforms_js__WEBPACK_IMPORTED_MODULE_0__/* .CONTAINER_ARCHITECTURES */ .dz.includes(arch) ? [] : [arch];
    });
}
function needsEmulation(platform, runner) {
    const own = runnerArchitecture(runner);
    return own !== platform.arch && !(own === 'amd64' && platform.arch === '386');
}
const DEFAULT = 'default';
const LABEL = /^[\w.,=/+@-]{1,256}$/;
function parseRule(line, refuse) {
    const split = line.indexOf('=');
    if (split < 0)
        return refuse('no "=" between a platform and its runner');
    const prefix = parsePrefix(line.slice(0, split).trim(), refuse);
    const runner = parseRunner(line.slice(split + 1).trim(), refuse);
    return prefix === undefined || runner === undefined ? undefined : { prefix, runner };
}
function parsePrefix(text, refuse) {
    if (text === DEFAULT || text === 'linux')
        return text;
    const platform = (0,_platforms_js__WEBPACK_IMPORTED_MODULE_0__/* .parsePlatform */ .FL)(text);
    if ('unknown' in platform) {
        const hint = platform.nearest === undefined ? '' : `; the nearest is ${platform.nearest}`;
        return refuse(`"${(0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .printable */ .g$)(text, 80)}" names no platform${hint}`);
    }
    const bare = text.toLowerCase().replace(/^linux\//, '') === platform.arch;
    return bare ? `linux/${platform.arch}` : (0,_platforms_js__WEBPACK_IMPORTED_MODULE_0__/* .formatPlatform */ .Bq)(platform);
}
function parseRunner(text, refuse) {
    if (text.startsWith('['))
        return parseLabels(text, refuse);
    if (/,\s*(?:default|linux(?:\/[^,=]*)?)=/.test(text))
        return refuse('write one platform a line');
    return isLabel(text) ? text : refuse(NOT_A_LABEL);
}
function parseLabels(text, refuse) {
    try {
        const labels = JSON.parse(text);
        if (Array.isArray(labels) && labels.length > 0 && labels.every(isLabel))
            return labels;
        return refuse(NOT_A_LABEL);
    }
    catch {
        return refuse('not a JSON array of labels');
    }
}
const NOT_A_LABEL = 'a label is up to 256 letters, digits and . _ - = + @ / , without spaces';
function isLabel(value) {
    return typeof value === 'string' && LABEL.test(value);
}


/***/ }),

/***/ 482:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ storeVersion),
/* harmony export */   z: () => (/* binding */ STORE_TOOL)
/* harmony export */ });
const STORE_TOOL = 'setup-binfmt';
const VERSION_LIMIT = 40;
function storeVersion(source, identity) {
    const safe = identity.replace(/^sha256:/, '').replace(/[^0-9A-Za-z]+/g, '-');
    return `1.0.0-${source}-${safe.slice(0, VERSION_LIMIT)}`;
}


/***/ }),

/***/ 3584:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   lK: () => (/* binding */ TROUBLE_REMEDIES),
/* harmony export */   xM: () => (/* binding */ tellTrouble),
/* harmony export */   yK: () => (/* binding */ wordTrouble)
/* harmony export */ });
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4458);

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


/***/ }),

/***/ 6992:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   JL: () => (/* binding */ mayRunNatively),
/* harmony export */   S4: () => (/* binding */ judge),
/* harmony export */   Vk: () => (/* binding */ answering),
/* harmony export */   Zy: () => (/* binding */ judgeRun),
/* harmony export */   nn: () => (/* binding */ isProven),
/* harmony export */   rn: () => (/* binding */ explainResult),
/* harmony export */   tO: () => (/* binding */ claimants),
/* harmony export */   u: () => (/* binding */ formatQemuAnswer)
/* harmony export */ });
/* unused harmony export parseQemuAnswer */
/* harmony import */ var _binfmt_misc_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5162);
/* harmony import */ var _elf_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(2956);
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(4458);



function judgeRun(run) {
    if (run.error !== undefined)
        return 'not-started';
    if (run.timedOut)
        return 'hung';
    const marked = run.stdout === _elf_js__WEBPACK_IMPORTED_MODULE_1__/* .PROBE_MARKER */ .k5;
    if (run.code === _elf_js__WEBPACK_IMPORTED_MODULE_1__/* .PROBE_ARGUMENTS */ .Ee)
        return marked ? 'works' : 'no-marker';
    if (marked && (run.code === _elf_js__WEBPACK_IMPORTED_MODULE_1__/* .PROBE_ARGUMENTS */ .Ee - 1 || run.code === _elf_js__WEBPACK_IMPORTED_MODULE_1__/* .PROBE_ARGUMENTS */ .Ee + 1))
        return 'arguments';
    if (run.signal !== null)
        return 'crashed';
    if (run.code === 126)
        return 'no-handler';
    if (run.code === 127)
        return 'no-interpreter';
    if (/Invalid ELF image/.test(run.stderr))
        return 'wrong-emulator';
    return 'wrong-exit';
}
function isProven(verdict) {
    return verdict?.status === 'native' || verdict?.status === 'emulated';
}
const COMPATIBLE = {
    amd64: ['386'],
    arm64: ['arm'],
    riscv64: ['riscv32'],
    ppc64: ['ppc'],
    mips64: ['mips', 'mips64p32'],
    mips64le: ['mipsle', 'mips64p32le'],
    sparc64: ['sparc', 'sparc32plus'],
};
function mayRunNatively(host, arch) {
    return host !== undefined && (host === arch || (COMPATIBLE[host]?.includes(arch) ?? false));
}
function claimants(entries, target) {
    const header = (0,_elf_js__WEBPACK_IMPORTED_MODULE_1__/* .buildProbe */ .h1)(target);
    return entries.filter((entry) => entry.match.kind === 'magic' && (0,_binfmt_misc_js__WEBPACK_IMPORTED_MODULE_0__/* .matchesHeader */ .Vv)(entry.match, header));
}
function answering(entries, target) {
    return claimants(entries, target).find(({ enabled }) => enabled);
}
function parseQemuAnswer(answer) {
    return /^qemu-[\w-]+ version (\d+(?:\.\d+){1,3})/.exec(answer ?? '')?.[1];
}
function formatQemuAnswer(target, version) {
    return `qemu-${target.qemu} version ${version}\n`;
}
function firstLine(text) {
    return text.split('\n', 1).join('');
}
function judge(evidence) {
    const { target, host, entries, chroot, plain } = evidence;
    const claiming = claimants(entries, target);
    const entry = claiming.find((candidate) => candidate.enabled);
    const run = chroot ?? plain;
    if (run === undefined)
        return { arch: target.arch, status: 'absent', reason: absence(target, claiming), ms: 0 };
    const qemuVersion = parseQemuAnswer(run.version);
    const common = {
        arch: target.arch,
        ...(entry === undefined ? {} : { entry }),
        ...(qemuVersion === undefined ? {} : { qemuVersion, handlerVersion: firstLine(run.version) }),
        ms: run.ms,
    };
    const inside = chroot === undefined ? undefined : judgeRun(chroot);
    const outside = plain === undefined ? undefined : judgeRun(plain);
    const native = entry === undefined && qemuVersion === undefined && mayRunNatively(host, target.arch);
    if (native && (inside === 'works' || outside === 'works'))
        return { ...common, status: 'native', reason: '', result: 'works' };
    if (inside === 'works')
        return { ...common, status: 'emulated', reason: '', result: 'works' };
    if (outside === 'works') {
        const reason = inside === undefined ? UNPROVEN_OUTSIDE : LOST_IN_CHROOT;
        return { ...common, status: 'outside-only', reason, result: inside ?? outside };
    }
    const last = plain ?? run;
    const result = judgeRun(last);
    const silent = entry === undefined && (result === 'no-handler' || result === 'no-interpreter');
    if (silent)
        return { ...common, status: 'absent', reason: absence(target, claiming) };
    return { ...common, status: 'broken', reason: explainResult(result, last, entry?.interpreter), result };
}
const UNPROVEN_OUTSIDE = 'it runs here, but no chroot could be entered to prove that it would in a container';
const LOST_IN_CHROOT = 'it runs here but not in a chroot: the entry lacks the F flag, or its interpreter is not static';
function absence(target, claiming) {
    const off = claiming.find((candidate) => !candidate.enabled);
    if (off !== undefined)
        return `its entry ${(0,_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .printable */ .g$)(off.name, 60)} is switched off`;
    return `no entry takes ${target.arch} programs`;
}
function explainResult(result, run, interpreter) {
    const handler = interpreter === undefined ? 'the handler' : (0,_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .printable */ .g$)(interpreter, 120);
    const said = (0,_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .printable */ .g$)(run.stderr, 160);
    const quoted = said === '' ? '' : `, saying "${said}"`;
    switch (result) {
        case 'works':
            return 'the probe ran';
        case 'arguments':
            return `${handler} and the kernel disagree about the P flag: every argument is shifted`;
        case 'no-handler':
            return 'the kernel does not know how to execute it (ENOEXEC)';
        case 'no-interpreter':
            return `${handler} does not exist, or needs files that are not there (ENOENT)`;
        case 'crashed':
            return `${handler} crashed (${run.signal})${quoted}`;
        case 'hung':
            return `${handler} did not end within the time limit`;
        case 'wrong-emulator':
            return `${handler} emulates another architecture`;
        case 'no-marker':
            return `${handler} ended as a probe does, but did not print the marker: it did not run the program`;
        case 'wrong-exit':
            return `${handler} ended with exit ${run.code} and did not run the program${quoted}`;
        case 'not-started':
            return `the probe could not be started (${run.error ?? 'unknown reason'})`;
    }
}


/***/ }),

/***/ 5460:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  As: () => (/* binding */ FLOWS),
  uH: () => (/* binding */ newRun),
  CG: () => (/* binding */ privilegedProgram)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
// EXTERNAL MODULE: ./lib/core/checks.js + 9 modules
var core_checks = __nccwpck_require__(1199);
// EXTERNAL MODULE: ./lib/core/image-reference.js
var image_reference = __nccwpck_require__(7632);
// EXTERNAL MODULE: ./lib/core/checks/claims.js
var claims = __nccwpck_require__(8122);
// EXTERNAL MODULE: ./lib/core/platforms.js + 2 modules
var core_platforms = __nccwpck_require__(9636);
// EXTERNAL MODULE: ./lib/core/qemu-version.js
var qemu_version = __nccwpck_require__(7628);
// EXTERNAL MODULE: ./lib/core/advisories.js
var advisories = __nccwpck_require__(7290);
// EXTERNAL MODULE: ./lib/core/facts.js
var core_facts = __nccwpck_require__(6426);
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
        const platform = (0,core_platforms/* parsePlatform */.FL)(text);
        return 'unknown' in platform || platform.arch === hostArch ? [] : [platform];
    });
    return [...new Map(named.map((platform) => [(0,core_platforms/* formatPlatform */.Bq)(platform), platform])).values()];
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
var narration = __nccwpck_require__(1787);
// EXTERNAL MODULE: ./lib/core/plan.js
var core_plan = __nccwpck_require__(3658);
;// CONCATENATED MODULE: ./lib/core/privacy.js
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

// EXTERNAL MODULE: ./lib/core/problem.js
var problem = __nccwpck_require__(4458);
// EXTERNAL MODULE: ./lib/core/report.js + 1 modules
var core_report = __nccwpck_require__(6459);
// EXTERNAL MODULE: ./lib/core/verdict.js
var verdict = __nccwpck_require__(6992);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __nccwpck_require__(8522);
// EXTERNAL MODULE: ./lib/core/json.js
var json = __nccwpck_require__(8171);
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
var core_elf = __nccwpck_require__(2956);
// EXTERNAL MODULE: ./lib/core/mounts.js
var mounts = __nccwpck_require__(6191);
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

;// CONCATENATED MODULE: external "node:timers/promises"
const promises_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");
;// CONCATENATED MODULE: ./lib/host/network.js



const network_ANSWER_LIMIT_MS = 5_000;
const PROXY_VARIABLES = ['HTTP_PROXY', 'HTTPS_PROXY', 'ALL_PROXY', 'NO_PROXY'];
async function examineNetwork(host, registries) {
    const { HttpClient } = await Promise.all(/* import() */[__nccwpck_require__.e(889), __nccwpck_require__.e(689)]).then(__nccwpck_require__.bind(__nccwpck_require__, 5889));
    const proxies = Object.keys(host.env).filter((name) => PROXY_VARIABLES.includes(name.toUpperCase()));
    const answers = registries.map(async (address) => {
        const name = address.registry;
        const client = new HttpClient('setup-binfmt', [], {
            socketTimeout: network_ANSWER_LIMIT_MS,
            allowRetries: false,
        });
        const limit = new AbortController();
        const late = (0,promises_namespaceObject.setTimeout)(2 * network_ANSWER_LIMIT_MS, undefined, { ref: false, signal: limit.signal });
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
var readings = __nccwpck_require__(375);
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
var observe = __nccwpck_require__(2692);
// EXTERNAL MODULE: ./lib/host/private-table.js + 2 modules
var private_table = __nccwpck_require__(8665);
// EXTERNAL MODULE: ./lib/host/prove.js
var prove = __nccwpck_require__(910);
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
        door.namespaces ?? (mayTry ? (0,private_table/* observeNamespaces */.Zr)(host, { wanted: false }) : undefined),
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
    return hideHomesIn(report, host.env.HOME);
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
    const claimed = core_platforms/* TARGETS */.dW.filter((target) => (0,verdict/* claimants */.tO)(facts.table.entries, target).length > 0);
    return (0,core_platforms/* targetsOf */.QR)([
        facts.architecture ?? '',
        ...core_platforms/* CONTAINER_ARCHITECTURES */.dz,
        ...inputs.platforms.map(({ arch }) => arch),
        ...claimed.map(({ arch }) => arch),
    ]);
}
function requestsOf(inputs, facts, verdicts, store) {
    const targets = (0,core_platforms/* targetsOf */.QR)(inputs.platforms.map(({ arch }) => arch));
    const decisions = (0,core_plan/* decide */.LD)(targets, verdicts, facts.table.entries, inputs.onConflict, store);
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

// EXTERNAL MODULE: ./lib/remove.js
var remove = __nccwpck_require__(4965);
// EXTERNAL MODULE: ./lib/core/persist.js
var persist = __nccwpck_require__(5805);
// EXTERNAL MODULE: ./lib/core/preparation.js
var preparation = __nccwpck_require__(9124);
// EXTERNAL MODULE: ./lib/core/record.js
var record = __nccwpck_require__(6212);
// EXTERNAL MODULE: ./lib/core/removal.js
var removal = __nccwpck_require__(3653);
// EXTERNAL MODULE: ./lib/core/rules.js
var core_rules = __nccwpck_require__(1214);
;// CONCATENATED MODULE: ./lib/core/changes.js








function planChanges(wish) {
    const { facts, verdicts, inputs } = wish;
    const { entries } = facts.table;
    const install = wish.wanted.flatMap((decision) => {
        const handler = wish.handlers.find(({ arch }) => arch === decision.target.arch);
        if (handler === undefined)
            return [];
        const persist = inputs.persist || isKept((0,core_plan/* entryName */.MB)(decision.target), wish.persisted);
        const one = (0,core_plan/* planInstall */.Bm)(decision, handler, facts, { ...inputs, persist });
        return verdicts.get(one.arch)?.status === 'emulated' && (0,core_plan/* isInPlace */.RS)(one, entries) ? [] : [one];
    });
    const rules = planRules(wish);
    const remove = inputs.reset ? (0,removal/* planReset */.lg)(entries, wish.wanted, wish.handlers, install) : [];
    const writes = install.length + rules.length + remove.length > 0;
    const persist = planPersist(wish, writes, install, remove);
    const doubtful = [...verdicts.values()].filter(({ status }) => status === 'outside-only');
    return {
        schema: 1,
        prepare: writes ? (0,preparation/* planPreparation */.X)(facts) : [],
        remove,
        install,
        prove: facts.privilege === 'sudo' ? doubtful.map(({ arch }) => arch) : [],
        store: wish.store,
        ...(wish.run === undefined ? {} : { run: wish.run.id }),
        ...(wish.lease && (0,core_facts/* isPrivileged */.a8)(facts) && wish.run !== undefined ? { lease: leaseOf(wish, install) } : {}),
        ...(rules.length === 0 ? {} : { rules }),
        ...(persist === undefined ? {} : { persist }),
    };
}
function isKept(name, persisted) {
    return persisted.some((rule) => rule.name === name && (0,persist/* isPersistent */.sv)(rule.interpreter));
}
function planPersist({ inputs, facts, persisted }, writes, install, remove) {
    const forget = remove
        .map(({ name }) => name)
        .filter((name) => persisted.some((rule) => rule.name === name));
    const upgraded = install.filter(({ source }) => source !== undefined);
    const asked = new Set((inputs.persist ? inputs.platforms : upgraded).map(({ arch }) => arch));
    const handlers = core_platforms/* TARGETS */.dW.filter(({ arch }) => asked.has(arch)).map(core_plan/* entryName */.MB);
    const rules = inputs.persist ? inputs.rules.map(({ name }) => name) : [];
    const missing = facts.table.entries.some((entry) => ((handlers.includes(entry.name) && (0,persist/* isPersistent */.sv)(entry.interpreter)) || rules.includes(entry.name)) &&
        !persisted.some((rule) => (0,core_rules/* isRuleOf */.Cz)(rule, entry)));
    const wanted = ((inputs.persist || upgraded.length > 0) && writes) || missing || forget.length > 0;
    return wanted ? { handlers, rules, forget } : undefined;
}
function leaseOf({ verdicts, inputs, facts, run }, install) {
    const holder = run?.holder;
    const asked = new Set(inputs.platforms.map(({ arch }) => arch));
    for (const { arch } of install)
        asked.delete(arch);
    const relied = [...verdicts.values()].flatMap(({ arch, status, entry }) => status === 'emulated' && asked.has(arch) && entry !== undefined ? [entry.name] : []);
    const present = inputs.rules.filter((rule) => facts.table.entries.some((entry) => (0,core_rules/* isRuleOf */.Cz)(rule, entry)));
    const entries = [...relied, ...present.map(({ name }) => name)];
    return { entries, ...(holder === undefined ? {} : { holder }) };
}
function planRules({ inputs, facts, recorded }) {
    const { entries } = facts.table;
    return inputs.rules.flatMap((rule) => {
        const present = entries.find(({ name }) => name === rule.name);
        if (present === undefined)
            return [{ rule }];
        if (present.enabled && (0,core_rules/* isRuleOf */.Cz)(rule, present)) {
            const left = entries.some((entry) => (0,core_rules/* isLeftBehind */.KW)((0,core_rules/* besideRule */.Bg)(rule), entry, recorded));
            return left && (0,core_facts/* isPrivileged */.a8)(facts) ? [{ rule }] : [];
        }
        return inputs.onConflict === 'keep' ? [] : [{ rule, replaces: (0,record/* pin */.y_)(present) }];
    });
}
function listRuleProblems({ rules, onConflict }, facts, ownRules, interpreterOf, programs) {
    return rules.flatMap((rule) => {
        const problems = (0,core_rules/* ruleProblems */.b0)(rule, facts.architecture, interpreterOf(rule.interpreter), programs);
        const present = facts.table.entries.find(({ name }) => name === rule.name);
        const foreign = present !== undefined && ![rule, ...ownRules].some((known) => (0,core_rules/* isRuleOf */.Cz)(known, present));
        const taken = foreign && (onConflict === 'repair' || onConflict === 'fail');
        return [
            ...problems,
            ...(taken ? ['an entry of this name is there already, and somebody else registered it'] : []),
        ].map((problem) => `rule ${rule.name}: ${problem}`);
    });
}

;// CONCATENATED MODULE: ./lib/core/foresight.js



function foresee(intent) {
    const { inputs, facts, wanted } = intent;
    const plan = planChanges({ ...intent, handlers: [], lease: false });
    const replaced = new Set(wanted.flatMap(({ replaces }) => replaces.map(({ name }) => name)));
    const removed = inputs.reset
        ? facts.table.entries.filter((entry) => (0,removal/* isQemuEntry */.bK)(entry) && !replaced.has(entry.name))
        : [];
    const kept = [...wanted.map(({ target }) => (0,core_plan/* entryName */.MB)(target)), ...inputs.rules.map(({ name }) => name)];
    return {
        changes: wanted.length + removed.length > 0 || (0,core_plan/* changesHost */.qA)(plan),
        replaced: [...replaced],
        removed: removed.map(({ name }) => name),
        rules: (plan.rules ?? []).map(({ rule }) => rule.name),
        persisted: inputs.persist ? kept : [],
    };
}

// EXTERNAL MODULE: ./lib/core/matrix.js
var core_matrix = __nccwpck_require__(356);
// EXTERNAL MODULE: ./lib/core/outcome.js
var outcome = __nccwpck_require__(9649);
// EXTERNAL MODULE: ./lib/core/store-path.js
var store_path = __nccwpck_require__(482);
;// CONCATENATED MODULE: ./lib/core/own-entries.js







function reconsider(decisions, facts, asked, store) {
    const { entries } = facts.table;
    return decisions.map((decision) => {
        const own = ownAnswering(decision, entries, store);
        const reason = own === undefined ? undefined : whyAnew(own, asked, (0,core_facts/* isPrivileged */.a8)(facts));
        if (reason === undefined)
            return decision;
        const goes = (entry) => asked.persist ||
            asked.onConflict === 'replace' ||
            (0,persist/* isOwnHandler */.XV)(entry.interpreter, store) ||
            entry.name === (0,core_plan/* entryName */.MB)(decision.target);
        const replaces = (0,core_plan/* replaceable */.ll)(entries, decision.target).filter(goes);
        return { ...decision, action: 'install', reason, replaces };
    });
}
function ownAnswering({ action, target }, entries, store) {
    const entry = (0,verdict/* answering */.Vk)(entries, target);
    return action === 'keep' && (0,persist/* isOwnHandler */.XV)(entry?.interpreter, store) ? entry : undefined;
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
        const name = (0,problem/* printable */.g$)(entry.name, 60);
        if (asked.onConflict === 'replace')
            return [`${arch}: kept ${name}: to replace it takes root or sudo`];
        const version = verdicts.get(arch)?.qemuVersion;
        const differs = [
            otherCredentials(entry, asked) ?? [],
            isFromElsewhere(entry, asked, store)
                ? `the image asked for is ${(0,image_reference/* formatImageReference */.my)(asked.image)}`
                : [],
        ].flat();
        if (differs.length === 0)
            return [];
        const what = version === undefined ? name : `QEMU ${version} (${name})`;
        const remedy = (0,core_facts/* isPrivileged */.a8)(facts)
            ? 'on-conflict replace takes it over'
            : 'on-conflict replace takes it over, as root or with sudo';
        return [`${arch}: kept ${what}; ${differs.join(', and ')}: ${remedy}`];
    });
}
function isFromElsewhere({ interpreter }, { image, qemuFrom }, store) {
    if (qemuFrom[0] !== 'image' || image.digest === undefined || (0,persist/* isPersistent */.sv)(interpreter))
        return false;
    const folder = `${store}/${store_path/* STORE_TOOL */.z}/${(0,store_path/* storeVersion */.w)('image', image.digest)}/`;
    return !String(interpreter).startsWith(folder);
}

// EXTERNAL MODULE: ./lib/core/binfmt-misc.js
var binfmt_misc = __nccwpck_require__(5162);
// EXTERNAL MODULE: ./lib/host/probe.js + 1 modules
var host_probe = __nccwpck_require__(5980);
;// CONCATENATED MODULE: ./lib/host/docker-route.js





const LIMIT_MS = 600_000;
async function applyThroughDocker(host, facts, targets, image) {
    const docker = host.which('docker');
    if (docker === undefined)
        return failed('the docker program is missing');
    if (facts.table.state !== 'ready') {
        return failed(`binfmt_misc is not mounted on the host (${facts.table.state}), and a container cannot mend that`);
    }
    const names = targets.map(({ arch }) => arch).join(',');
    const args = ['run', '--rm', '--privileged', '--', image, '--install', names];
    const outcome = await host.run({ file: docker, args, timeoutMs: LIMIT_MS });
    const table = (0,observe/* observeTable */.pw)(host, (0,observe/* observeMounts */.B8)(host), facts.kernel.release, binfmt_misc/* TABLE_PATH */.Fb);
    if (outcome.code !== 0 || table.state !== 'ready') {
        const said = (0,problem/* printable */.g$)(outcome.stderr) || `docker ended with ${outcome.code ?? outcome.error}`;
        return failed(`the installer of the image failed: ${said}`);
    }
    const before = new Set(facts.table.entries.map(({ name }) => name));
    const prober = (0,host_probe/* openProber */.$J)(host, facts.mounts);
    try {
        const installed = await (0,host_probe/* sideBySide */.Qp)(targets, host_probe/* SIDE_BY_SIDE */.IX, async (target) => {
            const run = await (0,host_probe/* runProbe */.mW)(host, prober, target, 'chroot', { version: true });
            const [entry] = (0,verdict/* claimants */.tO)(table.entries, target);
            const result = (0,verdict/* judgeRun */.Zy)(run);
            return {
                arch: target.arch,
                name: entry?.name ?? `qemu-${target.qemu}`,
                changed: entry !== undefined && !before.has(entry.name),
                replaced: [],
                run,
                ...(result === 'works' ? {} : { problem: (0,verdict/* explainResult */.rn)(result, run, entry?.interpreter) }),
            };
        });
        return { prepared: [], removed: [], installed, proofs: [], problems: [] };
    }
    finally {
        prober.close();
    }
}
function failed(cause) {
    const problem = `the way through Docker failed: ${cause} (run this step as root, or allow this user passwordless sudo)`;
    return { prepared: [], removed: [], installed: [], proofs: [], problems: [problem] };
}

// EXTERNAL MODULE: ./lib/host/escalate.js + 7 modules
var escalate = __nccwpck_require__(9096);
// EXTERNAL MODULE: ./lib/host/own-rules.js
var own_rules = __nccwpck_require__(8450);
// EXTERNAL MODULE: ./lib/host/persisted.js
var persisted = __nccwpck_require__(3229);
// EXTERNAL MODULE: ./lib/host/state.js
var state = __nccwpck_require__(3153);
// EXTERNAL MODULE: ./lib/host/standby.js
var host_standby = __nccwpck_require__(8921);
;// CONCATENATED MODULE: ./lib/look.js






const ALSO_LOOKED_AT = [...core_platforms/* CONTAINER_ARCHITECTURES */.dz, 'ppc64'];
async function look(host, inputs, door) {
    door.group('Host');
    const seen = await (0,observe/* observe */.lB)(host, door.table);
    if (door.place !== undefined)
        door.line(`this is ${door.place}`);
    const facts = door.namespaces === undefined ? seen : { ...seen, namespaces: door.namespaces };
    const standby = lacksEntries(facts, inputs) ? (0,host_standby/* standBy */.a)(host, facts, door.privilegedProgram) : undefined;
    const begun = { facts, ...(standby === undefined ? {} : { standby }) };
    if (facts.table.state !== 'ready' || inputs.matrixFrom !== undefined)
        return begun;
    const probing = probeRequested(host, facts, inputs, door);
    probing.catch(() => undefined);
    await new Promise(setImmediate);
    return { ...begun, probing };
}
function lacksEntries(facts, { mode, matrixFrom, platforms }) {
    const { table, architecture } = facts;
    const usable = table.state === 'ready' || (0,preparation/* planPreparation */.X)(facts).length > 0;
    if (mode !== 'setup' || matrixFrom !== undefined || !usable)
        return false;
    return (0,core_platforms/* targetsOf */.QR)(platforms.map(({ arch }) => arch)).some((target) => !(0,verdict/* mayRunNatively */.JL)(architecture, target.arch) && (0,verdict/* answering */.Vk)(table.entries, target) === undefined);
}
function probeRequested(host, facts, inputs, { recordedVersion }) {
    const asked = inputs.platforms.map(({ arch }) => arch);
    const targets = (0,core_platforms/* targetsOf */.QR)([facts.architecture ?? '', ...ALSO_LOOKED_AT, ...asked]);
    return (0,prove/* probeAll */.mQ)(host, facts, targets, recordedVersion);
}

// EXTERNAL MODULE: ./lib/qemu/handlers.js
var handlers = __nccwpck_require__(4445);
// EXTERNAL MODULE: ./lib/qemu/provide.js
var provide = __nccwpck_require__(3419);
;// CONCATENATED MODULE: ./lib/setup.js
























const ROUNDS = 5;
const NOT_UNDONE = 'what a container registers is not recorded: the post step cannot take it back';
const NO_PLATFORM = 'no platform is asked for: no QEMU is fetched';
async function runSetup(host, asked, door) {
    for (let round = 1, earlier = {};; round++) {
        const seen = await look(host, asked, door);
        const material = await setUp(host, asked, round === 1 ? door : thorough(door), seen, earlier).finally(seen.standby?.dismiss);
        if (material.outdated !== true || round === ROUNDS)
            return (0,core_report/* makeReport */.dO)(material);
        door.line('the table or a handler was changed meanwhile: looking again');
        earlier = material;
    }
}
function thorough(door) {
    return { ...door, supply: (wanted, facts, how) => door.supply(wanted, facts, { ...how, thorough: true }) };
}
async function setUp(host, asked, door, { facts, probing, standby }, earlier) {
    tell(door, (0,narration/* narrateHost */.yh)(facts));
    const stop = (0,core_checks/* preflight */.Mz)(facts);
    const { inputs, absent, notes: told } = await takeFromImage(asked, door);
    const matrix = (0,core_matrix/* planMatrix */.T4)(inputs.platforms, inputs.runners);
    const wrong = (0,outcome/* tooLarge */.g$)((0,core_matrix/* matrixProblems */.qu)(matrix)) ?? (0,outcome/* wrongRules */.lG)(problemsOfRules(host, inputs, facts));
    const targets = (0,core_platforms/* targetsOf */.QR)(inputs.platforms.map(({ arch }) => arch));
    const verdicts = (0,prove/* judgeAll */.Ty)(await (probing ?? probeRequested(host, facts, inputs, door)), facts);
    const choose = inputs.reset ? removal/* decideAfterReset */.c1 : core_plan/* decide */.LD;
    const { entries } = facts.table;
    const chosen = choose(targets, verdicts, entries, inputs.onConflict, door.store);
    const decisions = reconsider(chosen, facts, inputs, door.store);
    const notes = [
        ...told,
        ...(asked.platforms.length === 0 ? [NO_PLATFORM] : []),
        ...noteKept(decisions, verdicts, facts, inputs, door.store),
    ];
    tell(door, (0,narration/* narrateDecisions */.z0)(decisions));
    const seen = { ...blank(inputs, facts), notes, verdicts, requested: setup_requestsOf(inputs, decisions) };
    if (wrong !== undefined)
        return { ...seen, problem: wrong };
    const material = { ...seen, findings: stop === undefined ? [] : [stop] };
    const barrier = stop === undefined ? undefined : (0,core_checks/* asProblem */.gr)(stop, 'make platforms run here');
    if (inputs.mode === 'plan') {
        return { ...(await foretell(host, inputs, door, material, decisions, barrier)), matrix };
    }
    if (barrier !== undefined)
        return (0,outcome/* conclude */.Ep)(inputs.strict ? material : seen, inputs, matrix, barrier);
    const refused = (0,outcome/* refusal */.x5)(decisions);
    if (refused !== undefined && inputs.strict)
        return (0,outcome/* conclude */.Ep)(material, inputs, matrix, refused);
    const going = refused === undefined ? material : (0,outcome/* waive */.T9)(material, refused);
    return (0,outcome/* addEarlier */.W8)(earlier, await carryOut(host, inputs, door, going, { decisions, matrix, absent, standby }));
}
function problemsOfRules(host, inputs, facts) {
    if (inputs.rules.length === 0)
        return [];
    const interpreterOf = (path) => (0,own_rules/* observeInterpreter */.Rr)(host, path);
    return listRuleProblems(inputs, facts, (0,state/* ownRules */.og)(host), interpreterOf, (0,own_rules/* observePrograms */.Oh)(host));
}
async function takeFromImage(inputs, door) {
    if (inputs.matrixFrom === undefined)
        return { inputs, absent: [], notes: [] };
    const { platforms, absent, notes } = (0,core_matrix/* choosePlatforms */.kD)(inputs, await door.imagePlatforms(inputs.matrixFrom));
    return { inputs: { ...inputs, platforms, all: false }, absent, notes };
}
async function foretell(host, inputs, door, material, decisions, barrier) {
    const { facts, notes } = material;
    const wanted = decisions.filter(({ action }) => action === 'install');
    const foreseen = foresee(intentOf(host, inputs, door, material, wanted));
    const refused = (0,outcome/* refusal */.x5)(decisions);
    const stop = barrier ??
        (inputs.strict ? refused : undefined) ??
        (foreseen.changes ? (0,outcome/* obstacle */.ET)(await tryPrivately(host, facts), inputs) : undefined);
    return {
        ...material,
        planned: { ...foreseen, ...(stop === undefined ? {} : { stop: { id: stop.id, message: stop.message } }) },
        notes: refused === undefined || inputs.strict ? notes : [...notes, `Setup would warn: ${refused.message}`],
    };
}
function intentOf(host, inputs, { store }, { facts, verdicts }, wanted) {
    return {
        inputs,
        facts,
        verdicts,
        wanted,
        store,
        persisted: (0,persisted/* readPersisted */.i)(host, inputs.scope),
        recorded: inputs.rules.length === 0 ? [] : (0,state/* ownRules */.og)(host),
    };
}
async function carryOut(host, inputs, door, material, { decisions, matrix, absent, standby }) {
    const { facts } = material;
    const wanted = decisions.filter(({ action }) => action === 'install');
    const blocked = wanted.length > 0 ? (0,outcome/* obstacle */.ET)(await tryPrivately(host, facts), inputs) : undefined;
    if (blocked !== undefined)
        return (0,outcome/* conclude */.Ep)(material, inputs, matrix, blocked);
    const throughDocker = wanted.length > 0 && facts.privilege === 'docker';
    const supply = throughDocker
        ? leaveToDocker(inputs.image, door)
        : wanted.length > 0
            ? await setup_provide(wanted, facts, door)
            : provide/* NO_SUPPLY */.y;
    const { handlers } = supply;
    const lease = door.run?.holder !== undefined && (inputs.cleanup || (0,state/* hasLeases */.OY)(host));
    const run = door.run === undefined ? {} : { run: door.run };
    const intent = intentOf(host, inputs, door, material, wanted);
    const plan = planChanges({ ...intent, ...run, handlers, lease });
    const barred = (0,core_plan/* changesHost */.qA)(plan) ? (0,outcome/* obstacle */.ET)(facts, inputs) : undefined;
    if (barred !== undefined)
        return (0,outcome/* conclude */.Ep)(material, inputs, matrix, barred);
    const applied = throughDocker
        ? await carryOutThroughDocker(host, facts, wanted, inputs, door)
        : await carryOutPlan(host, facts, plan, door, standby);
    const table = (0,observe/* observeTable */.pw)(host, (0,observe/* observeMounts */.B8)(host), facts.kernel.release, facts.table.path);
    const after = { ...facts, table };
    const verdicts = (0,prove/* rejudge */.N9)(material.verdicts, applied, after);
    const result = {
        ...material,
        ...(0,outcome/* summarise */.fS)(applied),
        facts: after,
        verdicts,
        requested: (0,outcome/* explainRequests */.wW)(material.requested, supply.missing, applied, verdicts),
        rules: (0,outcome/* listRules */.sJ)(inputs.rules, table.entries),
        ...(wanted.length > 0 ? { qemu: supply } : {}),
        notes: [
            ...material.notes,
            ...supply.notes.flatMap((note) => (note.level === 'info' ? [note.text] : [])),
            ...(throughDocker && inputs.cleanup ? [NOT_UNDONE] : []),
            ...(applied.notes ?? []),
            ...(0,outcome/* notTakenOver */.dJ)(material.requested, supply.missing, applied, verdicts),
        ],
    };
    const asked = inputs.platforms.map(({ arch }) => arch);
    const troubles = supply.notes.flatMap((note) => (note.level === 'warning' ? [note.trouble] : []));
    const sources = wanted.length > 0 ? { supply: troubles } : {};
    const found = asked.length === 0 ? [] : (0,core_checks/* aftermath */.x7)({ facts: after, verdicts, asked, ...sources });
    const findings = [...material.findings, ...hideHomesIn(found, host.env.HOME)];
    const problem = (0,outcome/* unproven */.gm)((0,core_report/* reportPlatforms */.x0)(result), applied.problems, {
        tableReady: table.state === 'ready',
        strict: inputs.strict,
    }) ??
        (0,outcome/* notOffered */.JM)(absent) ??
        (0,outcome/* unregistered */.EK)(result.rules ?? [], applied) ??
        (0,outcome/* unpersisted */.Rv)(inputs, verdicts, (0,persisted/* readPersisted */.i)(host, inputs.scope)) ??
        ((0,core_plan/* changesHost */.qA)(plan) ? (0,outcome/* unremoved */.cu)(applied.problems) : undefined);
    return (0,outcome/* conclude */.Ep)({ ...result, findings }, inputs, matrix, problem);
}
async function tryPrivately(host, facts) {
    if (facts.privilege !== 'none' || facts.namespaces !== undefined)
        return facts;
    return { ...facts, namespaces: await (0,private_table/* observeNamespaces */.Zr)(host, { wanted: false }) };
}
function setup_provide(wanted, facts, door) {
    door.group('QEMU');
    return door.supply(wanted.map(({ target }) => target), facts, { log: door.line, thorough: false });
}
function leaveToDocker(image, door) {
    if (image.digest !== undefined)
        return provide/* NO_SUPPLY */.y;
    const note = (0,handlers/* warningOf */.a)({ kind: 'unpinned', image: (0,image_reference/* formatImageReference */.my)(image) });
    door.line(note.text);
    return { ...provide/* NO_SUPPLY */.y, notes: [note] };
}
async function carryOutPlan(host, facts, plan, door, standby) {
    if (!(0,core_plan/* changesHost */.qA)(plan) && plan.prove.length === 0 && plan.lease === undefined)
        return core_plan/* NOTHING_APPLIED */.Q9;
    if (plan.lease !== undefined)
        door.run?.remember();
    const applied = await (0,escalate/* applyWith */.Z)(host, facts, plan, door.privilegedProgram, standby);
    if ((0,core_plan/* changesHost */.qA)(plan)) {
        door.group('Changes');
        tell(door, (0,narration/* narrateChanges */.dY)(plan, applied));
    }
    return applied;
}
async function carryOutThroughDocker(host, facts, wanted, inputs, door) {
    door.group('Changes');
    const image = (0,image_reference/* formatImageReference */.my)(inputs.image);
    door.line(`there is no sudo: running the installer of ${image} as a privileged container`);
    const applied = await applyThroughDocker(host, facts, (0,core_platforms/* targetsOf */.QR)(wanted.map(({ target }) => target.arch)), image);
    tell(door, (0,narration/* narrateInstalled */.q3)(applied));
    return applied;
}
function blank(inputs, facts) {
    return {
        mode: inputs.mode,
        facts,
        verdicts: new Map(),
        requested: [],
        registered: [],
        removed: [],
        changed: false,
        findings: [],
        notes: [],
    };
}
function setup_requestsOf(inputs, decisions) {
    return inputs.platforms.flatMap((platform) => {
        const decision = decisions.find(({ target }) => target.arch === platform.arch);
        if (decision === undefined || (inputs.all && decision.action === 'native'))
            return [];
        return [{ platform, action: decision.action, reason: decision.reason }];
    });
}
function tell(door, lines) {
    for (const line of lines)
        door.line(line);
}

;// CONCATENATED MODULE: ./lib/doors.js





const FLOWS = {
    setup: runSetup,
    plan: runSetup,
    doctor: runDoctor,
    remove: remove/* runRemove */.mL,
};
function privilegedProgram() {
    const door = process.argv[1];
    return (0,external_node_path_.join)(door === undefined ? process.cwd() : (0,external_node_path_.dirname)((0,external_node_fs_.realpathSync)(door)), 'privileged.js');
}
function newRun(holder, remember) {
    const id = newId();
    return { id, ...(holder === undefined ? {} : { holder }), remember: () => remember(id) };
}
function newId() {
    try {
        return (0,external_node_fs_.readFileSync)('/proc/sys/kernel/random/uuid', 'utf8').trim();
    }
    catch {
        return '';
    }
}


/***/ }),

/***/ 9096:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Z: () => (/* binding */ applyWith)
});

// EXTERNAL MODULE: ./lib/core/json.js
var json = __nccwpck_require__(8171);
// EXTERNAL MODULE: ./lib/core/plan.js
var core_plan = __nccwpck_require__(3658);
// EXTERNAL MODULE: ./lib/core/problem.js
var core_problem = __nccwpck_require__(4458);
// EXTERNAL MODULE: ./lib/core/mounts.js
var mounts = __nccwpck_require__(6191);
// EXTERNAL MODULE: ./lib/core/binfmt-misc.js
var binfmt_misc = __nccwpck_require__(5162);
// EXTERNAL MODULE: ./lib/core/elf.js
var elf = __nccwpck_require__(2956);
// EXTERNAL MODULE: ./lib/core/platforms.js + 2 modules
var platforms = __nccwpck_require__(9636);
// EXTERNAL MODULE: ./lib/core/record.js
var core_record = __nccwpck_require__(6212);
// EXTERNAL MODULE: ./lib/core/rules.js
var core_rules = __nccwpck_require__(1214);
// EXTERNAL MODULE: ./lib/core/verdict.js
var verdict = __nccwpck_require__(6992);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
;// CONCATENATED MODULE: ./lib/core/digests.js

const KEEPING_TIME = new Set([
    0xef53,
    0x58465342,
    0x9123683e,
    0xf2f52010,
    0x2fc12fc1,
    0x01021994,
    0x794c7630,
]);
const SETTLED_MS = 1_000;
function formatIdentity({ device, inode, size, modified, changed }) {
    return [device, inode, size, modified, changed].join(':');
}
function isSettled({ changed }, fileSystem, now) {
    return fileSystem !== undefined && KEEPING_TIME.has(fileSystem) && now - changed >= SETTLED_MS;
}
function formatDigests(boot, memory) {
    const files = [...memory].map(([path, remembered]) => ({ path, ...remembered }));
    return `${JSON.stringify({ boot, files })}\n`;
}
function parseDigests(text, boot) {
    const memory = (0,json/* parseObject */.l)(text);
    if (memory?.boot !== boot || !Array.isArray(memory.files))
        return new Map();
    return new Map(memory.files.flatMap(readFile));
}
function readFile(value) {
    const { path, identity, sha256 } = (0,json/* isObject */.G)(value) ? value : {};
    if (typeof path !== 'string' || typeof identity !== 'string' || typeof sha256 !== 'string')
        return [];
    return [[path, { identity, sha256 }]];
}

// EXTERNAL MODULE: ./lib/host/readings.js
var readings = __nccwpck_require__(375);
;// CONCATENATED MODULE: ./lib/host/digest.js



function sha256Of(host, path) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    host.readPieces(path, (piece) => hash.update(piece));
    return hash.digest('hex');
}
function openDigests(host, kept = '', now = Date.now) {
    const boot = (0,readings/* textOr */.ph)(host, '/proc/sys/kernel/random/boot_id', '').trim();
    const earlier = parseDigests(kept, boot);
    const known = new Map(earlier);
    const lasting = new Map();
    return {
        of: (path) => {
            const begun = now();
            const found = host.stat(path);
            const identity = found === undefined ? '' : formatIdentity(found);
            const remembered = known.get(path);
            if (remembered?.identity === identity)
                return remembered.sha256;
            const sha256 = sha256Of(host, path);
            known.set(path, { identity, sha256 });
            if (found !== undefined && isSettled(found, host.fileSystemType(path), begun)) {
                lasting.set(path, { identity, sha256 });
            }
            return sha256;
        },
        news: () => {
            if (boot === '' || lasting.size === 0)
                return undefined;
            const unchanged = [...earlier].filter(([path, { identity }]) => {
                const found = host.stat(path);
                return found !== undefined && formatIdentity(found) === identity;
            });
            return formatDigests(boot, new Map([...unchanged, ...lasting]));
        },
    };
}

// EXTERNAL MODULE: ./lib/host/own-rules.js
var own_rules = __nccwpck_require__(8450);
// EXTERNAL MODULE: ./lib/core/persist.js
var persist = __nccwpck_require__(5805);
// EXTERNAL MODULE: ./lib/host/stale.js
var stale = __nccwpck_require__(1945);
// EXTERNAL MODULE: ./lib/host/table.js
var host_table = __nccwpck_require__(252);
;// CONCATENATED MODULE: ./lib/host/persist.js







const HANDLER_LIMIT = 256 * 1024 * 1024;
const SYSTEMD_BINFMT = ['/usr/lib/systemd/systemd-binfmt', '/lib/systemd/systemd-binfmt'];
function copyHandler(context, { registration, source, sha256 }) {
    if (source === undefined)
        return undefined;
    const { host, digests } = context;
    const { interpreter } = registration;
    try {
        if (host.stat(interpreter, false)?.kind === 'file' && digests.of(interpreter) === sha256)
            return undefined;
        const bytes = host.readBytes(source, HANDLER_LIMIT);
        if ((0,external_node_crypto_.createHash)('sha256').update(bytes).digest('hex') !== sha256)
            return { problem: notRecorded(source), changed: true };
        context.record({ kind: 'copy', path: interpreter });
        host.makeFolder(persist/* PERSIST_ROOT */.aQ, 0o755);
        host.makeFolder(interpreter.slice(0, interpreter.lastIndexOf('/')), 0o755);
        host.writeFile(`${interpreter}.new`, bytes, 0o755);
        host.rename(`${interpreter}.new`, interpreter);
        return undefined;
    }
    catch (thrown) {
        const reason = (0,core_problem/* errnoOf */.UQ)(thrown) ?? (0,core_problem/* reasonOf */.A3)(thrown);
        return { problem: `${(0,core_problem/* printable */.g$)(interpreter, 200)} cannot be written: ${reason}`, changed: false };
    }
}
function notRecorded(path) {
    return `its handler ${(0,core_problem/* printable */.g$)(path, 200)} is not what was recorded of it`;
}
async function persist_persist(context, { handlers, rules, forget }) {
    const kept = [...handlers, ...rules].flatMap((name) => {
        const entry = (0,host_table/* readEntry */.hB)(context, name);
        const stays = rules.includes(name) || (0,persist/* isPersistent */.sv)(entry?.interpreter);
        return entry !== undefined && stays ? ((0,core_rules/* ruleOfEntry */.Ek)(entry) ?? []) : [];
    });
    const before = (0,readings/* textOr */.ph)(context.host, persist/* FRAGMENT_PATH */.J2, null);
    const after = (0,persist/* formatFragment */.yf)((0,persist/* mergeFragment */.RV)((0,persist/* parseFragment */.oH)(before), kept, forget));
    return writeFragment(context, before, after);
}
function restoreFragment(context, now, content) {
    const rules = (0,persist/* parseFragment */.oH)(content);
    const there = rules.filter(({ interpreter }) => context.host.stat(interpreter) !== undefined);
    return writeFragment(context, now, there.length === rules.length ? content : (0,persist/* formatFragment */.yf)(there));
}
async function writeFragment(context, before, after) {
    const { host } = context;
    const problems = [];
    const changed = before !== after;
    if (changed) {
        try {
            context.record({ kind: 'write', path: persist/* FRAGMENT_PATH */.J2, before, after });
            replaceFile(host, persist/* FRAGMENT_PATH */.J2, after);
        }
        catch (thrown) {
            return {
                changed: false,
                problems: [`${persist/* FRAGMENT_PATH */.J2} cannot be written: ${(0,core_problem/* errnoOf */.UQ)(thrown) ?? (0,core_problem/* reasonOf */.A3)(thrown)}`],
            };
        }
        problems.push(...(await tellBinfmtSupport(context, (0,persist/* parseFragment */.oH)(before), (0,persist/* parseFragment */.oH)(after))));
    }
    clearHandlers(context, (0,persist/* parseFragment */.oH)(after));
    return { changed, problems };
}
function replaceFile(host, path, text) {
    if (text === null) {
        host.remove(path);
        return;
    }
    host.makeFolder(path.slice(0, path.lastIndexOf('/')));
    host.writeFile(`${path}.new`, text, 0o644);
    host.rename(`${path}.new`, path);
}
async function tellBinfmtSupport(context, before, after) {
    const { host } = context;
    const program = host.which('update-binfmts');
    if (program === undefined || SYSTEMD_BINFMT.some((path) => host.stat(path) !== undefined))
        return [];
    const gone = before.filter((rule) => !after.some((other) => (0,core_rules/* formatRule */.UT)(other) === (0,core_rules/* formatRule */.UT)(rule)));
    const come = after.filter((rule) => !before.some((other) => (0,core_rules/* formatRule */.UT)(other) === (0,core_rules/* formatRule */.UT)(rule)));
    const helpers = come.map(core_rules/* keepingRule */.ub);
    for (const helper of helpers)
        (0,stale/* removeStale */.s)(context, helper);
    const problems = helpers.flatMap((rule) => (0,host_table/* registerRule */.Ai)(context, rule) ?? []);
    for (const args of [...gone.map(persist/* updateBinfmtsRemove */.hM), ...come.map(persist/* updateBinfmtsInstall */.gL)]) {
        const outcome = await host.run({ file: program, args, timeoutMs: 30_000 });
        if (outcome.code !== 0)
            problems.push(`update-binfmts: ${(0,core_problem/* printable */.g$)(outcome.stderr) || `ended with ${outcome.code}`}`);
    }
    for (const { name } of helpers)
        (0,host_table/* remove */.TF)(context, name);
    return problems;
}
function clearHandlers(context, rules) {
    const { host } = context;
    const used = [...rules, ...(0,host_table/* readEntries */.$2)(context)].flatMap(({ interpreter }) => interpreter ?? []);
    for (const name of host.stat(persist/* PERSIST_ROOT */.aQ)?.kind === 'folder' ? host.list(persist/* PERSIST_ROOT */.aQ) : []) {
        const folder = `${persist/* PERSIST_ROOT */.aQ}/${name}`;
        if (!used.some((path) => path.startsWith(`${folder}/`)))
            host.remove(folder);
    }
}

// EXTERNAL MODULE: ./lib/host/probe.js + 1 modules
var probe = __nccwpck_require__(5980);
;// CONCATENATED MODULE: ./lib/host/apply.js














async function apply(host, plan, options) {
    const prepared = [];
    for (const step of plan.prepare) {
        const problem = await prepare(host, step, options);
        if (problem !== undefined)
            return { ...core_plan/* NOTHING_APPLIED */.Q9, prepared, problems: [problem] };
        prepared.push(step);
    }
    const lock = needsLock(plan) && options.locked !== true
        ? await (0,host_table/* lockFolders */.d1)(host, [options.table], options.lockLimitMs)
        : undefined;
    if (lock !== undefined && 'failure' in lock)
        return { ...core_plan/* NOTHING_APPLIED */.Q9, prepared, problems: [lock.failure] };
    const prober = (0,probe/* openProber */.$J)(host, options.mounts);
    try {
        const context = { ...options, host, prober, digests: options.digests ?? openDigests(host) };
        if ((0,core_plan/* writesTable */.l3)(plan))
            options.record({ kind: 'table', entries: (0,host_table/* readEntries */.$2)(context).map(core_record/* pin */.y_) });
        const removals = plan.remove.map((pinned) => ({ pinned, problem: (0,host_table/* removePinned */.R3)(context, pinned) }));
        const rules = (plan.rules ?? []).map((rule) => (0,own_rules/* installRule */.yl)(context, rule));
        const installed = await (0,probe/* sideBySide */.Qp)(plan.install, probe/* SIDE_BY_SIDE */.IX, (install) => installOne(context, install));
        const persisted = plan.persist === undefined ? undefined : await persist_persist(context, plan.persist);
        const targets = plan.prove.flatMap((arch) => (0,platforms/* targetOf */.$r)(arch) ?? []);
        const proofs = await (0,probe/* sideBySide */.Qp)(targets, probe/* SIDE_BY_SIDE */.IX, (target) => (0,probe/* runProbe */.mW)(host, prober, target, 'chroot', { version: true }));
        return {
            prepared,
            removed: [
                ...removals.filter(({ problem }) => problem === undefined).map(({ pinned }) => pinned.name),
                ...rules.flatMap(({ cleared }) => cleared ?? []),
            ],
            installed,
            proofs,
            problems: [
                ...[...removals, ...rules].flatMap(({ problem }) => problem ?? []),
                ...(persisted?.problems ?? []),
            ],
            persisted: persisted?.changed ?? false,
            rules,
            outdated: installed.some(({ outdated }) => outdated),
        };
    }
    finally {
        prober.close();
        lock?.close();
    }
}
function needsLock(plan) {
    return (0,core_plan/* writesTable */.l3)(plan) || plan.persist !== undefined;
}
async function prepare(host, step, options) {
    if (step === 'load-module') {
        const modprobe = host.which('modprobe');
        if (modprobe === undefined)
            return 'the module binfmt_misc cannot be loaded: modprobe is missing (install kmod)';
        options.record({ kind: 'load-module' });
        const outcome = await host.run({ file: modprobe, args: ['binfmt_misc'], timeoutMs: 30_000 });
        if (outcome.code === 0)
            return undefined;
        const said = (0,core_problem/* printable */.g$)(outcome.stderr) || `modprobe ended with ${outcome.code}`;
        return `the module binfmt_misc cannot be loaded: ${said} (install the modules of the running kernel, or allow this one)`;
    }
    if (host.readable(`${options.table}/status`))
        return undefined;
    options.record({ kind: 'mount', path: options.table });
    return mountTable(host, options.table);
}
async function mountTable(host, table) {
    const mount = host.which('mount');
    if (mount === undefined)
        return `${table} cannot be mounted: the mount program is missing (install the package mount)`;
    const outcome = await host.run({
        file: mount,
        args: ['-t', 'binfmt_misc', 'binfmt_misc', table],
        timeoutMs: 30_000,
    });
    if (outcome.code === 0 || host.readable(`${table}/status`))
        return undefined;
    const said = (0,core_problem/* printable */.g$)(outcome.stderr) || `mount ended with ${outcome.code}`;
    return `${table} cannot be mounted: ${said} (mount it on the host: mount -t binfmt_misc binfmt_misc ${table})`;
}
async function installOne(context, install) {
    const { arch, registration } = install;
    const failed = (problem, run) => ({
        arch,
        name: registration.name,
        changed: false,
        replaced: [],
        problem,
        ...(run === undefined ? {} : { run }),
    });
    const target = (0,platforms/* targetOf */.$r)(arch);
    if (target === undefined)
        return failed(`${(0,core_problem/* printable */.g$)(arch, 40)} is not in the table`);
    const present = (0,host_table/* readEntry */.hB)(context, registration.name);
    const done = install.replaces.every((pinned) => (0,host_table/* readEntry */.hB)(context, pinned.name)?.text !== pinned.text);
    if (done && present !== undefined && isSameInstall(present, install)) {
        const run = await prove(context, target, install);
        if ((0,verdict/* judgeRun */.Zy)(run) === 'works')
            return { arch, name: registration.name, changed: false, replaced: [], run };
    }
    const moved = install.replaces.find((pinned) => (0,host_table/* readEntry */.hB)(context, pinned.name)?.text !== pinned.text);
    if (moved !== undefined)
        return { ...failed((0,host_table/* changedMeanwhile */.Fd)(moved)), outdated: true };
    if (present !== undefined && !install.replaces.some(({ name }) => name === present.name)) {
        const problem = `an entry ${present.name} is there that may not be taken away, or came meanwhile: "${(0,core_problem/* printable */.g$)(present.text)}"`;
        return { ...failed(problem), outdated: true };
    }
    if (!isChecked(context, install)) {
        return { ...failed(notRecorded(registration.interpreter)), outdated: true };
    }
    const uncopied = copyHandler(context, install);
    if (uncopied !== undefined)
        return { ...failed(uncopied.problem), outdated: uncopied.changed };
    return install.replaces.length === 0
        ? await installFresh(context, install, target, failed)
        : await installBeside(context, install, target, failed);
}
function isChecked({ digests }, install) {
    if (isTrusted(install))
        return true;
    try {
        return digests.of(install.registration.interpreter) === install.sha256;
    }
    catch {
        return false;
    }
}
function isTrusted({ checked, source }) {
    return checked === true || source !== undefined;
}
async function installFresh(context, install, target, failed) {
    const { arch, registration } = install;
    const tried = await tryFlags(install, async (flags) => {
        const wanted = { ...registration, flags };
        const refusal = (0,host_table/* register */.kz)(context, wanted) ?? (0,host_table/* readBack */.e7)(context, (0,core_rules/* ruleOfRegistration */.DG)(wanted));
        if (refusal !== undefined)
            return { refusal };
        return { run: await prove(context, target, install) };
    }, () => (0,host_table/* removeOwn */.LO)(context, registration));
    if ('problem' in tried)
        return failed(tried.problem, tried.run);
    return { arch, name: registration.name, changed: true, replaced: [], run: tried.run };
}
async function installBeside(context, install, target, failed) {
    const { arch, registration } = install;
    const trial = { ...registration, ...(0,elf/* trialMagic */.C5)(target), name: `setup-binfmt-trial-${target.qemu}` };
    (0,stale/* removeStale */.s)(context, (0,core_rules/* ruleOfRegistration */.DG)(trial));
    const tried = await tryFlags(install, async (flags) => {
        const refusal = (0,host_table/* register */.kz)(context, { ...trial, flags });
        if (refusal !== undefined)
            return { refusal };
        const run = await (0,probe/* runProbe */.mW)(context.host, context.prober, target, 'chroot', { tag: elf/* TRIAL_TAG */.Ah });
        return { run };
    }, () => (0,host_table/* removeOwn */.LO)(context, trial));
    if ('problem' in tried)
        return failed(tried.problem, tried.run);
    (0,host_table/* removeOwn */.LO)(context, trial);
    const { flags } = tried;
    const beside = { ...registration, name: `${registration.name}.new`, flags };
    (0,stale/* removeStale */.s)(context, (0,core_rules/* ruleOfRegistration */.DG)(beside));
    const refusal = (0,host_table/* register */.kz)(context, beside);
    if (refusal !== undefined)
        return failed(refusal);
    const first = await prove(context, target, install);
    if ((0,verdict/* judgeRun */.Zy)(first) !== 'works') {
        (0,host_table/* removeOwn */.LO)(context, beside);
        return failed((0,verdict/* explainResult */.rn)((0,verdict/* judgeRun */.Zy)(first), first, registration.interpreter), first);
    }
    const replaced = [];
    for (const pinned of install.replaces) {
        const problem = (0,host_table/* removePinned */.R3)(context, pinned);
        if (problem !== undefined)
            return { ...failed(problem, first), name: beside.name, changed: true, replaced };
        replaced.push(pinned.name);
    }
    const wanted = { ...registration, flags };
    const problem = (0,host_table/* register */.kz)(context, wanted) ?? (0,host_table/* readBack */.e7)(context, (0,core_rules/* ruleOfRegistration */.DG)(wanted));
    if (problem !== undefined)
        return { ...failed(problem, first), name: beside.name, changed: true, replaced };
    (0,host_table/* removeOwn */.LO)(context, beside);
    return {
        arch,
        name: registration.name,
        changed: true,
        replaced,
        run: await prove(context, target, install),
    };
}
async function tryFlags({ flagChoices, registration: { interpreter } }, attempt, takeBack) {
    let last = { problem: 'no flags to try' };
    for (const flags of flagChoices) {
        const trial = await attempt(flags);
        if ('run' in trial && (0,verdict/* judgeRun */.Zy)(trial.run) === 'works')
            return { flags, run: trial.run };
        takeBack();
        if ('refusal' in trial)
            return { problem: trial.refusal };
        last = { problem: (0,verdict/* explainResult */.rn)((0,verdict/* judgeRun */.Zy)(trial.run), trial.run, interpreter), run: trial.run };
        if ((0,verdict/* judgeRun */.Zy)(trial.run) !== 'arguments')
            return last;
    }
    return last;
}
function prove({ host, prober }, target, { version }) {
    return (0,probe/* runProbe */.mW)(host, prober, target, 'chroot', { version: version ?? true });
}
function isSameInstall(entry, install) {
    const { registration, flagChoices } = install;
    return (entry.enabled &&
        entry.interpreter === registration.interpreter &&
        entry.match.kind === 'magic' &&
        (0,binfmt_misc/* sameMagic */.Yu)(entry.match, registration) &&
        flagChoices.some((flags) => (0,binfmt_misc/* flagSet */.lQ)(flags) === (0,binfmt_misc/* flagSet */.lQ)(entry.flags)));
}

// EXTERNAL MODULE: ./lib/host/state.js
var host_state = __nccwpck_require__(3153);
;// CONCATENATED MODULE: ./lib/core/undo.js



function planUndo(record, entries, inUse) {
    const before = tableBefore(record);
    const notes = [];
    const waiting = [];
    const remove = [];
    const back = new Map();
    for (const name of new Set(record.flatMap((change) => (0,core_record/* nameOf */.Vb)(change) ?? []))) {
        const present = entries.find((entry) => entry.name === name);
        const old = before.find((entry) => entry.name === name);
        if (present !== undefined && present.text === old?.text)
            continue;
        if (present !== undefined && !isOfRun(record, present, old)) {
            notes.push(`entry ${name} was changed by somebody else since, and stays`);
        }
        else if (present !== undefined && inUse.has(name))
            waiting.push(name);
        else if (old !== undefined && wasTaken(record, name) && !isHelper(name)) {
            const put = putOf(old, present);
            if (put === undefined)
                notes.push(`entry ${name} cannot be registered again: it is not understood`);
            else
                back.set(name, put);
        }
        else if (present !== undefined)
            remove.push(present);
    }
    const relied = entries.filter(({ name }) => waiting.includes(name));
    for (const [name, { rule }] of back) {
        if (!relied.some((other) => overlap(other.match, rule.match)))
            continue;
        back.delete(name);
        waiting.push(name);
    }
    const put = inOrder(back, before, entries, remove, restoredAlready(record, before, entries), notes);
    const left = entries.filter((entry) => !remove.includes(entry));
    const alone = left.length === 0 && put.length === 0 && waiting.length === 0;
    const mount = record.find((change) => change.kind === 'mount');
    return {
        put,
        remove: remove.map(({ name, text }) => ({ name, text })),
        files: filesBack(record),
        ...(alone && mount?.kind === 'mount' ? { unmount: mount.path } : {}),
        unloadModule: alone && record.some(({ kind }) => kind === 'load-module'),
        notes,
        waiting,
    };
}
function inherit(record, ended) {
    if ((0,core_record/* beginOf */.pv)(record) < (0,core_record/* beginOf */.pv)(ended))
        return record;
    const before = tableBefore(ended);
    const taken = before.filter(({ name }) => wasTaken(ended, name));
    const owed = taken.filter(({ name }) => !wasTaken(record, name) && record.some((change) => (0,core_record/* nameOf */.Vb)(change) === name));
    const inherited = record.map((change) => {
        if (change.kind !== 'table')
            return change;
        const entries = change.entries.filter(({ name, text }) => before.some((old) => old.name === name && old.text === text) || !wrote(ended, (0,binfmt_misc/* parseEntry */.ER)(name, text)));
        for (const { name, text } of taken) {
            if (entries.some((entry) => entry.name === name))
                continue;
            const older = before.slice(before.findIndex((old) => old.name === name) + 1).map((old) => old.name);
            const at = entries.findIndex((entry) => older.includes(entry.name));
            entries.splice(at === -1 ? entries.length : at, 0, { name, text });
        }
        return { ...change, entries };
    });
    return [...inherited, ...owed.map(({ name }) => ({ kind: 'remove', name }))];
}
function tableBefore(record) {
    const table = record.find((change) => change.kind === 'table');
    const entries = new Map((table?.kind === 'table' ? table.entries : []).map(({ name, text }) => [name, text]));
    const added = [];
    for (const change of record) {
        if (change.kind !== 'put')
            continue;
        const { name, text } = change.entry;
        if (entries.has(name))
            entries.set(name, text);
        else
            added.unshift(change.entry);
    }
    return [...added.map(({ name, text }) => [name, text]), ...entries].map(([name, text]) => (0,binfmt_misc/* parseEntry */.ER)(name, text));
}
function isOfRun(record, present, old) {
    const half = old !== undefined && !old.enabled && present.text === old.text.replace(/^disabled/, 'enabled');
    return (wrote(record, present) ||
        (half && record.some((change) => change.kind === 'put' && change.entry.name === old.name)));
}
function wrote(record, entry) {
    return record.some((change) => change.kind === 'register' && (0,core_rules/* isRuleOf */.Cz)(change.rule, entry));
}
function wasTaken(record, name) {
    return record.some((change) => change.kind !== 'register' && (0,core_record/* nameOf */.Vb)(change) === name);
}
function isHelper(name) {
    return /^setup-binfmt-(?:trial|undo)-/.test(name);
}
function restoredAlready(record, before, entries) {
    return entries.filter(({ name, text }) => wasTaken(record, name) && before.some((old) => old.name === name && old.text === text));
}
function overlap(a, b) {
    return a.kind !== 'unknown' && b.kind !== 'unknown' && (0,core_rules/* rulesOverlap */.JL)(a, b);
}
function putOf(entry, replaces) {
    const rule = (0,core_rules/* ruleOfEntry */.Ek)(entry);
    if (rule === undefined)
        return undefined;
    const { enabled, text } = entry;
    return {
        rule,
        enabled,
        text,
        ...(replaces === undefined ? {} : { replaces: { name: replaces.name, text: replaces.text } }),
    };
}
function inOrder(back, before, entries, leaving, restored, notes) {
    const known = new Set(before.map(({ name }) => name));
    const since = entries.filter(({ name }) => !known.has(name));
    const put = [];
    const passed = [];
    const askedBefore = (entry) => passed
        .filter((other) => restored.includes(other) && entries.indexOf(other) < entries.indexOf(entry))
        .map(({ match }) => match);
    for (const { name } of [...since, ...before].reverse()) {
        const returning = back.get(name);
        if (returning !== undefined) {
            put.push(returning);
            continue;
        }
        const present = entries.find((entry) => entry.name === name);
        if (present === undefined || leaving.includes(present))
            continue;
        const asked = [...put.map(({ rule }) => rule.match), ...askedBefore(present)];
        if (!asked.some((match) => overlap(match, present.match))) {
            passed.push(present);
            continue;
        }
        const again = putOf(present, present);
        if (again === undefined)
            notes.push(`entry ${name} is now asked after others that take the same files`);
        else
            put.push(again);
    }
    return put;
}
function filesBack(record) {
    const files = new Map();
    for (const change of record) {
        if (change.kind !== 'write')
            continue;
        const content = files.get(change.path)?.content;
        files.set(change.path, {
            path: change.path,
            expect: change.after,
            content: content === undefined ? change.before : content,
        });
    }
    return [...files.values()];
}

;// CONCATENATED MODULE: ./lib/host/undo.js







async function endRun(host, table, state, run, changes) {
    if (changes && state.records().some((one) => one.run === run))
        state.append(run, { kind: 'undo' });
    state.dropLease(run);
    let undone = { applied: { ...core_plan/* NOTHING_APPLIED */.Q9, restored: [], notes: [] }, unloadModule: false };
    for (const { run: ended, record } of state.records()) {
        if (!record.some(({ kind }) => kind === 'undo'))
            continue;
        const context = { host, table: table ?? '', record: (change) => state.append(ended, change) };
        const entries = table === undefined ? [] : (0,host_table/* readEntries */.$2)(context);
        const undo = planUndo(record, entries, (0,core_record/* entriesInUse */.xR)(state.leases(), ended));
        undone = join(undone, await takeBack(context, undo, ended, table !== undefined));
        forget(state, ended, record, undo.waiting);
    }
    return undone;
}
function forget(state, ended, record, waiting) {
    const { left, undone } = (0,core_record/* partRecord */.jN)(record, waiting);
    for (const other of state.records()) {
        const changed = inherit(other.record, undone);
        if (other.run !== ended && JSON.stringify(changed) !== JSON.stringify(other.record))
            state.replace(other.run, changed);
    }
    state.replace(ended, left);
}
async function takeBack(context, undo, run, mounted) {
    const { host } = context;
    const notes = [...undo.notes];
    const problems = [];
    const restored = [];
    for (const put of mounted ? undo.put : []) {
        const problem = putBack(context, put, run);
        if (problem === undefined)
            restored.push(put.rule.name);
        else
            problems.push(problem);
    }
    const removals = undo.remove.map((pinned) => ({ pinned, problem: (0,host_table/* removePinned */.R3)(context, pinned) }));
    for (const { path, expect, content } of undo.files) {
        const now = (0,readings/* textOr */.ph)(host, path, null);
        if (now === content)
            continue;
        if (now !== expect)
            notes.push(`${path} was changed by somebody else since, and stays`);
        else
            problems.push(...(await restoreFragment(context, now, content)).problems);
    }
    for (const name of undo.waiting) {
        notes.push(`entry ${(0,core_problem/* printable */.g$)(name, 60)} stays as long as another job relies on it`);
    }
    return {
        applied: {
            ...core_plan/* NOTHING_APPLIED */.Q9,
            removed: removals.flatMap(({ pinned, problem }) => (problem === undefined ? [pinned.name] : [])),
            restored,
            notes,
            problems: [...problems, ...removals.flatMap(({ problem }) => problem ?? [])],
        },
        ...(undo.unmount === undefined ? {} : { unmount: undo.unmount }),
        unloadModule: undo.unloadModule,
    };
}
function putBack(context, { rule, enabled, text, replaces }, run) {
    const helper = freeName(context, `setup-binfmt-undo-${run.slice(0, 8)}`);
    const name = (0,core_problem/* printable */.g$)(rule.name, 60);
    if (enabled) {
        const refusal = (0,host_table/* registerRule */.Ai)(context, { ...rule, name: helper });
        if (refusal !== undefined)
            return `entry ${name} cannot be put back, and what is in its place stays: ${refusal}`;
    }
    const refusal = (0,host_table/* recordFirst */.C3)(context, { kind: 'put', entry: { name: rule.name, text } }) ??
        (replaces === undefined ? undefined : (0,host_table/* removePinned */.R3)(context, replaces)) ??
        (0,host_table/* writeRule */.oC)(context, rule) ??
        (enabled ? undefined : (0,host_table/* disable */.b8)(context, rule.name));
    if (refusal !== undefined)
        return `entry ${name} cannot be put back: ${refusal}`;
    if (enabled)
        (0,host_table/* remove */.TF)(context, helper);
    const now = (0,host_table/* readEntry */.hB)(context, rule.name)?.text;
    return now === text ? undefined : `entry ${name} was put back, and reads otherwise than before`;
}
function freeName(context, base) {
    for (let number = 1;; number++) {
        const name = `${base}-${number}`;
        if ((0,host_table/* readEntry */.hB)(context, name) === undefined)
            return name;
    }
}
function join(first, second) {
    const [a, b] = [first.applied, second.applied];
    return {
        applied: {
            ...core_plan/* NOTHING_APPLIED */.Q9,
            removed: [...a.removed, ...b.removed],
            problems: [...a.problems, ...b.problems],
            restored: [...(a.restored ?? []), ...(b.restored ?? [])],
            notes: [...(a.notes ?? []), ...(b.notes ?? [])],
        },
        ...((second.unmount ?? first.unmount) === undefined ? {} : { unmount: second.unmount ?? first.unmount }),
        unloadModule: first.unloadModule || second.unloadModule,
    };
}

;// CONCATENATED MODULE: ./lib/host/carry-out.js








const LOCK_LIMIT_MS = 60_000;
async function carryOutHere(host, plan, place) {
    const { run } = plan;
    if (run === undefined)
        return applyHere(host, plan, place);
    const state = (0,host_state/* openState */.Gf)(host);
    if ('failure' in state) {
        const applied = plan.end === undefined ? await applyHere(host, plan, place) : core_plan/* NOTHING_APPLIED */.Q9;
        return { ...applied, notes: [unrecorded(state)] };
    }
    const mounted = (0,mounts/* mountAt */.LS)(place.mounts, place.table)?.type === 'binfmt_misc';
    const locked = mounted && plan.prepare.length === 0 && (plan.end !== undefined || needsLock(plan));
    const digests = openDigests(host, state.digests());
    const locking = (0,host_table/* lockFolders */.d1)(host, [state.folder, ...(locked ? [place.table] : [])], LOCK_LIMIT_MS);
    hashFirst(digests, plan);
    const lock = await locking;
    if ('failure' in lock)
        return { ...core_plan/* NOTHING_APPLIED */.Q9, problems: [lock.failure] };
    try {
        if (plan.end !== undefined) {
            const table = mounted ? place.table : undefined;
            const undone = await endRun(host, table, state, run, plan.end.changes);
            lock.release(place.table);
            return await leave(host, undone, table);
        }
        if (!takeLease(host, state, run, plan, place.table))
            return { ...core_plan/* NOTHING_APPLIED */.Q9, outdated: true };
        const applied = await applyHere(host, plan, { ...place, locked, digests }, (change) => state.append(run, change));
        keep(digests, state);
        return applied;
    }
    catch (thrown) {
        return { ...core_plan/* NOTHING_APPLIED */.Q9, problems: [(0,core_problem/* reasonOf */.A3)(thrown)] };
    }
    finally {
        lock.close();
    }
}
function unrecorded({ failure }) {
    return `what was changed is not recorded, and cannot be undone by itself: ${failure}`;
}
function applyHere(host, plan, place, record = () => undefined) {
    return apply(host, plan, { ...place, record, lockLimitMs: LOCK_LIMIT_MS });
}
function hashFirst(digests, { install: [first] }) {
    if (first === undefined || isTrusted(first))
        return;
    try {
        digests.of(first.registration.interpreter);
    }
    catch {
    }
}
function keep(digests, state) {
    try {
        const news = digests.news();
        if (news !== undefined)
            state.keepDigests(news);
    }
    catch {
    }
}
function takeLease(host, state, run, plan, table) {
    if (plan.lease === undefined)
        return true;
    const context = { host, table, record: () => undefined };
    if (plan.lease.entries.some((name) => (0,host_table/* readEntry */.hB)(context, name) === undefined))
        return false;
    const coming = [
        ...plan.install.flatMap(({ registration: { name } }) => [name, `${name}.new`]),
        ...(plan.rules ?? []).map(({ rule }) => rule.name),
    ];
    state.takeLease(run, [...plan.lease.entries, ...coming], plan.lease.holder);
    return true;
}
async function leave(host, { applied, unmount, unloadModule }, table) {
    const problems = [
        ...(table !== undefined && unmount === table ? await attempt(host, 'umount', [table]) : []),
        ...(unloadModule ? await attempt(host, 'modprobe', ['-r', 'binfmt_misc']) : []),
    ];
    return { ...applied, notes: [...(applied.notes ?? []), ...problems] };
}
async function attempt(host, program, args) {
    const file = host.which(program);
    if (file === undefined)
        return [`${program} is missing`];
    const outcome = await host.run({ file, args, timeoutMs: 30_000 });
    return outcome.code === 0
        ? []
        : [`${program}: ${(0,core_problem/* printable */.g$)(outcome.stderr) || `ended with ${outcome.code}`}`];
}

// EXTERNAL MODULE: ./lib/host/standby.js
var host_standby = __nccwpck_require__(8921);
;// CONCATENATED MODULE: ./lib/host/escalate.js





async function applyWith(host, facts, plan, program, standby) {
    if (facts.privilege === 'root') {
        return carryOutHere(host, plan, { table: facts.table.path, mounts: facts.mounts });
    }
    const early = await standby?.handOver(plan);
    const outcome = early ?? (await (0,host_standby/* standBy */.a)(host, facts, program)?.handOver(plan));
    return outcome === undefined ? failed('no privilege to change the table') : readOutcome(outcome);
}
function readOutcome({ stdout, stderr, signal, code, error }) {
    const answer = (0,json/* parseObject */.l)(stdout);
    if (answer !== undefined && 'installed' in answer)
        return answer;
    const said = (0,core_problem/* printable */.g$)(stderr) || `it ended with ${signal ?? code ?? error}`;
    return failed(`the privileged program failed: ${said}`);
}
function failed(problem) {
    return { ...core_plan/* NOTHING_APPLIED */.Q9, problems: [problem] };
}


/***/ }),

/***/ 2300:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ endGroup),
/* harmony export */   f: () => (/* binding */ startHolder)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1421);
/* harmony import */ var _core_problem_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4458);


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
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
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

/***/ 2692:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   B8: () => (/* binding */ observeMounts),
/* harmony export */   lB: () => (/* binding */ observe),
/* harmony export */   pw: () => (/* binding */ observeTable)
/* harmony export */ });
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7030);
/* harmony import */ var _core_binfmt_misc_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5162);
/* harmony import */ var _core_facts_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(6426);
/* harmony import */ var _core_mounts_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(6191);
/* harmony import */ var _core_platforms_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(9636);
/* harmony import */ var _core_problem_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(4458);
/* harmony import */ var _readings_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(375);







function observeMounts(host) {
    return (0,_core_mounts_js__WEBPACK_IMPORTED_MODULE_4__/* .parseMounts */ .qV)((0,_readings_js__WEBPACK_IMPORTED_MODULE_5__/* .textOr */ .ph)(host, '/proc/self/mountinfo', ''));
}
async function observe(host, tablePath = _core_binfmt_misc_js__WEBPACK_IMPORTED_MODULE_1__/* .TABLE_PATH */ .Fb) {
    const release = host.kernelRelease;
    const kernel = { release, version: (0,_core_facts_js__WEBPACK_IMPORTED_MODULE_6__/* .parseVersion */ .ot)(release) };
    const mounts = observeMounts(host);
    const architecture = (0,_core_platforms_js__WEBPACK_IMPORTED_MODULE_2__/* .nativeArchitecture */ .BM)(host.nodeArch, host.endian);
    const endpoint = host.env.DOCKER_HOST ?? 'unix:///var/run/docker.sock';
    const asking = Promise.all([hasSudo(host), answers(host, endpoint)]);
    const container = observeContainer(host);
    const wsl = observeWsl(kernel.release);
    const seen = {
        system: host.system,
        kernel,
        architecture,
        ...(architecture === 'amd64'
            ? { amd64Level: (0,_core_facts_js__WEBPACK_IMPORTED_MODULE_6__/* .parseAmd64Level */ ._V)((0,_readings_js__WEBPACK_IMPORTED_MODULE_5__/* .headText */ .WI)(host, '/proc/cpuinfo', 8192)) }
            : {}),
        cpus: host.cpus,
        nodeVersion: host.nodeVersion,
        uid: host.uid,
        capabilities: (0,_core_facts_js__WEBPACK_IMPORTED_MODULE_6__/* .parseCapabilities */ .md)((0,_readings_js__WEBPACK_IMPORTED_MODULE_5__/* .textOr */ .ph)(host, '/proc/self/status', '')),
        userNamespace: (0,_core_facts_js__WEBPACK_IMPORTED_MODULE_6__/* .isNestedNamespace */ .dG)((0,_readings_js__WEBPACK_IMPORTED_MODULE_5__/* .textOr */ .ph)(host, '/proc/self/uid_map', '')),
        ...(container === undefined ? {} : { container }),
        ...(wsl === undefined ? {} : { wsl }),
        table: observeTable(host, mounts, release, tablePath),
        mounts,
    };
    const [sudo, reachable] = await asking;
    return { ...seen, privilege: privilegeOf(host, sudo, reachable), docker: { endpoint, reachable } };
}
function privilegeOf(host, sudo, docker) {
    if (host.uid === 0)
        return 'root';
    if (sudo)
        return 'sudo';
    return docker ? 'docker' : 'none';
}
async function hasSudo(host) {
    if (host.uid === 0)
        return false;
    const sudo = host.which('sudo');
    if (sudo === undefined)
        return false;
    const outcome = await host.run({ file: sudo, args: ['-n', 'true'], timeoutMs: 10_000 });
    return outcome.code === 0;
}
function answers(host, endpoint) {
    const path = endpoint.slice('unix://'.length);
    if (!endpoint.startsWith('unix:///') || host.stat(path) === undefined)
        return Promise.resolve(false);
    return new Promise((resolve) => {
        const socket = (0,node_net__WEBPACK_IMPORTED_MODULE_0__.connect)(path);
        const finish = (reachable) => {
            socket.destroy();
            resolve(reachable);
        };
        socket.setTimeout(500, () => finish(false));
        socket.on('connect', () => finish(true));
        socket.on('error', () => finish(false));
    });
}
function observeTable(host, mounts, release, path) {
    const elsewhere = mounts
        .filter((mount) => mount.type === 'binfmt_misc' && mount.point !== path)
        .map((mount) => mount.point);
    const state = tableState(host, mounts, release, path);
    const readable = state === 'ready' || state === 'disabled' || state === 'read-only';
    const { entries, unreadable } = readable ? observeEntries(host, path) : { entries: [], unreadable: [] };
    const owner = readable ? host.stat(`${path}/register`)?.uid : undefined;
    return { state, path, entries, unreadable, elsewhere, ...(owner === undefined ? {} : { owner }) };
}
function tableState(host, mounts, release, path) {
    const mount = (0,_core_mounts_js__WEBPACK_IMPORTED_MODULE_4__/* .mountAt */ .LS)(mounts, path);
    if (mount?.type === 'binfmt_misc' && isVisible(host, path)) {
        if ((0,_core_binfmt_misc_js__WEBPACK_IMPORTED_MODULE_1__/* .parseStatus */ .i$)((0,_readings_js__WEBPACK_IMPORTED_MODULE_5__/* .textOr */ .ph)(host, `${path}/status`, '')) === 'disabled')
            return 'disabled';
        return (0,_core_mounts_js__WEBPACK_IMPORTED_MODULE_4__/* .isReadOnly */ .PI)(mount) ? 'read-only' : 'ready';
    }
    if (mount?.type === 'autofs')
        return 'autofs';
    if (/^nodev\s+binfmt_misc$/m.test((0,_readings_js__WEBPACK_IMPORTED_MODULE_5__/* .textOr */ .ph)(host, '/proc/filesystems', ''))) {
        return host.stat(path) === undefined ? 'masked' : 'not-mounted';
    }
    if (host.stat('/proc/sys/fs') === undefined)
        return 'masked';
    if (host.stat(path) === undefined)
        return 'unsupported';
    return moduleIsThere(host, release) ? 'not-loaded' : 'module-missing';
}
function isVisible(host, path) {
    const type = host.fileSystemType(path);
    return type === undefined ? host.stat(path) !== undefined : type === _core_binfmt_misc_js__WEBPACK_IMPORTED_MODULE_1__/* .BINFMTFS_MAGIC */ .Qk;
}
function moduleIsThere(host, release) {
    return ['/lib/modules', '/usr/lib/modules'].some((folder) => ['modules.dep', 'modules.builtin'].some((file) => /(?:^|\/)binfmt_misc\.ko/m.test((0,_readings_js__WEBPACK_IMPORTED_MODULE_5__/* .textOr */ .ph)(host, `${folder}/${release}/${file}`, ''))));
}
function observeEntries(host, path) {
    const entries = [];
    const unreadable = [];
    for (const name of (0,_readings_js__WEBPACK_IMPORTED_MODULE_5__/* .namesIn */ .wX)(host, path)) {
        if (name === 'register' || name === 'status')
            continue;
        try {
            entries.push((0,_core_binfmt_misc_js__WEBPACK_IMPORTED_MODULE_1__/* .parseEntry */ .ER)(name, host.readText(`${path}/${name}`)));
        }
        catch (thrown) {
            const errno = (0,_core_problem_js__WEBPACK_IMPORTED_MODULE_3__/* .errnoOf */ .UQ)(thrown) ?? 'EUNKNOWN';
            if (errno !== 'ENOENT')
                unreadable.push({ name, errno });
        }
    }
    return { entries, unreadable };
}
function observeContainer(host) {
    if (host.stat('/.dockerenv') !== undefined)
        return 'docker';
    if (host.stat('/run/.containerenv') !== undefined)
        return 'podman';
    const systemd = (0,_readings_js__WEBPACK_IMPORTED_MODULE_5__/* .textOr */ .ph)(host, '/run/systemd/container', '').trim();
    if (/^[a-z][a-z0-9-]{0,30}$/.test(systemd))
        return systemd;
    if (/(?:^|\/)(?:kubepods|docker|lxc|containerd)/m.test((0,_readings_js__WEBPACK_IMPORTED_MODULE_5__/* .textOr */ .ph)(host, '/proc/1/cgroup', '')))
        return 'container';
    return undefined;
}
function observeWsl(release) {
    if (/microsoft-standard/i.test(release))
        return 2;
    return /microsoft/i.test(release) ? 1 : undefined;
}


/***/ }),

/***/ 8450:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Oh: () => (/* binding */ observePrograms),
/* harmony export */   Rr: () => (/* binding */ observeInterpreter),
/* harmony export */   yl: () => (/* binding */ installRule)
/* harmony export */ });
/* harmony import */ var _core_platforms_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9636);
/* harmony import */ var _core_rules_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1214);
/* harmony import */ var _readings_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(375);
/* harmony import */ var _stale_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(1945);
/* harmony import */ var _table_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(252);





const HEADER_BYTES = 256;
function observeInterpreter(host, path) {
    const stat = host.stat(path);
    const executable = stat?.kind === 'file' && (stat.mode & 0o111) !== 0;
    return {
        exists: stat !== undefined,
        executable,
        header: executable ? (0,_readings_js__WEBPACK_IMPORTED_MODULE_4__/* .headOf */ .Uo)(host, path, HEADER_BYTES) : new Uint8Array(),
    };
}
const PROGRAMS = [
    ...['sh', 'bash', 'env', 'cat', 'sudo', 'flock', 'mount', 'umount', 'chroot', 'unshare', 'modprobe'],
    ...['git', 'tar', 'docker', 'update-binfmts'],
];
function observePrograms(host) {
    const paths = [host.node, '/bin/sh', ...PROGRAMS.flatMap((name) => host.which(name) ?? [])];
    return [...new Set(paths)].map((path) => ({ path, header: (0,_readings_js__WEBPACK_IMPORTED_MODULE_4__/* .headOf */ .Uo)(host, path, HEADER_BYTES) }));
}
function installRule(context, { rule, replaces }) {
    const { host } = context;
    const { name } = rule;
    const failed = (problem) => ({
        name,
        changed: false,
        problem: `rule ${name}: ${problem}`,
    });
    const beside = (0,_core_rules_js__WEBPACK_IMPORTED_MODULE_1__/* .besideRule */ .Bg)(rule);
    const present = (0,_table_js__WEBPACK_IMPORTED_MODULE_3__/* .readEntry */ .hB)(context, name);
    if (present?.enabled && (0,_core_rules_js__WEBPACK_IMPORTED_MODULE_1__/* .isRuleOf */ .Cz)(rule, present)) {
        const cleared = (0,_stale_js__WEBPACK_IMPORTED_MODULE_2__/* .removeStale */ .s)(context, beside) ? { cleared: beside.name } : {};
        return { name, changed: false, ...cleared };
    }
    const native = (0,_core_platforms_js__WEBPACK_IMPORTED_MODULE_0__/* .nativeArchitecture */ .BM)(host.nodeArch, host.endian);
    const [problem] = (0,_core_rules_js__WEBPACK_IMPORTED_MODULE_1__/* .ruleProblems */ .b0)(rule, native, observeInterpreter(host, rule.interpreter), observePrograms(host));
    if (problem !== undefined)
        return failed(problem);
    if (present?.text !== replaces?.text)
        return failed((0,_table_js__WEBPACK_IMPORTED_MODULE_3__/* .changedMeanwhile */ .Fd)({ name, text: '' }));
    if (replaces === undefined) {
        const result = settle(context, rule, failed);
        if (result.problem === undefined)
            (0,_stale_js__WEBPACK_IMPORTED_MODULE_2__/* .removeStale */ .s)(context, beside);
        return result;
    }
    (0,_stale_js__WEBPACK_IMPORTED_MODULE_2__/* .removeStale */ .s)(context, beside);
    if ((0,_table_js__WEBPACK_IMPORTED_MODULE_3__/* .readEntry */ .hB)(context, beside.name) !== undefined)
        return failed(`entry ${beside.name} is in the way, and is not of this program: take it away`);
    const refusal = (0,_table_js__WEBPACK_IMPORTED_MODULE_3__/* .registerRule */ .Ai)(context, beside);
    if (refusal !== undefined)
        return failed(refusal);
    const stuck = (0,_table_js__WEBPACK_IMPORTED_MODULE_3__/* .removePinned */ .R3)(context, replaces);
    const result = stuck === undefined ? settle(context, rule, failed) : failed(stuck);
    if (result.problem === undefined || stuck !== undefined)
        (0,_table_js__WEBPACK_IMPORTED_MODULE_3__/* .remove */ .TF)(context, beside.name);
    return result;
}
function settle(context, rule, failed) {
    const refusal = (0,_table_js__WEBPACK_IMPORTED_MODULE_3__/* .registerRule */ .Ai)(context, rule);
    if (refusal !== undefined)
        return failed(refusal);
    const misread = (0,_table_js__WEBPACK_IMPORTED_MODULE_3__/* .readBack */ .e7)(context, rule);
    if (misread === undefined)
        return { name: rule.name, changed: true };
    (0,_table_js__WEBPACK_IMPORTED_MODULE_3__/* .remove */ .TF)(context, rule.name);
    return failed(misread);
}


/***/ }),

/***/ 3229:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ readPersisted)
/* harmony export */ });
/* harmony import */ var _core_persist_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5805);

function readPersisted(host, scope) {
    if (scope !== 'host')
        return [];
    try {
        return (0,_core_persist_js__WEBPACK_IMPORTED_MODULE_0__/* .parseFragment */ .oH)(host.readText(_core_persist_js__WEBPACK_IMPORTED_MODULE_0__/* .FRAGMENT_PATH */ .J2));
    }
    catch {
        return [];
    }
}


/***/ }),

/***/ 8665:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  yj: () => (/* binding */ MOUNT_ONCE),
  Zr: () => (/* binding */ observeNamespaces),
  E1: () => (/* binding */ openPrivateTable)
});

// EXTERNAL MODULE: ./lib/core/binfmt-misc.js
var binfmt_misc = __nccwpck_require__(5162);
// EXTERNAL MODULE: ./lib/core/facts.js
var facts = __nccwpck_require__(6426);
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
var problem = __nccwpck_require__(4458);
// EXTERNAL MODULE: ./lib/core/rootless-tools.js
var rootless_tools = __nccwpck_require__(6090);
// EXTERNAL MODULE: ./lib/host/holder.js
var host_holder = __nccwpck_require__(2300);
// EXTERNAL MODULE: ./lib/host/inside.js
var inside = __nccwpck_require__(3382);
// EXTERNAL MODULE: ./lib/host/readings.js
var readings = __nccwpck_require__(375);
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


/***/ }),

/***/ 5980:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  IX: () => (/* binding */ SIDE_BY_SIDE),
  $J: () => (/* binding */ openProber),
  mW: () => (/* binding */ runProbe),
  Qp: () => (/* binding */ sideBySide)
});

// UNUSED EXPORTS: PROBE_LIMIT_MS

// EXTERNAL MODULE: ./lib/core/elf.js
var elf = __nccwpck_require__(2956);
// EXTERNAL MODULE: ./lib/core/mounts.js
var core_mounts = __nccwpck_require__(6191);
// EXTERNAL MODULE: ./lib/core/verdict.js
var verdict = __nccwpck_require__(6992);
;// CONCATENATED MODULE: ./lib/host/probe-batch.js
const SCRIPT = `
tool=$1 options=$2 root=$3 arguments=$4
unset PWD OLDPWD
ulimit -f 128
while IFS= read -r ask && [ -n "$ask" ] && IFS= read -r jail; do
  {
    "$tool" $options "$root$jail" /probe $arguments >"$jail.out"
    echo "$?"
    [ "$ask" = no ] || QEMU_VERSION=1 "$jail/probe"
  } >"$jail.end" 2>/dev/null &
done
wait
`;
function openBatches(host, chroot, args, limitMs) {
    const words = [chroot.file, chroot.options.join(' '), chroot.root, args.join(' ')];
    let open;
    const start = () => {
        let input;
        const ended = host.run({
            file: '/bin/sh',
            args: ['-c', SCRIPT, 'sh', ...words],
            env: {},
            cwd: '/',
            feed: (given) => {
                input = given;
            },
            silent: true,
            timeoutMs: limitMs,
        });
        setImmediate(() => {
            open = undefined;
            input?.write('\n');
            input?.end();
        });
        return { ended, add: (jail, ask) => input?.write(`${ask ? 'yes' : 'no'}\n${jail}\n`) };
    };
    return async (jail, { version }) => {
        open ??= start();
        const asked = Date.now();
        open.add(jail, version);
        await open.ended;
        return readAnswer(host, jail, asked);
    };
}
function readAnswer(host, jail, asked) {
    try {
        const [, code, version = ''] = /^(\d{1,3})\n(.*)$/s.exec(host.readText(`${jail}.end`)) ?? [];
        if (code === undefined)
            return undefined;
        const ms = Math.max(1, Math.round((host.stat(`${jail}.end`)?.modified ?? asked) - asked));
        return { code: Number(code), stdout: host.readText(`${jail}.out`), version, ms };
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./lib/host/probe.js




const PROBE_LIMIT_MS = 5_000;
const TRIES = 3;
const HUNG_TRIES = { plain: 2, chroot: 1 };
const ARGUMENTS = Array.from({ length: elf/* PROBE_ARGUMENTS */.Ee - 1 }, () => 'a');
const SIDE_BY_SIDE = 16;
function openProber(host, mounts) {
    const folder = host.makeTemporary('setup-binfmt-probe-', executableFolder(host, mounts));
    host.makeMode(folder, 0o755);
    const chroot = chrootOf(host);
    const together = chroot === undefined
        ? () => Promise.resolve(undefined)
        : openBatches(host, chroot, ARGUMENTS, PROBE_LIMIT_MS);
    return { folder, chroot, together, close: () => host.remove(folder) };
}
function executableFolder(host, mounts) {
    const { RUNNER_TEMP, TMPDIR, HOME, XDG_RUNTIME_DIR } = host.env;
    const candidates = [TMPDIR, '/tmp', RUNNER_TEMP, '/var/tmp', XDG_RUNTIME_DIR, HOME];
    return candidates.find((path) => {
        if (path === undefined || !path.startsWith('/') || host.stat(path)?.kind !== 'folder')
            return false;
        return !(0,core_mounts/* mountOf */.vI)(mounts, host.realPath(path) ?? path)?.options.includes('noexec') && host.isWritable(path);
    });
}
function chrootOf(host) {
    const chroot = host.which('chroot');
    if (host.uid === 0 && chroot !== undefined)
        return { file: chroot, options: [], root: '' };
    const unshare = host.which('unshare');
    if (unshare === undefined)
        return undefined;
    return { file: unshare, options: ['--user', '--map-root-user'], root: '--root=' };
}
async function runProbe(host, prober, target, place, options = {}) {
    const suffix = options.tag === undefined ? '' : '-trial';
    const jail = `${prober.folder}/${target.arch}${suffix}`;
    if (host.stat(jail) === undefined) {
        host.makeFolder(jail, 0o755);
        host.writeFile(`${jail}/probe`, (0,elf/* buildProbe */.h1)(target, options.tag === undefined ? {} : { tag: options.tag }), 0o755);
    }
    const ask = options.version === true;
    const told = typeof options.version === 'string' ? (0,verdict/* formatQemuAnswer */.u)(target, options.version) : undefined;
    const answer = place === 'chroot' ? await prober.together(jail, { version: ask }) : undefined;
    if (answer !== undefined) {
        const { version, ...ended } = answer;
        const outcome = { ...ended, signal: null, stderr: '', timedOut: false };
        const run = toRun(target, place, outcome, 1);
        if ((0,verdict/* judgeRun */.Zy)(run) === 'works')
            return withVersion(run, ask ? version : told);
    }
    const command = commandFor(prober, jail, place);
    const asked = ask
        ? host.run({ ...command, env: { QEMU_VERSION: '1' }, timeoutMs: PROBE_LIMIT_MS })
        : undefined;
    for (let attempt = 1;; attempt++) {
        const outcome = await host.run({ ...command, env: {}, timeoutMs: PROBE_LIMIT_MS });
        const run = toRun(target, place, outcome, attempt);
        const result = (0,verdict/* judgeRun */.Zy)(run);
        const tries = result === 'crashed' ? TRIES : result === 'hung' ? HUNG_TRIES[place] : 1;
        if (attempt >= tries)
            return withVersion(run, (await asked)?.stdout ?? told);
    }
}
function withVersion(run, version) {
    return version === undefined ? run : { ...run, version: version.slice(0, 200) };
}
function commandFor(prober, jail, place) {
    const { chroot } = prober;
    if (place === 'chroot' && chroot !== undefined) {
        const args = [...chroot.options, `${chroot.root}${jail}`, '/probe', ...ARGUMENTS];
        return { file: chroot.file, args, cwd: jail };
    }
    return { file: '/bin/sh', args: ['-c', 'exec "$0" "$@"', `${jail}/probe`, ...ARGUMENTS], cwd: jail };
}
function toRun(target, place, outcome, attempts) {
    const { code, signal, stdout, stderr, timedOut, error, ms } = outcome;
    return {
        arch: target.arch,
        place,
        code,
        signal,
        stdout: stdout.slice(0, 200),
        stderr: stderr.slice(0, 1000),
        timedOut,
        ...(error === undefined ? {} : { error }),
        attempts,
        ms,
    };
}
async function sideBySide(items, width, work) {
    const results = [];
    const waiting = items.entries();
    const lane = async () => {
        for (const [index, item] of waiting)
            results[index] = await work(item);
    };
    await Promise.all(Array.from({ length: Math.min(width, items.length) }, lane));
    return results;
}


/***/ }),

/***/ 910:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   N9: () => (/* binding */ rejudge),
/* harmony export */   Ty: () => (/* binding */ judgeAll),
/* harmony export */   mQ: () => (/* binding */ probeAll)
/* harmony export */ });
/* harmony import */ var _core_platforms_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9636);
/* harmony import */ var _core_verdict_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6992);
/* harmony import */ var _probe_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(5980);



async function probeAll(host, facts, targets, versionOf = () => undefined) {
    const prober = (0,_probe_js__WEBPACK_IMPORTED_MODULE_2__/* .openProber */ .$J)(host, facts.mounts);
    const probe = (target) => {
        const entry = (0,_core_verdict_js__WEBPACK_IMPORTED_MODULE_1__/* .answering */ .Vk)(facts.table.entries, target);
        const known = entry?.interpreter === undefined ? undefined : versionOf(entry.interpreter);
        return (0,_probe_js__WEBPACK_IMPORTED_MODULE_2__/* .runProbe */ .mW)(host, prober, target, 'chroot', { version: known ?? entry !== undefined });
    };
    try {
        const control = facts.architecture === undefined ? undefined : (0,_core_platforms_js__WEBPACK_IMPORTED_MODULE_0__/* .targetOf */ .$r)(facts.architecture);
        const wanted = targets.filter((target) => isWorthRunning(target, facts));
        const inside = prober.chroot === undefined ? [] : await (0,_probe_js__WEBPACK_IMPORTED_MODULE_2__/* .sideBySide */ .Qp)(wanted, _probe_js__WEBPACK_IMPORTED_MODULE_2__/* .SIDE_BY_SIDE */ .IX, probe);
        const usable = control === undefined || inside.some((run) => run.arch === control.arch && (0,_core_verdict_js__WEBPACK_IMPORTED_MODULE_1__/* .judgeRun */ .Zy)(run) === 'works');
        const chroots = new Map(usable ? inside.map((run) => [run.arch, run]) : []);
        const again = wanted.filter(({ arch }) => isUnexplained(chroots.get(arch)));
        const plains = new Map((await runPlainly(host, prober, again)).map((run) => [run.arch, run]));
        return targets.map((target) => {
            const chroot = chroots.get(target.arch);
            const plain = plains.get(target.arch);
            return {
                target,
                ...(chroot === undefined ? {} : { chroot }),
                ...(plain === undefined ? {} : { plain }),
            };
        });
    }
    finally {
        prober.close();
    }
}
function isUnexplained(run) {
    const result = run === undefined ? undefined : (0,_core_verdict_js__WEBPACK_IMPORTED_MODULE_1__/* .judgeRun */ .Zy)(run);
    return result !== 'works' && result !== 'hung' && result !== 'wrong-emulator' && result !== 'no-marker';
}
function runPlainly(host, prober, targets) {
    return (0,_probe_js__WEBPACK_IMPORTED_MODULE_2__/* .sideBySide */ .Qp)(targets, _probe_js__WEBPACK_IMPORTED_MODULE_2__/* .SIDE_BY_SIDE */ .IX, (target) => (0,_probe_js__WEBPACK_IMPORTED_MODULE_2__/* .runProbe */ .mW)(host, prober, target, 'plain', { version: true }));
}
function isWorthRunning(target, facts) {
    if (facts.table.state !== 'ready' || (0,_core_verdict_js__WEBPACK_IMPORTED_MODULE_1__/* .mayRunNatively */ .JL)(facts.architecture, target.arch))
        return true;
    return (0,_core_verdict_js__WEBPACK_IMPORTED_MODULE_1__/* .answering */ .Vk)(facts.table.entries, target) !== undefined;
}
function judgeAll(runs, facts) {
    const { architecture: host, table } = facts;
    return new Map(runs.map((run) => [run.target.arch, (0,_core_verdict_js__WEBPACK_IMPORTED_MODULE_1__/* .judge */ .S4)({ ...run, host, entries: table.entries })]));
}
function rejudge(before, applied, facts) {
    const runs = [
        ...applied.proofs,
        ...applied.installed.flatMap(({ run, problem }) => (problem === undefined ? (run ?? []) : [])),
    ];
    const anew = new Map(runs.flatMap((chroot) => {
        const target = (0,_core_platforms_js__WEBPACK_IMPORTED_MODULE_0__/* .targetOf */ .$r)(chroot.arch);
        return target === undefined
            ? []
            : [
                [
                    chroot.arch,
                    (0,_core_verdict_js__WEBPACK_IMPORTED_MODULE_1__/* .judge */ .S4)({ target, chroot, host: facts.architecture, entries: facts.table.entries }),
                ],
            ];
    }));
    return new Map([...before].map(([arch, verdict]) => [arch, anew.get(arch) ?? verdict]));
}


/***/ }),

/***/ 375:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Uo: () => (/* binding */ headOf),
/* harmony export */   WI: () => (/* binding */ headText),
/* harmony export */   ph: () => (/* binding */ textOr),
/* harmony export */   wX: () => (/* binding */ namesIn)
/* harmony export */ });
function textOr(host, path, otherwise) {
    try {
        return host.readText(path);
    }
    catch {
        return otherwise;
    }
}
function headOf(host, path, length) {
    try {
        return host.readBytes(path, length);
    }
    catch {
        return new Uint8Array();
    }
}
function headText(host, path, length) {
    return new TextDecoder().decode(headOf(host, path, length));
}
function namesIn(host, path) {
    try {
        return host.list(path);
    }
    catch {
        return [];
    }
}


/***/ }),

/***/ 1945:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ removeStale)
/* harmony export */ });
/* harmony import */ var _core_rules_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1214);
/* harmony import */ var _state_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3153);
/* harmony import */ var _table_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(252);



function removeStale(context, helper) {
    const entry = (0,_table_js__WEBPACK_IMPORTED_MODULE_2__/* .readEntry */ .hB)(context, helper.name);
    if (entry === undefined || !(0,_core_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .isLeftBehind */ .KW)(helper, entry, (0,_state_js__WEBPACK_IMPORTED_MODULE_1__/* .ownRules */ .og)(context.host)))
        return false;
    return (0,_table_js__WEBPACK_IMPORTED_MODULE_2__/* .remove */ .TF)(context, helper.name) === undefined;
}


/***/ }),

/***/ 8921:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ standBy)
/* harmony export */ });
const LIMIT_MS = 180_000;
const STANDBY_MS = 60_000;
function standBy(host, facts, program) {
    const sudo = host.which('sudo');
    if (facts.privilege !== 'sudo' || sudo === undefined)
        return undefined;
    const started = Date.now();
    let input;
    const running = host.run({
        file: sudo,
        args: ['-n', '--', host.node, program],
        feed: (given) => {
            input = given;
        },
        timeoutMs: STANDBY_MS + LIMIT_MS,
    });
    const dismiss = () => {
        input?.end();
        input = undefined;
    };
    return {
        handOver: async (plan) => {
            const inTime = Date.now() - started <= STANDBY_MS;
            if (inTime)
                input?.write(JSON.stringify(plan));
            dismiss();
            return inTime ? running : undefined;
        },
        dismiss,
    };
}


/***/ }),

/***/ 3153:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Gf: () => (/* binding */ openState),
/* harmony export */   OY: () => (/* binding */ hasLeases),
/* harmony export */   hH: () => (/* binding */ latestRun),
/* harmony export */   og: () => (/* binding */ ownRules)
/* harmony export */ });
/* unused harmony exports DIGESTS_FILE, stateFolder */
/* harmony import */ var _core_facts_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(6426);
/* harmony import */ var _core_problem_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4458);
/* harmony import */ var _core_record_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6212);
/* harmony import */ var _readings_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(375);




const DIGESTS_FILE = 'digests.json';
const RECORD_LIMIT = 100;
const BEGIN_BYTES = 128;
function stateFolder(host) {
    const nested = (0,_core_facts_js__WEBPACK_IMPORTED_MODULE_2__/* .isNestedNamespace */ .dG)((0,_readings_js__WEBPACK_IMPORTED_MODULE_3__/* .textOr */ .ph)(host, '/proc/self/uid_map', ''));
    return nested ? `${_core_record_js__WEBPACK_IMPORTED_MODULE_1__/* .STATE_ROOT */ .PI}/user-${host.stat('/proc/self/ns/user')?.inode ?? 0}` : _core_record_js__WEBPACK_IMPORTED_MODULE_1__/* .STATE_ROOT */ .PI;
}
function openState(host) {
    const folder = stateFolder(host);
    try {
        for (const path of new Set([_core_record_js__WEBPACK_IMPORTED_MODULE_1__/* .STATE_ROOT */ .PI, folder, `${folder}/leases`])) {
            if (host.stat(path, false) === undefined)
                host.makeFolder(path, 0o755);
            const found = host.stat(path, false);
            if (found?.kind !== 'folder' || found.uid !== host.uid || (found.mode & 0o022) !== 0) {
                return { failure: `${path} is not a folder that root alone can write to` };
            }
        }
        return stateIn(host, folder);
    }
    catch (thrown) {
        return { failure: `${folder} cannot be made: ${(0,_core_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .errnoOf */ .UQ)(thrown) ?? (0,_core_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .reasonOf */ .A3)(thrown)}` };
    }
}
function stateIn(host, folder) {
    const recordPath = (run) => `${folder}/${run}.jsonl`;
    const leasePath = (run) => `${folder}/leases/${run}`;
    return {
        folder,
        records: () => recordedRuns(host, folder).map(({ run }) => ({
            run,
            record: (0,_core_record_js__WEBPACK_IMPORTED_MODULE_1__/* .parseRecord */ .Hh)((0,_readings_js__WEBPACK_IMPORTED_MODULE_3__/* .textOr */ .ph)(host, recordPath(run), '')),
        })),
        append: (run, change) => {
            if (host.stat(recordPath(run)) === undefined) {
                const earlier = recordedRuns(host, folder);
                for (const { run: old } of earlier.slice(RECORD_LIMIT - 1))
                    host.remove(recordPath(old));
                const at = Math.max(Date.now(), 1 + (earlier[0]?.begun ?? 0));
                host.appendDurably(recordPath(run), (0,_core_record_js__WEBPACK_IMPORTED_MODULE_1__/* .formatChange */ .eD)({ kind: 'begin', at }));
                host.makeMode(recordPath(run), 0o644);
            }
            host.appendDurably(recordPath(run), (0,_core_record_js__WEBPACK_IMPORTED_MODULE_1__/* .formatChange */ .eD)(change));
        },
        replace: (run, record) => {
            if (record.length === 0)
                host.remove(recordPath(run));
            else
                writeWhole(host, recordPath(run), record.map(_core_record_js__WEBPACK_IMPORTED_MODULE_1__/* .formatChange */ .eD).join(''));
        },
        leases: () => runsIn(host, `${folder}/leases`, '').flatMap((run) => {
            const lease = (0,_core_record_js__WEBPACK_IMPORTED_MODULE_1__/* .parseLease */ .QM)((0,_readings_js__WEBPACK_IMPORTED_MODULE_3__/* .textOr */ .ph)(host, leasePath(run), ''));
            if (lease !== undefined && (0,_core_record_js__WEBPACK_IMPORTED_MODULE_1__/* .isLive */ .DG)(lease, Date.now(), startOf(host, lease.holder?.pid)))
                return [lease];
            host.remove(leasePath(run));
            return [];
        }),
        takeLease: (run, entries, pid) => {
            const started = startOf(host, pid);
            const holder = pid === undefined || started === undefined ? undefined : { pid, started };
            const expires = Date.now() + (holder === undefined ? _core_record_js__WEBPACK_IMPORTED_MODULE_1__/* .LEASE_ALONE_MS */ .gI : _core_record_js__WEBPACK_IMPORTED_MODULE_1__/* .LEASE_WITH_HOLDER_MS */ ._z);
            const lease = { run, entries, expires, ...(holder === undefined ? {} : { holder }) };
            writeWhole(host, leasePath(run), `${JSON.stringify(lease)}\n`);
        },
        dropLease: (run) => host.remove(leasePath(run)),
        digests: () => (0,_readings_js__WEBPACK_IMPORTED_MODULE_3__/* .textOr */ .ph)(host, `${folder}/${DIGESTS_FILE}`, ''),
        keepDigests: (text) => writeWhole(host, `${folder}/${DIGESTS_FILE}`, text),
    };
}
function hasLeases(host) {
    return runsIn(host, `${stateFolder(host)}/leases`, '').length > 0;
}
function ownRules(host) {
    const folder = stateFolder(host);
    return runsIn(host, folder, '.jsonl')
        .flatMap((run) => (0,_core_record_js__WEBPACK_IMPORTED_MODULE_1__/* .parseRecord */ .Hh)((0,_readings_js__WEBPACK_IMPORTED_MODULE_3__/* .textOr */ .ph)(host, `${folder}/${run}.jsonl`, '')))
        .flatMap((change) => (change.kind === 'register' ? [change.rule] : []));
}
function latestRun(host) {
    return recordedRuns(host, stateFolder(host))[0]?.run;
}
function recordedRuns(host, folder) {
    return runsIn(host, folder, '.jsonl')
        .map((run) => ({
        run,
        begun: (0,_core_record_js__WEBPACK_IMPORTED_MODULE_1__/* .beginOf */ .pv)((0,_core_record_js__WEBPACK_IMPORTED_MODULE_1__/* .parseRecord */ .Hh)((0,_readings_js__WEBPACK_IMPORTED_MODULE_3__/* .headText */ .WI)(host, `${folder}/${run}.jsonl`, BEGIN_BYTES))),
    }))
        .sort((a, b) => b.begun - a.begun);
}
function runsIn(host, folder, ending) {
    return (0,_readings_js__WEBPACK_IMPORTED_MODULE_3__/* .namesIn */ .wX)(host, folder).flatMap((name) => {
        const run = name.endsWith(ending) ? name.slice(0, name.length - ending.length) : '';
        return (0,_core_record_js__WEBPACK_IMPORTED_MODULE_1__/* .isRunId */ .Pk)(run) ? [run] : [];
    });
}
function writeWhole(host, path, text) {
    host.writeFile(`${path}.new`, text, 0o644);
    host.rename(`${path}.new`, path);
}
function startOf(host, pid) {
    return pid === undefined ? undefined : (0,_core_record_js__WEBPACK_IMPORTED_MODULE_1__/* .parseStartTime */ .Lj)((0,_readings_js__WEBPACK_IMPORTED_MODULE_3__/* .textOr */ .ph)(host, `/proc/${pid}/stat`, ''));
}


/***/ }),

/***/ 252:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $2: () => (/* binding */ readEntries),
/* harmony export */   Ai: () => (/* binding */ registerRule),
/* harmony export */   C3: () => (/* binding */ recordFirst),
/* harmony export */   Fd: () => (/* binding */ changedMeanwhile),
/* harmony export */   LO: () => (/* binding */ removeOwn),
/* harmony export */   R3: () => (/* binding */ removePinned),
/* harmony export */   TF: () => (/* binding */ remove),
/* harmony export */   b8: () => (/* binding */ disable),
/* harmony export */   d1: () => (/* binding */ lockFolders),
/* harmony export */   e7: () => (/* binding */ readBack),
/* harmony export */   hB: () => (/* binding */ readEntry),
/* harmony export */   kz: () => (/* binding */ register),
/* harmony export */   oC: () => (/* binding */ writeRule)
/* harmony export */ });
/* harmony import */ var _core_binfmt_misc_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5162);
/* harmony import */ var _core_problem_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4458);
/* harmony import */ var _core_rules_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(1214);



const LOCK_ALL = `
flock=$1 seconds=$2
shift 2
for fd do
  "$flock" -x -w "$seconds" "$fd" || exit "$fd"
done
`;
const FIRST_FD = 3;
async function lockFolders(host, paths, limitMs) {
    const flock = host.which('flock');
    if (flock === undefined)
        return unlocked(paths[0], 'flock is missing (install util-linux)');
    const folders = new Map();
    const release = (path) => {
        folders.get(path)?.close();
        folders.delete(path);
    };
    const close = () => paths.forEach(release);
    for (const path of paths) {
        const folder = openFolder(host, path);
        if (folder === undefined) {
            close();
            return unlocked(path, 'it cannot be opened (mount it first)');
        }
        folders.set(path, folder);
    }
    const seconds = String(Math.ceil(limitMs / 1000));
    const numbers = paths.map((_, index) => String(FIRST_FD + index));
    const outcome = await host.run({
        file: '/bin/sh',
        args: ['-c', LOCK_ALL, 'sh', flock, seconds, ...numbers],
        silent: true,
        timeoutMs: paths.length * limitMs + 5_000,
    }, [...folders.values()]);
    if (outcome.code === 0)
        return { release, close };
    close();
    const path = paths[(outcome.code ?? FIRST_FD) - FIRST_FD] ?? paths[0];
    return unlocked(path, `another process has held it for ${seconds} s (run this step again when it has ended)`);
}
function unlocked(path, why) {
    return { failure: `${path} cannot be locked: ${why}` };
}
function openFolder(host, path) {
    try {
        return host.open(path);
    }
    catch {
        return undefined;
    }
}
function readEntry({ host, table }, name) {
    try {
        return (0,_core_binfmt_misc_js__WEBPACK_IMPORTED_MODULE_0__/* .parseEntry */ .ER)(name, host.readText(`${table}/${name}`));
    }
    catch {
        return undefined;
    }
}
function readEntries(context) {
    const names = context.host.list(context.table).filter((name) => name !== 'register' && name !== 'status');
    return names.flatMap((name) => readEntry(context, name) ?? []);
}
function registerRule(context, rule) {
    return recordFirst(context, { kind: 'register', rule }) ?? writeRule(context, rule);
}
function writeRule(context, rule) {
    try {
        context.host.writeKernel(`${context.table}/register`, (0,_core_rules_js__WEBPACK_IMPORTED_MODULE_2__/* .formatRule */ .UT)(rule));
        return undefined;
    }
    catch (thrown) {
        return refusalOf(thrown, 'register', rule.name);
    }
}
function register(context, wanted) {
    return registerRule(context, (0,_core_rules_js__WEBPACK_IMPORTED_MODULE_2__/* .ruleOfRegistration */ .DG)(wanted));
}
function readBack(context, wanted) {
    const entry = readEntry(context, wanted.name);
    if (entry === undefined)
        return `entry ${wanted.name} is not there after it was registered`;
    if (entry.enabled && (0,_core_rules_js__WEBPACK_IMPORTED_MODULE_2__/* .isRuleOf */ .Cz)(wanted, entry))
        return undefined;
    return `entry ${wanted.name} reads otherwise than it was registered: "${(0,_core_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .printable */ .g$)(entry.text)}"`;
}
function removePinned(context, pinned) {
    const present = readEntry(context, pinned.name);
    if (present === undefined)
        return undefined;
    if (present.text !== pinned.text)
        return changedMeanwhile(pinned);
    return recordFirst(context, { kind: 'remove', name: pinned.name }) ?? remove(context, pinned.name);
}
function recordFirst(context, change) {
    try {
        context.record(change);
        return undefined;
    }
    catch (thrown) {
        return `a change cannot be recorded, and is not made: ${(0,_core_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .reasonOf */ .A3)(thrown)}`;
    }
}
function changedMeanwhile({ name }) {
    return `entry ${(0,_core_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .printable */ .g$)(name, 60)} was changed or removed by somebody else meanwhile`;
}
function removeOwn(context, registered) {
    if (readEntry(context, registered.name)?.interpreter === registered.interpreter)
        remove(context, registered.name);
}
function remove({ host, table }, name) {
    return switchEntry(host, `${table}/${name}`, '-1', name);
}
function disable({ host, table }, name) {
    return switchEntry(host, `${table}/${name}`, '0', name);
}
function switchEntry(host, path, word, name) {
    try {
        host.writeKernel(path, word);
        return undefined;
    }
    catch (thrown) {
        return (0,_core_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .errnoOf */ .UQ)(thrown) === 'ENOENT' ? undefined : refusalOf(thrown, 'switch', name);
    }
}
function refusalOf(thrown, step, name) {
    const errno = (0,_core_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .errnoOf */ .UQ)(thrown);
    return `entry ${(0,_core_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .printable */ .g$)(name, 60)}: ${errno === undefined ? (0,_core_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .reasonOf */ .A3)(thrown) : (0,_core_binfmt_misc_js__WEBPACK_IMPORTED_MODULE_0__/* .explainErrno */ .od)(step, errno)}`;
}


/***/ }),

/***/ 4445:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ warningOf)
/* harmony export */ });
/* harmony import */ var _core_supply_trouble_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3584);

function warningOf(trouble) {
    return { level: 'warning', text: (0,_core_supply_trouble_js__WEBPACK_IMPORTED_MODULE_0__/* .tellTrouble */ .xM)(trouble), trouble };
}


/***/ }),

/***/ 3419:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ provideHandlers),
/* harmony export */   y: () => (/* binding */ NO_SUPPLY)
/* harmony export */ });
/* harmony import */ var _core_problem_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4458);

const NO_SUPPLY = {
    handlers: [],
    missing: [],
    origins: [],
    downloadedBytes: 0,
    cacheHit: false,
    notes: [],
    toCache: [],
};
async function provideHandlers(wanted, providers, context) {
    const given = [];
    const failures = [];
    const reasons = new Map();
    let open = wanted;
    for (const provider of providers) {
        if (open.length === 0)
            break;
        const asked = open;
        const answer = await ask(provider, asked, context);
        const had = new Set(answer.handlers.map((handler) => handler.arch));
        const why = new Map(answer.missing.map((missing) => [missing.arch, missing.reason]));
        open = asked.filter(({ arch }) => !had.has(arch));
        for (const { arch } of open) {
            const said = reasons.get(arch) ?? [];
            reasons.set(arch, [...said, `${provider.name}: ${why.get(arch) ?? 'not there'}`]);
        }
        context.log(describe(provider, asked, answer));
        if (answer.failed === undefined)
            given.push(answer);
        else
            failures.push({ level: 'info', text: answer.failed.message });
    }
    const useful = given.filter(({ handlers }) => handlers.length > 0);
    return {
        handlers: given.flatMap(({ handlers }) => handlers),
        missing: open.map(({ arch }) => ({
            arch,
            reason: reasons.get(arch)?.join('; ') ?? 'no provider was asked',
        })),
        origins: useful.map(({ origin }) => origin),
        downloadedBytes: given.reduce((sum, { downloadedBytes }) => sum + downloadedBytes, 0),
        cacheHit: useful.length > 0 && useful.every(({ cacheHit }) => cacheHit),
        notes: [...failures, ...given.flatMap(({ notes }) => notes)],
        toCache: given.flatMap(({ toCache }) => (toCache === undefined ? [] : [toCache])),
    };
}
async function ask(provider, wanted, context) {
    try {
        return await provider.provide(wanted, context);
    }
    catch (thrown) {
        const failed = thrown instanceof _core_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .SetupProblem */ .DN
            ? thrown
            : { reason: (0,_core_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .reasonOf */ .A3)(thrown), message: `QEMU from ${provider.name}: ${(0,_core_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .reasonOf */ .A3)(thrown)}` };
        return {
            handlers: [],
            missing: wanted.map(({ arch }) => ({ arch, reason: failed.reason })),
            origin: '',
            downloadedBytes: 0,
            cacheHit: false,
            notes: [],
            failed,
        };
    }
}
function describe(provider, asked, answer) {
    const lead = `QEMU from ${provider.name}:`;
    if (answer.failed !== undefined)
        return `${lead} nothing (${answer.failed.reason})`;
    const list = answer.handlers.map(({ arch }) => arch).join(', ');
    const lacking = asked.length - answer.handlers.length;
    const rest = answer.missing.map(({ arch, reason }) => `${arch}: ${reason}`).join('; ');
    const origin = answer.handlers.length > 0 ? `${list} from ${answer.origin}` : 'nothing';
    return lacking > 0 ? `${lead} ${origin}; not ${rest}` : `${lead} ${origin}`;
}


/***/ }),

/***/ 4965:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   IH: () => (/* binding */ NO_STORE),
/* harmony export */   M6: () => (/* binding */ observeAloud),
/* harmony export */   YP: () => (/* binding */ runUndo),
/* harmony export */   mL: () => (/* binding */ runRemove),
/* harmony export */   n7: () => (/* binding */ emptyPlan),
/* harmony export */   u0: () => (/* binding */ carryOut),
/* harmony export */   z8: () => (/* binding */ report)
/* harmony export */ });
/* harmony import */ var _core_checks_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1199);
/* harmony import */ var _core_facts_js__WEBPACK_IMPORTED_MODULE_12__ = __nccwpck_require__(6426);
/* harmony import */ var _core_narration_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1787);
/* harmony import */ var _core_outcome_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(9649);
/* harmony import */ var _core_plan_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(3658);
/* harmony import */ var _core_platforms_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(9636);
/* harmony import */ var _core_removal_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(3653);
/* harmony import */ var _core_report_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(6459);
/* harmony import */ var _host_escalate_js__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(9096);
/* harmony import */ var _host_observe_js__WEBPACK_IMPORTED_MODULE_8__ = __nccwpck_require__(2692);
/* harmony import */ var _host_persisted_js__WEBPACK_IMPORTED_MODULE_9__ = __nccwpck_require__(3229);
/* harmony import */ var _host_prove_js__WEBPACK_IMPORTED_MODULE_10__ = __nccwpck_require__(910);
/* harmony import */ var _host_state_js__WEBPACK_IMPORTED_MODULE_11__ = __nccwpck_require__(3153);













const NO_STORE = '/dev/null';
async function runRemove(host, inputs, door) {
    const facts = await observeAloud(host, door);
    const { entries, state } = facts.table;
    const targets = (0,_core_platforms_js__WEBPACK_IMPORTED_MODULE_4__/* .targetsOf */ .QR)(inputs.platforms.map(({ arch }) => arch));
    const { remove, forget, refused, notes } = (0,_core_removal_js__WEBPACK_IMPORTED_MODULE_5__/* .planRemoval */ .Ao)(inputs, targets, entries, door.store, (0,_host_state_js__WEBPACK_IMPORTED_MODULE_11__/* .ownRules */ .og)(host), (0,_host_persisted_js__WEBPACK_IMPORTED_MODULE_9__/* .readPersisted */ .i)(host, inputs.scope));
    const persist = forget.length === 0 ? {} : { persist: { handlers: [], rules: [], forget } };
    const plan = {
        ...emptyPlan(door.store),
        ...(door.run === undefined ? {} : { run: door.run.id }),
        remove,
        ...persist,
    };
    const stop = (0,_core_plan_js__WEBPACK_IMPORTED_MODULE_3__/* .changesHost */ .qA)(plan) ? obstacleOf(facts) : undefined;
    if (stop !== undefined)
        return report(host, facts, _core_plan_js__WEBPACK_IMPORTED_MODULE_3__/* .NOTHING_APPLIED */ .Q9, notes, stop);
    if ((0,_core_plan_js__WEBPACK_IMPORTED_MODULE_3__/* .changesHost */ .qA)(plan) && inputs.cleanup)
        door.run?.remember();
    const applied = (0,_core_plan_js__WEBPACK_IMPORTED_MODULE_3__/* .changesHost */ .qA)(plan) ? await carryOut(host, facts, plan, door) : _core_plan_js__WEBPACK_IMPORTED_MODULE_3__/* .NOTHING_APPLIED */ .Q9;
    const told = state === 'ready' ? notes : [`binfmt_misc is ${state}: there are no entries`];
    return report(host, facts, applied, told, (0,_core_outcome_js__WEBPACK_IMPORTED_MODULE_2__/* .unremoved */ .cu)([...applied.problems, ...refused]));
}
async function runUndo(host, run, changes, door) {
    const facts = await observeAloud(host, door);
    const { problem, applied } = (0,_core_facts_js__WEBPACK_IMPORTED_MODULE_12__/* .isPrivileged */ .a8)(facts)
        ? {
            problem: undefined,
            applied: await carryOut(host, facts, { ...emptyPlan(NO_STORE), run, end: { changes } }, door),
        }
        : { problem: obstacleOf(facts), applied: _core_plan_js__WEBPACK_IMPORTED_MODULE_3__/* .NOTHING_APPLIED */ .Q9 };
    return report(host, facts, applied, [], problem ?? (0,_core_outcome_js__WEBPACK_IMPORTED_MODULE_2__/* .unremoved */ .cu)(applied.problems));
}
function emptyPlan(store) {
    return { schema: 1, prepare: [], remove: [], install: [], prove: [], store };
}
async function observeAloud(host, door) {
    const facts = await (0,_host_observe_js__WEBPACK_IMPORTED_MODULE_8__/* .observe */ .lB)(host);
    door.group('Host');
    for (const line of (0,_core_narration_js__WEBPACK_IMPORTED_MODULE_1__/* .narrateHost */ .yh)(facts))
        door.line(line);
    return facts;
}
function obstacleOf(facts) {
    const finding = (0,_core_checks_js__WEBPACK_IMPORTED_MODULE_0__/* .preflight */ .Mz)(facts) ?? (0,_core_checks_js__WEBPACK_IMPORTED_MODULE_0__/* .changeObstacle */ .Ub)(facts);
    return finding === undefined ? undefined : (0,_core_checks_js__WEBPACK_IMPORTED_MODULE_0__/* .asProblem */ .gr)(finding, 'take entries away');
}
async function carryOut(host, facts, plan, door) {
    const applied = await (0,_host_escalate_js__WEBPACK_IMPORTED_MODULE_7__/* .applyWith */ .Z)(host, facts, plan, door.privilegedProgram);
    door.group('Changes');
    for (const line of (0,_core_narration_js__WEBPACK_IMPORTED_MODULE_1__/* .narrateChanges */ .dY)(plan, applied))
        door.line(line);
    return applied;
}
async function report(host, facts, applied, notes, problem, mode = 'remove') {
    const table = (0,_host_observe_js__WEBPACK_IMPORTED_MODULE_8__/* .observeTable */ .pw)(host, (0,_host_observe_js__WEBPACK_IMPORTED_MODULE_8__/* .observeMounts */ .B8)(host), facts.kernel.release, facts.table.path);
    const after = { ...facts, table };
    const looked = (0,_core_platforms_js__WEBPACK_IMPORTED_MODULE_4__/* .targetsOf */ .QR)([facts.architecture ?? '', ..._core_platforms_js__WEBPACK_IMPORTED_MODULE_4__/* .CONTAINER_ARCHITECTURES */ .dz]);
    return (0,_core_report_js__WEBPACK_IMPORTED_MODULE_6__/* .makeReport */ .dO)({
        mode,
        facts: after,
        verdicts: (0,_host_prove_js__WEBPACK_IMPORTED_MODULE_10__/* .judgeAll */ .Ty)(await (0,_host_prove_js__WEBPACK_IMPORTED_MODULE_10__/* .probeAll */ .mQ)(host, after, looked), after),
        requested: [],
        ...(0,_core_outcome_js__WEBPACK_IMPORTED_MODULE_2__/* .summarise */ .fS)(applied),
        findings: [],
        notes: [...notes, ...(applied.notes ?? [])],
        ...(problem === undefined ? {} : { problem }),
    });
}


/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId].call(module.exports, module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/async module */
/******/ (() => {
/******/ 	var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 	var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 	var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 	var resolveQueue = (queue) => {
/******/ 		if(queue && queue.d < 1) {
/******/ 			queue.d = 1;
/******/ 			queue.forEach((fn) => (fn.r--));
/******/ 			queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
/******/ 		}
/******/ 	}
/******/ 	var wrapDeps = (deps) => (deps.map((dep) => {
/******/ 		if(dep !== null && typeof dep === "object") {
/******/ 			if(dep[webpackQueues]) return dep;
/******/ 			if(dep.then) {
/******/ 				var queue = [];
/******/ 				queue.d = 0;
/******/ 				dep.then((r) => {
/******/ 					obj[webpackExports] = r;
/******/ 					resolveQueue(queue);
/******/ 				}, (e) => {
/******/ 					obj[webpackError] = e;
/******/ 					resolveQueue(queue);
/******/ 				});
/******/ 				var obj = {};
/******/ 				obj[webpackQueues] = (fn) => (fn(queue));
/******/ 				return obj;
/******/ 			}
/******/ 		}
/******/ 		var ret = {};
/******/ 		ret[webpackQueues] = x => {};
/******/ 		ret[webpackExports] = dep;
/******/ 		return ret;
/******/ 	}));
/******/ 	__nccwpck_require__.a = (module, body, hasAwait) => {
/******/ 		var queue;
/******/ 		hasAwait && ((queue = []).d = -1);
/******/ 		var depQueues = new Set();
/******/ 		var exports = module.exports;
/******/ 		var currentDeps;
/******/ 		var outerResolve;
/******/ 		var reject;
/******/ 		var promise = new Promise((resolve, rej) => {
/******/ 			reject = rej;
/******/ 			outerResolve = resolve;
/******/ 		});
/******/ 		promise[webpackExports] = exports;
/******/ 		promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
/******/ 		module.exports = promise;
/******/ 		body((deps) => {
/******/ 			currentDeps = wrapDeps(deps);
/******/ 			var fn;
/******/ 			var getResult = () => (currentDeps.map((d) => {
/******/ 				if(d[webpackError]) throw d[webpackError];
/******/ 				return d[webpackExports];
/******/ 			}))
/******/ 			var promise = new Promise((resolve) => {
/******/ 				fn = () => (resolve(getResult));
/******/ 				fn.r = 0;
/******/ 				var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
/******/ 				currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
/******/ 			});
/******/ 			return fn.r ? promise : getResult();
/******/ 		}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
/******/ 		queue && queue.d < 0 && (queue.d = 0);
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/create fake namespace object */
/******/ (() => {
/******/ 	var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 	var leafPrototypes;
/******/ 	// create a fake namespace object
/******/ 	// mode & 1: value is a module id, require it
/******/ 	// mode & 2: merge all properties of value into the ns
/******/ 	// mode & 4: return value when already ns object
/******/ 	// mode & 16: return value when it's Promise-like
/******/ 	// mode & 8|1: behave like require
/******/ 	__nccwpck_require__.t = function(value, mode) {
/******/ 		if(mode & 1) value = this(value);
/******/ 		if(mode & 8) return value;
/******/ 		if(typeof value === 'object' && value) {
/******/ 			if((mode & 4) && value.__esModule) return value;
/******/ 			if((mode & 16) && typeof value.then === 'function') return value;
/******/ 		}
/******/ 		var ns = Object.create(null);
/******/ 		__nccwpck_require__.r(ns);
/******/ 		var def = {};
/******/ 		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 		for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 		}
/******/ 		def['default'] = () => (value);
/******/ 		__nccwpck_require__.d(ns, def);
/******/ 		return ns;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".index.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
var __webpack_exports__ = {};
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   XI: () => (/* binding */ action),
/* harmony export */   bE: () => (/* binding */ post),
/* harmony export */   xw: () => (/* binding */ cli)
/* harmony export */ });
/* harmony import */ var _doors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5460);
/* harmony import */ var _core_inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8492);


const action = () => Promise.all(/* import() */[__nccwpck_require__.e(315), __nccwpck_require__.e(139)]).then(__nccwpck_require__.bind(__nccwpck_require__, 1139));
const post = () => __nccwpck_require__.e(/* import() */ 295).then(__nccwpck_require__.bind(__nccwpck_require__, 3295));
const cli = () => Promise.all(/* import() */[__nccwpck_require__.e(315), __nccwpck_require__.e(695)]).then(__nccwpck_require__.bind(__nccwpck_require__, 4695));

var __webpack_exports__action = __webpack_exports__.XI;
var __webpack_exports__cli = __webpack_exports__.xw;
var __webpack_exports__post = __webpack_exports__.bE;
export { __webpack_exports__action as action, __webpack_exports__cli as cli, __webpack_exports__post as post };
