export const id = 295;
export const ids = [295];
export const modules = {

/***/ 1479:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ parsePinned)
/* harmony export */ });
/* unused harmony export parsePlan */
/* harmony import */ var _binfmt_misc_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5162);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8171);
/* harmony import */ var _persist_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5805);
/* harmony import */ var _platforms_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9636);
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6212);
/* harmony import */ var _rules_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1214);






const HASH = /^[0-9a-f]{64}$/;
const VERSION = /^\d{1,4}(?:\.\d{1,4}){1,3}$/;
const FLAGS = /^P?O?C?F$/;
const NEEDED = (/* unused pure expression or super */ null && (['schema', 'prepare', 'remove', 'install', 'prove', 'store']));
const LIST_LIMIT = 300;
const PREPARATIONS = (/* unused pure expression or super */ null && (['load-module', 'mount']));
function parsePlan(text) {
    let value;
    try {
        value = JSON.parse(text);
    }
    catch {
        return { problems: ['it is not JSON'] };
    }
    const problems = [];
    if (!isObject(value))
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
    if (!isRunId(run))
        problems.push('run is no id of a run');
    const id = isRunId(run) ? { run } : {};
    if (end !== undefined) {
        if (isObject(end) && typeof end.changes === 'boolean')
            return { ...id, end: { changes: end.changes } };
        problems.push('end does not say whether changes are undone');
    }
    return lease === undefined ? id : { ...id, lease: readLease(lease, problems) };
}
function readPersist(value, problems) {
    const { handlers, rules, forget } = isObject(value) ? value : {};
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
    const { entries, holder } = isObject(value) ? value : {};
    const names = readNames(entries, 'lease', problems);
    if (holder === undefined)
        return { entries: names };
    if (typeof holder === 'number' && Number.isSafeInteger(holder) && holder > 0)
        return { entries: names, holder };
    problems.push('the holder of the lease is no process id');
    return { entries: names };
}
function readRule(value, problems) {
    const { rule: wanted, replaces } = isObject(value) ? value : {};
    const rule = ruleFromJson(wanted);
    if (rule === undefined || ruleLineProblems(rule).length > 0) {
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
    if (!isObject(value) || !isObject(value.registration)) {
        problems.push('install holds something that is no installation');
        return [];
    }
    checkKeys(value, ['arch', 'registration', 'flagChoices', 'sha256', 'checked', 'version', 'replaces', 'source'], 'an installation', problems);
    checkKeys(value.registration, ['name', 'offset', 'magic', 'mask', 'interpreter', 'flags'], 'a registration', problems);
    const [arch] = readArchitecture(value.arch, 'install', problems);
    const target = arch === undefined ? undefined : targetOf(arch);
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
    if (!isPlainPath(handler) || !handler.startsWith(`${store}/`) || handler.length > REGISTER_LIMIT / 2) {
        mine.push('its interpreter does not lie in the store');
    }
    if (source !== undefined && interpreter !== persistentPath(String(value.sha256), target.qemu)) {
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
    if (typeof value === 'string' && targetOf(value) !== undefined)
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

/***/ 622:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J2: () => (/* binding */ renderWithBinfmt),
/* harmony export */   N2: () => (/* binding */ formatEntrances),
/* harmony export */   Tg: () => (/* binding */ shellLine),
/* harmony export */   pV: () => (/* binding */ parseEntrances)
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

/***/ 7735:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ writeWrapper),
/* harmony export */   m: () => (/* binding */ endHolder)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var _core_with_binfmt_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(622);
/* harmony import */ var _holder_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2300);



function writeWrapper(host, table) {
    const [own, inner] = [entranceOf(table.own.pid), entranceOf(table.inner.pid)];
    const folder = host.makeTemporary('setup-binfmt-', host.env.RUNNER_TEMP);
    host.makeMode(folder, 0o755);
    const program = `${folder}/with-binfmt`;
    const { rootEnvironment } = table;
    const { namespaces } = table.inner;
    const nsenter = host.which('nsenter') ?? 'nsenter';
    host.writeFile(program, (0,_core_with_binfmt_js__WEBPACK_IMPORTED_MODULE_2__/* .renderWithBinfmt */ .J2)({ own, inner, namespaces, rootEnvironment, nsenter }), 0o755);
    return {
        folder,
        shell: (0,_core_with_binfmt_js__WEBPACK_IMPORTED_MODULE_2__/* .shellLine */ .Tg)(host.which('bash') !== undefined, program),
        entrances: own.pid === inner.pid ? [inner] : [own, inner],
    };
}
function entranceOf(pid) {
    return { pid, mountNamespace: (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readlinkSync)(`/proc/${pid}/ns/mnt`) };
}
function endHolder({ pid, mountNamespace }) {
    if (namespaceOf(pid) === mountNamespace)
        (0,_holder_js__WEBPACK_IMPORTED_MODULE_1__/* .endGroup */ .N)(pid);
}
function namespaceOf(pid) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readlinkSync)(`/proc/${pid}/ns/mnt`);
    }
    catch {
        return undefined;
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

/***/ 3295:
/***/ ((__webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__webpack_require__.r(__webpack_exports__);
/* harmony import */ var _core_plan_input_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1479);
/* harmony import */ var _core_record_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6212);
/* harmony import */ var _core_with_binfmt_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(622);
/* harmony import */ var _doors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5460);
/* harmony import */ var _host_github_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2698);
/* harmony import */ var _host_host_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2508);
/* harmony import */ var _host_with_binfmt_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7735);
/* harmony import */ var _inner_scope_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5896);
/* harmony import */ var _qemu_actions_cache_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(9570);
/* harmony import */ var _remove_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(4965);










