export const id = 570;
export const ids = [570];
export const modules = {

/***/ 9649:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EK: () => (/* binding */ unregistered),
/* harmony export */   ET: () => (/* binding */ obstacle),
/* harmony export */   Ep: () => (/* binding */ conclude),
/* harmony export */   JM: () => (/* binding */ notOffered),
/* harmony export */   Rv: () => (/* binding */ unpersisted),
/* harmony export */   T9: () => (/* binding */ waive),
/* harmony export */   W8: () => (/* binding */ addEarlier),
/* harmony export */   cu: () => (/* binding */ unremoved),
/* harmony export */   dJ: () => (/* binding */ notTakenOver),
/* harmony export */   fS: () => (/* binding */ summarise),
/* harmony export */   g$: () => (/* binding */ tooLarge),
/* harmony export */   gm: () => (/* binding */ unproven),
/* harmony export */   lG: () => (/* binding */ wrongRules),
/* harmony export */   sJ: () => (/* binding */ listRules),
/* harmony export */   wW: () => (/* binding */ explainRequests),
/* harmony export */   x5: () => (/* binding */ refusal)
/* harmony export */ });
/* harmony import */ var _checks_check_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3011);
/* harmony import */ var _checks_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1199);
/* harmony import */ var _matrix_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(356);
/* harmony import */ var _persist_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5805);
/* harmony import */ var _platforms_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9636);
/* harmony import */ var _preparation_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(9124);
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4458);
/* harmony import */ var _report_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6459);
/* harmony import */ var _rules_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(1214);
/* harmony import */ var _verdict_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(6992);










function obstacle(facts, inputs) {
    const what = 'register handlers';
    const finding = (0,_checks_js__WEBPACK_IMPORTED_MODULE_1__/* .changeObstacle */ .Ub)(facts);
    if (finding !== undefined)
        return (0,_checks_js__WEBPACK_IMPORTED_MODULE_1__/* .asProblem */ .gr)(finding, what);
    if (inputs.autoload || (0,_preparation_js__WEBPACK_IMPORTED_MODULE_9__/* .planPreparation */ .X)(facts).length === 0)
        return undefined;
    return new _problem_js__WEBPACK_IMPORTED_MODULE_5__/* .SetupProblem */ .DN({
        id: 'SB009',
        kind: 'host',
        what,
        cause: `binfmt_misc is not mounted (${facts.table.state}), and autoload is off`,
        remedy: 'Mount it before this step, or set autoload to true',
    });
}
function tooLarge(problems) {
    if (problems.length === 0)
        return undefined;
    return new _problem_js__WEBPACK_IMPORTED_MODULE_5__/* .SetupProblem */ .DN({
        id: 'SB012',
        kind: 'input',
        what: 'make a matrix of these platforms',
        cause: problems.join('; '),
        remedy: 'Ask for fewer platforms',
    });
}
function refusal(decisions) {
    const refused = decisions.filter(({ action }) => action === 'refuse');
    if (refused.length === 0)
        return undefined;
    return new _problem_js__WEBPACK_IMPORTED_MODULE_5__/* .SetupProblem */ .DN({
        id: 'SB010',
        kind: 'unproven',
        what: 'take over what others registered',
        cause: refused.map(({ target, reason }) => `${target.arch}: ${reason}`).join('; '),
        remedy: 'Set on-conflict to repair or replace, or remove these entries',
    });
}
function wrongRules(problems) {
    if (problems.length === 0)
        return undefined;
    return new _problem_js__WEBPACK_IMPORTED_MODULE_5__/* .SetupProblem */ .DN({
        id: 'SB085',
        kind: 'input',
        what: 'register the rules',
        cause: problems.join('; '),
        remedy: 'Correct the rules, or set on-conflict to replace where a name is taken',
    });
}
function unregistered(rules, applied) {
    const absent = rules.filter(({ registered }) => !registered);
    if (absent.length === 0)
        return undefined;
    const reasons = absent.map(({ name }) => applied.rules?.find((rule) => rule.name === name)?.problem ?? `rule ${name} was not tried`);
    return new _problem_js__WEBPACK_IMPORTED_MODULE_5__/* .SetupProblem */ .DN({
        id: 'SB086',
        kind: 'unproven',
        what: `register ${absent.map(({ name }) => name).join(', ')}`,
        cause: reasons.join('; '),
        remedy: 'Correct the rules, or run this step as root or with sudo',
    });
}
function unremoved(problems) {
    if (problems.length === 0)
        return undefined;
    return new _problem_js__WEBPACK_IMPORTED_MODULE_5__/* .SetupProblem */ .DN({
        id: 'SB087',
        kind: 'unproven',
        what: 'leave the table as it was asked for',
        cause: problems.join('; '),
        remedy: 'Look at these entries, and remove or register them yourself if they are to go or to stay',
    });
}
function unpersisted(inputs, verdicts, persisted) {
    if (!inputs.persist)
        return undefined;
    const answering = inputs.platforms.flatMap(({ arch }) => verdicts.get(arch)?.entry ?? []);
    const lost = [...new Set(answering)].filter((entry) => !persisted.some((rule) => (0,_rules_js__WEBPACK_IMPORTED_MODULE_7__/* .isRuleOf */ .Cz)(rule, entry)));
    const rules = inputs.rules.filter((rule) => !persisted.some(({ name }) => name === rule.name));
    const names = [...lost, ...rules].map(({ name }) => (0,_problem_js__WEBPACK_IMPORTED_MODULE_5__/* .printable */ .g$)(name, 60));
    if (names.length === 0)
        return undefined;
    const foreign = lost.filter(({ interpreter }) => !(0,_persist_js__WEBPACK_IMPORTED_MODULE_3__/* .isPersistent */ .sv)(interpreter));
    return new _problem_js__WEBPACK_IMPORTED_MODULE_5__/* .SetupProblem */ .DN({
        id: 'SB088',
        kind: 'unproven',
        what: `keep ${names.join(', ')} over a reboot`,
        cause: foreign.length > 0
            ? `${foreign.map(({ name, interpreter }) => `${(0,_problem_js__WEBPACK_IMPORTED_MODULE_5__/* .printable */ .g$)(name, 60)} runs ${(0,_problem_js__WEBPACK_IMPORTED_MODULE_5__/* .printable */ .g$)(interpreter ?? 'a handler that is no file', 200)}`).join('; ')}, which is not ours to keep`
            : 'it is not in the fragment that was written',
        remedy: 'Set on-conflict to replace, so that handlers of our own take their place',
    });
}
function listRules(rules, entries) {
    return rules.map((rule) => ({
        name: rule.name,
        interpreter: (0,_problem_js__WEBPACK_IMPORTED_MODULE_5__/* .printable */ .g$)(rule.interpreter, 300),
        registered: entries.some((entry) => entry.enabled && (0,_rules_js__WEBPACK_IMPORTED_MODULE_7__/* .isRuleOf */ .Cz)(rule, entry)),
    }));
}
function summarise(applied) {
    const written = [...applied.installed, ...(applied.rules ?? [])].filter(({ changed }) => changed);
    const registered = written.map(({ name }) => name);
    const removed = [...applied.removed, ...applied.installed.flatMap(({ replaced }) => replaced)];
    const restored = applied.restored ?? [];
    return {
        registered: [...registered, ...restored],
        removed,
        changed: applied.persisted === true ||
            applied.prepared.length + registered.length + removed.length + restored.length > 0,
        outdated: applied.outdated ?? false,
    };
}
const DAMAGED = 'SB046';
function addEarlier({ registered = [], removed = [], changed = false, findings = [] }, material) {
    return {
        ...material,
        registered: [...new Set([...registered, ...material.registered])],
        removed: [...new Set([...removed, ...material.removed])],
        changed: changed || material.changed,
        findings: [...material.findings, ...findings.filter(({ id }) => id === DAMAGED)],
    };
}
function explainRequests(requests, missing, applied, verdicts) {
    return requests.map((request) => {
        const { arch } = request.platform;
        if (request.action !== 'install' || (0,_verdict_js__WEBPACK_IMPORTED_MODULE_8__/* .isProven */ .nn)(verdicts.get(arch)))
            return request;
        const failed = applied.installed.find((one) => one.arch === arch)?.problem;
        const absent = missing.find((one) => one.arch === arch)?.reason;
        return { ...request, failure: failed ?? absent ?? applied.problems[0] ?? 'nothing was done' };
    });
}
function notTakenOver(requests, missing, applied, verdicts) {
    const lines = requests.flatMap(({ platform: { arch }, action }) => {
        const verdict = verdicts.get(arch);
        if (action !== 'install' || !(0,_verdict_js__WEBPACK_IMPORTED_MODULE_8__/* .isProven */ .nn)(verdict))
            return [];
        const failed = applied.installed.find((one) => one.arch === arch)?.problem;
        const reason = failed ?? missing.find((one) => one.arch === arch)?.reason;
        const runner = verdict?.entry === undefined ? 'this host' : (0,_problem_js__WEBPACK_IMPORTED_MODULE_5__/* .printable */ .g$)(verdict.entry.name, 60);
        return reason === undefined ? [] : [`${arch} is still run by ${runner}: ${reason}`];
    });
    return [...new Set(lines)];
}
function unproven(rows, problems, { tableReady, strict }) {
    const failed = rows.filter(({ proven }) => !proven);
    if (failed.length === 0)
        return undefined;
    const reasons = failed.map(({ platform, reason }) => `${platform}: ${reason}`);
    return new _problem_js__WEBPACK_IMPORTED_MODULE_5__/* .SetupProblem */ .DN({
        id: 'SB011',
        kind: tableReady ? 'unproven' : 'host',
        what: `prove ${failed.map(({ platform }) => platform).join(', ')}`,
        cause: (problems.length > 0 ? problems : reasons).join('; '),
        remedy: `Run the doctor for more${strict ? ', or set strict to false to go on without' : ''}`,
    });
}
function notOffered(absent) {
    if (absent.length === 0)
        return undefined;
    const names = absent.map(_platforms_js__WEBPACK_IMPORTED_MODULE_4__/* .formatPlatform */ .Bq).join(', ');
    return new _problem_js__WEBPACK_IMPORTED_MODULE_5__/* .SetupProblem */ .DN({
        id: 'SB011',
        kind: 'unproven',
        what: `prove ${names}`,
        cause: 'the image that matrix-from names does not have it',
        remedy: 'Ask for platforms that the image has, or for all',
    });
}
function conclude(material, { platforms, strict }, planned, problem) {
    const { matrix, missing } = (0,_matrix_js__WEBPACK_IMPORTED_MODULE_2__/* .keepRunnable */ .b$)(planned, (0,_report_js__WEBPACK_IMPORTED_MODULE_6__/* .provenPlatforms */ .L)(platforms, material));
    if (problem === undefined)
        return { ...material, matrix };
    if (strict)
        return { ...material, matrix, problem };
    const waived = waive({ ...material, matrix }, problem);
    if (missing.length === 0)
        return waived;
    const note = `The matrix leaves out ${(0,_checks_check_js__WEBPACK_IMPORTED_MODULE_0__/* .listed */ .KE)(missing)}: not proven here, and to be emulated on the runner of the leg.`;
    return { ...waived, notes: [...waived.notes, note] };
}
function waive(material, { id, what, reason, remedy }) {
    const warning = {
        id,
        severity: 'warning',
        title: `cannot ${what}`,
        evidence: `cannot ${what}: ${reason}`,
        remedy,
        commands: [],
        link: (0,_checks_check_js__WEBPACK_IMPORTED_MODULE_0__/* .linkOf */ .IJ)(id),
    };
    return { ...material, waived: true, findings: [warning, ...material.findings] };
}


