export const id = 295;
export const ids = [295,965,346];
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

/***/ 2698:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  qN: () => (/* binding */ addToPath),
  Fn: () => (/* binding */ documentationAddress),
  Sy: () => (/* binding */ githubVoice),
  tk: () => (/* binding */ publishAfterwards),
  yX: () => (/* binding */ publishFailure),
  S3: () => (/* binding */ publishReport),
  Ko: () => (/* binding */ readInputs),
  un: () => (/* binding */ readState),
  LZ: () => (/* binding */ saveState),
  _r: () => (/* binding */ writeLine)
});

// EXTERNAL MODULE: ./lib/core/doctor-report.js
var doctor_report = __webpack_require__(3909);
// EXTERNAL MODULE: ./lib/core/inputs.js
var inputs = __webpack_require__(8492);
// EXTERNAL MODULE: ./lib/core/problem.js
var problem = __webpack_require__(4458);
// EXTERNAL MODULE: ./lib/core/report.js + 1 modules
var core_report = __webpack_require__(6459);
;// CONCATENATED MODULE: ./lib/core/workflow-commands.js
function formatAnnotation(level, title, text) {
    return `::${level} title=${escapeProperty(title)}::${escapeData(text)}\n`;
}
function formatOutput(name, value) {
    let delimiter = `end-of-${name}`;
    while (value.includes(delimiter))
        delimiter += '-';
    return `${name}<<${delimiter}\n${value}\n${delimiter}\n`;
}
function escapeData(text) {
    return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}
function escapeProperty(text) {
    return escapeData(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
}

;// CONCATENATED MODULE: ./lib/host/github.js





function readInputs(host) {
    const names = Object.keys(inputs/* INPUT_DEFAULTS */.WJ);
    return Object.fromEntries(names.map((name) => [name, host.env[`INPUT_${name.toUpperCase()}`]]));
}
function documentationAddress(host) {
    const { GITHUB_SERVER_URL: server, GITHUB_ACTION_REPOSITORY: repository, GITHUB_ACTION_REF: ref, } = host.env;
    const parts = [server, repository, 'blob', ref];
    const known = parts.every((part) => part !== undefined && /^[\w.:/@-]{1,200}$/.test(part));
    return known ? `${parts.join('/')}/` : '';
}
function githubVoice() {
    let open = false;
    const end = () => {
        if (open)
            process.stdout.write('::endgroup::\n');
        open = false;
    };
    return {
        group: (title) => {
            end();
            process.stdout.write(`::group::${title}\n`);
            open = true;
        },
        line: writeLine,
        end,
    };
}
function writeLine(text) {
    process.stdout.write(`  ${(0,problem/* oneLine */.TN)(text)}\n`);
}
function publishReport(host, report, options) {
    (0,core_report/* renderText */.S5)(report).forEach(writeLine);
    const temp = host.env.RUNNER_TEMP;
    if (temp !== undefined && host.stat(temp)?.kind === 'folder') {
        const path = `${host.makeTemporary('setup-binfmt-report-', temp)}/report.json`;
        host.writeFile(path, (0,core_report/* renderJson */.hF)(report), 0o644);
        setOutputs(host, { report: path, ...report.outputs });
    }
    else
        setOutputs(host, report.outputs);
    for (const { level, title, text } of (0,doctor_report/* annotationsOf */.Ih)(report))
        annotate(level, title, text);
    if (options.summary)
        appendTo(host, 'GITHUB_STEP_SUMMARY', () => (0,core_report/* renderSummary */.Br)(report));
    publishProblem(report);
}
function setOutputs(host, outputs) {
    appendTo(host, 'GITHUB_OUTPUT', () => Object.entries(outputs)
        .map(([name, value]) => formatOutput(name, value))
        .join(''));
}
function publishProblem({ problem }) {
    if (problem !== undefined)
        publishFailure(problem.message, problem.id);
}
function annotate(level, title, text) {
    process.stdout.write(formatAnnotation(level, title, text));
}
function appendTo(host, variable, text) {
    const file = host.env[variable] ?? '';
    if (file !== '')
        host.appendDurably(file, text());
}
function saveState(host, name, value) {
    appendTo(host, 'GITHUB_STATE', () => `${name}=${value}\n`);
}
function addToPath(host, folder) {
    appendTo(host, 'GITHUB_PATH', () => `${folder}\n`);
}
function readState(host, name) {
    return host.env[`STATE_${name}`];
}
function publishAfterwards(report) {
    for (const line of (0,core_report/* renderText */.S5)(report))
        process.stdout.write(`${line}\n`);
    publishProblem(report);
}
function publishFailure(message, id) {
    annotate('error', id, message);
}


/***/ }),

