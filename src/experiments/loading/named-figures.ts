import type { SourceRange } from '../../text/source.ts';

/** A figure that a scenario names, and where. */
export interface NamedFigure {
  readonly figure: string;
  readonly range: SourceRange;
  /** Whether it may be a share of replications, such as `machines.everNotification > 0`. */
  readonly isCompared: boolean;
}