/***/ }),

/***/ 7573:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ hideHomesIn)
/* harmony export */ });
/* unused harmony export hideHomes */
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

/***/ 6212:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DG: () => (/* binding */ isLive),
/* harmony export */   Hh: () => (/* binding */ parseRecord),
/* harmony export */   Lj: () => (/* binding */ parseStartTime),
/* harmony export */   PI: () => (/* binding */ STATE_ROOT),
/* harmony export */   Pk: () => (/* binding */ isRunId),
/* harmony export */   QM: () => (/* binding */ parseLease),
/* harmony export */   Vb: () => (/* binding */ nameOf),
/* harmony export */   _z: () => (/* binding */ LEASE_WITH_HOLDER_MS),
/* harmony export */   eD: () => (/* binding */ formatChange),
/* harmony export */   gI: () => (/* binding */ LEASE_ALONE_MS),
/* harmony export */   jN: () => (/* binding */ partRecord),
/* harmony export */   pv: () => (/* binding */ beginOf),
/* harmony export */   xR: () => (/* binding */ entriesInUse),
/* harmony export */   y_: () => (/* binding */ pin)
/* harmony export */ });
/* unused harmony export ruleFromJson */
/* harmony import */ var _binfmt_misc_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5162);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8171);
/* harmony import */ var _rules_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1214);



const STATE_ROOT = '/run/setup-binfmt';
function isRunId(text) {
    return (typeof text === 'string' && /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(text));
}
function formatChange(change) {
    return `\n${JSON.stringify(change)}\n`;
}
function parseRecord(text) {
    return text.split('\n').flatMap((line) => readChange(line) ?? []);
}
function readChange(line) {
    const value = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .parseObject */ .l)(line);
    switch (value?.kind) {
        case 'load-module':
        case 'undo':
            return { kind: value.kind };
        case 'begin':
            return typeof value.at === 'number' ? { kind: 'begin', at: value.at } : undefined;
        case 'mount':
        case 'copy':
            return isPath(value.path) ? { kind: value.kind, path: value.path } : undefined;
        case 'remove':
            return isName(value.name) ? { kind: 'remove', name: value.name } : undefined;
        case 'put': {
            const entry = readPinned(value.entry);
            return entry === undefined ? undefined : { kind: 'put', entry };
        }
        case 'table':
            return Array.isArray(value.entries)
                ? { kind: 'table', entries: value.entries.flatMap((entry) => readPinned(entry) ?? []) }
                : undefined;
        case 'register': {
            const rule = ruleFromJson(value.rule);
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
function readPinned(value) {
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .G)(value) || !isName(value.name) || typeof value.text !== 'string')
        return undefined;
    return { name: value.name, text: value.text };
}
function ruleFromJson(value) {
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .G)(value) || !(0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .G)(value.match) || !isName(value.name))
        return undefined;
    const { name, interpreter, flags } = value;
    const { kind, offset, magic, mask, extension } = value.match;
    if (typeof interpreter !== 'string' || typeof flags !== 'string')
        return undefined;
    const bytes = kind === 'extension'
        ? `extension .${String(extension)}\n`
        : `offset ${String(offset)}\nmagic ${String(magic)}\n${mask === undefined ? '' : `mask ${String(mask)}\n`}`;
    return (0,_rules_js__WEBPACK_IMPORTED_MODULE_1__/* .ruleOfEntry */ .Ek)((0,_binfmt_misc_js__WEBPACK_IMPORTED_MODULE_0__/* .parseEntry */ .ER)(name, `enabled\ninterpreter ${interpreter}\nflags: ${flags}\n${bytes}`));
}
function isName(value) {
    return (typeof value === 'string' && value.length <= 255 && !/^(?:|\.|\.\.|status|register)$|[/\0]/.test(value));
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
function nameOf(change) {
    if (change.kind === 'register')
        return change.rule.name;
    if (change.kind === 'put')
        return change.entry.name;
    return change.kind === 'remove' ? change.name : undefined;
}
function partRecord(record, waiting) {
    const isLeft = (change) => waiting.includes(nameOf(change) ?? '');
    const isGeneral = (change) => nameOf(change) === undefined && change.kind !== 'write' && change.kind !== 'copy';
    return {
        left: waiting.length === 0 ? [] : record.filter((change) => isLeft(change) || isGeneral(change)),
        undone: record.filter((change) => !isLeft(change)),
    };
}
const LEASE_WITH_HOLDER_MS = 5 * 24 * 3_600_000;
const LEASE_ALONE_MS = 6 * 3_600_000;
function parseLease(text) {
    const value = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .parseObject */ .l)(text);
    if (value === undefined || !isRunId(value.run) || typeof value.expires !== 'number')
        return undefined;
    if (!Array.isArray(value.entries))
        return undefined;
    const { holder } = value;
    const known = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .G)(holder) && typeof holder.pid === 'number' && typeof holder.started === 'string'
        ? { holder: { pid: holder.pid, started: holder.started } }
        : {};
    return { run: value.run, entries: value.entries.filter(isName), expires: value.expires, ...known };
}
function isLive(lease, now, startedNow) {
    return now < lease.expires && (lease.holder === undefined || lease.holder.started === startedNow);
}
function parseStartTime(stat) {
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const started = fields[19];
    return started !== undefined && /^\d+$/.test(started) ? started : undefined;
}
function entriesInUse(leases, except) {
    return new Set(leases.filter(({ run }) => run !== except).flatMap(({ entries }) => entries));
}
function pin({ name, text }) {
    return { name, text };
}


