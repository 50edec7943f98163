import { describe, expect, test } from 'vitest';
import type { LinkParameters, Service } from '../../../src/model/definitions/parameters.ts';
import type { EstateSketch } from '../estate.ts';
import { EASY, HOURLY, outcomesOf, run } from '../queries.ts';

const ALL: readonly Service[] = ['kms', 'dns', 'wmi'];

const link = (from: string, to: string, allow: readonly Service[] = ALL): LinkParameters => ({
  from,
  to,
  allow,
});

/** A computer on `branch`, its host and its zone on `core`; `middle` lies between. */
const branch = (links: Record<string, LinkParameters>, host: string | null = 'kms-1'): EstateSketch => ({
  duration: 60,
  rules: EASY,
  networks: { core: {}, middle: {}, branch: {} },
  links,
  groups: { pc: { network: 'branch', host } },
});

const contacts = (sketch: EstateSketch) => outcomesOf(run(sketch), 'pc-0001');

describe('links', () => {
  test('without one a computer of another network reaches no host', () => {
    expect(contacts(branch({}))).toEqual(['0 no-host 0x800706BA']);
  });

  test('one from the client to the host is enough: the answer comes back on the same connection', () => {
    expect(contacts(branch({ wan: link('branch', 'core') }))).toEqual(['0 activated']);
  });

  test('one from the host to the client opens nothing for the client', () => {
    expect(contacts(branch({ wan: link('core', 'branch') }))).toEqual(['0 no-host 0x800706BA']);
  });

  test('forward nothing: two of them in a row are no way', () => {
    const chain = { near: link('branch', 'middle'), far: link('middle', 'core') };
    expect(contacts(branch(chain))).toEqual(['0 no-host 0x800706BA']);
  });

  test('without DNS serve a computer whose host is set by hand, and no other', () => {
    const wan = link('branch', 'core', ['kms']);
    expect(contacts(branch({ wan }))).toEqual(['0 activated']);
    expect(contacts(branch({ wan }, null))).toEqual(['0 no-host 0x8007232A']);
  });

  test('without KMS let a client find a host that it cannot reach', () => {
    const wan = link('branch', 'core', ['dns', 'wmi']);
    expect(contacts(branch({ wan }))).toEqual(['0 no-host 0x800706BA']);
    expect(contacts(branch({ wan }, null))).toEqual(['0 no-host 0x800706BA']);
  });

  test('between the same networks add up', () => {
    const both = { kms: link('branch', 'core', ['kms']), dns: link('branch', 'core', ['dns']) };
    expect(contacts(branch(both, null))).toEqual(['0 activated']);
  });
});

/** Contacts every hour over one link, or inside `core`, for eight hours. */
const hourly = (
  timeline: EstateSketch['timeline'],
  network: 'core' | 'branch' = 'branch',
  extra: Record<string, LinkParameters> = {},
): EstateSketch => ({
  duration: 480,
  rules: EASY,
  networks: { core: {}, branch: {} },
  links: { wan: link('branch', 'core'), ...extra },
  hosts: { 'kms-1': HOURLY },
  groups: { pc: { network } },
  timeline,
});

/** The minutes of the contacts that failed. */
const failures = (sketch: EstateSketch) =>
  contacts(sketch)
    .filter((line) => line.includes('no-host'))
    .map((line) => Number(line.split(' ')[0]));

describe('outages', () => {
  const down = (target: string, at: number, length: number | null) =>
    ({ at, type: 'down', target, for: length }) as const;
  const block = (services: readonly Service[], at: number, length: number) =>
    ({ at, type: 'block', link: 'wan', services, for: length }) as const;

  test('begin with their first minute and end before their last', () => {
    expect(failures(hourly([down('wan', 120, 120)]))).toEqual([120, 180]);
    expect(failures(hourly([down('wan', 121, 119)]))).toEqual([180]);
  });

  test('without a length last to the end', () => {
    expect(failures(hourly([down('wan', 300, null)]))).toEqual([300, 360, 420]);
  });

  test('that overlap end with the last of them', () => {
    expect(failures(hourly([down('wan', 60, 120), down('wan', 120, 120)]))).toEqual([60, 120, 180]);
    expect(failures(hourly([down('wan', 60, 240), down('wan', 120, 60)]))).toEqual([60, 120, 180, 240]);
  });

  test('of a link leave another link to the same network open', () => {
    const spare = { spare: link('branch', 'core') };
    expect(failures(hourly([down('wan', 60, 120)], 'branch', spare))).toEqual([]);
  });

  test('of a service on a link stop that service only', () => {
    // The client keeps its host in its cache, so it needs no DNS.
    expect(failures(hourly([block(['dns', 'wmi'], 60, 120)]))).toEqual([]);
    expect(failures(hourly([block(['kms'], 60, 120)]))).toEqual([60, 120]);
  });

  test('of a service and of its link are counted apart', () => {
    const timeline = [block(['kms'], 60, 120), down('wan', 120, 120), block(['kms', 'dns'], 180, 120)];
    expect(failures(hourly(timeline))).toEqual([60, 120, 180, 240]);
  });

  test('of a network stop what goes into it, out of it and between its own computers', () => {
    expect(failures(hourly([down('core', 60, 120)]))).toEqual([60, 120]);
    expect(failures(hourly([down('branch', 60, 120)]))).toEqual([60, 120]);
    expect(failures(hourly([down('core', 60, 120)], 'core'))).toEqual([60, 120]);
  });

  test('of another network are not noticed', () => {
    expect(failures(hourly([down('branch', 60, 120)], 'core'))).toEqual([]);
  });

  test('of a network stop DNS inside it as well', () => {
    // The host is gone from the cache in the same contact, so the code is that of the DNS query.
    const lines = contacts(hourly([down('core', 60, 60)], 'core'));
    expect(lines.slice(0, 3)).toEqual(['0 activated', '60 no-host 0x8007232A', '120 renewed']);
  });

  test('of a host and its network at once end with the later of them', () => {
    const timeline = [down('core', 60, 120), down('kms-1', 120, 120)];
    expect(failures(hourly(timeline, 'core'))).toEqual([60, 120, 180]);
  });

  test('are announced when they begin and when they end', () => {
    const result = run(hourly([down('wan', 60, 120), block(['kms'], 60, 60)]));
    expect(result.of('wan').map(({ minute, event, detail }) => [minute, event, detail])).toEqual([
      [60, 'down', ''],
      [60, 'down', 'kms'],
      [120, 'up', 'kms'],
      [180, 'up', ''],
    ]);
  });
});
