import { describe, expect, test } from 'vitest';
import type { GroupParameters, Prices } from '../../src/model/definitions/parameters.ts';
import { figureAt } from '../../src/recording/figures/expectations.ts';
import { days } from '../model/estate.ts';
import { EASY, type RunSketch, record } from './recorded.ts';

const KMS_KEY = { type: 'kms', group: 'server-c', hosts: 6, activationsPerHost: 10 } as const;
const MAK = { type: 'mak', group: 'client', activations: 10 } as const;
const BY_TELEPHONE: GroupParameters['method'] = { type: 'mak', key: 'mak', by: 'telephone' };
const NO_METHOD: GroupParameters['method'] = { type: 'none' };

/** The machine figures of the contract (interface.md, section 4). */
const MACHINE_FIGURES = [
  'total',
  'everLicensed',
  'everNotification',
  'licensedAtEnd',
  'peakNotification',
  'notificationDays',
];

/** Some figures of a run by their paths. */
function figuresOf(sketch: RunSketch, ...paths: string[]): (number | null)[] {
  const { summary } = record(sketch).outcome;
  return paths.map((path) => figureAt(summary, path));
}

describe('summary.json', () => {
  test('has every figure of the contract, for the estate and by group', () => {
    const paths = [
      ...MACHINE_FIGURES.flatMap((name) => [`machines.${name}`, `groups.pc.${name}`]),
      ...['p50', 'p95'].flatMap((name) => [
        `machines.timeToLicensed.${name}`,
        `groups.pc.timeToLicensed.${name}`,
      ]),
      ...['requests', 'minCount', 'maxCount'].map((name) => `hosts.kms-1.${name}`),
      ...['used', 'remaining'].map((name) => `keys.kms-key.${name}`),
      'microsoft.messages',
    ];
    const figures = figuresOf({ rules: EASY, groups: { pc: {} } }, ...paths);
    for (const [index, path] of paths.entries())
      expect([path, figures[index]]).toEqual([path, expect.any(Number)]);
  });

  test('loses nothing as JSON', () => {
    const { summary } = record({ groups: { pc: {} } }).outcome;
    expect(JSON.parse(JSON.stringify(summary))).toEqual(summary);
  });

  test('counts machines that are never installed, but asks nothing of them', () => {
    const figures = figuresOf(
      { rules: EASY, groups: { pc: { count: 4, install: { at: 0, over: 2880, order: 'even' } } } },
      'machines.total',
      'machines.installed',
      'machines.everLicensed',
      'machines.licensedAtEnd',
      'machines.timeToLicensed.p95',
    );
    // Minutes 0, 720, 1440 and 2160 of a run of 1440.
    expect(figures).toEqual([4, 2, 2, 2, 0]);
  });

  test('has times to the first license by nearest rank, null where that machine has none', () => {
    const sketch: RunSketch = {
      rules: { vistaThreshold: 3 },
      networks: { core: {}, island: { zone: null } },
      groups: {
        pc: { count: 4, install: { at: 0, over: 40, order: 'even' } },
        lone: { network: 'island' },
      },
    };
    // Minutes 0, 10, 20, 30: the third is answered 3 and the fourth 4 at once, the others at their next try.
    // Delays 0, 0, 120, 120 and none: of 4 the ranks are 2 and 4, of 5 they are 3 and 5, of 1 they are 1 and 1.
    const paths = ['groups.pc', 'machines', 'groups.lone'].flatMap((of) => [
      `${of}.timeToLicensed.p50`,
      `${of}.timeToLicensed.p95`,
    ]);
    expect(figuresOf(sketch, ...paths)).toEqual([0, 120, 120, null, null, null]);
  });

  test('has no times of a group without machines in the run', () => {
    const sketch = { groups: { pc: { install: { at: 5000, over: 0, order: 'even' } } } } as const;
    expect(figuresOf(sketch, 'machines.timeToLicensed.p50', 'machines.everLicensed')).toEqual([null, 0]);
  });

  test('has the most machines in an end state at once, and their days there', () => {
    const sketch: RunSketch = {
      duration: days(34),
      hosts: {},
      groups: {
        first: { count: 2, os: 'vista-business', method: NO_METHOD },
        second: { method: NO_METHOD, install: { at: days(1), over: 0, order: 'even' } },
      },
      timeline: [{ at: days(32), type: 'rebuild', group: 'first' }],
    };
    // The first two end on day 30 and are rebuilt on day 32: 2 x 2 days, Unlicensed. The third ends on day 31
    // and is in Notification for 3 days. All three are there on day 31.
    const of = (...names: string[]) => figuresOf(sketch, ...names.map((name) => `${name}.peakNotification`));
    expect(of('machines', 'groups.first', 'groups.second')).toEqual([3, 2, 1]);
    expect(
      figuresOf(
        sketch,
        'machines.notificationDays',
        'groups.first.notificationDays',
        'groups.second.notificationDays',
        'machines.everNotification',
        'machines.notificationAtEnd',
      ),
    ).toEqual([7, 4, 3, 3, 1]);
  });

  test('has the lowest and the highest count of a host, null for one that was never asked', () => {
    const sketch: RunSketch = {
      duration: days(40),
      rules: EASY,
      hosts: { 'kms-1': {}, 'kms-2': { publish: false } },
      groups: { pc: { count: 2 } },
      timeline: [{ at: days(5), type: 'retire', group: 'pc', count: 1 }],
    };
    // The record of minute 0 is dropped on day 30.
    const paths = ['kms-1', 'kms-2'].flatMap((host) => [`hosts.${host}.minCount`, `hosts.${host}.maxCount`]);
    expect(figuresOf(sketch, ...paths)).toEqual([1, 2, null, null]);
    // Renewals: on days 7, 14, 21, 28 and 35, of the one that is left.
    expect(figuresOf(sketch, 'hosts.kms-1.requests', 'hosts.kms-2.requests')).toEqual([7, 0]);
  });

  test('counts computers that a KMS host kept from Microsoft', () => {
    const sketch: RunSketch = {
      rules: EASY,
      networks: { core: {}, island: { zone: null } },
      keys: { 'kms-key': KMS_KEY, mak: MAK },
      groups: { pc: { count: 3 }, mak: { count: 2, method: BY_TELEPHONE }, lone: { network: 'island' } },
    };
    // Messages: of the host, and of two MAK machines. The lone one is not licensed.
    expect(figuresOf(sketch, 'microsoft.computersBehindHosts', 'microsoft.messages')).toEqual([3, 3]);
  });
});

