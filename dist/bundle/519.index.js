export const id = 519;
export const ids = [519];
export const modules = {

/***/ 3909:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ih: () => (/* binding */ annotationsOf),
/* harmony export */   Yi: () => (/* binding */ renderDoctorSummary),
/* harmony export */   ZW: () => (/* binding */ renderDoctorText),
/* harmony export */   oG: () => (/* binding */ reportChecks)
/* harmony export */ });
/* unused harmony exports ANNOTATION_LIMIT, headlineOf */
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4458);

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
    if (errors !== '')
        return [`Not healthy: ${errors}`, warnings].filter((part) => part !== '').join(', ');
    const state = warnings === '' ? 'Healthy' : `Healthy, with ${warnings}`;
    return here === '' ? state : `${state}: ${here}`;
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
    const { checks = [], diagnosis, findings } = report;
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
        ...asides(findings).map(({ id, title, evidence }) => `${id} ${title}: ${(0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .sentence */ .em)(evidence)}`),
        ...groupUnseen(checks).map(paint.faint),
        tally(checks),
    ];
    return lines;
}
function textOf({ id, severity, title, evidence, remedy, commands, link }, paint) {
    const head = `${id} ${title} (${severity})`;
    return [
        severity === 'error' ? paint.bad(head) : head,
        `  ${(0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .sentence */ .em)(evidence)}`,
        `  ${(0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .sentence */ .em)(remedy)}`,
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
        `  ${first.supported ? 'Cause' : 'Most likely'}: ${(0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .sentence */ .em)(first.text)}`,
        `  ${(0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .sentence */ .em)(first.remedy)}`,
        ...first.commands.map((command) => `    ${command}`),
        ...others.map(({ text }) => `  Or: ${(0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .sentence */ .em)(text)}`),
        `  ${link}`,
    ];
}
function renderDoctorSummary(report) {
    const { checks = [], diagnosis, findings } = report;
    return [
        `### setup-binfmt doctor: ${(0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .asMarkdown */ .g5)(headlineOf(report))}`,
        ...(diagnosis === undefined ? [] : [`**${(0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .asMarkdown */ .g5)(diagnosis.headline)}**`]),
        ...(diagnosis?.diagnoses ?? []).map(markdownOfDiagnosis),
        ...matters(findings).map(markdownOf),
        [
            '<details><summary>Details</summary>',
            '',
            `Linux ${(0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .asMarkdown */ .g5)(report.host.kernel)} on ${report.host.architecture}; binfmt\\_misc: ${report.host.table}. ${tally(checks)}.`,
            '',
            ...[
                ...report.notes.map(_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .asMarkdown */ .g5),
                ...report.platforms.map(({ platform, proven, reason }) => `${platform}: ${proven ? 'proven' : (0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .asMarkdown */ .g5)(reason)}`),
                ...asides(findings).map(({ id, title, evidence, link }) => `[${id}](${link}) ${(0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .asMarkdown */ .g5)(`${title}: ${(0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .sentence */ .em)(evidence)}`)}`),
                ...unseen(checks).map(({ id, title, state, reason }) => (0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .asMarkdown */ .g5)(`${id} ${title}: ${state}: ${reason}`)),
            ].map((item) => `- ${item}`),
            '',
            '</details>',
        ].join('\n'),
        '',
    ].join('\n\n');
}
function markdownOf({ id, severity, title, evidence, remedy, commands, link }) {
    return [
        `**[${id}](${link}) ${(0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .asMarkdown */ .g5)(title)}** (${severity})`,
        (0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .asMarkdown */ .g5)((0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .sentence */ .em)(evidence)),
        (0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .asMarkdown */ .g5)((0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .sentence */ .em)(remedy)),
        ...fenced(commands),
    ].join('\n\n');
}
function markdownOfDiagnosis({ title, evidence, causes, link }) {
    const [first, ...others] = causes;
    return [
        `**[${(0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .asMarkdown */ .g5)(title)}](${link})**`,
        evidence.map(({ line, text }) => `- line ${line}: ${(0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .asMarkdown */ .g5)(text)}`).join('\n'),
        `${first.supported ? 'Cause' : 'Most likely'}: ${(0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .asMarkdown */ .g5)((0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .sentence */ .em)(first.text))}`,
        (0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .asMarkdown */ .g5)((0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .sentence */ .em)(first.remedy)),
        ...fenced(first.commands),
        ...(others.length === 0
            ? []
            : [others.map(({ text }) => `- or: ${(0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .asMarkdown */ .g5)((0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .sentence */ .em)(text))}`).join('\n')]),
    ].join('\n\n');
}
function fenced(commands) {
    return commands.length === 0 ? [] : [['```sh', ...commands, '```'].join('\n')];
}
function annotationsOf(report) {
    const shown = report.mode === 'doctor' ? ['error', 'warning'] : ['warning'];
    const found = report.findings.flatMap(({ id, severity, title, evidence, remedy }) => severity !== 'info' && shown.includes(severity)
        ? [{ level: severity, title: `${id} ${title}`, text: `${(0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .sentence */ .em)(evidence)} ${(0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .sentence */ .em)(remedy)}` }]
        : []);
    const [first] = report.diagnosis?.diagnoses ?? [];
    const log = first === undefined || first.standing === 'not-emulation'
        ? []
        : [
            {
                level: 'error',
                title: first.title,
                text: `${(0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .sentence */ .em)(first.causes[0].text)} ${(0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .sentence */ .em)(first.causes[0].remedy)}`,
            },
        ];
    return [...log, ...found].slice(0, ANNOTATION_LIMIT);
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
/* harmony import */ var _platforms_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9636);
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4458);
/* harmony import */ var _runners_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(974);



