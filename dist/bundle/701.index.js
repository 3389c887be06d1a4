export const id = 701;
export const ids = [701];
export const modules = {

/***/ 3011:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IJ: () => (/* binding */ linkOf),
/* harmony export */   KE: () => (/* binding */ listed),
/* harmony export */   Kd: () => (/* binding */ doctorCheck),
/* harmony export */   RX: () => (/* binding */ PROGRAM),
/* harmony export */   cI: () => (/* binding */ seen),
/* harmony export */   k_: () => (/* binding */ runCheck),
/* harmony export */   l0: () => (/* binding */ hindrance),
/* harmony export */   r7: () => (/* binding */ shellWord)
/* harmony export */ });
/* unused harmony exports ONLY_THE_DOCTOR, urgency */
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4458);
/* harmony import */ var _verdict_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6992);


const ONLY_THE_DOCTOR = 'only the doctor looks at this';
function doctorCheck(check) {
    return {
        ...check,
        preflight: false,
        skip: (context) => context.doctor === undefined ? ONLY_THE_DOCTOR : check.skip?.(context.doctor, context),
        look: (context) => (context.doctor === undefined ? [] : check.look(context.doctor, context)),
    };
}
function runCheck(check, context) {
    const { id, title } = check;
    try {
        const reason = check.skip?.(context);
        if (reason !== undefined)
            return { id, title, state: 'skipped', reason };
        const findings = check.look(context).map((sighting) => findingOf(check, sighting));
        return findings.length > 0 ? { id, title, state: 'found', findings } : { id, title, state: 'clean' };
    }
    catch (thrown) {
        return { id, title, state: 'failed', reason: `the check itself failed: ${(0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(String(thrown))}` };
    }
}
function findingOf({ id, severity, title, remedy, commands }, sighting) {
    return { id, severity, title, remedy, commands, ...sighting, link: linkOf(id) };
}
function linkOf(id) {
    return `docs/doctor.md#${id.toLowerCase()}`;
}
function seen(evidence) {
    return evidence === undefined ? [] : [{ evidence }];
}
function urgency({ verdicts, asked = [] }) {
    if (verdicts === undefined)
        return 'error';
    if (asked.length > 0)
        return asked.every((arch) => (0,_verdict_js__WEBPACK_IMPORTED_MODULE_1__/* .isProven */ .nn)(verdicts.get(arch))) ? 'info' : 'error';
    return [...verdicts.values()].some(({ status }) => status === 'emulated') ? 'info' : 'warning';
}
function hindrance(context, evidence) {
    return evidence === undefined ? [] : [{ evidence, severity: urgency(context) }];
}
function listed(names, most = 8, length = 60) {
    const shown = names.slice(0, most).map((name) => (0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(name, length));
    const rest = names.length - shown.length;
    return rest > 0 ? `${shown.join(', ')} and ${rest} more` : shown.join(', ');
}
function shellWord(text) {
    return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
const PROGRAM = 'node dist/cli.js';


/***/ }),

/***/ 364:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ blamesEmulation)
/* harmony export */ });
function blamesEmulation({ verdict, diagnoses }) {
    return verdict === 'emulation' && diagnoses[0]?.causes[0].supported === true;
}


/***/ }),

/***/ 3909:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ih: () => (/* binding */ annotationsOf),
/* harmony export */   Yi: () => (/* binding */ renderDoctorSummary),
/* harmony export */   ZW: () => (/* binding */ renderDoctorText),
/* harmony export */   oG: () => (/* binding */ reportChecks)
/* harmony export */ });
/* unused harmony exports ANNOTATION_LIMIT, headlineOf */
/* harmony import */ var _diagnosis_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(364);
/* harmony import */ var _entry_report_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3360);
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4458);



