import { describe, expect, it } from 'vitest';
import { Design } from '../../../src/advice/design/design.ts';
import { makePlan, type Plan } from '../../../src/advice/plan/plan.ts';
import { type WorksheetName, worksheet } from '../../../src/advice/plan/worksheets.ts';
import { loadScenario } from '../../../src/scenario/load.ts';
import type { Scenario } from '../../../src/scenario/scenario.ts';
import { scenarioOf } from '../../scenario/in-memory.ts';
import { FILES, SCENARIO_FOLDER, shipped } from '../../scenarios/shipped.ts';

const planOf = ({ title, parameters }: Scenario): Plan => makePlan(title, new Design(parameters), []);
const rowsOf = (plan: Plan, name: WorksheetName) => worksheet(name, plan).rows.map((row) => row.join(','));

function designOf(file: string, name: string): Scenario {
  const loaded = loadScenario(`${SCENARIO_FOLDER}/${file}.yaml`, FILES);
  const design = loaded.ok ? loaded.designs.get(name) : undefined;
  if (design === undefined) throw new Error(`no design ${name}`);
  return design;
}

describe('the worksheets of the branch offices (scenario 03), worked out by hand', () => {
  const plan = planOf(shipped('03-branch-offices'));

  it('fill in Table 2: the core and site C on the hosts of the core, A on its own, B on MAK', () => {
    expect(rowsOf(plan, 'table-2.csv')).toEqual([
      'total,335',
      'kms-core,280', // 12 + 30 + 220 in the core, 18 in site C
      'mak-disconnected,0',
      'kms-isolated,40',
      'mak-isolated,15',
      'lab-none,0',
      'remaining,0',
    ]);
  });

  it('say of each network and host who finds and reaches whom', () => {
    const served = plan.reach.filter((row) => row.served).map(({ network, host }) => `${network} ${host}`);
    expect(served).toEqual(['core kms-1', 'core kms-2', 'site-a kms-a', 'site-c kms-1', 'site-c kms-2']);
    expect(rowsOf(plan, 'reach.csv')).toContain(
      'site-b,kms-a,no,no,no,site-b has no DNS zone to ask; no link from site-b lets KMS through',
    );
  });

  it('order the lowest groups that serve the clients: server-b for Server 2008 Standard', () => {
    expect(rowsOf(plan, 'keys.csv')).toEqual([
      'corp-kms,kms,server-c,server-b,3,3,60,3',
      'b-mak,mak,client,client,,15,20,17', // 15 and a reserve of 1.5, rounded up
    ]);
  });

  it('call the networks what Table 1 calls them', () => {
    expect(plan.table1.map(({ network, kind, thresholdMet }) => [network, kind, thresholdMet])).toEqual([
      ['core', 'core', true],
      ['site-a', 'isolated', true],
      ['site-b', 'isolated', false],
      ['site-c', 'connected', false],
    ]);
  });

  it('give each host half of the 250 physical computers of core and site C', () => {
    expect(plan.headroom).toEqual([
      { host: 'kms-1', countable: 250, expected: 125, threshold: 25, headroom: 100 },
      { host: 'kms-2', countable: 250, expected: 125, threshold: 25, headroom: 100 },
      { host: 'kms-a', countable: 40, expected: 40, threshold: 25, headroom: 15 },
    ]);
  });

  it('end in one line', () => {
    expect(plan.summary).toBe(
      '335 of 335 computers have an activation method, 3 KMS hosts, 2 keys, 0 warnings',
    );
  });
});

describe('the worksheets of the designs of scenario 20, worked out by hand', () => {
  it('leave sites B and C without a method where each has a host of its own', () => {
    const plan = planOf(designOf('20-branch-designs', 'local-hosts'));
    expect(rowsOf(plan, 'table-2.csv')).toEqual([
      'total,173',
      'kms-core,100',
      'mak-disconnected,0',
      'kms-isolated,40',
      'mak-isolated,0',
      'lab-none,0',
      'remaining,33',
    ]);
    expect(plan.table2.remaining.map(({ group, reason }) => `${group}: ${reason}`)).toEqual([
      'b-desktops: too few computers that count: at most 15, and 25 are needed',
      'c-desktops: too few computers that count: at most 18, and 25 are needed',
    ]);
  });

  it('map everybody where the guide is followed', () => {
    const plan = planOf(designOf('20-branch-designs', 'guide'));
    expect(plan.table2.rows).toMatchObject({
      total: 173,
      'kms-core': 118,
      'kms-isolated': 40,
      'mak-isolated': 15,
      remaining: 0,
    });
    expect(rowsOf(plan, 'keys.csv')).toEqual([
      'corp-kms,kms,server-c,client,2,2,60,2',
      'branch-mak,mak,client,client,,15,40,17',
    ]);
  });
});

