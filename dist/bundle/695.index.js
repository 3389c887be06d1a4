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
/* harmony import */ var _core_version_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(4777);
/* harmony import */ var _doors_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5460);
/* harmony import */ var _exec_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9978);
/* harmony import */ var _host_host_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(2508);
/* harmony import */ var _host_state_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(3153);
/* harmony import */ var _host_terminal_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(3330);
/* harmony import */ var _mount_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(6860);
/* harmony import */ var _qemu_sources_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(8251);
/* harmony import */ var _remove_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(4965);
/* harmony import */ var _scope_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(7157);















const PRIVATE_HERE = 'a private table ends with the program that made it: use exec [platform ...] -- command';
process.exitCode = await main(process.argv.slice(2));
async function main(args) {
    const host = (0,_host_host_js__WEBPACK_IMPORTED_MODULE_7__/* .nodeHost */ .P6)();
    const paint = (0,_host_terminal_js__WEBPACK_IMPORTED_MODULE_9__/* .paintFor */ .ev)(host, process.stdout.isTTY === true);
    try {
        const parsed = (0,_core_arguments_js__WEBPACK_IMPORTED_MODULE_1__/* .parseArguments */ .We)(args);
        const voice = (0,_host_terminal_js__WEBPACK_IMPORTED_MODULE_9__/* .terminalVoice */ .BE)((0,_host_terminal_js__WEBPACK_IMPORTED_MODULE_9__/* .paintFor */ .ev)(host, process.stderr.isTTY === true));
        if (parsed.kind === 'undo') {
            const run = parsed.run === 'last' ? (0,_host_state_js__WEBPACK_IMPORTED_MODULE_8__/* .latestRun */ .hH)(host) : parsed.run;
            if (run === undefined)
                throw (0,_core_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .inputProblem */ .oi)(['there is no record of a run that could be taken back']);
            const report = await (0,_remove_js__WEBPACK_IMPORTED_MODULE_12__/* .runUndo */ .YP)(host, run, true, speaker(voice));
            (0,_host_terminal_js__WEBPACK_IMPORTED_MODULE_9__/* .printReport */ .Y_)(report, { json: parsed.json, paint });
            return report.exitCode;
        }
        if (parsed.kind === 'help' || parsed.kind === 'version') {
            process.stdout.write(parsed.kind === 'help' ? (0,_core_arguments_js__WEBPACK_IMPORTED_MODULE_1__/* .renderHelp */ .W5)() : `${_core_version_js__WEBPACK_IMPORTED_MODULE_14__/* .VERSION */ .x}\n`);
            return 0;
        }
        if (parsed.kind === 'mount') {
            const run = (0,_doors_js__WEBPACK_IMPORTED_MODULE_5__/* .newRun */ .uH)(undefined, () => undefined);
            const report = await (0,_mount_js__WEBPACK_IMPORTED_MODULE_10__/* .runMount */ .F)(host, { ...speaker(voice), run });
            if (report.changed)
                voice.line(howToUndo(run.id));
            (0,_host_terminal_js__WEBPACK_IMPORTED_MODULE_9__/* .printReport */ .Y_)(report, { json: parsed.json, paint });
            return report.exitCode;
        }
        if (parsed.kind === 'exec') {
            const inputs = (0,_core_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .parseInputs */ .TL)({ ...parsed.raw, scope: 'private' });
            return await (0,_exec_js__WEBPACK_IMPORTED_MODULE_6__/* .execPrivately */ .w)(host, parsed, (scope) => fillQuietly(host, scope, inputs, voice));
        }
        const inputs = (0,_core_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .parseInputs */ .TL)(parsed.raw);
        if (inputs.scope === 'private' && inputs.mode === 'setup')
            throw (0,_core_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .inputProblem */ .oi)([PRIVATE_HERE]);
        const scope = await (0,_scope_js__WEBPACK_IMPORTED_MODULE_13__/* .openScope */ .P)(host, inputs.scope);
        const run = (0,_doors_js__WEBPACK_IMPORTED_MODULE_5__/* .newRun */ .uH)(undefined, () => undefined);
        const recorded = inputs.scope === 'host' ? { run } : {};
        const door = { ...doorOf(host, scope, inputs, voice), ...recorded };
        const report = await _doors_js__WEBPACK_IMPORTED_MODULE_5__/* .FLOWS */ .As[inputs.mode](scope.host, inputs, door).finally(scope.close);
        if (report.changed && inputs.scope === 'host')
            voice.line(howToUndo(run.id));
        (0,_host_terminal_js__WEBPACK_IMPORTED_MODULE_9__/* .printReport */ .Y_)(report, { json: parsed.json, paint });
        return report.exitCode;
    }
    catch (thrown) {
        if (!(thrown instanceof _core_problem_js__WEBPACK_IMPORTED_MODULE_4__/* .SetupProblem */ .DN))
            throw thrown;
        (0,_host_terminal_js__WEBPACK_IMPORTED_MODULE_9__/* .printFailure */ .eV)(thrown, { mode: (0,_core_arguments_js__WEBPACK_IMPORTED_MODULE_1__/* .documentMode */ .bM)(args), paint });
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
    return { ...speaker(voice), ...scope.door, ...(0,_qemu_sources_js__WEBPACK_IMPORTED_MODULE_11__/* .openSources */ .H)(host, inputs), documentation: '' };
}
async function fillQuietly(host, scope, inputs, voice) {
    const quiet = (0,_host_terminal_js__WEBPACK_IMPORTED_MODULE_9__/* .quietVoice */ .XO)(voice, process.stderr.isTTY === true);
    const report = await _doors_js__WEBPACK_IMPORTED_MODULE_5__/* .FLOWS */ .As.setup(scope.host, inputs, doorOf(host, scope, inputs, quiet)).finally(quiet.close);
    if (report.exitCode !== 0) {
        quiet.tell();
        (0,_host_terminal_js__WEBPACK_IMPORTED_MODULE_9__/* .printComplaint */ .NM)(report, (0,_host_terminal_js__WEBPACK_IMPORTED_MODULE_9__/* .paintFor */ .ev)(host, process.stderr.isTTY === true));
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

/***/ 4777:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ VERSION)
/* harmony export */ });
const VERSION = '1.0.0';


