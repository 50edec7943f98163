import { describe, expect, test } from 'vitest';
import { decode } from '../../../src/scenario/import/encodings/decode.ts';
import { type Encoding, encodingNamed } from '../../../src/scenario/import/encodings/encodings.ts';
import { groupsOf, imported, refused, utf8, utf16 } from './imported.ts';

/** Exports of further tools, languages and code pages, and what they must become. */

/** A text in an encoding of one byte a character, which none of Node's encoders write. */
function inPage(text: string, encoding: Encoding): Uint8Array {
  const decoder = encoding.startsWith('cp') ? null : new TextDecoder(encoding);
  const page = new Map<string, number>();
  for (let byte = 0; byte < 256; byte++) {
    const character = decoder === null ? DOS_850.get(byte) : decoder.decode(Uint8Array.of(byte));
    if (character !== undefined) page.set(character, byte);
  }
  return Uint8Array.from([...text].map((character) => page.get(character) ?? character.charCodeAt(0)));
}

/** Letters of code page 850, after its published table. */
const DOS_850 = new Map([
  [0x81, 'ü'],
  [0x82, 'é'],
  [0x83, 'â'],
  [0x84, 'ä'],
  [0x8a, 'è'],
  [0x93, 'ô'],
  [0x94, 'ö'],
  [0xa2, 'ó'],
]);

/** `コンピュータ名,オペレーティング システム` and a row, in Shift JIS. */
const SHIFT_JIS = `835283938373838581 5b835e96bc 2c 4f53 0d0a 50433030312c57696e646f777320566973746120 8372835783 6c8358 0d0a`;

function bytesOf(hexadecimal: string): Uint8Array {
  const digits = hexadecimal.replaceAll(' ', '').match(/../g) ?? [];
  return Uint8Array.from(digits.map((byte) => Number.parseInt(byte, 16)));
}

function listOf(result: ReturnType<typeof imported>): string[] {
  return Object.values(groupsOf(result)).sort();
}

function leftOut(result: ReturnType<typeof imported>): string[] {
  return result.report.leftOut.map(({ reason, examples }) => `${reason}: ${examples.join(' ')}`);
}

describe('tables aligned with blanks', () => {
  test("PowerShell's Format-Table, values longer than their heading, numbers to the right, names cut short", () => {
    const text = `
Name    OperatingSystem            OperatingSystemVersion Enabled
----    ---------------            ---------------------- -------
PC001   Windows Vista™ Business    6.0 (6002)                True
PC0022  Windows Vista™ Enterprise  6.0 (6002)               False
SRV0... Windows Server® 2008 We... 6.0 (6002)                True

`;
    const result = imported(utf16(text));
    expect(listOf(result)).toEqual(['vista-business-sp1 on main: PC001']);
    expect(leftOut(result)).toEqual([
      'its account is disabled: PC0022',
      'its name is cut short: export it with `Export-Csv`: SRV0..',
    ]);
  });

  test('dsquery, without a rule and with empty cells', () => {
    const text = `  name      operatingSystem                  operatingSystemServicePack
  PC001     Windows Vista Business           Service Pack 1
  PC002     Windows Vista Enterprise
  SRV01     Windows Server 2008 Enterprise   Service Pack 2
dsquery succeeded
`;
    expect(listOf(imported(text))).toEqual([
      'server-2008-enterprise on main: SRV01',
      'vista-business-sp1 on main: PC001',
      'vista-enterprise on main: PC002',
    ]);
  });

  test("sqlcmd's answer from Configuration Manager", () => {
    const text = `Name0      Operating_System_Name_and0               CSDVersion0
---------- ---------------------------------------- --------------
PC001      Microsoft Windows NT Workstation 6.0     Service Pack 1

(1 rows affected)
`;
    const assume = ['vista=vista-business'];
    expect(listOf(imported(text, {}, 'a.txt', { assume }))).toEqual(['vista-business-sp1 on main: PC001']);
  });
});

describe('JSON', () => {
  const PC = {
    Name: 'PC001',
    OperatingSystem: 'Windows Vista Business SP1',
    Enabled: true,
    LastLogonDate: null,
  };

  test.each([
    ['a list', JSON.stringify([PC, { ...PC, Name: 'PC002', Enabled: false }], null, 2)],
    ['a single object', JSON.stringify(PC)],
    ['an answer around the list', JSON.stringify({ context: 'x', value: [PC] })],
    [
      'an object a line',
      `${JSON.stringify(PC)}\n${JSON.stringify({ ...PC, Name: 'PC002', Enabled: false })}\n`,
    ],
  ])('%s', (_, text) => {
    expect(listOf(imported(utf16(text)))).toEqual(['vista-business-sp1 on main: PC001']);
  });

  test("PowerShell's dates, and damage", () => {
    const dated = [
      { ...PC, LastLogonDate: '/Date(1236844353000)/' },
      { ...PC, Name: 'OLD', LastLogonDate: { value: '/Date(1206844353000)/', DateTime: 'Sonntag' } },
    ];
    expect(leftOut(imported(JSON.stringify(dated)))).toEqual([
      'not seen for more than 90 days before the newest date of its file: OLD',
    ]);
    expect(refused('[\n{"Name": "PC001",\n"OperatingSystem": }\n]')[0]).toContain(
      'this begins as JSON but is damaged: Unexpected token',
    );
  });
});

