import { describe, expect, test } from 'vitest';
import type { CountEvent } from '../../src/model/definitions/observer.ts';
import { days } from '../model/estate.ts';
import { type RunSketch, record } from './recorded.ts';

const SKETCH: RunSketch = {
  duration: days(40),
  networks: { core: {}, site: { zone: 'corp' }, island: { zone: null } },
  links: {
    wan: { from: 'site', to: 'core', allow: ['kms', 'dns'] },
    other: { from: 'island', to: 'core', allow: ['kms'] },
  },
  keys: {
    'kms-key': { type: 'kms', group: 'server-c', hosts: 6, activationsPerHost: 10 },
    mak: { type: 'mak', group: 'client', activations: 10 },
  },
  hosts: { 'kms-1': {}, 'kms-2': { publish: false } },
  groups: {
    desks: { network: 'site' },
    fixed: { network: 'island', host: 'kms-2' },
    calls: { network: 'island', method: { type: 'mak', key: 'mak', by: 'telephone' } },
    lab: { network: 'island', method: { type: 'none' } },
  },
  timeline: [
    { at: days(2), type: 'retire', group: 'lab', count: null },
    { at: days(3), type: 'convert', group: 'fixed', method: { type: 'mak', key: 'mak', by: 'internet' } },
    { at: days(50), type: 'rebuild', group: 'desks' },
  ],
};

describe('what a group depends on', () => {
  const { series } = record(SKETCH).outcome;
  const surroundings = (name: string) =>
    series.groups.find((group) => group.name === name)?.surroundings.toSorted();

  test('are its network and zone, the links from there and the hosts that it may find', () => {
    expect(surroundings('desks')).toEqual(['core', 'corp', 'kms-1', 'site', 'wan']);
  });

  test('are a host set by hand, and Microsoft once it is converted to a MAK', () => {
    expect(surroundings('fixed')).toEqual(['core', 'internet', 'island', 'kms-2', 'microsoft', 'other']);
  });

  test('are no host for a MAK, and nothing but its network for machines that are not activated', () => {
    expect(surroundings('calls')).toEqual(['internet', 'island', 'microsoft', 'other']);
    expect(surroundings('lab')).toEqual(['island', 'other']);
  });
});

describe('the marks of a run', () => {
  test('are entries of the timeline within it that are no outages, and thresholds passed', () => {
    const groups = { pc: { count: 2 }, late: { install: { at: days(40), over: 0, order: 'even' } } } as const;
    const { marks } = record({
      duration: days(60),
      rules: { vistaThreshold: 2 },
      groups,
      timeline: [
        { at: days(5), type: 'retire', group: 'pc', count: 1 },
        { at: days(6), type: 'down', target: 'kms-1', for: 60 },
        { at: days(70), type: 'rebuild', group: 'pc' },
      ],
    }).outcome.series;
    const passed = (event: CountEvent) => ({ event, threshold: 2 });
    expect(marks).toEqual([
      { minute: 0, subject: 'kms-1', label: 'kms-1 reaches 2', passed: passed('threshold-reached') },
      { minute: days(5), subject: 'pc', label: '1 of pc retired', passed: null },
      { minute: days(30), subject: 'kms-1', label: 'kms-1 loses 2', passed: passed('threshold-lost') },
      { minute: days(40), subject: 'kms-1', label: 'kms-1 reaches 2', passed: passed('threshold-reached') },
    ]);
  });
});
