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
