import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FORMATS, formatOf } from '../../../src/scenario/import/readers/readers.ts';
import { CORPUS } from './corpus.ts';
import { checkImport, damagedFile } from './damaged-file.ts';
import { utf8 } from './imported.ts';

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
