/**
 * Text on charts comes from scenarios that anyone may have written: it is kept on one line and short. The
 * canvas draws it as it is, so nothing in it is ever run.
 */

/** On one line, without control and formatting characters, and at most `limit` characters long. */
export function shortText(text: string, limit: number): string {
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

/** A number and what it counts: `1 computer`, `1,200 computers`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${groupThousands(count)} ${count === 1 ? one : many}`;
}

/** 1200 as `1,200`. Written out, not asked of the machine's locale: pictures are the same everywhere. */
export function groupThousands(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** About how wide a text is in pixels, on the safe side: a letter is 0.62 of the size, a CJK one the whole. */
export function estimatedWidth(text: string, fontSize: number): number {
  let letters = 0;
  for (const character of text) letters += character.codePointAt(0)! < 0x1100 ? 0.62 : 1;
  return letters * fontSize;
}

/** Notes as sentences of a paragraph `width` pixels wide: as many to a line as have room, and at least one. */
export function sentenceLines(notes: readonly string[], width: number, fontSize: number): string[] {
  const lines: string[] = [];
  for (const note of notes) {
    const sentence = `${note[0].toUpperCase()}${note.slice(1)}.`;
    const longer = `${lines.at(-1)} ${sentence}`;
    if (lines.length > 0 && estimatedWidth(longer, fontSize) <= width) lines[lines.length - 1] = longer;
    else lines.push(sentence);
  }
  return lines;
}
