import { OFFICE, OFFICE_RULES } from '../../model/definitions/office.ts';
import { plural } from '../../text/plural.ts';
import { contactGap } from '../design/contact-gap.ts';
import type { Design } from '../design/design.ts';
import { type OfficeGroup, officeCountWithin, officeGroups, servesOffice } from '../design/office-groups.ts';

/** Rows of Table 2 for Office, which is activated besides Windows; they are there only where computers have it. */
export const OFFICE_ROWS = {
  'office-total': 'Computers with Office to be activated',
  'office-kms': 'Computers whose Office KMS hosts activate, where its own threshold is met',
  'office-active-directory': 'Computers whose Office Active Directory activates',
  'office-remaining': 'Remaining computers with Office (should be 0)',
} as const;

export type OfficeRow = keyof typeof OFFICE_ROWS;

/** Office of a group for which the design has no working activation. */
export interface OfficeRemaining {
  readonly group: string;
  readonly computers: number;
  /** Why none works for it; a sentence without its full stop. */
  readonly reason: string;
}

/** How the Office of a design is activated: the rows that have computers, and what is left. */
export interface OfficeTable {
  readonly rows: Readonly<Partial<Record<OfficeRow, number>>>;
  readonly remaining: readonly OfficeRemaining[];
}

/** Maps the Office of every machine of a design to what activates it. */
export function officeTable(design: Design): OfficeTable {
  const total = [...design.estate.groups.values()]
    .filter(({ office }) => office !== null)
    .reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return { rows: {}, remaining: [] };
  const groups = officeGroups(design);
  const byKms = groups.reduce((sum, { parameters }) => sum + parameters.count, 0);
  const remaining = groups.flatMap((group) => {
    const reason = whyNotActivated(design, group);
    return reason === null ? [] : [{ group: group.group, computers: group.parameters.count, reason }];
  });
  const left = remaining.reduce((sum, { computers }) => sum + computers, 0);
  return {
    rows: {
      'office-total': total,
      'office-kms': byKms - left,
      ...(total > byKms ? { 'office-active-directory': total - byKms } : {}),
      'office-remaining': left,
    },
    remaining,
  };
}

/** Why KMS does not work for the Office of a group, or `null` when its threshold can be met and it renews in time. */
function whyNotActivated(design: Design, group: OfficeGroup): string | null {
  const { parameters, version, asked } = group;
  const { title } = OFFICE[version];
  if (asked.length === 0) return `${title} finds and reaches no KMS host`;
  const serving = asked.filter((host) => servesOffice(design, host, group));
  if (serving.length === 0) return `no KMS host that it asks has a key of ${title} on a system that takes it`;
  const active = serving.filter((host) => design.isActivated(host));
  if (active.length === 0) return `\`${serving[0]}\` cannot be activated with Microsoft`;
  const threshold = design.estate.rules[OFFICE_RULES.threshold];
  const count = Math.max(...active.map((host) => officeCountWithin(design, host)));
  if (count < threshold)
    return `Office of at most ${plural(count, 'computer')} can count at a host, and ${threshold} are needed`;
  const gap = Math.min(...active.map((host) => contactGap(parameters, design.host(host).renewalInterval)));
  return gap > design.estate.rules.activationValidity
    ? 'connected less than once every 180 days, so its activations lapse'
    : null;
}
