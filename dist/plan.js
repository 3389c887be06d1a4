export const id = 342;
export const ids = [342];
export const modules = {

/***/ 50:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  choose: () => (/* binding */ choose),
  planRequest: () => (/* binding */ planRequest),
  runPlan: () => (/* binding */ runPlan),
  tryPrivately: () => (/* binding */ tryPrivately)
});

// EXTERNAL MODULE: ./lib/binfmt/table.js
var table = __webpack_require__(1302);
// EXTERNAL MODULE: ./lib/doctor/checks/index.js + 9 modules
var checks = __webpack_require__(799);
// EXTERNAL MODULE: ./lib/journal/journal.js
var journal = __webpack_require__(7894);
// EXTERNAL MODULE: ./lib/namespace/private-table.js + 3 modules
var private_table = __webpack_require__(7757);
// EXTERNAL MODULE: ./lib/plan/changes.js
var changes = __webpack_require__(2192);
// EXTERNAL MODULE: ./lib/plan/decide.js
var decide = __webpack_require__(2397);
// EXTERNAL MODULE: ./lib/binfmt/entry.js
var binfmt_entry = __webpack_require__(3678);
// EXTERNAL MODULE: ./lib/platform/platforms.js
var platforms = __webpack_require__(2061);
// EXTERNAL MODULE: ./lib/plan/plan.js
var plan_plan = __webpack_require__(4598);
;// CONCATENATED MODULE: ./lib/plan/preview.js




function previewChanges(request) {
    const { inputs, facts, wanted } = request;
    const plan = (0,changes/* planChanges */.XA)({ ...request, handlers: [], lease: false });
    const replaced = new Set(wanted.flatMap(({ replaces }) => replaces.map(({ name }) => name)));
    const removed = inputs.reset
        ? facts.table.entries.filter((entry) => (0,binfmt_entry/* isQemuEntry */.bK)(entry) && !replaced.has(entry.name))
        : [];
    const kept = [...wanted.map(({ target }) => (0,platforms/* qemuName */.gc)(target)), ...inputs.rules.map(({ name }) => name)];
    return {
        changes: wanted.length + removed.length > 0 || (0,plan_plan/* changesHost */.qA)(plan),
        replaced: [...replaced],
        removed: removed.map(({ name }) => name),
        rules: (plan.rules ?? []).map(({ rule }) => rule.name),
        persisted: inputs.persist ? kept : [],
    };
}

// EXTERNAL MODULE: ./lib/platform/matrix.js
var platform_matrix = __webpack_require__(9840);
// EXTERNAL MODULE: ./lib/probe/probe.js
var probe = __webpack_require__(8530);
// EXTERNAL MODULE: ./lib/report/narrate.js
var narrate = __webpack_require__(4175);
// EXTERNAL MODULE: ./lib/report/problems.js
var problems = __webpack_require__(1474);
// EXTERNAL MODULE: ./lib/report/report.js
var report = __webpack_require__(7556);
// EXTERNAL MODULE: ./lib/report/result.js
var report_result = __webpack_require__(6015);
// EXTERNAL MODULE: ./lib/text/problem.js
var problem = __webpack_require__(894);
// EXTERNAL MODULE: ./lib/commands/survey.js + 1 modules
var commands_survey = __webpack_require__(3775);
;// CONCATENATED MODULE: ./lib/commands/plan.js
















