/**
 * Memory of streams. Buffers lie outside of V8's heap; a stream of many megabytes makes that heap grow so little
 * that V8 leaves up to 64 MB of dead buffers behind before it looks for them.
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

const INTERVAL = 4 * 1024 * 1024;

/**
 * Gives a function that is told how many bytes have passed, and has dead buffers freed after every 4 MiB. Does
 * nothing where this engine does not offer that.
 */
export function openReclaimer(): (bytes: number) => void {
  let collect: unknown;
  let passed = 0;
  return (bytes) => {
    passed += bytes;
    if (passed < INTERVAL) return;
    passed = 0;
    // Costs milliseconds: not for what is short.
    collect ??= collector();
    if (typeof collect === 'function') collect({ type: 'minor' });
  };
}

function collector(): unknown {
  setFlagsFromString('--expose-gc');
  return runInNewContext('globalThis.gc');
}
