export const id = 695;
export const ids = [695];
export const modules = {

/***/ 4695:
/***/ ((__webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__webpack_require__.r(__webpack_exports__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _core_arguments_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1517);
/* harmony import */ var _core_checks_check_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3011);
/* harmony import */ var _core_inputs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8492);
/* harmony import */ var _core_problem_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4458);
/* harmony import */ var _core_version_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(4777);
/* harmony import */ var _doors_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7384);
/* harmony import */ var _host_host_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2508);
/* harmony import */ var _host_state_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(3153);
/* harmony import */ var _host_terminal_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(3330);
/* harmony import */ var _qemu_sources_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(1445);
/* harmony import */ var _scope_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(7157);












const PRIVATE_HERE = 'a private table ends with the program that made it: use exec [platform ...] -- command';
process.exitCode = await main(process.argv.slice(2));
async function main(args) {
    const host = (0,_host_host_js__WEBPACK_IMPORTED_MODULE_6__/* .nodeHost */ .P6)();
    const paint = (0,_host_terminal_js__WEBPACK_IMPORTED_MODULE_8__/* .paintFor */ .ev)(host, process.stdout.isTTY === true);
    try {
        const parsed = (0,_core_arguments_js__WEBPACK_IMPORTED_MODULE_1__/* .parseArguments */ .We)(args);
        const voice = (0,_host_terminal_js__WEBPACK_IMPORTED_MODULE_8__/* .terminalVoice */ .BE)((0,_host_terminal_js__WEBPACK_IMPORTED_MODULE_8__/* .paintFor */ .ev)(host, process.stderr.isTTY === true));
        if (parsed.kind === 'undo') {
            const run = parsed.run === 'last' ? (0,_host_state_js__WEBPACK_IMPORTED_MODULE_7__/* .latestRun */ .hH)(host) : parsed.run;
            if (run === undefined)
                throw (0,_core_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .inputProblem */ .oi)(['there is no record of a run that could be taken back']);
            const { runUndo } = await Promise.all(/* import() */[__webpack_require__.e(718), __webpack_require__.e(346)]).then(__webpack_require__.bind(__webpack_require__, 4965));
            const report = await runUndo(host, run, true, speaker(voice));
            (0,_host_terminal_js__WEBPACK_IMPORTED_MODULE_8__/* .printReport */ .Y_)(report, { json: parsed.json, paint });
            return report.exitCode;
        }
        if (parsed.kind === 'help' || parsed.kind === 'version') {
            process.stdout.write(parsed.kind === 'help' ? (0,_core_arguments_js__WEBPACK_IMPORTED_MODULE_1__/* .renderHelp */ .W5)() : `${_core_version_js__WEBPACK_IMPORTED_MODULE_10__/* .VERSION */ .x}\n`);
            return 0;
        }
        if (parsed.kind === 'mount') {
            const { runMount } = await Promise.all(/* import() */[__webpack_require__.e(718), __webpack_require__.e(860)]).then(__webpack_require__.bind(__webpack_require__, 6860));
            const run = (0,_doors_js__WEBPACK_IMPORTED_MODULE_5__/* .newRun */ .uH)(undefined, () => undefined);
            const report = await runMount(host, { ...speaker(voice), run });
            if (report.changed)
                voice.line(howToUndo(run.id));
            (0,_host_terminal_js__WEBPACK_IMPORTED_MODULE_8__/* .printReport */ .Y_)(report, { json: parsed.json, paint });
            return report.exitCode;
        }
        if (parsed.kind === 'exec') {
            const inputs = (0,_core_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .parseInputs */ .TL)({ ...parsed.raw, scope: 'private' });
            const { execPrivately } = await __webpack_require__.e(/* import() */ 978).then(__webpack_require__.bind(__webpack_require__, 9978));
            return await execPrivately(host, parsed, (scope) => fillQuietly(host, scope, inputs, voice));
        }
        const inputs = (0,_core_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .parseInputs */ .TL)(parsed.raw);
        if (inputs.scope === 'private' && inputs.mode === 'setup')
            throw (0,_core_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .inputProblem */ .oi)([PRIVATE_HERE]);
        const scope = await (0,_scope_js__WEBPACK_IMPORTED_MODULE_11__/* .openScope */ .P)(host, inputs.scope);
        const run = (0,_doors_js__WEBPACK_IMPORTED_MODULE_5__/* .newRun */ .uH)(undefined, () => undefined);
        const recorded = inputs.scope === 'host' ? { run } : {};
        const door = { ...doorOf(host, scope, inputs, voice), ...recorded };
        const report = await _doors_js__WEBPACK_IMPORTED_MODULE_5__/* .FLOWS */ .As[inputs.mode](scope.host, inputs, door).finally(scope.close);
        if (report.changed && inputs.scope === 'host')
            voice.line(howToUndo(run.id));
        (0,_host_terminal_js__WEBPACK_IMPORTED_MODULE_8__/* .printReport */ .Y_)(report, { json: parsed.json, paint });
        return report.exitCode;
    }
    catch (thrown) {
        if (!(thrown instanceof _core_problem_js__WEBPACK_IMPORTED_MODULE_4__/* .SetupProblem */ .DN))
            throw thrown;
        (0,_host_terminal_js__WEBPACK_IMPORTED_MODULE_8__/* .printFailure */ .eV)(thrown, { mode: (0,_core_arguments_js__WEBPACK_IMPORTED_MODULE_1__/* .documentMode */ .bM)(args), paint });
        return thrown.exitCode;
    }
}
function howToUndo(run) {
    const started = process.argv[1] ?? '';
    const program = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.basename)(started) === 'setup-binfmt' ? 'setup-binfmt' : `node ${(0,_core_checks_check_js__WEBPACK_IMPORTED_MODULE_2__/* .shellWord */ .r7)(started)}`;
    return `to take this back: ${program} remove --run ${run}`;
}
function speaker(voice) {
    return { ...voice, privilegedProgram: (0,_doors_js__WEBPACK_IMPORTED_MODULE_5__/* .privilegedProgram */ .CG)() };
}
function doorOf(host, scope, inputs, voice) {
    return { ...speaker(voice), ...scope.door, ...(0,_qemu_sources_js__WEBPACK_IMPORTED_MODULE_9__/* .openSources */ .H)(host, inputs), documentation: '' };
}
async function fillQuietly(host, scope, inputs, voice) {
    const quiet = (0,_host_terminal_js__WEBPACK_IMPORTED_MODULE_8__/* .quietVoice */ .XO)(voice, process.stderr.isTTY === true);
    const report = await _doors_js__WEBPACK_IMPORTED_MODULE_5__/* .FLOWS */ .As.setup(scope.host, inputs, doorOf(host, scope, inputs, quiet)).finally(quiet.close);
    if (report.exitCode !== 0) {
        quiet.tell();
        (0,_host_terminal_js__WEBPACK_IMPORTED_MODULE_8__/* .printComplaint */ .NM)(report, (0,_host_terminal_js__WEBPACK_IMPORTED_MODULE_8__/* .paintFor */ .ev)(host, process.stderr.isTTY === true));
    }
    return report;
}

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 1517:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W5: () => (/* binding */ renderHelp),
/* harmony export */   We: () => (/* binding */ parseArguments),
/* harmony export */   bM: () => (/* binding */ documentMode)
/* harmony export */ });
/* harmony import */ var _binfmt_misc_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5162);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8492);
/* harmony import */ var _option_modes_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6389);
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4458);
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6212);





