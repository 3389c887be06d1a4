/** Checks of the container engine and its builders: which kernel they use, and what they believe it can run. */

import { kernelAbilities } from '../../facts/facts.ts';
import { formatPlatform, platformsOf, qemuName, targetOf } from '../../platform/platforms.ts';
import { buildKitLevel } from '../../probe/verdict.ts';
import { listed, PROGRAM, printable, shellWord } from '../../text/text.ts';
import { isOlder } from '../../text/version.ts';
import type { BuilderFacts, DoctorFacts } from '../facts.ts';
import { type Check, type CheckContext, check, doctorCheck } from './check.ts';

const NO_CLIENT = 'there is no program named docker';
const NO_ENGINE = 'no Docker engine answers';

function skipSilent({ engine }: DoctorFacts): string | undefined {
  return engine.server === undefined ? (engine.silence ?? NO_ENGINE) : undefined;
}

/** The emulated platforms that are proven here and that a builder should list. */
function proven({ verdicts }: CheckContext): readonly string[] {
  return [...(verdicts?.values() ?? [])]
    .filter(({ status }) => status === 'emulated')
    .flatMap(({ arch }) => platformsOf(arch))
    .map(formatPlatform);
}

function lacking(builder: BuilderFacts, platforms: readonly string[]): readonly string[] {
  return platforms.filter((platform) => !builder.platforms.includes(platform));
}

/** Builders that use the kernel of this host. */
function localBuilders({ engine }: DoctorFacts): readonly BuilderFacts[] {
  return engine.builders.filter(
    ({ driver, running }) => running && (driver === 'docker' || driver === 'docker-container'),
  );
}

function containerBuilders(doctor: DoctorFacts): readonly BuilderFacts[] {
  return localBuilders(doctor).filter(({ driver }) => driver === 'docker-container');
}

/** What builds where no builder is named; buildx 0.13 does not say which, and the engine's own is called default. */
function builderInUse({ engine: { builders } }: DoctorFacts): BuilderFacts | undefined {
  return builders.find(({ current }) => current) ?? builders.find(({ name }) => name === 'default');
}

/** The engine's own builder looks at the kernel again by itself. */
const WAIT = {
  remedy: 'Wait 20 seconds and ask it again; if it still does not list them, start the Docker engine again',
  commands: ['sleep 21', 'docker buildx inspect'],
};

/** The levels that are asked for, that programs get here, and that BuildKit does not know of. */
function unknownLevels({ verdicts, wanted = [] }: CheckContext): readonly string[] {
  const verdict = verdicts?.get('amd64');
  if (verdict?.status !== 'emulated') return [];
  const known = buildKitLevel(verdict);
  return wanted
    .filter(({ arch, variant }) => {
      const level = Number(variant?.slice(1) ?? 1);
      return arch === 'amd64' && level > known && level <= (verdict.level ?? 1);
    })
    .map(formatPlatform);
}

/** The oldest buildah that was seen to do so; 1.28 does not. */
const MOUNTS_SINCE = '1.39.0';

/** The folders that buildah reads (its pkg/binfmt). */
const BUILDAH_FOLDERS = /^\/(?:etc|run|usr\/lib)\/binfmt\.d\//;

/** Where the table that answers cannot be seen, its entry is called as QEMU's are. */
function usualName(arch: string): string {
  const target = targetOf(arch);
  return target === undefined ? arch : qemuName(target);
}

/**
 * What runs here and would not in `buildah build`: where it takes this for a container and finds a rule, it mounts a table of
 * its own and registers the rules there, and no others.
 */
function lostToBuildah({ rules }: DoctorFacts, { verdicts }: CheckContext): readonly string[] {
  const kept = new Set(rules.filter(({ file }) => BUILDAH_FOLDERS.test(file)).map(({ name }) => name));
  if (kept.size === 0) return [];
  return [...(verdicts?.values() ?? [])]
    .filter(({ status, arch, entry }) => status === 'emulated' && !kept.has(entry?.name ?? usualName(arch)))
    .map(({ arch }) => formatPlatform({ arch }));
}

