export const id = 710;
export const ids = [710];
export const modules = {

/***/ 8047:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   fetchFromHost: () => (/* binding */ fetchFromHost)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _host_files_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1935);
/* harmony import */ var _host_read_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3766);
/* harmony import */ var _platform_platforms_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2061);
/* harmony import */ var _text_problem_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(894);
/* harmony import */ var _text_text_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(8614);
/* harmony import */ var _text_version_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9341);
/* harmony import */ var _handler_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(4246);
/* harmony import */ var _store_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(5995);
/* harmony import */ var _store_layout_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(2826);











const USUAL_FOLDERS = [
    '/usr/local/bin',
    '/usr/bin',
    '/usr/local/qemu/bin',
    '/usr/libexec/qemu-binfmt',
    '/usr/lib/qemu',
];
const OPTIONAL_SOFTWARE = '/opt';
const FOLDER_LIMIT = 200;
const HEADER_BYTES = 64 * 1024;
const SIZE_LIMIT = 256 * 1024 * 1024;
const ANSWER_MS = 10_000;
const fetchFromHost = async (wanted, context) => {
    const folders = foldersOf(context.host);
    const owners = (0,_host_read_js__WEBPACK_IMPORTED_MODULE_3__/* .seesEveryUser */ .XO)(context.host);
    const searches = [];
    for (const each of wanted)
        searches.push(await search(each, folders, owners, context));
    const found = searches.flatMap(({ taken }) => taken ?? []);
    const missing = searches.flatMap(({ wanted: each, taken, refused }) => {
        if (taken !== undefined)
            return [];
        const none = `no ${(0,_platform_platforms_js__WEBPACK_IMPORTED_MODULE_4__/* .qemuName */ .gc)(each)}-static or ${(0,_platform_platforms_js__WEBPACK_IMPORTED_MODULE_4__/* .qemuName */ .gc)(each)} on this host`;
        return [{ arch: each.arch, reason: refused.length > 0 ? refused.join('; ') : none }];
    });
    const failure = searches.find((each) => each.failure !== undefined)?.failure;
    const [first] = missing;
    if (found.length === 0 && first !== undefined) {
        throw (failure ??
            new _text_problem_js__WEBPACK_IMPORTED_MODULE_5__/* .SetupProblem */ .DN({
                id: 'SB083',
                kind: 'host',
                what: 'use a QEMU of this host',
                cause: `${first.arch}: ${first.reason}`,
                remedy: 'Install static QEMU user-mode programs, or name another source in the input qemu-from',
            }));
    }
    return {
        handlers: found.map(({ handler }) => handler),
        missing,
        origin: [...new Set(found.map(({ from }) => from))].join(', '),
        downloadedBytes: 0,
        cacheHit: found.every(({ cached }) => cached),
        notes: searches
            .filter(({ taken }) => taken !== undefined)
            .flatMap(({ refused }) => refused.map((text) => `Not used: ${text}`)),
        troubles: found.flatMap(({ troubles }) => troubles),
        failure,
    };
};
async function search(wanted, folders, owners, context) {
    const refused = [];
    const seen = new Set();
    let failure;
    for (const folder of folders) {
        for (const name of [`${(0,_platform_platforms_js__WEBPACK_IMPORTED_MODULE_4__/* .qemuName */ .gc)(wanted)}-static`, (0,_platform_platforms_js__WEBPACK_IMPORTED_MODULE_4__/* .qemuName */ .gc)(wanted)]) {
            const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, name);
            const real = context.host.realPath(path);
            if (real === undefined || seen.has(real))
                continue;
            seen.add(real);
            try {
                const refusal = refusalOfFile(real, owners, context);
                const taken = refusal === undefined ? await take(real, wanted, context) : { refusal };
                if (!('refusal' in taken)) {
                    return { wanted, taken: { ...taken, from: (0,_text_text_js__WEBPACK_IMPORTED_MODULE_10__/* .printable */ .g$)(folder) }, refused, failure };
                }
                refused.push(`${(0,_text_text_js__WEBPACK_IMPORTED_MODULE_10__/* .printable */ .g$)(path)}: ${taken.refusal}`);
            }
            catch (thrown) {
                failure ??= (0,_text_problem_js__WEBPACK_IMPORTED_MODULE_5__/* .problemIn */ .Dk)(thrown);
                refused.push(`${(0,_text_text_js__WEBPACK_IMPORTED_MODULE_10__/* .printable */ .g$)(path)}: ${(0,_text_problem_js__WEBPACK_IMPORTED_MODULE_5__/* .problemIn */ .Dk)(thrown)?.reason ?? (0,_text_problem_js__WEBPACK_IMPORTED_MODULE_5__/* .reasonOf */ .A3)(thrown)}`);
            }
        }
    }
    return { wanted, refused, failure };
}
function refusalOfFile(path, owners, context) {
    const { host, hostArch } = context;
    const stat = host.stat(path);
    if (stat?.kind !== 'file')
        return 'it is not a file';
    if ((stat.mode & 0o111) === 0)
        return 'it is not executable';
    if (stat.size > SIZE_LIMIT)
        return 'it is too large for a QEMU';
    if ((stat.mode & 0o002) !== 0)
        return 'everyone may write to it';
    if (owners && stat.uid !== 0 && stat.uid !== host.uid)
        return `it belongs to user ${stat.uid}`;
    const bytes = host.readBytes(path, HEADER_BYTES);
    if (bytes[0] === 0x23 && bytes[1] === 0x21)
        return 'it is a script';
    return (0,_handler_js__WEBPACK_IMPORTED_MODULE_7__/* .refusalOf */ .Of)(bytes, hostArch);
}
async function take(path, wanted, context) {
    const sha256 = (0,_host_files_js__WEBPACK_IMPORTED_MODULE_2__/* .hashFile */ .DC)(path);
    const store = (0,_store_js__WEBPACK_IMPORTED_MODULE_8__/* .openStore */ .Ch)(context, (0,_store_layout_js__WEBPACK_IMPORTED_MODULE_9__/* .storeVersion */ .wy)('host', sha256), new Map([[wanted.arch, sha256]]));
    const { handlers: [stored], troubles, } = (0,_store_js__WEBPACK_IMPORTED_MODULE_8__/* .findStored */ .FC)(store, [wanted], context);
    if (stored !== undefined)
        return { handler: stored, cached: true, troubles };
    const version = await askVersion(path, context.host);
    if (version === undefined)
        return { refusal: 'it does not answer --version as QEMU does' };
    const incoming = (0,_store_js__WEBPACK_IMPORTED_MODULE_8__/* .makeIncoming */ .NL)(store);
    try {
        const copy = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(incoming, (0,_platform_platforms_js__WEBPACK_IMPORTED_MODULE_4__/* .qemuName */ .gc)(wanted));
        (0,_store_js__WEBPACK_IMPORTED_MODULE_8__/* .attempt */ .CD)(store, () => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.copyFileSync)(path, copy));
        const arrival = { ...wanted, path: copy, source: 'host', assumesPreserve: false, version };
        const { handlers: [handler], refused: [refused], } = (0,_store_js__WEBPACK_IMPORTED_MODULE_8__/* .install */ .ai)(store, [arrival]);
        return handler === undefined
            ? { refusal: refused?.reason ?? 'it could not be stored' }
            : { handler, cached: false, troubles };
    }
    finally {
        context.host.remove(incoming);
    }
}
async function askVersion(path, host) {
    const limits = { timeoutMs: ANSWER_MS, maxBytes: 4096 };
    const run = await host.run({ file: path, args: ['--version'], env: {}, cwd: '/', ...limits });
    return run.code === 0 ? (0,_text_version_js__WEBPACK_IMPORTED_MODULE_6__/* .parseQemuAnswer */ .gU)(run.stdout) : undefined;
}
function foldersOf(host) {
    const path = (host.env.PATH ?? '').split(node_path__WEBPACK_IMPORTED_MODULE_1__.delimiter).filter((folder) => folder.startsWith('/'));
    const optional = (0,_host_read_js__WEBPACK_IMPORTED_MODULE_3__/* .namesIn */ .wX)(host, OPTIONAL_SOFTWARE)
        .toSorted()
        .flatMap((name) => ['', 'bin'].map((inner) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(OPTIONAL_SOFTWARE, name, inner)));
    return [...new Set([...path, ...USUAL_FOLDERS, OPTIONAL_SOFTWARE, ...optional])].slice(0, FOLDER_LIMIT);
}


/***/ })

};
