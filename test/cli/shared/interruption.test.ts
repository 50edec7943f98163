import { describe, expect, test } from 'vitest';
import { Interrupted, Interruption } from '../../../src/cli/shared/interruption.ts';
import { fakeHost } from '../fake-host.ts';

describe('an interruption', () => {
  test('ends the work between two slices, not within one', async () => {
    const host = fakeHost();
    const interruption = new Interruption(host);
    await interruption.checkpoint();
    host.interrupt();
    expect(host.exited).toBeNull();
    await expect(interruption.checkpoint()).rejects.toThrow(Interrupted);
  });

  test('that is repeated cleans up and ends the program at once', () => {
    const host = fakeHost();
    const interruption = new Interruption(host);
    let exitedWhenCleaned: number | null | undefined;
    interruption.onRepeat(() => {
      exitedWhenCleaned = host.exited;
    });
    host.interrupt();
    expect(exitedWhenCleaned).toBeUndefined();
    host.interrupt();
    expect(exitedWhenCleaned).toBeNull();
    expect(host.exited).toBe(130);
  });

  test('is looked for every 50 ms, however often the work pauses', async () => {
    const host = fakeHost();
    const interruption = new Interruption(host);
    const looks: number[] = [];
    for (host.now = 0; host.now <= 120; host.now += 10) {
      const immediate = setImmediate(() => looks.push(host.now));
      await interruption.checkpoint();
      clearImmediate(immediate);
    }
    expect(looks).toEqual([0, 50, 100]);
  });

  test('that is pending is seen at the last checkpoint, however lately it was looked for', async () => {
    const host = fakeHost();
    const interruption = new Interruption(host);
    await interruption.checkpoint();
    setImmediate(() => setImmediate(() => host.interrupt()));
    await interruption.checkpoint();
    await expect(interruption.lastCheckpoint()).rejects.toThrow(Interrupted);
  });

  test('is not watched for any more once released', async () => {
    const host = fakeHost();
    const interruption = new Interruption(host);
    interruption.release();
    host.interrupt();
    await interruption.checkpoint();
  });
});