const OTHER_NAMES = new Map([
    ['arch', 'platforms'],
    ['persistent', 'persist'],
]);
const EVERY_QEMU = 'qemu-*';
const ONE_DASH = /^-(?=(?:install|uninstall|mount|arch|persistent|no-autoload|version|help)(?:=|$))/;
const OTHER_OPTIONS = ['--run', '--install', '--uninstall', '--mount'];
const NOT_WITH_RUN = '--run is for remove alone, without platforms';
const BOOLEAN = /^(?:true|false)$/;
function scan(args) {
    const problems = [];
    const raw = {};
    const others = {};
    const words = [];
    let json = false;
    let mapRoot = false;
    let command;
    let only;
    const rest = [...args];
    for (let given = rest.shift(); given !== undefined; given = rest.shift()) {
        const argument = given.replace(ONE_DASH, '--');
        if (argument === '--help' || argument === '-h')
            only ??= 'help';
        else if (argument === '--version' || argument === '-V')
            only ??= 'version';
        else if (argument === '--json')
            json = true;
        else if (argument === '--map-root')
            mapRoot = true;
        else if (argument === '--')
            command = rest.splice(0);
        else if (readOther(argument, rest, others, problems))
            continue;
        else if (argument.startsWith('--'))
            readOption(argument.slice(2), rest, raw, problems);
        else if (argument.startsWith('-'))
            problems.push(`there is no option "${(0,_problem_js__WEBPACK_IMPORTED_MODULE_3__/* .printable */ .g$)(argument, 40)}"`);
        else
            words.push(argument);
    }
    return { problems, raw, others, words, json, mapRoot, command, ...(only === undefined ? {} : { only }) };
}
function documentMode(args) {
    const { json, words, raw, others } = scan(args);
    if (!json)
        return undefined;
    const removes = others.uninstall !== undefined && others.install === undefined;
    const asked = words[0] ?? raw.mode ?? (removes ? 'remove' : undefined);
    return ['exec', ..._inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .MODES */ .FN].find((mode) => mode === asked) ?? _inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .INPUT_DEFAULTS */ .WJ.mode;
}
function parseArguments(args) {
    const { problems, raw, others, words, json, mapRoot, command, only } = scan(args);
    if (only !== undefined)
        return { kind: only };
    const [mode, ...platforms] = words;
    const exec = mode === 'exec';
    const [program, ...programArguments] = command ?? [];
    if (mode !== undefined && !exec)
        set(raw, 'mode', mode, problems);
    problems.push(...(exec ? execProblems(raw, json, program) : otherProblems(mapRoot, command)));
    if (platforms.some((word) => word.trim() === ''))
        problems.push('a platform is blank');
    else if (platforms.length > 0)
        set(raw, 'platforms', platforms.join(' '), problems);
    addInstallation(others, raw, problems);
    const { run, mount } = others;
    const onlyMount = mount !== undefined && raw.mode === undefined && raw.platforms === undefined && !exec;
    const more = onlyMount ? Object.keys(raw) : [];
    if (more.length > 0)
        problems.push(`--mount alone takes no --${more.join(', --')}`);
    if (run !== undefined && (mode !== 'remove' || words.length > 1))
        problems.push(NOT_WITH_RUN);
    if (run !== undefined && run !== 'last' && !(0,_record_js__WEBPACK_IMPORTED_MODULE_4__/* .isRunId */ .Pk)(run))
        problems.push('--run is no id of a run, and not "last"');
    const asked = raw.mode ?? 'setup';
    const purpose = exec ? 'exec' : _inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .MODES */ .FN.find((each) => each === asked.toLowerCase());
    if (purpose === undefined)
        problems.push(modeProblem(asked));
    else if (!onlyMount)
        problems.push(...misplaced(raw, purpose));
    const readable = purpose === undefined ? { ...raw, mode: undefined } : raw;
    if (problems.length > 0)
        throw (0,_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .inputProblem */ .oi)([...problems, ...(0,_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .listInputProblems */ .RN)(readable)]);
    if (run !== undefined)
        return { kind: 'undo', run, json };
    if (onlyMount)
        return { kind: 'mount', json };
    if (program === undefined)
        return { kind: 'run', raw, json };
    return { kind: 'exec', raw, mapRoot, command: [program, ...programArguments] };
}
function modeProblem(mode) {
    if (mode === 'exec')
        return 'exec is no value of --mode but a word: exec [platform ...] -- command';
    return `mode is "${(0,_problem_js__WEBPACK_IMPORTED_MODULE_3__/* .printable */ .g$)(mode, 40)}", and must be one of ${[..._inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .MODES */ .FN, 'exec'].join(', ')}`;
}
function misplaced(raw, purpose) {
    const post = 'the action alone, which has a post step: remove --run last takes changes back here';
    const ofTheAction = [
        raw.cleanup === undefined || raw.cleanup === _inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .INPUT_DEFAULTS */ .WJ.cleanup ? '' : `--cleanup is for ${post}`,
        raw.summary === undefined ? '' : '--summary is for the action alone',
    ];
    const elsewhere = (0,_option_modes_js__WEBPACK_IMPORTED_MODULE_2__/* .listMisplaced */ .b)({ ...raw, cleanup: undefined }, purpose).map(({ name, modes }) => `--${name} is for ${modes.join(', ')}, and means nothing to ${purpose}`);
    return [...ofTheAction.filter((problem) => problem !== ''), ...elsewhere];
}
function execProblems(raw, json, program) {
    return [
        program === undefined || program === '' ? 'exec needs a command: exec [platform ...] -- command' : '',
        json ? 'exec prints no report, and takes no --json' : '',
        ...['mode', 'scope'].map((name) => (raw[name] === undefined ? '' : `exec takes no --${name}`)),
    ].filter((problem) => problem !== '');
}
function otherProblems(mapRoot, command) {
    return [
        mapRoot ? 'only exec takes --map-root' : '',
        command === undefined ? '' : 'only exec takes a command after "--"',
    ].filter((problem) => problem !== '');
}
function readOther(argument, rest, others, problems) {
    const [given, inline] = splitOnce(argument);
    const option = OTHER_OPTIONS.find((each) => each === given);
    if (option === undefined)
        return false;
    if (option === '--mount') {
        const path = inline ?? (rest[0]?.startsWith('/') ? rest.shift() : undefined) ?? _binfmt_misc_js__WEBPACK_IMPORTED_MODULE_0__/* .TABLE_PATH */ .Fb;
        if (path !== _binfmt_misc_js__WEBPACK_IMPORTED_MODULE_0__/* .TABLE_PATH */ .Fb)
            problems.push(`--mount is "${(0,_problem_js__WEBPACK_IMPORTED_MODULE_3__/* .printable */ .g$)(path, 60)}", and ${_binfmt_misc_js__WEBPACK_IMPORTED_MODULE_0__/* .TABLE_PATH */ .Fb} is where programs look`);
        others.mount = path;
        return true;
    }
    const value = inline ?? (rest[0]?.startsWith('-') ? '' : (rest.shift() ?? ''));
    if (value.trim() === '')
        problems.push(`${option} needs a value`);
    else
        set(others, option.slice(2), value, problems);
    return true;
}
function addInstallation({ install, uninstall }, raw, problems) {
    if (install !== undefined && uninstall !== undefined && uninstall !== EVERY_QEMU) {
        const [away, come] = [uninstall, install].map((names) => (0,_problem_js__WEBPACK_IMPORTED_MODULE_3__/* .printable */ .g$)(names, 60));
        problems.push(`--uninstall and --install are two commands here: first "remove ${away}", then "setup ${come}"`);
        return;
    }
    const names = install ?? uninstall;
    if (names === undefined)
        return;
    set(raw, 'mode', install === undefined ? 'remove' : 'setup', problems);
    set(raw, 'platforms', names, problems);
    if (install !== undefined && uninstall !== undefined)
        set(raw, 'reset', 'true', problems);
}
function readOption(text, rest, raw, problems) {
    const [given = '', inline] = splitOnce(text);
    const positive = given.startsWith('no-') ? given.slice(3) : given;
    const name = OTHER_NAMES.get(positive) ?? positive;
    const fallback = Object.hasOwn(_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .INPUT_DEFAULTS */ .WJ, name) ? _inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .INPUT_DEFAULTS */ .WJ[name] : undefined;
    if (fallback === undefined) {
        problems.push(`there is no option "--${(0,_problem_js__WEBPACK_IMPORTED_MODULE_3__/* .printable */ .g$)(given, 40)}"`);
        return;
    }
    const isBoolean = BOOLEAN.test(fallback);
    if (positive !== given) {
        if (isBoolean && inline === undefined)
            set(raw, name, 'false', problems);
        else
            problems.push(`--${given} takes no ${isBoolean ? 'value' : '"no-"'}`);
        return;
    }
    const next = rest[0] ?? '';
    const takesNext = isBoolean ? BOOLEAN.test(next) : !next.startsWith('--');
    const value = inline ?? (takesNext ? rest.shift() : undefined) ?? (isBoolean ? 'true' : '');
    if (value.trim() === '')
        problems.push(`--${given} needs a value`);
    else
        set(raw, name, value, problems);
}
function splitOnce(text) {
    const at = text.indexOf('=');
    return at === -1 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
}
function set(raw, name, value, problems) {
    if (raw[name] !== undefined && raw[name] !== value)
        problems.push(`${name} is given twice`);
    raw[name] = value;
}
function renderHelp() {
    return `Makes this Linux host run programs of other architectures, and proves that it does.

  setup-binfmt <mode> [platform ...] [--<option> value] [--json]
  setup-binfmt exec [platform ...] [--<option> value] -- command [argument ...]

Modes
  setup    make the platforms run here and prove it (the default)
  plan     say what setup would do; needs no privilege and changes nothing
  doctor   say what is wrong here and how to mend it; needs no privilege and changes nothing
  remove   take entries away: those of the platforms, those named, or with all every qemu-*
  exec     run one command with a table of its own; needs no privilege (Linux 6.7 or newer)

Platforms
  names such as arm64, linux/arm/v7, riscv64, aarch64, armhf; or all (the default);
  none for --rules alone

Options
  --qemu-from LIST       where QEMU comes from, in order: ${_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .PROVIDERS */ .xq.join(', ')} (${_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .INPUT_DEFAULTS */ .WJ['qemu-from']})
  --image REFERENCE      the image that holds QEMU, best with its digest
  --registry-mirrors L   registries that are asked before the image's own
  --on-conflict POLICY   ${_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .CONFLICT_POLICIES */ .CR.join(', ')} (${_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .INPUT_DEFAULTS */ .WJ['on-conflict']})
  --reset                take every qemu-* entry away first
  --rules TEXT           further rules, one a line (:name:M:offset:magic:mask:interpreter:flags)
  --persist              survive a reboot and a restart of systemd-binfmt
  --mount                make sure that binfmt_misc is mounted, and no more
  --run ID|last          with remove: take back what that run did
  --no-credentials       register without the C flag (setuid programs then run without their rights)
  --no-autoload          do not load the module, do not mount binfmt_misc
  --scope SCOPE          whose table: ${_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .SCOPES */ .iW.join(', ')} (${_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .INPUT_DEFAULTS */ .WJ.scope}); private is what exec does
  --map-root             exec: the command is root in there, with the user's subordinate ids
  --no-strict            warn where a platform is not proven, in place of failing
  --matrix-from IMAGE    take the platforms of an image's index
  --runners TEXT         which runner a platform gets in the matrix, one prefix=label a line
  --log FILE             (doctor) read the log of a failed build, too; - for standard input
  --network              (doctor) ask the registries, too
  --json                 print the report alone, as JSON
  --help, --version

Exit codes
  0 done and proven   1 a platform is not proven, or the doctor found an error
  2 wrong input       3 this host cannot do it
  of exec, once the command runs: those of the command
`.replace('<mode>', `<${_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .MODES */ .FN.join('|')}>`);
}


