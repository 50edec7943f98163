import { describe, expect, test } from 'vitest';
import { days } from '../../model/estate.ts';
import { EASY, type RunSketch, record } from '../recorded.ts';

/** The closing words of a kind. */
function words(kind: string, sketch: RunSketch): string[] {
  return record(sketch)
    .outcome.findings.filter((finding) => finding.kind === kind)
    .map(({ text }) => text);
}

const MAK = { mak: { type: 'mak', group: 'client', activations: 3 } } as const;
const BY_INTERNET = { type: 'mak', key: 'mak', by: 'internet' } as const;

describe('the first machine at the end of its grace', () => {
  const firstOf = (sketch: RunSketch) => words('first-end', { duration: days(31), ...sketch });

  test.each<[string, RunSketch, string]>([
    [
      'a count that is too low',
      { groups: { pc: { count: 18 } } },
      "the count of kms-1 is 18, and its clients need 25 (0xC004F038: the count of the KMS host is below the client's threshold)",
    ],
    [
      'a network without a zone',
      { rules: EASY, networks: { core: {}, island: { zone: null } }, groups: { pc: { network: 'island' } } },
      'computers of island ask no DNS zone (0x8007232B: DNS has no SRV record of a KMS host)',
    ],
    [
      'a host that is down',
      {
        rules: EASY,
        groups: { pc: { install: { at: 60, over: 0, order: 'even' } } },
        timeline: [{ at: 30, type: 'down', target: 'kms-1', for: null }],
        duration: days(32),
      },
      'no KMS host that corp names can be reached: kms-1 has been down since 2008-03-03T00:30 (day 0) (0x800706BA: the KMS host does not answer)',
    ],
    [
      'a key that does not serve the client',
      {
        rules: EASY,
        keys: { 'kms-key': { type: 'kms', group: 'client', hosts: 6, activationsPerHost: 10 } },
        groups: { server: { os: 'server-2008-standard' } },
        duration: days(61),
      },
      'the key kms-key on server-2008-standard cannot serve server-2008-standard (0xC004F042: the key or the system of the KMS host cannot serve the client)',
    ],
    [
      'an empty pool',
      { hosts: {}, keys: MAK, groups: { pc: { count: 4, method: BY_INTERNET } } },
      'the pool of mak is empty (0xC004C020: the MAK has no activations left)',
    ],
    [
      'no way to Microsoft',
      {
        hosts: {},
        keys: MAK,
        networks: { core: { internet: false } },
        groups: { pc: { method: BY_INTERNET } },
      },
      'Microsoft cannot be reached from core (0x80072EE7: Microsoft cannot be reached)',
    ],
    [
      'an absence',
      { rules: EASY, groups: { pc: { connects: { every: days(90), for: days(1), first: days(40) } } } },
      'it was not connected when it needed a KMS host',
    ],
  ])('is explained by %s', (_cause, sketch, cause) => {
    const [sentence] = firstOf(sketch);
    expect(sentence).toMatch(/^The first was \S+ on 2008-\S+ \(day \d+\): /);
    expect(sentence.slice(sentence.indexOf('): ') + 3)).toBe(`${cause}.`);
  });
});

describe('a KMS host that fails', () => {
  test('is named although no machine suffers', () => {
    const sketch: RunSketch = {
      rules: EASY,
      keys: { 'kms-key': { type: 'kms', group: 'server-c', hosts: 1, activationsPerHost: 10 } },
      hosts: { 'kms-1': {}, 'kms-2': { publish: false } },
      groups: { pc: {} },
    };
    expect(words('host-failed', sketch)).toEqual([
      'The KMS host kms-2 was refused by Microsoft on 2008-03-03 (day 0) (0xC004C008: the KMS key has no activations left); it is not activated at the end (OOBGrace until 2008-05-02 (day 60)).',
    ]);
  });

  test('is named with its way to Microsoft, and its own end state', () => {
    const sketch: RunSketch = {
      networks: { core: { internet: false } },
      duration: days(61),
      groups: { pc: {} },
    };
    expect(words('host-failed', sketch)).toEqual([
      'The KMS host kms-1 was in Notification from 2008-05-02 (day 60) on, where it serves no client; it cannot reach Microsoft from core (0x80072EE7: Microsoft cannot be reached); it is not activated at the end (Notification).',
    ]);
  });

  test('is not named where all are activated', () => {
    expect(words('host-failed', { groups: { pc: {} } })).toEqual([]);
  });
});

describe('a key that runs out', () => {
  test('is named with the day and the machines refused', () => {
    const late = { count: 2, method: BY_INTERNET, install: { at: days(4), over: 0, order: 'even' } } as const;
    const sketch: RunSketch = {
      duration: days(10),
      hosts: {},
      keys: MAK,
      groups: { pc: { count: 3, method: BY_INTERNET }, late },
    };
    expect(words('pool-empty', sketch)).toEqual([
      'The pool of mak ran out on 2008-03-07 (day 4): 2 machines were refused (0xC004C020: the MAK has no activations left).',
    ]);
  });
});

describe('what is due after the end', () => {
  test('is the grace of machines that are not activated', () => {
    expect(words('due-grace', { groups: { pc: { count: 18 } } })).toEqual([
      "Due after the end: the grace of 18 machines, the first on 2008-04-02 (day 30): the count of kms-1 is 18, and its clients need 25 (0xC004F038: the count of the KMS host is below the client's threshold).",
    ]);
  });

  test('are ten licenses that lapse on day 376 of a run of 365 days', () => {
    const sketch: RunSketch = {
      duration: days(365),
      rules: EASY,
      groups: { pc: { count: 10 } },
      timeline: [{ at: days(197), type: 'down', target: 'kms-1', for: null }],
    };
    expect(words('due-lapse', sketch)).toEqual([
      'Due after the end: 10 licenses lapse unless renewed before, the first on 2009-03-14 (day 376): not renewed since 2008-09-15 (day 196), and no KMS host that corp names can be reached: kms-1 has been down since 2008-09-16 (day 197) (0x800706BA: the KMS host does not answer).',
    ]);
  });

  test('is nothing where all is well, nor for machines that are not activated by design', () => {
    const sketch: RunSketch = { rules: EASY, groups: { pc: {}, lab: { method: { type: 'none' } } } };
    expect([...words('due-grace', sketch), ...words('due-lapse', sketch)]).toEqual([]);
  });
});
