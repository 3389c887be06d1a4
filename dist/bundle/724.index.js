export const id = 724;
export const ids = [724,189];
export const modules = {

/***/ 9570:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ cacheRecord),
/* harmony export */   a: () => (/* binding */ restoreFromActionsCache),
/* harmony export */   parseCacheRecords: () => (/* binding */ parseCacheRecords),
/* harmony export */   saveToActionsCache: () => (/* binding */ saveToActionsCache)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _core_json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8171);
/* harmony import */ var _core_problem_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4458);



const PREFIX = 'setup-binfmt-v1';
const SAVE_LIMIT_MS = 20_000;
function cacheRecord(digest, wanted, { host, hostArch }) {
    const { ACTIONS_RUNTIME_TOKEN, ACTIONS_RESULTS_URL, ACTIONS_CACHE_URL, RUNNER_TEMP } = host.env;
    if (!ACTIONS_RUNTIME_TOKEN || !(ACTIONS_RESULTS_URL || ACTIONS_CACHE_URL))
        return undefined;
    if (!RUNNER_TEMP?.startsWith('/'))
        return undefined;
    const hex = digest.replace(/^sha256:/, '');
    const selection = wanted
        .map(({ arch }) => arch)
        .toSorted()
        .join('.');
    return {
        key: `${PREFIX}-${hex}-${hostArch}-${selection}`,
        folder: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(RUNNER_TEMP, `setup-binfmt-image-${hex.slice(0, 16)}`),
    };
}
async function restoreFromActionsCache(record, limitMs, log) {
    const { late, value: key } = await quietly('restore QEMU from the Actions cache', limitMs, log, async () => {
        const { restoreCache } = await Promise.all(/* import() */[__webpack_require__.e(889), __webpack_require__.e(103)]).then(__webpack_require__.bind(__webpack_require__, 7963));
        const anySelection = record.key.slice(0, record.key.lastIndexOf('-') + 1);
        return restoreCache([record.folder], record.key, [anySelection]);
    });
    if (late)
        return 'late';
    log(key === undefined
        ? 'The Actions cache does not have this image.'
        : `Restored ${(0,_core_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .printable */ .g$)(key)} from the Actions cache.`);
    return 'ended';
}
async function saveToActionsCache(record, log) {
    const { value: id } = await quietly('save QEMU in the Actions cache', SAVE_LIMIT_MS, log, async () => {
        const { saveCache } = await Promise.all(/* import() */[__webpack_require__.e(889), __webpack_require__.e(103)]).then(__webpack_require__.bind(__webpack_require__, 7963));
        return saveCache([record.folder], record.key);
    });
    log(id === undefined || id < 0
        ? 'Nothing was saved in the Actions cache.'
        : `Saved ${record.key} in the Actions cache.`);
}
function parseCacheRecords(text) {
    try {
        const value = JSON.parse(text ?? '[]');
        return Array.isArray(value) ? value.filter(isCacheRecord) : [];
    }
    catch {
        return [];
    }
}
function isCacheRecord(value) {
    const { key, folder } = (0,_core_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .G)(value) ? value : {};
    return typeof key === 'string' && key.startsWith(`${PREFIX}-`) && typeof folder === 'string';
}
async function quietly(what, limitMs, log, work) {
    const release = tameWarnings();
    let timer;
    const limit = new Promise((resolve) => {
        timer = setTimeout(() => {
            log(`Gave up to ${what} after ${limitMs / 1000} s.`);
            resolve({ late: true });
        }, limitMs);
    });
    try {
        return await Promise.race([work().then((value) => ({ late: false, value })), limit]);
    }
    catch (thrown) {
        log(`Could not ${what}: ${(0,_core_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .reasonOf */ .A3)(thrown)}`);
        return { late: false };
    }
    finally {
        clearTimeout(timer);
        release();
    }
}
function tameWarnings() {
    const { stdout } = process;
    const write = stdout.write;
    const tame = (chunk, ...rest) => {
        const text = typeof chunk === 'string' ? chunk.replace(/^::(?:warning|error)(?: [^:]*)?::/gm, '') : chunk;
        return Reflect.apply(write, stdout, [text, ...rest]);
    };
    stdout.write = tame;
    return () => {
        stdout.write = write;
    };
}


/***/ }),

