export const id = 735;
export const ids = [735,116,622];
export const modules = {

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

/***/ 2300:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ endGroup),
/* harmony export */   f: () => (/* binding */ startHolder)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1421);
/* harmony import */ var _core_problem_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4458);


const LIMIT = 4096;
function start(file, args) {
    try {
        return (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(file, args, { stdio: ['pipe', 'pipe', 'pipe'], detached: true });
    }
    catch (thrown) {
        return `${file}: ${(0,_core_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .errnoOf */ .UQ)(thrown) ?? 'EUNKNOWN'}`;
    }
}
async function startHolder(file, args) {
    const child = start(file, args);
    if (typeof child === 'string')
        return child;
    let text = '';
    let complaint = '';
    let ended = false;
    let wake = () => undefined;
    child.stdout.on('data', (chunk) => {
        text = (text + Buffer.from(chunk).toString('latin1')).slice(-LIMIT);
        wake();
    });
    child.stderr.on('data', (chunk) => {
        complaint = (complaint + Buffer.from(chunk).toString('utf8')).slice(0, LIMIT);
    });
    child.stdin.on('error', () => undefined);
    const gone = new Promise((resolve) => {
        child.on('close', () => {
            ended = true;
            wake();
            resolve();
        });
    });
    const failure = await new Promise((resolve) => {
        child.on('spawn', () => resolve(undefined));
        child.on('error', (problem) => resolve((0,_core_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .errnoOf */ .UQ)(problem) ?? 'EUNKNOWN'));
    });
    const { pid } = child;
    if (failure !== undefined || pid === undefined)
        return `${file}: ${failure ?? 'EUNKNOWN'}`;
    async function line() {
        for (;;) {
            const end = text.indexOf('\n');
            if (end >= 0) {
                const found = text.slice(0, end);
                text = text.slice(end + 1);
                return found;
            }
            if (ended)
                return undefined;
            await new Promise((resolve) => {
                wake = resolve;
            });
        }
    }
    return {
        pid,
        line,
        say: (words) => child.stdin.write(`${words}\n`),
        complaint: () => complaint,
        end: async () => {
            endGroup(pid);
            await gone;
        },
        release: () => {
            for (const stream of [child.stdin, child.stdout, child.stderr])
                stream.destroy();
            child.unref();
        },
    };
}
function endGroup(pid) {
    try {
        process.kill(-pid, 'SIGTERM');
    }
    catch {
    }
}


/***/ }),

/***/ 7735:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   endHolder: () => (/* binding */ endHolder),
/* harmony export */   writeWrapper: () => (/* binding */ writeWrapper)
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
