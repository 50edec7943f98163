import { describe, expect, it } from 'vitest';
import { KeyedRandom } from '../../../src/engine/random.ts';
import { subjectKey } from '../../../src/engine/subject-key.ts';
import { compareWithBest } from '../../../src/experiments/statistics/best-design.ts';
import { largestAtMost, largestQuantile } from '../../../src/experiments/statistics/equicorrelated-t.ts';
import { holm } from '../../../src/experiments/statistics/holm.ts';
import { fewestSignificant, signFlipTest } from '../../../src/experiments/statistics/sign-flip.ts';
import { studentQuantile } from '../../../src/experiments/statistics/student.ts';
import { meanOfWorst } from '../../../src/experiments/statistics/worst-part.ts';

const random = new KeyedRandom('multiple tests', 0);
const numbers = (subject: string, count: number) =>
  Array.from({ length: count }, (_, occurrence) => random.uniform(0, subjectKey(subject), occurrence));

/** All choices of signs, one by one. */
function byEnumeration(differences: readonly number[]): number {
  const seen = Math.abs(differences.reduce((sum, difference) => sum + difference, 0));
  let asFar = 0;
  for (let signs = 0; signs < 2 ** differences.length; signs += 1) {
    const sum = differences.reduce((total, size, bit) => total + ((signs >> bit) & 1 ? size : -size), 0);
    if (Math.abs(sum) >= seen - 1e-9) asFar += 1;
  }
  return asFar / 2 ** differences.length;
}

describe('the test by all choices of signs', () => {
  it('is what counting them one by one gives', () => {
    for (let sample = 0; sample < 20; sample += 1) {
      const differences = numbers(`sample ${sample}`, 9).map((value) => Math.round(value * 20 - 7) / 10);
      expect(signFlipTest(differences)).toBeCloseTo(byEnumeration(differences), 12);
    }
  });

  it('of differences of one size is the exact test of McNemar', () => {
    // 1 of 7 the other way: 2 (1 + 7) / 2^7.
    expect(signFlipTest([1, 1, 1, 1, 1, 1, -1, 0, 0])).toBeCloseTo(16 / 128, 12);
    const forty = Array.from({ length: 40 }, (_, index) => (index < 10 ? -1 : 1));
    expect(signFlipTest(forty)).toBeCloseTo(0.00222, 5);
  });

  it('does not take what is equal by luck for certain', () => {
    expect(signFlipTest([3, 3])).toBe(0.5);
    expect(signFlipTest([0, 0, 0])).toBe(1);
    expect([0.05, 0.01, 1 / 32].map(fewestSignificant)).toEqual([6, 8, 6]);
    expect(signFlipTest(Array(6).fill(2))).toBe(1 / 32);
  });

  it('of many differences is near to Student, who is right about them', () => {
    const many = numbers('many', 31).map((value) => value - 0.4);
    expect(signFlipTest(many)).toBeGreaterThan(0.5 * signFlipTest(many.slice(0, 30)));
    expect(signFlipTest(many)).toBeLessThan(2 * signFlipTest(many.slice(0, 30)));
  });
});

describe("Holm's procedure", () => {
  it('tests the least by the number of all, the next by one less, and stops at the first that fails', () => {
    expect(holm([0.04, 0.001, 0.02, 0.03], 0.05)).toEqual([false, true, false, false]);
    expect(holm([0.04, 0.001, 0.016, 0.024], 0.05)).toEqual([true, true, true, true]);
    expect(holm([], 0.05)).toEqual([]);
  });
});

describe('the largest of several t that are correlated by a half', () => {
  /** Dunnett 1955, Table 1a: one-sided, 95 %; rows by degrees of freedom, columns by one to nine variables. */
  const DUNNETT: Readonly<Record<string, readonly number[]>> = {
    5: [2.02, 2.44, 2.68, 2.85, 2.98, 3.08, 3.16, 3.24, 3.3],
    10: [1.81, 2.15, 2.34, 2.47, 2.56, 2.64, 2.7, 2.76, 2.81],
    20: [1.72, 2.03, 2.19, 2.3, 2.39, 2.46, 2.51, 2.56, 2.6],
    Infinity: [1.64, 1.92, 2.06, 2.16, 2.23, 2.29, 2.34, 2.38, 2.42],
  };

  it.each(Object.entries(DUNNETT))(
    'has the critical values of the table for %s degrees of freedom',
    (freedom, row) => {
      for (const count of [1, 2, 5, 9])
        expect(Math.abs(largestQuantile(0.95, count, Number(freedom)) - row[count - 1])).toBeLessThan(0.0065);
    },
  );

  it('is Student for one variable', () => {
    expect(largestQuantile(0.975, 1, 12)).toBeCloseTo(studentQuantile(0.95, 12), 6);
    expect(largestAtMost(0, 1, 7)).toBeCloseTo(0.5, 9);
  });
});

describe('the comparison with the best', () => {
  const luck = numbers('luck', 30).map((value) => 10 * value);

  it('finds the one that is plainly best, and says how far the others are', () => {
    const columns = [5, 3, 8].map((mean, design) =>
      luck.map((shared, row) => mean + shared + numbers(`own ${design}`, 30)[row]),
    );
    const { best, candidates, intervals } = compareWithBest(columns, 0.95);
    expect([best, candidates]).toEqual([1, [1]]);
    expect(intervals[1].high).toBe(0);
    expect(intervals[0].low).toBe(0);
    expect(intervals[0].high).toBeGreaterThan(2);
    expect(intervals[2].high).toBeGreaterThan(5);
  });

  it('names those that may be the best where no single one is', () => {
    const columns = [3, 3, 9].map((mean, design) =>
      numbers(`own ${design}`, 30).map((value) => mean + value),
    );
    expect(compareWithBest(columns, 0.95)).toMatchObject({ best: null, candidates: [0, 1] });
  });

  it('chooses none for a few replications that are equal by luck', () => {
    const rare = [1, 0, 0].map((seen) => Array.from({ length: 30 }, (_, row) => (row < 3 ? seen : 0)));
    expect(compareWithBest(rare, 0.95).best).toBeNull();
    expect(compareWithBest([Array(5).fill(2), Array(5).fill(1), Array(5).fill(2)], 0.95).best).toBeNull();
  });
});

describe('the mean of the worst part', () => {
  it('takes of the last value what is left', () => {
    expect(meanOfWorst([10, 4, 1, ...Array(27).fill(0)], 0.05)).toBeCloseTo((10 + 2) / 1.5, 12);
    expect(meanOfWorst([7, 1], 0.05)).toBe(7);
  });
});
