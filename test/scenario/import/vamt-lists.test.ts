import { describe, expect, test } from 'vitest';
import { importEstate } from '../../../src/scenario/import/import-estate.ts';
import { refused, utf8, utf16 } from './imported.ts';

const WINDOWS = '55c92734-d682-4d71-983e-d6ec3f16059f';
const OFFICE = '59a52881-a989-479d-af46-f275c6370663';
const CLIENT = 'Windows Operating System - Vista, VOLUME_KMSCLIENT channel';

const product = (sku: string, application: string, description: string, more = '') =>
  `<Product><Sku Id="${sku}" Name="" ApplicationId="${application}" Description="${description}"/>${more}</Product>`;
const list = (...computers: string[]) =>
  `<?xml version="1.0" encoding="utf-16"?>\r\n<SoftwareLicensingData Version="2.0"><Computers>${computers.join('\r\n')}</Computers></SoftwareLicensingData>`;
const computer = (attributes: string, ...products: string[]) =>
  `<Computer ${attributes}><MacAddresses><MacAddress>0</MacAddress></MacAddresses><Products>${products.join('')}</Products></Computer>`;

/** The lines of the machine groups; the methods of MAK machines need not be in the model yet. */
function machinesOf(file: string | Uint8Array) {
  const result = importEstate([{ name: 'lab.cilx', bytes: typeof file === 'string' ? utf8(file) : file }]);
  if (!result.ok) throw new Error(JSON.stringify(result.errors));
  return { ...result, machines: result.scenario.split('\nmachines:\n')[1].split('\n\n')[0] };
}

describe('computer lists of VAMT', () => {
  test('KMS clients, MAK computers, KMS hosts and retail keys, in UTF-16', () => {
    const file = list(
      computer(
        'Name="K1" OSVersion="6.0.6001" OSEdition="Windows Vista Enterprise"',
        product('x', WINDOWS, CLIENT),
      ),
      computer(
        'Name="M1" OSVersion="6.0.6000" OSEdition="Windows Vista Enterprise"',
        product('o', OFFICE, 'Office 14, VOLUME_KMSCLIENT channel'),
        product('m', WINDOWS, 'Windows Operating System - Vista, VOLUME_MAK channel'),
      ),
      computer(
        'Name="H1" OSVersion="6.0.6001" OSEdition="Windows Server 2008 Standard"',
        product('h', WINDOWS, 'Windows Operating System - Windows Server(R), VOLUME_KMS_B channel'),
      ),
      computer(
        'Name="R1" OSVersion="6.0.6001" OSEdition="Windows Vista Business"',
        product('r', WINDOWS, 'RETAIL channel'),
      ),
    );
    const { scenario, machines, report } = machinesOf(utf16(file));
    expect(machines).toContain(
      'main-vista-enterprise-sp1:\n    os: vista-enterprise-sp1\n    network: main\n    names:\n      - K1',
    );
    expect(machines).toContain(
      'main-vista-enterprise-mak-office-2010:\n    os: vista-enterprise\n    network: main\n    method: mak\n    key: mak-client\n    office: 2010',
    );
    expect(scenario).toContain('mak-client: { type: mak, group: client, activations: 1 }');
    expect(report.leftOut.map(({ reason, examples }) => `${reason}: ${examples}`)).toEqual([
      'a KMS host: it is declared among `hosts`: H1',
      'its product key is no volume license key (retail or OEM): R1',
    ]);
  });

  test('without personal data machines are named after their groups', () => {
    const file = list(
      computer('Id="1"', product('{CFD8FF08-C0D7-452B-9F60-EF5C70C32094}', WINDOWS, CLIENT)),
      computer('Id="2" Name=""', product('cfd8ff08-c0d7-452b-9f60-ef5c70c32094', WINDOWS, CLIENT)),
      computer('Id="3"', product('ad2542d4-9154-4c6d-8a44-30f11ee96989', WINDOWS, CLIENT)),
      computer('Id="4"', product('unknown', WINDOWS, CLIENT)),
    );
    const { machines, report } = machinesOf(file);
    expect(machines).toContain(
      '  # COMPLETE: the service pack is not known; 1 is assumed.\n  main-vista-enterprise-sp1:\n    count: 2',
    );
    expect(machines).toContain('main-server-2008-standard:\n    count: 1');
    expect(machines).not.toContain('names');
    expect(report).toMatchObject({ machines: 3, leftOut: [{ count: 1 }] });
    expect(report.notes.join('\n')).toMatch(/Of 4 computers the list has no name/);
  });

  test('products that stand by themselves, with elements in place of attributes', () => {
    const file = `<Products xmlns="urn:vamt"><ActiveProduct><FullyQualifiedDomainName>m1.lab.example</FullyQualifiedDomainName>
      <ProductName>Windows(TM) Vista, Business edition</ProductName><OSVersion>6.0.6002</OSVersion>
      <ProductKeyType>Volume:MAK</ProductKeyType></ActiveProduct></Products>`;
    expect(machinesOf(file).machines).toContain(
      'vista-business-sp1\n    network: main\n    method: mak\n    key: mak-client\n    names:\n      - m1',
    );
  });

  test.each([
    [
      'a document type',
      '<!DOCTYPE a [<!ENTITY b "c">]><a/>',
      /^1:\d+ a document type \(DOCTYPE\) is not accepted/,
    ],
    ['an entity of its own', list(computer('Name="&b;"')), /^2:\d+ .*entity/],
    ['a damaged end', list(computer('Name="A"')).replace('</Computers>', ''), /^2:\d+ unexpected close tag/],
    ['an end that is missing', '<a>\n<b>', /^2:\d+ unclosed tag/],
    ['other XML', '<html/>', /^1:1 no computers are in this XML .*`html`/],
    ['too deep nesting', '<a>'.repeat(40), /^1:\d+ more than 32 elements/],
    ['a text without end', list(computer(`Name="${'A'.repeat(5000)}"`)), /more than 4096 characters/],
  ])('%s is refused', (_, file, message) => {
    expect(refused(file)).toEqual([expect.stringMatching(message)]);
  });

  test('columns cannot be mapped in XML', () => {
    expect(refused(list(), { a: 'name' })[0]).toContain('--map is for tables');
  });
});
