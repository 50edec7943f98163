const GAP = '  ';

/**
 * Cells under each other for a terminal, columns as wide as their widest cell; no spaces at the ends of lines.
 *
 * @param texts the columns aligned to the left; the others, of numbers, are aligned to the right
 */
export function aligned(rows: readonly (readonly string[])[], texts: readonly number[]): string[] {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  return rows.map((row) =>
    row
      .map((cell, column) =>
        texts.includes(column) ? cell.padEnd(widths[column]) : cell.padStart(widths[column]),
      )
      .join(GAP)
      .trimEnd(),
  );
}
