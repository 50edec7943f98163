import { MINUTES_PER_DAY, MINUTES_PER_HOUR, type Minute, type Minutes } from '../../engine/time.ts';
import type { Simulation } from '../../model/simulation.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import type { Timestamps } from '../../text/timestamps.ts';
import type { CountFall } from './count-falls.ts';
import { figureAt } from './expectations.ts';
import type { Figures } from './figures.ts';

/** The first machine that came to the end of its grace. */
export interface FirstEnd {
  readonly machine: string;
  readonly minute: Minute;
}

/** What a run's figures do not say by themselves. */
export interface RunFacts {
  /** `null`: every machine stayed out of Notification and Unlicensed. */
  readonly firstEnd: FirstEnd | null;
  readonly falls: readonly CountFall[];
}

const GROUPS_NAMED = 4;
const FALLS_NAMED = 3;

/** What happened, in a few lines for a first reader: to how many machines, and first when. */
export function runHighlights(
  scenario: Scenario,
  simulation: Simulation,
  summary: Figures,
  { firstEnd, falls }: RunFacts,
  timestamps: Timestamps,
): string[] {
  const figure = (path: string) => figureAt(summary, `machines.${path}`) ?? 0;
  const total = figure('total');
  return [
    `${scenario.title}: ${lengthOf(simulation.estate.parameters.duration)} from ${scenario.start}, ` +
      `${counted(total, 'machine')}, ${counted(simulation.estate.hosts.all.length, 'KMS host')}`,
    licensedLine(summary, total),
    ...(firstEnd === null
      ? ['No machine reached the end of its grace.']
      : endedLines(simulation, summary, firstEnd, timestamps)),
    ...falls.slice(0, FALLS_NAMED).map((fall) => fallLine(fall, timestamps)),
    endLine(figure('licensedAtEnd'), figure('installed') - figure('retired')),
  ];
}

function licensedLine(summary: Figures, total: number): string {
  const licensed = figureAt(summary, 'machines.everLicensed') ?? 0;
  const median = figureAt(summary, 'machines.timeToLicensed.p50');
  const most = figureAt(summary, 'machines.timeToLicensed.p95');
  const delays = [
    ...(median === null ? [] : [`half of all ${delayOf(median)}`]),
    ...(most === null ? [] : [`95 % ${delayOf(most)}`]),
  ];
  const tail = delays.length === 0 ? '' : `: ${delays.join(', ')}`;
  return `${licensed} of ${counted(total, 'machine')} ${isSingular(licensed, total) ? 'was' : 'were'} licensed${tail}.`;
}

function delayOf(minutes: Minutes): string {
  return minutes === 0 ? 'at once' : `within ${lengthOf(minutes)} of installation`;
}

function isSingular(part: number, whole: number): boolean {
  return part === 1 || whole === 1;
}

function endLine(licensed: number, inService: number): string {
  const machines = counted(inService, 'machine');
  return `At the end ${licensed} of ${machines} in service ${isSingular(licensed, inService) ? 'is' : 'are'} licensed.`;
}

function endedLines(
  simulation: Simulation,
  summary: Figures,
  firstEnd: FirstEnd,
  timestamps: Timestamps,
): string[] {
  const ended = figureAt(summary, 'machines.everNotification') ?? 0;
  const peak = figureAt(summary, 'machines.peakNotification') ?? 0;
  const groups = simulation.estate.machines.groups
    .map(({ name }) => ({ name, ended: figureAt(summary, `groups.${name}.everNotification`) ?? 0 }))
    .filter((group) => group.ended > 0);
  const named = groups.slice(0, GROUPS_NAMED).map((group) => `${group.ended} of ${group.name}`);
  if (groups.length > GROUPS_NAMED)
    named.push(`others of ${counted(groups.length - GROUPS_NAMED, 'more group')}`);
  const day = Math.floor(firstEnd.minute / MINUTES_PER_DAY);
  return [
    `${counted(ended, 'machine')} reached the end of ${ended === 1 ? 'its' : 'their'} grace: ` +
      `${named.join(', ')}; ${peak} at the worst time.`,
    `The first was ${firstEnd.machine} on ${timestamps.time(firstEnd.minute)} (day ${day}).`,
  ];
}

function fallLine({ host, threshold, day, stillLow }: CountFall, timestamps: Timestamps): string {
  const end = stillLow ? 'stayed there' : 'came back later';
  return `The count of ${host} fell below ${threshold} on ${timestamps.date(day)} (day ${day}) and ${end}.`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** A length of time in the largest unit that says it well. */
function lengthOf(minutes: Minutes): string {
  if (minutes >= 2 * MINUTES_PER_DAY) return `${rounded(minutes / MINUTES_PER_DAY)} days`;
  if (minutes >= 2 * MINUTES_PER_HOUR) return `${rounded(minutes / MINUTES_PER_HOUR)} hours`;
  return counted(minutes, 'minute');
}

function rounded(value: number): string {
  return String(Math.round(value * 10) / 10);
}
