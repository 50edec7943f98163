import type { BandsOverTime } from '../../charts/comparison/band-charts.ts';
import type { Comparison } from '../../experiments/comparison/compare.ts';
import type { EventChoice } from '../../recording/event-choices.ts';
import type { Figures } from '../../recording/figures/figures.ts';
import type { JsonObject } from '../../scenario/document/json.ts';
import type { RunContent } from './run-content.ts';

/** What a page is made from. */
export type ReportDocument = RunReport | ComparisonReport | PlaygroundDocument;

/** How results were made, for the reader and for repeating them. */
export interface Origin {
  readonly version: string;
  readonly seed: string;
  readonly commandLine: readonly string[];
}

/** The page of one run. */
export interface RunReport extends Origin {
  readonly kind: 'run';
  /** The scenario with everything merged: what the page repeats. */
  readonly scenario: JsonObject;
  /** Which events the run wrote. */
  readonly events: EventChoice;
  /** SHA-256 in hexadecimal of the files that the page makes anew, by name. */
  readonly checksums: Readonly<Record<string, string>>;
  readonly run: RunContent;
  /** What the page leaves out because it would be too large, in words; `null`: nothing. */
  readonly leftOut: string | null;
}

/** One of the designs of a comparison. */
export interface DesignDocument {
  readonly name: string;
  readonly title: string;
  readonly scenario: JsonObject;
  /** The figures of its replication 0, against which the page checks itself; `null` where that one was not run. */
  readonly figures: Figures | null;
}

/** Everything that a page shows of a comparison. */
export interface ComparisonContent {
  readonly title: string;
  readonly comparison: Comparison;
  readonly designs: readonly DesignDocument[];
  /** Daily figures of all designs. */
  readonly bands: readonly BandsOverTime[];
}

/** The page of a comparison. */
export interface ComparisonReport extends Origin {
  readonly kind: 'compare';
  readonly content: ComparisonContent;
}

/** A scenario that comes with the playground. */
export interface PlaygroundFile {
  /** The name of the file. */
  readonly name: string;
  readonly text: string;
}

/** The page in which scenarios are written and run. */
export interface PlaygroundDocument {
  readonly kind: 'playground';
  readonly version: string;
  readonly files: readonly PlaygroundFile[];
}
