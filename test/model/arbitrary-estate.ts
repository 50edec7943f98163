import fc from 'fast-check';
import type {
  HostParameters,
  LinkParameters,
  MethodParameters,
  NetworkParameters,
  TimelineEntry,
  VamtParameters,
} from '../../src/model/definitions/parameters.ts';
import { days, type EstateSketch, type GroupSketch } from './estate.ts';

/**
 * Random small estates. Times are a fraction of Microsoft's, so that in twelve days licenses lapse, records age
 * and graces end; names are fixed, so that links, groups and outages can refer to them.
 */

const DURATION = days(12);
const HOSTS = ['kms-1', 'kms-2', 'kms-3'] as const;
const GROUPS = ['alpha', 'beta', 'gamma', 'delta'] as const;

const minute = fc.nat(DURATION - 1);
/** Mostly the core, so that most estates have hosts that clients can reach. */
const network = fc.constantFrom('core', 'core', 'core', 'site', 'lab');

/** A value for each of some names, the first always among them. */
function named<Value>(
  names: readonly string[],
  value: fc.Arbitrary<Value>,
): fc.Arbitrary<Record<string, Value>> {
  return fc
    .array(value, { minLength: 1, maxLength: names.length })
    .map((values) => Object.fromEntries(values.map((each, index) => [names[index], each])));
}

const OUTLYING: fc.Arbitrary<Partial<NetworkParameters>> = fc.record({
  zone: fc.constantFrom('corp', 'corp', null),
  internet: fc.boolean(),
});

const LINK: fc.Arbitrary<LinkParameters> = fc.record({
  from: network,
  to: network,
  allow: fc.subarray(['kms', 'dns', 'wmi'] as const, { minLength: 1 }),
});

const HOST: fc.Arbitrary<Partial<HostParameters>> = fc.record({
  network,
  os: fc.constantFrom('server-2008-standard', 'server-2008-standard', 'vista-business', 'server-2003'),
  key: fc.constantFrom('kms-key', 'kms-key', 'client-key'),
  online: fc.oneof(fc.constant(0), fc.nat(days(3))),
  activateBy: fc.constantFrom('internet', 'internet', 'telephone'),
  activationInterval: fc.constantFrom(60, 120, 700),
  renewalInterval: fc.constantFrom(500, days(1), days(2)),
});

const KMS: MethodParameters = { type: 'kms' };
const METHOD = fc.constantFrom<MethodParameters>(
  ...[KMS, KMS, KMS, KMS],
  { type: 'mak', key: 'mak-key', by: 'internet' },
  { type: 'mak', key: 'mak-key', by: 'telephone' },
  { type: 'mak-proxy', key: 'mak-key', vamt: 'vamt-1' },
);

const GROUP: fc.Arbitrary<GroupSketch> = fc.record({
  count: fc.integer({ min: 1, max: 9 }),
  os: fc.constantFrom('vista-business', 'vista-enterprise-sp1', 'server-2008-web', 'server-2008-datacenter'),
  network,
  virtual: fc.constantFrom(false, false, true),
  method: METHOD,
  image: fc.constantFrom('generalized', 'generalized', 'cloned'),
  install: fc.record({
    at: fc.oneof(fc.constant(0), fc.nat(days(4))),
    over: fc.oneof(fc.constant(0), fc.nat(days(4))),
    order: fc.constantFrom('even', 'random'),
  }),
  uptime: fc.constantFrom(null, null, {
    days: [true, true, true, true, true, false, false],
    on: 480,
    off: 1080,
    jitter: 30,
  }),
  connects: fc.constantFrom(null, null, { every: days(1), for: 200, first: 'random' }),
  rearm: fc.constantFrom('never', 'at-expiry'),
  rebuildEvery: fc.constantFrom(null, null, days(5)),
  hardwareChange: fc.constantFrom(
    null,
    null,
    { every: days(4), part: 'disk', chance: 1 },
    { every: days(3), part: 'motherboard', chance: 0.5 },
  ),
  genuine: fc.constantFrom(null, null, null, { validate: days(5), result: 'non-genuine' }),
});

const VAMT: fc.Arbitrary<VamtParameters> = fc.record({
  network,
  every: fc.constantFrom(200, 1500),
  via: fc.constantFrom('internet', 'telephone', 'removable-media'),
  roundTrip: fc.constantFrom(0, 1000),
  keepsConfirmations: fc.boolean(),
});

const ENTRY: fc.Arbitrary<TimelineEntry> = fc.oneof(
  fc.record({
    at: minute,
    type: fc.constant('down'),
    target: fc.constantFrom('core', 'corp', 'kms-1', 'internet', 'microsoft'),
    for: fc.option(fc.integer({ min: 1, max: days(3) }), { freq: 8 }),
  }),
  fc.record({ at: minute, type: fc.constant('move'), host: fc.constant('kms-1') }),
  fc.record({ at: minute, type: fc.constant('rekey'), host: fc.constant('kms-1') }),
  fc.record({ at: minute, type: fc.constant('rebuild'), group: fc.constant('alpha') }),
  fc.record({ at: minute, type: fc.constant('activate'), group: fc.constant('alpha') }),
  fc.record({ at: minute, type: fc.constant('convert'), group: fc.constant('alpha'), method: METHOD }),
  fc.record({
    at: minute,
    type: fc.constant('validate'),
    group: fc.constant('alpha'),
    result: fc.constantFrom('genuine', 'non-genuine'),
  }),
  fc.record({ at: minute, type: fc.constant('retire'), group: fc.constant('alpha'), count: fc.nat(3) }),
);

const RULES = {
  vistaThreshold: 4,
  makRetry: 300,
  nonGenuineGrace: days(2),
  serverThreshold: 2,
  recordLife: days(3),
  activationValidity: days(3),
  vistaInitialGrace: days(2),
  serverInitialGrace: days(3),
  outOfToleranceGrace: days(1),
};

export const ESTATE: fc.Arbitrary<EstateSketch> = fc.record({
  duration: fc.constant(DURATION),
  seed: fc.string({ maxLength: 5 }),
  replication: fc.nat(100),
  firstWeekday: fc.nat(6),
  rules: fc.record({ countVirtualMachines: fc.boolean() }).map((rules) => ({ ...RULES, ...rules })),
  networks: fc.tuple(OUTLYING, OUTLYING).map(([site, lab]) => ({ core: {}, site, lab })),
  links: named(['a-link', 'b-link', 'c-link', 'd-link'], LINK),
  zones: fc.record({
    corp: fc.record({ network: fc.constant('core'), updateRights: fc.constantFrom('all', 'first-host') }),
  }),
  keys: fc.constant({
    'kms-key': { type: 'kms', group: 'server-c', hosts: 2, activationsPerHost: 3 },
    'client-key': { type: 'kms', group: 'client', hosts: 6, activationsPerHost: 10 },
    'mak-key': { type: 'mak', group: 'server-c', activations: 7 },
  }),
  vamts: fc.record({ 'vamt-1': VAMT }),
  hosts: named(HOSTS, HOST),
  groups: named(GROUPS, GROUP),
  timeline: fc.array(ENTRY, { maxLength: 6 }),
});
