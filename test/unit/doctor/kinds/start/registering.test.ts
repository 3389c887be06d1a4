import { describe, expect, it } from 'vitest';
import { diagnoseLog } from '../../../../../src/doctor/log/diagnose.ts';
import { readLog } from '../../../../support/logs.ts';

const first = (log: string) => {
  const { verdict, diagnoses } = diagnoseLog(readLog(`${log}\n`), {}, { here: false });
  const [lead] = diagnoses;
  return { answer: `${verdict} ${lead?.id ?? '-'}`, cause: lead?.causes[0].text ?? '' };
};

describe('a kernel without binfmt_misc', () => {
  it.each([
    'ERROR: your kernel does not support binfmt_misc, cannot build for arm64 on x86_64',
    '[ error ] Kernel support for binfmt_misc is not enabled',
    'Error: the kernel lacks binfmt_misc support (CONFIG_BINFMT_MISC)',
    'FATAL: binfmt_misc filesystem is not available on this host, please enable CONFIG_BINFMT_MISC',
  ])('said by a tool: %s', (line) => {
    const { answer, cause } = first(line);
    expect(answer).toBe('emulation module-missing');
    expect(cause).toMatch(/built without CONFIG_BINFMT_MISC/);
  });

  it.each([
    ["systemd-modules-load[211]: Failed to find module 'binfmt_misc'", /modules of the running kernel/],
    ["modprobe: ERROR: could not insert 'binfmt_misc': Key was rejected by service", /does not take it/],
    ['insmod: ERROR: could not insert module binfmt_misc.ko: Unknown symbol in module', /does not take it/],
    ['E: qemu-debootstrap: binfmt_misc not mounted', /not mounted where the tool looked/],
  ])('or one whose module does not load: %s', (line, text) => {
    const { answer, cause } = first(line);
    expect(answer).toBe('emulation module-missing');
    expect(cause).toMatch(text);
  });

  it.each([
    'mount: /proc/sys/fs/binfmt_misc: mount point does not exist.',
    'error: no such file or directory\ncannot mount binfmt_misc filesystem at /proc/sys/fs/binfmt_misc',
    "# CONFIG_BINFMT_MISC is not set\nmount: /proc/sys/fs/binfmt_misc: unknown filesystem type 'binfmt_misc'.",
  ])('has nothing to mount: %s', (log) => {
    const { answer, cause } = first(`${log}\nexec /bin/uname: exec format error`);
    expect(answer).toBe('emulation mount-failed');
    expect(cause).toMatch(/^The kernel has no binfmt_misc/);
  });

  it.each([
    'systemd-binfmt[3]: Failed to flush binfmt_misc rules, ignoring: Too many levels of symbolic links',
    "ls: cannot open directory '/proc/sys/fs/binfmt_misc': Too many levels of symbolic links",
    'tee: /proc/sys/fs/binfmt_misc/register: Too many levels of symbolic links',
    "systemd-binfmt[3]: /etc/binfmt.d/a.conf:1: Failed to add binary format 'a': Too many levels of symbolic links",
  ])('has nothing behind systemd’s automount: %s', (line) => {
    const { answer, cause } = first(line);
    expect(answer).toBe('emulation mount-failed');
    expect(cause).toMatch(/^systemd is to mount binfmt_misc/);
  });

  it('is not meant where somebody goes on', () => {
    expect(first('W: binfmt_misc is not mounted\nE: Unable to locate package foo').answer).toBe(
      'not-emulation dependency',
    );
    expect(first('INFO: binfmt_misc is not mounted, mounting it\nSuccessfully built').answer).toBe(
      'nothing-failed -',
    );
  });
});
