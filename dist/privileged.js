import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 24:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 161:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");

/***/ }),

/***/ 760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 859:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Y: () => (/* binding */ carryOutHere)
});

// EXTERNAL MODULE: ./lib/host/host.js + 1 modules
var host_host = __nccwpck_require__(764);
// EXTERNAL MODULE: ./lib/host/proc.js
var proc = __nccwpck_require__(626);
// EXTERNAL MODULE: ./lib/text/problem.js
var problem = __nccwpck_require__(894);
;// CONCATENATED MODULE: ./lib/host/read.js


function read_textOr(host, path, otherwise) {
    return (0,problem/* orUndefined */.y0)(() => host.readText(path)) ?? otherwise;
}
function headOf(host, path, length) {
    return (0,problem/* orUndefined */.y0)(() => host.readBytes(path, length)) ?? new Uint8Array();
}
function read_headText(host, path, length) {
    return new TextDecoder().decode(headOf(host, path, length));
}
function read_namesIn(host, path) {
    return (0,problem/* orUndefined */.y0)(() => host.list(path)) ?? [];
}
function isListed(host, path) {
    const end = path.lastIndexOf('/');
    return read_namesIn(host, path.slice(0, end)).includes(path.slice(end + 1));
}
function observeMounts(host) {
    return (0,proc/* parseMounts */.qV)(read_textOr(host, '/proc/self/mountinfo', ''));
}
function seesEveryUser(host) {
    const map = (0,problem/* orUndefined */.y0)(() => host.readText('/proc/self/uid_map'));
    return map === undefined || !(0,proc/* isNestedNamespace */.dG)(map);
}
function uptime(host) {
    return Number.parseFloat(read_textOr(host, '/proc/uptime', '')) || 0;
}
function startOf(host, pid) {
    return pid === undefined ? undefined : (0,proc/* parseStartTime */.Lj)(read_textOr(host, `/proc/${pid}/stat`, ''));
}

// EXTERNAL MODULE: ./lib/text/version.js
var version = __nccwpck_require__(341);
// EXTERNAL MODULE: ./lib/binfmt/entry.js
var binfmt_entry = __nccwpck_require__(678);
// EXTERNAL MODULE: ./lib/binfmt/persist.js
var persist = __nccwpck_require__(434);
;// CONCATENATED MODULE: ./lib/binfmt/table.js







function readPersisted(host) {
    return (0,persist/* parseFragment */.oH)(read_textOr(host, persist/* FRAGMENT_PATH */.J2, null));
}
const SYSTEMD_BINFMT = ['/usr/lib/systemd/systemd-binfmt', '/lib/systemd/systemd-binfmt'];
const FORMATS = '/var/lib/binfmts';
function isBinfmtSupportInCharge(host) {
    return (host.which('update-binfmts') !== undefined &&
        !SYSTEMD_BINFMT.some((path) => host.stat(path) !== undefined));
}
function observeFormats(host, names) {
    if (names.length === 0 || !isBinfmtSupportInCharge(host))
        return [];
    return names.flatMap((name) => {
        const owner = textOr(host, `${FORMATS}/${name}`, '').split('\n', 1).join('');
        return owner === '' || owner === 'setup-binfmt' ? [] : { name, owner };
    });
}
function keptVersion(host, interpreter) {
    const noted = isPersistent(interpreter) ? headText(host, versionPath(interpreter), 64).trim() : '';
    return isVersion(noted) ? noted : undefined;
}
function originsOf(host, interpreter) {
    if (!(0,persist/* isPersistent */.sv)(interpreter))
        return [(0,persist/* passingCopy */.JM)(interpreter)?.origin ?? (0,persist/* originOf */.yv)(interpreter)];
    return read_headText(host, (0,persist/* originsPath */.ph)(interpreter), 4096)
        .split('\n')
        .filter((line) => line !== '');
}
function observeRule(host, { interpreter, match }) {
    const stat = host.stat(interpreter);
    const executable = stat?.kind === 'file' && (stat.mode & 0o111) !== 0;
    return {
        exists: stat !== undefined,
        executable,
        header: executable ? headOf(host, interpreter, binfmt_entry/* HEADER_BYTES */.q2) : new Uint8Array(),
        taken: match.kind === 'extension' ? findByEnding(host, `.${match.extension}`, interpreter) : undefined,
    };
}
const LIBRARIES = ['/usr/libexec', '/usr/lib', '/lib', '/lib64'];
function findByEnding(host, ending, interpreter) {
    const find = (folder, modes) => read_namesIn(host, folder)
        .filter((name) => name.endsWith(ending))
        .map((name) => `${folder}/${name}`)
        .find((path) => ((host.stat(path)?.mode ?? 0) & modes) !== 0);
    for (const folder of [...host_host/* SYSTEM_FOLDERS */.EY, ...LIBRARIES]) {
        const program = find(folder, 0o111);
        if (program !== undefined)
            return program;
    }
    const below = LIBRARIES.flatMap((folder) => read_namesIn(host, folder).map((name) => `${folder}/${name}`));
    for (const folder of below) {
        const helper = find(folder, 0o6000);
        if (helper !== undefined)
            return helper;
    }
    return [interpreter, host.node].find((path) => path.endsWith(ending));
}
function observeTable(host, mounts, release, path) {
    const elsewhere = mounts
        .filter((mount) => mount.type === 'binfmt_misc' && mount.point !== path)
        .map((mount) => mount.point);
    const state = tableState(host, mounts, release, path);
    const readable = state === 'ready' || state === 'disabled' || state === 'read-only';
    const { entries, unreadable } = readable ? observeEntries(host, path) : { entries: [], unreadable: [] };
    const owner = readable ? host.stat(`${path}/register`)?.uid : undefined;
    return { state, path, entries, unreadable, elsewhere, owner };
}
function tableState(host, mounts, release, path) {
    const mount = mountAt(mounts, path);
    if (mount?.type === 'binfmt_misc' && isVisible(host, path)) {
        if (parseStatus(textOr(host, `${path}/status`, '')) === 'disabled')
            return 'disabled';
        return isReadOnly(mount) ? 'read-only' : 'ready';
    }
    if (mount?.type === 'autofs')
        return 'autofs';
    if (/^nodev\s+binfmt_misc$/m.test(textOr(host, '/proc/filesystems', ''))) {
        return host.stat(path) === undefined ? 'masked' : 'not-mounted';
    }
    if (host.stat('/proc/sys/fs') === undefined)
        return 'masked';
    if (host.stat(path) === undefined)
        return 'unsupported';
    return moduleIsThere(host, release) ? 'not-loaded' : 'module-missing';
}
function isVisible(host, path) {
    const type = host.fileSystemType(path);
    return type === undefined ? host.stat(path) !== undefined : type === BINFMTFS_MAGIC;
}
function moduleIsThere(host, release) {
    return ['/lib/modules', '/usr/lib/modules'].some((folder) => ['modules.dep', 'modules.builtin'].some((file) => /(?:^|\/)binfmt_misc\.ko/m.test(textOr(host, `${folder}/${release}/${file}`, ''))));
}
function observeEntries(host, path) {
    const entries = [];
    const unreadable = [];
    for (const name of namesIn(host, path)) {
        if (name === 'register' || name === 'status')
            continue;
        try {
            entries.push(parseEntry(name, host.readText(`${path}/${name}`)));
        }
        catch (thrown) {
            const errno = errnoOf(thrown) ?? 'EUNKNOWN';
            if (errno !== 'ENOENT')
                unreadable.push({ name, errno });
        }
    }
    return { entries, unreadable };
}
function table_tableIdentity(host, path) {
    if ((0,proc/* mountAt */.LS)(observeMounts(host), path)?.type === 'autofs')
        return undefined;
    const [folder, status] = [host.stat(path), host.stat(`${path}/status`)];
    return folder && status && `${folder.device} ${folder.modified} ${status.modified}`;
}
function table_isSameTable(one, other) {
    if (one === undefined || other === undefined)
        return true;
    const [left, right] = [one.split(' '), other.split(' ')];
    return left[0] === right[0] && (left[1] === right[1] || left[2] === right[2]);
}
function readEntry({ host, table }, name) {
    return (0,problem/* orUndefined */.y0)(() => (0,binfmt_entry/* parseEntry */.ER)(name, host.readText(`${table}/${name}`)));
}
function readEntries(context) {
    const names = context.host.list(context.table).filter((name) => name !== 'register' && name !== 'status');
    return names.flatMap((name) => readEntry(context, name) ?? []);
}

// EXTERNAL MODULE: ./lib/text/parse.js
var parse = __nccwpck_require__(114);
// EXTERNAL MODULE: ./lib/host/files.js
var files = __nccwpck_require__(935);
;// CONCATENATED MODULE: ./lib/host/digests.js



const KEEPING_TIME = new Set([
    0xef53,
    0x58465342,
    0x9123683e,
    0xf2f52010,
    0x2fc12fc1,
    0x01021994,
    0x794c7630,
]);
const SETTLED_MS = 1_000;
function formatIdentity({ device, inode, size, modified, changed }) {
    return [device, inode, size, modified, changed].join(':');
}
function isSettled({ changed }, fileSystem, now) {
    return fileSystem !== undefined && KEEPING_TIME.has(fileSystem) && now - changed >= SETTLED_MS;
}
function formatDigests(boot, memory) {
    return `${JSON.stringify({ boot, files: [...memory.values()] })}\n`;
}
function parseDigests(text, boot) {
    const memory = (0,parse/* parseObject */.lj)(text);
    if (memory?.boot !== boot || !Array.isArray(memory.files))
        return new Map();
    return new Map(memory.files.filter(isRemembered).map((file) => [file.path, file]));
}
function isRemembered(value) {
    return ((0,parse/* isObject */.Gv)(value) && [value.path, value.identity, value.sha256].every((each) => typeof each === 'string'));
}
function openDigests(host, kept = '', now = Date.now) {
    const boot = read_textOr(host, '/proc/sys/kernel/random/boot_id', '').trim();
    const earlier = parseDigests(kept, boot);
    const known = new Map(earlier);
    const lasting = new Map();
    return {
        of: (path, file, hash = () => (0,files/* hashOpen */.bH)(file)) => {
            const begun = now();
            const identity = formatIdentity(file.stat);
            const remembered = known.get(path);
            if (remembered?.identity === identity)
                return remembered.sha256;
            const sha256 = hash();
            known.set(path, { path, identity, sha256 });
            if (isSettled(file.stat, host.fileSystemType(file.path), begun)) {
                lasting.set(path, { path, identity, sha256 });
            }
            return sha256;
        },
        news: () => {
            if (boot === '' || lasting.size === 0)
                return undefined;
            const unchanged = [...earlier].filter(([path, { identity }]) => {
                const found = host.stat(path);
                return found !== undefined && formatIdentity(found) === identity;
            });
            return formatDigests(boot, new Map([...unchanged, ...lasting]));
        },
    };
}

// EXTERNAL MODULE: ./lib/host/ending.js
var ending = __nccwpck_require__(321);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(760);
;// CONCATENATED MODULE: ./lib/host/trust.js



const NOBODY = 65_534;
const SYSTEM = [
    ...['/', '/home', '/mnt', '/opt', '/run', '/run/user', '/srv', '/tmp'],
    ...['/usr', '/usr/local', '/usr/local/lib', '/var', '/var/lib', '/var/tmp'],
];
const STAFF = { gid: 50, folders: ['/usr/local', '/usr/local/lib'] };
function distrust(host, path, also = []) {
    const trusted = [0, host.uid, ...also];
    const unseen = seesEveryUser(host) ? [] : SYSTEM;
    for (let at = path;; at = (0,external_node_path_.dirname)(at)) {
        const found = host.stat(at, false);
        if (found === undefined)
            return `${at} is not there`;
        if (found.kind === 'link')
            return `${at} is a link`;
        const isRoots = found.uid === NOBODY && unseen.includes(at);
        if (!trusted.includes(found.uid) && !isRoots)
            return `${at} belongs to user ${found.uid}`;
        if ((0,files/* othersMayExchange */.sC)(found) && !isForStaff(at, found))
            return `others may write to ${at}`;
        if (at === '/')
            return undefined;
    }
}
function isForStaff(path, { mode, gid }) {
    return (mode & 0o002) === 0 && gid === STAFF.gid && STAFF.folders.includes(path);
}
function safeFolder(host, paths) {
    return paths.find((path) => path?.startsWith('/') && distrust(host, path, sudoUser(host)) === undefined && host.isWritable(path));
}
function sudoUser({ uid, env }) {
    return uid === 0 && /^\d{1,10}$/.test(env.SUDO_UID ?? '') ? [Number(env.SUDO_UID)] : [];
}

// EXTERNAL MODULE: ./lib/binfmt/rule.js
var binfmt_rule = __nccwpck_require__(582);
;// CONCATENATED MODULE: ./lib/journal/record.js



const STATE_ROOT = '/run/setup-binfmt';
function formatChange(change) {
    return `\n${JSON.stringify(change)}\n`;
}
function parseRecord(text) {
    return text.split('\n').flatMap((line) => readChange(line) ?? []);
}
function readChange(line) {
    const value = (0,parse/* parseObject */.lj)(line);
    switch (value?.kind) {
        case 'load-module':
        case 'undo':
            return { kind: value.kind };
        case 'begin':
            return typeof value.at === 'number' ? { kind: 'begin', at: value.at, ...readTable(value) } : undefined;
        case 'mount':
        case 'copy':
            return isPath(value.path) ? { kind: value.kind, path: value.path } : undefined;
        case 'remove':
        case 'off':
            return (0,binfmt_entry/* isName */.Eo)(value.name) ? { kind: value.kind, name: value.name } : undefined;
        case 'put':
            return (0,binfmt_entry/* isPinned */.T4)(value.entry) ? { kind: 'put', entry: (0,binfmt_entry/* pin */.y_)(value.entry) } : undefined;
        case 'table':
            return Array.isArray(value.entries)
                ? { kind: 'table', entries: value.entries.filter(binfmt_entry/* isPinned */.T4).map(binfmt_entry/* pin */.y_) }
                : undefined;
        case 'register': {
            const rule = (0,binfmt_rule/* ruleFromJson */.rb)(value.rule);
            return rule === undefined ? undefined : { kind: 'register', rule };
        }
        case 'write': {
            const { path, before, after } = value;
            return isPath(path) && isText(before) && isText(after)
                ? { kind: 'write', path, before, after }
                : undefined;
        }
        default:
            return undefined;
    }
}
function readTable({ table }) {
    return typeof table === 'string' ? { table } : {};
}
function isPath(value) {
    return typeof value === 'string' && /^\/[^\0]*$/.test(value);
}
function isText(value) {
    return typeof value === 'string' || value === null;
}
function beginOf(record) {
    const begin = record.find((change) => change.kind === 'begin');
    return begin?.kind === 'begin' ? begin.at : 0;
}
function tableOf(record) {
    return record.flatMap((change) => (change.kind === 'begin' ? (change.table ?? []) : []))[0];
}
function nameOf(change) {
    if (change.kind === 'register')
        return change.rule.name;
    if (change.kind === 'put')
        return change.entry.name;
    return change.kind === 'remove' || change.kind === 'off' ? change.name : undefined;
}
function replacedIn(record) {
    if (!record.some(({ kind }) => kind === 'register'))
        return [];
    const gone = new Set(record.flatMap((change) => (change.kind === 'remove' ? change.name : [])));
    return record.flatMap((change) => {
        if (change.kind === 'write') {
            const after = change.after?.split('\n') ?? [];
            return change.before?.split('\n').filter((line) => !after.includes(line)) ?? [];
        }
        if (change.kind !== 'table')
            return [];
        return change.entries.flatMap(({ name, text }) => (gone.has(name) ? text : []));
    });
}
function splitRecord(record, waiting) {
    const isLeft = (change) => waiting.includes(nameOf(change) ?? '');
    const isGeneral = (change) => nameOf(change) === undefined && change.kind !== 'write' && change.kind !== 'copy';
    return {
        left: waiting.length === 0 ? [] : record.filter((change) => isLeft(change) || isGeneral(change)),
        undone: record.filter((change) => !isLeft(change)),
    };
}
const LEASE_ALONE_S = 6 * 3600;
const OVER_S = 600;
function parseLease(text) {
    const value = (0,parse/* parseObject */.lj)(text);
    if (value === undefined || !(0,parse/* isRunId */.Pk)(value.run) || !Array.isArray(value.entries))
        return undefined;
    const { run, expires } = value;
    const { pid, started } = (0,parse/* isObject */.Gv)(value.holder) ? value.holder : {};
    const holder = typeof pid === 'number' && typeof started === 'string' ? { pid, started } : undefined;
    const over = value.over === true ? { over: true } : {};
    const lease = { run, entries: value.entries.filter(binfmt_entry/* isName */.Eo), ...readTable(value), ...over };
    if (holder !== undefined)
        return { ...lease, holder };
    return typeof expires === 'number' ? { ...lease, expires } : undefined;
}
function isLive({ holder, expires = 0 }, uptime, startedNow) {
    return holder === undefined ? uptime < expires : holder.started === startedNow;
}
function entriesInUse(leases, except) {
    return new Set(leases.filter(({ run }) => run !== except).flatMap(({ entries }) => entries));
}

;// CONCATENATED MODULE: ./lib/journal/journal.js









const DIGESTS_FILE = 'digests.json';
const RECORD_LIMIT = 100;
const BEGIN_BYTES = 512;
const RECORD_BYTES = 1024 * 1024 * 1024;
function stateFolder(host) {
    const nested = (0,proc/* isNestedNamespace */.dG)(read_textOr(host, '/proc/self/uid_map', ''));
    return nested ? `${STATE_ROOT}/user-${host.stat('/proc/self/ns/user')?.inode ?? 0}` : STATE_ROOT;
}
function openState(host) {
    const folder = stateFolder(host);
    const objection = distrust(host, (0,external_node_path_.dirname)(STATE_ROOT));
    if (objection !== undefined)
        return { failure: `${STATE_ROOT} is not safe: ${objection}` };
    try {
        for (const path of new Set([STATE_ROOT, folder, `${folder}/leases`])) {
            if (host.stat(path, false) === undefined)
                host.makeFolder(path, 0o755);
            const found = host.stat(path, false);
            if (found?.kind !== 'folder' || found.uid !== host.uid || (found.mode & 0o022) !== 0) {
                return { failure: `${path} is not a folder that root alone can write to` };
            }
        }
        if (folder !== STATE_ROOT)
            forgetDead(host, folder);
        return stateIn(host, folder);
    }
    catch (thrown) {
        return { failure: `${folder} cannot be made: ${(0,problem/* errnoOf */.UQ)(thrown) ?? (0,problem/* reasonOf */.A3)(thrown)}` };
    }
}
function forgetDead(host, folder) {
    const now = table_tableIdentity(host, binfmt_entry/* TABLE_PATH */.Fb);
    for (const { run, table } of recordedRuns(host, folder))
        if (!table_isSameTable(table, now))
            host.remove(`${folder}/${run}.jsonl`);
}
function headOfRecord(host, path) {
    return parseRecord(read_headText(host, path, BEGIN_BYTES));
}
function wholeText(host, path) {
    return read_headText(host, path, RECORD_BYTES);
}
function stateIn(host, folder) {
    const recordPath = (run) => `${folder}/${run}.jsonl`;
    const leasePath = (run) => `${folder}/leases/${run}`;
    const liveLeases = () => {
        const now = table_tableIdentity(host, binfmt_entry/* TABLE_PATH */.Fb);
        return runsIn(host, `${folder}/leases`, '').flatMap((run) => {
            const lease = parseLease(read_textOr(host, leasePath(run), ''));
            const isHere = table_isSameTable(lease?.table, now);
            if (lease !== undefined && isHere && isLive(lease, uptime(host), startOf(host, lease.holder?.pid)))
                return [lease];
            host.remove(leasePath(run));
            return [];
        });
    };
    return {
        folder,
        records: () => {
            const now = table_tableIdentity(host, binfmt_entry/* TABLE_PATH */.Fb);
            return recordedRuns(host, folder).map(({ run }) => {
                const record = parseRecord(wholeText(host, recordPath(run)));
                return { run, record, isDead: !table_isSameTable(tableOf(record), now) };
            });
        },
        append: (run, change) => {
            const path = recordPath(run);
            const isNew = host.stat(path) === undefined;
            if (isNew || (change.kind === 'table' && tableOf(headOfRecord(host, path)) === undefined)) {
                const earlier = recordedRuns(host, folder).filter((one) => one.run !== run);
                const living = liveLeases().map((lease) => lease.run);
                const ended = earlier.filter((one) => !living.includes(one.run));
                for (const { run: old } of ended.slice(RECORD_LIMIT - 1))
                    host.remove(recordPath(old));
                const at = Math.max(Date.now(), 1 + (earlier[0]?.begun ?? 0));
                const table = table_tableIdentity(host, binfmt_entry/* TABLE_PATH */.Fb);
                host.appendDurably(path, formatChange({ kind: 'begin', at, table }));
            }
            if (isNew)
                host.makeMode(path, 0o644);
            host.appendDurably(path, formatChange(change));
        },
        replace: (run, record) => {
            if (record.length === 0)
                host.remove(recordPath(run));
            else
                host.writeFile(recordPath(run), record.map(formatChange).join(''), 0o644);
        },
        leases: liveLeases,
        takeLease: (run, entries, pid) => {
            liveLeases();
            const started = startOf(host, pid);
            const holder = pid === undefined || started === undefined ? undefined : { pid, started };
            const end = holder === undefined ? { expires: uptime(host) + LEASE_ALONE_S } : { holder };
            const lease = { run, entries, table: table_tableIdentity(host, binfmt_entry/* TABLE_PATH */.Fb), ...end };
            host.writeFile(leasePath(run), `${JSON.stringify(lease)}\n`, 0o644);
        },
        dropLease: (run, isRecorded) => {
            if (isRecorded || host.stat(leasePath(run)) !== undefined)
                return host.remove(leasePath(run));
            const lease = { run, entries: [], over: true, expires: uptime(host) + OVER_S };
            host.writeFile(leasePath(run), `${JSON.stringify(lease)}\n`, 0o644);
        },
        isOver: (run, holder) => parseLease(read_textOr(host, leasePath(run), ''))?.over === true ||
            (holder !== undefined && startOf(host, holder) === undefined),
        digests: () => read_textOr(host, `${folder}/${DIGESTS_FILE}`, ''),
        keepDigests: (text) => host.writeFile(`${folder}/${DIGESTS_FILE}`, text, 0o644),
    };
}
function isReliedOn(state, path) {
    const live = new Set(state.leases().map(({ run }) => run));
    return state.records().some(({ run, record, isDead }) => {
        const isOpen = live.has(run) || record.some(({ kind }) => kind === 'undo');
        if (isOpen)
            return JSON.stringify(record).includes(path);
        return !isDead && replacedIn(record).some((text) => text.includes(path));
    });
}
function hasLeases(host) {
    return runsIn(host, `${stateFolder(host)}/leases`, '').length > 0;
}
function ownRules(host) {
    const folder = stateFolder(host);
    return runsIn(host, folder, '.jsonl')
        .flatMap((run) => parseRecord(wholeText(host, `${folder}/${run}.jsonl`)))
        .flatMap((change) => (change.kind === 'register' ? [change.rule] : []));
}
function isRecorded(host, run) {
    return host.stat(`${stateFolder(host)}/${run}.jsonl`) !== undefined;
}
function latestRun(host) {
    const now = tableIdentity(host, TABLE_PATH);
    return recordedRuns(host, stateFolder(host)).find(({ table }) => isSameTable(table, now))?.run;
}
function recordedRuns(host, folder) {
    return runsIn(host, folder, '.jsonl')
        .map((run) => {
        const head = headOfRecord(host, `${folder}/${run}.jsonl`);
        return { run, begun: beginOf(head), table: tableOf(head) };
    })
        .sort((a, b) => b.begun - a.begun);
}
function runsIn(host, folder, ending) {
    return read_namesIn(host, folder).flatMap((name) => {
        const run = name.endsWith(ending) ? name.slice(0, name.length - ending.length) : '';
        return (0,parse/* isRunId */.Pk)(run) ? [run] : [];
    });
}