/***/ }),

/***/ 9978:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  w: () => (/* binding */ execPrivately)
});

// EXTERNAL MODULE: ./lib/core/rootless-tools.js
var rootless_tools = __webpack_require__(6090);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
;// CONCATENATED MODULE: ./lib/host/foreground.js



const PASSED_ON = [
    'SIGTERM',
    'SIGHUP',
    'SIGUSR1',
    'SIGUSR2',
    'SIGCONT',
    'SIGWINCH',
];
const FROM_TERMINAL = ['SIGINT', 'SIGQUIT'];
function runInForeground(command) {
    const handlers = [...PASSED_ON, ...FROM_TERMINAL].map((name) => {
        const pass = () => {
            if (!FROM_TERMINAL.includes(name) || !isInForeground())
                child.kill(name);
        };
        process.on(name, pass);
        return { name, pass };
    });
    const child = (0,external_node_child_process_.spawn)(command.file, command.args, {
        stdio: 'inherit',
        env: { ...process.env, ...command.environment },
    });
    return new Promise((resolve) => {
        const finish = (end) => {
            for (const { name, pass } of handlers)
                process.off(name, pass);
            resolve(end);
        };
        child.on('error', (problem) => {
            if (child.pid !== undefined)
                return;
            const code = 'code' in problem && typeof problem.code === 'string' ? problem.code : 'EUNKNOWN';
            finish({ code: null, signal: null, error: code });
        });
        child.on('exit', (code, signal) => finish({ code, signal }));
    });
}
function isInForeground() {
    try {
        const text = (0,external_node_fs_.readFileSync)('/proc/self/stat', 'latin1');
        const [, , group, , , foreground] = text.slice(text.lastIndexOf(')') + 2).split(' ');
        return group === foreground;
    }
    catch {
        return false;
    }
}
const PLAIN_ENDS = ['SIGTERM', 'SIGINT', 'SIGHUP', 'SIGKILL'];
function endLike(end) {
    if (end.signal === null)
        return end.code ?? 127;
    if (PLAIN_ENDS.includes(end.signal))
        process.kill(process.pid, end.signal);
    return 128 + external_node_os_.constants.signals[end.signal];
}

