import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { KmsClients } from '../../../src/advice/design/clients.ts';
import { Design } from '../../../src/advice/design/design.ts';
import { horizonNeeded } from '../../../src/advice/design/horizon.ts';
import { LastingLosses } from '../../../src/advice/design/lasting-losses.ts';
import type { EstateParameters, TimelineEntry } from '../../../src/model/definitions/parameters.ts';
import { days, type EstateSketch, estate } from '../../model/estate.ts';

const LATE = days(300);

/** The estate as if an entry had been carried out before the start. */
function without(before: EstateParameters, entry: TimelineEntry): EstateParameters {
  const { groups, hosts, links } = before;
  if (entry.type === 'retire') {
    const group = groups.get(entry.group)!;
    const count = entry.count === null ? 0 : Math.max(0, group.count - entry.count);
    return { ...before, groups: new Map([...groups, [entry.group, { ...group, count }]]) };
  }
  const target = entry.type === 'down' ? entry.target : entry.type === 'block' ? entry.link : '';
  const host = hosts.get(target);
  // Out of everybody's reach, and in no zone.
  if (host !== undefined)
    return { ...before, hosts: new Map([...hosts, [target, { ...host, network: 'nowhere' }]]) };
  const link = links.get(target)!;
  const services = entry.type === 'block' ? entry.services : link.allow;
  const allow = link.allow.filter((service) => !services.includes(service));
  return { ...before, links: new Map([...links, [target, { ...link, allow }]]) };
}

function canBeActivated(design: Design, clients: KmsClients): boolean {
  return design.hostsAskedBy(clients).some((host) => design.canActivate(host, clients));
}

/** The second method: the design made anew without what the entry takes away. */
function cutsOffAnew(before: EstateParameters, entry: TimelineEntry): boolean {
  const design = new Design(before);
  const after = new Design(without(before, entry));
  const left = new Map(after.clients.map((clients) => [clients.group, clients]));
  return design.clients.some((clients) => {
    const same = left.get(clients.group);
    return canBeActivated(design, clients) && same !== undefined && !canBeActivated(after, same);
  });
}

const NETWORK = fc.constantFrom('core', 'core', 'site', 'lab');
const SERVICES = fc.subarray(['kms', 'dns', 'wmi'] as const, { minLength: 1 });
const LINKS = ['wan-1', 'wan-2', 'wan-3'];
const HOSTS = ['kms-1', 'kms-2'];
const GROUPS = ['alpha', 'beta', 'gamma'];

function named<Value>(names: readonly string[], value: fc.Arbitrary<Value>) {
  return fc
    .tuple(...names.map(() => value))
    .map((all) => Object.fromEntries(names.map((name, index) => [name, all[index]])));
}

const ESTATE: fc.Arbitrary<EstateParameters> = fc
  .record({
    networks: fc.constant({ core: {}, site: {}, lab: { zone: null }, nowhere: { zone: null } }),
    links: named(LINKS, fc.record({ from: NETWORK, to: NETWORK, allow: SERVICES })).map((links) =>
      Object.fromEntries(
        Object.entries(links).map(([name, link]) => [
          name,
          link.from === link.to ? { ...link, to: 'lab', from: 'core' } : link,
        ]),
      ),
    ),
    hosts: named(HOSTS, fc.record({ network: NETWORK })),
    groups: named(
      GROUPS,
      fc.record({
        count: fc.integer({ min: 1, max: 40 }),
        network: NETWORK,
        os: fc.constantFrom('vista-enterprise-sp1', 'server-2008-standard'),
        virtual: fc.constantFrom(false, false, true),
        image: fc.constantFrom('generalized', 'generalized', 'cloned'),
        host: fc.constantFrom(null, null, null, 'kms-1'),
      }),
    ),
  })
  .map((sketch) => estate(sketch as EstateSketch));

const ENTRY: fc.Arbitrary<TimelineEntry> = fc.oneof(
  fc.record({
    at: fc.constant(LATE),
    type: fc.constant('retire' as const),
    group: fc.constantFrom(...GROUPS),
    count: fc.option(fc.integer({ min: 1, max: 40 })),
  }),
  fc.record({
    at: fc.constant(LATE),
    type: fc.constant('down' as const),
    target: fc.constantFrom(...HOSTS, ...LINKS),
    for: fc.constant(null),
  }),
  fc.record({
    at: fc.constant(LATE),
    type: fc.constant('block' as const),
    link: fc.constantFrom(...LINKS),
    services: SERVICES.map((services) => [...new Set([...services, 'kms' as const])]),
    for: fc.constant(null),
  }),
);

describe('a lasting loss', () => {
  test('cuts off the clients that a design without what is lost cannot activate', () => {
    const seen = { true: 0, false: 0 };
    fc.assert(
      fc.property(ESTATE, ENTRY, (before, entry) => {
        const cutsOff = new LastingLosses(new Design(before)).cutsOff(entry);
        seen[`${cutsOff}`] += 1;
        expect(cutsOff).toBe(cutsOffAnew(before, entry));
      }),
      { numRuns: 500, seed: 7 },
    );
    expect(seen.true).toBeGreaterThan(15);
  });

  test('of a host that is set by hand needs 210 days to be seen', () => {
    const byHand = estate({
      duration: days(365),
      groups: { desktops: { count: 30, host: 'kms-1' } },
      timeline: [{ at: LATE, type: 'down', target: 'kms-1', for: null }],
    });
    expect(horizonNeeded(new Design(byHand))).toEqual({
      until: LATE + days(210),
      because: 'the loss of `kms-1`',
    });
  });

  test('of some computers matters only where those that are left do not count', () => {
    const late = (count: number) =>
      estate({
        duration: days(365),
        groups: { desktops: { count: 30 } },
        timeline: [{ at: LATE, type: 'retire', group: 'desktops', count }],
      });
    expect(horizonNeeded(new Design(late(5)))).toBeNull();
    expect(horizonNeeded(new Design(late(6)))?.until).toBe(LATE + days(210));
    expect(horizonNeeded(new Design(late(30)))).toBeNull();
  });
});
