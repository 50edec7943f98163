import { describe, expect, test } from 'vitest';
import { comparisonName, scenarioNames } from '../../../src/cli/compare/names.ts';
import { type PlanOptions, readPlan } from '../../../src/cli/shared/campaign/plan.ts';
import { shellQuote } from '../../../src/text/shell-quote.ts';

const plan = (options: PlanOptions) => readPlan(options);

describe('how much a comparison runs', () => {
  test('is 30 replications on all cores, if nothing is said', () => {
    expect(plan({})).toMatchObject({ replications: 30, goal: null, shard: null });
    expect(plan({}).workers).toBeGreaterThanOrEqual(1);
  });

  test('is what the options say', () => {
    const shard = plan({ replications: '200', workers: '3', shard: '3/16' });
    expect(shard).toEqual({ replications: 200, workers: 3, shard: { index: 3, count: 16 }, goal: null });
    expect(plan({ precision: '2.5 %' }).goal).toEqual({
      percentage: 2.5,
      figure: 'machines.everNotification',
      mostReplications: 1000,
    });
    expect(plan({ precision: '5%', replications: '2000' }).goal?.mostReplications).toBe(2000);
  });

  test.each<[PlanOptions, string]>([
    [{ replications: '0' }, '--replications 0 is not a whole number from 1'],
    [{ replications: '1e3' }, '--replications 1e3 is not a whole number from 1'],
    [{ replications: '10000000' }, '--replications 10000000 is not a whole number from 1 to 1000000'],
    [{ workers: 'many' }, '--workers many is not a whole number from 1'],
    [{ shard: '0/3' }, '--shard 0/3 is not I/N with I from 1 to N'],
    [{ shard: '4/3' }, '--shard 4/3 is not I/N with I from 1 to N'],
    [{ shard: '3' }, '--shard 3 is not I/N with I from 1 to N'],
    [{ shard: '1/31' }, '--shard 1/31: 30 replications cannot be split into 31 parts'],
    [{ precision: '5' }, '--precision 5 is not a percentage, such as 5%'],
    [{ precision: '0%' }, '--precision 0% is not a percentage, such as 5%'],
    [{ precision: '5%', shard: '1/2' }, '--precision cannot be used with --shard'],
    [{ 'max-replications': '9' }, '--max-replications can only be used with --precision'],
    [{ 'precision-figure': 'x' }, '--precision-figure can only be used with --precision'],
    [{ precision: '5%', 'max-replications': '9' }, '--max-replications 9 is less than --replications 30'],
  ])('is refused as %j', (options, message) => {
    expect(() => plan(options)).toThrow(message);
  });
});

describe('the names of designs', () => {
  const names = (...words: string[]) => scenarioNames(words, '/work');

  test('are those of their files, as far as these tell them apart', () => {
    expect(names('a.yaml', 'sites/b.json')).toEqual(['a', 'b']);
    expect(names('a.yaml', 'a.json')).toEqual(['a.yaml', 'a.json']);
    expect(names('old/site.yaml', 'new/site.yaml')).toEqual(['old/site', 'new/site']);
    expect(names('1/old/site.yaml', '2/old/site.yaml')).toEqual(['1/old/site', '2/old/site']);
    expect(names('a/s.yaml', 'a/s.json', 'b/s.yaml')).toHaveLength(3);
  });

  test('are refused for a file that is named twice', () => {
    expect(() => names('a.yaml', './a.yaml')).toThrow('./a.yaml is given twice');
  });

  test('make up that of the folder', () => {
    expect(comparisonName(['now', 'later on'])).toBe('compare-now-later-on');
    expect(comparisonName(['old/site', 'ünï'])).toBe('compare-old-site-ünï');
  });
});

test('words are shown so that a shell takes them as they are', () => {
  expect(shellQuote(['vasim', 'compare', "it's.yaml", '--set', 'a={b: 1}', 'x;y'])).toBe(
    `vasim compare 'it'\\''s.yaml' --set 'a={b: 1}' 'x;y'`,
  );
});
