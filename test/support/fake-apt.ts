import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Host, nodeHost } from '../../src/host/host.ts';
import type { SourceContext } from '../../src/qemu/handler.ts';
import { machineArchitecture } from './static-program.ts';

/**
 * Answers as apt-get does, from files: `uris-<package>` (after an update `new-uris-<package>`) for
 * `--print-uris`, `<package>` for `download`; `fails` and `hangs` name the commands that do so, `says` is what
 * it says on standard error. `calls` lists what it was asked.
 */
const PROGRAM = `#!/bin/sh
here=$(dirname "$0")
echo "$*" >> "$here/calls"
env > "$here/environment"
last= own=
for word in "$@"; do
  last=$word
  case $word in Dir::State::lists=*) own=new- ;; esac
done
case " $* " in
  *" --print-uris "*) command=ask; file=\${own}uris-$last ;;
  *" update "*) command=update; file= ;;
  *) command=download; file=$own\${last%%=*} ;;
esac
if grep -qsx "$own$command" "$here/hangs"; then exec sleep 60; fi
if grep -qsx "$own$command" "$here/fails"; then cat "$here/says" >&2; exit 100; fi
case $command in
  ask) [ -e "$here/$file" ] || { echo "E: Unable to locate package $last" >&2; exit 100; }; cat "$here/$file" ;;
  update) echo 'Fetched 9415 kB in 1s (10.5 MB/s)' ;;
  download) cp "$here/$file" "$(sed "s/^[^ ]* \\([^ ]*\\) .*/\\1/" "$here/\${own}uris-\${last%%=*}")" ;;
esac
`;

export interface FakeApt {
  readonly folder: string;
  /** Offers a package; `lists` is `new` for what only an update finds. */
  readonly offer: (name: string, version: string, deb: Buffer, lists?: 'new' | 'old') => void;
  readonly set: (file: 'fails' | 'hangs' | 'says', text: string) => void;
  /** The commands it was asked since the last time. */
  readonly calls: () => readonly string[];
  readonly environment: () => string;
  readonly context: (overrides?: Partial<Host>, timeLimitMs?: number) => SourceContext;
  /** Lines of progress so far. */
  readonly lines: readonly string[];
}

/** A machine in a folder: this one, but with an apt-get and a store of its own. */
export function fakeApt(root: string): FakeApt {
  const folder = join(root, 'apt');
  mkdirSync(folder);
  const program = join(folder, 'apt-get');
  writeFileSync(program, PROGRAM, { mode: 0o755 });
  writeFileSync(join(folder, 'sources'), 'deb http://mirror.example/debian stable main\n');
  const lines: string[] = [];
  let read = 0;
  return {
    folder,
    lines,
    offer: (name, version, deb, lists = 'old') => {
      const own = lists === 'new' ? 'new-' : '';
      const file = `${name}_${version.replace(':', '%3a')}_amd64.deb`;
      const digest = createHash('sha256').update(deb).digest('hex');
      const uri = `http://user:secret@mirror.example/pool/${file}`;
      writeFileSync(join(folder, `${own}uris-${name}`), `'${uri}' ${file} ${deb.length} SHA256:${digest}\n`);
      writeFileSync(join(folder, `${own}${name}`), deb);
    },
    set: (file, text) => writeFileSync(join(folder, file), text),
    calls: () => {
      const path = join(folder, 'calls');
      const all = existsSync(path) ? readFileSync(path, 'utf8').trim().split('\n') : [];
      const fresh = all.slice(read);
      read = all.length;
      return fresh.map((line) => /(--print-uris download \S+|update|download \S+)$/.exec(line)?.[1] ?? line);
    },
    environment: () => readFileSync(join(folder, 'environment'), 'utf8'),
    context: (overrides = {}, timeLimitMs = 60_000) => {
      const host = nodeHost();
      return {
        host: {
          ...host,
          env: { PATH: process.env.PATH, APT_CONFIG: join(folder, 'sources') },
          which: (name) => (name === 'apt-get' ? program : host.which(name)),
          // The machine's own sources do not matter here.
          list: (path) =>
            path.startsWith('/etc/apt') || path.startsWith('/var/lib/apt') ? [] : host.list(path),
          ...overrides,
        },
        hostArch: machineArchitecture,
        storeRoot: join(root, 'store'),
        log: (line) => void lines.push(line),
        rehash: true,
        registryConfig: false,
        insecureTags: false,
        timeLimitMs,
      };
    },
  };
}
