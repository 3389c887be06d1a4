export const id = 896;
export const ids = [896,665];
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


/***/ }),

/***/ 8665:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  y: () => (/* binding */ MOUNT_ONCE),
  observeNamespaces: () => (/* binding */ observeNamespaces),
  E: () => (/* binding */ openPrivateTable)
});

// EXTERNAL MODULE: ./lib/core/binfmt-misc.js
var binfmt_misc = __webpack_require__(5162);
// EXTERNAL MODULE: ./lib/core/facts.js
var facts = __webpack_require__(6426);
;// CONCATENATED MODULE: ./lib/core/id-maps.js
function parseIdMap(text) {
    return text.split('\n').flatMap((line) => {
        const [, inside, outside, count] = /^\s*(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s*$/.exec(line) ?? [];
        if (inside === undefined)
            return [];
        return [{ inside: Number(inside), outside: Number(outside), count: Number(count) }];
    });
}
function formatIdMap(extents) {
    return extents.map(({ inside, outside, count }) => `${inside} ${outside} ${count}\n`).join('');
}
function parseSubordinateIds(text, names) {
    return text.split('\n').flatMap((line) => {
        const [name = '', first = '', count = ''] = line.trim().split(':');
        if (!names.includes(name) || !/^\d{1,10}$/.test(first) || !/^[1-9]\d{0,9}$/.test(count))
            return [];
        return [{ first: Number(first), count: Number(count) }];
    });
}
function userName(passwd, uid) {
    return passwd
        .split('\n')
        .map((line) => line.split(':'))
        .find((fields) => fields[2] === String(uid))?.[0];
}
function countIds(ranges) {
    return ranges.reduce((sum, { count }) => sum + count, 0);
}
function chooseIdMaps(facts) {
    const { uid, gid, here, ruler, subUids, subGids, helpers } = facts;
    const own = { kind: 'own', users: [rootIs(uid)], groups: [rootIs(gid)] };
    if (ruler)
        return [{ kind: 'all', users: identity(here.users), groups: identity(here.groups) }, own];
    if (!helpers || subUids.length === 0 || subGids.length === 0)
        return [own];
    const ranges = {
        kind: 'ranges',
        users: [rootIs(uid), ...stack(subUids)],
        groups: [rootIs(gid), ...stack(subGids)],
    };
    return [ranges, own];
}
function restoreIds(maps) {
    const swap = ({ inside, outside, count }) => ({
        inside: outside,
        outside: inside,
        count,
    });
    return { users: maps.users.map(swap), groups: maps.groups.map(swap) };
}
function rootIs(id) {
    return { inside: 0, outside: id, count: 1 };
}
function identity(extents) {
    return extents.map(({ inside, count }) => ({ inside, outside: inside, count }));
}
function stack(ranges) {
    let next = 1;
    return ranges.map(({ first, count }) => {
        const extent = { inside: next, outside: first, count };
        next += count;
        return extent;
    });
}

;// CONCATENATED MODULE: ./lib/core/namespaces.js
function parseSysctl(text) {
    return /^-?\d{1,19}$/.test(text.trim()) ? Number(text.trim()) : undefined;
}
function hasSeccompFilter(status) {
    return /^Seccomp:\s*2$/m.test(status);
}
function parseAppArmorProfile(text) {
    const [, name] = /^(.+) \((?:enforce|complain|kill)\)$/.exec(text.trim()) ?? [];
    return name;
}

// EXTERNAL MODULE: ./lib/core/problem.js
var problem = __webpack_require__(4458);
// EXTERNAL MODULE: ./lib/core/rootless-tools.js
var rootless_tools = __webpack_require__(6090);
// EXTERNAL MODULE: ./lib/host/holder.js
var host_holder = __webpack_require__(2300);
// EXTERNAL MODULE: ./lib/host/inside.js
var inside = __webpack_require__(3382);
// EXTERNAL MODULE: ./lib/host/readings.js
var readings = __webpack_require__(375);
;// CONCATENATED MODULE: ./lib/host/private-table.js









const AWAIT = 'read -r go && exec /bin/sh -c "$@"';
const MOUNT = 'mount -t binfmt_misc binfmt_misc "$1"';
const MOUNT_ONCE = [
    `own=$(unshare --mount /bin/sh -c 'mount -t binfmt_misc binfmt_misc "$1" && stat -c %d "$1"' sh "\${1%/*}")`,
    '{ [ "$own" = "$(stat -c %d "$1")" ] || mount -t binfmt_misc binfmt_misc "$1"; }',
].join(' && ');
const UNTIL_CLOSED = 'exec cat >/dev/null';
const UNTIL_GONE = 'exec </dev/null >/dev/null 2>&1 && while [ -e "/proc/$2" ]; do sleep 5; done';
const FOR_EVER = 'exec sleep 2147483647 </dev/null >/dev/null 2>&1';
async function openPrivateTable(host, hold = { until: 'closed' }) {
    const unshare = host.which('unshare');
    if (unshare === undefined || host.which('nsenter') === undefined || host.which('mount') === undefined)
        return { stage: 'tools', said: 'unshare, nsenter or mount is missing' };
    const existing = host.uid === 0 && (0,facts/* isNestedNamespace */.dG)((0,readings/* textOr */.ph)(host, '/proc/self/uid_map', '')) && mayMount(host);
    const choices = existing ? [undefined] : chooseIdMaps(idFacts(host));
    let refusal = { stage: 'unshare', said: 'nothing was tried' };
    for (const choice of choices) {
        const opened = await openOnce(host, unshare, choice, hold);
        if (!('stage' in opened))
            return opened;
        refusal = opened;
        if (refusal.stage !== 'map' && refusal.stage !== 'mount')
            break;
    }
    return refusal;
}
async function openOnce(host, unshare, maps, hold) {
    const folder = host.stat(binfmt_misc/* TABLE_PATH */.Fb) === undefined ? host.makeTemporary('setup-binfmt-table-') : undefined;
    const table = folder ?? binfmt_misc/* TABLE_PATH */.Fb;
    const opened = [];
    const close = async () => {
        for (const holder of opened.toReversed())
            await holder.end();
        if (folder !== undefined)
            host.remove(folder);
    };
    const fail = async (stage, said) => {
        await close();
        return { stage, said };
    };
    const namespaces = maps === undefined ? ['mount'] : ['user', 'mount'];
    const holder = await (0,host_holder/* startHolder */.f)(unshare, [
        ...namespaces.map((name) => `--${name}`),
        ...(maps?.kind === 'own' ? ['--map-root-user'] : []),
        ...['/bin/sh', '-c', `echo ready && ${AWAIT}`, 'sh'],
        ...[`${maps === undefined ? MOUNT_ONCE : MOUNT} && echo ready && ${holdWords(host, hold)}`, 'sh', table],
        ...[hold.until === 'gone' ? String(hold.pid) : ''],
    ]);
    if (typeof holder === 'string')
        return fail('unshare', holder);
    opened.push(holder);
    if ((await holder.line()) !== 'ready')
        return fail(...refused(holder));
    const unmapped = maps === undefined || maps.kind === 'own' ? undefined : await writeMaps(host, holder.pid, maps);
    if (unmapped !== undefined)
        return fail('map', unmapped);
    holder.say('go');
    if ((await holder.line()) !== 'ready')
        return fail('mount', holder.complaint());
    const inner = { pid: holder.pid, namespaces };
    let own = inner;
    if (maps !== undefined && maps.kind !== 'all') {
        const second = await startSecond(host, unshare, inner, restoreIds(maps), hold);
        if ('stage' in second)
            return fail(second.stage, second.said);
        opened.push(second);
        own = { pid: second.pid, namespaces };
    }
    const ids = maps?.users ?? parseIdMap((0,readings/* textOr */.ph)(host, '/proc/self/uid_map', ''));
    const release = () => {
        for (const one of opened)
            one.release();
    };
    const rootEnvironment = own === inner ? {} : (0,rootless_tools/* rootlessEnvironment */.T9)(host.uid, host.gid);
    return { inner, own, table, ids: countIds(ids), rootEnvironment, release, close };
}
async function startSecond(host, unshare, inner, maps, hold) {
    const { file, args } = (0,inside/* enterCommand */.S)(host, inner, {
        file: unshare,
        args: [
            ...['--user', '--mount', '/bin/sh', '-c', `echo ready && ${AWAIT}`, 'sh'],
            ...[`echo ready && ${holdWords(host, hold)}`, 'sh', '', hold.until === 'gone' ? String(hold.pid) : ''],
        ],
    });
    const holder = await (0,host_holder/* startHolder */.f)(file, args);
    if (typeof holder === 'string')
        return { stage: 'unshare', said: holder };
    if ((await holder.line()) !== 'ready') {
        const [stage, said] = refused(holder);
        return { stage, said };
    }
    const written = await host.run({
        ...(0,inside/* enterCommand */.S)(host, inner, {
            file: '/bin/sh',
            args: [
                '-c',
                'printf %s "$1" >"/proc/$0/uid_map" && printf %s "$2" >"/proc/$0/gid_map"',
                String(holder.pid),
                formatIdMap(maps.users),
                formatIdMap(maps.groups),
            ],
        }),
        timeoutMs: LIMIT_MS,
    });
    holder.say('go');
    const answer = written.code === 0 ? await holder.line() : undefined;
    if (answer === 'ready')
        return holder;
    await holder.end();
    return { stage: 'map', said: `${written.stderr}${holder.complaint()}` };
}
function refused(holder) {
    const said = holder.complaint();
    if (/propagation/.test(said))
        return ['mount', said];
    return [/[ug]id_map|setgroups/.test(said) ? 'map' : 'unshare', said];
}
const LIMIT_MS = 30_000;
function holdWords(host, hold) {
    if (hold.until === 'closed')
        return UNTIL_CLOSED;
    return hold.pid > 1 && host.stat(`/proc/${hold.pid}`) !== undefined ? UNTIL_GONE : FOR_EVER;
}
async function writeMaps(host, pid, maps) {
    if (maps.kind === 'ranges') {
        return ((await runHelper(host, 'newuidmap', pid, maps.users)) ??
            (await runHelper(host, 'newgidmap', pid, maps.groups)));
    }
    try {
        host.writeKernel(`/proc/${pid}/uid_map`, formatIdMap(maps.users));
        host.writeKernel(`/proc/${pid}/gid_map`, formatIdMap(maps.groups));
        return undefined;
    }
    catch (thrown) {
        return (0,problem/* errnoOf */.UQ)(thrown) ?? (0,problem/* reasonOf */.A3)(thrown);
    }
}
async function runHelper(host, name, pid, extents) {
    const numbers = extents.flatMap(({ inside, outside, count }) => [inside, outside, count].map(String));
    const outcome = await host.run({
        file: host.which(name) ?? name,
        args: [String(pid), ...numbers],
        timeoutMs: LIMIT_MS,
    });
    if (outcome.code === 0)
        return undefined;
    return outcome.stderr.trim() || `${name} ended with ${outcome.signal ?? outcome.code ?? outcome.error}`;
}
function idFacts(host) {
    const { uid, gid } = host;
    const names = [userName((0,readings/* textOr */.ph)(host, '/etc/passwd', ''), uid) ?? host.env.USER ?? '', String(uid)];
    const capabilities = (0,facts/* parseCapabilities */.md)((0,readings/* textOr */.ph)(host, '/proc/self/status', ''));
    return {
        uid,
        gid,
        here: {
            users: parseIdMap((0,readings/* textOr */.ph)(host, '/proc/self/uid_map', '')),
            groups: parseIdMap((0,readings/* textOr */.ph)(host, '/proc/self/gid_map', '')),
        },
        ruler: uid === 0 && (capabilities & MAPPING_RIGHTS) === MAPPING_RIGHTS,
        subUids: parseSubordinateIds((0,readings/* textOr */.ph)(host, '/etc/subuid', ''), names),
        subGids: parseSubordinateIds((0,readings/* textOr */.ph)(host, '/etc/subgid', ''), names),
        helpers: missingHelpers(host).length === 0,
    };
}
const MAPPING_RIGHTS = (1n << 6n) | (1n << 7n);
function mayMount(host) {
    return (0,facts/* maySysAdmin */.cM)({ capabilities: (0,facts/* parseCapabilities */.md)((0,readings/* textOr */.ph)(host, '/proc/self/status', '')) });
}
function missingHelpers(host) {
    return ['newuidmap', 'newgidmap'].filter((name) => host.which(name) === undefined);
}
async function observeNamespaces(host, known) {
    const ids = idFacts(host);
    const limit = parseSysctl((0,readings/* textOr */.ph)(host, '/proc/sys/user/max_user_namespaces', ''));
    const clone = parseSysctl((0,readings/* textOr */.ph)(host, '/proc/sys/kernel/unprivileged_userns_clone', ''));
    const restrict = parseSysctl((0,readings/* textOr */.ph)(host, '/proc/sys/kernel/apparmor_restrict_unprivileged_userns', ''));
    const profile = parseAppArmorProfile((0,readings/* textOr */.ph)(host, '/proc/self/attr/current', ''));
    return {
        wanted: known.wanted,
        attempt: known.refusal === undefined ? await attempt(host) : { ok: false, ...known.refusal },
        built: host.stat('/proc/self/ns/user') !== undefined,
        ...(limit === undefined ? {} : { limit }),
        ...(clone === undefined ? {} : { unprivilegedClone: clone !== 0 }),
        ...(restrict === undefined ? {} : { appArmorRestricts: restrict !== 0 }),
        ...(profile === undefined ? {} : { appArmorProfile: profile }),
        seccomp: hasSeccompFilter((0,readings/* textOr */.ph)(host, '/proc/self/status', '')),
        missingHelpers: missingHelpers(host),
        subUids: countIds(ids.subUids),
        subGids: countIds(ids.subGids),
    };
}
async function attempt(host) {
    const opened = await openPrivateTable(host);
    if ('stage' in opened)
        return { ok: false, ...opened };
    await opened.close();
    return { ok: true, ids: opened.ids };
}


/***/ }),

