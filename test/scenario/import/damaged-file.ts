import fc from 'fast-check';
import { importEstate } from '../../../src/scenario/import/import-estate.ts';
import { require } from '../../fuzz/check-load.ts';
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

/** A file of the corpus with some changes, as bytes. */
export const damagedFile = fc
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
export function checkImport(files: readonly { name: string; bytes: Uint8Array }[]): void {
  const result = importEstate(files, { assume: ['vista=vista-business,server=server-2008-standard'] });
  if (result.ok) {
    loaded(result.scenario);
    return;
  }
  require(result.errors.length > 0, 'refused without an error');
  for (const { message, file } of result.errors) {
    require(/^[^\n\0]{5,2000}$/.test(message), `the message ${JSON.stringify(message)}`);
    require(file < files.length, `the file ${file} of ${files.length}`);
  }
}
