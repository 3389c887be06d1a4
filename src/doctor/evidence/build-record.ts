/**
 * The container engine's own record of builds: what BuildKit keeps of each, asked through `docker buildx history`
 * (`ls` since buildx 0.20, `inspect --format json` since 0.21). Only builders that run are asked: others would be started.
 */
import type { HostFacts } from '../../facts/facts.ts';
import type { Host, Outcome } from '../../host/host.ts';
import { environmentOf, programOf } from '../../host/trust.ts';
import { platformNamed } from '../../platform/platforms.ts';
import { isObject, parseObject, textsOf } from '../../text/parse.ts';
import { hideSecrets } from '../../text/redact.ts';
import { listed, printable } from '../../text/text.ts';
import { atLeast } from '../../text/version.ts';
import type { BuilderFacts, EngineFacts } from '../facts.ts';
import type { Evidence, Gathered, RecordedStep } from '../log/evidence.ts';

/** Most time for one question, in milliseconds. */
const ANSWER_LIMIT_MS = 10_000;

/** Most bytes of an answer, of what is said beside it, and of one log: BuildKit itself keeps 2 MiB of a step. */
const ANSWER_LIMIT = 2 * 1024 * 1024;
const SAID_LIMIT = 16 * 1024;
const LOG_LIMIT = 16 * 1024 * 1024;

/** Characters of an error that are looked at: half of them at its beginning, half at its end, where the exit code stands. */
const ERROR_LIMIT = 64 * 1024;

/** So many builds are looked at, and so many logs are given: the newest. */
const LOOK_LIMIT = 8;
const LOG_COUNT_LIMIT = 4;

const OLDEST_BUILDX = '0.21.0';

/** One line of `history ls --format json`. */
interface BuildRecord {
  readonly builder: BuilderFacts;
  readonly id: string;
  readonly name: string;
  readonly failed: boolean;
  /** When it ended, in milliseconds since 1970. */
  readonly ended: number;
}

/** What `history inspect --format json` says of one build. */
interface Inspection {
  /** As the engine writes them; none where the build was for the builder's own platform. */
  readonly platforms: readonly string[];
  readonly target: string;
  readonly canceled: boolean;
  readonly step: RecordedStep;
  /** The lines of the Dockerfile, with a mark at the one that failed. */
  readonly source: string;
}

/** Asks `docker buildx history`. */
type Ask = (...args: readonly string[]) => Promise<Outcome>;

/** A build, and what was found out of it, where its builder told. */
interface Seen extends Partial<Inspection> {
  readonly record: BuildRecord;
}

/**
 * The builds that failed since `since` (milliseconds since 1970) and did not succeed later: the newest first, of
 * several attempts the last. Throws nothing; what hinders it is said.
 */
export async function gatherBuilds(
  host: Host,
  engine: EngineFacts,
  facts: HostFacts,
  since: number,
): Promise<Gathered> {
  const docker = programOf(host, 'docker') ?? '';
  const hindrance = hindranceOf(engine);
  if (hindrance !== undefined)
    return { evidence: [], notes: [`the engine's record of builds was not read: ${hindrance}`] };
  const env = environmentOf(host);
  const ask: Ask = (...args) =>
    host.run({
      file: docker,
      args: ['buildx', 'history', ...args],
      env,
      timeoutMs: ANSWER_LIMIT_MS,
      // Logs are printed to standard error, and answers to the other one.
      ...(args[0] === 'logs'
        ? { maxBytes: SAID_LIMIT, maxErrorBytes: LOG_LIMIT }
        : { maxBytes: ANSWER_LIMIT, maxErrorBytes: SAID_LIMIT }),
    });
  const { records, notes } = await listRecords(ask, engine.builders);
  const failures = await findFailures(
    ask,
    records.filter(({ ended }) => ended >= since),
  );
  const evidence = failures.map((seen) => evidenceOf(ask, seen, engine, facts));
  const time = new Date(since).toISOString().replace(/^(.*)T(..:..).*/, '$1 $2 UTC');
  const none = `the engine has no record of a failed build since ${time}`;
  return { evidence, notes: evidence.length + notes.length === 0 ? [none] : notes };
}

/** The records of all builders that run. buildx 0.13 lists the default one twice. */
async function listRecords(
  ask: Ask,
  builders: readonly BuilderFacts[],
): Promise<{ readonly records: readonly BuildRecord[]; readonly notes: readonly string[] }> {
  const running = new Map(builders.filter((one) => one.running).map((one) => [one.name, one]));
  const answers = [...running.values()].map(async (builder) => {
    const answer = await ask('ls', '--builder', builder.name, '--format', 'json');
    if (answer.code === 0) return { records: parseRecords(answer.stdout, builder) };
    return {
      note: `the builder ${printable(builder.name, 60)} shows no record of builds: ${saidBy(answer)}`,
    };
  });
  const lists = await Promise.all(answers);
  return {
    records: lists.flatMap(({ records = [] }) => records),
    notes: lists.flatMap(({ note = [] }) => note),
  };
}

