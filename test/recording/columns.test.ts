import { describe, expect, test } from 'vitest';
import { columnsOf, TABLES, type TableName } from '../../src/recording/tables/columns.ts';
import type { Column } from '../../src/recording/tables/tables.ts';
import { record } from './recorded.ts';

/** The columns of the contract (interface.md, section 4), word for word. More may follow at the right. */
const CONTRACT: readonly (readonly [TableName, string])[] = [
  ['events.csv', 'minute,time,event,subject,group,network,host,count,condition,previous,code,detail'],
  [
    'machines.csv',
    'machine,group,network,os,virtual,method,condition,condition_since_minute,licensed_until_minute,installed_minute,first_licensed_minute,activations,renewals,failed_attempts,licensed_minutes,oob_grace_minutes,oot_grace_minutes,non_genuine_grace_minutes,notification_minutes,unlicensed_minutes',
  ],
  [
    'daily.csv',
    'day,date,group,installed,licensed,oob_grace,oot_grace,non_genuine_grace,notification,unlicensed',
  ],
  ['hosts.csv', 'day,date,host,condition,count,capacity,requests,activations,renewals,refusals'],
  ['keys.csv', 'day,date,key,type,used,remaining'],
  ['microsoft.csv', 'minute,time,sender,reason,key,via,result'],
  ['office.csv', 'machine,group,office,condition'],
];

describe('the tables of a run', () => {
  test('are those of the contract', () => {
    expect(Object.keys(TABLES)).toEqual(CONTRACT.map(([name]) => name));
  });

  test.each(CONTRACT)('%s begins with the columns of the contract, in their order', (table, columns) => {
    const contract = columns.split(',');
    expect(columnsOf(table).slice(0, contract.length)).toEqual(contract);
  });

  test.each(CONTRACT)('%s says what a row and each cell is', (table) => {
    const { row, columns } = TABLES[table];
    for (const words of [
      row,
      ...Object.values<{ readonly meaning: string }>(columns).map(({ meaning }) => meaning),
    ])
      expect(words).not.toBe('');
  });

  test.each(CONTRACT)('%s has as many cells in each row as columns', (table) => {
    const { rows } = record({
      groups: {
        pc: { count: 2, office: 2016 },
        mak: { method: { type: 'mak', key: 'mak', by: 'internet' } },
      },
      keys: {
        'kms-key': { type: 'kms', group: 'server-c', hosts: 6, activationsPerHost: 10 },
        mak: { type: 'mak', group: 'client', activations: 1 },
      },
    });
    expect(rows(table)).not.toEqual([]);
    for (const row of rows(table)) expect(row.length).toBe(columnsOf(table).length);
  });

  test('are opened once each, events.csv also where no events are wanted, office.csv only with Office', () => {
    const files = CONTRACT.map(([name]) => name)
      .filter((name) => name !== 'office.csv')
      .sort();
    const withOffice = record({ groups: { pc: { office: 2016 } } });
    expect([...withOffice.opened].sort()).toEqual([...files, 'office.csv'].sort());
    expect([...record({}).opened].sort()).toEqual(files);
    const none = record({ events: 'none' });
    expect([...none.opened].sort()).toEqual(files);
    expect(none.lines('events.csv')).toEqual([]);
  });

  test('cannot be given a column without a cell or a meaning', () => {
    // @ts-expect-error a column says how its cell is made
    const withoutCell: Column<string> = { meaning: 'the word' };
    // @ts-expect-error a column says what it means
    const withoutMeaning: Column<string> = { cell: () => 1 };
    expect([withoutCell, withoutMeaning]).toHaveLength(2);
  });
});
