import type { DayDataset } from './frame.ts';

/** An area down to the axis, without an outline; the lower ones of a stack are drawn over the upper ones. */
export function area(label: string, color: string): Omit<DayDataset, 'data'> {
  return {
    label,
    backgroundColor: color,
    borderColor: color,
    borderWidth: 0,
    fill: 'origin',
    stepped: 'before',
    pointRadius: 0,
    pointHitRadius: 4,
  };
}
