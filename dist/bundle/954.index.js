export const id = 954;
export const ids = [954];
export const modules = {

/***/ 4954:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  carryOutHere: () => (/* binding */ carryOutHere)
});

// EXTERNAL MODULE: ./lib/core/mounts.js
var mounts = __webpack_require__(6191);
// EXTERNAL MODULE: ./lib/core/plan.js
var core_plan = __webpack_require__(3658);
// EXTERNAL MODULE: ./lib/core/problem.js
var core_problem = __webpack_require__(4458);
// EXTERNAL MODULE: ./lib/core/binfmt-misc.js
var binfmt_misc = __webpack_require__(5162);
// EXTERNAL MODULE: ./lib/core/elf.js
var elf = __webpack_require__(2956);
// EXTERNAL MODULE: ./lib/core/platforms.js + 2 modules
var platforms = __webpack_require__(9636);
// EXTERNAL MODULE: ./lib/core/record.js
var core_record = __webpack_require__(6212);
// EXTERNAL MODULE: ./lib/core/rules.js
var core_rules = __webpack_require__(1214);
// EXTERNAL MODULE: ./lib/core/verdict.js
var verdict = __webpack_require__(6992);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./lib/core/json.js
var json = __webpack_require__(8171);
;// CONCATENATED MODULE: ./lib/core/digests.js

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
    const files = [...memory].map(([path, remembered]) => ({ path, ...remembered }));
    return `${JSON.stringify({ boot, files })}\n`;
}
function parseDigests(text, boot) {
    const memory = (0,json/* parseObject */.l)(text);
    if (memory?.boot !== boot || !Array.isArray(memory.files))
        return new Map();
    return new Map(memory.files.flatMap(readFile));
}
function readFile(value) {
    const { path, identity, sha256 } = (0,json/* isObject */.G)(value) ? value : {};
    if (typeof path !== 'string' || typeof identity !== 'string' || typeof sha256 !== 'string')
        return [];
    return [[path, { identity, sha256 }]];
}

// EXTERNAL MODULE: ./lib/host/readings.js
var readings = __webpack_require__(375);
;// CONCATENATED MODULE: ./lib/host/digest.js



