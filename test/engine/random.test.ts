import { describe, expect, test } from 'vitest';
import { KeyedRandom } from '../../src/engine/random.ts';
import { pairKey, type SubjectKey, subjectKey } from '../../src/engine/subject-key.ts';

const nameOf = (index: number) => `desktops-${String(index + 1).padStart(4, '0')}`;
const A = subjectKey('a');
const B = subjectKey('b');
const random = new KeyedRandom('42', 0);

describe('keyed draws', () => {
  test('the same key gives the same draw, from another object too, whatever is drawn in between', () => {
    const first = random.uniform(1, A, 3);
    for (let index = 0; index < 100; index += 1) random.uniform(2, subjectKey(nameOf(index)), index);
    expect(random.uniform(1, A, 3)).toBe(first);
    expect(new KeyedRandom('42', 0).uniform(1, A, 3)).toBe(first);
  });

  test.each<[string, KeyedRandom, number, SubjectKey, number]>([
    ['seed', new KeyedRandom('43', 0), 0, A, 0],
    ['replication', new KeyedRandom('42', 1), 0, A, 0],
    ['purpose', random, 1, A, 0],
    ['subject', random, 0, B, 0],
    ['occurrence', random, 0, A, 1],
  ])('another %s gives another draw', (_part, other, purpose, subject, occurrence) => {
    expect(other.uniform(purpose, subject, occurrence)).not.toBe(random.uniform(0, A, 0));
  });

  test('purpose and replication do not run together, nor the names of a pair', () => {
    expect(new KeyedRandom('42', 1).uniform(0, A, 0)).not.toBe(random.uniform(1, A, 0));
    expect(pairKey(A, B)).not.toEqual(pairKey(B, A));
    expect(pairKey(A, B)).not.toEqual(pairKey(subjectKey('ab'), subjectKey('')));
  });

  test('a million names have as many keys', () => {
    const keys = new Set<bigint>();
    for (let index = 0; index < 1_000_000; index += 1) {
      const { high, low } = subjectKey(nameOf(index));
      keys.add((BigInt(high) << 32n) | BigInt(low >>> 0));
    }
    expect(keys.size).toBe(1_000_000);
  });

  test('`below` gives whole numbers from 0 up to its bound, all of them', () => {
    const drawn = new Set(Array.from({ length: 500 }, (_, index) => random.below(7, 0, A, index)));
    expect([...drawn].sort()).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(random.below(1, 0, A, 0)).toBe(0);
  });

  test('`words` gives four words of 32 bits, the draw being their first 53 bits', () => {
    const words = random.words(3, A, 7);
    expect(words).toHaveLength(4);
    expect(random.uniform(3, A, 7)).toBe(((words[0] >>> 5) * 2 ** 26 + (words[1] >>> 6)) / 2 ** 53);
  });
});

/** Draws in sequence along one part of the key. */
const ALONG: Readonly<Record<string, (index: number) => number>> = {
  'occurrences of one subject': (index) => random.uniform(5, A, index),
  'machines of a group': (index) => random.uniform(0, MACHINE_KEYS[index], 0),
  'pairs of a client and a host': (index) => random.uniform(3, PAIR_KEYS[index], 0),
  replications: (index) => REPLICATIONS[index % REPLICATIONS.length].uniform(0, A, Math.floor(index / 1000)),
  'purposes and subjects in turn': (index) => random.uniform(index % 8, MACHINE_KEYS[index >> 3], 0),
  'seeds in sequence': (index) => SEEDS[index % SEEDS.length].uniform(0, A, Math.floor(index / 1000)),
};

const DRAWS = 300_000;
const MACHINE_KEYS = Array.from({ length: DRAWS }, (_, index) => subjectKey(nameOf(index)));
const HOST_KEYS = [subjectKey('kms-1'), subjectKey('kms-2'), subjectKey('kms-3')];
const PAIR_KEYS = Array.from({ length: DRAWS }, (_, index) =>
  pairKey(MACHINE_KEYS[Math.floor(index / 3)], HOST_KEYS[index % 3]),
);
const REPLICATIONS = Array.from({ length: 1000 }, (_, replication) => new KeyedRandom('42', replication));
const SEEDS = Array.from({ length: 1000 }, (_, seed) => new KeyedRandom(String(seed), 0));

