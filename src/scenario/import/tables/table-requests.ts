import { dateOrderOf, readDate } from '../basics/dates.ts';
import { entryOrderOf } from '../logs/entry-dates.ts';
import { hasInfo, readInfo } from '../logs/info-line.ts';
import { LogBook, type LogFacts } from '../logs/log-book.ts';
import { readMinutes, readStatus } from '../logs/statuses.ts';
import { normalizeHeading } from './headings.ts';
import { looksLikeRequests, REQUEST_FIELDS, REQUEST_HEADINGS, type RequestField } from './request-columns.ts';
import type { Table } from './table.ts';

/** Rows that are looked at to see whether a table is a log. */
const LOOKED_AT = 200;

const EVENT_HEADINGS = [
  'eventid',
  'id',
  'ereignisid',
  'iddelevenement',
  'evenement',
  'idevento',
  'idevento',
  'событие',
  'イベントid',
  '事件id',
  'eventcode',
  'instanceid',
];
const TIME_HEADINGS = [
  ...REQUEST_HEADINGS.time,
  'datumunduhrzeit',
  'dateetheure',
  'fechayhora',
  'dataeora',
  'datumentijd',
  'дата и время',
  '日付と時刻',
  '日期和时间',
  'datum',
];
const COMPUTER_HEADINGS = [
  'computer',
  'machinename',
  'machine',
  'computername',
  'ordinateur',
  'equipo',
  'pscomputername',
  'host',
];

/** Whether rows have the messages of events 12288 to 12290. */
export function looksLikeEvents({ rows }: Table): boolean {
  return rows.slice(0, LOOKED_AT).some(({ cells }) => cells.some(hasInfo));
}

/** Whether the columns are those of requests that a script has parted. */
export function looksLikeParted({ header }: Table): boolean {
  return looksLikeRequests(header.cells.map(normalizeHeading));
}

/** Reads a table of events whose messages have the fields, in whatever column; null when there are none. */
export function readEventRows({ header, rows, dayFirst }: Table): LogFacts | null {
  const headings = header.cells.map(normalizeHeading);
  const column = (names: readonly string[]) => headings.findIndex((heading) => names.includes(heading));
  const [event, time, computer] = [column(EVENT_HEADINGS), column(TIME_HEADINGS), column(COMPUTER_HEADINGS)];
  const order = entryOrderOf(
    rows.map(({ cells }) => ({ date: cells[time] ?? '', message: cells.find(hasInfo) ?? '' })),
    dayFirst ? 'day-first' : 'month-first',
  );
  const book = new LogBook();
  for (const { line, cells } of rows) {
    const number = Number(cells[event] ?? '');
    const known = Number.isInteger(number) && number > 0 ? number : null;
    const isPublication = known === 12293 || known === 12294;
    const message = cells.find(hasInfo) ?? (isPublication ? (cells.at(-1) ?? '') : '');
    if (message === '') continue;
    const at = readDate(cells[time] ?? '', order);
    book.add(readInfo(message, { time: at, computer: (cells[computer] ?? '').trim(), line, event: known }));
  }
  return book.facts();
}

/** Reads a table of requests, a column for each field; null when there are none. */
export function readRequestRows({ header, rows, dayFirst }: Table): LogFacts | null {
  const headings = header.cells.map(normalizeHeading);
  const taken = new Set<number>();
  const columns = Object.fromEntries(REQUEST_FIELDS.map((field) => [field, columnOf(field)])) as Record<
    RequestField,
    number
  >;
  const cellsOf = (field: RequestField) => rows.map(({ cells }) => cells[columns[field]] ?? '');
  const order = dateOrderOf(
    columns.time < 0 ? cellsOf('client-time') : cellsOf('time'),
    dayFirst ? 'day-first' : 'month-first',
  );
  const book = new LogBook();
  for (const { line, cells } of rows) {
    const cell = (field: RequestField) => (cells[columns[field]] ?? '').trim();
    const time = readDate(cell('time'), order) ?? readDate(cell('client-time'), order);
    if (time === null || cell('client') === '') continue;
    const request = {
      time,
      line,
      client: cell('client'),
      clientMachineId: cell('cmid').replace(/[{}]/g, '').toLowerCase(),
      virtual: /^(?:1|true|yes|vm|virtual)$/i.test(cell('virtual'))
        ? true
        : /^(?:0|false|no|physical)$/i.test(cell('virtual'))
          ? false
          : null,
      status: readStatus(cell('status')),
      minutesToExpiry: readMinutes(cell('expiry')),
      activationId: cell('activation-id'),
      threshold: /^\d{1,4}$/.test(cell('threshold')) ? Number(cell('threshold')) : null,
      code: /^(?:0x[0-9a-f]{1,8}|\d{1,10})$/i.test(cell('code')) ? Number(cell('code')) : 0,
      host: cell('host'),
    };
    book.add({ kind: 'request', request });
  }
  return book.facts();

  function columnOf(field: RequestField): number {
    for (const heading of REQUEST_HEADINGS[field]) {
      const column = headings.indexOf(heading);
      if (column < 0 || taken.has(column)) continue;
      taken.add(column);
      return column;
    }
    return -1;
  }
}