/***/ 2508:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P6: () => (/* binding */ nodeHost),
/* harmony export */   ut: () => (/* binding */ readPieces)
/* harmony export */ });
/* unused harmony export SYSTEM_FOLDERS */
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1421);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6760);
/* harmony import */ var _core_problem_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4458);





const TEXT_LIMIT = 1024 * 1024;
const PIECE = 256 * 1024;
const SYSTEM_FOLDERS = [
    '/usr/local/sbin',
    '/usr/local/bin',
    '/usr/sbin',
    '/usr/bin',
    '/sbin',
    '/bin',
];
function nodeHost() {
    return {
        env: process.env,
        uid: process.geteuid?.() ?? -1,
        gid: process.getegid?.() ?? -1,
        system: process.platform,
        nodeArch: (0,node_os__WEBPACK_IMPORTED_MODULE_2__.arch)(),
        endian: (0,node_os__WEBPACK_IMPORTED_MODULE_2__.endianness)() === 'BE' ? 'big' : 'little',
        kernelRelease: (0,node_os__WEBPACK_IMPORTED_MODULE_2__.release)(),
        nodeVersion: process.version,
        node: process.execPath,
        cpus: (0,node_os__WEBPACK_IMPORTED_MODULE_2__.availableParallelism)(),
        readText: (path) => new TextDecoder().decode(readStart(path, TEXT_LIMIT)),
        readBytes: readStart,
        readPieces: (path, look) => readPieces(path, look),
        list: listUnsorted,
        stat,
        fileSystemType: (path) => attempt(() => node_fs__WEBPACK_IMPORTED_MODULE_1__.statfsSync(path).type),
        freeBytes: (path) => attempt(() => freeBytes(path)),
        realPath: (path) => attempt(() => node_fs__WEBPACK_IMPORTED_MODULE_1__.realpathSync(path)),
        writeKernel,
        makeTemporary: (prefix, parent) => node_fs__WEBPACK_IMPORTED_MODULE_1__.mkdtempSync((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(parent ?? (0,node_os__WEBPACK_IMPORTED_MODULE_2__.tmpdir)(), prefix)),
        makeFolder: (path, mode) => {
            node_fs__WEBPACK_IMPORTED_MODULE_1__.mkdirSync(path, { recursive: true });
            if (mode !== undefined)
                node_fs__WEBPACK_IMPORTED_MODULE_1__.chmodSync(path, mode);
        },
        makeMode: (path, mode) => node_fs__WEBPACK_IMPORTED_MODULE_1__.chmodSync(path, mode),
        isWritable: (path) => canAccess(path, node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.W_OK | node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.X_OK),
        readable: (path) => attempt(() => readStart(path, 1)) !== undefined,
        writeFile: (path, bytes, mode) => {
            node_fs__WEBPACK_IMPORTED_MODULE_1__.writeFileSync(path, bytes);
            if (mode !== undefined)
                node_fs__WEBPACK_IMPORTED_MODULE_1__.chmodSync(path, mode);
        },
        appendDurably,
        rename: (from, to) => node_fs__WEBPACK_IMPORTED_MODULE_1__.renameSync(from, to),
        remove: (path) => node_fs__WEBPACK_IMPORTED_MODULE_1__.rmSync(path, { recursive: true, force: true }),
        open: (path) => {
            const fd = node_fs__WEBPACK_IMPORTED_MODULE_1__.openSync(path, node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_RDONLY);
            return { fd, close: () => node_fs__WEBPACK_IMPORTED_MODULE_1__.closeSync(fd) };
        },
        which: (program) => which(program, process.env.PATH ?? ''),
        run,
    };
}
function readStart(path, length) {
    const fd = node_fs__WEBPACK_IMPORTED_MODULE_1__.openSync(path, node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_RDONLY);
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
function readPieces(path, look, follow = true) {
    const fd = node_fs__WEBPACK_IMPORTED_MODULE_1__.openSync(path, node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_RDONLY | (follow ? 0 : node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_NOFOLLOW));
    try {
        const piece = Buffer.allocUnsafe(PIECE);
        for (;;) {
            const count = node_fs__WEBPACK_IMPORTED_MODULE_1__.readSync(fd, piece, 0, PIECE, null);
            if (count === 0)
                break;
            look(piece.subarray(0, count));
        }
    }
    finally {
        node_fs__WEBPACK_IMPORTED_MODULE_1__.closeSync(fd);
    }
}
function listUnsorted(path) {
    const folder = node_fs__WEBPACK_IMPORTED_MODULE_1__.opendirSync(path);
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
    return attempt(() => {
        const found = follow ? node_fs__WEBPACK_IMPORTED_MODULE_1__.statSync(path) : node_fs__WEBPACK_IMPORTED_MODULE_1__.lstatSync(path);
        const kind = found.isFile()
            ? 'file'
            : found.isDirectory()
                ? 'folder'
                : found.isSymbolicLink()
                    ? 'link'
                    : 'other';
        return {
            kind,
            size: found.size,
            mode: found.mode & 0o7777,
            uid: found.uid,
            device: found.dev,
            inode: found.ino,
            modified: found.mtimeMs,
            changed: found.ctimeMs,
        };
    });
}
function freeBytes(path) {
    const { bavail, bsize } = node_fs__WEBPACK_IMPORTED_MODULE_1__.statfsSync(path);
    return bavail * bsize;
}
function writeKernel(path, text) {
    const fd = node_fs__WEBPACK_IMPORTED_MODULE_1__.openSync(path, node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_WRONLY);
    try {
        node_fs__WEBPACK_IMPORTED_MODULE_1__.writeSync(fd, text);
    }
    finally {
        node_fs__WEBPACK_IMPORTED_MODULE_1__.closeSync(fd);
    }
}
function appendDurably(path, text) {
    const fd = node_fs__WEBPACK_IMPORTED_MODULE_1__.openSync(path, 'a', 0o600);
    try {
        node_fs__WEBPACK_IMPORTED_MODULE_1__.writeSync(fd, text);
        node_fs__WEBPACK_IMPORTED_MODULE_1__.fsyncSync(fd);
    }
    finally {
        node_fs__WEBPACK_IMPORTED_MODULE_1__.closeSync(fd);
    }
}
function which(program, searchPath) {
    if (program.includes('/'))
        return isExecutable(program) ? program : undefined;
    const folders = searchPath.split(node_path__WEBPACK_IMPORTED_MODULE_3__.delimiter).filter((folder) => folder.startsWith('/'));
    for (const folder of new Set([...folders, ...SYSTEM_FOLDERS])) {
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(folder, program);
        if (isExecutable(path))
            return path;
    }
    return undefined;
}
function attempt(read) {
    try {
        return read();
    }
    catch {
        return undefined;
    }
}
function isExecutable(path) {
    return canAccess(path, node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.X_OK) && stat(path)?.kind === 'file';
}
function canAccess(path, mode) {
    try {
        node_fs__WEBPACK_IMPORTED_MODULE_1__.accessSync(path, mode);
        return true;
    }
    catch {
        return false;
    }
}
async function run(command, inherit = []) {
    try {
        return await runToEnd(command, inherit);
    }
    catch (thrown) {
        const error = (0,_core_problem_js__WEBPACK_IMPORTED_MODULE_4__/* .errnoOf */ .UQ)(thrown) ?? 'EUNKNOWN';
        return { code: null, signal: null, stdout: '', stderr: '', timedOut: false, error, ms: 0 };
    }
}
function runToEnd(command, inherit) {
    const started = now();
    const maxBytes = command.maxBytes ?? TEXT_LIMIT;
    const output = command.silent === true ? 'ignore' : 'pipe';
    return new Promise((resolve) => {
        const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(command.file, command.args, {
            env: command.env ?? process.env,
            ...(command.cwd === undefined ? {} : { cwd: command.cwd }),
            stdio: [hasInput(command) ? 'pipe' : 'ignore', output, output, ...inherit.map(({ fd }) => fd)],
            detached: true,
        });
        const stdout = collect(child.stdout, maxBytes);
        const stderr = collect(child.stderr, maxBytes);
        let timedOut = false;
        let error;
        const timer = setTimeout(() => {
            timedOut = true;
            killGroup(child.pid);
            child.stdout?.destroy();
            child.stderr?.destroy();
        }, command.timeoutMs);
        child.on('error', (problem) => {
            error = 'code' in problem && typeof problem.code === 'string' ? problem.code : 'EUNKNOWN';
            if (child.pid === undefined)
                finish(null, null);
        });
        child.on('close', finish);
        const { stdin } = child;
        stdin?.on('error', () => undefined);
        if (command.feed === undefined)
            stdin?.end(command.stdin);
        else
            command.feed({ write: (text) => stdin?.write(text), end: () => stdin?.end() });
        function finish(code, signal) {
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
function hasInput({ stdin, feed }) {
    return stdin !== undefined || feed !== undefined;
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
function killGroup(pid) {
    if (pid === undefined)
        return;
    try {
        process.kill(-pid, 'SIGKILL');
    }
    catch {
    }
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

/***/ 3295:
/***/ ((__webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__webpack_require__.r(__webpack_exports__);
/* harmony import */ var _core_record_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6212);
/* harmony import */ var _doors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7384);
/* harmony import */ var _host_github_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2698);
/* harmony import */ var _host_host_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2508);
/* harmony import */ var _remove_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4965);





process.exit(await main());
async function main() {
    const host = (0,_host_host_js__WEBPACK_IMPORTED_MODULE_3__/* .nodeHost */ .P6)();
    const code = await endRun(host, (0,_host_github_js__WEBPACK_IMPORTED_MODULE_2__/* .readState */ .un)(host, 'run'));
    await endScope(host);
    await saveDownloads(host);
    return code;
}
async function endRun(host, run) {
    if (!(0,_core_record_js__WEBPACK_IMPORTED_MODULE_0__/* .isRunId */ .Pk)(run))
        return 0;
    const voice = (0,_host_github_js__WEBPACK_IMPORTED_MODULE_2__/* .githubVoice */ .Sy)();
    const changes = (0,_host_github_js__WEBPACK_IMPORTED_MODULE_2__/* .readState */ .un)(host, 'cleanup') === 'true';
    const door = { ...voice, privilegedProgram: (0,_doors_js__WEBPACK_IMPORTED_MODULE_1__/* .privilegedProgram */ .CG)() };
    const report = await (0,_remove_js__WEBPACK_IMPORTED_MODULE_4__.runUndo)(host, run, changes, door);
    voice.end();
    (0,_host_github_js__WEBPACK_IMPORTED_MODULE_2__/* .publishAfterwards */ .tk)(report);
    return report.exitCode;
}
async function endScope(host) {
    const [holders, engine] = [(0,_host_github_js__WEBPACK_IMPORTED_MODULE_2__/* .readState */ .un)(host, 'holders'), (0,_host_github_js__WEBPACK_IMPORTED_MODULE_2__/* .readState */ .un)(host, 'engine')];
    if (holders !== undefined) {
        const { parseEntrances } = await __webpack_require__.e(/* import() */ 622).then(__webpack_require__.bind(__webpack_require__, 622));
        const { endHolder } = await __webpack_require__.e(/* import() */ 735).then(__webpack_require__.bind(__webpack_require__, 7735));
        parseEntrances(holders).forEach(endHolder);
    }
    if (engine !== undefined) {
        const { parsePinned } = await __webpack_require__.e(/* import() */ 479).then(__webpack_require__.bind(__webpack_require__, 1479));
        const { removeFromEngine } = await __webpack_require__.e(/* import() */ 896).then(__webpack_require__.bind(__webpack_require__, 5896));
        (await removeFromEngine(host, parsePinned(engine))).forEach(_host_github_js__WEBPACK_IMPORTED_MODULE_2__/* .writeLine */ ._r);
    }
}
async function saveDownloads(host) {
    const text = (0,_host_github_js__WEBPACK_IMPORTED_MODULE_2__/* .readState */ .un)(host, 'cache');
    if (text === undefined)
        return;
    const { parseCacheRecords, saveToActionsCache } = await __webpack_require__.e(/* import() */ 189).then(__webpack_require__.bind(__webpack_require__, 9570));
    for (const record of parseCacheRecords(text))
        await saveToActionsCache(record, _host_github_js__WEBPACK_IMPORTED_MODULE_2__/* .writeLine */ ._r);
}

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 4965:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   NO_STORE: () => (/* binding */ NO_STORE),
/* harmony export */   carryOut: () => (/* binding */ carryOut),
/* harmony export */   emptyPlan: () => (/* binding */ emptyPlan),
/* harmony export */   observeAloud: () => (/* binding */ observeAloud),
/* harmony export */   report: () => (/* binding */ report),
/* harmony export */   runRemove: () => (/* binding */ runRemove),
/* harmony export */   runUndo: () => (/* binding */ runUndo)
/* harmony export */ });
/* harmony import */ var _core_checks_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1199);
/* harmony import */ var _core_facts_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(6426);
/* harmony import */ var _core_narration_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1787);
/* harmony import */ var _core_outcome_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9649);
/* harmony import */ var _core_plan_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3658);
/* harmony import */ var _core_platforms_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9636);
/* harmony import */ var _core_removal_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3653);
/* harmony import */ var _core_report_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6459);
/* harmony import */ var _host_escalate_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(6690);
/* harmony import */ var _host_observe_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(2692);
/* harmony import */ var _host_persisted_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(3229);
/* harmony import */ var _host_prove_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(910);
/* harmony import */ var _host_state_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(3153);













