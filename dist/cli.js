#!/usr/bin/env node
import { cli } from './setup-binfmt.js';

await cli();
