export const id = 978;
export const ids = [978];
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

/***/ 9978:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  execPrivately: () => (/* binding */ execPrivately)
});

// EXTERNAL MODULE: ./lib/core/rootless-tools.js
var rootless_tools = __webpack_require__(6090);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
;// CONCATENATED MODULE: ./lib/host/foreground.js



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
    const child = (0,external_node_child_process_.spawn)(command.file, command.args, {
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
        const text = (0,external_node_fs_.readFileSync)('/proc/self/stat', 'latin1');
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
    return 128 + external_node_os_.constants.signals[end.signal];
}

// EXTERNAL MODULE: ./lib/host/inside.js
var inside = __webpack_require__(3382);
// EXTERNAL MODULE: ./lib/scope.js
var lib_scope = __webpack_require__(7157);
;// CONCATENATED MODULE: ./lib/exec.js




async function execPrivately(host, request, fill) {
    const scope = await (0,lib_scope/* openScope */.P)(host, 'private');
    const end = await fillAndRun(host, scope, request, fill).finally(scope.close);
    return typeof end === 'number' ? end : endLike(end);
}
async function fillAndRun(host, scope, { command, mapRoot }, fill) {
    const report = await fill(scope);
    const { table } = scope;
    if (report.exitCode !== 0 || table === undefined)
        return report.exitCode;
    const [file, ...args] = command;
    const asRoot = mapRoot || (0,rootless_tools/* needsSubordinateIds */.w8)(file);
    const space = asRoot ? table.inner : table.own;
    return runInForeground({
        ...(0,inside/* enterCommand */.S)(host, space, { file, args, cwd: workingFolder(host) }),
        environment: asRoot ? table.rootEnvironment : {},
    });
}
function workingFolder(host) {
    const physical = process.cwd();
    const named = host.env.PWD;
    return named?.startsWith('/') && host.realPath(named) === physical ? named : physical;
}


/***/ }),

/***/ 3382:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
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
        rename: (from, to) => host.rename(seen(from), seen(to)),
        remove: (path) => host.remove(seen(path)),
        open: (path) => host.open(seen(path)),
        run: ({ cwd, ...command }, inherit) => host.run({
            ...command,
            ...enterCommand(host, space, { ...command, ...(cwd === undefined ? {} : { cwd }) }),
        }, inherit),
    };
}


/***/ })

};
