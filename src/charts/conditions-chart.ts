import type { ChartConfiguration } from 'chart.js';
import { CONDITION_NAMES, Condition } from '../model/definitions/conditions.ts';
import type { GroupSeries, RunSeries } from '../recording/run-series.ts';
import { plainText } from '../text/plain-text.ts';
import { plural } from '../text/plural.ts';
import { area } from './area.ts';
import { CONDITION_ORDER } from './condition-order.ts';
import { conditionTotals } from './condition-totals.ts';
import { visibleEndStates } from './end-state-heights.ts';
import { countAxis, dayPoints, framed } from './frame.ts';
import { plotWidth } from './layout.ts';
import { CONDITION_COLORS } from './palette.ts';
import { datedStep, stepName, whenShown } from './sampling.ts';
import { highestDay, shownDays, thinningNote, withRoomForPeaks } from './thinning.ts';

/** From the axis upward: what a planner must not miss stands on the axis, where small numbers can be read. */
const STACK: readonly Condition[] = [...CONDITION_ORDER].reverse();
const GROUP_NAME_LIMIT = 40;
const LIFTED = 'where these are too few to be seen they are drawn one pixel high';

/**
 * Computers in each license condition at the end of each day, as stacked areas: the whole estate, or one group.
 * Conditions that never occur are left out.
 * @throws RangeError when there is no group of that name.
 */
export function conditionsChart(series: RunSeries, group?: string): ChartConfiguration {
  const groups = group === undefined ? series.groups : [groupNamed(series, group)];
  return stacked(group === undefined ? series : touching(series, groups[0]), groups, {
    whose: whose(group),
    counted: 'computer',
    endStates: 'Notification or Unlicensed',
  });
}

/** What a chart counts, in words. */
interface Counted {
  /** Of what the conditions are. */
  readonly whose: string;
  /** One of what is counted. */
  readonly counted: string;
  /** The end states that it can have. */
  readonly endStates: string;
}

/** Office on computers in each of its license conditions at the end of each day, as stacked areas. */
export function officeChart(series: RunSeries): ChartConfiguration {
  // Thresholds are passed by counts of Windows, which are none of Office.
  const marks = series.marks.filter(({ passed }) => passed === null);
  return stacked({ ...series, marks }, series.office === null ? [] : [series.office], {
    whose: 'Office',
    counted: 'installation',
    endStates: 'Notification',
  });
}

function stacked(
  series: RunSeries,
  sources: readonly Pick<GroupSeries, 'conditions'>[],
  words: Counted,
): ChartConfiguration {
  const { inCondition, inEndState } = conditionTotals(sources, series.steps);
  const occurring = STACK.filter((condition) => inCondition[condition].some((machines) => machines > 0));
  const troubles = occurring.filter((condition) => condition !== Condition.Licensed);
  const peaks = [inEndState, ...troubles.map((condition) => inCondition[condition])];
  const extremes = shownDays(series.steps, peaks);
  const shown = withRoomForPeaks(extremes, inEndState, series.steps / plotWidth());
  const heights = visibleEndStates(inCondition, series.steps);
  return framed(series, {
    caption: `License conditions of ${words.whose} ${whenShown(series)}`,
    notes: [worstDay(series, inEndState, words), heights.lifted ? LIFTED : undefined, thinningNote(shown)],
    datasets: occurring.map((condition) => ({
      ...area(CONDITION_NAMES[condition], CONDITION_COLORS[condition]),
      data: dayPoints(shown.days, series, heights.columns[condition]),
      yAxisID: 'y',
    })),
    axes: { y: { ...countAxis(`${words.counted}s`), stacked: true } },
    legendReversed: true,
  });
}

/** A group's chart has the outages of what the group depends on, and its marks. */
function touching(series: RunSeries, { name, surroundings }: GroupSeries): RunSeries {
  return {
    ...series,
    outages: series.outages.filter(({ subject }) => surroundings.includes(subject)),
    marks: series.marks.filter(({ subject }) => subject === name || surroundings.includes(subject)),
  };
}

function groupNamed(series: RunSeries, name: string): GroupSeries {
  const group = series.groups.find((candidate) => candidate.name === name);
  if (group === undefined) throw new RangeError(`no group ${name} in this run`);
  return group;
}

function whose(group: string | undefined): string {
  return group === undefined ? 'all computers' : `group ${plainText(group, GROUP_NAME_LIMIT)}`;
}

function worstDay(series: RunSeries, inEndState: Int32Array, { counted, endStates }: Counted): string {
  const worst = highestDay(inEndState, 0, inEndState.length);
  const machines = inEndState[worst] ?? 0;
  if (machines === 0) return `no ${counted} ended a ${stepName(series)} in ${endStates}`;
  return `at most ${plural(machines, counted)} in ${endStates}, reached on ${datedStep(series, worst)}`;
}