export const ENGINE_CHECKS: readonly Check[] = [
  check('warning', 'SB094', 'BuildKit refuses steps of a level that runs here', {
    remedy:
      'Begin the stages that run steps with FROM --platform=linux/amd64/v2, under which the same programs run, and copy from them in a last stage that runs none; builders other than BuildKit do not ask',
    commands: ['FROM --platform=linux/amd64/v2 IMAGE AS build'],
    look: (context) => {
      const levels = unknownLevels(context);
      if (levels.length === 0) return [];
      return `programs of ${levels.join(', ')} run here, and BuildKit knows two levels of an emulated CPU: it ends the build with “no support for running processes with ${levels[0]} platform”`;
    },
  }),
  doctorCheck('warning', 'SB098', 'buildah would mount a table of its own', {
    remedy:
      'Start buildah without the variable container, or keep the entries in /etc/binfmt.d too (persist), from which buildah registers them',
    commands: ['env -u container buildah build .', `${PROGRAM} setup linux/arm64 --persist`],
    skip: ({ buildahInContainer: version }, { facts }) => {
      if (version === undefined)
        return 'buildah is not here, or does not take this for a container (the variable container)';
      if (isOlder(version, MOUNTS_SINCE)) return `buildah ${version} mounts none`;
      if (facts.uid === 0 && !(facts.userNamespace && facts.table.state === 'not-mounted'))
        return 'buildah of this root mounts the table that is there already';
      return (
        !kernelAbilities(facts.kernel).tablePerNamespace && 'this kernel has one table for all namespaces'
      );
    },
    look: (doctor, context) => {
      const lost = lostToBuildah(doctor, context);
      const rules = listed(doctor.rules.map(({ file }) => file).filter((file) => BUILDAH_FOLDERS.test(file)));
      return (
        lost.length > 0 &&
        `the variable container is set, and there is ${rules}: buildah ${doctor.buildahInContainer} then builds in a table of its own, with these rules alone, and ${listed(lost)} ${lost.length === 1 ? 'does' : 'do'} not run in its RUN steps`
      );
    },
  }),
  doctorCheck('info', 'SB050', 'Docker is not here', {
    remedy: 'None is needed for the set-up; install it where builds use it',
    commands: ['command -v docker'],
    look: ({ engine }) => !engine.client && NO_CLIENT,
  }),
  doctorCheck('info', 'SB056', 'the Docker engine does not answer', {
    remedy: 'Start it, or let this user use it',
    commands: ['docker version'],
    skip: ({ engine }) => (engine.client ? undefined : NO_CLIENT),
    look: ({ engine }) => engine.server === undefined && printable(engine.silence ?? NO_ENGINE, 200),
  }),
  doctorCheck('warning', 'SB052', 'the Docker engine runs on another kernel', {
    remedy: 'Set up where the engine runs: its kernel decides what its containers can run',
    commands: ['docker info --format "{{.OperatingSystem}}, kernel {{.KernelVersion}}"'],
    skip: ({ engine }) =>
      engine.remote === undefined && engine.server === undefined ? (engine.silence ?? NO_ENGINE) : undefined,
    look: ({ engine }, { facts }) => {
      if (engine.remote !== undefined)
        return `the engine is reached by ${printable(engine.remote, 20)}, on another machine`;
      const { server } = engine;
      if (server === undefined || server.kernel === '' || server.kernel === facts.kernel.release) return [];
      return `the engine runs on kernel ${printable(server.kernel, 60)} (${printable(server.system, 80)}), and this is ${printable(facts.kernel.release, 60)}`;
    },
  }),
  doctorCheck('info', 'SB055', 'the Docker engine is rootless', {
    remedy: 'Register on the host as root, or in the table of the engine as its user',
    commands: [`${PROGRAM} setup linux/arm64 --scope engine`],
    skip: skipSilent,
    look: ({ engine }) =>
      engine.server?.rootless && 'docker info says so; an installer run in a container cannot serve it',
  }),
  doctorCheck('info', 'SB051', 'buildx is not here', {
    remedy: 'Install docker-buildx-plugin, or use docker/setup-buildx-action',
    commands: ['docker buildx version'],
    skip: ({ engine }) => (engine.client ? undefined : NO_CLIENT),
    look: ({ engine }) => engine.buildx === undefined && 'docker buildx does not answer',
  }),
  doctorCheck('warning', 'SB057', 'the builder takes one platform at a time', {
    remedy:
      'Make a builder of the driver docker-container before the build (docker/setup-buildx-action), or turn on the containerd image store',
    commands: ['docker buildx create --use --bootstrap'],
    skip: (doctor, { asked = [] }) => {
      const builder = builderInUse(doctor);
      if (builder === undefined) return 'no builder is known';
      return asked.length < 2 ? 'only one platform was asked for, or none' : undefined;
    },
    look: (doctor, { asked = [] }) =>
      builderInUse(doctor)?.driver === 'docker' &&
      doctor.engine.server?.containerdStore !== true &&
      `the driver docker of the builder in use cannot build for ${asked.length} platforms at once (${listed(asked)})`,
  }),
  doctorCheck('warning', 'SB053', 'a builder does not know what runs here', {
    remedy: 'Start the builder again, and set up before it is made from now on',
    commands: ['docker buildx stop builder', 'docker buildx inspect --bootstrap builder'],
    skip: (doctor, context) => {
      if (doctor.engine.remote !== undefined) return 'the engine is on another machine';
      if (proven(context).length === 0) return 'no emulated platform is proven here';
      return localBuilders(doctor).length === 0 ? 'no builder is running' : undefined;
    },
    look: (doctor, context) =>
      localBuilders(doctor).flatMap((builder) => {
        const absent = lacking(builder, proven(context));
        if (absent.length === 0) return [];
        const name = shellWord(builder.name);
        const evidence = `builder ${printable(builder.name, 60)} (${printable(builder.driver, 30)}) does not list ${listed(absent)}, which ${absent.length === 1 ? 'runs' : 'run'} here`;
        if (builder.driver === 'docker') return { evidence, ...WAIT };
        return {
          evidence,
          commands: [`docker buildx stop ${name}`, `docker buildx inspect --bootstrap ${name}`],
        };
      }),
  }),
  doctorCheck('info', 'SB054', 'BuildKit would use the emulator that it carries', {
    remedy: 'Set these platforms up on the host',
    commands: [`${PROGRAM} setup linux/arm64`],
    skip: (doctor) =>
      containerBuilders(doctor).length === 0 && 'no builder of the driver docker-container is running',
    look: (doctor, { asked = [], verdicts }) => {
      const absent = asked.filter((arch) => verdicts?.get(arch)?.status === 'absent');
      const names = containerBuilders(doctor).map(({ name }) => name);
      return (
        absent.length > 0 &&
        `builder ${listed(names)} would run ${absent.join(', ')} by the emulator in its image`
      );
    },
  }),
];