;// CONCATENATED MODULE: ./lib/plan/plan.js


function isInstalled({ name, interpreter, flagChoices, sha256 }, target, entry) {
    const isCopy = (0,persist/* passingCopy */.JM)(entry.interpreter)?.sha256 === sha256;
    const places = [
        interpreter,
        (0,persist/* persistentPath */.b_)(sha256, target.qemu),
        ...(isCopy ? [String(entry.interpreter)] : []),
    ];
    return (entry.enabled &&
        places.some((place) => flagChoices.some((flags) => (0,binfmt_rule/* isRuleOf */.Cz)({ ...(0,binfmt_rule/* handlerRule */.nh)(target, place, flags), name }, entry))));
}
function proofsIn({ proofs, installed }) {
    return [...proofs, ...installed.flatMap(({ run, problem }) => (problem === undefined ? (run ?? []) : []))];
}
const NOTHING_APPLIED = {
    prepared: [],
    removed: [],
    installed: [],
    proofs: [],
    problems: [],
};
function changesHost(plan) {
    return plan.prepare.length > 0 || writesTable(plan) || plan.persist !== undefined;
}
function writesTable(plan) {
    return [plan.remove, plan.install, plan.rules ?? []].some((list) => list.length > 0);
}
function needsLock(plan) {
    return writesTable(plan) || plan.persist !== undefined;
}
function emptyPlan(store) {
    return { schema: 1, prepare: [], remove: [], install: [], prove: [], store };
}

// EXTERNAL MODULE: ./lib/platform/platforms.js
var platforms = __nccwpck_require__(61);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(24);
// EXTERNAL MODULE: ./lib/text/text.js
var text_text = __nccwpck_require__(614);
;// CONCATENATED MODULE: ./lib/host/room.js




function whyNoRoom(folder, thrown) {
    const shown = (0,text_text/* printable */.g$)(folder, 300);
    const there = nearest(folder);
    const errno = refusalOf(there) ?? (0,problem/* errnoOf */.UQ)(thrown);
    switch (errno) {
        case 'ENOSPC':
            return hasInodes(there)
                ? { cause: `no space is left on the file system of ${shown}`, remedy: 'Make room there' }
                : { cause: `no inode is left on the file system of ${shown}`, remedy: 'Remove files there' };
        case 'EDQUOT':
            return { cause: `the quota of this user is used up in ${shown}`, remedy: 'Make room there' };
        case 'EROFS':
            return { cause: `the file system of ${shown} is read-only`, remedy: 'Mount it for writing' };
        case 'EACCES':
        case 'EPERM':
            return { cause: `this user may not write in ${shown}`, remedy: 'Let this user write there' };
        case 'EEXIST':
        case 'ENOTDIR':
        case 'ELOOP':
            return { cause: `${(0,text_text/* printable */.g$)(there, 300)} is no folder`, remedy: 'Take it away' };
        default:
            return { cause: `${shown}: ${(0,problem/* reasonOf */.A3)(thrown)}`, remedy: 'Let this user write there' };
    }
}
function isNoRoom(thrown) {
    return ['ENOSPC', 'EDQUOT', 'EROFS'].includes(errnoOf(thrown) ?? '');
}
function nearest(path) {
    for (let at = path;; at = (0,external_node_path_.dirname)(at)) {
        if ((0,problem/* orUndefined */.y0)(() => external_node_fs_.lstatSync(at)) !== undefined || at === (0,external_node_path_.dirname)(at))
            return at;
    }
}
function refusalOf(path) {
    try {
        external_node_fs_.accessSync(path, external_node_fs_.constants.W_OK);
        return undefined;
    }
    catch (thrown) {
        return (0,problem/* errnoOf */.UQ)(thrown);
    }
}
function hasInodes(path) {
    const found = (0,problem/* orUndefined */.y0)(() => external_node_fs_.statfsSync(path));
    return found === undefined || found.files === 0 || found.ffree > 0;
}

// EXTERNAL MODULE: ./lib/platform/elf.js
var platform_elf = __nccwpck_require__(176);
;// CONCATENATED MODULE: ./lib/probe/machine-code.js
const MACHINE_CODE = {
    '386': 'b804000000bb01000000e8000000005981c118000000ba0a000000cd80b8010000008b1c24cd80',
    amd64: 'b801000000bf01000000488d3511000000ba0a0000000f05b83c0000008b3c240f05',
    arm64: '200080d2e1000010420180d2080880d2010000d4e00340f9a80b80d2010000d4',
    arm64be: '200080d2e1000010420180d2080880d2010000d4e00340f9a80b80d2010000d4',
    arm: '0100a0e314108fe20a20a0e30470a0e3000000ef00009de50170a0e3000000ef',
    armbe: '0100a0e314108fe20a20a0e30470a0e3000000ef00009de50170a0e3000000ef',
    riscv64: '1305100097050000938505021306a0009308000473000000033501009308d00573000000',
    riscv32: '1305100097050000938505021306a0009308000473000000032501009308d00573000000',
    ppc64le: '040000380100603805009f42a602887c1c0084380a00a0380200004401000038000061e802000044',
    ppc64: '3800000438600001429f00057c8802a63884001c38a0000a4400000238000001e861000044000002',
    ppc: '3800000438600001429f00057c8802a63884001c38a0000a44000002380000018061000044000002',
    s390x: 'a7290001c0300000000aa749000a0a04e320f00000040a01',
    mips: '24020fa4041100012404000127e500182406000a0000000c24020fa18fa400000000000c',
    mipsle: 'a40f022401001104010004241800e5270a0006240c000000a10f02240000a48f0c000000',
    mips64: '24021389041100012404000167e500182406000a0000000c240213c2dfa400000000000c',
    mips64le: '8913022401001104010004241800e5670a0006240c000000c21302240000a4df0c000000',
    mips64p32: '24021771041100012404000127e500182406000a0000000c240217aa8fa400000000000c',
    mips64p32le: '7117022401001104010004241800e5270a0006240c000000aa1702240000a48f0c000000',
    loong64: '04048002e5000018062880020b00810200002b006400c0280b74810200002b00',
    sparc64: '40000002901020019203e0249410200a8210200491d0206dd05ba87f8210200191d0206d',
    sparc: '40000002901020019203e0249410200a8210200491d02010d003a0408210200191d02010',
    sparc32plus: '40000002901020019203e0249410200a8210200491d02010d003a0408210200191d02010',
    m68k: '7004720141fa000e2408760a4e40700122174e40',
    sh4: '04c704e301e403650ae613c301e3f26411c30900',
    sh4eb: 'c704e304e4016503e60ac313e30164f2c3110009',
    alpha: '04001f2001001f22000020c2180031220a005f228300000001001f2000001ea683000000',
    hppa: '08190243341a0002eb200000d7201c1e3739003834180014e4008200341400080803025ae400820034140002',
    hexagon: '20c0007801ce496a42c1007806c8007804c0005400c09d91a6cb007804c00054',
    xtensa: '0500000032c01962a00142a00a22a00d00500062210022a076005000',
    xtensaeb: '50000000230c19260a01240a0a220a0d000500261200220a76000500',
    cris: '449241a276b94ac23de941926eaa3de9',
    microblaze: '30a0000194c0800030c6002030e0000a31800004b9cc0008e8a1000031800001b9cc0008',
    microblazeel: '0100a0300080c0942000c6300a00e030040080310800ccb90000a1e8010080310800ccb9',
    nios2: '440000013ae00a000407402984028001041080003a683b00170000d9441780003a683b00',
    or1k: '9c60000104000002150000009c89001c9ca0000a9d60004020000001846100009d60005d20000001',
};

;// CONCATENATED MODULE: ./lib/probe/programs.js


const PROBE_MARKER = 'binfmt-ok\n';
const PROBE_ARGUMENTS = 42;
const CODE = new Map(Object.entries(MACHINE_CODE));
function buildProbe({ arch, elf }, options = {}) {
    const code = CODE.get(arch);
    if (code === undefined)
        throw new Error(`there is no machine code for ${arch}`);
    return (0,platform_elf/* buildProgram */.TB)(elf, code + Buffer.from(PROBE_MARKER, 'latin1').toString('hex'), options);
}

;// CONCATENATED MODULE: ./lib/probe/verdict.js





function verdict_judgeRun(run) {
    if (run.error !== undefined)
        return 'not-started';
    if (run.timedOut)
        return 'hung';
    const marked = run.stdout === PROBE_MARKER;
    if (run.code === PROBE_ARGUMENTS)
        return marked ? 'works' : 'no-marker';
    if (marked && (run.code === PROBE_ARGUMENTS - 1 || run.code === PROBE_ARGUMENTS + 1))
        return 'arguments';
    if (run.signal !== null)
        return 'crashed';
    if (run.code === 126)
        return 'no-handler';
    if (run.code === 127)
        return 'no-interpreter';
    if (/Invalid ELF image/.test(run.stderr))
        return 'wrong-emulator';
    return 'wrong-exit';
}
function isProven(verdict) {
    return verdict?.status === 'native' || verdict?.status === 'emulated';
}
function formatQemuAnswer(target, version) {
    return `${(0,platforms/* qemuName */.gc)(target)} version ${version}\n`;
}
function verdict_judge(evidence) {
    const { target, host, entries, chroot, plain } = evidence;
    const claiming = claimants(entries, target);
    const entry = claiming.find((candidate) => candidate.enabled);
    const run = chroot ?? plain;
    if (run === undefined)
        return { arch: target.arch, status: 'absent', reason: absence(target, claiming), ms: 0 };
    const qemuVersion = parseQemuAnswer(run.version ?? '');
    const common = {
        arch: target.arch,
        entry,
        qemuVersion,
        handlerVersion: qemuVersion === undefined ? undefined : run.version?.split('\n', 1).join(''),
        ms: run.ms,
    };
    const inside = chroot === undefined ? undefined : verdict_judgeRun(chroot);
    const outside = plain === undefined ? undefined : verdict_judgeRun(plain);
    const native = entry === undefined && qemuVersion === undefined && mayRunNatively(host, target.arch);
    if (native && (inside === 'works' || outside === 'works'))
        return { ...common, status: 'native', reason: '', result: 'works' };
    if (inside === 'works')
        return { ...common, status: 'emulated', reason: '', result: 'works' };
    if (outside === 'works') {
        const reason = inside === undefined ? UNPROVEN_OUTSIDE : LOST_IN_CHROOT;
        return { ...common, status: 'outside-only', reason, result: inside ?? outside };
    }
    const last = plain ?? run;
    const result = verdict_judgeRun(last);
    const silent = entry === undefined && (result === 'no-handler' || result === 'no-interpreter');
    if (silent)
        return { ...common, status: 'absent', reason: absence(target, claiming) };
    return { ...common, status: 'broken', reason: explainResult(result, last, entry?.interpreter), result };
}
const UNPROVEN_OUTSIDE = 'it runs here, but no chroot could be entered to prove that it would in a container';
const LOST_IN_CHROOT = 'it runs here but not in a chroot: the entry lacks the F flag, or its interpreter is not static';
function absence(target, claiming) {
    const off = claiming.find((candidate) => !candidate.enabled);
    if (off !== undefined)
        return `its entry ${printable(off.name, 60)} is switched off`;
    return `no entry takes ${target.arch} programs`;
}
function explainResult(result, run, interpreter) {
    const handler = interpreter === undefined ? 'the handler' : (0,text_text/* printable */.g$)(interpreter, 120);
    const said = (0,text_text/* printable */.g$)(run.stderr, 160);
    const quoted = said === '' ? '' : `, saying "${said}"`;
    switch (result) {
        case 'works':
            return 'the probe ran';
        case 'arguments':
            return `${handler} and the kernel disagree about the P flag: every argument is shifted`;
        case 'no-handler':
            return 'the kernel does not know how to execute it (ENOEXEC)';
        case 'no-interpreter':
            return `${handler} does not exist, or needs files that are not there (ENOENT)`;
        case 'crashed':
            return `${handler} crashed (${run.signal})${quoted}`;
        case 'hung':
            return `${handler} did not end within the time limit`;
        case 'wrong-emulator':
            return `${handler} emulates another architecture`;
        case 'no-marker':
            return `${handler} ended as a probe does, but did not print the marker: it did not run the program`;
        case 'wrong-exit':
            return `${handler} ended with exit ${run.code} and did not run the program${quoted}`;
        case 'not-started':
            return `the probe could not be started (${run.error ?? 'unknown reason'})`;
    }
}

;// CONCATENATED MODULE: ./lib/probe/probe.js








