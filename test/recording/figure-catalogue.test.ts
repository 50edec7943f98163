import { describe, expect, test } from 'vitest';
import type { EstateParameters } from '../../src/model/definitions/parameters.ts';
import { directionOf, figureCatalogue, figureKinds } from '../../src/recording/figures/figure-catalogue.ts';
import type { FigureTable } from '../../src/recording/figures/figure-definition.ts';
import type { Figures } from '../../src/recording/figures/figures.ts';
import { estate } from '../model/estate.ts';
import { type RunSketch, record } from './recorded.ts';

const PRICED: RunSketch = {
  groups: { 'pc.a': {}, b: {} },
  prices: { currency: 'EUR', host: 1, makActivation: 1, call: 1, unlicensedDay: 1, notificationDay: 1 },
};

function pathsOf(figures: Figures, prefix = ''): string[] {
  return Object.entries(figures).flatMap(([name, value]) =>
    value === null || typeof value === 'number' ? [`${prefix}${name}`] : pathsOf(value, `${prefix}${name}.`),
  );
}

const catalogued = (parameters: EstateParameters) => figureCatalogue(parameters).map(({ path }) => path);

describe('the catalogue of figures', () => {
  test.each([
    ['with prices', PRICED],
    ['without prices', { groups: { pc: {} } }],
  ])('names what a run gives and nothing else, %s', (_which, sketch) => {
    expect(catalogued(estate(sketch)).sort()).toEqual(pathsOf(record(sketch).outcome.summary).sort());
  });

  test('says of each figure what it means', () => {
    for (const { path, meaning } of [...figureKinds(), ...figureCatalogue(estate(PRICED))])
      expect(meaning, path).toMatch(/^\S.{2,}[^.]$/);
  });

  test('cannot be given a figure without a meaning, a direction or a value', () => {
    // @ts-expect-error a figure says how it is worked out
    const withoutValue: FigureTable<string> = { length: { meaning: 'its length', better: 'neither' } };
    // @ts-expect-error a figure says which way is better
    const withoutDirection: FigureTable<string> = { length: { meaning: 'length', value: () => 1 } };
    // @ts-expect-error a figure says what it means
    const withoutMeaning: FigureTable<string> = { length: { better: 'neither', value: () => 1 } };
    expect([withoutValue, withoutDirection, withoutMeaning]).toHaveLength(3);
  });
});

test.each([
  ['machines.failedContacts', 'less'],
  ['groups.desks.licensedAtEnd', 'more'],
  ['groups.a name with.dots.timeToLicensed.p95', 'less'],
  ['hosts.kms-1.minCount', 'more'],
  ['keys.mak.remaining', 'more'],
  ['totals.kmsHosts', 'neither'],
  ['cost.total', 'less'],
  ['groups.desks.noSuchFigure', 'neither'],
])('the better way of %s is %s', (path, direction) => {
  expect(directionOf(path)).toBe(direction);
});
