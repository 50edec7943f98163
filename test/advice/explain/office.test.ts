import { describe, expect, it } from 'vitest';
import { BRANCH, explained } from './explained.ts';

describe('an explanation of an estate with Office', () => {
  const OFFICE = (count: number) => `${BRANCH.replace(
    'key: corp-kms }',
    'key: corp-kms, officeKeys: [office] }',
  )
    .replace('  corp-kms:', '  office: { type: kms, group: office-2010 }\n  corp-kms:')
    .replace(
      'os: server-2008-standard',
      'os: server-2008-r2-standard',
    )}  writers: { count: ${count}, os: vista-business-sp1, network: core, office: 2010 }
`;

  it('says what is wrong with Office, which has a count of its own', async () => {
    const { office } = await explained(OFFICE(4));
    expect(office).toMatch(
      /^Office was licensed on 0 of 4 machines, and reached Notification on 4 .*: a KMS host has a count of Office apart from that of Windows, which must reach 5$/,
    );
    expect((await explained(OFFICE(5))).office).toBeNull();
    expect((await explained(BRANCH)).office).toBeNull();
  });
});
