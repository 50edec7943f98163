import { describe, expect, test } from 'vitest';
import { days } from '../estate.ts';
import { minutesOf } from '../queries.ts';
import {
  BY_TELEPHONE,
  booksOf,
  byProxy,
  conditionsOf,
  convert,
  down,
  messagesOf,
  pool,
  raise,
  runMak,
  VAMT,
} from './sketches.ts';

const PC = { method: byProxy() };
const at = (minute: number) => ({ at: minute, over: 0, order: 'even' }) as const;

describe('a round of a VAMT', () => {
  test('comes every so often, the first after that time and not at the start', () => {
    const groups = { pc: PC, later: { ...PC, install: at(601) } };
    const result = runMak({ groups });
    expect(result.brief('activated')).toEqual(['600 activated pc-0001', '1200 activated later-0001']);
  });

  test('collects from a machine installed in its very minute', () => {
    const result = runMak({ groups: { pc: { ...PC, install: at(600) } } });
    expect(minutesOf(result, 'pc-0001', 'activated')).toEqual([600]);
  });

  test('asks Microsoft once for all machines of a key', () => {
    const result = runMak({ groups: { pc: { ...PC, count: 3 }, more: { ...PC, count: 2 } } });
    expect(messagesOf(result)).toEqual(['600 vamt mak-proxy-activation internet accepted']);
    expect(booksOf(result)).toEqual({ used: 5, remaining: 95 });
  });

  test('asks Microsoft once for each key', () => {
    const result = runMak({
      keys: { mak: pool(9), other: pool(9) },
      groups: { pc: { ...PC, count: 3 }, more: { method: byProxy('other'), count: 2 } },
    });
    expect(messagesOf(result)).toEqual(new Array(2).fill('600 vamt mak-proxy-activation internet accepted'));
    expect([booksOf(result, 'mak').used, booksOf(result, 'other').used]).toEqual([3, 2]);
  });

  test('sends nothing when no machine needs activation', () => {
    const result = runMak({ duration: days(30), groups: { pc: PC } });
    expect(messagesOf(result).length).toBe(1);
  });

  test('serves the machines of its own VAMT only', () => {
    const vamts = { vamt: VAMT, other: { ...VAMT, every: 700 } };
    const groups = { pc: PC, more: { method: byProxy('mak', 'other') } };
    expect(messagesOf(runMak({ vamts, groups }))).toEqual([
      '600 vamt mak-proxy-activation internet accepted',
      '700 other mak-proxy-activation internet accepted',
    ]);
  });

  test('leaves machines alone that are not activated by a proxy', () => {
    const groups = { pc: { method: { type: 'none' } as const }, own: { method: BY_TELEPHONE } };
    expect(messagesOf(runMak({ groups }))).toEqual(['30 own-0001 mak-activation telephone accepted']);
  });
});

describe('a VAMT reaches', () => {
  const networks = { core: {}, site: { internet: false } };
  const groups = { pc: { ...PC, network: 'site' } };
  const link = (from: string, to: string, ...allow: ('kms' | 'dns' | 'wmi')[]) => ({
    wan: { from, to, allow },
  });

  test('machines of another network by a link from its own that lets WMI through', () => {
    const result = runMak({ networks, groups, links: link('core', 'site', 'wmi') });
    // Microsoft is asked by the VAMT: its machines need no Internet.
    expect(minutesOf(result, 'pc-0001', 'activated')).toEqual([600]);
  });

  test.each([
    ['a link in the other direction', link('site', 'core', 'kms', 'dns', 'wmi')],
    ['a link without WMI', link('core', 'site', 'kms', 'dns')],
    ['no link', {}],
  ])('no machines of another network with %s', (_, links) => {
    const result = runMak({ networks, groups, links });
    expect(result.brief('activated')).toEqual([]);
    expect(messagesOf(result)).toEqual([]);
  });

  test('them again when the blocking of WMI is over', () => {
    const result = runMak({
      networks,
      groups,
      links: link('core', 'site', 'kms', 'dns', 'wmi'),
      timeline: [{ at: 500, type: 'block', link: 'wan', services: ['wmi'], for: 200 }],
    });
    expect(minutesOf(result, 'pc-0001', 'activated')).toEqual([1200]);
  });

  test('only machines that are present in the minute of the round', () => {
    // Connected from 0 to 100, 1000 to 1100 and so on: of the rounds, first that of minute 3000.
    const connects = { every: 1000, for: 100, first: 0 };
    const result = runMak({ duration: days(3), groups: { pc: { ...PC, connects } } });
    expect(minutesOf(result, 'pc-0001', 'activated')).toEqual([3000]);
  });
});

describe('a VAMT that does not reach Microsoft', () => {
  test.each(['microsoft', 'internet', 'core'])('asks in its next round when %s is down', (target) => {
    const result = runMak({ groups: { pc: PC }, timeline: [down(target, 590, 20)] });
    expect(messagesOf(result)).toEqual(['1200 vamt mak-proxy-activation internet accepted']);
    expect(minutesOf(result, 'pc-0001', 'activated')).toEqual([1200]);
  });

  test('leaves its machines to their grace', () => {
    const networks = { core: { internet: false } };
    const result = runMak({ duration: days(40), networks, groups: { pc: PC } });
    expect(conditionsOf(result)).toEqual(['0 OOBGrace', `${days(30)} Notification`]);
  });
});

describe('a pool that runs dry in the middle of a batch', () => {
  const dry = { keys: { mak: pool(2) }, groups: { pc: { ...PC, count: 3 } } };

  test('activates as many as it can, in order', () => {
    const result = runMak(dry);
    expect(result.brief('activated')).toEqual(['600 activated pc-0001', '600 activated pc-0002']);
    expect(result.of('pc-0003').find(({ event }) => event === 'key-exhausted')).toMatchObject({
      minute: 600,
      code: '0xC004C020',
    });
    expect(messagesOf(result)).toEqual([
      '600 vamt mak-proxy-activation internet 2 of 3',
      '1200 vamt mak-proxy-activation internet refused',
    ]);
    expect(booksOf(result)).toEqual({ used: 2, remaining: 0 });
  });

  test('is announced once for each machine', () => {
    const result = runMak({ ...dry, duration: days(10), keys: { mak: pool(1) } });
    expect(result.brief('key-exhausted')).toEqual(['600 key-exhausted pc-0002', '600 key-exhausted pc-0003']);
  });

  test('lets the rest in at the next round after it was raised, also out of Notification', () => {
    const result = runMak({ ...dry, duration: days(40), timeline: [raise(days(35) + 1, 5)] });
    // 35 days are 84 rounds, so the next is 600 minutes after.
    expect(conditionsOf(result, 'pc-0003')).toEqual([
      '0 OOBGrace',
      `${days(30)} Notification`,
      `${days(35) + 600} Licensed`,
    ]);
    expect(booksOf(result)).toEqual({ used: 3, remaining: 4 });
  });
});

describe('machines converted to a proxy', () => {
  test('are activated in its next round, those that a KMS host has activated too', () => {
    const result = runMak({
      duration: days(2),
      rules: { vistaThreshold: 1 },
      hosts: { 'kms-1': { key: 'kms' } },
      keys: { mak: pool(9), kms: { type: 'kms', group: 'client', hosts: 1, activationsPerHost: 1 } },
      groups: { pc: {} },
      timeline: [convert(700, byProxy())],
    });
    expect(minutesOf(result, 'pc-0001', 'activated')).toEqual([0]);
    expect(messagesOf(result).at(-1)).toBe('1200 vamt mak-proxy-activation internet accepted');
  });
});
