export const id = 143;
export const ids = [143,414];
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

/***/ 3379:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ openTar)
/* harmony export */ });
async function openTar() {
    const { extract } = await __webpack_require__.e(/* import() | tar-stream */ 145).then(__webpack_require__.t.bind(__webpack_require__, 872, 19));
    const tar = extract();
    const decode = tar._decodeLongHeader;
    if (decode === undefined)
        throw new Error('tar-stream has no _decodeLongHeader any more');
    tar._decodeLongHeader = (bytes) => {
        refuseNegativeLengths(bytes);
        decode.call(tar, bytes);
    };
    return tar;
}
function refuseNegativeLengths(bytes) {
    for (let at = 0; at < bytes.length;) {
        const space = bytes.indexOf(0x20, at);
        const digits = Buffer.from(bytes.subarray(at, space < 0 ? bytes.length : Math.min(space, at + 20)));
        const length = Number.parseInt(digits.toString('latin1'), 10);
        if (length < 0)
            throw new Error('a header has a negative length');
        if (!length)
            break;
        at += length;
    }
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

/***/ 8903:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  imageSource: () => (/* binding */ imageSource)
});

// EXTERNAL MODULE: external "node:path/posix"
var posix_ = __webpack_require__(3916);
// EXTERNAL MODULE: ./lib/oci/image.js
var oci_image = __webpack_require__(6402);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:stream/promises"
var promises_ = __webpack_require__(6466);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
// EXTERNAL MODULE: ./lib/host/files.js
var files = __webpack_require__(1935);
// EXTERNAL MODULE: ./lib/host/http.js
var http = __webpack_require__(582);
// EXTERNAL MODULE: ./lib/host/tar.js
var host_tar = __webpack_require__(3379);
// EXTERNAL MODULE: ./lib/text/problem.js
var problem = __webpack_require__(894);
// EXTERNAL MODULE: ./lib/text/text.js
var text_text = __webpack_require__(8614);
;// CONCATENATED MODULE: ./lib/oci/layers.js









