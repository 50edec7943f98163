import { describe, expect, test } from 'vitest';
import { MINUTES_PER_DAY as DAY } from '../../../src/engine/time.ts';
import { outageStartAt, outageStarts } from '../../../src/experiments/sweeps/tolerance/outage-starts.ts';
import { findTolerances, type Tolerance } from '../../../src/experiments/sweeps/tolerance/tolerance.ts';
import { toleranceLines } from '../../../src/experiments/sweeps/tolerance/tolerance-lines.ts';
import { harmfulRows, toleranceRows } from '../../../src/experiments/sweeps/tolerance/tolerance-rows.ts';
import { trialLengths } from '../../../src/experiments/sweeps/tolerance/trial-lengths.ts';
import { Condition } from '../../../src/model/definitions/conditions.ts';
import { SILENT_OBSERVER } from '../../../src/model/definitions/observer.ts';
import type { EstateParameters } from '../../../src/model/definitions/parameters.ts';
import { Simulation } from '../../../src/model/simulation.ts';
import { scenarioOf } from '../../scenario/in-memory.ts';

const ESTATE = `
start: 2008-01-01
duration: 60 d
networks: { core: { dns: corp.example, internet: true }, branch: { dns: corp.example } }
links: { wan: { from: branch, to: core, allow: [kms, dns] } }
dns: { corp.example: { network: core } }
keys: { corp-kms: { type: kms, group: server-c }, mak: { type: mak, group: client, activations: 5 } }
hosts: { kms-1: { network: core, os: server-2008-standard, key: corp-kms } }
machines:
  core-desktops: { count: 30, os: vista-business-sp1, network: core }
  branch-desktops: { count: 3, os: vista-business-sp1, network: branch }
`;

const noPause = async () => {};

interface Choices {
  readonly files?: string;
  readonly target?: string;
  readonly resolution?: number;
  readonly replications?: number;
  /** In minutes, ascending; all that a search tries where none are given. */
  readonly lengths?: readonly number[];
}

/** Lengths about the 210 days after which a license and its grace are over. */
const NEAR_210 = [1, 7, 29, 30, 31, 60, 203, 204, 205, 208, 209, 210, 211, 240, 365].map(
  (days) => days * DAY,
);

/** The tolerances from outages that begin on some days of the run. */
async function tolerances(
  days: readonly number[],
  { files = ESTATE, target = 'wan', resolution = DAY, replications = 1, lengths }: Choices = {},
): Promise<readonly Tolerance[]> {
  const { parameters } = scenarioOf(files);
  const starts = days.map((day) => outageStartAt(day * DAY, '2008-01-01'));
  const trials = lengths && { lengths, fineUntil: 240 * DAY, step: resolution, coarseStep: 10 * resolution };
  return (await findTolerances({ parameters, target, resolution, replications, starts, trials }, noPause))
    .tolerances;
}

const inDays = (found: readonly Tolerance[]) =>
  found.map(({ tolerated, harmful: [first] }) =>
    [tolerated, first?.from ?? null].map((minutes) => minutes && minutes / DAY),
  );

