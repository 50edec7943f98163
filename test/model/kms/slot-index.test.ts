import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SlotIndex } from '../../../src/model/kms/slot-index.ts';

// Few numbers that share their lowest 16 bits, so that many are looked for at the same place, and any others.
const KEY = fc.oneof(
  fc.nat(20).map((key) => key * 0x10000),
  fc.nat(40),
  fc.nat(),
);

test('an index finds what a map finds, whatever is added and removed', () => {
  fc.assert(
    fc.property(fc.array(fc.record({ key: KEY, slot: fc.nat(500) }), { maxLength: 400 }), (steps) => {
      let index = new SlotIndex(4);
      const map = new Map<number, number>();
      let room = 4;
      for (const { key, slot } of steps) {
        if (map.delete(key)) index.remove(key);
        else {
          if (map.size === room) {
            room *= 2;
            index = new SlotIndex(room);
            for (const [known, at] of map) index.add(known, at);
          }
          map.set(key, slot);
          index.add(key, slot);
        }
        for (const step of steps) expect(index.find(step.key)).toBe(map.get(step.key) ?? -1);
      }
    }),
    { seed: 1, numRuns: 100 },
  );
});
