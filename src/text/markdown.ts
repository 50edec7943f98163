import { plainText } from './plain-text.ts';
import { escapeInvisible } from './visible-text.ts';

const TITLE_LIMIT = 120;
const CODE_LIMIT = 2000;

/**
 * A text as Markdown shows it: nothing in it is markup, a link, HTML or the edge of a table's cell, and what cannot be
 * seen is shown as its code point, because Markdown is also read on a terminal.
 */
export function escapeMarkdown(text: string): string {
  return escapeInvisible(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('://', '&#58;//')
    .replace(/[\\`*_[\]|~#!]/g, '\\$&');
}

/** A text in which names between backquotes become code; nothing else is markup. */
export function inlineMarkdown(text: string): string {
  return text
    .split('`')
    .map((part, index) => (index % 2 === 1 ? `\`${escapeInvisible(part)}\`` : escapeMarkdown(part)))
    .join('');
}

/** The heading of a whole text; the title is untrusted. */
export function titleLine(title: string): string {
  return `# ${escapeMarkdown(plainText(title, TITLE_LIMIT))}`;
}

/**
 * A table, as lines.
 *
 * @param rows cells as Markdown, the header first
 * @param texts how many columns are aligned to the left; those after them, of numbers, are aligned to the right
 */
export function markdownTable([header, ...rows]: readonly (readonly string[])[], texts: number): string[] {
  const rule = header.map((_, column) => (column < texts ? '---' : '---:'));
  return [header, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |`);
}

/** A command as a code block that no content can end. */
export function fenced(code: string): string[] {
  const text = plainText(code, CODE_LIMIT);
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return [`${fence}sh`, text, fence];
}
