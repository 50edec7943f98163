import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shownDays, thinningNote, withRoomForPeaks } from '../../src/charts/thinning.ts';

describe('thinning of long runs', () => {
  it('shows every day of a run that is short enough', () => {
    const shown = shownDays(1500, [new Int32Array(1500)]);
    expect(shown.days).toHaveLength(1500);
    expect(thinningNote(shown)).toBeUndefined();
  });

  it('keeps a single day of trouble in a hundred years, and says that days are left out', () => {
    const column = new Int32Array(36_500);
    column[20_001] = 3;
    const shown = shownDays(36_500, [new Int32Array(36_500), column]);
    expect(shown.days).toContain(20_001);
    expect(shown.days.length).toBeLessThanOrEqual(1500);
    expect(thinningNote(shown)).toBe('of every 49 days only the extreme ones are drawn');
  });

  it('keeps the peak of every column and both ends, whatever the columns', () => {
    const column = fc.array(fc.nat(50), { minLength: 300, maxLength: 300 });
    fc.assert(
      fc.property(fc.array(column, { minLength: 1, maxLength: 6 }), (columns) => {
        const { days } = shownDays(300, columns, 60);
        expect(days.length).toBeLessThanOrEqual(60);
        expect([days[0], days.at(-1)]).toEqual([0, 299]);
        expect([...days].sort((a, b) => a - b)).toEqual(days);
        for (const values of columns) {
          expect(Math.max(...days.map((day) => values[day]))).toBe(Math.max(...values));
        }
      }),
    );
  });

  it('leaves room behind a peak, but never leaves out a higher one', () => {
    const column = [0, 9, 1, 10, 0, 0, 0, 0];
    const all = shownDays(8, []);
    expect(withRoomForPeaks(all, column, 3).days).toEqual([0, 1, 3, 6, 7]);
    expect(withRoomForPeaks(all, column, 1).days).toEqual(all.days);
  });
});
