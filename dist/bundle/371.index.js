export const id = 371;
export const ids = [371];
export const modules = {

/***/ 7205:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DC: () => (/* binding */ hashFile),
/* harmony export */   f4: () => (/* binding */ writeAll),
/* harmony export */   f8: () => (/* binding */ writeWhole),
/* harmony export */   lM: () => (/* binding */ removeForgotten)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var _host_host_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2508);




function hashFile(path) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    (0,_host_host_js__WEBPACK_IMPORTED_MODULE_3__/* .readPieces */ .ut)(path, (piece) => hash.update(piece), false);
    return hash.digest('hex');
}
function writeAll(fd, bytes) {
    for (let done = 0; done < bytes.length;)
        done += node_fs__WEBPACK_IMPORTED_MODULE_1__.writeSync(fd, bytes, done);
}
function writeWhole(path, text, draft) {
    const folder = node_fs__WEBPACK_IMPORTED_MODULE_1__.mkdtempSync(draft);
    try {
        node_fs__WEBPACK_IMPORTED_MODULE_1__.writeFileSync((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, 'file'), text, { mode: 0o644 });
        node_fs__WEBPACK_IMPORTED_MODULE_1__.renameSync((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, 'file'), path);
    }
    finally {
        node_fs__WEBPACK_IMPORTED_MODULE_1__.rmSync(folder, { recursive: true, force: true });
    }
}
function removeForgotten(parent, prefix, ageMs, now) {
    for (const name of node_fs__WEBPACK_IMPORTED_MODULE_1__.readdirSync(parent)) {
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(parent, name);
        const found = name.startsWith(prefix) ? node_fs__WEBPACK_IMPORTED_MODULE_1__.lstatSync(path, { throwIfNoEntry: false }) : undefined;
        if (found?.isDirectory() && now - found.mtimeMs > ageMs) {
            node_fs__WEBPACK_IMPORTED_MODULE_1__.rmSync(path, { recursive: true, force: true });
        }
    }
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


/***/ })

};
