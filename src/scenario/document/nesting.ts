import { Lexer } from 'yaml';

/** Maps and lists inside one another; the parser's time and stack grow fast with more. */
export const MAX_NESTING = 50;

/** The message about more. */
export const TOO_DEEP = `maps and lists are nested more than ${MAX_NESTING} levels deep`;

/** Tokens that the lexer adds to the text: start of a document, end of a flow collection, start of a scalar. */
const NOT_IN_THE_TEXT = new Set(['\u0002', '\u0018', '\u001F']);
const OPENING = new Set(['[', '{']);
const CLOSING = new Set([']', '}']);
/** Behind these a block may begin on the same line. */
const BLOCK_INDICATORS = new Set(['-', '?']);

/**
 * Finds where a YAML text is nested too deeply, from its tokens alone. Every bracket counts, and every further
 * column at which a block begins; a list at the column of its key hides behind it, so that a text may pass that
 * is up to twice as deep.
 *
 * @returns the offset of the first token that is too deep, or `undefined`
 */
export function findTooDeep(text: string): number | undefined {
  const columns: number[] = [];
  let brackets = 0;
  let offset = 0;
  let lineStart = 0;
  let isBlockStart = true;
  for (const token of new Lexer().lex(text)) {
    if (NOT_IN_THE_TEXT.has(token)) continue;
    const isContent = !/^[\s#]/.test(token);
    const isInBlock = brackets === 0;
    if (OPENING.has(token)) brackets++;
    else if (CLOSING.has(token)) brackets = Math.max(0, brackets - 1);
    if (isContent && isBlockStart && isInBlock) {
      const column = offset - lineStart;
      while (columns.length > 0 && columns.at(-1)! > column) columns.pop();
      if (columns.at(-1) !== column) columns.push(column);
    }
    if (columns.length + brackets > MAX_NESTING) return offset;
    offset += token.length;
    if (isContent) isBlockStart = BLOCK_INDICATORS.has(token);
    if (token.includes('\n')) {
      lineStart = offset - (token.length - token.lastIndexOf('\n') - 1);
      isBlockStart = true;
    }
  }
  return undefined;
}
