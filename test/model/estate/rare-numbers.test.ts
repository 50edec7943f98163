import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { MachineId } from '../../../src/model/definitions/ids.ts';
import { RareNumbers } from '../../../src/model/estate/rare-numbers.ts';

const COUNT = 10_000;

test('numbers of machines are those that were set and added, and 0 of all others', () => {
  const step = fc.record({
    machine: fc.nat({ max: COUNT - 1 }),
    value: fc.integer({ min: -5, max: 5 }),
    adds: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
      const numbers = new RareNumbers(COUNT);
      const expected = new Int32Array(COUNT);
      for (const { machine, value, adds } of steps) {
        if (adds) numbers.add(machine as MachineId, value);
        else numbers.set(machine as MachineId, value);
        expected[machine] = adds ? expected[machine] + value : value;
      }
      expect(Array.from(expected, (_, machine) => numbers.get(machine as MachineId))).toEqual([...expected]);
    }),
    { numRuns: 20 },
  );
});
