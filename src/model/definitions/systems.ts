import { Condition } from './conditions.ts';
import type { Family } from './families.ts';
import type { KeyGroup } from './key-groups.ts';
import type { RuleNameOf } from './rules.ts';

/**
 * A system that Volume Activation knows: everything in which it differs from others. Numbers are named, not
 * written: each is a rule of `rules.ts`, which a scenario's `policy` may override.
 */
export interface System {
  /** As Windows names it, for people. */
  readonly title: string;
  readonly family: Family;
  /** OOBGrace, from installation; a rule of 0 minutes means that it starts in its end state. */
  readonly initialGrace: RuleNameOf<'minutes'>;
  /** OOTGrace, from the end of a KMS activation or a change of hardware. */
  readonly graceAfterExpiry: RuleNameOf<'minutes'>;
  /** The condition in which a grace period ends. */
  readonly endState: Condition;
  /** What it is as an activated machine; `null` for a system that is only a KMS host here. */
  readonly client: ClientSide | null;
  /** What it is as a KMS host; `null` for a system that cannot be one. */
  readonly host: HostSide | null;
}

export interface ClientSide {
  /** The group whose keys activate it. */
  readonly keyGroup: KeyGroup;
  /** The activation threshold ("N-policy") that it asks a KMS host with. */
  readonly threshold: RuleNameOf<'count'>;
  /** How often it may be rearmed. */
  readonly rearms: RuleNameOf<'count'>;
  /** Whether Windows Genuine Advantage validates it online and can find it Non-Genuine. */
  readonly validatedOnline: boolean;
}

export interface HostSide {
  /** Client key groups that the system can serve, with a KMS key that serves them too. */
  readonly serves: readonly KeyGroup[];
  /** Whether requests of virtual machines add to its count. */
  readonly countsVirtual: RuleNameOf<'switch'>;
}

/** What the systems of a family have in common. */
const VISTA = {
  family: 'vista',
  initialGrace: 'vistaInitialGrace',
  graceAfterExpiry: 'outOfToleranceGrace',
  endState: Condition.Notification,
  client: { keyGroup: 'client', threshold: 'vistaThreshold', rearms: 'vistaRearms', validatedOnline: true },
  host: { serves: ['client'], countsVirtual: 'countVirtualMachines' },
} as const satisfies Partial<System>;

/** Vista Enterprise may be rearmed more often (Planning Guide, Test/Development Labs). */
const VISTA_ENTERPRISE = {
  ...VISTA,
  client: { ...VISTA.client, rearms: 'vistaEnterpriseRearms' },
} as const;

const SERVER_CLIENT = {
  threshold: 'serverThreshold',
  rearms: 'serverRearms',
  validatedOnline: false,
} as const;
const SERVER_HOST = {
  serves: ['client', 'server-a', 'server-b', 'server-c'],
  countsVirtual: 'countVirtualMachines',
} as const;

const SERVER_2008 = {
  family: 'server-2008',
  initialGrace: 'serverInitialGrace',
  graceAfterExpiry: 'outOfToleranceGrace',
  endState: Condition.Notification,
  host: SERVER_HOST,
} as const satisfies Partial<System>;

const SERVER_A = { ...SERVER_2008, client: { ...SERVER_CLIENT, keyGroup: 'server-a' } } as const;
const SERVER_B = { ...SERVER_2008, client: { ...SERVER_CLIENT, keyGroup: 'server-b' } } as const;
const SERVER_C = { ...SERVER_2008, client: { ...SERVER_CLIENT, keyGroup: 'server-c' } } as const;

/** KMS 1.0 serves Vista only; 1.1, of March 2008, Server 2008 as well (Planning Guide; Volume Activation 2.0 Changes). */
const SERVER_2003 = {
  family: 'server-2003',
  initialGrace: 'server2003InitialGrace',
  graceAfterExpiry: 'outOfToleranceGrace',
  endState: Condition.Notification,
  client: null,
  host: SERVER_HOST,
} as const satisfies Partial<System>;

/** The end state before Vista SP1: reduced functionality mode. */
const REDUCED_FUNCTIONALITY = { endState: Condition.Unlicensed } as const;

/**
 * The systems of the Volume Activation 2.0 period, a row each; editions without Hyper-V are not told apart. A
 * system is added by a row here, with its rules in `rules.ts` and, where they are new, its key group and family.
 */
export const SYSTEMS = {
  'vista-business': { ...VISTA, ...REDUCED_FUNCTIONALITY, title: 'Windows Vista Business' },
  'vista-enterprise': { ...VISTA_ENTERPRISE, ...REDUCED_FUNCTIONALITY, title: 'Windows Vista Enterprise' },
  'vista-business-sp1': { ...VISTA, title: 'Windows Vista Business SP1' },
  'vista-enterprise-sp1': { ...VISTA_ENTERPRISE, title: 'Windows Vista Enterprise SP1' },
  'server-2008-web': { ...SERVER_A, title: 'Windows Web Server 2008' },
  'server-2008-standard': { ...SERVER_B, title: 'Windows Server 2008 Standard' },
  'server-2008-enterprise': { ...SERVER_B, title: 'Windows Server 2008 Enterprise' },
  'server-2008-datacenter': { ...SERVER_C, title: 'Windows Server 2008 Datacenter' },
  'server-2008-itanium': { ...SERVER_C, title: 'Windows Server 2008 for Itanium-Based Systems' },
  'server-2003-kms-1.0': {
    ...SERVER_2003,
    title: 'Windows Server 2003 with KMS 1.0',
    host: { ...SERVER_HOST, serves: ['client'] },
  },
  'server-2003': { ...SERVER_2003, title: 'Windows Server 2003 with KMS 1.1' },
} as const satisfies Record<string, System>;

export type SystemName = keyof typeof SYSTEMS;
