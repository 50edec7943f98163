import { describe, expect, test } from 'vitest';
import { days } from '../estate.ts';
import { minutesOf } from '../queries.ts';
import {
  booksOf,
  byProxy,
  changes,
  convert,
  down,
  KMS_KEY,
  messagesOf,
  pool,
  rebuild,
  retire,
  runMak,
  VAMT,
} from './sketches.ts';

const PC = { method: byProxy() };
const at = (minute: number) => ({ at: minute, over: 0, order: 'even' }) as const;

describe('a VAMT by telephone', () => {
  const vamts = { vamt: { ...VAMT, via: 'telephone' } } as const;
  const networks = { core: { internet: false } };

  test('makes a call of 30 minutes for each computer, one after the other', () => {
    const result = runMak({ vamts, networks, groups: { pc: { ...PC, count: 3 } } });
    expect(result.brief('activated')).toEqual(
      [1, 2, 3].map((call) => `${600 + 30 * call} activated pc-000${call}`),
    );
    expect(messagesOf(result)).toEqual(
      [630, 660, 690].map((minute) => `${minute} vamt mak-proxy-activation telephone accepted`),
    );
    expect(result.simulation.estate.telephone.calls).toBe(3);
  });

  test('waits for an administrator behind those who asked before', () => {
    const result = runMak({
      vamts: { ...vamts, other: vamts.vamt },
      keys: { mak: pool(9), 'kms-key': KMS_KEY },
      hosts: { 'kms-1': { activateBy: 'telephone', online: 590 } },
      groups: { pc: PC, more: { method: byProxy('mak', 'other') } },
    });
    // The host's call is from 590 to 620; the two VAMTs ask in minute 600.
    expect(result.brief('host-activated', 'activated')).toEqual([
      '620 host-activated kms-1',
      '650 activated pc-0001',
      '680 activated more-0001',
    ]);
  });

  test('asks again in its next round when the call was in vain', () => {
    const result = runMak({ vamts, groups: { pc: PC }, timeline: [down('microsoft', 610, 30)] });
    expect(minutesOf(result, 'pc-0001', 'activated')).toEqual([1230]);
    expect(result.simulation.estate.telephone.minutes).toBe(60);
  });

  test('hands back to a machine that was off at the end of the call in a later round, without Microsoft', () => {
    // Connected from 0 to 20, 600 to 620, 1200 to 1220 ...
    const connects = { every: 600, for: 20, first: 0 };
    const result = runMak({ vamts, groups: { pc: { ...PC, connects } } });
    expect(messagesOf(result)).toEqual(['630 vamt mak-proxy-activation telephone accepted']);
    expect(minutesOf(result, 'pc-0001', 'activated')).toEqual([1200]);
  });

  test('asks for a call in the round in which it finds a computer, behind those that wait', () => {
    const groups = { pc: PC, later: { ...PC, install: at(30) } };
    const result = runMak({ vamts: { vamt: { ...vamts.vamt, every: 20 } }, groups });
    // A call from 20 to 50; in round 40 the other is asked for, and called from 50 to 80.
    expect(result.brief('activated')).toEqual(['50 activated pc-0001', '80 activated later-0001']);
    expect(result.simulation.estate.telephone.minutes).toBe(60);
  });

  test('does not hand back to a machine converted away during the call', () => {
    const result = runMak({ vamts, groups: { pc: PC }, timeline: [convert(610, { type: 'none' })] });
    expect(result.brief('activated')).toEqual([]);
  });
});

describe('a VAMT by removable media', () => {
  const media = (roundTrip: number) => ({ vamt: { ...VAMT, via: 'removable-media', roundTrip } as const });
  const networks = { core: { internet: false } };

  test.each([
    // Exported in round 600; the first round at least so much later.
    [0, 1200],
    [1, 1200],
    [600, 1200],
    [601, 1800],
    [1200, 1800],
    [1500, 2400],
  ])('with a round trip of %s minutes activates in minute %s', (roundTrip, minute) => {
    const result = runMak({ duration: days(2), vamts: media(roundTrip), networks, groups: { pc: PC } });
    expect(minutesOf(result, 'pc-0001', 'activated')).toEqual([minute]);
    expect(messagesOf(result)).toEqual([`${minute} vamt mak-proxy-activation removable-media accepted`]);
  });

  test('sends a medium each round in which machines are new', () => {
    const groups = { pc: { ...PC, count: 2 }, later: { ...PC, install: at(1000) } };
    const result = runMak({ duration: days(2), vamts: media(700), groups });
    // Exported in 600 and 1200, back from 1300 and 1900 on.
    expect(result.brief('activated')).toEqual([
      '1800 activated pc-0001',
      '1800 activated pc-0002',
      '2400 activated later-0001',
    ]);
    expect(booksOf(result).used).toBe(3);
  });

  test('hands back to a machine that was rebuilt on the way', () => {
    const timeline = [rebuild(1000)];
    const result = runMak({ duration: days(2), vamts: media(1200), groups: { pc: PC }, timeline });
    expect(minutesOf(result, 'pc-0001', 'activated')).toEqual([1800]);
    expect(booksOf(result).used).toBe(1);
  });

  test('has spent an activation on a machine that was retired on the way', () => {
    const timeline = [retire(1000, null)];
    const result = runMak({ duration: days(2), vamts: media(1200), groups: { pc: PC }, timeline });
    expect(result.brief('activated')).toEqual([]);
    expect(booksOf(result).used).toBe(1);
  });

  test('asks anew for a machine whose motherboard was replaced on the way', () => {
    const groups = { pc: { ...PC, hardwareChange: changes(1000, 'motherboard') } };
    const result = runMak({ duration: 1900, vamts: media(600), groups });
    // Exported in 600 and replaced in 1000: what is imported in 1200 is good no longer. Exported again in
    // 1200 and imported in 1800, when the next replacement is still to come.
    expect(minutesOf(result, 'pc-0001', 'activated')).toEqual([1800]);
    expect(booksOf(result).used).toBe(2);
  });

  test('lasts until Microsoft can be reached again', () => {
    const timeline = [down('microsoft', 0, 2000)];
    const result = runMak({ duration: days(2), vamts: media(600), groups: { pc: PC }, timeline });
    expect(minutesOf(result, 'pc-0001', 'activated')).toEqual([2400]);
  });

  test('finds an empty pool only at the import, for each machine once', () => {
    const result = runMak({
      duration: days(2),
      keys: { mak: pool(1) },
      vamts: media(600),
      groups: { pc: { ...PC, count: 2 } },
    });
    expect(result.brief('activated', 'key-exhausted')).toEqual([
      '1200 key-exhausted pc-0002',
      '1200 activated pc-0001',
    ]);
    // Asked for again in the round of the import, which is back in 1800, and so on.
    expect(messagesOf(result)).toEqual([
      '1200 vamt mak-proxy-activation removable-media 1 of 2',
      '1800 vamt mak-proxy-activation removable-media refused',
      '2400 vamt mak-proxy-activation removable-media refused',
    ]);
  });
});
