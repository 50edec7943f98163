import { Lexer } from 'yaml';
import { groupThousands } from '../../text/numbers.ts';
import { MAX_TEXT } from '../schema/values.ts';

/** Maps and lists inside one another; the parser's time and stack grow fast with more. */
export const MAX_NESTING = 50;

/** The message about more. */
export const TOO_DEEP = `maps and lists are nested more than ${MAX_NESTING} levels deep`;

/** Tokens that the lexer adds to the text: start of a document, end of a flow collection, start of a scalar. */
const NOT_IN_THE_TEXT = new Set(['\u0002', '\u0018', '\u001F']);
/** First characters of tokens with which a value begins: a plain scalar's mark, quotes, an alias, a bracket, a dash. */
const VALUE_STARTS = new Set(['\u001F', '"', "'", '*', '[', '{', '-']);
const OPENING = new Set(['[', '{']);
const CLOSING = new Set([']', '}']);
/** Behind these a block may begin on the same line. */
const BLOCK_INDICATORS = new Set(['-', '?']);

/** Values of a file: one takes the parser about 1 kB of memory. */
export const MAX_VALUES = 500_000;
/** Tokens of a file for each value; line ends, spaces and comments count too, because the parser keeps them. */
const TOKENS_PER_VALUE = 5;

/**
 * Characters of one text between its quotes or with its indentation. A parser folds long ones line by line and takes
 * 70 bytes for each character; what is shorter than this and still too long is refused by its value, which says so better.
 */
const MAX_SCALAR = 500_000;

/** What is more than a parser should be given, and where it begins. */
export interface Excess {
  readonly name: 'too-deep' | 'too-large';
  readonly message: string;
  readonly offset: number;
}

/**
 * Finds where a YAML text is nested too deeply or is too large, from its tokens alone, before a parser's time and
 * memory grow with it. Every bracket counts, and every further
 * column at which a block begins; a list at the column of its key hides behind it, so that a text may pass that
 * is up to twice as deep.
 *
 * @returns the first excess, or `undefined`
 */
export function findExcess(text: string, maxValues = MAX_VALUES): Excess | undefined {
  const columns: number[] = [];
  let brackets = 0;
  let offset = 0;
  let lineStart = 0;
  let isBlockStart = true;
  let tokens = 0;
  let values = 0;
  let previous = '';
  for (const token of new Lexer().lex(text)) {
    if (++tokens > TOKENS_PER_VALUE * maxValues || values > maxValues)
      return { name: 'too-large', message: `a file has at most ${groupThousands(maxValues)} values`, offset };
    if (token.length > MAX_SCALAR && token[0] !== '#' && token.trim() !== '')
      return {
        name: 'too-large',
        message: `a text has at most ${groupThousands(MAX_TEXT)} characters`,
        offset,
      };
    if (VALUE_STARTS.has(token[0])) values++;
    if (NOT_IN_THE_TEXT.has(token)) continue;
    const isContent = !/^[\s#]/.test(token);
    const isInBlock = brackets === 0;
    if (OPENING.has(token)) brackets++;
    else if (CLOSING.has(token)) brackets = Math.max(0, brackets - 1);
    // In `a: : : b` every further colon begins a map, of an empty key.
    const beginsMap = token === ':' && previous === ':';
    if (isContent) previous = token;
    if (isContent && (isBlockStart || beginsMap) && isInBlock) {
      const column = offset - lineStart;
      while (columns.length > 0 && columns.at(-1)! > column) columns.pop();
      if (columns.at(-1) !== column) columns.push(column);
    }
    if (columns.length + brackets > MAX_NESTING) return { name: 'too-deep', message: TOO_DEEP, offset };
    offset += token.length;
    if (isContent) isBlockStart = BLOCK_INDICATORS.has(token);
    if (token.includes('\n')) {
      lineStart = offset - (token.length - token.lastIndexOf('\n') - 1);
      isBlockStart = true;
    }
  }
  return undefined;
}