const FOLDER = 'usr/bin';
const WHITEOUT = '.wh.';
const OPAQUE = '.wh..wh..opq';
const PIECE = 128 * 1024;
const UNPACKED = { chunkSize: 512 * 1024, readableHighWaterMark: 1024 * 1024 };
const LAYER_LIMITS = { fileBytes: 128 * 1024 * 1024, layerBytes: 2 * 1024 ** 3 };
async function pickFromLayer(blob, mediaType, names, target, inspect, limits = LAYER_LIMITS) {
    const unpack = unpackerFor(mediaType, blob);
    if ('refused' in unpack)
        return unpack;
    const search = { names, target, inspect, limits, files: new Map(), hidden: new Set() };
    const refused = await readLayer(blob, unpack.stream, search);
    if (refused !== undefined)
        return { refused };
    return { files: search.files, hidden: search.hidden };
}
function unpackerFor(mediaType, blob) {
    if (/nondistributable|foreign/.test(mediaType))
        return { refused: 'is kept outside of registries' };
    const known = /^application\/vnd\.(?:oci\.image\.layer\.v1|docker\.image\.rootfs\.diff)\.tar(?:[+.](\w+))?$/;
    const match = known.exec(mediaType);
    const packing = match?.[1];
    if (match === null || (packing !== undefined && packing !== 'gzip' && packing !== 'zstd')) {
        return { refused: `has the unknown media type ${(0,text_text/* printable */.g$)(mediaType, 100)}` };
    }
    const magic = firstBytes(blob);
    if (magic.startsWith('1f8b'))
        return { stream: external_node_zlib_.createGunzip(UNPACKED) };
    if (magic.startsWith('28b52ffd')) {
        if (typeof external_node_zlib_.createZstdDecompress !== 'function') {
            return {
                refused: `is packed with zstd, which Node ${process.version} cannot read (22.15 and newer can)`,
            };
        }
        const params = { [external_node_zlib_.constants.ZSTD_d_windowLogMax]: 27 };
        return { stream: external_node_zlib_.createZstdDecompress({ ...UNPACKED, params }) };
    }
    return packing === undefined
        ? { stream: undefined }
        : { refused: `is not packed with ${packing} as it claims` };
}
async function readLayer(blob, unpack, search) {
    const tar = await (0,host_tar/* openTar */.O)();
    const raw = external_node_fs_.createReadStream(blob, { highWaterMark: PIECE });
    const limit = search.limits.layerBytes;
    const meter = async function* (pieces) {
        const reclaim = (0,http/* openReclaimer */.ZZ)();
        let size = 0;
        for await (const piece of pieces) {
            reclaim(piece.length);
            size += piece.length;
            if (size > limit)
                throw new Error(`it unpacks to more than ${limit} bytes`);
            yield piece;
        }
    };
    const feeding = (unpack === undefined ? (0,promises_.pipeline)(raw, meter, tar) : (0,promises_.pipeline)(raw, unpack, meter, tar)).catch(() => undefined);
    try {
        for await (const entry of tar) {
            const refused = await takeEntry(entry.header, entry, search);
            if (refused !== undefined)
                return refused;
            if (search.files.size === search.names.size)
                return undefined;
            entry.resume();
        }
        return undefined;
    }
    catch (thrown) {
        if (search.unwritable !== undefined)
            throw search.unwritable;
        return `cannot be read: ${(0,problem/* reasonOf */.A3)(thrown)}`;
    }
    finally {
        tar.destroy();
        await feeding;
    }
}
async function takeEntry(header, stream, search) {
    const shown = (0,text_text/* printable */.g$)(header.name, 80);
    if (header.name.startsWith('/'))
        return `holds the absolute path ${shown}`;
    if (header.name.split('/').includes('..'))
        return `holds the path ${shown}, which leads out of the image`;
    const path = external_node_path_.posix.normalize(header.name).replace(/\/$/, '');
    const folder = external_node_path_.posix.dirname(path);
    const name = external_node_path_.posix.basename(path);
    if (name.startsWith(WHITEOUT))
        return noteWhiteout(folder, name, search);
    if ((path === FOLDER || path === external_node_path_.posix.dirname(FOLDER)) && header.type !== 'directory')
        hideAll(search);
    if (folder !== FOLDER || !search.names.has(name))
        return undefined;
    if (header.type === 'symlink' || header.type === 'link') {
        return `holds ${shown} as a link to ${(0,text_text/* printable */.g$)(header.linkname ?? '', 80)}; links are not followed`;
    }
    const sparse = Object.keys(header.pax ?? {}).some((key) => key.startsWith('GNU.sparse'));
    if ((header.type !== 'file' && header.type !== 'contiguous-file') || sparse) {
        return `holds ${shown} as ${sparse ? 'a sparse file' : `a ${header.type ?? 'thing of an unknown type'}`}`;
    }
    const size = header.size ?? 0;
    if (size > search.limits.fileBytes)
        return `holds ${shown} with ${size} bytes, more than any QEMU has`;
    search.files.set(name, await writeEntry(stream, name, search));
    return undefined;
}
function noteWhiteout(folder, name, search) {
    const path = external_node_path_.posix.join(folder, name.slice(WHITEOUT.length));
    const opaque = name === OPAQUE && (folder === FOLDER || folder === external_node_path_.posix.dirname(FOLDER) || folder === '.');
    if (opaque || path === FOLDER || path === external_node_path_.posix.dirname(FOLDER))
        hideAll(search);
    else if (folder === FOLDER)
        search.hidden.add(external_node_path_.posix.basename(path));
}
function hideAll(search) {
    for (const name of search.names)
        search.hidden.add(name);
}
async function writeEntry(stream, name, search) {
    const write = (work) => {
        try {
            return work();
        }
        catch (thrown) {
            search.unwritable = thrown;
            throw thrown;
        }
    };
    const inspection = search.inspect(name);
    const fd = write(() => external_node_fs_.openSync((0,external_node_path_.join)(search.target, name), 'w', 0o600));
    try {
        for await (const piece of stream) {
            inspection.take(piece);
            write(() => (0,files/* writeAll */.f4)(fd, piece));
        }
        return inspection.end();
    }
    finally {
        external_node_fs_.closeSync(fd);
    }
}
function firstBytes(path) {
    const fd = external_node_fs_.openSync(path, 'r');
    try {
        const bytes = Buffer.alloc(4);
        external_node_fs_.readSync(fd, bytes);
        return bytes.toString('hex');
    }
    finally {
        external_node_fs_.closeSync(fd);
    }
}

