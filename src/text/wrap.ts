/**
 * Breaks a text into lines between words. Its own line ends stay; a word that is longer than a line has one of its own.
 *
 * @param width characters of a line, its indent included
 * @param indent what each line begins with
 */
export function wrapped(text: string, width: number, indent = ''): string[] {
  return text
    .trimEnd()
    .split('\n')
    .flatMap((paragraph) => wrapParagraph(paragraph, Math.max(1, width - indent.length)))
    .map((line) => `${indent}${line}`.trimEnd());
}

function wrapParagraph(paragraph: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of paragraph.split(' ')) {
    if (line === '') line = word;
    else if (line.length + 1 + word.length <= width) line += ` ${word}`;
    else {
      lines.push(line);
      line = word;
    }
  }
  return [...lines, line];
}
