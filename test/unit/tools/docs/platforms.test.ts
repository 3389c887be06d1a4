import { expect, it } from 'vitest';
import { parsePlatform, TARGETS } from '../../../../src/platform/platforms.ts';
import { renderPlatforms } from '../../../../tools/docs/platforms.ts';
import { FOREIGN } from '../../../support/foreign.ts';

const PAGE = new URL('../../../../docs/platforms.md', import.meta.url);
const rows = renderPlatforms()
  .split('\n')
  .filter((line) => line.startsWith('| `linux/'))
  .map((line) => line.split('|').map((cell) => cell.trim()));

it('docs/platforms.md is what the table says (npm run docs writes it anew)', async () => {
  await expect(renderPlatforms()).toMatchFileSnapshot(PAGE.pathname);
});

it('has each target once, with names that are accepted for it', () => {
  expect(rows.map(([, platform]) => platform)).toEqual(TARGETS.map(({ arch }) => `\`linux/${arch}\``));
  for (const [, platform = '', others = '', qemu = ''] of rows) {
    for (const name of [platform, qemu, ...others.split(', ')].filter((text) => text !== ''))
      expect(parsePlatform(name.replaceAll('`', ''))).toMatchObject({
        arch: platform.slice('`linux/'.length, -1),
      });
  }
});

it('names the real program of those that have one in the suites, and of no other', () => {
  const real = rows.filter((cells) => cells[6] === 'busybox').map(([, platform]) => platform);
  expect(real.sort()).toEqual(FOREIGN.map(({ arch }) => `\`linux/${arch}\``).sort());
});
