/** Tells which engine wrote a log, and words commands for it; and which image a line names. */

import { hideSecrets } from '../../text/redact.ts';
import { logShows } from './conditions.ts';
import { clue, type Kind, texts, type View } from './kind.ts';

/** Engines that are no Docker, by the kind that shows them; the first that is shown counts. */
const OTHERS = ['kaniko', 'buildah', 'podman'] as const;
type Engine = (typeof OTHERS)[number];

/** The ids of what tells which engine wrote a log. */
export const ENGINE_CLUES: ReadonlySet<string> = new Set(
  [...OTHERS, 'docker'].map((engine) => `engine-${engine}`),
);

export const engineKinds = (): readonly Kind[] => [
  clue(
    'engine-kaniko',
    { has: 'kaniko', and: /\/kaniko\/|\bkaniko-project\b|\bkaniko (?:executor|version|build)\b/i },
    { has: 'retrieving image manifest ', and: /\bINFO\b/ },
  ),
  clue('engine-buildah', {
    has: 'buildah',
    and: /(?:^|[\s$+#;&|])buildah (?:--?\S{1,60} ){0,6}(?:bud|build|build-using-dockerfile|from|run|pull|push|commit|copy|unshare|manifest)\b/,
  }),
  clue(
    'engine-podman',
    {
      has: 'podman',
      and: /(?:^|[\s$+#;&|])podman (?:--?\S{1,60} ){0,6}(?:build|run|pull|push|create|manifest|login|play|kube|machine|unshare|start|exec|system)\b/,
    },
    ...texts('trying to pull | building at step "'),
    { has: 'step ', and: /^STEP \d{1,4}(?:\/\d{1,4})?: / },
  ),
  clue(
    'engine-docker',
    {
      has: 'docker',
      and: /(?:^|[\s$+#;&|])docker (?:--?\S{1,60} ){0,6}(?:build|buildx|run|pull|push|create|compose|login|exec|image|manifest)\b|\bdocker\/(?:build-push|setup-buildx|setup-qemu|login)-action\b|docker daemon/i,
    },
    { has: 'error response from daemon' },
  ),
];

/** The engine whose commands are to be given, where that is not Docker. */
function engineOf(view: View): Engine | undefined {
  if (view.log.buildkit || logShows('engine-docker')(view) === true) return undefined;
  return OTHERS.find((name) => logShows(`engine-${name}`)(view) === true);
}

type Rules = readonly (readonly [pattern: RegExp, by: string])[];

/** What stands in a command of Docker’s, and what in one of engines that share their files with podman. */
const OF_PODMAN: Rules = [
  [/^docker buildx imagetools inspect /, 'skopeo inspect --raw docker://'],
  [/^docker cp "\$\(docker create /, 'podman cp "$(podman create '],
  [/^docker info --format .*$/, 'podman info --format "{{.Host.Security}}"'],
  [/^docker buildx prune\b/, 'podman system prune'],
  [/^docker (?=(?:run|pull|build|create|login|logout|info|version|image|system|compose)\b)/, 'podman '],
  [/\/etc\/docker\/certs\.d\//g, '/etc/containers/certs.d/'],
  [/ docker-ce$/, ' podman'],
];
const RULES: Readonly<Record<Engine, Rules>> = {
  podman: OF_PODMAN,
  buildah: [
    [/^docker (?=(?:pull|build|login|logout|info|version)\b(?! --format))/, 'buildah '],
    ...OF_PODMAN,
  ],
  kaniko: [
    [/^docker login$/, 'skopeo login --compat-auth-file /kaniko/.docker/config.json REGISTRY'],
    [/^docker logout$/, 'skopeo logout --compat-auth-file /kaniko/.docker/config.json REGISTRY'],
    [/^docker build --platform (\S+) \.$/, '/kaniko/executor --custom-platform=$1 --context .'],
    ...OF_PODMAN,
  ],
};

/** The same commands for the engine that wrote the log; those that only Docker has are left out. */
export function forEngine(commands: readonly string[], view: View): readonly string[] {
  const engine = engineOf(view);
  if (engine === undefined) return commands;
  return commands
    .map((command) => RULES[engine].reduce((text, [pattern, by]) => text.replace(pattern, by), command))
    .filter((command) => !/\bdocker\b(?!:\/\/|\/config)/.test(command));
}

/** Options before an image that take no other word. */
const OPTIONS =
  '(?: (?:--rm|-it|-i|-t|-d|-q|--quiet|--privileged|--(?:platform|arch|os|variant|pull)[= ][\\w./-]{1,60})){0,6}';
const NAME = '["\']?([a-z\\d][\\w./:@-]{1,250})';

/** What a build begins with, in a log whose steps follow each other. */
const STAGE = new RegExp(
  `^(?:(?:Step|STEP) \\d{1,4}(?:/\\d{1,4})? ?: )?FROM (?:--platform=\\S{1,60} )?${NAME}(?: AS \\S{1,60})?$`,
  'i',
);

/** Where other lines name an image: a literal text that they hold, and how it goes on. */
const NAMED: readonly (readonly [has: string, pattern: RegExp])[] = [
  ['docker://', new RegExp(`docker://${NAME}`)],
  ['no child with platform', new RegExp(` in index ${NAME}`)],
  ['failed to resolve', new RegExp(`failed to resolve (?:source metadata for|reference|image) ${NAME}`)],
  ['Retrieving image manifest', new RegExp(`Retrieving image manifest ${NAME}`)],
  ['Trying to pull', new RegExp(`Trying to pull ${NAME}`)],
  ['manifest for ', new RegExp(`manifest for ${NAME} not found`)],
  ['failed to solve: ', new RegExp(`failed to solve: ${NAME} `)],
  ...['podman', 'docker', 'buildah', 'nerdctl'].map(
    (engine) =>
      [engine, new RegExp(`\\b${engine} (?:run|create|pull|from)${OPTIONS} ${NAME}(?=["'\\s]|$)`)] as const,
  ),
];

/** A name with a registry, a path or a tag: one without may be that of a stage. */
const IMAGE = /^[a-z\d][\w.-]*(?::\d+)?(?:\/[\w.-]+)*(?::[\w.-]+)?(?:@sha256:[\da-f]{64})?$/;
/** What registers handlers is not what fails. */
const INSTALLER = /binfmt|qemu-user|\/qus\b/;

/** Lines behind a command that are about its image. */
const REACH = 12;

/** The images that a log names while it is read. */
export interface ImageReading {
  readonly look: (line: string) => void;
  /** What the lines that were looked at last are about. */
  readonly named: () => string | undefined;
}

/** Begins to follow which image a log is about. */
export function openImages(): ImageReading {
  let stage: string | undefined;
  let other: string | undefined;
  let left = 0;
  return {
    look: (line) => {
      left = Math.max(0, left - 1);
      if (line.includes('FROM ') && STAGE.test(line)) {
        stage = plainName(STAGE.exec(line)?.[1]);
        left = 0;
        return;
      }
      const found = imageIn(line);
      if (found !== undefined) [other, left] = [found, REACH];
    },
    named: () => (left > 0 ? other : stage),
  };
}

function imageIn(line: string): string | undefined {
  for (const [has, pattern] of NAMED) {
    const found = line.includes(has) ? plainName(pattern.exec(line)?.[1]) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

function plainName(text: string | undefined): string | undefined {
  const name = text?.replace(/[:.]{1,4}$/, '') ?? '';
  return /[/:]/.test(name) && IMAGE.test(name) && !INSTALLER.test(name) && hideSecrets(name) === name
    ? name
    : undefined;
}
