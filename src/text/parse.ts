/** JSON of others: what of it is an object, with members of which nothing is known. */

export type JsonObject = Readonly<Record<string, unknown>>;

/** The object that a text holds; `undefined` when it is no JSON, or another kind of value. */
export function parseObject(text: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** True for an object that is no array. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
