#!/usr/bin/env node
import { action } from './setup-binfmt.js';

await action();
