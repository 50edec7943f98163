import { describe, expect, test } from 'vitest';
import { keyGroupOf } from '../../../src/scenario/import/systems/channel.ts';
import { groupsOf, imported, refused, utf8 } from './imported.ts';

test.each([
  ['VOLUME_KMS', 'client'],
  ['VOLUME_KMS_C', 'server-c'],
  ['VOLUME_KMS_R2_B', 'server-2008-r2-b'],
  ['VOLUME_KMS_W7', 'windows-7'],
  ['VOLUME_KMS_2012-R2', 'server-2012-r2'],
  ['VOLUME_KMS_WS16', 'server-2016'],
  ['VOLUME_MAK', 'client'],
  ['VOLUME_MAK_B', 'server-b'],
  ['VOLUME_KMSCLIENT', null],
  ['VOLUME_KMS_NEW', null],
])('the channel %s is of the key group %s', (channel, group) => {
  expect(keyGroupOf([`Windows Operating System - Windows Server(R), ${channel} channel`])).toBe(group);
});

/** Exports in the shape of management tools that name things in ways of their own. */

const INFO = (client: string, day: number) =>
  `0x0,25,${client}.corp.example,0000000${client.at(-1)}-1111-4111-8111-111111111111,2011/3/${day} 8:10,0,1,43200,4f3d1606-3fea-4c01-be3c-8d671c401e3b`;

const leftOutOf = ({ report }: ReturnType<typeof imported>) =>
  report.leftOut.map(({ reason, examples }) => `${reason}: ${examples.join(', ')}`);

describe('a list of computers', () => {
  test('of WSUS has names and systems under FullDomainName and OSDescription', () => {
    const result = imported(
      'Id,FullDomainName,OSInfo,OSDescription,LastSyncTime\n' +
        '1,ws1.corp.example,Microsoft.UpdateServices.OSInfo,Windows 7 Enterprise Edition,3/2/2014 10:11:12 AM\n' +
        '2,ws2.corp.example,Microsoft.UpdateServices.OSInfo,Windows Server 2008 R2 Standard Edition,3/2/2014 10:11:12 AM\n',
    );
    expect(Object.values(groupsOf(result)).sort()).toEqual([
      'server-2008-r2-standard on main: ws2',
      'windows-7-enterprise on main: ws1',
    ]);
  });

  test('of Intune has its edition under SkuFamily, and phones are left out', () => {
    const result = imported(
      'Device name,Last check-in,OS version,OS,SkuFamily\n' +
        'LAP-1,2023-06-01,10.0.19045.2965,Windows,Enterprise\n' +
        'LAP-2,2023-06-01,10.0.22621.1702,Windows,Pro\n' +
        'PHONE,2023-06-01,16.5,iOS,\n',
    );
    expect(Object.values(groupsOf(result)).sort()).toEqual([
      'windows-10-enterprise on main: LAP-1',
      'windows-11-pro on main: LAP-2',
    ]);
    expect(leftOutOf(result)).toEqual([expect.stringMatching(/: PHONE$/)]);
  });

  test('of Configuration Manager leaves out what is obsolete or decommissioned there', () => {
    const result = imported(
      'Name0,Caption0,Version0,Obsolete0,Decommissioned0\n' +
        ['M1,0,0', 'M2,1,0', 'M3,0,1', 'M4,,']
          .map((row) => row.replace(',', ',Microsoft Windows 7 Enterprise,6.1.7601,'))
          .join('\n'),
    );
    expect(Object.values(groupsOf(result))).toEqual(['windows-7-enterprise on main: M1 M4']);
    expect(leftOutOf(result)).toEqual(['its file marks it as obsolete or no longer in use: M2, M3']);
  });

  test('of Lansweeper leaves out assets that are not active', () => {
    const result = imported(
      'AssetName;OSname;Statename\nA;Windows 7 Enterprise;Active\nB;Windows 7 Enterprise;Sold\nC;Windows 7 Enterprise;Non-active\n',
    );
    expect(leftOutOf(result)).toEqual(['its file marks it as obsolete or no longer in use: B, C']);
  });

  test('that a console has cut still says the edition where only one begins so', () => {
    const result = imported(
      'Name,OperatingSystem\nA,Windows 10 Enterpr...\nB,Windows 7 Profess…\nC,Windows Server 2016 Data...\nD,Windows Server 2016 Sta...\n',
    );
    expect(Object.values(groupsOf(result)).sort()).toEqual([
      'server-2016-datacenter on main: C',
      'windows-10-enterprise on main: A',
      'windows-7-professional on main: B',
    ]);
    expect(leftOutOf(result)).toEqual([
      expect.stringMatching(/Windows Server 2016 of unknown edition.*: D$/),
    ]);
  });
});

