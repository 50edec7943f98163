import { expect, test } from 'vitest';
import { MINUTES_PER_DAY } from '../../src/engine/time.ts';
import { Condition } from '../../src/model/definitions/conditions.ts';
import { dayFrames } from '../../src/page/browser/worker/day-frames.ts';
import { runInMemory } from '../scenarios/run-in-memory.ts';
import { shipped } from '../scenarios/shipped.ts';

const scenario = shipped('03-branch-offices');
const { series, rows } = runInMemory(scenario, { events: 'changes' });
const frames = (day: number) => dayFrames(scenario, day, () => {});

test('the last minute of a day is what the daily tables have', () => {
  for (const day of [0, 8, 61, 149]) {
    const { groups, counts, serving } = frames(day);
    const last = MINUTES_PER_DAY - 1;
    expect(groups.map((columns) => columns.map((column) => column[last]))).toEqual(
      series.groups.map(({ conditions }) => conditions.map((column) => column[day])),
    );
    expect(counts.map((column) => column[last])).toEqual(series.hosts.map((host) => host.counts[day]));
    expect(serving.map((column) => column[last])).toEqual(series.hosts.map((host) => host.serving[day]));
  }
});

test('machines are Licensed from the minute on at which the events say so', () => {
  const day = 8;
  const { groups } = frames(day);
  const place = series.groups.findIndex(({ name }) => name === 'a-desktops');
  const licensed = groups[place][Condition.Licensed];
  const activated = rows('events.csv').filter(
    ({ event, group, minute }) =>
      event === 'activated' && group === 'a-desktops' && Math.floor(Number(minute) / MINUTES_PER_DAY) <= day,
  );
  for (let minute = 0; minute < MINUTES_PER_DAY; minute += 97) {
    const until = activated.filter((row) => Number(row.minute) <= day * MINUTES_PER_DAY + minute);
    expect(licensed[minute]).toBe(until.length);
  }
});

test('a day that the end of the run cuts short has the minutes that there are', () => {
  const short = shipped('03-branch-offices', { until: '3 h' });
  expect(dayFrames(short, 0, () => {}).groups[0][0]).toHaveLength(180);
});
