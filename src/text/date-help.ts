/** Numbers of a date in another order or with other separators. */
const OTHER_DATE = /^(\d{1,4})([./-])(\d{1,2})\2(\d{1,4})$/;

/** How a date in another form is written here; `undefined` when the text is no date of any known form. */
export function isoHelp(text: string): string | undefined {
  const match = OTHER_DATE.exec(text.trim());
  if (match === null) return undefined;
  const [first, separator, second, third] = match.slice(1);
  const [year, month, day] =
    first.length === 4
      ? [first, second, third]
      : Number(first) > 12 || separator === '.'
        ? [third, second, first]
        : [third, first, second];
  if (year.length !== 4 || Number(month) > 12 || Number(day) > 31) return undefined;
  return `write \`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}\` (year, month, day)`;
}
