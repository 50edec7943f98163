import { DurationError, parseDuration } from '../../text/duration.ts';
import type { SettingValue } from './sweep.ts';

/** Where a value of a setting is on a true axis: a number itself, a duration in minutes; `null` of a name or a switch. */
export function placeOfSetting(value: SettingValue): number | null {
  if (typeof value !== 'string') return typeof value === 'number' ? value : null;
  try {
    return parseDuration(value);
  } catch (error) {
    if (error instanceof DurationError) return null;
    throw error;
  }
}
