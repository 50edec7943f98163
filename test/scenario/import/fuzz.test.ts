import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { importEstate } from '../../../src/scenario/import/import-estate.ts';
import { FORMATS, formatOf } from '../../../src/scenario/import/readers/readers.ts';
import { CORPUS } from './corpus.ts';
import { loaded, utf8, utf16 } from './imported.ts';

/** Pieces that mean something to one of the readers. */
const TOKENS = [
  ...[
    '"',
    '""',
    ',',
    ';',
    '\t',
    '\n',
    '\n\n',
    '\r',
    '\0',
    '\u2028',
    '=',
    ':',
    '::',
    '<',
    '>',
    '&',
    '<!DOCTYPE a>',
    ']]>',
    '\\',
    '\\C3',
    "X'C3'",
  ],
  ...[
    '0x0,',
    '12290',
    '0',
    '-1',
    '999999999999999999999',
    '1e9',
    '1/1/01',
    '31/12/2009',
    '2009-13-45',
    '9223372036854775807',
    '/Date(1)/',
  ],
  ...[
    'Windows Vista',
    'Windows Vista Business',
    'Windows Server 2008',
    'Windows 7 Pro',
    'R2',
    'Service Pack 9',
    'OEM',
    'VOLUME_KMS_C',
    '$ORIGIN .',
    '_vlmcs._tcp',
    'SRV 0 0 99999 .',
    'dn: ',
    ' ',
    'changetype: modify',
  ],
  ...['constructor', '__proto__', 'microsoft', 'main', 'kms-1', 'ﷺ', '💥', '\ud800', 'İ', 'ß'],
];

type Edit = (text: string) => string;

/** A change of a text at a place: a piece is cut out, doubled, moved, or put in. */
const edit: fc.Arbitrary<Edit> = fc
  .record({
    kind: fc.constantFrom('cut', 'double', 'insert', 'replace', 'truncate', 'repeat'),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.nat(60),
    token: fc.constantFrom(...TOKENS),
  })
  .map(
    ({ kind, at, length, token }): Edit =>
      (text) => {
        const start = Math.floor(at * text.length);
        const [before, piece, after] = [
          text.slice(0, start),
          text.slice(start, start + length),
          text.slice(start + length),
        ];
        switch (kind) {
          case 'cut':
            return before + after;
          case 'double':
            return before + piece + piece + after;
          case 'insert':
            return before + token + piece + after;
          case 'replace':
            return before + token + after;
          case 'truncate':
            return before;
          default:
            return before + token.repeat(length) + piece + after;
        }
      },
  );

const damagedFile = fc
  .record({
    name: fc.constantFrom(...Object.keys(CORPUS)),
    edits: fc.array(edit, { maxLength: 4 }),
    wide: fc.boolean(),
  })
  .map(({ name, edits, wide }) => {
    const text = edits.reduce((made, change) => change(made), CORPUS[name]);
    return { name, bytes: wide ? utf16(text) : utf8(text) };
  });

/** A scenario that loads, or messages that a person can read. */
function checkImport(files: readonly { name: string; bytes: Uint8Array }[]): void {
  const result = importEstate(files, { assume: ['vista=vista-business,server=server-2008-standard'] });
  if (result.ok) {
    loaded(result.scenario);
    return;
  }
  expect(result.errors.length).toBeGreaterThan(0);
  for (const { message, file } of result.errors) {
    expect(message).toMatch(/^[^\n\0]{5,2000}$/);
    expect(file).toBeLessThan(files.length);
  }
}

describe('every reader', () => {
  test('knows its own format, and imports the corpus', () => {
    const formats = Object.fromEntries(Object.entries(CORPUS).map(([name, text]) => [name, formatOf(text)]));
    expect(new Set(Object.values(formats))).toEqual(new Set(FORMATS));
    for (const [name, text] of Object.entries(CORPUS)) checkImport([{ name, bytes: utf8(text) }]);
  });

  test('makes of a damaged file a scenario that loads, or says what is wrong', () => {
    fc.assert(
      fc.property(damagedFile, (file) => checkImport([file])),
      { seed: 15, numRuns: 250 },
    );
  });

  test('makes of several damaged files one scenario that loads, or says what is wrong', () => {
    fc.assert(
      fc.property(fc.array(damagedFile, { minLength: 2, maxLength: 5 }), (files) => checkImport(files)),
      { seed: 16, numRuns: 40 },
    );
  });

  test.each([
    ...[
      '"',
      ',\n',
      '\t',
      'a: b\n',
      '0x0,',
      '<Event>',
      'dn: a=b\n',
      '_vlmcs._tcp SRV 0 0 1 a\n',
      '\\',
      '(',
      ' ',
    ],
    ...['\r', '\n'],
  ])('ends on 50,000 characters of %j', (piece) => {
    checkImport([{ name: 'x', bytes: utf8(`${piece.repeat(50_000 / piece.length)}y`) }]);
  });
});