const PROBE_LIMIT_MS = 5_000;
const TRIES = { crashed: 3, hung: 2 };
const ARGUMENTS = Array.from({ length: PROBE_ARGUMENTS - 1 }, () => 'a');
const SIDE_BY_SIDE = 16;
function openProber(host, mounts) {
    const parent = executableFolder(host, mounts);
    let folder;
    try {
        folder = host.makeTemporary('setup-binfmt-probe-', parent);
        host.makeMode(folder, 0o755);
    }
    catch (thrown) {
        const { cause, remedy } = whyNoRoom(parent ?? '/tmp', thrown);
        const text = { id: 'SB092', kind: 'host', what: 'make a folder for probes', cause };
        const elsewhere = `${remedy}, or name another folder in TMPDIR`;
        throw new problem/* SetupProblem */.DN({ ...text, remedy: elsewhere }, { cause: thrown });
    }
    return { host, folder, enter: entrance(host), close: () => host.remove(folder) };
}
function executableFolder(host, mounts) {
    const { RUNNER_TEMP, TMPDIR, HOME, XDG_RUNTIME_DIR } = host.env;
    const candidates = [TMPDIR, '/tmp', RUNNER_TEMP, '/var/tmp', XDG_RUNTIME_DIR, HOME];
    const isUsable = (path) => {
        if (path === undefined || !path.startsWith('/') || host.stat(path)?.kind !== 'folder')
            return false;
        return !(0,proc/* mountOf */.vI)(mounts, host.realPath(path) ?? path)?.options.includes('noexec') && host.isWritable(path);
    };
    return safeFolder(host, candidates.filter(isUsable)) ?? candidates.find(isUsable);
}
function entrance(host) {
    const chroot = host.which('chroot');
    if (host.uid === 0 && chroot !== undefined)
        return (jail) => [chroot, jail, '/probe'];
    const unshare = host.which('unshare');
    if (unshare === undefined)
        return undefined;
    return (jail) => [unshare, '--user', '--map-root-user', `--root=${jail}`, '/probe'];
}
async function runProbe(prober, target, place, { tag, version } = {}) {
    const { host } = prober;
    const cwd = `${prober.folder}/${target.arch}${tag === undefined ? '' : '-trial'}`;
    try {
        if (host.stat(`${cwd}/probe`) === undefined) {
            host.makeFolder(cwd, 0o755);
            host.writeFile(`${cwd}/probe`, buildProbe(target, { tag }), 0o755);
        }
    }
    catch (thrown) {
        return { ...unwritten(thrown), arch: target.arch, place, attempts: 1 };
    }
    const [file, ...args] = place === 'chroot' && prober.enter !== undefined ? prober.enter(cwd) : plainly(cwd);
    const start = (env) => host.run({ file, args: [...args, ...ARGUMENTS], cwd, env, timeoutMs: PROBE_LIMIT_MS });
    const asked = version === true ? start({ QEMU_VERSION: '1' }) : undefined;
    for (let attempts = 1;; attempts++) {
        const outcome = await start({});
        const run = {
            ...outcome,
            stdout: outcome.stdout.slice(0, 200),
            stderr: outcome.stderr.slice(0, 1000),
            arch: target.arch,
            place,
            attempts,
        };
        if (attempts < (TRIES[verdict_judgeRun(run)] ?? 1))
            continue;
        const known = typeof version === 'string' ? formatQemuAnswer(target, version) : undefined;
        return { ...run, version: ((await asked)?.stdout ?? known)?.slice(0, 200) };
    }
}
function unwritten(thrown) {
    const error = (0,problem/* errnoOf */.UQ)(thrown) ?? 'EUNKNOWN';
    return { code: null, signal: null, stdout: '', stderr: '', timedOut: false, error, ms: 0 };
}
function plainly(jail) {
    return ['/bin/sh', '-c', 'exec "$0" "$@"', `${jail}/probe`];
}
async function sideBySide(items, work, width = SIDE_BY_SIDE) {
    const results = [];
    const waiting = items.entries();
    const lane = async () => {
        for (const [index, item] of waiting)
            results[index] = await work(item);
    };
    await Promise.all(Array.from({ length: Math.min(width, items.length) }, lane));
    return results;
}
async function probeAll(host, facts, targets, versionOf = () => undefined) {
    const prober = openProber(host, facts.mounts);
    const inChroot = (target) => {
        const entry = answering(facts.table.entries, target);
        const known = entry?.interpreter === undefined ? undefined : versionOf(entry.interpreter);
        return runProbe(prober, target, 'chroot', { version: known ?? entry !== undefined });
    };
    try {
        const wanted = targets.filter((target) => isWorthRunning(target, facts));
        const inside = byArch(prober.enter === undefined ? [] : await sideBySide(wanted, inChroot));
        const control = facts.architecture;
        const chroots = control === undefined || works(inside.get(control)) ? inside : byArch([]);
        const unexplained = wanted.filter(({ arch }) => isUnexplained(chroots.get(arch)));
        const plains = byArch(await sideBySide(unexplained, (target) => runProbe(prober, target, 'plain', { version: true })));
        return targets.map((target) => ({
            target,
            chroot: chroots.get(target.arch),
            plain: plains.get(target.arch),
        }));
    }
    finally {
        prober.close();
    }
}
function byArch(runs) {
    return new Map(runs.map((run) => [run.arch, run]));
}
function works(run) {
    return run !== undefined && judgeRun(run) === 'works';
}
function isUnexplained(run) {
    return run === undefined || !['works', 'hung', 'wrong-emulator', 'no-marker'].includes(judgeRun(run));
}
function isWorthRunning(target, facts) {
    if (facts.table.state !== 'ready' || mayRunNatively(facts.architecture, target.arch))
        return true;
    return answering(facts.table.entries, target) !== undefined;
}
function judgeAll(runs, facts) {
    const { architecture: host, table } = facts;
    return new Map(runs.map((run) => [run.target.arch, judge({ ...run, host, entries: table.entries })]));
}
function rejudge(before, runs, facts) {
    const again = runs.flatMap((chroot) => {
        const target = targetOf(chroot.arch);
        return target === undefined ? [] : [{ target, chroot }];
    });
    const anew = judgeAll(again, facts);
    return new Map([...before].map(([arch, verdict]) => [arch, anew.get(arch) ?? verdict]));
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(598);
;// CONCATENATED MODULE: ./lib/apply/handlers.js









function placeHandler(context, { qemu }, install) {
    const { host, digests } = context;
    const { interpreter, source = interpreter, sha256 } = install;
    const changed = {
        problem: `its handler ${(0,text_text/* printable */.g$)(source, 200)} is not what was recorded of it`,
        outdated: true,
    };
    const file = (0,problem/* orUndefined */.y0)(() => host.openPlain(source, files/* HANDLER_LIMIT */.Zl));
    if (file === undefined)
        return changed;
    return (0,files/* using */.v)(file, () => {
        if (needsCopy(host, install)) {
            const path = context.copyOf(install, qemu);
            try {
                if (!keepCopy(context, file, path, install))
                    return changed;
            }
            catch (thrown) {
                const why = (0,problem/* errnoOf */.UQ)(thrown) ?? (0,problem/* reasonOf */.A3)(thrown);
                const also = install.source === undefined ? `, and ${distrust(host, source, sudoUser(host))}` : '';
                return { problem: `${(0,text_text/* printable */.g$)(path, 200)} cannot be written: ${why}${also}` };
            }
            return held(host, path, host.stat(path, false));
        }
        if ((0,problem/* orUndefined */.y0)(() => digests.of(interpreter, file)) !== sha256)
            return changed;
        return held(host, interpreter, file.stat);
    });
}
function held(host, interpreter, identity) {
    const isSame = (found) => found !== undefined && identity !== undefined && formatIdentity(found) === formatIdentity(identity);
    const opened = () => (0,problem/* orUndefined */.y0)(() => (0,files/* using */.v)(host.openPlain(interpreter, files/* HANDLER_LIMIT */.Zl), ({ stat }) => stat));
    return { interpreter, isHeld: () => isSame(host.stat(interpreter, false)) && isSame(opened()) };
}
function hashAhead(host, digests, install) {
    if (needsCopy(host, install))
        return;
    (0,problem/* orUndefined */.y0)(() => (0,files/* using */.v)(host.openPlain(install.interpreter, files/* HANDLER_LIMIT */.Zl), (file) => digests.of(install.interpreter, file)));
}
function needsCopy(host, { interpreter, source }) {
    return source !== undefined || distrust(host, interpreter, sudoUser(host)) !== undefined;
}
function keepCopy({ host, record, digests }, file, path, { interpreter, source = interpreter, sha256, version }) {
    if (isThere(host, digests, path, sha256)) {
        (0,problem/* orUndefined */.y0)(() => noteOrigin(host, path, source));
        return true;
    }
    makeOwn(host, (0,external_node_path_.dirname)(path));
    record({ kind: 'copy', path });
    const { uid, mode } = file.stat;
    const isOurs = [0, host.uid, ...sudoUser(host)].includes(uid) && (mode & 0o022) === 0;
    const other = new Error();
    try {
        host.writeFile(path, (write) => {
            let written = false;
            const copy = () => {
                const hash = (0,external_node_crypto_.createHash)('sha256');
                file.read((piece) => {
                    hash.update(piece);
                    write(piece);
                });
                written = true;
                return hash.digest('hex');
            };
            if ((isOurs ? digests.of(source, file, copy) : copy()) !== sha256)
                throw other;
            if (!written)
                file.read(write);
        }, 0o755);
    }
    catch (thrown) {
        if (thrown !== other)
            throw thrown;
        return false;
    }
    if (version !== undefined)
        host.writeFile((0,persist/* versionPath */.qW)(path), `${version}\n`);
    noteOrigin(host, path, source);
    return true;
}
const ORIGINS_LIMIT = 16;
function noteOrigin(host, path, source) {
    const [known, origin] = [originsOf(host, path), (0,persist/* originOf */.yv)(source)];
    if (known.includes(origin))
        return;
    const lines = [origin, ...known].slice(0, ORIGINS_LIMIT);
    host.writeFile((0,persist/* originsPath */.ph)(path), lines.map((line) => `${line}\n`).join(''));
}
function makeOwn(host, folder) {
    if (host.stat(folder, false) === undefined) {
        makeOwn(host, (0,external_node_path_.dirname)(folder));
        host.makeFolder(folder, 0o755);
    }
    const objection = distrust(host, folder);
    if (objection !== undefined)
        throw new Error(objection);
}
function isThere(host, digests, path, sha256) {
    if (distrust(host, path) !== undefined)
        return false;
    const found = (0,problem/* orUndefined */.y0)(() => (0,files/* using */.v)(host.openPlain(path, files/* HANDLER_LIMIT */.Zl), (copy) => digests.of(path, copy)));
    return found === sha256;
}
function sweepCopies(context, isRelied) {
    const { host } = context;
    if (host.stat(persist/* PERSIST_ROOT */.aQ, false) === undefined || distrust(host, persist/* PERSIST_ROOT */.aQ) !== undefined)
        return;
    const entries = context.table === '' ? [] : readEntries(context);
    const used = [...readPersisted(host), ...entries].flatMap(({ interpreter }) => interpreter ?? []);
    const folders = host.list(persist/* PERSIST_ROOT */.aQ).map((name) => `${persist/* PERSIST_ROOT */.aQ}/${name}`);
    const kept = folders.filter((folder) => used.some((path) => path.startsWith(`${folder}/`)) || isRelied(folder));
    if (kept.length === 0)
        host.remove(persist/* PERSIST_ROOT */.aQ);
    else
        for (const folder of folders)
            if (!kept.includes(folder))
                host.remove(folder);
}

;// CONCATENATED MODULE: ./lib/apply/steps.js






const FIRST_INHERITED = 3;
async function lockFolder(host, path, limitMs) {
    const failed = (why) => ({ failure: `${path} cannot be locked: ${why}` });
    const flock = host.which('flock');
    if (flock === undefined)
        return failed('flock is missing (install util-linux)');
    const folder = (0,problem/* orUndefined */.y0)(() => host.open(path));
    if (folder === undefined)
        return failed('it cannot be opened (mount it first)');
    const seconds = String(Math.ceil(limitMs / 1000));
    const args = ['-x', '-w', seconds, String(FIRST_INHERITED)];
    const { code, error, timedOut } = await host.run({ file: flock, args, timeoutMs: limitMs + 5_000 }, [
        folder,
    ]);
    if (code === 0)
        return folder;
    folder.close();
    if (code !== 1 && !timedOut)
        return failed(`flock ended with ${error ?? code ?? 'a signal'}`);
    return failed(`another process has held it for ${seconds} s (run this step again when it has ended)`);
}
function register(context, rule) {
    return recordFirst(context, { kind: 'register', rule }) ?? writeRule(context, rule);
}
function writeRule(context, rule) {
    try {
        context.host.writeKernel(`${context.table}/register`, (0,binfmt_rule/* formatRule */.UT)(rule));
        return undefined;
    }
    catch (thrown) {
        const errno = (0,problem/* errnoOf */.UQ)(thrown);
        return errno === undefined
            ? (0,problem/* reasonOf */.A3)(thrown)
            : `${(0,text_text/* printable */.g$)(rule.interpreter, 200)}: ${(0,binfmt_entry/* explainErrno */.od)('register', errno)}`;
    }
}
function registerWhole(context, rule) {
    const { name } = rule;
    const refusal = register(context, rule);
    if (refusal !== undefined)
        return refusal;
    const entry = readEntry(context, name);
    if (entry === undefined)
        return `entry ${name} is not there after it was registered`;
    if (entry.enabled && (0,binfmt_rule/* isRuleOf */.Cz)(rule, entry))
        return undefined;
    remove(context, name);
    return `entry ${name} reads otherwise than it was registered: "${(0,text_text/* printable */.g$)(entry.text)}"`;
}
function removePinned(context, pinned) {
    const { name } = pinned;
    const present = readEntry(context, name);
    if (present === undefined)
        return undefined;
    if (present.text !== pinned.text)
        return changedMeanwhile(name);
    if (context.aside?.includes(name))
        return recordFirst(context, { kind: 'off', name }) ?? disable(context, name);
    return recordFirst(context, { kind: 'remove', name }) ?? remove(context, name);
}
function bringBack(context, pinned) {
    const entry = (0,binfmt_entry/* parseEntry */.ER)(pinned.name, pinned.text);
    const rule = (0,binfmt_rule/* ruleOfEntry */.Ek)(entry);
    if (readEntry(context, pinned.name) !== undefined)
        return entry.enabled ? enable(context, pinned.name) : undefined;
    if (rule === undefined)
        return 'it is not understood';
    return writeRule(context, rule) ?? (entry.enabled ? undefined : disable(context, pinned.name));
}
function recordFirst(context, change) {
    try {
        context.record(change);
        return undefined;
    }
    catch (thrown) {
        return `a change cannot be recorded, and is not made: ${(0,problem/* reasonOf */.A3)(thrown)}`;
    }
}
function changedMeanwhile(name) {
    return `entry ${(0,text_text/* printable */.g$)(name, 60)} was changed or removed by somebody else meanwhile`;
}
function removeOwn(context, { name, interpreter }) {
    if (readEntry(context, name)?.interpreter === interpreter)
        remove(context, name);
}
function remove({ host, table }, name) {
    return switchEntry(host, `${table}/${name}`, '-1', name);
}
function disable({ host, table }, name) {
    return switchEntry(host, `${table}/${name}`, '0', name);
}
function enable({ host, table }, name) {
    return switchEntry(host, `${table}/${name}`, '1', name);
}
function switchEntry(host, path, word, name) {
    try {
        host.writeKernel(path, word);
        return undefined;
    }
    catch (thrown) {
        const errno = (0,problem/* errnoOf */.UQ)(thrown);
        if (errno === 'ENOENT')
            return undefined;
        return `entry ${(0,text_text/* printable */.g$)(name, 60)}: ${errno === undefined ? (0,problem/* reasonOf */.A3)(thrown) : (0,binfmt_entry/* explainErrno */.od)('switch', errno)}`;
    }
}
function removeStale(context, helper) {
    const entry = readEntry(context, helper.name);
    if (entry === undefined || !(0,binfmt_rule/* isStaleHelper */.sA)(helper, entry, ownRules(context.host)))
        return false;
    return remove(context, helper.name) === undefined;
}
const TOOL_LIMIT_MS = 30_000;
async function runTool(host, file, args) {
    const { code, stderr, timedOut } = await host.run({ file, args, timeoutMs: TOOL_LIMIT_MS });
    if (code === 0)
        return undefined;
    const name = file.replace(/.*\//, '');
    if (timedOut)
        return `${name} did not end within ${TOOL_LIMIT_MS / 1000} s`;
    return (0,text_text/* printable */.g$)(stderr) || `${name} ended with ${code}`;
}

;// CONCATENATED MODULE: ./lib/apply/install.js










function installRule(context, { rule, replaces }) {
    const { name } = rule;
    const beside = (0,binfmt_rule/* stagingRule */.wh)(rule);
    const present = readEntry(context, name);
    if (present?.enabled && (0,binfmt_rule/* isRuleOf */.Cz)(rule, present)) {
        return { name, changed: false, cleared: removeStale(context, beside) ? beside.name : undefined };
    }
    const problem = bringIn(context, { rule, replaces }, beside);
    if (problem === undefined)
        return { name, changed: true };
    return { name, changed: false, problem: `rule ${name}: ${problem}` };
}
function bringIn(context, { rule, replaces }, beside) {
    const { host } = context;
    const native = (0,platforms/* nativeArchitecture */.BM)(host.nodeArch, host.endian);
    const [objection] = (0,binfmt_rule/* ruleProblems */.b0)(rule, native, observeRule(host, rule));
    if (objection !== undefined)
        return objection;
    if (readEntry(context, rule.name)?.text !== replaces?.text)
        return changedMeanwhile(rule.name);
    if (replaces === undefined) {
        const refusal = registerWhole(context, rule);
        if (refusal === undefined)
            removeStale(context, beside);
        return refusal;
    }
    removeStale(context, beside);
    if (readEntry(context, beside.name) !== undefined)
        return `entry ${beside.name} is in the way, and is not of this program: take it away`;
    const refusal = register(context, beside);
    if (refusal !== undefined)
        return refusal;
    const stuck = removePinned(context, replaces);
    const problem = stuck ?? registerWhole(context, rule);
    if (problem === undefined || stuck !== undefined)
        remove(context, beside.name);
    return problem;
}
async function installHandler(context, install) {
    const { arch, flagChoices, replaces, version } = install;
    const target = (0,platforms/* targetOf */.$r)(arch);
    if (target === undefined) {
        const problem = `${(0,text_text/* printable */.g$)(arch, 40)} is not in the table`;
        return { arch, name: arch, changed: false, replaced: [], problem };
    }
    const { name } = install;
    const unchanged = { arch, name, changed: false, replaced: [] };
    const prove = () => runProbe(context.prober, target, 'chroot', { version: version ?? true });
    const present = readEntry(context, name);
    const changed = replaces.filter((pinned) => readEntry(context, pinned.name)?.text !== pinned.text);
    if (changed.length === replaces.length && present !== undefined && isInstalled(install, target, present)) {
        const run = await prove();
        if (verdict_judgeRun(run) === 'works')
            return { ...unchanged, run };
    }
    const [moved] = changed;
    if (moved !== undefined)
        return { ...unchanged, problem: changedMeanwhile(moved.name), outdated: true };
    if (present !== undefined && !replaces.some((pinned) => pinned.name === name)) {
        const problem = `an entry ${name} is there that may not be taken away, or came meanwhile: "${(0,text_text/* printable */.g$)(present.text)}"`;
        return { ...unchanged, problem, outdated: true };
    }
    const placed = placeHandler(context, target, install);
    if ('problem' in placed)
        return { ...unchanged, ...placed };
    const { interpreter } = placed;
    if (replaces.length > 0)
        return { ...unchanged, interpreter, ...(await takeOver(context, install, target, placed, prove)) };
    const rule = { ...(0,binfmt_rule/* handlerRule */.nh)(target, interpreter, ''), name };
    const fresh = await registerProven(context, rule, flagChoices, placed, prove);
    if ('problem' in fresh)
        return { ...unchanged, ...fresh };
    return { ...unchanged, interpreter, changed: true, run: fresh.run };
}
async function takeOver(context, { name, flagChoices, replaces }, target, placed, prove) {
    const rule = { ...(0,binfmt_rule/* handlerRule */.nh)(target, placed.interpreter, ''), name };
    const trial = {
        ...rule,
        name: `setup-binfmt-trial-${target.qemu}`,
        match: { kind: 'magic', offset: 0, ...(0,platform_elf/* trialMagic */.C5)(target) },
    };
    removeStale(context, trial);
    const tried = await registerProven(context, trial, flagChoices, placed, () => runProbe(context.prober, target, 'chroot', { tag: platform_elf/* TRIAL_TAG */.Ah }));
    if ('problem' in tried)
        return tried;
    removeOwn(context, trial);
    const isTaken = replaces.some(({ name }) => name === rule.name);
    const first = isTaken ? (0,binfmt_rule/* stagingRule */.wh)(rule) : rule;
    removeStale(context, (0,binfmt_rule/* stagingRule */.wh)(rule));
    const proven = await registerProven(context, first, [tried.flags], placed, prove);
    if ('problem' in proven)
        return proven;
    const gone = [];
    const replaced = () => gone.map(({ name }) => name);
    const giveUp = (problem) => {
        const stuck = gone.flatMap((pinned) => bringBack(context, pinned) ?? []);
        if (stuck.length === 0) {
            removeOwn(context, first);
            return { problem };
        }
        const causes = [problem, ...stuck].join('; ');
        return { name: first.name, changed: true, replaced: replaced(), run: proven.run, problem: causes };
    };
    for (const pinned of replaces.filter(({ name }) => name !== first.name)) {
        const problem = removePinned(context, pinned);
        if (problem !== undefined)
            return giveUp(problem);
        gone.push(pinned);
    }
    if (!isTaken)
        return { changed: true, replaced: replaced(), run: proven.run };
    const last = await registerProven(context, rule, [tried.flags], placed, prove);
    if ('problem' in last)
        return giveUp(last.problem);
    removeOwn(context, first);
    return { changed: true, replaced: replaced(), run: last.run };
}
function giveUpOthers(context, rule, { isHeld }) {
    if (isHeld())
        return undefined;
    removeOwn(context, rule);
    return `its handler ${(0,text_text/* printable */.g$)(rule.interpreter, 200)} was exchanged while it was registered`;
}
async function registerProven(context, rule, flagChoices, placed, prove) {
    let failure = { problem: 'no flags to try' };
    for (const flags of flagChoices) {
        const refusal = registerWhole(context, { ...rule, flags });
        if (refusal !== undefined)
            return { problem: refusal };
        const exchanged = giveUpOthers(context, rule, placed);
        if (exchanged !== undefined)
            return { problem: exchanged, outdated: true };
        const run = await prove();
        const result = verdict_judgeRun(run);
        if (result === 'works')
            return { flags, run };
        removeOwn(context, rule);
        failure = { problem: explainResult(result, run, rule.interpreter), run };
        if (result !== 'arguments')
            break;
    }
    return failure;
}

;// CONCATENATED MODULE: ./lib/apply/persist.js








async function persist_persist(context, { handlers, rules, forget }) {
    const kept = [...handlers, ...rules].flatMap((name) => {
        const entry = readEntry(context, name);
        const stays = rules.includes(name) || (0,persist/* isPersistent */.sv)(entry?.interpreter);
        return entry !== undefined && stays ? ((0,binfmt_rule/* ruleOfEntry */.Ek)(entry) ?? []) : [];
    });
    const before = read_textOr(context.host, persist/* FRAGMENT_PATH */.J2, null);
    const others = kept.flatMap(({ name }) => (handlers.includes(name) ? (0,binfmt_rule/* otherName */.sW)(name) : []));
    const after = (0,persist/* formatFragment */.yf)((0,persist/* mergeFragment */.RV)((0,persist/* parseFragment */.oH)(before), kept, [...forget, ...others]));
    return writeFragment(context, before, after);
}
function restoreFragment(context, now, content) {
    const rules = (0,persist/* parseFragment */.oH)(content);
    const there = rules.filter(({ interpreter }) => context.host.stat(interpreter) !== undefined);
    return writeFragment(context, now, there.length === rules.length ? content : (0,persist/* formatFragment */.yf)(there));
}
async function writeFragment(context, before, after) {
    const { host } = context;
    const problems = [];
    const changed = before !== after;
    if (changed) {
        try {
            context.record({ kind: 'write', path: persist/* FRAGMENT_PATH */.J2, before, after });
            replaceFile(host, persist/* FRAGMENT_PATH */.J2, after);
        }
        catch (thrown) {
            return {
                problems: [`${persist/* FRAGMENT_PATH */.J2} cannot be written: ${(0,problem/* errnoOf */.UQ)(thrown) ?? (0,problem/* reasonOf */.A3)(thrown)}`],
            };
        }
        problems.push(...(await tellBinfmtSupport(context, (0,persist/* parseFragment */.oH)(before), (0,persist/* parseFragment */.oH)(after))));
    }
    return { persisted: changed ? (after === null ? 'removed' : 'wrote') : undefined, problems };
}
function replaceFile(host, path, text) {
    if (text === null) {
        host.remove(path);
        return;
    }
    const folder = (0,external_node_path_.dirname)(path);
    host.makeFolder(folder);
    const objection = distrust(host, folder);
    if (objection !== undefined)
        throw new Error(objection);
    host.writeFile(path, text, 0o644);
}
async function tellBinfmtSupport(context, before, after) {
    const { host } = context;
    const program = host.which('update-binfmts');
    if (program === undefined || !isBinfmtSupportInCharge(host))
        return [];
    const gone = before.filter((rule) => !after.some((other) => (0,binfmt_rule/* formatRule */.UT)(other) === (0,binfmt_rule/* formatRule */.UT)(rule)));
    const come = after.filter((rule) => !before.some((other) => (0,binfmt_rule/* formatRule */.UT)(other) === (0,binfmt_rule/* formatRule */.UT)(rule)));
    const helpers = come.map(binfmt_rule/* standInRule */.Iu);
    for (const helper of helpers)
        removeStale(context, helper);
    const problems = helpers.flatMap((rule) => register(context, rule) ?? []);
    for (const args of [...gone.map(persist/* updateBinfmtsRemove */.hM), ...come.map(persist/* updateBinfmtsInstall */.gL)]) {
        const said = await runTool(host, program, args);
        if (said !== undefined)
            problems.push(`update-binfmts: ${said}`);
    }
    for (const { name } of helpers)
        remove(context, name);
    return problems;
}

;// CONCATENATED MODULE: ./lib/apply/apply.js
















async function apply(host, plan, options) {
    const { table, record, mounts, lockLimitMs } = options;
    const prepared = [];
    const notes = [];
    const waits = (0,proc/* mountAt */.LS)(mounts, table)?.type === 'autofs';
    const failed = (problem) => ({ ...NOTHING_APPLIED, prepared, problems: [problem] });
    try {
        for (const step of waits && needsLock(plan) && plan.prepare.length === 0 ? MOUNT : plan.prepare) {
            const problem = await prepare({ host, table, record }, step, waits, notes);
            if (problem !== undefined)
                return failed(problem);
            prepared.push(step);
        }
        const lock = needsLock(plan) ? await lockFolder(host, table, lockLimitMs) : undefined;
        if (lock !== undefined && 'failure' in lock)
            return failed(lock.failure);
        try {
            const applied = await (0,ending/* undisturbed */._E)(() => change(host, plan, options));
            return { ...applied, prepared, notes: [...notes, ...(applied.notes ?? [])] };
        }
        finally {
            lock?.close();
        }
    }
    catch (thrown) {
        return failed(`nothing was registered: ${(0,problem/* reasonOf */.A3)(thrown)}`);
    }
}
async function change(host, plan, { table, record, mounts, digests = openDigests(host), isRelied = () => false }) {
    const isProbing = plan.install.length + plan.prove.length > 0;
    const prober = isProbing ? openProber(host, mounts) : undefined;
    try {
        const isPassing = plan.persist === undefined && (plan.run === undefined || !seesEveryUser(host));
        const copyOf = ({ interpreter, sha256 }, qemu) => isPassing ? (0,persist/* passingPath */.FP)(prober?.folder ?? '', sha256, interpreter, qemu) : (0,persist/* persistentPath */.b_)(sha256, qemu);
        const context = { host, table, record, digests, copyOf, aside: plan.aside };
        const entries = writesTable(plan) ? readEntries(context) : [];
        if (writesTable(plan)) {
            const refusal = recordFirst(context, { kind: 'table', entries: entries.map(binfmt_entry/* pin */.y_) });
            if (refusal !== undefined)
                return { ...NOTHING_APPLIED, problems: [refusal] };
        }
        const rules = (plan.rules ?? []).map((rule) => installRule(context, rule));
        const installed = prober === undefined
            ? []
            : await sideBySide(plan.install, (install) => installHandler({ ...context, prober }, install));
        const isDone = [...installed, ...rules].every(({ problem }) => problem === undefined);
        const removals = (isDone ? plan.remove : []).map((pinned) => ({
            name: pinned.name,
            problem: removePinned(context, pinned),
        }));
        const persisted = plan.persist === undefined ? undefined : await persist_persist(context, plan.persist);
        if (plan.persist !== undefined || (plan.run !== undefined && writesTable(plan) && seesEveryUser(host)))
            sweepCopies(context, isRelied);
        const proofs = prober === undefined
            ? []
            : await sideBySide((0,platforms/* targetsOf */.QR)(plan.prove), (target) => runProbe(prober, target, 'chroot', { version: true }));
        const removed = removals.flatMap(({ name, problem }) => (problem === undefined ? [name] : []));
        const gone = [...removed, ...installed.flatMap(({ replaced }) => replaced)];
        return {
            prepared: [],
            removed: [...removed, ...rules.flatMap(({ cleared }) => cleared ?? [])],
            installed,
            proofs,
            problems: [
                ...[...removals, ...rules].flatMap(({ problem }) => problem ?? []),
                ...(persisted?.problems ?? []),
            ],
            notes: [
                ...(isDone || plan.remove.length === 0
                    ? []
                    : ['what was to be reset stays, since not all could be registered']),
                ...gone.flatMap((name) => (plan.aside?.includes(name) ? [] : noteLost(host, entries, name))),
            ],
            persisted: persisted?.persisted,
            rules,
            outdated: installed.some(({ outdated }) => outdated),
        };
    }
    finally {
        prober?.close();
    }
}
function noteLost(host, entries, name) {
    const { flags = '', interpreter = '' } = entries.find((entry) => entry.name === name) ?? {};
    if (!flags.includes('F') || host.stat(interpreter) !== undefined)
        return [];
    return [
        `entry ${(0,text_text/* printable */.g$)(name, 60)} cannot be put back: ${(0,text_text/* printable */.g$)(interpreter, 200)} is not there, and the kernel alone held it`,
    ];
}
const MOUNT = ['mount'];
async function prepare({ host, table, record }, step, waits, notes) {
    if (step === 'load-module') {
        const failed = (why) => `the module binfmt_misc cannot be loaded: ${why}`;
        const modprobe = host.which('modprobe');
        if (modprobe === undefined)
            return failed('modprobe is missing (install kmod)');
        record({ kind: 'load-module' });
        const said = await runTool(host, modprobe, ['binfmt_misc']);
        const remedy = 'install the modules of the running kernel, or allow this one';
        return said === undefined ? undefined : failed(`${said} (${remedy})`);
    }
    if (await host.readable(`${table}/status`))
        return undefined;
    record({ kind: 'mount', path: table });
    const failed = (why) => `${table} cannot be mounted: ${why}`;
    const mount = host.which('mount');
    if (mount === undefined)
        return failed('the mount program is missing (install the package mount)');
    const said = await runTool(host, mount, ['-t', 'binfmt_misc', 'binfmt_misc', table]);
    if (said !== undefined && !(await host.readable(`${table}/status`)))
        return failed(`${said} (mount it on the host: mount -t binfmt_misc binfmt_misc ${table})`);
    if (waits)
        notes.push(`the automount point at ${table} brought no table, and has one mounted over it now`);
    return undefined;
}

;// CONCATENATED MODULE: ./lib/plan/undo.js



function planUndo(record, entries, inUse) {
    const before = tableBefore(record);
    const notes = [];
    const waiting = [];
    const on = new Map();
    const remove = [];
    const back = new Map();
    for (const name of new Set(record.flatMap((change) => nameOf(change) ?? []))) {
        const present = entries.find((entry) => entry.name === name);
        const old = before.find((entry) => entry.name === name);
        if (present !== undefined && present.text === old?.text)
            continue;
        const held = present && heldAside(record, present, old);
        if (present !== undefined && held !== undefined) {
            on.set(present, held);
            continue;
        }
        if (present !== undefined && !isOfRun(record, present, old)) {
            notes.push(`entry ${name} was changed by somebody else since, and stays`);
        }
        else if (present !== undefined && inUse.has(name))
            waiting.push(name);
        else if (old !== undefined && wasTaken(record, name) && !(0,binfmt_entry/* isHelper */.zT)(old)) {
            const put = putOf(old, present);
            if (put === undefined)
                notes.push(`entry ${name} cannot be registered again: it is not understood`);
            else
                back.set(name, put);
        }
        else if (present !== undefined)
            remove.push(present);
    }
    const relied = entries.filter(({ name }) => waiting.includes(name));
    for (const [name, { rule }] of back) {
        if (!relied.some((other) => overlap(other.match, rule.match)))
            continue;
        back.delete(name);
        waiting.push(name);
    }
    const switched = entries.map((entry) => on.get(entry) ?? entry);
    const put = inOrder(back, before, switched, remove, restoredAlready(record, before, entries), notes);
    const left = entries.filter((entry) => !remove.includes(entry));
    const alone = left.length === 0 && put.length === 0 && waiting.length === 0;
    const mount = record.find((change) => change.kind === 'mount');
    return {
        on: [...on.keys()].map(binfmt_entry/* pin */.y_),
        put,
        remove: remove.map(binfmt_entry/* pin */.y_),
        files: filesBack(record),
        unmount: alone && mount?.kind === 'mount' ? mount.path : undefined,
        unloadModule: alone && record.some(({ kind }) => kind === 'load-module'),
        notes,
        waiting,
    };
}
function rebaseRecord(record, ended) {
    if (beginOf(record) < beginOf(ended))
        return record;
    const before = tableBefore(ended);
    const found = entriesFound(ended);
    const taken = before.filter(({ name }) => wasTaken(ended, name) && found.some((entry) => entry.name === name));
    const owed = taken.filter(({ name }) => !wasTaken(record, name) && record.some((change) => nameOf(change) === name));
    const inherited = record.map((change) => {
        if (change.kind !== 'table')
            return change;
        const entries = change.entries.flatMap(({ name, text }) => {
            const old = before.find((each) => each.name === name);
            const entry = (0,binfmt_entry/* parseEntry */.ER)(name, text);
            const held = heldAside(ended, entry, old);
            if (held !== undefined)
                return { name, text: held.text };
            return old?.text === text || !wrote(ended, entry) ? { name, text } : [];
        });
        for (const { name, text } of taken) {
            if (entries.some((entry) => entry.name === name))
                continue;
            const older = before.slice(before.findIndex((old) => old.name === name) + 1).map((old) => old.name);
            const at = entries.findIndex((entry) => older.includes(entry.name));
            entries.splice(at === -1 ? entries.length : at, 0, { name, text });
        }
        return { ...change, entries };
    });
    return [...inherited, ...owed.map(({ name }) => ({ kind: 'remove', name }))];
}
function tableBefore(record) {
    const entries = new Map(entriesFound(record).map(({ name, text }) => [name, text]));
    const added = [];
    for (const change of record) {
        if (change.kind !== 'put')
            continue;
        const { name, text } = change.entry;
        if (entries.has(name))
            entries.set(name, text);
        else
            added.unshift(change.entry);
    }
    return [...added.map(({ name, text }) => [name, text]), ...entries].map(([name, text]) => (0,binfmt_entry/* parseEntry */.ER)(name, text));
}
function entriesFound(record) {
    const table = record.find((change) => change.kind === 'table');
    return table?.kind === 'table' ? table.entries : [];
}
function isOfRun(record, present, old) {
    const half = old !== undefined && !old.enabled && present.text === old.text.replace(/^disabled/, 'enabled');
    return (wrote(record, present) ||
        (half && record.some((change) => change.kind === 'put' && change.entry.name === old.name)));
}
function wrote(record, entry) {
    return record.some((change) => change.kind === 'register' && (0,binfmt_rule/* isRuleOf */.Cz)(change.rule, entry));
}
function heldAside(record, present, old) {
    const isAside = old?.enabled === true &&
        present.text === old.text.replace('enabled', 'disabled') &&
        record.some((change) => change.kind === 'off' && change.name === old.name);
    return isAside ? old : undefined;
}
function wasTaken(record, name) {
    return record.some((change) => change.kind !== 'register' && change.kind !== 'off' && nameOf(change) === name);
}
function restoredAlready(record, before, entries) {
    return entries.filter(({ name, text }) => wasTaken(record, name) && before.some((old) => old.name === name && old.text === text));
}
function overlap(a, b) {
    return a.kind !== 'unknown' && b.kind !== 'unknown' && (0,binfmt_rule/* rulesOverlap */.JL)(a, b);
}
function putOf(entry, replaces) {
    const rule = (0,binfmt_rule/* ruleOfEntry */.Ek)(entry);
    if (rule === undefined)
        return undefined;
    const { enabled, text } = entry;
    return { rule, enabled, text, replaces: replaces && (0,binfmt_entry/* pin */.y_)(replaces) };
}
function inOrder(back, before, entries, leaving, restored, notes) {
    const known = new Set(before.map(({ name }) => name));
    const since = entries.filter(({ name }) => !known.has(name));
    const put = [];
    const passed = [];
    const askedBefore = (entry) => passed
        .filter((other) => restored.includes(other) && entries.indexOf(other) < entries.indexOf(entry))
        .map(({ match }) => match);
    for (const { name } of [...since, ...before].reverse()) {
        const returning = back.get(name);
        if (returning !== undefined) {
            put.push(returning);
            continue;
        }
        const present = entries.find((entry) => entry.name === name);
        if (present === undefined || leaving.includes(present))
            continue;
        const asked = [...put.map(({ rule }) => rule.match), ...askedBefore(present)];
        if (!asked.some((match) => overlap(match, present.match))) {
            passed.push(present);
            continue;
        }
        const again = putOf(present, present);
        if (again === undefined)
            notes.push(`entry ${name} is now asked after others that take the same files`);
        else
            put.push(again);
    }
    return put;
}
function filesBack(record) {
    const files = new Map();
    for (const change of record) {
        if (change.kind !== 'write')
            continue;
        const content = files.get(change.path)?.content;
        files.set(change.path, {
            path: change.path,
            expect: change.after,
            content: content === undefined ? change.before : content,
        });
    }
    return [...files.values()];
}

;// CONCATENATED MODULE: ./lib/apply/undo.js










async function endRun(host, table, state, run, changes) {
    const isRecorded = state.records().some((one) => one.run === run);
    const isLent = state.leases().some((one) => one.run === run);
    if (changes && isRecorded)
        state.append(run, { kind: 'undo' });
    state.dropLease(run, isRecorded);
    const unrecorded = changes && !isRecorded && !isLent ? true : undefined;
    const undone = {
        removed: [],
        restored: [],
        problems: [],
        notes: [],
        unrecorded,
        unloadModule: false,
    };
    for (const { run: ended, record, isDead } of state.records()) {
        if (!record.some(({ kind }) => kind === 'undo'))
            continue;
        const context = { host, table: table ?? '', record: (change) => state.append(ended, change) };
        const isGone = table === undefined || isDead;
        const entries = isGone ? [] : readEntries(context);
        const undo = planUndo(record, entries, entriesInUse(state.leases(), ended));
        const rest = isDead ? { put: [], unmount: undefined, unloadModule: false } : { put: [] };
        const isDone = await takeBack(context, isGone ? { ...undo, ...rest } : undo, ended, undone);
        if (!isDone)
            continue;
        try {
            forget(state, ended, record, undo.waiting);
        }
        catch (thrown) {
            undone.problems.push(`the record of the run ${ended} stays: ${(0,problem/* reasonOf */.A3)(thrown)}`);
        }
        const copied = record.some(({ kind }) => kind === 'copy' || kind === 'write');
        if (copied || seesEveryUser(host))
            sweepCopies(context, (folder) => isReliedOn(state, folder));
    }
    return undone;
}
function forget(state, ended, record, waiting) {
    const { left, undone } = splitRecord(record, waiting);
    for (const other of state.records()) {
        const changed = rebaseRecord(other.record, undone);
        if (other.run !== ended && JSON.stringify(changed) !== JSON.stringify(other.record))
            state.replace(other.run, changed);
    }
    state.replace(ended, left);
}
async function takeBack(context, undo, run, undone) {
    const { removed, restored, problems, notes } = undone;
    const [before, failed] = [removed.length + restored.length, problems.length];
    notes.push(...undo.notes);
    for (const pinned of undo.on) {
        const problem = readEntry(context, pinned.name)?.text === pinned.text
            ? enable(context, pinned.name)
            : changedMeanwhile(pinned.name);
        if (problem === undefined)
            restored.push(pinned.name);
        else
            problems.push(problem);
    }
    if (problems.length > failed)
        return false;
    for (const put of undo.put) {
        const problem = putBack(context, put, run);
        if (problem === undefined)
            restored.push(put.rule.name);
        else
            problems.push(problem);
    }
    const unrecorded = { ...context, record: () => undefined };
    for (const pinned of undo.remove) {
        const problem = removePinned(unrecorded, pinned);
        if (problem === undefined)
            removed.push(pinned.name);
        else
            problems.push(problem);
    }
    for (const { path, expect, content } of undo.files) {
        const now = read_textOr(context.host, path, null);
        if (now === content)
            continue;
        if (now !== expect)
            notes.push(`${path} was changed by somebody else since, and stays`);
        else {
            const restored = await restoreFragment(context, now, content);
            problems.push(...restored.problems);
            undone.persisted = restored.persisted;
        }
    }
    for (const name of undo.waiting) {
        notes.push(`entry ${(0,text_text/* printable */.g$)(name, 60)} stays as long as another job relies on it`);
    }
    undone.unmount = undo.unmount ?? undone.unmount;
    undone.unloadModule ||= undo.unloadModule;
    return problems.length === failed || removed.length + restored.length > before;
}
function putBack(context, { rule, enabled, text, replaces }, run) {
    const helper = freeName(context, `setup-binfmt-undo-${run.slice(0, 8)}`);
    const name = (0,text_text/* printable */.g$)(rule.name, 60);
    if (enabled) {
        const refusal = register(context, { ...rule, name: helper });
        const stays = replaces === undefined ? '' : ', and what is in its place stays';
        if (refusal !== undefined)
            return `entry ${name} cannot be put back${stays}: ${refusal}`;
    }
    const refusal = recordFirst(context, { kind: 'put', entry: { name: rule.name, text } }) ??
        (replaces === undefined ? undefined : removePinned(context, replaces)) ??
        writeRule(context, rule) ??
        (enabled ? undefined : disable(context, rule.name));
    if (refusal !== undefined)
        return `entry ${name} cannot be put back: ${refusal}`;
    if (enabled)
        remove(context, helper);
    const now = readEntry(context, rule.name)?.text;
    return now === text ? undefined : `entry ${name} was put back, and reads otherwise than before`;
}
function freeName(context, base) {
    for (let number = 1;; number++) {
        const name = `${base}-${number}`;
        if (readEntry(context, name) === undefined)
            return name;
    }
}

;// CONCATENATED MODULE: ./lib/apply/run-plan.js











const LOCK_LIMIT_MS = 60_000;
async function carryOutHere(host, plan, place) {
    const { run, end } = plan;
    const options = { ...place, lockLimitMs: LOCK_LIMIT_MS, record: () => undefined };
    if (run === undefined)
        return apply(host, plan, options);
    const state = openState(host);
    if ('failure' in state) {
        if (end !== undefined || plan.lease !== undefined)
            return { ...NOTHING_APPLIED, problems: [state.failure] };
        const applied = await apply(host, plan, options);
        const note = `what was changed is not recorded, and cannot be undone by itself: ${state.failure}`;
        return { ...applied, notes: [...(applied.notes ?? []), note] };
    }
    const digests = openDigests(host, state.digests());
    const locking = lockFolder(host, state.folder, LOCK_LIMIT_MS);
    for (const install of plan.install.slice(0, 1))
        hashAhead(host, digests, install);
    const lock = await locking;
    if ('failure' in lock)
        return { ...NOTHING_APPLIED, problems: [lock.failure] };
    try {
        if (end !== undefined)
            return await endHere(host, state, run, end.changes, place);
        if (state.isOver(run, plan.lease?.holder))
            return { ...NOTHING_APPLIED, problems: ['the job that asked for it has ended'] };
        if (!takeLease(host, state, run, plan, place.table))
            return { ...NOTHING_APPLIED, outdated: true };
        const applied = await apply(host, plan, {
            ...options,
            digests,
            isRelied: (folder) => isReliedOn(state, folder),
            record: (change) => state.append(run, change),
        });
        keep(digests, state);
        return applied;
    }
    catch (thrown) {
        return { ...NOTHING_APPLIED, problems: [`nothing was changed: ${state.folder}: ${(0,problem/* reasonOf */.A3)(thrown)}`] };
    }
    finally {
        lock.close();
    }
}
function keep(digests, state) {
    try {
        const news = digests.news();
        if (news !== undefined)
            state.keepDigests(news);
    }
    catch {
    }
}
function takeLease(host, state, run, plan, table) {
    if (plan.lease === undefined)
        return true;
    const context = { host, table, record: () => undefined };
    if (plan.lease.entries.some((name) => readEntry(context, name) === undefined))
        return false;
    const coming = [
        ...plan.install.flatMap(({ name }) => [name, `${name}.new`]),
        ...(plan.rules ?? []).map(({ rule }) => rule.name),
    ];
    state.takeLease(run, [...plan.lease.entries, ...coming], plan.lease.holder);
    return true;
}
async function endHere(host, state, run, changes, { table, mounts }) {
    const mounted = (0,proc/* mountAt */.LS)(mounts, table)?.type === 'binfmt_misc' ? table : undefined;
    const lock = mounted === undefined ? undefined : await lockFolder(host, mounted, LOCK_LIMIT_MS);
    if (lock !== undefined && 'failure' in lock)
        return { ...NOTHING_APPLIED, problems: [lock.failure] };
    const ended = (0,ending/* undisturbed */._E)(() => endRun(host, mounted, state, run, changes)).finally(lock?.close);
    const { unmount, unloadModule, notes, ...undone } = await ended;
    const unprepared = [];
    const attempt = async (step, program, args) => {
        const said = await tryTool(host, program, args);
        if (said === undefined)
            unprepared.push(step);
        else
            notes.push(said);
    };
    if (mounted !== undefined && unmount === mounted)
        await attempt('mount', 'umount', [mounted]);
    if (unloadModule)
        await attempt('load-module', 'modprobe', ['-r', 'binfmt_misc']);
    return { ...NOTHING_APPLIED, ...undone, unprepared, notes };
}
async function tryTool(host, program, args) {
    const file = host.which(program);
    if (file === undefined)
        return `${program} is missing`;
    const said = await runTool(host, file, args);
    return said && `${program}: ${said}`;
}


/***/ }),