/***/ }),

/***/ 3653:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ao: () => (/* binding */ planRemoval),
/* harmony export */   bK: () => (/* binding */ isQemuEntry),
/* harmony export */   c1: () => (/* binding */ decideAfterReset),
/* harmony export */   lg: () => (/* binding */ planReset)
/* harmony export */ });
/* harmony import */ var _persist_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5805);
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3658);
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4458);
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6212);
/* harmony import */ var _rules_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1214);
/* harmony import */ var _verdict_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6992);






function isQemuEntry({ name }) {
    return /^(?:qemu-|setup-binfmt-(?:trial|undo)-)/.test(name);
}
function planRemoval(asked, targets, entries, store, ownRules, persisted) {
    const chosen = new Set(asked.all ? entries.filter(isQemuEntry) : []);
    const refused = [];
    const notes = [];
    const known = [...ownRules, ...persisted];
    const isOwn = (entry) => isQemuEntry(entry) ||
        (0,_persist_js__WEBPACK_IMPORTED_MODULE_0__/* .isOwnHandler */ .XV)(entry.interpreter, store) ||
        known.some((rule) => (0,_rules_js__WEBPACK_IMPORTED_MODULE_4__/* .isRuleOf */ .Cz)(rule, entry));
    const choose = (found, what, kept) => {
        if (found.length === 0 && !kept)
            notes.push(`there is no entry for ${what}`);
        for (const entry of found) {
            if (isOwn(entry))
                chosen.add(entry);
            else
                refused.push(`entry ${(0,_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .printable */ .g$)(entry.name, 60)} was not registered by this program, and is not QEMU's`);
        }
    };
    for (const target of asked.all ? [] : targets) {
        const named = entries.filter(({ name }) => name === (0,_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .entryName */ .MB)(target));
        choose([...new Set([...(0,_verdict_js__WEBPACK_IMPORTED_MODULE_5__/* .claimants */ .tO)(entries, target).filter(isOwn), ...named])], target.arch, persisted.some(({ name }) => name === (0,_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .entryName */ .MB)(target)));
    }
    for (const name of asked.names) {
        const pattern = patternOf(name);
        const found = entries.filter((entry) => (pattern.test(entry.name) && (!name.includes('*') || isOwn(entry))) ||
            isHelperOf(name, entry, isOwn, known));
        choose(found, `"${(0,_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .printable */ .g$)(name, 60)}"`, persisted.some((rule) => pattern.test(rule.name)));
    }
    const forget = persisted.filter((rule) => (asked.all && isQemuEntry(rule)) ||
        targets.some((target) => rule.name === (0,_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .entryName */ .MB)(target)) ||
        asked.names.some((name) => patternOf(name).test(rule.name)));
    return { remove: [...chosen].map(_record_js__WEBPACK_IMPORTED_MODULE_3__/* .pin */ .y_), forget: forget.map(({ name }) => name), refused, notes };
}
function isHelperOf(name, entry, isOwn, known) {
    if (entry.name === `${name}.new` || entry.name === `${name}.keep`)
        return isOwn(entry);
    return (entry.name.startsWith('setup-binfmt-undo-') &&
        known.some((rule) => rule.name === name && (0,_rules_js__WEBPACK_IMPORTED_MODULE_4__/* .isRuleOf */ .Cz)({ ...rule, name: entry.name }, entry)));
}
function patternOf(name) {
    const parts = name.split('*').map((part) => part.replace(/[.+]/g, '\\$&'));
    return new RegExp(`^${parts.join('.*')}$`);
}
function decideAfterReset(targets, verdicts, entries, policy, store) {
    const rest = entries.filter((entry) => !isQemuEntry(entry));
    const voided = new Map([...verdicts].map(([arch, verdict]) => {
        const gone = verdict.entry !== undefined && isQemuEntry(verdict.entry);
        const reason = 'every qemu-* entry is reset';
        return [arch, gone ? { ...verdict, status: 'absent', reason } : verdict];
    }));
    return (0,_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .decide */ .LD)(targets, voided, rest, policy, store).map((decision) => {
        if (decision.action !== 'install')
            return decision;
        const old = (0,_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .replaceable */ .ll)(entries, decision.target).filter(isQemuEntry);
        return { ...decision, replaces: [...decision.replaces, ...old] };
    });
}
function planReset(entries, wanted, handlers, install) {
    const replaced = new Set(install.flatMap(({ replaces }) => replaces.map(({ name }) => name)));
    const kept = wanted
        .filter(({ target }) => !install.some(({ arch }) => arch === target.arch))
        .flatMap(({ target }) => {
        const claiming = (0,_verdict_js__WEBPACK_IMPORTED_MODULE_5__/* .claimants */ .tO)(entries, target);
        const hasHandler = handlers.some(({ arch }) => arch === target.arch);
        return hasHandler ? claiming.filter(({ enabled }) => enabled).slice(0, 1) : claiming;
    });
    return entries
        .filter((entry) => isQemuEntry(entry) && !replaced.has(entry.name) && !kept.includes(entry))
        .map(_record_js__WEBPACK_IMPORTED_MODULE_3__/* .pin */ .y_);
}


/***/ }),

/***/ 482:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ storeVersion),
/* harmony export */   z: () => (/* binding */ STORE_TOOL)
/* harmony export */ });
const STORE_TOOL = 'setup-binfmt';
const VERSION_LIMIT = 40;
function storeVersion(source, identity) {
    const safe = identity.replace(/^sha256:/, '').replace(/[^0-9A-Za-z]+/g, '-');
    return `1.0.0-${source}-${safe.slice(0, VERSION_LIMIT)}`;
}


/***/ }),

/***/ 6690:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ preloadFor),
/* harmony export */   Z: () => (/* binding */ applyWith)
/* harmony export */ });
/* harmony import */ var _core_json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8171);
/* harmony import */ var _core_plan_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3658);
/* harmony import */ var _core_problem_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4458);
/* harmony import */ var _standby_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8921);