/***/ 371:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   UM: () => (/* binding */ readChain),
/* harmony export */   _P: () => (/* binding */ unusable),
/* harmony export */   aG: () => (/* binding */ layerFile),
/* harmony export */   listImagePlatforms: () => (/* binding */ listImagePlatforms)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var _core_image_reference_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(7632);
/* harmony import */ var _core_oci_manifest_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3212);
/* harmony import */ var _core_problem_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4458);
/* harmony import */ var _files_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7205);
/* harmony import */ var _registry_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3069);








const LAYER_LIMIT = 1024 * 1024 * 1024;
async function readChain(source, digest, hostArch) {
    let manifest = parsed(source.reference, await document(source, digest));
    if (manifest.kind === 'index') {
        const [entry] = (0,_core_oci_manifest_js__WEBPACK_IMPORTED_MODULE_6__/* .entriesFor */ .aB)(manifest, hostArch);
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
    const config = await readConfig(source, manifest);
    if (config.platform.os !== 'linux' || config.platform.architecture !== hostArch) {
        const runs = (0,_core_problem_js__WEBPACK_IMPORTED_MODULE_3__/* .printable */ .g$)((0,_core_oci_manifest_js__WEBPACK_IMPORTED_MODULE_6__/* .formatImagePlatform */ .K2)(config.platform), 60);
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
    const registry = (0,_registry_js__WEBPACK_IMPORTED_MODULE_5__.openRegistry)(reference, mirrors, context);
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
        const config = await readConfig({ reference, folder, registry }, manifest);
        return { digest: found.digest, platforms: [config.platform], attestationsSkipped: 0 };
    }
    finally {
        context.host.remove(folder);
        registry.close();
    }
}
async function document(source, digest) {
    const path = fileOf(source, digest);
    const kept = readKept(path, digest);
    if (kept !== undefined)
        return { bytes: kept, digest, contentType: undefined };
    const fetched = await source.registry.manifest(digest);
    const draft = clearPlace(path);
    node_fs__WEBPACK_IMPORTED_MODULE_1__.writeFileSync(draft, fetched.bytes, { flag: 'wx', mode: 0o600 });
    node_fs__WEBPACK_IMPORTED_MODULE_1__.renameSync(draft, path);
    return fetched;
}
async function blobFile(source, descriptor) {
    const path = fileOf(source, descriptor.digest);
    const kept = node_fs__WEBPACK_IMPORTED_MODULE_1__.lstatSync(path, { throwIfNoEntry: false });
    const fits = kept?.isFile() && kept.size === descriptor.size;
    if (fits && `sha256:${(0,_files_js__WEBPACK_IMPORTED_MODULE_4__/* .hashFile */ .DC)(path)}` === descriptor.digest)
        return path;
    const draft = clearPlace(path);
    await source.registry.blob(descriptor, draft);
    node_fs__WEBPACK_IMPORTED_MODULE_1__.renameSync(draft, path);
    return path;
}
function clearPlace(path) {
    const draft = `${path}.new`;
    for (const each of [path, draft])
        node_fs__WEBPACK_IMPORTED_MODULE_1__.rmSync(each, { recursive: true, force: true });
    return draft;
}
async function readConfig(source, manifest) {
    if (manifest.config.size > _registry_js__WEBPACK_IMPORTED_MODULE_5__/* .DOCUMENT_LIMIT */ .w)
        throw unusable(source.reference, 'its configuration is too large');
    const config = (0,_core_oci_manifest_js__WEBPACK_IMPORTED_MODULE_6__/* .parseImageConfig */ .FB)(node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync(await blobFile(source, manifest.config), 'utf8'));
    if ('problem' in config)
        throw unusable(source.reference, `its configuration ${config.problem}`);
    return config;
}
function readKept(path, digest) {
    const found = node_fs__WEBPACK_IMPORTED_MODULE_1__.lstatSync(path, { throwIfNoEntry: false });
    if (!found?.isFile() || found.size > _registry_js__WEBPACK_IMPORTED_MODULE_5__/* .DOCUMENT_LIMIT */ .w)
        return undefined;
    const bytes = node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync(path);
    return `sha256:${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(bytes).digest('hex')}` === digest ? bytes : undefined;
}
function fileOf(source, digest) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(source.folder, digest.replace(/^sha256:/, ''));
}
function parsed(reference, { bytes, contentType }, announced) {
    const manifest = (0,_core_oci_manifest_js__WEBPACK_IMPORTED_MODULE_6__/* .parseManifest */ .Ng)(bytes.toString('utf8'), contentType ?? announced);
    if ('problem' in manifest)
        throw unusable(reference, `its manifest ${(0,_core_problem_js__WEBPACK_IMPORTED_MODULE_3__/* .printable */ .g$)(manifest.problem, 120)}`);
    return manifest;
}
function noImageFor(reference, index, hostArch) {
    const offered = index.entries
        .filter(({ platform, attestation }) => platform !== undefined && !attestation)
        .map(({ platform }) => (platform === undefined ? '' : (0,_core_oci_manifest_js__WEBPACK_IMPORTED_MODULE_6__/* .formatImagePlatform */ .K2)(platform)));
    const list = offered.length === 0 ? 'nothing' : (0,_core_problem_js__WEBPACK_IMPORTED_MODULE_3__/* .printable */ .g$)(offered.join(', '));
    return unusable(reference, `it has no image for linux/${hostArch}; it offers ${list}`);
}
function unusable(reference, why) {
    return new _core_problem_js__WEBPACK_IMPORTED_MODULE_3__/* .SetupProblem */ .DN({
        id: 'SB-IMAGE',
        kind: 'host',
        what: `take QEMU from the image ${(0,_core_image_reference_js__WEBPACK_IMPORTED_MODULE_7__/* .formatImageReference */ .my)(reference)}`,
        cause: why,
        remedy: 'Name an image that holds static usr/bin/qemu-* programs for this host, or leave out the input `image`',
    });
}


