import { describe, expect, test } from 'vitest';
import { loadScenario, simulate } from '../../../src/library/vasim.ts';
import { officeProduct } from '../../../src/scenario/import/systems/office-products.ts';
import { imported } from './imported.ts';

const WINDOWS = '55c92734-d682-4d71-983e-d6ec3f16059f';
const OFFICE = '0ff1ce15-a989-479d-af46-f275c6370663';
const HEADER =
  '"FullyQualifiedDomainName","ProductName","ProductDescription","LicenseFamily","ProductKeyType","PartialProductKey","KmsHost","KmsPort","ApplicationId"\n';

/** A row of VAMT's PowerShell export for Windows 10. */
const windows = (name: string) =>
  `"${name}.corp.example","Windows 10 Enterprise","Windows(R) Operating System, VOLUME_KMSCLIENT channel","Enterprise","Volume:GVLK","XXXXX","","","${WINDOWS}"\n`;
const office = (name: string, number: number, { key = 'Volume:GVLK', host = '' } = {}) =>
  `"${name}.corp.example","Office ${number}, Office${number}ProPlusVL_KMS_Client edition","Office ${number}, VOLUME_${key === 'Volume:GVLK' ? 'KMSCLIENT' : 'MAK'} channel","ProPlus","${key}","YYYYY","${host}","${host === '' ? '' : '1688'}","${OFFICE}"\n`;

describe('Office in lists of products', () => {
  test.each([
    ['Office 14, OfficeProPlus-VL_KMS_Client edition', 2010],
    ['Office 15, OfficeProPlusVL_KMS_Client edition', 2013],
    ['Office 16, Office16ProPlusVL_KMS_Client edition', 2016],
    ['Office 19, Office19ProPlus2019VL_KMS_Client_AE edition', 2019],
    ['Office 21, Office21ProPlus2021VL_KMS_Client_AE edition', 2021],
    ['Office 24, Office24ProPlus2024VL_KMS_Client_AE edition', 2024],
    ['Microsoft Office Professional Plus 2016', 2016],
    ['Office 12, something older', null],
    ['Another product 2016', null],
  ])('%s is %s', (name, version) => {
    expect(officeProduct([name], '').version).toBe(version);
  });

  test('is installed on their computers, the newest of several, with a host that has its key', () => {
    const names = ['PC1', 'PC2', 'PC3', 'PC4', 'PC5', 'PC6'];
    const text = `${HEADER}${names.map(windows).join('')}${names.map((name) => office(name, 16)).join('')}${office('PC6', 19)}`;
    const result = imported(text);
    const { groups, hosts, keys } = result.scenario.parameters;
    expect([...groups.values()].map(({ office: version, names: own }) => [version, own])).toEqual([
      [2016, ['PC1', 'PC2', 'PC3', 'PC4', 'PC5']],
      [2019, ['PC6']],
    ]);
    const [host] = hosts.values();
    expect(host.officeKeys.map((key) => keys.get(key)?.group)).toEqual(['office-2016', 'office-2019']);
    expect(result.text).toContain('# COMPLETE: no file says its keys of Office');
    const { figures } = simulate(loadScenario(result.text));
    expect(figures.office).toMatchObject({ total: 6, everLicensed: 6 });
  });

  test('asks the KMS host that is set by hand for it', () => {
    const text = `${HEADER}${windows('PC1')}${office('PC1', 16, { host: 'kms-9.corp.example' })}`;
    const [group] = imported(text).scenario.parameters.groups.values();
    expect(group).toMatchObject({ office: 2016, officeHost: 'kms-9', host: null });
  });

  test('with a MAK, or of a version that is not known, is counted in a note', () => {
    const text = `${HEADER}${windows('PC1')}${windows('PC2')}${office('PC1', 16, { key: 'Volume:MAK' })}${office('PC2', 12)}`;
    const { scenario, report } = imported(text);
    expect([...scenario.parameters.groups.values()].map(({ office: version }) => version)).toEqual([null]);
    expect(report.notes).toEqual(
      expect.arrayContaining([
        '1 product of Office has another key than that of a KMS client: not in the scenario.',
        'Of 1 product other than Windows no version of Office is recognized: not in the scenario.',
      ]),
    );
  });

  test('of a VAMT list as XML is told from the Windows of its computer', () => {
    const product = (application: string, name: string) =>
      `<Product><Sku Name="${name}" ApplicationId="${application}" Description="${name}, VOLUME_KMSCLIENT channel"/></Product>`;
    const text = `<SoftwareLicensingData><Computers><Computer Name="PC1" OSVersion="10.0.19045" OSEdition="Windows 10 Enterprise"><Products>${product(OFFICE, 'Office 15, OfficeProPlusVL_KMS_Client edition')}${product(WINDOWS, 'Windows 10 Enterprise')}</Products></Computer></Computers></SoftwareLicensingData>`;
    const [group] = imported(text, {}, 'lab.cilx').scenario.parameters.groups.values();
    expect(group).toMatchObject({ os: 'windows-10-enterprise', office: 2013, names: ['PC1'] });
  });
});
