import { describe, expect, test } from 'vitest';
import { EASY, type RunSketch, record } from './recorded.ts';

/** Rows of events.csv about contacts that changed nothing. */

const CONTACTS = ['renewed', 'count-too-low', 'refused', 'no-host'];

const contactsOf = (sketch: RunSketch) =>
  record({ events: 'all', ...sketch })
    .lines('events.csv')
    .filter((line) => CONTACTS.includes(line.split(',')[2]));

describe('with all events', () => {
  test('a renewal is told with its count', () => {
    const lines = contactsOf({
      rules: EASY,
      hosts: { 'kms-1': { renewalInterval: 600 } },
      groups: { pc: {} },
      duration: 1300,
    });
    expect(lines).toEqual([
      '600,2008-03-03T10:00,renewed,pc-0001,pc,core,kms-1,1,Licensed,,0x0,',
      '1200,2008-03-03T20:00,renewed,pc-0001,pc,core,kms-1,1,Licensed,,0x0,',
    ]);
  });

  test('a count that is too low is told', () => {
    expect(contactsOf({ groups: { pc: { count: 2 } }, duration: 121 })).toEqual([
      '0,2008-03-03T00:00,count-too-low,pc-0001,pc,core,kms-1,1,OOBGrace,,0xC004F038,',
      '0,2008-03-03T00:00,count-too-low,pc-0002,pc,core,kms-1,2,OOBGrace,,0xC004F038,',
      '120,2008-03-03T02:00,count-too-low,pc-0001,pc,core,kms-1,2,OOBGrace,,0xC004F038,',
      '120,2008-03-03T02:00,count-too-low,pc-0002,pc,core,kms-1,2,OOBGrace,,0xC004F038,',
    ]);
  });

  test('a host that is not activated refuses', () => {
    const lines = contactsOf({ networks: { core: { internet: false } }, groups: { pc: {} }, duration: 100 });
    expect(lines).toEqual(['0,2008-03-03T00:00,refused,pc-0001,pc,core,kms-1,,OOBGrace,,0xC004F041,']);
  });

  test('a host whose key does not reach so far refuses', () => {
    const lines = contactsOf({
      keys: { 'kms-key': { type: 'kms', group: 'client', hosts: 6, activationsPerHost: 10 } },
      groups: { server: { os: 'server-2008-standard' } },
      duration: 100,
    });
    expect(lines).toEqual([
      '0,2008-03-03T00:00,refused,server-0001,server,core,kms-1,,OOBGrace,,0xC004F042,',
    ]);
  });

  test('a machine that finds no host says why', () => {
    const reason = (sketch: RunSketch) => contactsOf({ groups: { pc: {} }, duration: 100, ...sketch });
    const line = (code: string, host = '') =>
      `0,2008-03-03T00:00,no-host,pc-0001,pc,core,${host},,OOBGrace,,${code},`;
    // No zone; a zone without a record; a zone that is down; a host by hand that is down.
    expect(reason({ hosts: {}, networks: { core: { zone: null } } })).toEqual([line('0x8007232B')]);
    expect(reason({ hosts: {} })).toEqual([line('0x8007232B')]);
    expect(reason({ timeline: [{ at: 0, type: 'down', target: 'corp', for: null }] })).toEqual([
      line('0x8007232A'),
    ]);
    expect(
      reason({
        groups: { pc: { host: 'kms-1' } },
        timeline: [{ at: 0, type: 'down', target: 'kms-1', for: null }],
      }),
    ).toEqual([line('0x800706BA', 'kms-1')]);
  });

  test('a record of a host that is down leads nowhere', () => {
    const lines = contactsOf({
      groups: { pc: { install: { at: 60, over: 0, order: 'even' } } },
      timeline: [{ at: 30, type: 'down', target: 'kms-1', for: null }],
      duration: 100,
    });
    expect(lines).toEqual(['60,2008-03-03T01:00,no-host,pc-0001,pc,core,,,OOBGrace,,0x800706BA,']);
  });

  test('a publication that is as before is told only among all events', () => {
    const publications = (events: 'all' | 'changes', sketch: RunSketch = {}) =>
      record({ events, duration: 3000, ...sketch })
        .lines('events.csv')
        .filter((line) => line.includes(',published,'))
        .map((line) => line.split(',')[0]);
    expect(publications('all')).toEqual(['0', '1440', '2880']);
    expect(publications('changes')).toEqual(['0']);
    // The host starts again on minute 200 and publishes; a day later that is as before.
    const restart: RunSketch = { timeline: [{ at: 100, type: 'down', target: 'kms-1', for: 100 }] };
    expect(publications('changes', restart)).toEqual(['0', '200']);
    // The zone takes no update on minute 1440; the host tries again a day later.
    const refused: RunSketch = { timeline: [{ at: 1400, type: 'down', target: 'corp', for: 100 }] };
    expect(publications('changes', refused)).toEqual(['0', '2880']);
  });
});

describe('the choice of events', () => {
  const sketch: RunSketch = {
    rules: { vistaThreshold: 3 },
    groups: { pc: { count: 4, install: { at: 0, over: 40, order: 'even' } } },
  };

  test('leaves contacts out of the changes, and nothing else', () => {
    const all = record({ ...sketch, events: 'all' }).lines('events.csv');
    const changes = record({ ...sketch, events: 'changes' }).lines('events.csv');
    expect(changes).toEqual(all.filter((line) => !CONTACTS.includes(line.split(',')[2])));
    expect(changes.length).toBeLessThan(all.length);
  });

  test('changes no other table, no figure and no line of the story', () => {
    const [all, changes, none] = (['all', 'changes', 'none'] as const).map((events) =>
      record({ ...sketch, events }),
    );
    for (const other of [changes, none]) {
      expect(other.outcome).toEqual(all.outcome);
      for (const table of ['machines.csv', 'daily.csv', 'hosts.csv', 'keys.csv', 'microsoft.csv'] as const)
        expect(other.lines(table)).toEqual(all.lines(table));
    }
    expect(none.lines('events.csv')).toEqual([]);
  });
});
