import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 24:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 162:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $f: () => (/* binding */ overlaps),
/* harmony export */   Ah: () => (/* binding */ REGISTER_LIMIT),
/* harmony export */   ER: () => (/* binding */ parseEntry),
/* harmony export */   Fb: () => (/* binding */ TABLE_PATH),
/* harmony export */   Vv: () => (/* binding */ matchesHeader),
/* harmony export */   Yu: () => (/* binding */ sameMagic),
/* harmony export */   j2: () => (/* binding */ entryNameProblem),
/* harmony export */   lQ: () => (/* binding */ flagSet),
/* harmony export */   od: () => (/* binding */ explainErrno)
/* harmony export */ });
/* unused harmony exports BINFMTFS_MAGIC, AUTOFS_MAGIC, parseStatus, formatRegistration, sameRegistration */
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

/***/ 956:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ah: () => (/* binding */ TRIAL_TAG),
/* harmony export */   C5: () => (/* binding */ trialMagic),
/* harmony export */   Ee: () => (/* binding */ PROBE_ARGUMENTS),
/* harmony export */   h1: () => (/* binding */ buildProbe),
/* harmony export */   k5: () => (/* binding */ PROBE_MARKER)
/* harmony export */ });
/* unused harmony export readElf */
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

/***/ 171:
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

/***/ 191:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   LS: () => (/* binding */ mountAt),
/* harmony export */   qV: () => (/* binding */ parseMounts),
/* harmony export */   vI: () => (/* binding */ mountOf)
/* harmony export */ });
/* unused harmony export isReadOnly */
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

/***/ 805:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   J2: () => (/* binding */ FRAGMENT_PATH),
/* harmony export */   RV: () => (/* binding */ mergeFragment),
/* harmony export */   aQ: () => (/* binding */ PERSIST_ROOT),
/* harmony export */   b_: () => (/* binding */ persistentPath),
/* harmony export */   gL: () => (/* binding */ updateBinfmtsInstall),
/* harmony export */   hM: () => (/* binding */ updateBinfmtsRemove),
/* harmony export */   oH: () => (/* binding */ parseFragment),
/* harmony export */   sv: () => (/* binding */ isPersistent),
/* harmony export */   yf: () => (/* binding */ formatFragment)
/* harmony export */ });
/* unused harmony export isOwnHandler */
/* harmony import */ var _rules_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(214);

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

/***/ 479:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ parsePlan)
/* harmony export */ });
/* unused harmony export parsePinned */
/* harmony import */ var _binfmt_misc_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(162);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(171);
/* harmony import */ var _persist_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(805);
/* harmony import */ var _platforms_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(77);
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(212);
/* harmony import */ var _rules_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(214);






