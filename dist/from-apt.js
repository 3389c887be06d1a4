export const id = 301;
export const ids = [301];
export const modules = {

/***/ 3379:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ openTar)
/* harmony export */ });
async function openTar() {
    const { extract } = await __webpack_require__.e(/* import() | tar-stream */ 145).then(__webpack_require__.t.bind(__webpack_require__, 872, 19));
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

/***/ 725:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  fetchFromApt: () => (/* binding */ fetchFromApt)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/host/files.js
var files = __webpack_require__(1935);
// EXTERNAL MODULE: ./lib/host/read.js
var read = __webpack_require__(3766);
// EXTERNAL MODULE: ./lib/platform/platforms.js
var platforms = __webpack_require__(2061);
// EXTERNAL MODULE: ./lib/text/problem.js
var problem = __webpack_require__(894);
// EXTERNAL MODULE: ./lib/text/text.js
var text_text = __webpack_require__(8614);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./lib/host/run.js
var run = __webpack_require__(9941);
;// CONCATENATED MODULE: ./lib/qemu/apt-get.js





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
        const candidate = run.code === 0 ? parseCandidate(run.tail, name) : undefined;
        if (candidate !== undefined && candidate.size >= SMALLEST_PACKAGE)
            return { value: candidate, complaint: '' };
        complaints.push(whyNot(run));
    }
    return { value: undefined, complaint: complaints.find((text) => text !== '') ?? '' };
}
async function updateLists(apt) {
    const started = performance.now();
    const run = await aptGet(apt, 'own', ['update'], tellOf(apt));
    const bytes = parseFetched(run.tail);
    const seconds = (performance.now() - started) / 1000;
    apt.log(`apt: ${(0,text_text/* formatBytes */.z3)(bytes)} of package lists in ${seconds.toFixed(1)} s`);
    return { bytes, complaint: whyNot(run) };
}
async function downloadPackage(apt, lists, candidate) {
    const path = (0,external_node_path_.join)(apt.folder, 'download', candidate.file);
    const ticker = setInterval(() => {
        const size = apt.host.stat(path)?.size ?? 0;
        apt.log(`apt: ${(0,text_text/* formatBytes */.z3)(size)} of ${(0,text_text/* formatBytes */.z3)(candidate.size)}`);
    }, PROGRESS_MS);
    try {
        const what = `${candidate.package}=${candidate.version}`;
        const run = await aptGet(apt, lists, ['download', what], tellOf(apt));
        const found = apt.host.stat(path, false);
        if (run.code === 0 && found?.kind === 'file' && found.size === candidate.size)
            return { value: path, complaint: '' };
        return { value: undefined, complaint: whyNot(run) || 'apt-get left no complete file' };
    }
    finally {
        clearInterval(ticker);
    }
}
function tellOf({ log }) {
    return (line) => log(`apt: ${withoutCredentials(line)}`);
}
function aptGet(apt, lists, args, line = () => undefined) {
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
        ...((0,read/* seesEveryUser */.XO)(host) ? [] : ['APT::Sandbox::User=root']),
    ];
    const kept = Object.entries(host.env).flatMap(([name, value]) => ENVIRONMENT.test(name) && value !== undefined ? [[name, value]] : []);
    const all = ['-q', '-c', (0,external_node_path_.join)(folder, 'apt.conf'), ...options.flatMap((option) => ['-o', option]), ...args];
    return (0,run/* runFollowed */.s)(program, all, {
        env: { ...Object.fromEntries(kept), LC_ALL: 'C', DEBIAN_FRONTEND: 'noninteractive' },
        cwd: (0,external_node_path_.join)(folder, 'download'),
        timeoutMs: Math.max(1, apt.deadline - performance.now()),
        line,
    });
}
function whyNot({ code, timedOut, tail }) {
    if (timedOut)
        return 'apt-get did not end in time';
    const last = code === 0 ? '' : withoutCredentials(tail.slice(tail.lastIndexOf('\n') + 1));
    return (0,text_text/* printable */.g$)(complaintOf(tail) || last);
}
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
function complaintOf(said) {
    const lines = withoutCredentials(said.slice(0, 65536)).split('\n');
    const of = (level) => [
        ...new Set(lines.flatMap((line) => (level.test(line) ? [line.replace(level, '').trim()] : []))),
    ];
    const errors = of(/^E: /);
    return (errors.length > 0 ? errors : of(/^W: /)).slice(0, 2).join('; ');
}

