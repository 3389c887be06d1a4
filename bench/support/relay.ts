/** A relay before a registry that counts what is asked of it, and may refuse what comes too fast. */
import { createServer, request } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

interface Traffic {
  readonly requests: number;
  /** Answered 429 by the relay itself. */
  readonly refused: number;
  /** In both directions, with the heads. */
  readonly bytes: number;
}

export interface Relay {
  readonly port: number;
  /** Since the last time that it was asked. */
  readonly taken: () => Traffic;
  readonly close: () => void;
}

/** Opens a relay on a loopback port to another one; with `perSecond`, more requests than that are refused for a second. */
export async function openRelay(target: number, perSecond = Number.POSITIVE_INFINITY): Promise<Relay> {
  const sockets = new Set<Socket>();
  let requests = 0;
  let refused = 0;
  let bytes = 0;
  let before = 0;
  let second = 0;
  let inSecond = 0;
  const count = ({ bytesRead, bytesWritten }: Socket): number => bytesRead + bytesWritten;
  const mayPass = (): boolean => {
    const now = Math.floor(performance.now() / 1000);
    inSecond = now === second ? inSecond + 1 : 1;
    second = now;
    return inSecond <= perSecond;
  };
  const server = createServer((incoming, answer) => {
    requests++;
    if (!mayPass()) {
      refused++;
      answer.writeHead(429, { 'retry-after': '1' }).end();
      return;
    }
    const { method, url, headers } = incoming;
    const outgoing = request({ port: target, host: '127.0.0.1', method, path: url, headers }, (given) => {
      answer.writeHead(given.statusCode ?? 502, given.rawHeaders);
      given.pipe(answer);
    });
    outgoing.on('error', () => answer.destroy());
    answer.on('close', () => outgoing.destroy());
    incoming.pipe(outgoing);
  });
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => {
      sockets.delete(socket);
      bytes += count(socket);
    });
  });
  await new Promise<void>((resolve) => server.listen({ port: 0, host: '127.0.0.1', backlog: 1024 }, resolve));
  server.unref();
  return {
    port: (server.address() as AddressInfo).port,
    taken: () => {
      const all = [...sockets].reduce((sum, socket) => sum + count(socket), bytes);
      const traffic = { requests, refused, bytes: all - before };
      before = all;
      requests = 0;
      refused = 0;
      return traffic;
    },
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
