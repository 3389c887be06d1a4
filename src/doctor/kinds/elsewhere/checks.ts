/** Kinds of tests, checks and programs that fail by what they do, and not by what runs them. */

import { type Kind, plain, texts } from '../kind.ts';

export const checkKinds = (): readonly Kind[] => [
  plain(
    'test-failure',
    'a test failed',
    [
      ...texts(`
        --- fail:  | test timed out after | assertionerror | test result: failed | there was 1 failure
        | there were failing tests
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
        | issues found | clippy::
      `),
      {
        has: 'threshold',
        and: /coverage.{0,80}(?:below|not meet|less than|under)|not meet .{0,40}threshold/i,
      },
      { has: '.py:', and: /^\S{1,200}\.py:\d{1,6}:\d{1,4}: [A-Z]{1,3}\d{3,4} / },
      { has: ' problem', and: /✖ [1-9]\d{0,5} problems?\b/ },
      { has: 'total: ', and: /^Total: [1-9]\d{0,5} \(/ },
      { has: ' sc', and: /\bSC[12]\d{3}\b/ },
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
];