describe('the worksheets of an office without a network of the name core', () => {
  const plan = planOf(
    scenarioOf(`
duration: 400 d
networks:
  plant:  { dns: plant.example, internet: true }
  office: { dns: office.example, internet: true }
  lab:    {}
  road:   { internet: true }
links:
  up:   { from: plant, to: office }
  down: { from: office, to: plant, allow: [dns] }
dns:
  plant.example:  { network: plant }
  office.example: { network: office }
keys:
  kms: { type: kms, group: server-a }
  mak: { type: mak, group: client, activations: 10 }
  vip: { type: mak, group: server-b, activations: 4 }
hosts:
  kms-o: { network: office, os: vista-business-sp1, key: kms, publishTo: [office.example, plant.example] }
  kms-p: { network: plant, os: server-2008-standard, key: kms }
machines:
  desks:    { count: 24, os: vista-business-sp1, network: office }
  laptops:  { count: 6, os: vista-business-sp1, network: office, connects: { every: 100 d, for: 2 d } }
  cabins:   { count: 3, os: vista-business-sp1, network: office, connects: { every: 190 d, for: 2 d } }
  robots:   { count: 5, os: server-2008-web, network: plant }
  testers:  { count: 9, os: vista-business-sp1, network: lab, method: none }
  sellers:  { count: 4, os: vista-business-sp1, network: road, method: mak, key: mak, rebuild: { every: 150 d } }
  servers:  { count: 2, os: server-2008-standard, network: office, method: mak, key: vip, by: telephone }
`),
  );

  it('take the network as core whose hosts the most KMS clients can reach', () => {
    expect(plan.core).toBe('office'); // 33 of its own and 5 of the plant, against 5
  });

  it('count each computer once', () => {
    expect(rowsOf(plan, 'table-2.csv')).toEqual([
      'total,53',
      'kms-core,35', // 24 + 6, and the 5 robots on a network that reaches the core: kms-p serves them
      'mak-disconnected,2', // the servers, in the core
      'kms-isolated,0',
      'mak-isolated,4', // the sellers
      'lab-none,9',
      'remaining,3', // the cabins: away for 188 of 190 days
    ]);
  });

  it('serve no servers from a host on Windows Vista', () => {
    expect(plan.reach.find(({ network, host }) => network === 'plant' && host === 'kms-o')).toEqual({
      network: 'plant',
      host: 'kms-o',
      discovers: true,
      reaches: true,
      served: false,
      reason: '`kms-o` is a host on Windows Vista Business SP1, which serves no servers',
    });
  });

  it('count the rebuilds of MAK machines: days 0, 150 and 300', () => {
    expect(rowsOf(plan, 'keys.csv')).toEqual([
      'kms,kms,server-a,server-a,2,2,60,2',
      'mak,mak,client,client,,12,10,14',
      'vip,mak,server-b,server-b,,2,4,3',
    ]);
  });
});

describe('the worksheets of an estate with Office', () => {
  const withOffice = (old: number) => `
networks:
  core: { dns: corp.example, internet: true }
dns:
  corp.example: { network: core }
keys:
  kms: { type: kms, group: server-2016 }
  o16: { type: kms, group: office-2016 }
hosts:
  kms-1: { network: core, os: server-2016-standard, key: kms, officeKeys: [o16] }
machines:
  desks:   { count: 30, os: windows-10-enterprise, network: core }
  writers: { count: ${old}, os: windows-10-enterprise, network: core, office: 2016 }
  newer:   { count: 7, os: windows-10-enterprise, network: core, office: 2024 }
`;

  it('have rows of Office behind those of the guide, which count the same computers again', () => {
    const plan = planOf(scenarioOf(withOffice(5)));
    expect(rowsOf(plan, 'table-2.csv').slice(-4)).toEqual([
      'remaining,0',
      'office-total,12',
      'office-kms,5',
      'office-remaining,7',
    ]);
    expect(plan.table2.officeRemaining).toEqual([
      {
        group: 'newer',
        computers: 7,
        reason: 'no KMS host that it asks has a key of Office LTSC 2024 on a system that takes it',
      },
    ]);
  });

  it('say that four of Office are too few, whatever number of computers has Windows', () => {
    const { officeRemaining } = planOf(scenarioOf(withOffice(4))).table2;
    expect(officeRemaining[0]).toEqual({
      group: 'writers',
      computers: 4,
      reason: 'Office of at most 4 computers can count at a host, and 5 are needed',
    });
  });
});
