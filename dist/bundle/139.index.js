export const id = 139;
export const ids = [139,622];
export const modules = {

/***/ 1139:
/***/ ((__webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__webpack_require__.r(__webpack_exports__);
/* harmony import */ var _core_inputs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8492);
/* harmony import */ var _core_option_modes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6389);
/* harmony import */ var _core_problem_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4458);
/* harmony import */ var _core_with_binfmt_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(622);
/* harmony import */ var _doors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7384);
/* harmony import */ var _host_github_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2698);
/* harmony import */ var _host_host_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2508);
/* harmony import */ var _qemu_sources_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1445);
/* harmony import */ var _scope_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(7157);









process.exit(await main());
async function main() {
    const host = (0,_host_host_js__WEBPACK_IMPORTED_MODULE_5__/* .nodeHost */ .P6)();
    const voice = (0,_host_github_js__WEBPACK_IMPORTED_MODULE_4__/* .githubVoice */ .Sy)();
    let mode;
    try {
        const raw = (0,_host_github_js__WEBPACK_IMPORTED_MODULE_4__/* .readInputs */ .Ko)(host);
        const inputs = (0,_core_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .parseInputs */ .TL)(raw);
        mode = inputs.mode;
        const unused = listUnused(raw, mode);
        const sources = (0,_qemu_sources_js__WEBPACK_IMPORTED_MODULE_6__/* .openSources */ .H)(host, inputs);
        const scope = await (0,_scope_js__WEBPACK_IMPORTED_MODULE_7__/* .openScope */ .P)(host, inputs.scope, { until: 'gone', pid: process.ppid });
        const door = {
            ...voice,
            ...scope.door,
            privilegedProgram: (0,_doors_js__WEBPACK_IMPORTED_MODULE_3__/* .privilegedProgram */ .CG)(),
            documentation: (0,_host_github_js__WEBPACK_IMPORTED_MODULE_4__/* .documentationAddress */ .Fn)(host),
            ...sources,
            supply: async (...request) => {
                const supply = await sources.supply(...request);
                if (supply.toCache.length > 0)
                    (0,_host_github_js__WEBPACK_IMPORTED_MODULE_4__/* .saveState */ .LZ)(host, 'cache', JSON.stringify(supply.toCache));
                return supply;
            },
            ...(inputs.scope === 'host' ? { run: recordedRun(host, inputs) } : {}),
        };
        const shell = await openShell(host, scope, inputs);
        const { outputs, ...report } = await _doors_js__WEBPACK_IMPORTED_MODULE_3__/* .FLOWS */ .As[inputs.mode](scope.host, inputs, door);
        if (inputs.mode === 'setup')
            scope.table?.release();
        else
            await scope.close();
        if (inputs.scope === 'engine' && inputs.cleanup)
            saveEntries(host, scope, report.registered);
        voice.end();
        const notes = [...unused, ...report.notes];
        (0,_host_github_js__WEBPACK_IMPORTED_MODULE_4__/* .publishReport */ .S3)(host, { ...report, notes, outputs: { ...outputs, shell } }, { summary: inputs.summary });
        return exitCodeOf(mode, report.exitCode);
    }
    catch (thrown) {
        if (!(thrown instanceof _core_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .SetupProblem */ .DN))
            throw thrown;
        voice.end();
        (0,_host_github_js__WEBPACK_IMPORTED_MODULE_4__/* .publishFailure */ .yX)(thrown.message, thrown.id);
        return exitCodeOf(mode, thrown.exitCode);
    }
}
function listUnused(raw, mode) {
    return (0,_core_option_modes_js__WEBPACK_IMPORTED_MODULE_1__/* .listMisplaced */ .b)(raw, mode).map(({ name, modes }) => {
        const others = modes.filter((each) => each !== 'exec').join(', ');
        return `the input ${name} is for ${others}, and means nothing to ${mode}`;
    });
}
function exitCodeOf(mode, code) {
    return mode === 'doctor' ? 0 : code;
}
function recordedRun(host, inputs) {
    return (0,_doors_js__WEBPACK_IMPORTED_MODULE_3__/* .newRun */ .uH)(process.ppid, (id) => {
        (0,_host_github_js__WEBPACK_IMPORTED_MODULE_4__/* .saveState */ .LZ)(host, 'run', id);
        (0,_host_github_js__WEBPACK_IMPORTED_MODULE_4__/* .saveState */ .LZ)(host, 'cleanup', String(inputs.cleanup));
    });
}
async function openShell(host, { table }, { mode }) {
    if (table === undefined || mode !== 'setup')
        return (0,_core_with_binfmt_js__WEBPACK_IMPORTED_MODULE_8__/* .shellLine */ .Tg)(host.which('bash') !== undefined);
    const { writeWrapper } = await __webpack_require__.e(/* import() */ 116).then(__webpack_require__.bind(__webpack_require__, 7735));
    const { entrances, folder, shell } = writeWrapper(host, table);
    (0,_host_github_js__WEBPACK_IMPORTED_MODULE_4__/* .saveState */ .LZ)(host, 'holders', (0,_core_with_binfmt_js__WEBPACK_IMPORTED_MODULE_8__/* .formatEntrances */ .N2)(entrances));
    (0,_host_github_js__WEBPACK_IMPORTED_MODULE_4__/* .addToPath */ .qN)(host, folder);
    return shell;
}
function saveEntries(host, { host: inside, door }, names) {
    const entries = names.map((name) => ({ name, text: inside.readText(`${door.table ?? ''}/${name}`) }));
    (0,_host_github_js__WEBPACK_IMPORTED_MODULE_4__/* .saveState */ .LZ)(host, 'engine', JSON.stringify(entries));
}

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

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

