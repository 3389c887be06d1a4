export const id = 189;
export const ids = [189];
export const modules = {

/***/ 9570:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ cacheRecord),
/* harmony export */   a: () => (/* binding */ restoreFromActionsCache),
/* harmony export */   parseCacheRecords: () => (/* binding */ parseCacheRecords),
/* harmony export */   saveToActionsCache: () => (/* binding */ saveToActionsCache)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _core_json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8171);
/* harmony import */ var _core_problem_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4458);



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
        const { restoreCache } = await Promise.all(/* import() */[__webpack_require__.e(889), __webpack_require__.e(103)]).then(__webpack_require__.bind(__webpack_require__, 7963));
        const anySelection = record.key.slice(0, record.key.lastIndexOf('-') + 1);
        return restoreCache([record.folder], record.key, [anySelection]);
    });
    if (late)
        return 'late';
    log(key === undefined
        ? 'The Actions cache does not have this image.'
        : `Restored ${(0,_core_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .printable */ .g$)(key)} from the Actions cache.`);
    return 'ended';
}
async function saveToActionsCache(record, log) {
    const { value: id } = await quietly('save QEMU in the Actions cache', SAVE_LIMIT_MS, log, async () => {
        const { saveCache } = await Promise.all(/* import() */[__webpack_require__.e(889), __webpack_require__.e(103)]).then(__webpack_require__.bind(__webpack_require__, 7963));
        return saveCache([record.folder], record.key);
    });
    log(id === undefined || id < 0
        ? 'Nothing was saved in the Actions cache.'
        : `Saved ${record.key} in the Actions cache.`);
}
function parseCacheRecords(text) {
    try {
        const value = JSON.parse(text ?? '[]');
        return Array.isArray(value) ? value.filter(isCacheRecord) : [];
    }
    catch {
        return [];
    }
}
function isCacheRecord(value) {
    const { key, folder } = (0,_core_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .G)(value) ? value : {};
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
        log(`Could not ${what}: ${(0,_core_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .reasonOf */ .A3)(thrown)}`);
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


/***/ })

};
