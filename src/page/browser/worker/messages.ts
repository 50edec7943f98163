import type { EventChoice } from '../../../recording/event-choices.ts';
import type { JsonObject } from '../../../scenario/document/json.ts';
import type { Override } from '../../../scenario/load.ts';
import type { Diagnostic } from '../../../text/diagnostics.ts';
import type { RunContent } from '../../content/run-content.ts';

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
  /** Writes a scenario as YAML. */
  readonly yaml: { readonly scenario: JsonObject };
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
  readonly yaml: string;
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
