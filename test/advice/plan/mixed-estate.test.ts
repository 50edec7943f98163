import { describe, expect, it } from 'vitest';
import { Design } from '../../../src/advice/design/design.ts';
import { makePlan } from '../../../src/advice/plan/plan.ts';
import { warningsOf } from '../../../src/advice/warnings/warnings.ts';
import { scenarioOf } from '../../scenario/in-memory.ts';
import { settings } from '../../scenarios/shipped.ts';

/** An old host for old and new clients; members of a domain; Office on some. */
const MIXED = `
title: Mixed generations
networks: { core: { dns: corp.example, internet: true } }
dns: { corp.example: { network: core } }
keys:
  r2: { type: kms, group: server-2008-r2-c }
  ten: { type: kms, group: windows-10 }
  late: { type: kms, group: server-2019 }
  office: { type: kms, group: office-2010 }
hosts:
  kms-1: { network: core, os: server-2008-r2-standard, key: r2, officeKeys: [office] }
machines:
  old: { count: 40, os: windows-7-enterprise, network: core, office: 2010 }
  new: { count: 30, os: windows-10-enterprise, network: core, install: { at: 10 d } }
  members: { count: 20, os: server-2019-standard, network: core, domain: forest }
domains:
  forest: { controllers: [core], objects: { first: { key: late } } }
`;
const UPDATED =
  'timeline=[{ at: 9 d, update: kms-1, updates: [KB3079821] }, { at: 9 d, rekey: kms-1, key: ten }]';

function planOf(...overrides: string[]) {
  const { title, parameters, resolved } = scenarioOf(MIXED, settings(...overrides));
  const design = new Design(parameters);
  const names = warningsOf({ design, written: resolved }).map(({ name }) => name);
  return { names, plan: makePlan(title, design, []) };
}

describe('the plan of a mixed estate', () => {
  it('names the clients that a host refuses where it serves others', () => {
    const { plan, names } = planOf();
    expect(names).toContain('host-too-old');
    expect(plan.reach[0].reason).toBe(
      '`kms-1`, on Windows Server 2008 R2 Standard, does not serve `new` yet',
    );
  });

  it('has the host as it is when the clients are installed: with the update and the key of the day before', () => {
    const { plan, names } = planOf(UPDATED);
    expect(names).not.toContain('host-too-old');
    expect(plan.reach.map(({ served, reason }) => [served, reason])).toEqual([[true, '']]);
    expect(plan.table2.rows).toMatchObject({ 'kms-core': 70, 'active-directory': 20, remaining: 0 });
    // The update alone is not enough: the key of Server 2008 R2 does not have Windows 10.
    expect(planOf('timeline=[{ at: 9 d, update: kms-1, updates: [KB3079821] }]').names).toContain(
      'key-group-too-low',
    );
    // One day too late: for a day the host refuses the first of them.
    expect(planOf(UPDATED.replaceAll('9 d', '11 d')).names).toContain('host-too-old');
  });

  it('has Office on a host with the update that its pack needs by then', () => {
    const office = (at: string) =>
      planOf(
        'keys.office.group=office-2013',
        'machines.old.office=2013',
        'machines.old.install.at=5 d',
        `timeline=[{ at: ${at}, update: kms-1, updates: [KB2757817] }]`,
      );
    expect(office('6 d').names).toContain('office-without-host');
    expect(office('4 d').names).not.toContain('office-without-host');
    expect(office('4 d').plan.table2.rows).toMatchObject({ 'office-kms': 40, 'office-remaining': 0 });
  });

  it('tells members of a domain from KMS clients in Table 1', () => {
    expect(planOf().plan.table1[0].design).toBe('1 KMS host (kms-1); 70 on KMS; 20 on Active Directory');
  });

  it('says what the activation of a key of Office sends, by its own generation', () => {
    const { leaves } = planOf('keys.r2.group=server-2012-r2').plan.disclosure;
    expect(leaves.map((line) => line.split(':')[0])).toEqual([
      'each activation of a KMS host (Windows 8.1, Server 2012 R2 and later)',
      'each activation of a KMS host with a key of Office (Windows 7, Server 2008 R2, Windows 8 and Server 2012)',
      'each activation object of Active Directory (Windows 8.1, Server 2012 R2 and later)',
    ]);
  });
});
