export const id = 221;
export const ids = [221];
export const modules = {

/***/ 3584:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   lK: () => (/* binding */ TROUBLE_REMEDIES),
/* harmony export */   xM: () => (/* binding */ tellTrouble),
/* harmony export */   yK: () => (/* binding */ wordTrouble)
/* harmony export */ });
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4458);

const TROUBLE_REMEDIES = {
    unpinned: 'Write its digest behind it',
    damaged: 'Find out who else writes to the tool cache of this machine',
    unrefreshed: 'See that the package sources of this machine can be reached',
};
function wordTrouble(trouble) {
    const remedy = TROUBLE_REMEDIES[trouble.kind];
    switch (trouble.kind) {
        case 'unpinned': {
            const { image, pinned } = trouble;
            const now = pinned === undefined ? '' : `. Now it is ${pinned}`;
            return {
                evidence: `${image} names no digest, so it can change from run to run${now}`,
                remedy: pinned === undefined ? remedy : `Write image: ${pinned} to keep it`,
            };
        }
        case 'damaged':
            return {
                evidence: `The stored QEMU for ${trouble.arch} is damaged: ${(0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(trouble.reason)}. It is not used but fetched again`,
                remedy,
            };
        case 'unrefreshed':
            return {
                evidence: `apt cannot say whether there is a newer QEMU (${(0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(trouble.reason)}); ${(0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(trouble.used)} is used`,
                remedy,
            };
    }
}
function tellTrouble(trouble) {
    const { evidence, remedy } = wordTrouble(trouble);
    return `${(0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .sentence */ .em)(evidence)} ${(0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .sentence */ .em)(remedy)}`;
}


/***/ }),

/***/ 221:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  provideFromApt: () => (/* binding */ provideFromApt)
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
// EXTERNAL MODULE: ./lib/qemu/users.js
var users = __webpack_require__(8386);
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
        ...((0,users/* seesEveryUser */.X)(host) ? [] : ['APT::Sandbox::User=root']),
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
// EXTERNAL MODULE: ./lib/qemu/files.js
var files = __webpack_require__(7205);
// EXTERNAL MODULE: ./lib/qemu/store.js
var qemu_store = __webpack_require__(5995);
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
        (0,files/* writeWhole */.f8)(fileOf(context), `${JSON.stringify(value)}\n`, (0,qemu_store/* draftsOf */.eI)((0,qemu_store/* openStore */.Ch)(context, '')));
    }
    catch {
    }
}
function fileOf(context) {
    return (0,external_node_path_.join)((0,qemu_store/* openStore */.Ch)(context, '').tool, 'apt.json');
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

// EXTERNAL MODULE: ./lib/qemu/handlers.js
var handlers = __webpack_require__(4445);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(8474);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ./lib/qemu/tar.js
var tar = __webpack_require__(5413);
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
        const tree = child.stdout.pipe(await (0,tar/* openTar */.O)());
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
    const store = (0,qemu_store/* openStore */.Ch)(context, '');
    try {
        context.host.makeFolder(store.tool, qemu_store/* FOLDER_MODE */.Zo);
        return context.host.makeTemporary(`${qemu_store/* INCOMING */.BG}apt-`, store.tool);
    }
    catch (thrown) {
        throw (0,qemu_store/* storeProblem */.H9)(store, thrown);
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
    const incoming = (0,qemu_store/* makeIncoming */.NL)(store);
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
            ? (0,qemu_store/* refusalOf */.Of)(apt.host.readBytes(path, qemu_store/* HEADER_BYTES */.q2), store.hostArch)
            : `the package has no qemu-${each.qemu}`;
        return reason === undefined ? [] : [{ arch: each.arch, reason }];
    });
    const arrivals = wanted
        .filter(({ arch }) => missing.every((refused) => refused.arch !== arch))
        .map((each) => ({ ...each, path: target(each), source: 'apt', assumesPreserve: false }));
    return { handlers: (0,qemu_store/* install */.ai)(store, arrivals), missing };
}
function fromStore(known, wanted, context) {
    const { candidate, lacks } = known;
    const { handlers, absent, damaged } = (0,qemu_store/* findStored */.FC)(storeOf(candidate, context), wanted, context);
    return {
        handlers,
        missing: absent.map(({ arch }) => ({ arch, reason: lacks.get(arch) ?? 'it is not in the store' })),
        origin: `package ${candidate.package} ${candidate.version}`,
        downloadedBytes: 0,
        cacheHit: true,
        notes: (0,qemu_store/* notesOnDamage */.C$)(damaged),
    };
}
function storeOf(candidate, context) {
    const digest = candidate.hash.slice(candidate.hash.indexOf(':') + 1).slice(0, 16);
    return (0,qemu_store/* openStore */.Ch)(context, (0,store_path/* storeVersion */.w)('apt', `${digest}-${candidate.version}`));
}
function refuse(cause, remedy) {
    return new problem/* SetupProblem */.DN({ id: 'SB-APT', kind: 'host', what: 'get QEMU with apt', cause, remedy });
}


/***/ }),

