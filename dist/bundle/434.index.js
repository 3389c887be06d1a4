export const id = 434;
export const ids = [434,665];
export const modules = {

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

/***/ 6090:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A$: () => (/* binding */ CONTAINER_TOOLS),
/* harmony export */   T9: () => (/* binding */ rootlessEnvironment),
/* harmony export */   w8: () => (/* binding */ needsSubordinateIds)
/* harmony export */ });
const CONTAINER_TOOLS = ['buildah', 'podman'];
function needsSubordinateIds(program) {
    return CONTAINER_TOOLS.includes(program.slice(program.lastIndexOf('/') + 1));
}
function rootlessEnvironment(uid, gid) {
    return {
        _CONTAINERS_USERNS_CONFIGURED: 'done',
        _CONTAINERS_ROOTLESS_UID: String(uid),
        _CONTAINERS_ROOTLESS_GID: String(gid),
    };
}


/***/ }),

/***/ 9434:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runDoctor: () => (/* binding */ runDoctor)
});

// EXTERNAL MODULE: ./lib/core/checks.js + 9 modules
var core_checks = __webpack_require__(1199);
// EXTERNAL MODULE: ./lib/core/image-reference.js
var image_reference = __webpack_require__(7632);
// EXTERNAL MODULE: ./lib/core/checks/claims.js
var claims = __webpack_require__(8122);
// EXTERNAL MODULE: ./lib/core/platforms.js + 2 modules
var platforms = __webpack_require__(9636);
// EXTERNAL MODULE: ./lib/core/qemu-version.js
var qemu_version = __webpack_require__(7628);
// EXTERNAL MODULE: ./lib/core/signatures.js + 5 modules
var signatures = __webpack_require__(8723);
;// CONCATENATED MODULE: ./lib/core/log-facts.js




const NOT_MOUNTED = ['not-loaded', 'autofs', 'not-mounted'];
const NOT_SUPPORTED = ['unsupported', 'module-missing'];
const ET_EXEC = 2;
function logFacts(context, results) {
    const { facts, doctor, verdicts, asked = [] } = context;
    const { state } = facts.table;
    const handlers = (0,claims/* handlersOf */.Jq)(context);
    const versions = handlers.flatMap(({ verdicts }) => verdicts.flatMap(({ qemuVersion }) => qemuVersion ?? []));
    const oldest = versions.reduce((a, b) => (a === undefined || (0,qemu_version/* isOlder */.tW)(b, a) ? b : a), undefined);
    const types = handlers.flatMap(({ file }) => file?.elf?.type ?? []);
    const stale = results.find(({ id }) => id === 'SB053');
    return {
        kernel: facts.kernel.release,
        ...(facts.architecture === undefined ? {} : { hostArch: facts.architecture }),
        ...(state === 'masked' ? {} : { supported: !NOT_SUPPORTED.includes(state) }),
        ...(state === 'masked' ? {} : { mounted: ![...NOT_MOUNTED, ...NOT_SUPPORTED].includes(state) }),
        ...(state === 'ready' ? { entries: handlers.map(({ entry, file }) => entryFacts(entry, file)) } : {}),
        ...(asked.length === 0 ? {} : { asked }),
        verdicts: Object.fromEntries([...(verdicts?.values() ?? [])].map((verdict) => [verdict.arch, wordOf(verdict)])),
        ...(oldest === undefined ? {} : { qemuVersion: oldest }),
        ...(types.length === 0 ? {} : { interpreterType: types.includes(ET_EXEC) ? 'exec' : 'dyn' }),
        ...(doctor === undefined
            ? {}
            : { docker: doctor.engine.client, remoteEngine: doctor.engine.remote !== undefined }),
        ...(doctor?.engine.server === undefined ? {} : { rootless: doctor.engine.server.rootless }),
        contained: facts.container !== undefined || facts.userNamespace,
        ...(stale === undefined || stale.state === 'skipped' ? {} : { staleBuilder: stale.state === 'found' }),
    };
}
function blamedPlatforms(log, hostArch) {
    if ((0,signatures/* diagnoseLog */.Vk)(log).verdict !== 'emulation')
        return [];
    const named = log.platforms.flatMap((text) => {
        const platform = (0,platforms/* parsePlatform */.FL)(text);
        return 'unknown' in platform || platform.arch === hostArch ? [] : [platform];
    });
    return [...new Map(named.map((platform) => [(0,platforms/* formatPlatform */.Bq)(platform), platform])).values()];
}
function entryFacts(entry, file) {
    const interpreter = interpreterOf(file);
    return {
        name: entry.name,
        enabled: entry.enabled,
        fixed: entry.flags.includes('F'),
        credentials: entry.flags.includes('C'),
        preserved: entry.flags.includes('P'),
        ...(interpreter === undefined ? {} : { interpreter }),
    };
}
function interpreterOf(file) {
    if (file?.state === 'missing')
        return 'missing';
    if (file?.kind === 'script')
        return 'script';
    if (file?.elf === undefined || !file.elf.complete)
        return undefined;
    return file.elf.interpreter ? 'dynamic' : 'static';
}
function wordOf({ status, result }) {
    if (status === 'absent')
        return 'missing';
    if (status === 'outside-only')
        return result === 'works' ? 'emulated' : 'broken';
    return status;
}

// EXTERNAL MODULE: ./lib/core/narration.js
var narration = __webpack_require__(1787);
// EXTERNAL MODULE: ./lib/core/plan.js
var plan = __webpack_require__(3658);
// EXTERNAL MODULE: ./lib/core/privacy.js
var privacy = __webpack_require__(7573);
// EXTERNAL MODULE: ./lib/core/problem.js
var problem = __webpack_require__(4458);
// EXTERNAL MODULE: ./lib/core/report.js + 1 modules
var core_report = __webpack_require__(6459);
// EXTERNAL MODULE: ./lib/core/verdict.js
var verdict = __webpack_require__(6992);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
// EXTERNAL MODULE: ./lib/core/json.js
var json = __webpack_require__(8171);
;// CONCATENATED MODULE: ./lib/core/doctor-facts.js

