import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { LogVerdict } from '../../../../src/doctor/log/diagnose.ts';
import { diagnoseLog } from '../../../../src/doctor/log/diagnose.ts';
import { readLog } from '../../../../src/doctor/log/reader.ts';

const FOLDER = new URL('../../../fixtures/logs/', import.meta.url);

/** Excerpt, verdict, the diagnoses in order, and how the likeliest cause begins when nothing is known of the host. */
const EXPECTED: readonly (readonly [string, LogVerdict, readonly string[], string])[] = [
  ['actions-setup-docker-20', 'emulation', ['registry-unauthorized'], 'Credentials that are stored'],
  ['alpine-h700-1', 'emulation', ['exec-format-error'], 'No handler for this architecture'],
  ['alpine-lima-81', 'possible', ['arguments-shifted'], 'The entry lacks the flag P'],
  [
    'amazonlinux-container-images-18',
    'emulation',
    ['interpreter-not-in-container'],
    'The handler is registered without the flag F',
  ],
  ['armbian-build-10713', 'emulation', ['openat2-missing'], 'QEMU is older than 9.2'],
  ['atomic-server-80', 'possible', ['large-inode-numbers'], 'A 32-bit program reads a directory'],
  ['axis-aws-kinesis-vsp-15', 'emulation', ['exec-format-error'], 'No handler for this architecture'],
  ['binfmt-138', 'emulation', ['register-missing'], 'The interpreter that the line names does not exist'],
  ['binfmt-269', 'emulation', ['go-address-space'], 'This amd64 Go program packs pointers'],
  ['binfmt-298', 'emulation', ['ldconfig-crash'], 'QEMU is older than 10.1.3'],
  ['binfmt-316', 'emulation', ['emulator-crash'], 'The emulator itself crashed'],
  ['binfmt-92', 'emulation', ['register-invalid'], 'The kernel is older than 4.8'],
  [
    'bomhort-183',
    'emulation',
    ['guest-illegal-instruction'],
    'BuildKit ran the step with the emulator it carries',
  ],
  ['buildx-1170', 'emulation', ['ldconfig-crash'], 'QEMU is older than 10.1.3'],
  ['buildx-499', 'emulation', ['loads-wrong-path'], 'BuildKit ran the step with the emulator it carries'],
  ['colima-1613', 'emulation', ['openat2-missing'], 'QEMU is older than 9.2'],
  ['custompios-114', 'emulation', ['interpreter-busy'], 'The kernel holds the interpreter open'],
  ['desktop-feedback-326', 'emulation', ['guest-segfault'], 'QEMU is older than 10.1.3'],
  ['docker-abuild-47', 'possible', ['set-uid-ignored'], 'The entry lacks the flag C'],
  [
    'docker-android-build-box-189',
    'emulation',
    ['platform-not-published'],
    'The image is not published for this platform',
  ],
  ['docker-buildbox-2021', 'emulation', ['guest-illegal-instruction'], 'BuildKit ran the step'],
  ['docker-crate-255', 'possible', ['openat2-flags'], 'QEMU 9.2 to 10.1.2 built with musl'],
  ['docker-gitea-act-runner-51', 'emulation', ['mount-failed'], 'The kernel has no binfmt_misc'],
  [
    'docker-gitlab-2689',
    'emulation',
    ['loader-not-found'],
    'Emulation works, but a program of one architecture',
  ],
  ['docker-imap-backup-53', 'emulation', ['registry-rate-limit'], 'The registry limits anonymous pulls'],
  ['docker-library-python-760', 'emulation', ['loads-wrong-path'], 'BuildKit ran the step'],
  [
    'dotnet-docker-993',
    'emulation',
    ['syscall-unknown'],
    'QEMU is older than 10.1.3 and lacks a system call',
  ],
  ['extension-bootc-2142', 'emulation', ['exec-format-error'], 'No handler for this architecture'],
  ['for-mac-6264', 'emulation', ['guest-abort'], 'QEMU is older than 10.1.3'],
  ['fullstaq-ruby-docker-17', 'emulation', ['guest-abort'], 'QEMU is older than 10.1.3'],
  ['gitlab-mcp-729', 'emulation', ['guest-illegal-instruction', 'build-hangs'], 'BuildKit ran the step'],
  ['hive-mind-962', 'emulation', ['platform-not-published'], 'The image is not published for this platform'],
  ['island-is-6832', 'emulation', ['registry-rate-limit'], 'The registry limits anonymous pulls'],
  ['kinto-3495', 'emulation', ['ldconfig-crash'], 'QEMU is older than 10.1.3'],
  ['mcp-gateway-687', 'emulation', ['guest-illegal-instruction'], 'BuildKit ran the step'],
  [
    'open-computer-use-27',
    'emulation',
    ['loader-not-found'],
    'Emulation works, but a program of one architecture',
  ],
  ['pi-gen-372', 'emulation', ['module-missing'], 'The modules of the running kernel are not there'],
  ['pi-gen-435', 'emulation', ['register-invalid'], 'The kernel is older than 4.8'],
  ['pi-gen-action-179', 'emulation', ['arch-test-failed'], 'No handler for this architecture'],
  ['pmbootstrap-1444', 'emulation', ['register-missing'], 'binfmt_misc is not mounted'],
  ['podman-14314', 'possible', ['cpu-level'], 'QEMU is older than 7.2'],
  ['qemu-register-4', 'emulation', ['interpreter-loop'], 'A handler was registered for the machine’s own'],
  ['qemu-user-static-100', 'emulation', ['register-invalid'], 'The kernel is older than 4.8'],
  ['qemu-user-static-118', 'emulation', ['register-denied'], 'The container’s view of /proc/sys'],
  [
    'qemu-user-static-199',
    'emulation',
    ['exec-format-error'],
    'The image is for another architecture than this host',
  ],
  ['qemu-user-static-27', 'possible', ['register-exists'], 'An entry of that name is there already'],
  ['qemu-user-static-39', 'emulation', ['guest-abort'], 'QEMU is older than 10.1.3'],
  ['qus-14', 'emulation', ['register-missing'], 'The interpreter that the line names does not exist'],
  ['rafiki-3731', 'emulation', ['guest-illegal-instruction'], 'BuildKit ran the step'],
  ['ros-deb-builder-action-57', 'emulation', ['guest-segfault'], 'QEMU is older than 10.1.3'],
  ['rpi-alpine-1', 'emulation', ['exec-format-error'], 'No handler for this architecture'],
  [
    'setup-qemu-action-110',
    'emulation',
    ['registry-unreachable'],
    'The registry, the name service or the network',
  ],
  ['setup-qemu-action-158', 'emulation', ['architecture-unknown'], 'The installer does not know this name'],
  [
    'setup-qemu-action-166',
    'emulation',
    ['registry-unreachable'],
    'The registry, the name service or the network',
  ],
  [
    'setup-qemu-action-167',
    'emulation',
    ['registry-unreachable'],
    'The registry, the name service or the network',
  ],
  ['setup-qemu-action-199', 'emulation', ['ldconfig-crash'], 'QEMU is older than 10.1.3'],
  ['setup-qemu-action-88', 'emulation', ['mount-failed'], 'The installer’s container has no privilege'],
  ['slopsmith-3', 'emulation', ['loader-not-found'], 'Emulation works, but a program of one architecture'],
  [
    'timescaledb-docker-ha-704',
    'emulation',
    ['exec-format-error'],
    'The handlers were registered from a container',
  ],
  ['vcpkg-21189', 'emulation', ['large-inode-numbers'], 'A 32-bit program reads a directory'],
  ['unrelated-certificate', 'not-emulation', ['registry-certificate'], 'A proxy or a private registry'],
  ['unrelated-compiler-oom', 'not-emulation', [], ''],
  ['unrelated-disk-full', 'not-emulation', [], ''],
  ['unrelated-docker-login', 'not-emulation', ['registry-unauthorized'], 'Credentials that are stored'],
  ['unrelated-go-test-timeout', 'not-emulation', [], ''],
  ['unrelated-native-segfault', 'not-emulation', [], ''],
  ['unrelated-native-sigill', 'not-emulation', [], ''],
  ['unrelated-npm-eresolve', 'not-emulation', [], ''],
  ['unrelated-npm-idealtree', 'not-emulation', [], ''],
  ['unrelated-npm-json', 'not-emulation', [], ''],
  ['unrelated-pytest', 'not-emulation', [], ''],
  ['unrelated-rate-limit', 'not-emulation', ['registry-rate-limit'], 'The registry limits anonymous pulls'],
  ['unrelated-rust-compile', 'not-emulation', [], ''],
  ['unrelated-typescript', 'not-emulation', [], ''],
];

