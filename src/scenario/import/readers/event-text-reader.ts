import { readDate } from '../basics/dates.ts';
import { InventoryError } from '../basics/inventory-error.ts';
import { entryOrderOf } from '../logs/entry-dates.ts';
import { hasInfo, readInfo } from '../logs/info-line.ts';
import { LogBook } from '../logs/log-book.ts';
import { logOrigin } from '../logs/log-origin.ts';
import { findStart } from '../tables/separators.ts';
import { type FileFacts, factsOf, type Reader, SNIFFED } from './reader.ts';

/** Events as text: `wevtutil qe /f:text`, PowerShell's `Get-WinEvent | Format-List`, a message a line. */
export const eventTextReader: Reader = {
  title: 'a log of requests (text)',
  recognizes(text) {
    const start = text.slice(0, SNIFFED);
    const first = start.slice(findStart(start).start).trimStart().split('\n', 1)[0];
    const isTable = first.includes('\t') || (first.match(/[,;]/g) ?? []).length > 1;
    return start.split('\n').some(hasInfo) && (!isTable || hasInfo(first));
  },
  read(text): FileFacts {
    const entries = entriesOf(text.split('\n'));
    const order = entryOrderOf(
      entries.map(({ date, info }) => ({ date, message: info })),
      'month-first',
    );
    const book = new LogBook();
    for (const { line, date, computer, event, info } of entries) {
      book.add(readInfo(info, { time: readDate(date, order), computer, line, event }));
    }
    const facts = book.facts();
    if (facts === null)
      throw new InventoryError({ line: 1, column: 1, message: 'no request of a KMS client is in this log' });
    return factsOf({ ...facts, origin: logOrigin(this.title, facts) });
  },
};

/** An event: what stands in front of its fields. */
interface TextEntry {
  readonly line: number;
  readonly date: string;
  readonly computer: string;
  readonly event: number | null;
  readonly info: string;
}

const LABELS = {
  date: /^\s*(?:date|timecreated|timegenerated|time|datum|data|fecha|日付|日期)\s*[:：]\s*(.*)$/i,
  computer: /^\s*(?:computer|machinename|ordinateur|equipo|コンピューター|计算机)\s*[:：]\s*(\S+)\s*$/i,
  event: /^\s*(?:event ?id|id|ereignis-?id|eventid|instanceid)\s*[:：]\s*(\d{1,6})\s*$/i,
} as const;

function entriesOf(lines: readonly string[]): TextEntry[] {
  const entries: TextEntry[] = [];
  let [date, computer, event] = ['', '', null as number | null];
  for (const [index, full] of lines.entries()) {
    const line = full.slice(0, 4_096);
    if (/^\s*Event\[\d+\]/i.test(line)) [date, computer, event] = ['', '', null];
    date = LABELS.date.exec(line)?.[1] ?? date;
    computer = LABELS.computer.exec(line)?.[1] ?? computer;
    const number = LABELS.event.exec(line)?.[1];
    if (number !== undefined) event = Number(number);
    if (hasInfo(line)) entries.push({ line: index + 1, date, computer, event, info: line });
  }
  return entries;
}
