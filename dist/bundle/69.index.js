export const id = 69;
export const ids = [69,689];
export const modules = {

/***/ 3212:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FB: () => (/* binding */ parseImageConfig),
/* harmony export */   K2: () => (/* binding */ formatImagePlatform),
/* harmony export */   Ng: () => (/* binding */ parseManifest),
/* harmony export */   V: () => (/* binding */ INDEX_TYPES),
/* harmony export */   _P: () => (/* binding */ MANIFEST_TYPES),
/* harmony export */   aB: () => (/* binding */ entriesFor)
/* harmony export */ });
/* harmony import */ var _image_reference_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7632);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8171);


const INDEX_TYPES = [
    'application/vnd.oci.image.index.v1+json',
    'application/vnd.docker.distribution.manifest.list.v2+json',
];
const MANIFEST_TYPES = [
    'application/vnd.oci.image.manifest.v1+json',
    'application/vnd.docker.distribution.manifest.v2+json',
];
const ENTRY_LIMIT = 1000;
function parseManifest(text, contentType) {
    const document = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .parseObject */ .l)(text);
    if (document === undefined)
        return { problem: 'is not a JSON object' };
    if ('manifests' in document && 'layers' in document) {
        return { problem: 'claims to be an index and an image at once' };
    }
    const given = contentType?.split(';')[0]?.trim().toLowerCase();
    const mediaType = textOf(document.mediaType) ?? given ?? '';
    if (INDEX_TYPES.includes(mediaType))
        return parseIndex(document);
    if (MANIFEST_TYPES.includes(mediaType))
        return parseImage(document);
    if (mediaType !== '' && !/^(application\/json|application\/octet-stream|text\/plain)$/.test(mediaType)) {
        return { problem: `has the unknown media type ${mediaType}` };
    }
    if ('manifests' in document)
        return parseIndex(document);
    if ('layers' in document)
        return parseImage(document);
    return { problem: 'is neither an index nor an image manifest' };
}
function parseImageConfig(text) {
    const document = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .parseObject */ .l)(text);
    const platform = document === undefined ? undefined : parsePlatform(document);
    if (document === undefined || platform === undefined)
        return { problem: 'names no os and architecture' };
    const config = document.config;
    const lines = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .G)(config) && Array.isArray(config.Env) ? config.Env : [];
    const env = new Map();
    for (const line of lines) {
        const split = typeof line === 'string' ? line.indexOf('=') : -1;
        if (split > 0)
            env.set(line.slice(0, split), line.slice(split + 1));
    }
    return { platform, env };
}
function entriesFor(index, architecture) {
    return index.entries.filter((entry) => !entry.attestation && entry.platform?.os === 'linux' && entry.platform.architecture === architecture);
}
function formatImagePlatform(platform) {
    const variant = platform.variant === undefined ? '' : `/${platform.variant}`;
    return `${platform.os}/${platform.architecture}${variant}`;
}
function parseIndex(document) {
    const list = document.manifests;
    if (!Array.isArray(list))
        return { problem: 'is an index without a list of images' };
    if (list.length > ENTRY_LIMIT)
        return { problem: `lists more than ${ENTRY_LIMIT} images` };
    const entries = [];
    for (const item of list) {
        const descriptor = parseDescriptor(item);
        if (descriptor === undefined || !(0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .G)(item)) {
            return { problem: 'holds an entry without a valid digest and size' };
        }
        const platform = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .G)(item.platform) ? parsePlatform(item.platform) : undefined;
        const attestation = isAttestation(item.annotations, platform);
        entries.push({ ...descriptor, attestation, ...(platform === undefined ? {} : { platform }) });
    }
    return { kind: 'index', entries };
}
function isAttestation(annotations, platform) {
    const marked = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .G)(annotations) && textOf(annotations['vnd.docker.reference.type']) !== undefined;
    return marked || (platform?.os === 'unknown' && platform.architecture === 'unknown');
}
function parseImage(document) {
    const config = parseDescriptor(document.config);
    const list = document.layers;
    if (config === undefined || !Array.isArray(list))
        return { problem: 'is an image without config or layers' };
    if (list.length > ENTRY_LIMIT)
        return { problem: `lists more than ${ENTRY_LIMIT} layers` };
    const layers = list.map(parseDescriptor).filter((layer) => layer !== undefined);
    if (layers.length !== list.length)
        return { problem: 'holds a layer without a valid digest and size' };
    return { kind: 'manifest', config, layers };
}
function parseDescriptor(value) {
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .G)(value))
        return undefined;
    const mediaType = textOf(value.mediaType) ?? '';
    const digest = textOf(value.digest) ?? '';
    const size = value.size;
    if (!(0,_image_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .isDigest */ .Bc)(digest) || typeof size !== 'number' || !Number.isSafeInteger(size) || size < 0) {
        return undefined;
    }
    return { mediaType, digest, size };
}
function parsePlatform(value) {
    const os = textOf(value.os);
    const architecture = textOf(value.architecture);
    const variant = textOf(value.variant);
    if (os === undefined || architecture === undefined)
        return undefined;
    return { os, architecture, ...(variant === undefined ? {} : { variant }) };
}
function textOf(value) {
    return typeof value === 'string' && value !== '' ? value : undefined;
}


