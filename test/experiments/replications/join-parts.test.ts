import { describe, expect, test } from 'vitest';
import { mergeShards } from '../../../src/experiments/replications/merge-shards.ts';
import type { ShardDescription } from '../../../src/experiments/replications/shard-description.ts';
import type { ShardResult } from '../../../src/experiments/replications/shard-folder.ts';
import { replicationsOf } from '../../../src/experiments/replications/shards.ts';
import { PART, resultOf } from './results.ts';

const DESIGN = {
  name: 'now',
  title: 'Now',
  start: '2008-03-03',
  hash: 'a',
  random: true,
  resolved: { machines: { desks: { count: 3 } }, timeline: [{ at: '1 d' }] },
};

const DESCRIPTION: ShardDescription = { ...PART, designs: [DESIGN] };

/** A part with the results that it should have. */
function partOf(
  index: number,
  count: number,
  change: Partial<ShardDescription> = {},
  offset = 0,
): ShardResult {
  const shard = { index, count };
  const numbers = replicationsOf(4, shard);
  const results = [new Map(numbers.map((number) => [number, resultOf(number + offset)]))];
  return { folder: `p${index}`, description: { ...DESCRIPTION, shard, ...change }, results, damage: 0 };
}

describe('joining parts', () => {
  test('puts all replications in order, whatever the order of the parts', () => {
    const { results, missing, missingShards } = mergeShards([partOf(2, 2), partOf(1, 2)]);
    expect([...results[0]]).toEqual([0, 1, 2, 3].map((number) => [number, resultOf(number)]));
    expect({ missing, missingShards }).toEqual({ missing: [], missingShards: [] });
  });

  test('takes parts of different cuts and parts that are there twice', () => {
    expect(mergeShards([partOf(1, 2), partOf(2, 4), partOf(4, 4), partOf(1, 4)]).missing).toEqual([]);
  });

  test('lists what is missing, and the shards that would have it', () => {
    const { missing, missingShards, results } = mergeShards([partOf(2, 3)]);
    expect(missing).toEqual([0, 2, 3]);
    expect(missingShards).toEqual([
      { index: 1, count: 3 },
      { index: 3, count: 3 },
    ]);
    expect([...results[0].keys()]).toEqual([1]);
  });

  test('leaves out a replication that not every design has', () => {
    const two = { designs: [DESIGN, { ...DESIGN, name: 'new' }] };
    const part = partOf(1, 1, two);
    const both = { ...part, results: [part.results[0], new Map([[2, resultOf(2)]])] };
    const { results, missing } = mergeShards([both]);
    expect(missing).toEqual([0, 1, 3]);
    expect(results.map((design) => [...design.keys()])).toEqual([[2], [2]]);
  });

  test('refuses parts that contradict each other', () => {
    expect(() => mergeShards([partOf(1, 2), partOf(1, 1, {}, 7)])).toThrow(
      'p1 and p1 contradict each other in replication 0 of now',
    );
  });

  const changed = (resolved: ShardDescription['designs'][number]['resolved']) => ({
    designs: [{ ...DESIGN, resolved }],
  });
  test.each<[string, Partial<ShardDescription>, string]>([
    ['version', { version: '1.1.0' }, 'its version is 1.1.0, not 1.0.0'],
    ['seed', { seed: '7' }, 'its seed is 7, not 42'],
    ['total', { replications: 9 }, 'its replications is 9, not 4'],
    ['designs', { designs: [{ ...DESIGN, name: 'x' }] }, 'its designs are x, not now'],
    [
      'scenario',
      changed({ ...DESIGN.resolved, machines: { desks: { count: 4 } } }),
      'its design now is another: machines.desks.count is 4, not 3',
    ],
    ['name in a scenario', changed({ machines: DESIGN.resolved.machines }), 'timeline is not there, not [{'],
    [
      'entry of a list',
      changed({ ...DESIGN.resolved, timeline: [{ at: '2 d' }] }),
      'timeline.0.at is "2 d", not "1 d"',
    ],
    ['build', { designs: [{ ...DESIGN, hash: 'b' }] }, 'now is another: another build of vasim made it'],
    [
      'command',
      { commandLine: ['vasim', 'compare', 'now.json'] },
      'its command was `vasim compare now.json`',
    ],
  ])('refuses parts of another %s and says what differs', (_what, change, message) => {
    expect(() => mergeShards([partOf(1, 2), partOf(2, 2, change)])).toThrow(message);
    expect(() => mergeShards([partOf(1, 2), partOf(2, 2, change)])).toThrow('p2 does not belong to p1: ');
  });
});
