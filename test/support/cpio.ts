import {
  closeSync,
  lstatSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  type Stats,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** One thing in an initramfs. `from` is a file of this machine. */
export type CpioItem =
  | { readonly path: string; readonly kind: 'folder' }
  | { readonly path: string; readonly kind: 'link'; readonly target: string }
  | { readonly path: string; readonly kind: 'text'; readonly text: string; readonly mode?: number }
  | { readonly path: string; readonly kind: 'file'; readonly from: string; readonly mode?: number }
  | { readonly path: string; readonly kind: 'console'; readonly major: number; readonly minor: number };

/**
 * Writes an uncompressed "newc" archive as the kernel reads it from an initrd
 * (Documentation/driver-api/early-userspace/buffer-format.rst). Everything belongs to root; folders that are
 * not named are made.
 */
export function writeCpio(file: string, items: readonly CpioItem[]): void {
  const fd = openSync(file, 'w');
  let inode = 1;
  const seen = new Set<string>();
  const put = (
    path: string,
    mode: number,
    data: Buffer,
    device: readonly [number, number] = [0, 0],
  ): void => {
    const name = Buffer.from(`${path}\0`);
    const fields = [inode++, mode, 0, 0, 1, 0, data.length, 0, 0, ...device, name.length, 0];
    const header = Buffer.from(
      `070701${fields.map((field) => field.toString(16).padStart(8, '0')).join('')}`,
    );
    writeAll(fd, padded(Buffer.concat([header, name])));
    writeAll(fd, padded(data));
  };
  const folder = (path: string): void => {
    if (path === '.' || path === '/' || path === '' || seen.has(path)) return;
    folder(dirname(path));
    seen.add(path);
    put(path, 0o40755, Buffer.alloc(0));
  };
  for (const item of items) {
    const path = item.path.replace(/^\/+/, '');
    folder(item.kind === 'folder' ? path : dirname(path));
    if (item.kind === 'text') put(path, 0o100000 | (item.mode ?? 0o644), Buffer.from(item.text));
    if (item.kind === 'link') put(path, 0o120777, Buffer.from(item.target));
    if (item.kind === 'console') put(path, 0o20600, Buffer.alloc(0), [item.major, item.minor]);
    if (item.kind === 'file')
      put(path, 0o100000 | (item.mode ?? permissions(item.from)), readFileSync(item.from));
  }
  put('TRAILER!!!', 0, Buffer.alloc(0));
  closeSync(fd);
}

/** Everything below a folder of this machine, to stand below `at` in the archive. */
export function folderItems(from: string, at: string): readonly CpioItem[] {
  return readdirSync(from, { withFileTypes: true }).flatMap((entry): readonly CpioItem[] => {
    const source = join(from, entry.name);
    const path = join(at, basename(entry.name));
    if (entry.isDirectory()) return [{ path, kind: 'folder' }, ...folderItems(source, path)];
    if (entry.isSymbolicLink()) return [{ path, kind: 'link', target: readlinkSync(source) }];
    return [{ path, kind: 'file', from: source }];
  });
}

function permissions(file: string): number {
  const stats: Stats = lstatSync(file);
  return stats.isSymbolicLink() ? 0o755 : stats.mode & 0o7777;
}

function padded(data: Buffer): Buffer {
  return Buffer.concat([data, Buffer.alloc((4 - (data.length % 4)) % 4)]);
}

function writeAll(fd: number, data: Buffer): void {
  for (let at = 0; at < data.length; ) at += writeSync(fd, data, at);
}