describe('real logs', () => {
  it.each(EXPECTED)('%s: %s', (name, verdict, ids, cause) => {
    const diagnosis = diagnoseLog(readLog(readFileSync(new URL(`${name}.txt`, FOLDER), 'utf8')));
    expect(diagnosis.verdict).toBe(verdict);
    expect(diagnosis.diagnoses.map(({ id }) => id)).toEqual(ids);
    const text = diagnosis.diagnoses[0]?.causes[0].text ?? '';
    expect(text.slice(0, cause.length)).toBe(cause);
  });

  it('are all judged, and each names its thread', () => {
    const files = readdirSync(FOLDER).filter((file) => file.endsWith('.txt'));
    expect(files.sort()).toEqual(EXPECTED.map(([name]) => `${name}.txt`).sort());
    const cited = readFileSync(new URL('SOURCES.md', FOLDER), 'utf8');
    for (const file of files) {
      expect(cited).toMatch(
        new RegExp(
          `^\\| ${file.replace('.', '\\.')} \\| <https://github\\.com/.+/(?:issues|pull)/\\d+> \\|`,
          'm',
        ),
      );
    }
  });

  it('keep their number', () => {
    expect(EXPECTED.filter(([name]) => !name.startsWith('unrelated-')).length).toBeGreaterThanOrEqual(30);
    expect(EXPECTED.filter(([, verdict]) => verdict === 'not-emulation').length).toBeGreaterThanOrEqual(10);
  });
});