/***/ 6090:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
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

/***/ 482:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
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

/***/ 622:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J2: () => (/* binding */ renderWithBinfmt),
/* harmony export */   N2: () => (/* binding */ formatEntrances),
/* harmony export */   Tg: () => (/* binding */ shellLine),
/* harmony export */   parseEntrances: () => (/* binding */ parseEntrances)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8171);
/* harmony import */ var _rootless_tools_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6090);


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
  ${_rootless_tools_js__WEBPACK_IMPORTED_MODULE_0__/* .CONTAINER_TOOLS */ .A$.flatMap((tool) => [tool, `*/${tool}`]).join(' | ')}) root=yes ;;
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
function formatEntrances(entrances) {
    return JSON.stringify(entrances);
}
function parseEntrances(text) {
    let value;
    try {
        value = JSON.parse(text ?? '[]');
    }
    catch {
        return [];
    }
    return Array.isArray(value) ? value.filter(isEntrance) : [];
}
function isEntrance(value) {
    const { pid, mountNamespace } = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .G)(value) ? value : {};
    const known = typeof mountNamespace === 'string' && /^mnt:\[\d+\]$/.test(mountNamespace);
    return Number.isSafeInteger(pid) && Number(pid) > 1 && known;
}


/***/ }),

/***/ 2698:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  qN: () => (/* binding */ addToPath),
  Fn: () => (/* binding */ documentationAddress),
  Sy: () => (/* binding */ githubVoice),
  tk: () => (/* binding */ publishAfterwards),
  yX: () => (/* binding */ publishFailure),
  S3: () => (/* binding */ publishReport),
  Ko: () => (/* binding */ readInputs),
  un: () => (/* binding */ readState),
  LZ: () => (/* binding */ saveState),
  _r: () => (/* binding */ writeLine)
});

// EXTERNAL MODULE: ./lib/core/doctor-report.js
var doctor_report = __webpack_require__(3909);
// EXTERNAL MODULE: ./lib/core/inputs.js
var inputs = __webpack_require__(8492);
// EXTERNAL MODULE: ./lib/core/problem.js
var problem = __webpack_require__(4458);
// EXTERNAL MODULE: ./lib/core/report.js + 1 modules
var core_report = __webpack_require__(6459);
;// CONCATENATED MODULE: ./lib/core/workflow-commands.js
function formatAnnotation(level, title, text) {
    return `::${level} title=${escapeProperty(title)}::${escapeData(text)}\n`;
}
function formatOutput(name, value) {
    let delimiter = `end-of-${name}`;
    while (value.includes(delimiter))
        delimiter += '-';
    return `${name}<<${delimiter}\n${value}\n${delimiter}\n`;
}
function escapeData(text) {
    return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}
function escapeProperty(text) {
    return escapeData(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
}

;// CONCATENATED MODULE: ./lib/host/github.js





function readInputs(host) {
    const names = Object.keys(inputs/* INPUT_DEFAULTS */.WJ);
    return Object.fromEntries(names.map((name) => [name, host.env[`INPUT_${name.toUpperCase()}`]]));
}
function documentationAddress(host) {
    const { GITHUB_SERVER_URL: server, GITHUB_ACTION_REPOSITORY: repository, GITHUB_ACTION_REF: ref, } = host.env;
    const parts = [server, repository, 'blob', ref];
    const known = parts.every((part) => part !== undefined && /^[\w.:/@-]{1,200}$/.test(part));
    return known ? `${parts.join('/')}/` : '';
}
function githubVoice() {
    let open = false;
    const end = () => {
        if (open)
            process.stdout.write('::endgroup::\n');
        open = false;
    };
    return {
        group: (title) => {
            end();
            process.stdout.write(`::group::${title}\n`);
            open = true;
        },
        line: writeLine,
        end,
    };
}
function writeLine(text) {
    process.stdout.write(`  ${(0,problem/* oneLine */.TN)(text)}\n`);
}
function publishReport(host, report, options) {
    (0,core_report/* renderText */.S5)(report).forEach(writeLine);
    const temp = host.env.RUNNER_TEMP;
    if (temp !== undefined && host.stat(temp)?.kind === 'folder') {
        const path = `${host.makeTemporary('setup-binfmt-report-', temp)}/report.json`;
        host.writeFile(path, (0,core_report/* renderJson */.hF)(report), 0o644);
        setOutputs(host, { report: path, ...report.outputs });
    }
    else
        setOutputs(host, report.outputs);
    for (const { level, title, text } of (0,doctor_report/* annotationsOf */.Ih)(report))
        annotate(level, title, text);
    if (options.summary)
        appendTo(host, 'GITHUB_STEP_SUMMARY', () => (0,core_report/* renderSummary */.Br)(report));
    publishProblem(report);
}
function setOutputs(host, outputs) {
    appendTo(host, 'GITHUB_OUTPUT', () => Object.entries(outputs)
        .map(([name, value]) => formatOutput(name, value))
        .join(''));
}
function publishProblem({ problem }) {
    if (problem !== undefined)
        publishFailure(problem.message, problem.id);
}
function annotate(level, title, text) {
    process.stdout.write(formatAnnotation(level, title, text));
}
function appendTo(host, variable, text) {
    const file = host.env[variable] ?? '';
    if (file !== '')
        host.appendDurably(file, text());
}
function saveState(host, name, value) {
    appendTo(host, 'GITHUB_STATE', () => `${name}=${value}\n`);
}
function addToPath(host, folder) {
    appendTo(host, 'GITHUB_PATH', () => `${folder}\n`);
}
function readState(host, name) {
    return host.env[`STATE_${name}`];
}
function publishAfterwards(report) {
    for (const line of (0,core_report/* renderText */.S5)(report))
        process.stdout.write(`${line}\n`);
    publishProblem(report);
}
function publishFailure(message, id) {
    annotate('error', id, message);
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

/***/ 3419:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ provideHandlers),
/* harmony export */   y: () => (/* binding */ NO_SUPPLY)
/* harmony export */ });
/* harmony import */ var _core_problem_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4458);

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

