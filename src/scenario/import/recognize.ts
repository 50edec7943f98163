import type { SystemName } from '../../model/definitions/systems/systems.ts';
import type { InventoryRecord } from './inventory.ts';
import { readServicePack, servicePackInName, servicePackOfBuild } from './service-packs.ts';

/** What a computer's system is to Volume Activation 2.0. */
export type Recognition =
  | { readonly edition: SystemName }
  /** It is no machine of the scenario, and why. */
  | { readonly reason: string }
  /** A volume edition of Vista of which neither service pack nor build is known. */
  | { readonly before: VistaEdition };

type VistaEdition = 'vista-business' | 'vista-enterprise';

/** The reason of computers that may be KMS hosts. */
export const SERVER_2003 = 'Windows Server 2003';
/** The reason of Vista without a service pack where only some rows tell it. */
export const NO_SERVICE_PACK = 'Windows Vista, neither service pack nor build is given';

const NOT_RECOGNIZED = 'not a system that is recognized';
const NO_EDITION = 'the name of the system tells no edition';
const DISAGREE = 'name, version and service pack of the system disagree';

/** Systems that Volume Activation 2.0 does not know. */
const OTHERS: readonly (readonly [pattern: RegExp, reason: string])[] = [
  [/\b2008 ?r2\b/, 'Windows Server 2008 R2'],
  [/\b2003\b/, SERVER_2003],
  [/\bxp\b|\b2000\b|windows (?:9\d|me)\b/, 'a Windows before Vista'],
  [/server 20(?:12|16|19|[2-9]\d)\b/, 'a Windows Server after 2008'],
  [/windows (?:7|8|8\.1|10|11)\b/, 'a Windows after Vista'],
  [/\bmac\b|\bmacos\b|\bos x\b|darwin/, 'macOS'],
  [/linux|ubuntu|debian|red ?hat|centos|suse|fedora|unix|solaris|bsd|esxi?\b|ontap/, 'no Windows'],
  [/windows nt\b/, NO_EDITION],
];

/** Kinds of Windows Server 2008 that are activated otherwise; `FE` is how Small Business Server calls itself. */
const OTHER_SERVERS =
  /small business|\bsbs\b|essential business|foundation|storage|home server|hyper v server|hpc|compute|\bfe\b/;

/** Words in the names of servers, the telling ones first: Enterprise is also made for Itanium. */
const SERVERS: readonly (readonly [pattern: RegExp, edition: SystemName])[] = [
  [/itanium|ia64/, 'server-2008-itanium'],
  [/web/, 'server-2008-web'],
  [/data ?center/, 'server-2008-datacenter'],
  [/enterprise/, 'server-2008-enterprise'],
  [/standard/, 'server-2008-standard'],
];

/** Recognizes the edition of a system by its name; version and service pack refine that or contradict it. */
export function recognize({ os, servicePack, version }: InventoryRecord): Recognition {
  if (os === '') return { reason: 'no operating system is given' };
  const name = plainName(os);
  const other = OTHERS.find(([pattern]) => pattern.test(name));
  if (other !== undefined) return { reason: other[1] };
  const release = /^\s*(\d{1,2}\.\d+)/.exec(version)?.[1];
  if (/\bvista\b/.test(name)) {
    if (release !== undefined && release !== '6.0') return { reason: DISAGREE };
    return recognizeVista(name, servicePack, version);
  }
  if (!/server/.test(name)) return { reason: NOT_RECOGNIZED };
  const isNamed2008 = /\b2008\b/.test(name);
  if (release === '6.0' || (isNamed2008 && release === undefined)) return recognizeServer(name);
  if (isNamed2008) return { reason: DISAGREE };
  return { reason: release === '6.1' ? 'Windows Server 2008 R2' : NOT_RECOGNIZED };
}

/** Lower case, without trade marks in any spelling: exports in ASCII have a question mark in their place. */
function plainName(os: string): string {
  const unmarked = os
    .replace(/\((?:r|tm|c)\)|[®™©]/giu, ' ')
    .normalize('NFKC')
    .toLowerCase();
  return unmarked
    .replace(/[^\p{L}\p{N}.]+/gu, ' ')
    .replace(/\bmicrosoft\b/g, ' ')
    .replace(/ +/g, ' ')
    .trim();
}

function recognizeServer(name: string): Recognition {
  if (OTHER_SERVERS.test(name))
    return { reason: 'a kind of Windows Server 2008 without volume edition here' };
  const found = SERVERS.find(([pattern]) => pattern.test(name));
  return found === undefined ? { reason: NO_EDITION } : { edition: found[1] };
}

function recognizeVista(name: string, servicePack: string | null, version: string): Recognition {
  if (/home|ultimate|starter/.test(name))
    return { reason: 'an edition of Windows Vista without volume license' };
  const edition = /enterprise/.test(name) ? 'vista-enterprise' : 'vista-business';
  if (!/enterprise|business/.test(name)) return { reason: NO_EDITION };
  const written = readServicePack(servicePack ?? '');
  if (written === undefined) return { reason: 'a service pack that is not understood' };
  const told = [servicePackInName(name), servicePackOfBuild(version), written].filter(
    (pack) => pack !== null,
  );
  const packs = new Set(told.map((pack) => (pack ?? 0) > 0));
  if (packs.size > 1) return { reason: DISAGREE };
  if (packs.size === 0 && servicePack === null) return { before: edition };
  return { edition: packs.has(true) ? `${edition}-sp1` : edition };
}
