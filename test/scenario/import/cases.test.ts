import { describe, expect, test } from 'vitest';
import { groupsOf, imported, refused, utf16 } from './imported.ts';

/** Small files in the shape of real exports, and what they must become. */

const LDIF = `dn: CN=PC001,OU=Desktops,OU=Berlin,DC=corp,DC=example
changetype: add
objectClass: top
objectClass: computer
cn: PC001
distinguishedName: CN=PC001,OU=Desktops,
 OU=Berlin,DC=corp,DC=example
operatingSystem:: V2luZG93cyBWaXN0YeKEoiBCdXNpbmVzcw==
operatingSystemVersion: 6.0 (6001)
operatingSystemServicePack: Service Pack 1
dNSHostName: PC001.corp.example

# a person
dn: CN=Anna,OU=Staff,DC=corp,DC=example
changetype: add
objectClass: top
objectClass: person
cn: Anna

dn: CN=OLD,OU=Desktops,DC=corp,DC=example
changetype: delete
`;

const KMS_LOG = `"TimeCreated","ErrorCode","MinCount","ComputerName","ClientId","ClientTime","IsVM","LicenseStatus","Expiration","ProductId"
"3/1/2009 8:00:01 AM","0x0","25","pc001.corp.example","e5c98033-aab6-4d0b-9af9-1d399597dd56","3/1/2009 8:00:00 AM","False","OOBGrace","29.20:40:00","cfd8ff08-c0d7-452b-9f60-ef5c70c32094"
"3/1/2009 8:05:01 AM","0x0","25","pc002.corp.example","e5c98033-aab6-4d0b-9af9-1d399597dd57","3/1/2009 8:05:00 AM","True","Licensed","179.20:40:00","4f3d1606-3fea-4c01-be3c-8d671c401e3b"
"3/1/2009 9:05:01 AM","0x0","5","srv01.corp.example","e5c98033-aab6-4d0b-9af9-1d399597dd57","3/1/2009 8:05:00 AM","False","Licensed","179.20:40:00","ad2542d4-9154-4c6d-8a44-30f11ee96989"
`;

const ZONE = `$ORIGIN corp.example.
@  IN SOA ns1 hostmaster 1 3600 600 86400 3600
_vlmcs._tcp     IN  SRV 0   0   1688    kms-1.corp.example.
                IN  SRV 0   0   1700    old-vista-pc
_ldap._tcp      IN  SRV 0   0   389     dc.corp.example.
`;

const DLV = `Software licensing service version: 6.0.6001.18000
Name: Windows Server(R), ServerStandard edition
Description: Windows Operating System - Windows Server(R), VOLUME_KMS_B channel
Partial Product Key: XXXXX
License Status: Licensed

Key Management Service is enabled on this machine
    Current count: 14
    Listening on Port: 1700
    DNS publishing disabled
    KMS priority: Normal
    Activation interval: 60 minutes
    Renewal interval: 20160 minutes
`;

