import type { EstateParameters } from '../../model/definitions/parameters.ts';
import type { JsonObject } from '../../scenario/document/json.ts';

/** What results tell of one of the estates that are compared. */
export interface DesignLabel {
  /** What results call it. */
  readonly name: string;
  readonly title: string;
  /** ISO date of minute 0. */
  readonly start: string;
  /** The scenario with everything merged. */
  readonly resolved: JsonObject;
  /** Whether chance plays a part in it. */
  readonly random: boolean;
}

/** One of the estates that are compared, ready to be run. */
export interface Design extends DesignLabel {
  readonly parameters: EstateParameters;
}

/** One run among many: a design, by its place in the list of all, and the number of the repetition. */
export interface ReplicationTask {
  readonly design: number;
  /** From 0. */
  readonly replication: number;
}

/** A run of a design that the pool does not know from its start: it travels with the task. */
export interface OwnTask {
  readonly parameters: EstateParameters;
  /** From 0. */
  readonly replication: number;
}
