import { describe, expect, test } from 'vitest';
import { trace } from '../../model/trace.ts';
import { groupsOf, imported, utf8, utf16 } from './imported.ts';

const AD = `#TYPE Selected.Microsoft.ActiveDirectory.Management.ADComputer\r
"Name","OperatingSystem","OperatingSystemServicePack","OperatingSystemVersion","DistinguishedName"\r
"PC1","Windows Vista? Enterprise","Service Pack 1","6.0 (6001)","CN=PC1,OU=Desktops,OU=Berlin\\, Nord,DC=corp,DC=example"\r
"PC2","Windows Vista™ Business","","6.0 (6000)","CN=PC2,OU=Desktops,OU=Berlin\\, Nord,DC=corp,DC=example"\r
"SRV1","Windows Server® 2008 Standard","Service Pack 2","6.0 (6002)","CN=SRV1,OU=Rome,DC=corp,DC=example"\r
"OLD","Windows Server 2003","Service Pack 2","5.2 (3790)","CN=OLD,OU=Rome,DC=corp,DC=example"\r
"LOST","","","","CN=LOST,CN=Computers,DC=corp,DC=example"\r
`;

const SEMICOLONS = 'Computer Name;Operating System;SP;Site\nA;Windows Vista Business;1;"Oslo; North"\n';