describe('directories', () => {
  test('ldapdomaindump: tabs, and quotes that are text', () => {
    const text = `cn\tdNSHostName\toperatingSystem\toperatingSystemServicePack\toperatingSystemVersion\tlastLogon\tuserAccountControl\tdescription
PC001\tpc001.corp.example\tWindows Vista™ Business\tService Pack 2\t6.0 (6002)\t01/01/01 00:00:00\tWORKSTATION_ACCOUNT\t
OFF\toff.corp.example\tWindows Vista™ Business\tService Pack 2\t6.0 (6002)\t08/30/09 00:00:00\tACCOUNT_DISABLED, WORKSTATION_ACCOUNT\t"unclosed
DC\tdc.corp.example\tWindows Server® 2008 Enterprise\tService Pack 2\t6.0 (6002)\t08/31/09 12:01:57\tSERVER_TRUST_ACCOUNT\tEurope, "main"
`;
    const result = imported(text);
    expect(groupsOf(result)).toEqual({
      'main-server-2008-enterprise': 'server-2008-enterprise on main: DC',
      'main-vista-business-sp1': 'vista-business-sp1 on main: PC001',
    });
    expect(result.report.leftOut).toEqual([
      { reason: 'its account is disabled', count: 1, examples: ['OFF'] },
    ]);
    expect(imported(text, { description: 'site' }).text).toContain('# Europe, "main" (1)');
  });

  test('LDIF: base64, folded lines, what is no computer and what is deleted', () => {
    const result = imported(LDIF, {}, 'export.ldf');
    expect(groupsOf(result)).toEqual({ 'berlin-vista-business-sp1': 'vista-business-sp1 on berlin: PC001' });
    expect(result.report.leftOut).toEqual([
      { reason: 'an entry of the directory that is no computer', count: 1, examples: ['Anna'] },
    ]);
    expect(result.report.notes.join('\n')).toContain('1 entry of the LDIF file are deletions');
    expect(imported(utf16(LDIF.replaceAll('\n', '\r\n'))).report.machines).toBe(1);
  });

  test('disabled and silent accounts are left out by reason, and kept when asked', () => {
    const rows = [
      'A,True,3/1/2009 08:00:00',
      'B,False,3/1/2009 08:00:00',
      'C,True,11/1/2008 08:00:00',
      'D,True,',
    ];
    const text = `Name,Enabled,LastLogonDate,OperatingSystem\n${rows.map((row) => `${row},Windows Web Server 2008`).join('\n')}\n`;
    expect(imported(text).report.leftOut.map(({ reason, examples }) => `${reason}: ${examples}`)).toEqual([
      'its account is disabled: B',
      'not seen for more than 90 days before the newest date of its file: C',
    ]);
    expect(imported(text, {}, 'a.csv', { staleAfter: 200 * 1440 }).report.machines).toBe(3);
    expect(imported(text, {}, 'a.csv', { keepStale: true }).report.machines).toBe(4);
  });

  test('names of clusters are no servers', () => {
    const text =
      'Name,OperatingSystem,IsCluster,servicePrincipalName\nN1,Windows Server 2008 Enterprise,False,HOST/N1\nC1,Windows Server 2008 Enterprise,True,\nC2,Windows Server 2008 Enterprise,,MSClusterVirtualServer/C2\n';
    expect(imported(text).report.leftOut).toEqual([
      { reason: 'the name of a failover cluster, not a computer', count: 2, examples: ['C1', 'C2'] },
    ]);
  });

  test('units by function are one network, units by place a network each, columns what is asked', () => {
    const table = (...units: string[]) =>
      `Name,OperatingSystem,DistinguishedName,Floor\n${units.map((unit, index) => `PC${index},Windows Web Server 2008,"CN=PC${index},${unit},DC=corp,DC=example",f${index}`).join('\n')}\n`;
    const networks = (result: ReturnType<typeof imported>) =>
      [...result.scenario.parameters.networks.keys()].sort();
    const byFunction = imported(table('OU=Workstations', 'OU=Servers', 'OU=Finance'));
    expect(networks(byFunction)).toEqual(['main']);
    expect(byFunction.report.notes.join('\n')).toContain(
      'Organizational units (`Workstations`, `Servers` and `Finance`) are not taken for sites',
    );
    const byPlace = imported(table('OU=Desktops,OU=Berlin', 'OU=Servers,OU=Rome Office'));
    expect(networks(byPlace)).toEqual(['berlin', 'rome-office']);
    expect(byPlace.text).toContain('The networks do not reach each other: no link is');
    expect(networks(imported(table('OU=Workstations', 'OU=Servers'), { Floor: 'site' }))).toEqual([
      'f0',
      'f1',
    ]);
  });
});

