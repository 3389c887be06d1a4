/** The action's post step, as the runner starts it. */
import { runPostStep } from './post-step.ts';

await runPostStep();
