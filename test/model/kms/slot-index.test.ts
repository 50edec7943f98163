import fc from 'fast-check';
import { expect, test } from 'vitest';
import { RECORD_BITS } from '../../../src/model/kms/record-rows.ts';
import { SlotIndex } from '../../../src/model/kms/slot-index.ts';

// Few numbers that share their lowest 16 bits, so that many are looked for at the same place, and any others.
const KEY = fc.oneof(
  fc.nat(20).map((key) => key * 0x10000),
  fc.nat(40),
  fc.nat(),
);

test('an index finds what a map finds, whatever is added and removed', () => {
  fc.assert(
    fc.property(fc.array(KEY, { maxLength: 400 }), (steps) => {
      const make = (slots: number) => new SlotIndex(new Int32Array(slots << RECORD_BITS));
      let index = make(4);
      const map = new Map<number, number>();
      let room = 4;
      const free = [0, 1, 2, 3];
      for (const key of steps) {
        const known = map.get(key);
        if (known !== undefined) {
          index.remove(known);
          map.delete(key);
          free.push(known);
        } else {
          if (map.size === room) {
            for (let slot = room; slot < room * 2; slot += 1) free.push(slot);
            room *= 2;
            index = make(room);
            for (const [known, at] of map) index.add(known, at);
          }
          const slot = free.shift() ?? -1;
          map.set(key, slot);
          index.add(key, slot);
        }
        for (const step of steps) expect(index.find(step)).toBe(map.get(step) ?? -1);
      }
    }),
    { seed: 1, numRuns: 100 },
  );
});
