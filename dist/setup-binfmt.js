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

module.exports = new Proxy({}, { get: (_, key) => __WEBPACK_EXTERNAL_createRequire(import.meta.url)("child_process")[key], ownKeys: () => Reflect.ownKeys(__WEBPACK_EXTERNAL_createRequire(import.meta.url)("child_process")), getOwnPropertyDescriptor: (_, key) => ({ value: __WEBPACK_EXTERNAL_createRequire(import.meta.url)("child_process")[key], enumerable: true, configurable: true }) });

/***/ }),

/***/ 6982:
/***/ ((module) => {

module.exports = new Proxy({}, { get: (_, key) => __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto")[key], ownKeys: () => Reflect.ownKeys(__WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto")), getOwnPropertyDescriptor: (_, key) => ({ value: __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto")[key], enumerable: true, configurable: true }) });

/***/ }),

/***/ 2250:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("dns");

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

module.exports = new Proxy({}, { get: (_, key) => __WEBPACK_EXTERNAL_createRequire(import.meta.url)("net")[key], ownKeys: () => Reflect.ownKeys(__WEBPACK_EXTERNAL_createRequire(import.meta.url)("net")), getOwnPropertyDescriptor: (_, key) => ({ value: __WEBPACK_EXTERNAL_createRequire(import.meta.url)("net")[key], enumerable: true, configurable: true }) });

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

module.exports = new Proxy({}, { get: (_, key) => __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto")[key], ownKeys: () => Reflect.ownKeys(__WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto")), getOwnPropertyDescriptor: (_, key) => ({ value: __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto")[key], enumerable: true, configurable: true }) });

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

module.exports = new Proxy({}, { get: (_, key) => __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net")[key], ownKeys: () => Reflect.ownKeys(__WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net")), getOwnPropertyDescriptor: (_, key) => ({ value: __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net")[key], enumerable: true, configurable: true }) });

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

module.exports = new Proxy({}, { get: (_, key) => __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls")[key], ownKeys: () => Reflect.ownKeys(__WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls")), getOwnPropertyDescriptor: (_, key) => ({ value: __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls")[key], enumerable: true, configurable: true }) });

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

module.exports = new Proxy({}, { get: (_, key) => __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib")[key], ownKeys: () => Reflect.ownKeys(__WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib")), getOwnPropertyDescriptor: (_, key) => ({ value: __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib")[key], enumerable: true, configurable: true }) });

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

module.exports = new Proxy({}, { get: (_, key) => __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tls")[key], ownKeys: () => Reflect.ownKeys(__WEBPACK_EXTERNAL_createRequire(import.meta.url)("tls")), getOwnPropertyDescriptor: (_, key) => ({ value: __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tls")[key], enumerable: true, configurable: true }) });

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
/******/ 		return {"145":"tar-stream","228":"http-proxy-agent","501":"https-proxy-agent","653":"actions-cache","685":"socks-proxy-agent","715":"actions-cache-and-http-proxy-agent-and-https-proxy-agent-and-socks-proxy-agent","810":"actions-exec","835":"smol-toml"}[chunkId] + ".js";
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

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 3 modules
var core = __nccwpck_require__(950);
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
function isPlainPath(value) {
    return typeof value === 'string' && /^\/[^\0\n:\\]+$/.test(value) && !/(?:^|\/)\.{1,2}(?:\/|$)/.test(value);
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
    let bpf;
    const unknown = [];
    for (const line of text.split('\n')) {
        const [, word = '', rest = ''] = /^(\S+) ?(.*)$/s.exec(line) ?? [];
        if (enabled === undefined && (line === 'enabled' || line === 'disabled'))
            enabled = line === 'enabled';
        else if (word === 'interpreter' && rest !== '' && interpreter === undefined)
            interpreter = rest;
        else if (word === 'bpf' && rest !== '' && interpreter === undefined && bpf === undefined)
            bpf = rest;
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
        match: ambiguous
            ? { kind: 'unknown' }
            : bpf !== undefined && interpreter === undefined
                ? { kind: 'bpf', handler: bpf }
                : matchOf(magic, mask, offset, extension),
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
    letters.delete('D');
    if (letters.has('C') || letters.has('T'))
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
const IGNORED = [
    ['AppImages', 8, [0x41, 0x49, 0x02]],
    ['programs that are marked for GNU/Linux (OSABI 3)', 7, [3]],
    ['programs of ABI version 1', 8, [1]],
];
function keptOutBy({ match }, target) {
    const plain = headersOf(target.elf);
    if (match.kind !== 'magic' || !matchesHeader(match, plain))
        return [];
    return IGNORED.flatMap(([what, at, bytes]) => {
        const header = Uint8Array.from(plain);
        header.set(bytes, at);
        return matchesHeader(match, header) ? [] : what;
    });
}
function isPinned(value) {
    return isObject(value) && isName(value.name) && typeof value.text === 'string';
}
function isQemuEntry({ name }) {
    return name.startsWith('qemu-') || isHelper({ name });
}
function isHelper({ name }) {
    return /^setup-binfmt-(?:trial|undo)-/.test(name);
}

;// CONCATENATED MODULE: external "node:child_process"
const external_node_child_process_namespaceObject = new Proxy({}, { get: (_, key) => __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process")[key], ownKeys: () => Reflect.ownKeys(__WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process")), getOwnPropertyDescriptor: (_, key) => ({ value: __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process")[key], enumerable: true, configurable: true }) });
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __nccwpck_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
;// CONCATENATED MODULE: ./lib/text/redact.js
let used = [];
let patterns = [];
const ESCAPE_SEQUENCE = '\\u001b(?:\\[[0-?]*[ -/]*[@-~]|\\][^\\u0007\\u001b]*(?:\\u0007|\\u001b\\\\)?|[@-Z\\\\-_])';
const UNSEEN = '[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]';
const BETWEEN = `(?:${ESCAPE_SEQUENCE}|${UNSEEN})*`;
const SHORTEST_SECRET = 4;
function rememberSecret(secret) {
    if (secret.length < SHORTEST_SECRET)
        return;
    const inForm = new URLSearchParams([['', secret]]).toString().slice(1);
    const forms = [secret, inForm, Buffer.from(secret).toString('base64')];
    used = [...new Set([...used, ...forms])].toSorted((a, b) => b.length - a.length);
    patterns = used.map((form) => new RegExp([...form].map(literally).join(BETWEEN), 'gu'));
}
function literally(letter) {
    return letter.replace(/[\\^$.*+?()[\]{}|/]/u, '\\$&');
}
function hideUsed(text) {
    return patterns.reduce((shown, secret) => shown.replaceAll(secret, '…'), text);
}
const VALUE = `(?:\\\\?"[^"]*"?|\\\\?'[^']*'?|[^\\s"',]+)`;
const WORD = `(?:"[^"]*"?|'[^']*'?|[^\\s"'](?:[^\\s"']|"(?=[^\\s"])[^"]*"|'(?=[^\\s'])[^']*')*)`;
const IS = `\\\\?["']?\\s{0,4}(?:=>|:=|[:=])\\s{0,4}`;
const SECRET_NAMES = `token|passw(?:or)?d|passphrase|passcode|secret|credential|api[_-]?key|(?:access|account|private|signing|encryption)[_-]?key|signature`;
const SHORT_NAMES = '(?<![A-Za-z])(?:auth|pass|pwd|psk|otp)|pw';
const NAMES = `${SECRET_NAMES}|${SHORT_NAMES}`;
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
    [/(:\/\/(?=[^\s"'<>]{0,600}hook)[^\s/"'<>]{1,255}\/)[^\s"'<>]+/gi, '$1…'],
    [/(:\/\/[^\s"'<>]{1,255}\/(?:bot\d{1,20}:|(?:key|token|secret)s?\/))[^\s/"'<>]+/gi, '$1…'],
    [
        new RegExp(`(<[\\w:.-]{0,64}(?:${NAMES})[\\w:.-]{0,64}(?:\\s[^<>]{0,400})?>(?:<!\\[CDATA\\[)?)[^<]+`, 'gi'),
        '$1…',
    ],
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
        new RegExp(`(?<![\\w-])(--(?:[a-z]+-)?(?:user|username|login|pass|pwd|pw|key)|-u)(["']?[\\s,=]{1,4})${VALUE}`, 'gi'),
        '$1$2…',
    ],
    [new RegExp(`(${SECRET_NAMES})([\\w-]{0,64}${IS})${VALUE}`, 'gi'), '$1$2…'],
    [new RegExp(`(${SHORT_NAMES})(${IS})${VALUE}`, 'gi'), '$1$2…'],
    [new RegExp(`(?<![\\w-])(--[\\w-]*(?:${SECRET_NAMES})[\\w-]*)(["']?[\\s,]{1,4})${VALUE}`, 'gi'), '$1$2…'],
    [new RegExp(`(bearer|${SECRET_NAMES})(\\s{1,4}["']?)[^\\s"',…]{6,}`, 'gi'), '$1$2…'],
    [/(?<![\w.+-])[\w.+-]{1,64}@(?!sha\d|v?\d)(?=[\w-]{1,63}\.)/g, '…@'],
    [/\/(home|Users)\/[^/\s"':]{1,64}/g, '/$1/…'],
    [/([A-Za-z]:\\{1,2}Users\\{1,2})[^\\\s"':]{1,64}/g, '$1…'],
];
const SIGNS_IN = /\blogin\b|sshpass|mysql|htpasswd/i;
const PASSWORD_OPTION = new RegExp(`(?<![\\w-])(-p)(["']?[\\s,=]{0,4})${VALUE}`, 'g');
const ASKS = /stdin|--with-token|chpasswd|\bsudo\s+-S|secret\s+create|passphrase-fd|\blogin\b/i;
const PRINTED = /((?:^|[^\w-])(?:echo|printf|print)\s).*(?=\|)/;
const HERE_STRING = new RegExp(`(<<<\\s{0,4})${WORD}`, 'g');
const NAMES_SECRET = new RegExp(NAMES, 'i');
const NAMED_VALUE = new RegExp(`(\\bvalue${IS})${VALUE}`, 'gi');
const CONDITIONAL = [
    [ASKS, PRINTED, '$1… '],
    [ASKS, HERE_STRING, '$1…'],
    [SIGNS_IN, PASSWORD_OPTION, '$1$2…'],
    [NAMES_SECRET, NAMED_VALUE, '$1…'],
];
function hideSecrets(line) {
    const rules = CONDITIONAL.flatMap(([condition, ...rule]) => (condition.test(line) ? [rule] : []));
    return [...rules, ...RULES].reduce((text, [pattern, replacement]) => text.replace(pattern, replacement), line);
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

;// CONCATENATED MODULE: ./lib/text/text.js

function sentence(text) {
    const trimmed = text.trimEnd();
    return /[.!?]$/.test(trimmed) ? trimmed : `${trimmed}.`;
}
const SEQUENCES = new RegExp(ESCAPE_SEQUENCE, 'gu');
const HIDDEN = new RegExp(`${UNSEEN}+`, 'gu');
const COMMAND_MARK = '(?<=##\\w{0,40})\\[|(?<=travis_(?:fold|time)|section_(?:start|end)):';
const COMMANDS = new RegExp(COMMAND_MARK, 'g');
const GROUP = /^(?=(?:---|\+\+\+|~~~|\^\^\^)\s)/;
function printable(text, limit = 300) {
    const flat = withoutPairs(withoutCommands(hideUsed(text).slice(0, limit * 8)))
        .replace(/ {2,}/g, ' ')
        .trim();
    return flat.length > limit ? wellFormed(`${flat.slice(0, limit - 1)}…`) : flat;
}
function oneLine(text) {
    return withoutPairs(safeLine(text));
}
function withoutPairs(text) {
    return text.replace(/:(?=:)/g, ': ');
}
function safeLine(text) {
    return withoutCommands(hideUsed(text));
}
function withoutCommands(text) {
    const flat = text
        .replace(SEQUENCES, ' ')
        .replace(HIDDEN, ' ')
        .replace(/^\s*:(?=:)/, '$& ')
        .replace(GROUP, ' ')
        .replace(COMMANDS, ' $&');
    return wellFormed(flat);
}
function wellFormed(text) {
    return text.replace(/\p{Surrogate}/gu, '\ufffd');
}
function asMarkdown(text) {
    return asWholeMarkdown(printable(text, 600));
}
const AROUND = /^([("'“]*)(.*?)([)"'”’.,:;!?]*)$/;
const text_WORD = /^(?:\p{L}+(?:['’-]\p{L}+)*|SB\d{3}|\d{1,9}|[–—→×…]|)$/u;
function asWholeMarkdown(text) {
    const words = safeLine(text).trim().split(/ +/);
    const marked = words.map((whole) => whole.replace(AROUND, (_, before, word, after) => text_WORD.test(word) ? whole : `${before}${asCode(word)}${after}`));
    return marked.join(' ').replace(/^\d+(?=[.)])/, '$&\\');
}
function asCode(word) {
    const pieces = word.split('|').map((piece) => {
        if (piece === '')
            return '';
        const fence = fenceFor(piece);
        return fence === '`' ? `\`${piece}\`` : `${fence} ${piece} ${fence}`;
    });
    return pieces.join('\\|');
}
function fenceFor(text, least = 1) {
    const longest = Math.max(0, ...Array.from(text.matchAll(/`+/g), ([run]) => run.length));
    return '`'.repeat(Math.max(least, longest + 1));
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




const { O_RDONLY, O_DIRECTORY, O_NOFOLLOW, O_NONBLOCK } = external_node_fs_.constants;
function files_open(path, flags) {
    const fd = external_node_fs_.openSync(path, flags);
    return { fd, path: `/proc/self/fd/${fd}`, close: () => external_node_fs_.closeSync(fd) };
}
function orClose(opened, work) {
    try {
        return work();
    }
    catch (thrown) {
        opened.close();
        throw thrown;
    }
}
function openPlain(path, limit) {
    const opened = files_open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
    return orClose(opened, () => {
        const stat = requirePlain(external_node_fs_.fstatSync(opened.fd));
        if (stat.size > limit)
            throw new Error(`it has more than ${limit} bytes`);
        return { ...opened, stat, read: (look) => readPieces(opened.fd, limit, look) };
    });
}
function openToRead(path) {
    requirePlain(external_node_fs_.statSync(path));
    const opened = files_open(path, O_RDONLY | O_NONBLOCK);
    return orClose(opened, () => {
        requirePlain(external_node_fs_.fstatSync(opened.fd));
        return opened.fd;
    });
}
function readStart(path, length) {
    const fd = openToRead(path);
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
function requirePlain(stat) {
    if (!stat.isFile())
        throw new Error('it is not a plain file');
    return stat;
}
function openFolder(path) {
    return files_open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW);
}
function othersMayWrite({ uid, mode }, own) {
    if (uid !== 0 && uid !== own)
        return `it belongs to user ${uid}`;
    return (mode & 0o022) === 0 ? undefined : 'others may write to it';
}
function othersMayExchange({ mode }) {
    return (mode & 0o022) !== 0 && (mode & 0o1000) === 0;
}
function openOwnFolder(path) {
    const folder = openFolder(path);
    return orClose(folder, () => {
        const stat = external_node_fs_.fstatSync(folder.fd);
        const mode = othersMayExchange(stat) ? stat.mode : 0;
        const objection = othersMayWrite({ uid: stat.uid, mode }, process.geteuid?.() ?? 0);
        if (objection !== undefined)
            throw new Error(`${path} is not safe to write to: ${objection}`);
        return folder;
    });
}
function using(opened, use) {
    try {
        return use(opened);
    }
    finally {
        opened.close();
    }
}
const HANDLER_LIMIT = 256 * 1024 * 1024;
function hashFile(path) {
    return using(openPlain(path, Number.MAX_SAFE_INTEGER), hashOpen);
}
function hashOpen({ read }, algorithm = 'sha256') {
    const hash = (0,external_node_crypto_.createHash)(algorithm);
    read((piece) => hash.update(piece));
    return hash.digest('hex');
}
function writeAll(fd, bytes) {
    for (let done = 0; done < bytes.length;)
        done += external_node_fs_.writeSync(fd, bytes, done);
}
function writeWhole(path, content, draft = `${path}.new`, mode = 0o644) {
    external_node_fs_.rmSync(draft, { force: true });
    const fd = external_node_fs_.openSync(draft, 'wx', 0o600);
    try {
        if (typeof content === 'function')
            content((piece) => writeAll(fd, piece));
        else
            writeAll(fd, Buffer.from(content));
        external_node_fs_.fchmodSync(fd, mode);
        external_node_fs_.renameSync(draft, path);
    }
    catch (thrown) {
        external_node_fs_.rmSync(draft, { force: true });
        throw thrown;
    }
    finally {
        external_node_fs_.closeSync(fd);
    }
}
function writeOwn(path, content, mode) {
    using(openOwnFolder((0,external_node_path_.dirname)(path)), (folder) => writeWhole(`${folder.path}/${(0,external_node_path_.basename)(path)}`, content, undefined, mode));
}
function changeMode(path, mode) {
    using(files_open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK), ({ fd }) => external_node_fs_.fchmodSync(fd, mode));
}
function removeTree(path) {
    try {
        external_node_fs_.unlinkSync(path);
    }
    catch (thrown) {
        const errno = errnoOf(thrown);
        if (errno === 'ENOENT')
            return;
        if (errno !== 'EISDIR')
            throw thrown;
        using(openFolder(path), (folder) => {
            for (const name of external_node_fs_.readdirSync(folder.path))
                removeTree(`${folder.path}/${name}`);
        });
        external_node_fs_.rmdirSync(path);
    }
}
function removeForgotten(parent, prefix, ageMs, now) {
    for (const name of external_node_fs_.readdirSync(parent).filter((each) => each.startsWith(prefix))) {
        const path = `${parent}/${name}`;
        const found = external_node_fs_.lstatSync(path, { throwIfNoEntry: false });
        if (found === undefined || now - found.mtimeMs <= ageMs)
            continue;
        orUndefined(() => removeTree(path));
    }
}
const PIECE = 256 * 1024;
function readPieces(fd, limit, look) {
    const piece = Buffer.allocUnsafe(PIECE);
    for (let at = 0; at < limit;) {
        const count = external_node_fs_.readSync(fd, piece, 0, PIECE, at);
        if (count === 0)
            break;
        at += count;
        look(piece.subarray(0, count));
    }
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
function parseSoftFileLimit(limits) {
    return /^Max open files +(\d{1,20}|unlimited) /m.exec(limits)?.[1];
}

;// CONCATENATED MODULE: ./lib/host/ending.js





const made = new Set();
function makeTemporary(prefix, parent, stays = false) {
    if (stays)
        return external_node_fs_.mkdtempSync((0,external_node_path_.join)(parent, prefix));
    const mark = ownMark();
    sweep(parent, prefix, mark);
    const path = external_node_fs_.mkdtempSync((0,external_node_path_.join)(parent, `${prefix}${mark}`));
    made.add(path);
    return path;
}
function ownMark() {
    const space = orUndefined(() => external_node_fs_.statSync('/proc/self/ns/pid').ino);
    const started = startOf('self');
    return space === undefined || started === undefined ? '' : `${space}-${process.pid}-${started}-`;
}
function startOf(pid) {
    return orUndefined(() => parseStartTime(external_node_fs_.readFileSync(`/proc/${pid}/stat`, 'latin1')));
}
function sweep(parent, prefix, mark) {
    const { uid: own = -1, space = '' } = { uid: process.geteuid?.(), space: mark.split('-')[0] };
    const around = orUndefined(() => external_node_fs_.statSync(parent));
    const isSafe = around !== undefined && [0, own].includes(around.uid) && !othersMayExchange(around);
    if (mark === '' || !isSafe)
        return;
    for (const name of orUndefined(() => external_node_fs_.readdirSync(parent)) ?? []) {
        const [, where, pid = '', started] = name.startsWith(prefix)
            ? (/^(\d+)-(\d+)-(\d+)-/.exec(name.slice(prefix.length)) ?? [])
            : [];
        if (where !== space || startOf(pid) === started)
            continue;
        const path = (0,external_node_path_.join)(parent, name);
        const isOwn = orUndefined(() => external_node_fs_.lstatSync(path).uid) === own;
        if (isOwn)
            orUndefined(() => removeTree(path));
    }
}
const helpers = new Set();
let changes = 0;
let ending;
let isEnding = false;
async function whileHelped(name, stop, ended) {
    const helper = { name, stop, ended };
    helpers.add(helper);
    try {
        const result = await ended;
        return isEnding ? await new Promise(() => undefined) : result;
    }
    finally {
        helpers.delete(helper);
    }
}
async function undisturbed(work) {
    changes++;
    try {
        return await work();
    }
    finally {
        changes--;
        if (changes === 0) {
            const end = ending;
            ending = undefined;
            end?.();
        }
    }
}
function endSoon(end) {
    const finish = (stopped) => {
        for (const path of made)
            orUndefined(() => removeTree(path));
        end(stopped.map(({ name }) => name));
    };
    const stop = () => {
        isEnding = true;
        const stopped = [...helpers];
        for (const helper of stopped)
            helper.stop();
        if (stopped.length === 0)
            finish([]);
        else
            Promise.allSettled(stopped.map((helper) => helper.ended)).then(() => finish(stopped));
    };
    if (changes === 0)
        stop();
    else
        ending = stop;
}

;// CONCATENATED MODULE: ./lib/host/host.js







const TEXT_LIMIT = 1024 * 1024;
const ENDING_MS = 1_000;
const SYSTEM_FOLDERS = [
    '/usr/local/sbin',
    '/usr/local/bin',
    '/usr/sbin',
    '/usr/bin',
    '/sbin',
    '/bin',
];
const ROOT_PATH = '/usr/sbin:/usr/bin:/sbin:/bin';
function asRoot({ uid }) {
    return ['-n', '--', '/usr/bin/env', '-i', `SUDO_UID=${uid}`];
}
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
        openPlain: (path, limit) => {
            const file = openPlain(path, limit);
            return { ...file, stat: asFileStat(file.stat) };
        },
        list: listUnsorted,
        stat,
        fileSystemType: (path) => orUndefined(() => external_node_fs_.statfsSync(path).type),
        freeBytes: (path) => orUndefined(() => freeBytes(path)),
        realPath: (path) => orUndefined(() => external_node_fs_.realpathSync(path)),
        writeKernel,
        makeTemporary: (prefix, parent = (0,external_node_os_.tmpdir)(), stays) => makeTemporary(prefix, parent, stays),
        makeFolder: (path, mode) => {
            external_node_fs_.mkdirSync(path, { recursive: true });
            if (mode !== undefined)
                using(openFolder(path), ({ fd }) => external_node_fs_.fchmodSync(fd, mode));
        },
        makeMode: changeMode,
        isWritable: (path) => canAccess(path, external_node_fs_.constants.W_OK | external_node_fs_.constants.X_OK),
        readable: async (path) => {
            const file = which('cat', ROOT_PATH) ?? 'cat';
            return (await run({ file, args: [path], timeoutMs: 10_000 })).code === 0;
        },
        writeFile: writeOwn,
        appendDurably,
        remove: removeTree,
        open: openFolder,
        which: (program) => which(program, process.env.PATH ?? ''),
        run,
    };
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
    return orUndefined(() => asFileStat(follow ? external_node_fs_.statSync(path) : external_node_fs_.lstatSync(path)));
}
function asFileStat(found) {
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
        gid: found.gid,
        device: found.dev,
        inode: found.ino,
        modified: found.mtimeMs,
        changed: found.ctimeMs,
    };
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
    const { O_WRONLY, O_APPEND, O_CREAT, O_NOFOLLOW } = external_node_fs_.constants;
    const fd = external_node_fs_.openSync(path, O_WRONLY | O_APPEND | O_CREAT | O_NOFOLLOW, 0o600);
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
        let over = false;
        let timer;
        child.on('error', (problem) => {
            error = 'code' in problem && typeof problem.code === 'string' ? problem.code : 'EUNKNOWN';
            if (child.pid === undefined)
                finish(null, null);
        });
        child.on('close', finish);
        child.stdin?.on('error', () => undefined);
        if (command.stdin instanceof Promise)
            void command.stdin.then(begin);
        else
            begin(command.stdin);
        function begin(text) {
            child.stdin?.end(text);
            if (!over)
                timer = setTimeout(endNow, command.timeoutMs);
        }
        function endNow() {
            timedOut = true;
            endGroup(child.pid, 'SIGKILL');
            for (const stream of [child.stdin, child.stdout, child.stderr])
                stream?.destroy();
            timer = setTimeout(() => {
                child.unref();
                finish(null, null);
            }, ENDING_MS);
        }
        function finish(code, signal) {
            over = true;
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
function isListed(host, path) {
    const end = path.lastIndexOf('/');
    return namesIn(host, path.slice(0, end)).includes(path.slice(end + 1));
}
function observeMounts(host) {
    return parseMounts(textOr(host, '/proc/self/mountinfo', ''));
}
function seesEveryUser(host) {
    const map = orUndefined(() => host.readText('/proc/self/uid_map'));
    return map === undefined || !isNestedNamespace(map);
}
function uptime(host) {
    return Number.parseFloat(textOr(host, '/proc/uptime', '')) || 0;
}
function read_startOf(host, pid) {
    return pid === undefined ? undefined : parseStartTime(textOr(host, `/proc/${pid}/stat`, ''));
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
function knownPlatforms() {
    return TARGETS.flatMap((target) => {
        const { arch, qemu } = target;
        const plain = { arch, variant: variantFor(arch, undefined) };
        const byPlatform = new Map([[formatPlatform(plain), [arch]]]);
        for (const name of target.aliases) {
            const platform = formatPlatform({ arch, variant: ARM_VARIANTS.get(name) ?? plain.variant });
            byPlatform.set(platform, [...(byPlatform.get(platform) ?? []), name]);
        }
        const all = CONTAINER_ARCHITECTURES.includes(arch);
        return [...byPlatform].map(([platform, names]) => ({ platform, qemu, names, all }));
    });
}
function slugOf(platform) {
    return formatPlatform(platform).replaceAll('/', '-');
}
function platformsOf(arch, level = 1, own = false) {
    if (arch === 'arm' && own)
        return [{ arch, variant: `v${level}` }];
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




const DELIMITERS = [':', '|', ',', ';', '%'];
function handlerRule(target, interpreter, flags) {
    const { offset, magic, mask } = target;
    return { name: qemuName(target), match: { kind: 'magic', offset, magic, mask }, interpreter, flags };
}
function handlerNames(target) {
    const name = qemuName(target);
    return [name, otherName(name)];
}
function otherName(name) {
    return name.endsWith(OWN_END) ? name.slice(0, -OWN_END.length) : name + OWN_END;
}
const OWN_END = '.setup-binfmt';
function ruleOfEntry(entry) {
    const { name, match, interpreter, flags, unknown } = entry;
    if (match.kind === 'unknown' || match.kind === 'bpf' || interpreter === undefined || unknown.length > 0)
        return undefined;
    return /^[POCFTL]*$/.test(flags) ? { name, match, interpreter, flags } : undefined;
}
function beginsAs(rule, { enabled }) {
    return enabled !== rule.flags.includes('D');
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
    if (!/^[POCFTLD]*$/.test(flags))
        problems.push(`its flags "${printable(flags, 20)}" are not among P, O, C and F, and since Linux 7.3 T, L and D`);
    else if (flags.includes('T') && flags.includes('P'))
        problems.push('its flags T and P exclude each other: T keeps all arguments');
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
function ruleProblems(rule, host, facts) {
    const path = printable(rule.interpreter, 200);
    const problems = [];
    if (!facts.exists)
        problems.push(`its interpreter ${path} does not exist`);
    else if (!facts.executable)
        problems.push(`its interpreter ${path} is not an executable file`);
    const { match } = rule;
    if (match.kind === 'extension') {
        if (facts.taken === undefined)
            return problems;
        return [...problems, `it takes ${printable(facts.taken, 200)}, a program of this host`];
    }
    const taken = TARGETS.filter((target) => overlaps(match, beginningOf(target)));
    const native = taken.find(({ arch }) => mayRunNatively(host, arch) || mayRunNatively(arch, host ?? ''));
    if (new Set(taken.map(({ elf }) => elf.machine)).size > 1)
        problems.push(`its magic takes ELF programs of several architectures ${ASK_FOR_MORE}`);
    else if (native !== undefined)
        problems.push(`its magic takes ${native.arch} programs, which this host runs itself`);
    else if (facts.exists && matchesHeader(match, facts.header))
        problems.push(`its magic takes its own interpreter ${path}, which could then never start`);
    else if (takesScripts(match))
        problems.push(`its magic takes scripts (#!), which the kernel runs itself ${ASK_FOR_MORE}`);
    return problems;
}
const ASK_FOR_MORE = '(let it ask for the first bytes of its files)';
function beginningOf({ magic, mask }) {
    return { offset: 0, magic, mask: `${mask.slice(0, 16)}f8${'ff'.repeat(7)}${mask.slice(32)}` };
}
function takesScripts(match) {
    if (!overlaps(match, { offset: 0, magic: '2321' }))
        return false;
    const mask = Buffer.from(match.mask ?? '', 'hex');
    if (match.offset === 0 && (mask[0] ?? 0xff) !== 0)
        return true;
    return Buffer.from(match.magic, 'hex').every((byte, index) => TEXT.some((letter) => ((letter ^ byte) & (mask[index] ?? 0xff)) === 0));
}
const TEXT = Array.from({ length: 256 }, (_, byte) => byte).filter((byte) => byte >= 0x20 || byte === 0 || byte === 0x1b || (byte >= 0x07 && byte <= 0x0d));
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

const TRANSPORTS = ['oci', 'oci-archive', 'docker-archive', 'docker-daemon', 'containers-storage'];
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
    const transport = TRANSPORTS.find((each) => name.startsWith(`${each}:`));
    if (transport !== undefined)
        return parseLocal(transport, name.slice(transport.length + 1), digest);
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
function parseLocal(transport, rest, digest) {
    const whole = { registry: transport, digest };
    if (transport === 'docker-daemon' || transport === 'containers-storage') {
        const named = parseImageReference(rest);
        if ('problem' in named)
            return named;
        const place = /^[0-9a-f]{12,64}$/.test(rest) ? rest : formatImageReference(named);
        return { ...whole, repository: place, local: { transport, place } };
    }
    const [place = '', ...more] = rest.split(':');
    if (place === '')
        return { problem: 'names no folder or file' };
    const tag = more.length === 0 ? undefined : more.join(':');
    if (tag !== undefined && !/^[\w./:-]{1,255}$/.test(tag))
        return { problem: 'has a tag that no image has' };
    return { ...whole, repository: place, tag, local: { transport, place } };
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
    const isHere = isLoopback(registry);
    return {
        registry: hubName(registry),
        prefix,
        secure: scheme === 'https' && isHere ? true : undefined,
        insecure: scheme === 'http' && !isHere ? 'plain' : undefined,
    };
}
function mirrored(reference, mirror) {
    const { registry, secure, insecure, prefix } = mirror;
    const repository = prefix === '' ? reference.repository : `${prefix}/${reference.repository}`;
    return { ...reference, registry, repository, secure, insecure };
}
function relocated(reference, place) {
    const [host = '', ...path] = place.split('/');
    const [registry, repository] = [hubName(host.toLowerCase()), path.join('/')];
    const problem = registryProblem(registry) ?? pathProblem(repository);
    return problem === undefined ? { ...reference, registry, repository } : { problem };
}
function formatImageReference(reference) {
    const tag = reference.tag === undefined ? '' : `:${reference.tag}`;
    const digest = reference.digest === undefined ? '' : `@${reference.digest}`;
    if (reference.local !== undefined)
        return `${reference.local.transport}:${reference.local.place}${tag}${digest}`;
    return `${reference.registry}/${reference.repository}${tag}${digest}`;
}
function registryOrigin({ registry, secure, insecure }) {
    if (registry === 'docker.io')
        return 'https://registry-1.docker.io';
    const isPlain = insecure === 'plain' || (isLoopback(registry) && secure !== true);
    return `${isPlain ? 'http' : 'https'}://${registry}`;
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
const HOSTED_AMD64 = [
    /^ubuntu-(?:latest|slim|\d\d\.\d\d)(?:-\d+-cores)?$/,
    /^(?:blacksmith|buildjet)-\d+vcpu-ubuntu-\d{4}$/,
    /^depot-ubuntu-(?:latest|\d\d\.\d\d)(?:-\d+)?(?:,.*)?$/,
    /^ubicloud(?:-[a-z]+-\d+)?(?:-ubuntu-\d{4})?$/,
];
const OTHER_SYSTEM = /^(?:windows|macos|darwin|osx)/;
function runnerArchitecture(runner) {
    const labels = (typeof runner === 'string' ? [runner] : runner).map((label) => label.toLowerCase());
    if (labels.some((label) => wordsOf(label).some((word) => OTHER_SYSTEM.test(word))))
        return undefined;
    const named = new Set(labels.flatMap(architecturesIn));
    const isHosted = (label) => HOSTED_AMD64.some((pattern) => pattern.test(label));
    if (named.size === 0 && labels.every(isHosted))
        return 'amd64';
    return named.size === 1 ? named.values().next().value : undefined;
}
function noteRunners({ default: runner }) {
    if (runnerArchitecture(runner) !== undefined)
        return [];
    const label = printable([runner].flat().join(', '), 80);
    return [`runners: the label ${label} names no architecture, so every platform counts as emulated there`];
}
function architecturesIn(label) {
    if (label === 'arm')
        return ['arm'];
    return wordsOf(label).flatMap((word) => {
        const arch = architectureNamed(LABEL_WORDS.get(word) ?? word);
        return arch === undefined || !CONTAINER_ARCHITECTURES.includes(arch) ? [] : [arch];
    });
}
function wordsOf(label) {
    return label.replace(/x86[-_]64/g, 'amd64').split(/[^a-z0-9]+/);
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
        const hint = platform.nearest === undefined ? '' : ` (the nearest is ${platform.nearest})`;
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

;// CONCATENATED MODULE: ./lib/qemu/default-image.js
const DEFAULT_IMAGE = 'docker.io/tonistiigi/binfmt:qemu-v10.2.3-68@sha256:400a4873b838d1b89194d982c45e5fb3cda4593fbfd7e08a02e76b03b21166f0';

;// CONCATENATED MODULE: ./lib/qemu/handler.js



const SOURCE_NAMES = ['image', 'apt', 'host'];
const TROUBLE_REMEDIES = {
    unpinned: 'Write its digest behind it',
    damaged: 'Find out who else writes to the tool cache of this machine',
    unrefreshed: 'See that the package sources of this machine can be reached',
    replaced: 'Mend that, or name in the input qemu-from the sources that may be used',
    kept: 'Set on-conflict: replace (as root or with sudo) to have the image used for them, too',
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
        case 'replaced':
            return {
                evidence: `QEMU was asked of ${trouble.asked}, and is taken elsewhere: ${printable(trouble.used)}. Why: ${printable(trouble.reason, 600)}`,
                remedy: trouble.remedy ?? remedy,
            };
        case 'kept':
            return {
                evidence: `The image ${trouble.image} was asked for, and is not used for what works already and is kept: ${printable(trouble.kept, 900)}`,
                remedy,
            };
    }
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
function versionAfter(label, bytes) {
    const at = bytes.indexOf(label, 0, 'latin1');
    if (at < 0)
        return undefined;
    const rest = bytes.toString('latin1', at + label.length, at + label.length + 20);
    return /^\d+\.\d+\.\d+/.exec(rest)?.[0];
}

;// CONCATENATED MODULE: ./lib/inputs/options.js


const MODES = ['setup', 'plan', 'doctor', 'remove'];
const SCOPES = ['host', 'private', 'engine'];
const CONFLICT_POLICIES = ['repair', 'replace', 'keep', 'fail'];
const OWN_COMMANDS = ['exec', 'list', 'platforms', 'undo'];
const PURPOSES = [...MODES, ...OWN_COMMANDS];
const SETUP = ['setup', 'plan'];
const FILLING = [...SETUP, 'exec'];
const LOOKING = [...FILLING, 'doctor'];
const ALL = [...LOOKING, 'remove'];
const YES = /^(?:true|yes|on|1)$/i;
const NO = /^(?:false|no|off|0)$/i;
const options_TEXT = { takes: /^/ };
const SWITCH = { takes: /^(?:true|false|yes|no|on|off)$/i, alone: 'true' };
const options_WORD = { alone: 'true' };
const TABLE = { takes: /^\//, alone: TABLE_PATH };
const OPTIONS = [
    input('platforms', '', ALL),
    input('mode', 'setup', ALL),
    input('image', '', ALL, 'REFERENCE: the image that holds QEMU, best with its digest'),
    input('qemu-from', '', FILLING, `LIST: sources of QEMU in order: ${SOURCE_NAMES.join(', ')}`),
    input('registry-mirrors', '', LOOKING, "L: registries that are asked before the image's own"),
    input('registry-config', 'true', LOOKING, "do not use this machine's mirrors, proxies and certificates"),
    input('insecure-tags', 'false', FILLING, 'believe tags of registries that do not prove who they are'),
    input('cache', 'true', FILLING),
    input('cache-image', '', FILLING),
    input('scope', 'host', [...ALL, 'list'], `SCOPE: whose table: ${SCOPES.join(', ')}; private is what exec does`),
    input('on-conflict', 'repair', LOOKING, `POLICY: ${CONFLICT_POLICIES.join(', ')}`),
    input('reset', 'false', FILLING, 'take every qemu-* entry away first'),
    input('credentials', 'true', FILLING, 'register without the C flag (setuid programs then lose their rights)'),
    input('rules', '', FILLING, 'TEXT: further rules, one a line (:name:M:offset:magic:mask:interpreter:flags)'),
    input('autoload', 'true', SETUP, 'do not load the module, do not mount binfmt_misc'),
    input('persist', 'false', SETUP, 'survive a reboot and a restart of systemd-binfmt'),
    input('cleanup', 'false', [...SETUP, 'remove']),
    input('strict', 'true', FILLING, 'warn where a platform is not proven, in place of failing'),
    input('add-to-path', 'false', SETUP),
    input('summary', 'true', ALL),
    input('runners', '', SETUP, 'TEXT: which runner a platform gets in the matrix, one prefix=label a line'),
    input('matrix-from', '', FILLING, "IMAGE: the platforms of an image's index, cut with those that are named"),
    input('log', 'engine', ['doctor'], 'LIST: (doctor) files, - (standard input), engine, jobs or none'),
    input('github-token', '', ALL),
    input('network', 'false', ['doctor'], '(doctor) ask the registries, too'),
    {
        name: 'mount',
        kind: TABLE,
        modes: ['setup'],
        help: 'make sure that binfmt_misc is mounted, and no more',
    },
    { name: 'run', kind: options_TEXT, modes: ['remove'], help: 'ID|last: what undo does' },
    {
        name: 'map-root',
        kind: options_WORD,
        modes: ['exec'],
        help: "exec: be root in there, with the user's subordinate ids",
    },
    {
        name: 'json',
        kind: options_WORD,
        modes: [...MODES, 'list', 'platforms', 'undo'],
        help: 'print the report alone, as JSON',
    },
    { name: 'help', kind: options_WORD, modes: PURPOSES, help: 'print this; of a mode, its options and examples' },
    { name: 'version', kind: options_WORD, modes: PURPOSES, help: 'print the version of this program' },
    { name: 'install', kind: options_TEXT, modes: ['setup'] },
    { name: 'uninstall', kind: options_TEXT, modes: ['remove', 'setup'] },
];
function input(name, fallback, modes, help) {
    return { name, kind: SWITCH.takes?.test(fallback) ? SWITCH : options_TEXT, fallback, modes, help };
}

;// CONCATENATED MODULE: ./lib/inputs/meant.js



const FIRST_WORDS = [...PURPOSES, 'help', 'version'];
const OTHER_MODES = new Map(Object.entries({
    setup: 'install add register enable',
    remove: 'uninstall rm delete unregister clean disable',
    list: 'ls status show info',
    doctor: 'check diagnose test why',
    exec: 'run shell enter',
    plan: 'matrix preview',
    undo: 'revert rollback restore',
    platforms: 'platform targets architectures',
}).flatMap(([mode, words]) => words.split(' ').map((word) => [word, mode])));
const OTHER_OPTIONS = new Map([
    ['mirror', { instead: 'the nearest is --registry-mirrors', takes: true }],
    ['format', { instead: 'the nearest is --json', takes: true }],
    ['output', { instead: 'the nearest is --json', takes: true }],
    ['o', { instead: 'the nearest is --json', takes: true }],
    ['dry-run', { instead: 'the mode plan says what setup would do' }],
    ['n', { instead: 'the mode plan says what setup would do' }],
    ['force', { instead: 'the nearest is --on-conflict replace' }],
    ['f', { instead: 'the nearest is --on-conflict replace' }],
    ['yes', { instead: 'nothing is asked here' }],
    ['y', { instead: 'nothing is asked here' }],
    ['verbose', { instead: 'RUNNER_DEBUG=1 in the environment tells more' }],
    ['v', { instead: 'RUNNER_DEBUG=1 in the environment tells more' }],
    ['debug', { instead: 'RUNNER_DEBUG=1 in the environment tells more' }],
    ['quiet', { instead: 'what is said on the way goes to standard error' }],
    ['q', { instead: 'what is said on the way goes to standard error' }],
]);
function hintAt(word, known) {
    return hintOf(nearestWord(word.toLowerCase(), known));
}
function hintOf(nearest) {
    return nearest === undefined ? '' : ` (the nearest is ${nearest})`;
}
function nearestMode(word) {
    return OTHER_MODES.get(word.toLowerCase()) ?? nearestWord(word.toLowerCase(), FIRST_WORDS);
}
function meantOption(name) {
    const other = OTHER_OPTIONS.get(name);
    if (other !== undefined)
        return { hint: ` (${other.instead})`, takesNext: other.takes === true };
    const names = OPTIONS.map((option) => option.name);
    const begun = name.length < 3 ? [] : names.filter((each) => each.startsWith(name));
    const near = nearestWord(name, names) ?? (begun.length === 1 ? begun[0] : undefined);
    if (near !== undefined) {
        const kind = OPTIONS.find((option) => option.name === near)?.kind;
        return { hint: hintOf(`--${near}`), takesNext: kind === options_TEXT };
    }
    const isPlatform = /^(?:all|none)$/i.test(name) || !('unknown' in parsePlatform(name));
    return { hint: isPlatform ? ` (without dashes: ${name})` : '', takesNext: false };
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
    const mode = readMode(text('mode'), problems);
    const scope = readChoice('scope', text('scope'), SCOPES, problems);
    const [persist, cleanup] = [isTrue('persist'), isTrue('cleanup')];
    const image = (name, given) => accept(name, given, parseImageReference(given), problems);
    const matrixFrom = text('matrix-from');
    if (persist && scope !== 'host')
        problems.push(`persist keeps entries of the host: leave it out with scope ${scope}`);
    if (persist && cleanup && (mode === 'setup' || mode === 'plan'))
        problems.push('persist keeps what cleanup takes away again: leave one of the two out');
    return {
        mode,
        ...parsePlatforms(text('platforms'), mode, raw.platforms, problems),
        qemuFrom: readSources(raw, text, problems),
        image: image('image', raw.image ? text('image') : DEFAULT_IMAGE) ?? { registry: '', repository: '' },
        imageNamed: Boolean(raw.image),
        mirrors: splitList(text('registry-mirrors')).flatMap((word) => accept('registry-mirrors', word, parseMirror(word), problems) ?? []),
        registryConfig: isTrue('registry-config'),
        insecureTags: isTrue('insecure-tags'),
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
        addToPath: isTrue('add-to-path'),
        summary: isTrue('summary'),
        log: readLogSources(text('log'), problems),
        token: text('github-token'),
        network: isTrue('network'),
        runners: readRunners(text('runners'), problems),
    };
}
function readMode(text, problems) {
    const own = OWN_COMMANDS.find((command) => command === text.toLowerCase());
    if (own === undefined)
        return readChoice('mode', text, MODES, problems);
    problems.push(`mode is "${own}", a command of the terminal, and must be one of ${MODES.join(', ')}`);
    return MODES[0];
}
function readSources({ image, 'qemu-from': from }, text, problems) {
    if (from)
        return readList('qemu-from', text('qemu-from'), SOURCE_NAMES, problems);
    return image ? ['image'] : SOURCE_NAMES;
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
function parsePlatforms(text, mode, given, problems) {
    const words = given ? splitList(text) : mode === 'remove' ? [] : ['all'];
    if (words.length === 0 && mode === 'remove')
        problems.push('remove takes the names of platforms or of entries, or the word all, and none is given');
    else if (words.length === 0)
        problems.push('platforms holds no name');
    const all = words.some((word) => word.toLowerCase() === 'all');
    if (words.some((word) => word.toLowerCase() === 'none')) {
        if (words.length > 1)
            problems.push('platforms: "none" stands alone');
        return { platforms: [], all: false, names: [] };
    }
    const names = mode === 'remove' ? words.filter(isEntryName) : [];
    const found = new Map();
    const unknown = [];
    for (const word of words.filter((each) => !names.includes(each))) {
        for (const platform of expandPlatform(word, unknown))
            found.set(formatPlatform(platform), platform);
    }
    const last = unknown.pop();
    if (last !== undefined)
        problems.push(...unknown, `${last}; docs/platforms.md lists all names`);
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
    const named = `platforms: "${printable(word, 60)}"`;
    const system = otherSystem(word);
    const hint = hintOf(parsed.nearest ?? platformOf(word));
    const reason = system === undefined
        ? `is not known${hint}`
        : `is for ${system}: QEMU's user mode runs Linux programs alone, and no setting of this one changes that`;
    problems.push(`${named} ${reason}`);
    return [];
}
const OTHER_SYSTEMS = new Map([
    ['windows', 'Windows'],
    ['darwin', 'macOS'],
    ['macos', 'macOS'],
    ['freebsd', 'FreeBSD'],
    ['openbsd', 'OpenBSD'],
    ['netbsd', 'NetBSD'],
    ['wasi', 'WebAssembly'],
    ['wasip1', 'WebAssembly'],
]);
function otherSystem(word) {
    return OTHER_SYSTEMS.get(word.toLowerCase().split('/', 1).join(''));
}
function platformOf(word) {
    const [, name = ''] = /^qemu-([\w]+?)(?:-static)?$/i.exec(word) ?? [];
    const parsed = parsePlatform(name);
    return 'unknown' in parsed ? undefined : formatPlatform(parsed);
}
function accept(name, word, parsed, problems) {
    if (!('problem' in parsed))
        return parsed;
    problems.push(`${name}: "${printable(withoutLogin(word), 100)}" ${parsed.problem}`);
    return undefined;
}
function readLogSources(text, problems) {
    const words = text.split(/[\n,]/).map((word) => word.trim());
    const sources = [...new Set(words.filter((word) => word !== ''))];
    if (sources.length > 1 && sources.includes('none'))
        problems.push('log: "none" stands alone');
    return sources;
}
function withoutLogin(word) {
    return word.replace(/^.*@(?!sha256:)/s, '…@');
}
function readRunners(text, problems) {
    const { runners, problems: found } = parseRunners(text);
    problems.push(...found.map((problem) => `runners: ${problem}`));
    return runners;
}
function readBoolean(name, text, problems) {
    if (!YES.test(text) && !NO.test(text)) {
        const hint = hintAt(text, ['true', 'false']);
        problems.push(`${name} is "${printable(text, 40)}", and must be true or false${hint}`);
    }
    return YES.test(text);
}
function readChoice(name, text, choices, problems) {
    const found = choices.find((choice) => choice === text.toLowerCase());
    if (found === undefined) {
        const hint = hintAt(text, choices);
        problems.push(`${name} is "${printable(text, 40)}", and must be one of ${choices.join(', ')}${hint}`);
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
    const fallback = INPUT_DEFAULTS[name === 'cache-image' ? 'cache' : name] ?? '';
    if (text === '' || text === fallback)
        return false;
    return ![YES, NO].some((words) => words.test(text) && words.test(fallback));
}

;// CONCATENATED MODULE: ./lib/namespace/inside.js
function enterCommand(host, space, command) {
    const { file, args, cwd } = command;
    const program = cwd === undefined ? [file, ...args] : ['/bin/sh', '-c', CHANGE_FOLDER, cwd, file, ...args];
    return {
        file: host.which('nsenter') ?? 'nsenter',
        args: [...ENTER, `--target=${space.pid}`, '--', ...program],
    };
}
const ENTER = ['--user', '--mount', '--preserve-credentials'];
const CHANGE_FOLDER = 'cd "$0" && exec "$@"';
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
            return found?.uid === host.uid ? { ...found, uid: 0 } : found;
        },
        fileSystemType: (path) => host.fileSystemType(seen(path)),
        writeKernel: (path, text) => host.writeKernel(seen(path), text),
        makeTemporary: (prefix, parent = '/tmp', stays) => host.makeTemporary(prefix, seen(parent), stays).slice(root.length),
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

// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __nccwpck_require__(8474);
;// CONCATENATED MODULE: external "node:readline"
const external_node_readline_namespaceObject = new Proxy({}, { get: (_, key) => __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:readline")[key], ownKeys: () => Reflect.ownKeys(__WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:readline")), getOwnPropertyDescriptor: (_, key) => ({ value: __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:readline")[key], enumerable: true, configurable: true }) });
;// CONCATENATED MODULE: external "node:timers/promises"
const promises_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");
;// CONCATENATED MODULE: ./lib/namespace/holder.js






const LIMIT = 4096;
const LINE_LIMIT_MS = 30_000;
const END_LIMIT_MS = 2_000;
const SILENT = `no answer within ${LINE_LIMIT_MS / 1000} s`;
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
        const release = () => {
            for (const stream of child.stdio)
                stream?.destroy();
            child.unref();
        };
        return {
            pid,
            line: async () => {
                const next = await Promise.race([lines.next(), (0,promises_namespaceObject.setTimeout)(LINE_LIMIT_MS, undefined, { ref: false })]);
                if (next === undefined) {
                    complaint += SILENT;
                    return undefined;
                }
                const { done, value } = next;
                if (done)
                    await gone;
                return done ? undefined : value;
            },
            say: (words) => child.stdin.write(`${words}\n`),
            complaint: () => complaint,
            end: async () => {
                endGroup(pid, 'SIGTERM');
                await Promise.race([gone, (0,promises_namespaceObject.setTimeout)(END_LIMIT_MS, undefined, { ref: false })]);
                release();
            },
            release,
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
const UNTIL_CLOSED = 'exec cat >/dev/null';
const UNTIL_GONE = 'exec </dev/null >/dev/null 2>&1 && while [ -e "/proc/$2" ]; do sleep 5; done';
const FOR_EVER = 'exec sleep 2147483647 </dev/null >/dev/null 2>&1';
async function openPrivateTable(host, hold = { until: 'closed' }) {
    const unshare = host.which('unshare');
    if (unshare === undefined || host.which('nsenter') === undefined || host.which('mount') === undefined)
        return { stage: 'tools', said: 'unshare, nsenter or mount is missing' };
    let refusal = { stage: 'unshare', said: 'nothing was tried' };
    for (const choice of chooseIdMaps(idFacts(host))) {
        const opened = await openOnce(host, unshare, choice, hold);
        if (!('stage' in opened))
            return opened;
        refusal = opened;
        if ((refusal.stage !== 'map' && refusal.stage !== 'mount') || refusal.said.endsWith(SILENT))
            break;
    }
    return refusal;
}
async function openOnce(host, unshare, maps, hold) {
    const folder = isListed(host, TABLE_PATH) ? undefined : host.makeTemporary('setup-binfmt-table-');
    const table = folder ?? TABLE_PATH;
    const opened = [];
    const close = async () => {
        for (const holder of opened.toReversed())
            await holder.end();
        if (folder !== undefined)
            host.remove(folder);
    };
    const { words, watched } = holdWords(host, hold);
    const first = await startMapped(unshare, [
        ...['--user', '--mount', ...(maps.kind === 'own' ? ['--map-root-user'] : [])],
        ...[
            '/bin/sh',
            '-c',
            `echo ready && ${AWAIT}`,
            'sh',
            `${MOUNT} && echo ready && ${words}`,
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
    const inner = { pid: first.pid };
    let own = inner;
    if (maps.kind !== 'all') {
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
        own = { pid: second.pid };
    }
    const release = () => {
        for (const one of opened)
            one.release();
    };
    const rootEnvironment = own === inner ? {} : rootlessEnvironment(host.uid, host.gid);
    return { inner, own, table, ids: countIds(maps.users), rootEnvironment, release, close };
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
    if (maps.kind === 'own')
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



const MOUNT_ONCE = [
    `own=$(unshare --mount /bin/sh -c 'mount -t binfmt_misc binfmt_misc "$1" && stat -c %d "$1"' sh "\${1%/*}")`,
    '{ [ "$own" = "$(stat -c %d "$1")" ] || mount -t binfmt_misc binfmt_misc "$1"; }',
].join(' && ');
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
    const space = { pid };
    const visible = isListed(host, `/proc/${pid}/root${TABLE_PATH}`);
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





function renderWithBinfmt({ own, inner, rootEnvironment, nsenter }) {
    const exports = Object.entries(rootEnvironment).map(([name, value]) => `  export ${name}=${value}\n`);
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
for word in "$@"; do
  case "$word" in
    env | */env | [A-Za-z_]*=*) continue ;;
    ${CONTAINER_TOOLS.flatMap((tool) => [tool, `*/${tool}`]).join(' | ')}) root=yes ;;
  esac
  break
done
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
exec '${nsenter}' ${ENTER.join(' ')} --target="$pid" -- /bin/sh -c 'cd "$0" && exec "$@"' "$PWD" "$@"
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
    const folder = host.makeTemporary('setup-binfmt-', host.env.RUNNER_TEMP, true);
    host.makeMode(folder, 0o755);
    const program = `${folder}/with-binfmt`;
    const { rootEnvironment } = table;
    const nsenter = host.which('nsenter') ?? 'nsenter';
    host.writeFile(program, renderWithBinfmt({ own, inner, rootEnvironment, nsenter }), 0o755);
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
function needsSubordinateIds(command) {
    const program = command.find((word) => !/^(?:.*\/)?env$|^\w+=/.test(word)) ?? '';
    return CONTAINER_TOOLS.includes(program.slice(program.lastIndexOf('/') + 1));
}
function namedTool(command) {
    return CONTAINER_TOOLS.find((tool) => command.some((word) => new RegExp(`\\b${tool}\\b`).test(word)));
}

;// CONCATENATED MODULE: external "node:stream/promises"
const external_node_stream_promises_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream/promises");
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __nccwpck_require__(8522);
;// CONCATENATED MODULE: external "node:v8"
const external_node_v8_namespaceObject = new Proxy({}, { get: (_, key) => __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:v8")[key], ownKeys: () => Reflect.ownKeys(__WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:v8")), getOwnPropertyDescriptor: (_, key) => ({ value: __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:v8")[key], enumerable: true, configurable: true }) });
;// CONCATENATED MODULE: external "node:vm"
const external_node_vm_namespaceObject = new Proxy({}, { get: (_, key) => __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:vm")[key], ownKeys: () => Reflect.ownKeys(__WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:vm")), getOwnPropertyDescriptor: (_, key) => ({ value: __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:vm")[key], enumerable: true, configurable: true }) });
;// CONCATENATED MODULE: external "node:path/posix"
const posix_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path/posix");
// EXTERNAL MODULE: external "node:tls"
var external_node_tls_ = __nccwpck_require__(1692);
;// CONCATENATED MODULE: ./lib/host/network/docker-files.js

function parseDaemonFile(text) {
    const file = parseObject(text);
    if (file === undefined)
        return undefined;
    const proxies = isObject(file.proxies) ? file.proxies : {};
    return {
        proxies: variables(proxies, {
            http_proxy: 'http-proxy',
            https_proxy: 'https-proxy',
            no_proxy: 'no-proxy',
        }),
        mirrors: texts(file['registry-mirrors']),
        insecure: texts(file['insecure-registries']),
    };
}
function parseClientProxies(text, engine = 'unix:///var/run/docker.sock') {
    const file = parseObject(text);
    if (file === undefined)
        return undefined;
    const all = isObject(file.proxies) ? file.proxies : {};
    const chosen = [all[engine], all.default].find(isObject) ?? {};
    return variables(chosen, {
        http_proxy: 'httpProxy',
        https_proxy: 'httpsProxy',
        all_proxy: 'allProxy',
        no_proxy: 'noProxy',
    });
}
function parseInfoProxies(text) {
    return variables(parseObject(text) ?? {}, {
        http_proxy: 'HttpProxy',
        https_proxy: 'HttpsProxy',
        no_proxy: 'NoProxy',
    });
}
function variables(object, fields) {
    return Object.fromEntries(Object.entries(fields).flatMap(([name, field]) => {
        const value = object[field];
        return typeof value === 'string' && value.trim() !== '' ? [[name, value.trim()]] : [];
    }));
}
function texts(value) {
    return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
}
function parseUnit(text) {
    let variables = {};
    let files = [];
    for (const line of text.replace(/\\\r?\n/g, ' ').split('\n')) {
        const [, name, value = ''] = /^\s*(Environment|EnvironmentFile)\s*=\s*(.*?)\s*$/.exec(line) ?? [];
        if (name === 'EnvironmentFile')
            files = value === '' ? [] : [...files, value.replace(/^-/, '')];
        if (name !== 'Environment')
            continue;
        if (value === '')
            variables = {};
        for (const word of unitWords(value))
            Object.assign(variables, assignment(word.replaceAll('%%', '%')));
    }
    return { variables, files };
}
function parseEnvironmentFile(text) {
    const lines = text.split('\n').map((line) => line.trim().replace(/^export\s+/, ''));
    return Object.assign({}, ...lines
        .filter((line) => !/^[#;]/.test(line))
        .map((line) => assignment(line.replace(/=(["'])(.*)\1$/, '=$2'))));
}
function assignment(word) {
    const [, name, value = ''] = /^([A-Za-z_]\w*)=(.*)$/s.exec(word) ?? [];
    return name === undefined ? {} : { [name]: value };
}
function unitWords(text) {
    const words = text.match(/(?:"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|\\.|[^\s"'\\])+/g) ?? [];
    return words.map((word) => word.replace(/"((?:\\.|[^"\\])*)"|'((?:\\.|[^'\\])*)'|\\(.)/g, (_, double, single, one) => String(double ?? single ?? one).replace(/\\(.)/g, '$1')));
}

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __nccwpck_require__(7030);
;// CONCATENATED MODULE: ./lib/host/network/proxy.js




const SCHEMES = ['http:', 'https:', 'socks:', 'socks4:', 'socks4a:', 'socks5:', 'socks5h:'];
function proxiesOfVariables(env, suffix = '') {
    const named = (variable) => {
        const name = [variable, variable.toUpperCase()].find((each) => env[each]?.trim());
        return name === undefined ? undefined : { address: env[name]?.trim() ?? '', from: `${name}${suffix}` };
    };
    const all = named('all_proxy');
    return {
        http: named('http_proxy') ?? all,
        https: named('https_proxy') ?? all,
        no: splitNoProxy(named('no_proxy')?.address ?? ''),
    };
}
function splitNoProxy(text) {
    return text.split(/[\s,]+/).filter((word) => word !== '');
}
function chooseProxy(url, places) {
    if (isLoopback(url.host) || places.some(({ no }) => isExcepted(url, no)))
        return undefined;
    const scheme = url.protocol === 'https:' ? 'https' : 'http';
    return places.map((place) => place[scheme]).find((proxy) => proxy !== undefined);
}
function parseProxy({ address, from }) {
    const text = /^[a-z][a-z0-9+.-]*:\/\//i.test(address) ? address : `http://${address}`;
    if (!URL.canParse(text))
        return { problem: `${from} names no address of a proxy` };
    const url = new URL(text);
    if (!SCHEMES.includes(url.protocol) || url.hostname === '') {
        const known = SCHEMES.map((scheme) => scheme.slice(0, -1)).join(', ');
        return {
            problem: `${from} names a proxy that cannot be spoken to: its scheme is ${printable(url.protocol.slice(0, -1), 20)}, and known are ${known}`,
        };
    }
    url.username = asEscaped(url.username);
    url.password = asEscaped(url.password);
    const name = decodeURIComponent(url.username);
    const password = decodeURIComponent(url.password);
    if (password !== '') {
        for (const secret of [password, url.password, `${name}:${password}`])
            rememberSecret(secret);
    }
    const shown = printable(`${url.protocol}//${url.host}`, 120);
    return { url, name: shown, from, shown: `the proxy ${shown} (${from})` };
}
function asEscaped(text) {
    return text.replace(/%(?![0-9a-f]{2})/gi, '%25').replace(/(?:%[0-9a-f]{2})+/gi, (run) => {
        try {
            decodeURIComponent(run);
            return run;
        }
        catch {
            return run.replaceAll('%', '%25');
        }
    });
}
function isExcepted(url, words) {
    const port = url.port || (url.protocol === 'https:' ? '443' : '80');
    const host = url.hostname
        .toLowerCase()
        .replace(/^\[|\]$/g, '')
        .replace(/\.$/, '');
    return words.some((word) => {
        if (word === '*')
            return true;
        const [, bracketed, bare = '', wanted] = /^(?:\[([^\]]*)\]|([^[\]]*?))(?::(\d+))?$/.exec(word) ?? [];
        const whole = (0,external_node_net_.isIP)(word.split('/')[0] ?? '') === 6;
        if (!whole && wanted !== undefined && wanted !== port)
            return false;
        return matches(host, (whole ? word : (bracketed ?? bare)).toLowerCase());
    });
}
function matches(host, pattern) {
    if ((0,external_node_net_.isIP)(pattern.split('/')[0] ?? '') !== 0)
        return liesIn(host, pattern);
    const domain = pattern.replace(/^\*?\.?/, '').replace(/\.$/, '');
    return domain !== '' && (host === domain || host.endsWith(`.${domain}`));
}
function liesIn(address, network) {
    const [start = '', bits] = network.split('/');
    const family = (0,external_node_net_.isIP)(start);
    const most = family === 4 ? 32 : 128;
    const length = bits === undefined ? most : /^\d{1,3}$/.test(bits) ? Number(bits) : -1;
    if (family === 0 || (0,external_node_net_.isIP)(address) !== family || length < 0 || length > most)
        return false;
    const kind = family === 4 ? 'ipv4' : 'ipv6';
    const list = new external_node_net_.BlockList();
    list.addSubnet(start, length, kind);
    return list.check(address, kind);
}

;// CONCATENATED MODULE: ./lib/host/network/machine.js






const INFO_LIMIT_MS = 6_000;
function readSetting(host, path, tell) {
    if (host.stat(path)?.kind !== 'file')
        return undefined;
    try {
        return host.readText(path);
    }
    catch (thrown) {
        tell(`${printable(path, 200)} cannot be read (${errnoOf(thrown) ?? 'no plain file'}) and was left out`);
        return undefined;
    }
}
function configHome({ env }) {
    return env.XDG_CONFIG_HOME || (0,posix_namespaceObject.join)(env.HOME || '/root', '.config');
}
function readDaemonFiles(host, tell) {
    const paths = [(0,posix_namespaceObject.join)(configHome(host), 'docker/daemon.json'), '/etc/docker/daemon.json'];
    return paths.flatMap((path) => {
        const text = readSetting(host, path, tell);
        if (text === undefined || text.trim() === '')
            return [];
        const daemon = parseDaemonFile(text);
        if (daemon !== undefined)
            return { path, daemon };
        tell(`${path} is no JSON object and was left out`);
        return [];
    });
}
function readProxyFiles(host, tell) {
    const { env } = host;
    const client = (0,posix_namespaceObject.join)(env.DOCKER_CONFIG || (0,posix_namespaceObject.join)(env.HOME || '/root', '.docker'), 'config.json');
    const clientText = readSetting(host, client, tell);
    const named = clientText === undefined ? {} : parseClientProxies(clientText, env.DOCKER_HOST || undefined);
    if (named === undefined)
        tell(`${printable(client, 200)} is no JSON object and was left out`);
    return [
        proxiesOfVariables(named ?? {}, ` in ${client}`),
        ...readDaemonFiles(host, tell).map(({ path, daemon }) => proxiesOfVariables(daemon.proxies, ` in ${path}`)),
        ...readUnits(host, tell),
    ];
}
function readUnits(host, tell) {
    const folders = [
        (0,posix_namespaceObject.join)(configHome(host), 'systemd/user/docker.service.d'),
        '/etc/systemd/system/docker.service.d',
        '/run/systemd/system/docker.service.d',
        '/usr/lib/systemd/system/docker.service.d',
    ];
    const parts = folders.flatMap((folder) => namesIn(host, folder)
        .filter((name) => name.endsWith('.conf'))
        .toSorted()
        .toReversed()
        .map((name) => `${folder}/${name}`));
    const named = (path, variables) => proxiesOfVariables(variables, ` in ${path}`);
    const ofParts = parts.flatMap((path) => {
        const unit = parseUnit(readSetting(host, path, tell) ?? '');
        const files = unit.files
            .toReversed()
            .map((file) => named(file, parseEnvironmentFile(readSetting(host, file, tell) ?? '')));
        return [...files, named(path, unit.variables)];
    });
    const scripts = ['/etc/default/docker', '/etc/sysconfig/docker'];
    return [
        ...ofParts,
        ...scripts.map((path) => named(path, parseEnvironmentFile(readSetting(host, path, tell) ?? ''))),
    ];
}
async function askEngine(host) {
    const docker = host.which('docker');
    const address = host.env.DOCKER_HOST || 'unix:///var/run/docker.sock';
    const socket = /^unix:\/\/(.+)$/.exec(address)?.[1];
    const isHere = docker !== undefined && socket !== undefined && host.stat(socket) !== undefined;
    if (!isHere)
        return { no: [] };
    const args = ['info', '--format', '{{json .}}'];
    const { stdout } = await host.run({ file: docker, args, timeoutMs: INFO_LIMIT_MS });
    return proxiesOfVariables(parseInfoProxies(stdout), ' of the Docker engine');
}
function listProxies(host, machine, tell) {
    const places = [proxiesOfVariables(host.env), ...(machine ? readProxyFiles(host, tell) : [])];
    const named = places.flatMap(({ http, https }) => [http, https].filter((each) => each !== undefined));
    return [...new Map(named.map((proxy) => [proxy.address, proxy])).values()].map(parseProxy);
}
function variablesFor(host, machine, tell) {
    const places = [proxiesOfVariables(host.env), ...(machine ? readProxyFiles(host, tell) : [])];
    const no = places.flatMap((place) => place.no);
    const named = ['http', 'https'].flatMap((scheme) => {
        const proxy = places.map((place) => place[scheme]).find((each) => each !== undefined);
        const known = proxy && parseProxy(proxy);
        if (known !== undefined && 'problem' in known)
            tell(known.problem);
        if (known === undefined || 'problem' in known)
            return [];
        return [[`${scheme}_proxy`, known.url.href.replace(/^socks5?:/, 'socks5h:').replace(/\/$/, '')]];
    });
    return { ...Object.fromEntries(named), ...(no.length === 0 ? {} : { no_proxy: no.join(',') }) };
}

;// CONCATENATED MODULE: ./lib/host/network/certificates.js







const SYSTEM_BUNDLES = [
    '/etc/ssl/certs/ca-certificates.crt',
    '/etc/pki/tls/certs/ca-bundle.crt',
    '/etc/ssl/ca-bundle.pem',
    '/etc/pki/tls/cacert.pem',
    '/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem',
    '/etc/ssl/cert.pem',
];
const PEM = /-----BEGIN (?:TRUSTED )?CERTIFICATE-----[\s\S]{1,65536}?-----END (?:TRUSTED )?CERTIFICATE-----/g;
const FILE_LIMIT = 500;
function certificateFolders(host) {
    const own = configHome(host);
    return [
        (0,posix_namespaceObject.join)(own, 'containers/certs.d'),
        '/etc/containers/certs.d',
        (0,posix_namespaceObject.join)(own, 'docker/certs.d'),
        '/etc/docker/certs.d',
        '/etc/containerd/certs.d',
    ];
}
function readHostTrust(host, names, tell) {
    const folders = certificateFolders(host).flatMap((folder) => names.map((name) => `${folder}/${name}`));
    const files = folders.flatMap((folder) => namesIn(host, folder)
        .toSorted()
        .map((name) => `${folder}/${name}`));
    const pairs = files.flatMap((certificate) => {
        if (!certificate.endsWith('.cert'))
            return [];
        const key = certificate.replace(/cert$/, 'key');
        if (files.includes(key))
            return { certificate, key };
        tell(`${printable(certificate, 200)} has no ${printable(key, 200)} beside it and was left out`);
        return [];
    });
    return { authorities: files.filter((file) => file.endsWith('.crt')), client: pairs[0] };
}
function tlsOptions(host, trust, system, tell) {
    const own = trust.authorities.flatMap((path) => certificatesIn(host, path, tell));
    const client = trust.client && readPair(host, trust.client, tell);
    const unchecked = trust.unchecked ? { rejectUnauthorized: false } : {};
    if (own.length === 0 && client === undefined && !system)
        return unchecked;
    const extra = host.env.NODE_EXTRA_CA_CERTS;
    const authorities = [
        ...external_node_tls_.rootCertificates,
        ...(extra ? certificatesIn(host, extra, tell) : []),
        ...(system ? systemCertificates(host, tell) : []),
        ...own,
    ];
    try {
        return { ...unchecked, secureContext: (0,external_node_tls_.createSecureContext)({ ca: authorities, ...client }) };
    }
    catch (thrown) {
        tell(`${printable(trust.client?.key ?? 'a certificate', 200)} cannot be used (${reasonOf(thrown)}) and was left out`);
        return { ...unchecked, secureContext: (0,external_node_tls_.createSecureContext)({ ca: authorities }) };
    }
}
function systemCertificates(host, tell) {
    const { SSL_CERT_FILE: file, SSL_CERT_DIR: folders } = host.env;
    const bundle = file || SYSTEM_BUNDLES.find((path) => host.stat(path)?.kind === 'file');
    const inFolders = (folders ?? '').split(':').flatMap((folder) => folder === ''
        ? []
        : namesIn(host, folder)
            .slice(0, FILE_LIMIT)
            .map((name) => (0,posix_namespaceObject.join)(folder, name)));
    const paths = [...(bundle === undefined ? [] : [bundle]), ...inFolders];
    return [...new Set(paths.flatMap((path) => certificatesIn(host, path, tell)))];
}
function certificatesIn(host, path, tell) {
    const text = readSetting(host, path, tell) ?? '';
    const found = (text.match(PEM) ?? []).map((pem) => pem.replaceAll('TRUSTED CERTIFICATE', 'CERTIFICATE'));
    const good = found.filter((pem) => orUndefined(() => new external_node_crypto_.X509Certificate(pem)) !== undefined);
    if (good.length < found.length)
        tell(`${printable(path, 200)} holds what is no certificate, which was left out`);
    return good;
}
function readPair(host, { certificate, key }, tell) {
    const [cert, secret] = [readSetting(host, certificate, tell), readSetting(host, key, tell)];
    return cert === undefined || secret === undefined ? undefined : { cert, key: secret };
}

;// CONCATENATED MODULE: ./lib/host/network/connections.js




const UNKNOWN_AUTHORITY = [
    'DEPTH_ZERO_SELF_SIGNED_CERT',
    'SELF_SIGNED_CERT_IN_CHAIN',
    'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
    'UNABLE_TO_GET_ISSUER_CERT',
];
const UNREACHED = [
    'ENOTFOUND',
    'EAI_AGAIN',
    'ECONNREFUSED',
    'ENETUNREACH',
    'EHOSTUNREACH',
    'ETIMEDOUT',
    'ECONNRESET',
];
const HUB = ['registry-1.docker.io', 'docker.io', 'index.docker.io'];
function openConnections({ host, machine, log, trust }) {
    const settings = { keepAlive: true, maxSockets: 4 };
    const agents = new Map();
    const options = new Map();
    const wide = new Set();
    let places;
    let asked = false;
    const told = new Set();
    const tell = (trouble) => {
        if (!told.has(trouble))
            log?.(trouble);
        told.add(trouble);
    };
    const proxyFor = (url) => {
        places ??= [proxiesOfVariables(host.env), ...(machine ? readProxyFiles(host, tell) : [])];
        const named = chooseProxy(url, places);
        if (named === undefined)
            return undefined;
        const proxy = parseProxy(named);
        if ('url' in proxy)
            tell(`${url.host} is asked through ${proxy.shown}`);
        return proxy;
    };
    const tlsFor = (url) => {
        if (url.protocol !== 'https:')
            return {};
        const known = options.get(url.host);
        if (known !== undefined)
            return known;
        const names = HUB.includes(url.hostname)
            ? HUB
            : [url.host, ...(url.port === '' ? [`${url.host}:443`] : [])];
        const files = machine ? readHostTrust(host, names, tell) : { authorities: [] };
        const more = trust?.(url);
        const all = {
            authorities: [...files.authorities, ...(more?.authorities ?? [])],
            client: more?.client ?? files.client,
            unchecked: more?.unchecked,
        };
        const made = tlsOptions(host, all, wide.has(url.host), tell);
        options.set(url.host, made);
        return made;
    };
    const agentFor = async (url, proxy) => {
        const key = `${url.protocol} ${proxy?.url.href ?? ''}`;
        const agent = agents.get(key) ?? (await makeAgent(url, proxy));
        agents.set(key, agent);
        return agent;
    };
    const makeAgent = async (url, proxy) => {
        if (proxy === undefined) {
            const { Agent } = await (url.protocol === 'https:' ? Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 4708, 19)) : Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 7067, 19)));
            return new Agent(settings);
        }
        if (proxy.url.protocol.startsWith('socks')) {
            const { SocksProxyAgent } = await Promise.all(/* import() | socks-proxy-agent */[__nccwpck_require__.e(715), __nccwpck_require__.e(685)]).then(__nccwpck_require__.t.bind(__nccwpck_require__, 5495, 19));
            return new SocksProxyAgent(proxy.url, settings);
        }
        const tls = proxy.url.protocol === 'https:' ? tlsOptions(host, { authorities: [] }, true, tell) : {};
        if (url.protocol === 'http:') {
            const { HttpProxyAgent } = await Promise.all(/* import() | http-proxy-agent */[__nccwpck_require__.e(715), __nccwpck_require__.e(228)]).then(__nccwpck_require__.t.bind(__nccwpck_require__, 2412, 19));
            return new HttpProxyAgent(proxy.url, { ...settings, ...tls });
        }
        const { HttpsProxyAgent } = await Promise.all(/* import() | https-proxy-agent */[__nccwpck_require__.e(715), __nccwpck_require__.e(501)]).then(__nccwpck_require__.t.bind(__nccwpck_require__, 7511, 19));
        return new HttpsProxyAgent(proxy.url, { ...settings, ...tls });
    };
    return {
        to: async (url) => {
            const proxy = proxyFor(url);
            if (proxy !== undefined && 'problem' in proxy)
                return proxy;
            return { agent: await agentFor(url, proxy), tls: tlsFor(url), proxy };
        },
        another: async (url, { proxy }, { cause, silent }) => {
            const code = silent ? 'ETIMEDOUT' : (errnoOf(cause) ?? '');
            if (UNKNOWN_AUTHORITY.includes(code) && !wide.has(url.host)) {
                wide.add(url.host);
                options.delete(url.host);
                return true;
            }
            if (proxy !== undefined || !machine || asked || !UNREACHED.includes(code))
                return false;
            asked = true;
            places = [...(places ?? []), await askEngine(host)];
            return chooseProxy(url, places) !== undefined;
        },
        close: () => {
            for (const agent of agents.values())
                agent.destroy();
        },
    };
}

;// CONCATENATED MODULE: ./lib/host/http.js






const SILENCE_MS = 30_000;
const SLOWEST = 20_000;
const PACE_MS = 60_000;
const SILENCE = `${SILENCE_MS / 1000} seconds`;
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
function openHttp(options) {
    const connections = openConnections(options);
    return {
        send: (query, deadline) => sendFollowing(connections, query, deadline),
        close: connections.close,
    };
}
function tooSlow(speed) {
    return `is too slow: ${formatBytes(speed)} a second, and ${formatBytes(SLOWEST)} are the least`;
}
async function readBody(answer, limit, deadline, onPiece) {
    let size = 0;
    let ended;
    const end = (what, failure) => () => {
        ended ??= { failure: `${answer.url.host} ${what}`, ...failure };
        answer.body.destroy();
    };
    const left = Math.max(0, deadline - performance.now());
    const timer = setTimeout(end('did not give all within the time limit', { passing: true }), left);
    const silence = setTimeout(end(`sent nothing for ${SILENCE}`, { passing: true, silent: true }), SILENCE_MS);
    let before = 0;
    const pace = setInterval(() => {
        const speed = Math.round((size - before) / (PACE_MS / 1000));
        if (speed < SLOWEST)
            end(tooSlow(speed), { passing: false })();
        before = size;
    }, PACE_MS);
    const reclaim = openReclaimer();
    let broken;
    try {
        for await (const piece of answer.body) {
            silence.refresh();
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
        return ended ?? networkFailure(thrown);
    }
    finally {
        clearTimeout(timer);
        clearTimeout(silence);
        clearInterval(pace);
    }
    if (broken !== undefined)
        throw broken;
    return ended ?? size;
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
async function sendFollowing(connections, first, deadline) {
    let query = first;
    for (let step = 0; step <= REDIRECT_LIMIT; step++) {
        const { url } = query;
        const answer = await sendAnyWay(connections, query, deadline);
        if ('failure' in answer || !REDIRECTS.includes(answer.status))
            return answer;
        answer.body.resume();
        const next = redirectTarget(url, answer.headers.location);
        if (next === undefined)
            return { failure: `${url.host} redirects to a place that may not be asked`, passing: false };
        query = next.origin === url.origin ? { ...query, url: next } : { url: next, headers: onlyAccept(query) };
    }
    return { failure: `${first.url.host} redirects more than ${REDIRECT_LIMIT} times`, passing: false };
}
function onlyAccept({ headers }) {
    return headers.accept === undefined ? {} : { accept: headers.accept };
}
function redirectTarget(from, location) {
    if (location === undefined || !URL.canParse(location, from.href))
        return undefined;
    const next = new URL(location, from);
    if (next.origin === from.origin)
        return next;
    const asPlain = from.protocol === 'http:' && next.protocol === 'http:' && !isLoopback(from.host);
    if (!isAllowed(next) && !asPlain)
        return undefined;
    if (isLoopback(next.host) && !isLoopback(from.host))
        return undefined;
    return next;
}
async function sendAnyWay(connections, query, deadline) {
    for (;;) {
        const connection = await connections.to(query.url);
        if ('problem' in connection)
            return { failure: connection.problem, passing: false, proxy: connection.problem };
        const answer = await sendOnce(connection, query, deadline);
        if (!('failure' in answer) || answer.status !== undefined)
            return answer;
        if (!(await connections.another(query.url, connection, answer)))
            return answer;
    }
}
async function sendOnce({ agent, tls, proxy }, { url, headers, form }, deadline) {
    const left = deadline - performance.now();
    if (left <= 0)
        return { failure: 'the time limit was reached', passing: true };
    const { request } = await clientFor(url);
    const { host } = url;
    return new Promise((resolve) => {
        const method = form === undefined ? 'GET' : 'POST';
        const through = proxy === undefined ? '' : ` through ${proxy.shown}`;
        const outgoing = request(url, {
            ...{ method, agent, headers: { 'user-agent': 'setup-binfmt', ...headers } },
            ...tls,
        });
        const [limitMs, limit] = left < SILENCE_MS ? [left, 'the time limit'] : [SILENCE_MS, SILENCE];
        const end = (failure) => {
            clearTimeout(timer);
            resolve({ ...failure, host, ...(proxy === undefined ? {} : { proxy: proxy.shown }) });
        };
        const timer = setTimeout(() => {
            end({ failure: `${host} did not answer within ${limit}${through}`, passing: true, silent: true });
            outgoing.destroy();
        }, limitMs);
        outgoing.on('proxyConnect', ({ statusCode = 200 }) => {
            if (statusCode === 200 || proxy === undefined)
                return;
            end(proxyRefusal(proxy.shown, host, statusCode));
            outgoing.destroy();
        });
        outgoing.on('response', (body) => {
            clearTimeout(timer);
            const status = body.statusCode ?? 0;
            if (status === 407 && proxy !== undefined) {
                body.destroy();
                return end(proxyRefusal(proxy.shown, host, status));
            }
            resolve({ url, status, headers: body.headers, body });
        });
        outgoing.on('error', (thrown) => end(networkFailure(thrown, `${host}${through}`)));
        outgoing.end(form);
    });
}
function proxyRefusal(proxy, host, status) {
    const why = status === 407 ? 'asks for a name and a password' : `does not connect to ${host}`;
    return { failure: `${proxy} ${why} (${status})`, passing: PASSING.includes(status), status };
}
function clientFor(url) {
    return url.protocol === 'https:' ? Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 4708, 19)) : Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 7067, 19));
}
function networkFailure(cause, asked) {
    const code = errnoOf(cause) ?? '';
    const where = asked === undefined ? '' : `${asked}: `;
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

;// CONCATENATED MODULE: ./lib/archive/tar.js




const tar_PIECE = 128 * 1024;
const UNPACKED = { chunkSize: 512 * 1024, readableHighWaterMark: 1024 * 1024 };
function unpackerOf(path) {
    const magic = firstBytes(path);
    if (magic.startsWith('1f8b'))
        return external_node_zlib_.createGunzip(UNPACKED);
    if (!magic.startsWith('28b52ffd'))
        return undefined;
    if (typeof external_node_zlib_.createZstdDecompress !== 'function')
        throw new Error(`packed with zstd, which Node ${process.version} cannot read (22.15 and newer can)`);
    const params = { [external_node_zlib_.constants.ZSTD_d_windowLogMax]: 27 };
    return external_node_zlib_.createZstdDecompress({ ...UNPACKED, params });
}
async function readTar(path, unpack, limit, take) {
    const tar = await openTar();
    const raw = external_node_fs_.createReadStream(path, { highWaterMark: tar_PIECE });
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
            const taken = await take(entry.header, entry);
            if (taken !== undefined)
                return taken;
            entry.resume();
        }
        return undefined;
    }
    finally {
        tar.destroy();
        await feeding;
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

;// CONCATENATED MODULE: ./lib/oci/engine-image.js




function refusalFor(reference) {
    const what = `read ${formatImageReference(reference)}`;
    return (cause, remedy = 'Check what the input `image` names') => new SetupProblem({ id: 'SB080', kind: 'host', what, cause, remedy });
}
const INSPECT_LIMIT_MS = 20_000;
const SAVE_LIMIT_MS = 300_000;
const TOOLS = {
    'docker-daemon': [
        {
            name: 'docker',
            inspect: (image) => ['image', 'inspect', image],
            save: (image, archive) => ['image', 'save', '-o', archive, image],
        },
    ],
    'containers-storage': [
        {
            name: 'podman',
            inspect: (image) => ['image', 'inspect', image],
            save: (image, archive) => ['image', 'save', '--format', 'docker-archive', '-o', archive, image],
        },
        {
            name: 'buildah',
            inspect: (image) => ['inspect', '--type', 'image', image],
            save: (image, archive) => ['push', image, `docker-archive:${archive}`],
        },
    ],
};
async function exportImage(host, reference, archive, log) {
    const refuse = refusalFor(reference);
    const { transport, place } = reference.local;
    const tools = TOOLS[transport] ?? [];
    const tool = tools.find(({ name }) => host.which(name) !== undefined);
    const file = host.which(tool?.name ?? '');
    if (tool === undefined || file === undefined)
        throw refuse(`there is no ${tools.map(({ name }) => name).join(' or ')} here`, 'Name an archive or a layout of the image');
    const looked = await host.run({ file, args: tool.inspect(place), timeoutMs: INSPECT_LIMIT_MS });
    const found = looked.code === 0 ? parseInspected(looked.stdout) : undefined;
    if (found === undefined) {
        const said = printable(looked.stderr.trim().split('\n').at(-1) ?? '', 200);
        throw refuse(`${tool.name} does not have it${said === '' ? '' : ` (${said})`}`, `Load it first (${tool.name} load, ${tool.name} pull)`);
    }
    const { digest } = reference;
    if (digest !== undefined && digest !== found.id && !found.digests.includes(digest)) {
        const known = [found.id, ...found.digests].join(', ');
        throw refuse(`${tool.name} knows it by ${known}, and not by ${digest}`, 'Name one of these, or load the image that was meant');
    }
    if (digest !== undefined && digest !== found.id)
        log(`${tool.name} says that ${digest} is its image ${found.id}`);
    const saved = await host.run({ file, args: tool.save(place, archive), timeoutMs: SAVE_LIMIT_MS });
    if (saved.code !== 0) {
        const said = printable(saved.stderr.trim().split('\n').at(-1) ?? '', 200);
        throw refuse(`${tool.name} does not give it (${said || 'it did not end in time'})`, 'Name an archive or a layout of the image');
    }
    return found.id;
}
function parseInspected(text) {
    const [image] = [parseJson(text)].flat();
    if (!isObject(image))
        return undefined;
    const { Id, FromImageID, Digest, FromImageDigest, RepoDigests } = image;
    const bare = [Id, FromImageID].find((each) => typeof each === 'string' && each !== '');
    const id = `sha256:${String(bare).replace(/^sha256:/, '')}`;
    if (!isDigest(id))
        return undefined;
    const named = [Digest, FromImageDigest, ...(Array.isArray(RepoDigests) ? RepoDigests : [])];
    const digests = named.map((each) => String(each).replace(/^.*@/, '')).filter(isDigest);
    return { id, digests: [...new Set(digests)] };
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
    const marked = isObject(annotations) && textOf(annotations['vnd.docker.reference.type']) !== undefined;
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
    const mediaType = textOf(value.mediaType) ?? '';
    const digest = textOf(value.digest) ?? '';
    const size = value.size;
    if (!isDigest(digest) || typeof size !== 'number' || !Number.isSafeInteger(size) || size < 0) {
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

;// CONCATENATED MODULE: ./lib/oci/auth.js






const auth_TEXT_LIMIT = 64 * 1024;
async function authorize(context, { registry, repository, insecure }, challenge, deadline) {
    const challenges = parseChallenges(challenge ?? '');
    const search = await findCredentials(context.host, registry, repository);
    for (const trouble of search.troubles)
        context.log(printable(trouble));
    if (search.found !== undefined)
        secretsOf(search.found).forEach(rememberSecret);
    const bearer = challenges.find(({ scheme }) => scheme === 'bearer')?.parameters;
    if (bearer !== undefined) {
        const realm = bearer.get('realm') ?? '';
        const url = URL.canParse(realm) ? new URL(realm) : undefined;
        const inward = url !== undefined && isLoopback(url.host) && !isLoopback(registry);
        const isItself = insecure === 'plain' && url?.protocol === 'http:' && url.host === registry;
        if (url === undefined || !(isAllowed(url) || isItself) || inward) {
            return { failure: `${registry} names no token service that may be asked`, passing: false };
        }
        const service = bearer.get('service');
        const question = new URLSearchParams({
            ...(service === undefined ? {} : { service }),
            scope: bearer.get('scope') ?? `repository:${repository}:pull`,
        });
        const token = await fetchToken(context.http, tokenQuery(url, question, search.found), deadline);
        if (typeof token === 'string')
            return { authorization: token, from: search.from };
        const login = search.from === undefined ? '' : `, with the login of ${printable(search.from, 200)}`;
        return { ...token, failure: `${token.failure}${login}` };
    }
    const basic = challenges.some(({ scheme }) => scheme === 'basic');
    if (basic && search.found !== undefined && 'username' in search.found)
        return { authorization: basicHeader(search.found), from: search.from };
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
    if (typeof found === 'string' && /^[\x21-\x7e]+$/.test(found)) {
        rememberSecret(found);
        return `Bearer ${found}`;
    }
    return { failure: `the token service ${host} gave no token`, passing: true };
}
function secretsOf(login) {
    if ('identityToken' in login)
        return [login.identityToken];
    return [login.password, basicHeader(login).replace('Basic ', '')];
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
    for (const [from, text] of configTexts(host)) {
        const config = parseAuthConfig(text);
        if (config === undefined) {
            troubles.push(`${from} could not be read as JSON and was left out`);
            continue;
        }
        const helped = await askHelper(host, config, registry, troubles);
        if (helped !== undefined)
            return { ...helped, troubles };
        const found = credentialsIn(config, registry, repository);
        if (found !== undefined)
            return { found, from, troubles };
    }
    return { troubles };
}
function configTexts(host) {
    const { DOCKER_AUTH_CONFIG } = host.env;
    const files = configFiles(host).filter((path) => host.stat(path)?.kind === 'file');
    return [
        ...(DOCKER_AUTH_CONFIG ? [['$DOCKER_AUTH_CONFIG', DOCKER_AUTH_CONFIG]] : []),
        ...files.map((path) => [path, textOr(host, path, '')]),
    ];
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
    return answer && { found: answer, from: program };
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

;// CONCATENATED MODULE: ./lib/oci/registries-conf.js

function rulesOf(file, from) {
    if (isObject(file.registries))
        return undefined;
    return tables(file.registry).flatMap((table) => {
        const location = place(table.location);
        const prefix = place(table.prefix) || location;
        if (prefix === '')
            return [];
        const byDigest = table['mirror-by-digest-only'] === true;
        const mirrors = tables(table.mirror).flatMap((mirror) => {
            const at = place(mirror.location);
            const askedBy = byDigest ? 'digest' : pullsFrom(mirror['pull-from-mirror']);
            return at === '' ? [] : { location: at, insecure: mirror.insecure === true, askedBy };
        });
        const [insecure, blocked] = [table.insecure === true, table.blocked === true];
        return { from, prefix, location, insecure, blocked, mirrors };
    });
}
function ruleFor(rules, name) {
    const fitting = rules.filter(({ prefix }) => matchedLength(prefix, name) > 0);
    return fitting.toSorted((a, b) => b.prefix.length - a.prefix.length || rules.indexOf(b) - rules.indexOf(a))[0];
}
function placeAt({ prefix }, location, name) {
    return location === '' ? name : `${location}${name.slice(matchedLength(prefix, name))}`;
}
function matchedLength(prefix, name) {
    if (prefix.startsWith('*.')) {
        const [host = ''] = name.split('/');
        return host.replace(/:\d+$/, '').endsWith(prefix.slice(1)) ? host.length : 0;
    }
    return name === prefix || name.startsWith(`${prefix}/`) ? prefix.length : 0;
}
function hostsOf(file) {
    const hosts = isObject(file.host) ? Object.entries(file.host) : [];
    const mirrors = hosts.flatMap(([address, table]) => {
        const found = isObject(table) ? hostPlace(address, table) : undefined;
        return found === undefined ? [] : found;
    });
    const server = typeof file.server === 'string' ? file.server : '';
    return { mirrors, server: hostPlace(server, file) };
}
function hostPlace(address, table) {
    const given = Array.isArray(table.capabilities) ? table.capabilities : ['pull', 'resolve'];
    if (!given.includes('pull'))
        return undefined;
    return {
        address,
        askedBy: given.includes('resolve') ? 'all' : 'digest',
        overridesPath: table.override_path === true,
        unchecked: table.skip_verify === true,
        authorities: [table.ca].flat().filter((path) => typeof path === 'string'),
        client: pairOf(table.client),
    };
}
function pairOf(client) {
    const [first] = [client].flat();
    const pair = Array.isArray(client) && Array.isArray(client[0]) ? client[0] : [first, first];
    const [certificate, key] = pair;
    return typeof certificate === 'string' && typeof key === 'string' ? { certificate, key } : undefined;
}
function pullsFrom(value) {
    if (value === 'digest-only')
        return 'digest';
    return value === 'tag-only' ? 'tag' : 'all';
}
function tables(value) {
    return Array.isArray(value) ? value.filter(isObject) : [];
}
function place(value) {
    return typeof value === 'string'
        ? value
            .trim()
            .replace(/^https?:\/\//, '')
            .replace(/\/+$/, '')
        : '';
}

;// CONCATENATED MODULE: ./lib/oci/endpoints.js




const NO_MACHINE = {
    hubMirrors: [],
    rules: [],
    hosts: [],
    insecure: () => undefined,
    certified: () => false,
};
function endpointsOf(image, mirrors, machine, tell) {
    const usable = (parsed, place, from) => {
        if (!('problem' in parsed))
            return [parsed];
        tell(`${printable(from, 200)}: "${printable(place, 100)}" ${parsed.problem}, and was left out`);
        return [];
    };
    const named = mirrors.map((mirror) => ({ reference: mirrored(image, mirror), askedBy: 'all', from: 'registry-mirrors' }));
    const name = `${image.registry}/${image.repository}`;
    const rule = ruleFor(machine.rules, name);
    const finish = (found) => once(found.map((endpoint) => asThisMachineHasIt(endpoint, machine)));
    if (rule?.blocked)
        return { endpoints: finish(named), blocked: rule.from };
    const ofHub = image.registry === 'docker.io' ? machine.hubMirrors : [];
    const ofDaemon = ofHub.flatMap(({ address, from }) => usable(parseMirror(address), address, from).map((mirror) => ({ reference: mirrored(image, mirror), askedBy: 'all', from })));
    const byRule = rule === undefined ? { mirrors: [], own: [] } : ruleEndpoints(image, name, rule, usable);
    const ofHosts = machine.hosts.flatMap(({ mirrors: places, from }) => places.flatMap((place) => usable(hostEndpoint(image, place, from), place.address, from)));
    const servers = machine.hosts.flatMap(({ server, from }) => server === undefined ? [] : usable(serverEndpoint(image, server, from), server.address, from));
    const [itself = { reference: image, askedBy: 'all' }] = [...byRule.own, ...servers];
    return { endpoints: finish([...named, ...ofDaemon, ...byRule.mirrors, ...ofHosts, itself]) };
}
function ruleEndpoints(image, name, rule, usable) {
    const { from, location, insecure, mirrors } = rule;
    const at = (each) => {
        const place = placeAt(rule, each.location, name);
        return usable(relocated(image, place), place, from).map((reference) => ({
            reference: each.insecure ? { ...reference, insecure: 'any' } : reference,
            askedBy: each.askedBy,
            from,
        }));
    };
    const isMoved = location !== '' || insecure;
    return { mirrors: mirrors.flatMap(at), own: isMoved ? at({ location, insecure, askedBy: 'all' }) : [] };
}
function asThisMachineHasIt(endpoint, machine) {
    const { reference } = endpoint;
    const { registry } = reference;
    if (isLoopback(registry) && machine.certified(registry))
        return { ...endpoint, reference: { ...reference, secure: true, insecure: undefined } };
    const file = machine.insecure(registry);
    if (file === undefined || isLoopback(registry) || reference.insecure === 'plain')
        return endpoint;
    const from = endpoint.from ?? file;
    return { ...endpoint, from, reference: { ...reference, insecure: 'any' } };
}
function once(endpoints) {
    const places = new Map();
    for (const endpoint of endpoints) {
        const { reference, askedBy } = endpoint;
        const key = `${registryOrigin(reference)} ${reference.repository} ${askedBy}`;
        if (!places.has(key))
            places.set(key, endpoint);
    }
    return [...places.values()];
}
function hostEndpoint(image, place, from) {
    const path = place.address.replace(/^(?:https?:\/\/)?[^/]*/i, '').replace(/\/+$/, '');
    const isApi = place.overridesPath && /^\/v2(?:\/|$)/.test(path);
    if (!isApi && path !== '' && !(path === '/v2' && !place.overridesPath))
        return { problem: 'has a path that is none of a registry' };
    if (place.overridesPath && path === '')
        return { problem: 'has no path, and override_path is set' };
    const bare = path === '' ? place.address : place.address.slice(0, place.address.lastIndexOf(path));
    const mirror = parseMirror(`${bare}${path.replace(/^\/v2/, '')}`);
    if ('problem' in mirror)
        return mirror;
    const reference = mirrored(image, mirror);
    const { authorities, client, unchecked, askedBy } = place;
    return {
        reference: unchecked && reference.insecure === undefined ? { ...reference, insecure: 'any' } : reference,
        askedBy,
        from,
        namespace: image.registry,
        trust: { authorities, client, unchecked: unchecked || undefined },
    };
}
function serverEndpoint(image, server, from) {
    const { address, authorities, client, unchecked } = server;
    if (address === '' && authorities.length === 0 && client === undefined && !unchecked)
        return { reference: image, askedBy: 'all' };
    const known = address === '' ? image.registry : address;
    const found = hostEndpoint(image, { ...server, address: known }, from);
    if ('problem' in found)
        return found;
    const isItself = registryOrigin(found.reference) === registryOrigin(image);
    return { ...found, namespace: isItself ? undefined : found.namespace };
}

;// CONCATENATED MODULE: ./lib/oci/machine-registries.js










async function findEndpoints(host, image, mirrors, registryConfig, log) {
    const told = new Set();
    const tell = (trouble) => {
        if (!told.has(trouble))
            log(trouble);
        told.add(trouble);
    };
    const machine = registryConfig ? await readMachineRegistries(host, image.registry, tell) : NO_MACHINE;
    return endpointsOf(image, mirrors, machine, tell);
}
async function readMachineRegistries(host, registry, tell) {
    const daemons = readDaemonFiles(host, tell);
    return {
        hubMirrors: daemons.flatMap(({ path, daemon }) => daemon.mirrors.map((address) => ({ address, from: path }))),
        rules: await readRules(host, tell),
        hosts: await readHosts(host, registry, tell),
        insecure: (name) => daemons.find(({ daemon }) => daemon.insecure.some((word) => covers(word, name)))?.path,
        certified: (name) => readHostTrust(host, [name], tell).authorities.length > 0,
    };
}
async function readRules(host, tell) {
    const own = (0,posix_namespaceObject.join)(configHome(host), 'containers/registries.conf');
    const { CONTAINERS_REGISTRIES_CONF: named } = host.env;
    const main = [named, own, '/etc/containers/registries.conf'].find((path) => path !== undefined && host.stat(path) !== undefined);
    const added = ['/etc/containers/registries.conf.d', `${own}.d`].flatMap((folder) => namesIn(host, folder)
        .filter((name) => name.endsWith('.conf'))
        .toSorted()
        .map((name) => `${folder}/${name}`));
    const rules = [];
    for (const path of [...(main === undefined ? [] : [main]), ...added]) {
        const file = await readToml(host, path, tell);
        if (file === undefined)
            continue;
        const found = rulesOf(file, path);
        if (found === undefined)
            tell(`${printable(path, 200)} is of version 1 and was left out`);
        else
            rules.push(...found);
    }
    return rules;
}
async function readHosts(host, registry, tell) {
    const folders = [(0,posix_namespaceObject.join)(configHome(host), 'containerd/certs.d'), '/etc/containerd/certs.d'];
    const names = [registry, registry.replace(/:(\d+)$/, '_$1_'), '_default'];
    const paths = folders.flatMap((folder) => names.map((name) => `${folder}/${name}/hosts.toml`));
    const path = paths.find((each) => host.stat(each)?.kind === 'file');
    const file = path === undefined ? undefined : await readToml(host, path, tell);
    if (path === undefined || file === undefined)
        return [];
    return [{ ...hostsOf(file), from: path }];
}
async function readToml(host, path, tell) {
    const text = readSetting(host, path, tell);
    if (text === undefined || text.split('\n').every((line) => /^\s*(?:#|$)/.test(line)))
        return undefined;
    const { parse } = await __nccwpck_require__.e(/* import() | smol-toml */ 835).then(__nccwpck_require__.bind(__nccwpck_require__, 1746));
    try {
        const file = parse(text);
        return isObject(file) ? file : undefined;
    }
    catch (thrown) {
        const [line = ''] = reasonOf(thrown).split('\n');
        tell(`${printable(path, 200)} is no TOML and was left out (${printable(line, 100)})`);
        return undefined;
    }
}
function covers(word, registry) {
    const bare = word.replace(/^https?:\/\//, '').replace(/\/$/, '');
    if (!bare.includes('/'))
        return bare === registry;
    return liesIn(registry.replace(/:\d+$/, '').replace(/^\[|\]$/g, ''), bare);
}

;// CONCATENATED MODULE: ./lib/oci/remedies.js


const MIRROR = 'or name a mirror in registry-mirrors';
const UNKNOWN_SIGNER = /^(?:DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_VERIFY_LEAF_SIGNATURE|UNABLE_TO_GET_ISSUER_CERT(?:_LOCALLY)?)$/;
const CLIENT_WANTED = /ALERT_CERTIFICATE_REQUIRED|ALERT_BAD_CERTIFICATE|HANDSHAKE_FAILURE/;
const remedies_RULES = [
    [
        ({ proxy, status }) => proxy !== undefined && status === 407,
        ({ proxy }) => `Write name and password into the address of ${named(proxy)}`,
    ],
    [
        ({ proxy, status }) => proxy !== undefined && status !== undefined,
        ({ proxy, host }) => `Allow ${named(host)} in ${named(proxy)}, or name the host in NO_PROXY if it is reached without`,
    ],
    [
        ({ proxy }, code) => proxy !== undefined && !isCertificate(code),
        ({ proxy }) => `Check ${named(proxy)}, or name the host in NO_PROXY if it is reached without`,
    ],
    [
        ({ status }) => status === 401,
        () => 'Log in to the registry before this step (docker login), or use another one',
    ],
    [
        ({ status }) => status === 402,
        ({ host }) => `The quota of ${named(host)} is spent: have it raised, ${MIRROR}`,
    ],
    [
        ({ status }) => status === 403,
        ({ host }) => `Log in to the registry before this step (docker login), see that ${named(host)} lets this login pull and is allowed in the firewall, or use another one`,
    ],
    [({ status }) => status === 404, () => 'Check the name and the digest of the image'],
    [
        ({ status }) => status === 429,
        ({ waitMs }) => `Log in to the registry before this step${waitMs === undefined ? '' : `, wait ${Math.ceil(waitMs / 1000)} s`}, ${MIRROR}`,
    ],
    [
        ({ wrongDigest }) => wrongDigest === true,
        () => `Find out what changes it on the way (a proxy, another mirror), ${MIRROR}`,
    ],
    [
        (_, code) => code === 'CERT_HAS_EXPIRED',
        ({ host }) => `Have the certificate of ${named(host)} renewed, see that the clock of this machine is right, ${MIRROR}`,
    ],
    [
        (_, code) => code === 'ERR_TLS_CERT_ALTNAME_INVALID',
        ({ host }) => `Ask for ${named(host)} by a name that is in its certificate, or have one made with this name`,
    ],
    [
        (_, code) => UNKNOWN_SIGNER.test(code),
        ({ host }) => `Put the certificate of its authority into ${folderOf(host)}/ca.crt, or name it in SSL_CERT_FILE or NODE_EXTRA_CA_CERTS, ${MIRROR}`,
    ],
    [
        (_, code) => CLIENT_WANTED.test(code),
        ({ host }) => `Put client.cert and client.key into ${folderOf(host)}, where this user can read them, ${MIRROR}`,
    ],
    [
        (_, code) => /^(?:ERR_SSL_|EPROTO$)/.test(code),
        ({ host }) => `See that ${named(host)} speaks TLS there; one without belongs into insecure-registries of /etc/docker/daemon.json`,
    ],
    [
        (_, code) => code === 'ENOTFOUND' || code === 'EAI_AGAIN',
        () => `Check the name of the registry and the name servers of this machine, ${MIRROR}`,
    ],
    [({ status = 0 }) => status >= 500, () => `Run this again when the registry answers, ${MIRROR}`],
    [
        (_, code) => code === 'ECONNREFUSED',
        ({ host }) => `See that a registry listens at ${named(host)}, ${MIRROR}`,
    ],
    [
        ({ silent }, code) => silent === true || code === 'ETIMEDOUT',
        ({ host }) => `Allow ${named(host)} in the firewall, or set HTTPS_PROXY if there is a proxy, ${MIRROR}`,
    ],
    [
        (_, code) => code === 'ECONNRESET',
        ({ host }) => `Run this again; if it stays, see what cuts connections to ${named(host)} (a firewall, a proxy), ${MIRROR}`,
    ],
];
function remedyFor(failures) {
    for (const [applies, remedy] of remedies_RULES) {
        const found = failures.find((failure) => applies(failure, errnoOf(failure.cause) ?? ''));
        if (found !== undefined)
            return remedy(found);
    }
    return `Check the network and the proxy settings of this machine, ${MIRROR}`;
}
function isCertificate(code) {
    return UNKNOWN_SIGNER.test(code) || CLIENT_WANTED.test(code) || /^(?:CERT_|ERR_TLS_CERT)/.test(code);
}
function named(what = 'it') {
    return printable(what, 200);
}
function folderOf(host = '') {
    const registry = host === 'registry-1.docker.io' ? 'docker.io' : printable(host, 100);
    return `/etc/docker/certs.d/${registry || 'HOST'}`;
}

;// CONCATENATED MODULE: ./lib/oci/registry.js











const DOCUMENT_LIMIT = 4 * 1024 * 1024;
const TRIES = 4;
const WORTH_TELLING = 256 * 1024;
const SILENT_TRIES = 2;
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 60_000;
function openRegistry(image, mirrors, context) {
    const known = [];
    let found;
    const session = {
        context,
        image,
        http: openHttp({
            ...{ host: context.host, machine: context.registryConfig, log: context.log },
            trust: ({ host }) => trustOf(known.filter(({ reference }) => host === new URL(registryOrigin(reference)).host)),
        }),
        sources: () => {
            found ??= findSources(image, mirrors, context).then((sources) => {
                known.push(...sources);
                return known;
            });
            return found;
        },
        end: performance.now() + context.timeLimitMs,
        bytes: 0,
        failures: [],
    };
    const manifest = (name) => fromSources(session, name, isDigest(name) ? 'its manifest' : `its tag ${name}`, (source, deadline) => fetchManifest(session, source, name, deadline));
    return {
        named: () => manifest(image.tag ?? 'latest'),
        manifest,
        blob: async (descriptor, path) => {
            const { digest } = descriptor;
            await fromSources(session, digest, `the blob ${shortDigest(digest)}`, (source, deadline) => fetchBlob(session, source, descriptor, path, deadline));
        },
        downloadedBytes: () => session.bytes,
        close: () => session.http.close(),
    };
}
function shortDigest(digest) {
    return digest.slice(0, 19);
}
async function findSources(image, mirrors, { host, registryConfig, log }) {
    const { endpoints, blocked } = await findEndpoints(host, image, mirrors, registryConfig, log);
    for (const { reference, from } of endpoints) {
        const how = reference.insecure === undefined ? 'asked' : 'asked without proof of who it is';
        if (from?.startsWith('/') === true)
            log(`${image.registry}: ${printable(reference.registry, 100)} is ${how}, as ${printable(from, 200)} says`);
    }
    if (blocked !== undefined && endpoints.length === 0) {
        throw new SetupProblem({
            id: 'SB080',
            kind: 'host',
            what: `pull ${formatImageReference(image)}`,
            cause: `${printable(blocked, 200)} blocks it`,
            remedy: 'Name a mirror in registry-mirrors, or set registry-config: false to leave that file alone',
        });
    }
    return endpoints.map((endpoint) => ({ ...endpoint, login: {} }));
}
function trustOf(sources) {
    return {
        authorities: sources.flatMap(({ trust }) => trust?.authorities ?? []),
        client: sources.find(({ trust }) => trust?.client !== undefined)?.trust?.client,
        unchecked: sources.some(({ reference }) => reference.insecure === 'any') || undefined,
    };
}
async function fromSources(session, name, what, attempt) {
    const { context, failures, image } = session;
    const sources = await session.sources();
    const refusals = [];
    for (const [index, source] of sources.entries()) {
        if (source.failed)
            continue;
        const refusal = registry_refusalOf(source, name, context);
        if (refusal === 'silently')
            continue;
        if (refusal !== undefined) {
            refusals.push({ failure: refusal, passing: false });
            continue;
        }
        const now = performance.now();
        source.deadline ??= now + (session.end - now) / (sources.length - index);
        const outcome = await withRetries(session, source, source.deadline, attempt);
        if (!('failure' in outcome)) {
            for (const { failure } of failures.splice(0))
                context.log(`${source.reference.registry} is used, and not what was asked before it: ${printable(failure)}`);
            return outcome;
        }
        source.failed = true;
        failures.push(outcome);
        const next = sources[index + 1]?.reference.registry;
        if (next !== undefined)
            context.log(`${source.reference.registry} does not give ${what}: trying ${next}`);
    }
    const all = [...failures, ...refusals];
    throw new SetupProblem({
        id: 'SB080',
        kind: 'host',
        what: `pull ${formatImageReference(image)}`,
        cause: all.map(({ failure }) => printable(failure)).join('; '),
        remedy: refusals.length > 0 ? TAG_REMEDY : remedyFor(failures),
    }, { cause: failures.find(({ cause }) => cause !== undefined)?.cause });
}
const TAG_REMEDY = 'Write the digest of the image behind its name, which makes any registry safe, or set insecure-tags: true';
function registry_refusalOf({ reference, askedBy }, name, { insecureTags }) {
    const by = isDigest(name) ? 'digest' : 'tag';
    if (askedBy !== 'all' && askedBy !== by)
        return 'silently';
    if (by === 'digest' || reference.insecure === undefined || insecureTags)
        return undefined;
    return `${reference.registry} does not prove who it is, and its tag ${name} is not believed`;
}
async function withRetries(session, source, deadline, attempt) {
    let wait = session.context.firstWaitMs ?? FIRST_WAIT_MS;
    for (let count = 1;; count++) {
        const outcome = await attempt(source, deadline);
        if (!('failure' in outcome))
            return outcome;
        const pause = Math.max(outcome.waitMs ?? 0, wait * (1 + Math.random() / 4));
        const most = outcome.silent ? SILENT_TRIES : TRIES;
        const isTooLong = pause > LONGEST_WAIT_MS || performance.now() + pause >= deadline;
        if (!outcome.passing || count >= most || isTooLong)
            return outcome;
        const { registry } = source.reference;
        session.context.log(`asking ${registry} again in ${(pause / 1000).toFixed(1)} s (${count + 1} of ${most})`);
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
    const meter = size < WORTH_TELLING ? undefined : tellDownload(session, source, digest, size);
    let whole = false;
    try {
        const count = await readBody(answer, size, deadline, (piece) => {
            session.bytes += piece.length;
            meter?.add(piece.length);
            hash.update(piece);
            writeAll(fd, piece);
        });
        if (typeof count !== 'number')
            return count;
        if (count !== size) {
            const { registry } = source.reference;
            return { failure: `${registry} gave ${count} of ${size} bytes of a blob`, passing: true };
        }
        whole = true;
    }
    finally {
        meter?.end(whole);
        answer.body.destroy();
        external_node_fs_.closeSync(fd);
    }
    const given = `sha256:${hash.digest('hex')}`;
    return given === digest ? answer : mismatch(source, 'a blob', given, digest);
}
function tellDownload({ context, image }, source, digest, bytes) {
    const { registry, repository } = source.reference;
    const from = registry === image.registry ? registry : `${registry}, a mirror of ${image.registry}`;
    return context.download?.({ what: `the blob ${shortDigest(digest)} of ${repository}`, from, bytes });
}
async function ask(session, source, path, accept, deadline) {
    const first = await askOnce(session, source, path, accept, deadline);
    if (!('failure' in first) || first.status !== undefined || source.reference.insecure !== 'any')
        return first;
    const secure = source.reference;
    source.reference = { ...secure, insecure: 'plain' };
    const second = await askOnce(session, source, path, accept, deadline);
    if (!('failure' in second))
        return second;
    source.reference = secure;
    return { ...second, failure: `by https ${first.failure}, by http ${second.failure}` };
}
async function askOnce(session, source, path, accept, deadline) {
    const url = new URL(`${registryOrigin(source.reference)}/v2/${source.reference.repository}/${path}`);
    if (source.namespace !== undefined)
        url.searchParams.set('ns', source.namespace);
    for (let authenticated = false;; authenticated = true) {
        const answer = await session.http.send({ url, headers: { accept, ...source.login } }, deadline);
        if ('failure' in answer || answer.status === 200)
            return answer;
        const said = await errorText(answer, deadline);
        if (answer.status !== 401 || authenticated || answer.url.origin !== url.origin) {
            const failure = statusFailure(answer, answer.url.host, said);
            const { loginFrom: from } = source;
            const login = from === undefined || answer.status >= 404 ? '' : `, with the login of ${from}`;
            return { ...failure, failure: `${failure.failure}${login}`, host: answer.url.host };
        }
        const context = { ...session.context, http: session.http };
        const challenge = answer.headers['www-authenticate'];
        const login = await authorize(context, source.reference, challenge, deadline);
        if ('failure' in login)
            return { host: url.host, ...login };
        source.login = { authorization: login.authorization };
        source.loginFrom = login.from;
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

;// CONCATENATED MODULE: ./lib/oci/local-image.js












const ARCHIVE_LIMIT = 4 * 1024 ** 3;
const MEMBER_LIMIT = 2000;
const REF_NAMES = ['org.opencontainers.image.ref.name', 'io.containerd.image.name'];
function openLocalImage(reference, { host, log }) {
    const refuse = refusalFor(reference);
    const { transport, place } = reference.local;
    let folder;
    const open = async () => {
        if (transport === 'oci')
            return layoutAt(place, refuse);
        folder = host.makeTemporary('setup-binfmt-image-');
        const isFile = transport === 'oci-archive' || transport === 'docker-archive';
        const archive = isFile ? place : (0,external_node_path_.join)(folder, 'archive');
        const id = isFile ? undefined : await exportImage(host, reference, archive, log);
        const contents = (0,external_node_path_.join)(folder, 'contents');
        external_node_fs_.mkdirSync(contents);
        return { ...(await archiveAt(archive, contents, refuse)), id };
    };
    let opened;
    const contents = () => {
        opened ??= open().catch((thrown) => {
            throw thrown instanceof SetupProblem ? thrown : refuse(printable(reasonOf(thrown)));
        });
        return opened;
    };
    return {
        named: async () => {
            const found = await contents();
            return local_image_document(found, chooseRoot(found, reference, refuse), refuse);
        },
        manifest: async (digest) => {
            const found = await contents();
            const root = digest === reference.digest ? rootOf(found, digest, refuse) : digest;
            return local_image_document(found, root, refuse);
        },
        blob: async ({ digest, size }, path) => {
            const file = (await contents()).fileOf(digest);
            if (file === undefined)
                throw refuse(`it holds no ${digest}`);
            copyChecked(file, path, { digest, size }, refuse);
        },
        downloadedBytes: () => 0,
        close: () => {
            if (folder !== undefined)
                host.remove(folder);
        },
    };
}
function chooseRoot({ roots }, { tag }, refuse) {
    const fitting = tag === undefined ? roots : roots.filter(({ names }) => names.some((name) => isSame(name, tag)));
    const [only, ...more] = new Set(fitting.map(({ digest }) => digest));
    if (only !== undefined && more.length === 0)
        return only;
    const held = listRoots(roots);
    if (tag !== undefined)
        throw refuse(`it holds no image called ${printable(tag, 100)}, but ${held}`);
    throw refuse(roots.length === 0 ? 'it holds no image' : `it holds several images: ${held}`, 'Write the tag of one behind it');
}
function rootOf(contents, digest, refuse) {
    const configOf = (root) => {
        const manifest = parseManifest(local_image_document(contents, root, refuse).bytes.toString('utf8'));
        return 'kind' in manifest && manifest.kind === 'manifest' ? manifest.config.digest : undefined;
    };
    const known = contents.id === undefined ? [digest] : [digest, contents.id];
    const root = contents.roots.find((each) => known.includes(each.digest) || known.includes(configOf(each.digest) ?? ''));
    if (root !== undefined)
        return root.digest;
    if (contents.fileOf(digest) !== undefined)
        return digest;
    throw refuse(`it holds ${listRoots(contents.roots)}, and not ${digest}`, 'Name the digest that it has, or copy the image with all that its index names (skopeo copy --all)');
}
function isSame(name, tag) {
    const whole = (text) => {
        const parsed = /[/:]/.test(text) ? parseImageReference(text) : { problem: '' };
        return 'problem' in parsed ? text : formatImageReference(parsed);
    };
    return whole(name) === whole(tag);
}
function listRoots(roots) {
    return roots
        .map(({ digest, names: [name] }) => (name === undefined ? digest : `${printable(name, 100)} (${digest})`))
        .join(', ');
}
function local_image_document({ fileOf }, digest, refuse) {
    const path = fileOf(digest);
    if (path === undefined)
        throw refuse(`it holds no ${digest}`);
    const bytes = readShort(path, refuse);
    const given = `sha256:${(0,external_node_crypto_.createHash)('sha256').update(bytes).digest('hex')}`;
    if (given !== digest)
        throw refuse(`what it holds as ${digest} is ${given}`);
    return { bytes, digest, contentType: undefined };
}
function readShort(path, refuse) {
    try {
        const { size } = external_node_fs_.statSync(path);
        if (size > DOCUMENT_LIMIT)
            throw refuse(`a document in it has ${size} bytes, more than any manifest`);
        const fd = openToRead(path);
        external_node_fs_.closeSync(fd);
        return external_node_fs_.readFileSync(path);
    }
    catch (thrown) {
        throw thrown instanceof SetupProblem ? thrown : refuse(printable(reasonOf(thrown)));
    }
}
function copyChecked(from, to, { digest, size }, refuse) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    const source = openPlain(external_node_fs_.realpathSync(from), ARCHIVE_LIMIT);
    let count = 0;
    try {
        external_node_fs_.rmSync(to, { force: true });
        const fd = external_node_fs_.openSync(to, 'wx', 0o600);
        try {
            source.read((piece) => {
                count += piece.length;
                hash.update(piece);
                writeAll(fd, piece);
            });
        }
        finally {
            external_node_fs_.closeSync(fd);
        }
    }
    finally {
        source.close();
    }
    const given = `sha256:${hash.digest('hex')}`;
    if (given !== digest || count !== size)
        throw refuse(`what it holds as ${digest} is ${given} of ${count} bytes`);
}
function layoutAt(folder, refuse) {
    const index = (0,external_node_path_.join)(folder, 'index.json');
    if (!external_node_fs_.existsSync(index))
        throw refuse(`${printable(folder, 200)} has no index.json: it is no OCI layout`);
    return {
        roots: rootsOf(readShort(index, refuse).toString('utf8'), refuse),
        fileOf: (digest) => {
            const path = (0,external_node_path_.join)(folder, 'blobs/sha256', digest.replace(/^sha256:/, ''));
            return isDigest(digest) && external_node_fs_.existsSync(path) ? path : undefined;
        },
    };
}
function rootsOf(index, refuse) {
    const { manifests } = parseObject(index) ?? {};
    if (!Array.isArray(manifests))
        throw refuse('its index.json lists no images');
    return manifests.flatMap((entry) => {
        const { digest, annotations } = isObject(entry) ? entry : {};
        if (typeof digest !== 'string' || !isDigest(digest))
            return [];
        const named = isObject(annotations) ? REF_NAMES.map((name) => annotations[name]) : [];
        return { digest, names: named.filter((name) => typeof name === 'string') };
    });
}
async function archiveAt(archive, folder, refuse) {
    const members = await unpackMembers(archive, folder, refuse);
    const index = members.get('index.json');
    if (index !== undefined) {
        return {
            roots: rootsOf(readShort(index, refuse).toString('utf8'), refuse),
            fileOf: (digest) => members.get(`blobs/sha256/${digest.replace(/^sha256:/, '')}`),
        };
    }
    const list = members.get('manifest.json');
    if (list === undefined)
        throw refuse('it holds neither index.json nor manifest.json: it is no archive of an image');
    const images = parseJson(readShort(list, refuse).toString('utf8'));
    const files = new Map();
    const roots = (Array.isArray(images) ? images : []).map((image, number) => dockerImage(image, members, files, (0,external_node_path_.join)(folder, `manifest-${number}`), refuse));
    return { roots, fileOf: (digest) => files.get(digest) };
}
async function unpackMembers(archive, folder, refuse) {
    const members = new Map();
    const links = new Map();
    await readTar(archive, unpackerOf(archive), ARCHIVE_LIMIT, async (header, content) => {
        const name = external_node_path_.posix.normalize(header.name);
        if (members.size + links.size >= MEMBER_LIMIT)
            throw refuse(`it has more than ${MEMBER_LIMIT} members`);
        if (header.type === 'symlink')
            links.set(name, external_node_path_.posix.join(external_node_path_.posix.dirname(name), header.linkname ?? ''));
        if (header.type === 'link')
            links.set(name, external_node_path_.posix.normalize(header.linkname ?? ''));
        if (header.type !== 'file' && header.type !== 'contiguous-file')
            return undefined;
        const path = (0,external_node_path_.join)(folder, String(members.size));
        const fd = external_node_fs_.openSync(path, 'wx', 0o600);
        try {
            for await (const piece of content)
                writeAll(fd, piece);
        }
        finally {
            external_node_fs_.closeSync(fd);
        }
        members.set(name, path);
        return undefined;
    });
    for (const [name, target] of links) {
        const path = members.get(target);
        if (path !== undefined)
            members.set(name, path);
    }
    return members;
}
function dockerImage(image, members, files, manifest, refuse) {
    const { Config, Layers, RepoTags } = isObject(image) ? image : {};
    const config = members.get(external_node_path_.posix.normalize(String(Config)));
    if (config === undefined || !Array.isArray(Layers))
        throw refuse('its manifest.json names no configuration and layers');
    const text = readShort(config, refuse);
    const { rootfs } = parseObject(text.toString('utf8')) ?? {};
    const digests = isObject(rootfs) && Array.isArray(rootfs.diff_ids) ? rootfs.diff_ids : [];
    const layers = Layers.map((name, at) => {
        const path = members.get(external_node_path_.posix.normalize(String(name)));
        const digest = digests[at];
        if (path === undefined || typeof digest !== 'string' || !isDigest(digest))
            throw refuse('its configuration does not have the digests of its layers');
        files.set(digest, path);
        return {
            mediaType: 'application/vnd.docker.image.rootfs.diff.tar',
            digest,
            size: external_node_fs_.statSync(path).size,
        };
    });
    const configuration = describeFile(text, 'application/vnd.docker.container.image.v1+json');
    const bytes = Buffer.from(JSON.stringify({ schemaVersion: 2, mediaType: MANIFEST_TYPES[1], config: configuration, layers }));
    external_node_fs_.writeFileSync(manifest, bytes, { flag: 'wx', mode: 0o600 });
    const { digest } = describeFile(bytes, '');
    files.set(configuration.digest, config);
    files.set(digest, manifest);
    return { digest, names: Array.isArray(RepoTags) ? RepoTags.map(String) : [] };
}
function describeFile(bytes, mediaType) {
    return {
        mediaType,
        digest: `sha256:${(0,external_node_crypto_.createHash)('sha256').update(bytes).digest('hex')}`,
        size: bytes.length,
    };
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
function openImage(reference, mirrors, context) {
    const { local } = reference;
    return local === undefined
        ? openRegistry(reference, mirrors, context)
        : openLocalImage({ ...reference, local }, context);
}
async function listImagePlatforms(reference, mirrors, context) {
    const registry = openImage(reference, mirrors, context);
    const folder = context.host.makeTemporary('setup-binfmt-');
    try {
        const found = await (reference.digest === undefined
            ? registry.named()
            : registry.manifest(reference.digest));
        const manifest = parsed(reference, found);
        if (manifest.kind === 'index') {
            const images = manifest.entries.filter((entry) => !entry.attestation);
            const platforms = images.map(({ platform }) => platform).filter((platform) => platform !== undefined);
            const attestationsSkipped = manifest.entries.length - images.length;
            return { digest: found.digest, platforms, attestationsSkipped };
        }
        const config = await readImageConfig({ reference, folder, registry, openKept: () => undefined }, manifest);
        return { digest: found.digest, platforms: [config.platform], attestationsSkipped: 0 };
    }
    finally {
        context.host.remove(folder);
        registry.close();
    }
}
async function image_document(source, digest) {
    const kept = source.openKept(digest, DOCUMENT_LIMIT);
    if (kept !== undefined)
        return { bytes: external_node_fs_.readFileSync(kept.path), digest, contentType: undefined };
    const path = fileOf(source, digest);
    if (isKept(path, digest, (size) => size <= DOCUMENT_LIMIT)) {
        return { bytes: external_node_fs_.readFileSync(path), digest, contentType: undefined };
    }
    const fetched = await source.registry.manifest(digest);
    const draft = clearPlace(path);
    external_node_fs_.writeFileSync(draft, fetched.bytes, { flag: 'wx', mode: 0o600 });
    external_node_fs_.renameSync(draft, path);
    return fetched;
}
async function blobFile(source, descriptor) {
    const kept = source.openKept(descriptor.digest, descriptor.size);
    if (kept !== undefined)
        return kept.path;
    const path = fileOf(source, descriptor.digest);
    if (isKept(path, descriptor.digest, (size) => size === descriptor.size))
        return path;
    const draft = clearPlace(path);
    await source.registry.blob(descriptor, draft);
    external_node_fs_.renameSync(draft, path);
    return path;
}
function isKept(path, digest, fits) {
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

;// CONCATENATED MODULE: external "node:fs/promises"
const external_node_fs_promises_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");
;// CONCATENATED MODULE: ./lib/archive/deb.js






async function unpackDeb(deb, wanted, limits) {
    const [file, inherited] = typeof deb === 'string' ? [deb, 'ignore'] : ['/proc/self/fd/3', deb.fd];
    const child = (0,external_node_child_process_namespaceObject.spawn)('dpkg-deb', ['--fsys-tarfile', file], {
        stdio: ['ignore', 'pipe', 'pipe', inherited],
        detached: true,
    });
    if (child.stdout === null || child.stderr === null)
        throw problem('dpkg-deb has no output');
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
        deb_endGroup(child);
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
        deb_endGroup(child);
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
        await (0,external_node_fs_promises_namespaceObject.writeFile)(path, entry, { flag: 'wx', mode: 0o755 });
        open.delete(path);
        written.add(path);
        if (open.size === 0)
            break;
    }
    return written;
}
function deb_endGroup(child) {
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

;// CONCATENATED MODULE: ./lib/host/room.js




function whyNoRoom(folder, thrown) {
    const shown = printable(folder, 300);
    const there = nearest(folder);
    const errno = room_refusalOf(there) ?? errnoOf(thrown);
    switch (errno) {
        case 'ENOSPC':
            return hasInodes(there)
                ? { cause: `no space is left on the file system of ${shown}`, remedy: 'Make room there' }
                : { cause: `no inode is left on the file system of ${shown}`, remedy: 'Remove files there' };
        case 'EDQUOT':
            return { cause: `the quota of this user is used up in ${shown}`, remedy: 'Make room there' };
        case 'EROFS':
            return { cause: `the file system of ${shown} is read-only`, remedy: 'Mount it for writing' };
        case 'EACCES':
        case 'EPERM':
            return { cause: `this user may not write in ${shown}`, remedy: 'Let this user write there' };
        case 'EEXIST':
        case 'ENOTDIR':
        case 'ELOOP':
            return { cause: `${printable(there, 300)} is no folder`, remedy: 'Take it away' };
        default:
            return { cause: `${shown}: ${reasonOf(thrown)}`, remedy: 'Let this user write there' };
    }
}
function isNoRoom(thrown) {
    return ['ENOSPC', 'EDQUOT', 'EROFS'].includes(errnoOf(thrown) ?? '');
}
function nearest(path) {
    for (let at = path;; at = (0,external_node_path_.dirname)(at)) {
        if (orUndefined(() => external_node_fs_.lstatSync(at)) !== undefined || at === (0,external_node_path_.dirname)(at))
            return at;
    }
}
function room_refusalOf(path) {
    try {
        external_node_fs_.accessSync(path, external_node_fs_.constants.W_OK);
        return undefined;
    }
    catch (thrown) {
        return errnoOf(thrown);
    }
}
function hasInodes(path) {
    const found = orUndefined(() => external_node_fs_.statfsSync(path));
    return found === undefined || found.files === 0 || found.ffree > 0;
}

;// CONCATENATED MODULE: ./lib/host/trust.js



const NOBODY = 65_534;
const trust_SYSTEM = [
    ...['/', '/home', '/mnt', '/opt', '/run', '/run/user', '/srv', '/tmp'],
    ...['/usr', '/usr/local', '/usr/local/lib', '/var', '/var/lib', '/var/tmp'],
];
const STAFF = { gid: 50, folders: ['/usr/local', '/usr/local/lib'] };
function distrust(host, path, also = []) {
    const trusted = [0, host.uid, ...also];
    const unseen = seesEveryUser(host) ? [] : trust_SYSTEM;
    for (let at = path;; at = (0,external_node_path_.dirname)(at)) {
        const found = host.stat(at, false);
        if (found === undefined)
            return `${at} is not there`;
        if (found.kind === 'link')
            return `${at} is a link`;
        const isRoots = found.uid === NOBODY && unseen.includes(at);
        if (!trusted.includes(found.uid) && !isRoots)
            return `${at} belongs to user ${found.uid}`;
        if (othersMayExchange(found) && !isForStaff(at, found))
            return `others may write to ${at}`;
        if (at === '/')
            return undefined;
    }
}
function isForStaff(path, { mode, gid }) {
    return (mode & 0o002) === 0 && gid === STAFF.gid && STAFF.folders.includes(path);
}
function safeFolder(host, paths) {
    return paths.find((path) => path?.startsWith('/') && distrust(host, path, sudoUser(host)) === undefined && host.isWritable(path));
}
function sudoUser({ uid, env }) {
    return uid === 0 && /^\d{1,10}$/.test(env.SUDO_UID ?? '') ? [Number(env.SUDO_UID)] : [];
}

;// CONCATENATED MODULE: ./lib/host/run.js





const GRACE_SECONDS = 5;
const LINE_LIMIT = 8192;
const TAIL_LIMIT = 65_536;
const TOLD_AND_UNFED = 'echo "$$"; exec "$0" "$@" < /dev/null';
async function runFollowed(file, args, { env, cwd, timeoutMs, line, watch }) {
    const { exec } = await __nccwpck_require__.e(/* import() | actions-exec */ 810).then(__nccwpck_require__.bind(__nccwpck_require__, 8330));
    const seconds = Math.max(1, Math.ceil(timeoutMs / 1000));
    let tail = '';
    const tell = (text) => {
        tail = `${tail}${text}\n`.slice(-TAIL_LIMIT);
        line(text);
    };
    let pid;
    let isStopped = false;
    const stop = () => {
        isStopped = true;
        if (pid !== undefined)
            endOne(pid);
    };
    const own = (text) => {
        if (pid !== undefined)
            tell(text);
        else {
            pid = Number(text);
            if (isStopped)
                endOne(pid);
        }
    };
    const [out, err] = [splitLines(own), splitLines(tell)];
    let ended;
    const look = () => {
        ended ??= watch?.look();
        if (ended !== undefined && pid !== undefined)
            endOne(pid);
    };
    const watching = watch === undefined ? undefined : setInterval(look, watch.everyMs);
    const started = performance.now();
    try {
        const timeout = which('timeout', process.env.PATH ?? '') ?? 'timeout';
        const limited = [timeout, '-k', String(GRACE_SECONDS), String(seconds), file, ...args];
        const running = exec('"/bin/sh"', ['-c', TOLD_AND_UNFED, ...limited], {
            cwd,
            env: env === undefined ? undefined : { ...env },
            silent: true,
            listeners: { stdout: out.take, stderr: err.take },
            ignoreReturnCode: true,
        });
        const gone = running.finally(() => (isStopped && pid !== undefined ? endOfGroup(pid) : undefined));
        const code = await whileHelped((0,external_node_path_.basename)(file), stop, gone);
        out.end();
        err.end();
        const timedOut = code !== 0 && performance.now() - started >= seconds * 1000;
        return { code: code ?? undefined, timedOut, ended, tail: tail.trimEnd() };
    }
    catch (thrown) {
        return { code: undefined, timedOut: false, tail: reasonOf(thrown) };
    }
    finally {
        clearInterval(watching);
    }
}
function endOne(pid) {
    orUndefined(() => process.kill(pid, 'SIGTERM'));
}
const LOOK_MS = 50;
async function endOfGroup(leader) {
    const isThere = () => orUndefined(() => process.kill(-leader, 0)) === true;
    if (isThere())
        endGroup(leader, 'SIGTERM');
    for (let waited = 0; isThere() && waited <= 2 * GRACE_SECONDS * 1000; waited += LOOK_MS) {
        if (waited === GRACE_SECONDS * 1000)
            endGroup(leader, 'SIGKILL');
        await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    }
}
function splitLines(tell) {
    const decoder = new TextDecoder();
    let rest = '';
    const tellSafely = (text) => {
        const safe = oneLine(text.slice(0, LINE_LIMIT)).trimEnd();
        if (safe !== '')
            tell(safe);
    };
    return {
        take: (bytes) => {
            const lines = `${rest}${decoder.decode(bytes, { stream: true })}`.split(/[\r\n]+/);
            rest = (lines.pop() ?? '').slice(0, LINE_LIMIT);
            lines.forEach(tellSafely);
        },
        end: () => tellSafely(rest),
    };
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
const apt_get_LOOK_MS = 200;
const apt_get_PACE_MS = 60_000;
const SLOW_MINUTES = 2;
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
    const run = await aptGet(apt, 'own', ['update'], followed(apt));
    const bytes = parseFetched(run.tail);
    const seconds = (performance.now() - started) / 1000;
    apt.log(`apt: ${formatBytes(bytes)} of package lists in ${seconds.toFixed(1)} s`);
    return { bytes, complaint: whyNot(run) };
}
async function downloadPackage(apt, lists, candidate) {
    const path = (0,external_node_path_.join)(apt.folder, 'download', candidate.file);
    const place = printable(placeOf(candidate.uri));
    const named = `${candidate.package} ${candidate.version}`;
    if (apt.download === undefined)
        apt.log(`apt: ${named}, ${formatBytes(candidate.size)} from ${place}`);
    const meter = apt.download?.({ what: named, from: place, bytes: candidate.size });
    let seen = 0;
    const look = () => {
        const size = apt.host.stat(path)?.size ?? 0;
        meter?.add(size - seen);
        seen = size;
    };
    const ticker = setInterval(look, apt_get_LOOK_MS);
    let whole = false;
    try {
        const what = `${candidate.package}=${candidate.version}`;
        const run = await aptGet(apt, lists, ['download', what], followed(apt));
        const found = apt.host.stat(path, false);
        whole = run.code === 0 && found?.kind === 'file' && found.size === candidate.size;
        if (whole)
            return { value: path, complaint: '' };
        const complaint = whyNot(run) || 'apt-get left no complete file';
        return { value: undefined, complaint, isSlow: run.ended !== undefined };
    }
    finally {
        clearInterval(ticker);
        look();
        meter?.end(whole);
    }
}
const COMPLAINT = /^(?:[EWN]: |Err:|Ign:|\s)/;
function followed(apt) {
    let before = 0;
    let slow = 0;
    const look = () => {
        const bytes = fetchedBytes(apt);
        const speed = Math.round((bytes - before) / (apt_get_PACE_MS / 1000));
        slow = bytes >= before && speed < SLOWEST ? slow + 1 : 0;
        before = bytes;
        return slow < SLOW_MINUTES ? undefined : `the line of apt-get ${tooSlow(speed)}`;
    };
    return {
        line: (line) => {
            if (!COMPLAINT.test(line))
                apt.log(`apt: ${withoutCredentials(line)}`);
        },
        watch: { everyMs: apt_get_PACE_MS, look },
    };
}
function fetchedBytes({ host, folder }) {
    const files = ['lists', 'lists/partial', 'download'].flatMap((name) => namesIn(host, (0,external_node_path_.join)(folder, name)).map((file) => host.stat((0,external_node_path_.join)(folder, name, file), false)));
    return files.reduce((sum, file) => sum + (file?.kind === 'file' ? file.size : 0), 0);
}
function aptGet(apt, lists, args, following = { line: () => undefined }) {
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
        env: { ...Object.fromEntries(kept), ...apt.proxies, LC_ALL: 'C', DEBIAN_FRONTEND: 'noninteractive' },
        cwd: (0,external_node_path_.join)(folder, 'download'),
        timeoutMs: Math.max(1, apt.deadline - performance.now()),
        ...following,
    });
}
function whyNot({ code, timedOut, ended, tail }) {
    if (ended !== undefined)
        return ended;
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
    const all = errors.length > 0 ? errors : of(/^W: /);
    const [first] = all.filter((line) => line.startsWith('Failed to fetch'));
    const others = all.filter((line) => line === first || !line.startsWith('Failed to fetch'));
    return others.slice(0, 2).join('; ');
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

;// CONCATENATED MODULE: ./lib/qemu/store-layout.js



function recordPath(binary) {
    return `${binary}.json`;
}
function lackingPath(folder, wanted) {
    return `${folder}/${qemuName(wanted)}.none`;
}
function lackingNote(version) {
    return `${version}\n`;
}
function parseStoreRecord(text) {
    const { store, sha256, size, source, assumesPreserve, version } = parseObject(text) ?? {};
    if (typeof sha256 !== 'string' || !/^[0-9a-f]{64}$/.test(sha256) || typeof size !== 'number')
        return undefined;
    if (typeof store !== 'string')
        return undefined;
    if (source !== 'image' && source !== 'apt' && source !== 'host')
        return undefined;
    if (typeof assumesPreserve !== 'boolean')
        return undefined;
    const common = { store, sha256, size, source, assumesPreserve };
    return isVersion(version) ? { ...common, version } : common;
}
const STORE_TOOL = 'setup-binfmt';
const VERSION_LIMIT = 40;
function storeVersion(source, identity) {
    const safe = identity.replace(/^sha256:/, '').replace(/[^0-9A-Za-z]+/g, '-');
    return `1.0.0-${source}-${safe.slice(0, VERSION_LIMIT)}`;
}

;// CONCATENATED MODULE: ./lib/qemu/store.js












const INCOMING = '.incoming-';
const FOLDER_MODE = 0o755;
const FORGOTTEN_MS = 6 * 60 * 60 * 1000;
const INSPECTED_BYTES = 64 * 1024;
function openStore(context, version, pinned = new Map()) {
    const { host, hostArch } = context;
    const root = context.storeRoot;
    const tool = (0,external_node_path_.join)(root, STORE_TOOL);
    const folder = (0,external_node_path_.join)(tool, version, host.nodeArch);
    return { host, hostArch, root, version, tool, folder, marker: `${folder}.complete`, pinned };
}
function reach({ root, version, host }, { make }) {
    const opened = [];
    const close = () => {
        for (const each of opened)
            each.close();
    };
    const enter = (parent, name) => {
        const path = `${parent}/${name}`;
        if (make)
            external_node_fs_.mkdirSync(path, { recursive: true, mode: FOLDER_MODE });
        const folder = openFolder(path);
        opened.push(folder);
        return folder;
    };
    try {
        if (make)
            external_node_fs_.mkdirSync(root, { recursive: true, mode: FOLDER_MODE });
        const tool = enter(root, STORE_TOOL);
        const versions = enter(tool.path, version);
        return { tool, version: versions, folder: enter(versions.path, host.nodeArch), close };
    }
    catch (thrown) {
        close();
        throw thrown;
    }
}
function findStored(store, wanted, { rehash }) {
    const handlers = [];
    const absent = [];
    const lacking = [];
    const troubles = [];
    const reached = orUndefined(() => reach(store, { make: false }));
    if (reached === undefined)
        return { handlers, absent: wanted, lacking, troubles };
    return using(reached, ({ version, folder }) => {
        const { host } = store;
        const complete = host.stat(`${version.path}/${markerName(store)}`, false) !== undefined;
        for (const each of wanted) {
            const looked = complete ? lookAt(store, folder.path, each, rehash) : undefined;
            if (looked !== undefined && !('damage' in looked))
                handlers.push(looked);
            else if (looked === undefined && isLacking(store, folder.path, each))
                lacking.push(each);
            else
                absent.push(each);
            if (looked !== undefined && 'damage' in looked) {
                troubles.push({ kind: 'damaged', arch: each.arch, reason: looked.damage });
            }
        }
        return { handlers, absent, lacking, troubles };
    });
}
function makeIncoming(store, now = Date.now()) {
    return store_attempt(store, () => {
        const reached = reach(store, { make: true });
        try {
            const tool = reached.tool.path;
            removeForgotten(tool, INCOMING, FORGOTTEN_MS, now);
            const named = makeTemporary(INCOMING, tool);
            const incoming = openOwnFolder(named);
            const close = () => {
                incoming.close();
                orUndefined(() => removeTree(named));
                reached.close();
            };
            return { path: incoming.path, close };
        }
        catch (thrown) {
            reached.close();
            throw thrown;
        }
    });
}
function install(store, arrivals) {
    return fill(store, ({ tool, version, folder }) => {
        const ends = arrivals.map((arrival) => installOne(store, folder.path, arrival));
        const marker = `${version.path}/${markerName(store)}`;
        if (store.host.stat(marker, false) === undefined)
            writeWhole(marker, '', draftIn(tool.path));
        return {
            handlers: ends.flatMap((end) => ('reason' in end ? [] : end)),
            refused: ends.flatMap((end) => ('reason' in end ? end : [])),
        };
    });
}
function fill(store, work) {
    return store_attempt(store, () => using(reach(store, { make: true }), work));
}
function noteLacking(store, wanted) {
    fill(store, ({ tool, folder }) => {
        const note = lackingNote(store.version);
        for (const each of wanted)
            writeWhole(lackingPath(folder.path, each), note, draftIn(tool.path));
    });
}
function isLacking({ host, version }, folder, wanted) {
    return orUndefined(() => readOwn(lackingPath(folder, wanted), host.uid)) === lackingNote(version);
}
function installOne(store, folder, arrival) {
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
    const path = `${folder}/${name}`;
    const record = { store: store.version, sha256, size, source, assumesPreserve, version };
    if (store.host.stat(path, false)?.kind === 'folder')
        removeTree(path);
    const draft = recordPath(arrival.path);
    external_node_fs_.writeFileSync(draft, `${JSON.stringify(record)}\n`, { flag: 'wx', mode: 0o644 });
    external_node_fs_.renameSync(arrival.path, path);
    external_node_fs_.renameSync(draft, recordPath(path));
    return { arch, path: (0,external_node_path_.join)(store.folder, name), sha256, source, assumesPreserve, version };
}
function lookAt(store, folder, wanted, rehash) {
    const name = qemuName(wanted);
    const path = `${folder}/${name}`;
    const { host } = store;
    if (host.stat(recordPath(path), false) === undefined)
        return undefined;
    try {
        const record = parseStoreRecord(readOwn(recordPath(path), host.uid));
        if (record === undefined)
            return { damage: 'its record cannot be read' };
        if (record.store !== store.version)
            return { damage: `it is that of ${printable(record.store, 60)}` };
        return using(openPlain(path, HANDLER_LIMIT), (binary) => {
            const { size } = binary.stat;
            const objection = othersMayWrite(binary.stat, host.uid);
            if (objection !== undefined)
                return { damage: objection };
            if (size !== record.size)
                return { damage: `it has ${size} bytes instead of ${record.size}` };
            const expected = store.pinned.get(wanted.arch) ?? record.sha256;
            const sha256 = rehash ? hashOpen(binary) : record.sha256;
            if (sha256 !== expected)
                return { damage: `its sha256 is ${sha256}, and ${expected} is expected` };
            const { source, assumesPreserve, version } = record;
            return { arch: wanted.arch, path: (0,external_node_path_.join)(store.folder, name), sha256, source, assumesPreserve, version };
        });
    }
    catch (thrown) {
        const errno = errnoOf(thrown);
        if (errno === undefined)
            return { damage: reasonOf(thrown) };
        return { damage: NOT_PLAIN.has(errno) ? 'it is not a plain file' : `it cannot be read (${errno})` };
    }
}
const NOT_PLAIN = new Set(['ENOENT', 'ELOOP', 'ENXIO']);
function readOwn(path, own) {
    return using(openPlain(path, INSPECTED_BYTES), (file) => {
        const objection = othersMayWrite(file.stat, own);
        if (objection !== undefined)
            throw new Error(objection);
        return external_node_fs_.readFileSync(file.fd, 'utf8');
    });
}
function inspectFile(path, name) {
    const inspection = openInspection(name);
    using(openPlain(path, HANDLER_LIMIT), ({ read }) => read(inspection.take));
    return inspection.end();
}
function draftIn(tool) {
    return `${tool}/${INCOMING}${(0,external_node_crypto_.randomUUID)()}-`;
}
function markerName({ host }) {
    return `${host.nodeArch}.complete`;
}
function storeProblem({ tool }, thrown) {
    const { cause, remedy } = whyNoRoom(tool, thrown);
    return cannotUse(tool, cause, remedy, thrown);
}
function cannotUse(path, cause, remedy, thrown) {
    const what = `keep QEMU in the tool cache ${printable(path, 300)}`;
    const elsewhere = `${remedy}, or name another folder in RUNNER_TOOL_CACHE`;
    return new SetupProblem({ id: 'SB084', kind: 'host', what, cause, remedy: elsewhere }, { cause: thrown });
}
function objectionTo(root) {
    const isPlain = isPlainPath(root);
    if (isPlain)
        return undefined;
    const [what = 'no folder'] = ['a colon', 'a backslash', 'a line break'].filter((_, at) => root.includes(':\\\n'[at] ?? ''));
    const cause = `the path ${printable(JSON.stringify(root), 300)} of the tool cache holds ${what}, and handlers in it cannot be registered`;
    return cannotUse(root, cause, 'Give it another path');
}
function store_attempt(store, work) {
    try {
        return work();
    }
    catch (thrown) {
        throw thrown instanceof SetupProblem ? thrown : storeProblem(store, thrown);
    }
}
function writeNote({ root }, name, text) {
    using(openFolder(`${root}/${STORE_TOOL}`), ({ path }) => writeWhole(`${path}/${name}`, text, draftIn(path)));
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

;// CONCATENATED MODULE: ./lib/qemu/kept.js




function openKept(store, { algorithm, digest, limit }) {
    return orUndefined(() => using(reach(store, { make: false }), ({ version }) => using(openFolder(keptFolder(store, version.path)), (folder) => {
        const file = openPlain(`${folder.path}/${digest}`, limit);
        let isRight = false;
        try {
            isRight = isOwn(store, file.stat) && hashOpen(file, algorithm) === digest;
        }
        finally {
            if (!isRight)
                file.close();
        }
        return isRight ? file : undefined;
    })));
}
function keep(store, paths) {
    try {
        using(reach(store, { make: true }), ({ tool, version }) => {
            const path = keptFolder(store, version.path);
            external_node_fs_.mkdirSync(path, { recursive: true, mode: FOLDER_MODE });
            using(openFolder(path), (folder) => {
                for (const [digest, from] of paths)
                    move(store, from, `${folder.path}/${digest}`, draftIn(tool.path));
            });
        });
        return undefined;
    }
    catch (thrown) {
        return reasonOf(thrown);
    }
}
function keptFolder({ host }, version) {
    return `${version}/${host.nodeArch}.kept`;
}
function move(store, from, to, draft) {
    if (store.host.stat(to, false)?.kind === 'folder')
        removeTree(to);
    if (isOwn(store, external_node_fs_.lstatSync(from))) {
        external_node_fs_.chmodSync(from, 0o644);
        try {
            external_node_fs_.renameSync(from, to);
            return;
        }
        catch (thrown) {
            if (errnoOf(thrown) !== 'EXDEV')
                throw thrown;
        }
    }
    using(openPlain(from, Number.MAX_SAFE_INTEGER), ({ read }) => writeWhole(to, read, draft));
}
function isOwn({ host }, stat) {
    return othersMayWrite(stat, host.uid) === undefined;
}

;// CONCATENATED MODULE: ./lib/qemu/from-apt.js













const from_apt_FILE_LIMIT = 256 * 1024 * 1024;
const TREE_LIMIT = 4 * 1024 * 1024 * 1024;
const WEEK_MS = 7 * 24 * 60 * 60 * 1000;
const fetchFromApt = async (wanted, context) => {
    const known = readMarker(context);
    const stored = () => (known === undefined ? undefined : fromKept(known, wanted, context));
    const fresh = isFresh(context) ? await stored() : undefined;
    if (fresh !== undefined && fresh.absent.length === 0)
        return requireSome(fresh);
    try {
        return requireSome(await withApt(context, (apt) => fetchHandlers(apt, wanted, context)));
    }
    catch (thrown) {
        const old = thrown instanceof SetupProblem ? (fresh ?? (await stored())) : undefined;
        if (!(thrown instanceof SetupProblem) || old === undefined || old.handlers.length === 0)
            throw thrown;
        const { reason } = thrown;
        const missing = [...old.missing, ...old.absent.map(({ arch }) => ({ arch, reason }))];
        const trouble = { kind: 'unrefreshed', used: old.origin, reason };
        return { ...old, missing, troubles: [...old.troubles, trouble], failure: thrown };
    }
};
async function withApt(context, use) {
    const { host, log, registryConfig } = context;
    const program = host.which('apt-get');
    if (program === undefined || host.which('dpkg-deb') === undefined) {
        throw refuse('this machine has no apt-get and dpkg-deb', 'Name another source in the input qemu-from');
    }
    const deadline = performance.now() + context.timeLimitMs;
    const store = openStore(context, '');
    const folder = store_attempt(store, () => {
        (0,external_node_fs_.mkdirSync)(store.tool, { recursive: true, mode: FOLDER_MODE });
        const { RUNNER_TEMP, TMPDIR } = host.env;
        const parent = safeFolder(host, [store.tool, RUNNER_TEMP, TMPDIR, '/var/tmp', '/tmp']);
        if (parent === undefined)
            throw new Error('others may write there, and to every temporary folder');
        removeForgotten(parent, `${INCOMING}apt-`, FORGOTTEN_MS, Date.now());
        return host.makeTemporary(`${INCOMING}apt-`, parent);
    });
    try {
        const proxies = variablesFor(host, registryConfig, log);
        return await use({ host, log, download: context.download, program, proxies, folder, deadline });
    }
    catch (thrown) {
        if (thrown instanceof SetupProblem && !/No space left on device/.test(thrown.reason))
            throw thrown;
        const errno = thrown instanceof SetupProblem ? Object.assign(new Error(), { code: 'ENOSPC' }) : thrown;
        throw storeProblem({ tool: (0,external_node_path_.dirname)(folder) }, errno);
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
        if (answer.isSlow)
            throw undownloaded(asIs.value, complaint);
    }
    context.log(asIs.value === undefined
        ? `apt: the machine's package lists do not have ${PACKAGES.join(' or ')}; fetching lists of its sources`
        : `apt: ${asIs.value.package} cannot be downloaded as the machine's lists say; fetching newer ones`);
    const lists = await updateLists(apt);
    const renewed = await findPackage(apt, 'own');
    if (renewed.value === undefined) {
        const cause = lists.complaint || renewed.complaint || complaint;
        throw refuse(`the package sources of this machine do not offer ${PACKAGES.join(' or ')}${cause && `: ${cause}`}`, 'Check the network and the sources (on Ubuntu the component universe), or name another source in qemu-from');
    }
    const answer = await fromPackage(apt, 'own', renewed.value, wanted, context);
    if (answer.value !== undefined) {
        if (asIs.value !== undefined)
            context.log(`apt: newer lists were needed: ${complaint}`);
        const downloadedBytes = answer.value.downloadedBytes + lists.bytes;
        return { ...answer.value, downloadedBytes, cacheHit: false };
    }
    throw undownloaded(renewed.value, answer.complaint);
}
function undownloaded(candidate, complaint) {
    return refuse(`${candidate.package} cannot be downloaded: ${complaint}`, 'Check the network, or name another source in the input qemu-from');
}
async function fromPackage(apt, lists, candidate, wanted, context) {
    const { absent, ...stored } = await fromKept(candidate, wanted, context);
    if (absent.length === 0) {
        writeMarker(context, candidate);
        return { value: stored, complaint: '' };
    }
    const store = storeOf(candidate, context);
    const incoming = makeIncoming(store);
    try {
        const deb = await downloadPackage(apt, lists, candidate);
        if (deb.value === undefined)
            return { ...deb, value: undefined };
        const unpacked = await unpackInto(store, incoming.path, deb.value, absent, context);
        const unkept = keep(store, new Map([[downloadOf(candidate).digest, deb.value]]));
        if (unkept !== undefined)
            context.log(`apt: the package is not kept in ${store.tool}, and comes again for others: ${unkept}`);
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
        incoming.close();
    }
}
function requireSome(result) {
    const [first] = result.missing;
    if (result.handlers.length > 0 || first === undefined)
        return result;
    throw refuse(`the ${result.origin} does not help: ${first.arch}: ${first.reason}`, 'Name another source in the input qemu-from');
}
async function unpackInto(store, incoming, deb, wanted, { log, timeLimitMs }) {
    const target = (each) => (0,external_node_path_.join)(incoming, qemuName(each));
    const members = wanted.flatMap((each) => ['-static', ''].map((end) => [`usr/bin/${qemuName(each)}${end}`, target(each)]));
    const limits = { file: from_apt_FILE_LIMIT, total: TREE_LIMIT, timeMs: timeLimitMs };
    const written = await unpackDeb(deb, new Map(members), limits).catch((thrown) => {
        const first = thrown instanceof SetupProblem ? thrown.cause : thrown;
        throw isNoRoom(first) ? storeProblem(store, first) : thrown;
    });
    const present = wanted.filter((each) => written.has(target(each)));
    const { handlers, refused } = install(store, present.map((each) => ({ ...each, path: target(each), source: 'apt', assumesPreserve: false })));
    const lacking = wanted.filter((each) => !present.includes(each));
    noteLacking(store, [...lacking, ...refused]);
    const absent = lacking.map((each) => ({
        arch: each.arch,
        reason: `the package has no ${qemuName(each)}`,
    }));
    log(`apt: unpacked ${handlers.map(({ arch }) => arch).join(', ') || 'nothing'}`);
    return { handlers, missing: [...absent, ...refused] };
}
async function fromKept(candidate, wanted, context) {
    const stored = fromStore(candidate, wanted, context);
    const store = storeOf(candidate, context);
    if (stored.absent.length === 0 || context.host.which('dpkg-deb') === undefined)
        return stored;
    const deb = openKept(store, downloadOf(candidate));
    if (deb === undefined)
        return stored;
    try {
        context.log(`apt: ${candidate.package} ${candidate.version}, kept in ${store.tool}`);
        const incoming = makeIncoming(store);
        try {
            const unpacked = await unpackInto(store, incoming.path, deb, stored.absent, context);
            const handlers = [...stored.handlers, ...unpacked.handlers];
            return { ...stored, handlers, absent: [], missing: [...stored.missing, ...unpacked.missing] };
        }
        finally {
            incoming.close();
        }
    }
    finally {
        deb.close();
    }
}
function downloadOf({ hash, size }) {
    const [algorithm = '', digest = ''] = hash.split(':');
    return { algorithm: algorithm === 'SHA512' ? 'sha512' : 'sha256', digest, limit: size };
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
const MARKER = 'apt.package';
function markerOf(context) {
    return (0,external_node_path_.join)(openStore(context, '').tool, MARKER);
}
function readMarker(context) {
    const line = orUndefined(() => readOwn(markerOf(context), context.host.uid)) ?? '';
    return PACKAGES.map((name) => parseCandidate(line, name)).find((candidate) => candidate !== undefined);
}
function isFresh(context) {
    const age = Date.now() - (context.host.stat(markerOf(context), false)?.modified ?? 0);
    return age >= 0 && age < WEEK_MS;
}
function writeMarker(context, candidate) {
    try {
        writeNote(openStore(context, ''), MARKER, `${formatCandidate(candidate)}\n`);
    }
    catch {
    }
}

;// CONCATENATED MODULE: ./lib/host/digests.js



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
        of: (path, file, hash = () => hashOpen(file)) => {
            const begun = now();
            const identity = formatIdentity(file.stat);
            const remembered = known.get(path);
            if (remembered?.identity === identity)
                return remembered.sha256;
            const sha256 = hash();
            known.set(path, { path, identity, sha256 });
            if (isSettled(file.stat, host.fileSystemType(file.path), begun)) {
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
const MEMORY = 'host.digests';
const fetchFromHost = async (wanted, context) => {
    const looking = {
        ...context,
        folders: foldersOf(context.host),
        owners: seesEveryUser(context.host),
        digests: openDigests(context.host, context.rehash ? '' : readMemory(context)),
    };
    const searches = [];
    for (const each of wanted)
        searches.push(await search(each, looking));
    keepMemory(looking);
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
async function search(wanted, looking) {
    const refused = [];
    const seen = new Set();
    let failure;
    for (const folder of looking.folders) {
        for (const name of [`${qemuName(wanted)}-static`, qemuName(wanted)]) {
            const path = (0,external_node_path_.join)(folder, name);
            const real = looking.host.realPath(path);
            if (real === undefined || seen.has(real))
                continue;
            seen.add(real);
            try {
                const refusal = refusalOfFile(real, looking);
                const taken = refusal === undefined ? await take(real, wanted, looking) : { refusal };
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
function refusalOfFile(path, { host, hostArch, owners }) {
    const stat = host.stat(path);
    if (stat?.kind !== 'file')
        return 'it is not a file';
    if ((stat.mode & 0o111) === 0)
        return 'it is not executable';
    if (stat.size > SIZE_LIMIT)
        return 'it is too large for a QEMU';
    if ((stat.mode & 0o022) !== 0)
        return 'others may write to it';
    if (owners && stat.uid !== 0 && stat.uid !== host.uid)
        return `it belongs to user ${stat.uid}`;
    const bytes = host.readBytes(path, from_host_HEADER_BYTES);
    if (bytes[0] === 0x23 && bytes[1] === 0x21)
        return 'it is a script';
    return refusalOf(bytes, hostArch);
}
async function take(path, wanted, context) {
    const sha256 = using(context.host.openPlain(path, SIZE_LIMIT), (file) => context.digests.of(path, file));
    const store = openStore(context, storeVersion('host', sha256), new Map([[wanted.arch, sha256]]));
    const { handlers: [stored], troubles, } = findStored(store, [wanted], context);
    if (stored !== undefined)
        return { handler: stored, cached: true, troubles };
    const version = await askVersion(path, context.host);
    if (version === undefined)
        return { refusal: 'it does not answer --version as QEMU does' };
    const incoming = makeIncoming(store);
    try {
        const copy = (0,external_node_path_.join)(incoming.path, qemuName(wanted));
        store_attempt(store, () => (0,external_node_fs_.copyFileSync)(path, copy));
        const arrival = { ...wanted, path: copy, source: 'host', assumesPreserve: false, version };
        const { handlers: [handler], refused: [refused], } = install(store, [arrival]);
        return handler === undefined
            ? { refusal: refused?.reason ?? 'it could not be stored' }
            : { handler, cached: false, troubles };
    }
    finally {
        incoming.close();
    }
}
function readMemory(context) {
    return orUndefined(() => readOwn((0,external_node_path_.join)(openStore(context, '').tool, MEMORY), context.host.uid));
}
function keepMemory({ digests, ...context }) {
    const news = digests.news();
    if (news !== undefined)
        orUndefined(() => writeNote(openStore(context, ''), MEMORY, news));
}
async function askVersion(path, host) {
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

;// CONCATENATED MODULE: ./lib/oci/layers.js






const FOLDER = 'usr/bin';
const WHITEOUT = '.wh.';
const OPAQUE = '.wh..wh..opq';
const LAYER_LIMITS = { fileBytes: 128 * 1024 * 1024, layerBytes: 2 * 1024 ** 3 };
async function pickFromLayer(blob, mediaType, names, target, inspect, limits = LAYER_LIMITS) {
    const search = { names, target, inspect, limits, files: new Map(), hidden: new Set() };
    const finds = { files: search.files, hidden: search.hidden };
    try {
        const unpack = unpackerOf(blob);
        const refused = refusalOfType(mediaType, unpack);
        if (refused !== undefined)
            return { refused };
        const ended = await readTar(blob, unpack, limits.layerBytes, async (header, content) => {
            const bad = await takeEntry(header, content, search);
            if (bad !== undefined)
                return { refused: bad };
            return search.files.size === names.size ? finds : undefined;
        });
        return ended ?? finds;
    }
    catch (thrown) {
        if (search.unwritable !== undefined)
            throw search.unwritable;
        return { refused: `cannot be read: ${reasonOf(thrown)}` };
    }
}
function refusalOfType(mediaType, unpack) {
    if (/nondistributable|foreign/.test(mediaType))
        return 'is kept outside of registries';
    const known = /^application\/vnd\.(?:oci\.image\.layer\.v1|docker\.image\.rootfs\.diff)\.tar(?:[+.](\w+))?$/;
    const match = known.exec(mediaType);
    const packing = match?.[1];
    if (match === null || (packing !== undefined && packing !== 'gzip' && packing !== 'zstd'))
        return `has the unknown media type ${printable(mediaType, 100)}`;
    return packing !== undefined && unpack === undefined
        ? `is not packed with ${packing} as it claims`
        : undefined;
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

// EXTERNAL MODULE: external "node:async_hooks"
var external_node_async_hooks_ = __nccwpck_require__(6698);
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
const summary = _summary;
//# sourceMappingURL=summary.js.map
;// CONCATENATED MODULE: ./lib/host/output.js




function logLine(text) {
    core/* info */.pq(`  ${safeLine(text)}`);
}
function startGroup(title) {
    core/* startGroup */.Oh(safeLine(title));
}
function annotate(level, title, text) {
    const tell = level === 'error' ? core/* error */.z3 : core/* warning */.$e;
    tell(safeLine(text), { title: safeLine(title) });
}
function debug(text) {
    if (core/* isDebug */._o())
        core/* debug */.Yz(safeLines(text).join('\n'));
}
async function writeSummary(markdown) {
    await summary.addRaw(safeLines(markdown).join('\n')).write();
}
const COLOURS = {
    good: '\u001b[32m',
    bad: '\u001b[31m',
    warn: '\u001b[33m',
    faint: '\u001b[2m',
    end: '\u001b[0m',
};
const COLOUR = /(\u001b\[(?:32|31|33|2|0)m)/;
let isDrawn = false;
const ERASE = '\r\u001b[K';
function redraw(text) {
    if (text === '' && !isDrawn)
        return;
    isDrawn = text !== '';
    const width = process.stderr.columns || 80;
    process.stderr.write(`${ERASE}${safeLine(text).slice(0, width - 1)}`);
}
function print(stream, lines, coloured = false) {
    redraw('');
    process[stream].write(`${lines.map(coloured ? keepColours : safeLine).join('\n')}\n`);
}
function keepColours(line) {
    const parts = line.split(COLOUR);
    return parts.map((part, index) => (index % 2 === 0 ? safeLine(part) : part)).join('');
}
function safeLines(text) {
    return text.split('\n').map(safeLine);
}
function unheard(log, work) {
    const { stdout } = process;
    const write = stdout.write;
    const libraryIsWriting = new external_node_async_hooks_.AsyncLocalStorage();
    const filter = (chunk, ...rest) => {
        if (libraryIsWriting.getStore() === undefined)
            return Reflect.apply(write, stdout, [chunk, ...rest]);
        const warnings = String(chunk).matchAll(/^::(?:warning|error)(?: [^:]*)?::(.*)$/gm);
        libraryIsWriting.exit(() => {
            for (const [, text = ''] of warnings)
                log(printable(text));
        });
        return true;
    };
    stdout.write = filter;
    return libraryIsWriting.run(true, work);
}

;// CONCATENATED MODULE: ./lib/qemu/actions-cache.js











const PREFIX = 'setup-binfmt-v1';
const RESTORE_LIMIT_MS = 8000;
const actions_cache_SAVE_LIMIT_MS = 20_000;
const actions_cache_ENTRY_LIMIT = 1024 ** 3;
const actions_cache_FILE_LIMIT = 256;
const ANSWER_LIMIT = 64 * 1024;
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
async function restoreFromActionsCache(record, folder, archive, { host, log, registryConfig }) {
    const http = openHttp({ host, machine: registryConfig, log });
    try {
        const deadline = performance.now() + RESTORE_LIMIT_MS;
        const entry = await findEntry(http, record, host, deadline);
        if (entry === undefined)
            return log('The Actions cache does not have this image.');
        const bytes = await download(http, entry.url, archive, deadline);
        await unpackEntry(archive, (0,external_node_path_.basename)(record.folder), folder);
        log(`Restored ${printable(entry.key)} from the Actions cache (${formatBytes(bytes)}).`);
    }
    catch (thrown) {
        log(`Could not restore QEMU from the Actions cache: ${reasonOf(thrown)}`);
    }
    finally {
        http.close();
    }
}
async function findEntry(http, { key, folder }, host, deadline) {
    const { ACTIONS_RUNTIME_TOKEN: token = '', ACTIONS_RESULTS_URL: results, ACTIONS_CACHE_URL } = host.env;
    const { GITHUB_SERVER_URL: server = 'https://github.com', ACTIONS_CACHE_SERVICE_V2: second } = host.env;
    rememberSecret(token);
    const packing = host.which('zstd') === undefined ? 'gzip' : 'zstd-without-long';
    const version = (0,external_node_crypto_.createHash)('sha256').update([folder, packing, '1.0'].join('|')).digest('hex');
    const anySelection = key.slice(0, key.lastIndexOf('-') + 1);
    const isTwirp = second && /^https?:\/\/(?:github\.com|[^/]+\.(?:ghe\.com|localhost))(?:[:/]|$)/i.test(server);
    const query = isTwirp
        ? {
            url: new URL('/twirp/github.actions.results.api.v1.CacheService/GetCacheEntryDownloadURL', results),
            headers: { 'content-type': 'application/json' },
            form: JSON.stringify({ key, restore_keys: [anySelection], version }),
        }
        : {
            url: new URL(`_apis/artifactcache/cache?keys=${encodeURIComponent(`${key},${anySelection}`)}&version=${version}`, ACTIONS_CACHE_URL || results),
            headers: { accept: 'application/json;api-version=6.0-preview.1' },
        };
    const headers = { ...query.headers, authorization: `Bearer ${token}` };
    const answer = await http.send({ ...query, headers }, deadline);
    if (!('failure' in answer) && answer.status === 204)
        return undefined;
    const bytes = await readWhole(expectOk(answer), ANSWER_LIMIT, deadline);
    if ('failure' in bytes)
        throw new Error(bytes.failure);
    const said = parseObject(bytes.toString('utf8')) ?? {};
    if (isTwirp && said.ok !== true)
        return undefined;
    const [url, matched] = isTwirp
        ? [said.signed_download_url, said.matched_key]
        : [said.archiveLocation, said.cacheKey];
    const address = typeof url === 'string' ? redirectTarget(query.url, url) : undefined;
    if (address === undefined)
        throw new Error('its service names no address of the entry that may be asked');
    return { key: typeof matched === 'string' ? matched : key, url: address };
}
async function download(http, url, path, deadline) {
    const answer = expectOk(await http.send({ url, headers: {} }, deadline));
    const fd = external_node_fs_.openSync(path, 'wx', 0o600);
    try {
        const size = await readBody(answer, actions_cache_ENTRY_LIMIT, deadline, (piece) => writeAll(fd, piece));
        if (typeof size !== 'number')
            throw new Error(size.failure);
        return size;
    }
    finally {
        external_node_fs_.closeSync(fd);
    }
}
function expectOk(answer) {
    if ('failure' in answer)
        throw new Error(answer.failure);
    if (answer.status === 200)
        return answer;
    answer.body.destroy();
    throw new Error(statusFailure(answer, answer.url.host).failure);
}
async function unpackEntry(archive, name, folder) {
    let count = 0;
    await readTar(archive, unpackerOf(archive), actions_cache_ENTRY_LIMIT, async (header, content) => {
        count++;
        const [file = '', parent] = header.name.replace(/\/$/, '').split('/').toReversed();
        if (header.type === 'directory' && file === name)
            return undefined;
        const fits = parent === name && /^[0-9a-f]{64}$/.test(file) && (header.size ?? 0) <= actions_cache_ENTRY_LIMIT;
        if (header.type !== 'file' || !fits || count > actions_cache_FILE_LIMIT)
            throw new Error(`it holds ${printable(header.name, 80)}, which this program has not saved`);
        const path = (0,external_node_path_.join)(folder, file);
        if (external_node_fs_.existsSync(path))
            return undefined;
        const fd = external_node_fs_.openSync(path, 'wx', 0o600);
        try {
            for await (const piece of content)
                writeAll(fd, piece);
        }
        finally {
            external_node_fs_.closeSync(fd);
        }
        return undefined;
    });
}
async function saveToActionsCache(record, log) {
    rememberSecret(process.env.ACTIONS_RUNTIME_TOKEN ?? '');
    let timer;
    const limit = new Promise((resolve) => {
        const late = `Gave up to save QEMU in the Actions cache after ${actions_cache_SAVE_LIMIT_MS / 1000} s.`;
        timer = setTimeout(() => resolve(late), actions_cache_SAVE_LIMIT_MS);
    });
    const saving = unheard(log, async () => {
        const { saveCache } = await Promise.all(/* import() | actions-cache */[__nccwpck_require__.e(715), __nccwpck_require__.e(810), __nccwpck_require__.e(653)]).then(__nccwpck_require__.bind(__nccwpck_require__, 1338));
        const id = await saveCache([record.folder], record.key);
        return id < 0 ? 'Nothing was saved in the Actions cache.' : `Saved ${record.key} in the Actions cache.`;
    });
    const failed = (thrown) => `Could not save QEMU in the Actions cache: ${reasonOf(thrown)}`;
    log(await Promise.race([saving.catch(failed), limit]));
    clearTimeout(timer);
}
function parseCacheRecords(text) {
    return parseList(text, isCacheRecord);
}
function isCacheRecord(value) {
    const { key, folder } = isObject(value) ? value : {};
    return typeof key === 'string' && key.startsWith(`${PREFIX}-`) && typeof folder === 'string';
}

;// CONCATENATED MODULE: ./lib/qemu/from-image.js













function imageSource(options) {
    return async (wanted, context) => {
        const registry = openImage(options.image, options.mirrors, { ...options, ...context });
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
    let { digest } = image;
    if (digest === undefined) {
        ({ digest } = await registry.named());
        const pinned = formatImageReference({ ...image, digest });
        if (image.local === undefined)
            unpinned.push({ kind: 'unpinned', image: formatImageReference(image), pinned });
        else
            context.log(`${formatImageReference(image)} is ${digest}`);
    }
    const reference = { ...image, digest };
    const store = openStore(context, storeVersion('image', digest));
    const stored = findStored(store, wanted, context);
    const fetched = await fetchAbsent(reference, store, stored, context, registry, cache);
    const downloadedBytes = registry.downloadedBytes();
    return {
        ...fetched,
        handlers: [...stored.handlers, ...fetched.handlers],
        missing: [...fetched.missing, ...notThere(image, stored.lacking)],
        origin: formatImageReference(reference),
        downloadedBytes,
        cacheHit: downloadedBytes === 0 && (image.local === undefined || fetched.handlers.length === 0),
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
async function fetchBinaries(reference, store, wanted, context, registry, cache) {
    const incoming = makeIncoming(store);
    const folder = (0,posix_namespaceObject.join)(incoming.path, 'chain');
    const kept = openChain(store);
    try {
        context.host.makeFolder(folder, 0o700);
        const record = cache && reference.local === undefined ? cacheRecord(reference.digest, wanted, context) : undefined;
        if (record !== undefined && kept.open(reference.digest, DOCUMENT_LIMIT) === undefined)
            await restoreFromActionsCache(record, folder, (0,posix_namespaceObject.join)(incoming.path, 'entry'), context);
        const source = { reference, folder, registry, openKept: kept.open };
        const before = registry.downloadedBytes();
        const chain = await readChain(source, reference.digest, context.hostArch);
        const found = await unpack(source, chain.layers, wanted, incoming.path);
        const present = wanted.filter((each) => found.has(qemuName(each)));
        const lacking = wanted.filter((each) => !present.includes(each));
        noteLacking(store, lacking);
        const { handlers, refused } = install(store, present.map((each) => ({
            ...each,
            path: (0,posix_namespaceObject.join)(incoming.path, qemuName(each)),
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
        const hasCome = registry.downloadedBytes() > before;
        const toCache = record !== undefined && hasCome && copyToSave(record, folder, kept) ? record : undefined;
        const unkept = keep(store, partsIn(folder));
        if (unkept !== undefined)
            context.log(`The image is not kept in ${store.tool}, and comes again for others: ${unkept}`);
        return { handlers, missing: [...useless, ...notThere(reference, lacking)], toCache };
    }
    catch (thrown) {
        throw thrown instanceof SetupProblem ? thrown : storeProblem(store, thrown);
    }
    finally {
        kept.close();
        incoming.close();
    }
}
function openChain(store) {
    const opened = new Map();
    return {
        open: (given, limit) => {
            const digest = given.replace(/^sha256:/, '');
            const file = opened.get(digest) ?? openKept(store, { algorithm: 'sha256', digest, limit });
            if (file !== undefined)
                opened.set(digest, file);
            return file;
        },
        parts: () => new Map([...opened].map(([digest, { path }]) => [digest, path])),
        close: () => {
            for (const file of opened.values())
                file.close();
        },
    };
}
function partsIn(folder) {
    const names = (0,external_node_fs_.readdirSync)(folder).filter((name) => /^[0-9a-f]{64}$/.test(name));
    return new Map(names.map((name) => [name, (0,posix_namespaceObject.join)(folder, name)]));
}
function copyToSave({ folder }, chain, kept) {
    const isDone = orUndefined(() => {
        if ((0,external_node_fs_.lstatSync)(folder, { throwIfNoEntry: false })?.isDirectory() === false)
            removeTree(folder);
        (0,external_node_fs_.mkdirSync)(folder, { recursive: true, mode: 0o700 });
        return using(openOwnFolder(folder), ({ path }) => {
            for (const [name, from] of [...partsIn(chain), ...kept.parts()])
                copyWhole(from, (0,posix_namespaceObject.join)(path, name));
            return true;
        });
    });
    return isDone === true;
}
function copyWhole(from, to) {
    removeTree(to);
    try {
        (0,external_node_fs_.linkSync)(from, to);
    }
    catch {
        (0,external_node_fs_.copyFileSync)(from, to, external_node_fs_.constants.COPYFILE_EXCL);
    }
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










const SOURCE_LIMIT_MS = 3_600_000;
const INDEX_LIMIT_MS = 60_000;
function openSources(host, options) {
    const store = storeRoot(host);
    const { registryConfig, insecureTags } = options;
    return {
        store,
        fetch: (wanted, hostArch, how) => {
            const sources = options.qemuFrom.map((name) => ({
                name,
                label: name === 'image' ? `the image ${formatImageReference(options.image)}` : name,
                fetch: SOURCES[name](options),
            }));
            const limits = { timeLimitMs: SOURCE_LIMIT_MS, registryConfig, insecureTags };
            const context = { host, hostArch, storeRoot: store, ...limits, ...how };
            return sources_fetchHandlers(wanted, sources, context);
        },
        recordedVersion: (path) => recordedVersion(host, store, path),
        imagePlatforms: async (image) => {
            const limits = { timeLimitMs: INDEX_LIMIT_MS, registryConfig, insecureTags };
            const context = { host, log: () => undefined, ...limits };
            try {
                return await listImagePlatforms(image, options.mirrors, context);
            }
            catch (thrown) {
                throw asProblem(thrown, `read the platforms of ${formatImageReference(image)}`);
            }
        },
    };
}
function storeRoot(host) {
    const given = [host.env.RUNNER_TOOL_CACHE, host.env.AGENT_TOOLSDIRECTORY, host.env.XDG_CACHE_HOME];
    const root = given.find((path) => path?.startsWith('/'));
    return root === undefined ? (0,external_node_path_.join)(host.env.HOME || '/root', '.cache') : (0,external_node_path_.resolve)(root);
}
function recordedVersion(host, root, path) {
    if (!path.startsWith(`${root}/${STORE_TOOL}/`) || path.split('/').includes('..'))
        return undefined;
    try {
        const { store, size, version } = parseStoreRecord(readOwn(recordPath(path), host.uid)) ?? {};
        const isIts = path.startsWith(`${root}/${STORE_TOOL}/${store}/`) && host.stat(path, false)?.size === size;
        return isIts ? version : undefined;
    }
    catch {
        return undefined;
    }
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
    const objection = objectionTo(context.storeRoot);
    if (objection !== undefined && wanted.length > 0) {
        const missing = wanted.map(({ arch }) => ({ arch, reason: objection.reason }));
        return { ...NOTHING_FETCHED, missing, failures: [objection] };
    }
    const given = [];
    const replacements = [];
    const reasons = new Map();
    let open = wanted;
    for (const source of sources) {
        if (open.length === 0)
            break;
        const answer = await sources_ask(source, open, context);
        context.log(describe(source, answer));
        given.push(answer);
        const had = new Set(answer.handlers.map((handler) => handler.arch));
        if (had.size > 0 && source !== sources[0])
            replacements.push(`${[...had].join(', ')} from ${source.name} (${answer.origin})`);
        const why = new Map(answer.missing.map((missing) => [missing.arch, missing.reason]));
        open = open.filter(({ arch }) => !had.has(arch));
        for (const { arch } of open) {
            const reason = `${source.name}: ${why.get(arch) ?? 'not there'}`;
            reasons.set(arch, [...(reasons.get(arch) ?? []), reason]);
        }
    }
    const useful = given.filter(({ handlers }) => handlers.length > 0);
    const replaced = replacements.length === 0 ? [] : [troubleOf(sources, replacements, reasons, given)];
    const only = sources.length === 1 ? ' (and qemu-from names no further source)' : '';
    return {
        handlers: given.flatMap(({ handlers }) => handlers),
        missing: open.map(({ arch }) => ({
            arch,
            reason: `${reasons.get(arch)?.join('; ') ?? 'no source was asked'}${only}`,
        })),
        origins: useful.map(({ origin }) => origin),
        downloadedBytes: given.reduce((sum, { downloadedBytes }) => sum + downloadedBytes, 0),
        cacheHit: useful.length > 0 && useful.every(({ cacheHit }) => cacheHit),
        notes: given.flatMap(({ notes }) => notes),
        troubles: [...given.flatMap(({ troubles }) => troubles), ...replaced],
        failures: given.flatMap(({ failure }) => failure ?? []),
        toCache: given.flatMap(({ toCache }) => toCache ?? []),
    };
}
function troubleOf([first], replacements, reasons, [answer]) {
    const reason = [...new Set([...reasons.values()].flat())].join('; ');
    const used = replacements.join('; ');
    const remedy = answer?.failure?.remedy;
    return { kind: 'replaced', asked: first?.label ?? '', used, reason, ...(remedy && { remedy }) };
}
function asProblem(thrown, what) {
    const remedy = 'Run it again, or name another source in the input qemu-from';
    return problemIn(thrown) ?? wrapProblem(thrown, what, { id: 'SB099', kind: 'host', remedy });
}
async function sources_ask({ name, fetch }, wanted, context) {
    try {
        return await fetch(wanted, context);
    }
    catch (thrown) {
        const failure = asProblem(thrown, `get QEMU from ${name}`);
        return {
            handlers: [],
            missing: wanted.map(({ arch }) => ({ arch, reason: failure.reason })),
            origin: '',
            downloadedBytes: 0,
            cacheHit: false,
            notes: [],
            troubles: [],
            failure,
        };
    }
}
function describe({ name }, { handlers, missing, origin, downloadedBytes }) {
    const list = handlers.map(({ arch }) => arch).join(', ');
    const rest = missing.map(({ arch }) => arch).join(', ');
    const cost = downloadedBytes > 0 ? `${formatBytes(downloadedBytes)} downloaded` : 'nothing downloaded';
    const given = handlers.length > 0 ? `${list} from ${origin} (${cost})` : 'nothing';
    return `QEMU from ${name}: ${given}${handlers.length > 0 && rest !== '' ? `; not ${rest}` : ''}`;
}

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __nccwpck_require__(7975);
;// CONCATENATED MODULE: ./lib/doctor/remedies.js

const remedies_SETUP = new RegExp(`^(?:sudo )?${PROGRAM.replace('.', '\\.')} (\\w+)(.*)$`);
const remedies_MODES = ['setup', 'plan', 'doctor', 'remove'];
const ACTIONS = {
    'docker buildx create --use': 'docker/setup-buildx-action@v3',
    'docker login': 'docker/login-action@v3',
};
const ONLY_ON_A_TERMINAL = /^docker (?:buildx rm|buildx stop|logout|context)\b/;
const OWN = new RegExp(`^${PROGRAM.replace('.', '\\.')} (?:exec|list|platforms|undo)\\b`);
const PLACE = ' # before docker/setup-buildx-action, in place of docker/setup-qemu-action';
const DOCKERFILE = /^(?:FROM|RUN|ENV|COPY) /;
const YAML = /^[a-z][\w-]*: /;
function commandsFor(commands, { action, privilege }) {
    if (action === undefined)
        return commands.filter((command) => !YAML.test(command)).map((command) => asTyped(command, privilege));
    const useful = commands.filter((command) => !ONLY_ON_A_TERMINAL.test(command) && !OWN.test(command));
    return [...new Set(useful)].flatMap((command) => inWorkflow(command, action, privilege));
}
function asTyped(command, privilege) {
    if (privilege === 'sudo')
        return command;
    const bare = command.replace(/\bsudo /g, '');
    return bare === command || privilege === 'root' ? bare : `${bare}  # as root`;
}
function inWorkflow(command, action, privilege) {
    const [, mode = '', rest = ''] = remedies_SETUP.exec(command) ?? [];
    if (remedies_MODES.includes(mode))
        return stepOf(action, mode, rest);
    const uses = ACTIONS[command];
    if (uses !== undefined)
        return [`- uses: ${uses}`];
    if (YAML.test(command))
        return [`# in the job: ${command}`];
    if (DOCKERFILE.test(command))
        return [`# in the Dockerfile: ${command}`];
    return [`- run: ${yamlText(asTyped(command, privilege))}`];
}
function stepOf(action, mode, rest) {
    const words = [...rest.matchAll(/--([\w-]+)(?: (?!--)(\S+))?|(\S+)/g)];
    const platforms = words.flatMap(([, , , platform]) => platform ?? []);
    const options = words.flatMap(([, name, value = 'true']) => name === undefined ? [] : `${name}: ${value}`);
    const inputs = [...(mode === 'setup' ? [] : [`mode: ${mode}`]), ...options];
    if (platforms.length > 0)
        inputs.unshift(`platforms: ${platforms.join(',')}`);
    const given = inputs.length === 0 ? [] : ['  with:', ...inputs.map((input) => `    ${input}`)];
    return [`- uses: ${action}${mode === 'setup' ? PLACE : ''}`, ...given];
}
function yamlText(text) {
    return /^[\w/]/.test(text) && !/: | #|:$/.test(text) ? text : JSON.stringify(text);
}
const MENTIONED = new RegExp(`${PROGRAM.replace('.', '\\.')} (\\w+)((?: [\\w./*-]+)?)`, 'g');
function sentenceFor(text) {
    return text.replace(MENTIONED, (_, mode, what) => {
        if (mode === 'list')
            return 'mode: doctor';
        if (!remedies_MODES.includes(mode))
            return `${mode}${what} on a terminal`;
        return what === '' ? `mode: ${mode}` : `mode: ${mode} with platforms: ${what.trim()}`;
    });
}

;// CONCATENATED MODULE: ./lib/text/progress.js

const TELL_MS = 10_000;
const DRAW_MS = 200;
function measure({ begun = performance.now() }) {
    let done = 0;
    return {
        add: (bytes) => {
            done += bytes;
        },
        now: () => ({ done, seconds: (performance.now() - begun) / 1000 }),
    };
}
function lineMeter(line, download) {
    const { what, from, bytes } = download;
    const pace = measure(download);
    const size = bytes === 0 ? '' : `, ${formatBytes(bytes)}`;
    line(`downloading ${what} from ${from}${size}`);
    const timer = setInterval(() => line(howFar(download, pace.now())), TELL_MS);
    return {
        add: pace.add,
        end: (whole) => {
            clearInterval(timer);
            if (whole)
                line(progress_summary(pace.now()));
        },
    };
}
function barMeter(line, draw, download) {
    const { what, from, bytes } = download;
    const pace = measure(download);
    const show = () => draw(`  ${bar(pace.now().done, bytes)}${howFar(download, pace.now())}`);
    line(`downloading ${what} from ${from}`);
    show();
    const timer = setInterval(show, DRAW_MS);
    return {
        add: pace.add,
        end: (whole) => {
            clearInterval(timer);
            draw('');
            if (whole)
                line(progress_summary(pace.now()));
        },
    };
}
const CELLS = 20;
function bar(done, bytes) {
    if (bytes === 0)
        return '';
    const full = Math.min(CELLS, Math.floor((CELLS * done) / bytes));
    return `[${'#'.repeat(full)}${'.'.repeat(CELLS - full)}] `;
}
function howFar({ bytes }, { done, seconds }) {
    if (done === 0)
        return `waiting for ${formatSeconds(seconds)}`;
    if (bytes === 0)
        return `${formatBytes(done)}, ${speed(done, seconds)}`;
    const left = formatSeconds(Math.max(0, bytes - done) / (done / seconds));
    return `${formatBytes(done)} of ${formatBytes(bytes)}, ${speed(done, seconds)}, ${left} left`;
}
function progress_summary({ done, seconds }) {
    const size = done === 0 ? '' : ` ${formatBytes(done)}`;
    const pace = done === 0 ? '' : ` (${speed(done, seconds)})`;
    return `downloaded${size} in ${formatSeconds(seconds)}${pace}`;
}
function speed(done, seconds) {
    return `${formatBytes(Math.round(done / Math.max(seconds, 0.001)))}/s`;
}
function formatSeconds(seconds) {
    const whole = Math.round(seconds);
    return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}
const PATIENCE_MS = 1000;
function bufferProgress(progress, isTerminal) {
    const kept = [];
    let [open, downloadsOpen] = [false, false];
    const tell = () => {
        open = true;
        for (const { say } of kept.splice(0))
            say();
    };
    const tellDownloads = () => {
        downloadsOpen = true;
        for (const one of kept.filter(({ isDownload }) => isDownload)) {
            kept.splice(kept.indexOf(one), 1);
            one.say();
        }
    };
    const timer = setTimeout(isTerminal ? tell : tellDownloads, PATIENCE_MS);
    const say = (words, isDownload = false) => {
        if (open || (isDownload && downloadsOpen))
            words();
        else
            kept.push({ isDownload, say: words });
    };
    return {
        group: (title) => say(() => progress.group(title)),
        line: (text) => say(() => progress.line(text)),
        download: (download) => {
            const begun = performance.now();
            let [before, ended] = [0, false];
            let meter;
            say(() => {
                if (ended)
                    return;
                meter = progress.download?.({ ...download, begun });
                meter?.add(before);
            }, true);
            return {
                add: (bytes) => {
                    if (meter === undefined)
                        before += bytes;
                    else
                        meter.add(bytes);
                },
                end: (whole) => {
                    ended = true;
                    meter?.end(whole);
                },
            };
        },
        tell,
        close: () => clearTimeout(timer),
    };
}

;// CONCATENATED MODULE: ./lib/report/lines.js
const PLAIN = { good: String, bad: String, warn: String, faint: String };
function renderMatrix(matrix) {
    if (matrix.include.length === 0)
        return [EMPTY_MATRIX];
    return [...alignColumns(joinColumns(columnsOf(matrix))), '', sumOf(matrix)];
}
function alignColumns(rows) {
    const widths = rows.reduce((most, row) => row.map((cell, column) => Math.max(cell.length, most[column] ?? 0)), []);
    return rows.map((row) => row
        .map((cell, column) => cell.padEnd(widths[column]))
        .join('   ')
        .trimEnd());
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
function joinColumns(columns) {
    const [first = []] = columns;
    return first.map((_, row) => columns.map((column) => column[row]));
}

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

;// CONCATENATED MODULE: ./lib/probe/behaviours.js
const PROBE_MARKER = 'binfmt-ok\n';
const LETTERS = new Map([
    ['start', 'c'],
    ['heap', 'b'],
    ['signal', 's'],
    ['thread', 't'],
    ['openat2', 'o'],
    ['close-range', 'r'],
    ['time64', 'w'],
    ['rva23', 'v'],
]);
const BEHAVING = new Set([
    ...['amd64', 'arm64', 'riscv64', 'ppc64le', 's390x', '386', 'mips64le', 'mips64', 'loong64', 'arm'],
    ...['arm64be', 'riscv32', 'ppc64', 'ppc', 'mips', 'mipsle'],
]);
function parseAnswers(stdout) {
    if (!stdout.startsWith(PROBE_MARKER))
        return undefined;
    const rest = stdout.slice(PROBE_MARKER.length);
    if (rest === '')
        return {};
    const [, letters, level] = /^([a-z]*)([1-9]?)\n$/.exec(rest) ?? [];
    if (letters === undefined)
        return undefined;
    const done = [...LETTERS].flatMap(([behaviour, letter]) => (letters.includes(letter) ? behaviour : []));
    return { done: new Set(done), level: level ? Number(level) : undefined };
}
function lackedBy(target, { done }, thorough = false) {
    if (done === undefined)
        return [];
    return behavioursOf(target, thorough).filter((behaviour) => !done.has(behaviour));
}
function behavioursOf({ arch, elf }, thorough) {
    if (!BEHAVING.has(arch))
        return [];
    return [...LETTERS.keys()].filter((behaviour) => {
        if (behaviour === 'thread')
            return thorough;
        if (behaviour === 'time64')
            return elf.bits === 32;
        return behaviour !== 'rva23' || arch === 'riscv64';
    });
}

;// CONCATENATED MODULE: ./lib/probe/machine-code.js
const MACHINE_CODE = {
    '386': '89e081e40000ffff83ec0c50e85e000000b8ad000000cd805589e55357565089ee81e60000ffff8975f08d4e108b068d50018916c64406100a8b166a045831db4331f631ffcd808b45f08b5804b8fc00000031c931d231f631ffcd805589e589e8250000ffffc74008010000005dc35589e553575681eca001000089ea8b450881e20000ffff8955f08b00894204c7420800000000c6421062c6421169c642126ec6421366c642146dc6421574c642162dc642176fc642186bc642190ac7020a000000e8000000005881c050ffffff8d4a50894250836264008362600083625c00e8000000005881c02bffffffc74254040000048945ec8942586a045b6a085eb8ae00000031d231ffcd806a0b5bb8ae00000031d231ffcd806a075bb8ae000000894de831d231ffcd808b75f08b46048b4d088d14818d46108945dc837a08008d520475f731c931ff31c08b720883c20883fe03741083fe06741583fe19740b85f675e7eb0f8b4a04ebe08b4204ebdb8b7a04ebd685c90f94c285ff0f94c608d685c00f94c208f20f85b70000008339010f85ae0000006af85a31c985d274070a4c100842ebf584c90f8496000000897de46a7a588d9d54feffff31c931d231f631ffcd8085c0787c80bdd6feffff337c738b45f08d580cb80201000031c931d231f631ffcd8085c07e5a6a2d5831db31c931d231f631ffcd8089c18b45e4894de08d1c416a2d5831c931d231f631ffcd8039d8752f8b4de48b45e08d4401ff89cbf7db21c36a7d5831d24231f631ffcd8085c0750f8b55f08b028d4801890ac6440210636a2d5831db31c931d231f631ffcd8089c381c3001004006a2d5831c931d231f631ffcd8039d88b55f0751c807bff007516c643ff01807bff00740c8b028d4801890ac644021062e8000000005881c0cbfdffff894250836264008362600083625c00c74254040000048b45ec8942586a0a5b6a085eb8ae0000008b4de831d231ffcd8085c0753d6a145831db31c931d231f631ffcd8089c36a25586a0a5931d231f631ffcd8085c0751a8b45f08b400883f801750f8b55f08b028d4801890ac6440210738b55f0837a04020f8c9d0000008b45088b40088038740f858e000000c78554feffff01000000c78558feffff000000008d7a0cc7420cffffff7f89d181c9008000006a7858bb000f350089fa89fe897deccd8085c0750931dbb801000000cd8085c00f8e220100006a03588db554feffff8b5dec31c931ff83e8018b13721385d274188945ecb8f0000000cd808b45ecebe685d28b55f07511eb038b55f08b028d4801890ac64402107483625400c7425000000b0083625c008362580083626400c74260080000008d4a4e66c7424e2e006a9c5b6a185eb8b50100008b55e831ffcd8085c0782289c36a065831c931d231f631ffcd8085c0750f8b55f08b028d4801890ac64402106fb8b4010000bbffffff7fb9ffffff7f31d231f631ffcd8085c0750f8b55f08b028d4801890ac644021072b89301000031db8b4de831d231f631ffcd8085c08b55f0750c8b028d4801890ac6440210778b028d4801890ac64402100a8b126a045831db438b4ddc31f631ffcd808b45f08b5804b8fc00000031c931d231f631ffcd808b55f0e918ffffff',
    amd64: '4889e74881e40000ffffe86b000000b80f0000000f05554889e54989e94981e10000ffff498d71104963018d480141890941c64401100a49631148b801000000000000004889c74531d24531c00f0549637904b8e700000031f631d24531d24531c00f05554889e54889e848250000ffffc74008010000005dc3554889e54157415641554154534881ec180100004989fe4989ed4981e50000ffff8b074189450441c745080000000041c645106241c645116941c645126e41c645136641c645146d41c645157441c645162d41c645176f41c645186b41c645190a41c745000a000000488d052cffffff49894550498365780049836570004d8d4d104983656800498d5d504c8d2503ffffff49c74558040000044d89656049bf0d0000000000000048bf040000000000000049ba08000000000000004c89f84889de31d24531c00f0548bf0b000000000000004c89f831d24531c00f0548bf07000000000000004c89f831d24531c00f0549634504498d14c648837a1000488d520875f54531ff31c031c9488b72104883c2104883fe0374134883fe0674194883fe19740d4885f675e1eb12488b4a08ebd9488b4208ebd34c8b7a08ebcd4885c90f94c24d85ff400f94c64008d64885c00f94c24008f20f85330100008339010f852a01000031c931d24883f90874080a140848ffc1ebf284d20f841001000048b83f00000000000000488dbd40feffff31f631d24531d24531c00f054885c00f88ea00000080bdc2feffff330f8cdd000000498d7d0cb8da00000031f631d24531d24531c00f054885c00f8ebf00000048c703ffffff7fb89e000000bf021000004889de31d24531d24531c00f054885c00f889800000064488b042500000000483dffffff7f0f858300000048b80c0000000000000031ff31f631d24531d24531c00f05488945d04a8d3c7848b80c0000000000000031f631d24531d24531c00f054839f87548488b45d04c01f848ffc84c89ff48f7df4821c748b80a0000000000000048ba01000000000000004c89fe4531d24531c00f054885c07511496345008d480141894d0041c64405106349bf0c000000000000004c89f831ff31f631d24531d24531c00f054889c74881c7001004004c89f831f631d24531d24531c00f054839f87521807fff00751bc647ff01807fff007411496345008d480141894d0041c644051062488d05f9fcffff4989455049836578004983657000498365680049c74558040000044d89656048b80d0000000000000048bf0a0000000000000049ba08000000000000004889de31d24531c00f054885c0755848b8270000000000000031ff31f631d24531d24531c00f054889c748b83e0000000000000048be0a0000000000000031d24531d24531c00f054885c0751a418b450883f8017511496345008d480141894d0041c64405107341837d04020f8ca1000000498b46108038740f859400000048c78540feffff0100000048c78548feffff000000004d8d750c41c7450cffffff7f4c89ee4881ce00800000b838000000bf000f35004c89f24d89f24d89f00f054885c0750931ffb83c0000000f054885c07e4041bf030000004c8d9540feffff4963164183ef01721585d27415b8ca0000004c89f731f64531c00f05ebe285d27511496345008d480141894d0041c64405107449c7455000000b00498365580049c7456008000000498d754e6641c7454e2e0048bf9cffffffffffffff49ba1800000000000000b8b50100004889da4531c00f054885c0782f4889c748b8030000000000000031f631d24531d24531c00f054885c07511496345008d480141894d0041c64405106fb8b4010000bfffffff7fbeffffff7f31d24531d24531c00f054885c07511496345008d480141894d0041c64405107231c031c90fa241b03183f8070f8289000000b80000008031c90fa23d010000807279b80100008031c90fa289ceb80100000031c90fa289cff7d7f7c7012298000f95c040f6c6010f94c108c1754db80700000031c90fa281e70010403883e620c1ee05f7d389d8252801000009f80f94c04020f041b0323c01752031c90f01d0f7d0a806751525e600000081e3000003d009c3410f94c04180c033496345008d480141894d004588440510496345008d480141894d0041c64405100a4963550048b801000000000000004889c74c89ce4531d24531c00f0549637d04b8e700000031f631d24531d24531c00f05',
    arm64: 'e003009101bc70923f0001d11d000014fd7bbfa9fd03009120008052e3031faaa9bf7092e4031faa280180b921017cb20a0500112a0100b94a0180522a68283808088052220180b9010000d4c80b8052200580b9e5031eaa3d010094fe0305aa010000d4fd7bbfa9fd03009129008052a8bf7092090900b9fd7bc1a8c0035fd6ff8306d1fd7b19a9fd430691080040f9aebf7092290d8052ea0300aac80500b9480c80520f0a8052df0900b980008052c1010faac8410039c80d8052e2031faac9450039c90c805203018052c8490039a80d8052e4031faac94d0039890e8052c8510039a8058052c9550039e90d8052c8590039680d8052c95d003949018052c861003968f8ff10c9650039c90100b989008052c82505a9c8108052c9017cb2df7d07a9df7d06a9010000d4c1010faac810805260018052e2031faa03018052e4031faa010000d4c1010faae0008052c8108052e2031faa03018052e4031faa010000d4c80580b94c0d088b880940f98c210091c8ffffb5ed031faaeb031faa900d41f81f0e00f1e00000541f1a00f1200100541f6600f1a000005430ffffb5070000148d0540f9f6ffff17880540f9f4ffff178b0540f9f2ffff174d0800b42b0800b4080800b4ac0140b99f050071a1070054ed031faaec031f2abf2100f1a000005410696d38ad0500910c020c2afbffff178c060034e023009108148052e5031eaad2000094fe0305aa010000d4a005f8b7e82b42391fcd007143050054c0310091080c8052e5031eaac8000094fe0305aa010000d41f0400f14b040054e0031faac81a8052e5031eaac0000094fe0305aa010000d40d040b8bec0300aac81a8052e1031faae2031faae0030daae3031faae4031faa010000d41f000deb2102005468010c8bec030bcbe1030baa080500d122008052e3031faa00010c8a481c8052e4031faa010000d4c00000b5c80180b90b050011cb0100b96b0c80522b692838e0031faac81a8052e5031eaa9f000094fe0305aa010000d40b044191c81a8052e0030baae5031eaa98000094fe0305aa010000d41f000beb8101005468f15f38480100352800805268f11f3868f15f38c8000034c80180b90b050011cb0100b94b0c80522b6928388b008052a8e9ff10df7d07a9c82d05a940018052c1010faadf7d06a9c8108052e2031faa03018052e4031faa010000d40b0082528b00a072a00200b588158052e5031eaa77000094fe0305aa010000d42810805241018052e2031faae3031faae4031faa010000d4200100b5c80940b91f050071c1000054c80180b90c050011cc0100b96c0e80522c692838c80540b91f0900714b050054480940f9080140391fd10171c1040054280080520c00b012aabf709200e08152e80700f9881b8052ff0b00f9a006a072c10171b24ccd00b8e2030aaae3030aaae4030aaa010000d4600000b5a80b80d2010000d41f0400f16b0200546c008052e1031faae4031faa420180b90c01003402010034e0030aaae3230091480c8052010000d48c050051f8ffff17c2000035c80180b90a050011ca0100b98a0e80522a692838c8058052a1bf70926a2d419128ec0478080180522a2000f8600c8092c2010faa3fa000f803038052e4031faa282001f8a8368052010000d48001f8b728078052e5031eaa28000094fe0305aa010000d4c00000b5c80180b90a050011ca0100b9ea0d80522a6928380000b012883680520100b012e2031faae3031faae4031faa010000d4c00000b5c80180b90a050011ca0100b94a0e80522a692838c80180b920008052e10309aae3031faae4031faa0a050011ca0100b94a0180522a69283808088052c20180b9010000d4c80b8052c00580b9e5031eaa03000094fe0305aa010000d4e1031faae2031faae3031faae4031faac0035fd6',
    arm64be: 'e003009101bc70923f0001d11d000014fd7bbfa9fd03009120008052e3031faaa9bf7092e4031faa280180b921017cb20a0500112a0100b94a0180522a68283808088052220180b9010000d4c80b8052200580b9e5031eaa3d010094fe0305aa010000d4fd7bbfa9fd03009129008052a8bf7092090900b9fd7bc1a8c0035fd6ff8306d1fd7b19a9fd430691080040f9aebf7092290d8052ea0300aac80500b9480c80520f0a8052df0900b980008052c1010faac8410039c80d8052e2031faac9450039c90c805203018052c8490039a80d8052e4031faac94d0039890e8052c8510039a8058052c9550039e90d8052c8590039680d8052c95d003949018052c861003968f8ff10c9650039c90100b989008052c82505a9c8108052c9017cb2df7d07a9df7d06a9010000d4c1010faac810805260018052e2031faa03018052e4031faa010000d4c1010faae0008052c8108052e2031faa03018052e4031faa010000d4c80580b94c0d088b880940f98c210091c8ffffb5ed031faaeb031faa900d41f81f0e00f1e00000541f1a00f1200100541f6600f1a000005430ffffb5070000148d0540f9f6ffff17880540f9f4ffff178b0540f9f2ffff174d0800b42b0800b4080800b4ac0140b99f050071a1070054ed031faaec031f2abf2100f1a000005410696d38ad0500910c020c2afbffff178c060034e023009108148052e5031eaad2000094fe0305aa010000d4a005f8b7e82b42391fcd007143050054c0310091080c8052e5031eaac8000094fe0305aa010000d41f0400f14b040054e0031faac81a8052e5031eaac0000094fe0305aa010000d40d040b8bec0300aac81a8052e1031faae2031faae0030daae3031faae4031faa010000d41f000deb2102005468010c8bec030bcbe1030baa080500d122008052e3031faa00010c8a481c8052e4031faa010000d4c00000b5c80180b90b050011cb0100b96b0c80522b692838e0031faac81a8052e5031eaa9f000094fe0305aa010000d40b044191c81a8052e0030baae5031eaa98000094fe0305aa010000d41f000beb8101005468f15f38480100352800805268f11f3868f15f38c8000034c80180b90b050011cb0100b94b0c80522b6928388b008052a8e9ff10df7d07a9c82d05a940018052c1010faadf7d06a9c8108052e2031faa03018052e4031faa010000d40b0082528b00a072a00200b588158052e5031eaa77000094fe0305aa010000d42810805241018052e2031faae3031faae4031faa010000d4200100b5c80940b91f050071c1000054c80180b90c050011cc0100b96c0e80522c692838c80540b91f0900714b050054480940f9080140391fd10171c1040054280080520c00b012aabf709200e08152e80700f9881b8052ff0b00f9a006a072c10171b24ccd00b8e2030aaae3030aaae4030aaa010000d4600000b5a80b80d2010000d41f0400f16b0200546c008052e1031faae4031faa420180b90c01003402010034e0030aaae3230091480c8052010000d48c050051f8ffff17c2000035c80180b90a050011ca0100b98a0e80522a69283808c08552a1bf70926a2d419128ec0478080180522a2000f8600c8092c2010faa3fa000f803038052e4031faa282001f8a8368052010000d48001f8b728078052e5031eaa28000094fe0305aa010000d4c00000b5c80180b90a050011ca0100b9ea0d80522a6928380000b012883680520100b012e2031faae3031faae4031faa010000d4c00000b5c80180b90a050011ca0100b94a0e80522a692838c80180b920008052e10309aae3031faae4031faa0a050011ca0100b94a0180522a69283808088052c20180b9010000d4c80b8052c00580b9e5031eaa03000094fe0305aa010000d4e1031faae2031faae3031faae4031faac0035fd6',
    arm: '0d00a0e12018a0e101d8a0e140d04de21e0000ea04b02de50db0a0e1ff08a0e30a20a0e30470a0e30030a0e30040a0e3ff0480e300c00be000009ce5011080e200108ce510108ce30020c1e70100a0e300209ce5000000eff870a0e30010a0e304009ce50020a0e3000000ef04b02de50db0a0e1ff08a0e30110a0e3ff0480e300000be0081080e504b09de41eff2fe130082de908b08de265df4de20050a0e1ff08a0e36220a0e3ae70a0e30830a0e30040a0e3ff0480e300a00be00000a0e308008ae550e08ae358908ae310c08ae3001095e51020cae56920a0e31120cae56e20a0e31220cae56620a0e31320cae56d20a0e31420cae57420a0e31520cae52d20a0e31620cae56f20a0e31720cae56b20a0e31820cae50a20a0e300208ae504108ae50410a0e31920cae5122e4fe250208ae558008ae55c008ae560008ae564008ae50400a0e354108ae50e10a0e10020a0e3000000ef0b00a0e3000000ef0700a0e3000000ef04009ae5001185e060008ae304008de5080091e5041081e2000050e3fbffff1a0020a0e30060a0e30000a0e30830b1e5030053e30600000a060053e30800000a190053e30400000a000053e3f6ffff1a050000ea042091e5f3ffffea040091e5f1ffffea046091e5efffffea000052e30200000a000056e300005013b700001a0000a0e32d70a0e30010a0e30020a0e30030a0e30040a0e30080a0e3000000ef416a80e20600a0e1000000ef060050e10100560500005003e600000a0400a0e3711f4fe250108ae558808ae55c808ae560808ae564808ae5ae70a0e30830a0e354008ae50a00a0e30e10a0e1000000ef000050e31100001a0000a0e31470a0e30010a0e30030a0e3000000ef2570a0e30a10a0e3000000ef000050e30700001a08009ae5010050e30400001a00009ae5011080e200108ae57310a0e30010cce704009ae5020050e32d0000ba080095e50000d0e5740050e32900001a0100a0e30a50a0e17870a0e302198ae308008de50000a0e30c008de50201e0e30c00a5e50f0ca0e3350880e30520a0e10530a0e10540a0e1000000ef000050e30100001a0170a0e3000000ef010050e3140000ba0360a0e308308de2f070a0e30010a0e30040a0e3002095e5000056e30500000a000052e30500000a0500a0e1016046e2000000eff6ffffea000052e30400001a00009ae5011080e200108ae57410a0e30010cce704209de50010a0e32309a0e3b570a0e31830a0e30040a0e3f000cee10800a0e3001089e5041089e5017c87e3f000c2e12e00a0e30a10a0e10e20a0e1be04e1e16300e0e3000000ef000050e30b00004a0670a0e30010a0e30020a0e30030a0e3000000ef000050e30400001a00009ae5011080e200108ae56f10a0e30010cce70201e0e36d7fa0e30211e0e30020a0e30030a0e3000000ef000050e30400001a00009ae5011080e200108ae57210a0e30010cce79370a0e30000a0e30e10a0e1017c87e3000000ef000050e30400001a00009ae5011080e200108ae57710a0e30010cce700009ae50470a0e3011080e200108ae53510a0e30010cce73610a0e3300fbfe600009ae50c0080e0011040e53710a0e3010000e300009ae50c0080e0011040e500009ae5011080e200108ae50a10a0e30010cce70100a0e30c10a0e100209ae5000000eff870a0e30010a0e304009ae50020a0e3000000ef001092e5010051e344ffff1a0010a0e30020a0e3080052e30300000a0230d0e7012082e2011083e1f9ffffea000051e33affff0a08008de27a70a0e30010a0e30020a0e30030a0e30040a0e3000000ef000050e331ffff4a8a00dde5330050e32effff3a0c008ae2017ca0e3000000ef010050e329ffffba0270a0e30e00a0e10f7887e3000000ef000050e323ffff4a0000a0e32d70a0e3000000ef868080e000008de50800a0e1000000ef080050e11affff1a00009de5001066e27d70a0e30120a0e3000086e0010040e2010000e00610a0e1000000ef000050e30fffff1a00009ae5011080e200108ae56310a0e30010cce709ffffea0100a0e3010046e5010056e5000050e313ffff0a00009ae5011080e200108ae56210a0e30010cce70dffffea',
    riscv64: '130501001351010113110101130101fc6f004009130101ff2334110023308100130401013705ffffb377a40003a50700938507011306150023a0c7003385a5001306a0002300c50003a60700930800041305100093060000130700007300000003a547009308e00597020000e782825673000000130101ff2334110023308100130401013705ffff3375a400930510002324b50083308100033401001301010167800000130101e6233c1118233881181304011a9302050003350500b705ffff337fb4002322af0023240f00130520062308af0013059006a308af001305e0062309af0013056006a309af001305d006230aaf0013054007a30aaf001305d002230baf001305f006a30baf001305b006230caf001305a000a30caf002320af006f0580006ff01fef13080f052338af0413054000233caf04233c0f0623380f0623340f0623300f069308600893068000130540009305080013060000130700007300000093086008930680001305b00013060000130700007300000093086008930680001305700013060000130700007300000003254f0093070f0113153500b385a20003b5050193858500e31c05fe130600009303000093063000130760009308900103b3050193850501630ad3006300e302630a1301e31603fe6f00c00103b685006ff01ffe03b585006ff09ffd83b385006ff01ffd1303cf00630a0610638803106306051083250600130610006390c5109305000013068000630c060083460500b3e5b6001306f6ff13051500e31806fe638e050c9308000a130584e69305000013060000930600001307000073000000634e050a0345a4ee930530036368b50a930800069305000013060000930600001307000013050300730000006358a0089308600d930500001306000093060000130700001305000073000000130e0500939e1300b30ed5019308600d9305000013060000930600001307000013850e00730000006314d505338ec301130efeff330570403375ae009308200e1306100093850300930600001307000073000000631e050003250f00930515002320bf003385a700930530062300b5009308600d930500001306000093060000130700001305000073000000b7130400b30375009308600d930500001306000093060000130700001385030073000000631a750203c5f3ff6316050213051000a38fa3fe03c5f3ff630e050003250f00930515002320bf003385a700930520062300b5006f0580006ff0dfce2338af0413054000233caf04233c0f0623380f0623340f0623300f0693086008930680001305a00093050800130600001307000073000000631e05049308c00a9305000013060000930600001307000073000000930810089305a000130600009306000013070000730000006314050203258f0093051000631eb50003250f00930515002320bf003385a700930530072300b50003254f00930520006342b50a03b502010345050093054007631ab508130510002334a4e6233804e6370500801305f5ff2326af0037850000b365af00371535001b0505f09308c00d13060300930603001307030073000000631605009308d005730000006354a0049302300093082006930500001307000003260300638e0200630e0600930684e613050300730000009b82f2ff6ff05ffe631a060097020000e7820210930540072300b50037050b002338af04233c0f04130580002330af069305ef041305e0022317af049308501b930680011305c0f9130608001307000073000000634405029308900397020000e782420c73000000631a050097020000e782020a9305f0062300b500370500801b05f5ff9308401b9305050013060000930600001307000073000000631a050097020000e782c206930520072300b5003375b5403355b50ed772050d97020000e7820205930560072300b50097020000e78202049305a0002300b50003260f0093080004130510009385070093060000130700007300000003254f009308e00597020000e78202027300000003250f00930515002320bf003385a700678002009305000013060000930600001307000067800200',
    riscv32: '130501001351010113110101130101fc6f004009130101ff2326110023248100130401013705ffffb377a40003a50700938507011306150023a0c7003385a5001306a0002300c50003a60700930800041305100093060000130700007300000003a547009308e00597020000e782025973000000130101ff2326110023248100130401013705ffff3375a400930510002324b5008320c100032481001301010167800000130101e72326111823248118130401199302050003250500b705ffff337fb4002322af0023240f00130520062308af0013059006a308af001305e0062309af0013056006a309af001305d006230aaf0013054007a30aaf001305d002230baf001305f006a30baf001305b006230caf001305a000a30caf002320af006f0580006ff01fef93070f052328af0413054000232aaf0423220f0623200f06232e0f04232c0f049308600893068000130540009385070013060000130700007300000093086008930680001305b00013060000130700007300000093086008930680001305700013060000130700007300000003254f0013080f0113152500b385a20003a5850093854500e31c05fe130600009303000093063000130760009308900103a3850093858500630ad3006300e302630a1301e31603fe6f00c00103a645006ff01ffe03a545006ff09ffd83a345006ff01ffd1303cf00630a0610638803106306051083250600130610006390c5109305000013068000630c060083460500b3e5b6001306f6ff13051500e31806fe638e050c9308000a130504e79305000013060000930600001307000073000000634e050a034524ef930530036368b50a930800069305000013060000930600001307000013050300730000006358a0089308600d930500001306000093060000130700001305000073000000130e0500939e1300b30ed5019308600d9305000013060000930600001307000013850e00730000006314d505338ec301130efeff330570403375ae009308200e1306100093850300930600001307000073000000631e050003250f00930515002320bf003305a800930530062300b5009308600d930500001306000093060000130700001305000073000000b7130400b30375009308600d930500001306000093060000130700001385030073000000631a750203c5f3ff6316050213051000a38fa3fe03c5f3ff630e050003250f00930515002320bf003305a800930520062300b5006f0580006ff0dfce2328af0413054000232aaf0423220f0623200f06232e0f04232c0f0493086008930680001305a00093850700130600001307000073000000631e05049308c00a9305000013060000930600001307000073000000930810089305a000130600009306000013070000730000006314050203258f0093051000631eb50003250f00930515002320bf003305a800930530072300b50003254f00930520006346b50a03a582000345050093054007631eb508232a04e6130510002328a4e6232e04e6232c04e6370500801305f5ff2326af0037850000b365af0037153500130505f09308c00d13060300930603001307030073000000631605009308d005730000006354a004930230009308601a930500001307000003260300638e0200630e0600930604e713050300730000009382f2ff6ff05ffe631a060097020000e7820212930540072300b500232a0f0437050b002328af04232e0f04232c0f0423220f06130580002320af069305ef041305e0022317af049308501b930680011305c0f9138607001307000073000000634405029308900397020000e782820d73000000631a050097020000e782420b9305f0062300b500370500801305f5ff9308401b9305050013060000930600001307000073000000631a050097020000e7820208930520072300b50093083019938507001306000093060000130700001305000073000000631a050097020000e7820205930570072300b50097020000e78202049305a0002300b50003260f0093080004130510009305080093060000130700007300000003254f009308e00597020000e78202027300000003250f00930515002320bf003305a800678002009305000013060000930600001307000067800200',
    ppc64le: '780b237ce403217891ff21f8a0000048f0ffc1fbd1ff21f8e4033e78040000380000c0380000e03802007ee81000c4630100a338141a7e7c0000be900a00a0381000a398010060380200bee8020000440800e340d000637cea000038000080380000a0380000c0380000e03806007ee8020000440800e340d000637c000000000000000000000000e1ff21f8e40323780100803808008390200021382000804e000000000000000000000000a602087c11fe21f8000201f8d00181fb781b7c7c00008038000063e8b00101fbe40338786200a0386900c038b80121fbc00141fbc80161fbd801a1fbe001c1fb50001d63ad000038040078906e006038080098900000e0381000b8981100d8980000a0380800c038120078986600603810001e63130078986d0060381400789874006038150078982d006038160078986f006038170078986b006038180078980a006038190078980000789005009f42a602687cb4fe6338500078f804006038780098f8700098f8680098f8600098f878eba47f580078f8020000440800e340d000637c0b006038ad00003878eba47f0000a0380800c0380000e038020000440800e340d000637c07006038ad00003878eba47f0000a0380800c0380000e038020000440800e340d000637c060078e8241f637814e2637c080083380900a4e80800633800002528f4ffe2400000a0380000603b000080381100c3e803002628200082410600262828008241190026281800824100002628e0ff82401c0000480800a3e8d4ffff4b080083e8ccffff4b080063ebc4ffff4b0000252c6001824100003b2c580182410000242c5001824100006580010003284401824009006038ffff8438a603697c00006038140040420100a48801008438781ba37cf4ff0042ff00637018018241280061387a000038000080380000a0380000c0380000e038020000440800e340d000637c0000232caa0061883e066354e400804133000328dc0080410c007838e8000038000080380000a0380000c0380000e038020000440800e340d000637c0000232cb0008140000060382d000038000080380000a0380000c0380000e038020000440800e340d000637c781b7a7ca40f637b141a3a7f2d000038000080380000a0380000c0380000e03878cb237f020000440800e340d000637c40c8237c5400824014d27b7cd0009b7c7d0000380100a0380000c0380000e038ffff63383820637c78db647f020000440800e340d000637c000023281c008240020078e801008338141a787c000098906300803810008398000060382d000038000080380000a0380000c0380000e038020000440800e340d000637c0400803c001084602d0000380000a0380000c0380000e0380000403b1422637f0000803878db637f020000440800e340d000637c40d8237c3c008240ffff7b88000003283000824001006038ffff7b98ffff7b88000003281c008241020078e801008338141a787c00009890620080381000839805009f42a602687c44fc6338500078f804006038780058fb700058fb680058fbad00003878eba47f580078f8600058fb0a0060380000a0380800c0380000e038020000440800e340d000637c00002328740082400000603814000038000080380000a0380000c0380000e038020000440800e340d000637c250000380a0080380000a0380000c0380000e038020000440800e340d000637c000023282800824008007880010003281c008240020078e801008338141a787c000098907300803810008398040078800200032cd400c04110007ce80000638874000328c400c2400100603878c31c7f0080046378000038280061f800006038300061f8ff7f603cffff63600c007c943500603c78e3857f78e3867f78e3877f000f6360020000440800e340d000637c0000032c0c00824001000038020000440000232c6400c1400400403b2800613b0200bce8ffff5a3b0000ba280000252c2c0085402c00824178e3837fdd0000380000803878db667f0000e038020000440800e340d000637cc8ffff4b1c008240020078e801008338141a787c0000989074008038100083982e00603878c3047f0200a038b50100381800c0380000e0384e0064b40800603c00c063602a29647c0a0060380000a0382a19a47c120060380800a0382a19a47c9cff603878eba57f020000440800e340d000637c0000232c4400804106000038000080380000a0380000c0380000e038020000440800e340d000637c000023281c008240020078e801008338141a787c000098906f00803810008398ff7f603cb40100380000a0380000c0380000e038ffff6360781b647c020000440800e340d000637c000023281c008240020078e801008338141a787c000098907200803810008398020078e8040000380000c0380000e03801008338141a787c000098900a008038100083980100603878f3c47f0200b8e8020000440800e340d000637cea000038000080380000a0380000c0380000e038060078e8020000440800e340d000637c000000000000000000000000',
    ppc64: '7c230b78782103e4f821ff91480000a0fbc1fff0f821ffd1783e03e438000004e87e000238c0000038e00000388300017c7e1a14909e00003880000a9883001063c4001038600001e8be00024400000240e300087c6300d0380000ea3880000038a0000038c00000e87e000638e000004400000240e300087c6300d0000000000000000000000000f821ffe1782303e43880000190830008382100204e8000200000000000000000000000007c0802a6f821fe11f801020038800000380000ad38a0000038c00008fb8101d07c7c1b7838e00000e8630000fb0101b0783803e49078000438600062fb2101b8fb4101c0fb6101c8fba101d8631d0050fbc101e0631e0010909800089878001038600069987800113860006e9878001238600066987800133860006d9878001438600074987800153860002d987800163860006f987800173860006b987800183860000a9878001990780000429f00057c6802a63863feb4f878005038600004f8780058f8980078f8980070f8980068f89800607fa4eb784400000240e300087c6300d03860000b380000ad38a000007fa4eb7838c0000838e000004400000240e300087c6300d038600007380000ad38a000007fa4eb7838c0000838e000004400000240e300087c6300d0e878000678631f247c63e21438830008e8a40009386300082825000040e2fff438a000003b60000038800000e8c30011282600034182002028260006418200282826001941820018282600004082ffe04800001ce8a300084bffffd4e88300084bffffcceb6300084bffffc4282500004182015c283b000041820154282400004182014c806500002803000140820140386000093884ffff7c6903a6386000004240001488a40001388400017ca31b784200fff4706300ff41820114386100283800007a3880000038a0000038c0000038e000004400000240e300087c6300d02c230000418000e8886100aa28030033418000dc3878000c380000e83880000038a0000038c0000038e000004400000240e300087c6300d02c230000408100b07b790fa4386000003800002d3880000038a0000038c0000038e000004400000240e300087c6300d07f23ca147c7a1b783800002d3880000038a000007f23cb7838c0000038e000004400000240e300087c6300d07c23c840408200547c7bd2147c9b00d03863ffff3800007d7c63203838a000017f64db7838c0000038e000004400000240e300087c6300d0282300004082001ce8780002388300017c781a149098000038800063988300103c6000043800002d607b1000386000003880000038a0000038c0000038e000004400000240e300087c6300d07f63da143800002d3880000038a000007f63db7838c0000038e000004400000240e300087c6300d07c23d840388000004082003c887bffff280300004082003038600001987bffff887bffff280300004182001ce878000238a300017c781a1490b8000038a0006298a30010429f00057c6802a63863fc4838a00004f8980078380000ad38c0000838e00000f8980070f8980068f87800503860000af8b8005838a00000f89800607fa4eb784400000240e300087c6300d0282300004082007438600000380000143880000038a0000038c0000038e000004400000240e300087c6300d0380000253880000a38a0000038c0000038e000004400000240e300087c6300d0282300004082002880780008280300014082001ce8780002388300017c781a14909800003880007398830010807800042c03000241c000d8e87c0010886300002803007440c200c8386000013ca07ffff8610028386000007f1cc378f861003060a3ffff3ca000356304800038000078947c000c60a30f007f85e3787f86e3787f87e3784400000240e300087c6300d02c0300004082000c38000001440000022c23000040c100683b4000043b610028e8bc00023b5affff283a0000408100302805000041c20030380000dd7f83e378388000007f66db7838e000004400000240e300087c6300d04bffffc8280500004082001ce8780002388300017c781a1490980000388000749883001038602e007f04c378b464004e3ca000083860000260a5c00038c0000a7ca4192a38e0000038a00012390000087ce4312a3860ff9c380001b538c000187d04292a7fa5eb784400000240e300087c6300d02c23000041800044380000063880000038a0000038c0000038e000004400000240e300087c6300d0282300004082001ce8780002388300017c781a14909800003880006f988300103c607fff380001b46063ffff38a000007c641b7838c0000038e000004400000240e300087c6300d0282300004082001ce8780002388300017c781a14909800003880007298830010e87800023800000438c0000038e00000388300017c781a14909800003880000a98830010386000017fc4f378e8b800024400000240e300087c6300d0380000ea3880000038a0000038c00000e878000638e000004400000240e300087c6300d0000000000000000000000000',
    ppc: '7c230b785421001e9421ffe04800008c9421ffe093a10014543d001e807d000038a0000a3880001053a4073438c300017c7d1a1490dd00003800000498a300103860000180bd000038c0000038e000004400000240e300087c6300d0807d0004380000ea3880000038a0000038c0000038e000004400000240e300087c6300d09421fff05423001e3880000190830008382100104e8000207c0802a69421fe40900101c438800062936101ac7c7b1b7880630000380000ad92e1019c5437001e9077000438600000930101a038a00000932101a438c00008934101a838e00000938101b062fc005093a101b43ba000109077000852fd07349897001038800069989700113880006e9897001238800066989700133880006d9897001438800074989700153880002d989700163880006f989700173880006b989700183880000a9897001990970000429f00057c8802a63884fec49097005038800004909700547f84e37890770064907700609077005c90770058386000044400000240e300087c6300d03860000b380000ad7f84e37838a0000038c0000838e000004400000240e300087c6300d038600007380000ad7f84e37838a0000038c0000838e000004400000240e300087c6300d0807700045463103a7c7b1a143883000484a40004386300042805000040e2fff438a000003b4000003880000084c30008280600034182002028060006418200282806001941820018280600004082ffe04800001c80a300044bffffd4808300044bffffcc834300044bffffc4280500004182015c281a000041820154280400004182014c806500002803000140820140386000093884ffff7c6903a6386000004240001488a40001388400017ca31b784200fff4706300ff41820114386100143800007a3880000038a0000038c0000038e000004400000240e300087c6300d02c030000418000e88861009628030033418000dc3877000c380000e83880000038a0000038c0000038e000004400000240e300087c6300d02c030000408100b0386000003800002d3880000038a0000038c0000038e000005758083c4400000240e300087c6300d07f03c2147c791b783800002d3880000038a0000038c000007f03c37838e000004400000240e300087c6300d07c03c040408200547c7aca147c9a00d03863ffff7c6320383800007d7f44d37838a0000138c0000038e000004400000240e300087c6300d0280300004082001c807700003883000190970000388000637c771a1498830010386000003800002d3880000038a0000038c0000038e000004400000240e300087c6300d0386310003f4300043800002d3880000038a0000038c000007f43d37838e000004400000240e300087c6300d07c03d040386000004082003c889affff280400004082003038800001989affff889affff280400004182001c8097000038a4000190b7000038a000627c97221498a4001090770064380000ad907700607f84e3789077005c38a0000090770058429f00057c6802a63863fc3438c000089077005038600004907700543860000a38e000004400000240e300087c6300d0280300004082007438600000380000143880000038a0000038c0000038e000004400000240e300087c6300d0380000253880000a38a0000038c0000038e000004400000240e300087c6300d0280300004082002880770008280300014082001c807700003883000190970000388000737c771a1498830010807700042c03000241c000d4807b0008886300002803007440c200c438600001388000003ca07fff7efbbb78906100143c6000359081001860a4ffff949b000c60630f0062e48000380000787f65db787f66db787f67db784400000240e300087c6300d02c0300004082000c38000001440000022c03000040c100643b2000043b41001480bb00003b39ffff28990000280500004085002c41c2002c7f63db78380000dd388000007f46d37838e000004400000240e300087c6300d04bffffc84082001c807700003883000190970000388000747c771a149883001038602e007ee4bb783ca00008b464004e60a3c000906400063860000038a0000890640002380001b59064000e38c000189064000a38e0000090a400167f85e378906400123860ff9c4400000240e300087c6300d02c03000041800044380000063880000038a0000038c0000038e000004400000240e300087c6300d0280300004082001c8077000038830001909700003880006f7c771a14988300103c607fff6063ffff380001b438a0000038c000007c641b7838e000004400000240e300087c6300d0280300004082001c807700003883000190970000388000727c771a149883001038600000380001937f84e37838a0000038c0000038e000004400000240e300087c6300d0280300004082001c807700003883000190970000388000777c771a1498830010807700003880000a3800000438c0000038a300017c771a1490b7000038e00000988300103860000180b700007fa4eb784400000240e300087c6300d080770004380000ea3880000038a0000038c0000038e000004400000240e300087c6300d0',
    s390x: 'b904002fa5f70000a7fbff60a7f400370aadeb6ff03000244130f000ece300af0055e310e00000141801a70a00015000e000a708000a4201e010e340e0000014a5330010a7190004a7590000a7690000a72900010a00e320e0040014a71900f8a7390000a74900000a004110f000a5170000e54c1008000107feeb6ff0300024a7fbfdd8b90400d2e3002000000441e0f228ec9e00af005550009004e54c900800009262901092699011926e901292669013926d901492749015922d9016926f9017926b9018920a9019e54c9000000ac010ffffffa1a5e30050e31090500024e54890780000e54890700000e54890680000c080ffffff8fc00104000004e30090580024e38090600024a71900aeb904003ea7490000a7590008a7690000a72900040a00a729000b0a00a72900070a00e310900400144100f228a5030010eb310003000db908003de5583010000041303008a764fffba7290000a7c90000a7190000e3403010000441303010ec48000e037cec480015067cec48000d197cec46fff2007ca7f40011e32030080004a7f4ffeae31030080004a7f4ffe5e3c030080004a7f4ffe0ec280070007cecc8006d007cec18006a007ce55c20000001a7640064a7280000a739fff8ec38000b007ce34310080076162441303001a7f4fff7a72100ffa78400514120f0a0a719007aa7390000a7490000a7590000a76900000a00ec240042007ce310f1220076b9940011ec14003a337e4120900ca71900fc0a00ec2c0032007ca719002da72900000a00b90400b2ebac0001000db90800a2b904002a0a00ec2a00206064e31bcfffff71b903002cb9800021a719007db904003ca74900010a00ec26000f007ce310900000141821a72a000150209000a728006342219010a719002da7390000a7490000a7590000a7690000a72900000a00e3c020004171b904002c0a00ec2c001c6064eb00cfffff55a7640016eb01cfffff52eb00cfffff55a784000ee310900000141821a72a000150209000a728006242219010c010fffffec3e31090500024e54890780000e54890700000e54890680000c01104000004e31090580024e38090600024a71900aeb904003ea7590008a729000a0a00ec260025007ca7190014a7390000a7590000a72900000a00a7190025a739000a0a00ec260014007ce55c90080001a764000ee310900000141821a72a000150209000a728007342219010e55c90040002a7440056e310d010000495741000a764004fe548f0a00001e548f0a8000041d0900cc0197fffffff5010900ce32090000871a7190078c03100350f00b904004db904005db904006d0a00b9020022a77400030a01ec2c002c007ca7c80003a71900eea7390000a7690000e340d0000014c2c500000001a7c4000cec48000d007e4150f0a0b904002d0a00a7f4fff0ec46000f007ee310900000141821a72a000150209000a728007442219010a51e000be31090500024e54890580000e548906000084130904ee544904e2e00a71901b5b904004ea7590018a7690000a729ff9c0a00ec24001b007ca7190006a7390000a7490000a75900000a00ec26000f007ce310900000141821a72a000150209000a728006f42219010a71901b4c0317fffffffa7490000a7590000c0217fffffff0a00ec26000f007ce310900000141821a72a000150209000a728007242219010e310900000141821a72a000150209000a728000a42219010e34090000014a7190004b9040030a72900010a00e32090040014a71900f8a7390000a74900000a00',
    mips: '03a02025001dec02001dec0027bdffe0100000340000000027bdfff8afbf0004afbe000003a0f0253c01ffff03c110248c41000024230001ac4300002403001003c028257c65780400a108212403000aa02300002401000403c0e0257c3c78048c4600002404000124020fa4240700002408000027bdffe0afa800100000000c27bd00208f840000240500002406000024021096240700002408000027bdffe0afa800100000000c27bd002027bdfff8afbf0004afbe000003a0f0252401000803c010257c22780424010001ac41000003c0e8258fbe00008fbf000403e0000827bd000827bdfe58afbf01a4afbe01a0afb4019cafb30198afb20194afb10190afb0018c03a0f025008088252401000803c010257c2278048c830000ac4000002402001003c0e0257c5c780424020062a38200002402001103c020257c4478042402001224050069a085000003c020257c447804240200133c05ffff24060058240700042408006e2409005003c080257d30780403c5982403c028257c4578042402006424090060240a005ca088000003c090257cf27804240400142407001524080016240b001703c060257ccc780403c030257d46780403c050257d2a780403c048257c49780424020018240d000a240e0066240f001924180054a0ae0000ae430000ae6d000003c018257c43780403c010257d62780403c028257d05780403c040257ce8780403c038257c877804ae010000ad200000ad400000acc00000ad80000003c020257f04780403c008257de178042406006b2409006f240a002d240b0074240c006da0ec0000a10b0000a0aa0000a0490000a0660000a02d000004110003000000001000ff6b0000000003e01025ac82000024040004020028252406000024021062240700102408000027bdffe0afa800100000000c27bd00202404000b2406000024021062240700102408000027bdffe0afa800100000000c27bd00202404000a2406000024021062240700102408000027bdffe0afa800100000000c27bd00208e41000000010880022118218c6100081420fffe246300042404000024050003240600062407001924120000240200008c68000811050009246300081106000d0000000011070008000000001500fff8000000001000000a000000008c6400041000fff3000000008c6200041000fff0000000008c7200041000ffed00000000108000730000000012400071000000001040006f000000008c810000240300011423006b00000000240400082405000010a4000624030000004508219021000024a5000114a4fffc00231825306100ff1020005f0000000027c4000424050000240600002402101a240700002408000027bdffe0afa800100000000c27bd0020000208230047080a042000510000000083c10086282100331420004d000000002664000c24050000240600002402109c240700002408000027bdffe0afa800100000000c27bd0020000208230047080a1820003f00000000020020252405000024060000240210bb240700002408000027bdffe0afa800100000000c27bd0020000208230047080a042000310000000024040000240500002406000024020fcd240700002408000027bdffe0afa800100000000c27bd00200002a0230047a00a0012084002812021240500002406000024020fcd240700002408000027bdffe0afa800100000000c27bd0020000208230047080a142400160000000000120823025410212442ffff0041202402402825240600012402101d240700002408000027bdffe0afa800100000000c27bd002014400007000000008e61000024220001ae6200000381082124020063a022000024040000240500002406000024020fcd240700002408000027bdffe0afa800100000000c27bd0020000208230047080a3c0200043442100000222021240500002406000024020fcd240700002408000027bdffe0afa800100000000c27bd0020000208230047080a1424000f000000009081ffff1420000c0000000024010001a081ffff9081ffff10200007000000008e61000024220001ae6200000381082124020062a02200002402000804110003000000001000feaf0000000003e01825ae630054ae620050ae600064ae600060ae60005cae60005824040010020028252406000024021062240700102408000027bdffe0afa800100000000c27bd0020000208230047080a142000240000000024040000240500002406000024020fb4240700002408000027bdffe0afa800100000000c27bd0020000220230047200a240500102406000024020fc5240700002408000027bdffe0afa800100000000c27bd0020000208230047080a1420000b000000008e6100082402000114220007000000008e61000024220001ae6200000381082124020073a02200008e610004282100021420003a000000008e2100089021000024020074142200350000000024010001afc10004afc000083c017fff3421ffffae61000c366580002671000c3c01003534240f000220302524021018022038250220402527bdffe0afa800100000000c144000030000000024020fa10000000c27bd0020000208230047080a1820001b000000002414000327d20004240500008e2600001280000d0000000010c0000d00000000022020252402108e024038252408000027bdffe0afa800100000000c27bd00201000fff22694ffff14c00007000000008e61000024220001ae6200000381082124020074a022000024012e003c02000b24030008ae630064ae620054a661004eae600060ae60005cae600058ae6000502665004e2404ff9c0200302524021155240700182408000027bdffe0afa800100000000c27bd0020000220230047200a0480001200000000240500002406000024020fa6240700002408000027bdffe0afa800100000000c27bd002014400007000000008e61000024220001ae620000038108212402006fa02200003c017fff3424ffff008028252406000024021154240700002408000027bdffe0afa800100000000c27bd0020000208230047080a14200007000000008e61000024220001ae6200000381082124020072a022000024040000020028252406000024021133240700002408000027bdffe0afa800100000000c27bd0020000208230047080a14200007000000008e61000024220001ae6200000381082124020077a02200008e61000024220001ae620000038108212402000aa02200008e660000240400010380282524020fa4240700002408000027bdffe0afa800100000000c27bd00208e640004240500002406000024021096240700002408000027bdffe0afa800100000000c27bd0020',
    mipsle: '2520a00302ec1d0000ec1d00e0ffbd273400001000000000f8ffbd270400bfaf0000beaf25f0a003ffff013c2410c1030000418c01002324000043ac100003242528c0030478657c2108a1000a000324000023a00400012425e0c00304783c7c0000468c01000424a40f02240000072400000824e0ffbd271000a8af0c0000002000bd270000848f0000052400000624961002240000072400000824e0ffbd271000a8af0c0000002000bd27f8ffbd270400bfaf0000beaf25f0a003080001242510c0030478227c01000124000041ac25e8c0030000be8f0400bf8f0800e0030800bd2758febd27a401bfafa001beaf9c01b4af9801b3af9401b2af9001b1af8c01b0af25f0a00325888000080001242510c0030478227c0000838c000040ac1000022425e0c00304785c7c62000224000082a3110002242520c0030478447c1200022469000524000085a02520c0030478447c13000224ffff053c58000624040007246e000824500009242580c0030478307d2498c5032528c0030478457c64000224600009245c000a24000088a02590c0030478f27c14000424150007241600082417000b242560c0030478cc7c2530c0030478467d2550c00304782a7d2548c0030478497c180002240a000d2466000e2419000f24540018240000aea0000043ae00006dae2518c0030478437c2510c0030478627d2528c0030478057d2540c0030478e87c2538c0030478877c000001ae000020ad000040ad0000c0ac000080ad2520c0030478047f2508c0030478e17d6b0006246f0009242d000a2474000b246d000c240000eca000000ba10000aaa0000049a0000066a000002da003001104000000006bff0010000000002510e003000082ac040004242528000200000624621002241000072400000824e0ffbd271000a8af0c0000002000bd270b00042400000624621002241000072400000824e0ffbd271000a8af0c0000002000bd270a00042400000624621002241000072400000824e0ffbd271000a8af0c0000002000bd270000418e80080100211821020800618cfeff2014040063240000042403000524060006241900072400001224000002240800688c09000511080063240d000611000000000800071100000000f8ff0015000000000a000010000000000400648cf3ff0010000000000400628cf0ff0010000000000400728cedff001000000000730080100000000071004012000000006f004010000000000000818c010003246b0023140000000008000424000005240600a4100000032421084500000021900100a524fcffa41425182300ff0061305f002010000000000400c42700000524000006241a1002240000072400000824e0ffbd271000a8af0c0000002000bd27230802000a08470051002004000000008600c183330021284d002014000000000c00642600000524000006249c1002240000072400000824e0ffbd271000a8af0c0000002000bd27230802000a0847003f00201800000000252000020000052400000624bb1002240000072400000824e0ffbd271000a8af0c0000002000bd27230802000a0847003100200400000000000004240000052400000624cd0f02240000072400000824e0ffbd271000a8af0c0000002000bd2723a002000aa0470040081200212081020000052400000624cd0f02240000072400000824e0ffbd271000a8af0c0000002000bd27230802000a08470016002414000000002308120021105402ffff42242420410025284002010006241d1002240000072400000824e0ffbd271000a8af0c0000002000bd2707004014000000000000618e01002224000062ae2108810363000224000022a0000004240000052400000624cd0f02240000072400000824e0ffbd271000a8af0c0000002000bd27230802000a0847000400023c00104234212022000000052400000624cd0f02240000072400000824e0ffbd271000a8af0c0000002000bd27230802000a0847000f00241400000000ffff81900c0020140000000001000124ffff81a0ffff819007002010000000000000618e01002224000062ae2108810362000224000022a0080002240300110400000000affe0010000000002518e003540063ae500062ae640060ae600060ae5c0060ae580060ae100004242528000200000624621002241000072400000824e0ffbd271000a8af0c0000002000bd27230802000a0847002400201400000000000004240000052400000624b40f02240000072400000824e0ffbd271000a8af0c0000002000bd27232002000a2047001000052400000624c50f02240000072400000824e0ffbd271000a8af0c0000002000bd27230802000a0847000b002014000000000800618e0100022407002214000000000000618e01002224000062ae2108810373000224000022a00400618e020021283a002014000000000800218e00002190740002243500221400000000010001240400c1af0800c0afff7f013cffff21340c0061ae008065360c0071263500013c000f243425302002181002242538200225402002e0ffbd271000a8af0c0000000300401400000000a10f02240c0000002000bd27230802000a0847001b00201800000000030014240400d227000005240000268e0d008012000000000d00c01000000000252020028e1002242538400200000824e0ffbd271000a8af0c0000002000bd27f2ff0010ffff94260700c014000000000000618e01002224000062ae2108810374000224000022a02e0001240b00023c08000324600063ae500062ae4e0061a6640060ae5c0060ae580060ae540060ae4e0065269cff042425300002551102241800072400000824e0ffbd271000a8af0c0000002000bd27232002000a20470012008004000000000000052400000624a60f02240000072400000824e0ffbd271000a8af0c0000002000bd2707004014000000000000618e01002224000062ae210881036f000224000022a0ff7f013cffff24342528800000000624541102240000072400000824e0ffbd271000a8af0c0000002000bd27230802000a08470007002014000000000000618e01002224000062ae2108810372000224000022a0000004242528000200000624331102240000072400000824e0ffbd271000a8af0c0000002000bd27230802000a08470007002014000000000000618e01002224000062ae2108810377000224000022a00000618e01002224000062ae210881030a000224000022a00000668e0100042425288003a40f02240000072400000824e0ffbd271000a8af0c0000002000bd270400648e0000052400000624961002240000072400000824e0ffbd271000a8af0c0000002000bd27',
    mips64: '03a02025001dec3a001dec3867bdffe0100000310000000067bdffe0ffbf0018ffbe0010ffb0000803a0f0253c01ffff03c110248c41000024230001ac4300006403001003c028257c6578070001080000a1082d2403000aa02300006401000403c080257c3078078c460000640400016402138964070000640800000000000c8e04000064050000640600006402145564070000640800000000000c0000000067bdfff0ffbf0008ffbe000003a0f0256401000803c010257c22780724010001ac41000003c0e825dfbe0000dfbf000803e0000867bd001067bdfe30ffbf01c8ffbe01c0ffb501b8ffb401b0ffb301a8ffb201a0ffb10198ffb0019003a0f025008090256401000803c010257c227807dc810000ac4000006402001003c080257c50780724020062a20200006402001103c018257c4378076402001224040069a064000003c018257c43780764020050640400603c05ffff6406007864070013640800042409006e640a0070640b0068a069000003c098257d13780703c018257ce3780703c038257cc7780703c5a0246405001464060015640800166409001703c060257c8c780703c020257d64780703c058257d4b780703c088257c51780764020018640a0019640d0058240e0008240f000a24180066a0780000ae610000ae8f000003c008257c41780703c010257d22780703c018257d03780703c040257cc8780703c030257ca67807fce00000ae2e0000fd600000fc800000fd80000003c020257da4780703c028257d4578072407006b2409006f240a002d240b0074240c006da0cc0000a10b0000a06a0000a0490000a0270000a0af000004110003000000001000ff6c0000000003e01025fc8200006404000402202825640600006402139564070010640800000000000c6404000b640600006402139564070010640800000000000c6404000a640600006402139564070010640800000000000c8e610000000108f80241182ddc6100101420fffe64630008640400006405000364060006640700196413000064020000dc68001011050009646300101106000d0000000011070008000000001500fff8000000001000000a00000000dc6400081000fff300000000dc6200081000fff000000000dc7300081000ffed00000000108000620000000012600060000000001040005e000000008c810000240300011423005a00000000640400006405000810850006240300000044082d90210000648400011485fffc00231825306100ff1020004e0000000067c400086405000064060000640213c564070000640800000000000c0002082f0047080a042000430000000083c1008a282100331420003f000000006684000c64050000640600006402145c64070000640800000000000c0002082f0047080a18200034000000000220202564050000640600006402147a64070000640800000000000c0002082f0047080a04200029000000006404000064050000640600006402139464070000640800000000000c0002a82f0047a80a0013087802a1202d64050000640600006402139464070000640800000000000c0002082f0047080a14240014000000000013082f0275102d6442ffff0041202402602825640600016402139264070000640800000000000c14400008000000008e81000024220001ae820000000108000201082d24020063a02200006404000064050000640600006402139464070000640800000000000c0002082f0047080a3c020004344210000022202d64050000640600006402139464070000640800000000000c0002082f0047080a14240010000000009081ffff1420000d0000000024010001a081ffff9081ffff10200008000000008e81000024220001ae820000000108000201082d24020062a02200002402000804110003000000001000fecc0000000003e01825fe800078fe830058ae820050fe800070fe800068fe8000606404001002202825640600006402139564070010640800000000000c0002082f0047080a1420001f00000000640400006405000064060000640213ae64070000640800000000000c0002202f0047200a6405001064060000640213c464070000640800000000000c0002082f0047080a1420000c000000008e8100082402000114220008000000008e81000024220001ae820000000108000201082d24020073a02200008e810004282100021420003600000000de4100109021000024020074142200310000000064010001ffc10008ffc000103c017fff3421ffffae81000c368580006692000c3c01003534240f0002403025640213bf02403825024040250000000c1440000300000000240213c20000000c0002082f0047080a1820001a000000002415000367d30008640500008e42000012a0000b000000001040000b0000000000023000024020256402144a02603825640800000000000c1000fff426b5ffff14400008000000008e81000024220001ae820000000108000201082d24020074a02200003c01000b64020008fe820060fe800058fe81005024012e00a681004e6685004e6404ff9c022030256402153d64070018640800000000000c0002202f0047200a048000100000000064050000640600006402138b64070000640800000000000c14400008000000008e81000024220001ae820000000108000201082d2402006fa02200003c017fff3424ffff00802825640600006402153c64070000640800000000000c0002082f0047080a14200008000000008e81000024220001ae820000000108000201082d24020072a02200008e81000024220001ae820000000108000201082d2402000aa02200008e86000064040001020028256402138964070000640800000000000c8e84000464050000640600006402145564070000640800000000000c',
    mips64le: '2520a0033aec1d0038ec1d00e0ffbd673100001000000000e0ffbd671800bfff1000beff0800b0ff25f0a003ffff013c2410c1030000418c01002324000043ac100003642528c0030778657c000801002d08a1000a000324000023a0040001642580c0030778307c0000468c010004648913026400000764000008640c0000000000048e00000564000006645514026400000764000008640c00000000000000f0ffbd670800bfff0000beff25f0a003080001642510c0030778227c01000124000041ac25e8c0030000bedf0800bfdf0800e0031000bd6730febd67c801bfffc001beffb801b5ffb001b4ffa801b3ffa001b2ff9801b1ff9001b0ff25f0a00325908000080001642510c0030778227c000081dc000040ac100002642580c0030778507c62000224000002a2110002642518c0030778437c1200026469000424000064a02518c0030778437c5000026460000464ffff053c7800066413000764040008646e00092470000a6468000b64000069a02598c0030778137d2518c0030778e37c2538c0030778c77c24a0c503140005641500066416000864170009642560c00307788c7c2520c0030778647d2558c00307784b7d2588c0030778517c1800026419000a6458000d6408000e240a000f2466001824000078a0000061ae00008fae2508c0030778417c2510c0030778227d2518c0030778037d2540c0030778c87c2530c0030778a67c0000e0fc00002eae000060fd000080fc000080fd2520c0030778a47d2528c0030778457d6b0007246f0009242d000a2474000b246d000c240000cca000000ba100006aa0000049a0000027a00000afa003001104000000006cff0010000000002510e003000082fc0400046425282002000006649513026410000764000008640c0000000b000464000006649513026410000764000008640c0000000a000464000006649513026410000764000008640c0000000000618ef80801002d184102100061dcfeff201408006364000004640300056406000664190007640000136400000264100068dc09000511100063640d000611000000000800071100000000f8ff0015000000000a00001000000000080064dcf3ff001000000000080062dcf0ff001000000000080073dcedff001000000000620080100000000060006012000000005e004010000000000000818c010003245a00231400000000000004640800056406008510000003242d0844000000219001008464fcff851425182300ff0061304e002010000000000800c4670000056400000664c513026400000764000008640c0000002f0802000a08470043002004000000008a00c183330021283f002014000000000c00846600000564000006645c14026400000764000008640c0000002f0802000a08470034002018000000002520200200000564000006647a14026400000764000008640c0000002f0802000a08470029002004000000000000046400000564000006649413026400000764000008640c0000002fa802000aa84700780813002d20a10200000564000006649413026400000764000008640c0000002f0802000a08470014002414000000002f0813002d107502ffff42642420410025286002010006649213026400000764000008640c00000008004014000000000000818e01002224000082ae000801002d08010263000224000022a00000046400000564000006649413026400000764000008640c0000002f0802000a0847000400023c001042342d20220000000564000006649413026400000764000008640c0000002f0802000a0847001000241400000000ffff81900d0020140000000001000124ffff81a0ffff819008002010000000000000818e01002224000082ae000801002d08010262000224000022a0080002240300110400000000ccfe0010000000002518e003780080fe580083fe500082ae700080fe680080fe600080fe1000046425282002000006649513026410000764000008640c0000002f0802000a0847001f00201400000000000004640000056400000664ae13026400000764000008640c0000002f2002000a2047001000056400000664c413026400000764000008640c0000002f0802000a0847000c002014000000000800818e0100022408002214000000000000818e01002224000082ae000801002d08010273000224000022a00400818e020021283600201400000000100041de00002190740002243100221400000000010001640800c1ff1000c0ffff7f013cffff21340c0081ae008085360c0092663500013c000f243425304002bf13026425384002254040020c0000000300401400000000c21302240c0000002f0802000a0847001a00201800000000030015240800d367000005640000428e0b00a012000000000b0040100000000000300200252040024a14026425386002000008640c000000f4ff0010ffffb52608004014000000000000818e01002224000082ae000801002d08010274000224000022a00b00013c08000264600082fe580080fe500081fe2e0001244e0081a64e0085669cff0464253020023d15026418000764000008640c0000002f2002000a204700100080040000000000000564000006648b13026400000764000008640c00000008004014000000000000818e01002224000082ae000801002d0801026f000224000022a0ff7f013cffff243425288000000006643c15026400000764000008640c0000002f0802000a08470008002014000000000000818e01002224000082ae000801002d08010272000224000022a00000818e01002224000082ae000801002d0801020a000224000022a00000868e01000464252800028913026400000764000008640c0000000400848e00000564000006645514026400000764000008640c000000',
    loong64: '6400150003008f006300ff0200b0005063c0ff026120c0297600c0297640c002c402150004008f0086008028c502150007408003e5008f00c704c0028700802907288003a718103886008028c90215000b00810304048003070015000800150000002b000410800389008f00240180280b7881030500150006001500070015000800150000002b0063c0ff026120c0297600c0297640c002c402150005208003a4008f0005048003850080297600c0286120c0286340c0022000004c63c0f8026120c7297600c72977e0c62978c0c62979a0c6297a80c6297b60c6297c40c6297640c702970015008400c028dc021500d8021500c5021500c9021500c6021500c7021500c8021500cb021500cd021500cf021500cc021500ce021500d0021500ca021500d1021500d2021500d3021500d4021500d90215001a10800358038f00040380290420800385008f00a00080290440800389008f000444800386008f00048881032401002904a48103c40000290448800387008f0004b88103e4000029044c800388008f000498810304010029045080038b008f0004b4810364010029045480038d008f0004d08103a4010029045880038f008f0004b48003e40100291c008f00045c80038c008f00046080038e008f0004bc8103840100290464800390008f0004ac8103c401002904288003040200298403802900080054ff17fe532400150005408103aa008f004401c0290460810391008f003a02c02904e0810392008f004002c02904c0810393008f006002c02904a0810394008f008002c0290480810399008f002003c0290b188203072080030410800345011500060015000800150000002b000b18820307208003042c8003060015000800150000002b000b18820307208003041c8003060015000800150000002b0004038028855c2d00a440c028a520c0029ff8ff47060015001900150004001500070c8003081880030b648003ac40c028a540c00287150058882100588b1500589fedff47001c0050a620c028ffe3ff53a420c028ffdbff53b920c028ffd3ff539833c002c0100140200f014080080140c500802806048003a6fc005c060015000500150007208003c71400588818203805151500c604c002c7f4ff5fa0d800400b808203c4e2f8020500150006001500070015000800150000002b0080b80060c4ea3a2805cc800385ac00600b8081031a048003050015000600150007001500080015000403150000002b009a8800600b588303050015000600150007001500080015000400150000002b009a0015003b132c000b588303050015000600150007001500080015006403150000002b009b44005c24eb100084fcff0205e41100849414000b8883030604800325031500070015000800150000002b0080180044840380288504c00285038029058c8103251110380b588303050015000600150007001500080015000400150000002b0025080014999410000b588303050015000600150007001500080015002403150000002b009930005c24ff3f2a802800440404800324ff3f2924ff3f2a80180040840380288504c00285038029058881032511103800080054ff0bfc53240015008443c129041080038463c12980e3c12980c3c12980a3c1298083c1290b188203072080030428800345011500060015000800150000002b00805c00440bb08203050015000600150007001500080015000400150000002b000b0482030528800306001500070015000800150000002b008024004484238028050480038518005c840380288504c0028503802905cc8103251110388413802805088003f9ffff1485a40060e442c0288400002a05d081038594005c17048003d7e2f829c002f92924ffbf03843380290401001485131500046a00148400bc030b70830306031500070315000803150000002b00800c00440b74810300002b00974c0060170c80030b888103050015000800150006038028e01e0040c01c0040c7e2f8020403150000002b00f7febf02ffe7ff53c0180044840380288504c0028503802905d0810325111038041600148443c1298063c129042080038483c129853bc10204b88003843b41290470be020bd4860307608003460115000800150000002b00803400600be480030500150006001500070015000800150000002b0080180044840380288504c0028503802905bc81032511103824ffbf030bd086038500150006001500070015000800150000002b0080180044840380288504c0028503802905c8810325111038840380288504c002850380290528800325111038860380280b0081030404800325011500070015000800150000002b00841380280b7881030500150006001500070015000800150000002b00',
    armbe: '0100a0e314108fe20a20a0e30470a0e3000000ef00009de50170a0e3000000ef',
    mips64p32: '24021771041100012404000127e500182406000a0000000c240217aa8fa400000000000c',
    mips64p32le: '7117022401001104010004241800e5270a0006240c000000aa1702240000a48f0c000000',
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
const LAUNCHER_CODE = {
    '386': '89e081e40000ffff83ec0c50e807000000b8ad000000cd805589e553575683ec1089e98b450881e10000ffff8b108955e48b40080fb618894de88361200083fb75895dec743631c083fb6c75466a035b6a0259b88f00000031d231f631ffcd8089c385c074036a7c5bb8fc00000031c931d231f631ffcd8031c0eb14b836010000bb0000001031c931d231f631ffcd808b5dec85c00f95c2c645f3637404c645f36e8b4de866c7411e2f0080fb700f94c108d175168b45088b580c6a3d5831c931d231f631ffcd808b5dec80fb70741785c075138b45e88d581e6a0c5831c931d231f631ffcd8085c075208b4d088d41048b591083c1108b55e48d5490046a0b5831f631ffcd80c645f3658b55e88b72208d4e01894a208a4df3880c328b72208d4e01894a20c60432208945ec89c2f7da6a64598b7de885c97430b33089d629ce7c06fec389f2ebf68b47208d7001897720881c0731db83f90a0f94c083f9646a0a5974d288c389d9ebcc8b4de88b41208d5001895120c604010a8b51206a04586a025b31f631ffcd8031db837decfe0f94c0807df36574056a7d5beb0588c383cb7eb8fc00000031c931d231f631ffcd80',
    amd64: '4889e74881e40000ffffe807000000b80f0000000f05554889e54157415641554154534989fe4989e94981e10000ffff4c8b27488b4710440fb62841836120004183fd75745431db4183fd6c756548b8490000000000000048bf030000000000000048be020000000000000031d24531d24531c00f054885c048bf7c00000000000000480f44f8b8e700000031f631d24531d24531c00f05eb19b810010000bf0000001031f631d24531d24531c00f054889c34885db0f95c0b96300000041bf6e000000440f44f96641c7411e2f004180fd700f94c108c17518498b7e18b8a100000031f631d24531d24531c00f054889c34180fd7074224885db751d498d791e48b8500000000000000031f631d24531d24531c00f054889c34885db752f498d4608498b7e204983c6204a8d14e04883c20848b83b000000000000004c89f64531d24531c00f054889c341b765496341208d48014189492045883c01496341208d48014189492041c604012089d9f7d9ba64000000b80a00000085d2743340b63089cf29d77c0740fec689f9ebf549637920448d4701458941204188343931f683fa0a400f94c683fa640f44f089f2ebc9496341208d48014189492041c604010a4963512048b8010000000000000048bf02000000000000004c89ce4531d24531c00f0531c04883fbfe0f94c04883c87e4180ff6548bf7d00000000000000480f44f8b8e700000031f631d24531d24531c00f05',
    arm64: 'e003009101bc70923f0001d101000014fd7bbfa9080840f9fd0300910d0040f9e90300aaabbf70920e0140397f2100b9dfd50171a0020054dfb10171210200540804805260008052e2031faae3031faae4031faa41008052010000d41f0000f1880f8052e003889ac80b8052e1031faae2031faae3031faae4031faa010000d4e0031faa080000140000a252280c8052e1031faae2031faae3031faae4031faa010000d41f0000f1c80d80526a0c80524c01881ae8058052aabf7092dfc1017148ed017820010054000100b5200d40f968068052e1031faae2031faae3031faae4031faa010000d4dfc1017120010054000100b5e0030aaa28068052e1031faae2031faae3031faae4031faa010000d4600100b528210091200d42f8080d0d8be3031faae4031faae10309aaac0c805202210091a81b8052010000d4682180b9ea03004b09050011692100b96c692838682180b909050011692100b90904805269692838880c805249018052080200340d0680524e01086b8b000054ad050011ea030e2afcffff176e2180b91f290071cf0500116f2100b96d692e38ed179f1a1f91017128018d1a48feff35682180b91f0800b140008052e3031faae4031faaa1bf709209050011692100b94901805269692838c80f8052a90f80520a15889a9f950171622180b908088052010000d44001899ac80b8052e1031faae2031faae3031faae4031faa010000d4',
    arm: '0d00a0e12018a0e101d8a0e140d04de2ffffffea04b02de50db0a0e100a0a0e1ff08a0e300e0a0e3ff0480e300909ae500c00be008009ae50050d0e520e08ce5750055e30e00000a6c0055e31500001a0300a0e38f70a0e30210a0e30020a0e30030a0e30040a0e3000000ef000050e3f870a0e30010a0e37c00a013000000ef080000ea5170a0e30102a0e30010a0e30020a0e30030a0e30040a0e3017c87e3000000ef00e0a0e12f00a0e30c60a0e16e80a0e300005ee36380a003be01e6e1700055e30900000a00005ee30700001a0c009ae53d70a0e30010a0e30020a0e30030a0e30040a0e3000000ef00e0a0e1700055e30900000a00005ee30700001a0600a0e10c70a0e30010a0e30020a0e30030a0e30040a0e3000000ef00e0a0e100005ee30a00001a04008ae20b70a0e30030a0e30040a0e36580a0e3090180e0042080e21000bae50a10a0e1000000ef00e0a0e120009ce5011080e220108ce50080cce720009ce5011080e220108ce52010a0e30010cce700006ee26410a0e3000051e31000000a3020a0e3010050e1020000ba010040e0012082e2faffffea20309ce5640051e3014083e220408ce50320cce70a2041e2122f6fe1a222a0e10a20a0030210a0e1ecffffea20009ce50470a0e30030a0e30040a0e302007ee3011080e220108ce50a10a0e30010cce70200a0e30c10a0e120209ce5000000eff870a0e30010a0e37e00a0e30020a0e37f00a003650058e37d00a013000000ef',
    riscv64: '130501001351010113110101130101fc6f004000130101ff2334110023308100130401019302050003350501b707ffff034e050083b30200b377f4001305500723a00702630cae041305c006130800006316ae0693080002930520001305300013060000930600001307000073000000133515001305f5ff1375c5079308e0059305000013060000930600001307000073000000130800006f004002930810063705001093050000130600009306000013070000730000001308050013033006630408001303e0061305f002930e0007239fa7006304de036312080203b58201930830039305000013060000930600001307000073000000130805006304de03631208021385e70193081003930500001306000093060000130700007300000013080500631a0802138682009385020203b502029393330033067600130686009308d00d930600001307000073000000130805001303500697020000e782020d2300650097020000e782420c930500022300b5003b050041130640069305400663040604930600031b0705006348c7003b05c540938616006ff01fff03a707029308170023a017033387e7002300d7006316b6001306a0006ff09ffc130666ff133616006ff0dffb97020000e78202069305a0002300b50003a60702930800041305200093850700930600001307000073000000130550066306a3001305d0076f00000113082800133518001305e5079308e005930500001306000093060000130700007300000003a507029305150023a0b7023385a70067800200',
    ppc64le: '780b237ce403217891ff21f804000048c8ff21fbd0ff41fbd8ff61fbe0ff81fbe8ffa1fbf0ffc1fba1ff21f8781b7c7c000023eb0000603b100063e8e4033e780000a38b20007e9375001d28600082416c001d2880008240030060388f000038020080380000a0380000c0380000e038020000440800e340d000637c000023287c006038ea000038000080380000a0380000c0380000e0389e18607c020000440800e340d000637c2c0000480010603c1a010038000080380000a0380000c0380000e038020000440800e340d000637c781b7b7c00003b2c70009d2c2f0060384230864e0231a24e78f3da7f78db7d7f1e007ab42c00954018007ce83d000038000080380000a0380000c0380000e038020000440800e340d000637c781b7d7c00003d2cc2a1824e2c00944178d3437f0c000038000080380000a0380000c0380000e038020000440800e340d000637c781b7d7c00003d281800824100003b286e006038630080389e18847f38000048241f257b78e3847f0b0000380000c0380000e038142abc7c210064e86500803b1000a538020000440800e340d000637c781b7d7c22007ee86400a0380100833820009e90ae199e7f22007ee80100833820009e9020008038ae199e7c04008038d0007d7ca603897c0a008038440040423000c0380028037c100080415018657c0100c638f0ffff4b2200fee8640005280100073920001e91ae39de7c0a00a6683400c67c7ed9c6549e30a47cc4ff004222007ee878f3c47f040000380000c0380000e0380100a3382000be900a00a038ae19be7c020060382200bee8020000440800e340d000637cfeff3d2c7e0060387f008038ea0000380000a0380000c0380000e0389e18647c65001c287d0080389e20637c00008038020000440800e340d000637c000000000000000000000000',
    ppc64: '7c230b78782103e4f821ff9148000004fb01ffc0fb21ffc8fb41ffd0fb61ffd8fb81ffe0fba1ffe8fbc1fff0f821ffa17c7c1b78e8630010783e03e43ba000008b030000eb3c00002818007593be0020418200642818006c40820084386000033800008f3880000238a0000038c0000038e000004400000240e300087c6300d02823000038600000418200083860007c380000ea3880000038a0000038c0000038e000004400000240e300087c6300d04800002c3c6010003800011a3880000038a0000038c0000038e000004400000240e300087c6300d07c7d1b78283d00003b400063418200083b40006e38602f007fdbf378b47b001e28980070418600304082002c3800003de87c00183880000038a0000038c0000038e000004400000240e300087c6300d07c7d1b7841860034283d00004082002c3800000c3880000038a000007f63db7838c0000038e000004400000240e300087c6300d07c7d1b78283d0000408200387b231f247f84e3787cbc1a14e86400213800000b38a5001038c0000038e000003b4000654400000240e300087c6300d07c7d1b78e87e002238830001909e00207f5e19aee87e002238830001909e0020388000207c9e19ae38600004388000647c6903a67c7d00d04240004c38a000307c032000418000107c64185038a500014bfffff0e8de00222804006438e6000190fe00207cbe31ae38a0000a418200106884000a7c8400345485d97e7ca42b784200ffbce87e00227fc4f3783800000438c0000038e0000038a300012cbdfffe90be002038a0000a7cbe19ae38600002e8be00224400000240e300087c6300d03860007f418600083860007e281a0065418200083860007d380000ea3880000038a0000038c0000038e000004400000240e300087c6300d0000000000000000000000000',
    s390x: 'b904002fa5f70000a7fbff60a7f400030aadeb6ff0300024b90400d2e31020100004e3a01000009441e0f000e3b020000004a5e70000e54ce0200000eca80024757ea7090000eca6002e6c7ea719008fa7390002a7490000a7590000a7690000a72900030a00a72f0000a7290000a7840004a729007ca71900f8a73900000a00a7f40011a719012fa7390000a7490000a7590000a7690000a52e10000a00b9040002a7c80063ec080005007ca7c8006ee544e01e2f00eca80016707eec060013007ce320d0180004a719003da7390000a7490000a7590000a76900000a00b9040002eca80015707eec060012007c4120e01ea719000ca7390000a7490000a7590000a76900000a00b9040002ec06001a007c4110d0084130d020e320d0200004eb4b0003000d41441008a719000ba7590000a76900000a00b9040002a7c80065e310e02000141821a72a00015020e02042c1e000e310e02000141821a72a00015020e020a72800204221e0001310a7280064ec280029007ea7380030ec12000840761b12a73a0001a7f4fffae340e02000141854a75a00015050e0204234e000a72e000ab2220030a72e0064a728000aa784ffe1c239f00000008830001f1823a7f4ffd9e310e02000141821a72a00015020e020a728000a4221e000e340e0200014a7190004b904003ea7590000a7690000a72900020a00a729007fec080005fe7ca729007eecc80005657ea729007da71900f8a7390000a74900000a00',
    mips64le: '2520a0033aec1d0038ec1d00e0ffbd670100001000000000b0ffbd674800bfff4000beff3800b6ff3000b5ff2800b4ff2000b3ff1800b2ff1000b1ff0800b0ff25f0a00325888000200001642510c0030778227c000093dc100081dc00003590ffff013c2480c103750001241800a112000040ac6c0001241e00a1160000146400001464030004640200056400000664cf13026400000764000008640c0000002f0802000a0847007c0004640a20010000000564000006645514026400000764000008640c0000000a000010000000000010043c00000564000006648e14026400000764000008640c0000002fa002000aa047002f0001241e0001a6700016240c00b612259080020a00801625908002180024de00000564000006642414026400000764000008640c0000002f9002000a9047000c00b612000000000a004016000000001e0004660000056400000664d613026400000764000008640c0000002f9002000a90470005004012000000006e001124630001240e0000100a88340008002166f81013002d08220008002664200024de20002566c113026400000764000008640c0000002f9002000a904700650011242000018e01002224200002ae000801002d080102000031a000081200231001002000018e640003242000042401002524200005ae000801002d080102000024a0150060100a000424300005242a084300040020140000000023104300fbff00100100a5242000018e01002624200006ae000801002d080102000025a0260864000100252c640061380a2881002518a000edff6014000000002000018e01002224200002ae000801002d0801020a000224000022a02000068efeff13647f00146402000464252800028913026400000764000008640c000000260853027e0002640a1081026500213a7d0004640a20410000000564000006645514026400000764000008640c000000',
    loong64: '6400150003008f006300ff02000400506300ff0261e0c02976c0c02977a0c0297880c0297960c0297a40c0297b20c0297600c1028a0015008440c028c9021500c502150009008f005901c0289a00002a0480800385008f0004d48103a0008029445b005804b0810318001500446f005c0b80800305088003040c800306001500070015000800150000002b008404400205f08103a49013000b7881030500150006001500070015000800150000002b001800150000240050040020140b8481030500150006001500070015000800150000002b009800150004bc80031bc0810324794029170315005b2f005817031500002700444461c0280bcc80030500150006001500070015000800150000002b00970015005b2b0058e02600442479c0020bc480030500150006001500070015000800150000002b0097001500e02200400407400205b88103068c8103a5901300c41013008a141500003000504621c0024481c0284581c002261b2d00c620c0020b748303070015000800150000002b00970015000a948103248180288504c002258180292a111038248180288504c00225818029058080032511103804dc11000690810305288003c04c004007c08003880080020611006084181100e704c002fff3ff53288180280b05c0022b81802927211038c770fe02e7044002c6d8ff02c6044002c69c1300a71c1300e6181500dfbcff47248180288504c002258180290528800325111038268180280b0081030408800325011500070015000800150000002b00446dfe0284044002e50ac002a5044002a5f8c10206f48103c6901300a4101300841815000b7881030500150006001500070015000800150000002b00',
};

;// CONCATENATED MODULE: ./lib/probe/programs.js



const PROBE_ARGUMENTS = 42;
const CODE = new Map(Object.entries(MACHINE_CODE));
const LAUNCHERS = new Map(Object.entries(LAUNCHER_CODE));
function buildProbe({ arch, elf }, options = {}) {
    const code = CODE.get(arch);
    if (code === undefined)
        throw new Error(`there is no machine code for ${arch}`);
    return buildProgram(elf, code + Buffer.from(PROBE_MARKER, 'latin1').toString('hex'), options);
}
function buildLauncher({ arch, elf }) {
    const code = LAUNCHERS.get(arch);
    return code === undefined ? undefined : buildProgram(elf, code);
}

;// CONCATENATED MODULE: ./lib/probe/verdict.js






const PATIENCE = 200;
const [LONGEST_MS, SHORTEST_MS] = [30_000, 5_000];
function timeLimit(ownMs) {
    return Math.min(Math.max(SHORTEST_MS, (ownMs ?? 0) * PATIENCE), LONGEST_MS);
}
function lackedIn({ arch, stdout, thorough }) {
    const [target, answers] = [targetOf(arch), parseAnswers(stdout)];
    return target === undefined || answers === undefined ? [] : lackedBy(target, answers, thorough);
}
function judgeRun(run) {
    if (run.error !== undefined)
        return 'not-started';
    if (run.timedOut)
        return (run.ownMs ?? 0) * PATIENCE > LONGEST_MS ? 'slow' : 'hung';
    const marked = parseAnswers(run.stdout) !== undefined;
    if (run.code === PROBE_ARGUMENTS) {
        if (!marked)
            return 'no-marker';
        return lackedIn(run).includes('start') ? 'no-start' : 'works';
    }
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
function buildKitLevel({ arch, status, level = 1 }) {
    return arch === 'amd64' && status !== 'native' ? Math.min(level, 2) : level;
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
        ...tell(run, evidence.excused),
        ms: run.ms,
    };
    const inside = chroot === undefined ? undefined : judgeRun(chroot);
    const outside = plain === undefined ? undefined : judgeRun(plain);
    const native = entry === undefined && qemuVersion === undefined && mayRunNatively(host, target.arch);
    const runs = [inside, outside].some((result) => result === 'works' || result === 'no-start');
    if (native && runs)
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
function tell(run, excused = []) {
    if (judgeRun(run) !== 'works')
        return {};
    const lacking = lackedIn(run).filter((behaviour) => !excused.includes(behaviour));
    return { lacks: lacking.length === 0 ? undefined : lacking, level: parseAnswers(run.stdout)?.level };
}
const UNPROVEN_OUTSIDE = 'it runs here, but no chroot could be entered to prove that it would in a container';
const LOST_IN_CHROOT = 'it runs here but not in a chroot: the entry lacks the F flag, or its interpreter is not static';
function absence(target, claiming) {
    const off = claiming.find((candidate) => !candidate.enabled);
    if (off !== undefined)
        return `its entry ${printable(off.name, 60)} is switched off`;
    return `no entry takes ${target.arch} programs`;
}
function refusal({ stderr }) {
    const errno = Number(/^e (\d{3})$/m.exec(stderr)?.[1] ?? ENOEXEC);
    if (errno === ENOEXEC)
        return 'does not know how to execute it (ENOEXEC)';
    return errno === EACCES ? 'refuses to execute it there (EACCES)' : `refuses to execute it (errno ${errno})`;
}
const [ENOEXEC, EACCES] = [8, 13];
function explainResult(result, run, interpreter) {
    const handler = interpreter === undefined ? 'the handler' : printable(interpreter, 120);
    const said = printable(run.stderr, 160);
    const quoted = said === '' ? '' : `, saying "${said}"`;
    switch (result) {
        case 'works':
            return 'the probe ran';
        case 'arguments':
            return `${handler} and the kernel disagree about the P flag: every argument is shifted`;
        case 'no-start':
            return `${handler} runs programs, but not what a C library does before main: no program of the usual kind runs`;
        case 'no-handler':
            return `the kernel ${refusal(run)}`;
        case 'no-interpreter':
            return `${handler} does not exist, or needs files that are not there (ENOENT)`;
        case 'crashed':
            return `${handler} crashed (${run.signal})${quoted}`;
        case 'hung':
            return `${handler} did not end within the time limit`;
        case 'slow':
            return `too slow to tell: this machine took ${Math.round(run.ownMs ?? 0)} ms for a program of its own, and ${handler} did not end within the time limit`;
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
const LEVELS = new Map([
    ['amd64', 'x86-64-v'],
    ['arm', 'ARMv'],
]);
function explainShortfall({ platform, verdict }) {
    const name = LEVELS.get(platform.arch);
    const wanted = Number(platform.variant?.slice(1) ?? 0);
    const level = verdict?.level ?? (platform.arch === 'amd64' ? 1 : undefined);
    if (name === undefined || !isProven(verdict) || level === undefined)
        return undefined;
    if (wanted <= level || (platform.arch === 'arm' && level === 7))
        return undefined;
    return `${name}${wanted} is asked for, and v${level} is what runs here`;
}
function judgeRules(rules, entries, applied) {
    const failures = new Map(applied.rules?.map(({ name, problem }) => [name, problem]));
    return rules.map((rule) => ({
        name: rule.name,
        interpreter: rule.interpreter,
        registered: entries.some((entry) => beginsAs(rule, entry) && isRuleOf(rule, entry)),
        failure: failures.get(rule.name),
    }));
}
function changesIn(applied) {
    const { prepared, installed, rules = [], restored = [], unprepared = [], outdated = false } = applied;
    const written = [...installed, ...rules].filter(({ changed }) => changed).map(({ name }) => name);
    const registered = [...written, ...restored];
    const removed = [...applied.removed, ...installed.flatMap(({ replaced }) => replaced)];
    const lists = [prepared, unprepared, registered, removed];
    const changed = applied.persisted !== undefined || lists.some(({ length }) => length > 0);
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
    const proven = result.platforms.filter((one) => isProven(one.verdict) && explainShortfall(one) === undefined);
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






const REPORT_SCHEMA = 2;
const LIST = 'list';
function reportQemu({ origins, cacheHit, downloadedBytes }) {
    return { origins, cacheHit, downloadedBytes };
}
function makeReport(result) {
    const { facts, problem, checks, notes, matrix } = result;
    const healthy = isHealthy(result);
    const body = {
        schema: REPORT_SCHEMA,
        mode: result.mode,
        scope: result.scope,
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
        registered: safeNames(result.registered),
        removed: safeNames(result.removed),
        rules: reportRules(result),
        planned: result.planned && reportPreview(result.planned),
        qemu: result.qemu && reportQemu(result.qemu),
        findings: result.findings,
        checks: checks?.map(reportCheck),
        entries: checks || result.mode === LIST ? reportEntries(facts.table.entries) : undefined,
        diagnosis: result.diagnosis,
        network: result.network?.map(reportPlace),
        notes,
        problem: problem && { id: problem.id, message: problem.message },
        matrix,
    };
    return { ...body, outputs: makeOutputs(result, body) };
}
function reportPlace({ kind, name, from, answer, reached, ms, remedy }) {
    return {
        kind,
        name: printable(name, 120),
        from: from && printable(from, 200),
        answer: printable(answer, 300),
        reached,
        ms,
        remedy: remedy && printable(remedy, 300),
    };
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
        .map((one) => reportPlatform(one, explainShortfall(one)));
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
        .flatMap((verdict) => platformsOf(verdict.arch, buildKitLevel(verdict), verdict.arch === facts.architecture))
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
const OBEYED = new RegExp(`(?!\\n)${UNSEEN}|${COMMAND_MARK}`, 'gu');
function renderJson(report) {
    const text = `${JSON.stringify(report, null, 2)}\n`;
    return text.replace(OBEYED, (letter) => letter.split('').map(escapeUnit).join(''));
}
function escapeUnit(unit) {
    return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
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
function emptyReport(mode) {
    return {
        schema: REPORT_SCHEMA,
        mode,
        exitCode: 0,
        healthy: true,
        changed: false,
        platforms: [],
        registered: [],
        removed: [],
        findings: [],
        notes: [],
        outputs: {},
    };
}
function failureOf(mode, { id, message, exitCode }) {
    return { ...emptyReport(mode), exitCode, healthy: false, problem: { id, message } };
}
function blamesEmulation({ verdict, diagnoses }) {
    return verdict === 'emulation' && diagnoses[0]?.causes[0].supported === true;
}

;// CONCATENATED MODULE: ./lib/report/story.js


function headlineOfRun(report) {
    const { mode, problem, planned, matrix } = report;
    switch (mode) {
        case 'plan':
            if (problem !== undefined)
                return 'plan: failed';
            if (planned?.stop !== undefined)
                return 'plan: setup would stop here';
            return matrix === undefined ? 'plan' : `plan: ${sumOf(matrix)}`;
        case 'setup':
            return setupHeadline(report);
        case 'remove':
        case 'undo':
            return `${mode}: ${problem === undefined ? '' : 'not all as asked, '}${changesOf(report) || nothingDone(report)}`;
        default:
            return problem === undefined ? mode : `${mode}: failed`;
    }
}
function setupHeadline({ platforms, rules = [], scope, problem, healthy }) {
    const proven = platforms.filter((row) => row.proven).length;
    const there = rules.filter(({ registered }) => registered).length;
    const where = scope === 'private' ? ' in a private table' : scope === 'engine' ? " in the engine's table" : '';
    const counts = [
        platforms.length === 0 ? '' : `${countOf(proven, platforms.length, 'platform')} ${runs(proven)}${where}`,
        rules.length === 0
            ? ''
            : `${countOf(there, rules.length, 'rule')} registered${platforms.length === 0 ? where : ''}`,
    ].filter((part) => part !== '');
    if (counts.length > 0)
        return counts.join(', ');
    return problem === undefined && healthy ? 'nothing was asked for' : 'failed';
}
function countOf(some, all, word) {
    const words = `${word}${all === 1 ? '' : 's'}`;
    return some === all ? `${all} ${words}` : `${some} of ${all} ${words}`;
}
function runs(count) {
    return count === 1 ? 'runs' : 'run';
}
function closingOf(report) {
    const { mode, platforms, changed, healthy } = report;
    const proven = platforms.filter((row) => row.proven).length;
    const counts = platforms.length > 0 && !['remove', 'undo', 'mount', 'plan'].includes(mode);
    const parts = counts ? [`${proven} of ${platforms.length} platforms run here`] : [];
    const changes = changesOf(report);
    if (changes !== '')
        parts.push(changes);
    else if (changed && mode === 'mount')
        return 'binfmt_misc was mounted; nothing was registered.';
    else if (changed && mode === 'undo')
        parts.push('what that run had changed was taken back');
    else if (changed)
        parts.push('what the host does after a reboot was changed');
    else
        parts.push(healthy && mode !== 'plan' ? nothingDone(report) : 'nothing was changed');
    return `${parts.join('; ')}.`;
}
function nothingDone({ mode }) {
    return mode === 'undo' ? 'nothing was left to take back' : 'nothing had to be changed';
}
function changesOf({ mode, registered, removed }) {
    const renewed = registered.filter((name) => removed.includes(name));
    const came = registered.filter((name) => !renewed.includes(name));
    const gone = removed.filter((name) => !renewed.includes(name));
    const back = mode === 'undo' || mode === 'remove';
    return [phrase(back ? 'put back' : 'registered', came), phrase('renewed', renewed), phrase('removed', gone)]
        .filter((part) => part !== '')
        .join('; ');
}
function phrase(verb, names) {
    return names.length === 0
        ? ''
        : `${verb} ${listed(names.map((name) => printable(name, 60)), 20)}`;
}

;// CONCATENATED MODULE: ./lib/report/listing.js


function renderListing(report, paint) {
    const { platforms, entries = [], host, notes } = report;
    const proven = platforms.filter((row) => row.proven).length;
    const answering = new Set(platforms.flatMap(({ entry }) => entry ?? []));
    const others = entries.filter(({ name }) => !answering.has(name));
    const rows = alignColumns(platforms.map(({ platform, ...row }) => [platform, howOf(row), row.entry ?? '', row.interpreter ?? '']));
    return [
        ...rows.map((row, at) => `${platforms[at]?.proven ? paint.good('✓') : paint.bad('✗')} ${row}`),
        ...platforms.filter((row) => !row.proven).map(({ platform, reason }) => `  ${platform}: ${reason}`),
        ...(others.length === 0 ? [] : ['also in the table:']),
        ...alignColumns(others.map(describeEntry)).map((line) => `  ${line}`),
        ...notes.map(paint.faint),
        host.table === 'ready'
            ? `${proven} of ${platforms.length} platforms run here.`
            : `binfmt_misc: ${host.table}; ${proven === 1 ? '1 platform runs' : `${proven} platforms run`} here.`,
    ];
}
function howOf({ status, proven, qemuVersion, flags = '' }) {
    if (status === 'native')
        return 'native';
    const how = qemuVersion === undefined ? 'emulated' : `QEMU ${qemuVersion}`;
    return [proven ? how : status, flags].filter((part) => part !== '').join(', ');
}
function describeEntry({ name, enabled, kind, interpreter = '' }) {
    return [name, enabled ? `by ${kind}` : 'switched off', interpreter];
}
function renderKnown(known) {
    const rows = known.map(({ platform, names, all }) => [all ? '*' : ' ', platform, names.join(', ')]);
    return [
        ...alignColumns([[' ', 'platform', 'names'], ...rows]),
        '',
        '* is one of those that all means. Variants: amd64/v2 to v4, arm/v5 to v8, arm64/v8.1 and so on.',
    ];
}
function reportKnown(known) {
    return { ...emptyReport('platforms'), known };
}

;// CONCATENATED MODULE: ./lib/report/text.js





const MOST_CAUSES = 3;
function headlineOf(report) {
    return report.diagnosis?.headline ?? stateOf(report);
}
const ABOUT = 'Programs for another processor architecture run on a machine through an emulator alone (QEMU). A handler is the entry of the Linux kernel’s table binfmt_misc that starts it; one step of this action sets up both.';
function text_isElsewhere({ diagnosis }) {
    return diagnosis?.logs.every(({ here }) => here === false) === true;
}
function toldBy({ findings, diagnosis }) {
    const told = (diagnosis?.diagnoses[0]?.causes ?? []).map(({ finding }) => finding);
    return findings.filter(({ id }) => told.includes(id));
}
function stateOf({ findings, platforms, diagnosis }) {
    if (text_isElsewhere({ diagnosis }))
        return 'What failed ran on other machines: what the checks found on this one says nothing of it.';
    const count = (severity) => {
        const number = findings.filter((finding) => finding.severity === severity).length;
        return number === 0 ? '' : `${number} ${severity}${number === 1 ? '' : 's'}`;
    };
    const [errors, warnings] = [count('error'), count('warning')];
    const found = [errors, warnings].filter((part) => part !== '').join(', ');
    if (diagnosis !== undefined)
        return `On this host the checks found ${found === '' ? 'nothing wrong' : found}.`;
    if (errors !== '')
        return `Not healthy: ${found}`;
    const state = warnings === '' ? 'Healthy' : `Healthy, with ${warnings}`;
    const runs = platforms.filter(({ proven }) => proven).map(({ platform }) => platform);
    return runs.length === 0
        ? state
        : `${state}: ${runs.join(', ')} ${runs.length === 1 ? 'runs' : 'run'} here`;
}
function matters({ findings, diagnosis }) {
    if (diagnosis === undefined || diagnosis.verdict === 'nothing-failed')
        return findings.filter(({ severity }) => severity !== 'info');
    if (text_isElsewhere({ diagnosis }))
        return [];
    const told = toldBy({ findings, diagnosis });
    return findings.filter((finding) => finding.severity === 'error' && !told.includes(finding));
}
function asides(report) {
    const read = [...matters(report), ...toldBy(report)];
    return report.findings.filter((finding) => !read.includes(finding));
}
function asideOf({ title, severity, evidence }) {
    return `${title}${severity === 'info' ? '' : ` (${severity})`}: ${sentence(evidence)}`;
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
    const { checks = [], diagnosis, entries = [] } = report;
    const headline = headlineOf(report);
    return [
        report.healthy ? paint.good(headline) : paint.bad(headline),
        ...(diagnosis === undefined ? [] : [...renderAnswers(diagnosis), '', stateOf(report)]),
        ...matters(report).flatMap((finding) => renderFinding(finding, paint)),
        '',
        '─'.repeat(40),
        ...renderNetwork(report.network ?? []),
        ...report.notes,
        ...report.platforms
            .filter(({ proven }) => !proven)
            .map(({ platform, reason }) => `${platform}: ${reason}`),
        ...nameEntries(entries),
        ...asides(report).map((finding) => `${finding.id} ${asideOf(finding)}`),
        ...groupUnseen(checks).map(paint.faint),
        tally(checks),
    ];
}
function placeRows(places) {
    if (places.length === 0)
        return [];
    return [
        ['asked', 'where', 'named by', 'answer', 'ms'],
        ...places.map(({ kind, name, from = 'the image', answer, ms }) => [kind, name, from, answer, String(ms)]),
    ];
}
function renderNetwork(places) {
    const rows = placeRows(places);
    return rows.length === 0 ? [] : [...alignColumns(rows), ''];
}
function renderFinding({ id, severity, title, evidence, remedy, commands, link }, paint) {
    const head = `${id} ${title} (${severity})`;
    return [
        '',
        severity === 'error' ? paint.bad(head) : paint.warn(head),
        `  ${sentence(evidence)}`,
        `  ${sentence(remedy)}`,
        ...commands.map((command) => `    ${command}`),
        `  ${paint.faint(link)}`,
    ];
}
function renderAnswers({ logs }) {
    if (logs.length === 1)
        return logs.flatMap(renderAnswer);
    return logs.flatMap((one) => ['', `${one.name}: ${one.headline}`, ...renderAnswer(one)]);
}
function renderAnswer({ diagnoses, lookAt, next, step }) {
    return [
        ...(step === undefined ? [] : [`  The step that failed: ${step}`]),
        ...(diagnoses.length === 0 ? [sentence(next)] : []),
        ...lookAt.map(quoted),
        ...diagnoses.flatMap((one, index) => renderDiagnosis(one, index === 0)),
    ];
}
function quoted({ line, text }) {
    return `  line ${line}: ${text}`;
}
function renderDiagnosis({ title, evidence, causes, link }, leads) {
    return [
        '',
        title,
        ...evidence.map(quoted),
        ...causes
            .slice(0, leads ? MOST_CAUSES : 1)
            .flatMap(({ supported, text, remedy, commands, finding }) => [
            `  ${supported ? 'Cause' : 'Possible'}${finding === undefined ? '' : ` (${finding})`}: ${sentence(text)}`,
            `  ${sentence(remedy)}`,
            ...commands.map((command) => `    ${command}`),
        ]),
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
function renderText(report, paint = PLAIN) {
    if (report.mode === LIST)
        return renderListing(report, paint);
    return report.checks === undefined
        ? renderRun(report, warningsOf(report), paint)
        : renderDoctor(report, paint);
}
function renderLog(report) {
    return report.checks === undefined ? renderRun(report, [], PLAIN) : renderDoctor(report, PLAIN);
}
function renderRun(report, warnings, paint) {
    const width = Math.max(0, ...report.platforms.map(({ platform }) => platform.length));
    const lines = report.platforms.map((row) => renderRow(row, width, report, paint));
    const matrix = report.mode === 'plan' ? report.matrix : undefined;
    const picture = matrix === undefined ? [] : ['', ...renderMatrix(matrix), ''];
    const rules = (report.rules ?? []).map((rule) => renderRule(rule, paint));
    const remarks = remarksOf(report).map((note) => paint.faint(note));
    const shown = warnings.map((warning) => paint.warn(warning));
    return [...lines, ...picture, ...rules, ...remarks, ...shown, closingOf(report)];
}
function remarksOf({ planned, notes }) {
    return [...(planned === undefined ? [] : previewLines(planned)), ...notes];
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
function renderRow(row, width, report, paint) {
    const name = row.platform.padEnd(width);
    if (report.mode === 'plan' && row.action === 'install')
        return `${paint.faint('+')} ${name}  ${renderPreviewRow(row)}`;
    if (row.proven)
        return `${paint.good('✓')} ${name}  ${text_describe(row)}`;
    const told = tellerOf(row, report);
    return `${paint.bad('✗')} ${name}  ${told === undefined ? row.reason : `not proven: ${told} says why`}`;
}
function tellerOf({ reason }, { problem, findings }) {
    const warning = findings.find((finding) => finding.severity === 'warning' && finding.evidence.includes(reason));
    return problem?.message.includes(reason) ? problem.id : warning?.id;
}
function text_describe(row) {
    if (row.status === 'native')
        return 'native';
    const version = row.qemuVersion === undefined ? '' : ` by QEMU ${row.qemuVersion}`;
    return `emulated${version}, flags ${row.flags ?? 'unknown'}, proven in ${row.ms} ms`;
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
        ...asides(report).map((finding) => `[${finding.id}](${finding.link}) ${asMarkdown(asideOf(finding))}`),
        ...unseen(checks).map(({ id, title, state, reason }) => asMarkdown(`${id} ${title}: ${state}: ${reason}`)),
    ];
    return [
        `### setup-binfmt doctor: ${asMarkdown(headlineOf(report))}`,
        ...(diagnosis?.verdict === 'emulation' ? [asWholeMarkdown(ABOUT)] : []),
        ...(diagnosis === undefined ? [] : markdown_renderAnswers(diagnosis, findings)),
        ...(diagnosis === undefined ? [] : [asMarkdown(stateOf(report))]),
        ...matters(report).map(markdown_renderFinding),
        ...markdown_renderNetwork(report),
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
function markdown_renderNetwork({ network = [] }) {
    const [head, ...rows] = placeRows(network);
    if (head === undefined)
        return [];
    const lines = [head, head.map(() => '---'), ...rows.map((row) => row.map(asMarkdown))];
    return [lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n')];
}
function markdown_renderFinding({ id, severity, title, evidence, remedy, commands, link }) {
    return [
        `**[${id}](${link}) ${asMarkdown(title)}** (${severity})`,
        asMarkdown(sentence(evidence)),
        asMarkdown(sentence(remedy)),
        ...fenced(commands),
    ].join('\n\n');
}
function markdown_renderAnswers({ logs }, findings) {
    if (logs.length === 1)
        return logs.flatMap((one) => markdown_renderAnswer(one, findings));
    return logs.flatMap((one) => [
        `#### ${asMarkdown(one.name)}`,
        asMarkdown(one.headline),
        ...markdown_renderAnswer(one, findings),
    ]);
}
function markdown_renderAnswer({ diagnoses, lookAt, next, step }, findings) {
    return [
        ...(step === undefined ? [] : [`The step that failed: ${asMarkdown(step)}`]),
        ...(diagnoses.length === 0 ? [asMarkdown(sentence(next))] : []),
        ...markdown_quoted(lookAt),
        ...diagnoses.map((one, index) => markdown_renderDiagnosis(one, index === 0, findings)),
    ];
}
function markdown_quoted(lines) {
    const items = lines.map(({ line, text }) => `- line ${line}: ${asMarkdown(text)}`);
    return items.length === 0 ? [] : [items.join('\n')];
}
function markdown_renderDiagnosis({ title, evidence, causes, link }, leads, findings) {
    const seen = (id) => {
        const finding = findings.find((one) => one.id === id);
        return finding === undefined ? '' : ` ([${finding.id}](${finding.link}))`;
    };
    return [
        `**[${asMarkdown(title)}](${link})**`,
        ...markdown_quoted(evidence),
        ...causes
            .slice(0, leads ? MOST_CAUSES : 1)
            .flatMap(({ supported, text, remedy, commands, finding }) => [
            `${supported ? 'Cause' : 'Possible'}${seen(finding)}: ${asMarkdown(sentence(text))} **${asMarkdown(sentence(remedy))}**`,
            ...fenced(commands),
        ]),
    ].join('\n\n');
}
function fenced(commands) {
    if (commands.length === 0)
        return [];
    const fence = fenceFor(commands.join('\n'), 3);
    const [first = ''] = commands;
    const language = /^(?:- |# |[a-z][\w-]*: )/.test(first) ? 'yaml' : 'sh';
    return [[`${fence}${language}`, ...commands.map(safeLine), fence].join('\n')];
}
const markdown_HOW = {
    native: 'native',
    emulated: 'emulated',
    'outside-only': 'not proven',
    broken: 'broken',
    absent: 'absent',
};
function markdown_renderRun(report) {
    const { mode, matrix, problem, outputs } = report;
    const looksOn = mode === 'remove' || mode === 'undo' || mode === 'mount';
    const isPlan = mode === 'plan' && problem === undefined;
    return [
        `### setup-binfmt${mode === 'setup' ? ':' : ''} ${asMarkdown(headlineOfRun(report))}`,
        ...(problem === undefined ? [] : [`**${problem.id}** ${asWholeMarkdown(problem.message)}`]),
        ...listItems(warningsOf(report).map((warning) => `⚠️ ${asWholeMarkdown(warning)}`)),
        ...(isPlan && matrix !== undefined ? [markdown_renderMatrix(matrix)] : []),
        ...(isPlan && matrix !== undefined && report.planned?.stop !== undefined ? [sumOf(matrix)] : []),
        ...(isPlan ? planTable(report.platforms) : platformTable(report.platforms, problem?.message)),
        ...listItems((report.rules ?? []).map(ruleItem)),
        ...listItems(changeItems(report)),
        ...(looksOn && outputs.platforms
            ? [`Runs here now: ${asMarkdown(outputs.platforms.replaceAll(',', ', '))}`]
            : []),
        ...listItems(remarksOf(report).map(asWholeMarkdown)),
        whereOf(report),
        '',
    ].join('\n\n');
}
function listItems(items) {
    return items.length === 0 ? [] : [items.map((item) => `- ${item}`).join('\n')];
}
function table(head, rows) {
    if (rows.length === 0)
        return [];
    const lines = [head, head.map(() => '---'), ...rows];
    return [lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n')];
}
function platformTable(platforms, told = '') {
    const rows = platforms.map((row) => [
        `\`${row.platform}\``,
        markdown_HOW[row.status],
        row.qemuVersion ?? '',
        asMarkdown(row.flags ?? ''),
        row.proven ? '✅' : told.includes(row.reason) ? '❌' : `❌ ${asMarkdown(row.reason)}`,
        row.status === 'absent' ? '' : String(row.ms),
    ]);
    return table(['Platform', 'How', 'QEMU', 'Flags', 'Proven', 'ms'], rows);
}
function planTable(platforms) {
    const rows = platforms.map((row) => [`\`${row.platform}\``, planCell(row)]);
    return table(['Platform', 'Setup on this host'], rows);
}
function planCell(row) {
    if (row.action === 'install')
        return asMarkdown(renderPreviewRow(row));
    if (row.proven)
        return row.status === 'native' ? 'runs natively' : `runs already, ${markdown_HOW[row.status]}`;
    return `❌ ${asMarkdown(row.reason)}`;
}
function ruleItem({ name, interpreter, registered }) {
    return `${registered ? '✅' : '❌'} rule ${asMarkdown(name)} ${registered ? `is registered for ${asMarkdown(interpreter)}` : 'is not registered'}`;
}
function changeItems({ mode, registered, removed }) {
    if (mode !== 'remove' && mode !== 'undo')
        return [];
    return [
        ...removed.map((name) => `removed ${asMarkdown(name)}`),
        ...registered.map((name) => `put back ${asMarkdown(name)}`),
    ];
}
function whereOf({ host, qemu }) {
    const origins = (qemu?.origins ?? []).map((origin) => `; QEMU from ${asMarkdown(origin)}`);
    return `<sub>Linux ${asMarkdown(host.kernel)} on ${host.architecture}${origins.join('')}</sub>`;
}
function renderFailure({ id, message }) {
    return `### setup-binfmt failed\n\n**${id}** ${asWholeMarkdown(message)}\n\n`;
}
function markdown_renderMatrix(matrix) {
    if (matrix.include.length === 0)
        return EMPTY_MATRIX;
    const cells = columnsOf(matrix).map((column) => {
        const [head = '', ...rest] = column.map((cell) => (OWN_WORDS.has(cell) ? cell : `\`${cell}\``));
        return [head, '---', ...rest];
    });
    return joinColumns(cells)
        .map((row) => `| ${row.join(' | ')} |`)
        .join('\n');
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
            (0,core/* endGroup */.N4)();
        open = false;
    };
    return {
        group: (title) => {
            end();
            startGroup(title);
            open = true;
        },
        line: logLine,
        download: (download) => lineMeter(logLine, download),
        end,
    };
}
async function publishReport(host, told, summary) {
    const report = github_inWorkflow(told);
    renderLog(report).forEach(logLine);
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
    for (const { level, title, text } of annotationsOf(report))
        annotate(level, title, text);
    if (summary && host.env.GITHUB_STEP_SUMMARY) {
        await attempt(() => writeSummary(renderSummary(report)));
    }
    publishProblem(report);
    return lost.length === 0 ? undefined : runnerProblem('publish the result', ...lost);
}
function github_inWorkflow(report) {
    const { findings, notes, problem } = report;
    return {
        ...report,
        findings: findings.map((finding) => ({ ...finding, remedy: sentenceFor(finding.remedy) })),
        notes: notes.map(sentenceFor),
        problem: problem && { ...problem, message: sentenceFor(problem.message) },
    };
}
function writeReport(host, report) {
    const temp = host.env.RUNNER_TEMP;
    if (temp === undefined || host.stat(temp)?.kind !== 'folder')
        return undefined;
    const path = `${host.makeTemporary('setup-binfmt-report-', temp, true)}/report.json`;
    host.writeFile(path, renderJson(report), 0o644);
    return path;
}
function setOutputs(outputs) {
    for (const [name, value] of Object.entries(outputs))
        (0,core/* setOutput */.uH)(name, value);
}
function publishProblem({ problem }) {
    if (problem !== undefined)
        annotate('error', problem.id, problem.message);
}
function addToPath(folder) {
    try {
        (0,core/* addPath */.fM)(folder);
    }
    catch (thrown) {
        throw runnerProblem('put a folder on PATH of later steps', thrown);
    }
}
function publishAfterwards(told) {
    const report = github_inWorkflow(told);
    renderText(report).forEach(logLine);
    for (const { level, title, text } of annotationsOf(report))
        annotate(level, title, text);
    publishProblem(report);
}
function publishFailure(problem) {
    annotate('error', problem.id, problem.message);
    if (problem.cause !== undefined)
        debug((0,external_node_util_.inspect)(problem.cause));
}
async function summarizeFailure(host, problem) {
    if (host.env.GITHUB_STEP_SUMMARY)
        await writeSummary(renderFailure(problem)).catch(() => undefined);
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
    const found = matters(report).flatMap(({ id, severity, title, evidence, remedy }) => severity !== 'info' && shown.includes(severity)
        ? [{ level: severity, title: `${id} ${title}`, text: `${sentence(evidence)} ${sentence(remedy)}` }]
        : []);
    const logs = report.diagnosis?.logs ?? [];
    const told = logs.flatMap(({ name, verdict, diagnoses: [first] }) => {
        if (first === undefined)
            return [];
        const [{ supported, text, remedy }] = first.causes;
        return [
            {
                level: verdict === 'emulation' ? 'error' : 'warning',
                title: logs.length === 1 ? first.title : `${name}: ${first.title}`,
                text: `${supported ? '' : 'Possible: '}${sentence(text)} ${sentence(remedy)}`,
            },
        ];
    });
    return [...told, ...found].slice(0, ANNOTATION_LIMIT);
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
    let changes;
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
    for (const [signal, number] of Object.entries(STOPPING)) {
        process.on(signal, () => {
            if (process.listenerCount(signal) > 1)
                return;
            endSoon((helpers) => {
                end(stopped(signal, what, helpers, changes?.()));
                process.exit(128 + number);
            });
        });
    }
    const codes = [];
    for (const part of parts) {
        try {
            codes.push(await part((next, hasChanged = changes) => {
                [what, changes] = [next, hasChanged];
            }));
        }
        catch (thrown) {
            codes.push(end(thrown));
        }
    }
    return codes.find((code) => code !== 0) ?? 0;
}
const STOPPING = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 };
const LEFT = {
    known: 'What it has changed by then stays, and undo takes it back; or run it again, which goes on from there',
    nothing: 'Nothing was changed, and what it had begun to fetch is removed; run it again',
    unknown: 'Run it again; what it has changed by then is recorded, and undo takes it back',
    installer: 'Run it again; entries that the installer has registered by then are in the table, and remove takes them away by their names',
};
function stopped(signal, what, helpers, changed) {
    const first = helpers.length === 0 ? '' : `, and has ended ${helpers.join(', ')} before`;
    const left = changed === undefined ? LEFT.unknown : changed ? LEFT.known : LEFT.nothing;
    return new SetupProblem({
        id: 'SB-STOPPED',
        kind: 'unproven',
        what,
        cause: `this program was stopped by ${signal}${first}`,
        remedy: helpers.includes('docker') ? LEFT.installer : left,
    });
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
    return programBeside('privileged.js');
}
function programBeside(name) {
    const started = process.argv[1];
    return (0,external_node_path_.join)(started === undefined ? process.cwd() : (0,external_node_path_.dirname)((0,external_node_fs_.realpathSync)(started)), name);
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
function builderInUse({ engine: { builders } }) {
    return builders.find(({ current }) => current) ?? builders.find(({ name }) => name === 'default');
}
const WAIT = {
    remedy: 'Wait 20 seconds and ask it again; if it still does not list them, start the Docker engine again',
    commands: ['sleep 21', 'docker buildx inspect'],
};
function unknownLevels({ verdicts, wanted = [] }) {
    const verdict = verdicts?.get('amd64');
    if (verdict?.status !== 'emulated')
        return [];
    const known = buildKitLevel(verdict);
    return wanted
        .filter(({ arch, variant }) => {
        const level = Number(variant?.slice(1) ?? 1);
        return arch === 'amd64' && level > known && level <= (verdict.level ?? 1);
    })
        .map(formatPlatform);
}
const ENGINE_CHECKS = [
    check('warning', 'SB094', 'BuildKit refuses steps of a level that runs here', {
        remedy: 'Begin the stages that run steps with FROM --platform=linux/amd64/v2, under which the same programs run, and copy from them in a last stage that runs none; builders other than BuildKit do not ask',
        commands: ['FROM --platform=linux/amd64/v2 IMAGE AS build'],
        look: (context) => {
            const levels = unknownLevels(context);
            if (levels.length === 0)
                return [];
            return `programs of ${levels.join(', ')} run here, and BuildKit knows two levels of an emulated CPU: it ends the build with “no support for running processes with ${levels[0]} platform”`;
        },
    }),
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
    doctorCheck('warning', 'SB057', 'the builder takes one platform at a time', {
        remedy: 'Make a builder of the driver docker-container before the build (docker/setup-buildx-action), or turn on the containerd image store',
        commands: ['docker buildx create --use --bootstrap'],
        skip: (doctor, { asked = [] }) => {
            const builder = builderInUse(doctor);
            if (builder === undefined)
                return 'no builder is known';
            return asked.length < 2 ? 'only one platform was asked for, or none' : undefined;
        },
        look: (doctor, { asked = [] }) => builderInUse(doctor)?.driver === 'docker' &&
            doctor.engine.server?.containerdStore !== true &&
            `the driver docker of the builder in use cannot build for ${asked.length} platforms at once (${listed(asked)})`,
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
    const found = answeredClaimsOf(context).filter((claim) => behind(claim).some((entry) => entries_isSame(entry, claim.answering) === same));
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
function entries_isSame(a, b) {
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
function isQemu({ path, verdicts }) {
    return /(?:^|\/)qemu-/.test(path) || verdicts.some(({ qemuVersion }) => qemuVersion !== undefined);
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
                if (result === undefined || ['arguments', 'works', 'slow'].includes(result))
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
    check('warning', 'SB096', 'too slow to tell', {
        remedy: 'Run this again when the machine has less to do; its handlers are left as they are',
        skip: skipUnread,
        look: (context) => {
            const slow = claimsOf(context).filter(({ verdict: { result } }) => result === 'slow');
            return slow.map(({ target, verdict }) => `${target.arch}: ${verdict.reason}`).join('; ');
        },
    }),
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
    check('info', 'SB093', 'a mask keeps programs out', {
        remedy: 'If such programs are to run, register again with a mask that asks for no more than the kernel does',
        commands: EXAMPLE_REPLACE,
        skip: skipUnread,
        look: (context) => {
            const narrow = answeredClaimsOf(context).flatMap(({ target, answering, verdict }) => {
                const keptOut = verdict.status === 'emulated' ? keptOutBy(answering, target) : [];
                return keptOut.length === 0 ? [] : [{ arch: target.arch, name: answering.name, keptOut }];
            });
            const [first] = narrow;
            if (first === undefined)
                return [];
            const names = listed(narrow.map(({ name }) => name));
            return {
                evidence: `${names}: the mask keeps out ${listed(first.keptOut)}, which the kernel of such a machine runs`,
                commands: [
                    setupCommand(narrow.map(({ arch }) => arch), true),
                ],
            };
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
    check('warning', 'SB036', 'others get the rights of set-uid programs', {
        remedy: 'Unless sudo must work in emulated containers, set credentials: false, and on-conflict: replace to have it taken from what is registered already',
        commands: [`${EXAMPLE_REPLACE.join()} --no-credentials`],
        skip: (context) => skipUnread(context) ||
            (context.facts.userNamespace && 'this is not the first user namespace') ||
            (context.facts.otherLogins === 0 && 'nobody else can log in here, as far as is known'),
        look: (context) => {
            const obeying = handlersOf(context).filter((handler) => handler.entry.flags.includes('C') && isQemu(handler));
            const count = `other users can log in here (at least ${context.facts.otherLogins})`;
            const names = listed(obeying.map(({ entry }) => entry.name));
            const effect = `each set-uid program of another architecture that they can execute gives them its owner’s rights, because QEMU (seen up to 11.1) obeys the QEMU_* variables of its caller`;
            const seen = observeHandlers(obeying, `${count}, and by the C flag of ${names} ${effect}`, {
                replace: true,
            });
            return seen && { ...seen, commands: seen.commands?.map((command) => `${command} --no-credentials`) };
        },
    }),
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
            const others = handlersOf(context).filter((handler) => !isQemu(handler));
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
            return `the log cannot be read (${printable(unreadableLog, 80)})${absent}`;
        },
    }),
    doctorCheck('warning', 'SB097', 'the job sets QEMU up twice', {
        remedy: 'Take the step docker/setup-qemu-action out of the job: it registers what is registered already, and from a container of its own',
        look: ({ job }) => {
            if (job === undefined)
                return [];
            const peer = job.uses.find((action) => /^docker\/setup-qemu-action$/i.test(action));
            const own = job.uses.find((action) => /\/setup-binfmt$/i.test(action));
            if (peer === undefined || own === undefined)
                return [];
            const [where, ...both] = [job.file, own, peer].map((word) => printable(word, 120));
            return `this job of ${where} uses ${both.join(' and ')}`;
        },
    }),
    doctorCheck('info', 'SB064', 'a proxy is set', {
        remedy: 'If downloads fail, see that the registries are allowed there',
        skip: skipUnasked,
        look: ({ network }) => {
            const proxies = (network?.places ?? []).filter(({ kind }) => kind === 'proxy');
            const names = [...new Set(proxies.map(({ name, from = '' }) => `${name} (${from})`))];
            return names.length > 0 && `${listed(names, 8, 120)} ${names.length === 1 ? 'is' : 'are'} set`;
        },
    }),
    doctorCheck('warning', 'SB065', 'a registry, mirror or proxy cannot be reached', {
        remedy: 'Allow it in the firewall or proxy, name a mirror in registry-mirrors, or take QEMU from apt (qemu-from)',
        skip: skipUnasked,
        look: ({ network }) => (network?.places ?? [])
            .filter(({ reached }) => !reached)
            .map(({ kind, name, answer, remedy }) => ({
            evidence: `the ${kind} ${printable(name, 80)}: ${printable(answer, 200)}`,
            ...(remedy === undefined ? {} : { remedy: printable(remedy, 300) }),
        })),
    }),
    doctorCheck('warning', 'SB067', 'a file that names mirrors, proxies or certificates is not understood', {
        remedy: 'Correct it, or set registry-config: false to leave the files of this machine alone',
        skip: skipUnasked,
        look: ({ network }) => (network?.troubles ?? []).map((trouble) => printable(trouble, 300)).join('; '),
    }),
];

;// CONCATENATED MODULE: ./lib/doctor/checks/kernel.js




const LOAD_ANYWAY = 'sudo modprobe --ignore-install binfmt_misc';
function kernel_remedyFor(blocks, forbidden) {
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
    check('error', 'SB041', 'module binfmt_misc blocked', {
        preflight: true,
        blocking: true,
        remedy: 'Load the module past the rule, and take the rule out so that it is loaded at the next start, too',
        commands: [LOAD_ANYWAY],
        skip: ({ facts, doctor }) => {
            if (facts.table.state !== 'not-loaded')
                return 'binfmt_misc is no module that waits to be loaded';
            return doctor === undefined && whyNoDevice(facts) === undefined ? ONLY_THE_DOCTOR : undefined;
        },
        look: ({ facts, doctor }) => {
            if (doctor === undefined)
                return `binfmt_misc is a module that is not loaded, and the kernel did not load it to mount a table (${whyNoDevice(facts)})`;
            const { moduleBlocks, sysctls } = doctor;
            const forbidden = sysctls['kernel.modules_disabled'] === 1;
            const rules = moduleBlocks.map(({ where, rule }) => `${printable(where, 120)} says "${printable(rule, 120)}"`);
            if (forbidden)
                rules.push('kernel.modules_disabled is 1 until the next start');
            return rules.length > 0 && { evidence: rules.join('; '), ...kernel_remedyFor(moduleBlocks, forbidden) };
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
const NO_DEVICE = /unknown filesystem type|No such device/;
function whyNoDevice({ namespaces }) {
    const { attempt } = namespaces ?? {};
    if (attempt === undefined || attempt.ok || attempt.stage !== 'mount' || !NO_DEVICE.test(attempt.said))
        return undefined;
    return printable(attempt.said, 160);
}

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
    workflow: {
        remedy: `Write scope: private, which works here without any privilege, and shell: with-binfmt bash -e {0} in later steps; or run this step as root, or allow this user passwordless sudo; or ${ON_THE_HOST}`,
        commands: ['scope: private', 'shell: with-binfmt bash -e {0}'],
    },
    terminal: {
        remedy: `Use exec in place of setup, which works here without any privilege; or run this as root; or ${ON_THE_HOST}`,
        commands: [`${PROGRAM} exec linux/arm64 -- command`],
    },
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
            if (facts.namespaces?.attempt.ok !== true)
                return evidence;
            return { evidence, ...PRIVATE_WORKS[facts.workflow === true ? 'workflow' : 'terminal'] };
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
const PROBED = [
    {
        id: 'openat2',
        lacks: 'openat2',
        severity: 'warning',
        text: 'QEMU {version} does not carry out openat2 as tar calls it: “tar: Cannot open: Function not implemented” or “Invalid argument” in images whose tar has the fix for CVE-2025-45582',
        remedy: UPDATE,
        sources: 'tonistiigi/binfmt#285 abiosoft/colima#1613 armbian/build#10713 moby/buildkit#6475',
    },
    {
        id: 'heap',
        lacks: 'heap',
        severity: 'warning',
        text: 'Under QEMU {version} the heap of a program cannot grow (brk): programs crash or are out of memory',
        remedy: UPDATE,
        sources: 'tonistiigi/binfmt#215 upx/upx#683',
    },
    {
        id: 'signal',
        lacks: 'signal',
        severity: 'warning',
        text: 'Under QEMU {version} a program does not go on after a signal',
        remedy: UPDATE,
        sources: 'tonistiigi/binfmt#215',
    },
    {
        id: 'thread',
        lacks: 'thread',
        severity: 'warning',
        text: 'Under QEMU {version} no thread starts and ends as it should',
        remedy: UPDATE,
        sources: 'tonistiigi/binfmt#72',
    },
    {
        id: 'time64',
        lacks: 'time64',
        severity: 'warning',
        text: 'QEMU {version} does not know the system calls for times after 2038: programs of Debian 13 and newer, and of musl 1.2, fail',
        remedy: UPDATE,
        sources: 'docker/buildx#395',
    },
    {
        id: 'rva23',
        lacks: 'rva23',
        severity: 'info',
        text: 'The riscv64 CPU of QEMU {version} lacks instructions of RVA23, which Ubuntu 26.04 is built for: its programs end with “Illegal instruction”',
        remedy: UPDATE,
        sources: 'uraimo/run-on-arch-action#174',
    },
];
const FIRST_LEVEL = {
    id: 'cpu-level-2',
    severity: 'warning',
    text: 'QEMU {version} shows an x86-64 CPU of the first level: “CPU does not support x86-64-v2” in images of RHEL 9 and its kin',
    remedy: `${UPDATE}, or set QEMU_CPU=max`,
    sources: 'podman-container-tools/podman#15456 runfinch/finch#20',
};
const advisories_RULES = [
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
        targets: ['arm64'],
        text: 'QEMU {version} was reported to crash at random when it places the program in memory, so that platforms come and go',
        remedy: UPDATE,
        sources: 'docker/buildx#542 go-debos/debos!261',
    },
    {
        id: 'threads-6.1',
        severity: 'info',
        from: '6.1.0',
        below: '6.2.0',
        text: 'Under the first builds of QEMU 6.1 programs that start threads can fail with “Function not implemented” (seen with OpenJ9); a later build of 6.1 has the fix, and this is {version}',
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
        text: 'Under QEMU {version} arm64 programs (ldconfig, Node.js, compilers) were reported to crash at random, on newer kernels above all',
        remedy: UPDATE,
        sources: 'docker/setup-qemu-action#188 tonistiigi/binfmt#215 docker/buildx#1170',
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
        id: 'ldconfig-8.2',
        severity: 'warning',
        from: '8.2.0',
        below: '8.3.0',
        hosts: ['amd64'],
        targets: ['arm64'],
        text: 'Under QEMU {version}, the version of Ubuntu 24.04’s package, ldconfig of Debian 11 was reported to crash in arm64 images',
        remedy: UPDATE,
        sources: 'RPi-Distro/pi-gen#832',
    },
    {
        id: 'internal-sigsegv-8.2',
        severity: 'info',
        from: '8.2.0',
        below: '8.3.0',
        hosts: ['arm64'],
        targets: ['amd64'],
        text: 'QEMU {version} itself was reported to crash under amd64 programs such as gawk (“QEMU internal SIGSEGV {code=MAPERR, addr=0x20}”)',
        remedy: UPDATE,
        sources: 'podman-container-tools/podman#23219',
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
        below: '10.2.0',
        targets: ['arm64'],
        text: 'A crash of ldconfig in an image based on Ubuntu 22.04 was reported with QEMU 10.1.3, and is not settled; this is {version}',
        remedy: 'If it occurs, run the step natively',
        sources: 'tonistiigi/binfmt#298',
    },
    {
        id: 'slow-trixie',
        severity: 'info',
        below: '10.0.0',
        text: 'Images of Debian 13 were reported to run slower under QEMU {version} than under 10.0 and newer',
        remedy: UPDATE,
        sources: 'tonistiigi/binfmt#258',
    },
    {
        id: 'systemd-260',
        severity: 'info',
        from: OLDEST_TRUSTED,
        targets: ['arm64'],
        text: 'The scripts of systemd 260 in arm64 images were reported to crash QEMU where it is built with musl, as in tonistiigi/binfmt (“QEMU internal SIGSEGV”); builds with glibc run 262',
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
        text: 'Go programs for amd64 that were built before Go 1.25.4 can end with “lfstack.push invalid packing” under emulation on arm64',
        remedy: 'Use Go 1.25.4 or newer, or cross-compile with GOARCH=amd64 instead of running the Go tools emulated',
        sources: 'tonistiigi/binfmt#269 golang/go#69255',
    },
    {
        id: 'mimalloc-on-arm64',
        severity: 'info',
        hosts: ['arm64'],
        targets: ['amd64'],
        text: 'Programs for amd64 that use the allocator mimalloc, such as Nix 2.35, were reported to crash under QEMU 10.2.3 on arm64, and {version} is not known to be better',
        remedy: 'Set QEMU_GUEST_BASE=0x800000000000 in the steps that run them',
        sources: 'NixOS/nix#16184',
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
    const shown = [
        ...PROBED.filter(({ lacks }) => question.lacks?.includes(lacks)),
        ...(question.level === 1 ? [FIRST_LEVEL] : []),
    ];
    const reported = advisories_RULES.filter((rule) => (rule.from === undefined || !isOlder(version, rule.from)) &&
        (rule.below === undefined || isOlder(version, rule.below)) &&
        (rule.hosts === undefined || rule.hosts.includes(question.hostArch)) &&
        (rule.targets === undefined || rule.targets.some((target) => question.targets.includes(target))) &&
        (rule.kernelFrom === undefined || kernel === undefined || atLeast(kernel, rule.kernelFrom)) &&
        (rule.interpreterType === undefined || rule.interpreterType === question.interpreterType));
    const said = (probed) => (rule) => ({
        ...{
            id: rule.id,
            severity: rule.severity,
            remedy: rule.remedy,
            sources: linksOf(rule.sources),
            probed,
        },
        text: rule.text.replace('{version}', version),
    });
    return [...shown.map(said(true)), ...reported.map(said(false))].sort((a, b) => Number(a.severity === 'info') - Number(b.severity === 'info'));
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
        for (const { arch, qemuVersion: version, lacks, level: seen } of verdicts) {
            if (version === undefined)
                continue;
            const level = arch === 'amd64' ? seen : undefined;
            const key = `${version} ${type} ${lacks} ${level}`;
            const one = found.get(key) ?? { version, archs: [], type, lacks, level };
            one.archs.push(arch);
            found.set(key, one);
        }
    }
    return [...found.values()];
}
function observeAdvisories(context, kind) {
    const { architecture, kernel } = context.facts;
    return versionsOf(context).flatMap(({ version, archs, type, lacks, level }) => {
        const all = advisoriesFor({
            version,
            hostArch: architecture ?? '',
            targets: archs,
            kernelVersion: kernel.release,
            interpreterType: type,
            lacks,
            level,
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
    check('warning', 'SB040', 'QEMU lacks what programs use', {
        remedy: 'Use a newer QEMU',
        commands: EXAMPLE,
        skip: (context) => (versionsOf(context).length === 0 ? 'no QEMU answers' : undefined),
        look: (context) => observeAdvisories(context, ({ probed }) => probed),
    }),
    {
        id: 'SB043',
        severity: 'warning',
        title: 'known trouble with this QEMU',
        remedy: 'Use a newer QEMU',
        commands: EXAMPLE,
        skip: (context) => (versionsOf(context).length === 0 ? 'no QEMU answers' : undefined),
        look: (context) => observeAdvisories(context, ({ id, probed }) => !probed && !FIXED_ADDRESS.test(id)),
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

;// CONCATENATED MODULE: ./lib/doctor/checks/sources.js



const NOT_FETCHED = 'only a setup that needs QEMU looks at this';
function supplyCheck(kind, id, title, words) {
    return check('warning', id, title, {
        ...words,
        remedy: TROUBLE_REMEDIES[kind],
        skip: ({ troubles }) => (troubles === undefined ? NOT_FETCHED : undefined),
        look: ({ troubles = [] }) => troubles.filter((trouble) => trouble.kind === kind).map(observe),
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
const SOURCE_CHECKS = [
    supplyCheck('unpinned', 'SB045', 'the image is named without a digest', {
        commands: [setupFrom('docker.io/tonistiigi/binfmt:latest@sha256:…')],
    }),
    supplyCheck('damaged', 'SB046', 'a stored QEMU is damaged', {
        commands: ['ls -lR "$RUNNER_TOOL_CACHE/setup-binfmt"'],
    }),
    supplyCheck('unrefreshed', 'SB047', 'apt could not be asked for a newer QEMU', {
        commands: ['apt-get update'],
    }),
    supplyCheck('replaced', 'SB048', 'QEMU is from another source than the one that was asked first', {
        commands: [`${PROGRAM} setup --qemu-from image`],
    }),
    supplyCheck('kept', 'SB049', 'entries are kept that are not from the image that was asked for', {
        commands: [`${PROGRAM} setup --image IMAGE --on-conflict replace`],
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
    check('warning', 'SB095', 'the table of this container is its own, and empty', {
        remedy: 'Run the set-up inside of this container, or have the tool that made it not mount a table there',
        commands: ['grep binfmt_misc /proc/self/mountinfo'],
        skip: ({ facts }) => facts.container === undefined && 'this is no container',
        look: ({ facts: { table, userNamespace, kernel } }) => userNamespace &&
            table.state === 'ready' &&
            table.entries.length === 0 &&
            kernelAbilities(kernel).tablePerNamespace &&
            `${table.path} is mounted in this user namespace and empty, which hides what the host has: no program of another architecture runs here (buildah 1.43 mounts one in its containers)`,
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
    ...SOURCE_CHECKS,
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
function checks_asProblem(finding, what) {
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
        kernel: facts_textOf(info.KernelVersion),
        rootless: security.some((option) => option.includes('name=rootless')),
        containerdStore: JSON.stringify(info.DriverStatus ?? []).includes('io.containerd.snapshotter') || undefined,
        system: facts_textOf(info.OperatingSystem),
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
            driver: facts_textOf(builder.Driver),
            running: nodes.some((node) => node.Status === 'running'),
            current: builder.Current === true || undefined,
            platforms: [...new Set(nodes.flatMap((node) => platformsOfNode(node.Platforms)))],
            elsewhere: /^(?:remote|kubernetes|cloud)$/.test(facts_textOf(builder.Driver)) ||
                nodes.some(({ Endpoint: endpoint }) => /^(?!unix:)[a-z]+:\/\//.test(facts_textOf(endpoint))) ||
                undefined,
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
function facts_textOf(value) {
    return typeof value === 'string' ? value : '';
}
function parseJobUses(text, job) {
    const uses = [];
    let depth;
    for (const line of text.split('\n').filter((each) => /^\s*[^\s#]/.test(each))) {
        const indent = line.search(/\S/);
        if (depth !== undefined && indent <= depth)
            depth = undefined;
        if (line.trim().replace(/\s+#.*$/, '') === `${job}:`)
            depth = indent;
        const [, action] = /^\s*(?:-\s+)?uses:\s*["']?([\w.-]+\/[\w./-]+)@/.exec(line) ?? [];
        if (depth !== undefined && action !== undefined)
            uses.push(action);
    }
    return uses;
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

;// CONCATENATED MODULE: ./lib/doctor/kinds/kind.js


function kind(id, title, rest) {
    return { id, title, ...rest };
}
function plain(id, title, signs, [text, remedy, ...commands], rest = {}) {
    const cause = { text, shown: true, elsewhere: true, remedy, commands };
    return kind(id, title, { bearing: 'elsewhere', signs, causes: [cause], ...rest });
}
function kind_texts(list) {
    return list.split('|').map((has) => ({ has: has.trim() }));
}
function clue(id, ...signs) {
    return kind(id, id, { bearing: 'clue', signs, causes: [] });
}
function not(fact) {
    return fact === undefined ? undefined : !fact;
}
function either(...conditions) {
    return (view) => conditions.map((condition) => condition(view)).find((answer) => answer !== undefined);
}
function only(condition) {
    return (view) => condition(view) === true;
}
const foreign = ({ foreign }) => foreign;
const kind_native = ({ foreign }) => not(foreign);
function archOf(platform) {
    return platform.split('/')[1];
}
function archsOf({ host, platform }) {
    const named = platform === undefined ? (host.asked ?? []) : [platform];
    const wanted = new Set(named.map(archOf));
    return (host.archs ?? []).filter(({ arch }) => wanted.size > 0 ? wanted.has(arch) : !mayRunNatively(host.hostArch, arch));
}
function someArch(fault) {
    return (view) => {
        const answers = archsOf(view).map(fault);
        if (answers.includes(true))
            return true;
        return answers.length === 0 || answers.includes(undefined) ? undefined : false;
    };
}
function someEntry(fault) {
    return someArch((arch) => (arch.entry === undefined ? undefined : fault(arch)));
}
const someHandler = (view) => {
    const { archs, remoteEngine, rootless } = view.host;
    if (archs === undefined || remoteEngine === true || rootless === true)
        return undefined;
    return archsOf(view).every(({ entry }) => entry === undefined) ? false : undefined;
};
function qemuOlder(than) {
    const old = someEntry(({ qemuVersion }) => {
        const version = parseVersion(qemuVersion ?? '');
        return version === undefined ? undefined : isOlder(version, than);
    });
    return (view) => old(view) ?? someHandler(view);
}
function qemuWithin(from, below) {
    return (view) => (qemuOlder(from)(view) === true ? false : qemuOlder(below)(view));
}
const fixedAddress = (view) => someEntry(({ linked }) => (linked === undefined ? undefined : linked === 'exec'))(view) ??
    someHandler(view);
function kernelOlder(than) {
    return ({ host }) => {
        const version = parseVersion(host.kernel ?? '');
        return version === undefined ? undefined : isOlder(version, than);
    };
}
const missing = someArch(({ verdict, entry }) => verdict === undefined ? undefined : verdict === 'missing' && entry === undefined);
const misnamed = someArch(({ misnamed: named }) => named);
const switchedOff = someEntry(({ enabled }) => not(enabled));
const broken = someArch(({ verdict }) => verdict && verdict === 'broken');
const runsHere = someArch(({ verdict }) => verdict && (verdict === 'native' || verdict === 'emulated'));
const THIRTY_TWO_BIT = new Set(['386', 'arm', 'mips', 'mipsle', 'ppc', 'riscv32', 'm68k', 'sh4']);
const thirtyTwoBit = ({ platform }) => platform === undefined ? undefined : THIRTY_TWO_BIT.has(archOf(platform));
function machineIs(arch) {
    return ({ machine }) => (machine === undefined ? undefined : machine === arch);
}
function platformIs(arch) {
    return ({ platform }) => (platform === undefined ? undefined : archOf(platform) === arch);
}
function logShows(...ids) {
    return ({ log }) => log.matches.some((match) => ids.includes(match.id)) || undefined;
}
function evidenceIs(pattern) {
    return ({ match }) => match.evidence.some(({ text }) => pattern.test(text)) || undefined;
}
function programIs(pattern) {
    return ({ match }) => (match.program === undefined ? undefined : pattern.test(match.program));
}

;// CONCATENATED MODULE: ./lib/doctor/kinds/common.js


const common_SETUP = 'node dist/cli.js setup {platform}';
const REPLACE = `${common_SETUP} --on-conflict replace`;
const VERSION = 'docker run --rm -e QEMU_VERSION=1 --platform {platform} alpine true';
const common_FILE = 'file {program}';
const FILE_IN_IMAGE = 'docker cp "$(docker create --platform {platform} IMAGE)":{program} ./program && file ./program';
const INSPECT = 'docker buildx imagetools inspect IMAGE';
const NATIVE_RUNNER = 'runs-on: {runner}';
const NATIVE_STAGE = 'FROM --platform=$BUILDPLATFORM IMAGE AS build';
const BASIC = /(?:^|\/)(?:(?:ba|da|a|z|k)?sh|busybox|env|sleep|cat|ls|true|uname|id|mkdir|rm|cp|mv|ln|chmod|chown|apt(?:-get)?|apk|dpkg(?:-\w+)?|yum|dnf|rpm|debootstrap|init|systemd|ldconfig|sed|grep|awk|tar|find|test|echo|sudo|update-ca-certificates|adduser|useradd)$/;
const OLD_QEMU = {
    text: `QEMU is older than ${OLDEST_TRUSTED}, or faulty; many crashes of earlier versions on newer kernels and images are mended`,
    when: qemuOlder(OLDEST_TRUSTED),
    remedy: 'Put a current QEMU in its place and register it anew, or run the step natively',
    commands: [REPLACE, VERSION],
};
const common_FIXED_ADDRESS = {
    text: 'This QEMU is linked at a fixed address, which newer kernels’ randomised heap (brk) can run into',
    when: only(fixedAddress),
    specific: true,
    remedy: 'Use a QEMU that is linked static-pie, as current builds are',
    commands: [`${REPLACE} --qemu-from image`],
};
const ROSETTA = {
    text: 'Rosetta, which runs amd64 programs here in place of QEMU, crashed, or does not take what the program does',
    when: only((view) => (view.log.emulated ? false : logShows('rosetta-on')(view))),
    leading: true,
    remedy: 'Switch Rosetta off, so that QEMU emulates, update it with the system, or use the image for arm64 natively',
};
const GUEST_OR_EMULATOR = {
    text: 'The program itself crashed, or the emulator has a fault that a current version still has',
    remedy: 'Run the step natively: on a runner of that architecture, or in a stage FROM --platform=$BUILDPLATFORM that cross-compiles',
    commands: [VERSION],
};
const BUNDLED_EMULATOR = {
    text: 'BuildKit ran the step with the emulator it carries itself, because the kernel had no usable handler for {platform} when the builder looked',
    when: either(logShows('bundled-emulator'), ({ log }) => (log.matches.some(({ id }) => id === 'started-directly') ? false : undefined), ({ host, here }) => (here === true ? host.staleBuilder : host.staleBuilder || undefined), ({ log }) => (log.buildkit ? undefined : false)),
    specific: true,
    remedy: 'Register a handler for {platform} before the builder is created, and create the builder anew',
    commands: [common_SETUP, 'docker buildx rm BUILDER', 'docker buildx create --use'],
};
const SWITCHED_OFF = {
    text: 'The entry {entry}, which takes these programs, is in the kernel’s table and switched off',
    when: only(either(switchedOff, logShows('entry-off'))),
    specific: true,
    finding: 'SB027',
    remedy: 'Switch the entry on',
    commands: ['echo 1 | sudo tee /proc/sys/fs/binfmt_misc/{entry}'],
};
const TABLE_OFF = {
    text: 'The whole table of handlers is switched off, and no entry is used',
    when: only(({ host }) => host.tableOff),
    specific: true,
    finding: 'SB006',
    remedy: 'Switch the table on',
    commands: ['echo 1 | sudo tee /proc/sys/fs/binfmt_misc/status'],
};
const lacksF = either(someEntry((entry) => not(entry.fixed)), logShows('entry-without-f'));
const NOT_PINNED = {
    text: 'The entry for {platform} lacks the flag F, so that its interpreter is looked for inside the container or the new root, and is not there',
    when: only(lacksF),
    specific: true,
    finding: 'SB020',
    remedy: 'Register the handler for {platform} again, with the flag F',
    commands: [REPLACE],
};
const NOT_STATIC = {
    text: 'The interpreter is dynamically linked: its loader and libraries are not in the container (packages qemu-user and qemu-user-binfmt of older releases)',
    when: only(someEntry((entry) => entry.interpreter && entry.interpreter === 'dynamic')),
    finding: 'SB022',
    remedy: 'Register a statically linked QEMU',
    commands: [`${REPLACE} --qemu-from image`],
};
const INTERPRETER_GONE = {
    text: 'The entry’s interpreter is no longer there, or is no program',
    when: only(someEntry(({ interpreter }) => interpreter === 'missing' || interpreter === 'script')),
    specific: true,
    finding: 'SB021',
    remedy: 'Register again, with an emulator that is there',
    commands: [REPLACE],
};
const MISNAMED = {
    text: 'An entry is named after the emulator for {platform}, but its magic and mask do not take these programs',
    when: only(misnamed),
    specific: true,
    finding: 'SB011',
    remedy: 'Register the handler for {platform} anew: its own magic and mask are known',
    commands: [REPLACE],
};
const INTERPRETER_FOREIGN = {
    text: 'The interpreter of the entry {entry} is itself a program of another architecture than this machine',
    when: only(someEntry(({ interpreter }) => interpreter === 'foreign')),
    specific: true,
    finding: 'SB023',
    remedy: 'Register again, with an emulator that was built for this machine',
    commands: [REPLACE],
};
const NOTHING_REGISTERED = {
    text: 'No handler for {platform} is registered with the kernel that ran this',
    when: missing,
    finding: 'SB011',
    remedy: 'Register a handler for {platform} before this step; with persist it outlives a reboot',
    commands: [common_SETUP],
};
const REMOTE_ENGINE = {
    text: 'The engine runs on another machine, and only that machine’s kernel decides',
    when: only(({ host }) => host.remoteEngine),
    specific: true,
    finding: 'SB052',
    remedy: 'Register the handler on the machine where the engine runs',
    commands: ['docker context ls', common_SETUP],
};
const OWN_TABLE = {
    text: 'The rootless engine has a table of its own since Linux 6.7, and the handlers were written into another one',
    when: only(({ host }) => host.rootless),
    specific: true,
    finding: 'SB055',
    remedy: 'Register the handlers in the engine’s own user namespace',
    commands: [`${common_SETUP} --scope engine`],
};
const OTHER_ARCHITECTURE = {
    text: '{program} was built for another architecture than the machine that started it: a wrong download, a cache key without the architecture, a file copied from another machine, or a helper that is shipped for one architecture alone',
    elsewhere: true,
    remedy: 'Look at the file, get the one for this machine, and put the architecture (runner.arch) into the key of a cache that holds programs',
    commands: [common_FILE, 'uname -m'],
};
const NEGATIVE = /\b(?:status|code) -(?:4|5|7|11)\b/i;
const CRASHES = [
    ...kind_texts(`
    uncaught target signal | illegal hardware instruction | caught segfault | daemon has disappeared
    | server terminated abruptly | tns:lost contact | end-of-file on communication channel
    | server process was terminated by signal | : trace trap | : bus error | abort trap: 6
  `),
    { has: 'status -', and: NEGATIVE },
    { has: 'code -', and: NEGATIVE },
    { has: 'segmentation fault', not: /internal compiler error|uncaught target/i },
    { has: 'illegal instruction', not: /uncaught target/i },
    { has: 'trace/breakpoint trap', not: /uncaught target/i },
    { has: '(core dumped)', and: /\b(?:aborted|bus error|trap|bad system call) +\(core dumped\)/i },
    { has: 'sig', and: /^SIG(?:SEGV|ILL|BUS|TRAP|ABRT): / },
    { has: 'exit code: 13', and: /exit code: 13[24359]\b/ },
    { has: 'non-zero code: 13', and: /code: 13[24359]\b/ },
    {
        has: 'signal',
        and: /(?<!target )\bsignal:? \(?(?:(?:4|5|7|11|(?:SIG)?(?:SEGV|ILL|BUS|TRAP|ABRT))\b(?!\.\d\.)|segmentation fault|illegal instruction)/i,
        not: /\[signal |^Go |: segmentation violation|uncaught target/,
    },
    { has: 'signals.sig', and: /<Signals\.SIG(?:SEGV|ILL|BUS|TRAP|ABRT)/ },
    { has: '=dumped', and: /code=dumped/ },
    {
        has: ' 13',
        and: /\b(?:exit(?:ed)?(?: status| code| value)?:?|(?:with|return(?:ed)?)(?: return| exit)?(?: code| status)?|errno|Error) {1,8}13[24569]\b/i,
    },
    { has: '=13', and: /\b(?:rc|ret|status|\w{0,12}code)=13[24569]\b/i },
    { has: '": 13', and: /code": 13[24569]\b/i },
    { has: '(13', and: /\b(?:Restarting|Exited) \(13[24569]\)/ },
];

;// CONCATENATED MODULE: ./lib/doctor/kinds/building.js


const REFUSED = /\b4\d\d\b|denied/;
const buildingKinds = () => [
    kind('registry-rate-limit', 'the registry’s or mirror’s quota is spent', {
        bearing: 'elsewhere',
        rank: 'cause',
        signs: [
            ...kind_texts(`
        toomanyrequests | pull rate limit | 402 payment required | http 402
      `),
            { has: 'too many requests', and: /daemon|docker|registry|http 429|manifest|pull/i },
        ],
        explains: [
            'registry-unauthorized',
            'registry-unreachable',
            'installer-said-nothing',
            'exec-format-error',
        ],
        causes: [
            {
                text: 'The registry or mirror refuses, for its quota is spent: it limits anonymous pulls, and runners that share an address share the limit',
                shown: true,
                elsewhere: true,
                remedy: 'Log in before the step that pulls, or name another mirror or the registry itself; QEMU from the cache needs no registry',
                commands: [
                    'docker login',
                    `${common_SETUP} --registry-mirrors mirror.gcr.io`,
                    `${common_SETUP} --qemu-from apt,host`,
                ],
            },
        ],
        sources: 'island-is/island.is#6832 docker/setup-qemu-action#178 docker/hub-feedback#2429',
    }),
    kind('registry-unauthorized', 'the registry refused the login', {
        bearing: 'elsewhere',
        rank: 'cause',
        signs: [
            { has: 'unauthorized: ', and: /daemon|docker|registry|pulling|ghcr|manifest|v2\//i },
            {
                has: 'denied: ',
                and: /denied: (?:tag |requested access|permission|installation|insufficient|user|access|the token|unauthenticated|denied)/i,
            },
            { has: 'pull access denied for' },
            { has: 'no basic auth credentials' },
            { has: 'insufficient_scope' },
            { has: '401 unauthorized', and: /registry|v2\/|docker|manifest|token|push|pull/i },
            { has: '403 forbidden', and: /registry|v2\/|docker|manifest|token|push|pull|ghcr/i },
        ],
        causes: [
            {
                text: 'Credentials that are stored for the registry are wrong, lack a right or have expired; even a public image is then refused',
                shown: true,
                elsewhere: true,
                remedy: 'Log out, or log in again with a valid token that has the right',
                commands: ['docker logout', 'docker login'],
            },
            {
                text: 'The image does not exist under this name, or is private',
                elsewhere: true,
                remedy: 'Check the name, or log in with an account that may read it',
                commands: ['docker buildx imagetools inspect IMAGE'],
            },
        ],
        sources: 'docker-practice/actions-setup-docker#20 firstbatchxyz/dkn-compute-launcher#1 docker/hub-feedback#753',
    }),
    kind('image-not-found', 'the image is not in the registry', {
        bearing: 'elsewhere',
        rank: 'cause',
        signs: [
            {
                has: 'failed to resolve source metadata',
                and: /(?:: |404 )not found$/i,
                not: /no match for platform/,
            },
            { has: '/v2/', and: /\b404 Not Found/ },
            ...kind_texts('manifest unknown | name unknown | blob unknown | no such manifest'),
        ],
        causes: [
            {
                text: 'The registry has no image of this name, or not this tag of it (official images for one architecture lie under arm64v8/, arm32v7/, amd64/)',
                shown: true,
                elsewhere: true,
                remedy: 'Look at the name and the tag, and at whether the step that pushes it ran before',
                commands: [INSPECT],
            },
        ],
    }),
    kind('platform-unknown', 'the platform is misspelt', {
        bearing: 'elsewhere',
        rank: 'cause',
        signs: [
            { has: 'invalid platform' },
            { has: 'is an invalid component of' },
            { has: 'unknown operating system or architecture' },
            {
                has: 'invalid argument',
                and: /invalid argument .{0,80}(?:for .{0,20})?(?:--platform|platform specifier)/i,
            },
        ],
        causes: [
            {
                text: 'A list of platforms was given to a command that takes one: only buildx builds for several',
                when: only(evidenceIs(/,\w{1,12}" is an invalid component/)),
                specific: true,
                elsewhere: true,
                remedy: 'Build with docker buildx build, or once for each platform',
                commands: ['docker buildx build --platform linux/amd64,linux/arm64 --push .'],
            },
            {
                text: 'The name of the platform is misspelt, or unknown to this tool',
                shown: true,
                elsewhere: true,
                remedy: 'Write it as OCI does: linux/arm64, linux/arm/v7, linux/386; this program names the nearest one',
                commands: ['node dist/cli.js platforms'],
            },
        ],
    }),
    kind('registry-certificate', 'x509: certificate signed by unknown authority', {
        bearing: 'elsewhere',
        rank: 'cause',
        signs: kind_texts(`
      x509: | self-signed certificate in certificate chain | ssl certificate problem | certificate verify failed
      | unable to get local issuer certificate
    `),
        causes: [
            {
                text: 'A registry, a server or a proxy answers with a certificate that this machine does not trust, or that has expired (or the clock is wrong)',
                shown: true,
                elsewhere: true,
                remedy: 'Install the authority’s certificate for the engine, for the builder and for Node.js',
                commands: [
                    'sudo mkdir -p /etc/docker/certs.d/REGISTRY && sudo cp ca.crt /etc/docker/certs.d/REGISTRY/',
                    'export NODE_EXTRA_CA_CERTS=/path/to/ca.crt',
                ],
            },
        ],
        sources: 'docker/setup-buildx-action#112 irbis-sh/zen-desktop#482',
    }),
    kind('registry-unreachable', 'the registry does not answer', {
        bearing: 'elsewhere',
        rank: 'cause',
        signs: [
            ...kind_texts(`
        received unexpected http status: 5 | client.timeout exceeded | failed to fetch anonymous token
        
      `),
            { has: 'unexpected status', and: /unexpected status(?: code)?[^\d]{0,200}5\d\d/i },
            { has: 'failed to fetch oauth token', not: REFUSED },
            { has: 'failed to copy: ', not: REFUSED, and: /closed pipe|EOF|reset|timeout|httpReadSeeker/i },
            { has: 'failed to push ', not: REFUSED, and: /closed pipe|EOF|reset|timeout|5\d\d|unexpected status/i },
            {
                has: '/v2/',
                and: /: EOF\b|i\/o timeout|no such host|server misbehaving|connection (?:refused|reset)|TLS handshake timeout|network is unreachable|deadline exceeded|request canceled/i,
            },
        ],
        explains: ['network'],
        causes: [
            {
                text: 'The registry did not answer in time, or not at all: its name (DNS), its address or the network failed',
                shown: true,
                elsewhere: true,
                remedy: 'Check DNS (an entry in /etc/hosts where it is slow), the network and the proxy, and run the job again; a cache or a mirror keeps the next outage away',
                commands: [`${common_SETUP} --registry-mirrors mirror.gcr.io`, `${common_SETUP} --qemu-from apt,host`],
            },
        ],
        sources: 'docker/setup-qemu-action#110 docker/setup-qemu-action#167 docker/setup-qemu-action#166',
    }),
    plain('dependency', 'a package or version cannot be had', [
        ...kind_texts(`
        your lockfile needs to be updated | is incompatible with this module | externally-managed-environment
        | does not have a release file | is not valid yet | could not get lock /var/lib | errors parsing go.mod
        | could not resolve all files | could not find artifact | could not resolve all dependencies
        | resolvepackagenotfound | gpg check failed | requires rustc | unsupported engine | error nu1
        | your requirements could not be resolved | could not find compatible versions | mirror sync in progress
        | npm err! 404 | no module named | is not supported by the following package | no such package
        | failed to load source for dependency | failed to collect dependencies | version solving failed
        | ebadplatform | could not find a version that satisfies | no matching distribution found
        | unable to locate package | has no installation candidate | unmet dependencies
        | unable to fetch some archives | 404  not found | unable to select packages
        | unsatisfiable constraints | failed to build gem native extension | extconf.rb failed
        | could not resolve dependencies | unable to find package | hash sum mismatch | checksum mismatch
        | hashes are required | no solution found when resolving | requirements are unsatisfiable
        | is not a supported wheel on this platform | no wheels with a matching
        | unable to find installation candidates | resolutionimpossible | packagesnotfounderror
        | solving environment: failed | unable to find a match | err_pnpm_ | couldn't find any package by
        | no candidate version | failed to select a version for | could not find gem
      `),
        { has: 'npm err', and: /npm ERR[!]? code E(?!LIFECYCLE)\w+|notsup|Tracker|Unexpected end of JSON/i },
        {
            has: 'npm error',
            and: /npm error (?:code E(?!LIFECYCLE)\w+|404 )|Unexpected end of JSON|notsup|ERESOLVE/i,
        },
        { has: 'failed to fetch', and: /404|not found/i },
        { has: 'no package', and: /no package .{1,60} available|nothing provides/i },
        { has: 'pkg-config', and: /not found|was not found/i },
        { has: 'nothing provides', and: /nothing provides .{1,80} needed by|nothing provides requested/ },
        { has: 'target not found: ', and: /^error: target not found: / },
    ], [
        'A package, or a version of one, cannot be had or was damaged on the way',
        'Look at the name and the version, clean the package manager’s cache, and run it again',
    ]),
    plain('download-gone', 'what is downloaded is not there', [
        { has: 'the requested url returned error', and: /error: 4(?:04|10)\b/ },
        { has: '404 client error' },
        {
            has: '404',
            and: /^(?=.{0,400}(?:https?:\/\/|not found|downloading|fetch|wget|curl|nuget)).{0,1000}(?:\bHTTP\b.{0,20} |\bstatus\b.{0,20} |\bcode:? |\bresponse:? |\breplied:? |\breturned |\berror:? |: |\()404\b/i,
            not: /^HTTP\/|"(?:GET|HEAD|POST) \/|\/v2\/|npm|manifests?\b|\b(?:want|got|expect\w*|assert\w*)\b|404 {2}Not Found/i,
        },
    ], [
        'A file or package is not, or no longer, at the address from which it is downloaded: its version was taken away or renamed, or there is none for this platform',
        'Open the address that is named: take the version or name that is there now, and look at how the script writes the architecture into it',
    ], { rank: 'cause', explains: ['network', 'dependency', 'file-damaged'] }),
    plain('package-of-another-platform', 'packages with programs inside were installed for another platform', [
        ...kind_texts(`
        for another platform than the one you | package is present but this platform needs
        | could not load the "sharp" module | failed to load swc binary for
        | failed to load native binding
      `),
        { has: 'binaries cannot be used on the', and: /'[\w-]{3,20}' binaries cannot be used on the/ },
        {
            has: 'cannot find module',
            and: /@(?:rollup\/rollup|esbuild\/|next\/swc|swc\/core|parcel\/watcher|img\/sharp|oxc\w*\/|rolldown\/binding|tailwindcss\/oxide|biomejs\/cli|lmdb\/lmdb|nx\/nx)\S{0,30}(?:linux|darwin|win32)/,
        },
        { has: 'cannot find module', and: /\.linux-[\w-]{3,20}\.node/ },
        {
            has: 'query engine',
            and: /(?:could not locate|was generated for|for (?:current )?platform|runtime) /i,
        },
        { has: 'missing binding', and: /node-sass|vendor\/linux/ },
        { has: 'the package "@esbuild/', and: /could not be found, and is needed by esbuild/ },
    ], [
        'Packages that hold programs or native modules (node_modules) were installed for another platform than the one on which they run: copied from another machine, or taken from a lock file or cache that names one platform only',
        'Run npm install (npm ci) anew on the platform on which it runs, keep node_modules in .dockerignore, and put the architecture into the key of a cache',
        'rm -rf node_modules && npm ci',
    ], { rank: 'cause', explains: ['file-missing', 'dependency'] }),
    plain('apt-key-missing', 'apt does not have the key of a repository', [{ has: 'no_pubkey' }, { has: 'expkeysig' }, { has: 'keyexpired' }], [
        'apt does not have the public key of a repository, or the key has expired',
        'Fetch the repository’s current key into /etc/apt/keyrings, and name it by signed-by',
    ], {
        rank: 'cause',
        applies: (view) => thirtyTwoBit(view) !== true && view.machine !== 'arm',
        explains: ['apt-signature'],
    }),
    plain('package-of-another-architecture', 'a package for another architecture', [
        ...kind_texts(`
        is not available for arm64 | unknown host target | architecture isn't supported by this host
        | is not available on stable for this architecture
        | is intended for a different architecture | package architecture is not valid
        | does not have a package available for your current platform
        | does not have a compatible architecture
      `),
        {
            has: 'arch',
            and: /unsupported (?:cpu )?arch(?:itecture)?\b|cannot handle "?\w{3,8}"? architecture|with arch(?:itecture)? '?\w{3,8}'? (?:was )?not found|architecture \S{3,12} is not (?:currently )?supported/i,
            not: /installing: |binfmt/,
        },
        {
            has: 'does not match system',
            and: /package architecture \(\w{3,8}\) does not match system/,
            not: /\((?:amd64|arm64)\) does not match system \((?:i386|armhf|armel)\)/,
        },
        { has: 'not compatible with your', and: /(?:architecture|cpu|platform)/i },
    ], [
        'A package was taken that is made for another architecture than the system on which it is installed, or there is none for this one',
        'Fetch the package for the architecture of the image or machine (dpkg --print-architecture, $TARGETARCH), and not one whose name is written down',
        'dpkg --print-architecture',
    ], { rank: 'cause', explains: ['package-failed', 'dependency'] }),
    plain('cross-toolchain', 'a cross-compiler or its libraries are missing', [
        ...kind_texts('cannot run c compiled programs | no such instruction: | too many memory references for'),
        { has: 'are not runnable', and: /^.{0,80}executables created by/i },
        { has: 'linker `', and: /linker `[\w.-]{1,60}` not found/ },
        {
            has: 'command not found',
            and: /[\w]+-linux-\w+-(?:gcc|g\+\+|ld|ar|strip|objcopy|clang)\S{0,10}: (?:command )?not found/i,
        },
        {
            has: 'not found',
            and: /\b\w+-(?:\w+-)?linux-(?:gnu|musl)\w*-(?:gcc|g\+\+|ld|ar|cc|strip)\b.{0,20}not found/i,
        },
        { has: 'skipping incompatible' },
        { has: 'cannot find crt1.o' },
        { has: 'cannot find -l' },
        { has: "can't find crate for `std`" },
        {
            has: 'unrecognized command',
            and: /unrecognized command[- ]line option .{0,20}-m(?:arch|float|abi|cpu)/i,
        },
    ], [
        'A cross-compiler, its linker or its libraries are missing',
        'Install the toolchain for the target (gcc-aarch64-linux-gnu, rustup target add), and name its linker',
    ], { rank: 'cause', explains: ['command-not-found', 'compile-error'] }),
    plain('built-from-source', 'a package is built from its sources, and that fails', kind_texts(`
      can't find rust compiler | failed building wheel for | failed-wheel-build | legacy-install-failure
      | unable to execute 'gcc' | command 'gcc' failed: no such file | gyp err! | no prebuilt binaries found
      | could not build wheels for | couldn't be built successfully
    `), [
        'There is no ready-made package (wheel, prebuilt module) for this platform, so that it is built from its sources, for which a compiler or a library is missing',
        'Take a version or a base image for which there is one (glibc’s in place of Alpine; for 32-bit Arm piwheels), or install the compiler and the headers',
    ], { explains: ['compile-error', 'dependency'] }),
    plain('test-failure', 'a test failed', [
        ...kind_texts(`
        --- fail:  | test timed out after | assertionerror | test result: failed | there was 1 failure
        | there were failing tests
      `),
        { has: 'tests failed', and: /\b[1-9]\d{0,6} tests? failed/i },
        {
            has: 'failed',
            and: /^(?:FAILED |FAIL\s|=+ .{0,40}\b[1-9]\d{0,6} failed)|Tests:\s+[1-9]\d{0,6} failed|Failures?: [1-9]/,
        },
        { has: 'assertion `', and: /assertion `.{0,200}` failed/ },
    ], ['A test failed', 'Look at the test that is named, and at what it expected'], { explains: ['compile-error'] }),
    plain('compile-error', 'the source does not compile', [
        ...kind_texts(`
        error[e0 | compilation error | unresolved reference | undefined reference to | syntaxerror: 
        | error: command 'gcc' failed
      `),
        { has: '> task :', and: /> Task :\S{1,100}(?:compile|assemble)\S{0,60} FAILED/i },
        { has: 'error ts', and: /error TS\d{3,5}|TS\d{3,5}: / },
        { has: ': ts2', and: /TS\d{4}: / },
        { has: 'ts2', and: /\bTS\d{4}: / },
        {
            has: 'error: ',
            and: /\.(?:c|cc|cpp|cxx|h|hpp|rs|java|kt|swift|m|cs|go)(?::\d+){1,2}:? (?:fatal )?error: /,
        },
        { has: 'error cs', and: /error CS\d{4}/ },
        { has: 'could not compile `', and: /due to (?:\d|(?:one|\d+) previous)/ },
        { has: 'aborting due to', and: /previous errors?/ },
        {
            has: 'unrecognized command',
            and: /command[- ]line option .{0,4}-m(?:avx|sse|fma|bmi|aes|f16c|popcnt|neon|fpu|32|64)/,
        },
        { has: 'undefined: ', and: /\.go:\d+:\d+: undefined: / },
    ], ['The source does not compile', 'Look at the first error that the compiler names']),
];

;// CONCATENATED MODULE: ./lib/doctor/kinds/runtimes.js


function crashesOf(about) {
    return CRASHES.map((sign) => ({ ...sign, about }));
}
const GENERAL = ['guest-crash', 'foreign-step-crash', 'bundled-emulator', 'native-crash'];
const emulatedOrForeign = ({ foreign, log }) => (log.emulated ? true : foreign);
const ranForeign = (view) => emulatedOrForeign(view) ?? (view.platform === undefined && view.here !== true ? false : undefined);
const MAY_BE_EMULATED = (view) => emulatedOrForeign(view) ?? (view.platform !== undefined || view.here === true);
const ELSEWHERE = {
    text: 'The step ran on the machine’s own architecture: this crash is the program’s',
    when: (view) => not(emulatedOrForeign(view)),
    elsewhere: true,
    remedy: 'Look at the program and its version',
};
const GENERAL_CAUSES = [OLD_QEMU, BUNDLED_EMULATOR, common_FIXED_ADDRESS];
const runtimes = () => [
    {
        id: 'go-address-space',
        title: 'Go packs a pointer that does not fit',
        certain: true,
        says: [{ has: 'lfstack.push' }, { has: 'taggedpointerpack' }, { has: 'invalid packing' }],
        causes: [
            {
                text: 'This amd64 Go program packs pointers into 48 bits, and QEMU on an arm64 machine maps memory higher (Go 1.25.0 to 1.25.3, and older ones by lfstack; mended in 1.25.4)',
                when: either(platformIs('amd64'), machineIs('arm64')),
                remedy: 'Have the tool rebuilt by a newer Go (1.25.4 or later), use its arm64 build, or cross-compile with GOARCH instead of running the compiler emulated',
                commands: ['GOOS=linux GOARCH=amd64 go build ./...'],
            },
        ],
        explains: ['go'],
        sources: 'tonistiigi/binfmt#269 golang/go#69255',
    },
    {
        id: 'go-threads',
        title: 'Go cannot make a thread',
        certain: true,
        says: [
            { has: 'failed to create new os thread', and: /errno=22/ },
            { has: 'rt_sigaction failure' },
            { has: 'rt_sigaction read failure' },
        ],
        causes: [
            {
                text: 'A program that an old Go built asks for a thread or a signal in a way that QEMU’s user mode refuses (error 22 of clone): it runs under an emulator, be it only a helper such as gosu',
                remedy: 'Use a release of the program that a newer Go built, an image for the machine’s own platform, or a current QEMU',
                commands: [REPLACE],
            },
        ],
        explains: ['go'],
        sources: 'tianon/gosu#93',
    },
    {
        id: 'go',
        title: 'Go’s runtime crashed',
        says: [
            { has: 'unexpected signal during runtime execution' },
            { has: 'mallocgc called without a p' },
            {
                has: 'runtime: ',
                and: /runtime: (?:marked free object|bad pointer in|pointer to unused|invalid pc-encoded)/,
            },
            {
                has: 'fatal error: ',
                and: /^(?:.{0,40} )?fatal error: (?:found |bad |fault|missing |malloc|span |p mcache|scan|mark|sweep|workbuf|schedule|notetsleep|stack|runtime|unexpected|morestack|invalid runtime|checkmark|gc|mheap|exitsyscall|runqput|releasep|semawakeup|sigaction|lock|self-preempt|acquirep|casgstatus)/i,
                about: /goroutine|\bgo\b|runtime/i,
            },
            {
                has: 'signal sigsegv: segmentation violation',
                about: /^(?![\s\S]{0,20000}nil pointer dereference)[\s\S]{0,20000}\[signal SIGSEGV/,
            },
            { has: 'internal compiler error', and: /panic/, about: /\bgo (?:build|install|test|run)\b/ },
            { has: 'pc=0x', and: /^PC=0x[\da-f]{1,16} m=\d{1,5} sigcode=\d/ },
            { has: 'goroutine 0 ', and: /^goroutine 0 (?:gp=\S{1,20} m=\S{1,20} mp=\S{1,20} )?\[/ },
            { has: 'signal sigill', and: /\[signal SIGILL|SIGILL: illegal instruction/ },
        ],
        about: /(?:^|[\s&;(/"])go (?:build|get|install|test|mod|run|generate|vet)\b|\bgo: downloading|xx-go/,
        causes: [
            {
                text: 'Go’s runtime or compiler crashed under the emulator, which is old or faulty',
                remedy: 'Cross-compile: run the compiler on $BUILDPLATFORM with GOARCH set; or use a current QEMU and a newer Go',
                commands: [NATIVE_STAGE, 'RUN GOOS=$TARGETOS GOARCH=$TARGETARCH go build -o /app .', REPLACE],
            },
        ],
        sources: 'golang/go#69255 editorconfig-checker/editorconfig-checker#613',
    },
    {
        id: 'rust',
        title: 'rustc or cargo crashed',
        says: [
            { has: 'rustc interrupted by sig' },
            { has: 'librustc_driver', and: /librustc_driver-\w+\.so\(\+/ },
            { has: 'sigsegv: invalid memory reference' },
            { has: 'the compiler unexpectedly panicked' },
        ],
        about: /\b(?:cargo|rustc|rustup|maturin|chef)\b/,
        causes: [
            {
                text: 'The Rust compiler crashed under the emulator, which is old or faulty',
                remedy: 'Cross-compile on $BUILDPLATFORM with --target, use a native runner, or a current QEMU',
                commands: [NATIVE_STAGE, 'RUN rustup target add TARGET && cargo build --target TARGET', REPLACE],
            },
        ],
        sources: 'rust-lang/rust#136260',
    },
    {
        id: 'dotnet',
        title: '.NET failed under the emulator',
        says: [
            {
                has: 'nuget.targets(',
                and: /error : (?:Object reference|Specified method|Value cannot|Arithmetic|Index was)/,
            },
            ...kind_texts(`
        msb4166 | does not contain any version-numbered child folders | failed to create coreclr
        | gc heap initialization failed | system.accessviolationexception
        | fatal error. internal clr error | location of host fxr | failed to load system.private.corelib
      `),
            { has: 'msb4018', and: /NullReference|InvalidProgram|AccessViolation|failed unexpectedly/ },
            { has: 'host/fxr', and: /does not contain any version-numbered child folders/ },
            { has: 'function not implemented', about: /\bdotnet\b|msbuild|nuget/i },
        ],
        about: /\bdotnet (?:restore|publish|build|test|tool|nuget|new|pack|workload|--info)\b|\bnuget\b|msbuild/i,
        causes: [
            {
                text: '.NET is not made to run under QEMU’s user mode, and does not support it: a 32-bit one cannot even read the folders of a 64-bit host',
                remedy: 'Run dotnet on the machine’s own platform (FROM --platform=$BUILDPLATFORM) and publish for the target (-a $TARGETARCH), or use a native runner',
                commands: [NATIVE_STAGE, 'RUN dotnet publish -a $TARGETARCH -o /app'],
            },
        ],
        explains: ['syscall-unknown', 'openat2-missing'],
        sources: 'dotnet/dotnet-docker#993 dotnet/sdk#43405 dotnet/runtime#8614 dotnet/dotnet-docker#5355',
    },
    {
        id: 'erlang',
        title: 'Erlang’s virtual machine crashed',
        says: [
            { has: 'erlexec: ' },
            { has: 'beam.smp', and: /segmentation|signal|core dumped|abort/i },
            { has: 'argumenterror', about: /mix (?:local|deps|compile)|erlang|elixir/i },
        ],
        about: /\b(?:mix|rebar3|erl|elixir|iex|rabbitmq\w*|erlang|otp_src\w*|escript)\b/i,
        causes: [
            {
                text: 'The just-in-time compiler of Erlang/OTP 25 and newer crashes under the emulator: its memory is mapped twice, which QEMU does not follow',
                remedy: 'Set ERL_FLAGS="+JMsingle true" for the step, use a current QEMU, or run it natively',
                commands: ['ENV ERL_FLAGS="+JMsingle true"', REPLACE],
            },
        ],
        sources: 'erlang/docker-erlang-otp#400 erlang/otp#5625',
    },
    {
        id: 'openj9',
        title: 'OpenJ9 could not start',
        says: [{ has: 'jvmj9vm' }, { has: 'jvmport' }, { has: 'port library failed to initialize' }],
        causes: [
            {
                text: 'OpenJ9 does not run under this emulator: it reads processor data that QEMU does not show',
                remedy: 'Use an image with HotSpot (Temurin), a current QEMU, or a native runner',
                commands: [REPLACE],
            },
        ],
    },
    {
        id: 'hotspot',
        title: 'the Java virtual machine crashed',
        says: [
            ...kind_texts('failed to mark memory page as executable | forked vm terminated without | could not initialize native services | error occurred during initialization of vm | server crashed during startup'),
            { has: 'a fatal error has been detected by the java runtime environment' },
            { has: 'sigsegv (0xb) at pc=' },
            { has: 'sigill (0x4) at pc=' },
            { has: 'could not reserve enough space for', and: /object heap|code cache/ },
        ],
        about: /\b(?:java|javac|mvn|mvnw|gradle|gradlew|sbt|keytool|bazel)\b/,
        causes: [
            {
                text: 'The Java virtual machine crashed under the emulator, which is old or faulty',
                remedy: 'Compile on $BUILDPLATFORM (bytecode is the same for all), use a current QEMU, or a native runner; -Xint or -XX:UseSVE=0 helps some',
                commands: [NATIVE_STAGE, REPLACE],
            },
        ],
    },
    {
        id: 'node',
        title: 'Node.js crashed',
        says: [
            { has: 'exit handler never called' },
            { has: 'cb() never called' },
            { has: 'missing deoptimization information' },
            { has: 'fatal error in , line 0' },
            { has: 'fatal process out of memory', and: /^#|v8|node/i },
        ],
        about: /(?<![-.\w])(?:npm|npx|yarn|pnpm|node|corepack|ng build|vite|next build|bun)\b/,
        causes: [
            {
                text: 'The just-in-time compiler of Node.js uses an instruction, or a way to memory, that the emulator does not know',
                remedy: 'Run npm in a stage FROM --platform=$BUILDPLATFORM or on a native runner, or use a current QEMU; a glibc base image or --jitless helped some. A crash can leave the step waiting: set timeout-minutes',
                commands: [NATIVE_STAGE, REPLACE, 'timeout-minutes: 30'],
            },
        ],
        explains: ['build-hangs', 'job-time-limit'],
        sources: 'Kuadrant/mcp-gateway#687 interledger/rafiki!3731 mattogodoy/nametag!212 ekino/docker-buildbox!2021 zereight/gitlab-mcp!729',
    },
    {
        id: 'compiler',
        title: 'a compiler crashed',
        says: [
            { has: 'internal compiler error', and: /segmentation fault|illegal instruction|aborted|signal/i },
            { has: 'terminated with signal 11' },
            { has: 'unable to execute command: ', and: /segmentation|illegal|aborted/i },
            { has: 'clang frontend command failed' },
            { has: 'error running link command: ', and: /segmentation|illegal/i },
            { has: 'collect2: ', and: /ld terminated with signal/ },
        ],
        about: /(?:^|[\s/])(?:cc1\w*|gcc|g\+\+|clang(?:\+\+)?|c\+\+|cc)(?::| -)|g?make(?:\[\d+\])?: \*\*\*|\bninja: |linking c|built target|cmake --build|building c\w* object/i,
        causes: [
            {
                text: 'A compiler crashed under the emulator, which is old or faulty: such crashes are random, and come with current kernels',
                remedy: 'Use a current QEMU, a native runner, or cross-compile on $BUILDPLATFORM',
                commands: [REPLACE, NATIVE_STAGE],
            },
        ],
        sources: 'mlocati/docker-php-extension-installer#896 wofferl/proxmox-backup-arm64#57',
    },
    {
        id: 'python',
        title: 'Python crashed',
        says: [{ has: 'fatal python error: ', and: /segmentation|illegal|aborted/i }],
        about: /\b(?:pip3?|python[\d.]*|poetry|uv|conda|mamba|micromamba)\b/,
        causes: [
            {
                text: 'Python, or a module of it, crashed under the emulator, which is old or faulty',
                remedy: 'Use a current QEMU, wheels that are built already, or a native runner',
                commands: [REPLACE],
            },
        ],
    },
    {
        id: 'ruby',
        title: 'Ruby crashed',
        says: [{ has: '[bug] seg' }, { has: 'segv received in segv handler' }],
        about: /\b(?:gem|bundle|ruby|rake)\b/,
        causes: [
            {
                text: 'Ruby crashed under the emulator, which is old or faulty',
                remedy: 'Use a current QEMU, or a native runner',
                commands: [REPLACE],
            },
        ],
        sources: 'docker/for-mac#6264 evilmartians/fullstaq-ruby-docker#17',
    },
];
const SANITIZER = kind('sanitizer', 'a sanitizer finds the memory otherwise than it expects', {
    bearing: 'foreign',
    rank: 'cause',
    signs: [
        ...kind_texts(`
      threadsanitizer: unexpected memory mapping | shadow memory range interleaves | leaksanitizer has encountered a fatal error
      | can not mmap the shadow memory | leaksanitizer does not work under ptrace
    `),
    ],
    causes: [
        {
            text: 'An emulator or Rosetta maps memory otherwise than the sanitizer expects, and has no ptrace for the search for leaks',
            when: ranForeign,
            remedy: 'Run the sanitizer natively, or switch the search for leaks off (ASAN_OPTIONS=detect_leaks=0)',
            commands: ['ENV ASAN_OPTIONS=detect_leaks=0'],
        },
        {
            text: 'The kernel spreads addresses wider than this sanitizer knows (vm.mmap_rnd_bits is 32 in newer kernels)',
            when: (view) => not(ranForeign(view)),
            elsewhere: true,
            remedy: 'Use a newer compiler, or lower the setting',
            commands: ['sudo sysctl vm.mmap_rnd_bits=28'],
        },
    ],
    sources: 'google/sanitizers#1696',
});
function runtimeKinds() {
    const crashes = runtimes().map(({ id, title, certain, says = [], about, causes, explains = [], sources }) => kind(`${id}-crash`.replace(/(-space|-threads)-crash$/, '$1'), title, {
        bearing: certain ? 'emulation' : 'foreign',
        rank: 'cause',
        signs: [...says, ...(about === undefined ? [] : crashesOf(about))],
        applies: certain ? undefined : MAY_BE_EMULATED,
        explains: [...GENERAL, ...explains.map((other) => (other === 'go' ? 'go-crash' : other))],
        causes: [
            ROSETTA,
            ...causes.map((cause) => ({ ...cause, leading: true })),
            ...GENERAL_CAUSES,
            ELSEWHERE,
        ],
        sources,
    }));
    return [...crashes, SANITIZER];
}

;// CONCATENATED MODULE: ./lib/doctor/kinds/emulator.js




const ADDRESS_RANDOMISATION = {
    text: 'The emulator and the kernel’s address space randomisation disagree about where memory may lie',
    remedy: 'Try once without randomisation, for this build only',
    commands: [
        'sudo sysctl -w kernel.randomize_va_space=0',
        'sudo sysctl -w kernel.randomize_va_space=2  # after the build',
    ],
};
const ALSO_SHOWN = [
    'bundled-emulator',
    'foreign-step-crash',
    'native-crash',
    'package-failed',
    'build-hangs',
];
const notNative = (view) => emulatedOrForeign(view) !== false;
const ENDED_FROM_OUTSIDE = [
    ...kind_texts(`
    the operation was canceled | exceeded the maximum execution time | execution took longer than
    | has timed out after | no output has been received in the last | too long with no output
  `),
    { has: 'context canceled', and: /^(?:error: )?(?:failed to solve: )?(?:canceled: )?context canceled$/i },
    { has: '=> canceled [', and: / RUN .{1,1000} (?:[6-9]\d\d|\d{4,6})\.\ds$/ },
    { has: 'no output for', and: /too long with no output|no output for \d+/i },
    {
        has: 'timed out',
        and: /^(?:.{0,40} )?(?:job|build|step|cancelling|execution|the job) .{0,60}timed out/i,
    },
    { has: 'timeout of', and: /job .{0,60}timeout/i },
    { has: 'ran longer than the maximum time' },
];
const emulatorKinds = () => [
    kind('ldconfig-crash', 'libc-bin: post-installation script returned error exit status 139', {
        rank: 'cause',
        signs: [
            { has: 'libc-bin package post-installation script', and: /exit status (?:139|132|134)\b/ },
            {
                has: 'uncaught target signal',
                about: /ldconfig|processing triggers for libc-bin|setting up libc-bin/i,
            },
        ],
        explains: ['guest-crash', ...ALSO_SHOWN],
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
            common_FIXED_ADDRESS,
            ADDRESS_RANDOMISATION,
            {
                text: 'The ldconfig of the base image does not run under this emulator',
                remedy: 'Use another release of the base image, or a runner of that architecture',
                commands: ['docker run --rm --platform {platform} BASE_IMAGE ldconfig'],
            },
        ],
        sources: 'docker/buildx#1170 docker/setup-qemu-action#198 tonistiigi/binfmt#240 tonistiigi/binfmt#298',
    }),
    kind('emulator-crash', 'QEMU internal SIGSEGV', {
        rank: 'cause',
        signs: [
            { has: 'qemu internal sig' },
            { has: 'qemu: fatal: ', not: /outside RAM|kvm|VFIO/i },
            { has: 'qemu: unhandled cpu exception' },
            { has: 'assertion', and: /(?:^|\s|\/)qemu-(?!system)\w{2,12}(?:-static)?: .{0,300}assertion/i },
            {
                has: 'assertion failed: ',
                and: /\((?:\S{0,80}\/)?(?:qemu|linux-user|accel|tcg|include|util|target)\/\S{1,80}\.[ch](?:\.inc)?: \S{1,60}: \d/,
            },
            { has: 'tcg fatal error' },
            { has: 'error:../', and: /\bERROR:\.\.\/\S{0,40}(?:tcg|linux-user|accel|target|plugins)\// },
        ],
        explains: ['guest-crash', 'compiler-crash', ...ALSO_SHOWN],
        causes: [
            {
                text: 'The emulator itself crashed, and not the program under it',
                shown: true,
                remedy: 'Use a newer QEMU (8.2 crashes so in many steps; systemd 260’s scripts in arm64 images bring it about too), or a runner of that architecture',
                commands: [REPLACE, VERSION],
            },
            common_FIXED_ADDRESS,
            BUNDLED_EMULATOR,
        ],
        sources: 'tonistiigi/binfmt#316 systemd/systemd#41279 podman-container-tools/podman#23219',
    }),
    kind('guest-crash', 'a program crashed under the emulator (qemu: uncaught target signal)', {
        signs: [{ has: 'uncaught target signal' }],
        explains: ALSO_SHOWN,
        causes: [
            OLD_QEMU,
            BUNDLED_EMULATOR,
            {
                text: 'The program uses instructions that the emulator does not know',
                when: only(evidenceIs(/signal 4\b/)),
                remedy: 'Use a current QEMU, or run the step natively in a stage FROM --platform=$BUILDPLATFORM or on a runner of that architecture',
                commands: [REPLACE],
            },
            common_FIXED_ADDRESS,
            GUEST_OR_EMULATOR,
            ADDRESS_RANDOMISATION,
        ],
        sources: 'tonistiigi/binfmt#215 actions/runner-images#11471 home-assistant/builder!229 multiarch/qemu-user-static#39',
    }),
    kind('emulator-in-place-of-program', 'qemu: no user program specified', {
        rank: 'cause',
        signs: [{ has: 'no user program specified' }],
        explains: ['bundled-emulator'],
        causes: [
            {
                text: 'A program that starts itself once more as /proc/self/exe (the shell of a busybox does) starts QEMU in its place: QEMU is too old for it',
                when: qemuOlder(OLDEST_TRUSTED),
                finding: 'SB040',
                remedy: 'Put a current QEMU in its place and register it anew, with the flag P',
                commands: [REPLACE, VERSION],
            },
            BUNDLED_EMULATOR,
        ],
    }),
    kind('illegal-instruction', 'an instruction that the emulated processor lacks', {
        bearing: 'foreign',
        rank: 'cause',
        signs: [
            { has: 'illegal instruction', about: /riscv|rva23|rv64|march=|vector|-mcpu/i },
            { has: 'sigill', about: /riscv|rva23|rv64|march=/i },
        ],
        applies: notNative,
        explains: ['guest-crash', 'compiler-crash', ...ALSO_SHOWN],
        causes: [
            {
                text: 'The program was built for a level of the processor (RVA23 in Ubuntu 26.04’s riscv64, vector extensions) that this emulator’s CPU lacks: QEMU before 8 does not know it, later ones must be told',
                remedy: 'Use a current QEMU, ask for the fullest CPU (QEMU_CPU=max), or an image for a lower level',
                commands: [REPLACE, 'docker run -e QEMU_CPU=max --platform {platform} IMAGE'],
            },
        ],
        sources: 'plctlab/plct-qemu#4',
    }),
    kind('foreign-step-crash', 'a step for another platform crashed', {
        bearing: 'foreign',
        signs: CRASHES.filter(({ has }) => has !== 'uncaught target signal'),
        applies: ({ foreign, platform }) => foreign === true || (foreign === undefined && platform !== undefined),
        explains: ['bundled-emulator', 'native-crash', 'package-failed'],
        causes: [ROSETTA, OLD_QEMU, BUNDLED_EMULATOR, common_FIXED_ADDRESS, GUEST_OR_EMULATOR],
        sources: 'wofferl/proxmox-backup-arm64#57 docker/buildx#2785',
    }),
    kind('build-hangs', 'a step for another platform stops saying anything, until the job is cancelled', {
        bearing: 'foreign',
        rank: 'symptom',
        signs: ENDED_FROM_OUTSIDE,
        applies: (view) => emulatedOrForeign(view) === true || (view.foreign === undefined && view.platform !== undefined),
        explains: ['job-time-limit'],
        causes: [
            {
                text: 'The step for {platform} hung or was too slow under the emulator: programs can deadlock there without a last word (Node.js on 32-bit Arm, mamba, npm, pip)',
                remedy: 'Run the step natively: on a runner of that architecture, or in a stage FROM --platform=$BUILDPLATFORM; and set a time limit',
                commands: [NATIVE_STAGE, 'timeout-minutes: 30', REPLACE],
            },
        ],
        sources: 'ekino/docker-buildbox!2021 zereight/gitlab-mcp!729',
    }),
    kind('downloads-time-out', 'a package manager’s downloads time out in a step for another platform', {
        bearing: 'foreign',
        signs: [
            ...kind_texts(`
        trouble with your network connection | esockettimedout | idle timeout reached for host
        | exceeded the timeout of | err_socket_timeout | readtimeouterror | read timed out
      `),
            { has: 'tls handshake timeout', not: /\/v2\/|daemon/ },
        ],
        applies: (view) => emulatedOrForeign(view) === true,
        explains: ['network', 'dependency'],
        causes: [
            {
                text: 'The package manager is so slow under emulation that its own time limit for the network runs out; or the network is slow',
                remedy: 'Raise its limit (yarn --network-timeout 600000, npm fetch-timeout, pip --timeout), or run the step natively: in a stage FROM --platform=$BUILDPLATFORM, or on a runner of that architecture',
                commands: ['yarn install --network-timeout 600000', NATIVE_STAGE],
            },
        ],
        sources: 'unixfox/periodic-build-with-github-actions#1',
    }),
    kind('guest-address-space', 'the emulator cannot place the program in memory', {
        rank: 'cause',
        signs: [
            ...kind_texts(`
        unable to reserve 0x | unable to find a guest_base | guest address space | bytes for jit buffer
        | in reserved address space below | internal error: unable to commit
        | requires virtual address space
      `),
            { has: 'error mapping file: ', and: /qemu-\w{2,12}(?:-static)?: Error mapping file/ },
            { has: 'mmap_min_addr', and: /qemu|guest|vm/i },
        ],
        explains: ['foreign-step-crash', 'guest-crash'],
        causes: [
            {
                text: 'The address space limit (ulimit -v) leaves the emulator less memory than it reserves at its start (128 MiB in QEMU 7.2)',
                when: only(evidenceIs(/jit buffer/i)),
                remedy: 'Raise or lift the limit',
                commands: ['ulimit -v unlimited'],
            },
            {
                text: 'The emulator cannot reserve the program’s address space where it wants it: vm.mmap_min_addr is too high, memory is limited, or QEMU is old',
                shown: true,
                remedy: 'Use a current QEMU, which places programs better; else lower vm.mmap_min_addr or lift the limit on memory, or run natively',
                commands: [REPLACE, 'sudo sysctl vm.mmap_min_addr'],
            },
        ],
        sources: 'balena-io/qemu#21 fsquillace/junest#159 SJTU-IPADS/OS-Course-Lab#86',
    }),
    kind('page-size', 'Unsupported system page size', {
        bearing: 'foreign',
        signs: [
            { has: 'unsupported system page size' },
            { has: 'madv_dontneed', and: /does not work|jemalloc|memset/i },
            { has: 'elf load command alignment not page-aligned' },
            { has: 'elf load command address/offset not' },
            {
                has: 'page size',
                and: /only .{0,60}\b\d{1,2} ?k(?:i?b)? page sizes?|requires? .{0,60}page sizes?|page sizes? .{0,60}(?:not supported|unsupported|too (?:large|small)|mismatch|must be|expected)|(?:unsupported|wrong|different|incompatible|invalid) .{0,20}page size/i,
            },
            { has: 'page-aligned', and: /\bload command|segment|\bmmap|\bELF\b/i },
        ],
        rank: 'cause',
        explains: ['file-missing', 'foreign-step-crash'],
        causes: [
            {
                text: 'The allocator (jemalloc) or the program meets an old QEMU that answers MADV_DONTNEED wrongly, or was built for another page size than the kernel’s',
                when: only((view) => emulatedOrForeign(view) ?? platformIs('amd64')(view)),
                remedy: 'Use a current QEMU, or a build for the kernel’s page size',
                commands: [REPLACE, 'getconf PAGESIZE'],
            },
            {
                text: 'The allocator (jemalloc) or the program was built for smaller pages than this kernel has (16 or 64 KiB)',
                shown: true,
                elsewhere: true,
                remedy: 'Use a build for this page size, or a kernel with 4 KiB pages',
                commands: ['getconf PAGESIZE'],
            },
        ],
    }),
    kind('killed-under-emulation', 'the emulated step ran out of memory', {
        bearing: 'foreign',
        signs: [
            ...kind_texts(`
        exit code: 137 | killed signal terminated program | insufficient memory for the java runtime
        | sigkill
      `),
            { has: 'killed', and: /^(?:\S{0,200} )?Killed$|signal 9|Killed \(program|SIGKILL/ },
        ],
        applies: (view) => emulatedOrForeign(view) === true,
        explains: ['out-of-memory'],
        rank: 'cause',
        causes: [
            {
                text: 'The kernel killed the step, for memory ran out: under an emulator a program takes several times as much (cargo’s index above all)',
                remedy: 'Use cargo’s sparse index or net.git-fetch-with-cli, fewer jobs side by side, a machine with more memory, or a native runner or cross-compilation',
                commands: ['ENV CARGO_REGISTRIES_CRATES_IO_PROTOCOL=sparse', NATIVE_STAGE],
            },
        ],
        sources: 'keenanjohnson/ros2_rust_workspace#21',
    }),
    kind('rosetta', 'rosetta error', {
        rank: 'cause',
        signs: [
            ...kind_texts('rosetta error: | vmallocationtracker | vmtracker attempted'),
            { has: 'assertion failed [', and: /^assertion failed \[/ },
            { has: 'basicblock requested for' },
        ],
        explains: ['foreign-step-crash', 'guest-crash', 'go-crash', 'node-crash', 'exec-format-error'],
        causes: [
            {
                text: 'Rosetta, which runs amd64 programs here in place of QEMU, failed',
                shown: true,
                remedy: 'Switch Rosetta off, so that QEMU emulates, update it with the system, or use the image for arm64 natively',
                commands: ['docker buildx imagetools inspect IMAGE'],
            },
        ],
        sources: 'docker/for-mac#7037',
    }),
    kind('package-scripts-not-started', 'apk’s package scripts end with 127: execve: No such file or directory', {
        rank: 'cause',
        signs: [
            { has: 'execve: no such file or directory', about: /apk|alpine|trigger|install/i },
            { has: 'lib/apk/exec/', and: /exited with error 127/ },
            { has: 'script exited with error 127' },
        ],
        explains: ['bundled-emulator', 'command-not-found'],
        causes: [
            {
                text: 'BuildKit ran the step with the emulator it carries itself, for the kernel had no handler for {platform}, and that emulator does not start all scripts of apk’s packages (those of apk-tools 3, Alpine 3.23 and newer, never)',
                shown: true,
                remedy: 'Register a handler for {platform} before the builder is made: the kernel’s own handlers start these scripts',
                commands: [common_SETUP, 'docker buildx rm BUILDER', 'docker buildx create --use'],
            },
        ],
        sources: 'moby/buildkit#6400 apache/arrow-nanoarrow#831',
    }),
    kind('loads-wrong-path', 'Error while loading …: No such file or directory, or Exec format error', {
        signs: [
            {
                has: 'error while loading /',
                and: /^(?:.{0,60}: )?Error while loading \/[^\s:]{1,300}: (?:no such file|exec format error)/i,
                not: /\.(?:so[\d.]{0,12}|conf|json|ya?ml|toml|xml|pem): /,
            },
        ],
        rank: 'cause',
        explains: ['bundled-emulator', 'exec-format-error', 'package-failed'],
        causes: [{ ...BUNDLED_EMULATOR, shown: true }, NOT_PINNED, NOTHING_REGISTERED],
        sources: 'docker/buildx#495 docker-library/python#760 moby/buildkit#1929 devcontainers/ci#305',
    }),
    kind('bundled-emulator-started-nothing', 'a step failed under the emulator that BuildKit carries', {
        rank: 'echo',
        signs: [{ has: '.buildkit_qemu_emulator', and: /\.buildkit_qemu_emulator.{0,2000}exit code: \d/ }],
        explains: ['bundled-emulator'],
        causes: [
            {
                ...BUNDLED_EMULATOR,
                when: ({ match }) => match.evidence.some(({ text }) => /exit code: 12[67]\b/.test(text)) || undefined,
            },
        ],
        sources: 'docker/buildx#464',
    }),
    kind('bundled-emulator', '/dev/.buildkit_qemu_emulator in the log', {
        bearing: 'note',
        signs: [{ has: '.buildkit_qemu_emulator' }],
        causes: [BUNDLED_EMULATOR],
        sources: 'docker/buildx#493 sivert-io/matchzy-auto-tournament#202',
    }),
    clue('started-directly', { has: 'process "', and: /process "(?!\/dev\/)/ }, { has: 'executor failed running [', and: /running \[(?!\/dev\/)/ }),
];

;// CONCATENATED MODULE: ./lib/doctor/kinds/calls.js





const ONLY_FAILED = 'foreign-step-failed';
const thirtyTwoBitHere = (view) => thirtyTwoBit({ ...view, platform: view.platform ?? (view.machine && `linux/${view.machine}`) }) === true;
const SEEMS_EMPTY = kind_texts(`
  could not find cmake_root | does not appear to contain cmakelists.txt | cannot locate jar for module
  | could not find or load main class | classnotfoundexception: org. | no input .v files
`);
const PROCESSOR = [
    {
        has: 'cpuinfo',
        and: /fail|unable|unknown|cannot|can't|could not|couldn't|error|not found|missing|no such|pars/i,
    },
    { has: 'failure getting variant' },
    {
        has: 'cpu',
        and: /\bcpu (?:architecture|implementer|variant|model|frequency|vendor|mhz|info|type)\b.{0,40}(?:not found|missing|not (?:available|detected|recognized))|(?:unable|failed|could not|couldn't|cannot) (?:to )?(?:determine|detect|identify|get|read|parse|find) (?:the )?(?:host )?(?:cpu|processor) ?(?:architecture|implementer|variant|model|frequency|vendor|mhz|info|type|features?|count)/i,
    },
];
const overflows = (view) => evidenceIs(/too large|EOVERFLOW|\b75\b/i)(view) === true;
const callKinds = () => [
    kind('openat2-missing', 'tar: Cannot open: Function not implemented', {
        rank: 'cause',
        signs: [{ has: 'function not implemented', and: /\btar: .{0,200}cannot (?:open|mkdir)/i }],
        explains: ['bundled-emulator', 'syscall-unknown', 'package-failed'],
        causes: [
            {
                text: 'QEMU is older than 9.2 and does not know the system call openat2, which newer tar uses',
                when: qemuOlder('9.2.0'),
                remedy: `Use a current QEMU (at least ${OLDEST_TRUSTED})`,
                commands: [REPLACE, VERSION],
            },
            BUNDLED_EMULATOR,
            {
                text: 'An old container engine’s seccomp profile refuses openat2',
                remedy: 'Update the engine; bsdtar extracts without openat2 until then',
            },
        ],
        sources: 'armbian/build#10713 abiosoft/colima#1613',
    }),
    kind('openat2-flags', 'tar: Cannot open: Invalid argument', {
        bearing: 'foreign',
        rank: 'cause',
        signs: [{ has: 'invalid argument', and: /\btar: .{0,200}cannot (?:open|mkdir): invalid argument/i }],
        explains: ['bundled-emulator'],
        causes: [
            {
                text: 'QEMU 9.2 to 10.1.2 built with musl passes a flag of openat2 on wrongly for arm64',
                when: qemuWithin('9.2.0', OLDEST_TRUSTED),
                remedy: 'Use QEMU 10.1.3 or newer',
                commands: [REPLACE, VERSION],
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
    kind('network-interfaces', 'iptables, nft, ip or tc fail under the emulator', {
        bearing: 'foreign',
        rank: 'cause',
        signs: kind_texts(`
      failed to initialize nft | iptables who? | can't initialize iptables table | cannot talk to rtnetlink
      | can't initialize ip6tables table | unsupported setsockopt level | unsupported ioctl: cmd | qemu_ifla
      | unsupported ancillary data | iptables-nft is not installed | netlink: operation not supported
    `),
        applies: (view) => emulatedOrForeign(view) !== false && (view.log.emulated || view.platform !== undefined),
        explains: ['call-not-implemented'],
        causes: [
            {
                text: 'The program talks to the kernel’s network (netlink, iptables, a tunnel’s ioctl) or a device in a way that QEMU’s user mode does not translate: this does not work under emulation, whatever the handler',
                remedy: 'Run this step on a runner of that architecture; in a build, leave it out or do it when the container starts (iptables-legacy in place of nft helps some)',
            },
        ],
        sources: 'multiarch/qemu-user-static#191 tonistiigi/binfmt#107 multiarch/qemu-user-static#171 alexei-led/pumba#156',
    }),
    kind('tracing', 'ptrace: Function not implemented', {
        bearing: 'foreign',
        rank: 'cause',
        signs: [
            {
                has: 'ptrace',
                and: /ptrace.{0,80}(?:function not implemented|not permitted|input\/output error|failed)/i,
            },
            { has: 'cannot ptrace' },
        ],
        causes: [
            {
                text: 'QEMU’s user mode has no ptrace system call: strace, gdb and profilers do not work inside an emulated container',
                remedy: 'Trace on a native machine, or attach gdb to the emulator itself (QEMU_GDB) from the host',
                commands: ['docker run -e QEMU_GDB=1234 -p 1234:1234 --platform {platform} IMAGE'],
            },
        ],
        sources: 'benfred/py-spy#530',
    }),
    kind('syscall-unknown', 'qemu: Unsupported syscall', {
        rank: 'cause',
        signs: [{ has: 'unsupported syscall' }],
        explains: ['guest-crash', ...ALSO_SHOWN],
        causes: [
            {
                ...OLD_QEMU,
                text: `QEMU is older than ${OLDEST_TRUSTED} and lacks a system call that the program uses`,
            },
            {
                text: 'The program uses a system call that QEMU’s user mode does not have (unshare and others were added late)',
                remedy: 'Use a current QEMU, or run the step natively or in a stage FROM --platform=$BUILDPLATFORM',
                commands: [REPLACE, NATIVE_STAGE],
            },
        ],
        sources: 'dotnet/dotnet-docker#993 proot-me/proot#88',
    }),
    kind('call-not-implemented', 'Function not implemented, in a step for another platform', {
        bearing: 'foreign',
        signs: [
            { has: 'function not implemented', not: /\btar: / },
            { has: 'enosys' },
            { has: 'errno', and: /\berrno\b\D{0,8}38\b/i },
            { has: 'os error 38' },
            { has: 'hlock: invalid argument' },
            { has: ' -38', and: /\b(?:err|error|ret|res|rc|result|returned|failed)\b.{0,20} -38\b/i },
        ],
        applies: (view) => emulatedOrForeign(view) !== false && view.platform !== undefined,
        explains: ['package-failed'],
        causes: [
            {
                text: 'The program uses a system call that QEMU’s user mode does not have (aio, io_uring, ptrace, keyctl, some file locks, namespaces), or this version of it does not: error 38 is ENOSYS',
                remedy: 'Use a current QEMU, or run the step natively or in a stage FROM --platform=$BUILDPLATFORM',
                commands: [REPLACE, NATIVE_STAGE],
            },
        ],
        sources: 'multiarch/qemu-user-static#114',
    }),
    kind('sandbox-refused', 'Landlock or another sandbox is not there under the emulator', {
        bearing: 'foreign',
        rank: 'cause',
        signs: [
            ...kind_texts(`
        landlock is not supported | seccomp unavailable | switching to sandbox user | restricting syscalls via seccomp
        | restricting filesystem access
      `),
            { has: 'seccomp', and: /(?:prctl|seccomp)\S{0,30}.{0,40}(?:invalid argument|EINVAL|: 22\b)/i },
        ],
        causes: [
            {
                text: 'An emulator’s user mode does not have the system calls of Landlock and seccomp, with which pacman and others shut themselves into a sandbox',
                when: (view) => emulatedOrForeign(view) === false ? false : evidenceIs(/seccomp.{0,60}(?:\b22\b|inval)/i)(view),
                remedy: 'Switch the sandbox off (pacman --disable-sandbox, DisableSandbox in pacman.conf), or run it natively',
                commands: ['pacman -Syu --disable-sandbox'],
            },
            {
                text: 'The kernel is too old for Landlock, or was built without it',
                elsewhere: true,
                remedy: 'Use a newer kernel, or switch the sandbox off (DisableSandbox in pacman.conf)',
            },
        ],
        sources: 'CoelacanthusHex/archriscv-scriptlet!23',
    }),
    kind('own-file', '/proc/self/exe or /proc/cpuinfo shows the emulator or the host', {
        bearing: 'foreign',
        rank: 'cause',
        signs: [
            { has: '/proc/self/exe', and: /bad file descriptor|not a zip|failed|cannot|error/i },
            { has: 'failed to open', and: /as a zip file/ },
            { has: 'unknown option', and: /qemu[\w-]{0,20}: unknown option '/ },
            { has: 'ensure we are a cloned binary' },
            { has: 're-exec', and: /(?:failed|cannot|could not|unable) to re-exec/i },
            ...PROCESSOR,
        ],
        applies: (view) => view.platform !== undefined ||
            view.log.emulated ||
            evidenceIs(/self\/exe|zip file|qemu/)(view) === true,
        causes: [
            {
                text: 'The program reads its own file (/proc/self/exe) or the processor (/proc/cpuinfo), and finds the emulator or the host’s in their place, as older emulators show them',
                remedy: 'Use a current QEMU, or run this program on $BUILDPLATFORM or a native runner',
                commands: [REPLACE, NATIVE_STAGE],
            },
        ],
        sources: 'docker/setup-qemu-action#119',
    }),
    kind('large-inode-numbers', 'Value too large for defined data type', {
        bearing: 'foreign',
        rank: 'cause',
        signs: [
            ...kind_texts('value too large for defined data type | value too large for data type | eoverflow'),
            { has: 'rror 75', and: /\bos error 75\b/ },
            { has: 'errno', and: /\berrno\b\D{0,8}75\b/i },
            ...SEEMS_EMPTY,
        ],
        applies: (view) => overflows(view) || (thirtyTwoBit(view) === true && emulatedOrForeign(view) === true),
        explains: ['compile-error', 'file-missing', 'dependency'],
        causes: [
            {
                text: 'A 32-bit program reads a directory of a 64-bit host, whose inode numbers and positions (ext4) are too large for 32 bits',
                when: (view) => (overflows(view) && thirtyTwoBit(view)) || undefined,
                remedy: 'Put the directory on a tmpfs, use cargo’s sparse index, or cross-compile on a 64-bit platform',
                commands: [
                    'RUN --mount=type=tmpfs,target=/usr/local/cargo/registry cargo build --release',
                    'ENV CARGO_REGISTRIES_CRATES_IO_PROTOCOL=sparse',
                ],
            },
        ],
        sources: 'rust-lang/cargo#8719 docker/buildx#395 microsoft/vcpkg#21189 uraimo/run-on-arch-action#9',
    }),
    kind(ONLY_FAILED, 'a step for another platform failed, and does not tell why', {
        bearing: 'note',
        rank: 'echo',
        signs: kind_texts(`
      did not complete successfully | returned a non-zero code | exit code | exit status | exited with
      | error: | fatal: | exception | failed
    `),
        applies: (view) => emulatedOrForeign(view) === true &&
            view.platform !== undefined &&
            [view.log.emulated, view.log.machine, view.log.failed?.platform].some(Boolean),
        causes: [
            {
                text: 'A 32-bit program for {platform} cannot read directories of a 64-bit file system under an emulator: their inode numbers are too large for it, and it finds them empty',
                when: (view) => (thirtyTwoBit(view) === true ? undefined : false),
                remedy: 'Put the directory on a tmpfs, or run the step natively',
                commands: ['RUN --mount=type=tmpfs,target=/work COMMAND'],
            },
            {
                text: 'The emulator that ran the step for {platform} is old or faulty, or does not have a system call that the program uses',
                remedy: 'Run the same step natively (on a runner for {platform}, or in a stage FROM --platform=$BUILDPLATFORM) to see whether it fails there, too; and use a current QEMU',
                commands: [NATIVE_STAGE, REPLACE, VERSION],
            },
            {
                text: 'The step fails by itself, and would on any platform',
                elsewhere: true,
                remedy: 'Look at the last errors of the log',
            },
        ],
    }),
    kind('apt-signature', 'apt: At least one invalid signature was encountered', {
        bearing: 'foreign',
        rank: 'cause',
        signs: [
            { has: 'at least one invalid signature was encountered' },
            { has: 'not signed', and: /repository '.{1,300}' is not signed/i },
            { has: 'apt-key', and: /gpgv, gpgv2 or gpgv1 required/i },
        ],
        causes: [
            {
                text: '32-bit Arm under emulation: gpgv fails under an old QEMU, or an old libseccomp of the engine’s host refuses its time calls, and apt takes that for an invalid signature',
                when: (view) => thirtyTwoBit(view) === true && emulatedOrForeign(view) !== false,
                remedy: 'Use a current QEMU and a current engine with its libseccomp (2.4.2 or newer), or a native runner',
                commands: [REPLACE, 'docker version'],
            },
            {
                text: 'A new 32-bit image on an older engine’s host: its libseccomp or runc refuses the 64-bit time calls (time64), and gpgv and apt take that for an invalid signature',
                when: (view) => ((view.machine ?? 'arm') === 'arm' && thirtyTwoBitHere(view) ? undefined : false),
                elsewhere: true,
                remedy: 'Update libseccomp2 (2.4.2 or newer), runc and the engine on the host, or use an older release of the image',
                commands: ['sudo apt-get install --only-upgrade libseccomp2 docker-ce', 'docker version'],
            },
            {
                text: 'The emulator is old, or apt’s lists are damaged: a full disk, a proxy, a stale cache',
                when: (view) => (emulatedOrForeign(view) === true && thirtyTwoBit(view) !== true ? undefined : false),
                remedy: 'Use a current QEMU; look at the free space, and clean apt’s lists',
                commands: [REPLACE, 'df -h', 'docker system df'],
            },
            {
                text: 'apt could not check the lists’ signatures: the disk is full, a proxy or a stale cache gave damaged lists, or /tmp cannot be written',
                when: (view) => (emulatedOrForeign(view) === true ? false : undefined),
                elsewhere: true,
                remedy: 'Look at the free space, empty apt’s lists and the build’s cache, and run it again',
                commands: ['df -h', 'docker system prune'],
            },
        ],
    }),
    kind('time-of-64-bits', 'calls of 64-bit time are refused in a 32-bit image', {
        bearing: 'foreign',
        rank: 'cause',
        signs: [
            { has: 'cannot utime: operation not permitted' },
            { has: "can't initialize time" },
            { has: 'errno 1] operation not permitted', about: /time\.(?:time|sleep|monotonic)|_startTime|\bclock/ },
            { has: 'operation not permitted', about: /sys\/\S{1,40}\/time\.rs|clock_gettime|gettimeofday|mktime/ },
            { has: 'clock_gettime', and: /fail|error|not permitted|abort|assert/i },
            { has: 'cannot read realtime clock' },
            { has: 'is not valid yet', and: /invalid for another (?:\d{4,6}d|\d{2} years)/ },
            {
                has: 'operation not permitted',
                and: /^(?:.{0,60} )?(?:uname|wait|date|sleep|stat|touch|cp|make): (?:.{0,80}: )?(?:Operation not permitted|EPERM)/i,
            },
        ],
        applies: (view) => (view.platform === undefined ? undefined : thirtyTwoBit(view) === true),
        explains: ['python-crash', 'package-failed', 'dependency'],
        causes: [
            {
                text: 'The engine’s host is too old for this image: its libseccomp or runc refuses the 64-bit time system calls (time64) that new 32-bit images use',
                remedy: 'Update libseccomp2 (2.4.2 or newer), runc and the engine on the host, or use an older release of the image',
                commands: [
                    'sudo apt-get install --only-upgrade libseccomp2 docker-ce',
                    'docker run --security-opt seccomp=unconfined IMAGE',
                ],
                elsewhere: true,
            },
        ],
        sources: 'moby/moby#40734',
    }),
    kind('memory-of-32-bits', 'a 32-bit program ran out of memory', {
        bearing: 'foreign',
        rank: 'cause',
        signs: [
            ...kind_texts(`
        out of memory allocating | cannot allocate memory | virtual memory exhausted
        | could not reserve enough space for
      `),
            { has: 'memory allocation of', and: /memory allocation of \d+ bytes failed/ },
            { has: 'out of memory', and: /llvm error|cc1|ld: |dnf|microdnf|error: out of memory/i },
        ],
        applies: (view) => thirtyTwoBit(view) === true,
        explains: ['foreign-step-crash', 'guest-crash', 'out-of-memory', 'compiler-crash', 'hotspot-crash'],
        causes: [
            {
                text: 'The address space of a 32-bit program is used up: under the emulator it has less than 4 GiB, whatever memory the machine has',
                remedy: 'Use microdnf in place of dnf, an older or smaller release, or cross-compile on a 64-bit platform; else a native runner',
                commands: [NATIVE_STAGE],
            },
        ],
        sources: 'uraimo/run-on-arch-action#86',
    }),
    kind('init-in-container', 'systemd as the first process of an emulated container', {
        bearing: 'foreign',
        rank: 'cause',
        signs: [
            { has: 'running in system mode', and: /systemd \S{1,40} running in system mode/ },
            { has: 'detected architecture ', about: /systemd/ },
            { has: 'failed to open netlink: protocol not available' },
            { has: 'failed to allocate manager object' },
        ],
        applies: (view) => emulatedOrForeign(view) !== false && view.platform !== undefined,
        causes: [
            {
                text: 'systemd cannot run as the first process of an emulated container: user mode emulation lacks the system calls (netlink, cgroups, namespaces) that it needs',
                remedy: 'Run it on a real or a virtual machine of that architecture (qemu-system), or start the service without systemd',
            },
        ],
        sources: 'freeipa/freeipa-container#238',
    }),
];

;// CONCATENATED MODULE: ./lib/doctor/kinds/elsewhere.js



const LOCAL = /\b(?:to|the) (?:socket|bus)\b|remote store 'daemon'|\bunix[: ]|\.sock(?:et)?\b/i;
const elsewhereKinds = () => [
    plain('disk-full', 'no space left on device', [
        { has: 'no space left on device' },
        { has: 'enospc', not: /watch/i },
        { has: 'disk quota exceeded' },
        { has: 'not enough free space' },
    ], [
        'The disk is full',
        'Make room: prune the build’s cache, or take a runner with a larger disk',
        'df -h',
        'docker system prune -af',
    ], { rank: 'cause', explains: ['network', 'apt-signature', 'package-failed'] }),
    plain('virtual-machine', 'a virtual machine failed', [
        ...kind_texts(`
        guest agent binary could not be found | error starting vm | qemu has exited | hv_unsupported
        | qemu has already exited | qemu failed to start | qemu test failed | could not access kvm
        | failed to initialize kvm | is not supported by the qemu2 emulator | kvm is required
        | uefi interactive shell | pxe-e | vm-test-run | timeout waiting for ssh
        | trying to execute code outside | qemu exited | qemu unexpectedly closed the monitor | libvirt::error | error launching vm
      `),
        {
            has: 'qemu-system-',
            and: /qemu-system-\w+(?:\.exe)?: (?!(?:command )?not found)|deprecated, please use qemu-system|qemu-system-\S+ .{0,200}(?:exited|failed|terminat)/i,
        },
        { has: '/dev/kvm', and: /permission denied|no such file|not found|could not access/i },
        { has: 'qcow2', and: /lock|corrupt|permission denied|failed/i },
        { has: 'domain not found', and: /libvirt/i },
        {
            has: 'is required to build',
            and: /with features \{[^}]{0,80}\b(?:kvm|nixos-test)\b[^}]{0,40}\} is required/,
        },
        { has: 'hardware acceleration', and: /emulator|kvm|hvf|haxm/i },
        {
            has: 'qemu-img',
            and: /qemu-img: (?!command not found|not found)|qemu-img['"]? .{0,80}(?:failed|error)/i,
        },
    ], [
        'A whole virtual machine (qemu-system, a disk image, KVM) failed: that is another program than QEMU’s user mode, which runs single programs',
        'Look at the machine’s own log, at its disk image and at /dev/kvm',
    ], {
        rank: 'cause',
        explains: ['registry-unreachable', 'network', 'permission', 'emulator-crash'],
        applies: ({ log, match }) => !log.emulated || !match.evidence.every(({ text }) => /\bkilled by signal|dumped/.test(text)),
    }),
    plain('heap-full', 'the program’s heap is full', kind_texts(`
      heap out of memory | outofmemoryerror | gc overhead limit exceeded | <--- last few gcs
    `), [
        'The program’s own heap is full: its limit is lower than what the build needs',
        'Give it more (NODE_OPTIONS=--max-old-space-size=4096, -Xmx), or build less at once',
    ], {
        rank: 'cause',
        explains: ['node-crash', 'hotspot-crash', 'foreign-step-crash', 'native-crash', 'out-of-memory'],
    }),
    plain('out-of-memory', 'the machine ran out of memory', [
        ...kind_texts(`
        internal compiler error: killed | killed (program | signal: 9, sigkill | oom-kill
        | killed signal terminated program | insufficient memory for the java runtime | exit code: 137
        | exit code 137 | cannot allocate memory
      `),
        { has: 'out of memory', and: /\b(?:ran )?out of memory\b/i },
    ], [
        'The machine ran out of memory, and the kernel ended the step',
        'Use fewer jobs side by side, or a machine with more memory',
    ], { rank: 'cause' }),
    kind('native-crash', 'a program crashed', {
        bearing: 'foreign',
        signs: [
            ...CRASHES,
            { has: 'a fatal error has been detected by the java runtime' },
            { has: 'interrupted by sigsegv' },
            { has: 'unexpected signal during runtime' },
            { has: '(illegal)' },
        ],
        applies: (view) => view.foreign === undefined && view.platform !== undefined ? false : emulatedOrForeign(view) !== true,
        causes: [
            {
                text: 'The processor, or the one that a virtual machine shows, lacks an instruction that the program was built for (AVX, x86-64-v2, Armv8.1)',
                when: (view) => evidenceIs(/illegal|sigill|\b132\b/i)(view) === true ? not(emulatedOrForeign(view)) : false,
                specific: true,
                elsewhere: true,
                remedy: 'Give the virtual machine the host’s CPU model, or use a build for an older processor',
            },
            {
                text: 'The program ran on the machine’s own architecture, as far as the log tells: this crash is its own',
                when: (view) => not(emulatedOrForeign(view)),
                elsewhere: true,
                remedy: 'Look at the program, its version, and the processor’s level',
            },
        ],
    }),
    plain('no-shell', 'the image has no shell', [{ has: 'exec: "/bin/sh": stat /bin/sh: no such file or directory' }], [
        'The image has no shell /bin/sh (it is made from scratch, or distroless), and a RUN line without brackets needs one',
        'Write RUN ["/path/of/program", "argument"], or run the step in a stage that has a shell and copy what it made',
    ], { rank: 'cause', explains: ['file-missing'] }),
    plain('file-missing', 'a file that the build names is not there', [
        ...kind_texts(`
        failed to read dockerfile | failed to compute cache key | failed to calculate checksum of ref
        | copy failed:  | unable to evaluate symlinks in dockerfile path | can't open file
        | cannot find module | modulenotfounderror | error loading shared library | cannot open shared object file | cannot load such file --
        | executable doesn't exist at
      `),
        {
            has: 'no such file or directory',
            and: /^(?:.{0,80} )?(?:open|stat|lstat|cat|cp|mv|cd|ls|rm|mkdir|source|bash|sh|make|python\d?|node): .{0,200}no such file or directory/i,
            not: /\bexec|qemu|binfmt|ld-linux|ld-musl|chroot: /,
        },
        { has: 'error while loading shared libraries', and: /no such file|cannot open shared object/i },
        { has: 'no such file or directory', and: /exec: "[^"]{1,200}": stat \// },
    ], [
        'A file or folder that the build names is not there',
        'Look at the path, at .dockerignore, and at the step that should have made it',
    ]),
    plain('engine-not-running', 'the container engine does not answer', [
        { has: 'cannot connect to the docker daemon' },
        { has: 'cannot connect to podman' },
        { has: 'dial unix ', and: /docker\.sock|podman\.sock|buildkitd\.sock|containerd\.sock/ },
        { has: 'error during connect: ' },
    ], [
        'The container engine does not run here, or this user or address does not reach it',
        'Start it, look at DOCKER_HOST, and at who may use its socket',
        'docker context ls',
    ], { explains: ['permission', 'file-missing', 'network'] }),
    plain('profile-refused', 'the engine cannot load a profile of AppArmor or SELinux', kind_texts(`
      profile could not be loaded | apply apparmor profile | apparmor_parser: | unable to apply apparmor
      | process label: | relabel failed
    `), [
        'The engine may not load or apply a profile of AppArmor or SELinux: it runs inside a container, or the kernel lacks that module',
        'Run the engine on the host itself, or let it mount /sys/kernel/security',
        'docker info --format "{{.SecurityOptions}}"',
    ], { rank: 'cause', explains: ['permission'] }),
    plain('threads-refused', 'pthread_create: Operation not permitted', [{ has: 'operation not permitted', and: /pthread_create\S{0,8}:? .{0,20}Operation not permitted/i }], [
        'The engine’s host is too old for this image: its seccomp profile refuses the system call clone3, which newer libraries use',
        'Update the engine (Docker 20.10.10 or newer), its runc and libseccomp, or use an older release of the image',
        'docker run --security-opt seccomp=unconfined IMAGE',
    ], { rank: 'cause', explains: ['native-crash'], applies: (view) => emulatedOrForeign(view) !== true }),
    plain('permission', 'permission denied', [{ has: 'permission denied', not: /binfmt|qemu-user/i }, { has: 'eacces' }], [
        'A file or a socket may not be used by this user',
        'Look at its owner and its mode, and at who runs the step',
    ]),
    plain('command-not-found', 'a command is not there', [
        { has: 'command not found' },
        { has: 'not found', and: /^(?:\S{1,200}: )?(?:line )?\d{1,5}: \S{1,200}: not found$/ },
        { has: 'not found', and: /^(?:\/(?:usr\/)?bin\/)?(?:ba|da|a|z|k)?sh: [\w.+-]{1,80}: not found$/ },
        { has: 'executable file not found in $path' },
    ], [
        'A command that the script calls is not installed, or not on PATH',
        'Install it in the image or on the runner, or mend the path',
    ]),
    plain('network', 'a server did not answer', [
        ...kind_texts(`
        could not resolve host | temporary failure in name resolution | temporary failure resolving
        | connection timed out | connection refused | connection reset by peer | network is unreachable
        | temporary error (try again later) | network error (check internet connection | econnreset
        | etimedout | esockettimedout | trouble with your network connection | i/o timeout
        | no route to host | getaddrinfo | could not connect to | failed to connect to | read/write on closed pipe | tls handshake timeout
        | gateway time-out | error: rpc failed | service unavailable
      `).map((sign) => ({ ...sign, not: LOCAL })),
        { has: 'the requested url returned error', and: /error: (?!4(?:0[34]|10)\b)/ },
        { has: 'bad address', and: /^wget: bad address/ },
        { has: 'enotfound', and: /\bENOTFOUND\b/ },
        { has: 'failed to download', and: /timed? ?out|curl|connection|resolve/i },
    ], [
        'A server did not answer, or answered wrongly',
        'Run it again; if it stays so, look at the network, the proxy and the server',
    ]),
    plain('workflow-error', 'the workflow or the command line is wrong', [
        ...kind_texts(`
        container action is only supported on | invalid operation | failed to find target | target stage " | should not be blank | port is already allocated
        | invalid compose project | invalid key-value pair | mapping values are not allowed | no such service
        | no configuration file provided | failed to read input | circular dependency | address already in use
        | unexpected eof while looking for | unknown shorthand flag | no builder " | unknown flag:  | unrecognized arguments
        | invalid workflow file | unable to resolve action | invalid reference format
        | requires exactly 1 argument | dockerfile parse error | no such image: 
        | image operating system " | unknown instruction: 
      `),
        { has: 'invalid option', not: /^SP2-/ },
        { has: 'unexpected value', and: /unexpected value|unexpected input/i },
        { has: 'syntax error', and: /^(?:\/bin\/)?(?:ba|da|a)?sh: (?:-c: )?(?:line )?\d{1,4}: syntax error/i },
    ], [
        'An option, an input or a line of the workflow or Dockerfile is wrong',
        'Look at the command that is named, and at what its tool takes',
    ]),
    plain('login-missing', 'a login, a token or a right is missing', kind_texts(`
      username and password required | input required and not supplied | incorrect username or password
      | bad credentials | resource not accessible by integration | could not load credentials
      | could not assume role | expired_token | token has expired | token is expired | not authorized to perform
      | unable to get actions_id_token | 401 unauthorized | must be authenticated | login is required
      | authentication required
    `), [
        'A login, a token or a right that the step needs is missing, or has expired',
        'Look at the secret that is named (those of a fork’s pull request are empty), and at the job’s permissions',
    ]),
    plain('source-control', 'Git could not fetch, merge or push', kind_texts(`
        could not read username for | host key verification failed | permission denied (publickey
        | could not read from remote repository | automatic merge failed | merge conflict in | couldn't find remote ref
        | authentication failed for | remote: repository not found | failed to push some refs | dubious ownership
        | not a git repository | error: pathspec | protected branch hook | unable to checkout | remote error:
      `), [
        'Git could not fetch, merge or push',
        'Look at the line of Git’s that is named: the address, the key, the branch',
    ], { explains: ['permission'] }),
    plain('check-failed', 'a check of the sources failed', [
        ...kind_texts(`
        golangci-lint exit | would reformat | files were modified by this hook | code style issues | found lint errors
        | issues found | clippy::
      `),
        { has: ' problem', and: /✖ [1-9]\d{0,5} problems?\b/ },
        { has: 'total: ', and: /^Total: [1-9]\d{0,5} \(/ },
        { has: ' sc', and: /\bSC[12]\d{3}\b/ },
        { has: ' dl', and: /\bDL[34]\d{3}\b/ },
        {
            has: 'license',
            and: /license.{0,80}(?:not allowed|forbidden|denied|incompatible)|forbidden license/i,
        },
    ], [
        'A linter, formatter, scanner or check of licences found something',
        'Look at the first finding that it names',
    ]),
    plain('file-damaged', 'a downloaded file is not what was expected', [
        ...kind_texts(`
        not in gzip format | does not look like a tar archive | checksum verification failed
        | end-of-central-directory signature not found | do not match the hashes | hash mismatch | sha256 mismatch
        | digest did not match | unexpected size
      `),
        { has: 'computed checksum', and: /did not match/i },
    ], [
        'A downloaded file is not what was expected: a page of an error in its place, cut short, changed, or for another architecture than its checksum',
        'Look at the address and at what the server gave (curl --fail), and at the checksum of the file for this platform',
    ], { explains: ['dependency'] }),
    plain('cache-unavailable', 'the build’s cache could not be read or written', kind_texts(`
      cache service responded | failed to save cache | legacy service is shutting down | gha cache exporter
      | gha cache importer | error writing layer blob | failed to configure registry cache
      | error: failed to solve: failed to import cache
    `), [
        'The service that keeps the build’s cache did not answer, refused, or knows a newer protocol only',
        'Run it again with a current buildx and BuildKit; ignore-error=true in cache-to keeps a lost cache from failing a build',
    ], { rank: 'cause', explains: ['network', 'registry-unreachable'] }),
    plain('runner-lost', 'the machine that ran the job went away', kind_texts(`
      the runner has received a shutdown signal | lost communication with the server
      | we stopped hearing from agent | agent was stopped | agent lost | the node was low on resource
      | error reading from server: eof | failed to receive status: rpc error: code = unavailable | closing transport due to
      | pod was evicted | spot instance | was marked offline | channel is closing down or has closed down
    `), [
        'The machine or container that ran the job, or the builder in it, was taken away, killed, or had no memory, disk or processor left to answer',
        'Look at the memory and the disk of the runner and at whether it can be taken away; run it again, with fewer jobs side by side',
    ], { rank: 'cause', explains: ['build-hangs', 'job-time-limit'] }),
    plain('answer-ended-early', 'Unexpected end of JSON input', [{ has: 'unexpected end of json input', not: /npm|while parsing near/i }], [
        'An answer that was to be JSON ended early',
        'Look at the lines above: the tool’s own error stands there',
    ], { rank: 'echo' }),
    plain('job-time-limit', 'the job was cancelled, or ran into its time limit', kind_texts(`
        the operation was canceled | exceeded the maximum execution time | ran longer than the maximum time
        | no output has been received in the last | too long with no output | execution took longer than
        | test timed out after | has timed out after
      `), [
        'The job was cancelled, or ran into a time limit',
        'Look at the last line before it, and at how long that step takes elsewhere',
    ], { rank: 'echo' }),
    plain('package-failed', 'a package could not be installed', [{ has: 'dpkg: error processing' }, { has: 'sub-process /usr/bin/dpkg returned an error' }], ['The package manager stopped at an error of a package', 'Look at the first error above it'], { rank: 'echo' }),
];

;// CONCATENATED MODULE: ./lib/doctor/kinds/loading.js


const FIRST_LINE_OR_LOADER = {
    text: 'The program itself, its own loader, or the interpreter that its first line names, is not in the image (or that line ends with a carriage return)',
    when: logShows('carriage-returns'),
    elsewhere: true,
    remedy: 'Look at the first line of the script, or at the loader that the program names',
    commands: ['head -c 64 {program} | od -c', common_FILE],
};
const BY_A_SHELL = /^(?:\S{0,60}sh: )?(?:line )?(?:\d{1,4}: )?\.{0,2}\/\S{1,200}: (?:not found|cannot execute: required file not found)$/;
function beforeShells(cause) {
    return { ...cause, when: (view) => (evidenceIs(BY_A_SHELL)(view) ? false : cause.when?.(view)) };
}
const loadingKinds = () => [
    kind('interpreter-not-in-container', 'no such file or directory, although the file is there', {
        bearing: 'foreign',
        signs: [
            { has: 'exec user process caused', and: /no such file or directory/i },
            {
                has: 'no such file or directory',
                and: /^(?:\d{4}\/\d\d\/\d\d [\d:]{8} )?no such file or directory$/i,
                about: /\b(?:docker|podman) run\b/,
            },
            {
                has: 'no such file or directory',
                and: /\bexec(?:v[pe]{0,2})?(?: container process|: failed: |\()? ?[`"']?\/[^\s:)]{1,200}(?:, \S{1,60}\))?[`"')]*(?: failed)?: /i,
                not: /lib\/apk\/exec|^\S{0,3} execve:/,
            },
            {
                has: 'failed to run command',
                and: /chroot: failed to run command .{1,200}: No such file or directory/,
            },
            { has: 'no such file or directory', and: /\bexecuting '\/nix\/store\/[^']{1,200}': /i },
            { has: 'cannot execute: required file not found' },
            { has: 'starting container process caused', and: /no such file or directory/i, not: /: stat \// },
            { has: 'error=2, no such file', and: /cannot run program/i },
            { has: ': not found', and: BY_A_SHELL },
        ],
        explains: ['handler-disabled'],
        causes: [
            {
                ...NOT_STATIC,
                text: 'The emulator that was copied into the root needs a loader and libraries that are not there: it is dynamically linked',
                when: only(evidenceIs(/qemu-\w{2,12}(?:-static)?['’”]?: No such file/)),
                specific: true,
            },
            beforeShells(INTERPRETER_GONE),
            beforeShells({
                ...NOT_PINNED,
                when: (view) => lacksF(view) ?? ((view.foreign ?? view.platform !== undefined) ? undefined : false),
            }),
            beforeShells(NOT_STATIC),
            beforeShells(SWITCHED_OFF),
            FIRST_LINE_OR_LOADER,
            {
                text: 'The program’s own loader, or that of another libc, is not in the image',
                elsewhere: true,
                remedy: 'Look at the loader that the program names (glibc’s is not in Alpine)',
                commands: [common_FILE],
            },
        ],
        sources: 'docker/buildx#464 amazonlinux/container-images#18 usimd/pi-gen-action!181 NixOS/nixpkgs#160300',
    }),
    plain('loader-of-file-missing', 'a program that is there is said not to be', [
        {
            has: 'no such file or directory',
            and: /^-?(?:\S{0,60}\/)?(?:ba|da|a|z|k)?sh: (?:line )?(?:\d{1,4}: )?[~.]{0,2}\/\S{1,200}: No such file/i,
        },
    ], [
        'The program is there, and the loader that it names is not: it was built for another architecture (32 or 64 bits) or another libc than the system on which it was started',
        'Look at what the program is and names as its interpreter, and get the one for this system',
        'file THE_PROGRAM',
        'dpkg --print-architecture',
    ], { rank: 'cause', applies: ({ log, foreign }) => log.object !== undefined && foreign !== true }),
    plain('carriage-return-in-script', 'a script’s lines end with a carriage return', [
        { has: 'no such file or directory', and: /['"‘]\S{0,40}\\r['"’]: no such file/i },
        { has: "\\r': command not found" },
        { has: '^m: bad interpreter' },
    ], [
        'The lines of a script end with a carriage return (CRLF), which becomes part of the interpreter’s name',
        'Save the script with line feeds alone, and let Git keep them (*.sh text eol=lf in .gitattributes)',
        'sed -i "s/\\r$//" THE_SCRIPT',
    ], { rank: 'cause', explains: ['file-missing', 'command-not-found'] }),
    clue('rosetta-on', {
        has: 'rosetta',
        and: /rosetta["']?[:=] ?["']?true|--(?:vz-)?rosetta\b(?!=false)|\/rosetta(?:\s|$)|use rosetta for/i,
    }, { has: 'true', and: /^true$/, about: /\{\{ ?\.Rosetta ?\}\}['"]?\n/ }),
    clue('carriage-returns', { has: 'crlf' }, { has: '^m: ' }),
    kind('loader-not-found', 'Could not open /lib…/ld-…: No such file or directory', {
        rank: 'cause',
        signs: [
            {
                has: "could not open '/",
                and: /could not open '\/(?:lib|usr\/lib|system)[^']{0,100}\/?ld[^']{0,60}'/i,
            },
            { has: 'rosetta error: failed to open elf' },
        ],
        explains: ['guest-crash', 'foreign-step-crash', 'rosetta'],
        causes: [
            {
                text: 'Emulation works, and the loader and the libraries that the program needs are not here: a program of another architecture was put among files of this one',
                shown: true,
                remedy: 'Fetch or build the program for the platform of what surrounds it, build the whole image for one platform, or install the libraries of its architecture',
                commands: ['uname -m', 'docker build --platform {platform} .'],
            },
        ],
        sources: 'Wide-Moat/open-computer-use#27 sameersbn/docker-gitlab#2689 docker/for-mac#7644',
    }),
    plain('other-libc', 'a program of another libc', [
        { has: 'error loading shared library ld-linux', and: /ld-linux\S{0,20}: no such file/i },
        { has: 'error relocating ', and: /error relocating \/.{1,200}: symbol not found/i },
        { has: 'version `glibc_', and: /not found/ },
        { has: 'libc.musl-', and: /cannot open shared object/ },
        { has: 'version `glibcxx_', and: /not found/ },
    ], [
        'The program or library was made for another libc than the image’s: for glibc in an image with musl (Alpine), the reverse, or for a newer glibc; its loader or its symbols are missing',
        'Build it in the image on which it runs, or use an image with the libc (and the version) for which it was made',
        'ldd --version',
    ], { rank: 'cause', explains: ['file-missing'] }),
    kind('emulator-without-libraries', 'the emulator does not find its own libraries', {
        rank: 'cause',
        signs: [
            { has: 'error while loading shared libraries', and: /qemu-\w{2,12}(?:-static)?: error while loading/ },
        ],
        explains: ['file-missing'],
        causes: [{ ...NOT_STATIC, when: undefined, shown: true }, INTERPRETER_GONE],
    }),
    kind('file-for-another-emulator', 'Invalid ELF image for this architecture', {
        rank: 'cause',
        signs: [{ has: 'invalid elf image for this architecture' }],
        explains: ['exec-format-error', 'register-exists'],
        causes: [
            {
                text: 'The entry {entry} starts the QEMU of another architecture than that of the programs it takes',
                when: only((view) => view.here === true && broken(view) === true),
                specific: true,
                finding: 'SB034',
                remedy: 'Register the right QEMU for {platform}',
                commands: [REPLACE],
            },
            {
                text: 'The program is of another architecture than this emulator: 64-bit files under the emulator for 32 bits, since the image is the wrong one or the wrong handler answers for it',
                shown: true,
                remedy: 'Use the image for the platform that is meant, or register the handler for that of the files (linux/arm64)',
                commands: [common_FILE, 'grep -s . /proc/sys/fs/binfmt_misc/qemu-*'],
            },
        ],
        sources: 'guysoft/CustomPiOS#114',
    }),
    kind('local-image-of-another-platform', 'image was found but does not match the specified platform', {
        bearing: 'elsewhere',
        rank: 'cause',
        signs: [
            { has: 'does not match the specified platform' },
            { has: 'but its platform', and: /does not match the expected platform|mismatch/i },
            { has: 'does not provide the specified platform' },
        ],
        explains: ['platform-mismatch', 'exec-format-error'],
        causes: [
            {
                text: 'The image that is stored here under this name is of another platform than the one that was asked for ({platform})',
                shown: true,
                elsewhere: true,
                remedy: 'Pull or build it again with --platform {platform}',
                commands: ['docker pull --platform {platform} IMAGE', 'docker build --platform {platform} .'],
            },
        ],
        sources: 'docker/for-mac#6356',
    }),
    kind('platform-mismatch', 'The requested image’s platform does not match the detected host platform', {
        bearing: 'note',
        signs: [{ has: 'does not match the detected host platform' }],
        causes: [
            {
                text: 'The image has no variant for this host, and was started without saying which platform is meant',
                remedy: 'Name the platform, and register a handler for it if it is meant to be emulated',
                commands: ['docker run --platform {platform} IMAGE', common_SETUP],
            },
        ],
        sources: 'multiarch/qemu-user-static#199',
    }),
    kind('platform-not-published', 'no match for platform in manifest', {
        bearing: 'elsewhere',
        rank: 'cause',
        signs: [
            ...kind_texts(`
        no match for platform in | descriptor matching platform | must support amd64/linux | no matching manifest for | no image found in image index for
        | no image found in manifest list for | ctr: no match | no child with platform
        | no descriptor found for reference
      `),
            {
                has: 'platform linux/',
                and: /(?:unsupported|not ?found|does not (?:support|provide|contain)|no image)\S{0,2} .{0,40}\bplatform linux\//i,
            },
        ],
        causes: [
            {
                text: 'The engine does not know its own 32-bit Arm platform (it says unknown), or the image has none for it',
                when: only(evidenceIs(/manifest for (?:linux\/)?unknown/i)),
                shown: true,
                elsewhere: true,
                remedy: 'Ask for the platform by name, and see which ones the image has',
                commands: [INSPECT, 'docker pull --platform linux/arm/v7 IMAGE'],
            },
            {
                text: 'The image is not published for {platform}; nothing else can supply it',
                shown: true,
                elsewhere: true,
                remedy: 'See which platforms the image has and ask for one of them, or build and publish it for {platform}',
                commands: [INSPECT],
            },
        ],
        sources: 'link-assistant/hive-mind#962 docker/for-mac#6356 aws-samples/bottlerocket-images-cache#7',
    }),
    kind('level-not-emulated', 'no support for running processes with linux/amd64/v3', {
        rank: 'cause',
        signs: [{ has: 'no support for running processes with', and: /amd64\/v/ }],
        explains: ['platform-mismatch'],
        causes: [
            {
                text: 'BuildKit runs no steps for amd64/v3 and v4 by emulation',
                when: (view) => not(machineIs('amd64')(view)) ?? logShows('bundled-emulator')(view),
                remedy: 'Build for linux/amd64 or v2, cross-compile, or use a runner whose CPU has that level',
                commands: ['docker buildx build --platform linux/amd64 .'],
            },
        ],
        sources: 'moby/buildkit#2588',
    }),
    kind('cpu-level', 'CPU does not support x86-64-v2', {
        bearing: 'foreign',
        rank: 'cause',
        signs: [
            { has: 'cpu does not support x86-64-v' },
            {
                has: 'cpu does not support',
                and: /(?:ISA level|x86-64|required by|instruction|\b(?:SSE|SSSE|AVX))/i,
            },
            {
                has: 'cpu',
                and: /\brequires? (?:a )?CPU (?:with|supporting) \S{0,10}(?:AVX|SSE)|missing required CPU features/i,
            },
            { has: 'was compiled to use', and: /\b(?:AVX|SSE|FMA)/ },
            { has: 'requires armv8' },
            { has: 'cpu isa level is lower than required' },
        ],
        causes: [
            {
                text: 'QEMU is older than 7.2, whose default CPU model lacks this level',
                when: (view) => {
                    if (kind_native(view) === true)
                        return false;
                    return qemuOlder('7.2.0')(view) ?? (view.platform === undefined ? false : undefined);
                },
                remedy: 'Use a current QEMU; until then QEMU_CPU=max helps',
                commands: [REPLACE, 'docker run -e QEMU_CPU=max IMAGE'],
            },
            {
                text: 'The program ran on the machine itself, whose CPU (or the model that a virtual machine shows) is too old for the level or instructions that it was built for',
                when: (view) => (foreign(view) === true ? false : (kind_native(view) ?? machineIs('amd64')(view))),
                elsewhere: true,
                remedy: 'Give the virtual machine the host’s CPU model, or use an image or a version for the first level',
            },
            {
                text: 'The image asks for an instruction level (x86-64-v3) that this emulator or Rosetta does not offer',
                when: (view) => (foreign(view) === false ? false : undefined),
                remedy: 'Ask for the fullest CPU model, use an image for a lower level, or one for the machine itself (arm64)',
                commands: ['docker run -e QEMU_CPU=max IMAGE', INSPECT],
            },
        ],
        explains: ['foreign-step-crash', 'guest-crash', 'native-crash', 'illegal-instruction'],
        sources: 'podman-container-tools/podman#14314 podman-container-tools/podman#15456 pulp/pulp-oci-images#772',
    }),
    kind('processor-unknown', 'unable to find CPU model', {
        rank: 'cause',
        signs: [{ has: 'unable to find cpu model' }, { has: 'unable to find cpu definition' }],
        causes: [
            {
                text: 'QEMU_CPU, set by the image, the build or the machine, names a processor that this QEMU does not know',
                shown: true,
                finding: 'SB044',
                remedy: 'Leave QEMU_CPU out, or name one that this QEMU lists (QEMU_CPU=help, or max for all it has)',
                commands: ['docker run --rm -e QEMU_CPU=help --platform {platform} IMAGE true'],
            },
        ],
    }),
    clue('toolchain-of-64-bits', { has: '-aarch64-unknown-linux' }),
    kind('userland-of-32-bits', 'a 32-bit image on a 64-bit kernel', {
        bearing: 'elsewhere',
        rank: 'cause',
        applies: (view) => logShows('toolchain-of-64-bits')(view) !== true || thirtyTwoBit(view) === true,
        signs: [
            {
                has: '-aarch64-unknown-linux',
                and: /(?:syncing channel|default host|toolchain|latest update).{0,80}aarch64-unknown-linux/,
            },
            { has: 'unsupported tag', and: /linux_(?:aarch64|x86_64)|'linux_/ },
            {
                has: 'architecture',
                and: /package architecture \((?:amd64|arm64)\) does not match system \((?:i386|armhf|armel)\)/,
            },
        ],
        causes: [
            {
                text: 'The image is of 32 bits and the kernel of 64, and a tool (pip, rustup) takes the kernel’s architecture (uname -m: aarch64) for the image’s, and fetches what is made for another platform',
                elsewhere: true,
                remedy: 'Use the 64-bit image, or start the tool under linux32 (setarch)',
                commands: ['setarch linux32 uname -m'],
            },
        ],
        sources: 'pypa/pip#8871',
    }),
];

;// CONCATENATED MODULE: ./lib/doctor/kinds/registering.js



const INSTALLER = /qemu-user|binfmt|setup-qemu|qemu-\w{1,12}-static|\bqus\b/i;
const registering_MOUNT = 'sudo mount -t binfmt_misc binfmt_misc /proc/sys/fs/binfmt_misc';
const takesArgumentForCommand = ({ match, log }) => match.evidence.some(({ text }) => {
    const word = /: (\S+): not found$/.exec(text)?.[1];
    return word === undefined || log.failed?.command.includes(`echo ${word}`) === true;
});
const GIVEN_A_PROGRAM = /(?:^|\s)(\/\S{0,200}sh): \1: cannot execute binary file/i;
const otherPlatform = (view) => emulatedOrForeign(view) !== false &&
    (view.platform !== undefined ||
        view.here === true ||
        evidenceIs(/(?:^|\s)(?![a-z][a-z\d-]+:)\S+: applet not found/)(view) === true);
const registeringKinds = () => [
    kind('mount-failed', 'cannot mount binfmt_misc filesystem', {
        rank: 'cause',
        signs: [
            { has: 'cannot mount binfmt_misc' },
            {
                has: 'binfmt_misc',
                and: /(?:^mount: |failed to mount |failed to check if |mounting ).{0,200}(?:permission denied|not permitted|unknown filesystem|no such device|failed|operation not supported)/i,
            },
            { has: 'failed to mount arbitrary executable file formats' },
        ],
        explains: ['installer-said-nothing', 'module-missing'],
        causes: [
            {
                text: 'The installer’s container has no privilege over the host: rootless or nested Docker, or a runner that is a container',
                when: (view) => logShows('errno-not-permitted')(view) ?? view.host.rootless ?? (view.host.contained || undefined),
                remedy: 'Register the handlers on the host itself, once, as root',
                commands: [`sudo ${common_SETUP}`],
            },
            {
                text: 'The kernel has no binfmt_misc, or its module is not loaded and cannot be loaded from the container',
                when: (view) => logShows('errno-no-device')(view) ?? not(view.host.supported),
                specific: true,
                remedy: 'Load the module on the host',
                commands: ['sudo modprobe binfmt_misc', registering_MOUNT],
            },
        ],
        sources: 'docker/setup-qemu-action#88 docker/setup-qemu-action#67 vegardit/docker-gitea-act-runner#51',
    }),
    kind('register-invalid', '/proc/sys/fs/binfmt_misc/register: invalid argument', {
        rank: 'cause',
        signs: [
            { has: 'binfmt_misc/register', and: /invalid argument/i },
            { has: 'failed to add binary format', and: /invalid argument/i },
            { has: 'write error: invalid argument', about: INSTALLER },
        ],
        causes: [
            {
                text: 'The kernel of the machine that printed this is older than 4.8 (that of CentOS 7 is 3.10), and does not know the flag F',
                when: (view) => logShows('old-system')(view) ?? (view.here ? kernelOlder('4.8')(view) : undefined),
                remedy: 'Look at uname -r of that machine: below 4.8 it needs a newer kernel, for without F no handler works inside containers',
                commands: ['uname -r'],
            },
            {
                text: 'The line has a flag or a field that this kernel does not know, or is longer than 1920 bytes',
                remedy: 'Register by this program, which writes only what the running kernel understands',
                commands: [common_SETUP],
            },
        ],
        sources: 'tonistiigi/binfmt#92 tonistiigi/binfmt#53 docker/buildx#493 RPi-Distro/pi-gen#435',
    }),
    kind('register-exists', 'write error: File exists, or already registered', {
        rank: 'cause',
        signs: [
            { has: 'write error: file exists', about: INSTALLER },
            { has: 'binfmt_misc/register', and: /file exists/i },
            { has: 'failed to add binary format', and: /file exists/i },
        ],
        causes: [
            {
                text: 'An entry of that name is there already, and keeps its old emulator and its old flags',
                when: someEntry((arch) => arch.entry?.startsWith('qemu-')),
                remedy: 'See whether the old entry works; replace it if not, or if another version is wanted',
                commands: ['grep -s . /proc/sys/fs/binfmt_misc/qemu-*', `${common_SETUP} --on-conflict replace`],
            },
        ],
        sources: 'multiarch/qemu-user-static#27 multiarch/qemu-user-static#49 docker/setup-qemu-action#21',
    }),
    kind('registered-before', 'already registered', {
        bearing: 'note',
        signs: [{ has: 'already registered', and: /qemu-[\w-]{1,40} already registered/i }],
        causes: [
            {
                text: 'An entry of that name is there already, and keeps its old emulator and its old flags',
                remedy: 'See whether the old entry works; replace it if not, or if another version is wanted',
                commands: ['grep -s . /proc/sys/fs/binfmt_misc/qemu-*', `${common_SETUP} --on-conflict replace`],
            },
        ],
        sources: 'docker/setup-qemu-action#21',
    }),
    kind('register-missing', '/proc/sys/fs/binfmt_misc/register: no such file or directory', {
        rank: 'cause',
        signs: [
            {
                has: 'binfmt_misc/register',
                and: /no such file or directory|directory nonexistent|nonexistent directory/i,
            },
            { has: 'failed to add binary format', and: /no such file or directory/i },
            { has: 'unable to enable binary format', and: /no such file or directory/i },
            { has: 'write error: no such file or directory', about: INSTALLER },
        ],
        causes: [
            {
                text: 'binfmt_misc is not mounted where the line was to be written',
                when: (view) => evidenceIs(/nonexistent|(?:open|creat\w*) \/proc\/\S{1,80}register|: \/proc\/\S{1,60}register: no such/i)(view) ?? not(view.host.mounted),
                specific: true,
                remedy: 'Mount it on the host, and leave it mounted',
                commands: ['sudo modprobe binfmt_misc', registering_MOUNT, common_SETUP],
            },
            {
                text: 'The interpreter that the line names does not exist: with the flag F the kernel opens it at once',
                when: evidenceIs(/write error|write \/proc\/|binary format/i),
                remedy: 'Name a static QEMU that exists; an installer that runs on the same architecture carries none for it',
                commands: ['ls -l /usr/bin/qemu-*', common_SETUP],
            },
        ],
        sources: 'dbhi/qus#14 tonistiigi/binfmt#138 systemd/systemd#21178 postmarketOS/pmbootstrap#1444',
    }),
    kind('register-denied', '/proc/sys/fs/binfmt_misc: permission denied, or read-only', {
        rank: 'cause',
        signs: [
            { has: 'sys/fs/binfmt_misc', and: /permission denied|operation not permitted|read-only file system/i },
            { has: 'failed to add binary format', and: /permission denied|not permitted|read-only/i },
            { has: 'unable to enable binary format', and: /permission denied|not permitted|read-only/i },
            {
                has: 'privileged',
                and: /privileged (?:mode is incompatible|containers are not allowed)/,
                about: INSTALLER,
            },
            {
                has: 'operation not permitted',
                and: /OCI runtime|container init|daemon/i,
                about: /--privileged.{0,80}(?:qemu-user|binfmt|\bqus\b)/,
            },
        ],
        causes: [
            {
                text: 'Whoever registers has no right to: the container’s view of /proc/sys is read-only or masked, or belongs to another user namespace',
                when: ({ host }) => host.contained ?? host.rootless,
                remedy: 'Register the handlers on the host itself, once, as root',
                commands: [`sudo ${common_SETUP}`],
            },
            {
                text: 'Only root may write there',
                remedy: 'Register as root',
                commands: [`sudo ${common_SETUP}`],
            },
        ],
        sources: 'multiarch/qemu-user-static#118 nektos/act#2342',
    }),
    kind('module-missing', 'Module binfmt_misc not found', {
        rank: 'cause',
        signs: [
            ...kind_texts(`
        module binfmt_misc not  | no binfmt support in the kernel | couldn't load the binfmt_misc module
        | binfmt_misc module seemed to be loaded, but no
      `),
        ],
        causes: [
            {
                text: 'The modules of the running kernel are not there: the kernel was updated without a reboot, or this is a container without /lib/modules',
                when: evidenceIs(/not found in directory/i),
                remedy: 'Reboot into the installed kernel, or load the module on the host',
                commands: ['uname -r', 'ls /lib/modules', 'sudo modprobe binfmt_misc'],
            },
            {
                text: 'binfmt_misc is built into the kernel, and the script looked only for a loaded module',
                when: ({ host }) => host.supported,
                remedy: 'Nothing needs to be loaded: mount the file system if it is not mounted',
                commands: ['grep binfmt_misc /proc/filesystems', registering_MOUNT],
            },
            {
                text: 'The kernel was built without CONFIG_BINFMT_MISC',
                when: ({ host }) => not(host.supported),
                remedy: 'Use a kernel that has it, or a runner of the architecture itself',
                commands: ['grep BINFMT_MISC /boot/config-$(uname -r)'],
            },
        ],
        sources: 'RPi-Distro/pi-gen!372 RPi-Distro/pi-gen#264 revyos/thead-kernel#18',
    }),
    kind('format-unknown', 'update-binfmts does not know the format', {
        rank: 'cause',
        signs: [
            { has: 'not in database of installed binary formats' },
            { has: 'no executable', and: /update-binfmts: .{0,80}no executable/ },
        ],
        causes: [
            {
                text: 'No handler of this name is registered with binfmt-support: its package (qemu-user-static, qemu-user-binfmt) is not installed, or its newer version registers by systemd alone',
                shown: true,
                remedy: 'Install the package that brings the handler, or register it without one by this program',
                commands: ['update-binfmts --display', 'sudo apt-get install qemu-user-static', common_SETUP],
            },
        ],
    }),
    kind('interpreter-busy', 'qemu-…: Text file busy', {
        rank: 'cause',
        signs: [
            { has: 'text file busy', and: /qemu/i },
            { has: 'etxtbsy', and: /qemu/i },
        ],
        causes: [
            {
                text: 'The kernel holds the interpreter open: an entry pins it, or emulated programs still run',
                remedy: 'Write the new file beside the old one and rename it; the entry keeps the old one until it is registered again',
                commands: [
                    'sudo cp qemu-aarch64 /usr/bin/qemu-aarch64.new && sudo mv -f /usr/bin/qemu-aarch64.new /usr/bin/qemu-aarch64',
                    `${common_SETUP} --on-conflict replace`,
                ],
            },
        ],
        sources: 'guysoft/CustomPiOS#114',
    }),
    kind('architecture-unknown', 'unsupported architecture', {
        rank: 'cause',
        signs: [{ has: 'unsupported architecture', about: INSTALLER }],
        causes: [
            {
                text: 'The installer does not know this name, says so, and ends as if nothing had happened',
                remedy: 'Use the OCI name of the platform (mips64le, not mips64el); this program understands both and names the nearest one',
                commands: ['node dist/cli.js plan'],
            },
        ],
        sources: 'docker/setup-qemu-action#158',
    }),
    kind('installer-said-nothing', 'Unexpected end of JSON input', {
        signs: [{ has: 'unexpected end of json input', about: INSTALLER, not: /npm|while parsing near|HTTP \d/ }],
        causes: [
            {
                text: 'docker/setup-qemu-action reads the installer’s answer, and the installer failed before it gave one',
                remedy: 'Look at the lines above: the installer’s own error stands there',
                commands: ['node dist/cli.js doctor'],
            },
        ],
        sources: 'docker/setup-qemu-action#88',
    }),
    kind('docker-missing', 'Unable to locate executable file: docker', {
        bearing: 'elsewhere',
        signs: [{ has: 'unable to locate executable file: docker' }],
        causes: [
            {
                text: 'docker/setup-qemu-action needs Docker only to run its installer',
                when: ({ host }) => not(host.docker),
                remedy: 'Register without Docker',
                commands: [common_SETUP],
            },
            {
                text: 'Docker is installed on the host, but the job runs in a container without it',
                when: ({ host }) => host.contained,
                remedy: 'Register on the host: the job’s container uses the host’s kernel',
                commands: [`sudo ${common_SETUP}`],
            },
        ],
        sources: 'docker/setup-qemu-action#24 docker/setup-qemu-action#164',
    }),
    kind('arguments-shifted', 'applet not found', {
        bearing: 'foreign',
        rank: 'cause',
        signs: [
            { has: ': applet not found' },
            { has: 'unknown command "/', and: /unknown command "\/\S{0,100}" for "/ },
            { has: ": line 0: can't open" },
            { has: ': 0: cannot open ' },
            { has: ': cannot execute binary file', and: GIVEN_A_PROGRAM },
            { has: ': line 0: syntax error' },
            { has: 'not found', and: /sh: (?:line \d{1,4}: )?\S{1,200}: not found$/ },
        ],
        applies: takesArgumentForCommand,
        explains: [
            'command-not-found',
            'workflow-error',
            'not-a-program',
            'file-of-another-architecture',
            'exec-format-error',
        ],
        causes: [
            {
                text: 'The flags of the entry {entry} are not those that its QEMU expects: the probe on this machine received other arguments than it was given',
                when: only(someEntry(({ shifted }) => shifted)),
                specific: true,
                finding: 'SB033',
                remedy: 'Register the handlers again, with a current QEMU and the flags that it expects',
                commands: [REPLACE],
            },
            {
                text: 'The entry lacks the flag P: argv[0] is replaced, or every argument is shifted where QEMU expects the flag',
                when: (view) => (otherPlatform(view) ? someEntry((entry) => not(entry.preserved))(view) : false),
                finding: 'SB033',
                remedy: 'Register the handlers again, with the flags that this QEMU expects',
                commands: [REPLACE],
            },
            {
                text: 'The kernel is older than 5.12 and cannot tell QEMU that the flag P is set',
                when: (view) => (otherPlatform(view) ? kernelOlder('5.12')(view) : false),
                remedy: 'Use a QEMU that is built to expect the flag, as the default image is, or a newer kernel',
                commands: [`${REPLACE} --qemu-from image`],
            },
            {
                text: 'A shell was given a shell as its script: the image’s entrypoint is one, and the command begins with one, too',
                when: (view) => (evidenceIs(GIVEN_A_PROGRAM)(view) ? !otherPlatform(view) || undefined : false),
                elsewhere: true,
                remedy: 'Leave the shell out of the command, or name the entrypoint',
                commands: ['docker run --entrypoint /bin/bash IMAGE -c COMMAND'],
            },
            {
                text: 'The busybox in the image was built without this applet',
                when: (view) => (evidenceIs(GIVEN_A_PROGRAM)(view) ? false : undefined),
                elsewhere: true,
                remedy: 'List the applets, and install the tool if it is not among them',
                commands: ['busybox --list'],
            },
        ],
        sources: 'lima-vm/alpine-lima#81 podman-container-tools/podman-machine-os!157',
    }),
    kind('set-uid-ignored', 'sudo: effective uid is not 0', {
        bearing: 'foreign',
        rank: 'cause',
        signs: [
            ...kind_texts(`
        effective uid is not 0 | must be setuid root | must be suid to work | have the setuid bit set
      `),
        ],
        causes: [
            {
                text: 'The entry lacks the flag C, so that set-uid programs of this architecture run without their rights',
                when: (view) => {
                    if (emulatedOrForeign(view) === false)
                        return false;
                    return logShows('entry-without-c')(view) ?? someEntry((entry) => not(entry.credentials))(view);
                },
                finding: 'SB032',
                remedy: 'Run this step as root, or, where nobody else can log in, register the handlers again with credentials',
                commands: [`${REPLACE} --credentials true`],
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
    clue('old-system', { has: 'centos', and: /\bcentos[-: ]?7\b/i }, { has: '.el7.' }),
    clue('errno-not-permitted', { has: 'error: operation not permitted' }, { has: 'operation not permitted', and: /binfmt_misc/ }),
    clue('errno-no-device', { has: 'error: no such device' }, { has: 'no such device', and: /binfmt_misc/ }, { has: 'unknown filesystem type' }),
];

;// CONCATENATED MODULE: ./lib/doctor/kinds/starting.js


const QUOTED = /\b(?:got|want(?:ed)?|expect(?:ed|s)?|assert\w*|contains?|toMatch\w*|grep|echo|printf|hint|explain\w*)\b.{0,300}(?:exec format error|cannot execute)|^\s{0,40}(?:#(?!\d)|\/\/|\*|it\(|test\()|error while loading/i;
const starting_REFUSED = [
    { has: 'exec format error', not: QUOTED },
    { has: 'cannot execute binary file', not: QUOTED },
    { has: 'enoexec', and: /\b(?:spawn(?:Sync)?|exec)\b.{0,300}\bENOEXEC\b|Errno::ENOEXEC/ },
    { has: 'bad cpu type in executable' },
    { has: 'unknown system error -8' },
    { has: 'status=203/exec', about: /exec format|(?:aarch64|arm64|armhf|x86_64|amd64|riscv64)/i },
];
const basic = programIs(BASIC);
const differsInLog = (view) => view.foreign === true && view.log.machine !== undefined && !(view.here && runsHere(view))
    ? true
    : undefined;
const BY_A_RUNNING_PROGRAM = /line \d{1,6}: |cannot execute binary file|^(?:npm \S{1,6} )?-?(?:\S{0,60}\/)?(?:ba|da|a|z|k|fi)?sh: |\bspawn(?:Sync)? \S|Errno 8|error=8|fork\/exec|os error 8|cannot run program|not valid: failed to fetch|no_?exec|bad cpu type|syntax error|ELF.{0,5}: |system error -8|trying to start process|could not be run|(?:^|Reason: )exec: Exec format error$|Win32Exception|^(?:g?make(?:\[\d+\])?|su-exec|gosu|env|nohup|sudo|nice|time|timeout|xargs|find|strace|gdb|s6-\S{1,20}|\[?dumb-init\]?|supervisor): |\btini \(\d+\)|\.service: |\bcode: 8, kind|\bat \S{1,200} line \d{1,6}\.$/i;
const programAlone = (view) => {
    const { log, foreign, machine } = view;
    const differs = log.object !== undefined && machine !== undefined && log.object !== machine;
    if (basic(view) === true)
        return false;
    if (differs && log.machine !== undefined)
        return foreign !== true || archOf(view.platform) !== log.object;
    if (foreign === false)
        return true;
    return evidenceIs(BY_A_RUNNING_PROGRAM)(view);
};
const SCRIPT = programIs(/\.(?:sh|bash|py|rb|pl|js)$/);
const noProgram = either(logShows('file-is-text', 'other-system'), ({ foreign }) => (foreign === true ? false : undefined), logShows('script-seen'), (view) => (view.foreign === false || evidenceIs(BY_A_RUNNING_PROGRAM)(view) ? SCRIPT(view) : undefined));
const THE_FIRST_LINE = {
    text: 'The file is a script whose first line names no interpreter, or names it too late',
    when: logShows('script-seen'),
    elsewhere: true,
    remedy: 'Let the very first line of the script be one such as #!/bin/sh',
    commands: ['head -c 64 {program} | od -c'],
};
const saysSo = (view) => (evidenceIs(/ \/bin\/true$/)(view) ? missing(view) : true);
const startingKinds = () => [
    kind('not-a-program', 'the file that was started is no program of this system', {
        bearing: 'elsewhere',
        rank: 'cause',
        signs: [
            ...starting_REFUSED,
            { has: 'doctype html', and: /: line \d{1,3}: .{0,4}<!doctype html/i },
            { has: 'not: command not found', and: /: line 1: Not: command not found/ },
            { has: 'unexpected token', and: /: line 1: syntax error near unexpected token .(?:<|newline)/ },
        ],
        applies: only(noProgram),
        explains: ['exec-format-error', 'file-of-another-architecture', 'platform-mismatch'],
        causes: [
            {
                text: 'The file is not a program: a failed download or a wrong path left a text or a page in its place',
                when: only(logShows('file-is-text')),
                specific: true,
                elsewhere: true,
                remedy: 'Look at the file, and mend the download (curl --fail ends with an error where the server has no file)',
                commands: [common_FILE, 'head -c 200 {program}'],
            },
            {
                text: 'The program was built for another system than Linux (macOS or Windows): another system’s file cannot be started',
                when: only(logShows('other-system')),
                specific: true,
                elsewhere: true,
                remedy: 'Build or fetch the one for Linux (GOOS=linux)',
                commands: [common_FILE],
            },
            THE_FIRST_LINE,
        ],
        sources: 'moby/moby#27723 xcat2/xcat-core#916',
    }),
    kind('installer-of-another-architecture', 'the installer of handlers is itself for another architecture', {
        rank: 'cause',
        signs: [
            {
                has: 'exec format error',
                and: /exec (?:user process|container process|\/register|\/usr\/bin\/binfmt|\/qus)/i,
                about: /multiarch\/qemu-user-static|tonistiigi\/binfmt|aptman\/qus|dbhi\/qus|hypriot\/qemu-register/,
            },
        ],
        explains: ['exec-format-error', 'platform-mismatch', 'not-a-program'],
        causes: [
            {
                text: 'The image that registers handlers is itself for another architecture than this machine, so that its own program cannot be started: the image is for another architecture and no handler is there yet',
                shown: true,
                remedy: 'Use an installer that is built for this machine; this program is one for all',
                commands: [common_SETUP],
            },
        ],
        sources: 'multiarch/qemu-user-static#199',
    }),
    kind('file-of-another-architecture', 'a program of another architecture than what surrounds it', {
        bearing: 'elsewhere',
        rank: 'cause',
        signs: [
            ...starting_REFUSED,
            { has: 'elf: not found' },
            { has: 'elf', and: /^\S{1,200}: (?:line )?\d{1,3}: .{0,12}ELF.{0,40}: not found/ },
            {
                has: 'syntax error',
                and: /^(?:\/bin\/sh: )?(?!\S*\/(?:ba|da|a|z)?sh:)\S{0,200}\/\S{1,200}: (?:line )?\d{1,3}: (?:\S{1,200}: )?syntax error: (?:(?:unexpected )?(?:word|EOF|"[()]"|redirection|newline|unterminated)|unexpected)/i,
                not: /^\S{1,200}\.(?:sh|bash|py|rb|pl|js|ya?ml): /,
            },
            { has: 'wrong elf class' },
            { has: 'but wrong architecture' },
            { has: 'attempting to link with file built for' },
            { has: 'error loading shared library', and: /exec format error/i },
            { has: 'cannot open shared object file', and: /wrong ELF|invalid ELF header|cannot execute/i },
            { has: 'invalid elf header' },
            { has: "can't load ", and: /can't load (?:AMD|IA|ARM|AARCH|Power|RISC|S390|LE|BE).{0,40} on an? /i },
            { has: 'is not a valid win32 application' },
            { has: 'load a program with an incorrect format' },
            { has: 'incompatible architecture', and: /\(have |need /i },
            { has: 'file in wrong format' },
            { has: 'is incompatible with', and: /\bld\b|input file|architecture/i },
        ],
        applies: (view) => view.match.evidence.some(({ text }) => /^(?!.*shared library).*(?:exec format error|cannot execute|enoexec|status=203|system error -8|bad cpu type)/i.test(text))
            ? programAlone(view) === true
            : true,
        explains: ['exec-format-error', 'platform-mismatch', 'buildx-missing'],
        causes: [
            {
                text: 'A library of another architecture, or of another class (32 or 64 bits), was loaded or linked in place of the right one',
                when: only(evidenceIs(/ELF class|ELF header|incompatible|wrong format|can't load|incorrect format|wrong arch|to link with|shared library/i)),
                shown: true,
                elsewhere: true,
                remedy: 'Look at the file, and install the one for the platform of the program that loads it',
                commands: ['file THE_LIBRARY'],
            },
            {
                text: 'A shell read {program} as a script, because the kernel refused it: it is a program of another architecture, or one whose header the handler’s mask does not take (an AppImage)',
                when: only(evidenceIs(/ELF.{0,40}not found|syntax error/i)),
                elsewhere: true,
                remedy: 'Look at the file, and get the one for this machine; for an AppImage, register the handler with a mask that leaves its bytes free, as this program does',
                commands: [common_FILE, 'uname -m'],
            },
            {
                text: 'The image holds a program for another architecture than its own ({platform}), or a text or page in its place: {program} was built, copied or downloaded wrongly',
                when: ({ foreign, match }) => foreign === false && !match.evidence.some(({ text }) => /line \d|^bash:/.test(text)),
                specific: true,
                elsewhere: true,
                remedy: 'Look at the program inside the image, and build or copy the one for the image’s platform; the publisher may have to mend the image',
                commands: [FILE_IN_IMAGE, INSPECT],
            },
            OTHER_ARCHITECTURE,
        ],
        sources: 'actions/runner-images#14302 EmbarkStudios/cargo-deny-action#102 elastic/logstash#17722 quipper/actions-runner!10',
    }),
    kind('own-programs-refused', 'the machine’s own programs do not start', {
        rank: 'cause',
        signs: [
            {
                has: 'an error occurred trying to start process',
                and: /start process '(?:\/(?:usr\/)?s?bin\/|\S{0,200}\/externals\/).{0,300}exec format error/i,
            },
            {
                has: 'cannot execute binary file',
                and: /(?:_temp\/|-bash|^bash)\S{0,200}: (?:line \d{1,4}: )?\/(?:usr\/)?s?bin\/(?:sudo|env|cat|ls|sh|bash|mount|umount|chmod|mkdir|cp|rm): /,
            },
        ],
        explains: ['exec-format-error', 'file-of-another-architecture', 'file-missing'],
        causes: [
            {
                text: 'The kernel refuses the machine’s own programs: an entry of the table takes its own architecture, and its handler does not work',
                finding: 'SB030',
                remedy: 'Take out the entry for the machine’s own architecture, from a shell that is still open (its echo needs no other program), or start the machine again',
                commands: ['echo -1 > /proc/sys/fs/binfmt_misc/ENTRY'],
            },
        ],
        sources: 'pguyot/arm-runner-action#114',
    }),
    kind('exec-format-error', 'exec format error', {
        signs: starting_REFUSED,
        explains: ['platform-mismatch', 'bundled-emulator', 'register-exists', 'handler-disabled'],
        causes: [
            TABLE_OFF,
            SWITCHED_OFF,
            INTERPRETER_FOREIGN,
            MISNAMED,
            INTERPRETER_GONE,
            NOT_PINNED,
            REMOTE_ENGINE,
            OWN_TABLE,
            {
                text: 'The engine runs in a virtual machine, and that one has no handler for {platform}, or lost it when it was started again',
                when: only(logShows('engine-in-machine')),
                specific: true,
                remedy: 'Register the handler inside the virtual machine (colima ssh, podman machine ssh), or start the machine again with emulation switched on',
                commands: [common_SETUP],
            },
            {
                text: 'The handlers were registered from a container, and went away with the last mount of binfmt_misc when it ended: no handler for {platform} was left',
                when: only(either(({ host }) => host.mounted === false || undefined, logShows('installer-ok'))),
                specific: true,
                finding: 'SB009',
                remedy: 'Mount binfmt_misc on the host, leave it mounted, and register the handlers again',
                commands: ['sudo mount -t binfmt_misc binfmt_misc /proc/sys/fs/binfmt_misc', common_SETUP],
            },
            {
                text: 'The image or the root is for another architecture than the machine, and no handler there emulates it',
                when: (view) => (view.platform === undefined ? missing(view) : false),
                remedy: 'Use one that is made for this machine, or register a handler for its architecture; in a cluster of mixed nodes, choose the node by kubernetes.io/arch',
                commands: [INSPECT, common_SETUP],
            },
            {
                text: 'No handler for {platform} is registered with the kernel that ran this, and the image or root is made for {platform}: without one, a machine of another architecture cannot start its programs',
                when: (view) => (view.platform === undefined ? false : (differsInLog(view) ?? missing(view))),
                finding: 'SB011',
                remedy: 'Register a handler for {platform} before the step that builds (with persist it outlives a reboot); or run it on a machine of that architecture, or use what is made for this one',
                commands: [common_SETUP, NATIVE_RUNNER],
            },
            {
                text: 'A handler for {platform} is registered, but it does not work',
                when: only(broken),
                finding: 'SB034',
                remedy: 'Replace it by one that is proven',
                commands: [REPLACE],
            },
            { ...THE_FIRST_LINE, when: (view) => (SCRIPT(view) ? undefined : false) },
            {
                text: 'The program inside the image is of yet another architecture than the image ({platform})',
                when: (view) => {
                    if (view.platform === undefined)
                        return undefined;
                    if (view.here)
                        return runsHere(view);
                    return basic(view) === true ? false : undefined;
                },
                elsewhere: true,
                remedy: 'Look at the file that could not be run, and build or copy the one for the image’s platform',
                commands: [FILE_IN_IMAGE, INSPECT],
            },
        ],
        sources: 'tonistiigi/binfmt#360 awslabs/amazon-eks-ami#2789 tonistiigi/binfmt#261 podman-desktop/extension-bootc!2142',
    }),
    kind('handler-disabled', 'the entry of the kernel’s table is switched off', {
        rank: 'cause',
        signs: [{ has: 'qemu-', and: /^qemu-\w{1,20} \(disabled\)/ }],
        explains: [],
        causes: [{ ...SWITCHED_OFF, when: () => true }],
        sources: 'michaelfranzl/rpi23-gen-image#5',
    }),
    kind('arch-test-failed', 'not supported on this machine/kernel', {
        signs: [
            ...kind_texts(`
        not supported on this machine/kernel | binfmt not working | cannot find node for platform | unable to execute target architecture | failed to update binfmts | failed to find binfmt_misc for | no binfmt_misc handler | can neither be executed natively nor
      `),
            { has: 'failure trying to run: chroot', and: / \/bin\/true$/ },
            { has: 'runtime execution on platform', and: /not supported/i },
            { has: 'no support for running processes with', and: /with linux\/(?!amd64\/v)/ },
            {
                has: 'binfmt',
                and: /(?:handler|entry|interpreter|format) .{0,40}(?:not (?:found|registered|enabled|installed)|missing)/i,
            },
        ],
        rank: 'cause',
        causes: [SWITCHED_OFF, { ...NOTHING_REGISTERED, when: saysSo }, NOT_STATIC, NOT_PINNED],
        sources: 'usimd/pi-gen-action#179 mkaczanowski/packer-plugin-builder-arm#61',
    }),
    kind('interpreter-loop', 'Too many levels of symbolic links when any program is started', {
        rank: 'cause',
        signs: [{ has: 'too many levels of symbolic links', about: /qemu|binfmt/i }],
        causes: [
            {
                text: 'A handler was registered for the machine’s own architecture, so that starting the handler needs the handler',
                finding: 'SB030',
                shown: true,
                remedy: 'Take that entry out from a shell that is still open (its echo needs no other program), or reboot',
                commands: ['echo -1 > /proc/sys/fs/binfmt_misc/ENTRY'],
            },
        ],
        sources: 'hypriot/qemu-register#4',
    }),
    clue('file-is-text', { has: 'not found', and: /^(?:404: )?Not Found$/i }, { has: 'doctype html' }, { has: 'not: command not found', and: /: line 1: Not: command not found/ }, { has: ': html document' }, { has: ': line 1: `<' }, { has: 'ascii text', and: /: (?:ASCII|UTF-8|Unicode) text/i, not: /script|CRLF/i }, { has: ': empty', and: /: empty$/ }, { has: 'access denied</' }),
    clue('other-system', { has: 'mach-o' }, { has: ': pe32' }, { has: 'goos=', and: /\bGOOS=(?:darwin|windows|freebsd)\b/ }, { has: 'bazel run', about: /^Darwin (?:x86_64|arm64)/m }, {
        has: ' build',
        and: /^(?:\S{0,40}[$%] ?)?(?:go|cargo|swift) build/,
        about: /^Darwin (?:x86_64|arm64)/m,
    }),
    clue('script-seen', { has: '#!/', and: /^#!\s?\//, about: /\b(?:head|cat|sed|less|tail)\b/ }),
    clue('engine-in-machine', ...kind_texts('colima is running | colima start | podman machine start | limactl start | rancher desktop')),
    clue('entry-off', { has: '(disabled)', and: /^qemu-\w{1,20} \(disabled\)/ }, { has: 'disabled', and: /^disabled$/, about: /binfmt_misc\/qemu-/ }),
    clue('entry-without-f', {
        has: 'flags:',
        and: /^flags: ?[A-EG-Z]{0,4}$/,
        about: /binfmt_misc|interpreter \//,
    }),
    clue('entry-without-c', {
        has: 'flags:',
        and: /^flags: ?[ABD-Z]{0,4}$/,
        about: /binfmt_misc|interpreter \//,
    }),
    clue('installer-ok', { has: 'installing: ', and: /installing: \S{1,20} ok\b/i }),
];

;// CONCATENATED MODULE: ./lib/doctor/kinds/tools.js



const BUILDER = 'docker buildx create --use';
const EMULATOR_NOT_FOUND = /(?:^|[\s"'`‘“(])(?:\/(?!\S{0,80}binfmt)\S{0,80}\/)?qemu-(?!system|img|nbd|io\b|ga\b|kvm|bridge|pr-|storage|user|guest|utils)\w{2,12}(?:-static)?["'’”]?(?:: (?:command )?not found|: (?:executable file not found|no such file)| not found)|(?:errno 2|could not execute process|cannot run program|failed to execute)\b.{0,80}qemu-(?!system|img)\w{2,12}/i;
const toolKinds = () => [
    kind('docker-driver', 'the builder’s driver cannot build for several platforms', {
        bearing: 'elsewhere',
        rank: 'cause',
        signs: [
            ...kind_texts(`
        multi-platform build is not supported for the docker driver
        | multiple platforms feature is currently not supported for docker driver
        | not supported for the docker driver | is not supported for docker driver
      `),
        ],
        causes: [
            {
                text: 'The driver docker of this builder cannot build for several platforms at once, or export a cache',
                shown: true,
                elsewhere: true,
                remedy: 'Make a builder of the driver docker-container (docker/setup-buildx-action), or turn on the containerd image store',
                commands: [BUILDER],
            },
        ],
        sources: 'cloudbees-oss/smart-tests-cli!1036 chatwork/dockerfiles!1080',
    }),
    kind('load-several-platforms', 'the result for several platforms cannot be loaded', {
        bearing: 'elsewhere',
        rank: 'cause',
        signs: [
            { has: 'exporting manifest lists', and: /does not (?:currently )?support exporting manifest lists/ },
            { has: 'exporter "docker" could not be found' },
            {
                has: 'not supported',
                and: /(?:load|docker exporter|output).{0,60}(?:multiple platforms|manifest list)/i,
            },
        ],
        causes: [
            {
                text: '--load cannot bring a result for several platforms, a manifest list, into the classic image store',
                shown: true,
                elsewhere: true,
                remedy: 'Push it, load one platform at a time, or turn on the containerd image store',
                commands: ['docker buildx build --platform linux/amd64 --load .', 'docker buildx build --push .'],
            },
        ],
        sources: 'billimek/prometheus-speedtest-exporter#4',
    }),
    kind('buildx-missing', 'buildx is missing, or too old', {
        bearing: 'elsewhere',
        rank: 'cause',
        signs: [
            ...kind_texts(`
        'buildx' is not a docker command | unknown command: docker buildx
        | buildx component is missing or broken | requires the buildx component
        | buildkit is enabled but the buildx | buildx: command not found | failed to find driver "
      `),
            { has: 'unknown shorthand flag', and: /'o' in -o/ },
            {
                has: 'unknown flag: --',
                and: /--(?:platform|load|push|provenance|attest|sbom|builder|output|cache-(?:from|to)|driver(?:-opt)?|bootstrap|metadata-file|annotation|allow|secret|ssh|progress|buildkitd-flags|append|use)\b/,
            },
            { has: 'unable to find', and: /unable to find (?:the )?buildx/i },
            {
                has: 'docker-buildx',
                and: /docker-buildx\S{0,3}: (?:command )?(?:not found|no such file)|docker-buildx: executable file not found/i,
            },
        ],
        explains: ['command-not-found', 'workflow-error'],
        causes: [
            {
                text: 'buildx is missing on this machine, is too old for an option, or its plugin is not called docker-buildx',
                shown: true,
                elsewhere: true,
                remedy: 'Install a current buildx plugin (docker-buildx-plugin, docker/setup-buildx-action), as ~/.docker/cli-plugins/docker-buildx',
                commands: ['docker buildx version', 'sudo apt-get install docker-buildx-plugin'],
            },
        ],
        sources: 'docker/buildx#132 ddev/ddev#2588',
    }),
    kind('platform-words-empty', 'TARGETPLATFORM, TARGETARCH or BUILDPLATFORM is empty', {
        bearing: 'elsewhere',
        rank: 'cause',
        signs: [
            { has: '"" is an invalid component of' },
            {
                has: 'platform ',
                and: /\b(?:failed to parse|invalid|unknown|unsupported) platform(?: specified)?:? ?(?::|""|''|linux\/[:"'\s]|$)/i,
            },
            { has: 'platform  ', and: /\bplatform {2}(?:in|not|is|for)\b/i },
            {
                has: 'platform=',
                and: /(?:--platform=(?:["']{2}|linux\/)?|\b(?:TARGET|BUILD)PLATFORM=(?:["']{2})?)(?::|["'] |$)/,
            },
            {
                has: 'linux',
                and: /(?:\b404\b|not found|no such file).{0,200}\blinux[-_]\.|\blinux[-_]\.(?:tar|tgz|t?xz|zip|gz|deb|rpm|apk|sha256)\S{0,40}.{0,60}(?:\b404\b|not found|no such file)/i,
            },
            {
                has: '404',
                about: /\blinux[-_]\.(?:tar|tgz|t?xz|zip|gz|deb|rpm|apk)|^Step \d{1,4}\/\d{1,4} : .{0,1000}\$\{?(?:TARGET|BUILD)(?:ARCH|PLATFORM|OS)\b/m,
            },
        ],
        explains: [
            'platform-not-published',
            'platform-unknown',
            'download-gone',
            'workflow-error',
            'image-not-found',
            'file-missing',
        ],
        causes: [
            {
                text: 'Docker’s legacy builder built it, which leaves TARGETPLATFORM, TARGETARCH and BUILDPLATFORM empty: only BuildKit (buildx) fills them in',
                when: logShows('legacy-builder'),
                specific: true,
                elsewhere: true,
                remedy: 'Install the buildx plugin, or build with DOCKER_BUILDKIT=1',
                commands: ['docker buildx version', 'DOCKER_BUILDKIT=1 docker build .'],
            },
            {
                text: 'A word that BuildKit fills in (TARGETPLATFORM, TARGETARCH, BUILDPLATFORM) is empty: its stage does not name it after FROM, or a builder that does not fill it in was used (Docker’s legacy one)',
                shown: true,
                elsewhere: true,
                remedy: 'Write ARG TARGETARCH after the FROM of the stage that uses it, and build by buildx',
                commands: ['ARG TARGETARCH', 'docker buildx version'],
            },
        ],
    }),
    clue('legacy-builder', { has: 'the legacy builder is deprecated' }, { has: ' ---> running in ', and: /^ ---> Running in [\da-f]{12}$/ }, { has: 'sending build context to docker daemon' }, { has: 'docker_buildkit=0' }),
    kind('engine-too-old', 'the engine does not know --platform or manifest lists', {
        bearing: 'elsewhere',
        rank: 'cause',
        signs: [
            ...kind_texts(`
        "--platform" is only supported on a docker daemon with experimental
        | only supported on a docker daemon with experimental features | only supported with experimental
        | only supported on a docker cli with experimental | the --mount option requires buildkit
      `),
            { has: 'only supported when experimental', and: /cli features|experimental/ },
            { has: 'schema version', and: /unsupported|not supported/i },
            {
                has: 'application/vnd.oci.image.index.v1+json',
                and: /unsupported|unknown|not supported|unexpected/i,
            },
            { has: 'requires api version', and: /platform|client|daemon/ },
        ],
        causes: [
            {
                text: 'The engine is too old, or lets --platform and manifest lists be used in its experimental mode only',
                shown: true,
                elsewhere: true,
                remedy: 'Use a newer engine (20.10 or later), or switch its experimental features on',
                commands: ['docker version'],
            },
        ],
        sources: 'vectara/vectara-ingest#80',
    }),
    kind('package-renamed', 'the package of QEMU is not there under this name', {
        bearing: 'elsewhere',
        rank: 'cause',
        signs: [
            {
                has: 'qemu-user-static',
                and: /has no installation candidate|unable to locate package|unable to find a match|no match for argument|no provider of|not available|is a virtual package|has been obsoleted|unmet dependenc/i,
            },
            {
                has: 'qemu-user-static',
                and: /^(?:\S{0,60} )?qemu-user-static$/,
                about: /dependenc|not installed|required|installing/i,
            },
            {
                has: 'qemu',
                and: /(?:qemu-user|binfmt-qemu|qemu-binfmt)\S{0,30} was not found|target not found: (?:qemu-user|binfmt-qemu)/,
            },
            { has: 'qemu-user-binfmt', and: /conflicts|breaks|no installation candidate/i },
        ],
        causes: [
            {
                text: 'The package qemu-user-static has no such name any more in this release (Debian 13 and newer, Ubuntu 26.04): it was renamed to qemu-user, which is static there, with qemu-user-binfmt',
                shown: true,
                elsewhere: true,
                remedy: 'Install qemu-user and qemu-user-binfmt, or set up without packages by this program',
                commands: ['sudo apt-get install qemu-user qemu-user-binfmt', common_SETUP],
            },
        ],
        sources: 'RPi-Distro/pi-gen#897',
    }),
    kind('emulator-not-found', 'a tool does not find QEMU’s program', {
        rank: 'cause',
        signs: [
            {
                has: 'qemu',
                and: /(?:cannot|can't|could not|couldn't|unable to|failed to) (?:find|locate|stat) (?!image|package|a match).{0,60}qemu[- ](?:static|user|\w{3,12}-static)/i,
            },
            { has: 'not found', and: EMULATOR_NOT_FOUND },
            { has: 'no such file or directory', and: EMULATOR_NOT_FOUND, not: /chroot: / },
            { has: 'could not execute process', and: EMULATOR_NOT_FOUND },
            {
                has: 'no such file or directory: ',
                and: /directory: ['"]?(?:\/\S{1,80}\/)?qemu-(?!system|img)\w{2,12}(?:-static)?\b/i,
            },
            { has: 'is not installed', and: /qemu-user\S{0,20} is not installed/ },
            {
                has: 'qemu-',
                and: /\b(?:requires?|missing|needs?|please install|depends on|install) (?:the )?(?:package )?["'`]?(?:\/\S{1,60}\/)?(?:qemu-user\S{0,20}|qemu-(?!system|img)\w{2,12}-static)\b(?! (?:is )?already)/i,
                not: /\b(?:apt(?:-get)?|dnf|yum|apk|pacman|zypper)\b|missing.{0,3}: 0|["'`][^"'`]{0,200}(?:exec format|not found)/,
            },
            {
                has: 'qemu-',
                and: /\bqemu-user(?:-static|-binfmt)?\S{0,8} (?:package )?(?:(?:is not|must be|needs to be|has to be) (?:installed|present)|(?:is|are) (?:required|needed))/i,
            },
            { has: 'qemu static', and: /cannot find .{1,40} qemu static/i },
            {
                has: 'no such file or directory',
                and: /(?:cannot stat|cp:|stat|install:|copy|which|lstat) .{0,80}qemu-\w{3,12}(?:-static)?['"’]?/i,
            },
            { has: 'qemu-', and: /COPY .{0,40}qemu-\w{1,12}-static.{0,200}not found/i },
            {
                has: 'qemu-',
                and: /(?:COPY failed|ADD failed|cache key|checksum|stat).{0,200}qemu-\w{1,12}-static.{0,60}(?:not found|not exist|no such file)/i,
            },
            { has: 'update-binfmts: command not found' },
        ],
        explains: ['command-not-found', 'file-missing', 'python-crash'],
        causes: [
            {
                text: 'The tool wants to copy or to call QEMU’s own program (qemu-aarch64-static), and it is not installed here under that name',
                shown: true,
                remedy: 'Install it (qemu-user-static; qemu-user in newer releases), or register a pinned handler, with which nothing needs to be copied',
                commands: ['sudo apt-get install qemu-user-static', common_SETUP],
            },
        ],
        sources: 'bitnami/minideb#143',
    }),
    kind('nix-platforms', 'Nix may not build for this system', {
        rank: 'cause',
        signs: [
            {
                has: 'is required to build',
                and: /an? '(\w{3,20})-linux' with features .{0,80}is required to build(?!.{0,400} I am an? '\1-linux')/i,
            },
            {
                has: 'current system: ',
                about: /Required system: '(\w{3,20})-linux'[^\n]{0,200}\n\s{0,20}Current system: '(?!\1-)/,
            },
        ],
        causes: [
            {
                text: 'Nix is not told that it may build for {platform}: the handler alone is not enough, extra-platforms has to name the system',
                shown: true,
                remedy: 'Add extra-platforms = aarch64-linux to nix.conf (boot.binfmt.emulatedSystems on NixOS does both), register the handler, and start the daemon again',
                commands: [common_SETUP, 'echo "extra-platforms = aarch64-linux" | sudo tee -a /etc/nix/nix.conf'],
            },
        ],
        sources: 'nix-community/nixos-generators#202',
    }),
    kind('apptainer', 'Apptainer or Singularity refuses an image of another architecture', {
        rank: 'cause',
        signs: [
            { has: 'image targets ', and: /image targets .{1,30}, cannot run on/ },
            { has: "could not run on the host's" },
            { has: 'failed to execv()', and: /exec format error/i },
            { has: 'while checking image architecture' },
            { has: 'not compatible with host', and: /architecture \S{1,12} not compatible with host/ },
        ],
        explains: ['exec-format-error', 'file-of-another-architecture'],
        causes: [
            {
                text: 'The image is for another architecture ({platform}) than the machine, and Apptainer found no handler for it: binfmt_misc is not mounted where it looks, or holds no entry',
                shown: true,
                remedy: 'Use an image that was built for this machine, or mount binfmt_misc and register a handler',
                commands: ['ls /proc/sys/fs/binfmt_misc', common_SETUP],
            },
        ],
        sources: 'apptainer/singularity#1488 apptainer/singularity#4239',
    }),
    kind('namespace-refused', 'a new namespace is refused', {
        bearing: 'foreign',
        rank: 'cause',
        signs: [
            {
                has: 'new namespace',
                and: /bwrap: (?:creating new namespace failed|no permissions to create a? ?new namespace)/i,
            },
            {
                has: 'bwrap: ',
                and: /setting up uid map: permission denied|unshare|capset failed|can't mount|pivot_root/i,
            },
            {
                has: 'unshare',
                and: /unshare(?:\(\S{1,60}\))?(?: failed)?: (?:failed: )?(?:invalid argument|operation not permitted|permission denied|function not implemented)|unshare(?:\(\S{1,60}\))? failed|failed to unshare/i,
            },
            {
                has: 'clon',
                and: /\b(?:clone3?(?:\(\S{0,60}\))?(?: failed)?|cloning (?:builder )?process): (?:invalid argument|operation not permitted)/i,
            },
            {
                has: 'user namespace',
                and: /(?:cannot|can't|could not|failed to|unable to) .{0,30}(?:clone|create|set ?up|set|enter|write).{0,40}user namespace|user namespaces? (?:are|is) (?:not|disabled|restricted)|does not support user namespaces?/i,
            },
            {
                has: 'uid_map',
                and: /(?:write|open|newuidmap).{0,80}uid_map.{0,40}(?:not permitted|permission denied)/i,
            },
            { has: 'no usable sandbox' },
        ],
        explains: ['call-not-implemented', 'permission'],
        causes: [
            {
                text: 'QEMU’s user mode passes on no call that makes several namespaces at once (clone and unshare as bubblewrap, Nix’s sandbox and systemd use them): a sandbox cannot be set up under emulation',
                when: ranForeign,
                remedy: 'Switch the sandbox off for this step (sandbox = false in nix.conf), or run the tool natively and let it only look into the root of the other platform',
                commands: [NATIVE_STAGE, REPLACE],
            },
            {
                text: 'Whoever ran it may not make a user namespace: AppArmor or a setting of the kernel restricts them (Ubuntu 23.10 and newer), or the container’s seccomp profile does',
                when: (view) => not(ranForeign(view)),
                elsewhere: true,
                remedy: 'Give the program an AppArmor profile that allows it, lift the restriction, or start the container with --security-opt seccomp=unconfined or --privileged',
                commands: ['sysctl kernel.apparmor_restrict_unprivileged_userns user.max_user_namespaces'],
            },
        ],
        sources: 'osbuild/bootc-image-builder#207 bootc-dev/bootc#2111 multiarch/qemu-user-static#168 NixOS/nixpkgs#321654',
    }),
    kind('windows-interop-lost', 'Windows programs no longer start from WSL', {
        bearing: 'elsewhere',
        rank: 'cause',
        signs: [
            { has: 'run-detectors: unable to find an interpreter for', and: /\/mnt\/|\.exe/i },
            {
                has: '.exe',
                and: /\.exe: (?:cannot execute binary file|exec format error)|exec format error: .{0,100}\.exe/i,
            },
        ],
        explains: ['exec-format-error', 'file-of-another-architecture', 'not-a-program'],
        causes: [
            {
                text: 'The entry WSLInterop, which starts Windows programs, was removed or shadowed by systemd-binfmt or binfmt-support',
                shown: true,
                finding: 'SB042',
                remedy: 'Put the entry back, and keep it in /etc/binfmt.d',
                commands: [
                    "echo ':WSLInterop:M::MZ::/init:PF' | sudo tee /etc/binfmt.d/WSLInterop.conf",
                    'sudo /usr/lib/systemd/systemd-binfmt /etc/binfmt.d/WSLInterop.conf',
                ],
            },
        ],
        sources: 'microsoft/WSL#8952 microsoft/WSL#8843 microsoft/WSL#9722',
    }),
    kind('cache-reserved', 'Unable to reserve cache with key', {
        bearing: 'note',
        signs: [{ has: 'unable to reserve cache with key' }],
        causes: [
            {
                text: 'Another job saved this cache first, which is harmless',
                elsewhere: true,
                remedy: 'Nothing needs to be done; this program asks before it saves',
            },
        ],
        sources: 'docker/setup-qemu-action#306',
    }),
];

;// CONCATENATED MODULE: ./lib/doctor/kinds/index.js









let kinds;
function allKinds() {
    kinds ??= [
        ...emulatorKinds(),
        ...callKinds(),
        ...runtimeKinds(),
        ...registeringKinds(),
        ...startingKinds(),
        ...loadingKinds(),
        ...toolKinds(),
        ...buildingKinds(),
        ...elsewhereKinds(),
    ];
    return kinds;
}

;// CONCATENATED MODULE: ./lib/doctor/log/lines.js
const lines_LINE_LIMIT = 4096;
function openLines(take) {
    const decoder = new TextDecoder();
    let rest = '';
    let number = 1;
    let last = 0;
    let afterReturn = false;
    const put = (line) => {
        last = number;
        take(line, number);
    };
    const cut = (piece) => {
        const text = afterReturn && piece.startsWith('\n') ? piece.slice(1) : piece;
        if (text.length < piece.length)
            number += 1;
        if (piece !== '')
            afterReturn = piece.endsWith('\r');
        let begin = 0;
        let lineFeed = text.indexOf('\n');
        let carriageReturn = text.indexOf('\r');
        while (lineFeed >= 0 || carriageReturn >= 0) {
            const returns = carriageReturn >= 0 && (lineFeed < 0 || carriageReturn < lineFeed);
            const end = returns ? carriageReturn : lineFeed;
            put(rest + text.slice(begin, Math.min(end, begin + lines_LINE_LIMIT - rest.length)));
            rest = '';
            const both = returns && lineFeed === end + 1;
            begin = end + (both ? 2 : 1);
            if (!returns || both)
                number += 1;
            if (returns)
                carriageReturn = text.indexOf('\r', begin);
            if (!returns || both)
                lineFeed = text.indexOf('\n', begin);
        }
        rest += text.slice(begin, begin + lines_LINE_LIMIT - rest.length);
    };
    return {
        feed: (piece) => cut(typeof piece === 'string' ? piece : decoder.decode(piece, { stream: true })),
        end: () => {
            cut(decoder.decode());
            if (rest !== '')
                put(rest);
            rest = '';
            return last;
        },
    };
}
const ESCAPES = /\u001b(?:\[[0-?]{0,40}[ -/]{0,4}[@-~]|_[^\u0007\u001b]{0,200}(?:\u0007|\u001b\\))/g;
const lines_OWN = /\bSB(?:\d{3}|-RUNNER)\b|\basking \S{1,200} again in [\d.]{1,8} s \(\d of \d\)|; try \d of \d$|his failure (?:most likely comes|comes|does not come) from emulation/;
const lines_OWN_WORDS = ['SB', ' again in ', '; try ', 'his failure '];
const MEMBER = /^\s*"(?!\w*(?:err|msg|message|log|stream|reason|status|detail|output|stderr|cause|code))[\w.$/-]{1,80}"\s?: (?:".*"|-?\d[\d.]*|true|false|null|[[{].*),?$/i;
function isNoEvidence(raw, line) {
    return lines_OWN_WORDS.some((word) => raw.includes(word))
        ? lines_OWN.test(raw)
        : line.includes('": ') && MEMBER.test(line);
}
const DIGITS = '0123456789[';
const COLLECTORS = [
    ['', '\t', /^[^\t]{1,200}\t[^\t]{1,200}\t(?=\ufeff?\d{4}-)/],
    ['\ufeff', '', /^\ufeff/],
    [DIGITS, '', /^\[?\d{4}-\d\d-\d\d[T ][\d:.,]{8,20}(?:Z|[+-]\d\d:?\d\d)?\]? (?:\d\d[OE]\+? ?)?/],
    [DIGITS, '', /^\[?\d\d:\d\d:\d\d(?:[.,]\d{1,6})?\]? /],
    ['s', '', /^section_(?:start|end):\d{1,12}:[\w.-]{1,100}(?:\[[\w=,]{0,60}\])?/],
    ['[', '', /^(?!\[BUG\])(?:\[[\w.-]{1,40}\] {1,8}){1,4}(?!\d{1,4}\/\d)/],
    ['', ' #', /^[^#[]{1,80} (?=#\d{1,4} (?:\[|\d{1,7}\.\d|ERROR|DONE|CACHED|CANCELED))/],
    ['', ' | ', /^[\w.-]{1,60}[_-]\d{1,3} {1,20}\| /],
    [
        '#[:',
        '',
        /^(?:##\[(?:group|command|section|error|warning|debug)\]|\[command\]|::(?:error|warning|group|notice)(?: [^:]{0,200})?::)/,
    ],
];
function marginOf(first) {
    return /^(?: {2,8}|\t)(?=[^\s=>\d])/.exec(first)?.[0] ?? '';
}
function undecorated(raw) {
    let line = raw.includes('\u001b') ? raw.replace(ESCAPES, '') : raw;
    for (const [begins, holds, decoration] of COLLECTORS) {
        const may = begins === '' ? line.includes(holds) : begins.includes(line.charAt(0));
        if (may)
            line = line.replace(decoration, '');
    }
    return line.trimEnd();
}

;// CONCATENATED MODULE: ./lib/doctor/log/model.js
const KNOWN_BY = ['label', 'engine', 'option', 'image', 'name', 'mention'];

;// CONCATENATED MODULE: ./lib/doctor/log/places.js


const PLATFORM_LIMIT = 16;
const MEANINGS_LIMIT = 200;
const ARCH = '(amd64|x86_64|x86-64|i[3-6]86|386|arm64(?:v8|/v8)?|aarch64|armv[5-8]\\w{0,4}|armhf|armel|arm32v[5-7]|arm/v[5-8]|arm|riscv64|ppc64(?:le|el)?|powerpc64(?:le)?|s390x|mips64(?:le|el)?|mips(?:le|el)?|loong(?:arch)?64)';
const END = '(?![\\w/])';
const places_PLATFORM = 'linux/(?:amd64|386|arm(?:64)?|riscv\\d\\d|ppc\\w{0,4}|s390x|mips\\w{0,4}|loong64)(?:/v\\d{1,2})?';
const rule = (by, has, pattern) => [by, has, new RegExp(pattern)];
const EMULATOR = new RegExp(`^(?:\\S{0,100}/)?(?<!binfmts/)(?:qemu-${ARCH}(?:-static)?|${ARCH}-binfmt-[A-Z]{0,4}): |^(?:.{0,60} )?qemu: (?:uncaught|unsupported|fatal)|qemu internal sig|(?:^|[$#%>] |\\d:\\d\\d )(?:\\S{0,60}/)?qemu-${ARCH}(?:-static)? (?!\\(|already)[./\\w-]|^Unsupported (?:ioctl: cmd|setsockopt level|ancillary data)|QEMU_IFLA`, 'i');
const BOX = /^(?:\[BOX\d\d\] )?Box(64|86)(?: (\w+))? v\d/;
const SPEAKS = /qemu|QEMU|binfmt|^Unsupported /;
const places_RULES = [
    rule('engine', 'requested image', `requested image's platform \\((linux/[\\w/]{1,20})\\)`),
    rule('engine', 'specified platform', `specified platform \\((linux/[\\w/]{1,20})\\)`),
    rule('engine', 'unsupported: ', `unsupported: "?platform (linux/[\\w/]{1,20})`),
    rule('engine', 'wanted', `wanted (linux/[\\w/]{1,20})`),
    rule('engine', 'no match', `no match(?:ing manifest)? for (?:platform )?(linux/[\\w/]{1,20})`),
    rule('engine', 'unpacking', `unpacking (linux/[\\w/]{1,20})`),
    rule('engine', 'image targets', `image targets ${ARCH}${END}`),
    rule('engine', 'architecture (', `image.s architecture \\(${ARCH}\\)`),
    rule('engine', 'for architecture', `for architecture "?${ARCH}${END}`),
    rule('engine', '"Architecture"', `"Architecture": "${ARCH}"`),
    rule('engine', 'linux/', `^(${places_PLATFORM})$`),
    rule('engine', 'on this machine', `^(?:.{0,40} )?${ARCH}: not supported on this machine`),
    rule('option', 'latform', `--(?:custom-?)?[pP]latform[= ]["']?(linux/[\\w/]{1,20})(?![\\w/,])`),
    rule('option', 'latform', `--platform[= ]["']?${ARCH}(?![\\w/,])`),
    rule('option', 'DEFAULT_PLATFORM', `DOCKER_DEFAULT_PLATFORM[=:] ?["']?(linux/[\\w/]{1,20})`),
    rule('option', '--', `--(?:force-?arch|arch(?:itecture)?|system|target-arch)[= ]["']?${ARCH}(?:-linux)?(?![\\w/,])`),
    rule('option', 'binfmt_misc/qemu-', `\\bcat \\S{0,20}binfmt_misc/qemu-${ARCH}$`),
    rule('option', 'qemu-', `(?:-v|--volume|COPY|ADD|cp|install)\\b.{0,100}\\bqemu-${ARCH}-static\\b`),
    rule('option', 'platform:', `^\\s{1,12}platform: ["']?(linux/[\\w/]{1,20})["']?$`),
    rule('option', ' -a ', ` -a ${ARCH}${END}`),
    rule('option', 'arch', `^\\s{0,8}(?:arch|architecture|base_image_arch): ${ARCH}$`),
    rule('option', ' on host ', `\\btarget ${ARCH} on host `),
    rule('option', 'with features', `(?:\\ba|Required system:) '${ARCH}-linux' with features`),
    rule('option', 'can neither', `\\b${ARCH} can neither`),
    rule('option', 'using qemu', `\\ba ${ARCH} system, using qemu`),
    rule('image', '/', `(?:^|(?<!linux)/|[\\s"'=])${ARCH}/[a-z][\\w.-]{0,60}(?::[\\w.-]{1,80})?(?=[\\s"'@]|$)`),
    rule('image', 'linux', `(?:manylinux|musllinux)\\w{0,40}_${ARCH}(?![a-z0-9])`),
    rule('image', ':', `(?<=[\\w/]):(?:[\\w.-]{1,60}-)?${ARCH}(?:-[\\w.-]{1,60})?(?=[\\s"'@]|$)`),
    rule('image', '', `(?:rootfs|sysroot|chroot|debian|ubuntu|alpine|fedora|arch|raspios|gentoo|preinstalled)[\\w.-]{0,40}[-_. /]${ARCH}(?![a-z0-9])`),
    rule('image', '', `(?:^|[\\s/])(?:[\\w]{1,30}[-_])?${ARCH}[-_](?:rootfs|debian|ubuntu|fedora|chroot)`),
    rule('name', ',linux/', `(?<=linux/[\\w/]{1,12},)(${places_PLATFORM})${END}`),
    rule('name', ',linux/', `(${places_PLATFORM}),`),
    rule('name', '-linux', `\\b${ARCH}-(?:\\w{1,20}-)?linux(?:-gnu|-musl|\\b)`),
    rule('name', '.deb', `_${ARCH}\\.deb`),
    rule('name', '.rpm', `\\.${ARCH}\\.rpm`),
    rule('name', 'binary-', `\\bbinary-${ARCH}/`),
    rule('name', 'qemu-', `qemu-${ARCH}(?:-static)?(?: \\(disabled\\)| already registered|\\b)`),
    rule('name', '', `^(?:make|\\S{0,40}build\\S{0,20}|just|junest|mock|mkimg) .{0,100}?(?<![\\w])${ARCH}(?![\\w.])`),
    rule('name', ' - ', ` - ${ARCH}p?(?: |$)`),
    rule('mention', 'linux/', `(?<![\\w/.-])(${places_PLATFORM})(?![\\w/-])`),
];
const NAME_LINES = 20_000;
const MACHINE = [
    /detected host platform \((linux\/[\w/]{1,20})\)/,
    new RegExp(`cannot run on ${ARCH}`),
    new RegExp(`could not run on the host.s \\(${ARCH}\\)`),
    new RegExp(` on host ${ARCH}${END}`),
    new RegExp(`is not supported by the \\S+ emulator on ${ARCH} host`),
    new RegExp(`^Linux \\S+ \\d+\\.\\d+\\S* .{0,120}\\b${ARCH}(?: \\w+){0,3}(?: GNU/Linux)?$`),
    new RegExp(`^Darwin \\S+ \\d+\\.\\d+\\S* .{0,200} ${ARCH}(?: \\w+){0,2}$`),
    new RegExp(`^(?:Runner )?Image: \\S+-${ARCH}$`),
    /^(?:Runner )?Image: (ubuntu)-\d\d\.\d\d$/,
    new RegExp(`^Runner group name: '${ARCH}'`),
    new RegExp(`\\bRUNNER_ARCH[:=] ?["']?${ARCH}`, 'i'),
    new RegExp(`^INFO\\[\\d+\\] arch: ${ARCH}$`),
    new RegExp(`^\\[?\\w{1,20}@(?:[\\w.-]{0,30}[-_])?${ARCH}(?:[ \\]:~])`),
    new RegExp(`^ii {1,4}qemu-\\S{1,60} .{1,80} ${ARCH} {2,}\\S`),
    new RegExp(`\\(current: \\{"os":"linux","arch":"${ARCH}"\\}\\)`),
    new RegExp(`^\\s{0,4}Architecture: {1,20}${ARCH}$`),
    /^Server Version: .{0,400}Platform:"(linux\/\w{1,12})"/,
    new RegExp(`kubernetes\\.io/arch=${ARCH}`),
    new RegExp(`\\b(?:colima|limactl) start .{0,80}--arch[= ]${ARCH}`),
    new RegExp(`(?:I am an?|Current system:) '${ARCH}-linux'`),
    /^\s{1,4}OS\/Arch: {1,20}(linux\/\w{1,12})$/,
];
const APPLE = /^\s{0,8}(?:CPU|Chip|Processor)(?: model)?: {1,20}(?:arm64,|Apple M\d)/;
const SEVERAL = /--platform[= ]["']?[\w/]{1,30},/;
const STARTS_MACHINE = /\b(?:colima|limactl) start\b/;
const MACHINES = /^ii |^Server Version: | start | OS\/Arch: |kubernetes\.io\/arch=|-linux'| host|cannot run on|^Linux |^Darwin |^Runner |^Image: |RUNNER_ARCH|runner_arch|^INFO|@|"arch":|Architecture:/;
const places_ASKS = /(?:^|[$#%>+❯»] ?|^[➜λ] .{0,60} )(?:uname -m|dpkg --print-architecture|arch|docker (?:info|version) .{1,80}Arch(?:itecture)?\s?\}\}['"]?)$/;
const places_ANSWER = new RegExp(`^(?:(?:darwin|windows|linux)/\\w{1,10} )?(?:linux/)?${ARCH}$`);
const ENTERS = /^(.{0,80}[$#%>+❯»] ?)?(?:sudo )?(?:(?:docker|podman|nerdctl) (?:run|exec) .{0,300}-(?:it|ti)\b.{0,300}|(?:chroot|arch-chroot|systemd-nspawn) .{0,200})\b(?:ba|da|a|z)?sh(?: -l)?$/;
const LEAVES = /^(?:.{0,80}[$#%>] ?)?exit$/;
const IN_CONTAINER = /^(?:\/[\w/]{0,40} # |\[?\w{1,20}@[0-9a-f]{12}\b|(?:ba)?sh-\d\.\d\S{0,4}[#$] )/;
const OBJECTS = [
    [/ELF 64-bit LSB [^,]{1,40}, x86-64/, 'amd64'],
    [/ELF 32-bit LSB [^,]{1,40}, Intel 80386/, '386'],
    [/ELF 64-bit LSB [^,]{1,40}, ARM aarch64/, 'arm64'],
    [/ELF 32-bit LSB [^,]{1,40}, ARM,/, 'arm'],
    [/ELF 64-bit LSB [^,]{1,40}, UCB RISC-V/, 'riscv64'],
    [/ELF 64-bit LSB [^,]{1,40}, 64-bit PowerPC/, 'ppc64le'],
    [/ELF 64-bit MSB [^,]{1,40}, IBM S\/390/, 's390x'],
];
const HINT = /^Unsupported |Box[86]|Apple M|Image: |linux\/|amd64|x86|i[3-6]86|arm|aarch64|riscv64|ppc64|powerpc|s390x|mips|loong|qemu|QEMU|rosetta|ARM64|uname|ELF /;
function openPlaces() {
    const named = new Map();
    const meanings = new Map();
    let machine;
    let object;
    let emulated = false;
    let asked = false;
    let inside = false;
    let outside = '';
    let searched = 0;
    let near;
    const name = (word, by) => {
        if (word === '')
            return;
        if (!meanings.has(word) && meanings.size < MEANINGS_LIMIT)
            meanings.set(word, platformNamed(word));
        const platform = meanings.get(word);
        if (platform === undefined)
            return;
        if (by === 'option')
            near = platform;
        const before = named.get(platform);
        if (before === undefined && named.size >= PLATFORM_LIMIT)
            return;
        if (before === undefined || KNOWN_BY.indexOf(by) < KNOWN_BY.indexOf(before))
            named.set(platform, by);
    };
    const lookAtMachine = (line) => {
        const answer = asked ? places_ANSWER.exec(line)?.[1] : undefined;
        if (inside && answer !== undefined)
            name(answer, 'option');
        if (machine !== undefined)
            return;
        const own = MACHINES.test(line)
            ? MACHINE.map((pattern) => pattern.exec(line)?.[1]).find((word) => word !== undefined)
            : undefined;
        if (own === 'arm' && /^(?:Runner )?Image: /.test(line))
            machine ??= 'arm64';
        if (own === 'ubuntu')
            machine ??= 'amd64';
        machine ??= archNamed(own ?? (inside ? undefined : answer));
    };
    const notice = (line) => {
        lookAtMachine(line);
        if (APPLE.test(line)) {
            if (machine === 'amd64')
                name(machine, 'label');
            machine = 'arm64';
        }
        if (STARTS_MACHINE.test(line))
            return;
        if (SEVERAL.test(line))
            near = undefined;
        if (asked && !inside && places_ANSWER.test(line))
            return;
        if (line.includes('rosetta error: ')) {
            machine ??= 'arm64';
            name('amd64', 'label');
        }
        const speaker = SPEAKS.test(line) ? EMULATOR.exec(line) : null;
        if (speaker !== null) {
            emulated = true;
            name(speaker[1] ?? speaker[2] ?? speaker[3] ?? '', 'label');
        }
        const box = BOX.exec(line);
        if (box !== null) {
            emulated = true;
            machine ??= archNamed(box[2]);
            name(box[1] === '64' ? 'amd64' : '386', 'label');
        }
        if (line.includes('ELF '))
            object ??= OBJECTS.find(([pattern]) => pattern.test(line))?.[1];
        if (/^(?:Runner|Linux|Image:) /.test(line))
            return;
        searched += 1;
        for (const [by, has, pattern] of places_RULES) {
            if (searched > NAME_LINES && (by === 'image' || by === 'name' || by === 'mention'))
                continue;
            if (line.includes(has))
                name(pattern.exec(line)?.[1] ?? '', by);
        }
    };
    return {
        look: (line) => {
            const enters = /sh(?: -l)?$/.test(line) ? ENTERS.exec(line) : null;
            if (enters !== null) {
                inside = true;
                outside = enters[1] ?? '';
            }
            else if (inside && (LEAVES.test(line) || (outside.length > 2 && line.startsWith(outside)))) {
                inside = false;
            }
            const asks = /(?:-m|arch|ture|\}\}['"]?)$/.test(line) && places_ASKS.test(line);
            if (asks && IN_CONTAINER.test(line))
                inside = true;
            if (HINT.test(line))
                notice(line);
            asked = asks;
        },
        near: () => near,
        step: (platform) => name(platform, 'option'),
        label: (platform) => name(platform, 'label'),
        report: () => ({
            machine,
            object,
            emulated,
            platforms: [...named]
                .map(([platform, by]) => ({ platform, by }))
                .sort((a, b) => KNOWN_BY.indexOf(a.by) - KNOWN_BY.indexOf(b.by)),
        }),
    };
}
function platformNamed(word) {
    const platform = parsePlatform(word.toLowerCase().replace(/^x86-64$/, 'amd64'));
    return 'unknown' in platform ? undefined : formatPlatform(platform);
}
function archNamed(word) {
    const platform = word === undefined ? undefined : platformNamed(word);
    return platform?.split('/')[1];
}

;// CONCATENATED MODULE: ./lib/doctor/log/steps.js
const STEP_LIMIT = 1000;
const REPEATED_LINES = 64;
const steps_LABEL = /^(?:#(\d{1,6}) |\s{0,4}(>) |\s{0,4}=> (?:(ERROR|CACHED|CANCELED) )?)?\[(?:(linux\/\w{1,12}(?:\/v\d{1,2})?)(?:->[\w/]{1,30})? )?(?:[\w.-]{1,100} )? {0,4}\d{1,4}\/\d{1,4}\] (.{0,1000})/;
const NUMBER = /^#(\d{1,6}) (?:(DONE|CACHED|ERROR|CANCELED)\b)?/;
const RULE = /^-{6,}$/;
const CLASSIC = /^(?:Step|STEP) \d{1,4}(?:\/\d{1,4})? ?: (.{0,1000})/;
const JOB = /^Run (?!')(\S.{0,300})/;
const COMMAND = /--platform[= ]["']?(linux\/\w{1,12}(?:\/v\d{1,2})?)(?![\w/])(,?)/;
const FAILURE = /^(?:The command '|Error: (?:Process completed|building at STEP|The process)|error building|Process completed with exit code [1-9])|did not complete successfully|executor failed running|returned a non-zero code/;
const steps_QUOTED = /^ {0,6}\d{1,5} \| (>>>| {3}) (?:FROM (?:--platform=(\S{1,60}))?)?/i;
const NOTEWORTHY = /^(?:[#[>=-]| {1,4}[[>=]| {0,6}\d{1,5} \| |S(?:tep|TEP) |Run |Error|error building|Process completed|The command )|--platform|did not complete|executor failed|returned a non-zero/;
function openSteps() {
    const numbered = new Map();
    let open;
    let left = 0;
    let only;
    let failed;
    let stage;
    let marked;
    let buildkit = false;
    const fail = (step) => {
        if (step === undefined)
            return;
        step.state = 'failed';
        if (failed?.platform === undefined || step.platform !== undefined)
            failed = step;
    };
    const begin = (step, reach) => {
        if (open?.state === 'running')
            open.state = 'done';
        open = step;
        left = reach;
        return step;
    };
    const beginLabelled = (label) => {
        const [, number, repeated, word, platform = only, command = ''] = label;
        buildkit = true;
        const step = { platform, command, state: word === 'CACHED' ? 'done' : 'running' };
        if (number !== undefined) {
            if (numbered.size < STEP_LIMIT || numbered.has(number))
                numbered.set(number, step);
        }
        else
            begin(step, REPEATED_LINES);
        if (repeated !== undefined || word === 'ERROR')
            fail(step);
        return step;
    };
    const end = (step, word) => {
        if (word === 'ERROR')
            fail(step);
        else if (step !== undefined && word !== undefined && step.state === 'running')
            step.state = 'done';
    };
    const stepOf = (line) => {
        if (!NOTEWORTHY.test(line)) {
            left = Math.max(0, left - 1);
            return left > 0 ? open : undefined;
        }
        const quoted = steps_QUOTED.exec(line);
        if (quoted !== null) {
            if (/ FROM /i.test(quoted[0]))
                stage = quoted[2] ?? '';
            if (quoted[1] === '>>>')
                marked ??= stage;
            return undefined;
        }
        const label = line.includes('] ') ? steps_LABEL.exec(line) : null;
        if (label !== null)
            return beginLabelled(label);
        const numbering = NUMBER.exec(line);
        if (numbering !== null) {
            buildkit = true;
            const step = numbered.get(numbering[1]);
            end(step, numbering[2]);
            return step;
        }
        const command = CLASSIC.exec(line)?.[1];
        if (command !== undefined)
            return begin({ platform: only, command, state: 'running' }, Infinity);
        const job = JOB.exec(line)?.[1];
        const option = COMMAND.exec(line);
        if (option !== null)
            only = option[2] === '' ? option[1] : undefined;
        if (job !== undefined)
            return begin({ platform: only, command: job, state: 'running' }, Infinity);
        left = RULE.test(line) ? 0 : Math.max(0, left - 1);
        if (left === 0)
            return undefined;
        if (FAILURE.test(line))
            fail(open);
        return open;
    };
    const running = () => [...numbered.values()].filter(({ state }) => state === 'running').at(-1);
    return { stepOf, running, failed: () => failed, stage: () => marked, buildkit: () => buildkit };
}

;// CONCATENATED MODULE: ./lib/doctor/log/words.js
const words_LETTERS = 128;
const CAPITALS = 65;
const SMALL = 97;
const ALPHABET = 26;
function findWords(words) {
    const most = words.reduce((sum, { length }) => sum + length, 1);
    const next = new Uint16Array(most * words_LETTERS);
    const ends = [[]];
    words.forEach((word, index) => {
        let state = 0;
        for (let at = 0; at < word.length; at += 1) {
            const edge = state * words_LETTERS + word.charCodeAt(at);
            if (next[edge] === 0)
                next[edge] = ends.push([]) - 1;
            state = next[edge];
        }
        ends[state].push(index);
    });
    follow(next, ends);
    for (let state = 0; state < ends.length * words_LETTERS; state += words_LETTERS) {
        next.copyWithin(state + CAPITALS, state + SMALL, state + SMALL + ALPHABET);
    }
    return (text) => {
        let found;
        let state = 0;
        for (let at = 0; at < text.length; at += 1) {
            const code = text.charCodeAt(at);
            state = code < words_LETTERS ? next[state * words_LETTERS + code] : 0;
            const ended = ends[state];
            if (ended.length === 0)
                continue;
            found ??= [];
            for (const index of ended)
                if (!found.includes(index))
                    found.push(index);
        }
        return found ?? NONE;
    };
}
const NONE = [];
function follow(next, ends) {
    const fail = new Uint16Array(ends.length);
    const queue = [0];
    for (const state of queue) {
        const back = fail[state] * words_LETTERS;
        for (let code = 0; code < words_LETTERS; code += 1) {
            const edge = state * words_LETTERS + code;
            const child = next[edge];
            const other = state === 0 ? 0 : next[back + code];
            if (child === 0) {
                next[edge] = other;
                continue;
            }
            fail[child] = other;
            ends[child].push(...ends[other]);
            queue.push(child);
        }
    }
}

;// CONCATENATED MODULE: ./lib/doctor/log/reader.js







const EVIDENCE_LIMIT = 3;
const COUNT_LIMIT = 1000;
const ASK_LIMIT = 5000;
const STEPS_KEPT = 4;
const NEARNESS = 12;
const ERROR_LINES = 3;
const LAST_LINES = 200;
const INSTALLS = /\b(?:apt(?:-get)?|apk|yum|dnf|microdnf|tdnf|zypper|pacman)(?: -\S{1,40}){0,6} (?:install|add|-S\w{0,4})\b[^&;|\n]{0,2000}/g;
let index;
function indexSigns() {
    const signs = new Map();
    for (const { id, signs: own } of allKinds()) {
        for (const sign of own)
            signs.set(sign.has, [...(signs.get(sign.has) ?? []), { id, sign }]);
    }
    return { textsIn: findWords([...signs.keys()]), signsOf: [...signs.values()] };
}
const BUILDKIT = /^(?:#\d{1,6} )?(?:\s{0,4}=> => # )?(?: {0,4}\d{1,7}\.\d{1,3} )?/;
const QUOTES = /^`(?=[\w#])|`$/g;
const reader_FAILURE = /^(?:E|ERR|ERROR|FATAL|FAIL):? |\bERR!|\b(?:error|errors|fatal|fail(?:ed|ure|s)?|panic|cannot|can't|denied|abort(?:ed)?|killed|cancell?ed|exception|refused|not found|not available|unavailable|does not exist|no such|no space left|too many|unknown|isn't supported|didn't match|quota|could not|unsupported|not supported|invalid|missing|exit(?:ed)? (?:code|status|with)|unable|crash(?:ed)?|timed out|timeout|errored|not allowed|terminated|trap|fault|unsatisfiable|no solution|only supported on|not permitted|not implemented|no permissions?|illegal|assertion (?:at|failed)|core dumped|does not have|problem|expired|mismatch(?:ed)?|broken|corrupt(?:ed)?|not yet valid|does not contain|must support|segfault|conflict|enoexec|(?:don't|doesn't|do not|does not) match|ran longer|[a-z]{3,40}(?:error|exception)(?!-))\b|\bcurl: \(\d/i;
const REFUSAL = /^(?!.{0,20}(?:warn|notice|info|hint)).*(?:\bonly\b.{1,80}\b(?:is|are) supported\b|\brequires?\b.{1,80}\b(?:packages?|installed|hosts?|versions?|kernel|root|privileges?|at least|or (?:newer|later))\b|\b(?:is|are) required\b|\b(?:must|needs? to) be\b|\bplease (?:install|enable|upgrade|update|use|set|run)\b|\brefus(?:es|ing)\b|\baborting\b|\bgiving up\b|\b(?:does|do|did) not (?:work|run|start|support)\b|\bgot signal\b)/i;
const ENDED_WELL = /\b(?:done|success(?:ful(?:ly)?)?|finished|completed?)\b/i;
const END_LINES = 8;
const reader_COMMAND = /^(?:(?:\S{1,60} ){0,3}?\[(?:[\w/>.-]{1,80} ){0,2} {0,3}\d{1,4}\/\d{1,4}\] |(?:Step|STEP) \d{1,4}(?:\/\d{1,4})? ?: )/;
const ASKS_STATUS = /\.ExitCode ?\}\}\S?(?: [\w.-]{1,80})?$|\becho\b.{0,60}(?:\$\?|\$\{?PIPESTATUS|%ERRORLEVEL%|\$LASTEXITCODE|\$status)\S{0,6}$/i;
const STATUS = /^\D{0,30}\b([1-9]\d{0,2})$/;
const ERROR_MARK = /##\[error\]|::error[ :]/;
const NO_FAILURE = /\b0 (?:errors?|fail(?:ed|ures?))\b|\bno errors?\b|fail-fast|continue-on-error|error[-_]?(?:log|page|handl)|unable to reserve cache|cache not found for|no files were found with the/i;
function openLog() {
    index ??= indexSigns();
    const { textsIn, signsOf } = index;
    const seen = new Map();
    const steps = openSteps();
    const places = openPlaces();
    const recent = [];
    let asked = 0;
    let margin;
    const last = [];
    const fits = (sign, line, around) => (sign.and === undefined || sign.and.test(line)) &&
        (sign.not === undefined || !sign.not.test(line)) &&
        (sign.about === undefined || (asked < ASK_LIMIT && sign.about.test(around())));
    const note = (id, line, number, step) => {
        const entry = seen.get(id) ?? {
            ...{ count: 0, last: 0, program: undefined, near: places.near() },
            ...{ steps: new Set(), evidence: [] },
        };
        seen.set(id, entry);
        entry.count += 1;
        entry.last = number;
        if (step !== undefined && entry.steps.size < STEPS_KEPT)
            entry.steps.add(step);
        if (entry.evidence.length >= EVIDENCE_LIMIT)
            return;
        entry.program ??= programOf(line);
        const text = printable(hideSecrets(line), 240);
        if (!entry.evidence.some((one) => one.text === text))
            entry.evidence.push({ line: number, text });
    };
    const add = (raw, number) => {
        if (raw.trim() === '')
            return;
        margin ??= marginOf(raw);
        const whole = undecorated(raw.startsWith(margin) ? raw.slice(margin.length) : raw);
        const step = steps.stepOf(whole);
        if (step?.platform !== undefined && step.command !== '')
            places.step(step.platform);
        const unquoted = whole.includes('`') ? whole.replace(QUOTES, '') : whole;
        const line = unquoted.slice(BUILDKIT.exec(unquoted)[0].length);
        places.look(line);
        const status = ASKS_STATUS.test(recent.at(-1) ?? '') ? STATUS.exec(line)?.[1] : undefined;
        const said = status === undefined ? line : `exit code: ${status}`;
        const hits = isNoEvidence(raw, line) ? [] : textsIn(said);
        if (hits.length > 0) {
            let text;
            const around = () => {
                if (text === undefined)
                    asked += 1;
                text ??= [step?.command, ...recent, said].join('\n').replace(INSTALLS, '');
                return text;
            };
            const found = new Set();
            for (const hit of hits) {
                for (const { id, sign } of signsOf[hit]) {
                    const known = found.has(id) || (seen.get(id)?.count ?? 0) >= COUNT_LIMIT;
                    if (!known && fits(sign, said, around))
                        found.add(id);
                }
            }
            for (const id of found)
                note(id, line, number, step);
        }
        recent.push(line);
        if (recent.length > NEARNESS)
            recent.shift();
        last.push({ line: number, text: line, said, marked: ERROR_MARK.test(raw) });
        if (last.length > 2 * LAST_LINES)
            last.splice(0, LAST_LINES);
    };
    const lines = openLines(add);
    return {
        feed: lines.feed,
        report: () => {
            const count = lines.end();
            const failed = steps.failed();
            const at = failed ?? steps.running();
            if (at?.platform !== undefined)
                places.label(at.platform);
            return {
                ...places.report(),
                lines: count,
                failed,
                stage: steps.stage(),
                buildkit: steps.buildkit(),
                errors: errorsOf(last)
                    .slice(-ERROR_LINES)
                    .map(({ line, text }) => ({ line, text: printable(hideSecrets(text), 240) })),
                matches: [...seen].map(([id, match]) => ({
                    id,
                    count: match.count,
                    last: match.last,
                    program: match.program,
                    near: match.near,
                    steps: [...match.steps],
                    evidence: match.evidence,
                })),
            };
        },
    };
}
function errorsOf(ending) {
    const errors = ending.filter(({ said, marked }) => (marked || (reader_FAILURE.test(said) && !reader_COMMAND.test(said))) && !NO_FAILURE.test(said));
    if (errors.length > 0 || ending.slice(-3).some(({ said }) => ENDED_WELL.test(said)))
        return errors;
    return ending.slice(-END_LINES).filter(({ said }) => REFUSAL.test(said));
}
const PROGRAMS = [
    /^(?:npm \S{1,6} )?-?(?:\S{0,60}\/)?(?:ba|da|a|z|k)?sh: (?:(?:line )?\d{1,4}: )?([^\s:'"]{1,200}): /,
    /chroot: failed to run command [`'"‘]?([^`'"’\s]{1,200})/,
    /(?<![\w])(?:exec|execv\w{0,3}\(?\)?|spawning|fork\/exec|executing|spawn(?:Sync)?|cannot run program|could not execute process|exec container process|starting container process caused: exec:)(?![a-z]) ?:? ?[`'"‘]?(\/?[\w@.+~/-]{1,200})(?=[`'"’:,)\s])/i,
    /(?:^|[\s:])(\/?[\w@.+~/-]{1,200}): cannot execute/,
    /(?:^|[\s:'"‘`])((?:\.{0,2}\/)[\w@.+~/-]{1,200})['"’`]?: (?:line \d{1,4}: )?(?:exec format error|\d{1,3}: )/i,
    /exec format error(?: \(os error 8\))?(?:: | - )[`'"]?([\w@.+~/-]{1,200})/i,
];
const NO_PROGRAM = /^(?:user|container|format|error|process|caused|failed|command|line|fork|exec)$/i;
function programOf(line) {
    for (const pattern of PROGRAMS) {
        const found = pattern.exec(line)?.[1];
        if (found !== undefined && !NO_PROGRAM.test(found))
            return printable(hideSecrets(found), 120);
    }
    return undefined;
}

;// CONCATENATED MODULE: ./lib/doctor/evidence/evidence.js




const LOG_LIMIT = 1024 ** 3;
function logFile(path) {
    if (path === '-')
        return { name: 'standard input', from: 'stdin', text: process.stdin };
    return { name: path, from: 'file', text: piecesOf(path) };
}
async function* piecesOf(path) {
    yield* openLogFile(path);
}
function openLogFile(path) {
    const fd = openToRead(path);
    const stream = (0,external_node_fs_.createReadStream)('', { fd, end: LOG_LIMIT - 1 });
    if ((0,external_node_fs_.fstatSync)(fd).size <= LOG_LIMIT)
        return stream;
    stream.destroy();
    throw new Error('it has more than 1 GiB: give its end alone');
}
async function readLogs(sources) {
    const read = [];
    const unreadable = [];
    for (const evidence of sources) {
        const reading = openLog();
        try {
            for await (const piece of evidence.text)
                reading.feed(piece);
            const { error } = evidence.step ?? {};
            if (error !== undefined)
                reading.feed(`\n${error}\n`);
            read.push({ evidence, log: reading.report() });
        }
        catch (thrown) {
            const { name, from } = evidence;
            unreadable.push({ name, from, reason: errnoOf(thrown) ?? reasonOf(thrown) });
        }
    }
    return { read, unreadable };
}

;// CONCATENATED MODULE: ./lib/doctor/evidence/build-record.js




const build_record_ANSWER_LIMIT_MS = 10_000;
const build_record_LOG_LIMIT = 16 * 1024 * 1024;
const LOOK_LIMIT = 8;
const LOG_COUNT_LIMIT = 4;
const OLDEST_BUILDX = '0.21.0';
async function gatherBuilds(host, engine, facts, since) {
    const docker = host.which('docker') ?? '';
    const hindrance = hindranceOf(engine);
    if (hindrance !== undefined)
        return { evidence: [], notes: [`the engine's record of builds was not read: ${hindrance}`] };
    const ask = (...args) => host.run({
        file: docker,
        args: ['buildx', 'history', ...args],
        timeoutMs: build_record_ANSWER_LIMIT_MS,
        maxBytes: build_record_LOG_LIMIT,
    });
    const { records, notes } = await listRecords(ask, engine.builders);
    const failures = await findFailures(ask, records.filter(({ ended }) => ended >= since));
    const evidence = failures.map((seen) => evidenceOf(ask, seen, engine, facts));
    const time = new Date(since).toISOString().replace(/^(.*)T(..:..).*/, '$1 $2 UTC');
    const none = `the engine has no record of a failed build since ${time}`;
    return { evidence, notes: evidence.length + notes.length === 0 ? [none] : notes };
}
async function listRecords(ask, builders) {
    const running = new Map(builders.filter((one) => one.running).map((one) => [one.name, one]));
    const answers = [...running.values()].map(async (builder) => {
        const answer = await ask('ls', '--builder', builder.name, '--format', 'json');
        if (answer.code === 0)
            return { records: parseRecords(answer.stdout, builder) };
        return {
            note: `the builder ${printable(builder.name, 60)} shows no record of builds: ${saidBy(answer)}`,
        };
    });
    const lists = await Promise.all(answers);
    return {
        records: lists.flatMap(({ records = [] }) => records),
        notes: lists.flatMap(({ note = [] }) => note),
    };
}
async function findFailures(ask, records) {
    const failed = new Set(records.filter((record) => record.failed).map(({ name }) => name));
    const looked = records
        .filter(({ name }) => failed.has(name))
        .sort((a, b) => b.ended - a.ended)
        .slice(0, LOOK_LIMIT);
    const inspected = looked.map(async (record) => {
        const answer = await ask('inspect', record.id, '--builder', record.builder.name, '--format', 'json');
        return { record, ...parseInspection(answer.stdout) };
    });
    const latest = new Map();
    for (const seen of await Promise.all(inspected)) {
        const key = JSON.stringify([seen.record.name, seen.platforms, seen.target]);
        if (!latest.has(key))
            latest.set(key, seen);
    }
    return ([...latest.values()]
        .filter(({ record }) => record.failed)
        .sort((a, b) => Number(a.canceled ?? false) - Number(b.canceled ?? false))
        .slice(0, LOG_COUNT_LIMIT));
}
function evidenceOf(ask, seen, engine, facts) {
    const { record, platforms = [], step, source = '' } = seen;
    const here = isHere(record.builder, engine, facts);
    const machine = here === true ? facts.architecture : undefined;
    const name = `build of ${printable(hideSecrets(record.name), 100)}`;
    const own = step !== undefined && platforms.length === 0 && machine !== undefined;
    return {
        name: platforms.length === 0 ? name : `${name} (${platforms.join(', ')})`,
        from: 'engine',
        here,
        machine,
        platform: own ? `linux/${machine}` : platforms.length === 1 ? platforms[0] : undefined,
        step,
        text: readLog(ask, record, source),
    };
}
function hindranceOf({ client, server, silence, buildx, builders }) {
    if (!client)
        return 'there is no docker here';
    if (buildx === undefined)
        return 'docker has no buildx here';
    if (server === undefined)
        return silence ?? 'the engine does not answer';
    if (!atLeast(buildx, OLDEST_BUILDX))
        return `buildx ${buildx} cannot show it (${OLDEST_BUILDX} can)`;
    return builders.some(({ running }) => running) ? undefined : 'no builder runs';
}
function isHere(builder, { remote, server }, facts) {
    if (remote !== undefined || builder.elsewhere)
        return false;
    return server?.kernel ? server.kernel === facts.kernel.release : undefined;
}
async function* readLog(ask, { id, builder }, source) {
    const answer = await ask('logs', id, '--builder', builder.name, '--progress', 'plain');
    if (answer.code !== 0)
        throw new Error(saidBy(answer));
    yield answer.stderr;
    yield `\n${source}\n`;
}
function saidBy({ timedOut, stderr, stdout }) {
    if (timedOut)
        return `no answer within ${build_record_ANSWER_LIMIT_MS / 1000} s`;
    return printable(stderr.split('\n').find((line) => line.trim() !== '') ?? stdout, 160);
}
function parseRecords(text, builder) {
    return text.split('\n').flatMap((line) => {
        const { ref, name, status, completed_at: completed } = parseObject(line) ?? {};
        const ended = typeof completed === 'string' ? Date.parse(completed) : Number.NaN;
        const id = typeof ref === 'string' ? ref.slice(ref.lastIndexOf('/') + 1) : '';
        if (!/^\w+$/.test(id) || typeof name !== 'string' || Number.isNaN(ended))
            return [];
        return { builder, id, name, failed: status === 'Error', ended };
    });
}
function parseInspection(text) {
    const record = parseObject(text);
    if (record === undefined)
        return undefined;
    const { Platform: platforms, Target: target } = record;
    const { Name: name, Message: message, Sources: source } = isObject(record.Error) ? record.Error : {};
    const error = typeof message === 'string' ? message : undefined;
    const [, command, exit] = /^process "(.*)" did not complete successfully: exit code: (\d+)/s.exec(error ?? '') ?? [];
    return {
        platforms: Array.isArray(platforms) ? platforms.map(String) : [],
        target: typeof target === 'string' ? target : '',
        canceled: record.Status === 'canceled',
        step: {
            name: typeof name === 'string' ? name : undefined,
            command,
            exit: exit === undefined ? undefined : Number(exit),
            error,
        },
        source: typeof source === 'string' ? Buffer.from(source, 'base64').toString() : '',
    };
}

;// CONCATENATED MODULE: ./lib/doctor/evidence/job-log.js






const job_log_ANSWER_LIMIT_MS = 90_000;
const LONGEST_PAUSE_MS = 60_000;
const PAUSE_MS = 2_000;
const job_log_TRIES = 4;
const LOG_LIMIT_MS = 120_000;
const PAGE_SIZE = 100;
const PAGE_LIMIT = 20;
const PAGE_BYTES = 8 * 1024 * 1024;
const job_log_LOG_COUNT_LIMIT = 256;
const NEEDS = 'it needs `permissions: actions: read` and the input github-token';
async function gatherJobs(host, token, registryConfig) {
    const { GITHUB_API_URL: base, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: run, GITHUB_RUN_ATTEMPT: attempt, } = host.env;
    const none = (why) => ({ evidence: [], notes: [`no logs of jobs were read: ${why}`] });
    if (!base || !repository || !run || !attempt)
        return none('this is no job of GitHub Actions');
    if (!URL.canParse(base) || !isAllowed(new URL(base)))
        return none('the address of the API is not one by https');
    if (token === '')
        return none(NEEDS);
    rememberSecret(token);
    const api = {
        http: openHttp({ host, machine: registryConfig }),
        base: `${base.replace(/\/+$/, '')}/repos/${repository}/actions`,
        token,
    };
    const jobs = await listJobs(api, `runs/${run}/attempts/${attempt}`);
    if ('failure' in jobs) {
        const refused = [401, 403, 404].includes(jobs.status ?? 0) ? `; ${NEEDS}` : '';
        return none(`${printable(jobs.failure, 200)}${refused}`);
    }
    const failed = jobs.filter(({ conclusion }) => ['failure', 'timed_out'].includes(conclusion));
    const blamed = failed.length > 0 ? failed : jobs.filter(({ conclusion }) => conclusion === 'cancelled');
    const evidence = blamed
        .slice(0, job_log_LOG_COUNT_LIMIT)
        .map((job) => job_log_evidenceOf(api, job, host.env.RUNNER_NAME ?? ''));
    const beyond = blamed.length - evidence.length;
    if (blamed.length === 0)
        return { evidence, notes: ['no job of this run has failed'] };
    return { evidence, notes: beyond > 0 ? [`the logs of ${beyond} further jobs were not read`] : [] };
}
function job_log_evidenceOf(api, job, runner) {
    return {
        name: printable(job.name, 120),
        from: 'job',
        here: job.runner === runner ? undefined : false,
        machine: machineOf(job.labels),
        platform: platformIn(job.name),
        step: { name: job.failedStep },
        text: job_log_readLog(api, job),
    };
}
function platformIn(name) {
    const words = name.match(/(?<![\w/.-])linux\/\w+(?:\/v\d+)?(?![\w/])/g) ?? [];
    const platforms = words.flatMap((word) => {
        const platform = parsePlatform(word);
        return 'unknown' in platform ? [] : [formatPlatform(platform)];
    });
    return new Set(platforms).size === 1 ? platforms[0] : undefined;
}
function machineOf(labels) {
    const is = (pattern) => labels.some((label) => pattern.test(label));
    if (is(/^(?:arm64|ubuntu-[\d.]+-arm|windows-11-arm)$/i))
        return 'arm64';
    return is(/^(?:x64|ubuntu-(?:latest|[\d.]+)|windows-(?:latest|20\d\d))$/i) ? 'amd64' : undefined;
}
async function* job_log_readLog(api, { id }) {
    const answer = await job_log_ask(api, `jobs/${id}/logs`, [404]);
    if ('failure' in answer)
        throw new Error(answer.failure);
    const late = () => answer.body.destroy(new Error('the time limit was reached'));
    const timer = setTimeout(late, LOG_LIMIT_MS);
    try {
        yield* answer.body;
    }
    finally {
        clearTimeout(timer);
    }
}
async function listJobs(api, attempt) {
    const jobs = [];
    for (let page = 1; page <= PAGE_LIMIT; page += 1) {
        const answer = await job_log_ask(api, `${attempt}/jobs?per_page=${PAGE_SIZE}&page=${page}`);
        if ('failure' in answer)
            return answer;
        const bytes = await readWhole(answer, PAGE_BYTES, performance.now() + job_log_ANSWER_LIMIT_MS);
        if ('failure' in bytes)
            return bytes;
        const listed = parseObject(bytes.toString())?.jobs;
        if (!Array.isArray(listed))
            return { failure: 'the API gave no list of jobs', passing: false };
        jobs.push(...listed.flatMap(readJob));
        if (listed.length < PAGE_SIZE)
            break;
    }
    return jobs;
}
function readJob(job) {
    if (!isObject(job) || typeof job.id !== 'number' || typeof job.name !== 'string')
        return [];
    const steps = Array.isArray(job.steps) ? job.steps.filter(isObject) : [];
    const failed = steps.find(({ conclusion }) => conclusion === 'failure') ?? {};
    return {
        id: job.id,
        name: job.name,
        conclusion: String(job.conclusion),
        failedStep: typeof failed.name === 'string' ? failed.name : undefined,
        runner: typeof job.runner_name === 'string' ? job.runner_name : undefined,
        labels: Array.isArray(job.labels) ? job.labels.map(String) : [],
    };
}
async function job_log_ask({ http, base, token }, path, later = []) {
    const deadline = performance.now() + job_log_ANSWER_LIMIT_MS;
    const headers = {
        authorization: `Bearer ${token}`,
        accept: 'application/vnd.github+json',
        'x-github-api-version': '2022-11-28',
    };
    for (let tries = 1;; tries += 1) {
        const answer = await http.send({ url: new URL(`${base}/${path}`), headers }, deadline);
        if ('status' in answer && answer.status === 200 && 'body' in answer)
            return answer;
        const failure = 'failure' in answer ? answer : job_log_refusal(answer);
        const passing = failure.passing || later.includes(failure.status ?? 0);
        const pause = failure.waitMs ?? PAUSE_MS;
        const beyond = pause > LONGEST_PAUSE_MS || performance.now() + pause > deadline;
        if (!passing || tries === job_log_TRIES || beyond)
            return failure;
        await (0,promises_namespaceObject.setTimeout)(pause);
    }
}
function job_log_refusal(answer) {
    answer.body.destroy();
    const failure = statusFailure(answer, answer.url.host);
    const { 'x-ratelimit-remaining': left, 'x-ratelimit-reset': reset } = answer.headers;
    const spent = left === '0' && typeof reset === 'string';
    const waitMs = failure.waitMs ?? (spent ? Math.max(0, Number(reset) * 1000 - Date.now()) : undefined);
    const limited = [403, 429].includes(answer.status) && waitMs !== undefined;
    if (!limited)
        return failure;
    const wait = `no more requests are allowed for ${Math.ceil(waitMs / 1000)} s`;
    return { ...failure, failure: `${failure.failure}: ${wait}`, passing: true, waitMs };
}

;// CONCATENATED MODULE: ./lib/doctor/evidence/sources.js





const JOB_LIMIT_MS = 6 * 3_600_000;
const sources_FILE_LIMIT = 64;
async function gatherEvidence(host, options) {
    const { sources, token, engine, facts } = options;
    const gathered = await Promise.all(sources.map(async (source) => {
        if (source === 'none')
            return { evidence: [], notes: [] };
        if (source === 'engine')
            return gatherBuilds(host, await engine, facts, jobBegin(host, options.runner, Date.now()));
        if (source === 'jobs')
            return gatherJobs(host, token || (host.env.GITHUB_TOKEN ?? ''), options.registryConfig);
        const paths = source === '-' ? [source] : filesOf(host, source);
        const notes = paths.length === 0 ? [`no file is named ${source}`] : [];
        const beyond = paths.length - sources_FILE_LIMIT;
        if (beyond > 0)
            notes.push(`${beyond} further files of ${source} were not read`);
        return { evidence: paths.slice(0, sources_FILE_LIMIT).map(logFile), notes };
    }));
    return {
        evidence: gathered.flatMap(({ evidence }) => evidence),
        notes: gathered.flatMap(({ notes }) => notes),
    };
}
function jobBegin(host, runner, now) {
    const told = Date.parse(host.env.CI_JOB_STARTED_AT ?? '');
    if (!Number.isNaN(told))
        return told;
    const [started, up] = [read_startOf(host, runner), uptime(host)];
    const known = host.env.GITHUB_ACTIONS === 'true' && started !== undefined && up > 0;
    return now - (known ? up * 1000 - Number(started) * 10 : JOB_LIMIT_MS);
}
function filesOf(host, pattern) {
    if (!/[*?]/.test(pattern))
        return [pattern];
    const [first = '', ...parts] = pattern.split(external_node_path_.sep);
    return (first === '' ? below(host, '/', parts) : below(host, '', [first, ...parts])).sort();
}
function below(host, folder, [part = '', ...rest]) {
    const inside = (name) => `${folder}${name}`;
    const last = rest.length === 0;
    if (part === '**') {
        const folders = namesIn(host, folder || '.')
            .map(inside)
            .filter((path) => host.stat(path, false)?.kind === 'folder');
        const deeper = folders.flatMap((path) => below(host, `${path}/`, ['**', ...rest]));
        return [...below(host, folder, last ? ['*'] : rest), ...deeper];
    }
    const found = /[*?]/.test(part)
        ? namesIn(host, folder || '.')
            .filter(matcher(part))
            .map(inside)
        : [inside(part)];
    return last
        ? found.filter((path) => host.stat(path)?.kind === 'file')
        : found
            .filter((path) => host.stat(path)?.kind === 'folder')
            .flatMap((path) => below(host, `${path}/`, rest));
}
function matcher(part) {
    const source = part
        .replace(/[.+^${}()|[\]\\]/g, '\\$&')
        .replaceAll('*', '.*')
        .replaceAll('?', '.');
    const whole = new RegExp(`^${source}$`, 's');
    return (name) => whole.test(name) && (part.startsWith('.') || !name.startsWith('.'));
}

;// CONCATENATED MODULE: ./lib/doctor/network.js









const network_ANSWER_LIMIT_MS = 10_000;
async function examineNetwork(host, question) {
    const { image, mirrors, registryConfig } = question;
    const troubles = new Set();
    const tell = (trouble) => troubles.add(trouble);
    const places = [];
    for (const proxy of listProxies(host, registryConfig, tell)) {
        if ('problem' in proxy)
            tell(proxy.problem);
        else
            places.push(await askProxy(proxy));
    }
    const isHere = image.local !== undefined;
    const { endpoints, blocked } = isHere
        ? { endpoints: [] }
        : await findEndpoints(host, image, mirrors, registryConfig, tell);
    if (blocked !== undefined)
        tell(`${blocked} blocks ${image.registry}/${image.repository}`);
    const at = (each) => new URL(registryOrigin(each.reference)).host;
    const http = openHttp({
        ...{ host, machine: registryConfig },
        trust: (url) => trustOf(endpoints.filter((each) => at(each) === url.host)),
    });
    for (const endpoint of endpoints)
        places.push(await askRegistry(http, endpoint, image));
    http.close();
    return { places, troubles: [...troubles] };
}
async function askRegistry(http, { reference, from }, image) {
    const started = performance.now();
    const ask = (insecure) => http.send({ url: new URL(`${registryOrigin({ ...reference, insecure })}/v2/`), headers: {} }, started + network_ANSWER_LIMIT_MS);
    let answer = await ask(reference.insecure);
    if ('failure' in answer && reference.insecure === 'any')
        answer = await ask('plain');
    const isOwn = reference.registry === image.registry && reference.repository === image.repository;
    const place = {
        kind: isOwn ? 'registry' : 'mirror',
        name: reference.registry,
        from,
        ms: Math.round(performance.now() - started),
    };
    if ('failure' in answer) {
        const code = errnoOf(answer.cause);
        const said = printable(code === undefined ? answer.failure : `${code}: ${answer.failure}`, 200);
        return { ...place, reached: false, answer: said, remedy: remedyFor([answer]) };
    }
    answer.body.destroy();
    const { status } = answer;
    const word = status === 401 ? '401, asks for a login' : String(status);
    const reached = status < 500 && status !== 402 && status !== 403;
    const remedy = reached ? undefined : remedyFor([{ failure: '', status, host: reference.registry }]);
    return { ...place, reached, answer: word, remedy };
}
function askProxy({ url, name, from }) {
    const started = performance.now();
    const standard = url.protocol === 'https:' ? 443 : url.protocol === 'http:' ? 80 : 1080;
    const place = { kind: 'proxy', name, from };
    return new Promise((resolve) => {
        const socket = (0,external_node_net_.connect)({
            host: url.hostname.replace(/^\[|\]$/g, ''),
            port: Number(url.port) || standard,
        });
        const end = (reached, answer) => {
            clearTimeout(timer);
            socket.destroy();
            const ms = Math.round(performance.now() - started);
            resolve({ ...place, ms, reached, answer, remedy: reached ? undefined : `Correct or unset ${from}` });
        };
        const timer = setTimeout(() => end(false, 'does not answer'), network_ANSWER_LIMIT_MS);
        socket.once('connect', () => end(true, 'connects'));
        socket.once('error', (thrown) => end(false, errnoOf(thrown) ?? reasonOf(thrown)));
    });
}

;// CONCATENATED MODULE: ./lib/doctor/examine.js






const VERSION_LIMIT_MS = 3_000;
const ELF_BYTES = 4096;
async function examine(host, facts, options) {
    const [interpreters, engine, network] = await Promise.all([
        examineInterpreters(host, facts),
        options.engine,
        options.network === undefined ? undefined : examineNetwork(host, options.network),
    ]);
    return {
        job: examineJob(host),
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
function examineJob(host) {
    const { GITHUB_WORKFLOW_REF: ref = '', GITHUB_WORKSPACE: checkout, GITHUB_JOB: job = '' } = host.env;
    const file = /^[\w.-]+\/[\w.-]+\/(\.github\/workflows\/[\w.-]+\.ya?ml)@/.exec(ref)?.[1];
    if (file === undefined || checkout === undefined || !/^[\w-]+$/.test(job))
        return undefined;
    const text = textOr(host, `${checkout}/${file}`, '');
    return text === '' ? undefined : { file, uses: parseJobUses(text, job) };
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
        return { state: 'file', kind: 'elf', elf, version: await examine_askVersion(host, path) };
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
async function examine_askVersion(host, path) {
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

;// CONCATENATED MODULE: ./lib/doctor/log/placing.js


function placing_platformOf(log, { steps, near }, machine, asked, recorded) {
    const step = steps.find(({ platform, state }) => platform !== undefined && state !== 'done');
    if (step?.platform !== undefined)
        return [step.platform, 'label'];
    const stage = log.stage ?? '';
    if (/^\$\{?BUILDPLATFORM/.test(stage))
        return machine === undefined ? [undefined, 'mention'] : [`linux/${machine}`, 'label'];
    const fixed = parsePlatform(stage);
    if (!('unknown' in fixed))
        return [formatPlatform(fixed), 'label'];
    if (recorded !== undefined)
        return [recorded, /^(?:$|\$\{?TARGETPLATFORM)/.test(stage) ? 'label' : 'option'];
    const sure = log.platforms.filter(({ by }) => by !== 'name' && by !== 'mention');
    const likely = machine ?? 'amd64';
    const surest = sure.filter(({ by }) => by === sure[0]?.by);
    const named = surest.find(({ platform, by }) => by === 'option' && platform === near) ??
        surest.find(({ platform }) => archOf(platform) !== likely) ??
        surest[0];
    const question = asked.length === 1 ? asked[0] : undefined;
    if (named !== undefined)
        return [named.platform, named.by];
    if (question !== undefined)
        return [question, 'option'];
    const [weak] = log.platforms.filter(({ platform }) => archOf(platform) !== machine);
    const same = log.platforms.filter(({ platform, by }) => archOf(platform) !== machine && by === weak?.by && archOf(platform) !== archOf(weak.platform));
    return weak === undefined || same.length > 0 ? [undefined, 'mention'] : [weak.platform, weak.by];
}
function isForeign(platform, by, machine, sure, { archs = [] }) {
    const arch = archOf(platform);
    if (arch === machine)
        return sure || by === 'label' ? false : undefined;
    if (mayRunNatively(machine, arch)) {
        const verdict = archs.find((one) => one.arch === arch)?.verdict;
        if (verdict === 'native' || arch === '386')
            return false;
        return verdict === undefined ? undefined : true;
    }
    if (by === 'mention' || by === 'name')
        return undefined;
    if (machine === undefined && by !== 'option' && arch === 'amd64')
        return undefined;
    return true;
}

;// CONCATENATED MODULE: ./lib/doctor/log/diagnose.js








function diagnoseLog(log, facts = {}, origin = {}) {
    const seen = log.matches.flatMap((match) => {
        const kind = allKinds().find(({ id }) => id === match.id);
        const view = viewOf(log, match, facts, origin);
        const passed = isPast(match, log) || (kind.bearing === 'elsewhere' && isWarned(match, log));
        return passed || kind.applies?.(view) === false ? [] : [{ kind, match, view }];
    });
    const explained = new Set(seen.flatMap(({ kind }) => kind.explains ?? []));
    const ranked = seen
        .filter(({ kind }) => !explained.has(kind.id) && kind.bearing !== 'clue')
        .map(({ kind, match, view }) => ({ kind, match, view, diagnosis: diagnose(kind, view) }))
        .sort((a, b) => compare(weigh(a, log), weigh(b, log)));
    const [lead] = ranked;
    const diagnoses = ranked
        .filter(({ kind }) => kind.bearing !== 'note' || lead?.diagnosis.standing !== 'not-emulation')
        .filter(({ kind }) => kind.id !== ONLY_FAILED || lead?.kind.bearing === 'note')
        .map(({ kind, diagnosis }) => (kind.id === ONLY_FAILED ? { ...diagnosis, evidence: [] } : diagnosis));
    if (lead !== undefined && lead.kind.bearing !== 'note')
        return { ...answerOf(lead.diagnosis), diagnoses, lookAt: [], step: diagnose_stepOf(log) };
    const view = viewOf(log, { id: '', count: 0, evidence: [], last: 0, steps: [] }, facts, origin);
    return { ...answerWithout(log, view), diagnoses, step: diagnose_stepOf(log) };
}
function diagnose_stepOf({ failed }) {
    const command = failed?.command.replace(/:$/, '') ?? '';
    return command === '' ? undefined : printable(hideSecrets(command), 200);
}
function diagnoseAll(read, facts) {
    const logs = read.map(({ evidence, log }) => ({
        name: evidence.name,
        from: evidence.from,
        here: evidence.here,
        ...diagnoseLog(log, facts, evidence),
    }));
    const [first] = [...logs].sort((a, b) => TELLING.indexOf(a.verdict) - TELLING.indexOf(b.verdict));
    if (first === undefined)
        return undefined;
    const { name: _name, from: _from, here: _here, ...answer } = first;
    return { ...answer, headline: diagnose_headlineOf(first, logs), logs };
}
function diagnose_headlineOf(first, logs) {
    if (logs.length === 1)
        return first.headline;
    const blamed = logs.filter(({ verdict }) => verdict === 'emulation').map(({ name }) => name);
    if (blamed.length === 0)
        return `${first.name}: ${first.headline}`;
    return `${blamed.length} of ${logs.length} failures come from emulation, surely or most likely: ${listed(blamed)}.`;
}
const TELLING = ['emulation', 'not-emulation', 'unknown', 'nothing-failed'];
function isPast({ steps }, log) {
    return log.failed !== undefined && steps.length > 0 && steps.every(({ state }) => state === 'done');
}
function isWarned({ evidence, steps }, { failed }) {
    const inside = steps.some(({ state }) => state === 'failed');
    return failed !== undefined && !inside && evidence.every(({ text }) => /^warn(?:ing)?\b/i.test(text));
}
const RANKS = ['cause', 'symptom', 'echo'];
const STANDINGS = ['emulation', 'unknown', 'not-emulation'];
const REACH = 100;
function isFarBack({ last }, { failed, errors }) {
    return failed === undefined && (errors.at(-1)?.line ?? 0) - last > REACH;
}
function weigh({ kind, match, diagnosis }, log) {
    return [
        Number(kind.bearing === 'note'),
        RANKS.indexOf(kind.rank ?? 'symptom'),
        Number(log.failed !== undefined && !match.steps.some(({ state }) => state === 'failed')),
        Number(isFarBack(match, log)),
        STANDINGS.indexOf(diagnosis.standing),
        Number(!diagnosis.causes[0].supported),
        match.evidence[0].line,
    ];
}
function compare(a, b) {
    const differences = a.map((value, index) => value - b[index]);
    return differences.find((difference) => difference !== 0) ?? 0;
}
function viewOf(told, match, facts, origin) {
    const log = { ...told, machine: told.machine ?? origin.machine };
    const elsewhere = origin.here === false ||
        (log.machine !== undefined && facts.hostArch !== undefined && log.machine !== facts.hostArch);
    const asked = facts.asked ?? [];
    const host = elsewhere ? {} : facts;
    const machine = log.machine ?? host.hostArch;
    const [platform, by] = placing_platformOf(log, match, machine, asked, origin.platform);
    const sure = log.machine !== undefined || origin.here === true;
    return {
        log,
        match,
        host,
        platform,
        machine,
        here: origin.here,
        foreign: platform === undefined ? undefined : isForeign(platform, by, machine, sure, host),
    };
}
function diagnose(kind, view) {
    const { id, title, explains = [], sources = '' } = kind;
    const causes = rankCauses(kind, view);
    return {
        id,
        title,
        standing: standingOf(kind, view, causes[0]),
        platform: view.platform,
        count: view.match.count,
        evidence: view.match.evidence,
        causes,
        alsoSeen: explains.filter((other) => view.log.matches.some((match) => match.id === other)),
        link: `docs/troubleshooting.md#${id}`,
        sources: linksOf(sources),
    };
}
function standingOf({ bearing = 'emulation', rank }, view, first) {
    const where = emulatedOrForeign(view);
    if (bearing === 'elsewhere')
        return rank === 'echo' && where !== false ? 'unknown' : 'not-emulation';
    if (bearing === 'note')
        return 'unknown';
    if (bearing === 'foreign' && where === undefined && !first.supported)
        return 'unknown';
    if (first.elsewhere || (bearing === 'foreign' && where === false))
        return 'not-emulation';
    return 'emulation';
}
function rankCauses(kind, view) {
    const judged = kind.causes.map((cause) => {
        const support = supportOf(cause, view) ?? cause.shown;
        const rank = cause.leading ? 0 : support === true ? (cause.specific ? 1 : 2) : 3;
        return { cause, support, rank };
    });
    const possible = judged.filter(({ support }) => support !== false);
    const ranked = (possible.length > 0 ? possible : judged)
        .sort((a, b) => a.rank - b.rank)
        .map(({ cause: { text, remedy, elsewhere = false, commands = [], finding }, support }) => ({
        text: diagnose_fill(text, view, diagnose_WORDS),
        supported: support === true,
        elsewhere,
        remedy: diagnose_fill(remedy, view, diagnose_WORDS),
        commands: commands
            .map((command) => diagnose_fill(command, view, HOLES))
            .filter((line) => !line.endsWith(NO_RUNNER)),
        finding: support === true ? finding : undefined,
    }));
    const [first, ...others] = ranked;
    return [first, ...others];
}
function supportOf({ when }, view) {
    const support = when?.(view);
    return support === false && view.here !== true ? when?.({ ...view, host: {} }) : support;
}
const diagnose_WORDS = {
    platform: 'its platform',
    machine: 'this machine',
    program: 'the program',
    entry: 'the entry',
    runner: 'a runner of its own',
};
const RUNNERS = new Map([
    ['amd64', 'ubuntu-24.04'],
    ['arm64', 'ubuntu-24.04-arm'],
]);
const NO_RUNNER = 'RUNNER';
const HOLES = {
    platform: 'PLATFORM',
    machine: 'MACHINE',
    program: 'THE_PROGRAM',
    entry: 'ENTRY',
    runner: NO_RUNNER,
};
function diagnose_fill(text, { platform, machine, match, host }, unknown) {
    const arch = platform === undefined ? undefined : archOf(platform);
    const target = arch === undefined ? undefined : targetOf(arch);
    const known = {
        platform,
        machine,
        program: match.program,
        runner: RUNNERS.get(arch ?? ''),
        entry: host.archs?.find((one) => (arch === undefined ? one.enabled === false : one.arch === arch))?.entry ??
            (target && qemuName(target)),
    };
    const filled = text
        .replace(/ setup \{platform\}/, platform === undefined ? ' setup' : ` setup ${platform}`)
        .replace(/ \(\{(\w+)\}\)/g, (whole, name) => known[name] === undefined ? '' : whole);
    return filled.replace(/\{(\w+)\}/g, (_, name) => known[name] ?? unknown[name]);
}
function answerOf({ standing, title, causes, platform, }) {
    const [{ supported, remedy }] = causes;
    const where = platform === undefined || standing === 'not-emulation' ? '' : ` (${platform})`;
    const lead = {
        emulation: supported
            ? 'This failure comes from emulation'
            : 'This failure most likely comes from emulation',
        unknown: 'Whether this failure comes from emulation is not known',
        'not-emulation': 'This failure does not come from emulation',
    };
    return { verdict: standing, headline: `${lead[standing]}${where}: ${sentence(title)}`, next: remedy };
}
const LOOK = 'Look at the first error in the log: what follows is often only its echo';
function answerWithout(log, { platform, foreign, machine }) {
    if (log.lines === 0) {
        const next = 'See whether the build ran at all, and whether its output was written to this log';
        return { verdict: 'nothing-failed', headline: 'The log is empty.', next, lookAt: [] };
    }
    if (log.errors.length === 0 && log.failed === undefined) {
        return {
            verdict: 'nothing-failed',
            headline: 'Nothing in this log failed.',
            next: 'See whether this is the log of the step that failed',
            lookAt: [],
        };
    }
    const lookAt = log.errors;
    if (log.failed?.platform !== undefined && foreign === false) {
        const headline = `This failure does not come from emulation: the step that failed ran on the machine’s own platform (${platform}), and is no kind known here.`;
        return { verdict: 'not-emulation', headline, next: LOOK, lookAt };
    }
    if (platform !== undefined && (foreign ?? archOf(platform) !== (machine ?? 'amd64'))) {
        const headline = `Whether this failure comes from emulation is not known: ${platform} plays a part here, so that an emulator may; what failed is no kind that this program knows.`;
        const next = `Look at the last errors of the log, and run the same step natively: on a runner for ${platform}, or in a stage FROM --platform=$BUILDPLATFORM`;
        return { verdict: 'unknown', headline, next, lookAt };
    }
    const headline = 'This log shows no other platform, and what failed is no kind that this program knows.';
    return { verdict: 'unknown', headline, next: LOOK, lookAt };
}
function blamedPlatforms(log, hostArch, origin = {}) {
    const { verdict, diagnoses } = diagnoseLog(log, { hostArch }, origin);
    if (verdict !== 'emulation')
        return [];
    const named = diagnoses.slice(0, 1).flatMap(({ platform: text }) => {
        const platform = text === undefined ? undefined : parsePlatform(text);
        return platform === undefined || 'unknown' in platform || platform.arch === hostArch ? [] : [platform];
    });
    return [...new Map(named.map((platform) => [formatPlatform(platform), platform])).values()];
}

;// CONCATENATED MODULE: ./lib/doctor/log/facts.js



const NOT_MOUNTED = ['not-loaded', 'autofs', 'not-mounted'];
const NOT_SUPPORTED = ['unsupported', 'module-missing'];
function logFacts(context, results) {
    const { facts, doctor } = context;
    const { state } = facts.table;
    const stale = results.find(({ id }) => id === 'SB053')?.state ?? 'skipped';
    const hidden = state === 'masked';
    return {
        kernel: facts.kernel.release,
        hostArch: facts.architecture,
        supported: hidden ? undefined : !NOT_SUPPORTED.includes(state),
        mounted: hidden ? undefined : ![...NOT_MOUNTED, ...NOT_SUPPORTED].includes(state),
        tableOff: state === 'disabled' || undefined,
        archs: hidden || context.verdicts === undefined ? undefined : archFacts(context),
        docker: doctor?.engine.client,
        remoteEngine: doctor && doctor.engine.remote !== undefined,
        rootless: doctor?.engine.server?.rootless,
        contained: facts.container !== undefined || facts.userNamespace,
        staleBuilder: stale === 'skipped' ? undefined : stale === 'found',
    };
}
function archFacts(context) {
    return claimsOf(context).map(({ target: { arch, qemu }, verdict, claiming, answering }) => {
        const entry = answering ?? claiming[0];
        const word = wordOf(verdict);
        const misnamed = context.facts.table.entries.some(({ name }) => name === `qemu-${qemu}`) || undefined;
        if (entry === undefined)
            return { arch, verdict: word, misnamed };
        const { flags, interpreter = '' } = entry;
        const file = context.doctor?.interpreters.get(interpreter);
        const elf = file?.elf;
        return {
            arch,
            verdict: word,
            entry: entry.name,
            enabled: entry.enabled,
            fixed: flags.includes('F'),
            credentials: flags.includes('C'),
            preserved: flags.includes('P'),
            interpreter: interpreterOf(file, context.facts.architecture),
            shifted: verdict.result === 'arguments' || undefined,
            qemuVersion: verdict.qemuVersion,
            linked: elf && (elf.type === ET_EXEC ? 'exec' : 'dyn'),
        };
    });
}
function interpreterOf(file, own) {
    if (file?.state === 'missing')
        return 'missing';
    if (file?.kind === 'script')
        return 'script';
    if (file?.elf === undefined || !file.elf.complete)
        return undefined;
    if (!isHostProgram(file.elf, own))
        return 'foreign';
    return file.elf.interpreter ? 'dynamic' : 'static';
}
function wordOf({ status, result }) {
    if (status === 'absent')
        return 'missing';
    if (status === 'outside-only')
        return result === 'works' ? 'emulated' : 'broken';
    return status;
}

;// CONCATENATED MODULE: ./lib/binfmt/persist.js


const PERSIST_ROOT = '/usr/local/lib/setup-binfmt';
const FRAGMENT_PATH = '/etc/binfmt.d/setup-binfmt.conf';
function persistentPath(sha256, qemu) {
    return `${PERSIST_ROOT}/${sha256.slice(0, 16)}/${qemuName({ qemu })}`;
}
function versionPath(handler) {
    return `${handler}.version`;
}
function originsPath(handler) {
    return `${handler}.origins`;
}
function originOf(binary) {
    return binary.split('/').slice(-4, -2).join('/');
}
function passingPath(folder, sha256, source, qemu) {
    return `${folder}/${persist_PASSING}/${sha256}/${originOf(source)}/${qemuName({ qemu })}`;
}
const persist_PASSING = 'setup-binfmt-passing';
const PASSING_PATH = new RegExp(`/${persist_PASSING}/([0-9a-f]{64})/([^/]+/[^/]+)/[^/]+$`);
function passingCopy(interpreter = '') {
    const [, sha256, origin] = PASSING_PATH.exec(interpreter) ?? [];
    return sha256 === undefined || origin === undefined ? undefined : { sha256, origin };
}
function isOwnHandler(interpreter, store) {
    return (isPersistent(interpreter) ||
        passingCopy(interpreter) !== undefined ||
        (interpreter?.startsWith(`${store}/`) ?? false));
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
    if (policy === 'repair' && answers !== undefined && verdict?.result === 'slow')
        return decided('keep', 'this machine is too slow to tell whether its handler works');
    const reason = works
        ? 'entries of others are to be replaced'
        : (verdict?.reason ?? 'nothing is known of it');
    return { ...decided('install', reason), replaces: replaceable(entries, target, owned) };
}
function replaceable(entries, target, owned) {
    const names = handlerNames(target);
    const claiming = claimants(entries, target).filter(({ enabled }) => enabled);
    return entries.filter((entry) => (owned(entry) && names.includes(entry.name)) ||
        (claiming.includes(entry) && isReplaceable(entry, target)));
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
    const everyQemu = entries.filter(isQemuEntry);
    const rest = entries.filter((entry) => !isQemuEntry(entry));
    const voided = new Map([...verdicts].map(([arch, verdict]) => {
        const gone = verdict.entry !== undefined && isQemuEntry(verdict.entry);
        const reason = 'every qemu-* entry is reset';
        return [arch, gone ? { ...verdict, status: 'absent', reason } : verdict];
    }));
    return decide(targets, voided, rest, policy, store).map((decision) => {
        if (decision.action !== 'install')
            return decision;
        const old = replaceable(everyQemu, decision.target, ({ name }) => name === qemuName(decision.target));
        return { ...decision, replaces: [...decision.replaces, ...old] };
    });
};
function reconsider(decisions, facts, asked, store) {
    const { entries } = facts.table;
    return decisions.map((decision) => {
        const own = ownAnswering(decision, entries, store);
        const names = handlerNames(decision.target);
        const left = own !== undefined && isPrivileged(facts) && !names.includes(own.name);
        const reason = left ? decide_LEFT : own && whyAnew(own, asked, isPrivileged(facts));
        if (reason === undefined)
            return decision;
        const owned = (entry) => isOwnHandler(entry.interpreter, store);
        const replaces = replaceable(entries, decision.target, owned).filter((entry) => asked.onConflict === 'replace' || owned(entry));
        return { ...decision, action: 'install', reason, replaces };
    });
}
const decide_LEFT = 'its entry is what a run that was killed has left';
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
function noteKept(decisions, verdicts, facts, asked, store, originsOf) {
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
            !asked.imageNamed && isFromElsewhere(originsOf(String(entry.interpreter)), asked)
                ? `the default image is ${formatImageReference(asked.image)}`
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
function noteNarrow(decisions, entries) {
    return decisions.flatMap(({ target, action }) => {
        const entry = action === 'keep' ? answering(entries, target) : undefined;
        const keptOut = entry === undefined ? [] : keptOutBy(entry, target);
        if (entry === undefined || keptOut.length === 0)
            return [];
        const what = listed(keptOut);
        return `${target.arch}: kept ${printable(entry.name, 60)}, whose mask keeps out ${what}: on-conflict replace takes it over`;
    });
}
function findKept(decisions, verdicts, { table: { entries } }, asked, store, originsOf) {
    if (!asked.imageNamed || asked.qemuFrom[0] !== 'image')
        return undefined;
    const kept = new Map();
    for (const decision of decisions.filter(({ action }) => action === 'keep')) {
        const { arch } = decision.target;
        const own = ownAnswering(decision, entries, store);
        const origins = own === undefined ? [] : originsOf(String(own.interpreter));
        if (origins.includes(originOfImage(asked.image) ?? ''))
            continue;
        const what = `QEMU ${verdicts.get(arch)?.qemuVersion ?? 'of a version that is not known'}`;
        const whose = own === undefined ? 'registered by somebody else' : `our own, ${wordOrigin(origins)}`;
        const words = `${what}, ${whose}`;
        kept.set(words, [...(kept.get(words) ?? []), arch]);
    }
    if (kept.size === 0)
        return undefined;
    const lines = [...kept].map(([words, archs]) => `${archs.join(', ')}: ${words}`);
    return { kind: 'kept', image: formatImageReference(asked.image), kept: lines.join('; ') };
}
function wordOrigin([origin = '']) {
    const [, source, identity] = /-([a-z]+)-([^/]{1,12})[^/]*$/.exec(origin) ?? [];
    return source === undefined ? 'and its source is not known' : `from ${source} ${identity}`;
}
function isFromElsewhere(origins, { image, qemuFrom }) {
    const wanted = originOfImage(image);
    return qemuFrom[0] === 'image' && wanted !== undefined && origins.length > 0 && !origins.includes(wanted);
}
function originOfImage({ digest }) {
    return digest === undefined ? undefined : `${STORE_TOOL}/${storeVersion('image', digest)}`;
}

;// CONCATENATED MODULE: ./lib/plan/plan.js


function isInstalled({ name, interpreter, flagChoices, sha256 }, target, entry) {
    const isCopy = passingCopy(entry.interpreter)?.sha256 === sha256;
    const places = [
        interpreter,
        persistentPath(sha256, target.qemu),
        ...(isCopy ? [String(entry.interpreter)] : []),
    ];
    return (entry.enabled &&
        places.some((place) => flagChoices.some((flags) => isRuleOf({ ...handlerRule(target, place, flags), name }, entry))));
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

;// CONCATENATED MODULE: ./lib/binfmt/table.js







function readPersisted(host) {
    return parseFragment(textOr(host, FRAGMENT_PATH, null));
}
const SYSTEMD_BINFMT = ['/usr/lib/systemd/systemd-binfmt', '/lib/systemd/systemd-binfmt'];
const FORMATS = '/var/lib/binfmts';
function isBinfmtSupportInCharge(host) {
    return (host.which('update-binfmts') !== undefined &&
        !SYSTEMD_BINFMT.some((path) => host.stat(path) !== undefined));
}
function observeFormats(host, names) {
    if (names.length === 0 || !isBinfmtSupportInCharge(host))
        return [];
    return names.flatMap((name) => {
        const owner = textOr(host, `${FORMATS}/${name}`, '').split('\n', 1).join('');
        return owner === '' || owner === 'setup-binfmt' ? [] : { name, owner };
    });
}
function keptVersion(host, interpreter) {
    const noted = isPersistent(interpreter) ? headText(host, versionPath(interpreter), 64).trim() : '';
    return isVersion(noted) ? noted : undefined;
}
function originsOf(host, interpreter) {
    if (!isPersistent(interpreter))
        return [passingCopy(interpreter)?.origin ?? originOf(interpreter)];
    return headText(host, originsPath(interpreter), 4096)
        .split('\n')
        .filter((line) => line !== '');
}
function observeRule(host, { interpreter, match }) {
    const stat = host.stat(interpreter);
    const executable = stat?.kind === 'file' && (stat.mode & 0o111) !== 0;
    return {
        exists: stat !== undefined,
        executable,
        header: executable ? headOf(host, interpreter, HEADER_BYTES) : new Uint8Array(),
        taken: match.kind === 'extension' ? findByEnding(host, `.${match.extension}`, interpreter) : undefined,
    };
}
const LIBRARIES = ['/usr/libexec', '/usr/lib', '/lib', '/lib64'];
function findByEnding(host, ending, interpreter) {
    const find = (folder, modes) => namesIn(host, folder)
        .filter((name) => name.endsWith(ending))
        .map((name) => `${folder}/${name}`)
        .find((path) => ((host.stat(path)?.mode ?? 0) & modes) !== 0);
    for (const folder of [...SYSTEM_FOLDERS, ...LIBRARIES]) {
        const program = find(folder, 0o111);
        if (program !== undefined)
            return program;
    }
    const below = LIBRARIES.flatMap((folder) => namesIn(host, folder).map((name) => `${folder}/${name}`));
    for (const folder of below) {
        const helper = find(folder, 0o6000);
        if (helper !== undefined)
            return helper;
    }
    return [interpreter, host.node].find((path) => path.endsWith(ending));
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
function tableIdentity(host, path) {
    if (mountAt(observeMounts(host), path)?.type === 'autofs')
        return undefined;
    const [folder, status] = [host.stat(path), host.stat(`${path}/status`)];
    return folder && status && `${folder.device} ${folder.modified} ${status.modified}`;
}
function isSameTable(one, other) {
    if (one === undefined || other === undefined)
        return true;
    const [left, right] = [one.split(' '), other.split(' ')];
    return left[0] === right[0] && (left[1] === right[1] || left[2] === right[2]);
}
function readEntry({ host, table }, name) {
    return orUndefined(() => parseEntry(name, host.readText(`${table}/${name}`)));
}
function readEntries(context) {
    const names = context.host.list(context.table).filter((name) => name !== 'register' && name !== 'status');
    return names.flatMap((name) => readEntry(context, name) ?? []);
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
            return typeof value.at === 'number' ? { kind: 'begin', at: value.at, ...readTable(value) } : undefined;
        case 'mount':
        case 'copy':
            return isPath(value.path) ? { kind: value.kind, path: value.path } : undefined;
        case 'remove':
        case 'off':
            return isName(value.name) ? { kind: value.kind, name: value.name } : undefined;
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
function readTable({ table }) {
    return typeof table === 'string' ? { table } : {};
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
function tableOf(record) {
    return record.flatMap((change) => (change.kind === 'begin' ? (change.table ?? []) : []))[0];
}
function nameOf(change) {
    if (change.kind === 'register')
        return change.rule.name;
    if (change.kind === 'put')
        return change.entry.name;
    return change.kind === 'remove' || change.kind === 'off' ? change.name : undefined;
}
function replacedIn(record) {
    if (!record.some(({ kind }) => kind === 'register'))
        return [];
    const gone = new Set(record.flatMap((change) => (change.kind === 'remove' ? change.name : [])));
    return record.flatMap((change) => {
        if (change.kind === 'write') {
            const after = change.after?.split('\n') ?? [];
            return change.before?.split('\n').filter((line) => !after.includes(line)) ?? [];
        }
        if (change.kind !== 'table')
            return [];
        return change.entries.flatMap(({ name, text }) => (gone.has(name) ? text : []));
    });
}
function splitRecord(record, waiting) {
    const isLeft = (change) => waiting.includes(nameOf(change) ?? '');
    const isGeneral = (change) => nameOf(change) === undefined && change.kind !== 'write' && change.kind !== 'copy';
    return {
        left: waiting.length === 0 ? [] : record.filter((change) => isLeft(change) || isGeneral(change)),
        undone: record.filter((change) => !isLeft(change)),
    };
}
const LEASE_ALONE_S = 6 * 3600;
const OVER_S = 600;
function parseLease(text) {
    const value = parseObject(text);
    if (value === undefined || !isRunId(value.run) || !Array.isArray(value.entries))
        return undefined;
    const { run, expires } = value;
    const { pid, started } = isObject(value.holder) ? value.holder : {};
    const holder = typeof pid === 'number' && typeof started === 'string' ? { pid, started } : undefined;
    const over = value.over === true ? { over: true } : {};
    const lease = { run, entries: value.entries.filter(isName), ...readTable(value), ...over };
    if (holder !== undefined)
        return { ...lease, holder };
    return typeof expires === 'number' ? { ...lease, expires } : undefined;
}
function isLive({ holder, expires = 0 }, uptime, startedNow) {
    return holder === undefined ? uptime < expires : holder.started === startedNow;
}
function entriesInUse(leases, except) {
    return new Set(leases.filter(({ run }) => run !== except).flatMap(({ entries }) => entries));
}

;// CONCATENATED MODULE: ./lib/journal/journal.js









const DIGESTS_FILE = 'digests.json';
const RECORD_LIMIT = 100;
const BEGIN_BYTES = 512;
const RECORD_BYTES = 1024 * 1024 * 1024;
function stateFolder(host) {
    const nested = isNestedNamespace(textOr(host, '/proc/self/uid_map', ''));
    return nested ? `${STATE_ROOT}/user-${host.stat('/proc/self/ns/user')?.inode ?? 0}` : STATE_ROOT;
}
function openState(host) {
    const folder = stateFolder(host);
    const objection = distrust(host, (0,external_node_path_.dirname)(STATE_ROOT));
    if (objection !== undefined)
        return { failure: `${STATE_ROOT} is not safe: ${objection}` };
    try {
        for (const path of new Set([STATE_ROOT, folder, `${folder}/leases`])) {
            if (host.stat(path, false) === undefined)
                host.makeFolder(path, 0o755);
            const found = host.stat(path, false);
            if (found?.kind !== 'folder' || found.uid !== host.uid || (found.mode & 0o022) !== 0) {
                return { failure: `${path} is not a folder that root alone can write to` };
            }
        }
        if (folder !== STATE_ROOT)
            forgetDead(host, folder);
        return stateIn(host, folder);
    }
    catch (thrown) {
        return { failure: `${folder} cannot be made: ${errnoOf(thrown) ?? reasonOf(thrown)}` };
    }
}
function forgetDead(host, folder) {
    const now = tableIdentity(host, TABLE_PATH);
    for (const { run, table } of recordedRuns(host, folder))
        if (!isSameTable(table, now))
            host.remove(`${folder}/${run}.jsonl`);
}
function headOfRecord(host, path) {
    return parseRecord(headText(host, path, BEGIN_BYTES));
}
function wholeText(host, path) {
    return headText(host, path, RECORD_BYTES);
}
function stateIn(host, folder) {
    const recordPath = (run) => `${folder}/${run}.jsonl`;
    const leasePath = (run) => `${folder}/leases/${run}`;
    const liveLeases = () => {
        const now = tableIdentity(host, TABLE_PATH);
        return runsIn(host, `${folder}/leases`, '').flatMap((run) => {
            const lease = parseLease(textOr(host, leasePath(run), ''));
            const isHere = isSameTable(lease?.table, now);
            if (lease !== undefined && isHere && isLive(lease, uptime(host), read_startOf(host, lease.holder?.pid)))
                return [lease];
            host.remove(leasePath(run));
            return [];
        });
    };
    return {
        folder,
        records: () => {
            const now = tableIdentity(host, TABLE_PATH);
            return recordedRuns(host, folder).map(({ run }) => {
                const record = parseRecord(wholeText(host, recordPath(run)));
                return { run, record, isDead: !isSameTable(tableOf(record), now) };
            });
        },
        append: (run, change) => {
            const path = recordPath(run);
            const isNew = host.stat(path) === undefined;
            if (isNew || (change.kind === 'table' && tableOf(headOfRecord(host, path)) === undefined)) {
                const earlier = recordedRuns(host, folder).filter((one) => one.run !== run);
                const living = liveLeases().map((lease) => lease.run);
                const ended = earlier.filter((one) => !living.includes(one.run));
                for (const { run: old } of ended.slice(RECORD_LIMIT - 1))
                    host.remove(recordPath(old));
                const at = Math.max(Date.now(), 1 + (earlier[0]?.begun ?? 0));
                const table = tableIdentity(host, TABLE_PATH);
                host.appendDurably(path, formatChange({ kind: 'begin', at, table }));
            }
            if (isNew)
                host.makeMode(path, 0o644);
            host.appendDurably(path, formatChange(change));
        },
        replace: (run, record) => {
            if (record.length === 0)
                host.remove(recordPath(run));
            else
                host.writeFile(recordPath(run), record.map(formatChange).join(''), 0o644);
        },
        leases: liveLeases,
        takeLease: (run, entries, pid) => {
            liveLeases();
            const started = read_startOf(host, pid);
            const holder = pid === undefined || started === undefined ? undefined : { pid, started };
            const end = holder === undefined ? { expires: uptime(host) + LEASE_ALONE_S } : { holder };
            const lease = { run, entries, table: tableIdentity(host, TABLE_PATH), ...end };
            host.writeFile(leasePath(run), `${JSON.stringify(lease)}\n`, 0o644);
        },
        dropLease: (run, isRecorded) => {
            if (isRecorded || host.stat(leasePath(run)) !== undefined)
                return host.remove(leasePath(run));
            const lease = { run, entries: [], over: true, expires: uptime(host) + OVER_S };
            host.writeFile(leasePath(run), `${JSON.stringify(lease)}\n`, 0o644);
        },
        isOver: (run, holder) => parseLease(textOr(host, leasePath(run), ''))?.over === true ||
            (holder !== undefined && read_startOf(host, holder) === undefined),
        digests: () => textOr(host, `${folder}/${DIGESTS_FILE}`, ''),
        keepDigests: (text) => host.writeFile(`${folder}/${DIGESTS_FILE}`, text, 0o644),
    };
}
function isReliedOn(state, path) {
    const live = new Set(state.leases().map(({ run }) => run));
    return state.records().some(({ run, record, isDead }) => {
        const isOpen = live.has(run) || record.some(({ kind }) => kind === 'undo');
        if (isOpen)
            return JSON.stringify(record).includes(path);
        return !isDead && replacedIn(record).some((text) => text.includes(path));
    });
}
function hasLeases(host) {
    return runsIn(host, `${stateFolder(host)}/leases`, '').length > 0;
}
function ownRules(host) {
    const folder = stateFolder(host);
    return runsIn(host, folder, '.jsonl')
        .flatMap((run) => parseRecord(wholeText(host, `${folder}/${run}.jsonl`)))
        .flatMap((change) => (change.kind === 'register' ? [change.rule] : []));
}
function isRecorded(host, run) {
    return host.stat(`${stateFolder(host)}/${run}.jsonl`) !== undefined;
}
function latestRun(host) {
    const now = tableIdentity(host, TABLE_PATH);
    return recordedRuns(host, stateFolder(host)).find(({ table }) => isSameTable(table, now))?.run;
}
function recordedRuns(host, folder) {
    return runsIn(host, folder, '.jsonl')
        .map((run) => {
        const head = headOfRecord(host, `${folder}/${run}.jsonl`);
        return { run, begun: beginOf(head), table: tableOf(head) };
    })
        .sort((a, b) => b.begun - a.begun);
}
function runsIn(host, folder, ending) {
    return namesIn(host, folder).flatMap((name) => {
        const run = name.endsWith(ending) ? name.slice(0, name.length - ending.length) : '';
        return isRunId(run) ? [run] : [];
    });
}

;// CONCATENATED MODULE: ./lib/probe/probe.js








const probe_TRIES = { crashed: 3, hung: 2, slow: 2 };
const ARGUMENTS = Array.from({ length: PROBE_ARGUMENTS - 1 }, () => 'a');
const THOROUGH = ARGUMENTS.map(() => 't');
const SIDE_BY_SIDE = 16;
function openProber(host, mounts) {
    const parent = executableFolder(host, mounts);
    let folder;
    let launcher;
    try {
        folder = host.makeTemporary('setup-binfmt-probe-', parent);
        host.makeMode(folder, 0o755);
        launcher = writeLauncher(host, folder);
    }
    catch (thrown) {
        const { cause, remedy } = whyNoRoom(parent ?? '/tmp', thrown);
        const text = { id: 'SB092', kind: 'host', what: 'make a folder for probes', cause };
        const elsewhere = `${remedy}, or name another folder in TMPDIR`;
        throw new SetupProblem({ ...text, remedy: elsewhere }, { cause: thrown });
    }
    let last = Promise.resolve();
    return {
        host,
        folder,
        enter: entrance(host, launcher),
        plainly: (jail) => launcher === undefined ? [`${jail}/probe`] : [launcher, 'plain', '/', `${jail}/probe`],
        alone: (work) => {
            const mine = last.then(work, work);
            last = mine;
            return mine;
        },
        close: () => host.remove(folder),
    };
}
function writeLauncher(host, folder) {
    const own = ownTarget(host);
    const program = own && buildLauncher(own);
    if (program === undefined)
        return undefined;
    host.writeFile(`${folder}/launch`, program, 0o755);
    return `${folder}/launch`;
}
function ownTarget({ nodeArch, endian }) {
    return targetOf(nativeArchitecture(nodeArch, endian) ?? '');
}
function executableFolder(host, mounts) {
    const { RUNNER_TEMP, TMPDIR, HOME, XDG_RUNTIME_DIR } = host.env;
    const candidates = [TMPDIR, '/tmp', RUNNER_TEMP, '/var/tmp', XDG_RUNTIME_DIR, HOME];
    const isUsable = (path) => {
        if (path === undefined || !path.startsWith('/') || host.stat(path)?.kind !== 'folder')
            return false;
        return !mountOf(mounts, host.realPath(path) ?? path)?.options.includes('noexec') && host.isWritable(path);
    };
    return safeFolder(host, candidates.filter(isUsable)) ?? candidates.find(isUsable);
}
function entrance(host, launcher) {
    const enterAs = (how) => launcher === undefined ? undefined : (jail) => [launcher, how, jail, '/probe'];
    if (host.uid === 0)
        return enterAs('root');
    const unshare = host.which('unshare');
    if (unshare === undefined || isBusybox(host, unshare))
        return enterAs('user');
    return (jail) => [unshare, '--user', '--map-root-user', `--root=${jail}`, '/probe'];
}
function isBusybox(host, path) {
    return /(?:^|\/)(?:busybox|toybox)[^/]*$/.test(host.realPath(path) ?? '');
}
async function runProbe(prober, target, place, { tag, version, thorough } = {}) {
    const { host } = prober;
    let cwd;
    try {
        cwd = writeProbe(prober, target, tag);
    }
    catch (thrown) {
        return { ...unwritten(thrown), arch: target.arch, place, attempts: 1 };
    }
    const [file, ...args] = place === 'chroot' && prober.enter !== undefined ? prober.enter(cwd) : prober.plainly(cwd);
    const words = thorough === true ? THOROUGH : ARGUMENTS;
    const start = (env, ownMs) => host.run({ file, args: [...args, ...words], cwd, env, timeoutMs: timeLimit(ownMs) });
    const asked = version === true ? start({ QEMU_VERSION: '1' }) : undefined;
    let ownMs;
    for (let attempts = 1;; attempts++) {
        const outcome = ownMs === undefined ? await start({}) : await prober.alone(() => start({}, ownMs));
        if (outcome.timedOut)
            ownMs = await prober.alone(() => timeOwnProbe(prober));
        const run = {
            ...outcome,
            stdout: outcome.stdout.slice(0, 200),
            stderr: outcome.stderr.slice(0, 1000),
            arch: target.arch,
            place,
            attempts,
            thorough,
            ownMs,
        };
        if (attempts < (probe_TRIES[judgeRun(run)] ?? 1))
            continue;
        const known = typeof version === 'string' ? formatQemuAnswer(target, version) : undefined;
        return { ...run, version: ((await asked)?.stdout ?? known)?.slice(0, 200) };
    }
}
function writeProbe({ host, folder }, target, tag) {
    const jail = `${folder}/${target.arch}${tag === undefined ? '' : '-trial'}`;
    if (host.stat(`${jail}/probe`) === undefined) {
        host.makeFolder(jail, 0o755);
        host.writeFile(`${jail}/probe`, buildProbe(target, { tag }), 0o755);
    }
    return jail;
}
async function timeOwnProbe(prober) {
    const own = ownTarget(prober.host);
    if (own === undefined)
        return undefined;
    try {
        const [file, ...args] = prober.plainly(writeProbe(prober, own, undefined));
        const limits = { env: {}, timeoutMs: timeLimit(Number.POSITIVE_INFINITY) };
        return (await prober.host.run({ file, args: [...args, ...ARGUMENTS], ...limits })).ms;
    }
    catch {
        return undefined;
    }
}
function unwritten(thrown) {
    const error = errnoOf(thrown) ?? 'EUNKNOWN';
    return { code: null, signal: null, stdout: '', stderr: '', timedOut: false, error, ms: 0 };
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
async function probeAll(host, facts, targets, versionOf = () => undefined, thorough = false) {
    const prober = openProber(host, facts.mounts);
    const inChroot = (target) => {
        const entry = answering(facts.table.entries, target);
        const known = entry?.interpreter === undefined ? undefined : versionOf(entry.interpreter);
        return runProbe(prober, target, 'chroot', { version: known ?? entry !== undefined, thorough });
    };
    try {
        const wanted = targets.filter((target) => isWorthRunning(target, facts));
        const inside = byArch(prober.enter === undefined ? [] : await sideBySide(wanted, inChroot));
        const control = facts.architecture;
        const chroots = control === undefined || works(inside.get(control)) ? inside : byArch([]);
        const unexplained = wanted.filter(({ arch }) => isUnexplained(chroots.get(arch)));
        const plains = byArch(await sideBySide(unexplained, (target) => runProbe(prober, target, 'plain', { version: true, thorough })));
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
    if (run === undefined)
        return true;
    return !['works', 'no-start', 'hung', 'slow', 'wrong-emulator', 'no-marker'].includes(judgeRun(run));
}
function isWorthRunning(target, facts) {
    if (facts.table.state !== 'ready' || mayRunNatively(facts.architecture, target.arch))
        return true;
    return answering(facts.table.entries, target) !== undefined;
}
function judgeAll(runs, facts) {
    const host = facts.architecture;
    const own = runs.find(({ target }) => target.arch === host);
    const control = own?.chroot ?? own?.plain;
    return judgeWith(runs, facts, control && lackedIn(control));
}
function judgeWith(runs, { architecture: host, table: { entries } }, lacked) {
    const judgeOne = (run) => judge({ ...run, host, excused: run.target.arch === host ? undefined : lacked, entries });
    return new Map(runs.map((run) => [run.target.arch, judgeOne(run)]));
}
function rejudge(before, runs, facts) {
    const again = runs.flatMap((chroot) => {
        const target = targetOf(chroot.arch);
        return target === undefined ? [] : [{ target, chroot }];
    });
    const anew = judgeWith(again, facts, before.get(facts.architecture ?? '')?.lacks);
    return new Map([...before].map(([arch, verdict]) => [arch, anew.get(arch) ?? verdict]));
}

;// CONCATENATED MODULE: ./lib/apply/handlers.js









function placeHandler(context, { qemu }, install) {
    const { host, digests } = context;
    const { interpreter, source = interpreter, sha256 } = install;
    const changed = {
        problem: `its handler ${printable(source, 200)} is not what was recorded of it`,
        outdated: true,
    };
    const file = orUndefined(() => host.openPlain(source, HANDLER_LIMIT));
    if (file === undefined)
        return changed;
    return using(file, () => {
        if (needsCopy(host, install)) {
            const path = context.copyOf(install, qemu);
            try {
                if (!keepCopy(context, file, path, install))
                    return changed;
            }
            catch (thrown) {
                const why = errnoOf(thrown) ?? reasonOf(thrown);
                const also = install.source === undefined ? `, and ${distrust(host, source, sudoUser(host))}` : '';
                return { problem: `${printable(path, 200)} cannot be written: ${why}${also}` };
            }
            return held(host, path, host.stat(path, false));
        }
        if (orUndefined(() => digests.of(interpreter, file)) !== sha256)
            return changed;
        return held(host, interpreter, file.stat);
    });
}
function held(host, interpreter, identity) {
    const isSame = (found) => found !== undefined && identity !== undefined && formatIdentity(found) === formatIdentity(identity);
    const opened = () => orUndefined(() => using(host.openPlain(interpreter, HANDLER_LIMIT), ({ stat }) => stat));
    return { interpreter, isHeld: () => isSame(host.stat(interpreter, false)) && isSame(opened()) };
}
function hashAhead(host, digests, install) {
    if (needsCopy(host, install))
        return;
    orUndefined(() => using(host.openPlain(install.interpreter, HANDLER_LIMIT), (file) => digests.of(install.interpreter, file)));
}
function needsCopy(host, { interpreter, source }) {
    return source !== undefined || distrust(host, interpreter, sudoUser(host)) !== undefined;
}
function keepCopy({ host, record, digests }, file, path, { interpreter, source = interpreter, sha256, version }) {
    if (isThere(host, digests, path, sha256)) {
        orUndefined(() => noteOrigin(host, path, source));
        return true;
    }
    makeOwn(host, (0,external_node_path_.dirname)(path));
    record({ kind: 'copy', path });
    const { uid, mode } = file.stat;
    const isOurs = [0, host.uid, ...sudoUser(host)].includes(uid) && (mode & 0o022) === 0;
    const other = new Error();
    try {
        host.writeFile(path, (write) => {
            let written = false;
            const copy = () => {
                const hash = (0,external_node_crypto_.createHash)('sha256');
                file.read((piece) => {
                    hash.update(piece);
                    write(piece);
                });
                written = true;
                return hash.digest('hex');
            };
            if ((isOurs ? digests.of(source, file, copy) : copy()) !== sha256)
                throw other;
            if (!written)
                file.read(write);
        }, 0o755);
    }
    catch (thrown) {
        if (thrown !== other)
            throw thrown;
        return false;
    }
    if (version !== undefined)
        host.writeFile(versionPath(path), `${version}\n`);
    noteOrigin(host, path, source);
    return true;
}
const ORIGINS_LIMIT = 16;
function noteOrigin(host, path, source) {
    const [known, origin] = [originsOf(host, path), originOf(source)];
    if (known.includes(origin))
        return;
    const lines = [origin, ...known].slice(0, ORIGINS_LIMIT);
    host.writeFile(originsPath(path), lines.map((line) => `${line}\n`).join(''));
}
function makeOwn(host, folder) {
    if (host.stat(folder, false) === undefined) {
        makeOwn(host, (0,external_node_path_.dirname)(folder));
        host.makeFolder(folder, 0o755);
    }
    const objection = distrust(host, folder);
    if (objection !== undefined)
        throw new Error(objection);
}
function isThere(host, digests, path, sha256) {
    if (distrust(host, path) !== undefined)
        return false;
    const found = orUndefined(() => using(host.openPlain(path, HANDLER_LIMIT), (copy) => digests.of(path, copy)));
    return found === sha256;
}
function sweepCopies(context, isRelied) {
    const { host } = context;
    if (host.stat(PERSIST_ROOT, false) === undefined || distrust(host, PERSIST_ROOT) !== undefined)
        return;
    const entries = context.table === '' ? [] : readEntries(context);
    const used = [...readPersisted(host), ...entries].flatMap(({ interpreter }) => interpreter ?? []);
    const folders = host.list(PERSIST_ROOT).map((name) => `${PERSIST_ROOT}/${name}`);
    const kept = folders.filter((folder) => used.some((path) => path.startsWith(`${folder}/`)) || isRelied(folder));
    if (kept.length === 0)
        host.remove(PERSIST_ROOT);
    else
        for (const folder of folders)
            if (!kept.includes(folder))
                host.remove(folder);
}

;// CONCATENATED MODULE: ./lib/apply/steps.js








const FIRST_INHERITED = 3;
async function lockFolder(host, path, limitMs) {
    const failed = (why) => ({ failure: `${path} cannot be locked: ${why}` });
    const locker = findLocker(host);
    if (locker === undefined)
        return failed('flock is missing (install util-linux)');
    const folder = orUndefined(() => host.open(path));
    if (folder === undefined)
        return failed('it cannot be opened (mount it first)');
    const { code, error, timedOut } = await host.run({ ...locker.start, timeoutMs: limitMs }, [folder]);
    locker.close();
    if (code === 0)
        return folder;
    folder.close();
    if (!timedOut)
        return failed(`flock ended with ${error ?? code ?? 'a signal'}`);
    const seconds = Math.ceil(limitMs / 1000);
    return failed(`another process has held it for ${seconds} s (run this step again when it has ended)`);
}
function findLocker(host) {
    const flock = host.which('flock');
    if (flock !== undefined)
        return { start: { file: flock, args: ['-x', String(FIRST_INHERITED)] }, close: () => undefined };
    const own = targetOf(nativeArchitecture(host.nodeArch, host.endian) ?? '');
    const launcher = own && buildLauncher(own);
    return launcher && orUndefined(() => writeLocker(host, launcher));
}
function writeLocker(host, launcher) {
    const folder = host.makeTemporary('setup-binfmt-lock-');
    host.writeFile(`${folder}/launch`, launcher, 0o755);
    return {
        start: { file: `${folder}/launch`, args: ['lock'] },
        close: () => host.remove(folder),
    };
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
        const errno = errnoOf(thrown);
        return errno === undefined
            ? reasonOf(thrown)
            : `${printable(rule.interpreter, 200)}: ${explainErrno('register', errno)}`;
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
    if (beginsAs(rule, entry) && isRuleOf(rule, entry))
        return undefined;
    remove(context, name);
    return `entry ${name} reads otherwise than it was registered: "${printable(entry.text)}"`;
}
function removePinned(context, pinned) {
    const { name } = pinned;
    const present = readEntry(context, name);
    if (present === undefined)
        return undefined;
    if (present.text !== pinned.text)
        return changedMeanwhile(name);
    if (context.aside?.includes(name))
        return recordFirst(context, { kind: 'off', name }) ?? disable(context, name);
    return recordFirst(context, { kind: 'remove', name }) ?? remove(context, name);
}
function bringBack(context, pinned) {
    const entry = parseEntry(pinned.name, pinned.text);
    const rule = ruleOfEntry(entry);
    if (readEntry(context, pinned.name) !== undefined)
        return entry.enabled ? enable(context, pinned.name) : undefined;
    if (rule === undefined)
        return 'it is not understood';
    return writeRule(context, rule) ?? (entry.enabled ? undefined : disable(context, pinned.name));
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
function enable({ host, table }, name) {
    return switchEntry(host, `${table}/${name}`, '1', name);
}
function switchEntry(host, path, word, name) {
    try {
        host.writeKernel(path, word);
        return undefined;
    }
    catch (thrown) {
        const errno = errnoOf(thrown);
        if (errno === 'ENOENT')
            return undefined;
        return `entry ${printable(name, 60)}: ${errno === undefined ? reasonOf(thrown) : explainErrno('switch', errno)}`;
    }
}
function removeStale(context, helper) {
    const entry = readEntry(context, helper.name);
    if (entry === undefined || !isStaleHelper(helper, entry, ownRules(context.host)))
        return false;
    return remove(context, helper.name) === undefined;
}
const TOOL_LIMIT_MS = 30_000;
async function runTool(host, file, args) {
    const { code, stderr, timedOut } = await host.run({ file, args, timeoutMs: TOOL_LIMIT_MS });
    if (code === 0)
        return undefined;
    const name = file.replace(/.*\//, '');
    if (timedOut)
        return `${name} did not end within ${TOOL_LIMIT_MS / 1000} s`;
    return printable(stderr) || `${name} ended with ${code}`;
}

;// CONCATENATED MODULE: ./lib/apply/install.js










function installRule(context, { rule, replaces }) {
    const { name } = rule;
    const beside = stagingRule(rule);
    const present = readEntry(context, name);
    if (present !== undefined && beginsAs(rule, present) && isRuleOf(rule, present)) {
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
    const [objection] = ruleProblems(rule, native, observeRule(host, rule));
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
    const { arch, flagChoices, replaces, version } = install;
    const target = targetOf(arch);
    if (target === undefined) {
        const problem = `${printable(arch, 40)} is not in the table`;
        return { arch, name: arch, changed: false, replaced: [], problem };
    }
    const { name } = install;
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
    const placed = placeHandler(context, target, install);
    if ('problem' in placed)
        return { ...unchanged, ...placed };
    const { interpreter } = placed;
    if (replaces.length > 0)
        return { ...unchanged, interpreter, ...(await takeOver(context, install, target, placed, prove)) };
    const rule = { ...handlerRule(target, interpreter, ''), name };
    const fresh = await registerProven(context, rule, flagChoices, placed, prove);
    if ('problem' in fresh)
        return { ...unchanged, ...fresh };
    return { ...unchanged, interpreter, changed: true, run: fresh.run };
}
async function takeOver(context, { name, flagChoices, replaces }, target, placed, prove) {
    const rule = { ...handlerRule(target, placed.interpreter, ''), name };
    const trial = {
        ...rule,
        name: `setup-binfmt-trial-${target.qemu}`,
        match: { kind: 'magic', offset: 0, ...trialMagic(target) },
    };
    removeStale(context, trial);
    const tried = await registerProven(context, trial, flagChoices, placed, () => runProbe(context.prober, target, 'chroot', { tag: TRIAL_TAG }));
    if ('problem' in tried)
        return tried;
    removeOwn(context, trial);
    const isTaken = replaces.some(({ name }) => name === rule.name);
    const first = isTaken ? stagingRule(rule) : rule;
    removeStale(context, stagingRule(rule));
    const proven = await registerProven(context, first, [tried.flags], placed, prove);
    if ('problem' in proven)
        return proven;
    const gone = [];
    const replaced = () => gone.map(({ name }) => name);
    const giveUp = (problem) => {
        const stuck = gone.flatMap((pinned) => bringBack(context, pinned) ?? []);
        if (stuck.length === 0) {
            removeOwn(context, first);
            return { problem };
        }
        const causes = [problem, ...stuck].join('; ');
        return { name: first.name, changed: true, replaced: replaced(), run: proven.run, problem: causes };
    };
    for (const pinned of replaces.filter(({ name }) => name !== first.name)) {
        const problem = removePinned(context, pinned);
        if (problem !== undefined)
            return giveUp(problem);
        gone.push(pinned);
    }
    if (!isTaken)
        return { changed: true, replaced: replaced(), run: proven.run };
    const last = await registerProven(context, rule, [tried.flags], placed, prove);
    if ('problem' in last)
        return giveUp(last.problem);
    removeOwn(context, first);
    return { changed: true, replaced: replaced(), run: last.run };
}
function giveUpOthers(context, rule, { isHeld }) {
    if (isHeld())
        return undefined;
    removeOwn(context, rule);
    return `its handler ${printable(rule.interpreter, 200)} was exchanged while it was registered`;
}
async function registerProven(context, rule, flagChoices, placed, prove) {
    let failure = { problem: 'no flags to try' };
    for (const flags of flagChoices) {
        const refusal = registerWhole(context, { ...rule, flags });
        if (refusal !== undefined)
            return { problem: refusal };
        const exchanged = giveUpOthers(context, rule, placed);
        if (exchanged !== undefined)
            return { problem: exchanged, outdated: true };
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

;// CONCATENATED MODULE: ./lib/apply/persist.js








async function persist(context, { handlers, rules, forget }) {
    const kept = [...handlers, ...rules].flatMap((name) => {
        const entry = readEntry(context, name);
        const stays = rules.includes(name) || isPersistent(entry?.interpreter);
        return entry !== undefined && stays ? (ruleOfEntry(entry) ?? []) : [];
    });
    const before = textOr(context.host, FRAGMENT_PATH, null);
    const others = kept.flatMap(({ name }) => (handlers.includes(name) ? otherName(name) : []));
    const after = formatFragment(mergeFragment(parseFragment(before), kept, [...forget, ...others]));
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
                problems: [`${FRAGMENT_PATH} cannot be written: ${errnoOf(thrown) ?? reasonOf(thrown)}`],
            };
        }
        problems.push(...(await tellBinfmtSupport(context, parseFragment(before), parseFragment(after))));
    }
    return { persisted: changed ? (after === null ? 'removed' : 'wrote') : undefined, problems };
}
function replaceFile(host, path, text) {
    if (text === null) {
        host.remove(path);
        return;
    }
    const folder = (0,external_node_path_.dirname)(path);
    host.makeFolder(folder);
    const objection = distrust(host, folder);
    if (objection !== undefined)
        throw new Error(objection);
    host.writeFile(path, text, 0o644);
}
async function tellBinfmtSupport(context, before, after) {
    const { host } = context;
    const program = host.which('update-binfmts');
    if (program === undefined || !isBinfmtSupportInCharge(host))
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

;// CONCATENATED MODULE: ./lib/apply/apply.js
















async function apply(host, plan, options) {
    const { table, record, mounts, lockLimitMs } = options;
    const prepared = [];
    const notes = [];
    const waits = mountAt(mounts, table)?.type === 'autofs';
    const failed = (problem) => ({ ...NOTHING_APPLIED, prepared, problems: [problem] });
    try {
        for (const step of waits && needsLock(plan) && plan.prepare.length === 0 ? apply_MOUNT : plan.prepare) {
            const problem = await prepare({ host, table, record }, step, waits, notes);
            if (problem !== undefined)
                return failed(problem);
            prepared.push(step);
        }
        const lock = needsLock(plan) ? await lockFolder(host, table, lockLimitMs) : undefined;
        if (lock !== undefined && 'failure' in lock)
            return failed(lock.failure);
        try {
            const applied = await undisturbed(() => change(host, plan, options));
            return { ...applied, prepared, notes: [...notes, ...(applied.notes ?? [])] };
        }
        finally {
            lock?.close();
        }
    }
    catch (thrown) {
        return failed(`nothing was registered: ${reasonOf(thrown)}`);
    }
}
async function change(host, plan, { table, record, mounts, digests = openDigests(host), isRelied = () => false }) {
    const isProbing = plan.install.length + plan.prove.length > 0;
    const prober = isProbing ? openProber(host, mounts) : undefined;
    try {
        const isPassing = plan.persist === undefined && (plan.run === undefined || !seesEveryUser(host));
        const copyOf = ({ interpreter, sha256 }, qemu) => isPassing ? passingPath(prober?.folder ?? '', sha256, interpreter, qemu) : persistentPath(sha256, qemu);
        const context = { host, table, record, digests, copyOf, aside: plan.aside };
        const entries = writesTable(plan) ? readEntries(context) : [];
        if (writesTable(plan)) {
            const refusal = recordFirst(context, { kind: 'table', entries: entries.map(pin) });
            if (refusal !== undefined)
                return { ...NOTHING_APPLIED, problems: [refusal] };
        }
        const rules = (plan.rules ?? []).map((rule) => installRule(context, rule));
        const installed = prober === undefined
            ? []
            : await sideBySide(plan.install, (install) => installHandler({ ...context, prober }, install));
        const isDone = [...installed, ...rules].every(({ problem }) => problem === undefined);
        const removals = (isDone ? plan.remove : []).map((pinned) => ({
            name: pinned.name,
            problem: removePinned(context, pinned),
        }));
        const persisted = plan.persist === undefined ? undefined : await persist(context, plan.persist);
        if (plan.persist !== undefined || (plan.run !== undefined && writesTable(plan) && seesEveryUser(host)))
            sweepCopies(context, isRelied);
        const proofs = prober === undefined
            ? []
            : await sideBySide(targetsOf(plan.prove), (target) => runProbe(prober, target, 'chroot', { version: true }));
        const removed = removals.flatMap(({ name, problem }) => (problem === undefined ? [name] : []));
        const gone = [...removed, ...installed.flatMap(({ replaced }) => replaced)];
        return {
            prepared: [],
            removed: [...removed, ...rules.flatMap(({ cleared }) => cleared ?? [])],
            installed,
            proofs,
            problems: [
                ...[...removals, ...rules].flatMap(({ problem }) => problem ?? []),
                ...(persisted?.problems ?? []),
            ],
            notes: [
                ...(isDone || plan.remove.length === 0
                    ? []
                    : ['what was to be reset stays, since not all could be registered']),
                ...gone.flatMap((name) => (plan.aside?.includes(name) ? [] : noteLost(host, entries, name))),
            ],
            persisted: persisted?.persisted,
            rules,
            outdated: installed.some(({ outdated }) => outdated),
        };
    }
    finally {
        prober?.close();
    }
}
function noteLost(host, entries, name) {
    const { flags = '', interpreter = '' } = entries.find((entry) => entry.name === name) ?? {};
    if (!flags.includes('F') || host.stat(interpreter) !== undefined)
        return [];
    return [
        `entry ${printable(name, 60)} cannot be put back: ${printable(interpreter, 200)} is not there, and the kernel alone held it`,
    ];
}
const apply_MOUNT = ['mount'];
async function prepare({ host, table, record }, step, waits, notes) {
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
    if (await host.readable(`${table}/status`))
        return undefined;
    record({ kind: 'mount', path: table });
    const failed = (why) => `${table} cannot be mounted: ${why}`;
    const mount = host.which('mount');
    if (mount === undefined)
        return failed('the mount program is missing (install the package mount)');
    const said = await runTool(host, mount, ['-t', 'binfmt_misc', 'binfmt_misc', table]);
    if (said !== undefined && !(await host.readable(`${table}/status`)))
        return failed(`${said} (mount it on the host: mount -t binfmt_misc binfmt_misc ${table})`);
    if (waits)
        notes.push(`the automount point at ${table} brought no table, and has one mounted over it now`);
    return undefined;
}

;// CONCATENATED MODULE: ./lib/plan/undo.js



function planUndo(record, entries, inUse) {
    const before = tableBefore(record);
    const notes = [];
    const waiting = [];
    const on = new Map();
    const remove = [];
    const back = new Map();
    for (const name of new Set(record.flatMap((change) => nameOf(change) ?? []))) {
        const present = entries.find((entry) => entry.name === name);
        const old = before.find((entry) => entry.name === name);
        if (present !== undefined && present.text === old?.text)
            continue;
        const held = present && heldAside(record, present, old);
        if (present !== undefined && held !== undefined) {
            on.set(present, held);
            continue;
        }
        if (present !== undefined && !isOfRun(record, present, old)) {
            notes.push(`entry ${name} was changed by somebody else since, and stays`);
        }
        else if (present !== undefined && inUse.has(name))
            waiting.push(name);
        else if (old !== undefined && wasTaken(record, name) && !isHelper(old)) {
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
    const switched = entries.map((entry) => on.get(entry) ?? entry);
    const put = inOrder(back, before, switched, remove, restoredAlready(record, before, entries), notes);
    const left = entries.filter((entry) => !remove.includes(entry));
    const alone = left.length === 0 && put.length === 0 && waiting.length === 0;
    const mount = record.find((change) => change.kind === 'mount');
    return {
        on: [...on.keys()].map(pin),
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
        const entries = change.entries.flatMap(({ name, text }) => {
            const old = before.find((each) => each.name === name);
            const entry = parseEntry(name, text);
            const held = heldAside(ended, entry, old);
            if (held !== undefined)
                return { name, text: held.text };
            return old?.text === text || !wrote(ended, entry) ? { name, text } : [];
        });
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
function heldAside(record, present, old) {
    const isAside = old?.enabled === true &&
        present.text === old.text.replace('enabled', 'disabled') &&
        record.some((change) => change.kind === 'off' && change.name === old.name);
    return isAside ? old : undefined;
}
function wasTaken(record, name) {
    return record.some((change) => change.kind !== 'register' && change.kind !== 'off' && nameOf(change) === name);
}
function restoredAlready(record, before, entries) {
    return entries.filter(({ name, text }) => wasTaken(record, name) && before.some((old) => old.name === name && old.text === text));
}
function overlap(a, b) {
    if (a.kind === 'unknown' || b.kind === 'unknown')
        return false;
    return a.kind === 'bpf' || b.kind === 'bpf' || rulesOverlap(a, b);
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
    const isRecorded = state.records().some((one) => one.run === run);
    const isLent = state.leases().some((one) => one.run === run);
    if (changes && isRecorded)
        state.append(run, { kind: 'undo' });
    state.dropLease(run, isRecorded);
    const unrecorded = changes && !isRecorded && !isLent ? true : undefined;
    const undone = {
        removed: [],
        restored: [],
        problems: [],
        notes: [],
        unrecorded,
        unloadModule: false,
    };
    for (const { run: ended, record, isDead } of state.records()) {
        if (!record.some(({ kind }) => kind === 'undo'))
            continue;
        const context = { host, table: table ?? '', record: (change) => state.append(ended, change) };
        const isGone = table === undefined || isDead;
        const entries = isGone ? [] : readEntries(context);
        const undo = planUndo(record, entries, entriesInUse(state.leases(), ended));
        const rest = isDead ? { put: [], unmount: undefined, unloadModule: false } : { put: [] };
        const isDone = await takeBack(context, isGone ? { ...undo, ...rest } : undo, ended, undone);
        if (!isDone)
            continue;
        try {
            forget(state, ended, record, undo.waiting);
        }
        catch (thrown) {
            undone.problems.push(`the record of the run ${ended} stays: ${reasonOf(thrown)}`);
        }
        const copied = record.some(({ kind }) => kind === 'copy' || kind === 'write');
        if (copied || seesEveryUser(host))
            sweepCopies(context, (folder) => isReliedOn(state, folder));
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
    const [before, failed] = [removed.length + restored.length, problems.length];
    notes.push(...undo.notes);
    for (const pinned of undo.on) {
        const problem = readEntry(context, pinned.name)?.text === pinned.text
            ? enable(context, pinned.name)
            : changedMeanwhile(pinned.name);
        if (problem === undefined)
            restored.push(pinned.name);
        else
            problems.push(problem);
    }
    if (problems.length > failed)
        return false;
    for (const put of undo.put) {
        const problem = putBack(context, put, run);
        if (problem === undefined)
            restored.push(put.rule.name);
        else
            problems.push(problem);
    }
    const unrecorded = { ...context, record: () => undefined };
    for (const pinned of undo.remove) {
        const problem = removePinned(unrecorded, pinned);
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
        else {
            const restored = await restoreFragment(context, now, content);
            problems.push(...restored.problems);
            undone.persisted = restored.persisted;
        }
    }
    for (const name of undo.waiting) {
        notes.push(`entry ${printable(name, 60)} stays as long as another job relies on it`);
    }
    undone.unmount = undo.unmount ?? undone.unmount;
    undone.unloadModule ||= undo.unloadModule;
    return problems.length === failed || removed.length + restored.length > before;
}
function putBack(context, { rule, enabled, text, replaces }, run) {
    const helper = freeName(context, `setup-binfmt-undo-${run.slice(0, 8)}`);
    const name = printable(rule.name, 60);
    if (enabled) {
        const refusal = register(context, { ...rule, name: helper });
        const stays = replaces === undefined ? '' : ', and what is in its place stays';
        if (refusal !== undefined)
            return `entry ${name} cannot be put back${stays}: ${refusal}`;
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
        if (end !== undefined || plan.lease !== undefined)
            return { ...NOTHING_APPLIED, problems: [state.failure] };
        const applied = await apply(host, plan, options);
        const note = `what was changed is not recorded, and cannot be undone by itself: ${state.failure}`;
        return { ...applied, notes: [...(applied.notes ?? []), note] };
    }
    const digests = openDigests(host, state.digests());
    const locking = lockFolder(host, state.folder, LOCK_LIMIT_MS);
    for (const install of plan.install.slice(0, 1))
        hashAhead(host, digests, install);
    const lock = await locking;
    if ('failure' in lock)
        return { ...NOTHING_APPLIED, problems: [lock.failure] };
    try {
        if (end !== undefined)
            return await endHere(host, state, run, end.changes, place);
        if (state.isOver(run, plan.lease?.holder))
            return { ...NOTHING_APPLIED, problems: ['the job that asked for it has ended'] };
        if (!takeLease(host, state, run, plan, place.table))
            return { ...NOTHING_APPLIED, outdated: true };
        const applied = await apply(host, plan, {
            ...options,
            digests,
            isRelied: (folder) => isReliedOn(state, folder),
            record: (change) => state.append(run, change),
        });
        run_plan_keep(digests, state);
        return applied;
    }
    catch (thrown) {
        return { ...NOTHING_APPLIED, problems: [`nothing was changed: ${state.folder}: ${reasonOf(thrown)}`] };
    }
    finally {
        lock.close();
    }
}
function run_plan_keep(digests, state) {
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
        ...plan.install.flatMap(({ name }) => [name, `${name}.new`]),
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
    const ended = undisturbed(() => endRun(host, mounted, state, run, changes)).finally(lock?.close);
    const { unmount, unloadModule, notes, ...undone } = await ended;
    const unprepared = [];
    const attempt = async (step, program, args) => {
        const said = await tryTool(host, program, args);
        if (said === undefined)
            unprepared.push(step);
        else
            notes.push(said);
    };
    if (mounted !== undefined && unmount === mounted)
        await attempt('mount', 'umount', [mounted]);
    if (unloadModule)
        await attempt('load-module', 'modprobe', ['-r', 'binfmt_misc']);
    return { ...NOTHING_APPLIED, ...undone, unprepared, notes };
}
async function tryTool(host, program, args) {
    const file = host.which(program);
    if (file === undefined)
        return `${program} is missing`;
    const said = await runTool(host, file, args);
    return said && `${program}: ${said}`;
}

;// CONCATENATED MODULE: ./lib/apply/privilege.js





const privilege_LIMIT_MS = 180_000;
const ANSWER_BYTES = 64 * 1024 * 1024;
function standBy(host, { privilege }, program) {
    const sudo = host.which('sudo');
    if (privilege !== 'sudo' || sudo === undefined)
        return undefined;
    let give = () => undefined;
    const stdin = new Promise((resolve) => {
        give = resolve;
    });
    const args = [...asRoot(host), host.node, program];
    const ended = host.run({ file: sudo, args, stdin, timeoutMs: privilege_LIMIT_MS, maxBytes: ANSWER_BYTES });
    return {
        carryOut: (plan) => {
            give(JSON.stringify(plan));
            return ended;
        },
        dismiss: () => give(''),
    };
}
async function applyWith(host, facts, plan, program, standby = standBy(host, facts, program)) {
    if (facts.privilege === 'root') {
        return carryOutHere(host, plan, { table: facts.table.path, mounts: facts.mounts });
    }
    if (standby === undefined)
        return failed('no privilege to change the table');
    return readOutcome(await standby.carryOut(plan));
}
function readOutcome({ stdout, stderr, signal, code, error, timedOut }) {
    const answer = parseObject(stdout);
    if (answer !== undefined && 'installed' in answer)
        return answer;
    if (timedOut)
        return failed(`the privileged program did not end within ${privilege_LIMIT_MS / 1000} s`);
    const said = printable(stderr) || `it ended with ${signal ?? code ?? error}`;
    return failed(`the privileged program failed: ${said}`);
}
function failed(problem) {
    return { ...NOTHING_APPLIED, problems: [problem] };
}

;// CONCATENATED MODULE: ./lib/facts/observe.js








const observe_NOBODY = 65_534;
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
        cpus: host.cpus,
        nodeVersion: host.nodeVersion,
        uid: host.uid,
        otherLogins: countOtherLogins(host),
        capabilities: parseCapabilities(textOr(host, '/proc/self/status', '')),
        userNamespace: isNestedNamespace(textOr(host, '/proc/self/uid_map', '')),
        container: observeContainer(host),
        wsl: observeWsl(release),
        workflow: host.env.GITHUB_ACTIONS === 'true',
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
    const outcome = await host.run({ file: sudo, args: asRoot(host), timeoutMs: 10_000 });
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
const PASSWD_BYTES = 1024 * 1024;
function countOtherLogins(host) {
    if (host.env.RUNNER_ENVIRONMENT === 'github-hosted')
        return 0;
    const own = host.uid === 0 ? Number(host.env.SUDO_UID ?? 0) : host.uid;
    const ids = headText(host, '/etc/passwd', PASSWD_BYTES)
        .split('\n')
        .map((line) => line.split(':'))
        .filter(([, , , , , , shell]) => shell !== undefined && !/\/(?:nologin|false)$/.test(shell))
        .map(([, , id]) => Number(id));
    return new Set(ids.filter((id) => id >= 1000 && id !== observe_NOBODY && id !== own)).size;
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
const UNPREPARED = {
    mount: 'unmounted binfmt_misc',
    'load-module': 'unloaded the module binfmt_misc',
};
const PERSISTED = {
    wrote: `wrote ${FRAGMENT_PATH}, so that it stays so after a reboot`,
    removed: `removed ${FRAGMENT_PATH}: nothing is registered after a reboot any more`,
};
function narrateChanges(applied, aside) {
    return [
        ...applied.prepared.map((step) => PREPARED[step]),
        ...applied.removed.map((name) => `${tookAway(aside, name)} ${printable(name, 60)}`),
        ...(applied.restored ?? []).map((name) => `put ${printable(name, 60)} back`),
        ...(applied.rules ?? []).flatMap(({ name, changed }) => (changed ? [`registered rule ${name}`] : [])),
        ...narrateInstalled(applied, aside),
        ...(applied.persisted === undefined ? [] : [PERSISTED[applied.persisted]]),
        ...(applied.unprepared ?? []).map((step) => UNPREPARED[step]),
    ];
}
function narrateInstalled(applied, aside) {
    const lines = applied.installed.flatMap(({ arch, name, interpreter, changed, replaced, problem }) => [
        problem === undefined ? '' : `${arch}: ${problem}`,
        problem === undefined && changed ? `registered ${name}${narrate_phrase(interpreter)}` : '',
        ...replaced.map((old) => `${tookAway(aside, old)} the old entry ${printable(old, 60)}`),
    ]);
    return [...lines.filter((line) => line !== ''), ...applied.problems];
}
function tookAway(aside, name) {
    return aside?.includes(name) ? 'switched off' : 'removed';
}
function narrate_phrase(handler) {
    return handler === undefined ? '' : ` for ${handler}`;
}

;// CONCATENATED MODULE: ./lib/commands/survey.js








const ALSO_LOOKED_AT = [...CONTAINER_ARCHITECTURES, 'ppc64'];
async function surveyHost(host, inputs, context) {
    const { namespaces } = context;
    const seen = await observeAloud(host, context, context);
    const facts = namespaces === undefined ? seen : { ...seen, namespaces };
    const standby = lacksEntries(facts, inputs) ? standBy(host, facts, context.privilegedProgram) : undefined;
    if (facts.table.state !== 'ready' || inputs.matrixFrom !== undefined)
        return { facts, standby };
    const probing = probeRequested(host, facts, inputs, context);
    probing.catch(() => undefined);
    await new Promise(setImmediate);
    return { facts, probing, standby };
}
function lacksEntries({ architecture, table }, { mode, platforms }) {
    const foreign = platforms.filter(({ arch }) => !mayRunNatively(architecture, arch));
    return (mode === 'setup' &&
        targetsOf(foreign.map(({ arch }) => arch)).some((target) => answering(table.entries, target) === undefined));
}
function probeRequested(host, facts, inputs, { recordedVersion }) {
    const asked = inputs.platforms.map(({ arch }) => arch);
    const targets = targetsOf([facts.architecture ?? '', ...ALSO_LOOKED_AT, ...asked]);
    const versionOf = (path) => recordedVersion(path) ?? keptVersion(host, path);
    return probeAll(host, facts, targets, versionOf).catch((thrown) => {
        if (!(thrown instanceof SetupProblem))
            throw thrown;
        const { id, kind, what, reason, remedy } = thrown;
        const cause = `${reason}; nothing was changed`;
        throw new SetupProblem({ id, kind, what, cause, remedy }, { cause: thrown });
    });
}
async function observeAloud(host, { group, line }, { table, place } = {}) {
    group('Host');
    const facts = await observe_observe(host, table);
    if (place !== undefined)
        line(`this is ${place}`);
    narrateHost(facts).forEach(line);
    return facts;
}
function persistedFor(host, { scope }) {
    return scope === 'host' ? readPersisted(host) : [];
}
async function probeClaimed(host, facts, { platforms }) {
    if (facts.system !== 'linux')
        return new Map();
    const claimed = TARGETS.filter((target) => claimants(facts.table.entries, target).length > 0);
    const targets = targetsOf([
        facts.architecture ?? '',
        ...CONTAINER_ARCHITECTURES,
        ...[...platforms, ...claimed].map(({ arch }) => arch),
    ]);
    return judgeAll(await probeAll(host, facts, targets, undefined, true), facts);
}

;// CONCATENATED MODULE: ./lib/commands/doctor.js
















async function runDoctor(host, asked, context) {
    const seen = await observeAloud(host, context, { table: context.table });
    const engine = examineEngine(host, seen);
    const { evidence, notes } = await gatherEvidence(host, {
        sources: asked.log,
        token: asked.token,
        registryConfig: asked.registryConfig,
        engine,
        facts: seen,
        runner: process.ppid,
    });
    const { read, unreadable } = await readLogs(evidence);
    const blamed = read.flatMap(({ evidence, log }) => blamedPlatforms(log, seen.architecture, evidence));
    const inputs = withBlamed(asked, blamed);
    const [namespaces, { verdicts, problem }, doctor] = await Promise.all([
        context.namespaces ?? tryNamespaces(host, seen),
        probe(host, seen, inputs),
        examine(host, seen, { store: context.store, engine, network: inputs.network ? inputs : undefined }),
    ]);
    const facts = { ...seen, namespaces };
    const known = {
        facts,
        verdicts,
        asked: inputs.all ? [] : inputs.platforms.map(({ arch }) => arch),
        wanted: inputs.all ? [] : inputs.platforms,
        doctor: { ...doctor, probing: problem, unreadableLog: unreadable.find(isFile)?.reason },
    };
    const checks = runChecks(known);
    const question = asked.all ? [] : asked.platforms.map(formatPlatform);
    const diagnosis = diagnoseAll(read, { ...logFacts(known, checks), asked: question });
    const reader = readerOf(host, facts);
    const addressed = (value) => ({
        ...value,
        link: `${context.documentation}${value.link}`,
    });
    const inHand = (value) => ({
        ...value,
        commands: commandsFor(value.commands, reader),
    });
    const findings = findingsOf(checks);
    const pointing = ({ finding, ...cause }) => findings.some(({ id }) => id === finding) ? { ...cause, finding } : cause;
    const readable = (answer) => ({
        ...answer,
        diagnoses: answer.diagnoses.map((one) => addressed({ ...one, causes: one.causes.map((cause) => inHand(pointing(cause))) })),
    });
    const unheard = unreadable.filter((one) => !isFile(one));
    const report = makeReport({
        ...newResult(inputs.mode, facts),
        verdicts,
        platforms: doctor_judgePlatforms(inputs, facts, verdicts, context.store),
        checks,
        network: doctor.network?.places,
        notes: [...notes, ...unheard.map(({ name, reason }) => `the log of ${name} cannot be read: ${reason}`)],
        findings: findings.map(addressed).map(inHand),
        diagnosis: diagnosis && { ...readable(diagnosis), logs: diagnosis.logs.map(readable) },
    });
    return hideHomesIn(report, host.env.HOME);
}
function isFile({ from }) {
    return from === 'file' || from === 'stdin';
}
function readerOf({ env }, { privilege }) {
    if (env.GITHUB_ACTIONS !== 'true')
        return { privilege };
    const action = `${env.GITHUB_ACTION_REPOSITORY}@${env.GITHUB_ACTION_REF}`;
    return { privilege, action: /^[\w.-]+\/[\w./-]+@[\w./-]+$/.test(action) ? action : 'org/setup-binfmt@v1' };
}
function withBlamed(inputs, blamed) {
    return inputs.all && blamed.length > 0 ? { ...inputs, all: false, platforms: blamed } : inputs;
}
async function tryNamespaces(host, facts) {
    const mayTry = facts.system === 'linux' && facts.table.state !== 'not-loaded';
    return mayTry ? observeNamespaces(host, { wanted: false }) : undefined;
}
async function probe(host, facts, inputs) {
    try {
        return { verdicts: await probeClaimed(host, facts, inputs) };
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

;// CONCATENATED MODULE: ./lib/plan/changes.js






function planChanges(request) {
    const { facts, verdicts, inputs } = request;
    const { entries } = facts.table;
    const isForGood = forGood(inputs, request.store);
    const inPlace = [];
    const install = request.wanted.flatMap((decision) => {
        const handler = request.handlers.find(({ arch }) => arch === decision.target.arch);
        if (handler === undefined)
            return [];
        const persist = inputs.persist || changes_isKept(decision.target, request.persisted);
        const one = planInstall(decision, handler, facts, { ...inputs, persist }, isForGood);
        if (verdicts.get(one.arch)?.status !== 'emulated' || !isInPlace(one, entries))
            return [one];
        inPlace.push(...decision.replaces.filter(({ name }) => name !== one.name));
        return [];
    });
    const rules = planRules(request);
    const isServed = request.wanted.every(({ target }) => request.handlers.some(({ arch }) => arch === target.arch));
    const reset = inputs.reset && isServed ? planReset(entries, request.wanted, install) : [];
    const remove = [
        ...new Map([...leftovers(request), ...inPlace, ...reset].map((entry) => [entry.name, pin(entry)])).values(),
    ];
    const going = [...install.flatMap(({ replaces }) => replaces), ...remove];
    const writes = install.length + rules.length + remove.length > 0;
    const persist = planPersist(request, writes, install, remove);
    const doubtful = [...verdicts.values()].filter(({ status }) => status === 'outside-only');
    return {
        schema: 1,
        prepare: writes ? planPreparation(facts) : [],
        remove,
        install,
        aside: planAside(entries, going, isForGood),
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
function leftovers({ facts, store }) {
    if (!isPrivileged(facts))
        return [];
    const helpers = TARGETS.flatMap(handlerNames).flatMap((name) => [`${name}.new`, `${name}.keep`]);
    return facts.table.entries.filter((entry) => isOwnHandler(entry.interpreter, store) && (isHelper(entry) || helpers.includes(entry.name)));
}
function forGood({ reset, cleanup }, store) {
    return (entry) => (isOwnHandler(entry.interpreter, store) && !(cleanup && passingCopy(entry.interpreter) !== undefined)) ||
        isHelper(entry) ||
        (reset && !cleanup && isQemuEntry(entry));
}
function planAside(entries, going, isForGood) {
    const aside = entries.filter((entry) => going.some(({ name }) => name === entry.name) && !isForGood(entry));
    return aside.length === 0 ? undefined : aside.map(({ name }) => name);
}
function changes_isKept(target, persisted) {
    const names = handlerNames(target);
    return persisted.some((rule) => names.includes(rule.name) && isPersistent(rule.interpreter));
}
function planPersist({ inputs, facts, persisted }, writes, install, remove) {
    const forget = remove
        .map(({ name }) => name)
        .filter((name) => persisted.some((rule) => rule.name === name));
    const upgraded = install.filter(({ source }) => source !== undefined);
    const asked = new Set((inputs.persist ? inputs.platforms : upgraded).map(({ arch }) => arch));
    const handlers = TARGETS.filter(({ arch }) => asked.has(arch)).flatMap(handlerNames);
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
function listRuleProblems({ rules, onConflict }, facts, ownRules, factsOf) {
    return rules.flatMap((rule) => {
        const problems = ruleProblems(rule, facts.architecture, factsOf(rule));
        const present = facts.table.entries.find(({ name }) => name === rule.name);
        const foreign = present !== undefined && ![rule, ...ownRules].some((known) => isRuleOf(known, present));
        const taken = foreign && (onConflict === 'repair' || onConflict === 'fail');
        return [
            ...problems,
            ...(taken ? ['an entry of this name is there already, and somebody else registered it'] : []),
        ].map((problem) => `rule ${rule.name}: ${problem}`);
    });
}
function planInstall(decision, handler, facts, inputs, isForGood) {
    const { target, replaces } = decision;
    const staying = facts.table.entries.filter((entry) => !replaces.includes(entry) || !isForGood(entry));
    const [usual, other] = handlerNames(target);
    const preserve = handler.assumesPreserve || kernelAbilities(facts.kernel).tellsPreserve;
    const flagChoices = flagsToTry(preserve, inputs.credentials);
    return {
        arch: target.arch,
        name: staying.some(({ name }) => name === usual) ? other : usual,
        interpreter: inputs.persist ? persistentPath(handler.sha256, target.qemu) : handler.path,
        flagChoices,
        sha256: handler.sha256,
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
function planReset(entries, wanted, install) {
    const replaced = new Set(install.flatMap(({ replaces }) => replaces.map(({ name }) => name)));
    const kept = wanted
        .filter(({ target }) => !install.some(({ arch }) => arch === target.arch))
        .flatMap(({ target }) => answering(entries, target) ?? []);
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
    return checks_asProblem(finding, 'make platforms run here');
}
function obstacle(facts, inputs) {
    const what = 'register handlers';
    const finding = changeObstacle(facts);
    if (finding !== undefined)
        return checks_asProblem(finding, what);
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
    const { table } = facts;
    const seen = table.state === 'disabled' ? { ...facts, table: { ...table, state: 'ready' } } : facts;
    const finding = preflight(seen) ?? changeObstacle(seen);
    return finding && checks_asProblem(finding, 'take entries away');
}
function obstacleToMount(facts) {
    const finding = preflight(facts) ?? (planPreparation(facts).length > 0 ? changeObstacle(facts) : undefined);
    return finding && checks_asProblem(finding, problems_MOUNT);
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
function problems_refusal(platforms) {
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
function unkeepable(formats) {
    const [first] = formats;
    return problemOf(formats.map(({ name, owner }) => `binfmt-support keeps ${name} for ${printable(owner, 60)}`), {
        id: 'SB088',
        kind: 'host',
        what: `keep ${formats.map(({ name }) => name).join(', ')} over a reboot`,
        remedy: `Remove what registered it (the package ${printable(first?.owner ?? '', 60)}), or leave persist out`,
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
function unrecorded(run) {
    return new SetupProblem({
        id: 'SB091',
        kind: 'unproven',
        what: `take the run ${run} back`,
        cause: 'there is no record of it: whether it has changed anything is not known, and what it has changed stays',
        remedy: `See what is registered (${PROGRAM} list), and take away what should not be (${PROGRAM} remove NAME)`,
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
        const nothing = {
            inputs: asked,
            matrix: { include: [] },
            absent: [],
            unfit: undefined,
            unkept: undefined,
        };
        return {
            ...nothing,
            result: { ...newResult(asked.mode, facts), scope: asked.scope },
            wrong: taken.problem,
        };
    }
    const { inputs, absent, notes } = taken;
    const matrix = planMatrix(inputs.platforms, inputs.runners);
    const wrong = tooLarge(matrixProblems(matrix)) ?? wrongRules(findRuleProblems(host, inputs, facts));
    const verdicts = judgeAll(await (probing ?? probeRequested(host, facts, inputs, context)), facts);
    const decisions = decideAll(inputs, facts, verdicts, context.store);
    narrateDecisions(decisions).forEach(context.line);
    const origins = (interpreter) => originsOf(host, interpreter);
    const kept = findKept(decisions, verdicts, facts, inputs, context.store, origins);
    const result = {
        ...newResult(inputs.mode, facts),
        scope: inputs.scope,
        verdicts,
        platforms: joinPlatforms(inputs, decisions, verdicts),
        findings: [findingOf('SB049', { facts, troubles: [kept ?? []].flat() }) ?? []].flat(),
        notes: [
            ...notes,
            ...(inputs.mode === 'plan' ? noteRunners(inputs.runners) : []),
            ...(asked.platforms.length === 0 ? [NO_PLATFORM] : []),
            ...noteKept(decisions, verdicts, facts, inputs, context.store, origins),
            ...noteNarrow(decisions, facts.table.entries),
        ],
    };
    const served = [...decisionsTo('install', result.platforms), ...decisionsTo('keep', result.platforms)];
    const names = [...served.map(({ target }) => qemuName(target)), ...inputs.rules.map(({ name }) => name)];
    const unkept = inputs.persist ? unkeepable(observeFormats(host, names)) : undefined;
    return { inputs, result, matrix, absent, wrong, unfit: preflight(facts), unkept };
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
    return listRuleProblems(inputs, facts, ownRules(host), (rule) => observeRule(host, rule));
}
function decideAll(inputs, facts, verdicts, store) {
    const decideFirst = inputs.reset ? decideAfterReset : decide;
    const targets = targetsOf(inputs.platforms.map(({ arch }) => arch));
    const decisions = decideFirst(targets, verdicts, facts.table.entries, inputs.onConflict, store);
    return reconsider(decisions, facts, inputs, store);
}
async function preview(host, context, choice) {
    const { inputs, result, matrix, wrong, unfit, unkept } = choice;
    if (wrong !== undefined)
        return { ...result, problem: wrong };
    const changes = previewChanges(planRequest(host, context, choice));
    const refused = problems_refusal(result.platforms);
    const stop = (unfit && unfitness(unfit)) ??
        (inputs.strict ? refused : undefined) ??
        unkept ??
        (changes.changes ? obstacle(await tryPrivately(host, result.facts), inputs) : undefined);
    const warnings = refused === undefined || inputs.strict ? [] : [`Setup would warn: ${refused.message}`];
    return {
        ...result,
        matrix,
        planned: { ...changes, stop: stop && { id: stop.id, message: stop.message } },
        findings: [...result.findings, ...(unfit === undefined ? [] : [unfit])],
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
    if (['.setup-binfmt', '.new', '.keep'].some((end) => entry.name === `${name}${end}`))
        return isOwn(entry);
    return (entry.name.startsWith('setup-binfmt-undo-') &&
        known.some((rule) => rule.name === name && isRuleOf({ ...rule, name: entry.name }, entry)));
}
function patternOf(name) {
    const parts = name.split('*').map((part) => part.replace(/[.+]/g, '\\$&'));
    return new RegExp(`^${parts.join('.*')}$`);
}

;// CONCATENATED MODULE: ./lib/apply/docker.js









const docker_LIMIT_MS = 600_000;
const LAST_WORDS = 300;
async function applyThroughDocker(host, facts, targets, image, line) {
    const docker = host.which('docker');
    if (docker === undefined)
        return docker_failed('the docker program is missing');
    if (facts.table.state !== 'ready') {
        return docker_failed(`binfmt_misc is not mounted on the host (${facts.table.state}), and a container cannot mend that`);
    }
    const before = new Set(facts.table.entries.map(({ name }) => name));
    const isTaken = (target) => before.has(qemuName(target));
    const free = targets.filter((target) => !isTaken(target));
    const blocked = targets.filter(isTaken).map((target) => {
        const name = qemuName(target);
        const problem = `an entry ${name} is there, and the installer of the image keeps what is there: take it away first (${PROGRAM} remove ${name}), or run this step as root or with sudo`;
        return { arch: target.arch, name, changed: false, replaced: [], problem };
    });
    if (free.length === 0)
        return { ...NOTHING_APPLIED, installed: blocked };
    const names = free.map(({ arch }) => arch).join(',');
    const said = await runInstaller(docker, image, ['--install', names], line);
    const table = observeTable(host, observeMounts(host), facts.kernel.release, TABLE_PATH);
    if (said !== undefined || table.state !== 'ready')
        return docker_failed(`the installer of the image failed: ${said}`);
    const prober = openProber(host, facts.mounts);
    try {
        const installed = await sideBySide(free, async (target) => {
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
        return { ...NOTHING_APPLIED, installed: [...installed, ...blocked] };
    }
    finally {
        prober.close();
    }
}
async function runInstaller(docker, image, words, line) {
    const args = ['run', '--rm', '--privileged', '--', image, ...words];
    const { code, tail } = await runFollowed(docker, args, { timeoutMs: docker_LIMIT_MS, line });
    if (code === 0)
        return undefined;
    return printable(tail.slice(-LAST_WORDS)) || `docker ended with ${code ?? 'a signal'}`;
}
async function uninstallThroughDocker(host, facts, remove, image, line) {
    const docker = host.which('docker');
    if (docker === undefined)
        return docker_failed('the docker program is missing');
    const { path, entries } = facts.table;
    const isPlain = ({ name }) => /^qemu-[\w.+-]+$/.test(name) && !entries.some((other) => other.name.endsWith(`-${name}`));
    const words = remove.filter(isPlain).map(({ name }) => name);
    const said = words.length === 0
        ? undefined
        : await runInstaller(docker, image, ['--uninstall', words.join(',')], line);
    const left = new Set(readEntries({ host, table: path }).map(({ name }) => name));
    const stays = remove.filter(({ name }) => left.has(name));
    const why = said ?? 'the installer of the image takes away no such entry';
    return {
        ...NOTHING_APPLIED,
        removed: remove.flatMap(({ name }) => (left.has(name) ? [] : [name])),
        problems: stays.map(({ name }) => `entry ${printable(name, 60)} stays: ${why} (root and sudo can take it away)`),
    };
}
function docker_failed(cause) {
    const problem = `the way through Docker failed: ${cause} (run this step as root, or allow this user passwordless sudo)`;
    return { ...NOTHING_APPLIED, problems: [problem] };
}

;// CONCATENATED MODULE: ./lib/commands/carry-out.js













const NO_STORE = '/dev/null';
async function carryOut(host, facts, plan, { group, line, privilegedProgram, standby }) {
    const changes = changesHost(plan) || plan.end !== undefined;
    if (!changes && plan.prove.length === 0 && plan.lease === undefined)
        return NOTHING_APPLIED;
    const applied = await applyWith(host, facts, plan, privilegedProgram, standby);
    if (changes) {
        group('Changes');
        narrateChanges(applied, plan.aside).forEach(line);
    }
    return applied;
}
async function carryOutThroughDocker(host, facts, wanted, image, { group, line }) {
    const name = nameForDocker(image);
    group('Changes');
    line(`there is no sudo: running the installer of ${name} as a privileged container`);
    const targets = wanted.map(({ target }) => target);
    const applied = await applyThroughDocker(host, facts, targets, name, line);
    narrateInstalled(applied).forEach(line);
    return applied;
}
function nameForDocker(image) {
    const { local } = image;
    if (local === undefined)
        return formatImageReference(image);
    if (local.transport === 'docker-daemon')
        return local.place;
    throw new SetupProblem({
        id: 'SB080',
        kind: 'host',
        what: `run ${formatImageReference(image)} as a privileged container`,
        cause: 'there is no sudo here, and Docker’s engine does not hold this image',
        remedy: 'Load it into the engine (docker load, or skopeo copy to docker-daemon:), and name it docker-daemon:NAME',
    });
}
async function removeThroughDocker(host, facts, plan, image, { group, line }) {
    if (plan.remove.length === 0 && plan.persist === undefined)
        return NOTHING_APPLIED;
    group('Changes');
    const applied = await uninstallThroughDocker(host, facts, plan.remove, image, line);
    const kept = `${FRAGMENT_PATH} stays as it is: only root can change it`;
    narrateChanges(applied).forEach(line);
    return plan.persist === undefined ? applied : { ...applied, problems: [...applied.problems, kept] };
}
function observeAgain(host, facts) {
    const { kernel, table } = facts;
    return { ...facts, table: observeTable(host, observeMounts(host), kernel.release, table.path) };
}
async function reportAfter(host, before, applied, { mode, notes = [], problem, waive, }) {
    const facts = observeAgain(host, before);
    const looked = targetsOf([facts.architecture ?? '', ...CONTAINER_ARCHITECTURES]);
    const unprobed = [];
    const runs = await probeAll(host, facts, looked).catch((thrown) => {
        unprobed.push(`what runs here now was not looked at: ${reasonOf(thrown)}`);
        return [];
    });
    const result = {
        ...newResult(mode, facts),
        ...changesIn(applied),
        verdicts: judgeAll(runs, facts),
        notes: [...notes, ...(applied.notes ?? []), ...unprobed],
        problem,
    };
    return makeReport(waive === undefined ? result : downgradeToWarning(result, waive));
}

;// CONCATENATED MODULE: ./lib/commands/remove.js








async function runRemove(host, inputs, context) {
    const facts = await observeAloud(host, context);
    const { entries, state, owner } = facts.table;
    const { remove, forget, refused, notes } = planRemoval(inputs, targetsOf(inputs.platforms.map(({ arch }) => arch)), entries, context.store, ownRules(host), persistedFor(host, inputs));
    const plan = {
        ...emptyPlan(context.store),
        run: context.run?.id,
        remove,
        aside: inputs.cleanup ? planAside(entries, remove, forGood(inputs, context.store)) : undefined,
        persist: forget.length === 0 ? undefined : { handlers: [], rules: [], forget },
    };
    const obstacle = changesHost(plan) ? obstacleToRemoval(facts) : undefined;
    if (obstacle !== undefined) {
        return reportAfter(host, facts, NOTHING_APPLIED, { mode: 'remove', notes, problem: obstacle });
    }
    if (changesHost(plan) && inputs.cleanup)
        context.run?.remember?.();
    const applied = facts.privilege === 'docker'
        ? await removeThroughDocker(host, facts, plan, nameForDocker(inputs.image), context)
        : await carryOut(host, facts, plan, context);
    return reportAfter(host, facts, applied, {
        mode: 'remove',
        notes: owner !== undefined ? notes : [`binfmt_misc is ${state}: there are no entries`],
        problem: unremoved([...applied.problems, ...refused]),
    });
}

;// CONCATENATED MODULE: ./lib/commands/setup.js














const ROUNDS = 5;
const NOT_RESET = 'what was to be reset stays, since not all that was asked for could be had';
async function runSetup(host, asked, context) {
    let result;
    for (let round = 1;; round++) {
        const survey = await surveyHost(host, asked, context);
        const { standby } = survey;
        const now = { ...(round === 1 ? context : rehashing(context)), standby };
        const attempt = setUp(host, asked, now, survey).finally(standby?.dismiss);
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
    const { inputs, result, wrong, unfit, unkept } = choice;
    if (wrong !== undefined)
        return { ...result, problem: wrong };
    if (unfit !== undefined) {
        const findings = inputs.strict ? [unfit] : [];
        return conclude({ ...result, findings }, choice, unfitness(unfit));
    }
    if (unkept !== undefined)
        return conclude(result, choice, unkept);
    const refused = problems_refusal(result.platforms);
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
    const fetched = throughDocker ? leaveToDocker(inputs) : await provide(wanted, facts, context);
    const { remember } = context.run ?? {};
    const lease = remember !== undefined && (inputs.cleanup || hasLeases(host));
    const request = planRequest(host, context, choice);
    const plan = planChanges({ ...request, run: context.run, handlers: fetched.handlers, lease });
    const barred = changesHost(plan) ? obstacle(facts, inputs) : undefined;
    if (barred !== undefined)
        return conclude(result, choice, barred);
    if (plan.lease !== undefined)
        remember?.();
    const applied = throughDocker
        ? await carryOutThroughDocker(host, facts, wanted, inputs.image, context)
        : await carryOut(host, facts, plan, context);
    const done = { plan, fetched, applied };
    const judged = setup_judge(host, choice, done);
    return conclude(judged, choice, findProblem(host, choice, judged, done));
}
async function provide(wanted, { architecture = 'unknown' }, { group, line, download, fetch }) {
    if (wanted.length === 0)
        return NOTHING_FETCHED;
    group('QEMU');
    return fetch(wanted.map(({ target }) => target), architecture, { log: line, download, rehash: false });
}
function leaveToDocker({ image }) {
    if (image.digest !== undefined)
        return NOTHING_FETCHED;
    const trouble = { kind: 'unpinned', image: formatImageReference(image) };
    return { ...NOTHING_FETCHED, troubles: [trouble] };
}
function untold({ notes, missing, failures: [first] }) {
    return missing.length === 0 ? notes : notes.filter((note) => note !== first?.message);
}
function setup_judge(host, { inputs, result }, { fetched, applied }) {
    const facts = observeAgain(host, result.facts);
    const verdicts = rejudge(result.verdicts, proofsIn(applied), facts);
    const platforms = judgePlatforms(result.platforms, verdicts, fetched.missing, applied);
    const asked = inputs.platforms.map(({ arch }) => arch);
    const installs = decisionsTo('install', platforms).length > 0;
    const troubles = installs ? fetched.troubles : undefined;
    const found = asked.length === 0 ? [] : findAfterSetup({ facts, verdicts, asked, wanted: inputs.platforms, troubles });
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
            ...untold(fetched),
            ...(inputs.reset && fetched.missing.length > 0 ? [NOT_RESET] : []),
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











const start_COMMANDS = {
    setup: runSetup,
    plan: runPlan,
    doctor: runDoctor,
    remove: runRemove,
};
function runMode(host, inputs, context) {
    return start_COMMANDS[inputs.mode](host, inputs, context);
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
function howToUndo(host, { changed, host: { privilege }, registered }, { id }, program, image = '') {
    if (!changed)
        return undefined;
    const words = privilege === 'docker'
        ? ['remove', ...registered, ...(image === '' ? [] : ['--image', image])]
        : ['undo', id];
    const isKnown = privilege === 'docker' ? registered.length > 0 : isRecorded(host, id);
    return isKnown ? `to take this back: ${program} ${words.map(shellWord).join(' ')}` : undefined;
}
function newRun(holder, remember) {
    const id = orUndefined(() => (0,external_node_fs_.readFileSync)('/proc/sys/kernel/random/uuid', 'utf8').trim()) ?? (0,external_node_crypto_.randomUUID)();
    return { id, holder: holder || undefined, remember: remember && (() => remember(id)) };
}

;// CONCATENATED MODULE: ./lib/main/state.js







const READERS = {
    run: (text) => (isRunId(text) ? text : undefined),
    cleanup: (text) => text === 'true',
    cache: parseCacheRecords,
    holders: parseEntrances,
    engine: (text) => parseList(text, isPinned),
    docker: (text) => {
        const { image, entries } = parseObject(text) ?? {};
        return typeof image === 'string' && Array.isArray(entries)
            ? { image, entries: entries.filter(isPinned) }
            : undefined;
    },
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
let unreported;
let isReported = false;
async function runMainStep() {
    process.on('exit', () => {
        if (raw.mode?.trim().toLowerCase() === 'doctor')
            process.exitCode = 0;
    });
    const code = await program_runToEnd(fail, main);
    if (unreported !== undefined && !NO.test(raw.summary ?? ''))
        await summarizeFailure(host, unreported);
    process.exit(code);
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
    const { shell, outputs, ...report } = await endTable(scope, inputs, async () => ({
        shell: openShell(scope, inputs),
        ...(await runMode(scope.host, inputs, context)),
    }));
    const qemu = inputs.addToPath && inputs.mode === 'setup' ? await putOnPath(report, context) : undefined;
    doing('end the step');
    if (inputs.cleanup && inputs.scope === 'engine')
        saveState('engine', pinAll(scope, [...report.registered, ...report.removed]));
    else if (inputs.cleanup && report.host.privilege === 'docker')
        saveState('docker', {
            image: formatImageReference(inputs.image),
            entries: pinAll(scope, report.registered),
        });
    else if (inputs.scope === 'host' && !inputs.cleanup) {
        const undo = howToUndo(host, report, run, `node ${shellWord(programBeside('cli.js'))}`, raw.image);
        if (undo !== undefined)
            log.line(undo);
    }
    progress.end();
    const notes = [
        ...listUnused(inputs.mode),
        ...report.notes,
        ...(qemu?.notes ?? []),
        ...tellEntrance(scope, inputs),
    ];
    isReported = true;
    const lost = await publishReport(host, { ...report, notes, outputs: { ...outputs, shell, ...(qemu && { 'qemu-dir': qemu.folder }) } }, inputs.summary);
    return report.exitCode || (lost === undefined ? 0 : fail(lost));
}
function fail(problem) {
    log.end();
    if (!isReported)
        unreported = problem;
    publishFailure(problem);
    if (problem.id === INTERNAL || (!isReported && problem.kind !== 'input'))
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
async function endTable(scope, { mode }, work) {
    const result = await work().catch(async (thrown) => {
        await scope.close();
        throw thrown;
    });
    if (mode === 'setup')
        scope.table?.release();
    else
        await scope.close();
    return result;
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
function tellEntrance({ table }, { mode }) {
    if (table === undefined || mode !== 'setup')
        return [];
    return [
        'Later steps enter the private table with shell: ${{ steps.ID.outputs.shell }}, where ID is the id of this step, or by with-binfmt before a command; other steps do not see it.',
    ];
}
async function putOnPath({ platforms, host: { architecture } }, context) {
    const emulated = platforms.filter(({ status }) => status !== 'native').map(({ arch }) => arch);
    const wanted = targetsOf(emulated);
    const { handlers, missing, failures } = wanted.length === 0
        ? NOTHING_FETCHED
        : await context.fetch(wanted, architecture, {
            log: context.line,
            download: context.download,
            rehash: false,
        });
    const [failure] = failures;
    if (handlers.length === 0 && failure !== undefined)
        throw failure;
    const folder = host.makeTemporary('setup-binfmt-qemu-', host.env.RUNNER_TEMP, true);
    host.makeMode(folder, 0o755);
    for (const { qemu, arch } of wanted.map((target) => ({ qemu: qemuName(target), arch: target.arch }))) {
        const path = handlers.find((handler) => handler.arch === arch)?.path;
        for (const name of path === undefined ? [] : [qemu, `${qemu}-static`])
            (0,external_node_fs_.symlinkSync)(path, `${folder}/${name}`);
    }
    addToPath(folder);
    return {
        folder,
        notes: missing.map(({ arch, reason }) => `no QEMU for ${arch} is on PATH: ${printable(reason)}`),
    };
}
function pinAll({ host: inside, view }, names) {
    return names.flatMap((name) => {
        const text = textOr(inside, `${view.table ?? TABLE_PATH}/${name}`, undefined);
        return text === undefined ? [] : { name, text };
    });
}

;// CONCATENATED MODULE: ./lib/commands/undo.js









async function runUndo(host, run, changes, context) {
    const facts = await observeAloud(host, context);
    const obstacle = isPrivileged(facts) ? undefined : obstacleToRemoval(facts);
    const plan = { ...emptyPlan(NO_STORE), run, end: { changes } };
    const applied = isPrivileged(facts) ? await carryOut(host, facts, plan, context) : NOTHING_APPLIED;
    return reportAfter(host, facts, applied, {
        mode: 'undo',
        problem: obstacle ?? unremoved(applied.problems),
        waive: applied.unrecorded ? unrecorded(run) : undefined,
    });
}
async function undoThroughDocker(host, { image, entries }, context) {
    const facts = await observeAloud(host, context);
    const remove = entries.filter(({ name, text }) => facts.table.entries.some((entry) => entry.name === name && entry.text === text));
    const applied = await removeThroughDocker(host, facts, { remove }, image, context);
    return reportAfter(host, facts, applied, { mode: 'undo', problem: unremoved(applied.problems) });
}
async function removeFromEngine(host, entries) {
    const engine = await openEngineTable(host);
    if ('stage' in engine)
        return [];
    const table = { host: insideOf(host, engine.space), table: engine.table, record: () => undefined };
    const isOff = ({ text }) => text.startsWith('disabled');
    for (const { name, text } of entries.filter(isOff)) {
        if (readEntry(table, name)?.text === text)
            enable(table, name);
    }
    return entries.filter((entry) => !isOff(entry)).flatMap((entry) => removePinned(table, entry) ?? []);
}

;// CONCATENATED MODULE: ./lib/main/post-step.js








const post_step_host = nodeHost();
const post_step_log = githubProgress();
async function runPostStep() {
    process.exit(await program_runToEnd(post_step_fail, post_step_endRun, endPrivateTable, cleanEngine, cleanThroughDocker, saveDownloads));
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
        (await removeFromEngine(post_step_host, entries)).forEach(logLine);
    return 0;
}
async function cleanThroughDocker(doing) {
    const installation = readState('docker');
    if (installation === undefined)
        return 0;
    const progress = followProgress(post_step_log, 'take away what a container registered', doing);
    const report = await undoThroughDocker(post_step_host, installation, { ...progress, privilegedProgram: '' });
    post_step_log.end();
    publishAfterwards(report);
    return report.exitCode;
}
async function saveDownloads(doing) {
    doing('save the downloads in the Actions cache');
    for (const record of readState('cache') ?? [])
        await saveToActionsCache(record, logLine);
    return 0;
}
function post_step_fail(problem) {
    post_step_log.end();
    publishFailure(problem);
    return problem.exitCode;
}

;// CONCATENATED MODULE: ./lib/commands/exec.js








async function execPrivately(host, request, fill, complain) {
    const scope = await openScope(host, 'private');
    const end = await fillAndRun(host, scope, request, fill, complain).finally(scope.close);
    return typeof end === 'number' ? end : endLike(end);
}
async function fillAndRun(host, scope, { command, mapRoot }, fill, complain) {
    const report = await fill(scope);
    const { table } = scope;
    if (report.exitCode !== 0 || table === undefined)
        return report.exitCode;
    const asRoot = mapRoot || needsSubordinateIds(command);
    const [file, ...args] = asGiven(host, command);
    const end = await runInForeground({
        ...enterCommand(host, asRoot ? table.inner : table.own, { file, args, cwd: workingFolder(host) }),
        environment: asRoot ? table.rootEnvironment : {},
    });
    const tool = asRoot || end.code === 0 ? undefined : namedTool(command);
    if (tool !== undefined)
        complain(`${tool} needs the ids of many users: exec --map-root … -- command gives them`);
    return end;
}
function asGiven(host, command) {
    const soft = parseSoftFileLimit(textOr(host, `/proc/${process.ppid}/limits`, ''));
    if (soft === undefined)
        return command;
    return ['/bin/sh', '-c', 'ulimit -S -n "$0" && exec "$@"', soft, ...command];
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
    if (PLAIN_ENDS.includes(end.signal)) {
        process.removeAllListeners(end.signal);
        process.kill(process.pid, end.signal);
    }
    return 128 + external_node_os_.constants.signals[end.signal];
}

;// CONCATENATED MODULE: ./lib/commands/list.js






async function runList(host, { onConflict }, { table, store }) {
    const facts = await observe_observe(host, table);
    const verdicts = await probeClaimed(host, facts, { platforms: [] });
    const there = [...verdicts.values()].filter(({ status }) => status !== 'absent').map(({ arch }) => arch);
    const decisions = decide(targetsOf(there), verdicts, facts.table.entries, onConflict, store);
    const platforms = there.flatMap((arch) => platformsOf(arch));
    return makeReport({
        ...newResult(LIST, facts),
        verdicts,
        platforms: joinPlatforms({ platforms, all: false }, decisions, verdicts),
    });
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

;// CONCATENATED MODULE: ./lib/inputs/environment.js



const VARIABLE = 'SETUP_BINFMT_';
const INPUTS = OPTIONS.filter(({ fallback }) => fallback !== undefined);
function addEnvironment(given, environment, own, problems) {
    const take = (name) => {
        const value = environment[variableOf(name)];
        if (value && given[name] === undefined)
            given[name] = value;
    };
    if (own === undefined)
        take('mode');
    const asked = given.mode ?? 'setup';
    const purpose = own ?? MODES.find((mode) => mode === asked.toLowerCase());
    for (const { name, modes } of INPUTS) {
        const itsOwn = own === 'exec' && (name === 'mode' || name === 'scope');
        if (purpose !== undefined && modes.includes(purpose) && !itsOwn)
            take(name);
    }
    const known = INPUTS.map(({ name }) => variableOf(name));
    for (const variable of Object.keys(environment).filter((each) => each.startsWith(VARIABLE))) {
        if (known.includes(variable))
            continue;
        const lower = (name) => name.slice(VARIABLE.length).toLowerCase();
        const hint = hintAt(lower(variable), known.map(lower));
        if (hint !== '')
            problems.push(`there is no variable ${printable(variable, 60)}${environment_nameOf(hint)}`);
    }
}
function environment_nameOf(hint) {
    return hint.replace(/is (\w+)/, (_, word) => `is ${VARIABLE}${word.toUpperCase()}`);
}
function variableOf(name) {
    return VARIABLE + name.replaceAll('-', '_').toUpperCase();
}

;// CONCATENATED MODULE: ./lib/inputs/arguments.js









const OTHER_NAMES = new Map([
    ['arch', 'platforms'],
    ['persistent', 'persist'],
]);
const EVERY_QEMU = 'qemu-*';
const OF_THE_ACTION = ['add-to-path', 'summary'];
function scan(args) {
    const end = args.indexOf('--');
    const own = end < 0 ? args : args.slice(0, end);
    const { tokens } = (0,external_node_util_.parseArgs)({
        args: own.map((argument) => argument.replace(/^-\?$/, '-h').replace(/^-(?=[^-].)/s, '--')),
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
        const name = OTHER_NAMES.get(positive) ?? positive;
        const option = OPTIONS.find((each) => each.name === name);
        const meant = option === undefined ? meantOption(name) : undefined;
        const negative = positive !== token.name;
        const [next] = tokens;
        const word = next?.kind === 'positional' && !negative ? next.value : undefined;
        const takes = word !== undefined && (meant?.takesNext ?? option?.kind.takes?.test(word));
        const takesNext = token.value === undefined && takes;
        const value = token.value ?? (takesNext ? word : option?.kind.alone) ?? '';
        const problem = optionProblem(option, negative, token.value, value);
        if (takesNext)
            tokens.shift();
        const shown = shownAs(own[token.index] ?? '');
        if (problem !== undefined)
            problems.push(`${shown} ${problem}`);
        else if (option === undefined)
            problems.push(`there is no option "${shown}"${meant?.hint}`);
        else if (option.kind !== options_WORD || YES.test(value))
            set(given, option.name, negative ? 'false' : value, problems);
    }
    return { problems, given, words, command: end < 0 ? undefined : args.slice(end + 1) };
}
function optionProblem(option, negative, inline, value) {
    if (option === undefined)
        return undefined;
    if (negative && option.kind !== SWITCH)
        return 'takes no "no-"';
    if (inline !== undefined && negative)
        return 'takes no value';
    if (inline && option.kind === options_WORD && !YES.test(inline) && !NO.test(inline))
        return 'is either given or not';
    return value.trim() === '' ? 'needs a value' : undefined;
}
function shownAs(argument) {
    const [, dashes, name = ''] = /^(--?)([^=]*)/.exec(argument) ?? [];
    return `${dashes}${printable(name, 40)}`;
}
function set(given, name, value, problems) {
    const before = given[name];
    if (name === 'log' && before !== undefined)
        given.log = `${before}\n${value}`;
    else if (before !== undefined && before !== value)
        problems.push(`${name} is given twice`);
    else
        given[name] = value;
}
function documentMode(args, environment = {}) {
    const { words, given } = scan(args);
    if (given.json === undefined)
        return undefined;
    if (given.run !== undefined)
        return 'undo';
    const removes = given.uninstall !== undefined && given.install === undefined;
    const named = words[0] ?? given.mode ?? (removes ? 'remove' : environment[variableOf('mode')]);
    return purposeOf(named ?? '') ?? INPUT_DEFAULTS.mode;
}
function parseArguments(args, environment = {}) {
    const scanned = scan(args);
    const { given, words } = scanned;
    const [first = '', ...others] = words;
    const asksForHelp = first.toLowerCase() === 'help';
    if (asksForHelp || given.help !== undefined)
        return helpOn(asksForHelp ? others[0] : first, asksForHelp);
    if (given.version !== undefined || first.toLowerCase() === 'version')
        return { kind: 'version' };
    const purpose = purposeOf(first);
    switch (purpose) {
        case 'exec':
            return readExec(scanned, environment);
        case 'list':
        case 'platforms':
        case 'undo':
            return readAlone(scanned, purpose, environment);
        default:
            return readRun(scanned, environment);
    }
}
function helpOn(word, strict) {
    if (strict && word !== undefined && !FIRST_WORDS.includes(word.toLowerCase()))
        throw inputProblem([modeProblem(word)]);
    const about = word === undefined ? undefined : purposeOf(word);
    return { kind: 'help', ...(about && { about }) };
}
function inputsIn(given) {
    return Object.fromEntries(Object.entries(given).filter(([name]) => Object.hasOwn(INPUT_DEFAULTS, name)));
}
function addPlatforms(given, platforms, problems) {
    if (platforms.some((word) => word.trim() === ''))
        problems.push('a platform is blank');
    else if (platforms.length > 0)
        set(given, 'platforms', platforms.join(' '), problems);
}
function readExec({ problems, given, words, command }, environment) {
    const [program, ...programArguments] = command ?? [];
    if (command === undefined)
        throw inputProblem([NO_COMMAND]);
    if (!program)
        problems.push(NO_COMMAND);
    if (given.json !== undefined)
        problems.push('exec prints no report, and takes no --json');
    for (const name of ['mode', 'scope'])
        if (given[name] !== undefined)
            problems.push(`exec takes no --${name}`);
    addPlatforms(given, words.slice(1), problems);
    addEnvironment(given, environment, 'exec', problems);
    const { mode: _, scope: __, ...raw } = inputsIn(given);
    problems.push(...misplaced({ ...given, json: undefined }, 'exec'), ...listInputProblems(raw));
    if (problems.length > 0 || program === undefined)
        throw inputProblem(problems);
    const mapRoot = given['map-root'] !== undefined;
    return { kind: 'exec', raw, mapRoot, command: [program, ...programArguments] };
}
const NO_COMMAND = 'exec needs a command after two dashes: exec [platform ...] -- command';
const NO_RUN = 'is no id of a run, and not "last"';
function readAlone({ problems, given, words, command }, purpose, environment) {
    const [run = 'last', ...more] = words.slice(1);
    const json = given.json !== undefined;
    addEnvironment(given, environment, purpose, problems);
    const raw = inputsIn(given);
    if (purpose === 'undo' && run !== 'last' && !isRunId(run))
        problems.push(`"${printable(run, 40)}" ${NO_RUN}`);
    if ((purpose === 'undo' ? more : words.slice(1)).length > 0)
        problems.push(purpose === 'undo' ? 'undo takes back one run' : `${purpose} takes no platforms`);
    if (command !== undefined)
        problems.push(NOT_EXEC);
    if (purpose === 'list' && raw.scope === 'private')
        problems.push('a private table begins empty: list it from inside (exec -- setup-binfmt list)');
    problems.push(...misplaced(given, purpose), ...listInputProblems(raw));
    if (problems.length > 0)
        throw inputProblem(problems);
    if (purpose === 'list')
        return { kind: 'list', raw, json };
    return purpose === 'platforms' ? { kind: 'platforms', json } : { kind: 'undo', run, json };
}
const NOT_EXEC = 'only exec takes a command after "--"';
function readRun({ problems, given, words, command }, environment) {
    const [mode, ...platforms] = words;
    const json = given.json !== undefined;
    const { run, mount } = given;
    const complain = (wrong, problem) => void (wrong && problems.push(problem));
    const meant = mode === undefined ? undefined : nearestMode(mode);
    complain(command !== undefined && meant !== 'exec', NOT_EXEC);
    if (mode !== undefined)
        set(given, 'mode', mode, problems);
    addPlatforms(given, platforms, problems);
    addInstallation(given, problems);
    const onlyMount = mount !== undefined && given.mode === undefined && given.platforms === undefined;
    if (!onlyMount && run === undefined)
        addEnvironment(given, environment, undefined, problems);
    const raw = inputsIn(given);
    const more = onlyMount ? Object.keys(raw) : [];
    complain(mount !== undefined && mount !== TABLE_PATH, `--mount is "${printable(mount ?? '', 60)}", and ${TABLE_PATH} is where programs look`);
    complain(more.length > 0, `--mount alone takes no --${more.join(', --')}`);
    complain(run !== undefined && words.length > 1, '--run is for remove alone, without platforms');
    complain(run !== undefined && run !== 'last' && !isRunId(run), `--run ${NO_RUN}`);
    const asked = raw.mode ?? 'setup';
    const purpose = MODES.find((each) => each === asked.toLowerCase());
    if (purpose === undefined)
        problems.push(modeProblem(asked, raw.platforms));
    else if (!onlyMount)
        problems.push(...misplaced(given, purpose));
    const named = run === undefined && problems.length === 0 ? raw : { platforms: 'all', ...raw };
    const readable = purpose === undefined ? { ...named, mode: MODES.find((each) => each === meant) } : named;
    if (problems.length > 0)
        throw inputProblem([...problems, ...listInputProblems(readable)]);
    if (run !== undefined)
        return { kind: 'undo', run, json };
    return onlyMount ? { kind: 'mount', json } : { kind: 'run', raw, json };
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
function purposeOf(word) {
    return PURPOSES.find((each) => each === word.toLowerCase());
}
function modeProblem(mode, platforms = '') {
    const purpose = purposeOf(mode);
    if (purpose !== undefined)
        return `${purpose} is no value of --mode but a word: setup-binfmt ${purpose}${purpose === 'exec' ? ' [platform ...] -- command' : ''}`;
    const shown = printable(mode, 40);
    if (!('unknown' in parsePlatform(mode)))
        return `"${shown}" is a platform, and the mode comes before it: setup ${printable(`${mode} ${platforms}`, 60)}`;
    return `mode is "${shown}", and must be one of ${FIRST_WORDS.join(', ')}${hintOf(nearestMode(mode))}`;
}
const TOLD_APART = {
    cleanup: undefined,
    summary: undefined,
    'add-to-path': undefined,
    install: undefined,
    uninstall: undefined,
};
function misplaced(given, purpose) {
    const post = 'the action alone, which has a post step: undo takes changes back here';
    const cleansUp = isSet('cleanup', given.cleanup);
    return [
        ...(cleansUp ? [`--cleanup is for ${post}`] : []),
        ...OF_THE_ACTION.filter((name) => given[name] !== undefined).map((name) => `--${name} is for the action alone`),
        ...listMisplaced({ ...given, ...TOLD_APART }, purpose).map(({ name, modes }) => `--${name} is for ${modes.join(', ')}, and means nothing to ${purpose}`),
    ];
}

;// CONCATENATED MODULE: ./lib/inputs/help.js


const DESCRIBED = {
    setup: {
        usage: '[platform ...] [--<option> value]',
        does: 'make the platforms run here and prove it (the default)',
        more: ['Needs root, sudo without a password, or a Docker engine. undo takes it back.'],
        examples: [
            ['setup arm64 riscv64', 'run programs of these two architectures'],
            ['setup all --qemu-from apt --persist', "every platform of containers, by Debian's QEMU, for good"],
        ],
    },
    plan: {
        usage: '[platform ...] [--<option> value]',
        does: 'say what setup would do; changes nothing, and needs no privilege',
        more: ['Also makes the matrix for a job that builds each platform on its own runner.'],
        examples: [
            ['plan linux/amd64,linux/arm64', 'what runs here, what would be set up, and the matrix'],
            ['plan --matrix-from docker.io/library/debian:trixie-slim', 'the same for the platforms of an image'],
        ],
    },
    doctor: {
        usage: '[platform ...] [--<option> value]',
        does: 'say what is wrong here and how to mend it; changes nothing, and needs no privilege',
        examples: [
            ['doctor', 'this host, and the builds that the engine knows to have failed'],
            ['doctor arm64 --log build.log', 'why a build for arm64 failed, by its log'],
        ],
    },
    remove: {
        usage: 'platform|entry|all ... [--<option> value]',
        does: 'take entries away: those of the platforms, those named, or with all every qemu-*',
        more: ['Entries of others stay. undo takes it back.'],
        examples: [
            ['remove arm64', 'the entry that runs arm64'],
            ['remove all', 'every entry whose name begins with qemu-'],
        ],
    },
    exec: {
        usage: '[platform ...] [--<option> value] -- command [argument ...]',
        does: 'run one command with a table of its own; needs no privilege (Linux 6.7 or newer)',
        examples: [
            ['exec arm64 -- ./program-for-arm64', 'run one program'],
            [
                'exec riscv64 -- buildah bud --isolation chroot --platform linux/riscv64 .',
                'build an image without root',
            ],
        ],
    },
    list: {
        usage: '[--scope host|engine] [--json]',
        does: 'say what runs here, and by whom; changes nothing',
        examples: [
            ['list', 'platforms, their entries and handlers'],
            ['list --json', 'the same as a document'],
        ],
    },
    platforms: {
        usage: '[--json]',
        does: 'list the platforms that are known, with all their names',
        examples: [
            ['platforms', 'a line for each platform'],
            ['platforms --json', 'the same as a document'],
        ],
    },
    undo: {
        usage: '[last|RUN] [--json]',
        does: 'take back what the last run did, or the run of that id',
        more: ['A run that changes something prints its id.'],
        examples: [
            ['undo', 'take back what the last run did'],
            ['undo 0123abcd-0123-4567-89ab-0123456789ab', 'take back what this run did'],
        ],
    },
};
const help_EXIT_CODES = `Exit codes
  0 done and proven   1 a platform is not proven, or the doctor found an error
  2 wrong input       3 this host cannot do it`;
function renderHelp(about) {
    return about === undefined ? renderAll() : renderMode(about);
}
function renderAll() {
    return `Makes this Linux host run programs of other architectures, and proves that it does.

  setup-binfmt <mode> [platform ...] [--<option> value] [--json]

Modes
${PURPOSES.map((mode) => `  ${mode.padEnd(10)} ${DESCRIBED[mode].does}`).join('\n')}
  help MODE  what a mode takes, with examples
  version    print the version of this program

Platforms
  names such as arm64, linux/arm/v7, riscv64, aarch64, armhf; or all (the default);
  none for --rules alone

Options
${OPTIONS.flatMap(helpLine).join('\n')}

Environment
  what no argument gives: ${VARIABLE}PLATFORMS, ${VARIABLE}ON_CONFLICT, and so on

${help_EXIT_CODES}
  of exec, once the command runs: those of the command`;
}
function renderMode(mode) {
    const { usage, does, more = [], examples } = DESCRIBED[mode];
    const options = OPTIONS.filter(({ modes }) => modes.includes(mode)).flatMap(helpLine);
    return [
        `${does.replace(/^./, (letter) => letter.toUpperCase())}.`,
        ...more,
        '',
        `  setup-binfmt ${mode} ${usage}`,
        '',
        'Examples',
        ...examples.flatMap(([command, meaning]) => [`  # ${meaning}`, `  setup-binfmt ${command}`]),
        '',
        'Options',
        ...options,
        '',
        mode === 'exec' ? `${help_EXIT_CODES}\n  once the command runs: those of the command` : help_EXIT_CODES,
    ].join('\n');
}
function helpLine({ name, kind, fallback = '', help }) {
    if (help === undefined)
        return [];
    const at = kind === options_TEXT ? help.indexOf(': ') : 0;
    const usage = `--${fallback === 'true' ? 'no-' : ''}${name} ${help.slice(0, at)}`;
    const text = at === 0 ? help : help.slice(at + 2);
    const shown = kind === options_TEXT && fallback !== '' && name !== 'image' ? ` (${fallback})` : '';
    return [`  ${usage.padEnd(22)} ${text}${shown}`];
}

;// CONCATENATED MODULE: ./lib/report/terminal.js







const painted = (tone) => (text) => `${COLOURS[tone]}${text}${COLOURS.end}`;
const COLOURED = {
    good: painted('good'),
    bad: painted('bad'),
    warn: painted('warn'),
    faint: painted('faint'),
};
function paintFor(host, isTerminal) {
    const wanted = isTerminal && (host.env.NO_COLOR ?? '') === '' && host.env.TERM !== 'dumb';
    return wanted ? COLOURED : PLAIN;
}
function terminalProgress(host, isTerminal) {
    const paint = paintFor(host, isTerminal);
    const line = (text) => print('stderr', [`  ${text}`]);
    const isLive = isTerminal && host.env.TERM !== 'dumb';
    return {
        group: (title) => say('stderr', [paint.faint(title)], paint),
        line,
        download: (download) => (isLive ? barMeter(line, redraw, download) : lineMeter(line, download)),
    };
}
function printReport(report, options) {
    if (options.json)
        printJson(report);
    else
        say('stdout', renderText(report, options.paint), options.paint);
    printProblem(report.problem, options.paint);
}
function printFailure(host, problem, { mode, paint }) {
    if (mode !== undefined)
        printJson(failureOf(mode, problem));
    if (host.env.RUNNER_DEBUG === '1' && problem.cause !== undefined) {
        print('stderr', (0,external_node_util_.inspect)(problem.cause).split('\n'));
    }
    printProblem(problem, paint);
}
function printKnown(known, json) {
    if (json)
        printJson(reportKnown(known));
    else
        print('stdout', renderKnown(known));
}
function printJson(report) {
    print('stdout', renderJson(report).trimEnd().split('\n'));
}
function printComplaint(report, paint) {
    say('stderr', renderText(report, paint), paint);
    printProblem(report.problem, paint);
}
function printProblem(problem, paint) {
    if (problem !== undefined)
        say('stderr', [`${paint.bad(problem.id)} ${problem.message}`], paint);
}
function say(stream, lines, paint) {
    print(stream, lines, paint !== PLAIN);
}

;// CONCATENATED MODULE: ./lib/main/command-line.js


















const PRIVATE_HERE = 'a private table ends with the program that made it: use exec [platform ...] -- command';
const args = process.argv.slice(2);
const command_line_host = nodeHost();
const paint = paintFor(command_line_host, process.stdout.isTTY === true);
const isWatched = process.stderr.isTTY === true;
const command_line_log = terminalProgress(command_line_host, isWatched);
async function runCommandLine() {
    process.exitCode = await program_runToEnd((problem) => {
        printFailure(command_line_host, problem, { mode: documentMode(args, process.env), paint });
        return problem.exitCode;
    }, command_line_main);
}
async function command_line_main(doing) {
    doing('read the arguments');
    const asked = parseArguments(args, process.env);
    switch (asked.kind) {
        case 'help':
            print('stdout', renderHelp(asked.about).split('\n'));
            return 0;
        case 'version':
            print('stdout', [PROGRAM_VERSION]);
            return 0;
        case 'platforms':
            printKnown(knownPlatforms(), asked.json);
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
        case 'list':
            return list(parseInputs(asked.raw), followProgress(command_line_log, 'list what runs here', doing));
        case 'undo':
            return undo(asked.run, followProgress(command_line_log, 'take back a run', doing));
        case 'mount':
            return mount(followProgress(command_line_log, 'mount binfmt_misc', doing));
        case 'run': {
            const inputs = parseInputs(asked.raw);
            const one = newRun();
            doing('read the inputs', () => isRecorded(command_line_host, one.id));
            return command_line_run(asked.raw, inputs, one, followProgress(command_line_log, `run ${inputs.mode}`, doing));
        }
    }
}
async function list(inputs, progress) {
    const scope = await openScope(command_line_host, inputs.scope);
    return runList(scope.host, inputs, makeContext(command_line_host, inputs, scope, progress)).finally(scope.close);
}
async function undo(asked, progress) {
    const run = asked === 'last' ? latestRun(command_line_host) : asked;
    if (run === undefined)
        throw inputProblem(['there is no record of a run that could be taken back']);
    if (!isRecorded(command_line_host, run))
        throw inputProblem([`there is no record of the run ${run}`]);
    return runUndo(command_line_host, run, true, { ...progress, privilegedProgram: privilegedProgram() });
}
async function mount(progress) {
    const run = newRun();
    const report = await runMount(command_line_host, { ...progress, privilegedProgram: privilegedProgram(), run });
    tellHowToUndo(report, run);
    return report;
}
async function command_line_run(raw, inputs, run, progress) {
    if (inputs.scope === 'private' && inputs.mode === 'setup')
        throw inputProblem([PRIVATE_HERE]);
    const scope = await openScope(command_line_host, inputs.scope);
    const context = makeContext(command_line_host, inputs, scope, { ...progress, run });
    const report = await runMode(scope.host, inputs, context).finally(scope.close);
    if (context.run !== undefined)
        tellHowToUndo(report, run, raw.image);
    return report;
}
function tellHowToUndo(report, run, image) {
    const started = process.argv[1] ?? '';
    const program = (0,external_node_path_.basename)(started) === 'setup-binfmt' ? 'setup-binfmt' : `node ${shellWord(started)}`;
    const line = howToUndo(command_line_host, report, run, program, image);
    if (line !== undefined)
        command_line_log.line(line);
}
function execInTable(asked, doing) {
    const inputs = parseInputs({ ...asked.raw, scope: 'private' });
    const progress = followProgress(command_line_log, 'make a private table', doing);
    return execPrivately(command_line_host, asked, (scope) => fillQuietly(scope, inputs, progress), command_line_log.line);
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