// EXTERNAL MODULE: ./lib/host/inside.js
var inside = __webpack_require__(3382);
// EXTERNAL MODULE: ./lib/scope.js
var lib_scope = __webpack_require__(7157);
;// CONCATENATED MODULE: ./lib/exec.js




async function execPrivately(host, request, fill) {
    const scope = await (0,lib_scope/* openScope */.P)(host, 'private');
    const end = await fillAndRun(host, scope, request, fill).finally(scope.close);
    return typeof end === 'number' ? end : endLike(end);
}
async function fillAndRun(host, scope, { command, mapRoot }, fill) {
    const report = await fill(scope);
    const { table } = scope;
    if (report.exitCode !== 0 || table === undefined)
        return report.exitCode;
    const [file, ...args] = command;
    const asRoot = mapRoot || (0,rootless_tools/* needsSubordinateIds */.w8)(file);
    const space = asRoot ? table.inner : table.own;
    return runInForeground({
        ...(0,inside/* enterCommand */.S)(host, space, { file, args, cwd: workingFolder(host) }),
        environment: asRoot ? table.rootEnvironment : {},
    });
}
function workingFolder(host) {
    const physical = process.cwd();
    const named = host.env.PWD;
    return named?.startsWith('/') && host.realPath(named) === physical ? named : physical;
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

/***/ 6860:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ runMount)
/* harmony export */ });
/* harmony import */ var _core_checks_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1199);
/* harmony import */ var _core_plan_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3658);
/* harmony import */ var _core_preparation_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9124);
/* harmony import */ var _core_problem_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4458);
/* harmony import */ var _remove_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4965);





const WHAT = 'mount binfmt_misc';
async function runMount(host, door) {
    const facts = await (0,_remove_js__WEBPACK_IMPORTED_MODULE_3__/* .observeAloud */ .M6)(host, door);
    const prepare = (0,_core_preparation_js__WEBPACK_IMPORTED_MODULE_4__/* .planPreparation */ .X)(facts);
    const finding = (0,_core_checks_js__WEBPACK_IMPORTED_MODULE_0__/* .preflight */ .Mz)(facts) ?? (prepare.length > 0 ? (0,_core_checks_js__WEBPACK_IMPORTED_MODULE_0__/* .changeObstacle */ .Ub)(facts) : undefined);
    const run = door.run === undefined ? {} : { run: door.run.id };
    const applied = finding === undefined && prepare.length > 0
        ? await (0,_remove_js__WEBPACK_IMPORTED_MODULE_3__/* .carryOut */ .u0)(host, facts, { ...(0,_remove_js__WEBPACK_IMPORTED_MODULE_3__/* .emptyPlan */ .n7)(_remove_js__WEBPACK_IMPORTED_MODULE_3__/* .NO_STORE */ .IH), ...run, prepare }, door)
        : _core_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .NOTHING_APPLIED */ .Q9;
    const problem = finding === undefined ? failure(applied) : (0,_core_checks_js__WEBPACK_IMPORTED_MODULE_0__/* .asProblem */ .gr)(finding, WHAT);
    const seen = await (0,_remove_js__WEBPACK_IMPORTED_MODULE_3__/* .report */ .z8)(host, facts, applied, [], problem, 'mount');
    return { ...seen, notes: [...seen.notes, `these run here: ${seen.outputs.platforms}`] };
}
function failure({ problems }) {
    if (problems.length === 0)
        return undefined;
    const remedy = 'Run the doctor for more';
    return new _core_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .SetupProblem */ .DN({ id: 'SB009', kind: 'host', what: WHAT, cause: problems.join('; '), remedy });
}


/***/ })

};