/***/ 678:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $f: () => (/* binding */ overlaps),
/* harmony export */   Ah: () => (/* binding */ REGISTER_LIMIT),
/* harmony export */   ER: () => (/* binding */ parseEntry),
/* harmony export */   Eo: () => (/* binding */ isName),
/* harmony export */   Fb: () => (/* binding */ TABLE_PATH),
/* harmony export */   T4: () => (/* binding */ isPinned),
/* harmony export */   Vv: () => (/* binding */ matchesHeader),
/* harmony export */   Yu: () => (/* binding */ sameMagic),
/* harmony export */   j2: () => (/* binding */ entryNameProblem),
/* harmony export */   lQ: () => (/* binding */ flagSet),
/* harmony export */   od: () => (/* binding */ explainErrno),
/* harmony export */   q2: () => (/* binding */ HEADER_BYTES),
/* harmony export */   y_: () => (/* binding */ pin),
/* harmony export */   zT: () => (/* binding */ isHelper)
/* harmony export */ });
/* unused harmony exports BINFMTFS_MAGIC, parseStatus, claimants, answering, isQemuEntry */
/* harmony import */ var _platform_elf_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(176);
/* harmony import */ var _text_parse_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(114);


const TABLE_PATH = '/proc/sys/fs/binfmt_misc';
const BINFMTFS_MAGIC = 0x42494e4d;
const HEADER_BYTES = 256;
const REGISTER_LIMIT = 1920;
function parseStatus(text) {
    const word = text.trim();
    return word === 'enabled' || word === 'disabled' ? word : undefined;
}
function parseEntry(name, text) {
    let enabled;
    let interpreter;
    let flags;
    let ambiguous = false;
    let offset = 0;
    let magic;
    let mask;
    let extension;
    const unknown = [];
    for (const line of text.split('\n')) {
        const [, word = '', rest = ''] = /^(\S+) ?(.*)$/s.exec(line) ?? [];
        if (enabled === undefined && (line === 'enabled' || line === 'disabled'))
            enabled = line === 'enabled';
        else if (word === 'interpreter' && rest !== '' && interpreter === undefined)
            interpreter = rest;
        else if (word === 'flags:') {
            if (flags !== undefined)
                unknown.push(line);
            ambiguous = flags !== undefined;
            flags ??= rest.trim();
        }
        else if (flags === undefined)
            unknown.push(line);
        else if (word === 'offset' && /^\d{1,9}$/.test(rest))
            offset = Number(rest);
        else if (word === 'magic' && isHex(rest))
            magic = rest;
        else if (word === 'mask' && isHex(rest))
            mask = rest;
        else if (word === 'extension' && extension === undefined && rest.startsWith('.'))
            extension = rest.slice(1);
        else
            unknown.push(line);
    }
    return {
        name,
        enabled: enabled ?? false,
        interpreter,
        flags: flags ?? '',
        match: ambiguous ? { kind: 'unknown' } : matchOf(magic, mask, offset, extension),
        unknown: unknown.filter((line) => line !== ''),
        text,
    };
}
function matchOf(magic, mask, offset, extension) {
    if (extension !== undefined)
        return { kind: 'extension', extension };
    if (magic === undefined || (mask !== undefined && mask.length !== magic.length))
        return { kind: 'unknown' };
    return { kind: 'magic', offset, magic, mask };
}
function isHex(text) {
    return (text.length > 0 && text.length % 2 === 0 && text.length <= 2 * HEADER_BYTES && /^[0-9a-f]+$/.test(text));
}
function entryNameProblem(name) {
    if (name === 'status' || name === 'register')
        return 'the kernel uses this name itself';
    if (name === '.' || name === '..')
        return 'it is a folder';
    if (!/^[A-Za-z0-9._+-]{1,255}$/.test(name))
        return 'only letters, digits and . _ + - are allowed';
    return undefined;
}
function flagSet(flags) {
    const letters = new Set(flags);
    if (letters.has('C'))
        letters.add('O');
    return [...letters].sort().join('');
}
function sameMagic(a, b) {
    return a.offset === b.offset && a.magic === b.magic && fullMask(a) === fullMask(b);
}
function fullMask(magic) {
    return magic.mask ?? 'f'.repeat(magic.magic.length);
}
function matchesHeader(magic, header) {
    const { offset, magic: value, mask } = magic;
    const length = value.length / 2;
    if (offset + length > HEADER_BYTES)
        return false;
    for (let index = 0; index < length; index++) {
        const differs = (header[offset + index] ?? 0) ^ byteAt(value, index);
        if ((differs & (mask === undefined ? 0xff : byteAt(mask, index))) !== 0)
            return false;
    }
    return true;
}
function byteAt(hex, index) {
    return (digitAt(hex, 2 * index) << 4) | digitAt(hex, 2 * index + 1);
}
function digitAt(hex, index) {
    const code = hex.charCodeAt(index);
    return (code & 0xf) + (code > 0x39 ? 9 : 0);
}
function overlaps(a, b) {
    const [left, right] = [spread(a), spread(b)];
    return left.value.every((byte, index) => {
        const both = left.mask[index] & right.mask[index];
        return ((byte ^ right.value[index]) & both) === 0;
    });
}
function spread(magic) {
    const value = new Uint8Array(HEADER_BYTES);
    const mask = new Uint8Array(HEADER_BYTES);
    if (magic.offset < HEADER_BYTES) {
        value.set(bytesOf(magic.magic).subarray(0, HEADER_BYTES - magic.offset), magic.offset);
        mask.set(bytesOf(fullMask(magic)).subarray(0, HEADER_BYTES - magic.offset), magic.offset);
    }
    return { value, mask };
}
function bytesOf(hex) {
    return Buffer.from(hex, 'hex');
}
function explainErrno(step, errno) {
    return ERRNO_SENTENCES[step][errno] ?? `the kernel answered ${errno}`;
}
const ERRNO_SENTENCES = {
    register: {
        EINVAL: 'the kernel refused the line: too long, or a flag that this kernel does not know (EINVAL)',
        EEXIST: 'an entry of this name exists already (EEXIST)',
        ENOENT: 'the interpreter does not exist where the kernel looks for it (ENOENT)',
        EACCES: 'the interpreter is not executable, or lies on a file system mounted noexec (EACCES)',
        ETXTBSY: 'the interpreter is open for writing (ETXTBSY)',
        ENAMETOOLONG: 'the name or the path of the interpreter is too long (ENAMETOOLONG)',
        EROFS: 'the table is mounted read-only (EROFS)',
        EPERM: 'this process may not register here (EPERM)',
        ENOMEM: 'the kernel is out of memory (ENOMEM)',
        ELOOP: 'the path of the interpreter has too many links (ELOOP)',
    },
    switch: {
        ENOENT: 'the entry is gone (ENOENT)',
        EACCES: 'only the owner of the table may change an entry, and this process is not root (EACCES)',
        EPERM: 'this process may not change entries here (EPERM)',
        EROFS: 'the table is mounted read-only (EROFS)',
        EINVAL: 'the kernel does not know this command (EINVAL)',
    },
};
function isName(value) {
    return (typeof value === 'string' && value.length <= 255 && !/^(?:|\.|\.\.|status|register)$|[/\0]/.test(value));
}
function pin({ name, text }) {
    return { name, text };
}
function claimants(entries, target) {
    const header = headersOf(target.elf);
    return entries.filter((entry) => entry.match.kind === 'magic' && matchesHeader(entry.match, header));
}
function answering(entries, target) {
    return claimants(entries, target).find(({ enabled }) => enabled);
}
function isPinned(value) {
    return (0,_text_parse_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(value) && isName(value.name) && typeof value.text === 'string';
}
function isQemuEntry({ name }) {
    return name.startsWith('qemu-') || isHelper({ name });
}
function isHelper({ name }) {
    return /^setup-binfmt-(?:trial|undo)-/.test(name);
}


/***/ }),

/***/ 434:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   FP: () => (/* binding */ passingPath),
/* harmony export */   J2: () => (/* binding */ FRAGMENT_PATH),
/* harmony export */   JM: () => (/* binding */ passingCopy),
/* harmony export */   RV: () => (/* binding */ mergeFragment),
/* harmony export */   aQ: () => (/* binding */ PERSIST_ROOT),
/* harmony export */   b_: () => (/* binding */ persistentPath),
/* harmony export */   gL: () => (/* binding */ updateBinfmtsInstall),
/* harmony export */   hM: () => (/* binding */ updateBinfmtsRemove),
/* harmony export */   oH: () => (/* binding */ parseFragment),
/* harmony export */   ph: () => (/* binding */ originsPath),
/* harmony export */   qW: () => (/* binding */ versionPath),
/* harmony export */   sv: () => (/* binding */ isPersistent),
/* harmony export */   yf: () => (/* binding */ formatFragment),
/* harmony export */   yv: () => (/* binding */ originOf)
/* harmony export */ });
/* unused harmony export isOwnHandler */
/* harmony import */ var _platform_platforms_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(61);
/* harmony import */ var _rule_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(582);