/***/ 1445:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  H: () => (/* binding */ openSources)
});

// EXTERNAL MODULE: ./lib/qemu/provide.js
var provide = __webpack_require__(3419);
// EXTERNAL MODULE: ./lib/qemu/store-record.js
var store_record = __webpack_require__(7909);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
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
            const providers = inputs.qemuFrom.map((name) => ({ name, provide: lazily(name, inputs) }));
            const context = { host, hostArch, storeRoot: store, log, thorough, timeLimitMs: PROVIDER_LIMIT_MS };
            return (0,provide/* provideHandlers */.b)(wanted, providers, context);
        },
        recordedVersion: (path) => (0,store_record/* recordedVersion */.ZN)(host, store, path),
        preload: () => {
            const [first] = inputs.qemuFrom;
            if (first !== undefined)
                load(first, inputs).catch(() => undefined);
        },
        imagePlatforms: async (image) => {
            const { listImagePlatforms } = await Promise.all(/* import() */[__webpack_require__.e(69), __webpack_require__.e(371)]).then(__webpack_require__.bind(__webpack_require__, 371));
            return listImagePlatforms(image, inputs.mirrors, {
                host,
                log: () => undefined,
                timeLimitMs: INDEX_LIMIT_MS,
            });
        },
    };
}
function lazily(name, inputs) {
    return async (wanted, context) => {
        const provide = await load(name, inputs);
        return provide(wanted, context);
    };
}
async function load(name, { image, mirrors, cache }) {
    switch (name) {
        case 'image':
            return (await __webpack_require__.e(/* import() */ 97).then(__webpack_require__.bind(__webpack_require__, 6097))).imageProvider({ image, mirrors, cache });
        case 'apt':
            return (await __webpack_require__.e(/* import() */ 221).then(__webpack_require__.bind(__webpack_require__, 221))).provideFromApt;
        case 'host':
            return (await __webpack_require__.e(/* import() */ 391).then(__webpack_require__.bind(__webpack_require__, 8391))).provideFromHost;
    }
}


/***/ }),

/***/ 7909:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hh: () => (/* binding */ parseRecord),
/* harmony export */   ZN: () => (/* binding */ recordedVersion),
/* harmony export */   lX: () => (/* binding */ recordPath)
/* harmony export */ });
/* harmony import */ var _core_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8171);
/* harmony import */ var _core_store_path_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(482);


const VERSION = /^\d+\.\d+\.\d+$/;
function recordPath(binary) {
    return `${binary}.json`;
}
function parseRecord(text) {
    const { sha256, size, source, assumesPreserve, version } = (0,_core_json_js__WEBPACK_IMPORTED_MODULE_0__/* .parseObject */ .l)(text) ?? {};
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
    if (!path.startsWith(`${root}/${_core_store_path_js__WEBPACK_IMPORTED_MODULE_1__/* .STORE_TOOL */ .z}/`) || path.split('/').includes('..'))
        return undefined;
    try {
        const record = parseRecord(host.readText(recordPath(path)));
        return host.stat(path, false)?.size === record?.size ? record?.version : undefined;
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 7157:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ openScope)
/* harmony export */ });
async function openScope(host, name, hold) {
    if (name === 'host')
        return { host, door: {}, close: () => Promise.resolve() };
    const { openEngineScope, openPrivateScope } = await __webpack_require__.e(/* import() */ 896).then(__webpack_require__.bind(__webpack_require__, 5896));
    return name === 'private' ? openPrivateScope(host, hold) : openEngineScope(host);
}


/***/ })

};
