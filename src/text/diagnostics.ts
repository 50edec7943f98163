import { lineOf, lineText, type SourceRange } from './source.ts';
import { clip, escapeInvisible } from './visible-text.ts';

export type Severity = 'error' | 'warning';

/** Where in a text something is wrong. */
export interface DiagnosticPlace {
  /** The file's path, or the option of the command line that was read. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 code units. */
  readonly column: number;
  /** The whole line, without its end. */
  readonly sourceLine: string;
  /** Columns of the first character to underline and of the one after the last; at least one apart. */
  readonly caretStart: number;
  readonly caretEnd: number;
}

/** Something wrong, or weighed as doubtful, in a scenario, a command line or an inventory. */
export interface Diagnostic {
  /** In kebab-case, the same wherever this kind of mistake is made. */
  readonly name: string;
  readonly severity: Severity;
  /** `null`: it is about no place of a text. */
  readonly place: DiagnosticPlace | null;
  /** One sentence without a full stop, at most `MAX_MESSAGE` characters: what is wrong. */
  readonly message: string;
  /** What to write instead. */
  readonly help?: string;
  /** The section of a published guide that says why. */
  readonly source?: string;
}

/** What a diagnostic says, without its place. */
export type DiagnosticText = Omit<Diagnostic, 'place'>;

/** Characters of a message and of a help, also where what cannot be seen is shown as its code point. */
export const MAX_MESSAGE = 500;

/** The diagnostic that says something about a stretch of a source; `null` for about none. */
export function diagnosticAt(range: SourceRange | null, text: DiagnosticText): Diagnostic {
  const { name, severity, message, help, source } = text;
  return {
    name,
    severity,
    place: range && placeOf(range),
    message: clip(message, MAX_MESSAGE),
    ...(help === undefined ? {} : { help: clip(help, MAX_MESSAGE) }),
    ...(source === undefined ? {} : { source }),
  };
}

function placeOf({ source, start, end }: SourceRange): DiagnosticPlace {
  const line = lineOf(source, start);
  const column = start - source.lineStarts[line - 1] + 1;
  const sourceLine = lineText(source, line);
  const length = Math.max(1, Math.min(end - start, sourceLine.length - column + 1));
  return { file: source.file, line, column, sourceLine, caretStart: column, caretEnd: column + length };
}

/** A diagnostic as `--json` prints it: one flat object, the parts of its place `null` where it has none. */
export interface FlatDiagnostic extends DiagnosticText {
  readonly file: string | null;
  readonly line: number | null;
  readonly column: number | null;
  readonly sourceLine: string | null;
  /** Characters to underline from the column on. */
  readonly length: number | null;
}

/** The form of a diagnostic for `--json`. */
export function flatDiagnostic({ place, ...text }: Diagnostic): FlatDiagnostic {
  return {
    file: place?.file ?? null,
    line: place?.line ?? null,
    column: place?.column ?? null,
    ...text,
    sourceLine: place?.sourceLine ?? null,
    length: place && place.caretEnd - place.caretStart,
  };
}

/** Longest source line that is shown whole. */
const LINE_LIMIT = 200;
/** Characters shown before the column of a longer line. */
const LEAD = 60;
/** Longest file name that is shown whole. */
const FILE_LIMIT = 300;
const INDENT = '    ';

/**
 * A diagnostic for people, as lines without a last line end: `FILE:LINE:COLUMN: error[NAME]: MESSAGE`, the source line
 * and a line of carets under what is meant, `  help: ...` and `  see: ...`. What cannot be seen is shown as its code
 * point, so that no file can drive the terminal.
 */
export function formatDiagnostic(diagnostic: Diagnostic): string {
  const { name, severity, place, message, help, source } = diagnostic;
  const where = place === null ? '' : `${clip(place.file, FILE_LIMIT)}:${place.line}:${place.column}: `;
  const lines = [`${oneLine(`${where}${severity}[${name}]: `)}${clip(oneLine(message), MAX_MESSAGE)}`];
  if (place !== null && place.sourceLine.trim() !== '') lines.push(...underlined(place));
  if (help !== undefined) lines.push(clip(`  help: ${oneLine(help)}`, MAX_MESSAGE));
  if (source !== undefined) lines.push(oneLine(`  see: ${source}`));
  return lines.join('\n');
}

function oneLine(text: string): string {
  return escapeInvisible(text.replaceAll('\n', ' '));
}

function underlined({ sourceLine, caretStart, caretEnd }: DiagnosticPlace): string[] {
  const from = sourceLine.length > LINE_LIMIT ? Math.max(0, caretStart - 1 - LEAD) : 0;
  const shown = sourceLine.slice(from, from + LINE_LIMIT);
  const before = escapeInvisible(shown.slice(0, caretStart - 1 - from));
  const meant = escapeInvisible(shown.slice(caretStart - 1 - from, caretEnd - 1 - from));
  const after = escapeInvisible(shown.slice(caretEnd - 1 - from));
  const carets = '^'.repeat(Math.max(1, meant.length));
  return [
    clip(`${INDENT}${before}${meant}${after}`, MAX_MESSAGE),
    `${INDENT}${before.replace(/[^\t]/g, ' ')}${carets}`.slice(0, MAX_MESSAGE - 1),
  ];
}
