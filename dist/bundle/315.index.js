export const id = 315;
export const ids = [315,689];
export const modules = {

/***/ 6389:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ listMisplaced)
/* harmony export */ });
/* unused harmony export OPTION_MODES */
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8492);

const SETUP = ['setup', 'plan'];
const FILLING = [...SETUP, 'exec'];
const LOOKING = [...FILLING, 'doctor'];
const OPTION_MODES = {
    image: LOOKING,
    'registry-mirrors': LOOKING,
    'on-conflict': LOOKING,
    'qemu-from': FILLING,
    cache: FILLING,
    'cache-image': FILLING,
    credentials: FILLING,
    rules: FILLING,
    reset: FILLING,
    strict: FILLING,
    'matrix-from': FILLING,
    runners: SETUP,
    autoload: SETUP,
    persist: SETUP,
    cleanup: [...SETUP, 'remove'],
    log: ['doctor'],
    network: ['doctor'],
};
function listMisplaced(raw, purpose) {
    return Object.entries(OPTION_MODES).flatMap(([name, modes]) => modes.includes(purpose) || !isSet(name, raw[name]) ? [] : [{ name, modes }]);
}
function isSet(name, value) {
    const text = value?.trim().toLowerCase() ?? '';
    const fallback = _inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .INPUT_DEFAULTS */ .WJ[name === 'cache-image' ? 'cache' : name];
    return text !== '' && text !== fallback;
}


/***/ }),

