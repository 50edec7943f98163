import { describe, expect, test } from 'vitest';
import { ESTATE, ESTATE_LINES } from './estate.ts';
import { errorsOf, scenarioOf } from './in-memory.ts';

/** What follows the estate begins on this line. */
const LINE = ESTATE_LINES + 1;

const failuresOf = (failures: string) => scenarioOf(`${ESTATE}failures: ${failures}\n`).parameters.failures;
const errorsIn = (failures: string) => errorsOf(`${ESTATE}failures: ${failures}\n`);

describe('failures', () => {
  test('are none by default', () => {
    expect(scenarioOf(ESTATE).parameters.failures).toEqual(new Map());
    expect(failuresOf('{}')).toEqual(new Map());
  });

  test('have times in minutes, and are exponential by default', () => {
    expect(failuresOf('{ kms-1: { every: 90 d, for: 4 h } }')).toEqual(
      new Map([
        [
          'kms-1',
          { every: 129_600, for: 240, distribution: 'exponential', shape: 1, spread: 1, first: 'random' },
        ],
      ]),
    );
  });

  test('have the distribution that is written', () => {
    const failures = failuresOf(
      '{ wan: { every: 1 w, for: 1 h, distribution: weibull, shape: 0.7 }, core: { every: 1 d, for: 5 min, distribution: uniform, spread: 0 } }',
    );
    expect(failures.get('wan')).toMatchObject({ distribution: 'weibull', shape: 0.7 });
    expect(failures.get('core')).toMatchObject({ distribution: 'uniform', spread: 0 });
  });

  test('are of whatever can be down, in the order written', () => {
    const names = ['internet', 'wan', 'kms-1', 'microsoft', 'corp.example', 'core'];
    const written = names.map((name) => `${name}: { every: 1 d, for: 1 h }`).join(', ');
    expect([...failuresOf(`{ ${written} }`).keys()]).toEqual(names);
  });

  test.each([
    [
      '{ kms-2: { every: 1 d, for: 1 h } }',
      '13 no KMS host, DNS zone, network, link, VAMT or domain is named `kms-2`; did you mean `kms-1`?',
    ],
    [
      '{ micro-soft: { every: 1 d, for: 1 h } }',
      '13 no KMS host, DNS zone, network, link, VAMT or domain is named `micro-soft`; did you mean `microsoft`?',
    ],
    [
      '{ desktops: { every: 1 d, for: 1 h } }',
      '13 `desktops` is a machine group, not a KMS host, DNS zone, network, link, VAMT or domain; known: `core`, `lab`, `wan`, `corp.example`, `kms-1`, `microsoft`, `internet`',
    ],
    [
      '{ kms-1: { every: 1 d, for: 1 h, distribution: gaussian } }',
      '58 expected `exponential`, `fixed`, `uniform` or `weibull`, not `gaussian`',
    ],
    [
      '{ kms-1: { every: 1 d, for: 1 h, distribution: weibul } }',
      '58 expected `exponential`, `fixed`, `uniform` or `weibull`, not `weibul`; did you mean `weibull`?',
    ],
    [
      '{ kms-1: { every: 10, for: 1 h } }',
      '29 expected a duration, and `10` has no unit; write `10 min`, `10 h` or `10 d`',
    ],
    ['{ kms-1: { every: 0 d, for: 1 h } }', '29 expected a duration longer than 0 min'],
    [
      '{ kms-1: { every: 1 d } }',
      '13 the key `for` is missing; write a duration such as `90 min`, `2 h`, `7 d` or `3 d 8 h`',
    ],
    ['{ kms-1: { evry: 1 d, for: 1 h } }', '22 unknown key `evry`; did you mean `every`?'],
    ['{ kms-1: { every: 1 d, for: 1 h, shape: 0 } }', '51 expected at least 0.1, not `0`'],
    ['{ kms-1: { every: 1 d, for: 1 h, spread: 1.5 } }', '52 expected at most 1, not `1.5`'],
    ['{ kms-1: { every: 1 d, for: 1 h, spread: -1 } }', '52 expected at least 0, not `-1`'],
    ['{ kms-1: 5 }', '20 expected a map, not `5`'],
    [
      '[kms-1]',
      '11 expected a map, not a list; write a map, each entry under its name without `-`: `NAME: { KEY: VALUE }`',
    ],
  ])('are refused where they are wrong: %s', (failures, error) => {
    expect(errorsIn(failures)).toEqual([`${LINE}:${error}`]);
  });

  test('are removed by null in a file that extends another', () => {
    const files = {
      'base.yaml': `${ESTATE}failures: { kms-1: { every: 1 d, for: 1 h }, wan: { every: 1 d, for: 1 h } }\n`,
      'main.yaml': 'extends: base.yaml\nfailures: { wan: null, kms-1: { for: 2 h } }\n',
    };
    expect(scenarioOf(files).parameters.failures).toEqual(
      new Map([
        [
          'kms-1',
          { every: 1440, for: 120, distribution: 'exponential', shape: 1, spread: 1, first: 'random' },
        ],
      ]),
    );
  });
});

describe('the chance of a change of hardware', () => {
  const chanceOf = (change: string) =>
    scenarioOf({
      'base.yaml': ESTATE,
      'main.yaml': `extends: base.yaml\nmachines: { desktops: { hardwareChange: ${change} } }\n`,
    }).parameters.groups.get('desktops')?.hardwareChange;

  test('is 1 by default', () => {
    expect(chanceOf('{ every: 30 d, part: disk }')).toEqual({ every: 43_200, part: 'disk', chance: 1 });
  });

  test('is what is written', () => {
    expect(chanceOf('{ every: 30 d, part: disk, chance: 0.25 }')).toMatchObject({ chance: 0.25 });
  });

  test.each([
    ['-0.1', 'expected at least 0, not `-0.1`'],
    ['1.1', 'expected at most 1, not `1.1`'],
    ['often', 'expected a number, not `often`'],
  ])('is from 0 to 1: %s', (chance, error) => {
    const text = `extends: base.yaml\nmachines: { desktops: { hardwareChange: { every: 1 d, part: disk, chance: ${chance} } } }\n`;
    expect(errorsOf({ 'base.yaml': ESTATE, 'main.yaml': text })).toEqual([`2:75 ${error}`]);
  });
});
