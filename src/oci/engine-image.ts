/** Asks an engine of this machine for an image that it holds: Docker, or what shares containers-storage. */
import { createHash } from 'node:crypto';
import type { Host } from '../host/host.ts';
import { environmentOf, programOf, tellWithheld } from '../host/trust.ts';
import { isObject, parseJson, textsOf } from '../text/parse.ts';
import { SetupProblem } from '../text/problem.ts';
import { listed, printable } from '../text/text.ts';
import { formatImageReference, type ImageReference, isDigest, type LocalPlace } from './reference.ts';

/** The digest of a document, by which registries and engines know it. */
export function digestOf(bytes: Buffer | string): string {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
}

export type LocalReference = ImageReference & { readonly local: LocalPlace };

/** Makes the problem that an image on this machine is refused with. */
export type Refuse = (cause: string, remedy?: string) => SetupProblem;

export function refusalFor(reference: LocalReference): Refuse {
  const what = `read ${formatImageReference(reference)}`;
  return (cause, remedy = 'Check the path or the name') =>
    new SetupProblem({ id: 'SB080', kind: 'host', what, cause, remedy });
}

const INSPECT_LIMIT_MS = 20_000;
const SAVE_LIMIT_MS = 300_000;

/** A program that can give an image, and how it is asked; `load` says how people put one there. */
interface Tool {
  readonly name: string;
  readonly load: string;
  readonly inspect: (image: string) => readonly string[];
  readonly save: (image: string, archive: string) => readonly string[];
}

const TOOLS: Readonly<Record<string, readonly Tool[]>> = {
  'docker-daemon': [
    {
      name: 'docker',
      load: 'docker load, docker pull',
      inspect: (image) => ['image', 'inspect', image],
      save: (image, archive) => ['image', 'save', '-o', archive, image],
    },
  ],
  'containers-storage': [
    {
      name: 'podman',
      load: 'podman load, podman pull',
      inspect: (image) => ['image', 'inspect', image],
      save: (image, archive) => ['image', 'save', '--format', 'docker-archive', '-o', archive, image],
    },
    {
      name: 'buildah',
      load: 'buildah pull docker-archive:FILE',
      inspect: (image) => ['inspect', '--type', 'image', image],
      save: (image, archive) => ['push', image, `docker-archive:${archive}`],
    },
    {
      name: 'skopeo',
      load: 'skopeo copy docker-archive:FILE containers-storage:NAME',
      inspect: (image) => ['inspect', '--raw', `containers-storage:${image}`],
      save: (image, archive) => ['copy', '-q', `containers-storage:${image}`, `docker-archive:${archive}`],
    },
  ],
};

/**
 * Writes an archive of an image to a new file; gives the id by which the engine knows it. A digest that is none of the image's
 * own is that of a registry, which only the engine has seen: it must say that this image came by it. Throws a SetupProblem.
 */
export async function exportImage(
  host: Host,
  reference: LocalReference,
  archive: string,
  log: (line: string) => void,
): Promise<string> {
  const refuse = refusalFor(reference);
  const { transport, place } = reference.local;
  const tools = TOOLS[transport] ?? [];
  const [here] = tools.flatMap((tool) => {
    const file = programOf(host, tool.name);
    return file === undefined ? [] : { tool, file };
  });
  if (here === undefined)
    throw refuse(
      `there is no ${tools.map(({ name }) => name).join(' and no ')} here`,
      'Name an archive or a layout of the image',
    );
  const { tool, file } = here;
  const env = environmentOf(host);
  tellWithheld(host, tool.name, log);
  const looked = await host.run({ file, args: tool.inspect(place), env, timeoutMs: INSPECT_LIMIT_MS });
  const found = looked.code === 0 ? parseInspected(looked.stdout) : undefined;
  if (found === undefined) {
    const said = lastLine(looked.stderr);
    throw refuse(
      `${tool.name} does not have it${said === '' ? '' : ` (${said})`}`,
      `Load it first (${tool.load})`,
    );
  }
  const { digest } = reference;
  if (digest !== undefined && digest !== found.id && !found.digests.includes(digest)) {
    const known = listed([found.id, ...found.digests], 8, 80);
    throw refuse(
      `${tool.name} knows it by ${known}, and not by ${digest}`,
      'Name one of these, or load the image that was meant',
    );
  }
  if (digest !== undefined && digest !== found.id)
    log(`${tool.name} says that ${digest} is its image ${found.id}`);
  const saved = await host.run({ file, args: tool.save(place, archive), env, timeoutMs: SAVE_LIMIT_MS });
  if (saved.code !== 0) {
    const said = lastLine(saved.stderr);
    throw refuse(
      `${tool.name} does not give it (${said || 'it did not end in time'})`,
      'Name an archive or a layout of the image',
    );
  }
  return found.id;
}

/**
 * What docker, podman and buildah say of an image: its id, and the digests that registries know it by. skopeo gives the
 * manifest itself, which names the id, and whose own digest is the other one.
 */
export function parseInspected(
  text: string,
): { readonly id: string; readonly digests: readonly string[] } | undefined {
  const [image] = [parseJson(text)].flat();
  if (!isObject(image)) return undefined;
  const { Id, FromImageID, Digest, FromImageDigest, RepoDigests, config } = image;
  if (isObject(config) && typeof config.digest === 'string' && isDigest(config.digest)) {
    return { id: config.digest, digests: [digestOf(text)] };
  }
  const bare = textsOf([Id, FromImageID]).find((each) => each !== '') ?? '';
  const id = `sha256:${bare.replace(/^sha256:/, '')}`;
  if (!isDigest(id)) return undefined;
  const named = [...textsOf([Digest, FromImageDigest]), ...textsOf(RepoDigests)];
  const digests = named.map((each) => each.replace(/^.*@/, '')).filter(isDigest);
  return { id, digests: [...new Set(digests)] };
}

function lastLine(text: string): string {
  return printable(text.trim().split('\n').at(-1) ?? '', 200);
}