function planMatrix(platforms, runners) {
    const distinct = new Map(platforms.map((platform) => [(0,_platforms_js__WEBPACK_IMPORTED_MODULE_0__/* .formatPlatform */ .Bq)(platform), platform]));
    const include = Array.from(distinct, ([name, platform]) => {
        const runner = (0,_runners_js__WEBPACK_IMPORTED_MODULE_2__/* .runnerFor */ .OZ)(platform, runners);
        return {
            platform: name,
            slug: (0,_platforms_js__WEBPACK_IMPORTED_MODULE_0__/* .slugOf */ .tF)(platform),
            arch: platform.arch,
            variant: platform.variant ?? '',
            runner,
            emulated: (0,_runners_js__WEBPACK_IMPORTED_MODULE_2__/* .needsEmulation */ .qP)(platform, runner),
        };
    });
    return { include };
}
function formatMatrix(matrix) {
    return JSON.stringify(matrix);
}
function intersectPlatforms(asked, inIndex) {
    const names = new Set(inIndex.map(_platforms_js__WEBPACK_IMPORTED_MODULE_0__/* .formatPlatform */ .Bq));
    const holds = (platform) => names.has((0,_platforms_js__WEBPACK_IMPORTED_MODULE_0__/* .formatPlatform */ .Bq)(platform));
    return { platforms: asked.filter(holds), absent: asked.filter((platform) => !holds(platform)) };
}
function choosePlatforms(asked, offer) {
    const foreign = [];
    const offered = offer.platforms.flatMap(({ os, architecture, variant }) => {
        const name = [os, architecture, variant].filter((part) => part !== undefined && part !== '').join('/');
        const platform = (0,_platforms_js__WEBPACK_IMPORTED_MODULE_0__/* .parsePlatform */ .FL)(name);
        if (!('unknown' in platform))
            return [platform];
        foreign.push((0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .printable */ .g$)(name, 60));
        return [];
    });
    const { platforms, absent } = asked.all
        ? { platforms: offered, absent: [] }
        : intersectPlatforms(asked.platforms, offered);
    const notes = [
        foreign.length > 0 ? `The image also has ${foreign.join(', ')}, which cannot be made to run here.` : '',
        absent.length > 0 ? `The image does not have ${absent.map(_platforms_js__WEBPACK_IMPORTED_MODULE_0__/* .formatPlatform */ .Bq).join(', ')}.` : '',
    ];
    return { platforms, notes: notes.filter((note) => note !== '') };
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

/***/ 8519:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Br: () => (/* binding */ renderSummary),
/* harmony export */   S5: () => (/* binding */ renderText),
/* harmony export */   dO: () => (/* binding */ makeReport),
/* harmony export */   hF: () => (/* binding */ renderJson),
/* harmony export */   tZ: () => (/* binding */ PLAIN),
/* harmony export */   x0: () => (/* binding */ reportPlatforms)
/* harmony export */ });
/* unused harmony export REPORT_SCHEMA */
/* harmony import */ var _doctor_report_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3909);
/* harmony import */ var _matrix_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(356);
/* harmony import */ var _platforms_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9636);
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4458);
/* harmony import */ var _verdict_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6992);





