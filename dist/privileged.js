import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

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

/***/ 470:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Y: () => (/* binding */ carryOutHere)
});

// EXTERNAL MODULE: ./lib/binfmt/rule.js
var binfmt_rule = __nccwpck_require__(582);
// EXTERNAL MODULE: ./lib/host/host.js + 1 modules
var host_host = __nccwpck_require__(764);
// EXTERNAL MODULE: ./lib/host/proc.js
var proc = __nccwpck_require__(626);
// EXTERNAL MODULE: ./lib/host/read.js
var read = __nccwpck_require__(766);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(24);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(760);
// EXTERNAL MODULE: ./lib/text/text.js + 1 modules
var text_text = __nccwpck_require__(925);
// EXTERNAL MODULE: ./lib/host/files.js + 1 modules
var files = __nccwpck_require__(520);
;// CONCATENATED MODULE: ./lib/host/trust.js






const NOBODY = 65_534;
const SYSTEM = [
    ...['/', '/home', '/mnt', '/opt', '/run', '/run/user', '/srv', '/tmp'],
    ...['/usr', '/usr/local', '/usr/local/lib', '/var', '/var/lib', '/var/tmp'],
];
const STAFF = { gid: 50, folders: ['/usr/local', '/usr/local/bin', '/usr/local/lib'] };
function distrust(host, path, also = []) {
    const trusted = [0, host.uid, ...also];
    const isUnseen = (0,read/* seesEveryUser */.XO)(host) ? () => false : (at) => SYSTEM.includes(at);
    for (let at = path;; at = (0,external_node_path_.dirname)(at)) {
        const found = host.stat(at, false);
        if (found === undefined)
            return `${at} is not there`;
        if (found.kind === 'link')
            return `${at} is a link`;
        const objection = objectionTo(at, found, trusted, isUnseen);
        if (objection !== undefined || at === '/')
            return objection;
    }
}
function objectionTo(at, found, trusted, isUnseen) {
    const isRoots = found.uid === NOBODY && isUnseen(at);
    if (!trusted.includes(found.uid) && !isRoots)
        return `${at} belongs to user ${found.uid}`;
    const isOpen = found.kind === 'folder' ? (0,files/* othersMayExchange */.sC)(found) : (found.mode & 0o022) !== 0;
    return isOpen && !isForStaff(at, found) ? `others may write to ${at}` : undefined;
}
const LINK_LIMIT = 40;
function distrustOpening(host, path, links = LINK_LIMIT) {
    const { trusted, isUnseen } = openersOf(host);
    const names = path.split('/').filter((name) => name !== '');
    let above;
    for (let count = 0; count <= names.length; count++) {
        const at = `/${names.slice(0, count).join('/')}`;
        const found = host.stat(at, false);
        if (found === undefined) {
            if (!host.isAbsent(at))
                return `${at} cannot be looked at`;
            const isOpen = above !== undefined && (above.mode & 0o022) !== 0 && !isForStaff((0,external_node_path_.dirname)(at), above);
            return isOpen ? `${at} is not there, and others may put something there` : undefined;
        }
        above = found;
        const isLink = found.kind === 'link';
        const objection = objectionTo(at, isLink ? { ...found, mode: 0 } : found, trusted, isUnseen);
        if (objection !== undefined)
            return objection;
        if (!isLink)
            continue;
        const to = host.readLink(at);
        if (to === undefined || links === 0)
            return `${at} leads nowhere`;
        const next = [...(to.startsWith('/') ? [''] : [(0,external_node_path_.dirname)(at)]), to, ...names.slice(count)].join('/');
        return distrustOpening(host, next, links - 1);
    }
    return undefined;
}
class ForeignLink extends Error {
    code = 'ELOOP';
}
function openNamed(host, path, mode) {
    const names = path.split('/');
    let [at, links] = ['/', LINK_LIMIT];
    let here = openPlace(at);
    const go = (to, name) => {
        const next = openPlace(name);
        here.close();
        [at, here] = [to, next];
    };
    try {
        for (let name = names.shift(); name !== undefined; name = names.shift()) {
            const next = `${here.path}/${name}`;
            const to = join(at, name);
            const found = name === '' ? undefined : fs.lstatSync(next, { throwIfNoEntry: false });
            if (found?.isSymbolicLink() === true) {
                const why = objectionToLink(host, at, fs.fstatSync(here.fd), found) ??
                    (links-- === 0 ? 'leads nowhere' : undefined);
                const aim = fs.readlinkSync(next);
                if (why !== undefined || fs.lstatSync(next).ino !== found.ino)
                    throw new ForeignLink(`${to} ${why ?? 'is changed by others'}`);
                names.unshift(...aim.split('/'));
                if (aim.startsWith('/'))
                    go('/', '/');
                continue;
            }
            if (name === '')
                continue;
            if (found === undefined && mode !== undefined)
                fs.mkdirSync(next, { recursive: true, mode });
            go(to, next);
        }
        return here;
    }
    catch (thrown) {
        here.close();
        throw thrown;
    }
}
function objectionToLink(host, at, folder, link) {
    const { trusted, isUnseen } = openersOf(host);
    const isRoots = folder.uid === NOBODY && isUnseen(at);
    if (!trusted.includes(folder.uid) && !isRoots)
        return `is a link in a folder of user ${folder.uid}`;
    if ((folder.mode & 0o022) === 0 || isForStaff(at, folder))
        return undefined;
    if ((folder.mode & 0o1002) === 0o002)
        return 'is a link where everybody may write';
    return trusted.includes(link.uid) ? undefined : `is a link of user ${link.uid}`;
}
function openersOf(host) {
    const isOfSystem = (at) => SYSTEM.includes(at) || at.startsWith('/usr/');
    return {
        trusted: [0, host.uid, ...usersBehind(host)],
        isUnseen: (0,read/* seesEveryUser */.XO)(host) ? () => false : isOfSystem,
    };
}
function isForStaff(path, { mode, gid }) {
    return (mode & 0o002) === 0 && gid === STAFF.gid && STAFF.folders.includes(path);
}
function programOf(host, name) {
    const found = host.which(name);
    if (found === undefined || host.uid !== 0 || distrustOpening(host, found) === undefined)
        return found;
    return [...(0,host_host/* foldersOnPath */.um)(host.env), ...host_host/* SYSTEM_FOLDERS */.EY]
        .map((folder) => host.which(name, [folder]))
        .find((path) => path !== undefined && distrustOpening(host, path) === undefined);
}
function systemProgram(host, name) {
    const own = host.uid === 0 ? host.which(name, host_host/* ROOT_FOLDERS */.VH) : undefined;
    return own ?? programOf(host, name);
}
const SETTINGS = new Map([
    ['HOME', ['.docker/config.json', '.docker/cli-plugins/*', '.config/containers', '.local/share/containers']],
    ['DOCKER_CONFIG', ['config.json', 'cli-plugins/*']],
    ['XDG_CONFIG_HOME', ['containers']],
    ['XDG_DATA_HOME', ['containers']],
    ['XDG_RUNTIME_DIR', ['containers']],
]);
const TOLD = new RegExp(`^(?:${[...SETTINGS.keys()].join('|')}|(?:BUILDX|CONTAINERS|DOCKER|REGISTRY)_\\w+)$`);
const SCRATCH = (/* unused pure expression or super */ null && (['TMPDIR', 'TMP', 'TEMP']));
const OF_PATHS = /(?<!PRO)(?:CONF|CONFIG|FILE|PATH|DIR|DIRS|PRELOAD)(?:_|$)/;
const ADDRESSES = /(?<![\w+.-])(?!file:)[a-z][\w+.-]{0,20}:\/\/[^\s"',]*/gi;
function trustedEnvironment(host) {
    const all = Object.entries(host.env).flatMap(([name, value]) => value === undefined ? [] : [[name, value]]);
    const withheld = new Map();
    if (host.uid !== 0 || !seesEveryUser(host))
        return { variables: Object.fromEntries(all), withheld };
    const kept = new Map();
    for (const [name, value] of new Map([...all, ['HOME', host.env.HOME || '/root']])) {
        const split = SETTINGS.has(name) ? [value] : value.split(':');
        const isList = split.every((part) => part === '' || part.startsWith('/'));
        const parts = isList ? split : [value];
        const objections = parts.map((part) => objectionToAll(host, name, part === '' && parts.length > 1 ? '.' : part));
        const objection = objections.find((each) => each !== undefined);
        const good = parts.filter((part, at) => part !== '' && objections[at] === undefined);
        if (objection !== undefined)
            withheld.set(name, objection);
        if (objection === undefined)
            kept.set(name, value);
        else if (good.length > 0)
            kept.set(name, good.join(':'));
    }
    if (!kept.has('HOME'))
        kept.set('HOME', objectionToValue(host, 'HOME', '/root') === undefined ? '/root' : '/');
    return { variables: Object.fromEntries(kept), withheld };
}
function objectionToAll(host, name, value) {
    if (value === '')
        return undefined;
    if (SETTINGS.has(name))
        return objectionToValue(host, name, value);
    const text = value.replace(ADDRESSES, ' ').trim();
    const words = text.split(/[\s=,:;"'|()@]+/).map((word) => word.replace(/^-+\w+(?=\/)/, ''));
    const isPath = (word) => word.startsWith('/') || (OF_PATHS.test(name) && /^[^-]/.test(word));
    for (const word of new Set([text, ...words].filter(isPath))) {
        const path = word.startsWith('/') ? word : `${process.cwd()}/${word}`;
        const objection = objectionToValue(host, name, path);
        if (objection !== undefined)
            return objection;
    }
    return undefined;
}
function objectionToValue(host, name, path) {
    if (!path.startsWith('/'))
        return `${path} is no full path`;
    const own = distrustOpening(host, path) ?? (SCRATCH.includes(name) ? undefined : objectionToMore(host, path));
    if (own !== undefined)
        return own;
    for (const place of SETTINGS.get(name) ?? []) {
        const at = `${path}/${place}`;
        const folder = at.endsWith('/*') ? dirname(at) : undefined;
        const objection = distrustOpening(host, folder ?? at) ??
            (folder === undefined ? undefined : objectionToAny(host, folder));
        if (objection !== undefined)
            return objection;
    }
    return undefined;
}
function objectionToAny(host, folder) {
    const ofFolder = objectionToMore(host, folder);
    if (ofFolder !== undefined)
        return ofFolder;
    const ofNames = namesIn(host, folder).map((each) => distrustOpening(host, `${folder}/${each}`));
    return ofNames.find((each) => each !== undefined);
}
function objectionToMore(host, path) {
    const found = host.stat(path);
    const isOpen = found !== undefined && (found.mode & 0o022) !== 0 && !isForStaff(path, found);
    return isOpen ? `others may write to ${path}` : undefined;
}
const said = new Set();
function tellWithheld(host, program, log, told = TOLD) {
    const names = [...trustedEnvironment(host).withheld].filter(([name]) => told.test(name));
    if (names.length === 0)
        return;
    const which = names.map(([name, objection]) => `${name} (${objection})`);
    const line = `${printable(program, 80)} is not told of ${listed(which, 8, 300)}, where others could change what it does`;
    if (!said.has(line))
        log(line);
    said.add(line);
}
function environmentOf(host) {
    if (host.uid !== 0)
        return undefined;
    const own = foldersOnPath(host.env).filter((path) => objectionToValue(host, 'PATH', path) === undefined);
    return {
        ...trustedEnvironment(host).variables,
        PATH: [...new Set([...own, ...ROOT_FOLDERS])].join(':'),
    };
}
function systemPath({ uid, env }) {
    return uid === 0 ? ROOT_PATH : (env.PATH ?? ROOT_PATH);
}
function systemEnvironment(host) {
    return { PATH: systemPath(host) };
}
function safeFolder(host, paths) {
    return paths.find((path) => path?.startsWith('/') && distrust(host, path, usersBehind(host)) === undefined && host.isWritable(path));
}
function makeSafeTemporary(host, prefix) {
    const { TMPDIR, RUNNER_TEMP } = host.env;
    const places = [TMPDIR, RUNNER_TEMP, '/tmp', '/var/tmp'];
    const parent = safeFolder(host, places);
    if (parent !== undefined)
        return host.makeTemporary(prefix, parent);
    throw new Error(`others may write to each folder for temporary files (${places.filter(Boolean).join(', ')})`);
}
function runnerFolder({ env }) {
    return env.RUNNER_TEMP || '/tmp';
}
function usersBehind({ uid, env, stat }) {
    if (uid !== 0)
        return [];
    const sudo = /^\d{1,10}$/.test(env.SUDO_UID ?? '') ? [Number(env.SUDO_UID)] : [];
    const runner = env.GITHUB_ACTIONS === 'true' && env.RUNNER_TEMP ? stat(env.RUNNER_TEMP)?.uid : undefined;
    return runner === undefined || runner === NOBODY ? sudo : [...sudo, runner];
}

// EXTERNAL MODULE: ./lib/text/problem.js
var problem = __nccwpck_require__(894);
// EXTERNAL MODULE: ./lib/text/version.js
var version = __nccwpck_require__(341);
// EXTERNAL MODULE: ./lib/binfmt/entry.js
var binfmt_entry = __nccwpck_require__(678);
// EXTERNAL MODULE: ./lib/binfmt/persist.js
var persist = __nccwpck_require__(434);
;// CONCATENATED MODULE: ./lib/binfmt/table.js








function readPersisted(host) {
    return (0,persist/* parseFragment */.oH)((0,read/* textOr */.ph)(host, persist/* FRAGMENT_PATH */.J2, null));
}
const SYSTEMD_BINFMT = ['/usr/lib/systemd/systemd-binfmt', '/lib/systemd/systemd-binfmt'];
const FORMATS = '/var/lib/binfmts';
function isBinfmtSupportInCharge(host) {
    return (systemProgram(host, 'update-binfmts') !== undefined &&
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
    return (0,read/* headText */.WI)(host, (0,persist/* originsPath */.ph)(interpreter), 4096)
        .split('\n')
        .filter((line) => line !== '');
}
function observeRule(host, { interpreter, match }) {
    const stat = host.stat(interpreter);
    const executable = stat?.kind === 'file' && (stat.mode & 0o111) !== 0;
    return {
        exists: stat !== undefined,
        executable,
        exchangeable: distrustOpening(host, interpreter),
        header: executable ? (0,read/* headOf */.Uo)(host, interpreter, binfmt_entry/* HEADER_BYTES */.q2) : new Uint8Array(),
        taken: match.kind === 'extension' ? findByEnding(host, `.${match.extension}`, interpreter) : undefined,
    };
}
const LIBRARIES = ['/usr/libexec', '/usr/lib', '/lib', '/lib64'];
function findByEnding(host, ending, interpreter) {
    const find = (folder, modes) => (0,read/* namesIn */.wX)(host, folder)
        .filter((name) => name.endsWith(ending))
        .map((name) => `${folder}/${name}`)
        .find((path) => ((host.stat(path)?.mode ?? 0) & modes) !== 0);
    for (const folder of [...host_host/* SYSTEM_FOLDERS */.EY, ...LIBRARIES]) {
        const program = find(folder, 0o111);
        if (program !== undefined)
            return program;
    }
    const below = LIBRARIES.flatMap((folder) => (0,read/* namesIn */.wX)(host, folder).map((name) => `${folder}/${name}`));
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
    if ((0,proc/* mountAt */.LS)((0,read/* observeMounts */.B8)(host), path)?.type === 'autofs')
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
function table_isCopyGone(host, interpreter) {
    return (0,persist/* isPersistent */.sv)(interpreter) && host.stat(interpreter) === undefined;
}

// EXTERNAL MODULE: ./lib/text/parse.js
var parse = __nccwpck_require__(114);
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
    const boot = (0,read/* textOr */.ph)(host, '/proc/sys/kernel/random/boot_id', '').trim();
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
function record_removedIn(record) {
    const gone = new Set(record.flatMap((change) => (change.kind === 'remove' ? change.name : [])));
    return record
        .flatMap((change) => (change.kind === 'table' ? change.entries : []))
        .filter(({ name }) => gone.has(name));
}
function replacedIn(record) {
    if (!record.some(({ kind }) => kind === 'register'))
        return [];
    const lines = record.flatMap((change) => {
        if (change.kind !== 'write')
            return [];
        const after = new Set(change.after?.split('\n'));
        return change.before?.split('\n').filter((line) => !after.has(line)) ?? [];
    });
    return [...record_removedIn(record).map(({ text }) => text), ...lines];
}
function splitRecord(record, waiting) {
    const isLeft = (change) => waiting.includes(nameOf(change) ?? '');
    const isGeneral = (change) => nameOf(change) === undefined && change.kind !== 'write' && change.kind !== 'copy';
    return {
        left: waiting.length === 0 ? [] : record.filter((change) => isLeft(change) || isGeneral(change)),
        undone: record.filter((change) => !isLeft(change)),
    };
}
function record_tellRecord(id, record) {
    const isHere = (name) => !isHelper({ name }) && !HELPER_END.test(name);
    const once = (names) => [...new Set(names)].filter(isHere);
    const came = once(record.flatMap((change) => (change.kind === 'register' ? change.rule.name : [])));
    const gone = once(record.flatMap((change) => (change.kind === 'remove' ? change.name : [])));
    const off = once(record.flatMap((change) => (change.kind === 'off' ? change.name : [])));
    const files = record.flatMap((change) => (change.kind === 'write' ? change.path : []));
    const parts = [
        ['registered', came.filter((name) => !gone.includes(name))],
        ['replaced', came.filter((name) => gone.includes(name))],
        ['switched off', off],
        ['took away', gone.filter((name) => !came.includes(name))],
        ['mounted', record.some(({ kind }) => kind === 'mount') ? ['binfmt_misc'] : []],
        ['wrote', [...new Set(files)]],
    ];
    const told = parts.flatMap(([verb, what]) => (what.length === 0 ? [] : `${verb} ${listed(what)}`));
    return { id, begun: beginOf(record), did: told.join('; ') || 'changed nothing' };
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
    if ((0,read/* seesEveryUser */.XO)(host))
        return STATE_ROOT;
    return `${STATE_ROOT}/user-${host.stat('/proc/self/ns/user')?.inode ?? 0}`;
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
            host.remove(pathOf(folder, run));
}
function headOfRecord(host, path) {
    return parseRecord((0,read/* headText */.WI)(host, path, BEGIN_BYTES));
}
function recordOf(host, folder, run) {
    return parseRecord((0,read/* headText */.WI)(host, pathOf(folder, run), RECORD_BYTES));
}
function pathOf(folder, run) {
    return `${folder}/${run}.jsonl`;
}
function stateIn(host, folder) {
    const recordPath = (run) => pathOf(folder, run);
    const leasePath = (run) => `${folder}/leases/${run}`;
    const writeLease = (lease) => host.writeFile(leasePath(lease.run), `${JSON.stringify(lease)}\n`, 0o644);
    const liveLeases = () => {
        const now = table_tableIdentity(host, binfmt_entry/* TABLE_PATH */.Fb);
        return runsIn(host, `${folder}/leases`, '').flatMap((run) => {
            const lease = parseLease((0,read/* textOr */.ph)(host, leasePath(run), ''));
            const isHere = table_isSameTable(lease?.table, now);
            if (lease !== undefined && isHere && isLive(lease, (0,read/* uptime */.xU)(host), (0,read/* startOf */.GH)(host, lease.holder?.pid)))
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
                const record = recordOf(host, folder, run);
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
            const started = (0,read/* startOf */.GH)(host, pid);
            const holder = pid === undefined || started === undefined ? undefined : { pid, started };
            const end = holder === undefined ? { expires: (0,read/* uptime */.xU)(host) + LEASE_ALONE_S } : { holder };
            writeLease({ run, entries, table: table_tableIdentity(host, binfmt_entry/* TABLE_PATH */.Fb), ...end });
        },
        release: (gone) => {
            for (const lease of gone.length === 0 ? [] : liveLeases()) {
                const entries = lease.entries.filter((name) => !gone.includes(name));
                if (entries.length < lease.entries.length)
                    writeLease({ ...lease, entries });
            }
        },
        dropLease: (run, isRecorded) => {
            if (isRecorded || host.stat(leasePath(run)) !== undefined)
                return host.remove(leasePath(run));
            writeLease({ run, entries: [], over: true, expires: (0,read/* uptime */.xU)(host) + OVER_S });
        },
        isOver: (run, holder) => parseLease((0,read/* textOr */.ph)(host, leasePath(run), ''))?.over === true ||
            (holder !== undefined && (0,read/* startOf */.GH)(host, holder) === undefined),
        digests: () => (0,read/* textOr */.ph)(host, `${folder}/${DIGESTS_FILE}`, ''),
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
        .flatMap((run) => recordOf(host, folder, run))
        .flatMap((change) => (change.kind === 'register' ? [change.rule] : []));
}
function isRecorded(host, run) {
    return host.stat(pathOf(stateFolder(host), run)) !== undefined;
}
function canBeUndone(host, run) {
    const record = recordOf(host, stateFolder(host), run);
    const removed = removedIn(record);
    const isGone = removed.every(({ name, text }) => isCopyGone(host, parseEntry(name, text).interpreter));
    const didMore = record.some(({ kind }) => !['begin', 'table', 'remove', 'write'].includes(kind));
    return didMore || removed.length === 0 || !isGone;
}
function listRuns(host) {
    const [now, folder] = [tableIdentity(host, TABLE_PATH), stateFolder(host)];
    return recordedRuns(host, folder)
        .filter(({ table }) => isSameTable(table, now))
        .map(({ run }) => {
        const record = recordOf(host, folder, run);
        return { ...tellRecord(run, record), record };
    });
}
function readRun(host, run) {
    return tellRecord(run, recordOf(host, stateFolder(host), run));
}
function recordedRuns(host, folder) {
    return runsIn(host, folder, '.jsonl')
        .map((run) => {
        const head = headOfRecord(host, pathOf(folder, run));
        return { run, begun: beginOf(head), table: tableOf(head) };
    })
        .sort((a, b) => b.begun - a.begun);
}
function runsIn(host, folder, ending) {
    return (0,read/* namesIn */.wX)(host, folder).flatMap((name) => {
        const run = name.endsWith(ending) ? name.slice(0, name.length - ending.length) : '';
        return (0,parse/* isRunId */.Pk)(run) ? [run] : [];
    });
}

;// CONCATENATED MODULE: ./lib/plan/plan.js


function isInstalled({ name, interpreter, source, flagChoices, sha256 }, target, entry) {
    const isCopy = source === undefined && (0,persist/* passingCopy */.JM)(entry.interpreter)?.sha256 === sha256;
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
// EXTERNAL MODULE: ./lib/host/unforeseen.js + 1 modules
var unforeseen = __nccwpck_require__(368);
;// CONCATENATED MODULE: ./lib/host/room.js






function whyNoRoom(folder, thrown) {
    const shown = (0,text_text/* printable */.g$)(folder, 300);
    if (thrown instanceof ForeignLink)
        return { cause: (0,text_text/* printable */.g$)(thrown.message, 400), remedy: 'Take it away' };
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
            return {
                cause: `${shown}: ${(0,problem/* reasonOf */.A3)(thrown)}`,
                remedy: (0,unforeseen/* remedyAgainst */.KU)(errno) ?? 'Let this user write there',
            };
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
;// CONCATENATED MODULE: ./lib/probe/behaviours.js
const PROBE_MARKER = 'binfmt-ok\n';
const LETTERS = new Map([
    ['start', 'c'],
    ['heap', 'b'],
    ['signal', 's'],
    ['thread', 't'],
    ['openat2', 'o'],
    ['close-range', 'r'],
    ['time64', 'w'],
    ['rva23', 'v'],
]);
const BEHAVING = new Set([
    ...['amd64', 'arm64', 'riscv64', 'ppc64le', 's390x', '386', 'mips64le', 'mips64', 'loong64', 'arm'],
    ...['arm64be', 'riscv32', 'ppc64', 'ppc', 'mips', 'mipsle'],
]);
function behaviours_parseAnswers(stdout) {
    if (!stdout.startsWith(PROBE_MARKER))
        return undefined;
    const rest = stdout.slice(PROBE_MARKER.length);
    if (rest === '')
        return {};
    const [, letters, level] = /^([a-z]*)([1-9]?)\n$/.exec(rest) ?? [];
    if (letters === undefined)
        return undefined;
    const done = [...LETTERS].flatMap(([behaviour, letter]) => (letters.includes(letter) ? behaviour : []));
    return { done: new Set(done), level: level ? Number(level) : undefined };
}
function lackedBy(target, { done }, thorough = false) {
    if (done === undefined)
        return [];
    return behavioursOf(target, thorough).filter((behaviour) => !done.has(behaviour));
}
function behavioursOf({ arch, elf }, thorough) {
    if (!BEHAVING.has(arch))
        return [];
    return [...LETTERS.keys()].filter((behaviour) => {
        if (behaviour === 'thread')
            return thorough;
        if (behaviour === 'time64')
            return elf.bits === 32;
        return behaviour !== 'rva23' || arch === 'riscv64';
    });
}

;// CONCATENATED MODULE: ./lib/probe/machine-code.js
const MACHINE_CODE = {
    '386': '89e081e40000ffff83ec0c50e85e000000b8ad000000cd805589e55357565089ee81e60000ffff8975f08d4e108b068d50018916c64406100a8b166a045831db4331f631ffcd808b45f08b5804b8fc00000031c931d231f631ffcd805589e589e8250000ffffc74008010000005dc35589e553575681eca001000089ea8b450881e20000ffff8955f08b00894204c7420800000000c6421062c6421169c642126ec6421366c642146dc6421574c642162dc642176fc642186bc642190ac7020a000000e8000000005881c050ffffff8d4a50894250836264008362600083625c00e8000000005881c02bffffffc74254040000048945ec8942586a045b6a085eb8ae00000031d231ffcd806a0b5bb8ae00000031d231ffcd806a075bb8ae000000894de831d231ffcd808b75f08b46048b4d088d14818d46108945dc837a08008d520475f731c931ff31c08b720883c20883fe03741083fe06741583fe19740b85f675e7eb0f8b4a04ebe08b4204ebdb8b7a04ebd685c90f94c285ff0f94c608d685c00f94c208f20f85b70000008339010f85ae0000006af85a31c985d274070a4c100842ebf584c90f8496000000897de46a7a588d9d54feffff31c931d231f631ffcd8085c0787c80bdd6feffff337c738b45f08d580cb80201000031c931d231f631ffcd8085c07e5a6a2d5831db31c931d231f631ffcd8089c18b45e4894de08d1c416a2d5831c931d231f631ffcd8039d8752f8b4de48b45e08d4401ff89cbf7db21c36a7d5831d24231f631ffcd8085c0750f8b55f08b028d4801890ac6440210636a2d5831db31c931d231f631ffcd8089c381c3001004006a2d5831c931d231f631ffcd8039d88b55f0751c807bff007516c643ff01807bff00740c8b028d4801890ac644021062e8000000005881c0cbfdffff894250836264008362600083625c00c74254040000048b45ec8942586a0a5b6a085eb8ae0000008b4de831d231ffcd8085c0753d6a145831db31c931d231f631ffcd8089c36a25586a0a5931d231f631ffcd8085c0751a8b45f08b400883f801750f8b55f08b028d4801890ac6440210738b55f0837a04020f8c9d0000008b45088b40088038740f858e000000c78554feffff01000000c78558feffff000000008d7a0cc7420cffffff7f89d181c9008000006a7858bb000f350089fa89fe897deccd8085c0750931dbb801000000cd8085c00f8e220100006a03588db554feffff8b5dec31c931ff83e8018b13721385d274188945ecb8f0000000cd808b45ecebe685d28b55f07511eb038b55f08b028d4801890ac64402107483625400c7425000000b0083625c008362580083626400c74260080000008d4a4e66c7424e2e006a9c5b6a185eb8b50100008b55e831ffcd8085c0782289c36a065831c931d231f631ffcd8085c0750f8b55f08b028d4801890ac64402106fb8b4010000bbffffff7fb9ffffff7f31d231f631ffcd8085c0750f8b55f08b028d4801890ac644021072b89301000031db8b4de831d231f631ffcd8085c08b55f0750c8b028d4801890ac6440210778b028d4801890ac64402100a8b126a045831db438b4ddc31f631ffcd808b45f08b5804b8fc00000031c931d231f631ffcd808b55f0e918ffffff',
    amd64: '4889e74881e40000ffffe86b000000b80f0000000f05554889e54989e94981e10000ffff498d71104963018d480141890941c64401100a49631148b801000000000000004889c74531d24531c00f0549637904b8e700000031f631d24531d24531c00f05554889e54889e848250000ffffc74008010000005dc3554889e54157415641554154534881ec180100004989fe4989ed4981e50000ffff8b074189450441c745080000000041c645106241c645116941c645126e41c645136641c645146d41c645157441c645162d41c645176f41c645186b41c645190a41c745000a000000488d052cffffff49894550498365780049836570004d8d4d104983656800498d5d504c8d2503ffffff49c74558040000044d89656049bf0d0000000000000048bf040000000000000049ba08000000000000004c89f84889de31d24531c00f0548bf0b000000000000004c89f831d24531c00f0548bf07000000000000004c89f831d24531c00f0549634504498d14c648837a1000488d520875f54531ff31c031c9488b72104883c2104883fe0374134883fe0674194883fe19740d4885f675e1eb12488b4a08ebd9488b4208ebd34c8b7a08ebcd4885c90f94c24d85ff400f94c64008d64885c00f94c24008f20f85330100008339010f852a01000031c931d24883f90874080a140848ffc1ebf284d20f841001000048b83f00000000000000488dbd40feffff31f631d24531d24531c00f054885c00f88ea00000080bdc2feffff330f8cdd000000498d7d0cb8da00000031f631d24531d24531c00f054885c00f8ebf00000048c703ffffff7fb89e000000bf021000004889de31d24531d24531c00f054885c00f889800000064488b042500000000483dffffff7f0f858300000048b80c0000000000000031ff31f631d24531d24531c00f05488945d04a8d3c7848b80c0000000000000031f631d24531d24531c00f054839f87548488b45d04c01f848ffc84c89ff48f7df4821c748b80a0000000000000048ba01000000000000004c89fe4531d24531c00f054885c07511496345008d480141894d0041c64405106349bf0c000000000000004c89f831ff31f631d24531d24531c00f054889c74881c7001004004c89f831f631d24531d24531c00f054839f87521807fff00751bc647ff01807fff007411496345008d480141894d0041c644051062488d05f9fcffff4989455049836578004983657000498365680049c74558040000044d89656048b80d0000000000000048bf0a0000000000000049ba08000000000000004889de31d24531c00f054885c0755848b8270000000000000031ff31f631d24531d24531c00f054889c748b83e0000000000000048be0a0000000000000031d24531d24531c00f054885c0751a418b450883f8017511496345008d480141894d0041c64405107341837d04020f8ca1000000498b46108038740f859400000048c78540feffff0100000048c78548feffff000000004d8d750c41c7450cffffff7f4c89ee4881ce00800000b838000000bf000f35004c89f24d89f24d89f00f054885c0750931ffb83c0000000f054885c07e4041bf030000004c8d9540feffff4963164183ef01721585d27415b8ca0000004c89f731f64531c00f05ebe285d27511496345008d480141894d0041c64405107449c7455000000b00498365580049c7456008000000498d754e6641c7454e2e0048bf9cffffffffffffff49ba1800000000000000b8b50100004889da4531c00f054885c0782f4889c748b8030000000000000031f631d24531d24531c00f054885c07511496345008d480141894d0041c64405106fb8b4010000bfffffff7fbeffffff7f31d24531d24531c00f054885c07511496345008d480141894d0041c64405107231c031c90fa241b03183f8070f8289000000b80000008031c90fa23d010000807279b80100008031c90fa289ceb80100000031c90fa289cff7d7f7c7012298000f95c040f6c6010f94c108c1754db80700000031c90fa281e70010403883e620c1ee05f7d389d8252801000009f80f94c04020f041b0323c01752031c90f01d0f7d0a806751525e600000081e3000003d009c3410f94c04180c033496345008d480141894d004588440510496345008d480141894d0041c64405100a4963550048b801000000000000004889c74c89ce4531d24531c00f0549637d04b8e700000031f631d24531d24531c00f05',
    arm64: 'e003009101bc70923f0001d11d000014fd7bbfa9fd03009120008052e3031faaa9bf7092e4031faa280180b921017cb20a0500112a0100b94a0180522a68283808088052220180b9010000d4c80b8052200580b9e5031eaa3d010094fe0305aa010000d4fd7bbfa9fd03009129008052a8bf7092090900b9fd7bc1a8c0035fd6ff8306d1fd7b19a9fd430691080040f9aebf7092290d8052ea0300aac80500b9480c80520f0a8052df0900b980008052c1010faac8410039c80d8052e2031faac9450039c90c805203018052c8490039a80d8052e4031faac94d0039890e8052c8510039a8058052c9550039e90d8052c8590039680d8052c95d003949018052c861003968f8ff10c9650039c90100b989008052c82505a9c8108052c9017cb2df7d07a9df7d06a9010000d4c1010faac810805260018052e2031faa03018052e4031faa010000d4c1010faae0008052c8108052e2031faa03018052e4031faa010000d4c80580b94c0d088b880940f98c210091c8ffffb5ed031faaeb031faa900d41f81f0e00f1e00000541f1a00f1200100541f6600f1a000005430ffffb5070000148d0540f9f6ffff17880540f9f4ffff178b0540f9f2ffff174d0800b42b0800b4080800b4ac0140b99f050071a1070054ed031faaec031f2abf2100f1a000005410696d38ad0500910c020c2afbffff178c060034e023009108148052e5031eaad2000094fe0305aa010000d4a005f8b7e82b42391fcd007143050054c0310091080c8052e5031eaac8000094fe0305aa010000d41f0400f14b040054e0031faac81a8052e5031eaac0000094fe0305aa010000d40d040b8bec0300aac81a8052e1031faae2031faae0030daae3031faae4031faa010000d41f000deb2102005468010c8bec030bcbe1030baa080500d122008052e3031faa00010c8a481c8052e4031faa010000d4c00000b5c80180b90b050011cb0100b96b0c80522b692838e0031faac81a8052e5031eaa9f000094fe0305aa010000d40b044191c81a8052e0030baae5031eaa98000094fe0305aa010000d41f000beb8101005468f15f38480100352800805268f11f3868f15f38c8000034c80180b90b050011cb0100b94b0c80522b6928388b008052a8e9ff10df7d07a9c82d05a940018052c1010faadf7d06a9c8108052e2031faa03018052e4031faa010000d40b0082528b00a072a00200b588158052e5031eaa77000094fe0305aa010000d42810805241018052e2031faae3031faae4031faa010000d4200100b5c80940b91f050071c1000054c80180b90c050011cc0100b96c0e80522c692838c80540b91f0900714b050054480940f9080140391fd10171c1040054280080520c00b012aabf709200e08152e80700f9881b8052ff0b00f9a006a072c10171b24ccd00b8e2030aaae3030aaae4030aaa010000d4600000b5a80b80d2010000d41f0400f16b0200546c008052e1031faae4031faa420180b90c01003402010034e0030aaae3230091480c8052010000d48c050051f8ffff17c2000035c80180b90a050011ca0100b98a0e80522a692838c8058052a1bf70926a2d419128ec0478080180522a2000f8600c8092c2010faa3fa000f803038052e4031faa282001f8a8368052010000d48001f8b728078052e5031eaa28000094fe0305aa010000d4c00000b5c80180b90a050011ca0100b9ea0d80522a6928380000b012883680520100b012e2031faae3031faae4031faa010000d4c00000b5c80180b90a050011ca0100b94a0e80522a692838c80180b920008052e10309aae3031faae4031faa0a050011ca0100b94a0180522a69283808088052c20180b9010000d4c80b8052c00580b9e5031eaa03000094fe0305aa010000d4e1031faae2031faae3031faae4031faac0035fd6',
    arm64be: 'e003009101bc70923f0001d11d000014fd7bbfa9fd03009120008052e3031faaa9bf7092e4031faa280180b921017cb20a0500112a0100b94a0180522a68283808088052220180b9010000d4c80b8052200580b9e5031eaa3d010094fe0305aa010000d4fd7bbfa9fd03009129008052a8bf7092090900b9fd7bc1a8c0035fd6ff8306d1fd7b19a9fd430691080040f9aebf7092290d8052ea0300aac80500b9480c80520f0a8052df0900b980008052c1010faac8410039c80d8052e2031faac9450039c90c805203018052c8490039a80d8052e4031faac94d0039890e8052c8510039a8058052c9550039e90d8052c8590039680d8052c95d003949018052c861003968f8ff10c9650039c90100b989008052c82505a9c8108052c9017cb2df7d07a9df7d06a9010000d4c1010faac810805260018052e2031faa03018052e4031faa010000d4c1010faae0008052c8108052e2031faa03018052e4031faa010000d4c80580b94c0d088b880940f98c210091c8ffffb5ed031faaeb031faa900d41f81f0e00f1e00000541f1a00f1200100541f6600f1a000005430ffffb5070000148d0540f9f6ffff17880540f9f4ffff178b0540f9f2ffff174d0800b42b0800b4080800b4ac0140b99f050071a1070054ed031faaec031f2abf2100f1a000005410696d38ad0500910c020c2afbffff178c060034e023009108148052e5031eaad2000094fe0305aa010000d4a005f8b7e82b42391fcd007143050054c0310091080c8052e5031eaac8000094fe0305aa010000d41f0400f14b040054e0031faac81a8052e5031eaac0000094fe0305aa010000d40d040b8bec0300aac81a8052e1031faae2031faae0030daae3031faae4031faa010000d41f000deb2102005468010c8bec030bcbe1030baa080500d122008052e3031faa00010c8a481c8052e4031faa010000d4c00000b5c80180b90b050011cb0100b96b0c80522b692838e0031faac81a8052e5031eaa9f000094fe0305aa010000d40b044191c81a8052e0030baae5031eaa98000094fe0305aa010000d41f000beb8101005468f15f38480100352800805268f11f3868f15f38c8000034c80180b90b050011cb0100b94b0c80522b6928388b008052a8e9ff10df7d07a9c82d05a940018052c1010faadf7d06a9c8108052e2031faa03018052e4031faa010000d40b0082528b00a072a00200b588158052e5031eaa77000094fe0305aa010000d42810805241018052e2031faae3031faae4031faa010000d4200100b5c80940b91f050071c1000054c80180b90c050011cc0100b96c0e80522c692838c80540b91f0900714b050054480940f9080140391fd10171c1040054280080520c00b012aabf709200e08152e80700f9881b8052ff0b00f9a006a072c10171b24ccd00b8e2030aaae3030aaae4030aaa010000d4600000b5a80b80d2010000d41f0400f16b0200546c008052e1031faae4031faa420180b90c01003402010034e0030aaae3230091480c8052010000d48c050051f8ffff17c2000035c80180b90a050011ca0100b98a0e80522a69283808c08552a1bf70926a2d419128ec0478080180522a2000f8600c8092c2010faa3fa000f803038052e4031faa282001f8a8368052010000d48001f8b728078052e5031eaa28000094fe0305aa010000d4c00000b5c80180b90a050011ca0100b9ea0d80522a6928380000b012883680520100b012e2031faae3031faae4031faa010000d4c00000b5c80180b90a050011ca0100b94a0e80522a692838c80180b920008052e10309aae3031faae4031faa0a050011ca0100b94a0180522a69283808088052c20180b9010000d4c80b8052c00580b9e5031eaa03000094fe0305aa010000d4e1031faae2031faae3031faae4031faac0035fd6',
    arm: '0d00a0e12018a0e101d8a0e140d04de21e0000ea04b02de50db0a0e1ff08a0e30a20a0e30470a0e30030a0e30040a0e3ff0480e300c00be000009ce5011080e200108ce510108ce30020c1e70100a0e300209ce5000000eff870a0e30010a0e304009ce50020a0e3000000ef04b02de50db0a0e1ff08a0e30110a0e3ff0480e300000be0081080e504b09de41eff2fe130082de908b08de265df4de20050a0e1ff08a0e36220a0e3ae70a0e30830a0e30040a0e3ff0480e300a00be00000a0e308008ae550e08ae358908ae310c08ae3001095e51020cae56920a0e31120cae56e20a0e31220cae56620a0e31320cae56d20a0e31420cae57420a0e31520cae52d20a0e31620cae56f20a0e31720cae56b20a0e31820cae50a20a0e300208ae504108ae50410a0e31920cae5122e4fe250208ae558008ae55c008ae560008ae564008ae50400a0e354108ae50e10a0e10020a0e3000000ef0b00a0e3000000ef0700a0e3000000ef04009ae5001185e060008ae304008de5080091e5041081e2000050e3fbffff1a0020a0e30060a0e30000a0e30830b1e5030053e30600000a060053e30800000a190053e30400000a000053e3f6ffff1a050000ea042091e5f3ffffea040091e5f1ffffea046091e5efffffea000052e30200000a000056e300005013b700001a0000a0e32d70a0e30010a0e30020a0e30030a0e30040a0e30080a0e3000000ef416a80e20600a0e1000000ef060050e10100560500005003e600000a0400a0e3711f4fe250108ae558808ae55c808ae560808ae564808ae5ae70a0e30830a0e354008ae50a00a0e30e10a0e1000000ef000050e31100001a0000a0e31470a0e30010a0e30030a0e3000000ef2570a0e30a10a0e3000000ef000050e30700001a08009ae5010050e30400001a00009ae5011080e200108ae57310a0e30010cce704009ae5020050e32d0000ba080095e50000d0e5740050e32900001a0100a0e30a50a0e17870a0e302198ae308008de50000a0e30c008de50201e0e30c00a5e50f0ca0e3350880e30520a0e10530a0e10540a0e1000000ef000050e30100001a0170a0e3000000ef010050e3140000ba0360a0e308308de2f070a0e30010a0e30040a0e3002095e5000056e30500000a000052e30500000a0500a0e1016046e2000000eff6ffffea000052e30400001a00009ae5011080e200108ae57410a0e30010cce704209de50010a0e32309a0e3b570a0e31830a0e30040a0e3f000cee10800a0e3001089e5041089e5017c87e3f000c2e12e00a0e30a10a0e10e20a0e1be04e1e16300e0e3000000ef000050e30b00004a0670a0e30010a0e30020a0e30030a0e3000000ef000050e30400001a00009ae5011080e200108ae56f10a0e30010cce70201e0e36d7fa0e30211e0e30020a0e30030a0e3000000ef000050e30400001a00009ae5011080e200108ae57210a0e30010cce79370a0e30000a0e30e10a0e1017c87e3000000ef000050e30400001a00009ae5011080e200108ae57710a0e30010cce700009ae50470a0e3011080e200108ae53510a0e30010cce73610a0e3300fbfe600009ae50c0080e0011040e53710a0e3010000e300009ae50c0080e0011040e500009ae5011080e200108ae50a10a0e30010cce70100a0e30c10a0e100209ae5000000eff870a0e30010a0e304009ae50020a0e3000000ef001092e5010051e344ffff1a0010a0e30020a0e3080052e30300000a0230d0e7012082e2011083e1f9ffffea000051e33affff0a08008de27a70a0e30010a0e30020a0e30030a0e30040a0e3000000ef000050e331ffff4a8a00dde5330050e32effff3a0c008ae2017ca0e3000000ef010050e329ffffba0570a0e30e00a0e10f7887e3000000ef000050e323ffff4a0000a0e32d70a0e3000000ef868080e000008de50800a0e1000000ef080050e11affff1a00009de5001066e27d70a0e30120a0e3000086e0010040e2010000e00610a0e1000000ef000050e30fffff1a00009ae5011080e200108ae56310a0e30010cce709ffffea0100a0e3010046e5010056e5000050e313ffff0a00009ae5011080e200108ae56210a0e30010cce70dffffea',
    riscv64: '130501001351010113110101130101fc6f004009130101ff2334110023308100130401013705ffffb377a40003a50700938507011306150023a0c7003385a5001306a0002300c50003a60700930800041305100093060000130700007300000003a547009308e00597020000e782825673000000130101ff2334110023308100130401013705ffff3375a400930510002324b50083308100033401001301010167800000130101e6233c1118233881181304011a9302050003350500b705ffff337fb4002322af0023240f00130520062308af0013059006a308af001305e0062309af0013056006a309af001305d006230aaf0013054007a30aaf001305d002230baf001305f006a30baf001305b006230caf001305a000a30caf002320af006f0580006ff01fef13080f052338af0413054000233caf04233c0f0623380f0623340f0623300f069308600893068000130540009305080013060000130700007300000093086008930680001305b00013060000130700007300000093086008930680001305700013060000130700007300000003254f0093070f0113153500b385a20003b5050193858500e31c05fe130600009303000093063000130760009308900103b3050193850501630ad3006300e302630a1301e31603fe6f00c00103b685006ff01ffe03b585006ff09ffd83b385006ff01ffd1303cf00630a0610638803106306051083250600130610006390c5109305000013068000630c060083460500b3e5b6001306f6ff13051500e31806fe638e050c9308000a130584e69305000013060000930600001307000073000000634e050a0345a4ee930530036368b50a930800069305000013060000930600001307000013050300730000006358a0089308600d930500001306000093060000130700001305000073000000130e0500939e1300b30ed5019308600d9305000013060000930600001307000013850e00730000006314d505338ec301130efeff330570403375ae009308200e1306100093850300930600001307000073000000631e050003250f00930515002320bf003385a700930530062300b5009308600d930500001306000093060000130700001305000073000000b7130400b30375009308600d930500001306000093060000130700001385030073000000631a750203c5f3ff6316050213051000a38fa3fe03c5f3ff630e050003250f00930515002320bf003385a700930520062300b5006f0580006ff0dfce2338af0413054000233caf04233c0f0623380f0623340f0623300f0693086008930680001305a00093050800130600001307000073000000631e05049308c00a9305000013060000930600001307000073000000930810089305a000130600009306000013070000730000006314050203258f0093051000631eb50003250f00930515002320bf003385a700930530072300b50003254f00930520006342b50a03b502010345050093054007631ab508130510002334a4e6233804e6370500801305f5ff2326af0037850000b365af00371535001b0505f09308c00d13060300930603001307030073000000631605009308d005730000006354a0049302300093082006930500001307000003260300638e0200630e0600930684e613050300730000009b82f2ff6ff05ffe631a060097020000e7820210930540072300b50037050b002338af04233c0f04130580002330af069305ef041305e0022317af049308501b930680011305c0f9130608001307000073000000634405029308900397020000e782420c73000000631a050097020000e782020a9305f0062300b500370500801b05f5ff9308401b9305050013060000930600001307000073000000631a050097020000e782c206930520072300b5003375b5403355b50ed772050d97020000e7820205930560072300b50097020000e78202049305a0002300b50003260f0093080004130510009385070093060000130700007300000003254f009308e00597020000e78202027300000003250f00930515002320bf003385a700678002009305000013060000930600001307000067800200',
    riscv32: '130501001351010113110101130101fc6f004009130101ff2326110023248100130401013705ffffb377a40003a50700938507011306150023a0c7003385a5001306a0002300c50003a60700930800041305100093060000130700007300000003a547009308e00597020000e782025973000000130101ff2326110023248100130401013705ffff3375a400930510002324b5008320c100032481001301010167800000130101e72326111823248118130401199302050003250500b705ffff337fb4002322af0023240f00130520062308af0013059006a308af001305e0062309af0013056006a309af001305d006230aaf0013054007a30aaf001305d002230baf001305f006a30baf001305b006230caf001305a000a30caf002320af006f0580006ff01fef93070f052328af0413054000232aaf0423220f0623200f06232e0f04232c0f049308600893068000130540009385070013060000130700007300000093086008930680001305b00013060000130700007300000093086008930680001305700013060000130700007300000003254f0013080f0113152500b385a20003a5850093854500e31c05fe130600009303000093063000130760009308900103a3850093858500630ad3006300e302630a1301e31603fe6f00c00103a645006ff01ffe03a545006ff09ffd83a345006ff01ffd1303cf00630a0610638803106306051083250600130610006390c5109305000013068000630c060083460500b3e5b6001306f6ff13051500e31806fe638e050c9308000a130504e79305000013060000930600001307000073000000634e050a034524ef930530036368b50a930800069305000013060000930600001307000013050300730000006358a0089308600d930500001306000093060000130700001305000073000000130e0500939e1300b30ed5019308600d9305000013060000930600001307000013850e00730000006314d505338ec301130efeff330570403375ae009308200e1306100093850300930600001307000073000000631e050003250f00930515002320bf003305a800930530062300b5009308600d930500001306000093060000130700001305000073000000b7130400b30375009308600d930500001306000093060000130700001385030073000000631a750203c5f3ff6316050213051000a38fa3fe03c5f3ff630e050003250f00930515002320bf003305a800930520062300b5006f0580006ff0dfce2328af0413054000232aaf0423220f0623200f06232e0f04232c0f0493086008930680001305a00093850700130600001307000073000000631e05049308c00a9305000013060000930600001307000073000000930810089305a000130600009306000013070000730000006314050203258f0093051000631eb50003250f00930515002320bf003305a800930530072300b50003254f00930520006346b50a03a582000345050093054007631eb508232a04e6130510002328a4e6232e04e6232c04e6370500801305f5ff2326af0037850000b365af0037153500130505f09308c00d13060300930603001307030073000000631605009308d005730000006354a004930230009308601a930500001307000003260300638e0200630e0600930604e713050300730000009382f2ff6ff05ffe631a060097020000e7820212930540072300b500232a0f0437050b002328af04232e0f04232c0f0423220f06130580002320af069305ef041305e0022317af049308501b930680011305c0f9138607001307000073000000634405029308900397020000e782820d73000000631a050097020000e782420b9305f0062300b500370500801305f5ff9308401b9305050013060000930600001307000073000000631a050097020000e7820208930520072300b50093083019938507001306000093060000130700001305000073000000631a050097020000e7820205930570072300b50097020000e78202049305a0002300b50003260f0093080004130510009305080093060000130700007300000003254f009308e00597020000e78202027300000003250f00930515002320bf003305a800678002009305000013060000930600001307000067800200',
    ppc64le: '780b237ce403217891ff21f8a0000048f0ffc1fbd1ff21f8e4033e78040000380000c0380000e03802007ee81000c4630100a338141a7e7c0000be900a00a0381000a398010060380200bee8020000440800e340d000637cea000038000080380000a0380000c0380000e03806007ee8020000440800e340d000637c000000000000000000000000e1ff21f8e40323780100803808008390200021382000804e000000000000000000000000a602087c11fe21f8000201f8d00181fb781b7c7c00008038000063e8b00101fbe40338786200a0386900c038b80121fbc00141fbc80161fbd801a1fbe001c1fb50001d63ad000038040078906e006038080098900000e0381000b8981100d8980000a0380800c038120078986600603810001e63130078986d0060381400789874006038150078982d006038160078986f006038170078986b006038180078980a006038190078980000789005009f42a602687cb4fe6338500078f804006038780098f8700098f8680098f8600098f878eba47f580078f8020000440800e340d000637c0b006038ad00003878eba47f0000a0380800c0380000e038020000440800e340d000637c07006038ad00003878eba47f0000a0380800c0380000e038020000440800e340d000637c060078e8241f637814e2637c080083380900a4e80800633800002528f4ffe2400000a0380000603b000080381100c3e803002628200082410600262828008241190026281800824100002628e0ff82401c0000480800a3e8d4ffff4b080083e8ccffff4b080063ebc4ffff4b0000252c6001824100003b2c580182410000242c5001824100006580010003284401824009006038ffff8438a603697c00006038140040420100a48801008438781ba37cf4ff0042ff00637018018241280061387a000038000080380000a0380000c0380000e038020000440800e340d000637c0000232caa0061883e066354e400804133000328dc0080410c007838e8000038000080380000a0380000c0380000e038020000440800e340d000637c0000232cb0008140000060382d000038000080380000a0380000c0380000e038020000440800e340d000637c781b7a7ca40f637b141a3a7f2d000038000080380000a0380000c0380000e03878cb237f020000440800e340d000637c40c8237c5400824014d27b7cd0009b7c7d0000380100a0380000c0380000e038ffff63383820637c78db647f020000440800e340d000637c000023281c008240020078e801008338141a787c000098906300803810008398000060382d000038000080380000a0380000c0380000e038020000440800e340d000637c0400803c001084602d0000380000a0380000c0380000e0380000403b1422637f0000803878db637f020000440800e340d000637c40d8237c3c008240ffff7b88000003283000824001006038ffff7b98ffff7b88000003281c008241020078e801008338141a787c00009890620080381000839805009f42a602687c44fc6338500078f804006038780058fb700058fb680058fbad00003878eba47f580078f8600058fb0a0060380000a0380800c0380000e038020000440800e340d000637c00002328740082400000603814000038000080380000a0380000c0380000e038020000440800e340d000637c250000380a0080380000a0380000c0380000e038020000440800e340d000637c000023282800824008007880010003281c008240020078e801008338141a787c000098907300803810008398040078800200032cd400c04110007ce80000638874000328c400c2400100603878c31c7f0080046378000038280061f800006038300061f8ff7f603cffff63600c007c943500603c78e3857f78e3867f78e3877f000f6360020000440800e340d000637c0000032c0c00824001000038020000440000232c6400c1400400403b2800613b0200bce8ffff5a3b0000ba280000252c2c0085402c00824178e3837fdd0000380000803878db667f0000e038020000440800e340d000637cc8ffff4b1c008240020078e801008338141a787c0000989074008038100083982e00603878c3047f0200a038b50100381800c0380000e0384e0064b40800603c00c063602a29647c0a0060380000a0382a19a47c120060380800a0382a19a47c9cff603878eba57f020000440800e340d000637c0000232c4400804106000038000080380000a0380000c0380000e038020000440800e340d000637c000023281c008240020078e801008338141a787c000098906f00803810008398ff7f603cb40100380000a0380000c0380000e038ffff6360781b647c020000440800e340d000637c000023281c008240020078e801008338141a787c000098907200803810008398020078e8040000380000c0380000e03801008338141a787c000098900a008038100083980100603878f3c47f0200b8e8020000440800e340d000637cea000038000080380000a0380000c0380000e038060078e8020000440800e340d000637c000000000000000000000000',
    ppc64: '7c230b78782103e4f821ff91480000a0fbc1fff0f821ffd1783e03e438000004e87e000238c0000038e00000388300017c7e1a14909e00003880000a9883001063c4001038600001e8be00024400000240e300087c6300d0380000ea3880000038a0000038c00000e87e000638e000004400000240e300087c6300d0000000000000000000000000f821ffe1782303e43880000190830008382100204e8000200000000000000000000000007c0802a6f821fe11f801020038800000380000ad38a0000038c00008fb8101d07c7c1b7838e00000e8630000fb0101b0783803e49078000438600062fb2101b8fb4101c0fb6101c8fba101d8631d0050fbc101e0631e0010909800089878001038600069987800113860006e9878001238600066987800133860006d9878001438600074987800153860002d987800163860006f987800173860006b987800183860000a9878001990780000429f00057c6802a63863feb4f878005038600004f8780058f8980078f8980070f8980068f89800607fa4eb784400000240e300087c6300d03860000b380000ad38a000007fa4eb7838c0000838e000004400000240e300087c6300d038600007380000ad38a000007fa4eb7838c0000838e000004400000240e300087c6300d0e878000678631f247c63e21438830008e8a40009386300082825000040e2fff438a000003b60000038800000e8c30011282600034182002028260006418200282826001941820018282600004082ffe04800001ce8a300084bffffd4e88300084bffffcceb6300084bffffc4282500004182015c283b000041820154282400004182014c806500002803000140820140386000093884ffff7c6903a6386000004240001488a40001388400017ca31b784200fff4706300ff41820114386100283800007a3880000038a0000038c0000038e000004400000240e300087c6300d02c230000418000e8886100aa28030033418000dc3878000c380000e83880000038a0000038c0000038e000004400000240e300087c6300d02c230000408100b07b790fa4386000003800002d3880000038a0000038c0000038e000004400000240e300087c6300d07f23ca147c7a1b783800002d3880000038a000007f23cb7838c0000038e000004400000240e300087c6300d07c23c840408200547c7bd2147c9b00d03863ffff3800007d7c63203838a000017f64db7838c0000038e000004400000240e300087c6300d0282300004082001ce8780002388300017c781a149098000038800063988300103c6000043800002d607b1000386000003880000038a0000038c0000038e000004400000240e300087c6300d07f63da143800002d3880000038a000007f63db7838c0000038e000004400000240e300087c6300d07c23d840388000004082003c887bffff280300004082003038600001987bffff887bffff280300004182001ce878000238a300017c781a1490b8000038a0006298a30010429f00057c6802a63863fc4838a00004f8980078380000ad38c0000838e00000f8980070f8980068f87800503860000af8b8005838a00000f89800607fa4eb784400000240e300087c6300d0282300004082007438600000380000143880000038a0000038c0000038e000004400000240e300087c6300d0380000253880000a38a0000038c0000038e000004400000240e300087c6300d0282300004082002880780008280300014082001ce8780002388300017c781a14909800003880007398830010807800042c03000241c000d8e87c0010886300002803007440c200c8386000013ca07ffff8610028386000007f1cc378f861003060a3ffff3ca000356304800038000078947c000c60a30f007f85e3787f86e3787f87e3784400000240e300087c6300d02c0300004082000c38000001440000022c23000040c100683b4000043b610028e8bc00023b5affff283a0000408100302805000041c20030380000dd7f83e378388000007f66db7838e000004400000240e300087c6300d04bffffc8280500004082001ce8780002388300017c781a1490980000388000749883001038602e007f04c378b464004e3ca000083860000260a5c00038c0000a7ca4192a38e0000038a00012390000087ce4312a3860ff9c380001b538c000187d04292a7fa5eb784400000240e300087c6300d02c23000041800044380000063880000038a0000038c0000038e000004400000240e300087c6300d0282300004082001ce8780002388300017c781a14909800003880006f988300103c607fff380001b46063ffff38a000007c641b7838c0000038e000004400000240e300087c6300d0282300004082001ce8780002388300017c781a14909800003880007298830010e87800023800000438c0000038e00000388300017c781a14909800003880000a98830010386000017fc4f378e8b800024400000240e300087c6300d0380000ea3880000038a0000038c00000e878000638e000004400000240e300087c6300d0000000000000000000000000',
    ppc: '7c230b785421001e9421ffe04800008c9421ffe093a10014543d001e807d000038a0000a3880001053a4073438c300017c7d1a1490dd00003800000498a300103860000180bd000038c0000038e000004400000240e300087c6300d0807d0004380000ea3880000038a0000038c0000038e000004400000240e300087c6300d09421fff05423001e3880000190830008382100104e8000207c0802a69421fe40900101c438800062936101ac7c7b1b7880630000380000ad92e1019c5437001e9077000438600000930101a038a00000932101a438c00008934101a838e00000938101b062fc005093a101b43ba000109077000852fd07349897001038800069989700113880006e9897001238800066989700133880006d9897001438800074989700153880002d989700163880006f989700173880006b989700183880000a9897001990970000429f00057c8802a63884fec49097005038800004909700547f84e37890770064907700609077005c90770058386000044400000240e300087c6300d03860000b380000ad7f84e37838a0000038c0000838e000004400000240e300087c6300d038600007380000ad7f84e37838a0000038c0000838e000004400000240e300087c6300d0807700045463103a7c7b1a143883000484a40004386300042805000040e2fff438a000003b4000003880000084c30008280600034182002028060006418200282806001941820018280600004082ffe04800001c80a300044bffffd4808300044bffffcc834300044bffffc4280500004182015c281a000041820154280400004182014c806500002803000140820140386000093884ffff7c6903a6386000004240001488a40001388400017ca31b784200fff4706300ff41820114386100143800007a3880000038a0000038c0000038e000004400000240e300087c6300d02c030000418000e88861009628030033418000dc3877000c380000e83880000038a0000038c0000038e000004400000240e300087c6300d02c030000408100b0386000003800002d3880000038a0000038c0000038e000005758083c4400000240e300087c6300d07f03c2147c791b783800002d3880000038a0000038c000007f03c37838e000004400000240e300087c6300d07c03c040408200547c7aca147c9a00d03863ffff7c6320383800007d7f44d37838a0000138c0000038e000004400000240e300087c6300d0280300004082001c807700003883000190970000388000637c771a1498830010386000003800002d3880000038a0000038c0000038e000004400000240e300087c6300d0386310003f4300043800002d3880000038a0000038c000007f43d37838e000004400000240e300087c6300d07c03d040386000004082003c889affff280400004082003038800001989affff889affff280400004182001c8097000038a4000190b7000038a000627c97221498a4001090770064380000ad907700607f84e3789077005c38a0000090770058429f00057c6802a63863fc3438c000089077005038600004907700543860000a38e000004400000240e300087c6300d0280300004082007438600000380000143880000038a0000038c0000038e000004400000240e300087c6300d0380000253880000a38a0000038c0000038e000004400000240e300087c6300d0280300004082002880770008280300014082001c807700003883000190970000388000737c771a1498830010807700042c03000241c000d4807b0008886300002803007440c200c438600001388000003ca07fff7efbbb78906100143c6000359081001860a4ffff949b000c60630f0062e48000380000787f65db787f66db787f67db784400000240e300087c6300d02c0300004082000c38000001440000022c03000040c100643b2000043b41001480bb00003b39ffff28990000280500004085002c41c2002c7f63db78380000dd388000007f46d37838e000004400000240e300087c6300d04bffffc84082001c807700003883000190970000388000747c771a149883001038602e007ee4bb783ca00008b464004e60a3c000906400063860000038a0000890640002380001b59064000e38c000189064000a38e0000090a400167f85e378906400123860ff9c4400000240e300087c6300d02c03000041800044380000063880000038a0000038c0000038e000004400000240e300087c6300d0280300004082001c8077000038830001909700003880006f7c771a14988300103c607fff6063ffff380001b438a0000038c000007c641b7838e000004400000240e300087c6300d0280300004082001c807700003883000190970000388000727c771a149883001038600000380001937f84e37838a0000038c0000038e000004400000240e300087c6300d0280300004082001c807700003883000190970000388000777c771a1498830010807700003880000a3800000438c0000038a300017c771a1490b7000038e00000988300103860000180b700007fa4eb784400000240e300087c6300d080770004380000ea3880000038a0000038c0000038e000004400000240e300087c6300d0',
    s390x: 'b904002fa5f70000a7fbff60a7f400370aadeb6ff03000244130f000ece300af0055e310e00000141801a70a00015000e000a708000a4201e010e340e0000014a5330010a7190004a7590000a7690000a72900010a00e320e0040014a71900f8a7390000a74900000a004110f000a5170000e54c1008000107feeb6ff0300024a7fbfdd8b90400d2e3002000000441e0f228ec9e00af005550009004e54c900800009262901092699011926e901292669013926d901492749015922d9016926f9017926b9018920a9019e54c9000000ac010ffffffa1a5e30050e31090500024e54890780000e54890700000e54890680000c080ffffff8fc00104000004e30090580024e38090600024a71900aeb904003ea7490000a7590008a7690000a72900040a00a729000b0a00a72900070a00e310900400144100f228a5030010eb310003000db908003de5583010000041303008a764fffba7290000a7c90000a7190000e3403010000441303010ec48000e037cec480015067cec48000d197cec46fff2007ca7f40011e32030080004a7f4ffeae31030080004a7f4ffe5e3c030080004a7f4ffe0ec280070007cecc8006d007cec18006a007ce55c20000001a7640064a7280000a739fff8ec38000b007ce34310080076162441303001a7f4fff7a72100ffa78400514120f0a0a719007aa7390000a7490000a7590000a76900000a00ec240042007ce310f1220076b9940011ec14003a337e4120900ca71900fc0a00ec2c0032007ca719002da72900000a00b90400b2ebac0001000db90800a2b904002a0a00ec2a00206064e31bcfffff71b903002cb9800021a719007db904003ca74900010a00ec26000f007ce310900000141821a72a000150209000a728006342219010a719002da7390000a7490000a7590000a7690000a72900000a00e3c020004171b904002c0a00ec2c001c6064eb00cfffff55a7640016eb01cfffff52eb00cfffff55a784000ee310900000141821a72a000150209000a728006242219010c010fffffec3e31090500024e54890780000e54890700000e54890680000c01104000004e31090580024e38090600024a71900aeb904003ea7590008a729000a0a00ec260025007ca7190014a7390000a7590000a72900000a00a7190025a739000a0a00ec260014007ce55c90080001a764000ee310900000141821a72a000150209000a728007342219010e55c90040002a7440056e310d010000495741000a764004fe548f0a00001e548f0a8000041d0900cc0197fffffff5010900ce32090000871a7190078c03100350f00b904004db904005db904006d0a00b9020022a77400030a01ec2c002c007ca7c80003a71900eea7390000a7690000e340d0000014c2c500000001a7c4000cec48000d007e4150f0a0b904002d0a00a7f4fff0ec46000f007ee310900000141821a72a000150209000a728007442219010a51e000be31090500024e54890580000e548906000084130904ee544904e2e00a71901b5b904004ea7590018a7690000a729ff9c0a00ec24001b007ca7190006a7390000a7490000a75900000a00ec26000f007ce310900000141821a72a000150209000a728006f42219010a71901b4c0317fffffffa7490000a7590000c0217fffffff0a00ec26000f007ce310900000141821a72a000150209000a728007242219010e310900000141821a72a000150209000a728000a42219010e34090000014a7190004b9040030a72900010a00e32090040014a71900f8a7390000a74900000a00',
    mips: '03a02025001dec02001dec0027bdffe0100000340000000027bdfff8afbf0004afbe000003a0f0253c01ffff03c110248c41000024230001ac4300002403001003c028257c65780400a108212403000aa02300002401000403c0e0257c3c78048c4600002404000124020fa4240700002408000027bdffe0afa800100000000c27bd00208f840000240500002406000024021096240700002408000027bdffe0afa800100000000c27bd002027bdfff8afbf0004afbe000003a0f0252401000803c010257c22780424010001ac41000003c0e8258fbe00008fbf000403e0000827bd000827bdfe58afbf01a4afbe01a0afb4019cafb30198afb20194afb10190afb0018c03a0f025008088252401000803c010257c2278048c830000ac4000002402001003c0e0257c5c780424020062a38200002402001103c020257c4478042402001224050069a085000003c020257c447804240200133c05ffff24060058240700042408006e2409005003c080257d30780403c5982403c028257c4578042402006424090060240a005ca088000003c090257cf27804240400142407001524080016240b001703c060257ccc780403c030257d46780403c050257d2a780403c048257c49780424020018240d000a240e0066240f001924180054a0ae0000ae430000ae6d000003c018257c43780403c010257d62780403c028257d05780403c040257ce8780403c038257c877804ae010000ad200000ad400000acc00000ad80000003c020257f04780403c008257de178042406006b2409006f240a002d240b0074240c006da0ec0000a10b0000a0aa0000a0490000a0660000a02d000004110003000000001000ff6b0000000003e01025ac82000024040004020028252406000024021062240700102408000027bdffe0afa800100000000c27bd00202404000b2406000024021062240700102408000027bdffe0afa800100000000c27bd00202404000a2406000024021062240700102408000027bdffe0afa800100000000c27bd00208e41000000010880022118218c6100081420fffe246300042404000024050003240600062407001924120000240200008c68000811050009246300081106000d0000000011070008000000001500fff8000000001000000a000000008c6400041000fff3000000008c6200041000fff0000000008c7200041000ffed00000000108000730000000012400071000000001040006f000000008c810000240300011423006b00000000240400082405000010a4000624030000004508219021000024a5000114a4fffc00231825306100ff1020005f0000000027c4000424050000240600002402101a240700002408000027bdffe0afa800100000000c27bd0020000208230047080a042000510000000083c10086282100331420004d000000002664000c24050000240600002402109c240700002408000027bdffe0afa800100000000c27bd0020000208230047080a1820003f00000000020020252405000024060000240210bb240700002408000027bdffe0afa800100000000c27bd0020000208230047080a042000310000000024040000240500002406000024020fcd240700002408000027bdffe0afa800100000000c27bd00200002a0230047a00a0012084002812021240500002406000024020fcd240700002408000027bdffe0afa800100000000c27bd0020000208230047080a142400160000000000120823025410212442ffff0041202402402825240600012402101d240700002408000027bdffe0afa800100000000c27bd002014400007000000008e61000024220001ae6200000381082124020063a022000024040000240500002406000024020fcd240700002408000027bdffe0afa800100000000c27bd0020000208230047080a3c0200043442100000222021240500002406000024020fcd240700002408000027bdffe0afa800100000000c27bd0020000208230047080a1424000f000000009081ffff1420000c0000000024010001a081ffff9081ffff10200007000000008e61000024220001ae6200000381082124020062a02200002402000804110003000000001000feaf0000000003e01825ae630054ae620050ae600064ae600060ae60005cae60005824040010020028252406000024021062240700102408000027bdffe0afa800100000000c27bd0020000208230047080a142000240000000024040000240500002406000024020fb4240700002408000027bdffe0afa800100000000c27bd0020000220230047200a240500102406000024020fc5240700002408000027bdffe0afa800100000000c27bd0020000208230047080a1420000b000000008e6100082402000114220007000000008e61000024220001ae6200000381082124020073a02200008e610004282100021420003a000000008e2100089021000024020074142200350000000024010001afc10004afc000083c017fff3421ffffae61000c366580002671000c3c01003534240f000220302524021018022038250220402527bdffe0afa800100000000c144000030000000024020fa10000000c27bd0020000208230047080a1820001b000000002414000327d20004240500008e2600001280000d0000000010c0000d00000000022020252402108e024038252408000027bdffe0afa800100000000c27bd00201000fff22694ffff14c00007000000008e61000024220001ae6200000381082124020074a022000024012e003c02000b24030008ae630064ae620054a661004eae600060ae60005cae600058ae6000502665004e2404ff9c0200302524021155240700182408000027bdffe0afa800100000000c27bd0020000220230047200a0480001200000000240500002406000024020fa6240700002408000027bdffe0afa800100000000c27bd002014400007000000008e61000024220001ae620000038108212402006fa02200003c017fff3424ffff008028252406000024021154240700002408000027bdffe0afa800100000000c27bd0020000208230047080a14200007000000008e61000024220001ae6200000381082124020072a022000024040000020028252406000024021133240700002408000027bdffe0afa800100000000c27bd0020000208230047080a14200007000000008e61000024220001ae6200000381082124020077a02200008e61000024220001ae620000038108212402000aa02200008e660000240400010380282524020fa4240700002408000027bdffe0afa800100000000c27bd00208e640004240500002406000024021096240700002408000027bdffe0afa800100000000c27bd0020',
    mipsle: '2520a00302ec1d0000ec1d00e0ffbd273400001000000000f8ffbd270400bfaf0000beaf25f0a003ffff013c2410c1030000418c01002324000043ac100003242528c0030478657c2108a1000a000324000023a00400012425e0c00304783c7c0000468c01000424a40f02240000072400000824e0ffbd271000a8af0c0000002000bd270000848f0000052400000624961002240000072400000824e0ffbd271000a8af0c0000002000bd27f8ffbd270400bfaf0000beaf25f0a003080001242510c0030478227c01000124000041ac25e8c0030000be8f0400bf8f0800e0030800bd2758febd27a401bfafa001beaf9c01b4af9801b3af9401b2af9001b1af8c01b0af25f0a00325888000080001242510c0030478227c0000838c000040ac1000022425e0c00304785c7c62000224000082a3110002242520c0030478447c1200022469000524000085a02520c0030478447c13000224ffff053c58000624040007246e000824500009242580c0030478307d2498c5032528c0030478457c64000224600009245c000a24000088a02590c0030478f27c14000424150007241600082417000b242560c0030478cc7c2530c0030478467d2550c00304782a7d2548c0030478497c180002240a000d2466000e2419000f24540018240000aea0000043ae00006dae2518c0030478437c2510c0030478627d2528c0030478057d2540c0030478e87c2538c0030478877c000001ae000020ad000040ad0000c0ac000080ad2520c0030478047f2508c0030478e17d6b0006246f0009242d000a2474000b246d000c240000eca000000ba10000aaa0000049a0000066a000002da003001104000000006bff0010000000002510e003000082ac040004242528000200000624621002241000072400000824e0ffbd271000a8af0c0000002000bd270b00042400000624621002241000072400000824e0ffbd271000a8af0c0000002000bd270a00042400000624621002241000072400000824e0ffbd271000a8af0c0000002000bd270000418e80080100211821020800618cfeff2014040063240000042403000524060006241900072400001224000002240800688c09000511080063240d000611000000000800071100000000f8ff0015000000000a000010000000000400648cf3ff0010000000000400628cf0ff0010000000000400728cedff001000000000730080100000000071004012000000006f004010000000000000818c010003246b0023140000000008000424000005240600a4100000032421084500000021900100a524fcffa41425182300ff0061305f002010000000000400c42700000524000006241a1002240000072400000824e0ffbd271000a8af0c0000002000bd27230802000a08470051002004000000008600c183330021284d002014000000000c00642600000524000006249c1002240000072400000824e0ffbd271000a8af0c0000002000bd27230802000a0847003f00201800000000252000020000052400000624bb1002240000072400000824e0ffbd271000a8af0c0000002000bd27230802000a0847003100200400000000000004240000052400000624cd0f02240000072400000824e0ffbd271000a8af0c0000002000bd2723a002000aa0470040081200212081020000052400000624cd0f02240000072400000824e0ffbd271000a8af0c0000002000bd27230802000a08470016002414000000002308120021105402ffff42242420410025284002010006241d1002240000072400000824e0ffbd271000a8af0c0000002000bd2707004014000000000000618e01002224000062ae2108810363000224000022a0000004240000052400000624cd0f02240000072400000824e0ffbd271000a8af0c0000002000bd27230802000a0847000400023c00104234212022000000052400000624cd0f02240000072400000824e0ffbd271000a8af0c0000002000bd27230802000a0847000f00241400000000ffff81900c0020140000000001000124ffff81a0ffff819007002010000000000000618e01002224000062ae2108810362000224000022a0080002240300110400000000affe0010000000002518e003540063ae500062ae640060ae600060ae5c0060ae580060ae100004242528000200000624621002241000072400000824e0ffbd271000a8af0c0000002000bd27230802000a0847002400201400000000000004240000052400000624b40f02240000072400000824e0ffbd271000a8af0c0000002000bd27232002000a2047001000052400000624c50f02240000072400000824e0ffbd271000a8af0c0000002000bd27230802000a0847000b002014000000000800618e0100022407002214000000000000618e01002224000062ae2108810373000224000022a00400618e020021283a002014000000000800218e00002190740002243500221400000000010001240400c1af0800c0afff7f013cffff21340c0061ae008065360c0071263500013c000f243425302002181002242538200225402002e0ffbd271000a8af0c0000000300401400000000a10f02240c0000002000bd27230802000a0847001b00201800000000030014240400d227000005240000268e0d008012000000000d00c01000000000252020028e1002242538400200000824e0ffbd271000a8af0c0000002000bd27f2ff0010ffff94260700c014000000000000618e01002224000062ae2108810374000224000022a02e0001240b00023c08000324600063ae500062ae4e0061a6640060ae5c0060ae580060ae540060ae4e0065269cff042425300002551102241800072400000824e0ffbd271000a8af0c0000002000bd27232002000a20470012008004000000000000052400000624a60f02240000072400000824e0ffbd271000a8af0c0000002000bd2707004014000000000000618e01002224000062ae210881036f000224000022a0ff7f013cffff24342528800000000624541102240000072400000824e0ffbd271000a8af0c0000002000bd27230802000a08470007002014000000000000618e01002224000062ae2108810372000224000022a0000004242528000200000624331102240000072400000824e0ffbd271000a8af0c0000002000bd27230802000a08470007002014000000000000618e01002224000062ae2108810377000224000022a00000618e01002224000062ae210881030a000224000022a00000668e0100042425288003a40f02240000072400000824e0ffbd271000a8af0c0000002000bd270400648e0000052400000624961002240000072400000824e0ffbd271000a8af0c0000002000bd27',
    mips64: '03a02025001dec3a001dec3867bdffe0100000310000000067bdffe0ffbf0018ffbe0010ffb0000803a0f0253c01ffff03c110248c41000024230001ac4300006403001003c028257c6578070001080000a1082d2403000aa02300006401000403c080257c3078078c460000640400016402138964070000640800000000000c8e04000064050000640600006402145564070000640800000000000c0000000067bdfff0ffbf0008ffbe000003a0f0256401000803c010257c22780724010001ac41000003c0e825dfbe0000dfbf000803e0000867bd001067bdfe30ffbf01c8ffbe01c0ffb501b8ffb401b0ffb301a8ffb201a0ffb10198ffb0019003a0f025008090256401000803c010257c227807dc810000ac4000006402001003c080257c50780724020062a20200006402001103c018257c4378076402001224040069a064000003c018257c43780764020050640400603c05ffff6406007864070013640800042409006e640a0070640b0068a069000003c098257d13780703c018257ce3780703c038257cc7780703c5a0246405001464060015640800166409001703c060257c8c780703c020257d64780703c058257d4b780703c088257c51780764020018640a0019640d0058240e0008240f000a24180066a0780000ae610000ae8f000003c008257c41780703c010257d22780703c018257d03780703c040257cc8780703c030257ca67807fce00000ae2e0000fd600000fc800000fd80000003c020257da4780703c028257d4578072407006b2409006f240a002d240b0074240c006da0cc0000a10b0000a06a0000a0490000a0270000a0af000004110003000000001000ff6c0000000003e01025fc8200006404000402202825640600006402139564070010640800000000000c6404000b640600006402139564070010640800000000000c6404000a640600006402139564070010640800000000000c8e610000000108f80241182ddc6100101420fffe64630008640400006405000364060006640700196413000064020000dc68001011050009646300101106000d0000000011070008000000001500fff8000000001000000a00000000dc6400081000fff300000000dc6200081000fff000000000dc7300081000ffed00000000108000620000000012600060000000001040005e000000008c810000240300011423005a00000000640400006405000810850006240300000044082d90210000648400011485fffc00231825306100ff1020004e0000000067c400086405000064060000640213c564070000640800000000000c0002082f0047080a042000430000000083c1008a282100331420003f000000006684000c64050000640600006402145c64070000640800000000000c0002082f0047080a18200034000000000220202564050000640600006402147a64070000640800000000000c0002082f0047080a04200029000000006404000064050000640600006402139464070000640800000000000c0002a82f0047a80a0013087802a1202d64050000640600006402139464070000640800000000000c0002082f0047080a14240014000000000013082f0275102d6442ffff0041202402602825640600016402139264070000640800000000000c14400008000000008e81000024220001ae820000000108000201082d24020063a02200006404000064050000640600006402139464070000640800000000000c0002082f0047080a3c020004344210000022202d64050000640600006402139464070000640800000000000c0002082f0047080a14240010000000009081ffff1420000d0000000024010001a081ffff9081ffff10200008000000008e81000024220001ae820000000108000201082d24020062a02200002402000804110003000000001000fecc0000000003e01825fe800078fe830058ae820050fe800070fe800068fe8000606404001002202825640600006402139564070010640800000000000c0002082f0047080a1420001f00000000640400006405000064060000640213ae64070000640800000000000c0002202f0047200a6405001064060000640213c464070000640800000000000c0002082f0047080a1420000c000000008e8100082402000114220008000000008e81000024220001ae820000000108000201082d24020073a02200008e810004282100021420003600000000de4100109021000024020074142200310000000064010001ffc10008ffc000103c017fff3421ffffae81000c368580006692000c3c01003534240f0002403025640213bf02403825024040250000000c1440000300000000240213c20000000c0002082f0047080a1820001a000000002415000367d30008640500008e42000012a0000b000000001040000b0000000000023000024020256402144a02603825640800000000000c1000fff426b5ffff14400008000000008e81000024220001ae820000000108000201082d24020074a02200003c01000b64020008fe820060fe800058fe81005024012e00a681004e6685004e6404ff9c022030256402153d64070018640800000000000c0002202f0047200a048000100000000064050000640600006402138b64070000640800000000000c14400008000000008e81000024220001ae820000000108000201082d2402006fa02200003c017fff3424ffff00802825640600006402153c64070000640800000000000c0002082f0047080a14200008000000008e81000024220001ae820000000108000201082d24020072a02200008e81000024220001ae820000000108000201082d2402000aa02200008e86000064040001020028256402138964070000640800000000000c8e84000464050000640600006402145564070000640800000000000c',
    mips64le: '2520a0033aec1d0038ec1d00e0ffbd673100001000000000e0ffbd671800bfff1000beff0800b0ff25f0a003ffff013c2410c1030000418c01002324000043ac100003642528c0030778657c000801002d08a1000a000324000023a0040001642580c0030778307c0000468c010004648913026400000764000008640c0000000000048e00000564000006645514026400000764000008640c00000000000000f0ffbd670800bfff0000beff25f0a003080001642510c0030778227c01000124000041ac25e8c0030000bedf0800bfdf0800e0031000bd6730febd67c801bfffc001beffb801b5ffb001b4ffa801b3ffa001b2ff9801b1ff9001b0ff25f0a00325908000080001642510c0030778227c000081dc000040ac100002642580c0030778507c62000224000002a2110002642518c0030778437c1200026469000424000064a02518c0030778437c5000026460000464ffff053c7800066413000764040008646e00092470000a6468000b64000069a02598c0030778137d2518c0030778e37c2538c0030778c77c24a0c503140005641500066416000864170009642560c00307788c7c2520c0030778647d2558c00307784b7d2588c0030778517c1800026419000a6458000d6408000e240a000f2466001824000078a0000061ae00008fae2508c0030778417c2510c0030778227d2518c0030778037d2540c0030778c87c2530c0030778a67c0000e0fc00002eae000060fd000080fc000080fd2520c0030778a47d2528c0030778457d6b0007246f0009242d000a2474000b246d000c240000cca000000ba100006aa0000049a0000027a00000afa003001104000000006cff0010000000002510e003000082fc0400046425282002000006649513026410000764000008640c0000000b000464000006649513026410000764000008640c0000000a000464000006649513026410000764000008640c0000000000618ef80801002d184102100061dcfeff201408006364000004640300056406000664190007640000136400000264100068dc09000511100063640d000611000000000800071100000000f8ff0015000000000a00001000000000080064dcf3ff001000000000080062dcf0ff001000000000080073dcedff001000000000620080100000000060006012000000005e004010000000000000818c010003245a00231400000000000004640800056406008510000003242d0844000000219001008464fcff851425182300ff0061304e002010000000000800c4670000056400000664c513026400000764000008640c0000002f0802000a08470043002004000000008a00c183330021283f002014000000000c00846600000564000006645c14026400000764000008640c0000002f0802000a08470034002018000000002520200200000564000006647a14026400000764000008640c0000002f0802000a08470029002004000000000000046400000564000006649413026400000764000008640c0000002fa802000aa84700780813002d20a10200000564000006649413026400000764000008640c0000002f0802000a08470014002414000000002f0813002d107502ffff42642420410025286002010006649213026400000764000008640c00000008004014000000000000818e01002224000082ae000801002d08010263000224000022a00000046400000564000006649413026400000764000008640c0000002f0802000a0847000400023c001042342d20220000000564000006649413026400000764000008640c0000002f0802000a0847001000241400000000ffff81900d0020140000000001000124ffff81a0ffff819008002010000000000000818e01002224000082ae000801002d08010262000224000022a0080002240300110400000000ccfe0010000000002518e003780080fe580083fe500082ae700080fe680080fe600080fe1000046425282002000006649513026410000764000008640c0000002f0802000a0847001f00201400000000000004640000056400000664ae13026400000764000008640c0000002f2002000a2047001000056400000664c413026400000764000008640c0000002f0802000a0847000c002014000000000800818e0100022408002214000000000000818e01002224000082ae000801002d08010273000224000022a00400818e020021283600201400000000100041de00002190740002243100221400000000010001640800c1ff1000c0ffff7f013cffff21340c0081ae008085360c0092663500013c000f243425304002bf13026425384002254040020c0000000300401400000000c21302240c0000002f0802000a0847001a00201800000000030015240800d367000005640000428e0b00a012000000000b0040100000000000300200252040024a14026425386002000008640c000000f4ff0010ffffb52608004014000000000000818e01002224000082ae000801002d08010274000224000022a00b00013c08000264600082fe580080fe500081fe2e0001244e0081a64e0085669cff0464253020023d15026418000764000008640c0000002f2002000a204700100080040000000000000564000006648b13026400000764000008640c00000008004014000000000000818e01002224000082ae000801002d0801026f000224000022a0ff7f013cffff243425288000000006643c15026400000764000008640c0000002f0802000a08470008002014000000000000818e01002224000082ae000801002d08010272000224000022a00000818e01002224000082ae000801002d0801020a000224000022a00000868e01000464252800028913026400000764000008640c0000000400848e00000564000006645514026400000764000008640c000000',
    loong64: '6400150003008f006300ff0200b0005063c0ff026120c0297600c0297640c002c402150004008f0086008028c502150007408003e5008f00c704c0028700802907288003a718103886008028c90215000b00810304048003070015000800150000002b000410800389008f00240180280b7881030500150006001500070015000800150000002b0063c0ff026120c0297600c0297640c002c402150005208003a4008f0005048003850080297600c0286120c0286340c0022000004c63c0f8026120c7297600c72977e0c62978c0c62979a0c6297a80c6297b60c6297c40c6297640c702970015008400c028dc021500d8021500c5021500c9021500c6021500c7021500c8021500cb021500cd021500cf021500cc021500ce021500d0021500ca021500d1021500d2021500d3021500d4021500d90215001a10800358038f00040380290420800385008f00a00080290440800389008f000444800386008f00048881032401002904a48103c40000290448800387008f0004b88103e4000029044c800388008f000498810304010029045080038b008f0004b4810364010029045480038d008f0004d08103a4010029045880038f008f0004b48003e40100291c008f00045c80038c008f00046080038e008f0004bc8103840100290464800390008f0004ac8103c401002904288003040200298403802900080054ff17fe532400150005408103aa008f004401c0290460810391008f003a02c02904e0810392008f004002c02904c0810393008f006002c02904a0810394008f008002c0290480810399008f002003c0290b188203072080030410800345011500060015000800150000002b000b18820307208003042c8003060015000800150000002b000b18820307208003041c8003060015000800150000002b0004038028855c2d00a440c028a520c0029ff8ff47060015001900150004001500070c8003081880030b648003ac40c028a540c00287150058882100588b1500589fedff47001c0050a620c028ffe3ff53a420c028ffdbff53b920c028ffd3ff539833c002c0100140200f014080080140c500802806048003a6fc005c060015000500150007208003c71400588818203805151500c604c002c7f4ff5fa0d800400b808203c4e2f8020500150006001500070015000800150000002b0080b80060c4ea3a2805cc800385ac00600b8081031a048003050015000600150007001500080015000403150000002b009a8800600b588303050015000600150007001500080015000400150000002b009a0015003b132c000b588303050015000600150007001500080015006403150000002b009b44005c24eb100084fcff0205e41100849414000b8883030604800325031500070015000800150000002b0080180044840380288504c00285038029058c8103251110380b588303050015000600150007001500080015000400150000002b0025080014999410000b588303050015000600150007001500080015002403150000002b009930005c24ff3f2a802800440404800324ff3f2924ff3f2a80180040840380288504c00285038029058881032511103800080054ff0bfc53240015008443c129041080038463c12980e3c12980c3c12980a3c1298083c1290b188203072080030428800345011500060015000800150000002b00805c00440bb08203050015000600150007001500080015000400150000002b000b0482030528800306001500070015000800150000002b008024004484238028050480038518005c840380288504c0028503802905cc8103251110388413802805088003f9ffff1485a40060e442c0288400002a05d081038594005c17048003d7e2f829c002f92924ffbf03843380290401001485131500046a00148400bc030b70830306031500070315000803150000002b00800c00440b74810300002b00974c0060170c80030b888103050015000800150006038028e01e0040c01c0040c7e2f8020403150000002b00f7febf02ffe7ff53c0180044840380288504c0028503802905d0810325111038041600148443c1298063c129042080038483c129853bc10204b88003843b41290470be020bd4860307608003460115000800150000002b00803400600be480030500150006001500070015000800150000002b0080180044840380288504c0028503802905bc81032511103824ffbf030bd086038500150006001500070015000800150000002b0080180044840380288504c0028503802905c8810325111038840380288504c002850380290528800325111038860380280b0081030404800325011500070015000800150000002b00841380280b7881030500150006001500070015000800150000002b00',
    armbe: '0100a0e314108fe20a20a0e30470a0e3000000ef00009de50170a0e3000000ef',
    mips64p32: '24021771041100012404000127e500182406000a0000000c240217aa8fa400000000000c',
    mips64p32le: '7117022401001104010004241800e5270a0006240c000000aa1702240000a48f0c000000',
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
const LAUNCHER_CODE = {
    '386': '89e081e40000ffff83ec0c50e807000000b8ad000000cd805589e553575683ec1089e98b450881e10000ffff8b108955e48b40080fb618894de88361200083fb75895dec743631c083fb6c75466a035b6a0259b88f00000031d231f631ffcd8089c385c074036a7c5bb8fc00000031c931d231f631ffcd8031c0eb14b836010000bb0000001031c931d231f631ffcd808b5dec85c00f95c2c645f3637404c645f36e8b4de866c7411e2f0080fb700f94c108d175168b45088b580c6a3d5831c931d231f631ffcd808b5dec80fb70741785c075138b45e88d581e6a0c5831c931d231f631ffcd8085c075208b4d088d41048b591083c1108b55e48d5490046a0b5831f631ffcd80c645f3658b55e88b72208d4e01894a208a4df3880c328b72208d4e01894a20c60432208945ec89c2f7da6a64598b7de885c97430b33089d629ce7c06fec389f2ebf68b47208d7001897720881c0731db83f90a0f94c083f9646a0a5974d288c389d9ebcc8b4de88b41208d5001895120c604010a8b51206a04586a025b31f631ffcd8031db837decfe0f94c0807df36574056a7d5beb0588c383cb7eb8fc00000031c931d231f631ffcd80',
    amd64: '4889e74881e40000ffffe807000000b80f0000000f05554889e54157415641554154534989fe4989e94981e10000ffff4c8b27488b4710440fb62841836120004183fd75745431db4183fd6c756548b8490000000000000048bf030000000000000048be020000000000000031d24531d24531c00f054885c048bf7c00000000000000480f44f8b8e700000031f631d24531d24531c00f05eb19b810010000bf0000001031f631d24531d24531c00f054889c34885db0f95c0b96300000041bf6e000000440f44f96641c7411e2f004180fd700f94c108c17518498b7e18b8a100000031f631d24531d24531c00f054889c34180fd7074224885db751d498d791e48b8500000000000000031f631d24531d24531c00f054889c34885db752f498d4608498b7e204983c6204a8d14e04883c20848b83b000000000000004c89f64531d24531c00f054889c341b765496341208d48014189492045883c01496341208d48014189492041c604012089d9f7d9ba64000000b80a00000085d2743340b63089cf29d77c0740fec689f9ebf549637920448d4701458941204188343931f683fa0a400f94c683fa640f44f089f2ebc9496341208d48014189492041c604010a4963512048b8010000000000000048bf02000000000000004c89ce4531d24531c00f0531c04883fbfe0f94c04883c87e4180ff6548bf7d00000000000000480f44f8b8e700000031f631d24531d24531c00f05',
    arm64: 'e003009101bc70923f0001d101000014fd7bbfa9080840f9fd0300910d0040f9e90300aaabbf70920e0140397f2100b9dfd50171a0020054dfb10171210200540804805260008052e2031faae3031faae4031faa41008052010000d41f0000f1880f8052e003889ac80b8052e1031faae2031faae3031faae4031faa010000d4e0031faa080000140000a252280c8052e1031faae2031faae3031faae4031faa010000d41f0000f1c80d80526a0c80524c01881ae8058052aabf7092dfc1017148ed017820010054000100b5200d40f968068052e1031faae2031faae3031faae4031faa010000d4dfc1017120010054000100b5e0030aaa28068052e1031faae2031faae3031faae4031faa010000d4600100b528210091200d42f8080d0d8be3031faae4031faae10309aaac0c805202210091a81b8052010000d4682180b9ea03004b09050011692100b96c692838682180b909050011692100b90904805269692838880c805249018052080200340d0680524e01086b8b000054ad050011ea030e2afcffff176e2180b91f290071cf0500116f2100b96d692e38ed179f1a1f91017128018d1a48feff35682180b91f0800b140008052e3031faae4031faaa1bf709209050011692100b94901805269692838c80f8052a90f80520a15889a9f950171622180b908088052010000d44001899ac80b8052e1031faae2031faae3031faae4031faa010000d4',
    arm: '0d00a0e12018a0e101d8a0e140d04de2ffffffea04b02de50db0a0e100a0a0e1ff08a0e300e0a0e3ff0480e300909ae500c00be008009ae50050d0e520e08ce5750055e30e00000a6c0055e31500001a0300a0e38f70a0e30210a0e30020a0e30030a0e30040a0e3000000ef000050e3f870a0e30010a0e37c00a013000000ef080000ea5170a0e30102a0e30010a0e30020a0e30030a0e30040a0e3017c87e3000000ef00e0a0e12f00a0e30c60a0e16e80a0e300005ee36380a003be01e6e1700055e30900000a00005ee30700001a0c009ae53d70a0e30010a0e30020a0e30030a0e30040a0e3000000ef00e0a0e1700055e30900000a00005ee30700001a0600a0e10c70a0e30010a0e30020a0e30030a0e30040a0e3000000ef00e0a0e100005ee30a00001a04008ae20b70a0e30030a0e30040a0e36580a0e3090180e0042080e21000bae50a10a0e1000000ef00e0a0e120009ce5011080e220108ce50080cce720009ce5011080e220108ce52010a0e30010cce700006ee26410a0e3000051e31000000a3020a0e3010050e1020000ba010040e0012082e2faffffea20309ce5640051e3014083e220408ce50320cce70a2041e2122f6fe1a222a0e10a20a0030210a0e1ecffffea20009ce50470a0e30030a0e30040a0e302007ee3011080e220108ce50a10a0e30010cce70200a0e30c10a0e120209ce5000000eff870a0e30010a0e37e00a0e30020a0e37f00a003650058e37d00a013000000ef',
    riscv64: '130501001351010113110101130101fc6f004000130101ff2334110023308100130401019302050003350501b707ffff034e050083b30200b377f4001305500723a00702630cae041305c006130800006316ae0693080002930520001305300013060000930600001307000073000000133515001305f5ff1375c5079308e0059305000013060000930600001307000073000000130800006f004002930810063705001093050000130600009306000013070000730000001308050013033006630408001303e0061305f002930e0007239fa7006304de036312080203b58201930830039305000013060000930600001307000073000000130805006304de03631208021385e70193081003930500001306000093060000130700007300000013080500631a0802138682009385020203b502029393330033067600130686009308d00d930600001307000073000000130805001303500697020000e782020d2300650097020000e782420c930500022300b5003b050041130640069305400663040604930600031b0705006348c7003b05c540938616006ff01fff03a707029308170023a017033387e7002300d7006316b6001306a0006ff09ffc130666ff133616006ff0dffb97020000e78202069305a0002300b50003a60702930800041305200093850700930600001307000073000000130550066306a3001305d0076f00000113082800133518001305e5079308e005930500001306000093060000130700007300000003a507029305150023a0b7023385a70067800200',
    ppc64le: '780b237ce403217891ff21f804000048c8ff21fbd0ff41fbd8ff61fbe0ff81fbe8ffa1fbf0ffc1fba1ff21f8781b7c7c000023eb0000603b100063e8e4033e780000a38b20007e9375001d28600082416c001d2880008240030060388f000038020080380000a0380000c0380000e038020000440800e340d000637c000023287c006038ea000038000080380000a0380000c0380000e0389e18607c020000440800e340d000637c2c0000480010603c1a010038000080380000a0380000c0380000e038020000440800e340d000637c781b7b7c00003b2c70009d2c2f0060384230864e0231a24e78f3da7f78db7d7f1e007ab42c00954018007ce83d000038000080380000a0380000c0380000e038020000440800e340d000637c781b7d7c00003d2cc2a1824e2c00944178d3437f0c000038000080380000a0380000c0380000e038020000440800e340d000637c781b7d7c00003d281800824100003b286e006038630080389e18847f38000048241f257b78e3847f0b0000380000c0380000e038142abc7c210064e86500803b1000a538020000440800e340d000637c781b7d7c22007ee86400a0380100833820009e90ae199e7f22007ee80100833820009e9020008038ae199e7c04008038d0007d7ca603897c0a008038440040423000c0380028037c100080415018657c0100c638f0ffff4b2200fee8640005280100073920001e91ae39de7c0a00a6683400c67c7ed9c6549e30a47cc4ff004222007ee878f3c47f040000380000c0380000e0380100a3382000be900a00a038ae19be7c020060382200bee8020000440800e340d000637cfeff3d2c7e0060387f008038ea0000380000a0380000c0380000e0389e18647c65001c287d0080389e20637c00008038020000440800e340d000637c000000000000000000000000',
    ppc64: '7c230b78782103e4f821ff9148000004fb01ffc0fb21ffc8fb41ffd0fb61ffd8fb81ffe0fba1ffe8fbc1fff0f821ffa17c7c1b78e8630010783e03e43ba000008b030000eb3c00002818007593be0020418200642818006c40820084386000033800008f3880000238a0000038c0000038e000004400000240e300087c6300d02823000038600000418200083860007c380000ea3880000038a0000038c0000038e000004400000240e300087c6300d04800002c3c6010003800011a3880000038a0000038c0000038e000004400000240e300087c6300d07c7d1b78283d00003b400063418200083b40006e38602f007fdbf378b47b001e28980070418600304082002c3800003de87c00183880000038a0000038c0000038e000004400000240e300087c6300d07c7d1b7841860034283d00004082002c3800000c3880000038a000007f63db7838c0000038e000004400000240e300087c6300d07c7d1b78283d0000408200387b231f247f84e3787cbc1a14e86400213800000b38a5001038c0000038e000003b4000654400000240e300087c6300d07c7d1b78e87e002238830001909e00207f5e19aee87e002238830001909e0020388000207c9e19ae38600004388000647c6903a67c7d00d04240004c38a000307c032000418000107c64185038a500014bfffff0e8de00222804006438e6000190fe00207cbe31ae38a0000a418200106884000a7c8400345485d97e7ca42b784200ffbce87e00227fc4f3783800000438c0000038e0000038a300012cbdfffe90be002038a0000a7cbe19ae38600002e8be00224400000240e300087c6300d03860007f418600083860007e281a0065418200083860007d380000ea3880000038a0000038c0000038e000004400000240e300087c6300d0000000000000000000000000',
    s390x: 'b904002fa5f70000a7fbff60a7f400030aadeb6ff0300024b90400d2e31020100004e3a01000009441e0f000e3b020000004a5e70000e54ce0200000eca80024757ea7090000eca6002e6c7ea719008fa7390002a7490000a7590000a7690000a72900030a00a72f0000a7290000a7840004a729007ca71900f8a73900000a00a7f40011a719012fa7390000a7490000a7590000a7690000a52e10000a00b9040002a7c80063ec080005007ca7c8006ee544e01e2f00eca80016707eec060013007ce320d0180004a719003da7390000a7490000a7590000a76900000a00b9040002eca80015707eec060012007c4120e01ea719000ca7390000a7490000a7590000a76900000a00b9040002ec06001a007c4110d0084130d020e320d0200004eb4b0003000d41441008a719000ba7590000a76900000a00b9040002a7c80065e310e02000141821a72a00015020e02042c1e000e310e02000141821a72a00015020e020a72800204221e0001310a7280064ec280029007ea7380030ec12000840761b12a73a0001a7f4fffae340e02000141854a75a00015050e0204234e000a72e000ab2220030a72e0064a728000aa784ffe1c239f00000008830001f1823a7f4ffd9e310e02000141821a72a00015020e020a728000a4221e000e340e0200014a7190004b904003ea7590000a7690000a72900020a00a729007fec080005fe7ca729007eecc80005657ea729007da71900f8a7390000a74900000a00',
    mips64le: '2520a0033aec1d0038ec1d00e0ffbd670100001000000000b0ffbd674800bfff4000beff3800b6ff3000b5ff2800b4ff2000b3ff1800b2ff1000b1ff0800b0ff25f0a00325888000200001642510c0030778227c000093dc100081dc00003590ffff013c2480c103750001241800a112000040ac6c0001241e00a1160000146400001464030004640200056400000664cf13026400000764000008640c0000002f0802000a0847007c0004640a20010000000564000006645514026400000764000008640c0000000a000010000000000010043c00000564000006648e14026400000764000008640c0000002fa002000aa047002f0001241e0001a6700016240c00b612259080020a00801625908002180024de00000564000006642414026400000764000008640c0000002f9002000a9047000c00b612000000000a004016000000001e0004660000056400000664d613026400000764000008640c0000002f9002000a90470005004012000000006e001124630001240e0000100a88340008002166f81013002d08220008002664200024de20002566c113026400000764000008640c0000002f9002000a904700650011242000018e01002224200002ae000801002d080102000031a000081200231001002000018e640003242000042401002524200005ae000801002d080102000024a0150060100a000424300005242a084300040020140000000023104300fbff00100100a5242000018e01002624200006ae000801002d080102000025a0260864000100252c640061380a2881002518a000edff6014000000002000018e01002224200002ae000801002d0801020a000224000022a02000068efeff13647f00146402000464252800028913026400000764000008640c000000260853027e0002640a1081026500213a7d0004640a20410000000564000006645514026400000764000008640c000000',
    loong64: '6400150003008f006300ff02000400506300ff0261e0c02976c0c02977a0c0297880c0297960c0297a40c0297b20c0297600c1028a0015008440c028c9021500c502150009008f005901c0289a00002a0480800385008f0004d48103a0008029445b005804b0810318001500446f005c0b80800305088003040c800306001500070015000800150000002b008404400205f08103a49013000b7881030500150006001500070015000800150000002b001800150000240050040020140b8481030500150006001500070015000800150000002b009800150004bc80031bc0810324794029170315005b2f005817031500002700444461c0280bcc80030500150006001500070015000800150000002b00970015005b2b0058e02600442479c0020bc480030500150006001500070015000800150000002b0097001500e02200400407400205b88103068c8103a5901300c41013008a141500003000504621c0024481c0284581c002261b2d00c620c0020b748303070015000800150000002b00970015000a948103248180288504c002258180292a111038248180288504c00225818029058080032511103804dc11000690810305288003c04c004007c08003880080020611006084181100e704c002fff3ff53288180280b05c0022b81802927211038c770fe02e7044002c6d8ff02c6044002c69c1300a71c1300e6181500dfbcff47248180288504c002258180290528800325111038268180280b0081030408800325011500070015000800150000002b00446dfe0284044002e50ac002a5044002a5f8c10206f48103c6901300a4101300841815000b7881030500150006001500070015000800150000002b00',
};

;// CONCATENATED MODULE: ./lib/probe/programs.js



const PROBE_ARGUMENTS = 42;
const CODE = new Map(Object.entries(MACHINE_CODE));
const LAUNCHERS = new Map(Object.entries(LAUNCHER_CODE));
function buildProbe({ arch, elf }, options = {}) {
    const code = CODE.get(arch);
    if (code === undefined)
        throw new Error(`there is no machine code for ${arch}`);
    return (0,platform_elf/* buildProgram */.TB)(elf, code + Buffer.from(PROBE_MARKER, 'latin1').toString('hex'), options);
}
function buildLauncher({ arch, elf }) {
    const code = LAUNCHERS.get(arch);
    return code === undefined ? undefined : (0,platform_elf/* buildProgram */.TB)(elf, code);
}

;// CONCATENATED MODULE: ./lib/probe/verdict.js






const PATIENCE = 200;
const [LONGEST_MS, SHORTEST_MS] = [30_000, 5_000];
function timeLimit(ownMs) {
    return Math.min(Math.max(SHORTEST_MS, (ownMs ?? 0) * PATIENCE), LONGEST_MS);
}
function verdict_lackedIn({ arch, stdout, thorough }) {
    const [target, answers] = [(0,platforms/* targetOf */.$r)(arch), behaviours_parseAnswers(stdout)];
    return target === undefined || answers === undefined ? [] : lackedBy(target, answers, thorough);
}
function verdict_judgeRun(run) {
    if (run.error !== undefined)
        return 'not-started';
    if (run.timedOut)
        return (run.ownMs ?? 0) * PATIENCE > LONGEST_MS ? 'slow' : 'hung';
    const marked = behaviours_parseAnswers(run.stdout) !== undefined;
    if (run.code === PROBE_ARGUMENTS) {
        if (!marked)
            return 'no-marker';
        return verdict_lackedIn(run).includes('start') ? 'no-start' : 'works';
    }
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
function buildKitLevel({ arch, status, level = 1 }) {
    return arch === 'amd64' && status !== 'native' ? Math.min(level, 2) : level;
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
        ...tell(run, evidence.excused),
        ms: run.ms,
    };
    const inside = chroot === undefined ? undefined : verdict_judgeRun(chroot);
    const outside = plain === undefined ? undefined : verdict_judgeRun(plain);
    const native = entry === undefined && qemuVersion === undefined && mayRunNatively(host, target.arch);
    const runs = [inside, outside].some((result) => result === 'works' || result === 'no-start');
    if (native && runs)
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
function tell(run, excused = []) {
    if (verdict_judgeRun(run) !== 'works')
        return {};
    const lacking = verdict_lackedIn(run).filter((behaviour) => !excused.includes(behaviour));
    return { lacks: lacking.length === 0 ? undefined : lacking, level: parseAnswers(run.stdout)?.level };
}
const UNPROVEN_OUTSIDE = 'it runs here, but no chroot could be entered to prove that it would in a container';
const LOST_IN_CHROOT = 'it runs here but not in a chroot: the entry lacks the F flag, or its interpreter is not static';
function absence(target, claiming) {
    const off = claiming.find((candidate) => !candidate.enabled);
    if (off !== undefined)
        return `its entry ${printable(off.name, 60)} is switched off`;
    return `no entry takes ${target.arch} programs`;
}
function refusal({ stderr }) {
    const errno = Number(/^e (\d{3})$/m.exec(stderr)?.[1] ?? ENOEXEC);
    if (errno === ENOEXEC)
        return 'does not know how to execute it (ENOEXEC)';
    return errno === EACCES ? 'refuses to execute it there (EACCES)' : `refuses to execute it (errno ${errno})`;
}
const [ENOEXEC, EACCES] = [8, 13];
function explainResult(result, run, interpreter) {
    const handler = interpreter === undefined ? 'the handler' : (0,text_text/* printable */.g$)(interpreter, 120);
    const said = (0,text_text/* printable */.g$)(run.stderr, 160);
    const quoted = said === '' ? '' : `, saying "${said}"`;
    switch (result) {
        case 'works':
            return 'the probe ran';
        case 'arguments':
            return `${handler} and the kernel disagree about the P flag: every argument is shifted`;
        case 'no-start':
            return `${handler} runs programs, but not what a C library does before main: no program of the usual kind runs`;
        case 'no-handler':
            return `the kernel ${refusal(run)}`;
        case 'no-interpreter':
            return `${handler} does not exist, or needs files that are not there (ENOENT)`;
        case 'crashed':
            return `${handler} crashed (${run.signal})${quoted}`;
        case 'hung':
            return `${handler} did not end within the time limit`;
        case 'slow':
            return `too slow to tell: this machine took ${Math.round(run.ownMs ?? 0)} ms for a program of its own, and ${handler} did not end within the time limit`;
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









const TRIES = { crashed: 3, hung: 2, slow: 2 };
const ARGUMENTS = Array.from({ length: PROBE_ARGUMENTS - 1 }, () => 'a');
const THOROUGH = ARGUMENTS.map(() => 't');
const SIDE_BY_SIDE = 16;
const NO_FOLDER = { id: 'SB092', kind: 'host', what: 'make a folder for probes' };
function openProber(host, mounts) {
    const parent = placeForProbes(host, mounts);
    let folder;
    let launcher;
    try {
        folder = host.makeTemporary('setup-binfmt-probe-', parent);
        host.makeMode(folder, 0o755);
        launcher = writeLauncher(host, folder);
    }
    catch (thrown) {
        if ((0,problem/* isMistake */.VF)(thrown))
            throw thrown;
        const { cause, remedy } = whyNoRoom(parent, thrown);
        const elsewhere = `${remedy}, or name another folder in TMPDIR`;
        throw new problem/* SetupProblem */.DN({ ...NO_FOLDER, cause, remedy: elsewhere }, { cause: thrown });
    }
    let last = Promise.resolve();
    return {
        host,
        folder,
        enter: entrance(host, launcher),
        plainly: (jail) => launcher === undefined ? [`${jail}/probe`] : [launcher, 'plain', '/', `${jail}/probe`],
        alone: (work) => {
            const mine = last.then(work, work);
            last = mine;
            return mine;
        },
        close: () => host.remove(folder),
    };
}
function writeLauncher(host, folder) {
    const program = ownLauncher(host);
    if (program === undefined)
        return undefined;
    host.writeFile(`${folder}/launch`, program, 0o755);
    return `${folder}/launch`;
}
function ownLauncher(host) {
    const own = ownTarget(host);
    return own && buildLauncher(own);
}
function ownTarget({ nodeArch, endian }) {
    return (0,platforms/* targetOf */.$r)((0,platforms/* nativeArchitecture */.BM)(nodeArch, endian) ?? '');
}
function placeForProbes(host, mounts) {
    const { RUNNER_TEMP, TMPDIR, HOME, XDG_RUNTIME_DIR } = host.env;
    const named = [TMPDIR, '/tmp', RUNNER_TEMP, '/var/tmp', XDG_RUNTIME_DIR, HOME].flatMap((path) => path?.startsWith('/') ? [path] : []);
    const writable = [...named, ...named.map((path) => host.realPath(path) ?? path)].filter((path) => host.stat(path)?.kind === 'folder' && host.isWritable(path));
    const executable = writable.filter((path) => !(0,proc/* mountOf */.vI)(mounts, host.realPath(path) ?? path)?.options.includes('noexec'));
    const places = executable.length > 0 ? executable : writable;
    const [usual = '/tmp'] = named;
    const safe = places.length === 0 ? usual : safeFolder(host, places);
    if (safe !== undefined)
        return safe;
    const objections = places.map((path) => distrust(host, path, usersBehind(host)) ?? '');
    throw new problem/* SetupProblem */.DN({
        ...NO_FOLDER,
        cause: `others could exchange what is run there (${(0,text_text/* listed */.KE)([...new Set(objections)], 6, 200)})`,
        remedy: 'Name a folder in TMPDIR that lies where nobody else may write, and where programs can be started',
    });
}
function entrance(host, launcher) {
    const enterAs = (how) => launcher === undefined ? undefined : (jail) => [launcher, how, jail, '/probe'];
    if (host.uid === 0)
        return enterAs('root');
    const unshare = systemProgram(host, 'unshare');
    if (unshare === undefined || isBusybox(host, unshare))
        return enterAs('user');
    return (jail) => [unshare, '--user', '--map-root-user', `--root=${jail}`, '/probe'];
}
function isBusybox(host, path) {
    return /(?:^|\/)(?:busybox|toybox)[^/]*$/.test(host.realPath(path) ?? '');
}
async function runProbe(prober, target, place, { tag, version, thorough } = {}) {
    const { host } = prober;
    let cwd;
    try {
        cwd = writeProbe(prober, target, tag);
    }
    catch (thrown) {
        return { ...unwritten(thrown), arch: target.arch, place, attempts: 1 };
    }
    const [file, ...args] = place === 'chroot' && prober.enter !== undefined ? prober.enter(cwd) : prober.plainly(cwd);
    const words = thorough === true ? THOROUGH : ARGUMENTS;
    const start = (env, ownMs) => host.run({ file, args: [...args, ...words], cwd, env, timeoutMs: timeLimit(ownMs) });
    const ask = (ownMs) => start({ QEMU_VERSION: '1' }, ownMs);
    const asked = version === true ? ask() : undefined;
    let ownMs;
    for (let attempts = 1;; attempts++) {
        const outcome = ownMs === undefined ? await start({}) : await prober.alone(() => start({}, ownMs));
        if (outcome.timedOut)
            ownMs = await prober.alone(() => timeOwnProbe(prober));
        const run = {
            ...outcome,
            stdout: outcome.stdout.slice(0, 200),
            stderr: outcome.stderr.slice(0, 1000),
            arch: target.arch,
            place,
            attempts,
            thorough,
            ownMs,
        };
        if (attempts < (TRIES[verdict_judgeRun(run)] ?? 1))
            continue;
        const known = typeof version === 'string' ? formatQemuAnswer(target, version) : undefined;
        const said = await asked;
        const again = said?.timedOut === true && !run.timedOut;
        const answer = again ? await prober.alone(async () => ask(await timeOwnProbe(prober))) : said;
        return { ...run, version: (answer?.stdout ?? known)?.slice(0, 200) };
    }
}
function writeProbe({ host, folder }, target, tag) {
    const jail = `${folder}/${target.arch}${tag === undefined ? '' : '-trial'}`;
    if (host.stat(`${jail}/probe`) === undefined) {
        host.makeFolder(jail, 0o755);
        host.writeFile(`${jail}/probe`, buildProbe(target, { tag }), 0o755);
    }
    return jail;
}
async function timeOwnProbe(prober) {
    const own = ownTarget(prober.host);
    if (own === undefined)
        return undefined;
    try {
        const [file, ...args] = prober.plainly(writeProbe(prober, own, undefined));
        const limits = { env: {}, timeoutMs: timeLimit(Number.POSITIVE_INFINITY) };
        return (await prober.host.run({ file, args: [...args, ...ARGUMENTS], ...limits })).ms;
    }
    catch {
        return undefined;
    }
}
function unwritten(thrown) {
    const error = (0,problem/* errnoOf */.UQ)(thrown) ?? 'EUNKNOWN';
    return { code: null, signal: null, stdout: '', stderr: '', timedOut: false, error, ms: 0 };
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
async function probeAll(host, facts, targets, versionOf = () => undefined, thorough = false) {
    const prober = openProber(host, facts.mounts);
    const inChroot = (target) => {
        const entry = answering(facts.table.entries, target);
        const known = entry?.interpreter === undefined ? undefined : versionOf(entry.interpreter);
        return runProbe(prober, target, 'chroot', { version: known ?? entry !== undefined, thorough });
    };
    try {
        const wanted = targets.filter((target) => isWorthRunning(target, facts));
        const inside = byArch(prober.enter === undefined ? [] : await sideBySide(wanted, inChroot));
        const control = facts.architecture;
        const chroots = control === undefined || works(inside.get(control)) ? inside : byArch([]);
        const unexplained = wanted.filter(({ arch }) => isUnexplained(chroots.get(arch)));
        const plains = byArch(await sideBySide(unexplained, (target) => runProbe(prober, target, 'plain', { version: true, thorough })));
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
    if (run === undefined)
        return true;
    return !['works', 'no-start', 'hung', 'slow', 'wrong-emulator', 'no-marker'].includes(judgeRun(run));
}
function isWorthRunning(target, facts) {
    if (facts.table.state !== 'ready' || mayRunNatively(facts.architecture, target.arch))
        return true;
    return answering(facts.table.entries, target) !== undefined;
}
function judgeAll(runs, facts) {
    const host = facts.architecture;
    const own = runs.find(({ target }) => target.arch === host);
    const control = own?.chroot ?? own?.plain;
    return judgeWith(runs, facts, control && lackedIn(control));
}
function judgeWith(runs, { architecture: host, table: { entries } }, lacked) {
    const judgeOne = (run) => judge({ ...run, host, excused: run.target.arch === host ? undefined : lacked, entries });
    return new Map(runs.map((run) => [run.target.arch, judgeOne(run)]));
}
function rejudge(before, runs, facts) {
    const again = runs.flatMap((chroot) => {
        const target = targetOf(chroot.arch);
        return target === undefined ? [] : [{ target, chroot }];
    });
    const anew = judgeWith(again, facts, before.get(facts.architecture ?? '')?.lacks);
    return new Map([...before].map(([arch, verdict]) => [arch, anew.get(arch) ?? verdict]));
}

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
                const also = install.source === undefined ? `, and ${distrust(host, source, usersBehind(host))}` : '';
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
    return source !== undefined || distrust(host, interpreter, usersBehind(host)) !== undefined;
}
function keepCopy({ host, record, digests }, file, path, { interpreter, source = interpreter, sha256, version }) {
    if (isThere(host, digests, path, sha256)) {
        (0,problem/* orUndefined */.y0)(() => noteOrigin(host, path, source));
        return true;
    }
    makeOwn(host, (0,external_node_path_.dirname)(path));
    record({ kind: 'copy', path });
    const { uid, mode } = file.stat;
    const isOurs = [0, host.uid, ...usersBehind(host)].includes(uid) && (mode & 0o022) === 0;
    const other = new Error();
    try {
        host.writeFile(path, (write) => {
            let written = false;
            const copy = () => {
                written = true;
                return (0,files/* hashOpen */.bH)(file, 'sha256', write);
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
    const locker = findLocker(host);
    if (locker === undefined)
        return failed('flock is missing (install util-linux)');
    const folder = (0,problem/* orUndefined */.y0)(() => host.open(path));
    if (folder === undefined)
        return failed('it cannot be opened (mount it first)');
    const { code, error, timedOut } = await host.run({ ...locker.start, env: { PATH: host_host/* ROOT_PATH */.Dl }, timeoutMs: limitMs }, [folder]);
    locker.close();
    if (code === 0)
        return folder;
    folder.close();
    if (!timedOut)
        return failed(`flock ended with ${error ?? code ?? 'a signal'}`);
    const seconds = Math.ceil(limitMs / 1000);
    return failed(`another process has held it for ${seconds} s (run this step again when it has ended)`);
}
function findLocker(host) {
    const flock = systemProgram(host, 'flock');
    if (flock !== undefined)
        return { start: { file: flock, args: ['-x', String(FIRST_INHERITED)] }, close: () => undefined };
    const launcher = ownLauncher(host);
    return launcher && (0,problem/* orUndefined */.y0)(() => writeLocker(host, launcher));
}
function writeLocker(host, launcher) {
    const folder = makeSafeTemporary(host, 'setup-binfmt-lock-');
    host.writeFile(`${folder}/launch`, launcher, 0o755);
    return {
        start: { file: `${folder}/launch`, args: ['lock'] },
        close: () => host.remove(folder),
    };
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
function cannotRegister({ host }, { flags, interpreter }) {
    if (!flags.includes('F'))
        return undefined;
    const objection = distrustOpening(host, interpreter);
    if (objection === undefined)
        return undefined;
    return `${(0,text_text/* printable */.g$)(interpreter, 200)} may be another program by now: ${(0,text_text/* printable */.g$)(objection, 200)}`;
}
function registerAgain(context, rule) {
    return cannotRegister(context, rule) ?? writeRule(context, rule);
}
function registerWhole(context, rule) {
    const { name } = rule;
    const refusal = register(context, rule);
    if (refusal !== undefined)
        return refusal;
    const entry = readEntry(context, name);
    if (entry === undefined)
        return `entry ${name} is not there after it was registered`;
    if ((0,binfmt_rule/* beginsAs */.nk)(rule, entry) && (0,binfmt_rule/* isRuleOf */.Cz)(rule, entry))
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
    return registerAgain(context, rule) ?? (entry.enabled ? undefined : disable(context, pinned.name));
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
    const { code, stderr, timedOut } = await host.run({
        file,
        args,
        env: { PATH: host_host/* ROOT_PATH */.Dl },
        timeoutMs: TOOL_LIMIT_MS,
    });
    if (code === 0)
        return undefined;
    const name = (0,external_node_path_.basename)(file);
    if (timedOut)
        return `${name} did not end within ${TOOL_LIMIT_MS / 1000} s`;
    return (0,text_text/* printable */.g$)(stderr) || `${name} ended with ${code}`;
}

;// CONCATENATED MODULE: ./lib/apply/install.js












function installRule(context, { rule, replaces }) {
    const { name } = rule;
    const beside = (0,binfmt_rule/* stagingRule */.wh)(rule);
    const present = readEntry(context, name);
    if (present !== undefined && (0,binfmt_rule/* beginsAs */.nk)(rule, present) && (0,binfmt_rule/* isRuleOf */.Cz)(rule, present)) {
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
    const isHeld = watchInterpreter(host, rule);
    const [objection] = (0,binfmt_rule/* ruleProblems */.b0)(rule, native, observeRule(host, rule));
    if (objection !== undefined)
        return objection;
    if (readEntry(context, rule.name)?.text !== replaces?.text)
        return changedMeanwhile(rule.name);
    if (replaces === undefined) {
        const refusal = registerWhole(context, rule) ?? giveUpOthers(context, rule, { isHeld });
        if (refusal === undefined)
            removeStale(context, beside);
        return refusal;
    }
    removeStale(context, beside);
    if (readEntry(context, beside.name) !== undefined)
        return `entry ${beside.name} is in the way, and is not of this program: take it away`;
    const refusal = register(context, beside) ?? giveUpOthers(context, beside, { isHeld });
    if (refusal !== undefined)
        return refusal;
    const stuck = removePinned(context, replaces);
    const problem = stuck ?? registerWhole(context, rule) ?? giveUpOthers(context, rule, { isHeld });
    if (problem === undefined || stuck !== undefined)
        remove(context, beside.name);
    return problem;
}
function watchInterpreter(host, { interpreter }) {
    const identity = () => {
        const found = host.stat(interpreter);
        return found && formatIdentity(found);
    };
    const before = identity();
    return () => identity() === before && distrustOpening(host, interpreter) === undefined;
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
    return `${(0,text_text/* printable */.g$)(rule.interpreter, 200)} was exchanged while it was registered`;
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
    const found = [...handlers, ...rules].flatMap((name) => {
        const entry = readEntry(context, name);
        const stays = rules.includes(name) || (0,persist/* isPersistent */.sv)(entry?.interpreter);
        return entry !== undefined && stays ? ((0,binfmt_rule/* ruleOfEntry */.Ek)(entry) ?? []) : [];
    });
    const unsafe = new Map(found.flatMap(({ name, interpreter }) => {
        const objection = distrustOpening(context.host, interpreter);
        const path = (0,text_text/* printable */.g$)(interpreter, 200);
        return objection === undefined
            ? []
            : [[name, `${path} could be exchanged: ${(0,text_text/* printable */.g$)(objection, 200)}`]];
    }));
    const kept = found.filter(({ name }) => !unsafe.has(name));
    const before = (0,read/* textOr */.ph)(context.host, persist/* FRAGMENT_PATH */.J2, null);
    const others = kept.flatMap(({ name }) => (handlers.includes(name) ? (0,binfmt_rule/* otherName */.sW)(name) : []));
    const after = (0,persist/* formatFragment */.yf)((0,persist/* mergeFragment */.RV)((0,persist/* parseFragment */.oH)(before), kept, [...forget, ...others, ...unsafe.keys()]));
    const unsaid = kept.filter((rule) => !(0,binfmt_rule/* canBeWritten */.Hk)(rule)).map(({ name }) => (0,text_text/* printable */.g$)(name, 60));
    const written = await writeFragment(context, before, after);
    const lost = unsaid.map((name) => `entry ${name} cannot be kept over a reboot: no line of binfmt.d can say it`);
    const refused = [...unsafe].map(([name, why]) => `entry ${(0,text_text/* printable */.g$)(name, 60)} cannot be kept over a reboot: ${why}`);
    return { ...written, problems: [...lost, ...refused, ...written.problems] };
}
function restoreFragment(context, now, content) {
    const rules = (0,persist/* parseFragment */.oH)(content);
    const { host } = context;
    const there = rules.filter(({ interpreter }) => host.stat(interpreter) !== undefined && distrustOpening(host, interpreter) === undefined);
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
    const program = systemProgram(host, 'update-binfmts');
    if (program === undefined || !isBinfmtSupportInCharge(host))
        return [];
    const linesOf = (rules) => new Set(rules.map(binfmt_rule/* formatRule */.UT));
    const [earlier, later] = [linesOf(before), linesOf(after)];
    const gone = before.filter((rule) => !later.has((0,binfmt_rule/* formatRule */.UT)(rule)));
    const come = after.filter((rule) => !earlier.has((0,binfmt_rule/* formatRule */.UT)(rule)));
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
        const isPassing = plan.persist === undefined && (plan.run === undefined || !(0,read/* seesEveryUser */.XO)(host));
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
        if (plan.persist !== undefined || (plan.run !== undefined && writesTable(plan) && (0,read/* seesEveryUser */.XO)(host)))
            sweepCopies(context, isRelied);
        const proofs = prober === undefined
            ? []
            : await sideBySide((0,platforms/* targetsOf */.QR)(plan.prove), (target) => runProbe(prober, target, 'chroot', { version: true }));
        const removed = removals.flatMap(({ name, problem }) => (problem === undefined ? [name] : []));
        const gone = [...removed, ...installed.flatMap(({ replaced }) => replaced)];
        const lost = entries.filter(({ name }) => gone.includes(name) && !plan.aside?.includes(name));
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
                ...lost.flatMap((entry) => noteLost(host, entry)),
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
function noteLost(host, { name, flags, interpreter = '' }) {
    if (!flags.includes('F'))
        return [];
    const path = (0,text_text/* printable */.g$)(interpreter, 200);
    const objection = distrustOpening(host, interpreter);
    const why = table_isCopyGone(host, interpreter)
        ? `its handler ${path}, a copy of its own, goes with it (setup brings it anew)`
        : host.stat(interpreter) === undefined
            ? `${path} is not there, and the kernel alone held it`
            : objection && `${path} may be another program by now: ${(0,text_text/* printable */.g$)(objection, 200)}`;
    return why === undefined ? [] : [`entry ${(0,text_text/* printable */.g$)(name, 60)} cannot be put back: ${why}`];
}
const MOUNT = ['mount'];
async function prepare({ host, table, record }, step, waits, notes) {
    if (step === 'load-module') {
        const failed = (why) => `the module binfmt_misc cannot be loaded: ${why}`;
        const modprobe = systemProgram(host, 'modprobe');
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
    const mount = systemProgram(host, 'mount');
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




function planUndo(record, entries, inUse, later = []) {
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
        else if (present !== undefined && later.some((other) => isAnew(other, present)))
            notes.push(`entry ${name} was registered anew by a later run, and stays`);
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
function laterThan(record, records) {
    return records.filter((other) => beginOf(other) > beginOf(record));
}
function takesBack(undo, contentOf) {
    const { on, put, remove, waiting, files, unmount, unloadModule } = undo;
    const entries = [...on, ...put, ...remove, ...waiting];
    const changes = files.some(({ path, before, after }) => {
        const now = contentOf(path);
        return now !== revertFragment(now, before, after);
    });
    return entries.length > 0 || changes || unmount !== undefined || unloadModule;
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
function isAnew(record, present) {
    const was = tableBefore(record).some(({ name, text }) => name === present.name && text === present.text);
    return !was && wrote(record, present);
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
    if (a.kind === 'unknown' || b.kind === 'unknown')
        return false;
    return a.kind === 'bpf' || b.kind === 'bpf' || (0,binfmt_rule/* rulesOverlap */.JL)(a, b);
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
        const { path, before, after } = change;
        const first = files.get(path);
        files.set(path, { path, before: first === undefined ? before : first.before, after });
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
        const living = state.records().flatMap((one) => (one.isDead ? [] : [one.record]));
        const inUse = entriesInUse(state.leases(), ended);
        const undo = planUndo(record, entries, inUse, laterThan(record, living));
        const rest = isDead ? { put: [], unmount: undefined, unloadModule: false } : { put: [] };
        const isDone = await takeBack(context, isGone ? { ...undo, ...rest } : undo, ended, undone);
        for (const name of ended === run ? undo.waiting : [])
            undone.notes.push(`entry ${(0,text_text/* printable */.g$)(name, 60)} stays as long as another job relies on it; remove takes it away all the same`);
        if (!isDone)
            continue;
        try {
            forget(state, ended, record, undo.waiting);
        }
        catch (thrown) {
            undone.problems.push(`the record of the run ${ended} stays: ${(0,problem/* reasonOf */.A3)(thrown)}`);
        }
        const copied = record.some(({ kind }) => kind === 'copy' || kind === 'write');
        if (copied || (0,read/* seesEveryUser */.XO)(host))
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
        if (table_isCopyGone(context.host, put.rule.interpreter)) {
            notes.push(`entry ${(0,text_text/* printable */.g$)(put.rule.name, 60)} is not put back: its handler, a copy of its own, went with it (setup brings it anew)`);
            continue;
        }
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
    for (const { path, before, after } of undo.files) {
        const now = (0,read/* textOr */.ph)(context.host, path, null);
        const back = (0,persist/* revertFragment */.bS)(now, before, after);
        if (now === back)
            continue;
        const restored = await restoreFragment(context, now, back);
        problems.push(...restored.problems);
        undone.persisted = restored.persisted;
    }
    undone.unmount = undo.unmount ?? undone.unmount;
    undone.unloadModule ||= undo.unloadModule;
    return problems.length === failed || removed.length + restored.length > before;
}
function putBack(context, { rule, enabled, text, replaces }, run) {
    const helper = freeName(context, `setup-binfmt-undo-${run.slice(0, 8)}`);
    const name = (0,text_text/* printable */.g$)(rule.name, 60);
    const stays = replaces === undefined ? '' : ', and what is in its place stays';
    const isGone = rule.flags.includes('F') && context.host.stat(rule.interpreter) === undefined;
    if (!enabled && isGone)
        return `entry ${name} cannot be put back${stays}: ${(0,text_text/* printable */.g$)(rule.interpreter, 200)} is not there`;
    const lost = cannotRegister(context, rule);
    if (lost !== undefined)
        return `entry ${name} cannot be put back${stays}: ${lost}`;
    if (enabled) {
        const refusal = recordFirst(context, { kind: 'register', rule: { ...rule, name: helper } }) ??
            registerAgain(context, { ...rule, name: helper });
        if (refusal !== undefined)
            return `entry ${name} cannot be put back${stays}: ${refusal}`;
    }
    const refusal = recordFirst(context, { kind: 'put', entry: { name: rule.name, text } }) ??
        (replaces === undefined ? undefined : removePinned(context, replaces)) ??
        registerAgain(context, rule) ??
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
        const left = { host, table: place.table };
        state.release(applied.removed.filter((name) => readEntry(left, name) === undefined));
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
    const news = digests.news();
    if (news !== undefined)
        (0,problem/* orUndefined */.y0)(() => state.keepDigests(news));
}
function takeLease(host, state, run, plan, table) {
    if (plan.lease === undefined)
        return true;
    const context = { host, table, record: () => undefined };
    if (plan.lease.entries.some((name) => readEntry(context, name) === undefined))
        return false;
    const coming = [
        ...plan.install.flatMap(({ name }) => [name, (0,binfmt_rule/* stagingName */.zb)(name)]),
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
    const file = systemProgram(host, program);
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
/* unused harmony exports BINFMTFS_MAGIC, parseStatus, claimants, answering, keptOutBy, isQemuEntry */
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
    let bpf;
    const unknown = [];
    for (const line of text.split('\n')) {
        const [, word = '', rest = ''] = /^(\S+) ?(.*)$/s.exec(line) ?? [];
        if (enabled === undefined && (line === 'enabled' || line === 'disabled'))
            enabled = line === 'enabled';
        else if (word === 'interpreter' && rest !== '' && interpreter === undefined)
            interpreter = rest;
        else if (word === 'bpf' && rest !== '' && interpreter === undefined && bpf === undefined)
            bpf = rest;
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
        match: ambiguous
            ? { kind: 'unknown' }
            : bpf !== undefined && interpreter === undefined
                ? { kind: 'bpf', handler: bpf }
                : matchOf(magic, mask, offset, extension),
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
    letters.delete('D');
    if (letters.has('C') || letters.has('T'))
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
const IGNORED = (/* unused pure expression or super */ null && ([
    ['AppImages', 8, [0x41, 0x49, 0x02]],
    ['programs that are marked for GNU/Linux (OSABI 3)', 7, [3]],
    ['programs of ABI version 1', 8, [1]],
]));
function keptOutBy({ match }, target) {
    const plain = headersOf(target.elf);
    if (match.kind !== 'magic' || !matchesHeader(match, plain))
        return [];
    return IGNORED.flatMap(([what, at, bytes]) => {
        const header = Uint8Array.from(plain);
        header.set(bytes, at);
        return matchesHeader(match, header) ? [] : what;
    });
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
/* harmony export */   bS: () => (/* binding */ revertFragment),
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
    const lines = rules.filter(_rule_js__WEBPACK_IMPORTED_MODULE_1__/* .canBeWritten */ .Hk).map((rule) => `${(0,_rule_js__WEBPACK_IMPORTED_MODULE_1__/* .formatRule */ .UT)(rule)}\n`);
    return lines.length === 0 ? null : HEAD + lines.join('');
}
function parseFragment(text) {
    return text === null ? [] : (0,_rule_js__WEBPACK_IMPORTED_MODULE_1__/* .parseRules */ .NR)(text, [], _rule_js__WEBPACK_IMPORTED_MODULE_1__/* .parseRule */ .iT);
}
function mergeFragment(rules, keep, forget) {
    const gone = new Set([...forget, ...keep.map(({ name }) => name)]);
    return [...rules.filter(({ name }) => !gone.has(name)), ...keep].sort((a, b) => (a.name < b.name ? -1 : 1));
}
function revertFragment(now, before, after) {
    if (now === after)
        return before;
    const linesOf = (text) => text?.split('\n') ?? [];
    const [old, made, lines] = [linesOf(before), linesOf(after), linesOf(now)];
    const heads = HEAD.split('\n');
    const left = lines.filter((line) => heads.includes(line) || old.includes(line) || !made.includes(line));
    const names = new Set(parseFragment(left.join('\n')).map(({ name }) => name));
    const taken = parseFragment(before).filter((rule) => !made.includes((0,_rule_js__WEBPACK_IMPORTED_MODULE_1__/* .formatRule */ .UT)(rule)) && !names.has(rule.name));
    if (left.length === lines.length && taken.length === 0)
        return now;
    if (taken.length === 0 && left.every((line) => heads.includes(line)))
        return null;
    const kept = left.join('\n').trimEnd();
    return (kept === '' ? HEAD : `${kept}\n`) + taken.map((rule) => `${(0,_rule_js__WEBPACK_IMPORTED_MODULE_1__/* .formatRule */ .UT)(rule)}\n`).join('');
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
/* harmony export */   Hk: () => (/* binding */ canBeWritten),
/* harmony export */   Iu: () => (/* binding */ standInRule),
/* harmony export */   JL: () => (/* binding */ rulesOverlap),
/* harmony export */   NR: () => (/* binding */ parseRules),
/* harmony export */   PF: () => (/* binding */ ruleLineProblems),
/* harmony export */   UT: () => (/* binding */ formatRule),
/* harmony export */   b0: () => (/* binding */ ruleProblems),
/* harmony export */   fL: () => (/* binding */ handlerNames),
/* harmony export */   iT: () => (/* binding */ parseRule),
/* harmony export */   nh: () => (/* binding */ handlerRule),
/* harmony export */   nk: () => (/* binding */ beginsAs),
/* harmony export */   rb: () => (/* binding */ ruleFromJson),
/* harmony export */   sA: () => (/* binding */ isStaleHelper),
/* harmony export */   sW: () => (/* binding */ otherName),
/* harmony export */   tp: () => (/* binding */ escapeHex),
/* harmony export */   wh: () => (/* binding */ stagingRule),
/* harmony export */   zb: () => (/* binding */ stagingName)
/* harmony export */ });
/* unused harmony exports OWN_END, helperNames, HELPER_END, parseOwnRule, flagsToTry */
/* harmony import */ var _platform_platforms_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(61);
/* harmony import */ var _text_parse_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(114);
/* harmony import */ var _text_text_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(925);
/* harmony import */ var _entry_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(678);




const DELIMITERS = [...':|,%!@$&*=~^?<>()[]{}"\'`'];
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
    if (match.kind === 'unknown' || match.kind === 'bpf' || interpreter === undefined || unknown.length > 0)
        return undefined;
    return /^[POCFTL]*$/.test(flags) ? { name, match, interpreter, flags } : undefined;
}
function beginsAs(rule, { enabled }) {
    return enabled !== rule.flags.includes('D');
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
function stagingName(name) {
    return `${name}.new`;
}
function stagingRule(rule) {
    return { ...rule, name: stagingName(rule.name) };
}
function standInName(name) {
    return `${name}.keep`;
}
function standInRule(rule) {
    return { ...rule, name: standInName(rule.name) };
}
function helperNames(name) {
    return [stagingName(name), standInName(name)];
}
const HELPER_END = /\.(?:new|keep)$/;
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
function canBeWritten(rule) {
    const read = parseRule(formatRule(rule));
    return !Array.isArray(read) && formatRule(read) === formatRule(rule);
}
function escapeHex(hex) {
    return hex.replace(/../g, '\\x$&');
}
function parseRules(text, problems, parse = parseOwnRule) {
    const rules = new Map();
    for (const [index, raw] of text.split('\n').entries()) {
        const line = raw.trim();
        if (line === '' || /^[#;]/.test(line))
            continue;
        const parsed = parse(line);
        const found = Array.isArray(parsed) ? parsed : [];
        const rule = Array.isArray(parsed) ? undefined : parsed;
        if (rule !== undefined && rules.has(rule.name))
            found.push('its name occurs twice');
        problems.push(...found.map((problem) => `rules, line ${index + 1}: ${problem}`));
        if (rule !== undefined && found.length === 0)
            rules.set(rule.name, rule);
    }
    return [...rules.values()];
}
function parseRule(line) {
    const delimiter = line.charAt(0);
    if (!DELIMITERS.includes(delimiter))
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
        problems.push(`the name "${(0,_text_text_js__WEBPACK_IMPORTED_MODULE_1__/* .printableInput */ .kR)(name, 60)}" cannot be used: ${fault}`);
    if (!/^\/.*[^/]$/s.test(interpreter))
        problems.push('its interpreter is not an absolute path');
    if (/\p{Cc}/u.test(interpreter))
        problems.push('its interpreter holds control characters');
    if (!/^[POCFTLD]*$/.test(flags))
        problems.push(`its flags "${(0,_text_text_js__WEBPACK_IMPORTED_MODULE_1__/* .printableInput */ .kR)(flags, 20)}" are not among P, O, C and F, and since Linux 7.3 T, L and D`);
    else if (flags.includes('T') && flags.includes('P'))
        problems.push('its flags T and P exclude each other: T keeps all arguments');
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
    if (name.startsWith('setup-binfmt-') || HELPER_END.test(name))
        return `${said} names that begin with setup-binfmt-, or end in .new or .keep, are those of helper entries`;
    return undefined;
}
function ruleLineProblems(rule) {
    const parsed = parseOwnRule(formatRule(rule));
    return Array.isArray(parsed) ? parsed : [];
}
function readExtension(extension, problems) {
    if (!/^[^\p{Cc}\s/.:]{1,64}$/u.test(extension)) {
        problems.push('its extension must be 1 to 64 characters without a dot, a slash or a space');
    }
    return { kind: 'extension', extension };
}
function readMagic(type, offset, magic, mask, problems) {
    if (type !== 'M')
        problems.push(`its type "${(0,_text_text_js__WEBPACK_IMPORTED_MODULE_1__/* .printableInput */ .kR)(type, 20)}" is neither M nor E`);
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
    else if (facts.exchangeable !== undefined)
        problems.push(`its interpreter ${path} could be exchanged: ${(0,_text_text_js__WEBPACK_IMPORTED_MODULE_1__/* .printable */ .g$)(facts.exchangeable, 200)}`);
    const { match } = rule;
    if (match.kind === 'extension') {
        if (facts.taken === undefined)
            return problems;
        return [
            ...problems,
            `its extension takes ${(0,_text_text_js__WEBPACK_IMPORTED_MODULE_1__/* .printable */ .g$)(facts.taken, 200)}, a program of this host (choose a longer one, or a magic)`,
        ];
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
    const isWritten = (part) => typeof part === 'string' || typeof part === 'number';
    const parts = kind === 'extension' ? { extension } : { offset, magic, ...(mask !== undefined && { mask }) };
    if (!Object.values(parts).every(isWritten))
        return undefined;
    const bytes = Object.entries(parts).map(([key, part]) => `${key} ${key === 'extension' ? '.' : ''}${part}\n`);
    return ruleOfEntry((0,_entry_js__WEBPACK_IMPORTED_MODULE_2__/* .parseEntry */ .ER)(name, `enabled\ninterpreter ${interpreter}\nflags: ${flags}\n${bytes.join('')}`));
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
/* unused harmony exports removeForgotten, whileHelped */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(24);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(760);
/* harmony import */ var _text_problem_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(894);
/* harmony import */ var _files_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(520);
/* harmony import */ var _proc_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(626);





const made = new Map();
function makeTemporary(prefix, parent, stays = false) {
    if (stays)
        return node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdtempSync((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(parent, prefix));
    const mark = ownMark();
    sweep(parent, prefix, mark);
    const path = node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdtempSync((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(parent, `${prefix}${mark}`));
    made.set(path, node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync(path));
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
    const [space] = mark.split('-');
    if (mark === '')
        return;
    removeLeft(parent, prefix, (name) => {
        const [, where, pid = '', started] = /^(\d+)-(\d+)-(\d+)-/.exec(name.slice(prefix.length)) ?? [];
        return where === space && startOf(pid) !== started;
    });
}
function removeForgotten(parent, prefix, ageMs, now) {
    removeLeft(parent, prefix, (_, { mtimeMs }) => now - mtimeMs > ageMs);
}
const LEFT_LIMITS = { names: 20_000, ms: 2_000, removed: 1_000 };
function removeLeft(parent, prefix, isLeft) {
    const own = process.geteuid?.();
    if ((0,_text_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .orUndefined */ .y0)(() => (0,_files_js__WEBPACK_IMPORTED_MODULE_3__/* .isUnshared */ .FT)(parent)) !== true)
        return;
    const end = Date.now() + LEFT_LIMITS.ms;
    let left = LEFT_LIMITS.removed;
    (0,_text_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .orUndefined */ .y0)(() => {
        for (const name of (0,_files_js__WEBPACK_IMPORTED_MODULE_3__/* .namesOf */ .eZ)(parent, LEFT_LIMITS.names)) {
            if (left === 0 || Date.now() > end)
                return;
            if (!name.startsWith(prefix))
                continue;
            const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(parent, name);
            const found = (0,_text_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .orUndefined */ .y0)(() => node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync(path));
            if (found?.uid !== own || found === undefined || !isLeft(name, found))
                continue;
            left--;
            (0,_files_js__WEBPACK_IMPORTED_MODULE_3__/* .removeOwn */ .LO)(path, found);
        }
    });
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
        for (const [path, meant] of made)
            (0,_text_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .orUndefined */ .y0)(() => (0,_files_js__WEBPACK_IMPORTED_MODULE_3__/* .removeTree */ .dM)(path, meant));
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

/***/ 520:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Zl: () => (/* binding */ HANDLER_LIMIT),
  iz: () => (/* binding */ changeMode),
  bH: () => (/* binding */ hashOpen),
  FT: () => (/* binding */ isUnshared),
  eZ: () => (/* binding */ namesOf),
  NE: () => (/* binding */ openFolder),
  Hu: () => (/* binding */ openPlain),
  sC: () => (/* binding */ othersMayExchange),
  H6: () => (/* binding */ readStart),
  LO: () => (/* binding */ removeOwn),
  dM: () => (/* binding */ removeTree),
  v: () => (/* binding */ using),
  fL: () => (/* binding */ writeKernel),
  ys: () => (/* binding */ writeOwn)
});

// UNUSED EXPORTS: clearPlace, copyFile, createFile, createFileOf, hashFile, openEmptyFolder, openOwnFolder, openPlace, openToRead, othersMayWrite, removeOpen, streamOf, writeWhole

;// CONCATENATED MODULE: external "node:crypto"
const external_node_crypto_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(24);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(760);
// EXTERNAL MODULE: ./lib/text/problem.js
var problem = __nccwpck_require__(894);
;// CONCATENATED MODULE: ./lib/host/files.js




const O_PATH = 0o10000000;
const { O_RDONLY, O_WRONLY, O_CREAT, O_EXCL, O_DIRECTORY, O_NOFOLLOW, O_NONBLOCK } = external_node_fs_.constants;
function files_open(path, flags, mode) {
    const fd = external_node_fs_.openSync(path, flags, mode);
    return { fd, path: `/proc/self/fd/${fd}`, close: () => external_node_fs_.closeSync(fd) };
}
function orClose(opened, work) {
    try {
        return work(opened);
    }
    catch (thrown) {
        opened.close();
        throw thrown;
    }
}
function openPlain(path, limit) {
    return asFile(openLooked(path, O_NOFOLLOW), limit);
}
function openToRead(path, limit = Number.MAX_SAFE_INTEGER) {
    return orClose(asFile(openLooked(path, 0), limit), (file) => {
        if (KERNELS_OWN.has(fs.statfsSync(file.path).type))
            throw new Error('it is a file of the kernel');
        return file;
    });
}
const KERNELS_OWN = new Set([
    ...[0x9fa0, 0x62656572, 0x64626720, 0x74726163],
    ...[0x73636673, 0x62656570, 0x27e0eb, 0x63677270],
    ...[0xcafe4a11, 0x42494e4d, 0xf97cff8c, 0x43415d53],
]);
function openLooked(path, flags) {
    return using(files_open(path, O_PATH | flags), (held) => {
        requirePlain(external_node_fs_.fstatSync(held.fd));
        return files_open(held.path, O_RDONLY | O_NONBLOCK);
    });
}
function asFile(opened, limit) {
    return orClose(opened, ({ fd }) => {
        const stat = requirePlain(external_node_fs_.fstatSync(fd));
        if (stat.size > limit)
            throw new Error(`it has more than ${limit} bytes`);
        return {
            ...opened,
            stat,
            head: (length) => readUpTo(fd, length, 0),
            read: (look) => readPieces(fd, limit, look),
        };
    });
}
function readStart(path, length) {
    return using(asFile(openLooked(path, 0), Number.MAX_SAFE_INTEGER), ({ fd }) => readUpTo(fd, length, null));
}
function streamOf({ fd, path }, size, { start = 0, end = Number.MAX_SAFE_INTEGER } = {}) {
    const reads = { read: fs.read, close: (_fd, closed) => closed() };
    return fs.createReadStream(path, { fd, fs: reads, start, end, highWaterMark: size });
}
function readUpTo(fd, length, at) {
    const chunks = [];
    let total = 0;
    while (total < length) {
        const chunk = Buffer.allocUnsafe(Math.min(total < 4096 ? 4096 : 65_536, length - total));
        const count = external_node_fs_.readSync(fd, chunk, 0, chunk.length, at === null ? null : at + total);
        if (count === 0)
            break;
        chunks.push(chunk.subarray(0, count));
        total += count;
    }
    return Buffer.concat(chunks, total);
}
function requirePlain(stat) {
    if (!stat.isFile())
        throw new Error('it is not a plain file');
    return stat;
}
function openFolder(path) {
    return files_open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW);
}
function openPlace(path) {
    return files_open(path, O_PATH | O_DIRECTORY | O_NOFOLLOW);
}
const NAMES_LIMIT = 600_000;
function* namesOf(path, limit = NAMES_LIMIT) {
    const folder = external_node_fs_.opendirSync(path, { bufferSize: 1_024 });
    try {
        for (let left = limit; left > 0; left--) {
            const entry = folder.readSync();
            if (entry === null)
                return;
            yield entry.name;
        }
    }
    finally {
        folder.closeSync();
    }
}
const TAKING_WORDS = new Set([0x42494e4d, 0x9fa0]);
function writeKernel(path, text) {
    using(files_open(path, O_PATH | O_NOFOLLOW), (held) => {
        if (!TAKING_WORDS.has(external_node_fs_.statfsSync(held.path).type))
            throw new Error('it is no file of the kernel');
        using(files_open(held.path, O_WRONLY), ({ fd }) => external_node_fs_.writeSync(fd, text));
    });
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
        const stat = external_node_fs_.fstatSync(folder.fd);
        const mode = othersMayExchange(stat) ? stat.mode : 0;
        const objection = othersMayWrite({ uid: stat.uid, mode }, process.geteuid?.() ?? 0);
        if (objection !== undefined)
            throw new Error(`${path} is not safe to write to: ${objection}`);
        return folder;
    });
}
function openEmptyFolder(path) {
    return orClose(openOwnFolder(path), (folder) => {
        for (const _ of namesOf(folder.path))
            throw new Error(`${path} is exchanged by others`);
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
function hashOpen({ read }, algorithm = 'sha256', take = () => undefined) {
    const hash = (0,external_node_crypto_namespaceObject.createHash)(algorithm);
    read((piece) => {
        hash.update(piece);
        take(piece);
    });
    return hash.digest('hex');
}
function createFile(path, mode = 0o600) {
    const opened = files_open(path, O_WRONLY | O_CREAT | O_EXCL, mode);
    return { ...opened, write: (piece) => writeAll(opened.fd, piece) };
}
async function createFileOf(path, pieces, mode) {
    const file = createFile(path, mode);
    try {
        for await (const piece of pieces)
            file.write(piece);
    }
    finally {
        file.close();
    }
}
function copyFile(from, to) {
    using(openToRead(from), ({ read }) => using(createFile(to), ({ write }) => read(write)));
}
function writeAll(fd, bytes) {
    for (let done = 0; done < bytes.length;)
        done += external_node_fs_.writeSync(fd, bytes, done);
}
function writeWhole(path, content, draft = `${path}.new`, mode = 0o644) {
    external_node_fs_.rmSync(draft, { force: true });
    const file = createFile(draft);
    try {
        if (typeof content === 'function')
            content(file.write);
        else
            file.write(Buffer.from(content));
        external_node_fs_.fchmodSync(file.fd, mode);
        external_node_fs_.renameSync(draft, path);
    }
    catch (thrown) {
        external_node_fs_.rmSync(draft, { force: true });
        throw thrown;
    }
    finally {
        file.close();
    }
}
function writeOwn(path, content, mode) {
    using(openOwnFolder((0,external_node_path_.dirname)(path)), (folder) => writeWhole(`${folder.path}/${(0,external_node_path_.basename)(path)}`, content, undefined, mode));
}
function changeMode(path, mode) {
    using(files_open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK), ({ fd }) => external_node_fs_.fchmodSync(fd, mode));
}
const DEEPEST = 32;
function removeTree(path, meant) {
    const found = external_node_fs_.lstatSync(path, { throwIfNoEntry: false });
    if (found === undefined || (meant !== undefined && !isSame(found, meant)))
        return;
    removeFound(path, found, found.dev, DEEPEST);
}
function removeFound(path, found, device, deepest) {
    if (found.dev !== device)
        throw new Error('another file system is mounted in it');
    if (!found.isDirectory()) {
        external_node_fs_.unlinkSync(path);
        return;
    }
    if (deepest === 0)
        throw new Error(`it has more than ${DEEPEST} folders in each other`);
    using(openFolder(path), (folder) => {
        if (!isSame(external_node_fs_.fstatSync(folder.fd), found))
            throw new Error('it is exchanged by others');
        emptyFolder(folder, device, deepest - 1);
    });
    external_node_fs_.rmdirSync(path);
}
function emptyFolder({ path }, device, deepest) {
    for (const name of external_node_fs_.readdirSync(path)) {
        const at = `${path}/${name}`;
        const found = external_node_fs_.lstatSync(at, { throwIfNoEntry: false });
        if (found !== undefined)
            removeFound(at, found, device, deepest);
    }
}
function removeOpen(folder, name) {
    const own = fs.fstatSync(folder.fd);
    emptyFolder(folder, own.dev, DEEPEST);
    const found = fs.lstatSync(name, { throwIfNoEntry: false });
    if (found !== undefined && isSame(found, own))
        fs.rmdirSync(name);
}
function isSame(one, other) {
    return one.dev === other.dev && one.ino === other.ino;
}
function clearPlace(path) {
    const found = fs.lstatSync(path, { throwIfNoEntry: false });
    if (found?.isDirectory() !== true)
        return;
    const aside = `${path}-${randomUUID()}`;
    fs.renameSync(path, aside);
    if (isUnshared(dirname(path)))
        removeOwn(aside, found);
}
function isUnshared(folder) {
    const found = external_node_fs_.statSync(folder);
    return (found.uid === 0 || found.uid === process.geteuid?.()) && !othersMayExchange(found);
}
function removeOwn(path, found) {
    const own = process.geteuid?.() ?? 0;
    if (found.uid !== own || (found.isDirectory() && othersMayWrite(found, own) !== undefined))
        return;
    (0,problem/* orUndefined */.y0)(() => removeTree(path, found));
}
const PIECE = 256 * 1024;
function readPieces(fd, limit, look) {
    const piece = Buffer.allocUnsafe(PIECE);
    for (let at = 0; at < limit;) {
        const count = external_node_fs_.readSync(fd, piece, 0, PIECE, at);
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
  VH: () => (/* binding */ ROOT_FOLDERS),
  Dl: () => (/* binding */ ROOT_PATH),
  EY: () => (/* binding */ SYSTEM_FOLDERS),
  um: () => (/* binding */ foldersOnPath),
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
var text_problem = __nccwpck_require__(894);
// EXTERNAL MODULE: ./lib/host/ending.js
var ending = __nccwpck_require__(321);
// EXTERNAL MODULE: ./lib/host/files.js + 1 modules
var files = __nccwpck_require__(520);
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
const ROOT_FOLDERS = ROOT_PATH.split(':');
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
        list: (path) => [...(0,files/* namesOf */.eZ)(path)],
        stat,
        isAbsent,
        fileSystemType: (path) => (0,text_problem/* orUndefined */.y0)(() => external_node_fs_.statfsSync(path).type),
        freeBytes: (path) => (0,text_problem/* orUndefined */.y0)(() => freeBytes(path)),
        realPath: (path) => (0,text_problem/* orUndefined */.y0)(() => external_node_fs_.realpathSync(path)),
        readLink: (path) => (0,text_problem/* orUndefined */.y0)(() => external_node_fs_.readlinkSync(path)),
        writeKernel: files/* writeKernel */.fL,
        makeTemporary: ending/* makeTemporary */.ww,
        makeFolder: (path, mode) => {
            external_node_fs_.mkdirSync(path, { recursive: true });
            if (mode !== undefined)
                (0,files/* using */.v)((0,files/* openFolder */.NE)(path), ({ fd }) => external_node_fs_.fchmodSync(fd, mode));
        },
        makeMode: files/* changeMode */.iz,
        isWritable: (path) => canAccess(path, external_node_fs_.constants.W_OK | external_node_fs_.constants.X_OK),
        readable: async (path) => {
            const file = which('cat', ROOT_FOLDERS) ?? '/bin/cat';
            return (await run({ file, args: [path], env: { PATH: ROOT_PATH }, timeoutMs: 10_000 })).code === 0;
        },
        writeFile: files/* writeOwn */.ys,
        appendDurably,
        remove: (path) => (0,files/* removeTree */.dM)(path),
        open: files/* openFolder */.NE,
        which: (program, folders = [...foldersOnPath(process.env), ...SYSTEM_FOLDERS]) => which(program, folders),
        run,
    };
}
function stat(path, follow = true) {
    return (0,text_problem/* orUndefined */.y0)(() => asFileStat(follow ? external_node_fs_.statSync(path) : external_node_fs_.lstatSync(path)));
}
function isAbsent(path) {
    try {
        external_node_fs_.lstatSync(path);
        return false;
    }
    catch (thrown) {
        return ['ENOENT', 'ENOTDIR'].includes((0,text_problem/* errnoOf */.UQ)(thrown) ?? '');
    }
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
function foldersOnPath({ PATH = '' }) {
    return PATH.split(external_node_path_.delimiter).filter((folder) => folder.startsWith('/'));
}
function which(program, folders) {
    if (program.includes('/'))
        return isExecutable(program) ? program : undefined;
    return folders.map((folder) => (0,external_node_path_.join)(folder, program)).find(isExecutable);
}
function isExecutable(path) {
    return canAccess(path, external_node_fs_.constants.X_OK) && stat(path)?.kind === 'file';
}
function canAccess(path, mode) {
    return (0,text_problem/* orUndefined */.y0)(() => external_node_fs_.accessSync(path, mode) === undefined) ?? false;
}
async function run(command, inherit = []) {
    try {
        return await runToEnd(command, inherit);
    }
    catch (thrown) {
        const error = (0,text_problem/* errnoOf */.UQ)(thrown) ?? 'EUNKNOWN';
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
        const stderr = collect(child.stderr, command.maxErrorBytes ?? maxBytes);
        let timedOut = false;
        let error;
        let over = false;
        let timer;
        child.on('error', (problem) => {
            error = (0,text_problem/* errnoOf */.UQ)(problem) ?? 'EUNKNOWN';
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
/* unused harmony exports isReadOnly, maySysAdmin, parseCapabilities, parseSysctl, hasSeccompFilter, parseAppArmorProfile, parseSoftFileLimit */
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
function parseCapabilities(status, set = 'CapEff') {
    const hex = new RegExp(`^${set}:\\s*([0-9a-f]{1,16})$`, 'm').exec(status)?.[1];
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

/***/ 766:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   B8: () => (/* binding */ observeMounts),
/* harmony export */   GH: () => (/* binding */ startOf),
/* harmony export */   Uo: () => (/* binding */ headOf),
/* harmony export */   WI: () => (/* binding */ headText),
/* harmony export */   XO: () => (/* binding */ seesEveryUser),
/* harmony export */   bq: () => (/* binding */ readMounts),
/* harmony export */   ph: () => (/* binding */ textOr),
/* harmony export */   wX: () => (/* binding */ namesIn),
/* harmony export */   xU: () => (/* binding */ uptime)
/* harmony export */ });
/* unused harmony exports settingsIn, isListed */
/* harmony import */ var _text_problem_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(894);
/* harmony import */ var _proc_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(626);


function textOr(host, path, otherwise) {
    return (0,_text_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .orUndefined */ .y0)(() => host.readText(path)) ?? otherwise;
}
function headOf(host, path, length) {
    return (0,_text_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .orUndefined */ .y0)(() => host.readBytes(path, length)) ?? new Uint8Array();
}
function headText(host, path, length) {
    return new TextDecoder().decode(headOf(host, path, length));
}
function namesIn(host, path) {
    return (0,_text_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .orUndefined */ .y0)(() => host.list(path)) ?? [];
}
const SETTINGS_LIMIT = 500;
function settingsIn(host, folder, ending = '') {
    return namesIn(host, folder)
        .filter((name) => name.endsWith(ending))
        .toSorted()
        .slice(0, SETTINGS_LIMIT)
        .map((name) => `${folder}/${name}`);
}
function isListed(host, path) {
    const end = path.lastIndexOf('/');
    return namesIn(host, path.slice(0, end)).includes(path.slice(end + 1));
}
const MOUNTS_LIMIT = 64 * 1024 ** 2;
function readMounts(host) {
    const bytes = host.readBytes('/proc/self/mountinfo', MOUNTS_LIMIT);
    if (bytes.length >= MOUNTS_LIMIT)
        throw new Error('there are too many mounts');
    return (0,_proc_js__WEBPACK_IMPORTED_MODULE_1__/* .parseMounts */ .qV)(new TextDecoder().decode(bytes));
}
function observeMounts(host) {
    return (0,_text_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .orUndefined */ .y0)(() => readMounts(host)) ?? [];
}
function seesEveryUser(host) {
    const map = (0,_text_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .orUndefined */ .y0)(() => host.readText('/proc/self/uid_map'));
    return map === undefined || !(0,_proc_js__WEBPACK_IMPORTED_MODULE_1__/* .isNestedNamespace */ .dG)(map);
}
function uptime(host) {
    return Number.parseFloat(textOr(host, '/proc/uptime', '')) || 0;
}
function startOf(host, pid) {
    return pid === undefined ? undefined : (0,_proc_js__WEBPACK_IMPORTED_MODULE_1__/* .parseStartTime */ .Lj)(textOr(host, `/proc/${pid}/stat`, ''));
}


/***/ }),

/***/ 368:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  KU: () => (/* binding */ remedyAgainst),
  Hu: () => (/* binding */ unforeseen)
});

// UNUSED EXPORTS: INTERNAL

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __nccwpck_require__(161);
// EXTERNAL MODULE: ./lib/text/problem.js
var problem = __nccwpck_require__(894);
// EXTERNAL MODULE: ./lib/text/parse.js
var parse = __nccwpck_require__(114);
;// CONCATENATED MODULE: ./lib/text/redact.js

const QUOTED = `(?:"(?:\\\\.|[^"\\\\])*"?|'(?:\\\\.|[^'\\\\])*'?)`;
const NESTED = `(?:\\\\"(?:\\\\\\\\\\\\.|\\\\(?!")|[^"\\\\])*(?:\\\\")?|\\\\'(?:\\\\\\\\\\\\.|\\\\(?!')|[^'\\\\])*(?:\\\\')?)`;
const CLOSING = `(?=\\\\{0,3}["'](?:,\\\\{0,3}["']|(?:\\\\{0,3}["']|[,;:.)\\]}>]){0,8}(?:\\s|$))|[,)\\]}>](?:\\\\{0,3}["']|[,;:.)\\]}>]){0,8}(?:\\s|$))`;
const NEXT = `(?=,\\s{0,4}\\\\?["']?[\\w.-]{1,64}\\\\?["']?\\s{0,4}(?::|=(?![=\\s]|$)))`;
const LETTER = `(?:"(?=[^\\s"])[^"]*"|'(?=[^\\s'])[^']*'|\\S)`;
const LETTERS = `(?:(?!${CLOSING})${LETTER})+`;
const MORE = `(?:(?=[\\w"'$%+@-])${LETTERS})?`;
const WORD = `(?:${NESTED}|${QUOTED}${MORE}|${LETTERS})`;
const VALUE = `(?:${NESTED}|${QUOTED}${MORE}|(?:(?!${CLOSING}|${NEXT})${LETTER})+)`;
const IS = `\\\\?["']?\\s{0,4}(?:=>|:=|[:=])\\s{0,4}`;
const KEYS = '(?:access|account|private|signing|encryption|master|storage|session|subscription|shared|ssh|deploy|auth|api|license)';
const SECRET_NAMES = `token|passw(?:or)?d|passphrase|passcode|secret|credential|${KEYS}[_-]?key|signature|session[_-]?id|csrf|art-api`;
const SHORT_NAMES = '(?<![A-Za-z])(?:auth|pass|pwd|psk|otp)|pw';
const NAMES = `${SECRET_NAMES}|${SHORT_NAMES}`;
function hiding(pattern, shown) {
    return (text) => text.replace(pattern, shown);
}
const INSIDE = {
    '"': /(?:\\.|[^"\\])*/y,
    "'": /(?:\\.|[^'\\])*/y,
    '\\"': /(?:\\\\\\.|\\(?!")|[^"\\])*/y,
    "\\'": /(?:\\\\\\.|\\(?!')|[^'\\])*/y,
};
function hidingAfter(pattern) {
    return (text) => {
        let shown = '';
        let from = 0;
        for (const found of text.matchAll(pattern)) {
            if (found.index < from)
                continue;
            const { inner, outer, closed } = found.groups;
            const begin = found.index + found[0].length;
            const inside = INSIDE[inner ?? (closed === undefined ? outer : undefined) ?? ''];
            let end = text.length;
            if (inside !== undefined) {
                inside.lastIndex = begin;
                inside.test(text);
                end = inside.lastIndex;
            }
            shown += text.slice(from, begin) + (end > begin ? '…' : '');
            from = end;
        }
        return shown + text.slice(from);
    };
}
const SCHEME = '(?:(?:basic|bearer|digest|negotiate|token)\\s{1,4})?';
const TOKENS = [
    'gh[a-z]_\\w{8,}',
    'github_pat_\\w{8,}',
    'gl[a-z]{2,6}-[\\w.-]{8,}',
    'dckr_[a-z]{3}_[\\w-]{8,}',
    'npm_[A-Za-z0-9]{10,}',
    'xox[a-z](?:\\.xox[a-z])?-[\\w-]{8,}',
    'xapp-[\\w-]{8,}',
    'A(?:KIA|SIA|IDA|ROA|BIA|CCA|GPA|NPA|NVA)[A-Z0-9]{12,}',
    '(?:LTAI|AKID)[A-Za-z0-9]{12,}',
    'AIza[\\w-]{20,}',
    'ya29\\.[\\w.-]{8,}',
    '1//0[\\w-]{20,}',
    'GOCSPX-[\\w-]{8,}',
    '[\\w.~-]{3}8Q~[\\w.~-]{20,}',
    'sk[-_][\\w-]{16,}',
    '[rp]k_(?:live|test)_\\w{8,}',
    'whsec_\\w{16,}',
    'hf_[A-Za-z0-9]{16,}',
    'hv[sbr]\\.[\\w-]{8,}',
    's\\.[A-Za-z0-9]{24,}',
    '\\w{14}\\.atlasv1\\.[\\w-]{20,}',
    'pypi-[\\w-]{16,}',
    'rubygems_\\w{8,}',
    'cio[A-Za-z0-9]{24,}',
    'do[opr]_v1_\\w{8,}',
    'SG\\.[\\w.-]{16,}',
    'AKC[a-z]\\w{10,}',
    'cmVmdGtuOj\\w{8,}',
    'AT(?:ATT|CTT|BB)[\\w=-]{12,}',
    'AGE-(?:SECRET-KEY|PLUGIN)-[A-Z0-9-]{10,}',
    'sh(?:pat|pss|pca|ppa)_\\w{8,}',
    'sq0[a-z]{3}-[\\w-]{8,}',
    'EAAA[\\w-]{20,}',
    'dapi[0-9a-f]{16,}',
    'dp\\.(?:[a-z]{2,6}\\.){1,3}\\w{8,}',
    'tskey-[\\w-]{8,}',
    '(?:PMAK|CFPAT|NR[A-Z]{2})-[\\w-]{8,}',
    'oauth2:[^\\s@"\']{8,}',
    '\\$(?:\\d\\w?|2[abxy]|y|gy|apr1|argon2\\w{1,2})\\$[^\\s"\':]{8,}',
    '(?<![\\w.-])(?!sha\\d)[a-z][a-z0-9]{0,9}[_-](?:[a-z0-9]{1,8}[_-]){0,2}(?=[A-Za-z]{0,20}\\d)(?=[a-z0-9]{0,20}[A-Z])(?=[A-Z0-9]{0,20}[a-z])[A-Za-z0-9]{20,}[\\w-]*',
    'eyJ[\\w+/-]{8,}[\\w.+/=-]*',
];
const NAMED = /:\/\/[^/:…]{0,200}(?=:(?!\d{1,5}\/))/g;
function hideLogin(address) {
    const quote = Math.max(address.lastIndexOf('"'), address.lastIndexOf("'"));
    for (const { 0: named, index } of address.matchAll(NAMED)) {
        const password = index + named.length + 1;
        if (password > quote)
            return `${address.slice(0, index)}://…@`;
    }
    return address;
}
function hideInPath(address) {
    const shown = /hook/i.test(address) ? address.replace(/(:\/\/[^/]+\/)[\s\S]+/, '$1…') : address;
    const begin = '://h'.length;
    const path = shown.slice(begin).replace(/(\/(?:bot\d{1,20}:|(?:key|token|secret)s?\/))[^/]+/gi, '$1…');
    return `${shown.slice(0, begin)}${path}`;
}
const BASE64 = /(?<![\w+/.@-])(?:[A-Za-z0-9+/]{40,}={0,2}|[A-Za-z0-9+/]{16,}={1,2})(?![\w+/=.-])/g;
function hideBase64(text) {
    const least = text.length / 6;
    const has = (pattern, count) => (text.match(pattern)?.length ?? 0) >= count;
    return has(/[A-Z]/g, least) && has(/[a-z]/g, least) && has(/\d/g, 1) ? '…' : text;
}
const RULES = [
    hiding(/(-----BEGIN [A-Z ]{0,30}PRIVATE KEY(?: BLOCK)?-----).*/g, '$1…'),
    hiding(/:\/\/[^\s/]{1,2000}@/g, '://…@'),
    (line) => line.replace(/(?<![^\s@])[^\s@]+@/g, hideLogin),
    hiding(new RegExp(`(?<=://[^\\s?"']{1,400}\\?)${LETTERS}`, 'g'), '…'),
    hiding(new RegExp(`([?&][\\w.-]{1,40}=)(?:(?!${CLOSING}|[&…])\\S)+`, 'g'), '$1…'),
    hiding(/(?<![\w.:/@-])([\w.-]{1,64}:)[^\s@:/"'…][^\s@:/…]{2,199}@(?!sha\d|v?\d)(?=\w)/g, '$1…@'),
    hiding(new RegExp(`(?<![A-Za-z0-9])(?:${TOKENS.join('|')})`, 'g'), '…'),
    (line) => line.replace(BASE64, hideBase64),
    (line) => line.replace(/:\/\/[^\s"'<>]+/g, hideInPath),
    hiding(new RegExp(`(<[\\w:.-]{0,64}(?:${NAMES})[\\w:.-]{0,64}(?:\\s[^<>]{0,400})?>(?:<!\\[CDATA\\[)?)[^<]+`, 'gi'), '$1…'),
    hidingAfter(new RegExp(`(?<outer>\\\\?["'])?[\\w-]{0,40}(?:authorization|cookie(?=\\\\?["']?\\s{0,4}(?:=>|:)))(?<closed>\\\\?["'])?\\s{0,4}(?:=>|:=|[:=])\\s{0,4}(?<inner>\\\\?["'])?${SCHEME}`, 'gi')),
    hidingAfter(new RegExp(`(?<![\\w-])(?:-H|--header)[\\s=]{0,4}(?<outer>\\\\?["'])[\\w-]{1,64}:\\s{0,4}${SCHEME}`, 'gi')),
    hiding(new RegExp(`(?<![\\w-])((?:-H|--header)[\\s=]{0,4}[\\w-]{1,64}:)(?!//|…)${LETTERS}`, 'g'), '$1…'),
    hiding(new RegExp(`(?<![\\w-])(x-[\\w-]{0,60}(?:api|auth|key|sign)[\\w-]{0,60}:\\s{0,4})${VALUE}`, 'gi'), '$1…'),
    hiding(new RegExp(`(?<![A-Za-z0-9_])([A-Z_]\\w*=)${WORD}`, 'g'), '$1…'),
    hiding(/\b(ENV\s{1,4}[A-Za-z_]\w*\s{1,4})\S.*/g, '$1…'),
    hiding(new RegExp(`((?:\\b(?:export|set|declare|local)\\s{1,4}|\\$env:|(?<![\\w-])-[DP])[A-Za-z_][\\w.-]{0,200}\\s?=\\s?)${WORD}`, 'g'), '$1…'),
    hidingAfter(/(?<![\w-])(?:--build-arg|--env|-e)[\s=]{1,4}(?<outer>\\?["'])[\w.-]+=/g),
    hiding(new RegExp(`(?<![\\w-])((?:(?:--build-arg|--env|-e)[\\s=]{1,4}|-e(?=[A-Z_]))[\\w.-]+=)${WORD}`, 'g'), '$1…'),
    hiding(new RegExp(`(?<![\\w-])(--(?:[a-z]+-)?(?:user|username|login|pass|pwd|pw|key|creds?|auth|authkey|cert|cookie|bearer|from-literal)|-u)(["']?[\\s,=]{1,4})${VALUE}`, 'gi'), '$1$2…'),
    hiding(new RegExp(`(${SECRET_NAMES})([\\w-]{0,64}${IS})${VALUE}`, 'gi'), '$1$2…'),
    hiding(new RegExp(`(${SHORT_NAMES})(${IS})${VALUE}`, 'gi'), '$1$2…'),
    hiding(new RegExp(`(?<![\\w-])(--?(?=[\\w-]*(?:${SECRET_NAMES}|pass(?:in|out)?\\b))[\\w-]+)(["']?[\\s,]{1,4})${VALUE}`, 'gi'), '$1$2…'),
    hiding(new RegExp(`(bearer|${SECRET_NAMES})(\\s{1,4}["']?)(?=[^\\s"'…]{6})${LETTERS}`, 'gi'), '$1$2…'),
    hiding(/(?<![\w.+-])[\w.+-]{1,64}@(?!sha\d|v?\d)(?=[\w-]{1,63}\.)/g, '…@'),
    hiding(/\/(home|Users)\/[^/\s"':]{1,64}/g, '/$1/…'),
    hiding(/([A-Za-z]:\\{1,2}Users\\{1,2})[^\\\s"':]{1,64}/g, '$1…'),
];
const OPTIONS = [
    ['login|mysql\\w*|mariadb[\\w-]*|mongo\\w*|htpasswd|sshpass|az', '-p'],
    ['twine|poetry|oras|ncftp\\w*|rabbitmqadmin|useradd|usermod|7z\\w?|7zz', '-p'],
    ['zip|unzip|zipcloak|sqlcmd|bcp|ipmitool|mosquitto_\\w+|mqtt', '-P'],
    ['rar|unrar', '-h?p'],
    ['ldap\\w+', '-[was]'],
    ['kinit|kadmin', '-w'],
    ['redis-cli|valkey-cli|netlify', '-a'],
    ['openssl|nuget', '-[kK]'],
    ['snmp\\w+', '-[cAX]'],
    ['fly|flyctl|vercel|drone|glab', '-t'],
    ['act', '-s'],
    ['gitlab-runner', '-r'],
    ['gh\\s+secret|ssm|secretsmanager', '(?:-b|--body|--value)'],
    ['curl', '(?:-[A-Za-z]{0,10}[uUEbdF]|--data(?:-[a-z]+)?|--form(?:-string)?)'],
    ['lftp', '-u\\s*[^\\s,]*,'],
    ['signtool', '/p'],
];
const WORDS_OF = /\b((?:(?:cargo|vault|snyk|npm)\s+(?:login|auth)|ngrok\s+(?:config\s+)?(?:add-)?authtoken|cloudflared\s+service\s+install|auth:token|activate-refresh-token|wpa_passphrase|mkpasswd|openssl\s+passwd|hash-password|htpasswd\s+-\w{0,6}b\w{0,6}|(?:add_user|change_password)|(?:redis|valkey)-cli\s(?:.{0,80}\s)?AUTH|(?:npm|yarn|pip|poetry|composer|bundle|git|aws)\s+(?:config|configure)(?=\s.{0,200}(?:auth|token|basic|passw|secret|cred|index|mirror|gems))|(?:consul|vault)\s+kv\s+put|vault\s+write|nuget\s+push|net\s+use|isql|setx)\s)\s*\S.*/i;
const ORACLE = /\b(?:sqlplus|sqlldr|rman|(?:imp|exp)(?:dp)?(?=\s+[\w$#]+\/)|jdbc:oracle)\b/i;
const ORACLE_LOGIN = /((?:^|[\s"':])[\w$#]{1,128}\/)[^\s@"'/…][^\s@"']*/g;
const ASKS = /stdin|--with-token|chpasswd|\bsudo\s+-S|secret\s+(?:create|set)|passphrase-fd|\blogin\b|\bkinit\b|cryptsetup|secret-tool|\.(?:netrc|pgpass|npmrc|pypirc|git-credentials|my\.cnf|pem|key)\b|\bid_(?:rsa|ed25519|ecdsa)\b/i;
const HERE_STRING = new RegExp(`(<<<\\s{0,4})${WORD}`, 'g');
function hidePrinted(line) {
    const pipe = Math.max(line.lastIndexOf('|'), line.lastIndexOf('>'));
    if (pipe < 0)
        return line;
    const before = line.slice(0, pipe).replace(/((?:^|[^\w-])(?:echo|printf|print)\s)[\s\S]*/, '$1… ');
    return `${before}${line.slice(pipe)}`;
}
const NAMES_SECRET = new RegExp(NAMES, 'i');
const NAMED_VALUE = new RegExp(`(\\bvalue${IS})${VALUE}`, 'gi');
const CONDITIONAL = [
    [ASKS, hidePrinted],
    [ASKS, hiding(HERE_STRING, '$1…')],
    ...OPTIONS.map(([programs, options]) => [
        new RegExp(`(?<![\\w.-])(?:${programs})(?![\\w.-])`, 'i'),
        hiding(new RegExp(`(?<![\\w-])(${options})(["']?[\\s,=]{0,4})${VALUE}`, 'g'), '$1$2…'),
    ]),
    [ORACLE, hiding(ORACLE_LOGIN, '$1…')],
    [WORDS_OF, hiding(WORDS_OF, '$1…')],
    [NAMES_SECRET, hiding(NAMED_VALUE, '$1…')],
];
function hideSecrets(line) {
    const rules = CONDITIONAL.flatMap(([condition, rule]) => (condition.test(line) ? [rule] : []));
    return [...rules, ...RULES].reduce((text, hide) => hide(text), line);
}
const HOMES = /(^|[^\w.])\/(?:home|Users)\/[^/\s"'():;,]{1,64}/g;
function hideHomes(text, home = '') {
    const folder = (0,parse/* withoutEnd */.Mx)(home, '/');
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

// EXTERNAL MODULE: ./lib/text/text.js + 1 modules
var text_text = __nccwpck_require__(925);
;// CONCATENATED MODULE: ./lib/host/unforeseen.js




const INTERNAL = 'SB-INTERNAL';
const REMEDIES = [
    { errnos: ['ENOSPC', 'EDQUOT'], remedy: 'Make room on that file system' },
    { errnos: ['EROFS', 'EACCES', 'EPERM'], remedy: 'Let this user write there' },
    { errnos: ['EMFILE'], remedy: 'Let this program open more files (ulimit -n)' },
    { errnos: ['ENFILE'], remedy: 'Let this machine open more files (fs.file-max)' },
    { errnos: ['ENOMEM'], remedy: 'Give this program more memory' },
];
function remedyAgainst(errno) {
    return REMEDIES.find(({ errnos }) => errnos.includes(errno ?? ''))?.remedy;
}
function unforeseen(thrown, what) {
    const remedy = remedyAgainst((0,problem/* errnoOf */.UQ)(thrown));
    const system = `setup-binfmt ${text_text/* PROGRAM_VERSION */.cn}, Node.js ${process.version}, ${process.platform} ${(0,external_node_os_.release)()} ${process.arch}`;
    const send = `send this line and the log of a run with RUNNER_DEBUG=1 to the maintainers (${system})`;
    const text = {
        id: INTERNAL,
        kind: 'unproven',
        what,
        cause: `${hideHomes((0,problem/* reasonOf */.A3)(thrown))} (this was not foreseen)`,
        remedy: remedy === undefined ? `Please ${send}` : `${remedy}; where that does not help, ${send}`,
    };
    return new problem/* SetupProblem */.DN(text, { cause: thrown });
}


/***/ }),

/***/ 350:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(24);
/* harmony import */ var _apply_run_plan_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(470);
/* harmony import */ var _binfmt_entry_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(678);
/* harmony import */ var _host_host_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(764);
/* harmony import */ var _host_read_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(766);
/* harmony import */ var _plan_parse_plan_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(164);
/* harmony import */ var _text_text_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(925);
/* harmony import */ var _program_js__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(755);








const PLAN_LIMIT = 16 * 1024 * 1024;
const TOLD = 20;
process.exitCode = await (0,_program_js__WEBPACK_IMPORTED_MODULE_7__/* .runToEnd */ .cd)(({ id, message, exitCode }) => {
    complain(`${id} ${message}`);
    return exitCode;
}, main);
async function main(doing) {
    doing('read the plan');
    const text = readPlan();
    const plan = text === undefined ? { problems: [`it has more than ${PLAN_LIMIT} bytes`] } : (0,_plan_parse_plan_js__WEBPACK_IMPORTED_MODULE_5__/* .parsePlan */ .v)(text);
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
    const applied = await (0,_apply_run_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .carryOutHere */ .Y)(host, plan, { table: _binfmt_entry_js__WEBPACK_IMPORTED_MODULE_2__/* .TABLE_PATH */ .Fb, mounts: (0,_host_read_js__WEBPACK_IMPORTED_MODULE_4__/* .readMounts */ .bq)(host) });
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
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeSync)(2, `${(0,_text_text_js__WEBPACK_IMPORTED_MODULE_6__/* .safeLine */ .om)(problem)}\n`);
}

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 755:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   cd: () => (/* binding */ runToEnd)
/* harmony export */ });
/* unused harmony exports followProgress, privilegedProgram, programBeside */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(24);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(760);
/* harmony import */ var _host_ending_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(321);
/* harmony import */ var _host_unforeseen_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(368);
/* harmony import */ var _text_problem_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(894);





async function runToEnd(fail, ...parts) {
    let what = 'start';
    let changes;
    const end = (thrown) => {
        try {
            return fail(thrown instanceof _text_problem_js__WEBPACK_IMPORTED_MODULE_4__/* .SetupProblem */ .DN ? thrown : (0,_host_unforeseen_js__WEBPACK_IMPORTED_MODULE_3__/* .unforeseen */ .Hu)(thrown, what));
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
            (0,_host_ending_js__WEBPACK_IMPORTED_MODULE_2__/* .endSoon */ .nJ)((helpers) => {
                end(stopped(signal, what, helpers, changes?.()));
                process.exit(128 + number);
            });
        });
    }
    const codes = [];
    for (const part of parts) {
        try {
            codes.push(await part((next, hasChanged = changes) => {
                [what, changes] = [next, hasChanged];
            }));
        }
        catch (thrown) {
            codes.push(end(thrown));
        }
    }
    return codes.find((code) => code !== 0) ?? 0;
}
const STOPPING = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 };
const LEFT = {
    known: 'What it has changed by then stays, and undo takes it back; or run it again, which goes on from there',
    nothing: 'Nothing was changed, and what it had begun to fetch is removed; run it again',
    unknown: 'Run it again; what it has changed by then is recorded, and undo takes it back',
    installer: 'Run it again; entries that the installer has registered by then are in the table, and remove takes them away by their names',
};
function stopped(signal, what, helpers, changed) {
    const first = helpers.length === 0 ? '' : `, and has ended ${helpers.join(', ')} before`;
    const left = changed === undefined ? LEFT.unknown : changed ? LEFT.known : LEFT.nothing;
    return new _text_problem_js__WEBPACK_IMPORTED_MODULE_4__/* .SetupProblem */ .DN({
        id: 'SB-STOPPED',
        kind: 'unproven',
        what,
        cause: `this program was stopped by ${signal}${first}`,
        remedy: helpers.includes('docker') ? LEFT.installer : left,
    });
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
    const read = (name) => readPin({ name, text: '' }, where, problems)?.name;
    return readList(value, where, read, problems, ENTRIES_LIMIT);
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
/* unused harmony exports ET_EXEC, ET_DYN, headersOf, isSameMachine, readElf */
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
function isSameMachine(one, other) {
    return one.machine === other.machine && one.bits === other.bits && one.endian === other.endian;
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
/* unused harmony exports CONTAINER_ARCHITECTURES, parsePlatform, architectureNamed, formatPlatform, platformNamed, knownPlatforms, slugOf, platformsOf */
/* harmony import */ var _text_text_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(925);

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
function platformNamed(word) {
    const platform = parsePlatform(word);
    return 'unknown' in platform ? undefined : formatPlatform(platform);
}
function knownPlatforms() {
    return TARGETS.flatMap((target) => {
        const { arch, qemu } = target;
        const plain = { arch, variant: variantFor(arch, undefined) };
        const byPlatform = new Map([[formatPlatform(plain), [arch]]]);
        for (const name of target.aliases) {
            const platform = formatPlatform({ arch, variant: ARM_VARIANTS.get(name) ?? plain.variant });
            byPlatform.set(platform, [...(byPlatform.get(platform) ?? []), name]);
        }
        const isMeant = CONTAINER_ARCHITECTURES.includes(arch);
        return [...byPlatform].map(([platform, names]) => {
            const all = isMeant && platform === formatPlatform(plain);
            return { platform, qemu, names, all };
        });
    });
}
function slugOf(platform) {
    return formatPlatform(platform).replaceAll('/', '-');
}
function platformsOf(arch, level = 1, own = false) {
    if (arch === 'arm' && own)
        return [{ arch, variant: `v${level}` }];
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
/* harmony export */   Mx: () => (/* binding */ withoutEnd),
/* harmony export */   Pk: () => (/* binding */ isRunId),
/* harmony export */   lj: () => (/* binding */ parseObject),
/* harmony export */   qF: () => (/* binding */ parseJson),
/* harmony export */   qW: () => (/* binding */ isPlainPath)
/* harmony export */ });
/* unused harmony exports parseList, textsOf, isLoopback, isInward, splitList */
function parseJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
function parseObject(text) {
    const value = /^\s*\{/.test(text) ? parseJson(text) : undefined;
    return isObject(value) ? value : undefined;
}
function parseList(text, isItem) {
    const value = parseJson(text ?? '');
    return Array.isArray(value) ? value.filter(isItem) : [];
}
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function textsOf(value) {
    return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}
function isRunId(text) {
    return (typeof text === 'string' && /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(text));
}
function isLoopback(hostAndPort) {
    const host = hostAndPort.replace(/:\d+$/, '').toLowerCase();
    return host === 'localhost' || host === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(host);
}
const OWN_NAMES = /(?:^|\.)localhost$|^(?:localhost\.localdomain|localhost6|ip6-localhost|ip6-loopback)$/;
const OWN_ADDRESSES = /^(?:0|127|169\.254)\.[\d.]+$|^\[::(?:ffff:)?(?:(?:[\da-f]{1,2}|7f[\da-f]{2}|a9fe):[\da-f]{1,4}|1)?\]$|^\[fe[89ab][\da-f]:/;
function isInward(hostAndPort) {
    const address = `http://${hostAndPort}`;
    if (!URL.canParse(address))
        return false;
    const { hostname } = new URL(address);
    return OWN_ADDRESSES.test(hostname) || OWN_NAMES.test(hostname.replace(/\.$/, ''));
}
function isPlainPath(value) {
    return typeof value === 'string' && /^\/[^\0\n:\\]+$/.test(value) && !/(?:^|\/)\.{1,2}(?:\/|$)/.test(value);
}
function withoutEnd(text, characters) {
    let end = text.length;
    while (end > 0 && characters.includes(text.charAt(end - 1)))
        end -= 1;
    return text.slice(0, end);
}
function splitList(text) {
    return text.split(/[\s,]+/).filter((word) => word !== '');
}


/***/ }),

/***/ 894:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   A3: () => (/* binding */ reasonOf),
/* harmony export */   DN: () => (/* binding */ SetupProblem),
/* harmony export */   UQ: () => (/* binding */ errnoOf),
/* harmony export */   VF: () => (/* binding */ isMistake),
/* harmony export */   y0: () => (/* binding */ orUndefined)
/* harmony export */ });
/* unused harmony export problemIn */
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(925);

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
function isMistake(thrown) {
    if (thrown instanceof SetupProblem)
        return false;
    const code = errnoOf(thrown);
    if (code !== undefined)
        return !/^E[A-Z0-9]+$/.test(code);
    return !(thrown instanceof Error) || Object.getPrototypeOf(thrown) !== Error.prototype;
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

/***/ 925:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  cn: () => (/* binding */ PROGRAM_VERSION),
  KE: () => (/* binding */ listed),
  g$: () => (/* binding */ printable),
  kR: () => (/* binding */ printableInput),
  om: () => (/* binding */ safeLine),
  em: () => (/* binding */ sentence)
});

// UNUSED EXPORTS: COMMAND_MARK, PROGRAM, asMarkdown, asWholeMarkdown, fenceFor, formatBytes, linksOf, nearestWord, oneLine, shellWord

;// CONCATENATED MODULE: ./lib/text/used.js

let used = [];
const sequence = (title) => `\\u001b(?:\\[[0-?]*[ -/]*[@-~]|\\]${title}|[@-Z\\\\-_])`;
const ESCAPE_SEQUENCE = sequence('[^\\u0007\\u001b]*(?:\\u0007|\\u001b\\\\)?');
const UNSEEN = '[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]';
const unseen = (each) => new RegExp(`${each}|${UNSEEN}`, 'uy');
const PIECE = unseen(ESCAPE_SEQUENCE);
const PIECE_IN_TITLE = unseen(sequence(''));
const SHORTEST_SECRET = 4;
const TELLING = 64;
function rememberSecret(secret) {
    const bytes = Buffer.from(secret);
    const base64 = bytes.toString('base64');
    const texts = [secret, bytes.toString('latin1')].flatMap((text) => [text, text.replaceAll(' ', '+')]);
    const forms = [
        ...texts,
        new URLSearchParams([['', secret]]).toString().slice(1),
        base64,
        withoutEnd(base64, '='),
        bytes.toString('base64url'),
    ].map(lettersOf);
    used = [...new Set([...used, ...forms.filter(({ length }) => length >= SHORTEST_SECRET)])];
}
function readAcross(piece, text) {
    let ends;
    return (at) => {
        const code = text.charCodeAt(at);
        if (code >= 0x20 && code < 0x7f)
            return at;
        ends ??= new Uint32Array(text.length + 1);
        const begins = [];
        let end = at;
        for (let known = ends[end];; known = ends[end]) {
            if (known) {
                end = known;
                break;
            }
            piece.lastIndex = end;
            if (!piece.test(text))
                break;
            begins.push(end);
            end = piece.lastIndex;
        }
        for (const begin of begins)
            ends[begin] = end;
        return end;
    };
}
function lettersOf(text) {
    const next = readAcross(PIECE, text);
    let letters = '';
    for (let at = next(0); at < text.length; at = next(at + 1))
        letters += text[at];
    return letters;
}
const LANGUAGES = [
    /%(?<hex>[\da-f]{2})/gi,
    /\\(?:u(?<hex>[\da-f]{4})|x(?<byte>[\da-f]{2})|(?<plain>[^\p{L}\p{N}])|[nrtbf])/giu,
    /&(?:#(?<decimal>\d{1,6})|#x(?<hex>[\da-f]{1,5})|(?<entity>amp|lt|gt|quot|apos));/gi,
];
const ENTITIES = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const NESTED = 2;
function readingsOf(reading, nested = NESTED) {
    if (nested === 0)
        return [reading];
    const others = LANGUAGES.flatMap((escaped) => meant(reading, escaped) ?? []);
    return [reading, ...others.flatMap((other) => readingsOf(other, nested - 1))];
}
function meant({ text, placeOf }, escaped) {
    if (text.search(escaped) < 0)
        return undefined;
    const places = new Uint32Array(text.length + 1);
    let read = '';
    let from = 0;
    const take = (letters, at, step) => {
        for (let each = 0; each < letters.length; each++)
            places[read.length + each] = at + each * step;
        read += letters;
    };
    for (const match of text.matchAll(escaped)) {
        take(text.slice(from, match.index), from, 1);
        take(meaningOf(match.groups), match.index, 0);
        from = match.index + match[0].length;
    }
    take(text.slice(from), from, 1);
    places[read.length] = text.length;
    return { text: read, placeOf: (at) => placeOf(places[at]) };
}
function meaningOf({ hex, byte = hex, decimal, plain, entity = '', }) {
    const code = byte === undefined ? Number(decimal ?? '10') : Number.parseInt(byte, 16);
    return plain ?? ENTITIES[entity.toLowerCase()] ?? String.fromCodePoint(code);
}
function hideUsed(text, isCut = false) {
    if (used.length === 0)
        return text;
    const places = readingsOf({ text, placeOf: (at) => at })
        .flatMap((reading) => placesIn(reading, isCut))
        .sort(([a], [b]) => a - b);
    let shown = '';
    let from = 0;
    for (const [begin, end] of places) {
        if (begin >= from)
            shown += `${text.slice(from, begin)}…`;
        from = Math.max(from, end);
    }
    return shown + text.slice(from);
}
function placesIn({ text, placeOf }, isCut) {
    const pieces = text.includes('\u001b]') ? [PIECE, PIECE_IN_TITLE] : [PIECE];
    return pieces
        .map((piece) => readAcross(piece, text))
        .flatMap((next) => used.flatMap((secret) => placesOf(secret, text, next, isCut)))
        .map(([begin, end]) => [placeOf(begin), placeOf(end)]);
}
function placesOf(secret, text, nextLetter, isCut) {
    const places = [];
    const first = secret.charAt(0);
    const telling = Math.min(secret.length, TELLING);
    for (let begin = text.indexOf(first), next = 0; begin >= 0; begin = text.indexOf(first, next)) {
        let [alike, end, at] = [0, begin, begin];
        for (; alike < secret.length && text[at] === secret[alike]; at = nextLetter(end)) {
            end = at + 1;
            alike += 1;
        }
        const isTold = alike >= telling || (isCut && at >= text.length);
        if (isTold)
            places.push([begin, end]);
        next = isTold ? end : begin + 1;
    }
    return places;
}

;// CONCATENATED MODULE: ./lib/text/text.js


function sentence(text) {
    const trimmed = text.trimEnd();
    return /[.!?]$/.test(trimmed) ? trimmed : `${trimmed}.`;
}
const SEQUENCES = new RegExp(ESCAPE_SEQUENCE, 'gu');
const HIDDEN = new RegExp(`${UNSEEN}+`, 'gu');
const COMMAND_MARK = '(?<=##\\w{0,40})\\[|(?<=travis_(?:fold|time)|section_(?:start|end)):';
const COMMANDS = new RegExp(COMMAND_MARK, 'g');
const GROUP = /^(?=(?:---|\+\+\+|~~~|\^\^\^)\s)/;
const RESERVE = 16_384;
function beginning(text, length) {
    const most = length + RESERVE;
    return hideUsed(text.slice(0, most), text.length > most).slice(0, length);
}
function printable(text, limit = 300) {
    const flat = withoutPairs(withoutCommands(beginning(text, limit * 8)))
        .replace(/ {2,}/g, ' ')
        .trim();
    return flat.length > limit ? wellFormed(`${flat.slice(0, limit - 1)}…`) : flat;
}
function printableInput(text, limit) {
    const shown = text
        .replace(/^.*@(?!sha256:)/s, '…@')
        .replace(/(:\/\/[^/:@]*:)(?!\d{1,5}(?:\/|$)).*/s, '$1…');
    return printable(shown, limit);
}
function oneLine(text, limit) {
    return withoutPairs(withoutCommands(beginning(text, limit)));
}
function withoutPairs(text) {
    return text.replace(/:(?=:)/g, ': ');
}
function safeLine(text) {
    return withoutCommands(hideUsed(text));
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
const BEFORE = /^[("'“]*/;
const BEHIND = ')"\'”’.,:;!?';
const WORD = /^(?:(?![\da-fA-F]{7,40}(?![\p{L}\d]))\p{L}[\p{L}\d]*(?:['’-]\p{L}[\p{L}\d]*)*|\d{1,4}-\p{L}+|\d{1,9}(?:\.\d{1,9}){0,3}|[–—→×…]|)$/u;
function asWholeMarkdown(text) {
    const words = safeLine(text).trim().split(/ +/);
    const marked = words.map((whole) => {
        const rest = whole.replace(BEFORE, '');
        const word = withoutEnd(rest, BEHIND);
        if (WORD.test(word))
            return whole;
        const before = whole.slice(0, whole.length - rest.length);
        return `${before}${asCode(word)}${rest.slice(word.length)}`;
    });
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
    let most = least;
    for (const [run] of text.matchAll(/`+/g))
        most = Math.max(most, run.length + 1);
    return '`'.repeat(most);
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
/* unused harmony exports readQemuAnswer, parseQemuAnswer, parseVersion, isOlder, atLeast */
const NUMBERS = '(\\d{1,4}(?:\\.\\d{1,8}){1,3})(?![\\d.])';
const ANSWER = new RegExp(`^(qemu-[\\w-]{1,20}) version ${NUMBERS}`, 'm');
const RELEASE = new RegExp(`(?:^|qemu-)v?${NUMBERS}`);
function readQemuAnswer(text) {
    const [, name, version] = ANSWER.exec(text) ?? [];
    return name === undefined || version === undefined ? undefined : { name, version };
}
function parseQemuAnswer(text) {
    return readQemuAnswer(text)?.version;
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
