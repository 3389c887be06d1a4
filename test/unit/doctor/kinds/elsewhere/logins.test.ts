import { describe, expect, it } from 'vitest';
import { diagnoseLog } from '../../../../../src/doctor/log/diagnose.ts';
import { answerOf, readLog } from '../../../../support/logs.ts';

describe('a registry that lets nobody in', () => {
  it.each([
    'unauthorized: unauthenticated: User cannot be authenticated with the token provided.',
    'Error: buildx failed with: ERROR: unauthorized: access token has insufficient scopes',
    'denied: Your authorization token has expired. Reauthenticate and try again.',
    'Error: Cannot perform an interactive login from a non TTY device',
    'error getting credentials - err: exec: "docker-credential-desktop": executable file not found in $PATH',
    'failed to push to destination 1.dkr.ecr.us-east-1.amazonaws.com/a: DENIED: User: arn:aws:iam::1:user/ci is not authorized',
    'failed to authorize: failed to fetch oauth token: unexpected status from GET request to https://ghcr.io/token: 403 Forbidden',
  ])('%s', (line) => {
    expect(answerOf(line)).toBe('not-emulation registry-unauthorized');
  });

  it('is another one than a registry that does not answer', () => {
    const line =
      'make sure you entered the correct tag name, and that you are authenticated correctly: dial tcp:';
    expect(
      answerOf(`error checking push permissions -- ${line} lookup registry.test: no such host`),
    ).not.toContain('registry-unauthorized');
  });
});

describe('a login that is missing', () => {
  it.each([
    'npm error code E401',
    '➤ YN0041: │ @acme/ui@npm:2.1.0: Invalid authentication (as an unknown user)',
    ' ERR_PNPM_FETCH_401  GET https://npm.pkg.github.com/download/@acme/core: Unauthorized - 401',
    "Could not GET 'https://maven.test/lib.pom'. Received status code 401 from server: Unauthorized",
    'Failed to deploy artifacts: status code: 401, reason phrase: Unauthorized (401)',
    'error :   Response status code does not indicate success: 401 (Unauthorized).',
    'Unable to locate credentials. You can configure credentials by running "aws configure".',
    "ERROR: (gcloud.run.deploy) PERMISSION_DENIED: Permission 'run.services.get' denied on resource 'a'",
    'ERROR: AADSTS700016: Application was not found in the directory',
    'Error from server (Forbidden): deployments.apps is forbidden: User "ci" cannot create resource',
    'FATAL:  password authentication failed for user "app"',
    "ERROR 1045 (28000): Access denied for user 'root'@'localhost' (using password: YES)",
  ])('%s', (line) => {
    expect(answerOf(line)).toBe('not-emulation login-missing');
  });

  it('explains that a package cannot be had', () => {
    const log =
      'WARNING: 401 Error, Credentials not correct for https://pypi.test/simple/a/\nERROR: No matching distribution found for a';
    expect(answerOf(log)).toBe('not-emulation login-missing');
  });

  it('is not what a test expects', () => {
    expect(answerOf('    a_test.go:3: expected 200, got 401 Unauthorized\n--- FAIL: TestA (0.0s)')).toBe(
      'not-emulation test-failure',
    );
  });
});

describe('a server that refuses', () => {
  it.each([
    '2024-05-05 12:00:00 ERROR 403: Forbidden.',
    'curl: (22) The requested URL returned error: 403',
    '  - Status code: 403 for https://cdn.test/repomd.xml (IP: 203.0.113.2)',
  ])('%s', (line) => {
    expect(answerOf(`get it\n${line}`)).toBe('not-emulation server-refuses');
  });
});

describe('Git that is not let in', () => {
  it.each([
    'remote: Permission to acme/site.git denied to github-actions[bot].',
    "fatal: unable to access 'https://github.com/acme/site.git/': The requested URL returned error: 403",
    'Load key "/home/runner/.ssh/id_rsa": error in libcrypto',
    'remote: HTTP Basic: Access denied. The provided password or token is incorrect',
    '! [remote rejected] main -> main (refusing to allow a GitHub App to create or update workflow)',
  ])('%s', (line) => {
    expect(answerOf(line)).toBe('not-emulation source-control');
  });
});

describe('a user who may not become root', () => {
  it.each([
    'sudo: The "no new privileges" flag is set, which prevents sudo from running as root.',
    'sudo: a password is required',
    'runner is not in the sudoers file.',
    'su: must be run from a terminal',
  ])('%s', (line) => {
    expect(answerOf(line)).toBe('not-emulation rights-not-raised');
  });
});

describe('what tells of a login, and that none failed', () => {
  it.each([
    [
      'a record of a request',
      'level=info msg="GET /v2/ 401 Unauthorized, asking for a token"\nLogin Succeeded\nSuccessfully tagged a:1',
      'nothing-failed -',
    ],
    [
      'a compiler',
      'src/a.ts(3,4): error TS2345: Argument of type \'"unauthorized: user"\' is not assignable',
      'not-emulation compile-error',
    ],
    [
      'a test’s name',
      '  ✕ rejects with "invalid credentials" (5 ms)\n    Expected: "invalid credentials"\nTests:       1 failed, 3 passed',
      'not-emulation test-failure',
    ],
    [
      'a test that passed',
      'insufficient_scope_test passed\nok  \texample.com/auth\t0.3s',
      'nothing-failed -',
    ],
  ])('%s', (_, log, expected) => {
    expect(answerOf(log)).toBe(expected);
  });

  it('is not said before what failed, in a log without a word of an error', () => {
    expect(answerOf('would reformat a.py\ngh auth login\ndone')).toBe('not-emulation check-failed');
  });
});

describe('Git that asks for a login', () => {
  const asks = "fatal: could not read Username for 'https://git.test': terminal prompts disabled";
  it.each([
    ['alone', asks, '$TOKEN@HOST'],
    [
      'for a module of Go’s',
      `go: a.test/b@v1.0.0: invalid version: git ls-remote -q origin in /root/go/pkg/mod/cache/vcs/1: exit status 128:\n\t${asks}`,
      'GOPRIVATE',
    ],
    [
      'for one that the proxy does not have',
      `go: a.test/b@v1.0.0: reading https://proxy.golang.org/a.test/b/@v/v1.0.0.mod: 404 Not Found\n\tserver response:\n\t${asks}`,
      'GOPRIVATE',
    ],
    [
      'for one that the proxy has no more',
      `go: a.test/b@v1.0.0: reading https://sum.golang.org/lookup/a.test/b@v1.0.0: 410 Gone\n\tserver response: not found: invalid version: unknown revision v1.0.0\n\t${asks}`,
      'GOPRIVATE',
    ],
  ])('%s', (_, log, command) => {
    const { verdict, diagnoses } = diagnoseLog(readLog(`${log}\n`), {}, { here: false });
    expect([verdict, ...diagnoses.map(({ id }) => id)]).toEqual(['not-emulation', 'git-credentials']);
    expect(diagnoses[0]?.causes).toHaveLength(1);
    expect(diagnoses[0]?.causes[0].commands.join('\n')).toContain(command);
  });
});
