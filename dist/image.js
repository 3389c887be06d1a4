export const id = 414;
export const ids = [414];
export const modules = {

/***/ 582:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FP: () => (/* binding */ statusFailure),
/* harmony export */   Jr: () => (/* binding */ isAllowed),
/* harmony export */   YS: () => (/* binding */ CERTIFICATE_ERRORS),
/* harmony export */   ZZ: () => (/* binding */ openReclaimer),
/* harmony export */   fb: () => (/* binding */ openHttp),
/* harmony export */   oD: () => (/* binding */ readWhole),
/* harmony export */   x8: () => (/* binding */ readBody)
/* harmony export */ });
/* unused harmony export retryAfterMs */
/* harmony import */ var node_v8__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8877);
/* harmony import */ var node_vm__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(714);
/* harmony import */ var _actions_http_client_lib_proxy__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5813);
/* harmony import */ var _text_parse_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7114);
/* harmony import */ var _text_problem_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(894);





const SOCKET_TIMEOUT_MS = 30_000;
const REDIRECT_LIMIT = 5;
const REDIRECTS = [301, 302, 303, 307, 308];
const PASSING = [408, 429, 500, 502, 503, 504];
const CERTIFICATE_ERRORS = [
    'CERT_HAS_EXPIRED',
    'DEPTH_ZERO_SELF_SIGNED_CERT',
    'SELF_SIGNED_CERT_IN_CHAIN',
    'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
    'ERR_TLS_CERT_ALTNAME_INVALID',
];
function openHttp() {
    const settings = { keepAlive: true, maxSockets: 4 };
    const agents = new Map();
    const agentFor = async (url) => {
        const proxied = (0,_actions_http_client_lib_proxy__WEBPACK_IMPORTED_MODULE_3__/* .getProxyUrl */ .s)(url) !== undefined;
        const key = `${url.protocol} ${proxied}`;
        const agent = agents.get(key) ??
            (proxied
                ? new (await __webpack_require__.e(/* import() | actions-http-client */ 435).then(__webpack_require__.bind(__webpack_require__, 5533))).HttpClient('setup-binfmt', [], settings).getAgent(url.href)
                : new (await clientFor(url)).Agent(settings));
        agents.set(key, agent);
        return agent;
    };
    return {
        send: (query, deadline) => sendFollowing(agentFor, query, deadline),
        close: () => {
            for (const agent of agents.values())
                agent.destroy?.();
        },
    };
}
async function readBody(answer, limit, deadline, onPiece) {
    const timer = setTimeout(() => answer.body.destroy(new Error('the time limit was reached')), Math.max(0, deadline - performance.now()));
    const reclaim = openReclaimer();
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
async function readWhole(answer, limit, deadline) {
    const pieces = [];
    const size = await readBody(answer, limit, deadline, (piece) => pieces.push(piece));
    return typeof size === 'number' ? Buffer.concat(pieces, size) : size;
}
function isAllowed(url) {
    return url.protocol === 'https:' || (url.protocol === 'http:' && (0,_text_parse_js__WEBPACK_IMPORTED_MODULE_4__/* .isLoopback */ .U9)(url.host));
}
function statusFailure(answer, where, said = '') {
    const wait = retryAfterMs(answer.headers['retry-after'], Date.now());
    const more = said === '' ? '' : ` (${said})`;
    return {
        failure: `${where} answered ${answer.status}${more}`,
        passing: PASSING.includes(answer.status),
        status: answer.status,
        waitMs: wait,
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
    let { url, headers } = query;
    for (let step = 0; step <= REDIRECT_LIMIT; step++) {
        const agent = await agentFor(url);
        const answer = await sendOnce(agent, { ...query, url, headers }, deadline);
        if ('failure' in answer || !REDIRECTS.includes(answer.status))
            return answer;
        answer.body.resume();
        const next = redirectTarget(url, answer.headers.location);
        if (next === undefined)
            return { failure: `${url.host} redirects to a place that may not be asked`, passing: false };
        if (next.origin !== url.origin) {
            const safe = Object.entries(headers).filter(([name]) => name.toLowerCase() !== 'authorization');
            headers = Object.fromEntries(safe);
        }
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
    if ((0,_text_parse_js__WEBPACK_IMPORTED_MODULE_4__/* .isLoopback */ .U9)(next.host) && !(0,_text_parse_js__WEBPACK_IMPORTED_MODULE_4__/* .isLoopback */ .U9)(from.host))
        return undefined;
    return next;
}
async function sendOnce(agent, { url, headers, form }, deadline) {
    const left = deadline - performance.now();
    if (left <= 0)
        return { failure: 'the time limit was reached', passing: true };
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
function clientFor(url) {
    return url.protocol === 'https:' ? Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 4708, 19)) : Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 7067, 19));
}
function networkFailure(cause, host) {
    const code = (0,_text_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .errnoOf */ .UQ)(cause) ?? '';
    const where = host === undefined ? '' : `${host}: `;
    return {
        failure: `${where}${(0,_text_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .reasonOf */ .A3)(cause) || code}`,
        passing: code !== 'ENOTFOUND' && !CERTIFICATE_ERRORS.includes(code),
        cause,
    };
}
const INTERVAL = 2 * 1024 * 1024;
let collect;
function openReclaimer() {
    let passed = 0;
    return (bytes) => {
        passed += bytes;
        if (passed < INTERVAL)
            return;
        passed = 0;
        if (collect === undefined) {
            (0,node_v8__WEBPACK_IMPORTED_MODULE_0__.setFlagsFromString)('--expose-gc');
            collect = (0,node_vm__WEBPACK_IMPORTED_MODULE_1__.runInNewContext)('gc');
        }
        collect?.({ type: 'minor' });
    };
}


