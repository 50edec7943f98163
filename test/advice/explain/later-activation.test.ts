import { describe, expect, it } from 'vitest';
import { textOf } from '../../scenarios/shipped.ts';
import { explained, pathsOf } from './explained.ts';

const eventsOf = ({ chain }: Awaited<ReturnType<typeof explained>>) => chain.map(({ event }) => event);

describe('why, with Active Directory', () => {
  it('is the activation object, for those whose count it took away', async () => {
    const answer = await explained(textOf('26-active-directory'), 'old-desktops');
    expect(pathsOf(answer.causes)).toEqual(['domains.corp.objects']);
    expect(answer.sentence).toContain('20 of 20 machines of `old-desktops` were in Notification');
    expect(eventsOf(answer)).toContain('corp (windows-8.1) got an activation object');
    const helping = answer.remedies.filter(({ helps }) => helps).map(({ what }) => what);
    expect(helping).toContain('enough computers');
    expect(helping).toContain('MAK by Internet');
  });

  const MEMBERS = `
title: Members
duration: 260 d
networks: { core: { internet: true } }
keys: { late: { type: kms, group: server-2016 } }
domains: { forest: { controllers: [core], objects: { made: { key: late } } } }
machines:
  pc: { count: 2, os: windows-10-pro, network: core, domain: forest }
  alone: { count: 2, os: windows-10-pro, network: core }
`;

  it('is leaving the domain', async () => {
    const answer = await explained(`${MEMBERS}timeline: [{ at: 20 d, leave: pc }]\n`, 'pc-0001');
    expect(answer.sentence).toContain('because it left the domain `forest`, and it found no KMS host');
    expect(pathsOf(answer.causes)).toEqual(['timeline.0']);
    expect(eventsOf(answer)).toContain('not activated any more: now in Notification');
  });

  it('is a domain whose controllers are down', async () => {
    const answer = await explained(`${MEMBERS}timeline: [{ at: 20 d, down: forest }]\n`, 'pc-0001');
    expect(answer.sentence).toContain('because no controller of `forest` answered, and it found no KMS host');
    expect(pathsOf(answer.causes)).toEqual(['timeline.0']);
  });

  it('proposes the domain to those that could be members of it', async () => {
    const answer = await explained(MEMBERS, 'alone');
    expect(answer.remedies).toContainEqual(
      expect.objectContaining({
        what: 'the domain forest',
        set: ['machines.alone.domain=forest'],
        helps: true,
      }),
    );
  });
});

it('why a guest is not activated is its Hyper-V host, and a larger pool for that helps', async () => {
  const answer = await explained(textOf('27-guests-of-a-cluster'), 'guests');
  expect(answer.sentence).toContain('because its Hyper-V host was not activated');
  expect(answer.remedies).toContainEqual(
    expect.objectContaining({ what: 'a larger pool', set: ['keys.node-mak.activations=3'], helps: true }),
  );
});

describe('why, where licenses come from elsewhere', () => {
  const GUESTS = `
title: Guests
duration: 60 d
networks: { core: { internet: true } }
keys: { mak: { type: mak, group: server-2016, activations: 10 } }
machines:
  hv: { count: 1, os: server-2016-datacenter, network: core, method: mak, key: mak }
  guests: { count: 1, os: server-2016-standard, network: core, virtual: true, method: avma, on: hv }
timeline: [{ at: 20 d, retire: hv }]
`;

  it('is the Hyper-V host of a guest, which renewed it, and no domain', async () => {
    const answer = await explained(GUESTS, 'guests-0001');
    expect(answer.sentence).toContain('because its Hyper-V host was not activated');
    expect(answer.sentence).not.toContain('controller');
    expect(eventsOf(answer)).toContain('renewed 2 times by its Hyper-V host');
    const lapse = answer.chain.find(({ event }) => event === 'now in OOTGrace');
    expect(lapse).toMatchObject({
      because: '7 d without a renewal',
      source: 'Automatic Virtual Machine Activation in Windows Server',
    });
  });

  it('is the conversion of a machine that nothing activates any more', async () => {
    const converted = GUESTS.replace('retire: hv', 'convert: guests, method: none');
    const answer = await explained(converted, 'guests-0001');
    expect(answer.sentence).toContain('because it was converted to `none`, so that nothing activates it');
  });
});
