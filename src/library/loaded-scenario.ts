import type { JsonObject } from '../scenario/document/json.ts';

/** Values that are put over a scenario. */
export interface ScenarioChanges {
  /** By path, as `--set` has them: `{ 'machines.desktops.count': 24 }`. */
  readonly set?: Readonly<Record<string, unknown>>;
  readonly seed?: string | number;
  /** A duration, such as `90 d`, in place of the scenario's. */
  readonly until?: string;
}

/** A scenario in which nothing is wrong; `loadScenario` makes them. */
export interface LoadedScenario {
  /** The file's name without its extension, the design's name, or `scenario`. */
  readonly name: string;
  readonly title: string;
  /** The scenario with everything merged, as plain JSON. */
  readonly document: JsonObject;
  /** The variants under `designs`, by name. */
  readonly designs: ReadonlyMap<string, LoadedScenario>;
}
