import { Condition } from './conditions.ts';
import { LATER_SYSTEMS } from './later-systems.ts';
import type { System, Updatable } from './system.ts';
import type { UpdateName } from './updates.ts';

/** What the systems of a family have in common. */
const VISTA = {
  family: 'vista',
  initialGrace: 'vistaInitialGrace',
  graceAfterExpiry: 'outOfToleranceGrace',
  endState: Condition.Notification,
  client: { keyGroup: 'client', threshold: 'vistaThreshold', rearms: 'vistaRearms', validatedOnline: true },
  host: {
    serves: ['client'],
    servesUpdated: { 'windows-7': ['KB968912'] },
    countsVirtual: 'countVirtualMachines',
  },
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

/** Windows 7 and Server 2008 R2, which a host of an earlier system serves with an update. */
function windows7With<const Update extends UpdateName>(update: Update) {
  return {
    'windows-7': [update],
    'server-2008-r2-a': [update],
    'server-2008-r2-b': [update],
    'server-2008-r2-c': [update],
  } as const satisfies Updatable;
}

const SERVER_2008 = {
  family: 'server-2008',
  initialGrace: 'serverInitialGrace',
  graceAfterExpiry: 'outOfToleranceGrace',
  endState: Condition.Notification,
  host: { ...SERVER_HOST, servesUpdated: windows7With('KB968912') },
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
  host: { ...SERVER_HOST, servesUpdated: windows7With('KB968915') },
} as const satisfies Partial<System>;

/** The end state before Vista SP1: reduced functionality mode. */
const REDUCED_FUNCTIONALITY = { endState: Condition.Unlicensed } as const;

/**
 * The systems, a row each; those after Server 2008 are in `later-systems.ts`. Editions without Hyper-V are not told
 * apart. A system is added by a row, with its rules in `rules.ts` and, where they are new, its key group and family.
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
    host: {
      ...SERVER_HOST,
      serves: ['client'],
      // KMS 1.2, which includes 1.1.
      servesUpdated: {
        'server-a': ['KB968915'],
        'server-b': ['KB968915'],
        'server-c': ['KB968915'],
        ...windows7With('KB968915'),
      },
    },
  },
  'server-2003': { ...SERVER_2003, title: 'Windows Server 2003 with KMS 1.1' },
  ...LATER_SYSTEMS,
} as const satisfies Record<string, System>;

export type SystemName = keyof typeof SYSTEMS;
