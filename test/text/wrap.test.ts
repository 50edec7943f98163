import { expect, test } from 'vitest';
import { wrapped } from '../../src/text/wrap.ts';

test('a text is broken between words, its own line ends and an indent included', () => {
  expect(wrapped('one two three\nfour', 9, '  ')).toEqual(['  one two', '  three', '  four']);
});

test('a word that is longer than a line has one of its own', () => {
  expect(wrapped('a incomprehensible b', 6)).toEqual(['a', 'incomprehensible', 'b']);
});

test('an empty paragraph is an empty line', () => {
  expect(wrapped('a\n\nb', 10, '  ')).toEqual(['  a', '', '  b']);
});
