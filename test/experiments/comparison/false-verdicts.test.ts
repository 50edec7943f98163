import { describe, expect, it } from 'vitest';
import { KeyedRandom } from '../../../src/engine/random.ts';
import { subjectKey } from '../../../src/engine/subject-key.ts';
import { compareDesigns } from '../../../src/experiments/comparison/compare.ts';
import { ofReplications } from './designs.ts';

const random = new KeyedRandom('false verdicts', 0);
const DRAWS = ['bad', 'size', 'days', 'peak', 'contacts', 'late', 'time', 'mak', 'messages'] as const;
type Draw = (typeof DRAWS)[number];

/** A design whose luck is its own: like all others on average, with an event that is rare or not. */
function lucky(name: string, chance: number, replications: number) {
  const figures = (replication: number) => {
    const draw = (purpose: Draw) => random.uniform(DRAWS.indexOf(purpose), subjectKey(name), replication);
    const ended = draw('bad') < chance ? Math.ceil(-Math.log(draw('size')) * 10) : 0;
    return {
      machines: {
        total: 100,
        everNotification: ended,
        unlicensedDays: ended * 7.5 + Math.round(draw('days') * 5),
        peakNotification: Math.ceil(ended * draw('peak')),
        failedContacts: Math.round(ended * draw('contacts') * 20),
        timeToLicensed: { p95: draw('late') < 0.9 ? Math.round(draw('time') * 9999) : null },
      },
      totals: { makActivations: draw('mak') < 0.2 ? 1 : 0, kmsHosts: 2 },
      microsoft: { messages: Math.round(draw('messages') * 3) },
      cost: { total: ended * 20 + 400 },
    };
  };
  return ofReplications(
    name,
    new Map(Array.from({ length: replications }, (_, replication) => [replication, figures(replication)])),
  );
}

describe('designs that do not differ', () => {
  it.each([
    ['two, with trouble now and then', 2, 0.3, 30],
    ['two, with rare trouble', 2, 0.05, 30],
    ['three of few replications', 3, 0.5, 8],
  ])('are rarely said to: %s', (_, designs, chance, replications) => {
    const PAGES = 200;
    let wrong = 0;
    for (let page = 0; page < PAGES; page += 1) {
      const names = Array.from(
        { length: designs },
        (_each, place) => `${page} ${designs} ${chance} ${place}`,
      );
      const { figures, choice } = compareDesigns(names.map((name) => lucky(name, chance, replications)));
      const said = figures.some(({ designs: values }) =>
        values.some(({ judgment }) => ['better', 'worse', 'differs'].includes(judgment.verdict)),
      );
      if (said || (choice !== null && choice.best !== null)) wrong += 1;
    }
    expect(wrong / PAGES).toBeLessThanOrEqual(0.06);
  });
});

describe('verdicts', () => {
  const constant = (name: string, value: number, replications: number, isRandom: boolean) =>
    ofReplications(
      name,
      new Map(
        Array.from({ length: replications }, (_, number) => [
          number,
          { machines: { everNotification: value } },
        ]),
      ),
      isRandom,
    );
  const verdictOf = (replications: number, isRandom: boolean) => {
    const designs = [constant('a', 3, replications, isRandom), constant('b', 0, replications, isRandom)];
    const { figures } = compareDesigns(designs);
    return figures.map(({ designs: [, { judgment }] }) => judgment.verdict);
  };

  it('are not given below five replications, unless nothing is random', () => {
    expect(verdictOf(4, true)).toEqual(['not known', 'not known']);
    expect(verdictOf(1, false)).toEqual(['better', 'better']);
    expect(verdictOf(30, true)).toEqual(['better', 'better']);
  });

  it('say what is no worse by more than the margin of equivalence', () => {
    const noisy = (name: string, shift: number) =>
      ofReplications(
        name,
        new Map(
          Array.from({ length: 30 }, (_, number) => [
            number,
            { machines: { everNotification: 50 + shift * (number % 2 === 0 ? 1 : -1) } },
          ]),
        ),
      );
    const judged = (margin: number) =>
      compareDesigns([noisy('a', 0), noisy('b', 1)], {
        equivalence: { 'machines.everNotification': margin },
      }).figures[0].designs[1].judgment;
    // The interval of the mean difference is 0 +- 0.38.
    expect(judged(0.5)).toMatchObject({ verdict: 'no worse', margin: 0.5 });
    expect(judged(0.3).verdict).toBe('no difference shown');
  });

  it('are not given for a figure that one design does not have', () => {
    const withCost = ofReplications(
      'b',
      new Map([...Array(30).keys()].map((number) => [number, { cost: { total: 9 } }])),
    );
    const { figures } = compareDesigns([constant('a', 3, 30, true), withCost]);
    expect(figures.map(({ designs: [, { judgment }] }) => judgment.verdict)).not.toContain('differs');
  });
});

describe('a rare event', () => {
  it('that was never seen has an interval', () => {
    const { figures } = compareDesigns([
      ofReplications(
        'a',
        new Map([...Array(30).keys()].map((number) => [number, { machines: { everNotification: 0 } }])),
      ),
    ]);
    const { estimate } = figures[1].designs[0];
    expect([estimate.mean, estimate.low, Math.round(estimate.high! * 100)]).toEqual([0, 0, 11]);
  });
});
