import type { SettingValue } from '../../experiments/comparison/sweep.ts';
import { plainText } from '../../text/plain-text.ts';
import { axisTitle, markedAxis } from '../axes.ts';

const MAX_MARKS = 25;
const MAX_DEGREES = 40;

/** The values of a setting along an axis. */
export interface SettingScale {
  /** Path of the setting; untrusted. */
  readonly setting: string;
  /** In the order of their places, each with its name. */
  readonly marks: readonly { readonly value: number; readonly label: string }[];
  readonly min: number;
  readonly max: number;
}

/** An axis with as many of a setting's values as have room. */
export function settingAxis({ setting, marks, min, max }: SettingScale) {
  const every = Math.ceil(marks.length / MAX_MARKS);
  const shown = marks.filter((_, index) => index % every === 0);
  return { ...markedAxis(shown, min, max, MAX_DEGREES), title: axisTitle(plainText(setting)) };
}

/** A value of a setting as charts show it. */
export function settingText(value: SettingValue, limit: number): string {
  return plainText(String(value), limit);
}
