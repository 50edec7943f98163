import type { Estate } from '../../model/definitions/estate.ts';
import { plural } from '../../text/plural.ts';
import { type OfficeTotals, officeTotals } from '../figures/office-figures.ts';
import { hasOffice } from '../tables/office-table.ts';

/** What became of Office in a run that has ended, as a sentence without its period; `null` of an estate without it. */
export function officeWords(estate: Estate): string | null {
  return hasOffice(estate.parameters) ? outcomeOf(officeTotals(estate)) : null;
}

/**
 * What is wrong with Office at the end of a run and why, as a sentence without its period; `null` where nothing is.
 */
export function officeTrouble(estate: Estate): string | null {
  if (!hasOffice(estate.parameters)) return null;
  const totals = officeTotals(estate);
  if (totals.everLicensed === totals.total && totals.everNotification === 0) return null;
  return `${outcomeOf(totals)}${reasonFor(totals, estate)}`;
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

function reasonFor({ countTooLow, failedAttempts }: OfficeTotals, { rules }: Estate): string {
  if (countTooLow > 0)
    return `: a KMS host has a count of Office apart from that of Windows, which must reach ${rules.officeThreshold}`;
  if (failedAttempts > 0)
    return ': a KMS host serves Office only with a key of its version, on a system that takes it';
  return '';
}
