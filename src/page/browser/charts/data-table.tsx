import { useState } from 'preact/hooks';

export type TableCell = string | number | null;

export interface DataTableProps {
  /** What the table holds: `Conditions by day`. */
  readonly label: string;
  readonly columns: readonly string[];
  /** Makes the rows when the table is opened. */
  readonly rows: () => readonly (readonly TableCell[])[];
}

/** Rows that a page shows; the files have all of them. */
const MAX_ROWS = 1500;

/** A table behind a chart, made when it is opened: its first column names the row. */
export function DataTable({ label, columns, rows }: DataTableProps) {
  const [open, setOpen] = useState(false);
  return (
    <details class="table-behind" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>Table: {label}</summary>
      {open && <PlainTable label={label} columns={columns} rows={rows()} />}
    </details>
  );
}

export interface PlainTableProps {
  readonly label: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly TableCell[])[];
}

/** A table in a frame that scrolls: its first column names the row. */
export function PlainTable({ label, columns, rows }: PlainTableProps) {
  const shown = rows.slice(0, MAX_ROWS);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset groups controls, and this holds a table.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard.
    <div class="scroll" role="group" tabIndex={0} aria-label={label}>
      <table>
        <thead>
          <tr>
            {columns.map((column) => (
              <th scope="col" key={column}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map(([name, ...cells], index) => (
            <tr key={`${index} ${name}`}>
              <th scope="row">{name}</th>
              {cells.map((cell, place) => (
                <td key={columns[place + 1]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > shown.length && (
        <p class="note">
          The first {shown.length} of {rows.length} rows; the files of the run have all of them.
        </p>
      )}
    </div>
  );
}
