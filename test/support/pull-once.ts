/** A process of its own that pulls once: `node pull-once.ts <folder> <image> <arch,...>`; JSON on stdout. */
import { makePlace, pull } from './image-run.ts';

const [folder = '', image = '', archs = ''] = process.argv.slice(2);
const place = makePlace({ folder, env: process.env as Readonly<Record<string, string>> });
try {
  const provided = await pull(place, image, archs.split(','));
  const memory = Math.round(process.resourceUsage().maxRSS / 1024);
  console.log(JSON.stringify({ ...provided, memory }));
} catch (thrown) {
  console.log(JSON.stringify({ error: String(thrown) }));
  process.exitCode = 1;
}
