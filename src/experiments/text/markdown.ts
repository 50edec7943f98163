import { plainText } from '../comparison/text.ts';

const CODE_LIMIT = 2000;

/** A command as a code block that no content can end. */
export function fenced(code: string): string[] {
  const text = plainText(code, CODE_LIMIT);
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return [`${fence}sh`, text, fence];
}
