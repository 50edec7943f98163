import type { Loaded } from '../../../scenario/load.ts';
import type { Scenario } from '../../../scenario/scenario.ts';
import { suggestion } from '../../../text/nearest.ts';
import { UsageError } from '../command-line-error.ts';

/** The option that chooses a design, for every command that works on one. */
export const DESIGN_OPTION = {
  type: 'string',
  requiresArg: true,
  recorded: true,
  describe: "one of the scenario's `designs` in place of the scenario itself",
} as const;

/**
 * The scenario, or the variant of it that is wanted.
 *
 * @throws UsageError when it has no such variant
 */
export function chooseDesign({ scenario, designs }: Loaded, name: string | undefined): Scenario {
  if (name === undefined) return scenario;
  const design = designs.get(name);
  if (design !== undefined) return design;
  const hint = designs.size === 0 ? '; the scenario has no designs' : suggestion(name, [...designs.keys()]);
  throw new UsageError(`--design: no design is named ${name}${hint}`);
}
