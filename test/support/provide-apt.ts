import { nodeHost } from '../../src/host/host.ts';
import { fetchFromApt } from '../../src/qemu/from-apt.ts';
import { machineArchitecture } from './static-program.ts';

/** What `provide-apt.ts` writes to its standard output, as JSON. */
export interface AptRun {
  readonly lines: readonly string[];
  readonly provided?: Awaited<ReturnType<typeof fetchFromApt>>;
  readonly problem?: { readonly message: string; readonly reason: string };
}

/** A program of its own, so that a test can run it as another user: arguments are the store and QEMU's names. */
async function main([storeRoot = '', ...names]: readonly string[]): Promise<AptRun> {
  const lines: string[] = [];
  const context = {
    host: nodeHost(),
    hostArch: machineArchitecture,
    storeRoot,
    log: (line: string) => void lines.push(line),
    rehash: true,
    registryConfig: false,
    insecureTags: false,
    timeLimitMs: 120_000,
  };
  const wanted = names.map((qemu) => ({ arch: qemu, qemu }));
  try {
    return { lines, provided: await fetchFromApt(wanted, context) };
  } catch (thrown) {
    const { message, reason } = thrown as { message: string; reason: string };
    return { lines, problem: { message, reason } };
  }
}

if (process.argv[1]?.endsWith('provide-apt.ts') === true) {
  process.stdout.write(JSON.stringify(await main(process.argv.slice(2))));
}