async function applyWith(host, facts, plan, program, standby) {
    if (facts.privilege === 'root') {
        const { carryOutHere } = await __webpack_require__.e(/* import() */ 954).then(__webpack_require__.bind(__webpack_require__, 4954));
        return carryOutHere(host, plan, { table: facts.table.path, mounts: facts.mounts });
    }
    const early = await standby?.handOver(plan);
    const outcome = early ?? (await (0,_standby_js__WEBPACK_IMPORTED_MODULE_2__/* .standBy */ .a)(host, facts, program)?.handOver(plan));
    return outcome === undefined ? failed('no privilege to change the table') : readOutcome(outcome);
}
function readOutcome({ stdout, stderr, signal, code, error }) {
    const answer = (0,_core_json_js__WEBPACK_IMPORTED_MODULE_3__/* .parseObject */ .l)(stdout);
    if (answer !== undefined && 'installed' in answer)
        return answer;
    const said = (0,_core_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .printable */ .g$)(stderr) || `it ended with ${signal ?? code ?? error}`;
    return failed(`the privileged program failed: ${said}`);
}
function failed(problem) {
    return { ..._core_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .NOTHING_APPLIED */ .Q9, problems: [problem] };
}
function preloadFor(facts) {
    if (facts.privilege === 'root')
        __webpack_require__.e(/* import() */ 954).then(__webpack_require__.bind(__webpack_require__, 4954)).catch(() => undefined);
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

/***/ 3229:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ readPersisted)
/* harmony export */ });
/* harmony import */ var _core_persist_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5805);

function readPersisted(host, scope) {
    if (scope !== 'host')
        return [];
    try {
        return (0,_core_persist_js__WEBPACK_IMPORTED_MODULE_0__/* .parseFragment */ .oH)(host.readText(_core_persist_js__WEBPACK_IMPORTED_MODULE_0__/* .FRAGMENT_PATH */ .J2));
    }
    catch {
        return [];
    }
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

/***/ 3153:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gf: () => (/* binding */ openState),
/* harmony export */   OY: () => (/* binding */ hasLeases),
/* harmony export */   hH: () => (/* binding */ latestRun),
/* harmony export */   og: () => (/* binding */ ownRules)
/* harmony export */ });
/* unused harmony exports DIGESTS_FILE, stateFolder */
/* harmony import */ var _core_facts_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6426);
/* harmony import */ var _core_problem_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4458);
/* harmony import */ var _core_record_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6212);
/* harmony import */ var _readings_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(375);




const DIGESTS_FILE = 'digests.json';
const RECORD_LIMIT = 100;
const BEGIN_BYTES = 128;
function stateFolder(host) {
    const nested = (0,_core_facts_js__WEBPACK_IMPORTED_MODULE_2__/* .isNestedNamespace */ .dG)((0,_readings_js__WEBPACK_IMPORTED_MODULE_3__/* .textOr */ .ph)(host, '/proc/self/uid_map', ''));
    return nested ? `${_core_record_js__WEBPACK_IMPORTED_MODULE_1__/* .STATE_ROOT */ .PI}/user-${host.stat('/proc/self/ns/user')?.inode ?? 0}` : _core_record_js__WEBPACK_IMPORTED_MODULE_1__/* .STATE_ROOT */ .PI;
}
function openState(host) {
    const folder = stateFolder(host);
    try {
        for (const path of new Set([_core_record_js__WEBPACK_IMPORTED_MODULE_1__/* .STATE_ROOT */ .PI, folder, `${folder}/leases`])) {
            if (host.stat(path, false) === undefined)
                host.makeFolder(path, 0o755);
            const found = host.stat(path, false);
            if (found?.kind !== 'folder' || found.uid !== host.uid || (found.mode & 0o022) !== 0) {
                return { failure: `${path} is not a folder that root alone can write to` };
            }
        }
        return stateIn(host, folder);
    }
    catch (thrown) {
        return { failure: `${folder} cannot be made: ${(0,_core_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .errnoOf */ .UQ)(thrown) ?? (0,_core_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .reasonOf */ .A3)(thrown)}` };
    }
}
function stateIn(host, folder) {
    const recordPath = (run) => `${folder}/${run}.jsonl`;
    const leasePath = (run) => `${folder}/leases/${run}`;
    return {
        folder,
        records: () => recordedRuns(host, folder).map(({ run }) => ({
            run,
            record: (0,_core_record_js__WEBPACK_IMPORTED_MODULE_1__/* .parseRecord */ .Hh)((0,_readings_js__WEBPACK_IMPORTED_MODULE_3__/* .textOr */ .ph)(host, recordPath(run), '')),
        })),
        append: (run, change) => {
            if (host.stat(recordPath(run)) === undefined) {
                const earlier = recordedRuns(host, folder);
                for (const { run: old } of earlier.slice(RECORD_LIMIT - 1))
                    host.remove(recordPath(old));
                const at = Math.max(Date.now(), 1 + (earlier[0]?.begun ?? 0));
                host.appendDurably(recordPath(run), (0,_core_record_js__WEBPACK_IMPORTED_MODULE_1__/* .formatChange */ .eD)({ kind: 'begin', at }));
                host.makeMode(recordPath(run), 0o644);
            }
            host.appendDurably(recordPath(run), (0,_core_record_js__WEBPACK_IMPORTED_MODULE_1__/* .formatChange */ .eD)(change));
        },
        replace: (run, record) => {
            if (record.length === 0)
                host.remove(recordPath(run));
            else
                writeWhole(host, recordPath(run), record.map(_core_record_js__WEBPACK_IMPORTED_MODULE_1__/* .formatChange */ .eD).join(''));
        },
        leases: () => runsIn(host, `${folder}/leases`, '').flatMap((run) => {
            const lease = (0,_core_record_js__WEBPACK_IMPORTED_MODULE_1__/* .parseLease */ .QM)((0,_readings_js__WEBPACK_IMPORTED_MODULE_3__/* .textOr */ .ph)(host, leasePath(run), ''));
            if (lease !== undefined && (0,_core_record_js__WEBPACK_IMPORTED_MODULE_1__/* .isLive */ .DG)(lease, Date.now(), startOf(host, lease.holder?.pid)))
                return [lease];
            host.remove(leasePath(run));
            return [];
        }),
        takeLease: (run, entries, pid) => {
            const started = startOf(host, pid);
            const holder = pid === undefined || started === undefined ? undefined : { pid, started };
            const expires = Date.now() + (holder === undefined ? _core_record_js__WEBPACK_IMPORTED_MODULE_1__/* .LEASE_ALONE_MS */ .gI : _core_record_js__WEBPACK_IMPORTED_MODULE_1__/* .LEASE_WITH_HOLDER_MS */ ._z);
            const lease = { run, entries, expires, ...(holder === undefined ? {} : { holder }) };
            writeWhole(host, leasePath(run), `${JSON.stringify(lease)}\n`);
        },
        dropLease: (run) => host.remove(leasePath(run)),
        digests: () => (0,_readings_js__WEBPACK_IMPORTED_MODULE_3__/* .textOr */ .ph)(host, `${folder}/${DIGESTS_FILE}`, ''),
        keepDigests: (text) => writeWhole(host, `${folder}/${DIGESTS_FILE}`, text),
    };
}
function hasLeases(host) {
    return runsIn(host, `${stateFolder(host)}/leases`, '').length > 0;
}
function ownRules(host) {
    const folder = stateFolder(host);
    return runsIn(host, folder, '.jsonl')
        .flatMap((run) => (0,_core_record_js__WEBPACK_IMPORTED_MODULE_1__/* .parseRecord */ .Hh)((0,_readings_js__WEBPACK_IMPORTED_MODULE_3__/* .textOr */ .ph)(host, `${folder}/${run}.jsonl`, '')))
        .flatMap((change) => (change.kind === 'register' ? [change.rule] : []));
}
function latestRun(host) {
    return recordedRuns(host, stateFolder(host))[0]?.run;
}
function recordedRuns(host, folder) {
    return runsIn(host, folder, '.jsonl')
        .map((run) => ({
        run,
        begun: (0,_core_record_js__WEBPACK_IMPORTED_MODULE_1__/* .beginOf */ .pv)((0,_core_record_js__WEBPACK_IMPORTED_MODULE_1__/* .parseRecord */ .Hh)((0,_readings_js__WEBPACK_IMPORTED_MODULE_3__/* .headText */ .WI)(host, `${folder}/${run}.jsonl`, BEGIN_BYTES))),
    }))
        .sort((a, b) => b.begun - a.begun);
}
function runsIn(host, folder, ending) {
    return (0,_readings_js__WEBPACK_IMPORTED_MODULE_3__/* .namesIn */ .wX)(host, folder).flatMap((name) => {
        const run = name.endsWith(ending) ? name.slice(0, name.length - ending.length) : '';
        return (0,_core_record_js__WEBPACK_IMPORTED_MODULE_1__/* .isRunId */ .Pk)(run) ? [run] : [];
    });
}
function writeWhole(host, path, text) {
    host.writeFile(`${path}.new`, text, 0o644);
    host.rename(`${path}.new`, path);
}
function startOf(host, pid) {
    return pid === undefined ? undefined : (0,_core_record_js__WEBPACK_IMPORTED_MODULE_1__/* .parseStartTime */ .Lj)((0,_readings_js__WEBPACK_IMPORTED_MODULE_3__/* .textOr */ .ph)(host, `/proc/${pid}/stat`, ''));
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

/***/ 3419:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ provideHandlers),
/* harmony export */   y: () => (/* binding */ NO_SUPPLY)
/* harmony export */ });
/* harmony import */ var _core_problem_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4458);

