import { describe, expect, test } from 'vitest';
import { findExcess, MAX_VALUES } from '../../src/scenario/document/nesting.ts';
import { errorsOf, load } from './in-memory.ts';

describe('a small cost for a small text', () => {
  test.each([
    ['a list of scalars', `[${'a,'.repeat(101)}]`],
    ['empty entries', '- \n'.repeat(101)],
    ['quoted scalars', `[${'"a",'.repeat(101)}]`],
    ['empty lists', `[${'[],'.repeat(101)}]`],
    ['comments', `a: 1\n${'#\n'.repeat(300)}`],
    ['line ends', `a: 1${'\n'.repeat(600)}`],
  ])('is kept by bounding a text before it is parsed: %s', (_, text) => {
    expect(findExcess(text, 100)).toMatchObject({
      name: 'too-large',
      message: 'a file has at most 100 values',
    });
    expect(findExcess(text)).toBeUndefined();
  });

  test.each(['a: : ', '- : : ', '? : : '])('is kept where colons nest maps: %j again and again', (start) => {
    const text = `${start}${': '.repeat(3000)}x`;
    expect(findExcess(text)).toMatchObject({ name: 'too-deep' });
    expect(errorsOf(text)).toEqual([expect.stringMatching(/nested more than 50 levels deep/)]);
  });

  test.each([
    ['of many lines', 'a\n'.repeat(300_000), 0],
    ['in a block', `title: |\n${'  x\n'.repeat(200_000)}`, 9],
    ['whose quote is never closed', `title: "${'x'.repeat(600_000)}`, 7],
    ['that is a tag', `title: !!${'x'.repeat(600_000)} a`, 7],
  ])('is kept by bounding a text %s before it is folded', (_, text, offset) => {
    expect(findExcess(text)).toEqual({
      name: 'too-large',
      message: 'a text has at most 10,000 characters',
      offset,
    });
  });

  test('is kept for long comments and empty lines, which cost nothing', () => {
    expect(findExcess(`a: 1 #${' x'.repeat(300_000)}\n${' '.repeat(600_000)}\n`)).toBeUndefined();
  });

  test('is kept when a text is refused', () => {
    expect(errorsOf(`title: [${'a,'.repeat(MAX_VALUES + 1)}]`)).toEqual([
      expect.stringMatching(/^1:\d+ a file has at most 500,000 values$/),
    ]);
  });

  test('is kept with a thousand misspelled references among a thousand long names', () => {
    const name = (index: number, letter: string) => `${letter.repeat(58)}-${String(index).padStart(4, '0')}`;
    const all = Array.from({ length: 1000 }, (_, index) => index);
    const text = [
      'networks:',
      ...all.map((index) => `  ${name(index, 'n')}: {}`),
      'dns:',
      ...all.map((index) => `  zone-${index}: { network: ${name(index, 'm')} }`),
    ].join('\n');
    const result = load(text);
    expect(result.ok).toBe(false);
    if (result.ok) return;
    expect(result.diagnostics).toHaveLength(101);
    expect(result.diagnostics.at(-1)?.message).toBe('900 more errors, not shown');
  });

  test('is kept by bounding what designs repeat', () => {
    const networks = Array.from({ length: 2000 }, (_, index) => `  n${index}: {}`).join('\n');
    const designs = Array.from({ length: 1500 }, (_, index) => `  d${index}: {}`).join('\n');
    expect(errorsOf(`networks:\n${networks}\ndesigns:\n${designs}\n`)).toEqual([
      expect.stringMatching(/ designs repeat more than 2,000,000 values; /),
    ]);
  });
});

describe('a name that looks like another', () => {
  test.each([
    ['a zero-width space', 'a\\u200Bb'],
    ['a soft hyphen', 'a\\u00ADb'],
    ['a no-break space', 'a\\u00A0b'],
    ['a lone surrogate', 'a\\uD800b'],
    ['a bidirectional control', 'a\\u202Eb'],
    ['a Hangul filler', 'a\\u3164b'],
    ['a variation selector', 'a\\uFE0Fb'],
    ['an accent of its own', 'e\\u0301'],
  ])('is refused: %s', (_, name) => {
    expect(errorsOf(`networks: { "${name}": {} }`)).toEqual([
      expect.stringMatching(/^1:13 a name is 1 to 64 visible characters of one line/),
    ]);
    const machines = `networks: { a: {} }\nmachines: { g: { os: vista-business, network: a, names: ["${name}"] } }`;
    expect(errorsOf(machines)).toEqual([expect.stringMatching(/^2:\d+ a name is 1 to 64 visible/)]);
  });
});

describe('an alias', () => {
  test('without its anchor is an error', () => {
    expect(errorsOf('title: *gone\n')).toEqual(['1:8 no anchor `&gone` is before this alias']);
  });
});
