import type { YAMLError } from 'yaml';
import { quoted } from '../../text/plain-text.ts';
import { lineOf, lineText, type Source, type SourceRange } from '../../text/source.ts';
import type { ScenarioErrorName } from '../errors/scenario-errors.ts';
import { findPunctuation } from './punctuation.ts';
import { missingSpace, OTHER_SPACE, otherSpace, type Typo } from './typos.ts';

/** A mistake in YAML, in words about what was typed instead of the parser's. */
export interface YamlMistake {
  readonly name: ScenarioErrorName;
  readonly range: SourceRange;
  readonly message: string;
  readonly help?: string;
}

type Code = YAMLError['code'];
/** Explains an error at an offset; `undefined`: the code alone says too little. */
type Explain = (source: Source, offset: number) => Omit<YamlMistake, 'name'> | undefined;

/** A key whose colon has no space after it, at the start of a line or an entry in braces. */
const TIGHT_KEY = /^(\s*(?:- +)?|[^"'#]*[{,]\s*)([A-Za-z][\w.-]*):([^\s:/\\"'[{][^\s,}\]]*)/;
/** What is in front of a space that YAML would take for one: the indentation, or an indicator. */
const BEFORE_SPACE = /^ *$|[:,{[-] *$/;
/** Lines before the parser's error in which its cause is looked for. */
const LINES_BEFORE = 2;

/**
 * Says what is most likely wrong where the parser gave up. The first error is the one to explain: the others follow
 * from it.
 */
export function explainYaml(source: Source, { code, pos: [offset, end] }: YAMLError): YamlMistake {
  const at = Math.min(offset, Math.max(0, source.text.length - 1));
  if (code === 'MULTIPLE_DOCS' || code === 'TAG_RESOLVE_FAILED') {
    const range = { source, start: offset, end };
    return code === 'MULTIPLE_DOCS'
      ? {
          name: 'yaml-feature',
          range,
          message: 'a file holds one scenario, and a second document begins here',
        }
      : { name: 'yaml-feature', range, message: 'tags are not part of the language' };
  }
  const explained =
    (code === 'TAB_AS_INDENT' ? explainTab(source, at) : undefined) ??
    explainPunctuation(source, at) ??
    explainTypo(source, at) ??
    EXPLANATIONS[code]?.(source, at) ??
    explainRest(source, at);
  return { name: 'yaml-syntax', ...explained };
}

const explainTab: Explain = (source, offset) => {
  const start = source.text.slice(0, offset + 1).lastIndexOf('\t');
  if (start === -1) return undefined;
  return {
    range: { source, start, end: start + 1 },
    message: 'a tab is used for indentation',
    help: 'indent with spaces',
  };
};

const explainPunctuation: Explain = (source, offset) => {
  const mistake = findPunctuation(source.text, offset);
  if (mistake === undefined) return undefined;
  const { start, end, message, help } = mistake;
  return { range: { source, start, end }, message, help };
};

const explainTypo: Explain = (source, offset) => {
  const last = lineOf(source, offset);
  for (let line = Math.max(1, last - LINES_BEFORE); line <= last; line++) {
    const text = lineText(source, line);
    const space = OTHER_SPACE.exec(text);
    if (space !== null && BEFORE_SPACE.test(text.slice(0, space.index)))
      return typoAt(source, line, space.index, 1, otherSpace(space[0]));
    const tight = TIGHT_KEY.exec(text);
    if (tight !== null) {
      const [, before, key, value] = tight;
      const length = key.length + 1 + value.length;
      return typoAt(source, line, before.length, length, missingSpace(key, value));
    }
  }
  return undefined;
};

function typoAt(source: Source, line: number, column: number, length: number, typo: Typo) {
  const start = source.lineStarts[line - 1] + column;
  return { range: { source, start, end: start + length }, ...typo };
}

const explainIndentation: Explain = (source, offset) => {
  const start = offset + (/^ */.exec(source.text.slice(offset))?.[0].length ?? 0);
  return {
    range: { source, start, end: start + 1 },
    message: 'the indentation does not match the lines above',
    help: 'begin all keys of one map in the same column',
  };
};

/** A colon in a value, or a line that is indented deeper than the value above it allows. */
const explainNestedKey: Explain = (source, offset) => {
  const line = lineOf(source, offset);
  const column = offset - source.lineStarts[line - 1];
  const value = lineText(source, line)
    .slice(column)
    .replace(/\s+#.*/, '')
    .trimEnd();
  if (/:(\s|$)/.test(value)) {
    return {
      range: { source, start: offset, end: offset + value.length },
      message: 'a value with a colon must be in quotes',
      help: `write ${quoted(`"${value}"`)}`,
    };
  }
  const next = source.lineStarts[line];
  return next === undefined ? undefined : explainIndentation(source, next);
};

const explainMissingColon: Explain = (source, offset) => {
  const text = lineText(source, lineOf(source, offset)).trim();
  const start = source.lineStarts[lineOf(source, offset) - 1];
  const column = lineText(source, lineOf(source, offset)).search(/\S/);
  const range = {
    source,
    start: start + Math.max(0, column),
    end: start + Math.max(0, column) + text.length,
  };
  if (/^[\w.-]+:(\s|$)/.test(text)) return explainIndentation(source, range.start);
  if (text.startsWith('- '))
    return {
      range,
      message: 'an entry of a list is among the keys of a map',
      help: 'indent the list under its key',
    };
  return { range, message: `${quoted(text)} has no colon and no value`, help: 'write `KEY: VALUE`' };
};

function inQuotes(what: string, help: string): Explain {
  return (source, offset) => ({
    range: { source, start: offset, end: offset + 1 },
    message: `${what} ${quoted(source.text[offset])}`,
    help,
  });
}

const EXPLANATIONS: Partial<Readonly<Record<Code, Explain>>> = {
  BAD_INDENT: explainIndentation,
  BLOCK_AS_IMPLICIT_KEY: explainNestedKey,
  MULTILINE_IMPLICIT_KEY: explainMissingColon,
  MISSING_CHAR: explainMissingColon,
  BLOCK_IN_FLOW: (source, offset) => ({
    range: { source, start: offset, end: offset + 1 },
    message: 'a comma is missing between two entries',
    help: 'write `{ KEY: VALUE, KEY: VALUE }`',
  }),
  BAD_SCALAR_START: inQuotes('a value cannot begin with', 'put the value in quotes'),
  BAD_ALIAS: inQuotes('a value without quotes cannot begin with', 'put the value in quotes'),
  BAD_DQ_ESCAPE: (source, offset) => ({
    range: { source, start: offset, end: offset + 2 },
    message: `${quoted(source.text.slice(offset, offset + 2))} means nothing in double quotes`,
    help: 'use single quotes, or write every backslash twice',
  }),
};

/** A word right after a bracket or quote that is closed. */
const AFTER_CLOSED = /[}\]"']\s+$/;

const explainRest = (source: Source, offset: number) => {
  const line = lineOf(source, offset);
  const before = source.text.slice(source.lineStarts[line - 1], offset);
  const word = /^[^\s:,[\]{}]+/.exec(source.text.slice(offset, offset + 100))?.[0];
  if (word !== undefined && AFTER_CLOSED.test(before))
    return {
      range: { source, start: offset, end: offset + word.length },
      message: `a comma or a line break is missing before ${quoted(word)}`,
      help: 'put a comma between entries in braces; begin every other key on a line of its own',
    };
  return unexpected(source, offset);
};

const unexpected = (source: Source, offset: number) => ({
  range: { source, start: offset, end: offset + 1 },
  message: `${quoted(source.text[offset] ?? '')} is not expected here`,
  help: 'check colons, commas, quotes and the indentation of this line and the one above',
});
