import { expect, test } from 'vitest';
import { SILENT_OBSERVER } from '../../../src/model/definitions/observer.ts';
import { Simulation } from '../../../src/model/simulation.ts';
import { days, estate } from '../estate.ts';
import { EASY } from '../queries.ts';

/** A row of a machine has room for 65,535 renewals: what is above is carried. The host has its client back every 15 minutes. */
test('renewals are counted beyond what a row has room for', () => {
  const sketch = {
    duration: days(750),
    rules: EASY,
    hosts: { 'kms-1': { renewalInterval: 15 } },
    groups: { pc: { count: 1 } },
  };
  const simulation = new Simulation(estate(sketch), () => SILENT_OBSERVER);
  simulation.run();
  const { attempts, machines } = simulation.estate;
  expect(attempts.renewals(machines.groups[0].first)).toBe(750 * 96 - 1);
});
