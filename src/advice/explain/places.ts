import type { Scenario } from '../../scenario/scenario.ts';
import { lineOf } from '../../text/source.ts';

/** Steps from the top of a scenario inward: keys of maps and indexes of lists. */
export type ScenarioPath = readonly (string | number)[];

/** Where a scenario says something: the place of a path as `FILE:LINE`, or `null` where it says nothing of it. */
export type Locate = (path: ScenarioPath) => string | null;

/** Places in a scenario; what is a default is where the innermost key on the way is. */
export function locateIn({ locate }: Scenario): Locate {
  return (path) => {
    const { source, start } = locate(path);
    return `${source.file}:${lineOf(source, start)}`;
  };
}

/** The file of a place. */
export function filePart(place: string | null): string | null {
  return place === null ? null : place.slice(0, place.lastIndexOf(':'));
}

/** The line of a place, from 1. */
export function linePart(place: string | null): number | null {
  return place === null ? null : Number(place.slice(place.lastIndexOf(':') + 1));
}