const HASH = /^[0-9a-f]{64}$/;
const VERSION = /^\d{1,4}(?:\.\d{1,4}){1,3}$/;
const FLAGS = /^P?O?C?F$/;
const NEEDED = ['schema', 'prepare', 'remove', 'install', 'prove', 'store'];
const LIST_LIMIT = 300;
const PREPARATIONS = ['load-module', 'mount'];
function parsePlan(text) {
    let value;
    try {
        value = JSON.parse(text);
    }
    catch {
        return { problems: ['it is not JSON'] };
    }
    const problems = [];
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_5__/* .isObject */ .G)(value))
        return { problems: ['it is not an object'] };
    checkKeys(value, [...NEEDED, 'run', 'lease', 'end', 'rules', 'persist'], 'the plan', problems);
    if (value.schema !== 1)
        problems.push('its schema is not 1');
    const store = isPlainPath(value.store) ? value.store : '';
    if (store === '')
        problems.push('store is not an absolute path');
    const plan = {
        schema: 1,
        prepare: list(value.prepare, 'prepare', problems).flatMap((step) => {
            if (isPreparation(step))
                return [step];
            problems.push('prepare holds an unknown step');
            return [];
        }),
        remove: list(value.remove, 'remove', problems).flatMap((item) => readPinned(item, 'remove', problems)),
        install: list(value.install, 'install', problems).flatMap((item) => readInstall(item, store, problems)),
        prove: list(value.prove, 'prove', problems).flatMap((arch) => readArchitecture(arch, 'prove', problems)),
        store,
        ...readRun(value, problems),
        ...(value.rules === undefined
            ? {}
            : { rules: list(value.rules, 'rules', problems).flatMap((item) => readRule(item, problems)) }),
        ...(value.persist === undefined ? {} : { persist: readPersist(value.persist, problems) }),
    };
    return problems.length > 0 ? { problems } : plan;
}
function readRun(value, problems) {
    const { run, lease, end } = value;
    if (run === undefined) {
        if (lease !== undefined || end !== undefined)
            problems.push('it has a lease or an end, but no run');
        return {};
    }
    if (!(0,_record_js__WEBPACK_IMPORTED_MODULE_3__/* .isRunId */ .Pk)(run))
        problems.push('run is no id of a run');
    const id = (0,_record_js__WEBPACK_IMPORTED_MODULE_3__/* .isRunId */ .Pk)(run) ? { run } : {};
    if (end !== undefined) {
        if ((0,_json_js__WEBPACK_IMPORTED_MODULE_5__/* .isObject */ .G)(end) && typeof end.changes === 'boolean')
            return { ...id, end: { changes: end.changes } };
        problems.push('end does not say whether changes are undone');
    }
    return lease === undefined ? id : { ...id, lease: readLease(lease, problems) };
}
function readPersist(value, problems) {
    const { handlers, rules, forget } = (0,_json_js__WEBPACK_IMPORTED_MODULE_5__/* .isObject */ .G)(value) ? value : {};
    return {
        handlers: readNames(handlers, 'persist', problems),
        rules: readNames(rules, 'persist', problems),
        forget: readNames(forget, 'persist', problems),
    };
}
function readNames(value, where, problems) {
    return list(value, where, problems).flatMap((name) => readPinned({ name, text: '' }, where, problems).map((entry) => entry.name));
}
function readLease(value, problems) {
    const { entries, holder } = (0,_json_js__WEBPACK_IMPORTED_MODULE_5__/* .isObject */ .G)(value) ? value : {};
    const names = readNames(entries, 'lease', problems);
    if (holder === undefined)
        return { entries: names };
    if (typeof holder === 'number' && Number.isSafeInteger(holder) && holder > 0)
        return { entries: names, holder };
    problems.push('the holder of the lease is no process id');
    return { entries: names };
}
function readRule(value, problems) {
    const { rule: wanted, replaces } = (0,_json_js__WEBPACK_IMPORTED_MODULE_5__/* .isObject */ .G)(value) ? value : {};
    const rule = (0,_record_js__WEBPACK_IMPORTED_MODULE_3__/* .ruleFromJson */ .rb)(wanted);
    if (rule === undefined || (0,_rules_js__WEBPACK_IMPORTED_MODULE_4__/* .ruleLineProblems */ .PF)(rule).length > 0) {
        problems.push('rules holds something that is no rule');
        return [];
    }
    if (replaces === undefined)
        return [{ rule }];
    const [pinned] = readPinned(replaces, 'rules', problems);
    if (pinned !== undefined && pinned.name !== rule.name)
        problems.push('a rule replaces an entry of another name');
    return pinned === undefined ? [] : [{ rule, replaces: pinned }];
}
function readInstall(value, store, problems) {
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_5__/* .isObject */ .G)(value) || !(0,_json_js__WEBPACK_IMPORTED_MODULE_5__/* .isObject */ .G)(value.registration)) {
        problems.push('install holds something that is no installation');
        return [];
    }
    checkKeys(value, ['arch', 'registration', 'flagChoices', 'sha256', 'checked', 'version', 'replaces', 'source'], 'an installation', problems);
    checkKeys(value.registration, ['name', 'offset', 'magic', 'mask', 'interpreter', 'flags'], 'a registration', problems);
    const [arch] = readArchitecture(value.arch, 'install', problems);
    const target = arch === undefined ? undefined : (0,_platforms_js__WEBPACK_IMPORTED_MODULE_2__/* .targetOf */ .$r)(arch);
    if (arch === undefined || target === undefined)
        return [];
    const { registration } = value;
    const { interpreter } = registration;
    const choices = list(value.flagChoices, 'flagChoices', problems);
    const flagChoices = choices.filter((flags) => typeof flags === 'string' && FLAGS.test(flags));
    const mine = [];
    if (flagChoices.length !== choices.length || flagChoices.length === 0)
        mine.push('its flags are not allowed');
    if (registration.name !== `qemu-${target.qemu}`)
        mine.push('its name is not that of the table');
    if (registration.offset !== 0 || registration.magic !== target.magic || registration.mask !== target.mask) {
        mine.push('its magic is not that of the table');
    }
    const [first] = flagChoices;
    if (registration.flags !== first)
        mine.push('its flags are not the first choice');
    const { source } = value;
    const handler = source === undefined ? interpreter : source;
    if (!isPlainPath(handler) || !handler.startsWith(`${store}/`) || handler.length > _binfmt_misc_js__WEBPACK_IMPORTED_MODULE_0__/* .REGISTER_LIMIT */ .Ah / 2) {
        mine.push('its interpreter does not lie in the store');
    }
    if (source !== undefined && interpreter !== (0,_persist_js__WEBPACK_IMPORTED_MODULE_1__/* .persistentPath */ .b_)(String(value.sha256), target.qemu)) {
        mine.push('its interpreter does not lie where handlers stay');
    }
    if (typeof value.sha256 !== 'string' || !HASH.test(value.sha256))
        mine.push('its sha256 is none');
    const { version } = value;
    if (version !== undefined && !(typeof version === 'string' && VERSION.test(version))) {
        mine.push('its version is none');
    }
    problems.push(...mine.map((problem) => `install ${arch}: ${problem}`));
    if (typeof interpreter !== 'string' || typeof value.sha256 !== 'string' || first === undefined)
        return [];
    if (mine.length > 0)
        return [];
    return [
        {
            arch,
            registration: {
                name: `qemu-${target.qemu}`,
                offset: 0,
                magic: target.magic,
                mask: target.mask,
                interpreter,
                flags: first,
            },
            flagChoices,
            sha256: value.sha256,
            replaces: list(value.replaces, 'replaces', problems).flatMap((item) => readPinned(item, 'replaces', problems)),
            ...(typeof version === 'string' ? { version } : {}),
            ...(typeof source === 'string' ? { source } : {}),
        },
    ];
}
function parsePinned(text) {
    const problems = [];
    let value;
    try {
        value = JSON.parse(text);
    }
    catch {
        return [];
    }
    const entries = list(value, 'entries', problems).flatMap((item) => readPinned(item, 'entries', problems));
    return problems.length > 0 ? [] : entries;
}
function readPinned(value, where, problems) {
    if ((0,_json_js__WEBPACK_IMPORTED_MODULE_5__/* .isObject */ .G)(value) && typeof value.name === 'string' && typeof value.text === 'string') {
        checkKeys(value, ['name', 'text'], 'an entry', problems);
        const fault = /[/\0]/.test(value.name) ? 'it leaves the table' : nameFault(value.name);
        if (fault === undefined)
            return [{ name: value.name, text: value.text }];
        problems.push(`${where}: an entry's name is refused: ${fault}`);
        return [];
    }
    problems.push(`${where} holds something that is no entry`);
    return [];
}
function nameFault(name) {
    if (name.length > 255)
        return 'it is too long';
    return /^(?:status|register|\.{0,2})$/.test(name) ? (0,_binfmt_misc_js__WEBPACK_IMPORTED_MODULE_0__/* .entryNameProblem */ .j2)(name) : undefined;
}
function readArchitecture(value, where, problems) {
    if (typeof value === 'string' && (0,_platforms_js__WEBPACK_IMPORTED_MODULE_2__/* .targetOf */ .$r)(value) !== undefined)
        return [value];
    problems.push(`${where} holds an architecture that is not in the table`);
    return [];
}
function list(value, name, problems) {
    if (Array.isArray(value) && value.length <= LIST_LIMIT)
        return value;
    problems.push(`${name} is not a list of at most ${LIST_LIMIT}`);
    return [];
}
function checkKeys(value, allowed, what, problems) {
    if (Object.keys(value).some((key) => !allowed.includes(key)))
        problems.push(`${what} holds an unknown key`);
}
function isPreparation(value) {
    return typeof value === 'string' && PREPARATIONS.includes(value);
}
function isPlainPath(value) {
    return typeof value === 'string' && /^\/[^\0\n:\\]+$/.test(value) && !/(?:^|\/)\.{1,2}(?:\/|$)/.test(value);
}


