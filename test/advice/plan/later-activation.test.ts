import { describe, expect, it } from 'vitest';
import { Design } from '../../../src/advice/design/design.ts';
import { makePlan, type Plan } from '../../../src/advice/plan/plan.ts';
import { type WorksheetName, worksheet } from '../../../src/advice/plan/worksheets.ts';
import type { Scenario } from '../../../src/scenario/scenario.ts';
import { settings, shipped } from '../../scenarios/shipped.ts';

const planOf = ({ title, parameters }: Scenario): Plan => makePlan(title, new Design(parameters), []);
const rowsOf = (plan: Plan, name: WorksheetName) => worksheet(name, plan).rows.map((row) => row.join(','));

describe('the plan of an estate with Active Directory (scenario 26)', () => {
  const plan = planOf(shipped('26-active-directory'));

  it('has the members in a row of their own, and says that those left are too few', () => {
    expect(rowsOf(plan, 'table-2.csv')).toEqual([
      'total,80',
      'kms-core,0',
      'mak-disconnected,0',
      'kms-isolated,0',
      'mak-isolated,0',
      'lab-none,0',
      'active-directory,60',
      'remaining,20',
    ]);
    expect(plan.table2.remaining[0].reason).toBe(
      'too few computers that count: at most 20, and 25 are needed',
    );
  });

  it('orders an activation of the key for the object, and the generation that both need', () => {
    expect(rowsOf(plan, 'keys.csv')).toEqual(['corp-kms,kms,server-2012-r2,server-2012-r2,1,2,60,2']);
  });

  it('says by generation what leaves for Microsoft, and what never does', () => {
    const { leaves, never } = plan.disclosure;
    expect(leaves.map((line) => line.split(':')[0])).toEqual([
      'each activation of a KMS host (Windows 8.1, Server 2012 R2 and later)',
      'each activation object of Active Directory (Windows 8.1, Server 2012 R2 and later)',
    ]);
    for (const item of ['the product key (hashed)', 'hardware hash', 'region and language'])
      expect(leaves[0]).toContain(item);
    expect(never).toContain(
      'anything of the computers that Active Directory activates: they talk to domain controllers only',
    );
    expect(plan.laterEvents?.map(({ id }) => id)).toEqual([8198]);
  });

  it('counts members as KMS clients as long as there is no object', () => {
    const without = planOf(shipped('26-active-directory', settings('domains.corp.objects=null')));
    expect(rowsOf(without, 'table-2.csv')).toContain('kms-core,80');
    expect(without.laterEvents).toBeUndefined();
  });
});

it('the plan of guests with AVMA (scenario 27) has a row for them, their events, and no host', () => {
  const plan = planOf(shipped('27-guests-of-a-cluster'));
  expect(rowsOf(plan, 'table-2.csv')).toContain('avma,30');
  expect(plan.laterEvents?.map(({ id }) => id)).toEqual([12310, 12309]);
  expect(plan.table1[0].design).toBe('3 on MAK by telephone; 30 on AVMA');
  expect(plan.disclosure.never).toContain(
    'anything of the virtual machines that their Hyper-V hosts activate',
  );
});
