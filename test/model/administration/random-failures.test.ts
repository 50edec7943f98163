import { describe, expect, test } from 'vitest';
import type { FailureParameters } from '../../../src/model/definitions/failure-parameters.ts';
import type { HardwareChangeParameters } from '../../../src/model/definitions/parameters.ts';
import { days, type EstateSketch } from '../estate.ts';
import { minutesOf, run } from '../queries.ts';
import type { Trace } from '../trace.ts';

type FailureSketch = Partial<FailureParameters> & Pick<FailureParameters, 'every' | 'for'>;

/** Times of working and of outage in turn, of a thing that fails; the first of each may have begun before. */
function spellsOf(result: Trace, name: string): { working: number[]; outages: number[] } {
  const down = minutesOf(result, name, 'down');
  const up = minutesOf(result, name, 'up');
  return {
    working: down.slice(1).map((minute, index) => minute - up[index]),
    outages: up.slice(1).map((minute, index) => minute - down[index + 1]),
  };
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Some 4,500 failures of Microsoft's service, which nothing else depends on here. */
const manyFailures = (failure: Partial<FailureParameters>) =>
  spellsOf(
    run({
      duration: 5_000_000,
      hosts: {},
      failures: { microsoft: { every: 1000, for: 100, ...failure } },
    }),
    'microsoft',
  );

describe('the times of random failures', () => {
  test.each<[string, Partial<FailureParameters>, deviation: number]>([
    // The standard deviation is the mean; mean * spread / sqrt(3); for a Weibull of shape 2 it is
    // sqrt(4 / pi - 1) of the mean.
    ['exponential', { distribution: 'exponential' }, 1],
    ['uniform', { distribution: 'uniform', spread: 0.5 }, 0.5 / Math.sqrt(3)],
    ['weibull', { distribution: 'weibull', shape: 2 }, Math.sqrt(4 / Math.PI - 1)],
  ])('have their means within 4 standard errors: %s', (_name, failure, deviation) => {
    const { working, outages } = manyFailures(failure);
    expect(working.length).toBeGreaterThan(4000);
    const allowed = (4 * deviation) / Math.sqrt(outages.length);
    expect(Math.abs(mean(working) / 1000 - 1)).toBeLessThan(allowed);
    expect(Math.abs(mean(outages) / 100 - 1)).toBeLessThan(allowed);
  });

  test('are spread as their distribution says', () => {
    const uniform = manyFailures({ distribution: 'uniform', spread: 0.5 });
    expect(Math.min(...uniform.working)).toBeGreaterThanOrEqual(500);
    expect(Math.max(...uniform.working)).toBeLessThanOrEqual(1500);
    // Of exponential times 1 - 1 / e are below the mean: 63.2 %, with 4 standard errors of 0.7 %.
    const { working } = manyFailures({});
    const below = working.filter((length) => length < 1000).length / working.length;
    expect(Math.abs(below - (1 - 1 / Math.E))).toBeLessThan(4 * 0.0072);
  });

  test('are never below a minute', () => {
    const { working, outages } = spellsOf(
      run({ duration: 20_000, hosts: {}, failures: { microsoft: { every: 2, for: 1 } } }),
      'microsoft',
    );
    expect(Math.min(...working)).toBe(1);
    expect(Math.min(...outages)).toBe(1);
  });
});

describe('failures whose first is random', () => {
  const FIXED = { every: 300, for: 100, distribution: 'fixed' } as const;
  const firstOf = (replication: number, name: string) => {
    const trace = run({
      duration: 401,
      replication,
      hosts: { 'kms-1': {}, 'kms-2': {} },
      failures: { 'kms-1': FIXED, 'kms-2': FIXED },
    });
    const [down] = minutesOf(trace, name, 'down');
    const [up] = minutesOf(trace, name, 'up');
    return { down, up };
  };
  const REPLICATIONS = 400;
  const firsts = Array.from({ length: REPLICATIONS }, (_, replication) => firstOf(replication, 'kms-1'));

  test('are down at the start as often as at any other time', () => {
    // A quarter of the time, with 4 standard errors; what is left of the outage is uniform on its 100 minutes.
    const down = firsts.filter((first) => first.down === 0 && first.up <= 100);
    expect(Math.abs(down.length / REPLICATIONS - 0.25)).toBeLessThan(
      4 * Math.sqrt((0.25 * 0.75) / REPLICATIONS),
    );
    expect(Math.abs(mean(down.map(({ up }) => up)) - 50)).toBeLessThan(
      (4 * 100) / Math.sqrt(12 * down.length),
    );
  });

  test('come at any minute of a time of working', () => {
    const working = firsts.filter((first) => !(first.down === 0 && first.up <= 100));
    const deviation = 300 / Math.sqrt(12 * working.length);
    expect(Math.abs(mean(working.map(({ down }) => down)) - 150)).toBeLessThan(4 * deviation);
  });

  test('of two things with the same fixed times do not come in step', () => {
    const differences = firsts.slice(0, 50).map(({ down }, index) => down - firstOf(index, 'kms-2').down);
    expect(new Set(differences).size).toBeGreaterThan(40);
  });
});

describe('the draws of failures', () => {
  const FAILING: FailureSketch = { every: days(2), for: 300 };
  const sketch = (failures: Record<string, FailureSketch>): EstateSketch => ({
    duration: days(100),
    hosts: { 'kms-1': {}, 'kms-2': {} },
    failures,
  });
  const alone = run(sketch({ 'kms-1': FAILING }));
  const times = (result: Trace) => minutesOf(result, 'kms-1', 'down', 'up');

  test('are the same for the same seed and replication', () => {
    expect(times(run(sketch({ 'kms-1': FAILING })))).toEqual(times(alone));
    expect(times(alone).length).toBeGreaterThan(20);
  });

  test('are others in another replication, and for another seed', () => {
    const again = (other: EstateSketch) => times(run({ ...sketch({ 'kms-1': FAILING }), ...other }));
    expect(again({ replication: 1 })).not.toEqual(times(alone));
    expect(again({ seed: '43' })).not.toEqual(times(alone));
  });

  test('do not shift when something else fails, before it or behind it', () => {
    const behind = run(sketch({ 'kms-1': FAILING, 'kms-2': FAILING, corp: FAILING }));
    const before = run(sketch({ corp: FAILING, 'kms-2': FAILING, 'kms-1': FAILING }));
    expect(times(behind)).toEqual(times(alone));
    expect(times(before)).toEqual(times(alone));
    expect(minutesOf(behind, 'kms-2', 'down')).not.toEqual(minutesOf(behind, 'kms-1', 'down'));
  });

  test('do not shift when machines and outages are added', () => {
    const busy = run({
      ...sketch({ 'kms-1': FAILING }),
      groups: { pc: { count: 30, install: { at: 0, over: days(9), order: 'random' } } },
      timeline: [{ at: 500, type: 'down', target: 'kms-2', for: 1000 }],
    });
    expect(times(busy)).toEqual(times(alone));
  });

  test('of working do not shift when outages are longer', () => {
    const { working } = spellsOf(alone, 'kms-1');
    const longer = spellsOf(run(sketch({ 'kms-1': { ...FAILING, for: 600 } })), 'kms-1').working;
    const shared = Math.min(working.length, longer.length);
    expect(longer.slice(0, shared)).toEqual(working.slice(0, shared));
  });
});

describe('hardware that changes by chance', () => {
  /** 100 machines, each of which has a change due on 20 days: how many happen. */
  const changes = (chance: number, other: EstateSketch = {}) => {
    const hardwareChange: HardwareChangeParameters = { every: days(1), part: 'minor', chance };
    const method = { type: 'none' } as const;
    const groups = { pc: { count: 100, method, hardwareChange }, ...other.groups };
    const result = run({ duration: days(20) + 1, hosts: {}, ...other, groups });
    return result.brief('hardware-changed').filter((line) => line.includes(' pc-'));
  };

  test('never changes with chance 0 and always with chance 1', () => {
    expect(changes(0)).toEqual([]);
    expect(changes(1).length).toBe(2000);
  });

  test.each([0.5, 0.1])('changes in about that part of the cases: %d', (chance) => {
    // Binomial: 4 standard deviations around 2000 x chance.
    const allowed = 4 * Math.sqrt(2000 * chance * (1 - chance));
    expect(Math.abs(changes(chance).length - 2000 * chance)).toBeLessThan(allowed);
  });

  test('is drawn anew each time and for each machine', () => {
    const first = changes(0.5).filter((line) => line.endsWith('pc-0001'));
    const second = changes(0.5).filter((line) => line.endsWith('pc-0002'));
    expect(first.length).toBeGreaterThan(0);
    expect(first.length).toBeLessThan(20);
    expect(first.map((line) => line.split(' ')[0])).not.toEqual(second.map((line) => line.split(' ')[0]));
  });

  test('is drawn the same whatever else changes', () => {
    const other = { hardwareChange: { every: days(1), part: 'minor' as const, chance: 0.3 } };
    expect(changes(0.5, { groups: { other } })).toEqual(changes(0.5));
    expect(changes(0.5, { replication: 1 })).not.toEqual(changes(0.5));
  });
});