/***/ }),

/***/ 77:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  dW: () => (/* binding */ TARGETS),
  BM: () => (/* binding */ nativeArchitecture),
  $r: () => (/* binding */ targetOf)
});

// UNUSED EXPORTS: CONTAINER_ARCHITECTURES, architectureNamed, formatPlatform, parsePlatform, platformsOf, slugOf, targetsOf

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

/***/ 458:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   A3: () => (/* binding */ reasonOf),
/* harmony export */   UQ: () => (/* binding */ errnoOf),
/* harmony export */   g$: () => (/* binding */ printable)
/* harmony export */ });
/* unused harmony exports SetupProblem, sentence, oneLine, asMarkdown */
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

/***/ 212:
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
/* harmony export */   rb: () => (/* binding */ ruleFromJson),
/* harmony export */   xR: () => (/* binding */ entriesInUse),
/* harmony export */   y_: () => (/* binding */ pin)
/* harmony export */ });
/* harmony import */ var _binfmt_misc_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(162);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(171);
/* harmony import */ var _rules_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(214);



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

/***/ 214:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Bg: () => (/* binding */ besideRule),
/* harmony export */   Cz: () => (/* binding */ isRuleOf),
/* harmony export */   DG: () => (/* binding */ ruleOfRegistration),
/* harmony export */   Ek: () => (/* binding */ ruleOfEntry),
/* harmony export */   JL: () => (/* binding */ rulesOverlap),
/* harmony export */   KW: () => (/* binding */ isLeftBehind),
/* harmony export */   NR: () => (/* binding */ parseRules),
/* harmony export */   PF: () => (/* binding */ ruleLineProblems),
/* harmony export */   UT: () => (/* binding */ formatRule),
/* harmony export */   b0: () => (/* binding */ ruleProblems),
/* harmony export */   iT: () => (/* binding */ parseRule),
/* harmony export */   tp: () => (/* binding */ escapeHex),
/* harmony export */   ub: () => (/* binding */ keepingRule)
/* harmony export */ });
/* unused harmony export parseOwnRule */
/* harmony import */ var _binfmt_misc_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(162);
/* harmony import */ var _elf_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(956);
/* harmony import */ var _platforms_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(77);
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(458);
/* harmony import */ var _verdict_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(992);





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

/***/ 992:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   JL: () => (/* binding */ mayRunNatively),
/* harmony export */   Zy: () => (/* binding */ judgeRun),
/* harmony export */   rn: () => (/* binding */ explainResult),
/* harmony export */   u: () => (/* binding */ formatQemuAnswer)
/* harmony export */ });
/* unused harmony exports isProven, claimants, answering, parseQemuAnswer, judge */
/* harmony import */ var _binfmt_misc_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(162);
/* harmony import */ var _elf_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(956);
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(458);



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
    const header = buildProbe(target);
    return entries.filter((entry) => entry.match.kind === 'magic' && matchesHeader(entry.match, header));
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
        return `its entry ${printable(off.name, 60)} is switched off`;
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

/***/ 319:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Y: () => (/* binding */ carryOutHere)
});

// EXTERNAL MODULE: ./lib/core/mounts.js
var core_mounts = __nccwpck_require__(191);
// EXTERNAL MODULE: ./lib/core/binfmt-misc.js
var binfmt_misc = __nccwpck_require__(162);
// EXTERNAL MODULE: ./lib/core/elf.js
var elf = __nccwpck_require__(956);
// EXTERNAL MODULE: ./lib/core/persist.js
var persist = __nccwpck_require__(805);
// EXTERNAL MODULE: ./lib/core/platforms.js + 1 modules
var platforms = __nccwpck_require__(77);
// EXTERNAL MODULE: ./lib/core/problem.js
var core_problem = __nccwpck_require__(458);
// EXTERNAL MODULE: ./lib/core/verdict.js
var verdict = __nccwpck_require__(992);
;// CONCATENATED MODULE: ./lib/core/plan.js