function sha256Of(host, path) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    host.readPieces(path, (piece) => hash.update(piece));
    return hash.digest('hex');
}
function openDigests(host, kept = '', now = Date.now) {
    const boot = (0,readings/* textOr */.ph)(host, '/proc/sys/kernel/random/boot_id', '').trim();
    const earlier = parseDigests(kept, boot);
    const known = new Map(earlier);
    const lasting = new Map();
    return {
        of: (path) => {
            const begun = now();
            const found = host.stat(path);
            const identity = found === undefined ? '' : formatIdentity(found);
            const remembered = known.get(path);
            if (remembered?.identity === identity)
                return remembered.sha256;
            const sha256 = sha256Of(host, path);
            known.set(path, { identity, sha256 });
            if (found !== undefined && isSettled(found, host.fileSystemType(path), begun)) {
                lasting.set(path, { identity, sha256 });
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

// EXTERNAL MODULE: ./lib/host/own-rules.js
var own_rules = __webpack_require__(8450);
// EXTERNAL MODULE: ./lib/core/persist.js
var persist = __webpack_require__(5805);
// EXTERNAL MODULE: ./lib/host/stale.js
var stale = __webpack_require__(1945);
// EXTERNAL MODULE: ./lib/host/table.js
var host_table = __webpack_require__(252);
;// CONCATENATED MODULE: ./lib/host/persist.js







const HANDLER_LIMIT = 256 * 1024 * 1024;
const SYSTEMD_BINFMT = ['/usr/lib/systemd/systemd-binfmt', '/lib/systemd/systemd-binfmt'];
function copyHandler(context, { registration, source, sha256 }) {
    if (source === undefined)
        return undefined;
    const { host, digests } = context;
    const { interpreter } = registration;
    try {
        if (host.stat(interpreter, false)?.kind === 'file' && digests.of(interpreter) === sha256)
            return undefined;
        const bytes = host.readBytes(source, HANDLER_LIMIT);
        if ((0,external_node_crypto_.createHash)('sha256').update(bytes).digest('hex') !== sha256)
            return { problem: notRecorded(source), changed: true };
        context.record({ kind: 'copy', path: interpreter });
        host.makeFolder(persist/* PERSIST_ROOT */.aQ, 0o755);
        host.makeFolder(interpreter.slice(0, interpreter.lastIndexOf('/')), 0o755);
        host.writeFile(`${interpreter}.new`, bytes, 0o755);
        host.rename(`${interpreter}.new`, interpreter);
        return undefined;
    }
    catch (thrown) {
        const reason = (0,core_problem/* errnoOf */.UQ)(thrown) ?? (0,core_problem/* reasonOf */.A3)(thrown);
        return { problem: `${(0,core_problem/* printable */.g$)(interpreter, 200)} cannot be written: ${reason}`, changed: false };
    }
}
function notRecorded(path) {
    return `its handler ${(0,core_problem/* printable */.g$)(path, 200)} is not what was recorded of it`;
}
async function persist_persist(context, { handlers, rules, forget }) {
    const kept = [...handlers, ...rules].flatMap((name) => {
        const entry = (0,host_table/* readEntry */.hB)(context, name);
        const stays = rules.includes(name) || (0,persist/* isPersistent */.sv)(entry?.interpreter);
        return entry !== undefined && stays ? ((0,core_rules/* ruleOfEntry */.Ek)(entry) ?? []) : [];
    });
    const before = (0,readings/* textOr */.ph)(context.host, persist/* FRAGMENT_PATH */.J2, null);
    const after = (0,persist/* formatFragment */.yf)((0,persist/* mergeFragment */.RV)((0,persist/* parseFragment */.oH)(before), kept, forget));
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
                changed: false,
                problems: [`${persist/* FRAGMENT_PATH */.J2} cannot be written: ${(0,core_problem/* errnoOf */.UQ)(thrown) ?? (0,core_problem/* reasonOf */.A3)(thrown)}`],
            };
        }
        problems.push(...(await tellBinfmtSupport(context, (0,persist/* parseFragment */.oH)(before), (0,persist/* parseFragment */.oH)(after))));
    }
    clearHandlers(context, (0,persist/* parseFragment */.oH)(after));
    return { changed, problems };
}
function replaceFile(host, path, text) {
    if (text === null) {
        host.remove(path);
        return;
    }
    host.makeFolder(path.slice(0, path.lastIndexOf('/')));
    host.writeFile(`${path}.new`, text, 0o644);
    host.rename(`${path}.new`, path);
}
async function tellBinfmtSupport(context, before, after) {
    const { host } = context;
    const program = host.which('update-binfmts');
    if (program === undefined || SYSTEMD_BINFMT.some((path) => host.stat(path) !== undefined))
        return [];
    const gone = before.filter((rule) => !after.some((other) => (0,core_rules/* formatRule */.UT)(other) === (0,core_rules/* formatRule */.UT)(rule)));
    const come = after.filter((rule) => !before.some((other) => (0,core_rules/* formatRule */.UT)(other) === (0,core_rules/* formatRule */.UT)(rule)));
    const helpers = come.map(core_rules/* keepingRule */.ub);
    for (const helper of helpers)
        (0,stale/* removeStale */.s)(context, helper);
    const problems = helpers.flatMap((rule) => (0,host_table/* registerRule */.Ai)(context, rule) ?? []);
    for (const args of [...gone.map(persist/* updateBinfmtsRemove */.hM), ...come.map(persist/* updateBinfmtsInstall */.gL)]) {
        const outcome = await host.run({ file: program, args, timeoutMs: 30_000 });
        if (outcome.code !== 0)
            problems.push(`update-binfmts: ${(0,core_problem/* printable */.g$)(outcome.stderr) || `ended with ${outcome.code}`}`);
    }
    for (const { name } of helpers)
        (0,host_table/* remove */.TF)(context, name);
    return problems;
}
function clearHandlers(context, rules) {
    const { host } = context;
    const used = [...rules, ...(0,host_table/* readEntries */.$2)(context)].flatMap(({ interpreter }) => interpreter ?? []);
    for (const name of host.stat(persist/* PERSIST_ROOT */.aQ)?.kind === 'folder' ? host.list(persist/* PERSIST_ROOT */.aQ) : []) {
        const folder = `${persist/* PERSIST_ROOT */.aQ}/${name}`;
        if (!used.some((path) => path.startsWith(`${folder}/`)))
            host.remove(folder);
    }
}

// EXTERNAL MODULE: ./lib/host/probe.js + 1 modules
var probe = __webpack_require__(5980);
;// CONCATENATED MODULE: ./lib/host/apply.js














async function apply(host, plan, options) {
    const prepared = [];
    for (const step of plan.prepare) {
        const problem = await prepare(host, step, options);
        if (problem !== undefined)
            return { ...core_plan/* NOTHING_APPLIED */.Q9, prepared, problems: [problem] };
        prepared.push(step);
    }
    const lock = needsLock(plan) && options.locked !== true
        ? await (0,host_table/* lockFolders */.d1)(host, [options.table], options.lockLimitMs)
        : undefined;
    if (lock !== undefined && 'failure' in lock)
        return { ...core_plan/* NOTHING_APPLIED */.Q9, prepared, problems: [lock.failure] };
    const prober = (0,probe/* openProber */.$J)(host, options.mounts);
    try {
        const context = { ...options, host, prober, digests: options.digests ?? openDigests(host) };
        if ((0,core_plan/* writesTable */.l3)(plan))
            options.record({ kind: 'table', entries: (0,host_table/* readEntries */.$2)(context).map(core_record/* pin */.y_) });
        const removals = plan.remove.map((pinned) => ({ pinned, problem: (0,host_table/* removePinned */.R3)(context, pinned) }));
        const rules = (plan.rules ?? []).map((rule) => (0,own_rules/* installRule */.yl)(context, rule));
        const installed = await (0,probe/* sideBySide */.Qp)(plan.install, probe/* SIDE_BY_SIDE */.IX, (install) => installOne(context, install));
        const persisted = plan.persist === undefined ? undefined : await persist_persist(context, plan.persist);
        const targets = plan.prove.flatMap((arch) => (0,platforms/* targetOf */.$r)(arch) ?? []);
        const proofs = await (0,probe/* sideBySide */.Qp)(targets, probe/* SIDE_BY_SIDE */.IX, (target) => (0,probe/* runProbe */.mW)(host, prober, target, 'chroot', { version: true }));
        return {
            prepared,
            removed: [
                ...removals.filter(({ problem }) => problem === undefined).map(({ pinned }) => pinned.name),
                ...rules.flatMap(({ cleared }) => cleared ?? []),
            ],
            installed,
            proofs,
            problems: [
                ...[...removals, ...rules].flatMap(({ problem }) => problem ?? []),
                ...(persisted?.problems ?? []),
            ],
            persisted: persisted?.changed ?? false,
            rules,
            outdated: installed.some(({ outdated }) => outdated),
        };
    }
    finally {
        prober.close();
        lock?.close();
    }
}
function needsLock(plan) {
    return (0,core_plan/* writesTable */.l3)(plan) || plan.persist !== undefined;
}
async function prepare(host, step, options) {
    if (step === 'load-module') {
        const modprobe = host.which('modprobe');
        if (modprobe === undefined)
            return 'the module binfmt_misc cannot be loaded: modprobe is missing (install kmod)';
        options.record({ kind: 'load-module' });
        const outcome = await host.run({ file: modprobe, args: ['binfmt_misc'], timeoutMs: 30_000 });
        if (outcome.code === 0)
            return undefined;
        const said = (0,core_problem/* printable */.g$)(outcome.stderr) || `modprobe ended with ${outcome.code}`;
        return `the module binfmt_misc cannot be loaded: ${said} (install the modules of the running kernel, or allow this one)`;
    }
    if (host.readable(`${options.table}/status`))
        return undefined;
    options.record({ kind: 'mount', path: options.table });
    return mountTable(host, options.table);
}
async function mountTable(host, table) {
    const mount = host.which('mount');
    if (mount === undefined)
        return `${table} cannot be mounted: the mount program is missing (install the package mount)`;
    const outcome = await host.run({
        file: mount,
        args: ['-t', 'binfmt_misc', 'binfmt_misc', table],
        timeoutMs: 30_000,
    });
    if (outcome.code === 0 || host.readable(`${table}/status`))
        return undefined;
    const said = (0,core_problem/* printable */.g$)(outcome.stderr) || `mount ended with ${outcome.code}`;
    return `${table} cannot be mounted: ${said} (mount it on the host: mount -t binfmt_misc binfmt_misc ${table})`;
}
async function installOne(context, install) {
    const { arch, registration } = install;
    const failed = (problem, run) => ({
        arch,
        name: registration.name,
        changed: false,
        replaced: [],
        problem,
        ...(run === undefined ? {} : { run }),
    });
    const target = (0,platforms/* targetOf */.$r)(arch);
    if (target === undefined)
        return failed(`${(0,core_problem/* printable */.g$)(arch, 40)} is not in the table`);
    const present = (0,host_table/* readEntry */.hB)(context, registration.name);
    const done = install.replaces.every((pinned) => (0,host_table/* readEntry */.hB)(context, pinned.name)?.text !== pinned.text);
    if (done && present !== undefined && isSameInstall(present, install)) {
        const run = await prove(context, target, install);
        if ((0,verdict/* judgeRun */.Zy)(run) === 'works')
            return { arch, name: registration.name, changed: false, replaced: [], run };
    }
    const moved = install.replaces.find((pinned) => (0,host_table/* readEntry */.hB)(context, pinned.name)?.text !== pinned.text);
    if (moved !== undefined)
        return { ...failed((0,host_table/* changedMeanwhile */.Fd)(moved)), outdated: true };
    if (present !== undefined && !install.replaces.some(({ name }) => name === present.name)) {
        const problem = `an entry ${present.name} is there that may not be taken away, or came meanwhile: "${(0,core_problem/* printable */.g$)(present.text)}"`;
        return { ...failed(problem), outdated: true };
    }
    if (!isChecked(context, install)) {
        return { ...failed(notRecorded(registration.interpreter)), outdated: true };
    }
    const uncopied = copyHandler(context, install);
    if (uncopied !== undefined)
        return { ...failed(uncopied.problem), outdated: uncopied.changed };
    return install.replaces.length === 0
        ? await installFresh(context, install, target, failed)
        : await installBeside(context, install, target, failed);
}
function isChecked({ digests }, install) {
    if (isTrusted(install))
        return true;
    try {
        return digests.of(install.registration.interpreter) === install.sha256;
    }
    catch {
        return false;
    }
}
function isTrusted({ checked, source }) {
    return checked === true || source !== undefined;
}
async function installFresh(context, install, target, failed) {
    const { arch, registration } = install;
    const tried = await tryFlags(install, async (flags) => {
        const wanted = { ...registration, flags };
        const refusal = (0,host_table/* register */.kz)(context, wanted) ?? (0,host_table/* readBack */.e7)(context, (0,core_rules/* ruleOfRegistration */.DG)(wanted));
        if (refusal !== undefined)
            return { refusal };
        return { run: await prove(context, target, install) };
    }, () => (0,host_table/* removeOwn */.LO)(context, registration));
    if ('problem' in tried)
        return failed(tried.problem, tried.run);
    return { arch, name: registration.name, changed: true, replaced: [], run: tried.run };
}
async function installBeside(context, install, target, failed) {
    const { arch, registration } = install;
    const trial = { ...registration, ...(0,elf/* trialMagic */.C5)(target), name: `setup-binfmt-trial-${target.qemu}` };
    (0,stale/* removeStale */.s)(context, (0,core_rules/* ruleOfRegistration */.DG)(trial));
    const tried = await tryFlags(install, async (flags) => {
        const refusal = (0,host_table/* register */.kz)(context, { ...trial, flags });
        if (refusal !== undefined)
            return { refusal };
        const run = await (0,probe/* runProbe */.mW)(context.host, context.prober, target, 'chroot', { tag: elf/* TRIAL_TAG */.Ah });
        return { run };
    }, () => (0,host_table/* removeOwn */.LO)(context, trial));
    if ('problem' in tried)
        return failed(tried.problem, tried.run);
    (0,host_table/* removeOwn */.LO)(context, trial);
    const { flags } = tried;
    const beside = { ...registration, name: `${registration.name}.new`, flags };
    (0,stale/* removeStale */.s)(context, (0,core_rules/* ruleOfRegistration */.DG)(beside));
    const refusal = (0,host_table/* register */.kz)(context, beside);
    if (refusal !== undefined)
        return failed(refusal);
    const first = await prove(context, target, install);
    if ((0,verdict/* judgeRun */.Zy)(first) !== 'works') {
        (0,host_table/* removeOwn */.LO)(context, beside);
        return failed((0,verdict/* explainResult */.rn)((0,verdict/* judgeRun */.Zy)(first), first, registration.interpreter), first);
    }
    const replaced = [];
    for (const pinned of install.replaces) {
        const problem = (0,host_table/* removePinned */.R3)(context, pinned);
        if (problem !== undefined)
            return { ...failed(problem, first), name: beside.name, changed: true, replaced };
        replaced.push(pinned.name);
    }
    const wanted = { ...registration, flags };
    const problem = (0,host_table/* register */.kz)(context, wanted) ?? (0,host_table/* readBack */.e7)(context, (0,core_rules/* ruleOfRegistration */.DG)(wanted));
    if (problem !== undefined)
        return { ...failed(problem, first), name: beside.name, changed: true, replaced };
    (0,host_table/* removeOwn */.LO)(context, beside);
    return {
        arch,
        name: registration.name,
        changed: true,
        replaced,
        run: await prove(context, target, install),
    };
}
async function tryFlags({ flagChoices, registration: { interpreter } }, attempt, takeBack) {
    let last = { problem: 'no flags to try' };
    for (const flags of flagChoices) {
        const trial = await attempt(flags);
        if ('run' in trial && (0,verdict/* judgeRun */.Zy)(trial.run) === 'works')
            return { flags, run: trial.run };
        takeBack();
        if ('refusal' in trial)
            return { problem: trial.refusal };
        last = { problem: (0,verdict/* explainResult */.rn)((0,verdict/* judgeRun */.Zy)(trial.run), trial.run, interpreter), run: trial.run };
        if ((0,verdict/* judgeRun */.Zy)(trial.run) !== 'arguments')
            return last;
    }
    return last;
}
function prove({ host, prober }, target, { version }) {
    return (0,probe/* runProbe */.mW)(host, prober, target, 'chroot', { version: version ?? true });
}
function isSameInstall(entry, install) {
    const { registration, flagChoices } = install;
    return (entry.enabled &&
        entry.interpreter === registration.interpreter &&
        entry.match.kind === 'magic' &&
        (0,binfmt_misc/* sameMagic */.Yu)(entry.match, registration) &&
        flagChoices.some((flags) => (0,binfmt_misc/* flagSet */.lQ)(flags) === (0,binfmt_misc/* flagSet */.lQ)(entry.flags)));
}

// EXTERNAL MODULE: ./lib/host/state.js
var host_state = __webpack_require__(3153);
;// CONCATENATED MODULE: ./lib/core/undo.js



function planUndo(record, entries, inUse) {
    const before = tableBefore(record);
    const notes = [];
    const waiting = [];
    const remove = [];
    const back = new Map();
    for (const name of new Set(record.flatMap((change) => (0,core_record/* nameOf */.Vb)(change) ?? []))) {
        const present = entries.find((entry) => entry.name === name);
        const old = before.find((entry) => entry.name === name);
        if (present !== undefined && present.text === old?.text)
            continue;
        if (present !== undefined && !isOfRun(record, present, old)) {
            notes.push(`entry ${name} was changed by somebody else since, and stays`);
        }
        else if (present !== undefined && inUse.has(name))
            waiting.push(name);
        else if (old !== undefined && wasTaken(record, name) && !isHelper(name)) {
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
    const put = inOrder(back, before, entries, remove, restoredAlready(record, before, entries), notes);
    const left = entries.filter((entry) => !remove.includes(entry));
    const alone = left.length === 0 && put.length === 0 && waiting.length === 0;
    const mount = record.find((change) => change.kind === 'mount');
    return {
        put,
        remove: remove.map(({ name, text }) => ({ name, text })),
        files: filesBack(record),
        ...(alone && mount?.kind === 'mount' ? { unmount: mount.path } : {}),
        unloadModule: alone && record.some(({ kind }) => kind === 'load-module'),
        notes,
        waiting,
    };
}
function inherit(record, ended) {
    if ((0,core_record/* beginOf */.pv)(record) < (0,core_record/* beginOf */.pv)(ended))
        return record;
    const before = tableBefore(ended);
    const taken = before.filter(({ name }) => wasTaken(ended, name));
    const owed = taken.filter(({ name }) => !wasTaken(record, name) && record.some((change) => (0,core_record/* nameOf */.Vb)(change) === name));
    const inherited = record.map((change) => {
        if (change.kind !== 'table')
            return change;
        const entries = change.entries.filter(({ name, text }) => before.some((old) => old.name === name && old.text === text) || !wrote(ended, (0,binfmt_misc/* parseEntry */.ER)(name, text)));
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
    const table = record.find((change) => change.kind === 'table');
    const entries = new Map((table?.kind === 'table' ? table.entries : []).map(({ name, text }) => [name, text]));
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
    return [...added.map(({ name, text }) => [name, text]), ...entries].map(([name, text]) => (0,binfmt_misc/* parseEntry */.ER)(name, text));
}
function isOfRun(record, present, old) {
    const half = old !== undefined && !old.enabled && present.text === old.text.replace(/^disabled/, 'enabled');
    return (wrote(record, present) ||
        (half && record.some((change) => change.kind === 'put' && change.entry.name === old.name)));
}
function wrote(record, entry) {
    return record.some((change) => change.kind === 'register' && (0,core_rules/* isRuleOf */.Cz)(change.rule, entry));
}
function wasTaken(record, name) {
    return record.some((change) => change.kind !== 'register' && (0,core_record/* nameOf */.Vb)(change) === name);
}
function isHelper(name) {
    return /^setup-binfmt-(?:trial|undo)-/.test(name);
}
function restoredAlready(record, before, entries) {
    return entries.filter(({ name, text }) => wasTaken(record, name) && before.some((old) => old.name === name && old.text === text));
}
function overlap(a, b) {
    return a.kind !== 'unknown' && b.kind !== 'unknown' && (0,core_rules/* rulesOverlap */.JL)(a, b);
}
function putOf(entry, replaces) {
    const rule = (0,core_rules/* ruleOfEntry */.Ek)(entry);
    if (rule === undefined)
        return undefined;
    const { enabled, text } = entry;
    return {
        rule,
        enabled,
        text,
        ...(replaces === undefined ? {} : { replaces: { name: replaces.name, text: replaces.text } }),
    };
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

;// CONCATENATED MODULE: ./lib/host/undo.js







async function endRun(host, table, state, run, changes) {
    if (changes && state.records().some((one) => one.run === run))
        state.append(run, { kind: 'undo' });
    state.dropLease(run);
    let undone = { applied: { ...core_plan/* NOTHING_APPLIED */.Q9, restored: [], notes: [] }, unloadModule: false };
    for (const { run: ended, record } of state.records()) {
        if (!record.some(({ kind }) => kind === 'undo'))
            continue;
        const context = { host, table: table ?? '', record: (change) => state.append(ended, change) };
        const entries = table === undefined ? [] : (0,host_table/* readEntries */.$2)(context);
        const undo = planUndo(record, entries, (0,core_record/* entriesInUse */.xR)(state.leases(), ended));
        undone = join(undone, await takeBack(context, undo, ended, table !== undefined));
        forget(state, ended, record, undo.waiting);
    }
    return undone;
}
function forget(state, ended, record, waiting) {
    const { left, undone } = (0,core_record/* partRecord */.jN)(record, waiting);
    for (const other of state.records()) {
        const changed = inherit(other.record, undone);
        if (other.run !== ended && JSON.stringify(changed) !== JSON.stringify(other.record))
            state.replace(other.run, changed);
    }
    state.replace(ended, left);
}
async function takeBack(context, undo, run, mounted) {
    const { host } = context;
    const notes = [...undo.notes];
    const problems = [];
    const restored = [];
    for (const put of mounted ? undo.put : []) {
        const problem = putBack(context, put, run);
        if (problem === undefined)
            restored.push(put.rule.name);
        else
            problems.push(problem);
    }
    const removals = undo.remove.map((pinned) => ({ pinned, problem: (0,host_table/* removePinned */.R3)(context, pinned) }));
    for (const { path, expect, content } of undo.files) {
        const now = (0,readings/* textOr */.ph)(host, path, null);
        if (now === content)
            continue;
        if (now !== expect)
            notes.push(`${path} was changed by somebody else since, and stays`);
        else
            problems.push(...(await restoreFragment(context, now, content)).problems);
    }
    for (const name of undo.waiting) {
        notes.push(`entry ${(0,core_problem/* printable */.g$)(name, 60)} stays as long as another job relies on it`);
    }
    return {
        applied: {
            ...core_plan/* NOTHING_APPLIED */.Q9,
            removed: removals.flatMap(({ pinned, problem }) => (problem === undefined ? [pinned.name] : [])),
            restored,
            notes,
            problems: [...problems, ...removals.flatMap(({ problem }) => problem ?? [])],
        },
        ...(undo.unmount === undefined ? {} : { unmount: undo.unmount }),
        unloadModule: undo.unloadModule,
    };
}
function putBack(context, { rule, enabled, text, replaces }, run) {
    const helper = freeName(context, `setup-binfmt-undo-${run.slice(0, 8)}`);
    const name = (0,core_problem/* printable */.g$)(rule.name, 60);
    if (enabled) {
        const refusal = (0,host_table/* registerRule */.Ai)(context, { ...rule, name: helper });
        if (refusal !== undefined)
            return `entry ${name} cannot be put back, and what is in its place stays: ${refusal}`;
    }
    const refusal = (0,host_table/* recordFirst */.C3)(context, { kind: 'put', entry: { name: rule.name, text } }) ??
        (replaces === undefined ? undefined : (0,host_table/* removePinned */.R3)(context, replaces)) ??
        (0,host_table/* writeRule */.oC)(context, rule) ??
        (enabled ? undefined : (0,host_table/* disable */.b8)(context, rule.name));
    if (refusal !== undefined)
        return `entry ${name} cannot be put back: ${refusal}`;
    if (enabled)
        (0,host_table/* remove */.TF)(context, helper);
    const now = (0,host_table/* readEntry */.hB)(context, rule.name)?.text;
    return now === text ? undefined : `entry ${name} was put back, and reads otherwise than before`;
}
function freeName(context, base) {
    for (let number = 1;; number++) {
        const name = `${base}-${number}`;
        if ((0,host_table/* readEntry */.hB)(context, name) === undefined)
            return name;
    }
}
function join(first, second) {
    const [a, b] = [first.applied, second.applied];
    return {
        applied: {
            ...core_plan/* NOTHING_APPLIED */.Q9,
            removed: [...a.removed, ...b.removed],
            problems: [...a.problems, ...b.problems],
            restored: [...(a.restored ?? []), ...(b.restored ?? [])],
            notes: [...(a.notes ?? []), ...(b.notes ?? [])],
        },
        ...((second.unmount ?? first.unmount) === undefined ? {} : { unmount: second.unmount ?? first.unmount }),
        unloadModule: first.unloadModule || second.unloadModule,
    };
}

;// CONCATENATED MODULE: ./lib/host/carry-out.js








const LOCK_LIMIT_MS = 60_000;
async function carryOutHere(host, plan, place) {
    const { run } = plan;
    if (run === undefined)
        return applyHere(host, plan, place);
    const state = (0,host_state/* openState */.Gf)(host);
    if ('failure' in state) {
        const applied = plan.end === undefined ? await applyHere(host, plan, place) : core_plan/* NOTHING_APPLIED */.Q9;
        return { ...applied, notes: [unrecorded(state)] };
    }
    const mounted = (0,mounts/* mountAt */.LS)(place.mounts, place.table)?.type === 'binfmt_misc';
    const locked = mounted && plan.prepare.length === 0 && (plan.end !== undefined || needsLock(plan));
    const digests = openDigests(host, state.digests());
    const locking = (0,host_table/* lockFolders */.d1)(host, [state.folder, ...(locked ? [place.table] : [])], LOCK_LIMIT_MS);
    hashFirst(digests, plan);
    const lock = await locking;
    if ('failure' in lock)
        return { ...core_plan/* NOTHING_APPLIED */.Q9, problems: [lock.failure] };
    try {
        if (plan.end !== undefined) {
            const table = mounted ? place.table : undefined;
            const undone = await endRun(host, table, state, run, plan.end.changes);
            lock.release(place.table);
            return await leave(host, undone, table);
        }
        if (!takeLease(host, state, run, plan, place.table))
            return { ...core_plan/* NOTHING_APPLIED */.Q9, outdated: true };
        const applied = await applyHere(host, plan, { ...place, locked, digests }, (change) => state.append(run, change));
        keep(digests, state);
        return applied;
    }
    catch (thrown) {
        return { ...core_plan/* NOTHING_APPLIED */.Q9, problems: [(0,core_problem/* reasonOf */.A3)(thrown)] };
    }
    finally {
        lock.close();
    }
}
function unrecorded({ failure }) {
    return `what was changed is not recorded, and cannot be undone by itself: ${failure}`;
}
function applyHere(host, plan, place, record = () => undefined) {
    return apply(host, plan, { ...place, record, lockLimitMs: LOCK_LIMIT_MS });
}
function hashFirst(digests, { install: [first] }) {
    if (first === undefined || isTrusted(first))
        return;
    try {
        digests.of(first.registration.interpreter);
    }
    catch {
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
    if (plan.lease.entries.some((name) => (0,host_table/* readEntry */.hB)(context, name) === undefined))
        return false;
    const coming = [
        ...plan.install.flatMap(({ registration: { name } }) => [name, `${name}.new`]),
        ...(plan.rules ?? []).map(({ rule }) => rule.name),
    ];
    state.takeLease(run, [...plan.lease.entries, ...coming], plan.lease.holder);
    return true;
}
async function leave(host, { applied, unmount, unloadModule }, table) {
    const problems = [
        ...(table !== undefined && unmount === table ? await attempt(host, 'umount', [table]) : []),
        ...(unloadModule ? await attempt(host, 'modprobe', ['-r', 'binfmt_misc']) : []),
    ];
    return { ...applied, notes: [...(applied.notes ?? []), ...problems] };
}
async function attempt(host, program, args) {
    const file = host.which(program);
    if (file === undefined)
        return [`${program} is missing`];
    const outcome = await host.run({ file, args, timeoutMs: 30_000 });
    return outcome.code === 0
        ? []
        : [`${program}: ${(0,core_problem/* printable */.g$)(outcome.stderr) || `ended with ${outcome.code}`}`];
}


/***/ }),

/***/ 8450:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Oh: () => (/* binding */ observePrograms),
/* harmony export */   Rr: () => (/* binding */ observeInterpreter),
/* harmony export */   yl: () => (/* binding */ installRule)
/* harmony export */ });
/* harmony import */ var _core_platforms_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9636);
/* harmony import */ var _core_rules_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1214);
/* harmony import */ var _readings_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(375);
/* harmony import */ var _stale_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1945);
/* harmony import */ var _table_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(252);





