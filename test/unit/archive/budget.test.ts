import { describe, expect, it } from 'vitest';
import { type Budget, openBudget } from '../../../src/archive/budget.ts';

const LIMITS = { bytes: 100, parts: 2, timeMs: 60_000 };
const never = (): void => undefined;

describe('a budget', () => {
  it('gives as many bytes and parts as it has, to all who share it', async () => {
    const budget = openBudget(LIMITS, 'the image');
    const use = (bytes: number) =>
      budget.timed(async () => {
        budget.takePart();
        budget.takeBytes(bytes);
      }, never);
    await use(60);
    await use(40);
    expect(() => budget.takeBytes(1)).toThrow(/^the image unpacks to more than 100 bytes$/);
    expect(() => budget.takePart()).toThrow(/^the image has more than 2 members and headers$/);
  });

  const late = /^it was not read within 0 s$/;
  /** Waits until it is stopped. */
  const waitIn = (budget: Budget): Promise<never> => {
    let stop: (late: Error) => void = never;
    const stopped = new Promise<never>((_, reject) => {
      stop = reject;
    });
    return budget.timed(() => stopped, stop);
  };

  it('says when its time is over, to who takes a part and to who waits', async () => {
    const budget = openBudget({ ...LIMITS, timeMs: 0 });
    await expect(budget.timed(async () => budget.takePart(), never)).rejects.toThrow(late);
    await expect(waitIn(budget)).rejects.toThrow(late);
  });

  it('tells its time in short numbers', async () => {
    const budget = openBudget({ ...LIMITS, timeMs: 1.23456 });
    await expect(waitIn(budget)).rejects.toThrow(/^it was not read within 0\.001 s$/);
  });

  it('has as much time for all readings together as for one', async () => {
    const budget = openBudget({ ...LIMITS, timeMs: 5 });
    await expect(waitIn(budget)).rejects.toThrow(/not read within/);
    await expect(waitIn(budget)).rejects.toThrow(/not read within/);
  });
});