const NOTHING_APPLIED = {
    prepared: [],
    removed: [],
    installed: [],
    proofs: [],
    problems: [],
};
function decide(targets, verdicts, entries, policy, store) {
    const owned = (entry) => isOwnHandler(entry.interpreter, store);
    return targets.map((target) => decideOne(target, verdicts.get(target.arch), entries, policy, owned));
}
function decideOne(target, verdict, entries, policy, owned) {
    if (verdict?.status === 'native')
        return { target, action: 'native', reason: 'this host runs it itself', replaces: [] };
    const claiming = claimants(entries, target);
    const works = verdict?.status === 'emulated';
    const foreign = claiming.filter((entry) => !owned(entry));
    const answering = claiming.find((entry) => entry.enabled);
    if (works && (answering === undefined || owned(answering))) {
        return { target, action: 'keep', reason: 'its handler is proven', replaces: [] };
    }
    if (policy === 'fail' && foreign.length > 0) {
        const names = foreign.map((entry) => printable(entry.name, 60)).join(', ');
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
    const claiming = claimants(entries, target);
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
    return TARGETS.every((other) => {
        const kin = other.elf.machine === target.elf.machine;
        return kin || !matchesHeader(match, buildProbe(other));
    });
}
function planFlags(facts, assumesPreserve, credentials) {
    const base = credentials ? 'OCF' : 'OF';
    const preserve = assumesPreserve || kernelAbilities(facts.kernel).tellsPreserve;
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
            interpreter: inputs.persist ? persistentPath(handler.sha256, target.qemu) : handler.path,
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
    const target = targetOf(install.arch);
    const answering = target === undefined ? undefined : claimants(entries, target).find((entry) => entry.enabled);
    return (answering !== undefined &&
        install.flagChoices.some((flags) => sameRegistration(answering, { ...install.registration, flags })));
}

// EXTERNAL MODULE: ./lib/core/record.js
var core_record = __nccwpck_require__(212);
// EXTERNAL MODULE: ./lib/core/rules.js
var core_rules = __nccwpck_require__(214);
;// CONCATENATED MODULE: external "node:crypto"
const external_node_crypto_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");
// EXTERNAL MODULE: ./lib/core/json.js
var json = __nccwpck_require__(171);
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

;// CONCATENATED MODULE: ./lib/host/readings.js
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

;// CONCATENATED MODULE: ./lib/host/digest.js



function sha256Of(host, path) {
    const hash = (0,external_node_crypto_namespaceObject.createHash)('sha256');
    host.readPieces(path, (piece) => hash.update(piece));
    return hash.digest('hex');
}
function openDigests(host, kept = '', now = Date.now) {
    const boot = textOr(host, '/proc/sys/kernel/random/boot_id', '').trim();
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

;// CONCATENATED MODULE: ./lib/core/facts.js
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
const FIX_BINARY_SINCE = (/* unused pure expression or super */ null && ([4, 8, 0]));
function facts_kernelAbilities({ version }) {
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
const AMD64_LEVELS = (/* unused pure expression or super */ null && ([
    ['cx16', 'lahf_lm', 'popcnt', 'sse4_1', 'sse4_2', 'ssse3'],
    ['abm', 'avx', 'avx2', 'bmi1', 'bmi2', 'f16c', 'fma', 'movbe', 'xsave'],
    ['avx512f', 'avx512bw', 'avx512cd', 'avx512dq', 'avx512vl'],
]));
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

;// CONCATENATED MODULE: ./lib/host/state.js




const DIGESTS_FILE = 'digests.json';
const RECORD_LIMIT = 100;
const BEGIN_BYTES = 128;
function stateFolder(host) {
    const nested = isNestedNamespace(textOr(host, '/proc/self/uid_map', ''));
    return nested ? `${core_record/* STATE_ROOT */.PI}/user-${host.stat('/proc/self/ns/user')?.inode ?? 0}` : core_record/* STATE_ROOT */.PI;
}
function openState(host) {
    const folder = stateFolder(host);
    try {
        for (const path of new Set([core_record/* STATE_ROOT */.PI, folder, `${folder}/leases`])) {
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
        return { failure: `${folder} cannot be made: ${(0,core_problem/* errnoOf */.UQ)(thrown) ?? (0,core_problem/* reasonOf */.A3)(thrown)}` };
    }
}
function stateIn(host, folder) {
    const recordPath = (run) => `${folder}/${run}.jsonl`;
    const leasePath = (run) => `${folder}/leases/${run}`;
    return {
        folder,
        records: () => recordedRuns(host, folder).map(({ run }) => ({
            run,
            record: (0,core_record/* parseRecord */.Hh)(textOr(host, recordPath(run), '')),
        })),
        append: (run, change) => {
            if (host.stat(recordPath(run)) === undefined) {
                const earlier = recordedRuns(host, folder);
                for (const { run: old } of earlier.slice(RECORD_LIMIT - 1))
                    host.remove(recordPath(old));
                const at = Math.max(Date.now(), 1 + (earlier[0]?.begun ?? 0));
                host.appendDurably(recordPath(run), (0,core_record/* formatChange */.eD)({ kind: 'begin', at }));
                host.makeMode(recordPath(run), 0o644);
            }
            host.appendDurably(recordPath(run), (0,core_record/* formatChange */.eD)(change));
        },
        replace: (run, record) => {
            if (record.length === 0)
                host.remove(recordPath(run));
            else
                writeWhole(host, recordPath(run), record.map(core_record/* formatChange */.eD).join(''));
        },
        leases: () => runsIn(host, `${folder}/leases`, '').flatMap((run) => {
            const lease = (0,core_record/* parseLease */.QM)(textOr(host, leasePath(run), ''));
            if (lease !== undefined && (0,core_record/* isLive */.DG)(lease, Date.now(), startOf(host, lease.holder?.pid)))
                return [lease];
            host.remove(leasePath(run));
            return [];
        }),
        takeLease: (run, entries, pid) => {
            const started = startOf(host, pid);
            const holder = pid === undefined || started === undefined ? undefined : { pid, started };
            const expires = Date.now() + (holder === undefined ? core_record/* LEASE_ALONE_MS */.gI : core_record/* LEASE_WITH_HOLDER_MS */._z);
            const lease = { run, entries, expires, ...(holder === undefined ? {} : { holder }) };
            writeWhole(host, leasePath(run), `${JSON.stringify(lease)}\n`);
        },
        dropLease: (run) => host.remove(leasePath(run)),
        digests: () => textOr(host, `${folder}/${DIGESTS_FILE}`, ''),
        keepDigests: (text) => writeWhole(host, `${folder}/${DIGESTS_FILE}`, text),
    };
}
function hasLeases(host) {
    return runsIn(host, `${stateFolder(host)}/leases`, '').length > 0;
}
function ownRules(host) {
    const folder = stateFolder(host);
    return runsIn(host, folder, '.jsonl')
        .flatMap((run) => (0,core_record/* parseRecord */.Hh)(textOr(host, `${folder}/${run}.jsonl`, '')))
        .flatMap((change) => (change.kind === 'register' ? [change.rule] : []));
}
function latestRun(host) {
    return recordedRuns(host, stateFolder(host))[0]?.run;
}
function recordedRuns(host, folder) {
    return runsIn(host, folder, '.jsonl')
        .map((run) => ({
        run,
        begun: (0,core_record/* beginOf */.pv)((0,core_record/* parseRecord */.Hh)(headText(host, `${folder}/${run}.jsonl`, BEGIN_BYTES))),
    }))
        .sort((a, b) => b.begun - a.begun);
}
function runsIn(host, folder, ending) {
    return namesIn(host, folder).flatMap((name) => {
        const run = name.endsWith(ending) ? name.slice(0, name.length - ending.length) : '';
        return (0,core_record/* isRunId */.Pk)(run) ? [run] : [];
    });
}
function writeWhole(host, path, text) {
    host.writeFile(`${path}.new`, text, 0o644);
    host.rename(`${path}.new`, path);
}
function startOf(host, pid) {
    return pid === undefined ? undefined : (0,core_record/* parseStartTime */.Lj)(textOr(host, `/proc/${pid}/stat`, ''));
}

;// CONCATENATED MODULE: ./lib/host/table.js



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
        return (0,binfmt_misc/* parseEntry */.ER)(name, host.readText(`${table}/${name}`));
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
        context.host.writeKernel(`${context.table}/register`, (0,core_rules/* formatRule */.UT)(rule));
        return undefined;
    }
    catch (thrown) {
        return refusalOf(thrown, 'register', rule.name);
    }
}
function register(context, wanted) {
    return registerRule(context, (0,core_rules/* ruleOfRegistration */.DG)(wanted));
}
function readBack(context, wanted) {
    const entry = readEntry(context, wanted.name);
    if (entry === undefined)
        return `entry ${wanted.name} is not there after it was registered`;
    if (entry.enabled && (0,core_rules/* isRuleOf */.Cz)(wanted, entry))
        return undefined;
    return `entry ${wanted.name} reads otherwise than it was registered: "${(0,core_problem/* printable */.g$)(entry.text)}"`;
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
        return `a change cannot be recorded, and is not made: ${(0,core_problem/* reasonOf */.A3)(thrown)}`;
    }
}
function changedMeanwhile({ name }) {
    return `entry ${(0,core_problem/* printable */.g$)(name, 60)} was changed or removed by somebody else meanwhile`;
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
        return (0,core_problem/* errnoOf */.UQ)(thrown) === 'ENOENT' ? undefined : refusalOf(thrown, 'switch', name);
    }
}
function refusalOf(thrown, step, name) {
    const errno = (0,core_problem/* errnoOf */.UQ)(thrown);
    return `entry ${(0,core_problem/* printable */.g$)(name, 60)}: ${errno === undefined ? (0,core_problem/* reasonOf */.A3)(thrown) : (0,binfmt_misc/* explainErrno */.od)(step, errno)}`;
}

