/**
 * Moves the default image to what a tag means now, or to a digest:
 *
 *   node tools/update-image.mjs docker.io/tonistiigi/binfmt:qemu-v10.2.3-68 [--mirror HOST]... [--dry-run] [--root FOLDER]
 *
 * Pulls the image for every host architecture that it is made for, prints version and sha256 of each binary, and
 * writes the image to src/qemu/default-image.ts, to action.yml, whose descriptions name it, and to the Dockerfile.
 * Without an image, the tag of today's default image is asked again. Needs Node 22.18 or newer.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { nodeHost } from '../src/host/host.ts';
import { listImagePlatforms } from '../src/oci/image.ts';
import { formatImageReference, parseImageReference, parseMirror } from '../src/oci/reference.ts';
import { TARGETS } from '../src/platform/platforms.ts';
import { DEFAULT_IMAGE } from '../src/qemu/default-image.ts';
import { imageSource } from '../src/qemu/from-image.ts';

const TIME_LIMIT_MS = 10 * 60 * 1000;
const FILES = ['src/qemu/default-image.ts', 'action.yml', 'Dockerfile'];
const repository = fileURLToPath(new URL('..', import.meta.url));

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    mirror: { type: 'string', multiple: true, default: [] },
    'dry-run': { type: 'boolean', default: false },
    root: { type: 'string', default: repository },
  },
});

const folder = mkdtempSync(join(tmpdir(), 'update-image-'));
try {
  const [text = DEFAULT_IMAGE.replace(/@.*$/, '')] = positionals;
  const wanted = valid(text, parseImageReference(text));
  const mirrors = values.mirror.map((each) => valid(each, parseMirror(each)));
  const context = { host: nodeHost(), log: (line) => console.error(line), timeLimitMs: TIME_LIMIT_MS };
  const { digest, platforms } = await listImagePlatforms(wanted, mirrors, context);
  const image = { ...wanted, digest };
  const reference = formatImageReference(image);
  console.log(reference);
  const hosts = new Set(platforms.filter(({ os }) => os === 'linux').map(({ architecture }) => architecture));
  const binaries = [];
  for (const host of hosts) binaries.push(...(await binariesFor(host, image, mirrors, context)));
  for (const { host, qemu, version, sha256 } of binaries)
    console.log(`${host} qemu-${qemu} ${version} ${sha256}`);
  if (binaries.length === 0) throw new Error('the image holds no QEMU at all');
  if (!values['dry-run']) write(reference);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Every binary that the image holds for one host, checked as a run of the action checks it. */
async function binariesFor(hostArch, image, mirrors, context) {
  // A store of its own, so that nothing comes from an earlier pull.
  const storeRoot = join(folder, hostArch);
  const provide = imageSource({ image, mirrors, cache: false });
  const { handlers } = await provide(TARGETS, { ...context, hostArch, storeRoot });
  return handlers.map(({ arch, version = '', sha256 }) => {
    const { qemu } = TARGETS.find((target) => target.arch === arch);
    return { host: hostArch, qemu, version, sha256 };
  });
}

function write(reference) {
  for (const file of FILES) {
    const path = join(values.root, file);
    writeFileSync(path, readFileSync(path, 'utf8').replaceAll(DEFAULT_IMAGE, reference));
  }
  console.log(
    `Wrote ${FILES.join(' and ')}. Now run the tests, the documentation tool, and build dist/ again.`,
  );
}

function valid(text, parsed) {
  if ('problem' in parsed) throw new Error(`${text} ${parsed.problem}`);
  return parsed;
}
