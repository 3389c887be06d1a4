/** Kinds of tests, checks and programs that fail by what they do, and not by what runs them. */

import { type Kind, plain, texts } from '../kind.ts';

/** An exception of a library's own name space, but for those of connections and of what the machine refuses. */
const OF_A_LIBRARY =
  /^(?:E {3,8})?(?:Caused by: |Exception in thread "[^"]{1,80}" )?(?:(?:django|sqlalchemy|alembic|celery|pydantic\w{0,6}|jinja2|flask|werkzeug|marshmallow|rest_framework|jsonschema|pymongo|sphinx|pandas|graphql|mypy)(?:\.\w{1,40}){1,5}|(?:org\.(?:springframework|hibernate|flywaydb|quartz|jooq)|com\.fasterxml|liquibase|jakarta|javax|groovy\.lang|kotlin|scala)(?:\.[\w$]{1,60}){1,8}): (?!.{0,300}(?:validation errors? for Settings|could not translate host|Connection refused|exec format))/;

export const checkKinds = (): readonly Kind[] => [
  plain(
    'test-failure',
    'a test failed',
    [
      { has: '(fail) ', and: /^\(fail\) .{1,200} \[[\d.]{1,12}m?s\]$/ },
      { has: ' specs, ', and: /^\d{1,6} specs, [1-9]\d{0,5} failures?/ },
      { has: 'failing tests:', and: /^✖ failing tests:/ },
      { has: ' error', and: /^=+ (?:.{1,80}, )?[1-9]\d{0,5} errors? in [\d.]{1,12}s/ },
      { has: 'no tests ran in ', and: /^=+ no tests ran in / },
      { has: ' errored during testing' },
      { has: 'total tests: ', and: /^Total tests: \d{1,7}, .{0,40}failed: [1-9]/ },
      { has: 'disconnected, because no message in' },
      // Jest, Vitest, Mocha, AVA, Cypress, Playwright, Karma
      ...texts(`
        test suite failed to run | jest encountered an unexpected token | no test files found: "
        | cypresserror: | no test is available in | no tests found for given includes
        | the active test run was aborted | unnecessary stubbings detected | error: test run failed | error: doctest failed
        | importerror while loading conftest | tests failed for package | ** test failed ** | on metrics 'http_req
        | webdriverexception: | sessionnotcreatedexception: | selenium.common.exceptions.
      `),
      { has: 'expect(received)', and: /^\s{0,12}expect\(received\)\./ },
      {
        has: 'snapshot',
        and: /^(?:Error: Snapshot `.{1,200}` mismatched|\s{0,4}› \d{1,6} snapshots? failed)/,
      },
      { has: 'failed tests ', and: /^[⎯═]{2,80} Failed (?:Tests|Suites) \d/ },
      { has: 'failed tests', and: /^══ Failed tests ═/ },
      { has: 'timed out in', and: /^(?:\s{0,4}Error: )?(?:Test|Hook) timed out in \d{1,9}ms/ },
      { has: 'ms exceeded', and: /(?:Test timeout of|Timeout of|\.\w{2,30}: Timeout) \d{1,9}ms exceeded/ },
      { has: 'waiting for expect(', and: /Timed out \d{1,9}ms waiting for expect\(/ },
      { has: ' failed', and: /^\s{0,4}[1-9]\d{0,5} failed$/ },
      { has: ' failed)', and: /^(?:.{1,120}: )?Executed \d{1,6} of \d{1,6} .{0,12}\([1-9]\d{0,5} FAILED\)/ },
      { has: ' failed (', and: /^\s{0,4}✖ {1,3}[1-9]\d{0,5} of \d{1,6} failed \(/ },
      // pytest, unittest, tox
      { has: 'error tests/', and: /^ERROR tests\/\S{1,200}/ },
      { has: 'fixture ', and: /^E {3,8}fixture '[^']{1,80}' not found/ },
      { has: 'failed: ', and: /^E {3,8}Failed: / },
      { has: 'fail: ', and: /^FAIL: \w{1,120} \([\w.]{1,200}\)$/ },
      { has: 'error: invocationerror for command' },
      { has: ': fail code ', and: /^\s{0,2}[\w.-]{1,40}: FAIL code \d/ },
      // JUnit, Gradle, xUnit, MSTest, PHPUnit, RSpec, Robot, behave, R, Dart, cargo, ctest
      { has: ' failed', and: /^[\w.$]{1,160} > .{1,200} FAILED$/ },
      { has: 'tests completed, ', and: /^\d{1,7} tests completed, [1-9]\d{0,6} failed/ },
      { has: ' [fail]', and: /^\[xUnit\.net .{1,20}\] .{1,300} \[FAIL\]/ },
      { has: 'test summary: ', and: /^Test summary: total: \d{1,7}, failed: [1-9]/ },
      { has: 'errors: ', and: /^Tests: \d{1,7}, Assertions: \d{1,7}, .{0,40}(?:Errors|Failures): [1-9]/ },
      { has: 'failure/error: ', and: /^\s{0,8}Failure\/Error: / },
      {
        has: ' passed, ',
        and: /^\d{1,7} (?:tests?|features|scenarios), \d{1,7} passed, [1-9]\d{0,6} failed|^\d{1,7} (?:features|scenarios) passed, [1-9]\d{0,6} failed/,
      },
      { has: 'error: test failures', and: /^Error: Test failures/ },
      { has: 'test failed at ', and: /^.{0,60}Test Failed at \S{1,200}:\d/ },
      { has: 'parameterresolutionexception: ' },
      { has: 'comparisonfailure', and: /^\s{0,8}org\.junit\.ComparisonFailure/ },
      { has: 'test file ', and: /^\s{0,6}\(in test file \S{1,200}, line \d{1,6}\)/ },
      { has: '[makefile', and: /\*\*\* \[Makefile:\d{1,6}: check-TESTS\] Error 1$/ },
      { has: 'warning: data race', and: /^WARNING: DATA RACE$/ },
      ...texts(`
        --- fail:  | test timed out after | assertionerror | test result: failed | there was 1 failure
        | there were failing tests | there are test failures | the following tests failed | errors while running ctest
        | tests failed, out of | tests unsuccessful | testsfailedexception | some tests did not pass
        | test run failed. | some tests failed. | no test files found, exiting with | no tests found, exiting with
        | interrupted: 1 error during collection | errors during collection | race detected during execution of test
        | error: test failed, to rerun | fails locally | assertionfailederror
        | is detected in the test module | session tests failed | % failure rate | nox > session
      `),
      { has: 'tests run: ', and: /Tests run: \d{1,7}, (?:Failures: [1-9]|Failures: \d{1,7}, Errors: [1-9])/ },
      {
        has: 'failure',
        and: /^\d{1,7} (?:examples?|runs|tests?), .{0,60}\b[1-9]\d{0,6} (?:failures?|errors?)\b/,
      },
      { has: 'not ok ', and: /^\s{0,8}not ok \d{1,6}\b(?!.{0,200}# ?(?:TODO|SKIP))/ },
      { has: 'fail', and: /^FAIL\t\S{1,200}\t[\d.]{1,12}s$/ },
      { has: 'failed: ', and: /Failed:\s+[1-9]\d{0,6}, Passed:/ },
      { has: 'tests failed', and: /\b[1-9]\d{0,6} tests? failed/i },
      {
        has: 'failed',
        and: /^(?:FAILED |FAIL\s|=+ .{0,40}\b[1-9]\d{0,6} failed)|Tests:\s+[1-9]\d{0,6} failed|Failures?: [1-9]/,
      },
      { has: 'fail', and: /^ ?FAIL {1,2}\S{1,200}\.(?:test|spec)\.\w{2,4}\b/ },
      { has: 'failed', and: /^(?:Test Suites|Test Files|Tests):? {1,8}[1-9]\d{0,5} failed/ },
      { has: 'failed', and: /^\s{0,8}❯ \S{1,200} \(\d{1,6} tests? \| [1-9]\d{0,5} failed/ },
      { has: 'failing', and: /^\s{0,6}[1-9]\d{0,5} failing$/ },
      { has: 'failed', and: /^\[ {2}FAILED {2}\] \S/ },
      {
        has: 'failed',
        and: /^(?:FAILED \((?:failures|errors)=|\/\/\S{1,200} {2,200}FAILED in |test cases: .{1,80} [1-9]\d{0,5} failed|\([1-9]\d{0,5} failed, \d{1,6} passed\)|\*\*\* [1-9]\d{0,5} TESTS? FAILED)/,
      },
      {
        has: 'failed',
        and: /^(?:[1-9]\d{0,5}|All \d{1,6}|\d{1,6} out of \d{1,6}) (?:tests?|scenarios?|specs?)\b.{0,12} failed\b/,
      },
      { has: 'failed)', and: /^[1-9]\d{0,5} (?:scenarios?|steps?) \(.{0,40}[1-9]\d{0,5} failed/ },
      { has: '# fail', and: /^# (?:fail|FAIL: ) {0,4}[1-9]\d{0,5}$/ },
      { has: 'fail:', and: /^(?:FAIL: [\w./-]{1,120}|Fail: {1,20}[1-9]\d{0,5})$/ },
      { has: 'result: fail', and: /^Result: FAIL$/ },
      {
        has: 'subtests',
        and: /^\s{0,8}Failed \d{1,6}\/\d{1,6} (?:subtests|test programs\. \d{1,6}\/\d{1,6} subtests failed)/,
      },
      { has: 'fail!  : ', and: /^FAIL! {2}: \w/ },
      { has: ' test -- not ok', and: /^\s{0,4}\S{1,100} test -- NOT OK$/ },
      { has: 'parse errors: ', and: /^\s{0,6}Parse errors: (?:No plan found in TAP|Bad plan)/ },
      { has: 'failures', and: /^(?:FAILURES!$|Executed \d{1,6} tests?, with [1-9])/ },
      { has: 'failure', and: /^Executed \d{1,6} tests?, with [1-9]\d{0,5} failure/ },
      {
        has: 'assertion',
        and: /^(?:Assertion failed: .{1,200}, function \w|Fatal error: exception .{0,300}Assertion failed)/,
      },
      { has: 'assert ', and: /^E {3,8}assert / },
      // xUnit, NUnit, MSTest
      { has: 'assert.', and: /^(?:Message: )?\s{0,4}Assert\.\w{1,40}(?:\(.{0,60}\))?(?: Failure| failed\b)/ },
      { has: 'expect(', and: /^(?:Error|JestAssertionError): expect\(.{1,60}\)\.\w/ },
      { has: 'exceeded timeout of', and: /Exceeded timeout of \d{1,9} ms for a (?:test|hook)/ },
      { has: 'testing failed:', and: /^Testing failed:$/ },
      { has: 'failed: total', and: /Failed: Total \d{1,6}, Failed [1-9]/ },
      { has: 'testsfailed', and: /TestsFailed/ },
      { has: 'assertion `', and: /assertion `.{0,200}` failed/ },
    ],
    ['A test failed', 'Look at the test that is named, and at what it expected'],
    { explains: ['compile-error'], doubtful: true },
  ),
  plain(
    'check-failed',
    'a check of the sources failed',
    [
      { has: 'no release type found in pull request' },
      { has: 'dead links found!', and: /[1-9]\d{0,5} dead links found!/ },
      { has: 'needs running on the following files' },
      ...texts(`
        eslint found too many warnings | no parser could be inferred for file | no parser could be inferred for "
        | but expected minimum is | too many files with unapproved license | failed to satisfy license requirements
        | quality gate status: failed | security issue. severity | pre-commit script failed (code | incompatible licenses:
        | code is out of date. run | rust-clippy/master/index.html | spelling errors found | simplecov failed with exit
        | you are less than fail-under | less than fail-under= | \`-d warnings\` | implied by \`-d | commit-msg script failed (code
        | generated code is out of date | some enforcer rules have failed. look
      `),
      { has: 'vulnerabilities found!', and: /^Vulnerabilities found!/ },
      { has: 'svelte-check found', and: /found [1-9]\d{0,5} errors?/ },
      { has: 'exceeded maximum budget.', not: /warn/i },
      { has: ' md0', and: /^\S{1,200}:\d{1,6}(?::\d{1,6})? (?:error )?MD\d{3}\// },
      { has: '>> issue: [b', and: /^>> Issue: \[B\d{3}:/ },
      { has: '` imported but unused', and: /^F401 / },
      { has: 'fixable with the `--fix`', and: /^\[\*\] [1-9]\d{0,5} fixable/ },
      { has: ' errors, ', and: /^[1-9]\d{0,5} errors?, \d{1,6} warnings?, \d{1,6} (?:informations?|notes?)/ },
      { has: 'check: "ckv', and: /^Check: "?CKV/i },
      { has: 'check: ckv', and: /^Check: CKV\w{0,8}_\w{1,20}_?\d/ },
      { has: '(standard:', and: /\.kts?:\d{1,6}:\d{1,6}: .{1,200} \(standard:[\w-]{1,60}\)$/ },
      { has: '.java:[', and: /\.java:\[\d{1,6}(?:,\d{1,6})?\] \(\w{1,30}\) \w{1,60}: / },
      { has: ' violation: ', and: /\.swift:\d{1,6}:\d{1,6}: (?:error|warning): .{1,80} Violation: / },
      { has: 'violations, ', and: /Found [1-9]\d{0,5} violations?, \d{1,6} serious/ },
      { has: '.dart:', and: /^\s{0,4}error • .{1,300} • \S{1,200}\.dart:\d/ },
      { has: ' errors', and: /🔍 \d{1,6} Total .{0,60}🚫 [1-9]\d{0,5} Errors?/u },
      { has: 'warnings-as-errors]', and: /: error: .{1,300}\[[\w.,-]{1,200},-warnings-as-errors\]/ },
      { has: 'vet: ', and: /^vet: \S{1,200}\.go:\d/ },
      { has: 'arg list ends with redundant newline' },
      { has: '  unexpected ', and: /^\s{1,6}\d{1,6}:\d{1,6} {1,4}✖ {1,4}Unexpected / },
      { has: ', found ', and: /^\d{1,6} mods\/funs, found [1-9]/ },
      { has: 'that can be fixed in', and: /^Found [1-9]\d{0,5} of \d{1,7} files that can be fixed in/ },
      { has: 'error: ', and: /^ERROR: [A-Z][A-Za-z]{4,60} - \S{1,200}\.php:\d{1,6}:\d{1,6} - / },
      { has: 'discovered vulnerabilities at or above' },
      ...texts(`
        golangci-lint exit | would reformat | files were modified by this hook | code style issues | found lint errors
        | issues found | clippy:: | would be reformatted | format violations | checkstyle violations | imports are incorrectly sorted
        | treating warnings as errors because | warning, treated as error | warnings treated as errors | in strict mode!
        | code should be clang-formatted | the following source files are not formatted | the following files are not formatted
        | failed due to --check-formatted | generated files are not up to date | subject may not be empty [
        | is not compliant with version | quality gate has failed | lint found errors in the project
        | vulnerabilities at or above the severity | severity vulnerability found | leaks found:
        | no matching signatures | no signatures found | lic_files_chksum does not match | qa issue:
        | required test coverage of | coverage threshold for | has been rated at
        | identified with vulnerabilities that have a cvss | 'spotlessapply' to fix
      `),
      {
        has: 'threshold',
        and: /coverage.{0,80}(?:below|not meet|less than|under)|not meet .{0,40}threshold/i,
      },
      { has: '.py:', and: /^\S{1,200}\.py:\d{1,6}:\d{1,4}: [A-Z]{1,3}\d{3,4} / },
      { has: ' problem', and: /✖ [1-9]\d{0,5} problems?\b/ },
      { has: 'total: ', and: /^Total: [1-9]\d{0,5} \(/ },
      { has: ' sc', and: /\bSC[12]\d{3}\b/ },
      {
        has: 'vulnerab',
        and: /\b(?:found [1-9]\d{0,5} (?:\w{1,12} severity )?vulnerabilit|[1-9]\d{0,5} vulnerabilit(?:y|ies) found|error\[vulnerability\]|known issues, found [1-9])/,
        not: /^(?:npm|added|audited)\b|run `npm (?:audit|fund)/,
      },
      { has: 'collected ', and: /^collected \d{1,6} items? \/ \d{1,5} errors?/ },
      { has: ' bugs and', and: /failed with [1-9]\d{0,5} bugs/ },
      { has: '.py:', and: /\.py:\d{1,6}:\d{1,4}: [CEFRWI]\d{4}: / },
      { has: '.rb:', and: /\.rb:\d{1,6}:\d{1,4}: [CWEFR]: / },
      { has: '.go:', and: /\.go:\d{1,6}:\d{1,4}: .{1,300} \((?:SA|ST|S|QF|U)\d{4}\)$/ },
      { has: 'lint errors', and: /found [1-9]\d{0,5} lint errors/ },
      { has: 'weighted issues' },
      { has: 'error: cannot format ' },
      { has: 'known issues', and: /Tested \d{1,6} dependencies for known issues, found [1-9]/ },
      { has: 'failed checks: ', and: /Failed checks: [1-9]/ },
      { has: 'errors in ', and: /^Found [1-9]\d{0,5} errors? in \d{1,6} (?:source )?files?/ },
      {
        has: 'found ',
        and: /^(?:\S{1,20}: )?(?: ?\[ERROR\] Found [1-9]\d{0,5} errors?|Found [1-9]\d{0,5} (?:violations|not formatted files)|FOUND [1-9]\d{0,5} ERRORS? )/,
      },
      { has: 'offense', and: /\b[1-9]\d{0,5} offenses? detected/ },
      { has: '.py:', and: /^(?:error: )?\S{1,200}\.py:\d{1,6}(?::\d{1,4})?:? (?:- )?error: / },
      {
        has: '.go:',
        and: /^\S{1,200}\.go:\d{1,6}(?::\d{1,4})?: .{1,300} \((?:errcheck|gofmt|goimports|govet|revive|staticcheck|unused|ineffassign|gosec|gocritic|gosimple|lll|misspell|typecheck|gocyclo|dupl|stylecheck|gofumpt)\)$/,
      },
      { has: '  error  ', and: /^\s{1,8}\d{1,6}:\d{1,6} {1,12}error {2,12}\S/ },
      { has: 'diff in ', and: /^Diff in \S{1,300}\.rs(?: at line |:)\d/ },
      { has: '- hook id: ' },
      { has: '[error] ', and: /^\[ERROR\] \S{1,300}\.java:\d{1,6}:(?:\d{1,6}:)? .{1,300} \[\w{3,60}\]$/ },
      { has: 'charts linted', and: /[1-9]\d{0,5} charts? linted, [1-9]\d{0,5} charts? failed/ },
      { has: 'chart(s) linted', and: /linted, [1-9]\d{0,5} chart\(s\) failed/ },
      { has: ' dl', and: /\bDL[34]\d{3}\b/ },
      {
        has: 'license',
        and: /license.{0,80}(?:not allowed|forbidden|denied|incompatible)|forbidden license/i,
      },
    ],
    [
      'A linter, formatter, scanner or check of licences found something',
      'Look at the first finding that it names',
    ],
  ),
  plain(
    'program-error',
    'a program or a script stopped at an error of its own',
    [
      // What a database answers: two spaces are PostgreSQL's, a number and a state MySQL's
      {
        has: 'error:  ',
        and: /^(?:psql:.{1,200}: )?ERROR: {2}[a-z"]/,
        not: /password authentication|pg_hba/,
      },
      { has: 'error ', and: /^ERROR (?!104[45]|20\d\d)\d{4} \([\dA-Z]{5}\)/ },
      { has: 'mongoservererror: ', not: /Authentication failed/ },
      { has: 'queryfailederror: ' },
      { has: 'integrityerror: ', and: /^(?:[\w.]{1,80}\.)?IntegrityError: / },
      { has: 'responseerror: ', and: /^redis\./ },
      ...texts(`
        migrations failed: error: | dirty database version | failed to run sql migration | bootstrap checks failed
        | innodb: operating system error number | dialect needs to be explicitly | execution error (filenotfoundexception)
      `),
      { has: 'unexpectedly found nil while' },
      // What a library of theirs throws
      { has: 'error: ', and: OF_A_LIBRARY },
      { has: 'exception: ', and: OF_A_LIBRARY },
      { has: 'appregistrynotready: ' },
      { has: 'templatenotfound: ' },
      {
        has: 'java.lang.',
        and: /^(?:Exception in thread "[^"]{1,80}" |Caused by: )?java\.lang\.(?:ClassNotFoundException|NoClassDefFoundError): /,
      },
      {
        has: 'unhandled exception. ',
        and: /^Unhandled exception\. (?!System\.(?:IO\.FileNotFound|DllNotFound|BadImageFormat|OutOfMemory|InvalidProgram|ExecutionEngine|AccessViolation|UnauthorizedAccess|ComponentModel\.Win32))[A-Z][\w.]{2,120}Exception: /,
      },
      { has: 'platformnotsupportedexception: ' },
      ...texts(`
        throw er; // unhandled
        | migrate found failed migrations | rake aborted! | rails aborted! | migrations are pending | application failed to start
        | linkageerror occurred while loading | a jni error has occurred | nil pointer dereference | you have an error in your sql syntax
        | base table or view not found | execution of the postgresql server is not permitted | panic: reached unreachable code
        | change log lock | validate failed: migrations have failed
      `),
      { has: 'returned with error code', and: /^Script .{1,200} returned with error code \d/ },
      {
        has: 'initdb: error: ',
        and: /^initdb: error: (?:cannot be run as root|directory "[^"]{1,200}" exists but is not empty)/,
      },
      {
        has: '** (',
        and: /^\s{0,8}(?:\*\* \(exit\) .{0,80})?\*\* \((?:Argument|Key|Match|FunctionClause|CaseClause|BadMap|Protocol\.Undefined|Ecto\.\w{1,30}|Postgrex\.|WithClause)\w{0,30}\) /,
      },
      // Python
      {
        has: 'error: ',
        and: /^(?:E {3})?(?:\w{1,30}\.){0,5}(?:NameError|AttributeError|KeyError|IndexError|TypeError|ValueError|RecursionError|UnboundLocalError|ZeroDivisionError|NotImplementedError|UnicodeDecodeError|UnicodeEncodeError|JSONDecodeError): \S/,
        not: /embedded null|fetch failed/,
      },
      // JavaScript
      {
        has: 'error: ',
        and: /^(?:Uncaught |error: Uncaught (?:\(in promise\) )?|\[.{1,30}\] )?(?:TypeError|ReferenceError|RangeError): (?:.{1,200} is not (?:a function|defined|iterable|a constructor)|Cannot read propert|Cannot set propert|Cannot destructure|Maximum call stack|Assignment to constant|.{1,60} is not defined in ES module)/,
      },
      {
        has: '[err_',
        and: /\[ERR_(?:REQUIRE_ESM|PACKAGE_PATH_NOT_EXPORTED|UNKNOWN_FILE_EXTENSION|INVALID_ARG_TYPE|UNSUPPORTED_DIR_IMPORT|INVALID_ARG_VALUE)\]/,
      },
      { has: 'unhandledpromiserejection: ' },
      { has: 'cannot ', and: /^npm (?:ERR!|error) Cannot (?:read|set|destructure) propert/ },
      { has: 'does not provide an export named' },
      // Ruby, PHP, Perl, Lua, R, Julia, Elixir
      {
        has: 'undefined method',
        and: /(?:NoMethodError|NameError)|undefined method '/,
      },
      { has: 'uninitialized constant', and: /NameError|^\S{0,200}uninitialized constant [A-Z]/ },
      { has: 'undefined local variable' },
      { has: 'uncaught ', and: /^(?:PHP )?Fatal error: {1,2}Uncaught \w/ },
      { has: "can't locate object method" },
      { has: 'undefined subroutine', and: /^Undefined subroutine &/ },
      {
        has: 'attempt to ',
        and: /attempt to (?:index|call|perform arithmetic on|concatenate|compare) (?:a |two )/,
      },
      { has: 'could not find function', and: /^Error in .{0,80}could not find function "/ },
      { has: 'error in eval', and: /object '[^']{1,60}' not found/ },
      { has: 'undefvarerror: ' },
      {
        has: '" not found',
        and: /^(?:PHP )?(?:Fatal error: {1,2})?(?:Uncaught Error: )?Class "[\w\\]{1,120}" not found/,
      },
      { has: 'methoderror: ', and: /MethodError: no method matching/ },
      { has: '(undefinedfunctionerror)' },
      // Java, .NET, Go, Rust
      {
        has: 'java.lang.',
        and: /^(?:Exception in thread "[^"]{1,80}" |Caused by: )?java\.lang\.(?:NullPointer|ClassCast|IllegalArgument|ArrayIndexOutOfBounds|NumberFormat)Exception|java\.lang\.(?:NoSuchMethod|NoSuchField|IncompatibleClassChange)Error/,
      },
      { has: 'no main manifest attribute' },
      { has: 'nullreferenceexception: ', not: /MSB\d/ },
      {
        has: 'panic: ',
        and: /^panic: (?:runtime error: (?:index out of range|slice bounds|integer divide)|assignment to entry in nil map|interface conversion: )/,
      },
      { has: 'all goroutines are asleep' },
      { has: 'concurrent map ', and: /^fatal error: concurrent map / },
      {
        has: 'panicked at',
        and: /(?:^|s )thread '[^']{1,100}'(?: \(\d{1,9}\))? panicked at (?!.{0,40}(?:alternative stack|failed to allocate))/,
      },
      // jq
      { has: 'jq: error', and: /^jq: error(?: \(at .{1,60}\))?: (?!Could not open)/ },
      { has: 'parse error: ', and: /^(?:jq: )?parse error: .{1,80} at line \d/ },
      // What a database answers
      {
        has: 'does not exist',
        and: /^(?:.{0,60}FATAL: {2}|ERROR: {1,2}|pq: |UndefinedTable\) )(?:role|database|relation|column|schema|function|type) "?[\w.]{1,80}"? .{0,40}does not exist/,
      },
      { has: 'no such table: ', and: /OperationalError|^Error: / },
      { has: 'too many clients already' },
      { has: 'unknown database', and: /^ERROR 1049 / },
      { has: 'syntax error at or near', and: /^(?:ERROR: {2}|pq: )/ },
    ],
    [
      'A program or a script stopped at an error of its own code, or of the data that it was given',
      'Look at the last line of its own trace, and at the version of what it calls',
    ],
    { doubtful: true },
  ),
];
