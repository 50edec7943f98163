import type { EstateParameters } from '../model/definitions/parameters.ts';
import type { SourceRange } from '../text/source.ts';
import type { JsonObject } from './document/json.ts';
import type { EntryPart } from './document/locate.ts';
import type { Path } from './document/tree.ts';
import type { Exercise } from './schema/exercises.ts';
import type { Comparison } from './schema/expectations.ts';
import type { Lesson } from './schema/lessons.ts';

/** What a figure of a run should be. */
export interface Expectation {
  /** A path in `summary.json`. */
  readonly figure: string;
  readonly comparison: Comparison;
  /** `null`: the figure does not exist. */
  readonly value: number | null;
  /** Where it is written. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
}

/** A scenario in which nothing is wrong. */
export interface Scenario {
  readonly title: string;
  /** The day of minute 0, an ISO date. */
  readonly start: string;
  readonly seed: string;
  /** The document after `extends` and overrides, as written; it needs no other file. */
  readonly resolved: JsonObject;
  /** Those of replication 0. */
  readonly parameters: EstateParameters;
  readonly expectations: readonly Expectation[];
  /** What it asks and teaches; `null`: it is no lesson. */
  readonly lesson: Lesson | null;
  /** The task that it sets; `null`: it is no exercise. */
  readonly exercise: Exercise | null;
  /**
   * Where something of the resolved scenario is written: in its file, in one that it extends, or in an option.
   *
   * @param path keys and indexes, or one text such as `networks.site-c.dns`; what is not written, such as a default,
   * is where the innermost key on the way is
   * @param part of an entry of a map: its value, or its key; default `value`
   */
  readonly locate: (path: string | Path, part?: EntryPart) => SourceRange;
}