// EXTERNAL MODULE: ./lib/qemu/store.js
var qemu_store = __webpack_require__(5995);
// EXTERNAL MODULE: ./lib/qemu/store-layout.js
var store_layout = __webpack_require__(2826);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(8474);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ./lib/host/tar.js
var tar = __webpack_require__(3379);
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
        throw unpack_deb_problem(complaint === '' || timedOut ? cause : `${cause} (${(0,text_text/* printable */.g$)(complaint)})`, thrown);
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
            throw unpack_deb_problem(`${(0,text_text/* printable */.g$)(name)} is larger than ${limits.file} bytes`);
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
        id: 'SB082',
        kind: 'host',
        what: 'unpack the QEMU package',
        cause,
        remedy: 'Run it again, or take QEMU from another source with the input qemu-from',
    }, { cause: thrown });
}

;// CONCATENATED MODULE: ./lib/qemu/from-apt.js










const FILE_LIMIT = 256 * 1024 * 1024;
const TREE_LIMIT = 4 * 1024 * 1024 * 1024;
const WEEK_MS = 7 * 24 * 60 * 60 * 1000;
const fetchFromApt = async (wanted, context) => {
    const known = readMarker(context);
    const stored = known === undefined ? undefined : fromStore(known, wanted, context);
    if (stored !== undefined && stored.absent.length === 0 && isFresh(context))
        return requireSome(stored);
    try {
        return requireSome(await withApt(context, (apt) => fetchHandlers(apt, wanted, context)));
    }
    catch (thrown) {
        if (!(thrown instanceof problem/* SetupProblem */.DN) || stored === undefined || stored.handlers.length === 0)
            throw thrown;
        const { reason } = thrown;
        const missing = [...stored.missing, ...stored.absent.map(({ arch }) => ({ arch, reason }))];
        const trouble = { kind: 'unrefreshed', used: stored.origin, reason };
        return { ...stored, missing, troubles: [...stored.troubles, trouble], failure: thrown };
    }
};
async function withApt(context, use) {
    const { host, log } = context;
    const program = host.which('apt-get');
    if (program === undefined || host.which('dpkg-deb') === undefined) {
        throw refuse('this machine has no apt-get and dpkg-deb', 'Name another source in the input qemu-from');
    }
    const deadline = performance.now() + context.timeLimitMs;
    const store = (0,qemu_store/* openStore */.Ch)(context, '');
    const folder = (0,qemu_store/* attempt */.CD)(store, () => {
        host.makeFolder(store.tool, qemu_store/* FOLDER_MODE */.Zo);
        return host.makeTemporary(`${qemu_store/* INCOMING */.BG}apt-`, store.tool);
    });
    try {
        return await use({ host, log, program, folder, deadline });
    }
    finally {
        host.remove(folder);
    }
}
async function fetchHandlers(apt, wanted, context) {
    prepareApt(apt);
    const asIs = await findPackage(apt, 'machine');
    let complaint = asIs.complaint;
    if (asIs.value !== undefined) {
        const answer = await fromPackage(apt, 'machine', asIs.value, wanted, context);
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
    const answer = await fromPackage(apt, 'own', renewed.value, wanted, context);
    if (answer.value !== undefined) {
        const downloadedBytes = answer.value.downloadedBytes + lists.bytes;
        return { ...answer.value, downloadedBytes, cacheHit: false };
    }
    throw refuse(`${renewed.value.package} cannot be downloaded: ${answer.complaint}`, 'Check the network, or name another source in the input qemu-from');
}
async function fromPackage(apt, lists, candidate, wanted, context) {
    const { absent, ...stored } = fromStore(candidate, wanted, context);
    if (absent.length === 0) {
        writeMarker(context, candidate);
        return { value: stored, complaint: '' };
    }
    const store = storeOf(candidate, context);
    const incoming = (0,qemu_store/* makeIncoming */.NL)(store);
    try {
        const place = (0,text_text/* printable */.g$)(placeOf(candidate.uri));
        context.log(`apt: ${candidate.package} ${candidate.version}, ${(0,text_text/* formatBytes */.z3)(candidate.size)} from ${place}`);
        const deb = await downloadPackage(apt, lists, candidate);
        if (deb.value === undefined)
            return { value: undefined, complaint: deb.complaint };
        const unpacked = await unpackInto(store, incoming, deb.value, absent, apt);
        context.log(`apt: unpacked ${unpacked.handlers.map(({ arch }) => arch).join(', ') || 'nothing'}`);
        writeMarker(context, candidate);
        const value = {
            ...stored,
            handlers: [...stored.handlers, ...unpacked.handlers],
            missing: [...stored.missing, ...unpacked.missing],
            downloadedBytes: candidate.size,
            cacheHit: false,
        };
        return { value, complaint: '' };
    }
    finally {
        context.host.remove(incoming);
    }
}
function requireSome(result) {
    const [first] = result.missing;
    if (result.handlers.length > 0 || first === undefined)
        return result;
    throw refuse(`the ${result.origin} does not help: ${first.arch}: ${first.reason}`, 'Name another source in the input qemu-from');
}
async function unpackInto(store, incoming, file, wanted, apt) {
    const target = (each) => (0,external_node_path_.join)(incoming, (0,platforms/* qemuName */.gc)(each));
    const members = wanted.flatMap((each) => ['-static', ''].map((end) => [`usr/bin/${(0,platforms/* qemuName */.gc)(each)}${end}`, target(each)]));
    const timeMs = Math.max(1, apt.deadline - performance.now());
    const limits = { file: FILE_LIMIT, total: TREE_LIMIT, timeMs };
    const written = await unpackDeb(file, new Map(members), limits);
    const present = wanted.filter((each) => written.has(target(each)));
    const { handlers, refused } = (0,qemu_store/* install */.ai)(store, present.map((each) => ({ ...each, path: target(each), source: 'apt', assumesPreserve: false })));
    const lacking = wanted.filter((each) => !present.includes(each));
    (0,qemu_store/* noteLacking */.Ej)(store, [...lacking, ...refused]);
    const absent = lacking.map((each) => ({
        arch: each.arch,
        reason: `the package has no ${(0,platforms/* qemuName */.gc)(each)}`,
    }));
    return { handlers, missing: [...absent, ...refused] };
}
function fromStore(candidate, wanted, context) {
    const { handlers, absent, lacking, troubles } = (0,qemu_store/* findStored */.FC)(storeOf(candidate, context), wanted, context);
    const reason = (each) => `the package has no ${(0,platforms/* qemuName */.gc)(each)} that can be used here`;
    return {
        handlers,
        absent,
        missing: lacking.map((each) => ({ arch: each.arch, reason: reason(each) })),
        origin: `package ${candidate.package} ${candidate.version}`,
        downloadedBytes: 0,
        cacheHit: true,
        notes: [],
        troubles,
    };
}
function storeOf(candidate, context) {
    const digest = candidate.hash.slice(candidate.hash.indexOf(':') + 1).slice(0, 16);
    return (0,qemu_store/* openStore */.Ch)(context, (0,store_layout/* storeVersion */.wy)('apt', `${digest}-${candidate.version}`));
}
function refuse(cause, remedy) {
    return new problem/* SetupProblem */.DN({ id: 'SB082', kind: 'host', what: 'get QEMU with apt', cause, remedy });
}
function markerOf(context) {
    return (0,external_node_path_.join)((0,qemu_store/* openStore */.Ch)(context, '').tool, 'apt.package');
}
function readMarker(context) {
    const line = (0,read/* textOr */.ph)(context.host, markerOf(context), '');
    return PACKAGES.map((name) => parseCandidate(line, name)).find((candidate) => candidate !== undefined);
}
function isFresh(context) {
    const age = Date.now() - (context.host.stat(markerOf(context))?.modified ?? 0);
    return age >= 0 && age < WEEK_MS;
}
function writeMarker(context, candidate) {
    try {
        (0,files/* writeWhole */.f8)(markerOf(context), `${formatCandidate(candidate)}\n`, (0,qemu_store/* draftsOf */.eI)((0,qemu_store/* openStore */.Ch)(context, '')));
    }
    catch {
    }
}


/***/ })

};
