/** What a door gives the flows: its voice, and the things that differ between doors. */

import type { HostFacts } from '../facts/facts.ts';
import type { Run } from '../journal/record.ts';
import type { ScopeView } from '../namespace/scope.ts';
import type { ImageReference } from '../oci/reference.ts';
import type { ImageOffer } from '../platform/matrix.ts';
import type { Target } from '../platform/platforms.ts';
import type { Supply } from '../qemu/sources.ts';

/** What a door gives the flow: its voice, and the things that differ between doors. */
export interface Door extends ScopeView {
  /** Opens a titled group of lines; closes the one before. */
  readonly group: (title: string) => void;
  readonly line: (text: string) => void;
  /** Path of the privileged program. */
  readonly privilegedProgram: string;
  /** Where QEMU comes from. */
  readonly supply: (
    wanted: readonly Target[],
    facts: HostFacts,
    how: {
      readonly log: (line: string) => void;
      /** Hash what the store holds before it is used: something in it was not what was recorded. */
      readonly thorough: boolean;
    },
  ) => Promise<Supply>;
  /** The version that is recorded of a handler in the store; `undefined` for any other file. */
  readonly recordedVersion: (path: string) => string | undefined;
  /** The platforms in an image's index. */
  readonly imagePlatforms: (image: ImageReference) => Promise<ImageOffer>;
  /** Root of the store that handlers lie in. */
  readonly store: string;
  /** What the documentation's paths are put behind; empty where they are files beside the program. */
  readonly documentation: string;
  /** This run, so that its changes can be undone; absent where they end with the table itself. */
  readonly run?: Run;
}
