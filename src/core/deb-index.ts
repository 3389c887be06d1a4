/** What apt says, as values: which package it would download, from where, and why it cannot. */

/** One package that apt offers. Every field is checked for form; `uri` is for showing its place only. */
export interface DebCandidate {
  readonly package: string;
  /** Package version, epoch included (`1:10.0.13+ds-0+deb13u1`). */
  readonly version: string;
  /** Debian architecture (`amd64`). */
  readonly arch: string;
  /** Name of the file that `apt-get download` writes. */
  readonly file: string;
  /** Bytes of the file. */
  readonly size: number;
  /** Algorithm and digest by which apt checks the file (`SHA256:…`, `SHA512:…`). */
  readonly hash: string;
  readonly uri: string;
}

const URI_LINE = /^'([^']+)' (\S+) (\d{1,15}) (SHA256:[0-9a-f]{64}|SHA512:[0-9a-f]{128})$/;
const FILE =
  /^([a-z0-9][a-z0-9+.-]{1,60})_((?:\d{1,9}%3a)?[0-9][A-Za-z0-9.+~-]{0,120})_([a-z0-9-]{1,30})\.deb$/;

/**
 * Parses the output of `apt-get --print-uris download <name>`: one line `'URI' FILE SIZE HASH` a package
 * (apt-get(8)); in FILE the colon of the epoch is `%3a`. Gives the first well-formed line of that package,
 * `undefined` when there is none. Packages without a strong digest do not count.
 */
export function parseCandidate(text: string, name: string): DebCandidate | undefined {
  for (const line of text.split('\n')) {
    const [, uri = '', file = '', size = '', hash = ''] = URI_LINE.exec(line.trim()) ?? [];
    const [, found, version = '', arch = ''] = FILE.exec(file) ?? [];
    if (found !== name) continue;
    return { package: name, version: version.replace('%3a', ':'), arch, file, size: Number(size), hash, uri };
  }
  return undefined;
}

/** The line of `parseCandidate` again, with nothing of the URI but its place. */
export function formatCandidate(candidate: DebCandidate): string {
  const { uri, file, size, hash } = candidate;
  return `'${uri.slice(0, uri.indexOf(':'))}://${placeOf(uri)}' ${file} ${size} ${hash}`;
}

/** Bytes that `apt-get update` says it fetched (`Fetched 9415 kB in 1s`); 0 when it does not say. */
export function parseFetched(stdout: string): number {
  const [, number = '0', unit = ''] = /^Fetched ([\d,.]{1,12}) ([kMG]?)B in /m.exec(stdout) ?? [];
  return Number(number.replaceAll(',', '')) * ({ k: 1e3, M: 1e6, G: 1e9 }[unit] ?? 1);
}

/** The place that a URI of apt names, without user, password and path: a host name, or the scheme. */
export function placeOf(uri: string): string {
  const [, scheme = 'unknown place', host = ''] =
    /^([a-z][a-z0-9+.-]{0,30}):(?:\/\/(?:[^/]*@)?([^/?#]*))?/i.exec(uri) ?? [];
  return host === '' ? scheme : host;
}

/** Takes user names and passwords out of every URI in a text. */
export function withoutCredentials(text: string): string {
  return text.replace(/([a-z][a-z0-9+.-]{0,30}:\/\/)[^/\s'"]*@/gi, '$1');
}

/**
 * The first errors of an apt run (lines `E:` or `Err:`), else its first warning (`W:`), joined to one line
 * without credentials; empty when it complained about nothing.
 */
export function complaintOf(stderr: string): string {
  const lines = withoutCredentials(stderr.slice(0, 65_536)).split('\n');
  const of = (level: RegExp): readonly string[] => [
    ...new Set(lines.flatMap((line) => (level.test(line) ? [line.replace(level, '').trim()] : []))),
  ];
  const errors = of(/^E: /);
  return (errors.length > 0 ? errors : of(/^W: /)).slice(0, 2).join('; ');
}

/** Bytes for people, in the units that apt uses (`62.6 MB`). */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  return bytes < 1_000_000 ? `${(bytes / 1000).toFixed(1)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
