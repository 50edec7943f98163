import { describe, expect, test } from 'vitest';
import { ESTATE } from './estate.ts';
import { errorsOf, load, MAIN, scenarioOf } from './in-memory.ts';

describe('extends', () => {
  test('lays a file over the one that it names, and that over the next', () => {
    const { resolved, parameters } = scenarioOf({
      [MAIN]: 'extends: ./middle.yaml\nduration: 10 d\nmachines: { desktops: { count: 7 }, servers: null }\n',
      'middle.yaml':
        'extends: base.yaml\nduration: 20 d\nseed: 5\nmachines: { desktops: { count: 8, virtual: true } }\n',
      'base.yaml': ESTATE,
    });
    expect(parameters.duration).toBe(14_400);
    expect(parameters.seed).toBe('5');
    expect([...parameters.groups.keys()]).toEqual(['desktops']);
    expect(parameters.groups.get('desktops')).toMatchObject({ count: 7, virtual: true });
    expect(resolved).not.toHaveProperty('extends');
    expect(Object.keys(resolved)[0]).toBe('networks');
  });

  test('replaces lists as a whole', () => {
    const { parameters } = scenarioOf({
      [MAIN]: 'extends: base.yaml\ntimeline: [{ at: 1 d, grant: corp.example }]\n',
      'base.yaml': `${ESTATE}timeline: [{ at: 2 d, move: kms-1 }, { at: 3 d, move: kms-1 }]\n`,
    });
    expect(parameters.timeline).toEqual([{ at: 1440, type: 'grant', zone: 'corp.example' }]);
  });

  test('leaves each error at the file and line where it is written', () => {
    const files = {
      [MAIN]: 'extends: base.yaml\nmachines:\n  desktops: { cont: 7 }\n',
      'base.yaml': `${ESTATE}titel: x\n`,
    };
    expect(errorsOf(files)).toEqual([
      '3:15 unknown key `cont`; did you mean `count`?',
      'base.yaml:17:1 unknown key `titel`; did you mean `title`?',
    ]);
  });

  test('does not take `null` away where nothing is extended', () => {
    expect(errorsOf('networks:\n  core:\n')).toEqual([
      '2:8 expected a map, not nothing; write `{}` for an empty one',
    ]);
  });

  test('refuses to go in a circle', () => {
    const files = { [MAIN]: 'extends: b.yaml\n', 'b.yaml': 'title: b\nextends: ./main.yaml\n' };
    expect(errorsOf(files)).toEqual(['b.yaml:2:10 circular `extends`: main.yaml -> b.yaml -> main.yaml']);
  });

  test('refuses a chain of more than 20 files', () => {
    const chain = Array.from({ length: 21 }, (_, index) => [`${index}.yaml`, `extends: ${index + 1}.yaml\n`]);
    expect(errorsOf({ [MAIN]: 'extends: 0.yaml\n', ...Object.fromEntries(chain) })).toEqual([
      '18.yaml:1:10 at most 20 files may extend one another',
    ]);
  });

  test.each([
    ['extends: gone.yaml\n', '1:10 there is no file gone.yaml'],
    ['extends: ../up.yaml\n', '1:10 this leads out of the folder'],
    ['extends: 5\n', '1:10 expected the path of a scenario file, not `5`'],
    ['extends:\n', '1:9 expected the path of a scenario file, not nothing'],
    ['extends: [a.yaml]\n', '1:10 expected the path of a scenario file, not a list'],
  ])('points at what it names when that cannot be had: %j', (text, error) => {
    expect(errorsOf(text)).toEqual([error]);
  });

  test('tells what is wrong with the YAML of the extended file', () => {
    expect(errorsOf({ [MAIN]: 'extends: b.yaml\n', 'b.yaml': '- 1\n' })).toEqual([
      'b.yaml:1:1 a scenario is a map of keys such as `networks` and `machines`, not a list',
    ]);
  });

  test('says that the file itself cannot be read', () => {
    expect(load({})).toEqual({
      ok: false,
      diagnostics: [
        {
          name: 'cannot-read-file',
          severity: 'error',
          place: { file: MAIN, line: 1, column: 1, sourceLine: '', caretStart: 1, caretEnd: 2 },
          message: 'there is no file main.yaml',
        },
      ],
    });
  });
});
