import { MAX_CELL } from '../basics/limits.ts';
import type { Columns } from './columns.ts';
import type { ImportField } from './headings.ts';
import type { TableRow } from './table.ts';

/** A row's texts by field. */
export interface Cells {
  /** The first text of the field's columns; empty for none. */
  one(field: ImportField): string;
  /** The texts of all of its columns. */
  all(field: ImportField): readonly string[];
}

/** The texts of a row. */
export function cellsOf(row: TableRow, columns: Columns): Cells {
  return {
    one(field) {
      for (const column of columns[field]) {
        const found = cellText(row.cells[column] ?? '');
        if (found !== '') return found;
      }
      return '';
    },
    all(field) {
      if (columns[field].length === 0) return NO_TEXTS;
      const texts: string[] = [];
      for (const column of columns[field]) {
        const found = cellText(row.cells[column] ?? '');
        if (found !== '') texts.push(found);
      }
      return texts;
    },
  };
}

const NO_TEXTS: readonly string[] = [];

/** A cell without blanks around it; what csvde writes as `X'...'` because of its letters is read as UTF-8. */
function cellText(cell: string): string {
  const written = (cell.length > MAX_CELL ? cell.slice(0, MAX_CELL) : cell).trim();
  if (!/^[X<n(]/i.test(written)) return written;
  const hexadecimal = /^X'((?:[0-9a-f]{2})+)'$/i.exec(written)?.[1];
  if (hexadecimal === undefined) return /^(?:<not set>|null|n\/a|\(null\))$/i.test(written) ? '' : written;
  const bytes = hexadecimal.match(/../g)!.map((byte) => Number.parseInt(byte, 16));
  return new TextDecoder().decode(Uint8Array.from(bytes)).trim();
}

/** The name of the computer that a row is about; empty for none. */
export function nameOf(cells: Cells): string {
  const names = cells.all('name').map((name) => name.replace(/\$$/, '').replace(/^\\+/, ''));
  // A column such as `VM` may say yes or no in one tool and have names in another.
  return names[0] ?? '';
}

/** The KMS host that a row names, with its port where it has one; empty for none. */
export function kmsHostOf(cells: Cells): string {
  const [host, port] = [cells.one('kms-host'), cells.one('kms-port')];
  return host === '' || port === '' || port === '0' ? host : `${host}:${port}`;
}