/***/ 7205:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DC: () => (/* binding */ hashFile),
/* harmony export */   f4: () => (/* binding */ writeAll),
/* harmony export */   f8: () => (/* binding */ writeWhole),
/* harmony export */   lM: () => (/* binding */ removeForgotten)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var _host_host_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2508);




function hashFile(path) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    (0,_host_host_js__WEBPACK_IMPORTED_MODULE_3__/* .readPieces */ .ut)(path, (piece) => hash.update(piece), false);
    return hash.digest('hex');
}
function writeAll(fd, bytes) {
    for (let done = 0; done < bytes.length;)
        done += node_fs__WEBPACK_IMPORTED_MODULE_1__.writeSync(fd, bytes, done);
}
function writeWhole(path, text, draft) {
    const folder = node_fs__WEBPACK_IMPORTED_MODULE_1__.mkdtempSync(draft);
    try {
        node_fs__WEBPACK_IMPORTED_MODULE_1__.writeFileSync((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, 'file'), text, { mode: 0o644 });
        node_fs__WEBPACK_IMPORTED_MODULE_1__.renameSync((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, 'file'), path);
    }
    finally {
        node_fs__WEBPACK_IMPORTED_MODULE_1__.rmSync(folder, { recursive: true, force: true });
    }
}
function removeForgotten(parent, prefix, ageMs, now) {
    for (const name of node_fs__WEBPACK_IMPORTED_MODULE_1__.readdirSync(parent)) {
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(parent, name);
        const found = name.startsWith(prefix) ? node_fs__WEBPACK_IMPORTED_MODULE_1__.lstatSync(path, { throwIfNoEntry: false }) : undefined;
        if (found?.isDirectory() && now - found.mtimeMs > ageMs) {
            node_fs__WEBPACK_IMPORTED_MODULE_1__.rmSync(path, { recursive: true, force: true });
        }
    }
}


/***/ }),

/***/ 4445:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ warningOf)
/* harmony export */ });
/* harmony import */ var _core_supply_trouble_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3584);

function warningOf(trouble) {
    return { level: 'warning', text: (0,_core_supply_trouble_js__WEBPACK_IMPORTED_MODULE_0__/* .tellTrouble */ .xM)(trouble), trouble };
}


/***/ }),

/***/ 8854:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ openInspection)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);

const SEAM = 128;
function openInspection(name) {
    const label = `${name} version `;
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
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


/***/ }),

/***/ 5995:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BG: () => (/* binding */ INCOMING),
/* harmony export */   C$: () => (/* binding */ notesOnDamage),
/* harmony export */   Ch: () => (/* binding */ openStore),
/* harmony export */   Ej: () => (/* binding */ noteLacking),
/* harmony export */   FC: () => (/* binding */ findStored),
/* harmony export */   H9: () => (/* binding */ storeProblem),
/* harmony export */   NL: () => (/* binding */ makeIncoming),
/* harmony export */   Of: () => (/* binding */ refusalOf),
/* harmony export */   Zo: () => (/* binding */ FOLDER_MODE),
/* harmony export */   ai: () => (/* binding */ install),
/* harmony export */   eI: () => (/* binding */ draftsOf),
/* harmony export */   q2: () => (/* binding */ HEADER_BYTES)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _core_elf_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2956);
/* harmony import */ var _core_platforms_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9636);
/* harmony import */ var _core_problem_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4458);
/* harmony import */ var _core_store_path_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(482);
/* harmony import */ var _host_host_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2508);
/* harmony import */ var _files_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7205);
/* harmony import */ var _handlers_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(4445);
/* harmony import */ var _inspection_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(8854);
/* harmony import */ var _store_record_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(7909);











