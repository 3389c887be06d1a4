/**
 * `npm run bench`: measures dist/ against `node -e 0`, and against other tools.
 *
 *   --quick              fewer runs
 *   --only ID[,ID…]      only these cases (the first column of the table)
 *   --before DIR         measures another build's dist/ in turn with this one, and prints both and their ratio
 *   --against 'COMMAND'  measures another tool too; may be given more than once
 *   --write              writes docs/benchmarks.md
 *
 * Ends with 3 when a budget is not kept. Root alone can measure what an ordinary user with sudo does. The machine's
 * own binfmt_misc is never touched.
 */
import { chmodSync, cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { CONTAINER_ARCHITECTURES, targetOf } from '../src/platform/platforms.ts';
import {
  layoutDigest,
  noDockerRegistry,
  push,
  qemuLayout,
  REPOSITORY,
  startDockerRegistry,
} from '../test/support/docker-registry.ts';
import { noPrivateTable } from '../test/support/private-table.ts';
import { noTestUsers } from '../test/support/users.ts';
import type { Order, Results } from './inside.ts';
import { TIME } from './measure.ts';
import { disturbance, makeRows, renderComparison, renderPage, renderTable } from './render.ts';
import { runApart } from './support/namespace.ts';
import { machine, PAGE } from './support/page.ts';

const OVER_BUDGET = 3;
const root = fileURLToPath(new URL('..', import.meta.url));
/** What stands below this line of the page is written by hand, and kept. */
const NOTES = '<!-- below this line: written by hand -->\n';

process.exitCode = await main();

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      quick: { type: 'boolean', default: false },
      only: { type: 'string', default: '' },
      before: { type: 'string' },
      against: { type: 'string', multiple: true, default: [] },
      write: { type: 'boolean', default: false },
    },
  });
  const lacking = lackingPart();
  if (lacking !== undefined) {
    console.log(`skipped: ${lacking}`);
    return 0;
  }
  const folder = mkdtempSync(join(tmpdir(), 'setup-binfmt-bench-'));
  // The user who is measured may not see where this checkout and Node lie.
  chmodSync(folder, 0o755);
  const reachable = (path: string, name: string): string => {
    cpSync(path, join(folder, name), { recursive: true });
    return join(folder, name);
  };
  const registry = await startDockerRegistry({ storage: join(folder, 'registry') });
  try {
    const hostArch = process.arch === 'arm64' ? 'arm64' : 'amd64';
    const targets = CONTAINER_ARCHITECTURES.flatMap((arch) => targetOf(arch)?.qemu ?? []);
    const layout = await qemuLayout(hostArch, targets);
    push(layout, registry);
    const results = await measureInside({
      node: reachable(process.execPath, 'node'),
      dist: reachable(join(root, 'dist'), 'dist'),
      ...(values.before === undefined ? {} : { before: reachable(values.before, 'dist-before') }),
      folder,
      image: `${registry.host}/${REPOSITORY}@${layoutDigest(layout)}`,
      rounds: values.quick ? 6 : 30,
      only: values.only.split(',').filter((id) => id !== ''),
      against: values.against,
      users: noTestUsers() === undefined,
    });
    const rows = makeRows(results);
    console.log(renderTable(rows));
    if (values.before !== undefined) console.log(`\n${renderComparison(results)}\n`);
    console.log(`others used ${disturbance(results)} % of this machine meanwhile`);
    if (values.write) {
      writeFileSync(PAGE, renderPage(results, rows, machine(), handWritten()));
    }
    return rows.every(({ kept }) => kept !== false) ? 0 : OVER_BUDGET;
  } finally {
    await registry.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Why nothing can be measured here, or `undefined`. */
function lackingPart(): string | undefined {
  if (!existsSync(join(root, 'dist/cli.js'))) throw new Error('There is no dist/. Run npm run dist first.');
  if (!existsSync(TIME)) return `${TIME} is not installed`;
  return noPrivateTable() ?? noDockerRegistry();
}

/** Measures in a namespace whose table, and whose users, nobody else sees. */
async function measureInside(order: Order): Promise<Results> {
  const inside = fileURLToPath(new URL('inside.ts', import.meta.url));
  // Root's copies of handlers go to a disk.
  const prepare = [`mkdir '${order.folder}/lib' && mount --bind '${order.folder}/lib' /usr/local/lib`];
  const { users } = order;
  const printed = await runApart([process.execPath, inside], {
    users,
    prepare,
    input: JSON.stringify(order),
  });
  return JSON.parse(printed);
}

function handWritten(): string {
  const text = existsSync(PAGE) ? readFileSync(PAGE, 'utf8') : '';
  const at = text.indexOf(NOTES);
  return at < 0 ? NOTES : text.slice(at);
}
