/** Kinds of tests, checks and programs that fail by what they do, and not by what runs them. */

import { type Kind, plain, texts } from '../kind.ts';

export const checkKinds = (): readonly Kind[] => [
  plain(
    'test-failure',
    'a test failed',
    [
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
      { has: 'cannot ', and: /^npm (?:ERR!|error) Cannot (?:read|set) propert/ },
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
