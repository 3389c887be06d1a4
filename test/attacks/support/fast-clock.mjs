/**
 * Loaded before a program (`--import`): its clock runs FAST_CLOCK times as fast, so that limits of minutes end in
 * seconds. Timers, sockets' limits and both clocks agree.
 */
import { syncBuiltinESMExports } from 'node:module';
import { Socket } from 'node:net';
import timers from 'node:timers';
import promises from 'node:timers/promises';

const factor = Number(process.env.FAST_CLOCK);
const shorter = (ms) => (typeof ms === 'number' ? ms / factor : ms);

const { setTimeout: later, setInterval: often } = globalThis;
const setTimeout = (work, ms, ...rest) => later(work, shorter(ms), ...rest);
const setInterval = (work, ms, ...rest) => often(work, shorter(ms), ...rest);
Object.assign(globalThis, { setTimeout, setInterval });
Object.assign(timers, { setTimeout, setInterval });

const { setTimeout: pause } = promises;
promises.setTimeout = (ms, ...rest) => pause(shorter(ms), ...rest);

const { timeout } = AbortSignal;
AbortSignal.timeout = (ms) => timeout.call(AbortSignal, Math.ceil(shorter(ms)));

const limit = Socket.prototype.setTimeout;
Socket.prototype.setTimeout = function (ms, ...rest) {
  return limit.call(this, shorter(ms), ...rest);
};

const now = performance.now.bind(performance);
performance.now = () => now() * factor;
const wall = Date.now;
const start = wall();
Date.now = () => start + (wall() - start) * factor;
const { bigint } = process.hrtime;
process.hrtime.bigint = () => bigint() * BigInt(factor);
syncBuiltinESMExports();
