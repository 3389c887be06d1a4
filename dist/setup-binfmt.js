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

module.exports = new Proxy({}, { get: (_, key) => __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process")[key] });

/***/ }),

/***/ 7540:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:console");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = new Proxy({}, { get: (_, key) => __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto")[key] });

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

/***/ 3916:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path/posix");

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

module.exports = new Proxy({}, { get: (_, key) => __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:v8")[key] });

/***/ }),

/***/ 714:
/***/ ((module) => {

module.exports = new Proxy({}, { get: (_, key) => __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:vm")[key] });

/***/ }),

/***/ 5919:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:worker_threads");

/***/ }),

/***/ 8522:
/***/ ((module) => {

module.exports = new Proxy({}, { get: (_, key) => __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib")[key] });

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

/***/ 5505:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $Q: () => (/* binding */ registerWhole),
/* harmony export */   C3: () => (/* binding */ recordFirst),
/* harmony export */   Fd: () => (/* binding */ changedMeanwhile),
/* harmony export */   LO: () => (/* binding */ removeOwn),
/* harmony export */   MS: () => (/* binding */ lockFolder),
/* harmony export */   R3: () => (/* binding */ removePinned),
/* harmony export */   TF: () => (/* binding */ remove),
/* harmony export */   b8: () => (/* binding */ disable),
/* harmony export */   kz: () => (/* binding */ register),
/* harmony export */   oC: () => (/* binding */ writeRule),
/* harmony export */   qI: () => (/* binding */ runTool),
/* harmony export */   sq: () => (/* binding */ removeStale)
/* harmony export */ });
/* harmony import */ var _binfmt_entry_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3678);
/* harmony import */ var _binfmt_rule_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6582);
/* harmony import */ var _binfmt_table_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(1302);
/* harmony import */ var _journal_journal_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(7894);
/* harmony import */ var _text_problem_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(894);
/* harmony import */ var _text_text_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(8614);






const FIRST_INHERITED = 3;
async function lockFolder(host, path, limitMs) {
    const failed = (why) => ({ failure: `${path} cannot be locked: ${why}` });
    const flock = host.which('flock');
    if (flock === undefined)
        return failed('flock is missing (install util-linux)');
    const folder = (0,_text_problem_js__WEBPACK_IMPORTED_MODULE_4__/* .orUndefined */ .y0)(() => host.open(path));
    if (folder === undefined)
        return failed('it cannot be opened (mount it first)');
    const seconds = String(Math.ceil(limitMs / 1000));
    const args = ['-x', '-w', seconds, String(FIRST_INHERITED)];
    const { code } = await host.run({ file: flock, args, timeoutMs: limitMs + 5_000 }, [folder]);
    if (code === 0)
        return folder;
    folder.close();
    return failed(`another process has held it for ${seconds} s (run this step again when it has ended)`);
}
function register(context, rule) {
    return recordFirst(context, { kind: 'register', rule }) ?? writeRule(context, rule);
}
function writeRule(context, rule) {
    try {
        context.host.writeKernel(`${context.table}/register`, (0,_binfmt_rule_js__WEBPACK_IMPORTED_MODULE_1__/* .formatRule */ .UT)(rule));
        return undefined;
    }
    catch (thrown) {
        return refusalOf(thrown, 'register', rule.name);
    }
}
function registerWhole(context, rule) {
    const { name } = rule;
    const refusal = register(context, rule);
    if (refusal !== undefined)
        return refusal;
    const entry = (0,_binfmt_table_js__WEBPACK_IMPORTED_MODULE_2__/* .readEntry */ .hB)(context, name);
    if (entry === undefined)
        return `entry ${name} is not there after it was registered`;
    if (entry.enabled && (0,_binfmt_rule_js__WEBPACK_IMPORTED_MODULE_1__/* .isRuleOf */ .Cz)(rule, entry))
        return undefined;
    remove(context, name);
    return `entry ${name} reads otherwise than it was registered: "${(0,_text_text_js__WEBPACK_IMPORTED_MODULE_5__/* .printable */ .g$)(entry.text)}"`;
}
function removePinned(context, pinned) {
    const present = (0,_binfmt_table_js__WEBPACK_IMPORTED_MODULE_2__/* .readEntry */ .hB)(context, pinned.name);
    if (present === undefined)
        return undefined;
    if (present.text !== pinned.text)
        return changedMeanwhile(pinned.name);
    return recordFirst(context, { kind: 'remove', name: pinned.name }) ?? remove(context, pinned.name);
}
function recordFirst(context, change) {
    try {
        context.record(change);
        return undefined;
    }
    catch (thrown) {
        return `a change cannot be recorded, and is not made: ${(0,_text_problem_js__WEBPACK_IMPORTED_MODULE_4__/* .reasonOf */ .A3)(thrown)}`;
    }
}
function changedMeanwhile(name) {
    return `entry ${(0,_text_text_js__WEBPACK_IMPORTED_MODULE_5__/* .printable */ .g$)(name, 60)} was changed or removed by somebody else meanwhile`;
}
function removeOwn(context, { name, interpreter }) {
    if ((0,_binfmt_table_js__WEBPACK_IMPORTED_MODULE_2__/* .readEntry */ .hB)(context, name)?.interpreter === interpreter)
        remove(context, name);
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
        return (0,_text_problem_js__WEBPACK_IMPORTED_MODULE_4__/* .errnoOf */ .UQ)(thrown) === 'ENOENT' ? undefined : refusalOf(thrown, 'switch', name);
    }
}
function refusalOf(thrown, step, name) {
    const errno = (0,_text_problem_js__WEBPACK_IMPORTED_MODULE_4__/* .errnoOf */ .UQ)(thrown);
    return `entry ${(0,_text_text_js__WEBPACK_IMPORTED_MODULE_5__/* .printable */ .g$)(name, 60)}: ${errno === undefined ? (0,_text_problem_js__WEBPACK_IMPORTED_MODULE_4__/* .reasonOf */ .A3)(thrown) : (0,_binfmt_entry_js__WEBPACK_IMPORTED_MODULE_0__/* .explainErrno */ .od)(step, errno)}`;
}
function removeStale(context, helper) {
    const entry = (0,_binfmt_table_js__WEBPACK_IMPORTED_MODULE_2__/* .readEntry */ .hB)(context, helper.name);
    if (entry === undefined || !(0,_binfmt_rule_js__WEBPACK_IMPORTED_MODULE_1__/* .isStaleHelper */ .sA)(helper, entry, (0,_journal_journal_js__WEBPACK_IMPORTED_MODULE_3__/* .ownRules */ .og)(context.host)))
        return false;
    return remove(context, helper.name) === undefined;
}
async function runTool(host, file, args) {
    const { code, stderr } = await host.run({ file, args, timeoutMs: 30_000 });
    return code === 0 ? undefined : (0,_text_text_js__WEBPACK_IMPORTED_MODULE_5__/* .printable */ .g$)(stderr) || `${file.replace(/.*\//, '')} ended with ${code}`;
}


/***/ }),

/***/ 3678:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $f: () => (/* binding */ overlaps),
/* harmony export */   Ah: () => (/* binding */ REGISTER_LIMIT),
/* harmony export */   ER: () => (/* binding */ parseEntry),
/* harmony export */   Eo: () => (/* binding */ isName),
/* harmony export */   Fb: () => (/* binding */ TABLE_PATH),
/* harmony export */   Qk: () => (/* binding */ BINFMTFS_MAGIC),
/* harmony export */   T4: () => (/* binding */ isPinned),
/* harmony export */   Vk: () => (/* binding */ answering),
/* harmony export */   Vv: () => (/* binding */ matchesHeader),
/* harmony export */   Yu: () => (/* binding */ sameMagic),
/* harmony export */   bK: () => (/* binding */ isQemuEntry),
/* harmony export */   i$: () => (/* binding */ parseStatus),
/* harmony export */   j2: () => (/* binding */ entryNameProblem),
/* harmony export */   lQ: () => (/* binding */ flagSet),
/* harmony export */   od: () => (/* binding */ explainErrno),
/* harmony export */   q2: () => (/* binding */ HEADER_BYTES),
/* harmony export */   tO: () => (/* binding */ claimants),
/* harmony export */   y_: () => (/* binding */ pin)
/* harmony export */ });
/* harmony import */ var _platform_elf_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3176);
/* harmony import */ var _text_parse_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7114);


const TABLE_PATH = '/proc/sys/fs/binfmt_misc';
const BINFMTFS_MAGIC = 0x42494e4d;
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
        interpreter,
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
    return { kind: 'magic', offset, magic, mask };
}
function isHex(text) {
    return (text.length > 0 && text.length % 2 === 0 && text.length <= 2 * HEADER_BYTES && /^[0-9a-f]+$/.test(text));
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
};
function isName(value) {
    return (typeof value === 'string' && value.length <= 255 && !/^(?:|\.|\.\.|status|register)$|[/\0]/.test(value));
}
function pin({ name, text }) {
    return { name, text };
}
function claimants(entries, target) {
    const header = (0,_platform_elf_js__WEBPACK_IMPORTED_MODULE_0__/* .headersOf */ .Yl)(target.elf);
    return entries.filter((entry) => entry.match.kind === 'magic' && matchesHeader(entry.match, header));
}
function answering(entries, target) {
    return claimants(entries, target).find(({ enabled }) => enabled);
}
function isPinned(value) {
    return (0,_text_parse_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(value) && isName(value.name) && typeof value.text === 'string';
}
function isQemuEntry({ name }) {
    return /^(?:qemu-|setup-binfmt-(?:trial|undo)-)/.test(name);
}


/***/ }),

/***/ 7434:
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
/* harmony import */ var _platform_platforms_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2061);
/* harmony import */ var _rule_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6582);


const PERSIST_ROOT = '/usr/local/lib/setup-binfmt';
const FRAGMENT_PATH = '/etc/binfmt.d/setup-binfmt.conf';
function persistentPath(sha256, qemu) {
    return `${PERSIST_ROOT}/${sha256.slice(0, 16)}/${(0,_platform_platforms_js__WEBPACK_IMPORTED_MODULE_0__/* .qemuName */ .gc)({ qemu })}`;
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
    return rules.length === 0 ? null : HEAD + rules.map((rule) => `${(0,_rule_js__WEBPACK_IMPORTED_MODULE_1__/* .formatRule */ .UT)(rule)}\n`).join('');
}
function parseFragment(text) {
    return text === null ? [] : (0,_rule_js__WEBPACK_IMPORTED_MODULE_1__/* .parseRules */ .NR)(text, [], _rule_js__WEBPACK_IMPORTED_MODULE_1__/* .parseRule */ .iT);
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
            (0,_rule_js__WEBPACK_IMPORTED_MODULE_1__/* .escapeHex */ .tp)(match.magic),
            '--offset',
            String(match.offset),
            ...(match.mask === undefined ? [] : ['--mask', (0,_rule_js__WEBPACK_IMPORTED_MODULE_1__/* .escapeHex */ .tp)(match.mask)]),
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

/***/ 6582:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Cz: () => (/* binding */ isRuleOf),
/* harmony export */   Ek: () => (/* binding */ ruleOfEntry),
/* harmony export */   Iu: () => (/* binding */ standInRule),
/* harmony export */   JL: () => (/* binding */ rulesOverlap),
/* harmony export */   ME: () => (/* binding */ flagsToTry),
/* harmony export */   NR: () => (/* binding */ parseRules),
/* harmony export */   UT: () => (/* binding */ formatRule),
/* harmony export */   b0: () => (/* binding */ ruleProblems),
/* harmony export */   iT: () => (/* binding */ parseRule),
/* harmony export */   nh: () => (/* binding */ handlerRule),
/* harmony export */   rb: () => (/* binding */ ruleFromJson),
/* harmony export */   sA: () => (/* binding */ isStaleHelper),
/* harmony export */   tp: () => (/* binding */ escapeHex),
/* harmony export */   wh: () => (/* binding */ stagingRule)
/* harmony export */ });
/* unused harmony exports parseOwnRule, ruleLineProblems */
/* harmony import */ var _platform_elf_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3176);
/* harmony import */ var _platform_platforms_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(2061);
/* harmony import */ var _text_parse_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(7114);
/* harmony import */ var _text_text_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(8614);
/* harmony import */ var _entry_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(3678);





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
function handlerRule(target, interpreter, flags) {
    const { offset, magic, mask } = target;
    return { name: (0,_platform_platforms_js__WEBPACK_IMPORTED_MODULE_1__/* .qemuName */ .gc)(target), match: { kind: 'magic', offset, magic, mask }, interpreter, flags };
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
        (0,_entry_js__WEBPACK_IMPORTED_MODULE_2__/* .flagSet */ .lQ)(present.flags) === (0,_entry_js__WEBPACK_IMPORTED_MODULE_2__/* .flagSet */ .lQ)(rule.flags) &&
        sameMatch(present.match, rule.match));
}
function sameMatch(a, b) {
    if (a.kind === 'extension' || b.kind === 'extension') {
        return a.kind === 'extension' && b.kind === 'extension' && a.extension === b.extension;
    }
    return (0,_entry_js__WEBPACK_IMPORTED_MODULE_2__/* .sameMagic */ .Yu)(a, b);
}
function stagingRule(rule) {
    return { ...rule, name: `${rule.name}.new` };
}
function standInRule(rule) {
    return { ...rule, name: `${rule.name}.keep` };
}
function isStaleHelper(helper, entry, recorded) {
    const left = ruleOfEntry(entry);
    if (left === undefined || left.name !== helper.name)
        return false;
    return sameMatch(left.match, helper.match) || recorded.some((rule) => isRuleOf(rule, entry));
}
function rulesOverlap(a, b) {
    if (a.kind === 'magic' && b.kind === 'magic')
        return (0,_entry_js__WEBPACK_IMPORTED_MODULE_2__/* .overlaps */ .$f)(a, b);
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
    const fault = (0,_entry_js__WEBPACK_IMPORTED_MODULE_2__/* .entryNameProblem */ .j2)(name);
    if (fault !== undefined)
        problems.push(`the name "${(0,_text_text_js__WEBPACK_IMPORTED_MODULE_3__/* .printable */ .g$)(name, 60)}" cannot be used: ${fault}`);
    if (!/^\/[^\0\n]*[^\0\n/]$/.test(interpreter))
        problems.push('its interpreter is not an absolute path');
    if (!/^[POCF]*$/.test(flags))
        problems.push(`its flags "${(0,_text_text_js__WEBPACK_IMPORTED_MODULE_3__/* .printable */ .g$)(flags, 20)}" are not among P, O, C and F`);
    const match = type === 'E' ? readExtension(pattern, problems) : readMagic(type, offset, pattern, mask, problems);
    const rule = { name, match, interpreter, flags };
    if (problems.length === 0 && new TextEncoder().encode(formatRule(rule)).length > _entry_js__WEBPACK_IMPORTED_MODULE_2__/* .REGISTER_LIMIT */ .Ah) {
        problems.push(`it is longer than the ${_entry_js__WEBPACK_IMPORTED_MODULE_2__/* .REGISTER_LIMIT */ .Ah} bytes that the kernel takes`);
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
        problems.push(`its type "${(0,_text_text_js__WEBPACK_IMPORTED_MODULE_3__/* .printable */ .g$)(type, 20)}" is neither M nor E`);
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
    if (start + (decoded?.length ?? 0) / 2 > _entry_js__WEBPACK_IMPORTED_MODULE_2__/* .HEADER_BYTES */ .q2) {
        problems.push(`it looks beyond the ${_entry_js__WEBPACK_IMPORTED_MODULE_2__/* .HEADER_BYTES */ .q2} bytes that the kernel reads`);
    }
    return {
        kind: 'magic',
        offset: start,
        magic: decoded ?? '',
        mask: decodedMask,
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
    const path = (0,_text_text_js__WEBPACK_IMPORTED_MODULE_3__/* .printable */ .g$)(rule.interpreter, 200);
    if (!interpreter.exists)
        problems.push(`its interpreter ${path} does not exist`);
    else if (!interpreter.executable)
        problems.push(`its interpreter ${path} is not an executable file`);
    const { match } = rule;
    const program = programs.find((one) => takes(match, one));
    const hits = program === undefined ? [] : [`it takes ${(0,_text_text_js__WEBPACK_IMPORTED_MODULE_3__/* .printable */ .g$)(program.path, 200)}, a program of this host`];
    if (match.kind === 'extension')
        return [...problems, ...hits];
    const taken = _platform_platforms_js__WEBPACK_IMPORTED_MODULE_1__/* .TARGETS */ .dW.filter((target) => beginningsOf(target).some((header) => (0,_entry_js__WEBPACK_IMPORTED_MODULE_2__/* .matchesHeader */ .Vv)(match, header)));
    const native = taken.find(({ arch }) => (0,_platform_platforms_js__WEBPACK_IMPORTED_MODULE_1__/* .mayRunNatively */ .JL)(host, arch));
    const machines = new Set(taken.map(({ elf }) => elf.machine));
    if (machines.size > 1)
        problems.push('its magic takes ELF programs of several architectures');
    else if (native !== undefined)
        problems.push(`its magic takes ${native.arch} programs, which this host runs itself`);
    else if (interpreter.exists && (0,_entry_js__WEBPACK_IMPORTED_MODULE_2__/* .matchesHeader */ .Vv)(match, interpreter.header)) {
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
    return header.length > 0 && (0,_entry_js__WEBPACK_IMPORTED_MODULE_2__/* .matchesHeader */ .Vv)(match, header);
}
function takesScripts(match) {
    const asked = new Uint8Array(_entry_js__WEBPACK_IMPORTED_MODULE_2__/* .HEADER_BYTES */ .q2);
    asked.set(Buffer.from(match.magic, 'hex'), match.offset);
    const byMagic = new TextDecoder('latin1').decode(asked).startsWith('#!');
    return byMagic || SCRIPTS.some((line) => (0,_entry_js__WEBPACK_IMPORTED_MODULE_2__/* .matchesHeader */ .Vv)(match, new TextEncoder().encode(line)));
}
function beginningsOf(target) {
    return [false, true].flatMap((pie) => {
        const header = (0,_platform_elf_js__WEBPACK_IMPORTED_MODULE_0__/* .headersOf */ .Yl)(target.elf, { pie });
        const gnu = Uint8Array.from(header);
        gnu[ELF_OSABI] = ELF_OSABI_GNU;
        return [header, gnu];
    });
}
function ruleFromJson(value) {
    if (!(0,_text_parse_js__WEBPACK_IMPORTED_MODULE_4__/* .isObject */ .Gv)(value) || !(0,_text_parse_js__WEBPACK_IMPORTED_MODULE_4__/* .isObject */ .Gv)(value.match) || !(0,_entry_js__WEBPACK_IMPORTED_MODULE_2__/* .isName */ .Eo)(value.name))
        return undefined;
    const { name, interpreter, flags } = value;
    const { kind, offset, magic, mask, extension } = value.match;
    if (typeof interpreter !== 'string' || typeof flags !== 'string')
        return undefined;
    const bytes = kind === 'extension'
        ? `extension .${String(extension)}\n`
        : `offset ${String(offset)}\nmagic ${String(magic)}\n${mask === undefined ? '' : `mask ${String(mask)}\n`}`;
    return ruleOfEntry((0,_entry_js__WEBPACK_IMPORTED_MODULE_2__/* .parseEntry */ .ER)(name, `enabled\ninterpreter ${interpreter}\nflags: ${flags}\n${bytes}`));
}
function flagsToTry(preserve, credentials) {
    const base = credentials ? 'OCF' : 'OF';
    return preserve ? [`P${base}`, base] : [base, `P${base}`];
}


/***/ }),

/***/ 1302:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $2: () => (/* binding */ readEntries),
/* harmony export */   Oh: () => (/* binding */ observePrograms),
/* harmony export */   Rr: () => (/* binding */ observeInterpreter),
/* harmony export */   hB: () => (/* binding */ readEntry),
/* harmony export */   "if": () => (/* binding */ readPersisted),
/* harmony export */   pw: () => (/* binding */ observeTable)
/* harmony export */ });
/* harmony import */ var _host_proc_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(6626);
/* harmony import */ var _host_read_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3766);
/* harmony import */ var _text_problem_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(894);
/* harmony import */ var _entry_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(3678);
/* harmony import */ var _persist_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(7434);





function readPersisted(host) {
    return (0,_persist_js__WEBPACK_IMPORTED_MODULE_3__/* .parseFragment */ .oH)((0,_host_read_js__WEBPACK_IMPORTED_MODULE_0__/* .textOr */ .ph)(host, _persist_js__WEBPACK_IMPORTED_MODULE_3__/* .FRAGMENT_PATH */ .J2, null));
}
function observeInterpreter(host, path) {
    const stat = host.stat(path);
    const executable = stat?.kind === 'file' && (stat.mode & 0o111) !== 0;
    return {
        exists: stat !== undefined,
        executable,
        header: executable ? (0,_host_read_js__WEBPACK_IMPORTED_MODULE_0__/* .headOf */ .Uo)(host, path, _entry_js__WEBPACK_IMPORTED_MODULE_2__/* .HEADER_BYTES */ .q2) : new Uint8Array(),
    };
}
const PROGRAMS = [
    ...['sh', 'bash', 'env', 'cat', 'sudo', 'flock', 'mount', 'umount', 'chroot', 'unshare', 'modprobe'],
    ...['git', 'tar', 'docker', 'update-binfmts'],
];
function observePrograms(host) {
    const paths = [host.node, '/bin/sh', ...PROGRAMS.flatMap((name) => host.which(name) ?? [])];
    return [...new Set(paths)].map((path) => ({ path, header: (0,_host_read_js__WEBPACK_IMPORTED_MODULE_0__/* .headOf */ .Uo)(host, path, _entry_js__WEBPACK_IMPORTED_MODULE_2__/* .HEADER_BYTES */ .q2) }));
}
function observeTable(host, mounts, release, path) {
    const elsewhere = mounts
        .filter((mount) => mount.type === 'binfmt_misc' && mount.point !== path)
        .map((mount) => mount.point);
    const state = tableState(host, mounts, release, path);
    const readable = state === 'ready' || state === 'disabled' || state === 'read-only';
    const { entries, unreadable } = readable ? observeEntries(host, path) : { entries: [], unreadable: [] };
    const owner = readable ? host.stat(`${path}/register`)?.uid : undefined;
    return { state, path, entries, unreadable, elsewhere, owner };
}
function tableState(host, mounts, release, path) {
    const mount = (0,_host_proc_js__WEBPACK_IMPORTED_MODULE_4__/* .mountAt */ .LS)(mounts, path);
    if (mount?.type === 'binfmt_misc' && isVisible(host, path)) {
        if ((0,_entry_js__WEBPACK_IMPORTED_MODULE_2__/* .parseStatus */ .i$)((0,_host_read_js__WEBPACK_IMPORTED_MODULE_0__/* .textOr */ .ph)(host, `${path}/status`, '')) === 'disabled')
            return 'disabled';
        return (0,_host_proc_js__WEBPACK_IMPORTED_MODULE_4__/* .isReadOnly */ .PI)(mount) ? 'read-only' : 'ready';
    }
    if (mount?.type === 'autofs')
        return 'autofs';
    if (/^nodev\s+binfmt_misc$/m.test((0,_host_read_js__WEBPACK_IMPORTED_MODULE_0__/* .textOr */ .ph)(host, '/proc/filesystems', ''))) {
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
    return type === undefined ? host.stat(path) !== undefined : type === _entry_js__WEBPACK_IMPORTED_MODULE_2__/* .BINFMTFS_MAGIC */ .Qk;
}
function moduleIsThere(host, release) {
    return ['/lib/modules', '/usr/lib/modules'].some((folder) => ['modules.dep', 'modules.builtin'].some((file) => /(?:^|\/)binfmt_misc\.ko/m.test((0,_host_read_js__WEBPACK_IMPORTED_MODULE_0__/* .textOr */ .ph)(host, `${folder}/${release}/${file}`, ''))));
}
function observeEntries(host, path) {
    const entries = [];
    const unreadable = [];
    for (const name of (0,_host_read_js__WEBPACK_IMPORTED_MODULE_0__/* .namesIn */ .wX)(host, path)) {
        if (name === 'register' || name === 'status')
            continue;
        try {
            entries.push((0,_entry_js__WEBPACK_IMPORTED_MODULE_2__/* .parseEntry */ .ER)(name, host.readText(`${path}/${name}`)));
        }
        catch (thrown) {
            const errno = (0,_text_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .errnoOf */ .UQ)(thrown) ?? 'EUNKNOWN';
            if (errno !== 'ENOENT')
                unreadable.push({ name, errno });
        }
    }
    return { entries, unreadable };
}
function readEntry({ host, table }, name) {
    return (0,_text_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .orUndefined */ .y0)(() => (0,_entry_js__WEBPACK_IMPORTED_MODULE_2__/* .parseEntry */ .ER)(name, host.readText(`${table}/${name}`)));
}
function readEntries(context) {
    const names = context.host.list(context.table).filter((name) => name !== 'register' && name !== 'status');
    return names.flatMap((name) => readEntry(context, name) ?? []);
}


/***/ }),

/***/ 3911:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  IH: () => (/* binding */ NO_STORE),
  u0: () => (/* binding */ carryOut),
  ls: () => (/* binding */ carryOutThroughDocker),
  pC: () => (/* binding */ observeAgain),
  R9: () => (/* binding */ reportAfter)
});

// EXTERNAL MODULE: ./lib/binfmt/entry.js
var binfmt_entry = __nccwpck_require__(3678);
// EXTERNAL MODULE: ./lib/binfmt/table.js
var binfmt_table = __nccwpck_require__(1302);
// EXTERNAL MODULE: ./lib/host/read.js
var read = __nccwpck_require__(3766);
// EXTERNAL MODULE: ./lib/host/run.js
var run = __nccwpck_require__(9941);
// EXTERNAL MODULE: ./lib/plan/plan.js
var plan_plan = __nccwpck_require__(4598);
// EXTERNAL MODULE: ./lib/platform/platforms.js
var platforms = __nccwpck_require__(2061);
// EXTERNAL MODULE: ./lib/probe/probe.js
var probe = __nccwpck_require__(8530);
// EXTERNAL MODULE: ./lib/probe/verdict.js
var verdict = __nccwpck_require__(1145);
// EXTERNAL MODULE: ./lib/text/text.js
var text_text = __nccwpck_require__(8614);
;// CONCATENATED MODULE: ./lib/apply/docker.js









const LIMIT_MS = 600_000;
const LAST_WORDS = 300;
async function applyThroughDocker(host, facts, targets, image, line) {
    const docker = host.which('docker');
    if (docker === undefined)
        return failed('the docker program is missing');
    if (facts.table.state !== 'ready') {
        return failed(`binfmt_misc is not mounted on the host (${facts.table.state}), and a container cannot mend that`);
    }
    const names = targets.map(({ arch }) => arch).join(',');
    const args = ['run', '--rm', '--privileged', '--', image, '--install', names];
    const { code, tail } = await (0,run/* runFollowed */.s)(docker, args, { timeoutMs: LIMIT_MS, line });
    const table = (0,binfmt_table/* observeTable */.pw)(host, (0,read/* observeMounts */.B8)(host), facts.kernel.release, binfmt_entry/* TABLE_PATH */.Fb);
    if (code !== 0 || table.state !== 'ready') {
        const said = (0,text_text/* printable */.g$)(tail.slice(-LAST_WORDS)) || `docker ended with ${code ?? 'a signal'}`;
        return failed(`the installer of the image failed: ${said}`);
    }
    const before = new Set(facts.table.entries.map(({ name }) => name));
    const prober = (0,probe/* openProber */.$J)(host, facts.mounts);
    try {
        const installed = await (0,probe/* sideBySide */.Qp)(targets, async (target) => {
            const run = await (0,probe/* runProbe */.mW)(prober, target, 'chroot', { version: true });
            const [entry] = (0,binfmt_entry/* claimants */.tO)(table.entries, target);
            const result = (0,verdict/* judgeRun */.Zy)(run);
            return {
                arch: target.arch,
                name: entry?.name ?? (0,platforms/* qemuName */.gc)(target),
                changed: entry !== undefined && !before.has(entry.name),
                replaced: [],
                run,
                problem: result === 'works' ? undefined : (0,verdict/* explainResult */.rn)(result, run, entry?.interpreter),
            };
        });
        return { ...plan_plan/* NOTHING_APPLIED */.Q9, installed };
    }
    finally {
        prober.close();
    }
}
function failed(cause) {
    const problem = `the way through Docker failed: ${cause} (run this step as root, or allow this user passwordless sudo)`;
    return { ...plan_plan/* NOTHING_APPLIED */.Q9, problems: [problem] };
}

// EXTERNAL MODULE: ./lib/text/parse.js
var parse = __nccwpck_require__(7114);
// EXTERNAL MODULE: ./lib/host/proc.js
var proc = __nccwpck_require__(6626);
// EXTERNAL MODULE: ./lib/journal/journal.js
var journal = __nccwpck_require__(7894);
// EXTERNAL MODULE: ./lib/text/problem.js
var problem = __nccwpck_require__(894);
;// CONCATENATED MODULE: ./lib/apply/digests.js


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
    return `${JSON.stringify({ boot, files: [...memory.values()] })}\n`;
}
function parseDigests(text, boot) {
    const memory = (0,parse/* parseObject */.lj)(text);
    if (memory?.boot !== boot || !Array.isArray(memory.files))
        return new Map();
    return new Map(memory.files.filter(isRemembered).map((file) => [file.path, file]));
}
function isRemembered(value) {
    return ((0,parse/* isObject */.Gv)(value) && [value.path, value.identity, value.sha256].every((each) => typeof each === 'string'));
}
function openDigests(host, kept = '', now = Date.now) {
    const boot = (0,read/* textOr */.ph)(host, '/proc/sys/kernel/random/boot_id', '').trim();
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
            const sha256 = (0,read/* sha256Of */.Bj)(host, path);
            known.set(path, { path, identity, sha256 });
            if (found !== undefined && isSettled(found, host.fileSystemType(path), begun)) {
                lasting.set(path, { path, identity, sha256 });
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

// EXTERNAL MODULE: ./lib/binfmt/rule.js
var binfmt_rule = __nccwpck_require__(6582);
// EXTERNAL MODULE: ./lib/platform/elf.js
var elf = __nccwpck_require__(3176);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
// EXTERNAL MODULE: ./lib/binfmt/persist.js
var persist = __nccwpck_require__(7434);
// EXTERNAL MODULE: ./lib/apply/steps.js
var steps = __nccwpck_require__(5505);
;// CONCATENATED MODULE: ./lib/apply/persist.js








const HANDLER_LIMIT = 256 * 1024 * 1024;
const SYSTEMD_BINFMT = ['/usr/lib/systemd/systemd-binfmt', '/lib/systemd/systemd-binfmt'];
function copyHandler(context, { interpreter, source, sha256 }) {
    if (source === undefined)
        return undefined;
    const { host, digests } = context;
    try {
        if (host.stat(interpreter, false)?.kind === 'file' && digests.of(interpreter) === sha256)
            return undefined;
        const bytes = host.readBytes(source, HANDLER_LIMIT);
        if ((0,external_node_crypto_.createHash)('sha256').update(bytes).digest('hex') !== sha256)
            return { problem: notRecorded(source), outdated: true };
        context.record({ kind: 'copy', path: interpreter });
        host.makeFolder(persist/* PERSIST_ROOT */.aQ, 0o755);
        host.makeFolder(interpreter.slice(0, interpreter.lastIndexOf('/')), 0o755);
        host.writeFile(interpreter, bytes, 0o755);
        return undefined;
    }
    catch (thrown) {
        const reason = (0,problem/* errnoOf */.UQ)(thrown) ?? (0,problem/* reasonOf */.A3)(thrown);
        return { problem: `${(0,text_text/* printable */.g$)(interpreter, 200)} cannot be written: ${reason}` };
    }
}
function notRecorded(path) {
    return `its handler ${(0,text_text/* printable */.g$)(path, 200)} is not what was recorded of it`;
}
async function persist_persist(context, { handlers, rules, forget }) {
    const kept = [...handlers, ...rules].flatMap((name) => {
        const entry = (0,binfmt_table/* readEntry */.hB)(context, name);
        const stays = rules.includes(name) || (0,persist/* isPersistent */.sv)(entry?.interpreter);
        return entry !== undefined && stays ? ((0,binfmt_rule/* ruleOfEntry */.Ek)(entry) ?? []) : [];
    });
    const before = (0,read/* textOr */.ph)(context.host, persist/* FRAGMENT_PATH */.J2, null);
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
                problems: [`${persist/* FRAGMENT_PATH */.J2} cannot be written: ${(0,problem/* errnoOf */.UQ)(thrown) ?? (0,problem/* reasonOf */.A3)(thrown)}`],
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
    host.writeFile(path, text, 0o644);
}
async function tellBinfmtSupport(context, before, after) {
    const { host } = context;
    const program = host.which('update-binfmts');
    if (program === undefined || SYSTEMD_BINFMT.some((path) => host.stat(path) !== undefined))
        return [];
    const gone = before.filter((rule) => !after.some((other) => (0,binfmt_rule/* formatRule */.UT)(other) === (0,binfmt_rule/* formatRule */.UT)(rule)));
    const come = after.filter((rule) => !before.some((other) => (0,binfmt_rule/* formatRule */.UT)(other) === (0,binfmt_rule/* formatRule */.UT)(rule)));
    const helpers = come.map(binfmt_rule/* standInRule */.Iu);
    for (const helper of helpers)
        (0,steps/* removeStale */.sq)(context, helper);
    const problems = helpers.flatMap((rule) => (0,steps/* register */.kz)(context, rule) ?? []);
    for (const args of [...gone.map(persist/* updateBinfmtsRemove */.hM), ...come.map(persist/* updateBinfmtsInstall */.gL)]) {
        const said = await (0,steps/* runTool */.qI)(host, program, args);
        if (said !== undefined)
            problems.push(`update-binfmts: ${said}`);
    }
    for (const { name } of helpers)
        (0,steps/* remove */.TF)(context, name);
    return problems;
}
function clearHandlers(context, rules) {
    const { host } = context;
    const used = [...rules, ...(0,binfmt_table/* readEntries */.$2)(context)].flatMap(({ interpreter }) => interpreter ?? []);
    for (const name of host.stat(persist/* PERSIST_ROOT */.aQ)?.kind === 'folder' ? host.list(persist/* PERSIST_ROOT */.aQ) : []) {
        const folder = `${persist/* PERSIST_ROOT */.aQ}/${name}`;
        if (!used.some((path) => path.startsWith(`${folder}/`)))
            host.remove(folder);
    }
}

;// CONCATENATED MODULE: ./lib/apply/install.js











function installRule(context, { rule, replaces }) {
    const { name } = rule;
    const beside = (0,binfmt_rule/* stagingRule */.wh)(rule);
    const present = (0,binfmt_table/* readEntry */.hB)(context, name);
    if (present?.enabled && (0,binfmt_rule/* isRuleOf */.Cz)(rule, present)) {
        return { name, changed: false, cleared: (0,steps/* removeStale */.sq)(context, beside) ? beside.name : undefined };
    }
    const problem = bringIn(context, { rule, replaces }, beside);
    if (problem === undefined)
        return { name, changed: true };
    return { name, changed: false, problem: `rule ${name}: ${problem}` };
}
function bringIn(context, { rule, replaces }, beside) {
    const { host } = context;
    const native = (0,platforms/* nativeArchitecture */.BM)(host.nodeArch, host.endian);
    const interpreter = (0,binfmt_table/* observeInterpreter */.Rr)(host, rule.interpreter);
    const [objection] = (0,binfmt_rule/* ruleProblems */.b0)(rule, native, interpreter, (0,binfmt_table/* observePrograms */.Oh)(host));
    if (objection !== undefined)
        return objection;
    if ((0,binfmt_table/* readEntry */.hB)(context, rule.name)?.text !== replaces?.text)
        return (0,steps/* changedMeanwhile */.Fd)(rule.name);
    if (replaces === undefined) {
        const refusal = (0,steps/* registerWhole */.$Q)(context, rule);
        if (refusal === undefined)
            (0,steps/* removeStale */.sq)(context, beside);
        return refusal;
    }
    (0,steps/* removeStale */.sq)(context, beside);
    if ((0,binfmt_table/* readEntry */.hB)(context, beside.name) !== undefined)
        return `entry ${beside.name} is in the way, and is not of this program: take it away`;
    const refusal = (0,steps/* register */.kz)(context, beside);
    if (refusal !== undefined)
        return refusal;
    const stuck = (0,steps/* removePinned */.R3)(context, replaces);
    const problem = stuck ?? (0,steps/* registerWhole */.$Q)(context, rule);
    if (problem === undefined || stuck !== undefined)
        (0,steps/* remove */.TF)(context, beside.name);
    return problem;
}
async function installHandler(context, install) {
    const { arch, interpreter, flagChoices, replaces, version } = install;
    const target = (0,platforms/* targetOf */.$r)(arch);
    if (target === undefined) {
        const problem = `${(0,text_text/* printable */.g$)(arch, 40)} is not in the table`;
        return { arch, name: arch, changed: false, replaced: [], problem };
    }
    const rule = (0,binfmt_rule/* handlerRule */.nh)(target, interpreter, '');
    const { name } = rule;
    const unchanged = { arch, name, changed: false, replaced: [] };
    const prove = () => (0,probe/* runProbe */.mW)(context.prober, target, 'chroot', { version: version ?? true });
    const present = (0,binfmt_table/* readEntry */.hB)(context, name);
    const changed = replaces.filter((pinned) => (0,binfmt_table/* readEntry */.hB)(context, pinned.name)?.text !== pinned.text);
    if (changed.length === replaces.length && present !== undefined && (0,plan_plan/* isInstalled */.j$)(install, target, present)) {
        const run = await prove();
        if ((0,verdict/* judgeRun */.Zy)(run) === 'works')
            return { ...unchanged, run };
    }
    const [moved] = changed;
    if (moved !== undefined)
        return { ...unchanged, problem: (0,steps/* changedMeanwhile */.Fd)(moved.name), outdated: true };
    if (present !== undefined && !replaces.some((pinned) => pinned.name === name)) {
        const problem = `an entry ${name} is there that may not be taken away, or came meanwhile: "${(0,text_text/* printable */.g$)(present.text)}"`;
        return { ...unchanged, problem, outdated: true };
    }
    if (!isAsRecorded(context.digests, install)) {
        return { ...unchanged, problem: notRecorded(interpreter), outdated: true };
    }
    const uncopied = copyHandler(context, install);
    if (uncopied !== undefined)
        return { ...unchanged, ...uncopied };
    if (replaces.length > 0)
        return { ...unchanged, ...(await takeOver(context, install, target, rule, prove)) };
    const fresh = await registerProven(context, rule, flagChoices, prove);
    if ('problem' in fresh)
        return { ...unchanged, ...fresh };
    return { ...unchanged, changed: true, run: fresh.run };
}
async function takeOver(context, { flagChoices, replaces }, target, rule, prove) {
    const trial = {
        ...rule,
        name: `setup-binfmt-trial-${target.qemu}`,
        match: { kind: 'magic', offset: 0, ...(0,elf/* trialMagic */.C5)(target) },
    };
    (0,steps/* removeStale */.sq)(context, trial);
    const tried = await registerProven(context, trial, flagChoices, () => (0,probe/* runProbe */.mW)(context.prober, target, 'chroot', { tag: elf/* TRIAL_TAG */.Ah }));
    if ('problem' in tried)
        return tried;
    (0,steps/* removeOwn */.LO)(context, trial);
    const beside = (0,binfmt_rule/* stagingRule */.wh)(rule);
    (0,steps/* removeStale */.sq)(context, beside);
    const first = await registerProven(context, beside, [tried.flags], prove);
    if ('problem' in first)
        return first;
    const replaced = [];
    const halfway = { name: beside.name, changed: true, replaced, run: first.run };
    for (const pinned of replaces) {
        const problem = (0,steps/* removePinned */.R3)(context, pinned);
        if (problem !== undefined)
            return { ...halfway, problem };
        replaced.push(pinned.name);
    }
    const problem = (0,steps/* registerWhole */.$Q)(context, { ...rule, flags: tried.flags });
    if (problem !== undefined)
        return { ...halfway, problem };
    (0,steps/* removeOwn */.LO)(context, beside);
    return { changed: true, replaced, run: await prove() };
}
function isAsRecorded(digests, { checked, source, interpreter, sha256 }) {
    if (checked === true || source !== undefined)
        return true;
    return (0,problem/* orUndefined */.y0)(() => digests.of(interpreter)) === sha256;
}
async function registerProven(context, rule, flagChoices, prove) {
    let failure = { problem: 'no flags to try' };
    for (const flags of flagChoices) {
        const refusal = (0,steps/* registerWhole */.$Q)(context, { ...rule, flags });
        if (refusal !== undefined)
            return { problem: refusal };
        const run = await prove();
        const result = (0,verdict/* judgeRun */.Zy)(run);
        if (result === 'works')
            return { flags, run };
        (0,steps/* removeOwn */.LO)(context, rule);
        failure = { problem: (0,verdict/* explainResult */.rn)(result, run, rule.interpreter), run };
        if (result !== 'arguments')
            break;
    }
    return failure;
}

;// CONCATENATED MODULE: ./lib/apply/apply.js









async function apply(host, plan, options) {
    const { table, record, mounts, lockLimitMs, digests = openDigests(host) } = options;
    const prepared = [];
    for (const step of plan.prepare) {
        const problem = await prepare({ host, table, record }, step);
        if (problem !== undefined)
            return { ...plan_plan/* NOTHING_APPLIED */.Q9, prepared, problems: [problem] };
        prepared.push(step);
    }
    const lock = (0,plan_plan/* needsLock */.Dd)(plan) ? await (0,steps/* lockFolder */.MS)(host, table, lockLimitMs) : undefined;
    if (lock !== undefined && 'failure' in lock) {
        return { ...plan_plan/* NOTHING_APPLIED */.Q9, prepared, problems: [lock.failure] };
    }
    const prober = (0,probe/* openProber */.$J)(host, mounts);
    try {
        const context = { host, table, record, prober, digests };
        if ((0,plan_plan/* writesTable */.l3)(plan))
            record({ kind: 'table', entries: (0,binfmt_table/* readEntries */.$2)(context).map(binfmt_entry/* pin */.y_) });
        const removals = plan.remove.map((pinned) => ({
            name: pinned.name,
            problem: (0,steps/* removePinned */.R3)(context, pinned),
        }));
        const rules = (plan.rules ?? []).map((rule) => installRule(context, rule));
        const installed = await (0,probe/* sideBySide */.Qp)(plan.install, (install) => installHandler(context, install));
        const persisted = plan.persist === undefined ? undefined : await persist_persist(context, plan.persist);
        const proofs = await (0,probe/* sideBySide */.Qp)((0,platforms/* targetsOf */.QR)(plan.prove), (target) => (0,probe/* runProbe */.mW)(prober, target, 'chroot', { version: true }));
        return {
            prepared,
            removed: [
                ...removals.flatMap(({ name, problem }) => (problem === undefined ? [name] : [])),
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
async function prepare({ host, table, record }, step) {
    if (step === 'load-module') {
        const failed = (why) => `the module binfmt_misc cannot be loaded: ${why}`;
        const modprobe = host.which('modprobe');
        if (modprobe === undefined)
            return failed('modprobe is missing (install kmod)');
        record({ kind: 'load-module' });
        const said = await (0,steps/* runTool */.qI)(host, modprobe, ['binfmt_misc']);
        const remedy = 'install the modules of the running kernel, or allow this one';
        return said === undefined ? undefined : failed(`${said} (${remedy})`);
    }
    if (host.readable(`${table}/status`))
        return undefined;
    record({ kind: 'mount', path: table });
    const failed = (why) => `${table} cannot be mounted: ${why}`;
    const mount = host.which('mount');
    if (mount === undefined)
        return failed('the mount program is missing (install the package mount)');
    const said = await (0,steps/* runTool */.qI)(host, mount, ['-t', 'binfmt_misc', 'binfmt_misc', table]);
    if (said === undefined || host.readable(`${table}/status`))
        return undefined;
    return failed(`${said} (mount it on the host: mount -t binfmt_misc binfmt_misc ${table})`);
}

// EXTERNAL MODULE: ./lib/journal/record.js
var journal_record = __nccwpck_require__(2996);
;// CONCATENATED MODULE: ./lib/plan/undo.js



function planUndo(record, entries, inUse) {
    const before = tableBefore(record);
    const notes = [];
    const waiting = [];
    const remove = [];
    const back = new Map();
    for (const name of new Set(record.flatMap((change) => (0,journal_record/* nameOf */.Vb)(change) ?? []))) {
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
        remove: remove.map(binfmt_entry/* pin */.y_),
        files: filesBack(record),
        unmount: alone && mount?.kind === 'mount' ? mount.path : undefined,
        unloadModule: alone && record.some(({ kind }) => kind === 'load-module'),
        notes,
        waiting,
    };
}
function rebaseRecord(record, ended) {
    if ((0,journal_record/* beginOf */.pv)(record) < (0,journal_record/* beginOf */.pv)(ended))
        return record;
    const before = tableBefore(ended);
    const found = entriesFound(ended);
    const taken = before.filter(({ name }) => wasTaken(ended, name) && found.some((entry) => entry.name === name));
    const owed = taken.filter(({ name }) => !wasTaken(record, name) && record.some((change) => (0,journal_record/* nameOf */.Vb)(change) === name));
    const inherited = record.map((change) => {
        if (change.kind !== 'table')
            return change;
        const entries = change.entries.filter(({ name, text }) => before.some((old) => old.name === name && old.text === text) || !wrote(ended, (0,binfmt_entry/* parseEntry */.ER)(name, text)));
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
    const entries = new Map(entriesFound(record).map(({ name, text }) => [name, text]));
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
    return [...added.map(({ name, text }) => [name, text]), ...entries].map(([name, text]) => (0,binfmt_entry/* parseEntry */.ER)(name, text));
}
function entriesFound(record) {
    const table = record.find((change) => change.kind === 'table');
    return table?.kind === 'table' ? table.entries : [];
}
function isOfRun(record, present, old) {
    const half = old !== undefined && !old.enabled && present.text === old.text.replace(/^disabled/, 'enabled');
    return (wrote(record, present) ||
        (half && record.some((change) => change.kind === 'put' && change.entry.name === old.name)));
}
function wrote(record, entry) {
    return record.some((change) => change.kind === 'register' && (0,binfmt_rule/* isRuleOf */.Cz)(change.rule, entry));
}
function wasTaken(record, name) {
    return record.some((change) => change.kind !== 'register' && (0,journal_record/* nameOf */.Vb)(change) === name);
}
function isHelper(name) {
    return /^setup-binfmt-(?:trial|undo)-/.test(name);
}
function restoredAlready(record, before, entries) {
    return entries.filter(({ name, text }) => wasTaken(record, name) && before.some((old) => old.name === name && old.text === text));
}
function overlap(a, b) {
    return a.kind !== 'unknown' && b.kind !== 'unknown' && (0,binfmt_rule/* rulesOverlap */.JL)(a, b);
}
function putOf(entry, replaces) {
    const rule = (0,binfmt_rule/* ruleOfEntry */.Ek)(entry);
    if (rule === undefined)
        return undefined;
    const { enabled, text } = entry;
    return { rule, enabled, text, replaces: replaces && (0,binfmt_entry/* pin */.y_)(replaces) };
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

;// CONCATENATED MODULE: ./lib/apply/undo.js







async function endRun(host, table, state, run, changes) {
    if (changes && state.records().some((one) => one.run === run))
        state.append(run, { kind: 'undo' });
    state.dropLease(run);
    const undone = { removed: [], restored: [], problems: [], notes: [], unloadModule: false };
    for (const { run: ended, record } of state.records()) {
        if (!record.some(({ kind }) => kind === 'undo'))
            continue;
        const context = { host, table: table ?? '', record: (change) => state.append(ended, change) };
        const entries = table === undefined ? [] : (0,binfmt_table/* readEntries */.$2)(context);
        const undo = planUndo(record, entries, (0,journal_record/* entriesInUse */.xR)(state.leases(), ended));
        await takeBack(context, table === undefined ? { ...undo, put: [] } : undo, ended, undone);
        forget(state, ended, record, undo.waiting);
    }
    return undone;
}
function forget(state, ended, record, waiting) {
    const { left, undone } = (0,journal_record/* splitRecord */.Iw)(record, waiting);
    for (const other of state.records()) {
        const changed = rebaseRecord(other.record, undone);
        if (other.run !== ended && JSON.stringify(changed) !== JSON.stringify(other.record))
            state.replace(other.run, changed);
    }
    state.replace(ended, left);
}
async function takeBack(context, undo, run, undone) {
    const { removed, restored, problems, notes } = undone;
    notes.push(...undo.notes);
    for (const put of undo.put) {
        const problem = putBack(context, put, run);
        if (problem === undefined)
            restored.push(put.rule.name);
        else
            problems.push(problem);
    }
    for (const pinned of undo.remove) {
        const problem = (0,steps/* removePinned */.R3)(context, pinned);
        if (problem === undefined)
            removed.push(pinned.name);
        else
            problems.push(problem);
    }
    for (const { path, expect, content } of undo.files) {
        const now = (0,read/* textOr */.ph)(context.host, path, null);
        if (now === content)
            continue;
        if (now !== expect)
            notes.push(`${path} was changed by somebody else since, and stays`);
        else
            problems.push(...(await restoreFragment(context, now, content)).problems);
    }
    for (const name of undo.waiting) {
        notes.push(`entry ${(0,text_text/* printable */.g$)(name, 60)} stays as long as another job relies on it`);
    }
    undone.unmount = undo.unmount ?? undone.unmount;
    undone.unloadModule ||= undo.unloadModule;
}
function putBack(context, { rule, enabled, text, replaces }, run) {
    const helper = freeName(context, `setup-binfmt-undo-${run.slice(0, 8)}`);
    const name = (0,text_text/* printable */.g$)(rule.name, 60);
    if (enabled) {
        const refusal = (0,steps/* register */.kz)(context, { ...rule, name: helper });
        if (refusal !== undefined)
            return `entry ${name} cannot be put back, and what is in its place stays: ${refusal}`;
    }
    const refusal = (0,steps/* recordFirst */.C3)(context, { kind: 'put', entry: { name: rule.name, text } }) ??
        (replaces === undefined ? undefined : (0,steps/* removePinned */.R3)(context, replaces)) ??
        (0,steps/* writeRule */.oC)(context, rule) ??
        (enabled ? undefined : (0,steps/* disable */.b8)(context, rule.name));
    if (refusal !== undefined)
        return `entry ${name} cannot be put back: ${refusal}`;
    if (enabled)
        (0,steps/* remove */.TF)(context, helper);
    const now = (0,binfmt_table/* readEntry */.hB)(context, rule.name)?.text;
    return now === text ? undefined : `entry ${name} was put back, and reads otherwise than before`;
}
function freeName(context, base) {
    for (let number = 1;; number++) {
        const name = `${base}-${number}`;
        if ((0,binfmt_table/* readEntry */.hB)(context, name) === undefined)
            return name;
    }
}

;// CONCATENATED MODULE: ./lib/apply/run-plan.js











const LOCK_LIMIT_MS = 60_000;
async function carryOutHere(host, plan, place) {
    const { run, end } = plan;
    const options = { ...place, lockLimitMs: LOCK_LIMIT_MS, record: () => undefined };
    if (run === undefined)
        return apply(host, plan, options);
    const state = (0,journal/* openState */.Gf)(host);
    if ('failure' in state) {
        const applied = end === undefined ? await apply(host, plan, options) : plan_plan/* NOTHING_APPLIED */.Q9;
        const note = `what was changed is not recorded, and cannot be undone by itself: ${state.failure}`;
        return { ...applied, notes: [note] };
    }
    const digests = openDigests(host, state.digests());
    const locking = (0,steps/* lockFolder */.MS)(host, state.folder, LOCK_LIMIT_MS);
    for (const install of plan.install.slice(0, 1))
        isAsRecorded(digests, install);
    const lock = await locking;
    if ('failure' in lock)
        return { ...plan_plan/* NOTHING_APPLIED */.Q9, problems: [lock.failure] };
    try {
        if (end !== undefined)
            return await endHere(host, state, run, end.changes, place);
        if (!takeLease(host, state, run, plan, place.table))
            return { ...plan_plan/* NOTHING_APPLIED */.Q9, outdated: true };
        const applied = await apply(host, plan, {
            ...options,
            digests,
            record: (change) => state.append(run, change),
        });
        keep(digests, state);
        return applied;
    }
    catch (thrown) {
        return { ...plan_plan/* NOTHING_APPLIED */.Q9, problems: [(0,problem/* reasonOf */.A3)(thrown)] };
    }
    finally {
        lock.close();
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
    if (plan.lease.entries.some((name) => (0,binfmt_table/* readEntry */.hB)(context, name) === undefined))
        return false;
    const coming = [
        ...(0,platforms/* targetsOf */.QR)(plan.install.map(({ arch }) => arch))
            .map(platforms/* qemuName */.gc)
            .flatMap((name) => [name, `${name}.new`]),
        ...(plan.rules ?? []).map(({ rule }) => rule.name),
    ];
    state.takeLease(run, [...plan.lease.entries, ...coming], plan.lease.holder);
    return true;
}
async function endHere(host, state, run, changes, { table, mounts }) {
    const mounted = (0,proc/* mountAt */.LS)(mounts, table)?.type === 'binfmt_misc' ? table : undefined;
    const lock = mounted === undefined ? undefined : await (0,steps/* lockFolder */.MS)(host, mounted, LOCK_LIMIT_MS);
    if (lock !== undefined && 'failure' in lock)
        return { ...plan_plan/* NOTHING_APPLIED */.Q9, problems: [lock.failure] };
    const ended = endRun(host, mounted, state, run, changes).finally(lock?.close);
    const { unmount, unloadModule, notes, ...undone } = await ended;
    if (mounted !== undefined && unmount === mounted)
        notes.push(...(await attempt(host, 'umount', [mounted])));
    if (unloadModule)
        notes.push(...(await attempt(host, 'modprobe', ['-r', 'binfmt_misc'])));
    return { ...plan_plan/* NOTHING_APPLIED */.Q9, ...undone, notes };
}
async function attempt(host, program, args) {
    const file = host.which(program);
    if (file === undefined)
        return [`${program} is missing`];
    const said = await (0,steps/* runTool */.qI)(host, file, args);
    return said === undefined ? [] : [`${program}: ${said}`];
}

;// CONCATENATED MODULE: ./lib/apply/privilege.js




const privilege_LIMIT_MS = 180_000;
async function applyWith(host, facts, plan, program) {
    if (facts.privilege === 'root') {
        return carryOutHere(host, plan, { table: facts.table.path, mounts: facts.mounts });
    }
    const sudo = host.which('sudo');
    if (facts.privilege !== 'sudo' || sudo === undefined)
        return privilege_failed('no privilege to change the table');
    return readOutcome(await host.run({
        file: sudo,
        args: ['-n', '--', host.node, program],
        stdin: JSON.stringify(plan),
        timeoutMs: privilege_LIMIT_MS,
    }));
}
function readOutcome({ stdout, stderr, signal, code, error }) {
    const answer = (0,parse/* parseObject */.lj)(stdout);
    if (answer !== undefined && 'installed' in answer)
        return answer;
    const said = (0,text_text/* printable */.g$)(stderr) || `it ended with ${signal ?? code ?? error}`;
    return privilege_failed(`the privileged program failed: ${said}`);
}
function privilege_failed(problem) {
    return { ...plan_plan/* NOTHING_APPLIED */.Q9, problems: [problem] };
}

// EXTERNAL MODULE: ./lib/oci/reference.js
var reference = __nccwpck_require__(3410);
// EXTERNAL MODULE: ./lib/report/narrate.js
var narrate = __nccwpck_require__(4175);
// EXTERNAL MODULE: ./lib/report/report.js
var report = __nccwpck_require__(7556);
// EXTERNAL MODULE: ./lib/report/result.js
var result = __nccwpck_require__(6015);
;// CONCATENATED MODULE: ./lib/commands/carry-out.js











const NO_STORE = '/dev/null';
async function carryOut(host, facts, plan, { group, line, privilegedProgram }) {
    const changes = (0,plan_plan/* changesHost */.qA)(plan) || plan.end !== undefined;
    if (!changes && plan.prove.length === 0 && plan.lease === undefined)
        return plan_plan/* NOTHING_APPLIED */.Q9;
    const applied = await applyWith(host, facts, plan, privilegedProgram);
    if (changes) {
        group('Changes');
        (0,narrate/* narrateChanges */.dY)(plan, applied).forEach(line);
    }
    return applied;
}
async function carryOutThroughDocker(host, facts, wanted, image, { group, line }) {
    const name = (0,reference/* formatImageReference */.my)(image);
    group('Changes');
    line(`there is no sudo: running the installer of ${name} as a privileged container`);
    const targets = wanted.map(({ target }) => target);
    const applied = await applyThroughDocker(host, facts, targets, name, line);
    (0,narrate/* narrateInstalled */.q3)(applied).forEach(line);
    return applied;
}
function observeAgain(host, facts) {
    const { kernel, table } = facts;
    return { ...facts, table: (0,binfmt_table/* observeTable */.pw)(host, (0,read/* observeMounts */.B8)(host), kernel.release, table.path) };
}
async function reportAfter(host, before, applied, { mode, notes = [], problem }) {
    const facts = observeAgain(host, before);
    const looked = (0,platforms/* targetsOf */.QR)([facts.architecture ?? '', ...platforms/* CONTAINER_ARCHITECTURES */.dz]);
    return (0,report/* makeReport */.dO)({
        ...(0,result/* newResult */.YT)(mode, facts),
        ...(0,result/* changesIn */.N0)(applied),
        verdicts: (0,probe/* judgeAll */.Ty)(await (0,probe/* probeAll */.mQ)(host, facts, looked), facts),
        notes: [...notes, ...(applied.notes ?? [])],
        problem,
    });
}


/***/ }),

/***/ 5679:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ execPrivately)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1421);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3024);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(8161);
/* harmony import */ var _namespace_inside_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(2101);
/* harmony import */ var _namespace_scope_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(4661);
/* harmony import */ var _namespace_with_binfmt_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(5354);






async function execPrivately(host, request, fill) {
    const scope = await (0,_namespace_scope_js__WEBPACK_IMPORTED_MODULE_3__/* .openScope */ .P)(host, 'private');
    const end = await fillAndRun(host, scope, request, fill).finally(scope.close);
    return typeof end === 'number' ? end : endLike(end);
}
async function fillAndRun(host, scope, { command, mapRoot }, fill) {
    const report = await fill(scope);
    const { table } = scope;
    if (report.exitCode !== 0 || table === undefined)
        return report.exitCode;
    const [file, ...args] = command;
    const asRoot = mapRoot || (0,_namespace_with_binfmt_js__WEBPACK_IMPORTED_MODULE_4__/* .needsSubordinateIds */ .w8)(file);
    const space = asRoot ? table.inner : table.own;
    return runInForeground({
        ...(0,_namespace_inside_js__WEBPACK_IMPORTED_MODULE_5__/* .enterCommand */ .S)(host, space, { file, args, cwd: workingFolder(host) }),
        environment: asRoot ? table.rootEnvironment : {},
    });
}
function workingFolder(host) {
    const physical = process.cwd();
    const named = host.env.PWD;
    return named?.startsWith('/') && host.realPath(named) === physical ? named : physical;
}
const PASSED_ON = [
    'SIGTERM',
    'SIGHUP',
    'SIGUSR1',
    'SIGUSR2',
    'SIGCONT',
    'SIGWINCH',
];
const FROM_TERMINAL = ['SIGINT', 'SIGQUIT'];
function runInForeground(command) {
    const handlers = [...PASSED_ON, ...FROM_TERMINAL].map((name) => {
        const pass = () => {
            if (!FROM_TERMINAL.includes(name) || !isInForeground())
                child.kill(name);
        };
        process.on(name, pass);
        return { name, pass };
    });
    const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(command.file, command.args, {
        stdio: 'inherit',
        env: { ...process.env, ...command.environment },
    });
    return new Promise((resolve) => {
        const finish = (end) => {
            for (const { name, pass } of handlers)
                process.off(name, pass);
            resolve(end);
        };
        child.on('error', (problem) => {
            if (child.pid !== undefined)
                return;
            const code = 'code' in problem && typeof problem.code === 'string' ? problem.code : 'EUNKNOWN';
            finish({ code: null, signal: null, error: code });
        });
        child.on('exit', (code, signal) => finish({ code, signal }));
    });
}
function isInForeground() {
    try {
        const text = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)('/proc/self/stat', 'latin1');
        const [, , group, , , foreground] = text.slice(text.lastIndexOf(')') + 2).split(' ');
        return group === foreground;
    }
    catch {
        return false;
    }
}
const PLAIN_ENDS = ['SIGTERM', 'SIGINT', 'SIGHUP', 'SIGKILL'];
function endLike(end) {
    if (end.signal === null)
        return end.code ?? 127;
    if (PLAIN_ENDS.includes(end.signal))
        process.kill(process.pid, end.signal);
    return 128 + node_os__WEBPACK_IMPORTED_MODULE_2__.constants.signals[end.signal];
}


/***/ }),

/***/ 889:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ runMount)
/* harmony export */ });
/* harmony import */ var _plan_changes_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2192);
/* harmony import */ var _plan_plan_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4598);
/* harmony import */ var _report_problems_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(1474);
/* harmony import */ var _carry_out_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(3911);
/* harmony import */ var _survey_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(3775);





async function runMount(host, context) {
    const facts = await (0,_survey_js__WEBPACK_IMPORTED_MODULE_4__/* .observeAloud */ .M6)(host, context);
    const obstacle = (0,_report_problems_js__WEBPACK_IMPORTED_MODULE_2__/* .obstacleToMount */ .QY)(facts);
    const plan = { ...(0,_plan_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .emptyPlan */ .n7)(_carry_out_js__WEBPACK_IMPORTED_MODULE_3__/* .NO_STORE */ .IH), run: context.run?.id, prepare: (0,_plan_changes_js__WEBPACK_IMPORTED_MODULE_0__/* .planPreparation */ .Xo)(facts) };
    const applied = obstacle === undefined ? await (0,_carry_out_js__WEBPACK_IMPORTED_MODULE_3__/* .carryOut */ .u0)(host, facts, plan, context) : _plan_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .NOTHING_APPLIED */ .Q9;
    const problem = obstacle ?? (0,_report_problems_js__WEBPACK_IMPORTED_MODULE_2__/* .unmounted */ .uh)(applied.problems);
    const report = await (0,_carry_out_js__WEBPACK_IMPORTED_MODULE_3__/* .reportAfter */ .R9)(host, facts, applied, { mode: 'mount', problem });
    return { ...report, notes: [...report.notes, `these run here: ${report.outputs.platforms}`] };
}


/***/ }),

/***/ 3775:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  M6: () => (/* binding */ observeAloud),
  Ji: () => (/* binding */ persistedFor),
  Rp: () => (/* binding */ probeRequested),
  Lf: () => (/* binding */ surveyHost)
});

// EXTERNAL MODULE: ./lib/binfmt/table.js
var table = __nccwpck_require__(1302);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __nccwpck_require__(7030);
// EXTERNAL MODULE: ./lib/binfmt/entry.js
var entry = __nccwpck_require__(3678);
// EXTERNAL MODULE: ./lib/host/proc.js
var proc = __nccwpck_require__(6626);
// EXTERNAL MODULE: ./lib/host/read.js
var read = __nccwpck_require__(3766);
// EXTERNAL MODULE: ./lib/platform/platforms.js
var platforms = __nccwpck_require__(2061);
// EXTERNAL MODULE: ./lib/text/version.js
var version = __nccwpck_require__(9341);
;// CONCATENATED MODULE: ./lib/facts/observe.js







async function observe(host, tablePath = entry/* TABLE_PATH */.Fb) {
    const release = host.kernelRelease;
    const kernel = { release, version: (0,version/* parseVersion */.ot)(release) };
    const mounts = (0,read/* observeMounts */.B8)(host);
    const architecture = (0,platforms/* nativeArchitecture */.BM)(host.nodeArch, host.endian);
    const endpoint = host.env.DOCKER_HOST ?? 'unix:///var/run/docker.sock';
    const asking = Promise.all([hasSudo(host), answers(host, endpoint)]);
    const seen = {
        system: host.system,
        kernel,
        architecture,
        amd64Level: architecture === 'amd64' ? (0,proc/* parseAmd64Level */._V)((0,read/* headText */.WI)(host, '/proc/cpuinfo', 8192)) : undefined,
        cpus: host.cpus,
        nodeVersion: host.nodeVersion,
        uid: host.uid,
        capabilities: (0,proc/* parseCapabilities */.md)((0,read/* textOr */.ph)(host, '/proc/self/status', '')),
        userNamespace: (0,proc/* isNestedNamespace */.dG)((0,read/* textOr */.ph)(host, '/proc/self/uid_map', '')),
        container: observeContainer(host),
        wsl: observeWsl(release),
        table: (0,table/* observeTable */.pw)(host, mounts, release, tablePath),
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
        const socket = (0,external_node_net_.connect)(path);
        const finish = (reachable) => {
            socket.destroy();
            resolve(reachable);
        };
        socket.setTimeout(500, () => finish(false));
        socket.on('connect', () => finish(true));
        socket.on('error', () => finish(false));
    });
}
function observeContainer(host) {
    if (host.stat('/.dockerenv') !== undefined)
        return 'docker';
    if (host.stat('/run/.containerenv') !== undefined)
        return 'podman';
    const systemd = (0,read/* textOr */.ph)(host, '/run/systemd/container', '').trim();
    if (/^[a-z][a-z0-9-]{0,30}$/.test(systemd))
        return systemd;
    if (/(?:^|\/)(?:kubepods|docker|lxc|containerd)/m.test((0,read/* textOr */.ph)(host, '/proc/1/cgroup', '')))
        return 'container';
    return undefined;
}
function observeWsl(release) {
    if (/microsoft-standard/i.test(release))
        return 2;
    return /microsoft/i.test(release) ? 1 : undefined;
}

// EXTERNAL MODULE: ./lib/probe/probe.js
var probe = __nccwpck_require__(8530);
// EXTERNAL MODULE: ./lib/report/narrate.js
var narrate = __nccwpck_require__(4175);
;// CONCATENATED MODULE: ./lib/commands/survey.js





const ALSO_LOOKED_AT = [...platforms/* CONTAINER_ARCHITECTURES */.dz, 'ppc64'];
async function surveyHost(host, inputs, context) {
    const { namespaces } = context;
    const seen = await observeAloud(host, context, context);
    const facts = namespaces === undefined ? seen : { ...seen, namespaces };
    if (facts.table.state !== 'ready' || inputs.matrixFrom !== undefined)
        return { facts };
    const probing = probeRequested(host, facts, inputs, context);
    probing.catch(() => undefined);
    await new Promise(setImmediate);
    return { facts, probing };
}
function probeRequested(host, facts, inputs, { recordedVersion }) {
    const asked = inputs.platforms.map(({ arch }) => arch);
    const targets = (0,platforms/* targetsOf */.QR)([facts.architecture ?? '', ...ALSO_LOOKED_AT, ...asked]);
    return (0,probe/* probeAll */.mQ)(host, facts, targets, recordedVersion);
}
async function observeAloud(host, { group, line }, { table, place } = {}) {
    const facts = await observe(host, table);
    group('Host');
    if (place !== undefined)
        line(`this is ${place}`);
    (0,narrate/* narrateHost */.yh)(facts).forEach(line);
    return facts;
}
function persistedFor(host, { scope }) {
    return scope === 'host' ? (0,table/* readPersisted */["if"])(host) : [];
}


/***/ }),

/***/ 728:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ removeFromEngine),
/* harmony export */   Y: () => (/* binding */ runUndo)
/* harmony export */ });
/* harmony import */ var _apply_steps_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5505);
/* harmony import */ var _facts_facts_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7302);
/* harmony import */ var _namespace_inside_js__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(2101);
/* harmony import */ var _namespace_rootless_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(5904);
/* harmony import */ var _plan_plan_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(4598);
/* harmony import */ var _report_problems_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(1474);
/* harmony import */ var _carry_out_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(3911);
/* harmony import */ var _survey_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(3775);








async function runUndo(host, run, changes, context) {
    const facts = await (0,_survey_js__WEBPACK_IMPORTED_MODULE_6__/* .observeAloud */ .M6)(host, context);
    const obstacle = (0,_facts_facts_js__WEBPACK_IMPORTED_MODULE_1__/* .isPrivileged */ .a8)(facts) ? undefined : (0,_report_problems_js__WEBPACK_IMPORTED_MODULE_4__/* .obstacleToRemoval */ .pD)(facts);
    const plan = { ...(0,_plan_plan_js__WEBPACK_IMPORTED_MODULE_3__/* .emptyPlan */ .n7)(_carry_out_js__WEBPACK_IMPORTED_MODULE_5__/* .NO_STORE */ .IH), run, end: { changes } };
    const applied = (0,_facts_facts_js__WEBPACK_IMPORTED_MODULE_1__/* .isPrivileged */ .a8)(facts) ? await (0,_carry_out_js__WEBPACK_IMPORTED_MODULE_5__/* .carryOut */ .u0)(host, facts, plan, context) : _plan_plan_js__WEBPACK_IMPORTED_MODULE_3__/* .NOTHING_APPLIED */ .Q9;
    return (0,_carry_out_js__WEBPACK_IMPORTED_MODULE_5__/* .reportAfter */ .R9)(host, facts, applied, {
        mode: 'remove',
        problem: obstacle ?? (0,_report_problems_js__WEBPACK_IMPORTED_MODULE_4__/* .unremoved */ .cu)(applied.problems),
    });
}
async function removeFromEngine(host, entries) {
    const engine = await (0,_namespace_rootless_js__WEBPACK_IMPORTED_MODULE_2__/* .openEngineTable */ .X)(host);
    if ('stage' in engine)
        return [];
    const table = { host: (0,_namespace_inside_js__WEBPACK_IMPORTED_MODULE_7__/* .insideOf */ .k)(host, engine.space), table: engine.table, record: () => undefined };
    return entries.flatMap((entry) => (0,_apply_steps_js__WEBPACK_IMPORTED_MODULE_0__/* .removePinned */ .R3)(table, entry) ?? []);
}


/***/ }),

/***/ 1283:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   IJ: () => (/* binding */ linkOf),
/* harmony export */   Kd: () => (/* binding */ doctorCheck),
/* harmony export */   k_: () => (/* binding */ runCheck),
/* harmony export */   z6: () => (/* binding */ check)
/* harmony export */ });
/* unused harmony export ONLY_THE_DOCTOR */
/* harmony import */ var _probe_verdict_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1145);
/* harmony import */ var _text_text_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8614);


function check(severity, id, title, rest) {
    return { severity, id, title, ...rest };
}
const ONLY_THE_DOCTOR = 'only the doctor looks at this';
function doctorCheck(severity, id, title, { skip, look, ...rest }) {
    return check(severity, id, title, {
        ...rest,
        skip: (context) => (context.doctor === undefined ? ONLY_THE_DOCTOR : skip?.(context.doctor, context)),
        look: (context) => context.doctor && look(context.doctor, context),
    });
}
function runCheck(check, context) {
    const { id, title } = check;
    try {
        const reason = check.skip?.(context);
        if (reason)
            return { id, title, state: 'skipped', reason };
        const seen = [check.look(context)].flat();
        const findings = seen.flatMap((one) => (one ? toFinding(check, one, context) : []));
        return findings.length > 0 ? { id, title, state: 'found', findings } : { id, title, state: 'clean' };
    }
    catch (thrown) {
        return { id, title, state: 'failed', reason: `the check itself failed: ${(0,_text_text_js__WEBPACK_IMPORTED_MODULE_1__/* .printable */ .g$)(String(thrown))}` };
    }
}
function toFinding(check, seen, context) {
    const { id, title, remedy, commands = [] } = check;
    const severity = check.blocking ? severityFor(context) : check.severity;
    const observation = typeof seen === 'string' ? { evidence: seen } : seen;
    return { id, severity, title, remedy, commands, ...observation, link: linkOf(id) };
}
function linkOf(id) {
    return `docs/doctor.md#${id.toLowerCase()}`;
}
function severityFor({ verdicts, asked = [] }) {
    if (verdicts === undefined)
        return 'error';
    if (asked.length > 0)
        return asked.every((arch) => (0,_probe_verdict_js__WEBPACK_IMPORTED_MODULE_0__/* .isProven */ .nn)(verdicts.get(arch))) ? 'info' : 'error';
    return [...verdicts.values()].some(({ status }) => status === 'emulated') ? 'info' : 'warning';
}


/***/ }),

/***/ 4938:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   EY: () => (/* binding */ observeHandlers),
/* harmony export */   Jq: () => (/* binding */ handlersOf),
/* harmony export */   M6: () => (/* binding */ answeredClaimsOf),
/* harmony export */   R3: () => (/* binding */ setupCommand),
/* harmony export */   dQ: () => (/* binding */ describeHandlers),
/* harmony export */   ds: () => (/* binding */ claimsOf),
/* harmony export */   zJ: () => (/* binding */ entryCommands)
/* harmony export */ });
/* harmony import */ var _binfmt_entry_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3678);
/* harmony import */ var _platform_platforms_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(2061);
/* harmony import */ var _text_text_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(8614);



function claimsOf({ facts, verdicts, asked = [], claims }) {
    if (claims !== undefined)
        return claims;
    return [...(verdicts?.values() ?? [])].flatMap((verdict) => {
        const target = (0,_platform_platforms_js__WEBPACK_IMPORTED_MODULE_1__/* .targetOf */ .$r)(verdict.arch);
        const wanted = asked.length === 0 || asked.includes(verdict.arch) || verdict.arch === facts.architecture;
        if (target === undefined || !wanted)
            return [];
        const claiming = (0,_binfmt_entry_js__WEBPACK_IMPORTED_MODULE_0__/* .claimants */ .tO)(facts.table.entries, target);
        return [{ target, verdict, claiming, answering: claiming.find(({ enabled }) => enabled) }];
    });
}
function answeredClaimsOf(context) {
    return claimsOf(context).filter((claim) => claim.answering !== undefined);
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
    const names = handlers.map(({ entry, path }) => `${(0,_text_text_js__WEBPACK_IMPORTED_MODULE_2__/* .printable */ .g$)(entry.name, 60)} (${path})`);
    return (0,_text_text_js__WEBPACK_IMPORTED_MODULE_2__/* .listed */ .KE)(names, 8, 400);
}
function observeHandlers(handlers, evidence, { replace = false, persist = false } = {}) {
    if (handlers.length === 0)
        return undefined;
    const archs = handlers.flatMap((handler) => handler.archs);
    return { evidence, commands: [`${setupCommand(archs, replace)}${persist ? ' --persist' : ''}`] };
}
function entryCommands(word, entries) {
    return entries.flatMap(({ name }) => (0,_text_text_js__WEBPACK_IMPORTED_MODULE_2__/* .printable */ .g$)(name) !== name ? [] : [`echo ${word} | sudo tee ${(0,_text_text_js__WEBPACK_IMPORTED_MODULE_2__/* .shellWord */ .r7)(`${_binfmt_entry_js__WEBPACK_IMPORTED_MODULE_0__/* .TABLE_PATH */ .Fb}/${name}`)}`]);
}
function setupCommand(archs, replace = false) {
    const names = archs.map((arch) => `linux/${arch}`).join(' ');
    return `${_text_text_js__WEBPACK_IMPORTED_MODULE_2__/* .PROGRAM */ .RX} setup ${names}${replace ? ' --on-conflict replace' : ''}`;
}


/***/ }),

/***/ 799:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  gr: () => (/* binding */ asProblem),
  Ub: () => (/* binding */ changeObstacle),
  Rc: () => (/* binding */ findAfterSetup),
  WX: () => (/* binding */ findingsOf),
  Mz: () => (/* binding */ preflight),
  JT: () => (/* binding */ runChecks)
});

// UNUSED EXPORTS: CHECKS, findingOf

// EXTERNAL MODULE: ./lib/text/problem.js
var problem = __nccwpck_require__(894);
// EXTERNAL MODULE: ./lib/doctor/checks/check.js
var checks_check = __nccwpck_require__(1283);
// EXTERNAL MODULE: ./lib/doctor/checks/claims.js
var checks_claims = __nccwpck_require__(4938);
// EXTERNAL MODULE: ./lib/platform/platforms.js
var platforms = __nccwpck_require__(2061);
// EXTERNAL MODULE: ./lib/text/text.js
var text_text = __nccwpck_require__(8614);
;// CONCATENATED MODULE: ./lib/doctor/checks/engines.js



const NO_CLIENT = 'there is no program named docker';
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
function containerBuilders(doctor) {
    return localBuilders(doctor).filter(({ driver }) => driver === 'docker-container');
}
const WAIT = {
    remedy: 'Wait 20 seconds and ask it again; if it still does not list them, start the Docker engine again',
    commands: ['sleep 21', 'docker buildx inspect'],
};
const ENGINE_CHECKS = [
    (0,checks_check/* doctorCheck */.Kd)('info', 'SB050', 'Docker is not here', {
        remedy: 'None is needed for the set-up; install it where builds use it',
        commands: ['command -v docker'],
        look: ({ engine }) => !engine.client && NO_CLIENT,
    }),
    (0,checks_check/* doctorCheck */.Kd)('info', 'SB056', 'the Docker engine does not answer', {
        remedy: 'Start it, or let this user use it',
        commands: ['docker version'],
        skip: ({ engine }) => (engine.client ? undefined : NO_CLIENT),
        look: ({ engine }) => engine.server === undefined && (0,text_text/* printable */.g$)(engine.silence ?? NO_ENGINE, 200),
    }),
    (0,checks_check/* doctorCheck */.Kd)('warning', 'SB052', 'the Docker engine runs on another kernel', {
        remedy: 'Set up where the engine runs: its kernel decides what its containers can run',
        commands: ['docker info --format "{{.OperatingSystem}}, kernel {{.KernelVersion}}"'],
        skip: ({ engine }) => engine.remote === undefined && engine.server === undefined ? (engine.silence ?? NO_ENGINE) : undefined,
        look: ({ engine }, { facts }) => {
            if (engine.remote !== undefined)
                return `the engine is reached by ${(0,text_text/* printable */.g$)(engine.remote, 20)}, on another machine`;
            const { server } = engine;
            if (server === undefined || server.kernel === '' || server.kernel === facts.kernel.release)
                return [];
            return `the engine runs on kernel ${(0,text_text/* printable */.g$)(server.kernel, 60)} (${(0,text_text/* printable */.g$)(server.system, 80)}), and this is ${(0,text_text/* printable */.g$)(facts.kernel.release, 60)}`;
        },
    }),
    (0,checks_check/* doctorCheck */.Kd)('info', 'SB055', 'the Docker engine is rootless', {
        remedy: 'Register on the host as root, or in the table of the engine as its user',
        commands: [`${text_text/* PROGRAM */.RX} setup linux/arm64 --scope engine`],
        skip: skipSilent,
        look: ({ engine }) => engine.server?.rootless && 'docker info says so; an installer run in a container cannot serve it',
    }),
    (0,checks_check/* doctorCheck */.Kd)('info', 'SB051', 'buildx is not here', {
        remedy: 'Install docker-buildx-plugin, or use docker/setup-buildx-action',
        commands: ['docker buildx version'],
        skip: ({ engine }) => (engine.client ? undefined : NO_CLIENT),
        look: ({ engine }) => engine.buildx === undefined && 'docker buildx does not answer',
    }),
    (0,checks_check/* doctorCheck */.Kd)('warning', 'SB053', 'a builder does not know what runs here', {
        remedy: 'Start the builder again, and set up before it is made from now on',
        commands: ['docker buildx stop builder', 'docker buildx inspect --bootstrap builder'],
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
            const name = (0,text_text/* shellWord */.r7)(builder.name);
            const evidence = `builder ${(0,text_text/* printable */.g$)(builder.name, 60)} (${(0,text_text/* printable */.g$)(builder.driver, 30)}) does not list ${(0,text_text/* listed */.KE)(absent)}, which ${absent.length === 1 ? 'runs' : 'run'} here`;
            if (builder.driver === 'docker')
                return { evidence, ...WAIT };
            return {
                evidence,
                commands: [`docker buildx stop ${name}`, `docker buildx inspect --bootstrap ${name}`],
            };
        }),
    }),
    (0,checks_check/* doctorCheck */.Kd)('info', 'SB054', 'BuildKit would use the emulator that it carries', {
        remedy: 'Set these platforms up on the host',
        commands: ['node dist/cli.js setup linux/arm64'],
        skip: (doctor) => containerBuilders(doctor).length === 0 && 'no builder of the driver docker-container is running',
        look: (doctor, { asked = [], verdicts }) => {
            const absent = asked.filter((arch) => verdicts?.get(arch)?.status === 'absent');
            const names = containerBuilders(doctor).map(({ name }) => name);
            return (absent.length > 0 &&
                `builder ${(0,text_text/* listed */.KE)(names)} would run ${absent.join(', ')} by the emulator in its image`);
        },
    }),
];

// EXTERNAL MODULE: ./lib/binfmt/entry.js
var binfmt_entry = __nccwpck_require__(3678);
// EXTERNAL MODULE: ./lib/facts/facts.js
var facts_facts = __nccwpck_require__(7302);
;// CONCATENATED MODULE: ./lib/doctor/checks/entries.js






const NOT_READY = 'the table cannot be read';
const NOTHING_PROBED = 'nothing was probed';
function skipUnread({ facts, verdicts }) {
    if (facts.table.state !== 'ready')
        return NOT_READY;
    return verdicts === undefined ? NOTHING_PROBED : undefined;
}
function observeShadowed(context, same) {
    const found = (0,checks_claims/* answeredClaimsOf */.M6)(context).filter((claim) => behind(claim).some((entry) => isSame(entry, claim.answering) === same));
    const broken = found.filter(({ verdict }) => verdict.status === 'broken');
    const worth = broken.length > 0 ? broken : found;
    if (worth.length === 0)
        return [];
    const evidence = worth.map((claim) => {
        const hidden = behind(claim).map(({ name }) => name);
        return `${claim.target.arch}: ${(0,text_text/* listed */.KE)([claim.answering.name])} answers, and ${(0,text_text/* listed */.KE)(hidden)} ${hidden.length === 1 ? 'is' : 'are'} never asked`;
    });
    return {
        evidence: evidence.join('; '),
        severity: broken.length > 0 ? 'warning' : 'info',
        commands: (0,checks_claims/* entryCommands */.zJ)('-1', [...new Set(worth.map(({ answering }) => answering))]),
    };
}
function behind({ claiming, answering }) {
    return claiming.filter((entry) => entry.enabled && entry !== answering);
}
function isSame(a, b) {
    return a.match.kind === 'magic' && b.match.kind === 'magic' && (0,binfmt_entry/* sameMagic */.Yu)(a.match, b.match);
}
function listFlags(handlers) {
    return (0,text_text/* listed */.KE)(handlers.map(({ entry }) => `${entry.name} (flags "${entry.flags}")`));
}
function observeWithout(flag, context, effect) {
    const bare = (0,checks_claims/* handlersOf */.Jq)(context).filter(({ entry, verdicts }) => !entry.flags.includes(flag) && verdicts.some(({ status }) => status === 'emulated'));
    const names = (0,text_text/* listed */.KE)(bare.map(({ entry }) => `${entry.name} (${(0,binfmt_entry/* flagSet */.lQ)(entry.flags)})`));
    return (0,checks_claims/* observeHandlers */.EY)(bare, `${names}: ${effect}`, { replace: true });
}
const EXAMPLE_SETUP = [(0,checks_claims/* setupCommand */.R3)(['arm64'])];
const EXAMPLE_REPLACE = [(0,checks_claims/* setupCommand */.R3)(['arm64'], true)];
const EXAMPLE_REMOVE = ['echo -1 | sudo tee /proc/sys/fs/binfmt_misc/qemu-aarch64'];
const ENTRY_CHECKS = [
    (0,checks_check/* check */.z6)('error', 'SB030', 'the native architecture is registered', {
        remedy: 'Remove this entry, in a root shell that is open already: no other program can be started while it is there',
        commands: ['echo -1 > /proc/sys/fs/binfmt_misc/qemu-x86_64'],
        skip: ({ facts }) => (facts.table.state === 'ready' ? undefined : NOT_READY),
        look: (context) => {
            const native = (0,checks_claims/* claimsOf */.ds)(context).find(({ target }) => target.arch === context.facts.architecture);
            const entries = native?.claiming.filter(({ enabled }) => enabled) ?? [];
            if (native === undefined || entries.length === 0)
                return [];
            const names = (0,text_text/* listed */.KE)(entries.map(({ name }) => name));
            return {
                evidence: `${names} takes ${native.target.arch} programs, which this host runs itself`,
                commands: (0,checks_claims/* entryCommands */.zJ)('-1', entries).map((command) => command.replace('| sudo tee', '>')),
            };
        },
    }),
    {
        id: 'SB011',
        severity: 'error',
        title: 'not set up',
        remedy: 'Run setup for these platforms, before the builder is made',
        commands: EXAMPLE_SETUP,
        skip: skipUnread,
        look: (context) => {
            const claims = (0,checks_claims/* claimsOf */.ds)(context);
            const absent = claims.filter(({ verdict, claiming }) => verdict.status === 'absent' && claiming.length === 0);
            const archs = absent.map(({ target }) => target.arch);
            const asked = archs.filter((arch) => context.asked?.includes(arch));
            const evidence = 'no entry takes programs of';
            if (asked.length > 0) {
                return { evidence: `${evidence} ${asked.join(', ')}`, commands: [(0,checks_claims/* setupCommand */.R3)(asked)] };
            }
            if (archs.length === 0)
                return [];
            const commands = [(0,checks_claims/* setupCommand */.R3)(archs)];
            const nothing = claims.every(({ verdict: { status } }) => status === 'absent' || status === 'native');
            if (nothing)
                return { evidence: `${evidence} any other architecture`, severity: 'warning', commands };
            const rest = `${archs.join(', ')}; they were not asked for by name`;
            return { evidence: `${evidence} ${rest}`, severity: 'info', commands };
        },
    },
    (0,checks_check/* check */.z6)('warning', 'SB027', 'entry switched off', {
        remedy: 'Switch it on',
        commands: ['echo 1 | sudo tee /proc/sys/fs/binfmt_misc/qemu-aarch64'],
        skip: skipUnread,
        look: (context) => {
            const off = (0,checks_claims/* claimsOf */.ds)(context).filter(({ claiming, answering, verdict }) => claiming.length > 0 && answering === undefined && verdict.status !== 'native');
            if (off.length === 0)
                return [];
            const entries = [...new Set(off.flatMap(({ claiming }) => claiming.slice(0, 1)))];
            const wanted = off.some(({ target }) => context.asked?.includes(target.arch));
            return {
                evidence: `${(0,text_text/* listed */.KE)(entries.map(({ name }) => name))}: disabled, and no other entry takes programs of ${off.map(({ target }) => target.arch).join(', ')}`,
                severity: wanted ? 'error' : 'warning',
                commands: (0,checks_claims/* entryCommands */.zJ)('1', entries),
            };
        },
    }),
    {
        id: 'SB020',
        severity: 'error',
        title: 'entry without the F flag',
        remedy: 'Register again with the F flag',
        commands: EXAMPLE_SETUP,
        skip: skipUnread,
        look: (context) => {
            const bare = (0,checks_claims/* handlersOf */.Jq)(context).filter(({ entry, verdicts }) => !entry.flags.includes('F') && verdicts.some(({ status }) => status !== 'emulated'));
            return (0,checks_claims/* observeHandlers */.EY)(bare, `${listFlags(bare)}: containers do not see the emulator`);
        },
    },
    (0,checks_check/* check */.z6)('error', 'SB033', 'arguments are shifted', {
        remedy: 'Register again: setup tries the flags out and takes those under which arguments arrive whole',
        commands: EXAMPLE_SETUP,
        skip: skipUnread,
        look: (context) => {
            const shifted = (0,checks_claims/* handlersOf */.Jq)(context).filter(({ verdicts }) => verdicts.some(({ result }) => result === 'arguments'));
            return (0,checks_claims/* observeHandlers */.EY)(shifted, `${listFlags(shifted)}: the probe received another number of arguments than it was given`);
        },
    }),
    {
        id: 'SB034',
        severity: 'error',
        title: 'the emulator fails',
        remedy: 'Put another QEMU in its place',
        commands: EXAMPLE_REPLACE,
        skip: skipUnread,
        look: (context) => {
            const failing = (0,checks_claims/* handlersOf */.Jq)(context).flatMap(({ entry, file, verdicts }) => verdicts.filter(({ status, result }) => {
                if (result === 'arguments' || result === undefined || result === 'works')
                    return false;
                if (result === 'no-handler' && context.facts.userNamespace)
                    return false;
                if (status === 'broken')
                    return !(result === 'no-interpreter' && explainsAbsence(file));
                return status === 'outside-only' && entry.flags.includes('F') && !explainsAbsence(file);
            }));
            if (failing.length === 0)
                return [];
            const archs = failing.map(({ arch }) => arch);
            const evidence = failing.map(({ arch, reason }) => `${arch}: ${reason}`).join('; ');
            return { evidence, commands: [(0,checks_claims/* setupCommand */.R3)(archs, true)] };
        },
    },
    (0,checks_check/* check */.z6)('warning', 'SB031', 'emulated although this machine may run it itself', {
        remedy: 'Remove the entry, and look whether the programs run without it',
        commands: ['echo -1 | sudo tee /proc/sys/fs/binfmt_misc/qemu-i386'],
        skip: skipUnread,
        look: (context) => {
            const { architecture } = context.facts;
            const no386 = context.doctor?.kernelConfig?.options.get('CONFIG_IA32_EMULATION') === 'n';
            const taken = (0,checks_claims/* answeredClaimsOf */.M6)(context).filter(({ target: { arch } }) => arch !== architecture && (0,platforms/* mayRunNatively */.JL)(architecture, arch) && !(arch === '386' && no386));
            return taken.map(({ target, answering }) => ({
                evidence: `${(0,text_text/* listed */.KE)([answering.name])} takes ${target.arch} programs on this ${architecture} machine`,
                severity: target.arch === '386' ? 'warning' : 'info',
                commands: (0,checks_claims/* entryCommands */.zJ)('-1', [answering]),
            }));
        },
    }),
    {
        id: 'SB028',
        severity: 'info',
        title: 'entry shadowed by a newer one',
        remedy: 'If the wrong one answers, remove the one that was registered later',
        commands: EXAMPLE_REMOVE,
        skip: skipUnread,
        look: (context) => observeShadowed(context, false),
    },
    (0,checks_check/* check */.z6)('info', 'SB029', 'the same magic twice', {
        remedy: 'Remove the one that is not wanted',
        commands: EXAMPLE_REMOVE,
        skip: skipUnread,
        look: (context) => observeShadowed(context, true),
    }),
    {
        id: 'SB032',
        severity: 'info',
        title: 'entry without the C flag',
        remedy: 'If sudo is needed in emulated containers, register again with the C flag',
        commands: EXAMPLE_REPLACE,
        skip: skipUnread,
        look: (context) => observeWithout('C', context, 'sudo and other setuid programs have no rights in emulated containers'),
    },
    (0,checks_check/* check */.z6)('info', 'SB035', 'entry without the P flag', {
        remedy: 'If programs complain of their own name, register again with the P flag',
        commands: EXAMPLE_REPLACE,
        skip: skipUnread,
        look: (context) => (0,facts_facts/* kernelAbilities */.Kv)(context.facts.kernel).tellsPreserve &&
            observeWithout('P', context, 'emulated programs see their path in place of the name that they were called by'),
    }),
    (0,checks_check/* doctorCheck */.Kd)('info', 'SB037', 'systemd-binfmt would remove entries', {
        remedy: 'To keep them, write them to /etc/binfmt.d: set the input persist to true',
        commands: [`${EXAMPLE_SETUP.join()} --persist`],
        skip: ({ systemdBinfmt }, context) => systemdBinfmt ? skipUnread(context) : 'systemd-binfmt does not run on this machine',
        look: ({ rules, dpkgTrigger }, context) => {
            const kept = new Set(rules.map(({ name }) => name));
            const lost = (0,checks_claims/* handlersOf */.Jq)(context).filter(({ entry }) => !kept.has(entry.name));
            const when = dpkgTrigger
                ? 'a restart of systemd-binfmt, and many a package'
                : 'a restart of systemd-binfmt';
            return (0,checks_claims/* observeHandlers */.EY)(lost, `${(0,text_text/* listed */.KE)(lost.map(({ entry }) => entry.name))}: in no binfmt.d file, so that ${when} removes them`, { persist: true });
        },
    }),
    (0,checks_check/* doctorCheck */.Kd)('info', 'SB038', 'binfmt-support manages entries', {
        remedy: 'Change its entries by update-binfmts, or they come back with its next start',
        commands: ['update-binfmts --display'],
        skip: ({ binfmtSupport }) => (binfmtSupport ? undefined : 'binfmt-support is not installed'),
        look: () => 'update-binfmts is installed, and registers its own list at every start',
    }),
    (0,checks_check/* check */.z6)('info', 'SB039', 'another translator answers', {
        remedy: 'If it is not wanted, remove its entry; this program leaves it alone',
        skip: skipUnread,
        look: (context) => {
            const others = (0,checks_claims/* handlersOf */.Jq)(context).filter(({ path, verdicts }) => !/(?:^|\/)qemu-/.test(path) && verdicts.every(({ qemuVersion }) => qemuVersion === undefined));
            return others.length > 0 && `${(0,checks_claims/* describeHandlers */.dQ)(others)} is no QEMU`;
        },
    }),
];
function explainsAbsence(file) {
    if (file === undefined)
        return false;
    return file.state === 'missing' || file.kind === 'script' || file.elf?.interpreter === true;
}

// EXTERNAL MODULE: ./lib/text/version.js
var text_version = __nccwpck_require__(9341);
;// CONCATENATED MODULE: ./lib/doctor/checks/environment.js



const SCARCE_BYTES = 200 * 1024 * 1024;
const OLDEST_NODE = '20';
function controlFailure({ facts, verdicts }) {
    const control = verdicts?.get(facts.architecture ?? '');
    if (control === undefined || control.status === 'native')
        return undefined;
    return `the probe of ${control.arch}, this host’s own architecture, does not run natively: ${control.reason || 'it is emulated'}`;
}
function skipUnasked({ network }) {
    return network === undefined ? 'the network was not asked for (--network)' : undefined;
}
const ENVIRONMENT_CHECKS = [
    (0,checks_check/* doctorCheck */.Kd)('error', 'SB061', 'probes cannot be run', {
        remedy: 'Give this step a temporary folder in which programs can be started (TMPDIR)',
        commands: ['findmnt -o TARGET,OPTIONS -T /tmp'],
        look: ({ probing }, context) => probing === undefined ? controlFailure(context) : (0,text_text/* printable */.g$)(probing, 200),
    }),
    (0,checks_check/* doctorCheck */.Kd)('info', 'SB060', 'a folder is mounted noexec', {
        remedy: 'Set TMPDIR and RUNNER_TEMP to folders in which programs can be started',
        commands: ['findmnt -O noexec'],
        look: ({ places }) => (0,text_text/* listed */.KE)(places.flatMap(({ noexec, what, path }) => (noexec ? `${what} ${path}` : []))),
    }),
    (0,checks_check/* doctorCheck */.Kd)('warning', 'SB063', 'little disk space', {
        remedy: 'Make room',
        commands: ['df -h'],
        look: ({ places }) => (0,text_text/* listed */.KE)(places.flatMap(({ what, path, freeBytes = Number.POSITIVE_INFINITY }) => freeBytes < SCARCE_BYTES
            ? `${what} ${path} has ${Math.floor(freeBytes / 1024 / 1024)} MB left`
            : [])),
    }),
    (0,checks_check/* check */.z6)('warning', 'SB062', 'Node.js is too old', {
        remedy: `Use Node.js ${OLDEST_NODE} or newer; on a runner, upgrade the runner`,
        commands: ['node --version'],
        look: ({ facts }) => {
            const version = (0,text_version/* parseVersion */.ot)(facts.nodeVersion);
            const old = version !== undefined && (0,text_version/* isOlder */.tW)(version, OLDEST_NODE);
            return old && `this is Node.js ${(0,text_text/* printable */.g$)(facts.nodeVersion, 40)}`;
        },
    }),
    (0,checks_check/* doctorCheck */.Kd)('warning', 'SB066', 'the log cannot be read', {
        remedy: 'Name the file that the build wrote its output to, or - for standard input',
        commands: ['docker build . 2>&1 | tee build.log', 'node dist/cli.js doctor --log build.log'],
        look: ({ unreadableLog }) => {
            if (unreadableLog === undefined)
                return [];
            const absent = unreadableLog === 'ENOENT' ? ': the build may never have started' : '';
            return `the log cannot be read (${(0,text_text/* printable */.g$)(unreadableLog, 40)})${absent}`;
        },
    }),
    (0,checks_check/* doctorCheck */.Kd)('info', 'SB064', 'a proxy is set', {
        remedy: 'If downloads fail, see that the registries are allowed there',
        skip: skipUnasked,
        look: ({ network }) => {
            const names = network?.proxies ?? [];
            return names.length > 0 && `${(0,text_text/* listed */.KE)(names)} ${names.length === 1 ? 'is' : 'are'} set`;
        },
    }),
    (0,checks_check/* doctorCheck */.Kd)('warning', 'SB065', 'a registry cannot be reached', {
        remedy: 'Allow it in the firewall or proxy, name a mirror in registry-mirrors, or take QEMU from apt (qemu-from)',
        skip: skipUnasked,
        look: ({ network }) => (network?.registries ?? [])
            .flatMap(({ name, problem }) => problem === undefined ? [] : `${(0,text_text/* printable */.g$)(name, 80)}: ${(0,text_text/* printable */.g$)(problem, 120)}`)
            .join('; '),
    }),
];

;// CONCATENATED MODULE: ./lib/doctor/checks/kernel.js




const LOAD_ANYWAY = 'sudo modprobe --ignore-install binfmt_misc';
function remedyFor(blocks, forbidden) {
    const files = [...new Set(blocks.map(({ where }) => where))].filter((where) => where.startsWith('/'));
    const taking = files.map((file) => `sudo sed -i '/binfmt[-_]misc/s/^/# /' ${(0,text_text/* shellWord */.r7)(file)}`);
    const past = blocks.some(({ where }) => !where.startsWith('/'));
    if (!forbidden && !past)
        return { commands: [LOAD_ANYWAY, ...taking] };
    return {
        remedy: 'Take the rules out, have the module loaded at the start, and start the machine again',
        commands: [...taking, 'echo binfmt_misc | sudo tee /etc/modules-load.d/binfmt_misc.conf', 'sudo reboot'],
    };
}
const KERNEL_CHECKS = [
    (0,checks_check/* check */.z6)('error', 'SB001', 'not Linux', {
        preflight: true,
        remedy: 'Run this step on a Linux machine: binfmt_misc is a part of the Linux kernel',
        look: ({ facts }) => facts.system !== 'linux' && `this is ${(0,text_text/* printable */.g$)(facts.system, 40)}`,
    }),
    {
        id: 'SB002',
        severity: 'error',
        title: 'kernel without the F flag',
        preflight: true,
        blocking: true,
        remedy: `Upgrade the kernel to ${facts_facts/* FIX_BINARY_SINCE */.p6} or newer`,
        commands: ['uname -r'],
        look: ({ facts: { kernel } }) => !(0,facts_facts/* kernelAbilities */.Kv)(kernel).fixBinary &&
            `kernel ${(0,text_text/* printable */.g$)(kernel.release, 60)} is older than ${facts_facts/* FIX_BINARY_SINCE */.p6} and has no F flag, without which a container cannot see the emulator`,
    },
    (0,checks_check/* check */.z6)('error', 'SB003', 'kernel without binfmt_misc', {
        preflight: true,
        blocking: true,
        remedy: 'Boot a kernel that is built with CONFIG_BINFMT_MISC',
        commands: ['zgrep -s BINFMT_MISC /proc/config.gz /boot/config-$(uname -r)'],
        look: ({ facts: { kernel, table }, doctor }) => {
            const config = doctor?.kernelConfig;
            const written = config?.options.get('CONFIG_BINFMT_MISC') === 'n' ? ` (${config.path} says so)` : '';
            return (table.state === 'unsupported' &&
                `kernel ${(0,text_text/* printable */.g$)(kernel.release, 60)} has no ${table.path}: it is built without CONFIG_BINFMT_MISC${written}`);
        },
    }),
    {
        id: 'SB004',
        severity: 'error',
        title: 'module binfmt_misc missing',
        preflight: true,
        blocking: true,
        remedy: 'Install the modules of the running kernel, or boot the kernel whose modules are installed',
        commands: ['sudo apt-get install linux-modules-$(uname -r)'],
        look: ({ facts: { kernel, table } }) => table.state === 'module-missing' &&
            `binfmt_misc is a module of kernel ${(0,text_text/* printable */.g$)(kernel.release, 60)}, and it is not among the installed modules`,
    },
    (0,checks_check/* doctorCheck */.Kd)('error', 'SB041', 'module binfmt_misc blocked', {
        blocking: true,
        remedy: 'Load the module past the rule, and take the rule out so that it is loaded at the next start, too',
        commands: [LOAD_ANYWAY],
        skip: (_doctor, { facts }) => facts.table.state !== 'not-loaded' && 'binfmt_misc is no module that waits to be loaded',
        look: ({ moduleBlocks, sysctls }) => {
            const forbidden = sysctls['kernel.modules_disabled'] === 1;
            const rules = moduleBlocks.map(({ where, rule }) => `${(0,text_text/* printable */.g$)(where, 120)} says "${(0,text_text/* printable */.g$)(rule, 120)}"`);
            if (forbidden)
                rules.push('kernel.modules_disabled is 1 until the next start');
            return rules.length > 0 && { evidence: rules.join('; '), ...remedyFor(moduleBlocks, forbidden) };
        },
    }),
    (0,checks_check/* check */.z6)('info', 'SB013', 'entries last as long as the mount', {
        remedy: `Leave ${binfmt_entry/* TABLE_PATH */.Fb} mounted on the host`,
        commands: [`findmnt ${binfmt_entry/* TABLE_PATH */.Fb}`],
        skip: ({ facts }) => (facts.table.state === 'ready' ? 'it is mounted here' : undefined),
        look: ({ facts: { kernel } }) => (0,facts_facts/* kernelAbilities */.Kv)(kernel).entriesDieWithMount &&
            `on kernel ${(0,text_text/* printable */.g$)(kernel.release, 60)} entries vanish with the last mount: what an installer in a container registers is gone when it ends`,
    }),
];

;// CONCATENATED MODULE: ./lib/doctor/checks/namespaces.js



const ENOUGH_IDS = 65_536;
const LIMIT_REACHED = /No space left on device|Too many users/;
function obstacleCheck(id, title, { see, ...rest }) {
    return (0,checks_check/* check */.z6)('error', id, title, {
        ...rest,
        preflight: true,
        skip: skipUntried,
        look: (context) => {
            const { namespaces } = context.facts;
            if (namespaces === undefined || !isFailed(namespaces))
                return [];
            const evidence = see(namespaces, context);
            return evidence && { evidence, severity: namespaces.wanted ? 'error' : 'info' };
        },
    });
}
function skipUntried({ facts }) {
    return facts.namespaces === undefined ? 'nobody tried to make a table of their own' : undefined;
}
function isFailed(namespaces) {
    return !namespaces.attempt.ok;
}
function isExplained(failed, { facts }) {
    return (!(0,facts_facts/* kernelAbilities */.Kv)(facts.kernel).tablePerNamespace ||
        !failed.built ||
        failed.limit === 0 ||
        LIMIT_REACHED.test(failed.attempt.said) ||
        (facts.uid !== 0 && (failed.unprivilegedClone === false || failed.appArmorRestricts === true)));
}
function said(failed) {
    return (0,text_text/* printable */.g$)(failed.attempt.said, 160) || 'no reason was given';
}
const CAP_SETFCAP = 31n;
const NO_SETFCAP = 'root without the capability SETFCAP may not map itself into a user namespace, and an ordinary user may: run this step as one, or keep the capability';
function mayMapRoot({ capabilities }) {
    return ((capabilities >> CAP_SETFCAP) & 1n) === 1n;
}
const NAMESPACE_CHECKS = [
    obstacleCheck('SB070', 'kernel without private tables', {
        remedy: 'Upgrade the kernel to 6.7 or newer, or have root register on the host once',
        commands: ['uname -r'],
        see: (failed, { facts }) => !(0,facts_facts/* kernelAbilities */.Kv)(facts.kernel).tablePerNamespace &&
            failed.attempt.stage !== 'engine' &&
            `kernel ${(0,text_text/* printable */.g$)(facts.kernel.release, 60)} is older than 6.7: it has one table for the whole machine, and only root may fill it`,
    }),
    obstacleCheck('SB071', 'no more user namespaces allowed', {
        remedy: 'Raise user.max_user_namespaces on the host',
        commands: ['sudo sysctl -w user.max_user_namespaces=15000'],
        see: ({ built, limit, attempt }) => {
            if (!built)
                return 'the kernel is built without user namespaces (CONFIG_USER_NS)';
            if (limit === 0)
                return 'user.max_user_namespaces is 0';
            const here = limit === undefined ? '' : ` (it is ${limit} here, and may be less outside)`;
            return LIMIT_REACHED.test(attempt.said) && `user.max_user_namespaces allows no more${here}`;
        },
    }),
    obstacleCheck('SB072', 'user namespaces are for root only', {
        remedy: 'Set kernel.unprivileged_userns_clone to 1 on the host',
        commands: ['sudo sysctl -w kernel.unprivileged_userns_clone=1'],
        see: ({ unprivilegedClone }, { facts }) => unprivilegedClone === false &&
            facts.uid !== 0 &&
            'kernel.unprivileged_userns_clone is 0 (a setting of Debian’s kernels)',
    }),
    obstacleCheck('SB073', 'AppArmor takes the rights out of user namespaces', {
        remedy: 'Set kernel.apparmor_restrict_unprivileged_userns to 0 on the host, or have root register there',
        commands: ['sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0'],
        see: ({ appArmorRestricts, attempt }, { facts }) => appArmorRestricts === true &&
            facts.uid !== 0 &&
            attempt.stage !== 'tools' &&
            attempt.stage !== 'engine' &&
            `kernel.apparmor_restrict_unprivileged_userns is 1 (Ubuntu 23.10 and newer), and the ${attempt.stage === 'mount' ? 'mount' : 'namespace'} was refused`,
    }),
    obstacleCheck('SB074', 'a seccomp filter forbids user namespaces', {
        remedy: 'Run the container with a seccomp profile that allows unshare and mount (Docker: --security-opt seccomp=unconfined; Kubernetes: seccompProfile.type Unconfined), or register on the host',
        see: (failed, context) => failed.attempt.stage === 'unshare' &&
            failed.seccomp &&
            !isExplained(failed, context) &&
            `a new user namespace was refused (${said(failed)}), and a seccomp filter is at work on this process`,
    }),
    obstacleCheck('SB075', 'mounting is forbidden in the namespace', {
        remedy: 'Run the container without a profile that forbids mount (Docker: --security-opt apparmor=unconfined; Kubernetes: appArmorProfile.type Unconfined), or register on the host',
        commands: ['cat /proc/self/attr/current'],
        see: (failed, context) => {
            if (failed.attempt.stage !== 'mount' || isExplained(failed, context))
                return undefined;
            const profile = failed.appArmorProfile === undefined
                ? ''
                : `; the AppArmor profile ${(0,text_text/* printable */.g$)(failed.appArmorProfile, 60)} confines this process`;
            return `the table could not be mounted in a namespace of our own: ${said(failed)}${profile}`;
        },
    }),
    obstacleCheck('SB076', 'no tools for namespaces', {
        remedy: 'Install util-linux and mount',
        commands: ['sudo apt-get install util-linux mount'],
        see: (failed) => failed.attempt.stage === 'tools' && said(failed),
    }),
    obstacleCheck('SB077', 'no user namespace', {
        remedy: 'Allow this user a user namespace, or have root register on the host once',
        commands: ['unshare --user --map-root-user --mount true'],
        see: (failed, context) => {
            const { stage } = failed.attempt;
            if (stage === 'map' && context.facts.uid === 0 && !mayMapRoot(context.facts))
                return NO_SETFCAP;
            const other = stage === 'map' || (stage === 'unshare' && !failed.seccomp);
            return other && !isExplained(failed, context) && `a user namespace could not be made: ${said(failed)}`;
        },
    }),
    obstacleCheck('SB078', 'no rootless engine', {
        remedy: 'Start the rootless Docker or podman of this user before this step, as this user',
        commands: ['systemctl --user start docker', 'podman unshare true'],
        see: (failed) => failed.attempt.stage === 'engine' && said(failed),
    }),
    (0,checks_check/* check */.z6)('warning', 'SB079', 'few ids in namespaces', {
        remedy: 'Install uidmap, and grant this user subordinate ids',
        commands: [
            'sudo apt-get install uidmap',
            'sudo usermod --add-subuids 100000-165535 --add-subgids 100000-165535 "$USER"',
        ],
        skip: skipUntried,
        look: ({ facts }) => {
            const evidence = explainFewIds(facts.uid, facts.namespaces);
            return evidence && { evidence, severity: facts.namespaces?.wanted ? 'warning' : 'info' };
        },
    }),
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

// EXTERNAL MODULE: ./lib/host/proc.js
var proc = __nccwpck_require__(6626);
;// CONCATENATED MODULE: ./lib/doctor/checks/privilege.js




const ON_THE_HOST = 'have root register on the host once: containers and later jobs see it';
const PRIVATE_WORKS = {
    remedy: `Write scope: private, which works here without any privilege, and shell: with-binfmt bash -e {0} in later steps (on a terminal: exec, in place of setup); or run this step as root, or allow this user passwordless sudo; or ${ON_THE_HOST}`,
    commands: ['scope: private', 'shell: with-binfmt bash -e {0}', `${text_text/* PROGRAM */.RX} exec linux/arm64 -- command`],
};
const CLOSING = {
    'user.max_user_namespaces': 0,
    'kernel.unprivileged_userns_clone': 0,
    'kernel.apparmor_restrict_unprivileged_userns': 1,
};
const PRIVILEGE_CHECKS = [
    (0,checks_check/* check */.z6)('error', 'SB008', 'no privilege to change the table', {
        blocking: true,
        remedy: `Run this step as root, or allow this user passwordless sudo; or ${ON_THE_HOST}`,
        commands: ['sudo -n true'],
        look: ({ facts }) => {
            const evidence = explainPrivilege(facts);
            if (evidence === undefined)
                return [];
            return facts.namespaces?.attempt.ok === true ? { evidence, ...PRIVATE_WORKS } : evidence;
        },
    }),
    {
        id: 'SB017',
        severity: 'error',
        title: 'container without privilege',
        blocking: true,
        remedy: `Run this step on the runner itself instead of in a container (a virtual machine such as ubuntu-latest, not ubuntu-slim); or ${ON_THE_HOST}`,
        skip: ({ facts }) => (facts.container === undefined ? 'this is no container that is known' : undefined),
        look: ({ facts: { container, table, capabilities } }) => table.state !== 'ready' &&
            !(0,proc/* maySysAdmin */.cM)(capabilities) &&
            `this is a container (${container}) without CAP_SYS_ADMIN, and its binfmt_misc is ${table.state}`,
    },
    (0,checks_check/* check */.z6)('error', 'SB018', 'user namespace without a table', {
        blocking: true,
        remedy: 'Register on the host as root: this namespace uses the table of the host',
        commands: [`sudo ${text_text/* PROGRAM */.RX} setup`],
        skip: ({ facts }) => (facts.userNamespace ? undefined : 'this is the first user namespace'),
        look: ({ facts: { kernel, table } }) => table.state !== 'ready' &&
            !(0,facts_facts/* kernelAbilities */.Kv)(kernel).tablePerNamespace &&
            'this process lives in a user namespace, and before Linux 6.7 those have no table of their own',
    }),
    (0,checks_check/* doctorCheck */.Kd)('info', 'SB019', 'no chroot to prove the F flag in', {
        remedy: 'Run the doctor as root, or allow user namespaces, to have it proven',
        commands: [
            'sysctl user.max_user_namespaces kernel.unprivileged_userns_clone kernel.apparmor_restrict_unprivileged_userns',
        ],
        look: ({ sysctls }, { facts, verdicts }) => {
            const doubtful = [...(verdicts?.values() ?? [])].filter(({ status, result }) => status === 'outside-only' && result === 'works');
            if (doubtful.length === 0)
                return [];
            const closed = Object.entries(CLOSING).filter(([name, value]) => sysctls[name] === value);
            const why = closed.length > 0
                ? closed.map((setting) => setting.join(' is ')).join(', ')
                : 'no chroot could be entered';
            const names = doubtful.map(({ arch }) => arch).join(', ');
            return `${names}: runs here as user ${facts.uid}, but not proven in a chroot: ${why}`;
        },
    }),
];
function explainPrivilege(facts) {
    const where = facts.container === undefined ? '' : ` inside a container (${facts.container})`;
    if (facts.privilege === 'none')
        return `user ${facts.uid} is not root${where}, and sudo does not work without a password`;
    const mounted = facts.table.state === 'ready';
    if (facts.privilege === 'root' && !mounted && !(0,proc/* maySysAdmin */.cM)(facts.capabilities)) {
        return `binfmt_misc is not mounted, and root${where} lacks CAP_SYS_ADMIN to mount it`;
    }
    const { owner } = facts.table;
    if (facts.privilege === 'root' && owner !== undefined && owner !== facts.uid) {
        return `the table belongs to another user namespace, in which root${where} of this one has no rights`;
    }
    return undefined;
}

// EXTERNAL MODULE: ./lib/platform/elf.js
var elf = __nccwpck_require__(3176);
// EXTERNAL MODULE: ./lib/qemu/advisories.js
var advisories = __nccwpck_require__(8359);
;// CONCATENATED MODULE: ./lib/doctor/checks/qemu.js






const MOST_ADVISORIES = 3;
const NO_HANDLER = 'no entry takes programs of another architecture';
function skipNone(_doctor, context) {
    return (0,checks_claims/* handlersOf */.Jq)(context).length === 0 ? NO_HANDLER : undefined;
}
function observeFaulty(context, isFaulty, says) {
    const faulty = (0,checks_claims/* handlersOf */.Jq)(context).filter(isFaulty);
    const works = faulty.every(({ verdicts }) => verdicts.every(({ status }) => status === 'emulated'));
    const seen = (0,checks_claims/* observeHandlers */.EY)(faulty, `${(0,checks_claims/* describeHandlers */.dQ)(faulty)} ${says}`, { replace: true });
    return seen && works ? { ...seen, severity: 'info' } : seen;
}
function isNoProgram({ file }) {
    return file?.kind === 'other' || file?.state === 'no-file';
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
        const type = file?.elf === undefined ? undefined : file.elf.type === elf/* ET_EXEC */.aW ? 'exec' : 'dyn';
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
function observeAdvisories(context, kind) {
    const { architecture, kernel } = context.facts;
    return versionsOf(context).flatMap(({ version, archs, type }) => {
        const all = (0,advisories/* advisoriesFor */.J)({
            version,
            hostArch: architecture ?? '',
            targets: archs,
            kernelVersion: kernel.release,
            interpreterType: type,
        }).filter(kind);
        const [first] = all;
        if (first === undefined)
            return [];
        const texts = all.slice(0, MOST_ADVISORIES).map(({ text }) => text);
        const more = all.length - texts.length;
        return {
            evidence: `${archs.join(', ')}: ${texts.join('; ')}${more > 0 ? `; and ${more} more` : ''}`,
            severity: first.severity,
            remedy: first.remedy,
            commands: first.severity === 'warning' ? [(0,checks_claims/* setupCommand */.R3)(archs, true)] : [],
        };
    });
}
const TOO_OLD = 'qemu-too-old';
const FIXED_ADDRESS = /^fixed-address/;
const EXAMPLE = [(0,checks_claims/* setupCommand */.R3)(['arm64'], true)];
function interpreterCheck(id, title, { remedy, isFaulty, says }) {
    return (0,checks_check/* doctorCheck */.Kd)('error', id, title, {
        ...{ remedy, commands: EXAMPLE, skip: skipNone },
        look: (_doctor, context) => {
            const own = context.facts.architecture;
            return observeFaulty(context, (handler) => isFaulty(handler, own), says(own));
        },
    });
}
const QEMU_CHECKS = [
    interpreterCheck('SB021', 'interpreter missing', {
        remedy: 'Register again, with an emulator that is there',
        isFaulty: ({ file }) => file?.state === 'missing',
        says: () => 'is no longer there',
    }),
    interpreterCheck('SB022', 'interpreter is not static', {
        remedy: 'Use a static emulator',
        isFaulty: ({ file }) => file?.elf?.interpreter === true,
        says: () => 'is linked dynamically: containers lack its libraries',
    }),
    interpreterCheck('SB023', 'interpreter of another architecture', {
        remedy: 'Use an emulator that was built for this host',
        isFaulty: ({ file }, own) => file?.elf !== undefined && !isHostProgram(file.elf, own),
        says: (own) => `is no ${own} program`,
    }),
    (0,checks_check/* doctorCheck */.Kd)('error', 'SB024', 'interpreter is a script or no program', {
        remedy: 'Register the emulator itself',
        commands: EXAMPLE,
        skip: skipNone,
        look: (_doctor, context) => [
            observeFaulty(context, ({ file }) => file?.kind === 'script', 'is a script: containers lack its shell'),
            observeFaulty(context, isNoProgram, 'is no program'),
        ],
    }),
    (0,checks_check/* doctorCheck */.Kd)('warning', 'SB025', 'interpreter replaced since it was registered', {
        remedy: 'Register again, to use the file that is there now',
        commands: EXAMPLE,
        skip: skipNone,
        look: (_doctor, context) => {
            const replaced = (0,checks_claims/* handlersOf */.Jq)(context).flatMap((handler) => {
                const now = handler.file?.version;
                const answers = handler.verdicts.flatMap(({ handlerVersion }) => handlerVersion ?? []);
                const old = answers.find((answer) => answer !== now);
                return now === undefined || old === undefined ? [] : [{ handler, now, old }];
            });
            const texts = replaced.map(({ handler, now, old }) => `${(0,text_text/* printable */.g$)(handler.entry.name, 60)} answers "${(0,text_text/* printable */.g$)(old, 80)}", and the file says "${(0,text_text/* printable */.g$)(now, 80)}"`);
            const handlers = replaced.map(({ handler }) => handler);
            return (0,checks_claims/* observeHandlers */.EY)(handlers, texts.join('; '), { replace: true });
        },
    }),
    (0,checks_check/* check */.z6)('warning', 'SB040', 'QEMU is too old', {
        remedy: 'Use a newer QEMU',
        commands: EXAMPLE,
        skip: (context) => (versionsOf(context).length === 0 ? 'no QEMU answers' : undefined),
        look: (context) => observeAdvisories(context, ({ id }) => id === TOO_OLD),
    }),
    {
        id: 'SB043',
        severity: 'warning',
        title: 'known trouble with this QEMU',
        remedy: 'Use a newer QEMU',
        commands: EXAMPLE,
        skip: (context) => (versionsOf(context).length === 0 ? 'no QEMU answers' : undefined),
        look: (context) => observeAdvisories(context, ({ id }) => id !== TOO_OLD && !FIXED_ADDRESS.test(id)),
    },
    (0,checks_check/* doctorCheck */.Kd)('warning', 'SB026', 'QEMU is linked at a fixed address', {
        remedy: 'Use a QEMU that is linked static-pie',
        commands: EXAMPLE,
        skip: (doctor, context) => {
            if (doctor.sysctls['kernel.randomize_va_space'] === 0)
                return 'this kernel does not randomise addresses';
            return skipNone(doctor, context);
        },
        look: (_doctor, context) => observeAdvisories(context, ({ id }) => FIXED_ADDRESS.test(id)),
    }),
    (0,checks_check/* doctorCheck */.Kd)('info', 'SB044', 'QEMU_* variables are exported', {
        remedy: 'Take them out of the environment of the steps that run foreign programs',
        commands: ['unset QEMU_VERSION'],
        look: ({ qemuVariables }) => {
            if (qemuVariables.length === 0)
                return [];
            const grave = qemuVariables.filter((name) => GRAVE_VARIABLES.includes(name));
            return {
                evidence: `${(0,text_text/* listed */.KE)(qemuVariables)} ${qemuVariables.length === 1 ? 'is' : 'are'} exported here${grave.length > 0 ? `: with ${(0,text_text/* listed */.KE)(grave)} no emulated program outside of containers runs as it should` : ''}`,
                severity: grave.length > 0 ? 'warning' : 'info',
                commands: [`unset ${qemuVariables.map((name) => (0,text_text/* printable */.g$)(name, 60)).join(' ')}`],
            };
        },
    }),
];
const GRAVE_VARIABLES = ['QEMU_VERSION', 'QEMU_HELP', 'QEMU_GDB', 'QEMU_SINGLESTEP'];

// EXTERNAL MODULE: ./lib/qemu/handler.js
var handler = __nccwpck_require__(4246);
;// CONCATENATED MODULE: ./lib/doctor/checks/supply.js



const NOT_FETCHED = 'only a setup that needs QEMU looks at this';
function supplyCheck(kind, id, title, words) {
    return (0,checks_check/* check */.z6)('warning', id, title, {
        ...words,
        remedy: handler/* TROUBLE_REMEDIES */.lK[kind],
        skip: ({ supply }) => (supply === undefined ? NOT_FETCHED : undefined),
        look: ({ supply = [] }) => supply.filter((trouble) => trouble.kind === kind).map(observe),
    });
}
function observe(trouble) {
    const words = (0,handler/* wordTrouble */.yK)(trouble);
    if (trouble.kind !== 'unpinned')
        return words;
    const { image, pinned } = trouble;
    return { ...words, commands: [pinned === undefined ? askForDigest(image) : setupFrom(pinned)] };
}
function setupFrom(image) {
    return `${text_text/* PROGRAM */.RX} setup --image ${image}`;
}
function askForDigest(image) {
    return `docker image inspect --format '{{index .RepoDigests 0}}' ${image}`;
}
const SUPPLY_CHECKS = [
    supplyCheck('unpinned', 'SB045', 'the image is named without a digest', {
        commands: [setupFrom('docker.io/tonistiigi/binfmt:latest@sha256:…')],
    }),
    supplyCheck('damaged', 'SB046', 'a stored QEMU is damaged', {
        commands: ['ls -lR "$RUNNER_TOOL_CACHE/setup-binfmt"'],
    }),
    supplyCheck('unrefreshed', 'SB047', 'apt could not be asked for a newer QEMU', {
        commands: ['apt-get update'],
    }),
];

;// CONCATENATED MODULE: ./lib/doctor/checks/table.js




const MOUNT = 'sudo mount -t binfmt_misc binfmt_misc /proc/sys/fs/binfmt_misc';
const CONTAINER_IMAGE = 'a container that sees /proc/sys';
const TABLE_CHECKS = [
    (0,checks_check/* check */.z6)('error', 'SB005', '/proc/sys hidden', {
        blocking: true,
        remedy: `Run this step on the host itself, or in ${CONTAINER_IMAGE}`,
        look: ({ facts: { table } }) => table.state === 'masked' && `${table.path} cannot be seen from here`,
    }),
    {
        id: 'SB006',
        severity: 'error',
        title: 'binfmt_misc switched off',
        preflight: true,
        blocking: true,
        remedy: 'Switch the table on; this is left to you, because it concerns every entry of the machine',
        commands: ['echo 1 | sudo tee /proc/sys/fs/binfmt_misc/status'],
        look: ({ facts: { table } }) => table.state === 'disabled' && `${table.path}/status reads "disabled": no entry is used`,
    },
    (0,checks_check/* check */.z6)('error', 'SB007', 'binfmt_misc mounted read-only', {
        blocking: true,
        remedy: 'Mount it for writing',
        commands: ['sudo mount -o remount,rw /proc/sys/fs/binfmt_misc'],
        look: ({ facts: { table } }) => table.state === 'read-only' && `${table.path} is mounted read-only`,
    }),
    {
        id: 'SB009',
        severity: 'error',
        title: 'binfmt_misc not mounted',
        blocking: true,
        remedy: 'Mount it and leave it mounted; setup does so, unless autoload is off',
        commands: ['sudo modprobe binfmt_misc || true', MOUNT],
        look: ({ facts }) => {
            const { path, state } = facts.table;
            const evidence = {
                autofs: `${path} is an automount point that nobody has looked into yet`,
                'not-mounted': `nothing is mounted at ${path}`,
                'not-loaded': `the module binfmt_misc is not loaded, and nothing is mounted at ${path}`,
            }[state];
            if (evidence === undefined)
                return [];
            return state === 'autofs' ? { evidence, commands: [`ls ${path}`] } : evidence;
        },
    },
    (0,checks_check/* doctorCheck */.Kd)('warning', 'SB014', 'mounted in another place only', {
        remedy: 'Mount binfmt_misc on the host, at /proc/sys/fs/binfmt_misc, and leave it there',
        commands: [MOUNT],
        look: ({ mountedForInit }, { facts }) => {
            const { state, elsewhere, path } = facts.table;
            const here = ['ready', 'disabled', 'read-only'].includes(state);
            if (!here && elsewhere.length > 0)
                return `binfmt_misc is mounted at ${(0,text_text/* listed */.KE)(elsewhere)}, and not at ${path}`;
            if (here && mountedForInit === false)
                return 'binfmt_misc is mounted for this process, and not for process 1: it ends with this namespace';
            return (!here &&
                mountedForInit &&
                'binfmt_misc is mounted for process 1, and not in the mount namespace of this process');
        },
    }),
    (0,checks_check/* check */.z6)('info', 'SB015', 'a table of a user namespace', {
        remedy: 'To serve the whole machine, run setup on the host as root',
        commands: ['cat /proc/self/uid_map'],
        skip: ({ facts }) => (facts.userNamespace ? undefined : 'this is the first user namespace'),
        look: (context) => {
            const { facts } = context;
            if (!(0,facts_facts/* kernelAbilities */.Kv)(facts.kernel).tablePerNamespace || facts.table.state !== 'ready')
                return [];
            const idle = (0,checks_claims/* answeredClaimsOf */.M6)(context).filter(({ verdict }) => verdict.result === 'no-handler');
            if (idle.length === 0)
                return 'this process lives in a user namespace, and the table that it sees may be that of this namespace alone';
            return {
                evidence: `${(0,text_text/* listed */.KE)(idle.map(({ answering }) => answering.name))}: the kernel does not use what is seen here; this mount may show the table of another user namespace, while this one has its own`,
                severity: 'error',
                remedy: 'Mount the table of this namespace over it, and set up there',
                commands: [MOUNT],
            };
        },
    }),
    {
        id: 'SB016',
        severity: 'warning',
        title: 'entries that cannot be read',
        remedy: 'Look at these entries as root',
        commands: ['sudo sh -c "head /proc/sys/fs/binfmt_misc/*"'],
        skip: ({ facts }) => (facts.table.state === 'ready' ? undefined : 'the table cannot be read'),
        look: ({ facts }) => (0,text_text/* listed */.KE)(facts.table.unreadable.map(({ name, errno }) => `${name} (${errno})`)),
    },
    (0,checks_check/* check */.z6)('warning', 'SB042', 'WSLInterop missing', {
        remedy: 'Register it again; to keep it, write the same line to /etc/binfmt.d/WSLInterop.conf',
        commands: ["echo ':WSLInterop:M::MZ::/init:PF' | sudo tee /proc/sys/fs/binfmt_misc/register"],
        skip: ({ facts }) => {
            if (facts.wsl === undefined)
                return 'this is not WSL';
            return facts.table.state === 'ready' ? undefined : 'the table cannot be read';
        },
        look: ({ facts }) => {
            const there = facts.table.entries.some(({ name, enabled }) => /^WSLInterop/.test(name) && enabled);
            const release = (0,text_text/* printable */.g$)(facts.kernel.release, 60);
            return !there && `no entry starts Windows programs on this WSL ${facts.wsl} (${release})`;
        },
    }),
];

;// CONCATENATED MODULE: ./lib/doctor/checks/index.js












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
    return new problem/* SetupProblem */.DN({ id, kind: 'host', what, cause: evidence, remedy });
}
function preflight(facts) {
    const results = CHECKS.filter(({ preflight }) => preflight).map((check) => (0,checks_check/* runCheck */.k_)(check, { facts }));
    return findingsOf(results).find(({ severity }) => severity === 'error');
}
const CHANGE_CHECKS = ['SB005', 'SB007', 'SB008'];
function changeObstacle(facts) {
    return CHANGE_CHECKS.flatMap((id) => findingOf(id, { facts }) ?? [])[0];
}
function findAfterSetup(context) {
    return findingsOf(runChecks(context)).filter(({ severity }) => severity === 'warning');
}


/***/ }),

/***/ 7302:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Kv: () => (/* binding */ kernelAbilities),
/* harmony export */   a8: () => (/* binding */ isPrivileged),
/* harmony export */   p6: () => (/* binding */ FIX_BINARY_SINCE)
/* harmony export */ });
/* harmony import */ var _text_version_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9341);

const FIX_BINARY_SINCE = '4.8';
function kernelAbilities({ version }) {
    const stable = (from, below) => (0,_text_version_js__WEBPACK_IMPORTED_MODULE_0__/* .atLeast */ .jZ)(version, from) && !(0,_text_version_js__WEBPACK_IMPORTED_MODULE_0__/* .atLeast */ .jZ)(version, below);
    return {
        fixBinary: version === undefined || (0,_text_version_js__WEBPACK_IMPORTED_MODULE_0__/* .atLeast */ .jZ)(version, FIX_BINARY_SINCE),
        tellsPreserve: (0,_text_version_js__WEBPACK_IMPORTED_MODULE_0__/* .atLeast */ .jZ)(version, '5.12') || stable('5.10.225', '5.11'),
        tablePerNamespace: (0,_text_version_js__WEBPACK_IMPORTED_MODULE_0__/* .atLeast */ .jZ)(version, '6.7'),
        entriesDieWithMount: (0,_text_version_js__WEBPACK_IMPORTED_MODULE_0__/* .atLeast */ .jZ)(version, '6.7') ||
            stable('5.4.283', '5.5') ||
            stable('5.10.225', '5.11') ||
            stable('6.1.107', '6.2'),
    };
}
function isPrivileged({ privilege }) {
    return privilege === 'root' || privilege === 'sudo';
}


/***/ }),

/***/ 1935:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   DC: () => (/* binding */ hashFile),
/* harmony export */   f4: () => (/* binding */ writeAll),
/* harmony export */   f8: () => (/* binding */ writeWhole),
/* harmony export */   lM: () => (/* binding */ removeForgotten),
/* harmony export */   ut: () => (/* binding */ readPieces)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(6760);



function hashFile(path) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    readPieces(path, (piece) => hash.update(piece), false);
    return hash.digest('hex');
}
function writeAll(fd, bytes) {
    for (let done = 0; done < bytes.length;)
        done += node_fs__WEBPACK_IMPORTED_MODULE_1__.writeSync(fd, bytes, done);
}
function writeWhole(path, bytes, draft = `${path}.new`, mode = 0o644) {
    node_fs__WEBPACK_IMPORTED_MODULE_1__.rmSync(draft, { force: true });
    try {
        node_fs__WEBPACK_IMPORTED_MODULE_1__.writeFileSync(draft, bytes, { flag: 'wx' });
        node_fs__WEBPACK_IMPORTED_MODULE_1__.chmodSync(draft, mode);
        node_fs__WEBPACK_IMPORTED_MODULE_1__.renameSync(draft, path);
    }
    catch (thrown) {
        node_fs__WEBPACK_IMPORTED_MODULE_1__.rmSync(draft, { force: true });
        throw thrown;
    }
}
function removeForgotten(parent, prefix, ageMs, now) {
    for (const name of node_fs__WEBPACK_IMPORTED_MODULE_1__.readdirSync(parent).filter((each) => each.startsWith(prefix))) {
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(parent, name);
        const found = node_fs__WEBPACK_IMPORTED_MODULE_1__.lstatSync(path, { throwIfNoEntry: false });
        if (found !== undefined && now - found.mtimeMs > ageMs)
            node_fs__WEBPACK_IMPORTED_MODULE_1__.rmSync(path, { recursive: true, force: true });
    }
}
const PIECE = 256 * 1024;
function readPieces(path, look, follow = true) {
    const fd = node_fs__WEBPACK_IMPORTED_MODULE_1__.openSync(path, node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_RDONLY | (follow ? 0 : node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_NOFOLLOW));
    try {
        const piece = Buffer.allocUnsafe(PIECE);
        for (;;) {
            const count = node_fs__WEBPACK_IMPORTED_MODULE_1__.readSync(fd, piece, 0, PIECE, null);
            if (count === 0)
                break;
            look(piece.subarray(0, count));
        }
    }
    finally {
        node_fs__WEBPACK_IMPORTED_MODULE_1__.closeSync(fd);
    }
}


/***/ }),

/***/ 2508:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   K7: () => (/* binding */ which),
/* harmony export */   N4: () => (/* binding */ endGroup),
/* harmony export */   P6: () => (/* binding */ nodeHost)
/* harmony export */ });
/* unused harmony export SYSTEM_FOLDERS */
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1421);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3024);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(8161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(6760);
/* harmony import */ var _text_problem_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(894);
/* harmony import */ var _files_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(1935);






const TEXT_LIMIT = 1024 * 1024;
const SYSTEM_FOLDERS = [
    '/usr/local/sbin',
    '/usr/local/bin',
    '/usr/sbin',
    '/usr/bin',
    '/sbin',
    '/bin',
];
function nodeHost() {
    return {
        env: process.env,
        uid: process.geteuid?.() ?? -1,
        gid: process.getegid?.() ?? -1,
        system: process.platform,
        nodeArch: (0,node_os__WEBPACK_IMPORTED_MODULE_2__.arch)(),
        endian: (0,node_os__WEBPACK_IMPORTED_MODULE_2__.endianness)() === 'BE' ? 'big' : 'little',
        kernelRelease: (0,node_os__WEBPACK_IMPORTED_MODULE_2__.release)(),
        nodeVersion: process.version,
        node: process.execPath,
        cpus: (0,node_os__WEBPACK_IMPORTED_MODULE_2__.availableParallelism)(),
        readText: (path) => new TextDecoder().decode(readStart(path, TEXT_LIMIT)),
        readBytes: readStart,
        readPieces: (path, look) => (0,_files_js__WEBPACK_IMPORTED_MODULE_5__/* .readPieces */ .ut)(path, look),
        list: listUnsorted,
        stat,
        fileSystemType: (path) => (0,_text_problem_js__WEBPACK_IMPORTED_MODULE_4__/* .orUndefined */ .y0)(() => node_fs__WEBPACK_IMPORTED_MODULE_1__.statfsSync(path).type),
        freeBytes: (path) => (0,_text_problem_js__WEBPACK_IMPORTED_MODULE_4__/* .orUndefined */ .y0)(() => freeBytes(path)),
        realPath: (path) => (0,_text_problem_js__WEBPACK_IMPORTED_MODULE_4__/* .orUndefined */ .y0)(() => node_fs__WEBPACK_IMPORTED_MODULE_1__.realpathSync(path)),
        writeKernel,
        makeTemporary: (prefix, parent) => node_fs__WEBPACK_IMPORTED_MODULE_1__.mkdtempSync((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(parent ?? (0,node_os__WEBPACK_IMPORTED_MODULE_2__.tmpdir)(), prefix)),
        makeFolder: (path, mode) => {
            node_fs__WEBPACK_IMPORTED_MODULE_1__.mkdirSync(path, { recursive: true });
            if (mode !== undefined)
                node_fs__WEBPACK_IMPORTED_MODULE_1__.chmodSync(path, mode);
        },
        makeMode: (path, mode) => node_fs__WEBPACK_IMPORTED_MODULE_1__.chmodSync(path, mode),
        isWritable: (path) => canAccess(path, node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.W_OK | node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.X_OK),
        readable: (path) => (0,_text_problem_js__WEBPACK_IMPORTED_MODULE_4__/* .orUndefined */ .y0)(() => readStart(path, 1)) !== undefined,
        writeFile: (path, bytes, mode) => (0,_files_js__WEBPACK_IMPORTED_MODULE_5__/* .writeWhole */ .f8)(path, bytes, undefined, mode),
        appendDurably,
        remove: (path) => node_fs__WEBPACK_IMPORTED_MODULE_1__.rmSync(path, { recursive: true, force: true }),
        open: (path) => {
            const fd = node_fs__WEBPACK_IMPORTED_MODULE_1__.openSync(path, node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_RDONLY);
            return { fd, close: () => node_fs__WEBPACK_IMPORTED_MODULE_1__.closeSync(fd) };
        },
        which: (program) => which(program, process.env.PATH ?? ''),
        run,
    };
}
function readStart(path, length) {
    const fd = node_fs__WEBPACK_IMPORTED_MODULE_1__.openSync(path, node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_RDONLY);
    try {
        const chunks = [];
        let total = 0;
        while (total < length) {
            const chunk = new Uint8Array(Math.min(total < 4096 ? 4096 : 65_536, length - total));
            const count = node_fs__WEBPACK_IMPORTED_MODULE_1__.readSync(fd, chunk, 0, chunk.length, null);
            if (count === 0)
                break;
            chunks.push(chunk.subarray(0, count));
            total += count;
        }
        return Buffer.concat(chunks, total);
    }
    finally {
        node_fs__WEBPACK_IMPORTED_MODULE_1__.closeSync(fd);
    }
}
function listUnsorted(path) {
    const folder = node_fs__WEBPACK_IMPORTED_MODULE_1__.opendirSync(path);
    try {
        const names = [];
        for (let entry = folder.readSync(); entry !== null; entry = folder.readSync())
            names.push(entry.name);
        return names;
    }
    finally {
        folder.closeSync();
    }
}
function stat(path, follow = true) {
    return (0,_text_problem_js__WEBPACK_IMPORTED_MODULE_4__/* .orUndefined */ .y0)(() => {
        const found = follow ? node_fs__WEBPACK_IMPORTED_MODULE_1__.statSync(path) : node_fs__WEBPACK_IMPORTED_MODULE_1__.lstatSync(path);
        return {
            kind: found.isFile()
                ? 'file'
                : found.isDirectory()
                    ? 'folder'
                    : found.isSymbolicLink()
                        ? 'link'
                        : 'other',
            size: found.size,
            mode: found.mode & 0o7777,
            uid: found.uid,
            device: found.dev,
            inode: found.ino,
            modified: found.mtimeMs,
            changed: found.ctimeMs,
        };
    });
}
function freeBytes(path) {
    const { bavail, bsize } = node_fs__WEBPACK_IMPORTED_MODULE_1__.statfsSync(path);
    return bavail * bsize;
}
function writeKernel(path, text) {
    const fd = node_fs__WEBPACK_IMPORTED_MODULE_1__.openSync(path, node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_WRONLY);
    try {
        node_fs__WEBPACK_IMPORTED_MODULE_1__.writeSync(fd, text);
    }
    finally {
        node_fs__WEBPACK_IMPORTED_MODULE_1__.closeSync(fd);
    }
}
function appendDurably(path, text) {
    const fd = node_fs__WEBPACK_IMPORTED_MODULE_1__.openSync(path, 'a', 0o600);
    try {
        node_fs__WEBPACK_IMPORTED_MODULE_1__.writeSync(fd, text);
        node_fs__WEBPACK_IMPORTED_MODULE_1__.fsyncSync(fd);
    }
    finally {
        node_fs__WEBPACK_IMPORTED_MODULE_1__.closeSync(fd);
    }
}
function which(program, searchPath) {
    if (program.includes('/'))
        return isExecutable(program) ? program : undefined;
    const folders = searchPath.split(node_path__WEBPACK_IMPORTED_MODULE_3__.delimiter).filter((folder) => folder.startsWith('/'));
    for (const folder of new Set([...folders, ...SYSTEM_FOLDERS])) {
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(folder, program);
        if (isExecutable(path))
            return path;
    }
    return undefined;
}
function isExecutable(path) {
    return canAccess(path, node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.X_OK) && stat(path)?.kind === 'file';
}
function canAccess(path, mode) {
    return (0,_text_problem_js__WEBPACK_IMPORTED_MODULE_4__/* .orUndefined */ .y0)(() => node_fs__WEBPACK_IMPORTED_MODULE_1__.accessSync(path, mode) === undefined) ?? false;
}
async function run(command, inherit = []) {
    try {
        return await runToEnd(command, inherit);
    }
    catch (thrown) {
        const error = (0,_text_problem_js__WEBPACK_IMPORTED_MODULE_4__/* .errnoOf */ .UQ)(thrown) ?? 'EUNKNOWN';
        return { code: null, signal: null, stdout: '', stderr: '', timedOut: false, error, ms: 0 };
    }
}
function runToEnd(command, inherit) {
    const started = now();
    const maxBytes = command.maxBytes ?? TEXT_LIMIT;
    return new Promise((resolve) => {
        const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(command.file, command.args, {
            env: command.env ?? process.env,
            cwd: command.cwd,
            stdio: [
                command.stdin === undefined ? 'ignore' : 'pipe',
                'pipe',
                'pipe',
                ...inherit.map(({ fd }) => fd),
            ],
            detached: true,
        });
        const stdout = collect(child.stdout, maxBytes);
        const stderr = collect(child.stderr, maxBytes);
        let timedOut = false;
        let error;
        const timer = setTimeout(() => {
            timedOut = true;
            endGroup(child.pid, 'SIGKILL');
            child.stdout?.destroy();
            child.stderr?.destroy();
        }, command.timeoutMs);
        child.on('error', (problem) => {
            error = 'code' in problem && typeof problem.code === 'string' ? problem.code : 'EUNKNOWN';
            if (child.pid === undefined)
                finish(null, null);
        });
        child.on('close', finish);
        child.stdin?.on('error', () => undefined);
        child.stdin?.end(command.stdin);
        function finish(code, signal) {
            clearTimeout(timer);
            const ms = now() - started;
            const result = { code, signal, stdout: stdout(), stderr: stderr(), timedOut, ms };
            resolve(error === undefined ? result : { ...result, error });
        }
    });
}
function now() {
    return Number(process.hrtime.bigint()) / 1e6;
}
function collect(stream, maxBytes) {
    const chunks = [];
    let total = 0;
    stream?.on('data', (chunk) => {
        if (total < maxBytes)
            chunks.push(chunk.subarray(0, maxBytes - total));
        total += chunk.length;
    });
    return () => Buffer.concat(chunks).toString('utf8');
}
function endGroup(pid, signal) {
    if (pid === undefined)
        return;
    try {
        process.kill(-pid, signal);
    }
    catch {
    }
}


/***/ }),

/***/ 6626:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   LS: () => (/* binding */ mountAt),
/* harmony export */   Lj: () => (/* binding */ parseStartTime),
/* harmony export */   PI: () => (/* binding */ isReadOnly),
/* harmony export */   U0: () => (/* binding */ parseSysctl),
/* harmony export */   _V: () => (/* binding */ parseAmd64Level),
/* harmony export */   cM: () => (/* binding */ maySysAdmin),
/* harmony export */   dG: () => (/* binding */ isNestedNamespace),
/* harmony export */   dc: () => (/* binding */ hasSeccompFilter),
/* harmony export */   md: () => (/* binding */ parseCapabilities),
/* harmony export */   qV: () => (/* binding */ parseMounts),
/* harmony export */   vI: () => (/* binding */ mountOf),
/* harmony export */   z8: () => (/* binding */ parseAppArmorProfile)
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
const CAP_SYS_ADMIN = 21n;
function maySysAdmin(capabilities) {
    return ((capabilities >> CAP_SYS_ADMIN) & 1n) === 1n;
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
function isNestedNamespace(uidMap) {
    return !/^\s*0\s+0\s+4294967295\s*$/.test(uidMap);
}
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
function parseStartTime(stat) {
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const started = fields[19];
    return started !== undefined && /^\d+$/.test(started) ? started : undefined;
}


/***/ }),

/***/ 3766:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   B8: () => (/* binding */ observeMounts),
/* harmony export */   Bj: () => (/* binding */ sha256Of),
/* harmony export */   Uo: () => (/* binding */ headOf),
/* harmony export */   WI: () => (/* binding */ headText),
/* harmony export */   XO: () => (/* binding */ seesEveryUser),
/* harmony export */   ph: () => (/* binding */ textOr),
/* harmony export */   wX: () => (/* binding */ namesIn)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7598);
/* harmony import */ var _text_problem_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(894);
/* harmony import */ var _proc_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(6626);



function textOr(host, path, otherwise) {
    return (0,_text_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .orUndefined */ .y0)(() => host.readText(path)) ?? otherwise;
}
function headOf(host, path, length) {
    return (0,_text_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .orUndefined */ .y0)(() => host.readBytes(path, length)) ?? new Uint8Array();
}
function headText(host, path, length) {
    return new TextDecoder().decode(headOf(host, path, length));
}
function namesIn(host, path) {
    return (0,_text_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .orUndefined */ .y0)(() => host.list(path)) ?? [];
}
function sha256Of(host, path) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    host.readPieces(path, (piece) => hash.update(piece));
    return hash.digest('hex');
}
function observeMounts(host) {
    return (0,_proc_js__WEBPACK_IMPORTED_MODULE_2__/* .parseMounts */ .qV)(textOr(host, '/proc/self/mountinfo', ''));
}
function seesEveryUser(host) {
    const map = (0,_text_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .orUndefined */ .y0)(() => host.readText('/proc/self/uid_map'));
    return map === undefined || !(0,_proc_js__WEBPACK_IMPORTED_MODULE_2__/* .isNestedNamespace */ .dG)(map);
}


/***/ }),

/***/ 9941:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ runFollowed)
/* harmony export */ });
/* harmony import */ var _text_problem_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(894);
/* harmony import */ var _text_text_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(8614);
/* harmony import */ var _host_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(2508);



const GRACE_SECONDS = 5;
const LINE_LIMIT = 8192;
const TAIL_LIMIT = 65_536;
const UNFED = 'exec "$0" "$@" < /dev/null';
async function runFollowed(file, args, { env, cwd, timeoutMs, line }) {
    const { exec } = await __nccwpck_require__.e(/* import() | actions-exec */ 810).then(__nccwpck_require__.bind(__nccwpck_require__, 8330));
    const seconds = Math.max(1, Math.ceil(timeoutMs / 1000));
    let tail = '';
    const tell = (text) => {
        tail = `${tail}${text}\n`.slice(-TAIL_LIMIT);
        line(text);
    };
    const [out, err] = [splitLines(tell), splitLines(tell)];
    const started = performance.now();
    try {
        const limited = ['-k', String(GRACE_SECONDS), String(seconds), '/bin/sh', '-c', UNFED, file, ...args];
        const timeout = (0,_host_js__WEBPACK_IMPORTED_MODULE_1__/* .which */ .K7)('timeout', process.env.PATH ?? '') ?? 'timeout';
        const code = await exec(`"${timeout}"`, limited, {
            cwd,
            env: env === undefined ? undefined : { ...env },
            silent: true,
            listeners: { stdout: out.take, stderr: err.take },
            ignoreReturnCode: true,
        });
        out.end();
        err.end();
        const timedOut = code !== 0 && performance.now() - started >= seconds * 1000;
        return { code: code ?? undefined, timedOut, tail: tail.trimEnd() };
    }
    catch (thrown) {
        return { code: undefined, timedOut: false, tail: (0,_text_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .reasonOf */ .A3)(thrown) };
    }
}
function splitLines(tell) {
    const decoder = new TextDecoder();
    let rest = '';
    const tellSafely = (text) => {
        const safe = (0,_text_text_js__WEBPACK_IMPORTED_MODULE_2__/* .oneLine */ .TN)(text.slice(0, LINE_LIMIT)).trimEnd();
        if (safe !== '')
            tell(safe);
    };
    return {
        take: (bytes) => {
            const lines = `${rest}${decoder.decode(bytes, { stream: true })}`.split(/[\r\n]+/);
            rest = (lines.pop() ?? '').slice(0, LINE_LIMIT);
            lines.forEach(tellSafely);
        },
        end: () => tellSafely(rest),
    };
}


/***/ }),

/***/ 4895:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   W5: () => (/* binding */ renderHelp),
/* harmony export */   We: () => (/* binding */ parseArguments),
/* harmony export */   bM: () => (/* binding */ documentMode)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7975);
/* harmony import */ var _binfmt_entry_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3678);
/* harmony import */ var _text_parse_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(7114);
/* harmony import */ var _text_text_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(8614);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(458);
/* harmony import */ var _options_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(5485);






const OTHER_NAMES = new Map([
    ['arch', 'platforms'],
    ['persistent', 'persist'],
]);
const EVERY_QEMU = 'qemu-*';
function scan(args) {
    const end = args.indexOf('--');
    const own = end < 0 ? args : args.slice(0, end);
    const { tokens } = (0,node_util__WEBPACK_IMPORTED_MODULE_0__.parseArgs)({
        args: own.map((argument) => argument.replace(/^-(?=[^-].)/s, '--')),
        options: { help: { type: 'boolean', short: 'h' }, version: { type: 'boolean', short: 'V' } },
        strict: false,
        tokens: true,
    });
    const problems = [];
    const given = {};
    const words = [];
    for (let token = tokens.shift(); token !== undefined; token = tokens.shift()) {
        if (token.kind === 'positional')
            words.push(token.value);
        if (token.kind !== 'option')
            continue;
        const positive = token.name.replace(/^no-/, '');
        const option = _options_js__WEBPACK_IMPORTED_MODULE_3__/* .OPTIONS */ .lw.find(({ name }) => name === (OTHER_NAMES.get(positive) ?? positive));
        const negative = positive !== token.name;
        const [next] = tokens;
        const word = next?.kind === 'positional' && !negative ? next.value : undefined;
        const takesNext = token.value === undefined && word !== undefined && option?.kind.takes?.test(word);
        const value = token.value ?? (takesNext ? word : option?.kind.alone) ?? '';
        const problem = optionProblem(option, negative, token.value, value);
        if (takesNext)
            tokens.shift();
        if (problem !== undefined)
            problems.push(`${shownAs(own[token.index] ?? '')} ${problem}`);
        else if (option === undefined)
            problems.push(`there is no option "${shownAs(own[token.index] ?? '')}"`);
        else
            set(given, option.name, negative ? 'false' : value, problems);
    }
    return { problems, given, words, command: end < 0 ? undefined : args.slice(end + 1) };
}
function optionProblem(option, negative, inline, value) {
    if (option === undefined)
        return undefined;
    if (negative && option.kind !== _options_js__WEBPACK_IMPORTED_MODULE_3__/* .SWITCH */ .Fo)
        return 'takes no "no-"';
    if (inline !== undefined && (negative || option.kind === _options_js__WEBPACK_IMPORTED_MODULE_3__/* .WORD */ .f7))
        return 'takes no value';
    return value.trim() === '' ? 'needs a value' : undefined;
}
function shownAs(argument) {
    const [, dashes, name = ''] = /^(--?)([^=]*)/.exec(argument) ?? [];
    return `${dashes}${(0,_text_text_js__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g$)(name, 40)}`;
}
function set(given, name, value, problems) {
    if (given[name] !== undefined && given[name] !== value)
        problems.push(`${name} is given twice`);
    given[name] = value;
}
function documentMode(args) {
    const { words, given } = scan(args);
    if (given.json === undefined)
        return undefined;
    const removes = given.uninstall !== undefined && given.install === undefined;
    const asked = words[0] ?? given.mode ?? (removes ? 'remove' : undefined);
    return ['exec', ..._options_js__WEBPACK_IMPORTED_MODULE_3__/* .MODES */ .FN].find((mode) => mode === asked) ?? _inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .INPUT_DEFAULTS */ .WJ.mode;
}
function parseArguments(args) {
    const { problems, given, words, command } = scan(args);
    if (given.help !== undefined)
        return { kind: 'help' };
    if (given.version !== undefined)
        return { kind: 'version' };
    const [mode, ...platforms] = words;
    const exec = mode === 'exec';
    const [program, ...programArguments] = command ?? [];
    const json = given.json !== undefined;
    const mapRoot = given['map-root'] !== undefined;
    const { run, mount } = given;
    const complain = (wrong, problem) => void (wrong && problems.push(problem));
    complain(exec && !program, 'exec needs a command: exec [platform ...] -- command');
    complain(exec && json, 'exec prints no report, and takes no --json');
    for (const name of ['mode', 'scope'])
        complain(exec && given[name] !== undefined, `exec takes no --${name}`);
    complain(!exec && mapRoot, 'only exec takes --map-root');
    complain(!exec && command !== undefined, 'only exec takes a command after "--"');
    if (mode !== undefined && !exec)
        set(given, 'mode', mode, problems);
    if (platforms.some((word) => word.trim() === ''))
        problems.push('a platform is blank');
    else if (platforms.length > 0)
        set(given, 'platforms', platforms.join(' '), problems);
    addInstallation(given, problems);
    const raw = Object.fromEntries(Object.entries(given).filter(([name]) => Object.hasOwn(_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .INPUT_DEFAULTS */ .WJ, name)));
    const onlyMount = mount !== undefined && raw.mode === undefined && raw.platforms === undefined && !exec;
    const more = onlyMount ? Object.keys(raw) : [];
    complain(mount !== undefined && mount !== _binfmt_entry_js__WEBPACK_IMPORTED_MODULE_1__/* .TABLE_PATH */ .Fb, `--mount is "${(0,_text_text_js__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g$)(mount ?? '', 60)}", and ${_binfmt_entry_js__WEBPACK_IMPORTED_MODULE_1__/* .TABLE_PATH */ .Fb} is where programs look`);
    complain(more.length > 0, `--mount alone takes no --${more.join(', --')}`);
    complain(run !== undefined && (mode !== 'remove' || words.length > 1), '--run is for remove alone, without platforms');
    complain(run !== undefined && run !== 'last' && !(0,_text_parse_js__WEBPACK_IMPORTED_MODULE_5__/* .isRunId */ .Pk)(run), '--run is no id of a run, and not "last"');
    const asked = raw.mode ?? 'setup';
    const purpose = exec ? 'exec' : _options_js__WEBPACK_IMPORTED_MODULE_3__/* .MODES */ .FN.find((each) => each === asked.toLowerCase());
    if (purpose === undefined)
        problems.push(modeProblem(asked));
    else if (!onlyMount)
        problems.push(...misplaced(raw, purpose));
    const readable = purpose === undefined ? { ...raw, mode: undefined } : raw;
    if (problems.length > 0)
        throw (0,_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .inputProblem */ .oi)([...problems, ...(0,_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .listInputProblems */ .RN)(readable)]);
    if (run !== undefined)
        return { kind: 'undo', run, json };
    if (onlyMount)
        return { kind: 'mount', json };
    if (program === undefined)
        return { kind: 'run', raw, json };
    return { kind: 'exec', raw, mapRoot, command: [program, ...programArguments] };
}
function addInstallation(given, problems) {
    const { install, uninstall } = given;
    if (install !== undefined && uninstall !== undefined && uninstall !== EVERY_QEMU) {
        const [away, come] = [uninstall, install].map((names) => (0,_text_text_js__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g$)(names, 60));
        problems.push(`--uninstall and --install are two commands here: first "remove ${away}", then "setup ${come}"`);
        return;
    }
    const names = install ?? uninstall;
    if (names === undefined)
        return;
    set(given, 'mode', install === undefined ? 'remove' : 'setup', problems);
    set(given, 'platforms', names, problems);
    if (install !== undefined && uninstall !== undefined)
        set(given, 'reset', 'true', problems);
}
function modeProblem(mode) {
    if (mode === 'exec')
        return 'exec is no value of --mode but a word: exec [platform ...] -- command';
    return `mode is "${(0,_text_text_js__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g$)(mode, 40)}", and must be one of ${[..._options_js__WEBPACK_IMPORTED_MODULE_3__/* .MODES */ .FN, 'exec'].join(', ')}`;
}
function misplaced(raw, purpose) {
    const post = 'the action alone, which has a post step: remove --run last takes changes back here';
    const cleansUp = raw.cleanup !== undefined && raw.cleanup !== _inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .INPUT_DEFAULTS */ .WJ.cleanup;
    return [
        ...(cleansUp ? [`--cleanup is for ${post}`] : []),
        ...(raw.summary === undefined ? [] : ['--summary is for the action alone']),
        ...(0,_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .listMisplaced */ .bV)({ ...raw, cleanup: undefined }, purpose).map(({ name, modes }) => `--${name} is for ${modes.join(', ')}, and means nothing to ${purpose}`),
    ];
}
function renderHelp() {
    return `Makes this Linux host run programs of other architectures, and proves that it does.

  setup-binfmt <${_options_js__WEBPACK_IMPORTED_MODULE_3__/* .MODES */ .FN.join('|')}> [platform ...] [--<option> value] [--json]
  setup-binfmt exec [platform ...] [--<option> value] -- command [argument ...]

Modes
  setup    make the platforms run here and prove it (the default)
  plan     say what setup would do; needs no privilege and changes nothing
  doctor   say what is wrong here and how to mend it; needs no privilege and changes nothing
  remove   take entries away: those of the platforms, those named, or with all every qemu-*
  exec     run one command with a table of its own; needs no privilege (Linux 6.7 or newer)

Platforms
  names such as arm64, linux/arm/v7, riscv64, aarch64, armhf; or all (the default);
  none for --rules alone

Options
${_options_js__WEBPACK_IMPORTED_MODULE_3__/* .OPTIONS */ .lw.flatMap(helpLine).join('\n')}

Exit codes
  0 done and proven   1 a platform is not proven, or the doctor found an error
  2 wrong input       3 this host cannot do it
  of exec, once the command runs: those of the command
`;
}
function helpLine({ name, kind, fallback = '', help }) {
    if (help === undefined)
        return [];
    const at = kind === _options_js__WEBPACK_IMPORTED_MODULE_3__/* .TEXT */ .a$ ? help.indexOf(': ') : 0;
    const usage = `--${fallback === 'true' ? 'no-' : ''}${name} ${help.slice(0, at)}`;
    const text = at === 0 ? help : help.slice(at + 2);
    const shown = kind === _options_js__WEBPACK_IMPORTED_MODULE_3__/* .TEXT */ .a$ && fallback !== '' && name !== 'image' ? ` (${fallback})` : '';
    return [`  ${usage.padEnd(22)} ${text}${shown}`];
}


/***/ }),

/***/ 458:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   RN: () => (/* binding */ listInputProblems),
/* harmony export */   TL: () => (/* binding */ parseInputs),
/* harmony export */   WJ: () => (/* binding */ INPUT_DEFAULTS),
/* harmony export */   bV: () => (/* binding */ listMisplaced),
/* harmony export */   oi: () => (/* binding */ inputProblem)
/* harmony export */ });
/* unused harmony export splitList */
/* harmony import */ var _binfmt_entry_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3678);
/* harmony import */ var _binfmt_rule_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6582);
/* harmony import */ var _oci_reference_js__WEBPACK_IMPORTED_MODULE_8__ = __nccwpck_require__(3410);
/* harmony import */ var _platform_platforms_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(2061);
/* harmony import */ var _platform_runners_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(386);
/* harmony import */ var _qemu_handler_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(4246);
/* harmony import */ var _text_problem_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(894);
/* harmony import */ var _text_text_js__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(8614);
/* harmony import */ var _options_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(5485);









const INPUT_DEFAULTS = Object.fromEntries(_options_js__WEBPACK_IMPORTED_MODULE_6__/* .OPTIONS */ .lw.flatMap(({ name, fallback }) => (fallback === undefined ? [] : [[name, fallback]])));
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
            problems.push(`there is no input "${(0,_text_text_js__WEBPACK_IMPORTED_MODULE_7__/* .printable */ .g$)(name, 40)}"`);
    }
    const text = (name) => readText(raw, name, problems);
    const isTrue = (name, given = text(name)) => readBoolean(name, given, problems);
    const mode = readChoice('mode', text('mode'), _options_js__WEBPACK_IMPORTED_MODULE_6__/* .MODES */ .FN, problems);
    const scope = readChoice('scope', text('scope'), _options_js__WEBPACK_IMPORTED_MODULE_6__/* .SCOPES */ .iW, problems);
    const [persist, cleanup] = [isTrue('persist'), isTrue('cleanup')];
    const image = (name, given = text(name)) => accept(name, given, (0,_oci_reference_js__WEBPACK_IMPORTED_MODULE_8__/* .parseImageReference */ .o_)(given), problems);
    const matrixFrom = text('matrix-from');
    if (persist && scope !== 'host')
        problems.push(`persist keeps entries of the host: leave it out with scope ${scope}`);
    if (persist && cleanup && (mode === 'setup' || mode === 'plan'))
        problems.push('persist keeps what cleanup takes away again: leave one of the two out');
    return {
        mode,
        ...parsePlatforms(text('platforms'), mode, problems),
        qemuFrom: readList('qemu-from', text('qemu-from'), _qemu_handler_js__WEBPACK_IMPORTED_MODULE_4__/* .SOURCE_NAMES */ .tN, problems),
        image: image('image') ?? { registry: '', repository: '' },
        mirrors: splitList(text('registry-mirrors')).flatMap((word) => accept('registry-mirrors', word, (0,_oci_reference_js__WEBPACK_IMPORTED_MODULE_8__/* .parseMirror */ .v0)(word), problems) ?? []),
        cache: isTrue('cache', text('cache-image') || text('cache')),
        matrixFrom: matrixFrom === '' ? undefined : image('matrix-from', matrixFrom),
        scope,
        onConflict: readChoice('on-conflict', text('on-conflict'), _options_js__WEBPACK_IMPORTED_MODULE_6__/* .CONFLICT_POLICIES */ .CR, problems),
        credentials: isTrue('credentials'),
        autoload: isTrue('autoload'),
        reset: isTrue('reset'),
        rules: (0,_binfmt_rule_js__WEBPACK_IMPORTED_MODULE_1__/* .parseRules */ .NR)(text('rules'), problems),
        persist,
        cleanup,
        strict: isTrue('strict'),
        summary: isTrue('summary'),
        log: text('log') || undefined,
        network: isTrue('network'),
        runners: readRunners(text('runners'), problems),
    };
}
function inputProblem(problems) {
    const count = problems.length === 1 ? '' : `${problems.length} problems: `;
    return new _text_problem_js__WEBPACK_IMPORTED_MODULE_5__/* .SetupProblem */ .DN({
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
            found.set((0,_platform_platforms_js__WEBPACK_IMPORTED_MODULE_2__/* .formatPlatform */ .Bq)(platform), platform);
    }
    return { platforms: [...found.values()], all, names };
}
function isEntryName(word) {
    if (word.toLowerCase() === 'all' || !('unknown' in (0,_platform_platforms_js__WEBPACK_IMPORTED_MODULE_2__/* .parsePlatform */ .FL)(word)))
        return false;
    return (0,_binfmt_entry_js__WEBPACK_IMPORTED_MODULE_0__/* .entryNameProblem */ .j2)(word.replaceAll('*', '')) === undefined;
}
function expandPlatform(word, problems) {
    if (word.toLowerCase() === 'all')
        return _platform_platforms_js__WEBPACK_IMPORTED_MODULE_2__/* .CONTAINER_ARCHITECTURES */ .dz.flatMap((arch) => expandPlatform(arch, problems));
    const parsed = (0,_platform_platforms_js__WEBPACK_IMPORTED_MODULE_2__/* .parsePlatform */ .FL)(word);
    if (!('unknown' in parsed))
        return [parsed];
    const hint = parsed.nearest === undefined ? '' : `; the nearest is ${parsed.nearest}`;
    problems.push(`platforms: "${(0,_text_text_js__WEBPACK_IMPORTED_MODULE_7__/* .printable */ .g$)(word, 60)}" is not known${hint}`);
    return [];
}
function accept(name, word, parsed, problems) {
    if (!('problem' in parsed))
        return parsed;
    problems.push(`${name}: "${(0,_text_text_js__WEBPACK_IMPORTED_MODULE_7__/* .printable */ .g$)(word, 100)}" ${parsed.problem}`);
    return undefined;
}
function readRunners(text, problems) {
    const { runners, problems: found } = (0,_platform_runners_js__WEBPACK_IMPORTED_MODULE_3__/* .parseRunners */ .ZV)(text);
    problems.push(...found.map((problem) => `runners: ${problem}`));
    return runners;
}
function readBoolean(name, text, problems) {
    const word = text.toLowerCase();
    if (word !== 'true' && word !== 'false') {
        problems.push(`${name} is "${(0,_text_text_js__WEBPACK_IMPORTED_MODULE_7__/* .printable */ .g$)(text, 40)}", and must be true or false`);
    }
    return word === 'true';
}
function readChoice(name, text, choices, problems) {
    const found = choices.find((choice) => choice === text.toLowerCase());
    if (found === undefined) {
        problems.push(`${name} is "${(0,_text_text_js__WEBPACK_IMPORTED_MODULE_7__/* .printable */ .g$)(text, 40)}", and must be one of ${choices.join(', ')}`);
    }
    return found ?? choices[0];
}
function readList(name, text, choices, problems) {
    const words = splitList(text);
    if (words.length === 0)
        problems.push(`${name} holds no name`);
    return [...new Set(words.map((word) => readChoice(name, word, choices, problems)))];
}
function listMisplaced(raw, purpose) {
    return _options_js__WEBPACK_IMPORTED_MODULE_6__/* .OPTIONS */ .lw.flatMap(({ name, modes }) => modes.includes(purpose) || !isSet(name, raw[name]) ? [] : [{ name, modes }]);
}
function isSet(name, value) {
    const text = value?.trim().toLowerCase() ?? '';
    const fallback = INPUT_DEFAULTS[name === 'cache-image' ? 'cache' : name];
    return text !== '' && text !== fallback;
}


/***/ }),

/***/ 5485:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   CR: () => (/* binding */ CONFLICT_POLICIES),
/* harmony export */   FN: () => (/* binding */ MODES),
/* harmony export */   Fo: () => (/* binding */ SWITCH),
/* harmony export */   a$: () => (/* binding */ TEXT),
/* harmony export */   f7: () => (/* binding */ WORD),
/* harmony export */   iW: () => (/* binding */ SCOPES),
/* harmony export */   lw: () => (/* binding */ OPTIONS)
/* harmony export */ });
/* harmony import */ var _binfmt_entry_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3678);
/* harmony import */ var _qemu_default_image_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(2703);
/* harmony import */ var _qemu_handler_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4246);



const MODES = ['setup', 'plan', 'doctor', 'remove'];
const SCOPES = ['host', 'private', 'engine'];
const CONFLICT_POLICIES = ['repair', 'replace', 'keep', 'fail'];
const SETUP = ['setup', 'plan'];
const FILLING = [...SETUP, 'exec'];
const LOOKING = [...FILLING, 'doctor'];
const ALL = [...LOOKING, 'remove'];
const TEXT = { takes: /^/ };
const SWITCH = { takes: /^(?:true|false)$/, alone: 'true' };
const WORD = { alone: 'true' };
const TABLE = { takes: /^\//, alone: _binfmt_entry_js__WEBPACK_IMPORTED_MODULE_0__/* .TABLE_PATH */ .Fb };
const OPTIONS = [
    input('platforms', 'all', ALL),
    input('mode', 'setup', ALL),
    input('image', _qemu_default_image_js__WEBPACK_IMPORTED_MODULE_2__/* .DEFAULT_IMAGE */ ._, LOOKING, 'REFERENCE: the image that holds QEMU, best with its digest'),
    input('qemu-from', 'image,apt,host', FILLING, `LIST: sources of QEMU in order: ${_qemu_handler_js__WEBPACK_IMPORTED_MODULE_1__/* .SOURCE_NAMES */ .tN.join(', ')}`),
    input('registry-mirrors', '', LOOKING, "L: registries that are asked before the image's own"),
    input('cache', 'true', FILLING),
    input('cache-image', '', FILLING),
    input('scope', 'host', ALL, `SCOPE: whose table: ${SCOPES.join(', ')}; private is what exec does`),
    input('on-conflict', 'repair', LOOKING, `POLICY: ${CONFLICT_POLICIES.join(', ')}`),
    input('reset', 'false', FILLING, 'take every qemu-* entry away first'),
    input('credentials', 'true', FILLING, 'register without the C flag (setuid programs then lose their rights)'),
    input('rules', '', FILLING, 'TEXT: further rules, one a line (:name:M:offset:magic:mask:interpreter:flags)'),
    input('autoload', 'true', SETUP, 'do not load the module, do not mount binfmt_misc'),
    input('persist', 'false', SETUP, 'survive a reboot and a restart of systemd-binfmt'),
    input('cleanup', 'false', [...SETUP, 'remove']),
    input('strict', 'true', FILLING, 'warn where a platform is not proven, in place of failing'),
    input('summary', 'true', ALL),
    input('runners', '', SETUP, 'TEXT: which runner a platform gets in the matrix, one prefix=label a line'),
    input('matrix-from', '', FILLING, "IMAGE: take the platforms of an image's index"),
    input('log', '', ['doctor'], 'FILE: (doctor) read the log of a failed build, too; - for standard input'),
    input('network', 'false', ['doctor'], '(doctor) ask the registries, too'),
    { name: 'mount', kind: TABLE, modes: ALL, help: 'make sure that binfmt_misc is mounted, and no more' },
    { name: 'run', kind: TEXT, modes: ['remove'], help: 'ID|last: with remove: take back what that run did' },
    {
        name: 'map-root',
        kind: WORD,
        modes: ['exec'],
        help: "exec: be root in there, with the user's subordinate ids",
    },
    { name: 'json', kind: WORD, modes: [...MODES], help: 'print the report alone, as JSON' },
    { name: 'help', kind: WORD, modes: ALL, help: 'print this' },
    { name: 'version', kind: WORD, modes: ALL, help: 'print the version of this program' },
    { name: 'install', kind: TEXT, modes: ['setup'] },
    { name: 'uninstall', kind: TEXT, modes: ['remove', 'setup'] },
];
function input(name, fallback, modes, help) {
    return { name, kind: SWITCH.takes?.test(fallback) ? SWITCH : TEXT, fallback, modes, help };
}


/***/ }),

/***/ 7894:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Gf: () => (/* binding */ openState),
/* harmony export */   OY: () => (/* binding */ hasLeases),
/* harmony export */   hH: () => (/* binding */ latestRun),
/* harmony export */   og: () => (/* binding */ ownRules)
/* harmony export */ });
/* unused harmony export DIGESTS_FILE */
/* harmony import */ var _host_proc_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(6626);
/* harmony import */ var _host_read_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3766);
/* harmony import */ var _text_parse_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(7114);
/* harmony import */ var _text_problem_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(894);
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(2996);





const DIGESTS_FILE = 'digests.json';
const RECORD_LIMIT = 100;
const BEGIN_BYTES = 128;
function stateFolder(host) {
    const nested = (0,_host_proc_js__WEBPACK_IMPORTED_MODULE_3__/* .isNestedNamespace */ .dG)((0,_host_read_js__WEBPACK_IMPORTED_MODULE_0__/* .textOr */ .ph)(host, '/proc/self/uid_map', ''));
    return nested ? `${_record_js__WEBPACK_IMPORTED_MODULE_2__/* .STATE_ROOT */ .PI}/user-${host.stat('/proc/self/ns/user')?.inode ?? 0}` : _record_js__WEBPACK_IMPORTED_MODULE_2__/* .STATE_ROOT */ .PI;
}
function openState(host) {
    const folder = stateFolder(host);
    try {
        for (const path of new Set([_record_js__WEBPACK_IMPORTED_MODULE_2__/* .STATE_ROOT */ .PI, folder, `${folder}/leases`])) {
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
        return { failure: `${folder} cannot be made: ${(0,_text_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .errnoOf */ .UQ)(thrown) ?? (0,_text_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .reasonOf */ .A3)(thrown)}` };
    }
}
function stateIn(host, folder) {
    const recordPath = (run) => `${folder}/${run}.jsonl`;
    const leasePath = (run) => `${folder}/leases/${run}`;
    return {
        folder,
        records: () => recordedRuns(host, folder).map(({ run }) => ({
            run,
            record: (0,_record_js__WEBPACK_IMPORTED_MODULE_2__/* .parseRecord */ .Hh)((0,_host_read_js__WEBPACK_IMPORTED_MODULE_0__/* .textOr */ .ph)(host, recordPath(run), '')),
        })),
        append: (run, change) => {
            if (host.stat(recordPath(run)) === undefined) {
                const earlier = recordedRuns(host, folder);
                for (const { run: old } of earlier.slice(RECORD_LIMIT - 1))
                    host.remove(recordPath(old));
                const at = Math.max(Date.now(), 1 + (earlier[0]?.begun ?? 0));
                host.appendDurably(recordPath(run), (0,_record_js__WEBPACK_IMPORTED_MODULE_2__/* .formatChange */ .eD)({ kind: 'begin', at }));
                host.makeMode(recordPath(run), 0o644);
            }
            host.appendDurably(recordPath(run), (0,_record_js__WEBPACK_IMPORTED_MODULE_2__/* .formatChange */ .eD)(change));
        },
        replace: (run, record) => {
            if (record.length === 0)
                host.remove(recordPath(run));
            else
                host.writeFile(recordPath(run), record.map(_record_js__WEBPACK_IMPORTED_MODULE_2__/* .formatChange */ .eD).join(''), 0o644);
        },
        leases: () => runsIn(host, `${folder}/leases`, '').flatMap((run) => {
            const lease = (0,_record_js__WEBPACK_IMPORTED_MODULE_2__/* .parseLease */ .QM)((0,_host_read_js__WEBPACK_IMPORTED_MODULE_0__/* .textOr */ .ph)(host, leasePath(run), ''));
            if (lease !== undefined && (0,_record_js__WEBPACK_IMPORTED_MODULE_2__/* .isLive */ .DG)(lease, Date.now(), startOf(host, lease.holder?.pid)))
                return [lease];
            host.remove(leasePath(run));
            return [];
        }),
        takeLease: (run, entries, pid) => {
            const started = startOf(host, pid);
            const holder = pid === undefined || started === undefined ? undefined : { pid, started };
            const expires = Date.now() + (holder === undefined ? _record_js__WEBPACK_IMPORTED_MODULE_2__/* .LEASE_ALONE_MS */ .gI : _record_js__WEBPACK_IMPORTED_MODULE_2__/* .LEASE_WITH_HOLDER_MS */ ._z);
            const lease = { run, entries, expires, holder };
            host.writeFile(leasePath(run), `${JSON.stringify(lease)}\n`, 0o644);
        },
        dropLease: (run) => host.remove(leasePath(run)),
        digests: () => (0,_host_read_js__WEBPACK_IMPORTED_MODULE_0__/* .textOr */ .ph)(host, `${folder}/${DIGESTS_FILE}`, ''),
        keepDigests: (text) => host.writeFile(`${folder}/${DIGESTS_FILE}`, text, 0o644),
    };
}
function hasLeases(host) {
    return runsIn(host, `${stateFolder(host)}/leases`, '').length > 0;
}
function ownRules(host) {
    const folder = stateFolder(host);
    return runsIn(host, folder, '.jsonl')
        .flatMap((run) => (0,_record_js__WEBPACK_IMPORTED_MODULE_2__/* .parseRecord */ .Hh)((0,_host_read_js__WEBPACK_IMPORTED_MODULE_0__/* .textOr */ .ph)(host, `${folder}/${run}.jsonl`, '')))
        .flatMap((change) => (change.kind === 'register' ? [change.rule] : []));
}
function latestRun(host) {
    return recordedRuns(host, stateFolder(host))[0]?.run;
}
function recordedRuns(host, folder) {
    return runsIn(host, folder, '.jsonl')
        .map((run) => ({
        run,
        begun: (0,_record_js__WEBPACK_IMPORTED_MODULE_2__/* .beginOf */ .pv)((0,_record_js__WEBPACK_IMPORTED_MODULE_2__/* .parseRecord */ .Hh)((0,_host_read_js__WEBPACK_IMPORTED_MODULE_0__/* .headText */ .WI)(host, `${folder}/${run}.jsonl`, BEGIN_BYTES))),
    }))
        .sort((a, b) => b.begun - a.begun);
}
function runsIn(host, folder, ending) {
    return (0,_host_read_js__WEBPACK_IMPORTED_MODULE_0__/* .namesIn */ .wX)(host, folder).flatMap((name) => {
        const run = name.endsWith(ending) ? name.slice(0, name.length - ending.length) : '';
        return (0,_text_parse_js__WEBPACK_IMPORTED_MODULE_4__/* .isRunId */ .Pk)(run) ? [run] : [];
    });
}
function startOf(host, pid) {
    return pid === undefined ? undefined : (0,_host_proc_js__WEBPACK_IMPORTED_MODULE_3__/* .parseStartTime */ .Lj)((0,_host_read_js__WEBPACK_IMPORTED_MODULE_0__/* .textOr */ .ph)(host, `/proc/${pid}/stat`, ''));
}


/***/ }),

/***/ 2996:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   DG: () => (/* binding */ isLive),
/* harmony export */   Hh: () => (/* binding */ parseRecord),
/* harmony export */   Iw: () => (/* binding */ splitRecord),
/* harmony export */   PI: () => (/* binding */ STATE_ROOT),
/* harmony export */   QM: () => (/* binding */ parseLease),
/* harmony export */   Vb: () => (/* binding */ nameOf),
/* harmony export */   _z: () => (/* binding */ LEASE_WITH_HOLDER_MS),
/* harmony export */   eD: () => (/* binding */ formatChange),
/* harmony export */   gI: () => (/* binding */ LEASE_ALONE_MS),
/* harmony export */   pv: () => (/* binding */ beginOf),
/* harmony export */   xR: () => (/* binding */ entriesInUse)
/* harmony export */ });
/* harmony import */ var _binfmt_entry_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3678);
/* harmony import */ var _binfmt_rule_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6582);
/* harmony import */ var _text_parse_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(7114);



const STATE_ROOT = '/run/setup-binfmt';
function formatChange(change) {
    return `\n${JSON.stringify(change)}\n`;
}
function parseRecord(text) {
    return text.split('\n').flatMap((line) => readChange(line) ?? []);
}
function readChange(line) {
    const value = (0,_text_parse_js__WEBPACK_IMPORTED_MODULE_2__/* .parseObject */ .lj)(line);
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
            return (0,_binfmt_entry_js__WEBPACK_IMPORTED_MODULE_0__/* .isName */ .Eo)(value.name) ? { kind: 'remove', name: value.name } : undefined;
        case 'put':
            return (0,_binfmt_entry_js__WEBPACK_IMPORTED_MODULE_0__/* .isPinned */ .T4)(value.entry) ? { kind: 'put', entry: (0,_binfmt_entry_js__WEBPACK_IMPORTED_MODULE_0__/* .pin */ .y_)(value.entry) } : undefined;
        case 'table':
            return Array.isArray(value.entries)
                ? { kind: 'table', entries: value.entries.filter(_binfmt_entry_js__WEBPACK_IMPORTED_MODULE_0__/* .isPinned */ .T4).map(_binfmt_entry_js__WEBPACK_IMPORTED_MODULE_0__/* .pin */ .y_) }
                : undefined;
        case 'register': {
            const rule = (0,_binfmt_rule_js__WEBPACK_IMPORTED_MODULE_1__/* .ruleFromJson */ .rb)(value.rule);
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
function splitRecord(record, waiting) {
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
    const value = (0,_text_parse_js__WEBPACK_IMPORTED_MODULE_2__/* .parseObject */ .lj)(text);
    if (value === undefined || !(0,_text_parse_js__WEBPACK_IMPORTED_MODULE_2__/* .isRunId */ .Pk)(value.run) || typeof value.expires !== 'number')
        return undefined;
    if (!Array.isArray(value.entries))
        return undefined;
    const { pid, started } = (0,_text_parse_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .Gv)(value.holder) ? value.holder : {};
    const holder = typeof pid === 'number' && typeof started === 'string' ? { pid, started } : undefined;
    return { run: value.run, entries: value.entries.filter(_binfmt_entry_js__WEBPACK_IMPORTED_MODULE_0__/* .isName */ .Eo), expires: value.expires, holder };
}
function isLive(lease, now, startedNow) {
    return now < lease.expires && (lease.holder === undefined || lease.holder.started === startedNow);
}
function entriesInUse(leases, except) {
    return new Set(leases.filter(({ run }) => run !== except).flatMap(({ entries }) => entries));
}


/***/ }),

/***/ 7837:
/***/ ((__webpack_module__, __webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__nccwpck_require__.r(__webpack_exports__);
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_8__ = __nccwpck_require__(950);
/* harmony import */ var _host_host_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2508);
/* harmony import */ var _inputs_inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(458);
/* harmony import */ var _namespace_scope_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(4661);
/* harmony import */ var _namespace_with_binfmt_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(5354);
/* harmony import */ var _report_github_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(2814);
/* harmony import */ var _program_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(9755);
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(6563);
/* harmony import */ var _state_js__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(9422);









const host = (0,_host_host_js__WEBPACK_IMPORTED_MODULE_0__/* .nodeHost */ .P6)();
const raw = readInputs();
const log = (0,_report_github_js__WEBPACK_IMPORTED_MODULE_4__/* .githubProgress */ .p0)();
process.on('exit', () => {
    if (raw.mode?.trim().toLowerCase() === 'doctor')
        process.exitCode = 0;
});
process.exit(await (0,_program_js__WEBPACK_IMPORTED_MODULE_5__/* .runToEnd */ .cd)(fail, main));
async function main(doing) {
    doing('read the inputs');
    const inputs = (0,_inputs_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .parseInputs */ .TL)(raw);
    const progress = (0,_program_js__WEBPACK_IMPORTED_MODULE_5__/* .followProgress */ .F3)(log, `run ${inputs.mode}`, doing);
    const scope = await (0,_namespace_scope_js__WEBPACK_IMPORTED_MODULE_2__/* .openScope */ .P)(host, inputs.scope, { until: 'gone', pid: process.ppid });
    const run = (0,_start_js__WEBPACK_IMPORTED_MODULE_6__/* .newRun */ .uH)(process.ppid, (id) => {
        (0,_state_js__WEBPACK_IMPORTED_MODULE_7__/* .saveState */ .L)('run', id);
        (0,_state_js__WEBPACK_IMPORTED_MODULE_7__/* .saveState */ .L)('cleanup', inputs.cleanup);
    });
    const documentation = (0,_report_github_js__WEBPACK_IMPORTED_MODULE_4__/* .documentationAddress */ .Fn)(host);
    const context = keepDownloads((0,_start_js__WEBPACK_IMPORTED_MODULE_6__/* .makeContext */ .og)(host, inputs, scope, { ...progress, documentation, run }));
    const shell = openShell(scope, inputs);
    const { outputs, ...report } = await (0,_start_js__WEBPACK_IMPORTED_MODULE_6__/* .runMode */ .rt)(scope.host, inputs, context);
    doing('end the step');
    if (inputs.mode === 'setup')
        scope.table?.release();
    else
        await scope.close();
    if (inputs.scope === 'engine' && inputs.cleanup)
        saveEntries(scope, report.registered);
    progress.end();
    const notes = [...listUnused(inputs.mode), ...report.notes];
    const lost = await (0,_report_github_js__WEBPACK_IMPORTED_MODULE_4__/* .publishReport */ .S3)(host, { ...report, notes, outputs: { ...outputs, shell } }, inputs.summary);
    return report.exitCode || (lost === undefined ? 0 : fail(lost));
}
function fail(problem) {
    log.end();
    (0,_report_github_js__WEBPACK_IMPORTED_MODULE_4__/* .publishFailure */ .yX)(problem);
    if (problem.id === _program_js__WEBPACK_IMPORTED_MODULE_5__/* .INTERNAL */ .kz)
        (0,_report_github_js__WEBPACK_IMPORTED_MODULE_4__/* .publishKnown */ .Xk)({ kernel: host.kernelRelease, healthy: 'false' });
    return problem.exitCode;
}
function readInputs() {
    const names = Object.keys(_inputs_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .INPUT_DEFAULTS */ .WJ);
    return Object.fromEntries(names.map((name) => [name, (0,_actions_core__WEBPACK_IMPORTED_MODULE_8__/* .getInput */ .V4)(name, { trimWhitespace: false })]));
}
function listUnused(mode) {
    return (0,_inputs_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .listMisplaced */ .bV)(raw, mode).map(({ name, modes }) => {
        const others = modes.filter((each) => each !== 'exec').join(', ');
        return `the input ${name} is for ${others}, and means nothing to ${mode}`;
    });
}
function keepDownloads(context) {
    const fetch = async (...request) => {
        const fetched = await context.fetch(...request);
        if (fetched.toCache.length > 0)
            (0,_state_js__WEBPACK_IMPORTED_MODULE_7__/* .saveState */ .L)('cache', fetched.toCache);
        return fetched;
    };
    return { ...context, fetch };
}
function openShell({ table }, { mode }) {
    if (table === undefined || mode !== 'setup')
        return (0,_namespace_with_binfmt_js__WEBPACK_IMPORTED_MODULE_3__/* .shellLine */ .Tg)(host.which('bash') !== undefined);
    const { entrances, folder, shell } = (0,_namespace_with_binfmt_js__WEBPACK_IMPORTED_MODULE_3__/* .writeWrapper */ .HQ)(host, table);
    (0,_state_js__WEBPACK_IMPORTED_MODULE_7__/* .saveState */ .L)('holders', entrances);
    (0,_report_github_js__WEBPACK_IMPORTED_MODULE_4__/* .addToPath */ .qN)(folder);
    return shell;
}
function saveEntries({ host: inside, view }, names) {
    (0,_state_js__WEBPACK_IMPORTED_MODULE_7__/* .saveState */ .L)('engine', names.map((name) => ({ name, text: inside.readText(`${view.table ?? ''}/${name}`) })));
}

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 5229:
/***/ ((__webpack_module__, __webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__nccwpck_require__.r(__webpack_exports__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6760);
/* harmony import */ var _commands_exec_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5679);
/* harmony import */ var _commands_mount_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(889);
/* harmony import */ var _commands_undo_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(728);
/* harmony import */ var _host_host_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(2508);
/* harmony import */ var _inputs_arguments_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(4895);
/* harmony import */ var _inputs_inputs_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(458);
/* harmony import */ var _journal_journal_js__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(7894);
/* harmony import */ var _namespace_scope_js__WEBPACK_IMPORTED_MODULE_8__ = __nccwpck_require__(4661);
/* harmony import */ var _report_terminal_js__WEBPACK_IMPORTED_MODULE_9__ = __nccwpck_require__(6414);
/* harmony import */ var _text_progress_js__WEBPACK_IMPORTED_MODULE_13__ = __nccwpck_require__(2162);
/* harmony import */ var _text_text_js__WEBPACK_IMPORTED_MODULE_12__ = __nccwpck_require__(8614);
/* harmony import */ var _program_js__WEBPACK_IMPORTED_MODULE_10__ = __nccwpck_require__(9755);
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_11__ = __nccwpck_require__(6563);














const PRIVATE_HERE = 'a private table ends with the program that made it: use exec [platform ...] -- command';
const args = process.argv.slice(2);
const host = (0,_host_host_js__WEBPACK_IMPORTED_MODULE_4__/* .nodeHost */ .P6)();
const paint = (0,_report_terminal_js__WEBPACK_IMPORTED_MODULE_9__/* .paintFor */ .ev)(host, process.stdout.isTTY === true);
const isWatched = process.stderr.isTTY === true;
const log = (0,_report_terminal_js__WEBPACK_IMPORTED_MODULE_9__/* .terminalProgress */ .e3)((0,_report_terminal_js__WEBPACK_IMPORTED_MODULE_9__/* .paintFor */ .ev)(host, isWatched));
process.exitCode = await (0,_program_js__WEBPACK_IMPORTED_MODULE_10__/* .runToEnd */ .cd)((problem) => {
    (0,_report_terminal_js__WEBPACK_IMPORTED_MODULE_9__/* .printFailure */ .eV)(host, problem, { mode: (0,_inputs_arguments_js__WEBPACK_IMPORTED_MODULE_5__/* .documentMode */ .bM)(args), paint });
    return problem.exitCode;
}, main);
async function main(doing) {
    doing('read the arguments');
    const asked = (0,_inputs_arguments_js__WEBPACK_IMPORTED_MODULE_5__/* .parseArguments */ .We)(args);
    switch (asked.kind) {
        case 'help':
        case 'version':
            process.stdout.write(asked.kind === 'help' ? (0,_inputs_arguments_js__WEBPACK_IMPORTED_MODULE_5__/* .renderHelp */ .W5)() : `${_text_text_js__WEBPACK_IMPORTED_MODULE_12__/* .PROGRAM_VERSION */ .cn}\n`);
            return 0;
        case 'exec':
            return execInTable(asked, doing);
        default: {
            const report = await carryOutAsked(asked, doing);
            (0,_report_terminal_js__WEBPACK_IMPORTED_MODULE_9__/* .printReport */ .Y_)(report, { json: asked.json, paint });
            return report.exitCode;
        }
    }
}
function carryOutAsked(asked, doing) {
    switch (asked.kind) {
        case 'undo':
            return undo(asked.run, (0,_program_js__WEBPACK_IMPORTED_MODULE_10__/* .followProgress */ .F3)(log, 'take back a run', doing));
        case 'mount':
            return mount((0,_program_js__WEBPACK_IMPORTED_MODULE_10__/* .followProgress */ .F3)(log, 'mount binfmt_misc', doing));
        case 'run': {
            const inputs = (0,_inputs_inputs_js__WEBPACK_IMPORTED_MODULE_6__/* .parseInputs */ .TL)(asked.raw);
            return run(inputs, (0,_program_js__WEBPACK_IMPORTED_MODULE_10__/* .followProgress */ .F3)(log, `run ${inputs.mode}`, doing));
        }
    }
}
async function undo(asked, progress) {
    const run = asked === 'last' ? (0,_journal_journal_js__WEBPACK_IMPORTED_MODULE_7__/* .latestRun */ .hH)(host) : asked;
    if (run === undefined)
        throw (0,_inputs_inputs_js__WEBPACK_IMPORTED_MODULE_6__/* .inputProblem */ .oi)(['there is no record of a run that could be taken back']);
    return (0,_commands_undo_js__WEBPACK_IMPORTED_MODULE_3__/* .runUndo */ .Y)(host, run, true, { ...progress, privilegedProgram: (0,_program_js__WEBPACK_IMPORTED_MODULE_10__/* .privilegedProgram */ .CG)() });
}
async function mount(progress) {
    const run = (0,_start_js__WEBPACK_IMPORTED_MODULE_11__/* .newRun */ .uH)();
    const report = await (0,_commands_mount_js__WEBPACK_IMPORTED_MODULE_2__/* .runMount */ .F)(host, { ...progress, privilegedProgram: (0,_program_js__WEBPACK_IMPORTED_MODULE_10__/* .privilegedProgram */ .CG)(), run });
    if (report.changed)
        tellHowToUndo(run.id);
    return report;
}
async function run(inputs, progress) {
    if (inputs.scope === 'private' && inputs.mode === 'setup')
        throw (0,_inputs_inputs_js__WEBPACK_IMPORTED_MODULE_6__/* .inputProblem */ .oi)([PRIVATE_HERE]);
    const scope = await (0,_namespace_scope_js__WEBPACK_IMPORTED_MODULE_8__/* .openScope */ .P)(host, inputs.scope);
    const run = (0,_start_js__WEBPACK_IMPORTED_MODULE_11__/* .newRun */ .uH)();
    const context = (0,_start_js__WEBPACK_IMPORTED_MODULE_11__/* .makeContext */ .og)(host, inputs, scope, { ...progress, run });
    const report = await (0,_start_js__WEBPACK_IMPORTED_MODULE_11__/* .runMode */ .rt)(scope.host, inputs, context).finally(scope.close);
    if (report.changed && context.run !== undefined)
        tellHowToUndo(run.id);
    return report;
}
function tellHowToUndo(run) {
    const started = process.argv[1] ?? '';
    const program = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.basename)(started) === 'setup-binfmt' ? 'setup-binfmt' : `node ${(0,_text_text_js__WEBPACK_IMPORTED_MODULE_12__/* .shellWord */ .r7)(started)}`;
    log.line(`to take this back: ${program} remove --run ${run}`);
}
function execInTable(asked, doing) {
    const inputs = (0,_inputs_inputs_js__WEBPACK_IMPORTED_MODULE_6__/* .parseInputs */ .TL)({ ...asked.raw, scope: 'private' });
    const progress = (0,_program_js__WEBPACK_IMPORTED_MODULE_10__/* .followProgress */ .F3)(log, 'make a private table', doing);
    return (0,_commands_exec_js__WEBPACK_IMPORTED_MODULE_1__/* .execPrivately */ .w)(host, asked, (scope) => fillQuietly(scope, inputs, progress));
}
async function fillQuietly(scope, inputs, progress) {
    const quiet = (0,_text_progress_js__WEBPACK_IMPORTED_MODULE_13__/* .bufferProgress */ .U)(progress, isWatched);
    const context = (0,_start_js__WEBPACK_IMPORTED_MODULE_11__/* .makeContext */ .og)(host, inputs, scope, quiet);
    const report = await (0,_start_js__WEBPACK_IMPORTED_MODULE_11__/* .runMode */ .rt)(scope.host, inputs, context).finally(quiet.close);
    if (report.exitCode !== 0) {
        quiet.tell();
        (0,_report_terminal_js__WEBPACK_IMPORTED_MODULE_9__/* .printComplaint */ .NM)(report, (0,_report_terminal_js__WEBPACK_IMPORTED_MODULE_9__/* .paintFor */ .ev)(host, isWatched));
    }
    return report;
}

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 4021:
/***/ ((__webpack_module__, __webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__nccwpck_require__.r(__webpack_exports__);
/* harmony import */ var _commands_undo_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(728);
/* harmony import */ var _host_host_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(2508);
/* harmony import */ var _namespace_with_binfmt_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(5354);
/* harmony import */ var _qemu_actions_cache_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(9570);
/* harmony import */ var _report_github_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(2814);
/* harmony import */ var _program_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(9755);
/* harmony import */ var _state_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(9422);







const host = (0,_host_host_js__WEBPACK_IMPORTED_MODULE_1__/* .nodeHost */ .P6)();
const log = (0,_report_github_js__WEBPACK_IMPORTED_MODULE_4__/* .githubProgress */ .p0)();
process.exit(await (0,_program_js__WEBPACK_IMPORTED_MODULE_5__/* .runToEnd */ .cd)(fail, endRun, endPrivateTable, cleanEngine, saveDownloads));
async function endRun(doing) {
    const run = (0,_state_js__WEBPACK_IMPORTED_MODULE_6__/* .readState */ .u)('run');
    if (run === undefined)
        return 0;
    const progress = (0,_program_js__WEBPACK_IMPORTED_MODULE_5__/* .followProgress */ .F3)(log, 'end the run of the main step', doing);
    const context = { ...progress, privilegedProgram: (0,_program_js__WEBPACK_IMPORTED_MODULE_5__/* .privilegedProgram */ .CG)() };
    const report = await (0,_commands_undo_js__WEBPACK_IMPORTED_MODULE_0__/* .runUndo */ .Y)(host, run, (0,_state_js__WEBPACK_IMPORTED_MODULE_6__/* .readState */ .u)('cleanup') === true, context);
    log.end();
    (0,_report_github_js__WEBPACK_IMPORTED_MODULE_4__/* .publishAfterwards */ .tk)(report);
    return report.exitCode;
}
function endPrivateTable(doing) {
    doing('end the private table');
    (0,_state_js__WEBPACK_IMPORTED_MODULE_6__/* .readState */ .u)('holders')?.forEach(_namespace_with_binfmt_js__WEBPACK_IMPORTED_MODULE_2__/* .endHolder */ .m_);
    return 0;
}
async function cleanEngine(doing) {
    doing("take entries out of the engine's table");
    const entries = (0,_state_js__WEBPACK_IMPORTED_MODULE_6__/* .readState */ .u)('engine');
    if (entries !== undefined)
        (await (0,_commands_undo_js__WEBPACK_IMPORTED_MODULE_0__/* .removeFromEngine */ .J)(host, entries)).forEach(_report_github_js__WEBPACK_IMPORTED_MODULE_4__/* .writeLine */ ._r);
    return 0;
}
async function saveDownloads(doing) {
    doing('save the downloads in the Actions cache');
    for (const record of (0,_state_js__WEBPACK_IMPORTED_MODULE_6__/* .readState */ .u)('cache') ?? [])
        await (0,_qemu_actions_cache_js__WEBPACK_IMPORTED_MODULE_3__/* .saveToActionsCache */ .yz)(record, _report_github_js__WEBPACK_IMPORTED_MODULE_4__/* .writeLine */ ._r);
    return 0;
}
function fail(problem) {
    log.end();
    (0,_report_github_js__WEBPACK_IMPORTED_MODULE_4__/* .publishFailure */ .yX)(problem);
    return problem.exitCode;
}

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 9755:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   CG: () => (/* binding */ privilegedProgram),
/* harmony export */   F3: () => (/* binding */ followProgress),
/* harmony export */   cd: () => (/* binding */ runToEnd),
/* harmony export */   kz: () => (/* binding */ INTERNAL)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(6760);
/* harmony import */ var _text_problem_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(894);
/* harmony import */ var _text_redact_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(6680);
/* harmony import */ var _text_text_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(8614);






const INTERNAL = 'SB-INTERNAL';
const REMEDIES = [
    { errnos: ['ENOSPC', 'EDQUOT'], remedy: 'Make room on that file system' },
    { errnos: ['EROFS', 'EACCES', 'EPERM'], remedy: 'Let this user write there' },
    { errnos: ['EMFILE'], remedy: 'Let this program open more files (ulimit -n)' },
    { errnos: ['ENFILE'], remedy: 'Let this machine open more files (fs.file-max)' },
    { errnos: ['ENOMEM'], remedy: 'Give this program more memory' },
];
async function runToEnd(fail, ...parts) {
    let what = 'start';
    const end = (thrown) => {
        try {
            return fail(thrown instanceof _text_problem_js__WEBPACK_IMPORTED_MODULE_3__/* .SetupProblem */ .DN ? thrown : unforeseen(thrown, what));
        }
        catch {
            return 1;
        }
    };
    process.on('uncaughtException', (thrown) => {
        if ((0,_text_problem_js__WEBPACK_IMPORTED_MODULE_3__/* .errnoOf */ .UQ)(thrown) !== 'EPIPE')
            process.exit(end(thrown));
    });
    const codes = [];
    for (const part of parts) {
        try {
            codes.push(await part((next) => {
                what = next;
            }));
        }
        catch (thrown) {
            codes.push(end(thrown));
        }
    }
    return codes.find((code) => code !== 0) ?? 0;
}
function unforeseen(thrown, what) {
    const errno = (0,_text_problem_js__WEBPACK_IMPORTED_MODULE_3__/* .errnoOf */ .UQ)(thrown) ?? '';
    const remedy = REMEDIES.find(({ errnos }) => errnos.includes(errno))?.remedy;
    const system = `setup-binfmt ${_text_text_js__WEBPACK_IMPORTED_MODULE_5__/* .PROGRAM_VERSION */ .cn}, Node.js ${process.version}, ${process.platform} ${(0,node_os__WEBPACK_IMPORTED_MODULE_1__.release)()} ${process.arch}`;
    const send = `send this line and the log of a run with RUNNER_DEBUG=1 to the maintainers (${system})`;
    const text = {
        id: INTERNAL,
        kind: 'unproven',
        what,
        cause: `${(0,_text_redact_js__WEBPACK_IMPORTED_MODULE_4__/* .hideHomes */ .Pg)((0,_text_problem_js__WEBPACK_IMPORTED_MODULE_3__/* .reasonOf */ .A3)(thrown))} (this was not foreseen)`,
        remedy: remedy === undefined ? `Please ${send}` : `${remedy}; where that does not help, ${send}`,
    };
    return new _text_problem_js__WEBPACK_IMPORTED_MODULE_3__/* .SetupProblem */ .DN(text, { cause: thrown });
}
function followProgress(progress, what, doing) {
    doing(what);
    const group = (title) => {
        doing(`${what} (${title})`);
        progress.group(title);
    };
    return { ...progress, group };
}
function privilegedProgram() {
    const started = process.argv[1];
    return (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(started === undefined ? process.cwd() : (0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(started)), 'privileged.js');
}


/***/ }),

/***/ 6563:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   og: () => (/* binding */ makeContext),
/* harmony export */   rt: () => (/* binding */ runMode),
/* harmony export */   uH: () => (/* binding */ newRun)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3024);
/* harmony import */ var _qemu_sources_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(7092);
/* harmony import */ var _text_problem_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(894);
/* harmony import */ var _program_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(9755);





const COMMANDS = {
    setup: async () => (await __nccwpck_require__.e(/* import() | setup */ 930).then(__nccwpck_require__.bind(__nccwpck_require__, 2125))).runSetup,
    plan: async () => (await __nccwpck_require__.e(/* import() | plan */ 342).then(__nccwpck_require__.bind(__nccwpck_require__, 50))).runPlan,
    doctor: async () => (await __nccwpck_require__.e(/* import() | doctor */ 430).then(__nccwpck_require__.bind(__nccwpck_require__, 6925))).runDoctor,
    remove: async () => (await __nccwpck_require__.e(/* import() | remove */ 687).then(__nccwpck_require__.bind(__nccwpck_require__, 7028))).runRemove,
};
async function runMode(host, inputs, context) {
    const run = await COMMANDS[inputs.mode]();
    return run(host, inputs, context);
}
function makeContext(host, inputs, { view }, more) {
    return {
        documentation: '',
        ...more,
        ...view,
        ...(0,_qemu_sources_js__WEBPACK_IMPORTED_MODULE_2__/* .openSources */ .Hv)(host, inputs),
        privilegedProgram: (0,_program_js__WEBPACK_IMPORTED_MODULE_4__/* .privilegedProgram */ .CG)(),
        run: inputs.scope === 'host' ? more.run : undefined,
    };
}
function newRun(holder, remember = () => undefined) {
    const id = (0,_text_problem_js__WEBPACK_IMPORTED_MODULE_3__/* .orUndefined */ .y0)(() => (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)('/proc/sys/kernel/random/uuid', 'utf8').trim()) ?? (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)();
    return { id, holder, remember: () => remember(id) };
}


/***/ }),

/***/ 9422:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ saveState),
/* harmony export */   u: () => (/* binding */ readState)
/* harmony export */ });
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(950);
/* harmony import */ var _binfmt_entry_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3678);
/* harmony import */ var _namespace_with_binfmt_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5354);
/* harmony import */ var _qemu_actions_cache_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(9570);
/* harmony import */ var _report_github_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(2814);
/* harmony import */ var _text_parse_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(7114);






const READERS = {
    run: (text) => ((0,_text_parse_js__WEBPACK_IMPORTED_MODULE_4__/* .isRunId */ .Pk)(text) ? text : undefined),
    cleanup: (text) => text === 'true',
    cache: _qemu_actions_cache_js__WEBPACK_IMPORTED_MODULE_2__/* .parseCacheRecords */ .Aj,
    holders: _namespace_with_binfmt_js__WEBPACK_IMPORTED_MODULE_1__/* .parseEntrances */ .pV,
    engine: (text) => (0,_text_parse_js__WEBPACK_IMPORTED_MODULE_4__/* .parseList */ .E1)(text, _binfmt_entry_js__WEBPACK_IMPORTED_MODULE_0__/* .isPinned */ .T4),
};
function saveState(key, value) {
    try {
        (0,_actions_core__WEBPACK_IMPORTED_MODULE_5__/* .saveState */ .LZ)(key, value);
    }
    catch (thrown) {
        throw (0,_report_github_js__WEBPACK_IMPORTED_MODULE_3__/* .runnerProblem */ .ge)('leave a note for the post step', thrown);
    }
}
function readState(key) {
    const text = (0,_actions_core__WEBPACK_IMPORTED_MODULE_5__/* .getState */ .Gu)(key);
    return text === '' ? undefined : READERS[key](text);
}


/***/ }),

/***/ 2101:
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
        remove: (path) => host.remove(seen(path)),
        open: (path) => host.open(seen(path)),
        run: ({ cwd, ...command }, inherit) => host.run({
            ...command,
            ...enterCommand(host, space, { ...command, cwd }),
        }, inherit),
    };
}


/***/ }),

/***/ 7757:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  yj: () => (/* binding */ MOUNT_ONCE),
  Zr: () => (/* binding */ observeNamespaces),
  E1: () => (/* binding */ openPrivateTable)
});

// UNUSED EXPORTS: rootlessEnvironment

// EXTERNAL MODULE: ./lib/binfmt/entry.js
var entry = __nccwpck_require__(3678);
// EXTERNAL MODULE: ./lib/host/proc.js
var proc = __nccwpck_require__(6626);
// EXTERNAL MODULE: ./lib/host/read.js
var read = __nccwpck_require__(3766);
// EXTERNAL MODULE: ./lib/text/problem.js
var problem = __nccwpck_require__(894);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __nccwpck_require__(1421);
// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __nccwpck_require__(8474);
;// CONCATENATED MODULE: external "node:readline"
const external_node_readline_namespaceObject = new Proxy({}, { get: (_, key) => __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:readline")[key] });
// EXTERNAL MODULE: ./lib/host/host.js
var host = __nccwpck_require__(2508);
;// CONCATENATED MODULE: ./lib/namespace/holder.js





const LIMIT = 4096;
async function startHolder(file, args) {
    try {
        const child = (0,external_node_child_process_.spawn)(file, args, { stdio: ['pipe', 'pipe', 'pipe'], detached: true });
        if (child.pid === undefined)
            throw (await (0,external_node_events_.once)(child, 'error'))[0];
        const lines = (0,external_node_readline_namespaceObject.createInterface)({ input: child.stdout })[Symbol.asyncIterator]();
        let complaint = '';
        child.stderr.setEncoding('utf8').on('data', (text) => {
            complaint = (complaint + text).slice(0, LIMIT);
        });
        child.stdin.on('error', () => undefined);
        const gone = new Promise((resolve) => child.on('close', resolve));
        await (0,external_node_events_.once)(child, 'spawn');
        const pid = child.pid;
        return {
            pid,
            line: async () => {
                const { done, value } = await lines.next();
                if (done)
                    await gone;
                return done ? undefined : value;
            },
            say: (words) => child.stdin.write(`${words}\n`),
            complaint: () => complaint,
            end: async () => {
                (0,host/* endGroup */.N4)(pid, 'SIGTERM');
                await gone;
            },
            release: () => {
                for (const stream of child.stdio)
                    stream?.destroy();
                child.unref();
            },
        };
    }
    catch (thrown) {
        return `${file}: ${(0,problem/* errnoOf */.UQ)(thrown) ?? 'EUNKNOWN'}`;
    }
}

;// CONCATENATED MODULE: ./lib/namespace/id-maps.js
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
    const { uid, gid, here, mayMapAll, subUids, subGids, helpers } = facts;
    const own = { kind: 'own', users: [rootIs(uid)], groups: [rootIs(gid)] };
    if (mayMapAll)
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

// EXTERNAL MODULE: ./lib/namespace/inside.js
var inside = __nccwpck_require__(2101);
;// CONCATENATED MODULE: ./lib/namespace/private-table.js







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
    const nested = (0,proc/* isNestedNamespace */.dG)((0,read/* textOr */.ph)(host, '/proc/self/uid_map', ''));
    const existing = host.uid === 0 && nested && (0,proc/* maySysAdmin */.cM)(capabilities(host));
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
    const folder = host.stat(entry/* TABLE_PATH */.Fb) === undefined ? host.makeTemporary('setup-binfmt-table-') : undefined;
    const table = folder ?? entry/* TABLE_PATH */.Fb;
    const opened = [];
    const close = async () => {
        for (const holder of opened.toReversed())
            await holder.end();
        if (folder !== undefined)
            host.remove(folder);
    };
    const { words, watched } = holdWords(host, hold);
    const namespaces = maps === undefined ? ['mount'] : ['user', 'mount'];
    const mount = maps === undefined ? MOUNT_ONCE : MOUNT;
    const first = await startMapped(unshare, [
        ...namespaces.map((name) => `--${name}`),
        ...(maps?.kind === 'own' ? ['--map-root-user'] : []),
        ...[
            '/bin/sh',
            '-c',
            `echo ready && ${AWAIT}`,
            'sh',
            `${mount} && echo ready && ${words}`,
            'sh',
            table,
            watched,
        ],
    ], (pid) => writeMaps(host, pid, maps), 'mount');
    if ('stage' in first) {
        await close();
        return first;
    }
    opened.push(first);
    const inner = { pid: first.pid, namespaces };
    let own = inner;
    if (maps !== undefined && maps.kind !== 'all') {
        const { file, args } = (0,inside/* enterCommand */.S)(host, inner, {
            file: unshare,
            args: [
                ...['--user', '--mount', '/bin/sh', '-c', `echo ready && ${AWAIT}`, 'sh'],
                ...[`echo ready && ${words}`, 'sh', '', watched],
            ],
        });
        const second = await startMapped(file, args, (pid) => writeInnerMaps(host, inner, pid, restoreIds(maps)), 'map');
        if ('stage' in second) {
            await close();
            return second;
        }
        opened.push(second);
        own = { pid: second.pid, namespaces };
    }
    const ids = maps?.users ?? parseIdMap((0,read/* textOr */.ph)(host, '/proc/self/uid_map', ''));
    const release = () => {
        for (const one of opened)
            one.release();
    };
    const rootEnvironment = own === inner ? {} : rootlessEnvironment(host.uid, host.gid);
    return { inner, own, table, ids: countIds(ids), rootEnvironment, release, close };
}
async function startMapped(file, args, write, last) {
    const holder = await startHolder(file, args);
    if (typeof holder === 'string')
        return { stage: 'unshare', said: holder };
    const refuse = async (stage, said) => {
        await holder.end();
        return { stage, said };
    };
    if ((await holder.line()) !== 'ready')
        return refuse(stageOf(holder.complaint()), holder.complaint());
    const unwritten = await write(holder.pid);
    if (unwritten !== undefined)
        return refuse('map', unwritten);
    holder.say('go');
    return (await holder.line()) === 'ready' ? holder : refuse(last, holder.complaint());
}
function stageOf(complaint) {
    if (/propagation/.test(complaint))
        return 'mount';
    return /[ug]id_map|setgroups/.test(complaint) ? 'map' : 'unshare';
}
const LIMIT_MS = 30_000;
function holdWords(host, hold) {
    if (hold.until === 'closed')
        return { words: UNTIL_CLOSED, watched: '' };
    const seen = hold.pid > 1 && host.stat(`/proc/${hold.pid}`) !== undefined;
    return { words: seen ? UNTIL_GONE : FOR_EVER, watched: String(hold.pid) };
}
async function writeMaps(host, pid, maps) {
    if (maps === undefined || maps.kind === 'own')
        return undefined;
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
async function writeInnerMaps(host, space, pid, { users, groups }) {
    const script = 'printf %s "$1" >"/proc/$0/uid_map" && printf %s "$2" >"/proc/$0/gid_map"';
    const args = ['-c', script, String(pid), formatIdMap(users), formatIdMap(groups)];
    const written = await host.run({
        ...(0,inside/* enterCommand */.S)(host, space, { file: '/bin/sh', args }),
        timeoutMs: LIMIT_MS,
    });
    return written.code === 0 ? undefined : written.stderr;
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
    const names = [userName((0,read/* textOr */.ph)(host, '/etc/passwd', ''), uid) ?? host.env.USER ?? '', String(uid)];
    return {
        uid,
        gid,
        here: {
            users: parseIdMap((0,read/* textOr */.ph)(host, '/proc/self/uid_map', '')),
            groups: parseIdMap((0,read/* textOr */.ph)(host, '/proc/self/gid_map', '')),
        },
        mayMapAll: uid === 0 && (capabilities(host) & MAPPING_RIGHTS) === MAPPING_RIGHTS,
        subUids: parseSubordinateIds((0,read/* textOr */.ph)(host, '/etc/subuid', ''), names),
        subGids: parseSubordinateIds((0,read/* textOr */.ph)(host, '/etc/subgid', ''), names),
        helpers: missingHelpers(host).length === 0,
    };
}
const MAPPING_RIGHTS = (1n << 6n) | (1n << 7n);
function capabilities(host) {
    return (0,proc/* parseCapabilities */.md)((0,read/* textOr */.ph)(host, '/proc/self/status', ''));
}
function missingHelpers(host) {
    return ['newuidmap', 'newgidmap'].filter((name) => host.which(name) === undefined);
}
async function observeNamespaces(host, { wanted, refusal }) {
    const { subUids, subGids } = idFacts(host);
    const sysctl = (name) => (0,proc/* parseSysctl */.U0)((0,read/* textOr */.ph)(host, `/proc/sys/${name}`, ''));
    const isOn = (name) => {
        const value = sysctl(name);
        return value === undefined ? undefined : value !== 0;
    };
    return {
        wanted,
        attempt: refusal === undefined ? await attempt(host) : { ok: false, ...refusal },
        built: host.stat('/proc/self/ns/user') !== undefined,
        limit: sysctl('user/max_user_namespaces'),
        unprivilegedClone: isOn('kernel/unprivileged_userns_clone'),
        appArmorRestricts: isOn('kernel/apparmor_restrict_unprivileged_userns'),
        appArmorProfile: (0,proc/* parseAppArmorProfile */.z8)((0,read/* textOr */.ph)(host, '/proc/self/attr/current', '')),
        seccomp: (0,proc/* hasSeccompFilter */.dc)((0,read/* textOr */.ph)(host, '/proc/self/status', '')),
        missingHelpers: missingHelpers(host),
        subUids: countIds(subUids),
        subGids: countIds(subGids),
    };
}
async function attempt(host) {
    const opened = await openPrivateTable(host);
    if ('stage' in opened)
        return { ok: false, ...opened };
    await opened.close();
    return { ok: true, ids: opened.ids };
}
function rootlessEnvironment(uid, gid) {
    return {
        _CONTAINERS_USERNS_CONFIGURED: 'done',
        _CONTAINERS_ROOTLESS_UID: String(uid),
        _CONTAINERS_ROOTLESS_GID: String(gid),
    };
}


/***/ }),

/***/ 5904:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ openEngineTable)
/* harmony export */ });
/* harmony import */ var _binfmt_entry_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3678);
/* harmony import */ var _host_read_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3766);
/* harmony import */ var _inside_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(2101);
/* harmony import */ var _private_table_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(7757);




const LIMIT_MS = 30_000;
const DAEMONS = new Map([
    ['dockerd', 'Docker'],
    ['buildkitd', 'BuildKit'],
]);
async function openEngineTable(host) {
    if (host.which('nsenter') === undefined || host.which('unshare') === undefined)
        return { stage: 'tools', said: 'unshare or nsenter is missing' };
    const engine = findEngine(host) ?? (await startPodman(host));
    if (engine === undefined)
        return { stage: 'engine', said: nothingFound(host) };
    const { name, pid } = engine;
    const space = { pid, namespaces: ['user', 'mount'] };
    const visible = host.stat(`/proc/${pid}/root${_binfmt_entry_js__WEBPACK_IMPORTED_MODULE_0__/* .TABLE_PATH */ .Fb}`) !== undefined;
    const table = visible ? _binfmt_entry_js__WEBPACK_IMPORTED_MODULE_0__/* .TABLE_PATH */ .Fb : `${runtimeFolders(host)[0]}/setup-binfmt-table`;
    const prepared = await host.run({
        ...(0,_inside_js__WEBPACK_IMPORTED_MODULE_3__/* .enterCommand */ .S)(host, space, {
            file: '/bin/sh',
            args: ['-c', visible ? _private_table_js__WEBPACK_IMPORTED_MODULE_2__/* .MOUNT_ONCE */ .yj : `mkdir -p "$1" && ${_private_table_js__WEBPACK_IMPORTED_MODULE_2__/* .MOUNT_ONCE */ .yj}`, 'sh', table],
        }),
        timeoutMs: LIMIT_MS,
    });
    if (prepared.code === 0)
        return { name, space, table };
    const said = prepared.stderr.trim() || `ended with ${prepared.signal ?? prepared.code}`;
    return { stage: 'mount', said: `rootless ${name} (process ${pid}): ${said}` };
}
function findEngine(host) {
    const { env, uid } = host;
    const folders = runtimeFolders(host);
    const state = env.DOCKERD_ROOTLESS_ROOTLESSKIT_STATE_DIR;
    const docker = [
        ...(state === undefined ? [] : [`${state}/child_pid`]),
        ...folders.flatMap((folder) => [`${folder}/dockerd-rootless/child_pid`, `${folder}/docker.pid`]),
    ];
    const podman = [...folders, `/tmp/podman-run-${uid}`, `/tmp/storage-run-${uid}`].map((folder) => `${folder}/libpod/tmp/pause.pid`);
    const told = (name, paths) => paths.flatMap((path) => {
        const pid = parsePid((0,_host_read_js__WEBPACK_IMPORTED_MODULE_1__/* .textOr */ .ph)(host, path, ''));
        return pid === undefined ? [] : [{ name, pid }];
    });
    return [...told('Docker', docker), ...findDaemons(host), ...told('podman', podman)].find(({ pid }) => isElsewhere(host, pid));
}
async function startPodman(host) {
    const podman = host.which('podman');
    if (podman === undefined || host.uid === 0)
        return undefined;
    await host.run({ file: podman, args: ['unshare', 'true'], timeoutMs: LIMIT_MS });
    return findEngine(host);
}
function runtimeFolders({ env, uid }) {
    const given = env.XDG_RUNTIME_DIR;
    return [...(given?.startsWith('/') ? [given] : []), `/run/user/${uid}`];
}
function findDaemons(host) {
    return (0,_host_read_js__WEBPACK_IMPORTED_MODULE_1__/* .namesIn */ .wX)(host, '/proc').flatMap((name) => {
        const pid = parsePid(name);
        if (pid === undefined || host.stat(`/proc/${pid}`)?.uid !== host.uid)
            return [];
        const engine = DAEMONS.get((0,_host_read_js__WEBPACK_IMPORTED_MODULE_1__/* .textOr */ .ph)(host, `/proc/${pid}/comm`, '').trim());
        return engine === undefined ? [] : [{ name: engine, pid }];
    });
}
function isElsewhere(host, pid) {
    const [theirs, ours] = [host.stat(`/proc/${pid}/ns/user`), host.stat('/proc/self/ns/user')];
    return theirs !== undefined && ours !== undefined && theirs.inode !== ours.inode;
}
function nothingFound(host) {
    const folders = [...new Set(runtimeFolders(host))].join(' and ');
    return `user ${host.uid} has no rootless Docker, BuildKit or podman at work (looked in ${folders} and among the processes)`;
}
function parsePid(text) {
    return /^[1-9]\d{0,9}$/.test(text.trim()) ? Number(text.trim()) : undefined;
}


/***/ }),

/***/ 4661:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ openScope)
/* harmony export */ });
/* harmony import */ var _inside_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(2101);
/* harmony import */ var _private_table_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7757);
/* harmony import */ var _rootless_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5904);



async function openScope(host, name, hold) {
    const close = () => Promise.resolve();
    if (name === 'host')
        return { host, view: {}, close };
    const opened = name === 'private' ? await (0,_private_table_js__WEBPACK_IMPORTED_MODULE_0__/* .openPrivateTable */ .E1)(host, hold) : await (0,_rootless_js__WEBPACK_IMPORTED_MODULE_1__/* .openEngineTable */ .X)(host);
    if ('stage' in opened) {
        const namespaces = await (0,_private_table_js__WEBPACK_IMPORTED_MODULE_0__/* .observeNamespaces */ .Zr)(host, { wanted: true, refusal: opened });
        return { host, view: { namespaces }, close };
    }
    if ('space' in opened) {
        const { space, table, name: engine } = opened;
        const place = `the table of rootless ${engine} (process ${space.pid})`;
        return { host: (0,_inside_js__WEBPACK_IMPORTED_MODULE_2__/* .insideOf */ .k)(host, space), view: { table, place }, close };
    }
    const view = { table: opened.table, place: 'a table of our own, in a user namespace' };
    return { host: (0,_inside_js__WEBPACK_IMPORTED_MODULE_2__/* .insideOf */ .k)(host, opened.inner), view, table: opened, close: opened.close };
}


/***/ }),

/***/ 5354:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   HQ: () => (/* binding */ writeWrapper),
/* harmony export */   Tg: () => (/* binding */ shellLine),
/* harmony export */   m_: () => (/* binding */ endHolder),
/* harmony export */   pV: () => (/* binding */ parseEntrances),
/* harmony export */   w8: () => (/* binding */ needsSubordinateIds)
/* harmony export */ });
/* unused harmony export renderWithBinfmt */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var _host_host_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(2508);
/* harmony import */ var _text_parse_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(7114);
/* harmony import */ var _text_problem_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(894);




function renderWithBinfmt({ own, inner, namespaces, rootEnvironment, nsenter }) {
    const exports = Object.entries(rootEnvironment).map(([name, value]) => `  export ${name}=${value}\n`);
    const options = [
        ...namespaces.map((name) => `--${name}`),
        ...(namespaces.includes('user') ? ['--preserve-credentials'] : []),
    ].join(' ');
    return `#!/bin/sh
# with-binfmt [--map-root] command [argument ...]
# Runs a command with the private table of binfmt_misc that setup-binfmt made for this job.
pid=${own.pid}
namespace='${own.mountNamespace}'
root=
if [ "\${1-}" = --map-root ]; then
  shift
  root=yes
fi
case "\${1-}" in
  ${CONTAINER_TOOLS.flatMap((tool) => [tool, `*/${tool}`]).join(' | ')}) root=yes ;;
esac
if [ $# -eq 0 ]; then
  echo 'with-binfmt: a command is needed: with-binfmt [--map-root] command [argument ...]' >&2
  exit 2
fi
here=$(readlink /proc/self/ns/mnt)
if [ "$here" = '${inner.mountNamespace}' ] || { [ "$here" = "$namespace" ] && [ -z "$root" ]; }; then
  exec "$@"
fi
if [ "$here" = "$namespace" ]; then
  echo 'with-binfmt: this shell has its own ids and cannot become root: call with-binfmt from a step with the usual shell' >&2
  exit 3
fi
if [ -n "$root" ]; then
  pid=${inner.pid}
  namespace='${inner.mountNamespace}'
${exports.join('')}fi
if [ "$(readlink "/proc/$pid/ns/mnt")" != "$namespace" ]; then
  echo 'with-binfmt: the private table is gone: it lasts as long as the job that made it' >&2
  exit 3
fi
exec '${nsenter}' ${options} --target="$pid" -- /bin/sh -c 'cd "$0" && exec "$@"' "$PWD" "$@"
`;
}
function shellLine(hasBash, program) {
    const shell = hasBash ? 'bash --noprofile --norc -eo pipefail {0}' : 'sh -e {0}';
    if (program === undefined)
        return shell;
    return `${/\s/.test(program) ? 'with-binfmt' : program} ${shell}`;
}
function parseEntrances(text) {
    return (0,_text_parse_js__WEBPACK_IMPORTED_MODULE_3__/* .parseList */ .E1)(text, isEntrance);
}
function isEntrance(value) {
    const { pid, mountNamespace } = (0,_text_parse_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .Gv)(value) ? value : {};
    const known = typeof mountNamespace === 'string' && /^mnt:\[\d+\]$/.test(mountNamespace);
    return Number.isSafeInteger(pid) && Number(pid) > 1 && known;
}
function writeWrapper(host, table) {
    const [own, inner] = [entranceOf(table.own.pid), entranceOf(table.inner.pid)];
    const folder = host.makeTemporary('setup-binfmt-', host.env.RUNNER_TEMP);
    host.makeMode(folder, 0o755);
    const program = `${folder}/with-binfmt`;
    const { rootEnvironment } = table;
    const { namespaces } = table.inner;
    const nsenter = host.which('nsenter') ?? 'nsenter';
    host.writeFile(program, renderWithBinfmt({ own, inner, namespaces, rootEnvironment, nsenter }), 0o755);
    return {
        folder,
        shell: shellLine(host.which('bash') !== undefined, program),
        entrances: own.pid === inner.pid ? [inner] : [own, inner],
    };
}
function entranceOf(pid) {
    return { pid, mountNamespace: (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readlinkSync)(`/proc/${pid}/ns/mnt`) };
}
function endHolder({ pid, mountNamespace }) {
    if ((0,_text_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .orUndefined */ .y0)(() => entranceOf(pid))?.mountNamespace === mountNamespace)
        (0,_host_host_js__WEBPACK_IMPORTED_MODULE_1__/* .endGroup */ .N4)(pid, 'SIGTERM');
}
const CONTAINER_TOOLS = ['buildah', 'podman'];
function needsSubordinateIds(program) {
    return CONTAINER_TOOLS.includes(program.slice(program.lastIndexOf('/') + 1));
}


/***/ }),

/***/ 3410:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Bc: () => (/* binding */ isDigest),
/* harmony export */   VV: () => (/* binding */ mirrored),
/* harmony export */   _g: () => (/* binding */ registryOrigin),
/* harmony export */   my: () => (/* binding */ formatImageReference),
/* harmony export */   o_: () => (/* binding */ parseImageReference),
/* harmony export */   v0: () => (/* binding */ parseMirror)
/* harmony export */ });
/* harmony import */ var _text_parse_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7114);

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
    return { ...split, tag: tag ?? (digest === undefined ? 'latest' : undefined), digest };
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
    if (scheme === 'http' && !(0,_text_parse_js__WEBPACK_IMPORTED_MODULE_0__/* .isLoopback */ .U9)(registry)) {
        return { problem: 'is plain http, which is for registries on this machine only' };
    }
    return { registry, prefix, secure: scheme === 'https' && (0,_text_parse_js__WEBPACK_IMPORTED_MODULE_0__/* .isLoopback */ .U9)(registry) ? true : undefined };
}
function mirrored(reference, { registry, secure, prefix }) {
    const repository = prefix === '' ? reference.repository : `${prefix}/${reference.repository}`;
    return { ...reference, registry, repository, secure };
}
function formatImageReference(reference) {
    const tag = reference.tag === undefined ? '' : `:${reference.tag}`;
    const digest = reference.digest === undefined ? '' : `@${reference.digest}`;
    return `${reference.registry}/${reference.repository}${tag}${digest}`;
}
function registryOrigin({ registry, secure }) {
    if (registry === 'docker.io')
        return 'https://registry-1.docker.io';
    return `${(0,_text_parse_js__WEBPACK_IMPORTED_MODULE_0__/* .isLoopback */ .U9)(registry) && secure !== true ? 'http' : 'https'}://${registry}`;
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

/***/ 2192:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   XA: () => (/* binding */ planChanges),
/* harmony export */   Xo: () => (/* binding */ planPreparation),
/* harmony export */   fq: () => (/* binding */ listRuleProblems)
/* harmony export */ });
/* unused harmony exports planInstall, isInPlace, planReset */
/* harmony import */ var _binfmt_entry_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3678);
/* harmony import */ var _binfmt_persist_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7434);
/* harmony import */ var _binfmt_rule_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(6582);
/* harmony import */ var _facts_facts_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(7302);
/* harmony import */ var _platform_platforms_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(2061);
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(4598);






function planChanges(request) {
    const { facts, verdicts, inputs } = request;
    const { entries } = facts.table;
    const install = request.wanted.flatMap((decision) => {
        const handler = request.handlers.find(({ arch }) => arch === decision.target.arch);
        if (handler === undefined)
            return [];
        const persist = inputs.persist || isKept((0,_platform_platforms_js__WEBPACK_IMPORTED_MODULE_4__/* .qemuName */ .gc)(decision.target), request.persisted);
        const one = planInstall(decision, handler, facts, { ...inputs, persist });
        return verdicts.get(one.arch)?.status === 'emulated' && isInPlace(one, entries) ? [] : [one];
    });
    const rules = planRules(request);
    const remove = inputs.reset ? planReset(entries, request.wanted, request.handlers, install) : [];
    const writes = install.length + rules.length + remove.length > 0;
    const persist = planPersist(request, writes, install, remove);
    const doubtful = [...verdicts.values()].filter(({ status }) => status === 'outside-only');
    return {
        schema: 1,
        prepare: writes ? planPreparation(facts) : [],
        remove,
        install,
        prove: facts.privilege === 'sudo' ? doubtful.map(({ arch }) => arch) : [],
        store: request.store,
        run: request.run?.id,
        lease: request.lease && (0,_facts_facts_js__WEBPACK_IMPORTED_MODULE_3__/* .isPrivileged */ .a8)(facts) && request.run !== undefined
            ? leaseOf(request, install)
            : undefined,
        rules: rules.length === 0 ? undefined : rules,
        persist,
    };
}
function isKept(name, persisted) {
    return persisted.some((rule) => rule.name === name && (0,_binfmt_persist_js__WEBPACK_IMPORTED_MODULE_1__/* .isPersistent */ .sv)(rule.interpreter));
}
function planPersist({ inputs, facts, persisted }, writes, install, remove) {
    const forget = remove
        .map(({ name }) => name)
        .filter((name) => persisted.some((rule) => rule.name === name));
    const upgraded = install.filter(({ source }) => source !== undefined);
    const asked = new Set((inputs.persist ? inputs.platforms : upgraded).map(({ arch }) => arch));
    const handlers = _platform_platforms_js__WEBPACK_IMPORTED_MODULE_4__/* .TARGETS */ .dW.filter(({ arch }) => asked.has(arch)).map(_platform_platforms_js__WEBPACK_IMPORTED_MODULE_4__/* .qemuName */ .gc);
    const rules = inputs.persist ? inputs.rules.map(({ name }) => name) : [];
    const missing = facts.table.entries.some((entry) => ((handlers.includes(entry.name) && (0,_binfmt_persist_js__WEBPACK_IMPORTED_MODULE_1__/* .isPersistent */ .sv)(entry.interpreter)) || rules.includes(entry.name)) &&
        !persisted.some((rule) => (0,_binfmt_rule_js__WEBPACK_IMPORTED_MODULE_2__/* .isRuleOf */ .Cz)(rule, entry)));
    const wanted = ((inputs.persist || upgraded.length > 0) && writes) || missing || forget.length > 0;
    return wanted ? { handlers, rules, forget } : undefined;
}
function leaseOf({ verdicts, inputs, facts, run }, install) {
    const holder = run?.holder;
    const asked = new Set(inputs.platforms.map(({ arch }) => arch));
    for (const { arch } of install)
        asked.delete(arch);
    const relied = [...verdicts.values()].flatMap(({ arch, status, entry }) => status === 'emulated' && asked.has(arch) && entry !== undefined ? [entry.name] : []);
    const present = inputs.rules.filter((rule) => facts.table.entries.some((entry) => (0,_binfmt_rule_js__WEBPACK_IMPORTED_MODULE_2__/* .isRuleOf */ .Cz)(rule, entry)));
    const entries = [...relied, ...present.map(({ name }) => name)];
    return { entries, holder };
}
function planRules({ inputs, facts, recorded }) {
    const { entries } = facts.table;
    return inputs.rules.flatMap((rule) => {
        const present = entries.find(({ name }) => name === rule.name);
        if (present === undefined)
            return [{ rule }];
        if (present.enabled && (0,_binfmt_rule_js__WEBPACK_IMPORTED_MODULE_2__/* .isRuleOf */ .Cz)(rule, present)) {
            const left = entries.some((entry) => (0,_binfmt_rule_js__WEBPACK_IMPORTED_MODULE_2__/* .isStaleHelper */ .sA)((0,_binfmt_rule_js__WEBPACK_IMPORTED_MODULE_2__/* .stagingRule */ .wh)(rule), entry, recorded));
            return left && (0,_facts_facts_js__WEBPACK_IMPORTED_MODULE_3__/* .isPrivileged */ .a8)(facts) ? [{ rule }] : [];
        }
        return inputs.onConflict === 'keep' ? [] : [{ rule, replaces: (0,_binfmt_entry_js__WEBPACK_IMPORTED_MODULE_0__/* .pin */ .y_)(present) }];
    });
}
function listRuleProblems({ rules, onConflict }, facts, ownRules, interpreterOf, programs) {
    return rules.flatMap((rule) => {
        const problems = (0,_binfmt_rule_js__WEBPACK_IMPORTED_MODULE_2__/* .ruleProblems */ .b0)(rule, facts.architecture, interpreterOf(rule.interpreter), programs);
        const present = facts.table.entries.find(({ name }) => name === rule.name);
        const foreign = present !== undefined && ![rule, ...ownRules].some((known) => (0,_binfmt_rule_js__WEBPACK_IMPORTED_MODULE_2__/* .isRuleOf */ .Cz)(known, present));
        const taken = foreign && (onConflict === 'repair' || onConflict === 'fail');
        return [
            ...problems,
            ...(taken ? ['an entry of this name is there already, and somebody else registered it'] : []),
        ].map((problem) => `rule ${rule.name}: ${problem}`);
    });
}
function planInstall(decision, handler, facts, inputs) {
    const { target, replaces } = decision;
    const preserve = handler.assumesPreserve || (0,_facts_facts_js__WEBPACK_IMPORTED_MODULE_3__/* .kernelAbilities */ .Kv)(facts.kernel).tellsPreserve;
    const flagChoices = (0,_binfmt_rule_js__WEBPACK_IMPORTED_MODULE_2__/* .flagsToTry */ .ME)(preserve, inputs.credentials);
    return {
        arch: target.arch,
        interpreter: inputs.persist ? (0,_binfmt_persist_js__WEBPACK_IMPORTED_MODULE_1__/* .persistentPath */ .b_)(handler.sha256, target.qemu) : handler.path,
        flagChoices,
        sha256: handler.sha256,
        checked: handler.checked ? true : undefined,
        version: handler.version,
        replaces: replaces.map(_binfmt_entry_js__WEBPACK_IMPORTED_MODULE_0__/* .pin */ .y_),
        source: inputs.persist ? handler.path : undefined,
    };
}
function isInPlace(install, entries) {
    const target = (0,_platform_platforms_js__WEBPACK_IMPORTED_MODULE_4__/* .targetOf */ .$r)(install.arch);
    const entry = target === undefined ? undefined : (0,_binfmt_entry_js__WEBPACK_IMPORTED_MODULE_0__/* .answering */ .Vk)(entries, target);
    return target !== undefined && entry !== undefined && (0,_plan_js__WEBPACK_IMPORTED_MODULE_5__/* .isInstalled */ .j$)(install, target, entry);
}
function planReset(entries, wanted, handlers, install) {
    const replaced = new Set(install.flatMap(({ replaces }) => replaces.map(({ name }) => name)));
    const kept = wanted
        .filter(({ target }) => !install.some(({ arch }) => arch === target.arch))
        .flatMap(({ target }) => {
        const claiming = (0,_binfmt_entry_js__WEBPACK_IMPORTED_MODULE_0__/* .claimants */ .tO)(entries, target);
        const hasHandler = handlers.some(({ arch }) => arch === target.arch);
        return hasHandler ? claiming.filter(({ enabled }) => enabled).slice(0, 1) : claiming;
    });
    return entries
        .filter((entry) => (0,_binfmt_entry_js__WEBPACK_IMPORTED_MODULE_0__/* .isQemuEntry */ .bK)(entry) && !replaced.has(entry.name) && !kept.includes(entry))
        .map(_binfmt_entry_js__WEBPACK_IMPORTED_MODULE_0__/* .pin */ .y_);
}
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

/***/ 4598:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Dd: () => (/* binding */ needsLock),
/* harmony export */   Q9: () => (/* binding */ NOTHING_APPLIED),
/* harmony export */   j$: () => (/* binding */ isInstalled),
/* harmony export */   l3: () => (/* binding */ writesTable),
/* harmony export */   n7: () => (/* binding */ emptyPlan),
/* harmony export */   qA: () => (/* binding */ changesHost),
/* harmony export */   vT: () => (/* binding */ proofsIn)
/* harmony export */ });
/* harmony import */ var _binfmt_rule_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6582);

function isInstalled({ interpreter, flagChoices }, target, entry) {
    return (entry.enabled && flagChoices.some((flags) => (0,_binfmt_rule_js__WEBPACK_IMPORTED_MODULE_0__/* .isRuleOf */ .Cz)((0,_binfmt_rule_js__WEBPACK_IMPORTED_MODULE_0__/* .handlerRule */ .nh)(target, interpreter, flags), entry)));
}
function proofsIn({ proofs, installed }) {
    return [...proofs, ...installed.flatMap(({ run, problem }) => (problem === undefined ? (run ?? []) : []))];
}
const NOTHING_APPLIED = {
    prepared: [],
    removed: [],
    installed: [],
    proofs: [],
    problems: [],
};
function changesHost(plan) {
    return plan.prepare.length > 0 || writesTable(plan) || plan.persist !== undefined;
}
function writesTable(plan) {
    return [plan.remove, plan.install, plan.rules ?? []].some((list) => list.length > 0);
}
function needsLock(plan) {
    return writesTable(plan) || plan.persist !== undefined;
}
function emptyPlan(store) {
    return { schema: 1, prepare: [], remove: [], install: [], prove: [], store };
}


/***/ }),

/***/ 3176:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ah: () => (/* binding */ TRIAL_TAG),
/* harmony export */   C5: () => (/* binding */ trialMagic),
/* harmony export */   Cm: () => (/* binding */ ET_DYN),
/* harmony export */   TB: () => (/* binding */ buildProgram),
/* harmony export */   Yl: () => (/* binding */ headersOf),
/* harmony export */   aW: () => (/* binding */ ET_EXEC),
/* harmony export */   oU: () => (/* binding */ readElf)
/* harmony export */ });
const TRIAL_TAG = 0x5a;
const EI_PAD = 9;
const ET_EXEC = 2;
const ET_DYN = 3;
const PT_LOAD = 1;
const PT_INTERP = 3;
const READ_AND_EXECUTE = 5;
const BASE_ADDRESS = 0x400000;
const LARGEST_PAGE = 0x10000;
function headersOf(elf, options = {}) {
    return buildProgram(elf, '', options);
}
function buildProgram(elf, code, options = {}) {
    const { bits, endian, machine, flags } = elf;
    const layout = LAYOUTS[bits];
    const headers = layout.header + layout.segment;
    const size = headers + code.length / 2;
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
    write.word(layout.flags, flags);
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
    bytes.set(Buffer.from(code, 'hex'), headers);
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

/***/ 9840:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   T4: () => (/* binding */ planMatrix),
/* harmony export */   b$: () => (/* binding */ keepRunnable),
/* harmony export */   b6: () => (/* binding */ formatMatrix),
/* harmony export */   kD: () => (/* binding */ choosePlatforms),
/* harmony export */   qu: () => (/* binding */ matrixProblems)
/* harmony export */ });
/* harmony import */ var _text_text_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(8614);
/* harmony import */ var _platforms_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2061);
/* harmony import */ var _runners_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(386);



function planMatrix(platforms, runners) {
    const distinct = new Map(platforms.map((platform) => [(0,_platforms_js__WEBPACK_IMPORTED_MODULE_0__/* .formatPlatform */ .Bq)(platform), platform]));
    const include = [...distinct.values()].map((platform) => {
        const runner = (0,_runners_js__WEBPACK_IMPORTED_MODULE_1__/* .runnerFor */ .OZ)(platform, runners);
        return {
            platform: (0,_platforms_js__WEBPACK_IMPORTED_MODULE_0__/* .formatPlatform */ .Bq)(platform),
            slug: (0,_platforms_js__WEBPACK_IMPORTED_MODULE_0__/* .slugOf */ .tF)(platform),
            arch: platform.arch,
            variant: platform.variant ?? '',
            runner,
            emulated: (0,_runners_js__WEBPACK_IMPORTED_MODULE_1__/* .needsEmulation */ .qP)(platform, runner),
        };
    });
    return { include };
}
function formatMatrix(matrix) {
    return JSON.stringify(matrix);
}
function choosePlatforms(asked, offer) {
    const foreign = new Set();
    const offered = new Map();
    for (const { os, architecture, variant } of offer.platforms) {
        const name = [os, architecture, variant].filter(Boolean).join('/');
        const platform = (0,_platforms_js__WEBPACK_IMPORTED_MODULE_0__/* .parsePlatform */ .FL)(name);
        if ('unknown' in platform)
            foreign.add(name);
        else
            offered.set((0,_platforms_js__WEBPACK_IMPORTED_MODULE_0__/* .formatPlatform */ .Bq)(platform), platform);
    }
    const has = (platform) => offered.has((0,_platforms_js__WEBPACK_IMPORTED_MODULE_0__/* .formatPlatform */ .Bq)(platform));
    const platforms = asked.all ? [...offered.values()] : asked.platforms.filter(has);
    const absent = asked.all ? [] : asked.platforms.filter((platform) => !has(platform));
    const notes = [
        foreign.size > 0 ? `The image also has ${(0,_text_text_js__WEBPACK_IMPORTED_MODULE_2__/* .listed */ .KE)([...foreign])}, which cannot be made to run here.` : '',
        absent.length > 0 ? `The image does not have ${(0,_text_text_js__WEBPACK_IMPORTED_MODULE_2__/* .listed */ .KE)(absent.map(_platforms_js__WEBPACK_IMPORTED_MODULE_0__/* .formatPlatform */ .Bq))}.` : '',
    ];
    return { platforms, absent, notes: notes.filter((note) => note !== '') };
}
function keepRunnable({ include }, proven) {
    const runs = (leg) => !leg.emulated || proven.has(leg.platform);
    return {
        matrix: { include: include.filter(runs) },
        missing: include.filter((leg) => !runs(leg)).map(({ platform }) => platform),
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


/***/ }),

/***/ 2061:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $r: () => (/* binding */ targetOf),
/* harmony export */   BM: () => (/* binding */ nativeArchitecture),
/* harmony export */   Bq: () => (/* binding */ formatPlatform),
/* harmony export */   FL: () => (/* binding */ parsePlatform),
/* harmony export */   JL: () => (/* binding */ mayRunNatively),
/* harmony export */   QR: () => (/* binding */ targetsOf),
/* harmony export */   Wt: () => (/* binding */ platformsOf),
/* harmony export */   dW: () => (/* binding */ TARGETS),
/* harmony export */   dz: () => (/* binding */ CONTAINER_ARCHITECTURES),
/* harmony export */   gc: () => (/* binding */ qemuName),
/* harmony export */   jA: () => (/* binding */ architectureNamed),
/* harmony export */   tF: () => (/* binding */ slugOf)
/* harmony export */ });
/* harmony import */ var _text_text_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8614);

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
    target('amd64', 'x86_64', 64, 'little', 62, 0, 'x86-64 x64'),
    target('arm64', 'aarch64', 64, 'little', 183, 0, 'arm64v8 armv8'),
    target('riscv64', 'riscv64', 64, 'little', 243, 0, 'riscv64gc'),
    target('ppc64le', 'ppc64le', 64, 'little', 21, 0x2, 'ppc64el powerpc64le powerpc64el'),
    target('s390x', 's390x', 64, 'big', 22, 0),
    target('386', 'i386', 32, 'little', 3, 0, 'i486 i586 i686 x86 ia32'),
    target('mips64le', 'mips64el', 64, 'little', 8, 0x60000000),
    target('mips64', 'mips64', 64, 'big', 8, 0x60000000),
    target('loong64', 'loongarch64', 64, 'little', 258, 0x43),
    target('arm', 'arm', 32, 'little', 40, 0x5000000, Array.from(ARM_VARIANTS.keys()).join(' ')),
    target('arm64be', 'aarch64_be', 64, 'big', 183, 0),
    target('armbe', 'armeb', 32, 'big', 40, 0x5800000, 'armv7b'),
    target('riscv32', 'riscv32', 32, 'little', 243, 0),
    target('ppc64', 'ppc64', 64, 'big', 21, 0x2, 'powerpc64'),
    target('ppc', 'ppc', 32, 'big', 20, 0, 'powerpc'),
    target('mips', 'mips', 32, 'big', 8, 0x50001000),
    target('mipsle', 'mipsel', 32, 'little', 8, 0x50001000),
    target('mips64p32', 'mipsn32', 32, 'big', 8, 0x60000020),
    target('mips64p32le', 'mipsn32el', 32, 'little', 8, 0x60000020),
    target('sparc64', 'sparc64', 64, 'big', 43, 0),
    target('sparc', 'sparc', 32, 'big', 2, 0),
    target('sparc32plus', 'sparc32plus', 32, 'big', 18, 0x100),
    target('m68k', 'm68k', 32, 'big', 4, 0),
    target('sh4', 'sh4', 32, 'little', 42, 0x9),
    target('sh4eb', 'sh4eb', 32, 'big', 42, 0x9),
    target('alpha', 'alpha', 64, 'little', 0x9026, 0),
    target('hppa', 'hppa', 32, 'big', 15, 0x210, 'parisc'),
    target('hexagon', 'hexagon', 32, 'little', 164, 0x67),
    target('xtensa', 'xtensa', 32, 'little', 94, 0x300),
    target('xtensaeb', 'xtensaeb', 32, 'big', 94, 0x300),
    target('cris', 'cris', 32, 'little', 76, 0),
    target('microblaze', 'microblaze', 32, 'big', 0xbaab, 0),
    target('microblazeel', 'microblazeel', 32, 'little', 0xbaab, 0),
    target('nios2', 'nios2', 32, 'little', 113, 0),
    target('or1k', 'or1k', 32, 'big', 92, 0, 'openrisc'),
];
const CONTAINER_ARCHITECTURES = TARGETS.slice(0, 10).map(({ arch }) => arch);
const BY_ARCHITECTURE = new Map(TARGETS.map((each) => [each.arch, each]));
const WORDS = new Map([
    ...TARGETS.map(({ arch }) => [arch, arch]),
    ...TARGETS.flatMap(({ arch, aliases }) => aliases.map((alias) => [alias, arch])),
]);
function target(arch, qemu, bits, endian, machine, flags, otherNames = '') {
    const names = [qemu, ...otherNames.split(' ')].filter((name) => name !== arch && name !== '');
    const elf = { bits, endian, machine, flags };
    return { arch, qemu, elf, aliases: names, offset: 0, ...identify(elf) };
}
function identify(elf) {
    const { bits, endian, machine, flags } = elf;
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
function qemuName({ qemu }) {
    return `qemu-${qemu}`;
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
    if (known === undefined || rest.length > 0 || (0,_text_text_js__WEBPACK_IMPORTED_MODULE_0__/* .nearestWord */ .zZ)(system, [SYSTEM]) === undefined) {
        return { unknown: text };
    }
    const [name, arch] = known;
    const implied = ARM_VARIANTS.get(name);
    const platform = name === word && system === SYSTEM ? normalise(arch, implied ?? variant) : undefined;
    return platform ?? { unknown: text, nearest: formatPlatform({ arch, variant: variantFor(arch, implied) }) };
}
function architectureNamed(word) {
    return WORDS.get(word);
}
function knownWord(word) {
    const name = WORDS.has(word) ? word : (0,_text_text_js__WEBPACK_IMPORTED_MODULE_0__/* .nearestWord */ .zZ)(word, WORDS.keys());
    const arch = name === undefined ? undefined : WORDS.get(name);
    return name === undefined || arch === undefined ? undefined : [name, arch];
}
function normalise(arch, variant) {
    if (variant === undefined || arch === '386')
        return { arch, variant: variantFor(arch, undefined) };
    const number = /^v?([1-9](?:\.[0-9])?)$/.exec(variant)?.[1]?.replace('.0', '');
    if (number === undefined || VARIANTS.get(arch)?.test(number) !== true)
        return undefined;
    return { arch, variant: variantFor(arch, `v${number}`) };
}
const VARIANTS = new Map([
    ['amd64', /^[1-4]$/],
    ['arm', /^[5-8]$/],
    ['arm64', /^(?:8(?:\.[1-9])?|9(?:\.[1-7])?)$/],
]);
function variantFor(arch, variant) {
    const written = arch === 'arm' ? (variant ?? 'v7') : variant;
    const isBase = (arch === 'amd64' && written === 'v1') || (arch === 'arm64' && written === 'v8');
    return isBase ? undefined : written;
}
function formatPlatform({ arch, variant }) {
    return variant === undefined ? `${SYSTEM}/${arch}` : `${SYSTEM}/${arch}/${variant}`;
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


/***/ }),

/***/ 386:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   OZ: () => (/* binding */ runnerFor),
/* harmony export */   ZV: () => (/* binding */ parseRunners),
/* harmony export */   qP: () => (/* binding */ needsEmulation)
/* harmony export */ });
/* unused harmony exports BUILT_IN_RUNNERS, runnerArchitecture */
/* harmony import */ var _text_text_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8614);
/* harmony import */ var _platforms_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2061);


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
        const refuse = (problem) => void problems.push(`"${(0,_text_text_js__WEBPACK_IMPORTED_MODULE_1__/* .printable */ .g$)(line, 80)}": ${problem}`);
        const rule = parseRunnerRule(line, refuse);
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
function parseRunnerRule(line, refuse) {
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
        return refuse(`"${(0,_text_text_js__WEBPACK_IMPORTED_MODULE_1__/* .printable */ .g$)(text, 80)}" names no platform${hint}`);
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

/***/ 8530:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $J: () => (/* binding */ openProber),
/* harmony export */   N9: () => (/* binding */ rejudge),
/* harmony export */   Qp: () => (/* binding */ sideBySide),
/* harmony export */   Ty: () => (/* binding */ judgeAll),
/* harmony export */   mQ: () => (/* binding */ probeAll),
/* harmony export */   mW: () => (/* binding */ runProbe)
/* harmony export */ });
/* harmony import */ var _binfmt_entry_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3678);
/* harmony import */ var _host_proc_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(6626);
/* harmony import */ var _platform_platforms_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(2061);
/* harmony import */ var _programs_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(1331);
/* harmony import */ var _verdict_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(1145);





const PROBE_LIMIT_MS = 5_000;
const TRIES = { crashed: 3, hung: 2 };
const ARGUMENTS = Array.from({ length: _programs_js__WEBPACK_IMPORTED_MODULE_2__/* .PROBE_ARGUMENTS */ .Ee - 1 }, () => 'a');
const SIDE_BY_SIDE = 16;
function openProber(host, mounts) {
    const folder = host.makeTemporary('setup-binfmt-probe-', executableFolder(host, mounts));
    host.makeMode(folder, 0o755);
    return { host, folder, enter: entrance(host), close: () => host.remove(folder) };
}
function executableFolder(host, mounts) {
    const { RUNNER_TEMP, TMPDIR, HOME, XDG_RUNTIME_DIR } = host.env;
    const candidates = [TMPDIR, '/tmp', RUNNER_TEMP, '/var/tmp', XDG_RUNTIME_DIR, HOME];
    return candidates.find((path) => {
        if (path === undefined || !path.startsWith('/') || host.stat(path)?.kind !== 'folder')
            return false;
        return !(0,_host_proc_js__WEBPACK_IMPORTED_MODULE_4__/* .mountOf */ .vI)(mounts, host.realPath(path) ?? path)?.options.includes('noexec') && host.isWritable(path);
    });
}
function entrance(host) {
    const chroot = host.which('chroot');
    if (host.uid === 0 && chroot !== undefined)
        return (jail) => [chroot, jail, '/probe'];
    const unshare = host.which('unshare');
    if (unshare === undefined)
        return undefined;
    return (jail) => [unshare, '--user', '--map-root-user', `--root=${jail}`, '/probe'];
}
async function runProbe(prober, target, place, { tag, version } = {}) {
    const { host } = prober;
    const cwd = `${prober.folder}/${target.arch}${tag === undefined ? '' : '-trial'}`;
    if (host.stat(cwd) === undefined) {
        host.makeFolder(cwd, 0o755);
        host.writeFile(`${cwd}/probe`, (0,_programs_js__WEBPACK_IMPORTED_MODULE_2__/* .buildProbe */ .h1)(target, { tag }), 0o755);
    }
    const [file, ...args] = place === 'chroot' && prober.enter !== undefined ? prober.enter(cwd) : plainly(cwd);
    const start = (env) => host.run({ file, args: [...args, ...ARGUMENTS], cwd, env, timeoutMs: PROBE_LIMIT_MS });
    const asked = version === true ? start({ QEMU_VERSION: '1' }) : undefined;
    for (let attempts = 1;; attempts++) {
        const outcome = await start({});
        const run = {
            ...outcome,
            stdout: outcome.stdout.slice(0, 200),
            stderr: outcome.stderr.slice(0, 1000),
            arch: target.arch,
            place,
            attempts,
        };
        if (attempts < (TRIES[(0,_verdict_js__WEBPACK_IMPORTED_MODULE_3__/* .judgeRun */ .Zy)(run)] ?? 1))
            continue;
        const known = typeof version === 'string' ? (0,_verdict_js__WEBPACK_IMPORTED_MODULE_3__/* .formatQemuAnswer */ .u)(target, version) : undefined;
        return { ...run, version: ((await asked)?.stdout ?? known)?.slice(0, 200) };
    }
}
function plainly(jail) {
    return ['/bin/sh', '-c', 'exec "$0" "$@"', `${jail}/probe`];
}
async function sideBySide(items, work, width = SIDE_BY_SIDE) {
    const results = [];
    const waiting = items.entries();
    const lane = async () => {
        for (const [index, item] of waiting)
            results[index] = await work(item);
    };
    await Promise.all(Array.from({ length: Math.min(width, items.length) }, lane));
    return results;
}
async function probeAll(host, facts, targets, versionOf = () => undefined) {
    const prober = openProber(host, facts.mounts);
    const inChroot = (target) => {
        const entry = (0,_binfmt_entry_js__WEBPACK_IMPORTED_MODULE_0__/* .answering */ .Vk)(facts.table.entries, target);
        const known = entry?.interpreter === undefined ? undefined : versionOf(entry.interpreter);
        return runProbe(prober, target, 'chroot', { version: known ?? entry !== undefined });
    };
    try {
        const wanted = targets.filter((target) => isWorthRunning(target, facts));
        const inside = byArch(prober.enter === undefined ? [] : await sideBySide(wanted, inChroot));
        const control = facts.architecture;
        const chroots = control === undefined || works(inside.get(control)) ? inside : byArch([]);
        const unexplained = wanted.filter(({ arch }) => isUnexplained(chroots.get(arch)));
        const plains = byArch(await sideBySide(unexplained, (target) => runProbe(prober, target, 'plain', { version: true })));
        return targets.map((target) => ({
            target,
            chroot: chroots.get(target.arch),
            plain: plains.get(target.arch),
        }));
    }
    finally {
        prober.close();
    }
}
function byArch(runs) {
    return new Map(runs.map((run) => [run.arch, run]));
}
function works(run) {
    return run !== undefined && (0,_verdict_js__WEBPACK_IMPORTED_MODULE_3__/* .judgeRun */ .Zy)(run) === 'works';
}
function isUnexplained(run) {
    return run === undefined || !['works', 'hung', 'wrong-emulator', 'no-marker'].includes((0,_verdict_js__WEBPACK_IMPORTED_MODULE_3__/* .judgeRun */ .Zy)(run));
}
function isWorthRunning(target, facts) {
    if (facts.table.state !== 'ready' || (0,_platform_platforms_js__WEBPACK_IMPORTED_MODULE_1__/* .mayRunNatively */ .JL)(facts.architecture, target.arch))
        return true;
    return (0,_binfmt_entry_js__WEBPACK_IMPORTED_MODULE_0__/* .answering */ .Vk)(facts.table.entries, target) !== undefined;
}
function judgeAll(runs, facts) {
    const { architecture: host, table } = facts;
    return new Map(runs.map((run) => [run.target.arch, (0,_verdict_js__WEBPACK_IMPORTED_MODULE_3__/* .judge */ .S4)({ ...run, host, entries: table.entries })]));
}
function rejudge(before, runs, facts) {
    const again = runs.flatMap((chroot) => {
        const target = (0,_platform_platforms_js__WEBPACK_IMPORTED_MODULE_1__/* .targetOf */ .$r)(chroot.arch);
        return target === undefined ? [] : [{ target, chroot }];
    });
    const anew = judgeAll(again, facts);
    return new Map([...before].map(([arch, verdict]) => [arch, anew.get(arch) ?? verdict]));
}


/***/ }),

/***/ 1331:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Ee: () => (/* binding */ PROBE_ARGUMENTS),
  k5: () => (/* binding */ PROBE_MARKER),
  h1: () => (/* binding */ buildProbe)
});

// EXTERNAL MODULE: ./lib/platform/elf.js
var platform_elf = __nccwpck_require__(3176);
;// CONCATENATED MODULE: ./lib/probe/machine-code.js
const MACHINE_CODE = {
    '386': 'b804000000bb01000000e8000000005981c118000000ba0a000000cd80b8010000008b1c24cd80',
    amd64: 'b801000000bf01000000488d3511000000ba0a0000000f05b83c0000008b3c240f05',
    arm64: '200080d2e1000010420180d2080880d2010000d4e00340f9a80b80d2010000d4',
    arm64be: '200080d2e1000010420180d2080880d2010000d4e00340f9a80b80d2010000d4',
    arm: '0100a0e314108fe20a20a0e30470a0e3000000ef00009de50170a0e3000000ef',
    armbe: '0100a0e314108fe20a20a0e30470a0e3000000ef00009de50170a0e3000000ef',
    riscv64: '1305100097050000938505021306a0009308000473000000033501009308d00573000000',
    riscv32: '1305100097050000938505021306a0009308000473000000032501009308d00573000000',
    ppc64le: '040000380100603805009f42a602887c1c0084380a00a0380200004401000038000061e802000044',
    ppc64: '3800000438600001429f00057c8802a63884001c38a0000a4400000238000001e861000044000002',
    ppc: '3800000438600001429f00057c8802a63884001c38a0000a44000002380000018061000044000002',
    s390x: 'a7290001c0300000000aa749000a0a04e320f00000040a01',
    mips: '24020fa4041100012404000127e500182406000a0000000c24020fa18fa400000000000c',
    mipsle: 'a40f022401001104010004241800e5270a0006240c000000a10f02240000a48f0c000000',
    mips64: '24021389041100012404000167e500182406000a0000000c240213c2dfa400000000000c',
    mips64le: '8913022401001104010004241800e5670a0006240c000000c21302240000a4df0c000000',
    mips64p32: '24021771041100012404000127e500182406000a0000000c240217aa8fa400000000000c',
    mips64p32le: '7117022401001104010004241800e5270a0006240c000000aa1702240000a48f0c000000',
    loong64: '04048002e5000018062880020b00810200002b006400c0280b74810200002b00',
    sparc64: '40000002901020019203e0249410200a8210200491d0206dd05ba87f8210200191d0206d',
    sparc: '40000002901020019203e0249410200a8210200491d02010d003a0408210200191d02010',
    sparc32plus: '40000002901020019203e0249410200a8210200491d02010d003a0408210200191d02010',
    m68k: '7004720141fa000e2408760a4e40700122174e40',
    sh4: '04c704e301e403650ae613c301e3f26411c30900',
    sh4eb: 'c704e304e4016503e60ac313e30164f2c3110009',
    alpha: '04001f2001001f22000020c2180031220a005f228300000001001f2000001ea683000000',
    hppa: '08190243341a0002eb200000d7201c1e3739003834180014e4008200341400080803025ae400820034140002',
    hexagon: '20c0007801ce496a42c1007806c8007804c0005400c09d91a6cb007804c00054',
    xtensa: '0500000032c01962a00142a00a22a00d00500062210022a076005000',
    xtensaeb: '50000000230c19260a01240a0a220a0d000500261200220a76000500',
    cris: '449241a276b94ac23de941926eaa3de9',
    microblaze: '30a0000194c0800030c6002030e0000a31800004b9cc0008e8a1000031800001b9cc0008',
    microblazeel: '0100a0300080c0942000c6300a00e030040080310800ccb90000a1e8010080310800ccb9',
    nios2: '440000013ae00a000407402984028001041080003a683b00170000d9441780003a683b00',
    or1k: '9c60000104000002150000009c89001c9ca0000a9d60004020000001846100009d60005d20000001',
};

;// CONCATENATED MODULE: ./lib/probe/programs.js


const PROBE_MARKER = 'binfmt-ok\n';
const PROBE_ARGUMENTS = 42;
const CODE = new Map(Object.entries(MACHINE_CODE));
function buildProbe({ arch, elf }, options = {}) {
    const code = CODE.get(arch);
    if (code === undefined)
        throw new Error(`there is no machine code for ${arch}`);
    return (0,platform_elf/* buildProgram */.TB)(elf, code + Buffer.from(PROBE_MARKER, 'latin1').toString('hex'), options);
}


/***/ }),

/***/ 1145:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   S4: () => (/* binding */ judge),
/* harmony export */   Zy: () => (/* binding */ judgeRun),
/* harmony export */   nn: () => (/* binding */ isProven),
/* harmony export */   rn: () => (/* binding */ explainResult),
/* harmony export */   u: () => (/* binding */ formatQemuAnswer)
/* harmony export */ });
/* harmony import */ var _binfmt_entry_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3678);
/* harmony import */ var _platform_platforms_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(2061);
/* harmony import */ var _text_text_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(8614);
/* harmony import */ var _text_version_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(9341);
/* harmony import */ var _programs_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(1331);





function judgeRun(run) {
    if (run.error !== undefined)
        return 'not-started';
    if (run.timedOut)
        return 'hung';
    const marked = run.stdout === _programs_js__WEBPACK_IMPORTED_MODULE_3__/* .PROBE_MARKER */ .k5;
    if (run.code === _programs_js__WEBPACK_IMPORTED_MODULE_3__/* .PROBE_ARGUMENTS */ .Ee)
        return marked ? 'works' : 'no-marker';
    if (marked && (run.code === _programs_js__WEBPACK_IMPORTED_MODULE_3__/* .PROBE_ARGUMENTS */ .Ee - 1 || run.code === _programs_js__WEBPACK_IMPORTED_MODULE_3__/* .PROBE_ARGUMENTS */ .Ee + 1))
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
function formatQemuAnswer(target, version) {
    return `${(0,_platform_platforms_js__WEBPACK_IMPORTED_MODULE_1__/* .qemuName */ .gc)(target)} version ${version}\n`;
}
function judge(evidence) {
    const { target, host, entries, chroot, plain } = evidence;
    const claiming = (0,_binfmt_entry_js__WEBPACK_IMPORTED_MODULE_0__/* .claimants */ .tO)(entries, target);
    const entry = claiming.find((candidate) => candidate.enabled);
    const run = chroot ?? plain;
    if (run === undefined)
        return { arch: target.arch, status: 'absent', reason: absence(target, claiming), ms: 0 };
    const qemuVersion = (0,_text_version_js__WEBPACK_IMPORTED_MODULE_2__/* .parseQemuAnswer */ .gU)(run.version ?? '');
    const common = {
        arch: target.arch,
        entry,
        qemuVersion,
        handlerVersion: qemuVersion === undefined ? undefined : run.version?.split('\n', 1).join(''),
        ms: run.ms,
    };
    const inside = chroot === undefined ? undefined : judgeRun(chroot);
    const outside = plain === undefined ? undefined : judgeRun(plain);
    const native = entry === undefined && qemuVersion === undefined && (0,_platform_platforms_js__WEBPACK_IMPORTED_MODULE_1__/* .mayRunNatively */ .JL)(host, target.arch);
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
        return `its entry ${(0,_text_text_js__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g$)(off.name, 60)} is switched off`;
    return `no entry takes ${target.arch} programs`;
}
function explainResult(result, run, interpreter) {
    const handler = interpreter === undefined ? 'the handler' : (0,_text_text_js__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g$)(interpreter, 120);
    const said = (0,_text_text_js__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g$)(run.stderr, 160);
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

/***/ 9570:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Aj: () => (/* binding */ parseCacheRecords),
/* harmony export */   CK: () => (/* binding */ cacheRecord),
/* harmony export */   aH: () => (/* binding */ restoreFromActionsCache),
/* harmony export */   yz: () => (/* binding */ saveToActionsCache)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6760);
/* harmony import */ var _text_parse_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(7114);
/* harmony import */ var _text_problem_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(894);
/* harmony import */ var _text_text_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(8614);




const PREFIX = 'setup-binfmt-v1';
const SAVE_LIMIT_MS = 20_000;
function cacheRecord(digest, wanted, { host, hostArch }) {
    const { ACTIONS_RUNTIME_TOKEN, ACTIONS_RESULTS_URL, ACTIONS_CACHE_URL, RUNNER_TEMP } = host.env;
    if (!ACTIONS_RUNTIME_TOKEN || !(ACTIONS_RESULTS_URL || ACTIONS_CACHE_URL))
        return undefined;
    if (!RUNNER_TEMP?.startsWith('/'))
        return undefined;
    const hex = digest.replace(/^sha256:/, '');
    const selection = wanted
        .map(({ arch }) => arch)
        .toSorted()
        .join('.');
    return {
        key: `${PREFIX}-${hex}-${hostArch}-${selection}`,
        folder: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(RUNNER_TEMP, `setup-binfmt-image-${hex.slice(0, 16)}`),
    };
}
async function restoreFromActionsCache(record, limitMs, log) {
    const { late, value: key } = await quietly('restore QEMU from the Actions cache', limitMs, log, async () => {
        const { restoreCache } = await Promise.all(/* import() | actions-cache */[__nccwpck_require__.e(435), __nccwpck_require__.e(810), __nccwpck_require__.e(653)]).then(__nccwpck_require__.bind(__nccwpck_require__, 1408));
        const anySelection = record.key.slice(0, record.key.lastIndexOf('-') + 1);
        return restoreCache([record.folder], record.key, [anySelection]);
    });
    if (late)
        return 'late';
    log(key === undefined
        ? 'The Actions cache does not have this image.'
        : `Restored ${(0,_text_text_js__WEBPACK_IMPORTED_MODULE_2__/* .printable */ .g$)(key)} from the Actions cache.`);
    return 'ended';
}
async function saveToActionsCache(record, log) {
    const { value: id } = await quietly('save QEMU in the Actions cache', SAVE_LIMIT_MS, log, async () => {
        const { saveCache } = await Promise.all(/* import() | actions-cache */[__nccwpck_require__.e(435), __nccwpck_require__.e(810), __nccwpck_require__.e(653)]).then(__nccwpck_require__.bind(__nccwpck_require__, 1408));
        return saveCache([record.folder], record.key);
    });
    log(id === undefined || id < 0
        ? 'Nothing was saved in the Actions cache.'
        : `Saved ${record.key} in the Actions cache.`);
}
function parseCacheRecords(text) {
    return (0,_text_parse_js__WEBPACK_IMPORTED_MODULE_3__/* .parseList */ .E1)(text, isCacheRecord);
}
function isCacheRecord(value) {
    const { key, folder } = (0,_text_parse_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .Gv)(value) ? value : {};
    return typeof key === 'string' && key.startsWith(`${PREFIX}-`) && typeof folder === 'string';
}
async function quietly(what, limitMs, log, work) {
    const release = tameWarnings();
    let timer;
    const limit = new Promise((resolve) => {
        timer = setTimeout(() => {
            log(`Gave up to ${what} after ${limitMs / 1000} s.`);
            resolve({ late: true });
        }, limitMs);
    });
    try {
        return await Promise.race([work().then((value) => ({ late: false, value })), limit]);
    }
    catch (thrown) {
        log(`Could not ${what}: ${(0,_text_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .reasonOf */ .A3)(thrown)}`);
        return { late: false };
    }
    finally {
        clearTimeout(timer);
        release();
    }
}
function tameWarnings() {
    const { stdout } = process;
    const write = stdout.write;
    const tame = (chunk, ...rest) => {
        const text = typeof chunk === 'string' ? chunk.replace(/^::(?:warning|error)(?: [^:]*)?::/gm, '') : chunk;
        return Reflect.apply(write, stdout, [text, ...rest]);
    };
    stdout.write = tame;
    return () => {
        stdout.write = write;
    };
}


/***/ }),

/***/ 8359:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ OLDEST_TRUSTED),
/* harmony export */   J: () => (/* binding */ advisoriesFor)
/* harmony export */ });
/* harmony import */ var _text_text_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8614);
/* harmony import */ var _text_version_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9341);


const OLDEST_TRUSTED = '10.1.3';
const THIRTY_TWO_BIT_HOSTS = ['386', 'arm', 'mips', 'mipsle', 'ppc', 'riscv32'];
const UPDATE = 'Use QEMU 10.2.3 or newer';
const RULES = [
    {
        id: 'qemu-too-old',
        severity: 'warning',
        below: OLDEST_TRUSTED,
        text: 'QEMU {version} is older than {oldest}: tar of current images fails under it (openat2), and several crashes were mended since',
        remedy: UPDATE,
        sources: 'tonistiigi/binfmt#285 moby/buildkit#6475 armbian/build#10713',
    },
    {
        id: 'openat2-missing',
        severity: 'warning',
        below: '9.2.0',
        text: 'QEMU {version} does not know the system call openat2: “tar: Cannot open: Function not implemented” in images whose tar has the fix for CVE-2025-45582',
        remedy: UPDATE,
        sources: 'abiosoft/colima#1613 armbian/build#10713',
    },
    {
        id: 'openat2-flags',
        severity: 'warning',
        from: '9.2.0',
        below: OLDEST_TRUSTED,
        targets: ['arm64'],
        text: 'QEMU {version}, where it is built with musl, passes a flag of openat2 on wrongly: “tar: Cannot open: Invalid argument” in arm64 images',
        remedy: UPDATE,
        sources: 'tonistiigi/binfmt#285 elastic/elasticsearch!155888',
    },
    {
        id: 'fixed-address-brk',
        severity: 'warning',
        below: OLDEST_TRUSTED,
        interpreterType: 'exec',
        hosts: ['amd64'],
        kernelFrom: '5.15',
        text: 'This QEMU {version} is linked at a fixed address, and crashes at random where the kernel randomises the heap (brk) further, as distributions’ kernels do since 2025',
        remedy: 'Use a QEMU that is linked static-pie, as current builds are',
        sources: 'tonistiigi/binfmt#215 https://bugs.debian.org/1087822 actions/runner-images#11471',
    },
    {
        id: 'fixed-address',
        severity: 'info',
        from: OLDEST_TRUSTED,
        interpreterType: 'exec',
        hosts: ['amd64'],
        kernelFrom: '5.15',
        text: 'This QEMU {version} is linked at a fixed address, as those were that crashed at random on kernels that randomise the heap (brk) further',
        remedy: 'If programs crash at random, use a QEMU that is linked static-pie',
        sources: 'tonistiigi/binfmt#215 https://bugs.debian.org/1087822',
    },
    {
        id: 'ldconfig-bullseye',
        severity: 'warning',
        below: '5.0.0',
        targets: ['arm64'],
        text: 'Under QEMU {version} ldconfig of Debian 11 crashes in arm64 images',
        remedy: UPDATE,
        sources: 'moby/moby#43039',
    },
    {
        id: 'guest-memory-5.2',
        severity: 'warning',
        from: '5.1.0',
        below: '6.0.0',
        text: 'QEMU {version} crashes at random when it places the program in memory, so that platforms come and go',
        remedy: UPDATE,
        sources: 'docker/buildx#542 go-debos/debos!261',
    },
    {
        id: 'threads-6.1',
        severity: 'warning',
        from: '6.1.0',
        below: '6.2.0',
        text: 'Under QEMU {version} programs that start threads can fail with “Function not implemented” (seen with OpenJ9)',
        remedy: UPDATE,
        sources: 'tonistiigi/binfmt#72',
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
        sources: 'docker/setup-qemu-action#188 tonistiigi/binfmt#215 docker/buildx#1170',
    },
    {
        id: 'cpu-level-2',
        severity: 'warning',
        below: '7.2.0',
        targets: ['amd64'],
        text: 'QEMU {version} shows an x86-64 CPU of the first level: “CPU does not support x86-64-v2” in images of RHEL 9 and its kin',
        remedy: `${UPDATE}, or set QEMU_CPU=max`,
        sources: 'podman-container-tools/podman#15456 runfinch/finch#20',
    },
    {
        id: 'brk-8',
        severity: 'warning',
        from: '8.0.0',
        below: '8.2.0',
        text: 'Under QEMU {version} programs packed by UPX and ldconfig of Ubuntu 22.04 crash',
        remedy: UPDATE,
        sources: 'upx/upx#683 docker/for-win#15004',
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
        sources: 'docker/for-mac#7172',
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
        sources: 'armbian/build#10713 tonistiigi/binfmt!185',
    },
    {
        id: 'ldconfig-9.2.0',
        severity: 'warning',
        from: '9.2.0',
        below: '9.2.2',
        text: 'Under QEMU {version} ldconfig of Ubuntu 22.04 crashes (“libc-bin … exit status 139”)',
        remedy: UPDATE,
        sources: 'docker/setup-qemu-action#198 tonistiigi/binfmt#240 coreos/fedora-coreos-config!3290',
    },
    {
        id: 'ldconfig-9.2.2',
        severity: 'info',
        from: '9.2.2',
        below: '10.0.0',
        text: 'Random crashes of ldconfig were still reported with QEMU {version}',
        remedy: UPDATE,
        sources: 'tonistiigi/binfmt#245',
    },
    {
        id: 'ldconfig-10.1.3',
        severity: 'info',
        from: '10.1.3',
        below: '10.1.4',
        targets: ['arm64'],
        text: 'A crash of ldconfig in an image based on Ubuntu 22.04 was reported with QEMU {version}',
        remedy: UPDATE,
        sources: 'tonistiigi/binfmt#298',
    },
    {
        id: 'slow-trixie',
        severity: 'info',
        below: '10.0.0',
        text: 'Under QEMU {version} images of Debian 13 run much slower than under 10.0 and newer',
        remedy: UPDATE,
        sources: 'tonistiigi/binfmt#258',
    },
    {
        id: 'systemd-260',
        severity: 'info',
        from: OLDEST_TRUSTED,
        targets: ['arm64'],
        text: 'The scripts of systemd 260 in arm64 images were reported to crash the emulator (“QEMU internal SIGSEGV”)',
        remedy: 'Keep systemd out of such images, or build them on an arm64 machine',
        sources: 'tonistiigi/binfmt#316 systemd/systemd#41279',
    },
    {
        id: 'no-32-bit-hosts',
        severity: 'warning',
        from: '11.0.0',
        hosts: THIRTY_TWO_BIT_HOSTS,
        text: 'QEMU {version} is no longer made for 32-bit hosts',
        remedy: 'Use QEMU 10.2 on this host',
        sources: 'tonistiigi/binfmt!349',
    },
    {
        id: 'go-on-arm64',
        severity: 'info',
        hosts: ['arm64'],
        targets: ['amd64'],
        text: 'Go programs for amd64 can end with “lfstack.push invalid packing” under emulation on arm64',
        remedy: 'Cross-compile with GOARCH=amd64 instead of running the Go tools emulated',
        sources: 'tonistiigi/binfmt#269 golang/go#69255',
    },
    {
        id: 'large-inode-numbers',
        severity: 'info',
        hosts: ['amd64', 'arm64', 'ppc64le', 's390x', 'riscv64', 'loong64'],
        targets: ['arm', '386', 'mips', 'mipsle', 'ppc'],
        text: 'Programs of 32-bit targets can end with “Value too large for defined data type” where they list folders of a 64-bit host',
        remedy: 'Put such folders (~/.cargo, vcpkg’s) on a tmpfs, or cross-compile',
        sources: 'rust-lang/cargo#8719 docker/buildx#395',
    },
];
function advisoriesFor(question) {
    const version = (0,_text_version_js__WEBPACK_IMPORTED_MODULE_0__/* .parseVersion */ .ot)(question.version);
    if (version === undefined)
        return [];
    const kernel = (0,_text_version_js__WEBPACK_IMPORTED_MODULE_0__/* .parseVersion */ .ot)(question.kernelVersion ?? '');
    return RULES.filter((rule) => (rule.from === undefined || !(0,_text_version_js__WEBPACK_IMPORTED_MODULE_0__/* .isOlder */ .tW)(version, rule.from)) &&
        (rule.below === undefined || (0,_text_version_js__WEBPACK_IMPORTED_MODULE_0__/* .isOlder */ .tW)(version, rule.below)) &&
        (rule.hosts === undefined || rule.hosts.includes(question.hostArch)) &&
        (rule.targets === undefined || rule.targets.some((target) => question.targets.includes(target))) &&
        (rule.kernelFrom === undefined || kernel === undefined || (0,_text_version_js__WEBPACK_IMPORTED_MODULE_0__/* .atLeast */ .jZ)(kernel, rule.kernelFrom)) &&
        (rule.interpreterType === undefined || rule.interpreterType === question.interpreterType))
        .sort((a, b) => Number(a.severity === 'info') - Number(b.severity === 'info'))
        .map(({ id, severity, text, remedy, sources }) => ({
        ...{ id, severity, remedy, sources: (0,_text_text_js__WEBPACK_IMPORTED_MODULE_1__/* .linksOf */ .hP)(sources) },
        text: text.replace('{version}', version).replace('{oldest}', OLDEST_TRUSTED),
    }));
}


/***/ }),

/***/ 2703:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ PINNED_BINARIES),
/* harmony export */   _: () => (/* binding */ DEFAULT_IMAGE)
/* harmony export */ });
const DEFAULT_IMAGE = 'docker.io/tonistiigi/binfmt:qemu-v10.2.3-68@sha256:400a4873b838d1b89194d982c45e5fb3cda4593fbfd7e08a02e76b03b21166f0';
const PINNED_BINARIES = [];


/***/ }),

/***/ 4246:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Of: () => (/* binding */ refusalOf),
/* harmony export */   lK: () => (/* binding */ TROUBLE_REMEDIES),
/* harmony export */   tN: () => (/* binding */ SOURCE_NAMES),
/* harmony export */   xM: () => (/* binding */ tellTrouble),
/* harmony export */   yK: () => (/* binding */ wordTrouble)
/* harmony export */ });
/* harmony import */ var _platform_elf_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3176);
/* harmony import */ var _platform_platforms_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(2061);
/* harmony import */ var _text_text_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(8614);



const SOURCE_NAMES = ['image', 'apt', 'host'];
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
                evidence: `The stored QEMU for ${trouble.arch} is damaged: ${(0,_text_text_js__WEBPACK_IMPORTED_MODULE_2__/* .printable */ .g$)(trouble.reason)}. It is not used but fetched again`,
                remedy,
            };
        case 'unrefreshed':
            return {
                evidence: `apt cannot say whether there is a newer QEMU (${(0,_text_text_js__WEBPACK_IMPORTED_MODULE_2__/* .printable */ .g$)(trouble.reason)}); ${(0,_text_text_js__WEBPACK_IMPORTED_MODULE_2__/* .printable */ .g$)(trouble.used)} is used`,
                remedy,
            };
    }
}
function tellTrouble(trouble) {
    const { evidence, remedy } = wordTrouble(trouble);
    return `${(0,_text_text_js__WEBPACK_IMPORTED_MODULE_2__/* .sentence */ .em)(evidence)} ${(0,_text_text_js__WEBPACK_IMPORTED_MODULE_2__/* .sentence */ .em)(remedy)}`;
}
function refusalOf(firstBytes, hostArch) {
    const elf = (0,_platform_elf_js__WEBPACK_IMPORTED_MODULE_0__/* .readElf */ .oU)(firstBytes);
    const own = (0,_platform_platforms_js__WEBPACK_IMPORTED_MODULE_1__/* .targetOf */ .$r)(hostArch)?.elf;
    if (elf === undefined)
        return 'it is not an ELF program';
    if (elf.bits !== own?.bits || elf.endian !== own.endian || elf.machine !== own.machine) {
        return `it is not a program for ${hostArch}`;
    }
    if (elf.type !== _platform_elf_js__WEBPACK_IMPORTED_MODULE_0__/* .ET_EXEC */ .aW && elf.type !== _platform_elf_js__WEBPACK_IMPORTED_MODULE_0__/* .ET_DYN */ .Cm)
        return 'it is not a program that can be started';
    if (!elf.complete)
        return 'its program headers cannot be read';
    if (elf.interpreter)
        return 'it is not statically linked';
    return undefined;
}


/***/ }),

/***/ 7092:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Hv: () => (/* binding */ openSources),
/* harmony export */   sD: () => (/* binding */ NOTHING_FETCHED)
/* harmony export */ });
/* unused harmony export fetchHandlers */
/* harmony import */ var _oci_reference_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(3410);
/* harmony import */ var _text_problem_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(894);
/* harmony import */ var _store_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5995);



const SOURCE_LIMIT_MS = 300_000;
const INDEX_LIMIT_MS = 60_000;
function openSources(host, options) {
    const store = (0,_store_js__WEBPACK_IMPORTED_MODULE_1__/* .storeRoot */ .q1)(host);
    return {
        store,
        fetch: (wanted, hostArch, how) => {
            const sources = options.qemuFrom.map((name) => ({
                name,
                fetch: async (...asked) => (await LOADERS[name](options))(...asked),
            }));
            const context = { host, hostArch, storeRoot: store, timeLimitMs: SOURCE_LIMIT_MS, ...how };
            return fetchHandlers(wanted, sources, context);
        },
        recordedVersion: (path) => (0,_store_js__WEBPACK_IMPORTED_MODULE_1__/* .recordedVersion */ .ZN)(host, store, path),
        imagePlatforms: async (image) => {
            const context = { host, log: () => undefined, timeLimitMs: INDEX_LIMIT_MS };
            try {
                const { listImagePlatforms } = await __nccwpck_require__.e(/* import() | image */ 414).then(__nccwpck_require__.bind(__nccwpck_require__, 6402));
                return await listImagePlatforms(image, options.mirrors, context);
            }
            catch (thrown) {
                throw asProblem(thrown, `read the platforms of ${(0,_oci_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .formatImageReference */ .my)(image)}`);
            }
        },
    };
}
const LOADERS = {
    image: async (options) => (await __nccwpck_require__.e(/* import() | from-image */ 143).then(__nccwpck_require__.bind(__nccwpck_require__, 8903))).imageSource(options),
    apt: async () => (await __nccwpck_require__.e(/* import() | from-apt */ 301).then(__nccwpck_require__.bind(__nccwpck_require__, 725))).fetchFromApt,
    host: async () => (await __nccwpck_require__.e(/* import() | from-host */ 710).then(__nccwpck_require__.bind(__nccwpck_require__, 8047))).fetchFromHost,
};
const NOTHING_FETCHED = {
    handlers: [],
    missing: [],
    origins: [],
    downloadedBytes: 0,
    cacheHit: false,
    notes: [],
    troubles: [],
    failures: [],
    toCache: [],
};
async function fetchHandlers(wanted, sources, context) {
    const given = [];
    const reasons = new Map();
    let open = wanted;
    for (const source of sources) {
        if (open.length === 0)
            break;
        const answer = await ask(source, open, context);
        context.log(describe(source, open.length, answer));
        given.push(answer);
        const had = new Set(answer.handlers.map((handler) => handler.arch));
        const why = new Map(answer.missing.map((missing) => [missing.arch, missing.reason]));
        open = open.filter(({ arch }) => !had.has(arch));
        for (const { arch } of open) {
            const reason = `${source.name}: ${why.get(arch) ?? 'not there'}`;
            reasons.set(arch, [...(reasons.get(arch) ?? []), reason]);
        }
    }
    const useful = given.filter(({ handlers }) => handlers.length > 0);
    return {
        handlers: given.flatMap(({ handlers }) => handlers),
        missing: open.map(({ arch }) => ({
            arch,
            reason: reasons.get(arch)?.join('; ') ?? 'no source was asked',
        })),
        origins: useful.map(({ origin }) => origin),
        downloadedBytes: given.reduce((sum, { downloadedBytes }) => sum + downloadedBytes, 0),
        cacheHit: useful.length > 0 && useful.every(({ cacheHit }) => cacheHit),
        notes: given.flatMap(({ notes }) => notes),
        troubles: given.flatMap(({ troubles }) => troubles),
        failures: given.flatMap(({ failure }) => failure ?? []),
        toCache: given.flatMap(({ toCache }) => toCache ?? []),
    };
}
function asProblem(thrown, what) {
    const remedy = 'Run it again, or name another source in the input qemu-from';
    return (0,_text_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .problemIn */ .Dk)(thrown) ?? (0,_text_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .wrapProblem */ .yI)(thrown, what, { id: 'SB099', kind: 'host', remedy });
}
async function ask({ name, fetch }, wanted, context) {
    try {
        return await fetch(wanted, context);
    }
    catch (thrown) {
        const failure = asProblem(thrown, `get QEMU from ${name}`);
        return {
            handlers: [],
            missing: wanted.map(({ arch }) => ({ arch, reason: failure.reason })),
            origin: '',
            downloadedBytes: 0,
            cacheHit: false,
            notes: [failure.message],
            troubles: [],
            failure,
        };
    }
}
function describe({ name }, asked, { handlers, missing, origin, failure }) {
    const lead = `QEMU from ${name}:`;
    if (handlers.length === 0 && failure !== undefined)
        return `${lead} nothing (${failure.reason})`;
    const list = handlers.map(({ arch }) => arch).join(', ');
    const given = handlers.length > 0 ? `${list} from ${origin}` : 'nothing';
    const rest = missing.map(({ arch, reason }) => `${arch}: ${reason}`).join('; ');
    return asked > handlers.length ? `${lead} ${given}; not ${rest}` : `${lead} ${given}`;
}


/***/ }),

/***/ 2826:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   lX: () => (/* binding */ recordPath),
/* harmony export */   wX: () => (/* binding */ parseStoreRecord),
/* harmony export */   wy: () => (/* binding */ storeVersion),
/* harmony export */   zv: () => (/* binding */ STORE_TOOL)
/* harmony export */ });
/* harmony import */ var _text_parse_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7114);
/* harmony import */ var _text_version_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9341);


function recordPath(binary) {
    return `${binary}.json`;
}
function parseStoreRecord(text) {
    const { sha256, size, source, assumesPreserve, version } = (0,_text_parse_js__WEBPACK_IMPORTED_MODULE_1__/* .parseObject */ .lj)(text) ?? {};
    if (typeof sha256 !== 'string' || !/^[0-9a-f]{64}$/.test(sha256) || typeof size !== 'number')
        return undefined;
    if (source !== 'image' && source !== 'apt' && source !== 'host')
        return undefined;
    if (typeof assumesPreserve !== 'boolean')
        return undefined;
    const common = { sha256, size, source, assumesPreserve };
    return (0,_text_version_js__WEBPACK_IMPORTED_MODULE_0__/* .isVersion */ .lF)(version) ? { ...common, version } : common;
}
const STORE_TOOL = 'setup-binfmt';
const VERSION_LIMIT = 40;
function storeVersion(source, identity) {
    const safe = identity.replace(/^sha256:/, '').replace(/[^0-9A-Za-z]+/g, '-');
    return `1.0.0-${source}-${safe.slice(0, VERSION_LIMIT)}`;
}


/***/ }),

/***/ 5995:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   BG: () => (/* binding */ INCOMING),
/* harmony export */   CD: () => (/* binding */ attempt),
/* harmony export */   Ch: () => (/* binding */ openStore),
/* harmony export */   Ej: () => (/* binding */ noteLacking),
/* harmony export */   FC: () => (/* binding */ findStored),
/* harmony export */   H9: () => (/* binding */ storeProblem),
/* harmony export */   JF: () => (/* binding */ openInspection),
/* harmony export */   NL: () => (/* binding */ makeIncoming),
/* harmony export */   ZN: () => (/* binding */ recordedVersion),
/* harmony export */   Zo: () => (/* binding */ FOLDER_MODE),
/* harmony export */   ai: () => (/* binding */ install),
/* harmony export */   eI: () => (/* binding */ draftsOf),
/* harmony export */   q1: () => (/* binding */ storeRoot)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(6760);
/* harmony import */ var _host_files_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(1935);
/* harmony import */ var _platform_platforms_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(2061);
/* harmony import */ var _text_problem_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(894);
/* harmony import */ var _handler_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(4246);
/* harmony import */ var _store_layout_js__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(2826);








const INCOMING = '.incoming-';
const FOLDER_MODE = 0o755;
const FORGOTTEN_MS = 6 * 60 * 60 * 1000;
const INSPECTED_BYTES = 64 * 1024;
function openStore(context, version, pinned = new Map()) {
    const { host, hostArch } = context;
    const tool = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(context.storeRoot, _store_layout_js__WEBPACK_IMPORTED_MODULE_7__/* .STORE_TOOL */ .zv);
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(tool, version, host.nodeArch);
    return { host, hostArch, tool, folder, marker: `${folder}.complete`, pinned };
}
function findStored(store, wanted, { rehash }) {
    const handlers = [];
    const absent = [];
    const lacking = [];
    const troubles = [];
    const complete = store.host.stat(store.marker) !== undefined;
    for (const each of wanted) {
        const looked = complete ? lookAt(store, each, rehash) : undefined;
        if (looked !== undefined && !('damage' in looked))
            handlers.push(looked);
        else if (looked === undefined && store.host.stat(lackingFile(store, each)) !== undefined)
            lacking.push(each);
        else
            absent.push(each);
        if (looked !== undefined && 'damage' in looked) {
            troubles.push({ kind: 'damaged', arch: each.arch, reason: looked.damage });
        }
    }
    return { handlers, absent, lacking, troubles };
}
function makeIncoming(store, now = Date.now()) {
    return attempt(store, () => {
        node_fs__WEBPACK_IMPORTED_MODULE_1__.mkdirSync(store.folder, { recursive: true, mode: FOLDER_MODE });
        (0,_host_files_js__WEBPACK_IMPORTED_MODULE_3__/* .removeForgotten */ .lM)(store.tool, INCOMING, FORGOTTEN_MS, now);
        return node_fs__WEBPACK_IMPORTED_MODULE_1__.mkdtempSync(draftsOf(store));
    });
}
function install(store, arrivals) {
    return attempt(store, () => {
        const ends = arrivals.map((arrival) => installOne(store, arrival));
        if (store.host.stat(store.marker) === undefined)
            (0,_host_files_js__WEBPACK_IMPORTED_MODULE_3__/* .writeWhole */ .f8)(store.marker, '', draftsOf(store));
        return {
            handlers: ends.flatMap((end) => ('reason' in end ? [] : end)),
            refused: ends.flatMap((end) => ('reason' in end ? end : [])),
        };
    });
}
function noteLacking(store, wanted) {
    attempt(store, () => {
        for (const each of wanted)
            (0,_host_files_js__WEBPACK_IMPORTED_MODULE_3__/* .writeWhole */ .f8)(lackingFile(store, each), '', draftsOf(store));
    });
}
function installOne(store, arrival) {
    const { arch, qemu, source, assumesPreserve } = arrival;
    const name = (0,_platform_platforms_js__WEBPACK_IMPORTED_MODULE_4__/* .qemuName */ .gc)(arrival);
    const refusal = (0,_handler_js__WEBPACK_IMPORTED_MODULE_6__/* .refusalOf */ .Of)(store.host.readBytes(arrival.path, INSPECTED_BYTES), store.hostArch);
    if (refusal !== undefined)
        return { arch, qemu, name, reason: refusal };
    const { sha256, size, version: stated } = arrival.inspected ?? inspectFile(arrival.path, name);
    const version = arrival.version ?? stated;
    const pinned = store.pinned.get(arch);
    if (pinned !== undefined && pinned !== sha256) {
        return { arch, qemu, name, reason: `its sha256 is ${sha256}, and ${pinned} is expected` };
    }
    node_fs__WEBPACK_IMPORTED_MODULE_1__.chmodSync(arrival.path, 0o755);
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(store.folder, name);
    const record = { sha256, size, source, assumesPreserve, version };
    if (store.host.stat(path, false)?.kind === 'folder')
        store.host.remove(path);
    const draft = (0,_store_layout_js__WEBPACK_IMPORTED_MODULE_7__/* .recordPath */ .lX)(arrival.path);
    node_fs__WEBPACK_IMPORTED_MODULE_1__.writeFileSync(draft, `${JSON.stringify(record)}\n`, { mode: 0o644 });
    node_fs__WEBPACK_IMPORTED_MODULE_1__.renameSync(arrival.path, path);
    node_fs__WEBPACK_IMPORTED_MODULE_1__.renameSync(draft, (0,_store_layout_js__WEBPACK_IMPORTED_MODULE_7__/* .recordPath */ .lX)(path));
    return { arch, path, sha256, checked: true, source, assumesPreserve, version };
}
function lookAt(store, wanted, rehash) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(store.folder, (0,_platform_platforms_js__WEBPACK_IMPORTED_MODULE_4__/* .qemuName */ .gc)(wanted));
    const { host } = store;
    const recordFile = host.stat((0,_store_layout_js__WEBPACK_IMPORTED_MODULE_7__/* .recordPath */ .lX)(path), false);
    if (recordFile === undefined)
        return undefined;
    const binary = host.stat(path, false);
    for (const found of [recordFile, binary]) {
        if (found?.kind !== 'file')
            return { damage: 'it is not a plain file' };
        if (found.uid !== 0 && found.uid !== host.uid)
            return { damage: `it belongs to user ${found.uid}` };
        if ((found.mode & 0o002) !== 0)
            return { damage: 'everyone may write to it' };
    }
    if (recordFile.size > INSPECTED_BYTES)
        return { damage: 'its record is too long' };
    try {
        const record = (0,_store_layout_js__WEBPACK_IMPORTED_MODULE_7__/* .parseStoreRecord */ .wX)(host.readText((0,_store_layout_js__WEBPACK_IMPORTED_MODULE_7__/* .recordPath */ .lX)(path)));
        if (record === undefined)
            return { damage: 'its record cannot be read' };
        if (binary?.size !== record.size)
            return { damage: `it has ${binary?.size} bytes instead of ${record.size}` };
        const expected = store.pinned.get(wanted.arch) ?? record.sha256;
        const sha256 = rehash ? (0,_host_files_js__WEBPACK_IMPORTED_MODULE_3__/* .hashFile */ .DC)(path) : record.sha256;
        if (sha256 !== expected)
            return { damage: `its sha256 is ${sha256}, and ${expected} is expected` };
        const { source, assumesPreserve, version } = record;
        return { arch: wanted.arch, path, sha256, checked: rehash, source, assumesPreserve, version };
    }
    catch (thrown) {
        return { damage: `it cannot be read (${(0,_text_problem_js__WEBPACK_IMPORTED_MODULE_5__/* .errnoOf */ .UQ)(thrown) ?? (0,_text_problem_js__WEBPACK_IMPORTED_MODULE_5__/* .reasonOf */ .A3)(thrown)})` };
    }
}
function inspectFile(path, name) {
    const inspection = openInspection(name);
    (0,_host_files_js__WEBPACK_IMPORTED_MODULE_3__/* .readPieces */ .ut)(path, inspection.take, false);
    return inspection.end();
}
function draftsOf(store) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(store.tool, `${INCOMING}${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()}-`);
}
function lackingFile(store, wanted) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(store.folder, `${(0,_platform_platforms_js__WEBPACK_IMPORTED_MODULE_4__/* .qemuName */ .gc)(wanted)}.none`);
}
function storeProblem(store, thrown) {
    return (0,_text_problem_js__WEBPACK_IMPORTED_MODULE_5__/* .wrapProblem */ .yI)(thrown, `write to the tool cache ${store.tool}`, {
        id: 'SB084',
        kind: 'host',
        remedy: 'Make room there and let this user write to it, or name another folder in RUNNER_TOOL_CACHE',
    });
}
function attempt(store, work) {
    try {
        return work();
    }
    catch (thrown) {
        throw thrown instanceof _text_problem_js__WEBPACK_IMPORTED_MODULE_5__/* .SetupProblem */ .DN ? thrown : storeProblem(store, thrown);
    }
}
function recordedVersion(host, root, path) {
    if (!path.startsWith(`${root}/${_store_layout_js__WEBPACK_IMPORTED_MODULE_7__/* .STORE_TOOL */ .zv}/`) || path.split('/').includes('..'))
        return undefined;
    try {
        const record = (0,_store_layout_js__WEBPACK_IMPORTED_MODULE_7__/* .parseStoreRecord */ .wX)(host.readText((0,_store_layout_js__WEBPACK_IMPORTED_MODULE_7__/* .recordPath */ .lX)(path)));
        return host.stat(path, false)?.size === record?.size ? record?.version : undefined;
    }
    catch {
        return undefined;
    }
}
const SEAM = 128;
function openInspection(name) {
    const label = `${name} version `;
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    let size = 0;
    let version;
    let tail = Buffer.alloc(0);
    return {
        take: (piece) => {
            hash.update(piece);
            size += piece.length;
            const seam = Buffer.concat([tail, piece.subarray(0, SEAM)]);
            version = versionAfter(label, piece) ?? versionAfter(label, seam) ?? version;
            tail = Buffer.concat([tail, piece.subarray(-SEAM)]).subarray(-SEAM);
        },
        end: () => ({ sha256: hash.digest('hex'), size, version }),
    };
}
function versionAfter(label, bytes) {
    const at = bytes.indexOf(label, 0, 'latin1');
    if (at < 0)
        return undefined;
    const rest = bytes.toString('latin1', at + label.length, at + label.length + 20);
    return /^\d+\.\d+\.\d+/.exec(rest)?.[0];
}
function storeRoot(host) {
    const given = [host.env.RUNNER_TOOL_CACHE, host.env.AGENT_TOOLSDIRECTORY, host.env.XDG_CACHE_HOME];
    const root = given.find((path) => path?.startsWith('/'));
    return root ?? (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(host.env.HOME || '/root', '.cache');
}


/***/ }),

/***/ 2814:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  qN: () => (/* binding */ addToPath),
  Fn: () => (/* binding */ documentationAddress),
  p0: () => (/* binding */ githubProgress),
  tk: () => (/* binding */ publishAfterwards),
  yX: () => (/* binding */ publishFailure),
  Xk: () => (/* binding */ publishKnown),
  S3: () => (/* binding */ publishReport),
  ge: () => (/* binding */ runnerProblem),
  _r: () => (/* binding */ writeLine)
});

// UNUSED EXPORTS: ANNOTATION_LIMIT, annotationsOf

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __nccwpck_require__(7975);
// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 3 modules
var core = __nccwpck_require__(950);
// EXTERNAL MODULE: external "os"
var external_os_ = __nccwpck_require__(857);
// EXTERNAL MODULE: external "fs"
var external_fs_ = __nccwpck_require__(9896);
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/summary.js
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


const { access, appendFile, writeFile } = external_fs_.promises;
const SUMMARY_ENV_VAR = 'GITHUB_STEP_SUMMARY';
const SUMMARY_DOCS_URL = 'https://docs.github.com/actions/using-workflows/workflow-commands-for-github-actions#adding-a-job-summary';
class Summary {
    constructor() {
        this._buffer = '';
    }
    /**
     * Finds the summary file path from the environment, rejects if env var is not found or file does not exist
     * Also checks r/w permissions.
     *
     * @returns step summary file path
     */
    filePath() {
        return __awaiter(this, void 0, void 0, function* () {
            if (this._filePath) {
                return this._filePath;
            }
            const pathFromEnv = process.env[SUMMARY_ENV_VAR];
            if (!pathFromEnv) {
                throw new Error(`Unable to find environment variable for $${SUMMARY_ENV_VAR}. Check if your runtime environment supports job summaries.`);
            }
            try {
                yield access(pathFromEnv, external_fs_.constants.R_OK | external_fs_.constants.W_OK);
            }
            catch (_a) {
                throw new Error(`Unable to access summary file: '${pathFromEnv}'. Check if the file has correct read/write permissions.`);
            }
            this._filePath = pathFromEnv;
            return this._filePath;
        });
    }
    /**
     * Wraps content in an HTML tag, adding any HTML attributes
     *
     * @param {string} tag HTML tag to wrap
     * @param {string | null} content content within the tag
     * @param {[attribute: string]: string} attrs key-value list of HTML attributes to add
     *
     * @returns {string} content wrapped in HTML element
     */
    wrap(tag, content, attrs = {}) {
        const htmlAttrs = Object.entries(attrs)
            .map(([key, value]) => ` ${key}="${value}"`)
            .join('');
        if (!content) {
            return `<${tag}${htmlAttrs}>`;
        }
        return `<${tag}${htmlAttrs}>${content}</${tag}>`;
    }
    /**
     * Writes text in the buffer to the summary buffer file and empties buffer. Will append by default.
     *
     * @param {SummaryWriteOptions} [options] (optional) options for write operation
     *
     * @returns {Promise<Summary>} summary instance
     */
    write(options) {
        return __awaiter(this, void 0, void 0, function* () {
            const overwrite = !!(options === null || options === void 0 ? void 0 : options.overwrite);
            const filePath = yield this.filePath();
            const writeFunc = overwrite ? writeFile : appendFile;
            yield writeFunc(filePath, this._buffer, { encoding: 'utf8' });
            return this.emptyBuffer();
        });
    }
    /**
     * Clears the summary buffer and wipes the summary file
     *
     * @returns {Summary} summary instance
     */
    clear() {
        return __awaiter(this, void 0, void 0, function* () {
            return this.emptyBuffer().write({ overwrite: true });
        });
    }
    /**
     * Returns the current summary buffer as a string
     *
     * @returns {string} string of summary buffer
     */
    stringify() {
        return this._buffer;
    }
    /**
     * If the summary buffer is empty
     *
     * @returns {boolen} true if the buffer is empty
     */
    isEmptyBuffer() {
        return this._buffer.length === 0;
    }
    /**
     * Resets the summary buffer without writing to summary file
     *
     * @returns {Summary} summary instance
     */
    emptyBuffer() {
        this._buffer = '';
        return this;
    }
    /**
     * Adds raw text to the summary buffer
     *
     * @param {string} text content to add
     * @param {boolean} [addEOL=false] (optional) append an EOL to the raw text (default: false)
     *
     * @returns {Summary} summary instance
     */
    addRaw(text, addEOL = false) {
        this._buffer += text;
        return addEOL ? this.addEOL() : this;
    }
    /**
     * Adds the operating system-specific end-of-line marker to the buffer
     *
     * @returns {Summary} summary instance
     */
    addEOL() {
        return this.addRaw(external_os_.EOL);
    }
    /**
     * Adds an HTML codeblock to the summary buffer
     *
     * @param {string} code content to render within fenced code block
     * @param {string} lang (optional) language to syntax highlight code
     *
     * @returns {Summary} summary instance
     */
    addCodeBlock(code, lang) {
        const attrs = Object.assign({}, (lang && { lang }));
        const element = this.wrap('pre', this.wrap('code', code), attrs);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML list to the summary buffer
     *
     * @param {string[]} items list of items to render
     * @param {boolean} [ordered=false] (optional) if the rendered list should be ordered or not (default: false)
     *
     * @returns {Summary} summary instance
     */
    addList(items, ordered = false) {
        const tag = ordered ? 'ol' : 'ul';
        const listItems = items.map(item => this.wrap('li', item)).join('');
        const element = this.wrap(tag, listItems);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML table to the summary buffer
     *
     * @param {SummaryTableCell[]} rows table rows
     *
     * @returns {Summary} summary instance
     */
    addTable(rows) {
        const tableBody = rows
            .map(row => {
            const cells = row
                .map(cell => {
                if (typeof cell === 'string') {
                    return this.wrap('td', cell);
                }
                const { header, data, colspan, rowspan } = cell;
                const tag = header ? 'th' : 'td';
                const attrs = Object.assign(Object.assign({}, (colspan && { colspan })), (rowspan && { rowspan }));
                return this.wrap(tag, data, attrs);
            })
                .join('');
            return this.wrap('tr', cells);
        })
            .join('');
        const element = this.wrap('table', tableBody);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds a collapsable HTML details element to the summary buffer
     *
     * @param {string} label text for the closed state
     * @param {string} content collapsable content
     *
     * @returns {Summary} summary instance
     */
    addDetails(label, content) {
        const element = this.wrap('details', this.wrap('summary', label) + content);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML image tag to the summary buffer
     *
     * @param {string} src path to the image you to embed
     * @param {string} alt text description of the image
     * @param {SummaryImageOptions} options (optional) addition image attributes
     *
     * @returns {Summary} summary instance
     */
    addImage(src, alt, options) {
        const { width, height } = options || {};
        const attrs = Object.assign(Object.assign({}, (width && { width })), (height && { height }));
        const element = this.wrap('img', null, Object.assign({ src, alt }, attrs));
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML section heading element
     *
     * @param {string} text heading text
     * @param {number | string} [level=1] (optional) the heading level, default: 1
     *
     * @returns {Summary} summary instance
     */
    addHeading(text, level) {
        const tag = `h${level}`;
        const allowedTag = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].includes(tag)
            ? tag
            : 'h1';
        const element = this.wrap(allowedTag, text);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML thematic break (<hr>) to the summary buffer
     *
     * @returns {Summary} summary instance
     */
    addSeparator() {
        const element = this.wrap('hr', null);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML line break (<br>) to the summary buffer
     *
     * @returns {Summary} summary instance
     */
    addBreak() {
        const element = this.wrap('br', null);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML blockquote to the summary buffer
     *
     * @param {string} text quote text
     * @param {string} cite (optional) citation url
     *
     * @returns {Summary} summary instance
     */
    addQuote(text, cite) {
        const attrs = Object.assign({}, (cite && { cite }));
        const element = this.wrap('blockquote', text, attrs);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML anchor tag to the summary buffer
     *
     * @param {string} text link text/content
     * @param {string} href hyperlink
     *
     * @returns {Summary} summary instance
     */
    addLink(text, href) {
        const element = this.wrap('a', text, { href });
        return this.addRaw(element).addEOL();
    }
}
const _summary = new Summary();
/**
 * @deprecated use `core.summary`
 */
const markdownSummary = (/* unused pure expression or super */ null && (_summary));
const summary_summary = _summary;
//# sourceMappingURL=summary.js.map
// EXTERNAL MODULE: ./lib/text/problem.js
var problem = __nccwpck_require__(894);
// EXTERNAL MODULE: ./lib/text/text.js
var text_text = __nccwpck_require__(8614);
// EXTERNAL MODULE: ./lib/report/report.js
var report_report = __nccwpck_require__(7556);
// EXTERNAL MODULE: ./lib/report/text.js
var report_text = __nccwpck_require__(3405);
;// CONCATENATED MODULE: ./lib/report/markdown.js



function renderSummary(report) {
    return report.checks === undefined ? renderRun(report) : renderDoctor(report);
}
function renderDoctor(report) {
    const { checks = [], diagnosis, entries = [], findings, host } = report;
    const details = [
        ...[...(0,report_report/* nameEntries */.SH)(entries), ...report.notes].map(text_text/* asMarkdown */.g5),
        ...report.platforms.map(({ platform, proven, reason }) => `${platform}: ${proven ? 'proven' : (0,text_text/* asMarkdown */.g5)(reason)}`),
        ...(0,report_text/* asides */.wv)(findings).map(({ id, title, evidence, link }) => `[${id}](${link}) ${(0,text_text/* asMarkdown */.g5)(`${title}: ${(0,text_text/* sentence */.em)(evidence)}`)}`),
        ...(0,report_text/* unseen */.nv)(checks).map(({ id, title, state, reason }) => (0,text_text/* asMarkdown */.g5)(`${id} ${title}: ${state}: ${reason}`)),
    ];
    return [
        `### setup-binfmt doctor: ${(0,text_text/* asMarkdown */.g5)((0,report_text/* headlineOf */.gD)(report))}`,
        ...(diagnosis === undefined ? [] : [`**${(0,text_text/* asMarkdown */.g5)(diagnosis.headline)}**`]),
        ...(diagnosis?.diagnoses ?? []).map(renderDiagnosis),
        ...(0,report_text/* matters */.vL)(findings).map(renderFinding),
        [
            '<details><summary>Details</summary>',
            '',
            `Linux ${(0,text_text/* asMarkdown */.g5)(host.kernel)} on ${host.architecture}; binfmt\\_misc: ${host.table}. ${(0,report_text/* tally */.N4)(checks)}.`,
            '',
            ...details.map((item) => `- ${item}`),
            '',
            '</details>',
        ].join('\n'),
        '',
    ].join('\n\n');
}
function renderFinding({ id, severity, title, evidence, remedy, commands, link }) {
    return [
        `**[${id}](${link}) ${(0,text_text/* asMarkdown */.g5)(title)}** (${severity})`,
        (0,text_text/* asMarkdown */.g5)((0,text_text/* sentence */.em)(evidence)),
        (0,text_text/* asMarkdown */.g5)((0,text_text/* sentence */.em)(remedy)),
        ...fenced(commands),
    ].join('\n\n');
}
function renderDiagnosis({ title, evidence, causes, link }) {
    const [first, ...others] = causes;
    return [
        `**[${(0,text_text/* asMarkdown */.g5)(title)}](${link})**`,
        evidence.map(({ line, text }) => `- line ${line}: ${(0,text_text/* asMarkdown */.g5)(text)}`).join('\n'),
        `${first.supported ? 'Cause' : 'Most likely'}: ${(0,text_text/* asMarkdown */.g5)((0,text_text/* sentence */.em)(first.text))}`,
        (0,text_text/* asMarkdown */.g5)((0,text_text/* sentence */.em)(first.remedy)),
        ...fenced(first.commands),
        others.map(({ text }) => `- or: ${(0,text_text/* asMarkdown */.g5)((0,text_text/* sentence */.em)(text))}`).join('\n'),
    ]
        .filter((part) => part !== '')
        .join('\n\n');
}
function fenced(commands) {
    return commands.length === 0 ? [] : [['```sh', ...commands, '```'].join('\n')];
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
        return `${mark} ${(0,text_text/* asMarkdown */.g5)((0,report_text/* renderPreviewRow */.fZ)(row))}`;
    return row.proven ? mark : `${mark} ${(0,text_text/* asMarkdown */.g5)(row.reason)}`;
}
function renderRun(report) {
    const { mode, matrix, host, qemu, problem } = report;
    const rows = report.platforms.map((row) => [
        `\`${row.platform}\``,
        MARKS[row.status],
        row.qemuVersion ?? '',
        (0,text_text/* asMarkdown */.g5)(row.flags ?? ''),
        proofCell(row, mode),
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
        ...(mode === 'plan' && matrix !== undefined ? [renderMatrix(matrix), ''] : []),
        `Linux ${(0,text_text/* asMarkdown */.g5)(host.kernel)} on ${host.architecture}${qemu === undefined ? '' : `; ${qemu.origins.map(text_text/* asMarkdown */.g5).join('; ')}`}`,
        '',
        ...(0,report_text/* remarksOf */.ro)(report).map((note) => `- ${(0,text_text/* asWholeMarkdown */.Tt)(note)}`),
        ...(problem === undefined ? [] : ['', `**${problem.id}** ${(0,text_text/* asWholeMarkdown */.Tt)(problem.message)}`]),
        '',
    ].join('\n');
}
function renderMatrix(matrix) {
    if (matrix.include.length === 0)
        return report_text/* EMPTY_MATRIX */.Uo;
    const cells = (0,report_text/* columnsOf */.PL)(matrix).map((column) => {
        const [head = '', ...rest] = column.map((cell) => (report_text/* OWN_WORDS */.Lj.has(cell) ? cell : `\`${cell}\``));
        return [head, '---', ...rest];
    });
    return [...(0,report_text/* joinColumns */.a)(cells, ' | ').map((line) => `| ${line} |`), '', (0,report_text/* sumOf */.XN)(matrix)].join('\n');
}

;// CONCATENATED MODULE: ./lib/report/github.js







function documentationAddress(host) {
    const { GITHUB_SERVER_URL: server, GITHUB_ACTION_REPOSITORY: repository, GITHUB_ACTION_REF: ref, } = host.env;
    const parts = [server, repository, 'blob', ref];
    const known = parts.every((part) => part !== undefined && /^[\w.:/@-]{1,200}$/.test(part));
    return known ? `${parts.join('/')}/` : '';
}
function githubProgress() {
    let open = false;
    const end = () => {
        if (open)
            core/* endGroup */.N4();
        open = false;
    };
    return {
        group: (title) => {
            end();
            core/* startGroup */.Oh(title);
            open = true;
        },
        line: writeLine,
        end,
    };
}
function writeLine(text) {
    core/* info */.pq(`  ${(0,text_text/* oneLine */.TN)(text)}`);
}
async function publishReport(host, report, summary) {
    (0,report_text/* renderText */.S5)(report).forEach(writeLine);
    const lost = [];
    const attempt = async (publish) => {
        try {
            await publish();
        }
        catch (thrown) {
            lost.push(thrown);
        }
    };
    let outputs = report.outputs;
    await attempt(() => {
        const file = writeReport(host, report);
        if (file !== undefined)
            outputs = { report: file, ...outputs };
    });
    await attempt(() => setOutputs(outputs));
    for (const { level, title, text } of annotationsOf(report)) {
        if (level === 'error')
            core/* error */.z3(text, { title });
        else
            core/* warning */.$e(text, { title });
    }
    if (summary && host.env.GITHUB_STEP_SUMMARY) {
        await attempt(() => summary_summary.addRaw(renderSummary(report)).write());
    }
    publishProblem(report);
    return lost.length === 0 ? undefined : runnerProblem('publish the result', ...lost);
}
function writeReport(host, report) {
    const temp = host.env.RUNNER_TEMP;
    if (temp === undefined || host.stat(temp)?.kind !== 'folder')
        return undefined;
    const path = `${host.makeTemporary('setup-binfmt-report-', temp)}/report.json`;
    host.writeFile(path, (0,report_report/* renderJson */.hF)(report), 0o644);
    return path;
}
function setOutputs(outputs) {
    for (const [name, value] of Object.entries(outputs))
        core/* setOutput */.uH(name, value);
}
function publishProblem({ problem }) {
    if (problem !== undefined)
        core/* error */.z3(problem.message, { title: problem.id });
}
function addToPath(folder) {
    try {
        core/* addPath */.fM(folder);
    }
    catch (thrown) {
        throw runnerProblem('put a folder on PATH of later steps', thrown);
    }
}
function publishAfterwards(report) {
    for (const line of (0,report_text/* renderText */.S5)(report))
        core/* info */.pq(line);
    publishProblem(report);
}
function publishFailure(problem) {
    core/* error */.z3(problem.message, { title: problem.id });
    if (core/* isDebug */._o() && problem.cause !== undefined)
        core/* debug */.Yz((0,external_node_util_.inspect)(problem.cause));
}
function publishKnown(outputs) {
    try {
        setOutputs(outputs);
    }
    catch {
    }
}
function runnerProblem(what, ...thrown) {
    const text = {
        id: 'SB-RUNNER',
        kind: 'host',
        what,
        cause: thrown.map(problem/* reasonOf */.A3).join('; '),
        remedy: 'Let RUNNER_TEMP and the GITHUB_ variables of this step name what it can write',
    };
    return new problem/* SetupProblem */.DN(text, { cause: thrown[0] });
}
const ANNOTATION_LIMIT = 10;
function annotationsOf(report) {
    const shown = report.mode === 'doctor' ? ['error', 'warning'] : ['warning'];
    const found = report.findings.flatMap(({ id, severity, title, evidence, remedy }) => severity !== 'info' && shown.includes(severity)
        ? [{ level: severity, title: `${id} ${title}`, text: `${(0,text_text/* sentence */.em)(evidence)} ${(0,text_text/* sentence */.em)(remedy)}` }]
        : []);
    const [first] = report.diagnosis?.diagnoses ?? [];
    const log = first === undefined || first.standing === 'not-emulation'
        ? []
        : [
            {
                level: 'error',
                title: first.title,
                text: `${(0,text_text/* sentence */.em)(first.causes[0].text)} ${(0,text_text/* sentence */.em)(first.causes[0].remedy)}`,
            },
        ];
    return [...log, ...found].slice(0, ANNOTATION_LIMIT);
}


/***/ }),

/***/ 4175:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   dY: () => (/* binding */ narrateChanges),
/* harmony export */   q3: () => (/* binding */ narrateInstalled),
/* harmony export */   yh: () => (/* binding */ narrateHost),
/* harmony export */   z0: () => (/* binding */ narrateDecisions)
/* harmony export */ });
/* harmony import */ var _binfmt_persist_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7434);
/* harmony import */ var _facts_facts_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7302);
/* harmony import */ var _text_text_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(8614);



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
    const dies = (0,_facts_facts_js__WEBPACK_IMPORTED_MODULE_1__/* .kernelAbilities */ .Kv)(kernel).entriesDieWithMount
        ? '; entries last as long as it stays mounted'
        : '';
    return [
        `Linux ${(0,_text_text_js__WEBPACK_IMPORTED_MODULE_2__/* .printable */ .g$)(kernel.release, 60)} on ${facts.architecture ?? 'an unknown architecture'}${where}, ${facts.cpus} CPUs`,
        `binfmt_misc: ${table.state}${entries}${dies}`,
        `changes are made ${BY_WHOM[facts.privilege]}`,
    ];
}
function narrateDecisions(decisions) {
    return decisions.map(({ target, action, reason, replaces }) => {
        const names = replaces.map(({ name }) => (0,_text_text_js__WEBPACK_IMPORTED_MODULE_2__/* .printable */ .g$)(name, 60)).join(', ');
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
        ...applied.removed.map((name) => `removed ${(0,_text_text_js__WEBPACK_IMPORTED_MODULE_2__/* .printable */ .g$)(name, 60)}`),
        ...(applied.restored ?? []).map((name) => `put ${(0,_text_text_js__WEBPACK_IMPORTED_MODULE_2__/* .printable */ .g$)(name, 60)} back`),
        ...(applied.rules ?? []).flatMap(({ name, changed }) => (changed ? [`registered rule ${name}`] : [])),
        ...narrateInstalled(applied, plan),
        ...(applied.persisted === true ? [`wrote ${_binfmt_persist_js__WEBPACK_IMPORTED_MODULE_0__/* .FRAGMENT_PATH */ .J2}, so that it stays so after a reboot`] : []),
    ];
}
function narrateInstalled(applied, plan) {
    const handlers = new Map(plan?.install.map(({ arch, interpreter }) => [arch, interpreter]));
    const lines = applied.installed.flatMap(({ arch, name, changed, replaced, problem }) => [
        problem === undefined ? '' : `${arch}: ${problem}`,
        problem === undefined && changed ? `registered ${name}${phrase(handlers.get(arch))}` : '',
        ...replaced.map((old) => `removed the old entry ${(0,_text_text_js__WEBPACK_IMPORTED_MODULE_2__/* .printable */ .g$)(old, 60)}`),
    ]);
    return [...lines.filter((line) => line !== ''), ...applied.problems];
}
function phrase(handler) {
    return handler === undefined ? '' : ` for ${handler}`;
}


/***/ }),

/***/ 1474:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   EK: () => (/* binding */ unregistered),
/* harmony export */   ET: () => (/* binding */ obstacle),
/* harmony export */   JM: () => (/* binding */ notOffered),
/* harmony export */   QY: () => (/* binding */ obstacleToMount),
/* harmony export */   Rv: () => (/* binding */ unpersisted),
/* harmony export */   cu: () => (/* binding */ unremoved),
/* harmony export */   g$: () => (/* binding */ tooLarge),
/* harmony export */   gm: () => (/* binding */ unproven),
/* harmony export */   lG: () => (/* binding */ wrongRules),
/* harmony export */   oc: () => (/* binding */ unfitness),
/* harmony export */   pD: () => (/* binding */ obstacleToRemoval),
/* harmony export */   uh: () => (/* binding */ unmounted),
/* harmony export */   x5: () => (/* binding */ refusal)
/* harmony export */ });
/* harmony import */ var _binfmt_persist_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7434);
/* harmony import */ var _binfmt_rule_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6582);
/* harmony import */ var _doctor_checks_index_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(799);
/* harmony import */ var _plan_changes_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(2192);
/* harmony import */ var _platform_platforms_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(2061);
/* harmony import */ var _text_problem_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(894);
/* harmony import */ var _text_text_js__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(8614);
/* harmony import */ var _result_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(6015);








const MOUNT = 'mount binfmt_misc';
function problemOf(causes, text, first) {
    if (causes.length === 0)
        return undefined;
    return new _text_problem_js__WEBPACK_IMPORTED_MODULE_5__/* .SetupProblem */ .DN({ ...text, cause: causes.join('; ') }, { cause: first });
}
function unfitness(finding) {
    return (0,_doctor_checks_index_js__WEBPACK_IMPORTED_MODULE_2__/* .asProblem */ .gr)(finding, 'make platforms run here');
}
function obstacle(facts, inputs) {
    const what = 'register handlers';
    const finding = (0,_doctor_checks_index_js__WEBPACK_IMPORTED_MODULE_2__/* .changeObstacle */ .Ub)(facts);
    if (finding !== undefined)
        return (0,_doctor_checks_index_js__WEBPACK_IMPORTED_MODULE_2__/* .asProblem */ .gr)(finding, what);
    if (inputs.autoload || (0,_plan_changes_js__WEBPACK_IMPORTED_MODULE_3__/* .planPreparation */ .Xo)(facts).length === 0)
        return undefined;
    return new _text_problem_js__WEBPACK_IMPORTED_MODULE_5__/* .SetupProblem */ .DN({
        id: 'SB009',
        kind: 'host',
        what,
        cause: `binfmt_misc is not mounted (${facts.table.state}), and autoload is off`,
        remedy: 'Mount it before this step, or set autoload to true',
    });
}
function obstacleToRemoval(facts) {
    const finding = (0,_doctor_checks_index_js__WEBPACK_IMPORTED_MODULE_2__/* .preflight */ .Mz)(facts) ?? (0,_doctor_checks_index_js__WEBPACK_IMPORTED_MODULE_2__/* .changeObstacle */ .Ub)(facts);
    return finding && (0,_doctor_checks_index_js__WEBPACK_IMPORTED_MODULE_2__/* .asProblem */ .gr)(finding, 'take entries away');
}
function obstacleToMount(facts) {
    const finding = (0,_doctor_checks_index_js__WEBPACK_IMPORTED_MODULE_2__/* .preflight */ .Mz)(facts) ?? ((0,_plan_changes_js__WEBPACK_IMPORTED_MODULE_3__/* .planPreparation */ .Xo)(facts).length > 0 ? (0,_doctor_checks_index_js__WEBPACK_IMPORTED_MODULE_2__/* .changeObstacle */ .Ub)(facts) : undefined);
    return finding && (0,_doctor_checks_index_js__WEBPACK_IMPORTED_MODULE_2__/* .asProblem */ .gr)(finding, MOUNT);
}
function unmounted(problems) {
    return problemOf(problems, { id: 'SB009', kind: 'host', what: MOUNT, remedy: 'Run the doctor for more' });
}
function tooLarge(problems) {
    return problemOf(problems, {
        id: 'SB012',
        kind: 'input',
        what: 'make a matrix of these platforms',
        remedy: 'Ask for fewer platforms',
    });
}
function refusal(platforms) {
    const refused = (0,_result_js__WEBPACK_IMPORTED_MODULE_6__/* .decisionsTo */ .bp)('refuse', platforms);
    return problemOf(refused.map(({ target, reason }) => `${target.arch}: ${reason}`), {
        id: 'SB010',
        kind: 'unproven',
        what: 'take over what others registered',
        remedy: 'Set on-conflict to repair or replace, or remove these entries',
    });
}
function wrongRules(problems) {
    return problemOf(problems, {
        id: 'SB085',
        kind: 'input',
        what: 'register the rules',
        remedy: 'Correct the rules, or set on-conflict to replace where a name is taken',
    });
}
function unregistered(rules) {
    const absent = rules.filter(({ registered }) => !registered);
    return problemOf(absent.map(({ name, failure }) => failure ?? `rule ${name} was not tried`), {
        id: 'SB086',
        kind: 'unproven',
        what: `register ${absent.map(({ name }) => name).join(', ')}`,
        remedy: 'Correct the rules, or run this step as root or with sudo',
    });
}
function unremoved(problems) {
    return problemOf(problems, {
        id: 'SB087',
        kind: 'unproven',
        what: 'leave the table as it was asked for',
        remedy: 'Look at these entries, and remove or register them yourself if they are to go or to stay',
    });
}
function unpersisted(inputs, platforms, persisted) {
    if (!inputs.persist)
        return undefined;
    const answering = new Set(platforms.flatMap(({ verdict }) => verdict?.entry ?? []));
    const lost = [...answering].filter((entry) => !persisted.some((rule) => (0,_binfmt_rule_js__WEBPACK_IMPORTED_MODULE_1__/* .isRuleOf */ .Cz)(rule, entry)));
    const rules = inputs.rules.filter((rule) => !persisted.some(({ name }) => name === rule.name));
    const names = [...lost, ...rules].map(({ name }) => (0,_text_text_js__WEBPACK_IMPORTED_MODULE_7__/* .printable */ .g$)(name, 60));
    if (names.length === 0)
        return undefined;
    const foreign = lost.flatMap(({ name, interpreter }) => (0,_binfmt_persist_js__WEBPACK_IMPORTED_MODULE_0__/* .isPersistent */ .sv)(interpreter)
        ? []
        : `${(0,_text_text_js__WEBPACK_IMPORTED_MODULE_7__/* .printable */ .g$)(name, 60)} runs ${(0,_text_text_js__WEBPACK_IMPORTED_MODULE_7__/* .printable */ .g$)(interpreter ?? 'a handler that is no file', 200)}`);
    return new _text_problem_js__WEBPACK_IMPORTED_MODULE_5__/* .SetupProblem */ .DN({
        id: 'SB088',
        kind: 'unproven',
        what: `keep ${names.join(', ')} over a reboot`,
        cause: foreign.length > 0
            ? `${foreign.join('; ')}, which is not ours to keep`
            : 'it is not in the fragment that was written',
        remedy: 'Set on-conflict to replace, so that handlers of our own take their place',
    });
}
function unproven(rows, problems, { tableReady, strict, failure, }) {
    const failed = rows.filter(({ proven }) => !proven);
    const sharing = new Map();
    for (const { platform, reason } of failed) {
        sharing.set(reason, [...(sharing.get(reason) ?? []), platform]);
    }
    const reasons = [...sharing].map(([reason, platforms]) => `${platforms.join(', ')}: ${reason}`);
    const otherwise = `Run the doctor for more${strict ? ', or set strict to false to go on without' : ''}`;
    return problemOf(failed.length > 0 && problems.length > 0 ? problems : reasons, {
        id: failure?.id ?? 'SB089',
        kind: tableReady ? 'unproven' : 'host',
        what: `prove ${failed.map(({ platform }) => platform).join(', ')}`,
        remedy: failure?.remedy ?? otherwise,
    }, failure);
}
function notOffered(absent) {
    if (absent.length === 0)
        return undefined;
    return new _text_problem_js__WEBPACK_IMPORTED_MODULE_5__/* .SetupProblem */ .DN({
        id: 'SB090',
        kind: 'unproven',
        what: `prove ${absent.map(_platform_platforms_js__WEBPACK_IMPORTED_MODULE_4__/* .formatPlatform */ .Bq).join(', ')}`,
        cause: 'the image that matrix-from names does not have it',
        remedy: 'Ask for platforms that the image has, or for all',
    });
}


/***/ }),

/***/ 7556:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ blamesEmulation),
/* harmony export */   SH: () => (/* binding */ nameEntries),
/* harmony export */   dO: () => (/* binding */ makeReport),
/* harmony export */   g5: () => (/* binding */ failureOf),
/* harmony export */   hF: () => (/* binding */ renderJson),
/* harmony export */   x0: () => (/* binding */ reportPlatforms)
/* harmony export */ });
/* unused harmony exports REPORT_SCHEMA, reportPreview, reportEntries */
/* harmony import */ var _platform_matrix_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9840);
/* harmony import */ var _platform_platforms_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(2061);
/* harmony import */ var _probe_verdict_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(1145);
/* harmony import */ var _text_text_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(8614);
/* harmony import */ var _result_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(6015);





const REPORT_SCHEMA = 1;
function reportQemu({ origins, cacheHit, downloadedBytes }) {
    return { origins, cacheHit, downloadedBytes };
}
function makeReport(result) {
    const { facts, problem, checks, notes, matrix } = result;
    const healthy = isHealthy(result);
    const body = {
        schema: REPORT_SCHEMA,
        mode: result.mode,
        exitCode: problem?.exitCode ?? (checks === undefined || healthy ? 0 : 1),
        healthy,
        changed: result.changed,
        host: {
            kernel: (0,_text_text_js__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g$)(facts.kernel.release, 100),
            architecture: facts.architecture ?? 'unknown',
            privilege: facts.privilege,
            container: facts.container,
            table: facts.table.state,
        },
        platforms: reportPlatforms(result),
        registered: result.registered,
        removed: safeNames(result.removed),
        rules: reportRules(result),
        planned: result.planned && reportPreview(result.planned),
        qemu: result.qemu && reportQemu(result.qemu),
        findings: result.findings,
        checks: checks?.map(reportCheck),
        entries: checks && reportEntries(facts.table.entries),
        diagnosis: result.diagnosis,
        notes,
        problem: problem && { id: problem.id, message: problem.message },
        matrix,
    };
    return { ...body, outputs: makeOutputs(result, body) };
}
function isHealthy(result) {
    const { problem, waived, checks, diagnosis, findings } = result;
    if (checks === undefined) {
        return problem === undefined && waived !== true && reportPlatforms(result).every(({ proven }) => proven);
    }
    const blamed = diagnosis !== undefined && blamesEmulation(diagnosis);
    return !blamed && findings.every(({ severity }) => severity !== 'error');
}
function reportPlatforms(result) {
    return result.platforms
        .filter(({ implied }) => implied !== true)
        .map((one) => reportPlatform(one, (0,_result_js__WEBPACK_IMPORTED_MODULE_3__/* .explainShortfall */ .NR)(one, result.facts)));
}
function reportPlatform({ platform, decision: { action, reason }, verdict, failure }, shortfall) {
    const proven = (0,_probe_verdict_js__WEBPACK_IMPORTED_MODULE_2__/* .isProven */ .nn)(verdict) && shortfall === undefined;
    const { entry, qemuVersion } = verdict ?? {};
    return {
        platform: (0,_platform_platforms_js__WEBPACK_IMPORTED_MODULE_1__/* .formatPlatform */ .Bq)(platform),
        arch: platform.arch,
        status: verdict?.status ?? 'absent',
        proven,
        action,
        reason: proven ? reason : (shortfall ?? failure ?? (verdict?.reason || reason)),
        entry: entry && (0,_text_text_js__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g$)(entry.name, 100),
        flags: entry && (0,_text_text_js__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g$)(entry.flags, 20),
        interpreter: safePath(entry?.interpreter),
        qemuVersion,
        ms: Math.round((verdict?.ms ?? 0) * 10) / 10,
    };
}
function reportRules({ rules = [] }) {
    if (rules.length === 0)
        return undefined;
    return rules.map(({ name, interpreter, registered }) => ({
        name,
        interpreter: (0,_text_text_js__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g$)(interpreter, 300),
        registered,
    }));
}
function listRunning({ verdicts, facts }, status) {
    return [...verdicts.values()]
        .filter((verdict) => verdict.status === status)
        .flatMap((verdict) => (0,_platform_platforms_js__WEBPACK_IMPORTED_MODULE_1__/* .platformsOf */ .Wt)(verdict.arch, (0,_result_js__WEBPACK_IMPORTED_MODULE_3__/* .amd64Level */ .J7)(verdict, facts)))
        .map(_platform_platforms_js__WEBPACK_IMPORTED_MODULE_1__/* .formatPlatform */ .Bq);
}
function makeOutputs(result, body) {
    const native = listRunning(result, 'native');
    const emulated = listRunning(result, 'emulated');
    const versions = [...result.verdicts.values()].flatMap(({ qemuVersion }) => qemuVersion ?? []);
    const { matrix } = result;
    return {
        platforms: [...native, ...emulated].join(','),
        native: native.join(','),
        emulated: emulated.join(','),
        registered: result.registered.join(','),
        'qemu-version': [...new Set(versions)].join(','),
        kernel: body.host.kernel,
        'cache-hit': String(body.qemu?.cacheHit ?? false),
        changed: String(body.changed),
        healthy: String(body.healthy),
        ...(matrix && { matrix: (0,_platform_matrix_js__WEBPACK_IMPORTED_MODULE_0__/* .formatMatrix */ .b6)(matrix), count: String(matrix.include.length) }),
    };
}
function renderJson(report) {
    return `${JSON.stringify(report, null, 2)}\n`;
}
function safeNames(names) {
    return names.map((name) => (0,_text_text_js__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g$)(name, 100));
}
function safePath(path) {
    return path === undefined ? undefined : (0,_text_text_js__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g$)(path, 300);
}
function reportPreview(planned) {
    return { ...planned, replaced: safeNames(planned.replaced), removed: safeNames(planned.removed) };
}
function reportCheck({ id, title, ...rest }) {
    return { id, title, state: rest.state, reason: 'reason' in rest ? rest.reason : undefined };
}
function reportEntries(entries) {
    return entries.map(({ name, enabled, match, interpreter, flags }) => ({
        name: (0,_text_text_js__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g$)(name, 100),
        enabled,
        kind: match.kind,
        interpreter: safePath(interpreter),
        flags: (0,_text_text_js__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g$)(flags, 20),
    }));
}
function nameEntries(entries) {
    if (entries.length === 0)
        return [];
    const names = entries.map(({ name, enabled }) => (enabled ? name : `${name} (off)`));
    return [`in the table, the newest first: ${names.join(', ')}`];
}
function failureOf(mode, { id, message, exitCode }) {
    return {
        schema: REPORT_SCHEMA,
        mode,
        exitCode,
        healthy: false,
        changed: false,
        platforms: [],
        registered: [],
        removed: [],
        findings: [],
        notes: [],
        problem: { id, message },
        outputs: {},
    };
}
function blamesEmulation({ verdict, diagnoses }) {
    return verdict === 'emulation' && diagnoses[0]?.causes[0].supported === true;
}


/***/ }),

/***/ 6015:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Cm: () => (/* binding */ addPreviousRounds),
/* harmony export */   Ep: () => (/* binding */ conclude),
/* harmony export */   H: () => (/* binding */ listNotTakenOver),
/* harmony export */   H2: () => (/* binding */ downgradeToWarning),
/* harmony export */   J7: () => (/* binding */ amd64Level),
/* harmony export */   N0: () => (/* binding */ changesIn),
/* harmony export */   NR: () => (/* binding */ explainShortfall),
/* harmony export */   T_: () => (/* binding */ judgeRules),
/* harmony export */   V5: () => (/* binding */ joinPlatforms),
/* harmony export */   YT: () => (/* binding */ newResult),
/* harmony export */   bp: () => (/* binding */ decisionsTo),
/* harmony export */   qg: () => (/* binding */ judgePlatforms)
/* harmony export */ });
/* harmony import */ var _binfmt_rule_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6582);
/* harmony import */ var _doctor_checks_check_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1283);
/* harmony import */ var _platform_matrix_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(9840);
/* harmony import */ var _platform_platforms_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(2061);
/* harmony import */ var _probe_verdict_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(1145);
/* harmony import */ var _text_text_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(8614);






function newResult(mode, facts) {
    return {
        mode,
        facts,
        verdicts: new Map(),
        platforms: [],
        registered: [],
        removed: [],
        changed: false,
        findings: [],
        notes: [],
    };
}
function joinPlatforms({ platforms, all }, decisions, verdicts) {
    const decided = new Map(decisions.map((decision) => [decision.target.arch, decision]));
    return platforms.flatMap((platform) => {
        const decision = decided.get(platform.arch);
        if (decision === undefined)
            return [];
        const implied = all && decision.action === 'native';
        return { platform, decision, verdict: verdicts.get(platform.arch), implied };
    });
}
function decisionsTo(action, platforms) {
    const decisions = new Set(platforms.map(({ decision }) => decision));
    return [...decisions].filter((decision) => decision.action === action);
}
function judgePlatforms(platforms, verdicts, missing, { installed, problems }) {
    const failures = new Map(missing.map(({ arch, reason }) => [arch, reason]));
    for (const { arch, problem } of installed)
        if (problem !== undefined)
            failures.set(arch, problem);
    return platforms.map((one) => {
        const { arch } = one.platform;
        const verdict = verdicts.get(arch);
        const otherwise = (0,_probe_verdict_js__WEBPACK_IMPORTED_MODULE_4__/* .isProven */ .nn)(verdict) ? undefined : (problems[0] ?? 'nothing was done');
        const failure = one.decision.action === 'install' ? (failures.get(arch) ?? otherwise) : undefined;
        return { ...one, verdict, failure };
    });
}
function listNotTakenOver(platforms) {
    const lines = platforms.flatMap(({ platform: { arch }, verdict, failure }) => {
        if (failure === undefined || !(0,_probe_verdict_js__WEBPACK_IMPORTED_MODULE_4__/* .isProven */ .nn)(verdict))
            return [];
        const runner = verdict?.entry === undefined ? 'this host' : (0,_text_text_js__WEBPACK_IMPORTED_MODULE_5__/* .printable */ .g$)(verdict.entry.name, 60);
        return `${arch} is still run by ${runner}: ${failure}`;
    });
    return [...new Set(lines)];
}
function amd64Level(verdict, facts) {
    if (verdict?.status === 'native')
        return facts.amd64Level ?? 1;
    return verdict?.qemuVersion === undefined ? 1 : 2;
}
function explainShortfall({ platform, verdict }, facts) {
    if (platform.arch !== 'amd64' || platform.variant === undefined || !(0,_probe_verdict_js__WEBPACK_IMPORTED_MODULE_4__/* .isProven */ .nn)(verdict))
        return undefined;
    const level = amd64Level(verdict, facts);
    const wanted = Number(platform.variant.slice(1));
    return wanted > level ? `x86-64-v${wanted} is asked for, and v${level} is what runs here` : undefined;
}
function judgeRules(rules, entries, applied) {
    const failures = new Map(applied.rules?.map(({ name, problem }) => [name, problem]));
    return rules.map((rule) => ({
        name: rule.name,
        interpreter: rule.interpreter,
        registered: entries.some((entry) => entry.enabled && (0,_binfmt_rule_js__WEBPACK_IMPORTED_MODULE_0__/* .isRuleOf */ .Cz)(rule, entry)),
        failure: failures.get(rule.name),
    }));
}
function changesIn(applied) {
    const { prepared, installed, rules = [], restored = [], persisted = false, outdated = false } = applied;
    const written = [...installed, ...rules].filter(({ changed }) => changed).map(({ name }) => name);
    const registered = [...written, ...restored];
    const removed = [...applied.removed, ...installed.flatMap(({ replaced }) => replaced)];
    const changed = persisted || prepared.length + registered.length + removed.length > 0;
    return { registered, removed, changed, outdated };
}
const DAMAGED = 'SB046';
function addPreviousRounds(previous, result) {
    if (previous === undefined)
        return result;
    const { registered, removed, changed, findings } = previous;
    return {
        ...result,
        registered: [...new Set([...registered, ...result.registered])],
        removed: [...new Set([...removed, ...result.removed])],
        changed: changed || result.changed,
        findings: [...result.findings, ...findings.filter(({ id }) => id === DAMAGED)],
    };
}
function conclude(result, run, problem) {
    const proven = result.platforms.filter((one) => (0,_probe_verdict_js__WEBPACK_IMPORTED_MODULE_4__/* .isProven */ .nn)(one.verdict) && explainShortfall(one, result.facts) === undefined);
    const names = new Set(proven.map(({ platform }) => (0,_platform_platforms_js__WEBPACK_IMPORTED_MODULE_3__/* .formatPlatform */ .Bq)(platform)));
    const { matrix, missing } = (0,_platform_matrix_js__WEBPACK_IMPORTED_MODULE_2__/* .keepRunnable */ .b$)(run.matrix, names);
    const ended = { ...result, matrix };
    if (problem === undefined || run.inputs.strict)
        return { ...ended, problem };
    const waived = downgradeToWarning(ended, problem);
    if (missing.length === 0)
        return waived;
    const note = `The matrix leaves out ${(0,_text_text_js__WEBPACK_IMPORTED_MODULE_5__/* .listed */ .KE)(missing)}: not proven here, and to be emulated on the runner of the leg.`;
    return { ...waived, notes: [...waived.notes, note] };
}
function downgradeToWarning(result, { id, what, reason, remedy }) {
    const title = `cannot ${what}`;
    const evidence = `${title}: ${reason}`;
    const warning = {
        id,
        severity: 'warning',
        title,
        evidence,
        remedy,
        commands: [],
        link: (0,_doctor_checks_check_js__WEBPACK_IMPORTED_MODULE_1__/* .linkOf */ .IJ)(id),
    };
    return { ...result, waived: true, findings: [warning, ...result.findings] };
}


/***/ }),

/***/ 6414:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   NM: () => (/* binding */ printComplaint),
/* harmony export */   Y_: () => (/* binding */ printReport),
/* harmony export */   e3: () => (/* binding */ terminalProgress),
/* harmony export */   eV: () => (/* binding */ printFailure),
/* harmony export */   ev: () => (/* binding */ paintFor)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7975);
/* harmony import */ var _text_text_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(8614);
/* harmony import */ var _report_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7556);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(3405);




const COLOURS = {
    good: (text) => `\u001b[32m${text}\u001b[0m`,
    bad: (text) => `\u001b[31m${text}\u001b[0m`,
    faint: (text) => `\u001b[2m${text}\u001b[0m`,
};
function paintFor(host, isTerminal) {
    const wanted = isTerminal && (host.env.NO_COLOR ?? '') === '' && host.env.TERM !== 'dumb';
    return wanted ? COLOURS : _text_js__WEBPACK_IMPORTED_MODULE_2__/* .PLAIN */ .tZ;
}
function terminalProgress(paint) {
    return {
        group: (title) => process.stderr.write(`${paint.faint(title)}\n`),
        line: (text) => process.stderr.write(`  ${(0,_text_text_js__WEBPACK_IMPORTED_MODULE_3__/* .oneLine */ .TN)(text)}\n`),
    };
}
function printReport(report, options) {
    process.stdout.write(options.json ? (0,_report_js__WEBPACK_IMPORTED_MODULE_1__/* .renderJson */ .hF)(report) : `${(0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .renderText */ .S5)(report, options.paint).join('\n')}\n`);
    printProblem(report.problem, options.paint);
}
function printFailure(host, problem, { mode, paint }) {
    if (mode !== undefined)
        process.stdout.write((0,_report_js__WEBPACK_IMPORTED_MODULE_1__/* .renderJson */ .hF)((0,_report_js__WEBPACK_IMPORTED_MODULE_1__/* .failureOf */ .g5)(mode, problem)));
    if (host.env.RUNNER_DEBUG === '1' && problem.cause !== undefined) {
        process.stderr.write(`${(0,node_util__WEBPACK_IMPORTED_MODULE_0__.inspect)(problem.cause)}\n`);
    }
    printProblem(problem, paint);
}
function printComplaint(report, paint) {
    process.stderr.write(`${(0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .renderText */ .S5)(report, paint).join('\n')}\n`);
    printProblem(report.problem, paint);
}
function printProblem(problem, paint) {
    if (problem !== undefined)
        process.stderr.write(`${paint.bad(problem.id)} ${problem.message}\n`);
}


/***/ }),

/***/ 3405:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Lj: () => (/* binding */ OWN_WORDS),
/* harmony export */   N4: () => (/* binding */ tally),
/* harmony export */   PL: () => (/* binding */ columnsOf),
/* harmony export */   S5: () => (/* binding */ renderText),
/* harmony export */   Uo: () => (/* binding */ EMPTY_MATRIX),
/* harmony export */   XN: () => (/* binding */ sumOf),
/* harmony export */   a: () => (/* binding */ joinColumns),
/* harmony export */   fZ: () => (/* binding */ renderPreviewRow),
/* harmony export */   gD: () => (/* binding */ headlineOf),
/* harmony export */   nv: () => (/* binding */ unseen),
/* harmony export */   ro: () => (/* binding */ remarksOf),
/* harmony export */   tZ: () => (/* binding */ PLAIN),
/* harmony export */   vL: () => (/* binding */ matters),
/* harmony export */   wv: () => (/* binding */ asides)
/* harmony export */ });
/* unused harmony exports previewLines, renderMatrix */
/* harmony import */ var _text_text_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8614);
/* harmony import */ var _report_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7556);


function headlineOf({ findings, platforms, diagnosis, }) {
    const count = (severity) => {
        const number = findings.filter((finding) => finding.severity === severity).length;
        return number === 0 ? '' : `${number} ${severity}${number === 1 ? '' : 's'}`;
    };
    const [errors, warnings] = [count('error'), count('warning')];
    const failure = blameOf(diagnosis);
    if (errors !== '' || failure !== '') {
        return `Not healthy: ${[failure, errors, warnings].filter((part) => part !== '').join(', ')}`;
    }
    const state = warnings === '' ? 'Healthy' : `Healthy, with ${warnings}`;
    const runs = platforms.filter(({ proven }) => proven).map(({ platform }) => platform);
    return runs.length === 0
        ? state
        : `${state}: ${runs.join(', ')} ${runs.length === 1 ? 'runs' : 'run'} here`;
}
function blameOf(diagnosis) {
    if (diagnosis === undefined || !(0,_report_js__WEBPACK_IMPORTED_MODULE_0__/* .blamesEmulation */ .D)(diagnosis))
        return '';
    return `the build failed on emulation (${diagnosis.diagnoses[0]?.title})`;
}
function matters(findings) {
    return findings.filter(({ severity }) => severity !== 'info');
}
function asides(findings) {
    return findings.filter(({ severity }) => severity === 'info');
}
function tally(checks) {
    const count = (state) => checks.filter((check) => check.state === state).length;
    return `${count('clean')} checks found nothing, ${count('found')} found something, ${count('skipped')} were skipped, ${count('failed')} failed`;
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
function renderDoctor(report, paint) {
    const { checks = [], diagnosis, entries = [], findings } = report;
    const headline = headlineOf(report);
    return [
        report.healthy ? paint.good(headline) : paint.bad(headline),
        ...(diagnosis === undefined ? [] : ['', diagnosis.headline]),
        ...(diagnosis?.diagnoses ?? []).flatMap(renderDiagnosis),
        ...matters(findings).flatMap((finding) => renderFinding(finding, paint)),
        '',
        '─'.repeat(40),
        ...report.notes,
        ...report.platforms
            .filter(({ proven }) => !proven)
            .map(({ platform, reason }) => `${platform}: ${reason}`),
        ...(0,_report_js__WEBPACK_IMPORTED_MODULE_0__/* .nameEntries */ .SH)(entries),
        ...asides(findings).map(({ id, title, evidence }) => `${id} ${title}: ${(0,_text_text_js__WEBPACK_IMPORTED_MODULE_1__/* .sentence */ .em)(evidence)}`),
        ...groupUnseen(checks).map(paint.faint),
        tally(checks),
    ];
}
function renderFinding({ id, severity, title, evidence, remedy, commands, link }, paint) {
    const head = `${id} ${title} (${severity})`;
    return [
        '',
        severity === 'error' ? paint.bad(head) : head,
        `  ${(0,_text_text_js__WEBPACK_IMPORTED_MODULE_1__/* .sentence */ .em)(evidence)}`,
        `  ${(0,_text_text_js__WEBPACK_IMPORTED_MODULE_1__/* .sentence */ .em)(remedy)}`,
        ...commands.map((command) => `    ${command}`),
        `  ${paint.faint(link)}`,
    ];
}
function renderDiagnosis({ title, evidence, causes, link }) {
    const [first, ...others] = causes;
    return [
        '',
        title,
        ...evidence.map(({ line, text }) => `  line ${line}: ${text}`),
        `  ${first.supported ? 'Cause' : 'Most likely'}: ${(0,_text_text_js__WEBPACK_IMPORTED_MODULE_1__/* .sentence */ .em)(first.text)}`,
        `  ${(0,_text_text_js__WEBPACK_IMPORTED_MODULE_1__/* .sentence */ .em)(first.remedy)}`,
        ...first.commands.map((command) => `    ${command}`),
        ...others.map(({ text }) => `  Or: ${(0,_text_text_js__WEBPACK_IMPORTED_MODULE_1__/* .sentence */ .em)(text)}`),
        `  ${link}`,
    ];
}
function previewLines({ replaced, removed, rules, persisted, stop }) {
    return [
        replaced.length > 0 ? `Setup would replace ${(0,_text_text_js__WEBPACK_IMPORTED_MODULE_1__/* .listed */ .KE)(replaced)}.` : '',
        removed.length > 0 ? `Setup would remove ${(0,_text_text_js__WEBPACK_IMPORTED_MODULE_1__/* .listed */ .KE)(removed)}.` : '',
        rules.length > 0 ? `Setup would register the rules ${(0,_text_text_js__WEBPACK_IMPORTED_MODULE_1__/* .listed */ .KE)(rules)}.` : '',
        persisted.length > 0 ? `Setup would keep ${(0,_text_text_js__WEBPACK_IMPORTED_MODULE_1__/* .listed */ .KE)(persisted)} over a reboot.` : '',
        stop === undefined ? '' : `Setup would stop here: ${stop.id} ${stop.message}`,
    ].filter((line) => line !== '');
}
function renderPreviewRow(row) {
    return `${row.proven ? 'runs; would be set up again if it differs' : 'would be set up'}: ${row.reason}`;
}
const PLAIN = { good: String, bad: String, faint: String };
function renderText(report, paint = PLAIN) {
    return report.checks === undefined ? renderRun(report, paint) : renderDoctor(report, paint);
}
function renderRun(report, paint) {
    const width = Math.max(0, ...report.platforms.map(({ platform }) => platform.length));
    const lines = report.platforms.map((row) => renderRow(row, width, report.mode, paint));
    const matrix = report.mode === 'plan' ? report.matrix : undefined;
    const picture = matrix === undefined ? [] : ['', ...renderMatrix(matrix), ''];
    const rules = (report.rules ?? []).map((rule) => renderRule(rule, paint));
    const notes = remarksOf(report).map((note) => paint.faint(note));
    return [...lines, ...picture, ...rules, ...notes, renderClosing(report)];
}
function remarksOf(report) {
    const { planned, notes } = report;
    return [...(planned === undefined ? [] : previewLines(planned)), ...notes, ...warningsOf(report)];
}
function warningsOf({ findings }) {
    return findings
        .filter(({ severity }) => severity === 'warning')
        .map(({ id, evidence, remedy }) => `${id} ${(0,_text_text_js__WEBPACK_IMPORTED_MODULE_1__/* .sentence */ .em)(evidence)} ${(0,_text_text_js__WEBPACK_IMPORTED_MODULE_1__/* .sentence */ .em)(remedy)}`);
}
function renderRule({ name, interpreter, registered }, paint) {
    const mark = registered ? paint.good('✓') : paint.bad('✗');
    return `${mark} rule ${name}  ${registered ? `registered for ${interpreter}` : 'not registered'}`;
}
function renderRow(row, width, mode, paint) {
    const name = row.platform.padEnd(width);
    if (mode === 'plan' && row.action === 'install')
        return `${paint.faint('+')} ${name}  ${renderPreviewRow(row)}`;
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
function renderClosing({ mode, platforms, registered, removed, changed, healthy }) {
    const proven = platforms.filter((row) => row.proven).length;
    const counts = platforms.length > 0 && mode !== 'remove' && mode !== 'mount';
    const parts = counts ? [`${proven} of ${platforms.length} platforms run here`] : [];
    if (registered.length > 0)
        parts.push(`registered ${registered.join(', ')}`);
    if (removed.length > 0)
        parts.push(`removed ${removed.map((name) => (0,_text_text_js__WEBPACK_IMPORTED_MODULE_1__/* .printable */ .g$)(name, 60)).join(', ')}`);
    if (registered.length + removed.length > 0)
        return `${parts.join('; ')}.`;
    if (changed && mode === 'mount')
        return 'binfmt_misc was mounted; nothing was registered.';
    if (changed)
        parts.push('what the host does after a reboot was changed');
    else
        parts.push(healthy && mode !== 'plan' ? 'nothing had to be changed' : 'nothing was changed');
    return `${parts.join('; ')}.`;
}
function renderMatrix(matrix) {
    if (matrix.include.length === 0)
        return [EMPTY_MATRIX];
    const padded = columnsOf(matrix).map((column) => {
        const width = Math.max(...column.map((cell) => cell.length));
        return column.map((cell) => cell.padEnd(width));
    });
    return [...joinColumns(padded, '   ').map((line) => line.trimEnd()), '', sumOf(matrix)];
}
const EMPTY_MATRIX = 'No platform is left to build: the matrix is empty.';
function sumOf({ include }) {
    const emulated = include.filter((leg) => leg.emulated).length;
    const legs = include.length === 1 ? '1 leg' : `${include.length} legs`;
    return `${legs}: ${include.length - emulated} native, ${emulated} emulated`;
}
const NATIVE = '● native';
const EMULATED = '○ emulated';
const PLATFORM = 'platform';
const HOW = 'how';
const RUNNER = 'runner';
const OWN_WORDS = new Set([NATIVE, EMULATED, PLATFORM, HOW, RUNNER, '']);
const GRID_WIDTH = 80;
function columnsOf({ include: legs }) {
    const how = (leg) => (leg.emulated ? EMULATED : NATIVE);
    const names = legs.map(({ runner }) => (typeof runner === 'string' ? runner : runner.join(' + ')));
    const runners = [...new Set(names)];
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


/***/ }),

/***/ 7114:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   E1: () => (/* binding */ parseList),
/* harmony export */   Gv: () => (/* binding */ isObject),
/* harmony export */   Pk: () => (/* binding */ isRunId),
/* harmony export */   U9: () => (/* binding */ isLoopback),
/* harmony export */   lj: () => (/* binding */ parseObject)
/* harmony export */ });
/* unused harmony export parseJson */
function parseJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
function parseObject(text) {
    const value = parseJson(text);
    return isObject(value) ? value : undefined;
}
function parseList(text, isItem) {
    const value = parseJson(text ?? '');
    return Array.isArray(value) ? value.filter(isItem) : [];
}
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function isRunId(text) {
    return (typeof text === 'string' && /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(text));
}
function isLoopback(hostAndPort) {
    const host = hostAndPort.replace(/:\d+$/, '').toLowerCase();
    return host === 'localhost' || host === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(host);
}


/***/ }),

/***/ 894:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   A3: () => (/* binding */ reasonOf),
/* harmony export */   DN: () => (/* binding */ SetupProblem),
/* harmony export */   Dk: () => (/* binding */ problemIn),
/* harmony export */   UQ: () => (/* binding */ errnoOf),
/* harmony export */   y0: () => (/* binding */ orUndefined),
/* harmony export */   yI: () => (/* binding */ wrapProblem)
/* harmony export */ });
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8614);

const EXIT_CODES = { unproven: 1, input: 2, host: 3 };
class SetupProblem extends Error {
    id;
    kind;
    what;
    reason;
    remedy;
    constructor(text, options) {
        super(`Cannot ${text.what}: ${(0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .sentence */ .em)(text.cause)} ${(0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .sentence */ .em)(text.remedy)}`, options);
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
function wrapProblem(thrown, what, otherwise) {
    const first = problemIn(thrown);
    if (first === undefined)
        return new SetupProblem({ ...otherwise, what, cause: reasonOf(thrown) }, { cause: thrown });
    const { id, kind, remedy, reason } = first;
    const cause = first.what === what ? reason : `cannot ${first.what}: ${reason}`;
    return new SetupProblem({ id, kind, remedy, what, cause }, { cause: thrown });
}
function problemIn(thrown) {
    const seen = new Set();
    for (let each = thrown; each instanceof Error && !seen.has(each); each = each.cause) {
        if (each instanceof SetupProblem)
            return each;
        seen.add(each);
    }
    return undefined;
}
function reasonOf(thrown) {
    return (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(thrown instanceof Error ? thrown.message : String(thrown));
}
function errnoOf(thrown) {
    if (thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'string')
        return thrown.code;
    return undefined;
}
function orUndefined(read) {
    try {
        return read();
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 2162:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ bufferProgress)
/* harmony export */ });
const PATIENCE_MS = 1500;
function bufferProgress(progress, isTerminal) {
    const kept = [];
    let open = false;
    const tell = () => {
        open = true;
        for (const words of kept.splice(0))
            words();
    };
    const timer = isTerminal ? setTimeout(tell, PATIENCE_MS) : undefined;
    const say = (words) => {
        if (open)
            words();
        else
            kept.push(words);
    };
    return {
        group: (title) => say(() => progress.group(title)),
        line: (text) => say(() => progress.line(text)),
        tell,
        close: () => clearTimeout(timer),
    };
}


/***/ }),

/***/ 6680:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Km: () => (/* binding */ hideHomesIn),
/* harmony export */   Pg: () => (/* binding */ hideHomes),
/* harmony export */   s0: () => (/* binding */ hideSecrets)
/* harmony export */ });
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

/***/ 8614:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   KE: () => (/* binding */ listed),
/* harmony export */   RX: () => (/* binding */ PROGRAM),
/* harmony export */   TN: () => (/* binding */ oneLine),
/* harmony export */   Tt: () => (/* binding */ asWholeMarkdown),
/* harmony export */   cn: () => (/* binding */ PROGRAM_VERSION),
/* harmony export */   em: () => (/* binding */ sentence),
/* harmony export */   g$: () => (/* binding */ printable),
/* harmony export */   g5: () => (/* binding */ asMarkdown),
/* harmony export */   hP: () => (/* binding */ linksOf),
/* harmony export */   r7: () => (/* binding */ shellWord),
/* harmony export */   z3: () => (/* binding */ formatBytes),
/* harmony export */   zZ: () => (/* binding */ nearestWord)
/* harmony export */ });
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
    return asWholeMarkdown(printable(text, 600));
}
function asWholeMarkdown(text) {
    return oneLine(text).replace(/[|<>`\\*_[\]]/g, (letter) => `\\${letter}`);
}
function listed(names, most = 8, length = 60) {
    const shown = names.slice(0, most).map((name) => printable(name, length));
    const rest = names.length - shown.length;
    return rest > 0 ? `${shown.join(', ')} and ${rest} more` : shown.join(', ');
}
function shellWord(text) {
    return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
const PROGRAM = 'node dist/cli.js';
function formatBytes(bytes) {
    if (bytes < 1000)
        return `${bytes} B`;
    return bytes < 1000000 ? `${(bytes / 1000).toFixed(1)} kB` : `${(bytes / 1000000).toFixed(1)} MB`;
}
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
const PROGRAM_VERSION = '1.0.0';
function linksOf(threads) {
    const place = (thread) => `https://github.com/${thread.replace('#', '/issues/').replace('!', '/pull/')}`;
    const words = threads.split(' ').filter((thread) => thread !== '');
    return words.map((thread) => (thread.startsWith('https:') ? thread : place(thread)));
}


/***/ }),

/***/ 9341:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   gU: () => (/* binding */ parseQemuAnswer),
/* harmony export */   jZ: () => (/* binding */ atLeast),
/* harmony export */   lF: () => (/* binding */ isVersion),
/* harmony export */   ot: () => (/* binding */ parseVersion),
/* harmony export */   tW: () => (/* binding */ isOlder)
/* harmony export */ });
const NUMBERS = '(\\d{1,4}(?:\\.\\d{1,8}){1,3})(?![\\d.])';
const ANSWER = new RegExp(`^qemu-[\\w-]{1,20} version ${NUMBERS}`, 'm');
const RELEASE = new RegExp(`(?:^|qemu-)v?${NUMBERS}`);
function parseQemuAnswer(text) {
    return ANSWER.exec(text)?.[1];
}
function parseVersion(text) {
    return parseQemuAnswer(text) ?? RELEASE.exec(text)?.[1];
}
function isVersion(value) {
    return typeof value === 'string' && parseVersion(value) === value;
}
function isOlder(version, than) {
    const [numbers = [], others = []] = [version, than].map((text) => text.split('.').map(Number));
    const differences = [0, 1, 2, 3].map((at) => (numbers[at] ?? 0) - (others[at] ?? 0));
    return (differences.find((difference) => difference !== 0) ?? 0) < 0;
}
function atLeast(version, wanted) {
    return version !== undefined && !isOlder(version, wanted);
}


/***/ }),

/***/ 950:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  fM: () => (/* binding */ addPath),
  Yz: () => (/* binding */ debug),
  N4: () => (/* binding */ endGroup),
  z3: () => (/* binding */ error),
  V4: () => (/* binding */ getInput),
  Gu: () => (/* binding */ getState),
  pq: () => (/* binding */ info),
  _o: () => (/* binding */ isDebug),
  LZ: () => (/* binding */ saveState),
  uH: () => (/* binding */ setOutput),
  Pq: () => (/* binding */ setSecret),
  Oh: () => (/* binding */ startGroup),
  $e: () => (/* binding */ warning)
});

// UNUSED EXPORTS: ExitCode, exportVariable, getBooleanInput, getIDToken, getMultilineInput, group, markdownSummary, notice, platform, setCommandEcho, setFailed, summary, toPlatformPath, toPosixPath, toWin32Path

// EXTERNAL MODULE: external "os"
var external_os_ = __nccwpck_require__(857);
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/utils.js
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */
/**
 * Sanitizes an input into a string so it can be passed into issueCommand safely
 * @param input input to sanitize into a string
 */
function utils_toCommandValue(input) {
    if (input === null || input === undefined) {
        return '';
    }
    else if (typeof input === 'string' || input instanceof String) {
        return input;
    }
    return JSON.stringify(input);
}
/**
 *
 * @param annotationProperties
 * @returns The command properties to send with the actual annotation command
 * See IssueCommandProperties: https://github.com/actions/runner/blob/main/src/Runner.Worker/ActionCommandManager.cs#L646
 */
function utils_toCommandProperties(annotationProperties) {
    if (!Object.keys(annotationProperties).length) {
        return {};
    }
    return {
        title: annotationProperties.title,
        file: annotationProperties.file,
        line: annotationProperties.startLine,
        endLine: annotationProperties.endLine,
        col: annotationProperties.startColumn,
        endColumn: annotationProperties.endColumn
    };
}
//# sourceMappingURL=utils.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/command.js


/**
 * Issues a command to the GitHub Actions runner
 *
 * @param command - The command name to issue
 * @param properties - Additional properties for the command (key-value pairs)
 * @param message - The message to include with the command
 * @remarks
 * This function outputs a specially formatted string to stdout that the Actions
 * runner interprets as a command. These commands can control workflow behavior,
 * set outputs, create annotations, mask values, and more.
 *
 * Command Format:
 *   ::name key=value,key=value::message
 *
 * @example
 * ```typescript
 * // Issue a warning annotation
 * issueCommand('warning', {}, 'This is a warning message');
 * // Output: ::warning::This is a warning message
 *
 * // Set an environment variable
 * issueCommand('set-env', { name: 'MY_VAR' }, 'some value');
 * // Output: ::set-env name=MY_VAR::some value
 *
 * // Add a secret mask
 * issueCommand('add-mask', {}, 'secretValue123');
 * // Output: ::add-mask::secretValue123
 * ```
 *
 * @internal
 * This is an internal utility function that powers the public API functions
 * such as setSecret, warning, error, and exportVariable.
 */
function command_issueCommand(command, properties, message) {
    const cmd = new Command(command, properties, message);
    process.stdout.write(cmd.toString() + external_os_.EOL);
}
function command_issue(name, message = '') {
    command_issueCommand(name, {}, message);
}
const CMD_STRING = '::';
class Command {
    constructor(command, properties, message) {
        if (!command) {
            command = 'missing.command';
        }
        this.command = command;
        this.properties = properties;
        this.message = message;
    }
    toString() {
        let cmdStr = CMD_STRING + this.command;
        if (this.properties && Object.keys(this.properties).length > 0) {
            cmdStr += ' ';
            let first = true;
            for (const key in this.properties) {
                if (this.properties.hasOwnProperty(key)) {
                    const val = this.properties[key];
                    if (val) {
                        if (first) {
                            first = false;
                        }
                        else {
                            cmdStr += ',';
                        }
                        cmdStr += `${key}=${escapeProperty(val)}`;
                    }
                }
            }
        }
        cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
        return cmdStr;
    }
}
function escapeData(s) {
    return utils_toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A');
}
function escapeProperty(s) {
    return utils_toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A')
        .replace(/:/g, '%3A')
        .replace(/,/g, '%2C');
}
//# sourceMappingURL=command.js.map
// EXTERNAL MODULE: external "crypto"
var external_crypto_ = __nccwpck_require__(6982);
// EXTERNAL MODULE: external "fs"
var external_fs_ = __nccwpck_require__(9896);
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/file-command.js
// For internal use, subject to change.
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */




function file_command_issueFileCommand(command, message) {
    const filePath = process.env[`GITHUB_${command}`];
    if (!filePath) {
        throw new Error(`Unable to find environment variable for file command ${command}`);
    }
    if (!external_fs_.existsSync(filePath)) {
        throw new Error(`Missing file at path: ${filePath}`);
    }
    external_fs_.appendFileSync(filePath, `${utils_toCommandValue(message)}${external_os_.EOL}`, {
        encoding: 'utf8'
    });
}
function file_command_prepareKeyValueMessage(key, value) {
    const delimiter = `ghadelimiter_${external_crypto_.randomUUID()}`;
    const convertedValue = utils_toCommandValue(value);
    // These should realistically never happen, but just in case someone finds a
    // way to exploit uuid generation let's not allow keys or values that contain
    // the delimiter.
    if (key.includes(delimiter)) {
        throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
    }
    if (convertedValue.includes(delimiter)) {
        throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
    }
    return `${key}<<${delimiter}${external_os_.EOL}${convertedValue}${external_os_.EOL}${delimiter}`;
}
//# sourceMappingURL=file-command.js.map
// EXTERNAL MODULE: external "path"
var external_path_ = __nccwpck_require__(6928);
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/core.js
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};






/**
 * The code to exit an action
 */
var ExitCode;
(function (ExitCode) {
    /**
     * A code indicating that the action was successful
     */
    ExitCode[ExitCode["Success"] = 0] = "Success";
    /**
     * A code indicating that the action was a failure
     */
    ExitCode[ExitCode["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
//-----------------------------------------------------------------------
// Variables
//-----------------------------------------------------------------------
/**
 * Sets env variable for this action and future actions in the job
 * @param name the name of the variable to set
 * @param val the value of the variable. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function exportVariable(name, val) {
    const convertedVal = toCommandValue(val);
    process.env[name] = convertedVal;
    const filePath = process.env['GITHUB_ENV'] || '';
    if (filePath) {
        return issueFileCommand('ENV', prepareKeyValueMessage(name, val));
    }
    issueCommand('set-env', { name }, convertedVal);
}
/**
 * Registers a secret which will get masked from logs
 *
 * @param secret - Value of the secret to be masked
 * @remarks
 * This function instructs the Actions runner to mask the specified value in any
 * logs produced during the workflow run. Once registered, the secret value will
 * be replaced with asterisks (***) whenever it appears in console output, logs,
 * or error messages.
 *
 * This is useful for protecting sensitive information such as:
 * - API keys
 * - Access tokens
 * - Authentication credentials
 * - URL parameters containing signatures (SAS tokens)
 *
 * Note that masking only affects future logs; any previous appearances of the
 * secret in logs before calling this function will remain unmasked.
 *
 * @example
 * ```typescript
 * // Register an API token as a secret
 * const apiToken = "abc123xyz456";
 * setSecret(apiToken);
 *
 * // Now any logs containing this value will show *** instead
 * console.log(`Using token: ${apiToken}`); // Outputs: "Using token: ***"
 * ```
 */
function setSecret(secret) {
    command_issueCommand('add-mask', {}, secret);
}
/**
 * Prepends inputPath to the PATH (for this action and future actions)
 * @param inputPath
 */
function addPath(inputPath) {
    const filePath = process.env['GITHUB_PATH'] || '';
    if (filePath) {
        file_command_issueFileCommand('PATH', inputPath);
    }
    else {
        command_issueCommand('add-path', {}, inputPath);
    }
    process.env['PATH'] = `${inputPath}${external_path_.delimiter}${process.env['PATH']}`;
}
/**
 * Gets the value of an input.
 * Unless trimWhitespace is set to false in InputOptions, the value is also trimmed.
 * Returns an empty string if the value is not defined.
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   string
 */
function getInput(name, options) {
    const val = process.env[`INPUT_${name.replace(/ /g, '_').toUpperCase()}`] || '';
    if (options && options.required && !val) {
        throw new Error(`Input required and not supplied: ${name}`);
    }
    if (options && options.trimWhitespace === false) {
        return val;
    }
    return val.trim();
}
/**
 * Gets the values of an multiline input.  Each value is also trimmed.
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   string[]
 *
 */
function getMultilineInput(name, options) {
    const inputs = getInput(name, options)
        .split('\n')
        .filter(x => x !== '');
    if (options && options.trimWhitespace === false) {
        return inputs;
    }
    return inputs.map(input => input.trim());
}
/**
 * Gets the input value of the boolean type in the YAML 1.2 "core schema" specification.
 * Support boolean input list: `true | True | TRUE | false | False | FALSE` .
 * The return value is also in boolean type.
 * ref: https://yaml.org/spec/1.2/spec.html#id2804923
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   boolean
 */
function getBooleanInput(name, options) {
    const trueValue = ['true', 'True', 'TRUE'];
    const falseValue = ['false', 'False', 'FALSE'];
    const val = getInput(name, options);
    if (trueValue.includes(val))
        return true;
    if (falseValue.includes(val))
        return false;
    throw new TypeError(`Input does not meet YAML 1.2 "Core Schema" specification: ${name}\n` +
        `Support boolean input list: \`true | True | TRUE | false | False | FALSE\``);
}
/**
 * Sets the value of an output.
 *
 * @param     name     name of the output to set
 * @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function setOutput(name, value) {
    const filePath = process.env['GITHUB_OUTPUT'] || '';
    if (filePath) {
        return file_command_issueFileCommand('OUTPUT', file_command_prepareKeyValueMessage(name, value));
    }
    process.stdout.write(external_os_.EOL);
    command_issueCommand('set-output', { name }, utils_toCommandValue(value));
}
/**
 * Enables or disables the echoing of commands into stdout for the rest of the step.
 * Echoing is disabled by default if ACTIONS_STEP_DEBUG is not set.
 *
 */
function setCommandEcho(enabled) {
    issue('echo', enabled ? 'on' : 'off');
}
//-----------------------------------------------------------------------
// Results
//-----------------------------------------------------------------------
/**
 * Sets the action status to failed.
 * When the action exits it will be with an exit code of 1
 * @param message add error issue message
 */
function setFailed(message) {
    process.exitCode = ExitCode.Failure;
    error(message);
}
//-----------------------------------------------------------------------
// Logging Commands
//-----------------------------------------------------------------------
/**
 * Gets whether Actions Step Debug is on or not
 */
function isDebug() {
    return process.env['RUNNER_DEBUG'] === '1';
}
/**
 * Writes debug message to user log
 * @param message debug message
 */
function debug(message) {
    command_issueCommand('debug', {}, message);
}
/**
 * Adds an error issue
 * @param message error issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function error(message, properties = {}) {
    command_issueCommand('error', utils_toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Adds a warning issue
 * @param message warning issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function warning(message, properties = {}) {
    command_issueCommand('warning', utils_toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Adds a notice issue
 * @param message notice issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function notice(message, properties = {}) {
    issueCommand('notice', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Writes info to log with console.log.
 * @param message info message
 */
function info(message) {
    process.stdout.write(message + external_os_.EOL);
}
/**
 * Begin an output group.
 *
 * Output until the next `groupEnd` will be foldable in this group
 *
 * @param name The name of the output group
 */
function startGroup(name) {
    command_issue('group', name);
}
/**
 * End an output group.
 */
function endGroup() {
    command_issue('endgroup');
}
/**
 * Wrap an asynchronous function call in a group.
 *
 * Returns the same type as the function itself.
 *
 * @param name The name of the group
 * @param fn The function to wrap in the group
 */
function group(name, fn) {
    return __awaiter(this, void 0, void 0, function* () {
        startGroup(name);
        let result;
        try {
            result = yield fn();
        }
        finally {
            endGroup();
        }
        return result;
    });
}
//-----------------------------------------------------------------------
// Wrapper action state
//-----------------------------------------------------------------------
/**
 * Saves state for current action, the state can only be retrieved by this action's post job execution.
 *
 * @param     name     name of the state to store
 * @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function saveState(name, value) {
    const filePath = process.env['GITHUB_STATE'] || '';
    if (filePath) {
        return file_command_issueFileCommand('STATE', file_command_prepareKeyValueMessage(name, value));
    }
    command_issueCommand('save-state', { name }, utils_toCommandValue(value));
}
/**
 * Gets the value of an state set by this action's main execution.
 *
 * @param     name     name of the state to get
 * @returns   string
 */
function getState(name) {
    return process.env[`STATE_${name}`] || '';
}
function getIDToken(aud) {
    return __awaiter(this, void 0, void 0, function* () {
        return yield OidcClient.getIDToken(aud);
    });
}
/**
 * Summary exports
 */

/**
 * @deprecated use core.summary
 */

/**
 * Path exports
 */

/**
 * Platform utilities exports
 */

//# sourceMappingURL=core.js.map

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
/******/ 		return {"143":"from-image","145":"tar-stream","301":"from-apt","342":"plan","414":"image","430":"doctor","435":"actions-http-client","653":"actions-cache","687":"remove","710":"from-host","810":"actions-exec","930":"setup"}[chunkId] + ".js";
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
const action = () => Promise.resolve(/* import() eager */).then(__nccwpck_require__.bind(__nccwpck_require__, 7837));
const post = () => Promise.resolve(/* import() eager */).then(__nccwpck_require__.bind(__nccwpck_require__, 4021));
const cli = () => Promise.resolve(/* import() eager */).then(__nccwpck_require__.bind(__nccwpck_require__, 5229));

var __webpack_exports__action = __webpack_exports__.XI;
var __webpack_exports__cli = __webpack_exports__.xw;
var __webpack_exports__post = __webpack_exports__.bE;
export { __webpack_exports__action as action, __webpack_exports__cli as cli, __webpack_exports__post as post };
