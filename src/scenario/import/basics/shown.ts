/** Characters of a foreign text that are shown. */
const LONGEST = 64;

/**
 * A text from an inventory as messages and comments may show it: one line, no control, format or unassigned
 * characters, cut short, and with a quote in front of what a spreadsheet would take for a formula (`= + - @`).
 */
export function shown(text: string): string {
  const line = text.replace(/[\p{C}\p{Z}]+/gu, ' ').trim();
  const cut = line.length > LONGEST ? `${[...line].slice(0, LONGEST - 3).join('')}...` : line;
  return /^[=+\-@]/.test(cut) ? `'${cut}` : cut;
}

/** `1 computer`, `2 computers`; nouns with another plural say it. */
export function counted(count: number, noun = 'computer', plural = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : plural}`;
}