const NO_SUPPLY = {
    handlers: [],
    missing: [],
    origins: [],
    downloadedBytes: 0,
    cacheHit: false,
    notes: [],
    toCache: [],
};
async function provideHandlers(wanted, providers, context) {
    const given = [];
    const failures = [];
    const reasons = new Map();
    let open = wanted;
    for (const provider of providers) {
        if (open.length === 0)
            break;
        const asked = open;
        const answer = await ask(provider, asked, context);
        const had = new Set(answer.handlers.map((handler) => handler.arch));
        const why = new Map(answer.missing.map((missing) => [missing.arch, missing.reason]));
        open = asked.filter(({ arch }) => !had.has(arch));
        for (const { arch } of open) {
            const said = reasons.get(arch) ?? [];
            reasons.set(arch, [...said, `${provider.name}: ${why.get(arch) ?? 'not there'}`]);
        }
        context.log(describe(provider, asked, answer));
        if (answer.failed === undefined)
            given.push(answer);
        else
            failures.push({ level: 'info', text: answer.failed.message });
    }
    const useful = given.filter(({ handlers }) => handlers.length > 0);
    return {
        handlers: given.flatMap(({ handlers }) => handlers),
        missing: open.map(({ arch }) => ({
            arch,
            reason: reasons.get(arch)?.join('; ') ?? 'no provider was asked',
        })),
        origins: useful.map(({ origin }) => origin),
        downloadedBytes: given.reduce((sum, { downloadedBytes }) => sum + downloadedBytes, 0),
        cacheHit: useful.length > 0 && useful.every(({ cacheHit }) => cacheHit),
        notes: [...failures, ...given.flatMap(({ notes }) => notes)],
        toCache: given.flatMap(({ toCache }) => (toCache === undefined ? [] : [toCache])),
    };
}
async function ask(provider, wanted, context) {
    try {
        return await provider.provide(wanted, context);
    }
    catch (thrown) {
        const failed = thrown instanceof _core_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .SetupProblem */ .DN
            ? thrown
            : { reason: (0,_core_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .reasonOf */ .A3)(thrown), message: `QEMU from ${provider.name}: ${(0,_core_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .reasonOf */ .A3)(thrown)}` };
        return {
            handlers: [],
            missing: wanted.map(({ arch }) => ({ arch, reason: failed.reason })),
            origin: '',
            downloadedBytes: 0,
            cacheHit: false,
            notes: [],
            failed,
        };
    }
}
function describe(provider, asked, answer) {
    const lead = `QEMU from ${provider.name}:`;
    if (answer.failed !== undefined)
        return `${lead} nothing (${answer.failed.reason})`;
    const list = answer.handlers.map(({ arch }) => arch).join(', ');
    const lacking = asked.length - answer.handlers.length;
    const rest = answer.missing.map(({ arch, reason }) => `${arch}: ${reason}`).join('; ');
    const origin = answer.handlers.length > 0 ? `${list} from ${answer.origin}` : 'nothing';
    return lacking > 0 ? `${lead} ${origin}; not ${rest}` : `${lead} ${origin}`;
}


/***/ }),

/***/ 7570:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runSetup: () => (/* binding */ runSetup)
});

// EXTERNAL MODULE: ./lib/core/facts.js
var core_facts = __webpack_require__(6426);
// EXTERNAL MODULE: ./lib/core/persist.js
var persist = __webpack_require__(5805);
// EXTERNAL MODULE: ./lib/core/plan.js
var core_plan = __webpack_require__(3658);
// EXTERNAL MODULE: ./lib/core/platforms.js + 2 modules
var platforms = __webpack_require__(9636);
// EXTERNAL MODULE: ./lib/core/preparation.js
var preparation = __webpack_require__(9124);
// EXTERNAL MODULE: ./lib/core/record.js
var record = __webpack_require__(6212);
// EXTERNAL MODULE: ./lib/core/removal.js
var removal = __webpack_require__(3653);
// EXTERNAL MODULE: ./lib/core/rules.js
var core_rules = __webpack_require__(1214);
;// CONCATENATED MODULE: ./lib/core/changes.js








