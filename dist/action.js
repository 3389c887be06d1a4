import { runMainStep } from './setup-binfmt.js';
await runMainStep();
