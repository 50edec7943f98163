import { CalendarError, minuteOf, type PointInTime } from '../../text/point-in-time.ts';
import type { Path } from '../document/tree.ts';
import type { ScenarioDiagnostics } from '../errors/scenario-errors.ts';
import { type Entry, type ParsedScenario, rangeIn } from '../parsing/parsed-scenario.ts';

/** Reports points in time that are before the start, or a century after it. */
export function checkPoints(
  { settings, sections, timeline }: ParsedScenario,
  diagnostics: ScenarioDiagnostics,
): void {
  const { start } = settings;
  if (start === undefined) return;
  for (const host of sections.hosts.values()) check(host, host.value.online, 'online');
  for (const group of sections.machines.values()) {
    check(group, group.value.install.at, 'install', 'at');
    if (group.value.genuine !== undefined) check(group, group.value.genuine.validate, 'genuine', 'validate');
  }
  for (const entry of timeline) check(entry, entry.value.at, 'at');

  function check(entry: Entry<unknown>, point: PointInTime, ...path: Path): void {
    try {
      minuteOf(point, start!);
    } catch (error) {
      if (!(error instanceof CalendarError)) throw error;
      diagnostics.error('outside-the-run', rangeIn(entry, ...path), error.message);
    }
  }
}
