/** A text that a scenario was read from. */
export interface Source {
  /** Its name for people: the file's path, or the option of the command line. */
  readonly file: string;
  readonly text: string;
  /** The position of the source in the order of messages: 0 for the file that was asked for. */
  readonly rank: number;
  /** Offset of each line's first character. */
  readonly lineStarts: readonly number[];
}

/** A stretch of a source: offsets of the first character and of the one after the last. */
export interface SourceRange {
  readonly source: Source;
  readonly start: number;
  readonly end: number;
}

/** Makes a text addressable by line and column. */
export function makeSource(file: string, text: string, rank: number): Source {
  const lineStarts = [0];
  for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', end + 1)) lineStarts.push(end + 1);
  return { file, text, rank, lineStarts };
}

/** The place that is the whole source. */
export function wholeOf(source: Source): SourceRange {
  return { source, start: 0, end: source.text.length };
}

/** The number of the line that has an offset, from 1. */
export function lineOf(source: Source, offset: number): number {
  let low = 0;
  let high = source.lineStarts.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (source.lineStarts[middle] <= offset) low = middle;
    else high = middle;
  }
  return low + 1;
}

/** The text of a line counted from 1, without its line end. */
export function lineText(source: Source, line: number): string {
  const start = source.lineStarts[line - 1];
  const next = source.lineStarts[line] ?? source.text.length + 1;
  return source.text.slice(start, next - 1).replace(/\r$/, '');
}
