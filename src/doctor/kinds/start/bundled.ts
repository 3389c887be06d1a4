/** Kinds of steps that ran under the emulator which BuildKit carries itself. */

import { BUNDLED_EMULATOR, NOT_PINNED, NOTHING_REGISTERED, SETUP } from '../common.ts';
import { emulatedOrForeign, evidenceIs, logShows } from '../conditions.ts';
import { type Condition, clue, type Kind, kind } from '../kind.ts';

/** An interpreter (Python, a shell, Perl, Node.js, Ruby) that does not find the script which it was started for. */
const NOT_OPENED =
  /can't open (?:file |perl script )?['"]?(?:\S{0,80}\/)?([\w.+-]{1,60})['"]?[:;]? |\b\d: cannot open (?:\S{0,80}\/)?([\w.+-]{1,60}):|Cannot find module '\/{1,2}([\w.+-]{1,60})'|(?:directory|such file) -- (?:\S{0,80}\/)?([\w.+-]{1,60}) \(LoadError\)/i;

/** A step that names an interpreter’s script as its command starts it by its first line, under the path of another emulator. */
const startedByName: Condition = (view) =>
  view.match.evidence.some(({ text }) => {
    const script = NOT_OPENED.exec(text)
      ?.slice(1)
      .find((name) => name !== undefined);
    if (script === undefined) return true;
    const words = [...view.match.steps, view.log.failed].map((step) => step?.command ?? '').join(' && ');
    return (
      logShows('bundled-emulator')(view) === true &&
      words
        .split(/&&|\|\||[;|]/)
        .some((command) => /^\s*(?:RUN )?(?:\S{0,80}\/)?(\S+)/.exec(command)?.[1] === script)
    );
  });

/** Scripts of packages that need nothing but the shell do not start, or BuildKit’s own emulator is known to be there. */
const startsNoScript: Condition = (view) => {
  if (evidenceIs(/busybox|alpine-baselayout/)(view) || logShows('bundled-emulator')(view)) return true;
  const where = emulatedOrForeign(view);
  if (!view.log.buildkit) return false;
  // A machine that the log does not name may be of any architecture.
  const known = view.log.machine !== undefined || view.here === true;
  return where === false && known ? false : where || undefined;
};

export const bundledKinds = (): readonly Kind[] => [
  kind(
    'package-scripts-not-started',
    'apk’s package scripts end with 127: execve: No such file or directory',
    {
      rank: 'cause',
      signs: [
        { has: 'execve: no such file or directory', about: /apk|alpine|trigger|install/i },
        { has: 'lib/apk/exec/', and: /exited with error 127/ },
        { has: 'script exited with error 127' },
      ],
      explains: ['bundled-emulator', 'command-not-found'],
      causes: [
        {
          text: 'BuildKit ran the step with the emulator it carries itself, for the kernel had no handler for {platform}, and that emulator does not start all scripts of apk’s packages (those of apk-tools 3, Alpine 3.23 and newer, never)',
          when: startsNoScript,
          remedy:
            'Register a handler for {platform} before the builder is made: the kernel’s own handlers start these scripts',
          commands: [SETUP, 'docker buildx rm BUILDER', 'docker buildx create --use'],
        },
        {
          text: 'The interpreter that the first line of the package’s script names (bash, as a rule) is not installed',
          elsewhere: true,
          remedy: 'Install the interpreter before the package, or let the package depend on it',
          commands: ['apk add bash'],
        },
      ],
      sources: 'moby/buildkit#6400 apache/arrow-nanoarrow#831',
    },
  ),
  kind('loads-wrong-path', 'Error while loading …, or a script that its interpreter does not find', {
    signs: [
      {
        has: 'error while loading /',
        and: /^(?:.{0,60}: )?Error while loading \/[^\s:]{1,300}: (?:no such file|exec format error)/i,
        not: /\.(?:so[\d.]{0,12}|conf|json|ya?ml|toml|xml|pem): /,
      },
      { has: "can't open", and: NOT_OPENED },
      { has: 'cannot open', and: NOT_OPENED },
      { has: 'cannot find module', and: NOT_OPENED },
      { has: 'no such file or directory --', and: NOT_OPENED },
      { has: 'cannot load such file --', and: NOT_OPENED },
    ],
    rank: 'cause',
    explains: ['bundled-emulator', 'exec-format-error', 'package-failed', 'file-missing', 'dependency'],
    applies: startedByName,
    causes: [{ ...BUNDLED_EMULATOR, shown: true }, NOT_PINNED, NOTHING_REGISTERED],
    sources: 'docker/buildx#495 docker-library/python#760 moby/buildkit#1929 devcontainers/ci#305',
  }),
  kind('bundled-emulator-started-nothing', 'a step failed under the emulator that BuildKit carries', {
    rank: 'echo',
    signs: [{ has: '.buildkit_qemu_emulator', and: /\.buildkit_qemu_emulator.{0,2000}exit code: \d/ }],
    explains: ['bundled-emulator'],
    causes: [
      {
        ...BUNDLED_EMULATOR,
        // A program that has run may have failed of itself.
        when: ({ match }) => match.evidence.some(({ text }) => /exit code: 12[67]\b/.test(text)) || undefined,
      },
    ],
    sources: 'docker/buildx#464',
  }),
  kind('bundled-emulator', '/dev/.buildkit_qemu_emulator in the log', {
    bearing: 'note',
    signs: [{ has: '.buildkit_qemu_emulator' }],
    causes: [BUNDLED_EMULATOR],
    sources: 'docker/buildx#493 sivert-io/matchzy-auto-tournament#202',
  }),
  // What failed, as BuildKit says at the end; its emulator would stand there.
  clue(
    'started-directly',
    { has: 'process "', and: /process "(?!\/dev\/)/ },
    { has: 'executor failed running [', and: /running \[(?!\/dev\/)/ },
  ),
];
