import { describe, expect, test } from 'vitest';
import { improvementForTerminal } from '../../../src/advice/improve/text/improvement-text.ts';
import { chosenDesign, outcome, searchHere, shipped } from './search-in-process.ts';

const SMALL_CORE = `
duration: 60 d
networks:
  core: { dns: corp.example, internet: true }
  vault: { internet: true }
dns: { corp.example: { network: core } }
keys: { corp-kms: { type: kms, group: server-c } }
hosts: { kms-1: { network: core, os: server-2008-standard, key: corp-kms } }
machines:
  pcs: { count: 30, os: vista-enterprise-sp1, network: core }
  vault-pcs: { count: 4, os: vista-business-sp1, network: vault }
cost: { host: 1, makActivation: 50 }
expect:
  - { figure: groups.vault-pcs.everNotification, is: 4 }
`;

describe('the search for a better design', () => {
  test('finds the answer of the guide for its branch offices: a host in A, MAK in B, the host of the core for C', async () => {
    // A year of the lesson's two, in which all machines are installed, a smaller core, and fewer attempts: a third of the work.
    const text = shipped('20-branch-designs')
      .replace('duration: 730 d', 'duration: 365 d\npolicy: { activationInterval: 12 h }')
      .replace('core-desktops: { count: 100', 'core-desktops: { count: 30');
    expect(text).toMatch(/12 h.*core-desktops: \{ count: 30,/s);
    const { improvement } = await searchHere(text, { risk: 0.1 });
    expect(improvement.chosen?.candidate.words).toEqual([
      'a KMS host on site-a, with the zone site-a.example',
      'b-desktops on MAK by Internet',
    ]);
    const design = chosenDesign(text, improvement);
    expect(outcome(design, 0)).toMatchObject({ notified: false, measure: 950 });
    const { evidence } = improvement.chosen!;
    expect(evidence!.failures).toBe(0);
    expect(evidence!.count).toBeLessThan(200);
    const asItIs = improvement.tried.find(({ candidate }) => candidate.words.length === 0);
    expect(asItIs).toMatchObject({ verdict: 'too-risky' });
    // A clear loser, dropped long before the 300 that it might have.
    expect(asItIs!.evidence!.count).toBeLessThanOrEqual(30);
  });

  test('opens no link to an isolated network, but if it may', async () => {
    const { improvement: closed } = await searchHere(SMALL_CORE);
    expect(closed.chosen?.candidate.words).toEqual(['vault-pcs on MAK by Internet']);
    const { improvement: open } = await searchHere(SMALL_CORE, { newLinks: true });
    expect(open.patch).toMatchObject({
      links: { 'vault-core': { from: 'vault', to: 'core', allow: ['kms', 'dns'] } },
      networks: { vault: { dns: 'corp.example' } },
    });
  });

  test('replaces expectations that the design as it is has of itself', async () => {
    const { improvement } = await searchHere(SMALL_CORE);
    expect(improvement.patch?.expect).toEqual([{ figure: 'machines.everNotification', is: 0 }]);
  });

  test('never gives a core network with enough computers MAKs instead of its host, however cheap', async () => {
    const { improvement } = await searchHere(SMALL_CORE.replace('host: 1, makActivation: 50', 'host: 5000'));
    expect(improvement.chosen?.candidate.words).toEqual(['vault-pcs on MAK by Internet']);
    expect(improvement.makInCore).toBe(false);
  });

  test('proposes nothing where the design as it is is proved and nothing is cheaper', async () => {
    const { improvement, runs } = await searchHere(
      SMALL_CORE.replace(/ {2}vault.*\n/g, '').replace(/expect:[\s\S]*/, ''),
    );
    expect(improvement.chosen?.candidate.words).toEqual([]);
    expect(improvement.patch).toEqual({});
    // Nothing is random in it: one replication says everything.
    expect(runs).toBe(1);
  });

  test('tries the options of each network alone where all combinations are too many', async () => {
    const sites = ['s1', 's2', 's3', 's4', 's5', 's6', 's7'];
    const each = (line: (site: string) => string) => sites.map(line).join('\n');
    const text = `
duration: 60 d
policy: { activationInterval: 12 h }
networks:
  core: { dns: corp.example, internet: true }
${each((site) => `  ${site}: { dns: corp.example, internet: true }`)}
links:
${each((site) => `  line-${site}: { from: ${site}, to: core }`)}
dns: { corp.example: { network: core } }
keys: { corp-kms: { type: kms, group: server-c } }
hosts: { kms-1: { network: core, os: server-2008-standard, key: corp-kms } }
machines:
  pcs: { count: 30, os: vista-enterprise-sp1, network: core }
${each((site) => `  pcs-${site}: { count: ${site === 's2' ? 27 : 4}, os: vista-business-sp1, network: ${site} }`)}
  far-s1: { count: 23, os: vista-business-sp1, network: s1, virtual: true }
  far-s7: { count: 22, os: vista-business-sp1, network: s7 }
timeline:
  - { at: 0 d, for: 40 d, down: line-s2 }
  - { at: 0 d, for: 40 d, down: line-s5 }
cost: { host: 150, makActivation: 10, call: 5, notificationDay: 20 }
`;
    const { improvement } = await searchHere(text);
    expect(improvement.combinations).toBeGreaterThan(2000);
    expect(improvement.complete).toBe(false);
    expect(improvement.dropped).toContain('s5: as it is');
    expect(improvement.chosen?.candidate.words).toEqual([
      'a KMS host on s2, with the zone s2.example',
      'pcs-s5 on MAK by Internet',
    ]);
  });
});

describe('of systems without a grace, which begin in Notification', () => {
  const LATER = `
duration: 60 d
networks: { core: { dns: c.example, internet: true }, site: { internet: true } }
dns: { c.example: { network: core } }
keys: { late: { type: kms, group: server-2016 } }
hosts: { kms-1: { network: core, os: server-2016-standard, key: late } }
machines:
  desks: { count: 40, os: windows-10-pro, network: core }
  site-pcs: { count: 30, os: windows-10-pro, network: site }
cost: { host: 10, makActivation: 50 }
expect: [{ figure: machines.everNotification, is: 54 }]
`;

  test('the wait for the first license is no risk, so that a KMS host is chosen', async () => {
    const { improvement } = await searchHere(LATER);
    expect(improvement.chosen?.candidate.words[0]).toMatch(/^a KMS host on site/);
    expect(improvement.makInCore).toBe(false);
    expect(improvement.patch?.expect).toEqual([{ figure: 'machines.notificationBeyondWait', is: 0 }]);
    const page = improvementForTerminal({ title: 'Later', improvement, name: 'improved', block: null });
    expect(page.join('\n')).toContain('no machine comes to Notification but to wait for its first license');
    expect(page.join('\n')).toContain('Such a wait does not count if the license follows within 7 days.');
  });
});
