import { describe, expect, it } from 'vitest';
import { normalQuantile, normalWithin } from '../../../src/experiments/statistics/normal.ts';
import { studentOutside, studentQuantile } from '../../../src/experiments/statistics/student.ts';

const degrees = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 15, 20, 25, 29, 30, 40, 60, 120];

/** E. S. Pearson and H. O. Hartley, "Biometrika Tables for Statisticians", table 12; three decimals. */
const published = {
  0.9: [
    6.314, 2.92, 2.353, 2.132, 2.015, 1.943, 1.895, 1.86, 1.833, 1.812, 1.753, 1.725, 1.708, 1.699, 1.697,
    1.684, 1.671, 1.658,
  ],
  0.95: [
    12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.131, 2.086, 2.06, 2.045, 2.042,
    2.021, 2.0, 1.98,
  ],
  0.99: [
    63.657, 9.925, 5.841, 4.604, 4.032, 3.707, 3.499, 3.355, 3.25, 3.169, 2.947, 2.845, 2.787, 2.756, 2.75,
    2.704, 2.66, 2.617,
  ],
};

describe("Student's t", () => {
  it.each([0.9, 0.95, 0.99] as const)('has the published quantiles for %d on both sides', (confidence) => {
    const quantiles = degrees.map((freedom) => studentQuantile(confidence, freedom));
    published[confidence].forEach((value, index) => {
      expect(Math.abs(quantiles[index] - value)).toBeLessThan(0.00051);
    });
  });

  it.each([
    [0.9, 1, 6.313751514675037],
    [0.95, 1, 12.706204736174694],
    [0.95, 2, 4.302652729749462],
    [0.95, 4, 2.7764451051977934],
    [0.95, 29, 2.045229642132703],
    [0.95, 100, 1.9839715185235518],
    [0.95, 10_000, 1.960201239890626],
    [0.95, 1_000_000, 1.959966356814107],
    [0.99, 5, 4.032142983555227],
    [0.99, 10_000, 2.5763210466685282],
  ])('is right to nine digits: %d with %d degrees of freedom', (confidence, freedom, value) => {
    expect(Math.abs(studentQuantile(confidence, freedom) / value - 1)).toBeLessThan(1e-9);
  });

  it('is that of Cauchy for one degree of freedom and has a closed form for two', () => {
    for (const confidence of [0.1, 0.5, 0.8, 0.95, 0.999]) {
      expect(studentQuantile(confidence, 1)).toBeCloseTo(Math.tan((Math.PI * confidence) / 2), 9);
      const two = confidence * Math.sqrt(2 / (1 - confidence ** 2));
      expect(studentQuantile(confidence, 2)).toBeCloseTo(two, 9);
    }
  });

  it('nears the normal distribution with many degrees of freedom', () => {
    expect(studentQuantile(0.95, 1e8)).toBeCloseTo(1.959963985, 7);
  });

  it('lies outside 0 for certain', () => {
    expect(studentOutside(0, 7)).toBe(1);
  });
});

describe('the normal distribution', () => {
  it.each([
    [0.8, 1.2815515655446004],
    [0.9, 1.6448536269514722],
    [0.95, 1.959963984540054],
    [0.99, 2.5758293035489004],
    [0.999, 3.2905267314919255],
  ])('holds %d within the published deviations', (confidence, value) => {
    expect(Math.abs(normalQuantile(confidence) - value)).toBeLessThan(1e-9);
  });

  it('holds 68 % within one deviation', () => {
    expect(normalWithin(1)).toBeCloseTo(0.6826894921370859, 14);
  });
});
