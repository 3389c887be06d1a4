import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Host, nodeHost } from '../../src/host/host.ts';
import { parseImageReference, parseMirror } from '../../src/oci/reference.ts';
import { targetOf } from '../../src/platform/platforms.ts';
import { imageSource } from '../../src/qemu/from-image.ts';
import type { SourceContext, SourceResult, TargetName } from '../../src/qemu/handler.ts';
import { machineArchitecture } from './static-program.ts';

/** Runs of the image provider with a store and a home of their own. */

export interface Place {
  readonly folder: string;
  readonly store: string;
  readonly home: string;
  readonly lines: string[];
  readonly context: SourceContext;
  readonly remove: () => void;
}

export interface PlaceOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly timeLimitMs?: number;
  readonly hostArch?: string;
  readonly folder?: string;
}

/** A fresh store. The environment is empty but for HOME and PATH, and what the test gives. */
export function makePlace(options: PlaceOptions = {}): Place {
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'setup-binfmt-test-'));
  const store = join(folder, 'tools');
  const home = join(folder, 'home');
  const lines: string[] = [];
  const env = { HOME: home, PATH: process.env.PATH ?? '', ...options.env };
  const host: Host = { ...nodeHost(), env };
  return {
    folder,
    store,
    home,
    lines,
    context: {
      host,
      hostArch: options.hostArch ?? machineArchitecture,
      storeRoot: store,
      log: (line) => lines.push(line),
      rehash: true,
      registryConfig: false,
      insecureTags: false,
      timeLimitMs: options.timeLimitMs ?? 20_000,
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

export function wantedOf(...archs: readonly string[]): readonly TargetName[] {
  return archs.map((arch) => {
    const target = targetOf(arch);
    if (target === undefined) throw new Error(`no target ${arch}`);
    return target;
  });
}

export interface PullOptions {
  readonly mirrors?: readonly string[];
  readonly cache?: boolean;
}

/** Asks the image provider; pauses between tries are short. */
export function pull(
  place: Place,
  image: string,
  archs: readonly string[],
  options: PullOptions = {},
): Promise<SourceResult> {
  const reference = parseImageReference(image);
  if ('problem' in reference) throw new Error(`${image} ${reference.problem}`);
  const mirrors = (options.mirrors ?? []).map((text) => {
    const mirror = parseMirror(text);
    if ('problem' in mirror) throw new Error(`${text} ${mirror.problem}`);
    return mirror;
  });
  const provide = imageSource({
    image: reference,
    mirrors,
    cache: options.cache ?? false,
    firstWaitMs: 10,
  });
  return provide(wantedOf(...archs), place.context);
}

/** Every path below a folder, sorted; none when the folder is not there. */
function filesBelow(folder: string): readonly string[] {
  try {
    return (readdirSync(folder, { recursive: true }) as string[]).toSorted();
  } catch {
    return [];
  }
}

/** What a failed or killed run may leave: nothing but empty folders and temporary ones. */
export function storedBinaries(place: Place): readonly string[] {
  return filesBelow(place.store).filter((path) => /\/qemu-[^/]*$/.test(path) && !path.includes('.incoming-'));
}