function planChanges(wish) {
    const { facts, verdicts, inputs } = wish;
    const { entries } = facts.table;
    const install = wish.wanted.flatMap((decision) => {
        const handler = wish.handlers.find(({ arch }) => arch === decision.target.arch);
        if (handler === undefined)
            return [];
        const persist = inputs.persist || isKept((0,core_plan/* entryName */.MB)(decision.target), wish.persisted);
        const one = (0,core_plan/* planInstall */.Bm)(decision, handler, facts, { ...inputs, persist });
        return verdicts.get(one.arch)?.status === 'emulated' && (0,core_plan/* isInPlace */.RS)(one, entries) ? [] : [one];
    });
    const rules = planRules(wish);
    const remove = inputs.reset ? (0,removal/* planReset */.lg)(entries, wish.wanted, wish.handlers, install) : [];
    const writes = install.length + rules.length + remove.length > 0;
    const persist = planPersist(wish, writes, install, remove);
    const doubtful = [...verdicts.values()].filter(({ status }) => status === 'outside-only');
    return {
        schema: 1,
        prepare: writes ? (0,preparation/* planPreparation */.X)(facts) : [],
        remove,
        install,
        prove: facts.privilege === 'sudo' ? doubtful.map(({ arch }) => arch) : [],
        store: wish.store,
        ...(wish.run === undefined ? {} : { run: wish.run.id }),
        ...(wish.lease && (0,core_facts/* isPrivileged */.a8)(facts) && wish.run !== undefined ? { lease: leaseOf(wish, install) } : {}),
        ...(rules.length === 0 ? {} : { rules }),
        ...(persist === undefined ? {} : { persist }),
    };
}
function isKept(name, persisted) {
    return persisted.some((rule) => rule.name === name && (0,persist/* isPersistent */.sv)(rule.interpreter));
}
function planPersist({ inputs, facts, persisted }, writes, install, remove) {
    const forget = remove
        .map(({ name }) => name)
        .filter((name) => persisted.some((rule) => rule.name === name));
    const upgraded = install.filter(({ source }) => source !== undefined);
    const asked = new Set((inputs.persist ? inputs.platforms : upgraded).map(({ arch }) => arch));
    const handlers = platforms/* TARGETS */.dW.filter(({ arch }) => asked.has(arch)).map(core_plan/* entryName */.MB);
    const rules = inputs.persist ? inputs.rules.map(({ name }) => name) : [];
    const missing = facts.table.entries.some((entry) => ((handlers.includes(entry.name) && (0,persist/* isPersistent */.sv)(entry.interpreter)) || rules.includes(entry.name)) &&
        !persisted.some((rule) => (0,core_rules/* isRuleOf */.Cz)(rule, entry)));
    const wanted = ((inputs.persist || upgraded.length > 0) && writes) || missing || forget.length > 0;
    return wanted ? { handlers, rules, forget } : undefined;
}
function leaseOf({ verdicts, inputs, facts, run }, install) {
    const holder = run?.holder;
    const asked = new Set(inputs.platforms.map(({ arch }) => arch));
    for (const { arch } of install)
        asked.delete(arch);
    const relied = [...verdicts.values()].flatMap(({ arch, status, entry }) => status === 'emulated' && asked.has(arch) && entry !== undefined ? [entry.name] : []);
    const present = inputs.rules.filter((rule) => facts.table.entries.some((entry) => (0,core_rules/* isRuleOf */.Cz)(rule, entry)));
    const entries = [...relied, ...present.map(({ name }) => name)];
    return { entries, ...(holder === undefined ? {} : { holder }) };
}
function planRules({ inputs, facts, recorded }) {
    const { entries } = facts.table;
    return inputs.rules.flatMap((rule) => {
        const present = entries.find(({ name }) => name === rule.name);
        if (present === undefined)
            return [{ rule }];
        if (present.enabled && (0,core_rules/* isRuleOf */.Cz)(rule, present)) {
            const left = entries.some((entry) => (0,core_rules/* isLeftBehind */.KW)((0,core_rules/* besideRule */.Bg)(rule), entry, recorded));
            return left && (0,core_facts/* isPrivileged */.a8)(facts) ? [{ rule }] : [];
        }
        return inputs.onConflict === 'keep' ? [] : [{ rule, replaces: (0,record/* pin */.y_)(present) }];
    });
}
function listRuleProblems({ rules, onConflict }, facts, ownRules, interpreterOf, programs) {
    return rules.flatMap((rule) => {
        const problems = (0,core_rules/* ruleProblems */.b0)(rule, facts.architecture, interpreterOf(rule.interpreter), programs);
        const present = facts.table.entries.find(({ name }) => name === rule.name);
        const foreign = present !== undefined && ![rule, ...ownRules].some((known) => (0,core_rules/* isRuleOf */.Cz)(known, present));
        const taken = foreign && (onConflict === 'repair' || onConflict === 'fail');
        return [
            ...problems,
            ...(taken ? ['an entry of this name is there already, and somebody else registered it'] : []),
        ].map((problem) => `rule ${rule.name}: ${problem}`);
    });
}

// EXTERNAL MODULE: ./lib/core/checks.js + 9 modules
var checks = __webpack_require__(1199);
;// CONCATENATED MODULE: ./lib/core/foresight.js



function foresee(intent) {
    const { inputs, facts, wanted } = intent;
    const plan = planChanges({ ...intent, handlers: [], lease: false });
    const replaced = new Set(wanted.flatMap(({ replaces }) => replaces.map(({ name }) => name)));
    const removed = inputs.reset
        ? facts.table.entries.filter((entry) => (0,removal/* isQemuEntry */.bK)(entry) && !replaced.has(entry.name))
        : [];
    const kept = [...wanted.map(({ target }) => (0,core_plan/* entryName */.MB)(target)), ...inputs.rules.map(({ name }) => name)];
    return {
        changes: wanted.length + removed.length > 0 || (0,core_plan/* changesHost */.qA)(plan),
        replaced: [...replaced],
        removed: removed.map(({ name }) => name),
        rules: (plan.rules ?? []).map(({ rule }) => rule.name),
        persisted: inputs.persist ? kept : [],
    };
}

// EXTERNAL MODULE: ./lib/core/image-reference.js
var image_reference = __webpack_require__(7632);
// EXTERNAL MODULE: ./lib/core/matrix.js
var core_matrix = __webpack_require__(356);
// EXTERNAL MODULE: ./lib/core/narration.js
var narration = __webpack_require__(1787);
// EXTERNAL MODULE: ./lib/core/outcome.js
var outcome = __webpack_require__(9649);
// EXTERNAL MODULE: ./lib/core/problem.js
var problem = __webpack_require__(4458);
// EXTERNAL MODULE: ./lib/core/store-path.js
var store_path = __webpack_require__(482);
// EXTERNAL MODULE: ./lib/core/verdict.js
var verdict = __webpack_require__(6992);
;// CONCATENATED MODULE: ./lib/core/own-entries.js







function reconsider(decisions, facts, asked, store) {
    const { entries } = facts.table;
    return decisions.map((decision) => {
        const own = ownAnswering(decision, entries, store);
        const reason = own === undefined ? undefined : whyAnew(own, asked, (0,core_facts/* isPrivileged */.a8)(facts));
        if (reason === undefined)
            return decision;
        const goes = (entry) => asked.persist ||
            asked.onConflict === 'replace' ||
            (0,persist/* isOwnHandler */.XV)(entry.interpreter, store) ||
            entry.name === (0,core_plan/* entryName */.MB)(decision.target);
        const replaces = (0,core_plan/* replaceable */.ll)(entries, decision.target).filter(goes);
        return { ...decision, action: 'install', reason, replaces };
    });
}
function ownAnswering({ action, target }, entries, store) {
    const entry = (0,verdict/* answering */.Vk)(entries, target);
    return action === 'keep' && (0,persist/* isOwnHandler */.XV)(entry?.interpreter, store) ? entry : undefined;
}
function whyAnew(entry, asked, mayReplace) {
    if (asked.persist)
        return 'it is to persist, and is compared with what is offered';
    if (!mayReplace || asked.onConflict === 'keep')
        return undefined;
    if (asked.onConflict === 'replace')
        return 'it is to be replaced, and is compared with what is offered';
    return otherCredentials(entry, asked);
}
function otherCredentials({ flags }, { credentials }) {
    if (flags.includes('C') === credentials)
        return undefined;
    return credentials ? 'its entry lacks the C flag (credentials)' : 'its entry has the C flag (credentials)';
}
function noteKept(decisions, verdicts, facts, asked, store) {
    return decisions.flatMap((decision) => {
        const entry = ownAnswering(decision, facts.table.entries, store);
        if (entry === undefined)
            return [];
        const { arch } = decision.target;
        const name = (0,problem/* printable */.g$)(entry.name, 60);
        if (asked.onConflict === 'replace')
            return [`${arch}: kept ${name}: to replace it takes root or sudo`];
        const version = verdicts.get(arch)?.qemuVersion;
        const differs = [
            otherCredentials(entry, asked) ?? [],
            isFromElsewhere(entry, asked, store)
                ? `the image asked for is ${(0,image_reference/* formatImageReference */.my)(asked.image)}`
                : [],
        ].flat();
        if (differs.length === 0)
            return [];
        const what = version === undefined ? name : `QEMU ${version} (${name})`;
        const remedy = (0,core_facts/* isPrivileged */.a8)(facts)
            ? 'on-conflict replace takes it over'
            : 'on-conflict replace takes it over, as root or with sudo';
        return [`${arch}: kept ${what}; ${differs.join(', and ')}: ${remedy}`];
    });
}
function isFromElsewhere({ interpreter }, { image, qemuFrom }, store) {
    if (qemuFrom[0] !== 'image' || image.digest === undefined || (0,persist/* isPersistent */.sv)(interpreter))
        return false;
    const folder = `${store}/${store_path/* STORE_TOOL */.z}/${(0,store_path/* storeVersion */.w)('image', image.digest)}/`;
    return !String(interpreter).startsWith(folder);
}

