import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inRanges, replicationsOf } from '../../../src/experiments/replications/shards.ts';

test('the shards of a comparison have every replication once, and as many of them as one another', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 20 }), (total, count) => {
      const shards = Array.from({ length: count }, (_, index) =>
        replicationsOf(total, { index: index + 1, count }),
      );
      expect(shards.flat().sort((left, right) => left - right)).toEqual(replicationsOf(total, null));
      const sizes = shards.map(({ length }) => length);
      expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
    }),
  );
});

test('a shard has every so-many-eth replication', () => {
  expect(replicationsOf(10, { index: 2, count: 3 })).toEqual([1, 4, 7]);
});

test('numbers are told in ranges', () => {
  expect(inRanges([0, 1, 2, 5, 7, 8])).toBe('0-2, 5, 7-8');
  expect(inRanges([])).toBe('');
});
