export const id = 97;
export const ids = [97];
export const modules = {

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


/***/ }),

/***/ 7205:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DC: () => (/* binding */ hashFile),
/* harmony export */   f4: () => (/* binding */ writeAll),
/* harmony export */   f8: () => (/* binding */ writeWhole),
/* harmony export */   lM: () => (/* binding */ removeForgotten)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var _host_host_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2508);




function hashFile(path) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    (0,_host_host_js__WEBPACK_IMPORTED_MODULE_3__/* .readPieces */ .ut)(path, (piece) => hash.update(piece), false);
    return hash.digest('hex');
}
function writeAll(fd, bytes) {
    for (let done = 0; done < bytes.length;)
        done += node_fs__WEBPACK_IMPORTED_MODULE_1__.writeSync(fd, bytes, done);
}
function writeWhole(path, text, draft) {
    const folder = node_fs__WEBPACK_IMPORTED_MODULE_1__.mkdtempSync(draft);
    try {
        node_fs__WEBPACK_IMPORTED_MODULE_1__.writeFileSync((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, 'file'), text, { mode: 0o644 });
        node_fs__WEBPACK_IMPORTED_MODULE_1__.renameSync((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, 'file'), path);
    }
    finally {
        node_fs__WEBPACK_IMPORTED_MODULE_1__.rmSync(folder, { recursive: true, force: true });
    }
}
function removeForgotten(parent, prefix, ageMs, now) {
    for (const name of node_fs__WEBPACK_IMPORTED_MODULE_1__.readdirSync(parent)) {
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(parent, name);
        const found = name.startsWith(prefix) ? node_fs__WEBPACK_IMPORTED_MODULE_1__.lstatSync(path, { throwIfNoEntry: false }) : undefined;
        if (found?.isDirectory() && now - found.mtimeMs > ageMs) {
            node_fs__WEBPACK_IMPORTED_MODULE_1__.rmSync(path, { recursive: true, force: true });
        }
    }
}


/***/ }),

/***/ 4445:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ warningOf)
/* harmony export */ });
/* harmony import */ var _core_supply_trouble_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3584);

function warningOf(trouble) {
    return { level: 'warning', text: (0,_core_supply_trouble_js__WEBPACK_IMPORTED_MODULE_0__/* .tellTrouble */ .xM)(trouble), trouble };
}


/***/ }),

/***/ 70:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ notThere),
/* harmony export */   q: () => (/* binding */ nameInImage)
/* harmony export */ });
function notThere(image, lacking) {
    return lacking.map((each) => ({
        arch: each.arch,
        reason: `the image ${image.repository} holds no usr/bin/${nameInImage(each)}`,
    }));
}
function nameInImage(wanted) {
    return `qemu-${wanted.qemu}`;
}


/***/ }),

/***/ 6097:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   imageProvider: () => (/* binding */ imageProvider)
/* harmony export */ });
/* harmony import */ var _core_default_image_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1344);
/* harmony import */ var _core_image_reference_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7632);
/* harmony import */ var _core_problem_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4458);
/* harmony import */ var _core_store_path_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(482);
/* harmony import */ var _handlers_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4445);
/* harmony import */ var _image_names_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(70);
/* harmony import */ var _store_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5995);







