/** The reader of foreign tar archives: tar-stream, loaded when it is needed, without its endless loop. */
import type { Extract, Header } from 'tar-stream';

export type { Extract, Header };

/**
 * A reader that gives the members of what is written to it. tar-stream 3.2 never returns from a pax record of
 * negative length, so no time limit would end it; such a header is an error here before it gets there.
 */
export async function openTar(): Promise<Extract> {
  const { extract } = await import('tar-stream');
  const tar: Extract & { _decodeLongHeader?: (bytes: Uint8Array) => void } = extract();
  const decode = tar._decodeLongHeader;
  if (decode === undefined) throw new Error('tar-stream has no _decodeLongHeader any more');
  tar._decodeLongHeader = (bytes) => {
    refuseNegativeLengths(bytes);
    decode.call(tar, bytes);
  };
  return tar;
}

/** Walks the records (`LENGTH NAME=VALUE`, pax(1)) as tar-stream does. */
function refuseNegativeLengths(bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) {
    const space = bytes.indexOf(0x20, at);
    const digits = Buffer.from(bytes.subarray(at, space < 0 ? bytes.length : Math.min(space, at + 20)));
    const length = Number.parseInt(digits.toString('latin1'), 10);
    if (length < 0) throw new Error('a header has a negative length');
    if (!length) break;
    at += length;
  }
}
