import type { JsonObject } from '../../scenario/document/json.ts';
import type { Design } from '../design/design.ts';

/** What warnings look at. */
export interface Subject {
  readonly design: Design;
  /** The scenario's document after `extends` and overrides, as written. */
  readonly written: JsonObject;
}

/** One place of a design that will hurt. Names are between backquotes. */
export interface Finding {
  /** Keys and indexes from the top of the document to what is wrong; the innermost may be missing there. */
  readonly path: readonly (string | number)[];
  /** One sentence without its full stop: what is wrong. */
  readonly message: string;
  /** What to write instead. */
  readonly help: string;
}

/** Where a kind of warning comes from: the document and its section. */
export function sourceOf({ source = 'Planning Guide', section }: WarningKind): string {
  return `${source}, ${section}`;
}

/** A kind of warning. */
export interface WarningKind {
  /** Finds every place, in the order of the file. */
  readonly check: (subject: Subject) => Finding[];
  /** The section of the Planning Guide that it follows from, or of another source. */
  readonly section: string;
  /** The other source; left out: the Planning Guide. */
  readonly source?: string;
  /** What it means and why it hurts, for `vasim explain WARNING`; whole sentences. */
  readonly explanation: string;
}