/***/ }),

/***/ 724:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  fetchBinaries: () => (/* binding */ fetchBinaries)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/core/problem.js
var problem = __webpack_require__(4458);
// EXTERNAL MODULE: ./lib/qemu/actions-cache.js
var actions_cache = __webpack_require__(9570);
// EXTERNAL MODULE: ./lib/qemu/image-chain.js
var image_chain = __webpack_require__(371);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:stream/promises"
var promises_ = __webpack_require__(6466);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
// EXTERNAL MODULE: ./lib/qemu/buffers.js
var buffers = __webpack_require__(5609);
// EXTERNAL MODULE: ./lib/qemu/files.js
var files = __webpack_require__(7205);
// EXTERNAL MODULE: ./lib/qemu/inspection.js
var qemu_inspection = __webpack_require__(8854);
// EXTERNAL MODULE: ./lib/qemu/tar.js
var qemu_tar = __webpack_require__(5413);
;// CONCATENATED MODULE: ./lib/qemu/image-layers.js









const FOLDER = 'usr/bin';
const WHITEOUT = '.wh.';
const OPAQUE = '.wh..wh..opq';
const PIECE = 128 * 1024;
const UNPACKED = { chunkSize: 512 * 1024, readableHighWaterMark: 1024 * 1024 };
const LAYER_LIMITS = { fileBytes: 128 * 1024 * 1024, layerBytes: 2 * 1024 ** 3 };
async function pickFromLayer(blob, mediaType, names, target, limits = LAYER_LIMITS) {
    const unpack = unpackerFor(mediaType, blob);
    if ('refused' in unpack)
        return unpack;
    const search = { names, target, limits, files: new Map(), hidden: new Set() };
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
        return { refused: `has the unknown media type ${(0,problem/* printable */.g$)(mediaType, 100)}` };
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
    const tar = await (0,qemu_tar/* openTar */.O)();
    const raw = external_node_fs_.createReadStream(blob, { highWaterMark: PIECE });
    const limit = search.limits.layerBytes;
    const meter = async function* (pieces) {
        const reclaim = (0,buffers/* openReclaimer */.Z)();
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
    const shown = (0,problem/* printable */.g$)(header.name, 80);
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
        return `holds ${shown} as a link to ${(0,problem/* printable */.g$)(header.linkname ?? '', 80)}; links are not followed`;
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
    const inspection = (0,qemu_inspection/* openInspection */.J)(name);
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

// EXTERNAL MODULE: ./lib/qemu/image-names.js
var image_names = __webpack_require__(70);
// EXTERNAL MODULE: ./lib/qemu/store.js
var qemu_store = __webpack_require__(5995);
;// CONCATENATED MODULE: ./lib/qemu/image-fetch.js







const CACHE_LIMIT_MS = 8_000;
async function fetchBinaries(options, reference, store, wanted, context, registry) {
    const incoming = (0,qemu_store/* makeIncoming */.NL)(store);
    try {
        const record = options.cache ? await restored(reference.digest, wanted, context) : undefined;
        const folder = record?.folder ?? (0,external_node_path_.join)(incoming, 'chain');
        if (context.host.stat(folder, false)?.kind !== 'folder')
            context.host.remove(folder);
        context.host.makeFolder(folder, 0o700);
        const source = { reference, folder, registry };
        const before = registry.downloadedBytes();
        const chain = await (0,image_chain/* readChain */.UM)(source, reference.digest, context.hostArch);
        const found = await unpack(source, chain.layers, wanted, incoming);
        const present = wanted.filter((each) => found.has((0,image_names/* nameInImage */.q)(each)));
        const lacking = wanted.filter((each) => !present.includes(each));
        (0,qemu_store/* noteLacking */.Ej)(store, lacking);
        const useless = present.flatMap((each) => {
            const start = context.host.readBytes((0,external_node_path_.join)(incoming, (0,image_names/* nameInImage */.q)(each)), qemu_store/* HEADER_BYTES */.q2);
            const refusal = (0,qemu_store/* refusalOf */.Of)(start, context.hostArch);
            return refusal === undefined
                ? []
                : [{ each, reason: `the image's ${(0,image_names/* nameInImage */.q)(each)} is refused: ${refusal}` }];
        });
        const [worst] = useless;
        if (worst !== undefined && useless.length === present.length)
            throw (0,image_chain/* unusable */._P)(reference, worst.reason);
        const usable = present.filter((one) => useless.every(({ each }) => each !== one));
        const arrivals = usable.map((each) => ({
            ...each,
            path: (0,external_node_path_.join)(incoming, (0,image_names/* nameInImage */.q)(each)),
            source: 'image',
            assumesPreserve: assumesPreserve(chain.config),
            ...inspectedOf(found, each),
        }));
        const handlers = (0,qemu_store/* install */.ai)(store, arrivals);
        const downloaded = registry.downloadedBytes() > before;
        const save = record !== undefined && downloaded ? { toCache: record } : {};
        const refused = useless.map(({ each, reason }) => ({ arch: each.arch, reason }));
        return { handlers, missing: [...refused, ...(0,image_names/* notThere */._)(reference, lacking)], ...save };
    }
    catch (thrown) {
        throw thrown instanceof problem/* SetupProblem */.DN ? thrown : (0,qemu_store/* storeProblem */.H9)(store, thrown);
    }
    finally {
        context.host.remove(incoming);
    }
}
async function restored(digest, wanted, context) {
    const record = (0,actions_cache/* cacheRecord */.C)(digest, wanted, context);
    if (record === undefined)
        return undefined;
    const outcome = await (0,actions_cache/* restoreFromActionsCache */.a)(record, CACHE_LIMIT_MS, context.log);
    return outcome === 'late' ? undefined : record;
}
async function unpack(source, layers, wanted, target) {
    const found = new Map();
    const open = new Set(wanted.map(image_names/* nameInImage */.q));
    for (const layer of layers.toReversed()) {
        if (open.size === 0)
            break;
        const finds = await pickFromLayer(await (0,image_chain/* layerFile */.aG)(source, layer), layer.mediaType, open, target);
        if ('refused' in finds)
            throw (0,image_chain/* unusable */._P)(source.reference, `a layer ${finds.refused}`);
        for (const [name, inspected] of finds.files)
            found.set(name, inspected);
        for (const name of [...finds.files.keys(), ...finds.hidden])
            open.delete(name);
    }
    return found;
}
function inspectedOf(found, each) {
    const inspected = found.get((0,image_names/* nameInImage */.q)(each));
    return inspected === undefined ? {} : { inspected };
}
function assumesPreserve(config) {
    const value = config.env.get('QEMU_PRESERVE_ARGV0') ?? '';
    return value !== '' && value !== '0';
}


/***/ }),

/***/ 5413:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ openTar)
/* harmony export */ });
async function openTar() {
    const { extract } = await __webpack_require__.e(/* import() */ 872).then(__webpack_require__.t.bind(__webpack_require__, 872, 19));
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


/***/ })

};
