import { describe, expect, test } from 'vitest';
import { recognize } from '../../../src/scenario/import/recognize.ts';
import { groupsOf, imported, refused } from './imported.ts';

const recognized = (os: string, servicePack: string | null = '', version = '') => {
  const rest = { line: 1, name: 'A', site: '', virtual: null, method: 'kms', refusal: null } as const;
  return Object.values(recognize({ ...rest, os, servicePack, version })).join('');
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
  ])('%s is %s', (os, edition) => {
    expect(recognized(os)).toBe(edition);
  });

  test.each([
    ['', 'no operating system is given'],
    ['Windows Server 2008 R2 Standard', 'Windows Server 2008 R2'],
    ['Windows Server® 2008 Standard FE', 'a kind of Windows Server 2008 without volume edition here'],
    ['Microsoft Hyper-V Server 2008', 'a kind of Windows Server 2008 without volume edition here'],
    ['Windows Server 2008', 'the name of the system tells no edition'],
    ['Windows Vista', 'the name of the system tells no edition'],
    ['Microsoft Windows NT Workstation 6.0', 'the name of the system tells no edition'],
    ['Windows Vista™ Home Premium', 'an edition of Windows Vista without volume license'],
    ['Windows Vista™ Ultimate', 'an edition of Windows Vista without volume license'],
    ['Windows XP Professional', 'a Windows before Vista'],
    ['Windows 2000 Server', 'a Windows before Vista'],
    ['Windows Server® 2003 Enterprise', 'Windows Server 2003'],
    ['Windows Server 2012 R2 Standard', 'a Windows Server after 2008'],
    ['Windows 7 Enterprise', 'a Windows after Vista'],
    ['Windows 8.1 Enterprise', 'a Windows after Vista'],
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
    expect(recognized(os, null, '6.1.7600')).toBe('Windows Server 2008 R2');
    expect(recognized(os, null)).toBe('not a system that is recognized');
  });
});

describe('Vista of which no service pack is known', () => {
  test('is refused when no column could tell it', () => {
    expect(refused('name,os\nS,Windows Server 2008 Standard\nA,Windows Vista Business\n')[0]).toMatch(
      /^3:1 .*before service pack 1.*--map "COLUMN=service-pack"/,
    );
  });

  test('is left out when the version tells no build', () => {
    const result = imported(
      'name,os,version\nS,Windows Server 2008 Standard,6.0\nA,Windows Vista Business,6.0\n',
    );
    expect(Object.keys(groupsOf(result))).toEqual(['main-server-2008-standard']);
    expect(result.report.leftOut).toEqual([
      { reason: 'Windows Vista, neither service pack nor build is given', count: 1, examples: ['A'] },
    ]);
  });
});
