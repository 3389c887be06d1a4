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
  const value = parseJson(text);
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

/** Says of a text whether it can be the id of a run: a UUID, so it can be a file name too. */
export function isRunId(text: unknown): text is string {
  return (
    typeof text === 'string' && /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(text)
  );
}

/** True for `localhost`, 127.0.0.0/8 and `[::1]`, with or without a port. */
export function isLoopback(hostAndPort: string): boolean {
  const host = hostAndPort.replace(/:\d+$/, '').toLowerCase();
  return host === 'localhost' || host === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(host);
}

/** True for an absolute path that can stand in a line of the kernel's table, and leads nowhere upwards. */
export function isPlainPath(value: unknown): value is string {
  return typeof value === 'string' && /^\/[^\0\n:\\]+$/.test(value) && !/(?:^|\/)\.{1,2}(?:\/|$)/.test(value);
}
