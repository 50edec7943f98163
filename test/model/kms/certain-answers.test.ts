import fc from 'fast-check';
import { afterEach, expect, test, vi } from 'vitest';
import type { MachineId } from '../../../src/model/definitions/ids.ts';
import { SILENT_OBSERVER } from '../../../src/model/definitions/observer.ts';
import { CertainAnswers } from '../../../src/model/kms/certain-answers.ts';
import { KmsHosts } from '../../../src/model/kms/hosts.ts';
import { Simulation } from '../../../src/model/simulation.ts';
import { ESTATE } from '../arbitrary-estate.ts';
import { days, type EstateSketch, estate } from '../estate.ts';
import { MIXED_ESTATE } from '../mak/arbitrary-mixed-estate.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

/** All that a run leaves of hosts and machines. */
function outcome(sketch: EstateSketch): unknown {
  const simulation = new Simulation(estate(sketch), () => SILENT_OBSERVER);
  simulation.run();
  const { machines, attempts, history, licenses, hosts } = simulation.estate;
  const ofHost = hosts.all.map((host) => [host.requests, host.activations, host.renewals, host.maxCount]);
  const ofMachine = Array.from({ length: machines.count }, (_, id) => {
    const machine = id as MachineId;
    return [
      attempts.renewals(machine),
      attempts.failures(machine),
      attempts.tooLow(machine),
      history.conditionOf(machine),
      history.since(machine),
      licenses.deadline(machine),
    ];
  });
  return { tally: attempts.tally, ofHost, ofMachine };
}

/** The same run, in which nothing is ever certain. */
function outcomeInFull(sketch: EstateSketch): unknown {
  const isCertain = vi.spyOn(CertainAnswers.prototype, 'of').mockReturnValue(undefined);
  try {
    return outcome(sketch);
  } finally {
    isCertain.mockRestore();
  }
}

/** Members of a domain, others that join it or do not, a host, and a directory that can activate them only later. */
const DIRECTORY_ESTATE: fc.Arbitrary<EstateSketch> = fc
  .record({
    members: fc.nat(40),
    others: fc.nat(40),
    join: fc.integer({ min: 1, max: 20 }),
    late: fc.nat(30),
  })
  .map(({ members, others, join, late }) => ({
    duration: days(60),
    keys: { 'kms-key': { type: 'kms', group: 'server-2012-r2', hosts: 6, activationsPerHost: 10 } },
    hosts: { 'kms-1': { os: 'server-2012-r2-standard' } },
    domains: { forest: { objects: { 'server-2012-r2': { key: 'kms-key', at: days(late) } } } },
    groups: {
      members: { os: 'windows-8.1-enterprise', count: members + 1, domain: 'forest' },
      others: { os: 'windows-8.1-enterprise', count: others + 1 },
      joining: { os: 'windows-8.1-enterprise', count: 10 },
    },
    timeline: [
      { at: days(join), type: 'join', group: 'joining', domain: 'forest' },
      { at: days(40), type: 'down', target: 'kms-1', for: days(9) },
    ],
  }));

test.each([
  ['of KMS clients', ESTATE],
  ['of members of a domain and others', DIRECTORY_ESTATE],
  ['of all ways of activation', MIXED_ESTATE],
])('the short way of a contact comes to what the long one does, in estates %s', (_name, arbitrary) => {
  fc.assert(
    fc.property(arbitrary, (sketch) => {
      expect(outcome(sketch)).toEqual(outcomeInFull(sketch));
    }),
    { seed: 1, numRuns: 50 },
  );
});

test('the short way is taken by nearly all contacts', () => {
  const inFull = vi.spyOn(KmsHosts.prototype, 'answer');
  const simulation = new Simulation(
    estate({ duration: days(100), groups: { pc: { count: 40 } } }),
    () => SILENT_OBSERVER,
  );
  simulation.run();
  const [{ requests }] = simulation.estate.hosts.all;
  expect(requests).toBeGreaterThan(inFull.mock.calls.length * 5);
});
