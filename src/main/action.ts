/** The action's main step, as the runner starts it. */
import { runMainStep } from './main-step.ts';

await runMainStep();
