import { describe, expect, test } from 'vitest';
import { SILENT_OBSERVER } from '../../../src/model/definitions/observer.ts';
import { Simulation } from '../../../src/model/simulation.ts';
import { type EstateSketch, estate } from '../estate.ts';
import { CONTACTS, EASY, HOURLY, minutesOf, run } from '../queries.ts';
import type { Trace } from '../trace.ts';

/** Works 1000 minutes from the start and is away 100, again and again. */
const FIXED = { every: 1000, for: 100, distribution: 'fixed', first: 1000 } as const;

const timesOf = (result: Trace, subject: string) => ({
  down: minutesOf(result, subject, 'down'),
  up: minutesOf(result, subject, 'up'),
});

/** The minutes in which a host publishes, also when nothing changed. */
function publicationsOf(sketch: EstateSketch): number[] {
  const minutes: number[] = [];
  const simulation = new Simulation(estate(sketch), () => ({
    ...SILENT_OBSERVER,
    hostPublished: () => minutes.push(simulation.now),
  }));
  simulation.run();
  return minutes;
}

describe('failures of fixed times', () => {
  test('come after each time of working, and last as long as they are said to', () => {
    const result = run({ duration: 3400, failures: { 'kms-1': FIXED } });
    expect(timesOf(result, 'kms-1')).toEqual({ down: [1000, 2100, 3200], up: [1100, 2200, 3300] });
  });

  test('say that they are failures', () => {
    const result = run({ duration: 1200, failures: { 'kms-1': FIXED } });
    expect(result.of('kms-1').filter(({ detail }) => detail === 'failure').length).toBe(2);
  });

  test.each(['kms-1', 'corp', 'core', 'wan', 'microsoft', 'internet'])(
    'are for whatever can be down: %s',
    (name) => {
      const result = run({
        duration: 1200,
        networks: { core: {}, lab: {} },
        links: { wan: { from: 'lab', to: 'core', allow: ['kms'] } },
        failures: { [name]: FIXED },
      });
      expect(timesOf(result, name)).toEqual({ down: [1000], up: [1100] });
    },
  );

  test('keep clients from a host exactly as long', () => {
    const result = run({
      duration: 1200,
      rules: EASY,
      hosts: { 'kms-1': { ...HOURLY, activationInterval: 15, renewalInterval: 50 } },
      groups: { pc: {} },
      failures: { 'kms-1': FIXED },
    });
    // Renewals every 50 minutes, tries every 15 once one failed. A failure begins and ends before machines act.
    const contacts = result.lines.filter(({ event, minute }) => CONTACTS.includes(event) && minute >= 950);
    expect(contacts.map(({ minute, event }) => `${minute} ${event}`)).toEqual([
      '950 renewed',
      ...[1000, 1015, 1030, 1045, 1060, 1075, 1090].map((minute) => `${minute} no-host`),
      '1105 renewed',
      '1155 renewed',
    ]);
  });

  test('end with the run when they last longer', () => {
    const result = run({ duration: 1050, failures: { 'kms-1': FIXED } });
    expect(timesOf(result, 'kms-1')).toEqual({ down: [1000], up: [] });
  });

  test('may come every other minute', () => {
    const short = { ...FIXED, every: 1, for: 1, first: 1 };
    const result = run({ duration: 6, failures: { 'kms-1': short } });
    expect(timesOf(result, 'kms-1')).toEqual({ down: [1, 3, 5], up: [2, 4] });
  });
});

describe('a host that fails', () => {
  test('publishes when it starts again', () => {
    // At its start and at the end of each failure; the day after minute 1100 would be over in minute 2540.
    expect(publicationsOf({ duration: 3000, failures: { 'kms-1': FIXED } })).toEqual([0, 1100, 2200]);
  });

  test('is down while a failure or an outage of the timeline lasts', () => {
    const sketch: EstateSketch = {
      duration: 1400,
      rules: EASY,
      hosts: { 'kms-1': { ...HOURLY, activationInterval: 15, renewalInterval: 50 } },
      groups: { pc: {} },
      failures: { 'kms-1': FIXED },
      timeline: [{ at: 1050, type: 'down', target: 'kms-1', for: 200 }],
    };
    // Down from minute 1000 to minute 1250: tries at 1000, 1015 and so on, the first good one at 1255.
    const contacts = run(sketch).lines.filter(
      ({ event, minute }) => CONTACTS.includes(event) && minute >= 1000,
    );
    expect(contacts.find(({ event }) => event !== 'no-host')).toMatchObject({
      minute: 1255,
      event: 'renewed',
    });
    expect(contacts.filter(({ event }) => event === 'no-host').length).toBe(17);
    expect(publicationsOf(sketch)).toEqual([0, 1250]);
  });

  test('is down while one of two outages lasts, whichever ends first', () => {
    const publications = publicationsOf({
      duration: 1400,
      failures: { 'kms-1': { ...FIXED, for: 300 } },
      timeline: [{ at: 950, type: 'down', target: 'kms-1', for: 100 }],
    });
    expect(publications).toEqual([0, 1300]);
  });

  test('does not start before it is online', () => {
    const hosts = { 'kms-1': { online: 1500 } };
    expect(publicationsOf({ duration: 2000, hosts, failures: { 'kms-1': FIXED } })).toEqual([1500]);
    // Online in the midst of a failure, it starts at its end.
    const during = { 'kms-1': { online: 1050 } };
    expect(publicationsOf({ duration: 1500, hosts: during, failures: { 'kms-1': FIXED } })).toEqual([1100]);
  });
});