const PERSIST_ROOT = '/usr/local/lib/setup-binfmt';
const FRAGMENT_PATH = '/etc/binfmt.d/setup-binfmt.conf';
function persistentPath(sha256, qemu) {
    return `${PERSIST_ROOT}/${sha256.slice(0, 16)}/${(0,_platform_platforms_js__WEBPACK_IMPORTED_MODULE_0__/* .qemuName */ .gc)({ qemu })}`;
}
function versionPath(handler) {
    return `${handler}.version`;
}
function originsPath(handler) {
    return `${handler}.origins`;
}
function originOf(binary) {
    return binary.split('/').slice(-4, -2).join('/');
}
function passingPath(folder, sha256, source, qemu) {
    return `${folder}/${PASSING}/${sha256}/${originOf(source)}/${(0,_platform_platforms_js__WEBPACK_IMPORTED_MODULE_0__/* .qemuName */ .gc)({ qemu })}`;
}
const PASSING = 'setup-binfmt-passing';
const PASSING_PATH = new RegExp(`/${PASSING}/([0-9a-f]{64})/([^/]+/[^/]+)/[^/]+$`);
function passingCopy(interpreter = '') {
    const [, sha256, origin] = PASSING_PATH.exec(interpreter) ?? [];
    return sha256 === undefined || origin === undefined ? undefined : { sha256, origin };
}
function isOwnHandler(interpreter, store) {
    return (isPersistent(interpreter) ||
        passingCopy(interpreter) !== undefined ||
        (interpreter?.startsWith(`${store}/`) ?? false));
}
function isPersistent(interpreter) {
    return interpreter?.startsWith(`${PERSIST_ROOT}/`) ?? false;
}
const HEAD = `# Written by setup-binfmt, and read by systemd-binfmt when it starts. To take a line away,
# where setup-binfmt is:
#   node dist/cli.js remove NAME
`;
function formatFragment(rules) {
    return rules.length === 0 ? null : HEAD + rules.map((rule) => `${(0,_rule_js__WEBPACK_IMPORTED_MODULE_1__/* .formatRule */ .UT)(rule)}\n`).join('');
}
function parseFragment(text) {
    return text === null ? [] : (0,_rule_js__WEBPACK_IMPORTED_MODULE_1__/* .parseRules */ .NR)(text, [], _rule_js__WEBPACK_IMPORTED_MODULE_1__/* .parseRule */ .iT);
}
function mergeFragment(rules, keep, forget) {
    const gone = new Set([...forget, ...keep.map(({ name }) => name)]);
    return [...rules.filter(({ name }) => !gone.has(name)), ...keep].sort((a, b) => (a.name < b.name ? -1 : 1));
}
const PACKAGE = ['--package', 'setup-binfmt'];
function updateBinfmtsInstall({ name, match, interpreter, flags }) {
    const spec = match.kind === 'extension'
        ? ['--extension', match.extension]
        : [
            '--magic',
            (0,_rule_js__WEBPACK_IMPORTED_MODULE_1__/* .escapeHex */ .tp)(match.magic),
            '--offset',
            String(match.offset),
            ...(match.mask === undefined ? [] : ['--mask', (0,_rule_js__WEBPACK_IMPORTED_MODULE_1__/* .escapeHex */ .tp)(match.mask)]),
        ];
    const yes = (letter) => (flags.includes(letter) ? 'yes' : 'no');
    return [
        ...PACKAGE,
        '--install',
        name,
        interpreter,
        ...spec,
        '--credentials',
        yes('C'),
        '--preserve',
        yes('P'),
        '--fix-binary',
        yes('F'),
    ];
}
function updateBinfmtsRemove({ name, interpreter }) {
    return [...PACKAGE, '--remove', name, interpreter];
}


/***/ }),

/***/ 582:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Cz: () => (/* binding */ isRuleOf),
/* harmony export */   Ek: () => (/* binding */ ruleOfEntry),
/* harmony export */   Iu: () => (/* binding */ standInRule),
/* harmony export */   JL: () => (/* binding */ rulesOverlap),
/* harmony export */   NR: () => (/* binding */ parseRules),
/* harmony export */   PF: () => (/* binding */ ruleLineProblems),
/* harmony export */   UT: () => (/* binding */ formatRule),
/* harmony export */   b0: () => (/* binding */ ruleProblems),
/* harmony export */   fL: () => (/* binding */ handlerNames),
/* harmony export */   iT: () => (/* binding */ parseRule),
/* harmony export */   nh: () => (/* binding */ handlerRule),
/* harmony export */   rb: () => (/* binding */ ruleFromJson),
/* harmony export */   sA: () => (/* binding */ isStaleHelper),
/* harmony export */   sW: () => (/* binding */ otherName),
/* harmony export */   tp: () => (/* binding */ escapeHex),
/* harmony export */   wh: () => (/* binding */ stagingRule)
/* harmony export */ });
/* unused harmony exports parseOwnRule, flagsToTry */
/* harmony import */ var _platform_platforms_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(61);
/* harmony import */ var _text_parse_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(114);
/* harmony import */ var _text_text_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(614);
/* harmony import */ var _entry_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(678);




const DELIMITERS = [':', '|', ',', ';', '%'];
function handlerRule(target, interpreter, flags) {
    const { offset, magic, mask } = target;
    return { name: (0,_platform_platforms_js__WEBPACK_IMPORTED_MODULE_0__/* .qemuName */ .gc)(target), match: { kind: 'magic', offset, magic, mask }, interpreter, flags };
}
function handlerNames(target) {
    const name = (0,_platform_platforms_js__WEBPACK_IMPORTED_MODULE_0__/* .qemuName */ .gc)(target);
    return [name, otherName(name)];
}
function otherName(name) {
    return name.endsWith(OWN_END) ? name.slice(0, -OWN_END.length) : name + OWN_END;
}
const OWN_END = '.setup-binfmt';
function ruleOfEntry(entry) {
    const { name, match, interpreter, flags, unknown } = entry;
    if (match.kind === 'unknown' || interpreter === undefined || unknown.length > 0)
        return undefined;
    return /^[POCF]*$/.test(flags) ? { name, match, interpreter, flags } : undefined;
}
function isRuleOf(rule, entry) {
    const present = ruleOfEntry(entry);
    return (present !== undefined &&
        present.name === rule.name &&
        present.interpreter === rule.interpreter &&
        (0,_entry_js__WEBPACK_IMPORTED_MODULE_2__/* .flagSet */ .lQ)(present.flags) === (0,_entry_js__WEBPACK_IMPORTED_MODULE_2__/* .flagSet */ .lQ)(rule.flags) &&
        sameMatch(present.match, rule.match));
}
function sameMatch(a, b) {
    if (a.kind === 'extension' || b.kind === 'extension') {
        return a.kind === 'extension' && b.kind === 'extension' && a.extension === b.extension;
    }
    return (0,_entry_js__WEBPACK_IMPORTED_MODULE_2__/* .sameMagic */ .Yu)(a, b);
}
function stagingRule(rule) {
    return { ...rule, name: `${rule.name}.new` };
}
function standInRule(rule) {
    return { ...rule, name: `${rule.name}.keep` };
}
function isStaleHelper(helper, entry, recorded) {
    const left = ruleOfEntry(entry);
    if (left === undefined || left.name !== helper.name)
        return false;
    return sameMatch(left.match, helper.match) || recorded.some((rule) => isRuleOf(rule, entry));
}
function rulesOverlap(a, b) {
    if (a.kind === 'magic' && b.kind === 'magic')
        return (0,_entry_js__WEBPACK_IMPORTED_MODULE_2__/* .overlaps */ .$f)(a, b);
    return a.kind !== b.kind || sameMatch(a, b);
}
function formatRule(rule) {
    const { name, match, interpreter, flags } = rule;
    const fields = match.kind === 'magic'
        ? [name, 'M', String(match.offset), escapeHex(match.magic), escapeHex(match.mask ?? ''), interpreter]
        : [name, 'E', '', match.extension, '', interpreter];
    const delimiter = DELIMITERS.find((letter) => fields.every((field) => !field.includes(letter))) ?? '\t';
    return ['', ...fields, flags].join(delimiter);
}
function escapeHex(hex) {
    return hex.replace(/../g, '\\x$&');
}
function parseRules(text, problems, parse = parseOwnRule) {
    const rules = [];
    for (const [index, raw] of text.split('\n').entries()) {
        const line = raw.trim();
        if (line === '' || /^[#;]/.test(line))
            continue;
        const parsed = parse(line);
        const found = Array.isArray(parsed) ? parsed : [];
        const rule = Array.isArray(parsed) ? undefined : parsed;
        if (rule !== undefined && rules.some(({ name }) => name === rule.name))
            found.push('its name occurs twice');
        problems.push(...found.map((problem) => `rules, line ${index + 1}: ${problem}`));
        if (rule !== undefined && found.length === 0)
            rules.push(rule);
    }
    return rules;
}
function parseRule(line) {
    const delimiter = line.charAt(0);
    if (!/^[^\w\s/\\.+-]$/.test(delimiter))
        return ['it does not begin with a delimiter such as ":"'];
    const fields = line.split(delimiter);
    if (fields.length !== 8) {
        return [
            `it has ${fields.length - 1} fields, and 7 is what it takes (:name:type:offset:magic:mask:interpreter:flags)`,
        ];
    }
    const [, name = '', type = '', offset = '', pattern = '', mask = '', interpreter = '', flags = ''] = fields;
    const problems = [];
    const fault = (0,_entry_js__WEBPACK_IMPORTED_MODULE_2__/* .entryNameProblem */ .j2)(name);
    if (fault !== undefined)
        problems.push(`the name "${(0,_text_text_js__WEBPACK_IMPORTED_MODULE_1__/* .printable */ .g$)(name, 60)}" cannot be used: ${fault}`);
    if (!/^\/[^\0\n]*[^\0\n/]$/.test(interpreter))
        problems.push('its interpreter is not an absolute path');
    if (!/^[POCF]*$/.test(flags))
        problems.push(`its flags "${(0,_text_text_js__WEBPACK_IMPORTED_MODULE_1__/* .printable */ .g$)(flags, 20)}" are not among P, O, C and F`);
    const match = type === 'E' ? readExtension(pattern, problems) : readMagic(type, offset, pattern, mask, problems);
    const rule = { name, match, interpreter, flags };
    if (problems.length === 0 && new TextEncoder().encode(formatRule(rule)).length > _entry_js__WEBPACK_IMPORTED_MODULE_2__/* .REGISTER_LIMIT */ .Ah) {
        problems.push(`it is longer than the ${_entry_js__WEBPACK_IMPORTED_MODULE_2__/* .REGISTER_LIMIT */ .Ah} bytes that the kernel takes`);
    }
    return problems.length > 0 ? problems : rule;
}
function parseOwnRule(line) {
    const parsed = parseRule(line);
    const reserved = Array.isArray(parsed) ? undefined : reservedName(parsed.name);
    return reserved === undefined ? parsed : [reserved];
}
function reservedName(name) {
    const said = `the name "${name}" cannot be used:`;
    if (name.startsWith('qemu-'))
        return `${said} names that begin with qemu- are those of QEMU's handlers (to have one, ask for its platform)`;
    if (/^setup-binfmt-|\.(?:new|keep)$/.test(name))
        return `${said} names that begin with setup-binfmt-, or end in .new or .keep, are those of helper entries`;
    return undefined;
}
function ruleLineProblems(rule) {
    const parsed = parseOwnRule(formatRule(rule));
    return Array.isArray(parsed) ? parsed : [];
}
function readExtension(extension, problems) {
    if (!/^[^\0\s/.:]{1,64}$/.test(extension)) {
        problems.push('its extension must be 1 to 64 characters without a dot, a slash or a space');
    }
    return { kind: 'extension', extension };
}
function readMagic(type, offset, magic, mask, problems) {
    if (type !== 'M')
        problems.push(`its type "${(0,_text_text_js__WEBPACK_IMPORTED_MODULE_1__/* .printable */ .g$)(type, 20)}" is neither M nor E`);
    const decoded = decode(magic);
    const decodedMask = mask === '' ? undefined : decode(mask);
    const start = offset === '' ? 0 : Number(offset);
    if (!/^\d{0,3}$/.test(offset))
        problems.push('its offset is not a decimal number below 256');
    if (decoded === undefined || decoded === '')
        problems.push('its magic is empty, or holds a broken \\x escape');
    if (mask !== '' && decodedMask?.length !== decoded?.length) {
        problems.push('its mask is not as long as its magic');
    }
    if (start + (decoded?.length ?? 0) / 2 > _entry_js__WEBPACK_IMPORTED_MODULE_2__/* .HEADER_BYTES */ .q2) {
        problems.push(`it looks beyond the ${_entry_js__WEBPACK_IMPORTED_MODULE_2__/* .HEADER_BYTES */ .q2} bytes that the kernel reads`);
    }
    return {
        kind: 'magic',
        offset: start,
        magic: decoded ?? '',
        mask: decodedMask,
    };
}
function decode(text) {
    const bytes = [];
    for (const [part] of text.matchAll(/\\x[0-9a-fA-F]{2}|[\s\S]/gu)) {
        if (part.length === 4 && part.startsWith('\\x'))
            bytes.push(part.slice(2).toLowerCase());
        else
            bytes.push(...Array.from(new TextEncoder().encode(part), (byte) => byte.toString(16).padStart(2, '0')));
    }
    return /\\x(?![0-9a-fA-F]{2})/.test(text) ? undefined : bytes.join('');
}
function ruleProblems(rule, host, facts) {
    const path = (0,_text_text_js__WEBPACK_IMPORTED_MODULE_1__/* .printable */ .g$)(rule.interpreter, 200);
    const problems = [];
    if (!facts.exists)
        problems.push(`its interpreter ${path} does not exist`);
    else if (!facts.executable)
        problems.push(`its interpreter ${path} is not an executable file`);
    const { match } = rule;
    if (match.kind === 'extension') {
        if (facts.taken === undefined)
            return problems;
        return [...problems, `it takes ${(0,_text_text_js__WEBPACK_IMPORTED_MODULE_1__/* .printable */ .g$)(facts.taken, 200)}, a program of this host`];
    }
    const taken = _platform_platforms_js__WEBPACK_IMPORTED_MODULE_0__/* .TARGETS */ .dW.filter((target) => (0,_entry_js__WEBPACK_IMPORTED_MODULE_2__/* .overlaps */ .$f)(match, beginningOf(target)));
    const native = taken.find(({ arch }) => (0,_platform_platforms_js__WEBPACK_IMPORTED_MODULE_0__/* .mayRunNatively */ .JL)(host, arch) || (0,_platform_platforms_js__WEBPACK_IMPORTED_MODULE_0__/* .mayRunNatively */ .JL)(arch, host ?? ''));
    if (new Set(taken.map(({ elf }) => elf.machine)).size > 1)
        problems.push(`its magic takes ELF programs of several architectures ${ASK_FOR_MORE}`);
    else if (native !== undefined)
        problems.push(`its magic takes ${native.arch} programs, which this host runs itself`);
    else if (facts.exists && (0,_entry_js__WEBPACK_IMPORTED_MODULE_2__/* .matchesHeader */ .Vv)(match, facts.header))
        problems.push(`its magic takes its own interpreter ${path}, which could then never start`);
    else if (takesScripts(match))
        problems.push(`its magic takes scripts (#!), which the kernel runs itself ${ASK_FOR_MORE}`);
    return problems;
}
const ASK_FOR_MORE = '(let it ask for the first bytes of its files)';
function beginningOf({ magic, mask }) {
    return { offset: 0, magic, mask: `${mask.slice(0, 16)}f8${'ff'.repeat(7)}${mask.slice(32)}` };
}
function takesScripts(match) {
    if (!(0,_entry_js__WEBPACK_IMPORTED_MODULE_2__/* .overlaps */ .$f)(match, { offset: 0, magic: '2321' }))
        return false;
    const mask = Buffer.from(match.mask ?? '', 'hex');
    if (match.offset === 0 && (mask[0] ?? 0xff) !== 0)
        return true;
    return Buffer.from(match.magic, 'hex').every((byte, index) => TEXT.some((letter) => ((letter ^ byte) & (mask[index] ?? 0xff)) === 0));
}
const TEXT = Array.from({ length: 256 }, (_, byte) => byte).filter((byte) => byte >= 0x20 || byte === 0 || byte === 0x1b || (byte >= 0x07 && byte <= 0x0d));
function ruleFromJson(value) {
    if (!(0,_text_parse_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .Gv)(value) || !(0,_text_parse_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .Gv)(value.match) || !(0,_entry_js__WEBPACK_IMPORTED_MODULE_2__/* .isName */ .Eo)(value.name))
        return undefined;
    const { name, interpreter, flags } = value;
    const { kind, offset, magic, mask, extension } = value.match;
    if (typeof interpreter !== 'string' || typeof flags !== 'string')
        return undefined;
    const bytes = kind === 'extension'
        ? `extension .${String(extension)}\n`
        : `offset ${String(offset)}\nmagic ${String(magic)}\n${mask === undefined ? '' : `mask ${String(mask)}\n`}`;
    return ruleOfEntry((0,_entry_js__WEBPACK_IMPORTED_MODULE_2__/* .parseEntry */ .ER)(name, `enabled\ninterpreter ${interpreter}\nflags: ${flags}\n${bytes}`));
}
function flagsToTry(preserve, credentials) {
    const base = credentials ? 'OCF' : 'OF';
    return preserve ? [`P${base}`, base] : [base, `P${base}`];
}


/***/ }),

/***/ 321:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   _E: () => (/* binding */ undisturbed),
/* harmony export */   nJ: () => (/* binding */ endSoon),
/* harmony export */   ww: () => (/* binding */ makeTemporary)
/* harmony export */ });
/* unused harmony export whileHelped */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(24);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(760);
/* harmony import */ var _text_problem_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(894);
/* harmony import */ var _files_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(935);
/* harmony import */ var _proc_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(626);





const made = new Set();
function makeTemporary(prefix, parent, stays = false) {
    if (stays)
        return node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdtempSync((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(parent, prefix));
    const mark = ownMark();
    sweep(parent, prefix, mark);
    const path = node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdtempSync((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(parent, `${prefix}${mark}`));
    made.add(path);
    return path;
}
function ownMark() {
    const space = (0,_text_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .orUndefined */ .y0)(() => node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync('/proc/self/ns/pid').ino);
    const started = startOf('self');
    return space === undefined || started === undefined ? '' : `${space}-${process.pid}-${started}-`;
}
function startOf(pid) {
    return (0,_text_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .orUndefined */ .y0)(() => (0,_proc_js__WEBPACK_IMPORTED_MODULE_4__/* .parseStartTime */ .Lj)(node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync(`/proc/${pid}/stat`, 'latin1')));
}
function sweep(parent, prefix, mark) {
    const { uid: own = -1, space = '' } = { uid: process.geteuid?.(), space: mark.split('-')[0] };
    const around = (0,_text_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .orUndefined */ .y0)(() => node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync(parent));
    const isSafe = around !== undefined && [0, own].includes(around.uid) && !(0,_files_js__WEBPACK_IMPORTED_MODULE_3__/* .othersMayExchange */ .sC)(around);
    if (mark === '' || !isSafe)
        return;
    for (const name of (0,_text_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .orUndefined */ .y0)(() => node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync(parent)) ?? []) {
        const [, where, pid = '', started] = name.startsWith(prefix)
            ? (/^(\d+)-(\d+)-(\d+)-/.exec(name.slice(prefix.length)) ?? [])
            : [];
        if (where !== space || startOf(pid) === started)
            continue;
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(parent, name);
        const isOwn = (0,_text_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .orUndefined */ .y0)(() => node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync(path).uid) === own;
        if (isOwn)
            (0,_text_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .orUndefined */ .y0)(() => (0,_files_js__WEBPACK_IMPORTED_MODULE_3__/* .removeTree */ .dM)(path));
    }
}
const helpers = new Set();
let changes = 0;
let ending;
let isEnding = false;
async function whileHelped(name, stop, ended) {
    const helper = { name, stop, ended };
    helpers.add(helper);
    try {
        const result = await ended;
        return isEnding ? await new Promise(() => undefined) : result;
    }
    finally {
        helpers.delete(helper);
    }
}
async function undisturbed(work) {
    changes++;
    try {
        return await work();
    }
    finally {
        changes--;
        if (changes === 0) {
            const end = ending;
            ending = undefined;
            end?.();
        }
    }
}
function endSoon(end) {
    const finish = (stopped) => {
        for (const path of made)
            (0,_text_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .orUndefined */ .y0)(() => (0,_files_js__WEBPACK_IMPORTED_MODULE_3__/* .removeTree */ .dM)(path));
        end(stopped.map(({ name }) => name));
    };
    const stop = () => {
        isEnding = true;
        const stopped = [...helpers];
        for (const helper of stopped)
            helper.stop();
        if (stopped.length === 0)
            finish([]);
        else
            Promise.allSettled(stopped.map((helper) => helper.ended)).then(() => finish(stopped));
    };
    if (changes === 0)
        stop();
    else
        ending = stop;
}


/***/ }),

/***/ 935:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   H6: () => (/* binding */ readStart),
/* harmony export */   Hu: () => (/* binding */ openPlain),
/* harmony export */   NE: () => (/* binding */ openFolder),
/* harmony export */   Zl: () => (/* binding */ HANDLER_LIMIT),
/* harmony export */   bH: () => (/* binding */ hashOpen),
/* harmony export */   dM: () => (/* binding */ removeTree),
/* harmony export */   iz: () => (/* binding */ changeMode),
/* harmony export */   sC: () => (/* binding */ othersMayExchange),
/* harmony export */   v: () => (/* binding */ using),
/* harmony export */   ys: () => (/* binding */ writeOwn)
/* harmony export */ });
/* unused harmony exports openToRead, othersMayWrite, openOwnFolder, hashFile, writeAll, writeWhole, removeForgotten */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(24);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(760);
/* harmony import */ var _text_problem_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(894);