describe('a log of requests', () => {
  test('has its dates in the order that brings them to the times of the clients', () => {
    const log = ['PC1,01/03/2011 08:11:00', 'PC2,02/03/2011 08:11:00', 'PC1,08/03/2011 08:11:00']
      .map((row) => row.split(','))
      .map(
        ([client, date]) =>
          `Information,${date},SPP,12290,Aucun,"Une demande.\nInfos :\n${INFO(client, Number(date.slice(0, 2)))}"`,
      );
    const text = `Niveau,Date et heure,Source,ID de l’événement,Catégorie\n${log.join('\n')}\n`;
    expect(imported(text).report.notes.join('\n')).toContain('from 2011-03-01T08:11 to 2011-03-08T08:11');
  });

  test('of Get-WinEvent with its type line names the host by its column', () => {
    const row = `"Processed.\nInfo:\n${INFO('PC1', 1)}","12290","KMS7.corp.example","3/1/2011 8:00:00 AM"`;
    const text = `#TYPE Selected.System.Diagnostics.Eventing.Reader.EventLogRecord\n"Message","Id","MachineName","TimeCreated"\n${row}\n`;
    expect(imported(text).text).toMatch(/^ {2}kms7: \{/m);
  });

  test("of a client's own requests is known by its CMID where Event Viewer leaves the computer out", () => {
    const sent =
      '0x00000000, 0x00000000, kms1.corp.example:1688, 3f2a1111-1111-4111-8111-111111111111, 2011/03/01 08:00, 0, 1, 43200, 4f3d1606-3fea-4c01-be3c-8d671c401e3b, 25';
    const answered = '0x00000000, 0x00000000, 1, 0, 50, 120, 10080, 2011/03/01 08:00';
    const text =
      'Level,Date and Time,Source,Event ID,Task Category\n' +
      `Information,3/1/2011 8:00:00 AM,SPP,12288,None,"Sent.\nInfo:\n${sent}"\n` +
      `Information,3/1/2011 8:00:01 AM,SPP,12289,None,"Answered.\nInfo:\n${answered}"\n`;
    const { report, text: scenario } = imported(text);
    expect(report.machines).toBe(1);
    expect(scenario).toMatch(/^ {2}kms1: \{/m);
    expect(report.notes.join('\n')).toContain('50');
  });

  test('by slmgr /dlv of a client names the host that it found', () => {
    const report =
      'Software licensing service version: 6.1.7601.17514\n\nName: Windows(R) 7, Enterprise edition\n' +
      'Description: Windows Operating System - Windows(R) 7, VOLUME_KMSCLIENT channel\nLicense Status: Licensed\n' +
      'Trusted time: 10:00\n    KMS machine name from DNS: kms1.corp.example:1689\n';
    expect(imported(report, {}, 'pc1-dlv.txt').text).toMatch(/^ {2}kms1: \{.* port: 1689/m);
  });

  test('of services in DNS that Export-Csv wrote without their hosts is refused with what to write', () => {
    const text =
      '"HostName","RecordType","Timestamp","TimeToLive","RecordData"\n"_vlmcs._tcp","SRV",,"01:00:00","DnsServerResourceRecordSrv"\n';
    expect(refused(text)).toEqual([expect.stringMatching(/name no hosts: Export-Csv writes only the type/)]);
  });

  test('of DNS with more hosts than an estate has is refused, not cut', () => {
    const records = Array.from({ length: 1001 }, (_, index) => `_vlmcs._tcp SRV 0 0 1688 k${index}`);
    expect(refused(`$ORIGIN corp.example.\n${records.join('\n')}\n`)).toEqual([
      expect.stringMatching(/more than 1000 KMS hosts are named/),
    ]);
  });

  test('in Shift JIS is not taken for Chinese', () => {
    // レベル,日付と時刻 and 情報, in Shift JIS.
    const heading = Uint8Array.of(
      0x83,
      0x8c,
      0x83,
      0x78,
      0x83,
      0x8b,
      0x2c,
      0x93,
      0xfa,
      0x95,
      0x74,
      0x82,
      0xc6,
    );
    const level = Uint8Array.of(0x8e, 0x9e, 0x8d, 0x8f, 0x0a, 0x8f, 0xee, 0x95, 0xf1);
    const rest = utf8(`,2011/03/01 8:00:00,"\n${INFO('PC1', 1)}"\n`);
    const bytes = Uint8Array.from([...heading, ...level, ...rest]);
    expect(imported(bytes).report.notes.join('\n')).toContain('read as shift_jis');
  });
});
