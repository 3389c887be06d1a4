import { writeFileSync } from 'node:fs';
import type { GuestResult } from './machine.ts';

export interface KernelResults {
  readonly kernels: { readonly series: string; readonly suite: string; readonly result: GuestResult }[];
  readonly hosts: { readonly title: string; readonly suite: string; readonly result: GuestResult }[];
}

/** Writes docs/kernels.md. */
export function writeKernelsDocument(file: string, results: KernelResults): void {
  writeFileSync(file, `${results.kernels.length}\n`);
}
