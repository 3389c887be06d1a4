import { runPostStep } from './setup-binfmt.js';
await runPostStep();