describe('how long a link may be down', () => {
  test('is what is left of 180 + 30 days after the last renewal', async () => {
    // The desktops renew on days 0, 7, 14, 21, 28. An outage of day 28, 00:00, comes before the renewal of that minute, so
    // the last was on day 21: 21 + 210 = day 231. One of day 29 comes after: 28 + 210 = day 238. A link that is back
    // in the very minute of the deadline is back in time.
    expect(inDays(await tolerances([28, 29], { lengths: NEAR_210 }))).toEqual([
      [203, 204],
      [209, 210],
    ]);
  });

  test('is told with the first machine that it harms, and when', async () => {
    const [{ harmful }] = await tolerances([29], { lengths: NEAR_210 });
    expect(harmful).toHaveLength(1);
    expect(harmful[0].to).toBeNull();
    expect(harmful[0].harm).toMatchObject({
      name: 'branch-desktops-0001',
      minute: 238 * DAY,
      replication: 0,
    });
  });

  test('can be told by the hour', async () => {
    // The last desktop of day 0 is licensed two hours late, when the count is high enough, and renews so.
    const late = ESTATE.replace(/\s+core-desktops:.*/, '').replace('count: 3', 'count: 25');
    const [found] = await tolerances([29], {
      files: late,
      resolution: 60,
      lengths: [-2, -1, 0, 1].map((hours) => (28 + 210 - 29) * DAY + hours * 60),
    });
    const firstLoss = (28 + 210) * DAY;
    expect(found.harmful[0].harm.minute).toBe(firstLoss);
    expect(found.tolerated).toBe(firstLoss - 29 * DAY);
    expect(found.harmful[0].from).toBe(firstLoss - 29 * DAY + 60);
  });

  test('is 30 days for a computer that is installed when it goes down', async () => {
    const files = `${ESTATE}  new-desktop: { count: 1, os: vista-business-sp1, network: branch, install: { at: 40 d } }\n`;
    const [found] = await tolerances([40], { files, lengths: NEAR_210 });
    expect(inDays([found])).toEqual([[30, 31]]);
    expect(found.harmful[0].harm.name).toBe('new-desktop-0001');
  });

  test('counts no machine that ends in Notification anyway', async () => {
    const files = `${ESTATE}  lost: { count: 1, os: vista-business-sp1, network: branch, method: none, install: { at: 29 d } }\n`;
    expect(inDays(await tolerances([29], { files, lengths: NEAR_210 }))).toEqual([[209, 210]]);
  });

  test('is any for what nobody needs', async () => {
    const files = ESTATE.replace(/(branch-desktops: .*) }/, '$1, method: mak, key: mak, by: telephone }');
    const [found] = await tolerances([29], { files });
    expect(found).toMatchObject({ tolerated: null, harmful: [], exception: null });
    const findings = { tolerances: [found], trials: trialLengths(scenarioOf(files).parameters, DAY) };
    expect(toleranceLines('wan', findings, '2008-01-01').join('\n')).toContain(
      'wan may be down for as long as was tried, 365 d, from any of these times on.',
    );
  });

  test.each(['kms-1', 'core', 'corp.example', 'branch'])(
    'is the same for %s, which they need as well',
    async (target) => {
      // Of a host, a network or a zone that all need, the desktops of the core renew in the same minutes.
      const [[tolerated]] = inDays(await tolerances([29], { target, lengths: NEAR_210 }));
      expect(tolerated).toBe(target === 'corp.example' ? null : 209);
    },
  );

  test('is looked for in all replications', async () => {
    const files = ESTATE.replace('count: 3,', 'count: 3, install: { over: 60 d, order: random },');
    const one = await tolerances([30], { files, lengths: NEAR_210 });
    const many = await tolerances([30], { files, replications: 3, lengths: NEAR_210 });
    expect(many[0].tolerated!).toBeLessThanOrEqual(one[0].tolerated!);
    expect(await tolerances([30], { files, replications: 3, lengths: NEAR_210 })).toEqual(many);
  });
});

/** Short intervals, so that all that an outage can do is seen within weeks. */
const SHORT = `
start: 2008-01-01
duration: 60 d
policy: { activationValidity: 20 d, outOfToleranceGrace: 5 d, vistaInitialGrace: 8 d, recordLife: 6 d, renewalInterval: 4 d }
networks: { core: { dns: corp.example, internet: true } }
dns: { corp.example: { network: core } }
keys: { corp-kms: { type: kms, group: server-c } }
hosts:
  kms-1: { network: core, os: server-2008-standard, key: corp-kms }
machines:
  desks: { count: 30, os: vista-business-sp1, network: core, install: { over: 4 d }, rebuild: { every: 33 d } }
`;
const TWO_HOSTS = SHORT.replace(
  'machines:',
  '  kms-2: { network: core, os: server-2008-standard, key: corp-kms, online: 12 d }\nmachines:',
).replace('over: 4 d', 'over: 3 d');

/** In which minutes each machine is in its end state, minute by minute. */
function endStateMinutes(parameters: EstateParameters): Map<number, Uint8Array> {
  const since = new Map<number, number>();
  const minutes = new Map<number, Uint8Array>();
  const close = (machine: number, to: number) => {
    const column = minutes.get(machine) ?? new Uint8Array(parameters.duration);
    minutes.set(machine, column.fill(1, since.get(machine), to));
    since.delete(machine);
  };
  const simulation: Simulation = new Simulation(parameters, () => ({
    ...SILENT_OBSERVER,
    machineChanged: (_event, machine) => {
      const condition = simulation.estate.history.conditionOf(machine);
      const isEnded = condition === Condition.Notification || condition === Condition.Unlicensed;
      if (isEnded && !since.has(machine)) since.set(machine, simulation.now);
      if (!isEnded && since.has(machine)) close(machine, simulation.now);
    },
  }));
  simulation.run();
  for (const machine of [...since.keys()]) close(machine, parameters.duration);
  return minutes;
}

/** The lengths in days that harm, each simulated to the end and compared minute by minute with the run without an outage. */
function harmfulByBruteForce(files: string, day: number, days: number, replications: number): number[] {
  const { parameters } = scenarioOf(files);
  const lengths = Array.from({ length: days }, (_, index) => index + 1);
  return lengths.filter((length) =>
    Array.from({ length: replications }, (_, replication) => replication).some((replication) => {
      const run = { ...parameters, replication, duration: (day + length + 60) * DAY };
      const entry = { type: 'down', at: day * DAY, target: 'kms-1', for: length * DAY } as const;
      const without = endStateMinutes(run);
      const disturbed = endStateMinutes({ ...run, timeline: [...run.timeline, entry] });
      return [...disturbed].some(([machine, column]) =>
        column.some((ended, minute) => ended === 1 && without.get(machine)?.[minute] !== 1),
      );
    }),
  );
}

