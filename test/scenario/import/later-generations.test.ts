import { describe, expect, test } from 'vitest';
import { loadScenario, simulate } from '../../../src/library/vasim.ts';
import { importEstate } from '../../../src/scenario/import/import-estate.ts';
import { groupsOf, imported, utf8 } from './imported.ts';

/** Estates of later Windows: their editions, and a host that serves them. */

function list(...systems: string[]): string {
  return `Name,OS\n${systems.map((system, index) => `PC${index},${system}\n`).join('')}`;
}

function hostOf(result: ReturnType<typeof imported>) {
  const [host] = result.scenario.parameters.hosts.values();
  return [host.os, result.scenario.parameters.keys.get(host.key)?.group, host.updates];
}

describe('a host to begin with', () => {
  test.each([
    [['Windows Vista Business SP1'], 'server-2008-standard', 'client', []],
    [['Windows 10 Enterprise', 'Windows Server 2016 Standard'], 'server-2016-standard', 'server-2016', []],
    [
      ['Windows 11 Pro', 'Windows Server 2022 Datacenter', 'Windows 7 Professional'],
      'server-2022-standard',
      'server-2022',
      [],
    ],
    [
      ['Windows Vista Business SP1', 'Windows 10 Enterprise'],
      'server-2008-r2-standard',
      'windows-10',
      ['KB3079821'],
    ],
  ])('serves %j', (systems, os, group, updates) => {
    const result = imported(list(...systems));
    expect(hostOf(result)).toEqual([os, group, updates]);
    expect(result.text).not.toContain('need another host');
  });

  test('says whom no single host serves', () => {
    const result = imported(
      list('Windows Vista Business SP1', 'Windows 11 Pro', 'Windows Server 2025 Standard'),
    );
    expect(result.text.replace(/\n *# /g, ' ')).toContain(
      'No single KMS host serves all clients: 1 computer (Vista) need another host.',
    );
  });
});

test('a host whose system no file says is taken for one that serves the clients', () => {
  const zone = '$ORIGIN corp.example.\n_vlmcs._tcp 3600 IN SRV 0 0 1688 kms-7.corp.example.\n';
  const result = imported({ 'ad.csv': list('Windows 10 Enterprise'), 'corp.example.dns': zone });
  expect(hostOf(result)).toEqual(['server-2016-standard', 'server-2016', []]);
  expect(result.text).toContain('Windows Server 2016 Standard is assumed');
});

test('a log of a later KMS host gives editions by activation ID', () => {
  const row = (client: string, id: string) =>
    `2024-03-01 08:00:00,0x0,5,${client}.corp.example,e5c98033-aab6-4d0b-9af9-1d3995${client.padStart(6, '0')},2024-03-01 08:00:00,False,Licensed,179.20:40:00,${id}\n`;
  const header =
    'TimeCreated,ErrorCode,MinCount,ComputerName,ClientId,ClientTime,IsVM,LicenseStatus,Expiration,ProductId\n';
  const result = imported(
    `${header}${row('1a', 'de32eafd-aaee-4662-9444-c1befb41bde2')}${row('2b', 'ef6cfc9f-8c5d-44ac-9aad-de6a2ea0ae03')}${row('3c', '32d2fab3-e4a8-42c2-923b-4bf4fd13e6ee')}`,
  );
  expect(Object.values(groupsOf(result)).sort()).toEqual([
    'server-2019-standard on main: 1a',
    'server-2022-datacenter on main: 2b',
    'windows-10-enterprise on main: 3c',
  ]);
});

test('an estate of Windows 10 can be run as it is', () => {
  const names = Array.from({ length: 30 }, () => 'Windows 10 Enterprise');
  const made = importEstate([
    { name: 'ad.csv', bytes: utf8(list(...names, 'Windows Server 2019 Standard')) },
  ]);
  if (!made.ok) throw new Error(made.errors[0].message);
  const { machines } = simulate(loadScenario({ text: made.scenario })).figures as {
    machines: { licensedAtEnd: number };
  };
  expect(machines.licensedAtEnd).toBe(31);
});

describe('a scenario without times of requests', () => {
  test.each([
    [['Windows Vista Business SP1', 'Windows Server 2008 Standard'], '2008-03-03', undefined],
    [['Windows 7 Professional'], '2009-10-26', '2009-10-26'],
    // Its host runs Windows Server 2016, which is later than Windows 10.
    [['Windows 10 Enterprise', 'Windows 7 Professional'], '2016-10-17', '2016-10-17'],
    [['Windows Vista Business SP1', 'Windows 10 Enterprise'], '2015-08-03', '2015-08-03'],
    [['Windows Server 2025 Standard'], '2024-11-04', '2024-11-04'],
  ])('with %j begins on %s, a Monday on which all of them can be had', (systems, start, written) => {
    const { text, scenario, report } = imported(list(...systems));
    expect(scenario.start).toBe(start);
    expect(new Date(start).getUTCDay()).toBe(1);
    expect(/^start: (.*)$/m.exec(text)?.[1]).toBe(written);
    const note = report.notes.find((each) => each.includes('the scenario begins on'));
    expect(note?.includes(start)).toBe(written === undefined ? undefined : true);
  });

  test('begins when its newest Office can be had, where that is later', () => {
    const text = 'Name,OS,Products\nPC1,Windows 10 Enterprise,Office 21 ProPlus 2021 Volume\n';
    const rows = imported(text);
    expect(rows.scenario.start >= '2016-10-17').toBe(true);
  });
});
