/** Foreign text as values: JSON objects, ids of runs, addresses of this machine. */

export type JsonObject = Readonly<Record<string, unknown>>;

/** The value that a JSON text holds (RFC 8259); `undefined` when it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The object that a text holds; `undefined` when it is no JSON, or another kind of value. */
export function parseObject(text: string): JsonObject | undefined {
  // What is thrown and caught for each line that is none costs more than all else that is done with it.
  const value = /^\s*\{/.test(text) ? parseJson(text) : undefined;
  return isObject(value) ? value : undefined;
}

/** The items of one kind in a JSON list; none for a text that holds no list. */
export function parseList<T>(text: string | undefined, isItem: (item: unknown) => item is T): readonly T[] {
  const value = parseJson(text ?? '');
  return Array.isArray(value) ? value.filter(isItem) : [];
}

/** True for an object that is no array. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * The texts in a list of foreign JSON, and nothing else of it: what String() makes of lists within lists, which may lie as deep as
 * there is text, has no end that the stack knows.
 */
export function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

/** Says of a text whether it can be the id of a run: a UUID, so it can be a file name too. */
export function isRunId(text: unknown): text is string {
  return (
    typeof text === 'string' && /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(text)
  );
}

/**
 * True for what is this machine for sure: `localhost`, 127.0.0.0/8 and `[::1]`, with or without a port, as Docker has it. It is
 * for what is allowed with this machine alone (plain HTTP), so that nothing is that may lie elsewhere.
 */
export function isLoopback(hostAndPort: string): boolean {
  const host = hostAndPort.replace(/:\d+$/, '').toLowerCase();
  return host === 'localhost' || host === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(host);
}

/** Names that files of hosts give this machine (RFC 6761, 6.3; hosts(5) of Debian and Fedora). */
const OWN_NAMES = /(?:^|\.)localhost$|^(?:localhost\.localdomain|localhost6|ip6-localhost|ip6-loopback)$/;
/** 0.0.0.0/8, 127.0.0.0/8 and 169.254.0.0/16, as they are and within IPv6; `::`, `::1` and fe80::/10. In the form of URLs. */
const OWN_ADDRESSES =
  /^(?:0|127|169\.254)\.[\d.]+$|^\[::(?:ffff:)?(?:(?:[\da-f]{1,2}|7f[\da-f]{2}|a9fe):[\da-f]{1,4}|1)?\]$|^\[fe[89ab][\da-f]:/;

/**
 * True for whatever may be this machine, or lead to what it alone can reach, however it is written. It is for what others must
 * not send us to, so that nothing of the kind is left out.
 */
export function isInward(hostAndPort: string): boolean {
  const address = `http://${hostAndPort}`;
  if (!URL.canParse(address)) return false;
  const { hostname } = new URL(address);
  return OWN_ADDRESSES.test(hostname) || OWN_NAMES.test(hostname.replace(/\.$/, ''));
}

/** True for an absolute path that can stand in a line of the kernel's table, and leads nowhere upwards. */
export function isPlainPath(value: unknown): value is string {
  return typeof value === 'string' && /^\/[^\0\n:\\]+$/.test(value) && !/(?:^|\/)\.{1,2}(?:\/|$)/.test(value);
}

/** The text without these characters at its end. An expression would look at each of a run of them again and again. */
export function withoutEnd(text: string, characters: string): string {
  let end = text.length;
  while (end > 0 && characters.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

/** The words of a list, between commas, spaces and newlines. */
export function splitList(text: string): readonly string[] {
  return text.split(/[\s,]+/).filter((word) => word !== '');
}
