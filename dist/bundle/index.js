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

/***/ 8500:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");

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

/***/ 1344:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ PINNED_BINARIES),
/* harmony export */   _: () => (/* binding */ DEFAULT_IMAGE)
/* harmony export */ });
const DEFAULT_IMAGE = 'docker.io/tonistiigi/binfmt:qemu-v10.2.3-68@sha256:400a4873b838d1b89194d982c45e5fb3cda4593fbfd7e08a02e76b03b21166f0';
const PINNED_BINARIES = [];


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

/***/ 7384:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   As: () => (/* binding */ FLOWS),
/* harmony export */   CG: () => (/* binding */ privilegedProgram),
/* harmony export */   uH: () => (/* binding */ newRun)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6760);
/* harmony import */ var _look_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(6686);



const FLOWS = {
    setup: lookAndSetUp,
    plan: lookAndSetUp,
    doctor: async (...given) => (await Promise.all(/* import() */[__nccwpck_require__.e(718), __nccwpck_require__.e(701), __nccwpck_require__.e(179)]).then(__nccwpck_require__.bind(__nccwpck_require__, 179))).runDoctor(...given),
    remove: async (...given) => (await Promise.all(/* import() */[__nccwpck_require__.e(718), __nccwpck_require__.e(701), __nccwpck_require__.e(965)]).then(__nccwpck_require__.bind(__nccwpck_require__, 4965))).runRemove(...given),
};
async function lookAndSetUp(host, inputs, door) {
    const looking = (0,_look_js__WEBPACK_IMPORTED_MODULE_2__/* .look */ .O)(host, inputs, door);
    looking.catch(() => undefined);
    const { runSetup } = await Promise.all(/* import() */[__nccwpck_require__.e(718), __nccwpck_require__.e(701), __nccwpck_require__.e(570)]).then(__nccwpck_require__.bind(__nccwpck_require__, 7570));
    return runSetup(host, inputs, door, await looking);
}
function privilegedProgram() {
    const door = process.argv[1];
    return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(door === undefined ? process.cwd() : (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(door)), 'privileged.js');
}
function newRun(holder, remember) {
    const id = newId();
    return { id, ...(holder === undefined ? {} : { holder }), remember: () => remember(id) };
}
function newId() {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)('/proc/sys/kernel/random/uuid', 'utf8').trim();
    }
    catch {
        return '';
    }
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

/***/ 6686:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ look),
/* harmony export */   R: () => (/* binding */ probeRequested)
/* harmony export */ });
/* harmony import */ var _core_platforms_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9636);
/* harmony import */ var _core_preparation_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(9124);
/* harmony import */ var _core_verdict_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6992);
/* harmony import */ var _host_observe_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(2692);
/* harmony import */ var _host_prove_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(910);
/* harmony import */ var _host_standby_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(8921);






const ALSO_LOOKED_AT = [..._core_platforms_js__WEBPACK_IMPORTED_MODULE_0__/* .CONTAINER_ARCHITECTURES */ .dz, 'ppc64'];
async function look(host, inputs, door) {
    door.group('Host');
    const seen = await (0,_host_observe_js__WEBPACK_IMPORTED_MODULE_2__/* .observe */ .lB)(host, door.table);
    if (door.place !== undefined)
        door.line(`this is ${door.place}`);
    const facts = door.namespaces === undefined ? seen : { ...seen, namespaces: door.namespaces };
    const lacking = lacksEntries(facts, inputs);
    const standby = lacking ? (0,_host_standby_js__WEBPACK_IMPORTED_MODULE_4__/* .standBy */ .a)(host, facts, door.privilegedProgram) : undefined;
    const begun = { facts, lacking, ...(standby === undefined ? {} : { standby }) };
    if (facts.table.state !== 'ready' || inputs.matrixFrom !== undefined)
        return begun;
    const probing = probeRequested(host, facts, inputs, door);
    probing.catch(() => undefined);
    await new Promise(setImmediate);
    return { ...begun, probing };
}
function lacksEntries(facts, { mode, matrixFrom, platforms }) {
    const { table, architecture } = facts;
    const usable = table.state === 'ready' || (0,_core_preparation_js__WEBPACK_IMPORTED_MODULE_5__/* .planPreparation */ .X)(facts).length > 0;
    if (mode !== 'setup' || matrixFrom !== undefined || !usable)
        return false;
    return (0,_core_platforms_js__WEBPACK_IMPORTED_MODULE_0__/* .targetsOf */ .QR)(platforms.map(({ arch }) => arch)).some((target) => !(0,_core_verdict_js__WEBPACK_IMPORTED_MODULE_1__/* .mayRunNatively */ .JL)(architecture, target.arch) && (0,_core_verdict_js__WEBPACK_IMPORTED_MODULE_1__/* .answering */ .Vk)(table.entries, target) === undefined);
}
function probeRequested(host, facts, inputs, { recordedVersion }) {
    const asked = inputs.platforms.map(({ arch }) => arch);
    const targets = (0,_core_platforms_js__WEBPACK_IMPORTED_MODULE_0__/* .targetsOf */ .QR)([facts.architecture ?? '', ...ALSO_LOOKED_AT, ...asked]);
    return (0,_host_prove_js__WEBPACK_IMPORTED_MODULE_3__/* .probeAll */ .mQ)(host, facts, targets, recordedVersion);
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
/* harmony import */ var _doors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7384);
/* harmony import */ var _core_inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8492);


const action = () => Promise.all(/* import() */[__nccwpck_require__.e(701), __nccwpck_require__.e(139)]).then(__nccwpck_require__.bind(__nccwpck_require__, 1139));
const post = () => Promise.all(/* import() */[__nccwpck_require__.e(718), __nccwpck_require__.e(701), __nccwpck_require__.e(295)]).then(__nccwpck_require__.bind(__nccwpck_require__, 3295));
const cli = () => Promise.all(/* import() */[__nccwpck_require__.e(701), __nccwpck_require__.e(695)]).then(__nccwpck_require__.bind(__nccwpck_require__, 4695));

var __webpack_exports__action = __webpack_exports__.XI;
var __webpack_exports__cli = __webpack_exports__.xw;
var __webpack_exports__post = __webpack_exports__.bE;
export { __webpack_exports__action as action, __webpack_exports__cli as cli, __webpack_exports__post as post };
