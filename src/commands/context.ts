/** What a command is given besides the host and its inputs. */
import type { Standby } from '../apply/privilege.ts';
import type { Run } from '../journal/record.ts';
import type { ScopeView } from '../namespace/scope.ts';
import type { Sources } from '../qemu/sources.ts';
import type { Progress } from '../text/progress.ts';

/** Where progress is told, where QEMU comes from, whose table it is, and what differs between the programs. */
export interface Context extends Progress, Sources, ScopeView {
  /** Path of the privileged program. */
  readonly privilegedProgram: string;
  /** The same, where it was started already. */
  readonly standby?: Standby;
  /** What the documentation's paths are put behind; empty where they are files beside the program. */
  readonly documentation: string;
  /** This run, so that its changes can be undone; absent where they end with the table itself. */
  readonly run?: Run;
}