;// CONCATENATED MODULE: ./lib/host/stale.js



function removeStale(context, helper) {
    const entry = readEntry(context, helper.name);
    if (entry === undefined || !(0,core_rules/* isLeftBehind */.KW)(helper, entry, ownRules(context.host)))
        return false;
    return remove(context, helper.name) === undefined;
}

;// CONCATENATED MODULE: ./lib/host/own-rules.js





const HEADER_BYTES = 256;
function observeInterpreter(host, path) {
    const stat = host.stat(path);
    const executable = stat?.kind === 'file' && (stat.mode & 0o111) !== 0;
    return {
        exists: stat !== undefined,
        executable,
        header: executable ? headOf(host, path, HEADER_BYTES) : new Uint8Array(),
    };
}
const PROGRAMS = [
    ...['sh', 'bash', 'env', 'cat', 'sudo', 'flock', 'mount', 'umount', 'chroot', 'unshare', 'modprobe'],
    ...['git', 'tar', 'docker', 'update-binfmts'],
];
function observePrograms(host) {
    const paths = [host.node, '/bin/sh', ...PROGRAMS.flatMap((name) => host.which(name) ?? [])];
    return [...new Set(paths)].map((path) => ({ path, header: headOf(host, path, HEADER_BYTES) }));
}
function installRule(context, { rule, replaces }) {
    const { host } = context;
    const { name } = rule;
    const failed = (problem) => ({
        name,
        changed: false,
        problem: `rule ${name}: ${problem}`,
    });
    const beside = (0,core_rules/* besideRule */.Bg)(rule);
    const present = readEntry(context, name);
    if (present?.enabled && (0,core_rules/* isRuleOf */.Cz)(rule, present)) {
        const cleared = removeStale(context, beside) ? { cleared: beside.name } : {};
        return { name, changed: false, ...cleared };
    }
    const native = (0,platforms/* nativeArchitecture */.BM)(host.nodeArch, host.endian);
    const [problem] = (0,core_rules/* ruleProblems */.b0)(rule, native, observeInterpreter(host, rule.interpreter), observePrograms(host));
    if (problem !== undefined)
        return failed(problem);
    if (present?.text !== replaces?.text)
        return failed(changedMeanwhile({ name, text: '' }));
    if (replaces === undefined) {
        const result = settle(context, rule, failed);
        if (result.problem === undefined)
            removeStale(context, beside);
        return result;
    }
    removeStale(context, beside);
    if (readEntry(context, beside.name) !== undefined)
        return failed(`entry ${beside.name} is in the way, and is not of this program: take it away`);
    const refusal = registerRule(context, beside);
    if (refusal !== undefined)
        return failed(refusal);
    const stuck = removePinned(context, replaces);
    const result = stuck === undefined ? settle(context, rule, failed) : failed(stuck);
    if (result.problem === undefined || stuck !== undefined)
        remove(context, beside.name);
    return result;
}
function settle(context, rule, failed) {
    const refusal = registerRule(context, rule);
    if (refusal !== undefined)
        return failed(refusal);
    const misread = readBack(context, rule);
    if (misread === undefined)
        return { name: rule.name, changed: true };
    remove(context, rule.name);
    return failed(misread);
}

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
        if ((0,external_node_crypto_namespaceObject.createHash)('sha256').update(bytes).digest('hex') !== sha256)
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
        const entry = readEntry(context, name);
        const stays = rules.includes(name) || (0,persist/* isPersistent */.sv)(entry?.interpreter);
        return entry !== undefined && stays ? ((0,core_rules/* ruleOfEntry */.Ek)(entry) ?? []) : [];
    });
    const before = textOr(context.host, persist/* FRAGMENT_PATH */.J2, null);
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
        removeStale(context, helper);
    const problems = helpers.flatMap((rule) => registerRule(context, rule) ?? []);
    for (const args of [...gone.map(persist/* updateBinfmtsRemove */.hM), ...come.map(persist/* updateBinfmtsInstall */.gL)]) {
        const outcome = await host.run({ file: program, args, timeoutMs: 30_000 });
        if (outcome.code !== 0)
            problems.push(`update-binfmts: ${(0,core_problem/* printable */.g$)(outcome.stderr) || `ended with ${outcome.code}`}`);
    }
    for (const { name } of helpers)
        remove(context, name);
    return problems;
}
function clearHandlers(context, rules) {
    const { host } = context;
    const used = [...rules, ...readEntries(context)].flatMap(({ interpreter }) => interpreter ?? []);
    for (const name of host.stat(persist/* PERSIST_ROOT */.aQ)?.kind === 'folder' ? host.list(persist/* PERSIST_ROOT */.aQ) : []) {
        const folder = `${persist/* PERSIST_ROOT */.aQ}/${name}`;
        if (!used.some((path) => path.startsWith(`${folder}/`)))
            host.remove(folder);
    }
}

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