describe('inventories', () => {
  test('systeminfo as a list and in German: letters for trade marks, an OEM product ID', () => {
    const list = (name: string, os: string, id: string) => `
Hostname:                      ${name}
Betriebssystemname:            ${os}
Betriebssystemversion:         6.0.6002 Service Pack 2 Build 6002
Produkt-ID:                    ${id}
Systemhersteller:              VMware, Inc.
Systemmodell:                  VMware Virtual Platform
Domäne:                        corp.example
Hotfix(es):                    2 Hotfix(e) installiert.
                               [01]: KB1
`;
    const result = imported(
      list('A', 'Microsoftr Windows VistaT Business', '89584-OEM-0000000-00000') +
        list('B', 'Microsoft® Windows Vista™ Unternehmen', '89584-270-0000000-00000'),
    );
    expect(groupsOf(result)).toEqual({
      'main-vista-enterprise-sp1-virtual': 'vista-enterprise-sp1 on main virtual: B',
    });
    expect(result.report.leftOut).toEqual([
      { reason: 'its product key is no volume license key (retail or OEM)', count: 1, examples: ['A'] },
    ]);
    expect([...result.scenario.parameters.zones.keys()]).toEqual(['corp.example']);
  });

  test.each([
    ['Microsoft Windows Vista Professionnel', 'vista-business-sp1'],
    ['Microsoft® Windows Vista™ Entreprise', 'vista-enterprise-sp1'],
    ['Windows Vista Empresas', 'vista-enterprise-sp1'],
    ['Windows Vista Professional', 'vista-business-sp1'],
    ['Windows Vista Aziendale', 'vista-enterprise-sp1'],
    ['Windows Vista Корпоративная', 'vista-enterprise-sp1'],
    ['Windows Vista ビジネス', 'vista-business-sp1'],
    ['Windows Vista エンタープライズ', 'vista-enterprise-sp1'],
    ['Windows Vistaâ„¢ Enterprise', 'vista-enterprise-sp1'],
    ['Windows Server® 2008 Padrão', 'server-2008-standard'],
    ['W2K8 Std', 'server-2008-standard'],
  ])('%s is %s', (os, edition) => {
    expect(Object.values(groupsOf(imported(`Nom;Système d'exploitation;SP\nA;${os};1\n`)))).toEqual([
      `${edition} on main: A`,
    ]);
  });

  test('Configuration Manager: systems of unknown edition, which --assume gives', () => {
    const text =
      'Netbios_Name0,Operating_System_Name_and0,Is_Virtual_Machine0\nA,Microsoft Windows NT Workstation 6.0 (Tablet Edition),0\nB,Microsoft Windows NT Advanced Server 6.0,1\n';
    expect(refused(text)[0]).toMatch(
      /1 \(Windows Vista of unknown edition: say which with `--assume vista=vista-business`\)/,
    );
    const assume = ['vista=vista-business,server=server-2008-standard'];
    expect(Object.values(groupsOf(imported(text, {}, 'a.csv', { assume })))).toEqual([
      'server-2008-standard on main virtual: B',
      'vista-business on main: A',
    ]);
    expect(refused(text, {}, 'a.csv', { assume: ['vista=server-2008-web'] })[0]).toContain(
      '`server-2008-web` is no edition of Windows Vista',
    );
    expect(refused(text, {}, 'a.csv', { assume: ['vsta=vista-business'] })[0]).toContain(
      'did you mean `vista`?',
    );
  });

  test("VAMT's export: methods, key groups, genuine status, a KMS host set by hand", () => {
    const columns =
      'FullyQualifiedDomainName,ProductName,ProductDescription,ProductKeyType,GenuineStatusText,KmsHost,KmsPort,ApplicationId,Sku';
    const windows = '55c92734-d682-4d71-983e-d6ec3f16059f';
    const rows = [
      `PC1.corp.example,"Windows(TM) Vista, Business edition","Windows Operating System - Vista, VOLUME_KMSCLIENT channel",Volume:GVLK,Genuine,kms-7.corp.example,1700,${windows},4f3d1606-3fea-4c01-be3c-8d671c401e3b`,
      `PC1.corp.example,Microsoft Office,"Office, VOLUME_KMSCLIENT channel",Volume:GVLK,Genuine,,,59a52881-a989-479d-af46-f275c6370663,`,
      `PC2.corp.example,"Windows(TM) Vista, Enterprise edition","Windows Operating System - Vista, VOLUME_KMSCLIENT channel",Volume:GVLK,Non-Genuine,,,${windows},`,
      `SRV1.corp.example,"Windows Server(R), ServerStandard edition","Windows Operating System - Windows Server(R), VOLUME_MAK_B channel",Volume:MAK,Genuine,,,${windows},`,
      `KMS2.corp.example,"Windows Server(R), ServerEnterprise edition","Windows Operating System - Windows Server(R), VOLUME_KMS_C channel",Volume:CSVLK,Genuine,,,${windows},`,
    ];
    const { scenario } = imported([columns, ...rows].join('\n'));
    const groups = [...scenario.parameters.groups.values()];
    expect(
      groups.map(({ os, method, host, genuine }) => [os, method.type, host, genuine?.result ?? null]),
    ).toEqual([
      ['server-2008-standard', 'mak', null, null],
      ['vista-business-sp1', 'kms', 'kms-7', null],
      ['vista-enterprise-sp1', 'kms', null, 'non-genuine'],
    ]);
    expect(scenario.parameters.hosts.get('kms-7')?.port).toBe(1700);
    const { os, key } = scenario.parameters.hosts.get('KMS2') ?? scenario.parameters.hosts.get('kms2')!;
    expect([os, scenario.parameters.keys.get(key)]).toMatchObject([
      'server-2008-enterprise',
      { group: 'server-c' },
    ]);
  });
});

