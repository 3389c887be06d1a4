import fc from 'fast-check';

/**
 * Any code point but half of a surrogate pair, for `fc.string({ unit: codePoint })`: what fast-check's own unit
 * `binary` gives, without its table, which takes a second to make.
 */
export const codePoint: fc.Arbitrary<string> = fc
  .integer({ min: 0, max: 0x10ffff - 0x800 })
  .map((number) => String.fromCodePoint(number < 0xd800 ? number : number + 0x800));
