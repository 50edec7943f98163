import { describe, expect, test } from 'vitest';
import { checkLog } from '../../../src/experiments/log-check/check-log.ts';
import type { ClientRequest } from '../../../src/scenario/import/computers/request.ts';
import type { Scenario } from '../../../src/scenario/scenario.ts';
import { estate } from '../../model/estate.ts';

const DAY = 1440;
/** 3 March 2008 as minutes since 1970. */
const START = Date.UTC(2008, 2, 3) / 60_000;

/** Thirty clients that are always on, for four weeks. */
function scenario(): Scenario {
  const parameters = estate({ duration: 28 * DAY, groups: { pc: { count: 30 } } });
  return {
    title: 'Test',
    start: '2008-03-03',
    seed: '42',
    resolved: {},
    parameters,
    expectations: [],
  } as unknown as Scenario;
}

/** A log of clients that all ask at once, then every so many days. */
function logOf(names: readonly string[], everyDays: number): ClientRequest[] {
  const requests: ClientRequest[] = [];
  for (let day = 0; day < 28; day += everyDays) {
    for (const name of names) {
      requests.push({
        time: START + day * DAY,
        client: `${name}.corp`,
        clientMachineId: name,
        virtual: false,
        status: 1,
        minutesToExpiry: 1000,
        activationId: '',
        threshold: 25,
        code: 0,
        host: 'kms-1.corp',
        line: 1,
      });
    }
  }
  return requests;
}

const NAMES = Array.from({ length: 30 }, (_, index) => `pc-${String(index + 1).padStart(4, '0')}`);

function compared(requests: readonly ClientRequest[]) {
  const check = checkLog(requests, scenario());
  check.simulation.run();
  const { figures, findings } = check.compare();
  return {
    findings,
    figures: Object.fromEntries(
      figures.map(({ name, log, simulation, matters }) => [name, { log, simulation, matters }]),
    ),
  };
}

describe('a log beside the simulated one', () => {
  test('agrees with clients that renew every 7 days, but for the retries of the first hours', () => {
    const { figures } = compared(logOf(NAMES, 7));
    expect(figures.clients).toEqual({ log: 30, simulation: 30, matters: false });
    expect(figures['count at the end']).toEqual({ log: 30, simulation: 30, matters: false });
    // Of 30 clients 24 are answered with less than 25 at first, and ask again after 2 hours.
    expect(figures['next request after 1 h to 3 h']).toEqual({ log: 0, simulation: 24, matters: true });
    expect(figures['next request after 6 d to 8 d']).toMatchObject({ log: 90, matters: false });
  });

  test('names clients that renew more rarely, and those that the simulation has more', () => {
    const { figures, findings } = compared(logOf(NAMES.slice(0, 20), 14));
    expect(figures['requests a day'].matters).toBe(true);
    expect(findings[0]).toMatch(/^10 clients of the simulation are not in the log: pc-0021, /);
    expect(findings.join('\n')).toMatch(/times as many requests a day/);
    expect(findings.join('\n')).toMatch(/The count differs: 20 to 20 in the log/);
  });

  test('refuses a log of other days, and says which ones', () => {
    const late = logOf(['pc-0001'], 28).map((request) => ({ ...request, time: request.time + 400 * DAY }));
    expect(() => checkLog(late, scenario())).toThrow(
      'the log is of 2009-04-07 to 2009-04-07, the scenario of 2008-03-03 to 2008-03-31',
    );
  });
});