describe('hosts', () => {
  test("a KMS host's log: names, kinds, editions, a cloned image", () => {
    const result = imported(KMS_LOG);
    expect(groupsOf(result)).toEqual({
      'main-server-2008-standard': 'server-2008-standard on main: srv01',
      'main-vista-business-sp1-virtual': 'vista-business-sp1 on main virtual: pc002',
      'main-vista-enterprise-sp1': 'vista-enterprise-sp1 on main: pc001',
    });
    expect(result.scenario.start).toBe('2009-03-01');
    expect([...result.scenario.parameters.groups.values()].map(({ image }) => image.cmid)).toEqual([
      'shared',
      'shared',
      'own',
    ]);
    expect(result.report.notes.join('\n')).toContain('2 computers share 1 CMID: a cloned image.');
  });

  test.each([
    [
      'with a message',
      (info: string) =>
        `TimeCreated,Id,Message\n3/1/2009 8:00:01 AM,12290,"An activation request has been processed.\n\nInfo:\n${info}"\n`,
    ],
    [
      'of Event Viewer, its message behind the last heading',
      (info: string) =>
        `Level,Date and Time,Source,Event ID,Task Category\nInformation,3/1/2009 8:00:01 AM,SLC,12290,None,"Eine Anforderung wurde verarbeitet.\n\nInfo:\n${info}"\nInformation,3/1/2009 8:00:01 AM,SLC,12294,None,"ok"\n`,
    ],
    [
      'of wevtutil as text',
      (info: string) =>
        `Event[0]:\n  Log Name: Key Management Service\n  Date: 2009-03-01T08:00:01.000\n  Event ID: 12290\n  Computer: kms01.corp.example\n  Description: \nAn activation request has been processed.\n\nInfo:\n${info}\n`,
    ],
    [
      'of wevtutil as XML, without an outermost element',
      (info: string) =>
        `<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System><Provider Name='SLC'/><EventID Qualifiers='32768'>12290</EventID><Keywords>0x80000000000000</Keywords><TimeCreated SystemTime='2009-03-01T08:00:01.000Z'/><Computer>kms01</Computer></System><EventData><Data>${info}</Data></EventData></Event>\n<Event xmlns='x'><System><EventID>1</EventID></System></Event>`,
    ],
    [
      'of Event Viewer as XML, a field an element',
      (info: string) =>
        `<?xml version="1.0"?><Events><Event><System><EventID>12290</EventID><TimeCreated SystemTime='2009-03-01T08:00:01.000Z'/></System><EventData>${info
          .split(',')
          .map((field) => `<Data>${field}</Data>`)
          .join('')}</EventData></Event></Events>`,
    ],
  ])('a log %s', (_, file) => {
    const info =
      '0x0, 25, pc7.corp.example, e5c98033-aab6-4d0b-9af9-1d399597dd56, 2009/3/1 8:00, 1, 2, 40123, cfd8ff08-c0d7-452b-9f60-ef5c70c32094';
    expect(Object.values(groupsOf(imported(file(info))))).toEqual([
      'vista-enterprise-sp1 on main virtual: pc7',
    ]);
  });

  test('a zone: hosts that publish, and those that no list knows', () => {
    const result = imported({
      'zone.db': ZONE,
      'ad.csv':
        'Name,OperatingSystem\nKMS-1,Windows Server 2008 Enterprise\nPC1,Windows Vista Business SP1\n',
    });
    const hosts = [...result.scenario.parameters.hosts].map(
      ([name, { os, port }]) => `${name} ${os} ${port}`,
    );
    expect(hosts).toEqual(['kms-1 server-2008-enterprise 1688', 'old-vista-pc server-2008-standard 1700']);
    expect(result.text).toMatch(/# UNKNOWN: [^\n]*\n(?: *#[^\n]*\n)+ {2}old-vista-pc:/);
    expect(result.report.notes.join('\n')).toContain('unknown (rogue, or old records?): old-vista-pc.');
    expect([...result.scenario.parameters.zones.keys()]).toEqual(['corp.example']);
    expect(Object.values(groupsOf(result))).toEqual(['vista-business-sp1 on main: PC1']);
  });

  test.each([
    ['dnscmd', '_vlmcs._tcp [Aging:3543] 3600 SRV\t0 0 1688\tkms-1.corp.example.\n'],
    [
      'PowerShell',
      'HostName                  RecordType Type       Timestamp            TimeToLive      RecordData\n_vlmcs._tcp               SRV        33         0                    01:00:00        [0][0][1688][kms-1.corp.example.]\n',
    ],
    [
      'nslookup',
      '_vlmcs._tcp.corp.example\tSRV service location:\n          priority       = 0\n          weight         = 0\n          port           = 1688\n          svr hostname   = kms-1.corp.example\n',
    ],
    [
      'Resolve-DnsName',
      'Name,Type,NameTarget,Priority,Weight,Port\n_vlmcs._tcp.corp.example,SRV,kms-1.corp.example,0,0,1688\n',
    ],
  ])('records of %s', (_, text) => {
    expect([...imported(text).scenario.parameters.hosts.keys()]).toEqual(['kms-1']);
  });

  test('slmgr /dlv: key group, port, publishing, intervals', () => {
    const { scenario, text } = imported(DLV, {}, 'dlv.txt');
    expect(scenario.parameters.hosts.get('kms-1')).toMatchObject({
      port: 1700,
      publish: false,
      activationInterval: 60,
      renewalInterval: 20_160,
      os: 'server-2008-standard',
    });
    expect(scenario.parameters.keys.get('kms-key')).toMatchObject({ group: 'server-b' });
    expect(text).toContain('# Its count was 14 when the report was made.');
  });
});

describe('several files', () => {
  test('are joined by name, short or full, in any case', () => {
    const result = imported({
      'ad.csv':
        'Name,OperatingSystem,OperatingSystemServicePack\nPC001,Windows Vista Enterprise,Service Pack 1\nPC002,Windows Vista Business,\nSRV01,Windows Server 2008 Standard,\n',
      'vms.csv': 'VM,Powerstate,DNS Name\nsrv01,poweredOn,srv01.corp.example\n',
      'kms.csv': KMS_LOG,
    });
    expect(groupsOf(result)).toEqual({
      'main-server-2008-standard': 'server-2008-standard on main: SRV01',
      'main-vista-business-virtual': 'vista-business on main virtual: PC002',
      'main-vista-enterprise-sp1': 'vista-enterprise-sp1 on main: PC001',
    });
    expect(result.report.notes.join('\n')).toContain(
      'Files contradict each other about the kind (virtual or physical) of 1 computer; the later file wins: SRV01: virtual (vms.csv), physical (kms.csv).',
    );
    expect(result.scenario.title).toBe('Estate of corp.example');
  });

  test('report what is wrong with each', () => {
    expect(refused({ 'a.csv': 'Tag\n1\n', 'b.xml': '<a>' })).toHaveLength(2);
    expect(refused({ 'a.csv': 'Name\nA\n', 'b.csv': 'Name\nB\n' })[0]).toContain(
      'no operating system is given',
    );
    expect(refused({ 'a.csv': 'Name,os\nA,b\n', 'b.csv': 'Name\nB\n' }, { Building: 'site' })).toEqual([
      '0:0 --map: no file has a column `Building`',
    ]);
  });
});