const HEADER_BYTES = 256;
function observeInterpreter(host, path) {
    const stat = host.stat(path);
    const executable = stat?.kind === 'file' && (stat.mode & 0o111) !== 0;
    return {
        exists: stat !== undefined,
        executable,
        header: executable ? (0,_readings_js__WEBPACK_IMPORTED_MODULE_4__/* .headOf */ .Uo)(host, path, HEADER_BYTES) : new Uint8Array(),
    };
}
const PROGRAMS = [
    ...['sh', 'bash', 'env', 'cat', 'sudo', 'flock', 'mount', 'umount', 'chroot', 'unshare', 'modprobe'],
    ...['git', 'tar', 'docker', 'update-binfmts'],
];
function observePrograms(host) {
    const paths = [host.node, '/bin/sh', ...PROGRAMS.flatMap((name) => host.which(name) ?? [])];
    return [...new Set(paths)].map((path) => ({ path, header: (0,_readings_js__WEBPACK_IMPORTED_MODULE_4__/* .headOf */ .Uo)(host, path, HEADER_BYTES) }));
}
function installRule(context, { rule, replaces }) {
    const { host } = context;
    const { name } = rule;
    const failed = (problem) => ({
        name,
        changed: false,
        problem: `rule ${name}: ${problem}`,
    });
    const beside = (0,_core_rules_js__WEBPACK_IMPORTED_MODULE_1__/* .besideRule */ .Bg)(rule);
    const present = (0,_table_js__WEBPACK_IMPORTED_MODULE_3__/* .readEntry */ .hB)(context, name);
    if (present?.enabled && (0,_core_rules_js__WEBPACK_IMPORTED_MODULE_1__/* .isRuleOf */ .Cz)(rule, present)) {
        const cleared = (0,_stale_js__WEBPACK_IMPORTED_MODULE_2__/* .removeStale */ .s)(context, beside) ? { cleared: beside.name } : {};
        return { name, changed: false, ...cleared };
    }
    const native = (0,_core_platforms_js__WEBPACK_IMPORTED_MODULE_0__/* .nativeArchitecture */ .BM)(host.nodeArch, host.endian);
    const [problem] = (0,_core_rules_js__WEBPACK_IMPORTED_MODULE_1__/* .ruleProblems */ .b0)(rule, native, observeInterpreter(host, rule.interpreter), observePrograms(host));
    if (problem !== undefined)
        return failed(problem);
    if (present?.text !== replaces?.text)
        return failed((0,_table_js__WEBPACK_IMPORTED_MODULE_3__/* .changedMeanwhile */ .Fd)({ name, text: '' }));
    if (replaces === undefined) {
        const result = settle(context, rule, failed);
        if (result.problem === undefined)
            (0,_stale_js__WEBPACK_IMPORTED_MODULE_2__/* .removeStale */ .s)(context, beside);
        return result;
    }
    (0,_stale_js__WEBPACK_IMPORTED_MODULE_2__/* .removeStale */ .s)(context, beside);
    if ((0,_table_js__WEBPACK_IMPORTED_MODULE_3__/* .readEntry */ .hB)(context, beside.name) !== undefined)
        return failed(`entry ${beside.name} is in the way, and is not of this program: take it away`);
    const refusal = (0,_table_js__WEBPACK_IMPORTED_MODULE_3__/* .registerRule */ .Ai)(context, beside);
    if (refusal !== undefined)
        return failed(refusal);
    const stuck = (0,_table_js__WEBPACK_IMPORTED_MODULE_3__/* .removePinned */ .R3)(context, replaces);
    const result = stuck === undefined ? settle(context, rule, failed) : failed(stuck);
    if (result.problem === undefined || stuck !== undefined)
        (0,_table_js__WEBPACK_IMPORTED_MODULE_3__/* .remove */ .TF)(context, beside.name);
    return result;
}
function settle(context, rule, failed) {
    const refusal = (0,_table_js__WEBPACK_IMPORTED_MODULE_3__/* .registerRule */ .Ai)(context, rule);
    if (refusal !== undefined)
        return failed(refusal);
    const misread = (0,_table_js__WEBPACK_IMPORTED_MODULE_3__/* .readBack */ .e7)(context, rule);
    if (misread === undefined)
        return { name: rule.name, changed: true };
    (0,_table_js__WEBPACK_IMPORTED_MODULE_3__/* .remove */ .TF)(context, rule.name);
    return failed(misread);
}


/***/ }),

/***/ 1945:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ removeStale)
/* harmony export */ });
/* harmony import */ var _core_rules_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1214);
/* harmony import */ var _state_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3153);
/* harmony import */ var _table_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(252);



function removeStale(context, helper) {
    const entry = (0,_table_js__WEBPACK_IMPORTED_MODULE_2__/* .readEntry */ .hB)(context, helper.name);
    if (entry === undefined || !(0,_core_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .isLeftBehind */ .KW)(helper, entry, (0,_state_js__WEBPACK_IMPORTED_MODULE_1__/* .ownRules */ .og)(context.host)))
        return false;
    return (0,_table_js__WEBPACK_IMPORTED_MODULE_2__/* .remove */ .TF)(context, helper.name) === undefined;
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


/***/ })

};
