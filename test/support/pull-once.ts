/**
 * A process of its own that pulls once, as a main step does: `node pull-once.ts <folder> <image> <arch,...> [cache] [mirror]`.
 * With `save` and a record, it saves to the Actions cache, as a post step does. The last line of stdout is JSON.
 */
import { saveToActionsCache } from '../../src/qemu/actions-cache.ts';
import { makePlace, pull } from './image-run.ts';

const [folder = '', image = '', archs = '', cache, mirror] = process.argv.slice(2);
const place = makePlace({ folder, env: process.env as Readonly<Record<string, string>> });

async function work(): Promise<unknown> {
  if (folder === 'save') {
    await saveToActionsCache(JSON.parse(image), place.context);
    return {};
  }
  return pull(place, image, archs.split(','), {
    cache: cache === 'cache',
    mirrors: mirror === undefined ? [] : [mirror],
  });
}

const result = await work().catch((thrown: unknown) => ({ error: String(thrown) }));
const memory = Math.round(process.resourceUsage().maxRSS / 1024);
const text = JSON.stringify({ ...(result as object), lines: place.lines, memory });
// What the cache's client still waits for does not count: the action ends its process as well.
process.stdout.write(`${text}\n`, () => process.exit(text.includes('"error":') ? 1 : 0));
