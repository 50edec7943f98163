import { expect, test } from 'vitest';
import { replicate } from '../../src/experiments/replications/replicate.ts';
import { momentsOf } from '../../src/experiments/statistics/moments.ts';
import type { EstateParameters } from '../../src/model/definitions/parameters.ts';
import { figureAt } from '../../src/recording/figures/expectations.ts';
import { loadScenario } from '../../src/scenario/load.ts';
import { FILES, SCENARIO_FOLDER } from './shipped.ts';

const REPLICATIONS = 20;

/** The shipped design and its variant `guide`; both leave site C on the same failing WAN. */
function designs(): readonly [EstateParameters, EstateParameters] {
  const result = loadScenario(`${SCENARIO_FOLDER}/20-branch-designs.yaml`, FILES);
  const guide = result.ok ? result.designs.get('guide') : undefined;
  if (!result.ok || guide === undefined) throw new Error('the lesson has no design named guide');
  return [result.scenario.parameters, guide.parameters];
}

function valuesOf(parameters: EstateParameters, figure: string): number[] {
  return Array.from(
    { length: REPLICATIONS },
    (_, replication) => figureAt(replicate(parameters, replication).figures, figure) ?? 0,
  );
}

test('common random numbers save nearly all the variance of a difference that the designs do not make', () => {
  const figure = 'groups.c-desktops.failedContacts';
  const [asIs, guide] = designs().map((parameters) => valuesOf(parameters, figure));
  const paired = asIs.map((value, replication) => value - guide[replication]);
  // Pairs of different replications, as independent random numbers would make them.
  const unpaired = asIs.map((value, replication) => value - guide[(replication + 1) % REPLICATIONS]);
  // The WAN fails at the same minutes in both, so site C's desktops fail nearly the same contacts; independent runs
  // would differ by the failures themselves. A saving of 100 is far below what is seen (over 1,000).
  const variance = (values: readonly number[]) => momentsOf(values).deviation ** 2;
  expect(variance(paired) * 100).toBeLessThan(variance(unpaired));
});
