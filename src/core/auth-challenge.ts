/** `WWW-Authenticate` (RFC 9110, 11.6.1), as registries send it for a token or for a name and password. */

export interface Challenge {
  /** Lower case: `bearer`, `basic`. */
  readonly scheme: string;
  /** Names in lower case. */
  readonly parameters: ReadonlyMap<string, string>;
}

const PART = /^[\s,]*([A-Za-z0-9!#$%&'*+.^_`|~-]+)(?:\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,"]*)))?/;

/** Reads one header, which may hold several challenges. What cannot be read ends the list. */
export function parseChallenges(header: string): readonly Challenge[] {
  const challenges: { scheme: string; parameters: Map<string, string> }[] = [];
  let rest = header.slice(0, 8192);
  for (let part = PART.exec(rest); part !== null; part = PART.exec(rest)) {
    rest = rest.slice(part[0].length);
    const name = (part[1] as string).toLowerCase();
    const value = part[2]?.replace(/\\(.)/g, '$1') ?? part[3];
    if (value === undefined) challenges.push({ scheme: name, parameters: new Map() });
    else challenges.at(-1)?.parameters.set(name, value);
  }
  return challenges;
}
