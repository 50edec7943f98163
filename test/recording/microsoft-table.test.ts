import { describe, expect, test } from 'vitest';
import type {
  KeyParameters,
  MethodParameters,
  VamtParameters,
} from '../../src/model/definitions/parameters.ts';
import { type RunSketch, record } from './recorded.ts';

/** What activation sends to Microsoft by the Planning Guide, Appendix 1. */
const BY_INTERNET =
  'product key; edition and channel; current date; license condition; hardware ID hash; language; IP address';
/** An installation ID is read out. */
const BY_TELEPHONE =
  'Installation ID only (it holds no more): product ID made of the product key; hardware ID hash';

const KMS_KEY: KeyParameters = { type: 'kms', group: 'server-c', hosts: 1, activationsPerHost: 10 };
const mak = (activations: number): KeyParameters => ({ type: 'mak', group: 'client', activations });
const proxy: MethodParameters = { type: 'mak-proxy', key: 'mak', vamt: 'vamt' };
const vamt = (via: VamtParameters['via']): VamtParameters => ({
  network: 'core',
  every: 60,
  via,
  roundTrip: via === 'removable-media' ? 90 : 0,
  keepsConfirmations: true,
});

const linesOf = (sketch: RunSketch) => record({ duration: 240, ...sketch }).lines('microsoft.csv');

describe('microsoft.csv', () => {
  test('has the activations of hosts by channel, and what each carried', () => {
    const lines = linesOf({
      keys: { 'kms-key': KMS_KEY },
      hosts: { 'kms-1': { activateBy: 'telephone' }, 'kms-2': {} },
      timeline: [{ at: 100, type: 'move', host: 'kms-2' }],
    });
    // The key is for one host. The second is first, because a call takes 30 minutes.
    expect(lines).toEqual([
      `0,2008-03-03T00:00,kms-2,host-activation,kms-key,internet,accepted,1,${BY_INTERNET}`,
      `30,2008-03-03T00:30,kms-1,host-activation,kms-key,telephone,refused,1,${BY_TELEPHONE}`,
      `100,2008-03-03T01:40,kms-2,host-reactivation,kms-key,internet,accepted,1,${BY_INTERNET}`,
    ]);
  });

  test('says of each generation what its activation sends', () => {
    const key = (group: KeyParameters['group']): KeyParameters => ({
      type: 'kms',
      group,
      hosts: 1,
      activationsPerHost: 1,
    });
    const lines = linesOf({
      keys: { old: KMS_KEY, seven: key('server-2008-r2-c'), late: key('server-2012-r2') },
      hosts: {
        'kms-1': { key: 'old' },
        'kms-2': { key: 'seven', os: 'server-2008-r2-standard' },
        'kms-3': { key: 'late', os: 'server-2012-r2-standard' },
      },
    });
    const carried = lines.map((line) => line.split('accepted,1,')[1].replaceAll('"', ''));
    expect(carried[0]).toBe(BY_INTERNET);
    expect(carried[1]).toContain('product key (hashed) and product ID; BIOS name, revision and date');
    expect(carried[1]).not.toContain('hardware hash');
    expect(carried[2]).toBe(`${carried[1]}; hardware hash`);
  });

  test('has the activations of MAK machines, also a second one', () => {
    const lines = linesOf({
      hosts: {},
      keys: { mak: mak(2) },
      groups: { pc: { method: { type: 'mak', key: 'mak', by: 'internet' }, rebuildEvery: 100 } },
    });
    expect(lines).toEqual([
      `0,2008-03-03T00:00,pc-0001,mak-activation,mak,internet,accepted,1,${BY_INTERNET}`,
      `100,2008-03-03T01:40,pc-0001,mak-reactivation,mak,internet,accepted,1,${BY_INTERNET}`,
      `200,2008-03-03T03:20,pc-0001,mak-reactivation,mak,internet,refused,1,${BY_INTERNET}`,
    ]);
  });

  test.each([
    // A round is every hour. Media that leave in minute 60 can be back in minute 150, for the round of 180.
    ['internet', 60, '01:00', BY_INTERNET],
    ['removable-media', 180, '03:00', BY_INTERNET],
  ] as const)('has one message for all computers behind a VAMT by %s', (via, minute, time, carries) => {
    const lines = linesOf({
      hosts: {},
      keys: { mak: mak(40) },
      vamts: { vamt: vamt(via) },
      groups: { pc: { count: 3, method: proxy } },
    });
    expect(lines).toEqual([
      `${minute},2008-03-03T${time},vamt,mak-proxy-activation,mak,${via},accepted,3,${carries}`,
    ]);
  });

  test('has one message for each computer that a VAMT telephones for', () => {
    const lines = linesOf({
      hosts: {},
      keys: { mak: mak(40) },
      vamts: { vamt: vamt('telephone') },
      groups: { pc: { count: 2, method: proxy } },
    });
    // One call after the other, of 30 minutes each.
    expect(lines).toEqual([
      `90,2008-03-03T01:30,vamt,mak-proxy-activation,mak,telephone,accepted,1,${BY_TELEPHONE}`,
      `120,2008-03-03T02:00,vamt,mak-proxy-activation,mak,telephone,accepted,1,${BY_TELEPHONE}`,
    ]);
  });

  test('says how many computers were activated when the pool did not suffice for all', () => {
    const lines = linesOf({
      duration: 100,
      hosts: {},
      keys: { mak: mak(2) },
      vamts: { vamt: vamt('internet') },
      groups: { pc: { count: 3, method: proxy } },
    });
    expect(lines).toEqual([
      `60,2008-03-03T01:00,vamt,mak-proxy-activation,mak,internet,2 of 3 accepted,3,${BY_INTERNET}`,
    ]);
  });

  test('has nothing of KMS clients', () => {
    const lines = linesOf({ groups: { pc: { count: 30 } } });
    expect(lines.map((line) => line.split(',')[2])).toEqual(['kms-1']);
  });

  test('has as many rows as the summary has messages', () => {
    const { outcome, rows } = record({ hosts: { 'kms-1': {}, 'kms-2': {} } });
    expect(outcome.summary).toMatchObject({ microsoft: { messages: rows('microsoft.csv').length } });
  });
});
