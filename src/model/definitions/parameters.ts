import type { Minute, Minutes } from '../../engine/time.ts';
import type { FailureParameters } from './failure-parameters.ts';
import type { KeyGroup } from './key-groups.ts';
import type { OfficeVersion } from './office.ts';
import type { ConnectionParameters, UptimeParameters } from './presence-parameters.ts';
import type { Rules } from './rules.ts';
import type { SystemName } from './systems.ts';
import type { UpdateName } from './updates.ts';

/**
 * What an estate is made of: plain data, complete (every default filled in) and checked. Collections are maps
 * keyed by name; order is that of the scenario file and decides order within a minute. All times are minutes.
 */
export interface EstateParameters {
  /** Names the experiment for the keyed random draws. */
  readonly seed: string;
  /** Numbers the independent repetition, from 0. */
  readonly replication: number;
  /** The run covers the minutes 0 .. duration - 1. */
  readonly duration: Minutes;
  /** Day of the week of minute 0: 0 is Monday, 6 Sunday. */
  readonly firstWeekday: number;
  readonly rules: Rules;
  readonly networks: ReadonlyMap<string, NetworkParameters>;
  readonly links: ReadonlyMap<string, LinkParameters>;
  readonly zones: ReadonlyMap<string, ZoneParameters>;
  readonly keys: ReadonlyMap<string, KeyParameters>;
  readonly hosts: ReadonlyMap<string, HostParameters>;
  readonly groups: ReadonlyMap<string, GroupParameters>;
  readonly vamts: ReadonlyMap<string, VamtParameters>;
  readonly domains: ReadonlyMap<string, DomainParameters>;
  readonly timeline: readonly TimelineEntry[];
  /** Random failures by the name of what fails. */
  readonly failures: ReadonlyMap<string, FailureParameters>;
  /** Failures that are left out, by what fails and their numbers from 0; no scenario says it, `vasim explain` does. */
  readonly sparedFailures?: ReadonlyMap<string, ReadonlySet<number>>;
  /** `null`: nothing is priced. */
  readonly prices: Prices | null;
}

export interface NetworkParameters {
  /** The DNS zone that its computers ask and its hosts publish to. */
  readonly zone: string | null;
  /** Whether Microsoft's service can be reached from it. */
  readonly internet: boolean;
}

/** What a link can let through; `ldap` is all that a member of a domain needs of a domain controller. */
export const SERVICES = ['kms', 'dns', 'wmi', 'ldap'] as const;
export type Service = (typeof SERVICES)[number];

/** Lets computers of `from` open connections to computers of `to`; nothing is forwarded further. */
export interface LinkParameters {
  readonly from: string;
  readonly to: string;
  readonly allow: readonly Service[];
}

export interface ZoneParameters {
  /** The network that the zone's server stands on. */
  readonly network: string;
  /** Who may change the zone's SRV record of the KMS service: every host, or only the first that made one. */
  readonly updateRights: 'all' | 'first-host';
  /** Whether hosts may update the zone at all (RFC 2136). */
  readonly dynamicUpdate: boolean;
  /** KMS hosts whose SRV records an administrator made by hand; they are there from the start. */
  readonly records: readonly string[];
}

export type KeyParameters = KmsKeyParameters | MakKeyParameters;

export interface KmsKeyParameters {
  readonly type: 'kms';
  readonly group: KeyGroup;
  /** Hosts that the key may activate. */
  readonly hosts: number;
  /** Activations of one host, the first included. */
  readonly activationsPerHost: number;
}

export interface MakKeyParameters {
  readonly type: 'mak';
  readonly group: KeyGroup;
  /** The pool: activations with Microsoft. */
  readonly activations: number;
}

export type Channel = 'internet' | 'telephone';

export interface HostParameters {
  readonly network: string;
  readonly os: SystemName;
  readonly key: string;
  readonly online: Minute;
  readonly activateBy: Channel;
  readonly virtual: boolean;
  /** Whether it publishes to its own network's zone. */
  readonly publish: boolean;
  /** Zones that it publishes to besides. */
  readonly publishTo: readonly string[];
  readonly port: number;
  /** Of its SRV records (RFC 2782), which clients from Windows 7 on heed: the lowest priority is asked first. */
  readonly priority: number;
  /** Share of the clients among hosts of one priority; 0: asked last of them. */
  readonly weight: number;
  /** Given to clients with every count. */
  readonly activationInterval: Minutes;
  readonly renewalInterval: Minutes;
  /** Whether requests of virtual machines add to its count; `null`: as its system and the policy have it. */
  readonly countsVirtual: boolean | null;
  /** KMS keys of Office that it has besides its own. */
  readonly officeKeys: readonly string[];
  /** Installed from the start; they decide what its system can serve, and whether it counts virtual machines. */
  readonly updates: readonly UpdateName[];
}

export interface GroupParameters {
  readonly count: number;
  /** Names of its machines where they have their own; `null`: GROUP-0001 and so on. */
  readonly names: readonly string[] | null;
  readonly os: SystemName;
  readonly network: string;
  /** The domain that its machines are members of; `null`: a workgroup. */
  readonly domain: string | null;
  readonly virtual: boolean;
  readonly method: MethodParameters;
  /** A KMS host set by hand: discovery is off. */
  readonly host: string | null;
  /** The volume edition of Office on its machines; `null`: none. */
  readonly office: OfficeVersion | null;
  /** The KMS host that Office was given by hand. */
  readonly officeHost: string | null;
  /** Whether a host that answered is asked again first. */
  readonly cacheHost: boolean;
  /** The DNS zone that is asked instead of that of the network; `null`: that of the network. */
  readonly kmsDomain: string | null;
  readonly install: InstallParameters;
  /** `null`: always on. */
  readonly uptime: UptimeParameters | null;
  /** `null`: always connected. */
  readonly connects: ConnectionParameters | null;
  readonly image: ImageParameters;
  /** Whether a machine whose grace ends is rearmed while rearms are left. */
  readonly rearm: 'never' | 'at-expiry';
  /** `null`: never rebuilt. */
  readonly rebuildEvery: Minutes | null;
  readonly hardwareChange: HardwareChangeParameters | null;
  readonly genuine: GenuineParameters | null;
  /** The client's own intervals, in force until a host sends its. */
  readonly activationInterval: Minutes;
  readonly renewalInterval: Minutes;
}