process.exit(await main());
async function main() {
    const host = (0,_host_host_js__WEBPACK_IMPORTED_MODULE_4__/* .nodeHost */ .P6)();
    const code = await endRun(host, (0,_host_github_js__WEBPACK_IMPORTED_MODULE_3__/* .readState */ .un)(host, 'run'));
    await endScope(host);
    await saveDownloads(host);
    return code;
}
async function endRun(host, run) {
    if (!(0,_core_record_js__WEBPACK_IMPORTED_MODULE_1__/* .isRunId */ .Pk)(run))
        return 0;
    const voice = (0,_host_github_js__WEBPACK_IMPORTED_MODULE_3__/* .githubVoice */ .Sy)();
    const changes = (0,_host_github_js__WEBPACK_IMPORTED_MODULE_3__/* .readState */ .un)(host, 'cleanup') === 'true';
    const door = { ...voice, privilegedProgram: (0,_doors_js__WEBPACK_IMPORTED_MODULE_2__/* .privilegedProgram */ .CG)() };
    const report = await (0,_remove_js__WEBPACK_IMPORTED_MODULE_8__/* .runUndo */ .YP)(host, run, changes, door);
    voice.end();
    (0,_host_github_js__WEBPACK_IMPORTED_MODULE_3__/* .publishAfterwards */ .tk)(report);
    return report.exitCode;
}
async function endScope(host) {
    const [holders, engine] = [(0,_host_github_js__WEBPACK_IMPORTED_MODULE_3__/* .readState */ .un)(host, 'holders'), (0,_host_github_js__WEBPACK_IMPORTED_MODULE_3__/* .readState */ .un)(host, 'engine')];
    if (holders !== undefined) {
        (0,_core_with_binfmt_js__WEBPACK_IMPORTED_MODULE_9__/* .parseEntrances */ .pV)(holders).forEach(_host_with_binfmt_js__WEBPACK_IMPORTED_MODULE_5__/* .endHolder */ .m);
    }
    if (engine !== undefined) {
        (await (0,_inner_scope_js__WEBPACK_IMPORTED_MODULE_6__/* .removeFromEngine */ .JH)(host, (0,_core_plan_input_js__WEBPACK_IMPORTED_MODULE_0__/* .parsePinned */ .A)(engine))).forEach(_host_github_js__WEBPACK_IMPORTED_MODULE_3__/* .writeLine */ ._r);
    }
}
async function saveDownloads(host) {
    const text = (0,_host_github_js__WEBPACK_IMPORTED_MODULE_3__/* .readState */ .un)(host, 'cache');
    if (text === undefined)
        return;
    for (const record of (0,_qemu_actions_cache_js__WEBPACK_IMPORTED_MODULE_7__/* .parseCacheRecords */ .Aj)(text))
        await (0,_qemu_actions_cache_js__WEBPACK_IMPORTED_MODULE_7__/* .saveToActionsCache */ .yz)(record, _host_github_js__WEBPACK_IMPORTED_MODULE_3__/* .writeLine */ ._r);
}

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

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


/***/ })

};