/** The latest attempt at each build, where it failed. */
async function findFailures(ask: Ask, records: readonly BuildRecord[]): Promise<readonly Seen[]> {
  // Of what succeeded it need only be known whether it was a later attempt at what had failed.
  const failed = new Set(records.filter((record) => record.failed).map(({ name }) => name));
  const looked = records
    .filter(({ name }) => failed.has(name))
    .sort((a, b) => b.ended - a.ended)
    .slice(0, LOOK_LIMIT);
  const inspected = looked.map(async (record): Promise<Seen> => {
    const answer = await ask('inspect', record.id, '--builder', record.builder.name, '--format', 'json');
    return { record, ...parseInspection(answer.stdout) };
  });
  const latest = new Map<string, Seen>();
  for (const seen of await Promise.all(inspected)) {
    const key = JSON.stringify([seen.record.name, seen.platforms, seen.target]);
    if (!latest.has(key)) latest.set(key, seen);
  }
  return (
    [...latest.values()]
      .filter(({ record }) => record.failed)
      // One failure cancels what is built beside it.
      .sort((a, b) => Number(a.canceled ?? false) - Number(b.canceled ?? false))
      .slice(0, LOG_COUNT_LIMIT)
  );
}

function evidenceOf(ask: Ask, seen: Seen, engine: EngineFacts, facts: HostFacts): Evidence {
  const { record, platforms = [], step, source = '' } = seen;
  const here = isHere(record.builder, engine, facts);
  const machine = here === true ? facts.architecture : undefined;
  const name = `build of ${printable(hideSecrets(record.name), 100)}`;
  // Without a word of the user's, a build is for the machine that it runs on.
  const own = step !== undefined && platforms.length === 0 && machine !== undefined;
  return {
    name: platforms.length === 0 ? name : `${name} (${listed(platforms)})`,
    from: 'engine',
    here,
    machine,
    platform: own
      ? `linux/${machine}`
      : platforms.length === 1
        ? platformNamed(platforms[0] ?? '')
        : undefined,
    step,
    text: readLog(ask, record, source),
  };
}

/** Why builders cannot be asked for what they have built. */
function hindranceOf({ client, server, silence, buildx, builders }: EngineFacts): string | undefined {
  if (!client) return 'there is no docker here';
  if (buildx === undefined) return 'docker has no buildx here';
  if (server === undefined) return silence ?? 'the engine does not answer';
  if (!atLeast(buildx, OLDEST_BUILDX)) return `buildx ${buildx} cannot show it (${OLDEST_BUILDX} can)`;
  return builders.some(({ running }) => running) ? undefined : 'no builder runs';
}

/** Whether a builder runs on this kernel; `undefined` where that is not known. */
function isHere(
  builder: BuilderFacts,
  { remote, server }: EngineFacts,
  facts: HostFacts,
): boolean | undefined {
  if (remote !== undefined || builder.elsewhere) return false;
  return server?.kernel ? server.kernel === facts.kernel.release : undefined;
}

/** The log as the build printed it, and the lines of the Dockerfile. */
async function* readLog(ask: Ask, { id, builder }: BuildRecord, source: string): AsyncGenerator<string> {
  const answer = await ask('logs', id, '--builder', builder.name, '--progress', 'plain');
  if (answer.code !== 0) throw new Error(saidBy(answer));
  yield answer.stderr;
  yield `\n${source}\n`;
}

function saidBy({ timedOut, stderr, stdout }: Outcome): string {
  if (timedOut) return `no answer within ${ANSWER_LIMIT_MS / 1000} s`;
  const lines = stderr.slice(0, SAID_LIMIT).split('\n');
  return printable(lines.find((line) => line.trim() !== '') ?? stdout, 160);
}

/** Reads `history ls --format json`: one JSON object a line. Those that still run are left out. */
export function parseRecords(text: string, builder: BuilderFacts): readonly BuildRecord[] {
  return text.split('\n').flatMap((line) => {
    const { ref, name, status, completed_at: completed } = parseObject(line) ?? {};
    const ended = typeof completed === 'string' ? Date.parse(completed) : Number.NaN;
    // BUILDER/NODE/ID, of which the other commands take the last.
    const id = typeof ref === 'string' ? ref.slice(ref.lastIndexOf('/') + 1) : '';
    if (!/^\w+$/.test(id) || typeof name !== 'string' || Number.isNaN(ended)) return [];
    return { builder, id, name, failed: status === 'Error', ended };
  });
}

/** Reads `history inspect --format json`. */
export function parseInspection(text: string): Inspection | undefined {
  const record = parseObject(text);
  if (record === undefined) return undefined;
  const { Platform: platforms, Target: target } = record;
  const { Name: name, Message: message, Sources: source } = isObject(record.Error) ? record.Error : {};
  const error = typeof message === 'string' ? bothEnds(message, ERROR_LIMIT) : undefined;
  const [, command, exit] =
    /^process "(.*)" did not complete successfully: exit code: (\d+)/s.exec(error ?? '') ?? [];
  return {
    platforms: textsOf(platforms)
      .slice(0, 64)
      .map((one) => one.slice(0, 64)),
    target: typeof target === 'string' ? target : '',
    canceled: record.Status === 'canceled',
    step: {
      name: typeof name === 'string' ? name.slice(0, ERROR_LIMIT) : undefined,
      command,
      exit: exit === undefined ? undefined : Number(exit),
      error,
    },
    source: typeof source === 'string' ? Buffer.from(source, 'base64').toString() : '',
  };
}

function bothEnds(text: string, limit: number): string {
  return text.length <= limit ? text : `${text.slice(0, limit / 2)}…${text.slice(-limit / 2)}`;
}
