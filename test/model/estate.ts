import { MINUTES_PER_DAY } from '../../src/engine/time.ts';
import type { FailureParameters } from '../../src/model/definitions/failure-parameters.ts';
import type {
  ActivationObjectParameters,
  DomainParameters,
  EstateParameters,
  GroupParameters,
  HardwareChangeParameters,
  HostParameters,
  ImageParameters,
  KeyParameters,
  LinkParameters,
  NetworkParameters,
  Prices,
  TimelineEntry,
  VamtParameters,
  ZoneParameters,
} from '../../src/model/definitions/parameters.ts';
import { PUBLISHED_RULES, type Rules } from '../../src/model/definitions/rules.ts';

/** Estates for tests, said briefly: one network, one zone, one key, everything else by default. */

export const days = (count: number): number => count * MINUTES_PER_DAY;

const HOST: HostParameters = {
  network: 'core',
  os: 'server-2008-standard',
  key: 'kms-key',
  online: 0,
  activateBy: 'internet',
  virtual: false,
  publish: true,
  publishTo: [],
  port: 1688,
  activationInterval: PUBLISHED_RULES.activationInterval,
  renewalInterval: PUBLISHED_RULES.renewalInterval,
  countsVirtual: null,
  officeKeys: [],
  updates: [],
  priority: 0,
  weight: 0,
};

const IMAGES = {
  generalized: { cmid: 'own', graceUsed: 0, rearmsUsed: 0 },
  cloned: { cmid: 'shared', graceUsed: 0, rearmsUsed: 0 },
} as const satisfies Record<string, ImageParameters>;

const GROUP: GroupParameters = {
  count: 1,
  names: null,
  os: 'vista-enterprise-sp1',
  network: 'core',
  domain: null,
  virtual: false,
  method: { type: 'kms' },
  host: null,
  office: null,
  officeHost: null,
  cacheHost: true,
  kmsDomain: null,
  install: { at: 0, over: 0, order: 'even' },
  uptime: null,
  connects: null,
  image: IMAGES.generalized,
  rearm: 'never',
  rebuildEvery: null,
  hardwareChange: null,
  genuine: null,
  activationInterval: PUBLISHED_RULES.activationInterval,
  renewalInterval: PUBLISHED_RULES.renewalInterval,
};

/** A group as tests say it: a change of hardware happens for sure unless its chance is given. */
export type GroupSketch = Omit<Partial<GroupParameters>, 'hardwareChange' | 'image'> & {
  readonly image?: keyof typeof IMAGES | Partial<ImageParameters>;
  readonly hardwareChange?:
    | (Omit<HardwareChangeParameters, 'chance'> & Partial<HardwareChangeParameters>)
    | null;
};

/** A domain as tests say it: a controller in the core, its objects made at the start over the Internet. */
export interface DomainSketch {
  readonly controllers?: readonly string[];
  readonly objects?: Record<string, Partial<ActivationObjectParameters> & { readonly key: string }>;
}

function domainOf({ controllers = ['core'], objects = {} }: DomainSketch): DomainParameters {
  return { controllers, objects: mapOf(objects, { at: 0, activateBy: 'internet' } as const) };
}

export interface EstateSketch {
  readonly duration?: number;
  readonly seed?: string;
  readonly replication?: number;
  readonly firstWeekday?: number;
  readonly rules?: Partial<Rules>;
  readonly networks?: Record<string, Partial<NetworkParameters>>;
  readonly links?: Record<string, LinkParameters>;
  readonly zones?: Record<string, Partial<ZoneParameters>>;
  readonly keys?: Record<string, KeyParameters>;
  readonly hosts?: Record<string, Partial<HostParameters>>;
  readonly groups?: Record<string, GroupSketch>;
  readonly vamts?: Record<string, VamtParameters>;
  readonly domains?: Record<string, DomainSketch>;
  readonly timeline?: readonly TimelineEntry[];
  readonly failures?: Record<string, Partial<FailureParameters> & Pick<FailureParameters, 'every' | 'for'>>;
  readonly prices?: Prices;
}

const CORE: Record<string, Partial<NetworkParameters>> = { core: {} };

/** Fills in what a sketch leaves out. A network is connected to the Internet and asks the zone `corp`. */
export function estate(sketch: EstateSketch): EstateParameters {
  return {
    seed: sketch.seed ?? '42',
    replication: sketch.replication ?? 0,
    duration: sketch.duration ?? days(1),
    firstWeekday: sketch.firstWeekday ?? 0,
    rules: { ...PUBLISHED_RULES, ...sketch.rules },
    networks: mapOf(sketch.networks ?? CORE, { zone: 'corp', internet: true }),
    links: mapOf(sketch.links ?? {}, {}),
    zones: mapOf(sketch.zones ?? { corp: {} }, {
      network: 'core',
      updateRights: 'all',
      dynamicUpdate: true,
      records: [],
    } as const),
    keys: mapOf(
      sketch.keys ?? { 'kms-key': { type: 'kms', group: 'server-c', hosts: 6, activationsPerHost: 10 } },
      {},
    ) as ReadonlyMap<string, KeyParameters>,
    hosts: mapOf(sketch.hosts ?? { 'kms-1': {} }, HOST),
    groups: mapOf(mapValues(sketch.groups ?? {}, completed), GROUP),
    vamts: mapOf(sketch.vamts ?? {}, {}) as ReadonlyMap<string, VamtParameters>,
    domains: mapOf(mapValues(sketch.domains ?? {}, domainOf), {}) as EstateParameters['domains'],
    timeline: sketch.timeline ?? [],
    failures: mapOf(sketch.failures ?? {}, {
      distribution: 'exponential',
      shape: 1,
      spread: 1,
      first: 'random',
    }) as ReadonlyMap<string, FailureParameters>,
    prices: sketch.prices ?? null,
  };
}

function completed(group: GroupSketch): Partial<GroupParameters> {
  const { hardwareChange, image, ...rest } = group;
  return {
    ...rest,
    ...(image !== undefined && {
      image: typeof image === 'string' ? IMAGES[image] : { ...IMAGES.generalized, ...image },
    }),
    ...(hardwareChange !== undefined && {
      hardwareChange: hardwareChange === null ? null : { chance: 1, ...hardwareChange },
    }),
  };
}

function mapValues<From, To>(
  entries: Record<string, From>,
  convert: (value: From) => To,
): Record<string, To> {
  return Object.fromEntries(Object.entries(entries).map(([name, value]) => [name, convert(value)]));
}

function mapOf<Part extends object, Whole extends object>(
  entries: Record<string, Part>,
  defaults: Whole,
): ReadonlyMap<string, Whole & Part> {
  return new Map(Object.entries(entries).map(([name, part]) => [name, { ...defaults, ...part }]));
}
