import fc from 'fast-check';
import type {
  GroupParameters,
  HostParameters,
  KeyParameters,
  MethodParameters,
  TimelineEntry,
  VamtParameters,
} from '../../../src/model/definitions/parameters.ts';
import { days, type EstateSketch } from '../estate.ts';
import { byProxy, changes, KMS_KEY, makBy, OFFICE_HOURS } from './sketches.ts';

/**
 * Random small estates in which every way of activation meets everything that can happen to a license. Graces
 * and intervals are a tenth of Microsoft's and pools are small, so that in twenty days all of it happens.
 */

const DURATION = days(20);
const VISTA_GROUPS = ['alpha', 'beta'] as const;
const ALL_GROUPS = [...VISTA_GROUPS, 'gamma', 'delta'] as const;

const minute = fc.nat(DURATION - 1);
const network = fc.constantFrom('core', 'core', 'site', 'lab');
const anyGroup = fc.constantFrom(...ALL_GROUPS);

const METHOD = fc.constantFrom<MethodParameters>(
  { type: 'kms' },
  { type: 'kms' },
  makBy('internet', 'small'),
  makBy('internet', 'large'),
  makBy('telephone', 'small'),
  makBy('telephone', 'large'),
  byProxy('small', 'vamt-1'),
  byProxy('large', 'vamt-1'),
  byProxy('large', 'vamt-2'),
  { type: 'none' },
);

const INSTALL = fc.record({
  at: fc.oneof(fc.constant(0), fc.nat(days(5))),
  over: fc.oneof(fc.constant(0), fc.nat(days(5))),
  order: fc.constantFrom('even', 'random'),
});

function group(os: fc.Arbitrary<GroupParameters['os']>, genuine: boolean) {
  return fc.record({
    count: fc.integer({ min: 1, max: 6 }),
    os,
    network,
    virtual: fc.boolean(),
    method: METHOD,
    install: INSTALL,
    uptime: fc.constantFrom(null, null, OFFICE_HOURS),
    connects: fc.constantFrom(null, null, { every: days(1), for: 300, first: 'random' } as const),
    image: fc.constantFrom('generalized', 'cloned'),
    rearm: fc.constantFrom('never', 'at-expiry'),
    rebuildEvery: fc.constantFrom(null, null, days(4), days(7) + 1),
    hardwareChange: fc.constantFrom(
      null,
      changes(days(3), 'disk'),
      changes(days(5), 'motherboard'),
      changes(days(2), 'minor'),
    ),
    genuine: genuine
      ? fc.option(fc.record({ validate: minute, result: fc.constantFrom('genuine', 'non-genuine') }))
      : fc.constant(null),
  });
}

const VISTA = group(
  fc.constantFrom('vista-business', 'vista-enterprise', 'vista-business-sp1', 'vista-enterprise-sp1'),
  true,
);
const SERVER = group(fc.constantFrom('server-2008-web', 'server-2008-standard'), false);

const HOST: fc.Arbitrary<Partial<HostParameters>> = fc.record({
  network,
  online: fc.oneof(fc.constant(0), fc.nat(days(3))),
  activateBy: fc.constantFrom('internet', 'telephone'),
  activationInterval: fc.constantFrom(60, 120),
  renewalInterval: fc.constantFrom(500, days(1)),
});

const VAMT: fc.Arbitrary<VamtParameters> = fc.record({
  network: fc.constantFrom('core', 'lab'),
  every: fc.constantFrom(45, 700, days(1)),
  via: fc.constantFrom('internet', 'telephone', 'removable-media'),
  roundTrip: fc.constantFrom(0, 600, 1500),
  keepsConfirmations: fc.boolean(),
});

const mak = (activations: number): KeyParameters => ({ type: 'mak', group: 'client', activations });

const OUTAGE_LENGTH: fc.Arbitrary<number | null> = fc.option(fc.integer({ min: 1, max: days(4) }));

const OUTAGE: fc.Arbitrary<TimelineEntry> = fc.record({
  at: minute,
  type: fc.constant('down'),
  target: fc.constantFrom('microsoft', 'internet', 'core', 'lab', 'kms-1', 'corp', 'wan'),
  for: OUTAGE_LENGTH,
});

/** What administrators do to machines, keys and hosts. */
const ENTRY: fc.Arbitrary<TimelineEntry> = fc.oneof(
  { arbitrary: OUTAGE, weight: 3 },
  fc.record({ at: minute, type: fc.constant('rebuild'), group: anyGroup }),
  fc.record({ at: minute, type: fc.constant('activate'), group: anyGroup }),
  fc.record({ at: minute, type: fc.constant('retire'), group: anyGroup, count: fc.option(fc.nat(3)) }),
  {
    arbitrary: fc.record({ at: minute, type: fc.constant('convert'), group: anyGroup, method: METHOD }),
    weight: 3,
  },
  fc.record({
    at: minute,
    type: fc.constant('validate'),
    group: fc.constantFrom(...VISTA_GROUPS),
    result: fc.constantFrom('genuine', 'non-genuine'),
  }),
  fc.record({
    at: minute,
    type: fc.constant('raise'),
    key: fc.constantFrom('small', 'large'),
    activations: fc.nat(4),
    hosts: fc.constant(0),
  }),
  fc.record({
    at: minute,
    type: fc.constant('raise'),
    key: fc.constant('kms-key'),
    activations: fc.constant(0),
    hosts: fc.nat(2),
  }),
  fc.record({ at: minute, type: fc.constantFrom('move', 'rekey'), host: fc.constant('kms-1') }),
);

export const MIXED_ESTATE: fc.Arbitrary<EstateSketch> = fc.record({
  duration: fc.constant(DURATION),
  seed: fc.string({ maxLength: 5 }),
  firstWeekday: fc.nat(6),
  rules: fc.record({
    vistaThreshold: fc.constant(4),
    serverThreshold: fc.constant(2),
    recordLife: fc.constant(days(3)),
    activationValidity: fc.constant(days(4)),
    vistaInitialGrace: fc.constant(days(3)),
    serverInitialGrace: fc.constant(days(4)),
    outOfToleranceGrace: fc.constant(days(2)),
    nonGenuineGrace: fc.constant(days(2)),
    vistaRearms: fc.nat(2),
    makRetry: fc.constantFrom(100, 1440),
    makDiskOutOfTolerance: fc.boolean(),
    telephoneCall: fc.constantFrom(1, 30, 400),
    telephoneAgents: fc.constantFrom(1, 2),
  }),
  networks: fc.constant({ core: {}, site: { internet: false }, lab: { zone: null } }),
  links: fc.constant({ wan: { from: 'core', to: 'site', allow: ['wmi'] as const } }),
  keys: fc.record({
    'kms-key': fc.constant({ ...KMS_KEY, hosts: 1, activationsPerHost: 3 } as const),
    small: fc.nat(3).map(mak),
    large: fc.integer({ min: 5, max: 30 }).map(mak),
  }),
  vamts: fc.record({ 'vamt-1': VAMT, 'vamt-2': VAMT }),
  hosts: fc.record({ 'kms-1': HOST, 'kms-2': HOST }),
  groups: fc.record({ alpha: VISTA, beta: VISTA, gamma: SERVER, delta: SERVER }),
  timeline: fc.array(ENTRY, { maxLength: 12 }),
});
