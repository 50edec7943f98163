import { describe, expect, it } from 'vitest';
import { sentenceLines } from '../../src/charts/text.ts';
import { plainText } from '../../src/text/plain-text.ts';
import { plural } from '../../src/text/plural.ts';

describe('text of scenarios on charts', () => {
  it('is left alone when it is short', () => {
    expect(plainText('Three branch offices', 20)).toBe('Three branch offices');
  });

  it('ends in an ellipsis when it is cut, and never within a character', () => {
    expect(plainText('Three branch offices', 13)).toBe('Three branch…');
    expect(plainText('😀😀😀😀', 3)).toBe('😀😀…');
  });

  it('stays on one line and cannot turn the direction of what follows', () => {
    expect(plainText('a\n\tb\u0000c\u202ed', 80)).toBe('a b\\u0000c\\u202Ed');
  });

  it('counts in words', () => {
    expect(plural(1, 'computer')).toBe('1 computer');
    expect(plural(1_234_567, 'computer')).toBe('1,234,567 computers');
  });

  it('makes sentences of notes, and lines of those that have room for them', () => {
    const notes = ['one', 'two', 'three'];
    expect(sentenceLines(notes, 1000, 10)).toEqual(['One. Two. Three.']);
    expect(sentenceLines(notes, 60, 10)).toEqual(['One. Two.', 'Three.']);
    expect(sentenceLines(notes, 1, 10)).toEqual(['One.', 'Two.', 'Three.']);
    expect(sentenceLines([], 1000, 10)).toEqual([]);
  });
});
