#!/usr/bin/env node
import { post } from './setup-binfmt.js';

await post();
