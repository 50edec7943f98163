import { describe, expect, test } from 'vitest';
import { ESTATE } from './estate.ts';
import { errorsOf } from './in-memory.ts';

/** Errors in what is added to the estate; lines count from what is added. */
function errorsIn(added: string): readonly string[] {
  const above = ESTATE.split('\n').length - 1;
  return errorsOf(ESTATE + added).map((error) =>
    error.replace(/^\d+/, (line) => String(Number(line) - above)),
  );
}

describe('every error of a file', () => {
  test('is told at once, by position', () => {
    const text = `
titel: x
duration: 5
networks:
  core: { dns: corp.exmple, internet: yes }
links:
  wan: { from: cor, to: core, alow: [kms] }
machines:
  desktops: { os: vista-busines, network: core, install: { over: 3, order: odd } }
timeline:
  - { at: 5 d, down: kms-1, fro: 2 d }
`;
    expect(errorsOf(text)).toEqual([
      '2:1 unknown key `titel`; did you mean `title`?',
      '3:11 expected a duration, and `5` has no unit; write `5 min`, `5 h` or `5 d`',
      '5:16 no DNS zone is named `corp.exmple`; none exists',
      '5:39 expected `true` or `false`, not `yes`; write `true`',
      '7:16 no network is named `cor`; did you mean `core`?',
      '7:31 unknown key `alow`; did you mean `allow`?',
      expect.stringMatching(
        /^9:19 expected one of \d+ values such as `vista-business`, .*, not `vista-busines`; did you mean `vista-business`\?$/,
      ),
      '9:66 expected a duration, and `3` has no unit; write `3 min`, `3 h` or `3 d`',
      '9:76 expected `even` or `random`, not `odd`',
      '11:22 no KMS host, DNS zone, network, link, VAMT or domain is named `kms-1`; known: `core`, `wan`, `microsoft`, `internet`',
      '11:29 unknown key `fro`; did you mean `for`?',
    ]);
  });

  test('is told once: what is misspelled is not missing too', () => {
    expect(
      errorsOf('networks: { a: {} }\nmachines: { m: { count: 1, os: vista-business, netwrk: a } }'),
    ).toEqual(['2:48 unknown key `netwrk`; did you mean `network`?']);
  });

  test('does not lead to others: a misspelled section may declare what others name', () => {
    expect(
      errorsOf('netwroks: { a: {} }\nmachines: { m: { count: 1, os: vista-business, network: a } }'),
    ).toEqual(['1:1 unknown key `netwroks`; did you mean `networks`?']);
    expect(errorsOf('networks: [a]\nmachines: { m: { count: 1, os: vista-business, network: a } }')).toEqual([
      '1:11 expected a map of names, not a list; write a map, each entry under its name without `-`: `NAME: { KEY: VALUE }`',
    ]);
  });

  test('does not lead to others: an entry that is wrong may still be named', () => {
    expect(
      errorsOf(
        'networks: { a: { internet: 5 } }\nmachines: { m: { count: 1, os: vista-business, network: a } }',
      ),
    ).toEqual(['1:28 expected `true` or `false`, not `5`']);
  });
});

