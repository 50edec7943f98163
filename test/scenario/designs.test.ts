import { describe, expect, test } from 'vitest';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { ESTATE, ESTATE_LINES } from './estate.ts';
import { errorsOf, type Files, load } from './in-memory.ts';

/** What follows the line `designs:` behind the estate begins on this line. */
const LINE = ESTATE_LINES + 2;

/** The scenario's variants; fails when anything is wrong. */
function designsOf(files: Files): ReadonlyMap<string, Scenario> {
  const result = load(files);
  if (!result.ok) throw new Error(errorsOf(files).join('\n'));
  return result.designs;
}

const withDesigns = (...lines: string[]) =>
  `${ESTATE}designs:\n${lines.map((line) => `  ${line}\n`).join('')}`;

const parametersOf = (...lines: string[]) => [...designsOf(withDesigns(...lines)).values()][0].parameters;

const SECOND_HOST = 'kms-2: { network: core, os: server-2008-standard, key: kms-key }';

describe('a design', () => {
  test('is none where none is written', () => {
    expect(designsOf(ESTATE)).toEqual(new Map());
    expect(designsOf(`${ESTATE}designs: {}\n`)).toEqual(new Map());
  });

  test('is the scenario where it changes nothing', () => {
    const result = load(withDesigns('same: {}'));
    if (!result.ok) throw new Error('something is wrong');
    expect(result.designs.get('same')?.parameters).toEqual(result.scenario.parameters);
  });

  test('leaves the scenario as it is', () => {
    const result = load(withDesigns(`two: { hosts: { ${SECOND_HOST} } }`));
    if (!result.ok) throw new Error('something is wrong');
    expect([...result.scenario.parameters.hosts.keys()]).toEqual(['kms-1']);
    expect([...(result.designs.get('two')?.parameters.hosts.keys() ?? [])]).toEqual(['kms-1', 'kms-2']);
  });

  test('inherits what it does not say', () => {
    const { groups, keys } = parametersOf('more: { machines: { desktops: { count: 90 } } }');
    expect(groups.get('desktops')).toMatchObject({ count: 90, os: 'vista-business-sp1', network: 'core' });
    expect(groups.get('servers')?.count).toBe(6);
    expect([...keys.keys()]).toEqual(['kms-key', 'mak-key']);
  });

  test('removes what it says is null, also where its file extends another', () => {
    const files = {
      'main.yaml': 'extends: base.yaml\ndesigns: { none: { hosts: { kms-1: null } } }\n',
      'base.yaml': ESTATE,
    };
    expect(designsOf(files).get('none')?.parameters.hosts).toEqual(new Map());
  });

  test('is changed by the command line like the scenario itself', () => {
    const files = withDesigns('long: { duration: 30 d, seed: 7 }');
    const result = load(files, { until: '2 d', seed: '9' });
    if (!result.ok) throw new Error('something is wrong');
    expect(result.designs.get('long')?.parameters).toMatchObject({ duration: 2880, seed: '9' });
  });

  test('removes what it says is null', () => {
    const { groups, hosts } = parametersOf('less: { machines: { desktops: null }, hosts: { kms-1: null } }');
    expect([...groups.keys()]).toEqual(['servers']);
    expect(hosts).toEqual(new Map());
  });

  test('has what the scenario has none of, down to its failures, prices and expectations', () => {
    const [design] = designsOf(
      withDesigns(
        'x: { failures: { wan: { every: 9 d, for: 1 h } }, cost: { host: 5 }, expect: [{ figure: machines.total, is: 36 }] }',
      ).replace('\ndesigns', '\ncost: { call: 3 }\ndesigns'),
    ).values();
    expect([...design.parameters.failures.keys()]).toEqual(['wan']);
    expect(design.parameters.prices).toMatchObject({ host: 5, call: 3 });
    expect(design.expectations).toMatchObject([{ figure: 'machines.total', value: 36, line: LINE + 1 }]);
  });

  test('is called after its name, or as it says', () => {
    const titles = [...designsOf(withDesigns('one: {}', 'two: { title: Two hosts }')).values()];
    expect(titles.map(({ title }) => title)).toEqual(['one', 'Two hosts']);
  });

  test('stands in the order written', () => {
    const names = ['zeta', 'alpha', '2-hosts', '10-hosts', 'mid'];
    expect([...designsOf(withDesigns(...names.map((name) => `${name}: {}`))).keys()]).toEqual(names);
  });

  test('is resolved to a document that stands by itself', () => {
    const { resolved } = [...designsOf(withDesigns('one: { hosts: { kms-1: { port: 1700 } } }')).values()][0];
    expect(Object.keys(resolved)).toEqual(['networks', 'dns', 'links', 'keys', 'hosts', 'machines']);
    expect(load(JSON.stringify(resolved))).toMatchObject({ ok: true, designs: new Map() });
  });

  test('comes with a file that extends another', () => {
    const files = {
      'base.yaml': withDesigns('one: {}', 'two: { hosts: { kms-1: { port: 1700 } } }', 'three: {}'),
      'main.yaml': 'extends: base.yaml\ndesigns: { one: null, two: { title: Two }, four: {} }\n',
    };
    const designs = designsOf(files);
    expect([...designs.keys()]).toEqual(['two', 'three', 'four']);
    expect(designs.get('two')?.title).toBe('Two');
    expect(designs.get('two')?.parameters.hosts.get('kms-1')?.port).toBe(1700);
  });
});