function imageProvider(options) {
    return (wanted, context) => provideFromImage(options, wanted, context);
}
async function provideFromImage(options, wanted, context) {
    const registry = lazyRegistry(options, context);
    const notes = [];
    try {
        const { image } = options;
        let { digest } = image;
        if (digest === undefined) {
            const resolved = await resolveTag(image, await registry.open(), context);
            notes.push(resolved.note);
            digest = resolved.digest;
        }
        const reference = { ...image, digest };
        const pins = pinnedBinaries(reference, context.hostArch, wanted);
        const store = (0,_store_js__WEBPACK_IMPORTED_MODULE_2__/* .openStore */ .Ch)(context, (0,_core_store_path_js__WEBPACK_IMPORTED_MODULE_3__/* .storeVersion */ .w)('image', digest), pins);
        const stored = (0,_store_js__WEBPACK_IMPORTED_MODULE_2__/* .findStored */ .FC)(store, wanted, context);
        for (const note of (0,_store_js__WEBPACK_IMPORTED_MODULE_2__/* .notesOnDamage */ .C$)(stored.damaged)) {
            notes.push(note);
            context.log(note.text);
        }
        const fetched = await fetchAbsent(options, reference, store, stored, context, registry);
        const downloadedBytes = registry.bytes();
        return {
            ...fetched,
            handlers: [...stored.handlers, ...fetched.handlers],
            missing: [...fetched.missing, ...(0,_image_names_js__WEBPACK_IMPORTED_MODULE_4__/* .notThere */ ._)(image, stored.lacking)],
            origin: (0,_core_image_reference_js__WEBPACK_IMPORTED_MODULE_5__/* .formatImageReference */ .my)(reference),
            downloadedBytes,
            cacheHit: downloadedBytes === 0,
            notes,
        };
    }
    finally {
        registry.close();
    }
}
async function fetchAbsent(options, reference, store, stored, context, registry) {
    if (stored.absent.length === 0)
        return { handlers: [], missing: [] };
    const { fetchBinaries } = await Promise.all(/* import() */[__webpack_require__.e(69), __webpack_require__.e(724)]).then(__webpack_require__.bind(__webpack_require__, 724));
    try {
        return await fetchBinaries(options, reference, store, stored.absent, context, await registry.open());
    }
    catch (thrown) {
        if (stored.handlers.length === 0 || !(thrown instanceof _core_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .SetupProblem */ .DN))
            throw thrown;
        const missing = stored.absent.map(({ arch }) => ({ arch, reason: thrown.reason }));
        return { handlers: [], missing };
    }
}
async function resolveTag(image, registry, context) {
    const { digest } = await registry.manifest(image.tag ?? 'latest');
    const pinned = (0,_core_image_reference_js__WEBPACK_IMPORTED_MODULE_5__/* .formatImageReference */ .my)({ ...image, digest });
    const note = (0,_handlers_js__WEBPACK_IMPORTED_MODULE_1__/* .warningOf */ .a)({ kind: 'unpinned', image: (0,_core_image_reference_js__WEBPACK_IMPORTED_MODULE_5__/* .formatImageReference */ .my)(image), pinned });
    context.log(note.text);
    return { digest, note };
}
function pinnedBinaries(image, hostArch, wanted) {
    const pins = new Map();
    if (!_core_default_image_js__WEBPACK_IMPORTED_MODULE_6__/* .DEFAULT_IMAGE */ ._.endsWith(`@${image.digest}`))
        return pins;
    for (const { arch, qemu } of wanted) {
        const pin = _core_default_image_js__WEBPACK_IMPORTED_MODULE_6__/* .PINNED_BINARIES */ .B.find((each) => each.host === hostArch && each.qemu === qemu);
        if (pin !== undefined)
            pins.set(arch, pin.sha256);
    }
    return pins;
}
function lazyRegistry(options, context) {
    let opened;
    return {
        open: async () => {
            const { openRegistry } = await __webpack_require__.e(/* import() */ 69).then(__webpack_require__.bind(__webpack_require__, 3069));
            opened ??= openRegistry(options.image, options.mirrors, { ...options, ...context });
            return opened;
        },
        bytes: () => opened?.downloadedBytes() ?? 0,
        close: () => opened?.close(),
    };
}


/***/ }),

/***/ 8854:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ openInspection)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);

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
        end: () => {
            const sha256 = hash.digest('hex');
            return version === undefined ? { sha256, size } : { sha256, size, version };
        },
    };
}
function versionAfter(label, bytes) {
    const at = bytes.indexOf(label, 0, 'latin1');
    if (at < 0)
        return undefined;
    const rest = bytes.toString('latin1', at + label.length, at + label.length + 20);
    return /^\d+\.\d+\.\d+/.exec(rest)?.[0];
}


/***/ }),

/***/ 5995:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BG: () => (/* binding */ INCOMING),
/* harmony export */   C$: () => (/* binding */ notesOnDamage),
/* harmony export */   Ch: () => (/* binding */ openStore),
/* harmony export */   Ej: () => (/* binding */ noteLacking),
/* harmony export */   FC: () => (/* binding */ findStored),
/* harmony export */   H9: () => (/* binding */ storeProblem),
/* harmony export */   NL: () => (/* binding */ makeIncoming),
/* harmony export */   Of: () => (/* binding */ refusalOf),
/* harmony export */   Zo: () => (/* binding */ FOLDER_MODE),
/* harmony export */   ai: () => (/* binding */ install),
/* harmony export */   eI: () => (/* binding */ draftsOf),
/* harmony export */   q2: () => (/* binding */ HEADER_BYTES)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _core_elf_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2956);
/* harmony import */ var _core_platforms_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9636);
/* harmony import */ var _core_problem_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4458);
/* harmony import */ var _core_store_path_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(482);
/* harmony import */ var _host_host_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2508);
/* harmony import */ var _files_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7205);
/* harmony import */ var _handlers_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(4445);
/* harmony import */ var _inspection_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(8854);
/* harmony import */ var _store_record_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(7909);











