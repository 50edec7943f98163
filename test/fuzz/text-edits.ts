import type { Choices } from './random.ts';

/** Pieces that mean something in YAML, or look as if they did. */
const TOKENS = [
  ...[
    '\t',
    '\n',
    '\n\n',
    '\r\n',
    '  ',
    ':',
    ': ',
    '- ',
    '? ',
    '|',
    '>-',
    '#',
    '%YAML 1.1\n',
    '---\n',
    '...\n',
  ],
  ...[
    '{',
    '}',
    '[',
    ']',
    '{}',
    '[]',
    ',',
    '"',
    "'",
    '\\',
    '&a ',
    '*a',
    '<<: ',
    '!!binary ',
    '!x ',
    '~',
    'null',
  ],
  ...['\0', '\u00a0', '\u200b', '\u202e', '\ufeff', '\ud800', '\u2028', 'İ', 'ﷺ', '💥', '\u0301'],
  ...['__proto__', 'constructor', 'toString', 'microsoft', 'internet', 'core', 'desks', 'kms-1'],
  ...[
    '0x10',
    '1e999',
    '-0',
    '.inf',
    '.nan',
    '1_000',
    '09',
    '1:30',
    '2008-13-45',
    '2008-03-04',
    '30 d',
    '1.5 h',
    '-1 d',
  ],
  ...[
    '99999999999999999999',
    '1800',
    '30',
    'yes',
    'on',
    '12 months',
    '1 y',
    'extends: ./other.yaml\n',
    'designs:\n',
  ],
];

/** A text with a piece cut out, doubled, moved, put in, repeated, or the end cut off. */
export function edited(text: string, choices: Choices): string {
  const start = choices.between(0, text.length);
  const length = choices.between(0, choices.one([1, 3, 20, 200]));
  const [before, piece, after] = [
    text.slice(0, start),
    text.slice(start, start + length),
    text.slice(start + length),
  ];
  const token = choices.one(TOKENS);
  switch (choices.between(0, 7)) {
    case 0:
      return before + after;
    case 1:
      return before + piece + piece + after;
    case 2:
      return before + token + piece + after;
    case 3:
      return before + token + after;
    case 4:
      return choices.chance(0.1) ? before : before + after;
    case 5:
      return before + token.repeat(choices.one([2, 10, 60, 3000])) + after;
    case 6: {
      const place = choices.between(0, after.length);
      return before + after.slice(0, place) + piece + after.slice(place);
    }
    default: {
      // Lines change places, or their indentation.
      const lines = text.split('\n');
      const line = choices.between(0, lines.length - 1);
      const changed = choices.chance(0.5) ? ` ${lines[line]}` : lines[line].replace(/^ /, '');
      return lines.with(line, choices.chance(0.7) ? changed : choices.one(lines)).join('\n');
    }
  }
}
