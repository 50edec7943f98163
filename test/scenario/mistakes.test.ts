import { describe, expect, test } from 'vitest';
import { ESTATE } from './estate.ts';
import { errorsOf, MAIN } from './in-memory.ts';

describe('a mistake in YAML is one error about what was typed', () => {
  test.each([
    [
      'a colon without a space, in braces',
      'machines:\n  a: { count:30, os: vista-business, network: n }',
      '2:8 there is no space after the colon in `count:30`; write `count: 30`',
    ],
    [
      'a colon without a space, in a block',
      'machines:\n  a:\n    count:30\n    os: x',
      '3:5 there is no space after the colon in `count:30`; write `count: 30`',
    ],
    [
      'a colon without a space, alone',
      'machines:\n  a:\n    count:30\n',
      '3:5 there is no space after the colon in `count:30`; write `count: 30`',
    ],
    ['a tab', 'machines:\n\ta: 1', '2:1 a tab is used for indentation; indent with spaces'],
    [
      'a no-break space after a colon',
      'machines:\n  a:\n    count:\u00a030\n    os: x',
      '3:11 a no-break space (U+00A0) is here; write a common space',
    ],
    [
      'a no-break space as indentation',
      'machines:\n\u00a0\u00a0a: 1\n  b: 2',
      '2:1 a no-break space (U+00A0) is here; write a common space',
    ],
    [
      'a missing brace',
      'networks:\n  a: { dns: x\n  b: {}\n',
      '2:6 the `{` is not closed; add `}` at the end of the map',
    ],
    [
      'a missing brace at the end',
      'networks: { a: {}',
      '1:11 the `{` is not closed; add `}` at the end of the map',
    ],
    [
      'a missing bracket',
      'hosts:\n  h: { publishTo: [x, y }\n',
      '2:19 the `[` is not closed; add `]` at the end of the list',
    ],
    [
      'a brace too many',
      'networks: { a: {} }}\ndns: {}',
      '1:20 there is no opening bracket for this `}`; remove the `}`',
    ],
    [
      'a missing quote',
      'title: "Lab\nseed: 5\n',
      '1:8 the quote is not closed on its line; add `"` at the end of the text',
    ],
    [
      'a missing quote before another',
      'title: "Lab\ndescription: "x"\n',
      '1:8 the quote is not closed on its line; add `"` at the end of the text',
    ],
    [
      'a colon in a value',
      'title: Lab: first\nseed: 5',
      '1:8 a value with a colon must be in quotes; write `"Lab: first"`',
    ],
    [
      'deeper indentation',
      'title: x\n  seed: 5\n',
      '2:3 the indentation does not match the lines above; begin all keys of one map in the same column',
    ],
    [
      'less indentation',
      'networks:\n    a: {}\n  b: {}\n',
      '3:3 the indentation does not match the lines above; begin all keys of one map in the same column',
    ],
    [
      'a missing comma',
      'networks: { a: {} b: {} }',
      '1:19 a comma or a line break is missing before `b`; put a comma between entries in braces; begin every other key on a line of its own',
    ],
    ['a reserved character', 'title: @home', '1:8 a value cannot begin with `@`; put the value in quotes'],
    [
      'a backslash in double quotes',
      'title: "C:\\x"',
      '1:11 `\\x` means nothing in double quotes; use single quotes, or write every backslash twice',
    ],
    [
      'a line without a colon',
      'title: x\nseed\nduration: 5 d',
      '2:1 `seed` has no colon and no value; write `KEY: VALUE`',
    ],
    ['a key twice', 'seed: 1\nseed: 2', '2:1 the key `seed` is written twice'],
  ])('%s', (_, text, error) => {
    expect(errorsOf(text)).toEqual([error]);
  });

  test('in a file that another extends, too', () => {
    expect(errorsOf({ [MAIN]: 'extends: b.yaml\nmachines: { x: {} }', 'b.yaml': 'a: {' })).toEqual([
      'b.yaml:1:4 the `{` is not closed; add `}` at the end of the map',
    ]);
  });
});

describe('a value that almost fits', () => {
  const inGroup = (keys: string) =>
    errorsOf({ [MAIN]: `extends: b.yaml\nmachines: { desktops: { ${keys} } }`, 'b.yaml': ESTATE });

  test.each([
    ['count: "30"', 'expected a whole number, not `30`; remove the quotes: `30`'],
    ['count: 30 PCs', 'expected a whole number, not `30 PCs`; write `30`'],
    [
      'os: Vista-Business-SP1',
      expect.stringMatching(/ not `Vista-Business-SP1`; write `vista-business-sp1`, in lower case$/),
    ],
    ['virtual: yes', 'expected `true` or `false`, not `yes`; write `true`'],
    [
      'rebuild: { every: monthly }',
      'expected a duration such as `90 min`, `2 h`, `7 d` or `3 d 8 h`, not `monthly`; write `30 d`',
    ],
    [
      'rebuild: { every: 3 months }',
      'months are not units of time, because they differ in length; write days: a month is about `30 d`',
    ],
    ['rebuild: { every: 30 }', 'expected a duration, and `30` has no unit; write `30 min`, `30 h` or `30 d`'],
    [
      'install: { at: 03/23/2008 }',
      'expected a point in time such as `40 d`, `2008-04-12` or `2008-04-12T14:00`, not `03/23/2008`; write `2008-03-23` (year, month, day)',
    ],
  ])('is answered with what to write: %s', (keys, error) => {
    const wanted = typeof error === 'string' ? expect.stringContaining(error) : error;
    expect(inGroup(keys)).toEqual([wanted]);
  });

  test('is answered for a number with a comma, in a block and in braces', () => {
    expect(
      errorsOf(
        'networks: { n: {} }\nmachines:\n  a:\n    count: 1,800\n    os: vista-business\n    network: n',
      ),
    ).toEqual(['4:12 expected a whole number, not `1,800`; write `1800`']);
    expect(inGroup('count: 1,800')).toEqual([
      '2:34 a comma inside a number ends the value; write large numbers without commas',
    ]);
  });

  test.each([
    ['03/23/2008', '2008-03-23'],
    ['23/3/2008', '2008-03-23'],
    ['3.4.2008', '2008-04-03'],
    ['2008/3/4', '2008-03-04'],
    ['2008-3-4', '2008-03-04'],
  ])('is answered for the date %s', (written, meant) => {
    expect(errorsOf(`start: ${written}`)).toEqual([
      `1:8 expected a date such as \`2008-03-03\`, not \`${written}\`; write \`${meant}\` (year, month, day)`,
    ]);
  });

  test('is answered for a list where a map is wanted, with the map', () => {
    expect(errorsOf('networks:\n- name: core\n  internet: true\n')).toEqual([
      '2:1 expected a map of names, not a list; write a map, each entry under its name without `-`: `core: { KEY: VALUE }`',
    ]);
    expect(errorsOf('timeline: { at: 5 d }')).toEqual([
      '1:11 expected a list, not a map; write each entry on a line that begins with `- `',
    ]);
  });
});