;// CONCATENATED MODULE: ./lib/host/apply.js














async function apply(host, plan, options) {
    const prepared = [];
    for (const step of plan.prepare) {
        const problem = await prepare(host, step, options);
        if (problem !== undefined)
            return { ...NOTHING_APPLIED, prepared, problems: [problem] };
        prepared.push(step);
    }
    const lock = needsLock(plan) && options.locked !== true
        ? await lockFolders(host, [options.table], options.lockLimitMs)
        : undefined;
    if (lock !== undefined && 'failure' in lock)
        return { ...NOTHING_APPLIED, prepared, problems: [lock.failure] };
    const prober = openProber(host, options.mounts);
    try {
        const context = { ...options, host, prober, digests: options.digests ?? openDigests(host) };
        if (writesTable(plan))
            options.record({ kind: 'table', entries: readEntries(context).map(core_record/* pin */.y_) });
        const removals = plan.remove.map((pinned) => ({ pinned, problem: removePinned(context, pinned) }));
        const rules = (plan.rules ?? []).map((rule) => installRule(context, rule));
        const installed = await sideBySide(plan.install, SIDE_BY_SIDE, (install) => installOne(context, install));
        const persisted = plan.persist === undefined ? undefined : await persist_persist(context, plan.persist);
        const targets = plan.prove.flatMap((arch) => (0,platforms/* targetOf */.$r)(arch) ?? []);
        const proofs = await sideBySide(targets, SIDE_BY_SIDE, (target) => runProbe(host, prober, target, 'chroot', { version: true }));
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
    return writesTable(plan) || plan.persist !== undefined;
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
    const present = readEntry(context, registration.name);
    const done = install.replaces.every((pinned) => readEntry(context, pinned.name)?.text !== pinned.text);
    if (done && present !== undefined && isSameInstall(present, install)) {
        const run = await prove(context, target, install);
        if ((0,verdict/* judgeRun */.Zy)(run) === 'works')
            return { arch, name: registration.name, changed: false, replaced: [], run };
    }
    const moved = install.replaces.find((pinned) => readEntry(context, pinned.name)?.text !== pinned.text);
    if (moved !== undefined)
        return { ...failed(changedMeanwhile(moved)), outdated: true };
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
        const refusal = register(context, wanted) ?? readBack(context, (0,core_rules/* ruleOfRegistration */.DG)(wanted));
        if (refusal !== undefined)
            return { refusal };
        return { run: await prove(context, target, install) };
    }, () => removeOwn(context, registration));
    if ('problem' in tried)
        return failed(tried.problem, tried.run);
    return { arch, name: registration.name, changed: true, replaced: [], run: tried.run };
}
async function installBeside(context, install, target, failed) {
    const { arch, registration } = install;
    const trial = { ...registration, ...(0,elf/* trialMagic */.C5)(target), name: `setup-binfmt-trial-${target.qemu}` };
    removeStale(context, (0,core_rules/* ruleOfRegistration */.DG)(trial));
    const tried = await tryFlags(install, async (flags) => {
        const refusal = register(context, { ...trial, flags });
        if (refusal !== undefined)
            return { refusal };
        const run = await runProbe(context.host, context.prober, target, 'chroot', { tag: elf/* TRIAL_TAG */.Ah });
        return { run };
    }, () => removeOwn(context, trial));
    if ('problem' in tried)
        return failed(tried.problem, tried.run);
    removeOwn(context, trial);
    const { flags } = tried;
    const beside = { ...registration, name: `${registration.name}.new`, flags };
    removeStale(context, (0,core_rules/* ruleOfRegistration */.DG)(beside));
    const refusal = register(context, beside);
    if (refusal !== undefined)
        return failed(refusal);
    const first = await prove(context, target, install);
    if ((0,verdict/* judgeRun */.Zy)(first) !== 'works') {
        removeOwn(context, beside);
        return failed((0,verdict/* explainResult */.rn)((0,verdict/* judgeRun */.Zy)(first), first, registration.interpreter), first);
    }
    const replaced = [];
    for (const pinned of install.replaces) {
        const problem = removePinned(context, pinned);
        if (problem !== undefined)
            return { ...failed(problem, first), name: beside.name, changed: true, replaced };
        replaced.push(pinned.name);
    }
    const wanted = { ...registration, flags };
    const problem = register(context, wanted) ?? readBack(context, (0,core_rules/* ruleOfRegistration */.DG)(wanted));
    if (problem !== undefined)
        return { ...failed(problem, first), name: beside.name, changed: true, replaced };
    removeOwn(context, beside);
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
    return runProbe(host, prober, target, 'chroot', { version: version ?? true });
}
function isSameInstall(entry, install) {
    const { registration, flagChoices } = install;
    return (entry.enabled &&
        entry.interpreter === registration.interpreter &&
        entry.match.kind === 'magic' &&
        (0,binfmt_misc/* sameMagic */.Yu)(entry.match, registration) &&
        flagChoices.some((flags) => (0,binfmt_misc/* flagSet */.lQ)(flags) === (0,binfmt_misc/* flagSet */.lQ)(entry.flags)));
}

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
    let undone = { applied: { ...NOTHING_APPLIED, restored: [], notes: [] }, unloadModule: false };
    for (const { run: ended, record } of state.records()) {
        if (!record.some(({ kind }) => kind === 'undo'))
            continue;
        const context = { host, table: table ?? '', record: (change) => state.append(ended, change) };
        const entries = table === undefined ? [] : readEntries(context);
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
    const removals = undo.remove.map((pinned) => ({ pinned, problem: removePinned(context, pinned) }));
    for (const { path, expect, content } of undo.files) {
        const now = textOr(host, path, null);
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
            ...NOTHING_APPLIED,
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
        const refusal = registerRule(context, { ...rule, name: helper });
        if (refusal !== undefined)
            return `entry ${name} cannot be put back, and what is in its place stays: ${refusal}`;
    }
    const refusal = recordFirst(context, { kind: 'put', entry: { name: rule.name, text } }) ??
        (replaces === undefined ? undefined : removePinned(context, replaces)) ??
        writeRule(context, rule) ??
        (enabled ? undefined : disable(context, rule.name));
    if (refusal !== undefined)
        return `entry ${name} cannot be put back: ${refusal}`;
    if (enabled)
        remove(context, helper);
    const now = readEntry(context, rule.name)?.text;
    return now === text ? undefined : `entry ${name} was put back, and reads otherwise than before`;
}
function freeName(context, base) {
    for (let number = 1;; number++) {
        const name = `${base}-${number}`;
        if (readEntry(context, name) === undefined)
            return name;
    }
}
function join(first, second) {
    const [a, b] = [first.applied, second.applied];
    return {
        applied: {
            ...NOTHING_APPLIED,
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
    const state = openState(host);
    if ('failure' in state) {
        const applied = plan.end === undefined ? await applyHere(host, plan, place) : NOTHING_APPLIED;
        return { ...applied, notes: [unrecorded(state)] };
    }
    const mounted = (0,core_mounts/* mountAt */.LS)(place.mounts, place.table)?.type === 'binfmt_misc';
    const locked = mounted && plan.prepare.length === 0 && (plan.end !== undefined || needsLock(plan));
    const digests = openDigests(host, state.digests());
    const locking = lockFolders(host, [state.folder, ...(locked ? [place.table] : [])], LOCK_LIMIT_MS);
    hashFirst(digests, plan);
    const lock = await locking;
    if ('failure' in lock)
        return { ...NOTHING_APPLIED, problems: [lock.failure] };
    try {
        if (plan.end !== undefined) {
            const table = mounted ? place.table : undefined;
            const undone = await endRun(host, table, state, run, plan.end.changes);
            lock.release(place.table);
            return await leave(host, undone, table);
        }
        if (!takeLease(host, state, run, plan, place.table))
            return { ...NOTHING_APPLIED, outdated: true };
        const applied = await applyHere(host, plan, { ...place, locked, digests }, (change) => state.append(run, change));
        keep(digests, state);
        return applied;
    }
    catch (thrown) {
        return { ...NOTHING_APPLIED, problems: [(0,core_problem/* reasonOf */.A3)(thrown)] };
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
    if (plan.lease.entries.some((name) => readEntry(context, name) === undefined))
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


/***/ }),

/***/ 809:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  P6: () => (/* binding */ nodeHost)
});

