import type * as z from 'zod';
import type { TimelineAction } from '../../model/definitions/parameters.ts';
import type { EntryReport, KnownEntries } from '../schema/known.ts';
import { point } from '../schema/values.ts';

/** What the model can do at a moment of the timeline; the language has a verb of the same name for each. */
export type VerbName = TimelineAction['type'];

/** What the language knows of a verb of the timeline. */
export interface Verb<Name extends VerbName, Schema extends z.ZodObject = z.ZodObject> {
  /** Its entry's keys, `at` and the verb itself among them; the descriptions are the reference. */
  readonly schema: Schema;
  /** Reports what contradicts the rest of the scenario. */
  check(value: z.output<Schema>, known: KnownEntries, report: EntryReport): void;
  /** The model's form of an entry in which nothing is wrong. */
  toAction(value: z.output<Schema>): Extract<TimelineAction, { readonly type: Name }>;
}

/** The key that all entries of the timeline have. */
export const at = point().describe('When: a duration after the start, or a date or date-time.');

/** For a verb whose schema says all that can be wrong. */
export function nothingToCheck(): void {}

/** A verb, with the types of its functions from its name and schema. */
export function verb<Name extends VerbName, Schema extends z.ZodObject>(
  _name: Name,
  row: Verb<NoInfer<Name>, Schema>,
): Verb<Name, Schema> {
  return row;
}