const { O_RDONLY, O_DIRECTORY, O_NOFOLLOW, O_NONBLOCK } = node_fs__WEBPACK_IMPORTED_MODULE_1__.constants;
function open(path, flags) {
    const fd = node_fs__WEBPACK_IMPORTED_MODULE_1__.openSync(path, flags);
    return { fd, path: `/proc/self/fd/${fd}`, close: () => node_fs__WEBPACK_IMPORTED_MODULE_1__.closeSync(fd) };
}
function orClose(opened, work) {
    try {
        return work();
    }
    catch (thrown) {
        opened.close();
        throw thrown;
    }
}
function openPlain(path, limit) {
    const opened = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
    return orClose(opened, () => {
        const stat = requirePlain(node_fs__WEBPACK_IMPORTED_MODULE_1__.fstatSync(opened.fd));
        if (stat.size > limit)
            throw new Error(`it has more than ${limit} bytes`);
        return { ...opened, stat, read: (look) => readPieces(opened.fd, limit, look) };
    });
}
function openToRead(path) {
    requirePlain(node_fs__WEBPACK_IMPORTED_MODULE_1__.statSync(path));
    const opened = open(path, O_RDONLY | O_NONBLOCK);
    return orClose(opened, () => {
        requirePlain(node_fs__WEBPACK_IMPORTED_MODULE_1__.fstatSync(opened.fd));
        return opened.fd;
    });
}
function readStart(path, length) {
    const fd = openToRead(path);
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
function requirePlain(stat) {
    if (!stat.isFile())
        throw new Error('it is not a plain file');
    return stat;
}
function openFolder(path) {
    return open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW);
}
function othersMayWrite({ uid, mode }, own) {
    if (uid !== 0 && uid !== own)
        return `it belongs to user ${uid}`;
    return (mode & 0o022) === 0 ? undefined : 'others may write to it';
}
function othersMayExchange({ mode }) {
    return (mode & 0o022) !== 0 && (mode & 0o1000) === 0;
}
function openOwnFolder(path) {
    const folder = openFolder(path);
    return orClose(folder, () => {
        const stat = node_fs__WEBPACK_IMPORTED_MODULE_1__.fstatSync(folder.fd);
        const mode = othersMayExchange(stat) ? stat.mode : 0;
        const objection = othersMayWrite({ uid: stat.uid, mode }, process.geteuid?.() ?? 0);
        if (objection !== undefined)
            throw new Error(`${path} is not safe to write to: ${objection}`);
        return folder;
    });
}
function using(opened, use) {
    try {
        return use(opened);
    }
    finally {
        opened.close();
    }
}
const HANDLER_LIMIT = 256 * 1024 * 1024;
function hashFile(path) {
    return using(openPlain(path, Number.MAX_SAFE_INTEGER), hashOpen);
}
function hashOpen({ read }, algorithm = 'sha256') {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)(algorithm);
    read((piece) => hash.update(piece));
    return hash.digest('hex');
}
function writeAll(fd, bytes) {
    for (let done = 0; done < bytes.length;)
        done += node_fs__WEBPACK_IMPORTED_MODULE_1__.writeSync(fd, bytes, done);
}
function writeWhole(path, content, draft = `${path}.new`, mode = 0o644) {
    node_fs__WEBPACK_IMPORTED_MODULE_1__.rmSync(draft, { force: true });
    const fd = node_fs__WEBPACK_IMPORTED_MODULE_1__.openSync(draft, 'wx', 0o600);
    try {
        if (typeof content === 'function')
            content((piece) => writeAll(fd, piece));
        else
            writeAll(fd, Buffer.from(content));
        node_fs__WEBPACK_IMPORTED_MODULE_1__.fchmodSync(fd, mode);
        node_fs__WEBPACK_IMPORTED_MODULE_1__.renameSync(draft, path);
    }
    catch (thrown) {
        node_fs__WEBPACK_IMPORTED_MODULE_1__.rmSync(draft, { force: true });
        throw thrown;
    }
    finally {
        node_fs__WEBPACK_IMPORTED_MODULE_1__.closeSync(fd);
    }
}
function writeOwn(path, content, mode) {
    using(openOwnFolder((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(path)), (folder) => writeWhole(`${folder.path}/${(0,node_path__WEBPACK_IMPORTED_MODULE_2__.basename)(path)}`, content, undefined, mode));
}
function changeMode(path, mode) {
    using(open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK), ({ fd }) => node_fs__WEBPACK_IMPORTED_MODULE_1__.fchmodSync(fd, mode));
}
function removeTree(path) {
    try {
        node_fs__WEBPACK_IMPORTED_MODULE_1__.unlinkSync(path);
    }
    catch (thrown) {
        const errno = (0,_text_problem_js__WEBPACK_IMPORTED_MODULE_3__/* .errnoOf */ .UQ)(thrown);
        if (errno === 'ENOENT')
            return;
        if (errno !== 'EISDIR')
            throw thrown;
        using(openFolder(path), (folder) => {
            for (const name of node_fs__WEBPACK_IMPORTED_MODULE_1__.readdirSync(folder.path))
                removeTree(`${folder.path}/${name}`);
        });
        node_fs__WEBPACK_IMPORTED_MODULE_1__.rmdirSync(path);
    }
}
function removeForgotten(parent, prefix, ageMs, now) {
    for (const name of fs.readdirSync(parent).filter((each) => each.startsWith(prefix))) {
        const path = `${parent}/${name}`;
        const found = fs.lstatSync(path, { throwIfNoEntry: false });
        if (found === undefined || now - found.mtimeMs <= ageMs)
            continue;
        orUndefined(() => removeTree(path));
    }
}
const PIECE = 256 * 1024;
function readPieces(fd, limit, look) {
    const piece = Buffer.allocUnsafe(PIECE);
    for (let at = 0; at < limit;) {
        const count = node_fs__WEBPACK_IMPORTED_MODULE_1__.readSync(fd, piece, 0, PIECE, at);
        if (count === 0)
            break;
        at += count;
        look(piece.subarray(0, count));
    }
}


/***/ }),

/***/ 764:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Dl: () => (/* binding */ ROOT_PATH),
  EY: () => (/* binding */ SYSTEM_FOLDERS),
  P6: () => (/* binding */ nodeHost)
});

// UNUSED EXPORTS: asRoot, endGroup, which

;// CONCATENATED MODULE: external "node:child_process"
const external_node_child_process_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(24);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __nccwpck_require__(161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(760);
// EXTERNAL MODULE: ./lib/text/problem.js
var problem = __nccwpck_require__(894);
// EXTERNAL MODULE: ./lib/host/ending.js
var ending = __nccwpck_require__(321);
// EXTERNAL MODULE: ./lib/host/files.js
var files = __nccwpck_require__(935);
;// CONCATENATED MODULE: ./lib/host/host.js







const TEXT_LIMIT = 1024 * 1024;
const ENDING_MS = 1_000;
const SYSTEM_FOLDERS = [
    '/usr/local/sbin',
    '/usr/local/bin',
    '/usr/sbin',
    '/usr/bin',
    '/sbin',
    '/bin',
];
const ROOT_PATH = '/usr/sbin:/usr/bin:/sbin:/bin';
function asRoot({ uid }) {
    return ['-n', '--', '/usr/bin/env', '-i', `SUDO_UID=${uid}`];
}
function nodeHost() {
    return {
        env: process.env,
        uid: process.geteuid?.() ?? -1,
        gid: process.getegid?.() ?? -1,
        system: process.platform,
        nodeArch: (0,external_node_os_.arch)(),
        endian: (0,external_node_os_.endianness)() === 'BE' ? 'big' : 'little',
        kernelRelease: (0,external_node_os_.release)(),
        nodeVersion: process.version,
        node: process.execPath,
        cpus: (0,external_node_os_.availableParallelism)(),
        readText: (path) => new TextDecoder().decode((0,files/* readStart */.H6)(path, TEXT_LIMIT)),
        readBytes: files/* readStart */.H6,
        openPlain: (path, limit) => {
            const file = (0,files/* openPlain */.Hu)(path, limit);
            return { ...file, stat: asFileStat(file.stat) };
        },
        list: listUnsorted,
        stat,
        fileSystemType: (path) => (0,problem/* orUndefined */.y0)(() => external_node_fs_.statfsSync(path).type),
        freeBytes: (path) => (0,problem/* orUndefined */.y0)(() => freeBytes(path)),
        realPath: (path) => (0,problem/* orUndefined */.y0)(() => external_node_fs_.realpathSync(path)),
        writeKernel,
        makeTemporary: (prefix, parent = (0,external_node_os_.tmpdir)(), stays) => (0,ending/* makeTemporary */.ww)(prefix, parent, stays),
        makeFolder: (path, mode) => {
            external_node_fs_.mkdirSync(path, { recursive: true });
            if (mode !== undefined)
                (0,files/* using */.v)((0,files/* openFolder */.NE)(path), ({ fd }) => external_node_fs_.fchmodSync(fd, mode));
        },
        makeMode: files/* changeMode */.iz,
        isWritable: (path) => canAccess(path, external_node_fs_.constants.W_OK | external_node_fs_.constants.X_OK),
        readable: async (path) => {
            const file = which('cat', ROOT_PATH) ?? 'cat';
            return (await run({ file, args: [path], timeoutMs: 10_000 })).code === 0;
        },
        writeFile: files/* writeOwn */.ys,
        appendDurably,
        remove: files/* removeTree */.dM,
        open: files/* openFolder */.NE,
        which: (program) => which(program, process.env.PATH ?? ''),
        run,
    };
}
function listUnsorted(path) {
    const folder = external_node_fs_.opendirSync(path);
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
    return (0,problem/* orUndefined */.y0)(() => asFileStat(follow ? external_node_fs_.statSync(path) : external_node_fs_.lstatSync(path)));
}
function asFileStat(found) {
    return {
        kind: found.isFile()
            ? 'file'
            : found.isDirectory()
                ? 'folder'
                : found.isSymbolicLink()
                    ? 'link'
                    : 'other',
        size: found.size,
        mode: found.mode & 0o7777,
        uid: found.uid,
        gid: found.gid,
        device: found.dev,
        inode: found.ino,
        modified: found.mtimeMs,
        changed: found.ctimeMs,
    };
}
function freeBytes(path) {
    const { bavail, bsize } = external_node_fs_.statfsSync(path);
    return bavail * bsize;
}
function writeKernel(path, text) {
    const fd = external_node_fs_.openSync(path, external_node_fs_.constants.O_WRONLY);
    try {
        external_node_fs_.writeSync(fd, text);
    }
    finally {
        external_node_fs_.closeSync(fd);
    }
}
function appendDurably(path, text) {
    const { O_WRONLY, O_APPEND, O_CREAT, O_NOFOLLOW } = external_node_fs_.constants;
    const fd = external_node_fs_.openSync(path, O_WRONLY | O_APPEND | O_CREAT | O_NOFOLLOW, 0o600);
    try {
        external_node_fs_.writeSync(fd, text);
        external_node_fs_.fsyncSync(fd);
    }
    finally {
        external_node_fs_.closeSync(fd);
    }
}
function which(program, searchPath) {
    if (program.includes('/'))
        return isExecutable(program) ? program : undefined;
    const folders = searchPath.split(external_node_path_.delimiter).filter((folder) => folder.startsWith('/'));
    for (const folder of new Set([...folders, ...SYSTEM_FOLDERS])) {
        const path = (0,external_node_path_.join)(folder, program);
        if (isExecutable(path))
            return path;
    }
    return undefined;
}
function isExecutable(path) {
    return canAccess(path, external_node_fs_.constants.X_OK) && stat(path)?.kind === 'file';
}
function canAccess(path, mode) {
    return (0,problem/* orUndefined */.y0)(() => external_node_fs_.accessSync(path, mode) === undefined) ?? false;
}
async function run(command, inherit = []) {
    try {
        return await runToEnd(command, inherit);
    }
    catch (thrown) {
        const error = (0,problem/* errnoOf */.UQ)(thrown) ?? 'EUNKNOWN';
        return { code: null, signal: null, stdout: '', stderr: '', timedOut: false, error, ms: 0 };
    }
}
function runToEnd(command, inherit) {
    const started = now();
    const maxBytes = command.maxBytes ?? TEXT_LIMIT;
    return new Promise((resolve) => {
        const child = (0,external_node_child_process_namespaceObject.spawn)(command.file, command.args, {
            env: command.env ?? process.env,
            cwd: command.cwd,
            stdio: [
                command.stdin === undefined ? 'ignore' : 'pipe',
                'pipe',
                'pipe',
                ...inherit.map(({ fd }) => fd),
            ],
            detached: true,
        });
        const stdout = collect(child.stdout, maxBytes);
        const stderr = collect(child.stderr, maxBytes);
        let timedOut = false;
        let error;
        let over = false;
        let timer;
        child.on('error', (problem) => {
            error = 'code' in problem && typeof problem.code === 'string' ? problem.code : 'EUNKNOWN';
            if (child.pid === undefined)
                finish(null, null);
        });
        child.on('close', finish);
        child.stdin?.on('error', () => undefined);
        if (command.stdin instanceof Promise)
            void command.stdin.then(begin);
        else
            begin(command.stdin);
        function begin(text) {
            child.stdin?.end(text);
            if (!over)
                timer = setTimeout(endNow, command.timeoutMs);
        }
        function endNow() {
            timedOut = true;
            endGroup(child.pid, 'SIGKILL');
            for (const stream of [child.stdin, child.stdout, child.stderr])
                stream?.destroy();
            timer = setTimeout(() => {
                child.unref();
                finish(null, null);
            }, ENDING_MS);
        }
        function finish(code, signal) {
            over = true;
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
function endGroup(pid, signal) {
    if (pid === undefined)
        return;
    try {
        process.kill(-pid, signal);
    }
    catch {
    }
}


/***/ }),

/***/ 626:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   LS: () => (/* binding */ mountAt),
/* harmony export */   Lj: () => (/* binding */ parseStartTime),
/* harmony export */   dG: () => (/* binding */ isNestedNamespace),
/* harmony export */   qV: () => (/* binding */ parseMounts),
/* harmony export */   vI: () => (/* binding */ mountOf)
/* harmony export */ });
/* unused harmony exports isReadOnly, maySysAdmin, parseAmd64Level, parseCapabilities, parseSysctl, hasSeccompFilter, parseAppArmorProfile, parseSoftFileLimit */
function parseMounts(text) {
    return text.split('\n').flatMap((line) => parseMount(line) ?? []);
}
function parseMount(line) {
    const fields = line.split(' ');
    const [id, , , , point, options] = fields;
    const separator = fields.indexOf('-', 6);
    const [type, source, superOptions] = separator === -1 ? [] : fields.slice(separator + 1);
    if (id === undefined || !/^\d{1,10}$/.test(id))
        return undefined;
    if (point === undefined || options === undefined || type === undefined || source === undefined)
        return undefined;
    return {
        id: Number(id),
        point: unescapeOctal(point),
        type,
        source: unescapeOctal(source),
        options: options.split(','),
        superOptions: (superOptions ?? '').split(','),
    };
}
function unescapeOctal(text) {
    return text.replace(/\\([0-3][0-7]{2})/g, (_, digits) => String.fromCharCode(Number.parseInt(digits, 8)));
}
function mountAt(mounts, path) {
    return mounts.findLast((mount) => mount.point === path);
}
function mountOf(mounts, path) {
    let best;
    for (const mount of mounts) {
        const inside = mount.point === '/' || path === mount.point || path.startsWith(`${mount.point}/`);
        if (inside && mount.point.length >= (best?.point.length ?? 0))
            best = mount;
    }
    return best;
}
function isReadOnly(mount) {
    return mount.options.includes('ro') || mount.superOptions.includes('ro');
}
const CAP_SYS_ADMIN = 21n;
function maySysAdmin(capabilities) {
    return ((capabilities >> CAP_SYS_ADMIN) & 1n) === 1n;
}
const AMD64_LEVELS = (/* unused pure expression or super */ null && ([
    ['cx16', 'lahf_lm', 'popcnt', 'sse4_1', 'sse4_2', 'ssse3'],
    ['abm', 'avx', 'avx2', 'bmi1', 'bmi2', 'f16c', 'fma', 'movbe', 'xsave'],
    ['avx512f', 'avx512bw', 'avx512cd', 'avx512dq', 'avx512vl'],
]));
function parseAmd64Level(cpuinfo) {
    const flags = new Set(/^flags\s*:\s*(.*)$/m.exec(cpuinfo)?.[1]?.split(' '));
    const missing = AMD64_LEVELS.findIndex((needed) => !needed.every((flag) => flags.has(flag)));
    return missing === -1 ? 4 : (missing + 1);
}
function parseCapabilities(status) {
    const hex = /^CapEff:\s*([0-9a-f]{1,16})$/m.exec(status)?.[1];
    return hex === undefined ? 0n : BigInt(`0x${hex}`);
}
function isNestedNamespace(uidMap) {
    return !/^\s*0\s+0\s+4294967295\s*$/.test(uidMap);
}
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
function parseStartTime(stat) {
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const started = fields[19];
    return started !== undefined && /^\d+$/.test(started) ? started : undefined;
}
function parseSoftFileLimit(limits) {
    return /^Max open files +(\d{1,20}|unlimited) /m.exec(limits)?.[1];
}


/***/ }),

/***/ 350:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(24);
/* harmony import */ var _apply_run_plan_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(859);
/* harmony import */ var _binfmt_entry_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(678);
/* harmony import */ var _host_host_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(764);
/* harmony import */ var _host_proc_js__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(626);
/* harmony import */ var _plan_parse_plan_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(164);
/* harmony import */ var _text_text_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(614);
/* harmony import */ var _program_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(755);








const PLAN_LIMIT = 16 * 1024 * 1024;
const TOLD = 20;
process.exitCode = await (0,_program_js__WEBPACK_IMPORTED_MODULE_6__/* .runToEnd */ .cd)(({ id, message, exitCode }) => {
    complain(`${id} ${message}`);
    return exitCode;
}, main);
async function main(doing) {
    doing('read the plan');
    const text = readPlan();
    const plan = text === undefined ? { problems: [`it has more than ${PLAN_LIMIT} bytes`] } : (0,_plan_parse_plan_js__WEBPACK_IMPORTED_MODULE_4__/* .parsePlan */ .v)(text);
    if ('problems' in plan) {
        const { length } = plan.problems;
        const told = [
            ...plan.problems.slice(0, TOLD),
            ...(length > TOLD ? [`${length - TOLD} more like these`] : []),
        ];
        complain(`the plan cannot be carried out, and nothing was changed: ${told.join('; ')}`);
        return 2;
    }
    doing('carry out the plan');
    keepEnvironment();
    const host = (0,_host_host_js__WEBPACK_IMPORTED_MODULE_3__/* .nodeHost */ .P6)();
    const mounts = (0,_host_proc_js__WEBPACK_IMPORTED_MODULE_7__/* .parseMounts */ .qV)(host.readText('/proc/self/mountinfo'));
    const applied = await (0,_apply_run_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .carryOutHere */ .Y)(host, plan, { table: _binfmt_entry_js__WEBPACK_IMPORTED_MODULE_2__/* .TABLE_PATH */ .Fb, mounts });
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeSync)(1, `${JSON.stringify(applied)}\n`);
    return 0;
}
function readPlan() {
    const pieces = [];
    let length = 0;
    for (let count = -1; count !== 0; length += count) {
        if (length > PLAN_LIMIT)
            return undefined;
        const piece = Buffer.allocUnsafe(65_536);
        count = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readSync)(0, piece);
        pieces.push(piece.subarray(0, count));
    }
    return Buffer.concat(pieces).toString('utf8');
}
function keepEnvironment() {
    for (const name of Object.keys(process.env))
        if (name !== 'SUDO_UID')
            delete process.env[name];
    Object.assign(process.env, { PATH: _host_host_js__WEBPACK_IMPORTED_MODULE_3__/* .ROOT_PATH */ .Dl, HOME: '/root' });
}
function complain(problem) {
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeSync)(2, `${(0,_text_text_js__WEBPACK_IMPORTED_MODULE_5__/* .safeLine */ .om)(problem)}\n`);
}

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 755:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   cd: () => (/* binding */ runToEnd)
/* harmony export */ });
/* unused harmony exports INTERNAL, followProgress, privilegedProgram, programBeside */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(24);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(760);
/* harmony import */ var _host_ending_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(321);
/* harmony import */ var _text_problem_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(894);
/* harmony import */ var _text_redact_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(680);
/* harmony import */ var _text_text_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(614);







const INTERNAL = 'SB-INTERNAL';
const REMEDIES = [
    { errnos: ['ENOSPC', 'EDQUOT'], remedy: 'Make room on that file system' },
    { errnos: ['EROFS', 'EACCES', 'EPERM'], remedy: 'Let this user write there' },
    { errnos: ['EMFILE'], remedy: 'Let this program open more files (ulimit -n)' },
    { errnos: ['ENFILE'], remedy: 'Let this machine open more files (fs.file-max)' },
    { errnos: ['ENOMEM'], remedy: 'Give this program more memory' },
];
async function runToEnd(fail, ...parts) {
    let what = 'start';
    const end = (thrown) => {
        try {
            return fail(thrown instanceof _text_problem_js__WEBPACK_IMPORTED_MODULE_4__/* .SetupProblem */ .DN ? thrown : unforeseen(thrown, what));
        }
        catch {
            return 1;
        }
    };
    process.on('uncaughtException', (thrown) => {
        if ((0,_text_problem_js__WEBPACK_IMPORTED_MODULE_4__/* .errnoOf */ .UQ)(thrown) !== 'EPIPE')
            process.exit(end(thrown));
    });
    for (const [signal, number] of Object.entries(STOPPING)) {
        process.on(signal, () => {
            if (process.listenerCount(signal) > 1)
                return;
            (0,_host_ending_js__WEBPACK_IMPORTED_MODULE_3__/* .endSoon */ .nJ)((helpers) => {
                end(stopped(signal, what, helpers));
                process.exit(128 + number);
            });
        });
    }
    const codes = [];
    for (const part of parts) {
        try {
            codes.push(await part((next) => {
                what = next;
            }));
        }
        catch (thrown) {
            codes.push(end(thrown));
        }
    }
    return codes.find((code) => code !== 0) ?? 0;
}
const STOPPING = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 };
function stopped(signal, what, helpers) {
    const first = helpers.length === 0 ? '' : `, and has ended ${helpers.join(', ')} before`;
    const changes = helpers.includes('docker')
        ? 'entries that the installer has registered by then are in the table, and remove takes them away by their names'
        : 'what it has changed by then is recorded, and remove --run last takes it back';
    return new _text_problem_js__WEBPACK_IMPORTED_MODULE_4__/* .SetupProblem */ .DN({
        id: 'SB-STOPPED',
        kind: 'unproven',
        what,
        cause: `this program was stopped by ${signal}${first}`,
        remedy: `Run it again; ${changes}`,
    });
}
function unforeseen(thrown, what) {
    const errno = (0,_text_problem_js__WEBPACK_IMPORTED_MODULE_4__/* .errnoOf */ .UQ)(thrown) ?? '';
    const remedy = REMEDIES.find(({ errnos }) => errnos.includes(errno))?.remedy;
    const system = `setup-binfmt ${_text_text_js__WEBPACK_IMPORTED_MODULE_6__/* .PROGRAM_VERSION */ .cn}, Node.js ${process.version}, ${process.platform} ${(0,node_os__WEBPACK_IMPORTED_MODULE_1__.release)()} ${process.arch}`;
    const send = `send this line and the log of a run with RUNNER_DEBUG=1 to the maintainers (${system})`;
    const text = {
        id: INTERNAL,
        kind: 'unproven',
        what,
        cause: `${(0,_text_redact_js__WEBPACK_IMPORTED_MODULE_5__/* .hideHomes */ .Pg)((0,_text_problem_js__WEBPACK_IMPORTED_MODULE_4__/* .reasonOf */ .A3)(thrown))} (this was not foreseen)`,
        remedy: remedy === undefined ? `Please ${send}` : `${remedy}; where that does not help, ${send}`,
    };
    return new _text_problem_js__WEBPACK_IMPORTED_MODULE_4__/* .SetupProblem */ .DN(text, { cause: thrown });
}
function followProgress(progress, what, doing) {
    doing(what);
    const group = (title) => {
        doing(`${what} (${title})`);
        progress.group(title);
    };
    return { ...progress, group };
}
function privilegedProgram() {
    return programBeside('privileged.js');
}
function programBeside(name) {
    const started = process.argv[1];
    return join(started === undefined ? process.cwd() : dirname(realpathSync(started)), name);
}


