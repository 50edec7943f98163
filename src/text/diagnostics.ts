import { lineOf, lineText, type Place } from './source.ts';

/** An error of a scenario, where it stands. */
export interface Diagnostic {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 code units. */
  readonly column: number;
  readonly message: string;
  readonly sourceLine: string;
  /** Characters to underline, at least 1. */
  readonly length: number;
}

/** The diagnostic that says `message` about a place. */
export function diagnosticAt(place: Place, message: string): Diagnostic {
  const { source, start, end } = place;
  const line = lineOf(source, start);
  const column = start - source.lineStarts[line - 1] + 1;
  const sourceLine = lineText(source, line);
  const length = Math.max(1, Math.min(end - start, sourceLine.length - column + 1));
  return { file: source.file, line, column, message, sourceLine, length };
}

/** Longest source line that is shown whole. */
const LINE_LIMIT = 200;
/** Characters shown in front of the column of a longer line. */
const LEAD = 60;

/** Control characters but the tab, line separators, and what turns the direction of text. */
const CONTROL = /(?!\t)[\p{Cc}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]/gu;

/**
 * `FILE:LINE:COLUMN: error: MESSAGE`, the source line and a line of carets under what is wrong, without a last
 * line end. Control characters are shown as `\uFFFD`, so that no file can drive the terminal.
 */
export function formatDiagnostic(diagnostic: Diagnostic): string {
  const { file, line, column, message, sourceLine } = diagnostic;
  const head = `${file}:${line}:${column}: error: ${message}`.replace(CONTROL, '\uFFFD');
  if (sourceLine.trim() === '') return head;
  const cut = sourceLine.length > LINE_LIMIT ? Math.max(0, column - 1 - LEAD) : 0;
  const shown = sourceLine.slice(cut, cut + LINE_LIMIT).replace(CONTROL, '\uFFFD');
  const indent = shown.slice(0, column - 1 - cut).replace(/[^\t]/g, ' ');
  const carets = '^'.repeat(Math.max(1, Math.min(diagnostic.length, shown.length - indent.length)));
  return `${head}\n${shown}\n${indent}${carets}`;
}
