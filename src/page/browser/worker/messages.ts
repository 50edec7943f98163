import type { Explanation } from '../../../advice/explain/explanation.ts';
import type { EventChoice } from '../../../recording/event-choices.ts';
import type { JsonObject } from '../../../scenario/document/json.ts';
import type { Override } from '../../../scenario/load.ts';
import type { Diagnostic } from '../../../text/diagnostics.ts';
import type { ComparisonContent } from '../../content/report-document.ts';
import type { RunContent } from '../../content/run-content.ts';
import type { CheckedFile, Files } from './check-file.ts';
import type { NamedDesign } from './compare-designs.ts';
import type { DayFrames } from './day-frames.ts';
import type { GradedAnswer } from './grade-answer.ts';
import type { PredictRequest, Revealed } from './reveal-lesson.ts';
import type { Teaching } from './teaching.ts';

/** What the page asks of its worker; each kind of request has its own answer. */
export interface Requests {
  /** Runs a scenario to its end. */
  readonly run: {
    readonly scenario: JsonObject;
    readonly events: EventChoice;
    /** Whether the tables are written and hashed. */
    readonly hashed: boolean;
  };
  /** Runs a scenario with overrides laid over it. */
  readonly change: { readonly scenario: JsonObject; readonly overrides: readonly Override[] };
  /** Says why something is as it is, and what would have changed it. */
  readonly explain: { readonly scenario: JsonObject; readonly subject: string };
  /** What a day was, minute by minute. */
  readonly day: { readonly scenario: JsonObject; readonly day: number };
  /** Writes a scenario as YAML. */
  readonly yaml: { readonly scenario: JsonObject };
  /** Finds what is wrong with a file, or doubtful about its scenario. */
  readonly check: { readonly files: Files; readonly file: string };
  /** Compares designs over some replications. */
  readonly compare: { readonly designs: readonly NamedDesign[]; readonly replications: number };
  /** What there is to learn in files: the questions of lessons, and exercises. */
  readonly teaching: { readonly files: Files };
  /** Runs a lesson, or one of its tries, after a prediction. */
  readonly predict: PredictRequest;
  /** Grades an answer to an exercise on the exercise's own seed. */
  readonly grade: { readonly files: Files; readonly exercise: string; readonly answer: string };
  /** What the language has. */
  readonly language: null;
}

export interface Answers {
  readonly run: {
    readonly content: RunContent;
    /** SHA-256 in hexadecimal by name of the file; empty where nothing was hashed. */
    readonly checksums: Readonly<Record<string, string>>;
  };
  readonly change:
    | { readonly ok: true; readonly content: RunContent; readonly yaml: string }
    | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };
  readonly explain: Explanation;
  readonly day: DayFrames;
  readonly yaml: string;
  readonly check: CheckedFile;
  readonly compare: ComparisonContent;
  readonly teaching: Teaching;
  readonly predict: Revealed;
  readonly grade: GradedAnswer;
  /** The JSON Schema of scenario files. */
  readonly language: JsonObject;
}

export type RequestName = keyof Requests;

/** A request as it is posted to the worker. */
export type PostedRequest = {
  [Name in RequestName]: { readonly id: number; readonly name: Name; readonly request: Requests[Name] };
}[RequestName];

/** What the worker posts back. */
export type PostedAnswer =
  | { readonly id: number; readonly type: 'progress'; readonly done: number }
  | { readonly id: number; readonly type: 'answer'; readonly answer: Answers[RequestName] }
  | { readonly id: number; readonly type: 'failure'; readonly message: string };
