export const id = 479;
export const ids = [479];
export const modules = {

/***/ 1479:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   parsePinned: () => (/* binding */ parsePinned)
/* harmony export */ });
/* unused harmony export parsePlan */
/* harmony import */ var _binfmt_misc_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5162);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8171);
/* harmony import */ var _persist_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5805);
/* harmony import */ var _platforms_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9636);
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6212);
/* harmony import */ var _rules_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1214);






const HASH = /^[0-9a-f]{64}$/;
const VERSION = /^\d{1,4}(?:\.\d{1,4}){1,3}$/;
const FLAGS = /^P?O?C?F$/;
const NEEDED = (/* unused pure expression or super */ null && (['schema', 'prepare', 'remove', 'install', 'prove', 'store']));
const LIST_LIMIT = 300;
const PREPARATIONS = (/* unused pure expression or super */ null && (['load-module', 'mount']));
function parsePlan(text) {
    let value;
    try {
        value = JSON.parse(text);
    }
    catch {
        return { problems: ['it is not JSON'] };
    }
    const problems = [];
    if (!isObject(value))
        return { problems: ['it is not an object'] };
    checkKeys(value, [...NEEDED, 'run', 'lease', 'end', 'rules', 'persist'], 'the plan', problems);
    if (value.schema !== 1)
        problems.push('its schema is not 1');
    const store = isPlainPath(value.store) ? value.store : '';
    if (store === '')
        problems.push('store is not an absolute path');
    const plan = {
        schema: 1,
        prepare: list(value.prepare, 'prepare', problems).flatMap((step) => {
            if (isPreparation(step))
                return [step];
            problems.push('prepare holds an unknown step');
            return [];
        }),
        remove: list(value.remove, 'remove', problems).flatMap((item) => readPinned(item, 'remove', problems)),
        install: list(value.install, 'install', problems).flatMap((item) => readInstall(item, store, problems)),
        prove: list(value.prove, 'prove', problems).flatMap((arch) => readArchitecture(arch, 'prove', problems)),
        store,
        ...readRun(value, problems),
        ...(value.rules === undefined
            ? {}
            : { rules: list(value.rules, 'rules', problems).flatMap((item) => readRule(item, problems)) }),
        ...(value.persist === undefined ? {} : { persist: readPersist(value.persist, problems) }),
    };
    return problems.length > 0 ? { problems } : plan;
}
function readRun(value, problems) {
    const { run, lease, end } = value;
    if (run === undefined) {
        if (lease !== undefined || end !== undefined)
            problems.push('it has a lease or an end, but no run');
        return {};
    }
    if (!isRunId(run))
        problems.push('run is no id of a run');
    const id = isRunId(run) ? { run } : {};
    if (end !== undefined) {
        if (isObject(end) && typeof end.changes === 'boolean')
            return { ...id, end: { changes: end.changes } };
        problems.push('end does not say whether changes are undone');
    }
    return lease === undefined ? id : { ...id, lease: readLease(lease, problems) };
}
function readPersist(value, problems) {
    const { handlers, rules, forget } = isObject(value) ? value : {};
    return {
        handlers: readNames(handlers, 'persist', problems),
        rules: readNames(rules, 'persist', problems),
        forget: readNames(forget, 'persist', problems),
    };
}
function readNames(value, where, problems) {
    return list(value, where, problems).flatMap((name) => readPinned({ name, text: '' }, where, problems).map((entry) => entry.name));
}
function readLease(value, problems) {
    const { entries, holder } = isObject(value) ? value : {};
    const names = readNames(entries, 'lease', problems);
    if (holder === undefined)
        return { entries: names };
    if (typeof holder === 'number' && Number.isSafeInteger(holder) && holder > 0)
        return { entries: names, holder };
    problems.push('the holder of the lease is no process id');
    return { entries: names };
}
function readRule(value, problems) {
    const { rule: wanted, replaces } = isObject(value) ? value : {};
    const rule = ruleFromJson(wanted);
    if (rule === undefined || ruleLineProblems(rule).length > 0) {
        problems.push('rules holds something that is no rule');
        return [];
    }
    if (replaces === undefined)
        return [{ rule }];
    const [pinned] = readPinned(replaces, 'rules', problems);
    if (pinned !== undefined && pinned.name !== rule.name)
        problems.push('a rule replaces an entry of another name');
    return pinned === undefined ? [] : [{ rule, replaces: pinned }];
}
function readInstall(value, store, problems) {
    if (!isObject(value) || !isObject(value.registration)) {
        problems.push('install holds something that is no installation');
        return [];
    }
    checkKeys(value, ['arch', 'registration', 'flagChoices', 'sha256', 'checked', 'version', 'replaces', 'source'], 'an installation', problems);
    checkKeys(value.registration, ['name', 'offset', 'magic', 'mask', 'interpreter', 'flags'], 'a registration', problems);
    const [arch] = readArchitecture(value.arch, 'install', problems);
    const target = arch === undefined ? undefined : targetOf(arch);
    if (arch === undefined || target === undefined)
        return [];
    const { registration } = value;
    const { interpreter } = registration;
    const choices = list(value.flagChoices, 'flagChoices', problems);
    const flagChoices = choices.filter((flags) => typeof flags === 'string' && FLAGS.test(flags));
    const mine = [];
    if (flagChoices.length !== choices.length || flagChoices.length === 0)
        mine.push('its flags are not allowed');
    if (registration.name !== `qemu-${target.qemu}`)
        mine.push('its name is not that of the table');
    if (registration.offset !== 0 || registration.magic !== target.magic || registration.mask !== target.mask) {
        mine.push('its magic is not that of the table');
    }
    const [first] = flagChoices;
    if (registration.flags !== first)
        mine.push('its flags are not the first choice');
    const { source } = value;
    const handler = source === undefined ? interpreter : source;
    if (!isPlainPath(handler) || !handler.startsWith(`${store}/`) || handler.length > REGISTER_LIMIT / 2) {
        mine.push('its interpreter does not lie in the store');
    }
    if (source !== undefined && interpreter !== persistentPath(String(value.sha256), target.qemu)) {
        mine.push('its interpreter does not lie where handlers stay');
    }
    if (typeof value.sha256 !== 'string' || !HASH.test(value.sha256))
        mine.push('its sha256 is none');
    const { version } = value;
    if (version !== undefined && !(typeof version === 'string' && VERSION.test(version))) {
        mine.push('its version is none');
    }
    problems.push(...mine.map((problem) => `install ${arch}: ${problem}`));
    if (typeof interpreter !== 'string' || typeof value.sha256 !== 'string' || first === undefined)
        return [];
    if (mine.length > 0)
        return [];
    return [
        {
            arch,
            registration: {
                name: `qemu-${target.qemu}`,
                offset: 0,
                magic: target.magic,
                mask: target.mask,
                interpreter,
                flags: first,
            },
            flagChoices,
            sha256: value.sha256,
            replaces: list(value.replaces, 'replaces', problems).flatMap((item) => readPinned(item, 'replaces', problems)),
            ...(typeof version === 'string' ? { version } : {}),
            ...(typeof source === 'string' ? { source } : {}),
        },
    ];
}
function parsePinned(text) {
    const problems = [];
    let value;
    try {
        value = JSON.parse(text);
    }
    catch {
        return [];
    }
    const entries = list(value, 'entries', problems).flatMap((item) => readPinned(item, 'entries', problems));
    return problems.length > 0 ? [] : entries;
}
function readPinned(value, where, problems) {
    if ((0,_json_js__WEBPACK_IMPORTED_MODULE_5__/* .isObject */ .G)(value) && typeof value.name === 'string' && typeof value.text === 'string') {
        checkKeys(value, ['name', 'text'], 'an entry', problems);
        const fault = /[/\0]/.test(value.name) ? 'it leaves the table' : nameFault(value.name);
        if (fault === undefined)
            return [{ name: value.name, text: value.text }];
        problems.push(`${where}: an entry's name is refused: ${fault}`);
        return [];
    }
    problems.push(`${where} holds something that is no entry`);
    return [];
}
function nameFault(name) {
    if (name.length > 255)
        return 'it is too long';
    return /^(?:status|register|\.{0,2})$/.test(name) ? (0,_binfmt_misc_js__WEBPACK_IMPORTED_MODULE_0__/* .entryNameProblem */ .j2)(name) : undefined;
}
function readArchitecture(value, where, problems) {
    if (typeof value === 'string' && targetOf(value) !== undefined)
        return [value];
    problems.push(`${where} holds an architecture that is not in the table`);
    return [];
}
function list(value, name, problems) {
    if (Array.isArray(value) && value.length <= LIST_LIMIT)
        return value;
    problems.push(`${name} is not a list of at most ${LIST_LIMIT}`);
    return [];
}
function checkKeys(value, allowed, what, problems) {
    if (Object.keys(value).some((key) => !allowed.includes(key)))
        problems.push(`${what} holds an unknown key`);
}
function isPreparation(value) {
    return typeof value === 'string' && PREPARATIONS.includes(value);
}
function isPlainPath(value) {
    return typeof value === 'string' && /^\/[^\0\n:\\]+$/.test(value) && !/(?:^|\/)\.{1,2}(?:\/|$)/.test(value);
}


/***/ })

};
