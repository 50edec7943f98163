import { setImmediate } from 'node:timers/promises';
import type { Design } from '../../experiments/replications/design.ts';
import type { GridPoint } from '../../experiments/sweeps/grid.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { type Diagnostic, formatDiagnostic } from '../../text/diagnostics.ts';
import type { SweepArguments } from '../commands/sweep-options.ts';
import type { Messages } from '../messages.ts';
import { loadNamed } from '../named-scenario.ts';
import type { Outside } from '../outside.ts';
import { parseOverrides } from '../overrides.ts';

/** A scenario as it is at one point of a grid. */
export interface LoadedPoint {
  readonly point: GridPoint;
  readonly scenario: Scenario;
}

/**
 * Loads the scenario at every point of the grid.
 *
 * @returns null when it is wrong somewhere: the errors of the first such point were shown
 * @throws CommandLineError when the file does not exist
 */
export async function loadPoints(
  args: SweepArguments,
  points: readonly GridPoint[],
  outside: Outside,
  messages: Messages,
): Promise<LoadedPoint[] | null> {
  const remembering = rememberingInput(outside);
  const loaded: LoadedPoint[] = [];
  for (const point of points) {
    const overrides = [...parseOverrides(args.set), ...point.overrides];
    const result = await loadNamed(args.FILE, { overrides, seed: args.seed }, remembering);
    if (!result.ok) {
      if (points.length > 1) messages.complain(`vasim: the scenario is wrong at the point ${point.name}`);
      for (const diagnostic of result.diagnostics)
        messages.complain(formatDiagnostic(asVaried(diagnostic, point)));
      return null;
    }
    loaded.push({ point, scenario: result.scenario });
    await setImmediate();
  }
  return loaded;
}

/** The points as designs, each with the point's name. */
export function designsOf(loaded: readonly LoadedPoint[]): Design[] {
  return loaded.map(({ point, scenario: { title, start, parameters, resolved } }) => ({
    name: point.name,
    title,
    start,
    parameters,
    resolved,
  }));
}

/** The point's own settings were given by `--vary`, not by `--set`. */
function asVaried(diagnostic: Diagnostic, { overrides }: GridPoint): Diagnostic {
  const varied = overrides.some(({ path }) => diagnostic.file === `--set ${path}`);
  return varied ? { ...diagnostic, file: diagnostic.file.replace('--set', '--vary') } : diagnostic;
}

/** Standard input can be read only once, and every point reads it. */
function rememberingInput(outside: Outside): Outside {
  let input: Promise<Uint8Array | null> | undefined;
  return {
    ...outside,
    readInput: (limit) => {
      input ??= outside.readInput(limit);
      return input;
    },
  };
}
