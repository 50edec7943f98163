import { describe, expect, test } from 'vitest';
import { LOG_COLUMNS } from '../../../src/recording/windows-logs/windows-logs.ts';
import { days } from '../../model/estate.ts';
import { EASY, record } from '../recorded.ts';
import { entriesOf, GUID, ofEvents, recordLogs } from './logs.ts';

/** Examples of the Operations Guide (domain.md, section 8), for the number and the shape of the fields. */
const EXAMPLES = {
  12288:
    '0x0,0x8,kms01.contoso.com:1688,08c3bda0-c556-4b61-9e4e-7bf6d4df80be,2006/1/14 2:30,1,2,40123,cf67834d-db4a-402c-ab1f-2c134f02b700,25',
  12289: '0x0,0x4000008,0,0,4,120,10080,1/14/2006 2:30',
  12290:
    '0x0,25,kms03.site5.contoso.com,e5c98033-aab6-4d0b-9af9-1d399597dd56,2006/1/14 22:36,1,2,40123,cf67834d-db4a-402c-ab1f-2c134f02b700',
} as const;

/** What a field looks like: digits become one 9; names, GUIDs and hexadecimal numbers are told apart. */
const shapeOf = (info: string) =>
  info.split(',').map((field) => {
    if (GUID.test(field)) return 'GUID';
    if (/^0x[0-9A-Fa-f]+$/.test(field)) return 'hexadecimal';
    if (/^[a-z0-9.-]*[a-z][a-z0-9.-]*$/.test(field)) return 'name';
    return /^[a-z0-9.-]*[a-z][a-z0-9.-]*:\d+$/.test(field) ? 'name:9' : field.replace(/\d+/g, '9');
  });

/** Two Vista computers from half past two on, of which two are enough. */
const PAIR = recordLogs({
  start: '2006-01-14',
  rules: { vistaThreshold: 2 },
  duration: 1000,
  groups: { pc: { count: 2, install: { at: 150, over: 0, order: 'even' } } },
});

describe('the log of the clients', () => {
  const entries = entriesOf(PAIR, 'clients-pc');

  test('has a request and a response of each contact', () => {
    expect(entries.map(({ time, event, computer }) => `${time} ${event} ${computer}`)).toEqual([
      '2006-01-14T02:30 12288 pc-0001.corp',
      '2006-01-14T02:30 12289 pc-0001.corp',
      '2006-01-14T02:30 12288 pc-0002.corp',
      '2006-01-14T02:30 12289 pc-0002.corp',
      '2006-01-14T04:30 12288 pc-0001.corp',
      '2006-01-14T04:30 12289 pc-0001.corp',
    ]);
  });

  test('has requests with the fields of 12288', () => {
    const [first, , again] = ofEvents(entries, 12288);
    expect(first.info).toMatch(
      /^0x0,0x8,kms-1\.corp:1688,[0-9a-f-]{36},2006\/1\/14 2:30,0,2,43200,[0-9a-f-]{36},2$/,
    );
    // 120 minutes later it is still in OOBGrace, with the same CMID and activation ID.
    expect(again.fields).toEqual([
      ...first.fields.slice(0, 4),
      '2006/1/14 4:30',
      '0',
      '2',
      '43080',
      ...first.fields.slice(8),
    ]);
    expect(shapeOf(first.info)).toEqual(shapeOf(EXAMPLES[12288]));
  });

  test('has responses with the fields of 12289: too low, then activated', () => {
    const infos = ofEvents(entries, 12289).map(({ info }) => info);
    expect(infos).toEqual([
      '0x0,0x4000008,0,0,1,120,10080,1/14/2006 2:30',
      '0x0,0x8,1,0,2,120,10080,1/14/2006 2:30',
      '0x0,0x8,1,0,2,120,10080,1/14/2006 4:30',
    ]);
    expect(shapeOf(infos[0])).toEqual(shapeOf(EXAMPLES[12289]));
  });

  test('has the status and the rest of the license at a renewal', () => {
    const renewed = recordLogs({ rules: EASY, duration: days(8), groups: { pc: {} } });
    const [, second] = ofEvents(entriesOf(renewed, 'clients-pc'), 12288);
    // On day 7 of 180: Licensed, status 1, with 173 days left.
    expect(second.fields.slice(4, 8)).toEqual(['2008/3/10 0:00', '0', '1', String(days(173))]);
  });

  test('has the intervals that the host gave, and its port', () => {
    const hosts = { 'kms-1': { activationInterval: 60, renewalInterval: 1440, port: 1700 } };
    const entries = entriesOf(
      recordLogs({ rules: EASY, duration: 10, hosts, groups: { pc: {} } }),
      'clients-pc',
    );
    expect(entries[0].fields[2]).toBe('kms-1.corp:1700');
    expect(entries[1].info).toBe('0x0,0x8,1,0,1,60,1440,3/3/2008 0:00');
  });

  test('is of one group only, and changes nothing of the run', () => {
    const sketch = { rules: EASY, duration: days(8), groups: { pc: {}, other: { count: 3 } } } as const;
    const recorded = recordLogs(sketch);
    const computers = new Set(entriesOf(recorded, 'clients-pc').map(({ computer }) => computer));
    expect([...computers]).toEqual(['pc-0001.corp']);
    const plain = record(sketch);
    expect(recorded.outcome).toEqual(plain.outcome);
    expect(recorded.lines('events.csv')).toEqual(plain.lines('events.csv'));
    expect(plain.opened.filter((name) => name.startsWith('windows-logs'))).toEqual([]);
  });
});

