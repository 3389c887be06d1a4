export const id = 139;
export const ids = [139];
export const modules = {

/***/ 1139:
/***/ ((__webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__webpack_require__.r(__webpack_exports__);
/* harmony import */ var _core_inputs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8492);
/* harmony import */ var _core_option_modes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6389);
/* harmony import */ var _core_problem_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4458);
/* harmony import */ var _core_with_binfmt_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(622);
/* harmony import */ var _doors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5460);
/* harmony import */ var _host_github_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2698);
/* harmony import */ var _host_host_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2508);
/* harmony import */ var _host_with_binfmt_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7735);
/* harmony import */ var _qemu_sources_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8251);
/* harmony import */ var _scope_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(7157);










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
        const sources = (0,_qemu_sources_js__WEBPACK_IMPORTED_MODULE_7__/* .openSources */ .H)(host, inputs);
        const scope = await (0,_scope_js__WEBPACK_IMPORTED_MODULE_8__/* .openScope */ .P)(host, inputs.scope, { until: 'gone', pid: process.ppid });
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
        return (0,_core_with_binfmt_js__WEBPACK_IMPORTED_MODULE_9__/* .shellLine */ .Tg)(host.which('bash') !== undefined);
    const { entrances, folder, shell } = (0,_host_with_binfmt_js__WEBPACK_IMPORTED_MODULE_6__/* .writeWrapper */ .H)(host, table);
    (0,_host_github_js__WEBPACK_IMPORTED_MODULE_4__/* .saveState */ .LZ)(host, 'holders', (0,_core_with_binfmt_js__WEBPACK_IMPORTED_MODULE_9__/* .formatEntrances */ .N2)(entrances));
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


/***/ })

};
