import { type Condition, isEndState } from '../model/definitions/conditions.ts';
import { PLOT_HEIGHT } from './layout.ts';
import type { Column } from './thinning.ts';

/** Pixels: an end state that is there is drawn at least this high. */
const LEAST_HEIGHT = 1.5;

/** Heights to draw, by number of the condition and day; whether some are not the true ones. */
export interface DrawnHeights {
  readonly columns: readonly Column[];
  readonly lifted: boolean;
}

/**
 * The columns of a stack in which no end state is too low to be seen: one computer among thousands is drawn a pixel
 * high. What it gains the largest other condition of that day loses, so that the stack keeps its height.
 */
export function visibleEndStates(columns: readonly Int32Array[], days: number): DrawnHeights {
  const least = (highestStack(columns, days) / PLOT_HEIGHT) * LEAST_HEIGHT;
  const drawn = columns.map((column) => Float64Array.from(column));
  let lifted = false;
  for (let day = 0; day < days; day++) {
    for (const [condition, column] of drawn.entries()) {
      if (!isEndState(condition as Condition) || column[day] === 0 || column[day] >= least) continue;
      const giver = largestOther(drawn, condition, day);
      giver[day] -= Math.min(giver[day], least - column[day]);
      column[day] = least;
      lifted = true;
    }
  }
  return { columns: drawn, lifted };
}

function highestStack(columns: readonly Int32Array[], days: number): number {
  let highest = 0;
  for (let day = 0; day < days; day++) {
    const height = columns.reduce((sum, column) => sum + column[day], 0);
    highest = Math.max(highest, height);
  }
  return highest;
}

/** The column that can best spare a pixel on that day. */
function largestOther(columns: readonly Float64Array[], condition: number, day: number): Float64Array {
  const others = columns.filter((_, other) => other !== condition);
  return others.reduce((largest, column) => (column[day] > largest[day] ? column : largest));
}
