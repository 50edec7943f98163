import type { Estate } from '../../model/definitions/estate.ts';
import type { MachineId } from '../../model/definitions/ids.ts';
import type { FigureWatch } from './figure-watch.ts';
import { LapseRisk } from './lapse-risk.ts';
import { MachineTotals } from './machine-totals.ts';

/** The sums over the machines of a run that is over: of the estate, and of each group in their order. */
export interface RunTotals {
  readonly estate: MachineTotals;
  readonly groups: readonly MachineTotals[];
}

/** Adds up a run that is over. */
export function runTotals(estate: Estate, watch: FigureWatch): RunTotals {
  const { machines, history, parameters } = estate;
  const end = { risk: new LapseRisk(estate), unmanaged: watch.unmanaged, waits: watch.waits };
  const all = new MachineTotals();
  const groups = machines.groups.map((group) => {
    const totals = new MachineTotals();
    for (let index = 0; index < group.count; index += 1)
      totals.add(estate, (group.first + index) as MachineId, group, end);
    totals.peakEnded = history.peakInEndState(group);
    totals.graceReminders = history.reminders(group, parameters.duration);
    all.include(totals);
    return totals;
  });
  all.peakEnded = history.peakInEndState();
  return { estate: all, groups };
}