// EXTERNAL MODULE: ./lib/core/privacy.js
var privacy = __webpack_require__(7573);
// EXTERNAL MODULE: ./lib/core/report.js + 1 modules
var report = __webpack_require__(6459);
// EXTERNAL MODULE: ./lib/core/binfmt-misc.js
var binfmt_misc = __webpack_require__(5162);
// EXTERNAL MODULE: ./lib/host/observe.js
var observe = __webpack_require__(2692);
// EXTERNAL MODULE: ./lib/host/probe.js + 1 modules
var probe = __webpack_require__(5980);
;// CONCATENATED MODULE: ./lib/host/docker-route.js





const LIMIT_MS = 600_000;
async function applyThroughDocker(host, facts, targets, image) {
    const docker = host.which('docker');
    if (docker === undefined)
        return failed('the docker program is missing');
    if (facts.table.state !== 'ready') {
        return failed(`binfmt_misc is not mounted on the host (${facts.table.state}), and a container cannot mend that`);
    }
    const names = targets.map(({ arch }) => arch).join(',');
    const args = ['run', '--rm', '--privileged', '--', image, '--install', names];
    const outcome = await host.run({ file: docker, args, timeoutMs: LIMIT_MS });
    const table = (0,observe/* observeTable */.pw)(host, (0,observe/* observeMounts */.B8)(host), facts.kernel.release, binfmt_misc/* TABLE_PATH */.Fb);
    if (outcome.code !== 0 || table.state !== 'ready') {
        const said = (0,problem/* printable */.g$)(outcome.stderr) || `docker ended with ${outcome.code ?? outcome.error}`;
        return failed(`the installer of the image failed: ${said}`);
    }
    const before = new Set(facts.table.entries.map(({ name }) => name));
    const prober = (0,probe/* openProber */.$J)(host, facts.mounts);
    try {
        const installed = await (0,probe/* sideBySide */.Qp)(targets, probe/* SIDE_BY_SIDE */.IX, async (target) => {
            const run = await (0,probe/* runProbe */.mW)(host, prober, target, 'chroot', { version: true });
            const [entry] = (0,verdict/* claimants */.tO)(table.entries, target);
            const result = (0,verdict/* judgeRun */.Zy)(run);
            return {
                arch: target.arch,
                name: entry?.name ?? `qemu-${target.qemu}`,
                changed: entry !== undefined && !before.has(entry.name),
                replaced: [],
                run,
                ...(result === 'works' ? {} : { problem: (0,verdict/* explainResult */.rn)(result, run, entry?.interpreter) }),
            };
        });
        return { prepared: [], removed: [], installed, proofs: [], problems: [] };
    }
    finally {
        prober.close();
    }
}
function failed(cause) {
    const problem = `the way through Docker failed: ${cause} (run this step as root, or allow this user passwordless sudo)`;
    return { prepared: [], removed: [], installed: [], proofs: [], problems: [problem] };
}

// EXTERNAL MODULE: ./lib/host/escalate.js
var escalate = __webpack_require__(6690);
// EXTERNAL MODULE: ./lib/host/own-rules.js
var own_rules = __webpack_require__(8450);
// EXTERNAL MODULE: ./lib/host/persisted.js
var persisted = __webpack_require__(3229);
// EXTERNAL MODULE: ./lib/host/prove.js
var prove = __webpack_require__(910);
// EXTERNAL MODULE: ./lib/host/state.js
var state = __webpack_require__(3153);
// EXTERNAL MODULE: ./lib/look.js
var look = __webpack_require__(6686);
// EXTERNAL MODULE: ./lib/qemu/handlers.js
var handlers = __webpack_require__(4445);
// EXTERNAL MODULE: ./lib/qemu/provide.js
var provide = __webpack_require__(3419);
;// CONCATENATED MODULE: ./lib/setup.js























