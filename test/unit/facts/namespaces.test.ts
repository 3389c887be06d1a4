import { describe, expect, it } from 'vitest';
import { hasSeccompFilter, parseAppArmorProfile, parseSysctl } from '../../../src/host/proc.ts';

describe('parseSysctl', () => {
  it.each([
    ['96365\n', 96_365],
    ['0\n', 0],
    ['-1\n', -1],
    ['', undefined],
    ['yes\n', undefined],
  ])('%j is %j', (text, value) => expect(parseSysctl(text)).toBe(value));
});

describe('hasSeccompFilter', () => {
  it.each([
    ['NoNewPrivs:\t0\nSeccomp:\t2\nSeccomp_filters:\t1\n', true],
    ['Seccomp:\t0\n', false],
    ['Seccomp:\t1\n', false],
    ['', false],
  ])('%j: %j', (status, has) => expect(hasSeccompFilter(status)).toBe(has));
});

describe('parseAppArmorProfile', () => {
  it.each([
    ['docker-default (enforce)\n', 'docker-default'],
    ['/usr/bin/x y (complain)', '/usr/bin/x y'],
    ['unconfined\n', undefined],
    ['system_u:system_r:container_t:s0:c1,c2', undefined],
    ['', undefined],
  ])('%j is %j', (text, profile) => expect(parseAppArmorProfile(text)).toBe(profile));
});
