/** Remedies as their reader can use them: lines of a workflow there, commands on a terminal, sudo for who has it. */

import type { Privilege } from '../facts/facts.ts';
import { escaped } from '../text/redact.ts';
import { PROGRAM } from '../text/text.ts';

/** Where a remedy is read, and by whom. */
export interface Reader {
  /** The action as a workflow names it; absent on a terminal. */
  readonly action?: string;
  readonly privilege: Privilege;
}

/** The command of this program, as the source of a pattern. */
const OURS = escaped(PROGRAM);

const SETUP = new RegExp(`^(?:sudo )?${OURS} (\\w+)\\b(.*)$`);
const MODES = ['setup', 'plan', 'doctor', 'remove'];

/** Actions that do in a workflow what a command does on a terminal. */
const ACTIONS: Readonly<Record<string, string>> = {
  'docker buildx create --use': 'docker/setup-buildx-action@v4',
  'docker login': 'docker/login-action@v4',
};

/** What is of no use where each job has a machine of its own. */
const ONLY_ON_A_TERMINAL = /^docker (?:buildx rm|buildx stop|logout|context)\b/;

/** Commands of our own that a workflow has no step for. */
const OWN = new RegExp(`^${OURS} (?:exec|list|platforms|undo)\\b`);

/** Those that change the host's table. */
const CHANGES = new RegExp(`^${OURS} (?:setup|remove|undo)\\b`);

/** Where the step belongs. */
const PLACE = ' # before docker/setup-buildx-action, and in place of docker/setup-qemu-action if it is there';

/** Lines of a Dockerfile, and of a workflow. */
const DOCKERFILE = /^(?:FROM|RUN|ENV|COPY) /;
const YAML = /^[a-z][\w-]*: /;
const RUNNER = /^runs-on: /;

/** The commands for this reader, a line each. */
export function commandsFor(commands: readonly string[], { action, privilege }: Reader): readonly string[] {
  if (action === undefined)
    return commands.filter((command) => !YAML.test(command)).map((command) => asTyped(command, privilege));
  const useful = commands.filter((command) => !ONLY_ON_A_TERMINAL.test(command) && !OWN.test(command));
  return [...new Set(useful)].flatMap((command) => inWorkflow(command, action, privilege));
}

/** Root needs no sudo, and who has none must become root in some other way. */
function asTyped(command: string, privilege: Privilege): string {
  if (privilege === 'none' && CHANGES.test(command)) return `${command}  # as root`;
  if (privilege === 'sudo') return command;
  const bare = command.replace(/\bsudo /g, '');
  return bare === command || privilege === 'root' ? bare : `${bare}  # as root`;
}

function inWorkflow(command: string, action: string, privilege: Privilege): readonly string[] {
  const [, mode = '', rest = ''] = SETUP.exec(command) ?? [];
  if (MODES.includes(mode)) return stepOf(action, mode, rest);
  const uses = ACTIONS[command];
  if (uses !== undefined) return [`- uses: ${uses}`];
  if (RUNNER.test(command))
    return [`# or, without emulation, a runner for the job or that leg of it: ${command}`];
  if (YAML.test(command)) return [`# in the job: ${command}`];
  if (DOCKERFILE.test(command)) return [`# in the Dockerfile: ${command}`];
  return [`- run: ${yamlText(asTyped(command, privilege))}`];
}

/** `setup linux/arm64 --on-conflict replace` as a step: options are inputs. */
function stepOf(action: string, mode: string, rest: string): readonly string[] {
  const words = [...rest.matchAll(/--([\w-]+)(?: (?!--)(\S+))?|(\S+)/g)];
  const platforms = words.flatMap(([, , , platform]) => platform ?? []);
  const options = words.flatMap(([, name, value = 'true']) =>
    name === undefined ? [] : `${name}: ${value}`,
  );
  const inputs = [...(mode === 'setup' ? [] : [`mode: ${mode}`]), ...options];
  if (platforms.length > 0) inputs.unshift(`platforms: ${platforms.join(',')}`);
  const given = inputs.length === 0 ? [] : ['  with:', ...inputs.map((input) => `    ${input}`)];
  return [`- uses: ${action}${mode === 'setup' ? PLACE : ''}`, ...given];
}

/** As it is where YAML reads it so. */
function yamlText(text: string): string {
  return /^[\w/]/.test(text) && !/: | #|:$/.test(text) ? text : JSON.stringify(text);
}

/** A command of our own within a sentence. */
const MENTIONED = new RegExp(`${OURS} (\\w+)((?: [\\w./*-]+)?)`, 'g');

/** Of no use where a machine lives for one job. */
const REBOOT = /;? \(?with persist it outlives a reboot\)?/;

/** A sentence that names commands of ours, for who reads it in a workflow: a mode where there is one. */
export function sentenceFor(text: string): string {
  return text.replace(REBOOT, '').replace(MENTIONED, (_, mode: string, what: string) => {
    if (mode === 'list') return 'mode: doctor';
    if (!MODES.includes(mode)) return `${mode}${what} on a terminal`;
    return what === '' ? `mode: ${mode}` : `mode: ${mode} with platforms: ${what.trim()}`;
  });
}