/***/ }),

/***/ 164:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ parsePlan)
/* harmony export */ });
/* harmony import */ var _binfmt_entry_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(678);
/* harmony import */ var _binfmt_persist_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(434);
/* harmony import */ var _binfmt_rule_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(582);
/* harmony import */ var _platform_platforms_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(61);
/* harmony import */ var _text_parse_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(114);
/* harmony import */ var _text_version_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(341);






const HASH = /^[0-9a-f]{64}$/;
const FLAGS = /^P?O?C?F$/;
const KEYS = [
    ...['schema', 'prepare', 'remove', 'install', 'prove', 'store'],
    ...['run', 'lease', 'end', 'rules', 'persist', 'aside'],
];
const INSTALL_KEYS = [
    ...['arch', 'name', 'interpreter', 'flagChoices', 'sha256', 'version', 'replaces', 'source'],
];
const LIST_LIMIT = 300;
const ENTRIES_LIMIT = 100_000;
function parsePlan(text) {
    const value = (0,_text_parse_js__WEBPACK_IMPORTED_MODULE_5__/* .parseJson */ .qF)(text);
    if (value === undefined)
        return { problems: ['it is not JSON'] };
    if (!(0,_text_parse_js__WEBPACK_IMPORTED_MODULE_5__/* .isObject */ .Gv)(value))
        return { problems: ['it is not an object'] };
    const problems = [];
    checkKeys(value, KEYS, 'the plan', problems);
    if (value.schema !== 1)
        problems.push('its schema is not 1');
    const store = (0,_text_parse_js__WEBPACK_IMPORTED_MODULE_5__/* .isPlainPath */ .qW)(value.store) ? value.store : '';
    if (store === '')
        problems.push('store is not an absolute path');
    const plan = {
        schema: 1,
        prepare: readList(value.prepare, 'prepare', readPreparation, problems),
        remove: readPins(value.remove, 'remove', problems),
        install: readList(value.install, 'install', (item) => readInstall(item, store, problems), problems),
        prove: readList(value.prove, 'prove', (arch) => readArchitecture(arch, 'prove', problems), problems),
        aside: value.aside === undefined ? undefined : readNames(value.aside, 'aside', problems),
        store,
        ...readRun(value, problems),
        rules: value.rules === undefined ? undefined : readList(value.rules, 'rules', readRule, problems),
        persist: value.persist === undefined ? undefined : readPersist(value.persist, problems),
    };
    return problems.length > 0 ? { problems } : plan;
}
function readRun({ run, lease, end }, problems) {
    if (run === undefined) {
        if (lease !== undefined || end !== undefined)
            problems.push('it has a lease or an end, but no run');
        return {};
    }
    const id = (0,_text_parse_js__WEBPACK_IMPORTED_MODULE_5__/* .isRunId */ .Pk)(run) ? run : undefined;
    if (id === undefined)
        problems.push('run is no id of a run');
    const changes = (0,_text_parse_js__WEBPACK_IMPORTED_MODULE_5__/* .isObject */ .Gv)(end) && typeof end.changes === 'boolean' ? end.changes : undefined;
    if (end !== undefined && changes === undefined)
        problems.push('end does not say whether changes are undone');
    return {
        run: id,
        end: changes === undefined ? undefined : { changes },
        lease: lease === undefined ? undefined : readLease(lease, problems),
    };
}
function readPersist(value, problems) {
    const { handlers, rules, forget } = (0,_text_parse_js__WEBPACK_IMPORTED_MODULE_5__/* .isObject */ .Gv)(value) ? value : {};
    return {
        handlers: readNames(handlers, 'persist', problems),
        rules: readNames(rules, 'persist', problems),
        forget: readNames(forget, 'persist', problems),
    };
}
function readLease(value, problems) {
    const { entries, holder } = (0,_text_parse_js__WEBPACK_IMPORTED_MODULE_5__/* .isObject */ .Gv)(value) ? value : {};
    const isProcess = typeof holder === 'number' && Number.isSafeInteger(holder) && holder > 0;
    if (holder !== undefined && !isProcess)
        problems.push('the holder of the lease is no process id');
    return {
        entries: readNames(entries, 'lease', problems),
        holder: isProcess ? holder : undefined,
    };
}
function readRule(value, problems) {
    const { rule: wanted, replaces } = (0,_text_parse_js__WEBPACK_IMPORTED_MODULE_5__/* .isObject */ .Gv)(value) ? value : {};
    const rule = (0,_binfmt_rule_js__WEBPACK_IMPORTED_MODULE_2__/* .ruleFromJson */ .rb)(wanted);
    if (rule === undefined || (0,_binfmt_rule_js__WEBPACK_IMPORTED_MODULE_2__/* .ruleLineProblems */ .PF)(rule).length > 0) {
        problems.push('rules holds something that is no rule');
        return undefined;
    }
    if (replaces === undefined)
        return { rule };
    const pinned = readPin(replaces, 'rules', problems);
    if (pinned !== undefined && pinned.name !== rule.name)
        problems.push('a rule replaces an entry of another name');
    return { rule, replaces: pinned };
}
function readInstall(value, store, problems) {
    if (!(0,_text_parse_js__WEBPACK_IMPORTED_MODULE_5__/* .isObject */ .Gv)(value)) {
        problems.push('install holds something that is no installation');
        return undefined;
    }
    checkKeys(value, INSTALL_KEYS, 'an installation', problems);
    const arch = readArchitecture(value.arch, 'install', problems);
    const target = arch === undefined ? undefined : (0,_platform_platforms_js__WEBPACK_IMPORTED_MODULE_3__/* .targetOf */ .$r)(arch);
    if (arch === undefined || target === undefined)
        return undefined;
    const mine = [];
    const read = (text, pattern, problem) => {
        if (typeof text === 'string' && pattern.test(text))
            return text;
        mine.push(problem);
        return '';
    };
    const inStore = (path) => {
        if ((0,_text_parse_js__WEBPACK_IMPORTED_MODULE_5__/* .isPlainPath */ .qW)(path) && path.startsWith(`${store}/`) && path.length <= _binfmt_entry_js__WEBPACK_IMPORTED_MODULE_0__/* .REGISTER_LIMIT */ .Ah / 2)
            return path;
        mine.push('its interpreter does not lie in the store');
        return '';
    };
    const name = (0,_binfmt_rule_js__WEBPACK_IMPORTED_MODULE_2__/* .handlerNames */ .fL)(target).find((each) => each === value.name) ?? '';
    if (name === '')
        mine.push('its name is none of a handler');
    const sha256 = read(value.sha256, HASH, 'its sha256 is none');
    const source = value.source === undefined ? undefined : inStore(value.source);
    const interpreter = source === undefined ? inStore(value.interpreter) : (0,_binfmt_persist_js__WEBPACK_IMPORTED_MODULE_1__/* .persistentPath */ .b_)(sha256, target.qemu);
    if (source !== undefined && value.interpreter !== interpreter)
        mine.push('its interpreter does not lie where handlers stay');
    if (value.version !== undefined && !(0,_text_version_js__WEBPACK_IMPORTED_MODULE_4__/* .isVersion */ .lF)(value.version))
        mine.push('its version is none');
    const install = {
        arch,
        name,
        interpreter,
        flagChoices: readList(value.flagChoices, 'flagChoices', (flags) => read(flags, FLAGS, 'its flags are not allowed'), problems),
        sha256,
        version: (0,_text_version_js__WEBPACK_IMPORTED_MODULE_4__/* .isVersion */ .lF)(value.version) ? value.version : undefined,
        replaces: readPins(value.replaces, 'replaces', problems),
        source,
    };
    if (install.flagChoices.length === 0)
        mine.push('its flags are not allowed');
    problems.push(...mine.map((problem) => `install ${arch}: ${problem}`));
    return install;
}
function readPins(value, where, problems) {
    return readList(value, where, (item) => readPin(item, where, problems), problems, ENTRIES_LIMIT);
}
function readPin(value, where, problems) {
    if (!(0,_binfmt_entry_js__WEBPACK_IMPORTED_MODULE_0__/* .isPinned */ .T4)(value)) {
        problems.push(`${where} holds something that is no entry`);
        return undefined;
    }
    checkKeys({ ...value }, ['name', 'text'], 'an entry', problems);
    return (0,_binfmt_entry_js__WEBPACK_IMPORTED_MODULE_0__/* .pin */ .y_)(value);
}
function readNames(value, where, problems) {
    return readPins(Array.isArray(value) ? value.map((name) => ({ name, text: '' })) : value, where, problems).map(({ name }) => name);
}
function readArchitecture(value, where, problems) {
    if (typeof value === 'string' && (0,_platform_platforms_js__WEBPACK_IMPORTED_MODULE_3__/* .targetOf */ .$r)(value) !== undefined)
        return value;
    problems.push(`${where} holds an architecture that is not in the table`);
    return undefined;
}
function readPreparation(value, problems) {
    if (value === 'load-module' || value === 'mount')
        return value;
    problems.push('prepare holds an unknown step');
    return undefined;
}
function readList(value, name, read, problems, limit = LIST_LIMIT) {
    if (Array.isArray(value) && value.length <= limit)
        return value.flatMap((item) => read(item, problems) ?? []);
    problems.push(`${name} is not a list of at most ${limit}`);
    return [];
}
function checkKeys(value, allowed, what, problems) {
    if (Object.keys(value).some((key) => !allowed.includes(key)))
        problems.push(`${what} holds an unknown key`);
}


/***/ }),

/***/ 176:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ah: () => (/* binding */ TRIAL_TAG),
/* harmony export */   C5: () => (/* binding */ trialMagic),
/* harmony export */   TB: () => (/* binding */ buildProgram)
/* harmony export */ });
/* unused harmony exports ET_EXEC, ET_DYN, headersOf, readElf */
const TRIAL_TAG = 0x5a;
const EI_PAD = 9;
const ET_EXEC = 2;
const ET_DYN = 3;
const PT_LOAD = 1;
const PT_INTERP = 3;
const READ_AND_EXECUTE = 5;
const BASE_ADDRESS = 0x400000;
const LARGEST_PAGE = 0x10000;
function headersOf(elf, options = {}) {
    return buildProgram(elf, '', options);
}
function buildProgram(elf, code, options = {}) {
    const { bits, endian, machine, flags } = elf;
    const layout = LAYOUTS[bits];
    const headers = layout.header + layout.segment;
    const size = headers + code.length / 2;
    const base = options.pie === true ? 0 : BASE_ADDRESS;
    const bytes = new Uint8Array(size);
    const write = fieldWriter(bytes, bits, endian);
    bytes.set([0x7f, 0x45, 0x4c, 0x46, bits === 64 ? 2 : 1, endian === 'little' ? 1 : 2, 1]);
    bytes[EI_PAD] = options.tag ?? 0;
    write.half(16, options.pie === true ? ET_DYN : ET_EXEC);
    write.half(18, machine);
    write.word(20, 1);
    write.address(layout.entry, base + headers);
    write.address(layout.segments, layout.header);
    write.word(layout.flags, flags);
    write.half(layout.headerSize, layout.header);
    write.half(layout.segmentSize, layout.segment);
    write.half(layout.segmentCount, 1);
    const segment = layout.header;
    write.word(segment, PT_LOAD);
    write.word(segment + layout.permissions, READ_AND_EXECUTE);
    write.address(segment + layout.virtual, base);
    write.address(segment + layout.physical, base);
    write.address(segment + layout.fileSize, size);
    write.address(segment + layout.memorySize, size);
    write.address(segment + layout.align, LARGEST_PAGE);
    bytes.set(Buffer.from(code, 'hex'), headers);
    return bytes;
}
function trialMagic(target) {
    const put = (hex, value) => hex.slice(0, EI_PAD * 2) + value.toString(16) + hex.slice(EI_PAD * 2 + 2);
    return { magic: put(target.magic, TRIAL_TAG), mask: put(target.mask, 0xff) };
}
function readElf(bytes) {
    const [m0, m1, m2, m3, elfClass, data] = bytes;
    if (m0 !== 0x7f || m1 !== 0x45 || m2 !== 0x4c || m3 !== 0x46)
        return undefined;
    if ((elfClass !== 1 && elfClass !== 2) || (data !== 1 && data !== 2))
        return undefined;
    const bits = elfClass === 2 ? 64 : 32;
    const layout = LAYOUTS[bits];
    if (bytes.length < layout.header)
        return undefined;
    const little = data === 1;
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const segments = bits === 64
        ? Number(view.getBigUint64(layout.segments, little))
        : view.getUint32(layout.segments, little);
    const count = view.getUint16(layout.segmentCount, little);
    const sizeKnown = count === 0 || view.getUint16(layout.segmentSize, little) === layout.segment;
    const inside = sizeKnown ? Math.max(0, Math.floor((bytes.length - segments) / layout.segment)) : 0;
    let interpreter = false;
    for (let index = 0; index < Math.min(count, inside); index++) {
        if (view.getUint32(segments + index * layout.segment, little) === PT_INTERP)
            interpreter = true;
    }
    return {
        bits,
        endian: little ? 'little' : 'big',
        machine: view.getUint16(18, little),
        type: view.getUint16(16, little),
        osabi: view.getUint8(7),
        flags: view.getUint32(layout.flags, little),
        interpreter,
        complete: inside >= count,
    };
}
const LAYOUTS = {
    32: {
        header: 52,
        entry: 24,
        segments: 28,
        flags: 36,
        headerSize: 40,
        segmentSize: 42,
        segmentCount: 44,
        segment: 32,
        virtual: 8,
        physical: 12,
        fileSize: 16,
        memorySize: 20,
        permissions: 24,
        align: 28,
    },
    64: {
        header: 64,
        entry: 24,
        segments: 32,
        flags: 48,
        headerSize: 52,
        segmentSize: 54,
        segmentCount: 56,
        segment: 56,
        permissions: 4,
        virtual: 16,
        physical: 24,
        fileSize: 32,
        memorySize: 40,
        align: 48,
    },
};
function fieldWriter(bytes, bits, endian) {
    const view = new DataView(bytes.buffer);
    const little = endian === 'little';
    const word = (offset, value) => view.setUint32(offset, value, little);
    return {
        half: (offset, value) => view.setUint16(offset, value, little),
        word,
        address: (offset, value) => bits === 64 ? view.setBigUint64(offset, BigInt(value), little) : word(offset, value),
    };
}


/***/ }),

/***/ 61:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $r: () => (/* binding */ targetOf),
/* harmony export */   BM: () => (/* binding */ nativeArchitecture),
/* harmony export */   JL: () => (/* binding */ mayRunNatively),
/* harmony export */   QR: () => (/* binding */ targetsOf),
/* harmony export */   dW: () => (/* binding */ TARGETS),
/* harmony export */   gc: () => (/* binding */ qemuName)
/* harmony export */ });
/* unused harmony exports CONTAINER_ARCHITECTURES, parsePlatform, architectureNamed, formatPlatform, slugOf, platformsOf */
/* harmony import */ var _text_text_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(614);

const SYSTEM = 'linux';
const EM_MIPS = 8;
const MIPS_N32 = 0x20;
const ARM_VARIANTS = new Map([
    ['armhf', 'v7'],
    ['armel', 'v6'],
    ['armv5', 'v5'],
    ['armv5l', 'v5'],
    ['armv5tel', 'v5'],
    ['armv5tejl', 'v5'],
    ['armv6', 'v6'],
    ['armv6l', 'v6'],
    ['armv7', 'v7'],
    ['armv7a', 'v7'],
    ['armv7l', 'v7'],
    ['armv7hl', 'v7'],
    ['armv8l', 'v7'],
    ['arm32', 'v7'],
    ['arm32v5', 'v5'],
    ['arm32v6', 'v6'],
    ['arm32v7', 'v7'],
]);
const TARGETS = [
    target('amd64', 'x86_64', 64, 'little', 62, 0, 'x86-64 x64'),
    target('arm64', 'aarch64', 64, 'little', 183, 0, 'arm64v8 armv8'),
    target('riscv64', 'riscv64', 64, 'little', 243, 0, 'riscv64gc'),
    target('ppc64le', 'ppc64le', 64, 'little', 21, 0x2, 'ppc64el powerpc64le powerpc64el'),
    target('s390x', 's390x', 64, 'big', 22, 0),
    target('386', 'i386', 32, 'little', 3, 0, 'i486 i586 i686 x86 ia32'),
    target('mips64le', 'mips64el', 64, 'little', 8, 0x60000000),
    target('mips64', 'mips64', 64, 'big', 8, 0x60000000),
    target('loong64', 'loongarch64', 64, 'little', 258, 0x43),
    target('arm', 'arm', 32, 'little', 40, 0x5000000, Array.from(ARM_VARIANTS.keys()).join(' ')),
    target('arm64be', 'aarch64_be', 64, 'big', 183, 0),
    target('armbe', 'armeb', 32, 'big', 40, 0x5800000, 'armv7b'),
    target('riscv32', 'riscv32', 32, 'little', 243, 0),
    target('ppc64', 'ppc64', 64, 'big', 21, 0x2, 'powerpc64'),
    target('ppc', 'ppc', 32, 'big', 20, 0, 'powerpc'),
    target('mips', 'mips', 32, 'big', 8, 0x50001000),
    target('mipsle', 'mipsel', 32, 'little', 8, 0x50001000),
    target('mips64p32', 'mipsn32', 32, 'big', 8, 0x60000020),
    target('mips64p32le', 'mipsn32el', 32, 'little', 8, 0x60000020),
    target('sparc64', 'sparc64', 64, 'big', 43, 0),
    target('sparc', 'sparc', 32, 'big', 2, 0),
    target('sparc32plus', 'sparc32plus', 32, 'big', 18, 0x100),
    target('m68k', 'm68k', 32, 'big', 4, 0),
    target('sh4', 'sh4', 32, 'little', 42, 0x9),
    target('sh4eb', 'sh4eb', 32, 'big', 42, 0x9),
    target('alpha', 'alpha', 64, 'little', 0x9026, 0),
    target('hppa', 'hppa', 32, 'big', 15, 0x210, 'parisc'),
    target('hexagon', 'hexagon', 32, 'little', 164, 0x67),
    target('xtensa', 'xtensa', 32, 'little', 94, 0x300),
    target('xtensaeb', 'xtensaeb', 32, 'big', 94, 0x300),
    target('cris', 'cris', 32, 'little', 76, 0),
    target('microblaze', 'microblaze', 32, 'big', 0xbaab, 0),
    target('microblazeel', 'microblazeel', 32, 'little', 0xbaab, 0),
    target('nios2', 'nios2', 32, 'little', 113, 0),
    target('or1k', 'or1k', 32, 'big', 92, 0, 'openrisc'),
];
const CONTAINER_ARCHITECTURES = TARGETS.slice(0, 10).map(({ arch }) => arch);
const BY_ARCHITECTURE = new Map(TARGETS.map((each) => [each.arch, each]));
const WORDS = new Map([
    ...TARGETS.map(({ arch }) => [arch, arch]),
    ...TARGETS.flatMap(({ arch, aliases }) => aliases.map((alias) => [alias, arch])),
]);
function target(arch, qemu, bits, endian, machine, flags, otherNames = '') {
    const names = [qemu, ...otherNames.split(' ')].filter((name) => name !== arch && name !== '');
    const elf = { bits, endian, machine, flags };
    return { arch, qemu, elf, aliases: names, offset: 0, ...identify(elf) };
}
function identify(elf) {
    const { bits, endian, machine, flags } = elf;
    const number = (value, bytes) => {
        const digits = value.toString(16).padStart(bytes * 2, '0');
        return endian === 'big' ? digits : digits.match(/../g).reverse().join('');
    };
    const ident = `7f454c46${bits === 64 ? '02' : '01'}${endian === 'little' ? '01' : '02'}01${'00'.repeat(9)}`;
    const magic = ident + number(2, 2) + number(machine, 2);
    const mask = 'ff'.repeat(7) + '00'.repeat(9) + number(0xfffe, 2) + number(0xffff, 2);
    if (machine !== EM_MIPS || bits === 64)
        return { magic, mask };
    const addresses = '00'.repeat(12);
    return {
        magic: magic + number(1, 4) + addresses + number(flags & MIPS_N32, 4),
        mask: mask + number(0xffffffff, 4) + addresses + number(MIPS_N32, 4),
    };
}
function qemuName({ qemu }) {
    return `qemu-${qemu}`;
}
function targetOf(arch) {
    return BY_ARCHITECTURE.get(arch);
}
function targetsOf(architectures) {
    return [...new Set(architectures)].flatMap((arch) => targetOf(arch) ?? []);
}
function parsePlatform(text) {
    const parts = text.toLowerCase().split('/');
    const [first = ''] = parts;
    const hasSystem = parts.length > 1 && (first === SYSTEM || knownWord(first) === undefined);
    const [word = '', variant, ...rest] = hasSystem ? parts.slice(1) : parts;
    const system = hasSystem ? first : SYSTEM;
    const known = knownWord(word);
    if (known === undefined || rest.length > 0 || nearestWord(system, [SYSTEM]) === undefined) {
        return { unknown: text };
    }
    const [name, arch] = known;
    const implied = ARM_VARIANTS.get(name);
    const platform = name === word && system === SYSTEM ? normalise(arch, implied ?? variant) : undefined;
    return platform ?? { unknown: text, nearest: formatPlatform({ arch, variant: variantFor(arch, implied) }) };
}
function architectureNamed(word) {
    return WORDS.get(word);
}
function knownWord(word) {
    const name = WORDS.has(word) ? word : nearestWord(word, WORDS.keys());
    const arch = name === undefined ? undefined : WORDS.get(name);
    return name === undefined || arch === undefined ? undefined : [name, arch];
}
function normalise(arch, variant) {
    if (variant === undefined || arch === '386')
        return { arch, variant: variantFor(arch, undefined) };
    const number = /^v?([1-9](?:\.[0-9])?)$/.exec(variant)?.[1]?.replace('.0', '');
    if (number === undefined || VARIANTS.get(arch)?.test(number) !== true)
        return undefined;
    return { arch, variant: variantFor(arch, `v${number}`) };
}
const VARIANTS = new Map([
    ['amd64', /^[1-4]$/],
    ['arm', /^[5-8]$/],
    ['arm64', /^(?:8(?:\.[1-9])?|9(?:\.[1-7])?)$/],
]);
function variantFor(arch, variant) {
    const written = arch === 'arm' ? (variant ?? 'v7') : variant;
    const isBase = (arch === 'amd64' && written === 'v1') || (arch === 'arm64' && written === 'v8');
    return isBase ? undefined : written;
}
function formatPlatform({ arch, variant }) {
    return variant === undefined ? `${SYSTEM}/${arch}` : `${SYSTEM}/${arch}/${variant}`;
}
function slugOf(platform) {
    return formatPlatform(platform).replaceAll('/', '-');
}
function platformsOf(arch, level = 1) {
    if (arch === 'arm')
        return ['v7', 'v6'].map((variant) => ({ arch, variant }));
    if (arch !== 'amd64')
        return [{ arch }];
    return [{ arch }, ...['v2', 'v3', 'v4'].slice(0, level - 1).map((variant) => ({ arch, variant }))];
}
const NODE_NAMES = new Map([
    ['x64', { little: 'amd64', big: 'amd64' }],
    ['ia32', { little: '386', big: '386' }],
    ['arm', { little: 'arm', big: 'armbe' }],
    ['arm64', { little: 'arm64', big: 'arm64be' }],
    ['ppc64', { little: 'ppc64le', big: 'ppc64' }],
    ['mipsel', { little: 'mipsle', big: 'mipsle' }],
    ['mips64el', { little: 'mips64le', big: 'mips64le' }],
]);
function nativeArchitecture(nodeArch, endian) {
    const known = NODE_NAMES.get(nodeArch)?.[endian];
    return known ?? BY_ARCHITECTURE.get(nodeArch)?.arch;
}
const COMPATIBLE = {
    amd64: ['386'],
    arm64: ['arm'],
    riscv64: ['riscv32'],
    ppc64: ['ppc'],
    mips64: ['mips', 'mips64p32'],
    mips64le: ['mipsle', 'mips64p32le'],
    sparc64: ['sparc', 'sparc32plus'],
};
function mayRunNatively(host, arch) {
    return host !== undefined && (host === arch || (COMPATIBLE[host]?.includes(arch) ?? false));
}