const NO_STORE = '/dev/null';
async function runRemove(host, inputs, door) {
    const facts = await observeAloud(host, door);
    const { entries, state } = facts.table;
    const targets = (0,_core_platforms_js__WEBPACK_IMPORTED_MODULE_4__/* .targetsOf */ .QR)(inputs.platforms.map(({ arch }) => arch));
    const { remove, forget, refused, notes } = (0,_core_removal_js__WEBPACK_IMPORTED_MODULE_5__/* .planRemoval */ .Ao)(inputs, targets, entries, door.store, (0,_host_state_js__WEBPACK_IMPORTED_MODULE_11__/* .ownRules */ .og)(host), (0,_host_persisted_js__WEBPACK_IMPORTED_MODULE_9__/* .readPersisted */ .i)(host, inputs.scope));
    const persist = forget.length === 0 ? {} : { persist: { handlers: [], rules: [], forget } };
    const plan = {
        ...emptyPlan(door.store),
        ...(door.run === undefined ? {} : { run: door.run.id }),
        remove,
        ...persist,
    };
    const stop = (0,_core_plan_js__WEBPACK_IMPORTED_MODULE_3__/* .changesHost */ .qA)(plan) ? obstacleOf(facts) : undefined;
    if (stop !== undefined)
        return report(host, facts, _core_plan_js__WEBPACK_IMPORTED_MODULE_3__/* .NOTHING_APPLIED */ .Q9, notes, stop);
    if ((0,_core_plan_js__WEBPACK_IMPORTED_MODULE_3__/* .changesHost */ .qA)(plan) && inputs.cleanup)
        door.run?.remember();
    const applied = (0,_core_plan_js__WEBPACK_IMPORTED_MODULE_3__/* .changesHost */ .qA)(plan) ? await carryOut(host, facts, plan, door) : _core_plan_js__WEBPACK_IMPORTED_MODULE_3__/* .NOTHING_APPLIED */ .Q9;
    const told = state === 'ready' ? notes : [`binfmt_misc is ${state}: there are no entries`];
    return report(host, facts, applied, told, (0,_core_outcome_js__WEBPACK_IMPORTED_MODULE_2__/* .unremoved */ .cu)([...applied.problems, ...refused]));
}
async function runUndo(host, run, changes, door) {
    const facts = await observeAloud(host, door);
    const { problem, applied } = (0,_core_facts_js__WEBPACK_IMPORTED_MODULE_12__/* .isPrivileged */ .a8)(facts)
        ? {
            problem: undefined,
            applied: await carryOut(host, facts, { ...emptyPlan(NO_STORE), run, end: { changes } }, door),
        }
        : { problem: obstacleOf(facts), applied: _core_plan_js__WEBPACK_IMPORTED_MODULE_3__/* .NOTHING_APPLIED */ .Q9 };
    return report(host, facts, applied, [], problem ?? (0,_core_outcome_js__WEBPACK_IMPORTED_MODULE_2__/* .unremoved */ .cu)(applied.problems));
}
function emptyPlan(store) {
    return { schema: 1, prepare: [], remove: [], install: [], prove: [], store };
}
async function observeAloud(host, door) {
    const facts = await (0,_host_observe_js__WEBPACK_IMPORTED_MODULE_8__/* .observe */ .lB)(host);
    door.group('Host');
    for (const line of (0,_core_narration_js__WEBPACK_IMPORTED_MODULE_1__/* .narrateHost */ .yh)(facts))
        door.line(line);
    return facts;
}
function obstacleOf(facts) {
    const finding = (0,_core_checks_js__WEBPACK_IMPORTED_MODULE_0__/* .preflight */ .Mz)(facts) ?? (0,_core_checks_js__WEBPACK_IMPORTED_MODULE_0__/* .changeObstacle */ .Ub)(facts);
    return finding === undefined ? undefined : (0,_core_checks_js__WEBPACK_IMPORTED_MODULE_0__/* .asProblem */ .gr)(finding, 'take entries away');
}
async function carryOut(host, facts, plan, door) {
    const applied = await (0,_host_escalate_js__WEBPACK_IMPORTED_MODULE_7__/* .applyWith */ .Z)(host, facts, plan, door.privilegedProgram);
    door.group('Changes');
    for (const line of (0,_core_narration_js__WEBPACK_IMPORTED_MODULE_1__/* .narrateChanges */ .dY)(plan, applied))
        door.line(line);
    return applied;
}
async function report(host, facts, applied, notes, problem, mode = 'remove') {
    const table = (0,_host_observe_js__WEBPACK_IMPORTED_MODULE_8__/* .observeTable */ .pw)(host, (0,_host_observe_js__WEBPACK_IMPORTED_MODULE_8__/* .observeMounts */ .B8)(host), facts.kernel.release, facts.table.path);
    const after = { ...facts, table };
    const looked = (0,_core_platforms_js__WEBPACK_IMPORTED_MODULE_4__/* .targetsOf */ .QR)([facts.architecture ?? '', ..._core_platforms_js__WEBPACK_IMPORTED_MODULE_4__/* .CONTAINER_ARCHITECTURES */ .dz]);
    return (0,_core_report_js__WEBPACK_IMPORTED_MODULE_6__/* .makeReport */ .dO)({
        mode,
        facts: after,
        verdicts: (0,_host_prove_js__WEBPACK_IMPORTED_MODULE_10__/* .judgeAll */ .Ty)(await (0,_host_prove_js__WEBPACK_IMPORTED_MODULE_10__/* .probeAll */ .mQ)(host, after, looked), after),
        requested: [],
        ...(0,_core_outcome_js__WEBPACK_IMPORTED_MODULE_2__/* .summarise */ .fS)(applied),
        findings: [],
        notes: [...notes, ...(applied.notes ?? [])],
        ...(problem === undefined ? {} : { problem }),
    });
}


/***/ })

};
