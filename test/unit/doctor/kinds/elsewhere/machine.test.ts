import { describe, expect, it } from 'vitest';
import { answerOf } from '../../../../support/logs.ts';

describe('a machine', () => {
  it.each([
    "PANIC: Avd's CPU Architecture 'arm64' is not supported by the QEMU2 emulator on x86_64 host.",
    "PANIC: CPU Architecture 'x64' is not supported by the QEMU2 emulator, (the classic engine is deprecated!)",
    'ERROR   | x86_64 emulation currently requires hardware acceleration!',
    'The Linux kernel requires more recent processor hardware\nls: cannot access a.journal: No such file or directory',
    "unsupported configuration: CPU mode 'host-passthrough' for aarch64 qemu domain on aarch64 host is not supported by hypervisor",
    'VBoxManage: error: Cannot run the machine because its platform architecture x86 is not supported on ARM',
    "ERROR    Host does not support any virtualization options for arch 'aarch64'",
    "Call to virDomainDefineXML failed: internal error: no supported architecture for os type 'hvm'",
    'level=fatal msg="did not receive an event with the \\"running\\" status"',
    '> "[hostagent] failed to run [system_profiler]: executable file not found in $PATH" fields.level=fatal',
    'Error: krunkit was terminated by signal: segmentation fault',
    'Error: vfkit exited unexpectedly with exit code 1',
    'X Exiting due to PROVIDER_VIRTUALBOX_NOT_FOUND: unable to find VBoxManage in $PATH',
    'BdsDxe: No bootable option or device was found.\nerror: it failed',
    'VFS: Cannot open root device "sda" or unknown-block(0,0): error -6',
    'dracut-initqueue[412]: Warning: dracut-initqueue timeout - starting timeout scripts\nerror: no boot',
  ])('that is virtual failed: %s', (log) => {
    expect(answerOf(log)).toBe('not-emulation virtual-machine');
  });

  it('ran out of memory, as a build tool says', () => {
    expect(answerOf("ERROR: a-1.0 do_package: ExecutionError('/w/run.BUILDSPEC.30', 137, None, None)")).toBe(
      'not-emulation out-of-memory',
    );
  });

  it('on which Java crashed of itself has no other for its cause', () => {
    const log =
      'Linux pi 6.12.34 #1 SMP aarch64 GNU/Linux\n#  SIGILL (0x4) at pc=0x0000ffff6bd3fc5c, pid=7, tid=8';
    expect(answerOf(log)).toBe('not-emulation native-crash');
  });
});