const ANNOTATION_LIMIT = 10;
function reportChecks(results) {
    return results.map(({ id, title, ...rest }) => ({
        id,
        title,
        state: rest.state,
        ...('reason' in rest ? { reason: rest.reason } : {}),
    }));
}
function headlineOf(report) {
    const count = (severity, word) => {
        const number = report.findings.filter((finding) => finding.severity === severity).length;
        if (number === 0)
            return '';
        return `${number} ${word}${number === 1 ? '' : 's'}`;
    };
    const [errors, warnings] = [count('error', 'error'), count('warning', 'warning')];
    const runs = report.platforms.filter(({ proven }) => proven).map(({ platform }) => platform);
    const here = runs.length > 0 ? `${runs.join(', ')} ${runs.length === 1 ? 'runs' : 'run'} here` : '';
    const failure = blameOf(report.diagnosis);
    if (errors !== '' || failure !== '')
        return `Not healthy: ${[failure, errors, warnings].filter((part) => part !== '').join(', ')}`;
    const state = warnings === '' ? 'Healthy' : `Healthy, with ${warnings}`;
    return here === '' ? state : `${state}: ${here}`;
}
function blameOf(diagnosis) {
    const first = diagnosis?.diagnoses[0];
    if (diagnosis === undefined || first === undefined || !(0,_diagnosis_js__WEBPACK_IMPORTED_MODULE_2__/* .blamesEmulation */ .D)(diagnosis))
        return '';
    return `the build failed on emulation (${first.title})`;
}
function matters(findings) {
    return findings.filter(({ severity }) => severity !== 'info');
}
function asides(findings) {
    return findings.filter(({ severity }) => severity === 'info');
}
function tally(checks) {
    const number = (state) => checks.filter((check) => check.state === state).length;
    return `${number('clean')} checks found nothing, ${number('found')} found something, ${number('skipped')} were skipped, ${number('failed')} failed`;
}
function unseen(checks) {
    return checks.filter(({ reason }) => reason !== undefined);
}
function groupUnseen(checks) {
    const groups = new Map();
    for (const { id, state, reason } of unseen(checks)) {
        const why = `${state}, because ${reason}`;
        groups.set(why, [...(groups.get(why) ?? []), id]);
    }
    return [...groups].map(([why, ids]) => `${why}: ${ids.join(', ')}`);
}
function renderDoctorText(report, paint) {
    const { checks = [], diagnosis, entries = [], findings } = report;
    const headline = headlineOf(report);
    const lines = [
        report.healthy ? paint.good(headline) : paint.bad(headline),
        ...(diagnosis === undefined ? [] : textOfLog(diagnosis)),
        ...matters(findings).flatMap((finding) => ['', ...textOf(finding, paint)]),
        '',
        '─'.repeat(40),
        ...report.notes,
        ...report.platforms
            .filter(({ proven }) => !proven)
            .map(({ platform, reason }) => `${platform}: ${reason}`),
        ...(0,_entry_report_js__WEBPACK_IMPORTED_MODULE_0__/* .nameEntries */ .S)(entries),
        ...asides(findings).map(({ id, title, evidence }) => `${id} ${title}: ${(0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .sentence */ .em)(evidence)}`),
        ...groupUnseen(checks).map(paint.faint),
        tally(checks),
    ];
    return lines;
}
function textOf({ id, severity, title, evidence, remedy, commands, link }, paint) {
    const head = `${id} ${title} (${severity})`;
    return [
        severity === 'error' ? paint.bad(head) : head,
        `  ${(0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .sentence */ .em)(evidence)}`,
        `  ${(0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .sentence */ .em)(remedy)}`,
        ...commands.map((command) => `    ${command}`),
        `  ${paint.faint(link)}`,
    ];
}
function textOfLog({ headline, diagnoses }) {
    return ['', headline, ...diagnoses.flatMap(textOfDiagnosis)];
}
function textOfDiagnosis({ title, evidence, causes, link }) {
    const [first, ...others] = causes;
    return [
        '',
        `${title}`,
        ...evidence.map(({ line, text }) => `  line ${line}: ${text}`),
        `  ${first.supported ? 'Cause' : 'Most likely'}: ${(0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .sentence */ .em)(first.text)}`,
        `  ${(0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .sentence */ .em)(first.remedy)}`,
        ...first.commands.map((command) => `    ${command}`),
        ...others.map(({ text }) => `  Or: ${(0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .sentence */ .em)(text)}`),
        `  ${link}`,
    ];
}
function renderDoctorSummary(report) {
    const { checks = [], diagnosis, entries = [], findings } = report;
    return [
        `### setup-binfmt doctor: ${(0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .asMarkdown */ .g5)(headlineOf(report))}`,
        ...(diagnosis === undefined ? [] : [`**${(0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .asMarkdown */ .g5)(diagnosis.headline)}**`]),
        ...(diagnosis?.diagnoses ?? []).map(markdownOfDiagnosis),
        ...matters(findings).map(markdownOf),
        [
            '<details><summary>Details</summary>',
            '',
            `Linux ${(0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .asMarkdown */ .g5)(report.host.kernel)} on ${report.host.architecture}; binfmt\\_misc: ${report.host.table}. ${tally(checks)}.`,
            '',
            ...[
                ...[...(0,_entry_report_js__WEBPACK_IMPORTED_MODULE_0__/* .nameEntries */ .S)(entries), ...report.notes].map(_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .asMarkdown */ .g5),
                ...report.platforms.map(({ platform, proven, reason }) => `${platform}: ${proven ? 'proven' : (0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .asMarkdown */ .g5)(reason)}`),
                ...asides(findings).map(({ id, title, evidence, link }) => `[${id}](${link}) ${(0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .asMarkdown */ .g5)(`${title}: ${(0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .sentence */ .em)(evidence)}`)}`),
                ...unseen(checks).map(({ id, title, state, reason }) => (0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .asMarkdown */ .g5)(`${id} ${title}: ${state}: ${reason}`)),
            ].map((item) => `- ${item}`),
            '',
            '</details>',
        ].join('\n'),
        '',
    ].join('\n\n');
}
function markdownOf({ id, severity, title, evidence, remedy, commands, link }) {
    return [
        `**[${id}](${link}) ${(0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .asMarkdown */ .g5)(title)}** (${severity})`,
        (0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .asMarkdown */ .g5)((0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .sentence */ .em)(evidence)),
        (0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .asMarkdown */ .g5)((0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .sentence */ .em)(remedy)),
        ...fenced(commands),
    ].join('\n\n');
}
function markdownOfDiagnosis({ title, evidence, causes, link }) {
    const [first, ...others] = causes;
    return [
        `**[${(0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .asMarkdown */ .g5)(title)}](${link})**`,
        evidence.map(({ line, text }) => `- line ${line}: ${(0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .asMarkdown */ .g5)(text)}`).join('\n'),
        `${first.supported ? 'Cause' : 'Most likely'}: ${(0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .asMarkdown */ .g5)((0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .sentence */ .em)(first.text))}`,
        (0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .asMarkdown */ .g5)((0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .sentence */ .em)(first.remedy)),
        ...fenced(first.commands),
        ...(others.length === 0
            ? []
            : [others.map(({ text }) => `- or: ${(0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .asMarkdown */ .g5)((0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .sentence */ .em)(text))}`).join('\n')]),
    ].join('\n\n');
}
function fenced(commands) {
    return commands.length === 0 ? [] : [['```sh', ...commands, '```'].join('\n')];
}
function annotationsOf(report) {
    const shown = report.mode === 'doctor' ? ['error', 'warning'] : ['warning'];
    const found = report.findings.flatMap(({ id, severity, title, evidence, remedy }) => severity !== 'info' && shown.includes(severity)
        ? [{ level: severity, title: `${id} ${title}`, text: `${(0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .sentence */ .em)(evidence)} ${(0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .sentence */ .em)(remedy)}` }]
        : []);
    const [first] = report.diagnosis?.diagnoses ?? [];
    const log = first === undefined || first.standing === 'not-emulation'
        ? []
        : [
            {
                level: 'error',
                title: first.title,
                text: `${(0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .sentence */ .em)(first.causes[0].text)} ${(0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .sentence */ .em)(first.causes[0].remedy)}`,
            },
        ];
    return [...log, ...found].slice(0, ANNOTATION_LIMIT);
}


