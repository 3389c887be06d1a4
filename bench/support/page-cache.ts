/** What a machine that was just started has not read yet. */
import { execFileSync } from 'node:child_process';

/**
 * Makes the kernel forget what it keeps in memory of files and of all files in folders (posix_fadvise, as dd asks for it);
 * what runs from them stays. The disk has them first, since nothing is forgotten that has not been written.
 */
export function forgetRead(paths: readonly string[]): void {
  const script = `find -H "$@" -xdev -type f -exec sync -d {} + -exec sh -c '
    for file; do dd if="$file" iflag=nocache count=0 status=none; done' sh {} +`;
  execFileSync('sh', ['-c', script, 'sh', ...paths], { stdio: ['ignore', 'ignore', 'pipe'] });
}
