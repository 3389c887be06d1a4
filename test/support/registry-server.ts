import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { MadeImage } from './oci-image.ts';

/**
 * A registry on a loopback port that serves made images and fails as a test tells it to. Paths and status codes
 * as the OCI distribution spec 1.1 has them; what a real registry does is tested with docker-registry.
 */

interface Asked {
  readonly method: string;
  readonly path: string;
  readonly authorization: string | undefined;
}

/** Answers in the place of the registry; gives true when it has. */
export type Fault = (asked: Asked, response: ServerResponse, image: MadeImage) => boolean;

export interface RegistryServer {
  /** `127.0.0.1:port` */
  readonly host: string;
  readonly asked: readonly Asked[];
  /** Replaces what goes wrong. */
  readonly fail: (fault: Fault) => void;
  readonly close: () => Promise<void>;
}

export async function startRegistry(repository: string, image: MadeImage): Promise<RegistryServer> {
  const asked: Asked[] = [];
  let fault: Fault = () => false;
  const server = createServer((request, response) => {
    const one = {
      method: request.method ?? '',
      path: request.url ?? '',
      authorization: request.headers.authorization,
    };
    asked.push(one);
    if (fault(one, response, image)) return;
    serve(repository, image, one.path, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    host: `127.0.0.1:${port}`,
    asked,
    fail: (next) => {
      fault = next;
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** What a working registry answers. */
export function serve(repository: string, image: MadeImage, path: string, response: ServerResponse): void {
  const match = /^\/v2\/(.+)\/(manifests|blobs)\/([^/?]+)/.exec(path);
  const wanted = match?.[3] === 'latest' ? image.digest : match?.[3];
  const found = match?.[1] === repository && wanted !== undefined ? image.contents.get(wanted) : undefined;
  if (found === undefined || wanted === undefined) {
    response.writeHead(404, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ errors: [{ code: 'MANIFEST_UNKNOWN', message: 'manifest unknown' }] }));
    return;
  }
  const type = match?.[2] === 'manifests' ? found.mediaType : 'application/octet-stream';
  response.writeHead(200, {
    'content-type': type,
    'content-length': found.bytes.length,
    'docker-content-digest': wanted,
  });
  response.end(found.bytes);
}

/** A fault for the first `count` requests whose path matches. */
export function first(count: number, path: RegExp, fault: Fault): Fault {
  let left = count;
  return (asked, response, image) => {
    if (left === 0 || !path.test(asked.path)) return false;
    left -= 1;
    return fault(asked, response, image);
  };
}

/** A fault that answers with a status. */
export function status(code: number, headers: Readonly<Record<string, string>> = {}): Fault {
  return (_asked, response) => {
    response.writeHead(code, headers);
    response.end(JSON.stringify({ errors: [{ code: 'TEST', message: `said ${code}` }] }));
    return true;
  };
}

/** A fault that breaks the connection in the middle of a body. */
export const reset: Fault = (asked, response, image) => {
  const bytes = bytesAsked(image, asked);
  response.writeHead(200, { 'content-length': bytes.length });
  response.write(bytes.subarray(0, bytes.length >> 1), () => response.destroy());
  return true;
};

/** A fault that ends a body early, as if it were whole. */
export const truncated: Fault = (asked, response, image) => {
  const bytes = bytesAsked(image, asked);
  response.writeHead(200);
  response.end(bytes.subarray(0, bytes.length - 10));
  return true;
};

/** A fault that changes one bit. */
export const changed: Fault = (asked, response, image) => {
  const bytes = Buffer.from(bytesAsked(image, asked));
  bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
  response.writeHead(200);
  response.end(bytes);
  return true;
};

/** A fault that sends a byte now and then and never ends. */
export const drip: Fault = (_asked, response) => {
  response.writeHead(200);
  const timer = setInterval(() => response.write('x'), 20);
  response.on('close', () => clearInterval(timer));
  return true;
};

function bytesAsked(image: MadeImage, { path }: Asked): Buffer {
  return image.contents.get(path.split('/').at(-1) ?? '')?.bytes ?? Buffer.of();
}