/***/ }),

/***/ 6389:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ listMisplaced)
/* harmony export */ });
/* unused harmony export OPTION_MODES */
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8492);

const SETUP = ['setup', 'plan'];
const FILLING = [...SETUP, 'exec'];
const LOOKING = [...FILLING, 'doctor'];
const OPTION_MODES = {
    image: LOOKING,
    'registry-mirrors': LOOKING,
    'on-conflict': LOOKING,
    'qemu-from': FILLING,
    cache: FILLING,
    'cache-image': FILLING,
    credentials: FILLING,
    rules: FILLING,
    reset: FILLING,
    strict: FILLING,
    'matrix-from': FILLING,
    runners: SETUP,
    autoload: SETUP,
    persist: SETUP,
    cleanup: [...SETUP, 'remove'],
    log: ['doctor'],
    network: ['doctor'],
};
function listMisplaced(raw, purpose) {
    return Object.entries(OPTION_MODES).flatMap(([name, modes]) => modes.includes(purpose) || !isSet(name, raw[name]) ? [] : [{ name, modes }]);
}
function isSet(name, value) {
    const text = value?.trim().toLowerCase() ?? '';
    const fallback = _inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .INPUT_DEFAULTS */ .WJ[name === 'cache-image' ? 'cache' : name];
    return text !== '' && text !== fallback;
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

/***/ 4777:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ VERSION)
/* harmony export */ });
const VERSION = '1.0.0';


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