/***/ }),

/***/ 5609:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ openReclaimer)
/* harmony export */ });
/* harmony import */ var node_v8__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8877);
/* harmony import */ var node_vm__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(714);


const INTERVAL = 4 * 1024 * 1024;
function openReclaimer() {
    let collect;
    let passed = 0;
    return (bytes) => {
        passed += bytes;
        if (passed < INTERVAL)
            return;
        passed = 0;
        collect ??= collector();
        if (typeof collect === 'function')
            collect({ type: 'minor' });
    };
}
function collector() {
    (0,node_v8__WEBPACK_IMPORTED_MODULE_0__.setFlagsFromString)('--expose-gc');
    return (0,node_vm__WEBPACK_IMPORTED_MODULE_1__.runInNewContext)('globalThis.gc');
}


/***/ }),

/***/ 3069:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  w: () => (/* binding */ DOCUMENT_LIMIT),
  openRegistry: () => (/* binding */ openRegistry)
});

// UNUSED EXPORTS: shortDigest

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./lib/core/image-reference.js
var image_reference = __webpack_require__(7632);
// EXTERNAL MODULE: ./lib/core/oci-manifest.js
var oci_manifest = __webpack_require__(3212);
// EXTERNAL MODULE: ./lib/core/problem.js
var problem = __webpack_require__(4458);
// EXTERNAL MODULE: ./lib/qemu/files.js
var files = __webpack_require__(7205);
// EXTERNAL MODULE: ../node_modules/@actions/http-client/lib/proxy.js
var proxy = __webpack_require__(3689);
// EXTERNAL MODULE: ./lib/qemu/buffers.js
var buffers = __webpack_require__(5609);
;// CONCATENATED MODULE: ./lib/qemu/http.js




