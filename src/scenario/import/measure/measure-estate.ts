import type { EstateComputer } from '../computers/estate-computer.ts';
import type { HostAnswer } from '../computers/request.ts';
import type { PlannedGroup } from '../output/scenario-plan.ts';
import type { GroupMeasure } from '../output/scenario-text.ts';

/** What logs say of an estate's behavior. */
export interface MeasuredEstate {
  /** `start` and `duration` of the scenario. */
  readonly period: Readonly<Record<string, string>>;
  /** What the requests of a computer say, in a word that is equal for those that behave alike. */
  readonly behaviorOf: (computer: EstateComputer) => string;
  readonly measureOf: (group: PlannedGroup) => GroupMeasure;
  readonly notes: readonly string[];
}

/** Measures what the requests of clients and the answers of hosts say. */
export function measureEstate(
  _computers: readonly EstateComputer[],
  _answers: readonly HostAnswer[],
): MeasuredEstate {
  return {
    period: { duration: '365 d' },
    behaviorOf: () => '',
    measureOf: () => ({ keys: {}, comments: [] }),
    notes: [],
  };
}
