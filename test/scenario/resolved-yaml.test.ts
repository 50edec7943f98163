import { describe, expect, test } from 'vitest';
import { resolvedYaml } from '../../src/scenario/reference/resolved-yaml.ts';
import { ESTATE, EXAMPLE } from './estate.ts';
import { type Files, interpretWhole, scenarioOf } from './in-memory.ts';

describe('a resolved scenario', () => {
  const like = '{ count: 1, os: vista-business, network: a }';
  test.each<[string, Files]>([
    ['the example', EXAMPLE],
    [
      'one that extends another',
      { 'main.yaml': 'extends: b.yaml\nseed: "007"\nmachines: { servers: null }\n', 'b.yaml': ESTATE },
    ],
    ['one with aliases', `networks: { a: {} }\nmachines: { one: &x ${like}, two: *x }`],
    ['one with odd texts', 'title: "a: b # c\\n\\u0001\\u2028 \\ud83d"\ndescription: "null"\nseed: "1e3"'],
    ['one with odd names', 'networks: { "true": {}, "1e3": {}, null-1: {}, 0x1F: {} }'],
  ])('stands by itself and means the same: %s', (_, files) => {
    const scenario = scenarioOf(files);
    const text = resolvedYaml(scenario);
    const again = scenarioOf(text);
    expect(again.parameters).toEqual(scenario.parameters);
    expect([...again.parameters.groups.keys()]).toEqual([...scenario.parameters.groups.keys()]);
    expect(again.resolved).toEqual(scenario.resolved);
    expect(resolvedYaml(again)).toBe(text);
  });

  test('has the overrides and the cut in it', () => {
    const scenario = scenarioOf(ESTATE, {
      overrides: [{ path: 'machines.servers.count', value: '9' }],
      seed: 'x',
      until: '8 d',
    });
    const again = scenarioOf(resolvedYaml(scenario));
    expect(again.parameters).toEqual(scenario.parameters);
    expect(again.parameters).toMatchObject({ seed: 'x', duration: 11_520 });
  });

  test('keeps what is written, also what the model cannot do yet', () => {
    const patch = 'vamt: { v: { network: lab, every: 1 d } }';
    const { scenario } = interpretWhole(`${ESTATE}${patch}\n`);
    expect(interpretWhole(resolvedYaml(scenario!)).scenario?.parameters).toEqual(scenario!.parameters);
  });
});
