import { describe, expect, test } from 'vitest';
import type { KeyGroup } from '../../../src/model/definitions/key-groups.ts';
import {
  CLIENT_SYSTEMS,
  clientSideOf,
  HOST_SYSTEMS,
  KEY_GROUP_NAMES,
  keyFitsHost,
  kmsKeyServes,
  systemOf,
} from '../../../src/model/definitions/system-lookups.ts';
import type { SystemName } from '../../../src/model/definitions/systems.ts';
import { UPDATE_NAMES, type UpdateName } from '../../../src/model/definitions/updates.ts';

/**
 * Which hosts serve which clients, as Microsoft's lists have it ("KMS activation planning", "Windows Server 2019
 * Activation", error 0xC004F015). Columns: Vista; Server 2008; 7, 2008 R2; 8, 2012; 8.1, 2012 R2; 10, 11; 2016;
 * 2019; 2022; 2025. Cells that no list has are "no". Hosts on client systems serve no servers.
 */
const MATRIX = `
  server-2003-kms-1.0 | yes | KB968915 | KB968915 | no        | no        | no        | no        | no        | no        | no
  server-2003    | yes | yes | KB968915 | no        | no        | no        | no        | no        | no        | no
  server-2008    | yes | yes | KB968912 | no        | no        | no        | no        | no        | no        | no
  server-2008-r2 | yes | yes | yes | KB2757817/KB3079821 | KB3079821 | KB3079821 | no       | no        | no        | no
  server-2012    | yes | yes | yes | yes | KB3172615 | KB3172615 | KB3172615 | no        | no        | no
  server-2012-r2 | yes | yes | yes | yes | yes | KB3172614/KB4467695 | KB3172614/KB4467695 | KB4467695 | no      | no
  server-2016    | no  | yes | yes | yes | yes | yes | yes | KB4478877/KB5003638 | KB5003638 | no
  server-2019    | no  | yes | yes | yes | yes | yes | yes | yes | KB5003646/KB5034768 | KB5034768
  server-2022    | no  | yes | yes | yes | yes | yes | yes | yes | yes | KB5034765
  server-2025    | no  | yes | yes | yes | yes | yes | yes | yes | yes | yes
  vista          | yes | no | KB968912 | no  | no  | no  | no | no | no | no
  windows-7      | yes | no | yes | KB2757817/KB3079821 | KB3079821 | KB3079821 | no | no | no | no
  windows-8      | yes | no | yes | yes | no  | no  | no | no | no | no
  windows-8.1    | yes | no | yes | yes | yes | KB3172614 | no | no | no | no
  windows-10     | yes | no | yes | yes | yes | yes | no | no | no | no
  windows-11     | yes | no | yes | yes | yes | yes | no | no | no | no
`;

/** Client families of each column, the clients before the servers. */
const COLUMNS = [
  ['vista'],
  ['server-2008'],
  ['windows-7', 'server-2008-r2'],
  ['windows-8', 'server-2012'],
  ['windows-8.1', 'server-2012-r2'],
  ['windows-10', 'windows-11'],
  ['server-2016'],
  ['server-2019'],
  ['server-2022'],
  ['server-2025'],
];

const rows = MATRIX.trim()
  .split('\n')
  .map((line) => line.split('|').map((cell) => cell.trim()));
const hostsOf = (name: string) =>
  name === 'server-2003-kms-1.0' || name === 'server-2003'
    ? [name as SystemName]
    : HOST_SYSTEMS.filter((os) => systemOf(os).family === name);
const clientsOf = (family: string) => CLIENT_SYSTEMS.filter((os) => systemOf(os).family === family);

/** Whether any key lets a host with these updates serve a client. */
function isServed(os: SystemName, updates: readonly UpdateName[], client: SystemName): boolean {
  const { keyGroup } = clientSideOf(client);
  return KEY_GROUP_NAMES.some((key) => kmsKeyServes(key, { os, updates }, keyGroup));
}

/** What the tables say: `yes`, `no`, or the updates each of which is enough. */
function cellOf(host: SystemName, client: SystemName): string {
  if (isServed(host, [], client)) return 'yes';
  const enough = UPDATE_NAMES.filter((update) => isServed(host, [update], client));
  return enough.length === 0 ? 'no' : enough.join('/');
}

