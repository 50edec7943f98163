import { plainText } from '../../text/plain-text.ts';
import { existingOf } from '../statistics/pairs.ts';
import { shownMean, shownTitle } from './shown-value.ts';
import type { SettingValue, SweepPoint, SweptFigure } from './sweep.ts';
import { findTipping, type Tipping } from './tipping.ts';

/** Figures of which 0 says that a design does not work at all. */
const LICENSED = /(?:^|\.)(?:everLicensed|licensedAtEnd|activations)$/;

/**
 * Where the answer tips, as sentences without periods: one for a sweep over one setting, one for each value of the second
 * setting for a sweep over two. `site-a needs 25 machines: at 24 none is ever licensed`.
 */
export function tippingSentences(swept: SweptFigure): string[] {
  const [first, second] = swept.settings;
  if (second === undefined) return [sentence(swept, swept.points)];
  const rows = new Map<SettingValue, SweepPoint[]>();
  for (const point of swept.points) rows.set(point.values[1], [...(rows.get(point.values[1]) ?? []), point]);
  return [...rows].map(
    ([value, points]) =>
      `with ${plainText(second)} = ${shownSetting(value)}: ${sentence({ ...swept, settings: [first] }, points)}`,
  );
}

function sentence(swept: SweptFigure, points: readonly SweepPoint[]): string {
  const { tipping, course, seen } = findTipping({ ...swept, points });
  if (tipping !== null)
    return `${claim(swept, tipping)}: ${evidence(swept, tipping)}${remarks(swept, tipping)}`;
  const title = shownTitle(swept.description);
  const setting = plainText(swept.settings[0]);
  if (seen !== null)
    return `${title} is seen in ${seenIn(seen)} at ${setting} = ${settingOf(seen)}, too few to say where it tips`;
  if (course === 'stays') return `no change of ${title} along ${setting} is shown`;
  return `${title} ${course} gradually along ${setting}: no value at which it tips`;
}

/** `1 of 30 replications`: those in which the figure is not 0. */
function seenIn({ column }: SweepPoint): string {
  const values = existingOf(column);
  return `${values.filter((value) => value !== 0).length} of ${values.length} replications`;
}

/** What follows for the setting, where one side is plainly the wanted one; else only where the answer tips. */
function claim(swept: SweptFigure, tipping: Tipping): string {
  const good = goodSide(swept, tipping);
  const { before, after } = tipping;
  if (good === 'unknown' || typeof after.values[0] !== 'number')
    return `the answer tips between ${plainText(swept.settings[0])} = ${settingOf(before)} and ${settingOf(after)}`;
  const group = /^machines\.(.+)\.count$/.exec(swept.settings[0])?.[1];
  if (group === undefined)
    return `${plainText(swept.settings[0])} must be ${good === 'after' ? `at least ${settingOf(after)}` : `at most ${settingOf(before)}`}`;
  const name = plainText(group);
  return good === 'after'
    ? `${name} needs ${settingOf(after)} machines`
    : `${name} may have at most ${settingOf(before)} machines`;
}

/** On which side of the place the figure is as a planner wants it. */
function goodSide(
  { description }: SweptFigure,
  { kind, before, others }: Tipping,
): 'before' | 'after' | 'unknown' {
  if (kind === 'step' || others > 0) return 'unknown';
  const emptyBefore = kind === 'exists' ? before.estimate.count === 0 : before.estimate.mean === 0;
  const emptyIsGood = kind === 'from zero' && description.preference === 'less';
  const emptyIsBad =
    kind === 'exists' ? description.preference !== 'neither' : LICENSED.test(description.path);
  if (emptyIsGood === emptyIsBad) return 'unknown';
  return emptyBefore === emptyIsGood ? 'before' : 'after';
}

function evidence({ description }: SweptFigure, { kind, before, after }: Tipping): string {
  if (kind === 'from zero' && LICENSED.test(description.path)) {
    const [none, some] = before.estimate.mean === 0 ? [before, after] : [after, before];
    return `at ${settingOf(none)} none is ever licensed, at ${settingOf(some)} ${shownMean(description, some.estimate, true)}`;
  }
  const at = (point: SweepPoint) =>
    `${point.estimate.count === 0 ? 'never' : shownMean(description, point.estimate, true)} at ${settingOf(point)}`;
  return `${shownTitle(description)} ${at(before)}, ${at(after)}`;
}

function remarks({ settings }: SweptFigure, { before, after, others, few }: Tipping): string {
  const setting = plainText(settings[0]);
  const gap = haveBetween(before.values[0], after.values[0]) ? '; values between were not tried' : '';
  const more =
    others === 0 ? '' : `; it tips at ${others} more ${others === 1 ? 'place' : 'places'} of ${setting}`;
  const count = Math.min(before.estimate.count, after.estimate.count);
  const doubt = few
    ? `; in all of ${count} ${count === 1 ? 'replication' : 'replications'}, which are few`
    : '';
  return `${gap}${more}${doubt}`;
}

/** Whether a setting may have values between two: whole numbers that follow each other have none. */
function haveBetween(low: SettingValue, high: SettingValue): boolean {
  if (typeof low !== 'number' || typeof high !== 'number') return false;
  return !(Number.isInteger(low) && high - low === 1);
}

function settingOf({ values: [value] }: SweepPoint): string {
  return shownSetting(value);
}

function shownSetting(value: SettingValue): string {
  return plainText(String(value));
}
