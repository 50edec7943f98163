import { describe, expect, it } from 'vitest';
import { BRANCH, explained } from './explained.ts';

/** Windows 10 has no grace: its machines begin in Notification, all in minute 0. */
const TENS = `${BRANCH}  tens: { count: 10, os: windows-10-enterprise, network: core }
`;
/** A host that serves them: the count reaches 25 with the 25th machine of minute 0. */
const SERVED = TENS.replace('group: server-c', 'group: server-2016').replace(
  'os: server-2008-standard',
  'os: server-2016-standard',
);

describe('machines of a system without a grace', () => {
  it('that are never licensed are told of as not licensed, and what licenses them helps', async () => {
    const { sentence, remedies } = await explained(TENS, 'tens');
    expect(sentence).toMatch(/^10 of 10 machines of `tens` are not licensed, .* because `kms-1` refused it/);
    const later = remedies.find(({ what }) => what.startsWith('kms-1 on a later system'));
    expect(later).toMatchObject({ helps: true, outcome: '10 of 10 Licensed, as wanted' });
  });

  it('that lapse later are helped by what keeps their license, though they begin in Notification', async () => {
    const lost = `${SERVED.replace(/ {2}(desks|clerks): .*\n/g, '').replace('count: 10', 'count: 30')}timeline:
  - { at: 10 d, down: kms-1 }
`;
    const { chain, causes } = await explained(lost, 'tens');
    // The last renewal is on day 7 or later, the license lasts 180 days, the grace after it 30.
    const end = chain.find(({ event }) => event.startsWith('now in Notification'));
    expect(end?.minute).toBeGreaterThanOrEqual(217 * 1440);
    expect(causes.map(({ path }) => path)).toEqual(['timeline.0']);
  });

  it('that waited for the count are told of when nothing worse happened', async () => {
    const { sentence } = await explained(
      SERVED.replace(/ {2}(desks|clerks): .*\n/g, '').replace('count: 10', 'count: 30'),
    );
    expect(sentence).toMatch(/^`tens-0001` has been Licensed since .*, and was in Notification from/);
  });

  it('are rearmed into Notification, which the chain says, with the contacts that failed before', async () => {
    const rearmed = `${SERVED.replace(/ {2}(desks|clerks): .*\n/g, '')
      .replace('count: 10', 'count: 30')
      .replace('enterprise, network: core', 'enterprise, network: core, rearm: at-expiry')}timeline:
  - { at: 10 d, down: kms-1 }
`;
    const { sentence, chain } = await explained(rearmed, 'tens-0001');
    expect(sentence).toMatch(/^`tens-0001` has been in Notification since .* because it reached no KMS host/);
    const last = chain.at(-1);
    expect(last?.event).toBe('rearmed');
    expect(last?.because).toContain('no grace period: Notification until it is activated');
  });

  it('are proposed hosts that can serve them, with a key that does', async () => {
    const alone = TENS.replace(/ {2}(desks|clerks): .*\n/g, '');
    const { remedies } = await explained(alone, 'tens');
    const more = remedies.find(({ what }) => what === 'one more KMS host in core');
    expect(more?.set).toEqual([
      'keys.new-kms-key={ type: kms, group: server-2016 }',
      'hosts.kms-more={ network: core, os: server-2016-standard, key: new-kms-key }',
    ]);
    const apart = alone
      .replace('wan: { from: site, to: core', 'wan: { from: core, to: site')
      .replace(
        'tens: { count: 10, os: windows-10-enterprise, network: core }',
        'tens: { count: 30, os: windows-10-enterprise, network: site }',
      );
    const own = (await explained(apart, 'tens')).remedies.find(({ what }) => what.includes('of its own'));
    expect(own).toMatchObject({ helps: true });
    expect(own?.set.at(-1)).toContain('os: server-2016-standard, key: new-kms-key, activateBy: telephone');
  });
});
