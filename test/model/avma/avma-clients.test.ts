import { describe, expect, test } from 'vitest';
import { avmaGuestsOf } from '../../../src/model/definitions/avma.ts';
import type { SystemName } from '../../../src/model/definitions/systems.ts';
import { days, type EstateSketch, type GroupSketch } from '../estate.ts';
import { minutesOf, outcomesOf, run } from '../queries.ts';

const SERVERS = { os: 'server-2016-datacenter', count: 5 } as const;
const GUEST: GroupSketch = {
  os: 'server-2012-r2-standard',
  virtual: true,
  method: { type: 'avma', on: 'servers' },
};
const KEYS = {
  'kms-key': { type: 'kms', group: 'server-2016', hosts: 6, activationsPerHost: 10 },
} as const;

/** Five Hyper-V hosts, which are enough for the KMS host, and a guest. */
const runGuests = (sketch: EstateSketch & { readonly guest?: GroupSketch }) =>
  run({
    duration: days(20),
    keys: KEYS,
    hosts: { 'kms-1': { os: 'server-2016-standard' } },
    groups: { servers: SERVERS, guest: { ...GUEST, ...sketch.guest } },
    ...sketch,
  });

describe('guests with AVMA', () => {
  test('are activated when their Hyper-V host is, and ask again when the lifetime ends', () => {
    const result = runGuests({});
    // The fifth server is activated at once and the first four 2 hours later; the guest is on the first.
    expect(outcomesOf(result, 'guest-0001')).toEqual([
      '0 refused 0xC004FD02',
      '120 activated',
      `${120 + days(7)} renewed`,
      `${120 + days(14)} renewed`,
    ]);
  });

  test('are not activated on a host that is not', () => {
    const groups = { servers: { ...SERVERS, count: 4 }, guest: GUEST };
    const result = runGuests({ duration: days(1), groups });
    expect(
      new Set(outcomesOf(result, 'guest-0001').map((line) => line.split(' ').slice(1).join(' '))),
    ).toEqual(new Set(['refused 0xC004FD02']));
    expect(outcomesOf(result, 'guest-0001')).toHaveLength(12);
  });

  test('are refused by a host that is older, and by one that is no Datacenter', () => {
    for (const guest of [
      { os: 'server-2019-standard' },
      { os: 'server-2012-standard' },
    ] as const satisfies GroupSketch[])
      expect(outcomesOf(runGuests({ guest }), 'guest-0001')[0]).toBe('0 refused 0xC004FD01');
    const groups = { servers: { ...SERVERS, os: 'server-2016-standard' }, guest: GUEST } as const;
    expect(outcomesOf(runGuests({ groups }), 'guest-0001')[0]).toBe('0 refused 0xC004FD01');
  });

  test('ask no KMS host and send Microsoft nothing', () => {
    const alone = runGuests({ groups: { servers: SERVERS } });
    const result = runGuests({ guest: { count: 50 } });
    expect(result.simulation.estate.hosts.all[0].requests).toBe(
      alone.simulation.estate.hosts.all[0].requests,
    );
    expect(result.simulation.estate.microsoft.messages).toBe(1);
  });

  test('run on the hosts in turn', () => {
    const result = runGuests({ guest: { count: 7 } });
    const { avmaClients, machines } = result.simulation.estate;
    const group = machines.groupNamed('guest');
    const servers = machines
      .membersOf(group)
      .map((guest) => machines.nameOf(avmaClients.serverOf(guest, group)));
    expect(servers.slice(4)).toEqual(['servers-0005', 'servers-0001', 'servers-0002']);
  });

  test('lapse when their host is retired', () => {
    const timeline = [{ type: 'retire', group: 'servers', count: null, at: days(3) }] as const;
    const result = runGuests({ duration: days(50), timeline });
    const changes = result.of('guest-0001').filter(({ event }) => event === 'condition');
    expect(changes.map(({ minute, condition }) => `${minute} ${condition}`)).toEqual([
      `${120 + days(7)} OOTGrace`,
      `${120 + days(37)} Notification`,
    ]);
  });

  test('that become KMS clients ask a KMS host, and those that become guests stop', () => {
    const convert = (method: { type: 'kms' } | { type: 'avma'; on: string }) =>
      runGuests({ timeline: [{ type: 'convert', group: 'guest', method, at: days(10) }], guest: {} });
    const toKms = convert({ type: 'kms' });
    expect(minutesOf(toKms, 'guest-0001', 'renewed')).toContain(days(10));
    expect(toKms.simulation.estate.hosts.count(toKms.simulation.estate.hosts.all[0])).toBe(6);
  });
});

test('a host activates guests of its own generation and older ones down to Server 2012 R2', () => {
  const served = (host: SystemName) => avmaGuestsOf(host).filter((name) => name.endsWith('-standard'));
  expect(served('server-2012-r2-datacenter')).toEqual(['server-2012-r2-standard']);
  expect(served('server-2022-datacenter')).toEqual([
    'server-2012-r2-standard',
    'server-2016-standard',
    'server-2019-standard',
    'server-2022-standard',
  ]);
  expect(avmaGuestsOf('server-2012-datacenter')).toEqual([]);
  expect(avmaGuestsOf('server-2022-standard')).toEqual([]);
});
