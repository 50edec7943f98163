import { describe, expect, test } from 'vitest';
import { chooseEdition } from '../../../src/scenario/import/systems/assumptions.ts';
import { recognize } from '../../../src/scenario/import/systems/recognize.ts';
import { imported } from './imported.ts';

const recognized = (os: string, servicePack: string | null = '', version = '') => {
  const found = recognize({ os, edition: '', servicePack, version, activationId: '' });
  const chosen = 'reason' in found ? found : chooseEdition(found, new Map());
  return 'reason' in chosen ? chosen.reason : chosen.edition;
};

describe('systems', () => {
  test.each([
    ['Windows Vista™ Enterprise', 'vista-enterprise'],
    ['Microsoft® Windows Vista™ Business N', 'vista-business'],
    ['Windows Vista (TM) Business Service Pack 2', 'vista-business-sp1'],
    ['Windows Vista? Enterprise SP1', 'vista-enterprise-sp1'],
    ['Windows\u00a0Server® 2008 Standard', 'server-2008-standard'],
    ['Windows Server (R) 2008 Enterprise without Hyper-V', 'server-2008-enterprise'],
    ['Windows Server® 2008 Datacenter', 'server-2008-datacenter'],
    ['Windows® Web Server 2008', 'server-2008-web'],
    ['Windows Server 2008 for Itanium-Based Systems', 'server-2008-itanium'],
    ['Microsoft Windows Server 2008 Enterprise for Itanium-based Systems', 'server-2008-itanium'],
    ['Windows Server 2008 R2 Standard', 'server-2008-r2-standard'],
    ['Windows Server 2012 R2 Standard', 'server-2012-r2-standard'],
    ['Windows 7 Enterprise', 'windows-7-enterprise'],
    ['Windows 8.1 Enterprise', 'windows-8.1-enterprise'],
  ])('%s is %s', (os, edition) => {
    expect(recognized(os)).toBe(edition);
  });

  test.each([
    ['', 'no operating system is given'],
    ['Windows Server 2008 R2 Foundation', 'an edition of Windows Server 2008 R2 without volume license'],
    ['Windows Server® 2008 Standard FE', 'a kind of Windows Server 2008 without volume edition here'],
    ['Microsoft Hyper-V Server 2008', 'a kind of Windows Server 2008 without volume edition here'],
    [
      'Windows Server 2008',
      'Windows Server 2008 of unknown edition: say which with `--assume server=server-2008-standard`',
    ],
    ['Windows Vista', 'Windows Vista of unknown edition: say which with `--assume vista=vista-business`'],
    [
      'Microsoft Windows NT Workstation 6.0',
      'Windows Vista of unknown edition: say which with `--assume vista=vista-business`',
    ],
    ['Windows Vista™ Home Premium', 'an edition of Windows Vista without volume license'],
    ['Windows Vista™ Ultimate', 'an edition of Windows Vista without volume license'],
    ['Windows XP Professional', 'a Windows before Vista'],
    ['Windows 2000 Server', 'a Windows before Vista'],
    ['Windows Server® 2003 Enterprise', 'Windows Server 2003'],
    ['Windows 7 Home Premium', 'an edition of Windows 7 without volume license'],
    ['Mac OS X', 'macOS'],
    ['SUSE Linux Enterprise Server', 'no Windows'],
    ['Samba', 'not a system that is recognized'],
  ])('%s is left out: %s', (os, reason) => {
    expect(recognized(os)).toBe(reason);
  });

  test.each([
    ['Service Pack 1', '', 'vista-enterprise-sp1'],
    ['Service Pack 2, v.275', '', 'vista-enterprise-sp1'],
    ['2', '', 'vista-enterprise-sp1'],
    ['', '', 'vista-enterprise'],
    ['0', '6.0 (6000)', 'vista-enterprise'],
    ['', '6.0 (6002)', 'vista-enterprise-sp1'],
    [null, '6.0.6000 N/A Build 6000', 'vista-enterprise'],
    [null, '6001', 'vista-enterprise-sp1'],
    ['Service Pack 1', '6.0 (6000)', 'name, version and service pack of the system disagree'],
    ['Service Pack 1', '6.1 (7601)', 'name, version and service pack of the system disagree'],
    ['beta', '', 'a service pack that is not understood'],
  ])('Vista Enterprise with service pack %j and version %j is %s', (servicePack, version, edition) => {
    expect(recognized('Windows Vista Enterprise', servicePack, version)).toBe(edition);
  });

  test('a server without a year is told by its version', () => {
    const os = 'Windows Server(R), ServerStandard edition';
    expect(recognized(os, null, '6.0.6001')).toBe('server-2008-standard');
    expect(recognized(os, null, '6.1.7600')).toBe('server-2008-r2-standard');
    // Only Windows Server 2008 names its licenses so.
    expect(recognized(os, null)).toBe('server-2008-standard');
    expect(recognized('Windows Server', null)).toBe('not a system that is recognized');
  });
});

describe('Vista of which no service pack is known', () => {
  test.each([
    ['no column says it', 'name,os\nS,Windows Server 2008 Standard\nA,Windows Vista Business\n'],
    [
      'the version says no build',
      'name,os,version\nS,Windows Server 2008 Standard,6.0\nA,Windows Vista Business,6.0\n',
    ],
  ])('is taken for service pack 1, with a note and a mark: %s', (_, file) => {
    const { text, report, scenario } = imported(file);
    expect([...scenario.parameters.groups.values()].map(({ os }) => os)).toEqual([
      'server-2008-standard',
      'vista-business-sp1',
    ]);
    expect(report.notes.join('\n')).toContain(
      'Of 1 computer with Windows Vista no file says the service pack; service pack 1 is assumed.',
    );
    expect(text).toContain(
      '  # COMPLETE: the service pack is not known; 1 is assumed.\n  main-vista-business-sp1:',
    );
  });
});
