import { describe, expect, test } from 'vitest';
import { days } from '../model/estate.ts';
import { EASY, type RunSketch, record } from './recorded.ts';

/** Rows of events.csv: minute,time,event,subject,group,network,host,count,condition,previous,code,detail. */

const MAK = { type: 'mak', group: 'client', activations: 1 } as const;
const KMS_KEY = { type: 'kms', group: 'server-c', hosts: 6, activationsPerHost: 10 } as const;
const BY_INTERNET = { type: 'mak', key: 'mak', by: 'internet' } as const;

const linesOf = (sketch: RunSketch, ...events: string[]) =>
  record({ rules: EASY, ...sketch })
    .lines('events.csv')
    .filter((line) => events.length === 0 || events.includes(line.split(',')[2]));

describe('the events of an estate', () => {
  test('are told from the first to the last', () => {
    const lines = linesOf({
      groups: { pc: {} },
      timeline: [{ at: 60, type: 'down', target: 'kms-1', for: 30 }],
    });
    expect(lines).toEqual([
      '0,2008-03-03T00:00,host-online,kms-1,,core,,,OOBGrace,,0x4004F00C,server-2008-standard',
      '0,2008-03-03T00:00,host-activated,kms-1,,core,,,Licensed,OOBGrace,0x0,internet',
      '0,2008-03-03T00:00,published,kms-1,,core,,,Licensed,,0x0,corp',
      '0,2008-03-03T00:00,installed,pc-0001,pc,core,,,OOBGrace,,0x4004F00C,',
      '0,2008-03-03T00:00,threshold-reached,kms-1,,core,,1,Licensed,,,1',
      '0,2008-03-03T00:00,activated,pc-0001,pc,core,kms-1,1,Licensed,OOBGrace,0x0,',
      '60,2008-03-03T01:00,down,kms-1,,,,,,,,',
      '90,2008-03-03T01:30,up,kms-1,,,,,,,,',
      '90,2008-03-03T01:30,published,kms-1,,core,,,Licensed,,0x0,corp',
    ]);
  });

  test.each([
    ['vista-business', 'Unlicensed', 'OOBGrace', 43_200, '2008-04-02T00:00'],
    ['vista-business-sp1', 'Notification', 'OOBGrace', 43_200, '2008-04-02T00:00'],
    ['server-2008-web', 'Notification', 'OOBGrace', 86_400, '2008-05-02T00:00'],
  ] as const)('tell the end of the grace of %s', (os, condition, previous, minute, time) => {
    const lines = linesOf({ hosts: {}, groups: { pc: { os } }, duration: days(61) }, 'condition');
    expect(lines).toEqual([
      `${minute},${time},condition,pc-0001,pc,core,,,${condition},${previous},0xC004F009,`,
    ]);
  });

  test('tell that a license lapsed and its grace ended', () => {
    // Licensed in minute 0 for 180 days, then 30 days of OOTGrace; the host is away from day 1 on.
    const lines = linesOf(
      {
        groups: { pc: {} },
        timeline: [{ at: days(1), type: 'down', target: 'kms-1', for: null }],
        duration: days(211),
      },
      'condition',
    );
    expect(lines).toEqual([
      '259200,2008-08-30T00:00,condition,pc-0001,pc,core,,,OOTGrace,Licensed,0x4004F00D,',
      '302400,2008-09-29T00:00,condition,pc-0001,pc,core,,,Notification,OOTGrace,0xC004F009,',
    ]);
  });

  test('tell a rearm', () => {
    const lines = linesOf(
      { hosts: {}, groups: { pc: { rearm: 'at-expiry' } }, duration: days(31) },
      'rearmed',
    );
    expect(lines).toEqual(['43200,2008-04-02T00:00,rearmed,pc-0001,pc,core,,,OOBGrace,OOBGrace,0x4004F00C,']);
  });

  test('tell what administrators do to machines', () => {
    const lines = linesOf(
      {
        keys: { 'kms-key': KMS_KEY, mak: MAK },
        groups: { pc: {} },
        timeline: [
          { at: 100, type: 'rebuild', group: 'pc' },
          { at: 200, type: 'convert', group: 'pc', method: BY_INTERNET },
          { at: 300, type: 'retire', group: 'pc', count: null },
        ],
      },
      'rebuilt',
      'converted',
      'retired',
    );
    expect(lines.slice(0, 2)).toEqual([
      '100,2008-03-03T01:40,rebuilt,pc-0001,pc,core,,,OOBGrace,Licensed,0x4004F00C,',
      '200,2008-03-03T03:20,converted,pc-0001,pc,core,,,Licensed,Licensed,0x0,mak',
    ]);
    expect(lines[2]).toMatch(/^300,2008-03-03T05:00,retired,pc-0001,pc,core,,,[A-Za-z]*,Licensed,0x0,$/);
  });

  test('tell a change of hardware, what it did, and the way out', () => {
    const lines = linesOf(
      { groups: { pc: { hardwareChange: { every: 500, part: 'disk' } } }, duration: 600 },
      'hardware-changed',
      'condition',
      'activated',
    );
    expect(lines.slice(1)).toEqual([
      '500,2008-03-03T08:20,hardware-changed,pc-0001,pc,core,,,Licensed,,0x0,disk',
      '500,2008-03-03T08:20,condition,pc-0001,pc,core,,,OOTGrace,Licensed,0xC004F00F,',
      '500,2008-03-03T08:20,activated,pc-0001,pc,core,kms-1,1,Licensed,OOTGrace,0x0,',
    ]);
  });

  test('tell validations and the end of NonGenuineGrace', () => {
    const lines = linesOf(
      {
        groups: { pc: { genuine: { validate: 10, result: 'non-genuine' } } },
        timeline: [{ at: days(31), type: 'validate', group: 'pc', result: 'genuine' }],
        duration: days(32),
      },
      'validated',
      'condition',
    );
    expect(lines).toEqual([
      '10,2008-03-03T00:10,validated,pc-0001,pc,core,,,NonGenuineGrace,Licensed,0x0,non-genuine',
      '43210,2008-04-02T00:10,condition,pc-0001,pc,core,,,Notification,NonGenuineGrace,0xC004F064,',
      '44640,2008-04-03T00:00,validated,pc-0001,pc,core,,,Licensed,Notification,0x0,genuine',
    ]);
  });

  test('tell a host that its key does not activate, and one that may not publish', () => {
    const lines = linesOf(
      {
        keys: { 'kms-key': { ...KMS_KEY, hosts: 1 } },
        zones: { corp: { updateRights: 'first-host' } },
        hosts: { 'kms-1': {}, 'kms-2': {} },
      },
      'host-refused',
      'publish-refused',
    );
    expect(lines).toEqual([
      '0,2008-03-03T00:00,host-refused,kms-2,,core,,,OOBGrace,,0xC004C008,',
      '0,2008-03-03T00:00,publish-refused,kms-2,,core,,,OOBGrace,,0x8007232D,corp',
    ]);
  });

  test('tell a host that is moved and activated again', () => {
    const lines = linesOf(
      { hosts: { 'kms-1': { virtual: true } }, timeline: [{ at: 60, type: 'move', host: 'kms-1' }] },
      'moved',
      'condition',
      'host-activated',
    );
    expect(lines.slice(1)).toEqual([
      '60,2008-03-03T01:00,moved,kms-1,,core,,,Licensed,,0x0,',
      '60,2008-03-03T01:00,condition,kms-1,,core,,,OOTGrace,Licensed,0xC004F00F,',
      '60,2008-03-03T01:00,host-activated,kms-1,,core,,,Licensed,OOTGrace,0x0,internet',
    ]);
  });

  test('tell a machine that finds the pool of its MAK empty', () => {
    const lines = linesOf(
      { hosts: {}, keys: { mak: MAK }, groups: { pc: { count: 2, method: BY_INTERNET } } },
      'activated',
      'key-exhausted',
    );
    expect(lines).toEqual([
      '0,2008-03-03T00:00,activated,pc-0001,pc,core,,,Licensed,OOBGrace,0x0,',
      '0,2008-03-03T00:00,key-exhausted,pc-0002,pc,core,,,OOBGrace,OOBGrace,0xC004C020,mak',
    ]);
  });

  test('tell outages of anything, and services that a link blocks', () => {
    const lines = linesOf(
      {
        networks: { core: {}, lab: {} },
        links: { wan: { from: 'lab', to: 'core', allow: ['kms', 'dns'] } },
        hosts: {},
        timeline: [
          { at: 1, type: 'down', target: 'corp', for: 1 },
          { at: 3, type: 'down', target: 'microsoft', for: null },
          { at: 4, type: 'block', link: 'wan', services: ['kms', 'dns'], for: 1 },
        ],
      },
      'down',
      'up',
    );
    expect(lines).toEqual([
      '1,2008-03-03T00:01,down,corp,,,,,,,,',
      '2,2008-03-03T00:02,up,corp,,,,,,,,',
      '3,2008-03-03T00:03,down,microsoft,,,,,,,,',
      '4,2008-03-03T00:04,down,wan,,,,,,,,kms dns',
      '5,2008-03-03T00:05,up,wan,,,,,,,,kms dns',
    ]);
  });
});
