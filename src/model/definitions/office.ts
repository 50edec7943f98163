import type { KeyGroup } from './key-groups.ts';
import type { RuleNameOf } from './rules.ts';

/**
 * Volume editions of Office, each an application with an activation of its own ("Activate volume licensed versions of
 * Office by using KMS"). What they have in common are rules; they differ in the key and the pack that a host needs.
 */
export interface OfficeRow {
  readonly title: string;
  /** The group of the KMS host key, which comes with the version's volume license pack. */
  readonly keyGroup: KeyGroup;
}

export const OFFICE = {
  2010: { title: 'Office 2010', keyGroup: 'office-2010' },
  2013: { title: 'Office 2013', keyGroup: 'office-2013' },
  2016: { title: 'Office 2016', keyGroup: 'office-2016' },
  2019: { title: 'Office 2019', keyGroup: 'office-2019' },
  2021: { title: 'Office LTSC 2021', keyGroup: 'office-2021' },
  2024: { title: 'Office LTSC 2024', keyGroup: 'office-2024' },
} as const satisfies Record<number, OfficeRow>;

export type OfficeVersion = keyof typeof OFFICE;

export const OFFICE_VERSIONS = Object.keys(OFFICE).map(Number) as OfficeVersion[];

/** The rules of every version. */
export const OFFICE_RULES = {
  threshold: 'officeThreshold',
  initialGrace: 'officeInitialGrace',
  graceAfterExpiry: 'officeOutOfToleranceGrace',
  rearms: 'officeRearms',
} as const satisfies Record<string, RuleNameOf<'count'> | RuleNameOf<'minutes'>>;