describe('code pages', () => {
  test.each([
    [
      'windows-1252',
      'Windows-1252',
      'Rechnername;Betriebssystem;Ort;Gerätetyp\nPC1;Windows Vista Geschäft;Köln;Physisch\n',
    ],
    [
      'cp850',
      'code page 850',
      'Rechnername;Betriebssystem;Standort\nPC1;Windows Vista Business;Köln\nPC2;Windows Vista Business;München\n',
    ],
    ['windows-1251', 'Windows-1251', 'Имя компьютера;Операционная система\nPC1;Windows Vista Бизнес\n'],
    ['ibm866', 'code page 866', 'Имя компьютера;Операционная система\nPC1;Windows Vista Бизнес\n'],
  ] as const)('%s is found out', (encoding, named, text) => {
    const result = imported(inPage(text, encoding));
    expect(result.report.machines).toBe(text.split('\n').length - 2);
    expect(result.report.notes).toContain(
      `The file is not UTF-8; it was read as ${named}. \`--encoding NAME\` says what it is.`,
    );
  });

  test('Windows-1252 has its signs of trade marks, which some versions of Node.js lose', () => {
    const bytes = utf8('Name,Operating System\nPC1,Windows Vista~ Business\n').map((byte) =>
      byte === 0x7e ? 0x99 : byte,
    );
    const { notes } = imported(bytes).report;
    expect(notes.join()).toContain('read as Windows-1252');
    expect(decode(bytes).text).toContain('Vista™');
  });

  test('Shift JIS is found out, and what is asked for is believed', () => {
    expect(listOf(imported(bytesOf(SHIFT_JIS)))).toEqual(['vista-business-sp1 on main: PC001']);
    expect(refused(bytesOf(SHIFT_JIS), {}, 'a.csv', { encoding: 'windows-1252' })[0]).toContain(
      'no column of',
    );
    expect(refused(bytesOf(SHIFT_JIS), {}, 'a.csv', { encoding: 'utf-8' })[0]).toContain(
      'no text of the encoding',
    );
  });

  test('UTF-16 without a byte order mark is read', () => {
    const text = 'Name,OperatingSystem\nPC1,Windows Vista Business\n';
    expect(imported(utf16(text).subarray(2)).report.machines).toBe(1);
  });

  test('names of encodings are those that people write', () => {
    expect(
      ['850', 'CP1252', 'Shift_JIS', 'latin1', 'windows-1251', 'unicode', 'ebcdic'].map(encodingNamed),
    ).toEqual(['cp850', 'windows-1252', 'shift_jis', 'windows-1252', 'windows-1251', 'utf-16le', undefined]);
  });
});

