import { InventoryError } from '../basics/inventory-error.ts';
import { MAX_CELLS, MAX_COLUMNS, MAX_ROWS } from '../basics/limits.ts';
import { looksLikeHeader } from '../tables/headings.ts';
import type { Table, TableRow } from '../tables/table.ts';
import { type FileFacts, type Reader, SNIFFED } from './reader.ts';
import { factsOfTable } from './table-reader.ts';

/** Lines in front of the headings: titles, prompts. */
const MAX_TITLES = 20;

/** A line of dashes below headings, one group a column or one for all. */
const RULE = /^\s*-{2,}(?:\s+-+)*\s*$/;
const SEPARATOR = /[,;\t|]|:\s/;

/** Tables whose columns are aligned with blanks: PowerShell's `Format-Table`, `dsquery * -attr`, `sqlcmd`, `wmic`. */
export const fixedWidthReader: Reader = {
  title: 'a table aligned with blanks',
  recognizes: (text) => headingsOf(text.slice(0, SNIFFED).split('\n', MAX_TITLES)) !== null,
  read(text, options): FileFacts {
    return factsOfTable(tableOf(text), this.title, options);
  },
};

/** A heading, from its first character to behind its last one. */
interface Heading {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

interface Headings {
  /** The line of the headings, from 0. */
  readonly line: number;
  readonly headings: readonly Heading[];
  /** The first line of the rows, from 0. */
  readonly firstRow: number;
}

/** The first line that has headings of computers, with blanks between them; null for none. */
function headingsOf(lines: readonly string[]): Headings | null {
  for (const [line, text] of lines.entries()) {
    if (SEPARATOR.test(text)) continue;
    const hasRule = RULE.test(lines[line + 1] ?? '');
    const headings = hasRule ? byRule(text, lines[line + 1]) : byBlanks(text);
    const cells = headings.map((heading) => heading.text);
    if (cells.length > 1 && looksLikeHeader(cells))
      return { line, headings, firstRow: line + (hasRule ? 2 : 1) };
  }
  return null;
}

/** Headings above the groups of dashes; above a single group as blanks part them. */
function byRule(text: string, rule: string): Heading[] {
  const groups = [...rule.matchAll(/-+/g)];
  if (groups.length === 1) return byBlanks(text);
  return groups.map(({ 0: dashes, index }) => {
    const end = index + dashes.length;
    return { text: text.slice(index, end).trim(), start: index, end };
  });
}

function byBlanks(text: string): Heading[] {
  return [...text.matchAll(/\S+(?: \S+)*/g)].map(({ 0: heading, index }) => ({
    text: heading,
    start: index,
    end: index + heading.length,
  }));
}

function tableOf(text: string): Table {
  const lines = text.split('\n');
  const found = headingsOf(lines.slice(0, MAX_TITLES));
  if (found === null) throw new InventoryError({ line: 1, message: 'no line has the headings of a table' });
  const { line, headings, firstRow } = found;
  if (headings.length > MAX_COLUMNS)
    throw new InventoryError({ line: line + 1, message: `more than ${MAX_COLUMNS} columns` });
  const rows = rowsOf(lines, firstRow);
  if (rows.length > MAX_ROWS || rows.length * headings.length > MAX_CELLS)
    throw new InventoryError({ message: `more than ${MAX_ROWS} rows or ${MAX_CELLS} cells` });
  const cuts = cutsOf(headings, rows);
  const table = rows.map((row) => cut(row, cuts));
  return {
    header: { line: line + 1, cells: headings.map((heading) => heading.text) },
    rows: table,
    dayFirst: false,
  };
}

interface Line {
  readonly line: number;
  readonly text: string;
}

/** The rows; what follows a blank line or says that a command is done is none. */
function rowsOf(lines: readonly string[], first: number): Line[] {
  const rows: Line[] = [];
  for (let index = first; index < lines.length; index++) {
    const text = lines[index].trimEnd();
    if (text === '' && rows.length > 0) {
      // Tools part the pages of a long table with a blank line and the headings again; a text behind it is none of it.
      if (!lines.slice(index + 1, index + 3).some((next) => / {2}/.test(next.trim()))) break;
      continue;
    }
    if (text === '' || RULE.test(text) || text === lines[first - 1]?.trimEnd()) continue;
    rows.push({ line: index + 1, text });
  }
  const last = rows.at(-1);
  if (
    last !== undefined &&
    /^\s*(?:\(?\d+ rows?\b|[\p{L}' ]+[.]?$|dsquery succeeded)/iu.test(last.text) &&
    !/ {2}/.test(last.text.trim()) &&
    last.text.trim().includes(' ')
  )
    rows.pop();
  return rows;
}

/**
 * Where one column ends and the next begins: the last place between two headings that is blank in all rows, so that
 * texts longer than their heading stay whole, whichever side they are aligned to.
 */
function cutsOf(headings: readonly Heading[], rows: readonly Line[]): number[] {
  const cuts = headings.slice(1).map(({ start }, index) => {
    for (let place = start - 1; place >= headings[index].end; place--)
      if (rows.every(({ text }) => (text[place] ?? ' ') === ' ')) return place;
    return start - 1;
  });
  return [0, ...cuts, Number.POSITIVE_INFINITY];
}

function cut({ line, text }: Line, cuts: readonly number[]): TableRow {
  return { line, cells: cuts.slice(1).map((end, index) => text.slice(cuts[index], end).trim()) };
}
