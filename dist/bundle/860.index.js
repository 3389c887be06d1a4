export const id = 860;
export const ids = [860,346];
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

/***/ 6860:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   runMount: () => (/* binding */ runMount)
/* harmony export */ });
/* harmony import */ var _core_checks_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1199);
/* harmony import */ var _core_plan_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3658);
/* harmony import */ var _core_preparation_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9124);
/* harmony import */ var _core_problem_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4458);
/* harmony import */ var _remove_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4965);





const WHAT = 'mount binfmt_misc';
async function runMount(host, door) {
    const facts = await (0,_remove_js__WEBPACK_IMPORTED_MODULE_3__.observeAloud)(host, door);
    const prepare = (0,_core_preparation_js__WEBPACK_IMPORTED_MODULE_4__/* .planPreparation */ .X)(facts);
    const finding = (0,_core_checks_js__WEBPACK_IMPORTED_MODULE_0__/* .preflight */ .Mz)(facts) ?? (prepare.length > 0 ? (0,_core_checks_js__WEBPACK_IMPORTED_MODULE_0__/* .changeObstacle */ .Ub)(facts) : undefined);
    const run = door.run === undefined ? {} : { run: door.run.id };
    const applied = finding === undefined && prepare.length > 0
        ? await (0,_remove_js__WEBPACK_IMPORTED_MODULE_3__.carryOut)(host, facts, { ...(0,_remove_js__WEBPACK_IMPORTED_MODULE_3__.emptyPlan)(_remove_js__WEBPACK_IMPORTED_MODULE_3__.NO_STORE), ...run, prepare }, door)
        : _core_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .NOTHING_APPLIED */ .Q9;
    const problem = finding === undefined ? failure(applied) : (0,_core_checks_js__WEBPACK_IMPORTED_MODULE_0__/* .asProblem */ .gr)(finding, WHAT);
    const seen = await (0,_remove_js__WEBPACK_IMPORTED_MODULE_3__.report)(host, facts, applied, [], problem, 'mount');
    return { ...seen, notes: [...seen.notes, `these run here: ${seen.outputs.platforms}`] };
}
function failure({ problems }) {
    if (problems.length === 0)
        return undefined;
    const remedy = 'Run the doctor for more';
    return new _core_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .SetupProblem */ .DN({ id: 'SB009', kind: 'host', what: WHAT, cause: problems.join('; '), remedy });
}


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