const NO_PLATFORM = 'no platform is asked for: no QEMU is fetched';
async function runPlan(host, asked, context) {
    const survey = await (0,commands_survey/* surveyHost */.Lf)(host, asked, context);
    const choice = await choose(host, asked, context, survey);
    return (0,report/* makeReport */.dO)(await preview(host, context, choice));
}
async function choose(host, asked, context, { facts, probing }) {
    const taken = await takeFromImage(asked, context);
    if ('problem' in taken) {
        const nothing = { inputs: asked, matrix: { include: [] }, absent: [], unfit: undefined };
        return { ...nothing, result: (0,report_result/* newResult */.YT)(asked.mode, facts), wrong: taken.problem };
    }
    const { inputs, absent, notes } = taken;
    const matrix = (0,platform_matrix/* planMatrix */.T4)(inputs.platforms, inputs.runners);
    const wrong = (0,problems/* tooLarge */.g$)((0,platform_matrix/* matrixProblems */.qu)(matrix)) ?? (0,problems/* wrongRules */.lG)(findRuleProblems(host, inputs, facts));
    const verdicts = (0,probe/* judgeAll */.Ty)(await (probing ?? (0,commands_survey/* probeRequested */.Rp)(host, facts, inputs, context)), facts);
    const decisions = decideAll(inputs, facts, verdicts, context.store);
    (0,narrate/* narrateDecisions */.z0)(decisions).forEach(context.line);
    const result = {
        ...(0,report_result/* newResult */.YT)(inputs.mode, facts),
        verdicts,
        platforms: (0,report_result/* joinPlatforms */.V5)(inputs, decisions, verdicts),
        notes: [
            ...notes,
            ...(asked.platforms.length === 0 ? [NO_PLATFORM] : []),
            ...(0,decide/* noteKept */.lu)(decisions, verdicts, facts, inputs, context.store),
        ],
    };
    return { inputs, result, matrix, absent, wrong, unfit: (0,checks/* preflight */.Mz)(facts) };
}
async function takeFromImage(inputs, { imagePlatforms }) {
    if (inputs.matrixFrom === undefined)
        return { inputs, absent: [], notes: [] };
    try {
        const offer = await imagePlatforms(inputs.matrixFrom);
        const { platforms, absent, notes } = (0,platform_matrix/* choosePlatforms */.kD)(inputs, offer);
        return { inputs: { ...inputs, platforms, all: false }, absent, notes };
    }
    catch (thrown) {
        if (!(thrown instanceof problem/* SetupProblem */.DN))
            throw thrown;
        return { problem: thrown };
    }
}
function findRuleProblems(host, inputs, facts) {
    if (inputs.rules.length === 0)
        return [];
    const interpreterOf = (path) => (0,table/* observeInterpreter */.Rr)(host, path);
    return (0,changes/* listRuleProblems */.fq)(inputs, facts, (0,journal/* ownRules */.og)(host), interpreterOf, (0,table/* observePrograms */.Oh)(host));
}
function decideAll(inputs, facts, verdicts, store) {
    const decideFirst = inputs.reset ? decide/* decideAfterReset */.c1 : decide/* decide */.LD;
    const targets = (0,platforms/* targetsOf */.QR)(inputs.platforms.map(({ arch }) => arch));
    const decisions = decideFirst(targets, verdicts, facts.table.entries, inputs.onConflict, store);
    return (0,decide/* reconsider */.rE)(decisions, facts, inputs, store);
}
async function preview(host, context, choice) {
    const { inputs, result, matrix, wrong, unfit } = choice;
    if (wrong !== undefined)
        return { ...result, problem: wrong };
    const changes = previewChanges(planRequest(host, context, choice));
    const refused = (0,problems/* refusal */.x5)(result.platforms);
    const stop = (unfit && (0,problems/* unfitness */.oc)(unfit)) ??
        (inputs.strict ? refused : undefined) ??
        (changes.changes ? (0,problems/* obstacle */.ET)(await tryPrivately(host, result.facts), inputs) : undefined);
    const warnings = refused === undefined || inputs.strict ? [] : [`Setup would warn: ${refused.message}`];
    return {
        ...result,
        matrix,
        planned: { ...changes, stop: stop && { id: stop.id, message: stop.message } },
        findings: unfit === undefined ? [] : [unfit],
        notes: [...result.notes, ...warnings],
    };
}
function planRequest(host, { store }, { inputs, result }) {
    const { facts, verdicts, platforms } = result;
    return {
        inputs,
        facts,
        verdicts,
        wanted: (0,report_result/* decisionsTo */.bp)('install', platforms),
        store,
        persisted: (0,commands_survey/* persistedFor */.Ji)(host, inputs),
        recorded: inputs.rules.length === 0 ? [] : (0,journal/* ownRules */.og)(host),
    };
}
async function tryPrivately(host, facts) {
    if (facts.privilege !== 'none' || facts.namespaces !== undefined)
        return facts;
    return { ...facts, namespaces: await (0,private_table/* observeNamespaces */.Zr)(host, { wanted: false }) };
}


/***/ }),

