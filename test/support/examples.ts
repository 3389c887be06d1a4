/** Reading the examples. */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Platform, parsePlatform } from '../../src/platform/platforms.ts';

const EXAMPLES = new URL('../../examples/', import.meta.url);

/** The text of an example, by its path below examples/. */
export function readExample(path: string): string {
  return readFileSync(fileURLToPath(new URL(path, EXAMPLES)), 'utf8');
}

/** The paths of the examples in a folder below examples/, without its README. */
export function examplesIn(folder: '' | 'other-ci/'): readonly string[] {
  return readdirSync(fileURLToPath(new URL(folder, EXAMPLES)), { withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'README.md')
    .map((entry) => `${folder}${entry.name}`);
}

/** The first comment block of every example names its needs. */
export const SAYS_ITS_NEEDS = /^# .*\n(?:#.*\n)*# Needs: /;

/** The platforms in a list by comma, space or newline; throws for a word that names none. */
export function platformsIn(list: string): readonly Platform[] {
  const names = list.split(/[\s,]+/).filter((name) => name !== '');
  return names.map((name) => {
    const platform = parsePlatform(name);
    if ('unknown' in platform) throw new Error(`not a platform: ${name}`);
    return platform;
  });
}

/** What a shell says about a script that it reads and does not run; empty when it has nothing to say. */
export function shellComplaint(script: string): string {
  return spawnSync('bash', ['-n'], { input: script, encoding: 'utf8' }).stderr;
}
