/** Names and texts come from files that anyone may have written: they are shown short and on one line. */

/** Longest name that is shown whole. */
export const NAME_LIMIT = 60;

/** On one line, without control and formatting characters, and at most `limit` characters long. */
export function plainText(text: string, limit = NAME_LIMIT): string {
  const line = text
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .replace(/\p{Cf}/gu, '')
    .trim();
  const characters = [...line];
  if (characters.length <= limit) return line;
  return `${characters
    .slice(0, limit - 1)
    .join('')
    .trimEnd()}…`;
}