describe('a value of the wrong kind', () => {
  test.each([
    ['title: 2008\n', '1:8 expected text, not `2008`; write `"2008"`, in quotes, if this is meant'],
    ['policy: { telephoneAgents: 1.5 }\n', '1:28 expected a whole number, not `1.5`'],
    ['policy: { telephoneAgents: 0 }\n', '1:28 expected at least 1, not `0`'],
    ['policy: { activationInterval: 1 min }\n', '1:31 expected at least 15 min'],
    ['policy: { renewalInterval: 31 d }\n', '1:28 expected at most 30 d'],
    ['policy: { recordLife: 0 d }\n', '1:23 expected a duration longer than 0 min'],
    ['policy: { countVirtualMachines: 1 }\n', '1:33 expected `true` or `false`, not `1`'],
    [
      'policy: { telephoneCall: [5] }\n',
      '1:26 expected a duration such as `90 min`, `2 h`, `7 d` or `3 d 8 h`, not a list',
    ],
    [
      'start: 2008\n',
      '1:8 expected a date such as `2008-03-03`, not `2008`; write `"2008"`, in quotes, if this is meant',
    ],
    ['vamt: 5\n', '1:7 expected a map of names, not `5`'],
  ])('is refused with what was expected: %j', (text, error) => {
    expect(errorsOf(text)).toContain(error);
  });

  test('is refused with the kinds of key', () => {
    expect(errorsOf('keys: { a: { type: kmz }, b: { group: client }, c: 5 }')).toEqual([
      '1:20 expected `kms` or `mak`, not `kmz`',
      '1:27 the key `type` is missing; write `kms` or `mak`',
      '1:52 expected a map, not `5`',
    ]);
  });

  test('is refused within the map that was meant', () => {
    const group = (uptime: string) =>
      `networks: { a: {} }\nmachines:\n  m: { count: 1, os: vista-business, network: a, uptime: ${uptime} }`;
    expect(errorsOf(group('{ on: 25:00, of: 18:00 }'))).toEqual([
      '3:64 expected a time of day from `00:00` to `23:59`, not `25:00`',
      '3:71 unknown key `of`; did you mean `off`?',
    ]);
    expect(errorsOf(group('nights'))).toEqual([
      '3:58 expected `always`, `office-hours` or a map such as `{ days: mon-fri, on: 08:00, off: 18:00 }`, not `nights`',
    ]);
  });
});

describe('an entry of the timeline', () => {
  const ACTIONS =
    '`down`, `block`, `move`, `convert`, `rebuild`, `retire`, `grant`, `raise`, `rekey`, `validate`, `activate`, `rearm`, `point`, `unpublish`, `update`, `upgrade`, `relocate`, `join` or `leave`';

  test.each([
    ['{ at: 5 d }', `3 an entry has exactly one of ${ACTIONS}`],
    [
      '{ at: 5 d, move: kms-1, down: kms-1 }',
      `27 \`move\` and \`down\` cannot be in one entry; an entry has exactly one of ${ACTIONS}`,
    ],
    ['{ at: 5 d, dwon: kms-1 }', '14 unknown key `dwon`; did you mean `down`?'],
    [
      '{ down: kms-1 }',
      '3 the key `at` is missing; write a point in time such as `40 d`, `2008-04-12` or `2008-04-12T14:00`',
    ],
    ['{ at: 5 d, move: kms-1, for: 2 d }', '27 unknown key `for`; known: `at`, `move`'],
    ['{ at: 5 d, down: kms-1, for: 0 d }', '32 expected a duration longer than 0 min'],
    ['{ at: 5 d, block: wan }', '3 the key `services` is missing; write a list'],
    ['{ at: 5 d, block: wan, services: [] }', '36 expected at least one of `kms`, `dns`, `wmi`, `ldap`'],
    ['{ at: 5 d, block: wan, services: [kms, kms] }', '36 duplicate value'],
    ['hello', '3 expected a map, not `hello`'],
  ])('is refused: %s', (entry, error) => {
    expect(errorsIn(`timeline:\n- ${entry}\n`)).toEqual([`2:${error}`]);
  });

  test('stands in a list', () => {
    expect(errorsIn('timeline:\n')).toEqual([
      '1:10 expected a list, not nothing; write `[]` for an empty one',
    ]);
  });
});

describe('an expectation', () => {
  const COMPARISONS = '`is`, `atLeast`, `atMost`, `above` or `below`';

  test.each([
    ['{ figure: a.b }', `3 an entry has exactly one of ${COMPARISONS}`],
    [
      '{ figure: a.b, is: 1, above: 2 }',
      `25 \`is\` and \`above\` cannot be in one entry; an entry has exactly one of ${COMPARISONS}`,
    ],
    ['{ is: 1 }', '3 the key `figure` is missing; write a path in summary.json'],
    ['{ figure: a.b, atMost: null }', '26 expected a number, not nothing'],
    [
      '{ figure: a.b, is: yes }',
      '22 expected a number, or `null` for a figure that does not exist, not `yes`',
    ],
  ])('is refused: %s', (entry, error) => {
    expect(errorsIn(`expect:\n- ${entry}\n`)).toEqual([`2:${error}`]);
  });
});
