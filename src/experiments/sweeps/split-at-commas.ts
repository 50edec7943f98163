const CLOSING: Readonly<Record<string, string>> = { '[': ']', '{': '}' };

/** The parts of a list, trimmed. Commas within brackets, braces and quotes separate nothing. */
export function splitAtCommas(text: string): string[] {
  const parts: string[] = [];
  const open: string[] = [];
  let quote = '';
  let part = '';
  for (const character of text) {
    if (quote !== '') {
      if (character === quote) quote = '';
    } else if (isQuote(character) && (open.length > 0 || part.trim() === '')) quote = character;
    else if (Object.hasOwn(CLOSING, character)) open.push(CLOSING[character]);
    else if (character === open.at(-1)) open.pop();
    if (character === ',' && quote === '' && open.length === 0) {
      parts.push(part.trim());
      part = '';
    } else part += character;
  }
  return [...parts, part.trim()];
}

/** Within a word an apostrophe is a letter. */
function isQuote(character: string): boolean {
  return character === '"' || character === "'";
}
