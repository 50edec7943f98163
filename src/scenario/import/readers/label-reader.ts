import { InventoryError } from '../basics/inventory-error.ts';
import { MAX_CELL, MAX_COLUMNS, MAX_ROWS } from '../basics/limits.ts';
import { looksLikeHeader } from '../tables/headings.ts';
import type { Table, TableRow } from '../tables/table.ts';
import { type FileFacts, type Reader, SNIFFED } from './reader.ts';
import { factsOfTable } from './table-reader.ts';

/** A value for each label, a computer after the other: `systeminfo`, PowerShell's `Format-List`, `wmic /format:list`. */
export const labelReader: Reader = {
  title: 'a list of labels and values',
  recognizes(text) {
    const start = text.slice(0, SNIFFED);
    const labels = blocksOf(start)[0]?.map(([label]) => label) ?? [];
    return labels.length > 2 && looksLikeHeader(labels);
  },
  read(text, options): FileFacts {
    return factsOfTable(tableOf(blocksOf(text)), this.title, options);
  },
};

type Labeled = readonly [label: string, value: string, line: number];

/**
 * Parts a text into computers: at blank lines, and where a label comes again. Lines without a label go on with the
 * value above, as lists of processors and updates do.
 */
function blocksOf(text: string): Labeled[][] {
  const blocks: Labeled[][] = [];
  let block: Labeled[] = [];
  let seen = new Set<string>();
  const end = () => {
    if (block.length > 0) blocks.push(block);
    block = [];
    seen = new Set();
  };
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') end();
    const found = /^([^\s:="',;\t|][^:="\t|]{0,80}?)\s*(?:[:：]|=(?!=))(?:\s+|$|(?<==))(.*)$/u.exec(
      line.slice(0, MAX_CELL),
    );
    if (found === null) continue;
    const label = found[1].trim();
    if (seen.has(label)) end();
    if (blocks.length > MAX_ROWS)
      throw new InventoryError({ line: index + 1, message: `more than ${MAX_ROWS} computers` });
    if (seen.size >= MAX_COLUMNS) continue;
    seen.add(label);
    block.push([label, found[2].trim(), index + 1]);
  }
  end();
  return blocks;
}

function tableOf(blocks: readonly Labeled[][]): Table {
  const labels = [...new Set(blocks.flatMap((block) => block.map(([label]) => label)))].slice(0, MAX_COLUMNS);
  const rows: TableRow[] = blocks.map((block) => {
    const values = new Map(block.map(([label, value]) => [label, value]));
    return { line: block[0][2], cells: labels.map((label) => values.get(label) ?? '') };
  });
  const telling = rows.filter(({ cells }) => cells.filter((cell) => cell !== '').length > 1);
  return { header: { line: blocks[0]?.[0][2] ?? 1, cells: labels }, rows: telling, dayFirst: false };
}
