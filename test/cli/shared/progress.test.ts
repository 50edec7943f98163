import { describe, expect, test } from 'vitest';
import { Progress } from '../../../src/cli/shared/progress.ts';
import { type FakeHost, fakeHost } from '../fake-host.ts';

const progressOf = (host: FakeHost, quiet = false) =>
  new Progress({ sink: host.stderr, clock: host.milliseconds, quiet });

/** Says after each moment, in milliseconds, that a share of the work is done. */
function work(host: FakeHost, progress: Progress, moments: number[], of: number): void {
  for (const moment of moments) {
    host.now = moment;
    progress.update(moment / of, '2008-03-04');
  }
}

describe('progress on a terminal', () => {
  test('is a bar that is drawn over at most ten times a second, and taken away', () => {
    const host = fakeHost({ isTerminal: true, columns: 100 });
    const progress = progressOf(host);
    work(host, progress, [0, 50, 100, 150, 199, 200], 10_000);
    progress.clear();
    expect(host.written.split('\r\u001b[K')).toEqual([
      '',
      '[........................] 2008-03-04  1%, about 10 s left',
      '[........................] 2008-03-04  2%, about 10 s left',
      '',
    ]);
  });

  test.each([
    [60, '[############............] 2008-03-04  50%, about 1 s left'],
    [58, '[########........] 2008-03-04  50%, about 1 s left'],
    [50, '[####....] 2008-03-04  50%, about 1 s left'],
    [40, '2008-03-04  50%, about 1 s left'],
    [20, '2008-03-04  50%, ab'],
  ])('stays on one line of a terminal of %i columns, its words before its bar', (columns, line) => {
    const host = fakeHost({ isTerminal: true, columns });
    work(host, progressOf(host), [500], 1000);
    expect(host.written).toBe(`\r\u001b[K${line}`);
  });

  test('asks for words only when they are shown, and says how long the work has taken', () => {
    const host = fakeHost({ isTerminal: true });
    const progress = progressOf(host);
    const asked: number[] = [];
    for (const moment of [50, 100, 150, 250]) {
      host.now = moment;
      progress.update(0, (elapsed) => `${asked.push(elapsed)} times asked`);
    }
    expect(asked).toEqual([100, 250]);
    expect(host.written).toContain('] 2 times asked  0%');
  });

  test('that was never drawn leaves nothing to take away', () => {
    const host = fakeHost({ isTerminal: true });
    progressOf(host).clear();
    expect(host.written).toBe('');
  });

  test('tells the time left of another piece of work by its own pace', () => {
    const host = fakeHost({ isTerminal: true, columns: 100 });
    const progress = progressOf(host);
    host.now = 60_000;
    progress.restart();
    host.now = 61_000;
    progress.update(0.5, 'drawing charts');
    expect(host.written).toContain('drawing charts  50%, about 1 s left');
  });

  test('says minutes where seconds would be many', () => {
    const host = fakeHost({ isTerminal: true, columns: 100 });
    work(host, progressOf(host), [60_000], 600_000);
    expect(host.written).toContain(' 10%, about 9 min left');
  });
});

describe('progress elsewhere', () => {
  test('is a plain line every five seconds', () => {
    const host = fakeHost();
    const moments = [0, 4_999, 5_000, 9_999, 10_000, 14_000];
    work(host, progressOf(host), moments, 50_000);
    expect(host.written).toBe('2008-03-04  10%, about 45 s left\n2008-03-04  20%, about 40 s left\n');
  });

  test('says after a few seconds how long the work takes, be it days', () => {
    const host = fakeHost();
    work(host, progressOf(host), [5_000], 864_005_000);
    expect(host.written).toBe('2008-03-04  0%, about 10 d left\n');
  });

  test('is nothing when quiet was asked for', () => {
    const host = fakeHost();
    work(host, progressOf(host, true), [60_000], 100_000);
    expect(host.written).toBe('');
  });
});
