import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { minimalSet } from '../../../src/advice/explain/minimal-set.ts';

describe('delta debugging', () => {
  it('finds the items that all are needed, whatever lies between them', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 40 }),
        fc.uniqueArray(fc.nat(39), { minLength: 1, maxLength: 5 }),
        async (length, needed) => {
          const items = Array.from(
            { length: Math.max(length, ...needed.map((item) => item + 1)) },
            (_, item) => item,
          );
          const found = await minimalSet(items, async (subset) =>
            needed.every((item) => subset.includes(item)),
          );
          expect([...found]).toEqual([...needed].sort((a, b) => a - b));
        },
      ),
      { seed: 1, numRuns: 60 },
    );
  });
});
