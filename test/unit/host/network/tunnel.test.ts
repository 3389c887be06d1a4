import { once } from 'node:events';
import type { Agent } from 'node:https';
import { get } from 'node:https';
import { createServer, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { openTunnels, TunnelFailure } from '../../../../src/host/network/tunnel.ts';
import { listening } from '../../../support/proxies.ts';

const undo: (() => unknown)[] = [];
afterEach(async () => {
  for (const each of undo.splice(0).reverse()) await each();
});

/** A proxy that says this to whoever asks, and notes what it heard; and an agent that goes through it. */
async function proxyThat(answers: (socket: Socket) => void, login = '') {
  const heard: string[] = [];
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.once('data', (piece) => {
      heard.push(piece.toString());
      answers(socket);
    });
  });
  const { host, close } = await listening(server);
  undo.push(close);
  const agent = await openTunnels({ url: new URL(`http://${login}${host}`) }, { keepAlive: true }, {});
  undo.push(() => agent.destroy());
  return { agent, heard };
}

/** What is thrown at who asks through it. */
async function thrownBy(agent: Agent, address = 'https://r.test/'): Promise<unknown> {
  const [thrown] = await once(get(address, { agent }), 'error');
  return thrown;
}

describe('openTunnels', () => {
  it('asks for the connection alone, with name and password', async () => {
    const { agent, heard } = await proxyThat((socket) => socket.end('HTTP/1.1 503 Busy\r\n\r\n'), 'a%20b:c@');
    expect(await thrownBy(agent, 'https://[2001:db8::1]:8443/secret')).toMatchObject({ status: 503 });
    expect(heard).toEqual([
      'CONNECT [2001:db8::1]:8443 HTTP/1.1\r\nhost: [2001:db8::1]:8443\r\nproxy-connection: keep-alive\r\n' +
        `proxy-authorization: Basic ${Buffer.from('a b:c').toString('base64')}\r\nConnection: close\r\n\r\n`,
    ]);
  });

  it('reads no head that does not end', async () => {
    let sent = 0;
    const { agent } = await proxyThat((socket) => {
      const more = (): void => {
        while (!socket.destroyed && socket.write('x: y\r\n'.repeat(10_000))) sent += 60_000;
      };
      socket.write('HTTP/1.1 200 OK\r\n');
      socket.on('drain', more);
      more();
    });
    const thrown = await thrownBy(agent);
    expect(thrown).toBeInstanceOf(TunnelFailure);
    expect(thrown).toMatchObject({ code: 'HPE_HEADER_OVERFLOW', status: undefined });
    // No more than what fits into the buffers on the way.
    expect(sent).toBeLessThan(20_000_000);
  });

  it('ends those that wait when it is closed', async () => {
    const { agent, heard } = await proxyThat(() => setTimeout(() => agent.destroy(), 10));
    expect(await thrownBy(agent)).toMatchObject({ code: 'ECONNRESET' });
    expect(heard).toHaveLength(1);
  });
});
