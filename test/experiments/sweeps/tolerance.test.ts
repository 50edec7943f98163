import { describe, expect, test } from 'vitest';
import { MINUTES_PER_DAY as DAY } from '../../../src/engine/time.ts';
import { outageStarts } from '../../../src/experiments/sweeps/tolerance/outage-starts.ts';
import { findTolerances, type Tolerance } from '../../../src/experiments/sweeps/tolerance/tolerance.ts';
import { toleranceLines } from '../../../src/experiments/sweeps/tolerance/tolerance-lines.ts';
import { toleranceRows } from '../../../src/experiments/sweeps/tolerance/tolerance-rows.ts';
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
}

/** The tolerances from outages that begin on some days of the run. */
function tolerances(
  days: readonly number[],
  { files = ESTATE, target = 'wan', resolution = DAY, replications = 1 }: Choices = {},
): Promise<Tolerance[]> {
  const { parameters } = scenarioOf(files);
  const starts = days.map((day) => ({ date: `day ${day}`, minute: day * DAY }));
  return findTolerances({ parameters, target, resolution, replications, starts }, noPause);
}

const inDays = (found: readonly Tolerance[]) =>
  found.map(({ tolerated, harmful }) => [tolerated, harmful].map((minutes) => minutes && minutes / DAY));

describe('how long a link may be down', () => {
  test('is what is left of 180 + 30 days after the last renewal', async () => {
    // The desktops renew on days 0, 7, 14, 21, 28. An outage of day 28, 00:00, comes before the renewal of that minute, so
    // the last was on day 21: 21 + 210 = day 231. One of day 29 comes after: 28 + 210 = day 238. A link that is back
    // in the very minute of the deadline is back in time.
    expect(inDays(await tolerances([28, 29]))).toEqual([
      [203, 204],
      [209, 210],
    ]);
  });

  test('is told with the first machine that it harms, and when', async () => {
    const [{ harm }] = await tolerances([29]);
    expect(harm).toMatchObject({ name: 'branch-desktops-0001', minute: 238 * DAY, replication: 0 });
  });

  test('can be told by the hour', async () => {
    // The last desktop of day 0 is licensed two hours late, when the count is high enough, and renews so.
    const late = ESTATE.replace(/\s+core-desktops:.*/, '').replace('count: 3', 'count: 25');
    const [found] = await tolerances([29], { files: late, resolution: 60 });
    const firstLoss = (28 + 210) * DAY;
    expect(found.harm!.minute).toBe(firstLoss);
    expect(found.tolerated).toBe(firstLoss - 29 * DAY);
    expect(found.harmful).toBe(firstLoss - 29 * DAY + 60);
  });

  test('is 30 days for a computer that is installed when it goes down', async () => {
    const files = `${ESTATE}  new-desktop: { count: 1, os: vista-business-sp1, network: branch, install: { at: 40 d } }\n`;
    const [found] = await tolerances([40], { files });
    expect(inDays([found])).toEqual([[30, 31]]);
    expect(found.harm!.name).toBe('new-desktop-0001');
  });

  test('counts no machine that ends in Notification anyway', async () => {
    const files = `${ESTATE}  lost: { count: 1, os: vista-business-sp1, network: branch, method: none, install: { at: 29 d } }\n`;
    expect(inDays(await tolerances([29], { files }))).toEqual([[209, 210]]);
  });

  test('is any for what nobody needs', async () => {
    const files = ESTATE.replace(/(branch-desktops: .*) }/, '$1, method: mak, key: mak, by: telephone }');
    const [found] = await tolerances([29], { files });
    expect(found).toMatchObject({ tolerated: null, harmful: null, harm: null, exception: null });
    expect(toleranceLines('wan', [found], '2008-01-01').join('\n')).toContain(
      'wan may be down for as long as was tried, 365 d, from any of these days on.',
    );
  });

  test.each(['kms-1', 'core', 'corp.example', 'branch'])(
    'is the same for %s, which they need as well',
    async (target) => {
      // Of a host, a network or a zone that all need, the desktops of the core renew in the same minutes.
      const [[tolerated]] = inDays(await tolerances([29], { target }));
      expect(tolerated).toBe(target === 'corp.example' ? null : 209);
    },
  );

  test('is looked for in all replications', async () => {
    const files = ESTATE.replace('count: 3,', 'count: 3, install: { over: 60 d, order: random },');
    const one = await tolerances([30], { files });
    const many = await tolerances([30], { files, replications: 5 });
    expect(many[0].tolerated!).toBeLessThanOrEqual(one[0].tolerated!);
    expect(await tolerances([30], { files, replications: 5 })).toEqual(many);
  });
});

describe('a longer outage that harms less', () => {
  const exception: Tolerance = {
    start: { date: '2008-02-01', minute: 31 * DAY },
    tolerated: 0,
    harmful: DAY,
    harm: { machine: 0 as never, name: 'desks-0001', minute: 250 * DAY, replication: 0 },
    exception: 30 * DAY,
  };

  test('is told: the search relies on the contrary', () => {
    const lines = toleranceLines('kms-1', [exception], '2008-01-01').join('\n');
    expect(lines).toContain('less than 1 d');
    expect(lines).toContain('an outage of 30 d was tried and harms nobody, though a shorter one does');
    expect(toleranceRows([exception], '2008-01-01')).toEqual([
      ['2008-02-01', 31 * DAY, 0, DAY, 'desks-0001', 250 * DAY, '2008-09-07T00:00', 0, 30 * DAY],
    ]);
  });
});

test('outages begin on the first days of twelve months', () => {
  const starts = outageStarts('2008-03-03');
  expect(starts).toHaveLength(12);
  expect(starts[0]).toEqual({ date: '2008-04-01', minute: 29 * DAY });
  expect(starts.at(-1)).toEqual({ date: '2009-03-01', minute: 363 * DAY });
  expect(outageStarts('2008-01-01')[0]).toEqual({ date: '2008-01-01', minute: 0 });
});
