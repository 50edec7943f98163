import { InventoryError } from '../basics/inventory-error.ts';
import { MAX_CELL, MAX_CELLS, MAX_COLUMNS, MAX_ROWS } from '../basics/limits.ts';
import { counted } from '../basics/shown.ts';
import type { Table, TableRow } from '../tables/table.ts';
import { type FileFacts, type Reader, SNIFFED } from './reader.ts';
import { factsOfTable } from './table-reader.ts';

/** LDIF (RFC 2849) as ldifde and ldapsearch write it. */
export const ldifReader: Reader = {
  title: 'an LDIF file',
  recognizes: (text) =>
    /^(?:[ \t]*\n|#[^\n]*\n)*(?:version\s*:\s*\d+\s*\n|dn::? ?[^\n,;]*=)/i.test(text.slice(0, SNIFFED)),
  read(text, options): FileFacts {
    const { entries, deleted, changed } = readEntries(text);
    const facts = factsOfTable(tableOf(entries), this.title, options);
    const notes = [...facts.notes];
    if (deleted > 0)
      notes.push(`${counted(deleted, 'entry', 'entries')} of the LDIF file are deletions: not read.`);
    if (changed > 0)
      notes.push(
        `${counted(changed, 'entry', 'entries')} of the LDIF file are changes of what is elsewhere: not read.`,
      );
    return { ...facts, notes };
  },
};

/** Attributes of an entry in the order of the file, the values of each joined by `; `. */
interface LdifEntry {
  readonly line: number;
  readonly attributes: ReadonlyMap<string, string>;
}

interface Entries {
  readonly entries: readonly LdifEntry[];
  readonly deleted: number;
  readonly changed: number;
}

function readEntries(text: string): Entries {
  const entries: LdifEntry[] = [];
  let deleted = 0;
  let changed = 0;
  let line = 1;
  for (const block of text.split(/\n[ \t]*\n/)) {
    const start = line + leadingLines(block);
    line += block.split('\n').length + 1;
    const attributes = readAttributes(block, start);
    if (!attributes.has('dn')) continue;
    const change = attributes.get('changetype')?.toLowerCase() ?? 'add';
    if (change === 'delete') deleted++;
    else if (change !== 'add') changed++;
    else if (entries.length === MAX_ROWS)
      throw new InventoryError({ line: start, message: `more than ${MAX_ROWS} entries` });
    else entries.push({ line: start, attributes });
  }
  return { entries, deleted, changed };
}

function leadingLines(block: string): number {
  return /^\n*/.exec(block)![0].length;
}

function readAttributes(block: string, start: number): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  // A line that begins with a blank goes on with the one before it, also a comment.
  for (const [index, line] of block
    .replace(/\n[ \t]/g, '')
    .split('\n')
    .entries()) {
    if (line.startsWith('#') || line.trim() === '' || line === '-') continue;
    const found = /^([A-Za-z][A-Za-z0-9;.-]{0,200})(::?|:<)[ \t]*([\s\S]*)$/.exec(line);
    if (found === null)
      throw new InventoryError({
        line: start + index,
        column: 1,
        message: 'expected `ATTRIBUTE: VALUE` in this LDIF file',
      });
    const [, name, sign, value] = found;
    const key = name.replace(/;.*$/, '').toLowerCase();
    if (attributes.size >= MAX_COLUMNS && !attributes.has(key)) continue;
    const before = attributes.get(key);
    const read = sign === '::' ? fromBase64(value) : sign === ':' ? value.trim() : '';
    const joined = before === undefined ? read : `${before}; ${read}`;
    attributes.set(key, joined.slice(0, MAX_CELL));
  }
  return attributes;
}

/** The text in base64; of what is no text the replacement character remains. */
function fromBase64(value: string): string {
  const plain = value.replace(/\s/g, '').slice(0, 4 * MAX_CELL);
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(plain)) return '';
  try {
    const bytes = Uint8Array.from(atob(plain), (character) => character.charCodeAt(0));
    return new TextDecoder().decode(bytes);
  } catch {
    return '';
  }
}

/** Attributes that are read; a full export of a directory has hundreds. */
const READ =
  /^(?:dn|cn|name|distinguishedname|canonicalname|samaccountname|dnshostname|serviceprincipalname|objectclass|description|useraccountcontrol|operatingsystem.*|lastlogon.*|location|site.*|l|physicaldeliveryofficename|info|comment|department|extensionattribute\d+|office|subnet.*|.*virtual.*)$/;

function tableOf(entries: readonly LdifEntry[]): Table {
  const asked = new Set(
    entries.flatMap(({ attributes }) => [...attributes.keys()].filter((name) => READ.test(name))),
  );
  const names = [...asked].slice(0, MAX_COLUMNS);
  if (entries.length * names.length > MAX_CELLS)
    throw new InventoryError({ message: `more than ${MAX_CELLS} values` });
  const rows: TableRow[] = entries.map(({ line, attributes }) => ({
    line,
    cells: names.map((name) => attributes.get(name) ?? ''),
  }));
  return { header: { line: 1, cells: names }, rows, dayFirst: false };
}