/***/ }),

/***/ 3360:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ reportEntries),
/* harmony export */   S: () => (/* binding */ nameEntries)
/* harmony export */ });
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4458);

function reportEntries(entries) {
    return entries.map(({ name, enabled, match, interpreter, flags }) => ({
        name: (0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(name, 100),
        enabled,
        kind: match.kind,
        ...(interpreter === undefined ? {} : { interpreter: (0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(interpreter, 300) }),
        flags: (0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(flags, 20),
    }));
}
function nameEntries(entries) {
    if (entries.length === 0)
        return [];
    const names = entries.map(({ name, enabled }) => (enabled ? name : `${name} (off)`));
    return [`in the table, the newest first: ${names.join(', ')}`];
}


/***/ }),

/***/ 8171:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ isObject),
/* harmony export */   l: () => (/* binding */ parseObject)
/* harmony export */ });
function parseObject(text) {
    try {
        const value = JSON.parse(text);
        return isObject(value) ? value : undefined;
    }
    catch {
        return undefined;
    }
}
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}


/***/ }),

/***/ 356:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CW: () => (/* binding */ renderMatrix),
/* harmony export */   T4: () => (/* binding */ planMatrix),
/* harmony export */   b$: () => (/* binding */ keepRunnable),
/* harmony export */   b6: () => (/* binding */ formatMatrix),
/* harmony export */   kD: () => (/* binding */ choosePlatforms),
/* harmony export */   qu: () => (/* binding */ matrixProblems)
/* harmony export */ });
/* unused harmony exports intersectPlatforms, MAX_LEGS */
/* harmony import */ var _checks_check_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3011);
/* harmony import */ var _platforms_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9636);
/* harmony import */ var _runners_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(974);



