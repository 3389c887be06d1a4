#!/usr/bin/env node
import { runCommandLine } from './setup-binfmt.js';
await runCommandLine();