describe('the matrix of hosts and clients', () => {
  test('has a row for every host system and a column for every client', () => {
    expect(rows.flatMap(([name]) => hostsOf(name)).sort()).toEqual([...HOST_SYSTEMS].sort());
    expect(COLUMNS.flat().flatMap(clientsOf).sort()).toEqual([...CLIENT_SYSTEMS].sort());
  });

  test.each(rows.map(([name, ...cells]) => [name, cells] as const))('a host on %s', (name, cells) => {
    for (const host of hostsOf(name)) {
      const servesServers = name.startsWith('server-');
      for (const [column, families] of COLUMNS.entries())
        for (const client of families.flatMap(clientsOf)) {
          const expected = client.startsWith('server-') && !servesServers ? 'no' : cells[column];
          expect.soft(cellOf(host, client), `${host} and ${client}`).toBe(expected);
        }
    }
  });
});

describe('KMS keys', () => {
  // Client groups that each key serves besides its own, "KMS activation planning" and the list of the Windows 7 period.
  const CLIENTS: readonly KeyGroup[] = ['client', 'windows-7', 'windows-8', 'windows-8.1', 'windows-10'];
  test.each<[KeyGroup, SystemName, string]>([
    ['windows-7', 'windows-7-professional', 'client windows-7'],
    ['windows-8', 'windows-8-pro', 'client windows-7 windows-8'],
    ['windows-8.1', 'windows-8.1-pro', 'client windows-7 windows-8 windows-8.1'],
    ['windows-10', 'windows-10-pro', CLIENTS.join(' ')],
    ['server-2008-r2-a', 'server-2008-r2-web', 'client server-a windows-7 server-2008-r2-a'],
    [
      'server-2008-r2-b',
      'server-2008-r2-standard',
      'client server-a server-b windows-7 server-2008-r2-a server-2008-r2-b',
    ],
    [
      'server-2008-r2-c',
      'server-2012-standard',
      'client server-a server-b server-c windows-7 server-2008-r2-a server-2008-r2-b server-2008-r2-c',
    ],
    [
      'server-2012',
      'server-2012-r2-standard',
      'client server-a server-b server-c windows-7 server-2008-r2-a server-2008-r2-b server-2008-r2-c windows-8 server-2012',
    ],
  ])('a %s key on %s serves %s', (key, os, served) => {
    const groups = KEY_GROUP_NAMES.filter((group) => kmsKeyServes(key, { os }, group));
    expect(groups.join(' ')).toBe(served);
  });

  test('from Server 2016 on serve every earlier generation but Vista', () => {
    for (const [key, newer] of [
      ['server-2016', ['server-2019', 'server-2022', 'server-2025']],
      ['server-2019', ['server-2022', 'server-2025']],
      ['server-2022', ['server-2025']],
      ['server-2025', []],
    ] as const) {
      const os = `${key}-standard` as SystemName;
      const windows = KEY_GROUP_NAMES.filter((group) => !group.startsWith('office-'));
      const refused = windows.filter((group) => !kmsKeyServes(key, { os }, group));
      expect(refused).toEqual(['client', ...newer]);
    }
  });

  // "CSVLK can be hosted on"; Vista's may be on any host of its time.
  test.each<[KeyGroup, string]>([
    ['client', 'vista server-2008 server-2003 windows-7 windows-8 windows-8.1 windows-10 windows-11'],
    ['windows-7', 'vista windows-7 windows-8 windows-8.1 windows-10 windows-11'],
    ['windows-10', 'windows-7 server-2008-r2 server-2012 windows-8.1 server-2012-r2 windows-10 windows-11'],
    ['server-2016', 'server-2012 server-2012-r2 server-2016'],
    ['server-2019', 'server-2012-r2 server-2016 server-2019'],
    ['server-2022', 'server-2016 server-2019 server-2022'],
    ['server-2025', 'server-2019 server-2022 server-2025'],
  ])('a %s key works on hosts of %s', (key, families) => {
    const fit = HOST_SYSTEMS.filter((os) => keyFitsHost(key, os)).map((os) => systemOf(os).family);
    expect([...new Set(fit)].sort()).toEqual(families.split(' ').sort());
  });

  test('a key that does not fit its host serves nobody, whatever else it could', () => {
    const served = KEY_GROUP_NAMES.filter((group) =>
      kmsKeyServes('server-2016', { os: 'server-2019-standard' }, group),
    );
    expect(served).toEqual([]);
  });
});