/***/ 252:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $2: () => (/* binding */ readEntries),
/* harmony export */   Ai: () => (/* binding */ registerRule),
/* harmony export */   C3: () => (/* binding */ recordFirst),
/* harmony export */   Fd: () => (/* binding */ changedMeanwhile),
/* harmony export */   LO: () => (/* binding */ removeOwn),
/* harmony export */   R3: () => (/* binding */ removePinned),
/* harmony export */   TF: () => (/* binding */ remove),
/* harmony export */   b8: () => (/* binding */ disable),
/* harmony export */   d1: () => (/* binding */ lockFolders),
/* harmony export */   e7: () => (/* binding */ readBack),
/* harmony export */   hB: () => (/* binding */ readEntry),
/* harmony export */   kz: () => (/* binding */ register),
/* harmony export */   oC: () => (/* binding */ writeRule)
/* harmony export */ });
/* harmony import */ var _core_binfmt_misc_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5162);
/* harmony import */ var _core_problem_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4458);
/* harmony import */ var _core_rules_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1214);



const LOCK_ALL = `
flock=$1 seconds=$2
shift 2
for fd do
  "$flock" -x -w "$seconds" "$fd" || exit "$fd"
done
`;
const FIRST_FD = 3;
async function lockFolders(host, paths, limitMs) {
    const flock = host.which('flock');
    if (flock === undefined)
        return unlocked(paths[0], 'flock is missing (install util-linux)');
    const folders = new Map();
    const release = (path) => {
        folders.get(path)?.close();
        folders.delete(path);
    };
    const close = () => paths.forEach(release);
    for (const path of paths) {
        const folder = openFolder(host, path);
        if (folder === undefined) {
            close();
            return unlocked(path, 'it cannot be opened (mount it first)');
        }
        folders.set(path, folder);
    }
    const seconds = String(Math.ceil(limitMs / 1000));
    const numbers = paths.map((_, index) => String(FIRST_FD + index));
    const outcome = await host.run({
        file: '/bin/sh',
        args: ['-c', LOCK_ALL, 'sh', flock, seconds, ...numbers],
        silent: true,
        timeoutMs: paths.length * limitMs + 5_000,
    }, [...folders.values()]);
    if (outcome.code === 0)
        return { release, close };
    close();
    const path = paths[(outcome.code ?? FIRST_FD) - FIRST_FD] ?? paths[0];
    return unlocked(path, `another process has held it for ${seconds} s (run this step again when it has ended)`);
}
function unlocked(path, why) {
    return { failure: `${path} cannot be locked: ${why}` };
}
function openFolder(host, path) {
    try {
        return host.open(path);
    }
    catch {
        return undefined;
    }
}
function readEntry({ host, table }, name) {
    try {
        return (0,_core_binfmt_misc_js__WEBPACK_IMPORTED_MODULE_0__/* .parseEntry */ .ER)(name, host.readText(`${table}/${name}`));
    }
    catch {
        return undefined;
    }
}
function readEntries(context) {
    const names = context.host.list(context.table).filter((name) => name !== 'register' && name !== 'status');
    return names.flatMap((name) => readEntry(context, name) ?? []);
}
function registerRule(context, rule) {
    return recordFirst(context, { kind: 'register', rule }) ?? writeRule(context, rule);
}
function writeRule(context, rule) {
    try {
        context.host.writeKernel(`${context.table}/register`, (0,_core_rules_js__WEBPACK_IMPORTED_MODULE_2__/* .formatRule */ .UT)(rule));
        return undefined;
    }
    catch (thrown) {
        return refusalOf(thrown, 'register', rule.name);
    }
}
function register(context, wanted) {
    return registerRule(context, (0,_core_rules_js__WEBPACK_IMPORTED_MODULE_2__/* .ruleOfRegistration */ .DG)(wanted));
}
function readBack(context, wanted) {
    const entry = readEntry(context, wanted.name);
    if (entry === undefined)
        return `entry ${wanted.name} is not there after it was registered`;
    if (entry.enabled && (0,_core_rules_js__WEBPACK_IMPORTED_MODULE_2__/* .isRuleOf */ .Cz)(wanted, entry))
        return undefined;
    return `entry ${wanted.name} reads otherwise than it was registered: "${(0,_core_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .printable */ .g$)(entry.text)}"`;
}
function removePinned(context, pinned) {
    const present = readEntry(context, pinned.name);
    if (present === undefined)
        return undefined;
    if (present.text !== pinned.text)
        return changedMeanwhile(pinned);
    return recordFirst(context, { kind: 'remove', name: pinned.name }) ?? remove(context, pinned.name);
}
function recordFirst(context, change) {
    try {
        context.record(change);
        return undefined;
    }
    catch (thrown) {
        return `a change cannot be recorded, and is not made: ${(0,_core_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .reasonOf */ .A3)(thrown)}`;
    }
}
function changedMeanwhile({ name }) {
    return `entry ${(0,_core_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .printable */ .g$)(name, 60)} was changed or removed by somebody else meanwhile`;
}
function removeOwn(context, registered) {
    if (readEntry(context, registered.name)?.interpreter === registered.interpreter)
        remove(context, registered.name);
}
function remove({ host, table }, name) {
    return switchEntry(host, `${table}/${name}`, '-1', name);
}
function disable({ host, table }, name) {
    return switchEntry(host, `${table}/${name}`, '0', name);
}
function switchEntry(host, path, word, name) {
    try {
        host.writeKernel(path, word);
        return undefined;
    }
    catch (thrown) {
        return (0,_core_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .errnoOf */ .UQ)(thrown) === 'ENOENT' ? undefined : refusalOf(thrown, 'switch', name);
    }
}
function refusalOf(thrown, step, name) {
    const errno = (0,_core_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .errnoOf */ .UQ)(thrown);
    return `entry ${(0,_core_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .printable */ .g$)(name, 60)}: ${errno === undefined ? (0,_core_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .reasonOf */ .A3)(thrown) : (0,_core_binfmt_misc_js__WEBPACK_IMPORTED_MODULE_0__/* .explainErrno */ .od)(step, errno)}`;
}


/***/ }),

/***/ 5896:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openEngineScope: () => (/* binding */ openEngineScope),
  openPrivateScope: () => (/* binding */ openPrivateScope),
  removeFromEngine: () => (/* binding */ removeFromEngine)
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
            args: ['-c', visible ? private_table/* MOUNT_ONCE */.y : `mkdir -p "$1" && ${private_table/* MOUNT_ONCE */.y}`, 'sh', table],
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
    const table = await (0,private_table/* openPrivateTable */.E)(host, hold);
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
    const namespaces = await (0,private_table.observeNamespaces)(host, { wanted: true, refusal });
    return { host, door: { namespaces }, close: NOTHING_TO_CLOSE };
}
async function removeFromEngine(host, entries) {
    const engine = await openEngineTable(host);
    if ('stage' in engine)
        return [];
    const table = { host: (0,inside/* insideOf */.k)(host, engine.space), table: engine.table, record: () => undefined };
    return entries.flatMap((entry) => (0,host_table/* removePinned */.R3)(table, entry) ?? []);
}


/***/ })

};
