import { expect, test } from 'vitest';
import { escapeMarkdown, inlineMarkdown } from '../../src/text/markdown.ts';

test('what cannot be seen is shown as its code point, in code too, so that no title drives a terminal', () => {
  expect(escapeMarkdown('a\u202Eb \u001B[31m \ud800')).toBe('a\\\\u202Eb \\\\u001B\\[31m \\\\uD800');
  expect(inlineMarkdown('`x\u200By` is *late*\u202E')).toBe('`x\\u200By` is \\*late\\*\\\\u202E');
});