describe('tools', () => {
  test('Lansweeper, a semicolon between cells', () => {
    const text = `AssetName;Domain;Type;IP Location;Manufacturer;Model;OS;SP;Version;Last seen
PC001;CORP;Windows;Berlin;Dell Inc.;OptiPlex 745;Win Vista Business;2;6.0.6002;12.03.2009 07:11
SRV1;CORP;Windows;Rome;VMware, Inc.;VMware Virtual Platform;Win 2008 Standard;2;6.0.6002;12.03.2009 07:11
`;
    expect(listOf(imported(text))).toEqual([
      'server-2008-standard on rome virtual: SRV1',
      'vista-business-sp1 on berlin: PC001',
    ]);
  });

  test("RVTools: the machine's own name, not its host's; templates are no computers", () => {
    const text = `VM,Powerstate,Template,OS according to the configuration file,Host
SRV1,poweredOn,False,Microsoft Windows Server 2008 Standard (64-bit),esx1
SRV2,poweredOn,False,Microsoft Windows Server 2008 Standard (64-bit),esx1
GOLD,poweredOff,True,Microsoft Windows Server 2008 Standard (64-bit),esx1
`;
    const result = imported(text);
    expect(listOf(result)).toEqual(['server-2008-standard on main virtual: SRV1 SRV2']);
    expect(leftOut(result)).toEqual(['a template of virtual machines: GOLD']);
  });

  test('reports of Reporting Services: a title above, the name of the table in front of every heading', () => {
    const text = `Textbox1
Computers with a specific operating system

Details_Table0_ComputerName,Details_Table0_UserName,Details_Table0_OperatingSystem,Details_Table0_CSDVersion
PC001,anna,Microsoft Windows Vista Business,Service Pack 1
`;
    expect(listOf(imported(text))).toEqual(['vista-business-sp1 on main: PC001']);
  });

  test("WMI's list of licenses: the one in use, by its activation ID", () => {
    const windows = '55c92734-d682-4d71-983e-d6ec3f16059f';
    const channel = '"Windows Operating System - Vista, VOLUME_KMSCLIENT channel"';
    const text = `PSComputerName,Name,Description,ID,LicenseStatus,PartialProductKey,ApplicationId
PC001,"Windows(TM) Vista, Enterprise edition",${channel},cfd8ff08-c0d7-452b-9f60-ef5c70c32094,1,ABCDE,${windows}
PC001,"Windows(TM) Vista, Business edition",${channel},4f3d1606-3fea-4c01-be3c-8d671c401e3b,0,,${windows}
PC001,Office 14,"Office 14, VOLUME_MAK channel",d450596f-894d-49e0-966a-fd39ed4c4c64,1,FGHIJ,59a52881-a989-479d-af46-f275c6370663
`;
    const result = imported(text);
    expect(listOf(result)).toEqual(['vista-enterprise-sp1 on main: PC001']);
    expect(result.report.notes).toContain(
      '1 product of Office has another key than that of a KMS client: not in the scenario.',
    );
  });

  test('clients whose system is `Windows` with a version: the generation is known, the edition asked for', () => {
    const text = 'Device name,OS,OS version\nPC1,Windows,10.0.19045.3570\nPC2,Windows,10.0.22631.2428\n';
    expect(refused(text)[0]).toContain('Windows 10 of unknown edition: say which with `--assume windows-10=');
    const assume = ['windows-10=windows-10-enterprise,windows-11=windows-11-pro'];
    expect(listOf(imported(text, {}, 'a.csv', { assume }))).toEqual([
      'windows-10-enterprise on main: PC1',
      'windows-11-pro on main: PC2',
    ]);
  });
});

describe('dates with months in words', () => {
  test.each([
    ['English', 'Name,OperatingSystem,LastLogonDate', '12 March 2009', 'Mar 3, 2008'],
    ['a log', 'Name,OperatingSystem,LastLogonDate', 'Thu Mar 12 08:00:00 2009', '3-Mar-08'],
    ['German', 'Name;Betriebssystem;Letzte Anmeldung', '12. März 2009', '3. Mai 2008'],
    ['French', 'Nom;Système d’exploitation;Dernière connexion', 'jeu. 12 mars 2009', 'mar. 12 févr. 2008'],
    [
      'Spanish',
      'Nombre;Sistema operativo;Último inicio de sesión',
      '12 de marzo de 2009',
      '3 de agosto de 2008',
    ],
    ['Portuguese', 'Nome;Sistema operacional;Último logon', '12-mar-2009', '12-out-2008'],
    ['Russian', 'Имя;Операционная система;Последний вход', '12 марта 2009 г.', '3 мая 2008 г.'],
    ['Japanese', 'コンピューター名,OS 名,最終ログオン', '2009年3月12日', '2008年3月3日'],
  ])('%s', (_, header, recent, old) => {
    const separator = header.includes(';') ? ';' : ',';
    const row = (name: string, date: string) =>
      [name, 'Windows Vista Business SP1', `"${date}"`].join(separator);
    const result = imported(`${header}\n${row('NEW', recent)}\n${row('OLD', old)}\n`);
    expect(leftOut(result)).toEqual([
      'not seen for more than 90 days before the newest date of its file: OLD',
    ]);
  });
});

describe('zones', () => {
  test.each([
    [
      'BIND, an origin below the zone',
      '$ORIGIN _tcp.corp.example.\n_vlmcs 3600 IN SRV 0 100 1688 kms-1.corp.example.\n_kerberos IN SRV 0 100 88 dc1.corp.example.\n',
    ],
    [
      'dnscmd /enumrecords',
      'Returned records:\n@ [Aging:3544] 3600 SRV\t0 0 1688\tkms-1.corp.example.\n\nCommand completed successfully.\n',
    ],
    [
      'dnscmd /zoneprint',
      ';\n;  Zone:    corp.example\n;\n@ 600 A\t10.0.0.1\n_ldap._tcp 600 SRV\t0 100 389\tdc1.corp.example.\n_vlmcs._tcp 3600 SRV\t0 0 1688\tkms-1.corp.example.\n',
    ],
  ])('%s', (_, text) => {
    const { scenario } = imported(text);
    expect([...scenario.parameters.hosts.keys()]).toEqual(['kms-1']);
    expect([...scenario.parameters.zones.keys()]).toEqual(['corp.example']);
  });
});
