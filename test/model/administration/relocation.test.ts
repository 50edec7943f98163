import { describe, expect, test } from 'vitest';
import type { TimelineEntry } from '../../../src/model/definitions/parameters.ts';
import { days, type EstateSketch } from '../estate.ts';
import { EASY, HOURLY, minutesOf, outcomesOf, run } from '../queries.ts';

const relocate = (at: number, subject: string, network: string): TimelineEntry => ({
  at,
  type: 'relocate',
  subject,
  network,
});

describe('a KMS host that is activated and then moved to a disconnected network (Planning Guide, Table 1)', () => {
  const zone: EstateSketch = {
    duration: days(40),
    networks: { core: { zone: 'corp', internet: true }, lab: { zone: 'lab', internet: false } },
    zones: { corp: { network: 'core' }, lab: { network: 'lab' } },
    groups: { pc: { count: 25, network: 'lab', os: 'vista-business-sp1' } },
    timeline: [relocate(600, 'kms-1', 'lab')],
  };

  test('is activated over the Internet, serves there, and sends Microsoft nothing more', () => {
    const result = run(zone);
    expect(result.brief('host-activated', 'message', 'relocated')).toEqual([
      '0 message kms-1',
      '0 host-activated kms-1',
      '600 relocated kms-1',
    ]);
    // It publishes to the zone of its new network in the minute of the move, in which the machines call: at 600 all
    // 25 ask, and the 25th is answered 25; the others are 2 hours later.
    expect(result.brief('activated').length).toBe(25);
    expect(result.brief('activated')[0]).toBe('600 activated pc-0025');
    expect(result.brief('activated')[1]).toBe('720 activated pc-0001');
  });

  test('leaves its record behind: clients of the old network find a host that does not answer', () => {
    const result = run({
      ...zone,
      groups: { pc: { network: 'core', install: { at: 700, over: 0, order: 'even' } } },
      duration: 701,
    });
    expect(outcomesOf(result, 'pc-0001')).toEqual(['700 no-host 0x800706BA']);
  });

  test('that was never activated cannot be activated where there is no Internet', () => {
    const result = run({ ...zone, timeline: [relocate(0, 'kms-1', 'lab')] });
    expect(minutesOf(result, 'kms-1', 'host-activated')).toEqual([]);
    expect(result.brief('activated')).toEqual([]);
  });
});

test('a group that is moved asks the zone of its new network once its cached host fails', () => {
  const result = run({
    duration: 400,
    rules: EASY,
    networks: { core: { zone: 'corp' }, site: { zone: 'site' } },
    zones: { corp: { network: 'core' }, site: { network: 'site' } },
    hosts: { 'kms-1': HOURLY, 'kms-2': { ...HOURLY, network: 'site' } },
    groups: { pc: {} },
    timeline: [relocate(90, 'pc', 'site')],
  });
  const hosts = result.of('pc-0001').filter(({ host }) => host !== '');
  expect(hosts.map(({ minute, host }) => `${minute} ${host}`)).toEqual([
    '0 kms-1',
    '60 kms-1',
    '120 kms-2',
    '180 kms-2',
    '240 kms-2',
    '300 kms-2',
    '360 kms-2',
  ]);
});