describe('the log of a host', () => {
  const requests = ofEvents(entriesOf(PAIR, 'host-kms-1'), 12290);

  test('has the fields of 12290 for each request', () => {
    expect(requests.map(({ time, computer }) => `${time} ${computer}`)).toEqual([
      '2006-01-14T02:30 kms-1.corp',
      '2006-01-14T02:30 kms-1.corp',
      '2006-01-14T04:30 kms-1.corp',
    ]);
    expect(requests[0].info).toMatch(
      /^0x0,2,pc-0001\.corp,[0-9a-f-]{36},2006\/1\/14 2:30,0,2,43200,[0-9a-f-]{36}$/,
    );
    expect(shapeOf(requests[0].info)).toEqual(shapeOf(EXAMPLES[12290]));
  });

  test('has what the client wrote: CMID, time, status, rest and activation ID', () => {
    const sent = ofEvents(entriesOf(PAIR, 'clients-pc'), 12288);
    const common = sent.map(({ fields }) => [fields[0], ...fields.slice(3, 9)]);
    expect(requests.map(({ fields }) => [fields[0], ...fields.slice(3)])).toEqual(common);
  });

  test('has requests of every group, with the threshold of each', () => {
    const recorded = recordLogs({
      duration: 10,
      groups: { pc: {}, server: { os: 'server-2008-web', virtual: true } },
    });
    const fields = ofEvents(entriesOf(recorded, 'host-kms-1'), 12290).map((entry) => entry.fields);
    // Servers are virtual here, and in 60 days of OOBGrace.
    expect(fields.map((each) => [each[1], each[2], ...each.slice(5, 8)])).toEqual([
      ['25', 'pc-0001.corp', '0', '2', '43200'],
      ['5', 'server-0001.corp', '1', '2', '86400'],
    ]);
    expect(fields[0][8]).not.toBe(fields[1][8]);
  });

  test('has its publications each day as 12294', () => {
    const entries = ofEvents(
      entriesOf(recordLogs({ duration: 3000, groups: { pc: {} } }), 'host-kms-1'),
      12294,
    );
    expect(entries.map(({ time, info }) => `${time} ${info}`)).toEqual([
      '2008-03-03T00:00 corp',
      '2008-03-04T00:00 corp',
      '2008-03-05T00:00 corp',
    ]);
  });

  test('has publications that failed as 12293, with the code and the domain', () => {
    const recorded = recordLogs({
      duration: 100,
      zones: { corp: { updateRights: 'first-host' } },
      hosts: { 'kms-1': {}, 'kms-2': {} },
      groups: { pc: {} },
    });
    const entries = ofEvents(entriesOf(recorded, 'host-kms-2'), 12293, 12294);
    expect(entries.map(({ event, fields }) => [event, ...fields])).toEqual([[12293, '0x8007232D', 'corp']]);
  });
});

test('logs have the columns of what Event Viewer exports', () => {
  expect(LOG_COLUMNS).toEqual(['Date and Time', 'Source', 'Event ID', 'Computer', 'Info']);
});
