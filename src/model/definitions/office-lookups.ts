import type { KeyGroup } from './key-groups.ts';
import { OFFICE, OFFICE_VERSIONS, type OfficeVersion } from './office.ts';
import { type HostLevel, keyFitsHost } from './system-lookups.ts';
import type { UpdateName } from './updates.ts';

/** The version that a key group activates; `null` for a group of Windows. */
export function officeOfKey(group: KeyGroup): OfficeVersion | null {
  return OFFICE_VERSIONS.find((version) => OFFICE[version].keyGroup === group) ?? null;
}

/** Updates one of which the pack of Office 2013 needs on hosts of Windows 7 and Server 2008 R2. */
const PACK_2013: readonly UpdateName[] = ['KB2757817', 'KB3079821'];

/** Whether a version's key and pack work on a host. */
export function officeKeyWorks(version: OfficeVersion, { os, updates = [] }: HostLevel): boolean {
  if (!keyFitsHost(OFFICE[version].keyGroup, os)) return false;
  const isOld = os.startsWith('windows-7-') || os.startsWith('server-2008-r2-');
  return version !== 2013 || !isOld || updates.some((update) => PACK_2013.includes(update));
}