const SOCKET_TIMEOUT_MS = 30_000;
const REDIRECT_LIMIT = 5;
const REDIRECTS = [301, 302, 303, 307, 308];
const PASSING = [408, 429, 500, 502, 503, 504];
const LASTING_ERRORS = [
    'ENOTFOUND',
    'CERT_HAS_EXPIRED',
    'DEPTH_ZERO_SELF_SIGNED_CERT',
    'SELF_SIGNED_CERT_IN_CHAIN',
    'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
    'ERR_TLS_CERT_ALTNAME_INVALID',
];
function openHttp() {
    const { agentFor, close } = openAgents();
    return { send: (query, deadline) => sendFollowing(agentFor, query, deadline), close };
}
async function readBody(answer, limit, deadline, onPiece) {
    const timer = setTimeout(() => answer.body.destroy(new Error('the time limit was reached')), Math.max(0, deadline - performance.now()));
    const reclaim = (0,buffers/* openReclaimer */.Z)();
    let size = 0;
    let broken;
    try {
        for await (const piece of answer.body) {
            size += piece.length;
            if (size > limit) {
                answer.body.destroy();
                return { failure: `the answer is longer than ${limit} bytes`, passing: true };
            }
            try {
                onPiece(piece);
                reclaim(piece.length);
            }
            catch (thrown) {
                broken = thrown;
                break;
            }
        }
    }
    catch (thrown) {
        return networkFailure(thrown);
    }
    finally {
        clearTimeout(timer);
    }
    if (broken !== undefined)
        throw broken;
    return size;
}
function isAllowed(url) {
    return url.protocol === 'https:' || (url.protocol === 'http:' && (0,image_reference/* isLoopback */.U9)(url.host));
}
function statusFailure(answer, where, said = '') {
    const wait = retryAfterMs(answer.headers['retry-after'], Date.now());
    const more = said === '' ? '' : ` (${said})`;
    return {
        failure: `${where} answered ${answer.status}${more}`,
        passing: PASSING.includes(answer.status),
        status: answer.status,
        ...(wait === undefined ? {} : { waitMs: wait }),
    };
}
function retryAfterMs(header, now) {
    if (header === undefined)
        return undefined;
    if (/^\d{1,9}$/.test(header.trim()))
        return Number(header) * 1000;
    const date = Date.parse(header);
    return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
async function sendFollowing(agentFor, query, deadline) {
    let { url } = query;
    let headers = { ...query.headers };
    for (let step = 0; step <= REDIRECT_LIMIT; step++) {
        const answer = await sendOnce(agentFor, { ...query, url, headers }, deadline);
        if ('failure' in answer || !REDIRECTS.includes(answer.status))
            return answer;
        answer.body.resume();
        const next = redirectTarget(url, answer.headers.location);
        if (next === undefined)
            return { failure: `${url.host} redirects to a place that may not be asked`, passing: false };
        if (next.origin !== url.origin)
            headers = withoutCredentials(headers);
        url = next;
    }
    return { failure: `${query.url.host} redirects more than ${REDIRECT_LIMIT} times`, passing: false };
}
function redirectTarget(from, location) {
    if (location === undefined || !URL.canParse(location, from.href))
        return undefined;
    const next = new URL(location, from);
    if (!isAllowed(next))
        return undefined;
    if ((0,image_reference/* isLoopback */.U9)(next.host) && !(0,image_reference/* isLoopback */.U9)(from.host))
        return undefined;
    return next;
}
function withoutCredentials(headers) {
    return Object.fromEntries(Object.entries(headers).filter(([name]) => name.toLowerCase() !== 'authorization'));
}
async function sendOnce(agentFor, query, deadline) {
    const { url, headers, form } = query;
    const left = deadline - performance.now();
    if (left <= 0)
        return { failure: 'the time limit was reached', passing: true };
    const agent = await agentFor(url);
    const { request } = await clientFor(url);
    return new Promise((resolve) => {
        const method = form === undefined ? 'GET' : 'POST';
        const outgoing = request(url, { method, agent, headers: { 'user-agent': 'setup-binfmt', ...headers } });
        const giveUp = (why) => () => outgoing.destroy(new Error(why));
        const timer = setTimeout(giveUp('did not answer within the time limit'), left);
        outgoing.setTimeout(SOCKET_TIMEOUT_MS, giveUp(`sent nothing for ${SOCKET_TIMEOUT_MS / 1000} seconds`));
        outgoing.on('response', (body) => {
            clearTimeout(timer);
            resolve({ url, status: body.statusCode ?? 0, headers: body.headers, body });
        });
        outgoing.on('error', (thrown) => {
            clearTimeout(timer);
            resolve(networkFailure(thrown, url.host));
        });
        outgoing.end(form);
    });
}
function openAgents() {
    const settings = { keepAlive: true, maxSockets: 4 };
    const agents = new Map();
    const agentFor = async (url) => {
        const proxied = (0,proxy/* getProxyUrl */.s)(url) !== undefined;
        const key = `${url.protocol} ${proxied}`;
        const known = agents.get(key);
        if (known !== undefined)
            return known;
        const agent = proxied
            ? new (await __webpack_require__.e(/* import() */ 889).then(__webpack_require__.bind(__webpack_require__, 5889))).HttpClient('setup-binfmt', [], settings).getAgent(url.href)
            : new (await clientFor(url)).Agent(settings);
        agents.set(key, agent);
        return agent;
    };
    return {
        agentFor,
        close: () => {
            for (const agent of agents.values())
                agent.destroy?.();
        },
    };
}
function clientFor(url) {
    return url.protocol === 'https:' ? Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 4708, 19)) : Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 7067, 19));
}
function networkFailure(thrown, host) {
    const code = (0,problem/* errnoOf */.UQ)(thrown);
    const where = host === undefined ? '' : `${host}: `;
    return {
        failure: `${where}${(0,problem/* reasonOf */.A3)(thrown)}`,
        passing: code === undefined || !LASTING_ERRORS.includes(code),
    };
}