/***/ }),

/***/ 6402:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   UM: () => (/* binding */ readChain),
/* harmony export */   _P: () => (/* binding */ unusable),
/* harmony export */   aG: () => (/* binding */ layerFile),
/* harmony export */   listImagePlatforms: () => (/* binding */ listImagePlatforms)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _host_files_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1935);
/* harmony import */ var _text_problem_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(894);
/* harmony import */ var _text_text_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8614);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7834);
/* harmony import */ var _reference_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(3410);
/* harmony import */ var _registry_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8219);








const LAYER_LIMIT = 1024 * 1024 * 1024;
async function readChain(source, digest, hostArch) {
    let manifest = parsed(source.reference, await document(source, digest));
    if (manifest.kind === 'index') {
        const [entry] = (0,_manifest_js__WEBPACK_IMPORTED_MODULE_5__/* .entriesFor */ .aB)(manifest, hostArch);
        if (entry === undefined)
            throw noImageFor(source.reference, manifest, hostArch);
        const found = await document(source, entry.digest);
        if (found.bytes.length !== entry.size) {
            throw unusable(source.reference, 'its index says a wrong size for the image of this host');
        }
        manifest = parsed(source.reference, found, entry.mediaType);
    }
    if (manifest.kind !== 'manifest') {
        throw unusable(source.reference, 'it holds an index inside an index');
    }
    const config = await readImageConfig(source, manifest);
    if (config.platform.os !== 'linux' || config.platform.architecture !== hostArch) {
        const runs = (0,_text_text_js__WEBPACK_IMPORTED_MODULE_6__/* .printable */ .g$)((0,_manifest_js__WEBPACK_IMPORTED_MODULE_5__/* .formatImagePlatform */ .K2)(config.platform), 60);
        throw unusable(source.reference, `it is for ${runs} and this host is linux/${hostArch}`);
    }
    return { config, layers: manifest.layers };
}
async function layerFile(source, layer) {
    if (layer.size > LAYER_LIMIT)
        throw unusable(source.reference, `a layer of ${layer.size} bytes is too large`);
    return blobFile(source, layer);
}
async function listImagePlatforms(reference, mirrors, context) {
    const registry = (0,_registry_js__WEBPACK_IMPORTED_MODULE_4__/* .openRegistry */ .M)(reference, mirrors, context);
    const folder = context.host.makeTemporary('setup-binfmt-');
    try {
        const found = await registry.manifest(reference.digest ?? reference.tag ?? 'latest');
        const manifest = parsed(reference, found);
        if (manifest.kind === 'index') {
            const images = manifest.entries.filter((entry) => !entry.attestation);
            const platforms = images.map(({ platform }) => platform).filter((platform) => platform !== undefined);
            const attestationsSkipped = manifest.entries.length - images.length;
            return { digest: found.digest, platforms, attestationsSkipped };
        }
        const config = await readImageConfig({ reference, folder, registry }, manifest);
        return { digest: found.digest, platforms: [config.platform], attestationsSkipped: 0 };
    }
    finally {
        context.host.remove(folder);
        registry.close();
    }
}
async function document(source, digest) {
    const path = fileOf(source, digest);
    if (isKept(path, digest, (size) => size <= _registry_js__WEBPACK_IMPORTED_MODULE_4__/* .DOCUMENT_LIMIT */ .w)) {
        return { bytes: node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync(path), digest, contentType: undefined };
    }
    const fetched = await source.registry.manifest(digest);
    const draft = clearPlace(path);
    node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync(draft, fetched.bytes, { flag: 'wx', mode: 0o600 });
    node_fs__WEBPACK_IMPORTED_MODULE_0__.renameSync(draft, path);
    return fetched;
}
async function blobFile(source, descriptor) {
    const path = fileOf(source, descriptor.digest);
    if (isKept(path, descriptor.digest, (size) => size === descriptor.size))
        return path;
    const draft = clearPlace(path);
    await source.registry.blob(descriptor, draft);
    node_fs__WEBPACK_IMPORTED_MODULE_0__.renameSync(draft, path);
    return path;
}
function isKept(path, digest, fits) {
    const kept = node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync(path, { throwIfNoEntry: false });
    return kept?.isFile() === true && fits(kept.size) && `sha256:${(0,_host_files_js__WEBPACK_IMPORTED_MODULE_2__/* .hashFile */ .DC)(path)}` === digest;
}
function clearPlace(path) {
    const draft = `${path}.new`;
    for (const each of [path, draft])
        node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync(each, { recursive: true, force: true });
    return draft;
}
async function readImageConfig(source, manifest) {
    if (manifest.config.size > _registry_js__WEBPACK_IMPORTED_MODULE_4__/* .DOCUMENT_LIMIT */ .w)
        throw unusable(source.reference, 'its configuration is too large');
    const config = (0,_manifest_js__WEBPACK_IMPORTED_MODULE_5__/* .parseImageConfig */ .FB)(node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync(await blobFile(source, manifest.config), 'utf8'));
    if ('problem' in config)
        throw unusable(source.reference, `its configuration ${config.problem}`);
    return config;
}
function fileOf(source, digest) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(source.folder, digest.replace(/^sha256:/, ''));
}
function parsed(reference, { bytes, contentType }, announced) {
    const manifest = (0,_manifest_js__WEBPACK_IMPORTED_MODULE_5__/* .parseManifest */ .Ng)(bytes.toString('utf8'), contentType ?? announced);
    if ('problem' in manifest)
        throw unusable(reference, `its manifest ${(0,_text_text_js__WEBPACK_IMPORTED_MODULE_6__/* .printable */ .g$)(manifest.problem, 120)}`);
    return manifest;
}
function noImageFor(reference, index, hostArch) {
    const offered = index.entries.flatMap(({ platform, attestation }) => platform === undefined || attestation ? [] : (0,_manifest_js__WEBPACK_IMPORTED_MODULE_5__/* .formatImagePlatform */ .K2)(platform));
    const list = offered.length === 0 ? 'nothing' : (0,_text_text_js__WEBPACK_IMPORTED_MODULE_6__/* .printable */ .g$)(offered.join(', '));
    return unusable(reference, `it has no image for linux/${hostArch}; it offers ${list}`);
}
function unusable(reference, why) {
    return new _text_problem_js__WEBPACK_IMPORTED_MODULE_3__/* .SetupProblem */ .DN({
        id: 'SB081',
        kind: 'host',
        what: `take QEMU from the image ${(0,_reference_js__WEBPACK_IMPORTED_MODULE_7__/* .formatImageReference */ .my)(reference)}`,
        cause: why,
        remedy: 'Name an image that holds static usr/bin/qemu-* programs for this host, or leave out the input `image`',
    });
}


