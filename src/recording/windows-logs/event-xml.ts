import type { RowFormat } from '../tables/row-format.ts';
import type { RowCell } from '../tables/tables.ts';
import type { Utf8Text } from '../tables/utf8-text.ts';

const NAMESPACE = 'http://schemas.microsoft.com/win/2004/08/events/event';
/** Events that the host keeps in a log of its own; the others are in the Application log. */
const REQUEST_PROCESSED = 12_290;

/**
 * A log as Event Viewer saves it as XML. Rows have the columns of the CSV: time, source, event, computer, info. Times
 * are those of the scenario, which has no time zone: they are marked as UTC, as Windows does.
 */
export function eventXmlFormat(): RowFormat {
  let record = 0;
  function row(text: Utf8Text, cells: readonly RowCell[]): void {
    record += 1;
    text.add(eventElement(cells, record));
  }
  return {
    begin: (text) => text.add('<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n<Events>\n'),
    row,
    written: (text, written) => row(text, written.cells()),
    end: (text) => text.add('</Events>\n'),
  };
}

function eventElement([time, source, event, computer, info]: readonly RowCell[], record: number): string {
  const channel = event === REQUEST_PROCESSED ? 'Key Management Service' : 'Application';
  const system = [
    `<Provider Name="${escaped(source)}"/>`,
    `<EventID>${event}</EventID><Version>0</Version><Level>4</Level><Task>0</Task><Opcode>0</Opcode>`,
    '<Keywords>0x80000000000000</Keywords>',
    `<TimeCreated SystemTime="${escaped(time)}:00.000Z"/>`,
    `<EventRecordID>${record}</EventRecordID><Channel>${channel}</Channel>`,
    `<Computer>${escaped(computer)}</Computer>`,
  ].join('');
  return `<Event xmlns="${NAMESPACE}"><System>${system}</System><EventData><Data>${escaped(info)}</Data></EventData></Event>\n`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(cell: RowCell): string {
  return String(cell).replace(/[&<>"]/g, (character) => ENTITIES[character]);
}
