/**
 * Moves the default image to what a tag means now, or to a digest:
 *
 *   node tools/update-image.mjs docker.io/tonistiigi/binfmt:qemu-v10.2.3-68 [--mirror HOST]... [--dry-run] [--root FOLDER]
 *
 * Pulls the image for every host architecture that it is made for, prints version and sha256 of each binary, and
 * writes image and sha256 to src/qemu/default-image.ts; action.yml, which GitHub reads, gets the same reference.
 * Without an image, the tag of today's default image is asked again. Needs Node 22.18 or newer.
 */
import { spawnSync } from 'node:child_process';
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
const SOURCE = 'src/qemu/default-image.ts';
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
  if (!values['dry-run']) write(reference, binaries);
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

function write(reference, binaries) {
  const source = join(values.root, SOURCE);
  const old = readFileSync(source, 'utf8');
  const list = `PINNED_BINARIES: readonly PinnedBinary[] = ${JSON.stringify(binaries, null, 2)};`;
  const next = old
    .replace(/(DEFAULT_IMAGE =\s*)'[^']*'/, (_match, before) => `${before}'${reference}'`)
    .replace(/PINNED_BINARIES: readonly PinnedBinary\[\] = \[[^\]]*\];/, () => list);
  writeFileSync(source, next);
  const biome = join(repository, 'node_modules/.bin/biome');
  const formatted = spawnSync(biome, ['check', '--write', `--stdin-file-path=${SOURCE}`], {
    cwd: repository,
    input: next,
    encoding: 'utf8',
  });
  if (formatted.status !== 0) throw new Error(`biome could not format ${SOURCE}: ${formatted.stderr}`);
  writeFileSync(source, formatted.stdout);
  const manifest = join(values.root, 'action.yml');
  writeFileSync(manifest, readFileSync(manifest, 'utf8').replaceAll(DEFAULT_IMAGE, reference));
  console.log(
    `Wrote ${SOURCE} and action.yml. Now run the tests, the documentation tool, and build dist/ again.`,
  );
}

function valid(text, parsed) {
  if ('problem' in parsed) throw new Error(`${text} ${parsed.problem}`);
  return parsed;
}
