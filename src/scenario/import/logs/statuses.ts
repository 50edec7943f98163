/** License statuses as WMI numbers them, by the words of scripts and of Windows. */
const STATUSES: readonly (readonly [pattern: RegExp, status: number])[] = [
  [/unlicensed|rfm|reduced/i, 0],
  [/non.?genuine|genuine.?grace/i, 4],
  [/oot|tolerance|additional|expiration/i, 3],
  [/oob|initial|grace/i, 2],
  [/notification/i, 5],
  [/licensed|activated/i, 1],
];

/** The status that a cell says: a number from 0 to 6, or words; null for neither. */
export function readStatus(cell: string): number | null {
  const text = cell.trim();
  if (/^[0-6]$/.test(text)) return Number(text);
  return STATUSES.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}

/** The minutes that a cell says: a number, or a time span of .NET (`29.20:40:00`); null for neither. */
export function readMinutes(cell: string): number | null {
  const text = cell.trim();
  if (/^\d{1,9}$/.test(text)) return Number(text);
  const span = /^(?:(\d{1,5})[.:\s])?(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?$/.exec(text);
  if (span === null) return null;
  return Number(span[1] ?? 0) * 1440 + Number(span[2]) * 60 + Number(span[3]);
}