const SYSCTLS = [
    'user.max_user_namespaces',
    'kernel.unprivileged_userns_clone',
    'kernel.apparmor_restrict_unprivileged_userns',
    'kernel.modules_disabled',
    'kernel.randomize_va_space',
];
function parseKernelConfig(text) {
    const options = new Map();
    for (const line of text.split('\n')) {
        const [, on, value, off] = /^(?:(CONFIG_\w+)=(.*)|# (CONFIG_\w+) is not set)$/.exec(line) ?? [];
        if (on !== undefined && value !== undefined)
            options.set(on, value);
        else if (off !== undefined)
            options.set(off, 'n');
    }
    return options;
}
function parseModprobe(text, module) {
    return text.split('\n').flatMap((line) => {
        const [word, name, ...rest] = line.trim().split(/\s+/);
        if (name?.replaceAll('-', '_') !== module)
            return [];
        if (word === 'blacklist')
            return [`blacklist ${name}`];
        const command = rest.join(' ');
        const blocks = word === 'install' && /^(?:\/usr)?\/s?bin\/(?:true|false)$|^(?:exit|true|false|:)\b/.test(command);
        return blocks ? [`install ${name} ${command}`] : [];
    });
}
function parseRuleNames(text) {
    return text.split('\n').flatMap((raw) => {
        const line = raw.trim();
        if (line === '' || line.startsWith('#') || line.startsWith(';'))
            return [];
        const [delimiter = ''] = line;
        const name = line.split(delimiter)[1];
        return name === undefined || name === '' ? [] : [name];
    });
}
function parseDockerInfo(text) {
    const info = (0,json/* parseObject */.l)(text);
    if (info === undefined || typeof info.ServerVersion !== 'string' || info.ServerVersion === '')
        return undefined;
    const security = Array.isArray(info.SecurityOptions) ? info.SecurityOptions.map(String) : [];
    return {
        version: info.ServerVersion,
        kernel: textOf(info.KernelVersion),
        rootless: security.some((option) => option.includes('name=rootless')),
        system: textOf(info.OperatingSystem),
    };
}
function parseBuilders(text) {
    return text.split('\n').flatMap((line) => {
        const builder = (0,json/* parseObject */.l)(line);
        if (builder === undefined || typeof builder.Name !== 'string')
            return [];
        const nodes = Array.isArray(builder.Nodes) ? builder.Nodes.filter(json/* isObject */.G) : [];
        return [
            {
                name: builder.Name,
                driver: textOf(builder.Driver),
                running: nodes.some((node) => node.Status === 'running'),
                platforms: [...new Set(nodes.flatMap((node) => platformsOfNode(node.Platforms)))],
            },
        ];
    });
}
function platformsOfNode(platforms) {
    if (!Array.isArray(platforms))
        return [];
    return platforms.flatMap((platform) => {
        if (typeof platform === 'string')
            return [platform.replace(/\*$/, '')];
        if (!(0,json/* isObject */.G)(platform))
            return [];
        const parts = [platform.os, platform.architecture, platform.variant];
        return [parts.filter((part) => typeof part === 'string' && part !== '').join('/')];
    });
}
function textOf(value) {
    return typeof value === 'string' ? value : '';
}

// EXTERNAL MODULE: ./lib/core/elf.js
var core_elf = __webpack_require__(2956);
// EXTERNAL MODULE: ./lib/core/mounts.js
var mounts = __webpack_require__(6191);
;// CONCATENATED MODULE: ./lib/host/engine.js


const ANSWER_LIMIT_MS = 6_000;
async function examineEngine(host, facts) {
    const docker = host.which('docker');
    if (docker === undefined)
        return { client: false, builders: [] };
    const ask = (...args) => host.run({ file: docker, args, timeoutMs: ANSWER_LIMIT_MS });
    const [context, info, buildx] = await Promise.all([
        ask('context', 'inspect', '--format', '{{.Endpoints.docker.Host}}'),
        mayAnswer(host, facts) ? ask('info', '--format', '{{json .}}') : undefined,
        ask('buildx', 'version'),
    ]);
    const remote = remoteScheme(host.env.DOCKER_HOST || context.stdout.trim());
    const server = info === undefined ? undefined : parseDockerInfo(info.stdout);
    const [, version] = /\bv?(\d+\.\d+\.\d+\S*)/.exec(buildx.code === 0 ? buildx.stdout : '') ?? [];
    const builders = version === undefined || server === undefined ? undefined : await ask('buildx', 'ls', '--format', 'json');
    return {
        client: true,
        ...(remote === undefined ? {} : { remote }),
        ...(server === undefined ? { silence: silenceOf(info, facts) } : { server }),
        ...(version === undefined ? {} : { buildx: version }),
        builders: builders === undefined ? [] : parseBuilders(builders.stdout),
    };
}
function mayAnswer(host, facts) {
    const elsewhere = [host.env.DOCKER_HOST, host.env.DOCKER_CONTEXT].some((value) => (value ?? '') !== '');
    const configured = host.env.DOCKER_CONFIG ?? `${host.env.HOME ?? ''}/.docker`;
    const contexts = /"currentContext"\s*:\s*"(?!default")/.test(configOf(host, configured));
    return facts.docker.reachable || elsewhere || contexts;
}
function configOf(host, folder) {
    try {
        return host.readText(`${folder}/config.json`);
    }
    catch {
        return '';
    }
}
function remoteScheme(address) {
    const scheme = /^([a-z]{2,10}):\/\//.exec(address)?.[1];
    return scheme === undefined || scheme === 'unix' || scheme === 'npipe' || scheme === 'fd'
        ? undefined
        : scheme;
}
function silenceOf(info, facts) {
    if (info === undefined) {
        const standard = facts.docker.endpoint === 'unix:///var/run/docker.sock';
        return `nothing listens at ${standard ? 'its socket /var/run/docker.sock' : 'its address'}`;
    }
    if (info.timedOut)
        return `the engine did not answer within ${ANSWER_LIMIT_MS / 1000} s`;
    const [line = ''] = /"ServerErrors":\["([^"]*)/.exec(info.stdout)?.slice(1) ?? info.stderr.split('\n');
    const said = (0,problem/* printable */.g$)(line.replace(/\b(?:unix|tcp|ssh|https?):\/\/\S+/g, '…'), 160);
    return said === '' ? 'the engine does not answer' : said;
}

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
;// CONCATENATED MODULE: ./lib/host/network.js



const network_ANSWER_LIMIT_MS = 5_000;
const PROXY_VARIABLES = ['HTTP_PROXY', 'HTTPS_PROXY', 'ALL_PROXY', 'NO_PROXY'];
async function examineNetwork(host, registries) {
    const { HttpClient } = await Promise.all(/* import() */[__webpack_require__.e(889), __webpack_require__.e(689)]).then(__webpack_require__.bind(__webpack_require__, 5889));
    const proxies = Object.keys(host.env).filter((name) => PROXY_VARIABLES.includes(name.toUpperCase()));
    const answers = registries.map(async (address) => {
        const name = address.registry;
        const client = new HttpClient('setup-binfmt', [], {
            socketTimeout: network_ANSWER_LIMIT_MS,
            allowRetries: false,
        });
        const limit = new AbortController();
        const late = (0,promises_.setTimeout)(2 * network_ANSWER_LIMIT_MS, undefined, { ref: false, signal: limit.signal });
        try {
            const response = await Promise.race([client.get(`${(0,image_reference/* registryOrigin */._g)(address)}/v2/`), late]);
            const status = response?.message.statusCode;
            response?.message.destroy();
            if (status === undefined)
                return { name, problem: 'it did not answer in time' };
            return status < 500 ? { name } : { name, problem: `it answered ${status}` };
        }
        catch (thrown) {
            return { name, problem: (0,problem/* errnoOf */.UQ)(thrown) ?? (0,problem/* reasonOf */.A3)(thrown) };
        }
        finally {
            late.catch(() => undefined);
            limit.abort();
            client.dispose();
        }
    });
    return { proxies, registries: await Promise.all(answers) };
}

// EXTERNAL MODULE: ./lib/host/readings.js
var readings = __webpack_require__(375);
;// CONCATENATED MODULE: ./lib/host/examine.js