/***/ 3330:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  ev: () => (/* binding */ paintFor),
  NM: () => (/* binding */ printComplaint),
  eV: () => (/* binding */ printFailure),
  Y_: () => (/* binding */ printReport),
  XO: () => (/* binding */ quietVoice),
  BE: () => (/* binding */ terminalVoice)
});

// EXTERNAL MODULE: ./lib/core/report.js + 1 modules
var core_report = __webpack_require__(6459);
;// CONCATENATED MODULE: ./lib/core/failure.js

function failureOf(mode, { id, message, exitCode }) {
    return {
        schema: core_report/* REPORT_SCHEMA */.DC,
        mode,
        exitCode,
        healthy: false,
        changed: false,
        platforms: [],
        registered: [],
        removed: [],
        findings: [],
        notes: [],
        problem: { id, message },
        outputs: {},
    };
}

// EXTERNAL MODULE: ./lib/core/problem.js
var problem = __webpack_require__(4458);
;// CONCATENATED MODULE: ./lib/host/terminal.js



const COLOURS = {
    good: (text) => `\u001b[32m${text}\u001b[0m`,
    bad: (text) => `\u001b[31m${text}\u001b[0m`,
    faint: (text) => `\u001b[2m${text}\u001b[0m`,
};
function paintFor(host, isTerminal) {
    const wanted = isTerminal && (host.env.NO_COLOR ?? '') === '' && host.env.TERM !== 'dumb';
    return wanted ? COLOURS : core_report/* PLAIN */.tZ;
}
function terminalVoice(paint) {
    return {
        group: (title) => process.stderr.write(`${paint.faint(title)}\n`),
        line: (text) => process.stderr.write(`  ${(0,problem/* oneLine */.TN)(text)}\n`),
    };
}
function printReport(report, options) {
    if (options.json) {
        process.stdout.write((0,core_report/* renderJson */.hF)(report));
        return;
    }
    process.stdout.write(`${(0,core_report/* renderText */.S5)(report, options.paint).join('\n')}\n`);
    if (report.problem !== undefined) {
        process.stderr.write(`${options.paint.bad(report.problem.id)} ${report.problem.message}\n`);
    }
}
function printFailure(problem, { mode, paint }) {
    if (mode !== undefined)
        process.stdout.write((0,core_report/* renderJson */.hF)(failureOf(mode, problem)));
    process.stderr.write(`${paint.bad(problem.id)} ${problem.message}\n`);
}
const PATIENCE_MS = 1_500;
function quietVoice(voice, isTerminal) {
    const kept = [];
    let open = false;
    const tell = () => {
        open = true;
        for (const words of kept.splice(0))
            words();
    };
    const timer = isTerminal ? setTimeout(tell, PATIENCE_MS) : undefined;
    const say = (words) => {
        if (open)
            words();
        else
            kept.push(words);
    };
    return {
        group: (title) => say(() => voice.group(title)),
        line: (text) => say(() => voice.line(text)),
        tell,
        close: () => clearTimeout(timer),
    };
}
function printComplaint(report, paint) {
    const lines = (0,core_report/* renderText */.S5)(report, paint);
    process.stderr.write(`${lines.join('\n')}\n`);
    if (report.problem !== undefined) {
        process.stderr.write(`${paint.bad(report.problem.id)} ${report.problem.message}\n`);
    }
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

/***/ 1445:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  H: () => (/* binding */ openSources)
});