describe('what an estate used', () => {
  const SKETCH: RunSketch = {
    duration: days(33),
    rules: EASY,
    keys: { 'kms-key': KMS_KEY, mak: MAK },
    hosts: { 'kms-1': {}, 'kms-2': { activateBy: 'telephone' }, 'kms-3': { online: days(50) } },
    networks: { core: {}, island: { zone: null } },
    groups: {
      pc: {},
      mak: { count: 2, method: BY_TELEPHONE },
      lone: { network: 'island' },
      lab: { count: 2, method: NO_METHOD },
    },
  };
  const PRICES: Prices = {
    currency: 'USD',
    host: 1000.1,
    makActivation: 0.1,
    call: 7.333,
    unlicensedDay: 2,
    notificationDay: 5,
  };

  test('is added up', () => {
    const totals = ['kmsHosts', 'kmsActivations', 'makActivations', 'calls'].map((name) => `totals.${name}`);
    // Calls: of one host and of two machines, one after the other for 30 minutes each.
    expect(figuresOf(SKETCH, ...totals, 'telephone.minutes')).toEqual([2, 2, 2, 3, 90]);
  });

  test('costs nothing without prices', () => {
    expect(figuresOf(SKETCH, 'cost.total')).toEqual([null]);
  });

  test('costs what the prices say, in hundredths', () => {
    // Days without a license: the MAK machines wait 60 and 90 minutes for their calls, or 0.1042 days; the one
    // without a zone is never licensed for 33 days, of which 3 in Notification. The unmanaged ones cost nothing.
    const prices = { prices: PRICES };
    const { cost } = record({ ...SKETCH, ...prices }).outcome.summary;
    expect(cost).toEqual({
      hosts: 2000.2,
      makActivations: 0.2,
      calls: 22,
      unlicensedDays: 66.21,
      notificationDays: 15,
      total: 2103.61,
    });
  });

  test('costs no fractions of hundredths', () => {
    const prices = { ...PRICES, host: 0, call: 0.1, makActivation: 0, unlicensedDay: 0, notificationDay: 0 };
    // 3 x 0.1 is 0.30000000000000004 to a computer.
    expect(figuresOf({ ...SKETCH, prices }, 'cost.calls', 'cost.total')).toEqual([0.3, 0.3]);
  });
});