function planMatrix(platforms, runners) {
    const include = distinct(platforms).map((platform) => {
        const runner = (0,_runners_js__WEBPACK_IMPORTED_MODULE_2__/* .runnerFor */ .OZ)(platform, runners);
        return {
            platform: (0,_platforms_js__WEBPACK_IMPORTED_MODULE_1__/* .formatPlatform */ .Bq)(platform),
            slug: (0,_platforms_js__WEBPACK_IMPORTED_MODULE_1__/* .slugOf */ .tF)(platform),
            arch: platform.arch,
            variant: platform.variant ?? '',
            runner,
            emulated: (0,_runners_js__WEBPACK_IMPORTED_MODULE_2__/* .needsEmulation */ .qP)(platform, runner),
        };
    });
    return { include };
}
function distinct(platforms) {
    return [...new Map(platforms.map((platform) => [(0,_platforms_js__WEBPACK_IMPORTED_MODULE_1__/* .formatPlatform */ .Bq)(platform), platform])).values()];
}
function formatMatrix(matrix) {
    return JSON.stringify(matrix);
}
function intersectPlatforms(asked, inIndex) {
    const names = new Set(inIndex.map(_platforms_js__WEBPACK_IMPORTED_MODULE_1__/* .formatPlatform */ .Bq));
    const holds = (platform) => names.has((0,_platforms_js__WEBPACK_IMPORTED_MODULE_1__/* .formatPlatform */ .Bq)(platform));
    return { platforms: asked.filter(holds), absent: asked.filter((platform) => !holds(platform)) };
}
function choosePlatforms(asked, offer) {
    const foreign = [];
    const offered = offer.platforms.flatMap(({ os, architecture, variant }) => {
        const name = [os, architecture, variant].filter((part) => part !== undefined && part !== '').join('/');
        const platform = (0,_platforms_js__WEBPACK_IMPORTED_MODULE_1__/* .parsePlatform */ .FL)(name);
        if (!('unknown' in platform))
            return [platform];
        foreign.push(name);
        return [];
    });
    const { platforms, absent } = asked.all
        ? { platforms: distinct(offered), absent: [] }
        : intersectPlatforms(asked.platforms, offered);
    const others = (0,_checks_check_js__WEBPACK_IMPORTED_MODULE_0__/* .listed */ .KE)([...new Set(foreign)]);
    const notes = [
        foreign.length > 0 ? `The image also has ${others}, which cannot be made to run here.` : '',
        absent.length > 0 ? `The image does not have ${(0,_checks_check_js__WEBPACK_IMPORTED_MODULE_0__/* .listed */ .KE)(absent.map(_platforms_js__WEBPACK_IMPORTED_MODULE_1__/* .formatPlatform */ .Bq))}.` : '',
    ];
    return { platforms, absent, notes: notes.filter((note) => note !== '') };
}
function keepRunnable(matrix, proven) {
    const runs = (leg) => !leg.emulated || proven.has(leg.platform);
    return {
        matrix: { include: matrix.include.filter(runs) },
        missing: matrix.include.filter((leg) => !runs(leg)).map((leg) => leg.platform),
    };
}
const MAX_LEGS = 256;
const MAX_OUTPUT_BYTES = 1024 * 1024 - 128 * 1024;
function matrixProblems(matrix) {
    const legs = matrix.include.length;
    const bytes = formatMatrix(matrix).length * 2;
    const problems = [];
    if (legs > MAX_LEGS)
        problems.push(`the matrix has ${legs} legs, and GitHub allows ${MAX_LEGS} jobs a matrix`);
    if (bytes > MAX_OUTPUT_BYTES) {
        problems.push(`the matrix takes ${bytes} bytes, and GitHub keeps 1 MiB of outputs a job`);
    }
    return problems;
}
function renderMatrix(matrix) {
    const { include } = matrix;
    if (include.length === 0) {
        const empty = 'No platform is left to build: the matrix is empty.';
        return { text: empty, markdown: empty };
    }
    const columns = columnsOf(include);
    const emulated = include.filter((leg) => leg.emulated).length;
    const legs = include.length === 1 ? '1 leg' : `${include.length} legs`;
    const sum = `${legs}: ${include.length - emulated} native, ${emulated} emulated`;
    return { text: `${alignColumns(columns)}\n\n${sum}`, markdown: `${tabulate(columns)}\n\n${sum}` };
}
const NATIVE = '● native';
const EMULATED = '○ emulated';
const PLATFORM = 'platform';
const HOW = 'how';
const RUNNER = 'runner';
const OWN_WORDS = new Set([NATIVE, EMULATED, PLATFORM, HOW, RUNNER, '']);
const GRID_WIDTH = 80;
function columnsOf(legs) {
    const how = (leg) => (leg.emulated ? EMULATED : NATIVE);
    const names = legs.map(({ runner }) => (typeof runner === 'string' ? runner : runner.join(' + ')));
    const runners = Array.from(new Set(names));
    const platforms = [PLATFORM, ...legs.map((leg) => leg.platform)];
    if (runners.join('   ').length > GRID_WIDTH)
        return [platforms, [HOW, ...legs.map(how)], [RUNNER, ...names]];
    return [
        platforms,
        ...runners.map((runner) => [runner, ...legs.map((leg, row) => (names[row] === runner ? how(leg) : ''))]),
    ];
}
function joinColumns(columns, between) {
    return columns.reduce((left, right) => left.map((cell, row) => `${cell}${between}${right[row]}`));
}
function alignColumns(columns) {
    const padded = columns.map((column) => {
        const width = Math.max(...column.map((cell) => cell.length));
        return column.map((cell) => cell.padEnd(width));
    });
    return joinColumns(padded, '   ')
        .map((line) => line.trimEnd())
        .join('\n');
}
function tabulate(columns) {
    const cells = columns.map((column) => {
        const [head, ...rest] = column.map((cell) => (OWN_WORDS.has(cell) ? cell : `\`${cell}\``));
        return [`${head}`, '---', ...rest];
    });
    return joinColumns(cells, ' | ')
        .map((line) => `| ${line} |`)
        .join('\n');
}


