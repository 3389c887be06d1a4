import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Host, nodeHost } from '../../../src/host/host.ts';
import { nativeArchitecture, targetOf } from '../../../src/platform/platforms.ts';
import { type Chroot, openBatches } from '../../../src/probe/probe.ts';
import { buildProbe, PROBE_ARGUMENTS, PROBE_MARKER } from '../../../src/probe/programs.ts';

const host = nodeHost();
const native = targetOf(nativeArchitecture(host.nodeArch, host.endian) ?? '');
const args = Array.from({ length: PROBE_ARGUMENTS - 1 }, () => 'a');
/** Enters nothing: the probe is started where it lies. */
const NO_CHROOT = `#!/bin/sh\njail=$1; shift 2; exec "$jail/probe" "$@"\n`;

describe('probes through one shell', () => {
  let folder: string;
  let runs: number;
  let counting: Host;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'setup-binfmt-batch-'));
    runs = 0;
    counting = {
      ...host,
      run: (command) => {
        runs += 1;
        return host.run(command);
      },
    };
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  function program(path: string, content: string | Uint8Array): string {
    const file = join(folder, path);
    mkdirSync(join(file, '..'), { recursive: true });
    writeFileSync(file, content);
    chmodSync(file, 0o755);
    return file;
  }

  function jail(name: string, content?: string | Uint8Array): string {
    if (content === undefined) mkdirSync(join(folder, name));
    else program(`${name}/probe`, content);
    return join(folder, name);
  }

  function plainly(): Chroot {
    return { file: program('enter', NO_CHROOT), options: [], root: '' };
  }

  it('answers with the exit code, the output and the version of each, from one run', async () => {
    const together = openBatches(counting, plainly(), args, 5_000);
    const says = '#!/bin/sh\necho "said $# $QEMU_VERSION"; exit $#\n';
    const answers = await Promise.all([
      together(jail('own', native === undefined ? says : buildProbe(native)), { version: true }),
      together(jail('script', says), { version: true }),
      together(jail('absent'), { version: true }),
    ]);
    expect(runs).toBe(1);
    if (native !== undefined) {
      expect(answers[0]).toMatchObject({ code: PROBE_ARGUMENTS, stdout: PROBE_MARKER });
    }
    expect(answers[1]).toMatchObject({
      code: args.length,
      stdout: `said ${args.length} \n`,
      version: 'said 0 1\n',
    });
    expect(answers[2]?.code).toBe(127);
  });

  it('hands options and the root to the program that enters', async () => {
    const file = program('enter', '#!/bin/sh\necho "$@"\n');
    const together = openBatches(counting, { file, options: ['--one', '--two'], root: '--root=' }, [], 5_000);
    const here = jail('a', '');
    expect((await together(here, { version: true }))?.stdout).toBe(`--one --two --root=${here} /probe\n`);
  });

  it('starts another run for what is asked for later', async () => {
    const together = openBatches(counting, plainly(), [], 5_000);
    await together(jail('first', '#!/bin/sh\n'), { version: true });
    expect((await together(jail('second', '#!/bin/sh\nexit 3\n'), { version: true }))?.code).toBe(3);
    expect(runs).toBe(2);
  });

  it('ends without waiting for the end of its input', async () => {
    const held: Host = {
      ...host,
      run: ({ feed, ...command }) =>
        host.run({
          ...command,
          feed: ({ write }) => feed?.({ write, end: () => undefined }),
        }),
    };
    const together = openBatches(held, plainly(), [], 5_000);
    const started = Date.now();
    const answer = await together(jail('quick', '#!/bin/sh\nexit 6\n'), { version: false });
    expect(answer?.code).toBe(6);
    expect(Date.now() - started).toBeLessThan(5_000);
  });

  it('does not let a probe that prints for ever fill the disk', async () => {
    const together = openBatches(counting, plainly(), [], 10_000);
    const answer = await together(jail('garbage', '#!/bin/sh\nexec yes\n'), { version: true });
    expect(answer?.code).toBeGreaterThan(0);
    expect(statSync(join(folder, 'garbage.out')).size).toBeLessThan(1 << 20);
  });

  it('says nothing of a probe that hangs, and what the others answered', async () => {
    const together = openBatches(counting, plainly(), [], 700);
    const [hung, ended] = await Promise.all([
      together(jail('hung', '#!/bin/sh\nexec sleep 60\n'), { version: true }),
      together(jail('ended', '#!/bin/sh\nexit 5\n'), { version: true }),
    ]);
    expect(hung).toBeUndefined();
    expect(ended?.code).toBe(5);
  });
});
