export const id = 687;
export const ids = [687];
export const modules = {

/***/ 7028:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runRemove: () => (/* binding */ runRemove)
});

// EXTERNAL MODULE: ./lib/journal/journal.js
var journal = __webpack_require__(7894);
// EXTERNAL MODULE: ./lib/plan/plan.js
var plan_plan = __webpack_require__(4598);
// EXTERNAL MODULE: ./lib/binfmt/entry.js
var binfmt_entry = __webpack_require__(3678);
// EXTERNAL MODULE: ./lib/binfmt/persist.js
var persist = __webpack_require__(7434);
// EXTERNAL MODULE: ./lib/binfmt/rule.js
var binfmt_rule = __webpack_require__(6582);
// EXTERNAL MODULE: ./lib/platform/platforms.js
var platforms = __webpack_require__(2061);
// EXTERNAL MODULE: ./lib/text/text.js
var text_text = __webpack_require__(8614);
;// CONCATENATED MODULE: ./lib/plan/remove.js





function planRemoval(asked, targets, entries, store, ownRules, persisted) {
    const chosen = new Set(asked.all ? entries.filter(binfmt_entry/* isQemuEntry */.bK) : []);
    const refused = [];
    const notes = [];
    const known = [...ownRules, ...persisted];
    const isOwn = (entry) => (0,binfmt_entry/* isQemuEntry */.bK)(entry) ||
        (0,persist/* isOwnHandler */.XV)(entry.interpreter, store) ||
        known.some((rule) => (0,binfmt_rule/* isRuleOf */.Cz)(rule, entry));
    const choose = (found, what, kept) => {
        if (found.length === 0 && !kept)
            notes.push(`there is no entry for ${what}`);
        for (const entry of found) {
            if (isOwn(entry))
                chosen.add(entry);
            else
                refused.push(`entry ${(0,text_text/* printable */.g$)(entry.name, 60)} was not registered by this program, and is not QEMU's`);
        }
    };
    for (const target of asked.all ? [] : targets) {
        const named = entries.filter(({ name }) => name === (0,platforms/* qemuName */.gc)(target));
        choose([...new Set([...(0,binfmt_entry/* claimants */.tO)(entries, target).filter(isOwn), ...named])], target.arch, persisted.some(({ name }) => name === (0,platforms/* qemuName */.gc)(target)));
    }
    for (const name of asked.names) {
        const pattern = patternOf(name);
        const found = entries.filter((entry) => (pattern.test(entry.name) && (!name.includes('*') || isOwn(entry))) ||
            isHelperOf(name, entry, isOwn, known));
        choose(found, `"${(0,text_text/* printable */.g$)(name, 60)}"`, persisted.some((rule) => pattern.test(rule.name)));
    }
    const forget = persisted.filter((rule) => (asked.all && (0,binfmt_entry/* isQemuEntry */.bK)(rule)) ||
        targets.some((target) => rule.name === (0,platforms/* qemuName */.gc)(target)) ||
        asked.names.some((name) => patternOf(name).test(rule.name)));
    return { remove: [...chosen].map(binfmt_entry/* pin */.y_), forget: forget.map(({ name }) => name), refused, notes };
}
function isHelperOf(name, entry, isOwn, known) {
    if (entry.name === `${name}.new` || entry.name === `${name}.keep`)
        return isOwn(entry);
    return (entry.name.startsWith('setup-binfmt-undo-') &&
        known.some((rule) => rule.name === name && (0,binfmt_rule/* isRuleOf */.Cz)({ ...rule, name: entry.name }, entry)));
}
function patternOf(name) {
    const parts = name.split('*').map((part) => part.replace(/[.+]/g, '\\$&'));
    return new RegExp(`^${parts.join('.*')}$`);
}

// EXTERNAL MODULE: ./lib/report/problems.js
var problems = __webpack_require__(1474);
// EXTERNAL MODULE: ./lib/commands/carry-out.js + 9 modules
var carry_out = __webpack_require__(3911);
// EXTERNAL MODULE: ./lib/commands/survey.js + 1 modules
var survey = __webpack_require__(3775);
;// CONCATENATED MODULE: ./lib/commands/remove.js







async function runRemove(host, inputs, context) {
    const facts = await (0,survey/* observeAloud */.M6)(host, context);
    const { entries, state } = facts.table;
    const { remove, forget, refused, notes } = planRemoval(inputs, (0,platforms/* targetsOf */.QR)(inputs.platforms.map(({ arch }) => arch)), entries, context.store, (0,journal/* ownRules */.og)(host), (0,survey/* persistedFor */.Ji)(host, inputs));
    const plan = {
        ...(0,plan_plan/* emptyPlan */.n7)(context.store),
        run: context.run?.id,
        remove,
        persist: forget.length === 0 ? undefined : { handlers: [], rules: [], forget },
    };
    const obstacle = (0,plan_plan/* changesHost */.qA)(plan) ? (0,problems/* obstacleToRemoval */.pD)(facts) : undefined;
    if (obstacle !== undefined) {
        return (0,carry_out/* reportAfter */.R9)(host, facts, plan_plan/* NOTHING_APPLIED */.Q9, { mode: 'remove', notes, problem: obstacle });
    }
    if ((0,plan_plan/* changesHost */.qA)(plan) && inputs.cleanup)
        context.run?.remember();
    const applied = await (0,carry_out/* carryOut */.u0)(host, facts, plan, context);
    return (0,carry_out/* reportAfter */.R9)(host, facts, applied, {
        mode: 'remove',
        notes: state === 'ready' ? notes : [`binfmt_misc is ${state}: there are no entries`],
        problem: (0,problems/* unremoved */.cu)([...applied.problems, ...refused]),
    });
}


/***/ })

};
