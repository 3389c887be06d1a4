/** The files by which a step hands values to the runner (GITHUB_OUTPUT, GITHUB_STATE), read as the runner reads them. */

/** Reads a file of `name=value` and `name<<DELIMITER` blocks, as the runner does. */
export function commandFile(text: string): Readonly<Record<string, string>> {
  const values: Record<string, string> = {};
  const lines = text.split('\n');
  for (let at = 0; at < lines.length; at++) {
    const [, name, delimiter] = /^([^=<]+)<<(.+)$/.exec(lines[at] ?? '') ?? [];
    if (name !== undefined && delimiter !== undefined) {
      const end = lines.indexOf(delimiter, at + 1);
      if (end < 0) throw new Error(`no end of the value of ${name}`);
      values[name] = lines.slice(at + 1, end).join('\n');
      at = end;
    } else if ((lines[at] ?? '').includes('=')) {
      const [key = '', ...rest] = (lines[at] ?? '').split('=');
      values[key] = rest.join('=');
    }
  }
  return values;
}

/** The environment that a post step gets for what the main step has written to GITHUB_STATE. */
export function stateVariables(text: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(commandFile(text)).map(([name, value]) => [`STATE_${name}`, value]),
  );
}
