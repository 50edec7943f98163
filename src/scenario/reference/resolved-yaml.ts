import { stringify } from 'yaml';
import type { Scenario } from '../scenario.ts';

/** The scenario as one YAML file that needs no other: what it extends and overrides are laid into it. */
export function resolvedYaml(scenario: Pick<Scenario, 'resolved'>): string {
  return stringify(scenario.resolved, { version: '1.2', schema: 'core', aliasDuplicateObjects: false });
}
