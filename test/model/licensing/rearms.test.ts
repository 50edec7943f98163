import { describe, expect, test } from 'vitest';
import { days } from '../estate.ts';
import { conditionsOf, down, rebuild } from '../mak/sketches.ts';
import { contactsOf, EASY, minutesOf, run } from '../queries.ts';

const LAB = { method: { type: 'none' }, rearm: 'at-expiry' } as const;

describe('C5: a computer that is rearmed whenever its grace ends', () => {
  test.each([
    // 30 days and three times 30 more; 30 and five times 30 more; 60 and three times 60 more.
    ['vista-business', 30, 3, 120, 'Unlicensed'],
    ['vista-business-sp1', 30, 3, 120, 'Notification'],
    ['vista-enterprise', 30, 5, 180, 'Unlicensed'],
    ['vista-enterprise-sp1', 30, 5, 180, 'Notification'],
    ['server-2008-standard', 60, 3, 240, 'Notification'],
    ['server-2008-datacenter', 60, 3, 240, 'Notification'],
  ] as const)('on %s has %s days %s times over, %s days in all', (os, grace, rearms, total, endState) => {
    const result = run({ duration: days(400), hosts: {}, groups: { pc: { ...LAB, os } } });
    expect(minutesOf(result, 'pc-0001', 'rearmed')).toEqual(
      Array.from({ length: rearms }, (_, index) => days(grace * (index + 1))),
    );
    expect(conditionsOf(result)).toEqual(['0 OOBGrace', `${days(total)} ${endState}`]);
  });

  test('is not rearmed where its group is not', () => {
    const result = run({ duration: days(400), hosts: {}, groups: { pc: { ...LAB, rearm: 'never' } } });
    expect(conditionsOf(result)).toEqual(['0 OOBGrace', `${days(30)} Notification`]);
  });

  test('is rearmed as often as the policy says', () => {
    const groups = { pc: LAB };
    const result = run({ duration: days(400), rules: { vistaEnterpriseRearms: 1 }, hosts: {}, groups });
    expect(conditionsOf(result)).toEqual(['0 OOBGrace', `${days(60)} Notification`]);
  });

  test('has all rearms again when it is rebuilt', () => {
    const result = run({
      duration: days(400),
      hosts: {},
      groups: { pc: { ...LAB, os: 'vista-business-sp1' } },
      timeline: [rebuild(days(100))],
    });
    // Days 30, 60 and 90 use up the three; from day 100 on there are three more.
    expect(minutesOf(result, 'pc-0001', 'rearmed')).toEqual([30, 60, 90, 130, 160, 190].map(days));
    expect(conditionsOf(result)).toEqual(['0 OOBGrace', `${days(220)} Notification`]);
  });

  test('never reaches its end state when it is rebuilt often enough', () => {
    const groups = { pc: { ...LAB, os: 'vista-business', rebuildEvery: days(119) } } as const;
    const result = run({ duration: days(1000), hosts: {}, groups });
    expect(conditionsOf(result)).toEqual(['0 OOBGrace']);
  });
});

describe('a rearm', () => {
  test('at the end of OOTGrace restarts OOBGrace', () => {
    const result = run({
      duration: days(400),
      rules: EASY,
      groups: { pc: { os: 'vista-business-sp1', rearm: 'at-expiry' } },
      timeline: [down('kms-1', days(1), null)],
    });
    // Licensed for 180 days and 30 days out of tolerance; then three times 30 days.
    expect(conditionsOf(result)).toEqual([
      '0 OOBGrace',
      '0 Licensed',
      `${days(180)} OOTGrace`,
      `${days(210)} OOBGrace`,
      `${days(300)} Notification`,
    ]);
    expect(minutesOf(result, 'pc-0001', 'rearmed')).toEqual([210, 240, 270].map(days));
  });

  test('is not needed by a machine that is activated in the very minute', () => {
    const result = run({
      duration: days(40),
      rules: EASY,
      hosts: { 'kms-1': { online: days(30) } },
      groups: { pc: { rearm: 'at-expiry' } },
    });
    expect(conditionsOf(result)).toEqual(['0 OOBGrace', `${days(30)} Licensed`]);
    expect(minutesOf(result, 'pc-0001', 'rearmed')).toEqual([]);
  });

  test('gives a new CMID, which counts besides the old one until that is 30 days old', () => {
    const groups = { pc: { count: 3, rearm: 'at-expiry' } } as const;
    const { dailyCounts } = run({ duration: days(63), groups });
    // The three ask last with their first CMIDs on day 30, 0:00, and are rearmed in that minute. The first
    // records are gone on day 60, 0:00, when the second ones are made for the last time.
    expect(dailyCounts['kms-1'].slice(0, 30)).toEqual(new Array(30).fill(3));
    expect(dailyCounts['kms-1'].slice(30, 60)).toEqual(new Array(30).fill(6));
    expect(dailyCounts['kms-1'].slice(60, 63)).toEqual([6, 6, 6]);
  });

  test('lets 13 machines pass the threshold of 25: old and new CMIDs are 26', () => {
    const groups = { pc: { count: 13, rearm: 'at-expiry' } } as const;
    const result = run({ duration: days(31), groups });
    const again = days(30) + 120;
    // At their next try they are answered 14, 15 and so on; the twelfth 25.
    expect(contactsOf(result, 'pc-0012').find(({ event }) => event === 'activated')).toMatchObject({
      minute: again,
      count: 25,
    });
    expect(result.brief('activated').slice(0, 3)).toEqual([
      `${again} activated pc-0012`,
      `${again} activated pc-0013`,
      `${again + 120} activated pc-0001`,
    ]);
  });

  test('makes clones distinct', () => {
    const groups = { pc: { count: 30, image: 'cloned', rearm: 'at-expiry' } } as const;
    const result = run({ duration: days(31), groups });
    expect(result.dailyCounts['kms-1'].slice(0, 30)).toEqual(new Array(30).fill(1));
    // The record of the image and one of each: the first is answered 2, the 24th 25.
    expect(result.dailyCounts['kms-1'][30]).toBe(31);
    expect(result.brief('activated')[0]).toBe(`${days(30) + 120} activated pc-0024`);
  });

  test('of a clone is undone when it is rebuilt from the image', () => {
    const groups = { pc: { count: 3, image: 'cloned', rearm: 'at-expiry' } } as const;
    const { dailyCounts } = run({ duration: days(60), groups, timeline: [rebuild(days(31))] });
    // The image's record and one of each; three new CMIDs at the rebuild would make it 7.
    expect(dailyCounts['kms-1'].slice(30)).toEqual(new Array(30).fill(4));
  });
});
