import type { Estate } from '../../model/definitions/estate.ts';
import { plural } from '../../text/plural.ts';
import { type OfficeTotals, officeTotals } from '../figures/office-figures.ts';
import { hasOffice } from '../tables/office-table.ts';

/** What became of Office in a run that has ended, as a sentence without its period; `null` of an estate without it. */
export function officeWords(estate: Estate): string | null {
  return hasOffice(estate.parameters) ? outcomeOf(officeTotals(estate)) : null;
}

function outcomeOf({
  total,
  everLicensed,
  everNotification,
  countTooLow,
  failedAttempts,
}: OfficeTotals): string {
  const ended = everNotification === 0 ? 'on none' : `on ${everNotification}`;
  const trouble = [
    ...(countTooLow === 0
      ? []
      : [`${plural(countTooLow, 'contact')} answered with too low a count of Office`]),
    ...(failedAttempts === 0 ? [] : [`${plural(failedAttempts, 'contact')} refused or without a host`]),
  ];
  const tail = trouble.length === 0 ? '' : ` (${trouble.join(', ')})`;
  return `Office was licensed on ${everLicensed} of ${plural(total, 'machine')}, and reached Notification ${ended}${tail}`;
}