const INCOMING = '.incoming-';
const FOLDER_MODE = 0o755;
const FORGOTTEN_MS = 6 * 60 * 60 * 1000;
const HEADER_BYTES = 64 * 1024;
const ET_EXEC = 2;
const ET_DYN = 3;
function openStore(context, version, pinned = new Map()) {
    const { host, hostArch } = context;
    const tool = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(context.storeRoot, _core_store_path_js__WEBPACK_IMPORTED_MODULE_9__/* .STORE_TOOL */ .z);
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(tool, version, host.nodeArch);
    return { host, hostArch, tool, folder, marker: `${folder}.complete`, pinned };
}
function findStored(store, wanted, { thorough }) {
    const handlers = [];
    const absent = [];
    const lacking = [];
    const damaged = [];
    const complete = store.host.stat(store.marker) !== undefined;
    for (const each of wanted) {
        const looked = complete ? lookAt(store, each, thorough) : undefined;
        if (looked !== undefined && !('damage' in looked))
            handlers.push(looked);
        else if (looked === undefined && store.host.stat(lackingFile(store, each)) !== undefined)
            lacking.push(each);
        else
            absent.push(each);
        if (looked !== undefined && 'damage' in looked)
            damaged.push({ arch: each.arch, reason: looked.damage });
    }
    return { handlers, absent, lacking, damaged };
}
function notesOnDamage(damaged) {
    return damaged.map(({ arch, reason }) => (0,_handlers_js__WEBPACK_IMPORTED_MODULE_7__/* .warningOf */ .a)({ kind: 'damaged', arch, reason }));
}
function makeIncoming(store, now = Date.now()) {
    return attempt(store, () => {
        node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync(store.folder, { recursive: true, mode: FOLDER_MODE });
        (0,_files_js__WEBPACK_IMPORTED_MODULE_6__/* .removeForgotten */ .lM)(store.tool, INCOMING, FORGOTTEN_MS, now);
        return node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdtempSync(draftsOf(store));
    });
}
function install(store, arrivals) {
    const handlers = attempt(store, () => arrivals.map((arrival) => installOne(store, arrival)));
    attempt(store, () => {
        if (store.host.stat(store.marker) === undefined)
            (0,_files_js__WEBPACK_IMPORTED_MODULE_6__/* .writeWhole */ .f8)(store.marker, '', draftsOf(store));
    });
    return handlers;
}
function noteLacking(store, wanted) {
    attempt(store, () => {
        for (const each of wanted)
            (0,_files_js__WEBPACK_IMPORTED_MODULE_6__/* .writeWhole */ .f8)(lackingFile(store, each), '', draftsOf(store));
    });
}
function refusalOf(firstBytes, hostArch) {
    const elf = (0,_core_elf_js__WEBPACK_IMPORTED_MODULE_2__/* .readElf */ .oU)(firstBytes);
    const own = (0,_core_platforms_js__WEBPACK_IMPORTED_MODULE_3__/* .targetOf */ .$r)(hostArch)?.elf;
    if (elf === undefined)
        return 'it is not an ELF program';
    if (elf.bits !== own?.bits || elf.endian !== own.endian || elf.machine !== own.machine) {
        return `it is not a program for ${hostArch}`;
    }
    if (elf.type !== ET_EXEC && elf.type !== ET_DYN)
        return 'it is not a program that can be started';
    if (!elf.complete)
        return 'its program headers cannot be read';
    if (elf.interpreter)
        return 'it is not statically linked';
    return undefined;
}
function installOne(store, arrival) {
    const name = handlerName(arrival);
    const refusal = refusalOf(store.host.readBytes(arrival.path, HEADER_BYTES), store.hostArch);
    if (refusal !== undefined)
        throw refused(name, refusal);
    const { sha256, size, version: stated } = arrival.inspected ?? inspectFile(arrival.path, name);
    const version = arrival.version ?? stated;
    const pinned = store.pinned.get(arrival.arch);
    if (pinned !== undefined && pinned !== sha256) {
        throw refused(name, `its sha256 is ${sha256}, and ${pinned} is expected`);
    }
    node_fs__WEBPACK_IMPORTED_MODULE_0__.chmodSync(arrival.path, 0o755);
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(store.folder, name);
    const { arch, source, assumesPreserve } = arrival;
    const record = {
        sha256,
        size,
        source,
        assumesPreserve,
        ...(version === undefined ? {} : { version }),
    };
    if (store.host.stat(path, false)?.kind === 'folder')
        store.host.remove(path);
    const draft = (0,_store_record_js__WEBPACK_IMPORTED_MODULE_10__/* .recordPath */ .lX)(arrival.path);
    node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync(draft, `${JSON.stringify(record)}\n`, { mode: 0o644 });
    node_fs__WEBPACK_IMPORTED_MODULE_0__.renameSync(arrival.path, path);
    node_fs__WEBPACK_IMPORTED_MODULE_0__.renameSync(draft, (0,_store_record_js__WEBPACK_IMPORTED_MODULE_10__/* .recordPath */ .lX)(path));
    return {
        arch,
        path,
        sha256,
        checked: true,
        source,
        assumesPreserve,
        ...(version === undefined ? {} : { version }),
    };
}
function lookAt(store, wanted, thorough) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(store.folder, handlerName(wanted));
    const { host } = store;
    const recordFile = host.stat((0,_store_record_js__WEBPACK_IMPORTED_MODULE_10__/* .recordPath */ .lX)(path), false);
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
    if (recordFile.size > HEADER_BYTES)
        return { damage: 'its record is too long' };
    try {
        const record = (0,_store_record_js__WEBPACK_IMPORTED_MODULE_10__/* .parseRecord */ .Hh)(host.readText((0,_store_record_js__WEBPACK_IMPORTED_MODULE_10__/* .recordPath */ .lX)(path)));
        if (record === undefined)
            return { damage: 'its record cannot be read' };
        if (binary?.size !== record.size)
            return { damage: `it has ${binary?.size} bytes instead of ${record.size}` };
        const expected = store.pinned.get(wanted.arch) ?? record.sha256;
        const sha256 = thorough ? (0,_files_js__WEBPACK_IMPORTED_MODULE_6__/* .hashFile */ .DC)(path) : record.sha256;
        if (sha256 !== expected)
            return { damage: `its sha256 is ${sha256}, and ${expected} is expected` };
        const { source, assumesPreserve, version } = record;
        const common = { arch: wanted.arch, path, sha256, checked: thorough, source, assumesPreserve };
        return version === undefined ? common : { ...common, version };
    }
    catch (thrown) {
        return { damage: `it cannot be read (${(0,_core_problem_js__WEBPACK_IMPORTED_MODULE_4__/* .errnoOf */ .UQ)(thrown) ?? (0,_core_problem_js__WEBPACK_IMPORTED_MODULE_4__/* .reasonOf */ .A3)(thrown)})` };
    }
}
function inspectFile(path, name) {
    const inspection = (0,_inspection_js__WEBPACK_IMPORTED_MODULE_8__/* .openInspection */ .J)(name);
    (0,_host_host_js__WEBPACK_IMPORTED_MODULE_5__/* .readPieces */ .ut)(path, inspection.take, false);
    return inspection.end();
}
function handlerName(wanted) {
    return `qemu-${wanted.qemu}`;
}
function draftsOf(store) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(store.tool, INCOMING);
}
function lackingFile(store, wanted) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(store.folder, `${handlerName(wanted)}.none`);
}
function refused(name, why) {
    return new _core_problem_js__WEBPACK_IMPORTED_MODULE_4__/* .SetupProblem */ .DN({
        id: 'SB-QEMU',
        kind: 'host',
        what: `use ${name} as a handler`,
        cause: why,
        remedy: 'Name an image or a folder with QEMU user-mode programs that are statically linked for this host',
    });
}
function storeProblem(store, thrown) {
    return new _core_problem_js__WEBPACK_IMPORTED_MODULE_4__/* .SetupProblem */ .DN({
        id: 'SB-STORE',
        kind: 'host',
        what: `write to the tool cache ${store.tool}`,
        cause: (0,_core_problem_js__WEBPACK_IMPORTED_MODULE_4__/* .reasonOf */ .A3)(thrown),
        remedy: 'Make room there and let this user write to it, or name another folder in RUNNER_TOOL_CACHE',
    }, { cause: thrown });
}
function attempt(store, work) {
    try {
        return work();
    }
    catch (thrown) {
        throw thrown instanceof _core_problem_js__WEBPACK_IMPORTED_MODULE_4__/* .SetupProblem */ .DN ? thrown : storeProblem(store, thrown);
    }
}


/***/ })

};
