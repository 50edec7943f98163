import { expect, test } from 'vitest';
import { overridesOf, whatIfFields } from '../../src/page/content/what-if-fields.ts';
import { loadScenario } from '../../src/scenario/load.ts';
import { FILES, shipped } from '../scenarios/shipped.ts';

const { resolved } = shipped('03-branch-offices');
const fields = whatIfFields(resolved);

/** The scenario with what the form says laid over it. */
function changed(values: Record<string, string>) {
  const overrides = overridesOf(fields, new Map(Object.entries(values)));
  const result = loadScenario('form.yaml', { ...FILES, read: () => JSON.stringify(resolved) }, { overrides });
  if (!result.ok) throw new Error(result.diagnostics.map(({ message }) => message).join('; '));
  return result.scenario.parameters;
}

test('an unchanged form changes nothing', () => {
  const values = new Map(fields.map(({ path, value }) => [path, value]));
  expect(overridesOf(fields, values)).toEqual([]);
});

test('numbers, intervals and methods become those of the scenario', () => {
  const { groups, rules, keys } = changed({
    'machines.b-desktops.count': '19',
    'machines.b-desktops.method': 'kms',
    'machines.c-desktops.method': 'mak with b-mak',
    'policy.renewalInterval': '3 d',
    'keys.b-mak.activations': '50',
  });
  expect(groups.get('b-desktops')).toMatchObject({ count: 19, method: { type: 'kms' } });
  expect(groups.get('c-desktops')).toMatchObject({ method: { type: 'mak', key: 'b-mak' } });
  expect(rules.renewalInterval).toBe(3 * 1440);
  expect(keys.get('b-mak')).toMatchObject({ activations: 50 });
});

test('entries of the timeline that are switched off go, and the others stay, whatever their order', () => {
  expect(changed({ 'timeline.0': 'off' }).timeline).toMatchObject([{ type: 'down', target: 'kms-1' }]);
  expect(changed({ 'timeline.0': 'off', 'timeline.1': 'off', 'timeline.1.for': '1 d' }).timeline).toEqual([]);
  expect(changed({ 'timeline.0': 'off', 'timeline.1.for': '2 d' }).timeline).toMatchObject([
    { target: 'kms-1', for: 2 * 1440 },
  ]);
});
