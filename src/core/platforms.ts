/** The table of everything that can be emulated, and the normalising of platform names. */

export interface ElfIdentity {
  readonly bits: 32 | 64;
  readonly endian: 'little' | 'big';
  readonly machine: number;
}

/** One architecture that QEMU's user mode emulates: one magic, one handler, one probe. */
export interface Target {
  /** OCI architecture (`arm64`); the key of the table. */
  readonly arch: string;
  /** QEMU's target name (`aarch64`): handler `qemu-aarch64`, entry `qemu-aarch64`. */
  readonly qemu: string;
}
