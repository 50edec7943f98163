import { describe, expect, test } from 'vitest';
import type { ClientMachineId } from '../../../src/model/definitions/ids.ts';
import { Identifiers } from '../../../src/recording/windows-logs/identifiers.ts';
import { days } from '../../model/estate.ts';
import type { RunSketch } from '../recorded.ts';
import { clientIdsOf, GUID, recordLogs } from './logs.ts';

const ids = (sketch: RunSketch) => clientIdsOf(recordLogs({ duration: 600, ...sketch }));

describe('the CMIDs of the logs', () => {
  test('are one for each computer, of the form that Windows prints', () => {
    const known = ids({ groups: { pc: { count: 3 } } });
    expect([...known.keys()]).toEqual(['pc-0001.corp', 'pc-0002.corp', 'pc-0003.corp']);
    const all = [...known.values()].flat();
    expect(new Set(all).size).toBe(3);
    for (const id of all) expect(id).toMatch(GUID);
  });

  test('are the same for the same seed, and others for another', () => {
    const sketch: RunSketch = { groups: { pc: { count: 3 } } };
    expect(ids(sketch)).toEqual(ids(sketch));
    expect(ids({ ...sketch, seed: '43' }).get('pc-0001.corp')).not.toEqual(ids(sketch).get('pc-0001.corp'));
  });

  test('are the same whatever else an estate has', () => {
    const alone = ids({ groups: { pc: { count: 2 } } });
    const among = ids({
      groups: {
        first: { count: 5, rebuildEvery: 100 },
        pc: { count: 4 },
        clones: { count: 2, image: 'cloned' },
      },
    });
    for (const [computer, known] of alone) expect(among.get(computer)).toEqual(known);
  });

  test('are the same for a computer that no host answers at first', () => {
    const sketch: RunSketch = { groups: { pc: {} } };
    const late = ids({ ...sketch, timeline: [{ at: 0, type: 'down', target: 'kms-1', for: 200 }] });
    expect(late).toEqual(ids(sketch));
  });

  test('are one for all clones', () => {
    const known = ids({ groups: { pc: { count: 3, image: 'cloned' } } });
    expect(known.size).toBe(3);
    expect(new Set([...known.values()].flat()).size).toBe(1);
  });

  test('are new for a computer that is rebuilt, but not for a clone', () => {
    const rebuilt = ids({ groups: { pc: { rebuildEvery: 250 } } }).get('pc-0001.corp');
    // Installed in minute 0, rebuilt in minutes 250 and 500.
    expect(new Set(rebuilt).size).toBe(3);
    const clone = ids({ groups: { pc: { rebuildEvery: 250, image: 'cloned' } } }).get('pc-0001.corp');
    expect(clone?.length).toBe(1);
  });

  test('are of each clone its own after a rearm', () => {
    const known = ids({
      duration: days(31),
      groups: { pc: { count: 2, image: 'cloned', rearm: 'at-expiry' } },
    });
    const [one = [], other = []] = [...known.values()];
    expect([one.length, other.length]).toEqual([2, 2]);
    expect(one[0]).toBe(other[0]);
    expect(one[1]).not.toBe(other[1]);
  });
});

describe('made-up identifiers', () => {
  const id = (number: number) => number as ClientMachineId;

  test('are GUIDs of version 4, variant 1', () => {
    const identifiers = new Identifiers('42');
    for (let number = 0; number < 200; number += 1)
      expect(identifiers.ofClient(id(number), `pc-${number}`)).toMatch(
        /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
      );
  });

  test('of an edition are the published ones, which service packs share', () => {
    const identifiers = new Identifiers('42');
    expect(identifiers.ofEdition('vista-business')).toBe('4f3d1606-3fea-4c01-be3c-8d671c401e3b');
    expect(identifiers.ofEdition('vista-business-sp1')).toBe(identifiers.ofEdition('vista-business'));
    expect(identifiers.ofEdition('server-2008-standard')).toBe('ad2542d4-9154-4c6d-8a44-30f11ee96989');
  });

  test('of a client do not depend on its number', () => {
    expect(new Identifiers('42').ofClient(id(5), 'pc-0001')).toBe(
      new Identifiers('42').ofClient(id(0), 'pc-0001'),
    );
  });
});
