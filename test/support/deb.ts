import { gzipSync } from 'node:zlib';
import { type Header, pack } from 'tar-stream';

/** One member of a tar: what is not said is a plain file of user 0. */
export type TarMember = Partial<Header> & { readonly name: string; readonly body?: Buffer };

/** A tar with these members, in their order. */
export async function makeTar(members: readonly TarMember[]): Promise<Buffer> {
  const archive = pack();
  for (const { body, ...header } of members) {
    archive.entry({ type: 'file', mode: 0o755, ...header }, body ?? Buffer.alloc(0));
  }
  archive.finalize();
  const chunks: Buffer[] = [];
  for await (const chunk of archive as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** A package as deb(5) describes it. `data` is the name of the member that holds the tree, and its bytes. */
export async function makeDeb(
  members: readonly TarMember[],
  data?: { readonly name: string; readonly bytes: Buffer },
): Promise<Buffer> {
  const control = Buffer.from(
    'Package: qemu-user-static\nVersion: 1\nArchitecture: all\nDescription: test\n',
  );
  const tree = data ?? { name: 'data.tar.gz', bytes: gzipSync(await makeTar(members), { level: 1 }) };
  return makeAr([
    { name: 'debian-binary', bytes: Buffer.from('2.0\n') },
    { name: 'control.tar', bytes: await makeTar([{ name: './control', mode: 0o644, body: control }]) },
    tree,
  ]);
}

/** An archive as ar(5) describes it. */
export function makeAr(members: readonly { readonly name: string; readonly bytes: Buffer }[]): Buffer {
  const parts = members.flatMap(({ name, bytes }) => [
    Buffer.from(
      `${name.padEnd(16)}${'0'.padEnd(12)}${'0'.padEnd(6)}${'0'.padEnd(6)}${'100644'.padEnd(8)}${String(bytes.length).padEnd(10)}\`\n`,
    ),
    bytes,
    Buffer.from(bytes.length % 2 === 0 ? '' : '\n'),
  ]);
  return Buffer.concat([Buffer.from('!<arch>\n'), ...parts]);
}
