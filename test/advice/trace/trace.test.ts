import { describe, expect, it } from 'vitest';
import { Trace } from '../../../src/advice/trace/trace.ts';
import type { EstateParameters } from '../../../src/model/definitions/parameters.ts';
import { observedSimulation } from '../../../src/model/observed-simulation.ts';
import type { Simulation } from '../../../src/model/simulation.ts';
import { days, estate } from '../../model/estate.ts';

function traceOf(
  parameters: EstateParameters,
  machine: string | null,
): { trace: Trace; simulation: Simulation } {
  const { simulation, observer: trace } = observedSimulation(
    parameters,
    (unobserved) => new Trace(unobserved.estate, machine),
  );
  simulation.run();
  return { trace, simulation };
}

describe('the trace of a machine', () => {
  const { trace } = traceOf(
    estate({
      duration: days(220),
      groups: { desks: { count: 30 } },
      timeline: [{ at: days(10), type: 'down', target: 'kms-1', for: null }],
    }),
    'desks-0001',
  );
  const steps = trace.steps.filter(({ kind }) => kind === 'machine' || kind === 'contacts');

  it('tells repeated contacts as one episode', () => {
    expect(steps).toMatchObject([
      { kind: 'machine', event: 'installed', minute: 0 },
      { kind: 'contacts', outcome: 'count-too-low', times: 1, lowest: 1, highest: 1 },
      { kind: 'machine', event: 'activated', minute: 120, count: 30 },
      { kind: 'contacts', outcome: 'renewed', minute: 120 + days(7), times: 1 },
      // The next is due on day 14, and every two hours from then to the lapse on day 187.
      { kind: 'contacts', outcome: 'no-host', minute: 120 + days(14), times: 12 * 173 + 1 },
      { kind: 'machine', event: 'condition', minute: 120 + days(187) },
      { kind: 'contacts', outcome: 'no-host', times: 12 * 30 },
      { kind: 'machine', event: 'condition', minute: 120 + days(217) },
      { kind: 'contacts', outcome: 'no-host' },
    ]);
  });

  it('has the outages', () => {
    expect(trace.steps.filter(({ kind }) => kind === 'estate')).toMatchObject([
      { event: 'down', subject: 'kms-1', minute: days(10), failure: -1 },
    ]);
  });
});

describe('the trace of records', () => {
  it('says why each came and went, and has as many as the host', () => {
    const { trace, simulation } = traceOf(
      estate({
        duration: days(60),
        rules: { recordsPerThreshold: 1 },
        groups: {
          leaving: { count: 10 },
          desks: { count: 30, install: { at: days(1), over: 0, order: 'even' } },
        },
        timeline: [{ at: days(2), type: 'retire', group: 'leaving', count: null }],
      }),
      null,
    );
    // A host for 25 records and 30 clients forgets with every request of a client that it does not know.
    const [requested, evicted] = trace.records.episodes;
    expect(requested.change).toBe('requested');
    expect(evicted.change).toBe('evicted');
    expect(requested.times - evicted.times).toBe(25);
    expect(trace.records.episodes).toHaveLength(2);
    const [host] = simulation.estate.hosts.all;
    expect(trace.records.size(host.id)).toBe(simulation.estate.hosts.count(host));
    expect(simulation.estate.hosts.count(host)).toBe(25);
  });

  it('notices what ages out', () => {
    const { trace } = traceOf(
      estate({
        duration: days(60),
        groups: { leaving: { count: 5 }, desks: { count: 30 } },
        timeline: [{ at: days(2), type: 'retire', group: 'leaving', count: null }],
      }),
      null,
    );
    expect(trace.records.episodes).toMatchObject([
      { change: 'requested', times: 35, first: 0 },
      { change: 'aged out', times: 5 },
    ]);
  });
});

describe('a failure that is spared', () => {
  const estateWith = (sparedFailures?: EstateParameters['sparedFailures']): EstateParameters => ({
    ...estate({
      duration: days(400),
      groups: { desks: { count: 30 } },
      failures: { 'kms-1': { every: days(40), for: days(10) } },
    }),
    sparedFailures,
  });
  const outages = (parameters: EstateParameters) =>
    traceOf(parameters, null).trace.steps.flatMap((step) =>
      step.kind === 'estate' ? [`${step.event} ${step.minute}`] : [],
    );

  it('is not seen, and every other strikes when it would have', () => {
    const all = outages(estateWith());
    const spared = outages(estateWith(new Map([['kms-1', new Set([1])]])));
    expect(all.length).toBeGreaterThan(6);
    expect(spared).toEqual([...all.slice(0, 2), ...all.slice(4)]);
  });
});