describe('what is wrong in a design', () => {
  test('is told where it is written, once', () => {
    const text = withDesigns(
      'one: { hosts: { kms-1: { netwrok: lab } } }',
      'two: {}',
      'three: { machines: { desktops: { count: 0 } } }',
    );
    expect(errorsOf(text)).toEqual([
      `${LINE}:28 unknown key \`netwrok\`; did you mean \`network\`?`,
      `${LINE + 2}:43 expected at least 1, not \`0\``,
    ]);
  });

  test('is also a reference that it breaks, told where the reference is', () => {
    // Without the network `lab`, the link of the estate leads from nowhere.
    const [error, ...others] = errorsOf(withDesigns('one: { networks: { lab: null } }'));
    const line = ESTATE.split('\n').findIndex((text) => text.startsWith('  wan:')) + 1;
    expect(error).toMatch(new RegExp(`^${line}:16 no network is named \`lab\``));
    expect(others).toEqual([]);
  });

  test('does not hide what is wrong in the scenario, which is told once for all', () => {
    const text = `${withDesigns('one: {}', 'two: {}')}duration: 5\n`;
    expect(errorsOf(text)).toEqual([
      `${LINE + 2}:11 expected a duration, and \`5\` has no unit; write \`5 min\`, \`5 h\` or \`5 d\``,
    ]);
  });

  test.each([
    ['one: 5', "8 expected a map of the design's changes, not `5`"],
    ['one: null', "8 expected a map of the design's changes, not nothing"],
    ['one: [kms-1]', "8 expected a map of the design's changes, not a list"],
    ['one: { designs: {} }', '10 a design cannot have designs of its own'],
    ['one: { title: One, designs: { two: {} } }', '22 a design cannot have designs of its own'],
    [
      'one: { extends: other.yaml }',
      '10 a design changes the scenario that it is written in and cannot extend another',
    ],
    ['one: { hots: {} }', '10 unknown key `hots`; did you mean `hosts`?'],
    [
      '12: {}',
      '3 a name is 1 to 64 visible characters of one line without `/` and `\\`, no space at either end, and not digits alone',
    ],
  ])('is refused: %s', (line, error) => {
    expect(errorsOf(withDesigns(line))).toEqual([`${LINE}:${error}`]);
  });

  test.each([
    ['designs: 5', 'not `5`'],
    ['designs: [one]', 'not a list'],
    ['designs: null', 'not nothing'],
  ])('is that the designs are no map: %s', (line, what) => {
    expect(errorsOf(`${ESTATE}${line}\n`)).toEqual([
      `${ESTATE_LINES + 1}:10 expected a map of designs by name, ${what}`,
    ]);
  });
});