/***/ }),

/***/ 6459:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  tZ: () => (/* binding */ PLAIN),
  DC: () => (/* binding */ REPORT_SCHEMA),
  dO: () => (/* binding */ makeReport),
  L: () => (/* binding */ provenPlatforms),
  hF: () => (/* binding */ renderJson),
  Br: () => (/* binding */ renderSummary),
  S5: () => (/* binding */ renderText),
  x0: () => (/* binding */ reportPlatforms)
});

// EXTERNAL MODULE: ./lib/core/diagnosis.js
var core_diagnosis = __webpack_require__(364);
// EXTERNAL MODULE: ./lib/core/doctor-report.js
var doctor_report = __webpack_require__(3909);
// EXTERNAL MODULE: ./lib/core/entry-report.js
var entry_report = __webpack_require__(3360);
// EXTERNAL MODULE: ./lib/core/checks/check.js
var check = __webpack_require__(3011);
// EXTERNAL MODULE: ./lib/core/problem.js
var core_problem = __webpack_require__(4458);
;// CONCATENATED MODULE: ./lib/core/intentions.js


function reportPlanned(planned) {
    const safe = (names) => names.map((name) => (0,core_problem/* printable */.g$)(name, 100));
    return { ...planned, replaced: safe(planned.replaced), removed: safe(planned.removed) };
}
function intentionsOf({ replaced, removed, rules, persisted, stop }) {
    return [
        replaced.length > 0 ? `Setup would replace ${(0,check/* listed */.KE)(replaced)}.` : '',
        removed.length > 0 ? `Setup would remove ${(0,check/* listed */.KE)(removed)}.` : '',
        rules.length > 0 ? `Setup would register the rules ${(0,check/* listed */.KE)(rules)}.` : '',
        persisted.length > 0 ? `Setup would keep ${(0,check/* listed */.KE)(persisted)} over a reboot.` : '',
        stop === undefined ? '' : `Setup would stop here: ${stop.id} ${stop.message}`,
    ].filter((line) => line !== '');
}
function renderIntention(row) {
    return `${row.proven ? 'runs; would be set up again if it differs' : 'would be set up'}: ${row.reason}`;
}

