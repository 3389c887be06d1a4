/** The summaries as GitHub shows them: their text, and that they fit the column of a summary. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  findChromium,
  measure,
  pageOf,
  SAMPLES,
  SHOWN,
  summaryOf,
  THEMES,
  WIDTHS,
} from '../../../tools/pictures.mjs';
import { schemaProblems } from '../../support/report-schema.ts';

const chromium = findChromium();
if (chromium === undefined) console.log('skipped: widths of pictures, for want of a chromium');

/** What people see of a page. */
const textOf = (page: string): string =>
  page
    .replace(/^.*?<body>/s, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

describe('a picture', () => {
  it.each<[string, string]>([
    ['setup', 'setup-binfmt: 4 platforms run'],
    ['plan', 'setup-binfmt plan: 5 legs: 2 native, 3 emulated'],
    ['remove', 'setup-binfmt remove: removed qemu-'],
    ['rules', 'setup-binfmt: 1 rule registered'],
    ['private', 'setup-binfmt: 4 platforms run in a private table'],
    ['partly', 'setup-binfmt: 3 of 4 platforms run'],
    ['failure', 'setup-binfmt failed SB-INPUT Cannot use the inputs'],
    ['doctor', 'setup-binfmt doctor: '],
  ])('of %s begins with what it is about', (name, words) => {
    const text = textOf(pageOf(summaryOf(name), 'light')).replace(/ (?=,)/g, '');
    expect(text.slice(0, words.length)).toBe(words);
    expect(text).not.toMatch(/undefined|\[object|on amd64; $/);
  });

  it.each(SAMPLES)('of %s shows a report that there can be', (name) => {
    if (name === 'doctor') return expect(summaryOf(name)).toContain('<details>');
    const path = new URL(`../../fixtures/summaries/${name}.json`, import.meta.url);
    expect(schemaProblems(JSON.parse(readFileSync(path, 'utf8')))).toEqual([]);
  });

  it.each(SHOWN)('of %s is in the README, in both themes, as wide as it was drawn', (name) => {
    const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8');
    for (const theme of THEMES) {
      const path = `docs/pictures/${name}-${theme}.png`;
      expect(readme).toContain(path);
      const file = new URL(`../../../${path}`, import.meta.url);
      expect(existsSync(file)).toBe(true);
      // PNG (RFC 2083): the width stands in the first chunk, at byte 16.
      expect(readFileSync(file).readUInt32BE(16)).toBe(WIDTHS.wide);
    }
  });

  it.skipIf(chromium === undefined).each([
    ['plan', 'wide'],
    ['setup', 'narrow'],
  ] as const)(
    'of %s fits a %s screen',
    (name, screen) => {
      const seen = measure(chromium ?? '', pageOf(summaryOf(name), 'light'), WIDTHS[screen]);
      expect(seen.screen).toBe(WIDTHS[screen]);
      expect(seen.content).toBeLessThanOrEqual(seen.screen);
      expect(seen.height).toBeGreaterThan(100);
    },
    240_000,
  );
});