;// CONCATENATED MODULE: ./lib/core/auth-challenge.js
const PART = /^[\s,]*([A-Za-z0-9!#$%&'*+.^_`|~-]+)(?:\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,"]*)))?/;
function parseChallenges(header) {
    const challenges = [];
    let rest = header.slice(0, 8192);
    for (let part = PART.exec(rest); part !== null; part = PART.exec(rest)) {
        rest = rest.slice(part[0].length);
        const name = part[1].toLowerCase();
        const value = part[2]?.replace(/\\(.)/g, '$1') ?? part[3];
        if (value === undefined)
            challenges.push({ scheme: name, parameters: new Map() });
        else
            challenges.at(-1)?.parameters.set(name, value);
    }
    return challenges;
}

// EXTERNAL MODULE: ./lib/core/json.js
var json = __webpack_require__(8171);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./lib/qemu/credentials.js



const HELPER_TIMEOUT_MS = 10_000;
const HUB_KEY = 'https://index.docker.io/v1/';
const TOKEN_USER = '<token>';
async function findCredentials(host, registry, repository) {
    const troubles = [];
    for (const path of configFiles(host)) {
        if (host.stat(path)?.kind !== 'file')
            continue;
        const config = readConfig(host, path);
        if (config === undefined) {
            troubles.push(`${path} could not be read as JSON and was left out`);
            continue;
        }
        const found = (await askHelper(host, config, registry, troubles)) ?? credentialsIn(config, registry, repository);
        if (found !== undefined)
            return { found, troubles };
    }
    return { troubles };
}
function credentialsIn(config, registry, repository) {
    const parts = repository.split('/');
    const paths = parts.map((_, index) => `${registry}/${parts.slice(0, parts.length - index).join('/')}`);
    const keys = registry === 'docker.io' ? [...paths, registry, HUB_KEY, 'index.docker.io'] : [...paths, registry];
    for (const key of keys) {
        const entry = Object.entries(config.auths).find(([name]) => name === key || bareHost(name) === key)?.[1];
        const found = parseEntry(entry);
        if (found !== undefined)
            return found;
    }
    return undefined;
}
function parseAuthConfig(text) {
    const config = (0,json/* parseObject */.l)(text);
    if (config === undefined)
        return undefined;
    const { auths, credHelpers, credsStore } = config;
    return {
        auths: (0,json/* isObject */.G)(auths) ? auths : {},
        credHelpers: (0,json/* isObject */.G)(credHelpers) ? credHelpers : {},
        ...(typeof credsStore === 'string' && credsStore !== '' ? { credsStore } : {}),
    };
}
function configFiles(host) {
    const { REGISTRY_AUTH_FILE, DOCKER_CONFIG, XDG_RUNTIME_DIR, XDG_CONFIG_HOME, HOME } = host.env;
    const home = HOME || '/root';
    return [
        ...(REGISTRY_AUTH_FILE ? [REGISTRY_AUTH_FILE] : []),
        (0,external_node_path_.join)(DOCKER_CONFIG || (0,external_node_path_.join)(home, '.docker'), 'config.json'),
        ...(XDG_RUNTIME_DIR ? [(0,external_node_path_.join)(XDG_RUNTIME_DIR, 'containers/auth.json')] : []),
        (0,external_node_path_.join)(XDG_CONFIG_HOME || (0,external_node_path_.join)(home, '.config'), 'containers/auth.json'),
    ];
}
function readConfig(host, path) {
    try {
        return parseAuthConfig(host.readText(path));
    }
    catch {
        return undefined;
    }
}
async function askHelper(host, config, registry, troubles) {
    const key = registry === 'docker.io' ? HUB_KEY : registry;
    const named = config.credHelpers[registry] ?? config.credHelpers[key] ?? config.credsStore;
    if (typeof named !== 'string' || named === '')
        return undefined;
    const program = `docker-credential-${named}`;
    const file = /^[A-Za-z0-9._-]+$/.test(named) ? host.which(program) : undefined;
    if (file === undefined) {
        troubles.push(`the credential helper ${(0,problem/* printable */.g$)(program, 80)} was not found`);
        return undefined;
    }
    const outcome = await host.run({ file, args: ['get'], stdin: key, timeoutMs: HELPER_TIMEOUT_MS });
    if (outcome.code !== 0) {
        const said = outcome.timedOut ? 'did not answer in time' : 'failed';
        if (!/not found/i.test(outcome.stdout + outcome.stderr))
            troubles.push(`${program} ${said}`);
        return undefined;
    }
    const answer = parseHelperAnswer(outcome.stdout);
    if (answer === undefined)
        troubles.push(`${program} gave no credentials that can be read`);
    return answer;
}
function parseHelperAnswer(text) {
    const { Username, Secret } = (0,json/* parseObject */.l)(text) ?? {};
    if (typeof Username !== 'string' || typeof Secret !== 'string' || Secret === '')
        return undefined;
    return Username === TOKEN_USER ? { identityToken: Secret } : { username: Username, password: Secret };
}
function parseEntry(entry) {
    if (!(0,json/* isObject */.G)(entry))
        return undefined;
    const { auth, identitytoken, username, password } = entry;
    if (typeof identitytoken === 'string' && identitytoken !== '')
        return { identityToken: identitytoken };
    if (typeof auth === 'string' && auth !== '') {
        const text = Buffer.from(auth, 'base64').toString('utf8').replace(/\0+$/, '');
        const colon = text.indexOf(':');
        if (colon > 0)
            return { username: text.slice(0, colon), password: text.slice(colon + 1) };
    }
    if (typeof username === 'string' && username !== '' && typeof password === 'string') {
        return { username, password };
    }
    return undefined;
}
function bareHost(key) {
    return key
        .replace(/^https?:\/\//, '')
        .replace(/\/v[12]\/?$/, '')
        .replace(/\/$/, '');
}

;// CONCATENATED MODULE: ./lib/qemu/registry-login.js






const TEXT_LIMIT = 64 * 1024;
async function authorize(context, { registry, repository }, challenge, deadline) {
    const challenges = parseChallenges(challenge ?? '');
    const search = await findCredentials(context.host, registry, repository);
    for (const trouble of search.troubles)
        context.log((0,problem/* printable */.g$)(trouble));
    const bearer = challenges.find(({ scheme }) => scheme === 'bearer')?.parameters;
    if (bearer !== undefined) {
        const realm = bearer.get('realm') ?? '';
        const url = URL.canParse(realm) ? new URL(realm) : undefined;
        const inward = url !== undefined && (0,image_reference/* isLoopback */.U9)(url.host) && !(0,image_reference/* isLoopback */.U9)(registry);
        if (url === undefined || !isAllowed(url) || inward) {
            return { failure: `${registry} names no token service that may be asked`, passing: false };
        }
        const service = bearer.get('service');
        const question = new URLSearchParams({
            ...(service === undefined ? {} : { service }),
            scope: bearer.get('scope') ?? `repository:${repository}:pull`,
        });
        return fetchToken(context.http, tokenQuery(url, question, search.found), deadline);
    }
    const basic = challenges.some(({ scheme }) => scheme === 'basic');
    if (basic && search.found !== undefined && 'username' in search.found)
        return basicHeader(search.found);
    const why = basic ? 'asks for a name and a password' : 'asks for a kind of login that is not supported';
    return { failure: `${registry} ${why} (401)`, passing: false, status: 401 };
}
async function errorText(answer, deadline) {
    const { errors } = (0,json/* parseObject */.l)(await bodyText(answer, deadline)) ?? {};
    const first = Array.isArray(errors) ? errors[0] : undefined;
    const { code, message } = (0,json/* isObject */.G)(first) ? first : {};
    return (0,problem/* printable */.g$)([code, message].filter((part) => typeof part === 'string').join(': '), 160);
}
function tokenQuery(url, question, credentials) {
    const accept = 'application/json';
    if (credentials !== undefined && 'identityToken' in credentials) {
        question.set('grant_type', 'refresh_token');
        question.set('client_id', 'setup-binfmt');
        question.set('refresh_token', credentials.identityToken);
        const headers = { accept, 'content-type': 'application/x-www-form-urlencoded' };
        return { url, headers, form: question.toString() };
    }
    for (const [name, value] of question)
        url.searchParams.append(name, value);
    const login = credentials === undefined ? {} : { authorization: basicHeader(credentials) };
    return { url, headers: { accept, ...login } };
}
async function fetchToken(http, query, deadline) {
    const { host } = query.url;
    const answer = await http.send(query, deadline);
    if ('failure' in answer)
        return answer;
    if (answer.status !== 200) {
        return statusFailure(answer, `the token service ${host}`, await errorText(answer, deadline));
    }
    const { token, access_token: other } = (0,json/* parseObject */.l)(await bodyText(answer, deadline)) ?? {};
    const found = typeof token === 'string' && token !== '' ? token : other;
    if (typeof found === 'string' && /^[\x21-\x7e]+$/.test(found))
        return `Bearer ${found}`;
    return { failure: `the token service ${host} gave no token`, passing: true };
}
function basicHeader(login) {
    return `Basic ${Buffer.from(`${login.username}:${login.password}`).toString('base64')}`;
}
async function bodyText(answer, deadline) {
    const pieces = [];
    const size = await readBody(answer, TEXT_LIMIT, deadline, (piece) => pieces.push(piece));
    return typeof size === 'number' ? Buffer.concat(pieces, size).toString('utf8') : '';
}

;// CONCATENATED MODULE: ./lib/qemu/registry.js








const DOCUMENT_LIMIT = 4 * 1024 * 1024;
const TRIES = 4;
const FIRST_WAIT_MS = 500;
function openRegistry(reference, mirrors, context) {
    const session = {
        context,
        http: openHttp(),
        sources: [...mirrors.map((mirror) => (0,image_reference/* mirrored */.VV)(reference, mirror)), reference].map((each) => ({
            reference: each,
        })),
        end: performance.now() + context.timeLimitMs,
        at: 0,
        bytes: 0,
        reasons: [],
        statuses: new Set(),
    };
    return {
        manifest: (name) => fromSources(session, (0,image_reference/* isDigest */.Bc)(name) ? 'its manifest' : `its tag ${name}`, (source, deadline) => fetchManifest(session, source, name, deadline)),
        blob: async (descriptor, path) => {
            await fromSources(session, `the blob ${shortDigest(descriptor.digest)}`, (source, deadline) => fetchBlob(session, source, descriptor, path, deadline));
        },
        downloadedBytes: () => session.bytes,
        close: () => session.http.close(),
    };
}
function shortDigest(digest) {
    return digest.slice(0, 19);
}
async function fromSources(session, what, attempt) {
    const { sources, context } = session;
    for (; session.at < sources.length; session.at++) {
        const source = sources[session.at];
        if (source === undefined)
            break;
        const now = performance.now();
        source.deadline ??= now + (session.end - now) / (sources.length - session.at);
        const outcome = await withRetries(session, source, source.deadline, attempt);
        if (!('failure' in outcome))
            return outcome;
        const reason = (0,problem/* printable */.g$)(outcome.failure);
        session.reasons.push(reason);
        if (outcome.status !== undefined)
            session.statuses.add(outcome.status);
        const next = sources[session.at + 1]?.reference.registry;
        context.log(`${source.reference.registry} did not give ${what}: ${reason}${next === undefined ? '' : `; trying ${next}`}`);
    }
    const image = sources.at(-1)?.reference;
    throw new problem/* SetupProblem */.DN({
        id: 'SB-REGISTRY',
        kind: 'host',
        what: `pull ${image === undefined ? 'the image' : (0,image_reference/* formatImageReference */.my)(image)}`,
        cause: session.reasons.join('; '),
        remedy: remedyFor(session.statuses),
    });
}
async function withRetries(session, source, deadline, attempt) {
    let wait = session.context.firstWaitMs ?? FIRST_WAIT_MS;
    for (let count = 1;; count++) {
        const outcome = await attempt(source, deadline);
        if (!('failure' in outcome))
            return outcome;
        const pause = outcome.waitMs ?? wait * (1 + Math.random() / 4);
        if (!outcome.passing || count === TRIES || performance.now() + pause >= deadline)
            return outcome;
        session.context.log(`${(0,problem/* printable */.g$)(outcome.failure)}; try ${count + 1} of ${TRIES} in ${(pause / 1000).toFixed(1)} s`);
        await new Promise((resolve) => setTimeout(resolve, pause));
        wait *= 2;
    }
}
async function fetchManifest(session, source, name, deadline) {
    const accept = [...oci_manifest/* INDEX_TYPES */.V, ...oci_manifest/* MANIFEST_TYPES */._P].join(', ');
    const answer = await ask(session, source, `manifests/${name}`, accept, deadline);
    if ('failure' in answer)
        return answer;
    const pieces = [];
    const size = await readBody(answer, DOCUMENT_LIMIT, deadline, (piece) => pieces.push(piece));
    if (typeof size !== 'number')
        return size;
    session.bytes += size;
    const bytes = Buffer.concat(pieces, size);
    const digest = `sha256:${(0,external_node_crypto_.createHash)('sha256').update(bytes).digest('hex')}`;
    const announced = String(answer.headers['docker-content-digest'] ?? '');
    const expected = [name, announced].find(image_reference/* isDigest */.Bc) ?? digest;
    if (digest !== expected)
        return mismatch(source, 'a manifest', digest, expected);
    return { bytes, digest, contentType: answer.headers['content-type'] };
}
async function fetchBlob(session, source, { digest, size }, path, deadline) {
    const answer = await ask(session, source, `blobs/${digest}`, '*/*', deadline);
    if ('failure' in answer)
        return answer;
    const hash = (0,external_node_crypto_.createHash)('sha256');
    external_node_fs_.rmSync(path, { force: true });
    const fd = external_node_fs_.openSync(path, 'wx', 0o600);
    try {
        const count = await readBody(answer, size, deadline, (piece) => {
            session.bytes += piece.length;
            hash.update(piece);
            (0,files/* writeAll */.f4)(fd, piece);
        });
        if (typeof count !== 'number')
            return count;
        if (count !== size) {
            return { failure: `${hostOf(source)} gave ${count} of ${size} bytes of a blob`, passing: true };
        }
    }
    finally {
        answer.body.destroy();
        external_node_fs_.closeSync(fd);
    }
    const given = `sha256:${hash.digest('hex')}`;
    return given === digest ? answer : mismatch(source, 'a blob', given, digest);
}
async function ask(session, source, path, accept, deadline) {
    const url = new URL(`${(0,image_reference/* registryOrigin */._g)(source.reference)}/v2/${source.reference.repository}/${path}`);
    for (let authenticated = false;; authenticated = true) {
        const headers = {
            accept,
            ...(source.authorization === undefined ? {} : { authorization: source.authorization }),
        };
        const answer = await session.http.send({ url, headers }, deadline);
        if ('failure' in answer || answer.status === 200)
            return answer;
        const said = await errorText(answer, deadline);
        if (answer.status !== 401 || authenticated || answer.url.origin !== url.origin) {
            return statusFailure(answer, answer.url.host, said);
        }
        const context = { ...session.context, http: session.http };
        const challenge = answer.headers['www-authenticate'];
        const authorization = await authorize(context, source.reference, challenge, deadline);
        if (typeof authorization !== 'string')
            return authorization;
        source.authorization = authorization;
    }
}
function mismatch(source, what, given, expected) {
    const digests = `${shortDigest(given)} instead of ${shortDigest((0,problem/* printable */.g$)(expected, 80))}`;
    return { failure: `${hostOf(source)} gave ${what} with a wrong digest, ${digests}`, passing: true };
}
function hostOf(source) {
    return source.reference.registry;
}
function remedyFor(statuses) {
    if (statuses.has(401) || statuses.has(403)) {
        return 'Log in to the registry before this step (docker login), or use another one';
    }
    if (statuses.has(404))
        return 'Check the name and the digest of the image';
    if (statuses.has(429))
        return 'Log in to the registry before this step, or name a mirror in registry-mirrors';
    return 'Check the network and the proxy settings of this machine, or name a mirror in registry-mirrors';
}


/***/ }),

/***/ 3689:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ getProxyUrl)
/* harmony export */ });
/* unused harmony export checkBypass */
function getProxyUrl(reqUrl) {
    const usingSsl = reqUrl.protocol === 'https:';
    if (checkBypass(reqUrl)) {
        return undefined;
    }
    const proxyVar = (() => {
        if (usingSsl) {
            return process.env['https_proxy'] || process.env['HTTPS_PROXY'];
        }
        else {
            return process.env['http_proxy'] || process.env['HTTP_PROXY'];
        }
    })();
    if (proxyVar) {
        try {
            return new DecodedURL(proxyVar);
        }
        catch (_a) {
            if (!proxyVar.startsWith('http://') && !proxyVar.startsWith('https://'))
                return new DecodedURL(`http://${proxyVar}`);
        }
    }
    else {
        return undefined;
    }
}
function checkBypass(reqUrl) {
    if (!reqUrl.hostname) {
        return false;
    }
    const reqHost = reqUrl.hostname;
    if (isLoopbackAddress(reqHost)) {
        return true;
    }
    const noProxy = process.env['no_proxy'] || process.env['NO_PROXY'] || '';
    if (!noProxy) {
        return false;
    }
    // Determine the request port
    let reqPort;
    if (reqUrl.port) {
        reqPort = Number(reqUrl.port);
    }
    else if (reqUrl.protocol === 'http:') {
        reqPort = 80;
    }
    else if (reqUrl.protocol === 'https:') {
        reqPort = 443;
    }
    // Format the request hostname and hostname with port
    const upperReqHosts = [reqUrl.hostname.toUpperCase()];
    if (typeof reqPort === 'number') {
        upperReqHosts.push(`${upperReqHosts[0]}:${reqPort}`);
    }
    // Compare request host against noproxy
    for (const upperNoProxyItem of noProxy
        .split(',')
        .map(x => x.trim().toUpperCase())
        .filter(x => x)) {
        if (upperNoProxyItem === '*' ||
            upperReqHosts.some(x => x === upperNoProxyItem ||
                x.endsWith(`.${upperNoProxyItem}`) ||
                (upperNoProxyItem.startsWith('.') &&
                    x.endsWith(`${upperNoProxyItem}`)))) {
            return true;
        }
    }
    return false;
}
function isLoopbackAddress(host) {
    const hostLower = host.toLowerCase();
    return (hostLower === 'localhost' ||
        hostLower.startsWith('127.') ||
        hostLower.startsWith('[::1]') ||
        hostLower.startsWith('[0:0:0:0:0:0:0:1]'));
}
class DecodedURL extends URL {
    constructor(url, base) {
        super(url, base);
        this._decodedUsername = decodeURIComponent(super.username);
        this._decodedPassword = decodeURIComponent(super.password);
    }
    get username() {
        return this._decodedUsername;
    }
    get password() {
        return this._decodedPassword;
    }
}
//# sourceMappingURL=proxy.js.map

/***/ })

};