/** The image that machines are installed from. */
export interface ImageParameters {
  /** `shared`: all machines have the image's CMID until one is rearmed; it was not generalized (KB 929829). */
  readonly cmid: 'own' | 'shared';
  /** OOBGrace that had passed in the image, with `SkipRearm=1`. */
  readonly graceUsed: Minutes;
  /** Rearms that were spent in the image. */
  readonly rearmsUsed: number;
}

/** How the machines of a group are activated. */
export type MethodParameters =
  | { readonly type: 'kms' }
  | { readonly type: 'mak'; readonly key: string; readonly by: Channel }
  | { readonly type: 'mak-proxy'; readonly key: string; readonly vamt: string }
  /** `on`: the group of Hyper-V hosts that its machines run on. */
  | { readonly type: 'avma'; readonly on: string }
  | { readonly type: 'none' };

/** Parts whose replacement is told apart; `minor` never matters. */
export const HARDWARE_PARTS = ['disk', 'motherboard', 'minor'] as const;
export type HardwarePart = (typeof HARDWARE_PARTS)[number];

/** Each machine's hardware changes every so often, counted from its installation. */
export interface HardwareChangeParameters {
  readonly every: Minutes;
  readonly part: HardwarePart;
  /** That it happens at all when its time comes: 0 to 1. */
  readonly chance: number;
}

export type GenuineResult = 'genuine' | 'non-genuine';

/** An online validation by Windows Genuine Advantage (Vista only). */
export interface GenuineParameters {
  readonly validate: Minute;
  readonly result: GenuineResult;
}

/** A computer with the Volume Activation Management Tool. */
export interface VamtParameters {
  readonly network: string;
  readonly every: Minutes;
  readonly via: Channel | 'removable-media';
  /** From export to import of the removable media; 0 for the other ways. */
  readonly roundTrip: Minutes;
  readonly keepsConfirmations: boolean;
}

/** An Active Directory domain, with the activation objects of its forest. */
export interface DomainParameters {
  /** The networks that its domain controllers are on. */
  readonly controllers: readonly string[];
  /** Activation objects by name. */
  readonly objects: ReadonlyMap<string, ActivationObjectParameters>;
}

/** A KMS host key that an administrator gives to Active Directory, for Microsoft to activate. */
export interface ActivationObjectParameters {
  readonly key: string;
  /** When it is made. */
  readonly at: Minute;
  readonly activateBy: Channel;
}

export interface InstallParameters {
  readonly at: Minute;
  readonly over: Minutes;
  readonly order: 'even' | 'random';
}

/** An entry of the timeline; `for: null` means to the end of the run. */
export type TimelineEntry = { readonly at: Minute } & TimelineAction;

export type TimelineAction =
  | {
      readonly type: 'down';
      readonly target: string;
      /** With the Internet: the network that loses it; absent: all. */
      readonly network?: string;
      readonly for: Minutes | null;
    }
  | {
      readonly type: 'block';
      readonly link: string;
      readonly services: readonly Service[];
      readonly for: Minutes | null;
    }
  | { readonly type: 'move'; readonly host: string }
  /** `to`: the host that gets the rights; absent: all. */
  | { readonly type: 'grant'; readonly zone: string; readonly to?: string }
  | { readonly type: 'retire'; readonly group: string; readonly count: number | null }
  /** `image`: another one from now on; absent: the same. */
  | { readonly type: 'rebuild'; readonly group: string; readonly image?: ImageParameters }
  | { readonly type: 'activate'; readonly group: string }
  | { readonly type: 'convert'; readonly group: string; readonly method: MethodParameters }
  | { readonly type: 'raise'; readonly key: string; readonly activations: number; readonly hosts: number }
  /** `key`: another one; absent: the same again. */
  | { readonly type: 'rekey'; readonly host: string; readonly key?: string }
  | { readonly type: 'validate'; readonly group: string; readonly result: GenuineResult }
  | { readonly type: 'rearm'; readonly group: string }
  /** `host`: the KMS host set by hand; `null`: discovery again. */
  | { readonly type: 'point'; readonly group: string; readonly host: string | null }
  | { readonly type: 'unpublish'; readonly host: string }
  /** `updates`: what is installed; absent: that with which a host counts virtual machines. */
  | { readonly type: 'update'; readonly host: string; readonly updates?: readonly UpdateName[] }
  | { readonly type: 'upgrade'; readonly group: string; readonly os: SystemName }
  | { readonly type: 'join'; readonly group: string; readonly domain: string }
  | { readonly type: 'leave'; readonly group: string }
  /** `subject`: a machine group or a KMS host. */
  | { readonly type: 'relocate'; readonly subject: string; readonly network: string };

/** What things cost, in one currency. */
export interface Prices {
  readonly currency: string;
  readonly host: number;
  readonly makActivation: number;
  readonly call: number;
  readonly unlicensedDay: number;
  readonly notificationDay: number;
}

/** Targets of `down` that no scenario declares. */
export const MICROSOFT = 'microsoft';
export const INTERNET = 'internet';
