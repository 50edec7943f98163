/** Characters between the cells in files that tools write; a German or French Excel takes the semicolon. */
const SEPARATORS = [',', ';', '\t', '|'] as const;

/** Lines that tools put before the header: the type line of PowerShell's Export-Csv, the `sep=` of Excel. */
const BEFORE_HEADER = /^(?:#TYPE\b.*|"?sep=.?"?|[\s,;|]*)$/i;

/** Lines that are looked at for separators. */
const LOOKED_AT = 20;
/** Characters of a line that are looked at. */
const LINE = 65_536;

/** Where the first line is that is no decoration of a tool. */
export function findStart(text: string): { readonly start: number; readonly line: number } {
  let start = 0;
  let line = 1;
  for (;;) {
    const end = text.indexOf('\n', start);
    if (end < 0 || end - start > LINE || !BEFORE_HEADER.test(text.slice(start, end))) return { start, line };
    start = end + 1;
    line++;
  }
}

/** The separator that the header line has most often outside of quotes: a title above it has none, or one. */
export function separatorOf(body: string): string {
  const lines = body.slice(0, LINE).split('\n', LOOKED_AT).map(countSeparators);
  const telling =
    lines.find((counts) => Math.max(...counts) > 1) ?? lines.find((counts) => Math.max(...counts) > 0);
  if (telling === undefined) return SEPARATORS[0];
  return SEPARATORS[telling.indexOf(Math.max(...telling))];
}

function countSeparators(line: string): number[] {
  const bare = line.replace(/"[^"]*"/g, '');
  return SEPARATORS.map((separator) => bare.split(separator).length - 1);
}
