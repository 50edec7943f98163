import { Lexer } from 'yaml';

/** Something wrong with a text's punctuation, by offsets of the first character and of the one after the last. */
export interface PunctuationMistake {
  readonly start: number;
  readonly end: number;
  readonly message: string;
  readonly help: string;
}

const CLOSING: Readonly<Record<string, string>> = { '{': '}', '[': ']' };
/** Tokens that the lexer adds to the text: start of a document, start of a scalar. */
const MARKS = new Set(['\u0002', '\u001F']);
/** The token that the lexer adds where a line is indented too little to be inside the brackets that are open. */
const FLOW_END = '\u0018';

/**
 * Finds the first bracket or quote without its counterpart.
 *
 * @param errorAt where the parser stopped: a quote that is closed there, lines after it begins, was closed by the next
 */
export function findPunctuation(text: string, errorAt: number): PunctuationMistake | undefined {
  const open: { readonly bracket: string; readonly offset: number }[] = [];
  let offset = 0;
  for (const token of new Lexer().lex(text)) {
    if (MARKS.has(token)) continue;
    if (token === FLOW_END) {
      const last = open.at(-1);
      if (last !== undefined) return notClosed(last.bracket, last.offset);
      continue;
    }
    if (token === '{' || token === '[') open.push({ bracket: token, offset });
    else if (token === '}' || token === ']') {
      const last = open.pop();
      if (last === undefined) return notOpened(token, offset);
      if (CLOSING[last.bracket] !== token) return notClosed(last.bracket, last.offset);
    } else if (isOpenQuote(token, offset, errorAt)) return quoteNotClosed(token[0], offset);
    offset += token.length;
  }
  const last = open.at(-1);
  return last && notClosed(last.bracket, last.offset);
}

function notClosed(bracket: string, offset: number): PunctuationMistake {
  const closing = CLOSING[bracket];
  return {
    start: offset,
    end: offset + 1,
    message: `the \`${bracket}\` is not closed`,
    help: `add \`${closing}\` at the end of the ${bracket === '{' ? 'map' : 'list'}`,
  };
}

function notOpened(bracket: string, offset: number): PunctuationMistake {
  const message = `there is no opening bracket for this \`${bracket}\``;
  return { start: offset, end: offset + 1, message, help: `remove the \`${bracket}\`` };
}

function isOpenQuote(token: string, offset: number, errorAt: number): boolean {
  const quote = token[0];
  if (quote !== '"' && quote !== "'") return false;
  if (token.length === 1 || token.at(-1) !== quote) return true;
  const end = offset + token.length;
  return token.includes('\n') && errorAt >= offset && errorAt <= end + 1;
}

function quoteNotClosed(quote: string, offset: number): PunctuationMistake {
  return {
    start: offset,
    end: offset + 1,
    message: 'the quote is not closed on its line',
    help: `add \`${quote}\` at the end of the text`,
  };
}
