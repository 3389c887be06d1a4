import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 2613:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("assert");

/***/ }),

/***/ 181:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("buffer");

/***/ }),

/***/ 5317:
/***/ ((module) => {

module.exports = new Proxy({}, { get: (_, key) => __WEBPACK_EXTERNAL_createRequire(import.meta.url)("child_process")[key] });

/***/ }),

/***/ 6982:
/***/ ((module) => {

module.exports = new Proxy({}, { get: (_, key) => __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto")[key] });

/***/ }),

/***/ 4434:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");

/***/ }),

/***/ 9896:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 8611:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("http");

/***/ }),

/***/ 5692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("https");

/***/ }),

/***/ 9278:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("net");

/***/ }),

/***/ 4589:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:assert");

/***/ }),

/***/ 6698:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:async_hooks");

/***/ }),

/***/ 4573:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:buffer");

/***/ }),

/***/ 7540:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:console");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = new Proxy({}, { get: (_, key) => __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto")[key] });

/***/ }),

/***/ 3053:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:diagnostics_channel");

/***/ }),

/***/ 610:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:dns");

/***/ }),

/***/ 8474:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");

/***/ }),

/***/ 3024:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 7067:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 2467:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http2");

/***/ }),

/***/ 4708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:https");

/***/ }),

/***/ 8995:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:module");

/***/ }),

/***/ 7030:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");

/***/ }),

/***/ 8161:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 643:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:perf_hooks");

/***/ }),

/***/ 1708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:process");

/***/ }),

/***/ 1792:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:querystring");

/***/ }),

/***/ 7075:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");

/***/ }),

/***/ 1692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");

/***/ }),

/***/ 3136:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");

/***/ }),

/***/ 7975:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 3429:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util/types");

/***/ }),

/***/ 5919:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:worker_threads");

/***/ }),

/***/ 8522:
/***/ ((module) => {

module.exports = new Proxy({}, { get: (_, key) => __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib")[key] });

/***/ }),

/***/ 857:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");

/***/ }),

/***/ 6928:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");

/***/ }),

/***/ 2203:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("stream");

/***/ }),

/***/ 3193:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("string_decoder");

/***/ }),

/***/ 3557:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("timers");

/***/ }),

/***/ 4756:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tls");

/***/ }),

/***/ 2018:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tty");

/***/ }),

/***/ 7016:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("url");

/***/ }),

/***/ 9023:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util");

/***/ }),

/***/ 950:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  fM: () => (/* binding */ addPath),
  Yz: () => (/* binding */ debug),
  N4: () => (/* binding */ endGroup),
  z3: () => (/* binding */ error),
  V4: () => (/* binding */ getInput),
  Gu: () => (/* binding */ getState),
  pq: () => (/* binding */ info),
  _o: () => (/* binding */ isDebug),
  LZ: () => (/* binding */ saveState),
  uH: () => (/* binding */ setOutput),
  Pq: () => (/* binding */ setSecret),
  Oh: () => (/* binding */ startGroup),
  $e: () => (/* binding */ warning)
});

// UNUSED EXPORTS: ExitCode, exportVariable, getBooleanInput, getIDToken, getMultilineInput, group, markdownSummary, notice, platform, setCommandEcho, setFailed, summary, toPlatformPath, toPosixPath, toWin32Path

// EXTERNAL MODULE: external "os"
var external_os_ = __nccwpck_require__(857);
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/utils.js
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */
/**
 * Sanitizes an input into a string so it can be passed into issueCommand safely
 * @param input input to sanitize into a string
 */
function utils_toCommandValue(input) {
    if (input === null || input === undefined) {
        return '';
    }
    else if (typeof input === 'string' || input instanceof String) {
        return input;
    }
    return JSON.stringify(input);
}
/**
 *
 * @param annotationProperties
 * @returns The command properties to send with the actual annotation command
 * See IssueCommandProperties: https://github.com/actions/runner/blob/main/src/Runner.Worker/ActionCommandManager.cs#L646
 */
function utils_toCommandProperties(annotationProperties) {
    if (!Object.keys(annotationProperties).length) {
        return {};
    }
    return {
        title: annotationProperties.title,
        file: annotationProperties.file,
        line: annotationProperties.startLine,
        endLine: annotationProperties.endLine,
        col: annotationProperties.startColumn,
        endColumn: annotationProperties.endColumn
    };
}
//# sourceMappingURL=utils.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/command.js


/**
 * Issues a command to the GitHub Actions runner
 *
 * @param command - The command name to issue
 * @param properties - Additional properties for the command (key-value pairs)
 * @param message - The message to include with the command
 * @remarks
 * This function outputs a specially formatted string to stdout that the Actions
 * runner interprets as a command. These commands can control workflow behavior,
 * set outputs, create annotations, mask values, and more.
 *
 * Command Format:
 *   ::name key=value,key=value::message
 *
 * @example
 * ```typescript
 * // Issue a warning annotation
 * issueCommand('warning', {}, 'This is a warning message');
 * // Output: ::warning::This is a warning message
 *
 * // Set an environment variable
 * issueCommand('set-env', { name: 'MY_VAR' }, 'some value');
 * // Output: ::set-env name=MY_VAR::some value
 *
 * // Add a secret mask
 * issueCommand('add-mask', {}, 'secretValue123');
 * // Output: ::add-mask::secretValue123
 * ```
 *
 * @internal
 * This is an internal utility function that powers the public API functions
 * such as setSecret, warning, error, and exportVariable.
 */
function command_issueCommand(command, properties, message) {
    const cmd = new Command(command, properties, message);
    process.stdout.write(cmd.toString() + external_os_.EOL);
}
function command_issue(name, message = '') {
    command_issueCommand(name, {}, message);
}
const CMD_STRING = '::';
class Command {
    constructor(command, properties, message) {
        if (!command) {
            command = 'missing.command';
        }
        this.command = command;
        this.properties = properties;
        this.message = message;
    }
    toString() {
        let cmdStr = CMD_STRING + this.command;
        if (this.properties && Object.keys(this.properties).length > 0) {
            cmdStr += ' ';
            let first = true;
            for (const key in this.properties) {
                if (this.properties.hasOwnProperty(key)) {
                    const val = this.properties[key];
                    if (val) {
                        if (first) {
                            first = false;
                        }
                        else {
                            cmdStr += ',';
                        }
                        cmdStr += `${key}=${escapeProperty(val)}`;
                    }
                }
            }
        }
        cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
        return cmdStr;
    }
}
function escapeData(s) {
    return utils_toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A');
}
function escapeProperty(s) {
    return utils_toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A')
        .replace(/:/g, '%3A')
        .replace(/,/g, '%2C');
}
//# sourceMappingURL=command.js.map
// EXTERNAL MODULE: external "crypto"
var external_crypto_ = __nccwpck_require__(6982);
// EXTERNAL MODULE: external "fs"
var external_fs_ = __nccwpck_require__(9896);
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/file-command.js
// For internal use, subject to change.
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */




function file_command_issueFileCommand(command, message) {
    const filePath = process.env[`GITHUB_${command}`];
    if (!filePath) {
        throw new Error(`Unable to find environment variable for file command ${command}`);
    }
    if (!external_fs_.existsSync(filePath)) {
        throw new Error(`Missing file at path: ${filePath}`);
    }
    external_fs_.appendFileSync(filePath, `${utils_toCommandValue(message)}${external_os_.EOL}`, {
        encoding: 'utf8'
    });
}
function file_command_prepareKeyValueMessage(key, value) {
    const delimiter = `ghadelimiter_${external_crypto_.randomUUID()}`;
    const convertedValue = utils_toCommandValue(value);
    // These should realistically never happen, but just in case someone finds a
    // way to exploit uuid generation let's not allow keys or values that contain
    // the delimiter.
    if (key.includes(delimiter)) {
        throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
    }
    if (convertedValue.includes(delimiter)) {
        throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
    }
    return `${key}<<${delimiter}${external_os_.EOL}${convertedValue}${external_os_.EOL}${delimiter}`;
}
//# sourceMappingURL=file-command.js.map
// EXTERNAL MODULE: external "path"
var external_path_ = __nccwpck_require__(6928);
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/core.js
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};






/**
 * The code to exit an action
 */
var ExitCode;
(function (ExitCode) {
    /**
     * A code indicating that the action was successful
     */
    ExitCode[ExitCode["Success"] = 0] = "Success";
    /**
     * A code indicating that the action was a failure
     */
    ExitCode[ExitCode["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
//-----------------------------------------------------------------------
// Variables
//-----------------------------------------------------------------------
/**
 * Sets env variable for this action and future actions in the job
 * @param name the name of the variable to set
 * @param val the value of the variable. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function exportVariable(name, val) {
    const convertedVal = toCommandValue(val);
    process.env[name] = convertedVal;
    const filePath = process.env['GITHUB_ENV'] || '';
    if (filePath) {
        return issueFileCommand('ENV', prepareKeyValueMessage(name, val));
    }
    issueCommand('set-env', { name }, convertedVal);
}
/**
 * Registers a secret which will get masked from logs
 *
 * @param secret - Value of the secret to be masked
 * @remarks
 * This function instructs the Actions runner to mask the specified value in any
 * logs produced during the workflow run. Once registered, the secret value will
 * be replaced with asterisks (***) whenever it appears in console output, logs,
 * or error messages.
 *
 * This is useful for protecting sensitive information such as:
 * - API keys
 * - Access tokens
 * - Authentication credentials
 * - URL parameters containing signatures (SAS tokens)
 *
 * Note that masking only affects future logs; any previous appearances of the
 * secret in logs before calling this function will remain unmasked.
 *
 * @example
 * ```typescript
 * // Register an API token as a secret
 * const apiToken = "abc123xyz456";
 * setSecret(apiToken);
 *
 * // Now any logs containing this value will show *** instead
 * console.log(`Using token: ${apiToken}`); // Outputs: "Using token: ***"
 * ```
 */
function setSecret(secret) {
    command_issueCommand('add-mask', {}, secret);
}
/**
 * Prepends inputPath to the PATH (for this action and future actions)
 * @param inputPath
 */
function addPath(inputPath) {
    const filePath = process.env['GITHUB_PATH'] || '';
    if (filePath) {
        file_command_issueFileCommand('PATH', inputPath);
    }
    else {
        command_issueCommand('add-path', {}, inputPath);
    }
    process.env['PATH'] = `${inputPath}${external_path_.delimiter}${process.env['PATH']}`;
}
/**
 * Gets the value of an input.
 * Unless trimWhitespace is set to false in InputOptions, the value is also trimmed.
 * Returns an empty string if the value is not defined.
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   string
 */
function getInput(name, options) {
    const val = process.env[`INPUT_${name.replace(/ /g, '_').toUpperCase()}`] || '';
    if (options && options.required && !val) {
        throw new Error(`Input required and not supplied: ${name}`);
    }
    if (options && options.trimWhitespace === false) {
        return val;
    }
    return val.trim();
}
/**
 * Gets the values of an multiline input.  Each value is also trimmed.
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   string[]
 *
 */
function getMultilineInput(name, options) {
    const inputs = getInput(name, options)
        .split('\n')
        .filter(x => x !== '');
    if (options && options.trimWhitespace === false) {
        return inputs;
    }
    return inputs.map(input => input.trim());
}
/**
 * Gets the input value of the boolean type in the YAML 1.2 "core schema" specification.
 * Support boolean input list: `true | True | TRUE | false | False | FALSE` .
 * The return value is also in boolean type.
 * ref: https://yaml.org/spec/1.2/spec.html#id2804923
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   boolean
 */
function getBooleanInput(name, options) {
    const trueValue = ['true', 'True', 'TRUE'];
    const falseValue = ['false', 'False', 'FALSE'];
    const val = getInput(name, options);
    if (trueValue.includes(val))
        return true;
    if (falseValue.includes(val))
        return false;
    throw new TypeError(`Input does not meet YAML 1.2 "Core Schema" specification: ${name}\n` +
        `Support boolean input list: \`true | True | TRUE | false | False | FALSE\``);
}
/**
 * Sets the value of an output.
 *
 * @param     name     name of the output to set
 * @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function setOutput(name, value) {
    const filePath = process.env['GITHUB_OUTPUT'] || '';
    if (filePath) {
        return file_command_issueFileCommand('OUTPUT', file_command_prepareKeyValueMessage(name, value));
    }
    process.stdout.write(external_os_.EOL);
    command_issueCommand('set-output', { name }, utils_toCommandValue(value));
}
/**
 * Enables or disables the echoing of commands into stdout for the rest of the step.
 * Echoing is disabled by default if ACTIONS_STEP_DEBUG is not set.
 *
 */
function setCommandEcho(enabled) {
    issue('echo', enabled ? 'on' : 'off');
}
//-----------------------------------------------------------------------
// Results
//-----------------------------------------------------------------------
/**
 * Sets the action status to failed.
 * When the action exits it will be with an exit code of 1
 * @param message add error issue message
 */
function setFailed(message) {
    process.exitCode = ExitCode.Failure;
    error(message);
}
//-----------------------------------------------------------------------
// Logging Commands
//-----------------------------------------------------------------------
/**
 * Gets whether Actions Step Debug is on or not
 */
function isDebug() {
    return process.env['RUNNER_DEBUG'] === '1';
}
/**
 * Writes debug message to user log
 * @param message debug message
 */
function debug(message) {
    command_issueCommand('debug', {}, message);
}
/**
 * Adds an error issue
 * @param message error issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function error(message, properties = {}) {
    command_issueCommand('error', utils_toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Adds a warning issue
 * @param message warning issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function warning(message, properties = {}) {
    command_issueCommand('warning', utils_toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Adds a notice issue
 * @param message notice issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function notice(message, properties = {}) {
    issueCommand('notice', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Writes info to log with console.log.
 * @param message info message
 */
function info(message) {
    process.stdout.write(message + external_os_.EOL);
}
/**
 * Begin an output group.
 *
 * Output until the next `groupEnd` will be foldable in this group
 *
 * @param name The name of the output group
 */
function startGroup(name) {
    command_issue('group', name);
}
/**
 * End an output group.
 */
function endGroup() {
    command_issue('endgroup');
}
/**
 * Wrap an asynchronous function call in a group.
 *
 * Returns the same type as the function itself.
 *
 * @param name The name of the group
 * @param fn The function to wrap in the group
 */
function group(name, fn) {
    return __awaiter(this, void 0, void 0, function* () {
        startGroup(name);
        let result;
        try {
            result = yield fn();
        }
        finally {
            endGroup();
        }
        return result;
    });
}
//-----------------------------------------------------------------------
// Wrapper action state
//-----------------------------------------------------------------------
/**
 * Saves state for current action, the state can only be retrieved by this action's post job execution.
 *
 * @param     name     name of the state to store
 * @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function saveState(name, value) {
    const filePath = process.env['GITHUB_STATE'] || '';
    if (filePath) {
        return file_command_issueFileCommand('STATE', file_command_prepareKeyValueMessage(name, value));
    }
    command_issueCommand('save-state', { name }, utils_toCommandValue(value));
}
/**
 * Gets the value of an state set by this action's main execution.
 *
 * @param     name     name of the state to get
 * @returns   string
 */
function getState(name) {
    return process.env[`STATE_${name}`] || '';
}
function getIDToken(aud) {
    return __awaiter(this, void 0, void 0, function* () {
        return yield OidcClient.getIDToken(aud);
    });
}
/**
 * Summary exports
 */

/**
 * @deprecated use core.summary
 */

/**
 * Path exports
 */

/**
 * Platform utilities exports
 */

//# sourceMappingURL=core.js.map

/***/ }),

/***/ 5813:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
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

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId].call(module.exports, module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/create fake namespace object */
/******/ (() => {
/******/ 	var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 	var leafPrototypes;
/******/ 	// create a fake namespace object
/******/ 	// mode & 1: value is a module id, require it
/******/ 	// mode & 2: merge all properties of value into the ns
/******/ 	// mode & 4: return value when already ns object
/******/ 	// mode & 16: return value when it's Promise-like
/******/ 	// mode & 8|1: behave like require
/******/ 	__nccwpck_require__.t = function(value, mode) {
/******/ 		if(mode & 1) value = this(value);
/******/ 		if(mode & 8) return value;
/******/ 		if(typeof value === 'object' && value) {
/******/ 			if((mode & 4) && value.__esModule) return value;
/******/ 			if((mode & 16) && typeof value.then === 'function') return value;
/******/ 		}
/******/ 		var ns = Object.create(null);
/******/ 		__nccwpck_require__.r(ns);
/******/ 		var def = {};
/******/ 		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 		for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 		}
/******/ 		def['default'] = () => (value);
/******/ 		__nccwpck_require__.d(ns, def);
/******/ 		return ns;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return {"145":"tar-stream","435":"actions-http-client","653":"actions-cache","810":"actions-exec"}[chunkId] + ".js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
var __webpack_exports__ = {};

// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  rZ: () => (/* reexport */ runCommandLine),
  X7: () => (/* reexport */ runMainStep),
  Uc: () => (/* reexport */ runPostStep)
});

// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 3 modules
var core = __nccwpck_require__(950);
;// CONCATENATED MODULE: external "node:child_process"
const external_node_child_process_namespaceObject = new Proxy({}, { get: (_, key) => __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process")[key] });
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __nccwpck_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
;// CONCATENATED MODULE: ./lib/text/text.js
function sentence(text) {
    const trimmed = text.trimEnd();
    return /[.!?]$/.test(trimmed) ? trimmed : `${trimmed}.`;
}
const ESCAPE_SEQUENCE = /\u001b(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)?|[@-Z\\-_])/g;
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+/g;
function printable(text, limit = 300) {
    const flat = oneLine(text.slice(0, limit * 8))
        .replace(/ {2,}/g, ' ')
        .trim();
    return flat.length > limit ? wellFormed(`${flat.slice(0, limit - 1)}…`) : flat;
}
function oneLine(text) {
    const flat = text
        .replace(ESCAPE_SEQUENCE, ' ')
        .replace(CONTROL, ' ')
        .replace(/:{2,}/g, (run) => Array.from(run).join(' '))
        .replace(/##\[/g, '# # [');
    return wellFormed(flat);
}
function wellFormed(text) {
    return text.replace(/\p{Surrogate}/gu, '\ufffd');
}
function asMarkdown(text) {
    return asWholeMarkdown(printable(text, 600));
}
function asWholeMarkdown(text) {
    return oneLine(text).replace(/[|<>`\\*_[\]]/g, (letter) => `\\${letter}`);
}
function listed(names, most = 8, length = 60) {
    const shown = names.slice(0, most).map((name) => printable(name, length));
    const rest = names.length - shown.length;
    return rest > 0 ? `${shown.join(', ')} and ${rest} more` : shown.join(', ');
}
function shellWord(text) {
    return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
const PROGRAM = 'node dist/cli.js';
function formatBytes(bytes) {
    if (bytes < 1000)
        return `${bytes} B`;
    return bytes < 1000000 ? `${(bytes / 1000).toFixed(1)} kB` : `${(bytes / 1000000).toFixed(1)} MB`;
}
const LONGEST = 40;
const SWAP = 0.75;
function nearestWord(word, known) {
    if (word.length > LONGEST)
        return undefined;
    let best;
    for (const candidate of known) {
        if (candidate === word)
            return word;
        const allowed = Math.floor(Math.max(word.length, candidate.length) / 3);
        if (Math.abs(word.length - candidate.length) > allowed)
            continue;
        const edits = editsBetween(word, candidate);
        if (edits <= allowed && (best === undefined || edits < best.edits))
            best = { word: candidate, edits };
    }
    return best?.word;
}
function editsBetween(a, b) {
    let beforeLast = [];
    let last = Array.from({ length: b.length + 1 }, (_, column) => column);
    for (let row = 1; row <= a.length; row++) {
        const current = [row];
        for (let column = 1; column <= b.length; column++) {
            const same = a[row - 1] === b[column - 1];
            const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
            current.push(Math.min(at(last, column) + 1, at(current, column - 1) + 1, at(last, column - 1) + (same ? 0 : 1), swapped ? at(beforeLast, column - 2) + SWAP : Number.POSITIVE_INFINITY));
        }
        beforeLast = last;
        last = current;
    }
    return at(last, b.length);
}
function at(row, column) {
    return row[column];
}
const PROGRAM_VERSION = '1.0.0';
function linksOf(threads) {
    const place = (thread) => `https://github.com/${thread.replace('#', '/issues/').replace('!', '/pull/')}`;
    const words = threads.split(' ').filter((thread) => thread !== '');
    return words.map((thread) => (thread.startsWith('https:') ? thread : place(thread)));
}

;// CONCATENATED MODULE: ./lib/text/problem.js

const EXIT_CODES = { unproven: 1, input: 2, host: 3 };
class SetupProblem extends Error {
    id;
    kind;
    what;
    reason;
    remedy;
    constructor(text, options) {
        super(`Cannot ${text.what}: ${sentence(text.cause)} ${sentence(text.remedy)}`, options);
        this.name = 'SetupProblem';
        this.id = text.id;
        this.kind = text.kind;
        this.what = text.what;
        this.reason = text.cause;
        this.remedy = text.remedy;
    }
    get exitCode() {
        return EXIT_CODES[this.kind];
    }
}
function wrapProblem(thrown, what, otherwise) {
    const first = problemIn(thrown);
    if (first === undefined)
        return new SetupProblem({ ...otherwise, what, cause: reasonOf(thrown) }, { cause: thrown });
    const { id, kind, remedy, reason } = first;
    const cause = first.what === what ? reason : `cannot ${first.what}: ${reason}`;
    return new SetupProblem({ id, kind, remedy, what, cause }, { cause: thrown });
}
function problemIn(thrown) {
    const seen = new Set();
    for (let each = thrown; each instanceof Error && !seen.has(each); each = each.cause) {
        if (each instanceof SetupProblem)
            return each;
        seen.add(each);
    }
    return undefined;
}
function reasonOf(thrown) {
    return printable(thrown instanceof Error ? thrown.message : String(thrown));
}
function errnoOf(thrown) {
    if (thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'string')
        return thrown.code;
    return undefined;
}
function orUndefined(read) {
    try {
        return read();
    }
    catch {
        return undefined;
    }
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
;// CONCATENATED MODULE: ./lib/host/files.js



function hashFile(path) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    readPieces(path, (piece) => hash.update(piece), false);
    return hash.digest('hex');
}
function writeAll(fd, bytes) {
    for (let done = 0; done < bytes.length;)
        done += external_node_fs_.writeSync(fd, bytes, done);
}
function writeWhole(path, bytes, draft = `${path}.new`, mode = 0o644) {
    external_node_fs_.rmSync(draft, { force: true });
    try {
        external_node_fs_.writeFileSync(draft, bytes, { flag: 'wx' });
        external_node_fs_.chmodSync(draft, mode);
        external_node_fs_.renameSync(draft, path);
    }
    catch (thrown) {
        external_node_fs_.rmSync(draft, { force: true });
        throw thrown;
    }
}
function removeForgotten(parent, prefix, ageMs, now) {
    for (const name of external_node_fs_.readdirSync(parent).filter((each) => each.startsWith(prefix))) {
        const path = (0,external_node_path_.join)(parent, name);
        const found = external_node_fs_.lstatSync(path, { throwIfNoEntry: false });
        if (found !== undefined && now - found.mtimeMs > ageMs)
            external_node_fs_.rmSync(path, { recursive: true, force: true });
    }
}
const PIECE = 256 * 1024;
function readPieces(path, look, follow = true) {
    const fd = external_node_fs_.openSync(path, external_node_fs_.constants.O_RDONLY | (follow ? 0 : external_node_fs_.constants.O_NOFOLLOW));
    try {
        const piece = Buffer.allocUnsafe(PIECE);
        for (;;) {
            const count = external_node_fs_.readSync(fd, piece, 0, PIECE, null);
            if (count === 0)
                break;
            look(piece.subarray(0, count));
        }
    }
    finally {
        external_node_fs_.closeSync(fd);
    }
}

;// CONCATENATED MODULE: ./lib/host/host.js






const TEXT_LIMIT = 1024 * 1024;
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
        nodeArch: (0,external_node_os_.arch)(),
        endian: (0,external_node_os_.endianness)() === 'BE' ? 'big' : 'little',
        kernelRelease: (0,external_node_os_.release)(),
        nodeVersion: process.version,
        node: process.execPath,
        cpus: (0,external_node_os_.availableParallelism)(),
        readText: (path) => new TextDecoder().decode(readStart(path, TEXT_LIMIT)),
        readBytes: readStart,
        readPieces: (path, look) => readPieces(path, look),
        list: listUnsorted,
        stat,
        fileSystemType: (path) => orUndefined(() => external_node_fs_.statfsSync(path).type),
        freeBytes: (path) => orUndefined(() => freeBytes(path)),
        realPath: (path) => orUndefined(() => external_node_fs_.realpathSync(path)),
        writeKernel,
        makeTemporary: (prefix, parent) => external_node_fs_.mkdtempSync((0,external_node_path_.join)(parent ?? (0,external_node_os_.tmpdir)(), prefix)),
        makeFolder: (path, mode) => {
            external_node_fs_.mkdirSync(path, { recursive: true });
            if (mode !== undefined)
                external_node_fs_.chmodSync(path, mode);
        },
        makeMode: (path, mode) => external_node_fs_.chmodSync(path, mode),
        isWritable: (path) => canAccess(path, external_node_fs_.constants.W_OK | external_node_fs_.constants.X_OK),
        readable: (path) => orUndefined(() => readStart(path, 1)) !== undefined,
        writeFile: (path, bytes, mode) => writeWhole(path, bytes, undefined, mode),
        appendDurably,
        remove: (path) => external_node_fs_.rmSync(path, { recursive: true, force: true }),
        open: (path) => {
            const fd = external_node_fs_.openSync(path, external_node_fs_.constants.O_RDONLY);
            return { fd, close: () => external_node_fs_.closeSync(fd) };
        },
        which: (program) => which(program, process.env.PATH ?? ''),
        run,
    };
}
function readStart(path, length) {
    const fd = external_node_fs_.openSync(path, external_node_fs_.constants.O_RDONLY);
    try {
        const chunks = [];
        let total = 0;
        while (total < length) {
            const chunk = new Uint8Array(Math.min(total < 4096 ? 4096 : 65_536, length - total));
            const count = external_node_fs_.readSync(fd, chunk, 0, chunk.length, null);
            if (count === 0)
                break;
            chunks.push(chunk.subarray(0, count));
            total += count;
        }
        return Buffer.concat(chunks, total);
    }
    finally {
        external_node_fs_.closeSync(fd);
    }
}
function listUnsorted(path) {
    const folder = external_node_fs_.opendirSync(path);
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
    return orUndefined(() => {
        const found = follow ? external_node_fs_.statSync(path) : external_node_fs_.lstatSync(path);
        return {
            kind: found.isFile()
                ? 'file'
                : found.isDirectory()
                    ? 'folder'
                    : found.isSymbolicLink()
                        ? 'link'
                        : 'other',
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
    const { bavail, bsize } = external_node_fs_.statfsSync(path);
    return bavail * bsize;
}
function writeKernel(path, text) {
    const fd = external_node_fs_.openSync(path, external_node_fs_.constants.O_WRONLY);
    try {
        external_node_fs_.writeSync(fd, text);
    }
    finally {
        external_node_fs_.closeSync(fd);
    }
}
function appendDurably(path, text) {
    const fd = external_node_fs_.openSync(path, 'a', 0o600);
    try {
        external_node_fs_.writeSync(fd, text);
        external_node_fs_.fsyncSync(fd);
    }
    finally {
        external_node_fs_.closeSync(fd);
    }
}
function which(program, searchPath) {
    if (program.includes('/'))
        return isExecutable(program) ? program : undefined;
    const folders = searchPath.split(external_node_path_.delimiter).filter((folder) => folder.startsWith('/'));
    for (const folder of new Set([...folders, ...SYSTEM_FOLDERS])) {
        const path = (0,external_node_path_.join)(folder, program);
        if (isExecutable(path))
            return path;
    }
    return undefined;
}
function isExecutable(path) {
    return canAccess(path, external_node_fs_.constants.X_OK) && stat(path)?.kind === 'file';
}
function canAccess(path, mode) {
    return orUndefined(() => external_node_fs_.accessSync(path, mode) === undefined) ?? false;
}
async function run(command, inherit = []) {
    try {
        return await runToEnd(command, inherit);
    }
    catch (thrown) {
        const error = errnoOf(thrown) ?? 'EUNKNOWN';
        return { code: null, signal: null, stdout: '', stderr: '', timedOut: false, error, ms: 0 };
    }
}
function runToEnd(command, inherit) {
    const started = now();
    const maxBytes = command.maxBytes ?? TEXT_LIMIT;
    return new Promise((resolve) => {
        const child = (0,external_node_child_process_namespaceObject.spawn)(command.file, command.args, {
            env: command.env ?? process.env,
            cwd: command.cwd,
            stdio: [
                command.stdin === undefined ? 'ignore' : 'pipe',
                'pipe',
                'pipe',
                ...inherit.map(({ fd }) => fd),
            ],
            detached: true,
        });
        const stdout = collect(child.stdout, maxBytes);
        const stderr = collect(child.stderr, maxBytes);
        let timedOut = false;
        let error;
        const timer = setTimeout(() => {
            timedOut = true;
            endGroup(child.pid, 'SIGKILL');
            child.stdout?.destroy();
            child.stderr?.destroy();
        }, command.timeoutMs);
        child.on('error', (problem) => {
            error = 'code' in problem && typeof problem.code === 'string' ? problem.code : 'EUNKNOWN';
            if (child.pid === undefined)
                finish(null, null);
        });
        child.on('close', finish);
        child.stdin?.on('error', () => undefined);
        child.stdin?.end(command.stdin);
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
function endGroup(pid, signal) {
    if (pid === undefined)
        return;
    try {
        process.kill(-pid, signal);
    }
    catch {
    }
}

;// CONCATENATED MODULE: ./lib/platform/elf.js
const TRIAL_TAG = 0x5a;
const EI_PAD = 9;
const ET_EXEC = 2;
const ET_DYN = 3;
const PT_LOAD = 1;
const PT_INTERP = 3;
const READ_AND_EXECUTE = 5;
const BASE_ADDRESS = 0x400000;
const LARGEST_PAGE = 0x10000;
function headersOf(elf, options = {}) {
    return buildProgram(elf, '', options);
}
function buildProgram(elf, code, options = {}) {
    const { bits, endian, machine, flags } = elf;
    const layout = LAYOUTS[bits];
    const headers = layout.header + layout.segment;
    const size = headers + code.length / 2;
    const base = options.pie === true ? 0 : BASE_ADDRESS;
    const bytes = new Uint8Array(size);
    const write = fieldWriter(bytes, bits, endian);
    bytes.set([0x7f, 0x45, 0x4c, 0x46, bits === 64 ? 2 : 1, endian === 'little' ? 1 : 2, 1]);
    bytes[EI_PAD] = options.tag ?? 0;
    write.half(16, options.pie === true ? ET_DYN : ET_EXEC);
    write.half(18, machine);
    write.word(20, 1);
    write.address(layout.entry, base + headers);
    write.address(layout.segments, layout.header);
    write.word(layout.flags, flags);
    write.half(layout.headerSize, layout.header);
    write.half(layout.segmentSize, layout.segment);
    write.half(layout.segmentCount, 1);
    const segment = layout.header;
    write.word(segment, PT_LOAD);
    write.word(segment + layout.permissions, READ_AND_EXECUTE);
    write.address(segment + layout.virtual, base);
    write.address(segment + layout.physical, base);
    write.address(segment + layout.fileSize, size);
    write.address(segment + layout.memorySize, size);
    write.address(segment + layout.align, LARGEST_PAGE);
    bytes.set(Buffer.from(code, 'hex'), headers);
    return bytes;
}
function trialMagic(target) {
    const put = (hex, value) => hex.slice(0, EI_PAD * 2) + value.toString(16) + hex.slice(EI_PAD * 2 + 2);
    return { magic: put(target.magic, TRIAL_TAG), mask: put(target.mask, 0xff) };
}
function readElf(bytes) {
    const [m0, m1, m2, m3, elfClass, data] = bytes;
    if (m0 !== 0x7f || m1 !== 0x45 || m2 !== 0x4c || m3 !== 0x46)
        return undefined;
    if ((elfClass !== 1 && elfClass !== 2) || (data !== 1 && data !== 2))
        return undefined;
    const bits = elfClass === 2 ? 64 : 32;
    const layout = LAYOUTS[bits];
    if (bytes.length < layout.header)
        return undefined;
    const little = data === 1;
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const segments = bits === 64
        ? Number(view.getBigUint64(layout.segments, little))
        : view.getUint32(layout.segments, little);
    const count = view.getUint16(layout.segmentCount, little);
    const sizeKnown = count === 0 || view.getUint16(layout.segmentSize, little) === layout.segment;
    const inside = sizeKnown ? Math.max(0, Math.floor((bytes.length - segments) / layout.segment)) : 0;
    let interpreter = false;
    for (let index = 0; index < Math.min(count, inside); index++) {
        if (view.getUint32(segments + index * layout.segment, little) === PT_INTERP)
            interpreter = true;
    }
    return {
        bits,
        endian: little ? 'little' : 'big',
        machine: view.getUint16(18, little),
        type: view.getUint16(16, little),
        osabi: view.getUint8(7),
        flags: view.getUint32(layout.flags, little),
        interpreter,
        complete: inside >= count,
    };
}
const LAYOUTS = {
    32: {
        header: 52,
        entry: 24,
        segments: 28,
        flags: 36,
        headerSize: 40,
        segmentSize: 42,
        segmentCount: 44,
        segment: 32,
        virtual: 8,
        physical: 12,
        fileSize: 16,
        memorySize: 20,
        permissions: 24,
        align: 28,
    },
    64: {
        header: 64,
        entry: 24,
        segments: 32,
        flags: 48,
        headerSize: 52,
        segmentSize: 54,
        segmentCount: 56,
        segment: 56,
        permissions: 4,
        virtual: 16,
        physical: 24,
        fileSize: 32,
        memorySize: 40,
        align: 48,
    },
};
function fieldWriter(bytes, bits, endian) {
    const view = new DataView(bytes.buffer);
    const little = endian === 'little';
    const word = (offset, value) => view.setUint32(offset, value, little);
    return {
        half: (offset, value) => view.setUint16(offset, value, little),
        word,
        address: (offset, value) => bits === 64 ? view.setBigUint64(offset, BigInt(value), little) : word(offset, value),
    };
}

;// CONCATENATED MODULE: ./lib/text/parse.js
function parseJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
function parseObject(text) {
    const value = parseJson(text);
    return isObject(value) ? value : undefined;
}
function parseList(text, isItem) {
    const value = parseJson(text ?? '');
    return Array.isArray(value) ? value.filter(isItem) : [];
}
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function isRunId(text) {
    return (typeof text === 'string' && /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(text));
}
function isLoopback(hostAndPort) {
    const host = hostAndPort.replace(/:\d+$/, '').toLowerCase();
    return host === 'localhost' || host === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(host);
}

;// CONCATENATED MODULE: ./lib/binfmt/entry.js


const TABLE_PATH = '/proc/sys/fs/binfmt_misc';
const BINFMTFS_MAGIC = 0x42494e4d;
const HEADER_BYTES = 256;
const REGISTER_LIMIT = 1920;
function parseStatus(text) {
    const word = text.trim();
    return word === 'enabled' || word === 'disabled' ? word : undefined;
}
function parseEntry(name, text) {
    let enabled;
    let interpreter;
    let flags;
    let ambiguous = false;
    let offset = 0;
    let magic;
    let mask;
    let extension;
    const unknown = [];
    for (const line of text.split('\n')) {
        const [, word = '', rest = ''] = /^(\S+) ?(.*)$/s.exec(line) ?? [];
        if (enabled === undefined && (line === 'enabled' || line === 'disabled'))
            enabled = line === 'enabled';
        else if (word === 'interpreter' && rest !== '' && interpreter === undefined)
            interpreter = rest;
        else if (word === 'flags:') {
            if (flags !== undefined)
                unknown.push(line);
            ambiguous = flags !== undefined;
            flags ??= rest.trim();
        }
        else if (flags === undefined)
            unknown.push(line);
        else if (word === 'offset' && /^\d{1,9}$/.test(rest))
            offset = Number(rest);
        else if (word === 'magic' && isHex(rest))
            magic = rest;
        else if (word === 'mask' && isHex(rest))
            mask = rest;
        else if (word === 'extension' && extension === undefined && rest.startsWith('.'))
            extension = rest.slice(1);
        else
            unknown.push(line);
    }
    return {
        name,
        enabled: enabled ?? false,
        interpreter,
        flags: flags ?? '',
        match: ambiguous ? { kind: 'unknown' } : matchOf(magic, mask, offset, extension),
        unknown: unknown.filter((line) => line !== ''),
        text,
    };
}
function matchOf(magic, mask, offset, extension) {
    if (extension !== undefined)
        return { kind: 'extension', extension };
    if (magic === undefined || (mask !== undefined && mask.length !== magic.length))
        return { kind: 'unknown' };
    return { kind: 'magic', offset, magic, mask };
}
function isHex(text) {
    return (text.length > 0 && text.length % 2 === 0 && text.length <= 2 * HEADER_BYTES && /^[0-9a-f]+$/.test(text));
}
function entryNameProblem(name) {
    if (name === 'status' || name === 'register')
        return 'the kernel uses this name itself';
    if (name === '.' || name === '..')
        return 'it is a folder';
    if (!/^[A-Za-z0-9._+-]{1,255}$/.test(name))
        return 'only letters, digits and . _ + - are allowed';
    return undefined;
}
function flagSet(flags) {
    const letters = new Set(flags);
    if (letters.has('C'))
        letters.add('O');
    return [...letters].sort().join('');
}
function sameMagic(a, b) {
    return a.offset === b.offset && a.magic === b.magic && fullMask(a) === fullMask(b);
}
function fullMask(magic) {
    return magic.mask ?? 'f'.repeat(magic.magic.length);
}
function matchesHeader(magic, header) {
    const { offset, magic: value, mask } = magic;
    const length = value.length / 2;
    if (offset + length > HEADER_BYTES)
        return false;
    for (let index = 0; index < length; index++) {
        const differs = (header[offset + index] ?? 0) ^ byteAt(value, index);
        if ((differs & (mask === undefined ? 0xff : byteAt(mask, index))) !== 0)
            return false;
    }
    return true;
}
function byteAt(hex, index) {
    return (digitAt(hex, 2 * index) << 4) | digitAt(hex, 2 * index + 1);
}
function digitAt(hex, index) {
    const code = hex.charCodeAt(index);
    return (code & 0xf) + (code > 0x39 ? 9 : 0);
}
function overlaps(a, b) {
    const [left, right] = [spread(a), spread(b)];
    return left.value.every((byte, index) => {
        const both = left.mask[index] & right.mask[index];
        return ((byte ^ right.value[index]) & both) === 0;
    });
}
function spread(magic) {
    const value = new Uint8Array(HEADER_BYTES);
    const mask = new Uint8Array(HEADER_BYTES);
    if (magic.offset < HEADER_BYTES) {
        value.set(bytesOf(magic.magic).subarray(0, HEADER_BYTES - magic.offset), magic.offset);
        mask.set(bytesOf(fullMask(magic)).subarray(0, HEADER_BYTES - magic.offset), magic.offset);
    }
    return { value, mask };
}
function bytesOf(hex) {
    return Buffer.from(hex, 'hex');
}
function explainErrno(step, errno) {
    return ERRNO_SENTENCES[step][errno] ?? `the kernel answered ${errno}`;
}
const ERRNO_SENTENCES = {
    register: {
        EINVAL: 'the kernel refused the line: too long, or a flag that this kernel does not know (EINVAL)',
        EEXIST: 'an entry of this name exists already (EEXIST)',
        ENOENT: 'the interpreter does not exist where the kernel looks for it (ENOENT)',
        EACCES: 'the interpreter is not executable, or lies on a file system mounted noexec (EACCES)',
        ETXTBSY: 'the interpreter is open for writing (ETXTBSY)',
        ENAMETOOLONG: 'the name or the path of the interpreter is too long (ENAMETOOLONG)',
        EROFS: 'the table is mounted read-only (EROFS)',
        EPERM: 'this process may not register here (EPERM)',
        ENOMEM: 'the kernel is out of memory (ENOMEM)',
        ELOOP: 'the path of the interpreter has too many links (ELOOP)',
    },
    switch: {
        ENOENT: 'the entry is gone (ENOENT)',
        EACCES: 'only the owner of the table may change an entry, and this process is not root (EACCES)',
        EPERM: 'this process may not change entries here (EPERM)',
        EROFS: 'the table is mounted read-only (EROFS)',
        EINVAL: 'the kernel does not know this command (EINVAL)',
    },
};
function isName(value) {
    return (typeof value === 'string' && value.length <= 255 && !/^(?:|\.|\.\.|status|register)$|[/\0]/.test(value));
}
function pin({ name, text }) {
    return { name, text };
}
function claimants(entries, target) {
    const header = headersOf(target.elf);
    return entries.filter((entry) => entry.match.kind === 'magic' && matchesHeader(entry.match, header));
}
function answering(entries, target) {
    return claimants(entries, target).find(({ enabled }) => enabled);
}
function isPinned(value) {
    return isObject(value) && isName(value.name) && typeof value.text === 'string';
}
function isQemuEntry({ name }) {
    return /^(?:qemu-|setup-binfmt-(?:trial|undo)-)/.test(name);
}

;// CONCATENATED MODULE: ./lib/platform/platforms.js

const SYSTEM = 'linux';
const EM_MIPS = 8;
const MIPS_N32 = 0x20;
const ARM_VARIANTS = new Map([
    ['armhf', 'v7'],
    ['armel', 'v6'],
    ['armv5', 'v5'],
    ['armv5l', 'v5'],
    ['armv5tel', 'v5'],
    ['armv5tejl', 'v5'],
    ['armv6', 'v6'],
    ['armv6l', 'v6'],
    ['armv7', 'v7'],
    ['armv7a', 'v7'],
    ['armv7l', 'v7'],
    ['armv7hl', 'v7'],
    ['armv8l', 'v7'],
    ['arm32', 'v7'],
    ['arm32v5', 'v5'],
    ['arm32v6', 'v6'],
    ['arm32v7', 'v7'],
]);
const TARGETS = [
    target('amd64', 'x86_64', 64, 'little', 62, 0, 'x86-64 x64'),
    target('arm64', 'aarch64', 64, 'little', 183, 0, 'arm64v8 armv8'),
    target('riscv64', 'riscv64', 64, 'little', 243, 0, 'riscv64gc'),
    target('ppc64le', 'ppc64le', 64, 'little', 21, 0x2, 'ppc64el powerpc64le powerpc64el'),
    target('s390x', 's390x', 64, 'big', 22, 0),
    target('386', 'i386', 32, 'little', 3, 0, 'i486 i586 i686 x86 ia32'),
    target('mips64le', 'mips64el', 64, 'little', 8, 0x60000000),
    target('mips64', 'mips64', 64, 'big', 8, 0x60000000),
    target('loong64', 'loongarch64', 64, 'little', 258, 0x43),
    target('arm', 'arm', 32, 'little', 40, 0x5000000, Array.from(ARM_VARIANTS.keys()).join(' ')),
    target('arm64be', 'aarch64_be', 64, 'big', 183, 0),
    target('armbe', 'armeb', 32, 'big', 40, 0x5800000, 'armv7b'),
    target('riscv32', 'riscv32', 32, 'little', 243, 0),
    target('ppc64', 'ppc64', 64, 'big', 21, 0x2, 'powerpc64'),
    target('ppc', 'ppc', 32, 'big', 20, 0, 'powerpc'),
    target('mips', 'mips', 32, 'big', 8, 0x50001000),
    target('mipsle', 'mipsel', 32, 'little', 8, 0x50001000),
    target('mips64p32', 'mipsn32', 32, 'big', 8, 0x60000020),
    target('mips64p32le', 'mipsn32el', 32, 'little', 8, 0x60000020),
    target('sparc64', 'sparc64', 64, 'big', 43, 0),
    target('sparc', 'sparc', 32, 'big', 2, 0),
    target('sparc32plus', 'sparc32plus', 32, 'big', 18, 0x100),
    target('m68k', 'm68k', 32, 'big', 4, 0),
    target('sh4', 'sh4', 32, 'little', 42, 0x9),
    target('sh4eb', 'sh4eb', 32, 'big', 42, 0x9),
    target('alpha', 'alpha', 64, 'little', 0x9026, 0),
    target('hppa', 'hppa', 32, 'big', 15, 0x210, 'parisc'),
    target('hexagon', 'hexagon', 32, 'little', 164, 0x67),
    target('xtensa', 'xtensa', 32, 'little', 94, 0x300),
    target('xtensaeb', 'xtensaeb', 32, 'big', 94, 0x300),
    target('cris', 'cris', 32, 'little', 76, 0),
    target('microblaze', 'microblaze', 32, 'big', 0xbaab, 0),
    target('microblazeel', 'microblazeel', 32, 'little', 0xbaab, 0),
    target('nios2', 'nios2', 32, 'little', 113, 0),
    target('or1k', 'or1k', 32, 'big', 92, 0, 'openrisc'),
];
const CONTAINER_ARCHITECTURES = TARGETS.slice(0, 10).map(({ arch }) => arch);
const BY_ARCHITECTURE = new Map(TARGETS.map((each) => [each.arch, each]));
const WORDS = new Map([
    ...TARGETS.map(({ arch }) => [arch, arch]),
    ...TARGETS.flatMap(({ arch, aliases }) => aliases.map((alias) => [alias, arch])),
]);
function target(arch, qemu, bits, endian, machine, flags, otherNames = '') {
    const names = [qemu, ...otherNames.split(' ')].filter((name) => name !== arch && name !== '');
    const elf = { bits, endian, machine, flags };
    return { arch, qemu, elf, aliases: names, offset: 0, ...identify(elf) };
}
function identify(elf) {
    const { bits, endian, machine, flags } = elf;
    const number = (value, bytes) => {
        const digits = value.toString(16).padStart(bytes * 2, '0');
        return endian === 'big' ? digits : digits.match(/../g).reverse().join('');
    };
    const ident = `7f454c46${bits === 64 ? '02' : '01'}${endian === 'little' ? '01' : '02'}01${'00'.repeat(9)}`;
    const magic = ident + number(2, 2) + number(machine, 2);
    const mask = 'ff'.repeat(7) + '00'.repeat(9) + number(0xfffe, 2) + number(0xffff, 2);
    if (machine !== EM_MIPS || bits === 64)
        return { magic, mask };
    const addresses = '00'.repeat(12);
    return {
        magic: magic + number(1, 4) + addresses + number(flags & MIPS_N32, 4),
        mask: mask + number(0xffffffff, 4) + addresses + number(MIPS_N32, 4),
    };
}
function qemuName({ qemu }) {
    return `qemu-${qemu}`;
}
function targetOf(arch) {
    return BY_ARCHITECTURE.get(arch);
}
function targetsOf(architectures) {
    return [...new Set(architectures)].flatMap((arch) => targetOf(arch) ?? []);
}
function parsePlatform(text) {
    const parts = text.toLowerCase().split('/');
    const [first = ''] = parts;
    const hasSystem = parts.length > 1 && (first === SYSTEM || knownWord(first) === undefined);
    const [word = '', variant, ...rest] = hasSystem ? parts.slice(1) : parts;
    const system = hasSystem ? first : SYSTEM;
    const known = knownWord(word);
    if (known === undefined || rest.length > 0 || nearestWord(system, [SYSTEM]) === undefined) {
        return { unknown: text };
    }
    const [name, arch] = known;
    const implied = ARM_VARIANTS.get(name);
    const platform = name === word && system === SYSTEM ? normalise(arch, implied ?? variant) : undefined;
    return platform ?? { unknown: text, nearest: formatPlatform({ arch, variant: variantFor(arch, implied) }) };
}
function architectureNamed(word) {
    return WORDS.get(word);
}
function knownWord(word) {
    const name = WORDS.has(word) ? word : nearestWord(word, WORDS.keys());
    const arch = name === undefined ? undefined : WORDS.get(name);
    return name === undefined || arch === undefined ? undefined : [name, arch];
}
function normalise(arch, variant) {
    if (variant === undefined || arch === '386')
        return { arch, variant: variantFor(arch, undefined) };
    const number = /^v?([1-9](?:\.[0-9])?)$/.exec(variant)?.[1]?.replace('.0', '');
    if (number === undefined || VARIANTS.get(arch)?.test(number) !== true)
        return undefined;
    return { arch, variant: variantFor(arch, `v${number}`) };
}
const VARIANTS = new Map([
    ['amd64', /^[1-4]$/],
    ['arm', /^[5-8]$/],
    ['arm64', /^(?:8(?:\.[1-9])?|9(?:\.[1-7])?)$/],
]);
function variantFor(arch, variant) {
    const written = arch === 'arm' ? (variant ?? 'v7') : variant;
    const isBase = (arch === 'amd64' && written === 'v1') || (arch === 'arm64' && written === 'v8');
    return isBase ? undefined : written;
}
function formatPlatform({ arch, variant }) {
    return variant === undefined ? `${SYSTEM}/${arch}` : `${SYSTEM}/${arch}/${variant}`;
}
function slugOf(platform) {
    return formatPlatform(platform).replaceAll('/', '-');
}
function platformsOf(arch, level = 1) {
    if (arch === 'arm')
        return ['v7', 'v6'].map((variant) => ({ arch, variant }));
    if (arch !== 'amd64')
        return [{ arch }];
    return [{ arch }, ...['v2', 'v3', 'v4'].slice(0, level - 1).map((variant) => ({ arch, variant }))];
}
const NODE_NAMES = new Map([
    ['x64', { little: 'amd64', big: 'amd64' }],
    ['ia32', { little: '386', big: '386' }],
    ['arm', { little: 'arm', big: 'armbe' }],
    ['arm64', { little: 'arm64', big: 'arm64be' }],
    ['ppc64', { little: 'ppc64le', big: 'ppc64' }],
    ['mipsel', { little: 'mipsle', big: 'mipsle' }],
    ['mips64el', { little: 'mips64le', big: 'mips64le' }],
]);
function nativeArchitecture(nodeArch, endian) {
    const known = NODE_NAMES.get(nodeArch)?.[endian];
    return known ?? BY_ARCHITECTURE.get(nodeArch)?.arch;
}
const COMPATIBLE = {
    amd64: ['386'],
    arm64: ['arm'],
    riscv64: ['riscv32'],
    ppc64: ['ppc'],
    mips64: ['mips', 'mips64p32'],
    mips64le: ['mipsle', 'mips64p32le'],
    sparc64: ['sparc', 'sparc32plus'],
};
function mayRunNatively(host, arch) {
    return host !== undefined && (host === arch || (COMPATIBLE[host]?.includes(arch) ?? false));
}

;// CONCATENATED MODULE: ./lib/binfmt/rule.js





const ELF_OSABI = 7;
const ELF_OSABI_GNU = 3;
const SCRIPTS = [
    '#!',
    ...['/bin/sh', '/bin/bash', '/usr/bin/perl', '/usr/bin/python3', '/usr/bin/env '].flatMap((path) => [
        `#!${path}\n`,
        `#! ${path}\n`,
    ]),
];
const DELIMITERS = [':', '|', ',', ';', '%'];
function handlerRule(target, interpreter, flags) {
    const { offset, magic, mask } = target;
    return { name: qemuName(target), match: { kind: 'magic', offset, magic, mask }, interpreter, flags };
}
function ruleOfEntry(entry) {
    const { name, match, interpreter, flags, unknown } = entry;
    if (match.kind === 'unknown' || interpreter === undefined || unknown.length > 0)
        return undefined;
    return /^[POCF]*$/.test(flags) ? { name, match, interpreter, flags } : undefined;
}
function isRuleOf(rule, entry) {
    const present = ruleOfEntry(entry);
    return (present !== undefined &&
        present.name === rule.name &&
        present.interpreter === rule.interpreter &&
        flagSet(present.flags) === flagSet(rule.flags) &&
        sameMatch(present.match, rule.match));
}
function sameMatch(a, b) {
    if (a.kind === 'extension' || b.kind === 'extension') {
        return a.kind === 'extension' && b.kind === 'extension' && a.extension === b.extension;
    }
    return sameMagic(a, b);
}
function stagingRule(rule) {
    return { ...rule, name: `${rule.name}.new` };
}
function standInRule(rule) {
    return { ...rule, name: `${rule.name}.keep` };
}
function isStaleHelper(helper, entry, recorded) {
    const left = ruleOfEntry(entry);
    if (left === undefined || left.name !== helper.name)
        return false;
    return sameMatch(left.match, helper.match) || recorded.some((rule) => isRuleOf(rule, entry));
}
function rulesOverlap(a, b) {
    if (a.kind === 'magic' && b.kind === 'magic')
        return overlaps(a, b);
    return a.kind !== b.kind || sameMatch(a, b);
}
function formatRule(rule) {
    const { name, match, interpreter, flags } = rule;
    const fields = match.kind === 'magic'
        ? [name, 'M', String(match.offset), escapeHex(match.magic), escapeHex(match.mask ?? ''), interpreter]
        : [name, 'E', '', match.extension, '', interpreter];
    const delimiter = DELIMITERS.find((letter) => fields.every((field) => !field.includes(letter))) ?? '\t';
    return ['', ...fields, flags].join(delimiter);
}
function escapeHex(hex) {
    return hex.replace(/../g, '\\x$&');
}
function parseRules(text, problems, parse = parseOwnRule) {
    const rules = [];
    for (const [index, raw] of text.split('\n').entries()) {
        const line = raw.trim();
        if (line === '' || /^[#;]/.test(line))
            continue;
        const parsed = parse(line);
        const found = Array.isArray(parsed) ? parsed : [];
        const rule = Array.isArray(parsed) ? undefined : parsed;
        if (rule !== undefined && rules.some(({ name }) => name === rule.name))
            found.push('its name occurs twice');
        problems.push(...found.map((problem) => `rules, line ${index + 1}: ${problem}`));
        if (rule !== undefined && found.length === 0)
            rules.push(rule);
    }
    return rules;
}
function parseRule(line) {
    const delimiter = line.charAt(0);
    if (!/^[^\w\s/\\.+-]$/.test(delimiter))
        return ['it does not begin with a delimiter such as ":"'];
    const fields = line.split(delimiter);
    if (fields.length !== 8) {
        return [
            `it has ${fields.length - 1} fields, and 7 is what it takes (:name:type:offset:magic:mask:interpreter:flags)`,
        ];
    }
    const [, name = '', type = '', offset = '', pattern = '', mask = '', interpreter = '', flags = ''] = fields;
    const problems = [];
    const fault = entryNameProblem(name);
    if (fault !== undefined)
        problems.push(`the name "${printable(name, 60)}" cannot be used: ${fault}`);
    if (!/^\/[^\0\n]*[^\0\n/]$/.test(interpreter))
        problems.push('its interpreter is not an absolute path');
    if (!/^[POCF]*$/.test(flags))
        problems.push(`its flags "${printable(flags, 20)}" are not among P, O, C and F`);
    const match = type === 'E' ? readExtension(pattern, problems) : readMagic(type, offset, pattern, mask, problems);
    const rule = { name, match, interpreter, flags };
    if (problems.length === 0 && new TextEncoder().encode(formatRule(rule)).length > REGISTER_LIMIT) {
        problems.push(`it is longer than the ${REGISTER_LIMIT} bytes that the kernel takes`);
    }
    return problems.length > 0 ? problems : rule;
}
function parseOwnRule(line) {
    const parsed = parseRule(line);
    const reserved = Array.isArray(parsed) ? undefined : reservedName(parsed.name);
    return reserved === undefined ? parsed : [reserved];
}
function reservedName(name) {
    const said = `the name "${name}" cannot be used:`;
    if (name.startsWith('qemu-'))
        return `${said} names that begin with qemu- are those of QEMU's handlers (to have one, ask for its platform)`;
    if (/^setup-binfmt-|\.(?:new|keep)$/.test(name))
        return `${said} names that begin with setup-binfmt-, or end in .new or .keep, are those of helper entries`;
    return undefined;
}
function ruleLineProblems(rule) {
    const parsed = parseOwnRule(formatRule(rule));
    return Array.isArray(parsed) ? parsed : [];
}
function readExtension(extension, problems) {
    if (!/^[^\0\s/.:]{1,64}$/.test(extension)) {
        problems.push('its extension must be 1 to 64 characters without a dot, a slash or a space');
    }
    return { kind: 'extension', extension };
}
function readMagic(type, offset, magic, mask, problems) {
    if (type !== 'M')
        problems.push(`its type "${printable(type, 20)}" is neither M nor E`);
    const decoded = decode(magic);
    const decodedMask = mask === '' ? undefined : decode(mask);
    const start = offset === '' ? 0 : Number(offset);
    if (!/^\d{0,3}$/.test(offset))
        problems.push('its offset is not a decimal number below 256');
    if (decoded === undefined || decoded === '')
        problems.push('its magic is empty, or holds a broken \\x escape');
    if (mask !== '' && decodedMask?.length !== decoded?.length) {
        problems.push('its mask is not as long as its magic');
    }
    if (start + (decoded?.length ?? 0) / 2 > HEADER_BYTES) {
        problems.push(`it looks beyond the ${HEADER_BYTES} bytes that the kernel reads`);
    }
    return {
        kind: 'magic',
        offset: start,
        magic: decoded ?? '',
        mask: decodedMask,
    };
}
function decode(text) {
    const bytes = [];
    for (const [part] of text.matchAll(/\\x[0-9a-fA-F]{2}|[\s\S]/gu)) {
        if (part.length === 4 && part.startsWith('\\x'))
            bytes.push(part.slice(2).toLowerCase());
        else
            bytes.push(...Array.from(new TextEncoder().encode(part), (byte) => byte.toString(16).padStart(2, '0')));
    }
    return /\\x(?![0-9a-fA-F]{2})/.test(text) ? undefined : bytes.join('');
}
function ruleProblems(rule, host, interpreter, programs) {
    const problems = [];
    const path = printable(rule.interpreter, 200);
    if (!interpreter.exists)
        problems.push(`its interpreter ${path} does not exist`);
    else if (!interpreter.executable)
        problems.push(`its interpreter ${path} is not an executable file`);
    const { match } = rule;
    const program = programs.find((one) => takes(match, one));
    const hits = program === undefined ? [] : [`it takes ${printable(program.path, 200)}, a program of this host`];
    if (match.kind === 'extension')
        return [...problems, ...hits];
    const taken = TARGETS.filter((target) => beginningsOf(target).some((header) => matchesHeader(match, header)));
    const native = taken.find(({ arch }) => mayRunNatively(host, arch));
    const machines = new Set(taken.map(({ elf }) => elf.machine));
    if (machines.size > 1)
        problems.push('its magic takes ELF programs of several architectures');
    else if (native !== undefined)
        problems.push(`its magic takes ${native.arch} programs, which this host runs itself`);
    else if (interpreter.exists && matchesHeader(match, interpreter.header)) {
        problems.push(`its magic takes its own interpreter ${path}, which could then never start`);
    }
    else if (takesScripts(match))
        problems.push('its magic takes scripts (#!), which the kernel runs itself');
    else
        problems.push(...hits);
    return problems;
}
function takes(match, { path, header }) {
    if (match.kind === 'extension')
        return path.endsWith(`.${match.extension}`);
    return header.length > 0 && matchesHeader(match, header);
}
function takesScripts(match) {
    const asked = new Uint8Array(HEADER_BYTES);
    asked.set(Buffer.from(match.magic, 'hex'), match.offset);
    const byMagic = new TextDecoder('latin1').decode(asked).startsWith('#!');
    return byMagic || SCRIPTS.some((line) => matchesHeader(match, new TextEncoder().encode(line)));
}
function beginningsOf(target) {
    return [false, true].flatMap((pie) => {
        const header = headersOf(target.elf, { pie });
        const gnu = Uint8Array.from(header);
        gnu[ELF_OSABI] = ELF_OSABI_GNU;
        return [header, gnu];
    });
}
function ruleFromJson(value) {
    if (!isObject(value) || !isObject(value.match) || !isName(value.name))
        return undefined;
    const { name, interpreter, flags } = value;
    const { kind, offset, magic, mask, extension } = value.match;
    if (typeof interpreter !== 'string' || typeof flags !== 'string')
        return undefined;
    const bytes = kind === 'extension'
        ? `extension .${String(extension)}\n`
        : `offset ${String(offset)}\nmagic ${String(magic)}\n${mask === undefined ? '' : `mask ${String(mask)}\n`}`;
    return ruleOfEntry(parseEntry(name, `enabled\ninterpreter ${interpreter}\nflags: ${flags}\n${bytes}`));
}
function flagsToTry(preserve, credentials) {
    const base = credentials ? 'OCF' : 'OF';
    return preserve ? [`P${base}`, base] : [base, `P${base}`];
}

;// CONCATENATED MODULE: ./lib/oci/reference.js

const DIGEST = /^sha256:[0-9a-f]{64}$/;
const TAG = /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$/;
const PATH_PART = /^[a-z0-9]+(?:(?:\.|_{1,2}|-+)[a-z0-9]+)*$/;
const HOST = /^(?:\[[0-9a-f:.]+\]|[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*)(?::(\d{1,5}))?$/i;
const NAME_LIMIT = 255;
function isDigest(text) {
    return DIGEST.test(text);
}
function parseImageReference(text) {
    const [name = '', digest, ...more] = text.split('@');
    if (more.length > 0)
        return { problem: 'holds more than one @' };
    if (digest !== undefined && !isDigest(digest)) {
        return { problem: 'has a digest that is not sha256: and 64 hex digits' };
    }
    const colon = name.lastIndexOf(':');
    const tagged = colon > name.lastIndexOf('/');
    const tag = tagged ? name.slice(colon + 1) : undefined;
    if (tag !== undefined && !TAG.test(tag))
        return { problem: 'has a tag that no registry accepts' };
    const split = splitRegistry(tagged ? name.slice(0, colon) : name);
    if ('problem' in split)
        return split;
    return { ...split, tag: tag ?? (digest === undefined ? 'latest' : undefined), digest };
}
function parseMirror(text) {
    const scheme = /^(https?):\/\//i.exec(text)?.[1]?.toLowerCase();
    const bare = text.replace(/^https?:\/\//i, '').replace(/\/+$/, '');
    const slash = bare.indexOf('/');
    const registry = (slash < 0 ? bare : bare.slice(0, slash)).toLowerCase();
    const prefix = slash < 0 ? '' : bare.slice(slash + 1);
    const problem = registryProblem(registry) ?? (prefix === '' ? undefined : pathProblem(prefix));
    if (problem !== undefined)
        return { problem };
    if (scheme === 'http' && !isLoopback(registry)) {
        return { problem: 'is plain http, which is for registries on this machine only' };
    }
    return { registry, prefix, secure: scheme === 'https' && isLoopback(registry) ? true : undefined };
}
function mirrored(reference, { registry, secure, prefix }) {
    const repository = prefix === '' ? reference.repository : `${prefix}/${reference.repository}`;
    return { ...reference, registry, repository, secure };
}
function formatImageReference(reference) {
    const tag = reference.tag === undefined ? '' : `:${reference.tag}`;
    const digest = reference.digest === undefined ? '' : `@${reference.digest}`;
    return `${reference.registry}/${reference.repository}${tag}${digest}`;
}
function registryOrigin({ registry, secure }) {
    if (registry === 'docker.io')
        return 'https://registry-1.docker.io';
    return `${isLoopback(registry) && secure !== true ? 'http' : 'https'}://${registry}`;
}
function splitRegistry(name) {
    const slash = name.indexOf('/');
    const first = slash < 0 ? '' : name.slice(0, slash);
    const named = first.includes('.') || first.includes(':') || first === 'localhost';
    const registry = named ? hubName(first.toLowerCase()) : 'docker.io';
    const path = named ? name.slice(slash + 1) : name;
    const repository = registry === 'docker.io' && !path.includes('/') ? `library/${path}` : path;
    const problem = registryProblem(registry) ?? pathProblem(repository);
    return problem === undefined ? { registry, repository } : { problem };
}
function hubName(registry) {
    return registry === 'index.docker.io' || registry === 'registry-1.docker.io' ? 'docker.io' : registry;
}
function registryProblem(registry) {
    const match = HOST.exec(registry);
    if (match === null)
        return 'names no valid registry host';
    const port = match[1];
    if (port !== undefined && (Number(port) < 1 || Number(port) > 65_535))
        return 'has a port beyond 65535';
    return undefined;
}
function pathProblem(path) {
    if (path.length > NAME_LIMIT)
        return `has a repository name of more than ${NAME_LIMIT} characters`;
    if (!path.split('/').every((part) => PATH_PART.test(part))) {
        return 'has a repository name that is not lower-case letters, digits and single . _ - between them';
    }
    return undefined;
}

;// CONCATENATED MODULE: ./lib/platform/runners.js


const BUILT_IN_RUNNERS = {
    default: 'ubuntu-24.04',
    prefixes: new Map([
        ['linux/arm64', 'ubuntu-24.04-arm'],
        ['linux/arm', 'ubuntu-24.04-arm'],
    ]),
};
function parseRunners(text) {
    const written = text.split(/[\r\n]+/).flatMap((line) => line.trim() || []);
    const [first] = written;
    if (first === undefined)
        return { runners: BUILT_IN_RUNNERS, problems: [] };
    const alone = written.length === 1 && (first.startsWith('[') || !first.includes('='));
    const lines = alone ? [`${DEFAULT}=${first}`] : written;
    const problems = [];
    const map = new Map();
    for (const line of lines) {
        const refuse = (problem) => void problems.push(`"${printable(line, 80)}": ${problem}`);
        const rule = parseRunnerRule(line, refuse);
        if (rule !== undefined && map.has(rule.prefix))
            refuse(`${rule.prefix} is named twice`);
        else if (rule !== undefined)
            map.set(rule.prefix, rule.runner);
    }
    if (!lines.some((line) => /^default\s*=/.test(line)))
        problems.push('no line "default=<label>"');
    const fallback = map.get(DEFAULT);
    if (fallback === undefined || problems.length > 0)
        return { runners: BUILT_IN_RUNNERS, problems };
    map.delete(DEFAULT);
    return { runners: { default: fallback, prefixes: map }, problems };
}
function runnerFor(platform, runners) {
    const { prefixes } = runners;
    return (prefixes.get(formatPlatform(platform)) ??
        prefixes.get(`linux/${platform.arch}`) ??
        prefixes.get('linux') ??
        runners.default);
}
const LABEL_WORDS = new Map([
    ['arm', 'arm64'],
    ['riscv', 'riscv64'],
]);
const HOSTED_AMD64 = /^ubuntu-(?:latest|slim|\d\d\.\d\d)$/;
function runnerArchitecture(runner) {
    const labels = (typeof runner === 'string' ? [runner] : runner).map((label) => label.toLowerCase());
    const named = new Set(labels.flatMap(architecturesIn));
    if (named.size === 0 && labels.every((label) => HOSTED_AMD64.test(label)))
        return 'amd64';
    return named.size === 1 ? named.values().next().value : undefined;
}
function architecturesIn(label) {
    if (label === 'arm')
        return ['arm'];
    const words = label.replace(/x86[-_]64/g, 'amd64').split(/[^a-z0-9]+/);
    return words.flatMap((word) => {
        const arch = architectureNamed(LABEL_WORDS.get(word) ?? word);
        return arch === undefined || !CONTAINER_ARCHITECTURES.includes(arch) ? [] : [arch];
    });
}
function needsEmulation(platform, runner) {
    const own = runnerArchitecture(runner);
    return own !== platform.arch && !(own === 'amd64' && platform.arch === '386');
}
const DEFAULT = 'default';
const LABEL = /^[\w.,=/+@-]{1,256}$/;
function parseRunnerRule(line, refuse) {
    const split = line.indexOf('=');
    if (split < 0)
        return refuse('no "=" between a platform and its runner');
    const prefix = parsePrefix(line.slice(0, split).trim(), refuse);
    const runner = parseRunner(line.slice(split + 1).trim(), refuse);
    return prefix === undefined || runner === undefined ? undefined : { prefix, runner };
}
function parsePrefix(text, refuse) {
    if (text === DEFAULT || text === 'linux')
        return text;
    const platform = parsePlatform(text);
    if ('unknown' in platform) {
        const hint = platform.nearest === undefined ? '' : `; the nearest is ${platform.nearest}`;
        return refuse(`"${printable(text, 80)}" names no platform${hint}`);
    }
    const bare = text.toLowerCase().replace(/^linux\//, '') === platform.arch;
    return bare ? `linux/${platform.arch}` : formatPlatform(platform);
}
function parseRunner(text, refuse) {
    if (text.startsWith('['))
        return parseLabels(text, refuse);
    if (/,\s*(?:default|linux(?:\/[^,=]*)?)=/.test(text))
        return refuse('write one platform a line');
    return isLabel(text) ? text : refuse(NOT_A_LABEL);
}
function parseLabels(text, refuse) {
    try {
        const labels = JSON.parse(text);
        if (Array.isArray(labels) && labels.length > 0 && labels.every(isLabel))
            return labels;
        return refuse(NOT_A_LABEL);
    }
    catch {
        return refuse('not a JSON array of labels');
    }
}
const NOT_A_LABEL = 'a label is up to 256 letters, digits and . _ - = + @ / , without spaces';
function isLabel(value) {
    return typeof value === 'string' && LABEL.test(value);
}

;// CONCATENATED MODULE: ./lib/qemu/handler.js



const SOURCE_NAMES = ['image', 'apt', 'host'];
const TROUBLE_REMEDIES = {
    unpinned: 'Write its digest behind it',
    damaged: 'Find out who else writes to the tool cache of this machine',
    unrefreshed: 'See that the package sources of this machine can be reached',
};
function wordTrouble(trouble) {
    const remedy = TROUBLE_REMEDIES[trouble.kind];
    switch (trouble.kind) {
        case 'unpinned': {
            const { image, pinned } = trouble;
            const now = pinned === undefined ? '' : `. Now it is ${pinned}`;
            return {
                evidence: `${image} names no digest, so it can change from run to run${now}`,
                remedy: pinned === undefined ? remedy : `Write image: ${pinned} to keep it`,
            };
        }
        case 'damaged':
            return {
                evidence: `The stored QEMU for ${trouble.arch} is damaged: ${printable(trouble.reason)}. It is not used but fetched again`,
                remedy,
            };
        case 'unrefreshed':
            return {
                evidence: `apt cannot say whether there is a newer QEMU (${printable(trouble.reason)}); ${printable(trouble.used)} is used`,
                remedy,
            };
    }
}
function tellTrouble(trouble) {
    const { evidence, remedy } = wordTrouble(trouble);
    return `${sentence(evidence)} ${sentence(remedy)}`;
}
function refusalOf(firstBytes, hostArch) {
    const elf = readElf(firstBytes);
    const own = targetOf(hostArch)?.elf;
    if (elf === undefined)
        return 'it is not an ELF program';
    if (elf.bits !== own?.bits || elf.endian !== own.endian || elf.machine !== own.machine) {
        return `it is not a program for ${hostArch}`;
    }
    if (elf.type !== ET_EXEC && elf.type !== ET_DYN)
        return 'it is not a program that can be started';
    if (!elf.complete)
        return 'its program headers cannot be read';
    if (elf.interpreter)
        return 'it is not statically linked';
    return undefined;
}

;// CONCATENATED MODULE: ./lib/qemu/default-image.js
const DEFAULT_IMAGE = 'docker.io/tonistiigi/binfmt:qemu-v10.2.3-68@sha256:400a4873b838d1b89194d982c45e5fb3cda4593fbfd7e08a02e76b03b21166f0';
const PINNED_BINARIES = [];

;// CONCATENATED MODULE: ./lib/inputs/options.js



const MODES = ['setup', 'plan', 'doctor', 'remove'];
const SCOPES = ['host', 'private', 'engine'];
const CONFLICT_POLICIES = ['repair', 'replace', 'keep', 'fail'];
const SETUP = ['setup', 'plan'];
const FILLING = [...SETUP, 'exec'];
const LOOKING = [...FILLING, 'doctor'];
const ALL = [...LOOKING, 'remove'];
const TEXT = { takes: /^/ };
const SWITCH = { takes: /^(?:true|false)$/, alone: 'true' };
const WORD = { alone: 'true' };
const TABLE = { takes: /^\//, alone: TABLE_PATH };
const OPTIONS = [
    input('platforms', 'all', ALL),
    input('mode', 'setup', ALL),
    input('image', DEFAULT_IMAGE, LOOKING, 'REFERENCE: the image that holds QEMU, best with its digest'),
    input('qemu-from', 'image,apt,host', FILLING, `LIST: sources of QEMU in order: ${SOURCE_NAMES.join(', ')}`),
    input('registry-mirrors', '', LOOKING, "L: registries that are asked before the image's own"),
    input('cache', 'true', FILLING),
    input('cache-image', '', FILLING),
    input('scope', 'host', ALL, `SCOPE: whose table: ${SCOPES.join(', ')}; private is what exec does`),
    input('on-conflict', 'repair', LOOKING, `POLICY: ${CONFLICT_POLICIES.join(', ')}`),
    input('reset', 'false', FILLING, 'take every qemu-* entry away first'),
    input('credentials', 'true', FILLING, 'register without the C flag (setuid programs then lose their rights)'),
    input('rules', '', FILLING, 'TEXT: further rules, one a line (:name:M:offset:magic:mask:interpreter:flags)'),
    input('autoload', 'true', SETUP, 'do not load the module, do not mount binfmt_misc'),
    input('persist', 'false', SETUP, 'survive a reboot and a restart of systemd-binfmt'),
    input('cleanup', 'false', [...SETUP, 'remove']),
    input('strict', 'true', FILLING, 'warn where a platform is not proven, in place of failing'),
    input('summary', 'true', ALL),
    input('runners', '', SETUP, 'TEXT: which runner a platform gets in the matrix, one prefix=label a line'),
    input('matrix-from', '', FILLING, "IMAGE: take the platforms of an image's index"),
    input('log', '', ['doctor'], 'FILE: (doctor) read the log of a failed build, too; - for standard input'),
    input('network', 'false', ['doctor'], '(doctor) ask the registries, too'),
    { name: 'mount', kind: TABLE, modes: ALL, help: 'make sure that binfmt_misc is mounted, and no more' },
    { name: 'run', kind: TEXT, modes: ['remove'], help: 'ID|last: with remove: take back what that run did' },
    {
        name: 'map-root',
        kind: WORD,
        modes: ['exec'],
        help: "exec: be root in there, with the user's subordinate ids",
    },
    { name: 'json', kind: WORD, modes: [...MODES], help: 'print the report alone, as JSON' },
    { name: 'help', kind: WORD, modes: ALL, help: 'print this' },
    { name: 'version', kind: WORD, modes: ALL, help: 'print the version of this program' },
    { name: 'install', kind: TEXT, modes: ['setup'] },
    { name: 'uninstall', kind: TEXT, modes: ['remove', 'setup'] },
];
function input(name, fallback, modes, help) {
    return { name, kind: SWITCH.takes?.test(fallback) ? SWITCH : TEXT, fallback, modes, help };
}

;// CONCATENATED MODULE: ./lib/inputs/inputs.js









const INPUT_DEFAULTS = Object.fromEntries(OPTIONS.flatMap(({ name, fallback }) => (fallback === undefined ? [] : [[name, fallback]])));
const MAX_INPUT_LENGTH = 4096;
const MAX_RULES_LENGTH = 65_536;
function parseInputs(raw) {
    const problems = [];
    const inputs = readInputs(raw, problems);
    if (problems.length > 0)
        throw inputProblem(problems);
    return inputs;
}
function listInputProblems(raw) {
    const problems = [];
    readInputs(raw, problems);
    return problems;
}
function readInputs(raw, problems) {
    for (const name of Object.keys(raw)) {
        if (!Object.hasOwn(INPUT_DEFAULTS, name))
            problems.push(`there is no input "${printable(name, 40)}"`);
    }
    const text = (name) => readText(raw, name, problems);
    const isTrue = (name, given = text(name)) => readBoolean(name, given, problems);
    const mode = readChoice('mode', text('mode'), MODES, problems);
    const scope = readChoice('scope', text('scope'), SCOPES, problems);
    const [persist, cleanup] = [isTrue('persist'), isTrue('cleanup')];
    const image = (name, given = text(name)) => accept(name, given, parseImageReference(given), problems);
    const matrixFrom = text('matrix-from');
    if (persist && scope !== 'host')
        problems.push(`persist keeps entries of the host: leave it out with scope ${scope}`);
    if (persist && cleanup && (mode === 'setup' || mode === 'plan'))
        problems.push('persist keeps what cleanup takes away again: leave one of the two out');
    return {
        mode,
        ...parsePlatforms(text('platforms'), mode, problems),
        qemuFrom: readList('qemu-from', text('qemu-from'), SOURCE_NAMES, problems),
        image: image('image') ?? { registry: '', repository: '' },
        mirrors: splitList(text('registry-mirrors')).flatMap((word) => accept('registry-mirrors', word, parseMirror(word), problems) ?? []),
        cache: isTrue('cache', text('cache-image') || text('cache')),
        matrixFrom: matrixFrom === '' ? undefined : image('matrix-from', matrixFrom),
        scope,
        onConflict: readChoice('on-conflict', text('on-conflict'), CONFLICT_POLICIES, problems),
        credentials: isTrue('credentials'),
        autoload: isTrue('autoload'),
        reset: isTrue('reset'),
        rules: parseRules(text('rules'), problems),
        persist,
        cleanup,
        strict: isTrue('strict'),
        summary: isTrue('summary'),
        log: text('log') || undefined,
        network: isTrue('network'),
        runners: readRunners(text('runners'), problems),
    };
}
function inputProblem(problems) {
    const count = problems.length === 1 ? '' : `${problems.length} problems: `;
    return new SetupProblem({
        id: 'SB-INPUT',
        kind: 'input',
        what: 'use the inputs',
        cause: `${count}${problems.join('; ')}`,
        remedy: 'Correct them; nothing was changed.',
    });
}
function readText(raw, name, problems) {
    const fallback = INPUT_DEFAULTS[name];
    const given = raw[name] || fallback;
    const limit = name === 'rules' ? MAX_RULES_LENGTH : MAX_INPUT_LENGTH;
    if (given.length > limit) {
        problems.push(`${name} is ${given.length} characters long, and ${limit} is the most`);
        return fallback;
    }
    if (/[^\P{Cc}\n\r\t]/u.test(given)) {
        problems.push(`${name} holds control characters`);
        return fallback;
    }
    return given.trim();
}
function splitList(text) {
    return text.split(/[\s,]+/).filter((word) => word !== '');
}
function parsePlatforms(text, mode, problems) {
    const words = splitList(text);
    if (words.length === 0)
        problems.push('platforms holds no name');
    const all = words.some((word) => word.toLowerCase() === 'all');
    if (words.some((word) => word.toLowerCase() === 'none')) {
        if (words.length > 1)
            problems.push('platforms: "none" stands alone');
        return { platforms: [], all: false, names: [] };
    }
    const names = mode === 'remove' ? words.filter(isEntryName) : [];
    const found = new Map();
    for (const word of words.filter((each) => !names.includes(each))) {
        for (const platform of expandPlatform(word, problems))
            found.set(formatPlatform(platform), platform);
    }
    return { platforms: [...found.values()], all, names };
}
function isEntryName(word) {
    if (word.toLowerCase() === 'all' || !('unknown' in parsePlatform(word)))
        return false;
    return entryNameProblem(word.replaceAll('*', '')) === undefined;
}
function expandPlatform(word, problems) {
    if (word.toLowerCase() === 'all')
        return CONTAINER_ARCHITECTURES.flatMap((arch) => expandPlatform(arch, problems));
    const parsed = parsePlatform(word);
    if (!('unknown' in parsed))
        return [parsed];
    const hint = parsed.nearest === undefined ? '' : `; the nearest is ${parsed.nearest}`;
    problems.push(`platforms: "${printable(word, 60)}" is not known${hint}`);
    return [];
}
function accept(name, word, parsed, problems) {
    if (!('problem' in parsed))
        return parsed;
    problems.push(`${name}: "${printable(word, 100)}" ${parsed.problem}`);
    return undefined;
}
function readRunners(text, problems) {
    const { runners, problems: found } = parseRunners(text);
    problems.push(...found.map((problem) => `runners: ${problem}`));
    return runners;
}
function readBoolean(name, text, problems) {
    const word = text.toLowerCase();
    if (word !== 'true' && word !== 'false') {
        problems.push(`${name} is "${printable(text, 40)}", and must be true or false`);
    }
    return word === 'true';
}
function readChoice(name, text, choices, problems) {
    const found = choices.find((choice) => choice === text.toLowerCase());
    if (found === undefined) {
        problems.push(`${name} is "${printable(text, 40)}", and must be one of ${choices.join(', ')}`);
    }
    return found ?? choices[0];
}
function readList(name, text, choices, problems) {
    const words = splitList(text);
    if (words.length === 0)
        problems.push(`${name} holds no name`);
    return [...new Set(words.map((word) => readChoice(name, word, choices, problems)))];
}
function listMisplaced(raw, purpose) {
    return OPTIONS.flatMap(({ name, modes }) => modes.includes(purpose) || !isSet(name, raw[name]) ? [] : [{ name, modes }]);
}
function isSet(name, value) {
    const text = value?.trim().toLowerCase() ?? '';
    const fallback = INPUT_DEFAULTS[name === 'cache-image' ? 'cache' : name];
    return text !== '' && text !== fallback;
}

;// CONCATENATED MODULE: ./lib/namespace/inside.js
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
        remove: (path) => host.remove(seen(path)),
        open: (path) => host.open(seen(path)),
        run: ({ cwd, ...command }, inherit) => host.run({
            ...command,
            ...enterCommand(host, space, { ...command, cwd }),
        }, inherit),
    };
}

;// CONCATENATED MODULE: ./lib/host/proc.js
function parseMounts(text) {
    return text.split('\n').flatMap((line) => parseMount(line) ?? []);
}
function parseMount(line) {
    const fields = line.split(' ');
    const [id, , , , point, options] = fields;
    const separator = fields.indexOf('-', 6);
    const [type, source, superOptions] = separator === -1 ? [] : fields.slice(separator + 1);
    if (id === undefined || !/^\d{1,10}$/.test(id))
        return undefined;
    if (point === undefined || options === undefined || type === undefined || source === undefined)
        return undefined;
    return {
        id: Number(id),
        point: unescapeOctal(point),
        type,
        source: unescapeOctal(source),
        options: options.split(','),
        superOptions: (superOptions ?? '').split(','),
    };
}
function unescapeOctal(text) {
    return text.replace(/\\([0-3][0-7]{2})/g, (_, digits) => String.fromCharCode(Number.parseInt(digits, 8)));
}
function mountAt(mounts, path) {
    return mounts.findLast((mount) => mount.point === path);
}
function mountOf(mounts, path) {
    let best;
    for (const mount of mounts) {
        const inside = mount.point === '/' || path === mount.point || path.startsWith(`${mount.point}/`);
        if (inside && mount.point.length >= (best?.point.length ?? 0))
            best = mount;
    }
    return best;
}
function isReadOnly(mount) {
    return mount.options.includes('ro') || mount.superOptions.includes('ro');
}
const CAP_SYS_ADMIN = 21n;
function maySysAdmin(capabilities) {
    return ((capabilities >> CAP_SYS_ADMIN) & 1n) === 1n;
}
const AMD64_LEVELS = [
    ['cx16', 'lahf_lm', 'popcnt', 'sse4_1', 'sse4_2', 'ssse3'],
    ['abm', 'avx', 'avx2', 'bmi1', 'bmi2', 'f16c', 'fma', 'movbe', 'xsave'],
    ['avx512f', 'avx512bw', 'avx512cd', 'avx512dq', 'avx512vl'],
];
function parseAmd64Level(cpuinfo) {
    const flags = new Set(/^flags\s*:\s*(.*)$/m.exec(cpuinfo)?.[1]?.split(' '));
    const missing = AMD64_LEVELS.findIndex((needed) => !needed.every((flag) => flags.has(flag)));
    return missing === -1 ? 4 : (missing + 1);
}
function parseCapabilities(status) {
    const hex = /^CapEff:\s*([0-9a-f]{1,16})$/m.exec(status)?.[1];
    return hex === undefined ? 0n : BigInt(`0x${hex}`);
}
function isNestedNamespace(uidMap) {
    return !/^\s*0\s+0\s+4294967295\s*$/.test(uidMap);
}
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
function parseStartTime(stat) {
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const started = fields[19];
    return started !== undefined && /^\d+$/.test(started) ? started : undefined;
}

;// CONCATENATED MODULE: ./lib/host/read.js



function textOr(host, path, otherwise) {
    return orUndefined(() => host.readText(path)) ?? otherwise;
}
function headOf(host, path, length) {
    return orUndefined(() => host.readBytes(path, length)) ?? new Uint8Array();
}
function headText(host, path, length) {
    return new TextDecoder().decode(headOf(host, path, length));
}
function namesIn(host, path) {
    return orUndefined(() => host.list(path)) ?? [];
}
function sha256Of(host, path) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    host.readPieces(path, (piece) => hash.update(piece));
    return hash.digest('hex');
}
function observeMounts(host) {
    return parseMounts(textOr(host, '/proc/self/mountinfo', ''));
}
function seesEveryUser(host) {
    const map = orUndefined(() => host.readText('/proc/self/uid_map'));
    return map === undefined || !isNestedNamespace(map);
}

// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __nccwpck_require__(8474);
;// CONCATENATED MODULE: external "node:readline"
const external_node_readline_namespaceObject = new Proxy({}, { get: (_, key) => __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:readline")[key] });
;// CONCATENATED MODULE: ./lib/namespace/holder.js





const LIMIT = 4096;
async function startHolder(file, args) {
    try {
        const child = (0,external_node_child_process_namespaceObject.spawn)(file, args, { stdio: ['pipe', 'pipe', 'pipe'], detached: true });
        if (child.pid === undefined)
            throw (await (0,external_node_events_.once)(child, 'error'))[0];
        const lines = (0,external_node_readline_namespaceObject.createInterface)({ input: child.stdout })[Symbol.asyncIterator]();
        let complaint = '';
        child.stderr.setEncoding('utf8').on('data', (text) => {
            complaint = (complaint + text).slice(0, LIMIT);
        });
        child.stdin.on('error', () => undefined);
        const gone = new Promise((resolve) => child.on('close', resolve));
        await (0,external_node_events_.once)(child, 'spawn');
        const pid = child.pid;
        return {
            pid,
            line: async () => {
                const { done, value } = await lines.next();
                if (done)
                    await gone;
                return done ? undefined : value;
            },
            say: (words) => child.stdin.write(`${words}\n`),
            complaint: () => complaint,
            end: async () => {
                endGroup(pid, 'SIGTERM');
                await gone;
            },
            release: () => {
                for (const stream of child.stdio)
                    stream?.destroy();
                child.unref();
            },
        };
    }
    catch (thrown) {
        return `${file}: ${errnoOf(thrown) ?? 'EUNKNOWN'}`;
    }
}

;// CONCATENATED MODULE: ./lib/namespace/id-maps.js
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
    const { uid, gid, here, mayMapAll, subUids, subGids, helpers } = facts;
    const own = { kind: 'own', users: [rootIs(uid)], groups: [rootIs(gid)] };
    if (mayMapAll)
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

;// CONCATENATED MODULE: ./lib/namespace/private-table.js







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
    const nested = isNestedNamespace(textOr(host, '/proc/self/uid_map', ''));
    const existing = host.uid === 0 && nested && maySysAdmin(capabilities(host));
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
    const folder = host.stat(TABLE_PATH) === undefined ? host.makeTemporary('setup-binfmt-table-') : undefined;
    const table = folder ?? TABLE_PATH;
    const opened = [];
    const close = async () => {
        for (const holder of opened.toReversed())
            await holder.end();
        if (folder !== undefined)
            host.remove(folder);
    };
    const { words, watched } = holdWords(host, hold);
    const namespaces = maps === undefined ? ['mount'] : ['user', 'mount'];
    const mount = maps === undefined ? MOUNT_ONCE : MOUNT;
    const first = await startMapped(unshare, [
        ...namespaces.map((name) => `--${name}`),
        ...(maps?.kind === 'own' ? ['--map-root-user'] : []),
        ...[
            '/bin/sh',
            '-c',
            `echo ready && ${AWAIT}`,
            'sh',
            `${mount} && echo ready && ${words}`,
            'sh',
            table,
            watched,
        ],
    ], (pid) => writeMaps(host, pid, maps), 'mount');
    if ('stage' in first) {
        await close();
        return first;
    }
    opened.push(first);
    const inner = { pid: first.pid, namespaces };
    let own = inner;
    if (maps !== undefined && maps.kind !== 'all') {
        const { file, args } = enterCommand(host, inner, {
            file: unshare,
            args: [
                ...['--user', '--mount', '/bin/sh', '-c', `echo ready && ${AWAIT}`, 'sh'],
                ...[`echo ready && ${words}`, 'sh', '', watched],
            ],
        });
        const second = await startMapped(file, args, (pid) => writeInnerMaps(host, inner, pid, restoreIds(maps)), 'map');
        if ('stage' in second) {
            await close();
            return second;
        }
        opened.push(second);
        own = { pid: second.pid, namespaces };
    }
    const ids = maps?.users ?? parseIdMap(textOr(host, '/proc/self/uid_map', ''));
    const release = () => {
        for (const one of opened)
            one.release();
    };
    const rootEnvironment = own === inner ? {} : rootlessEnvironment(host.uid, host.gid);
    return { inner, own, table, ids: countIds(ids), rootEnvironment, release, close };
}
async function startMapped(file, args, write, last) {
    const holder = await startHolder(file, args);
    if (typeof holder === 'string')
        return { stage: 'unshare', said: holder };
    const refuse = async (stage, said) => {
        await holder.end();
        return { stage, said };
    };
    if ((await holder.line()) !== 'ready')
        return refuse(stageOf(holder.complaint()), holder.complaint());
    const unwritten = await write(holder.pid);
    if (unwritten !== undefined)
        return refuse('map', unwritten);
    holder.say('go');
    return (await holder.line()) === 'ready' ? holder : refuse(last, holder.complaint());
}
function stageOf(complaint) {
    if (/propagation/.test(complaint))
        return 'mount';
    return /[ug]id_map|setgroups/.test(complaint) ? 'map' : 'unshare';
}
const LIMIT_MS = 30_000;
function holdWords(host, hold) {
    if (hold.until === 'closed')
        return { words: UNTIL_CLOSED, watched: '' };
    const seen = hold.pid > 1 && host.stat(`/proc/${hold.pid}`) !== undefined;
    return { words: seen ? UNTIL_GONE : FOR_EVER, watched: String(hold.pid) };
}
async function writeMaps(host, pid, maps) {
    if (maps === undefined || maps.kind === 'own')
        return undefined;
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
        return errnoOf(thrown) ?? reasonOf(thrown);
    }
}
async function writeInnerMaps(host, space, pid, { users, groups }) {
    const script = 'printf %s "$1" >"/proc/$0/uid_map" && printf %s "$2" >"/proc/$0/gid_map"';
    const args = ['-c', script, String(pid), formatIdMap(users), formatIdMap(groups)];
    const written = await host.run({
        ...enterCommand(host, space, { file: '/bin/sh', args }),
        timeoutMs: LIMIT_MS,
    });
    return written.code === 0 ? undefined : written.stderr;
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
    const names = [userName(textOr(host, '/etc/passwd', ''), uid) ?? host.env.USER ?? '', String(uid)];
    return {
        uid,
        gid,
        here: {
            users: parseIdMap(textOr(host, '/proc/self/uid_map', '')),
            groups: parseIdMap(textOr(host, '/proc/self/gid_map', '')),
        },
        mayMapAll: uid === 0 && (capabilities(host) & MAPPING_RIGHTS) === MAPPING_RIGHTS,
        subUids: parseSubordinateIds(textOr(host, '/etc/subuid', ''), names),
        subGids: parseSubordinateIds(textOr(host, '/etc/subgid', ''), names),
        helpers: missingHelpers(host).length === 0,
    };
}
const MAPPING_RIGHTS = (1n << 6n) | (1n << 7n);
function capabilities(host) {
    return parseCapabilities(textOr(host, '/proc/self/status', ''));
}
function missingHelpers(host) {
    return ['newuidmap', 'newgidmap'].filter((name) => host.which(name) === undefined);
}
async function observeNamespaces(host, { wanted, refusal }) {
    const { subUids, subGids } = idFacts(host);
    const sysctl = (name) => parseSysctl(textOr(host, `/proc/sys/${name}`, ''));
    const isOn = (name) => {
        const value = sysctl(name);
        return value === undefined ? undefined : value !== 0;
    };
    return {
        wanted,
        attempt: refusal === undefined ? await attempt(host) : { ok: false, ...refusal },
        built: host.stat('/proc/self/ns/user') !== undefined,
        limit: sysctl('user/max_user_namespaces'),
        unprivilegedClone: isOn('kernel/unprivileged_userns_clone'),
        appArmorRestricts: isOn('kernel/apparmor_restrict_unprivileged_userns'),
        appArmorProfile: parseAppArmorProfile(textOr(host, '/proc/self/attr/current', '')),
        seccomp: hasSeccompFilter(textOr(host, '/proc/self/status', '')),
        missingHelpers: missingHelpers(host),
        subUids: countIds(subUids),
        subGids: countIds(subGids),
    };
}
async function attempt(host) {
    const opened = await openPrivateTable(host);
    if ('stage' in opened)
        return { ok: false, ...opened };
    await opened.close();
    return { ok: true, ids: opened.ids };
}
function rootlessEnvironment(uid, gid) {
    return {
        _CONTAINERS_USERNS_CONFIGURED: 'done',
        _CONTAINERS_ROOTLESS_UID: String(uid),
        _CONTAINERS_ROOTLESS_GID: String(gid),
    };
}

;// CONCATENATED MODULE: ./lib/namespace/rootless.js




const rootless_LIMIT_MS = 30_000;
const DAEMONS = new Map([
    ['dockerd', 'Docker'],
    ['buildkitd', 'BuildKit'],
]);
async function openEngineTable(host) {
    if (host.which('nsenter') === undefined || host.which('unshare') === undefined)
        return { stage: 'tools', said: 'unshare or nsenter is missing' };
    const engine = findEngine(host) ?? (await startPodman(host));
    if (engine === undefined)
        return { stage: 'engine', said: nothingFound(host) };
    const { name, pid } = engine;
    const space = { pid, namespaces: ['user', 'mount'] };
    const visible = host.stat(`/proc/${pid}/root${TABLE_PATH}`) !== undefined;
    const table = visible ? TABLE_PATH : `${runtimeFolders(host)[0]}/setup-binfmt-table`;
    const prepared = await host.run({
        ...enterCommand(host, space, {
            file: '/bin/sh',
            args: ['-c', visible ? MOUNT_ONCE : `mkdir -p "$1" && ${MOUNT_ONCE}`, 'sh', table],
        }),
        timeoutMs: rootless_LIMIT_MS,
    });
    if (prepared.code === 0)
        return { name, space, table };
    const said = prepared.stderr.trim() || `ended with ${prepared.signal ?? prepared.code}`;
    return { stage: 'mount', said: `rootless ${name} (process ${pid}): ${said}` };
}
function findEngine(host) {
    const { env, uid } = host;
    const folders = runtimeFolders(host);
    const state = env.DOCKERD_ROOTLESS_ROOTLESSKIT_STATE_DIR;
    const docker = [
        ...(state === undefined ? [] : [`${state}/child_pid`]),
        ...folders.flatMap((folder) => [`${folder}/dockerd-rootless/child_pid`, `${folder}/docker.pid`]),
    ];
    const podman = [...folders, `/tmp/podman-run-${uid}`, `/tmp/storage-run-${uid}`].map((folder) => `${folder}/libpod/tmp/pause.pid`);
    const told = (name, paths) => paths.flatMap((path) => {
        const pid = parsePid(textOr(host, path, ''));
        return pid === undefined ? [] : [{ name, pid }];
    });
    return [...told('Docker', docker), ...findDaemons(host), ...told('podman', podman)].find(({ pid }) => isElsewhere(host, pid));
}
async function startPodman(host) {
    const podman = host.which('podman');
    if (podman === undefined || host.uid === 0)
        return undefined;
    await host.run({ file: podman, args: ['unshare', 'true'], timeoutMs: rootless_LIMIT_MS });
    return findEngine(host);
}
function runtimeFolders({ env, uid }) {
    const given = env.XDG_RUNTIME_DIR;
    return [...(given?.startsWith('/') ? [given] : []), `/run/user/${uid}`];
}
function findDaemons(host) {
    return namesIn(host, '/proc').flatMap((name) => {
        const pid = parsePid(name);
        if (pid === undefined || host.stat(`/proc/${pid}`)?.uid !== host.uid)
            return [];
        const engine = DAEMONS.get(textOr(host, `/proc/${pid}/comm`, '').trim());
        return engine === undefined ? [] : [{ name: engine, pid }];
    });
}
function isElsewhere(host, pid) {
    const [theirs, ours] = [host.stat(`/proc/${pid}/ns/user`), host.stat('/proc/self/ns/user')];
    return theirs !== undefined && ours !== undefined && theirs.inode !== ours.inode;
}
function nothingFound(host) {
    const folders = [...new Set(runtimeFolders(host))].join(' and ');
    return `user ${host.uid} has no rootless Docker, BuildKit or podman at work (looked in ${folders} and among the processes)`;
}
function parsePid(text) {
    return /^[1-9]\d{0,9}$/.test(text.trim()) ? Number(text.trim()) : undefined;
}

;// CONCATENATED MODULE: ./lib/namespace/scope.js



async function openScope(host, name, hold) {
    const close = () => Promise.resolve();
    if (name === 'host')
        return { host, view: {}, close };
    const opened = name === 'private' ? await openPrivateTable(host, hold) : await openEngineTable(host);
    if ('stage' in opened) {
        const namespaces = await observeNamespaces(host, { wanted: true, refusal: opened });
        return { host, view: { namespaces }, close };
    }
    if ('space' in opened) {
        const { space, table, name: engine } = opened;
        const place = `the table of rootless ${engine} (process ${space.pid})`;
        return { host: insideOf(host, space), view: { table, place }, close };
    }
    const view = { table: opened.table, place: 'a table of our own, in a user namespace' };
    return { host: insideOf(host, opened.inner), view, table: opened, close: opened.close };
}

;// CONCATENATED MODULE: ./lib/namespace/with-binfmt.js




function renderWithBinfmt({ own, inner, namespaces, rootEnvironment, nsenter }) {
    const exports = Object.entries(rootEnvironment).map(([name, value]) => `  export ${name}=${value}\n`);
    const options = [
        ...namespaces.map((name) => `--${name}`),
        ...(namespaces.includes('user') ? ['--preserve-credentials'] : []),
    ].join(' ');
    return `#!/bin/sh
# with-binfmt [--map-root] command [argument ...]
# Runs a command with the private table of binfmt_misc that setup-binfmt made for this job.
pid=${own.pid}
namespace='${own.mountNamespace}'
root=
if [ "\${1-}" = --map-root ]; then
  shift
  root=yes
fi
case "\${1-}" in
  ${CONTAINER_TOOLS.flatMap((tool) => [tool, `*/${tool}`]).join(' | ')}) root=yes ;;
esac
if [ $# -eq 0 ]; then
  echo 'with-binfmt: a command is needed: with-binfmt [--map-root] command [argument ...]' >&2
  exit 2
fi
here=$(readlink /proc/self/ns/mnt)
if [ "$here" = '${inner.mountNamespace}' ] || { [ "$here" = "$namespace" ] && [ -z "$root" ]; }; then
  exec "$@"
fi
if [ "$here" = "$namespace" ]; then
  echo 'with-binfmt: this shell has its own ids and cannot become root: call with-binfmt from a step with the usual shell' >&2
  exit 3
fi
if [ -n "$root" ]; then
  pid=${inner.pid}
  namespace='${inner.mountNamespace}'
${exports.join('')}fi
if [ "$(readlink "/proc/$pid/ns/mnt")" != "$namespace" ]; then
  echo 'with-binfmt: the private table is gone: it lasts as long as the job that made it' >&2
  exit 3
fi
exec '${nsenter}' ${options} --target="$pid" -- /bin/sh -c 'cd "$0" && exec "$@"' "$PWD" "$@"
`;
}
function shellLine(hasBash, program) {
    const shell = hasBash ? 'bash --noprofile --norc -eo pipefail {0}' : 'sh -e {0}';
    if (program === undefined)
        return shell;
    return `${/\s/.test(program) ? 'with-binfmt' : program} ${shell}`;
}
function parseEntrances(text) {
    return parseList(text, isEntrance);
}
function isEntrance(value) {
    const { pid, mountNamespace } = isObject(value) ? value : {};
    const known = typeof mountNamespace === 'string' && /^mnt:\[\d+\]$/.test(mountNamespace);
    return Number.isSafeInteger(pid) && Number(pid) > 1 && known;
}
function writeWrapper(host, table) {
    const [own, inner] = [entranceOf(table.own.pid), entranceOf(table.inner.pid)];
    const folder = host.makeTemporary('setup-binfmt-', host.env.RUNNER_TEMP);
    host.makeMode(folder, 0o755);
    const program = `${folder}/with-binfmt`;
    const { rootEnvironment } = table;
    const { namespaces } = table.inner;
    const nsenter = host.which('nsenter') ?? 'nsenter';
    host.writeFile(program, renderWithBinfmt({ own, inner, namespaces, rootEnvironment, nsenter }), 0o755);
    return {
        folder,
        shell: shellLine(host.which('bash') !== undefined, program),
        entrances: own.pid === inner.pid ? [inner] : [own, inner],
    };
}
function entranceOf(pid) {
    return { pid, mountNamespace: (0,external_node_fs_.readlinkSync)(`/proc/${pid}/ns/mnt`) };
}
function endHolder({ pid, mountNamespace }) {
    if (orUndefined(() => entranceOf(pid))?.mountNamespace === mountNamespace)
        endGroup(pid, 'SIGTERM');
}
const CONTAINER_TOOLS = ['buildah', 'podman'];
function needsSubordinateIds(program) {
    return CONTAINER_TOOLS.includes(program.slice(program.lastIndexOf('/') + 1));
}

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __nccwpck_require__(7975);
// EXTERNAL MODULE: external "os"
var external_os_ = __nccwpck_require__(857);
// EXTERNAL MODULE: external "fs"
var external_fs_ = __nccwpck_require__(9896);
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/summary.js
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


const { access, appendFile, writeFile } = external_fs_.promises;
const SUMMARY_ENV_VAR = 'GITHUB_STEP_SUMMARY';
const SUMMARY_DOCS_URL = 'https://docs.github.com/actions/using-workflows/workflow-commands-for-github-actions#adding-a-job-summary';
class Summary {
    constructor() {
        this._buffer = '';
    }
    /**
     * Finds the summary file path from the environment, rejects if env var is not found or file does not exist
     * Also checks r/w permissions.
     *
     * @returns step summary file path
     */
    filePath() {
        return __awaiter(this, void 0, void 0, function* () {
            if (this._filePath) {
                return this._filePath;
            }
            const pathFromEnv = process.env[SUMMARY_ENV_VAR];
            if (!pathFromEnv) {
                throw new Error(`Unable to find environment variable for $${SUMMARY_ENV_VAR}. Check if your runtime environment supports job summaries.`);
            }
            try {
                yield access(pathFromEnv, external_fs_.constants.R_OK | external_fs_.constants.W_OK);
            }
            catch (_a) {
                throw new Error(`Unable to access summary file: '${pathFromEnv}'. Check if the file has correct read/write permissions.`);
            }
            this._filePath = pathFromEnv;
            return this._filePath;
        });
    }
    /**
     * Wraps content in an HTML tag, adding any HTML attributes
     *
     * @param {string} tag HTML tag to wrap
     * @param {string | null} content content within the tag
     * @param {[attribute: string]: string} attrs key-value list of HTML attributes to add
     *
     * @returns {string} content wrapped in HTML element
     */
    wrap(tag, content, attrs = {}) {
        const htmlAttrs = Object.entries(attrs)
            .map(([key, value]) => ` ${key}="${value}"`)
            .join('');
        if (!content) {
            return `<${tag}${htmlAttrs}>`;
        }
        return `<${tag}${htmlAttrs}>${content}</${tag}>`;
    }
    /**
     * Writes text in the buffer to the summary buffer file and empties buffer. Will append by default.
     *
     * @param {SummaryWriteOptions} [options] (optional) options for write operation
     *
     * @returns {Promise<Summary>} summary instance
     */
    write(options) {
        return __awaiter(this, void 0, void 0, function* () {
            const overwrite = !!(options === null || options === void 0 ? void 0 : options.overwrite);
            const filePath = yield this.filePath();
            const writeFunc = overwrite ? writeFile : appendFile;
            yield writeFunc(filePath, this._buffer, { encoding: 'utf8' });
            return this.emptyBuffer();
        });
    }
    /**
     * Clears the summary buffer and wipes the summary file
     *
     * @returns {Summary} summary instance
     */
    clear() {
        return __awaiter(this, void 0, void 0, function* () {
            return this.emptyBuffer().write({ overwrite: true });
        });
    }
    /**
     * Returns the current summary buffer as a string
     *
     * @returns {string} string of summary buffer
     */
    stringify() {
        return this._buffer;
    }
    /**
     * If the summary buffer is empty
     *
     * @returns {boolen} true if the buffer is empty
     */
    isEmptyBuffer() {
        return this._buffer.length === 0;
    }
    /**
     * Resets the summary buffer without writing to summary file
     *
     * @returns {Summary} summary instance
     */
    emptyBuffer() {
        this._buffer = '';
        return this;
    }
    /**
     * Adds raw text to the summary buffer
     *
     * @param {string} text content to add
     * @param {boolean} [addEOL=false] (optional) append an EOL to the raw text (default: false)
     *
     * @returns {Summary} summary instance
     */
    addRaw(text, addEOL = false) {
        this._buffer += text;
        return addEOL ? this.addEOL() : this;
    }
    /**
     * Adds the operating system-specific end-of-line marker to the buffer
     *
     * @returns {Summary} summary instance
     */
    addEOL() {
        return this.addRaw(external_os_.EOL);
    }
    /**
     * Adds an HTML codeblock to the summary buffer
     *
     * @param {string} code content to render within fenced code block
     * @param {string} lang (optional) language to syntax highlight code
     *
     * @returns {Summary} summary instance
     */
    addCodeBlock(code, lang) {
        const attrs = Object.assign({}, (lang && { lang }));
        const element = this.wrap('pre', this.wrap('code', code), attrs);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML list to the summary buffer
     *
     * @param {string[]} items list of items to render
     * @param {boolean} [ordered=false] (optional) if the rendered list should be ordered or not (default: false)
     *
     * @returns {Summary} summary instance
     */
    addList(items, ordered = false) {
        const tag = ordered ? 'ol' : 'ul';
        const listItems = items.map(item => this.wrap('li', item)).join('');
        const element = this.wrap(tag, listItems);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML table to the summary buffer
     *
     * @param {SummaryTableCell[]} rows table rows
     *
     * @returns {Summary} summary instance
     */
    addTable(rows) {
        const tableBody = rows
            .map(row => {
            const cells = row
                .map(cell => {
                if (typeof cell === 'string') {
                    return this.wrap('td', cell);
                }
                const { header, data, colspan, rowspan } = cell;
                const tag = header ? 'th' : 'td';
                const attrs = Object.assign(Object.assign({}, (colspan && { colspan })), (rowspan && { rowspan }));
                return this.wrap(tag, data, attrs);
            })
                .join('');
            return this.wrap('tr', cells);
        })
            .join('');
        const element = this.wrap('table', tableBody);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds a collapsable HTML details element to the summary buffer
     *
     * @param {string} label text for the closed state
     * @param {string} content collapsable content
     *
     * @returns {Summary} summary instance
     */
    addDetails(label, content) {
        const element = this.wrap('details', this.wrap('summary', label) + content);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML image tag to the summary buffer
     *
     * @param {string} src path to the image you to embed
     * @param {string} alt text description of the image
     * @param {SummaryImageOptions} options (optional) addition image attributes
     *
     * @returns {Summary} summary instance
     */
    addImage(src, alt, options) {
        const { width, height } = options || {};
        const attrs = Object.assign(Object.assign({}, (width && { width })), (height && { height }));
        const element = this.wrap('img', null, Object.assign({ src, alt }, attrs));
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML section heading element
     *
     * @param {string} text heading text
     * @param {number | string} [level=1] (optional) the heading level, default: 1
     *
     * @returns {Summary} summary instance
     */
    addHeading(text, level) {
        const tag = `h${level}`;
        const allowedTag = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].includes(tag)
            ? tag
            : 'h1';
        const element = this.wrap(allowedTag, text);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML thematic break (<hr>) to the summary buffer
     *
     * @returns {Summary} summary instance
     */
    addSeparator() {
        const element = this.wrap('hr', null);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML line break (<br>) to the summary buffer
     *
     * @returns {Summary} summary instance
     */
    addBreak() {
        const element = this.wrap('br', null);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML blockquote to the summary buffer
     *
     * @param {string} text quote text
     * @param {string} cite (optional) citation url
     *
     * @returns {Summary} summary instance
     */
    addQuote(text, cite) {
        const attrs = Object.assign({}, (cite && { cite }));
        const element = this.wrap('blockquote', text, attrs);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML anchor tag to the summary buffer
     *
     * @param {string} text link text/content
     * @param {string} href hyperlink
     *
     * @returns {Summary} summary instance
     */
    addLink(text, href) {
        const element = this.wrap('a', text, { href });
        return this.addRaw(element).addEOL();
    }
}
const _summary = new Summary();
/**
 * @deprecated use `core.summary`
 */
const markdownSummary = (/* unused pure expression or super */ null && (_summary));
const summary_summary = _summary;
//# sourceMappingURL=summary.js.map
;// CONCATENATED MODULE: ./lib/platform/matrix.js



function planMatrix(platforms, runners) {
    const distinct = new Map(platforms.map((platform) => [formatPlatform(platform), platform]));
    const include = [...distinct.values()].map((platform) => {
        const runner = runnerFor(platform, runners);
        return {
            platform: formatPlatform(platform),
            slug: slugOf(platform),
            arch: platform.arch,
            variant: platform.variant ?? '',
            runner,
            emulated: needsEmulation(platform, runner),
        };
    });
    return { include };
}
function formatMatrix(matrix) {
    return JSON.stringify(matrix);
}
function choosePlatforms(asked, offer) {
    const foreign = new Set();
    const offered = new Map();
    for (const { os, architecture, variant } of offer.platforms) {
        const name = [os, architecture, variant].filter(Boolean).join('/');
        const platform = parsePlatform(name);
        if ('unknown' in platform)
            foreign.add(name);
        else
            offered.set(formatPlatform(platform), platform);
    }
    const has = (platform) => offered.has(formatPlatform(platform));
    const platforms = asked.all ? [...offered.values()] : asked.platforms.filter(has);
    const absent = asked.all ? [] : asked.platforms.filter((platform) => !has(platform));
    const notes = [
        foreign.size > 0 ? `The image also has ${listed([...foreign])}, which cannot be made to run here.` : '',
        absent.length > 0 ? `The image does not have ${listed(absent.map(formatPlatform))}.` : '',
    ];
    return { platforms, absent, notes: notes.filter((note) => note !== '') };
}
function keepRunnable({ include }, proven) {
    const runs = (leg) => !leg.emulated || proven.has(leg.platform);
    return {
        matrix: { include: include.filter(runs) },
        missing: include.filter((leg) => !runs(leg)).map(({ platform }) => platform),
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

;// CONCATENATED MODULE: ./lib/text/version.js
const NUMBERS = '(\\d{1,4}(?:\\.\\d{1,8}){1,3})(?![\\d.])';
const ANSWER = new RegExp(`^qemu-[\\w-]{1,20} version ${NUMBERS}`, 'm');
const RELEASE = new RegExp(`(?:^|qemu-)v?${NUMBERS}`);
function parseQemuAnswer(text) {
    return ANSWER.exec(text)?.[1];
}
function parseVersion(text) {
    return parseQemuAnswer(text) ?? RELEASE.exec(text)?.[1];
}
function isVersion(value) {
    return typeof value === 'string' && parseVersion(value) === value;
}
function isOlder(version, than) {
    const [numbers = [], others = []] = [version, than].map((text) => text.split('.').map(Number));
    const differences = [0, 1, 2, 3].map((at) => (numbers[at] ?? 0) - (others[at] ?? 0));
    return (differences.find((difference) => difference !== 0) ?? 0) < 0;
}
function atLeast(version, wanted) {
    return version !== undefined && !isOlder(version, wanted);
}

;// CONCATENATED MODULE: ./lib/probe/machine-code.js
const MACHINE_CODE = {
    '386': 'b804000000bb01000000e8000000005981c118000000ba0a000000cd80b8010000008b1c24cd80',
    amd64: 'b801000000bf01000000488d3511000000ba0a0000000f05b83c0000008b3c240f05',
    arm64: '200080d2e1000010420180d2080880d2010000d4e00340f9a80b80d2010000d4',
    arm64be: '200080d2e1000010420180d2080880d2010000d4e00340f9a80b80d2010000d4',
    arm: '0100a0e314108fe20a20a0e30470a0e3000000ef00009de50170a0e3000000ef',
    armbe: '0100a0e314108fe20a20a0e30470a0e3000000ef00009de50170a0e3000000ef',
    riscv64: '1305100097050000938505021306a0009308000473000000033501009308d00573000000',
    riscv32: '1305100097050000938505021306a0009308000473000000032501009308d00573000000',
    ppc64le: '040000380100603805009f42a602887c1c0084380a00a0380200004401000038000061e802000044',
    ppc64: '3800000438600001429f00057c8802a63884001c38a0000a4400000238000001e861000044000002',
    ppc: '3800000438600001429f00057c8802a63884001c38a0000a44000002380000018061000044000002',
    s390x: 'a7290001c0300000000aa749000a0a04e320f00000040a01',
    mips: '24020fa4041100012404000127e500182406000a0000000c24020fa18fa400000000000c',
    mipsle: 'a40f022401001104010004241800e5270a0006240c000000a10f02240000a48f0c000000',
    mips64: '24021389041100012404000167e500182406000a0000000c240213c2dfa400000000000c',
    mips64le: '8913022401001104010004241800e5670a0006240c000000c21302240000a4df0c000000',
    mips64p32: '24021771041100012404000127e500182406000a0000000c240217aa8fa400000000000c',
    mips64p32le: '7117022401001104010004241800e5270a0006240c000000aa1702240000a48f0c000000',
    loong64: '04048002e5000018062880020b00810200002b006400c0280b74810200002b00',
    sparc64: '40000002901020019203e0249410200a8210200491d0206dd05ba87f8210200191d0206d',
    sparc: '40000002901020019203e0249410200a8210200491d02010d003a0408210200191d02010',
    sparc32plus: '40000002901020019203e0249410200a8210200491d02010d003a0408210200191d02010',
    m68k: '7004720141fa000e2408760a4e40700122174e40',
    sh4: '04c704e301e403650ae613c301e3f26411c30900',
    sh4eb: 'c704e304e4016503e60ac313e30164f2c3110009',
    alpha: '04001f2001001f22000020c2180031220a005f228300000001001f2000001ea683000000',
    hppa: '08190243341a0002eb200000d7201c1e3739003834180014e4008200341400080803025ae400820034140002',
    hexagon: '20c0007801ce496a42c1007806c8007804c0005400c09d91a6cb007804c00054',
    xtensa: '0500000032c01962a00142a00a22a00d00500062210022a076005000',
    xtensaeb: '50000000230c19260a01240a0a220a0d000500261200220a76000500',
    cris: '449241a276b94ac23de941926eaa3de9',
    microblaze: '30a0000194c0800030c6002030e0000a31800004b9cc0008e8a1000031800001b9cc0008',
    microblazeel: '0100a0300080c0942000c6300a00e030040080310800ccb90000a1e8010080310800ccb9',
    nios2: '440000013ae00a000407402984028001041080003a683b00170000d9441780003a683b00',
    or1k: '9c60000104000002150000009c89001c9ca0000a9d60004020000001846100009d60005d20000001',
};

;// CONCATENATED MODULE: ./lib/probe/programs.js


const PROBE_MARKER = 'binfmt-ok\n';
const PROBE_ARGUMENTS = 42;
const CODE = new Map(Object.entries(MACHINE_CODE));
function buildProbe({ arch, elf }, options = {}) {
    const code = CODE.get(arch);
    if (code === undefined)
        throw new Error(`there is no machine code for ${arch}`);
    return buildProgram(elf, code + Buffer.from(PROBE_MARKER, 'latin1').toString('hex'), options);
}

;// CONCATENATED MODULE: ./lib/probe/verdict.js





function judgeRun(run) {
    if (run.error !== undefined)
        return 'not-started';
    if (run.timedOut)
        return 'hung';
    const marked = run.stdout === PROBE_MARKER;
    if (run.code === PROBE_ARGUMENTS)
        return marked ? 'works' : 'no-marker';
    if (marked && (run.code === PROBE_ARGUMENTS - 1 || run.code === PROBE_ARGUMENTS + 1))
        return 'arguments';
    if (run.signal !== null)
        return 'crashed';
    if (run.code === 126)
        return 'no-handler';
    if (run.code === 127)
        return 'no-interpreter';
    if (/Invalid ELF image/.test(run.stderr))
        return 'wrong-emulator';
    return 'wrong-exit';
}
function isProven(verdict) {
    return verdict?.status === 'native' || verdict?.status === 'emulated';
}
function formatQemuAnswer(target, version) {
    return `${qemuName(target)} version ${version}\n`;
}
function judge(evidence) {
    const { target, host, entries, chroot, plain } = evidence;
    const claiming = claimants(entries, target);
    const entry = claiming.find((candidate) => candidate.enabled);
    const run = chroot ?? plain;
    if (run === undefined)
        return { arch: target.arch, status: 'absent', reason: absence(target, claiming), ms: 0 };
    const qemuVersion = parseQemuAnswer(run.version ?? '');
    const common = {
        arch: target.arch,
        entry,
        qemuVersion,
        handlerVersion: qemuVersion === undefined ? undefined : run.version?.split('\n', 1).join(''),
        ms: run.ms,
    };
    const inside = chroot === undefined ? undefined : judgeRun(chroot);
    const outside = plain === undefined ? undefined : judgeRun(plain);
    const native = entry === undefined && qemuVersion === undefined && mayRunNatively(host, target.arch);
    if (native && (inside === 'works' || outside === 'works'))
        return { ...common, status: 'native', reason: '', result: 'works' };
    if (inside === 'works')
        return { ...common, status: 'emulated', reason: '', result: 'works' };
    if (outside === 'works') {
        const reason = inside === undefined ? UNPROVEN_OUTSIDE : LOST_IN_CHROOT;
        return { ...common, status: 'outside-only', reason, result: inside ?? outside };
    }
    const last = plain ?? run;
    const result = judgeRun(last);
    const silent = entry === undefined && (result === 'no-handler' || result === 'no-interpreter');
    if (silent)
        return { ...common, status: 'absent', reason: absence(target, claiming) };
    return { ...common, status: 'broken', reason: explainResult(result, last, entry?.interpreter), result };
}
const UNPROVEN_OUTSIDE = 'it runs here, but no chroot could be entered to prove that it would in a container';
const LOST_IN_CHROOT = 'it runs here but not in a chroot: the entry lacks the F flag, or its interpreter is not static';
function absence(target, claiming) {
    const off = claiming.find((candidate) => !candidate.enabled);
    if (off !== undefined)
        return `its entry ${printable(off.name, 60)} is switched off`;
    return `no entry takes ${target.arch} programs`;
}
function explainResult(result, run, interpreter) {
    const handler = interpreter === undefined ? 'the handler' : printable(interpreter, 120);
    const said = printable(run.stderr, 160);
    const quoted = said === '' ? '' : `, saying "${said}"`;
    switch (result) {
        case 'works':
            return 'the probe ran';
        case 'arguments':
            return `${handler} and the kernel disagree about the P flag: every argument is shifted`;
        case 'no-handler':
            return 'the kernel does not know how to execute it (ENOEXEC)';
        case 'no-interpreter':
            return `${handler} does not exist, or needs files that are not there (ENOENT)`;
        case 'crashed':
            return `${handler} crashed (${run.signal})${quoted}`;
        case 'hung':
            return `${handler} did not end within the time limit`;
        case 'wrong-emulator':
            return `${handler} emulates another architecture`;
        case 'no-marker':
            return `${handler} ended as a probe does, but did not print the marker: it did not run the program`;
        case 'wrong-exit':
            return `${handler} ended with exit ${run.code} and did not run the program${quoted}`;
        case 'not-started':
            return `the probe could not be started (${run.error ?? 'unknown reason'})`;
    }
}

;// CONCATENATED MODULE: ./lib/doctor/checks/check.js


function check(severity, id, title, rest) {
    return { severity, id, title, ...rest };
}
const ONLY_THE_DOCTOR = 'only the doctor looks at this';
function doctorCheck(severity, id, title, { skip, look, ...rest }) {
    return check(severity, id, title, {
        ...rest,
        skip: (context) => (context.doctor === undefined ? ONLY_THE_DOCTOR : skip?.(context.doctor, context)),
        look: (context) => context.doctor && look(context.doctor, context),
    });
}
function runCheck(check, context) {
    const { id, title } = check;
    try {
        const reason = check.skip?.(context);
        if (reason)
            return { id, title, state: 'skipped', reason };
        const seen = [check.look(context)].flat();
        const findings = seen.flatMap((one) => (one ? toFinding(check, one, context) : []));
        return findings.length > 0 ? { id, title, state: 'found', findings } : { id, title, state: 'clean' };
    }
    catch (thrown) {
        return { id, title, state: 'failed', reason: `the check itself failed: ${printable(String(thrown))}` };
    }
}
function toFinding(check, seen, context) {
    const { id, title, remedy, commands = [] } = check;
    const severity = check.blocking ? severityFor(context) : check.severity;
    const observation = typeof seen === 'string' ? { evidence: seen } : seen;
    return { id, severity, title, remedy, commands, ...observation, link: linkOf(id) };
}
function linkOf(id) {
    return `docs/doctor.md#${id.toLowerCase()}`;
}
function severityFor({ verdicts, asked = [] }) {
    if (verdicts === undefined)
        return 'error';
    if (asked.length > 0)
        return asked.every((arch) => isProven(verdicts.get(arch))) ? 'info' : 'error';
    return [...verdicts.values()].some(({ status }) => status === 'emulated') ? 'info' : 'warning';
}

;// CONCATENATED MODULE: ./lib/report/result.js






function newResult(mode, facts) {
    return {
        mode,
        facts,
        verdicts: new Map(),
        platforms: [],
        registered: [],
        removed: [],
        changed: false,
        findings: [],
        notes: [],
    };
}
function joinPlatforms({ platforms, all }, decisions, verdicts) {
    const decided = new Map(decisions.map((decision) => [decision.target.arch, decision]));
    return platforms.flatMap((platform) => {
        const decision = decided.get(platform.arch);
        if (decision === undefined)
            return [];
        const implied = all && decision.action === 'native';
        return { platform, decision, verdict: verdicts.get(platform.arch), implied };
    });
}
function decisionsTo(action, platforms) {
    const decisions = new Set(platforms.map(({ decision }) => decision));
    return [...decisions].filter((decision) => decision.action === action);
}
function judgePlatforms(platforms, verdicts, missing, { installed, problems }) {
    const failures = new Map(missing.map(({ arch, reason }) => [arch, reason]));
    for (const { arch, problem } of installed)
        if (problem !== undefined)
            failures.set(arch, problem);
    return platforms.map((one) => {
        const { arch } = one.platform;
        const verdict = verdicts.get(arch);
        const otherwise = isProven(verdict) ? undefined : (problems[0] ?? 'nothing was done');
        const failure = one.decision.action === 'install' ? (failures.get(arch) ?? otherwise) : undefined;
        return { ...one, verdict, failure };
    });
}
function listNotTakenOver(platforms) {
    const lines = platforms.flatMap(({ platform: { arch }, verdict, failure }) => {
        if (failure === undefined || !isProven(verdict))
            return [];
        const runner = verdict?.entry === undefined ? 'this host' : printable(verdict.entry.name, 60);
        return `${arch} is still run by ${runner}: ${failure}`;
    });
    return [...new Set(lines)];
}
function amd64Level(verdict, facts) {
    if (verdict?.status === 'native')
        return facts.amd64Level ?? 1;
    return verdict?.qemuVersion === undefined ? 1 : 2;
}
function explainShortfall({ platform, verdict }, facts) {
    if (platform.arch !== 'amd64' || platform.variant === undefined || !isProven(verdict))
        return undefined;
    const level = amd64Level(verdict, facts);
    const wanted = Number(platform.variant.slice(1));
    return wanted > level ? `x86-64-v${wanted} is asked for, and v${level} is what runs here` : undefined;
}
function judgeRules(rules, entries, applied) {
    const failures = new Map(applied.rules?.map(({ name, problem }) => [name, problem]));
    return rules.map((rule) => ({
        name: rule.name,
        interpreter: rule.interpreter,
        registered: entries.some((entry) => entry.enabled && isRuleOf(rule, entry)),
        failure: failures.get(rule.name),
    }));
}
function changesIn(applied) {
    const { prepared, installed, rules = [], restored = [], persisted = false, outdated = false } = applied;
    const written = [...installed, ...rules].filter(({ changed }) => changed).map(({ name }) => name);
    const registered = [...written, ...restored];
    const removed = [...applied.removed, ...installed.flatMap(({ replaced }) => replaced)];
    const changed = persisted || prepared.length + registered.length + removed.length > 0;
    return { registered, removed, changed, outdated };
}
const DAMAGED = 'SB046';
function addPreviousRounds(previous, result) {
    if (previous === undefined)
        return result;
    const { registered, removed, changed, findings } = previous;
    return {
        ...result,
        registered: [...new Set([...registered, ...result.registered])],
        removed: [...new Set([...removed, ...result.removed])],
        changed: changed || result.changed,
        findings: [...result.findings, ...findings.filter(({ id }) => id === DAMAGED)],
    };
}
function conclude(result, run, problem) {
    const proven = result.platforms.filter((one) => isProven(one.verdict) && explainShortfall(one, result.facts) === undefined);
    const names = new Set(proven.map(({ platform }) => formatPlatform(platform)));
    const { matrix, missing } = keepRunnable(run.matrix, names);
    const ended = { ...result, matrix };
    if (problem === undefined || run.inputs.strict)
        return { ...ended, problem };
    const waived = downgradeToWarning(ended, problem);
    if (missing.length === 0)
        return waived;
    const note = `The matrix leaves out ${listed(missing)}: not proven here, and to be emulated on the runner of the leg.`;
    return { ...waived, notes: [...waived.notes, note] };
}
function downgradeToWarning(result, { id, what, reason, remedy }) {
    const title = `cannot ${what}`;
    const evidence = `${title}: ${reason}`;
    const warning = {
        id,
        severity: 'warning',
        title,
        evidence,
        remedy,
        commands: [],
        link: linkOf(id),
    };
    return { ...result, waived: true, findings: [warning, ...result.findings] };
}

;// CONCATENATED MODULE: ./lib/report/report.js





const REPORT_SCHEMA = 1;
function reportQemu({ origins, cacheHit, downloadedBytes }) {
    return { origins, cacheHit, downloadedBytes };
}
function makeReport(result) {
    const { facts, problem, checks, notes, matrix } = result;
    const healthy = isHealthy(result);
    const body = {
        schema: REPORT_SCHEMA,
        mode: result.mode,
        exitCode: problem?.exitCode ?? (checks === undefined || healthy ? 0 : 1),
        healthy,
        changed: result.changed,
        host: {
            kernel: printable(facts.kernel.release, 100),
            architecture: facts.architecture ?? 'unknown',
            privilege: facts.privilege,
            container: facts.container,
            table: facts.table.state,
        },
        platforms: reportPlatforms(result),
        registered: result.registered,
        removed: safeNames(result.removed),
        rules: reportRules(result),
        planned: result.planned && reportPreview(result.planned),
        qemu: result.qemu && reportQemu(result.qemu),
        findings: result.findings,
        checks: checks?.map(reportCheck),
        entries: checks && reportEntries(facts.table.entries),
        diagnosis: result.diagnosis,
        notes,
        problem: problem && { id: problem.id, message: problem.message },
        matrix,
    };
    return { ...body, outputs: makeOutputs(result, body) };
}
function isHealthy(result) {
    const { problem, waived, checks, diagnosis, findings } = result;
    if (checks === undefined) {
        return problem === undefined && waived !== true && reportPlatforms(result).every(({ proven }) => proven);
    }
    const blamed = diagnosis !== undefined && blamesEmulation(diagnosis);
    return !blamed && findings.every(({ severity }) => severity !== 'error');
}
function reportPlatforms(result) {
    return result.platforms
        .filter(({ implied }) => implied !== true)
        .map((one) => reportPlatform(one, explainShortfall(one, result.facts)));
}
function reportPlatform({ platform, decision: { action, reason }, verdict, failure }, shortfall) {
    const proven = isProven(verdict) && shortfall === undefined;
    const { entry, qemuVersion } = verdict ?? {};
    return {
        platform: formatPlatform(platform),
        arch: platform.arch,
        status: verdict?.status ?? 'absent',
        proven,
        action,
        reason: proven ? reason : (shortfall ?? failure ?? (verdict?.reason || reason)),
        entry: entry && printable(entry.name, 100),
        flags: entry && printable(entry.flags, 20),
        interpreter: safePath(entry?.interpreter),
        qemuVersion,
        ms: Math.round((verdict?.ms ?? 0) * 10) / 10,
    };
}
function reportRules({ rules = [] }) {
    if (rules.length === 0)
        return undefined;
    return rules.map(({ name, interpreter, registered }) => ({
        name,
        interpreter: printable(interpreter, 300),
        registered,
    }));
}
function listRunning({ verdicts, facts }, status) {
    return [...verdicts.values()]
        .filter((verdict) => verdict.status === status)
        .flatMap((verdict) => platformsOf(verdict.arch, amd64Level(verdict, facts)))
        .map(formatPlatform);
}
function makeOutputs(result, body) {
    const native = listRunning(result, 'native');
    const emulated = listRunning(result, 'emulated');
    const versions = [...result.verdicts.values()].flatMap(({ qemuVersion }) => qemuVersion ?? []);
    const { matrix } = result;
    return {
        platforms: [...native, ...emulated].join(','),
        native: native.join(','),
        emulated: emulated.join(','),
        registered: result.registered.join(','),
        'qemu-version': [...new Set(versions)].join(','),
        kernel: body.host.kernel,
        'cache-hit': String(body.qemu?.cacheHit ?? false),
        changed: String(body.changed),
        healthy: String(body.healthy),
        ...(matrix && { matrix: formatMatrix(matrix), count: String(matrix.include.length) }),
    };
}
function renderJson(report) {
    return `${JSON.stringify(report, null, 2)}\n`;
}
function safeNames(names) {
    return names.map((name) => printable(name, 100));
}
function safePath(path) {
    return path === undefined ? undefined : printable(path, 300);
}
function reportPreview(planned) {
    return { ...planned, replaced: safeNames(planned.replaced), removed: safeNames(planned.removed) };
}
function reportCheck({ id, title, ...rest }) {
    return { id, title, state: rest.state, reason: 'reason' in rest ? rest.reason : undefined };
}
function reportEntries(entries) {
    return entries.map(({ name, enabled, match, interpreter, flags }) => ({
        name: printable(name, 100),
        enabled,
        kind: match.kind,
        interpreter: safePath(interpreter),
        flags: printable(flags, 20),
    }));
}
function nameEntries(entries) {
    if (entries.length === 0)
        return [];
    const names = entries.map(({ name, enabled }) => (enabled ? name : `${name} (off)`));
    return [`in the table, the newest first: ${names.join(', ')}`];
}
function failureOf(mode, { id, message, exitCode }) {
    return {
        schema: REPORT_SCHEMA,
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
function blamesEmulation({ verdict, diagnoses }) {
    return verdict === 'emulation' && diagnoses[0]?.causes[0].supported === true;
}

;// CONCATENATED MODULE: ./lib/report/text.js


function headlineOf({ findings, platforms, diagnosis, }) {
    const count = (severity) => {
        const number = findings.filter((finding) => finding.severity === severity).length;
        return number === 0 ? '' : `${number} ${severity}${number === 1 ? '' : 's'}`;
    };
    const [errors, warnings] = [count('error'), count('warning')];
    const failure = blameOf(diagnosis);
    if (errors !== '' || failure !== '') {
        return `Not healthy: ${[failure, errors, warnings].filter((part) => part !== '').join(', ')}`;
    }
    const state = warnings === '' ? 'Healthy' : `Healthy, with ${warnings}`;
    const runs = platforms.filter(({ proven }) => proven).map(({ platform }) => platform);
    return runs.length === 0
        ? state
        : `${state}: ${runs.join(', ')} ${runs.length === 1 ? 'runs' : 'run'} here`;
}
function blameOf(diagnosis) {
    if (diagnosis === undefined || !blamesEmulation(diagnosis))
        return '';
    return `the build failed on emulation (${diagnosis.diagnoses[0]?.title})`;
}
function matters(findings) {
    return findings.filter(({ severity }) => severity !== 'info');
}
function asides(findings) {
    return findings.filter(({ severity }) => severity === 'info');
}
function tally(checks) {
    const count = (state) => checks.filter((check) => check.state === state).length;
    return `${count('clean')} checks found nothing, ${count('found')} found something, ${count('skipped')} were skipped, ${count('failed')} failed`;
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
function renderDoctor(report, paint) {
    const { checks = [], diagnosis, entries = [], findings } = report;
    const headline = headlineOf(report);
    return [
        report.healthy ? paint.good(headline) : paint.bad(headline),
        ...(diagnosis === undefined ? [] : ['', diagnosis.headline]),
        ...(diagnosis?.diagnoses ?? []).flatMap(renderDiagnosis),
        ...matters(findings).flatMap((finding) => renderFinding(finding, paint)),
        '',
        '─'.repeat(40),
        ...report.notes,
        ...report.platforms
            .filter(({ proven }) => !proven)
            .map(({ platform, reason }) => `${platform}: ${reason}`),
        ...nameEntries(entries),
        ...asides(findings).map(({ id, title, evidence }) => `${id} ${title}: ${sentence(evidence)}`),
        ...groupUnseen(checks).map(paint.faint),
        tally(checks),
    ];
}
function renderFinding({ id, severity, title, evidence, remedy, commands, link }, paint) {
    const head = `${id} ${title} (${severity})`;
    return [
        '',
        severity === 'error' ? paint.bad(head) : head,
        `  ${sentence(evidence)}`,
        `  ${sentence(remedy)}`,
        ...commands.map((command) => `    ${command}`),
        `  ${paint.faint(link)}`,
    ];
}
function renderDiagnosis({ title, evidence, causes, link }) {
    const [first, ...others] = causes;
    return [
        '',
        title,
        ...evidence.map(({ line, text }) => `  line ${line}: ${text}`),
        `  ${first.supported ? 'Cause' : 'Most likely'}: ${sentence(first.text)}`,
        `  ${sentence(first.remedy)}`,
        ...first.commands.map((command) => `    ${command}`),
        ...others.map(({ text }) => `  Or: ${sentence(text)}`),
        `  ${link}`,
    ];
}
function previewLines({ replaced, removed, rules, persisted, stop }) {
    return [
        replaced.length > 0 ? `Setup would replace ${listed(replaced)}.` : '',
        removed.length > 0 ? `Setup would remove ${listed(removed)}.` : '',
        rules.length > 0 ? `Setup would register the rules ${listed(rules)}.` : '',
        persisted.length > 0 ? `Setup would keep ${listed(persisted)} over a reboot.` : '',
        stop === undefined ? '' : `Setup would stop here: ${stop.id} ${stop.message}`,
    ].filter((line) => line !== '');
}
function renderPreviewRow(row) {
    return `${row.proven ? 'runs; would be set up again if it differs' : 'would be set up'}: ${row.reason}`;
}
const PLAIN = { good: String, bad: String, faint: String };
function renderText(report, paint = PLAIN) {
    return report.checks === undefined ? renderRun(report, paint) : renderDoctor(report, paint);
}
function renderRun(report, paint) {
    const width = Math.max(0, ...report.platforms.map(({ platform }) => platform.length));
    const lines = report.platforms.map((row) => renderRow(row, width, report.mode, paint));
    const matrix = report.mode === 'plan' ? report.matrix : undefined;
    const picture = matrix === undefined ? [] : ['', ...renderMatrix(matrix), ''];
    const rules = (report.rules ?? []).map((rule) => renderRule(rule, paint));
    const notes = remarksOf(report).map((note) => paint.faint(note));
    return [...lines, ...picture, ...rules, ...notes, renderClosing(report)];
}
function remarksOf(report) {
    const { planned, notes } = report;
    return [...(planned === undefined ? [] : previewLines(planned)), ...notes, ...warningsOf(report)];
}
function warningsOf({ findings }) {
    return findings
        .filter(({ severity }) => severity === 'warning')
        .map(({ id, evidence, remedy }) => `${id} ${sentence(evidence)} ${sentence(remedy)}`);
}
function renderRule({ name, interpreter, registered }, paint) {
    const mark = registered ? paint.good('✓') : paint.bad('✗');
    return `${mark} rule ${name}  ${registered ? `registered for ${interpreter}` : 'not registered'}`;
}
function renderRow(row, width, mode, paint) {
    const name = row.platform.padEnd(width);
    if (mode === 'plan' && row.action === 'install')
        return `${paint.faint('+')} ${name}  ${renderPreviewRow(row)}`;
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
function renderClosing({ mode, platforms, registered, removed, changed, healthy }) {
    const proven = platforms.filter((row) => row.proven).length;
    const counts = platforms.length > 0 && mode !== 'remove' && mode !== 'mount';
    const parts = counts ? [`${proven} of ${platforms.length} platforms run here`] : [];
    if (registered.length > 0)
        parts.push(`registered ${registered.join(', ')}`);
    if (removed.length > 0)
        parts.push(`removed ${removed.map((name) => printable(name, 60)).join(', ')}`);
    if (registered.length + removed.length > 0)
        return `${parts.join('; ')}.`;
    if (changed && mode === 'mount')
        return 'binfmt_misc was mounted; nothing was registered.';
    if (changed)
        parts.push('what the host does after a reboot was changed');
    else
        parts.push(healthy && mode !== 'plan' ? 'nothing had to be changed' : 'nothing was changed');
    return `${parts.join('; ')}.`;
}
function renderMatrix(matrix) {
    if (matrix.include.length === 0)
        return [EMPTY_MATRIX];
    const padded = columnsOf(matrix).map((column) => {
        const width = Math.max(...column.map((cell) => cell.length));
        return column.map((cell) => cell.padEnd(width));
    });
    return [...joinColumns(padded, '   ').map((line) => line.trimEnd()), '', sumOf(matrix)];
}
const EMPTY_MATRIX = 'No platform is left to build: the matrix is empty.';
function sumOf({ include }) {
    const emulated = include.filter((leg) => leg.emulated).length;
    const legs = include.length === 1 ? '1 leg' : `${include.length} legs`;
    return `${legs}: ${include.length - emulated} native, ${emulated} emulated`;
}
const NATIVE = '● native';
const EMULATED = '○ emulated';
const PLATFORM = 'platform';
const HOW = 'how';
const RUNNER = 'runner';
const OWN_WORDS = new Set([NATIVE, EMULATED, PLATFORM, HOW, RUNNER, '']);
const GRID_WIDTH = 80;
function columnsOf({ include: legs }) {
    const how = (leg) => (leg.emulated ? EMULATED : NATIVE);
    const names = legs.map(({ runner }) => (typeof runner === 'string' ? runner : runner.join(' + ')));
    const runners = [...new Set(names)];
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

;// CONCATENATED MODULE: ./lib/report/markdown.js



function renderSummary(report) {
    return report.checks === undefined ? markdown_renderRun(report) : markdown_renderDoctor(report);
}
function markdown_renderDoctor(report) {
    const { checks = [], diagnosis, entries = [], findings, host } = report;
    const details = [
        ...[...nameEntries(entries), ...report.notes].map(asMarkdown),
        ...report.platforms.map(({ platform, proven, reason }) => `${platform}: ${proven ? 'proven' : asMarkdown(reason)}`),
        ...asides(findings).map(({ id, title, evidence, link }) => `[${id}](${link}) ${asMarkdown(`${title}: ${sentence(evidence)}`)}`),
        ...unseen(checks).map(({ id, title, state, reason }) => asMarkdown(`${id} ${title}: ${state}: ${reason}`)),
    ];
    return [
        `### setup-binfmt doctor: ${asMarkdown(headlineOf(report))}`,
        ...(diagnosis === undefined ? [] : [`**${asMarkdown(diagnosis.headline)}**`]),
        ...(diagnosis?.diagnoses ?? []).map(markdown_renderDiagnosis),
        ...matters(findings).map(markdown_renderFinding),
        [
            '<details><summary>Details</summary>',
            '',
            `Linux ${asMarkdown(host.kernel)} on ${host.architecture}; binfmt\\_misc: ${host.table}. ${tally(checks)}.`,
            '',
            ...details.map((item) => `- ${item}`),
            '',
            '</details>',
        ].join('\n'),
        '',
    ].join('\n\n');
}
function markdown_renderFinding({ id, severity, title, evidence, remedy, commands, link }) {
    return [
        `**[${id}](${link}) ${asMarkdown(title)}** (${severity})`,
        asMarkdown(sentence(evidence)),
        asMarkdown(sentence(remedy)),
        ...fenced(commands),
    ].join('\n\n');
}
function markdown_renderDiagnosis({ title, evidence, causes, link }) {
    const [first, ...others] = causes;
    return [
        `**[${asMarkdown(title)}](${link})**`,
        evidence.map(({ line, text }) => `- line ${line}: ${asMarkdown(text)}`).join('\n'),
        `${first.supported ? 'Cause' : 'Most likely'}: ${asMarkdown(sentence(first.text))}`,
        asMarkdown(sentence(first.remedy)),
        ...fenced(first.commands),
        others.map(({ text }) => `- or: ${asMarkdown(sentence(text))}`).join('\n'),
    ]
        .filter((part) => part !== '')
        .join('\n\n');
}
function fenced(commands) {
    return commands.length === 0 ? [] : [['```sh', ...commands, '```'].join('\n')];
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
        return `${mark} ${asMarkdown(renderPreviewRow(row))}`;
    return row.proven ? mark : `${mark} ${asMarkdown(row.reason)}`;
}
function markdown_renderRun(report) {
    const { mode, matrix, host, qemu, problem } = report;
    const rows = report.platforms.map((row) => [
        `\`${row.platform}\``,
        MARKS[row.status],
        row.qemuVersion ?? '',
        asMarkdown(row.flags ?? ''),
        proofCell(row, mode),
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
        ...(mode === 'plan' && matrix !== undefined ? [markdown_renderMatrix(matrix), ''] : []),
        `Linux ${asMarkdown(host.kernel)} on ${host.architecture}${qemu === undefined ? '' : `; ${qemu.origins.map(asMarkdown).join('; ')}`}`,
        '',
        ...remarksOf(report).map((note) => `- ${asWholeMarkdown(note)}`),
        ...(problem === undefined ? [] : ['', `**${problem.id}** ${asWholeMarkdown(problem.message)}`]),
        '',
    ].join('\n');
}
function markdown_renderMatrix(matrix) {
    if (matrix.include.length === 0)
        return EMPTY_MATRIX;
    const cells = columnsOf(matrix).map((column) => {
        const [head = '', ...rest] = column.map((cell) => (OWN_WORDS.has(cell) ? cell : `\`${cell}\``));
        return [head, '---', ...rest];
    });
    return [...joinColumns(cells, ' | ').map((line) => `| ${line} |`), '', sumOf(matrix)].join('\n');
}

;// CONCATENATED MODULE: ./lib/report/github.js







function documentationAddress(host) {
    const { GITHUB_SERVER_URL: server, GITHUB_ACTION_REPOSITORY: repository, GITHUB_ACTION_REF: ref, } = host.env;
    const parts = [server, repository, 'blob', ref];
    const known = parts.every((part) => part !== undefined && /^[\w.:/@-]{1,200}$/.test(part));
    return known ? `${parts.join('/')}/` : '';
}
function githubProgress() {
    let open = false;
    const end = () => {
        if (open)
            core/* endGroup */.N4();
        open = false;
    };
    return {
        group: (title) => {
            end();
            core/* startGroup */.Oh(title);
            open = true;
        },
        line: writeLine,
        end,
    };
}
function writeLine(text) {
    core/* info */.pq(`  ${oneLine(text)}`);
}
async function publishReport(host, report, summary) {
    renderText(report).forEach(writeLine);
    const lost = [];
    const attempt = async (publish) => {
        try {
            await publish();
        }
        catch (thrown) {
            lost.push(thrown);
        }
    };
    let outputs = report.outputs;
    await attempt(() => {
        const file = writeReport(host, report);
        if (file !== undefined)
            outputs = { report: file, ...outputs };
    });
    await attempt(() => setOutputs(outputs));
    for (const { level, title, text } of annotationsOf(report)) {
        if (level === 'error')
            core/* error */.z3(text, { title });
        else
            core/* warning */.$e(text, { title });
    }
    if (summary && host.env.GITHUB_STEP_SUMMARY) {
        await attempt(() => summary_summary.addRaw(renderSummary(report)).write());
    }
    publishProblem(report);
    return lost.length === 0 ? undefined : runnerProblem('publish the result', ...lost);
}
function writeReport(host, report) {
    const temp = host.env.RUNNER_TEMP;
    if (temp === undefined || host.stat(temp)?.kind !== 'folder')
        return undefined;
    const path = `${host.makeTemporary('setup-binfmt-report-', temp)}/report.json`;
    host.writeFile(path, renderJson(report), 0o644);
    return path;
}
function setOutputs(outputs) {
    for (const [name, value] of Object.entries(outputs))
        core/* setOutput */.uH(name, value);
}
function publishProblem({ problem }) {
    if (problem !== undefined)
        core/* error */.z3(problem.message, { title: problem.id });
}
function addToPath(folder) {
    try {
        core/* addPath */.fM(folder);
    }
    catch (thrown) {
        throw runnerProblem('put a folder on PATH of later steps', thrown);
    }
}
function publishAfterwards(report) {
    for (const line of renderText(report))
        core/* info */.pq(line);
    publishProblem(report);
}
function publishFailure(problem) {
    core/* error */.z3(problem.message, { title: problem.id });
    if (core/* isDebug */._o() && problem.cause !== undefined)
        core/* debug */.Yz((0,external_node_util_.inspect)(problem.cause));
}
function publishKnown(outputs) {
    try {
        setOutputs(outputs);
    }
    catch {
    }
}
function runnerProblem(what, ...thrown) {
    const text = {
        id: 'SB-RUNNER',
        kind: 'host',
        what,
        cause: thrown.map(reasonOf).join('; '),
        remedy: 'Let RUNNER_TEMP and the GITHUB_ variables of this step name what it can write',
    };
    return new SetupProblem(text, { cause: thrown[0] });
}
const ANNOTATION_LIMIT = 10;
function annotationsOf(report) {
    const shown = report.mode === 'doctor' ? ['error', 'warning'] : ['warning'];
    const found = report.findings.flatMap(({ id, severity, title, evidence, remedy }) => severity !== 'info' && shown.includes(severity)
        ? [{ level: severity, title: `${id} ${title}`, text: `${sentence(evidence)} ${sentence(remedy)}` }]
        : []);
    const [first] = report.diagnosis?.diagnoses ?? [];
    const log = first === undefined || first.standing === 'not-emulation'
        ? []
        : [
            {
                level: 'error',
                title: first.title,
                text: `${sentence(first.causes[0].text)} ${sentence(first.causes[0].remedy)}`,
            },
        ];
    return [...log, ...found].slice(0, ANNOTATION_LIMIT);
}

;// CONCATENATED MODULE: ./lib/text/redact.js
const VALUE = `(?:\\\\?"[^"]*"?|\\\\?'[^']*'?|[^\\s"',]+)`;
const redact_WORD = `(?:"[^"]*"?|'[^']*'?|[^\\s"'](?:[^\\s"']|"(?=[^\\s"])[^"]*"|'(?=[^\\s'])[^']*')*)`;
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
    [new RegExp(`(?<![A-Za-z0-9_])([A-Z_]\\w*=)(?:\\\\["'][^"']*|${redact_WORD})`, 'g'), '$1…'],
    [/\b(ENV\s{1,4}[A-Za-z_]\w*\s{1,4})\S.*/g, '$1…'],
    [/(?<![\w-])((?:--build-arg|--env|-e)[\s=]{1,4}["']?[\w.-]+=)(?<=["'][\w.-]+=)[^"']*/g, '$1…'],
    [new RegExp(`(?<![\\w-])((?:--build-arg|--env|-e)[\\s=]{1,4}[\\w.-]+=)${redact_WORD}`, 'g'), '$1…'],
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

;// CONCATENATED MODULE: ./lib/main/program.js






const INTERNAL = 'SB-INTERNAL';
const REMEDIES = [
    { errnos: ['ENOSPC', 'EDQUOT'], remedy: 'Make room on that file system' },
    { errnos: ['EROFS', 'EACCES', 'EPERM'], remedy: 'Let this user write there' },
    { errnos: ['EMFILE'], remedy: 'Let this program open more files (ulimit -n)' },
    { errnos: ['ENFILE'], remedy: 'Let this machine open more files (fs.file-max)' },
    { errnos: ['ENOMEM'], remedy: 'Give this program more memory' },
];
async function program_runToEnd(fail, ...parts) {
    let what = 'start';
    const end = (thrown) => {
        try {
            return fail(thrown instanceof SetupProblem ? thrown : unforeseen(thrown, what));
        }
        catch {
            return 1;
        }
    };
    process.on('uncaughtException', (thrown) => {
        if (errnoOf(thrown) !== 'EPIPE')
            process.exit(end(thrown));
    });
    const codes = [];
    for (const part of parts) {
        try {
            codes.push(await part((next) => {
                what = next;
            }));
        }
        catch (thrown) {
            codes.push(end(thrown));
        }
    }
    return codes.find((code) => code !== 0) ?? 0;
}
function unforeseen(thrown, what) {
    const errno = errnoOf(thrown) ?? '';
    const remedy = REMEDIES.find(({ errnos }) => errnos.includes(errno))?.remedy;
    const system = `setup-binfmt ${PROGRAM_VERSION}, Node.js ${process.version}, ${process.platform} ${(0,external_node_os_.release)()} ${process.arch}`;
    const send = `send this line and the log of a run with RUNNER_DEBUG=1 to the maintainers (${system})`;
    const text = {
        id: INTERNAL,
        kind: 'unproven',
        what,
        cause: `${hideHomes(reasonOf(thrown))} (this was not foreseen)`,
        remedy: remedy === undefined ? `Please ${send}` : `${remedy}; where that does not help, ${send}`,
    };
    return new SetupProblem(text, { cause: thrown });
}
function followProgress(progress, what, doing) {
    doing(what);
    const group = (title) => {
        doing(`${what} (${title})`);
        progress.group(title);
    };
    return { ...progress, group };
}
function privilegedProgram() {
    const started = process.argv[1];
    return (0,external_node_path_.join)(started === undefined ? process.cwd() : (0,external_node_path_.dirname)((0,external_node_fs_.realpathSync)(started)), 'privileged.js');
}

;// CONCATENATED MODULE: ./lib/doctor/checks/claims.js



function claimsOf({ facts, verdicts, asked = [], claims }) {
    if (claims !== undefined)
        return claims;
    return [...(verdicts?.values() ?? [])].flatMap((verdict) => {
        const target = targetOf(verdict.arch);
        const wanted = asked.length === 0 || asked.includes(verdict.arch) || verdict.arch === facts.architecture;
        if (target === undefined || !wanted)
            return [];
        const claiming = claimants(facts.table.entries, target);
        return [{ target, verdict, claiming, answering: claiming.find(({ enabled }) => enabled) }];
    });
}
function answeredClaimsOf(context) {
    return claimsOf(context).filter((claim) => claim.answering !== undefined);
}
function handlersOf(context) {
    const found = new Map();
    for (const { target, verdict, answering } of answeredClaimsOf(context)) {
        const path = answering.interpreter;
        if (path === undefined || target.arch === context.facts.architecture)
            continue;
        const known = found.get(answering.name);
        found.set(answering.name, {
            entry: answering,
            path,
            archs: [...(known?.archs ?? []), target.arch],
            verdicts: [...(known?.verdicts ?? []), verdict],
            file: context.doctor?.interpreters.get(path),
        });
    }
    return [...found.values()];
}
function describeHandlers(handlers) {
    const names = handlers.map(({ entry, path }) => `${printable(entry.name, 60)} (${path})`);
    return listed(names, 8, 400);
}
function observeHandlers(handlers, evidence, { replace = false, persist = false } = {}) {
    if (handlers.length === 0)
        return undefined;
    const archs = handlers.flatMap((handler) => handler.archs);
    return { evidence, commands: [`${setupCommand(archs, replace)}${persist ? ' --persist' : ''}`] };
}
function entryCommands(word, entries) {
    return entries.flatMap(({ name }) => printable(name) !== name ? [] : [`echo ${word} | sudo tee ${shellWord(`${TABLE_PATH}/${name}`)}`]);
}
function setupCommand(archs, replace = false) {
    const names = archs.map((arch) => `linux/${arch}`).join(' ');
    return `${PROGRAM} setup ${names}${replace ? ' --on-conflict replace' : ''}`;
}

;// CONCATENATED MODULE: ./lib/doctor/checks/engines.js



const NO_CLIENT = 'there is no program named docker';
const NO_ENGINE = 'no Docker engine answers';
function skipSilent({ engine }) {
    return engine.server === undefined ? (engine.silence ?? NO_ENGINE) : undefined;
}
function proven({ verdicts }) {
    return [...(verdicts?.values() ?? [])]
        .filter(({ status }) => status === 'emulated')
        .flatMap(({ arch }) => platformsOf(arch))
        .map(formatPlatform);
}
function lacking(builder, platforms) {
    return platforms.filter((platform) => !builder.platforms.includes(platform));
}
function localBuilders({ engine }) {
    return engine.builders.filter(({ driver, running }) => running && (driver === 'docker' || driver === 'docker-container'));
}
function containerBuilders(doctor) {
    return localBuilders(doctor).filter(({ driver }) => driver === 'docker-container');
}
const WAIT = {
    remedy: 'Wait 20 seconds and ask it again; if it still does not list them, start the Docker engine again',
    commands: ['sleep 21', 'docker buildx inspect'],
};
const ENGINE_CHECKS = [
    doctorCheck('info', 'SB050', 'Docker is not here', {
        remedy: 'None is needed for the set-up; install it where builds use it',
        commands: ['command -v docker'],
        look: ({ engine }) => !engine.client && NO_CLIENT,
    }),
    doctorCheck('info', 'SB056', 'the Docker engine does not answer', {
        remedy: 'Start it, or let this user use it',
        commands: ['docker version'],
        skip: ({ engine }) => (engine.client ? undefined : NO_CLIENT),
        look: ({ engine }) => engine.server === undefined && printable(engine.silence ?? NO_ENGINE, 200),
    }),
    doctorCheck('warning', 'SB052', 'the Docker engine runs on another kernel', {
        remedy: 'Set up where the engine runs: its kernel decides what its containers can run',
        commands: ['docker info --format "{{.OperatingSystem}}, kernel {{.KernelVersion}}"'],
        skip: ({ engine }) => engine.remote === undefined && engine.server === undefined ? (engine.silence ?? NO_ENGINE) : undefined,
        look: ({ engine }, { facts }) => {
            if (engine.remote !== undefined)
                return `the engine is reached by ${printable(engine.remote, 20)}, on another machine`;
            const { server } = engine;
            if (server === undefined || server.kernel === '' || server.kernel === facts.kernel.release)
                return [];
            return `the engine runs on kernel ${printable(server.kernel, 60)} (${printable(server.system, 80)}), and this is ${printable(facts.kernel.release, 60)}`;
        },
    }),
    doctorCheck('info', 'SB055', 'the Docker engine is rootless', {
        remedy: 'Register on the host as root, or in the table of the engine as its user',
        commands: [`${PROGRAM} setup linux/arm64 --scope engine`],
        skip: skipSilent,
        look: ({ engine }) => engine.server?.rootless && 'docker info says so; an installer run in a container cannot serve it',
    }),
    doctorCheck('info', 'SB051', 'buildx is not here', {
        remedy: 'Install docker-buildx-plugin, or use docker/setup-buildx-action',
        commands: ['docker buildx version'],
        skip: ({ engine }) => (engine.client ? undefined : NO_CLIENT),
        look: ({ engine }) => engine.buildx === undefined && 'docker buildx does not answer',
    }),
    doctorCheck('warning', 'SB053', 'a builder does not know what runs here', {
        remedy: 'Start the builder again, and set up before it is made from now on',
        commands: ['docker buildx stop builder', 'docker buildx inspect --bootstrap builder'],
        skip: (doctor, context) => {
            if (doctor.engine.remote !== undefined)
                return 'the engine is on another machine';
            if (proven(context).length === 0)
                return 'no emulated platform is proven here';
            return localBuilders(doctor).length === 0 ? 'no builder is running' : undefined;
        },
        look: (doctor, context) => localBuilders(doctor).flatMap((builder) => {
            const absent = lacking(builder, proven(context));
            if (absent.length === 0)
                return [];
            const name = shellWord(builder.name);
            const evidence = `builder ${printable(builder.name, 60)} (${printable(builder.driver, 30)}) does not list ${listed(absent)}, which ${absent.length === 1 ? 'runs' : 'run'} here`;
            if (builder.driver === 'docker')
                return { evidence, ...WAIT };
            return {
                evidence,
                commands: [`docker buildx stop ${name}`, `docker buildx inspect --bootstrap ${name}`],
            };
        }),
    }),
    doctorCheck('info', 'SB054', 'BuildKit would use the emulator that it carries', {
        remedy: 'Set these platforms up on the host',
        commands: ['node dist/cli.js setup linux/arm64'],
        skip: (doctor) => containerBuilders(doctor).length === 0 && 'no builder of the driver docker-container is running',
        look: (doctor, { asked = [], verdicts }) => {
            const absent = asked.filter((arch) => verdicts?.get(arch)?.status === 'absent');
            const names = containerBuilders(doctor).map(({ name }) => name);
            return (absent.length > 0 &&
                `builder ${listed(names)} would run ${absent.join(', ')} by the emulator in its image`);
        },
    }),
];

;// CONCATENATED MODULE: ./lib/facts/facts.js

const FIX_BINARY_SINCE = '4.8';
function kernelAbilities({ version }) {
    const stable = (from, below) => atLeast(version, from) && !atLeast(version, below);
    return {
        fixBinary: version === undefined || atLeast(version, FIX_BINARY_SINCE),
        tellsPreserve: atLeast(version, '5.12') || stable('5.10.225', '5.11'),
        tablePerNamespace: atLeast(version, '6.7'),
        entriesDieWithMount: atLeast(version, '6.7') ||
            stable('5.4.283', '5.5') ||
            stable('5.10.225', '5.11') ||
            stable('6.1.107', '6.2'),
    };
}
function isPrivileged({ privilege }) {
    return privilege === 'root' || privilege === 'sudo';
}

;// CONCATENATED MODULE: ./lib/doctor/checks/entries.js






const NOT_READY = 'the table cannot be read';
const NOTHING_PROBED = 'nothing was probed';
function skipUnread({ facts, verdicts }) {
    if (facts.table.state !== 'ready')
        return NOT_READY;
    return verdicts === undefined ? NOTHING_PROBED : undefined;
}
function observeShadowed(context, same) {
    const found = answeredClaimsOf(context).filter((claim) => behind(claim).some((entry) => isSame(entry, claim.answering) === same));
    const broken = found.filter(({ verdict }) => verdict.status === 'broken');
    const worth = broken.length > 0 ? broken : found;
    if (worth.length === 0)
        return [];
    const evidence = worth.map((claim) => {
        const hidden = behind(claim).map(({ name }) => name);
        return `${claim.target.arch}: ${listed([claim.answering.name])} answers, and ${listed(hidden)} ${hidden.length === 1 ? 'is' : 'are'} never asked`;
    });
    return {
        evidence: evidence.join('; '),
        severity: broken.length > 0 ? 'warning' : 'info',
        commands: entryCommands('-1', [...new Set(worth.map(({ answering }) => answering))]),
    };
}
function behind({ claiming, answering }) {
    return claiming.filter((entry) => entry.enabled && entry !== answering);
}
function isSame(a, b) {
    return a.match.kind === 'magic' && b.match.kind === 'magic' && sameMagic(a.match, b.match);
}
function listFlags(handlers) {
    return listed(handlers.map(({ entry }) => `${entry.name} (flags "${entry.flags}")`));
}
function observeWithout(flag, context, effect) {
    const bare = handlersOf(context).filter(({ entry, verdicts }) => !entry.flags.includes(flag) && verdicts.some(({ status }) => status === 'emulated'));
    const names = listed(bare.map(({ entry }) => `${entry.name} (${flagSet(entry.flags)})`));
    return observeHandlers(bare, `${names}: ${effect}`, { replace: true });
}
const EXAMPLE_SETUP = [setupCommand(['arm64'])];
const EXAMPLE_REPLACE = [setupCommand(['arm64'], true)];
const EXAMPLE_REMOVE = ['echo -1 | sudo tee /proc/sys/fs/binfmt_misc/qemu-aarch64'];
const ENTRY_CHECKS = [
    check('error', 'SB030', 'the native architecture is registered', {
        remedy: 'Remove this entry, in a root shell that is open already: no other program can be started while it is there',
        commands: ['echo -1 > /proc/sys/fs/binfmt_misc/qemu-x86_64'],
        skip: ({ facts }) => (facts.table.state === 'ready' ? undefined : NOT_READY),
        look: (context) => {
            const native = claimsOf(context).find(({ target }) => target.arch === context.facts.architecture);
            const entries = native?.claiming.filter(({ enabled }) => enabled) ?? [];
            if (native === undefined || entries.length === 0)
                return [];
            const names = listed(entries.map(({ name }) => name));
            return {
                evidence: `${names} takes ${native.target.arch} programs, which this host runs itself`,
                commands: entryCommands('-1', entries).map((command) => command.replace('| sudo tee', '>')),
            };
        },
    }),
    {
        id: 'SB011',
        severity: 'error',
        title: 'not set up',
        remedy: 'Run setup for these platforms, before the builder is made',
        commands: EXAMPLE_SETUP,
        skip: skipUnread,
        look: (context) => {
            const claims = claimsOf(context);
            const absent = claims.filter(({ verdict, claiming }) => verdict.status === 'absent' && claiming.length === 0);
            const archs = absent.map(({ target }) => target.arch);
            const asked = archs.filter((arch) => context.asked?.includes(arch));
            const evidence = 'no entry takes programs of';
            if (asked.length > 0) {
                return { evidence: `${evidence} ${asked.join(', ')}`, commands: [setupCommand(asked)] };
            }
            if (archs.length === 0)
                return [];
            const commands = [setupCommand(archs)];
            const nothing = claims.every(({ verdict: { status } }) => status === 'absent' || status === 'native');
            if (nothing)
                return { evidence: `${evidence} any other architecture`, severity: 'warning', commands };
            const rest = `${archs.join(', ')}; they were not asked for by name`;
            return { evidence: `${evidence} ${rest}`, severity: 'info', commands };
        },
    },
    check('warning', 'SB027', 'entry switched off', {
        remedy: 'Switch it on',
        commands: ['echo 1 | sudo tee /proc/sys/fs/binfmt_misc/qemu-aarch64'],
        skip: skipUnread,
        look: (context) => {
            const off = claimsOf(context).filter(({ claiming, answering, verdict }) => claiming.length > 0 && answering === undefined && verdict.status !== 'native');
            if (off.length === 0)
                return [];
            const entries = [...new Set(off.flatMap(({ claiming }) => claiming.slice(0, 1)))];
            const wanted = off.some(({ target }) => context.asked?.includes(target.arch));
            return {
                evidence: `${listed(entries.map(({ name }) => name))}: disabled, and no other entry takes programs of ${off.map(({ target }) => target.arch).join(', ')}`,
                severity: wanted ? 'error' : 'warning',
                commands: entryCommands('1', entries),
            };
        },
    }),
    {
        id: 'SB020',
        severity: 'error',
        title: 'entry without the F flag',
        remedy: 'Register again with the F flag',
        commands: EXAMPLE_SETUP,
        skip: skipUnread,
        look: (context) => {
            const bare = handlersOf(context).filter(({ entry, verdicts }) => !entry.flags.includes('F') && verdicts.some(({ status }) => status !== 'emulated'));
            return observeHandlers(bare, `${listFlags(bare)}: containers do not see the emulator`);
        },
    },
    check('error', 'SB033', 'arguments are shifted', {
        remedy: 'Register again: setup tries the flags out and takes those under which arguments arrive whole',
        commands: EXAMPLE_SETUP,
        skip: skipUnread,
        look: (context) => {
            const shifted = handlersOf(context).filter(({ verdicts }) => verdicts.some(({ result }) => result === 'arguments'));
            return observeHandlers(shifted, `${listFlags(shifted)}: the probe received another number of arguments than it was given`);
        },
    }),
    {
        id: 'SB034',
        severity: 'error',
        title: 'the emulator fails',
        remedy: 'Put another QEMU in its place',
        commands: EXAMPLE_REPLACE,
        skip: skipUnread,
        look: (context) => {
            const failing = handlersOf(context).flatMap(({ entry, file, verdicts }) => verdicts.filter(({ status, result }) => {
                if (result === 'arguments' || result === undefined || result === 'works')
                    return false;
                if (result === 'no-handler' && context.facts.userNamespace)
                    return false;
                if (status === 'broken')
                    return !(result === 'no-interpreter' && explainsAbsence(file));
                return status === 'outside-only' && entry.flags.includes('F') && !explainsAbsence(file);
            }));
            if (failing.length === 0)
                return [];
            const archs = failing.map(({ arch }) => arch);
            const evidence = failing.map(({ arch, reason }) => `${arch}: ${reason}`).join('; ');
            return { evidence, commands: [setupCommand(archs, true)] };
        },
    },
    check('warning', 'SB031', 'emulated although this machine may run it itself', {
        remedy: 'Remove the entry, and look whether the programs run without it',
        commands: ['echo -1 | sudo tee /proc/sys/fs/binfmt_misc/qemu-i386'],
        skip: skipUnread,
        look: (context) => {
            const { architecture } = context.facts;
            const no386 = context.doctor?.kernelConfig?.options.get('CONFIG_IA32_EMULATION') === 'n';
            const taken = answeredClaimsOf(context).filter(({ target: { arch } }) => arch !== architecture && mayRunNatively(architecture, arch) && !(arch === '386' && no386));
            return taken.map(({ target, answering }) => ({
                evidence: `${listed([answering.name])} takes ${target.arch} programs on this ${architecture} machine`,
                severity: target.arch === '386' ? 'warning' : 'info',
                commands: entryCommands('-1', [answering]),
            }));
        },
    }),
    {
        id: 'SB028',
        severity: 'info',
        title: 'entry shadowed by a newer one',
        remedy: 'If the wrong one answers, remove the one that was registered later',
        commands: EXAMPLE_REMOVE,
        skip: skipUnread,
        look: (context) => observeShadowed(context, false),
    },
    check('info', 'SB029', 'the same magic twice', {
        remedy: 'Remove the one that is not wanted',
        commands: EXAMPLE_REMOVE,
        skip: skipUnread,
        look: (context) => observeShadowed(context, true),
    }),
    {
        id: 'SB032',
        severity: 'info',
        title: 'entry without the C flag',
        remedy: 'If sudo is needed in emulated containers, register again with the C flag',
        commands: EXAMPLE_REPLACE,
        skip: skipUnread,
        look: (context) => observeWithout('C', context, 'sudo and other setuid programs have no rights in emulated containers'),
    },
    check('info', 'SB035', 'entry without the P flag', {
        remedy: 'If programs complain of their own name, register again with the P flag',
        commands: EXAMPLE_REPLACE,
        skip: skipUnread,
        look: (context) => kernelAbilities(context.facts.kernel).tellsPreserve &&
            observeWithout('P', context, 'emulated programs see their path in place of the name that they were called by'),
    }),
    doctorCheck('info', 'SB037', 'systemd-binfmt would remove entries', {
        remedy: 'To keep them, write them to /etc/binfmt.d: set the input persist to true',
        commands: [`${EXAMPLE_SETUP.join()} --persist`],
        skip: ({ systemdBinfmt }, context) => systemdBinfmt ? skipUnread(context) : 'systemd-binfmt does not run on this machine',
        look: ({ rules, dpkgTrigger }, context) => {
            const kept = new Set(rules.map(({ name }) => name));
            const lost = handlersOf(context).filter(({ entry }) => !kept.has(entry.name));
            const when = dpkgTrigger
                ? 'a restart of systemd-binfmt, and many a package'
                : 'a restart of systemd-binfmt';
            return observeHandlers(lost, `${listed(lost.map(({ entry }) => entry.name))}: in no binfmt.d file, so that ${when} removes them`, { persist: true });
        },
    }),
    doctorCheck('info', 'SB038', 'binfmt-support manages entries', {
        remedy: 'Change its entries by update-binfmts, or they come back with its next start',
        commands: ['update-binfmts --display'],
        skip: ({ binfmtSupport }) => (binfmtSupport ? undefined : 'binfmt-support is not installed'),
        look: () => 'update-binfmts is installed, and registers its own list at every start',
    }),
    check('info', 'SB039', 'another translator answers', {
        remedy: 'If it is not wanted, remove its entry; this program leaves it alone',
        skip: skipUnread,
        look: (context) => {
            const others = handlersOf(context).filter(({ path, verdicts }) => !/(?:^|\/)qemu-/.test(path) && verdicts.every(({ qemuVersion }) => qemuVersion === undefined));
            return others.length > 0 && `${describeHandlers(others)} is no QEMU`;
        },
    }),
];
function explainsAbsence(file) {
    if (file === undefined)
        return false;
    return file.state === 'missing' || file.kind === 'script' || file.elf?.interpreter === true;
}

;// CONCATENATED MODULE: ./lib/doctor/checks/environment.js



const SCARCE_BYTES = 200 * 1024 * 1024;
const OLDEST_NODE = '20';
function controlFailure({ facts, verdicts }) {
    const control = verdicts?.get(facts.architecture ?? '');
    if (control === undefined || control.status === 'native')
        return undefined;
    return `the probe of ${control.arch}, this host’s own architecture, does not run natively: ${control.reason || 'it is emulated'}`;
}
function skipUnasked({ network }) {
    return network === undefined ? 'the network was not asked for (--network)' : undefined;
}
const ENVIRONMENT_CHECKS = [
    doctorCheck('error', 'SB061', 'probes cannot be run', {
        remedy: 'Give this step a temporary folder in which programs can be started (TMPDIR)',
        commands: ['findmnt -o TARGET,OPTIONS -T /tmp'],
        look: ({ probing }, context) => probing === undefined ? controlFailure(context) : printable(probing, 200),
    }),
    doctorCheck('info', 'SB060', 'a folder is mounted noexec', {
        remedy: 'Set TMPDIR and RUNNER_TEMP to folders in which programs can be started',
        commands: ['findmnt -O noexec'],
        look: ({ places }) => listed(places.flatMap(({ noexec, what, path }) => (noexec ? `${what} ${path}` : []))),
    }),
    doctorCheck('warning', 'SB063', 'little disk space', {
        remedy: 'Make room',
        commands: ['df -h'],
        look: ({ places }) => listed(places.flatMap(({ what, path, freeBytes = Number.POSITIVE_INFINITY }) => freeBytes < SCARCE_BYTES
            ? `${what} ${path} has ${Math.floor(freeBytes / 1024 / 1024)} MB left`
            : [])),
    }),
    check('warning', 'SB062', 'Node.js is too old', {
        remedy: `Use Node.js ${OLDEST_NODE} or newer; on a runner, upgrade the runner`,
        commands: ['node --version'],
        look: ({ facts }) => {
            const version = parseVersion(facts.nodeVersion);
            const old = version !== undefined && isOlder(version, OLDEST_NODE);
            return old && `this is Node.js ${printable(facts.nodeVersion, 40)}`;
        },
    }),
    doctorCheck('warning', 'SB066', 'the log cannot be read', {
        remedy: 'Name the file that the build wrote its output to, or - for standard input',
        commands: ['docker build . 2>&1 | tee build.log', 'node dist/cli.js doctor --log build.log'],
        look: ({ unreadableLog }) => {
            if (unreadableLog === undefined)
                return [];
            const absent = unreadableLog === 'ENOENT' ? ': the build may never have started' : '';
            return `the log cannot be read (${printable(unreadableLog, 40)})${absent}`;
        },
    }),
    doctorCheck('info', 'SB064', 'a proxy is set', {
        remedy: 'If downloads fail, see that the registries are allowed there',
        skip: skipUnasked,
        look: ({ network }) => {
            const names = network?.proxies ?? [];
            return names.length > 0 && `${listed(names)} ${names.length === 1 ? 'is' : 'are'} set`;
        },
    }),
    doctorCheck('warning', 'SB065', 'a registry cannot be reached', {
        remedy: 'Allow it in the firewall or proxy, name a mirror in registry-mirrors, or take QEMU from apt (qemu-from)',
        skip: skipUnasked,
        look: ({ network }) => (network?.registries ?? [])
            .flatMap(({ name, problem }) => problem === undefined ? [] : `${printable(name, 80)}: ${printable(problem, 120)}`)
            .join('; '),
    }),
];

;// CONCATENATED MODULE: ./lib/doctor/checks/kernel.js




const LOAD_ANYWAY = 'sudo modprobe --ignore-install binfmt_misc';
function remedyFor(blocks, forbidden) {
    const files = [...new Set(blocks.map(({ where }) => where))].filter((where) => where.startsWith('/'));
    const taking = files.map((file) => `sudo sed -i '/binfmt[-_]misc/s/^/# /' ${shellWord(file)}`);
    const past = blocks.some(({ where }) => !where.startsWith('/'));
    if (!forbidden && !past)
        return { commands: [LOAD_ANYWAY, ...taking] };
    return {
        remedy: 'Take the rules out, have the module loaded at the start, and start the machine again',
        commands: [...taking, 'echo binfmt_misc | sudo tee /etc/modules-load.d/binfmt_misc.conf', 'sudo reboot'],
    };
}
const KERNEL_CHECKS = [
    check('error', 'SB001', 'not Linux', {
        preflight: true,
        remedy: 'Run this step on a Linux machine: binfmt_misc is a part of the Linux kernel',
        look: ({ facts }) => facts.system !== 'linux' && `this is ${printable(facts.system, 40)}`,
    }),
    {
        id: 'SB002',
        severity: 'error',
        title: 'kernel without the F flag',
        preflight: true,
        blocking: true,
        remedy: `Upgrade the kernel to ${FIX_BINARY_SINCE} or newer`,
        commands: ['uname -r'],
        look: ({ facts: { kernel } }) => !kernelAbilities(kernel).fixBinary &&
            `kernel ${printable(kernel.release, 60)} is older than ${FIX_BINARY_SINCE} and has no F flag, without which a container cannot see the emulator`,
    },
    check('error', 'SB003', 'kernel without binfmt_misc', {
        preflight: true,
        blocking: true,
        remedy: 'Boot a kernel that is built with CONFIG_BINFMT_MISC',
        commands: ['zgrep -s BINFMT_MISC /proc/config.gz /boot/config-$(uname -r)'],
        look: ({ facts: { kernel, table }, doctor }) => {
            const config = doctor?.kernelConfig;
            const written = config?.options.get('CONFIG_BINFMT_MISC') === 'n' ? ` (${config.path} says so)` : '';
            return (table.state === 'unsupported' &&
                `kernel ${printable(kernel.release, 60)} has no ${table.path}: it is built without CONFIG_BINFMT_MISC${written}`);
        },
    }),
    {
        id: 'SB004',
        severity: 'error',
        title: 'module binfmt_misc missing',
        preflight: true,
        blocking: true,
        remedy: 'Install the modules of the running kernel, or boot the kernel whose modules are installed',
        commands: ['sudo apt-get install linux-modules-$(uname -r)'],
        look: ({ facts: { kernel, table } }) => table.state === 'module-missing' &&
            `binfmt_misc is a module of kernel ${printable(kernel.release, 60)}, and it is not among the installed modules`,
    },
    doctorCheck('error', 'SB041', 'module binfmt_misc blocked', {
        blocking: true,
        remedy: 'Load the module past the rule, and take the rule out so that it is loaded at the next start, too',
        commands: [LOAD_ANYWAY],
        skip: (_doctor, { facts }) => facts.table.state !== 'not-loaded' && 'binfmt_misc is no module that waits to be loaded',
        look: ({ moduleBlocks, sysctls }) => {
            const forbidden = sysctls['kernel.modules_disabled'] === 1;
            const rules = moduleBlocks.map(({ where, rule }) => `${printable(where, 120)} says "${printable(rule, 120)}"`);
            if (forbidden)
                rules.push('kernel.modules_disabled is 1 until the next start');
            return rules.length > 0 && { evidence: rules.join('; '), ...remedyFor(moduleBlocks, forbidden) };
        },
    }),
    check('info', 'SB013', 'entries last as long as the mount', {
        remedy: `Leave ${TABLE_PATH} mounted on the host`,
        commands: [`findmnt ${TABLE_PATH}`],
        skip: ({ facts }) => (facts.table.state === 'ready' ? 'it is mounted here' : undefined),
        look: ({ facts: { kernel } }) => kernelAbilities(kernel).entriesDieWithMount &&
            `on kernel ${printable(kernel.release, 60)} entries vanish with the last mount: what an installer in a container registers is gone when it ends`,
    }),
];

;// CONCATENATED MODULE: ./lib/doctor/checks/namespaces.js



const ENOUGH_IDS = 65_536;
const LIMIT_REACHED = /No space left on device|Too many users/;
function obstacleCheck(id, title, { see, ...rest }) {
    return check('error', id, title, {
        ...rest,
        preflight: true,
        skip: skipUntried,
        look: (context) => {
            const { namespaces } = context.facts;
            if (namespaces === undefined || !isFailed(namespaces))
                return [];
            const evidence = see(namespaces, context);
            return evidence && { evidence, severity: namespaces.wanted ? 'error' : 'info' };
        },
    });
}
function skipUntried({ facts }) {
    return facts.namespaces === undefined ? 'nobody tried to make a table of their own' : undefined;
}
function isFailed(namespaces) {
    return !namespaces.attempt.ok;
}
function isExplained(failed, { facts }) {
    return (!kernelAbilities(facts.kernel).tablePerNamespace ||
        !failed.built ||
        failed.limit === 0 ||
        LIMIT_REACHED.test(failed.attempt.said) ||
        (facts.uid !== 0 && (failed.unprivilegedClone === false || failed.appArmorRestricts === true)));
}
function said(failed) {
    return printable(failed.attempt.said, 160) || 'no reason was given';
}
const CAP_SETFCAP = 31n;
const NO_SETFCAP = 'root without the capability SETFCAP may not map itself into a user namespace, and an ordinary user may: run this step as one, or keep the capability';
function mayMapRoot({ capabilities }) {
    return ((capabilities >> CAP_SETFCAP) & 1n) === 1n;
}
const NAMESPACE_CHECKS = [
    obstacleCheck('SB070', 'kernel without private tables', {
        remedy: 'Upgrade the kernel to 6.7 or newer, or have root register on the host once',
        commands: ['uname -r'],
        see: (failed, { facts }) => !kernelAbilities(facts.kernel).tablePerNamespace &&
            failed.attempt.stage !== 'engine' &&
            `kernel ${printable(facts.kernel.release, 60)} is older than 6.7: it has one table for the whole machine, and only root may fill it`,
    }),
    obstacleCheck('SB071', 'no more user namespaces allowed', {
        remedy: 'Raise user.max_user_namespaces on the host',
        commands: ['sudo sysctl -w user.max_user_namespaces=15000'],
        see: ({ built, limit, attempt }) => {
            if (!built)
                return 'the kernel is built without user namespaces (CONFIG_USER_NS)';
            if (limit === 0)
                return 'user.max_user_namespaces is 0';
            const here = limit === undefined ? '' : ` (it is ${limit} here, and may be less outside)`;
            return LIMIT_REACHED.test(attempt.said) && `user.max_user_namespaces allows no more${here}`;
        },
    }),
    obstacleCheck('SB072', 'user namespaces are for root only', {
        remedy: 'Set kernel.unprivileged_userns_clone to 1 on the host',
        commands: ['sudo sysctl -w kernel.unprivileged_userns_clone=1'],
        see: ({ unprivilegedClone }, { facts }) => unprivilegedClone === false &&
            facts.uid !== 0 &&
            'kernel.unprivileged_userns_clone is 0 (a setting of Debian’s kernels)',
    }),
    obstacleCheck('SB073', 'AppArmor takes the rights out of user namespaces', {
        remedy: 'Set kernel.apparmor_restrict_unprivileged_userns to 0 on the host, or have root register there',
        commands: ['sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0'],
        see: ({ appArmorRestricts, attempt }, { facts }) => appArmorRestricts === true &&
            facts.uid !== 0 &&
            attempt.stage !== 'tools' &&
            attempt.stage !== 'engine' &&
            `kernel.apparmor_restrict_unprivileged_userns is 1 (Ubuntu 23.10 and newer), and the ${attempt.stage === 'mount' ? 'mount' : 'namespace'} was refused`,
    }),
    obstacleCheck('SB074', 'a seccomp filter forbids user namespaces', {
        remedy: 'Run the container with a seccomp profile that allows unshare and mount (Docker: --security-opt seccomp=unconfined; Kubernetes: seccompProfile.type Unconfined), or register on the host',
        see: (failed, context) => failed.attempt.stage === 'unshare' &&
            failed.seccomp &&
            !isExplained(failed, context) &&
            `a new user namespace was refused (${said(failed)}), and a seccomp filter is at work on this process`,
    }),
    obstacleCheck('SB075', 'mounting is forbidden in the namespace', {
        remedy: 'Run the container without a profile that forbids mount (Docker: --security-opt apparmor=unconfined; Kubernetes: appArmorProfile.type Unconfined), or register on the host',
        commands: ['cat /proc/self/attr/current'],
        see: (failed, context) => {
            if (failed.attempt.stage !== 'mount' || isExplained(failed, context))
                return undefined;
            const profile = failed.appArmorProfile === undefined
                ? ''
                : `; the AppArmor profile ${printable(failed.appArmorProfile, 60)} confines this process`;
            return `the table could not be mounted in a namespace of our own: ${said(failed)}${profile}`;
        },
    }),
    obstacleCheck('SB076', 'no tools for namespaces', {
        remedy: 'Install util-linux and mount',
        commands: ['sudo apt-get install util-linux mount'],
        see: (failed) => failed.attempt.stage === 'tools' && said(failed),
    }),
    obstacleCheck('SB077', 'no user namespace', {
        remedy: 'Allow this user a user namespace, or have root register on the host once',
        commands: ['unshare --user --map-root-user --mount true'],
        see: (failed, context) => {
            const { stage } = failed.attempt;
            if (stage === 'map' && context.facts.uid === 0 && !mayMapRoot(context.facts))
                return NO_SETFCAP;
            const other = stage === 'map' || (stage === 'unshare' && !failed.seccomp);
            return other && !isExplained(failed, context) && `a user namespace could not be made: ${said(failed)}`;
        },
    }),
    obstacleCheck('SB078', 'no rootless engine', {
        remedy: 'Start the rootless Docker or podman of this user before this step, as this user',
        commands: ['systemctl --user start docker', 'podman unshare true'],
        see: (failed) => failed.attempt.stage === 'engine' && said(failed),
    }),
    check('warning', 'SB079', 'few ids in namespaces', {
        remedy: 'Install uidmap, and grant this user subordinate ids',
        commands: [
            'sudo apt-get install uidmap',
            'sudo usermod --add-subuids 100000-165535 --add-subgids 100000-165535 "$USER"',
        ],
        skip: skipUntried,
        look: ({ facts }) => {
            const evidence = explainFewIds(facts.uid, facts.namespaces);
            return evidence && { evidence, severity: facts.namespaces?.wanted ? 'warning' : 'info' };
        },
    }),
];
function explainFewIds(uid, namespaces) {
    if (namespaces === undefined || !namespaces.attempt.ok || uid === 0)
        return undefined;
    const { missingHelpers, subUids, subGids, attempt } = namespaces;
    if (attempt.ids > ENOUGH_IDS)
        return undefined;
    const reason = missingHelpers.length > 0
        ? `${missingHelpers.join(' and ')} ${missingHelpers.length === 1 ? 'is' : 'are'} not installed`
        : subUids < ENOUGH_IDS || subGids < ENOUGH_IDS
            ? `/etc/subuid grants user ${uid} ${subUids} ids, and /etc/subgid ${subGids}`
            : 'newuidmap could not map them (it has to be setuid root)';
    return `a namespace has ${attempt.ids} of the ${ENOUGH_IDS + 1} user ids that building images takes: ${reason}`;
}

;// CONCATENATED MODULE: ./lib/doctor/checks/privilege.js




const ON_THE_HOST = 'have root register on the host once: containers and later jobs see it';
const PRIVATE_WORKS = {
    remedy: `Write scope: private, which works here without any privilege, and shell: with-binfmt bash -e {0} in later steps (on a terminal: exec, in place of setup); or run this step as root, or allow this user passwordless sudo; or ${ON_THE_HOST}`,
    commands: ['scope: private', 'shell: with-binfmt bash -e {0}', `${PROGRAM} exec linux/arm64 -- command`],
};
const CLOSING = {
    'user.max_user_namespaces': 0,
    'kernel.unprivileged_userns_clone': 0,
    'kernel.apparmor_restrict_unprivileged_userns': 1,
};
const PRIVILEGE_CHECKS = [
    check('error', 'SB008', 'no privilege to change the table', {
        blocking: true,
        remedy: `Run this step as root, or allow this user passwordless sudo; or ${ON_THE_HOST}`,
        commands: ['sudo -n true'],
        look: ({ facts }) => {
            const evidence = explainPrivilege(facts);
            if (evidence === undefined)
                return [];
            return facts.namespaces?.attempt.ok === true ? { evidence, ...PRIVATE_WORKS } : evidence;
        },
    }),
    {
        id: 'SB017',
        severity: 'error',
        title: 'container without privilege',
        blocking: true,
        remedy: `Run this step on the runner itself instead of in a container (a virtual machine such as ubuntu-latest, not ubuntu-slim); or ${ON_THE_HOST}`,
        skip: ({ facts }) => (facts.container === undefined ? 'this is no container that is known' : undefined),
        look: ({ facts: { container, table, capabilities } }) => table.state !== 'ready' &&
            !maySysAdmin(capabilities) &&
            `this is a container (${container}) without CAP_SYS_ADMIN, and its binfmt_misc is ${table.state}`,
    },
    check('error', 'SB018', 'user namespace without a table', {
        blocking: true,
        remedy: 'Register on the host as root: this namespace uses the table of the host',
        commands: [`sudo ${PROGRAM} setup`],
        skip: ({ facts }) => (facts.userNamespace ? undefined : 'this is the first user namespace'),
        look: ({ facts: { kernel, table } }) => table.state !== 'ready' &&
            !kernelAbilities(kernel).tablePerNamespace &&
            'this process lives in a user namespace, and before Linux 6.7 those have no table of their own',
    }),
    doctorCheck('info', 'SB019', 'no chroot to prove the F flag in', {
        remedy: 'Run the doctor as root, or allow user namespaces, to have it proven',
        commands: [
            'sysctl user.max_user_namespaces kernel.unprivileged_userns_clone kernel.apparmor_restrict_unprivileged_userns',
        ],
        look: ({ sysctls }, { facts, verdicts }) => {
            const doubtful = [...(verdicts?.values() ?? [])].filter(({ status, result }) => status === 'outside-only' && result === 'works');
            if (doubtful.length === 0)
                return [];
            const closed = Object.entries(CLOSING).filter(([name, value]) => sysctls[name] === value);
            const why = closed.length > 0
                ? closed.map((setting) => setting.join(' is ')).join(', ')
                : 'no chroot could be entered';
            const names = doubtful.map(({ arch }) => arch).join(', ');
            return `${names}: runs here as user ${facts.uid}, but not proven in a chroot: ${why}`;
        },
    }),
];
function explainPrivilege(facts) {
    const where = facts.container === undefined ? '' : ` inside a container (${facts.container})`;
    if (facts.privilege === 'none')
        return `user ${facts.uid} is not root${where}, and sudo does not work without a password`;
    const mounted = facts.table.state === 'ready';
    if (facts.privilege === 'root' && !mounted && !maySysAdmin(facts.capabilities)) {
        return `binfmt_misc is not mounted, and root${where} lacks CAP_SYS_ADMIN to mount it`;
    }
    const { owner } = facts.table;
    if (facts.privilege === 'root' && owner !== undefined && owner !== facts.uid) {
        return `the table belongs to another user namespace, in which root${where} of this one has no rights`;
    }
    return undefined;
}

;// CONCATENATED MODULE: ./lib/qemu/advisories.js


const OLDEST_TRUSTED = '10.1.3';
const THIRTY_TWO_BIT_HOSTS = ['386', 'arm', 'mips', 'mipsle', 'ppc', 'riscv32'];
const UPDATE = 'Use QEMU 10.2.3 or newer';
const advisories_RULES = [
    {
        id: 'qemu-too-old',
        severity: 'warning',
        below: OLDEST_TRUSTED,
        text: 'QEMU {version} is older than {oldest}: tar of current images fails under it (openat2), and several crashes were mended since',
        remedy: UPDATE,
        sources: 'tonistiigi/binfmt#285 moby/buildkit#6475 armbian/build#10713',
    },
    {
        id: 'openat2-missing',
        severity: 'warning',
        below: '9.2.0',
        text: 'QEMU {version} does not know the system call openat2: “tar: Cannot open: Function not implemented” in images whose tar has the fix for CVE-2025-45582',
        remedy: UPDATE,
        sources: 'abiosoft/colima#1613 armbian/build#10713',
    },
    {
        id: 'openat2-flags',
        severity: 'warning',
        from: '9.2.0',
        below: OLDEST_TRUSTED,
        targets: ['arm64'],
        text: 'QEMU {version}, where it is built with musl, passes a flag of openat2 on wrongly: “tar: Cannot open: Invalid argument” in arm64 images',
        remedy: UPDATE,
        sources: 'tonistiigi/binfmt#285 elastic/elasticsearch!155888',
    },
    {
        id: 'fixed-address-brk',
        severity: 'warning',
        below: OLDEST_TRUSTED,
        interpreterType: 'exec',
        hosts: ['amd64'],
        kernelFrom: '5.15',
        text: 'This QEMU {version} is linked at a fixed address, and crashes at random where the kernel randomises the heap (brk) further, as distributions’ kernels do since 2025',
        remedy: 'Use a QEMU that is linked static-pie, as current builds are',
        sources: 'tonistiigi/binfmt#215 https://bugs.debian.org/1087822 actions/runner-images#11471',
    },
    {
        id: 'fixed-address',
        severity: 'info',
        from: OLDEST_TRUSTED,
        interpreterType: 'exec',
        hosts: ['amd64'],
        kernelFrom: '5.15',
        text: 'This QEMU {version} is linked at a fixed address, as those were that crashed at random on kernels that randomise the heap (brk) further',
        remedy: 'If programs crash at random, use a QEMU that is linked static-pie',
        sources: 'tonistiigi/binfmt#215 https://bugs.debian.org/1087822',
    },
    {
        id: 'ldconfig-bullseye',
        severity: 'warning',
        below: '5.0.0',
        targets: ['arm64'],
        text: 'Under QEMU {version} ldconfig of Debian 11 crashes in arm64 images',
        remedy: UPDATE,
        sources: 'moby/moby#43039',
    },
    {
        id: 'guest-memory-5.2',
        severity: 'warning',
        from: '5.1.0',
        below: '6.0.0',
        text: 'QEMU {version} crashes at random when it places the program in memory, so that platforms come and go',
        remedy: UPDATE,
        sources: 'docker/buildx#542 go-debos/debos!261',
    },
    {
        id: 'threads-6.1',
        severity: 'warning',
        from: '6.1.0',
        below: '6.2.0',
        text: 'Under QEMU {version} programs that start threads can fail with “Function not implemented” (seen with OpenJ9)',
        remedy: UPDATE,
        sources: 'tonistiigi/binfmt#72',
    },
    {
        id: 'arm64-crashes-7',
        severity: 'warning',
        from: '6.2.0',
        below: '8.0.0',
        hosts: ['amd64'],
        targets: ['arm64'],
        text: 'Under QEMU {version} arm64 programs (ldconfig, Node.js, compilers) crash at random on kernels since 2025',
        remedy: UPDATE,
        sources: 'docker/setup-qemu-action#188 tonistiigi/binfmt#215 docker/buildx#1170',
    },
    {
        id: 'cpu-level-2',
        severity: 'warning',
        below: '7.2.0',
        targets: ['amd64'],
        text: 'QEMU {version} shows an x86-64 CPU of the first level: “CPU does not support x86-64-v2” in images of RHEL 9 and its kin',
        remedy: `${UPDATE}, or set QEMU_CPU=max`,
        sources: 'podman-container-tools/podman#15456 runfinch/finch#20',
    },
    {
        id: 'brk-8',
        severity: 'warning',
        from: '8.0.0',
        below: '8.2.0',
        text: 'Under QEMU {version} programs packed by UPX and ldconfig of Ubuntu 22.04 crash',
        remedy: UPDATE,
        sources: 'upx/upx#683 docker/for-win#15004',
    },
    {
        id: 'amd64-on-arm64-8.1',
        severity: 'warning',
        from: '8.1.0',
        below: '8.2.0',
        hosts: ['arm64'],
        targets: ['amd64'],
        text: 'Under QEMU {version} Java and others crash when amd64 is emulated on arm64',
        remedy: UPDATE,
        sources: 'docker/for-mac#7172',
    },
    {
        id: 'ubuntu-24.04-package',
        severity: 'warning',
        from: '8.2.0',
        below: '8.3.0',
        hosts: ['amd64'],
        targets: ['arm64'],
        text: 'QEMU {version}, the version of Ubuntu 24.04’s package, was reported to fail on arm64 programs',
        remedy: UPDATE,
        sources: 'armbian/build#10713 tonistiigi/binfmt!185',
    },
    {
        id: 'ldconfig-9.2.0',
        severity: 'warning',
        from: '9.2.0',
        below: '9.2.2',
        text: 'Under QEMU {version} ldconfig of Ubuntu 22.04 crashes (“libc-bin … exit status 139”)',
        remedy: UPDATE,
        sources: 'docker/setup-qemu-action#198 tonistiigi/binfmt#240 coreos/fedora-coreos-config!3290',
    },
    {
        id: 'ldconfig-9.2.2',
        severity: 'info',
        from: '9.2.2',
        below: '10.0.0',
        text: 'Random crashes of ldconfig were still reported with QEMU {version}',
        remedy: UPDATE,
        sources: 'tonistiigi/binfmt#245',
    },
    {
        id: 'ldconfig-10.1.3',
        severity: 'info',
        from: '10.1.3',
        below: '10.1.4',
        targets: ['arm64'],
        text: 'A crash of ldconfig in an image based on Ubuntu 22.04 was reported with QEMU {version}',
        remedy: UPDATE,
        sources: 'tonistiigi/binfmt#298',
    },
    {
        id: 'slow-trixie',
        severity: 'info',
        below: '10.0.0',
        text: 'Under QEMU {version} images of Debian 13 run much slower than under 10.0 and newer',
        remedy: UPDATE,
        sources: 'tonistiigi/binfmt#258',
    },
    {
        id: 'systemd-260',
        severity: 'info',
        from: OLDEST_TRUSTED,
        targets: ['arm64'],
        text: 'The scripts of systemd 260 in arm64 images were reported to crash the emulator (“QEMU internal SIGSEGV”)',
        remedy: 'Keep systemd out of such images, or build them on an arm64 machine',
        sources: 'tonistiigi/binfmt#316 systemd/systemd#41279',
    },
    {
        id: 'no-32-bit-hosts',
        severity: 'warning',
        from: '11.0.0',
        hosts: THIRTY_TWO_BIT_HOSTS,
        text: 'QEMU {version} is no longer made for 32-bit hosts',
        remedy: 'Use QEMU 10.2 on this host',
        sources: 'tonistiigi/binfmt!349',
    },
    {
        id: 'go-on-arm64',
        severity: 'info',
        hosts: ['arm64'],
        targets: ['amd64'],
        text: 'Go programs for amd64 can end with “lfstack.push invalid packing” under emulation on arm64',
        remedy: 'Cross-compile with GOARCH=amd64 instead of running the Go tools emulated',
        sources: 'tonistiigi/binfmt#269 golang/go#69255',
    },
    {
        id: 'large-inode-numbers',
        severity: 'info',
        hosts: ['amd64', 'arm64', 'ppc64le', 's390x', 'riscv64', 'loong64'],
        targets: ['arm', '386', 'mips', 'mipsle', 'ppc'],
        text: 'Programs of 32-bit targets can end with “Value too large for defined data type” where they list folders of a 64-bit host',
        remedy: 'Put such folders (~/.cargo, vcpkg’s) on a tmpfs, or cross-compile',
        sources: 'rust-lang/cargo#8719 docker/buildx#395',
    },
];
function advisoriesFor(question) {
    const version = parseVersion(question.version);
    if (version === undefined)
        return [];
    const kernel = parseVersion(question.kernelVersion ?? '');
    return advisories_RULES.filter((rule) => (rule.from === undefined || !isOlder(version, rule.from)) &&
        (rule.below === undefined || isOlder(version, rule.below)) &&
        (rule.hosts === undefined || rule.hosts.includes(question.hostArch)) &&
        (rule.targets === undefined || rule.targets.some((target) => question.targets.includes(target))) &&
        (rule.kernelFrom === undefined || kernel === undefined || atLeast(kernel, rule.kernelFrom)) &&
        (rule.interpreterType === undefined || rule.interpreterType === question.interpreterType))
        .sort((a, b) => Number(a.severity === 'info') - Number(b.severity === 'info'))
        .map(({ id, severity, text, remedy, sources }) => ({
        ...{ id, severity, remedy, sources: linksOf(sources) },
        text: text.replace('{version}', version).replace('{oldest}', OLDEST_TRUSTED),
    }));
}

;// CONCATENATED MODULE: ./lib/doctor/checks/qemu.js






const MOST_ADVISORIES = 3;
const NO_HANDLER = 'no entry takes programs of another architecture';
function skipNone(_doctor, context) {
    return handlersOf(context).length === 0 ? NO_HANDLER : undefined;
}
function observeFaulty(context, isFaulty, says) {
    const faulty = handlersOf(context).filter(isFaulty);
    const works = faulty.every(({ verdicts }) => verdicts.every(({ status }) => status === 'emulated'));
    const seen = observeHandlers(faulty, `${describeHandlers(faulty)} ${says}`, { replace: true });
    return seen && works ? { ...seen, severity: 'info' } : seen;
}
function isNoProgram({ file }) {
    return file?.kind === 'other' || file?.state === 'no-file';
}
function isHostProgram(elf, architecture) {
    const host = architecture === undefined ? undefined : targetOf(architecture);
    if (host === undefined)
        return true;
    return elf.machine === host.elf.machine && elf.bits === host.elf.bits && elf.endian === host.elf.endian;
}
function versionsOf(context) {
    const found = new Map();
    for (const { verdicts, file } of handlersOf(context)) {
        const type = file?.elf === undefined ? undefined : file.elf.type === ET_EXEC ? 'exec' : 'dyn';
        for (const { arch, qemuVersion: version } of verdicts) {
            if (version === undefined)
                continue;
            const key = `${version} ${type}`;
            const one = found.get(key) ?? { version, archs: [], type };
            one.archs.push(arch);
            found.set(key, one);
        }
    }
    return [...found.values()];
}
function observeAdvisories(context, kind) {
    const { architecture, kernel } = context.facts;
    return versionsOf(context).flatMap(({ version, archs, type }) => {
        const all = advisoriesFor({
            version,
            hostArch: architecture ?? '',
            targets: archs,
            kernelVersion: kernel.release,
            interpreterType: type,
        }).filter(kind);
        const [first] = all;
        if (first === undefined)
            return [];
        const texts = all.slice(0, MOST_ADVISORIES).map(({ text }) => text);
        const more = all.length - texts.length;
        return {
            evidence: `${archs.join(', ')}: ${texts.join('; ')}${more > 0 ? `; and ${more} more` : ''}`,
            severity: first.severity,
            remedy: first.remedy,
            commands: first.severity === 'warning' ? [setupCommand(archs, true)] : [],
        };
    });
}
const TOO_OLD = 'qemu-too-old';
const FIXED_ADDRESS = /^fixed-address/;
const EXAMPLE = [setupCommand(['arm64'], true)];
function interpreterCheck(id, title, { remedy, isFaulty, says }) {
    return doctorCheck('error', id, title, {
        ...{ remedy, commands: EXAMPLE, skip: skipNone },
        look: (_doctor, context) => {
            const own = context.facts.architecture;
            return observeFaulty(context, (handler) => isFaulty(handler, own), says(own));
        },
    });
}
const QEMU_CHECKS = [
    interpreterCheck('SB021', 'interpreter missing', {
        remedy: 'Register again, with an emulator that is there',
        isFaulty: ({ file }) => file?.state === 'missing',
        says: () => 'is no longer there',
    }),
    interpreterCheck('SB022', 'interpreter is not static', {
        remedy: 'Use a static emulator',
        isFaulty: ({ file }) => file?.elf?.interpreter === true,
        says: () => 'is linked dynamically: containers lack its libraries',
    }),
    interpreterCheck('SB023', 'interpreter of another architecture', {
        remedy: 'Use an emulator that was built for this host',
        isFaulty: ({ file }, own) => file?.elf !== undefined && !isHostProgram(file.elf, own),
        says: (own) => `is no ${own} program`,
    }),
    doctorCheck('error', 'SB024', 'interpreter is a script or no program', {
        remedy: 'Register the emulator itself',
        commands: EXAMPLE,
        skip: skipNone,
        look: (_doctor, context) => [
            observeFaulty(context, ({ file }) => file?.kind === 'script', 'is a script: containers lack its shell'),
            observeFaulty(context, isNoProgram, 'is no program'),
        ],
    }),
    doctorCheck('warning', 'SB025', 'interpreter replaced since it was registered', {
        remedy: 'Register again, to use the file that is there now',
        commands: EXAMPLE,
        skip: skipNone,
        look: (_doctor, context) => {
            const replaced = handlersOf(context).flatMap((handler) => {
                const now = handler.file?.version;
                const answers = handler.verdicts.flatMap(({ handlerVersion }) => handlerVersion ?? []);
                const old = answers.find((answer) => answer !== now);
                return now === undefined || old === undefined ? [] : [{ handler, now, old }];
            });
            const texts = replaced.map(({ handler, now, old }) => `${printable(handler.entry.name, 60)} answers "${printable(old, 80)}", and the file says "${printable(now, 80)}"`);
            const handlers = replaced.map(({ handler }) => handler);
            return observeHandlers(handlers, texts.join('; '), { replace: true });
        },
    }),
    check('warning', 'SB040', 'QEMU is too old', {
        remedy: 'Use a newer QEMU',
        commands: EXAMPLE,
        skip: (context) => (versionsOf(context).length === 0 ? 'no QEMU answers' : undefined),
        look: (context) => observeAdvisories(context, ({ id }) => id === TOO_OLD),
    }),
    {
        id: 'SB043',
        severity: 'warning',
        title: 'known trouble with this QEMU',
        remedy: 'Use a newer QEMU',
        commands: EXAMPLE,
        skip: (context) => (versionsOf(context).length === 0 ? 'no QEMU answers' : undefined),
        look: (context) => observeAdvisories(context, ({ id }) => id !== TOO_OLD && !FIXED_ADDRESS.test(id)),
    },
    doctorCheck('warning', 'SB026', 'QEMU is linked at a fixed address', {
        remedy: 'Use a QEMU that is linked static-pie',
        commands: EXAMPLE,
        skip: (doctor, context) => {
            if (doctor.sysctls['kernel.randomize_va_space'] === 0)
                return 'this kernel does not randomise addresses';
            return skipNone(doctor, context);
        },
        look: (_doctor, context) => observeAdvisories(context, ({ id }) => FIXED_ADDRESS.test(id)),
    }),
    doctorCheck('info', 'SB044', 'QEMU_* variables are exported', {
        remedy: 'Take them out of the environment of the steps that run foreign programs',
        commands: ['unset QEMU_VERSION'],
        look: ({ qemuVariables }) => {
            if (qemuVariables.length === 0)
                return [];
            const grave = qemuVariables.filter((name) => GRAVE_VARIABLES.includes(name));
            return {
                evidence: `${listed(qemuVariables)} ${qemuVariables.length === 1 ? 'is' : 'are'} exported here${grave.length > 0 ? `: with ${listed(grave)} no emulated program outside of containers runs as it should` : ''}`,
                severity: grave.length > 0 ? 'warning' : 'info',
                commands: [`unset ${qemuVariables.map((name) => printable(name, 60)).join(' ')}`],
            };
        },
    }),
];
const GRAVE_VARIABLES = ['QEMU_VERSION', 'QEMU_HELP', 'QEMU_GDB', 'QEMU_SINGLESTEP'];

;// CONCATENATED MODULE: ./lib/doctor/checks/supply.js



const NOT_FETCHED = 'only a setup that needs QEMU looks at this';
function supplyCheck(kind, id, title, words) {
    return check('warning', id, title, {
        ...words,
        remedy: TROUBLE_REMEDIES[kind],
        skip: ({ supply }) => (supply === undefined ? NOT_FETCHED : undefined),
        look: ({ supply = [] }) => supply.filter((trouble) => trouble.kind === kind).map(observe),
    });
}
function observe(trouble) {
    const words = wordTrouble(trouble);
    if (trouble.kind !== 'unpinned')
        return words;
    const { image, pinned } = trouble;
    return { ...words, commands: [pinned === undefined ? askForDigest(image) : setupFrom(pinned)] };
}
function setupFrom(image) {
    return `${PROGRAM} setup --image ${image}`;
}
function askForDigest(image) {
    return `docker image inspect --format '{{index .RepoDigests 0}}' ${image}`;
}
const SUPPLY_CHECKS = [
    supplyCheck('unpinned', 'SB045', 'the image is named without a digest', {
        commands: [setupFrom('docker.io/tonistiigi/binfmt:latest@sha256:…')],
    }),
    supplyCheck('damaged', 'SB046', 'a stored QEMU is damaged', {
        commands: ['ls -lR "$RUNNER_TOOL_CACHE/setup-binfmt"'],
    }),
    supplyCheck('unrefreshed', 'SB047', 'apt could not be asked for a newer QEMU', {
        commands: ['apt-get update'],
    }),
];

;// CONCATENATED MODULE: ./lib/doctor/checks/table.js




const table_MOUNT = 'sudo mount -t binfmt_misc binfmt_misc /proc/sys/fs/binfmt_misc';
const CONTAINER_IMAGE = 'a container that sees /proc/sys';
const TABLE_CHECKS = [
    check('error', 'SB005', '/proc/sys hidden', {
        blocking: true,
        remedy: `Run this step on the host itself, or in ${CONTAINER_IMAGE}`,
        look: ({ facts: { table } }) => table.state === 'masked' && `${table.path} cannot be seen from here`,
    }),
    {
        id: 'SB006',
        severity: 'error',
        title: 'binfmt_misc switched off',
        preflight: true,
        blocking: true,
        remedy: 'Switch the table on; this is left to you, because it concerns every entry of the machine',
        commands: ['echo 1 | sudo tee /proc/sys/fs/binfmt_misc/status'],
        look: ({ facts: { table } }) => table.state === 'disabled' && `${table.path}/status reads "disabled": no entry is used`,
    },
    check('error', 'SB007', 'binfmt_misc mounted read-only', {
        blocking: true,
        remedy: 'Mount it for writing',
        commands: ['sudo mount -o remount,rw /proc/sys/fs/binfmt_misc'],
        look: ({ facts: { table } }) => table.state === 'read-only' && `${table.path} is mounted read-only`,
    }),
    {
        id: 'SB009',
        severity: 'error',
        title: 'binfmt_misc not mounted',
        blocking: true,
        remedy: 'Mount it and leave it mounted; setup does so, unless autoload is off',
        commands: ['sudo modprobe binfmt_misc || true', table_MOUNT],
        look: ({ facts }) => {
            const { path, state } = facts.table;
            const evidence = {
                autofs: `${path} is an automount point that nobody has looked into yet`,
                'not-mounted': `nothing is mounted at ${path}`,
                'not-loaded': `the module binfmt_misc is not loaded, and nothing is mounted at ${path}`,
            }[state];
            if (evidence === undefined)
                return [];
            return state === 'autofs' ? { evidence, commands: [`ls ${path}`] } : evidence;
        },
    },
    doctorCheck('warning', 'SB014', 'mounted in another place only', {
        remedy: 'Mount binfmt_misc on the host, at /proc/sys/fs/binfmt_misc, and leave it there',
        commands: [table_MOUNT],
        look: ({ mountedForInit }, { facts }) => {
            const { state, elsewhere, path } = facts.table;
            const here = ['ready', 'disabled', 'read-only'].includes(state);
            if (!here && elsewhere.length > 0)
                return `binfmt_misc is mounted at ${listed(elsewhere)}, and not at ${path}`;
            if (here && mountedForInit === false)
                return 'binfmt_misc is mounted for this process, and not for process 1: it ends with this namespace';
            return (!here &&
                mountedForInit &&
                'binfmt_misc is mounted for process 1, and not in the mount namespace of this process');
        },
    }),
    check('info', 'SB015', 'a table of a user namespace', {
        remedy: 'To serve the whole machine, run setup on the host as root',
        commands: ['cat /proc/self/uid_map'],
        skip: ({ facts }) => (facts.userNamespace ? undefined : 'this is the first user namespace'),
        look: (context) => {
            const { facts } = context;
            if (!kernelAbilities(facts.kernel).tablePerNamespace || facts.table.state !== 'ready')
                return [];
            const idle = answeredClaimsOf(context).filter(({ verdict }) => verdict.result === 'no-handler');
            if (idle.length === 0)
                return 'this process lives in a user namespace, and the table that it sees may be that of this namespace alone';
            return {
                evidence: `${listed(idle.map(({ answering }) => answering.name))}: the kernel does not use what is seen here; this mount may show the table of another user namespace, while this one has its own`,
                severity: 'error',
                remedy: 'Mount the table of this namespace over it, and set up there',
                commands: [table_MOUNT],
            };
        },
    }),
    {
        id: 'SB016',
        severity: 'warning',
        title: 'entries that cannot be read',
        remedy: 'Look at these entries as root',
        commands: ['sudo sh -c "head /proc/sys/fs/binfmt_misc/*"'],
        skip: ({ facts }) => (facts.table.state === 'ready' ? undefined : 'the table cannot be read'),
        look: ({ facts }) => listed(facts.table.unreadable.map(({ name, errno }) => `${name} (${errno})`)),
    },
    check('warning', 'SB042', 'WSLInterop missing', {
        remedy: 'Register it again; to keep it, write the same line to /etc/binfmt.d/WSLInterop.conf',
        commands: ["echo ':WSLInterop:M::MZ::/init:PF' | sudo tee /proc/sys/fs/binfmt_misc/register"],
        skip: ({ facts }) => {
            if (facts.wsl === undefined)
                return 'this is not WSL';
            return facts.table.state === 'ready' ? undefined : 'the table cannot be read';
        },
        look: ({ facts }) => {
            const there = facts.table.entries.some(({ name, enabled }) => /^WSLInterop/.test(name) && enabled);
            const release = printable(facts.kernel.release, 60);
            return !there && `no entry starts Windows programs on this WSL ${facts.wsl} (${release})`;
        },
    }),
];

;// CONCATENATED MODULE: ./lib/doctor/checks/index.js












const CHECKS = [
    ...KERNEL_CHECKS,
    ...NAMESPACE_CHECKS,
    ...TABLE_CHECKS,
    ...PRIVILEGE_CHECKS,
    ...ENTRY_CHECKS,
    ...QEMU_CHECKS,
    ...SUPPLY_CHECKS,
    ...ENGINE_CHECKS,
    ...ENVIRONMENT_CHECKS,
];
function runChecks(context) {
    const seen = { ...context, claims: claimsOf(context) };
    return CHECKS.map((check) => runCheck(check, seen));
}
const ORDER = ['error', 'warning', 'info'];
function findingsOf(results) {
    return results
        .flatMap((result) => (result.state === 'found' ? result.findings : []))
        .sort((a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity));
}
function findingOf(id, context) {
    const check = CHECKS.find((candidate) => candidate.id === id);
    if (check === undefined)
        throw new Error(`no check ${id}`);
    return findingsOf([runCheck(check, context)])[0];
}
function asProblem(finding, what) {
    const { id, evidence, remedy } = finding;
    return new SetupProblem({ id, kind: 'host', what, cause: evidence, remedy });
}
function preflight(facts) {
    const results = CHECKS.filter(({ preflight }) => preflight).map((check) => runCheck(check, { facts }));
    return findingsOf(results).find(({ severity }) => severity === 'error');
}
const CHANGE_CHECKS = ['SB005', 'SB007', 'SB008'];
function changeObstacle(facts) {
    return CHANGE_CHECKS.flatMap((id) => findingOf(id, { facts }) ?? [])[0];
}
function findAfterSetup(context) {
    return findingsOf(runChecks(context)).filter(({ severity }) => severity === 'warning');
}

;// CONCATENATED MODULE: ./lib/doctor/log/signature.js

function signature(id, title, rest) {
    return { id, title, ...rest };
}
const THIRTY_TWO_BIT = new Set(['386', 'arm', 'mips', 'mipsle', 'ppc', 'riscv32', 'm68k', 'sh4']);
const someHandler = ({ entries, remoteEngine, rootless }) => entries?.length === 0 && remoteEngine !== true && rootless !== true ? false : undefined;
function qemuOlder(than) {
    return (facts, log) => {
        const version = parseVersion(facts.qemuVersion ?? '');
        return version === undefined ? someHandler(facts, log) : isOlder(version, than);
    };
}
function qemuWithin(from, below) {
    return (facts, log) => {
        const tooOld = qemuOlder(from)(facts, log);
        return tooOld ? false : qemuOlder(below)(facts, log);
    };
}
function kernelOlder(than) {
    return (facts) => {
        const version = parseVersion(facts.kernel ?? '');
        return version === undefined ? undefined : isOlder(version, than);
    };
}
function someEntry(fault) {
    return (facts) => {
        if (facts.entries === undefined || facts.entries.length === 0)
            return undefined;
        const answers = facts.entries.map(fault);
        if (answers.includes(true))
            return true;
        return answers.includes(undefined) ? undefined : false;
    };
}
function not(fact) {
    return fact === undefined ? undefined : !fact;
}
function archesOf(log) {
    return [...new Set(log.platforms.map(archOf))];
}
function archOf(platform) {
    return platform.replace(/^linux\/|\/v.*$/g, '');
}
function foreignStep(id) {
    return ({ hostArch, verdicts = {} }, log) => {
        const steps = log.matches.find((match) => match.id === id)?.steps;
        if (steps === undefined || hostArch === undefined)
            return undefined;
        return steps.map(archOf).some((arch) => arch !== hostArch && verdicts[arch] !== 'native');
    };
}
function verdictsOn(facts, log) {
    const named = archesOf(log).filter((arch) => arch !== facts.hostArch);
    const foreign = named.length > 0 ? named : (facts.asked ?? []);
    const verdicts = Object.entries(facts.verdicts ?? {})
        .filter(([arch]) => foreign.length === 0 || foreign.includes(arch))
        .map(([, verdict]) => verdict);
    return verdicts.length > 0 ? verdicts : undefined;
}
const missing = (facts, log) => verdictsOn(facts, log)?.includes('missing');
const broken = (facts, log) => verdictsOn(facts, log)?.includes('broken');
const runsHere = (facts, log) => verdictsOn(facts, log)?.every((verdict) => verdict === 'native' || verdict === 'emulated');
const thirtyTwoBit = (_facts, log) => archesOf(log).some((arch) => THIRTY_TWO_BIT.has(arch)) || undefined;
function hostIs(arch) {
    return (facts) => (facts.hostArch === undefined ? undefined : facts.hostArch === arch);
}
function logShows(id) {
    return (_facts, log) => log.matches.some((match) => match.id === id) || undefined;
}
function evidenceIs(id, pattern) {
    return (_facts, log) => {
        const match = log.matches.find((seen) => seen.id === id);
        return match?.evidence.some((evidence) => pattern.test(evidence.text)) || undefined;
    };
}

;// CONCATENATED MODULE: ./lib/doctor/log/running.js

const running_SETUP = 'node dist/cli.js setup {platform}';
const LIST = 'grep -rs . /proc/sys/fs/binfmt_misc/';
const BUNDLED_EMULATOR = {
    text: 'BuildKit ran the step with the emulator it carries itself, because the host had no usable handler when the builder looked',
    when: (facts, log) => logShows('bundled-emulator')(facts, log) ?? facts.staleBuilder,
    specific: true,
    remedy: 'Register the handlers before the builder is created, and create the builder anew',
    commands: [running_SETUP, 'docker buildx ls', 'docker buildx rm BUILDER', 'docker buildx create --use'],
};
const NOT_PINNED = {
    text: 'The handler is registered without the flag F, so that its interpreter is looked for inside the container',
    when: someEntry((entry) => not(entry.fixed)),
    remedy: 'Register the handlers again, pinned',
    commands: [`${running_SETUP} --on-conflict replace`],
};
const NOT_STATIC = {
    text: 'The interpreter is dynamically linked: its loader and libraries are not in the container (packages qemu-user and qemu-user-binfmt)',
    when: someEntry((entry) => entry.interpreter && entry.interpreter !== 'static'),
    remedy: 'Register a statically linked QEMU',
    commands: [`${running_SETUP} --on-conflict replace --qemu-from image`],
};
const NOTHING_REGISTERED = {
    text: 'No handler for this architecture is registered with the kernel that runs the program',
    when: missing,
    remedy: 'Register a handler before the step that failed',
    commands: [running_SETUP],
};
const REMOTE_ENGINE = {
    text: 'The engine runs on another machine, and only that machine’s kernel decides',
    when: (facts) => facts.remoteEngine,
    specific: true,
    remedy: 'Register the handlers on the machine where the engine runs',
    commands: ['docker context ls', running_SETUP],
};
const OWN_TABLE = {
    text: 'The rootless engine has a table of its own since Linux 6.7, and the handlers were written into another one',
    when: (facts) => facts.rootless,
    specific: true,
    remedy: 'Register the handlers in the engine’s own user namespace',
    commands: [`${running_SETUP} --scope engine`],
};
const RUNNING = [
    signature('exec-format-error', 'exec format error', {
        patterns: [
            { has: 'exec format error' },
            { has: 'enoexec', and: /\bspawn(?:Sync)?\b.{0,300}\bENOEXEC\b/ },
        ],
        explains: ['platform-mismatch', 'bundled-emulator'],
        causes: [
            NOTHING_REGISTERED,
            {
                text: 'The handlers were registered from a container, and went away with the last mount of binfmt_misc when it ended',
                when: (facts, log) => not(facts.mounted) ?? logShows('installer-ok')(facts, log),
                specific: true,
                remedy: 'Mount binfmt_misc on the host, leave it mounted, and register the handlers again',
                commands: ['sudo mount -t binfmt_misc binfmt_misc /proc/sys/fs/binfmt_misc', running_SETUP],
            },
            REMOTE_ENGINE,
            OWN_TABLE,
            {
                text: 'The image is for another architecture than this host, and nothing here emulates it',
                when: logShows('platform-mismatch'),
                specific: true,
                remedy: 'Use an image for this host’s architecture, or register a handler for that of the image',
                commands: [running_SETUP],
            },
            {
                text: 'The handler is switched off',
                when: someEntry((entry) => not(entry.enabled)),
                remedy: 'Register the handlers again',
                commands: [LIST, `${running_SETUP} --on-conflict replace`],
            },
            {
                text: 'A handler is registered, but it does not work',
                when: broken,
                remedy: 'Replace it by one that is proven',
                commands: [`${running_SETUP} --on-conflict replace`],
            },
            {
                text: 'This host runs the architecture: the program inside the image is of yet another one',
                when: runsHere,
                remedy: 'Look at the file that could not be run, and build or copy the one for the image’s platform',
                commands: ['file ./the-program', 'docker buildx imagetools inspect IMAGE'],
            },
            {
                text: 'The file is a script whose first line names no interpreter',
                when: evidenceIs('exec-format-error', /\.(?:sh|bash|py|rb|pl)\b['"`]?:? .{0,40}exec format error/i),
                specific: true,
                elsewhere: true,
                remedy: 'Begin the script with a line such as #!/bin/sh',
            },
        ],
        sources: 'tonistiigi/binfmt#360 awslabs/amazon-eks-ami#2789 tonistiigi/binfmt#261 podman-desktop/extension-bootc!2142',
    }),
    signature('arch-test-failed', 'not supported on this machine/kernel', {
        patterns: [{ has: 'not supported on this machine/kernel' }],
        causes: [NOTHING_REGISTERED, NOT_STATIC, NOT_PINNED],
        sources: 'usimd/pi-gen-action#179',
    }),
    signature('interpreter-not-in-container', 'exec …: no such file or directory, although the file is there', {
        relevance: 'possible',
        patterns: [
            { has: 'exec user process caused', and: /no such file or directory/i },
            { has: 'no such file or directory', and: /\bexec (?:container process )?[`"']?\/[^\s:]{1,200}:? /i },
        ],
        causes: [
            NOT_PINNED,
            NOT_STATIC,
            {
                text: 'The program’s own loader, or the interpreter that its first line names, is not in the image (or that line ends with a carriage return)',
                elsewhere: true,
                remedy: 'Look at the first line of the script, or at the loader that the program names',
                commands: ['head -c 64 ./entrypoint | od -c', 'file ./the-program'],
            },
        ],
        sources: 'docker/buildx#464 amazonlinux/container-images#18 usimd/pi-gen-action!181',
    }),
    signature('loader-not-found', 'Could not open /lib…/ld-…: No such file or directory', {
        patterns: [
            { has: "could not open '/lib", and: /qemu-[\w.-]{1,40}: could not open/i },
            { has: 'rosetta error: failed to open elf' },
        ],
        causes: [
            {
                text: 'Emulation works, but a program of one architecture was put into an image of another, which lacks its loader and libraries',
                remedy: 'Build the whole image for one platform, or fetch the program for the platform of the image',
                commands: ['docker build --platform linux/amd64 .', 'file ./the-program'],
            },
        ],
        sources: 'Wide-Moat/open-computer-use#27 sameersbn/docker-gitlab#2689 docker/for-mac#7644',
    }),
    signature('loads-wrong-path', 'Error while loading /usr/sbin/dpkg-split: No such file or directory', {
        patterns: [{ has: 'error while loading /', and: /while loading \/[^\s:]{1,200}: no such file/i }],
        explains: ['bundled-emulator'],
        causes: [BUNDLED_EMULATOR, NOT_PINNED, NOTHING_REGISTERED],
        sources: 'docker/buildx#495 docker-library/python#760 moby/buildkit#1929',
    }),
    signature('platform-mismatch', 'The requested image’s platform does not match the detected host platform', {
        relevance: 'note',
        patterns: [{ has: 'does not match the detected host platform' }],
        causes: [
            {
                text: 'The image has no variant for this host, and was started without saying which platform is meant',
                remedy: 'Name the platform, and register a handler for it if it is meant to be emulated',
                commands: ['docker run --platform {platform} IMAGE', running_SETUP],
            },
        ],
        sources: 'multiarch/qemu-user-static#199',
    }),
    signature('platform-not-published', 'no match for platform in manifest', {
        patterns: [{ has: 'no match for platform in manifest' }, { has: 'no matching manifest for linux/' }],
        causes: [
            {
                text: 'The image is not published for this platform; a handler cannot supply it',
                remedy: 'See which platforms the image has, and ask for one of them; a foreign one then needs a handler',
                commands: [
                    'docker buildx imagetools inspect IMAGE',
                    'node dist/cli.js setup linux/amd64',
                    'docker pull --platform linux/amd64 IMAGE',
                ],
            },
        ],
        sources: 'link-assistant/hive-mind#962 docker/for-mac#6356',
    }),
    signature('interpreter-loop', 'Too many levels of symbolic links when any program is started', {
        patterns: [{ has: 'too many levels of symbolic links', near: true }],
        causes: [
            {
                text: 'A handler was registered for the machine’s own architecture, so that starting the handler needs the handler',
                remedy: 'Take that entry out from a shell that is still open (its echo needs no other program), or reboot',
                commands: ['echo -1 > /proc/sys/fs/binfmt_misc/ENTRY'],
            },
        ],
        sources: 'hypriot/qemu-register#4',
    }),
    signature('arguments-shifted', 'applet not found', {
        relevance: 'possible',
        patterns: [{ has: ': applet not found' }],
        causes: [
            {
                text: 'The entry lacks the flag P: argv[0] is replaced, or every argument is shifted where QEMU expects the flag',
                when: someEntry((entry) => not(entry.preserved)),
                remedy: 'Register the handlers again, with the flags that this QEMU expects',
                commands: [`${running_SETUP} --on-conflict replace`],
            },
            {
                text: 'The kernel is older than 5.12 and cannot tell QEMU that the flag P is set',
                when: kernelOlder('5.12'),
                remedy: 'Use a QEMU that is built to expect the flag, as the default image is, or a newer kernel',
                commands: [`${running_SETUP} --on-conflict replace --qemu-from image`],
            },
            {
                text: 'The busybox in the image was built without this applet',
                elsewhere: true,
                remedy: 'List the applets, and install the tool if it is not among them',
                commands: ['busybox --list'],
            },
        ],
        sources: 'lima-vm/alpine-lima#81 podman-container-tools/podman-machine-os!157',
    }),
    signature('set-uid-ignored', 'sudo: effective uid is not 0', {
        relevance: 'possible',
        patterns: [{ has: 'effective uid is not 0' }],
        causes: [
            {
                text: 'The entry lacks the flag C, so that set-uid programs of this architecture run without their rights',
                when: someEntry((entry) => not(entry.credentials)),
                remedy: 'Register the handlers again with credentials',
                commands: [`${running_SETUP} --credentials true --on-conflict replace`],
            },
            {
                text: 'The container was started with no-new-privileges, or the file system is mounted nosuid',
                elsewhere: true,
                remedy: 'Run the step as root instead of with sudo, or lift the restriction',
                commands: ['grep NoNewPrivs /proc/self/status', 'findmnt -no OPTIONS -T /usr/bin/sudo'],
            },
        ],
        sources: 'multiarch/qemu-user-static#17 uraimo/run-on-arch-action!75 moby/moby#36730',
    }),
    signature('cpu-level', 'CPU does not support x86-64-v2', {
        relevance: 'possible',
        patterns: [{ has: 'cpu does not support x86-64-v' }],
        causes: [
            {
                text: 'QEMU is older than 7.2, whose default CPU model lacks this level',
                when: qemuOlder('7.2.0'),
                remedy: 'Use a current QEMU; until then QEMU_CPU=max helps',
                commands: [`${running_SETUP} --on-conflict replace`, 'docker run -e QEMU_CPU=max IMAGE'],
            },
            {
                text: 'The image asks for a level that this emulator does not offer',
                remedy: 'Ask for the fullest model, or use an image for a lower level',
                commands: ['docker run -e QEMU_CPU=max IMAGE'],
            },
            {
                text: 'This machine is x86-64 itself, and its CPU (or the model that a virtual machine shows) is too old for the image',
                when: hostIs('amd64'),
                elsewhere: true,
                remedy: 'Give the virtual machine the host’s CPU model, or use an image for the first level',
            },
        ],
        sources: 'podman-container-tools/podman#14314 podman-container-tools/podman#15456 pulp/pulp-oci-images#772',
    }),
    signature('bundled-emulator', '/dev/.buildkit_qemu_emulator in the log', {
        relevance: 'note',
        patterns: [{ has: '.buildkit_qemu_emulator' }],
        causes: [BUNDLED_EMULATOR],
        sources: 'docker/buildx#493 sivert-io/matchzy-auto-tournament#202',
    }),
    signature('windows-interop-lost', 'Windows programs no longer start from WSL', {
        patterns: [{ has: 'run-detectors: unable to find an interpreter for' }],
        causes: [
            {
                text: 'The entry WSLInterop was removed or shadowed by systemd-binfmt or binfmt-support',
                remedy: 'Put the entry back, and keep it in /etc/binfmt.d',
                commands: [
                    "echo ':WSLInterop:M::MZ::/init:PF' | sudo tee /etc/binfmt.d/WSLInterop.conf",
                    'sudo /usr/lib/systemd/systemd-binfmt /etc/binfmt.d/WSLInterop.conf',
                ],
            },
        ],
        sources: 'microsoft/WSL#8952 microsoft/WSL#8843',
    }),
];

;// CONCATENATED MODULE: ./lib/doctor/log/crashing.js



const REPLACE = 'node dist/cli.js setup {platform} --on-conflict replace';
const VERSION = 'docker run --rm -e QEMU_VERSION=1 --platform {platform} alpine true';
const OLD_QEMU = {
    text: `QEMU is older than ${OLDEST_TRUSTED}; many crashes of earlier versions on newer kernels and images are mended`,
    when: qemuOlder(OLDEST_TRUSTED),
    remedy: 'Use a current QEMU',
    commands: [VERSION, REPLACE],
};
const crashing_FIXED_ADDRESS = {
    text: 'This QEMU is linked at a fixed address, which newer kernels’ randomised heap (brk) can run into',
    when: (facts, log) => facts.interpreterType === undefined ? someHandler(facts, log) : facts.interpreterType === 'exec',
    specific: true,
    remedy: 'Use a QEMU that is linked static-pie, as current builds are',
    commands: [`${REPLACE} --qemu-from image`],
};
const GUEST_OR_EMULATOR = {
    text: 'The program itself crashed, or the emulator has a fault that a current version still has',
    remedy: 'Run the step natively: on a runner of that architecture, or in a stage FROM --platform=$BUILDPLATFORM that cross-compiles',
    commands: [VERSION],
};
const ADDRESS_RANDOMISATION = {
    text: 'The emulator and the kernel’s address space randomisation disagree about where memory may lie',
    remedy: 'Try once without randomisation, for this build only',
    commands: [
        'sudo sysctl -w kernel.randomize_va_space=0',
        'sudo sysctl -w kernel.randomize_va_space=2  # after the build',
    ],
};
const ALSO_SHOWN = ['bundled-emulator', 'foreign-step-crash'];
const GUEST_CRASHES = ['guest-illegal-instruction', 'guest-segfault', 'guest-abort'];
const CRASHING = [
    signature('ldconfig-crash', 'libc-bin: post-installation script returned error exit status 139', {
        patterns: [
            { has: 'libc-bin package post-installation script', and: /exit status (?:139|132|134)\b/ },
            { has: 'ldconfig', and: /qemu: uncaught target signal/, near: true },
        ],
        explains: ['guest-segfault', ...ALSO_SHOWN],
        causes: [
            OLD_QEMU,
            BUNDLED_EMULATOR,
            {
                text: 'QEMU 10.1.3 was reported to crash in ldconfig of Ubuntu 22.04 again',
                when: qemuWithin('10.1.3', '10.1.4'),
                specific: true,
                remedy: 'Use 10.2.3 or newer',
                commands: [REPLACE],
            },
            crashing_FIXED_ADDRESS,
            ADDRESS_RANDOMISATION,
            {
                text: 'The ldconfig of the base image does not run under this emulator',
                remedy: 'Use another release of the base image, or a runner of that architecture',
                commands: ['docker run --rm --platform {platform} BASE_IMAGE ldconfig'],
            },
        ],
        sources: 'docker/buildx#1170 docker/setup-qemu-action#198 tonistiigi/binfmt#240 tonistiigi/binfmt#298',
    }),
    signature('guest-segfault', 'qemu: uncaught target signal 11 (Segmentation fault)', {
        patterns: [{ has: 'uncaught target signal 11' }],
        explains: ALSO_SHOWN,
        causes: [OLD_QEMU, BUNDLED_EMULATOR, crashing_FIXED_ADDRESS, GUEST_OR_EMULATOR, ADDRESS_RANDOMISATION],
        sources: 'tonistiigi/binfmt#215 actions/runner-images#11471 home-assistant/builder!229',
    }),
    signature('guest-illegal-instruction', 'qemu: uncaught target signal 4 (Illegal instruction)', {
        patterns: [{ has: 'uncaught target signal 4 ' }],
        explains: ALSO_SHOWN,
        causes: [
            BUNDLED_EMULATOR,
            OLD_QEMU,
            {
                text: 'The program (often Node.js’s just-in-time compiler) uses instructions that the emulator does not know',
                remedy: 'Run the step natively in a stage FROM --platform=$BUILDPLATFORM or on a runner of that architecture; a glibc base image instead of Alpine helped some',
                commands: [VERSION],
            },
        ],
        sources: 'Kuadrant/mcp-gateway#687 interledger/rafiki!3731 mattogodoy/nametag!212',
    }),
    signature('guest-abort', 'qemu: uncaught target signal 5, 6, 7, 8 or 31', {
        patterns: [{ has: 'uncaught target signal ', and: /target signal (?:5|6|7|8|31)\b/ }],
        explains: ALSO_SHOWN,
        causes: [OLD_QEMU, BUNDLED_EMULATOR, GUEST_OR_EMULATOR],
        sources: 'docker/for-mac#6264 evilmartians/fullstaq-ruby-docker#17 multiarch/qemu-user-static#39',
    }),
    signature('emulator-crash', 'QEMU internal SIGSEGV', {
        patterns: [{ has: 'qemu internal sig' }],
        explains: ALSO_SHOWN,
        causes: [
            {
                text: 'The emulator itself crashed; seen with systemd 260 and newer in arm64 images, and not mended in the versions named there',
                remedy: 'Use the newest QEMU, or keep systemd’s scripts out of the image, or use a runner of that architecture',
                commands: [VERSION, REPLACE],
            },
            crashing_FIXED_ADDRESS,
            BUNDLED_EMULATOR,
        ],
        sources: 'tonistiigi/binfmt#316 systemd/systemd#41279',
    }),
    signature('foreign-step-crash', 'a step for another platform crashed (exit code 132, 133, 134, 135 or 139)', {
        relevance: 'possible',
        patterns: [
            { has: 'exit code: 13', step: true, and: /exit code: 13[24359]\b/ },
            { has: 'segmentation fault', step: true },
            { has: 'illegal instruction', step: true },
            { has: '(core dumped)', step: true, and: /\b(?:aborted|bus error|trap) +\(core dumped\)/i },
        ],
        applies: foreignStep('foreign-step-crash'),
        explains: ['bundled-emulator'],
        causes: [OLD_QEMU, BUNDLED_EMULATOR, crashing_FIXED_ADDRESS, GUEST_OR_EMULATOR],
        sources: 'wofferl/proxmox-backup-arm64#57 docker/buildx#2785',
    }),
    signature('build-hangs', 'The build stops saying anything after a crash, until the job is cancelled', {
        patterns: [
            { has: 'the operation was canceled', after: GUEST_CRASHES },
            { has: 'exceeded the maximum execution time', after: GUEST_CRASHES },
        ],
        causes: [
            {
                text: 'A crashed emulated process can leave the step waiting for ever, so that only the job’s time limit ends it',
                remedy: 'Set timeout-minutes on the job, and mend the crash itself',
                commands: ['timeout-minutes: 30'],
            },
        ],
        sources: 'ekino/docker-buildbox!2021 zereight/gitlab-mcp!729',
    }),
    signature('go-address-space', 'runtime: lfstack.push invalid packing', {
        patterns: [{ has: 'lfstack.push' }],
        explains: ['foreign-step-crash'],
        causes: [
            {
                text: 'This amd64 Go program packs pointers into 48 bits, and QEMU on an arm64 host maps memory higher',
                when: (facts, log) => not(hostIs('amd64')(facts, log)),
                remedy: 'Cross-compile with GOARCH instead of running the compiler emulated, or use an arm64 build of the tool',
                commands: ['GOOS=linux GOARCH=amd64 go build ./...'],
            },
            GUEST_OR_EMULATOR,
        ],
        sources: 'tonistiigi/binfmt#269 golang/go#69255',
    }),
    signature('openat2-missing', 'tar: Cannot open: Function not implemented', {
        patterns: [{ has: 'tar: ', and: /cannot (?:open|mkdir): function not implemented/i }],
        explains: ['bundled-emulator'],
        causes: [
            {
                text: 'QEMU is older than 9.2 and does not know the system call openat2, which newer tar uses',
                when: qemuOlder('9.2.0'),
                remedy: 'Use a current QEMU (at least 10.1.3)',
                commands: [VERSION, REPLACE],
            },
            BUNDLED_EMULATOR,
            {
                text: 'An old container engine’s seccomp profile refuses openat2',
                remedy: 'Update the engine; bsdtar extracts without openat2 until then',
            },
        ],
        sources: 'armbian/build#10713 abiosoft/colima#1613',
    }),
    signature('openat2-flags', 'tar: Cannot open: Invalid argument', {
        relevance: 'possible',
        patterns: [{ has: 'tar: ', and: /cannot (?:open|mkdir): invalid argument/i }],
        explains: ['bundled-emulator'],
        causes: [
            {
                text: 'QEMU 9.2 to 10.1.2 built with musl passes a flag of openat2 on wrongly for arm64',
                when: qemuWithin('9.2.0', OLDEST_TRUSTED),
                remedy: 'Use QEMU 10.1.3 or newer',
                commands: [VERSION, REPLACE],
            },
            BUNDLED_EMULATOR,
            {
                text: 'The file system cannot hold such a name (FAT, exFAT, a share)',
                elsewhere: true,
                remedy: 'Extract into a Linux file system',
            },
        ],
        sources: 'tonistiigi/binfmt#285 moby/buildkit#6475 crate/docker-crate#255',
    }),
    signature('syscall-unknown', 'qemu: Unsupported syscall', {
        patterns: [{ has: 'qemu: unsupported syscall' }],
        explains: ['guest-segfault', ...ALSO_SHOWN],
        causes: [
            {
                ...OLD_QEMU,
                text: `QEMU is older than ${OLDEST_TRUSTED} and lacks a system call that the program uses`,
            },
            {
                text: 'The program is not made for emulation; .NET says that it does not support QEMU',
                remedy: 'Run the step on $BUILDPLATFORM and cross-compile (dotnet publish --arch), or use a native runner',
                commands: ['FROM --platform=$BUILDPLATFORM IMAGE AS build'],
            },
        ],
        sources: 'dotnet/dotnet-docker#993 dotnet/runtime#8614 dotnet/dotnet-docker#5355',
    }),
    signature('large-inode-numbers', 'Value too large for defined data type', {
        relevance: 'possible',
        patterns: [{ has: 'value too large for defined data type' }],
        causes: [
            {
                text: 'A 32-bit program reads a directory of a 64-bit host, whose positions (ext4) do not fit into 32 bits',
                when: thirtyTwoBit,
                remedy: 'Put the directory on a tmpfs, or cross-compile on a 64-bit platform',
                commands: ['RUN --mount=type=tmpfs,target=/usr/local/cargo/registry cargo build --release'],
            },
        ],
        sources: 'rust-lang/cargo#8719 docker/buildx#395 microsoft/vcpkg#21189',
    }),
    signature('emulator-memory', 'qemu: allocate … bytes for jit buffer', {
        patterns: [{ has: 'bytes for jit buffer' }],
        explains: ['foreign-step-crash'],
        causes: [
            {
                text: 'The address space limit (ulimit -v) leaves the emulator less than it reserves at its start (128 MiB in QEMU 7.2)',
                remedy: 'Raise or lift the limit',
                commands: ['ulimit -v unlimited'],
            },
        ],
    }),
    signature('level-not-emulated', 'no support for running processes with linux/amd64/v3', {
        patterns: [{ has: 'no support for running processes with' }],
        explains: ['platform-mismatch'],
        causes: [
            {
                text: 'BuildKit runs no steps for amd64/v3 and v4 by emulation',
                when: (facts, log) => not(hostIs('amd64')(facts, log)) ?? logShows('bundled-emulator')(facts, log),
                remedy: 'Build for linux/amd64 or v2, cross-compile, or use a runner whose CPU has that level',
                commands: ['docker buildx build --platform linux/amd64 .'],
            },
        ],
        sources: 'moby/buildkit#2588',
    }),
];

;// CONCATENATED MODULE: ./lib/doctor/log/fetching.js

const fetching_SETUP = 'node dist/cli.js setup {platform}';
const FETCHING = [
    signature('registry-rate-limit', 'toomanyrequests', {
        relevance: 'registry',
        patterns: [
            { has: 'toomanyrequests' },
            { has: 'pull rate limit' },
            { has: 'too many requests', and: /daemon|docker|registry|http 429/i },
        ],
        causes: [
            {
                text: 'The registry limits anonymous pulls, and runners that share an address share the limit',
                remedy: 'Log in before the step that pulls, or name a mirror; QEMU from the cache needs no registry',
                commands: [
                    'docker login',
                    `${fetching_SETUP} --registry-mirrors mirror.gcr.io`,
                    `${fetching_SETUP} --qemu-from apt,host`,
                ],
            },
        ],
        sources: 'island-is/island.is#6832 docker/setup-qemu-action#178 docker/hub-feedback#2429',
    }),
    signature('registry-unauthorized', 'unauthorized', {
        relevance: 'registry',
        patterns: [
            { has: 'unauthorized: ', and: /daemon|docker|registry|pulling|ghcr|manifest/i },
            { has: 'denied: requested access to the resource is denied' },
            { has: 'pull access denied for' },
        ],
        causes: [
            {
                text: 'Credentials that are stored for the registry are wrong or have expired; even a public image is then refused',
                remedy: 'Log out, or log in again with a valid token',
                commands: ['docker logout', 'docker login'],
            },
            {
                text: 'The image does not exist under this name, or is private',
                remedy: 'Check the name, or log in with an account that may read it',
                commands: ['docker buildx imagetools inspect IMAGE'],
            },
        ],
        sources: 'docker-practice/actions-setup-docker#20 firstbatchxyz/dkn-compute-launcher#1 docker/hub-feedback#753',
    }),
    signature('registry-certificate', 'x509: certificate signed by unknown authority', {
        relevance: 'registry',
        patterns: [{ has: 'x509: ' }, { has: 'self-signed certificate in certificate chain' }],
        causes: [
            {
                text: 'A proxy or a private registry answers with a certificate that this machine does not trust',
                remedy: 'Install the authority’s certificate for the engine, for the builder and for Node.js',
                commands: [
                    'sudo mkdir -p /etc/docker/certs.d/REGISTRY && sudo cp ca.crt /etc/docker/certs.d/REGISTRY/',
                    'export NODE_EXTRA_CA_CERTS=/path/to/ca.crt',
                ],
            },
        ],
        sources: 'docker/setup-buildx-action#112 irbis-sh/zen-desktop#482',
    }),
    signature('registry-unreachable', 'The registry does not answer', {
        relevance: 'registry',
        patterns: [
            { has: 'received unexpected http status: 5' },
            {
                has: '/v2/',
                and: /: EOF\b|i\/o timeout|no such host|connection (?:refused|reset)|TLS handshake timeout|network is unreachable|deadline exceeded/i,
            },
        ],
        causes: [
            {
                text: 'The registry, the name service or the network failed for a moment',
                remedy: 'Run the job again; a cache or a mirror keeps the next outage away',
                commands: [`${fetching_SETUP} --registry-mirrors mirror.gcr.io`, `${fetching_SETUP} --qemu-from apt,host`],
            },
        ],
        sources: 'docker/setup-qemu-action#110 docker/setup-qemu-action#167 docker/setup-qemu-action#166',
    }),
];

;// CONCATENATED MODULE: ./lib/doctor/log/registering.js

const registering_SETUP = 'node dist/cli.js setup {platform}';
const registering_MOUNT = 'sudo mount -t binfmt_misc binfmt_misc /proc/sys/fs/binfmt_misc';
const REGISTERING = [
    signature('mount-failed', 'cannot mount binfmt_misc filesystem', {
        patterns: [
            { has: 'cannot mount binfmt_misc' },
            { has: 'binfmt_misc', and: /^mount: .{0,200}(?:permission denied|not permitted|unknown filesystem)/i },
        ],
        explains: ['installer-said-nothing'],
        causes: [
            {
                text: 'The installer’s container has no privilege over the host: rootless or nested Docker, or a runner that is a container',
                when: (facts, log) => logShows('errno-not-permitted')(facts, log) ?? facts.rootless ?? (facts.contained || undefined),
                remedy: 'Register the handlers on the host itself, once, as root',
                commands: [`sudo ${registering_SETUP}`],
            },
            {
                text: 'The kernel has no binfmt_misc, or its module is not loaded and cannot be loaded from the container',
                when: (facts, log) => logShows('errno-no-device')(facts, log) ?? not(facts.supported),
                specific: true,
                remedy: 'Load the module on the host',
                commands: ['sudo modprobe binfmt_misc', registering_MOUNT],
            },
        ],
        sources: 'docker/setup-qemu-action#88 docker/setup-qemu-action#67 vegardit/docker-gitea-act-runner#51',
    }),
    signature('register-invalid', '/proc/sys/fs/binfmt_misc/register: invalid argument', {
        patterns: [
            { has: 'binfmt_misc/register', and: /invalid argument/i },
            { has: 'write error: invalid argument', near: true },
        ],
        causes: [
            {
                text: 'The kernel is older than 4.8 and does not know the flag F',
                when: kernelOlder('4.8'),
                remedy: 'Use a kernel 4.8 or newer: without F no handler works inside containers',
                commands: ['uname -r'],
            },
            {
                text: 'The line has a flag or a field that this kernel does not know, or is longer than 1920 bytes',
                remedy: 'Register by this program, which writes only what the running kernel understands',
                commands: [registering_SETUP],
            },
        ],
        sources: 'tonistiigi/binfmt#92 tonistiigi/binfmt#53 docker/buildx#493 RPi-Distro/pi-gen#435',
    }),
    signature('register-exists', 'write error: File exists, or already registered', {
        relevance: 'note',
        patterns: [
            { has: 'write error: file exists', near: true },
            { has: 'binfmt_misc/register', and: /file exists/i },
            { has: 'already registered', and: /qemu-[\w-]{1,40} already registered/i },
        ],
        causes: [
            {
                text: 'An entry of that name is there already, and keeps its old emulator and its old flags',
                when: someEntry((entry) => entry.name.startsWith('qemu-')),
                remedy: 'See whether the old entry works; replace it if not, or if another version is wanted',
                commands: ['grep -s . /proc/sys/fs/binfmt_misc/qemu-*', `${registering_SETUP} --on-conflict replace`],
            },
        ],
        sources: 'multiarch/qemu-user-static#27 multiarch/qemu-user-static#49 docker/setup-qemu-action#21',
    }),
    signature('register-missing', '/proc/sys/fs/binfmt_misc/register: no such file or directory', {
        patterns: [
            { has: 'binfmt_misc/register', and: /no such file or directory|directory nonexistent/i },
            { has: 'write error: no such file or directory', near: true },
        ],
        causes: [
            {
                text: 'binfmt_misc is not mounted where the line was to be written',
                when: (facts, log) => evidenceIs('register-missing', /nonexistent|open \/proc\/\S{1,80}register/i)(facts, log) ??
                    not(facts.mounted),
                specific: true,
                remedy: 'Mount it on the host, and leave it mounted',
                commands: ['sudo modprobe binfmt_misc', registering_MOUNT, registering_SETUP],
            },
            {
                text: 'The interpreter that the line names does not exist: with the flag F the kernel opens it at once',
                when: evidenceIs('register-missing', /write error|write \/proc\//i),
                remedy: 'Name a static QEMU that exists; an installer that runs on the same architecture carries none for it',
                commands: ['ls -l /usr/bin/qemu-*', registering_SETUP],
            },
        ],
        sources: 'dbhi/qus#14 tonistiigi/binfmt#138 systemd/systemd#21178 postmarketOS/pmbootstrap#1444',
    }),
    signature('register-denied', '/proc/sys/fs/binfmt_misc: permission denied, or read-only', {
        patterns: [
            { has: 'sys/fs/binfmt_misc', and: /permission denied|operation not permitted|read-only file system/i },
        ],
        causes: [
            {
                text: 'The container’s view of /proc/sys is read-only or masked, or belongs to another user namespace',
                when: (facts) => facts.contained ?? facts.rootless,
                remedy: 'Register the handlers on the host itself, once, as root',
                commands: [`sudo ${registering_SETUP}`],
            },
            {
                text: 'Only root may write there',
                remedy: 'Register as root',
                commands: [`sudo ${registering_SETUP}`],
            },
        ],
        sources: 'multiarch/qemu-user-static#118 nektos/act#2342',
    }),
    signature('module-missing', 'Module binfmt_misc not found', {
        patterns: [
            { has: 'module binfmt_misc not ' },
            { has: 'no binfmt support in the kernel' },
            { has: "couldn't load the binfmt_misc module" },
            { has: 'binfmt_misc module seemed to be loaded, but no' },
        ],
        causes: [
            {
                text: 'The modules of the running kernel are not there: the kernel was updated without a reboot, or this is a container without /lib/modules',
                when: evidenceIs('module-missing', /not found in directory/i),
                remedy: 'Reboot into the installed kernel, or load the module on the host',
                commands: ['uname -r', 'ls /lib/modules', 'sudo modprobe binfmt_misc'],
            },
            {
                text: 'binfmt_misc is built into the kernel, and the script looked only for a loaded module',
                when: (facts) => facts.supported,
                remedy: 'Nothing needs to be loaded: mount the file system if it is not mounted',
                commands: ['grep binfmt_misc /proc/filesystems', registering_MOUNT],
            },
            {
                text: 'The kernel was built without CONFIG_BINFMT_MISC',
                when: (facts) => not(facts.supported),
                remedy: 'Use a kernel that has it, or a runner of the architecture itself',
                commands: ['grep BINFMT_MISC /boot/config-$(uname -r)'],
            },
        ],
        sources: 'RPi-Distro/pi-gen!372 RPi-Distro/pi-gen#264 revyos/thead-kernel#18',
    }),
    signature('interpreter-busy', 'qemu-…: Text file busy', {
        patterns: [
            { has: 'text file busy', and: /qemu/i },
            { has: 'etxtbsy', and: /qemu/i },
        ],
        causes: [
            {
                text: 'The kernel holds the interpreter open: an entry pins it, or emulated programs still run',
                remedy: 'Write the new file beside the old one and rename it; the entry keeps the old one until it is registered again',
                commands: [
                    'sudo cp qemu-aarch64 /usr/bin/qemu-aarch64.new && sudo mv -f /usr/bin/qemu-aarch64.new /usr/bin/qemu-aarch64',
                    `${registering_SETUP} --on-conflict replace`,
                ],
            },
        ],
        sources: 'guysoft/CustomPiOS#114',
    }),
    signature('architecture-unknown', 'unsupported architecture', {
        patterns: [{ has: 'unsupported architecture', near: true }],
        causes: [
            {
                text: 'The installer does not know this name, says so, and ends as if nothing had happened',
                remedy: 'Use the OCI name of the platform (mips64le, not mips64el); this program understands both and names the nearest one',
                commands: ['node dist/cli.js plan mips64le'],
            },
        ],
        sources: 'docker/setup-qemu-action#158',
    }),
    signature('installer-said-nothing', 'Unexpected end of JSON input', {
        patterns: [{ has: 'unexpected end of json input', near: true }],
        causes: [
            {
                text: 'docker/setup-qemu-action reads the installer’s answer, and the installer failed before it gave one',
                remedy: 'Look at the lines above: the installer’s own error stands there',
                commands: ['node dist/cli.js doctor'],
            },
        ],
        sources: 'docker/setup-qemu-action#88',
    }),
    signature('docker-missing', 'Unable to locate executable file: docker', {
        relevance: 'possible',
        patterns: [{ has: 'unable to locate executable file: docker' }],
        causes: [
            {
                text: 'docker/setup-qemu-action needs Docker only to run its installer',
                when: (facts) => not(facts.docker),
                remedy: 'Register without Docker',
                commands: [registering_SETUP],
            },
            {
                text: 'Docker is installed on the host, but the job runs in a container without it',
                when: (facts) => facts.contained,
                remedy: 'Register on the host: the job’s container uses the host’s kernel',
                commands: [`sudo ${registering_SETUP}`],
            },
        ],
        sources: 'docker/setup-qemu-action#24 docker/setup-qemu-action#164',
    }),
    clue('installer-ok', { has: 'installing: ', and: /installing: \S{1,20} ok\b/i }),
    clue('errno-not-permitted', { has: 'error: operation not permitted' }),
    clue('errno-no-device', { has: 'error: no such device' }),
];
function clue(id, pattern) {
    return signature(id, id, { relevance: 'clue', patterns: [pattern], causes: [] });
}

;// CONCATENATED MODULE: ./lib/doctor/log/diagnose.js









const SIGNATURES = [...CRASHING, ...REGISTERING, ...RUNNING, ...FETCHING];
function diagnoseLog(log, facts = {}) {
    const seen = SIGNATURES.flatMap((signature) => {
        const match = log.matches.find((candidate) => candidate.id === signature.id);
        return match === undefined || signature.applies?.(facts, log) === false ? [] : [{ signature, match }];
    });
    const explained = new Set(seen.flatMap(({ signature }) => signature.explains ?? []));
    const diagnoses = seen
        .filter(({ signature }) => !explained.has(signature.id))
        .flatMap(({ signature, match }) => diagnose(signature, match, log, facts))
        .sort(byWeight);
    const [first] = diagnoses;
    return {
        verdict: first?.standing ?? 'not-emulation',
        headline: log.lines === 0 ? 'The log is empty.' : diagnose_headlineOf(first),
        next: first?.causes[0].remedy ?? (log.lines === 0 ? EMPTY : NEXT),
        diagnoses,
    };
}
const EMPTY = 'See whether the build ran at all, and whether its output was written to this log';
const NEXT = 'Look for the first error in the log: what follows is often only its echo';
const STANDINGS = ['emulation', 'possible', 'not-emulation'];
function byWeight(a, b) {
    return (STANDINGS.indexOf(a.standing) - STANDINGS.indexOf(b.standing) ||
        Number(b.causes[0].supported) - Number(a.causes[0].supported) ||
        firstLine(a) - firstLine(b));
}
function firstLine({ evidence }) {
    return Math.min(...evidence.map(({ line }) => line));
}
function diagnose_headlineOf(first) {
    if (first === undefined)
        return 'Nothing in this log points to emulation.';
    const lead = {
        emulation: 'Another architecture plays a part in this failure',
        possible: 'Another architecture may play a part in this failure',
        'not-emulation': 'Nothing in this log points to emulation; it shows',
    };
    return `${lead[first.standing]}: ${first.title}.`;
}
function diagnose(signature, match, log, facts) {
    const [likeliest, ...others] = rankCauses(signature, log, facts);
    if (likeliest === undefined)
        return [];
    const causes = [likeliest, ...others];
    return {
        id: signature.id,
        title: signature.title,
        standing: standingOf(signature, match, causes),
        count: match.count,
        evidence: match.evidence,
        causes,
        alsoSeen: (signature.explains ?? []).filter((id) => log.matches.some((other) => other.id === id)),
        link: `docs/troubleshooting.md#${signature.id}`,
        sources: linksOf(signature.sources ?? ''),
    };
}
function standingOf(signature, match, causes) {
    const { relevance = 'emulation' } = signature;
    if (relevance === 'note')
        return 'possible';
    if (causes.every(({ elsewhere }) => elsewhere))
        return 'not-emulation';
    if (causes[0].supported)
        return causes[0].elsewhere ? 'not-emulation' : 'emulation';
    if (relevance === 'emulation' || match.nearEmulator)
        return 'emulation';
    return relevance === 'possible' ? 'possible' : 'not-emulation';
}
function rankCauses(signature, log, facts) {
    const platform = platformOf(log, facts);
    const judged = signature.causes.map((cause) => ({ cause, support: cause.when?.(facts, log) }));
    const possible = judged.filter(({ support }) => support !== false);
    return (possible.length > 0 ? possible : judged)
        .map(({ cause, support }) => ({ cause, rank: support === true ? (cause.specific ? 0 : 1) : 2 }))
        .sort((a, b) => a.rank - b.rank)
        .map(({ cause: { text, remedy, elsewhere = false, commands = [] }, rank }) => ({
        text,
        supported: rank < 2,
        elsewhere,
        remedy,
        commands: commands.map((command) => command.replaceAll('{platform}', platform)),
    }));
}
function platformOf(log, facts) {
    const foreign = log.platforms.find((platform) => platform.split('/')[1] !== facts.hostArch);
    return foreign ?? (facts.hostArch === 'arm64' ? 'linux/amd64' : 'linux/arm64');
}
const NOT_MOUNTED = ['not-loaded', 'autofs', 'not-mounted'];
const NOT_SUPPORTED = ['unsupported', 'module-missing'];
function logFacts(context, results) {
    const { facts, doctor, verdicts, asked } = context;
    const { state } = facts.table;
    const handlers = handlersOf(context);
    const versions = handlers.flatMap((handler) => handler.verdicts.flatMap(({ qemuVersion }) => qemuVersion ?? []));
    const types = handlers.flatMap(({ file }) => file?.elf?.type ?? []);
    const stale = results.find(({ id }) => id === 'SB053')?.state ?? 'skipped';
    const hidden = state === 'masked';
    return {
        kernel: facts.kernel.release,
        hostArch: facts.architecture,
        supported: hidden ? undefined : !NOT_SUPPORTED.includes(state),
        mounted: hidden ? undefined : ![...NOT_MOUNTED, ...NOT_SUPPORTED].includes(state),
        entries: state === 'ready' ? handlers.map(entryFacts) : undefined,
        asked,
        verdicts: Object.fromEntries([...(verdicts?.values() ?? [])].map((verdict) => [verdict.arch, wordOf(verdict)])),
        qemuVersion: versions.sort((a, b) => (isOlder(a, b) ? -1 : 1))[0],
        interpreterType: types.length === 0 ? undefined : types.includes(ET_EXEC) ? 'exec' : 'dyn',
        docker: doctor?.engine.client,
        remoteEngine: doctor && doctor.engine.remote !== undefined,
        rootless: doctor?.engine.server?.rootless,
        contained: facts.container !== undefined || facts.userNamespace,
        staleBuilder: stale === 'skipped' ? undefined : stale === 'found',
    };
}
function blamedPlatforms(log, hostArch) {
    if (diagnoseLog(log).verdict !== 'emulation')
        return [];
    const named = log.platforms.flatMap((text) => {
        const platform = parsePlatform(text);
        return 'unknown' in platform || platform.arch === hostArch ? [] : [platform];
    });
    return [...new Map(named.map((platform) => [formatPlatform(platform), platform])).values()];
}
function entryFacts({ entry: { name, enabled, flags }, file }) {
    return {
        name,
        enabled,
        fixed: flags.includes('F'),
        credentials: flags.includes('C'),
        preserved: flags.includes('P'),
        interpreter: interpreterOf(file),
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

;// CONCATENATED MODULE: ./lib/doctor/log/reader.js



const LINE_LIMIT = 4096;
const EVIDENCE_LIMIT = 3;
const PLATFORM_LIMIT = 16;
const NEARNESS = 12;
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
const reader_PLATFORM = /(?<![\w/.-])linux\/(?:amd64|386|arm(?:64)?|riscv\d\d|ppc\w{0,4}|s390x|mips\w{0,4}|loong64)(?:\/v\d{1,2})?(?![\w/-])/g;
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
            for (const [platform] of line.matchAll(reader_PLATFORM)) {
                if (platforms.size < PLATFORM_LIMIT)
                    platforms.add(platform);
            }
            for (const { id, patterns } of SIGNATURES) {
                if (!patterns.some((pattern) => fits(pattern, lower, line, near, step)))
                    continue;
                const entry = seen.get(id) ?? { count: 0, nearEmulator: false, steps: new Set(), evidence: [] };
                seen.set(id, entry);
                entry.count += 1;
                entry.nearEmulator ||= near;
                if (step !== undefined && entry.steps.size < PLATFORM_LIMIT)
                    entry.steps.add(step);
                if (entry.evidence.length < EVIDENCE_LIMIT) {
                    entry.evidence.push({ line: number, text: printable(hideSecrets(line), 240) });
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
                steps: ran.size === 0 ? undefined : [...ran],
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
const STEP_LIMIT = 1000;
const REPEATED_LINES = 64;
const reader_LABEL = /^(?:#(\d{1,6}) |\s{0,4}> )?\[(?:(linux\/\w{1,12}(?:\/v\d{1,2})?)(?:->[\w/]{1,30})? )?(?:[\w.-]{1,100} )? {0,4}\d{1,4}\/\d{1,4}\] /;
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
            const label = reader_LABEL.exec(line);
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

;// CONCATENATED MODULE: ./lib/doctor/evidence/evidence.js



async function readLogFile(path) {
    if (path === undefined)
        return {};
    const reading = openLog();
    try {
        const stream = path === '-' ? process.stdin : (0,external_node_fs_.createReadStream)(path);
        for await (const piece of stream)
            reading.feed(piece);
    }
    catch (thrown) {
        return { unreadable: errnoOf(thrown) ?? 'unknown reason' };
    }
    return { log: reading.report() };
}

// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __nccwpck_require__(8522);
;// CONCATENATED MODULE: ./lib/doctor/facts.js

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
    const info = parseObject(text);
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
        const builder = parseObject(line);
        if (builder === undefined || typeof builder.Name !== 'string')
            return [];
        const nodes = Array.isArray(builder.Nodes) ? builder.Nodes.filter(isObject) : [];
        return {
            name: builder.Name,
            driver: textOf(builder.Driver),
            running: nodes.some((node) => node.Status === 'running'),
            platforms: [...new Set(nodes.flatMap((node) => platformsOfNode(node.Platforms)))],
        };
    });
}
function platformsOfNode(platforms) {
    if (!Array.isArray(platforms))
        return [];
    return platforms.flatMap((platform) => {
        if (typeof platform === 'string')
            return [platform.replace(/\*$/, '')];
        if (!isObject(platform))
            return [];
        const parts = [platform.os, platform.architecture, platform.variant];
        return [parts.filter((part) => typeof part === 'string' && part !== '').join('/')];
    });
}
function textOf(value) {
    return typeof value === 'string' ? value : '';
}

;// CONCATENATED MODULE: ./lib/doctor/engine.js



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
    const asks = version !== undefined && server !== undefined;
    const builders = asks ? parseBuilders((await ask('buildx', 'ls', '--format', 'json')).stdout) : [];
    return {
        client: true,
        remote,
        server,
        silence: server === undefined ? silenceOf(info, facts) : undefined,
        buildx: version,
        builders,
    };
}
function mayAnswer(host, facts) {
    const elsewhere = [host.env.DOCKER_HOST, host.env.DOCKER_CONTEXT].some((value) => (value ?? '') !== '');
    const configured = host.env.DOCKER_CONFIG ?? `${host.env.HOME ?? ''}/.docker`;
    const contexts = /"currentContext"\s*:\s*"(?!default")/.test(textOr(host, `${configured}/config.json`, ''));
    return facts.docker.reachable || elsewhere || contexts;
}
function remoteScheme(address) {
    const scheme = /^([a-z]{2,10}):\/\//.exec(address)?.[1];
    return ['unix', 'npipe', 'fd'].includes(scheme ?? '') ? undefined : scheme;
}
function silenceOf(info, facts) {
    if (info === undefined) {
        const standard = facts.docker.endpoint === 'unix:///var/run/docker.sock';
        return `nothing listens at ${standard ? 'its socket /var/run/docker.sock' : 'its address'}`;
    }
    if (info.timedOut)
        return `the engine did not answer within ${ANSWER_LIMIT_MS / 1000} s`;
    const [line = ''] = /"ServerErrors":\["([^"]*)/.exec(info.stdout)?.slice(1) ?? info.stderr.split('\n');
    const said = printable(line.replace(/\b(?:unix|tcp|ssh|https?):\/\/\S+/g, '…'), 160);
    return said === '' ? 'the engine does not answer' : said;
}

;// CONCATENATED MODULE: external "node:v8"
const external_node_v8_namespaceObject = new Proxy({}, { get: (_, key) => __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:v8")[key] });
;// CONCATENATED MODULE: external "node:vm"
const external_node_vm_namespaceObject = new Proxy({}, { get: (_, key) => __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:vm")[key] });
// EXTERNAL MODULE: ./node_modules/@actions/http-client/lib/proxy.js
var proxy = __nccwpck_require__(5813);
;// CONCATENATED MODULE: ./lib/host/http.js





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
        const proxied = (0,proxy/* getProxyUrl */.s)(url) !== undefined;
        const key = `${url.protocol} ${proxied}`;
        const agent = agents.get(key) ??
            (proxied
                ? new (await __nccwpck_require__.e(/* import() | actions-http-client */ 435).then(__nccwpck_require__.bind(__nccwpck_require__, 5533))).HttpClient('setup-binfmt', [], settings).getAgent(url.href)
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
    return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.host));
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
    if (isLoopback(next.host) && !isLoopback(from.host))
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
    return url.protocol === 'https:' ? Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 4708, 19)) : Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 7067, 19));
}
function networkFailure(cause, host) {
    const code = errnoOf(cause) ?? '';
    const where = host === undefined ? '' : `${host}: `;
    return {
        failure: `${where}${reasonOf(cause) || code}`,
        passing: code !== 'ENOTFOUND' && !CERTIFICATE_ERRORS.includes(code),
        cause,
    };
}
const INTERVAL = 2 * 1024 * 1024;
let http_collect;
function openReclaimer() {
    let passed = 0;
    return (bytes) => {
        passed += bytes;
        if (passed < INTERVAL)
            return;
        passed = 0;
        if (http_collect === undefined) {
            (0,external_node_v8_namespaceObject.setFlagsFromString)('--expose-gc');
            http_collect = (0,external_node_vm_namespaceObject.runInNewContext)('gc');
        }
        http_collect?.({ type: 'minor' });
    };
}

;// CONCATENATED MODULE: ./lib/doctor/network.js



const network_ANSWER_LIMIT_MS = 10_000;
const PROXY_VARIABLES = ['HTTP_PROXY', 'HTTPS_PROXY', 'ALL_PROXY', 'NO_PROXY'];
async function examineNetwork(host, registries) {
    const proxies = Object.keys(host.env).filter((name) => PROXY_VARIABLES.includes(name.toUpperCase()));
    const http = openHttp();
    const deadline = performance.now() + network_ANSWER_LIMIT_MS;
    const answers = registries.map(async (address) => {
        const name = address.registry;
        const url = new URL(`${registryOrigin(address)}/v2/`);
        const answer = await http.send({ url, headers: {} }, deadline);
        if ('failure' in answer)
            return { name, problem: errnoOf(answer.cause) ?? answer.failure };
        answer.body.destroy();
        return answer.status < 500 ? { name } : { name, problem: `it answered ${answer.status}` };
    });
    const found = await Promise.all(answers);
    http.close();
    return { proxies, registries: found };
}

;// CONCATENATED MODULE: ./lib/doctor/examine.js







const VERSION_LIMIT_MS = 3_000;
const ELF_BYTES = 4096;
async function examine(host, facts, options) {
    const [interpreters, engine, network] = await Promise.all([
        examineInterpreters(host, facts),
        examineEngine(host, facts),
        options.registries === undefined ? undefined : examineNetwork(host, options.registries),
    ]);
    return {
        kernelConfig: examineKernelConfig(host, facts.kernel.release),
        moduleBlocks: facts.table.state === 'not-loaded' ? examineModprobe(host) : [],
        sysctls: examineSysctls(host),
        mountedForInit: examineInit(host, facts),
        interpreters,
        systemdBinfmt: hasSystemdBinfmt(host),
        dpkgTrigger: textOr(host, '/var/lib/dpkg/triggers/File', '').includes('/usr/lib/binfmt.d systemd'),
        binfmtSupport: host.which('update-binfmts') !== undefined,
        rules: examineRules(host),
        engine,
        qemuVariables: Object.keys(host.env).filter((name) => /^QEMU_[A-Z0-9_]{1,60}$/.test(name)),
        places: examinePlaces(host, facts, options.store),
        network,
    };
}
function examineKernelConfig(host, release) {
    for (const path of [`/boot/config-${release}`, `/lib/modules/${release}/config`]) {
        const options = parseKernelConfig(textOr(host, path, ''));
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
    const written = files.flatMap((where) => parseModprobe(textOr(host, where, ''), 'binfmt_misc').map((rule) => ({ where, rule })));
    const parameter = /(?:^|\s)module_blacklist=\S*\bbinfmt_misc\b\S*/.exec(textOr(host, '/proc/cmdline', ''));
    if (parameter === null)
        return written;
    return [...written, { where: 'the kernel’s command line', rule: parameter[0].trim() }];
}
function examineSysctls(host) {
    const found = {};
    for (const name of SYSCTLS) {
        const text = textOr(host, `/proc/sys/${name.replaceAll('.', '/')}`, '').trim();
        if (/^\d+$/.test(text))
            found[name] = Number(text);
    }
    return found;
}
function examineInit(host, facts) {
    const [own, first] = ['self', '1'].map((pid) => host.stat(`/proc/${pid}/ns/user`)?.inode);
    if (own === undefined || own !== first)
        return undefined;
    const text = textOr(host, '/proc/1/mountinfo', '');
    return text === '' ? undefined : mountAt(parseMounts(text), facts.table.path)?.type === 'binfmt_misc';
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
    const elf = readElf(bytes);
    if (elf !== undefined) {
        return { state: 'file', kind: 'elf', elf, version: await askVersion(host, path) };
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
    const limits = { timeoutMs: VERSION_LIMIT_MS, maxBytes: 400 };
    const { stdout } = await host.run({ file: path, args: ['--version'], env: {}, ...limits });
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
    return filesIn(host, RULE_FOLDERS, '.conf').flatMap((file) => parseRuleNames(textOr(host, file, '')).map((name) => ({ file, name })));
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
        const mount = mountOf(facts.mounts, host.realPath(existing) ?? existing);
        const noexec = mount?.options.includes('noexec') ?? false;
        return { what, path, freeBytes: host.freeBytes(existing), noexec };
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
    return folders.flatMap((folder) => namesIn(host, folder)
        .filter((name) => name.endsWith(ending))
        .sort()
        .map((name) => `${folder}/${name}`));
}

;// CONCATENATED MODULE: ./lib/binfmt/persist.js


const PERSIST_ROOT = '/usr/local/lib/setup-binfmt';
const FRAGMENT_PATH = '/etc/binfmt.d/setup-binfmt.conf';
function persistentPath(sha256, qemu) {
    return `${PERSIST_ROOT}/${sha256.slice(0, 16)}/${qemuName({ qemu })}`;
}
function isOwnHandler(interpreter, store) {
    return isPersistent(interpreter) || (interpreter?.startsWith(`${store}/`) ?? false);
}
function isPersistent(interpreter) {
    return interpreter?.startsWith(`${PERSIST_ROOT}/`) ?? false;
}
const HEAD = `# Written by setup-binfmt, and read by systemd-binfmt when it starts. To take a line away,
# where setup-binfmt is:
#   node dist/cli.js remove NAME
`;
function formatFragment(rules) {
    return rules.length === 0 ? null : HEAD + rules.map((rule) => `${formatRule(rule)}\n`).join('');
}
function parseFragment(text) {
    return text === null ? [] : parseRules(text, [], parseRule);
}
function mergeFragment(rules, keep, forget) {
    const gone = new Set([...forget, ...keep.map(({ name }) => name)]);
    return [...rules.filter(({ name }) => !gone.has(name)), ...keep].sort((a, b) => (a.name < b.name ? -1 : 1));
}
const PACKAGE = ['--package', 'setup-binfmt'];
function updateBinfmtsInstall({ name, match, interpreter, flags }) {
    const spec = match.kind === 'extension'
        ? ['--extension', match.extension]
        : [
            '--magic',
            escapeHex(match.magic),
            '--offset',
            String(match.offset),
            ...(match.mask === undefined ? [] : ['--mask', escapeHex(match.mask)]),
        ];
    const yes = (letter) => (flags.includes(letter) ? 'yes' : 'no');
    return [
        ...PACKAGE,
        '--install',
        name,
        interpreter,
        ...spec,
        '--credentials',
        yes('C'),
        '--preserve',
        yes('P'),
        '--fix-binary',
        yes('F'),
    ];
}
function updateBinfmtsRemove({ name, interpreter }) {
    return [...PACKAGE, '--remove', name, interpreter];
}

;// CONCATENATED MODULE: ./lib/qemu/store-layout.js


function recordPath(binary) {
    return `${binary}.json`;
}
function parseStoreRecord(text) {
    const { sha256, size, source, assumesPreserve, version } = parseObject(text) ?? {};
    if (typeof sha256 !== 'string' || !/^[0-9a-f]{64}$/.test(sha256) || typeof size !== 'number')
        return undefined;
    if (source !== 'image' && source !== 'apt' && source !== 'host')
        return undefined;
    if (typeof assumesPreserve !== 'boolean')
        return undefined;
    const common = { sha256, size, source, assumesPreserve };
    return isVersion(version) ? { ...common, version } : common;
}
const STORE_TOOL = 'setup-binfmt';
const VERSION_LIMIT = 40;
function storeVersion(source, identity) {
    const safe = identity.replace(/^sha256:/, '').replace(/[^0-9A-Za-z]+/g, '-');
    return `1.0.0-${source}-${safe.slice(0, VERSION_LIMIT)}`;
}

;// CONCATENATED MODULE: ./lib/plan/decide.js









function decide(targets, verdicts, entries, policy, store) {
    const owned = (entry) => isOwnHandler(entry.interpreter, store);
    return targets.map((target) => decideOne(target, verdicts.get(target.arch), entries, policy, owned));
}
function decideOne(target, verdict, entries, policy, owned) {
    const decided = (action, reason) => ({ target, action, reason, replaces: [] });
    if (verdict?.status === 'native')
        return decided('native', 'this host runs it itself');
    const claiming = claimants(entries, target);
    const works = verdict?.status === 'emulated';
    const foreign = claiming.filter((entry) => !owned(entry));
    const answers = claiming.find(({ enabled }) => enabled);
    if (works && (answers === undefined || owned(answers)))
        return decided('keep', 'its handler is proven');
    if (policy === 'fail' && foreign.length > 0) {
        const names = foreign.map(({ name }) => printable(name, 60)).join(', ');
        return decided('refuse', `another entry claims it (${names})`);
    }
    if (policy === 'keep' && foreign.length > 0) {
        return decided('keep', 'another entry claims it, and such are to be kept');
    }
    if (policy === 'repair' && works)
        return decided('keep', 'an entry of someone else is proven');
    const reason = works
        ? 'entries of others are to be replaced'
        : (verdict?.reason ?? 'nothing is known of it');
    return { ...decided('install', reason), replaces: replaceable(entries, target) };
}
function replaceable(entries, target) {
    const claiming = claimants(entries, target).filter(({ enabled }) => enabled);
    const inTheWay = entries.filter((entry) => claiming.includes(entry) || entry.name === qemuName(target));
    return inTheWay.filter((entry) => isReplaceable(entry, target));
}
const FOREIGN_NAMES = /^(?:WSLInterop|rosetta|fex|box64|box86|python|jar|java|wine|cli|llvm)/i;
const FOREIGN_INTERPRETERS = /(?:^|\/)(?:rosetta|FEX\w*|box(?:64|86))$/;
function isReplaceable(entry, target) {
    const rule = ruleOfEntry(entry);
    if (rule === undefined || FOREIGN_NAMES.test(rule.name) || FOREIGN_INTERPRETERS.test(rule.interpreter))
        return false;
    const { match } = rule;
    if (match.kind !== 'magic')
        return false;
    const others = TARGETS.filter(({ elf }) => elf.machine !== target.elf.machine);
    return !others.some(({ elf }) => matchesHeader(match, headersOf(elf)));
}
const decideAfterReset = (targets, verdicts, entries, policy, store) => {
    const rest = entries.filter((entry) => !isQemuEntry(entry));
    const voided = new Map([...verdicts].map(([arch, verdict]) => {
        const gone = verdict.entry !== undefined && isQemuEntry(verdict.entry);
        const reason = 'every qemu-* entry is reset';
        return [arch, gone ? { ...verdict, status: 'absent', reason } : verdict];
    }));
    return decide(targets, voided, rest, policy, store).map((decision) => {
        if (decision.action !== 'install')
            return decision;
        const old = replaceable(entries, decision.target).filter(isQemuEntry);
        return { ...decision, replaces: [...decision.replaces, ...old] };
    });
};
function reconsider(decisions, facts, asked, store) {
    const { entries } = facts.table;
    return decisions.map((decision) => {
        const own = ownAnswering(decision, entries, store);
        const reason = own === undefined ? undefined : whyAnew(own, asked, isPrivileged(facts));
        if (reason === undefined)
            return decision;
        const goes = (entry) => asked.persist ||
            asked.onConflict === 'replace' ||
            isOwnHandler(entry.interpreter, store) ||
            entry.name === qemuName(decision.target);
        const replaces = replaceable(entries, decision.target).filter(goes);
        return { ...decision, action: 'install', reason, replaces };
    });
}
function ownAnswering({ action, target }, entries, store) {
    const entry = answering(entries, target);
    return action === 'keep' && isOwnHandler(entry?.interpreter, store) ? entry : undefined;
}
function whyAnew(entry, asked, mayReplace) {
    if (asked.persist)
        return 'it is to persist, and is compared with what is offered';
    if (!mayReplace || asked.onConflict === 'keep')
        return undefined;
    if (asked.onConflict === 'replace')
        return 'it is to be replaced, and is compared with what is offered';
    return otherCredentials(entry, asked);
}
function otherCredentials({ flags }, { credentials }) {
    if (flags.includes('C') === credentials)
        return undefined;
    return credentials ? 'its entry lacks the C flag (credentials)' : 'its entry has the C flag (credentials)';
}
function noteKept(decisions, verdicts, facts, asked, store) {
    return decisions.flatMap((decision) => {
        const entry = ownAnswering(decision, facts.table.entries, store);
        if (entry === undefined)
            return [];
        const { arch } = decision.target;
        const name = printable(entry.name, 60);
        if (asked.onConflict === 'replace')
            return [`${arch}: kept ${name}: to replace it takes root or sudo`];
        const version = verdicts.get(arch)?.qemuVersion;
        const differs = [
            otherCredentials(entry, asked) ?? [],
            isFromElsewhere(entry, asked, store)
                ? `the image asked for is ${formatImageReference(asked.image)}`
                : [],
        ].flat();
        if (differs.length === 0)
            return [];
        const what = version === undefined ? name : `QEMU ${version} (${name})`;
        const remedy = isPrivileged(facts)
            ? 'on-conflict replace takes it over'
            : 'on-conflict replace takes it over, as root or with sudo';
        return [`${arch}: kept ${what}; ${differs.join(', and ')}: ${remedy}`];
    });
}
function isFromElsewhere({ interpreter }, { image, qemuFrom }, store) {
    if (qemuFrom[0] !== 'image' || image.digest === undefined || isPersistent(interpreter))
        return false;
    const folder = `${store}/${STORE_TOOL}/${storeVersion('image', image.digest)}/`;
    return !String(interpreter).startsWith(folder);
}

;// CONCATENATED MODULE: ./lib/probe/probe.js





const PROBE_LIMIT_MS = 5_000;
const TRIES = { crashed: 3, hung: 2 };
const ARGUMENTS = Array.from({ length: PROBE_ARGUMENTS - 1 }, () => 'a');
const SIDE_BY_SIDE = 16;
function openProber(host, mounts) {
    const folder = host.makeTemporary('setup-binfmt-probe-', executableFolder(host, mounts));
    host.makeMode(folder, 0o755);
    return { host, folder, enter: entrance(host), close: () => host.remove(folder) };
}
function executableFolder(host, mounts) {
    const { RUNNER_TEMP, TMPDIR, HOME, XDG_RUNTIME_DIR } = host.env;
    const candidates = [TMPDIR, '/tmp', RUNNER_TEMP, '/var/tmp', XDG_RUNTIME_DIR, HOME];
    return candidates.find((path) => {
        if (path === undefined || !path.startsWith('/') || host.stat(path)?.kind !== 'folder')
            return false;
        return !mountOf(mounts, host.realPath(path) ?? path)?.options.includes('noexec') && host.isWritable(path);
    });
}
function entrance(host) {
    const chroot = host.which('chroot');
    if (host.uid === 0 && chroot !== undefined)
        return (jail) => [chroot, jail, '/probe'];
    const unshare = host.which('unshare');
    if (unshare === undefined)
        return undefined;
    return (jail) => [unshare, '--user', '--map-root-user', `--root=${jail}`, '/probe'];
}
async function runProbe(prober, target, place, { tag, version } = {}) {
    const { host } = prober;
    const cwd = `${prober.folder}/${target.arch}${tag === undefined ? '' : '-trial'}`;
    if (host.stat(cwd) === undefined) {
        host.makeFolder(cwd, 0o755);
        host.writeFile(`${cwd}/probe`, buildProbe(target, { tag }), 0o755);
    }
    const [file, ...args] = place === 'chroot' && prober.enter !== undefined ? prober.enter(cwd) : plainly(cwd);
    const start = (env) => host.run({ file, args: [...args, ...ARGUMENTS], cwd, env, timeoutMs: PROBE_LIMIT_MS });
    const asked = version === true ? start({ QEMU_VERSION: '1' }) : undefined;
    for (let attempts = 1;; attempts++) {
        const outcome = await start({});
        const run = {
            ...outcome,
            stdout: outcome.stdout.slice(0, 200),
            stderr: outcome.stderr.slice(0, 1000),
            arch: target.arch,
            place,
            attempts,
        };
        if (attempts < (TRIES[judgeRun(run)] ?? 1))
            continue;
        const known = typeof version === 'string' ? formatQemuAnswer(target, version) : undefined;
        return { ...run, version: ((await asked)?.stdout ?? known)?.slice(0, 200) };
    }
}
function plainly(jail) {
    return ['/bin/sh', '-c', 'exec "$0" "$@"', `${jail}/probe`];
}
async function sideBySide(items, work, width = SIDE_BY_SIDE) {
    const results = [];
    const waiting = items.entries();
    const lane = async () => {
        for (const [index, item] of waiting)
            results[index] = await work(item);
    };
    await Promise.all(Array.from({ length: Math.min(width, items.length) }, lane));
    return results;
}
async function probeAll(host, facts, targets, versionOf = () => undefined) {
    const prober = openProber(host, facts.mounts);
    const inChroot = (target) => {
        const entry = answering(facts.table.entries, target);
        const known = entry?.interpreter === undefined ? undefined : versionOf(entry.interpreter);
        return runProbe(prober, target, 'chroot', { version: known ?? entry !== undefined });
    };
    try {
        const wanted = targets.filter((target) => isWorthRunning(target, facts));
        const inside = byArch(prober.enter === undefined ? [] : await sideBySide(wanted, inChroot));
        const control = facts.architecture;
        const chroots = control === undefined || works(inside.get(control)) ? inside : byArch([]);
        const unexplained = wanted.filter(({ arch }) => isUnexplained(chroots.get(arch)));
        const plains = byArch(await sideBySide(unexplained, (target) => runProbe(prober, target, 'plain', { version: true })));
        return targets.map((target) => ({
            target,
            chroot: chroots.get(target.arch),
            plain: plains.get(target.arch),
        }));
    }
    finally {
        prober.close();
    }
}
function byArch(runs) {
    return new Map(runs.map((run) => [run.arch, run]));
}
function works(run) {
    return run !== undefined && judgeRun(run) === 'works';
}
function isUnexplained(run) {
    return run === undefined || !['works', 'hung', 'wrong-emulator', 'no-marker'].includes(judgeRun(run));
}
function isWorthRunning(target, facts) {
    if (facts.table.state !== 'ready' || mayRunNatively(facts.architecture, target.arch))
        return true;
    return answering(facts.table.entries, target) !== undefined;
}
function judgeAll(runs, facts) {
    const { architecture: host, table } = facts;
    return new Map(runs.map((run) => [run.target.arch, judge({ ...run, host, entries: table.entries })]));
}
function rejudge(before, runs, facts) {
    const again = runs.flatMap((chroot) => {
        const target = targetOf(chroot.arch);
        return target === undefined ? [] : [{ target, chroot }];
    });
    const anew = judgeAll(again, facts);
    return new Map([...before].map(([arch, verdict]) => [arch, anew.get(arch) ?? verdict]));
}

;// CONCATENATED MODULE: ./lib/binfmt/table.js





function readPersisted(host) {
    return parseFragment(textOr(host, FRAGMENT_PATH, null));
}
function observeInterpreter(host, path) {
    const stat = host.stat(path);
    const executable = stat?.kind === 'file' && (stat.mode & 0o111) !== 0;
    return {
        exists: stat !== undefined,
        executable,
        header: executable ? headOf(host, path, HEADER_BYTES) : new Uint8Array(),
    };
}
const PROGRAMS = [
    ...['sh', 'bash', 'env', 'cat', 'sudo', 'flock', 'mount', 'umount', 'chroot', 'unshare', 'modprobe'],
    ...['git', 'tar', 'docker', 'update-binfmts'],
];
function observePrograms(host) {
    const paths = [host.node, '/bin/sh', ...PROGRAMS.flatMap((name) => host.which(name) ?? [])];
    return [...new Set(paths)].map((path) => ({ path, header: headOf(host, path, HEADER_BYTES) }));
}
function observeTable(host, mounts, release, path) {
    const elsewhere = mounts
        .filter((mount) => mount.type === 'binfmt_misc' && mount.point !== path)
        .map((mount) => mount.point);
    const state = tableState(host, mounts, release, path);
    const readable = state === 'ready' || state === 'disabled' || state === 'read-only';
    const { entries, unreadable } = readable ? observeEntries(host, path) : { entries: [], unreadable: [] };
    const owner = readable ? host.stat(`${path}/register`)?.uid : undefined;
    return { state, path, entries, unreadable, elsewhere, owner };
}
function tableState(host, mounts, release, path) {
    const mount = mountAt(mounts, path);
    if (mount?.type === 'binfmt_misc' && isVisible(host, path)) {
        if (parseStatus(textOr(host, `${path}/status`, '')) === 'disabled')
            return 'disabled';
        return isReadOnly(mount) ? 'read-only' : 'ready';
    }
    if (mount?.type === 'autofs')
        return 'autofs';
    if (/^nodev\s+binfmt_misc$/m.test(textOr(host, '/proc/filesystems', ''))) {
        return host.stat(path) === undefined ? 'masked' : 'not-mounted';
    }
    if (host.stat('/proc/sys/fs') === undefined)
        return 'masked';
    if (host.stat(path) === undefined)
        return 'unsupported';
    return moduleIsThere(host, release) ? 'not-loaded' : 'module-missing';
}
function isVisible(host, path) {
    const type = host.fileSystemType(path);
    return type === undefined ? host.stat(path) !== undefined : type === BINFMTFS_MAGIC;
}
function moduleIsThere(host, release) {
    return ['/lib/modules', '/usr/lib/modules'].some((folder) => ['modules.dep', 'modules.builtin'].some((file) => /(?:^|\/)binfmt_misc\.ko/m.test(textOr(host, `${folder}/${release}/${file}`, ''))));
}
function observeEntries(host, path) {
    const entries = [];
    const unreadable = [];
    for (const name of namesIn(host, path)) {
        if (name === 'register' || name === 'status')
            continue;
        try {
            entries.push(parseEntry(name, host.readText(`${path}/${name}`)));
        }
        catch (thrown) {
            const errno = errnoOf(thrown) ?? 'EUNKNOWN';
            if (errno !== 'ENOENT')
                unreadable.push({ name, errno });
        }
    }
    return { entries, unreadable };
}
function readEntry({ host, table }, name) {
    return orUndefined(() => parseEntry(name, host.readText(`${table}/${name}`)));
}
function readEntries(context) {
    const names = context.host.list(context.table).filter((name) => name !== 'register' && name !== 'status');
    return names.flatMap((name) => readEntry(context, name) ?? []);
}

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __nccwpck_require__(7030);
;// CONCATENATED MODULE: ./lib/facts/observe.js







async function observe_observe(host, tablePath = TABLE_PATH) {
    const release = host.kernelRelease;
    const kernel = { release, version: parseVersion(release) };
    const mounts = observeMounts(host);
    const architecture = nativeArchitecture(host.nodeArch, host.endian);
    const endpoint = host.env.DOCKER_HOST ?? 'unix:///var/run/docker.sock';
    const asking = Promise.all([hasSudo(host), answers(host, endpoint)]);
    const seen = {
        system: host.system,
        kernel,
        architecture,
        amd64Level: architecture === 'amd64' ? parseAmd64Level(headText(host, '/proc/cpuinfo', 8192)) : undefined,
        cpus: host.cpus,
        nodeVersion: host.nodeVersion,
        uid: host.uid,
        capabilities: parseCapabilities(textOr(host, '/proc/self/status', '')),
        userNamespace: isNestedNamespace(textOr(host, '/proc/self/uid_map', '')),
        container: observeContainer(host),
        wsl: observeWsl(release),
        table: observeTable(host, mounts, release, tablePath),
        mounts,
    };
    const [sudo, reachable] = await asking;
    return { ...seen, privilege: privilegeOf(host, sudo, reachable), docker: { endpoint, reachable } };
}
function privilegeOf(host, sudo, docker) {
    if (host.uid === 0)
        return 'root';
    if (sudo)
        return 'sudo';
    return docker ? 'docker' : 'none';
}
async function hasSudo(host) {
    if (host.uid === 0)
        return false;
    const sudo = host.which('sudo');
    if (sudo === undefined)
        return false;
    const outcome = await host.run({ file: sudo, args: ['-n', 'true'], timeoutMs: 10_000 });
    return outcome.code === 0;
}
function answers(host, endpoint) {
    const path = endpoint.slice('unix://'.length);
    if (!endpoint.startsWith('unix:///') || host.stat(path) === undefined)
        return Promise.resolve(false);
    return new Promise((resolve) => {
        const socket = (0,external_node_net_.connect)(path);
        const finish = (reachable) => {
            socket.destroy();
            resolve(reachable);
        };
        socket.setTimeout(500, () => finish(false));
        socket.on('connect', () => finish(true));
        socket.on('error', () => finish(false));
    });
}
function observeContainer(host) {
    if (host.stat('/.dockerenv') !== undefined)
        return 'docker';
    if (host.stat('/run/.containerenv') !== undefined)
        return 'podman';
    const systemd = textOr(host, '/run/systemd/container', '').trim();
    if (/^[a-z][a-z0-9-]{0,30}$/.test(systemd))
        return systemd;
    if (/(?:^|\/)(?:kubepods|docker|lxc|containerd)/m.test(textOr(host, '/proc/1/cgroup', '')))
        return 'container';
    return undefined;
}
function observeWsl(release) {
    if (/microsoft-standard/i.test(release))
        return 2;
    return /microsoft/i.test(release) ? 1 : undefined;
}

;// CONCATENATED MODULE: ./lib/report/narrate.js



const BY_WHOM = {
    root: 'as root',
    sudo: 'through sudo',
    docker: 'through Docker',
    none: 'by nobody: there is no privilege',
};
function narrateHost(facts) {
    const { kernel, container, table } = facts;
    const where = container === undefined ? '' : ` in a container (${container})`;
    const count = table.entries.length;
    const entries = table.state === 'ready' ? `, ${count} ${count === 1 ? 'entry' : 'entries'}` : '';
    const dies = kernelAbilities(kernel).entriesDieWithMount
        ? '; entries last as long as it stays mounted'
        : '';
    return [
        `Linux ${printable(kernel.release, 60)} on ${facts.architecture ?? 'an unknown architecture'}${where}, ${facts.cpus} CPUs`,
        `binfmt_misc: ${table.state}${entries}${dies}`,
        `changes are made ${BY_WHOM[facts.privilege]}`,
    ];
}
function narrateDecisions(decisions) {
    return decisions.map(({ target, action, reason, replaces }) => {
        const names = replaces.map(({ name }) => printable(name, 60)).join(', ');
        return `${target.arch}: ${action} (${reason}${names === '' ? '' : `, in place of ${names}`})`;
    });
}
const PREPARED = {
    'load-module': 'loaded the module binfmt_misc',
    mount: 'mounted binfmt_misc',
};
function narrateChanges(plan, applied) {
    return [
        ...applied.prepared.map((step) => PREPARED[step]),
        ...applied.removed.map((name) => `removed ${printable(name, 60)}`),
        ...(applied.restored ?? []).map((name) => `put ${printable(name, 60)} back`),
        ...(applied.rules ?? []).flatMap(({ name, changed }) => (changed ? [`registered rule ${name}`] : [])),
        ...narrateInstalled(applied, plan),
        ...(applied.persisted === true ? [`wrote ${FRAGMENT_PATH}, so that it stays so after a reboot`] : []),
    ];
}
function narrateInstalled(applied, plan) {
    const handlers = new Map(plan?.install.map(({ arch, interpreter }) => [arch, interpreter]));
    const lines = applied.installed.flatMap(({ arch, name, changed, replaced, problem }) => [
        problem === undefined ? '' : `${arch}: ${problem}`,
        problem === undefined && changed ? `registered ${name}${phrase(handlers.get(arch))}` : '',
        ...replaced.map((old) => `removed the old entry ${printable(old, 60)}`),
    ]);
    return [...lines.filter((line) => line !== ''), ...applied.problems];
}
function phrase(handler) {
    return handler === undefined ? '' : ` for ${handler}`;
}

;// CONCATENATED MODULE: ./lib/commands/survey.js





const ALSO_LOOKED_AT = [...CONTAINER_ARCHITECTURES, 'ppc64'];
async function surveyHost(host, inputs, context) {
    const { namespaces } = context;
    const seen = await observeAloud(host, context, context);
    const facts = namespaces === undefined ? seen : { ...seen, namespaces };
    if (facts.table.state !== 'ready' || inputs.matrixFrom !== undefined)
        return { facts };
    const probing = probeRequested(host, facts, inputs, context);
    probing.catch(() => undefined);
    await new Promise(setImmediate);
    return { facts, probing };
}
function probeRequested(host, facts, inputs, { recordedVersion }) {
    const asked = inputs.platforms.map(({ arch }) => arch);
    const targets = targetsOf([facts.architecture ?? '', ...ALSO_LOOKED_AT, ...asked]);
    return probeAll(host, facts, targets, recordedVersion);
}
async function observeAloud(host, { group, line }, { table, place } = {}) {
    const facts = await observe_observe(host, table);
    group('Host');
    if (place !== undefined)
        line(`this is ${place}`);
    narrateHost(facts).forEach(line);
    return facts;
}
function persistedFor(host, { scope }) {
    return scope === 'host' ? readPersisted(host) : [];
}

;// CONCATENATED MODULE: ./lib/commands/doctor.js















async function runDoctor(host, asked, context) {
    const { log, unreadable } = await readLogFile(asked.log);
    const seen = await observeAloud(host, context, { table: context.table });
    const inputs = log === undefined ? asked : withBlamed(asked, blamedPlatforms(log, seen.architecture));
    const registries = inputs.network ? registriesOf(inputs) : undefined;
    const [namespaces, { verdicts, problem }, doctor] = await Promise.all([
        context.namespaces ?? tryNamespaces(host, seen),
        probe(host, seen, inputs),
        examine(host, seen, { store: context.store, registries }),
    ]);
    const facts = { ...seen, namespaces };
    const known = {
        facts,
        verdicts,
        asked: inputs.all ? [] : inputs.platforms.map(({ arch }) => arch),
        doctor: { ...doctor, probing: problem, unreadableLog: unreadable },
    };
    const checks = runChecks(known);
    const diagnosis = log && diagnoseLog(log, logFacts(known, checks));
    const addressed = (value) => ({
        ...value,
        link: `${context.documentation}${value.link}`,
    });
    const report = makeReport({
        ...newResult(inputs.mode, facts),
        verdicts,
        platforms: doctor_judgePlatforms(inputs, facts, verdicts, context.store),
        checks,
        findings: findingsOf(checks).map(addressed),
        diagnosis: diagnosis && { ...diagnosis, diagnoses: diagnosis.diagnoses.map(addressed) },
    });
    return hideHomesIn(report, host.env.HOME);
}
function withBlamed(inputs, blamed) {
    return inputs.all && blamed.length > 0 ? { ...inputs, all: false, platforms: blamed } : inputs;
}
async function tryNamespaces(host, facts) {
    const mayTry = facts.system === 'linux' && facts.table.state !== 'not-loaded';
    return mayTry ? observeNamespaces(host, { wanted: false }) : undefined;
}
async function probe(host, facts, inputs) {
    if (facts.system !== 'linux')
        return { verdicts: new Map() };
    const claimed = TARGETS.filter((target) => claimants(facts.table.entries, target).length > 0);
    const targets = targetsOf([
        facts.architecture ?? '',
        ...CONTAINER_ARCHITECTURES,
        ...[...inputs.platforms, ...claimed].map(({ arch }) => arch),
    ]);
    try {
        return { verdicts: judgeAll(await probeAll(host, facts, targets), facts) };
    }
    catch (thrown) {
        return { verdicts: new Map(), problem: reasonOf(thrown) };
    }
}
function doctor_judgePlatforms(inputs, { table }, verdicts, store) {
    const targets = targetsOf(inputs.platforms.map(({ arch }) => arch));
    const decisions = decide(targets, verdicts, table.entries, inputs.onConflict, store);
    const platforms = joinPlatforms(inputs, decisions, verdicts);
    return platforms.filter(({ verdict }) => !inputs.all || verdict?.status !== 'absent');
}
function registriesOf({ image, mirrors }) {
    return [...new Map([...mirrors, image].map((address) => [registryOrigin(address), address])).values()];
}

;// CONCATENATED MODULE: ./lib/journal/record.js



const STATE_ROOT = '/run/setup-binfmt';
function formatChange(change) {
    return `\n${JSON.stringify(change)}\n`;
}
function parseRecord(text) {
    return text.split('\n').flatMap((line) => readChange(line) ?? []);
}
function readChange(line) {
    const value = parseObject(line);
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
        case 'put':
            return isPinned(value.entry) ? { kind: 'put', entry: pin(value.entry) } : undefined;
        case 'table':
            return Array.isArray(value.entries)
                ? { kind: 'table', entries: value.entries.filter(isPinned).map(pin) }
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
function splitRecord(record, waiting) {
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
    const value = parseObject(text);
    if (value === undefined || !isRunId(value.run) || typeof value.expires !== 'number')
        return undefined;
    if (!Array.isArray(value.entries))
        return undefined;
    const { pid, started } = isObject(value.holder) ? value.holder : {};
    const holder = typeof pid === 'number' && typeof started === 'string' ? { pid, started } : undefined;
    return { run: value.run, entries: value.entries.filter(isName), expires: value.expires, holder };
}
function isLive(lease, now, startedNow) {
    return now < lease.expires && (lease.holder === undefined || lease.holder.started === startedNow);
}
function entriesInUse(leases, except) {
    return new Set(leases.filter(({ run }) => run !== except).flatMap(({ entries }) => entries));
}

;// CONCATENATED MODULE: ./lib/journal/journal.js





const DIGESTS_FILE = 'digests.json';
const RECORD_LIMIT = 100;
const BEGIN_BYTES = 128;
function stateFolder(host) {
    const nested = isNestedNamespace(textOr(host, '/proc/self/uid_map', ''));
    return nested ? `${STATE_ROOT}/user-${host.stat('/proc/self/ns/user')?.inode ?? 0}` : STATE_ROOT;
}
function openState(host) {
    const folder = stateFolder(host);
    try {
        for (const path of new Set([STATE_ROOT, folder, `${folder}/leases`])) {
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
        return { failure: `${folder} cannot be made: ${errnoOf(thrown) ?? reasonOf(thrown)}` };
    }
}
function stateIn(host, folder) {
    const recordPath = (run) => `${folder}/${run}.jsonl`;
    const leasePath = (run) => `${folder}/leases/${run}`;
    return {
        folder,
        records: () => recordedRuns(host, folder).map(({ run }) => ({
            run,
            record: parseRecord(textOr(host, recordPath(run), '')),
        })),
        append: (run, change) => {
            if (host.stat(recordPath(run)) === undefined) {
                const earlier = recordedRuns(host, folder);
                for (const { run: old } of earlier.slice(RECORD_LIMIT - 1))
                    host.remove(recordPath(old));
                const at = Math.max(Date.now(), 1 + (earlier[0]?.begun ?? 0));
                host.appendDurably(recordPath(run), formatChange({ kind: 'begin', at }));
                host.makeMode(recordPath(run), 0o644);
            }
            host.appendDurably(recordPath(run), formatChange(change));
        },
        replace: (run, record) => {
            if (record.length === 0)
                host.remove(recordPath(run));
            else
                host.writeFile(recordPath(run), record.map(formatChange).join(''), 0o644);
        },
        leases: () => runsIn(host, `${folder}/leases`, '').flatMap((run) => {
            const lease = parseLease(textOr(host, leasePath(run), ''));
            if (lease !== undefined && isLive(lease, Date.now(), startOf(host, lease.holder?.pid)))
                return [lease];
            host.remove(leasePath(run));
            return [];
        }),
        takeLease: (run, entries, pid) => {
            const started = startOf(host, pid);
            const holder = pid === undefined || started === undefined ? undefined : { pid, started };
            const expires = Date.now() + (holder === undefined ? LEASE_ALONE_MS : LEASE_WITH_HOLDER_MS);
            const lease = { run, entries, expires, holder };
            host.writeFile(leasePath(run), `${JSON.stringify(lease)}\n`, 0o644);
        },
        dropLease: (run) => host.remove(leasePath(run)),
        digests: () => textOr(host, `${folder}/${DIGESTS_FILE}`, ''),
        keepDigests: (text) => host.writeFile(`${folder}/${DIGESTS_FILE}`, text, 0o644),
    };
}
function hasLeases(host) {
    return runsIn(host, `${stateFolder(host)}/leases`, '').length > 0;
}
function ownRules(host) {
    const folder = stateFolder(host);
    return runsIn(host, folder, '.jsonl')
        .flatMap((run) => parseRecord(textOr(host, `${folder}/${run}.jsonl`, '')))
        .flatMap((change) => (change.kind === 'register' ? [change.rule] : []));
}
function latestRun(host) {
    return recordedRuns(host, stateFolder(host))[0]?.run;
}
function recordedRuns(host, folder) {
    return runsIn(host, folder, '.jsonl')
        .map((run) => ({
        run,
        begun: beginOf(parseRecord(headText(host, `${folder}/${run}.jsonl`, BEGIN_BYTES))),
    }))
        .sort((a, b) => b.begun - a.begun);
}
function runsIn(host, folder, ending) {
    return namesIn(host, folder).flatMap((name) => {
        const run = name.endsWith(ending) ? name.slice(0, name.length - ending.length) : '';
        return isRunId(run) ? [run] : [];
    });
}
function startOf(host, pid) {
    return pid === undefined ? undefined : parseStartTime(textOr(host, `/proc/${pid}/stat`, ''));
}

;// CONCATENATED MODULE: ./lib/plan/plan.js

function isInstalled({ interpreter, flagChoices }, target, entry) {
    return (entry.enabled && flagChoices.some((flags) => isRuleOf(handlerRule(target, interpreter, flags), entry)));
}
function proofsIn({ proofs, installed }) {
    return [...proofs, ...installed.flatMap(({ run, problem }) => (problem === undefined ? (run ?? []) : []))];
}
const NOTHING_APPLIED = {
    prepared: [],
    removed: [],
    installed: [],
    proofs: [],
    problems: [],
};
function changesHost(plan) {
    return plan.prepare.length > 0 || writesTable(plan) || plan.persist !== undefined;
}
function writesTable(plan) {
    return [plan.remove, plan.install, plan.rules ?? []].some((list) => list.length > 0);
}
function needsLock(plan) {
    return writesTable(plan) || plan.persist !== undefined;
}
function emptyPlan(store) {
    return { schema: 1, prepare: [], remove: [], install: [], prove: [], store };
}

;// CONCATENATED MODULE: ./lib/plan/changes.js






function planChanges(request) {
    const { facts, verdicts, inputs } = request;
    const { entries } = facts.table;
    const install = request.wanted.flatMap((decision) => {
        const handler = request.handlers.find(({ arch }) => arch === decision.target.arch);
        if (handler === undefined)
            return [];
        const persist = inputs.persist || isKept(qemuName(decision.target), request.persisted);
        const one = planInstall(decision, handler, facts, { ...inputs, persist });
        return verdicts.get(one.arch)?.status === 'emulated' && isInPlace(one, entries) ? [] : [one];
    });
    const rules = planRules(request);
    const remove = inputs.reset ? planReset(entries, request.wanted, request.handlers, install) : [];
    const writes = install.length + rules.length + remove.length > 0;
    const persist = planPersist(request, writes, install, remove);
    const doubtful = [...verdicts.values()].filter(({ status }) => status === 'outside-only');
    return {
        schema: 1,
        prepare: writes ? planPreparation(facts) : [],
        remove,
        install,
        prove: facts.privilege === 'sudo' ? doubtful.map(({ arch }) => arch) : [],
        store: request.store,
        run: request.run?.id,
        lease: request.lease && isPrivileged(facts) && request.run !== undefined
            ? leaseOf(request, install)
            : undefined,
        rules: rules.length === 0 ? undefined : rules,
        persist,
    };
}
function isKept(name, persisted) {
    return persisted.some((rule) => rule.name === name && isPersistent(rule.interpreter));
}
function planPersist({ inputs, facts, persisted }, writes, install, remove) {
    const forget = remove
        .map(({ name }) => name)
        .filter((name) => persisted.some((rule) => rule.name === name));
    const upgraded = install.filter(({ source }) => source !== undefined);
    const asked = new Set((inputs.persist ? inputs.platforms : upgraded).map(({ arch }) => arch));
    const handlers = TARGETS.filter(({ arch }) => asked.has(arch)).map(qemuName);
    const rules = inputs.persist ? inputs.rules.map(({ name }) => name) : [];
    const missing = facts.table.entries.some((entry) => ((handlers.includes(entry.name) && isPersistent(entry.interpreter)) || rules.includes(entry.name)) &&
        !persisted.some((rule) => isRuleOf(rule, entry)));
    const wanted = ((inputs.persist || upgraded.length > 0) && writes) || missing || forget.length > 0;
    return wanted ? { handlers, rules, forget } : undefined;
}
function leaseOf({ verdicts, inputs, facts, run }, install) {
    const holder = run?.holder;
    const asked = new Set(inputs.platforms.map(({ arch }) => arch));
    for (const { arch } of install)
        asked.delete(arch);
    const relied = [...verdicts.values()].flatMap(({ arch, status, entry }) => status === 'emulated' && asked.has(arch) && entry !== undefined ? [entry.name] : []);
    const present = inputs.rules.filter((rule) => facts.table.entries.some((entry) => isRuleOf(rule, entry)));
    const entries = [...relied, ...present.map(({ name }) => name)];
    return { entries, holder };
}
function planRules({ inputs, facts, recorded }) {
    const { entries } = facts.table;
    return inputs.rules.flatMap((rule) => {
        const present = entries.find(({ name }) => name === rule.name);
        if (present === undefined)
            return [{ rule }];
        if (present.enabled && isRuleOf(rule, present)) {
            const left = entries.some((entry) => isStaleHelper(stagingRule(rule), entry, recorded));
            return left && isPrivileged(facts) ? [{ rule }] : [];
        }
        return inputs.onConflict === 'keep' ? [] : [{ rule, replaces: pin(present) }];
    });
}
function listRuleProblems({ rules, onConflict }, facts, ownRules, interpreterOf, programs) {
    return rules.flatMap((rule) => {
        const problems = ruleProblems(rule, facts.architecture, interpreterOf(rule.interpreter), programs);
        const present = facts.table.entries.find(({ name }) => name === rule.name);
        const foreign = present !== undefined && ![rule, ...ownRules].some((known) => isRuleOf(known, present));
        const taken = foreign && (onConflict === 'repair' || onConflict === 'fail');
        return [
            ...problems,
            ...(taken ? ['an entry of this name is there already, and somebody else registered it'] : []),
        ].map((problem) => `rule ${rule.name}: ${problem}`);
    });
}
function planInstall(decision, handler, facts, inputs) {
    const { target, replaces } = decision;
    const preserve = handler.assumesPreserve || kernelAbilities(facts.kernel).tellsPreserve;
    const flagChoices = flagsToTry(preserve, inputs.credentials);
    return {
        arch: target.arch,
        interpreter: inputs.persist ? persistentPath(handler.sha256, target.qemu) : handler.path,
        flagChoices,
        sha256: handler.sha256,
        checked: handler.checked ? true : undefined,
        version: handler.version,
        replaces: replaces.map(pin),
        source: inputs.persist ? handler.path : undefined,
    };
}
function isInPlace(install, entries) {
    const target = targetOf(install.arch);
    const entry = target === undefined ? undefined : answering(entries, target);
    return target !== undefined && entry !== undefined && isInstalled(install, target, entry);
}
function planReset(entries, wanted, handlers, install) {
    const replaced = new Set(install.flatMap(({ replaces }) => replaces.map(({ name }) => name)));
    const kept = wanted
        .filter(({ target }) => !install.some(({ arch }) => arch === target.arch))
        .flatMap(({ target }) => {
        const claiming = claimants(entries, target);
        const hasHandler = handlers.some(({ arch }) => arch === target.arch);
        return hasHandler ? claiming.filter(({ enabled }) => enabled).slice(0, 1) : claiming;
    });
    return entries
        .filter((entry) => isQemuEntry(entry) && !replaced.has(entry.name) && !kept.includes(entry))
        .map(pin);
}
function planPreparation(facts) {
    switch (facts.table.state) {
        case 'not-loaded':
            return ['load-module', 'mount'];
        case 'autofs':
        case 'not-mounted':
            return ['mount'];
        default:
            return [];
    }
}

;// CONCATENATED MODULE: ./lib/plan/preview.js




function previewChanges(request) {
    const { inputs, facts, wanted } = request;
    const plan = planChanges({ ...request, handlers: [], lease: false });
    const replaced = new Set(wanted.flatMap(({ replaces }) => replaces.map(({ name }) => name)));
    const removed = inputs.reset
        ? facts.table.entries.filter((entry) => isQemuEntry(entry) && !replaced.has(entry.name))
        : [];
    const kept = [...wanted.map(({ target }) => qemuName(target)), ...inputs.rules.map(({ name }) => name)];
    return {
        changes: wanted.length + removed.length > 0 || changesHost(plan),
        replaced: [...replaced],
        removed: removed.map(({ name }) => name),
        rules: (plan.rules ?? []).map(({ rule }) => rule.name),
        persisted: inputs.persist ? kept : [],
    };
}

;// CONCATENATED MODULE: ./lib/report/problems.js








const problems_MOUNT = 'mount binfmt_misc';
function problemOf(causes, text, first) {
    if (causes.length === 0)
        return undefined;
    return new SetupProblem({ ...text, cause: causes.join('; ') }, { cause: first });
}
function unfitness(finding) {
    return asProblem(finding, 'make platforms run here');
}
function obstacle(facts, inputs) {
    const what = 'register handlers';
    const finding = changeObstacle(facts);
    if (finding !== undefined)
        return asProblem(finding, what);
    if (inputs.autoload || planPreparation(facts).length === 0)
        return undefined;
    return new SetupProblem({
        id: 'SB009',
        kind: 'host',
        what,
        cause: `binfmt_misc is not mounted (${facts.table.state}), and autoload is off`,
        remedy: 'Mount it before this step, or set autoload to true',
    });
}
function obstacleToRemoval(facts) {
    const finding = preflight(facts) ?? changeObstacle(facts);
    return finding && asProblem(finding, 'take entries away');
}
function obstacleToMount(facts) {
    const finding = preflight(facts) ?? (planPreparation(facts).length > 0 ? changeObstacle(facts) : undefined);
    return finding && asProblem(finding, problems_MOUNT);
}
function unmounted(problems) {
    return problemOf(problems, { id: 'SB009', kind: 'host', what: problems_MOUNT, remedy: 'Run the doctor for more' });
}
function tooLarge(problems) {
    return problemOf(problems, {
        id: 'SB012',
        kind: 'input',
        what: 'make a matrix of these platforms',
        remedy: 'Ask for fewer platforms',
    });
}
function refusal(platforms) {
    const refused = decisionsTo('refuse', platforms);
    return problemOf(refused.map(({ target, reason }) => `${target.arch}: ${reason}`), {
        id: 'SB010',
        kind: 'unproven',
        what: 'take over what others registered',
        remedy: 'Set on-conflict to repair or replace, or remove these entries',
    });
}
function wrongRules(problems) {
    return problemOf(problems, {
        id: 'SB085',
        kind: 'input',
        what: 'register the rules',
        remedy: 'Correct the rules, or set on-conflict to replace where a name is taken',
    });
}
function unregistered(rules) {
    const absent = rules.filter(({ registered }) => !registered);
    return problemOf(absent.map(({ name, failure }) => failure ?? `rule ${name} was not tried`), {
        id: 'SB086',
        kind: 'unproven',
        what: `register ${absent.map(({ name }) => name).join(', ')}`,
        remedy: 'Correct the rules, or run this step as root or with sudo',
    });
}
function unremoved(problems) {
    return problemOf(problems, {
        id: 'SB087',
        kind: 'unproven',
        what: 'leave the table as it was asked for',
        remedy: 'Look at these entries, and remove or register them yourself if they are to go or to stay',
    });
}
function unpersisted(inputs, platforms, persisted) {
    if (!inputs.persist)
        return undefined;
    const answering = new Set(platforms.flatMap(({ verdict }) => verdict?.entry ?? []));
    const lost = [...answering].filter((entry) => !persisted.some((rule) => isRuleOf(rule, entry)));
    const rules = inputs.rules.filter((rule) => !persisted.some(({ name }) => name === rule.name));
    const names = [...lost, ...rules].map(({ name }) => printable(name, 60));
    if (names.length === 0)
        return undefined;
    const foreign = lost.flatMap(({ name, interpreter }) => isPersistent(interpreter)
        ? []
        : `${printable(name, 60)} runs ${printable(interpreter ?? 'a handler that is no file', 200)}`);
    return new SetupProblem({
        id: 'SB088',
        kind: 'unproven',
        what: `keep ${names.join(', ')} over a reboot`,
        cause: foreign.length > 0
            ? `${foreign.join('; ')}, which is not ours to keep`
            : 'it is not in the fragment that was written',
        remedy: 'Set on-conflict to replace, so that handlers of our own take their place',
    });
}
function unproven(rows, problems, { tableReady, strict, failure, }) {
    const failed = rows.filter(({ proven }) => !proven);
    const sharing = new Map();
    for (const { platform, reason } of failed) {
        sharing.set(reason, [...(sharing.get(reason) ?? []), platform]);
    }
    const reasons = [...sharing].map(([reason, platforms]) => `${platforms.join(', ')}: ${reason}`);
    const otherwise = `Run the doctor for more${strict ? ', or set strict to false to go on without' : ''}`;
    return problemOf(failed.length > 0 && problems.length > 0 ? problems : reasons, {
        id: failure?.id ?? 'SB089',
        kind: tableReady ? 'unproven' : 'host',
        what: `prove ${failed.map(({ platform }) => platform).join(', ')}`,
        remedy: failure?.remedy ?? otherwise,
    }, failure);
}
function notOffered(absent) {
    if (absent.length === 0)
        return undefined;
    return new SetupProblem({
        id: 'SB090',
        kind: 'unproven',
        what: `prove ${absent.map(formatPlatform).join(', ')}`,
        cause: 'the image that matrix-from names does not have it',
        remedy: 'Ask for platforms that the image has, or for all',
    });
}

;// CONCATENATED MODULE: ./lib/commands/plan.js
















const NO_PLATFORM = 'no platform is asked for: no QEMU is fetched';
async function runPlan(host, asked, context) {
    const survey = await surveyHost(host, asked, context);
    const choice = await choose(host, asked, context, survey);
    return makeReport(await preview(host, context, choice));
}
async function choose(host, asked, context, { facts, probing }) {
    const taken = await takeFromImage(asked, context);
    if ('problem' in taken) {
        const nothing = { inputs: asked, matrix: { include: [] }, absent: [], unfit: undefined };
        return { ...nothing, result: newResult(asked.mode, facts), wrong: taken.problem };
    }
    const { inputs, absent, notes } = taken;
    const matrix = planMatrix(inputs.platforms, inputs.runners);
    const wrong = tooLarge(matrixProblems(matrix)) ?? wrongRules(findRuleProblems(host, inputs, facts));
    const verdicts = judgeAll(await (probing ?? probeRequested(host, facts, inputs, context)), facts);
    const decisions = decideAll(inputs, facts, verdicts, context.store);
    narrateDecisions(decisions).forEach(context.line);
    const result = {
        ...newResult(inputs.mode, facts),
        verdicts,
        platforms: joinPlatforms(inputs, decisions, verdicts),
        notes: [
            ...notes,
            ...(asked.platforms.length === 0 ? [NO_PLATFORM] : []),
            ...noteKept(decisions, verdicts, facts, inputs, context.store),
        ],
    };
    return { inputs, result, matrix, absent, wrong, unfit: preflight(facts) };
}
async function takeFromImage(inputs, { imagePlatforms }) {
    if (inputs.matrixFrom === undefined)
        return { inputs, absent: [], notes: [] };
    try {
        const offer = await imagePlatforms(inputs.matrixFrom);
        const { platforms, absent, notes } = choosePlatforms(inputs, offer);
        return { inputs: { ...inputs, platforms, all: false }, absent, notes };
    }
    catch (thrown) {
        if (!(thrown instanceof SetupProblem))
            throw thrown;
        return { problem: thrown };
    }
}
function findRuleProblems(host, inputs, facts) {
    if (inputs.rules.length === 0)
        return [];
    const interpreterOf = (path) => observeInterpreter(host, path);
    return listRuleProblems(inputs, facts, ownRules(host), interpreterOf, observePrograms(host));
}
function decideAll(inputs, facts, verdicts, store) {
    const decideFirst = inputs.reset ? decideAfterReset : decide;
    const targets = targetsOf(inputs.platforms.map(({ arch }) => arch));
    const decisions = decideFirst(targets, verdicts, facts.table.entries, inputs.onConflict, store);
    return reconsider(decisions, facts, inputs, store);
}
async function preview(host, context, choice) {
    const { inputs, result, matrix, wrong, unfit } = choice;
    if (wrong !== undefined)
        return { ...result, problem: wrong };
    const changes = previewChanges(planRequest(host, context, choice));
    const refused = refusal(result.platforms);
    const stop = (unfit && unfitness(unfit)) ??
        (inputs.strict ? refused : undefined) ??
        (changes.changes ? obstacle(await tryPrivately(host, result.facts), inputs) : undefined);
    const warnings = refused === undefined || inputs.strict ? [] : [`Setup would warn: ${refused.message}`];
    return {
        ...result,
        matrix,
        planned: { ...changes, stop: stop && { id: stop.id, message: stop.message } },
        findings: unfit === undefined ? [] : [unfit],
        notes: [...result.notes, ...warnings],
    };
}
function planRequest(host, { store }, { inputs, result }) {
    const { facts, verdicts, platforms } = result;
    return {
        inputs,
        facts,
        verdicts,
        wanted: decisionsTo('install', platforms),
        store,
        persisted: persistedFor(host, inputs),
        recorded: inputs.rules.length === 0 ? [] : ownRules(host),
    };
}
async function tryPrivately(host, facts) {
    if (facts.privilege !== 'none' || facts.namespaces !== undefined)
        return facts;
    return { ...facts, namespaces: await observeNamespaces(host, { wanted: false }) };
}

;// CONCATENATED MODULE: ./lib/plan/remove.js





function planRemoval(asked, targets, entries, store, ownRules, persisted) {
    const chosen = new Set(asked.all ? entries.filter(isQemuEntry) : []);
    const refused = [];
    const notes = [];
    const known = [...ownRules, ...persisted];
    const isOwn = (entry) => isQemuEntry(entry) ||
        isOwnHandler(entry.interpreter, store) ||
        known.some((rule) => isRuleOf(rule, entry));
    const choose = (found, what, kept) => {
        if (found.length === 0 && !kept)
            notes.push(`there is no entry for ${what}`);
        for (const entry of found) {
            if (isOwn(entry))
                chosen.add(entry);
            else
                refused.push(`entry ${printable(entry.name, 60)} was not registered by this program, and is not QEMU's`);
        }
    };
    for (const target of asked.all ? [] : targets) {
        const named = entries.filter(({ name }) => name === qemuName(target));
        choose([...new Set([...claimants(entries, target).filter(isOwn), ...named])], target.arch, persisted.some(({ name }) => name === qemuName(target)));
    }
    for (const name of asked.names) {
        const pattern = patternOf(name);
        const found = entries.filter((entry) => (pattern.test(entry.name) && (!name.includes('*') || isOwn(entry))) ||
            isHelperOf(name, entry, isOwn, known));
        choose(found, `"${printable(name, 60)}"`, persisted.some((rule) => pattern.test(rule.name)));
    }
    const forget = persisted.filter((rule) => (asked.all && isQemuEntry(rule)) ||
        targets.some((target) => rule.name === qemuName(target)) ||
        asked.names.some((name) => patternOf(name).test(rule.name)));
    return { remove: [...chosen].map(pin), forget: forget.map(({ name }) => name), refused, notes };
}
function isHelperOf(name, entry, isOwn, known) {
    if (entry.name === `${name}.new` || entry.name === `${name}.keep`)
        return isOwn(entry);
    return (entry.name.startsWith('setup-binfmt-undo-') &&
        known.some((rule) => rule.name === name && isRuleOf({ ...rule, name: entry.name }, entry)));
}
function patternOf(name) {
    const parts = name.split('*').map((part) => part.replace(/[.+]/g, '\\$&'));
    return new RegExp(`^${parts.join('.*')}$`);
}

;// CONCATENATED MODULE: ./lib/host/run.js



const GRACE_SECONDS = 5;
const run_LINE_LIMIT = 8192;
const TAIL_LIMIT = 65_536;
const UNFED = 'exec "$0" "$@" < /dev/null';
async function runFollowed(file, args, { env, cwd, timeoutMs, line }) {
    const { exec } = await __nccwpck_require__.e(/* import() | actions-exec */ 810).then(__nccwpck_require__.bind(__nccwpck_require__, 8330));
    const seconds = Math.max(1, Math.ceil(timeoutMs / 1000));
    let tail = '';
    const tell = (text) => {
        tail = `${tail}${text}\n`.slice(-TAIL_LIMIT);
        line(text);
    };
    const [out, err] = [splitLines(tell), splitLines(tell)];
    const started = performance.now();
    try {
        const limited = ['-k', String(GRACE_SECONDS), String(seconds), '/bin/sh', '-c', UNFED, file, ...args];
        const timeout = which('timeout', process.env.PATH ?? '') ?? 'timeout';
        const code = await exec(`"${timeout}"`, limited, {
            cwd,
            env: env === undefined ? undefined : { ...env },
            silent: true,
            listeners: { stdout: out.take, stderr: err.take },
            ignoreReturnCode: true,
        });
        out.end();
        err.end();
        const timedOut = code !== 0 && performance.now() - started >= seconds * 1000;
        return { code: code ?? undefined, timedOut, tail: tail.trimEnd() };
    }
    catch (thrown) {
        return { code: undefined, timedOut: false, tail: reasonOf(thrown) };
    }
}
function splitLines(tell) {
    const decoder = new TextDecoder();
    let rest = '';
    const tellSafely = (text) => {
        const safe = oneLine(text.slice(0, run_LINE_LIMIT)).trimEnd();
        if (safe !== '')
            tell(safe);
    };
    return {
        take: (bytes) => {
            const lines = `${rest}${decoder.decode(bytes, { stream: true })}`.split(/[\r\n]+/);
            rest = (lines.pop() ?? '').slice(0, run_LINE_LIMIT);
            lines.forEach(tellSafely);
        },
        end: () => tellSafely(rest),
    };
}

;// CONCATENATED MODULE: ./lib/apply/docker.js









const docker_LIMIT_MS = 600_000;
const LAST_WORDS = 300;
async function applyThroughDocker(host, facts, targets, image, line) {
    const docker = host.which('docker');
    if (docker === undefined)
        return failed('the docker program is missing');
    if (facts.table.state !== 'ready') {
        return failed(`binfmt_misc is not mounted on the host (${facts.table.state}), and a container cannot mend that`);
    }
    const names = targets.map(({ arch }) => arch).join(',');
    const args = ['run', '--rm', '--privileged', '--', image, '--install', names];
    const { code, tail } = await runFollowed(docker, args, { timeoutMs: docker_LIMIT_MS, line });
    const table = observeTable(host, observeMounts(host), facts.kernel.release, TABLE_PATH);
    if (code !== 0 || table.state !== 'ready') {
        const said = printable(tail.slice(-LAST_WORDS)) || `docker ended with ${code ?? 'a signal'}`;
        return failed(`the installer of the image failed: ${said}`);
    }
    const before = new Set(facts.table.entries.map(({ name }) => name));
    const prober = openProber(host, facts.mounts);
    try {
        const installed = await sideBySide(targets, async (target) => {
            const run = await runProbe(prober, target, 'chroot', { version: true });
            const [entry] = claimants(table.entries, target);
            const result = judgeRun(run);
            return {
                arch: target.arch,
                name: entry?.name ?? qemuName(target),
                changed: entry !== undefined && !before.has(entry.name),
                replaced: [],
                run,
                problem: result === 'works' ? undefined : explainResult(result, run, entry?.interpreter),
            };
        });
        return { ...NOTHING_APPLIED, installed };
    }
    finally {
        prober.close();
    }
}
function failed(cause) {
    const problem = `the way through Docker failed: ${cause} (run this step as root, or allow this user passwordless sudo)`;
    return { ...NOTHING_APPLIED, problems: [problem] };
}

;// CONCATENATED MODULE: ./lib/apply/digests.js


const KEEPING_TIME = new Set([
    0xef53,
    0x58465342,
    0x9123683e,
    0xf2f52010,
    0x2fc12fc1,
    0x01021994,
    0x794c7630,
]);
const SETTLED_MS = 1_000;
function formatIdentity({ device, inode, size, modified, changed }) {
    return [device, inode, size, modified, changed].join(':');
}
function isSettled({ changed }, fileSystem, now) {
    return fileSystem !== undefined && KEEPING_TIME.has(fileSystem) && now - changed >= SETTLED_MS;
}
function formatDigests(boot, memory) {
    return `${JSON.stringify({ boot, files: [...memory.values()] })}\n`;
}
function parseDigests(text, boot) {
    const memory = parseObject(text);
    if (memory?.boot !== boot || !Array.isArray(memory.files))
        return new Map();
    return new Map(memory.files.filter(isRemembered).map((file) => [file.path, file]));
}
function isRemembered(value) {
    return (isObject(value) && [value.path, value.identity, value.sha256].every((each) => typeof each === 'string'));
}
function openDigests(host, kept = '', now = Date.now) {
    const boot = textOr(host, '/proc/sys/kernel/random/boot_id', '').trim();
    const earlier = parseDigests(kept, boot);
    const known = new Map(earlier);
    const lasting = new Map();
    return {
        of: (path) => {
            const begun = now();
            const found = host.stat(path);
            const identity = found === undefined ? '' : formatIdentity(found);
            const remembered = known.get(path);
            if (remembered?.identity === identity)
                return remembered.sha256;
            const sha256 = sha256Of(host, path);
            known.set(path, { path, identity, sha256 });
            if (found !== undefined && isSettled(found, host.fileSystemType(path), begun)) {
                lasting.set(path, { path, identity, sha256 });
            }
            return sha256;
        },
        news: () => {
            if (boot === '' || lasting.size === 0)
                return undefined;
            const unchanged = [...earlier].filter(([path, { identity }]) => {
                const found = host.stat(path);
                return found !== undefined && formatIdentity(found) === identity;
            });
            return formatDigests(boot, new Map([...unchanged, ...lasting]));
        },
    };
}

;// CONCATENATED MODULE: ./lib/apply/steps.js






const FIRST_INHERITED = 3;
async function lockFolder(host, path, limitMs) {
    const failed = (why) => ({ failure: `${path} cannot be locked: ${why}` });
    const flock = host.which('flock');
    if (flock === undefined)
        return failed('flock is missing (install util-linux)');
    const folder = orUndefined(() => host.open(path));
    if (folder === undefined)
        return failed('it cannot be opened (mount it first)');
    const seconds = String(Math.ceil(limitMs / 1000));
    const args = ['-x', '-w', seconds, String(FIRST_INHERITED)];
    const { code } = await host.run({ file: flock, args, timeoutMs: limitMs + 5_000 }, [folder]);
    if (code === 0)
        return folder;
    folder.close();
    return failed(`another process has held it for ${seconds} s (run this step again when it has ended)`);
}
function register(context, rule) {
    return recordFirst(context, { kind: 'register', rule }) ?? writeRule(context, rule);
}
function writeRule(context, rule) {
    try {
        context.host.writeKernel(`${context.table}/register`, formatRule(rule));
        return undefined;
    }
    catch (thrown) {
        return steps_refusalOf(thrown, 'register', rule.name);
    }
}
function registerWhole(context, rule) {
    const { name } = rule;
    const refusal = register(context, rule);
    if (refusal !== undefined)
        return refusal;
    const entry = readEntry(context, name);
    if (entry === undefined)
        return `entry ${name} is not there after it was registered`;
    if (entry.enabled && isRuleOf(rule, entry))
        return undefined;
    remove(context, name);
    return `entry ${name} reads otherwise than it was registered: "${printable(entry.text)}"`;
}
function removePinned(context, pinned) {
    const present = readEntry(context, pinned.name);
    if (present === undefined)
        return undefined;
    if (present.text !== pinned.text)
        return changedMeanwhile(pinned.name);
    return recordFirst(context, { kind: 'remove', name: pinned.name }) ?? remove(context, pinned.name);
}
function recordFirst(context, change) {
    try {
        context.record(change);
        return undefined;
    }
    catch (thrown) {
        return `a change cannot be recorded, and is not made: ${reasonOf(thrown)}`;
    }
}
function changedMeanwhile(name) {
    return `entry ${printable(name, 60)} was changed or removed by somebody else meanwhile`;
}
function removeOwn(context, { name, interpreter }) {
    if (readEntry(context, name)?.interpreter === interpreter)
        remove(context, name);
}
function remove({ host, table }, name) {
    return switchEntry(host, `${table}/${name}`, '-1', name);
}
function disable({ host, table }, name) {
    return switchEntry(host, `${table}/${name}`, '0', name);
}
function switchEntry(host, path, word, name) {
    try {
        host.writeKernel(path, word);
        return undefined;
    }
    catch (thrown) {
        return errnoOf(thrown) === 'ENOENT' ? undefined : steps_refusalOf(thrown, 'switch', name);
    }
}
function steps_refusalOf(thrown, step, name) {
    const errno = errnoOf(thrown);
    return `entry ${printable(name, 60)}: ${errno === undefined ? reasonOf(thrown) : explainErrno(step, errno)}`;
}
function removeStale(context, helper) {
    const entry = readEntry(context, helper.name);
    if (entry === undefined || !isStaleHelper(helper, entry, ownRules(context.host)))
        return false;
    return remove(context, helper.name) === undefined;
}
async function runTool(host, file, args) {
    const { code, stderr } = await host.run({ file, args, timeoutMs: 30_000 });
    return code === 0 ? undefined : printable(stderr) || `${file.replace(/.*\//, '')} ended with ${code}`;
}

;// CONCATENATED MODULE: ./lib/apply/persist.js








const HANDLER_LIMIT = 256 * 1024 * 1024;
const SYSTEMD_BINFMT = ['/usr/lib/systemd/systemd-binfmt', '/lib/systemd/systemd-binfmt'];
function copyHandler(context, { interpreter, source, sha256 }) {
    if (source === undefined)
        return undefined;
    const { host, digests } = context;
    try {
        if (host.stat(interpreter, false)?.kind === 'file' && digests.of(interpreter) === sha256)
            return undefined;
        const bytes = host.readBytes(source, HANDLER_LIMIT);
        if ((0,external_node_crypto_.createHash)('sha256').update(bytes).digest('hex') !== sha256)
            return { problem: notRecorded(source), outdated: true };
        context.record({ kind: 'copy', path: interpreter });
        host.makeFolder(PERSIST_ROOT, 0o755);
        host.makeFolder(interpreter.slice(0, interpreter.lastIndexOf('/')), 0o755);
        host.writeFile(interpreter, bytes, 0o755);
        return undefined;
    }
    catch (thrown) {
        const reason = errnoOf(thrown) ?? reasonOf(thrown);
        return { problem: `${printable(interpreter, 200)} cannot be written: ${reason}` };
    }
}
function notRecorded(path) {
    return `its handler ${printable(path, 200)} is not what was recorded of it`;
}
async function persist(context, { handlers, rules, forget }) {
    const kept = [...handlers, ...rules].flatMap((name) => {
        const entry = readEntry(context, name);
        const stays = rules.includes(name) || isPersistent(entry?.interpreter);
        return entry !== undefined && stays ? (ruleOfEntry(entry) ?? []) : [];
    });
    const before = textOr(context.host, FRAGMENT_PATH, null);
    const after = formatFragment(mergeFragment(parseFragment(before), kept, forget));
    return writeFragment(context, before, after);
}
function restoreFragment(context, now, content) {
    const rules = parseFragment(content);
    const there = rules.filter(({ interpreter }) => context.host.stat(interpreter) !== undefined);
    return writeFragment(context, now, there.length === rules.length ? content : formatFragment(there));
}
async function writeFragment(context, before, after) {
    const { host } = context;
    const problems = [];
    const changed = before !== after;
    if (changed) {
        try {
            context.record({ kind: 'write', path: FRAGMENT_PATH, before, after });
            replaceFile(host, FRAGMENT_PATH, after);
        }
        catch (thrown) {
            return {
                changed: false,
                problems: [`${FRAGMENT_PATH} cannot be written: ${errnoOf(thrown) ?? reasonOf(thrown)}`],
            };
        }
        problems.push(...(await tellBinfmtSupport(context, parseFragment(before), parseFragment(after))));
    }
    clearHandlers(context, parseFragment(after));
    return { changed, problems };
}
function replaceFile(host, path, text) {
    if (text === null) {
        host.remove(path);
        return;
    }
    host.makeFolder(path.slice(0, path.lastIndexOf('/')));
    host.writeFile(path, text, 0o644);
}
async function tellBinfmtSupport(context, before, after) {
    const { host } = context;
    const program = host.which('update-binfmts');
    if (program === undefined || SYSTEMD_BINFMT.some((path) => host.stat(path) !== undefined))
        return [];
    const gone = before.filter((rule) => !after.some((other) => formatRule(other) === formatRule(rule)));
    const come = after.filter((rule) => !before.some((other) => formatRule(other) === formatRule(rule)));
    const helpers = come.map(standInRule);
    for (const helper of helpers)
        removeStale(context, helper);
    const problems = helpers.flatMap((rule) => register(context, rule) ?? []);
    for (const args of [...gone.map(updateBinfmtsRemove), ...come.map(updateBinfmtsInstall)]) {
        const said = await runTool(host, program, args);
        if (said !== undefined)
            problems.push(`update-binfmts: ${said}`);
    }
    for (const { name } of helpers)
        remove(context, name);
    return problems;
}
function clearHandlers(context, rules) {
    const { host } = context;
    const used = [...rules, ...readEntries(context)].flatMap(({ interpreter }) => interpreter ?? []);
    for (const name of host.stat(PERSIST_ROOT)?.kind === 'folder' ? host.list(PERSIST_ROOT) : []) {
        const folder = `${PERSIST_ROOT}/${name}`;
        if (!used.some((path) => path.startsWith(`${folder}/`)))
            host.remove(folder);
    }
}

;// CONCATENATED MODULE: ./lib/apply/install.js











function installRule(context, { rule, replaces }) {
    const { name } = rule;
    const beside = stagingRule(rule);
    const present = readEntry(context, name);
    if (present?.enabled && isRuleOf(rule, present)) {
        return { name, changed: false, cleared: removeStale(context, beside) ? beside.name : undefined };
    }
    const problem = bringIn(context, { rule, replaces }, beside);
    if (problem === undefined)
        return { name, changed: true };
    return { name, changed: false, problem: `rule ${name}: ${problem}` };
}
function bringIn(context, { rule, replaces }, beside) {
    const { host } = context;
    const native = nativeArchitecture(host.nodeArch, host.endian);
    const interpreter = observeInterpreter(host, rule.interpreter);
    const [objection] = ruleProblems(rule, native, interpreter, observePrograms(host));
    if (objection !== undefined)
        return objection;
    if (readEntry(context, rule.name)?.text !== replaces?.text)
        return changedMeanwhile(rule.name);
    if (replaces === undefined) {
        const refusal = registerWhole(context, rule);
        if (refusal === undefined)
            removeStale(context, beside);
        return refusal;
    }
    removeStale(context, beside);
    if (readEntry(context, beside.name) !== undefined)
        return `entry ${beside.name} is in the way, and is not of this program: take it away`;
    const refusal = register(context, beside);
    if (refusal !== undefined)
        return refusal;
    const stuck = removePinned(context, replaces);
    const problem = stuck ?? registerWhole(context, rule);
    if (problem === undefined || stuck !== undefined)
        remove(context, beside.name);
    return problem;
}
async function installHandler(context, install) {
    const { arch, interpreter, flagChoices, replaces, version } = install;
    const target = targetOf(arch);
    if (target === undefined) {
        const problem = `${printable(arch, 40)} is not in the table`;
        return { arch, name: arch, changed: false, replaced: [], problem };
    }
    const rule = handlerRule(target, interpreter, '');
    const { name } = rule;
    const unchanged = { arch, name, changed: false, replaced: [] };
    const prove = () => runProbe(context.prober, target, 'chroot', { version: version ?? true });
    const present = readEntry(context, name);
    const changed = replaces.filter((pinned) => readEntry(context, pinned.name)?.text !== pinned.text);
    if (changed.length === replaces.length && present !== undefined && isInstalled(install, target, present)) {
        const run = await prove();
        if (judgeRun(run) === 'works')
            return { ...unchanged, run };
    }
    const [moved] = changed;
    if (moved !== undefined)
        return { ...unchanged, problem: changedMeanwhile(moved.name), outdated: true };
    if (present !== undefined && !replaces.some((pinned) => pinned.name === name)) {
        const problem = `an entry ${name} is there that may not be taken away, or came meanwhile: "${printable(present.text)}"`;
        return { ...unchanged, problem, outdated: true };
    }
    if (!isAsRecorded(context.digests, install)) {
        return { ...unchanged, problem: notRecorded(interpreter), outdated: true };
    }
    const uncopied = copyHandler(context, install);
    if (uncopied !== undefined)
        return { ...unchanged, ...uncopied };
    if (replaces.length > 0)
        return { ...unchanged, ...(await takeOver(context, install, target, rule, prove)) };
    const fresh = await registerProven(context, rule, flagChoices, prove);
    if ('problem' in fresh)
        return { ...unchanged, ...fresh };
    return { ...unchanged, changed: true, run: fresh.run };
}
async function takeOver(context, { flagChoices, replaces }, target, rule, prove) {
    const trial = {
        ...rule,
        name: `setup-binfmt-trial-${target.qemu}`,
        match: { kind: 'magic', offset: 0, ...trialMagic(target) },
    };
    removeStale(context, trial);
    const tried = await registerProven(context, trial, flagChoices, () => runProbe(context.prober, target, 'chroot', { tag: TRIAL_TAG }));
    if ('problem' in tried)
        return tried;
    removeOwn(context, trial);
    const beside = stagingRule(rule);
    removeStale(context, beside);
    const first = await registerProven(context, beside, [tried.flags], prove);
    if ('problem' in first)
        return first;
    const replaced = [];
    const halfway = { name: beside.name, changed: true, replaced, run: first.run };
    for (const pinned of replaces) {
        const problem = removePinned(context, pinned);
        if (problem !== undefined)
            return { ...halfway, problem };
        replaced.push(pinned.name);
    }
    const problem = registerWhole(context, { ...rule, flags: tried.flags });
    if (problem !== undefined)
        return { ...halfway, problem };
    removeOwn(context, beside);
    return { changed: true, replaced, run: await prove() };
}
function isAsRecorded(digests, { checked, source, interpreter, sha256 }) {
    if (checked === true || source !== undefined)
        return true;
    return orUndefined(() => digests.of(interpreter)) === sha256;
}
async function registerProven(context, rule, flagChoices, prove) {
    let failure = { problem: 'no flags to try' };
    for (const flags of flagChoices) {
        const refusal = registerWhole(context, { ...rule, flags });
        if (refusal !== undefined)
            return { problem: refusal };
        const run = await prove();
        const result = judgeRun(run);
        if (result === 'works')
            return { flags, run };
        removeOwn(context, rule);
        failure = { problem: explainResult(result, run, rule.interpreter), run };
        if (result !== 'arguments')
            break;
    }
    return failure;
}

;// CONCATENATED MODULE: ./lib/apply/apply.js









async function apply(host, plan, options) {
    const { table, record, mounts, lockLimitMs, digests = openDigests(host) } = options;
    const prepared = [];
    for (const step of plan.prepare) {
        const problem = await prepare({ host, table, record }, step);
        if (problem !== undefined)
            return { ...NOTHING_APPLIED, prepared, problems: [problem] };
        prepared.push(step);
    }
    const lock = needsLock(plan) ? await lockFolder(host, table, lockLimitMs) : undefined;
    if (lock !== undefined && 'failure' in lock) {
        return { ...NOTHING_APPLIED, prepared, problems: [lock.failure] };
    }
    const prober = openProber(host, mounts);
    try {
        const context = { host, table, record, prober, digests };
        if (writesTable(plan))
            record({ kind: 'table', entries: readEntries(context).map(pin) });
        const removals = plan.remove.map((pinned) => ({
            name: pinned.name,
            problem: removePinned(context, pinned),
        }));
        const rules = (plan.rules ?? []).map((rule) => installRule(context, rule));
        const installed = await sideBySide(plan.install, (install) => installHandler(context, install));
        const persisted = plan.persist === undefined ? undefined : await persist(context, plan.persist);
        const proofs = await sideBySide(targetsOf(plan.prove), (target) => runProbe(prober, target, 'chroot', { version: true }));
        return {
            prepared,
            removed: [
                ...removals.flatMap(({ name, problem }) => (problem === undefined ? [name] : [])),
                ...rules.flatMap(({ cleared }) => cleared ?? []),
            ],
            installed,
            proofs,
            problems: [
                ...[...removals, ...rules].flatMap(({ problem }) => problem ?? []),
                ...(persisted?.problems ?? []),
            ],
            persisted: persisted?.changed ?? false,
            rules,
            outdated: installed.some(({ outdated }) => outdated),
        };
    }
    finally {
        prober.close();
        lock?.close();
    }
}
async function prepare({ host, table, record }, step) {
    if (step === 'load-module') {
        const failed = (why) => `the module binfmt_misc cannot be loaded: ${why}`;
        const modprobe = host.which('modprobe');
        if (modprobe === undefined)
            return failed('modprobe is missing (install kmod)');
        record({ kind: 'load-module' });
        const said = await runTool(host, modprobe, ['binfmt_misc']);
        const remedy = 'install the modules of the running kernel, or allow this one';
        return said === undefined ? undefined : failed(`${said} (${remedy})`);
    }
    if (host.readable(`${table}/status`))
        return undefined;
    record({ kind: 'mount', path: table });
    const failed = (why) => `${table} cannot be mounted: ${why}`;
    const mount = host.which('mount');
    if (mount === undefined)
        return failed('the mount program is missing (install the package mount)');
    const said = await runTool(host, mount, ['-t', 'binfmt_misc', 'binfmt_misc', table]);
    if (said === undefined || host.readable(`${table}/status`))
        return undefined;
    return failed(`${said} (mount it on the host: mount -t binfmt_misc binfmt_misc ${table})`);
}

;// CONCATENATED MODULE: ./lib/plan/undo.js



function planUndo(record, entries, inUse) {
    const before = tableBefore(record);
    const notes = [];
    const waiting = [];
    const remove = [];
    const back = new Map();
    for (const name of new Set(record.flatMap((change) => nameOf(change) ?? []))) {
        const present = entries.find((entry) => entry.name === name);
        const old = before.find((entry) => entry.name === name);
        if (present !== undefined && present.text === old?.text)
            continue;
        if (present !== undefined && !isOfRun(record, present, old)) {
            notes.push(`entry ${name} was changed by somebody else since, and stays`);
        }
        else if (present !== undefined && inUse.has(name))
            waiting.push(name);
        else if (old !== undefined && wasTaken(record, name) && !isHelper(name)) {
            const put = putOf(old, present);
            if (put === undefined)
                notes.push(`entry ${name} cannot be registered again: it is not understood`);
            else
                back.set(name, put);
        }
        else if (present !== undefined)
            remove.push(present);
    }
    const relied = entries.filter(({ name }) => waiting.includes(name));
    for (const [name, { rule }] of back) {
        if (!relied.some((other) => overlap(other.match, rule.match)))
            continue;
        back.delete(name);
        waiting.push(name);
    }
    const put = inOrder(back, before, entries, remove, restoredAlready(record, before, entries), notes);
    const left = entries.filter((entry) => !remove.includes(entry));
    const alone = left.length === 0 && put.length === 0 && waiting.length === 0;
    const mount = record.find((change) => change.kind === 'mount');
    return {
        put,
        remove: remove.map(pin),
        files: filesBack(record),
        unmount: alone && mount?.kind === 'mount' ? mount.path : undefined,
        unloadModule: alone && record.some(({ kind }) => kind === 'load-module'),
        notes,
        waiting,
    };
}
function rebaseRecord(record, ended) {
    if (beginOf(record) < beginOf(ended))
        return record;
    const before = tableBefore(ended);
    const found = entriesFound(ended);
    const taken = before.filter(({ name }) => wasTaken(ended, name) && found.some((entry) => entry.name === name));
    const owed = taken.filter(({ name }) => !wasTaken(record, name) && record.some((change) => nameOf(change) === name));
    const inherited = record.map((change) => {
        if (change.kind !== 'table')
            return change;
        const entries = change.entries.filter(({ name, text }) => before.some((old) => old.name === name && old.text === text) || !wrote(ended, parseEntry(name, text)));
        for (const { name, text } of taken) {
            if (entries.some((entry) => entry.name === name))
                continue;
            const older = before.slice(before.findIndex((old) => old.name === name) + 1).map((old) => old.name);
            const at = entries.findIndex((entry) => older.includes(entry.name));
            entries.splice(at === -1 ? entries.length : at, 0, { name, text });
        }
        return { ...change, entries };
    });
    return [...inherited, ...owed.map(({ name }) => ({ kind: 'remove', name }))];
}
function tableBefore(record) {
    const entries = new Map(entriesFound(record).map(({ name, text }) => [name, text]));
    const added = [];
    for (const change of record) {
        if (change.kind !== 'put')
            continue;
        const { name, text } = change.entry;
        if (entries.has(name))
            entries.set(name, text);
        else
            added.unshift(change.entry);
    }
    return [...added.map(({ name, text }) => [name, text]), ...entries].map(([name, text]) => parseEntry(name, text));
}
function entriesFound(record) {
    const table = record.find((change) => change.kind === 'table');
    return table?.kind === 'table' ? table.entries : [];
}
function isOfRun(record, present, old) {
    const half = old !== undefined && !old.enabled && present.text === old.text.replace(/^disabled/, 'enabled');
    return (wrote(record, present) ||
        (half && record.some((change) => change.kind === 'put' && change.entry.name === old.name)));
}
function wrote(record, entry) {
    return record.some((change) => change.kind === 'register' && isRuleOf(change.rule, entry));
}
function wasTaken(record, name) {
    return record.some((change) => change.kind !== 'register' && nameOf(change) === name);
}
function isHelper(name) {
    return /^setup-binfmt-(?:trial|undo)-/.test(name);
}
function restoredAlready(record, before, entries) {
    return entries.filter(({ name, text }) => wasTaken(record, name) && before.some((old) => old.name === name && old.text === text));
}
function overlap(a, b) {
    return a.kind !== 'unknown' && b.kind !== 'unknown' && rulesOverlap(a, b);
}
function putOf(entry, replaces) {
    const rule = ruleOfEntry(entry);
    if (rule === undefined)
        return undefined;
    const { enabled, text } = entry;
    return { rule, enabled, text, replaces: replaces && pin(replaces) };
}
function inOrder(back, before, entries, leaving, restored, notes) {
    const known = new Set(before.map(({ name }) => name));
    const since = entries.filter(({ name }) => !known.has(name));
    const put = [];
    const passed = [];
    const askedBefore = (entry) => passed
        .filter((other) => restored.includes(other) && entries.indexOf(other) < entries.indexOf(entry))
        .map(({ match }) => match);
    for (const { name } of [...since, ...before].reverse()) {
        const returning = back.get(name);
        if (returning !== undefined) {
            put.push(returning);
            continue;
        }
        const present = entries.find((entry) => entry.name === name);
        if (present === undefined || leaving.includes(present))
            continue;
        const asked = [...put.map(({ rule }) => rule.match), ...askedBefore(present)];
        if (!asked.some((match) => overlap(match, present.match))) {
            passed.push(present);
            continue;
        }
        const again = putOf(present, present);
        if (again === undefined)
            notes.push(`entry ${name} is now asked after others that take the same files`);
        else
            put.push(again);
    }
    return put;
}
function filesBack(record) {
    const files = new Map();
    for (const change of record) {
        if (change.kind !== 'write')
            continue;
        const content = files.get(change.path)?.content;
        files.set(change.path, {
            path: change.path,
            expect: change.after,
            content: content === undefined ? change.before : content,
        });
    }
    return [...files.values()];
}

;// CONCATENATED MODULE: ./lib/apply/undo.js







async function endRun(host, table, state, run, changes) {
    if (changes && state.records().some((one) => one.run === run))
        state.append(run, { kind: 'undo' });
    state.dropLease(run);
    const undone = { removed: [], restored: [], problems: [], notes: [], unloadModule: false };
    for (const { run: ended, record } of state.records()) {
        if (!record.some(({ kind }) => kind === 'undo'))
            continue;
        const context = { host, table: table ?? '', record: (change) => state.append(ended, change) };
        const entries = table === undefined ? [] : readEntries(context);
        const undo = planUndo(record, entries, entriesInUse(state.leases(), ended));
        await takeBack(context, table === undefined ? { ...undo, put: [] } : undo, ended, undone);
        forget(state, ended, record, undo.waiting);
    }
    return undone;
}
function forget(state, ended, record, waiting) {
    const { left, undone } = splitRecord(record, waiting);
    for (const other of state.records()) {
        const changed = rebaseRecord(other.record, undone);
        if (other.run !== ended && JSON.stringify(changed) !== JSON.stringify(other.record))
            state.replace(other.run, changed);
    }
    state.replace(ended, left);
}
async function takeBack(context, undo, run, undone) {
    const { removed, restored, problems, notes } = undone;
    notes.push(...undo.notes);
    for (const put of undo.put) {
        const problem = putBack(context, put, run);
        if (problem === undefined)
            restored.push(put.rule.name);
        else
            problems.push(problem);
    }
    for (const pinned of undo.remove) {
        const problem = removePinned(context, pinned);
        if (problem === undefined)
            removed.push(pinned.name);
        else
            problems.push(problem);
    }
    for (const { path, expect, content } of undo.files) {
        const now = textOr(context.host, path, null);
        if (now === content)
            continue;
        if (now !== expect)
            notes.push(`${path} was changed by somebody else since, and stays`);
        else
            problems.push(...(await restoreFragment(context, now, content)).problems);
    }
    for (const name of undo.waiting) {
        notes.push(`entry ${printable(name, 60)} stays as long as another job relies on it`);
    }
    undone.unmount = undo.unmount ?? undone.unmount;
    undone.unloadModule ||= undo.unloadModule;
}
function putBack(context, { rule, enabled, text, replaces }, run) {
    const helper = freeName(context, `setup-binfmt-undo-${run.slice(0, 8)}`);
    const name = printable(rule.name, 60);
    if (enabled) {
        const refusal = register(context, { ...rule, name: helper });
        if (refusal !== undefined)
            return `entry ${name} cannot be put back, and what is in its place stays: ${refusal}`;
    }
    const refusal = recordFirst(context, { kind: 'put', entry: { name: rule.name, text } }) ??
        (replaces === undefined ? undefined : removePinned(context, replaces)) ??
        writeRule(context, rule) ??
        (enabled ? undefined : disable(context, rule.name));
    if (refusal !== undefined)
        return `entry ${name} cannot be put back: ${refusal}`;
    if (enabled)
        remove(context, helper);
    const now = readEntry(context, rule.name)?.text;
    return now === text ? undefined : `entry ${name} was put back, and reads otherwise than before`;
}
function freeName(context, base) {
    for (let number = 1;; number++) {
        const name = `${base}-${number}`;
        if (readEntry(context, name) === undefined)
            return name;
    }
}

;// CONCATENATED MODULE: ./lib/apply/run-plan.js











const LOCK_LIMIT_MS = 60_000;
async function carryOutHere(host, plan, place) {
    const { run, end } = plan;
    const options = { ...place, lockLimitMs: LOCK_LIMIT_MS, record: () => undefined };
    if (run === undefined)
        return apply(host, plan, options);
    const state = openState(host);
    if ('failure' in state) {
        const applied = end === undefined ? await apply(host, plan, options) : NOTHING_APPLIED;
        const note = `what was changed is not recorded, and cannot be undone by itself: ${state.failure}`;
        return { ...applied, notes: [note] };
    }
    const digests = openDigests(host, state.digests());
    const locking = lockFolder(host, state.folder, LOCK_LIMIT_MS);
    for (const install of plan.install.slice(0, 1))
        isAsRecorded(digests, install);
    const lock = await locking;
    if ('failure' in lock)
        return { ...NOTHING_APPLIED, problems: [lock.failure] };
    try {
        if (end !== undefined)
            return await endHere(host, state, run, end.changes, place);
        if (!takeLease(host, state, run, plan, place.table))
            return { ...NOTHING_APPLIED, outdated: true };
        const applied = await apply(host, plan, {
            ...options,
            digests,
            record: (change) => state.append(run, change),
        });
        keep(digests, state);
        return applied;
    }
    catch (thrown) {
        return { ...NOTHING_APPLIED, problems: [reasonOf(thrown)] };
    }
    finally {
        lock.close();
    }
}
function keep(digests, state) {
    try {
        const news = digests.news();
        if (news !== undefined)
            state.keepDigests(news);
    }
    catch {
    }
}
function takeLease(host, state, run, plan, table) {
    if (plan.lease === undefined)
        return true;
    const context = { host, table, record: () => undefined };
    if (plan.lease.entries.some((name) => readEntry(context, name) === undefined))
        return false;
    const coming = [
        ...targetsOf(plan.install.map(({ arch }) => arch))
            .map(qemuName)
            .flatMap((name) => [name, `${name}.new`]),
        ...(plan.rules ?? []).map(({ rule }) => rule.name),
    ];
    state.takeLease(run, [...plan.lease.entries, ...coming], plan.lease.holder);
    return true;
}
async function endHere(host, state, run, changes, { table, mounts }) {
    const mounted = mountAt(mounts, table)?.type === 'binfmt_misc' ? table : undefined;
    const lock = mounted === undefined ? undefined : await lockFolder(host, mounted, LOCK_LIMIT_MS);
    if (lock !== undefined && 'failure' in lock)
        return { ...NOTHING_APPLIED, problems: [lock.failure] };
    const ended = endRun(host, mounted, state, run, changes).finally(lock?.close);
    const { unmount, unloadModule, notes, ...undone } = await ended;
    if (mounted !== undefined && unmount === mounted)
        notes.push(...(await run_plan_attempt(host, 'umount', [mounted])));
    if (unloadModule)
        notes.push(...(await run_plan_attempt(host, 'modprobe', ['-r', 'binfmt_misc'])));
    return { ...NOTHING_APPLIED, ...undone, notes };
}
async function run_plan_attempt(host, program, args) {
    const file = host.which(program);
    if (file === undefined)
        return [`${program} is missing`];
    const said = await runTool(host, file, args);
    return said === undefined ? [] : [`${program}: ${said}`];
}

;// CONCATENATED MODULE: ./lib/apply/privilege.js




const privilege_LIMIT_MS = 180_000;
async function applyWith(host, facts, plan, program) {
    if (facts.privilege === 'root') {
        return carryOutHere(host, plan, { table: facts.table.path, mounts: facts.mounts });
    }
    const sudo = host.which('sudo');
    if (facts.privilege !== 'sudo' || sudo === undefined)
        return privilege_failed('no privilege to change the table');
    return readOutcome(await host.run({
        file: sudo,
        args: ['-n', '--', host.node, program],
        stdin: JSON.stringify(plan),
        timeoutMs: privilege_LIMIT_MS,
    }));
}
function readOutcome({ stdout, stderr, signal, code, error }) {
    const answer = parseObject(stdout);
    if (answer !== undefined && 'installed' in answer)
        return answer;
    const said = printable(stderr) || `it ended with ${signal ?? code ?? error}`;
    return privilege_failed(`the privileged program failed: ${said}`);
}
function privilege_failed(problem) {
    return { ...NOTHING_APPLIED, problems: [problem] };
}

;// CONCATENATED MODULE: ./lib/commands/carry-out.js











const NO_STORE = '/dev/null';
async function carryOut(host, facts, plan, { group, line, privilegedProgram }) {
    const changes = changesHost(plan) || plan.end !== undefined;
    if (!changes && plan.prove.length === 0 && plan.lease === undefined)
        return NOTHING_APPLIED;
    const applied = await applyWith(host, facts, plan, privilegedProgram);
    if (changes) {
        group('Changes');
        narrateChanges(plan, applied).forEach(line);
    }
    return applied;
}
async function carryOutThroughDocker(host, facts, wanted, image, { group, line }) {
    const name = formatImageReference(image);
    group('Changes');
    line(`there is no sudo: running the installer of ${name} as a privileged container`);
    const targets = wanted.map(({ target }) => target);
    const applied = await applyThroughDocker(host, facts, targets, name, line);
    narrateInstalled(applied).forEach(line);
    return applied;
}
function observeAgain(host, facts) {
    const { kernel, table } = facts;
    return { ...facts, table: observeTable(host, observeMounts(host), kernel.release, table.path) };
}
async function reportAfter(host, before, applied, { mode, notes = [], problem }) {
    const facts = observeAgain(host, before);
    const looked = targetsOf([facts.architecture ?? '', ...CONTAINER_ARCHITECTURES]);
    return makeReport({
        ...newResult(mode, facts),
        ...changesIn(applied),
        verdicts: judgeAll(await probeAll(host, facts, looked), facts),
        notes: [...notes, ...(applied.notes ?? [])],
        problem,
    });
}

;// CONCATENATED MODULE: ./lib/commands/remove.js







async function runRemove(host, inputs, context) {
    const facts = await observeAloud(host, context);
    const { entries, state } = facts.table;
    const { remove, forget, refused, notes } = planRemoval(inputs, targetsOf(inputs.platforms.map(({ arch }) => arch)), entries, context.store, ownRules(host), persistedFor(host, inputs));
    const plan = {
        ...emptyPlan(context.store),
        run: context.run?.id,
        remove,
        persist: forget.length === 0 ? undefined : { handlers: [], rules: [], forget },
    };
    const obstacle = changesHost(plan) ? obstacleToRemoval(facts) : undefined;
    if (obstacle !== undefined) {
        return reportAfter(host, facts, NOTHING_APPLIED, { mode: 'remove', notes, problem: obstacle });
    }
    if (changesHost(plan) && inputs.cleanup)
        context.run?.remember();
    const applied = await carryOut(host, facts, plan, context);
    return reportAfter(host, facts, applied, {
        mode: 'remove',
        notes: state === 'ready' ? notes : [`binfmt_misc is ${state}: there are no entries`],
        problem: unremoved([...applied.problems, ...refused]),
    });
}

;// CONCATENATED MODULE: ./lib/oci/manifest.js


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
    const document = parseObject(text);
    if (document === undefined)
        return { problem: 'is not a JSON object' };
    if ('manifests' in document && 'layers' in document) {
        return { problem: 'claims to be an index and an image at once' };
    }
    const given = contentType?.split(';')[0]?.trim().toLowerCase();
    const mediaType = manifest_textOf(document.mediaType) ?? given ?? '';
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
    const document = parseObject(text);
    const platform = document === undefined ? undefined : parseImagePlatform(document);
    if (document === undefined || platform === undefined)
        return { problem: 'names no os and architecture' };
    const config = document.config;
    const lines = isObject(config) && Array.isArray(config.Env) ? config.Env : [];
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
        if (descriptor === undefined || !isObject(item)) {
            return { problem: 'holds an entry without a valid digest and size' };
        }
        const platform = isObject(item.platform) ? parseImagePlatform(item.platform) : undefined;
        const attestation = isAttestation(item.annotations, platform);
        entries.push({ ...descriptor, attestation, platform });
    }
    return { kind: 'index', entries };
}
function isAttestation(annotations, platform) {
    const marked = isObject(annotations) && manifest_textOf(annotations['vnd.docker.reference.type']) !== undefined;
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
    if (!isObject(value))
        return undefined;
    const mediaType = manifest_textOf(value.mediaType) ?? '';
    const digest = manifest_textOf(value.digest) ?? '';
    const size = value.size;
    if (!isDigest(digest) || typeof size !== 'number' || !Number.isSafeInteger(size) || size < 0) {
        return undefined;
    }
    return { mediaType, digest, size };
}
function parseImagePlatform(value) {
    const os = manifest_textOf(value.os);
    const architecture = manifest_textOf(value.architecture);
    const variant = manifest_textOf(value.variant);
    if (os === undefined || architecture === undefined)
        return undefined;
    return { os, architecture, variant };
}
function manifest_textOf(value) {
    return typeof value === 'string' && value !== '' ? value : undefined;
}

;// CONCATENATED MODULE: external "node:path/posix"
const posix_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path/posix");
;// CONCATENATED MODULE: ./lib/oci/auth.js





const auth_TEXT_LIMIT = 64 * 1024;
async function authorize(context, { registry, repository }, challenge, deadline) {
    const challenges = parseChallenges(challenge ?? '');
    const search = await findCredentials(context.host, registry, repository);
    for (const trouble of search.troubles)
        context.log(printable(trouble));
    const bearer = challenges.find(({ scheme }) => scheme === 'bearer')?.parameters;
    if (bearer !== undefined) {
        const realm = bearer.get('realm') ?? '';
        const url = URL.canParse(realm) ? new URL(realm) : undefined;
        const inward = url !== undefined && isLoopback(url.host) && !isLoopback(registry);
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
    const { errors } = parseObject(await bodyText(answer, deadline)) ?? {};
    const first = Array.isArray(errors) ? errors[0] : undefined;
    const { code, message } = isObject(first) ? first : {};
    return printable([code, message].filter((part) => typeof part === 'string').join(': '), 160);
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
        return statusFailure(answer, `the token service ${host}`, await errorText(answer, deadline));
    }
    const { token, access_token: other } = parseObject(await bodyText(answer, deadline)) ?? {};
    const found = typeof token === 'string' && token !== '' ? token : other;
    if (typeof found === 'string' && /^[\x21-\x7e]+$/.test(found))
        return `Bearer ${found}`;
    return { failure: `the token service ${host} gave no token`, passing: true };
}
function basicHeader(login) {
    return `Basic ${Buffer.from(`${login.username}:${login.password}`).toString('base64')}`;
}
async function bodyText(answer, deadline) {
    const bytes = await readWhole(answer, auth_TEXT_LIMIT, deadline);
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
        const config = parseAuthConfig(textOr(host, path, ''));
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
    const config = parseObject(text);
    if (config === undefined)
        return undefined;
    const { auths, credHelpers, credsStore } = config;
    return {
        auths: isObject(auths) ? auths : {},
        credHelpers: isObject(credHelpers) ? credHelpers : {},
        credsStore: typeof credsStore === 'string' && credsStore !== '' ? credsStore : undefined,
    };
}
function configFiles(host) {
    const { REGISTRY_AUTH_FILE, DOCKER_CONFIG, XDG_RUNTIME_DIR, XDG_CONFIG_HOME, HOME } = host.env;
    const home = HOME || '/root';
    return [
        ...(REGISTRY_AUTH_FILE ? [REGISTRY_AUTH_FILE] : []),
        (0,posix_namespaceObject.join)(DOCKER_CONFIG || (0,posix_namespaceObject.join)(home, '.docker'), 'config.json'),
        ...(XDG_RUNTIME_DIR ? [(0,posix_namespaceObject.join)(XDG_RUNTIME_DIR, 'containers/auth.json')] : []),
        (0,posix_namespaceObject.join)(XDG_CONFIG_HOME || (0,posix_namespaceObject.join)(home, '.config'), 'containers/auth.json'),
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
        troubles.push(`the credential helper ${printable(program, 80)} was not found`);
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
    const { Username, Secret } = parseObject(text) ?? {};
    if (typeof Username !== 'string' || typeof Secret !== 'string' || Secret === '')
        return undefined;
    return Username === TOKEN_USER ? { identityToken: Secret } : { username: Username, password: Secret };
}
function parseCredentials(entry) {
    if (!isObject(entry))
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

;// CONCATENATED MODULE: ./lib/oci/registry.js









const DOCUMENT_LIMIT = 4 * 1024 * 1024;
const registry_TRIES = 4;
const FIRST_WAIT_MS = 500;
function openRegistry(reference, mirrors, context) {
    const references = [...mirrors.map((mirror) => mirrored(reference, mirror)), reference];
    const session = {
        context,
        http: openHttp(),
        sources: references.map((each) => ({ reference: each, login: {} })),
        end: performance.now() + context.timeLimitMs,
        at: 0,
        bytes: 0,
        failures: [],
    };
    return {
        manifest: (name) => fromSources(session, isDigest(name) ? 'its manifest' : `its tag ${name}`, (source, deadline) => fetchManifest(session, source, name, deadline)),
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
        context.log(`${source.reference.registry} did not give ${what}: ${printable(outcome.failure)}${next === undefined ? '' : `; trying ${next}`}`);
    }
    const image = sources.at(-1)?.reference;
    throw new SetupProblem({
        id: 'SB080',
        kind: 'host',
        what: `pull ${image === undefined ? 'the image' : formatImageReference(image)}`,
        cause: failures.map(({ failure }) => printable(failure)).join('; '),
        remedy: registry_remedyFor(failures),
    }, { cause: failures.find(({ cause }) => cause !== undefined)?.cause });
}
async function withRetries(session, source, deadline, attempt) {
    let wait = session.context.firstWaitMs ?? FIRST_WAIT_MS;
    for (let count = 1;; count++) {
        const outcome = await attempt(source, deadline);
        if (!('failure' in outcome))
            return outcome;
        const pause = outcome.waitMs ?? wait * (1 + Math.random() / 4);
        if (!outcome.passing || count === registry_TRIES || performance.now() + pause >= deadline)
            return outcome;
        session.context.log(`${printable(outcome.failure)}; try ${count + 1} of ${registry_TRIES} in ${(pause / 1000).toFixed(1)} s`);
        await new Promise((resolve) => setTimeout(resolve, pause));
        wait *= 2;
    }
}
async function fetchManifest(session, source, name, deadline) {
    const accept = [...INDEX_TYPES, ...MANIFEST_TYPES].join(', ');
    const answer = await ask(session, source, `manifests/${name}`, accept, deadline);
    if ('failure' in answer)
        return answer;
    const bytes = await readWhole(answer, DOCUMENT_LIMIT, deadline);
    if ('failure' in bytes)
        return bytes;
    session.bytes += bytes.length;
    const digest = `sha256:${(0,external_node_crypto_.createHash)('sha256').update(bytes).digest('hex')}`;
    const announced = String(answer.headers['docker-content-digest'] ?? '');
    const expected = [name, announced].find(isDigest) ?? digest;
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
            writeAll(fd, piece);
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
    const url = new URL(`${registryOrigin(source.reference)}/v2/${source.reference.repository}/${path}`);
    for (let authenticated = false;; authenticated = true) {
        const answer = await session.http.send({ url, headers: { accept, ...source.login } }, deadline);
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
        source.login = { authorization };
    }
}
function mismatch(source, what, given, expected) {
    const digests = `${shortDigest(given)} instead of ${shortDigest(printable(expected, 80))}`;
    return {
        failure: `${source.reference.registry} gave ${what} with a wrong digest, ${digests}`,
        passing: true,
        wrongDigest: true,
    };
}
function registry_remedyFor(failures) {
    const statuses = failures.map(({ status = 0 }) => status);
    const codes = failures.map(({ cause }) => errnoOf(cause) ?? '');
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
    if (codes.some((code) => CERTIFICATE_ERRORS.includes(code))) {
        return `Name the certificate of its authority in NODE_EXTRA_CA_CERTS, ${mirror}`;
    }
    if (codes.includes('ENOTFOUND') || codes.includes('EAI_AGAIN')) {
        return `Check the name of the registry and the name servers of this machine, ${mirror}`;
    }
    if (statuses.some((status) => status >= 500))
        return `Run this again when the registry answers, ${mirror}`;
    return `Check the network and the proxy settings of this machine, ${mirror}`;
}

;// CONCATENATED MODULE: ./lib/oci/image.js








const LAYER_LIMIT = 1024 * 1024 * 1024;
async function readChain(source, digest, hostArch) {
    let manifest = parsed(source.reference, await image_document(source, digest));
    if (manifest.kind === 'index') {
        const [entry] = entriesFor(manifest, hostArch);
        if (entry === undefined)
            throw noImageFor(source.reference, manifest, hostArch);
        const found = await image_document(source, entry.digest);
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
        const runs = printable(formatImagePlatform(config.platform), 60);
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
    const registry = openRegistry(reference, mirrors, context);
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
async function image_document(source, digest) {
    const path = fileOf(source, digest);
    if (image_isKept(path, digest, (size) => size <= DOCUMENT_LIMIT)) {
        return { bytes: external_node_fs_.readFileSync(path), digest, contentType: undefined };
    }
    const fetched = await source.registry.manifest(digest);
    const draft = clearPlace(path);
    external_node_fs_.writeFileSync(draft, fetched.bytes, { flag: 'wx', mode: 0o600 });
    external_node_fs_.renameSync(draft, path);
    return fetched;
}
async function blobFile(source, descriptor) {
    const path = fileOf(source, descriptor.digest);
    if (image_isKept(path, descriptor.digest, (size) => size === descriptor.size))
        return path;
    const draft = clearPlace(path);
    await source.registry.blob(descriptor, draft);
    external_node_fs_.renameSync(draft, path);
    return path;
}
function image_isKept(path, digest, fits) {
    const kept = external_node_fs_.lstatSync(path, { throwIfNoEntry: false });
    return kept?.isFile() === true && fits(kept.size) && `sha256:${hashFile(path)}` === digest;
}
function clearPlace(path) {
    const draft = `${path}.new`;
    for (const each of [path, draft])
        external_node_fs_.rmSync(each, { recursive: true, force: true });
    return draft;
}
async function readImageConfig(source, manifest) {
    if (manifest.config.size > DOCUMENT_LIMIT)
        throw unusable(source.reference, 'its configuration is too large');
    const config = parseImageConfig(external_node_fs_.readFileSync(await blobFile(source, manifest.config), 'utf8'));
    if ('problem' in config)
        throw unusable(source.reference, `its configuration ${config.problem}`);
    return config;
}
function fileOf(source, digest) {
    return (0,external_node_path_.join)(source.folder, digest.replace(/^sha256:/, ''));
}
function parsed(reference, { bytes, contentType }, announced) {
    const manifest = parseManifest(bytes.toString('utf8'), contentType ?? announced);
    if ('problem' in manifest)
        throw unusable(reference, `its manifest ${printable(manifest.problem, 120)}`);
    return manifest;
}
function noImageFor(reference, index, hostArch) {
    const offered = index.entries.flatMap(({ platform, attestation }) => platform === undefined || attestation ? [] : formatImagePlatform(platform));
    const list = offered.length === 0 ? 'nothing' : printable(offered.join(', '));
    return unusable(reference, `it has no image for linux/${hostArch}; it offers ${list}`);
}
function unusable(reference, why) {
    return new SetupProblem({
        id: 'SB081',
        kind: 'host',
        what: `take QEMU from the image ${formatImageReference(reference)}`,
        cause: why,
        remedy: 'Name an image that holds static usr/bin/qemu-* programs for this host, or leave out the input `image`',
    });
}

;// CONCATENATED MODULE: ./lib/qemu/apt-get.js





const PACKAGES = ['qemu-user-static', 'qemu-user'];
const SMALLEST_PACKAGE = 1024 * 1024;
const CONFIGURATION = `
#clear APT::Update::Pre-Invoke;
#clear APT::Update::Post-Invoke;
#clear APT::Update::Post-Invoke-Success;
#clear APT::Update::Post-Invoke-Stats;
#clear Acquire::Languages;
Acquire::Languages "none";
`;
const ENVIRONMENT = /^(PATH|HOME|TMPDIR|APT_CONFIG|(https?|ftp|all|no)_proxy|SSL_CERT_(FILE|DIR))$/i;
const PROGRESS_MS = 5000;
function prepareApt(apt) {
    (0,external_node_fs_.chmodSync)(apt.folder, 0o711);
    for (const name of ['lists/partial', 'cache/archives/partial', 'download'])
        apt.host.makeFolder((0,external_node_path_.join)(apt.folder, name));
    apt.host.writeFile((0,external_node_path_.join)(apt.folder, 'apt.conf'), CONFIGURATION);
}
async function findPackage(apt, lists) {
    const complaints = [];
    for (const name of PACKAGES) {
        const run = await aptGet(apt, lists, ['--print-uris', 'download', name]);
        const candidate = run.code === 0 ? parseCandidate(run.tail, name) : undefined;
        if (candidate !== undefined && candidate.size >= SMALLEST_PACKAGE)
            return { value: candidate, complaint: '' };
        complaints.push(whyNot(run));
    }
    return { value: undefined, complaint: complaints.find((text) => text !== '') ?? '' };
}
async function updateLists(apt) {
    const started = performance.now();
    const run = await aptGet(apt, 'own', ['update'], tellOf(apt));
    const bytes = parseFetched(run.tail);
    const seconds = (performance.now() - started) / 1000;
    apt.log(`apt: ${formatBytes(bytes)} of package lists in ${seconds.toFixed(1)} s`);
    return { bytes, complaint: whyNot(run) };
}
async function downloadPackage(apt, lists, candidate) {
    const path = (0,external_node_path_.join)(apt.folder, 'download', candidate.file);
    const ticker = setInterval(() => {
        const size = apt.host.stat(path)?.size ?? 0;
        apt.log(`apt: ${formatBytes(size)} of ${formatBytes(candidate.size)}`);
    }, PROGRESS_MS);
    try {
        const what = `${candidate.package}=${candidate.version}`;
        const run = await aptGet(apt, lists, ['download', what], tellOf(apt));
        const found = apt.host.stat(path, false);
        if (run.code === 0 && found?.kind === 'file' && found.size === candidate.size)
            return { value: path, complaint: '' };
        return { value: undefined, complaint: whyNot(run) || 'apt-get left no complete file' };
    }
    finally {
        clearInterval(ticker);
    }
}
function tellOf({ log }) {
    return (line) => log(`apt: ${withoutCredentials(line)}`);
}
function aptGet(apt, lists, args, line = () => undefined) {
    const { host, folder, program } = apt;
    const options = [
        `Dir::Cache=${(0,external_node_path_.join)(folder, 'cache')}`,
        'APT::Get::AllowUnauthenticated=false',
        'Acquire::AllowInsecureRepositories=false',
        'Acquire::AllowWeakRepositories=false',
        'Acquire::AllowDowngradeToInsecureRepositories=false',
        'Acquire::IndexTargets::deb::DEP-11::DefaultEnabled=false',
        'Acquire::IndexTargets::deb::CNF::DefaultEnabled=false',
        'Acquire::GzipIndexes=true',
        'Acquire::Retries=3',
        'Acquire::http::Timeout=20',
        'Acquire::https::Timeout=20',
        ...(lists === 'own' ? [`Dir::State::lists=${(0,external_node_path_.join)(folder, 'lists')}`] : []),
        ...(seesEveryUser(host) ? [] : ['APT::Sandbox::User=root']),
    ];
    const kept = Object.entries(host.env).flatMap(([name, value]) => ENVIRONMENT.test(name) && value !== undefined ? [[name, value]] : []);
    const all = ['-q', '-c', (0,external_node_path_.join)(folder, 'apt.conf'), ...options.flatMap((option) => ['-o', option]), ...args];
    return runFollowed(program, all, {
        env: { ...Object.fromEntries(kept), LC_ALL: 'C', DEBIAN_FRONTEND: 'noninteractive' },
        cwd: (0,external_node_path_.join)(folder, 'download'),
        timeoutMs: Math.max(1, apt.deadline - performance.now()),
        line,
    });
}
function whyNot({ code, timedOut, tail }) {
    if (timedOut)
        return 'apt-get did not end in time';
    const last = code === 0 ? '' : withoutCredentials(tail.slice(tail.lastIndexOf('\n') + 1));
    return printable(complaintOf(tail) || last);
}
const URI_LINE = /^'([^']+)' (\S+) (\d{1,15}) (SHA256:[0-9a-f]{64}|SHA512:[0-9a-f]{128})$/;
const FILE = /^([a-z0-9][a-z0-9+.-]{1,60})_((?:\d{1,9}%3a)?[0-9][A-Za-z0-9.+~-]{0,120})_([a-z0-9-]{1,30})\.deb$/;
function parseCandidate(text, name) {
    for (const line of text.split('\n')) {
        const [, uri = '', file = '', size = '', hash = ''] = URI_LINE.exec(line.trim()) ?? [];
        const [, found, version = '', arch = ''] = FILE.exec(file) ?? [];
        if (found !== name)
            continue;
        return { package: name, version: version.replace('%3a', ':'), arch, file, size: Number(size), hash, uri };
    }
    return undefined;
}
function formatCandidate(candidate) {
    const { uri, file, size, hash } = candidate;
    return `'${uri.slice(0, uri.indexOf(':'))}://${placeOf(uri)}' ${file} ${size} ${hash}`;
}
function parseFetched(stdout) {
    const [, number = '0', unit = ''] = /^Fetched ([\d,.]{1,12}) ([kMG]?)B in /m.exec(stdout) ?? [];
    return Number(number.replaceAll(',', '')) * ({ k: 1e3, M: 1e6, G: 1e9 }[unit] ?? 1);
}
function placeOf(uri) {
    const [, scheme = 'unknown place', host = ''] = /^([a-z][a-z0-9+.-]{0,30}):(?:\/\/(?:[^/]*@)?([^/?#]*))?/i.exec(uri) ?? [];
    return host === '' ? scheme : host;
}
function withoutCredentials(text) {
    return text.replace(/([a-z][a-z0-9+.-]{0,30}:\/\/)[^/\s'"]*@/gi, '$1');
}
function complaintOf(said) {
    const lines = withoutCredentials(said.slice(0, 65536)).split('\n');
    const of = (level) => [
        ...new Set(lines.flatMap((line) => (level.test(line) ? [line.replace(level, '').trim()] : []))),
    ];
    const errors = of(/^E: /);
    return (errors.length > 0 ? errors : of(/^W: /)).slice(0, 2).join('; ');
}

;// CONCATENATED MODULE: ./lib/qemu/store.js








const INCOMING = '.incoming-';
const FOLDER_MODE = 0o755;
const FORGOTTEN_MS = 6 * 60 * 60 * 1000;
const INSPECTED_BYTES = 64 * 1024;
function openStore(context, version, pinned = new Map()) {
    const { host, hostArch } = context;
    const tool = (0,external_node_path_.join)(context.storeRoot, STORE_TOOL);
    const folder = (0,external_node_path_.join)(tool, version, host.nodeArch);
    return { host, hostArch, tool, folder, marker: `${folder}.complete`, pinned };
}
function findStored(store, wanted, { rehash }) {
    const handlers = [];
    const absent = [];
    const lacking = [];
    const troubles = [];
    const complete = store.host.stat(store.marker) !== undefined;
    for (const each of wanted) {
        const looked = complete ? lookAt(store, each, rehash) : undefined;
        if (looked !== undefined && !('damage' in looked))
            handlers.push(looked);
        else if (looked === undefined && store.host.stat(lackingFile(store, each)) !== undefined)
            lacking.push(each);
        else
            absent.push(each);
        if (looked !== undefined && 'damage' in looked) {
            troubles.push({ kind: 'damaged', arch: each.arch, reason: looked.damage });
        }
    }
    return { handlers, absent, lacking, troubles };
}
function makeIncoming(store, now = Date.now()) {
    return store_attempt(store, () => {
        external_node_fs_.mkdirSync(store.folder, { recursive: true, mode: FOLDER_MODE });
        removeForgotten(store.tool, INCOMING, FORGOTTEN_MS, now);
        return external_node_fs_.mkdtempSync(draftsOf(store));
    });
}
function install(store, arrivals) {
    return store_attempt(store, () => {
        const ends = arrivals.map((arrival) => installOne(store, arrival));
        if (store.host.stat(store.marker) === undefined)
            writeWhole(store.marker, '', draftsOf(store));
        return {
            handlers: ends.flatMap((end) => ('reason' in end ? [] : end)),
            refused: ends.flatMap((end) => ('reason' in end ? end : [])),
        };
    });
}
function noteLacking(store, wanted) {
    store_attempt(store, () => {
        for (const each of wanted)
            writeWhole(lackingFile(store, each), '', draftsOf(store));
    });
}
function installOne(store, arrival) {
    const { arch, qemu, source, assumesPreserve } = arrival;
    const name = qemuName(arrival);
    const refusal = refusalOf(store.host.readBytes(arrival.path, INSPECTED_BYTES), store.hostArch);
    if (refusal !== undefined)
        return { arch, qemu, name, reason: refusal };
    const { sha256, size, version: stated } = arrival.inspected ?? inspectFile(arrival.path, name);
    const version = arrival.version ?? stated;
    const pinned = store.pinned.get(arch);
    if (pinned !== undefined && pinned !== sha256) {
        return { arch, qemu, name, reason: `its sha256 is ${sha256}, and ${pinned} is expected` };
    }
    external_node_fs_.chmodSync(arrival.path, 0o755);
    const path = (0,external_node_path_.join)(store.folder, name);
    const record = { sha256, size, source, assumesPreserve, version };
    if (store.host.stat(path, false)?.kind === 'folder')
        store.host.remove(path);
    const draft = recordPath(arrival.path);
    external_node_fs_.writeFileSync(draft, `${JSON.stringify(record)}\n`, { mode: 0o644 });
    external_node_fs_.renameSync(arrival.path, path);
    external_node_fs_.renameSync(draft, recordPath(path));
    return { arch, path, sha256, checked: true, source, assumesPreserve, version };
}
function lookAt(store, wanted, rehash) {
    const path = (0,external_node_path_.join)(store.folder, qemuName(wanted));
    const { host } = store;
    const recordFile = host.stat(recordPath(path), false);
    if (recordFile === undefined)
        return undefined;
    const binary = host.stat(path, false);
    for (const found of [recordFile, binary]) {
        if (found?.kind !== 'file')
            return { damage: 'it is not a plain file' };
        if (found.uid !== 0 && found.uid !== host.uid)
            return { damage: `it belongs to user ${found.uid}` };
        if ((found.mode & 0o002) !== 0)
            return { damage: 'everyone may write to it' };
    }
    if (recordFile.size > INSPECTED_BYTES)
        return { damage: 'its record is too long' };
    try {
        const record = parseStoreRecord(host.readText(recordPath(path)));
        if (record === undefined)
            return { damage: 'its record cannot be read' };
        if (binary?.size !== record.size)
            return { damage: `it has ${binary?.size} bytes instead of ${record.size}` };
        const expected = store.pinned.get(wanted.arch) ?? record.sha256;
        const sha256 = rehash ? hashFile(path) : record.sha256;
        if (sha256 !== expected)
            return { damage: `its sha256 is ${sha256}, and ${expected} is expected` };
        const { source, assumesPreserve, version } = record;
        return { arch: wanted.arch, path, sha256, checked: rehash, source, assumesPreserve, version };
    }
    catch (thrown) {
        return { damage: `it cannot be read (${errnoOf(thrown) ?? reasonOf(thrown)})` };
    }
}
function inspectFile(path, name) {
    const inspection = openInspection(name);
    readPieces(path, inspection.take, false);
    return inspection.end();
}
function draftsOf(store) {
    return (0,external_node_path_.join)(store.tool, `${INCOMING}${(0,external_node_crypto_.randomUUID)()}-`);
}
function lackingFile(store, wanted) {
    return (0,external_node_path_.join)(store.folder, `${qemuName(wanted)}.none`);
}
function storeProblem(store, thrown) {
    return wrapProblem(thrown, `write to the tool cache ${store.tool}`, {
        id: 'SB084',
        kind: 'host',
        remedy: 'Make room there and let this user write to it, or name another folder in RUNNER_TOOL_CACHE',
    });
}
function store_attempt(store, work) {
    try {
        return work();
    }
    catch (thrown) {
        throw thrown instanceof SetupProblem ? thrown : storeProblem(store, thrown);
    }
}
function recordedVersion(host, root, path) {
    if (!path.startsWith(`${root}/${STORE_TOOL}/`) || path.split('/').includes('..'))
        return undefined;
    try {
        const record = parseStoreRecord(host.readText(recordPath(path)));
        return host.stat(path, false)?.size === record?.size ? record?.version : undefined;
    }
    catch {
        return undefined;
    }
}
const SEAM = 128;
function openInspection(name) {
    const label = `${name} version `;
    const hash = (0,external_node_crypto_.createHash)('sha256');
    let size = 0;
    let version;
    let tail = Buffer.alloc(0);
    return {
        take: (piece) => {
            hash.update(piece);
            size += piece.length;
            const seam = Buffer.concat([tail, piece.subarray(0, SEAM)]);
            version = versionAfter(label, piece) ?? versionAfter(label, seam) ?? version;
            tail = Buffer.concat([tail, piece.subarray(-SEAM)]).subarray(-SEAM);
        },
        end: () => ({ sha256: hash.digest('hex'), size, version }),
    };
}
function versionAfter(label, bytes) {
    const at = bytes.indexOf(label, 0, 'latin1');
    if (at < 0)
        return undefined;
    const rest = bytes.toString('latin1', at + label.length, at + label.length + 20);
    return /^\d+\.\d+\.\d+/.exec(rest)?.[0];
}
function storeRoot(host) {
    const given = [host.env.RUNNER_TOOL_CACHE, host.env.AGENT_TOOLSDIRECTORY, host.env.XDG_CACHE_HOME];
    const root = given.find((path) => path?.startsWith('/'));
    return root ?? (0,external_node_path_.join)(host.env.HOME || '/root', '.cache');
}

;// CONCATENATED MODULE: external "node:fs/promises"
const promises_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");
;// CONCATENATED MODULE: ./lib/host/tar.js
async function openTar() {
    const { extract } = await __nccwpck_require__.e(/* import() | tar-stream */ 145).then(__nccwpck_require__.t.bind(__nccwpck_require__, 872, 19));
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

;// CONCATENATED MODULE: ./lib/qemu/unpack-deb.js






async function unpackDeb(file, wanted, limits) {
    const child = (0,external_node_child_process_namespaceObject.spawn)('dpkg-deb', ['--fsys-tarfile', file], {
        stdio: ['ignore', 'pipe', 'pipe'],
        detached: true,
    });
    let complaint = '';
    child.stderr.on('data', (chunk) => {
        if (complaint.length < 2000)
            complaint += chunk.toString();
    });
    const ended = (0,external_node_events_.once)(child, 'close').then(([code]) => code);
    ended.catch(() => undefined);
    let timedOut = false;
    const timer = setTimeout(() => {
        timedOut = true;
        unpack_deb_endGroup(child);
    }, limits.timeMs);
    try {
        const tree = child.stdout.pipe(await openTar());
        child.stdout.on('error', (error) => tree.destroy(error));
        const written = await writeMembers(tree, wanted, limits);
        if (written.size < new Set(wanted.values()).size && (await ended) !== 0)
            throw new Error('dpkg-deb ended early');
        return written;
    }
    catch (thrown) {
        if (thrown instanceof SetupProblem)
            throw thrown;
        const cause = timedOut ? `not done within ${limits.timeMs / 1000} s` : reasonOf(thrown);
        throw problem(complaint === '' || timedOut ? cause : `${cause} (${printable(complaint)})`, thrown);
    }
    finally {
        clearTimeout(timer);
        unpack_deb_endGroup(child);
        child.stdout.resume();
        await ended.catch(() => undefined);
    }
}
async function writeMembers(tree, wanted, limits) {
    const open = new Set(wanted.values());
    const written = new Set();
    let total = 0;
    for await (const entry of tree) {
        const { name, type, size = 0 } = entry.header;
        total += size;
        if (total > limits.total)
            throw problem(`its tree is larger than ${limits.total} bytes`);
        const path = type === 'file' ? wanted.get(name.replace(/^\.\//, '')) : undefined;
        if (path === undefined || !open.has(path)) {
            entry.resume();
            continue;
        }
        if (size > limits.file)
            throw problem(`${printable(name)} is larger than ${limits.file} bytes`);
        await (0,promises_namespaceObject.writeFile)(path, entry, { flag: 'wx', mode: 0o755 });
        open.delete(path);
        written.add(path);
        if (open.size === 0)
            break;
    }
    return written;
}
function unpack_deb_endGroup(child) {
    if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null)
        return;
    try {
        process.kill(-child.pid, 'SIGKILL');
    }
    catch {
    }
}
function problem(cause, thrown) {
    return new SetupProblem({
        id: 'SB082',
        kind: 'host',
        what: 'unpack the QEMU package',
        cause,
        remedy: 'Run it again, or take QEMU from another source with the input qemu-from',
    }, { cause: thrown });
}

;// CONCATENATED MODULE: ./lib/qemu/from-apt.js










const FILE_LIMIT = 256 * 1024 * 1024;
const TREE_LIMIT = 4 * 1024 * 1024 * 1024;
const WEEK_MS = 7 * 24 * 60 * 60 * 1000;
const fetchFromApt = async (wanted, context) => {
    const known = readMarker(context);
    const stored = known === undefined ? undefined : fromStore(known, wanted, context);
    if (stored !== undefined && stored.absent.length === 0 && isFresh(context))
        return requireSome(stored);
    try {
        return requireSome(await withApt(context, (apt) => fetchHandlers(apt, wanted, context)));
    }
    catch (thrown) {
        if (!(thrown instanceof SetupProblem) || stored === undefined || stored.handlers.length === 0)
            throw thrown;
        const { reason } = thrown;
        const missing = [...stored.missing, ...stored.absent.map(({ arch }) => ({ arch, reason }))];
        const trouble = { kind: 'unrefreshed', used: stored.origin, reason };
        return { ...stored, missing, troubles: [...stored.troubles, trouble], failure: thrown };
    }
};
async function withApt(context, use) {
    const { host, log } = context;
    const program = host.which('apt-get');
    if (program === undefined || host.which('dpkg-deb') === undefined) {
        throw refuse('this machine has no apt-get and dpkg-deb', 'Name another source in the input qemu-from');
    }
    const deadline = performance.now() + context.timeLimitMs;
    const store = openStore(context, '');
    const folder = store_attempt(store, () => {
        host.makeFolder(store.tool, FOLDER_MODE);
        return host.makeTemporary(`${INCOMING}apt-`, store.tool);
    });
    try {
        return await use({ host, log, program, folder, deadline });
    }
    finally {
        host.remove(folder);
    }
}
async function fetchHandlers(apt, wanted, context) {
    prepareApt(apt);
    const asIs = await findPackage(apt, 'machine');
    let complaint = asIs.complaint;
    if (asIs.value !== undefined) {
        const answer = await fromPackage(apt, 'machine', asIs.value, wanted, context);
        if (answer.value !== undefined)
            return answer.value;
        complaint = answer.complaint;
    }
    context.log(asIs.value === undefined
        ? `apt: the machine's package lists do not have ${PACKAGES.join(' or ')}; fetching lists of its sources`
        : `apt: ${asIs.value.package} cannot be downloaded (${complaint}); fetching newer package lists`);
    const lists = await updateLists(apt);
    const renewed = await findPackage(apt, 'own');
    if (renewed.value === undefined) {
        const cause = lists.complaint || renewed.complaint || complaint;
        throw refuse(`the package sources of this machine do not offer ${PACKAGES.join(' or ')}${cause && `: ${cause}`}`, 'Check the network and the sources (on Ubuntu the component universe), or name another source in qemu-from');
    }
    const answer = await fromPackage(apt, 'own', renewed.value, wanted, context);
    if (answer.value !== undefined) {
        const downloadedBytes = answer.value.downloadedBytes + lists.bytes;
        return { ...answer.value, downloadedBytes, cacheHit: false };
    }
    throw refuse(`${renewed.value.package} cannot be downloaded: ${answer.complaint}`, 'Check the network, or name another source in the input qemu-from');
}
async function fromPackage(apt, lists, candidate, wanted, context) {
    const { absent, ...stored } = fromStore(candidate, wanted, context);
    if (absent.length === 0) {
        writeMarker(context, candidate);
        return { value: stored, complaint: '' };
    }
    const store = storeOf(candidate, context);
    const incoming = makeIncoming(store);
    try {
        const place = printable(placeOf(candidate.uri));
        context.log(`apt: ${candidate.package} ${candidate.version}, ${formatBytes(candidate.size)} from ${place}`);
        const deb = await downloadPackage(apt, lists, candidate);
        if (deb.value === undefined)
            return { value: undefined, complaint: deb.complaint };
        const unpacked = await unpackInto(store, incoming, deb.value, absent, apt);
        context.log(`apt: unpacked ${unpacked.handlers.map(({ arch }) => arch).join(', ') || 'nothing'}`);
        writeMarker(context, candidate);
        const value = {
            ...stored,
            handlers: [...stored.handlers, ...unpacked.handlers],
            missing: [...stored.missing, ...unpacked.missing],
            downloadedBytes: candidate.size,
            cacheHit: false,
        };
        return { value, complaint: '' };
    }
    finally {
        context.host.remove(incoming);
    }
}
function requireSome(result) {
    const [first] = result.missing;
    if (result.handlers.length > 0 || first === undefined)
        return result;
    throw refuse(`the ${result.origin} does not help: ${first.arch}: ${first.reason}`, 'Name another source in the input qemu-from');
}
async function unpackInto(store, incoming, file, wanted, apt) {
    const target = (each) => (0,external_node_path_.join)(incoming, qemuName(each));
    const members = wanted.flatMap((each) => ['-static', ''].map((end) => [`usr/bin/${qemuName(each)}${end}`, target(each)]));
    const timeMs = Math.max(1, apt.deadline - performance.now());
    const limits = { file: FILE_LIMIT, total: TREE_LIMIT, timeMs };
    const written = await unpackDeb(file, new Map(members), limits);
    const present = wanted.filter((each) => written.has(target(each)));
    const { handlers, refused } = install(store, present.map((each) => ({ ...each, path: target(each), source: 'apt', assumesPreserve: false })));
    const lacking = wanted.filter((each) => !present.includes(each));
    noteLacking(store, [...lacking, ...refused]);
    const absent = lacking.map((each) => ({
        arch: each.arch,
        reason: `the package has no ${qemuName(each)}`,
    }));
    return { handlers, missing: [...absent, ...refused] };
}
function fromStore(candidate, wanted, context) {
    const { handlers, absent, lacking, troubles } = findStored(storeOf(candidate, context), wanted, context);
    const reason = (each) => `the package has no ${qemuName(each)} that can be used here`;
    return {
        handlers,
        absent,
        missing: lacking.map((each) => ({ arch: each.arch, reason: reason(each) })),
        origin: `package ${candidate.package} ${candidate.version}`,
        downloadedBytes: 0,
        cacheHit: true,
        notes: [],
        troubles,
    };
}
function storeOf(candidate, context) {
    const digest = candidate.hash.slice(candidate.hash.indexOf(':') + 1).slice(0, 16);
    return openStore(context, storeVersion('apt', `${digest}-${candidate.version}`));
}
function refuse(cause, remedy) {
    return new SetupProblem({ id: 'SB082', kind: 'host', what: 'get QEMU with apt', cause, remedy });
}
function markerOf(context) {
    return (0,external_node_path_.join)(openStore(context, '').tool, 'apt.package');
}
function readMarker(context) {
    const line = textOr(context.host, markerOf(context), '');
    return PACKAGES.map((name) => parseCandidate(line, name)).find((candidate) => candidate !== undefined);
}
function isFresh(context) {
    const age = Date.now() - (context.host.stat(markerOf(context))?.modified ?? 0);
    return age >= 0 && age < WEEK_MS;
}
function writeMarker(context, candidate) {
    try {
        writeWhole(markerOf(context), `${formatCandidate(candidate)}\n`, draftsOf(openStore(context, '')));
    }
    catch {
    }
}

;// CONCATENATED MODULE: ./lib/qemu/from-host.js











const USUAL_FOLDERS = [
    '/usr/local/bin',
    '/usr/bin',
    '/usr/local/qemu/bin',
    '/usr/libexec/qemu-binfmt',
    '/usr/lib/qemu',
];
const OPTIONAL_SOFTWARE = '/opt';
const FOLDER_LIMIT = 200;
const from_host_HEADER_BYTES = 64 * 1024;
const SIZE_LIMIT = 256 * 1024 * 1024;
const ANSWER_MS = 10_000;
const fetchFromHost = async (wanted, context) => {
    const folders = foldersOf(context.host);
    const owners = seesEveryUser(context.host);
    const searches = [];
    for (const each of wanted)
        searches.push(await search(each, folders, owners, context));
    const found = searches.flatMap(({ taken }) => taken ?? []);
    const missing = searches.flatMap(({ wanted: each, taken, refused }) => {
        if (taken !== undefined)
            return [];
        const none = `no ${qemuName(each)}-static or ${qemuName(each)} on this host`;
        return [{ arch: each.arch, reason: refused.length > 0 ? refused.join('; ') : none }];
    });
    const failure = searches.find((each) => each.failure !== undefined)?.failure;
    const [first] = missing;
    if (found.length === 0 && first !== undefined) {
        throw (failure ??
            new SetupProblem({
                id: 'SB083',
                kind: 'host',
                what: 'use a QEMU of this host',
                cause: `${first.arch}: ${first.reason}`,
                remedy: 'Install static QEMU user-mode programs, or name another source in the input qemu-from',
            }));
    }
    return {
        handlers: found.map(({ handler }) => handler),
        missing,
        origin: [...new Set(found.map(({ from }) => from))].join(', '),
        downloadedBytes: 0,
        cacheHit: found.every(({ cached }) => cached),
        notes: searches
            .filter(({ taken }) => taken !== undefined)
            .flatMap(({ refused }) => refused.map((text) => `Not used: ${text}`)),
        troubles: found.flatMap(({ troubles }) => troubles),
        failure,
    };
};
async function search(wanted, folders, owners, context) {
    const refused = [];
    const seen = new Set();
    let failure;
    for (const folder of folders) {
        for (const name of [`${qemuName(wanted)}-static`, qemuName(wanted)]) {
            const path = (0,external_node_path_.join)(folder, name);
            const real = context.host.realPath(path);
            if (real === undefined || seen.has(real))
                continue;
            seen.add(real);
            try {
                const refusal = refusalOfFile(real, owners, context);
                const taken = refusal === undefined ? await take(real, wanted, context) : { refusal };
                if (!('refusal' in taken)) {
                    return { wanted, taken: { ...taken, from: printable(folder) }, refused, failure };
                }
                refused.push(`${printable(path)}: ${taken.refusal}`);
            }
            catch (thrown) {
                failure ??= problemIn(thrown);
                refused.push(`${printable(path)}: ${problemIn(thrown)?.reason ?? reasonOf(thrown)}`);
            }
        }
    }
    return { wanted, refused, failure };
}
function refusalOfFile(path, owners, context) {
    const { host, hostArch } = context;
    const stat = host.stat(path);
    if (stat?.kind !== 'file')
        return 'it is not a file';
    if ((stat.mode & 0o111) === 0)
        return 'it is not executable';
    if (stat.size > SIZE_LIMIT)
        return 'it is too large for a QEMU';
    if ((stat.mode & 0o002) !== 0)
        return 'everyone may write to it';
    if (owners && stat.uid !== 0 && stat.uid !== host.uid)
        return `it belongs to user ${stat.uid}`;
    const bytes = host.readBytes(path, from_host_HEADER_BYTES);
    if (bytes[0] === 0x23 && bytes[1] === 0x21)
        return 'it is a script';
    return refusalOf(bytes, hostArch);
}
async function take(path, wanted, context) {
    const sha256 = hashFile(path);
    const store = openStore(context, storeVersion('host', sha256), new Map([[wanted.arch, sha256]]));
    const { handlers: [stored], troubles, } = findStored(store, [wanted], context);
    if (stored !== undefined)
        return { handler: stored, cached: true, troubles };
    const version = await from_host_askVersion(path, context.host);
    if (version === undefined)
        return { refusal: 'it does not answer --version as QEMU does' };
    const incoming = makeIncoming(store);
    try {
        const copy = (0,external_node_path_.join)(incoming, qemuName(wanted));
        store_attempt(store, () => (0,external_node_fs_.copyFileSync)(path, copy));
        const arrival = { ...wanted, path: copy, source: 'host', assumesPreserve: false, version };
        const { handlers: [handler], refused: [refused], } = install(store, [arrival]);
        return handler === undefined
            ? { refusal: refused?.reason ?? 'it could not be stored' }
            : { handler, cached: false, troubles };
    }
    finally {
        context.host.remove(incoming);
    }
}
async function from_host_askVersion(path, host) {
    const limits = { timeoutMs: ANSWER_MS, maxBytes: 4096 };
    const run = await host.run({ file: path, args: ['--version'], env: {}, cwd: '/', ...limits });
    return run.code === 0 ? parseQemuAnswer(run.stdout) : undefined;
}
function foldersOf(host) {
    const path = (host.env.PATH ?? '').split(external_node_path_.delimiter).filter((folder) => folder.startsWith('/'));
    const optional = namesIn(host, OPTIONAL_SOFTWARE)
        .toSorted()
        .flatMap((name) => ['', 'bin'].map((inner) => (0,external_node_path_.join)(OPTIONAL_SOFTWARE, name, inner)));
    return [...new Set([...path, ...USUAL_FOLDERS, OPTIONAL_SOFTWARE, ...optional])].slice(0, FOLDER_LIMIT);
}

;// CONCATENATED MODULE: external "node:stream/promises"
const external_node_stream_promises_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream/promises");
;// CONCATENATED MODULE: ./lib/oci/layers.js









const FOLDER = 'usr/bin';
const WHITEOUT = '.wh.';
const OPAQUE = '.wh..wh..opq';
const layers_PIECE = 128 * 1024;
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
        return { refused: `has the unknown media type ${printable(mediaType, 100)}` };
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
    const tar = await openTar();
    const raw = external_node_fs_.createReadStream(blob, { highWaterMark: layers_PIECE });
    const limit = search.limits.layerBytes;
    const meter = async function* (pieces) {
        const reclaim = openReclaimer();
        let size = 0;
        for await (const piece of pieces) {
            reclaim(piece.length);
            size += piece.length;
            if (size > limit)
                throw new Error(`it unpacks to more than ${limit} bytes`);
            yield piece;
        }
    };
    const feeding = (unpack === undefined ? (0,external_node_stream_promises_namespaceObject.pipeline)(raw, meter, tar) : (0,external_node_stream_promises_namespaceObject.pipeline)(raw, unpack, meter, tar)).catch(() => undefined);
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
        return `cannot be read: ${reasonOf(thrown)}`;
    }
    finally {
        tar.destroy();
        await feeding;
    }
}
async function takeEntry(header, stream, search) {
    const shown = printable(header.name, 80);
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
        return `holds ${shown} as a link to ${printable(header.linkname ?? '', 80)}; links are not followed`;
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
            write(() => writeAll(fd, piece));
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

;// CONCATENATED MODULE: ./lib/qemu/actions-cache.js




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
        folder: (0,external_node_path_.join)(RUNNER_TEMP, `setup-binfmt-image-${hex.slice(0, 16)}`),
    };
}
async function restoreFromActionsCache(record, limitMs, log) {
    const { late, value: key } = await quietly('restore QEMU from the Actions cache', limitMs, log, async () => {
        const { restoreCache } = await Promise.all(/* import() | actions-cache */[__nccwpck_require__.e(435), __nccwpck_require__.e(810), __nccwpck_require__.e(653)]).then(__nccwpck_require__.bind(__nccwpck_require__, 1408));
        const anySelection = record.key.slice(0, record.key.lastIndexOf('-') + 1);
        return restoreCache([record.folder], record.key, [anySelection]);
    });
    if (late)
        return 'late';
    log(key === undefined
        ? 'The Actions cache does not have this image.'
        : `Restored ${printable(key)} from the Actions cache.`);
    return 'ended';
}
async function saveToActionsCache(record, log) {
    const { value: id } = await quietly('save QEMU in the Actions cache', SAVE_LIMIT_MS, log, async () => {
        const { saveCache } = await Promise.all(/* import() | actions-cache */[__nccwpck_require__.e(435), __nccwpck_require__.e(810), __nccwpck_require__.e(653)]).then(__nccwpck_require__.bind(__nccwpck_require__, 1408));
        return saveCache([record.folder], record.key);
    });
    log(id === undefined || id < 0
        ? 'Nothing was saved in the Actions cache.'
        : `Saved ${record.key} in the Actions cache.`);
}
function parseCacheRecords(text) {
    return parseList(text, isCacheRecord);
}
function isCacheRecord(value) {
    const { key, folder } = isObject(value) ? value : {};
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
        log(`Could not ${what}: ${reasonOf(thrown)}`);
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

;// CONCATENATED MODULE: ./lib/qemu/from-image.js












const CACHE_LIMIT_MS = 8000;
function imageSource(options) {
    return async (wanted, context) => {
        const registry = openRegistry(options.image, options.mirrors, { ...options, ...context });
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
    const tell = (trouble) => context.log(tellTrouble(trouble));
    let { digest } = image;
    if (digest === undefined) {
        ({ digest } = await registry.manifest(image.tag ?? 'latest'));
        const pinned = formatImageReference({ ...image, digest });
        unpinned.push({ kind: 'unpinned', image: formatImageReference(image), pinned });
        unpinned.forEach(tell);
    }
    const reference = { ...image, digest };
    const pins = pinnedBinaries(reference, context.hostArch, wanted);
    const store = openStore(context, storeVersion('image', digest), pins);
    const stored = findStored(store, wanted, context);
    stored.troubles.forEach(tell);
    const fetched = await fetchAbsent(reference, store, stored, context, registry, cache);
    const downloadedBytes = registry.downloadedBytes();
    return {
        ...fetched,
        handlers: [...stored.handlers, ...fetched.handlers],
        missing: [...fetched.missing, ...notThere(image, stored.lacking)],
        origin: formatImageReference(reference),
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
        if (handlers.length === 0 || !(thrown instanceof SetupProblem))
            throw thrown;
        const missing = absent.map(({ arch }) => ({ arch, reason: thrown.reason }));
        return { handlers: [], missing, failure: thrown };
    }
}
function pinnedBinaries(image, hostArch, wanted) {
    const pins = new Map();
    if (!DEFAULT_IMAGE.endsWith(`@${image.digest}`))
        return pins;
    for (const { arch, qemu } of wanted) {
        const pin = PINNED_BINARIES.find((each) => each.host === hostArch && each.qemu === qemu);
        if (pin !== undefined)
            pins.set(arch, pin.sha256);
    }
    return pins;
}
async function fetchBinaries(reference, store, wanted, context, registry, cache) {
    const incoming = makeIncoming(store);
    try {
        const record = cache ? await restored(reference.digest, wanted, context) : undefined;
        const folder = record?.folder ?? (0,posix_namespaceObject.join)(incoming, 'chain');
        if (context.host.stat(folder, false)?.kind !== 'folder')
            context.host.remove(folder);
        context.host.makeFolder(folder, 0o700);
        const source = { reference, folder, registry };
        const before = registry.downloadedBytes();
        const chain = await readChain(source, reference.digest, context.hostArch);
        const found = await unpack(source, chain.layers, wanted, incoming);
        const present = wanted.filter((each) => found.has(qemuName(each)));
        const lacking = wanted.filter((each) => !present.includes(each));
        noteLacking(store, lacking);
        const { handlers, refused } = install(store, present.map((each) => ({
            ...each,
            path: (0,posix_namespaceObject.join)(incoming, qemuName(each)),
            source: 'image',
            assumesPreserve: assumesPreserve(chain.config),
            inspected: found.get(qemuName(each)),
        })));
        const useless = refused.map(({ arch, name, reason }) => ({
            arch,
            reason: `the image's ${name} is refused: ${reason}`,
        }));
        const [worst] = useless;
        if (worst !== undefined && handlers.length === 0)
            throw unusable(reference, worst.reason);
        const toCache = registry.downloadedBytes() > before ? record : undefined;
        return { handlers, missing: [...useless, ...notThere(reference, lacking)], toCache };
    }
    catch (thrown) {
        throw thrown instanceof SetupProblem ? thrown : storeProblem(store, thrown);
    }
    finally {
        context.host.remove(incoming);
    }
}
async function restored(digest, wanted, context) {
    const record = cacheRecord(digest, wanted, context);
    if (record === undefined)
        return undefined;
    const outcome = await restoreFromActionsCache(record, CACHE_LIMIT_MS, context.log);
    return outcome === 'late' ? undefined : record;
}
async function unpack(source, layers, wanted, target) {
    const found = new Map();
    const open = new Set(wanted.map(qemuName));
    for (const layer of layers.toReversed()) {
        if (open.size === 0)
            break;
        const blob = await layerFile(source, layer);
        const finds = await pickFromLayer(blob, layer.mediaType, open, target, openInspection);
        if ('refused' in finds)
            throw unusable(source.reference, `a layer ${finds.refused}`);
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
        reason: `the image ${image.repository} holds no usr/bin/${qemuName(each)}`,
    }));
}

;// CONCATENATED MODULE: ./lib/qemu/sources.js







const SOURCE_LIMIT_MS = 300_000;
const INDEX_LIMIT_MS = 60_000;
function openSources(host, options) {
    const store = storeRoot(host);
    return {
        store,
        fetch: (wanted, hostArch, how) => {
            const sources = options.qemuFrom.map((name) => ({
                name,
                fetch: SOURCES[name](options),
            }));
            const context = { host, hostArch, storeRoot: store, timeLimitMs: SOURCE_LIMIT_MS, ...how };
            return sources_fetchHandlers(wanted, sources, context);
        },
        recordedVersion: (path) => recordedVersion(host, store, path),
        imagePlatforms: async (image) => {
            const context = { host, log: () => undefined, timeLimitMs: INDEX_LIMIT_MS };
            try {
                return await listImagePlatforms(image, options.mirrors, context);
            }
            catch (thrown) {
                throw sources_asProblem(thrown, `read the platforms of ${formatImageReference(image)}`);
            }
        },
    };
}
const SOURCES = {
    image: imageSource,
    apt: () => fetchFromApt,
    host: () => fetchFromHost,
};
const NOTHING_FETCHED = {
    handlers: [],
    missing: [],
    origins: [],
    downloadedBytes: 0,
    cacheHit: false,
    notes: [],
    troubles: [],
    failures: [],
    toCache: [],
};
async function sources_fetchHandlers(wanted, sources, context) {
    const given = [];
    const reasons = new Map();
    let open = wanted;
    for (const source of sources) {
        if (open.length === 0)
            break;
        const answer = await sources_ask(source, open, context);
        context.log(sources_describe(source, open.length, answer));
        given.push(answer);
        const had = new Set(answer.handlers.map((handler) => handler.arch));
        const why = new Map(answer.missing.map((missing) => [missing.arch, missing.reason]));
        open = open.filter(({ arch }) => !had.has(arch));
        for (const { arch } of open) {
            const reason = `${source.name}: ${why.get(arch) ?? 'not there'}`;
            reasons.set(arch, [...(reasons.get(arch) ?? []), reason]);
        }
    }
    const useful = given.filter(({ handlers }) => handlers.length > 0);
    return {
        handlers: given.flatMap(({ handlers }) => handlers),
        missing: open.map(({ arch }) => ({
            arch,
            reason: reasons.get(arch)?.join('; ') ?? 'no source was asked',
        })),
        origins: useful.map(({ origin }) => origin),
        downloadedBytes: given.reduce((sum, { downloadedBytes }) => sum + downloadedBytes, 0),
        cacheHit: useful.length > 0 && useful.every(({ cacheHit }) => cacheHit),
        notes: given.flatMap(({ notes }) => notes),
        troubles: given.flatMap(({ troubles }) => troubles),
        failures: given.flatMap(({ failure }) => failure ?? []),
        toCache: given.flatMap(({ toCache }) => toCache ?? []),
    };
}
function sources_asProblem(thrown, what) {
    const remedy = 'Run it again, or name another source in the input qemu-from';
    return problemIn(thrown) ?? wrapProblem(thrown, what, { id: 'SB099', kind: 'host', remedy });
}
async function sources_ask({ name, fetch }, wanted, context) {
    try {
        return await fetch(wanted, context);
    }
    catch (thrown) {
        const failure = sources_asProblem(thrown, `get QEMU from ${name}`);
        return {
            handlers: [],
            missing: wanted.map(({ arch }) => ({ arch, reason: failure.reason })),
            origin: '',
            downloadedBytes: 0,
            cacheHit: false,
            notes: [failure.message],
            troubles: [],
            failure,
        };
    }
}
function sources_describe({ name }, asked, { handlers, missing, origin, failure }) {
    const lead = `QEMU from ${name}:`;
    if (handlers.length === 0 && failure !== undefined)
        return `${lead} nothing (${failure.reason})`;
    const list = handlers.map(({ arch }) => arch).join(', ');
    const given = handlers.length > 0 ? `${list} from ${origin}` : 'nothing';
    const rest = missing.map(({ arch, reason }) => `${arch}: ${reason}`).join('; ');
    return asked > handlers.length ? `${lead} ${given}; not ${rest}` : `${lead} ${given}`;
}

;// CONCATENATED MODULE: ./lib/commands/setup.js















const ROUNDS = 5;
const NOT_UNDONE = 'what a container registers is not recorded: the post step cannot take it back';
async function runSetup(host, asked, context) {
    let result;
    for (let round = 1;; round++) {
        const survey = await surveyHost(host, asked, context);
        const attempt = setUp(host, asked, round === 1 ? context : rehashing(context), survey);
        result = addPreviousRounds(result, await attempt);
        if (result.outdated !== true || round === ROUNDS)
            return makeReport(result);
        context.line('the table or a handler was changed meanwhile: looking again');
    }
}
function rehashing(context) {
    return {
        ...context,
        fetch: (wanted, hostArch, how) => context.fetch(wanted, hostArch, { ...how, rehash: true }),
    };
}
async function setUp(host, asked, context, survey) {
    const choice = await choose(host, asked, context, survey);
    const { inputs, result, wrong, unfit } = choice;
    if (wrong !== undefined)
        return { ...result, problem: wrong };
    if (unfit !== undefined) {
        const findings = inputs.strict ? [unfit] : [];
        return conclude({ ...result, findings }, choice, unfitness(unfit));
    }
    const refused = refusal(result.platforms);
    if (refused === undefined)
        return makeRun(host, context, choice);
    if (inputs.strict)
        return conclude(result, choice, refused);
    const warned = { ...choice, result: downgradeToWarning(result, refused) };
    return makeRun(host, context, warned);
}
async function makeRun(host, context, choice) {
    const { inputs, result } = choice;
    const { facts } = result;
    const wanted = decisionsTo('install', result.platforms);
    const blocked = wanted.length > 0 ? obstacle(await tryPrivately(host, facts), inputs) : undefined;
    if (blocked !== undefined)
        return conclude(result, choice, blocked);
    const throughDocker = wanted.length > 0 && facts.privilege === 'docker';
    const fetched = throughDocker ? leaveToDocker(inputs, context) : await provide(wanted, facts, context);
    const lease = context.run?.holder !== undefined && (inputs.cleanup || hasLeases(host));
    const request = planRequest(host, context, choice);
    const plan = planChanges({ ...request, run: context.run, handlers: fetched.handlers, lease });
    const barred = changesHost(plan) ? obstacle(facts, inputs) : undefined;
    if (barred !== undefined)
        return conclude(result, choice, barred);
    if (plan.lease !== undefined)
        context.run?.remember();
    const applied = throughDocker
        ? await carryOutThroughDocker(host, facts, wanted, inputs.image, context)
        : await carryOut(host, facts, plan, context);
    const done = { plan, fetched, applied };
    const judged = setup_judge(host, choice, done);
    return conclude(judged, choice, findProblem(host, choice, judged, done));
}
async function provide(wanted, { architecture = 'unknown' }, { group, line, fetch }) {
    if (wanted.length === 0)
        return NOTHING_FETCHED;
    group('QEMU');
    return fetch(wanted.map(({ target }) => target), architecture, { log: line, rehash: false });
}
function leaveToDocker({ image }, { line }) {
    if (image.digest !== undefined)
        return NOTHING_FETCHED;
    const trouble = { kind: 'unpinned', image: formatImageReference(image) };
    line(tellTrouble(trouble));
    return { ...NOTHING_FETCHED, troubles: [trouble] };
}
function setup_judge(host, { inputs, result }, { fetched, applied }) {
    const facts = observeAgain(host, result.facts);
    const verdicts = rejudge(result.verdicts, proofsIn(applied), facts);
    const platforms = judgePlatforms(result.platforms, verdicts, fetched.missing, applied);
    const asked = inputs.platforms.map(({ arch }) => arch);
    const installs = decisionsTo('install', platforms).length > 0;
    const supply = installs ? fetched.troubles : undefined;
    const found = asked.length === 0 ? [] : findAfterSetup({ facts, verdicts, asked, supply });
    return {
        ...result,
        ...changesIn(applied),
        facts,
        verdicts,
        platforms,
        rules: judgeRules(inputs.rules, facts.table.entries, applied),
        qemu: installs ? fetched : undefined,
        findings: [...result.findings, ...hideHomesIn(found, host.env.HOME)],
        notes: [
            ...result.notes,
            ...fetched.notes,
            ...(installs && facts.privilege === 'docker' && inputs.cleanup ? [NOT_UNDONE] : []),
            ...(applied.notes ?? []),
            ...listNotTakenOver(platforms),
        ],
    };
}
function findProblem(host, { inputs, absent }, result, { plan, fetched, applied: { problems } }) {
    const rows = reportPlatforms(result);
    const lacking = new Set(fetched.missing.map(({ arch }) => arch));
    const unserved = rows.some(({ arch, proven }) => !proven && lacking.has(arch));
    return (unproven(rows, problems, {
        tableReady: result.facts.table.state === 'ready',
        strict: inputs.strict,
        failure: unserved ? fetched.failures[0] : undefined,
    }) ??
        notOffered(absent) ??
        unregistered(result.rules ?? []) ??
        unpersisted(inputs, result.platforms, persistedFor(host, inputs)) ??
        (changesHost(plan) ? unremoved(problems) : undefined));
}

;// CONCATENATED MODULE: ./lib/main/start.js









const COMMANDS = {
    setup: runSetup,
    plan: runPlan,
    doctor: runDoctor,
    remove: runRemove,
};
function runMode(host, inputs, context) {
    return COMMANDS[inputs.mode](host, inputs, context);
}
function makeContext(host, inputs, { view }, more) {
    return {
        documentation: '',
        ...more,
        ...view,
        ...openSources(host, inputs),
        privilegedProgram: privilegedProgram(),
        run: inputs.scope === 'host' ? more.run : undefined,
    };
}
function newRun(holder, remember = () => undefined) {
    const id = orUndefined(() => (0,external_node_fs_.readFileSync)('/proc/sys/kernel/random/uuid', 'utf8').trim()) ?? (0,external_node_crypto_.randomUUID)();
    return { id, holder, remember: () => remember(id) };
}

;// CONCATENATED MODULE: ./lib/main/state.js






const READERS = {
    run: (text) => (isRunId(text) ? text : undefined),
    cleanup: (text) => text === 'true',
    cache: parseCacheRecords,
    holders: parseEntrances,
    engine: (text) => parseList(text, isPinned),
};
function saveState(key, value) {
    try {
        (0,core/* saveState */.LZ)(key, value);
    }
    catch (thrown) {
        throw runnerProblem('leave a note for the post step', thrown);
    }
}
function readState(key) {
    const text = (0,core/* getState */.Gu)(key);
    return text === '' ? undefined : READERS[key](text);
}

;// CONCATENATED MODULE: ./lib/main/main-step.js









const host = nodeHost();
const raw = main_step_readInputs();
const log = githubProgress();
async function runMainStep() {
    process.on('exit', () => {
        if (raw.mode?.trim().toLowerCase() === 'doctor')
            process.exitCode = 0;
    });
    process.exit(await program_runToEnd(fail, main));
}
async function main(doing) {
    doing('read the inputs');
    const inputs = parseInputs(raw);
    const progress = followProgress(log, `run ${inputs.mode}`, doing);
    const scope = await openScope(host, inputs.scope, { until: 'gone', pid: process.ppid });
    const run = newRun(process.ppid, (id) => {
        saveState('run', id);
        saveState('cleanup', inputs.cleanup);
    });
    const documentation = documentationAddress(host);
    const context = keepDownloads(makeContext(host, inputs, scope, { ...progress, documentation, run }));
    const shell = openShell(scope, inputs);
    const { outputs, ...report } = await runMode(scope.host, inputs, context);
    doing('end the step');
    if (inputs.mode === 'setup')
        scope.table?.release();
    else
        await scope.close();
    if (inputs.scope === 'engine' && inputs.cleanup)
        saveEntries(scope, report.registered);
    progress.end();
    const notes = [...listUnused(inputs.mode), ...report.notes];
    const lost = await publishReport(host, { ...report, notes, outputs: { ...outputs, shell } }, inputs.summary);
    return report.exitCode || (lost === undefined ? 0 : fail(lost));
}
function fail(problem) {
    log.end();
    publishFailure(problem);
    if (problem.id === INTERNAL)
        publishKnown({ kernel: host.kernelRelease, healthy: 'false' });
    return problem.exitCode;
}
function main_step_readInputs() {
    const names = Object.keys(INPUT_DEFAULTS);
    return Object.fromEntries(names.map((name) => [name, (0,core/* getInput */.V4)(name, { trimWhitespace: false })]));
}
function listUnused(mode) {
    return listMisplaced(raw, mode).map(({ name, modes }) => {
        const others = modes.filter((each) => each !== 'exec').join(', ');
        return `the input ${name} is for ${others}, and means nothing to ${mode}`;
    });
}
function keepDownloads(context) {
    const fetch = async (...request) => {
        const fetched = await context.fetch(...request);
        if (fetched.toCache.length > 0)
            saveState('cache', fetched.toCache);
        return fetched;
    };
    return { ...context, fetch };
}
function openShell({ table }, { mode }) {
    if (table === undefined || mode !== 'setup')
        return shellLine(host.which('bash') !== undefined);
    const { entrances, folder, shell } = writeWrapper(host, table);
    saveState('holders', entrances);
    addToPath(folder);
    return shell;
}
function saveEntries({ host: inside, view }, names) {
    saveState('engine', names.map((name) => ({ name, text: inside.readText(`${view.table ?? ''}/${name}`) })));
}

;// CONCATENATED MODULE: ./lib/commands/undo.js








async function runUndo(host, run, changes, context) {
    const facts = await observeAloud(host, context);
    const obstacle = isPrivileged(facts) ? undefined : obstacleToRemoval(facts);
    const plan = { ...emptyPlan(NO_STORE), run, end: { changes } };
    const applied = isPrivileged(facts) ? await carryOut(host, facts, plan, context) : NOTHING_APPLIED;
    return reportAfter(host, facts, applied, {
        mode: 'remove',
        problem: obstacle ?? unremoved(applied.problems),
    });
}
async function removeFromEngine(host, entries) {
    const engine = await openEngineTable(host);
    if ('stage' in engine)
        return [];
    const table = { host: insideOf(host, engine.space), table: engine.table, record: () => undefined };
    return entries.flatMap((entry) => removePinned(table, entry) ?? []);
}

;// CONCATENATED MODULE: ./lib/main/post-step.js







const post_step_host = nodeHost();
const post_step_log = githubProgress();
async function runPostStep() {
    process.exit(await program_runToEnd(post_step_fail, post_step_endRun, endPrivateTable, cleanEngine, saveDownloads));
}
async function post_step_endRun(doing) {
    const run = readState('run');
    if (run === undefined)
        return 0;
    const progress = followProgress(post_step_log, 'end the run of the main step', doing);
    const context = { ...progress, privilegedProgram: privilegedProgram() };
    const report = await runUndo(post_step_host, run, readState('cleanup') === true, context);
    post_step_log.end();
    publishAfterwards(report);
    return report.exitCode;
}
function endPrivateTable(doing) {
    doing('end the private table');
    readState('holders')?.forEach(endHolder);
    return 0;
}
async function cleanEngine(doing) {
    doing("take entries out of the engine's table");
    const entries = readState('engine');
    if (entries !== undefined)
        (await removeFromEngine(post_step_host, entries)).forEach(writeLine);
    return 0;
}
async function saveDownloads(doing) {
    doing('save the downloads in the Actions cache');
    for (const record of readState('cache') ?? [])
        await saveToActionsCache(record, writeLine);
    return 0;
}
function post_step_fail(problem) {
    post_step_log.end();
    publishFailure(problem);
    return problem.exitCode;
}

;// CONCATENATED MODULE: ./lib/commands/exec.js






async function execPrivately(host, request, fill) {
    const scope = await openScope(host, 'private');
    const end = await fillAndRun(host, scope, request, fill).finally(scope.close);
    return typeof end === 'number' ? end : endLike(end);
}
async function fillAndRun(host, scope, { command, mapRoot }, fill) {
    const report = await fill(scope);
    const { table } = scope;
    if (report.exitCode !== 0 || table === undefined)
        return report.exitCode;
    const [file, ...args] = command;
    const asRoot = mapRoot || needsSubordinateIds(file);
    const space = asRoot ? table.inner : table.own;
    return runInForeground({
        ...enterCommand(host, space, { file, args, cwd: workingFolder(host) }),
        environment: asRoot ? table.rootEnvironment : {},
    });
}
function workingFolder(host) {
    const physical = process.cwd();
    const named = host.env.PWD;
    return named?.startsWith('/') && host.realPath(named) === physical ? named : physical;
}
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
    const child = (0,external_node_child_process_namespaceObject.spawn)(command.file, command.args, {
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

;// CONCATENATED MODULE: ./lib/commands/mount.js





async function runMount(host, context) {
    const facts = await observeAloud(host, context);
    const obstacle = obstacleToMount(facts);
    const plan = { ...emptyPlan(NO_STORE), run: context.run?.id, prepare: planPreparation(facts) };
    const applied = obstacle === undefined ? await carryOut(host, facts, plan, context) : NOTHING_APPLIED;
    const problem = obstacle ?? unmounted(applied.problems);
    const report = await reportAfter(host, facts, applied, { mode: 'mount', problem });
    return { ...report, notes: [...report.notes, `these run here: ${report.outputs.platforms}`] };
}

;// CONCATENATED MODULE: ./lib/inputs/arguments.js






const OTHER_NAMES = new Map([
    ['arch', 'platforms'],
    ['persistent', 'persist'],
]);
const EVERY_QEMU = 'qemu-*';
function scan(args) {
    const end = args.indexOf('--');
    const own = end < 0 ? args : args.slice(0, end);
    const { tokens } = (0,external_node_util_.parseArgs)({
        args: own.map((argument) => argument.replace(/^-(?=[^-].)/s, '--')),
        options: { help: { type: 'boolean', short: 'h' }, version: { type: 'boolean', short: 'V' } },
        strict: false,
        tokens: true,
    });
    const problems = [];
    const given = {};
    const words = [];
    for (let token = tokens.shift(); token !== undefined; token = tokens.shift()) {
        if (token.kind === 'positional')
            words.push(token.value);
        if (token.kind !== 'option')
            continue;
        const positive = token.name.replace(/^no-/, '');
        const option = OPTIONS.find(({ name }) => name === (OTHER_NAMES.get(positive) ?? positive));
        const negative = positive !== token.name;
        const [next] = tokens;
        const word = next?.kind === 'positional' && !negative ? next.value : undefined;
        const takesNext = token.value === undefined && word !== undefined && option?.kind.takes?.test(word);
        const value = token.value ?? (takesNext ? word : option?.kind.alone) ?? '';
        const problem = optionProblem(option, negative, token.value, value);
        if (takesNext)
            tokens.shift();
        if (problem !== undefined)
            problems.push(`${shownAs(own[token.index] ?? '')} ${problem}`);
        else if (option === undefined)
            problems.push(`there is no option "${shownAs(own[token.index] ?? '')}"`);
        else
            set(given, option.name, negative ? 'false' : value, problems);
    }
    return { problems, given, words, command: end < 0 ? undefined : args.slice(end + 1) };
}
function optionProblem(option, negative, inline, value) {
    if (option === undefined)
        return undefined;
    if (negative && option.kind !== SWITCH)
        return 'takes no "no-"';
    if (inline !== undefined && (negative || option.kind === WORD))
        return 'takes no value';
    return value.trim() === '' ? 'needs a value' : undefined;
}
function shownAs(argument) {
    const [, dashes, name = ''] = /^(--?)([^=]*)/.exec(argument) ?? [];
    return `${dashes}${printable(name, 40)}`;
}
function set(given, name, value, problems) {
    if (given[name] !== undefined && given[name] !== value)
        problems.push(`${name} is given twice`);
    given[name] = value;
}
function documentMode(args) {
    const { words, given } = scan(args);
    if (given.json === undefined)
        return undefined;
    const removes = given.uninstall !== undefined && given.install === undefined;
    const asked = words[0] ?? given.mode ?? (removes ? 'remove' : undefined);
    return ['exec', ...MODES].find((mode) => mode === asked) ?? INPUT_DEFAULTS.mode;
}
function parseArguments(args) {
    const { problems, given, words, command } = scan(args);
    if (given.help !== undefined)
        return { kind: 'help' };
    if (given.version !== undefined)
        return { kind: 'version' };
    const [mode, ...platforms] = words;
    const exec = mode === 'exec';
    const [program, ...programArguments] = command ?? [];
    const json = given.json !== undefined;
    const mapRoot = given['map-root'] !== undefined;
    const { run, mount } = given;
    const complain = (wrong, problem) => void (wrong && problems.push(problem));
    complain(exec && !program, 'exec needs a command: exec [platform ...] -- command');
    complain(exec && json, 'exec prints no report, and takes no --json');
    for (const name of ['mode', 'scope'])
        complain(exec && given[name] !== undefined, `exec takes no --${name}`);
    complain(!exec && mapRoot, 'only exec takes --map-root');
    complain(!exec && command !== undefined, 'only exec takes a command after "--"');
    if (mode !== undefined && !exec)
        set(given, 'mode', mode, problems);
    if (platforms.some((word) => word.trim() === ''))
        problems.push('a platform is blank');
    else if (platforms.length > 0)
        set(given, 'platforms', platforms.join(' '), problems);
    addInstallation(given, problems);
    const raw = Object.fromEntries(Object.entries(given).filter(([name]) => Object.hasOwn(INPUT_DEFAULTS, name)));
    const onlyMount = mount !== undefined && raw.mode === undefined && raw.platforms === undefined && !exec;
    const more = onlyMount ? Object.keys(raw) : [];
    complain(mount !== undefined && mount !== TABLE_PATH, `--mount is "${printable(mount ?? '', 60)}", and ${TABLE_PATH} is where programs look`);
    complain(more.length > 0, `--mount alone takes no --${more.join(', --')}`);
    complain(run !== undefined && (mode !== 'remove' || words.length > 1), '--run is for remove alone, without platforms');
    complain(run !== undefined && run !== 'last' && !isRunId(run), '--run is no id of a run, and not "last"');
    const asked = raw.mode ?? 'setup';
    const purpose = exec ? 'exec' : MODES.find((each) => each === asked.toLowerCase());
    if (purpose === undefined)
        problems.push(modeProblem(asked));
    else if (!onlyMount)
        problems.push(...misplaced(raw, purpose));
    const readable = purpose === undefined ? { ...raw, mode: undefined } : raw;
    if (problems.length > 0)
        throw inputProblem([...problems, ...listInputProblems(readable)]);
    if (run !== undefined)
        return { kind: 'undo', run, json };
    if (onlyMount)
        return { kind: 'mount', json };
    if (program === undefined)
        return { kind: 'run', raw, json };
    return { kind: 'exec', raw, mapRoot, command: [program, ...programArguments] };
}
function addInstallation(given, problems) {
    const { install, uninstall } = given;
    if (install !== undefined && uninstall !== undefined && uninstall !== EVERY_QEMU) {
        const [away, come] = [uninstall, install].map((names) => printable(names, 60));
        problems.push(`--uninstall and --install are two commands here: first "remove ${away}", then "setup ${come}"`);
        return;
    }
    const names = install ?? uninstall;
    if (names === undefined)
        return;
    set(given, 'mode', install === undefined ? 'remove' : 'setup', problems);
    set(given, 'platforms', names, problems);
    if (install !== undefined && uninstall !== undefined)
        set(given, 'reset', 'true', problems);
}
function modeProblem(mode) {
    if (mode === 'exec')
        return 'exec is no value of --mode but a word: exec [platform ...] -- command';
    return `mode is "${printable(mode, 40)}", and must be one of ${[...MODES, 'exec'].join(', ')}`;
}
function misplaced(raw, purpose) {
    const post = 'the action alone, which has a post step: remove --run last takes changes back here';
    const cleansUp = raw.cleanup !== undefined && raw.cleanup !== INPUT_DEFAULTS.cleanup;
    return [
        ...(cleansUp ? [`--cleanup is for ${post}`] : []),
        ...(raw.summary === undefined ? [] : ['--summary is for the action alone']),
        ...listMisplaced({ ...raw, cleanup: undefined }, purpose).map(({ name, modes }) => `--${name} is for ${modes.join(', ')}, and means nothing to ${purpose}`),
    ];
}
function renderHelp() {
    return `Makes this Linux host run programs of other architectures, and proves that it does.

  setup-binfmt <${MODES.join('|')}> [platform ...] [--<option> value] [--json]
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
${OPTIONS.flatMap(helpLine).join('\n')}

Exit codes
  0 done and proven   1 a platform is not proven, or the doctor found an error
  2 wrong input       3 this host cannot do it
  of exec, once the command runs: those of the command
`;
}
function helpLine({ name, kind, fallback = '', help }) {
    if (help === undefined)
        return [];
    const at = kind === TEXT ? help.indexOf(': ') : 0;
    const usage = `--${fallback === 'true' ? 'no-' : ''}${name} ${help.slice(0, at)}`;
    const text = at === 0 ? help : help.slice(at + 2);
    const shown = kind === TEXT && fallback !== '' && name !== 'image' ? ` (${fallback})` : '';
    return [`  ${usage.padEnd(22)} ${text}${shown}`];
}

;// CONCATENATED MODULE: ./lib/report/terminal.js




const COLOURS = {
    good: (text) => `\u001b[32m${text}\u001b[0m`,
    bad: (text) => `\u001b[31m${text}\u001b[0m`,
    faint: (text) => `\u001b[2m${text}\u001b[0m`,
};
function paintFor(host, isTerminal) {
    const wanted = isTerminal && (host.env.NO_COLOR ?? '') === '' && host.env.TERM !== 'dumb';
    return wanted ? COLOURS : PLAIN;
}
function terminalProgress(paint) {
    return {
        group: (title) => process.stderr.write(`${paint.faint(title)}\n`),
        line: (text) => process.stderr.write(`  ${oneLine(text)}\n`),
    };
}
function printReport(report, options) {
    process.stdout.write(options.json ? renderJson(report) : `${renderText(report, options.paint).join('\n')}\n`);
    printProblem(report.problem, options.paint);
}
function printFailure(host, problem, { mode, paint }) {
    if (mode !== undefined)
        process.stdout.write(renderJson(failureOf(mode, problem)));
    if (host.env.RUNNER_DEBUG === '1' && problem.cause !== undefined) {
        process.stderr.write(`${(0,external_node_util_.inspect)(problem.cause)}\n`);
    }
    printProblem(problem, paint);
}
function printComplaint(report, paint) {
    process.stderr.write(`${renderText(report, paint).join('\n')}\n`);
    printProblem(report.problem, paint);
}
function printProblem(problem, paint) {
    if (problem !== undefined)
        process.stderr.write(`${paint.bad(problem.id)} ${problem.message}\n`);
}

;// CONCATENATED MODULE: ./lib/text/progress.js
const PATIENCE_MS = 1500;
function bufferProgress(progress, isTerminal) {
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
        group: (title) => say(() => progress.group(title)),
        line: (text) => say(() => progress.line(text)),
        tell,
        close: () => clearTimeout(timer),
    };
}

;// CONCATENATED MODULE: ./lib/main/command-line.js














const PRIVATE_HERE = 'a private table ends with the program that made it: use exec [platform ...] -- command';
const args = process.argv.slice(2);
const command_line_host = nodeHost();
const paint = paintFor(command_line_host, process.stdout.isTTY === true);
const isWatched = process.stderr.isTTY === true;
const command_line_log = terminalProgress(paintFor(command_line_host, isWatched));
async function runCommandLine() {
    process.exitCode = await program_runToEnd((problem) => {
        printFailure(command_line_host, problem, { mode: documentMode(args), paint });
        return problem.exitCode;
    }, command_line_main);
}
async function command_line_main(doing) {
    doing('read the arguments');
    const asked = parseArguments(args);
    switch (asked.kind) {
        case 'help':
        case 'version':
            process.stdout.write(asked.kind === 'help' ? renderHelp() : `${PROGRAM_VERSION}\n`);
            return 0;
        case 'exec':
            return execInTable(asked, doing);
        default: {
            const report = await carryOutAsked(asked, doing);
            printReport(report, { json: asked.json, paint });
            return report.exitCode;
        }
    }
}
function carryOutAsked(asked, doing) {
    switch (asked.kind) {
        case 'undo':
            return undo(asked.run, followProgress(command_line_log, 'take back a run', doing));
        case 'mount':
            return mount(followProgress(command_line_log, 'mount binfmt_misc', doing));
        case 'run': {
            const inputs = parseInputs(asked.raw);
            return command_line_run(inputs, followProgress(command_line_log, `run ${inputs.mode}`, doing));
        }
    }
}
async function undo(asked, progress) {
    const run = asked === 'last' ? latestRun(command_line_host) : asked;
    if (run === undefined)
        throw inputProblem(['there is no record of a run that could be taken back']);
    return runUndo(command_line_host, run, true, { ...progress, privilegedProgram: privilegedProgram() });
}
async function mount(progress) {
    const run = newRun();
    const report = await runMount(command_line_host, { ...progress, privilegedProgram: privilegedProgram(), run });
    if (report.changed)
        tellHowToUndo(run.id);
    return report;
}
async function command_line_run(inputs, progress) {
    if (inputs.scope === 'private' && inputs.mode === 'setup')
        throw inputProblem([PRIVATE_HERE]);
    const scope = await openScope(command_line_host, inputs.scope);
    const run = newRun();
    const context = makeContext(command_line_host, inputs, scope, { ...progress, run });
    const report = await runMode(scope.host, inputs, context).finally(scope.close);
    if (report.changed && context.run !== undefined)
        tellHowToUndo(run.id);
    return report;
}
function tellHowToUndo(run) {
    const started = process.argv[1] ?? '';
    const program = (0,external_node_path_.basename)(started) === 'setup-binfmt' ? 'setup-binfmt' : `node ${shellWord(started)}`;
    command_line_log.line(`to take this back: ${program} remove --run ${run}`);
}
function execInTable(asked, doing) {
    const inputs = parseInputs({ ...asked.raw, scope: 'private' });
    const progress = followProgress(command_line_log, 'make a private table', doing);
    return execPrivately(command_line_host, asked, (scope) => fillQuietly(scope, inputs, progress));
}
async function fillQuietly(scope, inputs, progress) {
    const quiet = bufferProgress(progress, isWatched);
    const context = makeContext(command_line_host, inputs, scope, quiet);
    const report = await runMode(scope.host, inputs, context).finally(quiet.close);
    if (report.exitCode !== 0) {
        quiet.tell();
        printComplaint(report, paintFor(command_line_host, isWatched));
    }
    return report;
}

;// CONCATENATED MODULE: ./lib/main/bundle.js




var __webpack_exports__runCommandLine = __webpack_exports__.rZ;
var __webpack_exports__runMainStep = __webpack_exports__.X7;
var __webpack_exports__runPostStep = __webpack_exports__.Uc;
export { __webpack_exports__runCommandLine as runCommandLine, __webpack_exports__runMainStep as runMainStep, __webpack_exports__runPostStep as runPostStep };
