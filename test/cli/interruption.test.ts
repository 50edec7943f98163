import { describe, expect, test } from 'vitest';
import { Interrupted, Interruption } from '../../src/cli/interruption.ts';
import { fakeOutside } from './fake-outside.ts';

describe('an interruption', () => {
  test('ends the work between two slices, not within one', async () => {
    const outside = fakeOutside();
    const interruption = new Interruption(outside);
    await interruption.breathe();
    outside.interrupt();
    expect(outside.exited).toBeNull();
    await expect(interruption.breathe()).rejects.toThrow(Interrupted);
  });

  test('that is repeated cleans up and ends the program at once', () => {
    const outside = fakeOutside();
    const interruption = new Interruption(outside);
    let exitedWhenCleaned: number | null | undefined;
    interruption.onRepeat(() => {
      exitedWhenCleaned = outside.exited;
    });
    outside.interrupt();
    expect(exitedWhenCleaned).toBeUndefined();
    outside.interrupt();
    expect(exitedWhenCleaned).toBeNull();
    expect(outside.exited).toBe(130);
  });

  test('is looked for every 50 ms, however often the work pauses', async () => {
    const outside = fakeOutside();
    const interruption = new Interruption(outside);
    const looks: number[] = [];
    for (outside.now = 0; outside.now <= 120; outside.now += 10) {
      const immediate = setImmediate(() => looks.push(outside.now));
      await interruption.breathe();
      clearImmediate(immediate);
    }
    expect(looks).toEqual([0, 50, 100]);
  });

  test('is not watched for any more once released', async () => {
    const outside = fakeOutside();
    const interruption = new Interruption(outside);
    interruption.release();
    outside.interrupt();
    await interruption.breathe();
  });
});
