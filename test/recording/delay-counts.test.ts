import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DelayCounts } from '../../src/recording/figures/delay-counts.ts';
import { quantile } from '../../src/recording/figures/quantile.ts';

test('quantiles of counted delays are those of the delays in order', () => {
  const delays = fc.array(fc.nat({ max: 20 }), { maxLength: 30 });
  fc.assert(
    fc.property(
      delays,
      delays,
      fc.nat({ max: 5 }),
      fc.constantFrom(0.05, 0.5, 0.95, 1),
      (some, others, waiting, part) => {
        const counts = new DelayCounts();
        const more = new DelayCounts();
        for (const delay of some) counts.add(delay);
        for (const delay of others) more.add(delay);
        counts.include(more);
        const sorted = [...some, ...others].sort((left, right) => left - right);
        const population = sorted.length + waiting;
        expect(counts.quantile(population, part)).toBe(quantile(sorted, population, part));
      },
    ),
  );
});