const INCOMING = '.incoming-';
const FOLDER_MODE = 0o755;
const FORGOTTEN_MS = 6 * 60 * 60 * 1000;
const HEADER_BYTES = 64 * 1024;
const ET_EXEC = 2;
const ET_DYN = 3;
function openStore(context, version, pinned = new Map()) {
    const { host, hostArch } = context;
    const tool = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(context.storeRoot, _core_store_path_js__WEBPACK_IMPORTED_MODULE_9__/* .STORE_TOOL */ .z);
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(tool, version, host.nodeArch);
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
    return damaged.map(({ arch, reason }) => (0,_handlers_js__WEBPACK_IMPORTED_MODULE_7__/* .warningOf */ .a)({ kind: 'damaged', arch, reason }));
}
function makeIncoming(store, now = Date.now()) {
    return attempt(store, () => {
        node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync(store.folder, { recursive: true, mode: FOLDER_MODE });
        (0,_files_js__WEBPACK_IMPORTED_MODULE_6__/* .removeForgotten */ .lM)(store.tool, INCOMING, FORGOTTEN_MS, now);
        return node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdtempSync(draftsOf(store));
    });
}
function install(store, arrivals) {
    const handlers = attempt(store, () => arrivals.map((arrival) => installOne(store, arrival)));
    attempt(store, () => {
        if (store.host.stat(store.marker) === undefined)
            (0,_files_js__WEBPACK_IMPORTED_MODULE_6__/* .writeWhole */ .f8)(store.marker, '', draftsOf(store));
    });
    return handlers;
}
function noteLacking(store, wanted) {
    attempt(store, () => {
        for (const each of wanted)
            (0,_files_js__WEBPACK_IMPORTED_MODULE_6__/* .writeWhole */ .f8)(lackingFile(store, each), '', draftsOf(store));
    });
}
function refusalOf(firstBytes, hostArch) {
    const elf = (0,_core_elf_js__WEBPACK_IMPORTED_MODULE_2__/* .readElf */ .oU)(firstBytes);
    const own = (0,_core_platforms_js__WEBPACK_IMPORTED_MODULE_3__/* .targetOf */ .$r)(hostArch)?.elf;
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
    node_fs__WEBPACK_IMPORTED_MODULE_0__.chmodSync(arrival.path, 0o755);
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(store.folder, name);
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
    const draft = (0,_store_record_js__WEBPACK_IMPORTED_MODULE_10__/* .recordPath */ .lX)(arrival.path);
    node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync(draft, `${JSON.stringify(record)}\n`, { mode: 0o644 });
    node_fs__WEBPACK_IMPORTED_MODULE_0__.renameSync(arrival.path, path);
    node_fs__WEBPACK_IMPORTED_MODULE_0__.renameSync(draft, (0,_store_record_js__WEBPACK_IMPORTED_MODULE_10__/* .recordPath */ .lX)(path));
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
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(store.folder, handlerName(wanted));
    const { host } = store;
    const recordFile = host.stat((0,_store_record_js__WEBPACK_IMPORTED_MODULE_10__/* .recordPath */ .lX)(path), false);
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
        const record = (0,_store_record_js__WEBPACK_IMPORTED_MODULE_10__/* .parseRecord */ .Hh)(host.readText((0,_store_record_js__WEBPACK_IMPORTED_MODULE_10__/* .recordPath */ .lX)(path)));
        if (record === undefined)
            return { damage: 'its record cannot be read' };
        if (binary?.size !== record.size)
            return { damage: `it has ${binary?.size} bytes instead of ${record.size}` };
        const expected = store.pinned.get(wanted.arch) ?? record.sha256;
        const sha256 = thorough ? (0,_files_js__WEBPACK_IMPORTED_MODULE_6__/* .hashFile */ .DC)(path) : record.sha256;
        if (sha256 !== expected)
            return { damage: `its sha256 is ${sha256}, and ${expected} is expected` };
        const { source, assumesPreserve, version } = record;
        const common = { arch: wanted.arch, path, sha256, checked: thorough, source, assumesPreserve };
        return version === undefined ? common : { ...common, version };
    }
    catch (thrown) {
        return { damage: `it cannot be read (${(0,_core_problem_js__WEBPACK_IMPORTED_MODULE_4__/* .errnoOf */ .UQ)(thrown) ?? (0,_core_problem_js__WEBPACK_IMPORTED_MODULE_4__/* .reasonOf */ .A3)(thrown)})` };
    }
}
function inspectFile(path, name) {
    const inspection = (0,_inspection_js__WEBPACK_IMPORTED_MODULE_8__/* .openInspection */ .J)(name);
    (0,_host_host_js__WEBPACK_IMPORTED_MODULE_5__/* .readPieces */ .ut)(path, inspection.take, false);
    return inspection.end();
}
function handlerName(wanted) {
    return `qemu-${wanted.qemu}`;
}
function draftsOf(store) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(store.tool, INCOMING);
}
function lackingFile(store, wanted) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(store.folder, `${handlerName(wanted)}.none`);
}
function refused(name, why) {
    return new _core_problem_js__WEBPACK_IMPORTED_MODULE_4__/* .SetupProblem */ .DN({
        id: 'SB-QEMU',
        kind: 'host',
        what: `use ${name} as a handler`,
        cause: why,
        remedy: 'Name an image or a folder with QEMU user-mode programs that are statically linked for this host',
    });
}
function storeProblem(store, thrown) {
    return new _core_problem_js__WEBPACK_IMPORTED_MODULE_4__/* .SetupProblem */ .DN({
        id: 'SB-STORE',
        kind: 'host',
        what: `write to the tool cache ${store.tool}`,
        cause: (0,_core_problem_js__WEBPACK_IMPORTED_MODULE_4__/* .reasonOf */ .A3)(thrown),
        remedy: 'Make room there and let this user write to it, or name another folder in RUNNER_TOOL_CACHE',
    }, { cause: thrown });
}
function attempt(store, work) {
    try {
        return work();
    }
    catch (thrown) {
        throw thrown instanceof _core_problem_js__WEBPACK_IMPORTED_MODULE_4__/* .SetupProblem */ .DN ? thrown : storeProblem(store, thrown);
    }
}


/***/ }),

/***/ 5413:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ openTar)
/* harmony export */ });
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


/***/ }),

/***/ 8386:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ seesEveryUser)
/* harmony export */ });
function seesEveryUser(host) {
    try {
        return /^\s*0\s+0\s+4294967295\s*$/.test(host.readText('/proc/self/uid_map'));
    }
    catch {
        return true;
    }
}


/***/ })

};
