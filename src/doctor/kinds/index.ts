/** The list of all kinds of failure; where two tell as much, the one that stands first leads. */

import { checkKinds } from './elsewhere/checks.ts';
import { deploymentKinds } from './elsewhere/deployments.ts';
import { downloadKinds } from './elsewhere/downloads.ts';
import { loginKinds } from './elsewhere/logins.ts';
import { machineKinds } from './elsewhere/machine.ts';
import { networkKinds } from './elsewhere/network.ts';
import { packageKinds } from './elsewhere/packages.ts';
import { registryKinds } from './elsewhere/registries.ts';
import { settingKinds } from './elsewhere/settings.ts';
import { sourceKinds } from './elsewhere/sources.ts';
import { stepKinds } from './elsewhere/steps.ts';
import { versionKinds } from './elsewhere/versions.ts';
import { callKinds } from './emulator/calls.ts';
import { crashKinds } from './emulator/crashes.ts';
import { narrowKinds } from './emulator/narrow.ts';
import { processorKinds } from './emulator/processors.ts';
import { runtimeKinds } from './emulator/runtimes.ts';
import { silenceKinds } from './emulator/silence.ts';
import { engineKinds } from './engines.ts';
import type { Kind } from './kind.ts';
import { bundledKinds } from './start/bundled.ts';
import { entryKinds } from './start/entries.ts';
import { loaderKinds } from './start/loaders.ts';
import { programKinds } from './start/programs.ts';
import { refusedKinds } from './start/refused.ts';
import { registeringKinds } from './start/registering.ts';
import { builderKinds } from './tools/builders.ts';
import { emulatorToolKinds } from './tools/emulators.ts';
import { imageKinds } from './tools/images.ts';
import { rootlessKinds } from './tools/rootless.ts';

let kinds: readonly Kind[] | undefined;

/** All kinds. They are made when they are asked for first: most runs read no log, and would start later for it. */
export function allKinds(): readonly Kind[] {
  kinds ??= [
    ...crashKinds(),
    ...silenceKinds(),
    ...processorKinds(),
    ...callKinds(),
    ...narrowKinds(),
    ...runtimeKinds(),
    ...registeringKinds(),
    ...entryKinds(),
    ...programKinds(),
    ...refusedKinds(),
    ...bundledKinds(),
    ...loaderKinds(),
    ...imageKinds(),
    ...builderKinds(),
    ...emulatorToolKinds(),
    ...rootlessKinds(),
    ...engineKinds(),
    ...registryKinds(),
    ...loginKinds(),
    ...versionKinds(),
    ...packageKinds(),
    ...downloadKinds(),
    ...sourceKinds(),
    ...checkKinds(),
    ...machineKinds(),
    ...stepKinds(),
    ...networkKinds(),
    ...settingKinds(),
    ...deploymentKinds(),
  ];
  return kinds;
}
