import { describe, expect, test } from 'vitest';
import type { GroupParameters, KeyParameters } from '../../../src/model/definitions/parameters.ts';
import type { RunSketch } from '../recorded.ts';
import { type Entry, entriesOf, ofEvents, recordLogs } from './logs.ts';

/** Entries about requests, of the clients and of the host `kms-1`. */
function requestsOf(sketch: RunSketch): { clients: Entry[]; host: Entry[] } {
  const recorded = recordLogs({ duration: 100, groups: { pc: {} }, ...sketch });
  return {
    clients: entriesOf(recorded, 'clients-pc'),
    host: ofEvents(entriesOf(recorded, 'host-kms-1'), 12290),
  };
}

describe('a request that no host answers', () => {
  test.each<[string, RunSketch, code: string, server: string]>([
    ['the zone names no host', { hosts: { 'kms-1': { publish: false } } }, '0x8007232B', ''],
    [
      'the zone is down',
      { timeline: [{ at: 0, type: 'down', target: 'corp', for: null }] },
      '0x8007232A',
      '',
    ],
    [
      'the host named is down',
      {
        groups: { pc: { install: { at: 60, over: 0, order: 'even' } } },
        timeline: [{ at: 30, type: 'down', target: 'kms-1', for: null }],
      },
      '0x800706BA',
      '',
    ],
    [
      'the host set by hand is down',
      {
        groups: { pc: { host: 'kms-1' } },
        timeline: [{ at: 0, type: 'down', target: 'kms-1', for: null }],
      },
      '0x800706BA',
      'kms-1.corp:1688',
    ],
  ])('is a 12288 without a 12289, and unknown to the host: %s', (_why, sketch, code, server) => {
    const { clients, host } = requestsOf(sketch);
    expect(clients.map(({ event }) => event)).toEqual([12288]);
    expect(clients[0].fields.length).toBe(10);
    expect([clients[0].fields[0], clients[0].fields[2]]).toEqual([code, server]);
    expect(host).toEqual([]);
  });

  test('is followed by others, and by a response when a host is back', () => {
    const { clients, host } = requestsOf({
      duration: 300,
      rules: { vistaThreshold: 1 },
      timeline: [{ at: 0, type: 'down', target: 'kms-1', for: 130 }],
    });
    expect(clients.map(({ time, event }) => `${time.slice(11)} ${event}`)).toEqual([
      '00:00 12288',
      '02:00 12288',
      '04:00 12288',
      '04:00 12289',
    ]);
    expect(host.map(({ time }) => time.slice(11))).toEqual(['04:00']);
  });
});

describe('a request that a host refuses', () => {
  test.each<[string, RunSketch, code: string]>([
    ['the host is not activated', { networks: { core: { internet: false } } }, '0xC004F041'],
    [
      'its key does not reach so far',
      {
        keys: { 'kms-key': { type: 'kms', group: 'client', hosts: 6, activationsPerHost: 10 } },
        groups: { pc: { os: 'server-2008-standard' } },
      },
      '0xC004F042',
    ],
  ])('is in both logs with the same code: %s', (_why, sketch, code) => {
    const { clients, host } = requestsOf(sketch);
    expect(clients.map(({ event, fields }) => [event, fields[0]])).toEqual([[12288, code]]);
    expect(host.map(({ fields }) => fields[0])).toEqual([code]);
    expect(host[0].fields.slice(3, 8)).toEqual(clients[0].fields.slice(3, 8));
  });
});

test('a host that is too old for a client logs that it has no license for it, and the client what the host answered', () => {
  // Server 2008 serves nothing after Server 2008 R2.
  const { clients, host } = requestsOf({ groups: { pc: { os: 'windows-10-pro' } } });
  expect(clients.map(({ event, fields }) => [event, fields[0]])).toEqual([[12288, '0xC004F042']]);
  // 25, the threshold; Notification (5) and no minutes left, as of a system without grace.
  expect(host.map(({ fields }) => [fields[0], fields[1], ...fields.slice(6, 8)])).toEqual([
    ['0xC004F015', '25', '5', '0'],
  ]);
});

describe('machines with a MAK', () => {
  const keys: Record<string, KeyParameters> = {
    'kms-key': { type: 'kms', group: 'server-c', hosts: 6, activationsPerHost: 10 },
    mak: { type: 'mak', group: 'client', activations: 1 },
  };
  const method: GroupParameters['method'] = { type: 'mak', key: 'mak', by: 'internet' };

  test('write no requests: they ask Microsoft, not a host', () => {
    // The second finds the pool empty when it is installed and a day later; those of the network that is not
    // connected do not reach Microsoft.
    const pc = { count: 2, method };
    expect(requestsOf({ duration: 3000, keys, groups: { pc } }).clients).toEqual([]);
    const networks = { core: { internet: false } };
    expect(requestsOf({ duration: 3000, keys, networks, groups: { pc } }).clients).toEqual([]);
  });

  test('write none from their conversion on', () => {
    const { clients } = requestsOf({
      duration: 400,
      keys: { ...keys, mak: { type: 'mak', group: 'client', activations: 0 } },
      timeline: [{ at: 130, type: 'convert', group: 'pc', method }],
    });
    expect(clients.map(({ time, event }) => `${time.slice(11)} ${event}`)).toEqual([
      '00:00 12288',
      '00:00 12289',
      '02:00 12288',
      '02:00 12289',
    ]);
  });
});