/** How many standard deviations chi squared is off, for frequencies that should be alike (Fisher's approximation). */
function deviation(frequencies: Int32Array, draws: number): number {
  const expected = draws / frequencies.length;
  let sum = 0;
  for (const frequency of frequencies) sum += (frequency - expected) ** 2 / expected;
  const freedom = frequencies.length - 1;
  return Math.sqrt(2 * sum) - Math.sqrt(2 * freedom - 1);
}

// The seeds are fixed, so a test passes or fails forever; 4 deviations are a chance of 1 in 16,000 each way.
const ALLOWED = 4;

describe.each(Object.keys(ALONG))('draws along %s', (along) => {
  const draws = Float64Array.from({ length: DRAWS }, (_, index) => ALONG[along](index));

  test.each([1, 2, 3])('fill a cube of %i dimensions evenly', (dimensions) => {
    const cells = { 1: 1000, 2: 32, 3: 10 }[dimensions as 1 | 2 | 3];
    const frequencies = new Int32Array(cells ** dimensions);
    const points = Math.floor(DRAWS / dimensions);
    for (let point = 0; point < points; point += 1) {
      let cell = 0;
      for (let axis = 0; axis < dimensions; axis += 1)
        cell = cell * cells + Math.floor(draws[point * dimensions + axis] * cells);
      frequencies[cell] += 1;
    }
    expect(Math.abs(deviation(frequencies, points))).toBeLessThan(ALLOWED);
  });

  test('form no arithmetic progressions of three', () => {
    // u0 - 2 u1 + u2 modulo 1 is uniform where the draws are independent.
    const frequencies = new Int32Array(1000);
    for (let index = 0; index + 2 < DRAWS; index += 3) {
      const off = (draws[index] - 2 * draws[index + 1] + draws[index + 2] + 2) % 1;
      frequencies[Math.floor(off * 1000)] += 1;
    }
    expect(Math.abs(deviation(frequencies, DRAWS / 3))).toBeLessThan(ALLOWED);
    // The first and last classes are the progressions; 0.2 % of the triples belong there.
    const near = frequencies[0] + frequencies[999];
    expect(Math.abs(near - DRAWS / 3 / 500)).toBeLessThan(ALLOWED * Math.sqrt(DRAWS / 3 / 500));
  });

  test('have runs in the top tenth as often as chance has', () => {
    let runs = 0;
    for (let index = 0; index + 3 <= DRAWS; index += 1)
      if (draws[index] >= 0.9 && draws[index + 1] >= 0.9 && draws[index + 2] >= 0.9) runs += 1;
    // 1 in 1000; overlapping runs come in clusters, which widens the deviation by about a tenth.
    expect(Math.abs(runs - DRAWS / 1000)).toBeLessThan(ALLOWED * 1.15 * Math.sqrt(DRAWS / 1000));
  });

  test('have birthday spacings as chance has', () => {
    // Marsaglia (1985): of m birthdays in n days the equal spacings are Poisson with m^3 / 4n; here 4 in each of 100.
    const birthdays = 512;
    const days = 2 ** 23;
    let equal = 0;
    for (let trial = 0; trial < 100; trial += 1) {
      const year = Float64Array.from({ length: birthdays }, (_, index) =>
        Math.floor(draws[trial * birthdays + index] * days),
      ).sort();
      const spacings = year.map((day, index) => (index === 0 ? day : day - year[index - 1])).sort();
      for (let index = 1; index < birthdays; index += 1)
        if (spacings[index] === spacings[index - 1]) equal += 1;
    }
    expect(Math.abs(equal - 400)).toBeLessThan(ALLOWED * 20);
  });
});
