import { describe, expect, test } from 'vitest';
import { RULES, type RuleName } from '../../../src/model/definitions/rules.ts';
import { FigureWatch } from '../../../src/recording/figures/figure-watch.ts';
import { summarize } from '../../../src/recording/figures/summary.ts';
import { scenarioOf } from '../../scenario/in-memory.ts';
import { trace } from '../trace.ts';
import { BASE, EXERCISES } from './rule-exercises.ts';

/** What a scenario on the base does under a policy: its trace, and the figures made of it. */
function outcomeOf(scenario: string, policy: string) {
  const { parameters } = scenarioOf({
    'main.yaml': `extends: base.yaml\npolicy: { ${policy} }\n${scenario}\n`,
    'base.yaml': BASE,
  });
  const { lines, dailyCounts, simulation } = trace(parameters);
  return {
    rules: parameters.rules,
    happened: { lines, dailyCounts },
    figures: summarize(simulation.estate, new FigureWatch(simulation.estate)),
  };
}

const NAMES = Object.keys(RULES) as RuleName[];

describe('every rule', () => {
  test('has an estate in which it matters', () => {
    expect(Object.keys(EXERCISES).sort()).toEqual([...NAMES].sort());
  });

  test.each(NAMES)('%s changes what it says', (name) => {
    const { scenario, other, changes } = EXERCISES[name];
    const published = outcomeOf(scenario, '');
    const overridden = outcomeOf(scenario, `${name}: ${other}`);
    expect(published.rules[name]).toBe(RULES[name].value);
    expect(overridden.rules[name]).not.toBe(RULES[name].value);
    if (changes === 'trace') expect(overridden.happened).not.toEqual(published.happened);
    else {
      expect(overridden.happened).toEqual(published.happened);
      expect(overridden.figures).not.toEqual(published.figures);
    }
  });

  test.each(NAMES)('%s changes nothing when it is overridden by its published value', (name) => {
    const { scenario } = EXERCISES[name];
    const { unit, value } = RULES[name];
    const same = outcomeOf(scenario, `${name}: ${value}${unit === 'minutes' ? ' min' : ''}`);
    expect(same).toEqual(outcomeOf(scenario, ''));
  });
});