const ROUNDS = 5;
const NOT_UNDONE = 'what a container registers is not recorded: the post step cannot take it back';
const NO_PLATFORM = 'no platform is asked for: no QEMU is fetched';
async function runSetup(host, asked, door, first) {
    for (let round = 1, earlier = {};; round++) {
        const seen = round === 1 && first !== undefined ? first : await (0,look/* look */.O)(host, asked, door);
        const material = await setUp(host, asked, round === 1 ? door : thorough(door), seen, earlier).finally(seen.standby?.dismiss);
        if (material.outdated !== true || round === ROUNDS)
            return (0,report/* makeReport */.dO)(material);
        door.line('the table or a handler was changed meanwhile: looking again');
        earlier = material;
    }
}
function thorough(door) {
    return { ...door, supply: (wanted, facts, how) => door.supply(wanted, facts, { ...how, thorough: true }) };
}
async function setUp(host, asked, door, { facts, probing, lacking, standby }, earlier) {
    tell(door, (0,narration/* narrateHost */.yh)(facts));
    const stop = (0,checks/* preflight */.Mz)(facts);
    const { inputs, absent, notes: told } = await takeFromImage(asked, door);
    if (lacking) {
        door.preload();
        (0,escalate/* preloadFor */.J)(facts);
    }
    const matrix = (0,core_matrix/* planMatrix */.T4)(inputs.platforms, inputs.runners);
    const wrong = (0,outcome/* tooLarge */.g$)((0,core_matrix/* matrixProblems */.qu)(matrix)) ?? (0,outcome/* wrongRules */.lG)(problemsOfRules(host, inputs, facts));
    const targets = (0,platforms/* targetsOf */.QR)(inputs.platforms.map(({ arch }) => arch));
    const verdicts = (0,prove/* judgeAll */.Ty)(await (probing ?? (0,look/* probeRequested */.R)(host, facts, inputs, door)), facts);
    const choose = inputs.reset ? removal/* decideAfterReset */.c1 : core_plan/* decide */.LD;
    const { entries } = facts.table;
    const chosen = choose(targets, verdicts, entries, inputs.onConflict, door.store);
    const decisions = reconsider(chosen, facts, inputs, door.store);
    const notes = [
        ...told,
        ...(asked.platforms.length === 0 ? [NO_PLATFORM] : []),
        ...noteKept(decisions, verdicts, facts, inputs, door.store),
    ];
    tell(door, (0,narration/* narrateDecisions */.z0)(decisions));
    const seen = { ...blank(inputs, facts), notes, verdicts, requested: requestsOf(inputs, decisions) };
    if (wrong !== undefined)
        return { ...seen, problem: wrong };
    const material = { ...seen, findings: stop === undefined ? [] : [stop] };
    const barrier = stop === undefined ? undefined : (0,checks/* asProblem */.gr)(stop, 'make platforms run here');
    if (inputs.mode === 'plan') {
        return { ...(await foretell(host, inputs, door, material, decisions, barrier)), matrix };
    }
    if (barrier !== undefined)
        return (0,outcome/* conclude */.Ep)(inputs.strict ? material : seen, inputs, matrix, barrier);
    const refused = (0,outcome/* refusal */.x5)(decisions);
    if (refused !== undefined && inputs.strict)
        return (0,outcome/* conclude */.Ep)(material, inputs, matrix, refused);
    const going = refused === undefined ? material : (0,outcome/* waive */.T9)(material, refused);
    return (0,outcome/* addEarlier */.W8)(earlier, await carryOut(host, inputs, door, going, { decisions, matrix, absent, standby }));
}
function problemsOfRules(host, inputs, facts) {
    if (inputs.rules.length === 0)
        return [];
    const interpreterOf = (path) => (0,own_rules/* observeInterpreter */.Rr)(host, path);
    return listRuleProblems(inputs, facts, (0,state/* ownRules */.og)(host), interpreterOf, (0,own_rules/* observePrograms */.Oh)(host));
}
async function takeFromImage(inputs, door) {
    if (inputs.matrixFrom === undefined)
        return { inputs, absent: [], notes: [] };
    const { platforms, absent, notes } = (0,core_matrix/* choosePlatforms */.kD)(inputs, await door.imagePlatforms(inputs.matrixFrom));
    return { inputs: { ...inputs, platforms, all: false }, absent, notes };
}
async function foretell(host, inputs, door, material, decisions, barrier) {
    const { facts, notes } = material;
    const wanted = decisions.filter(({ action }) => action === 'install');
    const foreseen = foresee(intentOf(host, inputs, door, material, wanted));
    const refused = (0,outcome/* refusal */.x5)(decisions);
    const stop = barrier ??
        (inputs.strict ? refused : undefined) ??
        (foreseen.changes ? (0,outcome/* obstacle */.ET)(await tryPrivately(host, facts), inputs) : undefined);
    return {
        ...material,
        planned: { ...foreseen, ...(stop === undefined ? {} : { stop: { id: stop.id, message: stop.message } }) },
        notes: refused === undefined || inputs.strict ? notes : [...notes, `Setup would warn: ${refused.message}`],
    };
}
function intentOf(host, inputs, { store }, { facts, verdicts }, wanted) {
    return {
        inputs,
        facts,
        verdicts,
        wanted,
        store,
        persisted: (0,persisted/* readPersisted */.i)(host, inputs.scope),
        recorded: inputs.rules.length === 0 ? [] : (0,state/* ownRules */.og)(host),
    };
}
async function carryOut(host, inputs, door, material, { decisions, matrix, absent, standby }) {
    const { facts } = material;
    const wanted = decisions.filter(({ action }) => action === 'install');
    const blocked = wanted.length > 0 ? (0,outcome/* obstacle */.ET)(await tryPrivately(host, facts), inputs) : undefined;
    if (blocked !== undefined)
        return (0,outcome/* conclude */.Ep)(material, inputs, matrix, blocked);
    const throughDocker = wanted.length > 0 && facts.privilege === 'docker';
    const supply = throughDocker
        ? leaveToDocker(inputs.image, door)
        : wanted.length > 0
            ? await setup_provide(wanted, facts, door)
            : provide/* NO_SUPPLY */.y;
    const { handlers } = supply;
    const lease = door.run?.holder !== undefined && (inputs.cleanup || (0,state/* hasLeases */.OY)(host));
    const run = door.run === undefined ? {} : { run: door.run };
    const intent = intentOf(host, inputs, door, material, wanted);
    const plan = planChanges({ ...intent, ...run, handlers, lease });
    const barred = (0,core_plan/* changesHost */.qA)(plan) ? (0,outcome/* obstacle */.ET)(facts, inputs) : undefined;
    if (barred !== undefined)
        return (0,outcome/* conclude */.Ep)(material, inputs, matrix, barred);
    const applied = throughDocker
        ? await carryOutThroughDocker(host, facts, wanted, inputs, door)
        : await carryOutPlan(host, facts, plan, door, standby);
    const table = (0,observe/* observeTable */.pw)(host, (0,observe/* observeMounts */.B8)(host), facts.kernel.release, facts.table.path);
    const after = { ...facts, table };
    const verdicts = (0,prove/* rejudge */.N9)(material.verdicts, applied, after);
    const result = {
        ...material,
        ...(0,outcome/* summarise */.fS)(applied),
        facts: after,
        verdicts,
        requested: (0,outcome/* explainRequests */.wW)(material.requested, supply.missing, applied, verdicts),
        rules: (0,outcome/* listRules */.sJ)(inputs.rules, table.entries),
        ...(wanted.length > 0 ? { qemu: supply } : {}),
        notes: [
            ...material.notes,
            ...supply.notes.flatMap((note) => (note.level === 'info' ? [note.text] : [])),
            ...(throughDocker && inputs.cleanup ? [NOT_UNDONE] : []),
            ...(applied.notes ?? []),
            ...(0,outcome/* notTakenOver */.dJ)(material.requested, supply.missing, applied, verdicts),
        ],
    };
    const asked = inputs.platforms.map(({ arch }) => arch);
    const troubles = supply.notes.flatMap((note) => (note.level === 'warning' ? [note.trouble] : []));
    const sources = wanted.length > 0 ? { supply: troubles } : {};
    const found = asked.length === 0 ? [] : (0,checks/* aftermath */.x7)({ facts: after, verdicts, asked, ...sources });
    const findings = [...material.findings, ...(0,privacy/* hideHomesIn */.K)(found, host.env.HOME)];
    const problem = (0,outcome/* unproven */.gm)((0,report/* reportPlatforms */.x0)(result), applied.problems, {
        tableReady: table.state === 'ready',
        strict: inputs.strict,
    }) ??
        (0,outcome/* notOffered */.JM)(absent) ??
        (0,outcome/* unregistered */.EK)(result.rules ?? [], applied) ??
        (0,outcome/* unpersisted */.Rv)(inputs, verdicts, (0,persisted/* readPersisted */.i)(host, inputs.scope)) ??
        ((0,core_plan/* changesHost */.qA)(plan) ? (0,outcome/* unremoved */.cu)(applied.problems) : undefined);
    return (0,outcome/* conclude */.Ep)({ ...result, findings }, inputs, matrix, problem);
}
async function tryPrivately(host, facts) {
    if (facts.privilege !== 'none' || facts.namespaces !== undefined)
        return facts;
    const { observeNamespaces } = await __webpack_require__.e(/* import() */ 665).then(__webpack_require__.bind(__webpack_require__, 8665));
    return { ...facts, namespaces: await observeNamespaces(host, { wanted: false }) };
}
function setup_provide(wanted, facts, door) {
    door.group('QEMU');
    return door.supply(wanted.map(({ target }) => target), facts, { log: door.line, thorough: false });
}
function leaveToDocker(image, door) {
    if (image.digest !== undefined)
        return provide/* NO_SUPPLY */.y;
    const note = (0,handlers/* warningOf */.a)({ kind: 'unpinned', image: (0,image_reference/* formatImageReference */.my)(image) });
    door.line(note.text);
    return { ...provide/* NO_SUPPLY */.y, notes: [note] };
}
async function carryOutPlan(host, facts, plan, door, standby) {
    if (!(0,core_plan/* changesHost */.qA)(plan) && plan.prove.length === 0 && plan.lease === undefined)
        return core_plan/* NOTHING_APPLIED */.Q9;
    if (plan.lease !== undefined)
        door.run?.remember();
    const applied = await (0,escalate/* applyWith */.Z)(host, facts, plan, door.privilegedProgram, standby);
    if ((0,core_plan/* changesHost */.qA)(plan)) {
        door.group('Changes');
        tell(door, (0,narration/* narrateChanges */.dY)(plan, applied));
    }
    return applied;
}
async function carryOutThroughDocker(host, facts, wanted, inputs, door) {
    door.group('Changes');
    const image = (0,image_reference/* formatImageReference */.my)(inputs.image);
    door.line(`there is no sudo: running the installer of ${image} as a privileged container`);
    const applied = await applyThroughDocker(host, facts, (0,platforms/* targetsOf */.QR)(wanted.map(({ target }) => target.arch)), image);
    tell(door, (0,narration/* narrateInstalled */.q3)(applied));
    return applied;
}
function blank(inputs, facts) {
    return {
        mode: inputs.mode,
        facts,
        verdicts: new Map(),
        requested: [],
        registered: [],
        removed: [],
        changed: false,
        findings: [],
        notes: [],
    };
}
function requestsOf(inputs, decisions) {
    return inputs.platforms.flatMap((platform) => {
        const decision = decisions.find(({ target }) => target.arch === platform.arch);
        if (decision === undefined || (inputs.all && decision.action === 'native'))
            return [];
        return [{ platform, action: decision.action, reason: decision.reason }];
    });
}
function tell(door, lines) {
    for (const line of lines)
        door.line(line);
}


/***/ })

};
