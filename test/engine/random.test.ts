import fc from 'fast-check';
import alea from 'seedrandom/lib/alea.js';
import { describe, expect, test } from 'vitest';
import { KeyedRandom } from '../../src/engine/random.ts';
import { CRITICAL_0_001, chiSquared, frequenciesOf } from './chi-squared.ts';

const nameOf = (index: number) => `desktops-${String(index + 1).padStart(4, '0')}`;

/** The draws of 10,000 machines with names in sequence, as an estate makes them. */
const machineDraws = (random: KeyedRandom, purpose: string, occurrence: number) =>
  Array.from({ length: 10_000 }, (_, index) => random.uniform(purpose, nameOf(index), occurrence));

/** The correlation of paired draws; of independent ones it is near 0 with a deviation of 1 / sqrt(n). */
function correlation(left: readonly number[], right: readonly number[]): number {
  const n = left.length;
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / n;
  const [meanLeft, meanRight] = [mean(left), mean(right)];
  let both = 0;
  let squaresLeft = 0;
  let squaresRight = 0;
  for (const [index, value] of left.entries()) {
    both += (value - meanLeft) * (right[index] - meanRight);
    squaresLeft += (value - meanLeft) ** 2;
    squaresRight += (right[index] - meanRight) ** 2;
  }
  return both / Math.sqrt(squaresLeft * squaresRight);
}

describe('keyed draws', () => {
  test('the same key gives the same draw, from another object too', () => {
    const draw = (random: KeyedRandom) => random.uniform('install', 'desktops-0001', 3);
    const random = new KeyedRandom('42', 0);
    expect(draw(random)).toBe(draw(random));
    expect(draw(new KeyedRandom('42', 0))).toBe(draw(random));
  });

  test('draws made in between do not shift a draw', () => {
    const undisturbed = new KeyedRandom('42', 0);
    const disturbed = new KeyedRandom('42', 0);
    for (let index = 0; index < 100; index += 1) disturbed.uniform('install', nameOf(index), 0);
    disturbed.stream('hours', 'other', 0)();
    expect(disturbed.uniform('hours', 'desktops-0001', 0)).toBe(
      undisturbed.uniform('hours', 'desktops-0001', 0),
    );
  });

  test('a draw is the first number that the library makes for its key', () => {
    const text = fc.string({ unit: 'binary', maxLength: 60 });
    fc.assert(
      fc.property(text, fc.nat(), text, text, fc.nat(), (seed, replication, purpose, subject, occurrence) => {
        const first = alea([seed, replication, purpose, subject, occurrence].join('\u0000'))();
        const random = new KeyedRandom(seed, replication);
        expect(random.uniform(purpose, subject, occurrence)).toBe(first);
        expect(random.stream(purpose, subject, occurrence)()).toBe(first);
        expect(random.uniform(purpose, subject, occurrence)).toBe(first);
      }),
      { seed: 1, numRuns: 1000 },
    );
  });

  test('two streams of different keys do not disturb each other', () => {
    const random = new KeyedRandom('42', 0);
    const alone = random.stream('shuffle', 'a', 0);
    const expected = [alone(), alone(), alone()];
    const one = random.stream('shuffle', 'a', 0);
    const other = random.stream('shuffle', 'b', 0);
    const interleaved = [0, 1, 2].map(() => {
      other();
      return one();
    });
    expect(interleaved).toEqual(expected);
  });

  test.each([
    ['seed', new KeyedRandom('43', 0), 'install', 'a', 0],
    ['replication', new KeyedRandom('42', 1), 'install', 'a', 0],
    ['purpose', new KeyedRandom('42', 0), 'hours', 'a', 0],
    ['subject', new KeyedRandom('42', 0), 'install', 'b', 0],
    ['occurrence', new KeyedRandom('42', 0), 'install', 'a', 1],
  ] as const)('another %s gives another draw', (_part, random, purpose, subject, occurrence) => {
    expect(random.uniform(purpose, subject, occurrence)).not.toBe(
      new KeyedRandom('42', 0).uniform('install', 'a', 0),
    );
  });

  test('the parts of a key do not run together', () => {
    // Joined without a separator each pair would read the same.
    expect(new KeyedRandom('4', 21).uniform('p', 's', 0)).not.toBe(
      new KeyedRandom('42', 1).uniform('p', 's', 0),
    );
    const random = new KeyedRandom('42', 0);
    expect(random.uniform('ab', 'c', 0)).not.toBe(random.uniform('a', 'bc', 0));
    expect(random.uniform('a', 'b1', 0)).not.toBe(random.uniform('a', 'b', 10));
  });

  test('`below` gives whole numbers from 0 up to its bound, all of them', () => {
    const random = new KeyedRandom('42', 0);
    const drawn = new Set(
      Array.from({ length: 500 }, (_, index) => random.below(7, 'die', nameOf(index), 0)),
    );
    expect([...drawn].sort()).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(random.below(1, 'die', 'any', 0)).toBe(0);
  });
});

describe('uniformity and independence, for fixed seeds at the level 0.001', () => {
  test.each(['42', '1', 'pilot'])('`below` 10 is uniform over subjects in sequence (seed %s)', (seed) => {
    const random = new KeyedRandom(seed, 0);
    const drawn = Array.from({ length: 10_000 }, (_, index) => random.below(10, 'die', nameOf(index), 0));
    expect(chiSquared(frequenciesOf(drawn, 10))).toBeLessThan(CRITICAL_0_001[9]);
  });

  test('`below` 3 is uniform over occurrences in sequence', () => {
    const random = new KeyedRandom('42', 0);
    const drawn = Array.from({ length: 9000 }, (_, occurrence) =>
      random.below(3, 'kms-host', 'a', occurrence),
    );
    expect(chiSquared(frequenciesOf(drawn, 3))).toBeLessThan(CRITICAL_0_001[2]);
  });

  test('neighbors in a group fall into every cell of a 10 by 10 board equally often', () => {
    const draws = machineDraws(new KeyedRandom('42', 0), 'install', 0);
    const cells = draws.flatMap((draw, index) =>
      index % 2 === 1 ? [Math.floor(draws[index - 1] * 10) * 10 + Math.floor(draw * 10)] : [],
    );
    expect(chiSquared(frequenciesOf(cells, 100))).toBeLessThan(CRITICAL_0_001[99]);
  });

  // Of 10,000 independent pairs the correlation deviates by 1 / 100; 3.29 deviations are the level 0.001.
  const CRITICAL_CORRELATION = 0.0329;

  test.each([
    ['neighboring replications', new KeyedRandom('42', 1), 'install', 0],
    ['distant replications', new KeyedRandom('42', 100), 'install', 0],
    ['neighboring seeds', new KeyedRandom('43', 0), 'install', 0],
    ['purposes', new KeyedRandom('42', 0), 'hours', 0],
    ['occurrences', new KeyedRandom('42', 0), 'install', 1],
  ] as const)('draws of %s are not correlated', (_what, other, purpose, occurrence) => {
    const draws = machineDraws(new KeyedRandom('42', 0), 'install', 0);
    expect(Math.abs(correlation(draws, machineDraws(other, purpose, occurrence)))).toBeLessThan(
      CRITICAL_CORRELATION,
    );
  });

  test('the machines of a group are not correlated with their neighbors', () => {
    const draws = machineDraws(new KeyedRandom('42', 0), 'install', 0);
    expect(Math.abs(correlation(draws.slice(1), draws.slice(0, -1)))).toBeLessThan(CRITICAL_CORRELATION);
  });
});