// UNUSED EXPORTS: SYSTEM_FOLDERS, readPieces

;// CONCATENATED MODULE: external "node:child_process"
const external_node_child_process_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(24);
;// CONCATENATED MODULE: external "node:os"
const external_node_os_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");
;// CONCATENATED MODULE: external "node:path"
const external_node_path_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");
// EXTERNAL MODULE: ./lib/core/problem.js
var problem = __nccwpck_require__(458);
;// CONCATENATED MODULE: ./lib/host/host.js





const TEXT_LIMIT = 1024 * 1024;
const PIECE = 256 * 1024;
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
        nodeArch: (0,external_node_os_namespaceObject.arch)(),
        endian: (0,external_node_os_namespaceObject.endianness)() === 'BE' ? 'big' : 'little',
        kernelRelease: (0,external_node_os_namespaceObject.release)(),
        nodeVersion: process.version,
        node: process.execPath,
        cpus: (0,external_node_os_namespaceObject.availableParallelism)(),
        readText: (path) => new TextDecoder().decode(readStart(path, TEXT_LIMIT)),
        readBytes: readStart,
        readPieces: (path, look) => readPieces(path, look),
        list: listUnsorted,
        stat,
        fileSystemType: (path) => attempt(() => external_node_fs_.statfsSync(path).type),
        freeBytes: (path) => attempt(() => freeBytes(path)),
        realPath: (path) => attempt(() => external_node_fs_.realpathSync(path)),
        writeKernel,
        makeTemporary: (prefix, parent) => external_node_fs_.mkdtempSync((0,external_node_path_namespaceObject.join)(parent ?? (0,external_node_os_namespaceObject.tmpdir)(), prefix)),
        makeFolder: (path, mode) => {
            external_node_fs_.mkdirSync(path, { recursive: true });
            if (mode !== undefined)
                external_node_fs_.chmodSync(path, mode);
        },
        makeMode: (path, mode) => external_node_fs_.chmodSync(path, mode),
        isWritable: (path) => canAccess(path, external_node_fs_.constants.W_OK | external_node_fs_.constants.X_OK),
        readable: (path) => attempt(() => readStart(path, 1)) !== undefined,
        writeFile: (path, bytes, mode) => {
            external_node_fs_.writeFileSync(path, bytes);
            if (mode !== undefined)
                external_node_fs_.chmodSync(path, mode);
        },
        appendDurably,
        rename: (from, to) => external_node_fs_.renameSync(from, to),
        remove: (path) => external_node_fs_.rmSync(path, { recursive: true, force: true }),
        open: (path) => {
            const fd = external_node_fs_.openSync(path, external_node_fs_.constants.O_RDONLY);
            return { fd, close: () => external_node_fs_.closeSync(fd) };
        },
        which: (program) => which(program, process.env.PATH ?? ''),
        run,
    };
}
function readStart(path, length) {
    const fd = external_node_fs_.openSync(path, external_node_fs_.constants.O_RDONLY);
    try {
        const chunks = [];
        let total = 0;
        while (total < length) {
            const chunk = new Uint8Array(Math.min(total < 4096 ? 4096 : 65_536, length - total));
            const count = external_node_fs_.readSync(fd, chunk, 0, chunk.length, null);
            if (count === 0)
                break;
            chunks.push(chunk.subarray(0, count));
            total += count;
        }
        return Buffer.concat(chunks, total);
    }
    finally {
        external_node_fs_.closeSync(fd);
    }
}
function readPieces(path, look, follow = true) {
    const fd = external_node_fs_.openSync(path, external_node_fs_.constants.O_RDONLY | (follow ? 0 : external_node_fs_.constants.O_NOFOLLOW));
    try {
        const piece = Buffer.allocUnsafe(PIECE);
        for (;;) {
            const count = external_node_fs_.readSync(fd, piece, 0, PIECE, null);
            if (count === 0)
                break;
            look(piece.subarray(0, count));
        }
    }
    finally {
        external_node_fs_.closeSync(fd);
    }
}
function listUnsorted(path) {
    const folder = external_node_fs_.opendirSync(path);
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
    return attempt(() => {
        const found = follow ? external_node_fs_.statSync(path) : external_node_fs_.lstatSync(path);
        const kind = found.isFile()
            ? 'file'
            : found.isDirectory()
                ? 'folder'
                : found.isSymbolicLink()
                    ? 'link'
                    : 'other';
        return {
            kind,
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
    const { bavail, bsize } = external_node_fs_.statfsSync(path);
    return bavail * bsize;
}
function writeKernel(path, text) {
    const fd = external_node_fs_.openSync(path, external_node_fs_.constants.O_WRONLY);
    try {
        external_node_fs_.writeSync(fd, text);
    }
    finally {
        external_node_fs_.closeSync(fd);
    }
}
function appendDurably(path, text) {
    const fd = external_node_fs_.openSync(path, 'a', 0o600);
    try {
        external_node_fs_.writeSync(fd, text);
        external_node_fs_.fsyncSync(fd);
    }
    finally {
        external_node_fs_.closeSync(fd);
    }
}
function which(program, searchPath) {
    if (program.includes('/'))
        return isExecutable(program) ? program : undefined;
    const folders = searchPath.split(external_node_path_namespaceObject.delimiter).filter((folder) => folder.startsWith('/'));
    for (const folder of new Set([...folders, ...SYSTEM_FOLDERS])) {
        const path = (0,external_node_path_namespaceObject.join)(folder, program);
        if (isExecutable(path))
            return path;
    }
    return undefined;
}
function attempt(read) {
    try {
        return read();
    }
    catch {
        return undefined;
    }
}
function isExecutable(path) {
    return canAccess(path, external_node_fs_.constants.X_OK) && stat(path)?.kind === 'file';
}
function canAccess(path, mode) {
    try {
        external_node_fs_.accessSync(path, mode);
        return true;
    }
    catch {
        return false;
    }
}
async function run(command, inherit = []) {
    try {
        return await runToEnd(command, inherit);
    }
    catch (thrown) {
        const error = (0,problem/* errnoOf */.UQ)(thrown) ?? 'EUNKNOWN';
        return { code: null, signal: null, stdout: '', stderr: '', timedOut: false, error, ms: 0 };
    }
}
function runToEnd(command, inherit) {
    const started = now();
    const maxBytes = command.maxBytes ?? TEXT_LIMIT;
    const output = command.silent === true ? 'ignore' : 'pipe';
    return new Promise((resolve) => {
        const child = (0,external_node_child_process_namespaceObject.spawn)(command.file, command.args, {
            env: command.env ?? process.env,
            ...(command.cwd === undefined ? {} : { cwd: command.cwd }),
            stdio: [hasInput(command) ? 'pipe' : 'ignore', output, output, ...inherit.map(({ fd }) => fd)],
            detached: true,
        });
        const stdout = collect(child.stdout, maxBytes);
        const stderr = collect(child.stderr, maxBytes);
        let timedOut = false;
        let error;
        const timer = setTimeout(() => {
            timedOut = true;
            killGroup(child.pid);
            child.stdout?.destroy();
            child.stderr?.destroy();
        }, command.timeoutMs);
        child.on('error', (problem) => {
            error = 'code' in problem && typeof problem.code === 'string' ? problem.code : 'EUNKNOWN';
            if (child.pid === undefined)
                finish(null, null);
        });
        child.on('close', finish);
        const { stdin } = child;
        stdin?.on('error', () => undefined);
        if (command.feed === undefined)
            stdin?.end(command.stdin);
        else
            command.feed({ write: (text) => stdin?.write(text), end: () => stdin?.end() });
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
function hasInput({ stdin, feed }) {
    return stdin !== undefined || feed !== undefined;
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
function killGroup(pid) {
    if (pid === undefined)
        return;
    try {
        process.kill(-pid, 'SIGKILL');
    }
    catch {
    }
}


/***/ }),

/***/ 908:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(24);
/* harmony import */ var _core_binfmt_misc_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(162);
/* harmony import */ var _core_mounts_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(191);
/* harmony import */ var _core_plan_input_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(479);
/* harmony import */ var _host_carry_out_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(319);
/* harmony import */ var _host_host_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(809);






const PLAN_LIMIT = 4 * 1024 * 1024;
process.exitCode = await main();
async function main() {
    const text = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(0, 'utf8');
    const plan = text.length > PLAN_LIMIT ? { problems: ['it is too long'] } : (0,_core_plan_input_js__WEBPACK_IMPORTED_MODULE_2__/* .parsePlan */ .v)(text);
    if ('problems' in plan)
        return refuse(`the plan cannot be carried out, and nothing was changed: ${plan.problems.join('; ')}`);
    const host = (0,_host_host_js__WEBPACK_IMPORTED_MODULE_4__/* .nodeHost */ .P6)();
    const mounts = (0,_core_mounts_js__WEBPACK_IMPORTED_MODULE_5__/* .parseMounts */ .qV)(host.readText('/proc/self/mountinfo'));
    const applied = await (0,_host_carry_out_js__WEBPACK_IMPORTED_MODULE_3__/* .carryOutHere */ .Y)(host, plan, { table: _core_binfmt_misc_js__WEBPACK_IMPORTED_MODULE_1__/* .TABLE_PATH */ .Fb, mounts });
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeSync)(1, `${JSON.stringify(applied)}\n`);
    return 0;
}
function refuse(problem) {
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeSync)(2, `${problem}\n`);
    return 2;
}

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

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
/******/ 		__webpack_modules__[moduleId](module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
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
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(908);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
