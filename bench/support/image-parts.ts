/** The addresses of what a host has to download of an image, as the image's registry on this machine lists it. */

export interface ImageParts {
  /** Index, manifest and configuration. */
  readonly documents: readonly string[];
  readonly layers: readonly string[];
}

interface Part {
  readonly digest: string;
}

interface Listed extends Part {
  readonly platform: { readonly architecture: string };
}

/** Asks the registry of `127.0.0.1:port/name@sha256:…` by plain HTTP, for the architecture of this host. */
export async function imageParts(image: string): Promise<ImageParts> {
  const [, host, name, digest] = /^([^/]+)\/(.+)@(.+)$/.exec(image) ?? [];
  const base = `http://${host}/v2/${name}`;
  const ask = async <T>(
    kind: string,
    wanted: string,
  ): Promise<{ readonly url: string; readonly told: T }> => {
    const url = `${base}/manifests/${wanted}`;
    const answer = await fetch(url, { headers: { accept: `application/vnd.oci.image.${kind}.v1+json` } });
    return { url, told: (await answer.json()) as T };
  };
  const index = await ask<{ readonly manifests: readonly Listed[] }>('index', digest ?? '');
  const architecture = process.arch === 'arm64' ? 'arm64' : 'amd64';
  const chosen = index.told.manifests.find(({ platform }) => platform.architecture === architecture);
  const manifest = await ask<{ readonly config: Part; readonly layers: readonly Part[] }>(
    'manifest',
    chosen?.digest ?? '',
  );
  const blob = (each: Part): string => `${base}/blobs/${each.digest}`;
  return {
    documents: [index.url, manifest.url, blob(manifest.told.config)],
    layers: manifest.told.layers.map(blob),
  };
}
