import { expect, test } from 'vitest';
import { ignoring } from '../../../src/model/definitions/ignoring.ts';
import type { Observer } from '../../../src/model/definitions/observer.ts';
import { Simulation } from '../../../src/model/simulation.ts';
import { days, estate } from '../estate.ts';

const ALL_BUT_DAYS = [
  'machineChanged',
  'contactBegins',
  'contact',
  'hostChanged',
  'countPassed',
  'hostPublished',
  'estateChanged',
  'messageSent',
] as const;

test('an observer that ignores all but days counts them', () => {
  class Days extends ignoring(...ALL_BUT_DAYS) implements Observer {
    readonly wantsContacts = true;
    count = 0;

    dayEnded(): void {
      this.count += 1;
    }
  }
  const observer = new Days();
  new Simulation(estate({ duration: days(5), groups: { desks: { count: 30 } } }), () => observer).run();
  expect(observer.count).toBe(5);
  expect(Object.keys(observer).sort()).toEqual(['count', 'wantsContacts']);
});

test('an observer that neither ignores nor observes something does not compile', () => {
  // @ts-expect-error days are forgotten
  class Forgetful extends ignoring(...ALL_BUT_DAYS) implements Observer {
    readonly wantsContacts = false;
  }
  expect('dayEnded' in new Forgetful()).toBe(false);
});
