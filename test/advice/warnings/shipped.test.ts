import { expect, test } from 'vitest';
import { weighedWarnings } from '../../../src/advice/warnings/weighed.ts';
import { loadScenario } from '../../../src/scenario/load.ts';
import { FILES, SCENARIO_FOLDER, shippedNames } from '../../scenarios/shipped.ts';

/** What each shipped scenario and its designs are warned of: what its lesson is about, and nothing else. */
const LESSONS: Readonly<Record<string, readonly string[]>> = {
  '03-branch-offices-b-on-kms': ['network-without-zone'],
  '05-too-many-hosts-2': ['count-spread-thin'],
  '05-too-many-hosts-3': ['count-spread-thin'],
  '06-virtual-machines': ['threshold-out-of-reach', 'virtual-host-moves'],
  '07-cloned-images': ['clones-count-once', 'threshold-out-of-reach'],
  // Its second site, which the variant leaves as it is.
  '07-cloned-images-rearmed': ['clones-count-once'],
  '08-dns-by-hand': ['zone-not-updatable'],
  // One of its two hosts may not publish, so all depends on the other.
  '08-dns-rights': ['single-host', 'zone-not-updatable'],
  '10-roaming-laptops': ['renewal-too-rare'],
  '13-disconnected': ['renewal-too-rare'],
  '14-test-lab': ['lab-outlives-rearms'],
  '14-test-lab-turnover': ['threshold-out-of-reach'],
  '15-mak-pool-runs-dry': ['mak-pool-too-small'],
  '16-host-moved': ['too-many-activations', 'virtual-host-moves'],
  '17-hardware-refresh': ['mak-pool-too-small'],
  // Its design with a host in every office.
  '20-branch-designs': ['threshold-out-of-reach'],
  '21-how-many-hosts': ['count-spread-thin'],
  '22-old-host-new-clients': ['host-too-old'],
  '23-virtual-machines-counted': ['threshold-out-of-reach'],
  '24-office': ['threshold-out-of-reach'],
  '25-no-grace': ['no-initial-grace'],
  '26-active-directory': ['adba-drains-count'],
  '27-guests-of-a-cluster': ['mak-pool-too-small'],
};

test.each(shippedNames())('%s is warned of what its lesson is about', (name) => {
  const loaded = loadScenario(`${SCENARIO_FOLDER}/${name}.yaml`, FILES);
  if (!loaded.ok) throw new Error(`${name} does not load`);
  const scenarios = [loaded.scenario, ...loaded.designs.values()];
  const names = scenarios.flatMap((scenario) =>
    weighedWarnings(scenario).shown.map((warning) => warning.name),
  );
  expect([...new Set(names)].sort()).toEqual(LESSONS[name] ?? []);
});