/***/ 2508:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P6: () => (/* binding */ nodeHost),
/* harmony export */   ut: () => (/* binding */ readPieces)
/* harmony export */ });
/* unused harmony export SYSTEM_FOLDERS */
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1421);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6760);
/* harmony import */ var _core_problem_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4458);





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
        nodeArch: (0,node_os__WEBPACK_IMPORTED_MODULE_2__.arch)(),
        endian: (0,node_os__WEBPACK_IMPORTED_MODULE_2__.endianness)() === 'BE' ? 'big' : 'little',
        kernelRelease: (0,node_os__WEBPACK_IMPORTED_MODULE_2__.release)(),
        nodeVersion: process.version,
        node: process.execPath,
        cpus: (0,node_os__WEBPACK_IMPORTED_MODULE_2__.availableParallelism)(),
        readText: (path) => new TextDecoder().decode(readStart(path, TEXT_LIMIT)),
        readBytes: readStart,
        readPieces: (path, look) => readPieces(path, look),
        list: listUnsorted,
        stat,
        fileSystemType: (path) => attempt(() => node_fs__WEBPACK_IMPORTED_MODULE_1__.statfsSync(path).type),
        freeBytes: (path) => attempt(() => freeBytes(path)),
        realPath: (path) => attempt(() => node_fs__WEBPACK_IMPORTED_MODULE_1__.realpathSync(path)),
        writeKernel,
        makeTemporary: (prefix, parent) => node_fs__WEBPACK_IMPORTED_MODULE_1__.mkdtempSync((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(parent ?? (0,node_os__WEBPACK_IMPORTED_MODULE_2__.tmpdir)(), prefix)),
        makeFolder: (path, mode) => {
            node_fs__WEBPACK_IMPORTED_MODULE_1__.mkdirSync(path, { recursive: true });
            if (mode !== undefined)
                node_fs__WEBPACK_IMPORTED_MODULE_1__.chmodSync(path, mode);
        },
        makeMode: (path, mode) => node_fs__WEBPACK_IMPORTED_MODULE_1__.chmodSync(path, mode),
        isWritable: (path) => canAccess(path, node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.W_OK | node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.X_OK),
        readable: (path) => attempt(() => readStart(path, 1)) !== undefined,
        writeFile: (path, bytes, mode) => {
            node_fs__WEBPACK_IMPORTED_MODULE_1__.writeFileSync(path, bytes);
            if (mode !== undefined)
                node_fs__WEBPACK_IMPORTED_MODULE_1__.chmodSync(path, mode);
        },
        appendDurably,
        rename: (from, to) => node_fs__WEBPACK_IMPORTED_MODULE_1__.renameSync(from, to),
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
    return attempt(() => {
        const found = follow ? node_fs__WEBPACK_IMPORTED_MODULE_1__.statSync(path) : node_fs__WEBPACK_IMPORTED_MODULE_1__.lstatSync(path);
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
function attempt(read) {
    try {
        return read();
    }
    catch {
        return undefined;
    }
}
function isExecutable(path) {
    return canAccess(path, node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.X_OK) && stat(path)?.kind === 'file';
}
function canAccess(path, mode) {
    try {
        node_fs__WEBPACK_IMPORTED_MODULE_1__.accessSync(path, mode);
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
        const error = (0,_core_problem_js__WEBPACK_IMPORTED_MODULE_4__/* .errnoOf */ .UQ)(thrown) ?? 'EUNKNOWN';
        return { code: null, signal: null, stdout: '', stderr: '', timedOut: false, error, ms: 0 };
    }
}
function runToEnd(command, inherit) {
    const started = now();
    const maxBytes = command.maxBytes ?? TEXT_LIMIT;
    const output = command.silent === true ? 'ignore' : 'pipe';
    return new Promise((resolve) => {
        const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(command.file, command.args, {
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

/***/ 5896:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  ZY: () => (/* binding */ openEngineScope),
  gP: () => (/* binding */ openPrivateScope),
  JH: () => (/* binding */ removeFromEngine)
});

// EXTERNAL MODULE: ./lib/host/inside.js
var inside = __webpack_require__(3382);
// EXTERNAL MODULE: ./lib/host/private-table.js + 2 modules
var private_table = __webpack_require__(8665);
// EXTERNAL MODULE: ./lib/core/binfmt-misc.js
var binfmt_misc = __webpack_require__(5162);
// EXTERNAL MODULE: ./lib/host/readings.js
var readings = __webpack_require__(375);
;// CONCATENATED MODULE: ./lib/host/rootless.js




const LIMIT_MS = 30_000;
const DAEMONS = new Map([
    ['dockerd', 'Docker'],
    ['buildkitd', 'BuildKit'],
]);
async function openEngineTable(host) {
    if (host.which('nsenter') === undefined || host.which('unshare') === undefined)
        return { stage: 'tools', said: 'unshare or nsenter is missing' };
    const engine = (await findEngine(host)) ?? (await startPodman(host));
    if (engine === undefined)
        return { stage: 'engine', said: nothingFound(host) };
    const { name, pid } = engine;
    const space = { pid, namespaces: ['user', 'mount'] };
    const visible = host.stat(`/proc/${pid}/root${binfmt_misc/* TABLE_PATH */.Fb}`) !== undefined;
    const table = visible ? binfmt_misc/* TABLE_PATH */.Fb : `${runtimeFolders(host)[0]}/setup-binfmt-table`;
    const prepared = await host.run({
        ...(0,inside/* enterCommand */.S)(host, space, {
            file: '/bin/sh',
            args: ['-c', visible ? private_table/* MOUNT_ONCE */.yj : `mkdir -p "$1" && ${private_table/* MOUNT_ONCE */.yj}`, 'sh', table],
        }),
        timeoutMs: LIMIT_MS,
    });
    if (prepared.code === 0)
        return { name, space, table };
    const said = prepared.stderr.trim() || `ended with ${prepared.signal ?? prepared.code}`;
    return { stage: 'mount', said: `rootless ${name} (process ${pid}): ${said}` };
}
async function findEngine(host) {
    const files = pidFiles(host).flatMap(({ name, path }) => {
        const pid = parsePid((0,readings/* textOr */.ph)(host, path, ''));
        return pid === undefined ? [] : [{ name, pid }];
    });
    const docker = files.filter(({ name }) => name !== 'podman');
    const podman = files.filter(({ name }) => name === 'podman');
    return [...docker, ...findDaemons(host), ...podman].find(({ pid }) => isElsewhere(host, pid));
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
function pidFiles(host) {
    const { env, uid } = host;
    const state = env.DOCKERD_ROOTLESS_ROOTLESSKIT_STATE_DIR;
    const folders = runtimeFolders(host);
    return [
        ...(state === undefined ? [] : [`${state}/child_pid`]).map((path) => ({ name: 'Docker', path })),
        ...folders.flatMap((folder) => [
            { name: 'Docker', path: `${folder}/dockerd-rootless/child_pid` },
            { name: 'Docker', path: `${folder}/docker.pid` },
        ]),
        ...[...folders, `/tmp/podman-run-${uid}`, `/tmp/storage-run-${uid}`].map((folder) => ({
            name: 'podman',
            path: `${folder}/libpod/tmp/pause.pid`,
        })),
    ];
}
function findDaemons(host) {
    return (0,readings/* namesIn */.wX)(host, '/proc').flatMap((name) => {
        const pid = parsePid(name);
        if (pid === undefined || host.stat(`/proc/${pid}`)?.uid !== host.uid)
            return [];
        const engine = DAEMONS.get((0,readings/* textOr */.ph)(host, `/proc/${pid}/comm`, '').trim());
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

// EXTERNAL MODULE: ./lib/host/table.js
var host_table = __webpack_require__(252);
;// CONCATENATED MODULE: ./lib/inner-scope.js




const NOTHING_TO_CLOSE = () => Promise.resolve();
async function openPrivateScope(host, hold) {
    const table = await (0,private_table/* openPrivateTable */.E1)(host, hold);
    if ('stage' in table)
        return forbidden(host, table);
    const { inner, close } = table;
    const door = { table: table.table, place: 'a table of our own, in a user namespace' };
    return { host: (0,inside/* insideOf */.k)(host, inner), door, table, close };
}
async function openEngineScope(host) {
    const engine = await openEngineTable(host);
    if ('stage' in engine)
        return forbidden(host, engine);
    const { space, table, name } = engine;
    const door = { table, place: `the table of rootless ${name} (process ${space.pid})` };
    return { host: (0,inside/* insideOf */.k)(host, space), door, close: NOTHING_TO_CLOSE };
}
async function forbidden(host, refusal) {
    const namespaces = await (0,private_table/* observeNamespaces */.Zr)(host, { wanted: true, refusal });
    return { host, door: { namespaces }, close: NOTHING_TO_CLOSE };
}
async function removeFromEngine(host, entries) {
    const engine = await openEngineTable(host);
    if ('stage' in engine)
        return [];
    const table = { host: (0,inside/* insideOf */.k)(host, engine.space), table: engine.table, record: () => undefined };
    return entries.flatMap((entry) => (0,host_table/* removePinned */.R3)(table, entry) ?? []);
}


/***/ }),

/***/ 9570:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Aj: () => (/* binding */ parseCacheRecords),
/* harmony export */   CK: () => (/* binding */ cacheRecord),
/* harmony export */   aH: () => (/* binding */ restoreFromActionsCache),
/* harmony export */   yz: () => (/* binding */ saveToActionsCache)
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


/***/ }),

/***/ 8251:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  H: () => (/* binding */ openSources)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./lib/core/deb-index.js
const URI_LINE = /^'([^']+)' (\S+) (\d{1,15}) (SHA256:[0-9a-f]{64}|SHA512:[0-9a-f]{128})$/;
const FILE = /^([a-z0-9][a-z0-9+.-]{1,60})_((?:\d{1,9}%3a)?[0-9][A-Za-z0-9.+~-]{0,120})_([a-z0-9-]{1,30})\.deb$/;
function parseCandidate(text, name) {
    for (const line of text.split('\n')) {
        const [, uri = '', file = '', size = '', hash = ''] = URI_LINE.exec(line.trim()) ?? [];
        const [, found, version = '', arch = ''] = FILE.exec(file) ?? [];
        if (found !== name)
            continue;
        return { package: name, version: version.replace('%3a', ':'), arch, file, size: Number(size), hash, uri };
    }
    return undefined;
}
function formatCandidate(candidate) {
    const { uri, file, size, hash } = candidate;
    return `'${uri.slice(0, uri.indexOf(':'))}://${placeOf(uri)}' ${file} ${size} ${hash}`;
}
function parseFetched(stdout) {
    const [, number = '0', unit = ''] = /^Fetched ([\d,.]{1,12}) ([kMG]?)B in /m.exec(stdout) ?? [];
    return Number(number.replaceAll(',', '')) * ({ k: 1e3, M: 1e6, G: 1e9 }[unit] ?? 1);
}
function placeOf(uri) {
    const [, scheme = 'unknown place', host = ''] = /^([a-z][a-z0-9+.-]{0,30}):(?:\/\/(?:[^/]*@)?([^/?#]*))?/i.exec(uri) ?? [];
    return host === '' ? scheme : host;
}
function withoutCredentials(text) {
    return text.replace(/([a-z][a-z0-9+.-]{0,30}:\/\/)[^/\s'"]*@/gi, '$1');
}
function complaintOf(stderr) {
    const lines = withoutCredentials(stderr.slice(0, 65_536)).split('\n');
    const of = (level) => [
        ...new Set(lines.flatMap((line) => (level.test(line) ? [line.replace(level, '').trim()] : []))),
    ];
    const errors = of(/^E: /);
    return (errors.length > 0 ? errors : of(/^W: /)).slice(0, 2).join('; ');
}
function formatBytes(bytes) {
    if (bytes < 1000)
        return `${bytes} B`;
    return bytes < 1_000_000 ? `${(bytes / 1000).toFixed(1)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

// EXTERNAL MODULE: ./lib/core/problem.js
var problem = __webpack_require__(4458);
// EXTERNAL MODULE: ./lib/core/store-path.js
var store_path = __webpack_require__(482);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
;// CONCATENATED MODULE: ./lib/qemu/users.js
function seesEveryUser(host) {
    try {
        return /^\s*0\s+0\s+4294967295\s*$/.test(host.readText('/proc/self/uid_map'));
    }
    catch {
        return true;
    }
}

;// CONCATENATED MODULE: ./lib/qemu/apt.js





const PACKAGES = ['qemu-user-static', 'qemu-user'];
const SMALLEST_PACKAGE = 1024 * 1024;
const CONFIGURATION = `
#clear APT::Update::Pre-Invoke;
#clear APT::Update::Post-Invoke;
#clear APT::Update::Post-Invoke-Success;
#clear APT::Update::Post-Invoke-Stats;
#clear Acquire::Languages;
Acquire::Languages "none";
`;
const ENVIRONMENT = /^(PATH|HOME|TMPDIR|APT_CONFIG|(https?|ftp|all|no)_proxy|SSL_CERT_(FILE|DIR))$/i;
const PROGRESS_MS = 5000;
function prepareApt(apt) {
    (0,external_node_fs_.chmodSync)(apt.folder, 0o711);
    for (const name of ['lists/partial', 'cache/archives/partial', 'download'])
        apt.host.makeFolder((0,external_node_path_.join)(apt.folder, name));
    apt.host.writeFile((0,external_node_path_.join)(apt.folder, 'apt.conf'), CONFIGURATION);
}
async function findPackage(apt, lists) {
    const complaints = [];
    for (const name of PACKAGES) {
        const run = await aptGet(apt, lists, ['--print-uris', 'download', name]);
        const candidate = run.code === 0 ? parseCandidate(run.stdout, name) : undefined;
        if (candidate !== undefined && candidate.size >= SMALLEST_PACKAGE)
            return { value: candidate, complaint: '' };
        complaints.push(whyNot(run));
    }
    return { value: undefined, complaint: complaints.find((text) => text !== '') ?? '' };
}
async function updateLists(apt) {
    const run = await aptGet(apt, 'own', ['update']);
    const bytes = parseFetched(run.stdout);
    apt.log(`apt: ${formatBytes(bytes)} of package lists in ${(run.ms / 1000).toFixed(1)} s`);
    return { bytes, complaint: whyNot(run) };
}
async function downloadPackage(apt, lists, candidate) {
    const path = (0,external_node_path_.join)(apt.folder, 'download', candidate.file);
    const ticker = setInterval(() => {
        const size = apt.host.stat(path)?.size ?? 0;
        apt.log(`apt: ${formatBytes(size)} of ${formatBytes(candidate.size)}`);
    }, PROGRESS_MS);
    try {
        const run = await aptGet(apt, lists, ['download', `${candidate.package}=${candidate.version}`]);
        const found = apt.host.stat(path, false);
        if (run.code === 0 && found?.kind === 'file' && found.size === candidate.size)
            return { value: path, complaint: '' };
        return { value: undefined, complaint: whyNot(run) || 'apt-get left no complete file' };
    }
    finally {
        clearInterval(ticker);
    }
}
function aptGet(apt, lists, args) {
    const { host, folder, program } = apt;
    const options = [
        `Dir::Cache=${(0,external_node_path_.join)(folder, 'cache')}`,
        'APT::Get::AllowUnauthenticated=false',
        'Acquire::AllowInsecureRepositories=false',
        'Acquire::AllowWeakRepositories=false',
        'Acquire::AllowDowngradeToInsecureRepositories=false',
        'Acquire::IndexTargets::deb::DEP-11::DefaultEnabled=false',
        'Acquire::IndexTargets::deb::CNF::DefaultEnabled=false',
        'Acquire::GzipIndexes=true',
        'Acquire::Retries=3',
        'Acquire::http::Timeout=20',
        'Acquire::https::Timeout=20',
        ...(lists === 'own' ? [`Dir::State::lists=${(0,external_node_path_.join)(folder, 'lists')}`] : []),
        ...(seesEveryUser(host) ? [] : ['APT::Sandbox::User=root']),
    ];
    const kept = Object.entries(host.env).flatMap(([name, value]) => ENVIRONMENT.test(name) && value !== undefined ? [[name, value]] : []);
    return host.run({
        file: program,
        args: ['-q', '-c', (0,external_node_path_.join)(folder, 'apt.conf'), ...options.flatMap((option) => ['-o', option]), ...args],
        env: { ...Object.fromEntries(kept), LC_ALL: 'C', DEBIAN_FRONTEND: 'noninteractive' },
        cwd: (0,external_node_path_.join)(folder, 'download'),
        timeoutMs: Math.max(1, apt.deadline - performance.now()),
    });
}
function whyNot(run) {
    if (run.timedOut)
        return 'apt-get did not end in time';
    if (run.error !== undefined)
        return `apt-get cannot be started (${run.error})`;
    return (0,problem/* printable */.g$)(complaintOf(run.stderr));
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./lib/core/json.js
var json = __webpack_require__(8171);
// EXTERNAL MODULE: ./lib/host/host.js
var host = __webpack_require__(2508);
;// CONCATENATED MODULE: ./lib/qemu/files.js




function hashFile(path) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    (0,host/* readPieces */.ut)(path, (piece) => hash.update(piece), false);
    return hash.digest('hex');
}
function writeAll(fd, bytes) {
    for (let done = 0; done < bytes.length;)
        done += external_node_fs_.writeSync(fd, bytes, done);
}
function writeWhole(path, text, draft) {
    const folder = external_node_fs_.mkdtempSync(draft);
    try {
        external_node_fs_.writeFileSync((0,external_node_path_.join)(folder, 'file'), text, { mode: 0o644 });
        external_node_fs_.renameSync((0,external_node_path_.join)(folder, 'file'), path);
    }
    finally {
        external_node_fs_.rmSync(folder, { recursive: true, force: true });
    }
}
function removeForgotten(parent, prefix, ageMs, now) {
    for (const name of external_node_fs_.readdirSync(parent)) {
        const path = (0,external_node_path_.join)(parent, name);
        const found = name.startsWith(prefix) ? external_node_fs_.lstatSync(path, { throwIfNoEntry: false }) : undefined;
        if (found?.isDirectory() && now - found.mtimeMs > ageMs) {
            external_node_fs_.rmSync(path, { recursive: true, force: true });
        }
    }
}

// EXTERNAL MODULE: ./lib/core/elf.js
var core_elf = __webpack_require__(2956);
// EXTERNAL MODULE: ./lib/core/platforms.js + 2 modules
var platforms = __webpack_require__(9636);
// EXTERNAL MODULE: ./lib/qemu/handlers.js
var handlers = __webpack_require__(4445);
;// CONCATENATED MODULE: ./lib/qemu/inspection.js

const SEAM = 128;
function openInspection(name) {
    const label = `${name} version `;
    const hash = (0,external_node_crypto_.createHash)('sha256');
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

;// CONCATENATED MODULE: ./lib/qemu/store-record.js


const VERSION = /^\d+\.\d+\.\d+$/;
function recordPath(binary) {
    return `${binary}.json`;
}
function parseRecord(text) {
    const { sha256, size, source, assumesPreserve, version } = (0,json/* parseObject */.l)(text) ?? {};
    if (typeof sha256 !== 'string' || !/^[0-9a-f]{64}$/.test(sha256) || typeof size !== 'number')
        return undefined;
    if (source !== 'image' && source !== 'apt' && source !== 'host')
        return undefined;
    if (typeof assumesPreserve !== 'boolean')
        return undefined;
    const common = { sha256, size, source, assumesPreserve };
    return typeof version === 'string' && VERSION.test(version) ? { ...common, version } : common;
}
function recordedVersion(host, root, path) {
    if (!path.startsWith(`${root}/${store_path/* STORE_TOOL */.z}/`) || path.split('/').includes('..'))
        return undefined;
    try {
        const record = parseRecord(host.readText(recordPath(path)));
        return host.stat(path, false)?.size === record?.size ? record?.version : undefined;
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./lib/qemu/store.js











const INCOMING = '.incoming-';
const FOLDER_MODE = 0o755;
const FORGOTTEN_MS = 6 * 60 * 60 * 1000;
const HEADER_BYTES = 64 * 1024;
const ET_EXEC = 2;
const ET_DYN = 3;
function openStore(context, version, pinned = new Map()) {
    const { host, hostArch } = context;
    const tool = (0,external_node_path_.join)(context.storeRoot, store_path/* STORE_TOOL */.z);
    const folder = (0,external_node_path_.join)(tool, version, host.nodeArch);
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
    return damaged.map(({ arch, reason }) => (0,handlers/* warningOf */.a)({ kind: 'damaged', arch, reason }));
}
function makeIncoming(store, now = Date.now()) {
    return attempt(store, () => {
        external_node_fs_.mkdirSync(store.folder, { recursive: true, mode: FOLDER_MODE });
        removeForgotten(store.tool, INCOMING, FORGOTTEN_MS, now);
        return external_node_fs_.mkdtempSync(draftsOf(store));
    });
}
function install(store, arrivals) {
    const handlers = attempt(store, () => arrivals.map((arrival) => installOne(store, arrival)));
    attempt(store, () => {
        if (store.host.stat(store.marker) === undefined)
            writeWhole(store.marker, '', draftsOf(store));
    });
    return handlers;
}
function noteLacking(store, wanted) {
    attempt(store, () => {
        for (const each of wanted)
            writeWhole(lackingFile(store, each), '', draftsOf(store));
    });
}
function refusalOf(firstBytes, hostArch) {
    const elf = (0,core_elf/* readElf */.oU)(firstBytes);
    const own = (0,platforms/* targetOf */.$r)(hostArch)?.elf;
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
    external_node_fs_.chmodSync(arrival.path, 0o755);
    const path = (0,external_node_path_.join)(store.folder, name);
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
    const draft = recordPath(arrival.path);
    external_node_fs_.writeFileSync(draft, `${JSON.stringify(record)}\n`, { mode: 0o644 });
    external_node_fs_.renameSync(arrival.path, path);
    external_node_fs_.renameSync(draft, recordPath(path));
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
    const path = (0,external_node_path_.join)(store.folder, handlerName(wanted));
    const { host } = store;
    const recordFile = host.stat(recordPath(path), false);
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
        const record = parseRecord(host.readText(recordPath(path)));
        if (record === undefined)
            return { damage: 'its record cannot be read' };
        if (binary?.size !== record.size)
            return { damage: `it has ${binary?.size} bytes instead of ${record.size}` };
        const expected = store.pinned.get(wanted.arch) ?? record.sha256;
        const sha256 = thorough ? hashFile(path) : record.sha256;
        if (sha256 !== expected)
            return { damage: `its sha256 is ${sha256}, and ${expected} is expected` };
        const { source, assumesPreserve, version } = record;
        const common = { arch: wanted.arch, path, sha256, checked: thorough, source, assumesPreserve };
        return version === undefined ? common : { ...common, version };
    }
    catch (thrown) {
        return { damage: `it cannot be read (${(0,problem/* errnoOf */.UQ)(thrown) ?? (0,problem/* reasonOf */.A3)(thrown)})` };
    }
}
function inspectFile(path, name) {
    const inspection = openInspection(name);
    (0,host/* readPieces */.ut)(path, inspection.take, false);
    return inspection.end();
}
function handlerName(wanted) {
    return `qemu-${wanted.qemu}`;
}
function draftsOf(store) {
    return (0,external_node_path_.join)(store.tool, INCOMING);
}
function lackingFile(store, wanted) {
    return (0,external_node_path_.join)(store.folder, `${handlerName(wanted)}.none`);
}
function refused(name, why) {
    return new problem/* SetupProblem */.DN({
        id: 'SB-QEMU',
        kind: 'host',
        what: `use ${name} as a handler`,
        cause: why,
        remedy: 'Name an image or a folder with QEMU user-mode programs that are statically linked for this host',
    });
}
function storeProblem(store, thrown) {
    return new problem/* SetupProblem */.DN({
        id: 'SB-STORE',
        kind: 'host',
        what: `write to the tool cache ${store.tool}`,
        cause: (0,problem/* reasonOf */.A3)(thrown),
        remedy: 'Make room there and let this user write to it, or name another folder in RUNNER_TOOL_CACHE',
    }, { cause: thrown });
}
function attempt(store, work) {
    try {
        return work();
    }
    catch (thrown) {
        throw thrown instanceof problem/* SetupProblem */.DN ? thrown : storeProblem(store, thrown);
    }
}

;// CONCATENATED MODULE: ./lib/qemu/apt-memory.js






const WEEK_MS = 7 * 24 * 60 * 60 * 1000;
const HEAD_BYTES = 16 * 1024;
function recall(context, now = Date.now()) {
    try {
        const memory = (0,json/* parseObject */.l)(context.host.readText(fileOf(context))) ?? {};
        const { package: name, line, lacks, sources, at } = memory;
        if (typeof name !== 'string' || typeof line !== 'string' || typeof at !== 'number')
            return undefined;
        const candidate = parseCandidate(line, name);
        if (candidate === undefined || !isTexts(lacks))
            return undefined;
        const age = now - at;
        const fresh = sources === sourcesOf(context.host) && age >= 0 && age < WEEK_MS;
        return { candidate, lacks: new Map(Object.entries(lacks)), fresh };
    }
    catch {
        return undefined;
    }
}
function remember(context, memory, now = Date.now()) {
    const { candidate, lacks } = memory;
    const value = {
        package: candidate.package,
        line: formatCandidate(candidate),
        lacks: Object.fromEntries(lacks),
        sources: sourcesOf(context.host),
        at: now,
    };
    try {
        writeWhole(fileOf(context), `${JSON.stringify(value)}\n`, draftsOf(openStore(context, '')));
    }
    catch {
    }
}
function fileOf(context) {
    return (0,external_node_path_.join)(openStore(context, '').tool, 'apt.json');
}
function isTexts(value) {
    return (typeof value === 'object' &&
        value !== null &&
        Object.values(value).every((text) => typeof text === 'string'));
}
function sourcesOf(host) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    const config = host.env.APT_CONFIG;
    const files = [
        ...(config === undefined ? [] : [config]),
        '/etc/apt/sources.list',
        '/etc/apt/preferences',
        '/etc/apt/apt.conf',
        ...filesIn(host, '/etc/apt/sources.list.d'),
        ...filesIn(host, '/etc/apt/preferences.d'),
        ...filesIn(host, '/etc/apt/apt.conf.d'),
        ...filesIn(host, '/var/lib/apt/lists').filter((path) => path.endsWith('Release')),
    ];
    for (const path of files) {
        try {
            const head = host.readBytes(path, HEAD_BYTES);
            hash.update(`${path}\0${head.length}\0`).update(head);
        }
        catch {
        }
    }
    return hash.digest('hex');
}
function filesIn(host, folder) {
    try {
        return [...host.list(folder)].sort().map((name) => (0,external_node_path_.join)(folder, name));
    }
    catch {
        return [];
    }
}

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(8474);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
;// CONCATENATED MODULE: ./lib/qemu/tar.js
async function openTar() {
    const { extract } = await __webpack_require__.e(/* import() */ 872).then(__webpack_require__.t.bind(__webpack_require__, 872, 19));
    const tar = extract();
    const decode = tar._decodeLongHeader;
    if (decode === undefined)
        throw new Error('tar-stream has no _decodeLongHeader any more');
    tar._decodeLongHeader = (bytes) => {
        refuseNegativeLengths(bytes);
        decode.call(tar, bytes);
    };
    return tar;
}
function refuseNegativeLengths(bytes) {
    for (let at = 0; at < bytes.length;) {
        const space = bytes.indexOf(0x20, at);
        const digits = Buffer.from(bytes.subarray(at, space < 0 ? bytes.length : Math.min(space, at + 20)));
        const length = Number.parseInt(digits.toString('latin1'), 10);
        if (length < 0)
            throw new Error('a header has a negative length');
        if (!length)
            break;
        at += length;
    }
}

;// CONCATENATED MODULE: ./lib/qemu/unpack-deb.js





async function unpackDeb(file, wanted, limits) {
    const child = (0,external_node_child_process_.spawn)('dpkg-deb', ['--fsys-tarfile', file], {
        stdio: ['ignore', 'pipe', 'pipe'],
        detached: true,
    });
    let complaint = '';
    child.stderr.on('data', (chunk) => {
        if (complaint.length < 2000)
            complaint += chunk.toString();
    });
    const ended = (0,external_node_events_.once)(child, 'close').then(([code]) => code);
    ended.catch(() => undefined);
    let timedOut = false;
    const timer = setTimeout(() => {
        timedOut = true;
        endGroup(child);
    }, limits.timeMs);
    try {
        const tree = child.stdout.pipe(await openTar());
        child.stdout.on('error', (error) => tree.destroy(error));
        const written = await writeMembers(tree, wanted, limits);
        if (written.size < new Set(wanted.values()).size && (await ended) !== 0)
            throw new Error('dpkg-deb ended early');
        return written;
    }
    catch (thrown) {
        if (thrown instanceof problem/* SetupProblem */.DN)
            throw thrown;
        const cause = timedOut ? `not done within ${limits.timeMs / 1000} s` : (0,problem/* reasonOf */.A3)(thrown);
        throw unpack_deb_problem(complaint === '' || timedOut ? cause : `${cause} (${(0,problem/* printable */.g$)(complaint)})`, thrown);
    }
    finally {
        clearTimeout(timer);
        endGroup(child);
        child.stdout.resume();
        await ended.catch(() => undefined);
    }
}
async function writeMembers(tree, wanted, limits) {
    const open = new Set(wanted.values());
    const written = new Set();
    let total = 0;
    for await (const entry of tree) {
        const { name, type, size = 0 } = entry.header;
        total += size;
        if (total > limits.total)
            throw unpack_deb_problem(`its tree is larger than ${limits.total} bytes`);
        const path = type === 'file' ? wanted.get(name.replace(/^\.\//, '')) : undefined;
        if (path === undefined || !open.has(path)) {
            entry.resume();
            continue;
        }
        if (size > limits.file)
            throw unpack_deb_problem(`${(0,problem/* printable */.g$)(name)} is larger than ${limits.file} bytes`);
        await (0,promises_.writeFile)(path, entry, { flag: 'wx', mode: 0o755 });
        open.delete(path);
        written.add(path);
        if (open.size === 0)
            break;
    }
    return written;
}
function endGroup(child) {
    if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null)
        return;
    try {
        process.kill(-child.pid, 'SIGKILL');
    }
    catch {
    }
}
function unpack_deb_problem(cause, thrown) {
    return new problem/* SetupProblem */.DN({
        id: 'SB-APT',
        kind: 'host',
        what: 'unpack the QEMU package',
        cause,
        remedy: 'Run it again, or take QEMU from another source with the input qemu-from',
    }, { cause: thrown });
}

;// CONCATENATED MODULE: ./lib/qemu/debian.js









const FILE_LIMIT = 256 * 1024 * 1024;
const TREE_LIMIT = 4 * 1024 * 1024 * 1024;
const provideFromApt = async (wanted, context) => {
    const known = recall(context);
    if (known?.fresh === true) {
        const stored = fromStore(known, wanted, context);
        if (isFinal(stored, known))
            return orRefuse(stored);
    }
    try {
        return orRefuse(await withApt(context, (apt) => fetchHandlers(apt, wanted, known, context)));
    }
    catch (thrown) {
        const stored = known === undefined ? undefined : fromStore(known, wanted, context);
        if (!(thrown instanceof problem/* SetupProblem */.DN) || stored === undefined || stored.handlers.length === 0)
            throw thrown;
        const note = (0,handlers/* warningOf */.a)({ kind: 'unrefreshed', used: stored.origin, reason: thrown.reason });
        return { ...stored, notes: [...stored.notes, note] };
    }
};
async function withApt(context, use) {
    const { host, log } = context;
    const program = host.which('apt-get');
    if (program === undefined || host.which('dpkg-deb') === undefined) {
        throw refuse('this machine has no apt-get and dpkg-deb', 'Name another source in the input qemu-from');
    }
    const deadline = performance.now() + context.timeLimitMs;
    const folder = makeAptFolder(context);
    try {
        return await use({ host, log, program, folder, deadline });
    }
    finally {
        host.remove(folder);
    }
}
function makeAptFolder(context) {
    const store = openStore(context, '');
    try {
        context.host.makeFolder(store.tool, FOLDER_MODE);
        return context.host.makeTemporary(`${INCOMING}apt-`, store.tool);
    }
    catch (thrown) {
        throw storeProblem(store, thrown);
    }
}
async function fetchHandlers(apt, wanted, known, context) {
    prepareApt(apt);
    const asIs = await findPackage(apt, 'machine');
    let complaint = asIs.complaint;
    if (asIs.value !== undefined) {
        const answer = await fromPackage(apt, 'machine', asIs.value, wanted, known, context);
        if (answer.value !== undefined)
            return answer.value;
        complaint = answer.complaint;
    }
    context.log(asIs.value === undefined
        ? `apt: the machine's package lists do not have ${PACKAGES.join(' or ')}; fetching lists of its sources`
        : `apt: ${asIs.value.package} cannot be downloaded (${complaint}); fetching newer package lists`);
    const lists = await updateLists(apt);
    const renewed = await findPackage(apt, 'own');
    if (renewed.value === undefined) {
        const cause = lists.complaint || renewed.complaint || complaint;
        throw refuse(`the package sources of this machine do not offer ${PACKAGES.join(' or ')}${cause && `: ${cause}`}`, 'Check the network and the sources (on Ubuntu the component universe), or name another source in qemu-from');
    }
    const answer = await fromPackage(apt, 'own', renewed.value, wanted, known, context);
    if (answer.value !== undefined) {
        const downloadedBytes = answer.value.downloadedBytes + lists.bytes;
        return { ...answer.value, downloadedBytes, cacheHit: false };
    }
    throw refuse(`${renewed.value.package} cannot be downloaded: ${answer.complaint}`, 'Check the network, or name another source in the input qemu-from');
}
async function fromPackage(apt, lists, candidate, wanted, known, context) {
    const same = known?.candidate.hash === candidate.hash ? known.lacks : new Map();
    const before = { candidate, lacks: same };
    const stored = fromStore(before, wanted, context);
    if (isFinal(stored, before)) {
        remember(context, before);
        return { value: stored, complaint: '' };
    }
    const store = storeOf(candidate, context);
    const incoming = makeIncoming(store);
    try {
        const place = (0,problem/* printable */.g$)(placeOf(candidate.uri));
        context.log(`apt: ${candidate.package} ${candidate.version}, ${formatBytes(candidate.size)} from ${place}`);
        const deb = await downloadPackage(apt, lists, candidate);
        if (deb.value === undefined)
            return { value: undefined, complaint: deb.complaint };
        const absent = new Set(stored.missing.map(({ arch }) => arch));
        const open = wanted.filter(({ arch }) => absent.has(arch));
        const unpacked = await unpackInto(store, incoming, deb.value, open, apt);
        context.log(`apt: unpacked ${unpacked.handlers.map(({ arch }) => arch).join(', ') || 'nothing'}`);
        return { value: together(stored, unpacked, before, context), complaint: '' };
    }
    finally {
        context.host.remove(incoming);
    }
}
function together(stored, { handlers, missing }, { candidate, lacks }, context) {
    const reasons = missing.map(({ arch, reason }) => [arch, reason]);
    remember(context, { candidate, lacks: new Map([...lacks, ...reasons]) });
    return {
        ...stored,
        handlers: [...stored.handlers, ...handlers],
        missing,
        downloadedBytes: candidate.size,
        cacheHit: false,
        notes: stored.notes,
    };
}
function isFinal(stored, known) {
    return stored.missing.every(({ arch }) => known.lacks.has(arch));
}
function orRefuse(provided) {
    const [first] = provided.missing;
    if (provided.handlers.length > 0 || first === undefined)
        return provided;
    throw refuse(`the ${provided.origin} does not help: ${first.arch}: ${first.reason}`, 'Name another source in the input qemu-from');
}
async function unpackInto(store, incoming, file, wanted, apt) {
    const target = (each) => (0,external_node_path_.join)(incoming, `qemu-${each.qemu}`);
    const members = wanted.flatMap((each) => ['-static', ''].map((end) => [`usr/bin/qemu-${each.qemu}${end}`, target(each)]));
    const timeMs = Math.max(1, apt.deadline - performance.now());
    const limits = { file: FILE_LIMIT, total: TREE_LIMIT, timeMs };
    const written = await unpackDeb(file, new Map(members), limits);
    const missing = wanted.flatMap((each) => {
        const path = target(each);
        const reason = written.has(path)
            ? refusalOf(apt.host.readBytes(path, HEADER_BYTES), store.hostArch)
            : `the package has no qemu-${each.qemu}`;
        return reason === undefined ? [] : [{ arch: each.arch, reason }];
    });
    const arrivals = wanted
        .filter(({ arch }) => missing.every((refused) => refused.arch !== arch))
        .map((each) => ({ ...each, path: target(each), source: 'apt', assumesPreserve: false }));
    return { handlers: install(store, arrivals), missing };
}
function fromStore(known, wanted, context) {
    const { candidate, lacks } = known;
    const { handlers, absent, damaged } = findStored(storeOf(candidate, context), wanted, context);
    return {
        handlers,
        missing: absent.map(({ arch }) => ({ arch, reason: lacks.get(arch) ?? 'it is not in the store' })),
        origin: `package ${candidate.package} ${candidate.version}`,
        downloadedBytes: 0,
        cacheHit: true,
        notes: notesOnDamage(damaged),
    };
}
function storeOf(candidate, context) {
    const digest = candidate.hash.slice(candidate.hash.indexOf(':') + 1).slice(0, 16);
    return openStore(context, (0,store_path/* storeVersion */.w)('apt', `${digest}-${candidate.version}`));
}
function refuse(cause, remedy) {
    return new problem/* SetupProblem */.DN({ id: 'SB-APT', kind: 'host', what: 'get QEMU with apt', cause, remedy });
}

// EXTERNAL MODULE: ./lib/core/qemu-version.js
var qemu_version = __webpack_require__(7628);
;// CONCATENATED MODULE: ./lib/qemu/host-qemu.js








const USUAL_FOLDERS = [
    '/usr/local/bin',
    '/usr/bin',
    '/usr/local/qemu/bin',
    '/usr/libexec/qemu-binfmt',
    '/usr/lib/qemu',
];
const OPTIONAL_SOFTWARE = '/opt';
const FOLDER_LIMIT = 200;
const host_qemu_HEADER_BYTES = 64 * 1024;
const SIZE_LIMIT = 256 * 1024 * 1024;
const ANSWER_MS = 10_000;
const provideFromHost = async (wanted, context) => {
    const folders = foldersOf(context.host);
    const owners = seesEveryUser(context.host);
    const searches = [];
    for (const each of wanted)
        searches.push(await search(each, folders, owners, context));
    const handlers = searches.flatMap(({ handler }) => (handler === undefined ? [] : [handler]));
    const missing = searches.flatMap(({ wanted: { arch, qemu }, handler, refused }) => {
        if (handler !== undefined)
            return [];
        const reason = refused.length > 0 ? refused.join('; ') : `no qemu-${qemu}-static or qemu-${qemu} on this host`;
        return [{ arch, reason }];
    });
    const [first] = missing;
    if (handlers.length === 0 && first !== undefined) {
        throw new problem/* SetupProblem */.DN({
            id: 'SB-HOST-QEMU',
            kind: 'host',
            what: 'use a QEMU of this host',
            cause: `${first.arch}: ${first.reason}`,
            remedy: 'Install static QEMU user-mode programs, or name another source in the input qemu-from',
        });
    }
    return {
        handlers,
        missing,
        origin: foldersWith(searches).join(', '),
        downloadedBytes: 0,
        cacheHit: searches.every(({ handler, cached }) => handler === undefined || cached),
        notes: notesOn(searches),
    };
};
async function search(wanted, folders, owners, context) {
    const refused = [];
    const seen = new Set();
    for (const folder of folders) {
        for (const name of [`qemu-${wanted.qemu}-static`, `qemu-${wanted.qemu}`]) {
            const path = (0,external_node_path_.join)(folder, name);
            const real = context.host.realPath(path);
            if (real === undefined || seen.has(real))
                continue;
            seen.add(real);
            try {
                const refusal = refusalOfFile(real, owners, context);
                const taken = refusal === undefined ? await take(real, wanted, context) : { refusal };
                if (!('refusal' in taken))
                    return { wanted, ...taken, from: (0,problem/* printable */.g$)(folder), refused };
                refused.push(`${(0,problem/* printable */.g$)(path)}: ${taken.refusal}`);
            }
            catch (thrown) {
                refused.push(`${(0,problem/* printable */.g$)(path)}: ${thrown instanceof problem/* SetupProblem */.DN ? thrown.reason : (0,problem/* reasonOf */.A3)(thrown)}`);
            }
        }
    }
    return { wanted, cached: false, refused };
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
    const bytes = host.readBytes(path, host_qemu_HEADER_BYTES);
    if (bytes[0] === 0x23 && bytes[1] === 0x21)
        return 'it is a script';
    return refusalOf(bytes, hostArch);
}
async function take(path, wanted, context) {
    const sha256 = hashFile(path);
    const store = openStore(context, (0,store_path/* storeVersion */.w)('host', sha256), new Map([[wanted.arch, sha256]]));
    const { handlers, damaged } = findStored(store, [wanted], context);
    const [stored] = handlers;
    if (stored !== undefined)
        return { handler: stored, cached: true, damaged };
    const version = await askVersion(path, context.host);
    if (version === undefined)
        return { refusal: 'it does not answer --version as QEMU does' };
    const incoming = makeIncoming(store);
    try {
        const copy = (0,external_node_path_.join)(incoming, `qemu-${wanted.qemu}`);
        (0,external_node_fs_.copyFileSync)(path, copy);
        const arrival = { ...wanted, path: copy, source: 'host', assumesPreserve: false, version };
        const [handler] = install(store, [arrival]);
        return handler === undefined
            ? { refusal: 'it could not be stored' }
            : { handler, cached: false, damaged };
    }
    finally {
        context.host.remove(incoming);
    }
}
async function askVersion(path, host) {
    const run = await host.run({
        file: path,
        args: ['--version'],
        env: {},
        cwd: '/',
        timeoutMs: ANSWER_MS,
        maxBytes: 4096,
    });
    return run.code === 0 ? (0,qemu_version/* parseVersionLine */.ss)(run.stdout) : undefined;
}
function notesOn(searches) {
    const found = searches.filter(({ handler }) => handler !== undefined);
    const passed = found.flatMap(({ refused }) => refused.map((text) => `Not used: ${text}`));
    const damage = notesOnDamage(searches.flatMap(({ damaged = [] }) => damaged));
    return [...damage, ...passed.map((text) => ({ level: 'info', text }))];
}
function foldersWith(searches) {
    return [...new Set(searches.flatMap(({ from }) => from ?? []))];
}
function foldersOf(host) {
    const path = (host.env.PATH ?? '').split(external_node_path_.delimiter).filter((folder) => folder.startsWith('/'));
    const optional = list(host, OPTIONAL_SOFTWARE).flatMap((name) => {
        const folder = (0,external_node_path_.join)(OPTIONAL_SOFTWARE, name);
        return [folder, (0,external_node_path_.join)(folder, 'bin')];
    });
    return [...new Set([...path, ...USUAL_FOLDERS, OPTIONAL_SOFTWARE, ...optional])].slice(0, FOLDER_LIMIT);
}
function list(host, folder) {
    try {
        return [...host.list(folder)].sort();
    }
    catch {
        return [];
    }
}

// EXTERNAL MODULE: ./lib/core/image-reference.js
var image_reference = __webpack_require__(7632);
;// CONCATENATED MODULE: ./lib/core/oci-manifest.js


const INDEX_TYPES = [
    'application/vnd.oci.image.index.v1+json',
    'application/vnd.docker.distribution.manifest.list.v2+json',
];
const MANIFEST_TYPES = [
    'application/vnd.oci.image.manifest.v1+json',
    'application/vnd.docker.distribution.manifest.v2+json',
];
const ENTRY_LIMIT = 1000;
function parseManifest(text, contentType) {
    const document = (0,json/* parseObject */.l)(text);
    if (document === undefined)
        return { problem: 'is not a JSON object' };
    if ('manifests' in document && 'layers' in document) {
        return { problem: 'claims to be an index and an image at once' };
    }
    const given = contentType?.split(';')[0]?.trim().toLowerCase();
    const mediaType = textOf(document.mediaType) ?? given ?? '';
    if (INDEX_TYPES.includes(mediaType))
        return parseIndex(document);
    if (MANIFEST_TYPES.includes(mediaType))
        return parseImage(document);
    if (mediaType !== '' && !/^(application\/json|application\/octet-stream|text\/plain)$/.test(mediaType)) {
        return { problem: `has the unknown media type ${mediaType}` };
    }
    if ('manifests' in document)
        return parseIndex(document);
    if ('layers' in document)
        return parseImage(document);
    return { problem: 'is neither an index nor an image manifest' };
}
function parseImageConfig(text) {
    const document = (0,json/* parseObject */.l)(text);
    const platform = document === undefined ? undefined : parsePlatform(document);
    if (document === undefined || platform === undefined)
        return { problem: 'names no os and architecture' };
    const config = document.config;
    const lines = (0,json/* isObject */.G)(config) && Array.isArray(config.Env) ? config.Env : [];
    const env = new Map();
    for (const line of lines) {
        const split = typeof line === 'string' ? line.indexOf('=') : -1;
        if (split > 0)
            env.set(line.slice(0, split), line.slice(split + 1));
    }
    return { platform, env };
}
function entriesFor(index, architecture) {
    return index.entries.filter((entry) => !entry.attestation && entry.platform?.os === 'linux' && entry.platform.architecture === architecture);
}
function formatImagePlatform(platform) {
    const variant = platform.variant === undefined ? '' : `/${platform.variant}`;
    return `${platform.os}/${platform.architecture}${variant}`;
}
function parseIndex(document) {
    const list = document.manifests;
    if (!Array.isArray(list))
        return { problem: 'is an index without a list of images' };
    if (list.length > ENTRY_LIMIT)
        return { problem: `lists more than ${ENTRY_LIMIT} images` };
    const entries = [];
    for (const item of list) {
        const descriptor = parseDescriptor(item);
        if (descriptor === undefined || !(0,json/* isObject */.G)(item)) {
            return { problem: 'holds an entry without a valid digest and size' };
        }
        const platform = (0,json/* isObject */.G)(item.platform) ? parsePlatform(item.platform) : undefined;
        const attestation = isAttestation(item.annotations, platform);
        entries.push({ ...descriptor, attestation, ...(platform === undefined ? {} : { platform }) });
    }
    return { kind: 'index', entries };
}
function isAttestation(annotations, platform) {
    const marked = (0,json/* isObject */.G)(annotations) && textOf(annotations['vnd.docker.reference.type']) !== undefined;
    return marked || (platform?.os === 'unknown' && platform.architecture === 'unknown');
}
function parseImage(document) {
    const config = parseDescriptor(document.config);
    const list = document.layers;
    if (config === undefined || !Array.isArray(list))
        return { problem: 'is an image without config or layers' };
    if (list.length > ENTRY_LIMIT)
        return { problem: `lists more than ${ENTRY_LIMIT} layers` };
    const layers = list.map(parseDescriptor).filter((layer) => layer !== undefined);
    if (layers.length !== list.length)
        return { problem: 'holds a layer without a valid digest and size' };
    return { kind: 'manifest', config, layers };
}
function parseDescriptor(value) {
    if (!(0,json/* isObject */.G)(value))
        return undefined;
    const mediaType = textOf(value.mediaType) ?? '';
    const digest = textOf(value.digest) ?? '';
    const size = value.size;
    if (!(0,image_reference/* isDigest */.Bc)(digest) || typeof size !== 'number' || !Number.isSafeInteger(size) || size < 0) {
        return undefined;
    }
    return { mediaType, digest, size };
}
function parsePlatform(value) {
    const os = textOf(value.os);
    const architecture = textOf(value.architecture);
    const variant = textOf(value.variant);
    if (os === undefined || architecture === undefined)
        return undefined;
    return { os, architecture, ...(variant === undefined ? {} : { variant }) };
}
function textOf(value) {
    return typeof value === 'string' && value !== '' ? value : undefined;
}

// EXTERNAL MODULE: ../node_modules/@actions/http-client/lib/proxy.js
var proxy = __webpack_require__(3689);
// EXTERNAL MODULE: external "node:v8"
var external_node_v8_ = __webpack_require__(8877);
// EXTERNAL MODULE: external "node:vm"
var external_node_vm_ = __webpack_require__(714);
;// CONCATENATED MODULE: ./lib/qemu/buffers.js


const INTERVAL = 4 * 1024 * 1024;
function openReclaimer() {
    let collect;
    let passed = 0;
    return (bytes) => {
        passed += bytes;
        if (passed < INTERVAL)
            return;
        passed = 0;
        collect ??= collector();
        if (typeof collect === 'function')
            collect({ type: 'minor' });
    };
}
function collector() {
    (0,external_node_v8_.setFlagsFromString)('--expose-gc');
    return (0,external_node_vm_.runInNewContext)('globalThis.gc');
}

;// CONCATENATED MODULE: ./lib/qemu/http.js




const SOCKET_TIMEOUT_MS = 30_000;
const REDIRECT_LIMIT = 5;
const REDIRECTS = [301, 302, 303, 307, 308];
const PASSING = [408, 429, 500, 502, 503, 504];
const LASTING_ERRORS = [
    'ENOTFOUND',
    'CERT_HAS_EXPIRED',
    'DEPTH_ZERO_SELF_SIGNED_CERT',
    'SELF_SIGNED_CERT_IN_CHAIN',
    'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
    'ERR_TLS_CERT_ALTNAME_INVALID',
];
function openHttp() {
    const { agentFor, close } = openAgents();
    return { send: (query, deadline) => sendFollowing(agentFor, query, deadline), close };
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
function isAllowed(url) {
    return url.protocol === 'https:' || (url.protocol === 'http:' && (0,image_reference/* isLoopback */.U9)(url.host));
}
function statusFailure(answer, where, said = '') {
    const wait = retryAfterMs(answer.headers['retry-after'], Date.now());
    const more = said === '' ? '' : ` (${said})`;
    return {
        failure: `${where} answered ${answer.status}${more}`,
        passing: PASSING.includes(answer.status),
        status: answer.status,
        ...(wait === undefined ? {} : { waitMs: wait }),
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
    let { url } = query;
    let headers = { ...query.headers };
    for (let step = 0; step <= REDIRECT_LIMIT; step++) {
        const answer = await sendOnce(agentFor, { ...query, url, headers }, deadline);
        if ('failure' in answer || !REDIRECTS.includes(answer.status))
            return answer;
        answer.body.resume();
        const next = redirectTarget(url, answer.headers.location);
        if (next === undefined)
            return { failure: `${url.host} redirects to a place that may not be asked`, passing: false };
        if (next.origin !== url.origin)
            headers = http_withoutCredentials(headers);
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
    if ((0,image_reference/* isLoopback */.U9)(next.host) && !(0,image_reference/* isLoopback */.U9)(from.host))
        return undefined;
    return next;
}
function http_withoutCredentials(headers) {
    return Object.fromEntries(Object.entries(headers).filter(([name]) => name.toLowerCase() !== 'authorization'));
}
async function sendOnce(agentFor, query, deadline) {
    const { url, headers, form } = query;
    const left = deadline - performance.now();
    if (left <= 0)
        return { failure: 'the time limit was reached', passing: true };
    const agent = await agentFor(url);
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
function openAgents() {
    const settings = { keepAlive: true, maxSockets: 4 };
    const agents = new Map();
    const agentFor = async (url) => {
        const proxied = (0,proxy/* getProxyUrl */.s)(url) !== undefined;
        const key = `${url.protocol} ${proxied}`;
        const known = agents.get(key);
        if (known !== undefined)
            return known;
        const agent = proxied
            ? new (await __webpack_require__.e(/* import() */ 889).then(__webpack_require__.bind(__webpack_require__, 5889))).HttpClient('setup-binfmt', [], settings).getAgent(url.href)
            : new (await clientFor(url)).Agent(settings);
        agents.set(key, agent);
        return agent;
    };
    return {
        agentFor,
        close: () => {
            for (const agent of agents.values())
                agent.destroy?.();
        },
    };
}
function clientFor(url) {
    return url.protocol === 'https:' ? Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 4708, 19)) : Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 7067, 19));
}
function networkFailure(thrown, host) {
    const code = (0,problem/* errnoOf */.UQ)(thrown);
    const where = host === undefined ? '' : `${host}: `;
    return {
        failure: `${where}${(0,problem/* reasonOf */.A3)(thrown)}`,
        passing: code === undefined || !LASTING_ERRORS.includes(code),
    };
}

;// CONCATENATED MODULE: ./lib/core/auth-challenge.js
const PART = /^[\s,]*([A-Za-z0-9!#$%&'*+.^_`|~-]+)(?:\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,"]*)))?/;
function parseChallenges(header) {
    const challenges = [];
    let rest = header.slice(0, 8192);
    for (let part = PART.exec(rest); part !== null; part = PART.exec(rest)) {
        rest = rest.slice(part[0].length);
        const name = part[1].toLowerCase();
        const value = part[2]?.replace(/\\(.)/g, '$1') ?? part[3];
        if (value === undefined)
            challenges.push({ scheme: name, parameters: new Map() });
        else
            challenges.at(-1)?.parameters.set(name, value);
    }
    return challenges;
}

;// CONCATENATED MODULE: ./lib/qemu/credentials.js



const HELPER_TIMEOUT_MS = 10_000;
const HUB_KEY = 'https://index.docker.io/v1/';
const TOKEN_USER = '<token>';
async function findCredentials(host, registry, repository) {
    const troubles = [];
    for (const path of configFiles(host)) {
        if (host.stat(path)?.kind !== 'file')
            continue;
        const config = readConfig(host, path);
        if (config === undefined) {
            troubles.push(`${path} could not be read as JSON and was left out`);
            continue;
        }
        const found = (await askHelper(host, config, registry, troubles)) ?? credentialsIn(config, registry, repository);
        if (found !== undefined)
            return { found, troubles };
    }
    return { troubles };
}
function credentialsIn(config, registry, repository) {
    const parts = repository.split('/');
    const paths = parts.map((_, index) => `${registry}/${parts.slice(0, parts.length - index).join('/')}`);
    const keys = registry === 'docker.io' ? [...paths, registry, HUB_KEY, 'index.docker.io'] : [...paths, registry];
    for (const key of keys) {
        const entry = Object.entries(config.auths).find(([name]) => name === key || bareHost(name) === key)?.[1];
        const found = parseEntry(entry);
        if (found !== undefined)
            return found;
    }
    return undefined;
}
function parseAuthConfig(text) {
    const config = (0,json/* parseObject */.l)(text);
    if (config === undefined)
        return undefined;
    const { auths, credHelpers, credsStore } = config;
    return {
        auths: (0,json/* isObject */.G)(auths) ? auths : {},
        credHelpers: (0,json/* isObject */.G)(credHelpers) ? credHelpers : {},
        ...(typeof credsStore === 'string' && credsStore !== '' ? { credsStore } : {}),
    };
}
function configFiles(host) {
    const { REGISTRY_AUTH_FILE, DOCKER_CONFIG, XDG_RUNTIME_DIR, XDG_CONFIG_HOME, HOME } = host.env;
    const home = HOME || '/root';
    return [
        ...(REGISTRY_AUTH_FILE ? [REGISTRY_AUTH_FILE] : []),
        (0,external_node_path_.join)(DOCKER_CONFIG || (0,external_node_path_.join)(home, '.docker'), 'config.json'),
        ...(XDG_RUNTIME_DIR ? [(0,external_node_path_.join)(XDG_RUNTIME_DIR, 'containers/auth.json')] : []),
        (0,external_node_path_.join)(XDG_CONFIG_HOME || (0,external_node_path_.join)(home, '.config'), 'containers/auth.json'),
    ];
}
function readConfig(host, path) {
    try {
        return parseAuthConfig(host.readText(path));
    }
    catch {
        return undefined;
    }
}
async function askHelper(host, config, registry, troubles) {
    const key = registry === 'docker.io' ? HUB_KEY : registry;
    const named = config.credHelpers[registry] ?? config.credHelpers[key] ?? config.credsStore;
    if (typeof named !== 'string' || named === '')
        return undefined;
    const program = `docker-credential-${named}`;
    const file = /^[A-Za-z0-9._-]+$/.test(named) ? host.which(program) : undefined;
    if (file === undefined) {
        troubles.push(`the credential helper ${(0,problem/* printable */.g$)(program, 80)} was not found`);
        return undefined;
    }
    const outcome = await host.run({ file, args: ['get'], stdin: key, timeoutMs: HELPER_TIMEOUT_MS });
    if (outcome.code !== 0) {
        const said = outcome.timedOut ? 'did not answer in time' : 'failed';
        if (!/not found/i.test(outcome.stdout + outcome.stderr))
            troubles.push(`${program} ${said}`);
        return undefined;
    }
    const answer = parseHelperAnswer(outcome.stdout);
    if (answer === undefined)
        troubles.push(`${program} gave no credentials that can be read`);
    return answer;
}
function parseHelperAnswer(text) {
    const { Username, Secret } = (0,json/* parseObject */.l)(text) ?? {};
    if (typeof Username !== 'string' || typeof Secret !== 'string' || Secret === '')
        return undefined;
    return Username === TOKEN_USER ? { identityToken: Secret } : { username: Username, password: Secret };
}
function parseEntry(entry) {
    if (!(0,json/* isObject */.G)(entry))
        return undefined;
    const { auth, identitytoken, username, password } = entry;
    if (typeof identitytoken === 'string' && identitytoken !== '')
        return { identityToken: identitytoken };
    if (typeof auth === 'string' && auth !== '') {
        const text = Buffer.from(auth, 'base64').toString('utf8').replace(/\0+$/, '');
        const colon = text.indexOf(':');
        if (colon > 0)
            return { username: text.slice(0, colon), password: text.slice(colon + 1) };
    }
    if (typeof username === 'string' && username !== '' && typeof password === 'string') {
        return { username, password };
    }
    return undefined;
}
function bareHost(key) {
    return key
        .replace(/^https?:\/\//, '')
        .replace(/\/v[12]\/?$/, '')
        .replace(/\/$/, '');
}

;// CONCATENATED MODULE: ./lib/qemu/registry-login.js






const TEXT_LIMIT = 64 * 1024;
async function authorize(context, { registry, repository }, challenge, deadline) {
    const challenges = parseChallenges(challenge ?? '');
    const search = await findCredentials(context.host, registry, repository);
    for (const trouble of search.troubles)
        context.log((0,problem/* printable */.g$)(trouble));
    const bearer = challenges.find(({ scheme }) => scheme === 'bearer')?.parameters;
    if (bearer !== undefined) {
        const realm = bearer.get('realm') ?? '';
        const url = URL.canParse(realm) ? new URL(realm) : undefined;
        const inward = url !== undefined && (0,image_reference/* isLoopback */.U9)(url.host) && !(0,image_reference/* isLoopback */.U9)(registry);
        if (url === undefined || !isAllowed(url) || inward) {
            return { failure: `${registry} names no token service that may be asked`, passing: false };
        }
        const service = bearer.get('service');
        const question = new URLSearchParams({
            ...(service === undefined ? {} : { service }),
            scope: bearer.get('scope') ?? `repository:${repository}:pull`,
        });
        return fetchToken(context.http, tokenQuery(url, question, search.found), deadline);
    }
    const basic = challenges.some(({ scheme }) => scheme === 'basic');
    if (basic && search.found !== undefined && 'username' in search.found)
        return basicHeader(search.found);
    const why = basic ? 'asks for a name and a password' : 'asks for a kind of login that is not supported';
    return { failure: `${registry} ${why} (401)`, passing: false, status: 401 };
}
async function errorText(answer, deadline) {
    const { errors } = (0,json/* parseObject */.l)(await bodyText(answer, deadline)) ?? {};
    const first = Array.isArray(errors) ? errors[0] : undefined;
    const { code, message } = (0,json/* isObject */.G)(first) ? first : {};
    return (0,problem/* printable */.g$)([code, message].filter((part) => typeof part === 'string').join(': '), 160);
}
function tokenQuery(url, question, credentials) {
    const accept = 'application/json';
    if (credentials !== undefined && 'identityToken' in credentials) {
        question.set('grant_type', 'refresh_token');
        question.set('client_id', 'setup-binfmt');
        question.set('refresh_token', credentials.identityToken);
        const headers = { accept, 'content-type': 'application/x-www-form-urlencoded' };
        return { url, headers, form: question.toString() };
    }
    for (const [name, value] of question)
        url.searchParams.append(name, value);
    const login = credentials === undefined ? {} : { authorization: basicHeader(credentials) };
    return { url, headers: { accept, ...login } };
}
async function fetchToken(http, query, deadline) {
    const { host } = query.url;
    const answer = await http.send(query, deadline);
    if ('failure' in answer)
        return answer;
    if (answer.status !== 200) {
        return statusFailure(answer, `the token service ${host}`, await errorText(answer, deadline));
    }
    const { token, access_token: other } = (0,json/* parseObject */.l)(await bodyText(answer, deadline)) ?? {};
    const found = typeof token === 'string' && token !== '' ? token : other;
    if (typeof found === 'string' && /^[\x21-\x7e]+$/.test(found))
        return `Bearer ${found}`;
    return { failure: `the token service ${host} gave no token`, passing: true };
}
function basicHeader(login) {
    return `Basic ${Buffer.from(`${login.username}:${login.password}`).toString('base64')}`;
}
async function bodyText(answer, deadline) {
    const pieces = [];
    const size = await readBody(answer, TEXT_LIMIT, deadline, (piece) => pieces.push(piece));
    return typeof size === 'number' ? Buffer.concat(pieces, size).toString('utf8') : '';
}

;// CONCATENATED MODULE: ./lib/qemu/registry.js








const DOCUMENT_LIMIT = 4 * 1024 * 1024;
const TRIES = 4;
const FIRST_WAIT_MS = 500;
function openRegistry(reference, mirrors, context) {
    const session = {
        context,
        http: openHttp(),
        sources: [...mirrors.map((mirror) => (0,image_reference/* mirrored */.VV)(reference, mirror)), reference].map((each) => ({
            reference: each,
        })),
        end: performance.now() + context.timeLimitMs,
        at: 0,
        bytes: 0,
        reasons: [],
        statuses: new Set(),
    };
    return {
        manifest: (name) => fromSources(session, (0,image_reference/* isDigest */.Bc)(name) ? 'its manifest' : `its tag ${name}`, (source, deadline) => fetchManifest(session, source, name, deadline)),
        blob: async (descriptor, path) => {
            await fromSources(session, `the blob ${shortDigest(descriptor.digest)}`, (source, deadline) => fetchBlob(session, source, descriptor, path, deadline));
        },
        downloadedBytes: () => session.bytes,
        close: () => session.http.close(),
    };
}
function shortDigest(digest) {
    return digest.slice(0, 19);
}
async function fromSources(session, what, attempt) {
    const { sources, context } = session;
    for (; session.at < sources.length; session.at++) {
        const source = sources[session.at];
        if (source === undefined)
            break;
        const now = performance.now();
        source.deadline ??= now + (session.end - now) / (sources.length - session.at);
        const outcome = await withRetries(session, source, source.deadline, attempt);
        if (!('failure' in outcome))
            return outcome;
        const reason = (0,problem/* printable */.g$)(outcome.failure);
        session.reasons.push(reason);
        if (outcome.status !== undefined)
            session.statuses.add(outcome.status);
        const next = sources[session.at + 1]?.reference.registry;
        context.log(`${source.reference.registry} did not give ${what}: ${reason}${next === undefined ? '' : `; trying ${next}`}`);
    }
    const image = sources.at(-1)?.reference;
    throw new problem/* SetupProblem */.DN({
        id: 'SB-REGISTRY',
        kind: 'host',
        what: `pull ${image === undefined ? 'the image' : (0,image_reference/* formatImageReference */.my)(image)}`,
        cause: session.reasons.join('; '),
        remedy: remedyFor(session.statuses),
    });
}
async function withRetries(session, source, deadline, attempt) {
    let wait = session.context.firstWaitMs ?? FIRST_WAIT_MS;
    for (let count = 1;; count++) {
        const outcome = await attempt(source, deadline);
        if (!('failure' in outcome))
            return outcome;
        const pause = outcome.waitMs ?? wait * (1 + Math.random() / 4);
        if (!outcome.passing || count === TRIES || performance.now() + pause >= deadline)
            return outcome;
        session.context.log(`${(0,problem/* printable */.g$)(outcome.failure)}; try ${count + 1} of ${TRIES} in ${(pause / 1000).toFixed(1)} s`);
        await new Promise((resolve) => setTimeout(resolve, pause));
        wait *= 2;
    }
}
async function fetchManifest(session, source, name, deadline) {
    const accept = [...INDEX_TYPES, ...MANIFEST_TYPES].join(', ');
    const answer = await ask(session, source, `manifests/${name}`, accept, deadline);
    if ('failure' in answer)
        return answer;
    const pieces = [];
    const size = await readBody(answer, DOCUMENT_LIMIT, deadline, (piece) => pieces.push(piece));
    if (typeof size !== 'number')
        return size;
    session.bytes += size;
    const bytes = Buffer.concat(pieces, size);
    const digest = `sha256:${(0,external_node_crypto_.createHash)('sha256').update(bytes).digest('hex')}`;
    const announced = String(answer.headers['docker-content-digest'] ?? '');
    const expected = [name, announced].find(image_reference/* isDigest */.Bc) ?? digest;
    if (digest !== expected)
        return mismatch(source, 'a manifest', digest, expected);
    return { bytes, digest, contentType: answer.headers['content-type'] };
}
async function fetchBlob(session, source, { digest, size }, path, deadline) {
    const answer = await ask(session, source, `blobs/${digest}`, '*/*', deadline);
    if ('failure' in answer)
        return answer;
    const hash = (0,external_node_crypto_.createHash)('sha256');
    external_node_fs_.rmSync(path, { force: true });
    const fd = external_node_fs_.openSync(path, 'wx', 0o600);
    try {
        const count = await readBody(answer, size, deadline, (piece) => {
            session.bytes += piece.length;
            hash.update(piece);
            writeAll(fd, piece);
        });
        if (typeof count !== 'number')
            return count;
        if (count !== size) {
            return { failure: `${hostOf(source)} gave ${count} of ${size} bytes of a blob`, passing: true };
        }
    }
    finally {
        answer.body.destroy();
        external_node_fs_.closeSync(fd);
    }
    const given = `sha256:${hash.digest('hex')}`;
    return given === digest ? answer : mismatch(source, 'a blob', given, digest);
}
async function ask(session, source, path, accept, deadline) {
    const url = new URL(`${(0,image_reference/* registryOrigin */._g)(source.reference)}/v2/${source.reference.repository}/${path}`);
    for (let authenticated = false;; authenticated = true) {
        const headers = {
            accept,
            ...(source.authorization === undefined ? {} : { authorization: source.authorization }),
        };
        const answer = await session.http.send({ url, headers }, deadline);
        if ('failure' in answer || answer.status === 200)
            return answer;
        const said = await errorText(answer, deadline);
        if (answer.status !== 401 || authenticated || answer.url.origin !== url.origin) {
            return statusFailure(answer, answer.url.host, said);
        }
        const context = { ...session.context, http: session.http };
        const challenge = answer.headers['www-authenticate'];
        const authorization = await authorize(context, source.reference, challenge, deadline);
        if (typeof authorization !== 'string')
            return authorization;
        source.authorization = authorization;
    }
}
function mismatch(source, what, given, expected) {
    const digests = `${shortDigest(given)} instead of ${shortDigest((0,problem/* printable */.g$)(expected, 80))}`;
    return { failure: `${hostOf(source)} gave ${what} with a wrong digest, ${digests}`, passing: true };
}
function hostOf(source) {
    return source.reference.registry;
}
function remedyFor(statuses) {
    if (statuses.has(401) || statuses.has(403)) {
        return 'Log in to the registry before this step (docker login), or use another one';
    }
    if (statuses.has(404))
        return 'Check the name and the digest of the image';
    if (statuses.has(429))
        return 'Log in to the registry before this step, or name a mirror in registry-mirrors';
    return 'Check the network and the proxy settings of this machine, or name a mirror in registry-mirrors';
}

;// CONCATENATED MODULE: ./lib/qemu/image-chain.js








const LAYER_LIMIT = 1024 * 1024 * 1024;
async function readChain(source, digest, hostArch) {
    let manifest = parsed(source.reference, await image_chain_document(source, digest));
    if (manifest.kind === 'index') {
        const [entry] = entriesFor(manifest, hostArch);
        if (entry === undefined)
            throw noImageFor(source.reference, manifest, hostArch);
        const found = await image_chain_document(source, entry.digest);
        if (found.bytes.length !== entry.size) {
            throw unusable(source.reference, 'its index says a wrong size for the image of this host');
        }
        manifest = parsed(source.reference, found, entry.mediaType);
    }
    if (manifest.kind !== 'manifest') {
        throw unusable(source.reference, 'it holds an index inside an index');
    }
    const config = await image_chain_readConfig(source, manifest);
    if (config.platform.os !== 'linux' || config.platform.architecture !== hostArch) {
        const runs = (0,problem/* printable */.g$)(formatImagePlatform(config.platform), 60);
        throw unusable(source.reference, `it is for ${runs} and this host is linux/${hostArch}`);
    }
    return { config, layers: manifest.layers };
}
async function layerFile(source, layer) {
    if (layer.size > LAYER_LIMIT)
        throw unusable(source.reference, `a layer of ${layer.size} bytes is too large`);
    return blobFile(source, layer);
}
async function listImagePlatforms(reference, mirrors, context) {
    const registry = openRegistry(reference, mirrors, context);
    const folder = context.host.makeTemporary('setup-binfmt-');
    try {
        const found = await registry.manifest(reference.digest ?? reference.tag ?? 'latest');
        const manifest = parsed(reference, found);
        if (manifest.kind === 'index') {
            const images = manifest.entries.filter((entry) => !entry.attestation);
            const platforms = images.map(({ platform }) => platform).filter((platform) => platform !== undefined);
            const attestationsSkipped = manifest.entries.length - images.length;
            return { digest: found.digest, platforms, attestationsSkipped };
        }
        const config = await image_chain_readConfig({ reference, folder, registry }, manifest);
        return { digest: found.digest, platforms: [config.platform], attestationsSkipped: 0 };
    }
    finally {
        context.host.remove(folder);
        registry.close();
    }
}
async function image_chain_document(source, digest) {
    const path = image_chain_fileOf(source, digest);
    const kept = readKept(path, digest);
    if (kept !== undefined)
        return { bytes: kept, digest, contentType: undefined };
    const fetched = await source.registry.manifest(digest);
    const draft = clearPlace(path);
    external_node_fs_.writeFileSync(draft, fetched.bytes, { flag: 'wx', mode: 0o600 });
    external_node_fs_.renameSync(draft, path);
    return fetched;
}
async function blobFile(source, descriptor) {
    const path = image_chain_fileOf(source, descriptor.digest);
    const kept = external_node_fs_.lstatSync(path, { throwIfNoEntry: false });
    const fits = kept?.isFile() && kept.size === descriptor.size;
    if (fits && `sha256:${hashFile(path)}` === descriptor.digest)
        return path;
    const draft = clearPlace(path);
    await source.registry.blob(descriptor, draft);
    external_node_fs_.renameSync(draft, path);
    return path;
}
function clearPlace(path) {
    const draft = `${path}.new`;
    for (const each of [path, draft])
        external_node_fs_.rmSync(each, { recursive: true, force: true });
    return draft;
}
async function image_chain_readConfig(source, manifest) {
    if (manifest.config.size > DOCUMENT_LIMIT)
        throw unusable(source.reference, 'its configuration is too large');
    const config = parseImageConfig(external_node_fs_.readFileSync(await blobFile(source, manifest.config), 'utf8'));
    if ('problem' in config)
        throw unusable(source.reference, `its configuration ${config.problem}`);
    return config;
}
function readKept(path, digest) {
    const found = external_node_fs_.lstatSync(path, { throwIfNoEntry: false });
    if (!found?.isFile() || found.size > DOCUMENT_LIMIT)
        return undefined;
    const bytes = external_node_fs_.readFileSync(path);
    return `sha256:${(0,external_node_crypto_.createHash)('sha256').update(bytes).digest('hex')}` === digest ? bytes : undefined;
}
function image_chain_fileOf(source, digest) {
    return (0,external_node_path_.join)(source.folder, digest.replace(/^sha256:/, ''));
}
function parsed(reference, { bytes, contentType }, announced) {
    const manifest = parseManifest(bytes.toString('utf8'), contentType ?? announced);
    if ('problem' in manifest)
        throw unusable(reference, `its manifest ${(0,problem/* printable */.g$)(manifest.problem, 120)}`);
    return manifest;
}
function noImageFor(reference, index, hostArch) {
    const offered = index.entries
        .filter(({ platform, attestation }) => platform !== undefined && !attestation)
        .map(({ platform }) => (platform === undefined ? '' : formatImagePlatform(platform)));
    const list = offered.length === 0 ? 'nothing' : (0,problem/* printable */.g$)(offered.join(', '));
    return unusable(reference, `it has no image for linux/${hostArch}; it offers ${list}`);
}
function unusable(reference, why) {
    return new problem/* SetupProblem */.DN({
        id: 'SB-IMAGE',
        kind: 'host',
        what: `take QEMU from the image ${(0,image_reference/* formatImageReference */.my)(reference)}`,
        cause: why,
        remedy: 'Name an image that holds static usr/bin/qemu-* programs for this host, or leave out the input `image`',
    });
}

// EXTERNAL MODULE: ./lib/core/default-image.js
var default_image = __webpack_require__(1344);
// EXTERNAL MODULE: ./lib/qemu/actions-cache.js
var actions_cache = __webpack_require__(9570);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(6466);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
;// CONCATENATED MODULE: ./lib/qemu/image-layers.js









const FOLDER = 'usr/bin';
const WHITEOUT = '.wh.';
const OPAQUE = '.wh..wh..opq';
const PIECE = 128 * 1024;
const UNPACKED = { chunkSize: 512 * 1024, readableHighWaterMark: 1024 * 1024 };
const LAYER_LIMITS = { fileBytes: 128 * 1024 * 1024, layerBytes: 2 * 1024 ** 3 };
async function pickFromLayer(blob, mediaType, names, target, limits = LAYER_LIMITS) {
    const unpack = unpackerFor(mediaType, blob);
    if ('refused' in unpack)
        return unpack;
    const search = { names, target, limits, files: new Map(), hidden: new Set() };
    const refused = await readLayer(blob, unpack.stream, search);
    if (refused !== undefined)
        return { refused };
    return { files: search.files, hidden: search.hidden };
}
function unpackerFor(mediaType, blob) {
    if (/nondistributable|foreign/.test(mediaType))
        return { refused: 'is kept outside of registries' };
    const known = /^application\/vnd\.(?:oci\.image\.layer\.v1|docker\.image\.rootfs\.diff)\.tar(?:[+.](\w+))?$/;
    const match = known.exec(mediaType);
    const packing = match?.[1];
    if (match === null || (packing !== undefined && packing !== 'gzip' && packing !== 'zstd')) {
        return { refused: `has the unknown media type ${(0,problem/* printable */.g$)(mediaType, 100)}` };
    }
    const magic = firstBytes(blob);
    if (magic.startsWith('1f8b'))
        return { stream: external_node_zlib_.createGunzip(UNPACKED) };
    if (magic.startsWith('28b52ffd')) {
        if (typeof external_node_zlib_.createZstdDecompress !== 'function') {
            return {
                refused: `is packed with zstd, which Node ${process.version} cannot read (22.15 and newer can)`,
            };
        }
        const params = { [external_node_zlib_.constants.ZSTD_d_windowLogMax]: 27 };
        return { stream: external_node_zlib_.createZstdDecompress({ ...UNPACKED, params }) };
    }
    return packing === undefined
        ? { stream: undefined }
        : { refused: `is not packed with ${packing} as it claims` };
}
async function readLayer(blob, unpack, search) {
    const tar = await openTar();
    const raw = external_node_fs_.createReadStream(blob, { highWaterMark: PIECE });
    const limit = search.limits.layerBytes;
    const meter = async function* (pieces) {
        const reclaim = openReclaimer();
        let size = 0;
        for await (const piece of pieces) {
            reclaim(piece.length);
            size += piece.length;
            if (size > limit)
                throw new Error(`it unpacks to more than ${limit} bytes`);
            yield piece;
        }
    };
    const feeding = (unpack === undefined ? (0,external_node_stream_promises_.pipeline)(raw, meter, tar) : (0,external_node_stream_promises_.pipeline)(raw, unpack, meter, tar)).catch(() => undefined);
    try {
        for await (const entry of tar) {
            const refused = await takeEntry(entry.header, entry, search);
            if (refused !== undefined)
                return refused;
            if (search.files.size === search.names.size)
                return undefined;
            entry.resume();
        }
        return undefined;
    }
    catch (thrown) {
        if (search.unwritable !== undefined)
            throw search.unwritable;
        return `cannot be read: ${(0,problem/* reasonOf */.A3)(thrown)}`;
    }
    finally {
        tar.destroy();
        await feeding;
    }
}
async function takeEntry(header, stream, search) {
    const shown = (0,problem/* printable */.g$)(header.name, 80);
    if (header.name.startsWith('/'))
        return `holds the absolute path ${shown}`;
    if (header.name.split('/').includes('..'))
        return `holds the path ${shown}, which leads out of the image`;
    const path = external_node_path_.posix.normalize(header.name).replace(/\/$/, '');
    const folder = external_node_path_.posix.dirname(path);
    const name = external_node_path_.posix.basename(path);
    if (name.startsWith(WHITEOUT))
        return noteWhiteout(folder, name, search);
    if ((path === FOLDER || path === external_node_path_.posix.dirname(FOLDER)) && header.type !== 'directory')
        hideAll(search);
    if (folder !== FOLDER || !search.names.has(name))
        return undefined;
    if (header.type === 'symlink' || header.type === 'link') {
        return `holds ${shown} as a link to ${(0,problem/* printable */.g$)(header.linkname ?? '', 80)}; links are not followed`;
    }
    const sparse = Object.keys(header.pax ?? {}).some((key) => key.startsWith('GNU.sparse'));
    if ((header.type !== 'file' && header.type !== 'contiguous-file') || sparse) {
        return `holds ${shown} as ${sparse ? 'a sparse file' : `a ${header.type ?? 'thing of an unknown type'}`}`;
    }
    const size = header.size ?? 0;
    if (size > search.limits.fileBytes)
        return `holds ${shown} with ${size} bytes, more than any QEMU has`;
    search.files.set(name, await writeEntry(stream, name, search));
    return undefined;
}
function noteWhiteout(folder, name, search) {
    const path = external_node_path_.posix.join(folder, name.slice(WHITEOUT.length));
    const opaque = name === OPAQUE && (folder === FOLDER || folder === external_node_path_.posix.dirname(FOLDER) || folder === '.');
    if (opaque || path === FOLDER || path === external_node_path_.posix.dirname(FOLDER))
        hideAll(search);
    else if (folder === FOLDER)
        search.hidden.add(external_node_path_.posix.basename(path));
}
function hideAll(search) {
    for (const name of search.names)
        search.hidden.add(name);
}
async function writeEntry(stream, name, search) {
    const write = (work) => {
        try {
            return work();
        }
        catch (thrown) {
            search.unwritable = thrown;
            throw thrown;
        }
    };
    const inspection = openInspection(name);
    const fd = write(() => external_node_fs_.openSync((0,external_node_path_.join)(search.target, name), 'w', 0o600));
    try {
        for await (const piece of stream) {
            inspection.take(piece);
            write(() => writeAll(fd, piece));
        }
        return inspection.end();
    }
    finally {
        external_node_fs_.closeSync(fd);
    }
}
function firstBytes(path) {
    const fd = external_node_fs_.openSync(path, 'r');
    try {
        const bytes = Buffer.alloc(4);
        external_node_fs_.readSync(fd, bytes);
        return bytes.toString('hex');
    }
    finally {
        external_node_fs_.closeSync(fd);
    }
}

;// CONCATENATED MODULE: ./lib/qemu/image-names.js
function notThere(image, lacking) {
    return lacking.map((each) => ({
        arch: each.arch,
        reason: `the image ${image.repository} holds no usr/bin/${nameInImage(each)}`,
    }));
}
function nameInImage(wanted) {
    return `qemu-${wanted.qemu}`;
}

;// CONCATENATED MODULE: ./lib/qemu/image-fetch.js







const CACHE_LIMIT_MS = 8_000;
async function fetchBinaries(options, reference, store, wanted, context, registry) {
    const incoming = makeIncoming(store);
    try {
        const record = options.cache ? await restored(reference.digest, wanted, context) : undefined;
        const folder = record?.folder ?? (0,external_node_path_.join)(incoming, 'chain');
        if (context.host.stat(folder, false)?.kind !== 'folder')
            context.host.remove(folder);
        context.host.makeFolder(folder, 0o700);
        const source = { reference, folder, registry };
        const before = registry.downloadedBytes();
        const chain = await readChain(source, reference.digest, context.hostArch);
        const found = await unpack(source, chain.layers, wanted, incoming);
        const present = wanted.filter((each) => found.has(nameInImage(each)));
        const lacking = wanted.filter((each) => !present.includes(each));
        noteLacking(store, lacking);
        const useless = present.flatMap((each) => {
            const start = context.host.readBytes((0,external_node_path_.join)(incoming, nameInImage(each)), HEADER_BYTES);
            const refusal = refusalOf(start, context.hostArch);
            return refusal === undefined
                ? []
                : [{ each, reason: `the image's ${nameInImage(each)} is refused: ${refusal}` }];
        });
        const [worst] = useless;
        if (worst !== undefined && useless.length === present.length)
            throw unusable(reference, worst.reason);
        const usable = present.filter((one) => useless.every(({ each }) => each !== one));
        const arrivals = usable.map((each) => ({
            ...each,
            path: (0,external_node_path_.join)(incoming, nameInImage(each)),
            source: 'image',
            assumesPreserve: assumesPreserve(chain.config),
            ...inspectedOf(found, each),
        }));
        const handlers = install(store, arrivals);
        const downloaded = registry.downloadedBytes() > before;
        const save = record !== undefined && downloaded ? { toCache: record } : {};
        const refused = useless.map(({ each, reason }) => ({ arch: each.arch, reason }));
        return { handlers, missing: [...refused, ...notThere(reference, lacking)], ...save };
    }
    catch (thrown) {
        throw thrown instanceof problem/* SetupProblem */.DN ? thrown : storeProblem(store, thrown);
    }
    finally {
        context.host.remove(incoming);
    }
}
async function restored(digest, wanted, context) {
    const record = (0,actions_cache/* cacheRecord */.CK)(digest, wanted, context);
    if (record === undefined)
        return undefined;
    const outcome = await (0,actions_cache/* restoreFromActionsCache */.aH)(record, CACHE_LIMIT_MS, context.log);
    return outcome === 'late' ? undefined : record;
}
async function unpack(source, layers, wanted, target) {
    const found = new Map();
    const open = new Set(wanted.map(nameInImage));
    for (const layer of layers.toReversed()) {
        if (open.size === 0)
            break;
        const finds = await pickFromLayer(await layerFile(source, layer), layer.mediaType, open, target);
        if ('refused' in finds)
            throw unusable(source.reference, `a layer ${finds.refused}`);
        for (const [name, inspected] of finds.files)
            found.set(name, inspected);
        for (const name of [...finds.files.keys(), ...finds.hidden])
            open.delete(name);
    }
    return found;
}
function inspectedOf(found, each) {
    const inspected = found.get(nameInImage(each));
    return inspected === undefined ? {} : { inspected };
}
function assumesPreserve(config) {
    const value = config.env.get('QEMU_PRESERVE_ARGV0') ?? '';
    return value !== '' && value !== '0';
}

;// CONCATENATED MODULE: ./lib/qemu/image-provider.js









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
            const resolved = await resolveTag(image, registry.open(), context);
            notes.push(resolved.note);
            digest = resolved.digest;
        }
        const reference = { ...image, digest };
        const pins = pinnedBinaries(reference, context.hostArch, wanted);
        const store = openStore(context, (0,store_path/* storeVersion */.w)('image', digest), pins);
        const stored = findStored(store, wanted, context);
        for (const note of notesOnDamage(stored.damaged)) {
            notes.push(note);
            context.log(note.text);
        }
        const fetched = await fetchAbsent(options, reference, store, stored, context, registry);
        const downloadedBytes = registry.bytes();
        return {
            ...fetched,
            handlers: [...stored.handlers, ...fetched.handlers],
            missing: [...fetched.missing, ...notThere(image, stored.lacking)],
            origin: (0,image_reference/* formatImageReference */.my)(reference),
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
    try {
        return await fetchBinaries(options, reference, store, stored.absent, context, registry.open());
    }
    catch (thrown) {
        if (stored.handlers.length === 0 || !(thrown instanceof problem/* SetupProblem */.DN))
            throw thrown;
        const missing = stored.absent.map(({ arch }) => ({ arch, reason: thrown.reason }));
        return { handlers: [], missing };
    }
}
async function resolveTag(image, registry, context) {
    const { digest } = await registry.manifest(image.tag ?? 'latest');
    const pinned = (0,image_reference/* formatImageReference */.my)({ ...image, digest });
    const note = (0,handlers/* warningOf */.a)({ kind: 'unpinned', image: (0,image_reference/* formatImageReference */.my)(image), pinned });
    context.log(note.text);
    return { digest, note };
}
function pinnedBinaries(image, hostArch, wanted) {
    const pins = new Map();
    if (!default_image/* DEFAULT_IMAGE */._.endsWith(`@${image.digest}`))
        return pins;
    for (const { arch, qemu } of wanted) {
        const pin = default_image/* PINNED_BINARIES */.B.find((each) => each.host === hostArch && each.qemu === qemu);
        if (pin !== undefined)
            pins.set(arch, pin.sha256);
    }
    return pins;
}
function lazyRegistry(options, context) {
    let opened;
    return {
        open: () => {
            opened ??= openRegistry(options.image, options.mirrors, { ...options, ...context });
            return opened;
        },
        bytes: () => opened?.downloadedBytes() ?? 0,
        close: () => opened?.close(),
    };
}

// EXTERNAL MODULE: ./lib/qemu/provide.js
var provide = __webpack_require__(3419);
;// CONCATENATED MODULE: ./lib/qemu/store-root.js

function storeRoot(host) {
    const given = [host.env.RUNNER_TOOL_CACHE, host.env.AGENT_TOOLSDIRECTORY, host.env.XDG_CACHE_HOME];
    const root = given.find((path) => path?.startsWith('/'));
    return root ?? (0,external_node_path_.join)(host.env.HOME || '/root', '.cache');
}

;// CONCATENATED MODULE: ./lib/qemu/sources.js







const PROVIDER_LIMIT_MS = 300_000;
const INDEX_LIMIT_MS = 60_000;
function openSources(host, inputs) {
    const store = storeRoot(host);
    return {
        store,
        supply: async (wanted, facts, { log, thorough }) => {
            const hostArch = facts.architecture ?? 'unknown';
            const providers = inputs.qemuFrom.map((name) => ({ name, provide: providerOf(name, inputs) }));
            const context = { host, hostArch, storeRoot: store, log, thorough, timeLimitMs: PROVIDER_LIMIT_MS };
            return (0,provide/* provideHandlers */.b)(wanted, providers, context);
        },
        recordedVersion: (path) => recordedVersion(host, store, path),
        imagePlatforms: (image) => listImagePlatforms(image, inputs.mirrors, { host, log: () => undefined, timeLimitMs: INDEX_LIMIT_MS }),
    };
}
function providerOf(name, { image, mirrors, cache }) {
    switch (name) {
        case 'image':
            return imageProvider({ image, mirrors, cache });
        case 'apt':
            return provideFromApt;
        case 'host':
            return provideFromHost;
    }
}


/***/ }),

/***/ 7157:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ openScope)
/* harmony export */ });
/* harmony import */ var _inner_scope_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5896);

async function openScope(host, name, hold) {
    if (name === 'host')
        return { host, door: {}, close: () => Promise.resolve() };
    return name === 'private' ? (0,_inner_scope_js__WEBPACK_IMPORTED_MODULE_0__/* .openPrivateScope */ .gP)(host, hold) : (0,_inner_scope_js__WEBPACK_IMPORTED_MODULE_0__/* .openEngineScope */ .ZY)(host);
}


/***/ }),

/***/ 3689:
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
