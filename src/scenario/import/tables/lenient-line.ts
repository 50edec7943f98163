/**
 * Parts a line at its separators. A quote at the beginning of a cell opens it only if one in front of a separator or
 * at the end closes it; every other quote is text.
 */
export function splitLine(line: string, separator: string): string[] {
  const cells: string[] = [];
  let start = 0;
  while (start <= line.length) {
    const quoted = line[start] === '"' ? closingQuote(line, start + 1, separator) : -1;
    if (quoted >= 0) {
      cells.push(line.slice(start + 1, quoted).replaceAll('""', '"'));
      start = quoted + 2;
      continue;
    }
    const end = line.indexOf(separator, start);
    const stop = end < 0 ? line.length : end;
    cells.push(line.slice(start, stop));
    start = stop + 1;
  }
  return cells;
}

/** The place of the quote that ends a cell; -1 for none. */
function closingQuote(line: string, from: number, separator: string): number {
  for (let index = line.indexOf('"', from); index >= 0; index = line.indexOf('"', index + 1)) {
    const next = line[index + 1];
    if (next === '"') index += 1;
    else if (next === undefined || next === separator) return index;
  }
  return -1;
}
