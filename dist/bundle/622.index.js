export const id = 622;
export const ids = [622];
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


/***/ })

};