// EXTERNAL MODULE: ./lib/core/matrix.js
var matrix = __webpack_require__(356);
// EXTERNAL MODULE: ./lib/core/platforms.js + 2 modules
var core_platforms = __webpack_require__(9636);
// EXTERNAL MODULE: ./lib/core/verdict.js
var core_verdict = __webpack_require__(6992);
;// CONCATENATED MODULE: ./lib/core/report.js








const REPORT_SCHEMA = 1;
function makeReport(material) {
    const { facts, problem, qemu, checks, diagnosis, findings } = material;
    const platforms = reportPlatforms(material);
    const healthy = checks === undefined
        ? problem === undefined && material.waived !== true && platforms.every(({ proven }) => proven)
        : findings.every(({ severity }) => severity !== 'error') &&
            (diagnosis === undefined || !(0,core_diagnosis/* blamesEmulation */.D)(diagnosis));
    const body = {
        schema: REPORT_SCHEMA,
        mode: material.mode,
        exitCode: problem?.exitCode ?? (checks === undefined || healthy ? 0 : 1),
        healthy,
        changed: material.changed,
        host: {
            kernel: (0,core_problem/* printable */.g$)(facts.kernel.release, 100),
            architecture: facts.architecture ?? 'unknown',
            privilege: facts.privilege,
            ...(facts.container === undefined ? {} : { container: facts.container }),
            table: facts.table.state,
        },
        platforms,
        registered: material.registered,
        removed: material.removed.map((name) => (0,core_problem/* printable */.g$)(name, 100)),
        ...(material.rules === undefined || material.rules.length === 0 ? {} : { rules: material.rules }),
        ...(material.planned === undefined ? {} : { planned: reportPlanned(material.planned) }),
        ...(qemu === undefined ? {} : { qemu }),
        findings,
        ...(checks === undefined
            ? {}
            : { checks: (0,doctor_report/* reportChecks */.oG)(checks), entries: (0,entry_report/* reportEntries */.L)(facts.table.entries) }),
        ...(diagnosis === undefined ? {} : { diagnosis }),
        notes: material.notes,
        ...(problem === undefined ? {} : { problem: { id: problem.id, message: problem.message } }),
        ...(material.matrix === undefined ? {} : { matrix: material.matrix }),
    };
    return { ...body, outputs: makeOutputs(material, body) };
}
function reportPlatforms(material) {
    return material.requested.map((request) => reportPlatform(request, material));
}
function provenPlatforms(platforms, { verdicts, facts }) {
    const proven = platforms.filter((platform) => {
        const verdict = verdicts.get(platform.arch);
        return (0,core_verdict/* isProven */.nn)(verdict) && variantShortfall(platform, verdict, facts) === undefined;
    });
    return new Set(proven.map(core_platforms/* formatPlatform */.Bq));
}
function reportPlatform({ platform, action, reason, failure }, { verdicts, facts }) {
    const verdict = verdicts.get(platform.arch);
    const status = verdict?.status ?? 'absent';
    const shortfall = variantShortfall(platform, verdict, facts);
    const proven = (0,core_verdict/* isProven */.nn)(verdict) && shortfall === undefined;
    const { entry, qemuVersion } = verdict ?? {};
    return {
        platform: (0,core_platforms/* formatPlatform */.Bq)(platform),
        arch: platform.arch,
        status,
        proven,
        action,
        reason: proven ? reason : (failure ?? shortfall ?? (verdict?.reason || reason)),
        ...(entry === undefined ? {} : { entry: (0,core_problem/* printable */.g$)(entry.name, 100), flags: (0,core_problem/* printable */.g$)(entry.flags, 20) }),
        ...(entry?.interpreter === undefined ? {} : { interpreter: (0,core_problem/* printable */.g$)(entry.interpreter, 300) }),
        ...(qemuVersion === undefined ? {} : { qemuVersion }),
        ms: Math.round((verdict?.ms ?? 0) * 10) / 10,
    };
}
function amd64Level(verdict, facts) {
    if (verdict?.status === 'native')
        return facts.amd64Level ?? 1;
    return verdict?.qemuVersion === undefined ? 1 : 2;
}
function variantShortfall(platform, verdict, facts) {
    if (platform.arch !== 'amd64' || platform.variant === undefined || !(0,core_verdict/* isProven */.nn)(verdict))
        return undefined;
    const level = amd64Level(verdict, facts);
    const wanted = Number(platform.variant.slice(1));
    return wanted > level ? `x86-64-v${wanted} is asked for, and v${level} is what runs here` : undefined;
}
function runnable({ verdicts, facts }, status) {
    return [...verdicts.values()]
        .filter((verdict) => (0,core_verdict/* isProven */.nn)(verdict) && status(verdict))
        .flatMap((verdict) => (0,core_platforms/* platformsOf */.Wt)(verdict.arch, amd64Level(verdict, facts)))
        .map(core_platforms/* formatPlatform */.Bq);
}
function makeOutputs(material, body) {
    const native = runnable(material, ({ status }) => status === 'native');
    const emulated = runnable(material, ({ status }) => status === 'emulated');
    const versions = [...material.verdicts.values()].flatMap(({ qemuVersion }) => qemuVersion ?? []);
    return {
        platforms: [...native, ...emulated].join(','),
        native: native.join(','),
        emulated: emulated.join(','),
        registered: material.registered.join(','),
        'qemu-version': [...new Set(versions)].join(','),
        kernel: body.host.kernel,
        'cache-hit': String(body.qemu?.cacheHit ?? false),
        changed: String(body.changed),
        healthy: String(body.healthy),
        ...(material.matrix === undefined
            ? {}
            : { matrix: (0,matrix/* formatMatrix */.b6)(material.matrix), count: String(material.matrix.include.length) }),
    };
}
function renderJson(report) {
    return `${JSON.stringify(report, null, 2)}\n`;
}
const PLAIN = { good: String, bad: String, faint: String };
function renderText(report, paint = PLAIN) {
    if (report.checks !== undefined)
        return (0,doctor_report/* renderDoctorText */.ZW)(report, paint);
    const width = Math.max(0, ...report.platforms.map(({ platform }) => platform.length));
    const lines = report.platforms.map((row) => renderRow(row, width, report.mode, paint));
    const picture = report.mode === 'plan' && report.matrix !== undefined
        ? ['', ...(0,matrix/* renderMatrix */.CW)(report.matrix).text.split('\n'), '']
        : [];
    const rules = (report.rules ?? []).map((rule) => renderRule(rule, paint));
    const notes = remarksOf(report).map((note) => paint.faint(note));
    return [...lines, ...picture, ...rules, ...notes, renderClosing(report)];
}
function remarksOf(report) {
    const { planned, notes } = report;
    return [...(planned === undefined ? [] : intentionsOf(planned)), ...notes, ...warningsOf(report)];
}
function warningsOf({ findings }) {
    return findings
        .filter(({ severity }) => severity === 'warning')
        .map(({ id, evidence, remedy }) => `${id} ${(0,core_problem/* sentence */.em)(evidence)} ${(0,core_problem/* sentence */.em)(remedy)}`);
}
function renderRule({ name, interpreter, registered }, paint) {
    const mark = registered ? paint.good('✓') : paint.bad('✗');
    return `${mark} rule ${name}  ${registered ? `registered for ${interpreter}` : 'not registered'}`;
}
function renderRow(row, width, mode, paint) {
    const name = row.platform.padEnd(width);
    if (mode === 'plan' && row.action === 'install')
        return `${paint.faint('+')} ${name}  ${renderIntention(row)}`;
    if (row.proven)
        return `${paint.good('✓')} ${name}  ${describe(row)}`;
    return `${paint.bad('✗')} ${name}  ${row.reason}`;
}
function describe(row) {
    if (row.status === 'native')
        return 'native';
    const version = row.qemuVersion === undefined ? '' : ` by QEMU ${row.qemuVersion}`;
    return `emulated${version}, flags ${row.flags ?? 'unknown'}, proven in ${row.ms} ms`;
}
function renderClosing(report) {
    const proven = report.platforms.filter((row) => row.proven).length;
    const count = report.platforms.length === 0 || report.mode === 'remove' || report.mode === 'mount'
        ? []
        : [`${proven} of ${report.platforms.length} platforms run here`];
    const done = [
        ...count,
        report.registered.length > 0 ? `registered ${report.registered.join(', ')}` : '',
        report.removed.length > 0
            ? `removed ${report.removed.map((name) => (0,core_problem/* printable */.g$)(name, 60)).join(', ')}`
            : '',
    ].filter((part) => part !== '');
    if (done.length > count.length)
        return `${done.join('; ')}.`;
    if (report.changed && report.mode === 'mount')
        return 'binfmt_misc was mounted; nothing was registered.';
    if (report.changed)
        return `${[...count, 'what the host does after a reboot was changed'].join('; ')}.`;
    const idle = report.healthy && report.mode !== 'plan' ? 'nothing had to be changed' : 'nothing was changed';
    return `${[...count, idle].join('; ')}.`;
}
const MARKS = {
    native: 'native',
    emulated: 'emulated',
    'outside-only': 'not proven',
    broken: 'broken',
    absent: 'absent',
};
function proofCell(row, mode) {
    const mark = row.proven ? '✅' : '❌';
    if (mode === 'plan' && row.action === 'install')
        return `${mark} ${(0,core_problem/* asMarkdown */.g5)(renderIntention(row))}`;
    return row.proven ? mark : `${mark} ${(0,core_problem/* asMarkdown */.g5)(row.reason)}`;
}
function renderSummary(report) {
    if (report.checks !== undefined)
        return (0,doctor_report/* renderDoctorSummary */.Yi)(report);
    const rows = report.platforms.map((row) => [
        `\`${row.platform}\``,
        MARKS[row.status],
        row.qemuVersion ?? '',
        (0,core_problem/* asMarkdown */.g5)(row.flags ?? ''),
        proofCell(row, report.mode),
        row.status === 'absent' ? '' : String(row.ms),
    ].join(' | '));
    const head = ['Platform', 'How', 'QEMU', 'Flags', 'Proven', 'ms'];
    return [
        `### setup-binfmt: ${report.healthy ? 'everything that was asked for runs' : 'not everything runs'}`,
        '',
        `| ${head.join(' | ')} |`,
        `|${head.map(() => ' --- ').join('|')}|`,
        ...rows.map((row) => `| ${row} |`),
        '',
        ...(report.mode === 'plan' && report.matrix !== undefined
            ? [(0,matrix/* renderMatrix */.CW)(report.matrix).markdown, '']
            : []),
        `Linux ${(0,core_problem/* asMarkdown */.g5)(report.host.kernel)} on ${report.host.architecture}${report.qemu === undefined ? '' : `; ${report.qemu.origins.map(core_problem/* asMarkdown */.g5).join('; ')}`}`,
        '',
        ...remarksOf(report).map((note) => `- ${(0,core_problem/* asMarkdown */.g5)(note)}`),
        ...(report.problem === undefined
            ? []
            : ['', `**${report.problem.id}** ${(0,core_problem/* asMarkdown */.g5)(report.problem.message)}`]),
        '',
    ].join('\n');
}


/***/ })

};
