import fc from 'fast-check';
import { type Entry, type Match, parseEntry } from '../../src/binfmt/entry.ts';
import type { Rule } from '../../src/binfmt/rule.ts';

export const JAR: Rule = {
  name: 'jar',
  match: { kind: 'extension', extension: 'jar' },
  interpreter: '/usr/bin/jexec',
  flags: '',
};
export const WASM: Rule = {
  name: 'wasm',
  match: { kind: 'magic', offset: 0, magic: '0061736d', mask: 'ffffffff' },
  interpreter: '/usr/bin/wasmtime',
  flags: 'OC',
};

/** What the kernel prints for a rule that was registered (fs/binfmt_misc.c, `entry_status`). */
export function printed({ name, match, interpreter, flags }: Rule, state = 'enabled'): Entry {
  const bytes =
    match.kind === 'extension'
      ? `extension .${match.extension}\n`
      : `offset ${match.offset}\nmagic ${match.magic}\n${match.mask === undefined ? '' : `mask ${match.mask}\n`}`;
  return parseEntry(name, `${state}\ninterpreter ${interpreter}\nflags: ${flags}\n${bytes}`);
}

const hex = (bytes: number) =>
  fc.uint8Array({ minLength: bytes, maxLength: bytes }).map((array) => Buffer.from(array).toString('hex'));
const magicMatch: fc.Arbitrary<Match> = fc
  .tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 1, max: 64 }), fc.boolean())
  .chain(([offset, length, masked]) =>
    fc
      .tuple(hex(length), hex(length))
      .map(([magic, mask]): Match => ({ kind: 'magic', offset, magic, ...(masked ? { mask } : {}) })),
  );
const extensionMatch: fc.Arbitrary<Match> = fc
  .stringMatching(/^[^\s/.:\0]{1,20}$/)
  .map((extension) => ({ kind: 'extension', extension }));

/** Any rule that a person may ask for. */
export const anyRule: fc.Arbitrary<Rule> = fc.record({
  name: fc.stringMatching(/^[A-Za-z0-9_+-]{1,40}$/).filter((name) => !/^(?:status|register)$/.test(name)),
  match: fc.oneof(magicMatch, extensionMatch),
  interpreter: fc.stringMatching(/^\/[\w ,;%|:é.-]{0,20}[a-z]$/),
  flags: fc.constantFrom('', 'P', 'OC', 'POCF', 'F'),
});
