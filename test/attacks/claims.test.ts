/** What docs/security.md claims is held by tests that are there. */
import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const text = readFileSync('docs/security.md', 'utf8');

it('names tests that are there, for what it claims', () => {
  const named = [...text.matchAll(/\btest\/[\w/-]+\.test\.ts\b/g)].map(([path]) => path);
  const counted = [...text.matchAll(/\b\d+ in `([\w-]+)`/g)].map(
    ([, name]) => `test/attacks/${name}.test.ts`,
  );
  expect([named.length, counted.length].every((count) => count > 8)).toBe(true);
  expect([...named, ...counted].filter((path) => !existsSync(path))).toEqual([]);
});
