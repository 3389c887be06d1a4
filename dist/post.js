#!/usr/bin/env node
import { post } from './bundle/index.js';

await post();
