import { describe, expect, it } from 'vitest';
import { diagnoseLog } from '../../../../../src/doctor/log/diagnose.ts';
import { readLog } from '../../../../support/logs.ts';

const answer = (line: string) => {
  const log = `#9 [linux/arm64 4/4] RUN install\n#9 1.1 ${line}\n#9 ERROR: process "install" did not complete successfully: exit code: 1\n`;
  const { verdict, diagnoses } = diagnoseLog(readLog(log), {}, { here: false });
  return `${verdict} ${diagnoses[0]?.id ?? '-'}`;
};

describe('packages', () => {
  it.each([
    'npm ERR! cipm can only install packages when your package.json and package-lock.json are in sync.',
    'npm error Missing: @emnapi/core@1.10.0 from lock file',
    '➤ YN0028: │ The lockfile would have been modified by this install, which is explicitly forbidden.',
    'error Your lockfile needs to be updated, but yarn was run with `--frozen-lockfile`.',
    'ERR_PNPM_OUTDATED_LOCKFILE  Cannot install with "frozen-lockfile"',
    'error: lockfile had changes, but lockfile is frozen',
    'pyproject.toml changed significantly since poetry.lock was last generated. Run `poetry lock` to fix it.',
    'error: The lockfile at `uv.lock` needs to be updated, but `--locked` was provided.',
    'Your Pipfile.lock (7c0a5e) is out of date. Expected: (9f1b2d).',
    'error: the lock file /app/Cargo.lock needs to be updated but --locked was passed to prevent this',
    'main.go:22:2: missing go.sum entry for module providing package example.com/a; to add:',
    'error: cannot write modified lock file of flake',
    "** (Mix) lock mismatch: the dependency is out of date. To fetch locked version run 'mix deps.get'",
    'Error: Inconsistent dependency lock file',
  ])('whose lock file does not fit: %s', (line) => {
    expect(answer(line)).toBe('not-emulation lock-file-outdated');
  });

  it.each([
    'go: go.mod requires go >= 1.23.0 (running go 1.21.13; GOTOOLCHAIN=local)',
    'error minimatch@10.0.1: The engine "node" is incompatible with this module. Expected version "20".',
    'CMake 3.25 or higher is required.  You are running version 3.18.4',
    'error: package `home v0.5.11` cannot be built because it requires rustc 1.81 or newer',
    '../meson.build:1:0: ERROR: Meson version is 0.56.2 but project requires >= 0.61.0',
    'error: release version 21 not supported',
    '  - Root composer.json requires php ^8.2 but your php version (8.1.2) does not satisfy that requirement.',
    'Your Ruby version is 3.1.4, but your Gemfile specified 3.2.2',
  ])('that ask for another version of a tool: %s', (line) => {
    expect(answer(line)).toBe('not-emulation tool-version');
  });

  it.each([
    [
      "E: The repository 'http://deb.debian.org/debian buster Release' no longer has a Release file.",
      'dependency',
    ],
    ['../meson.build:31:0: ERROR: Dependency "wayland-client" not found, tried pkgconfig', 'dependency'],
    [
      "error: component 'cargo' for target 'a' is unavailable for download for channel 'stable'",
      'dependency',
    ],
    ['E: Invalid Release file, no entry for main/binary-riscv64/Packages', 'package-of-another-architecture'],
    [
      'Your bundle only supports platforms ["x86_64-linux"] but your local platform is aarch64-linux.',
      'package-of-another-platform',
    ],
  ])('that cannot be had: %s', (line, id) => {
    expect(answer(line)).toBe(`not-emulation ${id}`);
  });
});

describe('a package that is not known without its index', () => {
  const apk = (said: string) =>
    `WARNING: fetching https://dl-cdn.alpinelinux.org/alpine/v3.20/main: ${said}\nERROR: unable to select packages:\n  git (no such package):\n    required by: world[git]`;
  it.each([
    apk('DNS lookup error'),
    apk('temporary error (try again later)'),
    apk('network error (check Internet connection and firewall)'),
    "W: Failed to fetch http://deb.debian.org/debian/dists/bookworm/InRelease  Temporary failure resolving 'deb.debian.org'\nE: Unable to locate package git",
    'Curl error (6): Could not resolve host: mirrors.test\nNo match for argument: git\nError: Unable to find a match: git',
    "WARNING: Retrying (Retry(total=0)) after connection broken by 'NewConnectionError('<a>: Failed to establish a new connection: [Errno -3] Temporary failure in name resolution')': /simple/a/\nERROR: Could not find a version that satisfies the requirement a (from versions: none)\nERROR: No matching distribution found for a",
  ])('is what comes of the network: %s', (log) => {
    const { diagnoses } = diagnoseLog(readLog(`${log}\n`), {}, { here: false });
    expect(diagnoses.map(({ id }) => id)).toEqual(['network']);
  });

  it.each([
    [
      'that other versions were found of',
      "WARNING: Retrying (Retry(total=4)) after connection broken by 'ReadTimeoutError': /simple/a/\nERROR: Could not find a version that satisfies the requirement a==9 (from versions: 1, 2)\nERROR: No matching distribution found for a==9",
    ],
    [
      'long after the network failed',
      `curl: (6) Could not resolve host: a.test\n${'all is well\n'.repeat(300)}E: Unable to locate package git`,
    ],
    [
      'of another step than that in which the network failed',
      '#5 [2/3] RUN ./get.sh\n#5 1.0 Could not resolve host: a.test\n#5 DONE 1.1s\n#6 [3/3] RUN apt-get install -y gti\n#6 1.0 E: Unable to locate package gti\n#6 ERROR: process "/bin/sh -c apt-get install -y gti" did not complete successfully: exit code: 100',
    ],
  ])('is a failure of its own, %s', (_, log) => {
    const { diagnoses } = diagnoseLog(readLog(`${log}\n`), {}, { here: false });
    expect(diagnoses.map(({ id }) => id)).toContain('dependency');
  });
});
