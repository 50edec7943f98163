import { describe, expect, test } from 'vitest';
import type { GroupParameters } from '../../../src/model/definitions/parameters.ts';
import { days } from '../../model/estate.ts';
import { EASY, type RunSketch, record } from '../recorded.ts';

const NO_METHOD: GroupParameters['method'] = { type: 'none' };

const storyOf = (sketch: RunSketch) => record(sketch).outcome.story;

describe('the closing words of a run', () => {
  test('in which all went well', () => {
    const sketch: RunSketch = {
      title: 'Core network',
      duration: days(365),
      groups: { pc: { count: 30, install: { at: 0, over: 30, order: 'even' } } },
    };
    // The 25th and those behind it are licensed at once: 6 of 30. The others try again after 2 hours, so the
    // 15th and the 29th of the delays in order are 120 minutes.
    expect(storyOf(sketch)).toEqual([
      'Core network: 365 days from 2008-03-03, 30 machines, 1 KMS host',
      '30 of 30 machines were licensed: half of all within 2 hours of installation, 95 % within 2 hours of installation.',
      'No machine reached the end of its grace.',
      'At the end 30 of 30 machines in service are licensed.',
    ]);
  });

  test('in which some machines came to the end of their grace', () => {
    const sketch: RunSketch = {
      duration: days(40),
      rules: EASY,
      hosts: { 'kms-1': {}, 'kms-2': { publish: false } },
      groups: {
        pc: { count: 3 },
        lost: { count: 2, method: NO_METHOD, install: { at: 90, over: 0, order: 'even' } },
        old: { os: 'vista-business', method: NO_METHOD, install: { at: days(1), over: 0, order: 'even' } },
      },
      timeline: [{ at: days(35), type: 'retire', group: 'lost', count: 1 }],
    };
    // 30 days after 01:30 of 3 March. Of 6 the half is the third, which was licensed in its first minute.
    expect(storyOf(sketch)).toEqual([
      'Test: 40 days from 2008-03-03, 6 machines, 2 KMS hosts',
      '3 of 6 machines were licensed: half of all at once.',
      '3 machines are not activated by design (`method: none`).',
      '3 machines reached the end of their grace: 2 of lost, 1 of old; at most 3 at once.',
      'The first was lost-0001 on 2008-04-02T01:30 (day 30): it is not activated by design (`method: none`).',
      'At the end 3 of 5 machines in service are licensed.',
    ]);
  });

  test('in which none was licensed', () => {
    expect(storyOf({ hosts: {}, duration: 150, groups: { pc: { count: 25 } } })).toEqual([
      'Test: 2.5 hours from 2008-03-03, 25 machines, 0 KMS hosts',
      '0 of 25 machines were licensed.',
      'No machine reached the end of its grace.',
      'Due after the end: the grace of 25 machines, the first on 2008-04-02 (day 30): no KMS host is published in corp (0x8007232B: DNS has no SRV record of a KMS host).',
      'At the end 0 of 25 machines in service are licensed.',
    ]);
  });

  test('of one machine that was licensed', () => {
    expect(storyOf({ rules: EASY, duration: 1, groups: { pc: {} } })).toEqual([
      'Test: 1 minute from 2008-03-03, 1 machine, 1 KMS host',
      '1 of 1 machine was licensed: half of all at once, 95 % at once.',
      'No machine reached the end of its grace.',
      'At the end 1 of 1 machine in service is licensed.',
    ]);
  });

  test('of one machine that came to the end of its grace', () => {
    expect(storyOf({ hosts: {}, duration: days(31), groups: { pc: {} } })).toEqual([
      'Test: 31 days from 2008-03-03, 1 machine, 0 KMS hosts',
      '0 of 1 machine was licensed.',
      '1 machine reached the end of its grace: 1 of pc; at most 1 at once.',
      'The first was pc-0001 on 2008-04-02 (day 30): no KMS host is published in corp (0x8007232B: DNS has no SRV record of a KMS host).',
      'At the end 0 of 1 machine in service is licensed.',
    ]);
  });

  test('of nothing', () => {
    expect(storyOf({ hosts: {} })).toEqual([
      'Test: 24 hours from 2008-03-03, 0 machines, 0 KMS hosts',
      '0 of 0 machines were licensed.',
      'No machine reached the end of its grace.',
      'At the end 0 of 0 machines in service are licensed.',
    ]);
  });

  test('names four groups at most', () => {
    const group = { os: 'vista-business', method: NO_METHOD } as const;
    const lines = storyOf({
      hosts: {},
      duration: days(31),
      groups: { a: group, b: group, c: { ...group, count: 2 }, d: group, e: group, f: group },
    });
    expect(lines[3]).toBe(
      '7 machines reached the end of their grace: 1 of a, 1 of b, 2 of c, 1 of d, others of 2 more groups; at most 7 at once.',
    );
  });

  test('goes on where a machine came back from the end of its grace', () => {
    const lines = storyOf({
      duration: days(40),
      rules: EASY,
      groups: { pc: {} },
      timeline: [{ at: 0, type: 'down', target: 'kms-1', for: days(32) }],
    });
    // Tries are every 2 hours from minute 0 on, the one of day 32 among them.
    expect(lines.slice(1)).toEqual([
      '1 of 1 machine was licensed: half of all within 32 days of installation, 95 % within 32 days of installation.',
      '1 machine reached the end of its grace: 1 of pc; at most 1 at once.',
      'The first was pc-0001 on 2008-04-02 (day 30): no KMS host is published in corp (0x8007232B: DNS has no SRV record of a KMS host).',
      'At the end 1 of 1 machine in service is licensed.',
    ]);
  });
});
