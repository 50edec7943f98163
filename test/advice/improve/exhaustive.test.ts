import { describe, expect, test } from 'vitest';
import { Design } from '../../../src/advice/design/design.ts';
import { warningsOf } from '../../../src/advice/warnings/warnings.ts';
import type { Scenario } from '../../../src/scenario/scenario.ts';
import { cheapestByHand, chosenDesign, outcome, searchHere } from './search-in-process.ts';

/** Branch offices over lines that are down for 20 days at a time: a new computer has 30. */
const OFFICES = `
duration: 100 d
networks:
  core: { dns: corp.example, internet: true }
  east: { dns: corp.example, internet: true }
  west: { dns: corp.example }
links:
  line-e: { from: east, to: core }
  line-w: { from: west, to: core }
dns: { corp.example: { network: core } }
keys: { corp-kms: { type: kms, group: server-c } }
hosts: { kms-1: { network: core, os: server-2008-standard, key: corp-kms } }
machines:
  core-pcs: { count: 30, os: vista-enterprise-sp1, network: core }
  east-pcs: { count: 28, os: vista-business-sp1, network: east, install: { over: 20 d } }
  west-pcs: { count: 6, os: vista-business-sp1, network: west, install: { over: 60 d } }
failures:
  line-e: { every: 20 d, for: 20 d }
  line-w: { every: 20 d, for: 1 d }
cost: { host: HOST, makActivation: MAK, call: 5, notificationDay: 10 }
`;

const EAST = {
  stay: '{}',
  own: 'networks: { east: { dns: e.example } }, dns: { e.example: { network: east } }, hosts: { kms-e: { network: east, os: server-2008-standard, key: corp-kms } }',
  mak: 'keys: { m: { type: mak, group: client, activations: 200 } }, machines: { east-pcs: { method: mak, key: m } }',
};
const WEST_MAK =
  'keys: { m: { type: mak, group: client, activations: 200 } }, machines: { west-pcs: { method: mak, key: m, by: telephone } }';
const BOTH_MAK =
  'keys: { m: { type: mak, group: client, activations: 200 } }, machines: { east-pcs: { method: mak, key: m }, west-pcs: { method: mak, key: m, by: telephone } }';
const BY_HAND = [
  EAST.stay,
  `{ ${EAST.own} }`,
  `{ ${EAST.mak} }`,
  `{ ${WEST_MAK} }`,
  `{ ${BOTH_MAK} }`,
  `{ ${EAST.own}, keys: { m: { type: mak, group: client, activations: 200 } }, machines: { west-pcs: { method: mak, key: m, by: telephone } } }`,
];

/** Two hosts that share 40 computers. */
const TWO_HOSTS = `
duration: 60 d
networks: { core: { dns: corp.example, internet: true } }
dns: { corp.example: { network: core } }
keys: { corp-kms: { type: kms, group: server-c } }
hosts:
  kms-1: { network: core, os: server-2008-standard, key: corp-kms }
  kms-2: { network: core, os: server-2008-standard, key: corp-kms }
machines:
  pcs: { count: 40, os: vista-enterprise-sp1, network: core, install: { over: 5 d, order: random } }
`;

/** A key that is too low, a host that cannot be activated, a MAK pool that is too small. */
const BROKEN = `
duration: 90 d
networks:
  core: { dns: corp.example }
  lab: { internet: true }
dns: { corp.example: { network: core } }
keys:
  low: { type: kms, group: client }
  small: { type: mak, group: client, activations: 2 }
hosts: { kms-1: { network: core, os: vista-enterprise, key: low } }
machines:
  pcs: { count: 30, os: vista-enterprise-sp1, network: core }
  servers: { count: 6, os: server-2008-standard, network: core }
  lab-pcs: { count: 5, os: vista-business-sp1, network: lab, method: mak, key: small }
cost: { host: 100, makActivation: 8, call: 3, notificationDay: 1 }
`;

const mean = (scenario: Scenario, replications: number) => {
  let sum = 0;
  for (let replication = 0; replication < replications; replication += 1)
    sum += outcome(scenario, replication).measure;
  return sum / replications;
};

const rulesBroken = ({ parameters, resolved }: Scenario) =>
  warningsOf({ design: new Design(parameters), written: resolved })
    .map(({ name }) => name)
    .filter(
      (name) => !['single-host', 'short-horizon', 'count-spread-thin', 'count-will-sink'].includes(name),
    );

describe('the search for a better design finds what all designs together show', () => {
  test.each([
    { host: 100, mak: 10, words: ['a KMS host on east, with the zone east.example'] },
    { host: 400, mak: 10, words: ['east-pcs on MAK by Internet'] },
  ])('where a host costs $host and an activation $mak', async ({ host, mak, words }) => {
    const text = OFFICES.replace('HOST', String(host)).replace('MAK', String(mak));
    const { improvement } = await searchHere(text);
    expect(improvement.chosen?.candidate.words).toEqual(words);
    const design = chosenDesign(text, improvement);
    expect(mean(design, 20)).toBeLessThanOrEqual(cheapestByHand(text, BY_HAND, 40) + 0.01);
    expect(rulesBroken(design)).toEqual([]);
  });

  test('of two hosts that share too few computers, without prices: one host', async () => {
    const { improvement } = await searchHere(TWO_HOSTS);
    const design = chosenDesign(TWO_HOSTS, improvement);
    expect(design.parameters.hosts.size).toBe(1);
    const byHand = ['{}', '{ hosts: { kms-1: null } }', '{ hosts: { kms-2: null } }'];
    expect(mean(design, 5)).toBe(cheapestByHand(TWO_HOSTS, byHand, 60));
  });

  test('of a design that is dead on paper: repaired, with the least inclusive key', async () => {
    const { improvement } = await searchHere(BROKEN);
    const design = chosenDesign(BROKEN, improvement);
    expect(improvement.patch).toMatchObject({
      hosts: { 'kms-1': { os: 'server-2008-standard', activateBy: 'telephone' } },
      keys: { low: { group: 'server-b' }, small: { activations: 6 } },
    });
    const groups = ['client', 'server-a', 'server-b', 'server-c'];
    const byHand = groups.flatMap((group) =>
      ['internet', 'telephone'].map(
        (by) =>
          `{ keys: { low: { group: ${group} }, small: { activations: 9 } }, hosts: { kms-1: { os: server-2008-standard, activateBy: ${by} } } }`,
      ),
    );
    expect(mean(design, 1)).toBe(cheapestByHand(BROKEN, byHand, 1));
    expect(rulesBroken(design)).toEqual([]);
  });
});