/***/ }),

/***/ 7834:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FB: () => (/* binding */ parseImageConfig),
/* harmony export */   K2: () => (/* binding */ formatImagePlatform),
/* harmony export */   Ng: () => (/* binding */ parseManifest),
/* harmony export */   V: () => (/* binding */ INDEX_TYPES),
/* harmony export */   _P: () => (/* binding */ MANIFEST_TYPES),
/* harmony export */   aB: () => (/* binding */ entriesFor)
/* harmony export */ });
/* harmony import */ var _text_parse_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7114);
/* harmony import */ var _reference_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3410);


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
    const document = (0,_text_parse_js__WEBPACK_IMPORTED_MODULE_0__/* .parseObject */ .lj)(text);
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
    const document = (0,_text_parse_js__WEBPACK_IMPORTED_MODULE_0__/* .parseObject */ .lj)(text);
    const platform = document === undefined ? undefined : parseImagePlatform(document);
    if (document === undefined || platform === undefined)
        return { problem: 'names no os and architecture' };
    const config = document.config;
    const lines = (0,_text_parse_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(config) && Array.isArray(config.Env) ? config.Env : [];
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
        if (descriptor === undefined || !(0,_text_parse_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(item)) {
            return { problem: 'holds an entry without a valid digest and size' };
        }
        const platform = (0,_text_parse_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(item.platform) ? parseImagePlatform(item.platform) : undefined;
        const attestation = isAttestation(item.annotations, platform);
        entries.push({ ...descriptor, attestation, platform });
    }
    return { kind: 'index', entries };
}
function isAttestation(annotations, platform) {
    const marked = (0,_text_parse_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(annotations) && textOf(annotations['vnd.docker.reference.type']) !== undefined;
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
    if (!(0,_text_parse_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(value))
        return undefined;
    const mediaType = textOf(value.mediaType) ?? '';
    const digest = textOf(value.digest) ?? '';
    const size = value.size;
    if (!(0,_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .isDigest */ .Bc)(digest) || typeof size !== 'number' || !Number.isSafeInteger(size) || size < 0) {
        return undefined;
    }
    return { mediaType, digest, size };
}
function parseImagePlatform(value) {
    const os = textOf(value.os);
    const architecture = textOf(value.architecture);
    const variant = textOf(value.variant);
    if (os === undefined || architecture === undefined)
        return undefined;
    return { os, architecture, variant };
}
function textOf(value) {
    return typeof value === 'string' && value !== '' ? value : undefined;
}


/***/ }),

/***/ 8219:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  w: () => (/* binding */ DOCUMENT_LIMIT),
  M: () => (/* binding */ openRegistry)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./lib/host/files.js
var files = __webpack_require__(1935);
// EXTERNAL MODULE: ./lib/host/http.js
var host_http = __webpack_require__(582);
// EXTERNAL MODULE: ./lib/text/problem.js
var problem = __webpack_require__(894);
// EXTERNAL MODULE: ./lib/text/text.js
var text_text = __webpack_require__(8614);
// EXTERNAL MODULE: external "node:path/posix"
var posix_ = __webpack_require__(3916);
// EXTERNAL MODULE: ./lib/host/read.js
var read = __webpack_require__(3766);
// EXTERNAL MODULE: ./lib/text/parse.js
var parse = __webpack_require__(7114);
;// CONCATENATED MODULE: ./lib/oci/auth.js





const TEXT_LIMIT = 64 * 1024;
async function authorize(context, { registry, repository }, challenge, deadline) {
    const challenges = parseChallenges(challenge ?? '');
    const search = await findCredentials(context.host, registry, repository);
    for (const trouble of search.troubles)
        context.log((0,text_text/* printable */.g$)(trouble));
    const bearer = challenges.find(({ scheme }) => scheme === 'bearer')?.parameters;
    if (bearer !== undefined) {
        const realm = bearer.get('realm') ?? '';
        const url = URL.canParse(realm) ? new URL(realm) : undefined;
        const inward = url !== undefined && (0,parse/* isLoopback */.U9)(url.host) && !(0,parse/* isLoopback */.U9)(registry);
        if (url === undefined || !(0,host_http/* isAllowed */.Jr)(url) || inward) {
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
    const { errors } = (0,parse/* parseObject */.lj)(await bodyText(answer, deadline)) ?? {};
    const first = Array.isArray(errors) ? errors[0] : undefined;
    const { code, message } = (0,parse/* isObject */.Gv)(first) ? first : {};
    return (0,text_text/* printable */.g$)([code, message].filter((part) => typeof part === 'string').join(': '), 160);
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
    return {
        url,
        headers: credentials === undefined ? { accept } : { accept, authorization: basicHeader(credentials) },
    };
}
async function fetchToken(http, query, deadline) {
    const { host } = query.url;
    const answer = await http.send(query, deadline);
    if ('failure' in answer)
        return answer;
    if (answer.status !== 200) {
        return (0,host_http/* statusFailure */.FP)(answer, `the token service ${host}`, await errorText(answer, deadline));
    }
    const { token, access_token: other } = (0,parse/* parseObject */.lj)(await bodyText(answer, deadline)) ?? {};
    const found = typeof token === 'string' && token !== '' ? token : other;
    if (typeof found === 'string' && /^[\x21-\x7e]+$/.test(found))
        return `Bearer ${found}`;
    return { failure: `the token service ${host} gave no token`, passing: true };
}
function basicHeader(login) {
    return `Basic ${Buffer.from(`${login.username}:${login.password}`).toString('base64')}`;
}
async function bodyText(answer, deadline) {
    const bytes = await (0,host_http/* readWhole */.oD)(answer, TEXT_LIMIT, deadline);
    return 'failure' in bytes ? '' : bytes.toString('utf8');
}
const HELPER_TIMEOUT_MS = 10000;
const HUB_KEY = 'https://index.docker.io/v1/';
const TOKEN_USER = '<token>';
async function findCredentials(host, registry, repository) {
    const troubles = [];
    for (const path of configFiles(host)) {
        if (host.stat(path)?.kind !== 'file')
            continue;
        const config = parseAuthConfig((0,read/* textOr */.ph)(host, path, ''));
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
    const hub = registry === 'docker.io' ? [HUB_KEY, 'index.docker.io'] : [];
    const auths = Object.entries(config.auths);
    return [...paths, registry, ...hub]
        .map((key) => parseCredentials(auths.find(([name]) => name === key || bareHost(name) === key)?.[1]))
        .find((found) => found !== undefined);
}
function parseAuthConfig(text) {
    const config = (0,parse/* parseObject */.lj)(text);
    if (config === undefined)
        return undefined;
    const { auths, credHelpers, credsStore } = config;
    return {
        auths: (0,parse/* isObject */.Gv)(auths) ? auths : {},
        credHelpers: (0,parse/* isObject */.Gv)(credHelpers) ? credHelpers : {},
        credsStore: typeof credsStore === 'string' && credsStore !== '' ? credsStore : undefined,
    };
}
function configFiles(host) {
    const { REGISTRY_AUTH_FILE, DOCKER_CONFIG, XDG_RUNTIME_DIR, XDG_CONFIG_HOME, HOME } = host.env;
    const home = HOME || '/root';
    return [
        ...(REGISTRY_AUTH_FILE ? [REGISTRY_AUTH_FILE] : []),
        (0,posix_.join)(DOCKER_CONFIG || (0,posix_.join)(home, '.docker'), 'config.json'),
        ...(XDG_RUNTIME_DIR ? [(0,posix_.join)(XDG_RUNTIME_DIR, 'containers/auth.json')] : []),
        (0,posix_.join)(XDG_CONFIG_HOME || (0,posix_.join)(home, '.config'), 'containers/auth.json'),
    ];
}
async function askHelper(host, config, registry, troubles) {
    const key = registry === 'docker.io' ? HUB_KEY : registry;
    const named = config.credHelpers[registry] ?? config.credHelpers[key] ?? config.credsStore;
    if (typeof named !== 'string' || named === '')
        return undefined;
    const program = `docker-credential-${named}`;
    const file = /^[A-Za-z0-9._-]+$/.test(named) ? host.which(program) : undefined;
    if (file === undefined) {
        troubles.push(`the credential helper ${(0,text_text/* printable */.g$)(program, 80)} was not found`);
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
    const { Username, Secret } = (0,parse/* parseObject */.lj)(text) ?? {};
    if (typeof Username !== 'string' || typeof Secret !== 'string' || Secret === '')
        return undefined;
    return Username === TOKEN_USER ? { identityToken: Secret } : { username: Username, password: Secret };
}
function parseCredentials(entry) {
    if (!(0,parse/* isObject */.Gv)(entry))
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

// EXTERNAL MODULE: ./lib/oci/manifest.js
var manifest = __webpack_require__(7834);
// EXTERNAL MODULE: ./lib/oci/reference.js
var oci_reference = __webpack_require__(3410);
;// CONCATENATED MODULE: ./lib/oci/registry.js









const DOCUMENT_LIMIT = 4 * 1024 * 1024;
const TRIES = 4;
const FIRST_WAIT_MS = 500;
function openRegistry(reference, mirrors, context) {
    const references = [...mirrors.map((mirror) => (0,oci_reference/* mirrored */.VV)(reference, mirror)), reference];
    const session = {
        context,
        http: (0,host_http/* openHttp */.fb)(),
        sources: references.map((each) => ({ reference: each, login: {} })),
        end: performance.now() + context.timeLimitMs,
        at: 0,
        bytes: 0,
        failures: [],
    };
    return {
        manifest: (name) => fromSources(session, (0,oci_reference/* isDigest */.Bc)(name) ? 'its manifest' : `its tag ${name}`, (source, deadline) => fetchManifest(session, source, name, deadline)),
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
    const { sources, context, failures } = session;
    for (; session.at < sources.length; session.at++) {
        const source = sources[session.at];
        if (source === undefined)
            break;
        const now = performance.now();
        source.deadline ??= now + (session.end - now) / (sources.length - session.at);
        const outcome = await withRetries(session, source, source.deadline, attempt);
        if (!('failure' in outcome))
            return outcome;
        failures.push(outcome);
        const next = sources[session.at + 1]?.reference.registry;
        context.log(`${source.reference.registry} did not give ${what}: ${(0,text_text/* printable */.g$)(outcome.failure)}${next === undefined ? '' : `; trying ${next}`}`);
    }
    const image = sources.at(-1)?.reference;
    throw new problem/* SetupProblem */.DN({
        id: 'SB080',
        kind: 'host',
        what: `pull ${image === undefined ? 'the image' : (0,oci_reference/* formatImageReference */.my)(image)}`,
        cause: failures.map(({ failure }) => (0,text_text/* printable */.g$)(failure)).join('; '),
        remedy: remedyFor(failures),
    }, { cause: failures.find(({ cause }) => cause !== undefined)?.cause });
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
        session.context.log(`${(0,text_text/* printable */.g$)(outcome.failure)}; try ${count + 1} of ${TRIES} in ${(pause / 1000).toFixed(1)} s`);
        await new Promise((resolve) => setTimeout(resolve, pause));
        wait *= 2;
    }
}
async function fetchManifest(session, source, name, deadline) {
    const accept = [...manifest/* INDEX_TYPES */.V, ...manifest/* MANIFEST_TYPES */._P].join(', ');
    const answer = await ask(session, source, `manifests/${name}`, accept, deadline);
    if ('failure' in answer)
        return answer;
    const bytes = await (0,host_http/* readWhole */.oD)(answer, DOCUMENT_LIMIT, deadline);
    if ('failure' in bytes)
        return bytes;
    session.bytes += bytes.length;
    const digest = `sha256:${(0,external_node_crypto_.createHash)('sha256').update(bytes).digest('hex')}`;
    const announced = String(answer.headers['docker-content-digest'] ?? '');
    const expected = [name, announced].find(oci_reference/* isDigest */.Bc) ?? digest;
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
        const count = await (0,host_http/* readBody */.x8)(answer, size, deadline, (piece) => {
            session.bytes += piece.length;
            hash.update(piece);
            (0,files/* writeAll */.f4)(fd, piece);
        });
        if (typeof count !== 'number')
            return count;
        if (count !== size) {
            const { registry } = source.reference;
            return { failure: `${registry} gave ${count} of ${size} bytes of a blob`, passing: true };
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
    const url = new URL(`${(0,oci_reference/* registryOrigin */._g)(source.reference)}/v2/${source.reference.repository}/${path}`);
    for (let authenticated = false;; authenticated = true) {
        const answer = await session.http.send({ url, headers: { accept, ...source.login } }, deadline);
        if ('failure' in answer || answer.status === 200)
            return answer;
        const said = await errorText(answer, deadline);
        if (answer.status !== 401 || authenticated || answer.url.origin !== url.origin) {
            return (0,host_http/* statusFailure */.FP)(answer, answer.url.host, said);
        }
        const context = { ...session.context, http: session.http };
        const challenge = answer.headers['www-authenticate'];
        const authorization = await authorize(context, source.reference, challenge, deadline);
        if (typeof authorization !== 'string')
            return authorization;
        source.login = { authorization };
    }
}
function mismatch(source, what, given, expected) {
    const digests = `${shortDigest(given)} instead of ${shortDigest((0,text_text/* printable */.g$)(expected, 80))}`;
    return {
        failure: `${source.reference.registry} gave ${what} with a wrong digest, ${digests}`,
        passing: true,
        wrongDigest: true,
    };
}
function remedyFor(failures) {
    const statuses = failures.map(({ status = 0 }) => status);
    const codes = failures.map(({ cause }) => (0,problem/* errnoOf */.UQ)(cause) ?? '');
    const mirror = 'or name a mirror in registry-mirrors';
    if (statuses.includes(401) || statuses.includes(403)) {
        return 'Log in to the registry before this step (docker login), or use another one';
    }
    if (statuses.includes(404))
        return 'Check the name and the digest of the image';
    if (statuses.includes(429))
        return `Log in to the registry before this step, ${mirror}`;
    if (failures.some(({ wrongDigest }) => wrongDigest)) {
        return `Find out what changes it on the way (a proxy, another mirror), ${mirror}`;
    }
    if (codes.some((code) => host_http/* CERTIFICATE_ERRORS */.YS.includes(code))) {
        return `Name the certificate of its authority in NODE_EXTRA_CA_CERTS, ${mirror}`;
    }
    if (codes.includes('ENOTFOUND') || codes.includes('EAI_AGAIN')) {
        return `Check the name of the registry and the name servers of this machine, ${mirror}`;
    }
    if (statuses.some((status) => status >= 500))
        return `Run this again when the registry answers, ${mirror}`;
    return `Check the network and the proxy settings of this machine, ${mirror}`;
}


/***/ }),

/***/ 5813:
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