/** The days that the ranges of a search cover, up to a last one. */
function daysOf({ harmful }: Tolerance, last: number): number[] {
  return Array.from({ length: last }, (_, index) => index + 1).filter((day) =>
    harmful.some(({ from, to }) => day * DAY >= from && (to === null || day * DAY <= to)),
  );
}

describe('all harmful lengths', () => {
  const DAYS = 32;

  test.each([
    ['one host', SHORT, 17, 1],
    ['one host', SHORT, 30, 1],
    ['two hosts in a zone', TWO_HOSTS, 20, 2],
    ['two hosts in a zone', TWO_HOSTS, 25, 2],
  ])('of %s are those of brute force', async (_, files, day, replications) => {
    const [found] = await tolerances([day], { files, target: 'kms-1', replications });
    const expected = harmfulByBruteForce(files, day, DAYS, replications);
    expect(daysOf(found, DAYS)).toEqual(expected);
    expect(expected.length).toBeGreaterThan(0);
  });

  test('may lie below longer ones that do no harm, since clients that all move to another host make its count', async () => {
    // Every client renews within a week: an outage of a week moves all 35 to kms-2, one of 5 or 6 days leaves too few on either.
    const files = ESTATE.replace(/ {2}branch-desktops.*\n/, '')
      .replace('count: 30,', 'count: 35, install: { over: 7 d },')
      .replace(
        'machines:',
        '  kms-2: { network: core, os: server-2008-standard, key: corp-kms, online: 20 d }\nmachines:',
      )
      .replace(/hosts: \{ (kms-1: .* \}) \}\n/, 'hosts:\n  $1\n');
    const [found] = await tolerances([91], { files, target: 'kms-1' });
    expect(found.harmful.map(({ from, to }) => [from / DAY, to && to / DAY])).toEqual([[5, 6]]);
    expect(found).toMatchObject({ tolerated: 4 * DAY });
    expect(found.exception).toBeGreaterThan(300 * DAY);
    const trials = trialLengths(scenarioOf(files).parameters, DAY);
    const text = toleranceLines('kms-1', { tolerances: [found], trials }, '2008-01-01').join('\n');
    expect(text).toContain('5 d to 6 d');
    expect(text).toContain('a longer outage than a harmful one may do no harm');
    expect(text).toContain('every multiple of 1 d up to 240 d, beyond only of 10 d');
    const [range] = harmfulRows([found], '2008-01-01');
    expect(range.slice(0, 4)).toEqual(['2008-04-01T00:00', 91 * DAY, 5 * DAY, 6 * DAY]);
    const [row] = toleranceRows([found], '2008-01-01', trials.fineUntil);
    expect(row.slice(0, 4)).toEqual(['2008-04-01', 91 * DAY, 4 * DAY, 5 * DAY]);
  });
});

describe('harm', () => {
  test('is also to come to Notification earlier, though a machine comes there anyway', async () => {
    // The link fails for good on day 100, after the renewal of day 98: the branch ends on day 308. After an outage to day 37 it renews
    // on day 37 and every week, the last time on day 93, and ends on day 303. To day 36 or 42 it is day 99 or 98.
    const files = `${ESTATE}timeline: [{ at: 100 d, for: 900 d, down: wan }]\n`;
    const lengths = [5, 6, 7, 8, 12, 13, 14].map((days) => days * DAY);
    const [found] = await tolerances([29], { files, lengths });
    expect(found.harmful.map(({ from, to }) => [from / DAY, to && to / DAY])).toEqual([[8, 12]]);
    expect(found.harmful[0].harm.minute).toBe(303 * DAY);
  });

  test('begins at the worst hour of a day', async () => {
    // The desktops renew at 00:00 of days 21 and 28; from 01:00 of day 28 on the last renewal is an hour old, at 00:00 a week.
    const { parameters } = scenarioOf(ESTATE);
    const start = { date: '2008-01-28', minute: 27 * DAY, hour: 'worst' } as const;
    const {
      tolerances: [found],
    } = await findTolerances(
      {
        parameters,
        target: 'wan',
        resolution: DAY,
        replications: 1,
        starts: [start],
        trials: { lengths: [210 * DAY], fineUntil: DAY, step: DAY, coarseStep: DAY },
      },
      noPause,
    );
    expect(found.start.minute).toBe(27 * DAY + 23 * 60);
  });
});

test('outages begin on the first days of twelve months', () => {
  const starts = outageStarts('2008-03-03');
  expect(starts).toHaveLength(12);
  expect(starts[0]).toEqual({ date: '2008-04-01', minute: 29 * DAY, hour: 'worst' });
  expect(starts.at(-1)).toEqual({ date: '2009-03-01', minute: 363 * DAY, hour: 'worst' });
  expect(outageStarts('2008-01-01')[0]).toEqual({ date: '2008-01-01', minute: 0, hour: 'worst' });
});