// EXTERNAL MODULE: ./lib/qemu/provide.js
var provide = __webpack_require__(3419);
// EXTERNAL MODULE: ./lib/qemu/store-record.js
var store_record = __webpack_require__(7909);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./lib/qemu/store-root.js

function storeRoot(host) {
    const given = [host.env.RUNNER_TOOL_CACHE, host.env.AGENT_TOOLSDIRECTORY, host.env.XDG_CACHE_HOME];
    const root = given.find((path) => path?.startsWith('/'));
    return root ?? (0,external_node_path_.join)(host.env.HOME || '/root', '.cache');
}

;// CONCATENATED MODULE: ./lib/qemu/sources.js



const PROVIDER_LIMIT_MS = 300_000;
const INDEX_LIMIT_MS = 60_000;
function openSources(host, inputs) {
    const store = storeRoot(host);
    return {
        store,
        supply: async (wanted, facts, { log, thorough }) => {
            const hostArch = facts.architecture ?? 'unknown';
            const providers = inputs.qemuFrom.map((name) => ({ name, provide: lazily(name, inputs) }));
            const context = { host, hostArch, storeRoot: store, log, thorough, timeLimitMs: PROVIDER_LIMIT_MS };
            return (0,provide/* provideHandlers */.b)(wanted, providers, context);
        },
        recordedVersion: (path) => (0,store_record/* recordedVersion */.ZN)(host, store, path),
        preload: () => {
            const [first] = inputs.qemuFrom;
            if (first !== undefined)
                load(first, inputs).catch(() => undefined);
        },
        imagePlatforms: async (image) => {
            const { listImagePlatforms } = await Promise.all(/* import() */[__webpack_require__.e(69), __webpack_require__.e(371)]).then(__webpack_require__.bind(__webpack_require__, 371));
            return listImagePlatforms(image, inputs.mirrors, {
                host,
                log: () => undefined,
                timeLimitMs: INDEX_LIMIT_MS,
            });
        },
    };
}
function lazily(name, inputs) {
    return async (wanted, context) => {
        const provide = await load(name, inputs);
        return provide(wanted, context);
    };
}
async function load(name, { image, mirrors, cache }) {
    switch (name) {
        case 'image':
            return (await __webpack_require__.e(/* import() */ 97).then(__webpack_require__.bind(__webpack_require__, 6097))).imageProvider({ image, mirrors, cache });
        case 'apt':
            return (await __webpack_require__.e(/* import() */ 221).then(__webpack_require__.bind(__webpack_require__, 221))).provideFromApt;
        case 'host':
            return (await __webpack_require__.e(/* import() */ 391).then(__webpack_require__.bind(__webpack_require__, 8391))).provideFromHost;
    }
}