const REPORT_SCHEMA = 1;
function makeReport(material) {
    const { facts, problem, qemu, checks, diagnosis, findings } = material;
    const platforms = reportPlatforms(material);
    const healthy = checks === undefined
        ? problem === undefined && platforms.every(({ proven }) => proven)
        : findings.every(({ severity }) => severity !== 'error');
    const body = {
        schema: REPORT_SCHEMA,
        mode: material.mode,
        exitCode: problem?.exitCode ?? (checks === undefined || healthy ? 0 : 1),
        healthy,
        changed: material.changed,
        host: {
            kernel: (0,_problem_js__WEBPACK_IMPORTED_MODULE_3__/* .printable */ .g$)(facts.kernel.release, 100),
            architecture: facts.architecture ?? 'unknown',
            privilege: facts.privilege,
            ...(facts.container === undefined ? {} : { container: facts.container }),
            table: facts.table.state,
        },
        platforms,
        registered: material.registered,
        removed: material.removed.map((name) => (0,_problem_js__WEBPACK_IMPORTED_MODULE_3__/* .printable */ .g$)(name, 100)),
        ...(material.rules === undefined || material.rules.length === 0 ? {} : { rules: material.rules }),
        ...(qemu === undefined ? {} : { qemu }),
        findings,
        ...(checks === undefined ? {} : { checks: (0,_doctor_report_js__WEBPACK_IMPORTED_MODULE_0__/* .reportChecks */ .oG)(checks) }),
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
function reportPlatform({ platform, action, reason, failure }, { verdicts, facts }) {
    const verdict = verdicts.get(platform.arch);
    const status = verdict?.status ?? 'absent';
    const shortfall = variantShortfall(platform, verdict, facts);
    const proven = (0,_verdict_js__WEBPACK_IMPORTED_MODULE_4__/* .isProven */ .nn)(verdict) && shortfall === undefined;
    const { entry, qemuVersion } = verdict ?? {};
    return {
        platform: (0,_platforms_js__WEBPACK_IMPORTED_MODULE_2__/* .formatPlatform */ .Bq)(platform),
        arch: platform.arch,
        status,
        proven,
        action,
        reason: proven ? reason : (failure ?? shortfall ?? (verdict?.reason || reason)),
        ...(entry === undefined ? {} : { entry: (0,_problem_js__WEBPACK_IMPORTED_MODULE_3__/* .printable */ .g$)(entry.name, 100), flags: (0,_problem_js__WEBPACK_IMPORTED_MODULE_3__/* .printable */ .g$)(entry.flags, 20) }),
        ...(entry?.interpreter === undefined ? {} : { interpreter: (0,_problem_js__WEBPACK_IMPORTED_MODULE_3__/* .printable */ .g$)(entry.interpreter, 300) }),
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
    if (platform.arch !== 'amd64' || platform.variant === undefined || !(0,_verdict_js__WEBPACK_IMPORTED_MODULE_4__/* .isProven */ .nn)(verdict))
        return undefined;
    const level = amd64Level(verdict, facts);
    const wanted = Number(platform.variant.slice(1));
    return wanted > level ? `x86-64-v${wanted} is asked for, and v${level} is what runs here` : undefined;
}
function runnable({ verdicts, facts }, status) {
    return [...verdicts.values()]
        .filter((verdict) => (0,_verdict_js__WEBPACK_IMPORTED_MODULE_4__/* .isProven */ .nn)(verdict) && status(verdict))
        .flatMap((verdict) => (0,_platforms_js__WEBPACK_IMPORTED_MODULE_2__/* .platformsOf */ .Wt)(verdict.arch, amd64Level(verdict, facts)))
        .map(_platforms_js__WEBPACK_IMPORTED_MODULE_2__/* .formatPlatform */ .Bq);
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
            : { matrix: (0,_matrix_js__WEBPACK_IMPORTED_MODULE_1__/* .formatMatrix */ .b6)(material.matrix), count: String(material.matrix.include.length) }),
    };
}
function renderJson(report) {
    return `${JSON.stringify(report, null, 2)}\n`;
}
const PLAIN = { good: String, bad: String, faint: String };
function renderText(report, paint = PLAIN) {
    if (report.checks !== undefined)
        return (0,_doctor_report_js__WEBPACK_IMPORTED_MODULE_0__/* .renderDoctorText */ .ZW)(report, paint);
    const width = Math.max(0, ...report.platforms.map(({ platform }) => platform.length));
    const lines = report.platforms.map((row) => renderRow(row, width, report.mode, paint));
    const picture = report.mode === 'plan' && report.matrix !== undefined
        ? ['', ...(0,_matrix_js__WEBPACK_IMPORTED_MODULE_1__/* .renderMatrix */ .CW)(report.matrix).text.split('\n'), '']
        : [];
    const rules = (report.rules ?? []).map((rule) => renderRule(rule, paint));
    const notes = [...report.notes, ...warningsOf(report)].map((note) => paint.faint(note));
    return [...lines, ...picture, ...rules, ...notes, renderClosing(report)];
}
function warningsOf({ findings }) {
    return findings
        .filter(({ severity }) => severity === 'warning')
        .map(({ id, evidence, remedy }) => `${id} ${(0,_problem_js__WEBPACK_IMPORTED_MODULE_3__/* .sentence */ .em)(evidence)} ${(0,_problem_js__WEBPACK_IMPORTED_MODULE_3__/* .sentence */ .em)(remedy)}`);
}
function renderRule({ name, interpreter, registered }, paint) {
    const mark = registered ? paint.good('✓') : paint.bad('✗');
    return `${mark} rule ${name}  ${registered ? `registered for ${interpreter}` : 'not registered'}`;
}
function renderRow(row, width, mode, paint) {
    const name = row.platform.padEnd(width);
    if (row.proven)
        return `${paint.good('✓')} ${name}  ${describe(row)}`;
    if (mode === 'plan' && row.action === 'install')
        return `${paint.faint('+')} ${name}  would be set up: ${row.reason}`;
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
    const count = report.mode === 'remove' ? [] : [`${proven} of ${report.platforms.length} platforms run here`];
    const done = [
        ...count,
        report.registered.length > 0 ? `registered ${report.registered.join(', ')}` : '',
        report.removed.length > 0
            ? `removed ${report.removed.map((name) => (0,_problem_js__WEBPACK_IMPORTED_MODULE_3__/* .printable */ .g$)(name, 60)).join(', ')}`
            : '',
    ].filter((part) => part !== '');
    if (done.length > count.length)
        return `${done.join('; ')}.`;
    if (report.changed)
        return `${[...count, 'what the host does after a reboot was changed'].join('; ')}.`;
    const idle = report.problem === undefined && report.mode !== 'plan'
        ? 'nothing had to be changed'
        : 'nothing was changed';
    return `${[...count, idle].join('; ')}.`;
}
const MARKS = {
    native: 'native',
    emulated: 'emulated',
    'outside-only': 'not proven',
    broken: 'broken',
    absent: 'absent',
};
function renderSummary(report) {
    if (report.checks !== undefined)
        return (0,_doctor_report_js__WEBPACK_IMPORTED_MODULE_0__/* .renderDoctorSummary */ .Yi)(report);
    const rows = report.platforms.map((row) => [
        `\`${row.platform}\``,
        MARKS[row.status],
        row.qemuVersion ?? '',
        (0,_problem_js__WEBPACK_IMPORTED_MODULE_3__/* .asMarkdown */ .g5)(row.flags ?? ''),
        row.proven ? '✅' : `❌ ${(0,_problem_js__WEBPACK_IMPORTED_MODULE_3__/* .asMarkdown */ .g5)(row.reason)}`,
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
            ? [(0,_matrix_js__WEBPACK_IMPORTED_MODULE_1__/* .renderMatrix */ .CW)(report.matrix).markdown, '']
            : []),
        `Linux ${(0,_problem_js__WEBPACK_IMPORTED_MODULE_3__/* .asMarkdown */ .g5)(report.host.kernel)} on ${report.host.architecture}${report.qemu === undefined ? '' : `; ${report.qemu.origins.map(_problem_js__WEBPACK_IMPORTED_MODULE_3__/* .asMarkdown */ .g5).join('; ')}`}`,
        '',
        ...[...report.notes, ...warningsOf(report)].map((note) => `- ${(0,_problem_js__WEBPACK_IMPORTED_MODULE_3__/* .asMarkdown */ .g5)(note)}`),
        ...(report.problem === undefined
            ? []
            : ['', `**${report.problem.id}** ${(0,_problem_js__WEBPACK_IMPORTED_MODULE_3__/* .asMarkdown */ .g5)(report.problem.message)}`]),
        '',
    ].join('\n');
}


/***/ })

};