/***/ }),

/***/ 114:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Gv: () => (/* binding */ isObject),
/* harmony export */   Pk: () => (/* binding */ isRunId),
/* harmony export */   lj: () => (/* binding */ parseObject),
/* harmony export */   qF: () => (/* binding */ parseJson),
/* harmony export */   qW: () => (/* binding */ isPlainPath)
/* harmony export */ });
/* unused harmony exports parseList, isLoopback */
function parseJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
function parseObject(text) {
    const value = parseJson(text);
    return isObject(value) ? value : undefined;
}
function parseList(text, isItem) {
    const value = parseJson(text ?? '');
    return Array.isArray(value) ? value.filter(isItem) : [];
}
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function isRunId(text) {
    return (typeof text === 'string' && /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(text));
}
function isLoopback(hostAndPort) {
    const host = hostAndPort.replace(/:\d+$/, '').toLowerCase();
    return host === 'localhost' || host === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(host);
}
function isPlainPath(value) {
    return typeof value === 'string' && /^\/[^\0\n:\\]+$/.test(value) && !/(?:^|\/)\.{1,2}(?:\/|$)/.test(value);
}


/***/ }),

/***/ 894:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   A3: () => (/* binding */ reasonOf),
/* harmony export */   DN: () => (/* binding */ SetupProblem),
/* harmony export */   UQ: () => (/* binding */ errnoOf),
/* harmony export */   y0: () => (/* binding */ orUndefined)
/* harmony export */ });
/* unused harmony exports wrapProblem, problemIn */
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(614);

const EXIT_CODES = { unproven: 1, input: 2, host: 3 };
class SetupProblem extends Error {
    id;
    kind;
    what;
    reason;
    remedy;
    constructor(text, options) {
        super(`Cannot ${text.what}: ${(0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .sentence */ .em)(text.cause)} ${(0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .sentence */ .em)(text.remedy)}`, options);
        this.name = 'SetupProblem';
        this.id = text.id;
        this.kind = text.kind;
        this.what = text.what;
        this.reason = text.cause;
        this.remedy = text.remedy;
    }
    get exitCode() {
        return EXIT_CODES[this.kind];
    }
}
function wrapProblem(thrown, what, otherwise) {
    const first = problemIn(thrown);
    if (first === undefined)
        return new SetupProblem({ ...otherwise, what, cause: reasonOf(thrown) }, { cause: thrown });
    const { id, kind, remedy, reason } = first;
    const cause = first.what === what ? reason : `cannot ${first.what}: ${reason}`;
    return new SetupProblem({ id, kind, remedy, what, cause }, { cause: thrown });
}
function problemIn(thrown) {
    const seen = new Set();
    for (let each = thrown; each instanceof Error && !seen.has(each); each = each.cause) {
        if (each instanceof SetupProblem)
            return each;
        seen.add(each);
    }
    return undefined;
}
function reasonOf(thrown) {
    return (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(thrown instanceof Error ? thrown.message : String(thrown));
}
function errnoOf(thrown) {
    if (thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'string')
        return thrown.code;
    return undefined;
}
function orUndefined(read) {
    try {
        return read();
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 680:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   PR: () => (/* binding */ UNSEEN),
/* harmony export */   Pg: () => (/* binding */ hideHomes),
/* harmony export */   _p: () => (/* binding */ ESCAPE_SEQUENCE),
/* harmony export */   oV: () => (/* binding */ hideUsed)
/* harmony export */ });
/* unused harmony exports rememberSecret, hideSecrets, hideHomesIn */
let used = (/* unused pure expression or super */ null && ([]));
let patterns = [];
const ESCAPE_SEQUENCE = '\\u001b(?:\\[[0-?]*[ -/]*[@-~]|\\][^\\u0007\\u001b]*(?:\\u0007|\\u001b\\\\)?|[@-Z\\\\-_])';
const UNSEEN = '[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]';
const BETWEEN = (/* unused pure expression or super */ null && (`(?:${ESCAPE_SEQUENCE}|${UNSEEN})*`));
const SHORTEST_SECRET = 4;
function rememberSecret(secret) {
    if (secret.length < SHORTEST_SECRET)
        return;
    const inForm = new URLSearchParams([['', secret]]).toString().slice(1);
    const forms = [secret, inForm, Buffer.from(secret).toString('base64')];
    used = [...new Set([...used, ...forms])].toSorted((a, b) => b.length - a.length);
    patterns = used.map((form) => new RegExp([...form].map(literally).join(BETWEEN), 'gu'));
}
function literally(letter) {
    return letter.replace(/[\\^$.*+?()[\]{}|/]/u, '\\$&');
}
function hideUsed(text) {
    return patterns.reduce((shown, secret) => shown.replaceAll(secret, '…'), text);
}
const VALUE = `(?:\\\\?"[^"]*"?|\\\\?'[^']*'?|[^\\s"',]+)`;
const WORD = `(?:"[^"]*"?|'[^']*'?|[^\\s"'](?:[^\\s"']|"(?=[^\\s"])[^"]*"|'(?=[^\\s'])[^']*')*)`;
const IS = `\\\\?["']?\\s{0,4}(?:=>|:=|[:=])\\s{0,4}`;
const SECRET_NAMES = `token|passw(?:or)?d|passphrase|passcode|secret|credential|api[_-]?key|(?:access|account|private|signing|encryption)[_-]?key|signature`;
const SHORT_NAMES = '(?<![A-Za-z])(?:auth|pass|pwd|psk|otp)|pw';
const NAMES = `${SECRET_NAMES}|${SHORT_NAMES}`;
const TOKENS = [
    'gh[a-z]_\\w{8,}',
    'github_pat_\\w{8,}',
    'gl[a-z]{2,6}-[\\w.-]{8,}',
    'dckr_[a-z]{3}_[\\w-]{8,}',
    'npm_[A-Za-z0-9]{10,}',
    'xox[a-z]-[\\w-]{8,}',
    'xapp-[\\w-]{8,}',
    'A(?:KIA|SIA|IDA|ROA)[A-Z0-9]{12,}',
    'AIza[\\w-]{20,}',
    'ya29\\.[\\w.-]{8,}',
    'sk[-_][\\w-]{16,}',
    'hf_[A-Za-z0-9]{16,}',
    'hv[sb]\\.[\\w-]{8,}',
    'pypi-[\\w-]{16,}',
    'rubygems_\\w{8,}',
    'dop_v1_\\w{8,}',
    'SG\\.[\\w.-]{16,}',
    'eyJ[\\w+/-]{8,}[\\w.+/=-]*',
];
const RULES = [
    [/(-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----).*/g, '$1…'],
    [/:\/\/[^\s/]{1,2000}@/g, '://…@'],
    [/:\/\/[^\s/:@…]{0,200}:(?!\d{1,5}\/)[^\s@"']{1,2000}@/g, '://…@'],
    [/(:\/\/[^\s?"']{1,400}\?)[^\s"']{1,2000}/g, '$1…'],
    [new RegExp(`(?<![A-Za-z0-9])(?:${TOKENS.join('|')})`, 'g'), '…'],
    [/(:\/\/(?=[^\s"'<>]{0,600}hook)[^\s/"'<>]{1,255}\/)[^\s"'<>]+/gi, '$1…'],
    [/(:\/\/[^\s"'<>]{1,255}\/(?:bot\d{1,20}:|(?:key|token|secret)s?\/))[^\s/"'<>]+/gi, '$1…'],
    [
        new RegExp(`(<[\\w:.-]{0,64}(?:${NAMES})[\\w:.-]{0,64}(?:\\s[^<>]{0,400})?>(?:<!\\[CDATA\\[)?)[^<]+`, 'gi'),
        '$1…',
    ],
    [
        /(authorization\\?["']?\s{0,4}[:=]\s{0,4}\\?["']?(?:basic|bearer|digest|negotiate|token)\s{1,4})[^\s"',]+/gi,
        '$1…',
    ],
    [
        /(authorization\\?["']?\s{0,4}[:=]\s{0,4}\\?["']?)(?!(?:basic|bearer|digest|negotiate|token)\s)[^\s"',]+(?:\s{1,4}[^\s"',]+)?/gi,
        '$1…',
    ],
    [/(cookie\\?["']?:\s{0,4})[^"']+/gi, '$1…'],
    [new RegExp(`(?<![A-Za-z0-9_])([A-Z_]\\w*=)(?:\\\\["'][^"']*|${WORD})`, 'g'), '$1…'],
    [/\b(ENV\s{1,4}[A-Za-z_]\w*\s{1,4})\S.*/g, '$1…'],
    [/(?<![\w-])((?:--build-arg|--env|-e)[\s=]{1,4}["']?[\w.-]+=)(?<=["'][\w.-]+=)[^"']*/g, '$1…'],
    [new RegExp(`(?<![\\w-])((?:--build-arg|--env|-e)[\\s=]{1,4}[\\w.-]+=)${WORD}`, 'g'), '$1…'],
    [
        new RegExp(`(?<![\\w-])(--(?:[a-z]+-)?(?:user|username|login|pass|pwd|pw|key)|-u)(["']?[\\s,=]{1,4})${VALUE}`, 'gi'),
        '$1$2…',
    ],
    [new RegExp(`(${SECRET_NAMES})([\\w-]{0,64}${IS})${VALUE}`, 'gi'), '$1$2…'],
    [new RegExp(`(${SHORT_NAMES})(${IS})${VALUE}`, 'gi'), '$1$2…'],
    [new RegExp(`(?<![\\w-])(--[\\w-]*(?:${SECRET_NAMES})[\\w-]*)(["']?[\\s,]{1,4})${VALUE}`, 'gi'), '$1$2…'],
    [new RegExp(`(bearer|${SECRET_NAMES})(\\s{1,4}["']?)[^\\s"',…]{6,}`, 'gi'), '$1$2…'],
    [/(?<![\w.+-])[\w.+-]{1,64}@(?!sha\d|v?\d)(?=[\w-]{1,63}\.)/g, '…@'],
    [/\/(home|Users)\/[^/\s"':]{1,64}/g, '/$1/…'],
    [/([A-Za-z]:\\{1,2}Users\\{1,2})[^\\\s"':]{1,64}/g, '$1…'],
];
const SIGNS_IN = /\blogin\b|sshpass|mysql|htpasswd/i;
const PASSWORD_OPTION = new RegExp(`(?<![\\w-])(-p)(["']?[\\s,=]{0,4})${VALUE}`, 'g');
const ASKS = /stdin|--with-token|chpasswd|\bsudo\s+-S|secret\s+create|passphrase-fd|\blogin\b/i;
const PRINTED = /((?:^|[^\w-])(?:echo|printf|print)\s).*(?=\|)/;
const HERE_STRING = new RegExp(`(<<<\\s{0,4})${WORD}`, 'g');
const NAMES_SECRET = new RegExp(NAMES, 'i');
const NAMED_VALUE = new RegExp(`(\\bvalue${IS})${VALUE}`, 'gi');
const CONDITIONAL = [
    [ASKS, PRINTED, '$1… '],
    [ASKS, HERE_STRING, '$1…'],
    [SIGNS_IN, PASSWORD_OPTION, '$1$2…'],
    [NAMES_SECRET, NAMED_VALUE, '$1…'],
];
function hideSecrets(line) {
    const rules = CONDITIONAL.flatMap(([condition, ...rule]) => (condition.test(line) ? [rule] : []));
    return [...rules, ...RULES].reduce((text, [pattern, replacement]) => text.replace(pattern, replacement), line);
}
const HOMES = /(^|[^\w.])\/(?:home|Users)\/[^/\s"'():;,]{1,64}/g;
function hideHomes(text, home = '') {
    const folder = home.replace(/\/+$/, '');
    const own = folder.startsWith('/') ? new RegExp(`${escaped(folder)}(?![\\w-]|\\.\\w)`, 'g') : /(?!)/g;
    return text.replace(own, '~').replace(HOMES, '$1~');
}
function hideHomesIn(value, home) {
    const hide = (part) => {
        if (typeof part === 'string')
            return hideHomes(part, home);
        if (Array.isArray(part))
            return part.map(hide);
        if (typeof part !== 'object' || part === null)
            return part;
        return Object.fromEntries(Object.entries(part).map(([key, one]) => [key, hide(one)]));
    };
    return hide(value);
}
function escaped(text) {
    return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}


/***/ }),

/***/ 614:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   cn: () => (/* binding */ PROGRAM_VERSION),
/* harmony export */   em: () => (/* binding */ sentence),
/* harmony export */   g$: () => (/* binding */ printable),
/* harmony export */   om: () => (/* binding */ safeLine)
/* harmony export */ });
/* unused harmony exports COMMAND_MARK, oneLine, asMarkdown, asWholeMarkdown, fenceFor, listed, shellWord, PROGRAM, formatBytes, nearestWord, linksOf */
/* harmony import */ var _redact_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(680);

function sentence(text) {
    const trimmed = text.trimEnd();
    return /[.!?]$/.test(trimmed) ? trimmed : `${trimmed}.`;
}
const SEQUENCES = new RegExp(_redact_js__WEBPACK_IMPORTED_MODULE_0__/* .ESCAPE_SEQUENCE */ ._p, 'gu');
const HIDDEN = new RegExp(`${_redact_js__WEBPACK_IMPORTED_MODULE_0__/* .UNSEEN */ .PR}+`, 'gu');
const COMMAND_MARK = '(?<=##\\w{0,40})\\[|(?<=travis_(?:fold|time)|section_(?:start|end)):';
const COMMANDS = new RegExp(COMMAND_MARK, 'g');
const GROUP = /^(?=(?:---|\+\+\+|~~~|\^\^\^)\s)/;
function printable(text, limit = 300) {
    const flat = withoutPairs(withoutCommands((0,_redact_js__WEBPACK_IMPORTED_MODULE_0__/* .hideUsed */ .oV)(text).slice(0, limit * 8)))
        .replace(/ {2,}/g, ' ')
        .trim();
    return flat.length > limit ? wellFormed(`${flat.slice(0, limit - 1)}…`) : flat;
}
function oneLine(text) {
    return withoutPairs(safeLine(text));
}
function withoutPairs(text) {
    return text.replace(/:(?=:)/g, ': ');
}
function safeLine(text) {
    return withoutCommands((0,_redact_js__WEBPACK_IMPORTED_MODULE_0__/* .hideUsed */ .oV)(text));
}
function withoutCommands(text) {
    const flat = text
        .replace(SEQUENCES, ' ')
        .replace(HIDDEN, ' ')
        .replace(/^\s*:(?=:)/, '$& ')
        .replace(GROUP, ' ')
        .replace(COMMANDS, ' $&');
    return wellFormed(flat);
}
function wellFormed(text) {
    return text.replace(/\p{Surrogate}/gu, '\ufffd');
}
function asMarkdown(text) {
    return asWholeMarkdown(printable(text, 600));
}
const AROUND = /^([("'“]*)(.*?)([)"'”’.,:;!?]*)$/;
const WORD = /^(?:\p{L}+(?:['’-]\p{L}+)*|SB\d{3}|\d{1,9}|[–—→×…]|)$/u;
function asWholeMarkdown(text) {
    const words = safeLine(text).trim().split(/ +/);
    const marked = words.map((whole) => whole.replace(AROUND, (_, before, word, after) => WORD.test(word) ? whole : `${before}${asCode(word)}${after}`));
    return marked.join(' ').replace(/^\d+(?=[.)])/, '$&\\');
}
function asCode(word) {
    const pieces = word.split('|').map((piece) => {
        if (piece === '')
            return '';
        const fence = fenceFor(piece);
        return fence === '`' ? `\`${piece}\`` : `${fence} ${piece} ${fence}`;
    });
    return pieces.join('\\|');
}
function fenceFor(text, least = 1) {
    const longest = Math.max(0, ...Array.from(text.matchAll(/`+/g), ([run]) => run.length));
    return '`'.repeat(Math.max(least, longest + 1));
}
function listed(names, most = 8, length = 60) {
    const shown = names.slice(0, most).map((name) => printable(name, length));
    const rest = names.length - shown.length;
    return rest > 0 ? `${shown.join(', ')} and ${rest} more` : shown.join(', ');
}
function shellWord(text) {
    return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
const PROGRAM = 'node dist/cli.js';
function formatBytes(bytes) {
    if (bytes < 1000)
        return `${bytes} B`;
    return bytes < 1000000 ? `${(bytes / 1000).toFixed(1)} kB` : `${(bytes / 1000000).toFixed(1)} MB`;
}
const LONGEST = 40;
const SWAP = 0.75;
function nearestWord(word, known) {
    if (word.length > LONGEST)
        return undefined;
    let best;
    for (const candidate of known) {
        if (candidate === word)
            return word;
        const allowed = Math.floor(Math.max(word.length, candidate.length) / 3);
        if (Math.abs(word.length - candidate.length) > allowed)
            continue;
        const edits = editsBetween(word, candidate);
        if (edits <= allowed && (best === undefined || edits < best.edits))
            best = { word: candidate, edits };
    }
    return best?.word;
}
function editsBetween(a, b) {
    let beforeLast = [];
    let last = Array.from({ length: b.length + 1 }, (_, column) => column);
    for (let row = 1; row <= a.length; row++) {
        const current = [row];
        for (let column = 1; column <= b.length; column++) {
            const same = a[row - 1] === b[column - 1];
            const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
            current.push(Math.min(at(last, column) + 1, at(current, column - 1) + 1, at(last, column - 1) + (same ? 0 : 1), swapped ? at(beforeLast, column - 2) + SWAP : Number.POSITIVE_INFINITY));
        }
        beforeLast = last;
        last = current;
    }
    return at(last, b.length);
}
function at(row, column) {
    return row[column];
}
const PROGRAM_VERSION = '1.0.0';
function linksOf(threads) {
    const place = (thread) => `https://github.com/${thread.replace('#', '/issues/').replace('!', '/pull/')}`;
    const words = threads.split(' ').filter((thread) => thread !== '');
    return words.map((thread) => (thread.startsWith('https:') ? thread : place(thread)));
}


/***/ }),

/***/ 341:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   lF: () => (/* binding */ isVersion)
/* harmony export */ });
/* unused harmony exports parseQemuAnswer, parseVersion, isOlder, atLeast */
const NUMBERS = '(\\d{1,4}(?:\\.\\d{1,8}){1,3})(?![\\d.])';
const ANSWER = new RegExp(`^qemu-[\\w-]{1,20} version ${NUMBERS}`, 'm');
const RELEASE = new RegExp(`(?:^|qemu-)v?${NUMBERS}`);
function parseQemuAnswer(text) {
    return ANSWER.exec(text)?.[1];
}
function parseVersion(text) {
    return parseQemuAnswer(text) ?? RELEASE.exec(text)?.[1];
}
function isVersion(value) {
    return typeof value === 'string' && parseVersion(value) === value;
}
function isOlder(version, than) {
    const [numbers = [], others = []] = [version, than].map((text) => text.split('.').map(Number));
    const differences = [0, 1, 2, 3].map((at) => (numbers[at] ?? 0) - (others[at] ?? 0));
    return (differences.find((difference) => difference !== 0) ?? 0) < 0;
}
function atLeast(version, wanted) {
    return version !== undefined && !isOlder(version, wanted);
}


/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId](module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/async module */
/******/ (() => {
/******/ 	var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 	var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 	var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 	var resolveQueue = (queue) => {
/******/ 		if(queue && queue.d < 1) {
/******/ 			queue.d = 1;
/******/ 			queue.forEach((fn) => (fn.r--));
/******/ 			queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
/******/ 		}
/******/ 	}
/******/ 	var wrapDeps = (deps) => (deps.map((dep) => {
/******/ 		if(dep !== null && typeof dep === "object") {
/******/ 			if(dep[webpackQueues]) return dep;
/******/ 			if(dep.then) {
/******/ 				var queue = [];
/******/ 				queue.d = 0;
/******/ 				dep.then((r) => {
/******/ 					obj[webpackExports] = r;
/******/ 					resolveQueue(queue);
/******/ 				}, (e) => {
/******/ 					obj[webpackError] = e;
/******/ 					resolveQueue(queue);
/******/ 				});
/******/ 				var obj = {};
/******/ 				obj[webpackQueues] = (fn) => (fn(queue));
/******/ 				return obj;
/******/ 			}
/******/ 		}
/******/ 		var ret = {};
/******/ 		ret[webpackQueues] = x => {};
/******/ 		ret[webpackExports] = dep;
/******/ 		return ret;
/******/ 	}));
/******/ 	__nccwpck_require__.a = (module, body, hasAwait) => {
/******/ 		var queue;
/******/ 		hasAwait && ((queue = []).d = -1);
/******/ 		var depQueues = new Set();
/******/ 		var exports = module.exports;
/******/ 		var currentDeps;
/******/ 		var outerResolve;
/******/ 		var reject;
/******/ 		var promise = new Promise((resolve, rej) => {
/******/ 			reject = rej;
/******/ 			outerResolve = resolve;
/******/ 		});
/******/ 		promise[webpackExports] = exports;
/******/ 		promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
/******/ 		module.exports = promise;
/******/ 		body((deps) => {
/******/ 			currentDeps = wrapDeps(deps);
/******/ 			var fn;
/******/ 			var getResult = () => (currentDeps.map((d) => {
/******/ 				if(d[webpackError]) throw d[webpackError];
/******/ 				return d[webpackExports];
/******/ 			}))
/******/ 			var promise = new Promise((resolve) => {
/******/ 				fn = () => (resolve(getResult));
/******/ 				fn.r = 0;
/******/ 				var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
/******/ 				currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
/******/ 			});
/******/ 			return fn.r ? promise : getResult();
/******/ 		}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
/******/ 		queue && queue.d < 0 && (queue.d = 0);
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(350);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