/***/ }),

/***/ 7909:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hh: () => (/* binding */ parseRecord),
/* harmony export */   ZN: () => (/* binding */ recordedVersion),
/* harmony export */   lX: () => (/* binding */ recordPath)
/* harmony export */ });
/* harmony import */ var _core_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8171);
/* harmony import */ var _core_store_path_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(482);


const VERSION = /^\d+\.\d+\.\d+$/;
function recordPath(binary) {
    return `${binary}.json`;
}
function parseRecord(text) {
    const { sha256, size, source, assumesPreserve, version } = (0,_core_json_js__WEBPACK_IMPORTED_MODULE_0__/* .parseObject */ .l)(text) ?? {};
    if (typeof sha256 !== 'string' || !/^[0-9a-f]{64}$/.test(sha256) || typeof size !== 'number')
        return undefined;
    if (source !== 'image' && source !== 'apt' && source !== 'host')
        return undefined;
    if (typeof assumesPreserve !== 'boolean')
        return undefined;
    const common = { sha256, size, source, assumesPreserve };
    return typeof version === 'string' && VERSION.test(version) ? { ...common, version } : common;
}
function recordedVersion(host, root, path) {
    if (!path.startsWith(`${root}/${_core_store_path_js__WEBPACK_IMPORTED_MODULE_1__/* .STORE_TOOL */ .z}/`) || path.split('/').includes('..'))
        return undefined;
    try {
        const record = parseRecord(host.readText(recordPath(path)));
        return host.stat(path, false)?.size === record?.size ? record?.version : undefined;
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 7157:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ openScope)
/* harmony export */ });
async function openScope(host, name, hold) {
    if (name === 'host')
        return { host, door: {}, close: () => Promise.resolve() };
    const { openEngineScope, openPrivateScope } = await __webpack_require__.e(/* import() */ 896).then(__webpack_require__.bind(__webpack_require__, 5896));
    return name === 'private' ? openPrivateScope(host, hold) : openEngineScope(host);
}


/***/ })

};