describe('files as tools write them', () => {
  test('the export of PowerShell from Active Directory: type line, OUs of distinguished names', () => {
    const result = imported(AD, {}, 'corp.csv');
    expect(groupsOf(result)).toEqual({
      'berlin-nord-vista-business': 'vista-business on berlin-nord: PC2',
      'berlin-nord-vista-enterprise-sp1': 'vista-enterprise-sp1 on berlin-nord: PC1',
      'rome-server-2008-standard': 'server-2008-standard on rome: SRV1',
    });
    expect(result.scenario.title).toBe('Estate of corp');
    expect(result.report).toMatchObject({ machines: 3, groups: 3 });
    expect(result.report.leftOut).toEqual([
      { reason: 'Windows Server 2003', count: 1, examples: ['OLD'] },
      { reason: 'no operating system is given', count: 1, examples: ['LOST'] },
    ]);
    expect(result.report.notes.join('\n')).toMatch(/1 computer with Windows Server 2003.*KMS 1\.1/);
    expect(result.text).toContain('# - 1 - Windows Server 2003: OLD\n');
    expect(result.text).toContain('berlin-nord: { dns: corp.example, internet: true } # Berlin, Nord (2)\n');
  });

  test('an imported scenario runs: clients of the largest site find its KMS host', () => {
    const rows = Array.from({ length: 30 }, (_, index) => `PC${index},Windows Vista Enterprise,1,Main`);
    const { scenario } = imported(
      ['name,os,sp,site', ...rows, 'FAR,Windows Vista Enterprise,1,Far'].join('\n'),
    );
    const { simulation, machine } = trace({ ...scenario.parameters, duration: 40 * 24 * 60 });
    expect(simulation.estate.licenses.licensedUntil(machine('PC7'))).toBeGreaterThan(0);
    expect(scenario.parameters.hosts.get('kms-1')?.network).toBe('main');
  });

  test.each([
    ['UTF-16 little endian', utf16(SEMICOLONS)],
    ['UTF-16 big endian', utf16(SEMICOLONS, true)],
    ['UTF-8 with a byte order mark', utf8(`\ufeff${SEMICOLONS}`)],
    ['a `sep=` line of Excel', utf8(`sep=;\r\n${SEMICOLONS}`)],
    ['tabs', utf8(SEMICOLONS.replace(/;(?! )/g, '\t'))],
    ['old line ends', utf8(SEMICOLONS.replaceAll('\n', '\r'))],
    ["wmic's line ends in UTF-16", utf16(`\r\r\n${SEMICOLONS.replaceAll('\n', '\r\r\n')}`)],
  ])('%s', (_, bytes) => {
    expect(groupsOf(imported(bytes))).toEqual({
      'oslo-north-vista-business-sp1': 'vista-business-sp1 on oslo-north: A',
    });
  });

  test('Windows-1252 is read with a note', () => {
    const text = 'name;os;site\nA;Windows Server# 2008 Standard;Z#rich\n';
    const codes = [0xae, 0xfc];
    const result = imported(Uint8Array.from(utf8(text), (byte) => (byte === 0x23 ? codes.shift()! : byte)));
    expect(Object.keys(groupsOf(result))).toEqual(['zurich-server-2008-standard']);
    expect(result.report.notes[0]).toContain('Windows-1252');
    expect(result.text).toContain('# Zürich (1)');
  });

  test('quoted line ends, doubled quotes and blank lines', () => {
    const result = imported('name,os,site\n\nA,Windows Server 2008 Standard,"a ""b""\nc"\n\n');
    expect(result.text).toContain('# a "b" c (1)');
    expect(groupsOf(result)).toEqual({ 'a-b-c-server-2008-standard': 'server-2008-standard on a-b-c: A' });
  });

  test('csvde, which writes letters with signs in hexadecimal', () => {
    const os = Buffer.from('Windows Server® 2008 Enterprise').toString('hex');
    const dn = '"CN=S1,OU=Z\\C3\\BCrich,DC=corp,DC=example"';
    const result = imported(
      `DN,objectClass,cn,operatingSystem,operatingSystemServicePack\n${dn},computer,S1,X'${os}',\n`,
    );
    expect(groupsOf(result)).toEqual({
      'zurich-server-2008-enterprise': 'server-2008-enterprise on zurich: S1',
    });
  });

  test('a report of Configuration Manager: the caption tells more than the name and version', () => {
    const result = imported(
      'Netbios_Name0,Operating_System_Name_and0,Caption0,CSDVersion0,AD_Site_Name0,Is_Virtual_Machine0\n' +
        'A,Microsoft Windows NT Workstation 6.0,Microsoft® Windows Vista™ Business,Service Pack 2,HQ,1\n' +
        'B,Microsoft Windows NT Server 6.0,Microsoft® Windows Server® 2008 Datacenter without Hyper-V,,HQ,0\n',
    );
    expect(groupsOf(result)).toEqual({
      'hq-server-2008-datacenter': 'server-2008-datacenter on hq: B',
      'hq-vista-business-sp1-virtual': 'vista-business-sp1 on hq virtual: A',
    });
  });

  test('systeminfo, Lansweeper: model and maker tell virtual machines', () => {
    const systeminfo = imported(
      '"Host Name","OS Name","OS Version","System Manufacturer","System Model"\n' +
        '"V1","Microsoftr Windows Serverr 2008 Standard","6.0.6001 Service Pack 1 Build 6001","VMware, Inc.","VMware Virtual Platform"\n',
    );
    expect(Object.values(groupsOf(systeminfo))).toEqual(['server-2008-standard on main virtual: V1']);
    const lansweeper = imported(
      'AssetName;OSname;SP;Model;Manufacturer\nL1;Win Vista Business;1;Latitude D630;Dell\n',
    );
    expect(Object.values(groupsOf(lansweeper))).toEqual(['vista-business-sp1 on main: L1']);
  });

  test('canonical names and paths of OUs', () => {
    const rows = [
      'A,corp.example/Rome/Desktops/A',
      'B,corp.example/Computers/B',
      'C,corp.example/C',
      'D,Rome',
    ];
    const csv = `name,CanonicalName,os\n${rows.map((row) => `${row},Windows Server 2008 Standard`).join('\n')}`;
    expect(groupsOf(imported(csv))).toEqual({
      'main-server-2008-standard': 'server-2008-standard on main: A B C D',
    });
    const cities = csv.replace('C,corp.example/C,', 'C,corp.example/Oslo/Servers/C,');
    expect(groupsOf(imported(cities))).toEqual({
      'oslo-server-2008-standard': 'server-2008-standard on oslo: C',
      'rome-server-2008-standard': 'server-2008-standard on rome: A D',
      'no-site-server-2008-standard': 'server-2008-standard on no-site: B',
    });
  });

  test('headings of your own are mapped', () => {
    const csv = 'Asset = Tag,Software,name,Building\n1,Windows Server 2008 Standard,x,Tower\n';
    const result = imported(csv, { 'Asset = Tag': 'name', software: 'os', Building: 'site' });
    expect(groupsOf(result)).toEqual({ 'tower-server-2008-standard': 'server-2008-standard on tower: 1' });
    expect(result.text).toContain('# - name: from the column `Asset = Tag`');
  });

  test('a column of sites that is empty gives way to OUs', () => {
    const csv = 'name,os,Location,DN\nA,Windows Server 2008 Standard,,"CN=A,OU=Rome,DC=x"\n';
    expect(Object.keys(groupsOf(imported(csv)))).toEqual(['rome-server-2008-standard']);
  });
});