/***/ 2397:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LD: () => (/* binding */ decide),
/* harmony export */   c1: () => (/* binding */ decideAfterReset),
/* harmony export */   lu: () => (/* binding */ noteKept),
/* harmony export */   rE: () => (/* binding */ reconsider)
/* harmony export */ });
/* unused harmony export isReplaceable */
/* harmony import */ var _binfmt_entry_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3678);
/* harmony import */ var _binfmt_persist_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7434);
/* harmony import */ var _binfmt_rule_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6582);
/* harmony import */ var _facts_facts_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7302);
/* harmony import */ var _oci_reference_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(3410);
/* harmony import */ var _platform_elf_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3176);
/* harmony import */ var _platform_platforms_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2061);
/* harmony import */ var _qemu_store_layout_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2826);
/* harmony import */ var _text_text_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8614);









function decide(targets, verdicts, entries, policy, store) {
    const owned = (entry) => (0,_binfmt_persist_js__WEBPACK_IMPORTED_MODULE_1__/* .isOwnHandler */ .XV)(entry.interpreter, store);
    return targets.map((target) => decideOne(target, verdicts.get(target.arch), entries, policy, owned));
}
function decideOne(target, verdict, entries, policy, owned) {
    const decided = (action, reason) => ({ target, action, reason, replaces: [] });
    if (verdict?.status === 'native')
        return decided('native', 'this host runs it itself');
    const claiming = (0,_binfmt_entry_js__WEBPACK_IMPORTED_MODULE_0__/* .claimants */ .tO)(entries, target);
    const works = verdict?.status === 'emulated';
    const foreign = claiming.filter((entry) => !owned(entry));
    const answers = claiming.find(({ enabled }) => enabled);
    if (works && (answers === undefined || owned(answers)))
        return decided('keep', 'its handler is proven');
    if (policy === 'fail' && foreign.length > 0) {
        const names = foreign.map(({ name }) => (0,_text_text_js__WEBPACK_IMPORTED_MODULE_7__/* .printable */ .g$)(name, 60)).join(', ');
        return decided('refuse', `another entry claims it (${names})`);
    }
    if (policy === 'keep' && foreign.length > 0) {
        return decided('keep', 'another entry claims it, and such are to be kept');
    }
    if (policy === 'repair' && works)
        return decided('keep', 'an entry of someone else is proven');
    const reason = works
        ? 'entries of others are to be replaced'
        : (verdict?.reason ?? 'nothing is known of it');
    return { ...decided('install', reason), replaces: replaceable(entries, target) };
}
function replaceable(entries, target) {
    const claiming = (0,_binfmt_entry_js__WEBPACK_IMPORTED_MODULE_0__/* .claimants */ .tO)(entries, target).filter(({ enabled }) => enabled);
    const inTheWay = entries.filter((entry) => claiming.includes(entry) || entry.name === (0,_platform_platforms_js__WEBPACK_IMPORTED_MODULE_5__/* .qemuName */ .gc)(target));
    return inTheWay.filter((entry) => isReplaceable(entry, target));
}
const FOREIGN_NAMES = /^(?:WSLInterop|rosetta|fex|box64|box86|python|jar|java|wine|cli|llvm)/i;
const FOREIGN_INTERPRETERS = /(?:^|\/)(?:rosetta|FEX\w*|box(?:64|86))$/;
function isReplaceable(entry, target) {
    const rule = (0,_binfmt_rule_js__WEBPACK_IMPORTED_MODULE_2__/* .ruleOfEntry */ .Ek)(entry);
    if (rule === undefined || FOREIGN_NAMES.test(rule.name) || FOREIGN_INTERPRETERS.test(rule.interpreter))
        return false;
    const { match } = rule;
    if (match.kind !== 'magic')
        return false;
    const others = _platform_platforms_js__WEBPACK_IMPORTED_MODULE_5__/* .TARGETS */ .dW.filter(({ elf }) => elf.machine !== target.elf.machine);
    return !others.some(({ elf }) => (0,_binfmt_entry_js__WEBPACK_IMPORTED_MODULE_0__/* .matchesHeader */ .Vv)(match, (0,_platform_elf_js__WEBPACK_IMPORTED_MODULE_4__/* .headersOf */ .Yl)(elf)));
}
const decideAfterReset = (targets, verdicts, entries, policy, store) => {
    const rest = entries.filter((entry) => !(0,_binfmt_entry_js__WEBPACK_IMPORTED_MODULE_0__/* .isQemuEntry */ .bK)(entry));
    const voided = new Map([...verdicts].map(([arch, verdict]) => {
        const gone = verdict.entry !== undefined && (0,_binfmt_entry_js__WEBPACK_IMPORTED_MODULE_0__/* .isQemuEntry */ .bK)(verdict.entry);
        const reason = 'every qemu-* entry is reset';
        return [arch, gone ? { ...verdict, status: 'absent', reason } : verdict];
    }));
    return decide(targets, voided, rest, policy, store).map((decision) => {
        if (decision.action !== 'install')
            return decision;
        const old = replaceable(entries, decision.target).filter(_binfmt_entry_js__WEBPACK_IMPORTED_MODULE_0__/* .isQemuEntry */ .bK);
        return { ...decision, replaces: [...decision.replaces, ...old] };
    });
};
function reconsider(decisions, facts, asked, store) {
    const { entries } = facts.table;
    return decisions.map((decision) => {
        const own = ownAnswering(decision, entries, store);
        const reason = own === undefined ? undefined : whyAnew(own, asked, (0,_facts_facts_js__WEBPACK_IMPORTED_MODULE_3__/* .isPrivileged */ .a8)(facts));
        if (reason === undefined)
            return decision;
        const goes = (entry) => asked.persist ||
            asked.onConflict === 'replace' ||
            (0,_binfmt_persist_js__WEBPACK_IMPORTED_MODULE_1__/* .isOwnHandler */ .XV)(entry.interpreter, store) ||
            entry.name === (0,_platform_platforms_js__WEBPACK_IMPORTED_MODULE_5__/* .qemuName */ .gc)(decision.target);
        const replaces = replaceable(entries, decision.target).filter(goes);
        return { ...decision, action: 'install', reason, replaces };
    });
}
function ownAnswering({ action, target }, entries, store) {
    const entry = (0,_binfmt_entry_js__WEBPACK_IMPORTED_MODULE_0__/* .answering */ .Vk)(entries, target);
    return action === 'keep' && (0,_binfmt_persist_js__WEBPACK_IMPORTED_MODULE_1__/* .isOwnHandler */ .XV)(entry?.interpreter, store) ? entry : undefined;
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
        const name = (0,_text_text_js__WEBPACK_IMPORTED_MODULE_7__/* .printable */ .g$)(entry.name, 60);
        if (asked.onConflict === 'replace')
            return [`${arch}: kept ${name}: to replace it takes root or sudo`];
        const version = verdicts.get(arch)?.qemuVersion;
        const differs = [
            otherCredentials(entry, asked) ?? [],
            isFromElsewhere(entry, asked, store)
                ? `the image asked for is ${(0,_oci_reference_js__WEBPACK_IMPORTED_MODULE_8__/* .formatImageReference */ .my)(asked.image)}`
                : [],
        ].flat();
        if (differs.length === 0)
            return [];
        const what = version === undefined ? name : `QEMU ${version} (${name})`;
        const remedy = (0,_facts_facts_js__WEBPACK_IMPORTED_MODULE_3__/* .isPrivileged */ .a8)(facts)
            ? 'on-conflict replace takes it over'
            : 'on-conflict replace takes it over, as root or with sudo';
        return [`${arch}: kept ${what}; ${differs.join(', and ')}: ${remedy}`];
    });
}
function isFromElsewhere({ interpreter }, { image, qemuFrom }, store) {
    if (qemuFrom[0] !== 'image' || image.digest === undefined || (0,_binfmt_persist_js__WEBPACK_IMPORTED_MODULE_1__/* .isPersistent */ .sv)(interpreter))
        return false;
    const folder = `${store}/${_qemu_store_layout_js__WEBPACK_IMPORTED_MODULE_6__/* .STORE_TOOL */ .zv}/${(0,_qemu_store_layout_js__WEBPACK_IMPORTED_MODULE_6__/* .storeVersion */ .wy)('image', image.digest)}/`;
    return !String(interpreter).startsWith(folder);
}


/***/ })

};
