#!/usr/bin/env node
/** The program on a terminal. */
import { runCommandLine } from './command-line.ts';

await runCommandLine();