// EXTERNAL MODULE: ./lib/oci/reference.js
var oci_reference = __webpack_require__(3410);
// EXTERNAL MODULE: ./lib/oci/registry.js + 1 modules
var oci_registry = __webpack_require__(8219);
// EXTERNAL MODULE: ./lib/platform/platforms.js
var platforms = __webpack_require__(2061);
// EXTERNAL MODULE: ./lib/qemu/actions-cache.js
var actions_cache = __webpack_require__(9570);
// EXTERNAL MODULE: ./lib/qemu/default-image.js
var default_image = __webpack_require__(2703);
// EXTERNAL MODULE: ./lib/qemu/handler.js
var handler = __webpack_require__(4246);
// EXTERNAL MODULE: ./lib/qemu/store.js
var qemu_store = __webpack_require__(5995);
// EXTERNAL MODULE: ./lib/qemu/store-layout.js
var store_layout = __webpack_require__(2826);
;// CONCATENATED MODULE: ./lib/qemu/from-image.js












const CACHE_LIMIT_MS = 8000;
function imageSource(options) {
    return async (wanted, context) => {
        const registry = (0,oci_registry/* openRegistry */.M)(options.image, options.mirrors, { ...options, ...context });
        try {
            return await fetchFromImage(options, wanted, context, registry);
        }
        finally {
            registry.close();
        }
    };
}
async function fetchFromImage({ image, cache }, wanted, context, registry) {
    const unpinned = [];
    const tell = (trouble) => context.log((0,handler/* tellTrouble */.xM)(trouble));
    let { digest } = image;
    if (digest === undefined) {
        ({ digest } = await registry.manifest(image.tag ?? 'latest'));
        const pinned = (0,oci_reference/* formatImageReference */.my)({ ...image, digest });
        unpinned.push({ kind: 'unpinned', image: (0,oci_reference/* formatImageReference */.my)(image), pinned });
        unpinned.forEach(tell);
    }
    const reference = { ...image, digest };
    const pins = pinnedBinaries(reference, context.hostArch, wanted);
    const store = (0,qemu_store/* openStore */.Ch)(context, (0,store_layout/* storeVersion */.wy)('image', digest), pins);
    const stored = (0,qemu_store/* findStored */.FC)(store, wanted, context);
    stored.troubles.forEach(tell);
    const fetched = await fetchAbsent(reference, store, stored, context, registry, cache);
    const downloadedBytes = registry.downloadedBytes();
    return {
        ...fetched,
        handlers: [...stored.handlers, ...fetched.handlers],
        missing: [...fetched.missing, ...notThere(image, stored.lacking)],
        origin: (0,oci_reference/* formatImageReference */.my)(reference),
        downloadedBytes,
        cacheHit: downloadedBytes === 0,
        notes: [],
        troubles: [...unpinned, ...stored.troubles],
    };
}
async function fetchAbsent(reference, store, { absent, handlers }, context, registry, cache) {
    if (absent.length === 0)
        return { handlers: [], missing: [] };
    try {
        return await fetchBinaries(reference, store, absent, context, registry, cache);
    }
    catch (thrown) {
        if (handlers.length === 0 || !(thrown instanceof problem/* SetupProblem */.DN))
            throw thrown;
        const missing = absent.map(({ arch }) => ({ arch, reason: thrown.reason }));
        return { handlers: [], missing, failure: thrown };
    }
}
function pinnedBinaries(image, hostArch, wanted) {
    const pins = new Map();
    if (!default_image/* DEFAULT_IMAGE */._.endsWith(`@${image.digest}`))
        return pins;
    for (const { arch, qemu } of wanted) {
        const pin = default_image/* PINNED_BINARIES */.B.find((each) => each.host === hostArch && each.qemu === qemu);
        if (pin !== undefined)
            pins.set(arch, pin.sha256);
    }
    return pins;
}
async function fetchBinaries(reference, store, wanted, context, registry, cache) {
    const incoming = (0,qemu_store/* makeIncoming */.NL)(store);
    try {
        const record = cache ? await restored(reference.digest, wanted, context) : undefined;
        const folder = record?.folder ?? (0,posix_.join)(incoming, 'chain');
        if (context.host.stat(folder, false)?.kind !== 'folder')
            context.host.remove(folder);
        context.host.makeFolder(folder, 0o700);
        const source = { reference, folder, registry };
        const before = registry.downloadedBytes();
        const chain = await (0,oci_image/* readChain */.UM)(source, reference.digest, context.hostArch);
        const found = await unpack(source, chain.layers, wanted, incoming);
        const present = wanted.filter((each) => found.has((0,platforms/* qemuName */.gc)(each)));
        const lacking = wanted.filter((each) => !present.includes(each));
        (0,qemu_store/* noteLacking */.Ej)(store, lacking);
        const { handlers, refused } = (0,qemu_store/* install */.ai)(store, present.map((each) => ({
            ...each,
            path: (0,posix_.join)(incoming, (0,platforms/* qemuName */.gc)(each)),
            source: 'image',
            assumesPreserve: assumesPreserve(chain.config),
            inspected: found.get((0,platforms/* qemuName */.gc)(each)),
        })));
        const useless = refused.map(({ arch, name, reason }) => ({
            arch,
            reason: `the image's ${name} is refused: ${reason}`,
        }));
        const [worst] = useless;
        if (worst !== undefined && handlers.length === 0)
            throw (0,oci_image/* unusable */._P)(reference, worst.reason);
        const toCache = registry.downloadedBytes() > before ? record : undefined;
        return { handlers, missing: [...useless, ...notThere(reference, lacking)], toCache };
    }
    catch (thrown) {
        throw thrown instanceof problem/* SetupProblem */.DN ? thrown : (0,qemu_store/* storeProblem */.H9)(store, thrown);
    }
    finally {
        context.host.remove(incoming);
    }
}
async function restored(digest, wanted, context) {
    const record = (0,actions_cache/* cacheRecord */.CK)(digest, wanted, context);
    if (record === undefined)
        return undefined;
    const outcome = await (0,actions_cache/* restoreFromActionsCache */.aH)(record, CACHE_LIMIT_MS, context.log);
    return outcome === 'late' ? undefined : record;
}
async function unpack(source, layers, wanted, target) {
    const found = new Map();
    const open = new Set(wanted.map(platforms/* qemuName */.gc));
    for (const layer of layers.toReversed()) {
        if (open.size === 0)
            break;
        const blob = await (0,oci_image/* layerFile */.aG)(source, layer);
        const finds = await pickFromLayer(blob, layer.mediaType, open, target, qemu_store/* openInspection */.JF);
        if ('refused' in finds)
            throw (0,oci_image/* unusable */._P)(source.reference, `a layer ${finds.refused}`);
        for (const [name, inspected] of finds.files)
            found.set(name, inspected);
        for (const name of [...finds.files.keys(), ...finds.hidden])
            open.delete(name);
    }
    return found;
}
function assumesPreserve(config) {
    const value = config.env.get('QEMU_PRESERVE_ARGV0') ?? '';
    return value !== '' && value !== '0';
}
function notThere(image, lacking) {
    return lacking.map((each) => ({
        arch: each.arch,
        reason: `the image ${image.repository} holds no usr/bin/${(0,platforms/* qemuName */.gc)(each)}`,
    }));
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