const VERSION_LIMIT_MS = 3_000;
const ELF_BYTES = 4096;
async function examine(host, facts, options) {
    const [interpreters, engine, network] = await Promise.all([
        examineInterpreters(host, facts),
        examineEngine(host, facts),
        options.registries === undefined ? undefined : examineNetwork(host, options.registries),
    ]);
    const kernelConfig = examineKernelConfig(host, facts.kernel.release);
    const mountedForInit = examineInit(host, facts);
    return {
        ...(kernelConfig === undefined ? {} : { kernelConfig }),
        moduleBlocks: facts.table.state === 'not-loaded' ? examineModprobe(host) : [],
        sysctls: examineSysctls(host),
        ...(mountedForInit === undefined ? {} : { mountedForInit }),
        interpreters,
        systemdBinfmt: hasSystemdBinfmt(host),
        dpkgTrigger: (0,readings/* textOr */.ph)(host, '/var/lib/dpkg/triggers/File', '').includes('/usr/lib/binfmt.d systemd'),
        binfmtSupport: host.which('update-binfmts') !== undefined,
        rules: examineRules(host),
        engine,
        qemuVariables: Object.keys(host.env).filter((name) => /^QEMU_[A-Z0-9_]{1,60}$/.test(name)),
        places: examinePlaces(host, facts, options.store),
        ...(network === undefined ? {} : { network }),
    };
}
function examineKernelConfig(host, release) {
    for (const path of [`/boot/config-${release}`, `/lib/modules/${release}/config`]) {
        const options = parseKernelConfig((0,readings/* textOr */.ph)(host, path, ''));
        if (options.size > 0)
            return { path, options };
    }
    const path = '/proc/config.gz';
    try {
        const packed = host.readBytes(path, 1024 * 1024);
        const text = (0,external_node_zlib_.gunzipSync)(packed, { maxOutputLength: 4 * 1024 * 1024 }).toString('latin1');
        return { path, options: parseKernelConfig(text) };
    }
    catch {
        return undefined;
    }
}
const MODPROBE_FOLDERS = [
    '/etc/modprobe.d',
    '/run/modprobe.d',
    '/usr/local/lib/modprobe.d',
    '/usr/lib/modprobe.d',
    '/lib/modprobe.d',
];
function examineModprobe(host) {
    const files = filesIn(host, MODPROBE_FOLDERS, '.conf');
    const written = files.flatMap((where) => parseModprobe((0,readings/* textOr */.ph)(host, where, ''), 'binfmt_misc').map((rule) => ({ where, rule })));
    const [parameter] = /(?:^|\s)module_blacklist=\S*\bbinfmt_misc\b\S*/.exec((0,readings/* textOr */.ph)(host, '/proc/cmdline', '')) ?? [];
    return parameter === undefined
        ? written
        : [...written, { where: 'the kernel’s command line', rule: parameter.trim() }];
}
function examineSysctls(host) {
    const values = SYSCTLS.map((name) => [name, (0,readings/* textOr */.ph)(host, `/proc/sys/${name.replaceAll('.', '/')}`, '').trim()]);
    const numbers = values
        .filter(([, text]) => /^\d+$/.test(text))
        .map(([name, text]) => [name, Number(text)]);
    const found = Object.fromEntries(numbers);
    return found;
}
function examineInit(host, facts) {
    const [own, first] = ['self', '1'].map((pid) => host.stat(`/proc/${pid}/ns/user`)?.inode);
    if (own === undefined || own !== first)
        return undefined;
    const text = (0,readings/* textOr */.ph)(host, '/proc/1/mountinfo', '');
    return text === '' ? undefined : (0,mounts/* mountAt */.LS)((0,mounts/* parseMounts */.qV)(text), facts.table.path)?.type === 'binfmt_misc';
}
async function examineInterpreters(host, facts) {
    const paths = new Set(facts.table.entries.flatMap(({ interpreter }) => interpreter ?? []));
    const all = [...paths].map(async (path) => [path, await examineInterpreter(host, path)]);
    return new Map(await Promise.all(all));
}
async function examineInterpreter(host, path) {
    const stat = host.stat(path);
    if (stat === undefined)
        return { state: isHidden(host, path) ? 'hidden' : 'missing' };
    if (stat.kind !== 'file')
        return { state: 'no-file' };
    let bytes;
    try {
        bytes = host.readBytes(path, ELF_BYTES);
    }
    catch {
        return { state: 'hidden' };
    }
    const elf = (0,core_elf/* readElf */.oU)(bytes);
    if (elf !== undefined) {
        const version = await askVersion(host, path);
        return { state: 'file', kind: 'elf', elf, ...(version === undefined ? {} : { version }) };
    }
    return { state: 'file', kind: bytes[0] === 0x23 && bytes[1] === 0x21 ? 'script' : 'other' };
}
function isHidden(host, path) {
    const folder = nearestFolder(host, parentOf(path));
    return folder !== undefined && host.stat(`${folder}/.`) === undefined;
}
function parentOf(path) {
    const end = path.lastIndexOf('/');
    return end <= 0 ? '/' : path.slice(0, end);
}
async function askVersion(host, path) {
    if (!/(?:^|\/)qemu-[\w-]{1,40}$/.test(path))
        return undefined;
    const { stdout } = await host.run({
        file: path,
        args: ['--version'],
        env: {},
        timeoutMs: VERSION_LIMIT_MS,
        maxBytes: 400,
    });
    const line = stdout.split('\n', 1).join('').slice(0, 200);
    return line.startsWith('qemu-') ? line : undefined;
}
function hasSystemdBinfmt(host) {
    if (host.stat('/run/systemd/system') === undefined)
        return false;
    const unit = ['/etc/systemd/system', '/usr/lib/systemd/system', '/lib/systemd/system']
        .map((folder) => `${folder}/systemd-binfmt.service`)
        .find((path) => host.stat(path, false) !== undefined);
    return unit !== undefined && host.realPath(unit) !== '/dev/null';
}
const RULE_FOLDERS = ['/etc/binfmt.d', '/run/binfmt.d', '/usr/local/lib/binfmt.d', '/usr/lib/binfmt.d'];
function examineRules(host) {
    return filesIn(host, RULE_FOLDERS, '.conf').flatMap((file) => parseRuleNames((0,readings/* textOr */.ph)(host, file, '')).map((name) => ({ file, name })));
}
function examinePlaces(host, facts, store) {
    const folders = [
        ['temporary folder', host.env.TMPDIR ?? '/tmp'],
        ['runner’s temporary folder', host.env.RUNNER_TEMP],
        ['store of emulators', store],
        ['Docker’s folder', '/var/lib/docker'],
    ];
    return folders.flatMap(([what, path]) => {
        const existing = path?.startsWith('/') === true ? nearestFolder(host, path) : undefined;
        if (path === undefined || existing === undefined || (existing !== path && what.startsWith('Docker')))
            return [];
        const freeBytes = host.freeBytes(existing);
        const mount = (0,mounts/* mountOf */.vI)(facts.mounts, host.realPath(existing) ?? existing);
        return [
            {
                what,
                path,
                ...(freeBytes === undefined ? {} : { freeBytes }),
                noexec: mount?.options.includes('noexec') ?? false,
            },
        ];
    });
}
function nearestFolder(host, path) {
    for (let folder = path;; folder = parentOf(folder)) {
        if (host.stat(folder)?.kind === 'folder')
            return folder;
        if (folder === '/')
            return undefined;
    }
}
function filesIn(host, folders, ending) {
    return folders.flatMap((folder) => {
        try {
            return host
                .list(folder)
                .filter((name) => name.endsWith(ending))
                .sort()
                .map((name) => `${folder}/${name}`);
        }
        catch {
            return [];
        }
    });
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
;// CONCATENATED MODULE: ./lib/core/build-steps.js
const STEP_LIMIT = 1000;
const REPEATED_LINES = 64;
const LABEL = /^(?:#(\d{1,6}) |\s{0,4}> )?\[(?:(linux\/\w{1,12}(?:\/v\d{1,2})?)(?:->[\w/]{1,30})? )?(?:[\w.-]{1,100} )? {0,4}\d{1,4}\/\d{1,4}\] /;
const NUMBER = /^#(\d{1,6}) /;
const RULE = /^-{6,}$/;
const COMMAND = /--platform[= ]["']?(linux\/\w{1,12}(?:\/v\d{1,2})?)(?![\w/])(,?)/;
function openSteps() {
    const numbered = new Map();
    let repeated;
    let left = 0;
    let only;
    const begin = (number, platform) => {
        if (number === undefined) {
            repeated = platform;
            left = REPEATED_LINES;
        }
        else if (platform === undefined || numbered.size >= STEP_LIMIT)
            numbered.delete(number);
        else
            numbered.set(number, platform);
    };
    return {
        platformOf: (line) => {
            const label = LABEL.exec(line);
            if (label !== null) {
                const platform = label[2] ?? only;
                begin(label[1], platform);
                return platform;
            }
            const number = NUMBER.exec(line)?.[1];
            if (number !== undefined)
                return numbered.get(number);
            const command = COMMAND.exec(line);
            if (command !== null)
                only = command[2] === '' ? command[1] : undefined;
            left = RULE.test(line) ? 0 : Math.max(0, left - 1);
            return left > 0 ? repeated : undefined;
        },
    };
}

;// CONCATENATED MODULE: ./lib/core/secrets.js
const VALUE = `(?:\\\\?"[^"]*"?|\\\\?'[^']*'?|[^\\s"',]+)`;
const WORD = `(?:"[^"]*"?|'[^']*'?|[^\\s"'](?:[^\\s"']|"(?=[^\\s"])[^"]*"|'(?=[^\\s'])[^']*')*)`;
const SECRET_NAMES = `token|passw(?:or)?d|passphrase|passcode|secret|credential|api[_-]?key|(?:access|account|private|signing|encryption)[_-]?key|signature`;
const TOKENS = [
    'gh[a-z]_\\w{8,}',
    'github_pat_\\w{8,}',
    'gl[a-z]{2,6}-[\\w.-]{8,}',
    'dckr_[a-z]{3}_[\\w-]{8,}',
    'npm_[A-Za-z0-9]{10,}',
    'xox[a-z]-[\\w-]{8,}',
    'xapp-[\\w-]{8,}',
    'A(?:KIA|SIA|IDA|ROA)[A-Z0-9]{12,}',
    'AIza[\\w-]{20,}',
    'ya29\\.[\\w.-]{8,}',
    'sk[-_][\\w-]{16,}',
    'hf_[A-Za-z0-9]{16,}',
    'hv[sb]\\.[\\w-]{8,}',
    'pypi-[\\w-]{16,}',
    'rubygems_\\w{8,}',
    'dop_v1_\\w{8,}',
    'SG\\.[\\w.-]{16,}',
    'eyJ[\\w+/-]{8,}[\\w.+/=-]*',
];
const RULES = [
    [/(-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----).*/g, '$1…'],
    [/:\/\/[^\s/]{1,2000}@/g, '://…@'],
    [/:\/\/[^\s/:@…]{0,200}:(?!\d{1,5}\/)[^\s@"']{1,2000}@/g, '://…@'],
    [/(:\/\/[^\s?"']{1,400}\?)[^\s"']{1,2000}/g, '$1…'],
    [new RegExp(`(?<![A-Za-z0-9])(?:${TOKENS.join('|')})`, 'g'), '…'],
    [
        /(authorization\\?["']?\s{0,4}[:=]\s{0,4}\\?["']?(?:basic|bearer|digest|negotiate|token)\s{1,4})[^\s"',]+/gi,
        '$1…',
    ],
    [
        /(authorization\\?["']?\s{0,4}[:=]\s{0,4}\\?["']?)(?!(?:basic|bearer|digest|negotiate|token)\s)[^\s"',]+(?:\s{1,4}[^\s"',]+)?/gi,
        '$1…',
    ],
    [/(cookie\\?["']?:\s{0,4})[^"']+/gi, '$1…'],
    [new RegExp(`(?<![A-Za-z0-9_])([A-Z_]\\w*=)(?:\\\\["'][^"']*|${WORD})`, 'g'), '$1…'],
    [/\b(ENV\s{1,4}[A-Za-z_]\w*\s{1,4})\S.*/g, '$1…'],
    [/(?<![\w-])((?:--build-arg|--env|-e)[\s=]{1,4}["']?[\w.-]+=)(?<=["'][\w.-]+=)[^"']*/g, '$1…'],
    [new RegExp(`(?<![\\w-])((?:--build-arg|--env|-e)[\\s=]{1,4}[\\w.-]+=)${WORD}`, 'g'), '$1…'],
    [
        new RegExp(`(?<![\\w-])(--(?:[a-z]+-)?(?:user|username|login|pass|pwd|key)|-u)(["']?[\\s,=]{1,4})${VALUE}`, 'gi'),
        '$1$2…',
    ],
    [new RegExp(`(${SECRET_NAMES})([\\w-]{0,64}\\\\?["']?\\s{0,4}[:=]\\s{0,4})${VALUE}`, 'gi'), '$1$2…'],
    [new RegExp(`(?<![A-Za-z])(auth|pass|pwd)(\\\\?["']?\\s{0,4}[:=]\\s{0,4})${VALUE}`, 'gi'), '$1$2…'],
    [new RegExp(`(?<![\\w-])(--[\\w-]*(?:${SECRET_NAMES})[\\w-]*)(["']?[\\s,]{1,4})${VALUE}`, 'gi'), '$1$2…'],
    [new RegExp(`(bearer|${SECRET_NAMES})(\\s{1,4}["']?)[^\\s"',…]{6,}`, 'gi'), '$1$2…'],
    [/(?<![\w.+-])[\w.+-]{1,64}@(?!sha\d|v?\d)(?=[\w-]{1,63}\.)/g, '…@'],
    [/\/(home|Users)\/[^/\s"':]{1,64}/g, '/$1/…'],
    [/([A-Za-z]:\\{1,2}Users\\{1,2})[^\\\s"':]{1,64}/g, '$1…'],
];
const SIGNS_IN = /\blogin\b|sshpass|mysql|htpasswd/i;
const PASSWORD_OPTION = new RegExp(`(?<![\\w-])(-p)(["']?[\\s,=]{0,4})${VALUE}`, 'g');
function hideSecrets(line) {
    const shown = SIGNS_IN.test(line) ? line.replace(PASSWORD_OPTION, '$1$2…') : line;
    return RULES.reduce((text, [pattern, replacement]) => text.replace(pattern, replacement), shown);
}

;// CONCATENATED MODULE: ./lib/core/build-log.js




const LINE_LIMIT = 4096;
const EVIDENCE_LIMIT = 3;
const PLATFORM_LIMIT = 16;
const NEARNESS = 12;
function readLog(text) {
    const reading = openLog();
    reading.feed(text);
    return reading.report();
}
function openLog() {
    const decoder = new TextDecoder();
    const tally = openTally();
    let rest = '';
    let line = 1;
    let afterReturn = false;
    const take = (piece) => {
        const text = afterReturn && piece.startsWith('\n') ? piece.slice(1) : piece;
        if (text.length < piece.length)
            line += 1;
        if (piece !== '')
            afterReturn = piece.endsWith('\r');
        let begin = 0;
        for (const { 0: end, index } of text.matchAll(LINE_END)) {
            tally.add(rest + text.slice(begin, Math.min(index, begin + LINE_LIMIT - rest.length)), line);
            rest = '';
            begin = index + end.length;
            if (end !== '\r')
                line += 1;
        }
        rest += text.slice(begin, begin + LINE_LIMIT - rest.length);
    };
    return {
        feed: (piece) => take(typeof piece === 'string' ? piece : decoder.decode(piece, { stream: true })),
        report: () => {
            take(decoder.decode());
            if (rest !== '')
                tally.add(rest, line);
            rest = '';
            return tally.report();
        },
    };
}
const LINE_END = /\r\n|[\r\n]/g;
const EMULATOR = /qemu|binfmt/i;
const PLATFORM = /(?<![\w/.-])linux\/(?:amd64|386|arm(?:64)?|riscv\d\d|ppc\w{0,4}|s390x|mips\w{0,4}|loong64)(?:\/v\d{1,2})?(?![\w/-])/g;
function openTally() {
    const seen = new Map();
    const platforms = new Set();
    const steps = openSteps();
    let lines = 0;
    let nearness = 0;
    const fits = (pattern, lower, line, near, step) => lower.includes(pattern.has) &&
        (pattern.near === undefined || near) &&
        (pattern.step === undefined || step !== undefined) &&
        (pattern.after === undefined || pattern.after.some((id) => seen.has(id))) &&
        (pattern.and === undefined || pattern.and.test(line));
    return {
        add: (raw, number) => {
            lines = number;
            if (raw === '')
                return;
            const whole = stripped(raw.replace(ANSI, ''), COLLECTORS).trimEnd();
            const step = steps.platformOf(whole);
            const line = stripped(whole, BUILDKIT);
            const lower = line.toLowerCase();
            nearness = EMULATOR.test(line) ? NEARNESS : Math.max(0, nearness - 1);
            const near = nearness > 0;
            for (const [platform] of line.matchAll(PLATFORM)) {
                if (platforms.size < PLATFORM_LIMIT)
                    platforms.add(platform);
            }
            for (const { id, patterns } of signatures/* SIGNATURES */.eh) {
                if (!patterns.some((pattern) => fits(pattern, lower, line, near, step)))
                    continue;
                const entry = seen.get(id) ?? { count: 0, nearEmulator: false, steps: new Set(), evidence: [] };
                seen.set(id, entry);
                entry.count += 1;
                entry.nearEmulator ||= near;
                if (step !== undefined && entry.steps.size < PLATFORM_LIMIT)
                    entry.steps.add(step);
                if (entry.evidence.length < EVIDENCE_LIMIT) {
                    entry.evidence.push({ line: number, text: (0,problem/* printable */.g$)(hideSecrets(line), 240) });
                }
            }
        },
        report: () => ({
            lines,
            platforms: [...platforms],
            matches: [...seen].map(([id, { count, nearEmulator, steps: ran, evidence }]) => ({
                id,
                count,
                nearEmulator,
                evidence: [...evidence],
                ...(ran.size === 0 ? {} : { steps: [...ran] }),
            })),
        }),
    };
}
const ANSI = /\u001b\[[0-?]{0,40}[ -/]{0,4}[@-~]/g;
const COLLECTORS = [
    /^[^\t]{1,200}\t[^\t]{1,200}\t(?=\ufeff?\d{4}-)/,
    /^\ufeff/,
    /^\[?\d{4}-\d\d-\d\d[T ][\d:.]{8,20}Z?\]? /,
    /^(?:\[[\w.-]{1,40}\] ){1,4}/,
];
const BUILDKIT = [/^#\d{1,6} /, /^\d{1,7}\.\d{1,3} /];
function stripped(raw, decorations) {
    return decorations.reduce((line, decoration) => line.replace(decoration, ''), raw);
}

;// CONCATENATED MODULE: ./lib/host/log-file.js



async function readLogFile(path) {
    const reading = openLog();
    try {
        const stream = path === '-' ? process.stdin : (0,external_node_fs_.createReadStream)(path);
        for await (const piece of stream)
            reading.feed(piece);
    }
    catch (thrown) {
        return { unreadable: (0,problem/* errnoOf */.UQ)(thrown) ?? 'unknown reason' };
    }
    return { log: reading.report() };
}

// EXTERNAL MODULE: ./lib/host/observe.js
var observe = __webpack_require__(2692);
// EXTERNAL MODULE: ./lib/host/private-table.js + 2 modules
var private_table = __webpack_require__(8665);
// EXTERNAL MODULE: ./lib/host/prove.js
var prove = __webpack_require__(910);
;// CONCATENATED MODULE: ./lib/doctor.js
















async function runDoctor(host, asked, door) {
    const read = asked.log === undefined ? undefined : await readLogFile(asked.log);
    const log = read !== undefined && 'log' in read ? read.log : undefined;
    const seen = await (0,observe/* observe */.lB)(host, door.table);
    const inputs = log === undefined ? asked : withBlamed(asked, blamedPlatforms(log, seen.architecture));
    door.group('Host');
    (0,narration/* narrateHost */.yh)(seen).forEach(door.line);
    const mayTry = seen.system === 'linux' && seen.table.state !== 'not-loaded';
    const [namespaces, probed, doctor] = await Promise.all([
        door.namespaces ?? (mayTry ? (0,private_table.observeNamespaces)(host, { wanted: false }) : undefined),
        probe(host, seen, inputs),
        examine(host, seen, {
            store: door.store,
            ...(inputs.network ? { registries: registriesOf(inputs) } : {}),
        }),
    ]);
    const facts = namespaces === undefined ? seen : { ...seen, namespaces };
    const { verdicts } = probed;
    const context = {
        facts,
        verdicts,
        asked: inputs.all ? [] : inputs.platforms.map(({ arch }) => arch),
        doctor: {
            ...doctor,
            ...(probed.problem === undefined ? {} : { probing: probed.problem }),
            ...(read !== undefined && 'unreadable' in read ? { unreadableLog: read.unreadable } : {}),
        },
    };
    const checks = (0,core_checks/* runChecks */.JT)(context);
    const diagnosis = log === undefined ? undefined : (0,signatures/* diagnoseLog */.Vk)(log, logFacts(context, checks));
    const report = (0,core_report/* makeReport */.dO)({
        mode: inputs.mode,
        facts,
        verdicts,
        requested: requestsOf(inputs, facts, verdicts, door.store),
        registered: [],
        removed: [],
        changed: false,
        checks,
        findings: (0,core_checks/* findingsOf */.WX)(checks).map((finding) => withAddress(finding, door.documentation)),
        ...(diagnosis === undefined ? {} : { diagnosis: withAddresses(diagnosis, door.documentation) }),
        notes: [],
    });
    return (0,privacy/* hideHomesIn */.K)(report, host.env.HOME);
}
function withBlamed(inputs, blamed) {
    return inputs.all && blamed.length > 0 ? { ...inputs, all: false, platforms: blamed } : inputs;
}
async function probe(host, facts, inputs) {
    if (facts.system !== 'linux')
        return { verdicts: new Map() };
    try {
        return { verdicts: (0,prove/* judgeAll */.Ty)(await (0,prove/* probeAll */.mQ)(host, facts, targetsToProbe(facts, inputs)), facts) };
    }
    catch (thrown) {
        return { verdicts: new Map(), problem: (0,problem/* reasonOf */.A3)(thrown) };
    }
}
function targetsToProbe(facts, inputs) {
    const claimed = platforms/* TARGETS */.dW.filter((target) => (0,verdict/* claimants */.tO)(facts.table.entries, target).length > 0);
    return (0,platforms/* targetsOf */.QR)([
        facts.architecture ?? '',
        ...platforms/* CONTAINER_ARCHITECTURES */.dz,
        ...inputs.platforms.map(({ arch }) => arch),
        ...claimed.map(({ arch }) => arch),
    ]);
}
function requestsOf(inputs, facts, verdicts, store) {
    const targets = (0,platforms/* targetsOf */.QR)(inputs.platforms.map(({ arch }) => arch));
    const decisions = (0,plan/* decide */.LD)(targets, verdicts, facts.table.entries, inputs.onConflict, store);
    return inputs.platforms.flatMap((platform) => {
        const decision = decisions.find(({ target }) => target.arch === platform.arch);
        const status = verdicts.get(platform.arch)?.status;
        if (decision === undefined || (inputs.all && (status === 'native' || status === 'absent')))
            return [];
        return [{ platform, action: decision.action, reason: decision.reason }];
    });
}
function registriesOf({ image, mirrors }) {
    return [...new Map([...mirrors, image].map((address) => [(0,image_reference/* registryOrigin */._g)(address), address])).values()];
}
function withAddress(value, base) {
    return { ...value, link: `${base}${value.link}` };
}
function withAddresses(diagnosis, base) {
    return { ...diagnosis, diagnoses: diagnosis.diagnoses.map((one) => withAddress(one, base)) };
}


/***/ }),

/***/ 2300:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ endGroup),
/* harmony export */   f: () => (/* binding */ startHolder)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1421);
/* harmony import */ var _core_problem_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4458);


const LIMIT = 4096;
function start(file, args) {
    try {
        return (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(file, args, { stdio: ['pipe', 'pipe', 'pipe'], detached: true });
    }
    catch (thrown) {
        return `${file}: ${(0,_core_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .errnoOf */ .UQ)(thrown) ?? 'EUNKNOWN'}`;
    }
}
async function startHolder(file, args) {
    const child = start(file, args);
    if (typeof child === 'string')
        return child;
    let text = '';
    let complaint = '';
    let ended = false;
    let wake = () => undefined;
    child.stdout.on('data', (chunk) => {
        text = (text + Buffer.from(chunk).toString('latin1')).slice(-LIMIT);
        wake();
    });
    child.stderr.on('data', (chunk) => {
        complaint = (complaint + Buffer.from(chunk).toString('utf8')).slice(0, LIMIT);
    });
    child.stdin.on('error', () => undefined);
    const gone = new Promise((resolve) => {
        child.on('close', () => {
            ended = true;
            wake();
            resolve();
        });
    });
    const failure = await new Promise((resolve) => {
        child.on('spawn', () => resolve(undefined));
        child.on('error', (problem) => resolve((0,_core_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .errnoOf */ .UQ)(problem) ?? 'EUNKNOWN'));
    });
    const { pid } = child;
    if (failure !== undefined || pid === undefined)
        return `${file}: ${failure ?? 'EUNKNOWN'}`;
    async function line() {
        for (;;) {
            const end = text.indexOf('\n');
            if (end >= 0) {
                const found = text.slice(0, end);
                text = text.slice(end + 1);
                return found;
            }
            if (ended)
                return undefined;
            await new Promise((resolve) => {
                wake = resolve;
            });
        }
    }
    return {
        pid,
        line,
        say: (words) => child.stdin.write(`${words}\n`),
        complaint: () => complaint,
        end: async () => {
            endGroup(pid);
            await gone;
        },
        release: () => {
            for (const stream of [child.stdin, child.stdout, child.stderr])
                stream.destroy();
            child.unref();
        },
    };
}
function endGroup(pid) {
    try {
        process.kill(-pid, 'SIGTERM');
    }
    catch {
    }
}


/***/ }),

/***/ 3382:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ enterCommand),
/* harmony export */   k: () => (/* binding */ insideOf)
/* harmony export */ });
function enterCommand(host, space, command) {
    const { file, args, cwd } = command;
    const program = cwd === undefined ? [file, ...args] : ['/bin/sh', '-c', CHANGE_FOLDER, cwd, file, ...args];
    return {
        file: host.which('nsenter') ?? 'nsenter',
        args: [
            ...space.namespaces.map((name) => `--${name}`),
            ...(space.namespaces.includes('user') ? ['--preserve-credentials'] : []),
            `--target=${space.pid}`,
            '--',
            ...program,
        ],
    };
}
const CHANGE_FOLDER = 'cd "$0" && exec "$@"';
const NOBODY = 65_534;
function insideOf(host, space) {
    const root = `/proc/${space.pid}/root`;
    const seen = (path) => path.startsWith('/proc/self/') ? `/proc/${space.pid}/${path.slice('/proc/self/'.length)}` : root + path;
    return {
        ...host,
        uid: 0,
        gid: 0,
        readText: (path) => host.readText(seen(path)),
        readBytes: (path, length) => host.readBytes(seen(path), length),
        list: (path) => host.list(seen(path)),
        stat: (path, follow) => {
            const found = host.stat(seen(path), follow);
            return found === undefined ? undefined : { ...found, uid: found.uid === host.uid ? 0 : NOBODY };
        },
        fileSystemType: (path) => host.fileSystemType(seen(path)),
        writeKernel: (path, text) => host.writeKernel(seen(path), text),
        makeTemporary: (prefix, parent = '/tmp') => host.makeTemporary(prefix, seen(parent)).slice(root.length),
        makeFolder: (path, mode) => host.makeFolder(seen(path), mode),
        makeMode: (path, mode) => host.makeMode(seen(path), mode),
        isWritable: (path) => host.isWritable(seen(path)),
        readable: (path) => host.readable(seen(path)),
        writeFile: (path, bytes, mode) => host.writeFile(seen(path), bytes, mode),
        appendDurably: (path, text) => host.appendDurably(seen(path), text),
        rename: (from, to) => host.rename(seen(from), seen(to)),
        remove: (path) => host.remove(seen(path)),
        open: (path) => host.open(seen(path)),
        run: ({ cwd, ...command }, inherit) => host.run({
            ...command,
            ...enterCommand(host, space, { ...command, ...(cwd === undefined ? {} : { cwd }) }),
        }, inherit),
    };
}


/***/ }),

/***/ 8665:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  y: () => (/* binding */ MOUNT_ONCE),
  observeNamespaces: () => (/* binding */ observeNamespaces),
  E: () => (/* binding */ openPrivateTable)
});

// EXTERNAL MODULE: ./lib/core/binfmt-misc.js
var binfmt_misc = __webpack_require__(5162);
// EXTERNAL MODULE: ./lib/core/facts.js
var facts = __webpack_require__(6426);
;// CONCATENATED MODULE: ./lib/core/id-maps.js
function parseIdMap(text) {
    return text.split('\n').flatMap((line) => {
        const [, inside, outside, count] = /^\s*(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s*$/.exec(line) ?? [];
        if (inside === undefined)
            return [];
        return [{ inside: Number(inside), outside: Number(outside), count: Number(count) }];
    });
}
function formatIdMap(extents) {
    return extents.map(({ inside, outside, count }) => `${inside} ${outside} ${count}\n`).join('');
}
function parseSubordinateIds(text, names) {
    return text.split('\n').flatMap((line) => {
        const [name = '', first = '', count = ''] = line.trim().split(':');
        if (!names.includes(name) || !/^\d{1,10}$/.test(first) || !/^[1-9]\d{0,9}$/.test(count))
            return [];
        return [{ first: Number(first), count: Number(count) }];
    });
}
function userName(passwd, uid) {
    return passwd
        .split('\n')
        .map((line) => line.split(':'))
        .find((fields) => fields[2] === String(uid))?.[0];
}
function countIds(ranges) {
    return ranges.reduce((sum, { count }) => sum + count, 0);
}
function chooseIdMaps(facts) {
    const { uid, gid, here, ruler, subUids, subGids, helpers } = facts;
    const own = { kind: 'own', users: [rootIs(uid)], groups: [rootIs(gid)] };
    if (ruler)
        return [{ kind: 'all', users: identity(here.users), groups: identity(here.groups) }, own];
    if (!helpers || subUids.length === 0 || subGids.length === 0)
        return [own];
    const ranges = {
        kind: 'ranges',
        users: [rootIs(uid), ...stack(subUids)],
        groups: [rootIs(gid), ...stack(subGids)],
    };
    return [ranges, own];
}
function restoreIds(maps) {
    const swap = ({ inside, outside, count }) => ({
        inside: outside,
        outside: inside,
        count,
    });
    return { users: maps.users.map(swap), groups: maps.groups.map(swap) };
}
function rootIs(id) {
    return { inside: 0, outside: id, count: 1 };
}
function identity(extents) {
    return extents.map(({ inside, count }) => ({ inside, outside: inside, count }));
}
function stack(ranges) {
    let next = 1;
    return ranges.map(({ first, count }) => {
        const extent = { inside: next, outside: first, count };
        next += count;
        return extent;
    });
}

;// CONCATENATED MODULE: ./lib/core/namespaces.js
function parseSysctl(text) {
    return /^-?\d{1,19}$/.test(text.trim()) ? Number(text.trim()) : undefined;
}
function hasSeccompFilter(status) {
    return /^Seccomp:\s*2$/m.test(status);
}
function parseAppArmorProfile(text) {
    const [, name] = /^(.+) \((?:enforce|complain|kill)\)$/.exec(text.trim()) ?? [];
    return name;
}

// EXTERNAL MODULE: ./lib/core/problem.js
var problem = __webpack_require__(4458);
// EXTERNAL MODULE: ./lib/core/rootless-tools.js
var rootless_tools = __webpack_require__(6090);
// EXTERNAL MODULE: ./lib/host/holder.js
var host_holder = __webpack_require__(2300);
// EXTERNAL MODULE: ./lib/host/inside.js
var inside = __webpack_require__(3382);
// EXTERNAL MODULE: ./lib/host/readings.js
var readings = __webpack_require__(375);
;// CONCATENATED MODULE: ./lib/host/private-table.js









const AWAIT = 'read -r go && exec /bin/sh -c "$@"';
const MOUNT = 'mount -t binfmt_misc binfmt_misc "$1"';
const MOUNT_ONCE = [
    `own=$(unshare --mount /bin/sh -c 'mount -t binfmt_misc binfmt_misc "$1" && stat -c %d "$1"' sh "\${1%/*}")`,
    '{ [ "$own" = "$(stat -c %d "$1")" ] || mount -t binfmt_misc binfmt_misc "$1"; }',
].join(' && ');
const UNTIL_CLOSED = 'exec cat >/dev/null';
const UNTIL_GONE = 'exec </dev/null >/dev/null 2>&1 && while [ -e "/proc/$2" ]; do sleep 5; done';
const FOR_EVER = 'exec sleep 2147483647 </dev/null >/dev/null 2>&1';
async function openPrivateTable(host, hold = { until: 'closed' }) {
    const unshare = host.which('unshare');
    if (unshare === undefined || host.which('nsenter') === undefined || host.which('mount') === undefined)
        return { stage: 'tools', said: 'unshare, nsenter or mount is missing' };
    const existing = host.uid === 0 && (0,facts/* isNestedNamespace */.dG)((0,readings/* textOr */.ph)(host, '/proc/self/uid_map', '')) && mayMount(host);
    const choices = existing ? [undefined] : chooseIdMaps(idFacts(host));
    let refusal = { stage: 'unshare', said: 'nothing was tried' };
    for (const choice of choices) {
        const opened = await openOnce(host, unshare, choice, hold);
        if (!('stage' in opened))
            return opened;
        refusal = opened;
        if (refusal.stage !== 'map' && refusal.stage !== 'mount')
            break;
    }
    return refusal;
}
async function openOnce(host, unshare, maps, hold) {
    const folder = host.stat(binfmt_misc/* TABLE_PATH */.Fb) === undefined ? host.makeTemporary('setup-binfmt-table-') : undefined;
    const table = folder ?? binfmt_misc/* TABLE_PATH */.Fb;
    const opened = [];
    const close = async () => {
        for (const holder of opened.toReversed())
            await holder.end();
        if (folder !== undefined)
            host.remove(folder);
    };
    const fail = async (stage, said) => {
        await close();
        return { stage, said };
    };
    const namespaces = maps === undefined ? ['mount'] : ['user', 'mount'];
    const holder = await (0,host_holder/* startHolder */.f)(unshare, [
        ...namespaces.map((name) => `--${name}`),
        ...(maps?.kind === 'own' ? ['--map-root-user'] : []),
        ...['/bin/sh', '-c', `echo ready && ${AWAIT}`, 'sh'],
        ...[`${maps === undefined ? MOUNT_ONCE : MOUNT} && echo ready && ${holdWords(host, hold)}`, 'sh', table],
        ...[hold.until === 'gone' ? String(hold.pid) : ''],
    ]);
    if (typeof holder === 'string')
        return fail('unshare', holder);
    opened.push(holder);
    if ((await holder.line()) !== 'ready')
        return fail(...refused(holder));
    const unmapped = maps === undefined || maps.kind === 'own' ? undefined : await writeMaps(host, holder.pid, maps);
    if (unmapped !== undefined)
        return fail('map', unmapped);
    holder.say('go');
    if ((await holder.line()) !== 'ready')
        return fail('mount', holder.complaint());
    const inner = { pid: holder.pid, namespaces };
    let own = inner;
    if (maps !== undefined && maps.kind !== 'all') {
        const second = await startSecond(host, unshare, inner, restoreIds(maps), hold);
        if ('stage' in second)
            return fail(second.stage, second.said);
        opened.push(second);
        own = { pid: second.pid, namespaces };
    }
    const ids = maps?.users ?? parseIdMap((0,readings/* textOr */.ph)(host, '/proc/self/uid_map', ''));
    const release = () => {
        for (const one of opened)
            one.release();
    };
    const rootEnvironment = own === inner ? {} : (0,rootless_tools/* rootlessEnvironment */.T9)(host.uid, host.gid);
    return { inner, own, table, ids: countIds(ids), rootEnvironment, release, close };
}
async function startSecond(host, unshare, inner, maps, hold) {
    const { file, args } = (0,inside/* enterCommand */.S)(host, inner, {
        file: unshare,
        args: [
            ...['--user', '--mount', '/bin/sh', '-c', `echo ready && ${AWAIT}`, 'sh'],
            ...[`echo ready && ${holdWords(host, hold)}`, 'sh', '', hold.until === 'gone' ? String(hold.pid) : ''],
        ],
    });
    const holder = await (0,host_holder/* startHolder */.f)(file, args);
    if (typeof holder === 'string')
        return { stage: 'unshare', said: holder };
    if ((await holder.line()) !== 'ready') {
        const [stage, said] = refused(holder);
        return { stage, said };
    }
    const written = await host.run({
        ...(0,inside/* enterCommand */.S)(host, inner, {
            file: '/bin/sh',
            args: [
                '-c',
                'printf %s "$1" >"/proc/$0/uid_map" && printf %s "$2" >"/proc/$0/gid_map"',
                String(holder.pid),
                formatIdMap(maps.users),
                formatIdMap(maps.groups),
            ],
        }),
        timeoutMs: LIMIT_MS,
    });
    holder.say('go');
    const answer = written.code === 0 ? await holder.line() : undefined;
    if (answer === 'ready')
        return holder;
    await holder.end();
    return { stage: 'map', said: `${written.stderr}${holder.complaint()}` };
}
function refused(holder) {
    const said = holder.complaint();
    if (/propagation/.test(said))
        return ['mount', said];
    return [/[ug]id_map|setgroups/.test(said) ? 'map' : 'unshare', said];
}
const LIMIT_MS = 30_000;
function holdWords(host, hold) {
    if (hold.until === 'closed')
        return UNTIL_CLOSED;
    return hold.pid > 1 && host.stat(`/proc/${hold.pid}`) !== undefined ? UNTIL_GONE : FOR_EVER;
}
async function writeMaps(host, pid, maps) {
    if (maps.kind === 'ranges') {
        return ((await runHelper(host, 'newuidmap', pid, maps.users)) ??
            (await runHelper(host, 'newgidmap', pid, maps.groups)));
    }
    try {
        host.writeKernel(`/proc/${pid}/uid_map`, formatIdMap(maps.users));
        host.writeKernel(`/proc/${pid}/gid_map`, formatIdMap(maps.groups));
        return undefined;
    }
    catch (thrown) {
        return (0,problem/* errnoOf */.UQ)(thrown) ?? (0,problem/* reasonOf */.A3)(thrown);
    }
}
async function runHelper(host, name, pid, extents) {
    const numbers = extents.flatMap(({ inside, outside, count }) => [inside, outside, count].map(String));
    const outcome = await host.run({
        file: host.which(name) ?? name,
        args: [String(pid), ...numbers],
        timeoutMs: LIMIT_MS,
    });
    if (outcome.code === 0)
        return undefined;
    return outcome.stderr.trim() || `${name} ended with ${outcome.signal ?? outcome.code ?? outcome.error}`;
}
function idFacts(host) {
    const { uid, gid } = host;
    const names = [userName((0,readings/* textOr */.ph)(host, '/etc/passwd', ''), uid) ?? host.env.USER ?? '', String(uid)];
    const capabilities = (0,facts/* parseCapabilities */.md)((0,readings/* textOr */.ph)(host, '/proc/self/status', ''));
    return {
        uid,
        gid,
        here: {
            users: parseIdMap((0,readings/* textOr */.ph)(host, '/proc/self/uid_map', '')),
            groups: parseIdMap((0,readings/* textOr */.ph)(host, '/proc/self/gid_map', '')),
        },
        ruler: uid === 0 && (capabilities & MAPPING_RIGHTS) === MAPPING_RIGHTS,
        subUids: parseSubordinateIds((0,readings/* textOr */.ph)(host, '/etc/subuid', ''), names),
        subGids: parseSubordinateIds((0,readings/* textOr */.ph)(host, '/etc/subgid', ''), names),
        helpers: missingHelpers(host).length === 0,
    };
}
const MAPPING_RIGHTS = (1n << 6n) | (1n << 7n);
function mayMount(host) {
    return (0,facts/* maySysAdmin */.cM)({ capabilities: (0,facts/* parseCapabilities */.md)((0,readings/* textOr */.ph)(host, '/proc/self/status', '')) });
}
function missingHelpers(host) {
    return ['newuidmap', 'newgidmap'].filter((name) => host.which(name) === undefined);
}
async function observeNamespaces(host, known) {
    const ids = idFacts(host);
    const limit = parseSysctl((0,readings/* textOr */.ph)(host, '/proc/sys/user/max_user_namespaces', ''));
    const clone = parseSysctl((0,readings/* textOr */.ph)(host, '/proc/sys/kernel/unprivileged_userns_clone', ''));
    const restrict = parseSysctl((0,readings/* textOr */.ph)(host, '/proc/sys/kernel/apparmor_restrict_unprivileged_userns', ''));
    const profile = parseAppArmorProfile((0,readings/* textOr */.ph)(host, '/proc/self/attr/current', ''));
    return {
        wanted: known.wanted,
        attempt: known.refusal === undefined ? await attempt(host) : { ok: false, ...known.refusal },
        built: host.stat('/proc/self/ns/user') !== undefined,
        ...(limit === undefined ? {} : { limit }),
        ...(clone === undefined ? {} : { unprivilegedClone: clone !== 0 }),
        ...(restrict === undefined ? {} : { appArmorRestricts: restrict !== 0 }),
        ...(profile === undefined ? {} : { appArmorProfile: profile }),
        seccomp: hasSeccompFilter((0,readings/* textOr */.ph)(host, '/proc/self/status', '')),
        missingHelpers: missingHelpers(host),
        subUids: countIds(ids.subUids),
        subGids: countIds(ids.subGids),
    };
}
async function attempt(host) {
    const opened = await openPrivateTable(host);
    if ('stage' in opened)
        return { ok: false, ...opened };
    await opened.close();
    return { ok: true, ids: opened.ids };
}


/***/ })

};
