import { SaxesParser, type SaxesTagNS } from 'saxes';
import { readDate } from '../basics/dates.ts';
import { InventoryError } from '../basics/inventory-error.ts';
import { MAX_CELL, MAX_XML } from '../basics/limits.ts';
import { readInfo } from '../logs/info-line.ts';
import { LogBook } from '../logs/log-book.ts';
import { logOrigin } from '../logs/log-origin.ts';
import { type FileFacts, factsOf, type Reader, SNIFFED } from './reader.ts';

/** Events as XML: Event Viewer's export, and `wevtutil qe /f:xml`, which has no outermost element. */
export const eventXmlReader: Reader = {
  title: 'a log of requests (XML)',
  recognizes: (text) => text.trimStart().startsWith('<') && /<Events?[\s>]/.test(text.slice(0, SNIFFED)),
  read(text): FileFacts {
    const parser = new EventParser();
    parser.read(text);
    const facts = parser.book.facts();
    if (facts === null)
      return factsOf({
        origin: [`${this.title}: nothing of KMS clients`],
        notes: ['A log has no event 12288 to 12290.'],
      });
    return factsOf({ ...facts, origin: logOrigin(this.title, facts) });
  },
};

/** Elements that the fields of an event are in: as it was logged, and as it is shown. */
const DATA: ReadonlySet<string> = new Set(['EventData', 'UserData', 'RenderingInfo']);

/** What is open of an event. */
interface OpenEvent {
  readonly line: number;
  time: string;
  computer: string;
  event: string;
  readonly data: string[];
  /** Characters of its data. */
  length: number;
}

class EventParser {
  readonly book = new LogBook();
  private readonly parser = new SaxesParser({ xmlns: true, fragment: true, additionalNamespaces: {} });
  private depth = 0;
  private element = '';
  private text = '';
  private event: OpenEvent | null = null;
  /** Whether what is open is of an event's data, not of its system fields. */
  private isData = false;

  read(text: string): void {
    const { parser } = this;
    parser.on('error', (error) => this.refuse(error.message.replace(/^\d+:\d+: /, '')));
    parser.on('doctype', () => this.refuse('a document type (DOCTYPE) is not accepted'));
    parser.on('opentag', (tag) => this.open(tag));
    parser.on('text', (part) => this.addText(part));
    parser.on('cdata', (part) => this.addText(part));
    parser.on('closetag', (tag) => this.close(tag.local));
    // A declaration in front is no part of a fragment; its place stays blank, so that lines count on.
    const declaration = /^\s*<\?xml[^>]{0,200}\?>/.exec(text)?.[0] ?? '';
    parser.write(declaration.replace(/[^\n]/g, ' ') + text.slice(declaration.length)).close();
  }

  private refuse(message: string): never {
    throw new InventoryError({ line: this.parser.line, column: this.parser.column + 1, message });
  }

  private open(tag: SaxesTagNS): void {
    if (++this.depth > MAX_XML) this.refuse(`more than ${MAX_XML} elements are in one another`);
    this.element = tag.local;
    this.text = '';
    if (tag.local === 'Event')
      this.event = { line: this.parser.line, time: '', computer: '', event: '', data: [], length: 0 };
    if (DATA.has(tag.local)) this.isData = true;
    if (tag.local !== 'TimeCreated' || this.event === null) return;
    const time = Object.values(tag.attributes).find(({ local }) => local === 'SystemTime');
    this.event.time = time?.value.slice(0, MAX_CELL) ?? '';
  }

  private addText(part: string): void {
    if (this.event !== null && this.text.length < MAX_CELL) this.text += part.slice(0, MAX_CELL);
  }

  private close(name: string): void {
    this.depth--;
    const { event } = this;
    const text = this.text.trim();
    this.text = '';
    if (event === null) return;
    if (name === 'Computer') event.computer = text;
    else if (name === 'EventID') event.event = text;
    else if (name === 'Event') this.finish(event);
    else if (DATA.has(name)) this.isData = false;
    else if (this.isData && text !== '' && name === this.element && event.length < MAX_CELL) {
      event.data.push(text);
      event.length += text.length;
    }
  }

  private finish(event: OpenEvent): void {
    this.event = null;
    const number = /^\d{1,6}$/.test(event.event) ? Number(event.event) : null;
    const origin = {
      time: readDate(event.time, 'month-first'),
      computer: event.computer,
      line: event.line,
      event: number,
    };
    const parted = event.data.filter((text) => text !== '').join(',');
    const whole = event.data.map((text) => readInfo(text, origin)).find((entry) => entry !== null);
    this.book.add(whole ?? readInfo(parted, origin));
  }
}
